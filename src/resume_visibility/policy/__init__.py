"""What may be seen: clauses, facts, rules, and the table of all cases. No content of a resume is touched here."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
