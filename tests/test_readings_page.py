"""The page of readings lists them all: every field of `Readings`, and every reading that the reference of the rules marks."""

import inspect
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

from resume_visibility import Language
from resume_visibility.model import Words
from resume_visibility.policy import V2023_04, Readings

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
_AGAINST = "**Not the candidate's side** (不利于求职者)"


class Row(NamedTuple):
    """One reading, as the page's columns have it."""

    id: str
    question: str
    choice: str
    alternative: str
    changed_by: str
    confirmed_by: str
    on: str

    @property
    def rule(self) -> str:
        """The rule of this reading."""
        return self.id.strip("`").partition("/")[0]

    @property
    def field(self) -> str | None:
        """The field of `Readings` that changes it, if one does."""
        return self.changed_by.strip("`") if self.changed_by.startswith("`") else None


def rows_of(page: str) -> list[Row]:
    """The rows of the tables of a page, without their headings."""
    cells = [
        [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        for line in page.splitlines()
        if line.startswith("| `")
    ]
    return [Row(*row) for row in cells]


def marked(page: str) -> dict[str, list[str]]:
    """The readings that the reference of the rules marks, by the rule's id."""
    sections = re.split(r"^### ", page, flags=re.MULTILINE)[1:]
    found = {
        section.split("`")[1]: re.findall(r"^- \*\*Reading\*\* (.+)$", section, flags=re.MULTILINE)
        for section in sections
    }
    return {rule: readings for rule, readings in found.items() if readings}


def documented() -> dict[str, str]:
    """What the docstring of `Readings` says of each field."""
    # Python 3.13 leaves the indentation out of a docstring, and `cleandoc` does so in every version.
    arguments = re.split(r"^    (\w+): ", inspect.cleandoc(str(Readings.__doc__)), flags=re.MULTILINE)[1:]
    return dict(zip(arguments[::2], arguments[1::2], strict=True))


ROWS = rows_of((REFERENCE / "readings.md").read_text(encoding="utf-8"))
MARKED = marked((REFERENCE / "rules.md").read_text(encoding="utf-8"))
FIELDS = [field.name for field in attrs.fields(Readings)]


def test_every_field_has_one_row() -> None:
    """Each field of `Readings` changes exactly one reading of the page, and the page names no other field."""
    found = Counter(row.field for row in ROWS if row.field is not None)
    assert found == Counter(FIELDS), "write its row in readings.md, and in v2023_04/readings.py"


def test_every_reading_has_one_row() -> None:
    """The page has as many rows for a rule as the reference marks readings there, and none for another rule."""
    assert Counter(row.rule for row in ROWS) == Counter(
        {rule: len(readings) for rule, readings in MARKED.items()}
    )


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
def test_the_page_says_what_the_ruleset_says(language: Language) -> None:
    """Each row of the page, in either language, is a reading of the ruleset, in its order and its words, which the policy book prints."""
    page = {Language.EN: REFERENCE, Language.ZH: REFERENCE.parent / "zh" / "reference"}[language]
    against = {Language.EN: f". {_AGAINST}", Language.ZH: "。**不利于求职者**"}[language]
    rows = rows_of((page / "readings.md").read_text(encoding="utf-8"))
    for row, reading in zip(rows, V2023_04.readings(), strict=True):
        assert reading.id == row.id.strip("`")
        said = [words.said(language) for words in (reading.question, reading.choice, reading.alternative)]
        changed = reading.changed_by
        if isinstance(changed, Words):
            none = Words("no field: ", "没有字段：").said(language)
            said.append(f"{none}{changed.said(language)}")
        else:
            said.append(changed)
        written = (row.question, row.choice.replace(against, ""), row.alternative, row.changed_by)
        assert said == [text.replace("`", "") for text in written]
        assert (against in row.choice) is reading.against_candidate


def test_every_reading_has_an_id_of_its_own() -> None:
    """A reading is named by its rule and a number, so that a confirmation names exactly one."""
    counted = Counter[str]()
    for reading in V2023_04.readings():
        counted[reading.rule] += 1
        assert reading.id == f"{reading.rule}/{counted[reading.rule]}"


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_belongs_to_the_rule_that_names_it(field: str) -> None:
    """The page, the reference of the rules and the docstring of `Readings` have a field under the same rule."""
    (row,) = (row for row in ROWS if row.field == field)
    assert documented()[field].startswith(f"{row.rule}, ")
    assert [r for r, readings in MARKED.items() if any(f"(`{field}`)" in one for one in readings)] == [
        row.rule
    ]


@pytest.mark.parametrize("field", FIELDS)
def test_the_docstring_marks_what_is_not_the_candidates_side(field: str) -> None:
    """Page and docstring agree on the fields whose True is not the candidate's side."""
    (row,) = (row for row in ROWS if row.field == field)
    assert (_AGAINST in row.choice) is ("not the candidate's side" in " ".join(documented()[field].split()))


@pytest.mark.parametrize("rule", MARKED)
def test_page_and_rules_agree_reading_by_reading(rule: str) -> None:
    """The readings of a rule stand in the same order on both pages, with the same field and the same mark."""
    rows = [row for row in ROWS if row.rule == rule]
    for row, reading in zip(rows, MARKED[rule], strict=True):
        assert re.findall(r"\(`([a-z_]+)`\)", reading) == ([] if row.field is None else [row.field])
        assert (_AGAINST in row.choice) is ("This is not the candidate's side" in reading)


def test_a_reading_without_a_field_says_why() -> None:
    """Where no field changes a reading, the page says what the other side would break, or why there is no choice."""
    without = [row.changed_by for row in ROWS if row.field is None]
    assert without
    assert all(re.fullmatch(r"no field: .{20,}", reason) for reason in without)


def test_a_reading_is_confirmed_by_somebody_on_a_day() -> None:
    """The last two columns are empty, or name who confirmed the reading and a date."""
    for row in ROWS:
        assert bool(row.confirmed_by) is bool(row.on), row
        if row.on:
            date.fromisoformat(row.on)  # raises for what is no day


def test_a_row_says_all_of_it() -> None:
    """Each row has a question, a choice and its other side."""
    assert all(row.question.endswith("?") and row.choice and row.alternative for row in ROWS)


def test_the_guide_lists_the_fields_that_are_not_on_the_candidates_side() -> None:
    """Whoever changes a reading knows whether `False` shows more or less."""
    guide = (REFERENCE.parent / "how-to" / "own-policy.md").read_text(encoding="utf-8")
    [paragraph] = [
        one for one in guide.split("\n\n") if one.startswith("Most fields are on the candidate's side")
    ]
    against = {reading.changed_by for reading in V2023_04.readings() if reading.against_candidate}
    assert {*re.findall(r"`(\w+)`", paragraph)} - {"False"} == {
        one for one in against if isinstance(one, str)
    }
