"""The columns of a table of exported resumes or forms: nothing of the view is missing from it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, cast

import attrs

from ..model.building import fields_of, is_model, members_of
from ..model.campus import CampusForm
from ..model.campus_basics import CampusProfile
from ..model.complete import complete
from ..model.language import Language, Words
from ..model.own import own_sections, placed_alone, shown_of
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Intention, Profile
from ..model.shown import ShownSections
from ..model.values import MonthlySalary
from ..model.viewers import Action
from ..projection.form_view import ShownForm
from ..projection.view import ShownContact
from .cells import Cell, cell_of, item_of, lines_of, text_of
from .rows import Row
from .words import CHINESE_HEADINGS


@attrs.frozen
class Column:
    """A column of the table.

    Args:
        heading: the text above it.
        path: the place of its value in a row.
        kind: the annotation of the field whose value it is; None where its value alone says how it is written.
        for_owner: whether the owner alone is ever shown it. A table for anybody else does not say that there is such a field.
    """

    heading: Words
    path: tuple[str, ...]
    kind: Any = None
    for_owner: bool = False


def heading_of(name: str) -> Words:
    """The heading of a field."""
    return Words(name, CHINESE_HEADINGS[name])  # a field without a heading stops the import


def _column(name: str, *path: str, kind: Any = None) -> Column:
    return Column(heading_of(name), path, kind)


def _columns(
    cls: Any, *path: str, excluded: Iterable[str] = (), prefix: str = "", unprefixed: Iterable[str] = ()
) -> Iterator[Column]:
    for field in attrs.fields(cls):
        if field.name not in excluded:
            name = field.name if field.name in unprefixed else prefix + field.name
            yield _column(name, *path, field.name, kind=field.type)


_INTENTION = ("view", "sections", "intention")

_STATEMENT_COLUMNS = (
    _column("withheld", "view", "withheld", kind=frozenset[Part]),
    _column("actions", "view", "actions", kind=frozenset[Action]),
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
    shown_class: Any = shown_of(of)
    shown = dict(fields_of(shown_class))
    parts: dict[tuple[str, ...], Part | None] = {
        (*_SECTIONS, name): part for name, part in own_sections(shown_class).items()
    }
    kinds = {path: shown[path[-1]] for path in parts}
    for section, library in (("profile", Profile), ("intention", Intention)):
        cls = cast("type[object]", members_of(shown[section])[0])
        for name, kind in fields_of(cls):
            if name not in dict(fields_of(library)):
                kinds[*_SECTIONS, section, name] = kind
                parts[*_SECTIONS, section, name] = placed_alone(cls).get(name, Part(section))
    used = Counter(word for column in (*COLUMNS, *_STATEMENT_COLUMNS) for word in column.heading)
    used.update(path[-1] for path in kinds)
    headings = {path: path[-1] if used[path[-1]] == 1 else ".".join(path[-2:]) for path in kinds}
    own_columns = (
        Column(Words(heading, heading), path, kinds[path], for_owner=parts[path] is None)
        for path, heading in headings.items()
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


def columns_of(of: type[Resume[Any]] | type[CampusForm], *, for_owner: bool) -> tuple[Column, ...]:
    """The columns of a table."""
    kind: Any = of
    columns = FORM_COLUMNS if kind is CampusForm else _resume_columns(kind)
    return tuple(column for column in columns if for_owner or not column.for_owner)


def cells_of(row: Row, columns: Iterable[Column], language: Language) -> list[Cell]:
    """The cells of one resume or form, in the order of its columns."""
    return [cell_of(_value_at(row, column.path), column.kind, language) for column in columns]


EXPERIENCE = (
    *map(heading_of, ("id", "display_name", "section", "start", "end")),
    *map(heading_of, ("organisation", "title", "description", "more")),
)
"""The headings of the second table, with one experience in a row."""

_OF_RESUMES = {
    "work": ("company", "position", "description"),
    "projects": ("company", "name", "description"),
    "education": ("school", "major", "major_description"),
    "campus_positions": ("", "title", "description"),
    "training": ("institution", "course", "description"),
}
"""The sections whose items last for a time, and the fields that are organisation, title and description."""
_OF_FORMS = {
    "internships": ("company", "position", "description"),
    "practice": ("department", "position", "description"),
    "projects": ("organisation", "role", "description"),
    "education": ("school", "major", "courses"),
    "school_posts": ("organisation", "title", "description"),
    "training": ("institution", "course", "content"),
}
"""The same of a form."""

_SPAN_FIELDS = (("started", "ended"), ("entered", "graduated"))
"""The fields with the first and last month of items of a form; items of a resume have a period."""


def _lasting(shown: Any) -> Iterator[str]:
    """The sections whose items last for a time."""
    starts = {"period", *(start for start, _ in _SPAN_FIELDS)}
    for section, annotation in fields_of(shown):
        item = item_of(annotation)
        if is_model(item) and not starts.isdisjoint(name for name, _ in fields_of(item)):
            yield section


complete(_OF_RESUMES, _lasting(ShownSections))
complete(_OF_FORMS, _lasting(ShownForm))


def experiences_of(
    row: Row, of: type[Resume[Any]] | type[CampusForm], language: Language
) -> Iterator[list[Cell]]:
    """The cells of each experience in one resume or form: work, projects, education, posts at school, training."""
    view, kind = row["view"], cast("Any", of)
    is_form = kind is CampusForm
    kinds = dict(fields_of(ShownForm if is_form else shown_of(kind)))
    for section, named_fields in (_OF_FORMS if is_form else _OF_RESUMES).items():
        for item in view["sections"].get(section, ()):
            start, end, rest = _split_span(item, language)
            other_fields = {key: value for key, value in rest.items() if key not in named_fields}
            yield [
                row["id"],
                view["display_name"] or "",
                heading_of(section).said(language),
                start,
                end,
                *(text_of(item.get(key), None, language) for key in named_fields),
                lines_of(other_fields, item_of(kinds[section]), language),
            ]


def _split_span(item: dict[str, Any], language: Language) -> tuple[str, str, dict[str, Any]]:
    """The start and the end of an item, and everything else in it."""
    rest = {**item}
    if "period" in item:
        period = rest.pop("period")
        return period["start"], period.get("end", ""), rest
    start, end = next((span for span in _SPAN_FIELDS if not rest.keys().isdisjoint(span)), _SPAN_FIELDS[0])
    first, last = (text_of(rest.pop(name, None), None, language) for name in (start, end))
    return first, last, rest


def _value_at(row: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        row = row.get(key) if row else None
    return row
