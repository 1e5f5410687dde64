"""Somebody's work in their own words, their skills, and the job that they look for."""

from collections.abc import Sequence

import attrs

from ...model.choices import Availability, Degree, JobType, Proficiency, SearchStatus
from ...model.sections import (
    Certificate,
    Intention,
    Project,
    Skill,
    Training,
    Work,
)
from ...model.values import MonthlySalary, Period
from .drawing import Draw, Weighted
from .firms import Firm, firms
from .moments import THIS_MONTH, month
from .people import Person
from .tables import INSTITUTIONS, PHRASES, Phrases
from .templates import Known, Template

_STATUSES = Weighted.of(
    [
        (SearchStatus.AVAILABLE, 40),
        (SearchStatus.LOOKING_WHILE_EMPLOYED, 30),
        (SearchStatus.OPEN_TO_OFFERS, 24),
        (SearchStatus.NOT_LOOKING, 6),
    ]
)
_AVAILABILITIES = Weighted.of(
    [
        (Availability.IMMEDIATELY, 30),
        (Availability.WITHIN_ONE_WEEK, 20),
        (Availability.WITHIN_ONE_MONTH, 32),
        (Availability.WITHIN_THREE_MONTHS, 6),
        (Availability.TO_BE_AGREED, 12),
    ]
)
_PROFICIENCIES = tuple(Proficiency)
_PROFICIENCY_WEIGHTS = Weighted.of(zip(_PROFICIENCIES, (2, 4, 4, 1), strict=True))
_JULY = 6  # by the count of `YearMonth.index`


@attrs.frozen(kw_only=True)
class Job:
    """A time with one company, from the first month to the last; None if it still goes on."""

    firm: Firm
    first: int
    last: int | None
    kind: JobType


def jobs(draw: Draw, one: Person) -> list[Job]:
    """The jobs of somebody, the latest first."""
    kinds = firms()
    employers = [firm for kind in one.trade.firms for firm in kinds[kind]]
    left = one.left_school * 12 + _JULY
    if one.years < 1:
        if one.age < 16 or not draw.chance(0.65):
            return []
        first = THIS_MONTH - draw.between(2, 11)
        kind = JobType.PART_TIME if one.degree is Degree.HIGH_SCHOOL else JobType.INTERNSHIP
        last = min(first + draw.between(1, 6), THIS_MONTH)
        return [Job(firm=draw.one_of(employers), first=first, last=last, kind=kind)]
    many = 1 + draw.below(min(5, 2 + one.years // 3))
    changes = sorted(draw.some(range(left + 3, THIS_MONTH - 1), many - 1))
    starts = [left, *changes]
    ends: list[int | None] = [
        max(start, end - draw.between(1, 4)) for start, end in zip(starts, changes, strict=False)
    ]
    ends.append(None if draw.chance(0.68) else max(starts[-1], THIS_MONTH - draw.below(9)))
    return [
        Job(firm=draw.one_of(employers), first=first, last=last, kind=JobType.FULL_TIME)
        for first, last in reversed(list(zip(starts, ends, strict=True)))
    ]


def joined(draw: Draw, said: Phrases, texts: Sequence[str]) -> str:
    """Texts joined to one, in one of the ways in which people list things."""
    first, between, last = draw.one_of(said.joins)
    whole = first + texts[0]
    for number, text in enumerate(texts[1:], 2):
        whole += between.replace("{n}", str(number)) + text
    return whole + last


def sentences(said: Phrases, texts: Sequence[str]) -> str:
    """Texts as sentences, one after the other."""
    return (said.sentence.join(texts) + said.sentence).rstrip()


def filled(draw: Draw, known: Known, ways: Sequence[Template], many: int) -> list[str]:
    """Some different templates, as many as `many`, filled."""
    return [way(draw, known) for way in draw.some(ways, many)]


def work(draw: Draw, one: Person, known: Known, held: Sequence[Job]) -> list[Work]:
    """The jobs; an earlier job is described more briefly."""
    said, trade = PHRASES[one.language], one.trade
    left_over = list(trade.duties)
    found = []
    for place, job in enumerate(held):
        many = max(3, draw.between(4, 6) - place // 2)
        duties = filled(draw, known, left_over if len(left_over) >= many else trade.duties, many)
        if draw.chance(0.35):
            duties.append(draw.one_of(said.duties)(draw, known))
        stated = draw.chance(0.7)
        abroad = one.language == "en" and draw.chance(0.25)
        found.append(
            Work(
                company=_company(draw, one, job.firm),
                period=Period(month(job.first), None if job.last is None else month(job.last)),
                position=_position(one, job),
                description=joined(draw, said, duties),
                job_type=job.kind,
                skills=tuple(draw.some(trade.skills, draw.between(2, 4))) if draw.chance(0.5) else (),
                industry=job.firm.industry if stated else None,
                company_size=job.firm.size if stated else None,
                company_nature=job.firm.nature if stated else None,
                overseas=abroad if stated else None,
            )
        )
    return found


def _company(draw: Draw, one: Person, firm: Firm) -> str:
    """The name that an employee uses for the company."""
    if one.language == "en":
        return firm.english
    return firm.company.name if draw.chance(0.72) else firm.company.aliases[1]


def _position(one: Person, job: Job) -> str:
    if job.kind is not JobType.FULL_TIME:
        return f"{one.trade.positions[0]}{'（实习）' if one.language == 'zh' else ' (intern)'}"
    return one.position((job.first - one.left_school * 12) // 12)


def projects(draw: Draw, one: Person, known: Known, held: Sequence[Job]) -> list[Project]:
    """One or two projects of the trade, during a job; none if the trade has no projects."""
    if not held or not one.trade.projects or not draw.chance(0.6):
        return []
    said, found = PHRASES[one.language], []
    for name, description in draw.some(one.trade.projects, draw.between(1, 2)):
        job = draw.one_of(held)
        last = THIS_MONTH if job.last is None else job.last
        start = job.first + draw.below(max(1, last - job.first))
        text = description(draw, known)
        if draw.chance(0.3):
            text += said.part(draw, known)
        found.append(
            Project(
                name=name(draw, known),
                period=Period(month(start), month(min(last, start + draw.between(1, 14)))),
                description=text,
                company=_company(draw, one, job.firm) if draw.chance(0.4) else None,
            )
        )
    return found


def papers(draw: Draw, one: Person) -> tuple[list[Certificate], list[Skill], list[Training]]:
    """Certificates, skills and courses."""
    said, trade = PHRASES[one.language], one.trade
    since = min(one.left_school * 12, THIS_MONTH - 12)
    names = draw.some(trade.certificates, draw.below(4)) if one.age >= 18 else []
    certificates = [
        Certificate(name=name, date=month(since + draw.below(THIS_MONTH - since))) for name in names
    ]
    skills = [
        Skill(name=name, proficiency=draw.weighted(_PROFICIENCY_WEIGHTS))
        for name in draw.some(trade.skills, draw.between(1, 5))
    ]
    if one.years < 1 or not draw.chance(0.2):
        return certificates, skills, []
    start = since + draw.below(THIS_MONTH - since)
    course = Training(
        course=draw.one_of(said.courses),
        period=Period(month(start), month(min(start + draw.below(4), THIS_MONTH))),
        institution=draw.one_of(INSTITUTIONS),
        place=one.city if draw.chance(0.5) else None,
        description=said.training(draw, {}) if draw.chance(0.5) else None,
    )
    return certificates, skills, [course]


def intention(draw: Draw, one: Person) -> Intention:
    """The job that somebody looks for."""
    low, high = one.trade.salary
    grown = max(0, min(one.years, 15)) / 15 * (0.4 + 0.6 * draw.random())
    wanted = max(1, int((low + (high - low) * grown) / 500)) * 500
    most = None if draw.chance(0.15) else int(wanted * (1.1 + 0.5 * draw.random()) / 500 + 1) * 500
    kind = JobType.FULL_TIME
    if one.years < 0:
        kind = JobType.PART_TIME if one.age < 18 else draw.one_of((JobType.INTERNSHIP, JobType.FULL_TIME))
    stated = draw.chance(0.5)
    return Intention(
        position=one.position(one.years),
        cities=(one.city,),
        salary=MonthlySalary(wanted, most),
        job_type=kind,
        search_status=draw.weighted(_STATUSES),
        availability=draw.weighted(_AVAILABILITIES),
        industry=draw.one_of(firms()[one.trade.firms[0]]).industry if stated else None,
    )
