"""LAW-1: what a viewer is not granted makes no difference to what they see."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import attrs
from hypothesis import given

import people
from each import each
from filled import number_of
from leaks import assert_caught
from resume_visibility import (
    FULLY_VERIFIED,
    CampusForm,
    Company,
    Headhunter,
    NameDisplay,
    Owner,
    Part,
    Recruiter,
    Resume,
    Viewer,
    dump_resume,
    load_resume,
    view_for,
    view_to_dict,
)
from resume_visibility.model import (
    Attachment,
    CareerStage,
    Document,
    Email,
    Intention,
    IpRegion,
    MobileNumber,
    PersonName,
    PhoneNumber,
    Url,
    Video,
    VirtualNumber,
    Work,
)
from resume_visibility.model.consents import PUBLIC
from resume_visibility.model.instants import LAST
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.testing import Case, cases, check_noninterference, form_cases
from resume_visibility.testing.twins import change_positions
from shows import show


@given(cases())
def test_noninterference(case: Case[Resume]) -> None:
    """LAW-1: a twin that differs only in what is withheld gives the same view, JSON, repr, hash and pickle."""
    check_noninterference(show, case)


@each("id_", ["7", "7" * 64])
def test_acts_of_others_are_of_others(id_: str) -> None:
    """LAW-1: where a company, or its client, has the number of a resume, as tables count, what is done with others is not done with it."""
    company = Company(id=id_, name="某公司")
    viewers: tuple[Viewer, ...] = (
        Recruiter(id="u-1", company=company, signed_in=True, verified=FULLY_VERIFIED),
        Headhunter(id="h-1", agency=people.ACME, clients=(company,), signed_in=True, verified=FULLY_VERIFIED),
    )
    asked = load_resume(dump_resume(attrs.evolve(people.resume(), id=id_)))
    for viewer in viewers:
        assert show(viewer, asked, people.AT) is not None
        check_noninterference(show, Case(viewer=viewer, document=asked, at=people.AT, other=asked))


def test_acts_of_others_are_no_disclosure() -> None:
    """LAW-1: a resume may have the id by which consents name everybody; no consent to disclose it is among the acts of others."""
    asked = attrs.evolve(people.resume(), id=PUBLIC)
    acme = Recruiter(id="u-1", company=people.ACME, signed_in=True, verified=FULLY_VERIFIED)
    assert show(acme, asked, people.AT) is not None
    check_noninterference(show, Case(viewer=acme, document=asked, at=people.AT, other=asked))


def variants(resume: Resume, part: Part, withheld: frozenset[Part]) -> Iterator[Resume]:
    """The resume with one withheld part other than it is, or missing; what else shows of it stays as it is."""
    basics, contact = resume.basics, resume.basics.contact

    def with_basics(**changes: Any) -> Resume:
        return attrs.evolve(resume, basics=attrs.evolve(basics, **changes))

    def with_contact(**changes: Any) -> Resume:
        return with_basics(contact=attrs.evolve(contact, **changes))

    def with_root(*values: Any) -> Iterator[Resume]:
        for value in values:
            changes: dict[str, Any] = {part.value: value}
            yield attrs.evolve(resume, **changes)

    match part:
        case Part.NAME if Part.DISPLAY_NAME not in withheld:
            if basics.name is not None:
                full = basics.name.full
                yield with_basics(name=attrs.evolve(basics.name, full=full + full[-1]))
        case Part.NAME | Part.DISPLAY_NAME:
            if {Part.NAME, Part.DISPLAY_NAME} <= withheld:
                yield with_basics(name=PersonName("司徒别人"))
                yield with_basics(name=None)
        case Part.AVATAR:
            yield with_basics(avatar="another")
            yield with_basics(avatar=None)
        case Part.PROFILE:
            other = attrs.evolve(basics.profile, work_started=1999, stage=CareerStage.STUDENT)
            yield with_basics(profile=other)
            yield with_basics(profile=attrs.evolve(other, work_started=None, stage=None))
            if Part.REGION in withheld:
                yield with_basics(profile=attrs.evolve(other, residence="别处"))
                yield with_basics(profile=attrs.evolve(other, residence=None))
        case Part.MOBILE:
            yield with_contact(mobile=MobileNumber("+8613700000001"))
            yield with_contact(mobile=MobileNumber("+442071838750"))
            yield with_contact(mobile=None)
        case Part.EMAIL:
            yield with_contact(email=Email("another@example.net"))
            yield with_contact(email=None)
        case Part.HOMEPAGE:
            yield with_contact(homepage=Url("https://another.example.net/"))
            yield with_contact(homepage=None)
        case Part.VIRTUAL_NUMBER:
            line = VirtualNumber(
                id="another",
                candidate=resume.candidate,
                number=PhoneNumber("+862100000009", extension="1"),
                valid_from=datetime(2026, 1, 1, tzinfo=UTC),
                valid_until=datetime(2027, 1, 1, tzinfo=UTC),
            )
            yield attrs.evolve(resume, virtual_numbers=())
            yield attrs.evolve(resume, virtual_numbers=(*resume.virtual_numbers, line))
        case Part.WORK | Part.LATEST_POSITION:
            if {Part.WORK, Part.LATEST_POSITION} <= withheld:
                yield attrs.evolve(resume, work=())
        case Part.ATTACHMENTS:
            yield from with_root((), (Attachment(id="another", file_name="another.pdf"),))
        case Part.VIDEO:
            yield from with_root(None, Video(id="another"))
        case Part.STRENGTHS | Part.HIGHLIGHTS:
            yield from with_root(None, "别的")
        case Part.INTENTION:
            yield from with_root(None)
        case Part.IP_REGION:
            yield from with_root(None, IpRegion("CN-BJ"))
        case Part.DELIVERY:
            yield attrs.evolve(resume, applications=change_positions("别的", resume.applications))
        case Part.REGION | Part.MESSENGER | Part.NATIONAL_ID:
            return
        case _:
            yield from with_root(())


@given(cases())
def test_each_withheld_part_alone(case: Case[Resume]) -> None:
    """LAW-1: each withheld part, varied alone or taken away, leaves the view as it was."""
    resume = without_typed_secrets(case.document)
    seen = view_for(case.viewer, resume, at=case.at)
    withheld = PARTS_OF[Document.RESUME] if seen is None else seen.withheld
    for part in withheld:
        for other in variants(resume, part, withheld):
            assert view_for(case.viewer, other, at=case.at) == seen, part


def without_typed_secrets(resume: Resume) -> Resume:
    """The resume with an e-mail address of its own, and contact and name typed into no text."""
    profile = attrs.evolve(resume.basics.profile, residence="上海")
    contact = attrs.evolve(resume.basics.contact, email=Email("mine@example.com"))
    intention, work = resume.intention or Intention(), (*resume.work, Work())[0]
    return attrs.evolve(
        resume,
        basics=attrs.evolve(resume.basics, profile=profile, contact=contact),
        strengths="稳",
        highlights="快",
        intention=attrs.evolve(intention, position="架构师", cities=("上海",), industry="建筑"),
        work=(
            attrs.evolve(
                work, company="某公司", position="某职", description="某事", skills=("某技",), industry="某业"
            ),
        ),
        projects=(),
        education=(),
        awards=(),
        campus_positions=(),
        certificates=(),
        skills=(),
        training=(),
        portfolio=(),
        additional=(),
        attachments=tuple(attrs.evolve(file, file_name="简历.pdf") for file in resume.attachments),
        applications=change_positions("某职", resume.applications),
    )


@given(cases())
def test_names_of_one_honorific_make_no_difference_anywhere(case: Case[Resume]) -> None:
    """NAME-4: typed into text in any writing, the name varies without a trace while the honorific is shown."""

    def named(name: str) -> Resume:
        bare = without_typed_secrets(case.document)
        return attrs.evolve(
            bare,
            basics=attrs.evolve(bare.basics, name=PersonName(name)),
            settings=attrs.evolve(
                bare.settings, name_display=NameDisplay.HONORIFIC, nickname=NameDisplay.HONORIFIC
            ),
            strengths=f"我是{name}，",
            highlights=" ".join(name),
            attachments=tuple(attrs.evolve(one, file_name=f"{name}_简历.pdf") for one in bare.attachments),
        )

    one, other = (view_for(case.viewer, named(name), at=case.at) for name in ("张三丰", "张翠山"))
    if one is None or Part.NAME in one.withheld:  # to the owner and to some support agents the name is shown
        assert one == other


class EqualResponse(dict[str, str]):
    """A response that equals every other, and whose repr does not."""

    def __init__(self, spelled: str) -> None:
        super().__init__()
        self.spelled = spelled

    def __repr__(self) -> str:
        return self.spelled


def test_a_hash_gives_a_leak_away() -> None:
    """LAW-1 can fail: code that gives away a digest of a withheld value gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at), hash(resume.basics.contact)

    assert_caught(check_noninterference, leaky, "a withheld value makes a difference")


def test_a_repr_gives_a_leak_away() -> None:
    """LAW-1 can fail: values that are equal and yet spell something else get caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return EqualResponse(number_of(resume))

    assert_caught(check_noninterference, leaky, "a difference, by the repr")


def test_a_pickle_gives_a_leak_away() -> None:
    """LAW-1 can fail: values that look alike and yet pickle something else get caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return PickledResponse(number_of(resume))

    assert_caught(check_noninterference, leaky, "a difference to the pickle")


class PickledResponse(dict[str, str]):
    """A response that equals and looks like every other, and whose state does not."""

    def __init__(self, held: str) -> None:
        super().__init__()
        self.held = held


ACTS: dict[str, Callable[[Resume], object]] = {
    "applications": lambda resume: len(resume.applications),
    "blocks": lambda resume: len(resume.settings.blocks),
    "conversations": lambda resume: bool(resume.conversations),
    "consents": lambda resume: [one.recipient for one in resume.consents],
    "notices": lambda resume: len(resume.settings.notices),
    "candidate": lambda resume: resume.candidate,
    "revision": lambda resume: resume.revision,
    "recommendation": lambda resume: resume.settings.personalised_recommendation,
    "withdrawals": lambda resume: [one.withdrawn for one in resume.applications if one.withdrawn],
    "last words": lambda resume: [one.until for one in resume.conversations if one.until],
    "first end of a consent": lambda resume: min([one.void_from for one in resume.consents], default=LAST),
}


@each("name", [*ACTS])
def test_LAW_1_a_service_that_says_what_was_done_with_others_is_caught(name: str) -> None:
    """LAW-1 can fail: how many companies were applied to, or blocked, is granted to none of them."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        view = view_for(viewer, resume, at=at)
        shown = None if view is None else view_to_dict(view)
        return shown | {"beside": ACTS[name](resume)} if shown and isinstance(viewer, Recruiter) else shown

    assert_caught(check_noninterference, leaky, "a withheld value makes a difference")


def test_LAW_1_a_service_that_says_what_was_done_with_others_is_caught_of_forms() -> None:
    """LAW-1 can fail of forms: whom else the student blocked is no business of the company."""

    def leaky(viewer: Viewer, form: CampusForm, at: datetime) -> object:
        view = view_for(viewer, form, at=at)
        return None if view is None else (view, 0 if isinstance(viewer, Owner) else len(form.settings.blocks))

    assert_caught(check_noninterference, leaky, "a withheld value makes a difference", form_cases())
