"""Where a text is covered: asked again and again of a long text, which must not take longer the more was found in it."""

from collections.abc import Iterable

from .kinds import Finding


class Covered:
    """The characters of a text that belong to something.

    Args:
        size: of the text.
        findings: that cover it so far.
    """

    __slots__ = ("_marks",)

    def __init__(self, size: int, findings: Iterable[Finding] = ()) -> None:
        self._marks = bytearray(size)
        for one in findings:
            self.add(one.start, one.end)

    def add(self, start: int, end: int) -> None:
        """Cover a stretch of the text."""
        self._marks[start:end] = b"x" * (end - start)

    def meets(self, start: int, end: int) -> bool:
        """Whether any of a stretch is covered."""
        return self._marks.find(b"x", start, end) >= 0
