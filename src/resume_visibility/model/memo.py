"""What was computed from one resume, kept with it and bounded by its size."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import attrs

_T = TypeVar("_T")
_R = TypeVar("_R")

STORED = "findings, as they were stored"
"""The key under which a resume that was just loaded keeps them."""

MOST_KEPT = 4 * 1024 * 1024
"""The weight of what one resume keeps: the characters of all texts, and 50 for each object. A usual view weighs 10,000."""

_FEW = 8  # viewers of one resume differ in few ways, so that so many results are kept unweighed
_MOST_RESULTS = 256
_OBJECT = 50


class Memo:
    """What was computed from one resume, kept as long as that resume and no longer.

    Only pure functions of the resume go in, so a lost or doubled computation changes nothing, and no lock is needed.
    Keys hold what viewers bring, so there is no end to them: when what is kept weighs more than `MOST_KEPT`, all is
    dropped. A changed resume, a deep copy and a pickle start with an empty memo; `copy.copy` shares it, as it does every
    field.

    Args:
        most: so many results are kept; more than one question asks for, or each would drop what the next one needs.
    """

    __slots__ = ("_kept", "_most", "_weight")

    def __init__(self, most: int = _MOST_RESULTS) -> None:
        self._kept: dict[Hashable, Any] = {}
        self._most = most
        self._weight = 0

    def of(self, compute: Callable[[_R], _T], resume: _R) -> _T:
        """What `compute` makes of the resume that this memo belongs to, now or before.

        Args:
            compute: a pure function; never returns None.
            resume: the one that holds this memo, or the form.
        """
        kept: _T | None = self._kept.get(compute)
        return self.get(compute, lambda: compute(resume)) if kept is None else kept

    def kept(self, key: Hashable) -> Any:
        """What was computed for this key before; None where nothing was, or is any more.

        Args:
            key: as for `get`.
        """
        return self._kept.get(key)

    def get(self, key: Hashable, compute: Callable[[], _T]) -> _T:
        """What `compute` returned for this key, now or before.

        Args:
            key: names the computation and its arguments; of one result type.
            compute: a pure function of the resume and the key; never returns None.
        """
        kept: _T | None = self._kept.get(key)
        if kept is None:
            kept = compute()
            self.keep(key, kept)
        return kept

    def keep(self, key: Hashable, result: object) -> None:
        """Keep what was computed for a key.

        Args:
            key: as for `get`.
            result: a pure function of the resume and the key; never None.
        """
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


def as_if(document: _R, settings: object) -> _R:
    """A resume or form with other settings, as nobody stored it: it is not checked, and keeps nothing of what was computed before.

    A block that the candidate can not set, because the id of the company holds their number, would make an error of it for
    everybody who asks what that block would do (LAW-6).

    Args:
        document: the resume or form.
        settings: that it has instead of its own.
    """
    copy: Any = object.__new__(type(document))
    for field in attrs.fields(cast("Any", type(document))):
        object.__setattr__(copy, field.name, getattr(document, field.name))
    object.__setattr__(copy, "settings", settings)
    object.__setattr__(copy, "memo", Memo())
    return cast("_R", copy)


def weight_of(result: object) -> int:
    """About how much memory a result takes: the characters of its texts, and a number for each object in it.

    Args:
        result: of tuples, lists, sets, dicts and objects that attrs made; of others, what is in them does not count.
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
