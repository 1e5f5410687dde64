"""The file in which an officer writes who confirmed which readings, for the policy book."""

from collections.abc import Iterator
from datetime import date

import attrs

from ..errors import InvalidValue, Problem
from ..policy.readings import Confirmation
from ..policy.table import Policy
from .policies import is_trial
from .viewers import read_file


def with_confirmations(policy: Policy, written: str, path: str) -> Policy:
    """The policy with the confirmations of a file: a line for each, with the id of the reading, the day, and who confirmed it.

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
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        where, (id_, day, by) = f"line {number}", (*line.split(maxsplit=2), "", "", "")[:3]
        reading, on = readings.pop(id_, None), _day_of(day)
        if reading is None:
            yield Problem(
                where, f"expected a reading of {policy.version} by its id, and each once, such as APPLY-4/1"
            )
        elif on is None or not by:
            yield Problem(
                where,
                "expected an id, a day and who, with blanks between, such as APPLY-4/1 2026-01-31 Privacy Office",
            )
        elif is_tried and not reading.is_kept(policy.readings):
            # Whoever signed it signed the choice of the rules: the alternative is only being tried.
            yield Problem(
                where, "expected no reading that the policy is named with: its alternative is only tried"
            )
        else:
            try:
                yield Confirmation(id_, by=by.strip(), on=on)
            except InvalidValue as error:
                yield from (problem.under(where) for problem in error.problems)


def _day_of(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
