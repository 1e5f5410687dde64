"""The command `audience` forgets nobody to whom a resume or form is shown, and names the rules by which it is."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given

from people import AT, applied, form, recruiter, resume, with_settings
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CampusForm,
    Owner,
    Part,
    Policy,
    Resume,
    Viewer,
    Visibility,
    load_resume,
)
from resume_visibility.cli.audience import _items_and_clauses, _viewers, audience_lines, diff_lines
from resume_visibility.cli.printing import item_list
from resume_visibility.model.language import Language
from resume_visibility.model.settings import CompanyBlock, KeywordBlock
from resume_visibility.policy import Clause, Readings
from resume_visibility.policy.decisions import Grant, Item
from resume_visibility.policy.table import case_of
from resume_visibility.testing import Case, cases, form_cases

DATA = Path(__file__).parents[1] / "examples" / "data"


def lines(asked: Resume | CampusForm, policy: Policy = POLICY_2023_04) -> list[str]:
    return list(audience_lines(asked, AT, policy, Language.EN))


def given_to(
    viewer: Viewer, asked: Resume | CampusForm, at: datetime
) -> tuple[frozenset[Item], frozenset[str], tuple[Clause, ...]]:
    """The items and attachments that a viewer is given by any action, and the clauses by which they are."""
    found = [case_of(attrs.evolve(viewer, action=action), asked, at) for action in Action]
    grants = tuple(case.decision for case in found if isinstance(case.decision, Grant))
    items, clauses = _items_and_clauses(grants, POLICY_2023_04)
    return items, frozenset(file for case in found for file in case.attachments), clauses


@given(cases())
def test_nobody_is_forgotten_who_is_shown_a_resume(case: Case[Resume]) -> None:
    """Whoever is given something is of the kind of a viewer of the audience who is given at least as much."""
    _nobody_is_forgotten(case)


@given(form_cases())
def test_nobody_is_forgotten_who_is_shown_a_form(case: Case[CampusForm]) -> None:
    """Whoever is given something is of the kind of a viewer of the audience who is given at least as much."""
    _nobody_is_forgotten(case)


def _nobody_is_forgotten(case: Case[Resume] | Case[CampusForm]) -> None:
    items, _, _ = given_to(case.viewer, case.document, case.at)
    assume(items)
    audience = _viewers(case.document, case.at, POLICY_2023_04)
    alike = [one for one, _ in audience if type(one) is type(case.viewer)]
    assert any(items <= given_to(one, case.document, case.at)[0] for one in alike)


@given(cases())
def test_nobody_is_listed_who_is_shown_nothing(case: Case[Resume]) -> None:
    """Each viewer of the audience but the owner is given something, by a clause."""
    for viewer, _ in _viewers(case.document, case.at, POLICY_2023_04):
        items, _, clauses = given_to(viewer, case.document, case.at)
        assert isinstance(viewer, Owner) or (items and clauses)


def test_the_rules_are_those_that_give() -> None:
    """A clause that withholds something from a viewer is not among those by which they are shown the rest."""
    private = with_settings(resume(), visibility=Visibility.PRIVATE)
    items, files, clauses = given_to(recruiter, attrs.evolve(private, applications=(applied,)), AT)
    assert Part.MOBILE in items
    assert Action.SEARCH not in items
    assert files == {"file-1"}
    assert clauses == (
        *(Clause.APPLY_1, Clause.APPLY_2, Clause.APPLY_3, Clause.APPLY_5),
        *(Clause.NAME_1, Clause.PHONE_2, Clause.CHAT_1),
    )


@pytest.mark.parametrize(
    "asked", [resume(deleted=True), attrs.evolve(form(), deleted=True)], ids=["resume", "form"]
)
def test_GATE_2_nobody_is_the_audience_of_what_is_deleted(asked: Resume | CampusForm) -> None:
    """Of a deleted resume nobody is listed, the owner included."""
    assert lines(asked) == ["not shown", f"decided by policy 2023-04, at {AT.isoformat()}"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.EN,
            [
                "blocked by the candidate; of these, only those listed above with their id are shown anything",
                "  company globex",
                "  company initech, and group umbrella",
                "  companies whose name contains 云枢\\u000a科技",
                "  companies whose name contains acme, and group acme-group",
            ],
        ),
        (
            Language.ZH,
            [
                "求职者屏蔽了以下公司，其中只有以上写明编号的能看到",
                "  公司 globex",
                "  公司 initech，连同集团 umbrella",
                "  名称含“云枢\\u000a科技”的公司",
                "  名称含“acme”的公司，连同集团 acme-group",
            ],
        ),
    ],
)
def test_BLOCK_2_whom_the_candidate_blocks_is_listed(language: Language, expected: list[str]) -> None:
    """A company that is missing from the list is blocked: the page says so, with the words and groups that block it."""
    later = datetime(2099, 1, 1, tzinfo=UTC)  # counts at once
    blocks = (
        CompanyBlock(company="globex", at=later),
        CompanyBlock(company="initech", at=AT, group="umbrella"),
        KeywordBlock(keyword="云枢\n科技", at=AT),
        KeywordBlock(keyword="acme", at=AT, group="acme-group"),
    )
    asked = with_settings(attrs.evolve(resume(), applications=(applied,)), blocks=blocks)
    printed = list(audience_lines(asked, AT, POLICY_2023_04, language))
    first = printed.index(expected[0])
    assert printed[first : first + len(expected)] == expected
    assert not printed[first + len(expected)].startswith(" ")


def test_nothing_is_said_of_blocks_where_there_are_none() -> None:
    """A heading without a list would read as if something were missing."""
    assert "blocked by the candidate" not in "".join(lines(resume()))


def test_GATE_1_the_owner_alone_is_the_audience_of_what_is_switched_off() -> None:
    """With the resume permission off the owner is listed, and that nobody else is shown anything."""
    off = lines(with_settings(resume(), resume_permission=False))
    assert [line for line in off if not line.startswith(" ")] == [
        "owner",
        "nobody else is shown anything",
        "assumed: whoever has to sign in and be verified has; listed is what any action gives",
        "a resume does not say whether a company is an agency: each is listed as both",
        "OWNER-1: the owner sees everything and may take a copy (本人)",
        f"decided by policy 2023-04, at {AT.isoformat()}",
    ]


def test_SHARE_1_a_recipient_is_named_as_the_consent_names_them() -> None:
    """Whoever answers a candidate reads the name that the candidate knows beside the id, in one line whatever it is."""
    engineer = load_resume((DATA / "engineer.json").read_bytes())
    [consent, *_] = engineer.consents
    at = consent.begins
    said = list(audience_lines(engineer, at, POLICY_2023_04, Language.ZH))
    assert "接收方 sunrise-academy（旭日职业培训学校），目的 course-consultation" in said
    odd = attrs.evolve(engineer, consents=(attrs.evolve(consent, recipient_name="甲\n乙"),))
    named = "recipient sunrise-academy (甲\\u000a乙), for course-consultation"
    assert named in list(audience_lines(odd, at, POLICY_2023_04, Language.EN))
    off = attrs.evolve(odd.settings, resume_permission=False)
    assert named in list(diff_lines(odd, off, at, POLICY_2023_04, Language.EN))


def test_who_is_given_the_same_is_listed_together() -> None:
    """The audience is of the policy that decides: under another reading a group is as its company, and stands beside it."""
    sent = resume(applications=(attrs.evolve(applied, group="g"),))
    wide = Policy("wide", readings=Readings(application_stays_with_company=False))
    group, company = "recruiter of other companies of group g", "recruiter of company acme of group g"
    alone, beside = lines(sent), lines(sent, wide)
    assert alone[alone.index(company) + 1].startswith("  by: MODE-1, PARTS-1, APPLY-1")
    assert abs(beside.index(group) - beside.index(company)) == 1


def test_LAW_6_the_same_is_spelled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What many companies are given alike is looked up and spelled once, however many there are."""
    spelled: list[object] = []

    def counted(*arguments: Any) -> Any:
        spelled.append(arguments)
        return item_list(*arguments)

    monkeypatch.setattr("resume_visibility.cli.audience.item_list", counted)
    times, printed = [], []
    for number in (3, 30):
        spelled.clear()
        sent = tuple(attrs.evolve(applied, company=f"co-{i}") for i in range(number))
        printed.append(len(lines(resume(applications=sent))))
        times.append(len(spelled))
    assert times[0] == times[1] > 0
    assert printed[1] > printed[0] + 27
