"""隐私条款 2023年4月版, in force since 2023-05-04."""

from datetime import timedelta
from typing import TYPE_CHECKING

from ..readings import Reading, Readings
from ..ruleset import Ruleset
from .required import REQUIRED
from .rules import RULES, SHAREABLE, SHARING
from .texts import texts, uncited

if TYPE_CHECKING:
    from ..statements import Statement


def _statements(chosen: Readings) -> "tuple[Statement, ...]":
    from .statements import statements  # which no view needs, as the readings below

    return statements(chosen)


def _readings() -> tuple[Reading, ...]:
    from .readings import READINGS

    return READINGS


V2023_04 = Ruleset(
    version="2023-04",
    decide=RULES,
    texts=texts,
    statements=_statements,
    uncited=uncited,
    readings=_readings,
    age=16,
    most_fresh=timedelta(hours=2),
    shareable=SHAREABLE,
    required=REQUIRED,
    sharing=SHARING,
)
"""The policy of April 2023."""
