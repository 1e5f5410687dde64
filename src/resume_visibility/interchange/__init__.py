"""Resumes in formats of others: JSON Resume, read into a resume and written from a view."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {"json_resume": "Read Written read_json_resume write_json_resume"},
)
