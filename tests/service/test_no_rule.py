"""The example service holds no rule of the policy: it looks at no mode, block, permission, age or verification."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import service
from resume_visibility.model import Account, NameDisplay, Settings, Verification, Visibility

FOLDER = Path(service.__file__).parent
SOURCES = sorted(FOLDER.glob("*.py"))
TEMPLATES = sorted((FOLDER / "templates").glob("*.html"))

GOVERNING = {field.name for field in attrs.fields(Settings)} | {
    *(
        "born",
        "age_verified",
        "deleted",
        "signed_in",
        "verified",
        "group_blocked",
        "virtual_numbers",
        "standing",
    ),
}
"""What decides, by the names of fields. To read one is to begin a rule."""

CLASSES = {
    "Visibility",
    "NameDisplay",
    "Block",
    "CompanyBlock",
    "KeywordBlock",
    "Verification",
    "Account",
    "Clause",
}
CHOICES = {one.value for kind in (Visibility, NameDisplay, Account, Verification) for one in kind}
CHOICES -= {"company"}  # which is a word for much else

SHOWN = {
    ("mine.py", "blocks"): "the candidate sees, sets and takes back their own blocks",
    ("mine.py", "notices"): "the page says that notices are switched off",
}
"""What the candidate is shown of their own choices; nothing is decided by it."""


def rules_in(name: str, source: str) -> Iterator[str]:
    """What in a source may be the beginning of a rule."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=attr, ctx=ast.Load()) if attr in GOVERNING and (name, attr) not in SHOWN:
                yield attr
            case ast.Name(id=found) | ast.alias(name=found) if found in CLASSES:
                yield found
            case ast.Constant(value=str() as found) if found in CHOICES:
                yield found


def test_there_are_sources() -> None:
    """The tests below test something."""
    assert len(SOURCES) > 10
    assert len(TEMPLATES) > 10


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_source_looks_at_what_decides(path: Path) -> None:
    """No file reads a field that the policy decides by, names a class of it, or spells a choice."""
    assert [*rules_in(path.name, path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_looks_at_what_decides(path: Path) -> None:
    """No page spells a mode or another choice, or looks at a setting by its name."""
    text = path.read_text(encoding="utf-8")
    assert (
        re.findall(rf"[\"'](?:{'|'.join(CHOICES)})[\"']|settings\.(?!js)\w+|\.visibility|\.permission", text)
        == []
    )


@pytest.mark.parametrize(
    "rule",
    [
        "shown = resume.settings.visibility is not hidden",
        "if any(block.company == mine for block in resume.settings.blocks): raise Hidden",
        "from resume_visibility import Visibility",
        "asked.where(table.c.visibility == 'chat_only')",
        "mode = {'private': None}[found]",
        "if viewer.verified: go()",
        "old = resume.basics.profile.born",
    ],
)
def test_a_rule_is_found(rule: str) -> None:
    """Each way to write a rule that somebody might think of is found."""
    assert [*rules_in("search.py", rule)] != []
