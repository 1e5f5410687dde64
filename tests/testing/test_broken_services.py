"""Services that forget one thing that decides: each breaks a law before long, however seldom that thing decides."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache, partial
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis.strategies import SearchStrategy

from draws import draws_of
from each import each
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CommunityMember,
    Company,
    Headhunter,
    Owner,
    Policy,
    Recipient,
    Recruiter,
    School,
    Viewer,
    Visibility,
    dump_view,
    is_shown,
    view_for,
)
from resume_visibility.model import AgeVerified
from resume_visibility.model.building import names_of
from resume_visibility.model.consents import PUBLIC, ShareForm
from resume_visibility.model.instants import FIRST, LAST
from resume_visibility.model.settings import Account, KeywordBlock
from resume_visibility.model.viewers import COMPANY_FIELDS, FULLY_VERIFIED, VIEWERS
from resume_visibility.policy import Readings
from resume_visibility.policy.situation import company_of
from resume_visibility.testing import (
    Case,
    cases,
    check_lists_agree,
    check_noninterference,
    check_one_nothing,
    check_pure,
    check_unlinkable,
    form_cases,
)
from resume_visibility.testing.asked_before import asked_before

EXAMPLES = 100
"""The examples of a test of Hypothesis, unless it says otherwise."""
MOST_TESTS = 20
"""In so many tests each service is surely found. Most are found in the first; a few things decide one case in a hundred."""

GROUPS = Policy("groups", readings=Readings(application_stays_with_company=False))
"""An application opens to the other companies of the group that it names, too (APPLY-7)."""

Forget: TypeAlias = Callable[[Viewer, Any], tuple[Viewer, Any]]
"""The viewer and the resume or form as the service remembers them."""


def fields(**values: Any) -> Forget:
    """Remember these values of every resume or form."""
    return lambda viewer, asked: (viewer, attrs.evolve(asked, **values))


def settings(**values: Any) -> Forget:
    """Remember these settings of everybody."""
    return lambda viewer, asked: (
        viewer,
        attrs.evolve(asked, settings=attrs.evolve(asked.settings, **values)),
    )


def acts(name: str, **values: Any) -> Forget:
    """Remember these values of every act of a list."""
    return lambda viewer, asked: (
        viewer,
        attrs.evolve(asked, **{name: tuple(attrs.evolve(act, **values) for act in getattr(asked, name))}),
    )


def blocks(kind: type[Any], **values: Any) -> Forget:
    """Remember these values of every block of a kind."""

    def forget(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
        kept = tuple(
            attrs.evolve(block, **values) if isinstance(block, kind) else block
            for block in asked.settings.blocks
        )
        return settings(blocks=kept)(viewer, asked)

    return forget


def viewers(**values: Any) -> Forget:
    """Remember these values of every viewer who has them."""

    def forget(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
        known = {name: value for name, value in values.items() if hasattr(viewer, name)}
        if "verified" in known and isinstance(viewer.verified, bool):  # type: ignore[union-attr]  # a school
            known["verified"] = True
        return attrs.evolve(viewer, **known), asked

    return forget


def any_verified_age(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """Whatever age was verified, at whichever instant, is enough."""
    if asked.age_verified is None:
        return viewer, asked
    basics = attrs.evolve(asked.basics, profile=attrs.evolve(asked.basics.profile, born=None))
    return viewer, attrs.evolve(asked, basics=basics, age_verified=AgeVerified(age=16, at=FIRST))


def no_disclosures(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """What is disclosed to everybody is given to nobody."""
    kept = tuple(one for one in asked.consents if one.form is not ShareForm.DISCLOSURE)
    return viewer, attrs.evolve(asked, consents=kept)


def disclosures_for_recipients(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """A consent to somebody else is taken for a disclosure."""
    if not isinstance(viewer, Recipient) or viewer.id != PUBLIC:
        return viewer, asked
    return acts("consents", recipient=PUBLIC, form=ShareForm.DISCLOSURE)(viewer, asked)


def applications_to_every_group(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """An application to one company counts for its group, though it names none."""
    group = viewer.company.group if isinstance(viewer, Recruiter) else None
    return acts("applications", group=group)(viewer, asked)


def talk_of_form(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """Every school requires what is handed in."""
    if asked.talk is None:
        return viewer, asked
    return viewer, attrs.evolve(asked, talk=attrs.evolve(asked.talk, school_requires=True))


OF_EITHER: dict[str, Forget] = {
    "account": fields(account=Account.OPEN),
    "deleted": fields(deleted=False),
    "verified age that is too low or too late": any_verified_age,
    "resume permission": settings(resume_permission=True),
    "blocks": settings(blocks=()),
    "group of a block": blocks(object, group=None),
    "group of a keyword": blocks(KeywordBlock, group=None),
    "instant of a block": blocks(object, at=FIRST),
    "sign-in": viewers(signed_in=True),
    "verification": viewers(verified=FULLY_VERIFIED),
}
"""What a service forgets of resumes and of forms, so that it shows more (LAW-3)."""

OF_RESUMES: dict[str, Forget] = {
    "visibility": settings(visibility=Visibility.PUBLIC),
    "withdrawal of an application": acts("applications", withdrawn=None),
    "instant of an application": acts("applications", at=FIRST),
    "beginning of a consent": acts("consents", begins=FIRST, order=None),
    "end of a consent": acts("consents", ends=LAST),
    "withdrawal of a consent": acts("consents", withdrawn=None),
    "form of a consent": disclosures_for_recipients,
}
"""What a service forgets of resumes, so that it shows more."""

OF_FORMS: dict[str, Forget] = {
    "withdrawal": fields(withdrawn=None),
    "handing in": lambda viewer, form: (viewer, attrs.evolve(form, handed_in=FIRST)),
    "rule of the school": talk_of_form,
}
"""What a service forgets of forms, so that it shows more."""


@cache
def one_test(
    strategy: Callable[..., SearchStrategy[Case[Any]]], policy: Policy, number: int
) -> tuple[Case[Any], ...]:
    """What one test of a service would be run on."""
    return tuple(draws_of(strategy(policy=policy), EXAMPLES, rounds=1, first=number))


def drawn(strategy: Callable[..., SearchStrategy[Case[Any]]], policy: Policy) -> Iterator[Case[Any]]:
    """What one test after the other would be run on."""
    for number in range(MOST_TESTS):
        yield from one_test(strategy, policy, number)


def is_found(
    law: Callable[[Any, Case[Any]], None], service: Any, among: Iterable[Case[Any]], why: str
) -> bool:
    """Whether one of the cases shows that the service breaks the law, for that reason."""
    for case in among:
        try:
            law(service, case)
        except AssertionError as error:
            return why in str(error)
    return False


def shows(forget: Forget, policy: Policy = POLICY_2023_04) -> Any:
    """The endpoint of a service that forgets."""

    def endpoint(viewer: Viewer, asked: Any, at: datetime) -> Any:
        remembered, document = forget(viewer, asked)
        return view_for(remembered, document, at=at, policy=policy)

    return endpoint


def lists(forget: Forget, policy: Policy = POLICY_2023_04) -> Any:
    """The list of a service that forgets."""

    def listed(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> list[str]:
        remembered = [(one.id, *forget(viewer, one)) for one in documents]
        return [name for name, seen_by, one in remembered if is_shown(seen_by, one, at=at, policy=policy)]

    return listed


NOTHING = fields()
SHOWN, MISSED = "a refusal differs from another", "a list differs from the views"


@each(
    ("strategy", "forget"),
    [(cases, fields(age_verified=None)), (form_cases, fields(age_verified=None)), (cases, no_disclosures)],
)
def test_a_list_that_forgets_what_opens_is_found(strategy: Any, forget: Forget) -> None:
    """LAW-8 finds a list without those whose age was verified, or without those who disclosed something."""
    assert is_found(check_lists_agree, lists(forget), drawn(strategy, POLICY_2023_04), MISSED)


@each("strategy", [cases, form_cases])
def test_a_list_that_holds_the_other_document_is_found(strategy: Any) -> None:
    """LAW-8 finds a list that has the right length and the wrong document in it, such as one with a join on the wrong column."""

    def swapped(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> list[str]:
        shown = [is_shown(viewer, one, at=at) for one in documents]
        return [
            one.id for one, is_other_shown in zip(documents, reversed(shown), strict=True) if is_other_shown
        ]

    assert is_found(check_lists_agree, swapped, drawn(strategy, POLICY_2023_04), MISSED)


def test_a_case_of_two_documents_with_one_id_is_refused() -> None:
    """LAW-8 cannot be judged where a list cannot say which of two documents it holds."""
    case = next(drawn(cases, POLICY_2023_04))
    same = attrs.evolve(case, other=attrs.evolve(case.other, id=case.document.id))
    with pytest.raises(ValueError, match=r"case\.other\.id: expected another id than that of case\.document"):
        check_lists_agree(lists(NOTHING), same)


def test_APPLY_7_a_service_that_takes_groups_otherwise_is_found() -> None:
    """APPLY-7: code that gives the group what only the company was sent is found, and with a policy that shares with groups, code
    that does not share, or shares with a group that no application names.
    """
    assert is_found(check_one_nothing, shows(NOTHING, GROUPS), drawn(cases, POLICY_2023_04), SHOWN)
    assert is_found(check_lists_agree, lists(NOTHING, GROUPS), drawn(cases, POLICY_2023_04), MISSED)
    assert is_found(check_lists_agree, lists(NOTHING), drawn(cases, GROUPS), MISSED)
    assert is_found(
        check_one_nothing, shows(applications_to_every_group, GROUPS), drawn(cases, GROUPS), SHOWN
    )


@each(
    ("strategy", "forgotten"),
    [
        *((strategy, name) for strategy in (cases, form_cases) for name in OF_EITHER),
        *((cases, name) for name in OF_RESUMES),
        *((form_cases, name) for name in OF_FORMS),
    ],
)
def test_whatever_a_service_forgets_is_found(strategy: Any, forgotten: str) -> None:
    """LAW-3 finds code that forgets anything that closes: a withdrawal, a group, what a verified age is."""
    forget = {**OF_EITHER, **OF_RESUMES, **OF_FORMS}[forgotten]
    assert is_found(check_one_nothing, shows(forget), drawn(strategy, POLICY_2023_04), SHOWN)


AMOUNTS: dict[str, Callable[[Any], object]] = {
    "files": lambda resume: len(resume.attachments),
    "video": lambda resume: resume.video is not None,
    "certificates": lambda resume: bool(resume.certificates),
    "avatar": lambda resume: resume.basics.avatar is not None,
    "homepage": lambda resume: resume.basics.contact.homepage is not None,
    "work_started": lambda resume: resume.basics.profile.work_started is not None,
    "virtual numbers": lambda resume: len(resume.virtual_numbers),
    "age": lambda resume: (one := resume.basics.profile.born) and 2026 - one.year,
    "birthday": lambda resume: (one := resume.basics.profile.born) and one.month,
}
"""What a service says beside the view: how much there is, whether there is anything, or how old somebody is."""


@each(
    ("strategy", "amount"),
    [
        *((cases, amount) for amount in AMOUNTS.values()),
        (form_cases, lambda form: form.basics.photo is not None),
    ],
)
def test_LAW_1_a_service_that_says_how_much_is_withheld_is_found(strategy: Any, amount: Any) -> None:
    """LAW-1 finds a badge such as 有附件简历, shown to somebody who is granted no attachment: in one test, and not by chance."""

    def badge(viewer: Viewer, asked: Any, at: datetime) -> object:
        view = view_for(viewer, asked, at=at)
        return None if view is None else (view, amount(asked))

    among = one_test(strategy, POLICY_2023_04, 0)
    assert is_found(check_noninterference, badge, among, "a withheld value makes a difference")


def test_LAW_9_a_community_that_says_how_old_somebody_is_is_found() -> None:
    """LAW-9 finds 35 岁 beside a nickname: the month of birth decides whether somebody appears there, and is not granted."""

    def aged(viewer: Viewer, asked: Any, at: datetime) -> object:
        view = view_for(viewer, asked, at=at)
        shown = isinstance(viewer, CommunityMember)
        return None if view is None else (view, AMOUNTS["age"](asked) if shown else None)

    among = one_test(cases, POLICY_2023_04, 0)
    assert is_found(check_unlinkable, aged, among, "a difference in the community")


SEEN: dict[object, tuple[datetime, bytes | None]] = {}


def seen(viewer: Viewer, asked: Any, at: datetime) -> tuple[datetime, bytes | None]:
    """What is shown, and until when. It is worked out once for all the caches: in cases, no two states of a document share a revision."""
    question = (viewer, asked.id, asked.revision, at)
    if question not in SEEN:
        view = view_for(viewer, asked, at=at)
        SEEN[question] = (at, None) if view is None else (view.fresh_until, dump_view(view))
    return SEEN[question]


class Keeper:
    """A cache of views whose key forgets a field of the viewer, or whose entries are kept for so long."""

    def __init__(
        self,
        forgotten: str | None = None,
        kept_for: timedelta | None = None,
        of_company: dict[str, Any] | None = None,
        of_clients: dict[str, Any] | None = None,
    ) -> None:
        self.forgotten, self.kept_for = forgotten, kept_for
        self.of_company, self.of_clients = of_company, of_clients
        self.kept: dict[object, tuple[datetime, bytes]] = {}

    def key(self, viewer: Viewer, asked: Any) -> object:
        company = COMPANY_FIELDS.get(type(viewer))
        if company and self.of_company:
            changed = {company: attrs.evolve(getattr(viewer, company), **self.of_company)}
            viewer = attrs.evolve(viewer, **changed)
        if self.of_clients and isinstance(viewer, Headhunter) and viewer.clients:
            clients = tuple(attrs.evolve(one, **self.of_clients) for one in viewer.clients)
            viewer = attrs.evolve(viewer, clients=clients)
        known = [(name, getattr(viewer, name)) for name in names_of(type(viewer)) if name != self.forgotten]
        resume = asked.revision if self.forgotten == "resume" else (asked.id, asked.revision)
        return type(viewer), *known, resume

    def __call__(self, viewer: Viewer, asked: Any, at: datetime) -> bytes | None:
        until, body = self.kept.get(key := self.key(viewer, asked), (at, b""))
        if at < until:
            return body
        until, view = seen(viewer, asked, at)
        if view is None:
            return None
        self.kept[key] = until if self.kept_for is None else at + self.kept_for, view
        return view


FORGOTTEN = sorted({name for kind in VIEWERS for name in names_of(kind)} - {"candidate"})
"""Every field of a viewer but who owns a resume: of an owner, no law asks who asked before."""
KEEPERS = {
    **{name: partial(Keeper, name) for name in (*FORGOTTEN, "resume")},
    "the end of a view": partial(Keeper, kept_for=timedelta(hours=2)),
    "the name of a company": partial(Keeper, of_company={"name": "any"}),
    "the other names of a company": partial(Keeper, of_company={"aliases": ()}),
    "the group of a company": partial(Keeper, of_company={"group": None}),
    "the name of a client": partial(Keeper, of_clients={"name": "any"}),
    "the other names of a client": partial(Keeper, of_clients={"aliases": ()}),
    "the group of a client": partial(Keeper, of_clients={"group": None}),
}


@each("keeper", KEEPERS)
def test_LAW_6_a_cache_that_forgets_something_is_found(keeper: str) -> None:
    """LAW-6 finds a cache with a key that lacks any one field of the viewer or of their company, or the id of the resume, and one that
    keeps each view as long: a view that ends earlier is over by then.
    """
    among = drawn(cases, POLICY_2023_04)
    assert is_found(check_pure, KEEPERS[keeper](), among, "what was asked before makes a difference")


def test_LAW_6_a_cache_that_forgets_nothing_is_not_accused() -> None:
    """LAW-6 holds of a cache whose key is whole, and that keeps each view until its end."""
    keeper = Keeper()
    for strategy in (cases, form_cases):
        for case in one_test(strategy, POLICY_2023_04, 0):
            check_pure(keeper, case)


def test_LAW_6_a_service_that_fails_says_where() -> None:
    """The laws ask about viewers whom the case does not have: where a service fails for one of them, the error names viewer and instant."""
    failed: list[tuple[Viewer, datetime]] = []

    def knows_nobody_else(viewer: Viewer, asked: Any, at: datetime) -> Any:
        if (viewer, at) not in known:
            failed.append((viewer, at))
            raise KeyError(type(viewer).__name__)
        return view_for(viewer, asked, at=at)

    for case in drawn(cases, POLICY_2023_04):
        if not isinstance(case.viewer, Owner):
            known = [(case.viewer, case.at)]
            with pytest.raises(KeyError) as caught:
                check_pure(knows_nobody_else, case)
            [(viewer, at)] = failed
            [note] = caught.value.__notes__
            assert note.startswith(f"LAW-6: the service failed where {type(viewer).__name__}(")
            assert note.endswith(f" asks at {at}")
            return


@each("kind", VIEWERS - {Owner})
def test_LAW_6_every_field_of_a_viewer_is_asked_otherwise(kind: type[Viewer]) -> None:
    """A new field of a viewer is asked with another value, too."""
    case = next(one for one in drawn(cases, POLICY_2023_04) if type(one.viewer) is kind)
    asked = [one for one, _ in asked_before(case) if type(one) is kind]
    changed = {
        name for one in asked for name in names_of(kind) if getattr(one, name) != getattr(case.viewer, name)
    }
    assert changed == {*names_of(kind)}


def in_small_letters(company: Any) -> Any:
    """A company as a database finds it that takes capitals for small letters."""
    return attrs.evolve(company, id=company.id and company.id.lower())


def of_any_case(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """Compare the ids of companies and recipients whatever their case."""
    if isinstance(viewer, Recruiter):
        viewer = attrs.evolve(viewer, company=in_small_letters(viewer.company))
    sent = tuple(attrs.evolve(one, company=one.company.lower()) for one in asked.applications)
    given = tuple(
        one if one.recipient == PUBLIC else attrs.evolve(one, recipient=one.recipient.lower())
        for one in asked.consents
    )
    return viewer, attrs.evolve(asked, applications=sent, consents=given)


def owner_by_number(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """Take whoever has the number of the candidate for the candidate, whichever table counts it."""
    alike = getattr(viewer, "id", None) == asked.candidate
    return Owner(candidate=asked.candidate) if alike else viewer, asked


def owner_by_company(number: str) -> Forget:
    """Take whoever is of a company with such a number for the candidate: that of the candidate, or of the resume."""

    def mixed_up(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
        company = company_of(viewer)
        alike = company is not None and company.id == getattr(asked, number)
        return Owner(candidate=asked.candidate) if alike else viewer, asked

    return mixed_up


def owner_by_resume(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """Take whoever has the number of the resume for the candidate, whichever table counts it."""
    alike = getattr(viewer, "id", None) == asked.id
    return Owner(candidate=asked.candidate) if alike else viewer, asked


def owner_by_own_number(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """Take another candidate with the number of the resume for its candidate."""
    alike = isinstance(viewer, Owner) and viewer.candidate == asked.id
    return Owner(candidate=asked.candidate) if alike else viewer, asked


def school_by_company(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
    """Take a school with the number of a company that was sent the resume for that company."""
    if not isinstance(viewer, School) or viewer.id not in {one.company for one in asked.applications}:
        return viewer, asked
    company = Company(id=viewer.id, name="any")
    intent: dict[str, Any] = {
        "action": viewer.action,
        "language": viewer.language,
        "signed_in": viewer.signed_in,
    }
    return Recruiter(id="any", company=company, verified=FULLY_VERIFIED, **intent), asked


MIXED_UP = {
    "the case of ids": of_any_case,
    "the number of the candidate": owner_by_number,
    "the number of the resume": owner_by_resume,
    "another candidate's number and the resume's": owner_by_own_number,
    "a company's number and the candidate's": owner_by_company("candidate"),
    "a company's number and the resume's": owner_by_company("id"),
    "a school's number and a company's": school_by_company,
}


@each("strategy", [cases, form_cases])
@each("mixed_up", [owner_by_resume, owner_by_own_number])
def test_LAW_3_whoever_has_the_number_of_a_document_is_not_its_owner(strategy: Any, mixed_up: Forget) -> None:
    """LAW-3 finds code that takes the id of a resume or form for that of its candidate: in two tests, and not by chance."""
    among = (*one_test(strategy, POLICY_2023_04, 0), *one_test(strategy, POLICY_2023_04, 1))
    assert is_found(check_one_nothing, shows(mixed_up), among, SHOWN)


@each("mixed_up", MIXED_UP)
def test_LAW_3_a_service_that_mixes_up_ids_is_found(mixed_up: str) -> None:
    """LAW-3 finds code that takes one id for another: by its letters, or by its number in another table."""
    assert is_found(check_one_nothing, shows(MIXED_UP[mixed_up]), drawn(cases, POLICY_2023_04), SHOWN)


CLOCKS: dict[str, Callable[[datetime], datetime]] = {
    "whole days": lambda at: at.replace(hour=0, minute=0, second=0, microsecond=0),
    "whole hours": lambda at: at.replace(minute=0, second=0, microsecond=0),
    "the hours of Beijing": lambda at: at + timedelta(hours=8),
    "hours behind": lambda at: at - timedelta(hours=8),
    "whole milliseconds": lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000),
}


@each("strategy", [cases, form_cases])
@each("clock", CLOCKS)
def test_LAW_3_a_clock_that_is_wrong_is_found(strategy: Any, clock: str) -> None:
    """LAW-3 finds code that decides at another instant than it was asked at: a time zone too far, or without the hours."""

    def late(viewer: Viewer, asked: Any, at: datetime) -> Any:
        return view_for(viewer, asked, at=CLOCKS[clock](at))

    assert is_found(check_one_nothing, late, drawn(strategy, POLICY_2023_04), SHOWN)


def talked(forget: Forget) -> Forget:
    """Forget something where the viewer's company talks with the candidate."""

    def forgetful(viewer: Viewer, asked: Any) -> tuple[Viewer, Any]:
        company = company_of(viewer)
        talks = company is not None and any(one.company == company.id for one in asked.conversations)
        return forget(viewer, asked) if talks and viewer.action is Action.CHAT else (viewer, asked)

    return forgetful


CHATS: dict[str, Forget] = {
    "block": talked(settings(blocks=())),
    "chat permission": talked(settings(chat_permission=True)),
    "resume permission": talked(settings(resume_permission=True)),
    "end": acts("conversations", until=None),
    "beginning": acts("conversations", since=FIRST),
}


@each("forgotten", CHATS)
def test_CHAT_1_a_chat_that_forgets_something_is_found(forgotten: str) -> None:
    """LAW-3 finds a chat that asks whether somebody talks with the candidate, and for nothing else."""
    assert is_found(check_one_nothing, shows(CHATS[forgotten]), drawn(cases, POLICY_2023_04), SHOWN)
