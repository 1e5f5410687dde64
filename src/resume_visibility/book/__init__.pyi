"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from .page import book as book
