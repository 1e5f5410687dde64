"""Fills in sections by their annotations, and finds what of a platform's own sections and fields a viewer is not granted."""

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import timedelta
from enum import Enum
from functools import cache
from random import Random
from typing import Any, TypeVar, cast, get_args

import attrs

from ..errors import InvalidValue
from ..model.building import (
    NO_LIMITS,
    Id,
    Limits,
    classes_in,
    fields_of,
    is_model,
    members_of,
    names_of,
)
from ..model.own import own_sections, placed_alone, places_of, shown_of
from ..model.regions import IpRegion
from ..model.resume import Resume
from ..model.values import Currency, MonthlySalary, Period, Url, YearMonth
from ..projection.confining import ShowsPart
from .cast import NOW, SIZES
from .fields import DETAILS, Field, Kind, choices_of, kind_of, made_of
from .leaving import document_texts

_MISSING = 0.2
_MOST_TRIES = 100
"""Of a class that takes none of so many objects, the next one says why."""
_R = TypeVar("_R", bound=Resume[Any])


@attrs.frozen
class Filler:
    """Fills in sections and fields by their annotations: those of a resume or form, and those of a platform's own.

    Args:
        random: makes the choices.
        text: writes a text as the candidate does, with their contact details in it.
        salt: a letter in every id.
        marked: whether each text has an end that is in no other text, so that it can be looked for in what leaves.
        details: the names of the sections that follow a contact detail.
    """

    random: Random
    text: Callable[[], str]
    salt: str
    marked: bool = False
    details: frozenset[str] = frozenset()

    def extend(self, resume: Resume, of: type[_R]) -> _R:
        """Make the same resume of another class, with most sections and fields of that class filled in."""
        if of is type(resume):
            return cast("_R", resume)
        cls: Any = of
        shown: Any = shown_of(cls)
        details = frozenset(name for name, part in own_sections(shown).items() if part in DETAILS)
        return cast("_R", attrs.evolve(self, marked=True, details=details)._copy_as(cls, resume))

    def fill(self, cls: Any, governing: Collection[str], **given: Any) -> Any:
        """Make a resume or form with every section filled in.

        Args:
            cls: its class.
            governing: the names of the fields that decide; they are left as they are in nobody's document, unless given.
            given: the values of some fields.
        """
        left_out = {*governing, *given}
        made = {one.name: self._make(one.kind, NO_LIMITS) for one in made_of(cls) if one.name not in left_out}
        return cls(**given, **made)

    def _copy_as(self, cls: Any, record: Any) -> Any:
        library_fields = dict(fields_of(type(record)))
        return cls(
            **{
                one.name: self._extend_items(one.kind.annotation, getattr(record, one.name))
                if one.name in library_fields
                else self._make_or_omit(one)
                for one in made_of(cls)
            }
        )

    def _make_or_omit(self, field: Field) -> Any:
        # If nothing were missing, nobody would find code that says whether there is something. The items of a platform's own are whole:
        # one value may need another.
        omitted = field.kind.is_optional and self.random.random() < _MISSING
        return None if omitted else self._make_field(field)

    def _make_field(self, field: Field) -> Any:
        # Whoever writes where they live writes no prose there: prose stands in other texts, too, and would be an address in them.
        if field.is_home:
            return self._make_end()
        # Nor is a detail another detail: an account that is the address would hide the address from whoever is shown that alone.
        is_detail = field.name in self.details or field.is_detail
        filler = (
            attrs.evolve(self, text=str, marked=True) if is_detail else self
        )  # its end is all that there is of it
        return filler._make(field.kind, field.limits)

    def _extend_items(self, kind: Any, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self._extend_items(get_args(kind)[0], item) for item in value)
        classes: list[Any] = [one for one in members_of(kind) if is_model(one)]
        subclasses = [one for one in classes if issubclass(one, type(value)) and one is not type(value)]
        return self._copy_as(subclasses[0], value) if subclasses else value

    def make(self, kind: Any, limits: Limits = NO_LIMITS) -> Any:
        """Make a value of an annotation, with every field filled in at any depth.

        Args:
            kind: the annotation.
            limits: those of a text or whole number in it.
        """
        return self._make(kind_of(kind), limits)

    def _make(self, kind: Kind, limits: Limits) -> Any:
        if limits.like is not None and kind.is_optional:
            return None  # chance makes no text like that
        if kind.item is not None:
            return tuple(self._make(kind.item, limits) for _ in range(self.random.choice(SIZES)))
        one: Any = self.random.choice(kind.members)
        if one is int:
            low = limits.least or 0
            return self.random.randint(low, low + 100 if limits.greatest is None else limits.greatest)
        if one is str:
            text = self._make_text()
            return text if limits.longest is None else text[-limits.longest :]
        if one in _LEAF_MAKERS:
            return _LEAF_MAKERS[one](self)
        if issubclass(one, Enum):
            return self.random.choice(choices_of(one))
        for _ in range(_MOST_TRIES):
            with suppress(InvalidValue):  # a class may check several fields together
                return self._make_object(one)
        return self._make_object(one)

    def _make_object(self, cls: Any) -> Any:
        return cls(**{field.name: self._make_field(field) for field in made_of(cls)})

    def _make_month(self) -> YearMonth:
        return YearMonth(self.random.randint(2000, 2025), self.random.randint(1, 12))

    def _make_period(self) -> Period:
        return Period(self._make_month(), self.random.choice([None, YearMonth(2026, 1)]))

    def _make_salary(self) -> MonthlySalary:
        low, high = self.random.randint(3000, 90000), self.random.choice([None, 90000])
        return MonthlySalary(low, high, self.random.choice([Currency.CNY, Currency.HKD]))

    def _make_text(self) -> str:
        return f"{self.text()}{self._make_end()}" if self.marked else self.text()

    def _make_end(self) -> str:
        return "".join(self.random.choices("甲乙丙丁戊己庚辛壬癸", k=8))

    def _make_id(self, kind: str) -> str:
        return f"{kind}-{self.salt}{self.random.randrange(10**6)}"


_LEAF_MAKERS: dict[Any, Callable[[Filler], Any]] = {
    Id: lambda filler: filler._make_id("own"),
    Url: lambda filler: Url(f"https://example.com/{filler._make_id('own')}"),
    bool: lambda filler: filler.random.random() < 0.5,
    YearMonth: Filler._make_month,
    Period: Filler._make_period,
    MonthlySalary: Filler._make_salary,
    IpRegion: lambda filler: IpRegion(filler.random.choice(["CN-GD", "SG"])),
    type(NOW): lambda filler: NOW - timedelta(days=filler.random.randint(0, 1000)),
}


@cache
def _has_own_fields(of: Any) -> bool:
    """Whether anything in a resume follows another part than its section does; the library's own fields may do so, too."""
    return of is not Resume or any(placed_alone(cls) for cls in classes_in(shown_of(of)))


def exchange_own_fields(mine: _R, other: _R | None, shows: ShowsPart) -> _R:
    """The same resume, with the values of another one in those of its own sections and fields that are withheld.

    Args:
        mine: a resume with sections of its own, or without.
        other: another resume of the same class; None for empty values.
        shows: says whether a part is shown.
    """
    of: Any = type(mine)
    if not _has_own_fields(of):
        return mine
    shown: Any = shown_of(of)
    own = {name: part for name, part in own_sections(shown).items() if places_of(of)[name].path == name}
    changed = {name: _other_value(of, name, other) for name, part in own.items() if not shows(part)}
    exchanged = attrs.evolve(cast("Any", mine), **changed)
    return cast("_R", _exchange_withheld(exchanged, other, shows))


def _other_value(cls: Any, name: str, other: object) -> Any:
    return getattr(other, name) if type(other) is cls else attrs.fields_dict(cls)[name].default


def _exchange_withheld(mine: Any, theirs: Any, shows: ShowsPart) -> Any:
    """The same value, with another one's values in the fields that follow a part of their own and are withheld."""
    if isinstance(mine, tuple):
        return tuple([_exchange_withheld(item, theirs[0] if theirs else None, shows) for item in mine])
    cls: Any = type(mine)
    if not is_model(cls):
        return mine
    own_parts = placed_alone(cls)
    changed = {}
    for name in names_of(cls):
        if name in own_parts and not shows(own_parts[name]):
            changed[name] = _other_value(cls, name, theirs)
        else:
            changed[name] = _exchange_withheld(getattr(mine, name), getattr(theirs, name, None), shows)
    return attrs.evolve(mine, **changed)


def own_secrets(resume: Resume[Any], shows: ShowsPart) -> Iterator[str]:
    """The texts in one's own sections and fields that are withheld, and are nowhere else in the resume."""
    of: Any = type(resume)
    if _has_own_fields(of):
        rest = "\0".join(document_texts(exchange_own_fields(resume, None, shows)))
        yield from (text for text in document_texts(resume) if text not in rest)
