"""What may be seen: clauses, facts, rules, and the table of all cases. No content of a resume is touched here."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "..errors": "UndecidedCase",
        "clauses": "Clause",
        "completeness": "missing",
        "decisions": "Grant Permit Refusal Rules",
        "editing": "Field",
        "explanation": "BlockChange Change Explanation Ruling",
        "facts": "Concern Facts Sharing Standing ViewerKind",
        "readings": "Confirmation Reading Readings",
        "ruleset": "ClauseText Ruleset",
        "statements": "ALL Statement cited_lawfully never revised when",
        "v2023_04": "V2023_04",
        "v2023_04.citations": "CLOSES GIVES WITHHOLDS",
        "verification": "CaseDifference Comparison Violation compare verify",
    },
)
