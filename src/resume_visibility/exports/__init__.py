"""Copies that are taken out: JSON lines, CSV and workbooks of views that were made for export (EXPORT-1)."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
