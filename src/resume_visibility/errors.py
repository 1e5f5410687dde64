"""Everything the library raises for bad input, in one tree.

    ResumeVisibilityError
    ├── UndecidedCase (also a LookupError)   facts that no case of the policy's table has
    ├── QueryRefused                         a question about a list that this viewer may not ask
    ├── ViewRefused (also a ValueError)      a view that is not on record: it is not fresh, or not the answer
    └── InvalidValue (also a ValueError)     a value, section, viewer or resume that is not valid
        ├── InvalidResume                    JSON that is no resume
        ├── InvalidForm                      JSON that is no campus or company-made form
        ├── InvalidViewer                    JSON that is no viewer
        ├── InvalidSettings                  JSON that is no settings
        └── InvalidRecord                    JSON that is no access record

`QueryRefused` and `InvalidValue` hold `problems`: the place, and what would be right there. Some checks compare several values: they
run only if each value is right by itself, so a second try may find more. No error holds or prints the rejected value, in its message,
its attributes, its cause or its context (LAW-7); of keys, only unknown ones that look like the name of a field. A
traceback refers to its frames: frames of a `load_…` function hold nothing of the document, frames of
a constructor hold its arguments. A programmer's mistake, such as passing a view instead of a resume, is a plain
`TypeError`: it names the argument, what would be right, and the type that was given.
"""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

MOST_PROBLEMS = 1000
"""The most problems that an error lists, from the first one: a document can have more of them than are worth keeping."""

_LISTED = 100  # in the text of an error


class Problem(NamedTuple):
    """One thing that is wrong: the place, and what would be right there."""

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


def _listing(problems: tuple[Problem, ...]) -> str:
    count = len(problems)
    listed = "".join(f"\n  {problem}" for problem in problems[:_LISTED])
    if count > _LISTED:
        listed += f"\n  and {count - _LISTED} more"
    return f"{count}{' or more' if count == MOST_PROBLEMS else ''} problem(s):{listed}"


class ResumeVisibilityError(Exception):
    """The root of every error of this library."""


class UndecidedCase(ResumeVisibilityError, LookupError):
    """Facts that no case of the policy's table has: nothing is decided on them (LAW-5). It holds only enums and booleans."""


class QueryRefused(ResumeVisibilityError):
    """A question about a list that this viewer may not ask (SEARCH-1); `problems` lists every reason at once.

    Args:
        problems: at least one; of more than 1000, the first are kept.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(islice(problems, MOST_PROBLEMS))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return f"this query is refused, {_listing(self.problems)}"


class ViewRefused(ResumeVisibilityError, ValueError):
    """A view that `record_of` does not record: it is no longer fresh, or not what this viewer is shown (NOTICE-1).

    It holds nothing of the view. Ask `view_for` again, show the viewer the new view, and record that.
    """


class InvalidValue(ResumeVisibilityError, ValueError):
    """A value that is not valid; `problems` lists every reason at once.

    Args:
        subject: the thing that was to be built, a class name.
        problems: at least one; of more than 1000, the first are kept.
    """

    def __init__(self, subject: str, problems: Iterable[Problem]) -> None:
        self.subject: str = subject
        self.problems: tuple[Problem, ...] = tuple(islice(problems, MOST_PROBLEMS))
        super().__init__(subject, self.problems)

    def __str__(self) -> str:
        return f"invalid {self.subject}, {_listing(self.problems)}"


class InvalidResume(InvalidValue):
    """JSON that is no resume. No value of the document is in it, in its context, or in this library's frames."""


class InvalidForm(InvalidValue):
    """JSON that is no campus or company-made form. No value of the document is in it, in its context, or in this library's frames."""


class InvalidViewer(InvalidValue):
    """JSON that is no viewer. No value of the document is in it, in its context, or in this library's frames."""


class InvalidSettings(InvalidValue):
    """JSON that is no settings. No value of the document is in it, in its context, or in this library's frames."""


class InvalidRecord(InvalidValue):
    """JSON that is no access record. No value of the document is in it, in its context, or in this library's frames."""
