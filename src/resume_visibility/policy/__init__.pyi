"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from ..errors import UndecidedCase as UndecidedCase
from .acts import Act as Act
from .acts import ActKind as ActKind
from .clauses import Clause as Clause
from .comparison import CaseDifference as CaseDifference
from .comparison import Comparison as Comparison
from .comparison import OtherDifference as OtherDifference
from .comparison import RuleDifference as RuleDifference
from .comparison import compare as compare
from .completeness import missing as missing
from .decisions import Grant as Grant
from .decisions import Permit as Permit
from .decisions import Refusal as Refusal
from .decisions import Rules as Rules
from .editing import Field as Field
from .explanation import ActChange as ActChange
from .explanation import BlockChange as BlockChange
from .explanation import Change as Change
from .explanation import Explanation as Explanation
from .explanation import Ruling as Ruling
from .facts import Concern as Concern
from .facts import Facts as Facts
from .facts import Sharing as Sharing
from .facts import Standing as Standing
from .facts import ViewerKind as ViewerKind
from .readings import Confirmation as Confirmation
from .readings import Reading as Reading
from .readings import Readings as Readings
from .ruleset import ClauseText as ClauseText
from .ruleset import Edition as Edition
from .ruleset import Ruleset as Ruleset
from .statements import ALL as ALL
from .statements import Statement as Statement
from .statements import cited_lawfully as cited_lawfully
from .statements import never as never
from .statements import revised as revised
from .statements import when as when
from .v2023_04 import V2023_04 as V2023_04
from .v2023_04.citations import CLOSES as CLOSES
from .v2023_04.citations import GIVES as GIVES
from .v2023_04.citations import WITHHOLDS as WITHHOLDS
from .verification import Violation as Violation
from .verification import verify as verify

__all__ = [
    "ALL",
    "CLOSES",
    "GIVES",
    "V2023_04",
    "WITHHOLDS",
    "Act",
    "ActChange",
    "ActKind",
    "BlockChange",
    "CaseDifference",
    "Change",
    "Clause",
    "ClauseText",
    "Comparison",
    "Concern",
    "Confirmation",
    "Edition",
    "Explanation",
    "Facts",
    "Field",
    "Grant",
    "OtherDifference",
    "Permit",
    "Reading",
    "Readings",
    "Refusal",
    "RuleDifference",
    "Rules",
    "Ruleset",
    "Ruling",
    "Sharing",
    "Standing",
    "Statement",
    "UndecidedCase",
    "ViewerKind",
    "Violation",
    "cited_lawfully",
    "compare",
    "missing",
    "never",
    "revised",
    "verify",
    "when",
]
