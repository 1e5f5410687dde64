"""LAW-9: what the community sees and what recruiting sees of one candidate cannot be joined."""

from collections.abc import Iterator
from datetime import datetime

import attrs
import pytest
from hypothesis import given

import people
from leaks import assert_caught
from people import AT, DAY, applied, delivered, line, member, resume, with_settings
from resume_visibility import (
    CommunityMember,
    InvalidValue,
    Language,
    NameDisplay,
    Part,
    Policy,
    Resume,
    ResumeView,
    Viewer,
    dump_view,
    load_resume,
    view_for,
    view_to_dict,
)
from resume_visibility.model import CommunityProfile, Conversation, Gender, IpRegion, Video
from resume_visibility.policy import Readings
from resume_visibility.testing import Case, cases, check_unlinkable
from resume_visibility.testing.leaving import texts_in
from shows import show

WHOLE = resume(
    applications=(applied, delivered),
    virtual_numbers=(line("one"),),
    conversations=(Conversation(company="acme", since=AT - DAY),),
    ip_region=IpRegion("CN-GD"),
    revision="revision-7",
)
RECRUITING_VIEWERS: list[Viewer] = [people.recruiter, people.stranger, people.headhunter, people.mailbox]


def community_view(whole: Resume = WHOLE, viewer: CommunityMember = member) -> ResumeView:
    """What the community sees."""
    view = view_for(viewer, whole, at=AT)
    assert view is not None
    return view


@given(cases())
def test_unlinkable(case: Case[Resume]) -> None:
    """LAW-9: nothing of the resume makes a difference in the community, and nothing of the community elsewhere."""
    check_unlinkable(show, case)


@given(cases())
def test_unlinkable_in_json(case: Case[Resume]) -> None:
    """LAW-9: it holds of what an endpoint writes, as dicts and as bytes."""
    for write in (view_to_dict, dump_view):

        def endpoint(viewer: Viewer, whole: Resume, at: datetime, write: object = write) -> object:
            view = view_for(viewer, whole, at=at)
            return None if view is None else write(view)  # type: ignore[operator]  # either of two functions

        check_unlinkable(endpoint, case)


def values(plain: object) -> Iterator[object]:
    """Every value of plain JSON, without the keys."""
    if isinstance(plain, dict):
        for value in plain.values():
            yield from values(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from values(value)
    elif plain is not None:
        yield plain


@pytest.mark.parametrize("display", NameDisplay)
@pytest.mark.parametrize(
    "viewer",
    RECRUITING_VIEWERS,
    ids=lambda viewer: viewer.company.id if hasattr(viewer, "company") else "agency",
)
def test_they_share_a_display_name_and_a_region_alone(viewer: Viewer, display: NameDisplay) -> None:
    """LAW-9: of all values in the JSON of both, equal are those that are said of nobody, display name and region."""
    whole = with_settings(WHOLE, name_display=display, nickname=display)
    here = view_to_dict(community_view(whole))
    said_of_nobody = {"action", "actions", "withheld", "policy", "fresh_until", "schema"}
    mine = set(values({key: value for key, value in here.items() if key not in said_of_nobody}))
    assert mine == {"member-1", "face-1", here["display_name"], "CN-GD"}
    view = view_for(viewer, whole, at=AT)
    assert view is not None
    there = set(values(view_to_dict(view)))
    assert mine & there <= {here["display_name"], "CN-GD"}


def test_the_community_has_an_id_and_an_avatar_of_its_own() -> None:
    """LAW-9, COMMUNITY-1: a view for the community has the candidate's id there and the avatar there."""
    view = community_view()
    assert (view.id, view.sections.avatar) == ("member-1", "face-1")
    for one in texts_in(view):
        assert one not in ("r-1", "c-1", "avatar-1", "revision-7")


def test_nobody_else_is_shown_the_communitys_id_and_avatar() -> None:
    """LAW-9: neither is in any view of recruiting, nor in its JSON."""
    for viewer in RECRUITING_VIEWERS:
        view = view_for(viewer, WHOLE, at=AT)
        assert view is not None
        assert not {"member-1", "face-1"} & set(texts_in(view))
        assert b"member-1" not in dump_view(view)
        assert b"face-1" not in dump_view(view)


def test_without_an_avatar_of_the_community_none_is_shown() -> None:
    """LAW-9: the avatar of the resume does not take its place."""
    view = community_view(attrs.evolve(WHOLE, community=CommunityProfile(id="member-1")))
    assert Part.AVATAR not in view.withheld
    assert view.sections.avatar is None


def test_whoever_has_no_profile_there_is_not_in_the_community() -> None:
    """COMMUNITY-1: without an id of the community, nothing is shown there."""
    assert view_for(member, attrs.evolve(WHOLE, community=None), at=AT) is None
    assert view_for(attrs.evolve(member, signed_in=False), WHOLE, at=AT) is None


@pytest.mark.parametrize(
    ("gender", "chinese", "english"),
    [
        (Gender.FEMALE, "张女生", "Ms. Zhang"),
        (Gender.MALE, "张先生", "Mr. Zhang"),
        (Gender.UNKNOWN, "张先生/女生", "Mr./Ms. Zhang"),
    ],
)
def test_COMMUNITY_1_the_nickname_has_words_of_its_own(gender: Gender, chinese: str, english: str) -> None:
    """In the community a woman is 女生, where resumes and chats say 女士; the choice is the community's own."""
    profile = attrs.evolve(WHOLE.basics.profile, gender=gender)
    whole = attrs.evolve(WHOLE, basics=attrs.evolve(WHOLE.basics, profile=profile))
    for other in NameDisplay:
        chosen = with_settings(whole, name_display=other, nickname=NameDisplay.HONORIFIC)
        for language, expected in ((Language.ZH, chinese), (Language.EN, english)):
            assert community_view(chosen, attrs.evolve(member, language=language)).display_name == expected
        real = with_settings(whole, name_display=other, nickname=NameDisplay.REAL)
        assert community_view(real).display_name == "张三丰"


def test_NAME_1_recruiting_keeps_its_own_words() -> None:
    """Beside 张女生 in the community, a recruiter reads 张女士."""
    profile = attrs.evolve(WHOLE.basics.profile, gender=Gender.FEMALE)
    whole = attrs.evolve(WHOLE, basics=attrs.evolve(WHOLE.basics, profile=profile))
    view = view_for(
        people.stranger,
        with_settings(whole, name_display=NameDisplay.HONORIFIC, nickname=NameDisplay.HONORIFIC),
        at=AT,
    )
    assert view is not None
    assert view.display_name == "张女士"


def test_COMMUNITY_1_the_position_is_shown_where_the_platform_chooses_so() -> None:
    """The position of the latest work is withheld, unless a reading says otherwise; then it is the one thing more."""
    shows = Policy("position", readings=Readings(community_hides_position=False))
    view = view_for(member, WHOLE, at=AT, policy=shows)
    assert view is not None
    assert view.sections.latest_position == "工程师"
    assert community_view().withheld - view.withheld == {Part.LATEST_POSITION}
    assert community_view().sections.latest_position is None


WRONG_COMMUNITY = [
    ({"community": CommunityProfile(id="r-1")}, "community.id"),
    ({"community": CommunityProfile(id="c-1")}, "community.id"),
    ({"community": CommunityProfile(id="revision-7")}, "community.id"),
    ({"community": CommunityProfile(id="x-revision-7")}, "community.id"),
    ({"community": CommunityProfile(id="avatar-1")}, "community.id"),
    ({"community": CommunityProfile(id="m", avatar="avatar-1")}, "community.avatar"),
    ({"community": CommunityProfile(id="m", avatar="avatar-1.small")}, "community.avatar"),
    ({"community": CommunityProfile(id="m", avatar="file-2")}, "community.avatar"),
    ({"community": CommunityProfile(id="m", avatar="image-1")}, "community.avatar"),
    ({"community": CommunityProfile(id="m-9", avatar="f"), "video": Video(id="m-9")}, "community.id"),
    ({"community": CommunityProfile(id="user12345"), "id": "resume-user12345"}, "community.id"),
    ({"community": CommunityProfile(id="m", avatar="face7"), "id": "face7-r"}, "community.avatar"),
    ({"community": CommunityProfile(id="ABCD1234"), "id": "abcd1234"}, "community.id"),
    ({"community": CommunityProfile(id="550E8400E29B41D4"), "id": "r.550e8400-e29b-41d4"}, "community.id"),
]


@pytest.mark.parametrize(("changes", "path"), WRONG_COMMUNITY)
def test_an_id_that_joins_the_two_is_refused(changes: dict[str, object], path: str) -> None:
    """LAW-9: an id of the community that is an id of the resume, holds one, or is in one, is bad input, whatever the case and the signs."""
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(WHOLE, **changes)  # type: ignore[arg-type]  # of its own fields
    assert [problem.path for problem in caught.value.problems] == [path]
    assert "of the community's own" in caught.value.problems[0].expected


def test_an_id_that_joins_the_two_is_refused_in_json() -> None:
    """LAW-9: also where a document is loaded; a short id that is in another by chance is fine."""
    contact = {"mobile": "+8613912345678"}
    profile = {
        "gender": "male",
        "born": "1990-02",
        "work_started": 2012,
        "residence": "上海",
        "stage": "working",
    }
    document = {
        "id": "r1",
        "candidate": "c1",
        "basics": {"name": {"full": "张三丰"}, "profile": profile, "contact": contact},
    }
    assert load_resume({**document, "community": {"id": "xr1c1"}}).community is not None
    for joining in ({"id": "r1"}, {"id": "m", "avatar": "c1"}):
        with pytest.raises(InvalidValue, match=r"community's own"):
            load_resume({**document, "community": joining})


def leaking_id(viewer: Viewer, whole: Resume, at: datetime) -> object:
    return view_for(viewer, whole, at=at), whole.id


def leaking_avatar(viewer: Viewer, whole: Resume, at: datetime) -> ResumeView | None:
    view = view_for(viewer, whole, at=at)
    if view is None or not isinstance(viewer, CommunityMember):
        return view
    return attrs.evolve(view, sections=attrs.evolve(view.sections, avatar=whole.basics.avatar))


def leaking_membership(viewer: Viewer, whole: Resume, at: datetime) -> object:
    return view_for(viewer, whole, at=at), whole.community is not None


@pytest.mark.parametrize("leaky", [leaking_id, leaking_avatar])
def test_what_joins_the_two_in_the_community_is_caught(leaky: object) -> None:
    """LAW-9 can fail: code that shows the community the resume's id, or its avatar, gets caught."""
    assert_caught(check_unlinkable, leaky, "makes a difference in the community")  # type: ignore[arg-type]  # a law takes any callable


def test_who_is_in_the_community_is_caught_elsewhere() -> None:
    """LAW-9 can fail: code that shows a recruiter who is in the community gets caught."""
    assert_caught(check_unlinkable, leaking_membership, "makes a difference elsewhere")
