"""The names of messengers as patterns: all of them in one, and those that are told from the others afterwards."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from resume_visibility.projection.contacts.names import LINK, MAYBE, NICK, SURE
from resume_visibility.projection.contacts.patterns import led


class Names(NamedTuple):
    """The names of messengers: all of them, with what may lead on, and those that are told from the others afterwards."""

    every: re.Pattern[str]
    sure: re.Pattern[str]
    clear: re.Pattern[str]


@lru_cache(maxsize=64)
def names_of(extra: tuple[str, ...]) -> Names:
    """The names of the messengers known and of a platform's own; a pure function, only kept."""
    own = tuple(re.escape(name.lower()) for name in sorted(extra, key=len, reverse=True) if name.strip())
    return _patterns((*own, *SURE), tuple(_written(MAYBE)), tuple(_written(NICK)))


def _patterns(sure: tuple[str, ...], maybe: tuple[str, ...], nick: tuple[str, ...]) -> Names:
    return Names(
        re.compile(_any((*sure, *maybe, *nick)) + f"(?P<link>{LINK})"),
        re.compile(_any(sure)),
        re.compile(_any((*sure, *maybe))),
    )


def _any(alternatives: tuple[str, ...]) -> str:
    firsts, rests = led(alternatives)
    return f"[{firsts}](?:{rests})"


def _written(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if name[0] <= "\uffff")


def _drawn(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if name[0] > "\uffff")


# Pictures for themselves: one character outside the basic plane makes the search for all others eight times slower.
PICTURED = _patterns(("\0",), tuple(_drawn(MAYBE)), tuple(_drawn(NICK)))
