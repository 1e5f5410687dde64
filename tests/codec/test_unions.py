"""Sections of one's own that hold one of several classes: each is distinguished from the others in JSON, by whichever way it is read."""

import json
from datetime import date
from typing import Any

import attrs
import jsonschema
import pytest

from each import each
from resume_visibility import InvalidResume, Part, Resume, ShownSections, dump_resume, load_resume
from resume_visibility.codec.loading import explained
from resume_visibility.codec.reading import at_once
from resume_visibility.codec.schemas import Subject, schema_of
from resume_visibility.model import Checked, IpRegion, Period, Url, Work, YearMonth, follows


@attrs.frozen(kw_only=True, repr=False)
class Talk(Checked):
    """One of several kinds, known by two fields; a third that no other kind has may be missing."""

    award: str | None = None
    venue: str
    event: str
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Patent(Checked):
    """Another kind."""

    office: str
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Remark(Checked):
    """What requires nothing that the others have not."""

    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Bare(Checked):
    """What has no field at all."""


@attrs.frozen(kw_only=True, repr=False)
class Plain(Checked):
    """Another one without a field."""


@attrs.frozen(kw_only=True, repr=False)
class Shown(ShownSections):
    """What a view shows."""

    best: Talk | Patent | None = attrs.field(default=None, metadata=follows(Part.WORK))
    every: tuple[Talk | Patent | Url, ...] = attrs.field(default=(), metadata=follows(Part.WORK))
    last: Patent | YearMonth | None = attrs.field(default=None, metadata=follows(Part.WORK))


@attrs.frozen(kw_only=True, repr=False)
class Published(Resume[Shown]):
    """A resume with each kind of union."""

    best: Talk | Patent | None = None
    every: tuple[Talk | Patent | Url, ...] = ()
    last: Patent | YearMonth | None = None


EMPTY: dict[str, Any] = {"id": "r-1", "candidate": "c-1", "settings": {"blocks": []}}
TALK, PATENT, LINK = (
    Talk(venue="上海", event="年会"),
    Patent(office="专利局"),
    Url("https://office.example.com/"),
)
WHOLE = Published(id="r-1", candidate="c-1", best=TALK, every=(TALK, PATENT, LINK), last=YearMonth(2020, 1))


@each(
    "resume",
    [
        WHOLE,
        attrs.evolve(WHOLE, best=PATENT, every=(), last=PATENT),
        attrs.evolve(WHOLE, best=None, every=(LINK,), last=None),
        attrs.evolve(WHOLE, best=attrs.evolve(TALK, note='a":', award="一等奖")),
    ],
)
def test_what_is_written_is_read_in_both_ways(resume: Published) -> None:
    """Neither way of reading is more generous, and the schema takes what both take."""
    document = dump_resume(resume)
    assert load_resume(document, of=Published) == explained(document, Published) == resume
    plain = json.loads(document)
    assert at_once(plain, Published) == resume
    jsonschema.validate(plain, schema_of(Subject.RESUME, of=Published))


def test_objects_are_taken_as_they_are() -> None:
    """In a dict, an item may be an object already; so may a month be a date."""
    objects = {**EMPTY, "best": PATENT, "every": [TALK, LINK], "last": date(2020, 1, 5)}
    loaded = load_resume(objects, of=Published)
    assert (loaded.best, loaded.every, loaded.last) == (PATENT, (TALK, LINK), YearMonth(2020, 1))
    assert explained(objects, Published) == loaded


EITHER = "expected an object with venue or office, and not both"


@each(
    ("section", "path", "expected"),
    [
        ({"best": 5}, "best", EITHER),
        ({"best": {"note": "x"}}, "best", EITHER),
        ({"best": {"venue": "x", "event": "x", "office": "x"}}, "best", EITHER),
        ({"best": "x"}, "best", EITHER),
        ({"every": ["x"]}, "every[0]", "expected a web address, such as https://example.com/me"),
        ({"every": [{}]}, "every[0]", "expected a string, or an object with venue or office, and not both"),
        ({"every": [[]]}, "every[0]", "expected a string, or an object with venue or office, and not both"),
        (
            {"every": 5},
            "every",
            "expected a list, each item a string, or an object with venue or office, and not both",
        ),
        ({"last": {}}, "last.office", "required, but missing"),
        ({"last": 5}, "last", "expected a string, or an object with office, note"),
        ({"last": "x"}, "last", "expected a year and month, such as 2019-07, from 1900 to 2200"),
    ],
)
def test_LAW_7_what_is_none_of_the_classes_is_said_in_words(
    section: dict[str, Any], path: str, expected: str
) -> None:
    """The error says by which keys the classes are known, and nothing of the document; a wrong field elsewhere does not change it."""
    with pytest.raises(InvalidResume) as caught:
        load_resume({**EMPTY, "strengths": 5, **section}, of=Published)
    assert (path, expected) in caught.value.problems
    assert {problem.path for problem in caught.value.problems} == {"strengths", path}


def declare(kind: Any) -> str:
    """Why a section of this type is refused; empty where it is not."""
    how: dict[str, Any] = {"frozen": True, "kw_only": True, "repr": False, "slots": True}
    own = {"own": attrs.field(type=kind, default=None)}
    sections: Any = attrs.make_class("Sections", own, bases=(ShownSections,), **how)
    named = {"__orig_bases__": (Resume[sections],)}
    try:
        attrs.make_class("Mine", own, bases=(Resume,), class_body=named, **how)
    except TypeError as error:
        return str(error)
    return ""


@each(
    ("kind", "expected"),
    [
        (Talk | Patent | None, ""),
        (Talk | Url | None, ""),
        (Remark | Url | None, ""),
        (Talk | Remark | None, "expected to require a field in Remark that none of its other classes has"),
        (Bare | Plain | None, "expected to require a field in Bare that none of its other classes has"),
        (Bare | Talk | None, "expected to require a field in Bare that none of its other classes has"),
        (Bare | Url | None, ""),
        (Period | Work | None, "expected to require a field in Work that none of its other classes has"),
        (Url | YearMonth | None, "expected to have one class at most that JSON spells as a string"),
        (IpRegion | Url | None, "expected to have one class at most that JSON spells as a string"),
    ],
)
def test_classes_that_json_cannot_distinguish_are_refused(kind: Any, expected: str) -> None:
    """What is stored can be loaded again: of several classes, JSON has to say which one it is."""
    problem = declare(kind)
    assert expected in problem
    assert bool(problem) is bool(expected)
