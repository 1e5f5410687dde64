"""Pages of a list that give something away by their order, their counts or the place where the next page begins: each breaks a law."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings

from draws import draws_of
from each import each
from pace import examples
from resume_visibility import (
    Action,
    CommunityMember,
    Owner,
    Resume,
    ResumeView,
    Viewer,
    Visibility,
    dump_view,
    view_for,
)
from resume_visibility.lists import page_of, views_for
from resume_visibility.model.building import names_of
from resume_visibility.testing import Case, cases, check_list_noninterference, form_cases

Page: TypeAlias = Callable[[Viewer, tuple[Any, ...], datetime], object]
"""What leaves of a list."""

WITHHELD = "LAW-1: a withheld value makes a difference to a list"
ASKED_BEFORE = "LAW-6: what was asked before makes a difference to a list"
NOT_SHOWN = "LAW-3: what is not shown makes a difference to a list"


@cache
def one_test(action: Action) -> tuple[Case[Resume], ...]:
    """What one test is run on."""
    return tuple(draws_of(cases(action=action), 100, rounds=1))


def found(page: Page, action: Action = Action.SEARCH) -> str | None:
    """What one test says of a page that is wrong."""
    for case in one_test(action):
        try:
            check_list_noninterference(page, case)
        except AssertionError as error:
            return re.split(r": ['\"]|, by", str(error))[0]  # without the place where the lists differ
    return None


def shown_of(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> list[tuple[Any, Any]]:
    """Each document that is shown, with its view."""
    seen = [(one, view_for(viewer, one, at=at)) for one in documents]
    return [(one, view) for one, view in seen if view is not None]


def sorted_by(key: Callable[[Any], Any]) -> Page:
    """A list that shows what it may, sorted by something of the documents."""

    def page(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
        in_order = sorted(shown_of(viewer, documents, at), key=lambda one: str(key(one[0])))
        return [dump_view(view) for _, view in in_order]

    return page


ORDERS: dict[str, Callable[[Resume], object]] = {
    "the real name": lambda one: one.basics.name and one.basics.name.full,
    "the number": lambda one: one.basics.contact.mobile and one.basics.contact.mobile.e164,
    "whether there is an address": lambda one: one.basics.contact.email is None,
    "how many files there are": lambda one: len(one.attachments),
    "where somebody was last": lambda one: one.ip_region and one.ip_region.code,
    "how many companies are blocked": lambda one: len(one.settings.blocks),
    "how many applications were sent": lambda one: len(one.applications),
    "whether recommendations are personalised": lambda one: one.settings.personalised_recommendation,
}
"""What recruiters and headhunters are not shown in a search."""


@each("key", ORDERS)
def test_LAW_1_a_list_in_an_order_that_is_withheld_is_found(key: str) -> None:
    """LAW-1 finds a search whose rows stand in the order of the real name, which 对外展示先生/女士 withholds, or of anything else withheld."""
    assert found(sorted_by(ORDERS[key])) == WITHHELD


@each(
    "key",
    [
        lambda one: one.intention and one.intention.salary and one.intention.salary.low,
        lambda one: one.basics.profile.born,
    ],
)
def test_LAW_1_a_community_in_the_order_of_salaries_or_ages_is_found(key: Callable[[Resume], object]) -> None:
    """LAW-1 finds a list of members by salary or age, neither of which the community is shown; recruiters are shown both."""

    def page(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
        return sorted_by(key if isinstance(viewer, CommunityMember) else bool)(viewer, documents, at)

    assert found(page, Action.VIEW) == WITHHELD


def beside(given_away: Callable[[Viewer, tuple[Any, ...], datetime], object]) -> Page:
    """A list that gives something away beside its rows."""

    def page(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
        rows = [dump_view(view) for _, view in shown_of(viewer, documents, at)]
        return {"rows": rows, "beside": given_away(viewer, documents, at)} if rows else None

    return page


def test_LAW_1_counts_of_what_is_withheld_are_found() -> None:
    """LAW-1 finds counts by a value that is withheld, though each row of them is shown."""

    def regions(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
        return Counter(str(one.ip_region) for one, _ in shown_of(viewer, documents, at))

    def files(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
        return sum(len(one.attachments) > 0 for one, _ in shown_of(viewer, documents, at))

    assert found(beside(regions)) == WITHHELD
    assert found(beside(files)) == WITHHELD


def first_three(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
    """A page that is cut before its rows are filtered."""
    return [dump_view(view) for _, view in shown_of(viewer, documents[:3], at)]


def place_of_last(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> int:
    """Where the next page begins, as the number of rows before it."""
    return max(place for place, one in enumerate(documents) if view_for(viewer, one, at=at) is not None)


HIDDEN: dict[str, Page] = {
    "a total of all": beside(lambda viewer, documents, at: len(documents)),
    "how many are hidden": lambda viewer, documents, at: (
        len(documents) - len(shown_of(viewer, documents, at))
    ),
    "a total of the public ones": lambda viewer, documents, at: sum(
        one.settings.visibility is Visibility.PUBLIC for one in documents
    ),
    "counts by a value that is shown": beside(
        lambda viewer, documents, at: Counter(one.basics.profile.gender for one in documents)
    ),
    "a page that is cut too early": first_three,
    "a place in all rows": beside(place_of_last),
    "whether there is another page": beside(lambda viewer, documents, at: len(documents) > 3),
    "the highest salary of all": lambda viewer, documents, at: max(
        (one.intention.salary.low for one in documents if one.intention and one.intention.salary), default=0
    ),
}
"""What gives something away of documents that are not shown."""


@each("page", HIDDEN)
def test_LAW_3_a_list_that_counts_what_is_not_shown_is_found(page: str) -> None:
    """LAW-3 finds a total, a facet, a cursor or a gap that is made by resumes that are not shown to whoever asks."""
    assert found(HIDDEN[page]) == NOT_SHOWN


@each(
    "kept",
    [
        lambda one: not one.deleted,
        lambda one: one.settings.resume_permission,
        lambda one: one.account.value == "open",
        lambda one: one.settings.visibility is not Visibility.PRIVATE,
        lambda one: not one.settings.blocks,
    ],
)
def test_LAW_3_a_total_that_forgets_all_but_one_thing_is_found(kept: Callable[[Resume], bool]) -> None:
    """LAW-3 finds a total by some of the conditions of the rows; every step that closes a resume stands in the list."""
    total = beside(lambda viewer, documents, at: sum(map(kept, documents)))
    assert found(total) == NOT_SHOWN


class ListKeeper:
    """A cache of lists, by what is listed and some of what decides."""

    def __init__(self, key: Callable[[Viewer], object]) -> None:
        self.key, self.kept = key, dict[object, object]()

    def __call__(self, viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
        key = self.key(viewer), at, tuple((one.id, one.revision) for one in documents)
        if key not in self.kept:
            self.kept[key] = [dump_view(view) for _, view in shown_of(viewer, documents, at)]
        return self.kept[key]


def without(*names: str) -> Callable[[Viewer], object]:
    """Every field of a viewer but these."""
    return lambda viewer: (
        type(viewer),
        *(getattr(viewer, one) for one in names_of(type(viewer)) if one not in names),
    )


KEPT: dict[str, Callable[[Viewer], object]] = {
    "nothing of the viewer": lambda _: None,
    "the kind of viewer": type,
    "the language": lambda viewer: viewer.language,
    "all but the company": without("company", "agency"),
    "all but the clients": without("clients"),
    "all but the language": without("language"),
    "all but whether somebody signed in": without("signed_in"),
}
"""What the key of a cache of lists has of whoever asks."""


@each("key", KEPT)
def test_LAW_6_a_list_that_is_kept_for_another_viewer_is_found(key: str) -> None:
    """LAW-6 finds a cache of lists whose key lacks the viewer, or just one field of them."""
    assert found(ListKeeper(KEPT[key])) == ASKED_BEFORE


def test_LAW_6_a_list_that_is_kept_for_its_own_viewer_is_not_accused() -> None:
    """A cache of lists whose key has the whole viewer, the instant and each state that it lists keeps the law."""
    assert found(ListKeeper(without())) is None


def test_LAW_6_a_list_that_gives_its_owner_the_revision_is_not_accused() -> None:
    """Whoever changes their own resume needs it."""

    def page(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
        own = isinstance(viewer, Owner)
        return [
            (dump_view(view), one.revision if own else None) for one, view in shown_of(viewer, documents, at)
        ]

    assert found(page, Action.VIEW) is None


def in_pages(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
    """Every page of a list in the order of the ids by which the viewer knows the documents."""

    def id_of(one: Any) -> str | None:
        if not isinstance(viewer, CommunityMember):
            return str(one.id)
        return one.community.id if isinstance(one, Resume) and one.community is not None else None

    known = sorted((id_, one) for one in documents if (id_ := id_of(one)) is not None)
    pages, after = [], None
    while True:
        page = page_of(
            viewer,
            lambda last: [one for id_, one in known if last is None or id_ > last],
            size=2,
            after=after,
            at=at,
        )
        pages.append(([dump_view(view) for view in page.views], page.following, page.failed))
        after = page.following
        if after is None:
            return pages


def by_what_is_shown(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> object:
    """Views in the order of what they show, with counts of it."""
    views = sorted(
        (view for _, view in shown_of(viewer, documents, at)), key=lambda view: repr(dump_view(view))
    )
    counts = Counter(
        view.sections.profile and view.sections.profile.gender
        for view in views
        if isinstance(view, ResumeView)
    )
    return views, counts, len(views)


@settings(max_examples=examples(12))
@given(cases(), cases(action=Action.SEARCH), form_cases())
def test_a_right_list_is_not_accused(case: Case[Any], search: Case[Any], of_form: Case[Any]) -> None:
    """LAW-1, LAW-3: pages that are full, in an order and with counts of what is shown, keep the law of lists."""
    for one in (case, search, of_form):
        check_list_noninterference(in_pages, one)
        check_list_noninterference(by_what_is_shown, one)
        check_list_noninterference(lambda viewer, documents, at: [*views_for(viewer, documents, at=at)], one)


def test_every_row_has_ids_of_its_own() -> None:
    """A store may take no id twice: of documents, candidates, files, virtual numbers and members of the community."""

    def page(viewer: Viewer, documents: tuple[Any, ...], at: datetime) -> None:
        names = [
            *(one.id for one in documents),
            *(file.id for one in documents for file in one.attachments),
            *(line.id for one in documents for line in one.virtual_numbers),
            *(one.community.id for one in documents if one.community is not None),
        ]
        assert len(names) == len(set(names))
        if not hasattr(viewer, "candidate") and not hasattr(viewer, "case"):
            assert len({one.candidate for one in documents}) == len(documents)
        for one in documents:
            assert {line.candidate for line in one.virtual_numbers} <= {one.candidate}

    assert not found(page, Action.VIEW)


def test_wrong_arguments_are_no_broken_law() -> None:
    """A law that is called with something else raises TypeError."""
    (case, *_) = one_test(Action.SEARCH)
    wrong: Any = "page"
    with pytest.raises(TypeError, match="expected page to be a function of viewer, documents and instant"):
        check_list_noninterference(wrong, case)
    with pytest.raises(TypeError, match="expected case to be a Case"):
        check_list_noninterference(in_pages, wrong)
