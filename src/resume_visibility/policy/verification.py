"""Checks whether a policy keeps the safety statements, in every case there is."""

import attrs

from ..errors import InvalidValue, Problem
from ..model.arguments import expect
from ..model.language import Language, Words
from .facts import Facts
from .statements import Space, Statement
from .table import Policy
from .words import describe_facts


@attrs.frozen
class Violation:
    """A statement that a policy does not keep.

    Args:
        statement: the statement that is not kept.
        facts: the first case in which it is not kept.
        found: the fault in that case, in words.
        cases: the number of such cases.
    """

    statement: Statement
    facts: Facts
    found: Words
    cases: int

    def __str__(self) -> str:
        return self.said(Language.EN)

    def said(self, language: Language) -> str:
        """The statement, a case in which it is not kept, and the fault there.

        Args:
            language: of the text.
        """
        statement, case = self.statement, describe_facts(self.facts, language)
        return Words(
            f"{statement.name} ({', '.join(statement.rules)}): {statement.words.en}.\n"
            f"  Not kept in {self.cases} cases, such as: {case}.\n"
            f"  There, {self.found.en}.",
            f"{'、'.join(statement.rules)}：{statement.words.zh}。\n"
            f"  在 {self.cases} 种情形中不成立，例如：{case}。\n"
            f"  该情形中，{self.found.zh}。",
        ).said(language)


def verify(policy: Policy) -> tuple[Violation, ...]:
    """Find the safety statements that a policy does not keep, each with a case that shows it.

    Args:
        policy: the policy to check, in every case there is.

    Returns:
        A violation per statement that is not kept; none for a policy that is safe.

    Raises:
        InvalidValue: its ruleset makes no statement, or something else: nothing would be checked, and nothing would be wrong.
        TypeError: `policy` is no policy.
    """
    expect("policy", policy, Policy)
    statements = policy.statements
    if type(statements) is not tuple or {type(one) for one in statements} != {Statement}:
        expected = "expected at least one safety statement, in a tuple"
        raise InvalidValue("policy", [Problem("ruleset.statements", expected)])
    space = Space(policy)
    found = ((statement, tuple(statement.breaches(space))) for statement in statements)
    return tuple(Violation(statement, *faults[0], len(faults)) for statement, faults in found if faults)
