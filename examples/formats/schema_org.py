"""schema.org: a `Person` in JSON-LD, as personal homepages have it."""

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
    month_in,
    number_in,
    period_in,
)
from resume_visibility.model import Gender


def _address(text: str) -> str:
    return text.removeprefix("mailto:")


_GENDERS = {
    "Male": Gender.MALE,
    "Female": Gender.FEMALE,
    "https://schema.org/Male": Gender.MALE,
    "https://schema.org/Female": Gender.FEMALE,
}
_PERIOD = From("startDate", "endDate", by=period_in)


def _roles(key: str) -> Each:
    """The jobs under a key. A role stands between the person and the organisation: both are under the same key."""
    return Each(
        key,
        {"position": "roleName", "company": f"{key}.name", "period": _PERIOD, "description": "description"},
    )


# Of a class that has accounts elsewhere: a text of 附加信息 would show them to everybody (CONTACT-1).
MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "basics.name.full": "name",
        "basics.name.surname": "familyName",
        "basics.profile.gender": From("gender", by=_GENDERS),
        "basics.profile.born": From("birthDate", by=month_in),
        "basics.profile.residence": "homeLocation.address.addressLocality",
        "basics.profile.address": From(
            "address.streetAddress", "homeLocation.address.streetAddress", by=lines
        ),
        "basics.profile.postal_code": From("address.postalCode", "homeLocation.address.postalCode", by=lines),
        "basics.contact.email": From("email", by=_address),
        "basics.contact.mobile": From("telephone", by=number_in),
        "basics.contact.homepage": "url",
        "highlights": "jobTitle",
        "strengths": "description",
        "intention.position": "seeks.name",
        "work": (_roles("hasOccupation"), _roles("worksFor")),
        "education": Each(
            "alumniOf",
            {
                "school": "alumniOf.name",
                "period": _PERIOD,
                "major": "roleName",
                "major_description": "description",
            },
        ),
        "certificates": Each("hasCredential", {"name": "name", "date": From("dateCreated", by=month_in)}),
        "awards": Each("award", {"name": ""}),
        "skills": (Each("knowsAbout", {"name": ""}), Each("knowsLanguage", {"name": "name"})),
        "profiles": Each("sameAs", {"url": ""}),
        # One without its country, or several.
        "phone_as_written": From("telephone", by=lines),
        "email_as_written": From("email", by=lines),
        "additional": Each(
            "memberOf",
            {"custom_topic": Constant("memberOf"), "description": From("name", "url", by=lines)},
        ),
    },
    ignored=("@context", "@type"),
    lenient=True,
)


def read(document: bytes) -> Read[JsonResume]:
    """A resume of JSON-LD."""
    return MAPPING.read(plain(document), id="r-1", candidate="c-1")


if __name__ == "__main__":
    show(read((SAMPLES / "schema-org.json").read_bytes()))
