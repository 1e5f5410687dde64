"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from .json_reading import read_json_resume as read_json_resume
from .json_sections import JsonAccount as JsonAccount
from .json_sections import JsonAward as JsonAward
from .json_sections import JsonBasics as JsonBasics
from .json_sections import JsonCertificate as JsonCertificate
from .json_sections import JsonEducation as JsonEducation
from .json_sections import JsonInterest as JsonInterest
from .json_sections import JsonLanguage as JsonLanguage
from .json_sections import JsonMeta as JsonMeta
from .json_sections import JsonProfile as JsonProfile
from .json_sections import JsonProject as JsonProject
from .json_sections import JsonPublication as JsonPublication
from .json_sections import JsonReference as JsonReference
from .json_sections import JsonResume as JsonResume
from .json_sections import JsonSections as JsonSections
from .json_sections import JsonSkill as JsonSkill
from .json_sections import JsonVolunteer as JsonVolunteer
from .json_sections import JsonWork as JsonWork
from .json_writing import Written as Written
from .json_writing import write_json_resume as write_json_resume
from .mapping import FieldMapping as FieldMapping
from .mapping import Read as Read
from .partial_dates import PartialDate as PartialDate
from .sources import Constant as Constant
from .sources import Each as Each
from .sources import Fields as Fields
from .sources import From as From
from .texts import lines as lines
from .texts import month_in as month_in
from .texts import number_in as number_in
from .texts import period_in as period_in
from .texts import words as words

__all__ = [
    "Constant",
    "Each",
    "FieldMapping",
    "Fields",
    "From",
    "JsonAccount",
    "JsonAward",
    "JsonBasics",
    "JsonCertificate",
    "JsonEducation",
    "JsonInterest",
    "JsonLanguage",
    "JsonMeta",
    "JsonProfile",
    "JsonProject",
    "JsonPublication",
    "JsonReference",
    "JsonResume",
    "JsonSections",
    "JsonSkill",
    "JsonVolunteer",
    "JsonWork",
    "PartialDate",
    "Read",
    "Written",
    "lines",
    "month_in",
    "number_in",
    "period_in",
    "read_json_resume",
    "words",
    "write_json_resume",
]
