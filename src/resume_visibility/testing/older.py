"""Another month of birth that decides the same: that somebody is old enough decides, and how old they are does not (GATE-3, LAW-1)."""

from typing import Any

from ..model.values import YearMonth
from .questions import Case

_FIRST_YEAR = 1900


def older_birth(case: Case[Any]) -> YearMonth | None:
    """The month of birth of a case's candidate; if they are of age by a year or more, an earlier month instead.

    Args:
        case: a question, whose policy requires an age.
    """
    born: YearMonth | None = case.document.basics.profile.born
    if born is None or not _FIRST_YEAR < born.year < case.at.year - case.policy.ruleset.age - 1:
        return born
    return YearMonth(born.year - 1, 13 - born.month)
