"""Many at once: rows that agree with the whole views, failures that stop nothing, pages without gaps (LAW-6, LAW-8)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from unittest.mock import patch

import attrs
import populations
import pytest
from hypothesis import given
from hypothesis import strategies as st
from populations import AT, VIEWERS, asking

import people
from each import each
from pace import examples
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CampusForm,
    CommunityMember,
    FormView,
    InvalidValue,
    Part,
    Policy,
    Recipient,
    Resume,
    ResumeView,
    Viewer,
    view_for,
)
from resume_visibility.lists.many import Failed, View, views_for
from resume_visibility.lists.pages import Page, page_of
from resume_visibility.model import Document, Intention
from resume_visibility.model.parts import PARTS_OF, parts_in_row, with_pieces
from resume_visibility.policy import V2023_04
from resume_visibility.projection import rows as made
from resume_visibility.projection import sieve
from resume_visibility.testing import CORPUS_NOW, Case, cases, corpus, form_cases
from resume_visibility.text import Known, find_among

RESUMES = populations.resumes("many", 120)
FORMS = populations.forms("many", 60)
SEARCHING = attrs.evolve(VIEWERS[0], action=Action.SEARCH)
ROW = (Part.DISPLAY_NAME, Part.REGION, Part.INTENTION, Part.EDUCATION, Part.LATEST_POSITION)


def of_view(view: Any, only: frozenset[Part]) -> Any:
    """A whole view without the parts that a row does not need. A piece comes with its part, and the real name with the display name."""
    granted = PARTS_OF[Document.RESUME if isinstance(view, ResumeView) else Document.FORM] - view.withheld
    only &= granted
    if isinstance(view, ResumeView):
        only -= {Part.NAME}
    only = with_pieces(only | {Part.NAME} if Part.DISPLAY_NAME in only else only) & granted
    held = {part.value for part in only}
    blank = {
        field.name: field.default for field in attrs.fields(type(view.sections)) if field.name not in held
    }
    changes: dict[str, Any] = {"sections": attrs.evolve(view.sections, **blank), "omitted": granted - only}
    if Part.DISPLAY_NAME not in only:
        changes["display_name"] = None
    if isinstance(view, ResumeView):
        contact = view.contact
        gone: dict[str, Any] = {
            name: None for name in ("mobile", "email", "homepage", "virtual_number") if name not in held
        }
        lines = contact.virtual_numbers if Part.VIRTUAL_NUMBER in only else ()
        changes["contact"] = attrs.evolve(contact, **gone, virtual_numbers=lines)
    return attrs.evolve(view, **changes)


@each("viewer", [asked for viewer in VIEWERS for asked in asking(viewer)])
def test_LAW_8_many_are_as_each_alone(viewer: Viewer) -> None:
    """LAW-8: the views of many are those of each that is shown, in their order."""
    for many in (RESUMES, FORMS):
        alone = [view_for(viewer, one, at=AT) for one in many]
        assert [*views_for(viewer, many, at=AT)] == [view for view in alone if view is not None]


parts = st.frozensets(st.sampled_from(Part), max_size=8)


@given(cases(), parts)
def test_a_row_is_the_whole_view_less_what_it_does_not_need(
    case: Case[Resume], only: frozenset[Part]
) -> None:
    """Each part of a row is as it is in the whole view, whichever of the two is made first; nothing else is in it."""
    fresh = attrs.evolve(case.document)
    rows = [*views_for(case.viewer, [fresh], at=case.at, parts=only)]
    view = view_for(case.viewer, case.document, at=case.at)
    assert rows == ([] if view is None else [of_view(view, only)])
    assert view_for(case.viewer, fresh, at=case.at) == view


FEW = examples(10)


@each("viewer", VIEWERS)
def test_LAW_8_each_part_of_a_row_is_that_of_the_whole_view(viewer: Viewer) -> None:
    """LAW-8, LAW-9: whoever asks for whichever part alone, it is the one that they are shown of the candidate, there and here."""
    for at, many in ((AT, RESUMES[:FEW]), (CORPUS_NOW, [*corpus(FEW, seed=8)])):
        whole = [view for one in many if (view := view_for(viewer, one, at=at)) is not None]
        for part in Part:
            rows = [*views_for(viewer, many, at=at, parts=(part,))]
            assert rows == [of_view(view, frozenset({part})) for view in whole]


ROW_NAMES = st.frozensets(st.sampled_from([Part.NAME, Part.DISPLAY_NAME, Part.WORK, Part.PROFILE]))


@given(st.one_of(cases(), form_cases()), st.builds(frozenset[Part].__or__, ROW_NAMES, parts))
def test_a_row_says_that_it_omits_what_it_does_not_show(case: Case[Any], only: frozenset[Part]) -> None:
    """What a row shows in the place of a part, and what it says that it omits, have nothing in common."""
    for row in views_for(case.viewer, [case.document], at=case.at, parts=only):
        assert not isinstance(row, Failed)
        name = case.document.basics.name
        granted = PARTS_OF[Document.RESUME if isinstance(row, ResumeView) else Document.FORM] - row.withheld
        assert row.omitted <= granted - with_pieces(only & granted - {Part.NAME})
        if name is not None and row.display_name == name.full and Part.NAME in granted:
            assert Part.NAME not in row.omitted
        for part in row.omitted:
            assert getattr(row.sections, part.value, None) in (None, ())
        if row.display_name is None and name is not None and isinstance(row, ResumeView):
            assert not granted & {Part.NAME, Part.DISPLAY_NAME} - row.omitted


@each("part", Part)
def test_LAW_8_a_row_with_a_redacted_text_shows_no_more_than_the_whole_view(part: Part) -> None:
    """LAW-8, PHONE-1: whichever part is asked for beside a text that has to be redacted, it is as it is in the whole view."""
    asked = people.resume(strengths=f"打 {people.NUMBER}")
    view = view_for(people.recruiter, asked, at=people.AT)
    assert view is not None
    assert view.sections.strengths != asked.strengths
    assert Part.MOBILE in view.withheld
    rows = [*views_for(people.recruiter, [attrs.evolve(asked)], at=people.AT, parts=(part, Part.STRENGTHS))]
    assert rows == [of_view(view, frozenset({part, Part.STRENGTHS}))]


@given(form_cases(), parts)
def test_a_row_of_a_form_likewise(case: Case[CampusForm], only: frozenset[Part]) -> None:
    """Each part of a row of forms is as it is in the whole view."""
    rows = [*views_for(case.viewer, [case.document], at=case.at, parts=only)]
    view = view_for(case.viewer, case.document, at=case.at)
    assert rows == ([] if view is None else [of_view(view, only)])


@each("parts", [None, ROW])
def test_LAW_6_one_that_fails_stops_nothing(parts: tuple[Part, ...] | None) -> None:
    """LAW-6: what is no resume, and a resume that its policy fails on, are reported by their places; the others are shown."""
    asked: list[Any] = [RESUMES[0], "no resume", *RESUMES[1:10], None]
    found = [*views_for(SEARCHING, asked, at=AT, parts=parts)]
    assert [one for one in found if isinstance(one, Failed)] == [
        Failed(1, "TypeError"),
        Failed(11, "TypeError"),
    ]
    assert [one for one in found if not isinstance(one, Failed)] == [
        *views_for(SEARCHING, RESUMES[:10], at=AT, parts=parts)
    ]


def test_LAW_7_a_failure_says_nothing_of_the_resume() -> None:
    """LAW-7: of the error, its kind alone is reported."""

    def broken(*_: object) -> Any:
        raise ValueError("13912345678")

    policy = Policy("broken", ruleset=attrs.evolve(V2023_04, decide=broken))
    found = [*views_for(SEARCHING, RESUMES[:3], at=AT, policy=policy)]
    assert found == [Failed(place, "ValueError") for place in range(3)]
    assert "139" not in repr(found)


def test_views_are_made_one_at_a_time() -> None:
    """No resume is read before its view is asked for."""
    read: list[str] = []

    def source() -> Iterator[Resume]:
        for resume in RESUMES:
            read.append(resume.id)
            yield resume

    rows = views_for(SEARCHING, source(), at=AT)
    assert read == []
    next(rows)
    assert len(read) < len(RESUMES)


def test_only_what_is_there_is_read_ahead() -> None:
    """Of what is still to be fetched, no resume is read before its row is asked for."""
    read: list[str] = []

    def source() -> Iterator[Resume]:
        for resume in RESUMES:
            read.append(resume.id)
            yield resume

    rows = views_for(SEARCHING, source(), at=AT, parts=ROW)
    shown = [one.id for one in islice(rows, 3) if isinstance(one, ResumeView)]
    assert read[-1] == shown[-1]


def test_the_texts_of_a_list_are_looked_at_together() -> None:
    """Of a hundred rows, some dozens are looked at in one go."""
    with patch.object(sieve, "find_among", wraps=find_among) as look:
        rows = [*views_for(SEARCHING, [*corpus(400, seed=5)], at=CORPUS_NOW, parts=ROW)]
    assert len(rows) > 100
    assert look.call_count < 12


def test_a_row_that_is_shown_again_is_not_looked_at_again() -> None:
    """What a row shows is kept with the resume: another list with the same parts shows the same."""
    resumes = [*map(attrs.evolve, RESUMES)]
    rows = [*views_for(SEARCHING, resumes, at=AT, parts=ROW)]
    with patch.object(sieve.Sieve, "passes") as looked:
        assert rows == [*views_for(SEARCHING, resumes, at=AT, parts=ROW)]
    looked.assert_not_called()


def test_grants_that_consents_confine_are_not_kept_with_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """SHARE-3: however many grants of their own the resumes of a list have, each row is of its own."""
    viewers = [asked for viewer in VIEWERS for asked in asking(viewer) if isinstance(viewer, Recipient)]
    monkeypatch.setattr(made, "_MAX_PLANS", 1)
    for viewer in viewers:
        alone = [view_for(viewer, one, at=AT) for one in RESUMES]
        assert [*views_for(viewer, RESUMES, at=AT, parts=ROW)] == [
            of_view(view, frozenset(ROW)) for view in alone if view is not None
        ]


def test_LAW_6_a_text_that_cannot_be_looked_at_stops_its_own_row_alone() -> None:
    """LAW-6: where texts that are looked at together fail, each row is made by itself, and that of the text is reported."""

    def broken(texts: Iterable[str], known: Known, accounts: tuple[str, ...]) -> Any:
        if "R.I.P." in (texts := [*texts]):
            raise ValueError("R.I.P.")
        return find_among(texts, known, accounts)

    shown = [one for one in RESUMES if view_for(SEARCHING, one, at=AT) is not None]
    resumes = [attrs.evolve(one, intention=Intention(position=f"Job {i}")) for i, one in enumerate(shown)]
    resumes[7] = attrs.evolve(shown[7], intention=Intention(position="R.I.P."))
    whole: list[Any] = [*views_for(SEARCHING, map(attrs.evolve, resumes), at=AT, parts=ROW)]
    whole[7] = Failed(7, "ValueError")
    with patch.object(sieve, "find_among", broken):
        assert whole == [*views_for(SEARCHING, [*map(attrs.evolve, resumes)], at=AT, parts=ROW)]


def test_misuse_is_refused_at_once() -> None:
    """What is no viewer, policy, part or instant is refused before the first view is asked for."""
    with pytest.raises(TypeError, match="expected viewer to be a Viewer"):
        views_for("recruiter", [])  # type: ignore[call-overload]  # what must be refused
    with pytest.raises(TypeError, match="expected policy to be a Policy"):
        views_for(SEARCHING, [], policy="2023-04")  # type: ignore[call-overload]  # what must be refused
    with pytest.raises(TypeError, match="expected each of parts to be a Part"):
        views_for(SEARCHING, [], parts=["work"])  # type: ignore[list-item]  # what must be refused
    one_part: Any = Part.WORK
    with pytest.raises(
        TypeError,
        match=r"expected parts to be a list, each item a Part, such as Part\.DISPLAY_NAME, got Part",
    ):
        views_for(SEARCHING, [], parts=one_part)
    with pytest.raises(InvalidValue, match="time zone"):
        views_for(SEARCHING, [], at=AT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="at least 1"):
        page_of(SEARCHING, lambda after: [], size=0)
    for size in ("1", True, 1.5):
        wrong: Any = size
        with pytest.raises(TypeError, match=f"expected size to be an int, got {type(size).__name__}"):
            page_of(SEARCHING, lambda after: [], size=wrong)
    with pytest.raises(TypeError, match="function of an id, got list"):
        page_of(SEARCHING, [], size=1)  # type: ignore[call-overload]  # what must be refused


# --- Pages -----------------------------------------------------------------------------------------------------------


def behind(many: tuple[Resume, ...], after: str | None) -> Iterable[Resume]:
    """The resumes behind an id."""
    start = 0 if after is None else 1 + next(i for i, one in enumerate(many) if one.id == after)
    return islice(many, start, None)


def all_pages(
    viewer: Viewer, many: tuple[Resume, ...], size: int, most: int | None = None, kind: Any = iter
) -> list[Page]:
    """Every page of a list that is fetched as a whole, or at most so many resumes at a time."""

    def fetch(after: str | None) -> Any:
        return kind(islice(behind(many, after), most))

    pages = [page_of(viewer, fetch, size=size, at=AT)]
    while (after := pages[-1].following) is not None:
        pages.append(page_of(viewer, fetch, size=size, after=after, at=AT))
    return pages


def test_a_page_reads_its_parts_once() -> None:
    """A page of several fetches has the same parts in each row, also if they can be read once."""
    once: Any = iter(ROW)
    found = [
        page_of(SEARCHING, lambda after: [*islice(behind(RESUMES, after), 1)], size=3, at=AT, parts=parts)
        for parts in (ROW, once)
    ]
    assert found[0] == found[1]
    assert len(found[0].views) == 3


def test_a_page_fetches_nothing_for_wrong_arguments() -> None:
    """What is no viewer, policy, part or instant is refused before anything is fetched."""
    fetched: list[object] = []

    def fetch(after: str | None) -> list[Resume]:
        fetched.append(after)
        return []

    wrong: list[tuple[Any, dict[str, Any]]] = [
        ("recruiter", {}),
        (SEARCHING, {"policy": "2023-04"}),
        (SEARCHING, {"parts": ["work"]}),
        (SEARCHING, {"at": "now"}),
    ]
    for viewer, given_ in wrong:
        with pytest.raises(TypeError, match="expected "):
            page_of(viewer, fetch, size=1, **given_)
    assert fetched == []


@given(st.integers(1, 60), st.sampled_from(VIEWERS[:4]), st.sampled_from(Action))
def test_LAW_8_pages_are_the_list(size: int, viewer: Viewer, action: Action) -> None:
    """LAW-8: the pages together are the list; each but the last is full, so that there is no gap."""
    asked = attrs.evolve(viewer, action=action)
    pages = all_pages(asked, RESUMES, size)
    views: list[View] = [view for page in pages for view in page.views]
    assert views == [*views_for(asked, RESUMES, at=AT)]
    assert all(len(page.views) == size for page in pages[:-1])


@given(st.integers(1, 12), st.integers(1, 30), st.sampled_from((iter, list, tuple)))
def test_LAW_8_pages_are_the_same_however_many_are_fetched_at_a_time(size: int, most: int, kind: Any) -> None:
    """LAW-8: a fetch with a limit ends no list, though none of what it gives is shown."""
    assert all_pages(SEARCHING, RESUMES, size, most, kind) == all_pages(SEARCHING, RESUMES, size)


@pytest.mark.parametrize("kind", [iter, list])
def test_LAW_9_a_list_of_the_community_goes_on_by_the_ids_there(kind: Any) -> None:
    """LAW-9, LAW-6: whoever gives the next few members is asked for them by the id of a member, and never by that of a resume."""
    member = CommunityMember(id="m-none", signed_in=True)
    there = {one.community.id: one for one in RESUMES if one.community is not None}

    def fetch(after: str | None) -> Any:
        assert after is None or after in there
        names = [*there]
        return kind([there[name] for name in names[0 if after is None else names.index(after) + 1 :][:2]])

    page = page_of(member, fetch, size=len(RESUMES), at=AT)
    assert {view.id for view in page.views} < {*there}
    assert len(page.views) > 2


@pytest.mark.parametrize("kind", [iter, list])
def test_a_fetch_that_begins_anew_each_time_is_refused(kind: Any) -> None:
    """Who gives the same resumes again would show them twice, or never come to an end."""
    with pytest.raises(ValueError, match="resumes after the id; it gave one that it had given before"):
        page_of(SEARCHING, lambda after: kind(RESUMES[:5]), size=60, at=AT)


@pytest.mark.parametrize("kind", [iter, list])
def test_a_fetch_that_begins_with_the_resume_of_the_id_is_refused(kind: Any) -> None:
    """Who gives the last row of a page again begins the next page with it, and with pages of one row never comes to an end."""
    first = page_of(SEARCHING, lambda after: RESUMES, size=1, at=AT)
    start = next(i for i, one in enumerate(RESUMES) if one.id == first.following)
    with pytest.raises(ValueError, match="resumes after the id; it gave one that it had given before"):
        page_of(SEARCHING, lambda after: kind(RESUMES[start:]), size=1, after=first.following, at=AT)


@pytest.mark.parametrize("kind", [iter, list])
def test_LAW_9_whoever_is_not_in_the_community_has_no_id_there(kind: Any) -> None:
    """LAW-9, LAW-6: a fetch that ends in a resume without an id in the community goes on by the last id that is one."""
    member = CommunityMember(id="m-none", signed_in=True)
    there = [one for one in RESUMES if one.community is not None]
    mixed = [
        one
        for pair in zip(there, there, strict=True)
        for one in (pair[0], attrs.evolve(pair[1], community=None))
    ]

    def fetch(after: str | None) -> Any:
        names = [None if one.community is None else one.community.id for one in mixed]
        start = 0 if after is None else names.index(after) + 1
        return kind(mixed[start : start + 2])

    page = page_of(member, fetch, size=len(mixed), at=AT)
    assert page.views == tuple(views_for(member, there, at=AT))
    assert len(page.views) > 2
    assert page_of(member, lambda after: kind(FORMS), size=2, at=AT) == Page((), None)


@pytest.mark.parametrize("kind", [iter, list])
def test_a_resume_that_is_twice_in_one_fetch_stops_no_page(kind: Any) -> None:
    """A join may give a resume twice: that is no reason to show nothing."""
    once = tuple(one for one in RESUMES if view_for(SEARCHING, one, at=AT) is not None)[:2]
    page = page_of(SEARCHING, lambda after: () if after else kind([*once, *once]), size=9, at=AT)
    assert [view.id for view in page.views] == [one.id for one in (*once, *once)]


@given(st.integers(1, 12))
def test_LAW_3_pages_are_the_same_without_what_is_not_shown(size: int) -> None:
    """LAW-3: a list without the resumes that are not shown has the same pages, to the cursor."""
    among = tuple(one for one in RESUMES if view_for(SEARCHING, one, at=AT) is not None)
    assert 0 < len(among) < len(RESUMES)
    assert all_pages(SEARCHING, RESUMES, size) == all_pages(SEARCHING, among, size)


def test_a_page_reports_what_failed() -> None:
    """The failures on the way are in the page, for the service's log."""
    asked: list[Any] = [None, *RESUMES]
    page = page_of(SEARCHING, lambda after: asked, size=2, at=AT)
    assert page.failed == (Failed(0, "TypeError"),)
    assert len(page.views) == 2


def test_the_place_of_a_failure_counts_what_was_fetched_before() -> None:
    """However the resumes were fetched, a failure is named by its place among all of them."""
    for kind in (iter, list):

        def fetch(after: str | None, kind: Any = kind) -> Any:
            few = [*islice(behind(RESUMES, after), 3)]
            return kind([None, *few] if few else [])

        page = page_of(SEARCHING, fetch, size=len(RESUMES), at=AT)
        assert [one.position for one in page.failed] == [*range(0, len(RESUMES) * 4 // 3, 4)]


def test_forms_have_pages_too() -> None:
    """A company's list of forms is made in the same way."""
    viewer = attrs.evolve(VIEWERS[0], action=Action.VIEW)
    forms: tuple[CampusForm, ...] = FORMS
    page = page_of(viewer, lambda after: forms, size=1, at=AT, policy=POLICY_2023_04)
    assert all(isinstance(view, FormView) for view in page.views)
    assert page.following == page.views[-1].id


@pytest.mark.parametrize(
    ("granted", "wanted", "shown"),
    [
        ({Part.WORK, Part.LATEST_POSITION}, {Part.WORK}, {Part.WORK, Part.LATEST_POSITION}),
        ({Part.WORK}, {Part.WORK}, {Part.WORK}),
        ({Part.REGION}, {Part.PROFILE}, set[Part]()),
        ({Part.REGION}, {Part.PROFILE, Part.REGION}, {Part.REGION}),
        ({Part.DISPLAY_NAME}, {Part.DISPLAY_NAME}, {Part.DISPLAY_NAME}),
        ({Part.DISPLAY_NAME, Part.NAME}, {Part.DISPLAY_NAME}, {Part.DISPLAY_NAME, Part.NAME}),
        ({Part.DISPLAY_NAME, Part.NAME}, {Part.NAME}, set[Part]()),
    ],
)
def test_LAW_5_a_row_shows_nothing_that_is_not_granted(
    granted: set[Part], wanted: set[Part], shown: set[Part]
) -> None:
    """A piece comes with its part, and the real name with the display name, where each of them is granted."""
    assert parts_in_row(frozenset(granted), frozenset(wanted), Document.RESUME) == shown
