"""Sentences in which brackets ⟦⟧ stand around what has to go."""


def without_brackets(text: str, mark: str) -> tuple[str, str]:
    """The sentence as somebody writes it, and what is to be left of it: a mark for each bracketed stretch."""
    pieces = text.replace("⟧", "⟦").split("⟦")
    left = [mark if at % 2 else piece for at, piece in enumerate(pieces)]
    return "".join(pieces), "".join(left)
