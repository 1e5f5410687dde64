"""Finds telephone numbers and the numbers of identity documents in a text, and the signals of such numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from . import plans
from .digits import Form, Gap, Group, groups_of
from .documents import IDENTITY, documents_in, may_hold_document, may_start_documents
from .fold import Effort, Steps
from .kinds import Finding, Kind
from .patterns import (
    DIGIT_HOMOPHONES,
    HAN_DIGITS,
    ONE_HOMOPHONES,
    SIGN,
    SIGNS,
    TEXT_BREAK,
    Plain,
    Span,
    choice,
    kinds_in,
    lazy_re,
    starts_of,
    table,
)
from .plans import UNIT, Window, has_unit

_WORDS = table("numbers")
_PHONE = (Kind.PHONE,)
_MAX_DIGITS = 18
_MAX_NAMED_DIGITS = 15
_MIN_DIGITS = 7
_D = f"0-9{HAN_DIGITS}"

_EXTENSION = re.compile(
    r"[^\w\n]{0,3}(?:转接?|分机号?|内线|extension|extn?|x(?=\W?[0-9])|#)[^\w\n]{0,3}(?:[号为是][^\w\n]{0,2})?"
    rf"[{_D}](?:[ -]?[{_D}]){{0,7}}(?![0-9]|_|[a-z][0-9])[)）]?"
)
# A second line in the same town. `_BARE_EXTENSION` is an extension of a landline that no word announces.
_SECOND_LINE = re.compile(r"(?:[/、]\s?[2-9][0-9]{6,7}(?![0-9]))+")
# Behind 86, three digits are an area code unless a mobile number begins with them.
_LANDLINE = lazy_re(
    r"(?:(?:[+(（]{0,2}(?:00)?86[^\w\n]{0,3}0?|[(（]?0)(?!1[3-9])[1-9][0-9]{1,2}[^\w\n]{0,2}|400[^\w\n]?)?"
    r"[2-9][0-9]{2,3}[^\w\n]?[0-9]{4}"
)
_BARE_EXTENSION = re.compile(
    r"(?:[-*]|[（(])[0-9]{2,5}(?![0-9年./-])[)）]?|(?: [-–—] |[–—/]|--)[0-9]{3,5}(?! ?[\w./-])"
)


def end_with_extension(stream: str, end: int) -> int:
    """Return where a telephone number ends in a folded text, with an extension that is named as one behind it (PHONE-2)."""
    behind = _EXTENSION.match(stream, end)
    return behind.end() if behind else end


def _end_with_additions(stream: str, start: int, end: int) -> int:
    """Return where a telephone number ends, with its extension or a second line: neither alone has the form of a number."""
    behind = _EXTENSION.match(stream, end) or _SECOND_LINE.match(stream, end)
    parted = _BARE_EXTENSION.match(stream, end)
    if not behind and parted and _LANDLINE.fullmatch(stream, start, end):
        behind = parted
    return behind.end() if behind else end


# --- Numbers in disguise ---------------------------------------------------------------------------------------------

# Eleven characters in a row that are the digits of a mobile number or sound like them; not all of them are digits.
HOMOPHONE_NUMBER = lazy_re(
    rf"[1一{ONE_HOMOPHONES}](?<![0-9].)(?!(?<=[1一])[{_D}]{{2}}(?:{SIGN}{{0,3}}[{_D}]{{4}}){{2}})[3-9三四五六七八九{DIGIT_HOMOPHONES}]"
    rf"[{_D}{DIGIT_HOMOPHONES}](?:{SIGN}{{0,3}}[{_D}{DIGIT_HOMOPHONES}]{{4}}){{2}}(?![{_D}])"
)
# A mobile number with some digits masked, or with letters between all its digits: 1a3b8c0d…, 1甲3乙9丙0…
_MASKED_REST = r"(?:[a-z]{1,2}[3-9](?:[a-z]{1,2}[0-9]){9}|[一-鿿][3-9](?:[一-鿿][0-9]){9}|[3-9][0-9](?:[*·•#]{4}|x{4})[0-9]{4})(?![0-9])"
_MASKED = re.compile(rf"1(?<![0-9].){_MASKED_REST}")
_MASKING = lazy_re("脱敏|掩码|打码|加星|(?<![a-z])mask")
"""Words about masking: whoever worked on it shows examples of masked numbers."""
_MASK = re.compile("[*·•●#]{3}|x{3}")


def _is_example(stream: str, start: int, end: int) -> bool:
    """Whether a number is masked behind a word about masking."""
    is_masked = _MASK.search(stream, start, end) is not None
    return is_masked and _MASKING.search(stream, max(0, start - _NEAR_CHARS), start) is not None


# A mobile number typed with the shift key: the signs that share the keys of its digits.
_SHIFTED_KEYS = re.compile(r"!(?<![!@#$%^&*()].)[#$%^&*(][!@#$%^&*()]{9}(?![!@#$%^&*()])")
# An identity number behind the letter of a school register.
_SCHOOL_NUMBER = lazy_re(
    r"[1-8](?<=[a-z].)(?<![a-z]..)[0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9x](?![0-9a-z])"
)
DISGUISES = (
    (HOMOPHONE_NUMBER, 0, _PHONE, "characters that sound like a number"),
    (_MASKED, 0, _PHONE, "a masked number"),
    (_SHIFTED_KEYS, 0, _PHONE, "a number on shifted keys"),
    (_SCHOOL_NUMBER, 0, IDENTITY, "a document"),
)
"""Patterns, each with the group of the pattern that is the number, the kinds of detail it is, and why it is found."""


def numbers_in(
    stream: str, stretches: Iterable[Span], grouped: Iterable[list[Group]], effort: Effort
) -> list[Finding]:
    """All numbers in stretches of a folded text that give a person away; `grouped` are the digits of each stretch, with counts."""
    findings: list[Finding] = []
    for stretch, all_groups in zip(stretches, grouped, strict=True):
        sizes = [len(one.digits) for one in all_groups]
        numbers = groups_of(stream, *stretch) if any(one.is_count for one in all_groups) else all_groups
        findings += (
            one for one in _find_in_groups(stream, numbers, effort) if not _is_example(stream, *one[:2])
        )
        # A number in parts has at least two groups.
        if len(sizes) > 1 and sum(sizes) >= _MIN_DIGITS_IN_PARTS:
            findings += _find_in_parts(stream, stretch, numbers, all_groups)
        findings += (
            Finding(*span, _PHONE, "a number in words") for span in _numbers_in_words(stream, *stretch)
        )
        for pattern, part, tags, why in DISGUISES:
            for match in pattern.finditer(stream, *stretch):
                start, end = match.span(part)
                if pattern is not _MASKED or not _is_example(stream, start, end):
                    findings.append(Finding(start, end, tags, why))
        findings += documents_in(stream, *stretch, kinds_in(stream[slice(*stretch)]))
    # Only telephone numbers have an extension, and one that has it does not work without it.
    for at, one in enumerate(findings):
        if one.tags is _PHONE and (end := _end_with_additions(stream, one.start, one.end)) > one.end:
            findings[at] = one._replace(end=end)
    return findings


# --- Numbers in groups of digits -------------------------------------------------------------------------------------


def _find_in_groups(stream: str, groups: Sequence[Group], effort: Effort) -> Iterator[Finding]:
    # For each group, from the last to the first: how many digits stand between it and the next wall.
    rows: list[int] = []
    behind = 0
    for group in reversed(groups):
        behind += len(group.digits)
        rows.append(behind)
        behind *= group.gap is not Gap.WALL
    done = 0
    last: Sequence[Group] = ()
    for first, group in enumerate(groups):
        if group.start < done or rows[~first] < _MIN_DIGITS or _is_amid_others(groups, first):
            continue
        if _is_in_row(groups, first):
            continue
        effort.take(Steps.NUMBER)
        found = _international_number(stream, groups, first) or _national_number(stream, groups, first)
        found = found or _another_number(stream, groups, first, last)
        if found and not _is_in_code(stream, group, found):
            yield found
            done = found.end
            last = [one for one in groups[first : first + _MAX_DIGITS] if one.end <= done]


_BESIDE = lazy_re(r"[ ,，、/;；]{1,3}")


def _another_number(
    stream: str, groups: Sequence[Group], first: int, last: Sequence[Group]
) -> Finding | None:
    """A number that is written as the one right before it is, whose groups are `last`: 电话 8888-1234 8888-1235."""
    some = groups[first : first + len(last)]
    if len(last) < 2 or plans.shape_of(some) != plans.shape_of(last):
        return None
    start, end = some[0].start, some[-1].end
    if not _BESIDE.fullmatch(stream, last[-1].end, start) or plans.is_date(stream[start:end]):
        return None
    return _number_finding(stream, start, end)


def _is_amid_others(groups: Sequence[Group], at: int) -> bool:
    """Whether one or two digits stand among others so that no number starts there. A number that starts there has equal gaps,
    and another gap before it.
    """
    group, behind = groups[at], groups[at + 1 : at + 3]
    if len(group.digits) > 2 or group.gap is Gap.WALL:
        return False
    if len(behind) < 2 or any(one.gap is Gap.WALL for one in behind):
        return True
    return behind[0].between == group.between or behind[0].between != behind[1].between


_CODE, _MAX_CODE_LETTERS = lazy_re("[0-9]-?[a-z]{1,3}-$"), 5


def _is_in_code(stream: str, group: Group, found: Finding) -> bool:
    """Whether a number is the rest of a code: 2018-A-04-027-0319. A mobile number is one, whatever stands before it."""
    goes_on = _CODE.search(stream, max(0, group.start - _MAX_CODE_LETTERS), group.start) is not None
    return goes_on and not plans.is_mobile("".join(filter(str.isdigit, stream[found.start : found.end])))


_CODE_GROUP, _GROUPS_IN_ROW = 5, 5


def _is_in_row(groups: Sequence[Group], at: int) -> bool:
    """Whether a group is one of five or more in a row that are as long, with the same between them: 58424 11682 80708 10042 20031. No
    number has so many, and two numbers are parted otherwise.
    """
    size = len(groups[at].digits)
    if size != _CODE_GROUP:
        return False
    near = groups[max(0, at - _GROUPS_IN_ROW + 1) : at + _GROUPS_IN_ROW]
    row = 1
    for one, two in pairwise(near):
        is_alike = len(one.digits) == len(two.digits) == size and two.gap is not Gap.WALL
        row = row + 1 if is_alike and two.between == one.between else 1 + is_alike
        if row >= _GROUPS_IN_ROW:
            return True
    return False


def _national_number(stream: str, groups: Sequence[Group], first: int) -> Finding | None:
    """The shortest number that has the form of one, or else the longest that is named as a telephone number or spelled out."""
    window = Window(stream, groups, first)
    named: Finding | None = None
    while (size := len(window.digits)) <= _MAX_DIGITS:
        if size >= _MIN_DIGITS and window.gap_behind is not Gap.NONE:
            if size >= 14 and (end := plans.identity_end(window)):
                return _number_finding(stream, window.start, end, IDENTITY)
            if size >= 10 and (plans.is_telephone(window) or plans.is_reversed(window)):
                return _number_finding(stream, window.start, window.end)
            if 8 <= size <= plans.MOBILE_DIGITS and plans.is_at_home(window):
                return _number_finding(stream, window.start, window.end)
            if size <= _MAX_NAMED_DIGITS and (plans.is_spelled(window) or plans.is_named(window)):
                named = _number_finding(stream, window.start, window.end)
                if window.precedes_another:
                    return named
        # If other digits stand right before this group, only the group alone can be a number.
        if window.gap_before is Gap.NONE or not window.grow():
            break
    return named


_BRACKETS = {"(": ")", "（": "）"}
_PLUS = lazy_re(r"(?<![0-9a-z])(?:\+|plus[ -])[^0-9a-z+\n〇-九]{0,3}$")
_MAX_PLUS_LENGTH = 8
# A number that is dialled does not stand behind a letter that is glued to other digits.
_IN_HASH = lazy_re("[0-9][a-z]{1,6}$")
# A number of a case or a file goes on in further groups: 0012847-39.2020.8.26.0100.
_CODE_BEHIND = re.compile(r"(?:[.-][0-9]+){2}")
_LIST_SIGN_BEHIND = lazy_re(r"\W*?[\n,，;；、|]")


def _number_finding(stream: str, start: int, end: int, kinds: tuple[Kind, ...] = _PHONE) -> Finding:
    """A finding of a number, with the plus before it and the opening brackets whose closing ones lie within."""
    while start:
        opening = stream[start - 1]
        if opening != "+":
            closing = _BRACKETS.get(opening)
            written = stream[start:end]
            if closing is None or written.count(closing) <= written.count(opening):
                break
        start -= 1
    return Finding(start, end, kinds, "a number")


def _international_number(stream: str, groups: Sequence[Group], first: int) -> Finding | None:
    """A number in international form: a plus or two zeros, a country code, and as many digits as numbers of that country have."""
    group = groups[first]
    start = group.start
    lead = stream[max(0, start - _MAX_PLUS_LENGTH) : start]
    plus = _PLUS.search(lead) if "+" in lead or "plus" in lead else None
    zeros = 0 if plus else 2
    if not plus and (not group.digits.startswith("00") or group.gap <= Gap.SIGNS or _IN_HASH.search(lead)):
        return None
    window = Window(stream, groups, first)
    best: Finding | None = None
    while len(digits := window.digits[zeros:]) <= 16:
        if Form.WORDS not in window.forms and any(one.gap is Gap.LINK for one in window.groups[1:]):
            break
        plan = plans.national_length(digits)
        if plan and window.gap_behind is not Gap.NONE:
            code, least, most = plan
            rest = len(digits) - code - ("(0)" in window.written)
            if least <= rest <= most and not (
                window.is_unbroken and _is_count(window, digits, dialled=not plus)
            ):
                best = _number_finding(stream, start - len(plus[0]) if plus else start, window.end)
                if window.precedes(_LIST_SIGN_BEHIND):
                    break
        if not window.grow():
            break
    return best if plus or best is None or not _CODE_BEHIND.match(stream, best.end) else None


def _is_count(window: Window, digits: str, *, dialled: bool) -> bool:
    if digits.endswith("00000"):
        return True
    if dialled:
        return window.is_called_code or (not window.is_called_phone and len(digits) < 10)
    return window.precedes(UNIT)


# --- Numbers in words of other languages ------------------------------------------------------------------------------

_LANGUAGES = [
    {word: place for place, word in enumerate(words.split())} for words in _WORDS["number_words"].values()
]
"""The words of each language for digits and small numbers, in order; English and Chinese ones are read as digits."""
_NUMBER_WORDS = frozenset().union(*_LANGUAGES)
_JOINING_WORDS = frozenset(_WORDS["number_words_join"].split())
_WORD_OR_DIGITS = re.compile("[a-z]+|[0-9]+")
_MIN_WORDS, _MIN_WORDS_AND_DIGITS, _MIN_DIFFERENT = 5, 7, 3
_MAX_WORDS_GAP = 4


def _may_be_in_words(words: Iterable[str]) -> bool:
    """Whether some words may be a number in another language: few texts hold several of its words."""
    found = _NUMBER_WORDS.intersection(words)
    return len(found) >= _MIN_DIFFERENT and any(
        len(found & language.keys()) >= _MIN_DIFFERENT for language in _LANGUAGES
    )


def _numbers_in_words(stream: str, begin: int, end: int) -> Iterator[Span]:
    """The numbers that are spelled out in one language, perhaps with a few digits between the words: seis dos ocho, 44, uno siete, 93."""
    parts = [(one[0], *one.span()) for one in _WORD_OR_DIGITS.finditer(stream, begin, end)]
    if not _may_be_in_words([word for word, _, _ in parts]):
        return
    for language in _LANGUAGES:
        run: list[tuple[str, int, int]] = []
        for part in (*parts, ("", end, end)):
            word, start, _ = part
            is_part = word in language or word.isdigit()
            follows = not run or (
                start - run[-1][2] <= _MAX_WORDS_GAP and "\n" not in stream[run[-1][2] : start]
            )
            if follows and (is_part or (run and word in _JOINING_WORDS)):
                run.append(part)
                continue
            while run and run[-1][0] in _JOINING_WORDS and run[-1][0] not in language:
                run.pop()
            words = [one for one, _, _ in run if one in language]
            order = [language[one] for one in words]
            digits = sum([len(one) for one, _, _ in run if one.isdigit()])
            if (
                len(words) >= _MIN_WORDS
                and len(words) + digits >= _MIN_WORDS_AND_DIGITS
                and len({*words}) >= _MIN_DIFFERENT
                and not all(one < two for one, two in pairwise(order))  # somebody counts
            ):
                yield run[0][1], run[-1][2]
            run = [part] if is_part else []


# --- Numbers that are given in parts ---------------------------------------------------------------------------------

_PARTS_CHARS = 160
_MIN_DIGITS_IN_PARTS = 10
"""The fewest digits of a mobile number in parts, or of the area, date of birth and end of an identity number."""
# Words that say that the digits before them are read together.
_VERBS = {
    "连拼接合串凑": "(?:起来|在一|一[起块拼下]|着[拨打念读写]|读)",
    "按照依": "(?:先后|顺序|次序)",
    "顺": "着[连念读数拨]",
}
_JOINING_PHRASE = f"(?:{'|'.join(f'(?<=[{verbs}]){how}' for verbs, how in _VERBS.items())})"
_TOGETHER = (f"{verb} (?:those |these |them )?together" for verb in ("string", "put", "read", "run"))
_IN_ORDER = "(?<![a-z])in (?:that |this )?order(?! to| of)"
_JOINING = lazy_re(choice((*(f"[{verbs}]{how}" for verbs, how in _VERBS.items()), _IN_ORDER, *_TOGETHER)))
_VERB_CHARS = "".join(_VERBS)
_VERB_SET = frozenset(_VERB_CHARS)
_JOINING_LATIN = ("together", "order")
_NEAR_CHARS = 30
_CONTACT_WORDS = lazy_re(
    r"手机|电话|号码|[拨响]|打[给得我]|[能就]打通|找[到得]|联系|微信|(?<![a-z])(?:phone|mobile|call|dial|ring|reach|text|number)"
)
_IN_WORD = re.compile("[a-z][0-9]+[a-z]")
_PROVINCES = ("1[1-5]", "2[1-3]", "3[1-7]", "4[1-6]", "5[0-4]", "6[1-5]")
_IDENTITY_AREA = re.compile(f"{choice(_PROVINCES, '(?<![0-9].)')}[0-9]{{4}}(?![0-9])")
_N = f"[0-9{HAN_DIGITS}十]"
_BIRTHDAY = lazy_re(
    rf"(?<![0-9])(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9])|(?:{_N}{{4}}|{_N}{{2}})年{_N}{{1,2}}月{_N}{{1,3}}[日号]?"
)
_IDENTITY_TAIL = lazy_re(
    r"(?:[末尾后剩](?:[下面位尾头巴]|余下?)?|最后)(?:[四4](?:位|个)数?字?)?[^0-9，,。；;]{0,8}(?P<tail>[0-9]{3}[0-9x])(?![0-9a-z])"
)
_IDENTITY_WORDS = tuple(_WORDS["of_identity"].split())


def _find_in_parts(
    stream: str, stretch: Span, numbers: Sequence[Group], all_groups: Sequence[Group]
) -> Iterator[Finding]:
    """The parts of a number, if the writer says how to join them, and those of an identity number: area, date of birth and end."""
    begin, end = stretch
    is_joined = any(map(stream.__contains__, _JOINING_LATIN)) or not _VERB_SET.isdisjoint(stream[begin:end])
    joints = [*_JOINING.finditer(stream, begin, end)] if is_joined else []
    # Digits in the words between the parts, and counts of places, may belong to the number or not: each way is tried.
    plain = [one for one in numbers if joints and not (one.form or _IN_WORD.match(stream, one.start - 1))]
    for joint in joints:
        if _CONTACT_WORDS.search(stream, max(0, joint.start() - _NEAR_CHARS), joint.end() + _NEAR_CHARS):
            rows = (_last_parts(row, joint.start()) for row in (plain, numbers, all_groups))
            for one in next(filter(None, rows), ()):
                yield Finding(one.start, one.end, _PHONE, "a piece of a number")
    for area in _IDENTITY_AREA.finditer(stream, begin, end):
        if not any(map(stream.__contains__, _IDENTITY_WORDS)):
            return
        around = max(begin, area.start() - _PARTS_CHARS), min(end, area.end() + _PARTS_CHARS)
        born, tail = _BIRTHDAY.search(stream, *around), _IDENTITY_TAIL.search(stream, *around)
        if born and tail and not (has_unit(stream, area.end()) or has_unit(stream, tail.end())):
            spans = (area.span(), born.span(), tail.span("tail"))
            yield from (Finding(*span, IDENTITY, "a piece of an identity number") for span in spans)


def _last_parts(groups: Sequence[Group], end: int) -> Sequence[Group]:
    """The last groups before a place whose digits, in a row, are a mobile number of China or of Britain."""
    stop = bisect_left(groups, end, key=lambda group: group.start)
    near = groups[bisect_left(groups, end - _PARTS_CHARS, hi=stop, key=lambda group: group.start) : stop]
    before = [*accumulate([len(group.digits) for group in near], initial=0)]
    firsts = {total: first for first, total in enumerate(before)}
    for last in range(len(near), 0, -1):
        first = firsts.get(before[last] - plans.MOBILE_DIGITS)
        if first is not None:
            digits = "".join([group.digits for group in near[first:last]])
            if plans.is_mobile(digits) or digits.startswith("07"):
                return near[first:last] if last - first > 1 else ()
    return ()


# --- Signals ---------------------------------------------------------------------------------------------------------

_DIGIT_WORDS = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|thirt|twent|fourt|fort|fift|sixt|sevent|ninet"
_DIGIT_WORD = choice(_DIGIT_WORDS.split("|"))
_FIRST_DIGIT_WORD = choice(rf"(?<![a-z]){word}" for word in _DIGIT_WORDS.split("|"))
SPELLED_PAIR = lazy_re(rf"{_FIRST_DIGIT_WORD}(?:\W{{0,3}}(?:and|then)?\W{{0,3}})(?:{_DIGIT_WORDS}|[0-9])")
_SPELLED_BEHIND_E = re.compile(
    rf"e[^a-z0-9\n]{{0,3}}+(?:{_DIGIT_WORD}|[0-9]{{1,4}}[^a-z0-9\n]{{1,3}}{_DIGIT_WORD})(?:(?![a-z]{{3}})|een|{_DIGIT_WORD})"
)
# A number in figures and words: digits that are glued to a word for one or double a digit, and words for the signs between.
_GLUED_WORD = lazy_re(rf"[0-9](?:{_DIGIT_WORDS})")
_MULTIPLIED = lazy_re(r"(?:double|triple|treble)[ -]?[0-9]")
_SIGN_IN_WORDS = lazy_re(r"[0-9]\W{0,2}(?:dash|hyphen|space)\W{0,2}[0-9]")
_MULTIPLIERS, _SIGN_WORDS = ("double", "triple", "treble"), ("dash", "hyphen", "space")
_PINYIN = re.compile(r"y(?:i|ao)[1-5]?[^a-z0-9\n]{0,3}(?:san|si|wu|liu|qi|ba|jiu)")
# Behind a digit: more digits close by; single digits, perhaps with letters of other scripts between, but those of decimals and
# marks (GPA 3.7/4.0) only if they are as many as a number has; masked digits. Behind a Chinese numeral: more of them; counts of
# digits (双8, 两个零) and places (千零三亿五). Also sounds of digits, and words that join. No {n} here: Python counts slowly.
_DIGIT = rf"[{SIGNS}\n]{{0,16}}(?:[{_D}oilszg洞]|b(?!i))"
_SIX_NEARBY = f"(?<![{_D}].){_DIGIT}{_DIGIT}(?:{_DIGIT}){{4}}"
_LONE_DIGITS = "(?![a-z0-9])(?<![a-z].)" + 2 * r"(?![./][0-9])[^a-z0-9\n]{1,3}+[0-9](?![a-z0-9])"
_HOMOPHONES = rf"(?<![0-9].)[{_D}{DIGIT_HOMOPHONES}]{{2}}(?:{SIGN}{{0,3}}[{_D}{DIGIT_HOMOPHONES}]{{4}}){{2}}"
_DIGIT_SIGNALS = lazy_re(
    rf"[{_D}双两十百千{ONE_HOMOPHONES}{_VERB_CHARS}](?<![0-9][0-9])(?=(?<=[{_D}]){_SIX_NEARBY}"
    rf"|(?<=[0-9])(?:{_LONE_DIGITS}|(?<=1){_MASKED_REST})|(?<=[1一{ONE_HOMOPHONES}]){_HOMOPHONES}"
    rf"|(?<![0-9])(?:(?<=[{_VERB_CHARS}]){_JOINING_PHRASE}"
    rf"|(?<=[双两二三四五六十百千])(?:(?<=双)(?!1[012](?![{_D}])|十)[{_D}]|(?<=[双两二三四五六])[个连][〇零0洞]"
    rf"|(?<=[十百千])[{HAN_DIGITS}十百千]{{0,8}}亿[{HAN_DIGITS}十])))"
)


def number_signal_places(stream: str, plain: Plain) -> list[int]:
    """The places of the signals without which a folded text holds no number: digits that are close together or in disguise."""
    signs: list[int] = []
    parts: list[int] = []
    for pattern in (_SPELLED_BEHIND_E, _PINYIN):
        # The plain words are shorter than a Chinese text, and digits close together in the text are so in them.
        if pattern.search(plain.written):
            signs += starts_of(pattern, stream)
    if b"0a" in plain.kinds and _GLUED_WORD.search(plain.written):
        signs += starts_of(_GLUED_WORD, stream)
    for words, pattern in ((_MULTIPLIERS, _MULTIPLIED), (_SIGN_WORDS, _SIGN_IN_WORDS)):
        if any(map(plain.written.__contains__, words)):
            signs += starts_of(pattern, stream)
    signs += starts_of(_SHIFTED_KEYS, stream)
    if _may_be_in_words(plain.words):
        signs += (
            at
            for start, stop in _numbers_in_words(stream, 0, len(stream))
            for at in range(start, stop, _NEAR_CHARS)
        )
    if b"0" in plain.kinds or not stream.isascii():
        signs += starts_of(_DIGIT_SIGNALS, stream)
    # The number of a document may have few digits together, which alone signal nothing.
    if may_hold_document(plain.kinds):
        signs.sort()
        if not all(_is_signalled(stream, signs, at) for at in may_start_documents(plain.kinds)):
            signs += [one.start for one in documents_in(stream, 0, len(stream), plain.kinds)]
    in_latin = any(map(plain.written.__contains__, _JOINING_LATIN))
    if in_latin or not _VERB_SET.isdisjoint([stream[at] for at in signs]):
        parts += starts_of(_JOINING, stream)
    if b"000000" in plain.kinds and any(map(stream.__contains__, _IDENTITY_WORDS)):
        parts += _find_identity_areas(stream)
    # The parts of a number stand apart, so every place near these in the same text is a signal, too.
    for by in range(-_PARTS_CHARS, _PARTS_CHARS + 1, 32) if parts else ():
        signs += (at + by for at in parts if _is_in_same_text(stream, at, at + by))
    return signs


_BEFORE_SIGN, _BEHIND_SIGN = 24, 48
"""How many characters around a signal are surely read."""


def _is_signalled(stream: str, signs: Sequence[int], at: int) -> bool:
    """Whether a place is read anyway, by what was signalled near it; the signals are in order."""
    nearest = bisect_left(signs, at - _BEHIND_SIGN)
    is_near = nearest < len(signs) and signs[nearest] <= at + _BEFORE_SIGN
    return is_near and _is_in_same_text(stream, signs[nearest], at)


def _find_identity_areas(stream: str) -> Iterator[int]:
    """The places where the area of an identity number may stand, in those of the joined texts that themselves speak of one."""
    begin = 0
    for text in stream.split(TEXT_BREAK):
        if any(map(text.__contains__, _IDENTITY_WORDS)):
            yield from (begin + at for at in starts_of(_IDENTITY_AREA, text))
        begin += len(text) + len(TEXT_BREAK)


def _is_in_same_text(stream: str, at: int, other: int) -> bool:
    """Whether two places lie in the same one of the joined texts."""
    return 0 <= other < len(stream) and TEXT_BREAK not in stream[min(at, other) : max(at, other)]
