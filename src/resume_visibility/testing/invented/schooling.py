"""Somebody's schools, and what they say about them."""

from ...model.choices import Degree
from ...model.sections import Award, CampusPosition, Education
from ...model.values import Period
from .drawing import Draw
from .moments import month
from .people import BEFORE, ENDS, STARTS, Person
from .tables import PHRASES, TOWNS

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
