"""The data that a viewer is not granted: a document that must look the same to them, and values that must not reach them."""

from collections.abc import Iterable, Iterator
from operator import is_
from typing import Any, TypeVar, assert_never, cast, get_args

import attrs

from ..model.arguments import expect
from ..model.building import fields_of, is_model
from ..model.campus import CampusForm
from ..model.language import Language
from ..model.names import PersonName
from ..model.parts import PARTS_OF, Part
from ..model.resume import Resume
from ..model.sections import Profile, Work
from ..model.settings import Application, OnlineTalk
from ..policy.decisions import Grant
from ..policy.facts import Kind
from ..policy.situation import latest_position
from ..policy.table import case_of, document_of
from ..projection.names import honorific
from ..projection.release import view_for
from .cast import PROSE, writings
from .extended import Shows, own_secrets, with_others
from .form_strategies import typed_into
from .of_others import with_acts_of_others
from .questions import Case, D

_T = TypeVar("_T")


def withheld_from(case: Case[D]) -> frozenset[Part]:
    """The parts that the viewer of a case is not granted; all parts if nothing is shown."""
    document: Resume | CampusForm = case.document
    view = view_for(case.viewer, document, at=case.at)
    return PARTS_OF[document_of(document)] if view is None else view.withheld


def shows(case: Case[Any]) -> Shows:
    """Make the function that says whether the viewer of a case is shown what follows a part."""
    withheld = withheld_from(case)
    decided = case_of(case.viewer, case.document, case.at)
    owned = isinstance(decided.decision, Grant) and decided.facts.kind is Kind.OWNER
    return lambda part: owned if part is None else part not in withheld


def twin(case: Case[D]) -> D:
    """Make a document that differs from the case's only in what its viewer is not granted.

    Withheld values come from `case.other`, also where they were typed into text that is shown. Choices and acts of the candidate
    differ where they concern somebody else.

    Args:
        case: a question, with a stranger's document.

    Returns:
        A resume for a resume, a form for a form.
    """
    expect("case", case, Case)
    withheld = withheld_from(case)
    document: Any = case.document
    other: Any = case.other
    renamed = Part.NAME in withheld and _same_honorific(
        document, other, shown=Part.DISPLAY_NAME not in withheld
    )
    kept = {Part.PROFILE} | ({Part.WORK} if Part.LATEST_POSITION not in withheld else set())
    kept |= set() if renamed else {Part.NAME}
    # A value that the other document lacks cannot replace one that is typed into the texts.
    both = zip(_texts(document), _texts(other), strict=True)
    kept |= {part for (part, mine), (_, theirs) in both if mine and not theirs}
    for mine, theirs in _typed(document, other, withheld - kept):
        document = replaced(document, mine, theirs)
    basics = _exchanged(document.basics, other.basics, withheld - kept)
    contact = _exchanged(basics.contact, other.basics.contact, withheld - kept)
    profile = _profile(basics.profile, other.basics.profile, withheld)
    document = _exchanged(document, other, withheld - kept)
    basics = attrs.evolve(basics, contact=contact, profile=profile)
    if isinstance(document, Resume):
        document = with_others(document, other, shows(case))
    document = attrs.evolve(document, basics=basics, **_acts(document, other, withheld))
    asking = case_of(case.viewer, case.document, case.at).facts.kind
    return cast("D", with_acts_of_others(document, case.viewer, asking, case.at))


def _exchanged(mine: _T, theirs: _T, withheld: frozenset[Part]) -> _T:
    """The same record, with the other's values in the fields that are withheld parts."""
    names = {name for name, _ in fields_of(type(mine))} & {part.value for part in withheld}
    return cast("_T", attrs.evolve(cast("Any", mine), **{name: getattr(theirs, name) for name in names}))


def _profile(mine: Any, theirs: Any, withheld: frozenset[Part]) -> Any:
    # The month of birth decides (GATE-3), the gender is in the honorific, and the residence of a resume is also a part by itself.
    if Part.PROFILE not in withheld:
        return mine
    gender = theirs.gender if Part.DISPLAY_NAME in withheld else mine.gender
    of_its_own = isinstance(mine, Profile) and Part.REGION not in withheld
    residence = mine.residence if of_its_own else theirs.residence
    return attrs.evolve(theirs, born=mine.born, gender=gender, residence=residence)


def _acts(mine: Resume | CampusForm, other: Any, withheld: frozenset[Part]) -> dict[str, Any]:
    """The acts of the candidate that withheld parts show, with the other's values; nothing that decides is changed."""
    acts: dict[str, Any] = {}
    match mine:
        case Resume():
            if Part.VIRTUAL_NUMBER in withheld:
                lines = (attrs.evolve(line, candidate=mine.candidate) for line in other.virtual_numbers)
                acts["virtual_numbers"] = tuple(lines)
            if Part.DELIVERY in withheld:
                acts["applications"] = delivered_as(PROSE[0], mine.applications)
        case CampusForm():
            if Part.DELIVERY in withheld and mine.talk is not None:
                acts["talk"] = _delivered(PROSE[0], mine.talk)
        case _:
            assert_never(mine)
    return acts


def delivered_as(position: str, applications: tuple[Application, ...]) -> tuple[Application, ...]:
    """The same applications, each handed in for another position: the position is a text, and decides nothing."""
    return tuple(
        one if one.talk is None else attrs.evolve(one, talk=_delivered(position, one.talk))
        for one in applications
    )


def _delivered(position: str, talk: OnlineTalk) -> OnlineTalk:
    return attrs.evolve(talk, delivery=attrs.evolve(talk.delivery, position=position))


def elsewhere(mine: Resume, other: Resume) -> Resume:
    """A resume that recruiting cannot distinguish from `other`. In the community its candidate is the candidate of `mine`."""
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
        work=(attrs.evolve(next(iter(other.work), _no_work(other)), position=position),) if position else (),
        virtual_numbers=tuple(attrs.evolve(line, candidate=candidate) for line in other.virtual_numbers),
        settings=settings,
        ip_region=mine.ip_region,
        community=mine.community,
        account=mine.account,
        deleted=mine.deleted,
        age_verified=mine.age_verified,
    )


def _no_work(resume: Resume[Any]) -> Work:
    kind: Any = dict(fields_of(type(resume)))["work"]
    nothing: Work = get_args(kind)[0]()
    return nothing


def _same_honorific(document: Any, other: Any, *, shown: bool) -> bool:
    # If the honorific is shown, only the rest of the name may vary.
    mine, theirs, gender = document.basics.name, other.basics.name, document.basics.profile.gender
    if not shown or mine is None or theirs is None:
        return not shown or mine is theirs
    return all(
        honorific(mine, gender, language) == honorific(theirs, gender, language) for language in Language
    )


def _typed(mine: Any, theirs: Any, withheld: frozenset[Part]) -> Iterator[tuple[str, str]]:
    """The details typed into the texts of both, in pairs: an address comes first, because it may contain a number."""
    typed = zip(_texts(mine), _texts(theirs), strict=True)
    for (part, old), (_, new) in typed:
        if part in withheld and old:
            yield from zip(old, new, strict=True)


def _texts(document: Resume | CampusForm) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """The values that are typed into the texts, by the part of each."""
    basics = document.basics
    yield Part.EMAIL, (basics.contact.email.address,) if basics.contact.email else ()
    yield Part.MOBILE, writings(basics.contact.mobile) if basics.contact.mobile else ()
    yield Part.NAME, (basics.name.full,) if basics.name else ()
    if isinstance(document, CampusForm):
        yield from typed_into(document)


def replaced(value: _T, old: str, new: str) -> _T:
    """The same value of the model, with one string replaced by another in all of its texts. A part without it stays the same object: a
    pickle distinguishes one object that is there twice from two that are equal.
    """
    if isinstance(value, str):
        return cast("_T", value.replace(old, new))
    if isinstance(value, tuple):
        found = tuple(replaced(item, old, new) for item in value)
        return value if all(map(is_, value, found)) else cast("_T", found)
    if is_model(type(value)) and not isinstance(value, PersonName):  # the name is varied as a whole
        before = {name: getattr(value, name) for name, _ in fields_of(type(value))}
        after = {name: replaced(one, old, new) for name, one in before.items()}
        changed = {name: one for name, one in after.items() if one is not before[name]}
        return cast("_T", attrs.evolve(cast("Any", value), **changed)) if changed else value
    return value


def secrets(case: Case[D]) -> Iterator[str]:
    """The withheld values of a case, as text; nothing else in the case can equal them."""
    withheld = withheld_from(case)
    for part, texts in (*_texts(case.document), *_single(case.document)):
        if part in withheld:
            yield from texts
    if isinstance(case.document, Resume):
        yield from own_secrets(case.document, shows(case))


def _single(document: Resume | CampusForm) -> Iterator[tuple[Part, Iterable[str]]]:
    """Further values that only one document has, by the part of each."""
    mobile = document.basics.contact.mobile
    yield Part.MOBILE, (mobile.e164[-8:],) if mobile else ()
    match document:
        case Resume():
            homepage, avatar, video = document.basics.contact.homepage, document.basics.avatar, document.video
            yield Part.HOMEPAGE, (homepage.address,) if homepage else ()
            yield Part.AVATAR, (avatar,) if avatar else ()
            yield Part.VIDEO, (video.id,) if video else ()
            yield Part.ATTACHMENTS, (attachment.id for attachment in document.attachments)
            yield Part.VIRTUAL_NUMBER, (line.number.e164 for line in document.virtual_numbers)
        case CampusForm():
            photo, landline = document.basics.photo, document.basics.contact.landline
            yield Part.PHOTO, (photo,) if photo else ()
            yield Part.LANDLINE, (landline.e164,) if landline else ()
        case _:
            assert_never(document)


def personal(document: Resume | CampusForm) -> Iterator[str]:
    """Personal data of a document that must not be in any representation of it, or of a part of it."""
    for _, texts in _texts(document):
        yield from texts
    yield from filter(None, (document.basics.profile.residence,))
