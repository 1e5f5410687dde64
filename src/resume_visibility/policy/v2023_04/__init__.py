"""隐私条款 2023年4月版, in force since 2023-05-04."""

from datetime import timedelta

from ..ruleset import Ruleset
from .rules import RULES, SHAREABLE, SHARING
from .statements import STATEMENTS
from .texts import TEXTS

V2023_04 = Ruleset(
    version="2023-04",
    decide=RULES,
    texts=TEXTS,
    statements=STATEMENTS,
    age=16,
    most_fresh=timedelta(hours=2),
    shareable=SHAREABLE,
    sharing=SHARING,
)
"""The policy of April 2023."""
