"""Finds the groups of digits in a folded text, and says what stands between two groups."""

import re
from enum import IntEnum
from typing import NamedTuple

from .patterns import HAN_DIGITS, SIGNS, any_of, choice, choice_rest, lazy_re, silent, table

_TABLE = table("numbers")


class Gap(IntEnum):
    """What stands between two groups of digits; the higher, the less the two belong together."""

    __hash__ = int.__hash__  # in C rather than Python
    NONE = 0
    SIGNS = 1
    LINK = 2
    WALL = 3


_N = rf"(?:[0-9]{{1,2}}|[{HAN_DIGITS}两])"
_POSITION = "(?:位|段|组|串|截|节|半|部分|个(?:数字?|号|字|是|为))"
_JOINS = sorted((*_TABLE["joins"].split(), *map(re.escape, _TABLE["joins_latin"])), key=len, reverse=True)
_INDEX = "[ -](?:one|two|three|four|five|six|seven|eight|[1-8])"
# Words that lead from one part of a number to the next. Few words of a text begin like them; `choice` groups them by first character.
_LINKING = (*(f"{word}{_INDEX}" for word in ("first", "last", "next", "middle", "final", "other")), *_JOINS)
_LINK = lazy_re(
    rf"[{SIGNS}\n]*+(?P<words>(?:(?>[{SIGNS}\n]|(?=[{''.join(sorted({word[0] for word in _LINKING}))}]){choice(_LINKING)}"
    rf"|第{_N}(?:{_POSITION}|个)?(?:到第)?|{_N}(?:{_POSITION}|个)))+)?"
)
# Words by which the writer says that the number goes on.
_CONTINUATION_WORDS = (
    rf"最后 后面 [后末尾剩余]{_N}?[位段个半] [尾末结]尾 尾号 接着 "
    r"end(?:s|ing)?\x20(?:in|with) last\x20(?:four|[0-9]) followed\x20by"
)
_CONTINUATION = lazy_re(choice(_CONTINUATION_WORDS.split()))
_MAX_LINK_LENGTH = 32
BULLET = re.compile(r"\n\s*[-*•·▪●◆■–—]\s")
"""The start of an item of a list: a number of the item before does not go on there."""


def gap_between(stream: str, end: int, start: int) -> tuple[Gap, str]:
    """Return what kind of gap is between two groups, and its text."""
    if end == start:
        return Gap.NONE, ""
    if start - end > _MAX_LINK_LENGTH:
        return Gap.WALL, ""
    between = stream[end:start]
    if "\n" in between and BULLET.search(between):
        return Gap.WALL, ""
    if (link := _LINK.fullmatch(between)) is not None and link["words"] is None:
        return Gap.SIGNS, between
    return (Gap.WALL if link is None and _CONTINUATION.search(between) is None else Gap.LINK), between


TO_ASCII = str.maketrans(HAN_DIGITS + "oilzsbgq", "00123456789" + "01125869")


class Form(IntEnum):
    """How digits are written; the higher, the less they look like digits."""

    __hash__ = int.__hash__
    DIGITS = 0
    HAN = 1
    WORDS = 2
    ALIKE = 3


@silent
class Group(NamedTuple):
    """Digits that stand together, turned into ASCII digits, and the gap before them."""

    start: int
    end: int
    digits: str
    form: Form
    gap: Gap
    between: str
    is_count: bool = False
    """Whether the digits count places: 后4位."""


_WORDS: dict[str, str] = _TABLE["digit_words"]
_TENS: dict[str, str] = _TABLE["tens"]
_PLURALS: dict[str, str] = _TABLE["plurals"]
_MULTIPLIERS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "双": 2, "两": 2}

_WORD = any_of(_WORDS)
_TEN = any_of(_TENS)
_PLURAL = any_of(_PLURALS)
_PINYIN = any_of(_TABLE["pinyin"].split())
_ONE_TO_NINE = "one|two|three|four|five|six|seven|eight|nine"
_H = HAN_DIGITS
_WORD_END = r"(?![a-z])"
_ZEROS = "[个连][〇零0洞]"

_LOOK_ALIKE = rf"[0-9oilzsbgq]*+(?!(?!{_ONE_TO_NINE}|zero)[a-z])"
_WHOLE_NUMBER_BEFORE = "(?:(?<=[0-9]{11})|(?<=[ .-][0-9]{4}[ .-][0-9]{4})|(?<=[0-9]{3}-[0-9]{8}))"
"""The place right behind a whole number: QQ there is the next label, and no pair of nines."""
_NO_COUNTER = "(?![个百千万年月天家次名位])"

# Every alternative starts behind the first character, which has been read; see `choice_rest`. Digits, Chinese numerals and
# letters have alternatives of their own. A group name may be used once, so the second one of a kind ends in an underscore.
_GROUPS = lazy_re(
    rf"[0-9{_H}双两十百千oilzsbgqtefnuwjlydqfm](?<![a-z][a-z])(?:"
    r"(?<=[0-9])(?:"
    # A number of places or a position, not digits of a number: 后4位, 第4.
    rf"(?P<places>(?<=第.)(?![0-9])|(?<![0-9{_H}].)[0-9]?{_POSITION})"
    rf"|(?P<counted>(?<=[2-8])(?:(?<![0-9{_H}].)[个连][{_H}0-9](?![{_H}0-9十百千万])|(?<![0-9][0-9]){_ZEROS}(?![十百千万点.]))"
    r"|(?<=0)(?:一?共|总共|有|整整)[三四五3-5]个)"
    rf"|(?P<plain>[0-9]*+(?!(?!{_WHOLE_NUMBER_BEFORE}qq)[oilzsbgq]*[0-9]|[oi]{2}|[oil](?![a-z])))"
    rf"|(?<![a-z].)(?P<alike>{_LOOK_ALIKE})"
    r"|(?P<rest>[0-9]*))"
    rf"|(?<=[{_H}双两十百千])(?:"
    rf"(?P<places_>(?<=第[{_H}])|(?<=[{_H}两])(?<![0-9{_H}].){_POSITION})"
    rf"|(?P<counted_>(?<=双)[{_H}0-9]|(?<=[两{_H}])(?:(?<![{_H}].)[个连][{_H}0-9](?![{_H}0-9十百千万])"
    rf"|{_ZEROS}(?![十百千万点.]))"
    r"|(?<=[〇零])(?:一?共|总共|有|整整)[三四五3-5]个)"
    # 两 between digits is a digit: 四三两一.
    rf"|(?P<pair>(?<=[{_H}]两){_NO_COUNTER})"
    rf"|(?P<placed>(?:(?<=[十百千])[{_H}十百千万亿]|(?<=[{_H}])[十百千万亿])[{_H}十百千万亿]*)"
    rf"|(?P<plain_>(?<=[{_H}])(?!{_ZEROS})(?:[{_H}](?!{_ZEROS}))*))"
    r"|(?<=[a-z])(?:"
    r"(?P<places__>(?:(?<=f)(?:irst|inal)|(?<=l)ast|(?<=n)ext|(?<=m)iddle|(?<=o)ther)[ -](?:one|two|three"
    r"|four|five|six|seven|eight|[1-8])(?![a-z0-9]))"
    rf"|(?P<times>(?:(?<=d)ouble|(?<=t)r(?:iple|eble)|(?<=q)uadruple)(?:[ -](?:{_WORD}|[0-9])|[0-9]){_WORD_END})"
    rf"|(?P<several>(?:(?<=t)(?:wo|hree)|(?<=f)(?:our|ive)|(?<=s)ix)[ -](?:double[ -])?(?:{_PLURAL}){_WORD_END})"
    # This one test rules out most words.
    rf"|(?={choice_rest((*_WORDS, *_TENS, *_PINYIN.split('|')))})(?:"
    rf"(?P<tens>(?:{choice_rest(_TEN.split('|'))})(?:[ -]?(?:{_ONE_TO_NINE}))?{_WORD_END})"
    rf"|(?:{choice_rest(_PINYIN.split('|'))})(?:(?P<toned>(?:[1-5](?:{_PINYIN}))+[1-5]?{_WORD_END})|(?P<word>[1-5](?![0-9]){_WORD_END}))"
    rf"|(?:{choice_rest(_WORD.split('|'))})(?:(?P<thousand>[ -](?:thousand|hundred){_WORD_END})|(?P<word_>{_WORD_END})"
    rf"|(?P<words>(?:{_WORD}){{1,}}+{_WORD_END})))"
    rf"|(?<=[oilzsbgq])(?:(?<![ac-fhjkmnprt-y] .)|(?=[0-9oilzsbgq]))(?!(?<=\Wi)(?:['’][a-z]|\s[a-z]{{2}}))(?P<alike_>{_LOOK_ALIKE})))"
)

_VALUES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def digits_of_numeral(numeral: str) -> str:
    """The digits of a numeral with place values: 一百三十八 is 138, 八千 is 8000."""
    total = part = digit = 0
    for sign in numeral:
        value = _VALUES.get(sign, 0)
        if not value:
            digit = int(sign.translate(TO_ASCII))
        elif value < 10**4:
            part += (digit or 1) * value
            digit = 0
        else:
            total = (total + part + digit) * value if value == 10**8 else total + (part + digit) * value
            part = digit = 0
    return str(total + part + digit)


def _read_digits(kind: str, text: str) -> tuple[str, Form]:
    """The digits that a match stands for, and how they are written; no digits if it stands for none after all."""
    match kind:
        case "counted":
            if text[-1] == "个":
                return "0" * int(text[-2].translate(TO_ASCII)), Form.WORDS
            times = _MULTIPLIERS.get(text[0]) or int(text[0].translate(TO_ASCII))
            return text[-1].replace("洞", "0").translate(TO_ASCII) * times, Form.WORDS
        case "placed":
            # A longer numeral is an attack, and the time to turn it into a number would not be linear.
            return (digits_of_numeral(text) if len(text) <= 24 else ""), Form.WORDS
        case "pair":
            return "2", Form.WORDS
        case "times":
            how_often, word = re.split("[ -]|(?=[0-9])", text, maxsplit=1)
            return _WORDS.get(word, word) * _MULTIPLIERS[how_often], Form.WORDS
        case "several":
            how_many, *double, word = re.split("[ -]", text)
            return _PLURALS[word] * int(_WORDS[how_many]) * (2 if double else 1), Form.WORDS
        case "thousand":
            word, zeros = re.split("[ -]", text)
            return _WORDS[word] + ("000" if zeros == "thousand" else "00"), Form.WORDS
        case "tens":
            ten = next(name for name in _TENS if text.startswith(name))
            unit = text[len(ten) :].strip(" -")
            return _TENS[ten] + _WORDS.get(unit, "0"), Form.WORDS
        case "word":
            return _WORDS[text.rstrip("12345")], (Form.ALIKE if text == "o" else Form.WORDS)
        case "words" | "toned":
            return "".join(_WORDS[word] for word in re.findall(_WORD, text)), Form.WORDS
        case "alike" if not text.isdigit():
            known = any(letter.isdigit() for letter in text) or not text.strip("oil")
            return (text.translate(TO_ASCII) if known else ""), Form.ALIKE
        case _:
            return text, Form.DIGITS


YEAR = r"(?:19|20)[0-9]{2}"
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12][0-9]|0?[1-9])"
_PARTED_DATE = rf"(?:{YEAR}[-./年]{_MONTH}(?:[-./月]{_DAY})?|{_MONTH}[-./]{YEAR})"
_BARE_DATE = rf"{YEAR}(?:0[1-9]|1[0-2])(?:[0-3][0-9])?"
DATE = rf"(?:{_PARTED_DATE}|{_BARE_DATE})"
_BYTE = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
_HOUR = "(?:2[0-4]|[01]?[0-9])[:：][0-5][0-9]"
CLOCK = rf"{_HOUR}(?:\s?[-~–—至到]{{1,2}}\s?{_HOUR})?"
"""A time of day, or two with a dash between them."""
QUAD = rf"{_BYTE}(?:\.{_BYTE}){{3}}(?:/[0-9]{{1,2}}|:[0-9]{{2,5}})?"
"""An IP address, perhaps with the length of a prefix or a port."""
THOUSANDS = r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?"
_DASH = r"\s?[-~–—至到]{1,2}\s?"
# Dates, IP addresses and amounts: digits beside one belong to another number.
_OWN_FIGURE = lazy_re(
    rf"(?<![0-9])(?<![0-9{_H}][./-])(?:{_PARTED_DATE}(?:{_DASH}{_PARTED_DATE})?|{_BARE_DATE}{_DASH}{_BARE_DATE}|{QUAD}"
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?)(?![0-9]|[./-][0-9])"
)
_WORD_BEFORE = re.compile("(?![il]?o+[0-9])[oilzsbgq]{3,}(?=[0-9]+(?![oilzsbgq]))")
"""A word with figures behind it: iso9001. Whoever writes letters for digits mixes them with digits."""
_COUNT = lazy_re(f"[0-9{_H}]+")


_MAY_HOLD_DIGITS = lazy_re(
    rf"[^a-z](?:(?<=[0-9])|[a-z]?(?:(?:{choice((*_WORDS, *_TENS))}|[oilzsbgq])+{_WORD_END}|[oilzsbgq]+(?:{_ONE_TO_NINE}|zero)))"
)


def may_hold_digits(latin: str) -> bool:
    """Whether a folded text of plain Latin characters may hold a group of digits; a quick test."""
    return _MAY_HOLD_DIGITS.search(f" {latin}") is not None


def groups_of(stream: str, begin: int = 0, end_at: int | None = None, *, counts: bool = False) -> list[Group]:
    """All groups of digits in a folded text or in a stretch of it, in order; with `counts`, also the digits that count places."""
    groups: list[Group] = []
    last = figure_end = -1
    for match in _GROUPS.finditer(stream, begin, len(stream) if end_at is None else end_at):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "plain":
            digits, form = match[0], Form.DIGITS
        elif kind == "plain_":
            digits, form = match[0].translate(TO_ASCII), Form.HAN
        elif kind[:6] == "places":
            count = _COUNT.match(match[0]) if counts else None
            if count is None:
                continue
            end = start + count.end()
            digits = count[0].translate(TO_ASCII)
            form = Form.DIGITS if count[0].isascii() else Form.HAN
        else:
            word = _WORD_BEFORE.match(stream, start, end)
            start = start if word is None else word.end()
            digits, form = _read_digits(kind.rstrip("_"), stream[start:end])
            if not digits:
                continue
        gap, between = gap_between(stream, last, start) if last >= 0 else (Gap.WALL, "")
        if last <= figure_end <= start:
            gap = Gap.WALL
        if form is Form.DIGITS and start >= figure_end and (figure := _OWN_FIGURE.match(stream, start)):
            figure_end, gap = figure.end(), Gap.WALL
        # Faster than to call `Group`, whose constructor runs in Python.
        groups.append(tuple.__new__(Group, (start, end, digits, form, gap, between, kind[:6] == "places")))
        last = end
    return groups
