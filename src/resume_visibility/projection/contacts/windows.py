"""Neighbouring groups of digits read as one number, with what stands around them."""

from collections.abc import Sequence

from resume_visibility.projection.contacts import context
from resume_visibility.projection.contacts.gaps import Gap, says_sign
from resume_visibility.projection.contacts.tokens import Form, Group

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
