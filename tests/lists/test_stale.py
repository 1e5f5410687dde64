"""NAME-2: which documents a change makes stale, and by when they are written again."""

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from each import each
from people import AT, DAY, applied, resume, with_settings
from resume_visibility import CompanyBlock, InvalidValue, Language, NameDisplay, Policy, Resume, Visibility
from resume_visibility.lists.searching import index_documents
from resume_visibility.lists.staleness import Stale, stale
from resume_visibility.model import Account, Conversation, Video, YearMonth
from resume_visibility.policy import Readings
from resume_visibility.testing import resumes

TWO_HOURS = timedelta(hours=2)
OPENED = resume()
MISTER = with_settings(OPENED, name_display=NameDisplay.HONORIFIC)


def born(year: int, month: int, base: Resume = OPENED) -> Resume:
    """The resume of somebody born in that month."""
    profile = attrs.evolve(base.basics.profile, born=YearMonth(year, month))
    return attrs.evolve(base, basics=attrs.evolve(base.basics, profile=profile))


def in_chinese(before: Resume | None, after: Resume | None, **more: Any) -> list[Stale]:
    """What is stale of the documents in Chinese."""
    return [one for one in stale(before, after, at=AT, **more) if one.language is Language.ZH]


@given(resumes(salt="a"), resumes(salt="b"), st.sampled_from([AT, AT - 5000 * DAY]), st.data())
def test_SEARCH_1_what_is_not_stale_is_as_it_was(
    one: Resume, other: Resume, at: datetime, data: st.DataObject
) -> None:
    """Where a change makes nothing stale, the documents are the same, now and when the candidate comes of age; or there are none then,
    and what was to be written finds nothing.
    """
    names = [
        field.name
        for field in attrs.fields(Resume)
        if field.init and field.name not in ("id", "candidate", "virtual_numbers", "community")
    ]
    changed = data.draw(st.sets(st.sampled_from(names), max_size=3))
    try:
        after = attrs.evolve(one, **{name: getattr(other, name) for name in changed})
    except InvalidValue:
        assume(False)
    entries = stale(one, after, at=at)
    for language in Language:
        mine = [entry for entry in entries if entry.language is language]
        for instant in (at, at + 40_000 * DAY):
            before, now = (index_documents(r, language=language, at=instant) for r in (one, after))
            assert mine or before == now or (instant > at and not now)
        now = index_documents(after, language=language, at=at)
        was = {document.key: document for document in index_documents(one, language=language, at=at)}
        for entry in [entry for entry in mine if entry.since == at]:  # doing what it says leads there
            kept = {key: document for key, document in was.items() if key not in entry.delete}
            kept |= {document.key: document for document in now if document.key in entry.write}
            assert kept == {document.key: document for document in now}


@each(
    "after",
    [
        with_settings(OPENED, visibility=Visibility.PRIVATE),
        with_settings(OPENED, visibility=Visibility.HEADHUNTERS),
        with_settings(OPENED, resume_permission=False),
        attrs.evolve(OPENED, account=Account.CLOSED),
        attrs.evolve(OPENED, deleted=True),
        None,
    ],
)
def test_GATE_1_GATE_2_what_is_taken_back_goes_at_once(after: Resume | None) -> None:
    """A resume that somebody finds no more is written again, or taken out, at that instant, in each language."""
    entries = stale(OPENED, after, at=AT)
    assert [(one.language, one.since, one.by) for one in entries] == [
        (language, AT, AT) for language in Language
    ]
    gone = after is None or after.settings.visibility is not Visibility.HEADHUNTERS
    assert {one.delete for one in entries} == {("sections+name",) if gone else ()}
    assert {one.write for one in entries} == {() if gone else ("sections+name",)}


def test_NAME_2_a_name_has_two_hours() -> None:
    """A change of the name's display is written within two hours, whichever way it goes."""
    for before, after, old, new in (
        (OPENED, MISTER, "sections+name", "sections"),
        (MISTER, OPENED, "sections", "sections+name"),
    ):
        (entry,) = in_chinese(before, after)
        assert (entry.resume, entry.write, entry.delete) == ("r-1", (new,), (old,))
        assert (entry.since, entry.by) == (AT, AT + TWO_HOURS)


@each(
    "after",
    [
        attrs.evolve(OPENED, highlights="四项专利"),
        attrs.evolve(OPENED, work=()),
        attrs.evolve(OPENED, intention=None),
    ],
)
def test_NAME_2_content_has_two_hours(after: Resume) -> None:
    """An index holds what views show, and a view may be kept for two hours."""
    (entry,) = in_chinese(OPENED, after)
    assert (entry.write, entry.delete, entry.by) == (("sections+name",), (), AT + TWO_HOURS)


def test_NAME_2_what_is_opened_has_two_hours() -> None:
    """A resume that is new, or opened, may be found within two hours."""
    for before in (None, with_settings(OPENED, visibility=Visibility.PRIVATE)):
        (entry,) = in_chinese(before, OPENED)
        assert (entry.write, entry.delete, entry.by) == (("sections+name",), (), AT + TWO_HOURS)


@each(
    "after",
    [
        OPENED,
        with_settings(OPENED, blocks=(CompanyBlock(company="acme", at=AT),)),
        with_settings(OPENED, chat_permission=False),
        with_settings(OPENED, personalised_recommendation=False),
        with_settings(OPENED, visibility=Visibility.CHAT_ONLY),
        attrs.evolve(OPENED, applications=(applied,)),
        attrs.evolve(OPENED, conversations=(Conversation(company="acme", since=AT),)),
        attrs.evolve(OPENED, video=Video(id="another")),
        attrs.evolve(OPENED, revision="2"),
    ],
)
def test_SEARCH_1_what_the_filter_looks_at_makes_nothing_stale(after: Resume) -> None:
    """Blocks, applications, conversations and what no document holds change none."""
    assert stale(OPENED, after, at=AT) == ()


def test_GATE_3_a_child_is_written_when_it_comes_of_age() -> None:
    """A resume of somebody under sixteen has no document now, and one from that instant on."""
    grown = datetime(2026, 6, 30, 16, tzinfo=UTC)
    (entry,) = in_chinese(None, born(2010, 6))
    assert (entry.write, entry.delete) == (("sections+name",), ())
    assert (entry.since, entry.by) == (grown, grown + TWO_HOURS)


def test_GATE_3_a_child_whom_nobody_finds_later_either_is_not_written() -> None:
    """A private resume of a child has no document now, and none when they come of age."""
    private = with_settings(born(2010, 6), visibility=Visibility.PRIVATE)
    assert stale(None, private, at=AT) == ()


def test_GATE_3_what_was_listed_is_not_listed_again() -> None:
    """Another act of a child, which changes no document to come, makes nothing stale; another month of birth does."""
    child = born(2010, 6)
    assert stale(child, attrs.evolve(child, applications=(applied,)), at=AT) == ()
    (entry,) = in_chinese(child, born(2010, 7))
    assert entry.since == datetime(2026, 7, 31, 16, tzinfo=UTC)


def test_GATE_3_who_turns_out_to_be_a_child_is_taken_out() -> None:
    """A month of birth that makes somebody a child takes their document out at once, until they come of age."""
    now, later = in_chinese(OPENED, born(2010, 6))
    assert (now.write, now.delete, now.by) == ((), ("sections+name",), AT)
    assert (later.write, later.since) == (("sections+name",), datetime(2026, 6, 30, 16, tzinfo=UTC))


def test_CONTACT_1_a_part_that_is_taken_back_goes_at_once() -> None:
    """Where a reading shows the e-mail address of public resumes alone, to leave that mode is to take it back."""
    policy = Policy("mail-shown", readings=Readings(email_is_relayed=False))
    (entry,) = in_chinese(OPENED, with_settings(OPENED, visibility=Visibility.CHAT_ONLY), policy=policy)
    assert (entry.write, entry.delete, entry.by) == (("sections+name",), ("sections+email+name",), AT)


def test_two_resumes_are_no_change() -> None:
    """The states of two resumes are refused, without a word of either."""
    with pytest.raises(InvalidValue, match=r"after\.id: expected the id that the resume had before"):
        stale(OPENED, attrs.evolve(OPENED, id="r-2"), at=AT)


def test_NAME_2_one_change_has_one_instant() -> None:
    """The documents of a change that is made now, in every language, are stale since the same instant."""
    assert len({one.since for one in stale(OPENED, MISTER)}) == 1


def test_nothing_makes_nothing_stale() -> None:
    """Where there was nothing and is nothing, nothing is stale."""
    assert stale(None, None, at=AT) == ()


def test_an_instant_without_a_zone_is_refused_though_there_was_nothing() -> None:
    """What is wrong with an argument does not depend on the others."""
    with pytest.raises(InvalidValue, match="at"):
        stale(None, None, at=datetime(2026, 1, 1))  # that is what is wrong


@pytest.mark.parametrize(("before", "policy"), [("r-1", None), (OPENED, "strict")])
def test_what_is_no_resume_makes_nothing_stale(before: Any, policy: Any) -> None:
    """What does not belong is refused by its type."""
    with pytest.raises(TypeError, match="expected "):
        stale(before, None, at=AT, policy=policy)
