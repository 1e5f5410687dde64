"""Everything the library raises for bad input, in one tree.

    ResumeVisibilityError
    └── InvalidValue (also a ValueError)     a value, section, viewer or resume that cannot be
        ├── InvalidResume                    JSON that is no resume
        ├── InvalidForm                      JSON that is no campus or company-made form
        ├── InvalidViewer                    JSON that is no viewer
        ├── InvalidSettings                  JSON that is no settings
        └── InvalidRecord                    JSON that is no access record

Each holds `problems`: where, and what would be right there. None holds, prints or refers to the rejected value
(LAW-7). A programmer's mistake, such as passing a view where a resume belongs, is a plain `TypeError`.
"""

from collections.abc import Iterable
from typing import NamedTuple

_LISTED = 100  # in the text of an error; `problems` holds all


class Problem(NamedTuple):
    """One thing that is wrong: where, and what would be right."""

    path: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path or 'the whole'}: {self.expected}"

    def under(self, prefix: str) -> "Problem":
        """The same problem, seen from an enclosing object.

        Args:
            prefix: the path of the object that holds this one; may be empty.
        """
        if not prefix or not self.path:
            return Problem(prefix or self.path, self.expected)
        return Problem(f"{prefix}{'' if self.path.startswith('[') else '.'}{self.path}", self.expected)


class ResumeVisibilityError(Exception):
    """The root of every error of this library."""


class InvalidValue(ResumeVisibilityError, ValueError):
    """A value that cannot be; `problems` lists every reason at once.

    Args:
        subject: what was to be built, a class name.
        problems: at least one.
    """

    def __init__(self, subject: str, problems: Iterable[Problem]) -> None:
        self.subject = subject
        self.problems = tuple(problems)
        super().__init__(subject, self.problems)

    def __str__(self) -> str:
        listed = "".join(f"\n  {problem}" for problem in self.problems[:_LISTED])
        if len(self.problems) > _LISTED:
            listed += f"\n  and {len(self.problems) - _LISTED} more"
        return f"invalid {self.subject}, {len(self.problems)} problem(s):{listed}"


class InvalidResume(InvalidValue):
    """JSON that is no resume. Its text, traceback and context hold nothing of the input."""


class InvalidForm(InvalidValue):
    """JSON that is no campus or company-made form. Its text, traceback and context hold nothing of the input."""


class InvalidViewer(InvalidValue):
    """JSON that is no viewer. Its text, traceback and context hold nothing of the input."""


class InvalidSettings(InvalidValue):
    """JSON that is no settings. Its text, traceback and context hold nothing of the input."""


class InvalidRecord(InvalidValue):
    """JSON that is no access record. Its text, traceback and context hold nothing of the input."""
