"""Finds known numbers in any writing: whole, backwards, with their extensions, and in part. A part is found if the other digits are
masked, or if the text calls it the first or the last digits of a number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..errors import Problem
from ..lazy import lazy_property
from ..model.arguments import is_text
from .digits import TO_ASCII, YEAR, Form, Gap, Group, groups_of
from .fold import EXPANDED, SHAPES, Effort, Reading, Steps
from .kinds import Covered, Tag
from .numbers import end_with_extension
from .patterns import HAN_DIGITS, SEPARATOR, Span, choice, digits_of, lazy_re, places_of, silent, starts_of
from .plans import has_unit


@silent
class Line(NamedTuple):
    """A number as it is dialled in one way.

    Args:
        digits: its digits.
        tags: the tags that its findings get.
        extension: the extension to dial behind it; the number is found only if the extension stands beside it.
        near: whether only signs may stand among its digits, as for a number without its area code.
    """

    digits: str
    tags: tuple[Tag, ...]
    extension: str | None = None
    near: bool = False


def problems_of_numbers(numbers: Sequence[object], lines: Sequence[object]) -> Iterator[Problem]:
    """What is wrong with known numbers: such a number would be found in some writings only (PHONE-1).

    Args:
        numbers: as they are dialled within the country. A mobile number of China with the country code is right beside the one without.
        lines: as they are dialled in one way.
    """
    for name, given in (("numbers", numbers), ("lines", lines)):
        for place, number in enumerate(given):
            if not (is_text(number) and _IN_DIGITS.fullmatch(number)):
                yield Problem(f"{name}[{place}]", _EXPECTED_DIGITS)
            elif given is numbers and _FROM_ABROAD.fullmatch(number) and number[2:] not in numbers:
                yield Problem(f"{name}[{place}]", f"{_EXPECTED_DIGITS}, without the country code 86")


_FROM_ABROAD = re.compile("861[3-9][0-9]{9}")
_EXPECTED_DIGITS = "expected the digits 0 to 9 alone, as dialled within the country"


_IN_DIGITS = re.compile("[0-9]*")


def ends_of(number: str) -> tuple[str, ...]:
    """Strings, one of which is among the digits of each text that holds the number forwards, backwards, masked or in pieces."""
    first, last = number[:MIN_PART_DIGITS], number[-MIN_PART_DIGITS:]
    return first, last, first[::-1], last[::-1], MASKED


MASKED = "*"
"""Stands among the digits of a text that has masks: a number may be there without either of its ends."""


# Digits of one shape may be put in to hide those of another: ①139②1234③5678.
_TO_PLAIN = {ord(shape): " " for digit in "0123456789" for shape in SHAPES[digit] if not shape.isascii()}
_TO_PLAIN |= {ord(shape): " " for shape, several in EXPANDED.items() if several[0].isdigit()}
_CIRCLES = re.compile("[○◯⭕]{2}")
"""Circles stand for zeros, or for digits that are left out."""
_TO_PLAIN |= dict.fromkeys(map(ord, "○◯⭕"), "*")
_TO_SHAPED = dict.fromkeys(map(ord, "0123456789"), " ")


_TURNED_TEXT = re.compile("\u202e[^\u202c\n]+")


def readings_by_shape(reading: Reading, stream: Reading) -> Iterator[Reading]:
    """Further readings of a text: with its plain digits alone and with the others alone, if it holds both; and as it is shown, if a
    control character turns a part of it around.
    """
    if "\u202e" in reading.text:
        yield reading.replaced(
            (*one.span(), [(char, *one.span()) for char in reversed(one[0])])
            for one in _TURNED_TEXT.finditer(reading.text)
        ).folded()
    is_plain = len(digits_of(reading.text.replace(SEPARATOR, ""))) == len(digits_of(stream.text))
    if is_plain and _CIRCLES.search(reading.text) is None:
        return
    for table in (_TO_PLAIN, _TO_SHAPED):
        text = reading.text.translate(table)
        if text == reading.text:
            return
        yield Reading(text, reading.origins).folded()


def numerals_to_digits(stream: str) -> str:
    """A folded text with its Chinese numerals turned into digits."""
    for numeral, digit in _NUMERALS:
        if numeral in stream:
            stream = stream.replace(numeral, digit)
    return stream


_NUMERALS = tuple(zip(HAN_DIGITS, "00123456789", strict=True))
_TO_KINDS = bytes.maketrans(b"123456789ilzsbgq", b"0" * 9 + b"o" * 7)
_LOOK_ALIKE = re.compile("[oilzsbgq](?<![a-z].)[oilzsbgq]*(?![a-z])")
"""Words in which every letter looks like a digit."""


def letters_as_digits(bare: str) -> list[int]:
    """The places where a letter that looks like a digit stands beside a digit, in a folded text with its numerals in digits."""
    kinds = bare.encode("ascii", "replace").translate(_TO_KINDS)
    return [*places_of(b"0o", kinds), *places_of(b"o0", kinds)]


_DIGIT = "zero|oh|one|two|three|four|five|six|seven|eight|nine"
_WORDS = [rf"{word}\W{{0,3}}(?:{_DIGIT}|[0-9])" for word in f"{_DIGIT}|double|triple".split("|")]
_SECOND_SYLLABLE = "[1-5]?\\W?(?:yi|er|san|si|wu|liu|qi|ba|jiu|yao|ling)"
_SPELLED = re.compile(
    choice((*_WORDS, *(word + _SECOND_SYLLABLE for word in ("yi", "yao", "san", "wu", "liu", "ba", "jiu"))))
)
_H = HAN_DIGITS
_COUNT_FORMS = (f"个(?<=[双两三四].)[0-9{_H}]", f"双[0-9{_H}]", f"百(?<=[{_H}].)", f"千(?<=[{_H}].)")
_BY_SIGN = [(pattern[0], re.compile(pattern)) for pattern in _COUNT_FORMS]


def spelled_in(stream: str, written: str) -> list[int]:
    """The places where digits are spelled or counted in a folded text; `written` is its plain part, mostly without such words."""
    found = starts_of(_SPELLED, stream) if _SPELLED.search(written) else []
    return found + [at for sign, pattern in _BY_SIGN if sign in stream for at in starts_of(pattern, stream)]


DIGIT_WORDS = frozenset(_DIGIT.split("|"))
"""The English words for digits."""
_MIN_DIGITS_IN_WORDS = 7


def has_digits_in_words(stream: str) -> bool:
    """Whether a text has words for digits, and with its digits they are as many as a number has; other words may stand between."""
    if not any(map(stream.__contains__, DIGIT_WORDS)):
        return False
    words = sum([word in DIGIT_WORDS for word in _WORD.findall(stream)])
    return words > 0 and words + len(digits_of(numerals_to_digits(stream))) >= _MIN_DIGITS_IN_WORDS


_WORD = re.compile("[a-z]+")


_LINE_START = re.compile(r"\n(?:[^\w\n]|_)*+[0-9]+(?:[^\w\n]|_)++[0-9](?:[^\w\n]|[0-9_])*+")
"""Groups of digits before the first letter of a line: a page that is read from the right shows the last group first."""
_DIGITS = re.compile("[0-9]+")


def line_starts_in(stream: str) -> list[int]:
    """The places where a line of a folded text begins with such groups of digits."""
    return starts_of(_LINE_START, f"\n{stream}")


class Digits:
    """The digits of a folded text, worked out once for all numbers that are looked for in it.

    Attributes:
        stream: the folded text.
        bare: the text with its numerals in digits.
        count: how many digits the text has.
        rows: the digits of the text in each way to write them; a number is found only if one of its `ends_of` stands here.
    """

    def __init__(self, stream: str) -> None:
        self.stream, self.bare = stream, numerals_to_digits(stream)
        self._spans: dict[tuple[str, bool], list[Span]] = {}
        self._called: dict[tuple[int, int, bool], bool] = {}
        self.rows = digits_of(self.bare)
        self.count = len(self.rows)
        if letters_as_digits(self.bare):
            alike = _LOOK_ALIKE.sub(lambda word: word[0].translate(TO_ASCII), self.bare)
            self.rows += SEPARATOR + digits_of(alike)
        if spelled_in(stream, stream) or has_digits_in_words(stream):
            self.rows += SEPARATOR + SEPARATOR.join([row for _, row in self._group_rows])
        for head in _LINE_START.finditer(f"\n{stream}"):
            self.rows += SEPARATOR + "".join(reversed(_DIGITS.findall(head[0])))
        if _MASK_BEHIND.search(self.bare) and any(run.behind for run in self.masked):
            self.rows += MASKED

    @lazy_property
    def groups(self) -> list[Group]:
        """The groups of digits, which are read only if a line may stand in the text."""
        return groups_of(self.stream, counts=True)

    @lazy_property
    def _group_rows(self) -> list[tuple[list[Group], str]]:
        """Groups of some forms, and their digits in a row."""
        written = {group.form for group in self.groups}
        chosen = [
            [group for group in self.groups if group.form in forms]
            for forms in dict.fromkeys([forms & written for forms in _FORMS])
        ]
        return [(some, "".join([group.digits for group in some])) for some in chosen]

    @lazy_property
    def masked(self) -> list["Run"]:
        """The rows of digits beside masks; most texts have no sign that could be a mask."""
        return _find_runs(self.bare) if _MAY_HOLD_MASK.search(self.bare) else []

    @lazy_property
    def starts(self) -> list[tuple[int, str]]:
        """The groups with which named first or last digits may begin, and the first few digits there, across usual signs."""
        found = []
        for at, group in enumerate(self.groups if _MAY_BE_CALLED.search(self.stream) else ()):
            few, here = group.digits, at + 1
            while (
                len(few) < MIN_PART_DIGITS and here < len(self.groups) and self.groups[here].gap <= Gap.SIGNS
            ):
                few, here = few + self.groups[here].digits, here + 1
            if len(few) >= MIN_PART_DIGITS and group.gap is not Gap.NONE:
                found.append((at, few[:MIN_PART_DIGITS]))
        return found

    def is_called_part(self, start: int, end: int, first: bool) -> bool:
        """Whether the text calls a stretch of digits the first or the last ones of a number."""
        key = start, end, first
        if key not in self._called:
            self._called[key] = _is_called_part(self.stream, *key)
        return self._called[key]

    def may_show_part(self, number: str) -> bool:
        """Whether enough digits side by side among masks also stand in a number, forwards or backwards, even in another order."""
        both, shown = f"{number}{SEPARATOR}{number[::-1]}", 0
        for run in self.masked:
            shown = 0 if run.joint is None else shown
            # A prefix may stand before the first digits, so only the last few of a row are compared.
            shown = shown + len(run.digits) if run.digits[-_FEW_DIGITS:] in both else 0
            if shown >= MIN_PART_DIGITS:
                return True
        return False

    def spans_of(self, line: Line, effort: Effort) -> list[Span]:
        """The places of the digits of a line, whole or backwards, whatever its extension. If the line is not `near`, also the places
        where digits are masked, or where the text calls some its first or last ones.
        """
        key = line.digits, line.near
        if key not in self._spans:
            whole: list[Span] = []
            part: list[Span] = []
            for number in dict.fromkeys((line.digits, line.digits[::-1])):
                for groups, row in self._group_rows:
                    whole += _whole_number(groups, row, number) if number in row else ()
            if not line.near and len(line.digits) >= _MIN_DIGITS:
                part += _find_masked(self, line.digits, effort) if self.masked else ()
                part += _find_called(self, line.digits, whole, effort) if self.starts else ()
            self._spans[key] = [*whole, *part]
        return self._spans[key]


def line_in(digits: Digits, line: Line, effort: Effort) -> Iterator[Span]:
    """The places of a line in a folded text, with its extension on either side; if it has none, with any that is named behind it."""
    bare = digits.bare
    for start, end in digits.spans_of(line, effort):
        if line.near and _SIGNS.sub("", bare[start:end]) not in (line.digits, line.digits[::-1]):
            continue
        if line.extension is None:
            yield start, end_with_extension(digits.stream, end)
            continue
        extension = r"[^0-9\n]{0,2}".join(line.extension)
        behind = re.compile(rf"[^0-9]{{0,{_EXTENSION_CHARS}}}{extension}(?![0-9])").match(bare, end)
        before = re.compile(rf"(?<![0-9]){extension}[^0-9]{{0,{_EXTENSION_CHARS}}}{_TRUNK}$").search(
            bare, max(0, start - 3 * _EXTENSION_CHARS), start
        )
        if behind or before:
            yield before.start() if before else start, behind.end() if behind else end


_SIGNS = re.compile(r"[\W_]+")
_EXTENSION_CHARS = 12
_TRUNK = "(?:(?:00)?86[^0-9]{0,3})?0?[^0-9]{0,2}"
"""The prefix to dial before a number of another town or country."""
# A numeral may stand in the words between the pieces of a number or be one of its digits: neither may hide the number.
_FORMS = (
    frozenset({Form.DIGITS}),
    frozenset({Form.DIGITS, Form.HAN}),
    frozenset({Form.DIGITS, Form.ALIKE}),
    frozenset(Form),
)
# Digits further apart than this are found piece by piece, and the prose between them stays.
_MAX_GAP_LENGTH = 12


def _whole_number(groups: Iterable[Group], row: str, number: str) -> Iterator[Span]:
    """The place of each piece of a number whose digits stand in `row`, the digits of the groups."""
    places = [*_digit_spans(groups)]
    for at in places_of(number, row):
        begin, end = places[at][0], places[at + len(number) - 1][1]
        for one, two in pairwise(places[at : at + len(number)]):
            if two[0] - one[1] > _MAX_GAP_LENGTH:
                yield begin, one[1]
                begin = two[0]
        yield begin, max(end, begin + 1)


def _digit_spans(groups: Iterable[Group]) -> Iterator[Span]:
    """The place of each digit of some groups; in a word, the first digit takes all of it, and the others stand at its end."""
    for start, end, digits, *_ in groups:
        if end - start == len(digits):
            yield from zip(range(start, end), range(start + 1, end + 1), strict=True)
        else:
            yield start, end
            yield from [(end, end)] * (len(digits) - 1)


# --- In part ---------------------------------------------------------------------------------------------------------

MIN_PART_DIGITS = 4
"""The fewest digits that identify a known number, if the text says that they are part of one."""
_YEAR = re.compile(YEAR)


@silent
class Run(NamedTuple):
    """A row of digits, with the masks beside it: signs that stand for other digits.

    Args:
        start: where the digits start.
        end: where they end.
        digits: the digits.
        joint: the signs between it and the row before, empty for a mask; None if the two cannot belong together.
        before: how many signs the mask before the digits has, or 0.
        behind: how many signs the mask behind them has, or 0.
        stop: where the mask behind them ends.
    """

    start: int
    end: int
    digits: str
    joint: str | None
    before: int
    behind: int
    stop: int


# --- Masked ----------------------------------------------------------------------------------------------------------

_USUAL_SIGNS = "".join(map(re.escape, ".-–—()（）[]【】<>《》,，、/|:：;；。!！'\"“”@#+_~"))
"""Usual signs: they stand between digits, or beside them, where no digit is left out."""
_DRAWN_SIGNS = re.escape("*□○●•·?×■◆◇☆某口█")
_MASK_SIGNS = f"xn{_DRAWN_SIGNS}"
"""Signs that stand for digits that are left out, even if there is only one sign."""
_MAY_HOLD_MASK = lazy_re(
    rf"[0-9xn某口\W](?:(?<=[{_DRAWN_SIGNS}…])|(?<=[0-9])(?:[\W_]{{0,20}}(?:[xn]|([{_USUAL_SIGNS}])\s?\1\s?\1)|([^\W\d_])\2\2)"
    rf"|(?<=[xn])(?<![a-z].)(?:[xn]|[\W_]{{0,3}}[0-9])|(?<=[^\w\s{_USUAL_SIGNS}])[\s\-]?[^\w\s{_USUAL_SIGNS}])"
)
"""A quick test: each text with a mask has this."""
_FILLER = lazy_re(r"(?:[^\w]|_|[某口]|[xn]{2,}|[xn](?![a-mo-wyz])){1,20}|([^\W\d_])\1{2,19}")
_MASK = lazy_re(
    rf"([{_USUAL_SIGNS}]|[^\W\d])\s?\1\s?\1|[^\w\s{_USUAL_SIGNS}]\s?[^\w\s{_USUAL_SIGNS}]|[xn某口]\s?[xn某口]|[{_MASK_SIGNS}…]"
)
"""A mask: signs in place of digits. A usual sign or a letter counts if it is repeated three times, another sign twice, a few once."""
_MASK_BEFORE = lazy_re(
    rf"(?P<mask>(?<![a-z])[{_MASK_SIGNS}]{{2,}}|([^\w\s{_USUAL_SIGNS}…])(?:[ -]?\2){{2,}}|(?<![a-z])[xn*?×某口█](?=$))[ .()（）\-]?$"
)
"""A mask before digits. A single sign that may be a bullet is no mask there."""
_MASK_CHAR = lazy_re(r"[^\w]|_|[xn某口]|([^\W\d_])\1\1")
_FILLER_CHAR = lazy_re(rf"(?![{_USUAL_SIGNS}\s][0-9])(?:{_MASK_CHAR.pattern})")
_FIRST_SIGN_ROW = lazy_re(r"\s*(\S)(?:\s?\1)*")
_TRAILING_SIGNS = re.compile(rf"[\s{_USUAL_SIGNS}]+$")
_NEAR_SIGNS = lazy_re(r"[ .()（）\-–]{0,3}")
_JOINING_SIGNS = lazy_re(rf"[\s{_USUAL_SIGNS}]{{1,3}}")
_MAX_MASK, _MAX_JOINT, _SURE_DIGITS, _MIN_DIGITS, _MAX_RUNS, _FEW_DIGITS = 20, 3, 7, 8, 16, 3
_PREFIXES = ("", "0", "86", "086", "0086", "17951")
"""Prefixes that are dialled before a number."""
_MASK_BEHIND = re.compile(rf"[0-9][\s\-]?[{_MASK_SIGNS}…#~_^@!\u2190-\u2bff\U00010000-\U0010ffff]")


def masks_in(bare: str) -> list[int]:
    """The places of digits before what may be a mask, in a text with its numerals in digits."""
    return starts_of(_MASK_BEHIND, bare)


def _find_runs(bare: str) -> list[Run]:
    """Rows of digits that may belong together, one of them beside a mask, in a text with its numerals in digits."""
    runs: list[Run] = []
    begun, masked, shown, end, behind, reach = 0, False, 0, -1, 0, -1
    for run in _DIGITS.finditer(bare):
        joint, before = None, 0
        if reach == run.start():
            joint, before = "", behind
        elif 0 <= end >= run.start() - _MAX_JOINT and _JOINING_SIGNS.fullmatch(bare, end, run.start()):
            joint = bare[end : run.start()]
        start, end = run.span()
        if joint is None:
            if not masked or shown < MIN_PART_DIGITS:
                del runs[begun:]
            begun, masked, shown, before = len(runs), False, 0, _signs_before(bare, start)
        # Most digits stand beside letters, where no mask is.
        filler = _FILLER.match(bare, end) if _FILLER_CHAR.match(bare, end) else None
        is_times = filler and _TIMES_SIGN.fullmatch(filler[0]) and end - start < _FEW_DIGITS
        if (
            filler
            and _is_mask(filler[0].split("\n"))
            and not (is_times and not _NEXT_DIGITS.match(bare, filler.end()))
        ):
            behind, stop = _signs_in(filler[0]), end + _size_of_mask(filler[0])
            reach = filler.end() if len(filler[0]) <= _MAX_MASK else -1
        else:
            behind, reach, stop = 0, -1, end
        masked, shown = masked or before > 0 or behind > 0, shown + end - start
        runs.append(Run(start, end, run[0], joint, before, behind, stop))
    if not masked or shown < MIN_PART_DIGITS:
        del runs[begun:]
    return runs


def _is_mask(lines: Sequence[str]) -> bool:
    """Whether lines beside digits hold a mask; fewer than three signs on a line of their own may be a rule or a bullet."""
    beside = any(map(_MASK.search, (lines[0], lines[-1])))
    return len(lines) <= _MAX_MASK_LINES and (beside or _MASK_LINE.fullmatch("\n".join(lines)) is not None)


_TIMES_SIGN = lazy_re(rf"[\s{_USUAL_SIGNS}]{{0,3}}[xn×][\s{_USUAL_SIGNS}]{{0,3}}")
"""Beside a few digits, this sign means times: 3x3, 1.5x."""
_NEXT_DIGITS = re.compile(f"[0-9]{{{_FEW_DIGITS}}}")
_MAX_MASK_LINES = 3
_MASK_LINE = lazy_re(rf"\s*\n\s*[{_MASK_SIGNS}]{{3,}}\s*\n\s*")


def _signs_in(filler: str) -> int:
    """How many signs of a mask stand for digits: as many as there are of its most frequent sign."""
    return max(filler.count(sign) for sign in {*filler} - {" "})


def _signs_before(bare: str, start: int) -> int:
    """How many signs a mask right before digits has; 0 for usual signs, which may be a rule."""
    may_be = _MASK_CHAR.match(bare, start - 1) if start else None
    masked = _MASK_BEFORE.search(bare, max(0, start - _MAX_MASK), start) if may_be else None
    if masked is None or bare[masked.start() - 1 : masked.start()].isdigit():
        return 0
    return len(masked["mask"].replace(" ", ""))


def _size_of_mask(filler: str) -> int:
    """The length of the mask behind digits, without the usual signs behind it."""
    size = len(_TRAILING_SIGNS.sub("", filler))
    return size or len(_FIRST_SIGN_ROW.match(filler)[0])  # type: ignore[index]  # a filler has a sign


def _find_masked(digits: Digits, number: str, effort: Effort) -> Iterator[Span]:
    """The places where a number is masked with any signs, forwards or backwards: all digits there are its own, in their order, and
    they are enough.
    """
    bare, runs = digits.bare, digits.masked
    effort.take(len(runs) // Steps.PASSED)
    for one in dict.fromkeys((number, number[::-1])):
        done = 0
        for at, run in enumerate(runs):
            if run.joint == "" and _is_other_number(bare, runs[at - 1], run):
                continue
            ends = [(0, 0)]
            for size in map(len, filter(run.digits.startswith, _PREFIXES)):
                if len(run.digits) > size and one.startswith(run.digits[size:]):
                    ends.append(
                        (_part_end(digits, at, one, size, effort, is_first=True, is_last=False), size)
                    )
            if run.before and (run.joint is None or len(run.digits) > 1) and run.digits in one:
                ends.append((_part_end(digits, at, one, 0, effort, is_first=False, is_last=one == number), 0))
            end, size = max(ends)
            if end > done and not _SUBNET.fullmatch(bare, run.start, end):
                yield run.start + size, end
                done = end


def _is_other_number(bare: str, before: Run, run: Run) -> bool:
    """Whether the digits on both sides of a mask belong to one other number: 6222 **** **** 5678."""
    is_group = len(before.digits) == MIN_PART_DIGITS and not _YEAR.fullmatch(before.digits)
    signs = (_SPACED_SIGN if is_group else _ONE_SIGN).fullmatch(bare, before.end, run.start)
    return signs is not None and before.digits not in _PREFIXES


_ONE_SIGN, _SPACED_SIGN = re.compile(r"(\S)\1*"), re.compile(r"[ \-]?(\S)(?:[ -]?\1)*[ \-]?")
_SUBNET = re.compile(r"(?:[0-9]{1,3}\.){2,3}[*x]")
"""A range of IP addresses."""


def _part_end(
    digits: Digits, first: int, number: str, size: int, effort: Effort, *, is_first: bool, is_last: bool
) -> int:
    """Return where digits among masks end that are enough of a number; 0 if they are not. Enough are seven digits, half of the digits
    if the masks have as many signs as the other half, or the last few digits behind a mask.

    Args:
        digits: of a text.
        first: the place in `digits.masked` of the digits with which the number begins.
        number: the number to look for.
        size: the length of the prefix that is dialled before it.
        effort: counts the steps.
        is_first: whether no digit of the number is masked before that row.
        is_last: whether the last few digits are enough.
    """
    effort.take(Steps.MASKED)
    bare, runs, start = digits.bare, digits.masked, digits.masked[first].start
    piece, shown, begin, exact = "", 0, int(not is_first), 0 if is_first else runs[first].before
    masked, is_near, is_exact, found = not is_first, True, True, 0
    # Behind a dialled prefix, usual signs are no rule.
    is_dialled = runs[first].joint == "" and runs[first - 1].digits in _PREFIXES
    hidden = runs[first].before if is_dialled else _signs_before(bare, start) if is_last else 0
    for at, run in enumerate(runs[first : first + _MAX_RUNS], first):
        effort.take()
        if shown:
            if run.joint is None:
                break
            if run.before:
                # A mask stands for at least one digit.
                begin, exact, piece = begin + len(piece) + 1, exact + len(piece) + run.before, ""
                masked, is_last = True, False
            is_near = is_near and _NEAR_SIGNS.fullmatch(run.joint) is not None
        written = run.digits if shown else run.digits[size:]
        piece, shown = piece + written, shown + len(written)
        begin = number.find(piece, begin) if masked else 0 if number.startswith(piece) else -1
        if begin < 0:
            break
        is_exact = is_exact and number.startswith(piece, exact)
        if shown < MIN_PART_DIGITS:
            continue
        for fits, end, signs in (
            (masked and number.endswith(piece), run.end, 0),
            (run.behind > 0 and begin + len(piece) < len(number), run.stop, run.behind),
        ):
            if fits and shown < _SURE_DIGITS:
                halves = is_exact and exact + len(piece) + signs == len(number) <= 2 * shown
                halves = halves and not (signs and at + 1 < len(runs) and runs[at + 1].before)
                last = is_last and not signs and hidden > 1 and not has_unit(bare, end)
                # Digits behind a mask, or before one, may be a year, unless a word for telephone leads up to them.
                is_year = _YEAR.fullmatch(piece) and not _PHONE_BEFORE.search(
                    bare[max(0, start - _CALL_CHARS) : start]
                )
                fits = is_near and (halves or last) and not is_year
            found = end if fits else found
    return found


# --- Called the first or last digits ---------------------------------------------------------------------------------

# Words that call a few digits the first or the last of a number: without them, they are any year or amount. Words that may also be
# said of other things are not `surely`.
_COUNT = "(?:[4-8四五六七八几]|four|five|six|seven|eight)"
_PHONE_WORD = r"(?:手机|电话|号码|(?<![a-z])(?:phone|mobile|cell|tel|ph|number|digits)(?![a-z])(?! of))"
_PLACES = rf"\s?{_COUNT}\s?(?:位(?:数字?)?|码|个(?:数字?|号))"
_LAST_DIGITS = rf"(?:尾[号数码]|(?<![期年季月周])末[号码]|(?:最?[后末]面?|尾){_PLACES}|(?:last|final)[ -]?{_COUNT}[ -]digits?|last digits)"
_FIRST_DIGITS = rf"(?:[前首头]面?{_PLACES}|first[ -]?{_COUNT}[ -]digits?|first digits)"
_WORDS_BETWEEN = (
    r"(?:[\W_]{0,3}(?:[是为叫即的在我以]|分别|就是|手机|电话|号码?|数字?|are|is|of|my|the|in|with|number|digits?|phone|mobile|cell)){0,5}"
    r"[\W_]{0,4}(?:[0-9]{4,8}\s?(?:[/、,，]|或者?|和|or|and)\s?){0,2}$"
)
_CALLED_BEFORE = {
    False: lazy_re(
        rf"(?:(?P<surely>{_LAST_DIGITS}|(?:last|final) ?{_COUNT}(?=\W?:))|[结收末]?尾巴?|[后末]\s?{_COUNT}|(?P<hardly>最后|…|\.\.+)"
        rf"|(?<![a-z])(?:(?:last|final)[ -]?{_COUNT}|end(?:s|ing)?|tail)){_WORDS_BETWEEN}"
    ),
    True: lazy_re(
        rf"(?:(?P<surely>{_FIRST_DIGITS}|号段|first ?{_COUNT}(?=\W?:))|[前首头]\s?{_COUNT}|[开打]头"
        rf"|(?<![a-z])(?:first ?{_COUNT}|start(?:s|ing)?|begin(?:s|ning)?|prefix)){_WORDS_BETWEEN}"
    ),
}
_IS = r"[\W_]{0,3}(?:(?:就?是|为|即|is|are)\s?)?(?:(?:我|本人|my|the)\s?的?)?(?:手机|电话|号码?|phone|mobile|cell|number|的|\s)*"
_CALLED_BEHIND = {
    False: lazy_re(
        rf"{_IS}(?P<surely>{_LAST_DIGITS}|(?:last|final) ?{_COUNT}(?![a-z])|tail(?![a-z])|end of my)|\s?[结收]尾"
    ),
    True: lazy_re(rf"{_IS}(?P<surely>{_FIRST_DIGITS}|first ?{_COUNT}(?![a-z]))|\s?[开打]头"),
}
_MAY_BE_CALLED = re.compile(
    choice(
        (
            "[尾后末前首头…]", "号段", "[.][.]", "last", "final", "tail", "(?<![a-z])end", "end of my", "first", "start", "begin",
            "prefix",
        )
    )
)  # fmt: skip
"""A quick test: each text that calls digits so has this."""
_NEXT_PART = re.compile(r"[^0-9a-z\n]{0,6}(?:(?:digits?|or|and)(?![a-z])[^0-9a-z\n]{0,3})?")
_COUNTED_THING = lazy_re(r"(?: [a-z]|[字行页周项])")
_CALL_CHARS = 40


def _find_called(digits: Digits, number: str, whole: Iterable[Span], effort: Effort) -> Iterator[Span]:
    """The places of four or more digits that the text calls the first or the last ones, where the whole number does not stand."""
    stream, groups = digits.stream, digits.groups
    taken = Covered(len(stream), whole)
    for first in (True, False):
        done = -1
        begun = [at for at, few in digits.starts if (number.startswith(few) if first else few in number)]
        effort.take(len(digits.starts) // Steps.PASSED + len(begun) * Steps.BEGUN)
        for at in begun:
            group = groups[at]
            behind = (
                at if taken.overlaps(group.start, group.end) else _longest(groups, at, number, first=first)
            )
            end = groups[behind - 1].end
            if behind == at or group.start < done or stream.startswith("年", end):
                continue
            # A piece that follows right behind another needs no words of its own.
            again = done >= 0 and _NEXT_PART.fullmatch(stream, done, group.start)
            if again or digits.is_called_part(group.start, end, first):
                yield group.start, end
                done = end


def _is_called_part(stream: str, start: int, end: int, first: bool) -> bool:
    """Whether the text calls a few digits the first or the last ones of a number."""
    before, behind = stream[max(0, start - _CALL_CHARS) : start], stream[end : end + _CALL_CHARS]
    if not _MAY_BE_CALLED.search(f"{before}\n{behind}"):
        return False
    leads, names = _CALLED_BEFORE[first].search(before), _CALLED_BEHIND[first].match(behind)
    calls = [call for call in (leads, names) if call]
    if not calls or any(call["surely"] for call in calls):
        return bool(calls)
    # A candidate's number may end like a year: a mark over a mere year would show that it does.
    if _YEAR.fullmatch(stream, start, end):
        phone_before = _PHONE_BEFORE.search(before[: leads.start()] if leads else before)
        return bool(phone_before or (names and _PHONE_BEHIND.match(behind, names.end())))
    if _PHONE_CONTEXT.search(f"{before}\n{behind}"):
        return True
    hardly = any(call.groupdict().get("hardly") for call in calls)
    return not (hardly or has_unit(stream, end) or _COUNTED_THING.match(behind))


_PHONE_CONTEXT, _PHONE_BEFORE = lazy_re(_PHONE_WORD), lazy_re(_PHONE_WORD + _WORDS_BETWEEN)
_PHONE_BEHIND = lazy_re(rf"[\W_]{{0,3}}的?(?:我的?|本人的?|my)?[\W_]?{_PHONE_WORD}")


def _longest(groups: Sequence[Group], at: int, number: str, *, first: bool) -> int:
    """The place behind the last group of the longest piece that starts with a group; that of the group itself if there is none."""
    digits, behind = "", at
    for here in range(at, len(groups)):
        if (here > at and groups[here].gap > Gap.SIGNS) or len(digits) > len(number):
            break
        digits += groups[here].digits
        goes_on = here + 1 < len(groups) and groups[here + 1].gap is Gap.NONE
        is_piece = number.startswith(digits) if first else number.endswith(digits)
        if len(digits) >= MIN_PART_DIGITS and is_piece and not goes_on:
            behind = here + 1
    return behind
