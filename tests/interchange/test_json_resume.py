"""JSON Resume: nothing is lost without its path being named, nothing is made up, and views are written as they are shown."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import people
from each import each
from resume_visibility import FULLY_VERIFIED, Owner, Recruiter, Resume, view_for
from resume_visibility.interchange import Read, read_json_resume, write_json_resume
from resume_visibility.model import Company, Degree, MobileNumber, Period, YearMonth
from resume_visibility.testing import Case, cases

AT = datetime(2026, 7, 1, tzinfo=UTC)
LENA: dict[str, Any] = {
    "$schema": "https://example.org/schema.json",
    "basics": {
        "name": "Lena Vasquez",
        "label": "Staff Engineer",
        "image": "",
        "email": "lena@example.com",
        "phone": "+86 139-1234-5678",
        "url": "https://lena.example.com",
        "summary": "Fourteen years of storage systems.",
        "location": {
            "address": "88 Harrison Street",
            "city": "Lisbon",
            "region": "Lisboa",
            "countryCode": "PT",
        },
        "profiles": [
            {"network": "Mastodon", "username": "lena_v", "url": "https://social.example.com/@lena_v"}
        ],
    },
    "work": [
        {
            "name": "Initech",
            "position": "Engineer",
            "startDate": "2015-06-01",
            "endDate": "2020-01",
            "summary": "Owned the repair scheduler.",
            "highlights": ["Cut repair time by half", "Call me: 139 1234 5678"],
        },
        {"name": "Globex", "startDate": "2011", "endDate": "2014-05"},
    ],
    "education": [
        {
            "institution": "IST",
            "studyType": "Ph.D.",
            "area": "CS",
            "startDate": "2006-09-01",
            "score": "19/20",
        }
    ],
    "projects": [{"name": "Raftlet", "entity": "IST", "startDate": "2009-01", "roles": ["Author"]}],
    "volunteer": [{"organization": "CoderDojo", "position": "Teacher", "startDate": "2012-01-01"}],
    "awards": [{"title": "Best Paper", "date": "2014-11-01", "awarder": "OSDI"}],
    "certificates": [{"name": "CKA", "date": "2019-03"}, {"name": "Scrum"}],
    "skills": [{"name": "Storage", "level": "Master", "keywords": ["Raft", "Erasure coding"]}],
    "languages": [{"language": "Portuguese", "fluency": "Native speaker"}],
    "references": [{"name": "Erlich Bachman", "reference": "She is great."}],
    "meta": {"version": "v1.0.0"},
}


def read(document: Any) -> Read[Resume]:
    """A document of JSON Resume as a resume."""
    return read_json_resume(document, id="r-1", candidate="c-1")


def leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a document with something in it, and its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{i}]")
    elif isinstance(value, str) and value.strip():
        yield path, value


def held(resume: Resume) -> str:
    """Everything that a resume holds, for its owner."""
    return repr(attrs.asdict(resume))


def test_texts_go_where_the_policy_knows_such_a_text() -> None:
    """Names, work, education and skills have sections of their own; what has none is a topic of 附加信息."""
    resume = read(LENA).resume
    assert resume.basics.name is not None
    assert resume.basics.name.full == "Lena Vasquez"
    assert resume.basics.contact.mobile == MobileNumber("+8613912345678")
    assert resume.basics.profile.residence == "Lisbon, Lisboa"
    assert (resume.highlights, resume.strengths) == ("Staff Engineer", "Fourteen years of storage systems.")
    assert resume.work[0].period == Period(YearMonth(2015, 6), YearMonth(2020, 1))
    assert resume.education[0].degree is Degree.DOCTOR
    assert [(one.name, one.company, one.description) for one in resume.projects] == [
        ("Raftlet", "IST", "Author")
    ]
    assert [skill.name for skill in resume.skills] == ["Storage", "Raft", "Erasure coding", "Portuguese"]
    assert [(one.custom_topic, (one.description or "").split("\n")[0]) for one in resume.additional] == [
        ("profiles", "Mastodon"),
        ("volunteer", "CoderDojo"),
    ]


def test_what_has_no_place_is_named_by_its_path() -> None:
    """Where somebody lives, what other people wrote, a year without a month: named, so that the candidate can say."""
    assert set(read(LENA).unplaced) == {
        "$schema",
        "meta",
        "references",
        "basics.location.address",
        "basics.location.countryCode",
        "work[1].startDate",
        "work[1].endDate",
        "awards[0].awarder",
        "skills[0].level",
        "languages[0].fluency",
    }


def test_nothing_is_made_up() -> None:
    """An empty document is a resume with nothing but its ids, and the most private settings."""
    found = read({})
    assert found.resume == Resume(id="r-1", candidate="c-1")
    assert found.unplaced == ()


def test_what_was_read_is_redacted_as_everything_is() -> None:
    """A number in a highlight is taken out for whoever is not shown it, and the resume is private until its owner chooses."""
    resume = read(LENA).resume
    stranger = Recruiter(id="u", company=Company(id="x", name="X"), signed_in=True, verified=FULLY_VERIFIED)
    assert view_for(stranger, resume, at=AT) is None
    born = attrs.evolve(resume.basics.profile, born=YearMonth(1990, 1))
    public = attrs.evolve(resume, settings=people.OPEN, basics=attrs.evolve(resume.basics, profile=born))
    view = view_for(stranger, public, at=AT)
    assert view is not None
    assert "139" not in repr(attrs.asdict(view))
    assert "Cut repair time by half" in (view.sections.work[0].description or "")


@each("number", ["(206) 555-0142", "555-0142", "+1", "call me"])
def test_a_number_that_cannot_be_dialled_is_no_mobile_number(number: str) -> None:
    """Without its country a number is left where it was, and named."""
    found = read({"basics": {"phone": number}})
    assert found.resume.basics.contact.mobile is None
    assert found.unplaced == ("basics.phone",)


@each("degree", ["Bachelor", "Bachelor of Science", "Bachelor's", "Ph.D.", "MBA", "Staatsexamen"])
def test_a_degree_is_kept_in_its_own_words_too(degree: str) -> None:
    """A degree that is known is one of the policy's, and its words are kept in any case."""
    (school,) = read({"education": [{"studyType": degree}]}).resume.education
    assert (school.degree is None) is (degree == "Staatsexamen")
    assert school.major_description == degree


def test_LAW_7_what_is_no_json_is_refused_without_a_word_of_it() -> None:
    """LAW-7: neither what is no JSON, nor a list, is quoted; and a number as a key is not named."""
    for document in (b"13912345678 {", "[13912345678]", b"\xff"):
        with pytest.raises(ValueError, match=r"^expected JSON of an object$") as caught:
            read(document)
        assert caught.value.__cause__ is None
    with pytest.raises(TypeError, match="expected a bytes"):
        read(12)
    assert read({"13912345678": "x"}).unplaced == ("(a key)",)
    assert read({"work": ["13912345678"], "basics": "Li Wei"}).unplaced == ("work[0]", "basics")


@each("text", ["a\0b", "half \ud83d", "   "])
def test_what_no_resume_can_hold_is_named(text: str) -> None:
    """A text that no resume can hold is left, and named."""
    assert read({"basics": {"summary": text}, "work": [{"highlights": ["fine", text]}]}).unplaced == (
        "basics.summary",
        "work[0].highlights[1]",
    )


_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_any = st.recursive(
    _texts | st.none() | st.integers(0, 9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "summary", "highlights", "startDate", "url", "x", "phone"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from([*LENA, "projects", "certificates", "publications", "interests"]), _any, max_size=4
    )
)
def test_nothing_is_lost_without_a_word(document: dict[str, Any]) -> None:
    """Every text of a document is in the resume, or its path, or that of what it is in, is named."""
    found = read(json.dumps(document))
    resume = held(found.resume)
    for path, text in leaves(document):
        named = any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in found.unplaced)
        assert named or repr(text)[1:-1] in resume or text in resume, path


# --- Views -----------------------------------------------------------------------------------------------------------


def test_a_view_is_written_as_it_is_shown() -> None:
    """What the owner sees goes out and comes back as it was, where both sides can hold it."""
    resume = read(LENA).resume
    view = view_for(Owner(candidate="c-1"), resume, at=AT)
    assert view is not None
    written = write_json_resume(view)
    assert written.unplaced == ("additional",)
    again = read(written.document).resume
    assert again.basics.name == resume.basics.name
    assert again.basics.contact == resume.basics.contact
    assert (again.work, again.skills, again.awards) == (resume.work, resume.skills, resume.awards)
    assert again.certificates == resume.certificates != ()


@given(cases())
def test_LAW_2_what_is_written_is_what_is_shown(case: Case[Resume]) -> None:
    """LAW-2: whoever asks, no text is written that is not in the view."""
    view = view_for(case.viewer, case.document, at=case.at)
    if view is not None:
        shown = repr(attrs.asdict(view))
        for path, text in leaves(write_json_resume(view).document):
            assert repr(text)[1:-1] in shown or path.endswith(("Date", ".date")), path


def test_what_is_no_view_is_refused() -> None:
    """A resume is never written as it is."""
    with pytest.raises(TypeError, match="expected a ResumeView"):
        write_json_resume(read({}).resume)  # type: ignore[arg-type]  # what must be refused
