"""Resumes in formats of others: rows and documents read by a mapping of their names, JSON Resume, and views written."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "json_reading": "read_json_resume",
        "json_sections": "JsonAccount JsonAward JsonBasics JsonCertificate JsonEducation JsonInterest JsonLanguage JsonMeta "
        "JsonProfile JsonProject JsonPublication JsonReference JsonResume JsonSections JsonSkill JsonVolunteer JsonWork",
        "json_writing": "Written write_json_resume",
        "mapping": "FieldMapping Read",
        "partial_dates": "PartialDate",
        "sources": "Constant Each Fields From",
        "texts": "lines month_in number_in period_in words",
    },
)
