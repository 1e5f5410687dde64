"""Telephone and identity numbers of a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from . import context, plans
from . import windows as identity
from . import windows as judging
from .digits import Form, Gap, Group, Groups
from .kinds import Finding, Kind
from .patterns import HAN_DIGITS, SIGN, SIGNS, SOUNDS, first_and_rest, later, led
from .windows import Window

_PHONE = (Kind.PHONE,)
_IDENTITY = (Kind.NATIONAL_ID,)
_LONGEST = 18
_LONGEST_NAMED = 15
_SHORTEST = 7


_EXTENSION = re.compile(
    r"[^\w\n]{0,3}(?:转接?|分机号?|内线|extension|extn?|x(?=\W?[0-9])|#)[^\w\n]{0,3}(?:[号为是][^\w\n]{0,2})?"
    rf"[0-9{HAN_DIGITS}](?:[ -]?[0-9{HAN_DIGITS}]){{0,7}}(?![0-9])[)）]?"
)


def end_with_extension(stream: str, end: int) -> int:
    """Where a telephone number ends in a folded text, with the extension that is called so behind it (PHONE-2)."""
    behind = _EXTENSION.match(stream, end)
    return behind.end() if behind else end


class _Read(NamedTuple):
    finding: Finding
    after: int


def numbers_in(stream: str, grouped: Iterable[Groups]) -> list[Finding]:
    """All numbers in stretches of a text, given with the groups of digits in them, that give a person away."""
    findings: list[Finding] = []
    for groups in grouped:
        begin, end = groups.begin, groups.end
        findings += _among(stream, groups.of_numbers)
        findings += [
            Finding(*match.span(), _PHONE, "characters that sound like a number")
            for match in _SOUNDING.finditer(stream, begin, end)
            if _sounds(match[0])
        ]
        findings += [
            Finding(*match.span(), _PHONE, "a masked number")
            for match in _MASKED.finditer(stream, begin, end)
        ]
        if "!" in stream:
            findings += [
                Finding(*match.span(), _PHONE, "a number on shifted keys")
                for match in _SHIFTED.finditer(stream, begin, end)
            ]
        findings += [
            Finding(*match.span("number"), _IDENTITY, "a document")
            for match in _DOCUMENT.finditer(stream, begin, end)
        ]
    # A telephone does not work without its extension, and nothing else does with it.
    return [
        one._replace(end=end_with_extension(stream, one.end)) if Kind.PHONE in one.tags else one
        for one in findings
    ]


def _among(stream: str, groups: Sequence[Group]) -> Iterator[Finding]:
    first = 0
    while first < len(groups):
        stop = first + 1
        total = len(groups[first].digits)
        while stop < len(groups) and groups[stop].gap is not Gap.WALL:
            total += len(groups[stop].digits)
            stop += 1
        if total >= _SHORTEST:
            yield from _of_chain(stream, groups, first, stop)
        first = stop


_SOUND = f"0-9{HAN_DIGITS}{SOUNDS}"
_PARTED = f"{SIGN}{{1,2}}"
# Eleven characters in a row that are or sound like the digits of a mobile number; at least four of them are digits.
_SOUNDING = later(
    rf"[1一么妖腰要吆依衣医伊](?<![0-9].)(?:"
    rf"(?=[3-9三四五六七八九{SOUNDS}])[{_SOUND}]{{2}}{SIGN}{{0,3}}[{_SOUND}]{{4}}{SIGN}{{0,3}}[{_SOUND}]{{4}}"
    rf"|({_PARTED})[3-9三四五六七八九{SOUNDS}](?:\1[{_SOUND}]){{9}})(?![0-9{HAN_DIGITS}])"
)


def _sounds(written: str) -> bool:
    if written.isascii():
        return False
    sounding = sum(letter in SOUNDS for letter in written)
    guessed = sum(letter in SOUNDS and letter not in _RADIO for letter in written)
    return sounding > 0 and guessed <= 7


# What digits are called on the radio: these stand for nothing else.
_RADIO = frozenset("洞两拐勾")


# A mobile number as the signs on its keys.
_SHIFTED = re.compile(r"!(?<![!@#$%^&*()].)[#$%^&*(][!@#$%^&*()]{9}(?![!@#$%^&*()])")

# Seven of the eleven digits are most of them, and the middle often stands behind.
# Letters laced through all digits of a mobile number: 1a3b8c0d…
_MASKED = re.compile(
    r"1(?<![0-9].)(?:[a-z]{1,2}[3-9](?:[a-z]{1,2}[0-9]){9}(?![0-9])"
    r"|[3-9][0-9](?:[*·•#]{4}|x{4})[0-9]{4}(?![0-9])"
    r"(?:[^0-9a-z\n]{0,4}(?:中间|middle|xxxx)[^0-9\n]{0,12}[0-9]{4}(?![0-9]))?)"
)

# A passport or a permit, by its name: the number alone has no form of its own.
_DOCUMENT = re.compile(
    r"[护通台回居军香澳p](?:(?<=护)照|(?<=通)行证|(?<=台)胞证|(?<=回)乡证|(?<=居)[留住]证"
    r"|(?<=军)官证|(?<=[香澳])[港门]\W?身份证|(?<=p)assport)"
    r"(?:\W{0,3}(?:号码?|number|no|为|是|is)(?![a-z])){0,2}\W{0,3}(?P<number>[a-z]{0,2}[0-9]{6,9}(?![0-9])(?:\W?[(（]?[0-9a][)）])?)"
)


def _of_chain(stream: str, groups: Sequence[Group], first: int, stop: int) -> Iterator[Finding]:
    while first < stop:
        read = None
        if not _is_amidst(groups, first, stop):
            read = _abroad(stream, groups, first) or _at_home(stream, groups, first)
        if read is None:
            first += 1
        else:
            yield read.finding
            first = read.after


def _is_amidst(groups: Sequence[Group], at: int, stop: int) -> bool:
    """Whether one or two digits stand among others in such a way that no number starts there.

    One that does is parted evenly, and otherwise than from what stands before it, or stands behind a word.
    """
    group = groups[at]
    if len(group.digits) > 2 or group.gap is Gap.WALL or group.digits == "86" or "+" in group.between:
        return False
    if at + 2 >= stop:
        return True
    behind = groups[at + 1]
    if behind.gap is group.gap and behind.between == group.between:
        return True
    return group.gap is Gap.SIGNS and group.between.isascii() and groups[at + 2].between != behind.between


def _at_home(stream: str, groups: Sequence[Group], first: int) -> _Read | None:
    window = Window(stream, groups, first)
    # Another number's digits stand right before, so nothing but these digits alone can be one.
    alone = window.gap_before is Gap.NONE
    while (size := len(window.digits)) <= _LONGEST:
        if size >= 10 and (judging.is_telephone(window) or judging.is_reversed(window)):
            return _named_identity(stream, groups, first) or _read(stream, window, _PHONE, window.end)
        if size >= 17 and identity.is_identity_reversed(window):
            return _read(stream, window, _IDENTITY, window.end)
        if size >= 14 and (end := identity.identity_end(window)):
            return _read(stream, window, _IDENTITY, end)
        if alone or not window.grow():
            break
    if len(window.digits) < _SHORTEST:
        return None
    return _by_name(stream, groups, first) or _glued(groups, first)


def _named_identity(stream: str, groups: Sequence[Group], first: int) -> _Read | None:
    """An identity number, called so, of which the first digits alone could be a telephone's: 310-110-1993-0517-2842."""
    window = Window(stream, groups, first)
    if not window.named_identity:
        return None
    while len(window.digits) < 17 and window.grow():
        pass
    end = identity.identity_end(window) if len(window.digits) in (17, 18) else 0
    return _read(stream, window, _IDENTITY, end) if end else None


def _by_name(stream: str, groups: Sequence[Group], first: int) -> _Read | None:
    """The longest number that a word for telephone leads up to, or that is spelled out."""
    window = Window(stream, groups, first)
    alone = window.gap_before is Gap.NONE
    named = window.may_be_named and context.named_phone(stream, window.start)
    best: _Read | None = None
    while (size := len(window.digits)) <= _LONGEST_NAMED:
        if size >= _SHORTEST and (
            judging.is_spelled(window) or ((named or window.called_phone) and judging.is_named(window))
        ):
            best = _read(stream, window, _PHONE, window.end)
        if alone or not window.grow():
            break
    return best


def _read(stream: str, window: Window, kinds: tuple[Kind, ...], end: int, start: int | None = None) -> _Read:
    """What a window gives away, with the plus and the brackets that open it and close within."""
    start = window.start if start is None else start
    while start:
        opening = stream[start - 1]
        if opening != "+":
            closing = _BRACKETS.get(opening)
            written = stream[start:end]
            if closing is None or written.count(closing) <= written.count(opening):
                break
        start -= 1
    return _Read(Finding(start, end, kinds, "a number"), window.last + 1)


_BRACKETS = {"(": ")", "（": "）"}


def _glued(groups: Sequence[Group], first: int) -> _Read | None:
    """Several mobile numbers without anything between."""
    group = groups[first]
    size = len(group.digits)
    if (
        size < 22
        or size % 11
        or not all(plans.is_mobile(group.digits[start : start + 11]) for start in range(0, size, 11))
    ):
        return None
    return _Read(Finding(group.start, group.end, _PHONE, "a number"), first + 1)


_PLUS = re.compile(r"(?:\+|(?<![a-z])plus[ -])[^0-9a-z+\n〇-九]{0,3}$")


# A letter glued to digits is not what a number that is dialled stands behind.
_IN_HASH = re.compile("[0-9][a-z]{1,6}$")


def _abroad(stream: str, groups: Sequence[Group], first: int) -> _Read | None:
    """A number in international form: a plus or two zeros, a country's code, as many digits as its numbers have."""
    group = groups[first]
    lead = stream[max(0, group.start - 8) : group.start]
    plus = None
    if "+" in lead or "plus" in lead:
        plus = _PLUS.search(stream, max(0, group.start - 8), group.start)
    zeros = group.digits.startswith("00") and not plus
    if not plus and not zeros:
        return None
    if zeros and _IN_HASH.search(lead):
        return None
    if plus and stream[plus.start() - 1 : plus.start()].isalnum() and stream[plus.start() - 1].isascii():
        return None
    window = Window(stream, groups, first)
    best: _Read | None = None
    while True:
        digits = window.digits[2:] if zeros else window.digits
        if len(digits) > 16 or window.gaps & {Gap.FILLER}:
            break
        if Gap.LINK in window.gaps and Form.WORDS not in window.forms and not window.says_signs:
            break
        plan = plans.national_length(digits)
        if plan and window.gap_behind is not Gap.NONE:
            code, least, most = plan
            rest = len(digits) - code
            if "(0)" in window.written:
                rest -= 1
            if least <= rest <= most and not _is_count(window, digits, zeros):
                best = _read(stream, window, _PHONE, window.end, plus.start() if plus else group.start)
                if set("\n,，;；、|") & set(window.between_behind):
                    break
        if not window.grow():
            break
    return best


def _is_count(window: Window, digits: str, zeros: bool) -> bool:
    if window.is_one and digits.endswith("00000"):
        return True
    if zeros and window.is_one:
        return window.named_code or (not window.named_phone and len(digits) < 10)
    return window.has_unit and window.is_one


# --- Signals ---------------------------------------------------------------------------------------------------------

_DIGIT_WORD = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|thirt|twent|fourt|fort|fift|sixt|sevent|ninet"
_FIRST_WORD = led(rf"(?<![a-z]){word}" for word in _DIGIT_WORD.split("|"))
DIGIT_WORDS = later(rf"{_FIRST_WORD}(?:\W{{0,3}}(?:and|then)?\W{{0,3}})(?:{_DIGIT_WORD}|[0-9])")
_D = f"0-9{HAN_DIGITS}"
_FILLER = rf"[^{_D}\n]{{1,12}}"
_FILLED = later(
    rf"[1一](?<![{_D}].)(?:[3-9三四五六七八九][{_D}]({_FILLER})[{_D}]{{4}}\1[{_D}]{{4}}"
    rf"|({_FILLER})[3-9三四五六七八九](?:\2[{_D}]){{9}})"
)
_SPELLED = re.compile(
    rf"e[^a-z0-9\n]{{0,3}}(?:[0-9]{{1,4}}[^a-z0-9\n]{{1,3}})?(?:{_DIGIT_WORD})(?:(?![a-z]{{3}})|een|{_DIGIT_WORD})"
)
_PINYIN = re.compile(r"y(?:i|ao)[1-5]?[^a-z0-9\n]{0,3}(?:san|si|wu|liu|qi|ba|jiu)")
_COUNTED = re.compile(
    rf"[双两二三四五六十百千](?:(?<=双)(?!1[012](?![{_D}])|十)[{_D}]|(?<=[双两二三四五六])[个连][〇零0洞]"
    rf"|(?<=[十百千])(?=[{HAN_DIGITS}十百千]{{0,8}}亿[{HAN_DIGITS}十]))"
)
_ASIDE = re.compile(
    r"[0-9](?:(?<=1[3-9][0-9])[(（【\[][^0-9\n]{1,16}[)）】\]][0-9]|[(（\[][^0-9\n]{1,6}[)）\]][0-9]|\s(?:dash|hyphen"
    r"|space|dot)\s[0-9])"
)
_CLOSE = later(rf"[{_D}](?<![{_D}].)(?:[{SIGNS}\n]{{0,16}}(?:[{_D}oilszg洞]|b(?!i))){{6}}")
_LONE = re.compile(r"[0-9](?![a-z0-9])(?<![a-z0-9].)(?:[^a-z0-9\n]{1,3}[0-9](?![a-z0-9])){2}")


def _loosely(pattern: re.Pattern[str], repeated: str) -> str:
    """A pattern that takes anything like it for what has to be repeated, so that it can be one among others."""
    return re.sub(r"\\[12]", lambda _: repeated, pattern.pattern.replace(f"({repeated})", repeated))


_LOOSE = [
    first_and_rest(alternative)
    for alternative in (
        *(one.pattern for one in (_CLOSE, _COUNTED, _LONE, _ASIDE, _MASKED, _PINYIN, _SHIFTED)),
        _loosely(_SOUNDING, _PARTED),
        _loosely(_FILLED, _FILLER),
    )
]
_ANY = re.compile(
    f"[{''.join(firsts for firsts, _ in _LOOSE)}](?={'|'.join(f'(?<=[{firsts}]){rest}' for firsts, rest in _LOOSE)})"
)
_LED = (_CLOSE, _COUNTED, _LONE, _ASIDE, _SOUNDING, _MASKED, _FILLED, _PINYIN, _SHIFTED)
EACH = (_SPELLED, *_LED)
"""Patterns for what a number is never without: digits close together, or in some disguise."""


def signalled_in(stream: str) -> list[int]:
    """Where in a folded text each of the patterns finds what a number is never without."""
    found = [match.start() for match in _SPELLED.finditer(stream)]
    # One look at all of them says where any may begin, which is nowhere in most texts.
    begun = [match.start() for match in _ANY.finditer(stream)]
    for looks in _LED if begun else ():
        done = 0
        for at in begun:
            if at >= done and (match := looks.match(stream, at)):
                found.append(at)
                done = match.end()
    return found
