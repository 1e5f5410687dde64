"""The laws as functions. Each takes code that shows resumes or forms, and a case, and raises AssertionError if the law is broken.

The code is `view_for` or any code of a service around it: a callable of viewer, document and instant. It returns
whatever leaves the service, or None if the document is not shown. A law reads what leaves in any form: a view,
plain data such as dicts and lists, JSON in bytes or in text, or an object of the service's own.
"""

import pickle
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeAlias, assert_never

import attrs

from ..codec.dumping import dump_view
from ..model.arguments import expect, expect_function
from ..model.campus import CampusForm
from ..model.resume import CommunityProfile, Resume
from ..model.viewers import CommunityMember, Owner, Viewer
from ..policy.table import is_shown
from ..projection.form_view import FormView
from ..projection.view import ResumeView
from .asked_before import ask_before
from .bare import bare_twin
from .leaving import (
    Claims,
    claims_of,
    document_texts,
    expect_none,
    expect_same,
    joined_texts,
    leaves_of,
    objects_in,
    texts_in,
)
from .named import is_named_by_clause
from .questions import Case
from .states import D, as_own_state
from .tightening import tightened
from .twins import community_twin, twin
from .withheld import personal_texts, secrets, withheld_names

Show: TypeAlias = Callable[[Viewer, D, datetime], Any]


def _expect_arguments(show: object, case: object) -> None:
    """Refuse wrong arguments: a law that is called with something else is not broken."""
    expect_function("show", show, "a function of viewer, document and instant")
    expect("case", case, Case)


def check_noninterference(show: Show[D], case: Case[D]) -> None:
    """LAW-1: data that the viewer is not granted makes no difference to what leaves, in any form.

    Args:
        show: the code to test. It gets the viewer, the document and the instant of the case, and returns whatever leaves the
            service, or None if the document is not shown.
        case: a question, with a stranger's document.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    seen, other = show(case.viewer, case.document, case.at), twin(case)
    _check_same(seen, show(case.viewer, other, case.at), _DIFFERENCE)
    if seen is not None:
        bare = bare_twin(case, other)
        _check_same(seen, show(case.viewer, bare, case.at), _DIFFERENCE)


_DIFFERENCE: Final = "LAW-1: a withheld value makes a difference"


def _check_same(seen: object, same: object, message: str) -> None:
    expect_same(seen, same, message)
    forms: dict[str, Callable[[Any], object]] = {"pickle": pickle.dumps}
    if isinstance(seen, (ResumeView, FormView)) and isinstance(same, (ResumeView, FormView)):
        forms |= {"hash": hash, "JSON": dump_view}
    for name, form_of in forms.items():
        if form_of(seen) != form_of(same):
            raise AssertionError(f"{message} to the {name}")


def check_unreachable(show: Show[D], case: Case[D]) -> None:
    """LAW-2: no withheld value can be reached from what leaves: graph, repr, JSON, pickle.

    Args:
        show: as for `check_noninterference`.
        case: likewise.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    seen = show(case.viewer, case.document, case.at)
    forms = [*texts_in(seen), repr(seen), str(seen), pickle.dumps(seen).decode("utf-8", "replace")]
    for secret in secrets(case):
        if any(secret in form for form in forms):
            raise AssertionError(f"LAW-2: a withheld value can be reached: {secret!r}")


def check_one_nothing(show: Show[D], case: Case[D]) -> None:
    """LAW-3: all documents that are not shown look the same.

    Args:
        show: as for `check_noninterference`.
        case: likewise.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    if not is_shown(case.viewer, case.document, at=case.at, policy=case.policy):
        expect_none(show(case.viewer, case.document, case.at), "LAW-3: a refusal differs from another")


def check_monotone(show: Show[D], case: Case[D]) -> None:
    """LAW-4: no tightening reveals more, neither a text of the document nor what a view says it shows; and each is in force at once.

    Args:
        show: as for `check_noninterference`.
        case: likewise.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    before = show(case.viewer, case.document, case.at)
    was, known, typed = claims_of(before), joined_texts(before), {*document_texts(case.document)}
    # What a service calls withheld in words of its own is compared with nothing else.
    is_exact = was is not None and was.withheld == withheld_names(case)
    shown: list[tuple[D, str, Claims | None]] = []
    for tighter in tightened(case.document, case.viewer, case.at):
        after = show(case.viewer, tighter, case.at)
        if after is None:
            continue
        if before is None:
            raise AssertionError("LAW-4: a tightening shows the document")
        now = claims_of(after)
        if was is not None and now is not None:
            if not was.withheld <= now.withheld:
                raise AssertionError("LAW-4: a tightening shows a part")
            if not now.channels <= was.channels:
                raise AssertionError("LAW-4: a tightening opens a channel")
            if not now.actions <= was.actions:
                raise AssertionError("LAW-4: a tightening allows an action")
        words = joined_texts(after)
        if any(text in words and text not in known for text in typed):
            raise AssertionError("LAW-4: a tightening shows a text")
        shown.append((tighter, words, now))
    for tighter, words, now in shown:
        asked = attrs.evolve(case, document=tighter)
        if (
            not is_shown(case.viewer, tighter, at=case.at, policy=case.policy)
            or any(secret in words for secret in secrets(asked))
            or (is_exact and now is not None and not withheld_names(asked) <= now.withheld)
        ):
            raise AssertionError("LAW-4: a tightening is not in force: an old answer was given")


def check_default_deny(show: Show[D], case: Case[D]) -> None:
    """LAW-5: an action or viewer that no clause names gets nothing; nor does a viewer who can sign in, before they do (GATE-4).

    Args:
        show: as for `check_noninterference`.
        case: likewise.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    if not is_named_by_clause(case):
        expect_none(show(case.viewer, case.document, case.at), "LAW-5: shown, and no clause grants it")


def check_pure(show: Show[D], case: Case[D]) -> None:
    """LAW-6: the answer is the same each time, whatever was asked before and in between, by whom, and however often.

    Args:
        show: as for `check_noninterference`.
        case: likewise.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    first = show(case.viewer, case.document, case.at)
    show(case.viewer, case.other, case.at)
    _expect_answer(first, show(case.viewer, case.document, case.at), "the second answer differs")
    equal = attrs.evolve(case.document)
    _expect_answer(first, show(case.viewer, equal, case.at), "an equal document is answered otherwise")
    if not isinstance(case.viewer, Owner):  # who may be shown the revision
        state = as_own_state(case.document, "asked before")  # no other law asks for it
        if case.other.id != state.id:  # revisions may be counted for each document
            show(case.viewer, attrs.evolve(case.other, revision=state.revision), case.at)
        ask_before(show, case, state)
        seen = show(case.viewer, state, case.at)
        _expect_answer(first, seen, "what was asked before makes a difference")


def _expect_answer(first: object, seen: object, message: str) -> None:
    is_equal = seen == first  # `!=` may say something else, of a text that only compares otherwise
    if not is_equal:
        raise AssertionError(f"LAW-6: {message}")


def check_quiet(show: Show[D], case: Case[D]) -> None:
    """LAW-7: no representation of what goes in or comes out holds personal data.

    Bytes, text, dicts and lists are their own representation: they may hold what the viewer is granted, and no more.

    Args:
        show: as for `check_noninterference`.
        case: likewise.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    document = case.document
    seen = show(case.viewer, document, case.at)
    asked = (document, document.basics, document.basics.contact, getattr(document, "family", ()), case.viewer)
    shown = [f"{one!r} {one}" for one in (*asked, *objects_in(seen))]
    why = "LAW-7: a representation holds personal data"
    if any(value in one for value in personal_texts(document) for one in shown):
        raise AssertionError(why)
    plain = [text for text in leaves_of(seen) if isinstance(text, str)]
    if any(secret in text for secret in secrets(case) for text in plain):
        raise AssertionError(f"{why} that is withheld")


def check_unlinkable(show: Show[D], case: Case[D]) -> None:
    """LAW-9: nothing of the document makes a difference in the community, and nothing of the community makes one elsewhere.

    The community may be shown what the candidate granted in words: a display name, a region, a position so chosen. That is true of
    resumes. The community is shown nothing of a form, and no form holds anything of the community.

    Args:
        show: as for `check_noninterference`.
        case: likewise.

    Raises:
        AssertionError: the law is broken.
    """
    _expect_arguments(show, case)
    document: Resume | CampusForm = case.document
    member = CommunityMember(id="somebody", signed_in=True, language=case.viewer.language)
    match document:
        case Resume():
            if document.community is not None:
                _check_resume_unlinkable(show, case, document, member)
        case CampusForm():
            seen = show(member, case.document, case.at)
            expect_none(seen, "LAW-9: a form makes a difference in the community")
        case _:
            assert_never(document)


def _check_resume_unlinkable(
    show: Show[Any], case: Case[Any], resume: Resume, member: CommunityMember
) -> None:
    seen, same = show(member, resume, case.at), show(member, community_twin(case, member), case.at)
    _check_same(seen, same, "LAW-9: what recruiting sees makes a difference in the community")
    if not isinstance(case.viewer, (CommunityMember, Owner)):
        seen = show(case.viewer, resume, case.at)
        for community in (None, CommunityProfile(id="somebody-else", avatar="another-face")):
            same = show(case.viewer, as_own_state(attrs.evolve(resume, community=community)), case.at)
            _check_same(seen, same, "LAW-9: what the community sees makes a difference elsewhere")


ALL_LAWS: Final[tuple[Callable[[Any, Case[Any]], None], ...]] = (
    check_noninterference,
    check_unreachable,
    check_one_nothing,
    check_monotone,
    check_default_deny,
    check_pure,
    check_quiet,
    check_unlinkable,
)
"""Every law that one case can break."""
