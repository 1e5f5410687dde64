"""JSON Resume, whole: samples by others and documents drawn from its schema lose nothing, are redacted, and come back as they were."""

import copy
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from drawn import DOCUMENTS, SAMPLES, SCHEMA, said
from hypothesis import given, settings
from jsonschema import Draft7Validator
from losses import leaves, lost, made_up
from shown import as_published
from test_json_resume import LENA

from each import each
from pace import examples
from resume_visibility import InvalidResume, Owner, dump_resume, load_resume, view_for
from resume_visibility.interchange import (
    JsonResume,
    PartialDate,
    Read,
    Written,
    read_json_resume,
    write_json_resume,
)
from resume_visibility.model import Period, YearMonth
from resume_visibility.testing import ALL_LAWS, Case, cases
from shows import show

AT = datetime(2026, 7, 1, tzinfo=UTC)
VALID = Draft7Validator(SCHEMA)
RENAMED = {
    "": {},
    "basics": {"website": "url", "picture": "image"},
    "work": {"company": "name", "website": "url"},
    "volunteer": {"website": "url"},
    "publications": {"website": "url"},
    "education": {"gpa": "score"},
    "languages": {"level": "fluency"},
}
"""What the format called otherwise before its version 1."""


def read(document: Any) -> Read[JsonResume]:
    """A document of JSON Resume as a resume."""
    return read_json_resume(document, id="r-1", candidate="c-1")


def owned(resume: JsonResume) -> Written:
    """What its owner gets back."""
    view = view_for(Owner(candidate="c-1"), resume, at=AT)
    assert view is not None
    return write_json_resume(view)


def of_today(document: dict[str, Any]) -> dict[str, Any]:
    """A document with the names that the format has today."""

    def renamed(section: str, value: Any) -> Any:
        if isinstance(value, list):
            return [renamed(section, one) for one in value]
        if isinstance(value, dict):
            return {RENAMED.get(section, {}).get(key, key): one for key, one in value.items()}
        return value

    return {name: renamed(name, value) for name, value in document.items()}


def without(document: Any, paths: tuple[str, ...], at: str = "") -> Any:
    """A document without what is at some paths; None where that is all of it."""
    if at in paths:
        return None
    if isinstance(document, dict):
        return {key: without(one, paths, f"{at}.{key}".lstrip(".")) for key, one in document.items()}
    if isinstance(document, list):
        return [without(one, paths, f"{at}[{i}]") for i, one in enumerate(document)]
    return document


# --- Samples ---------------------------------------------------------------------------------------------------------


@each("file", SAMPLES)
def test_samples_lose_nothing_without_a_word(file: Path) -> None:
    """Of each sample by others, whichever value is taken away or changed, there is a difference, or it was named; and no word of it is made up."""
    document = json.loads(file.read_bytes())
    assert lost(document, read) == []
    assert made_up(read(document).resume, document) == []


@each("file", SAMPLES)
def test_samples_that_follow_the_schema_have_a_place_for_everything(file: Path) -> None:
    """What a sample has no place for is no key of the schema."""
    for path in read(file.read_bytes()).unplaced:
        schema: Any = SCHEMA
        for key in path.replace("[0]", "").replace("[1]", "").split("."):
            schema = schema["properties"].get(key, {})
            schema = schema.get("items", schema)
        assert schema == {}, path


@each("file", [one for one in SAMPLES if one.name != "theme-macchiato.json"])
def test_samples_come_back_as_they_were(file: Path) -> None:
    """Read, shown to the owner and written, each sample is what it was, under today's names, but for what was named."""
    document = json.loads(file.read_bytes())
    found = read(document)
    written = owned(found.resume)
    assert written.document == said(of_today(without(document, found.unplaced)))
    assert written.unplaced == ()


def test_two_keys_for_one_are_lines_of_it() -> None:
    """Where a document has a key under its old name and its new one, both are written as lines of the new one."""
    projects = [{"description": "Fun", "summary": "A mapping engine"}]
    assert owned(read({"projects": projects}).resume).document == {
        "projects": [{"description": "Fun\nA mapping engine"}]
    }


@each("file", SAMPLES)
def test_samples_are_viewed_and_written_for_a_recruiter(file: Path) -> None:
    """Each sample is a resume that a recruiter sees: all jobs, no contact detail in any text, nothing of what is the owner's; and it is written so."""
    resume = read(file.read_bytes()).resume
    view = as_published(resume)
    document = write_json_resume(view).document
    VALID.validate(document)
    assert [one.get("name") for one in document.get("work", [])] == [one.company for one in resume.work]
    assert document.keys().isdisjoint({"references", "meta", "$schema"})
    basics = document.get("basics", {})
    assert basics.keys().isdisjoint({"email", "phone", "url", "profiles", "image"})
    assert basics.get("location", {}).keys().isdisjoint({"address", "postalCode"})
    own = resume.basics.contact
    secrets = (
        own.email and own.email.address,
        own.mobile and own.mobile.writings[0],
        resume.phone_as_written,
    )
    for secret in filter(None, secrets):
        assert str(secret) not in repr(attrs.asdict(view)) + repr(document)


# --- Documents of the schema -----------------------------------------------------------------------------------------


@settings(max_examples=examples(100))
@given(DOCUMENTS)
def test_documents_of_the_schema_come_back_as_they_were(document: dict[str, Any]) -> None:
    """Every document that follows the schema has a place for everything, is stored and loaded, and comes back as it was to its owner."""
    found = read(document)
    assert found.unplaced == ()
    written = owned(load_resume(dump_resume(found.resume), of=JsonResume))
    assert (written.document, written.unplaced) == (said(document), ())


WRONG = [True, 1.5, {"x": "y"}, ["x", {"x": "y"}], "half \ud83d", "x" * 20_001]
"""Values that no text, date or list of texts is."""


def _spoilt(document: Any, keys: list[str | int], value: Any) -> Any:
    document = copy.deepcopy(document)
    inside = document
    for key in keys[:-1]:
        inside = inside[key]
    inside[keys[-1]] = value
    return document


LOOKED_FOR = {"basics.name", "basics.location.address", "basics.location.postalCode"}
"""The values that are looked for in all texts: left out, they would stay there (NAME-4, LAW-5)."""


READ_WHOLE = {
    *("basics.phone", "basics.email", "basics.url"),
    *("basics.profiles[0].username", "basics.profiles[0].url"),
}
"""The details that are looked for in all texts, whatever their type in JSON: each text in them is read (PHONE-1, CONTACT-2)."""


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: repr(wrong)[:12])
def test_what_is_beside_a_wrong_value_comes_back(wrong: Any) -> None:
    """Whichever value of a document is wrong, all else comes back to its owner, and what does not is named."""
    for path, keys in leaves(LENA):
        document = _spoilt(said(LENA), keys, wrong)
        if path in LOOKED_FOR and type(wrong) is not float and wrong is not True:
            with pytest.raises(InvalidResume):
                read(document)
            continue
        found = read(document)
        written = owned(load_resume(dump_resume(found.resume), of=JsonResume))
        if path in READ_WHOLE and isinstance(wrong, (dict, list)):
            document = _spoilt(document, keys, "y" if isinstance(wrong, dict) else "x\ny")
        elif path in READ_WHOLE and isinstance(wrong, str) and "\ud83d" in wrong:
            document = _spoilt(document, keys, "half")  # without what no text may hold
        assert (written.document, written.unplaced) == (
            said(_as_texts(without(document, found.unplaced))),
            (),
        ), path


def _as_texts(value: Any) -> Any:
    """A document in which numbers are the texts that they are read as."""
    if isinstance(value, dict):
        return {key: _as_texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [*map(_as_texts, value)]
    return str(value) if type(value) in (int, float) else value


@each("half, other", [("city", "region"), ("region", "city")])
def test_half_of_a_location_is_a_location(half: str, other: str) -> None:
    """Where a city or a region alone is a text, somebody lives there, and it comes back."""
    for wrong in WRONG:
        found = read({"basics": {"name": "A B", "location": {half: "Lisbon", other: wrong}}})
        assert found.unplaced == (f"basics.location.{other}",)
        assert found.resume.basics.profile.residence == "Lisbon"
        assert owned(found.resume).document == {"basics": {"name": "A B", "location": {half: "Lisbon"}}}


def test_a_location_that_is_too_long_for_one_text_comes_back() -> None:
    """City and region that are too long together are each kept."""
    location = {"city": "x" * 15_000, "region": "y" * 15_000}
    found = read({"basics": {"location": location}})
    assert found.unplaced == ()
    assert found.resume.basics.profile.residence is None
    assert owned(found.resume).document == {"basics": {"location": location}}


@settings(max_examples=examples(30))
@given(cases(of=JsonResume))
def test_every_law_holds(case: Case[JsonResume]) -> None:
    """LAW-1 to LAW-9 hold of resumes with the sections of JSON Resume."""
    for law in ALL_LAWS:
        law(show, case)


@settings(max_examples=examples(60))
@given(cases(of=JsonResume))
def test_what_is_written_is_valid_and_was_shown(case: Case[JsonResume]) -> None:
    """LAW-2: whoever asks, what is written follows the schema, and no text is in it that is not in the view."""
    view = view_for(case.viewer, case.document, at=case.at)
    if view is not None:
        document = write_json_resume(view).document
        VALID.validate(document)
        shown = repr(attrs.asdict(view))
        for path, text in _texts(document):
            assert path.endswith(("Date", ".date")) or repr(text)[1:-1] in shown, path


def _texts(value: Any, path: str = "") -> list[tuple[str, str]]:
    match value:
        case dict():
            return [one for key, inner in value.items() for one in _texts(inner, f"{path}.{key}")]
        case list():
            return [one for inner in value for one in _texts(inner, path)]
        case _:
            return [(path, value)]


# --- Dates -----------------------------------------------------------------------------------------------------------


@each("text", ["1999", "1999-12", "1999-12-31", "1000", "2999-01-31"])
def test_a_date_is_as_precise_as_it_was(text: str) -> None:
    """A year, a month and a day are each written as they were read."""
    assert owned(read({"awards": [{"date": text}]}).resume).document == {"awards": [{"date": text}]}


@each(
    "text, exact",
    [
        ("2019年7月31日", PartialDate(2019, 7, 31)),
        ("2019/7", PartialDate(2019, 7)),
        ("2020-02-29", PartialDate(2020, 2, 29)),
        ("Jul 2019", PartialDate(2019, 7)),
    ],
)
def test_dates_in_other_writings_are_read(text: str, exact: PartialDate) -> None:
    """Dates as people write them are dates, too."""
    found = read({"publications": [{"releaseDate": text}]})
    assert found.resume.publications[0].released == exact
    assert found.unplaced == ()


@each(
    "text",
    [
        *("2019-13", "2019-07-32", "0999", "3000", "soon", "2019-00-01", "2019-02-31", "2019-02-29"),
        *("2019年6月31日", "1900-02-29", "2019-02-31T10:00:00Z", "2019-07-31T", "2019-07-31 morning"),
    ],
)
def test_a_date_that_there_is_not_is_named(text: str) -> None:
    """What is no date is left out, and named."""
    found = read(
        {"publications": [{"releaseDate": text, "name": "x"}], "projects": [{"name": "x", "startDate": text}]}
    )
    assert {*found.unplaced} == {"projects[0].startDate", "publications[0].releaseDate"}
    assert found.resume.publications[0].released is None
    assert (found.resume.projects[0].period, found.resume.projects[0].exact_start) == (None, None)


@each("time", ["T00:00:00.000Z", "T23:30:00+08:00", " 8:00"])
def test_a_time_of_day_is_named_and_its_day_is_kept(time: str) -> None:
    """A date has no time of day: its day is read as it is written, and its path is named, because the time has no place."""
    dates = {"startDate": f"2019-07-31{time}", "endDate": "2020-01-31"}
    document = {"projects": [{"name": "x", **dates}], "awards": [{"title": "x", "date": f"2014-11-01{time}"}]}
    found = read(document)
    assert {*found.unplaced} == {"awards[0].date", "projects[0].startDate"}
    (project,), (award,) = found.resume.projects, found.resume.awards
    assert (project.exact_start, project.exact_end) == (PartialDate(2019, 7, 31), PartialDate(2020, 1, 31))
    assert project.period == Period(YearMonth(2019, 7), YearMonth(2020, 1))
    assert (award.exact_date, award.date) == (PartialDate(2014, 11, 1), YearMonth(2014, 11))
    written = owned(found.resume).document
    assert written["projects"] == [{"name": "x", "startDate": "2019-07-31", "endDate": "2020-01-31"}]


@each(
    "numbers, wrong",
    [
        *(((2019, None, 1), "month"), ((999,), "year"), ((3000,), "year"), ((2019, 0), "month")),
        *(((2019, 13), "month"), ((2019, 1, 0), "day"), ((2019, 1, 32), "day"), ((2019, 2, 29), "day")),
        *(((2019, 13, 31), "month"), ((999, 2, 31), "year")),
    ],
)
def test_a_date_that_there_is_not_is_refused(numbers: tuple[Any, ...], wrong: str) -> None:
    """A day without a month is refused, and so is each number that there is not."""
    with pytest.raises(ValueError, match=f"\n  {wrong}: expected a "):
        PartialDate(*numbers)
