"""The file in which an officer writes who confirmed which readings, for the policy book."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import attrs

from ..errors import InvalidValue, Problem
from ..policy.readings import Confirmation, Reading
from ..policy.table import Policy
from .documents import read_file
from .policies import is_trial


def with_confirmations(policy: Policy, written: str, path: str) -> Policy:
    """The policy with the confirmations of a file: a line for each, with the id of the reading, the day, and who confirmed it. Behind the
    id of a reading whose alternative the policy chooses stands the word alternative, or 另一种选择.

    Args:
        policy: that the book is of.
        written: its name on the command line.
        path: of the file.

    Raises:
        InvalidValue: the file is no such file; the error lists each line that is wrong.
        OSError: the file cannot be read.
    """
    found = [*_read_lines(read_file(path), policy, is_tried=is_trial(written))]
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise InvalidValue("confirmations", problems)
    new = tuple(one for one in found if isinstance(one, Confirmation))
    return attrs.evolve(policy, confirmed=(*policy.confirmed, *new))


def _read_lines(data: bytes, policy: Policy, *, is_tried: bool) -> Iterator[Confirmation | Problem]:
    try:
        text = data.decode("utf-8-sig")  # editors on Windows begin a file with a mark
    except UnicodeDecodeError:
        yield Problem("", "expected UTF-8")
        return
    readings = {reading.id: reading for reading in policy.ruleset.readings()}
    for confirmation in policy.confirmed:
        del readings[confirmation.reading]
    for number, written in enumerate(text.splitlines(), start=1):
        if not written.strip() or written.lstrip().startswith("#"):
            continue
        line = _line_of(written)
        if wrong := _wrong_in(line, readings.pop(line.id, None), policy, is_tried=is_tried):
            yield Problem(f"line {number}", wrong)
            continue
        try:
            on = date.fromisoformat(line.day)
            yield Confirmation(line.id, by=line.by, on=on, alternative=line.alternative)
        except InvalidValue as error:
            yield from (problem.under(f"line {number}") for problem in error.problems)


class _Line(NamedTuple):
    """The parts of a line; empty where there is none."""

    id: str
    alternative: bool
    day: str
    by: str


_ALTERNATIVE = ("alternative", "另一种选择")
"""The word behind the id of a reading whose alternative is confirmed."""


def _line_of(written: str) -> _Line:
    id_, rest = (*written.split(maxsplit=1), "")[:2]
    word, behind = (*rest.split(maxsplit=1), "", "")[:2]
    alternative = word in _ALTERNATIVE
    day, by = (*(behind if alternative else rest).split(maxsplit=1), "", "")[:2]
    return _Line(id_, alternative, day, by.strip())


def _wrong_in(line: _Line, reading: Reading | None, policy: Policy, *, is_tried: bool) -> str:
    """What would be right in the place of a line; empty if it is right."""
    if any(one.reading == line.id for one in policy.confirmed):
        return "expected no reading that the code of the policy confirms: remove the line"
    if reading is None:
        return f"expected a reading of {policy.version} by its id, and each once, such as APPLY-4/1"
    on = _day_of(line.day)
    if on is None or not line.by:
        return (
            "expected an id, a day and who, with blanks between, such as APPLY-4/1 2026-01-31 Privacy Office"
        )
    if on > date.today() + timedelta(days=1):  # the day begins earlier elsewhere
        return "expected a day that is not after today"
    is_kept = reading.is_kept(policy.readings)
    if is_tried and not is_kept:
        # Whoever signed it signed the choice of the rules: the alternative is only being tried.
        return "expected no reading that the policy is named with: its alternative is only tried"
    if line.alternative and is_kept:
        return f"expected no alternative: {policy.version} chooses what the rules choose"
    if not (line.alternative or is_kept):
        return f"expected the alternative, which {policy.version} chooses: {line.id} alternative 2026-01-31 Privacy Office"
    return ""


def _day_of(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
