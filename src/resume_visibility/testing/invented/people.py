"""The person of a resume: name, age, place, kind of work, and ways to reach them."""

import attrs

from ...model.choices import CareerStage, Degree, Gender, PoliticalStatus
from ...model.names import PersonName
from ...model.sections import Basics, Contact, Profile
from ...model.values import Email, MobileNumber, Url
from .drawing import Draw, Weighted
from .moments import CORPUS_NOW, THIS_MONTH, month
from .tables import MAIL_HOSTS, PLACES, PREFIXES, TRADES, YOUNG, Place, Trade, counted, table

_ENGLISH = 0.2
_NAMES = table("names")
_SURNAMES, _COMPOUND = counted(_NAMES["surnames"]), counted(_NAMES["compound"])
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
_PARTIES = Weighted.of(
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
        read: the name in Latin letters, given name first.
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
    read: tuple[str, str]
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


def person(draw: Draw, key: str) -> Person:
    """Make somebody by chance."""
    language = "en" if draw.chance(_ENGLISH) else "zh"
    low, high = draw.weighted(_AGES)
    age = draw.between(low, high)
    trade = draw.weighted((YOUNG if age < 18 else TRADES)[language])
    gender = Gender.FEMALE if draw.below(100) < trade.women else Gender.MALE
    degree = draw.weighted(trade.degrees)
    while age <= STARTS[degree]:
        degree = BEFORE[degree]
    name, read = _named(draw, language, gender, age)
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
        read=read,
        mobile=mobile(draw),
    )


def mobile(draw: Draw) -> str:
    """A mainland number of eleven digits."""
    return draw.one_of(PREFIXES) + draw.digits(8)


def _named(draw: Draw, language: str, gender: Gender, age: int) -> tuple[PersonName, tuple[str, str]]:
    """A name, and its Latin letters: the given name and the surname."""
    sex = gender.value
    if language == "en" and draw.chance(0.55):
        given, surname = draw.one_of(_FOREIGN[sex]), draw.one_of(_FOREIGN["surnames"])
        as_such = surname if draw.chance(0.7) else None
        return PersonName(f"{given} {surname}", as_such, as_such), (given, surname)
    compound = draw.chance(_COMPOUND_SHARE)
    surname, read = draw.weighted(_COMPOUND if compound else _SURNAMES)
    given, spelled = draw.one_of(_GIVEN[sex]["old" if age >= 42 else "new"])
    # 卢璐 is Lu Lu: the surname alone would look like the whole name.
    romanised = read if draw.chance(0.35) and read.lower() != spelled else None
    if language == "en" and draw.chance(0.7):
        return PersonName(f"{spelled.title()} {read}", None, romanised), (spelled, read)
    as_such = surname if compound and draw.chance(0.5) else None
    return PersonName(surname + given, as_such, romanised), (spelled, read)


def nickname(draw: Draw, one: Person) -> str:
    """The name of somebody's messenger account."""
    given, surname = (_letters(part) for part in one.read)
    way, number = draw.below(5), draw.digits(2 + draw.below(3))
    if way == 0:
        return f"{draw.one_of(_NICKNAMES)}_{surname}{number}"
    if way == 1:
        return f"wx{given}{number}"
    if way == 2:
        return f"{surname}-{given}"
    return f"{given}{surname}{number}" if way == 3 else f"{given}_{draw.one_of(_NICKNAMES)}{number[:2]}"


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name)).lower()


def _address(draw: Draw, one: Person) -> str:
    given, surname = (_letters(part) for part in one.read)
    year = month(one.born).year
    ways = (
        f"{given}.{surname}",
        f"{surname}{given}{year % 100:02}",
        f"{given}{surname}",
        f"{surname}_{given}{draw.below(1000)}",
        f"{given[0]}{surname}{year}",
        f"{1 + draw.below(9)}{draw.digits(8)}",
        f"{draw.one_of(_NICKNAMES)}{given}{draw.below(100)}",
        one.mobile if draw.chance(0.4) else f"{given}{year}",
    )
    return f"{draw.one_of(ways)}@{draw.one_of(MAIL_HOSTS)}"


def basics(draw: Draw, one: Person) -> Basics:
    """The section that every resume has."""
    home, home_share = (
        _letters(one.read[0]),
        0.35 if one.trade.id in ("designer", "software-engineer") else 0.05,
    )
    town = one.city if one.city == "香港" else f"{one.city}市"
    residence = f"{town}{draw.one_of(one.place.districts)}" if draw.chance(0.7) else one.city
    return Basics(
        name=one.name,
        profile=Profile(
            gender=one.gender,
            born=month(one.born),
            work_started=one.left_school,
            residence=residence if one.language == "zh" else one.city,
            stage=CareerStage.WORKING if one.years >= 0 else CareerStage.STUDENT,
            political_status=draw.weighted(_PARTIES) if one.language == "zh" else None,
        ),
        contact=Contact(
            mobile=MobileNumber(f"+86{one.mobile}"),
            email=Email(_address(draw, one)) if draw.chance(0.94) else None,
            homepage=Url(f"https://{home}{draw.below(1000)}.example.com/")
            if draw.chance(home_share)
            else None,
        ),
        avatar=f"img-{one.key}" if draw.chance(0.55) else None,
    )
