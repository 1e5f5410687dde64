"""Free text: what it gives away of its writer, found once and hidden by what is granted. It knows nothing of resumes.

fold -> candidates -> judgement -> spans
"""

from .dialled import Line
from .find import find, find_among, find_in_link, redact
from .kinds import CONTACTS, MARKS, Finding, Kind, Tag, hide
from .known import NOTHING, Known
from .names import Names
from .together import suspects

__all__ = [
    "CONTACTS",
    "MARKS",
    "NOTHING",
    "Finding",
    "Kind",
    "Known",
    "Line",
    "Names",
    "Tag",
    "find",
    "find_among",
    "find_in_link",
    "hide",
    "redact",
    "suspects",
]
