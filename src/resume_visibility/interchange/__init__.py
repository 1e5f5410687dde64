"""Resumes in formats of others: rows and documents read by a mapping of their names, JSON Resume, and views written."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
