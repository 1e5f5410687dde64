"""Somebody's schools, their work in their own words, their skills, and the job that they look for."""

from collections.abc import Sequence

import attrs

from ...model.choices import Availability, Degree, JobType, Proficiency, SearchStatus
from ...model.sections import (
    Award,
    CampusPosition,
    Certificate,
    Education,
    Intention,
    Project,
    Skill,
    Training,
    Work,
)
from ...model.values import MonthlySalary, Period
from .drawing import THIS_MONTH, Draw, Weighted, month
from .firms import Firm, firms
from .people import BEFORE, ENDS, STARTS, Person
from .tables import INSTITUTIONS, PHRASES, TOWNS, Phrases
from .templates import SlotValues, Template

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


def jobs(draw: Draw, person: Person) -> list[Job]:
    """The jobs of somebody, the latest first."""
    kinds = firms()
    employers = [firm for kind in person.trade.firms for firm in kinds[kind]]
    left_school = person.left_school * 12 + _JULY
    if person.years < 1:
        if person.age < 16 or not draw.chance(0.65):
            return []
        first = THIS_MONTH - draw.between(2, 11)
        kind = JobType.PART_TIME if person.degree is Degree.HIGH_SCHOOL else JobType.INTERNSHIP
        last = min(first + draw.between(1, 6), THIS_MONTH)
        return [Job(firm=draw.one_of(employers), first=first, last=last, kind=kind)]
    count = 1 + draw.below(min(5, 2 + person.years // 3))
    changes = sorted(draw.some(range(left_school + 3, THIS_MONTH - 1), count - 1))
    starts = [left_school, *changes]
    ends: list[int | None] = [
        max(start, end - draw.between(1, 4)) for start, end in zip(starts, changes, strict=False)
    ]
    ends.append(None if draw.chance(0.68) else max(starts[-1], THIS_MONTH - draw.below(9)))
    return [
        Job(firm=draw.one_of(employers), first=first, last=last, kind=JobType.FULL_TIME)
        for first, last in reversed(list(zip(starts, ends, strict=True)))
    ]


def join_listed(draw: Draw, phrases: Phrases, texts: Sequence[str]) -> str:
    """Texts joined to one, in one of the ways in which people list things."""
    first, between, last = draw.one_of(phrases.joins)
    result = first + texts[0]
    for number, text in enumerate(texts[1:], 2):
        result += between.replace("{n}", str(number)) + text
    return result + last


def sentences(phrases: Phrases, texts: Sequence[str]) -> str:
    """Texts as sentences, one after the other."""
    return (phrases.sentence.join(texts) + phrases.sentence).rstrip()


def fill(draw: Draw, known: SlotValues, templates: Sequence[Template], count: int) -> list[str]:
    """Some different templates, as many as `count`, filled."""
    return [template(draw, known) for template in draw.some(templates, count)]


def work(draw: Draw, person: Person, known: SlotValues, past_jobs: Sequence[Job]) -> list[Work]:
    """The jobs; an earlier job is described more briefly."""
    phrases, trade = PHRASES[person.language], person.trade
    found = []
    for position, job in enumerate(past_jobs):
        count = max(3, draw.between(4, 6) - position // 2)
        duties = fill(draw, known, trade.duties, count)
        if draw.chance(0.35):
            duties.append(draw.one_of(phrases.duties)(draw, known))
        has_facts = draw.chance(0.7)
        abroad = person.language == "en" and draw.chance(0.25)
        found.append(
            Work(
                company=_company(draw, person, job.firm),
                period=Period(month(job.first), None if job.last is None else month(job.last)),
                position=_position(person, job),
                description=join_listed(draw, phrases, duties),
                job_type=job.kind,
                skills=tuple(draw.some(trade.skills, draw.between(2, 4))) if draw.chance(0.5) else (),
                industry=job.firm.industry if has_facts else None,
                company_size=job.firm.size if has_facts else None,
                company_nature=job.firm.nature if has_facts else None,
                overseas=abroad if has_facts else None,
            )
        )
    return found


def _company(draw: Draw, person: Person, firm: Firm) -> str:
    """The name that an employee uses for the company."""
    if person.language == "en":
        return firm.english
    return firm.company.name if draw.chance(0.72) else firm.company.aliases[1]


def _position(person: Person, job: Job) -> str:
    if job.kind is not JobType.FULL_TIME:
        return f"{person.trade.positions[0]}{'（实习）' if person.language == 'zh' else ' (intern)'}"
    return person.position((job.first - person.left_school * 12) // 12)


def projects(draw: Draw, person: Person, known: SlotValues, past_jobs: Sequence[Job]) -> list[Project]:
    """One or two projects of the trade, during a job; none if the trade has no projects."""
    if not past_jobs or not person.trade.projects or not draw.chance(0.6):
        return []
    phrases, found = PHRASES[person.language], []
    for name, description in draw.some(person.trade.projects, draw.between(1, 2)):
        job = draw.one_of(past_jobs)
        last = THIS_MONTH if job.last is None else job.last
        start = job.first + draw.below(max(1, last - job.first))
        text = description(draw, known)
        if draw.chance(0.3):
            text += phrases.part(draw, known)
        found.append(
            Project(
                name=name(draw, known),
                period=Period(month(start), month(min(last, start + draw.between(1, 14)))),
                description=text,
                company=_company(draw, person, job.firm) if draw.chance(0.4) else None,
            )
        )
    return found


def qualifications(draw: Draw, person: Person) -> tuple[list[Certificate], list[Skill], list[Training]]:
    """Certificates, skills and courses."""
    phrases, trade = PHRASES[person.language], person.trade
    since = min(person.left_school * 12, THIS_MONTH - 12)
    names = draw.some(trade.certificates, draw.below(4)) if person.age >= 18 else []
    certificates = [
        Certificate(name=name, date=month(since + draw.below(THIS_MONTH - since))) for name in names
    ]
    skills = [
        Skill(name=name, proficiency=draw.weighted(_PROFICIENCY_WEIGHTS))
        for name in draw.some(trade.skills, draw.between(1, 5))
    ]
    if person.years < 1 or not draw.chance(0.2):
        return certificates, skills, []
    start = since + draw.below(THIS_MONTH - since)
    course = Training(
        course=draw.one_of(phrases.courses),
        period=Period(month(start), month(min(start + draw.below(4), THIS_MONTH))),
        institution=draw.one_of(INSTITUTIONS),
        place=person.city if draw.chance(0.5) else None,
        description=phrases.training(draw, {}) if draw.chance(0.5) else None,
    )
    return certificates, skills, [course]


def intention(draw: Draw, person: Person) -> Intention:
    """The job that somebody looks for."""
    low, high = person.trade.salary
    career_level = max(0, min(person.years, 15)) / 15 * (0.4 + 0.6 * draw.random())
    min_salary = max(1, int((low + (high - low) * career_level) / 500)) * 500
    max_salary = None if draw.chance(0.15) else int(min_salary * (1.1 + 0.5 * draw.random()) / 500 + 1) * 500
    kind = JobType.FULL_TIME
    if person.years < 0:
        kind = JobType.PART_TIME if person.age < 18 else draw.one_of((JobType.INTERNSHIP, JobType.FULL_TIME))
    has_industry = draw.chance(0.5)
    return Intention(
        position=person.position(person.years),
        cities=(person.city,),
        salary=MonthlySalary(min_salary, max_salary),
        job_type=kind,
        search_status=draw.weighted(_STATUSES),
        availability=draw.weighted(_AVAILABILITIES),
        industry=draw.one_of(firms()[person.trade.firms[0]]).industry if has_industry else None,
    )


_JUNE, _SEPTEMBER = 5, 8  # by the count of `YearMonth.index`
_SCHOOL_SUBJECTS = {"zh": ("普通高中", "理科", "文科"), "en": ("General Studies",)}


def schools(draw: Draw, person: Person) -> list[Education]:
    """The highest degree; for a master or doctor also the degrees before it, down to the bachelor. The latest comes first."""
    phrases, found, degree = PHRASES[person.language], list[Education](), person.degree
    major = _major(draw, person, degree)
    while True:
        end = person.left_school - ENDS[person.degree] + ENDS[degree]
        names = phrases.schools.get(degree) or phrases.schools[Degree.HIGH_SCHOOL]
        has_description = degree in (Degree.BACHELOR, Degree.MASTER) and draw.chance(0.4)
        found.append(
            Education(
                school=draw.one_of(names)(draw, {"city": person.city, "town": draw.one_of(TOWNS)}),
                degree=degree,
                period=Period(
                    month((end - ENDS[degree] + STARTS[degree]) * 12 + _SEPTEMBER), month(end * 12 + _JUNE)
                ),
                major=major,
                full_time=draw.chance(0.93),
                studied_abroad=person.language == "en" and draw.chance(0.5),
                major_description=draw.one_of(phrases.about_school)(draw, {}) if has_description else None,
            )
        )
        if degree not in (Degree.MASTER, Degree.DOCTOR):
            return found
        degree = BEFORE[degree]


def _major(draw: Draw, one: Person, degree: Degree) -> str:
    if degree is Degree.JUNIOR_HIGH:
        return "初中" if one.language == "zh" else "General Studies"
    return draw.one_of(_SCHOOL_SUBJECTS[one.language] if degree is Degree.HIGH_SCHOOL else one.trade.majors)


def honours(draw: Draw, person: Person) -> tuple[list[Award], list[CampusPosition]]:
    """The awards and posts at school of young people."""
    phrases, awards, posts = PHRASES[person.language], list[Award](), list[CampusPosition]()
    if person.age < 32 and person.degree in (Degree.ASSOCIATE, Degree.BACHELOR, Degree.MASTER):
        start = (person.left_school - 2) * 12 + _SEPTEMBER
        if draw.chance(0.35):
            names = draw.some(phrases.awards, draw.between(1, 2))
            awards = [Award(name=name, date=month(start + draw.below(6))) for name in names]
        if draw.chance(0.25):
            text = draw.one_of(phrases.about_post)(draw, {}) if draw.chance(0.6) else None
            span = Period(month(start), month(start + 9))
            posts = [CampusPosition(title=draw.one_of(phrases.posts), period=span, description=text)]
    return awards, posts
