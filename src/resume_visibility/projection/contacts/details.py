"""The kinds of contact detail, what is found of them, and the marks that stand in their place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from resume_visibility.model.language import Language
from resume_visibility.projection.contacts.patterns import HAN_DIGITS


class Detail(Enum):
    """A kind of contact detail that a viewer is granted or not."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    NATIONAL_ID = "national_id"


ALL_DETAILS: frozenset[Detail] = frozenset(Detail)

# A mark holds no letter that a contact could be made of but its kind, and reads the same whatever it replaced.
MARKS: Mapping[Language, Mapping[Detail, str]] = MappingProxyType(
    {
        Language.ZH: MappingProxyType(
            {
                Detail.PHONE: "[电话已隐藏]",
                Detail.EMAIL: "[邮箱已隐藏]",
                Detail.MESSENGER: "[社交账号已隐藏]",
                Detail.NATIONAL_ID: "[证件号已隐藏]",
            }
        ),
        Language.EN: MappingProxyType(
            {
                Detail.PHONE: "[phone withheld]",
                Detail.EMAIL: "[e-mail withheld]",
                Detail.MESSENGER: "[account withheld]",
                Detail.NATIONAL_ID: "[ID number withheld]",
            }
        ),
    }
)

# Taking one detail out can lay another one open. Nobody writes so that it happens eight times over; whoever does gets
# the whole text withheld.
ROUNDS = 8
HOMEPAGE_MARK: Mapping[Language, str] = MappingProxyType(
    {Language.ZH: "[主页已隐藏]", Language.EN: "[homepage withheld]"}
)
NAME_MARK: Mapping[Language, str] = MappingProxyType(
    {Language.ZH: "[姓名已隐藏]", Language.EN: "[name withheld]"}
)
EVERY_MARK: tuple[str, ...] = tuple(
    mark
    for language in Language
    for mark in (*MARKS[language].values(), HOMEPAGE_MARK[language], NAME_MARK[language])
)
_EVERY_MARK = re.compile("|".join(map(re.escape, EVERY_MARK)))


def holds_mark(text: str) -> bool:
    """Whether a text holds a mark, of this redaction or typed."""
    return "[" in text and _EVERY_MARK.search(text) is not None


def mark_places(text: str) -> list[tuple[int, int]]:
    """From where to where marks stand in a text."""
    return [match.span() for match in _EVERY_MARK.finditer(text)] if "[" in text else []


class Finding(NamedTuple):
    """A stretch of the folded text and the kinds of detail it gives away; the first kind names its mark."""

    start: int
    end: int
    kinds: tuple[Detail, ...]


def merged(spans: Iterable[tuple[int, int, Detail]]) -> Iterator[tuple[int, int, Detail]]:
    """Stretches of a text in order and apart; those that overlap are one."""
    last: tuple[int, int, Detail] | None = None
    # Of two that start together the longer is named: that an address is made of the number is not.
    for start, end, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if last is None or start >= last[1]:
            if last is not None:
                yield last
            last = (start, end, kind)
        else:
            last = (last[0], max(end, last[1]), last[2])
    if last is not None:
        yield last


def spliced(text: str, spans: Iterable[tuple[int, int, Detail]], language: Language) -> str:
    """A text with a mark in the place of each of these stretches; those that overlap are one."""
    pieces: list[str] = []
    kept = 0
    for start, end, kind in merged(spans):
        pieces += (text[kept:start], MARKS[language][kind])
        kept = end
    return "".join((*pieces, text[kept:]))


_EXTENSION = re.compile(
    r"[^\w\n]{0,3}(?:转接?|分机号?|内线|extension|extn?|x(?=\W?[0-9])|#)[^\w\n]{0,3}(?:[号为是][^\w\n]{0,2})?"
    rf"[0-9{HAN_DIGITS}](?:[ -]?[0-9{HAN_DIGITS}]){{0,7}}(?![0-9])[)）]?"
)


def end_with_extension(stream: str, end: int) -> int:
    """Where a telephone number ends in a folded text, with the extension that is called so behind it (PHONE-2)."""
    behind = _EXTENSION.match(stream, end)
    return behind.end() if behind else end
