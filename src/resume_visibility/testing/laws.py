"""The laws as functions: each takes what shows resumes, and a case, and raises AssertionError where the law is broken.

What shows resumes is `view_for` or any code of a service around it: a callable of viewer, resume and instant that
returns whatever leaves the service, or None where the resume is not shown. A law reads what leaves in any form: a view,
plain data such as dicts and lists, JSON in bytes or in text, or an object of the service's own.
"""

import pickle
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final, TypeAlias, TypeVar, cast

import attrs

from ..codec.dumping import dump_view
from ..model.building import fields_of, is_model
from ..model.language import Language
from ..model.names import PersonName
from ..model.parts import PARTS_OF, Document, Part
from ..model.resume import CommunityProfile, Resume
from ..model.sections import Profile
from ..model.settings import Account, Application, CompanyBlock, NameDisplay, Visibility
from ..model.viewers import Action, CommunityMember, Owner, Viewer
from ..policy.facts import Kind
from ..policy.situation import company_of, latest_position
from ..policy.table import case_of
from ..projection.names import honorific
from ..projection.release import view_for
from ..projection.view import ResumeView
from .cast import PROSE, writings
from .leaving import claims_of, leaves_of, objects_in, texts_in, typed_in, wording
from .questions import Case

Show: TypeAlias = Callable[[Viewer, Resume, datetime], Any]
_T = TypeVar("_T")


def show(viewer: Viewer, resume: Resume, at: datetime) -> ResumeView | None:
    """`view_for`, as the laws call it."""
    return view_for(viewer, resume, at=at)


def check_noninterference(show: Show, case: Case) -> None:
    """LAW-1: what the viewer is not granted makes no difference to what leaves, in any form of it."""
    seen, same = show(case.viewer, case.resume, case.at), show(case.viewer, twin(case), case.at)
    _check_same(seen, same, "a withheld value makes a difference")


def _check_same(seen: object, same: object, wrong: str) -> None:
    assert seen == same, wrong
    assert repr(seen) == repr(same), f"{wrong} to the repr"
    assert pickle.dumps(seen) == pickle.dumps(same), f"{wrong} to the pickle"
    if isinstance(seen, ResumeView) and isinstance(same, ResumeView):
        assert hash(seen) == hash(same), f"{wrong} to the hash"
        assert dump_view(seen) == dump_view(same), f"{wrong} to the JSON"


def check_unreachable(show: Show, case: Case) -> None:
    """LAW-2: no withheld value can be reached from what leaves: graph, repr, JSON, pickle."""
    seen = show(case.viewer, case.resume, case.at)
    forms = [*texts_in(seen), repr(seen), str(seen), pickle.dumps(seen).decode("utf-8", "replace")]
    for secret in secrets(case):
        assert not any(secret in form for form in forms), "a withheld value can be reached"


def check_one_nothing(show: Show, case: Case) -> None:
    """LAW-3: a resume that is not shown looks the same as any other that is not."""
    if view_for(case.viewer, case.resume, at=case.at) is None:
        assert show(case.viewer, case.resume, case.at) is None, "a refusal differs from another"


def check_monotone(show: Show, case: Case) -> None:
    """LAW-4: no tightening of the settings reveals more: no text of the resume, and nothing that a view says it shows."""
    before = show(case.viewer, case.resume, case.at)
    was, known, typed = claims_of(before), wording(before), {*typed_in(case.resume)}
    for tighter in tightened(case.resume, case.viewer, case.at):
        after = show(case.viewer, tighter, case.at)
        if after is None:
            continue
        assert before is not None, "a tightening shows the resume"
        now = claims_of(after)
        if was is not None and now is not None:
            assert was.withheld <= now.withheld, "a tightening shows a part"
            assert now.channels <= was.channels, "a tightening opens a channel"
            assert now.actions <= was.actions, "a tightening allows an action"
        words = wording(after)
        assert not any(text in words and text not in known for text in typed), "a tightening shows a text"


def check_default_deny(show: Show, case: Case) -> None:
    """LAW-5: an action or a viewer that no clause names gets nothing."""
    kind = case_of(case.viewer, case.resume, case.at).facts.kind
    talking = kind in (Kind.RECRUITER, Kind.HEADHUNTER)
    if kind is Kind.VISITOR or (case.viewer.action is Action.CHAT and not talking):
        assert show(case.viewer, case.resume, case.at) is None, "something was shown that no clause grants"


def check_pure(show: Show, case: Case) -> None:
    """LAW-6: the same answer each time, whatever was asked in between and however often it was asked."""
    first = show(case.viewer, case.resume, case.at)
    show(case.viewer, case.other, case.at)
    assert show(case.viewer, case.resume, case.at) == first, "the second answer differs"
    assert show(case.viewer, attrs.evolve(case.resume), case.at) == first, (
        "an equal resume is answered otherwise"
    )


def check_quiet(show: Show, case: Case) -> None:
    """LAW-7: no representation of what goes in or comes out holds personal data.

    Bytes, text, dicts and lists are their own representation: they may hold what the viewer is granted, and no more.
    """
    resume = case.resume
    seen = show(case.viewer, resume, case.at)
    asked = (resume, resume.basics, resume.basics.contact, case.viewer)
    shown = [f"{one!r} {one}" for one in (*asked, *objects_in(seen))]
    personal = (resume.basics.name.full, *_contact(resume), resume.basics.profile.residence)
    assert not any(value in one for value in personal for one in shown), (
        "a representation holds personal data"
    )
    plain = [text for text in leaves_of(seen) if isinstance(text, str)]
    assert not any(secret in text for secret in secrets(case) for text in plain), (
        "a representation holds personal data that is withheld"
    )


def check_unlinkable(show: Show, case: Case) -> None:
    """LAW-9: nothing of the resume makes a difference in the community, and nothing of the community elsewhere.

    The community may be shown what the candidate granted in words: a display name, a region, a position so chosen.
    """
    if case.resume.community is None:
        return
    member = CommunityMember(id="somebody", signed_in=True, language=case.viewer.language)
    seen, same = show(member, case.resume, case.at), show(member, elsewhere(case), case.at)
    _check_same(seen, same, "what recruiting sees makes a difference in the community")
    if not isinstance(case.viewer, (CommunityMember, Owner)):
        seen = show(case.viewer, case.resume, case.at)
        for community in (None, CommunityProfile(id="somebody-else", avatar="another-face")):
            same = show(case.viewer, attrs.evolve(case.resume, community=community), case.at)
            _check_same(seen, same, "what the community sees makes a difference elsewhere")


ALL_LAWS: Final[tuple[Callable[[Any, Case], None], ...]] = (
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


def twin(case: Case) -> Resume:
    """A resume that differs from the case's only in what its viewer is not granted.

    What is withheld comes from `case.other`, also where it was typed into text that is shown.
    """
    view = view_for(case.viewer, case.resume, at=case.at)
    withheld = PARTS_OF[Document.RESUME] if view is None else view.withheld
    resume, other = case.resume, case.other
    renamed = Part.NAME in withheld and _same_honorific(
        resume, other, shown=Part.DISPLAY_NAME not in withheld
    )
    for mine, theirs in _typed(resume, other, withheld, renamed=renamed):
        resume = replaced(resume, mine, theirs)
    sections = {part.value for part in withheld} & {field.name for field in attrs.fields(Resume)}
    changes: dict[str, Any] = {name: getattr(other, name) for name in sections if name != Part.WORK.value}
    if withheld >= {Part.WORK, Part.LATEST_POSITION}:
        changes["work"] = other.work
    if Part.VIRTUAL_NUMBER in withheld:
        changes["virtual_numbers"] = tuple(
            attrs.evolve(line, candidate=resume.candidate) for line in other.virtual_numbers
        )
    if Part.DELIVERY in withheld:
        changes["applications"] = delivered_as(PROSE[0], resume.applications)
    mine_contact, their_contact = resume.basics.contact, other.basics.contact
    contact = {
        name: getattr(their_contact if Part(name) in withheld else mine_contact, name)
        for name in ("mobile", "email", "homepage")
    }
    basics: dict[str, Any] = {"contact": attrs.evolve(mine_contact, **contact)}
    if renamed:
        basics["name"] = other.basics.name
    if Part.AVATAR in withheld:
        basics["avatar"] = other.basics.avatar
    if Part.PROFILE in withheld:
        basics["profile"] = _profile(resume.basics.profile, other.basics.profile, withheld)
    return attrs.evolve(resume, basics=attrs.evolve(resume.basics, **basics), **changes)


def delivered_as(position: str, applications: tuple[Application, ...]) -> tuple[Application, ...]:
    """The same applications, each handed in for another position: a text, which decides nothing."""
    return tuple(
        application
        if application.talk is None
        else attrs.evolve(
            application,
            talk=attrs.evolve(
                application.talk, delivery=attrs.evolve(application.talk.delivery, position=position)
            ),
        )
        for application in applications
    )


def elsewhere(case: Case) -> Resume:
    """A resume that recruiting cannot tell from `case.other`, of somebody who is in the community as the case's candidate is."""
    mine, other = case.resume, case.other
    candidate = f"{other.candidate}-elsewhere"
    profile = attrs.evolve(
        other.basics.profile, gender=mine.basics.profile.gender, born=mine.basics.profile.born
    )
    settings = attrs.evolve(
        other.settings,
        nickname=mine.settings.nickname,
        resume_permission=mine.settings.resume_permission,
    )
    position = latest_position(mine.work)
    return attrs.evolve(
        other,
        id=f"{other.id}-elsewhere",
        candidate=candidate,
        basics=attrs.evolve(other.basics, name=mine.basics.name, profile=profile),
        work=tuple(attrs.evolve(work, position=position) for work in other.work) if position else (),
        virtual_numbers=tuple(attrs.evolve(line, candidate=candidate) for line in other.virtual_numbers),
        settings=settings,
        ip_region=mine.ip_region,
        community=mine.community,
        account=mine.account,
        deleted=mine.deleted,
    )


def _profile(mine: Profile, theirs: Profile, withheld: frozenset[Part]) -> Profile:
    # The month of birth decides (GATE-3), the gender is in the honorific, and the residence is a part of its own too.
    return attrs.evolve(
        theirs,
        born=mine.born,
        gender=theirs.gender if Part.DISPLAY_NAME in withheld else mine.gender,
        residence=theirs.residence if Part.REGION in withheld else mine.residence,
    )


def _same_honorific(resume: Resume, other: Resume, *, shown: bool) -> bool:
    # Where the honorific is shown, only what it does not show of the name may vary.
    mine, theirs = resume.basics.name, other.basics.name
    gender = resume.basics.profile.gender
    return not shown or all(
        honorific(mine, gender, language) == honorific(theirs, gender, language) for language in Language
    )


def _typed(
    resume: Resume, other: Resume, withheld: frozenset[Part], *, renamed: bool
) -> Iterator[tuple[str, str]]:
    mine, theirs = resume.basics, other.basics
    if Part.EMAIL in withheld and mine.contact.email and theirs.contact.email:
        yield mine.contact.email.address, theirs.contact.email.address
    if Part.MOBILE in withheld:
        yield from zip(writings(mine.contact.mobile), writings(theirs.contact.mobile), strict=True)
    if renamed:
        yield mine.name.full, theirs.name.full


def replaced(value: _T, old: str, new: str) -> _T:
    """The same value of the model with one string for another in all of its text."""
    if isinstance(value, str):
        return cast("_T", value.replace(old, new))
    if isinstance(value, tuple):
        return cast("_T", tuple(replaced(item, old, new) for item in value))
    if is_model(type(value)) and not isinstance(value, PersonName):  # the name is varied as a whole
        changed = {name: replaced(getattr(value, name), old, new) for name, _ in fields_of(type(value))}
        return cast("_T", attrs.evolve(cast("Any", value), **changed))
    return value


def secrets(case: Case) -> Iterator[str]:
    """The withheld values of a case that nothing else in it can equal, as text."""
    view = view_for(case.viewer, case.resume, at=case.at)
    withheld = PARTS_OF[Document.RESUME] if view is None else view.withheld
    resume, basics = case.resume, case.resume.basics
    contact = basics.contact
    if Part.MOBILE in withheld:
        yield from writings(contact.mobile)
        yield contact.mobile.e164[-8:]
    if Part.EMAIL in withheld and contact.email:
        yield contact.email.address
    if Part.HOMEPAGE in withheld and contact.homepage:
        yield contact.homepage.address
    if Part.NAME in withheld:
        yield basics.name.full
    if Part.AVATAR in withheld and basics.avatar:
        yield basics.avatar
    if Part.VIDEO in withheld and resume.video:
        yield resume.video.id
    if Part.ATTACHMENTS in withheld:
        yield from (attachment.id for attachment in resume.attachments)
    if Part.VIRTUAL_NUMBER in withheld:
        yield from (line.number.e164 for line in resume.virtual_numbers)


def _contact(resume: Resume) -> Iterator[str]:
    contact = resume.basics.contact
    yield from writings(contact.mobile)
    yield from (contact.email.address,) if contact.email else ()


def tightened(resume: Resume, viewer: Viewer, at: datetime) -> Iterator[Resume]:
    """The resume after each single step towards more privacy.

    Args:
        resume: as it is.
        viewer: whose company gets blocked in one of the steps.
        at: when.
    """
    settings = resume.settings
    changes: list[dict[str, Any]] = [
        {"visibility": Visibility.PRIVATE},
        {"name_display": NameDisplay.HONORIFIC},
        {"resume_permission": False},
        {"chat_permission": False},
        {"personalised_recommendation": False},
        {"nickname": NameDisplay.HONORIFIC},
    ]
    if settings.visibility is Visibility.PUBLIC:
        changes += [{"visibility": Visibility.CHAT_ONLY}, {"visibility": Visibility.HEADHUNTERS}]
    company = company_of(viewer)
    if company is not None and company.id is not None:
        changes.append({"blocks": (*settings.blocks, CompanyBlock(company=company.id, at=at))})
    for change in changes:
        yield attrs.evolve(resume, settings=attrs.evolve(settings, **change))
    yield attrs.evolve(resume, community=None)
    yield attrs.evolve(resume, account=Account.CLOSED)
    yield attrs.evolve(resume, deleted=True)
    for i in range(len(resume.applications)):
        yield attrs.evolve(resume, applications=resume.applications[:i] + resume.applications[i + 1 :])
    for i in range(len(resume.consents)):
        yield attrs.evolve(resume, consents=resume.consents[:i] + resume.consents[i + 1 :])
    yield attrs.evolve(resume, conversations=())
