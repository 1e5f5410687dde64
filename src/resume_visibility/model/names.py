"""The name of a person, and how names are compared. It shows nothing of itself in its `repr` (LAW-7)."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

import attrs

from ..errors import Problem
from .building import MOST_CHARACTERS, Checked, Limits, declared

_ROMANISED = Limits(
    like=re.compile(r"[A-Za-z]+(?:[ '’-][A-Za-z]+)*"),
    longest=MOST_CHARACTERS,
    expected="Latin letters A-Z a-z",
)
_LATIN = re.compile("[a-z]")
LONGEST_COMPANY_NAME = 200
"""In characters, after NFKC. Blocked keywords are looked for in every name of a company (BLOCK-2)."""
_FILLERS = "\u115f\u1160\u3164\uffa0"
_UNSEEN = ("Cf", "Mn", "Me", "Cc")
_MARKS = frozenset(
    "\u115f\u1160\u2800"
    "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u02ee\ua78c"
    "\u2043\u2212\u223c\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2574\u257a\u2796\u30fc~|"
)
"""Blanks, apostrophes and dashes that Unicode counts as letters or symbols."""
UNASSIGNED = re.compile("[\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]")
"""Places without a character yet, which are not seen either: Unicode reserves them for invisible signs."""
_NO_WIDTH = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""The characters that Unicode says to ignore where they are not known, and format and control characters."""


_IN_A_ROW = re.compile(r"[^\w\s\0-\x7f]{31,}")
"""Marks that are drawn over a letter, and other signs: more than anybody writes in a row."""
_MOST_MARKS, _JOINER = 30, "\u034f"


def normal(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """A text in a normal form of Unicode, in time that grows with its length alone (LAW-6).

    To sort marks in a row takes quadratic time, so an invisible joiner separates them after every thirty.
    """
    if not text.isascii():
        text = _IN_A_ROW.sub(_parted, text)
    return unicodedata.normalize(form, text)


def _parted(run: re.Match[str]) -> str:
    """Signs in a row, separated after every thirty if any of them is a mark."""
    signs = run[0]
    if not any(map(unicodedata.combining, signs)):
        return signs
    return _JOINER.join(signs[at : at + _MOST_MARKS] for at in range(0, len(signs), _MOST_MARKS))


# As escapes: some of these characters become others when a text is normalised.
_CHINESE = (
    *(("\u3007", "\u3007"), ("\u3400", "\u4dbf"), ("\u4e00", "\u9fff")),
    *(("\uf900", "\ufaff"), ("\U00020000", "\U0003fffd")),
)
"""The first and last characters of each range of Chinese characters. One of private use may be anything."""


def is_chinese(letter: str) -> bool:
    """Whether a letter is a Chinese character (NAME-3)."""
    return any(first <= letter <= last for first, last in _CHINESE)


def visible(text: str) -> str:
    """A name as it is seen: without marks and characters of no width, and with one space for each run of spaces."""
    if text.isalnum():
        return text
    text = UNASSIGNED.sub("", text)
    seen = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return " ".join("".join(seen).split())


def folded(name: str) -> str:
    """A company's name as blocks compare it: after NFKC and case folding, without spaces, punctuation, dashes and invisible
    characters (BLOCK-2).
    """
    # First drop what has no width: it would separate an accent, or a part of a syllable, from its letter.
    bare = _NO_WIDTH.sub("", name)
    wide = normal("NFKC", normal("NFKC", bare).casefold())
    if wide.isalnum() and (wide.isascii() or _MARKS.isdisjoint(wide)):
        return wide
    seen = _DROPPED.sub("", _NO_WIDTH.sub("", wide))
    if seen.isalnum() and _MARKS.isdisjoint(seen):
        return seen
    # No cache: its entries would spell somebody's name (LAW-2).
    return "".join([c for c in seen if c not in _MARKS and (c.isalnum() or not _is_typography(c))])


def _is_typography(sign: str) -> bool:
    """Whether a character that is no letter or digit belongs only to the typography of a name."""
    category = unicodedata.category(sign)
    return category[0] in "PZ" or category in (*_UNSEEN, "Sk") or sign.isspace()


_DROPPED = re.compile(
    f"[{''.join(re.escape(sign) for sign in map(chr, range(128)) if not sign.isalnum() and _is_typography(sign))}]+"
)
"""The ASCII signs that belong only to the typography of a name. From most names, nothing else has to be left out."""


_SEEN = re.compile("[0-9A-Za-z一-鿿]")
"""The characters that are surely seen; nearly every name has one."""


def unseen(path: str, name: str | None) -> Iterator[Problem]:
    """The problem of a name without any visible letter or digit; none if there is no name."""
    if name is not None and not _SEEN.search(name) and not folded(name):
        yield Problem(path, "expected at least one character that can be seen and is no punctuation")


_TURNS = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that end a line, control a terminal, or turn the direction of the text beside them."""


def one_line(name: str) -> Iterator[Problem]:
    """The problem of a name that would change the sentence around it (NOTICE-1)."""
    if _TURNS.search(name):
        yield Problem("name", "expected one line, without controls and signs of direction")


def in_line(name: str) -> str:
    """A name that can stand in a sentence, and that blocks compare like the given one (BLOCK-2)."""
    return _TURNS.sub(lambda sign: " " if sign[0].isspace() else "", name)


def is_longer(name: str, most: int) -> bool:
    """Whether a name has more characters than `most`, in the form that is compared: ㍿ is four characters (BLOCK-2)."""
    return len(normal("NFKC", name)) > most


@attrs.frozen(repr=False)
class PersonName(Checked):
    """A person's name as they write it (姓名).

    Args:
        full: the whole name, "张三丰" or "Lena Vasquez".
        surname: the family name, if the person gave it as such; a part of `full`, and not all of it.
        romanised_surname: the family name in Latin letters, for English; never the whole of `full`.
    """

    full: str = attrs.field(metadata=declared(limits=Limits(longest=100)))
    surname: str | None = None
    romanised_surname: str | None = attrs.field(default=None, metadata=declared(limits=_ROMANISED))

    def _problems(self) -> Iterator[Problem]:
        """`full` has something in it that can be seen, `surname` is a proper part of it, and `romanised_surname` is not all of it."""
        whole = _compared(self.full)
        yield from unseen("full", self.full)
        if self.surname is not None:
            part = _compared(self.surname)
            if not part or part not in whole or _letters(part) == _letters(whole):
                yield Problem("surname", "expected a part of the full name, and not all of it")
        # A name without Latin letters is in no romanised name.
        if self.romanised_surname is not None and _LATIN.search(whole):
            letters = _letters(_compared(self.romanised_surname))
            if _letters(whole) in letters or _words(self.full) <= _words(self.romanised_surname):
                yield Problem("romanised_surname", "expected the surname alone, not the full name")


def _compared(name: str) -> str:
    return visible(normal("NFKC", name)).replace(" ", "").casefold()


def _letters(compared: str) -> str:
    return "".join(c for c in compared if _is_letter(c) and c not in _FILLERS) or compared


def _is_letter(char: str) -> bool:
    """Whether a character of a name is a letter or digit. A rare Chinese one may be newer than the Unicode of Python, or of private use."""
    return char.isalnum() or is_chinese(char) or unicodedata.category(char) == "Co"


def _words(name: str) -> frozenset[str]:
    """The words of a name in any order. A name without words stands for itself, so that it is never a part of another name."""
    whole = normal("NFKC", visible(name)).casefold()
    words = "".join(c if _is_letter(c) else " " for c in whole).split()
    return frozenset(words or [name])
