"""The fields of a `JsonResume` with their keys of JSON Resume, in both directions.

Where a field of the library's says it in another way (months, degrees), the document's own writing is kept beside it.
"""

import re

from ..model.choices import Degree, Proficiency

SECTIONS: dict[str, dict[str, str]] = {
    "work": {
        "company": "name company",
        "position": "position",
        "exact_start": "startDate",
        "exact_end": "endDate",
        "location": "location",
        "business": "description",
        "url": "url website",
        "description": "summary",
        "highlights": "highlights[]",
    },
    "volunteer": {
        "organization": "organization",
        "position": "position",
        "start": "startDate",
        "end": "endDate",
        "url": "url website",
        "summary": "summary",
        "highlights": "highlights[]",
    },
    "education": {
        "school": "institution",
        "major": "area",
        "study_type": "studyType",
        "exact_start": "startDate",
        "exact_end": "endDate",
        "url": "url",
        "score": "score gpa",
        "courses": "courses[]",
    },
    "awards": {"name": "title", "exact_date": "date", "awarder": "awarder", "summary": "summary"},
    "certificates": {"name": "name", "exact_date": "date", "url": "url", "issuer": "issuer"},
    "publications": {
        "name": "name",
        "publisher": "publisher",
        "released": "releaseDate",
        "url": "url website",
        "summary": "summary",
    },
    "skills": {"name": "name", "level": "level", "keywords": "keywords[]"},
    "languages": {"language": "language", "fluency": "fluency level"},
    "interests": {"name": "name", "keywords": "keywords[]"},
    "references": {"name": "name", "reference": "reference"},
    "projects": {
        "name": "name",
        "description": "description summary",
        "exact_start": "startDate",
        "exact_end": "endDate",
        "url": "url",
        "company": "entity",
        "type": "type",
        "highlights": "highlights[]",
        "keywords": "keywords[]",
        "roles": "roles[]",
    },
    "profiles": {"network": "network", "username": "username", "url": "url"},
}
"""The fields of each section, with the keys that they hold. The first key is written; the others are keys of older versions."""
LOCATION = {
    "address": "address",
    "postal_code": "postalCode",
    "city": "city",
    "region": "region",
    "country_code": "countryCode",
}
HOME = {"address", "postal_code"}
"""The fields that say where somebody lives."""
META = {"schema": "$schema", "canonical": "canonical", "version": "version", "last_modified": "lastModified"}

DATE_FIELDS = {"exact_start", "exact_end", "exact_date", "start", "end", "released"}
"""The fields that hold a date."""

DERIVED = {"period", "date", "degree", "proficiency", "residence"}
"""The library's fields that are made from keys. Other fields hold these keys as they were written."""


def towns_in(*towns: str | None) -> str | None:
    """The place where somebody lives, in one line; None if nothing is known.

    Args:
        towns: and regions, from small to large; None for what is missing.
    """
    return ", ".join(town for town in towns if town is not None) or None


_DEGREES = {
    "associate": Degree.ASSOCIATE,
    "bachelor": Degree.BACHELOR,
    "master": Degree.MASTER,
    "mba": Degree.MBA,
    "phd": Degree.DOCTOR,
    "doctor": Degree.DOCTOR,
    "doctorate": Degree.DOCTOR,
    **{degree.value: degree for degree in Degree},
}
_PROFICIENCIES = {one.value: one for one in Proficiency}


def degree_in(kind: str) -> Degree | None:
    """The degree that a kind of study leads to; None if its first word is no degree that the policy knows.

    Args:
        kind: such as "Bachelor of Science", "Ph.D.", or a degree as this library spells it.
    """
    return _DEGREES.get(re.sub(r"[^a-z_]", "", kind.partition(" ")[0].casefold()).removesuffix("s"))


def proficiency_in(level: str) -> Proficiency | None:
    """The proficiency that a level names; None for all other words, as nobody can rank them.

    Args:
        level: such as "Expert".
    """
    return _PROFICIENCIES.get(level.casefold())
