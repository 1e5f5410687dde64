"""Ids leave in views, records and logs unchanged, so no id may contain what a view withholds (PHONE-1).

A whole number leaves unchanged, too. If it has as many digits as a telephone number, it is checked like an id; and so are the numbers of a
list, one behind the other.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, get_args

from .building import Checked, Id, beside_none, fields_of, is_collection, is_model, members_of
from .values import MobileNumber, PhoneNumber, YearMonth

_SHORTEST = 7
"""Fewer digits are found in ids by chance: such a number is looked for with its country code."""

_LONG = 10 ** (_SHORTEST - 1)
_SHORT = YearMonth
"""A class whose whole numbers have too few digits."""

_NO_DIGIT = bytes(byte for byte in range(256) if byte not in b"0123456789\n")

_Collector: TypeAlias = Callable[[Any, list[str]], None]


def every_id(record: Checked) -> list[str]:
    """Every id and long whole number in a resume or form."""
    return ids_in(type(record), record)


def ids_with(
    numbers: Iterable[MobileNumber | PhoneNumber | None], record: Checked, ids: list[str]
) -> Iterator[str]:
    """The path of every id and long whole number in a resume or form that contains one of some telephone numbers, forwards or
    backwards, whatever stands between the digits. The ids are those of `every_id`.
    """
    sought = [one for number in numbers if number is not None for one in _both_ways(number)]
    if _holds(ids, sought):
        yield from (path for path, one in _ids_in(type(record), record, "") if _holds([one], sought))


def ids_in(kind: Any, value: Any) -> list[str]:
    """Every id and long whole number in a value of the model."""
    found: list[str] = []
    collect = _collector_of(kind)
    if collect is not None and value is not None:
        collect(value, found)
    return found


def reads_as(number: MobileNumber, other: PhoneNumber) -> bool:
    """Whether a number contains another one, by itself or with its extension, forwards or backwards."""
    return _holds([other.e164 + (other.extension or "")], [*_both_ways(number)])


def _both_ways(number: MobileNumber | PhoneNumber) -> tuple[str, str]:
    """The digits of a number, forwards and backwards."""
    at_home, abroad = number.writings
    digits = at_home if len(at_home) >= _SHORTEST else abroad
    return digits, digits[::-1]


def _holds(ids: list[str], sought: list[str]) -> bool:
    lines = "\n".join(ids).encode().translate(None, _NO_DIGIT).decode()
    return any(number in lines for number in sought)


@cache
def _collector_of(annotation: object) -> _Collector | None:
    """Make the function that gathers every id and long whole number in a value of this annotation; None if it can hold none."""
    members = beside_none(annotation)
    if is_collection(members[0]):  # which may be missing, as the clients of a headhunter
        return _of_items(get_args(members[0])[0])
    if members == (Id,):
        return lambda one, found: found.append(one)
    if members == (int,):
        return lambda one, found: found.append(str(one)) if not -_LONG < one < _LONG else None
    if len(members) > 1:
        return _of_union({member: _collector_of(member) for member in members})
    return _of_fields(members[0]) if is_model(members[0]) and members[0] is not _SHORT else None


_EMPTY: tuple[()] = ()


def _of_items(item: object) -> _Collector | None:
    if item == Id:
        return lambda items, found: found.extend(items)
    if item is int:
        return lambda items, found: found.extend(_digits_of(items))
    collect = _collector_of(item)
    if collect is None:
        return None

    def items_too(items: Iterable[Any], found: list[str]) -> None:
        for one in items:
            collect(one, found)

    return items_too


def _digits_of(numbers: Iterable[int]) -> list[str]:
    """The digits of a list of whole numbers, of which each may be a piece of a telephone number; none if they are too few."""
    digits = "".join(map(str, numbers))
    return [digits] if len(digits) >= _SHORTEST else []


def _of_union(collectors: dict[type[object], _Collector | None]) -> _Collector:
    def whichever(value: Any, found: list[str]) -> None:
        collect = collectors.get(type(value))
        if collect is not None:
            collect(value, found)

    return whichever


def _of_fields(cls: type[object]) -> _Collector | None:
    fields = [(name, collect) for name, kind in fields_of(cls) if (collect := _collector_of(kind))]
    if not fields:
        return None
    inner = [(attrgetter(name), collect) for name, collect in fields]

    def fields_too(record: Any, found: list[str]) -> None:
        for read, collect in inner:
            value = read(record)
            if value is not None and value is not _EMPTY:
                collect(value, found)

    return fields_too


def _ids_in(annotation: object, value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every id and long whole number in a value, with its path."""
    if value is None or type(value) is _SHORT:
        return
    if is_collection(annotation):
        if get_args(annotation)[0] is int:
            yield from ((path, one) for one in _digits_of(value))
            return
        for index, item in enumerate(value):
            yield from _ids_in(get_args(annotation)[0], item, f"{path}[{index}]")
    elif is_model(type(value)):
        for name, kind in fields_of(type(value)):
            yield from _ids_in(kind, getattr(value, name), f"{path}.{name}" if path else name)
    elif Id in members_of(annotation):
        yield path, value
    elif int in members_of(annotation) and abs(value) >= _LONG:
        yield path, str(value)
