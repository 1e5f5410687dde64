"""隐私条款 2023年4月版, in force since 2023-05-04."""

import copyreg
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ..readings import Reading, Readings
from ..ruleset import Edition, Ruleset
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
    edition=Edition(name="2023年4月版", updated=date(2023, 4, 20), in_force=date(2023, 5, 4)),
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


def _the_ruleset() -> Ruleset:
    return V2023_04


def _reduce(ruleset: Ruleset) -> str | tuple[Any, ...]:
    """The ruleset of this file is pickled and copied by its name, and so stays the same object. Any other has no name that is known."""
    return (_the_ruleset, ()) if ruleset is V2023_04 else ruleset.__reduce_ex__(4)


copyreg.pickle(Ruleset, _reduce)
