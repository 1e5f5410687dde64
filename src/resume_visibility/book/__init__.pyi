"""The public names, for type checkers: at run time `__init__.py` finds each when it is asked for."""

from .page import book as book

__all__ = [
    "book",
]
