"""Filters and mapping against the published schema of the query language: the types of Elasticsearch's own client.

`RESUME_VISIBILITY_NODE` names a folder in which `npm install @elastic/elasticsearch typescript` was run. `.ci/run` does it.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from populations import AT, QUESTIONS

from resume_visibility.lists.conditions import ALWAYS, NEVER_HOLDS
from resume_visibility.lists.deriving import condition_for
from resume_visibility.lists.elastic import elastic_filter, elastic_mapping
from resume_visibility.model import Document

NODE = os.environ.get("RESUME_VISIBILITY_NODE")

NOT_TRIED = "NOT TRIED AGAINST ELASTICSEARCH'S TYPES: RESUME_VISIBILITY_NODE names no folder with npm's packages, as .ci/run makes one"

pytestmark = pytest.mark.skipif(NODE is None, reason=NOT_TRIED)


def compiled(folder: Path, filters: list[Any], mapping: Any) -> subprocess.CompletedProcess[str]:
    """What TypeScript says of filters and a mapping, as queries of the client."""
    assert NODE is not None
    program = folder / "filters.ts"
    program.write_text(
        "import type { estypes } from '@elastic/elasticsearch'\n"
        f"export const filters: estypes.QueryDslQueryContainer[] = {json.dumps(filters)}\n"
        f"export const mapping: estypes.MappingTypeMapping = {json.dumps(mapping)}\n",
        encoding="utf-8",
    )
    (folder / "node_modules").symlink_to(Path(NODE).resolve() / "node_modules")
    compiler = Path(NODE).resolve() / "node_modules" / ".bin" / "tsc"
    options = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "nodenext",
        "--moduleResolution",
        "nodenext",
    ]
    return subprocess.run(
        [compiler, *options, program], check=False, capture_output=True, text=True, timeout=300, cwd=folder
    )


def test_filters_and_mapping_are_of_the_query_language(tmp_path: Path) -> None:
    """Every filter of every kind of viewer, and the mapping, are what Elasticsearch's own types accept."""
    filters = [
        elastic_filter(condition_for(viewer, document, at=AT))
        for viewer in QUESTIONS
        for document in Document
    ]
    filters += [elastic_filter(ALWAYS), elastic_filter(NEVER_HOLDS)]
    unlike = {json.dumps(one, sort_keys=True): one for one in filters}
    answer = compiled(tmp_path, [*unlike.values()], elastic_mapping())
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    "wrong", [{"bool": {"filtre": []}}, {"exists": {"fields": "born"}}, {"wherever": {"id": 1}}], ids=str
)
def test_the_types_refuse_what_is_none(tmp_path: Path, wrong: Any) -> None:
    """A filter with a word that the query language does not know is refused."""
    assert compiled(tmp_path, [wrong], elastic_mapping()).returncode != 0
