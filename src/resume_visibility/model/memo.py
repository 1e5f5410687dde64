"""Results that were computed from one resume. They are kept with it, and their size is bounded."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import attrs

_T = TypeVar("_T")
_R = TypeVar("_R")

STORED = "findings, as they were stored"
"""The key under which a resume that was just loaded keeps its stored findings."""

MOST_KEPT = 4 * 1024 * 1024
"""The most that one resume keeps, by weight: the characters of all texts, and 50 for each object. A usual view weighs 10,000."""

_FEW = 8  # viewers of one resume differ in few ways, so this many results are kept unweighed
_MOST_RESULTS = 256
_OBJECT = 50


class Memo:
    """Results that were computed from one resume, kept as long as that resume and no longer.

    Only pure functions of the resume go in, so a lost or doubled computation changes nothing, and no lock is needed.
    Keys hold what viewers bring, so their number has no limit: when the results weigh more than `MOST_KEPT`, all are
    dropped. A changed resume, a deep copy and a pickle start with an empty memo; `copy.copy` shares it, like every field.

    Args:
        most: the most results kept; more than one question needs, or each result would drop the next one that is needed.
    """

    __slots__ = ("_kept", "_most", "_weight")

    def __init__(self, most: int = _MOST_RESULTS) -> None:
        self._kept: dict[Hashable, Any] = {}
        self._most = most
        self._weight = 0

    def of(self, compute: Callable[[_R], _T], resume: _R) -> _T:
        """The result of `compute` for the resume of this memo, computed now or before. It is a pure function, and never returns None."""
        kept: _T | None = self._kept.get(compute)
        return self.get(compute, lambda: compute(resume)) if kept is None else kept

    def kept(self, key: Hashable) -> Any:
        """The result that was computed for this key before; None if there is none, or none any more."""
        return self._kept.get(key)

    def get(self, key: Hashable, compute: Callable[[], _T]) -> _T:
        """The result of `compute` for this key, computed now or before.

        Args:
            key: names the computation and its arguments; all its results are of one type.
            compute: a pure function of the resume and the key; never returns None.
        """
        kept: _T | None = self._kept.get(key)
        if kept is None:
            kept = compute()
            self.keep(key, kept)
        return kept

    def keep(self, key: Hashable, result: object) -> None:
        """Keep the result for a key, as `get` does."""
        if len(self._kept) >= _FEW:
            self._make_room(key, result)
        self._kept[key] = result

    def _make_room(self, key: Hashable, result: object) -> None:
        if self._weight == 0:
            self._weight = weight_of([*self._kept.items()])
        self._weight += weight_of((key, result))
        if self._weight > MOST_KEPT or len(self._kept) >= self._most:
            self._kept, self._weight = {}, 0

    def __reduce__(self) -> tuple[Any, ...]:
        return (Memo, (self._most,))


def as_if(document: _R, **changes: object) -> _R:
    """Make a resume or form with other fields, as nobody stored it: it is not checked, and keeps no earlier results.

    A candidate cannot set a block if the id of the company contains their number. A check would raise an error for everybody who
    asks what that block would do (LAW-6).
    """
    return unchecked(document, memo=Memo(), **changes)


def unchecked(value: _R, **changes: object) -> _R:
    """Make a value with other fields that are right together: a list of thousands that stays as it is, is not checked again."""
    copy: Any = object.__new__(type(value))
    for field in attrs.fields(cast("Any", type(value))):
        object.__setattr__(copy, field.name, getattr(value, field.name))
    for name, field_value in changes.items():
        object.__setattr__(copy, name, field_value)
    return cast("_R", copy)


def weight_of(result: object) -> int:
    """About how much memory a result takes: the characters of its texts, and a fixed number for each object in it. Tuples, lists,
    sets, dicts and objects that attrs made are looked into, and no others.
    """
    weight, pending, seen = 0, [result], set[int]()
    while pending:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        weight += _OBJECT
        match one:
            case str() | bytes():
                weight += len(one)
            case tuple() | list() | set() | frozenset():
                pending += one
            case dict():
                pending += [*one.keys(), *one.values()]
            case _:
                kind: Any = type(one)
                pending += (
                    [getattr(one, field.name) for field in attrs.fields(kind)] if attrs.has(kind) else ()
                )
    return weight
