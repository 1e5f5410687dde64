"""The policy book: one page of HTML for whoever answers for the policy, made from the ruleset and the table."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
