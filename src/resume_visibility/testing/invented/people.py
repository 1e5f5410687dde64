"""The person of a resume: name, age, place, kind of work, and ways to reach them."""

import attrs

from ...model.choices import CareerStage, Degree, Gender, PoliticalStatus
from ...model.names import PersonName
from ...model.sections import Basics, Contact, Profile
from ...model.values import Email, MobileNumber, Url
from .drawing import CORPUS_NOW, THIS_MONTH, Draw, Weighted, month
from .tables import MAIL_HOSTS, PLACES, PREFIXES, TRADES, YOUNG, Place, Trade, parse_weighted, table

_ENGLISH_SHARE = 0.2
_NAMES = table("names")
_SURNAMES, _COMPOUND = parse_weighted(_NAMES["surnames"]), parse_weighted(_NAMES["compound"])
_COMPOUND_SHARE = 0.01
_GIVEN = {
    gender: {age: tuple(tuple(name.split()) for name in names) for age, names in by_age.items()}
    for gender, by_age in _NAMES["given"].items()
}
_FOREIGN = _NAMES["foreign"]
_NICKNAMES: tuple[str, ...] = tuple(_NAMES["nicknames"])

_AGES = Weighted.of(
    [
        ((14, 15), 6),
        ((16, 19), 45),
        ((20, 24), 220),
        ((25, 29), 240),
        ((30, 34), 200),
        ((35, 39), 130),
        ((40, 44), 80),
        ((45, 49), 50),
        ((50, 60), 29),
    ]
)
_SCHOOLING: dict[Degree, tuple[int, int, Degree | None]] = {
    Degree.JUNIOR_HIGH: (12, 15, None),
    Degree.SECONDARY_VOCATIONAL: (15, 18, Degree.JUNIOR_HIGH),
    Degree.HIGH_SCHOOL: (15, 18, Degree.JUNIOR_HIGH),
    Degree.ASSOCIATE: (18, 21, Degree.HIGH_SCHOOL),
    Degree.BACHELOR: (18, 22, Degree.HIGH_SCHOOL),
    Degree.MASTER: (22, 25, Degree.BACHELOR),
    Degree.DOCTOR: (25, 29, Degree.MASTER),
}
"""The age at which people begin each degree, the age at which they have it, and the degree before it."""
STARTS = {degree: start for degree, (start, _, _) in _SCHOOLING.items()}
ENDS = {degree: end for degree, (_, end, _) in _SCHOOLING.items()}
BEFORE = {degree: before for degree, (_, _, before) in _SCHOOLING.items() if before}
_POLITICAL_STATUSES = Weighted.of(
    [
        (None, 40),
        (PoliticalStatus.MASSES, 34),
        (PoliticalStatus.LEAGUE_MEMBER, 15),
        (PoliticalStatus.PARTY_MEMBER, 8),
        (PoliticalStatus.PROBATIONARY_PARTY_MEMBER, 2),
        (PoliticalStatus.NO_PARTY, 1),
    ]
)


@attrs.frozen(kw_only=True)
class Person:
    """Facts about somebody that are chosen before the resume is written.

    Args:
        key: a part of all their ids.
        language: the language in which they write.
        gender: their gender.
        age: in years.
        born: the month of birth, by the count of `YearMonth.index`.
        trade: their kind of work.
        place: where they live.
        degree: their highest degree, finished or not.
        left_school: the year in which they left school.
        name: their name.
        latin_name: the name in Latin letters, given name first.
        mobile: the mobile number, without the country code.
    """

    key: str
    language: str
    gender: Gender
    age: int
    born: int
    trade: Trade
    place: Place
    degree: Degree
    left_school: int
    name: PersonName
    latin_name: tuple[str, str]
    mobile: str

    @property
    def years(self) -> int:
        """The years of work; below 1 for people who have just left school, or are still there."""
        return self.age - ENDS[self.degree]

    @property
    def city(self) -> str:
        """The city where they live, in their language."""
        return self.place.zh if self.language == "zh" else self.place.en

    def position(self, years: int) -> str:
        """The position of somebody of the trade after so many years."""
        return self.trade.positions[(years >= 2) + (years >= 6) + (years >= 11)]


def make_person(draw: Draw, key: str) -> Person:
    """Make somebody by chance."""
    language = "en" if draw.chance(_ENGLISH_SHARE) else "zh"
    low, high = draw.weighted(_AGES)
    age = draw.between(low, high)
    trade = draw.weighted((YOUNG if age < 18 else TRADES)[language])
    gender = Gender.FEMALE if draw.below(100) < trade.women else Gender.MALE
    degree = draw.weighted(trade.degrees)
    while age <= STARTS[degree]:
        degree = BEFORE[degree]
    name, latin_name = _make_name(draw, language, gender, age)
    return Person(
        key=key,
        language=language,
        gender=gender if draw.chance(0.97) else Gender.UNKNOWN,
        age=age,
        born=THIS_MONTH - age * 12 - 1 - draw.below(11),
        trade=trade,
        place=draw.weighted(PLACES),
        degree=degree,
        left_school=CORPUS_NOW.year - age + ENDS[degree],
        name=name,
        latin_name=latin_name,
        mobile=mobile(draw),
    )


def mobile(draw: Draw) -> str:
    """A mainland number of eleven digits."""
    return draw.one_of(PREFIXES) + draw.digits(8)


def _make_name(draw: Draw, language: str, gender: Gender, age: int) -> tuple[PersonName, tuple[str, str]]:
    """A name, and its Latin letters: the given name and the surname."""
    sex = gender.value
    if language == "en" and draw.chance(0.55):
        given, surname = draw.one_of(_FOREIGN[sex]), draw.one_of(_FOREIGN["surnames"])
        surname_given = surname if draw.chance(0.7) else None
        return PersonName(f"{given} {surname}", surname_given, surname_given), (given, surname)
    compound = draw.chance(_COMPOUND_SHARE)
    surname, latin = draw.weighted(_COMPOUND if compound else _SURNAMES)
    given, spelled = draw.one_of(_GIVEN[sex]["old" if age >= 42 else "new"])
    # 卢璐 is Lu Lu: the surname alone would look like the whole name.
    romanised = latin if draw.chance(0.35) and latin.lower() != spelled else None
    if language == "en" and draw.chance(0.7):
        return PersonName(f"{spelled.title()} {latin}", None, romanised), (spelled, latin)
    surname_given = surname if compound and draw.chance(0.5) else None
    return PersonName(surname + given, surname_given, romanised), (spelled, latin)


def nickname(draw: Draw, person: Person) -> str:
    """The name of somebody's messenger account."""
    given, surname = (_letters(part) for part in person.latin_name)
    style, number = draw.below(5), draw.digits(2 + draw.below(3))
    if style == 0:
        return f"{draw.one_of(_NICKNAMES)}_{surname}{number}"
    if style == 1:
        return f"wx{given}{number}"
    if style == 2:
        return f"{surname}-{given}"
    return f"{given}{surname}{number}" if style == 3 else f"{given}_{draw.one_of(_NICKNAMES)}{number[:2]}"


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name)).lower()


def _address(draw: Draw, person: Person) -> str:
    given, surname = (_letters(part) for part in person.latin_name)
    year = month(person.born).year
    local_parts = (
        f"{given}.{surname}",
        f"{surname}{given}{year % 100:02}",
        f"{given}{surname}",
        f"{surname}_{given}{draw.below(1000)}",
        f"{given[0]}{surname}{year}",
        f"{1 + draw.below(9)}{draw.digits(8)}",
        f"{draw.one_of(_NICKNAMES)}{given}{draw.below(100)}",
        person.mobile if draw.chance(0.4) else f"{given}{year}",
    )
    return f"{draw.one_of(local_parts)}@{draw.one_of(MAIL_HOSTS)}"


def basics(draw: Draw, person: Person) -> Basics:
    """The section that every resume has."""
    homepage_name, home_share = (
        _letters(person.latin_name[0]),
        0.35 if person.trade.id in ("designer", "software-engineer") else 0.05,
    )
    town = person.city if person.city == "香港" else f"{person.city}市"
    residence = f"{town}{draw.one_of(person.place.districts)}" if draw.chance(0.7) else person.city
    return Basics(
        name=person.name,
        profile=Profile(
            gender=person.gender,
            born=month(person.born),
            work_started=person.left_school,
            residence=residence if person.language == "zh" else person.city,
            stage=CareerStage.WORKING if person.years >= 0 else CareerStage.STUDENT,
            political_status=draw.weighted(_POLITICAL_STATUSES) if person.language == "zh" else None,
        ),
        contact=Contact(
            mobile=MobileNumber(f"+86{person.mobile}"),
            email=Email(_address(draw, person)) if draw.chance(0.94) else None,
            homepage=Url(f"https://{homepage_name}{draw.below(1000)}.example.com/")
            if draw.chance(home_share)
            else None,
        ),
        avatar=f"img-{person.key}" if draw.chance(0.55) else None,
    )
