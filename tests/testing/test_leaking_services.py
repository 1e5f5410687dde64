"""Services that give one kind of viewer something of a value that is withheld from them: each breaks LAW-1 before long."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from typing import Any, TypeAlias

import attrs

import people
from draws import draws_of
from each import each
from leaks import assert_caught
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    CampusForm,
    FormView,
    Mailbox,
    Part,
    Recommender,
    Recruiter,
    Resume,
    ResumeView,
    School,
    Viewer,
    is_shown,
    view_for,
)
from resume_visibility.model import Application, CompanyBlock, Document
from resume_visibility.model.building import fields_of, is_model
from resume_visibility.model.instants import FIRST
from resume_visibility.policy import Grant, ViewerKind
from resume_visibility.policy.table import case_of
from resume_visibility.testing import Case, cases, check_noninterference, check_unreachable, form_cases, twin
from resume_visibility.testing.bare import bare_twin
from resume_visibility.testing.withheld import secrets

EXAMPLES = 100
"""The examples of a test of Hypothesis, unless it says otherwise."""
TESTS = 4
"""In so many tests each service is surely found. Nearly all are found in the first."""
STRATEGIES: dict[Document, Callable[[], Any]] = {Document.RESUME: cases, Document.FORM: form_cases}
ALONE = frozenset({Part.DISPLAY_NAME, Part.REGION, Part.LATEST_POSITION, Part.MESSENGER, Part.NATIONAL_ID})
"""The parts that are no field: they are a piece of another part, or in texts."""


def held_by(document: Any) -> dict[Part, dict[str, Any]]:
    """The values of each part, by the names of their fields."""
    basics = document.basics
    found: dict[Part, dict[str, Any]] = {
        part: {part.value: getattr(where, part.value)}
        for where in (document, basics, basics.contact)
        for part in Part
        if hasattr(where, part.value) and part is not Part.PROFILE
    }
    found[Part.PROFILE] = {name: getattr(basics.profile, name) for name, _ in fields_of(type(basics.profile))}
    if isinstance(document, Resume):
        found[Part.VIRTUAL_NUMBER] = {"numbers": document.virtual_numbers}
        found[Part.DELIVERY] = {"talks": tuple(one.talk for one in document.applications if one.talk)}
    return found


def dump(value: Any) -> str:
    """Every value in a value of the model, as text: its representation holds none (LAW-7)."""
    if isinstance(value, tuple):
        return f"({','.join(map(dump, value))})"
    return (
        dump(tuple(getattr(value, name) for name, _ in fields_of(type(value))))
        if is_model(type(value))
        else repr(value)
    )


def order_of(value: Any) -> list[int]:
    """The places of the items of a list, as they stand when sorted."""
    items = [*map(dump, value)] if isinstance(value, tuple) else []
    return sorted(range(len(items)), key=items.__getitem__)


LEAKS: dict[str, Callable[[Any], object]] = {
    "whether there is one": bool,
    "how many there are": lambda value: len(value) if isinstance(value, (tuple, str)) else value is None,
    "in which order": order_of,
    "what it is": dump,
}


Leak: TypeAlias = tuple[Document, ViewerKind, Part, str, str]
"""Of which document, to whom, of which part and field, and what is given away of it."""


def leaks() -> Iterator[Leak]:
    """Everything that can be given away to a kind of viewer who is shown the document, by some case, and not that part."""
    withheld = {
        (entry.facts.document, entry.facts.kind, part, Part.DISPLAY_NAME in entry.decision.withheld)
        for entry in POLICY_2023_04.entries()
        if isinstance(entry.decision, Grant)
        for part in entry.decision.withheld - ALONE
    }
    for document, kind, part, is_nameless in withheld:
        for field, value in held_by(first_of(document))[part].items():
            for name in LEAKS:
                # Whoever is shown an honorific knows that there is a name; and one value is in no order.
                known = part is Part.NAME and not is_nameless and name != "what it is"
                if not known and (isinstance(value, tuple) or name != "in which order"):
                    yield document, kind, part, field, name


def first_of(document: Document) -> Any:
    return draws_of(STRATEGIES[document](), 2, rounds=1)[0].document


@attrs.frozen
class Met:
    """A case in which something is shown, and not all of it."""

    case: Case[Any]
    view: ResumeView | FormView
    kind: ViewerKind
    alike: tuple[Any, Any]


@cache
def met_in(document: Document, number: int) -> tuple[Met, ...]:
    """What one test meets: with each case, the two documents that must look the same."""
    found = []
    for case in draws_of(STRATEGIES[document](), EXAMPLES, rounds=1, first=number):
        view = view_for(case.viewer, case.document, at=case.at)
        if view is not None:
            other = twin(case)
            kind = case_of(case.viewer, case.document, case.at).facts.kind
            found.append(Met(case, view, kind, (other, bare_twin(case, other))))
    return tuple(found)


@cache
def found_by(number: int) -> frozenset[Leak]:
    """What one test finds: whatever of a withheld part is not the same in a twin makes a difference, if it is given away."""
    return frozenset().union(*(_found_of(document, number) for document in Document))


def _found_of(document: Document, number: int) -> set[Leak]:
    found = set[Leak]()
    for met in met_in(document, number):
        mine = held_by(met.case.document)
        for theirs, part in product(map(held_by, met.alike), met.view.withheld - ALONE):
            for (field, value), (name, leak) in product(mine[part].items(), LEAKS.items()):
                one = (document, met.kind, part, field, name)
                if one not in found and leak(value) != leak(theirs[part][field]):
                    found.add(one)
    return found


def test_whatever_is_given_away_of_a_withheld_part_is_found() -> None:
    """LAW-1 finds code that gives away whether there is something, how much, in which order or what, of each part, to each kind of viewer
    from whom it is withheld; of ten such services, nine in any one test.
    """
    every, tests = frozenset(leaks()), list[frozenset[Leak]]()
    while len(tests) < TESTS and not every <= frozenset().union(*tests):
        tests.append(found_by(len(tests)))
    assert every <= frozenset().union(*tests)
    assert sum(len(every & found) for found in tests) >= 0.9 * len(tests) * len(every)


def company_of(viewer: Any) -> str | None:
    """The company of a recruiter or of a headhunter."""
    company = getattr(viewer, "company", None) or getattr(viewer, "agency", None)
    return company and company.id


CONDITIONS: dict[str, Callable[[Any, Any, datetime], bool]] = {
    "a block to come": lambda _, asked, at: any(one.at > at for one in asked.settings.blocks),
    "a block by a keyword": lambda _, asked, at: any(
        hasattr(one, "keyword") for one in asked.settings.blocks
    ),
    "two blocks": lambda _, asked, at: len(asked.settings.blocks) == 2,
    "no chat": lambda _, asked, at: not asked.settings.chat_permission,
    "an age that was verified": lambda _, asked, at: asked.age_verified is not None,
    "an age that was verified alone": lambda _, asked, at: (
        asked.age_verified is not None and asked.basics.profile.born is None
    ),
}
"""The conditions under which a service gives something away, of a resume or form."""

OF_RESUMES: dict[str, Callable[[Any, Resume, datetime], bool]] = {
    "a consent that is over": lambda _, asked, at: any(one.ends <= at for one in asked.consents),
    "a consent to the viewer that is over": lambda viewer, asked, at: any(
        one.recipient == getattr(viewer, "id", None) and one.ends <= at for one in asked.consents
    ),
    "a consent to the viewer that was withdrawn": lambda viewer, asked, at: any(
        one.recipient == getattr(viewer, "id", None) and one.withdrawn is not None and one.withdrawn <= at
        for one in asked.consents
    ),
    "two consents to the viewer": lambda viewer, asked, at: (
        sum(one.recipient == getattr(viewer, "id", None) for one in asked.consents) > 1
    ),
    "a withdrawn application": lambda _, asked, at: any(
        one.withdrawn is not None and one.withdrawn <= at for one in asked.applications
    ),
    "an application to come": lambda viewer, asked, at: any(
        one.company == company_of(viewer) and one.at > at for one in asked.applications
    ),
    "two applications to the viewer": lambda viewer, asked, at: (
        sum(one.company == company_of(viewer) for one in asked.applications) > 1
    ),
    "a conversation with the viewer that is over": lambda viewer, asked, at: any(
        one.company == company_of(viewer) and one.until is not None and one.until <= at
        for one in asked.conversations
    ),
    "an agency with clients": lambda viewer, asked, at: bool(getattr(viewer, "clients", ())),
    "an agency whose clients are unknown": lambda viewer, asked, at: getattr(viewer, "clients", ()) is None,
}
"""The conditions that a resume alone can meet."""


@each(
    ("document", "condition"),
    [
        *((document, name) for document in Document for name in CONDITIONS),
        *((Document.RESUME, name) for name in OF_RESUMES),
    ],
)
def test_a_service_that_leaks_under_one_condition_is_found(document: Document, condition: str) -> None:
    """LAW-1 finds code that gives the e-mail address away under one condition alone, however little that condition decides."""
    holds = {**CONDITIONS, **OF_RESUMES}[condition]

    def given(met: Met, asked: Any) -> object:
        return asked.basics.contact.email if holds(met.case.viewer, asked, met.case.at) else None

    assert any(
        Part.EMAIL in met.view.withheld and given(met, met.case.document) != given(met, other)
        for number in range(TESTS)
        for met in met_in(document, number)
        for other in met.alike
    )


def clients_of(viewer: Viewer) -> str:
    """What is known of the clients of an agency."""
    clients = getattr(viewer, "clients", ())
    return "unknown" if clients is None else "known" if clients else ""


Way: TypeAlias = tuple[ViewerKind, str, Action]
"""To whom a resume is shown, with what is known of their clients, and for what."""


def ways() -> Iterator[tuple[Way, Part]]:
    """Every way in which a resume is shown to somebody, with each part that is withheld then."""
    for entry in POLICY_2023_04.entries():
        facts = entry.facts
        if facts.document is Document.RESUME and isinstance(entry.decision, Grant):
            agencies = ("", "known", "unknown") if facts.kind is ViewerKind.HEADHUNTER else ("",)
            for part in entry.decision.withheld - ALONE:
                yield from (((facts.kind, clients, facts.action), part) for clients in agencies)


def test_a_service_that_leaks_for_one_action_alone_is_found() -> None:
    """LAW-1 finds code that gives something away in a search, a recommendation or an export alone, or to agencies with clients alone; of
    ten such services, six in any one test.
    """
    every = {*ways()}
    tests = [
        {
            ((met.kind, clients_of(met.case.viewer), met.case.viewer.action), part)
            for met in met_in(Document.RESUME, number)
            for other in map(held_by, met.alike)
            for part, values in held_by(met.case.document).items()
            if part in met.view.withheld
            and any(dump(values[name]) != dump(other[part][name]) for name in values)
        }
        for number in range(TESTS)
    ]
    assert {way for way, _ in every} <= {way for way, _ in frozenset().union(*tests)}
    assert sum(len(every & found) for found in tests) >= 0.6 * TESTS * len(every)


def elsewhere(viewer: Viewer, acts: tuple[Any, ...]) -> list[Any]:
    """The acts towards another company than the viewer's."""
    return [one for one in acts if one.company != company_of(viewer)]


def last(instants: Iterator[datetime]) -> datetime | None:
    """The last of some instants, but of acts that a twin has more."""
    return max((one for one in instants if one != FIRST), default=None)


INSTANTS: dict[str, Callable[[Any, Resume], datetime | None]] = {
    "a block": lambda _, asked: last(one.at for one in asked.settings.blocks),
    "an application to another company": lambda viewer, asked: last(
        one.at for one in elsewhere(viewer, asked.applications)
    ),
    "a conversation with another company": lambda viewer, asked: last(
        one.since for one in elsewhere(viewer, asked.conversations)
    ),
    "a consent to somebody else": lambda viewer, asked: last(
        one.begins for one in asked.consents if one.recipient != getattr(viewer, "id", None)
    ),
}
"""What a service says about when something was done, that was not done towards whoever asks."""


@each("what", INSTANTS)
def test_LAW_1_a_service_that_says_when_something_was_done_is_found(what: str) -> None:
    """LAW-1 finds code that says when a candidate blocked somebody, or applied elsewhere: it decides, so it moves with its order kept."""
    leak = INSTANTS[what]
    assert any(
        leak(met.case.viewer, met.case.document) != leak(met.case.viewer, other)
        for met in met_in(Document.RESUME, 0)
        for other in met.alike
    )


@each("document", Document)
def test_a_service_that_says_when_it_was_sent_something_is_not_accused(document: Document) -> None:
    """LAW-1: a company knows when somebody applied to it or wrote to it, and a recipient when the consent to it began."""

    def known(viewer: Any, asked: Any) -> object:
        if document is Document.FORM:
            return company_of(viewer) and (asked.handed_in, asked.withdrawn)
        mailbox = getattr(viewer, "address", None)
        sent = [one for one in asked.applications if mailbox is None or one.mailbox == mailbox]
        return (
            [(one.at, one.withdrawn) for one in sent if one.company == company_of(viewer)],
            [(one.since, one.until) for one in asked.conversations if one.company == company_of(viewer)],
            [one.begins for one in asked.consents if one.recipient == getattr(viewer, "id", None)],
        )

    for number in range(TESTS):
        for met in met_in(document, number):
            for other in met.alike:
                assert known(met.case.viewer, met.case.document) == known(met.case.viewer, other)


SENT = people.AT - timedelta(days=9)


def blocked_at(company: str, at: datetime) -> tuple[Case[Resume], Resume]:
    """A question of a company that was applied to, by a candidate who blocked a company at an instant; and its twin."""
    asked = attrs.evolve(
        people.resume(),
        settings=attrs.evolve(people.resume().settings, blocks=(CompanyBlock(company=company, at=at),)),
        applications=(Application(company=str(people.ACME.id), at=SENT),),
    )
    acme = Recruiter(id="u-1", company=people.ACME, signed_in=True, verified=FULLY_VERIFIED)
    case = Case(viewer=acme, document=asked, at=people.AT, other=asked)
    return case, twin(case)


@each("at", [SENT + timedelta(microseconds=1), FIRST + timedelta(days=1)])
def test_instants_that_are_too_close_stay(at: datetime) -> None:
    """Instants keep their order: where one cannot move between its neighbours, or before the first that there is, none moves."""
    _, same = blocked_at("elsewhere", at)
    assert same.settings.blocks[0].at == at


@each("days", [-20, -9, -5, 0])
def test_APPLY_6_a_block_keeps_its_side_of_an_application(days: int) -> None:
    """APPLY-6: the later act holds in a twin, too; a block at the instant of the application stays there."""
    at = people.AT + timedelta(days=days)
    case, same = blocked_at(str(people.ACME.id), at)
    assert (
        is_shown(case.viewer, case.document, at=case.at)
        is is_shown(case.viewer, same, at=case.at)
        is (days == -20)
    )
    assert (same.settings.blocks[0].at == at) is (days in (-9, 0))


def test_a_service_that_does_not_redact_the_last_item_is_found() -> None:
    """LAW-2 finds code that redacts the first item of a list alone; of four lists, three in any one test."""
    lists = {
        (document, part)
        for document in Document
        for part, values in held_by(first_of(document)).items()
        if part.value in values and isinstance(values[part.value], tuple)
    } - NEVER_REDACTED
    found = [
        {
            (document, part)
            for document in Document
            for met in met_in(document, number)
            for part, values in held_by(met.case.document).items()
            if (document, part) in lists and part not in met.view.withheld
            for item in values[part.value][1:]
            if any(secret in dump(item) for secret in secrets(met.case))
        }
        for number in range(TESTS)
    ]
    assert lists <= set().union(*found)
    assert sum(map(len, found)) >= 0.75 * TESTS * len(lists)


NEVER_REDACTED = {(Document.RESUME, Part.ATTACHMENTS), (Document.FORM, Part.FAMILY)}
"""Whoever is shown these is nearly always shown everything that they hold."""


def relatives(form: CampusForm) -> object:
    return len(form.family)


def employed(form: CampusForm) -> object:
    return form.relatives and len(form.relatives.people)


def jobs(resume: Resume) -> object:
    return bool(resume.work)


def files(resume: Resume) -> object:
    return len(resume.attachments)


def order_of_jobs(resume: Resume) -> object:
    """As the numbers and names in the descriptions stand when sorted."""
    return order_of(tuple(one.description or "" for one in resume.work))


OF: dict[Any, Part] = {
    relatives: Part.FAMILY,
    employed: Part.RELATIVES,
    jobs: Part.WORK,
    files: Part.ATTACHMENTS,
    order_of_jobs: Part.MOBILE,
}
"""The part that is withheld."""


@each(
    ("document", "kind", "leak"),
    [
        (Document.FORM, School, relatives),
        (Document.FORM, School, employed),
        (Document.RESUME, Recommender, jobs),
        (Document.RESUME, Mailbox, files),
        (Document.RESUME, Recruiter, order_of_jobs),
    ],
)
def test_a_service_that_gives_a_number_away_is_caught(
    document: Document, kind: type[Viewer], leak: Callable[[Any], object]
) -> None:
    """LAW-1 can fail: how many there are of what is withheld, and in which order, is withheld as well."""

    def leaky(viewer: Viewer, asked: Any, at: datetime) -> object:
        view = view_for(viewer, asked, at=at)
        given = (
            isinstance(viewer, kind) and isinstance(view, ResumeView | FormView) and OF[leak] in view.withheld
        )
        return (view, leak(asked)) if given else view

    assert_caught(check_noninterference, leaky, "a withheld value makes a difference", STRATEGIES[document]())


IN_PART: dict[Part, Callable[[Resume], object]] = {
    Part.ATTACHMENTS: lambda resume: [one.id for one in resume.attachments],
    Part.VIRTUAL_NUMBER: lambda resume: [one.number.e164 for one in resume.virtual_numbers],
}
"""What a service gives of a part to whoever is granted the part: all that there is."""


def beside_view(part: Part, give: Callable[[Resume], object]) -> Callable[..., object]:
    """A service that gives something beside the view to whoever is granted the part."""

    def show(viewer: Viewer, asked: Resume, at: datetime) -> object:
        view = view_for(viewer, asked, at=at)
        granted = view is not None and part not in view.withheld
        return None if view is None else (view, give(asked) if granted else None)

    return show


@each("part", IN_PART)
def test_a_service_that_gives_all_of_what_is_shown_in_part_is_found(part: Part) -> None:
    """LAW-1 and LAW-2 find code that gives every file of the candidate to a company that was sent one, or numbers bound to others; and
    LAW-1 finds how many there are.
    """
    give = IN_PART[part]
    assert_caught(check_noninterference, beside_view(part, give), "a withheld value makes a difference")
    assert_caught(check_unreachable, beside_view(part, give), "a withheld value can be reached")
    count = beside_view(part, lambda resume: len(give(resume)))  # type: ignore[arg-type]  # a list
    assert_caught(check_noninterference, count, "a withheld value makes a difference")


def test_numbers_that_differ_by_their_extension_are_one_number() -> None:
    """LAW-2: a number that is shown is not withheld, though another candidate's extension of it is."""
    case = next(
        met.case
        for number in range(TESTS)
        for met in met_in(Document.RESUME, number)
        if isinstance(met.view, ResumeView) and met.view.contact.virtual_number is not None
    )
    shown = case_of(case.viewer, case.document, case.at).virtual_number
    assert shown is not None
    later = attrs.evolve(
        shown,
        id="line-later",
        number=attrs.evolve(shown.number, extension="8765"),
        company="elsewhere",
    )
    two = attrs.evolve(case, document=attrs.evolve(case.document, virtual_numbers=(shown, later)))
    check_unreachable(lambda viewer, asked, at: view_for(viewer, asked, at=at), two)
