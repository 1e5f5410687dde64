"""Documents that must look the same to a viewer: they differ only in what the viewer is not granted."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any, TypeVar, assert_never, cast, get_args

import attrs

from ..model.arguments import expect
from ..model.building import fields_of, names_of
from ..model.campus import CampusForm
from ..model.instants import FIRST
from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Profile, Work
from ..model.settings import Application, Delivery, OnlineTalk
from ..model.values import YearMonth
from ..model.viewers import CommunityMember
from ..policy.facts import Facts, ViewerKind
from ..policy.situation import latest_position
from ..policy.table import case_of
from ..projection.names import honorific
from .acts_of_others import add_unrelated_acts, at_other_times
from .cast import PROSE
from .extended import exchange_own_fields
from .in_part import exchange_in_part
from .questions import FIRST_YEAR, Case
from .replacing import replace_text
from .states import D, as_own_state
from .withheld import shown_parts_of, typed_values, withheld_from

_T = TypeVar("_T")


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
    kept_parts = {Part.PROFILE, Part.WORK} if may_rename else {Part.PROFILE, Part.WORK, Part.NAME}
    # A value that the other document lacks cannot replace one that is typed into the texts.
    pairs = zip(typed_values(document), typed_values(other), strict=True)
    kept_parts |= {part for (part, mine), (_, theirs) in pairs if mine and not theirs}
    for mine, theirs in _typed_pairs(document, other, withheld - kept_parts):
        document = replace_text(document, mine, theirs)
    basics = _exchange_fields(document.basics, other.basics, withheld - kept_parts)
    contact = _exchange_fields(basics.contact, other.basics.contact, withheld - kept_parts)
    facts = case_of(case.viewer, case.document, case.at, case.policy).facts
    profile = basics.profile
    if Part.PROFILE in withheld:
        born, shown = _another_birth(case.document, facts), shown_of_profile(profile, withheld)
        profile = attrs.evolve(other.basics.profile, born=born, **shown)
    document = _exchange_fields(document, other, withheld - kept_parts)
    basics = attrs.evolve(basics, contact=contact, profile=profile)
    if isinstance(document, Resume):
        document = exchange_in_part(case, exchange_own_fields(document, other, shown_parts_of(case)))
    document = attrs.evolve(document, basics=basics, **_exchange_acts(document, other, withheld, facts.kind))
    if facts.kind is not ViewerKind.OWNER:
        document = at_other_times(document, case.viewer, case.at, case.policy.readings)
    return cast("D", add_unrelated_acts(document, case.viewer, facts.kind, case.at, case.policy.readings))


def _exchange_fields(mine: _T, theirs: _T, withheld: frozenset[Part]) -> _T:
    """The same record, with the other's values in the fields that are withheld parts."""
    names = {*names_of(type(mine))} & {part.value for part in withheld}
    return cast("_T", attrs.evolve(cast("Any", mine), **{name: getattr(theirs, name) for name in names}))


def shown_of_profile(profile: Any, withheld: frozenset[Part]) -> dict[str, Any]:
    """The values of a withheld profile that are shown nevertheless: the gender in an honorific, and the residence of a resume, which is
    also a part by itself.
    """
    shown = {}
    if Part.NAME in withheld and Part.DISPLAY_NAME not in withheld:
        shown["gender"] = profile.gender
    if isinstance(profile, Profile) and Part.REGION not in withheld:
        shown["residence"] = profile.residence
    return shown


def _another_birth(document: Any, facts: Facts) -> YearMonth | None:
    """Another month of birth with which the candidate is of age as well; their own if that month decides (GATE-3)."""
    born: YearMonth | None = document.basics.profile.born
    if born is None or not facts.of_age or document.age_verified is not None:
        return born
    return YearMonth(max(born.year - 1, FIRST_YEAR), 1 if born.year == FIRST_YEAR else 13 - born.month)


def _exchange_work(mine: Any, other: Any, withheld: frozenset[Part]) -> tuple[Work, ...]:
    """The other's work experience where it is withheld; the latest position stays, if it is shown by itself."""
    if Part.WORK not in withheld:
        return cast("tuple[Work, ...]", mine.work)
    if Part.LATEST_POSITION in withheld:
        return cast("tuple[Work, ...]", other.work)
    return _work_with(latest_position(mine.work), other)


def _exchange_acts(
    mine: Resume | CampusForm, other: Any, withheld: frozenset[Part], kind: ViewerKind
) -> dict[str, Any]:
    """The acts of the candidate that withheld parts show, with the other's values; nothing that decides is changed."""
    acts: dict[str, Any] = {}
    is_school = kind is ViewerKind.SCHOOL
    match mine:
        case Resume():
            acts["work"] = _exchange_work(mine, other, withheld)
            if Part.VIRTUAL_NUMBER in withheld:
                lines = (attrs.evolve(line, candidate=mine.candidate) for line in other.virtual_numbers)
                acts["virtual_numbers"] = tuple(lines)
            if Part.DELIVERY in withheld:
                changed = change_positions(_POSITION, mine.applications)
                acts["applications"] = changed if is_school else _deliver_elsewhere(changed)
        case CampusForm():
            if Part.DELIVERY in withheld and mine.talk is not None:
                talk = _change_position(_POSITION, mine.talk)
                acts["talk"] = talk if is_school else _deliver_earlier(talk)
        case _:
            assert_never(mine)
    return acts


_POSITION = f"{PROSE[0]}，{PROSE[1]}"
"""No drawn document was handed in for it."""


def change_positions(position: str, applications: tuple[Application, ...]) -> tuple[Application, ...]:
    """The same applications, each handed in for another position: the position is a text, and decides nothing."""
    return tuple(
        one if one.talk is None else attrs.evolve(one, talk=_change_position(position, one.talk))
        for one in applications
    )


def _change_position(position: str, talk: OnlineTalk) -> OnlineTalk:
    return attrs.evolve(talk, delivery=attrs.evolve(talk.delivery, position=position))


def _deliver_elsewhere(applications: tuple[Application, ...]) -> tuple[Application, ...]:
    """The same applications, each delivered at another instant, and at a talk if it was at none: that decides for schools alone."""
    elsewhere = OnlineTalk(school="elsewhere", delivery=Delivery(at=FIRST, position=_POSITION))
    return tuple(attrs.evolve(one, talk=_deliver_earlier(one.talk or elsewhere)) for one in applications)


def _deliver_earlier(talk: OnlineTalk) -> OnlineTalk:
    return attrs.evolve(talk, delivery=attrs.evolve(talk.delivery, at=FIRST))


def community_twin(case: Case[Resume], member: CommunityMember) -> Resume:
    """A resume that recruiting distinguishes from `case.other` by the month of birth alone. In the community its candidate is that of the
    case; `member` is who sees it there.
    """
    mine, other = case.document, case.other
    facts = case_of(member, mine, case.at, case.policy).facts
    candidate = f"{other.candidate}-elsewhere"
    profile = attrs.evolve(
        other.basics.profile, gender=mine.basics.profile.gender, born=_another_birth(mine, facts)
    )
    settings = attrs.evolve(
        other.settings,
        nickname=mine.settings.nickname,
        resume_permission=mine.settings.resume_permission,
    )
    as_seen = attrs.evolve(
        other,
        id=f"{other.id}-elsewhere",
        candidate=candidate,
        basics=attrs.evolve(other.basics, name=mine.basics.name, profile=profile),
        work=_work_with(latest_position(mine.work), other),
        virtual_numbers=tuple(attrs.evolve(line, candidate=candidate) for line in other.virtual_numbers),
        settings=settings,
        ip_region=mine.ip_region,
        community=mine.community,
        account=mine.account,
        deleted=mine.deleted,
        age_verified=mine.age_verified,
    )
    return as_own_state(as_seen)


def _work_with(position: str | None, resume: Resume[Any]) -> tuple[Work, ...]:
    """The first work experience of a resume, in that position, which is then the latest; none without a position."""
    if position is None:
        return ()
    return (attrs.evolve(next(iter(resume.work), _empty_work(resume)), position=position),)


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
    """The details typed into the texts of both, in pairs: an address comes first, because it may contain a number. Where the one has more
    of them than the other, such as relatives, one of the other stands for several.
    """
    typed = zip(typed_values(mine), typed_values(theirs), strict=True)
    for (part, old), (_, new) in typed:
        if part in withheld and old:
            yield from zip(old, cycle(new), strict=False)
