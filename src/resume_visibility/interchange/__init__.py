"""Resumes in formats of others: rows and documents read by a mapping of their names, JSON Resume, and views written."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "json_resume": "Written read_json_resume write_json_resume",
        "mapping": "FieldMapping Read",
        "sources": "Constant Each Fields From",
        "texts": "lines month_in number_in period_in words",
    },
)
