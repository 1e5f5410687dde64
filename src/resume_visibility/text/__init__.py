"""Free text: finds once what a text gives away of its writer, and hides what is not granted. It knows nothing of resumes.

fold -> candidates -> judgement -> spans
"""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "finding": "find find_among find_in_link redact",
        "kinds": "CONTACTS Finding Kind MARKS Tag hide",
        "known": "Known NOTHING",
        "known_numbers": "Line",
        "names": "Names",
        "signals": "suspects",
    },
)
