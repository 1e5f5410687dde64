"""Services that give one kind of viewer something of a value that is withheld from them: each breaks LAW-1 before long."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias

from draws import draws_of
from each import each
from leaks import assert_caught
from resume_visibility import (
    POLICY_2023_04,
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
    view_for,
)
from resume_visibility.model import Document
from resume_visibility.model.building import fields_of, is_model
from resume_visibility.policy import Grant, ViewerKind
from resume_visibility.policy.table import case_of
from resume_visibility.testing import cases, check_noninterference, form_cases, twin
from resume_visibility.testing.bare import bare_twin

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


@cache
def found_by(number: int) -> frozenset[Leak]:
    """What one test finds: whatever of a withheld part is not the same in a twin makes a difference, if it is given away."""
    return frozenset().union(*(_found_of(document, number) for document in Document))


def _found_of(document: Document, number: int) -> set[Leak]:
    found = set[Leak]()
    for case in draws_of(STRATEGIES[document](), EXAMPLES, rounds=1, first=number):
        view = view_for(case.viewer, case.document, at=case.at)
        if view is None:
            continue
        kind = case_of(case.viewer, case.document, case.at).facts.kind
        mine, other = held_by(case.document), twin(case)
        for theirs in map(held_by, (other, bare_twin(case, other))):
            found |= {
                (document, kind, part, field, name)
                for part in view.withheld - ALONE
                for field, value in mine[part].items()
                for name, leak in LEAKS.items()
                if leak(value) != leak(theirs[part][field])
            }
    return found


def test_whatever_is_given_away_of_a_withheld_part_is_found() -> None:
    """LAW-1 finds code that gives away whether there is something, how much, in which order or what, of each part, to each kind of viewer
    from whom it is withheld; of ten such services, nine in any one test.
    """
    every = frozenset(leaks())
    tests = [found_by(number) for number in range(TESTS)]
    assert every <= frozenset().union(*tests)
    assert sum(len(every & found) for found in tests) >= 0.9 * TESTS * len(every)


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
