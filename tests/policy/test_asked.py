"""What the statements ask about is listed, so that a new part is in no list of theirs until somebody puts it there (LAW-5)."""

from importlib.util import module_from_spec, spec_from_file_location

import pytest

from resume_visibility.model import Document, Part, parts
from resume_visibility.policy import GIVES, ViewerKind
from resume_visibility.policy.v2023_04 import asked

_OF_FORMS = parts.PARTS_OF[Document.FORM] - parts.PARTS_OF[Document.RESUME]
NEW = Part.FAMILY
"""Stands for a part that was just added to the resume: before, it was a form's alone."""


def test_LAW_5_a_new_part_is_in_no_set_of_the_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the sets by which the statements are checked none grows with the parts of the resume."""
    assert NEW in _OF_FORMS
    monkeypatch.setitem(parts.PARTS_OF, Document.RESUME, parts.PARTS_OF[Document.RESUME] | {NEW})
    spec = spec_from_file_location(f"{asked.__package__}.asked_again", asked.__file__)
    assert spec is not None
    assert spec.loader is not None
    again = module_from_spec(spec)
    spec.loader.exec_module(again)
    sets = {name: items for name, items in vars(again).items() if isinstance(items, frozenset)}
    assert {"ONLINE", "SHARED", "SUPPORT", "IN_COMMUNITY", "RECOMMENDED_BY"} <= sets.keys()
    assert [name for name, items in sets.items() if NEW in items] == []


def test_LAW_5_no_clause_of_a_resume_may_give_a_part_that_it_does_not_name() -> None:
    """Of a resume, only the owner's clause may be cited for parts that no list of it holds."""
    for clause, cited in GIVES.items():
        for one in cited:
            others = {kind for document, kind in one.to if document is Document.RESUME} - {ViewerKind.OWNER}
            assert not others or not one.items & (_OF_FORMS - {Part.ENGLISH_NAME}), clause
