"""隐私条款 2023年4月版, in force since 2023-05-04."""

from datetime import timedelta
from typing import TYPE_CHECKING

from ..ruleset import Ruleset
from .required import REQUIRED
from .rules import RULES, SHAREABLE, SHARING
from .texts import TEXTS

if TYPE_CHECKING:
    from ..statements import Statement


def _statements() -> "tuple[Statement, ...]":
    from .statements import STATEMENTS  # which no view needs

    return STATEMENTS


V2023_04 = Ruleset(
    version="2023-04",
    decide=RULES,
    texts=TEXTS,
    statements=_statements,
    age=16,
    most_fresh=timedelta(hours=2),
    shareable=SHAREABLE,
    required=REQUIRED,
    sharing=SHARING,
)
"""The policy of April 2023."""
