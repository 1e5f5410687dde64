"""JSON Resume: everything has a place, nothing is made up, each section follows its part, and views are written as they are shown."""

import json
from collections import OrderedDict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import people
from each import each
from resume_visibility import (
    FULLY_VERIFIED,
    InvalidResume,
    Owner,
    Part,
    Problem,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    ShownSections,
    Viewer,
    view_for,
)
from resume_visibility.interchange import (
    JsonResume,
    JsonSections,
    PartialDate,
    Read,
    Written,
    read_json_resume,
    write_json_resume,
)
from resume_visibility.model import (
    Application,
    Company,
    Consent,
    Degree,
    Education,
    Email,
    MobileNumber,
    Period,
    Proficiency,
    Skill,
    Url,
    Work,
    YearMonth,
)
from resume_visibility.testing import Case, cases
from samples import found_in

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
            "postalCode": "94105",
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


def read(document: Any) -> Read[JsonResume]:
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


def held(resume: JsonResume) -> str:
    """Everything that a resume holds, for its owner: dates as they are spelled."""
    dates = [one.spelled for one in _dates(resume)]
    return repr(attrs.asdict(resume)) + " ".join(dates)


def _dates(value: Any) -> Iterator[PartialDate]:
    if isinstance(value, PartialDate):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _dates(one)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _dates(getattr(value, field.name))


COMPANY = Company(id="x", name="X")
STRANGER = Recruiter(id="u", company=COMPANY, signed_in=True, verified=FULLY_VERIFIED)


def public(document: Any, **changes: Any) -> JsonResume:
    """A document that was read, of somebody of age who published it."""
    resume = read(document).resume
    of_age = attrs.evolve(resume.basics.profile, born=YearMonth(1990, 1))
    basics = attrs.evolve(resume.basics, profile=of_age)
    return attrs.evolve(resume, settings=people.OPEN, basics=basics, **changes)


def shown(resume: JsonResume, viewer: Viewer = STRANGER) -> JsonSections:
    """What somebody sees of it."""
    view = view_for(viewer, resume, at=AT)
    assert view is not None
    return view.sections


def owned(resume: Resume[Any]) -> Written:
    """What its owner gets back."""
    view = view_for(Owner(candidate=resume.candidate), resume, at=AT)
    assert view is not None
    return write_json_resume(view)


def test_each_key_has_a_field_of_its_own() -> None:
    """What the library knows is in its own fields, what only the format knows beside it, and nothing is left over."""
    found = read(LENA)
    resume = found.resume
    assert found.unplaced == ()
    assert resume.basics.name is not None
    assert resume.basics.name.full == "Lena Vasquez"
    assert resume.basics.contact.mobile == MobileNumber("+8613912345678")
    assert resume.basics.profile.residence == "Lisbon, Lisboa"
    assert (resume.highlights, resume.strengths) == ("Staff Engineer", "Fourteen years of storage systems.")
    assert resume.work[0].period == Period(YearMonth(2015, 6), YearMonth(2020, 1))
    assert (resume.work[0].exact_start, resume.work[0].exact_end) == (
        PartialDate(2015, 6, 1),
        PartialDate(2020, 1),
    )
    assert (resume.work[1].period, resume.work[1].exact_start) == (None, PartialDate(2011))
    assert (resume.education[0].degree, resume.education[0].study_type) == (Degree.DOCTOR, "Ph.D.")
    assert (resume.projects[0].company, resume.projects[0].roles) == ("IST", ("Author",))
    assert (resume.skills[0].name, resume.skills[0].keywords) == ("Storage", ("Raft", "Erasure coding"))
    assert (resume.awards[0].date, resume.awards[0].exact_date) == (
        YearMonth(2014, 11),
        PartialDate(2014, 11, 1),
    )
    assert resume.profiles[0].username == "lena_v"


def test_a_document_comes_back_as_it_was() -> None:
    """Its owner gets the document that was read."""
    document = {**LENA, "basics": {key: one for key, one in LENA["basics"].items() if one != ""}}
    assert owned(read(LENA).resume) == Written(document, ())


def test_what_the_schema_does_not_know_is_named_by_its_path() -> None:
    """A key that the schema does not know, and what is no text where it has to be one, are named."""
    document = {
        "work": [{"name": "A", "salary": "9"}],
        "basics": {"label": 7},
        "hobbies": ["x"],
        "skills": "Go",
    }
    assert {*read(document).unplaced} == {"work[0].salary", "basics.label", "skills", "hobbies"}


def test_nothing_is_made_up() -> None:
    """An empty document is a resume with nothing but its ids, and the most private settings; and it is written as empty."""
    found = read({})
    assert found.resume == JsonResume(id="r-1", candidate="c-1")
    assert found.unplaced == ()
    assert owned(found.resume) == Written({}, ())


# --- Who sees what ---------------------------------------------------------------------------------------------------


def test_what_was_read_is_private() -> None:
    """Nobody but the owner sees a resume that was read, until its owner chooses otherwise."""
    assert view_for(STRANGER, read(LENA).resume, at=AT) is None


def test_what_follows_no_part_is_for_the_owner_alone() -> None:
    """LAW-5: what other people wrote, the street, the picture and the address of the document are in no view but the owner's."""
    document = {
        **LENA,
        "basics": {**LENA["basics"], "image": "https://example.com/lena.png"},
        "meta": {"canonical": "https://example.com/resume.json"},
    }
    resume = public(document)
    applied = attrs.evolve(resume, applications=(Application(company="x", at=AT - timedelta(days=1)),))
    mine = shown(resume, Owner(candidate="c-1"))
    for one in (shown(resume), shown(applied)):
        assert (one.references, one.image, one.meta) == ((), None, None)
        assert one.profile is not None
        assert (one.profile.address, one.profile.postal_code) == (None, None)
        assert one.profile.city == "Lisbon"
    assert (mine.references, mine.image, mine.meta) == (resume.references, resume.image, resume.meta)
    assert None not in (mine.image, mine.meta)
    assert mine.references != ()
    assert mine.profile is not None
    assert (mine.profile.address, mine.profile.postal_code) == ("88 Harrison Street", "94105")


def test_sections_of_the_format_are_shown_with_the_part_that_they_follow() -> None:
    """Volunteering is shown to whom work is shown; publications, languages and interests to whom portfolio, skills and additional are."""
    document = {
        "volunteer": [{"organization": "CoderDojo"}],
        "publications": [{"name": "Video compression"}],
        "languages": [{"language": "Portuguese"}],
        "interests": [{"name": "Wildlife"}],
    }
    resume = public(document)
    names = ("volunteer", "publications", "languages", "interests")
    everything = {name: getattr(resume, name) for name in names}
    assert () not in everything.values()
    assert {name: getattr(shown(resume), name) for name in names} == everything
    recommended = {name: getattr(shown(resume, Recommender()), name) for name in names}
    assert recommended == {**dict.fromkeys(names, ()), "volunteer": resume.volunteer}


def test_CONTACT_1_accounts_and_details_as_written_follow_the_contact() -> None:
    """CONTACT-1: accounts elsewhere and details in any writing are shown where homepage, number and address are, and only there."""
    written = {"phone": "(415) 555-0117", "email": "lena at example", "url": "lena.example.com"}
    resume = public({"basics": {"profiles": [{"network": "X", "username": "lena_v"}], **written}})
    one = shown(resume)
    assert (one.profiles, one.phone_as_written, one.email_as_written, one.url_as_written) == (
        (),
        None,
        None,
        None,
    )
    applied = attrs.evolve(resume, applications=(Application(company="x", at=AT - timedelta(days=1)),))
    other = shown(applied)
    assert other.profiles == resume.profiles
    assert {
        "phone": other.phone_as_written,
        "email": other.email_as_written,
        "url": other.url_as_written,
    } == written


PARTNER = Recipient(id="partner", purpose="p")


def consent_to(*parts: Part) -> Consent:
    """Consent by which the partner gets these parts alone."""
    return Consent(
        recipient=PARTNER.id,
        recipient_name="示例合作伙伴",
        recipient_contact="privacy@example.com",
        purpose=PARTNER.purpose,
        method="接口",
        parts=frozenset(parts),
        begins=AT - timedelta(days=1),
        ends=AT + timedelta(days=1),
    )


@each(
    "part, follow",
    [
        (Part.WORK, {"volunteer"}),
        (Part.PORTFOLIO, {"publications"}),
        (Part.SKILLS, {"languages"}),
        (Part.ADDITIONAL, {"interests"}),
        (Part.MOBILE, {"phone_as_written"}),
        (Part.EMAIL, {"email_as_written"}),
        (Part.HOMEPAGE, {"profiles", "url_as_written"}),
        (Part.PROFILE, set()),
    ],
)
def test_SHARE_3_consent_to_a_part_shares_what_follows_it(part: Part, follow: set[str]) -> None:
    """SHARE-3: whom the candidate gave one part alone gets the format's sections that follow it, and none that follows another."""
    contact = {"phone": "(415) 555-0117", "email": "lena at example", "url": "lena.example.com"}
    document = {
        "basics": {"profiles": [{"network": "X", "username": "lena_v"}], **contact},
        "volunteer": [{"organization": "CoderDojo"}],
        "publications": [{"name": "Video compression"}],
        "languages": [{"language": "Portuguese"}],
        "interests": [{"name": "Wildlife"}],
        "references": [{"name": "Somebody", "reference": "She is good"}],
    }
    sections = shown(public(document, consents=(consent_to(part),)), PARTNER)
    own = [name for name in attrs.fields_dict(JsonSections) if name not in attrs.fields_dict(ShownSections)]
    assert {name for name in own if getattr(sections, name)} == follow


def test_CONTACT_2_a_username_and_its_link_are_granted_with_the_number() -> None:
    """CONTACT-2: whom the candidate gave the homepage alone sees no account by which to reach them, in no link either."""
    accounts = [
        {"network": "WeChat", "username": "lena_wx"},
        {"network": "Telegram", "url": "https://t.me/lena_v"},
        {"network": "GitHub", "username": "lena_v", "url": "https://github.com/lena_v"},
        {"network": "Gitee", "username": "林", "url": "https://gitee.com/%E6%9E%97"},
        {"username": "lena", "url": "https://social.example.com/u/1"},
    ]
    resume = public({"basics": {"profiles": accounts}}, consents=(consent_to(Part.HOMEPAGE),))
    view = view_for(PARTNER, resume, at=AT)
    assert view is not None
    assert write_json_resume(view).document["basics"]["profiles"] == [
        {"network": network} for network in ("WeChat", "Telegram", "GitHub", "Gitee")
    ]
    both = attrs.evolve(resume, consents=(consent_to(Part.HOMEPAGE, Part.MESSENGER),))
    assert shown(both, PARTNER).profiles == resume.profiles


def test_what_was_read_is_redacted_as_everything_is() -> None:
    """A number in a highlight is taken out for whoever is not shown it; a link with one goes out no more, and its job does."""
    job = {"name": "Initech", "url": "https://example.com/13912345678", "highlights": ["139 1234 5678"]}
    resume = public({**LENA, "work": [job], "volunteer": [{"url": "https://example.com"}]})
    view = view_for(STRANGER, resume, at=AT)
    assert view is not None
    assert view.sections.work[0].url == "https://example.com/[电话已隐藏]"
    document = write_json_resume(view).document
    assert document["work"] == [{"name": "Initech", "highlights": ["[电话已隐藏]"]}]
    assert document["volunteer"] == [{"url": "https://example.com"}]
    assert "139" not in repr(attrs.asdict(view)) + repr(document)


# --- Values ----------------------------------------------------------------------------------------------------------


@each("number", ["(206) 555-0142", "555-0142", "+1", "call me", "+86 139-1234-5678"])
def test_a_number_is_kept_as_it_was_written(number: str) -> None:
    """A number is the mobile number where it can be dialled, and is kept as it was written where it was written otherwise."""
    resume = read({"basics": {"phone": number}}).resume
    assert (resume.basics.contact.mobile is not None) is number.startswith("+86")
    assert resume.phone_as_written == number
    assert read({"basics": {"phone": "+8613912345678"}}).resume.phone_as_written is None


@each(
    "degree", ["Bachelor", "Bachelor of Science", "Bachelor's", "Ph.D.", "MBA", "high_school", "Staatsexamen"]
)
def test_a_degree_is_kept_in_its_own_words_too(degree: str) -> None:
    """A degree that is known is one of the policy's, and its words are kept in any case."""
    (school,) = read({"education": [{"studyType": degree}]}).resume.education
    assert (school.degree is None) is (degree == "Staatsexamen")
    assert school.study_type == degree


@each(
    "start, end, period",
    [
        ("2015-06-30", "2020-01", Period(YearMonth(2015, 6), YearMonth(2020, 1))),
        ("2015-06", None, Period(YearMonth(2015, 6))),
        ("2015-06", "Present", Period(YearMonth(2015, 6))),
        ("2015-06", "2020", None),
        ("2015", "2020-01", None),
        (None, "2020-01", None),
        ("2015-06", "1899-01", None),
        ("2015-06", "2014-06", None),
        ("1899-06", "2014-06", None),
    ],
)
def test_a_period_has_its_months(start: str | None, end: str | None, period: Period | None) -> None:
    """There is a period where both its months are known, and one is not before the other; the dates are kept in any case."""
    found = read({"projects": [{"startDate": start, "endDate": end, "name": "x"}]})
    (project,) = found.resume.projects
    assert (project.period, found.unplaced) == (period, ())
    assert project.exact_start is None or project.exact_start.spelled == start
    assert project.exact_end is None or project.exact_end.spelled == end


@each("key", ["startDate", "endDate"])
def test_a_month_with_a_day_that_there_is_not_is_named(key: str) -> None:
    """What is no date gives a period no month: it is left out, and named."""
    dates = {"startDate": "2015-06", "endDate": "2020-01", key: "2017-06-45"}
    found = read({"projects": [{"name": "x", **dates}]})
    assert (found.resume.projects[0].period, found.unplaced) == (None, (f"projects[0].{key}",))


@each("level", ["Expert", "expert", "EXPERT"])
def test_a_level_is_known_in_any_case(level: str) -> None:
    """A level that is one of the policy's proficiencies is that one, and its own word is kept."""
    (skill,) = read({"skills": [{"name": "SQL", "level": level}]}).resume.skills
    assert (skill.proficiency, skill.level) == (Proficiency.EXPERT, level)


@pytest.mark.parametrize(
    ("document", "candidate"),
    [
        ({"basics": {"name": "canary"}}, "no id"),
        ({"basics": {"name": "canary"}}, "canary 1"),
        (b'{"basics": {"name": "canary', "c-1"),
        (["canary"], "c-1"),
        ({"basics": {"summary": "canary" * 400_000}}, "c-1"),
    ],
)
def test_LAW_7_no_error_of_a_document_holds_it(document: Any, candidate: str) -> None:
    """LAW-7: neither an error nor the variables of the library's frames that it went through hold the document."""
    with pytest.raises((ValueError, TypeError)) as caught:
        read_json_resume(document, id="r-1", candidate=candidate)
    assert found_in(caught.value) == []


@each("nothing", [0, 0.0, -0.0, False])
@each("key", ["city", "region"])
def test_a_number_that_counts_as_nothing_is_no_text_and_is_named(key: str, nothing: object) -> None:
    """Zero is a value: where no text can be made of it, its path is named, as that of any other number."""
    got = read({"basics": {"location": {"city": "上海", "region": "沪"} | {key: nothing}}})
    assert got.unplaced == (f"basics.location.{key}",)
    assert got.resume.basics.profile.residence == {"city": "沪", "region": "上海"}[key]


def test_LAW_7_what_is_no_json_is_refused_without_a_word_of_it() -> None:
    """LAW-7: neither what is no JSON, nor a list, is quoted: its problem is said as for any document; and a number as a key is not named."""
    for document, expected in {
        b'{"basics": 13912345678\n"work": 1}': "a JSON object; mistake at line 2, column 1",
        "": "a JSON object; the document is empty",
        "resume.json": "a JSON object; text is read as JSON, not as the path of a file; give what the file holds",
        "[13912345678]": "a JSON object with keys such as basics and work",
        "null": "a JSON object with keys such as basics and work",
        b"\xff": "UTF-8",
        "[" * 100_000: "JSON nested less deeply",
    }.items():
        with pytest.raises(InvalidResume) as caught:
            read(document)
        assert caught.value.problems == (Problem("", f"expected {expected}"),)
        assert caught.value.__context__ is None
    with pytest.raises(TypeError, match="expected document to be bytes, a str or a dict, got int"):
        read(12)
    assert read({"13912345678": "x"}).unplaced == ("(a key)",)
    assert read({"work": ["13912345678"], "basics": 7}).unplaced == ("work[0]", "basics")


@each(
    "text",
    [
        '{"basics": {"name": "L V", "summary": "first"}, "basics": {"name": "L V"}}',
        '{"work": [{"name": "a"}], "work": []}',
        '{"basics": {"name": "L V", "name": "L V"}}',
        '{"basics": {"location": {"city": "SF", "c\\u0069ty": "LA"}}}',
        '{"x": [[{"y": 1, "y": 2}]]}',
        '{"basics": {"name": "L V"}, "": 1, "": 1}',
    ],
)
def test_a_key_that_comes_again_is_refused(text: str) -> None:
    """Of two values under one key neither is lost: the document is refused, wherever they are, and they are not quoted (LAW-7)."""
    for document in (text, text.encode(), "\ufeff" + text):
        with pytest.raises(InvalidResume) as caught:
            read(document)
        assert caught.value.problems == (Problem("", "expected each key once; one came twice"),)
        assert found_in(caught.value) == []
        assert caught.value.__context__ is None


class _Text(str):
    """A text as a framework has it, with an answer of its own."""

    def encode(self, *_: object) -> bytes:
        raise RuntimeError

    removeprefix = encode  # type: ignore[assignment]  # as wrong as may be


class _Bytes(bytes):
    """Bytes with an answer of their own."""

    def decode(self, *_: object) -> str:
        raise RuntimeError


class _Object(dict[str, Any]):
    """A dict with an answer of its own."""

    def get(self, *_: object) -> Any:
        raise RuntimeError


WRITTEN = json.dumps(LENA)


@each("document", [OrderedDict(LENA), _Object(LENA), _Text(WRITTEN), _Bytes(WRITTEN.encode())])
def test_a_document_of_a_subclass_is_what_it_holds(document: Any) -> None:
    """As for `load_resume`: what a library makes of a dict, a text or bytes holds the same document."""
    assert read(document) == read(LENA)


def test_a_byte_order_mark_is_no_text() -> None:
    """With a byte order mark or without, as text or as bytes, a document is the same."""
    text = json.dumps(LENA)
    marked = "\ufeff" + text
    assert read(marked) == read(marked.encode()) == read(text) == read(text.encode()) == read(LENA)


@each("number", ["NaN", "Infinity", "-Infinity", "9" * 5_000])
def test_what_is_no_number_is_no_text(number: str) -> None:
    """Numbers that JSON does not have are left, and named; and so is one of more digits than Python reads."""
    found = read(f'{{"education": [{{"institution": "IST", "gpa": {number}}}]}}')
    assert found.unplaced == ("education[0].gpa",)


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
    assume(isinstance(document.get("basics", {}), dict))  # anything else may be a name, and is refused
    found = read(json.dumps(document))
    resume = held(found.resume)
    for path, text in leaves(document):
        named = any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in found.unplaced)
        assert named or repr(text)[1:-1] in resume or text in resume, path


@pytest.mark.parametrize(
    "basics",
    [
        {"phone": 13800138000, "url": ["https://lena.dev"], "email": ["lena@example.com"]},
        {"phone": ["138 0013 8000", "021 5555 0117"], "url": "lena.dev", "email": ["Lena, lena@example.com"]},
        {
            "phone": {"home": "021 5555 0117", "mobile": {"number": 13800138000, "checked": True}},
            "url": [["https://lena.dev"]],
            "email": {"work": None, "own": "lena@example.com"},
            "profiles": [{"network": "X", "username": {"is": "lena_v"}, "url": ["https://x.com/lena_v"]}],
        },
        {
            "phone": {"138 0013 8000": "own", "021 5555 0117": True},
            "url": {"https://lena.dev": 1},
            "email": {"lena@example.com": "work"},
        },
    ],
    ids=["values", "texts", "objects", "keys"],
)
def test_PHONE_1_what_texts_are_searched_for_may_be_of_any_type_of_json(basics: dict[str, Any]) -> None:
    """PHONE-1, CONTACT-2, LAW-5: in whichever type of JSON a document has a detail, it is known, and in no text."""
    home = {"address": ["天府大道88号", "3栋"], "postalCode": 610041}
    summary = "我在天府大道88号3栋，邮编610041，手机尾号8000，主页 lena.dev，邮箱 lena at example.com"
    document = {"basics": {"name": "Lena Vasquez", "summary": summary, "location": home, **basics}}
    found = read(document)
    assert found.unplaced == ()
    text = shown(public(document)).strengths or ""
    assert not [one for one in ("天府", "610041", "8000", "lena", "3栋") if one in text], text
    again = owned(found.resume).document
    assert again["basics"]["location"] == {"address": "天府大道88号\n3栋", "postalCode": "610041"}


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        (
            {"address": {"street": "天府大道88号"}},
            "basics.location.address: expected texts, numbers and lists of them",
        ),
        (
            {"postalCode": "610041\0"},
            "basics.location.postalCode: expected text without NUL or lone surrogates",
        ),
        ("天府大道88号", "basics.location: expected an object with attributes or keys"),
        ([{"address": "天府大道88号"}], "basics.location: expected an object with attributes or keys"),
    ],
    ids=["object", "nul", "text", "list"],
)
def test_LAW_5_an_address_that_does_not_fit_is_never_left_out(location: object, problem: str) -> None:
    """LAW-5: an address that is left out would not be looked for in what else the candidate wrote."""
    with pytest.raises(InvalidResume) as caught:
        read({"basics": {"name": "Lena Vasquez", "summary": "我在天府大道88号", "location": location}})
    assert [*map(str, caught.value.problems)] == [problem]


# --- Views -----------------------------------------------------------------------------------------------------------


def test_what_the_candidate_changed_goes_out_as_it_is_now() -> None:
    """The document's own writing goes out as long as the library's field says the same."""
    resume = read(LENA).resume
    contact = attrs.evolve(
        resume.basics.contact,
        mobile=MobileNumber("+8613800138000"),
        email=Email("new@example.com"),
        homepage=Url("https://new.example.com"),
    )
    basics = attrs.evolve(
        resume.basics, contact=contact, profile=attrs.evolve(resume.basics.profile, residence="上海")
    )
    job = attrs.evolve(resume.work[0], period=Period(YearMonth(2016, 1)))
    school = attrs.evolve(resume.education[0], degree=Degree.MASTER, period=Period(YearMonth(2006, 9)))
    award = attrs.evolve(resume.awards[0], date=YearMonth(2015, 11))
    skill = attrs.evolve(resume.skills[0], proficiency=Proficiency.EXPERT)
    changed = attrs.evolve(
        resume, basics=basics, work=(job,), education=(school,), awards=(award,), skills=(skill,)
    )
    document = owned(changed).document
    assert {key: document["basics"][key] for key in ("phone", "email", "url", "location")} == {
        "phone": "+8613800138000",
        "email": "new@example.com",
        "url": "https://new.example.com",
        "location": {
            "address": "88 Harrison Street",
            "postalCode": "94105",
            "countryCode": "PT",
            "city": "上海",
        },
    }
    assert (document["work"][0]["startDate"], "endDate" in document["work"][0]) == ("2016-01", False)
    assert (document["education"][0]["studyType"], document["education"][0]["startDate"]) == (
        "master",
        "2006-09-01",
    )
    assert document["awards"][0]["date"] == "2015-11"
    assert document["skills"][0]["level"] == "expert"


def test_any_resume_is_written() -> None:
    """A resume without sections of its own goes out and comes back, and what has no place in the format is named by its path."""
    resume = Resume(
        id="r-1",
        candidate="c-1",
        basics=people.resume().basics,
        work=(
            Work(company="Initech", period=Period(YearMonth(2015, 6)), overseas=False, position="Engineer"),
        ),
        education=(Education(school="IST", degree=Degree.MASTER),),
        skills=(Skill(name="Raft", proficiency=Proficiency.EXPERT),),
        intention=people.resume().intention,
    )
    written = owned(resume)
    assert written.document["work"] == [{"name": "Initech", "position": "Engineer", "startDate": "2015-06"}]
    assert {"intention", "work[0].overseas", "profile.gender", "profile.born"} <= {*written.unplaced}
    assert not {"region", "latest_position", "profile.residence", "work[0].period"} & {*written.unplaced}
    again = read(written.document).resume
    assert again.basics.name is not None
    assert resume.basics.name is not None
    assert again.basics.name.full == resume.basics.name.full
    assert again.basics.contact == resume.basics.contact
    assert (again.work[0].period, again.education[0].degree, again.skills[0].proficiency) == (
        resume.work[0].period,
        Degree.MASTER,
        Proficiency.EXPERT,
    )


def test_a_piece_of_a_section_is_written_where_it_has_a_key() -> None:
    """Where the region alone is shown it is the city; the latest position alone has no key."""
    resume = public({**LENA, "profiles": []})
    view = view_for(STRANGER, resume, at=AT)
    assert view is not None
    pieces = JsonSections(region="Lisbon", latest_position="Engineer")
    written = write_json_resume(attrs.evolve(view, sections=pieces))
    assert written.document["basics"]["location"] == {"city": "Lisbon"}
    assert written.unplaced == ("latest_position",)


@pytest.mark.parametrize("key", ["phone", "email", "url"])
def test_of_two_writings_of_a_detail_the_other_is_named(key: str) -> None:
    """Where a resume has several numbers as they were written, the document has one, and nothing is lost without a word."""
    several: Any = {f"{key}_as_written": "one\nanother"}
    resume = attrs.evolve(public({**LENA, "profiles": []}), **several)
    field = {"phone": "mobile", "email": "email", "url": "homepage"}[key]
    assert getattr(resume.basics.contact, field) is not None
    assert owned(resume).unplaced == ("profile.born", f"{key}_as_written")


@given(cases())
def test_LAW_2_what_is_written_is_what_is_shown(case: Case[Resume]) -> None:
    """LAW-2: whoever asks, no text is written that is not in the view."""
    view = view_for(case.viewer, case.document, at=case.at)
    if view is not None:
        seen = repr(attrs.asdict(view))
        for path, text in leaves(write_json_resume(view).document):
            assert repr(text)[1:-1] in seen or path.endswith(("Date", ".date")), path


def test_what_is_no_view_is_refused() -> None:
    """A resume is never written as it is."""
    with pytest.raises(TypeError, match="expected view to be a ResumeView"):
        write_json_resume(read({}).resume)  # type: ignore[arg-type]  # what must be refused


@pytest.mark.parametrize(
    "phone",
    ["13912345678\0", "139\ud80012345678", ["13912345678", "\0"], {"home": ["139\x0012345678"]}],
    ids=["nul", "surrogate", "list", "nested"],
)
def test_PHONE_1_a_number_with_a_character_that_no_text_holds_is_looked_for(phone: object) -> None:
    """The character alone is left out. A number that were left out would be found in some writings only."""
    document = {"basics": {"name": "Lena Vasquez", "summary": "尾号5678，搜1391234开头的", "phone": phone}}
    found = read(document)
    assert found.unplaced == ()
    assert found.resume.phone_as_written == "13912345678"
    assert shown(public(document)).strengths == "尾号[电话已隐藏]，搜[电话已隐藏]开头的"


def test_a_contact_detail_that_is_no_text_at_all_has_no_place() -> None:
    """A number beyond all bounds, beside a character that no text holds."""
    found = read({"basics": {"name": "Lena Vasquez", "phone": [float("inf"), "\0"]}})
    assert found.unplaced == ("basics.phone",)
