"""Neighbouring groups of digits read as one number."""

import re
from collections.abc import Sequence

from . import context, plans
from .digits import Form, Gap, Group, says_sign

_NONE = dict.fromkeys(Form, 0)


class Window:
    """A few neighbouring groups read as one number, and what stands around them."""

    __slots__ = (
        "_groups",
        "_stream",
        "between",
        "counted",
        "digits",
        "first",
        "forms",
        "gaps",
        "last",
        "shape",
    )

    def __init__(self, stream: str, groups: Sequence[Group], first: int) -> None:
        self._stream = stream
        self._groups = groups
        self.first = self.last = first
        group = groups[first]
        self.digits = group.digits
        self.shape = [len(group.digits)]
        self.forms = {group.form}
        self.gaps: set[Gap] = set()
        self.between: list[str] = []
        self.counted = _NONE.copy()
        self.counted[group.form] += len(group.digits)

    def grow(self) -> bool:
        """Take the next group in, if there is one that belongs to the same stretch."""
        if self.gap_behind is Gap.WALL:
            return False
        self.last += 1
        group = self._groups[self.last]
        if group.gap is Gap.NONE:
            self.shape[-1] += len(group.digits)
        else:
            self.shape.append(len(group.digits))
            self.between.append(group.between)
        self.gaps.add(group.gap)
        self.forms.add(group.form)
        self.counted[group.form] += len(group.digits)
        self.digits += group.digits
        return True

    @property
    def start(self) -> int:
        return self._groups[self.first].start

    @property
    def end(self) -> int:
        return self._groups[self.last].end

    @property
    def written(self) -> str:
        return self._stream[self.start : self.end]

    @property
    def behind(self) -> str:
        return self._stream[self.end : self.end + 8]

    @property
    def gap_before(self) -> Gap:
        return self._groups[self.first].gap

    @property
    def gap_behind(self) -> Gap:
        return self._groups[self.last + 1].gap if self.last + 1 < len(self._groups) else Gap.WALL

    @property
    def between_behind(self) -> str:
        return self._groups[self.last + 1].between if self.last + 1 < len(self._groups) else ""

    @property
    def is_one(self) -> bool:
        """Whether nothing at all parts the digits."""
        return not self.between

    @property
    def even(self) -> bool:
        """Whether the same parts all digits."""
        return len(set(self.between)) <= 1

    @property
    def says_signs(self) -> bool:
        """Whether the words between the digits only name the signs that part them: 917 dash 000 dash 0152."""
        return all(map(says_sign, self.between))

    @property
    def is_whole(self) -> bool:
        """Whether no other digits stand close by, or only such as are parted otherwise."""
        if self.between and len(set(self.between)) == 1:
            apart = self._groups[self.first].between != self.between[0]
            return apart and self.between_behind != self.between[0]
        return self.gap_before > Gap.SIGNS and self.gap_behind > Gap.SIGNS

    @property
    def named_phone(self) -> bool:
        return context.named_phone(self._stream, self.start) or context.called_phone(self._stream, self.end)

    @property
    def named_number(self) -> bool:
        return context.named_number(self._stream, self.start)

    @property
    def may_be_named(self) -> bool:
        """Whether a word can stand right before: not where only signs part the digits from others."""
        group = self._groups[self.first]
        return group.gap > Gap.SIGNS or not group.between.isascii()

    @property
    def called_phone(self) -> bool:
        return self.gap_behind > Gap.SIGNS and context.called_phone(self._stream, self.end)

    @property
    def named_backwards(self) -> bool:
        return context.is_backwards(self._stream, self.start, self.end)

    @property
    def in_file_name(self) -> bool:
        return context.in_file_name(self._stream, self.end)

    @property
    def named_resume(self) -> bool:
        return context.named_resume(self._stream, self.start)

    @property
    def changed(self) -> bool:
        return context.is_changed(self._stream, self.start, self.end)

    @property
    def named_code(self) -> bool:
        return context.named_code(self._stream, self.start)

    @property
    def is_amount(self) -> bool:
        return context.is_amount(self._stream, self.start, self.end, self.digits)

    @property
    def is_figure(self) -> bool:
        return context.is_figure(self.written, self.behind)

    @property
    def has_unit(self) -> bool:
        return context.has_unit(self._stream, self.end)

    @property
    def counts(self) -> bool:
        """Whether a unit stands behind the first digits."""
        return context.has_unit(self._stream, self._groups[self.first].end)

    @property
    def named_account(self) -> bool:
        return context.named_account(self._stream, self.start)

    @property
    def named_identity(self) -> bool:
        return context.named_identity(self._stream, self.start)

    @property
    def glued_before(self) -> bool:
        """Whether a Latin letter stands right before, as in PO15900001234."""
        return (
            self._stream[self.start - 1 : self.start].isascii()
            and self._stream[self.start - 1 : self.start].isalpha()
        )

    @property
    def glued_behind(self) -> bool:
        """Whether a Latin letter stands right behind."""
        return (
            self._stream[self.end : self.end + 1].isascii()
            and self._stream[self.end : self.end + 1].isalpha()
        )

    @property
    def glued_code_behind(self) -> bool:
        """Whether letters and digits go on right behind, as in a hash."""
        if context.CODE_GOES_ON.match(self._stream, self.end):
            return True
        return self._stream[self.start - 1 : self.start] == "=" and self.glued_behind

    @property
    def x_behind(self) -> int:
        """Where the x of an identity number ends that stands behind; 0 where there is none."""
        match = context.CHECK_X.match(self._stream, self.end)
        return match.end() if match else 0

    @property
    def behind_decimal_point(self) -> bool:
        return (
            self.start > 1 and self._stream[self.start - 1] == "." and self._stream[self.start - 2].isdigit()
        )


# How people part a mobile number where they do not hide it; any other way must be all the digits that stand there.
_USUAL = frozenset({(3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5)})
# What parts the items of a list rather than the digits of a number, unless it parts all of them.
_LISTS = frozenset("\n,，、;；")

# So many pieces are no list of figures, whatever parts them.
_MANY = 6

# What may be dialled before the eleven digits, by the length of the whole.
_PREFIXES = {11: "", 12: "0", 13: "86", 14: "086", 15: "0086", 16: "17951"}

# How the parts of a North American number are called, or given one after the other.
_TELLS = re.compile("then|exchange|subscriber|middle|last|final")

_LANDLINE_JOINTS = frozenset({"", "-", ")", ")-", "）", "）-", "--", "—", "–", "_", "/", "."})

# What may stand between all digits alike without being their separator: units and words of measure.
_MEASURES = frozenset("年月日号万亿元个台次人分秒点时岁届期级楼层室组条项和到至或x*×")


def is_telephone(window: Window) -> bool:
    """Whether ten or more digits have the form of a telephone number, and nothing says that they are another."""
    if window.gap_behind is Gap.NONE:
        return False
    digits = window.digits
    prefix = _PREFIXES.get(len(digits))
    if prefix is not None and digits.startswith(prefix) and plans.is_mobile(digits[len(prefix) :]):
        return _is_mobile(window, len(prefix))
    if len(digits) > 16 or (Form.ALIKE in window.forms and not window.named_phone):
        return False
    if len(digits) == 11 and Gap.LINK in window.gaps and _is_shuffled(window):
        return True
    if len(digits) == 11 and window.is_one and window.changed:
        return not window.named_code and not window.has_unit
    return (
        _is_spelled_within(window)
        or _is_landline(window)
        or _is_hotline(window)
        or _is_american(window)
        or _is_island(window)
        or _is_abroad(window)
        or _is_in_file_name(window)
    )


def _is_mobile(window: Window, prefix: int) -> bool:
    if window.is_one and len(window.forms) == 1 and Form.ALIKE not in window.forms:
        return _stands_alone(window)
    if window.named_code or (window.glued_before and not window.named_phone and not window.named_account):
        return False
    if Form.ALIKE in window.forms:
        strong = sum(map(str.isdigit, window.written)) + window.counted[Form.HAN] + window.counted[Form.WORDS]
        if strong < 3 and not window.named_phone:
            return False
        return Gap.FILLER not in window.gaps and (window.is_whole or window.named_phone)
    shape = window.shape[1:] if prefix and window.shape[0] == prefix else window.shape
    if Gap.FILLER in window.gaps:
        return _is_filled(window, shape)
    if Gap.LINK in window.gaps and set(shape) == {1}:
        return window.is_whole and window.even
    if Form.WORDS in window.forms or Gap.LINK in window.gaps:
        return window.shape[0] >= 3 or window.named_phone or window.counted[Form.WORDS] >= 7
    if window.is_figure and not (window.named_phone and not context.is_date(window.written)):
        return False
    if window.named_phone:
        return True
    listed = not window.even and any(_LISTS & set(joint) for joint in window.between)
    if tuple(shape) in _USUAL:
        return not listed and not context.ENDS_IN_YEARS.search(window.written)
    return window.is_whole and (not listed or len(shape) >= _MANY)


def _is_shuffled(window: Window) -> bool:
    """Whether pieces given in another order make a mobile number: 尾号8000，开头138，中间0013."""
    if sorted(window.shape) not in ([3, 4, 4], [4, 7], [3, 8]) or Gap.FILLER in window.gaps:
        return False
    start = 0
    for size in window.shape:
        piece = window.digits[start : start + size]
        if size in (3, 7) and piece[0] == "1" and piece[1] > "2":
            return (
                context.NAMES_THE_HEAD.search(window.written + window.behind) is not None
                or window.named_phone
            )
        start += size
    return False


def _stands_alone(window: Window) -> bool:
    """Whether an unbroken run of digits is no code, amount or part of a longer word."""
    if window.gap_before is Gap.NONE and window.counted[Form.HAN]:
        return False
    if window.glued_before and not window.named_phone and not window.named_account:
        return False
    if window.glued_code_behind:
        return False
    return not window.is_amount and (not window.named_code or window.called_phone)


def _is_filled(window: Window, shape: list[int]) -> bool:
    """Whether one and the same word of a few letters parts all digits: 138啊0013啊8000."""
    if len(set(window.between)) != 1 or window.between[0].strip()[:1] in _MEASURES or window.counts:
        return False
    return tuple(shape) in _USUAL or (set(shape) == {1} and window.is_whole)


def _is_landline(window: Window) -> bool:
    digits = window.digits.removeprefix("0086").removeprefix("86")
    if not digits.startswith("0"):
        digits = "0" + digits if len(digits) < len(window.digits) else digits
    area = plans.area_code(digits)
    if area is None or len(digits) - len(area) not in (7, 8) or len(digits) < 11:
        return False
    if window.is_one:
        return not (window.glued_before or window.glued_behind or window.named_code or window.is_amount)
    if window.named_phone:
        return True
    if Gap.FILLER in window.gaps or Gap.LINK in window.gaps:
        return False
    starts = window.shape[0] in (len(area), 2, 4) and len(window.shape) <= 4
    if not all(joint.strip() in _LANDLINE_JOINTS for joint in window.between) or window.behind_decimal_point:
        return False
    return starts and not window.named_code and not window.is_figure


def _is_hotline(window: Window) -> bool:
    if not plans.is_hotline(window.digits) or Gap.FILLER in window.gaps or window.glued_before:
        return False
    if window.named_phone:
        return True
    if window.is_one:
        return not window.named_code and not window.is_amount and not window.has_unit
    if not all(joint.strip() in _LANDLINE_JOINTS - {"/"} for joint in window.between):
        return False
    return tuple(window.shape) in ((3, 3, 4), (3, 4, 3), (4, 3, 3), (3, 7)) and not window.named_code


def _is_spelled_within(window: Window) -> bool:
    """Whether the middle of a North American number is in words: 312 five-five-five 0163."""
    spelled = tuple(window.shape) == (3, 1, 1, 1, 4) and window.counted[Form.WORDS] == 3
    return spelled and window.gaps == {Gap.SIGNS} and window.digits[0] > "1" and not window.named_code


def _is_american(window: Window) -> bool:
    """Whether digits are parted as in North America: (415) 555-0132."""
    shape = tuple(window.shape)
    halves = shape in ((3, 7), (6, 4)) and Gap.LINK in window.gaps
    if not (halves or shape in ((3, 3, 4), (1, 3, 3, 4))) or (window.named_code and not window.named_phone):
        return False
    if Gap.LINK in window.gaps:
        is_named = window.named_phone or any(_TELLS.search(joint) for joint in window.between)
        return Gap.FILLER not in window.gaps and window.digits[-10] > "1" and is_named
    if Gap.FILLER in window.gaps:
        return False
    if len(shape) == 4 and window.digits[0] != "1":
        return False
    joints = [joint.strip() for joint in window.between[-2:]]
    if joints[0] in (")", ")-", "）") or (joints[0] == joints[1] and joints[0] in ("-", ".", "‑", "–")):
        return not window.has_unit and (window.digits[-10] > "1" or window.named_phone)
    return window.named_phone


def _is_island(window: Window) -> bool:
    """Whether digits are a number of Hong Kong, Macau or Taiwan, parted from their code, or a mobile of Taiwan."""
    digits, shape = window.digits, tuple(window.shape)
    # What stands around the digits is asked last: it costs most.
    if not (digits.startswith(_ISLANDS) and window.gaps <= {Gap.SIGNS}):
        return False
    if window.named_code or window.is_figure:
        return False
    if digits[:3] in ("852", "853") and len(digits) == 11 and digits[3] in "23456789":
        return shape in ((3, 8), (3, 4, 4))
    if digits[:3] == "886" and len(digits) == 12:
        return shape in ((3, 9), (3, 3, 3, 3), (3, 3, 6))
    if window.glued_before or window.glued_behind:
        return False
    return len(digits) == 10 and digits[:2] == "09" and shape in ((4, 3, 3), (4, 6), (10,))


_ISLANDS = ("852", "853", "886", "09")

# How numbers of Britain, Australia and their like are parted, with the zero that is dialled at home.
_NATIONAL = frozenset({(4, 3, 3), (5, 3, 3), (4, 3, 4), (5, 6), (2, 4, 4), (3, 4, 4), (3, 3, 4)})


def _is_abroad(window: Window) -> bool:
    """Whether spaced digits are a number as it is dialled within another country: 07700 900 139, (02) 5550 4417."""
    digits, shape = window.digits, tuple(window.shape)
    as_in_india = shape == (5, 5) and digits[0] in "6789"
    as_in_france = shape == (2,) * 5 and digits[:2] in ("06", "07") and digits[2] != "0"
    at_home = len(digits) in (10, 11) and digits[0] == "0" and shape in _NATIONAL
    if not (as_in_india or as_in_france or at_home):
        return False
    spaced = all(joint in (" ", ") ") for joint in window.between) or window.between == ["-", " "]
    if (
        not (spaced or (window.even and len(window.shape) > 2))
        or window.named_code
        or window.is_figure
        or window.has_unit
        or window.glued_before
    ):
        return False
    return window.named_number or not as_in_india


def _is_in_file_name(window: Window) -> bool:
    """Whether digits in the name of a file are a number as it is dialled at home: CV_Thabo_0731928846.pdf."""
    digits = window.digits
    if not (window.is_one and len(digits) in (10, 11)) or window.glued_before or window.glued_behind:
        return False
    at_home = digits[0] == "0" and digits[1] != "0"
    as_in_india = len(digits) == 10 and digits[0] in "6789"
    if not (at_home or as_in_india) or window.named_code or not window.in_file_name:
        return False
    return at_home or window.named_resume


def is_named(window: Window) -> bool:
    """Whether seven to fifteen digits that a word for telephone leads up to are its number."""
    if window.gap_behind is Gap.NONE or Gap.FILLER in window.gaps or len(window.shape) > 13:
        return False
    if window.digits.endswith("00000") and len(window.digits) < 10:
        return False
    if window.has_unit or context.is_date(window.written) or window.is_amount or window.named_code:
        return False
    if any(set(joint) & set("\n,，;；、。") for joint in window.between):
        one_by_one = set(window.shape) == {1} and window.even and window.digits not in "01234567890"
        return len(window.digits) >= 10 or one_by_one
    return not (window.is_figure and "." in window.written)


def is_spelled(window: Window) -> bool:
    """Whether seven digits or more are spelled out as words: nobody counts like that."""
    return (
        window.counted[Form.WORDS] >= 7
        and len(window.shape) >= 7
        and not window.gaps & {Gap.FILLER}
        and window.digits not in "01234567890"
    )


def is_reversed(window: Window) -> bool:
    """Whether digits that the writer says are written backwards make a number from the other end."""
    if window.gap_behind is Gap.NONE or Gap.FILLER in window.gaps:
        return False
    digits = window.digits[::-1]
    american = len(digits) == 10 and digits[0] > "1" and digits[3] > "1"
    if not (plans.is_mobile(digits) or digits[0] == "0" or american or window.behind.startswith("+")):
        return False
    return window.named_backwards


# Whoever applies for work was born by then; what holds a later date is the number of something else.
_BORN = 2012


def identity_end(window: Window) -> int:
    """Where an identity number that starts with the window ends; 0 where there is none."""
    digits = window.digits
    if window.gap_behind is Gap.NONE or Gap.FILLER in window.gaps:
        return 0
    if len(digits) == 18:
        return window.end if _is_identity(window, digits) else 0
    if len(digits) == 17:
        end = window.x_behind
        return end if end and _is_identity(window, digits + "x") else 0
    if len(digits) == 14 and window.is_one and plans.is_identity(digits):
        return window.end if window.named_identity else 0
    if len(digits) == 15 and window.gap_behind is not Gap.SIGNS and plans.is_short_identity(digits):
        return window.end if window.named_identity else 0
    return 0


def is_identity_reversed(window: Window) -> bool:
    """Whether digits that the writer says are written backwards make an identity number from the other end."""
    if window.gap_behind is Gap.NONE or Gap.FILLER in window.gaps or len(window.digits) not in (17, 18):
        return False
    number = window.digits[::-1] + ("x" if len(window.digits) == 17 else "")
    return plans.is_identity(number) and window.named_backwards


def _is_identity(window: Window, number: str) -> bool:
    built = plans.is_identity(number)
    if not built and len(window.shape) > 6:
        return False
    if window.named_identity:
        return True
    if not built or Gap.LINK in window.gaps:
        return False
    if Form.ALIKE in window.forms:
        return window.is_one and plans.has_check_digit(number)
    if int(number[6:10]) > _BORN:
        return False
    return plans.has_check_digit(number) or (window.is_one and not window.named_code)
