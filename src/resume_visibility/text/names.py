"""People's names, however they are written: any width, case, accent or punctuation, spaced out, words joined, the surname
first or last (NAME-4).
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import TypeAlias, TypeVar

from ..model.arguments import expect_texts
from ..model.names import UNASSIGNED, normal, visible
from .fold import ODD, fold
from .patterns import later, places_of, table

_NO_LETTERS = re.compile("[\\W_\u02b9-\u02df\u02e5-\u02ff\u0640\u115f\u1160\u3164\uffa0]+")
"""Of what Unicode calls letters, apostrophes and other modifiers, the Arabic stroke, and four blanks are none."""
_NO_ASCII_LETTERS = {i: None for i in range(128) if not chr(i).isalnum()}
_BRACKETS = re.compile(r"\s*[()（）\[\]【】「」『』《》〈〉{}｛｝/／|｜]+\s*")
_WIDEST_GAP = 8
_RUN = re.compile(r"\s+|(.)\1*")
"""Blanks in a row are shown as one or as the gap of a column; other signs in a row are one line to the eye."""
_NEAR = 64
_TELLING = 7
"""So many letters in a row are the name even inside a longer word: LenaVasquezCV.pdf."""
_VARIANT = later(
    "(?:LATIN (?:SMALL|CAPITAL) LETTER|LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER"
    "|REGIONAL INDICATOR SYMBOL LETTER) (?:DOTLESS )?([A-Z])(?: WITH .*)?"
)
"""How Unicode names a letter that compatibility does not take apart: ł, ø, đ, ı, ʟ, 🅛."""
_TABLE = table("alphabet")
_SPELLED_OUT = str.maketrans(_TABLE["spelled_out"])
"""What stands for a letter that a keyboard lacks, where it is not simply left bare."""
_MOST_WORDS = 6

Words: TypeAlias = tuple[str, ...]
"""Of a name, folded, in the order in which they stand."""


def is_han(letter: str) -> bool:
    """Whether a letter is a Chinese character. Python takes long to compile a pattern of so many."""
    return "㐀" <= letter <= "鿿" or letter == "〇" or "豈" <= letter <= "\ufaff" or letter >= "\U00020000"


def orders_of(name: str) -> tuple[Words, ...]:
    """Every order and spelling in which a name is looked for; none where it has no letter.

    Args:
        name: whole; "张三(Sam)" is 张三 and Sam, too.
    """
    if _PLAIN_HAN.fullmatch(name):
        return ((in_one_script(name),),)
    names = {*_names_in(normal("NFKC", name))}  # ㍿ is no letter, but reads as four
    if not name.isascii():
        names |= {normal("NFC", one).casefold().translate(_SPELLED_OUT) for one in names}
    return tuple(sorted({order for one in names for order in _turned(one, folded)}))


def _names_in(name: str) -> Iterator[str]:
    """A name, and those that brackets and strokes part it into."""
    yield name
    first, *others = _BRACKETS.split(name)
    yield first
    yield from (one for one in others[:_MOST_BRACKETS] if len(folded(one)) > 1)


_MOST_BRACKETS = 8


def in_one_script(text: str) -> str:
    """A text in which one character stands for all that are written for it in simplified and in traditional writing: each is read
    as it, whichever of them the writer chose.
    """
    return _written_in(_script(), text)


def _written_in(script: Mapping[str, str], text: str) -> str:
    """A text with each character replaced by the one that stands for it, if any does."""
    if text.isascii() or script.keys().isdisjoint(text):
        return text
    return "".join([script.get(char, char) for char in text])


@cache
def _script() -> dict[str, str]:
    return dict(zip(_TABLE["traditional"], _TABLE["simplified"], strict=True))


def shapes_of(char: str) -> str:
    """The character that stands for all that are written for it, and those."""
    char = _script().get(char, char)
    return _shapes().get(char, char)


@cache
def _shapes() -> dict[str, str]:
    shapes: dict[str, str] = {}
    for old, new in _script().items():
        shapes[new] = shapes.get(new, new) + old
    return shapes


def in_stream(stream: str) -> str:
    """A folded text in one script; each of its characters in its place."""
    return _written_in(_script_of_streams(), stream)


@cache
def _script_of_streams() -> dict[str, str]:
    # Of 陸 and 陆 one alone may be folded, to 六.
    script = dict(zip(_script(), fold("".join(_script().values())), strict=True))
    return {char: plain for char, plain in script.items() if char != plain}


def first_of(name: str) -> str:
    """A name without another in brackets or after a slash."""
    return _BRACKETS.split(name)[0]


def _turned(name: str, fold_word: Callable[[str], str]) -> Iterator[Words]:
    """The words of a name, folded, in the orders that people write them in."""
    words = tuple(found for word in _NO_LETTERS.split(name) if (found := fold_word(word)))
    # Of a name of very many words only its ends are turned.
    for first in range(len(words)) if len(words) <= _MOST_WORDS else (0, 1, -1):
        yield (*words[first:], *words[:first])


def folded(text: str) -> str:
    """The letters and digits alone, without case, width, accents and strokes, in one script."""
    if text.isascii():
        return text.lower().translate(_NO_ASCII_LETTERS)
    if ODD.search(text) is None:
        return letters_in(text.lower())
    plain = normal("NFKD", normal("NFKD", text).casefold())
    if ODD.search(plain) is None:
        return letters_in(plain)
    pattern, bare = _bare()
    return letters_in(pattern.sub(lambda found: bare[found[0]], plain))


def letters_in(stream: str) -> str:
    """The letters and digits alone of a folded text, in one script."""
    return in_one_script(_NO_LETTERS.sub("", stream))


@cache
def _bare() -> tuple[re.Pattern[str], dict[str, str]]:
    """The letters that are folded by their name in Unicode, and what to."""
    bare: dict[str, str] = _TABLE["digraphs"] | _TABLE["radicals"]
    for first, last in _TABLE["folding"]:
        for char in map(chr, range(first, last + 1)):
            named = _VARIANT.fullmatch(unicodedata.name(char, ""))
            if named and not char.isascii() and unicodedata.normalize("NFKD", char) == char:
                bare[char.casefold()] = named[1].lower()
    return re.compile(f"[{''.join(bare)}]"), bare


# The usual characters, each as it is folded.
_USUAL_SIGNS = "·—‘’“”…、。《》「」『』【】！（），：；？～"
_USUAL = {char: folded(char) for char in map(chr, range(128))} | dict.fromkeys(_USUAL_SIGNS, "")


class Spelled:
    """A text by its letters, so that a name can be distinguished in it from letters that are met by chance.

    Args:
        text: as it was written.

    Attributes:
        letters: folded, one after the other.
    """

    __slots__ = ("_gaps", "_lines", "_origins", "_text", "_wide", "letters")

    def __init__(self, text: str) -> None:
        script = _script()
        letters_of = {
            char: _USUAL[char]
            if char in _USUAL
            else script.get(char, char)
            if "一" <= char <= "鿿"
            else folded(char)
            for char in set(text)
        }
        found = [(letter, i) for i, char in enumerate(text) for letter in letters_of[char]]
        self._text = text
        self._origins = [i for _, i in found]
        parted = [
            (at, "".join(filter(_seen, text[one + 1 : two])))
            for at, (one, two) in enumerate(pairwise(self._origins))
            if two > one + 1
        ]
        # Behind which letters something stands, so that no stretch has to be counted again for each name.
        self._gaps = [at for at, gap in parted if gap]
        self._wide = [at for at, gap in parted if len(_RUN.findall(gap)) > _WIDEST_GAP]
        self._lines = [at for at, gap in parted if "\n" in gap]
        self.letters = "".join(letter for letter, _ in found)

    def place(self, at: int, length: int) -> tuple[int, int]:
        """From where to where so many letters are written, with the accents of the last."""
        start, stop = self._origins[at], self._origins[at + length - 1] + 1
        while stop < len(self._text) and unicodedata.category(self._text[stop])[0] == "M":
            stop += 1
        return start, stop

    def is_name(self, at: int, whole: str, ends: Collection[int]) -> bool:
        """Whether letters that spell a name are written as one.

        Args:
            at: the first of them.
            whole: the letters.
            ends: after how many of them a word of the name is at an end.
        """
        last = at + len(whole) - 1
        between = [at + end - 1 for end in ends if end < len(whole)]  # words
        if self._within(self._wide, at, last, []):
            return False
        if any(map(is_han, whole)) or not any(map(_cased, whole)):
            return self._within(self._lines, at, last, between) == 0
        spaced = self._within(self._gaps, at, last, between)
        if len(whole) >= _TELLING and not spaced:
            return True
        if self._in_word(at, len(whole)):
            return False
        written = len({*self._origins[at : last + 1]})  # of ß, both letters are written as one
        if spaced in (0, written - 1 - len(between)):  # all of it is spelled out, L e n a
            return True
        return len(whole) >= _TELLING and not self._is_of_words(at, whole, ends)

    def _is_of_words(self, at: int, whole: str, ends: Collection[int]) -> bool:
        """Whether letters that are parted inside a word of the name may be ordinary words: for Isa Baker, is a baker."""
        last = at + len(whole) - 1
        gaps = self._gaps[bisect_left(self._gaps, at) : bisect_left(self._gaps, last)]
        between = {end for end in ends if end < len(whole)}
        parted = {gap + 1 - at for gap in gaps}
        parted |= {end for end in between if self._turns(self._origins[at + end - 1])}
        pieces, own = (
            [whole[start:stop] for start, stop in pairwise((0, *sorted(stops), len(whole)))]
            for stops in (parted, between)
        )
        unknown = [piece for piece in pieces if piece not in own and not _is_word(piece)]
        # Where a word of the name ends inside a piece, one of those may be a word that is in no list: for Lea Stone, least one.
        return len(unknown) <= (not parted >= between)

    @staticmethod
    def _within(gaps: list[int], first: int, last: int, between: list[int]) -> int:
        """How many gaps are between the letters of words, and not between the words."""
        return sum(at not in between for at in gaps[bisect_left(gaps, first) : bisect_left(gaps, last)])

    def _in_word(self, at: int, length: int) -> bool:
        """Whether a letter stands right before or after; scripts without case put no spaces between words, and where a
        capital follows a small letter, another word begins.
        """
        start, stop = self._origins[at], self._origins[at + length - 1] + 1
        before, after = beside(self._text, start, stop)
        return (before and not self._turns(start - 1)) or (after and not self._turns(stop - 1))

    def _turns(self, at: int) -> bool:
        return self._text[at].islower() and self._text[at + 1].isupper()


def _is_word(letters: str) -> bool:
    """Whether some letters are a word of the language."""
    from .judgement import LITTLE, is_known  # which few texts need

    return letters in LITTLE or is_known(letters)


def beside(text: str, start: int, stop: int) -> tuple[bool, bool]:
    """Whether a letter that has a case stands right before a stretch of a text, and right after it."""
    before, after = text[max(start - _NEAR, 0) : start], text[stop : stop + _NEAR]
    return _cased(next(filter(_seen, reversed(before)), "")), _cased(next(filter(_seen, after), ""))


def stands(text: str, start: int, stop: int) -> bool:
    """Whether a stretch of a text neither begins nor ends inside a word."""
    before, after = beside(text, start, stop)
    return not ((before and _cased(text[start])) or (after and _cased(text[stop - 1])))


def ends_of(words: Words) -> frozenset[int]:
    """After how many letters a word of a name is at an end."""
    return frozenset(accumulate(map(len, words)))


class Names:
    """The names of some people, to be found in one look: what that costs depends on the length of the text and of the
    longest name, and not on how many there are.

    Args:
        names: of whom; of one longer than a hundred letters, its beginning is looked for.
        shown: names that are granted: where one of them is written out, what is a part of it stays.
        whole: whether a name that begins or ends inside a word stays as well.

    Raises:
        TypeError: `names` or `shown` is a text, or holds what is not a text.
    """

    __slots__ = ("_ends", "_firsts", "_names", "_parts", "_shown", "_signs", "_whole", "_words")

    def __init__(self, names: Iterable[str], shown: tuple[str, ...] = (), *, whole: bool = False) -> None:
        names, shown = expect_texts("names", names), expect_texts("shown", shown)
        ends, signs = defaultdict[str, set[int]](set), set[str]()
        parts: list[tuple[str, str]] = []
        called: list[tuple[str, str]] = []
        for full in filter(None, map(visible, names)):
            orders = orders_of(full)
            for order in orders:
                ends["".join(order)[:_LONGEST]] |= ends_of(order)
                parts += parts_of(order)
            called += _parts_in_stream(full)
            if not orders:  # a name without a letter
                signs.add(full[:_LONGEST])
        self._ends, self._shown, self._whole = dict(ends), shown, whole
        self._names, self._signs = _Sought(ends), _Sought(signs)
        self._words = _by_first(word for word, _ in parts)
        rests: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for word, rest in (*((in_stream(word), in_stream(rest)) for word, rest in parts), *called):
            rests[word][rest] = None
        self._parts = _by_first((word, tuple(some)) for word, some in rests.items())
        self._firsts = frozenset(
            char for one in (*ends, *signs) for char in (*shapes_of(one[0]), one[0].upper())
        )

    @property
    def spellings(self) -> Collection[str]:
        """The letters of each, in each order."""
        return self._ends.keys()

    def __bool__(self) -> bool:
        return bool(self._ends) or self._signs.any

    def beginnings_in(self, text: str) -> Iterator[int]:
        """Where a name may begin in a text, unless what is odd in it folds to one."""
        if len(self._firsts) <= _FEW:
            for first in self._firsts:
                yield from places_of(first, text)
        else:
            yield from (at for at, char in enumerate(text) if char in self._firsts)
        # The other parts begin like one of the orders.
        for word in _of_those_in(self._words, text, in_one_script) if not text.isascii() else ():
            for first in shapes_of(word[0]) if not word.isascii() else ():
                yield from (
                    at
                    for at in places_of(first, text)
                    if text.startswith(word, at) or in_one_script(text[at : at + len(word)]) == word
                )

    def may_begin_in(self, text: str) -> bool:
        """Whether a name may begin in a text, or anything odd in it may fold to the beginning of one."""
        if text.isascii():  # nothing is odd in it that folds to a letter
            return not self._firsts.isdisjoint(text)
        return next(self.beginnings_in(text), None) is not None or any(map(folded, {*ODD.findall(text)}))

    def may_stand_in(self, text: str) -> bool:
        """Whether the letters of a name stand in a text, be it by chance."""
        if not self.may_begin_in(text):
            return False
        if self._signs.stand_in(text) or self._names.stand_in(text):
            return True
        letters = folded(text)
        return self._names.stand_in(letters) or any(
            word in letters for word in _of_those_in(self._words, letters)
        )

    def called_in(self, stream: str) -> Iterator[tuple[int, int]]:
        """Where a part of a name is called a name in a folded text, or stands beside the rest of it in other than the usual ways."""
        stream = in_stream(stream)
        for word, rests in _of_those_in(self._parts, stream):
            for at in places_of(word, stream) if word in stream else ():
                end = at + len(word)
                stop = _reach_of(word, rests, stream[max(0, at - _CALL) : at], stream[end : end + _CALL])
                if stop is not None:
                    yield at, end + stop

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where they stand in a text, as it is written."""
        if not self.may_begin_in(text):
            return []
        places = [(at, at + len(sign)) for at, sign in self._signs.in_(text)]
        letters = folded(text)
        if self._names.stand_in(letters):
            places += self._plainly(text, letters) or self._spelled(text)
        if self._whole:
            places = [place for place in places if stands(text, *place)]
        for name in self._shown if places else ():
            places = _outside(places, name, text)
        return places

    def _plainly(self, text: str, letters: str) -> list[tuple[int, int]]:
        """Where the only name that is looked for stands, if every time it is written in Chinese with nothing between; else nothing."""
        if len(self._ends) > 1 or self._signs.any:
            return []
        (whole,) = self._ends
        places = [(at, at + len(whole)) for at in places_of(whole, text)]
        plain = _PLAIN_HAN.fullmatch(whole) and letters.count(whole) == len(places)
        return places if plain and all(_USUAL_BEHIND.match(text, stop) for _, stop in places) else []

    def _spelled(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand, letter by letter."""
        spelled, last = Spelled(text), -1
        for at, whole in self._names.in_(spelled.letters):
            if at > last and spelled.is_name(at, whole, self._ends[whole]):
                yield spelled.place(at, len(whole))
                last = at


_T = TypeVar("_T", str, tuple[str, tuple[str, ...]])


def _by_first(parts: Iterable[_T]) -> dict[str, list[_T]]:
    """Parts of names, by the first character of each."""
    found: defaultdict[str, list[_T]] = defaultdict(list)
    for part in dict.fromkeys(parts):
        found[part[0][0]].append(part)
    return dict(found)


def _of_those_in(
    parts: Mapping[str, Sequence[_T]], text: str, read: Callable[[str], str] = str
) -> Iterator[_T]:
    """Those parts that may stand in a text, as it is read; of very many names few do."""
    firsts = parts.keys()
    for first in firsts if len(firsts) <= _FEW else sorted(firsts & set(read(text))):
        yield from parts[first]


def _parts_in_stream(name: str) -> Iterator[tuple[str, str]]:
    """The parts of a name as a folded text has them: its letters may be folded to others than those of names are."""
    for one in _names_in(normal("NFKC", name)) if not name.isascii() else ():
        for order in _turned(one, lambda word: in_stream(fold(word))):
            yield from parts_of(order)


def parts_of(words: Words) -> Iterator[tuple[str, str]]:
    """A part of a name by which alone somebody may be called, and the rest: the first of its words, or what follows a surname."""
    if 1 < len(words) <= _MOST_WORDS:
        yield words[0], " ".join(words[1:])
    elif all(map(is_han, words[0])) and len(words[0]) <= _MOST_WORDS:
        # Of four characters two are the surname, and of three one or two.
        sizes = (1, 2)[len(words[0]) > _LONGEST_SIMPLE :]
        yield from ((words[0][size:], words[0][:size]) for size in sizes if size < len(words[0]))


_LONGEST_SIMPLE = 3
_CALL = 24
_CALLED = later(
    r"(?:(?P<surely>我叫|[叫喊称]我)|(?:(?<![^\W_])|姓|姓\W{0,3}[一-鿿]{1,2}\W{0,3})名字?|[单双本真大文签署]名|名[叫字]"
    r"|(?<!是)我是|本人|(?:申请|自荐|应聘|求职)[人者]|敬礼|此致"
    r"|(?<![a-z])(?:(?:first|given|fore|middle|last|family|sur|full|real|legal)[\W_]?names?|call me|i am|i\Wm|this is"
    r"|(?:regards|sincerely|yours|truly|faithfully|best|cheers|thanks)(?=[,\n]))"
    r"|(?:(?<![a-z])(?<![a-z]\s)|my\s)name(?=\W*(?:is|:|：)))(?:一个|[是为叫]|\W{0,2}is)?(?:\s++|[\W_]){0,4}$"
)
_LETTERS_THAT_CALL = tuple(
    call + going_on
    for call in (
        *("我叫", "名叫", "叫我", "喊我", "称我", "名", "名字", "我是", "本人", "敬礼", "此致"),
        *(who + one for who in ("申请", "自荐", "应聘", "求职") for one in "人者"),
        *(
            "name",
            "names",
            "callme",
            "iam",
            "im",
            "thisis",
            "regards",
            "sincerely",
            "yours",
            "truly",
            "faithfully",
        ),
        *("best", "cheers", "thanks"),
    )
    for going_on in ("", "一个", "是", "为", "叫", "is")
)
_LETTERS_THAT_CALL_BEHIND = (
    *(one + on for one in "敬谨拜" for on in "上启呈"),
    *("我的名", "本名", "是我的名", "是本名", "ismyname"),
    *(
        my + one
        for my in ("", "ismy")
        for one in ("firstname", "givenname", "middlename", "lastname", "familyname", "surname")
    ),
)


def may_be_called(word: str, letters: str) -> bool:
    """Whether a part of a name may be called one, by the letters of a text alone.

    Args:
        word: the part.
        letters: of the text, folded.
    """
    return any(
        letters.endswith(_LETTERS_THAT_CALL, 0, at)
        or letters.startswith(_LETTERS_THAT_CALL_BEHIND, at + len(word))
        for at in places_of(word, letters)
    )


_CALLED_BEHIND = later(
    r"\W{0,3}(?:[敬谨拜]上|敬[启呈]|是?(?:我的|本)名|(?:is my )?(?:first|given|middle|last|family|sur)\W?name|is my name)"
)
_SHORTEST_TURNED = 2
_TURNED_HAN = re.compile(r"(?:[^\S\n]++|[·・•.,，/\-]){0,3}")
_MIDDLE = later(r"\s+(?:[a-z]\.?|[\"'(“（][^\W\d]{1,12}[\"')”）])\s+")


def _reach_of(word: str, rests: Iterable[str], before: str, behind: str) -> int | None:
    """How much of what stands behind a part of a name belongs to it as well; None where nothing says that it is one.

    Args:
        word: the part.
        rests: of the names of which it is a part.
        before: what stands before the part in a folded text.
        behind: what stands behind it.
    """
    in_words = not any(map(is_han, word))
    begun, goes_on = (_goes_on(char, in_words=in_words) for char in (before[-1:], behind[:1]))
    if in_words and (begun or goes_on):
        return None
    beside = (_MIDDLE if in_words else _TURNED_HAN).match(behind)
    called = _CALLED.search(before)
    for rest in rests:
        if beside is None or not behind.startswith(rest, beside.end()):
            continue
        stop = beside.end() + len(rest)
        if len(word) > 1 < len(rest) and not in_words:  # two and two are met by no chance
            return stop
        end, glued = behind[stop : stop + 1], stop == len(rest)
        apart = not end.isalnum() if glued else not _goes_on(end, in_words=in_words)
        led = not begun or (called if glued else len(word) > 1)
        if apart and led and len(word) + len(rest) > _SHORTEST_TURNED:
            return stop
    surely = called and (not goes_on or behind[0] in "姓字" or (called["surely"] and len(word) > 1))
    return 0 if surely or _CALLED_BEHIND.match(behind) else None


def _goes_on(char: str, *, in_words: bool) -> bool:
    """Whether what stands beside a part of a name is a letter of the same word, or of as many Chinese characters."""
    if not char.isalnum():
        return False
    return not is_han(char) if in_words else not char.isascii()


_PLAIN_HAN = later("[一-鿿]+")
_USUAL_BEHIND = re.compile(rf"[\x00-\x7f一-鿿{_USUAL_SIGNS}]|$")
"""What is no accent of the character before it."""


def _outside(places: list[tuple[int, int]], name: str, text: str) -> list[tuple[int, int]]:
    """Those of some places that are no part of a name, letter by letter as it is written."""
    found = [at for at in places_of(name, text) if stands(text, at, at + len(name))]
    # Of the places of one name, that which begins last before a stretch reaches farthest.
    nearest = [bisect_right(found, start) - 1 for start, _ in places]
    return [
        (start, stop)
        for (start, stop), i in zip(places, nearest, strict=True)
        if i < 0 or stop > found[i] + len(name)
    ]


_LONGEST = 100
_FEW = 16


class _Sought:
    """Strings to be looked for together, by their first character and their length, the longest first."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = frozenset(strings)

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        lengths = defaultdict[str, set[int]](set)
        for one in self._strings:
            lengths[one[0]].add(len(one))
        return {first: sorted(found, reverse=True) for first, found in lengths.items()}

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self._strings)

    def stand_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        if len(self._strings) <= _FEW:
            return any(map(text.__contains__, self._strings))
        return any(True for _ in self.in_(text))

    def in_(self, text: str) -> Iterator[tuple[int, str]]:
        """Where each of them stands in a text."""
        if not self._strings or self._lengths.keys().isdisjoint(text):
            return
        for at, first in enumerate(text):
            for length in self._lengths.get(first, ()):
                if (one := text[at : at + length]) in self._strings and len(one) == length:
                    yield at, one


def _seen(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] != "M" and category != "Cf" and not (category == "Cn" and UNASSIGNED.match(char))


def _cased(char: str) -> bool:
    return char.lower() != char.upper()
