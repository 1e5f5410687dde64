"""The laws hold a service to the policy by which it decides, whichever it is."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings

import people
from pace import examples
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CampusForm,
    Part,
    Policy,
    Resume,
    ShownSections,
    Viewer,
    Visibility,
    Visitor,
    is_shown,
    view_for,
)
from resume_visibility.model import Checked, Url, follows
from resume_visibility.policy import V2023_04, Clause, Facts, Readings, ViewerKind
from resume_visibility.policy.decisions import Permit
from resume_visibility.policy.v2023_04.rules import RULES
from resume_visibility.testing import (
    ALL_LAWS,
    Case,
    cases,
    check_default_deny,
    check_lists_agree,
    check_noninterference,
    check_one_nothing,
    form_cases,
)

ADULTS = Policy("adults", ruleset=attrs.evolve(V2023_04, version="adults", age=18))
RELAXED = Policy("relaxed", readings=Readings(email_is_relayed=False, mailbox_waits=False))


def _few_parts(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """The rules, but that nobody except the owner is given the profile, the delivery or the name of another person."""
    for permit in RULES.permits(facts, readings):
        items = permit.items if facts.kind is ViewerKind.OWNER else permit.items - _SELDOM_GIVEN
        yield attrs.evolve(permit, items=items)


def _no_age(facts: Facts, readings: Readings) -> Iterator[Clause]:
    """The gates, without that of age."""
    return (clause for clause in RULES.gates(facts, readings) if clause is not Clause.GATE_3)


_SELDOM_GIVEN = frozenset({Part.PROFILE, Part.DELIVERY, Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME})
NARROW = Policy(
    "narrow",
    ruleset=attrs.evolve(
        V2023_04, version="narrow", decide=attrs.evolve(RULES, permits=_few_parts, gates=_no_age)
    ),
)
_WITHHELD_ALONE = frozenset({Part.FAMILY, Part.MESSENGER})


def _split(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """The rules, but that nobody except the owner is given one of the parts that hold names, and one of the kinds of detail."""
    for permit in RULES.permits(facts, readings):
        items = permit.items if facts.kind is ViewerKind.OWNER else permit.items - _WITHHELD_ALONE
        yield attrs.evolve(permit, items=items)


SPLIT = Policy(
    "split",
    ruleset=attrs.evolve(V2023_04, version="split", decide=attrs.evolve(RULES, permits=_split)),
)
OWN = pytest.mark.parametrize("policy", [ADULTS, RELAXED, NARROW, SPLIT], ids=lambda policy: policy.version)


@OWN
def test_a_service_keeps_the_laws_under_its_own_policy(policy: Policy) -> None:
    """What a viewer is granted is judged by the policy of the case."""
    endpoint: Callable[..., Any] = partial(_show, policy)

    @settings(max_examples=examples(15))
    @given(cases(policy=policy), form_cases(policy=policy))
    def holds(case: Case[Resume], of_form: Case[CampusForm]) -> None:
        for law in ALL_LAWS:
            law(endpoint, case)
            law(endpoint, of_form)
        check_lists_agree(partial(_list, policy), case)

    holds()


def _show(policy: Policy, viewer: Viewer, document: Resume | CampusForm, at: datetime) -> Any:
    return view_for(viewer, document, at=at, policy=policy)


def _list(policy: Policy, viewer: Viewer, documents: tuple[Resume, ...], at: datetime) -> list[str]:
    return [one.id for one in documents if is_shown(viewer, one, at=at, policy=policy)]


def _with_visitors(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """The rules, and public resumes are shown to visitors, by their strengths."""
    yield from RULES.permits(facts, readings)
    if facts.kind is ViewerKind.VISITOR and facts.visibility is Visibility.PUBLIC:
        parts = frozenset({Part.DISPLAY_NAME, Part.STRENGTHS})
        yield Permit(Clause.MODE_1, frozenset({Action.VIEW}), parts, opens=True)


def test_LAW_5_whoever_a_policy_of_ones_own_names_may_be_shown_something() -> None:
    """A policy may name a viewer who cannot sign in; what it grants them is no break of a law, and what it does not is."""
    rules = attrs.evolve(RULES, permits=_with_visitors)
    policy = Policy("open", ruleset=attrs.evolve(V2023_04, version="open", decide=rules))
    resume = people.resume()
    case = Case(
        viewer=Visitor(action=Action.VIEW), document=resume, at=people.AT, other=resume, policy=policy
    )
    assert _show(policy, case.viewer, resume, people.AT) is not None
    for law in ALL_LAWS:
        law(partial(_show, policy), case)
    found = attrs.evolve(case, viewer=Visitor(action=Action.SEARCH))
    with pytest.raises(AssertionError, match="no clause grants"):
        check_default_deny(lambda *_: "a hit", found)


def _with_address(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """The rules, and whoever is given strengths is given the e-mail address."""
    for permit in RULES.permits(facts, readings):
        items = permit.items | {Part.EMAIL} if Part.STRENGTHS in permit.items else permit.items
        yield attrs.evolve(permit, items=items)


@attrs.frozen(kw_only=True, repr=False)
class Account(Checked):
    """An account, and somebody to ask."""

    name: str | None = None
    page: Url | None = None


@attrs.frozen(kw_only=True, repr=False)
class AccountSections(ShownSections):
    """With accounts: whoever is not shown them does not find them in any text."""

    wechat: Account | None = attrs.field(default=None, metadata=follows(Part.MESSENGER))


@attrs.frozen(kw_only=True, repr=False)
class WithAccount(Resume[AccountSections]):
    """A resume with an account."""

    wechat: Account | None = None


def test_CONTACT_2_an_account_of_ones_own_holds_no_address() -> None:
    """The laws hold where an address is shown and an account is not: of an account that is the address, the library would show neither,
    and so the account would make a difference, as LAW-1 says of what is typed elsewhere.
    """
    rules = attrs.evolve(RULES, permits=_with_address)
    policy = Policy("address", ruleset=attrs.evolve(V2023_04, version="address", decide=rules))

    @settings(max_examples=200, phases=[Phase.generate])
    @given(cases(of=WithAccount, policy=policy))
    def holds(case: Case[WithAccount]) -> None:
        check_noninterference(partial(_show, policy), case)

    holds()


def test_GATE_3_a_service_that_forgets_the_age_of_its_policy_is_found() -> None:
    """Some candidates are of age for the rules of April 2023, and not for a policy of adults: who asks by the former breaks a law."""

    def is_between(case: Case[Resume]) -> bool:
        asked = case.viewer, case.document
        return is_shown(*asked, at=case.at) and not is_shown(*asked, at=case.at, policy=ADULTS)

    quick = settings(max_examples=2000, database=None, phases=[Phase.generate], derandomize=True)
    case = find(cases(policy=ADULTS), is_between, settings=quick)
    check_one_nothing(partial(_show, ADULTS), case)
    with pytest.raises(AssertionError, match="a refusal differs from another"):
        check_one_nothing(partial(_show, POLICY_2023_04), case)
    check_lists_agree(partial(_list, ADULTS), case)
    with pytest.raises(AssertionError, match="a list differs from the views"):
        check_lists_agree(partial(_list, POLICY_2023_04), case)


def test_GATE_3_verified_ages_stand_about_the_age_of_the_policy() -> None:
    """A platform verifies an age otherwise where no month of birth is stated: of adults, it verifies about eighteen."""
    quick = settings(max_examples=200, database=None, phases=[Phase.generate], derandomize=True)
    case = find(cases(policy=ADULTS), lambda case: case.document.age_verified is not None, settings=quick)
    assert case.document.age_verified is not None
    assert case.document.age_verified.age in (17, 18, 20)


@pytest.mark.parametrize("age", [17, 110, 111, 150, 10_000])
def test_cases_are_drawn_for_any_age(age: int) -> None:
    """No document can state a birth before 1900, or an age above 150: then the candidates are as old as one can state."""
    policy = Policy("old", ruleset=attrs.evolve(V2023_04, version="old", age=age))

    @settings(max_examples=examples(20))
    @given(cases(policy=policy), form_cases(policy=policy))
    def are_drawn(case: Case[Resume], of_form: Case[CampusForm]) -> None:
        check_one_nothing(partial(_show, policy), case)
        check_one_nothing(partial(_show, policy), of_form)

    are_drawn()
