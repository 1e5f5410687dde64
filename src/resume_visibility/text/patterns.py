"""How a text is searched: the parts of patterns, alternatives that are fast to try, and the search for many words at once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress, product
from json import loads
from pkgutil import get_data  # `importlib.resources` takes several times as long to import
from typing import Any, AnyStr, NamedTuple, TypeAlias, TypeVar, cast

from ..lazy import lazy_property

Span: TypeAlias = tuple[int, int]
"""A stretch of a text: where it starts and where it ends."""

# Chinese numerals for the digits 0 to 9; 零 is as usual as 〇.
HAN_DIGITS = "〇零一二三四五六七八九"

# Characters that sound like a digit, as in 要三吧, or stand for one on the radio, as in 洞幺两; sorted by that digit.
DIGIT_HOMOPHONES = (
    "洞灵铃领林令另凌妖腰要吆依衣医伊椅已亿两俩尔而耳儿饵散伞山思死似寺丝司斯私午武"
    "舞吾伍捂吴无物务屋流留刘柳溜妻期齐漆气起骑旗拐吧爸巴把叭扒霸罢酒就久勾韭舅旧救"
)

ONE_HOMOPHONES = "么妖腰要吆依衣医伊"
"""Characters that sound like the digit 1, with which every mobile number begins."""

# The signs that may stand between two groups of digits: all but digits, line breaks, and letters of scripts that are written in
# words. Python compiles a set character by character, so the signs are listed: there are fewer of them than of letters. Rare
# letters are left out, and so are characters for private use that no font of a resume shows as a bullet.
SIGNS = (
    r"\0-\x09\x0b-/:-@\[-`{-\u00de\u02b0-\u036f\u2000-\u303f\u3100-\u3104\u3130-\u33ff\uf000-\uf0ff\ufdd0-\uffff"
    r"\U00010000-\U0010ffff"
)

# Stands in the place of a detail that was found while its clause is judged. No folded text holds it: it is folded to a space.
PLACEHOLDER = "\ufdd0"

# Syllables of Chinese in Latin letters, of which a name in pinyin is made.
_INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINAL = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|a|o|e|i|u|v"
_SYLLABLE = rf"(?:(?:{_INITIAL})(?:{_FINAL})|(?:ai|an|ang|ao|ou|en|er))"
PINYIN = re.compile(rf"{_SYLLABLE}{{2,4}}")

# A sign that is neither letter nor digit, on the same line.
SIGN = f"[{SIGNS}]"

_WORD_START = "(?<![a-z])"


SEPARATOR = "A"
"""Parts texts that are joined and searched as one. No folded text holds a capital; `digits_of` and `letters_of` keep this one."""
TEXT_BREAK = f"\n{SEPARATOR}\n"
"""Stands between folded texts that are joined and searched as one: no number is read across a letter."""
_NON_DIGITS = bytes(sorted(set(range(128)) - set(b"0123456789A")))
_NON_ALPHANUMERICS = bytes(sorted(set(range(128)) - set(b"0123456789abcdefghijklmnopqrstuvwxyzA")))


def digits_of(stream: str) -> str:
    """The plain digits and the separators of a folded text; several times as fast as a pattern."""
    return stream.encode("ascii", "ignore").translate(None, _NON_DIGITS).decode()


def letters_of(stream: str) -> str:
    """The plain letters, the digits and the separators of a folded text."""
    return stream.encode("ascii", "ignore").translate(None, _NON_ALPHANUMERICS).decode()


def places_of(word: AnyStr, stream: AnyStr, begin: int = 0, end: int | None = None) -> Iterator[int]:
    """Each place at which a word starts in a stretch of a text."""
    at = stream.find(word, begin, end)
    while at >= 0:
        yield at
        at = stream.find(word, at + 1, end)


_Class = TypeVar("_Class")


def silent(cls: type[_Class]) -> type[_Class]:
    """Make the values of a class print as its name alone, so that they give away nothing of a text (LAW-7).

    Args:
        named: the class, which is changed and returned.
    """
    cls.__repr__ = lambda self: f"<{type(self).__name__}>"  # type: ignore[method-assign]  # nothing else of it changes
    return cls


_WORD_CHARS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
_WORD_FLAGS = bytes(chr(sign) in _WORD_CHARS for sign in range(256))
_SIGNS_TO_BLANKS = bytes(sign if chr(sign) in _WORD_CHARS else ord(" ") for sign in range(256))


_KIND_OF = bytes.maketrans(b"bcdefghijklmnopqrstuvwxyz123456789#([<{", b"a" * 25 + b"0" * 9 + b"@" * 5)
_KINDS = bytes(sign if sign in b"a0@." else ord(" ") for sign in _KIND_OF)
KINDS_TO_LETTERS = bytes(ord("a" if sign in b"a0" else " ") for sign in range(256))
"""Turns `Plain.kinds` into an a for each letter or digit and a blank for all else."""


def plain_places(stream: str) -> list[int]:
    """The place of each plain letter and digit in a folded text."""
    return [*compress(range(len(stream)), stream.encode("ascii", "replace").translate(_WORD_FLAGS))]


@silent
class Plain(NamedTuple):
    """The plain ASCII letters and digits of a folded text; several times as fast to search as a pattern.

    Args:
        words: the words of plain letters and digits.
        written: the same words in one string, each between blanks; in an ASCII text, with a blank for each other sign.
        kinds: one sign for each character of the text, and a blank at either end: a for a plain letter, 0 for a digit, @ for @ and
            for signs that are written in its place, a full stop for a full stop, a blank for all else.
    """

    words: list[str]
    written: str
    kinds: bytes


def kinds_in(stream: str) -> bytes:
    """Return `Plain.kinds` of a folded text."""
    return f" {stream} ".encode("ascii", "replace").translate(_KINDS)


def plain_in(stream: str) -> Plain:
    """Return the plain letters and digits of a folded text."""
    plain = f" {stream} ".encode("ascii", "replace")
    written = plain.translate(_SIGNS_TO_BLANKS).decode()
    words = written.split()
    return Plain(words, written if stream.isascii() else f" {' '.join(words)} ", plain.translate(_KINDS))


def words_at(words: Iterable[str], stream: str) -> Iterator[int]:
    """Each place at which one of some Latin words starts in a folded text, where it is no part of a longer word."""
    for word in words:
        for at in places_of(word, stream):
            end = at + len(word)
            if stream[at - 1 : at] not in _WORD_CHARS and stream[end : end + 1] not in _WORD_CHARS:
                yield at


def starts_of(pattern: re.Pattern[AnyStr], stream: AnyStr) -> list[int]:
    """Each place at which a pattern matches; most match nowhere, and a search costs half of what an iterator does."""
    first = pattern.search(stream)
    if first is None:
        return []
    found = [first.start()]
    found += [match.start() for match in pattern.finditer(stream, first.end())]
    return found


@cache
def table(name: str) -> Any:
    """Read one data file of this package as plain values. It is read once, and no caller changes the values.

    Args:
        name: the name of the file, without the ending.
    """
    return loads(get_data(__package__, f"data/{name}.json") or b"")


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def latin_words(words: Iterable[str]) -> Iterator[str]:
    """One pattern for each Latin word, which matches the word where it is no part of a longer one; for `choice`."""
    return (f"{_WORD_START}{re.escape(word)}(?![a-z])" for word in words)


class _LazyPattern:
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @lazy_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def __getattr__(self, name: str) -> object:
        method: object = getattr(self._compiled, name)
        setattr(self, name, method)  # so that it is found at once from now on
        return method


def lazy_re(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used: it takes long to compile, and many texts do not need it."""
    return cast("re.Pattern[str]", _LazyPattern(pattern))


def choice(alternatives: Iterable[str], guard: str = "") -> str:
    """Join alternatives into one pattern, grouped by their first character; within a group the given order is kept.

    Python looks for all first characters at once, and then skips each group that begins with another character. The pattern
    compiles in a fraction of the time of one that rules the groups out by sets of characters.

    Args:
        alternatives: each starts with one literal character or one set, without ranges but 0-9, perhaps after a word's start.
        guard: a pattern that is tried behind the first character of each group.
    """
    return "|".join(
        f"{re.escape(first)}{guard}(?:{'|'.join(rests)})" for first, rests in _groups(alternatives).items()
    ).join(("(?:", ")"))


def choice_rest(alternatives: Iterable[str]) -> str:
    """Like `choice`, for a place right behind the first character, which the pattern before has already read."""
    return _halved(list(_groups(alternatives).items()))


def _groups(alternatives: Iterable[str]) -> dict[str, list[str]]:
    follows: dict[str, list[str]] = {}
    for alternative in alternatives:
        plain = alternative.removeprefix(_WORD_START)
        firsts, rest = plain[1:].split("]", 1) if plain[0] == "[" else (plain[0], plain[1:])
        for first in firsts.replace("0-9", "0123456789"):
            follows.setdefault(first, []).append(rest if plain == alternative else f"(?<![a-z].){rest}")
    return follows


def _halved(choices: list[tuple[str, list[str]]]) -> str:
    if len(choices) == 1:
        return "|".join(choices[0][1])
    middle = len(choices) // 2
    return "|".join(
        rf"(?<=[{''.join(re.escape(first) for first, _ in half)}])(?:{_halved(half)})"
        for half in (choices[:middle], choices[middle:])
    )


# --- Many Chinese words at once ---------------------------------------------------------------------------------------
# One pattern of all words is slow, because their first characters stand in every sentence, and it takes long to compile. So a text
# is searched for the rarest character of each word, beside one that may stand there. A table says to which words the two belong.

# The most frequent characters of resumes, the most frequent first. Any character of a word finds it; a rare one is fastest.
_FREQUENT: str = table("words")["usual"]
_RANKS = {char: len(_FREQUENT) - at for at, char in enumerate(_FREQUENT)}
_SIGNS_BETWEEN, _MAX_SIGNS_BETWEEN = r"[^\w\n]{0,3}", 3


class Word(NamedTuple):
    """A word to be found.

    Args:
        letters: one string for each place of the word; several characters in one string are alternatives, for a spaced word only.
        spaced: whether signs may stand between the letters.
        lead: for a spaced word, Latin letters that must stand right before it and are no part of it.
        behind: for a spaced word, a pattern that must match behind it.
    """

    letters: Sequence[str]
    spaced: bool = False
    lead: str = ""
    behind: str = ""

    @property
    def rarest_at(self) -> int:
        """The place of the rarest letter in the word."""
        ranks = [max([_RANKS.get(one, 0) for one in some]) for some in self.letters]
        return ranks.index(min(ranks))

    def neighbours(self, rarest: int) -> tuple[int, list[str]]:
        """The side of the rarest letter where another character must stand (0: none), and those that may; a blank is any sign."""
        signs = [" "] if self.spaced else []
        if at := rarest:
            return -1, [*self.letters[at - 1], *signs]
        if self.lead:
            return -1, [self.lead[-1]]
        return (1, [*self.letters[1], *signs]) if len(self.letters) > 1 else (0, [""])

    def pattern(self) -> str:
        """A pattern for the whole word."""
        first, *rest = map(_char_pattern, self.letters)
        signs = _SIGNS_BETWEEN if self.spaced else ""
        lead = f"(?<=(?<![a-z]){self.lead}{first})" if self.lead else ""
        return first + lead + "".join(signs + letter for letter in rest) + self.behind

    def start(self, stream: str, at: int, rarest: int) -> int:
        """Where the spaced word starts if its rarest letter stands at a place; below zero if it does not stand there."""
        for letters in reversed(self.letters[:rarest]):
            at -= 1
            furthest = at - _MAX_SIGNS_BETWEEN
            while at > furthest and at > 0 and _is_sign(stream[at]):
                at -= 1
            if at < 0 or stream[at] not in letters:
                return -1
        return at


def _char_pattern(letters: str) -> str:
    return re.escape(letters) if len(letters) == 1 else f"[{re.escape(letters)}]"


def _is_sign(char: str) -> bool:
    return not (char.isalnum() or char in "_\n")


class _Entry(NamedTuple):
    """A word of a lexicon, with what is worked out once for the search.

    Args:
        order: the place of the word among all words.
        word: the word itself.
        rarest: the place of its rarest letter.
        plain: the word as one string; empty where a place of it has alternatives.
        is_whole: whether nothing has to stand before or behind it.
    """

    order: int
    word: Word
    rarest: int
    plain: str
    is_whole: bool


class Lexicon:
    """Finds many words at once.

    Args:
        words: the words to find; of two words that start in one place, the first is found.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)
        # A character beyond the basic plane in a pattern costs a second look at each of all others.
        pictures = (
            (word.pattern(), order) for order, word in enumerate(self._words) if len(word.letters) == 1
        )
        self._pictures = {
            picture: order for picture, order in pictures if len(picture) == 1 and picture > "\uffff"
        }
        self._patterns: dict[int, re.Pattern[str]] = {}

    @lazy_property
    def _index(self) -> dict[str, dict[int, dict[str, list[_Entry]]]]:
        """The words by their rarest letter, then by the side on which another character must stand, then by that character."""
        index: dict[str, dict[int, dict[str, list[_Entry]]]] = {}
        for order, word in enumerate(self._words):
            letters, rarest = word.letters, word.rarest_at
            plain = "".join(letters) if all(len(some) == 1 for some in letters) else ""
            entry = _Entry(order, word, rarest, plain, not (word.lead or word.behind))
            side, beside = word.neighbours(rarest)
            for letter, other in (
                product(letters[rarest], beside) if order not in self._pictures.values() else ()
            ):
                index.setdefault(letter, {}).setdefault(side, {}).setdefault(other, []).append(entry)
        return index

    @lazy_property
    def _rarest_pattern(self) -> re.Pattern[str]:
        """A pattern for the rarest letters, each beside a character that may stand beside one of them."""
        looks = []
        for side, look in ((-1, "(?<=[{beside}].)(?<=[{letters}])"), (1, "(?=[{beside}](?<=[{letters}].))")):
            # The character beside the letter is tried first: that rules out most places.
            if entries := {letter: sides[side] for letter, sides in self._index.items() if side in sides}:
                looks.append(
                    look.format(beside=_chars(chain.from_iterable(entries.values())), letters=_chars(entries))
                )
        if lone := {letter: sides[0][""] for letter, sides in self._index.items() if 0 in sides}:
            looks.append(f"(?<=[{_chars(lone)}])(?:{'|'.join(_lone_patterns(lone))})")
        return re.compile(f"[{_chars(self._index)}](?:{'|'.join(looks)})" if looks else "(?!)")

    def find(self, stream: str, begin: int = 0, end: int | None = None, *, odd: bool = True) -> list[Span]:
        """The words in a stretch of a folded text, from left to right and apart; `odd` is whether it may hold odd characters."""
        found: list[Span] = []
        done = begin
        end = len(stream) if end is None else end
        for start, _, stop in sorted(self._matches(stream, begin, end, odd=odd)):
            if start >= done:
                found.append((start, stop))
                done = stop
        return found

    def _matches(self, stream: str, begin: int, end: int, *, odd: bool = True) -> list[tuple[int, int, int]]:
        """Each word found in a stretch: where it starts, its place among all words, where it ends."""
        found = []
        for picture in filter(stream.__contains__, self._pictures) if odd else ():
            order = self._pictures[picture]
            found += [(at, order, at + 1) for at in places_of(picture, stream, begin, end)]
        index = self._index
        for rare in self._rarest_pattern.finditer(stream, begin, end):
            at = rare.start()
            for side, words in index[rare[0]].items():
                beside = stream[at + side : at + side + 1] if side else ""
                entries = words.get(beside, [])
                if not beside.isalnum():
                    entries = entries + words.get(" ", [])
                for order, word, rarest_at, plain, is_whole in entries:
                    start = at - rarest_at
                    if not (plain and start >= begin and stream.startswith(plain, start, end)):
                        start = word.start(stream, at, rarest_at) if word.spaced else -1
                    elif is_whole:
                        found.append((start, order, start + len(plain)))
                        continue
                    if start >= begin and (match := self._pattern(order).match(stream, start, end)):
                        found.append((start, order, match.end()))
        return found

    def _pattern(self, order: int) -> re.Pattern[str]:
        pattern = self._patterns.get(order)
        if pattern is None:
            pattern = self._patterns[order] = re.compile(self._words[order].pattern())
        return pattern

    def matches_in(self, stream: str) -> bool:
        """Whether any of the words stands in a folded text."""
        return bool(self._matches(stream, 0, len(stream)))


def _lone_patterns(lone: Mapping[str, Iterable[_Entry]]) -> Iterator[str]:
    """Patterns for words of one letter: the letters that need the same pattern behind them, and that pattern."""
    letters: dict[str, str] = {}
    for letter, entries in lone.items():
        behind = {one.word.behind for one in entries}
        either = f"(?:{'|'.join(sorted(behind))})" if all(behind) else ""
        letters[either] = letters.get(either, "") + letter
    return (f"(?<=[{_chars(some)}]){behind}" for behind, some in letters.items())


def _chars(letters: Iterable[str]) -> str:
    return "".join(map(re.escape, sorted(set(letters)))).replace(r"\ ", r"\W")
