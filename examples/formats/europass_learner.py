"""Europass: the JSON of its older editor (schema 3.x), a `SkillsPassport` with `LearnerInfo`."""

from typing import Any

from html_text import plain_text
from json_document import plain
from shown import SAMPLES, show

from resume_visibility.interchange import (
    Constant,
    Each,
    FieldMapping,
    From,
    JsonResume,
    Read,
    lines,
    number_in,
    words,
)
from resume_visibility.model import Degree, Gender, Period, YearMonth


def _period(
    year: int | None, month: int | None, to_year: Any, to_month: Any, current: bool | None
) -> Period | None:
    if year is None or month is None or (not current and (to_year is None or to_month is None)):
        return None
    return Period(YearMonth(year, month), None if current else YearMonth(to_year, to_month))


_PERIOD = From(
    *("Period.From.Year", "Period.From.Month", "Period.To.Year", "Period.To.Month", "Period.Current"),
    by=_period,
)
_LEVELS = {"3A": Degree.HIGH_SCHOOL, "5A": Degree.BACHELOR, "5B": Degree.ASSOCIATE, "6": Degree.DOCTOR}
_WHO, _SKILLS = "SkillsPassport.LearnerInfo.Identification.", "SkillsPassport.LearnerInfo.Skills."


def _skills(topic: str) -> Each:
    return Each(
        _SKILLS + topic, {"custom_topic": Constant(topic), "description": From("Description", by=plain_text)}
    )


MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "basics.name.full": From(f"{_WHO}PersonName.FirstName", f"{_WHO}PersonName.Surname", by=words),
        "basics.name.surname": f"{_WHO}PersonName.Surname",
        "basics.profile.born": From(
            f"{_WHO}Demographics.Birthdate.Year", f"{_WHO}Demographics.Birthdate.Month", by=YearMonth
        ),
        "basics.profile.gender": From(
            f"{_WHO}Demographics.Gender.Code", by={"F": Gender.FEMALE, "M": Gender.MALE}
        ),
        "basics.profile.residence": f"{_WHO}ContactInfo.Address.Contact.Municipality",
        "basics.profile.address": f"{_WHO}ContactInfo.Address.Contact.AddressLine",
        "basics.profile.postal_code": f"{_WHO}ContactInfo.Address.Contact.PostalCode",
        "basics.contact.email": f"{_WHO}ContactInfo.Email.Contact",
        "basics.contact.mobile": From(f"{_WHO}ContactInfo.Telephone[0].Contact", by=number_in),
        # All of them, so that texts are searched for each.
        "phone_as_written": From(f"{_WHO}ContactInfo.Telephone[].Contact", by=lines),
        "basics.contact.homepage": f"{_WHO}ContactInfo.Website[0].Contact",
        "url_as_written": From(f"{_WHO}ContactInfo.Website[].Contact", by=lines),
        "profiles": Each(
            f"{_WHO}ContactInfo.InstantMessaging", {"network": "Use.Label", "username": "Contact"}
        ),
        "highlights": "SkillsPassport.LearnerInfo.Headline.Description.Label",
        "work": Each(
            "SkillsPassport.LearnerInfo.WorkExperience",
            {
                "company": "Employer.Name",
                "position": "Position.Label",
                "period": _PERIOD,
                "industry": "Employer.Sector.Label",
                "description": From("Activities", by=plain_text),
            },
        ),
        "education": Each(
            "SkillsPassport.LearnerInfo.Education",
            {
                "school": "Organisation.Name",
                "major": "Title",
                "degree": From("Level.Code", by=_LEVELS),
                "period": _PERIOD,
                "major_description": From("Activities", by=plain_text),
            },
        ),
        "skills": (
            Each(f"{_SKILLS}Linguistic.MotherTongue", {"name": "Description.Label"}),
            Each(f"{_SKILLS}Linguistic.ForeignLanguage", {"name": "Description.Label"}),
        ),
        "additional": (
            *(_skills(topic) for topic in ("Communication", "Organisational", "JobRelated", "Computer")),
            Each(
                "SkillsPassport.LearnerInfo.Achievement",
                {"custom_topic": "Title.Label", "description": From("Description", by=plain_text)},
            ),
        ),
    },
    lenient=True,
)


def read(document: bytes) -> Read[JsonResume]:
    """A resume of the exported file."""
    return MAPPING.read(plain(document), id="r-1", candidate="c-1")


if __name__ == "__main__":
    show(read((SAMPLES / "europass-learner.json").read_bytes()))
