"""The laws hold of an export, of resumes and of forms, in every kind of file."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from exporters import exported_or_nothing, missing
from hypothesis import given, settings
from hypothesis import strategies as st

from pace import examples
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CampusForm,
    Language,
    Resume,
    dump_view,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.exports.columns import Column, cells_of, columns_of
from resume_visibility.exports.files import Format
from resume_visibility.exports.rows import Row, row_of
from resume_visibility.exports.words import FIELDS
from resume_visibility.policy.decisions import Grant
from resume_visibility.testing import (
    Case,
    cases,
    check_noninterference,
    check_one_nothing,
    check_unreachable,
    form_cases,
)

EVERY = pytest.mark.parametrize("kind", Format)
ASKED = cases(action=Action.EXPORT)
ASKED_OF_FORMS = form_cases(action=Action.EXPORT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A folder for one export after the other."""
    return tmp_path_factory.mktemp("exports")


@EVERY
def test_LAW_1_an_export_depends_on_what_is_shown_alone(kind: Format, folder: Any) -> None:
    """LAW-1: exports of twins that differ only in what is withheld are the same."""

    @settings(max_examples=examples(15))
    @given(ASKED, ASKED_OF_FORMS)
    def holds(case: Case[Resume], of_form: Case[CampusForm]) -> None:
        check_noninterference(exported_or_nothing(kind, Resume, folder), case)
        check_noninterference(exported_or_nothing(kind, CampusForm, folder), of_form)

    holds()


def test_EXPORT_1_of_what_a_view_does_not_show_clauses_show_the_mode_alone() -> None:
    """The clauses of a row give no setting away, nor anything else that was done, but the mode: so says the page of threats."""
    cited: defaultdict[object, set[object]] = defaultdict(set)
    by_mode: defaultdict[object, set[object]] = defaultdict(set)
    for entry in POLICY_2023_04.entries():
        facts, grant = entry.facts, entry.decision
        if facts.action is Action.EXPORT and isinstance(grant, Grant):
            clauses = frozenset(
                clause
                for item, given in grant.given
                if item is Action.EXPORT or not isinstance(item, Action)
                for clause in given
            )
            known = facts.document, facts.kind, facts.standing, facts.conversing, facts.sharing, facts.concern
            seen = *known, grant.parts, grant.channels, grant.actions
            cited[seen].add(clauses)
            by_mode[(*seen, facts.visibility)].add(clauses)
    assert max(map(len, by_mode.values())) == 1
    assert max(map(len, cited.values())) == 3  # to a headhunter whose agency was applied to


@pytest.mark.parametrize("kind", [Format.JSONL, Format.CSV])
def test_LAW_2_an_export_holds_nothing_withheld(kind: Format, folder: Any) -> None:
    """LAW-2, LAW-3: nothing withheld is in an export, and where nothing is shown there is one nothing."""

    @settings(max_examples=examples(25))
    @given(ASKED, ASKED_OF_FORMS)
    def holds(case: Case[Resume], of_form: Case[CampusForm]) -> None:
        export, export_form = (exported_or_nothing(kind, of, folder) for of in (Resume, CampusForm))
        check_unreachable(export, case)
        check_one_nothing(export, case)
        check_unreachable(export_form, of_form)
        check_one_nothing(export_form, of_form)

    holds()


def test_LAW_8_an_export_shows_what_a_view_shows(folder: Any) -> None:
    """LAW-8: a resume or form is in an export exactly when `view_for` shows it for `EXPORT`, and the same of it."""

    @settings(max_examples=examples(40))
    @given(ASKED, ASKED_OF_FORMS)
    def holds(case: Case[Resume], of_form: Case[CampusForm]) -> None:
        one: Case[Any]
        for one in (case, of_form):
            asked = one.document
            view = view_for(one.viewer, asked, at=one.at)
            seen = exported_or_nothing(Format.JSONL, type(asked), folder)(one.viewer, asked, one.at)
            assert (view is None) is (seen is None)
            assert view is None or dump_view(view) in seen

    holds()


def shown(case: Case[Resume], of_form: Case[CampusForm]) -> Iterator[tuple[Any, Row, tuple[Column, ...]]]:
    """The views of a resume and of a form, as far as they are shown, as plain values; each with its row and its columns."""
    one: Case[Any]
    for one in (case, of_form):
        asked: Any = one.document
        view: Any = view_for(one.viewer, asked, at=one.at)
        if view is not None:
            row = row_of(view, record_of(one.viewer, asked, view, at=one.at))
            yield view_to_dict(view), row, columns_of(type(asked), for_owner=True)


@settings(max_examples=examples(100))
@given(ASKED, ASKED_OF_FORMS, st.sampled_from(Language))
def test_nothing_of_a_view_is_missing_from_a_table(
    case: Case[Resume], of_form: Case[CampusForm], language: Language
) -> None:
    """Each text, number and answer of a view is in some cell of its row."""
    for view, row, columns in shown(case, of_form):
        assert missing(view, row, columns, language) == []


@settings(max_examples=examples(60))
@given(ASKED, ASKED_OF_FORMS)
def test_no_cell_of_a_chinese_table_has_an_english_name_of_a_field(
    case: Case[Resume], of_form: Case[CampusForm]
) -> None:
    """Each field that the library knows has its Chinese name, in whatever section it stands."""
    names = {name for fields in FIELDS.values() for name in fields}
    for _, row, columns in shown(case, of_form):
        lines = "\n".join(map(str, cells_of(row, columns, Language.ZH))).splitlines()
        assert [line for line in lines if "：" in line and line.partition("：")[0] in names] == []
