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
from ..policy.facts import ViewerKind
from ..policy.situation import document_of, latest_position
from ..policy.table import case_of
from ..projection.names import honorific
from ..projection.release import view_for
from .cast import PROSE, number_spellings
from .extended import Shows, exchange_own_fields, own_secrets
from .form_strategies import typed_details
from .of_others import add_unrelated_acts
from .older import older_birth
from .questions import Case, D
from .states import as_own_state

_T = TypeVar("_T")


def withheld_from(case: Case[D]) -> frozenset[Part]:
    """The parts that the viewer of a case is not granted; all parts if nothing is shown."""
    document: Resume | CampusForm = case.document
    view = view_for(case.viewer, document, at=case.at, policy=case.policy)
    return PARTS_OF[document_of(document)] if view is None else view.withheld


def shown_parts_of(case: Case[Any]) -> Shows:
    """Make the function that says whether the viewer of a case is shown what follows a part."""
    withheld = withheld_from(case)
    judged = case_of(case.viewer, case.document, case.at, case.policy)
    is_owner = isinstance(judged.decision, Grant) and judged.facts.kind is ViewerKind.OWNER
    return lambda part: is_owner if part is None else part not in withheld


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
    may_rename = Part.NAME in withheld and _same_honorific(
        document, other, shown=Part.DISPLAY_NAME not in withheld
    )
    kept_parts = {Part.PROFILE} | ({Part.WORK} if Part.LATEST_POSITION not in withheld else set())
    kept_parts |= set() if may_rename else {Part.NAME}
    # A value that the other document lacks cannot replace one that is typed into the texts.
    pairs = zip(_typed_values(document), _typed_values(other), strict=True)
    kept_parts |= {part for (part, mine), (_, theirs) in pairs if mine and not theirs}
    for mine, theirs in _typed_pairs(document, other, withheld - kept_parts):
        document = replace_text(document, mine, theirs)
    basics = _exchange_fields(document.basics, other.basics, withheld - kept_parts)
    contact = _exchange_fields(basics.contact, other.basics.contact, withheld - kept_parts)
    profile = _exchange_profile(
        basics.profile, attrs.evolve(other.basics.profile, born=older_birth(case)), withheld
    )
    document = _exchange_fields(document, other, withheld - kept_parts)
    basics = attrs.evolve(basics, contact=contact, profile=profile)
    if isinstance(document, Resume):
        document = exchange_own_fields(document, other, shown_parts_of(case))
    document = attrs.evolve(document, basics=basics, **_exchange_acts(document, other, withheld))
    viewer_kind = case_of(case.viewer, case.document, case.at, case.policy).facts.kind
    return cast("D", add_unrelated_acts(document, case.viewer, viewer_kind, case.at, case.policy.readings))


def _exchange_fields(mine: _T, theirs: _T, withheld: frozenset[Part]) -> _T:
    """The same record, with the other's values in the fields that are withheld parts."""
    names = {name for name, _ in fields_of(type(mine))} & {part.value for part in withheld}
    return cast("_T", attrs.evolve(cast("Any", mine), **{name: getattr(theirs, name) for name in names}))


def _exchange_profile(mine: Any, theirs: Any, withheld: frozenset[Part]) -> Any:
    # The gender is in the honorific, and the residence of a resume is also a part by itself.
    if Part.PROFILE not in withheld:
        return mine
    gender = theirs.gender if Part.DISPLAY_NAME in withheld else mine.gender
    shows_region = isinstance(mine, Profile) and Part.REGION not in withheld
    residence = mine.residence if shows_region else theirs.residence
    return attrs.evolve(theirs, gender=gender, residence=residence)


def _exchange_acts(mine: Resume | CampusForm, other: Any, withheld: frozenset[Part]) -> dict[str, Any]:
    """The acts of the candidate that withheld parts show, with the other's values; nothing that decides is changed."""
    acts: dict[str, Any] = {}
    match mine:
        case Resume():
            if Part.VIRTUAL_NUMBER in withheld:
                lines = (attrs.evolve(line, candidate=mine.candidate) for line in other.virtual_numbers)
                acts["virtual_numbers"] = tuple(lines)
            if Part.DELIVERY in withheld:
                acts["applications"] = change_positions(PROSE[0], mine.applications)
        case CampusForm():
            if Part.DELIVERY in withheld and mine.talk is not None:
                acts["talk"] = _change_position(PROSE[0], mine.talk)
        case _:
            assert_never(mine)
    return acts


def change_positions(position: str, applications: tuple[Application, ...]) -> tuple[Application, ...]:
    """The same applications, each handed in for another position: the position is a text, and decides nothing."""
    return tuple(
        one if one.talk is None else attrs.evolve(one, talk=_change_position(position, one.talk))
        for one in applications
    )


def _change_position(position: str, talk: OnlineTalk) -> OnlineTalk:
    return attrs.evolve(talk, delivery=attrs.evolve(talk.delivery, position=position))


def community_twin(case: Case[Resume]) -> Resume:
    """A resume that recruiting distinguishes from `case.other` by the age alone. In the community its candidate is that of the case."""
    mine, other = case.document, case.other
    candidate = f"{other.candidate}-elsewhere"
    profile = attrs.evolve(other.basics.profile, gender=mine.basics.profile.gender, born=older_birth(case))
    settings = attrs.evolve(
        other.settings,
        nickname=mine.settings.nickname,
        resume_permission=mine.settings.resume_permission,
    )
    position = latest_position(mine.work)
    as_seen = attrs.evolve(
        other,
        id=f"{other.id}-elsewhere",
        candidate=candidate,
        basics=attrs.evolve(other.basics, name=mine.basics.name, profile=profile),
        work=(attrs.evolve(next(iter(other.work), _empty_work(other)), position=position),)
        if position
        else (),
        virtual_numbers=tuple(attrs.evolve(line, candidate=candidate) for line in other.virtual_numbers),
        settings=settings,
        ip_region=mine.ip_region,
        community=mine.community,
        account=mine.account,
        deleted=mine.deleted,
        age_verified=mine.age_verified,
    )
    return as_own_state(as_seen)


def _empty_work(resume: Resume[Any]) -> Work:
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


def _typed_pairs(mine: Any, theirs: Any, withheld: frozenset[Part]) -> Iterator[tuple[str, str]]:
    """The details typed into the texts of both, in pairs: an address comes first, because it may contain a number."""
    typed = zip(_typed_values(mine), _typed_values(theirs), strict=True)
    for (part, old), (_, new) in typed:
        if part in withheld and old:
            yield from zip(old, new, strict=True)


def _typed_values(document: Resume | CampusForm) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """The values that are typed into the texts, by the part of each."""
    basics = document.basics
    yield Part.EMAIL, (basics.contact.email.address,) if basics.contact.email else ()
    yield Part.MOBILE, number_spellings(basics.contact.mobile) if basics.contact.mobile else ()
    yield Part.NAME, (basics.name.full,) if basics.name else ()
    if isinstance(document, CampusForm):
        yield from typed_details(document)


def replace_text(value: _T, old: str, new: str) -> _T:
    """The same value of the model, with one string replaced by another in all of its texts. A part without it stays the same object: a
    pickle distinguishes one object that is there twice from two that are equal.
    """
    if isinstance(value, str):
        return cast("_T", value.replace(old, new))
    if isinstance(value, tuple):
        replaced_items = tuple(replace_text(item, old, new) for item in value)
        return value if all(map(is_, value, replaced_items)) else cast("_T", replaced_items)
    if is_model(type(value)) and not isinstance(value, PersonName):  # the name is varied as a whole
        before = {name: getattr(value, name) for name, _ in fields_of(type(value))}
        after = {name: replace_text(item, old, new) for name, item in before.items()}
        changed = {name: item for name, item in after.items() if item is not before[name]}
        return cast("_T", attrs.evolve(cast("Any", value), **changed)) if changed else value
    return value


def secrets(case: Case[D]) -> Iterator[str]:
    """The withheld values of a case, as text; nothing else in the case can equal them."""
    withheld = withheld_from(case)
    for part, texts in (*_typed_values(case.document), *_unpaired_values(case.document)):
        if part in withheld:
            yield from texts
    if isinstance(case.document, Resume):
        yield from own_secrets(case.document, shown_parts_of(case))


def _unpaired_values(document: Resume | CampusForm) -> Iterator[tuple[Part, Iterable[str]]]:
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


def personal_texts(document: Resume | CampusForm) -> Iterator[str]:
    """Personal data of a document that must not be in any representation of it, or of a part of it."""
    for _, texts in _typed_values(document):
        yield from texts
    yield from filter(None, (document.basics.profile.residence,))
