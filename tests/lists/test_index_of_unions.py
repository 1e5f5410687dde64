"""What an index holds of sections that hold one of several classes: what JSON says under a path, and nothing else."""

import json
from datetime import UTC, datetime
from typing import Any

import attrs

from each import each
from resume_visibility import Language, Part, Resume, Settings, ShownSections, Visibility
from resume_visibility.lists.searching import index_documents
from resume_visibility.model import Basics, Checked, Profile, Url, YearMonth, follows

AT = datetime(2026, 7, 1, tzinfo=UTC)


@attrs.frozen(kw_only=True, repr=False)
class Course(Checked):
    """An item whose fields are called as what a month and a link are made of, and as a method of another class."""

    year: int
    address: str
    summary: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Stay(Checked):
    """Another item, with a method where the other has a field."""

    town: str

    def summary(self) -> str:
        """In a word."""
        return self.town


@attrs.frozen(kw_only=True, repr=False)
class Shown(ShownSections):
    """What a view shows."""

    when: Course | Stay | YearMonth | None = attrs.field(default=None, metadata=follows(Part.WORK))
    where: tuple[Course | Stay | Url, ...] = attrs.field(default=(), metadata=follows(Part.WORK))


@attrs.frozen(kw_only=True, repr=False)
class Travelled(Resume[Shown]):
    """A resume with unions in which one class is spelled as a string."""

    when: Course | Stay | YearMonth | None = None
    where: tuple[Course | Stay | Url, ...] = ()


COURSE, STAY, LINK = (
    Course(year=7, address="上海", summary="入门"),
    Stay(town="里昂"),
    Url("https://example.com/"),
)


@each(
    ("own", "values"),
    [
        ({"when": YearMonth(2020, 1)}, {"when": ["2020-01"]}),
        ({"when": COURSE}, {"when.year": [7], "when.address": ["上海"], "when.summary": ["入门"]}),
        ({"when": STAY}, {"when.town": ["里昂"]}),
        (
            {"where": (LINK, STAY, COURSE)},
            {"where.town": ["里昂"], "where.year": [7], "where.address": ["上海"], "where.summary": ["入门"]},
        ),
        ({"where": (LINK,)}, {}),
    ],
)
def test_SEARCH_1_a_path_leads_to_what_json_has_under_it(own: dict[str, Any], values: dict[str, Any]) -> None:
    """No object, no method and no piece of a month or link is taken for a value of another class's field."""
    resume = Travelled(
        id="r-1",
        candidate="c-1",
        basics=Basics(profile=Profile(born=YearMonth(1990, 1))),
        settings=Settings(visibility=Visibility.PUBLIC, resume_permission=True),
        **own,
    )
    (document,) = index_documents(resume, language=Language.ZH, at=AT)
    held = json.loads(json.dumps(document.content()))["values"]
    assert held == {f"sections.{path}": value for path, value in values.items()}
