"""隐私条款 2023年4月版, in force since 2023-05-04."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from ..readings import Reading
from ..ruleset import ClauseText, Ruleset
from .required import REQUIRED
from .rules import RULES, SHAREABLE, SHARING
from .texts import TEXTS

if TYPE_CHECKING:
    from ..statements import Statement


def _statements() -> "tuple[Statement, ...]":
    from .statements import STATEMENTS  # which no view needs, as the others below

    return STATEMENTS


def _uncited() -> Mapping[str, ClauseText]:
    from .uncited import UNCITED

    return UNCITED


def _readings() -> tuple[Reading, ...]:
    from .readings import READINGS

    return READINGS


V2023_04 = Ruleset(
    version="2023-04",
    decide=RULES,
    texts=TEXTS,
    statements=_statements,
    uncited=_uncited,
    readings=_readings,
    age=16,
    most_fresh=timedelta(hours=2),
    shareable=SHAREABLE,
    required=REQUIRED,
    sharing=SHARING,
)
"""The policy of April 2023."""
