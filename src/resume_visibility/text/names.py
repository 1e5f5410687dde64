"""People's names, however they are written: any width, case, accent or punctuation, spaced out, words joined, the surname
first or last (NAME-4).
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import TypeAlias

from ..lazy import lazy_property
from ..model.arguments import expect_texts
from ..model.names import UNASSIGNED, normal, visible
from .fold import ODD, fold
from .patterns import lazy_re, places_of, table

_SIGNS = "_\u02b9-\u02df\u02e5-\u02ff\u0640\u115f\u1160\u3164\uffa0"
"""Apostrophes, other modifiers, the Arabic stroke and four blanks are letters to Unicode, but not here."""
_NON_LETTERS = re.compile(rf"[\W{_SIGNS}]+")
"""All but letters and digits."""
_RARE = "\ue000-\uefff\uf100-\uf8ff\U00020000-\U0003fffd\U000f0000-\U0010fffd"
"""Characters of private use, and Chinese ones that may be newer than Python's Unicode. In a name they are rare letters. In a text
they are letters only if the name has them. Fonts draw bullets from U+F000 to U+F0FF.
"""
_RARE_LETTER = re.compile(f"[{_RARE}]")
_BETWEEN_WORDS = re.compile(rf"(?:[^\w{_RARE}]|[{_SIGNS}])+")
"""All but the letters and digits of a name."""
_ASCII_SIGNS = {i: None for i in range(128) if not chr(i).isalnum()}
_BRACKETS = re.compile(r"\s*[()（）\[\]【】「」『』《》〈〉{}｛｝/／|｜]+\s*")
_MAX_GAP_SIGNS = 8
_SIGN_ROW = re.compile(r"\s+|(.)\1*")
"""Blanks in a row look like one blank or like the gap of a column; another sign that is repeated looks like one line."""
_NEAR_CHARS = 64
_MIN_SURE_LENGTH = 7
"""This many letters in a row are the name even inside a longer word: LenaVasquezCV.pdf."""
_VARIANT = lazy_re(
    "(?:LATIN (?:SMALL|CAPITAL) LETTER|LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER"
    "|REGIONAL INDICATOR SYMBOL LETTER) (?:DOTLESS )?([A-Z])(?: WITH .*)?"
)
"""The Unicode name of a letter that no compatibility form takes apart: ł, ø, đ, ı, ʟ, 🅛."""
_TABLE = table("alphabet")
_SPELLED_OUT = str.maketrans(_TABLE["spelled_out"])
"""What people write for a letter that their keyboard lacks, if they do not simply write the bare letter."""
_MAX_WORDS = 6

Words: TypeAlias = tuple[str, ...]
"""The words of a name, folded, in their order."""


def is_han(letter: str) -> bool:
    """Whether a letter is a Chinese character, or of a script beside them in Unicode, such as Hangul, or rare. Python takes long to
    compile a pattern of so many.
    """
    return "\u3400" <= letter <= "\ufaff" or letter == "〇" or letter >= "\U00020000"


def orders_of(name: str) -> tuple[Words, ...]:
    """Every order and spelling in which a name is looked for; none if the name has no letter.

    Args:
        name: the whole name; "张三(Sam)" is 张三 and Sam, too.
    """
    if _PLAIN_HAN.fullmatch(name):
        return ((unify_script(name),),)
    names = {*_names_in(normal("NFKC", name))}  # ㍿ is no letter, but reads as four
    if not name.isascii():
        # Japanese names are often written in two scripts without a blank, and of two scripts everybody sees where the surname ends.
        names |= {rest + first for one in names for first, rest in _IN_TWO_SCRIPTS.findall(one)}
        names |= {normal("NFC", one).casefold().translate(_SPELLED_OUT) for one in names}
    return tuple(sorted({order for one in names for order in _word_orders(one, letters_of_name)}))


_IN_TWO_SCRIPTS = lazy_re(r"\A([ぁ-ヿ]++|[々㐀-鿿]++)([ぁ-ヿ]+|[々㐀-鿿]+)\Z")
"""A name of kana and Chinese characters, one behind the other."""


def _names_in(name: str) -> Iterator[str]:
    """A name, and the names into which brackets and strokes part it."""
    yield name
    first, *others = _BRACKETS.split(name)
    yield first
    yield from (one for one in others[:_MAX_BRACKETED] if len(letters_of_name(one)) > 1)


_MAX_BRACKETED = 8


def unify_script(text: str) -> str:
    """Replace the simplified and traditional forms of each character by one of them: whichever form the writer chose, it is read as
    the same character.
    """
    return _replace_chars(_script_table(), text)


def _replace_chars(script: Mapping[str, str], text: str) -> str:
    """A text with each character replaced by the one that stands for it, if any does."""
    if text.isascii() or script.keys().isdisjoint(text):
        return text
    return "".join([script.get(char, char) for char in text])


@cache
def _script_table() -> dict[str, str]:
    return dict(zip(_TABLE["traditional"], _TABLE["simplified"], strict=True))


def shapes_of(char: str) -> str:
    """All simplified and traditional forms of a character, first the one that `unify_script` puts for them."""
    plain = _script_table().get(char, char)
    return plain + "".join([_TABLE["traditional"][at] for at in places_of(plain, _TABLE["simplified"])])


def unify_stream(stream: str) -> str:
    """A folded text in one script; each character keeps its place."""
    return _replace_chars(_stream_table(), stream)


@cache
def _stream_table() -> dict[str, str]:
    # Only one of 陸 and 陆 may be folded, to 六.
    script = dict(zip(_script_table(), fold("".join(_script_table().values())), strict=True))
    return {char: plain for char, plain in script.items() if char != plain}


def first_of(name: str) -> str:
    """A name without another in brackets or after a slash."""
    return _BRACKETS.split(name)[0]


def _word_orders(name: str, fold_word: Callable[[str], str]) -> Iterator[Words]:
    """The words of a name, folded, in the orders that people write them in."""
    words = tuple(found for word in _BETWEEN_WORDS.split(name) if (found := fold_word(word)))
    # A name of very many words is turned only at its ends.
    for first in range(len(words)) if len(words) <= _MAX_WORDS else (0, 1, -1):
        yield (*words[first:], *words[:first])


def rare_letters(name: str) -> frozenset[str]:
    """The letters of a name that may be none to Python's Unicode."""
    return frozenset(_RARE_LETTER.findall(name))


def letters_of_name(name: str) -> str:
    """The letters and digits of a name, as `folded_letters` has those of a text, with its rare letters."""
    return folded_letters(name, rare_letters(name))


def folded_letters(text: str, rare: Set[str] = frozenset()) -> str:
    """Only the letters and digits of a text, without case, width, accents and strokes, in one script.

    Args:
        text: of any length.
        rare: further characters that are letters.
    """
    if text.isascii():
        return text.lower().translate(_ASCII_SIGNS)
    if ODD.search(text) is None:
        return letters_in(text.lower())
    plain = normal("NFKD", normal("NFKD", text).casefold())
    if ODD.search(plain) is None:
        return letters_in(plain)
    pattern, bare = _bare_letters()
    return letters_in(pattern.sub(lambda found: bare[found[0]], plain), rare)


def letters_in(stream: str, rare: Set[str] = frozenset()) -> str:
    """Only the letters and digits of a folded text, in one script; `rare` as for `folded_letters`."""
    if not rare:
        return unify_script(_NON_LETTERS.sub("", stream))
    return unify_script(_NON_LETTERS.sub(lambda signs: "".join(filter(rare.__contains__, signs[0])), stream))


@cache
def _bare_letters() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the letters that are folded by their Unicode name, and the letter that each is folded to."""
    bare: dict[str, str] = _TABLE["digraphs"] | _TABLE["radicals"]
    for first, last in _TABLE["folding"]:
        for char in map(chr, range(first, last + 1)):
            named = _VARIANT.fullmatch(unicodedata.name(char, ""))
            if named and not char.isascii() and unicodedata.normalize("NFKD", char) == char:
                bare[char.casefold()] = named[1].lower()
    return re.compile(f"[{''.join(bare)}]"), bare


# The usual characters, each as it is folded.
_USUAL_SIGNS = "·—‘’“”…、。《》「」『』【】！（），：；？～"
_USUAL_FOLDED = {char: folded_letters(char) for char in map(chr, range(128))} | dict.fromkeys(
    _USUAL_SIGNS, ""
)


class LetterSpans:
    """The letters of a text and their places, to distinguish a name from letters that follow each other by chance.

    Args:
        text: the text as it was written.
        rare: as for `folded_letters`.

    Attributes:
        letters: the folded letters, one after the other.
    """

    def __init__(self, text: str, rare: Set[str]) -> None:
        script = _script_table()
        letters_of = {
            char: _USUAL_FOLDED[char]
            if char in _USUAL_FOLDED
            else script.get(char, char)
            if "一" <= char <= "鿿"
            else folded_letters(char, rare)
            for char in set(text)
        }
        found = [(letter, i) for i, char in enumerate(text) for letter in letters_of[char]]
        self._text = text
        self._origins = [i for _, i in found]
        parted = [
            (at, "".join(filter(_is_visible, text[one + 1 : two])))
            for at, (one, two) in enumerate(pairwise(self._origins))
            if two > one + 1
        ]
        # The letters behind which something stands. They are counted once, and not again for each name.
        self._gaps = [at for at, gap in parted if gap]
        self._wide = [at for at, gap in parted if len(_SIGN_ROW.findall(gap)) > _MAX_GAP_SIGNS]
        self._lines = [at for at, gap in parted if "\n" in gap]
        self.letters = "".join(letter for letter, _ in found)

    def span(self, at: int, length: int) -> tuple[int, int]:
        """Return where the letters from a place on are written, with the accents of the last one."""
        start, stop = self._origins[at], self._origins[at + length - 1] + 1
        while stop < len(self._text) and unicodedata.category(self._text[stop])[0] == "M":
            stop += 1
        return start, stop

    def is_name(self, at: int, whole: str, ends: Collection[int]) -> bool:
        """Whether letters that spell a name are written as one.

        Args:
            at: the place of the first letter.
            whole: the letters.
            ends: the numbers of letters after which a word of the name ends.
        """
        last = at + len(whole) - 1
        between = {at + end - 1 for end in ends if end < len(whole)}  # words
        if _places_within(self._wide, at, last):
            return False
        if any(map(is_han, whole)) or not any(map(_has_case, whole)):
            return between.issuperset(_places_within(self._lines, at, last))
        parted = {*_places_within(self._gaps, at, last)}
        spaced = len(parted - between)
        if len(whole) >= _MIN_SURE_LENGTH and not spaced:
            return True
        if self._in_word(at, len(whole)):
            return False
        written = len({*self._origins[at : last + 1]})  # of ß, both letters are written as one
        if spaced in (0, written - 1 - len(between)):  # all of it is spelled out, L e n a
            return True
        return len(whole) >= _MIN_SURE_LENGTH and not self._is_of_words(at, whole, parted, between)

    def _is_of_words(self, at: int, whole: str, parted: set[int], between: set[int]) -> bool:
        """Whether letters that are parted inside a word of the name may be ordinary words: for Isa Baker, is a baker."""
        parted = parted | {end for end in between if self._starts_word(self._origins[end])}
        pieces, own = (
            [
                whole[start:stop]
                for start, stop in pairwise((0, *[end + 1 - at for end in sorted(ends)], len(whole)))
            ]
            for ends in (parted, between)
        )
        unknown = [piece for piece in pieces if piece not in own and not _is_word(piece)]
        # If a word of the name ends inside a piece, one such piece may be a word that no list has: for Lea Stone, least one.
        return len(unknown) <= (not parted >= between)

    def _in_word(self, at: int, length: int) -> bool:
        """Whether a letter of the same word stands right before or after. Scripts without case put no spaces between words, and a
        capital behind a small letter begins another word.
        """
        start, stop = self._origins[at], self._origins[at + length - 1] + 1
        before, after = has_letters_beside(self._text, start, stop)
        return (before and not self._starts_word(start - 1)) or (after and not self._starts_word(stop - 1))

    def _starts_word(self, at: int) -> bool:
        return self._text[at].islower() and self._text[at + 1].isupper()


def _places_within(places: list[int], first: int, last: int) -> list[int]:
    """The places that lie in a stretch; they are given in order."""
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _is_word(letters: str) -> bool:
    """Whether some letters are a word of the language."""
    from .judgement import STOP_WORDS, is_known  # which few texts need

    return letters in STOP_WORDS or is_known(letters)


def has_letters_beside(text: str, start: int, stop: int) -> tuple[bool, bool]:
    """Whether a letter that has a case stands right before a stretch of a text, and right after it."""
    before, after = text[max(start - _NEAR_CHARS, 0) : start], text[stop : stop + _NEAR_CHARS]
    return _has_case(next(filter(_is_visible, reversed(before)), "")), _has_case(
        next(filter(_is_visible, after), "")
    )


def is_whole_words(text: str, start: int, stop: int) -> bool:
    """Whether a stretch of a text neither begins nor ends inside a word."""
    before, after = has_letters_beside(text, start, stop)
    return not ((before and _has_case(text[start])) or (after and _has_case(text[stop - 1])))


class Names:
    """Finds the names of some people in one look at a text; the cost depends on the length of the text and of the longest
    name, and not on how many names there are.

    Args:
        names: the names to find; of a name longer than a hundred letters, only the beginning is looked for.
        shown: names that are granted: where one of them is written out, a name that is a part of it is not found.
        whole: whether a name that begins or ends inside a word is not found either.

    Raises:
        TypeError: `names` or `shown` is a text, or holds what is not a text.
    """

    def __init__(self, names: Iterable[str], shown: tuple[str, ...] = (), *, whole: bool = False) -> None:
        self._written = [*filter(None, map(visible, expect_texts("names", names)))]
        self._shown, self._whole = expect_texts("shown", shown) if shown != () else (), whole
        ends: dict[str, set[int]] = {}
        signs: list[str] = []
        self._parts: list[tuple[str, str]] = []
        for full in self._written:
            orders = orders_of(full)
            for order in orders:
                ends.setdefault("".join(order)[:_MAX_LENGTH], set()).update(accumulate(map(len, order)))
                self._parts += parts_of(order)
            if not orders:  # a name without a letter
                signs.append(full[:_MAX_LENGTH])
        words = dict.fromkeys([word for word, _ in self._parts])
        begun: dict[str, list[str]] = {}
        for word in words:
            for first in shapes_of(word[0]) if not word.isascii() else ():
                begun.setdefault(first, []).append(word)
        self._ends, self._by_first, self._has_names = ends, begun, bool(ends or signs)
        self._rare = frozenset().union(*map(rare_letters, self._written))
        self._names, self._signs, self._words = _StringSet(ends), _StringSet(signs), _StringSet(words)
        self._firsts = frozenset(
            [char for one in (*ends, *signs) for char in (*shapes_of(one[0]), one[0].upper())]
        )

    @lazy_property
    def _called_parts(self) -> tuple["_StringSet", dict[str, dict[str, None]]]:
        """The parts that a text may call a name, as a folded text has them, each with the rest of its names."""
        rests: dict[str, dict[str, None]] = {}
        parts = [(unify_stream(word), unify_stream(rest)) for word, rest in self._parts]
        for word, rest in (*parts, *chain.from_iterable(map(_stream_parts, self._written))):
            rests.setdefault(word, {})[rest] = None
        return _StringSet(rests), rests

    @property
    def spellings(self) -> Collection[str]:
        """The letters of each name, in each order of its words."""
        return self._ends.keys()

    def __bool__(self) -> bool:
        return self._has_names

    def beginnings_in(self, text: str) -> Iterator[int]:
        """The places where a name may begin in a text, apart from odd characters that fold to the beginning of a name."""
        for first in _firsts_in(self._firsts, text):
            yield from places_of(first, text)
        # Parts that begin with an ASCII letter begin like one of the orders.
        for first in _firsts_in(self._by_first.keys(), text):
            for at in places_of(first, text):
                if any(unify_script(text[at : at + len(word)]) == word for word in self._by_first[first]):
                    yield at

    def may_begin_in(self, text: str) -> bool:
        """Whether a name may begin in a text, or anything odd in it may fold to the beginning of one."""
        if text.isascii():  # no odd character in it folds to a letter
            return not self._firsts.isdisjoint(text)
        return next(self.beginnings_in(text), None) is not None or any(
            map(folded_letters, {*ODD.findall(text)})
        )

    def letters_of(self, text: str) -> str:
        """Only the letters and digits of a text, in which the rare letters of the names are letters, too."""
        return folded_letters(text, self._rare)

    def may_stand_in(self, text: str) -> bool:
        """Whether the letters of a name stand in a text, even if only by chance."""
        if not self.may_begin_in(text):
            return False
        if self._signs.stand_in(text) or self._names.stand_in(text):
            return True
        letters = self.letters_of(text)
        return self._names.stand_in(letters) or self._words.stand_in(letters)

    def called_in(self, stream: str) -> Iterator[tuple[int, int]]:
        """The places where a folded text calls a part of a name a name, or where the part and the rest stand together in an unusual way."""
        stream, (parts, rests) = unify_stream(stream), self._called_parts
        for at, word in parts.find(stream):
            end = at + len(word)
            before, behind = stream[max(0, at - _CALL_CHARS) : at], stream[end : end + _CALL_CHARS]
            stop = _name_reach(word, rests[word], before, behind)
            if stop is not None:
                yield at, end + stop

    def places(self, text: str) -> list[tuple[int, int]]:
        """The places of the names in a text as it is written."""
        if not self.may_begin_in(text):
            return []
        places = [(at, at + len(sign)) for at, sign in self._signs.find(text)]
        letters = self.letters_of(text)
        plain = self._plain_places(text, letters)
        if not plain and self._names.stand_in(letters):
            spelled, last = LetterSpans(text, self._rare), -1
            for at, whole in self._names.find(spelled.letters):
                if at > last and spelled.is_name(at, whole, self._ends[whole]):
                    places.append(spelled.span(at, len(whole)))
                    last = at
        places += plain
        if self._whole:
            places = [place for place in places if is_whole_words(text, *place)]
        for name in self._shown if places else ():
            places = _places_outside(places, name, text)
        return places

    def _plain_places(self, text: str, letters: str) -> list[tuple[int, int]]:
        """The places of the only name, if it is Chinese and is always written with nothing between: the usual case."""
        if len(self._ends) != 1 or not _PLAIN_HAN.fullmatch(whole := next(iter(self._ends))):
            return []
        places = [(at, at + len(whole)) for at in places_of(whole, text)]
        plain = letters.count(whole) == len(places) and all(
            _USUAL_BEHIND.match(text, stop) for _, stop in places
        )
        return places if plain else []


def _stream_parts(name: str) -> Iterator[tuple[str, str]]:
    """The parts of a name as a folded text has them: `fold` may turn a letter into another one than `folded_letters` does."""
    for one in dict.fromkeys(_names_in(normal("NFKC", name))) if not name.isascii() else ():
        for order in _word_orders(one, lambda word: unify_stream(fold(word))):
            yield from parts_of(order)


def parts_of(words: Words) -> Iterator[tuple[str, str]]:
    """Each part that may stand for the whole name, with the rest of the name: the first word, or what follows a Chinese surname."""
    if 1 < len(words) <= _MAX_WORDS:
        yield words[0], " ".join(words[1:])
    elif all(map(is_han, words[0])) and len(words[0]) <= _MAX_WORDS:
        # In a name of four characters, two are the surname; in one of three, one or two.
        sizes = (1, 2)[len(words[0]) > _MAX_SIMPLE_LENGTH :]
        yield from ((words[0][size:], words[0][:size]) for size in sizes if size < len(words[0]))


_MAX_SIMPLE_LENGTH = 3
_CALL_CHARS = 24
_NAME_KINDS = "first|given|middle|last|family|sur"
_FAREWELLS = "regards|sincerely|yours|truly|faithfully|best|cheers|thanks"
_APPLICANT = "(?:申请|自荐|应聘|求职)[人者]"
_CALLED_BEFORE = lazy_re(
    r"(?:(?P<surely>我叫|[叫喊称]我)|(?:(?<![^\W_])|姓|姓\W{0,3}[一-鿿]{1,2}\W{0,3})名字?|[单双本真大文签署]名|名[叫字]"
    rf"|(?<!是)我是|本人|{_APPLICANT}|敬礼|此致"
    rf"|(?<![a-z])(?:(?:{_NAME_KINDS}|fore|full|real|legal)[\W_]?names?|call me|i am|i\Wm|this is|(?:{_FAREWELLS})(?=[,\n]))"
    r"|(?:(?<![a-z])(?<![a-z]\s)|my\s)name(?=\W*(?:is|:|：)))(?:一个|[是为叫]|\W{0,2}is)?(?:\s++|[\W_]){0,4}$"
)
_CALLING_LETTERS = lazy_re(
    rf"(?:我叫|[叫喊称]我|名[叫字]?|我是|本人|{_APPLICANT}|敬礼|此致|names?|callme|ia?m|thisis|{_FAREWELLS})(?:一个|[是为叫]|is)?\Z"
)
"""Letters without signs that call the part of a name behind them a name; the next pattern is for the part before them."""
_LETTERS_BEHIND = lazy_re(rf"[敬谨拜][上启呈]|是?(?:我的|本)名|ismyname|(?:ismy)?(?:{_NAME_KINDS})name")


def may_be_called(word: str, letters: str) -> bool:
    """Whether a text, of which only the letters are given, may call a part of a name a name."""
    return any(
        _CALLING_LETTERS.search(letters[max(0, at - _CALL_CHARS) : at])
        or _LETTERS_BEHIND.match(letters, at + len(word))
        for at in places_of(word, letters)
    )


_CALLED_BEHIND = lazy_re(
    rf"\W{{0,3}}(?:[敬谨拜]上|敬[启呈]|是?(?:我的|本)名|(?:is my )?(?:{_NAME_KINDS})\W?name|is my name)"
)
_MIN_TURNED_LENGTH = 2
_HAN_JOINT = re.compile(r"(?:[^\S\n]++|[·・•.,，/\-]){0,3}")
_MIDDLE_NAME = lazy_re(r"\s+(?:[a-z]\.?|[\"'(“（][^\W\d]{1,12}[\"')”）])\s+")


def _name_reach(word: str, rests: Iterable[str], before: str, behind: str) -> int | None:
    """How many characters behind a part of a name belong to the name, too, such as the rest of it; None if nothing says that the part
    is a name.
    """
    in_words = not any(map(is_han, word))
    begun, goes_on = (_goes_on(char, in_words=in_words) for char in (before[-1:], behind[:1]))
    if in_words and (begun or goes_on):
        return None
    beside = (_MIDDLE_NAME if in_words else _HAN_JOINT).match(behind)
    called = _CALLED_BEFORE.search(before)
    for rest in rests:
        if beside is None or not behind.startswith(rest, beside.end()):
            continue
        stop = beside.end() + len(rest)
        if len(word) > 1 < len(rest) and not in_words:  # two and two characters do not meet by chance
            return stop
        end, glued = behind[stop : stop + 1], stop == len(rest)
        ends_there = not end.isalnum() if glued else not _goes_on(end, in_words=in_words)
        starts_there = not begun or (called if glued else len(word) > 1)
        if ends_there and starts_there and len(word) + len(rest) > _MIN_TURNED_LENGTH:
            return stop
    surely = called and (not goes_on or behind[0] in "姓字" or (called["surely"] and len(word) > 1))
    return 0 if surely or _CALLED_BEHIND.match(behind) else None


def _goes_on(char: str, *, in_words: bool) -> bool:
    """Whether the word or the row of Chinese characters in which a part of a name stands goes on with a character beside it."""
    if not char.isalnum():
        return False
    return not is_han(char) if in_words else not char.isascii()


_PLAIN_HAN = lazy_re("[一-鿿]+")
_USUAL_BEHIND = re.compile(rf"[\x00-\x7f一-鿿{_USUAL_SIGNS}]|$")
"""The end of a text, or a character that is no accent of the one before it."""


def _places_outside(places: list[tuple[int, int]], name: str, text: str) -> list[tuple[int, int]]:
    """The places that lie in no stretch where a name stands letter by letter as it is written."""
    found = [at for at in places_of(name, text) if is_whole_words(text, at, at + len(name))]
    # Of the places of one name, the one that begins last before a stretch reaches farthest.
    nearest = [bisect_right(found, start) - 1 for start, _ in places]
    return [
        (start, stop)
        for (start, stop), i in zip(places, nearest, strict=True)
        if i < 0 or stop > found[i] + len(name)
    ]


_MAX_LENGTH = 100
_FEW_STRINGS = 16


def _firsts_in(firsts: Set[str], text: str) -> Iterable[str]:
    """The characters to look for in a text: all if they are few, otherwise only those that stand in it."""
    return firsts if len(firsts) <= _FEW_STRINGS else firsts & set(text)


class _StringSet:
    """Finds strings together; the cost of many depends on their length, and not on how many there are."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = frozenset(strings)

    @lazy_property
    def _lengths(self) -> dict[str, list[int]]:
        """The lengths of the strings that begin with each character, the longest first."""
        lengths = defaultdict[str, set[int]](set)
        for one in self._strings:
            lengths[one[0]].add(len(one))
        return {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def stand_in(self, text: str) -> bool:
        """Whether any of the strings stands in a text."""
        if len(self._strings) <= _FEW_STRINGS:
            return any(map(text.__contains__, self._strings))
        return any(True for _ in self.find(text))

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """The places of each of the strings in a text, from left to right, the longest first."""
        if len(self._strings) <= _FEW_STRINGS:
            found = [(at, one) for one in self._strings if one in text for at in places_of(one, text)]
            yield from sorted(found, key=lambda place: (place[0], -len(place[1])))
        else:
            for at, first in enumerate(text):
                for length in self._lengths.get(first, ()):
                    if (one := text[at : at + length]) in self._strings and len(one) == length:
                        yield at, one


def _is_visible(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] != "M" and category != "Cf" and not (category == "Cn" and UNASSIGNED.match(char))


def _has_case(char: str) -> bool:
    return char.lower() != char.upper()
