"""The columns of a table of exported resumes or forms: nothing of the view is missing from it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias, cast

import attrs

from ..model.building import fields_of, members_of
from ..model.campus_basics import CampusProfile
from ..model.language import Language, Words
from ..model.own import shown_of
from ..model.parts import Document
from ..model.resume import Resume
from ..model.sections import Intention, Profile
from ..model.shown import ShownSections
from ..model.values import MonthlySalary
from ..projection.form_view import ShownForm
from ..projection.view import ShownContact
from .headings import CHINESE_HEADINGS
from .rows import Row

Cell: TypeAlias = str | int


@attrs.frozen
class Column:
    """A column of the table.

    Args:
        heading: the text above it.
        path: the place of its value in a row.
    """

    heading: Words
    path: tuple[str, ...]


def heading_of(name: str) -> Words:
    """The heading of a field."""
    return Words(name, CHINESE_HEADINGS[name])  # a field without a heading stops the import


def _column(name: str, *path: str) -> Column:
    return Column(heading_of(name), path)


def _columns(
    cls: Any, *path: str, excluded: Iterable[str] = (), prefix: str = "", unprefixed: Iterable[str] = ()
) -> Iterator[Column]:
    for field in attrs.fields(cls):
        if field.name not in excluded:
            yield _column(field.name if field.name in unprefixed else prefix + field.name, *path, field.name)


_INTENTION = ("view", "sections", "intention")

_STATEMENT_COLUMNS = (
    *(_column(name, "view", name) for name in ("withheld", "actions")),
    *(_column(name, name) for name in ("exported_at", "policy", "clauses", "view_until")),
)

_SECTIONS = ("view", "sections")

COLUMNS: tuple[Column, ...] = (
    _column("id", "id"),
    _column("display_name", "view", "display_name"),
    *_columns(
        Intention,
        *_INTENTION,
        excluded=["salary"],
        prefix="expected_",
        unprefixed=["search_status", "availability"],
    ),
    *_columns(MonthlySalary, *_INTENTION, "salary", prefix="expected_salary_"),
    *_columns(ShownContact, "view", "contact", excluded=["virtual_number"]),
    _column("virtual_number", "view", "contact", "virtual_number", "number"),
    _column("number_until", "number_until"),
    *_columns(Profile, *_SECTIONS, "profile"),
    *_columns(ShownSections, *_SECTIONS, excluded=["intention", "profile"]),
)
"""The columns of a row for one resume: first what lists are read by, then the sections. What the row says of itself comes last."""


@cache
def _resume_columns(of: Any) -> tuple[Column, ...]:
    """The columns of resumes. Sections and fields of one's own have their names as headings in every language. If another column has
    the same heading, the name of what they are in comes before it.
    """
    shown = dict(fields_of(shown_of(of)))
    paths = [
        *((*_SECTIONS, name) for name in shown if name not in dict(fields_of(ShownSections))),
        *(
            (*_SECTIONS, section, name)
            for section, library in (("profile", Profile), ("intention", Intention))
            for name, _ in fields_of(cast("type[object]", members_of(shown[section])[0]))
            if name not in dict(fields_of(library))
        ),
    ]
    used = Counter(word for column in (*COLUMNS, *_STATEMENT_COLUMNS) for word in column.heading)
    used.update(path[-1] for path in paths)
    headings = [path[-1] if used[path[-1]] == 1 else ".".join(path[-2:]) for path in paths]
    own_columns = (
        Column(Words(heading, heading), path) for heading, path in zip(headings, paths, strict=True)
    )
    return (*COLUMNS, *own_columns, *_STATEMENT_COLUMNS)


FORM_COLUMNS: tuple[Column, ...] = (
    _column("id", "id"),
    _column("display_name", "view", "display_name"),
    *_columns(CampusProfile, "view", "sections", "profile"),
    *_columns(ShownForm, "view", "sections", excluded=["profile"]),
    *_STATEMENT_COLUMNS,
)
"""The same for one form."""


def columns_of(document: Document, of: type[Resume[Any]]) -> tuple[Column, ...]:
    """The columns of a table.

    Args:
        document: whether it is of resumes or of forms.
        of: the class of the resumes.
    """
    kind: Any = of
    return FORM_COLUMNS if document is Document.FORM else _resume_columns(kind)


def cells_of(row: Row, columns: Iterable[Column]) -> list[Cell]:
    """The cells of one resume or form, in the order of its columns.

    Args:
        row: the row of the resume or form.
        columns: the columns of the table.
    """
    return [_cell(_value_at(row, column.path)) for column in columns]


EXPERIENCE = (
    *map(heading_of, ("id", "display_name", "section", "start", "end")),
    *map(heading_of, ("organisation", "title", "description", "more")),
)
"""The headings of the second table, with one experience in a row."""

_EXPERIENCE_FIELDS = {
    Document.RESUME: {
        "work": ("company", "position", "description"),
        "projects": ("company", "name", "description"),
        "education": ("school", "major", "major_description"),
        "campus_positions": ("", "title", "description"),
        "training": ("institution", "course", "description"),
    },
    Document.FORM: {
        "internships": ("company", "position", "description"),
        "practice": ("department", "position", "description"),
        "projects": ("organisation", "role", "description"),
        "education": ("school", "major", "courses"),
        "school_posts": ("organisation", "title", "description"),
        "training": ("institution", "course", "content"),
    },
}
"""The sections whose items last for a time, and the fields that are organisation, title and description."""

_SPAN_FIELDS = (("started", "ended"), ("entered", "graduated"))
"""The fields with the first and last month of items of a form; items of a resume have a period."""


def experiences_of(row: Row, document: Document, language: Language) -> Iterator[list[Cell]]:
    """The cells of each experience in one resume or form: work, projects, education, posts at school, training.

    Args:
        row: the row of the resume or form.
        document: whether it is a resume or a form.
        language: the viewer's language, in which the section is named.
    """
    view = row["view"]
    for section, named_fields in _EXPERIENCE_FIELDS[document].items():
        for item in view["sections"].get(section, ()):
            start, end, rest = _split_span(item)
            other_fields = {key: value for key, value in rest.items() if key not in named_fields}
            yield [
                row["id"],
                view["display_name"] or "",
                heading_of(section).said(language),
                start,
                end,
                *(_text(item.get(key)) for key in named_fields),
                _lines(other_fields),
            ]


def _split_span(item: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    """The start and the end of an item, and everything else in it."""
    rest = {**item}
    if "period" in item:
        period = rest.pop("period")
        return period["start"], period.get("end", ""), rest
    start, end = next((span for span in _SPAN_FIELDS if not rest.keys().isdisjoint(span)), _SPAN_FIELDS[0])
    return _text(rest.pop(start, None)), _text(rest.pop(end, None)), rest


def _value_at(row: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        row = row.get(key) if row else None
    return row


_EXACT_LIMIT = 10**15
"""A spreadsheet keeps fifteen digits of a number, and shows others in the place of the rest."""


def _cell(value: Any) -> Cell:
    return value if type(value) is int and abs(value) < _EXACT_LIMIT else _text(value)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case [{}, *_]:
            return "\n\n".join(map(_lines, value))
        case list():
            return ", ".join(map(_text, value))
        # Other keys, which an item of one's own may have, are not lost.
        case {"start": str(start), **rest} if rest.keys() <= {"end"}:
            return f"{start} – {rest.get('end', '')}".rstrip()
        case {"e164": number, **rest} if rest.keys() <= {"extension"}:
            return f"{number} ext. {rest['extension']}" if "extension" in rest else number
        case dict():
            return _lines(value)
        case _:
            return str(value)


def _lines(item: dict[str, Any]) -> str:
    return "\n".join(f"{key}: {_text(value)}" for key, value in item.items())
