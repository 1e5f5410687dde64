"""The fields of a resume or form that the policy requires and nobody filled in: a check at publication, and no wall before loading."""

import re
from collections.abc import Iterator
from typing import Any

from ..model.arguments import expect
from ..model.campus import CampusForm
from ..model.language import Words
from ..model.parts import Document, Part
from ..model.resume import Resume
from .situation import document_of
from .table import DEFAULT_POLICY, Policy
from .v2023_04.required import FIELD_WORDS
from .words import WORDS


def missing(resume: Resume | CampusForm, *, policy: Policy = DEFAULT_POLICY) -> tuple[str, ...]:
    """Find the required fields (必填, 二(一)3(1)a and b) that a resume or form lacks. The platform has to ask when it is published.

    A section that is not filled in requires nothing. A missing field changes a view only in that its value is not there.

    Args:
        resume: as it is now, or a form.
        policy: whose ruleset names the required fields.

    Returns:
        Their paths, such as `basics.name` and `work[0].company`, in the policy's order; empty where nothing is missing.

    Raises:
        TypeError: `resume` is neither a resume nor a form, or `policy` no policy.
    """
    expect("resume", resume, Resume, CampusForm)
    expect("policy", policy, Policy)
    required = policy.ruleset.required[document_of(resume)]
    return tuple(path for field in required for path in _find_missing(resume, field.split("."), ""))


def _find_missing(value: Any, names: list[str], path: str) -> Iterator[str]:
    if isinstance(value, tuple) and names:
        for i, item in enumerate(value):
            yield from _find_missing(item, names, f"{path}[{i}]")
    elif names and value is not None:
        inner_path = f"{path}.{names[0]}" if path else names[0]
        yield from _find_missing(getattr(value, names[0]), names[1:], inner_path)
    elif not names and (value is None or value == ()):
        yield path


def field_in_words(path: str, document: Document) -> Words:
    """A field in words: in English its path, as in JSON; in Chinese its section, the place of the item, and its name.

    Args:
        path: of the field, with or without the place of an item: `work.company`, `work[0].company`. What has no Chinese word, because a
            policy of one's own requires it, stays a path.
        document: that the field is of.
    """
    word = FIELD_WORDS[document].get(_PLACE.sub("", path))
    if word is None:
        return Words(path, path)
    section = re.split(r"\W", path, maxsplit=1)[0]
    heading = WORDS[Part.PROFILE if section == "basics" else Part(section)].zh
    place = "".join(f"第 {int(one) + 1} 项" for one in _PLACE.findall(path))
    return Words(path, f"{heading}{place}：{word}")


_PLACE = re.compile(r"\[([0-9]+)\]")
