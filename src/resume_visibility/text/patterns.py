"""What the patterns of this room are made of: signs, tables of words, and how alternatives skip what cannot match."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import compress
from json import loads
from pkgutil import get_data  # `importlib.resources` takes several times as long to import
from typing import Any, AnyStr, NamedTuple, TypeVar, cast

# Chinese numerals as they stand for digits; 零 is as usual as 〇.
HAN_DIGITS = "〇零一二三四五六七八九"

# Characters that sound like a digit, as in 要三吧, or stand for one on the radio, as in 洞幺两: in the digits' order.
SOUNDS = (
    "洞灵铃领林令另凌妖腰要吆依衣医伊椅已亿两俩尔而耳儿饵散伞山思死似寺丝司斯私午武"
    "舞吾伍捂吴无物务屋流留刘柳溜妻期齐漆气起骑旗拐吧爸巴把叭扒霸罢酒就久勾韭舅旧救"
)

FIRST_SOUNDS = "么妖腰要吆依衣医伊"
"""Those that sound like the one with which a mobile number begins."""

# All but digits, line breaks, and letters of any script that is written in words: none of those parts two groups of digits
# silently. Python compiles a set character by character, and of these there are fewer than of the letters; it is without the rare
# letters and the characters for private use of which no font of a resume makes a bullet.
SIGNS = (
    r"\0-\x09\x0b-/:-@\[-`{-\u00de\u02b0-\u036f\u2000-\u303f\u3100-\u3104\u3130-\u33ff\uf000-\uf0ff\ufdd0-\uffff"
    r"\U00010000-\U0010ffff"
)

# Stands for what was found in a clause while the clause is judged. No text can hold it: it is itself folded to a space.
FOUND = "\ufdd0"

# Syllables of Chinese, as a name in Latin letters is made of.
_INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINAL = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|a|o|e|i|u|v"
_SYLLABLE = rf"(?:(?:{_INITIAL})(?:{_FINAL})|(?:ai|an|ang|ao|ou|en|er))"
PINYIN = re.compile(rf"{_SYLLABLE}{{2,4}}")

# A sign that is neither letter nor digit, on the same line.
SIGN = f"[{SIGNS}]"

_WORD_START = "(?<![a-z])"


SEAM = "A"
"""Stands between what is looked at as one. No folded text holds a capital, and it is kept where all but digits or letters is dropped."""
WALL = f"\n{SEAM}\n"
"""Parts folded texts that are joined to be looked at as one: no digits are read across a letter."""
_NO_DIGITS = bytes(sorted(set(range(128)) - set(b"0123456789A")))
_NO_LETTERS = bytes(sorted(set(range(128)) - set(b"0123456789abcdefghijklmnopqrstuvwxyzA")))


def digits_of(stream: str) -> str:
    """The plain digits of a folded text, and seams; several times as fast as a pattern."""
    return stream.encode("ascii", "ignore").translate(None, _NO_DIGITS).decode()


def letters_of(stream: str) -> str:
    """The plain letters and digits of a folded text, and seams."""
    return stream.encode("ascii", "ignore").translate(None, _NO_LETTERS).decode()


def places_of(word: AnyStr, stream: AnyStr, begin: int = 0, end: int | None = None) -> Iterator[int]:
    """Where a word stands in a stretch of a text."""
    at = stream.find(word, begin, end)
    while at >= 0:
        yield at
        at = stream.find(word, at + 1, end)


_Class = TypeVar("_Class")


def silent(named: type[_Class]) -> type[_Class]:
    """The same class; how its values are printed gives away nothing of a text (LAW-7).

    Args:
        named: the class.
    """
    named.__repr__ = lambda self: f"<{type(self).__name__}>"  # type: ignore[method-assign]  # nothing else of it changes
    return named


_IN_WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
_IS_IN_WORD = bytes(chr(sign) in _IN_WORD for sign in range(256))
_BLANK = bytes(sign if chr(sign) in _IN_WORD else ord(" ") for sign in range(256))


_ALIKE = bytes.maketrans(b"bcdefghijklmnopqrstuvwxyz123456789#([<{", b"a" * 25 + b"0" * 9 + b"@" * 5)
_KINDS = bytes(sign if sign in b"a0@." else ord(" ") for sign in _ALIKE)
LETTERS = bytes(ord("a" if sign in b"a0" else " ") for sign in range(256))
"""Makes of kinds of characters whether each is a letter or digit."""


def plain_places(stream: str) -> list[int]:
    """Where the plain letters and digits of a folded text stand."""
    return [*compress(range(len(stream)), stream.encode("ascii", "replace").translate(_IS_IN_WORD))]


@silent
class Plain(NamedTuple):
    """What is plain in a folded text: several times as fast to look at as a pattern is.

    Args:
        words: of letters and digits.
        written: the same, with blanks before and behind each, fewer than in a Chinese text.
        kinds: of all its characters, with a blank on either side: a for a plain letter, 0 for a digit, an at for signs that are put
            for one, a full stop, a blank for all else.
    """

    words: list[str]
    written: str
    kinds: bytes


def plain_in(stream: str) -> Plain:
    """What is plain in a folded text."""
    plain = f" {stream} ".encode("ascii", "replace")
    written = plain.translate(_BLANK).decode()
    words = written.split()
    return Plain(words, written if stream.isascii() else f" {' '.join(words)} ", plain.translate(_KINDS))


def words_at(words: Iterable[str], stream: str) -> Iterator[int]:
    """Where some Latin words stand in a folded text that are no part of a longer one."""
    for word in words:
        for at in places_of(word, stream):
            end = at + len(word)
            if stream[at - 1 : at] not in _IN_WORD and stream[end : end + 1] not in _IN_WORD:
                yield at


def starts_of(pattern: re.Pattern[AnyStr], stream: AnyStr) -> list[int]:
    """Where a pattern is found in a text; most are nowhere, and a search costs half of what an iterator does."""
    first = pattern.search(stream)
    if first is None:
        return []
    found = [first.start()]
    found += [match.start() for match in pattern.finditer(stream, first.end())]
    return found


@cache
def table(name: str) -> Any:
    """A table of data that lies beside this room's code, as plain values, read once; nobody changes them.

    Args:
        name: of its file, without the ending.
    """
    return loads(get_data(__package__, f"data/{name}.json") or b"")


def any_of(words: Iterable[str]) -> str:
    """Alternatives for some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def latin(words: Iterable[str]) -> Iterator[str]:
    """Alternatives for some Latin words that are no part of a longer one; see `led`."""
    return (f"{_WORD_START}{re.escape(word)}(?![a-z])" for word in words)


class _Later:
    """A pattern that is compiled when something is first looked for with it."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def __getattr__(self, name: str) -> object:
        method: object = getattr(self._compiled, name)
        setattr(self, name, method)  # so that it is found at once from now on
        return method


def later(pattern: str) -> re.Pattern[str]:
    """A pattern that many texts do not need and that takes long to compile, which is put off till one does."""
    return cast("re.Pattern[str]", _Later(pattern))


def led(alternatives: Iterable[str], guard: str = "") -> str:
    """One pattern of alternatives, those of one first character in the given order.

    Python looks for the first characters of all of them at once, and then passes over each that begins with another; it takes a
    fraction of the time to compile of what would rule them out by sets of characters.

    Args:
        alternatives: each starts with one literal character or one set, without ranges but 0-9, perhaps after a word's start.
        guard: a pattern that is tried behind the first character of each.
    """
    return "|".join(
        f"{re.escape(first)}{guard}(?:{'|'.join(rests)})" for first, rests in _by_first(alternatives).items()
    ).join(("(?:", ")"))


def behind_first(alternatives: Iterable[str]) -> str:
    """The same without the first character of each, which stands right before and was read by what comes before this pattern."""
    return _by_halves(list(_by_first(alternatives).items()))


def _by_first(alternatives: Iterable[str]) -> dict[str, list[str]]:
    follows: dict[str, list[str]] = {}
    for alternative in alternatives:
        plain = alternative.removeprefix(_WORD_START)
        firsts, rest = plain[1:].split("]", 1) if plain[0] == "[" else (plain[0], plain[1:])
        for first in firsts.replace("0-9", "0123456789"):
            follows.setdefault(first, []).append(rest if plain == alternative else f"(?<![a-z].){rest}")
    return follows


def _by_halves(choices: list[tuple[str, list[str]]]) -> str:
    if len(choices) == 1:
        return "|".join(choices[0][1])
    middle = len(choices) // 2
    return "|".join(
        rf"(?<=[{''.join(re.escape(first) for first, _ in half)}])(?:{_by_halves(half)})"
        for half in (choices[:middle], choices[middle:])
    )
