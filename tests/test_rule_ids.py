"""Every rule is cited by code, held by a test that is named after it, and listed in the documentation."""

import ast
import re
from functools import cache
from pathlib import Path

from each import each
from resume_visibility import POLICY_2023_04
from resume_visibility.policy import GIVES, Clause

ROOT = Path(__file__).parent.parent
LISTED = ROOT / "docs/reference/rules.md"
RULE_IDS = re.findall(r"^### `([A-Z]+-[0-9]+)`", LISTED.read_text(encoding="utf-8"), flags=re.MULTILINE)
_GROUPS = dict.fromkeys(rule.rsplit("-", 1)[0] for rule in RULE_IDS)
_ID = re.compile(rf"\b(?:{'|'.join(_GROUPS)})-\d+\b")
_RANGE = re.compile(r"\b([A-Z]+)-(\d+)(?: to |\.\.)(?:\1-)?(\d+)\b")


def cited_in(text: str) -> set[str]:
    """The ids in a text; "MODE-1 to MODE-4" and "MODE-1..4" cite those between too."""
    ranges = _RANGE.findall(text)
    between = {f"{kind}-{i}" for kind, first, last in ranges for i in range(int(first), int(last) + 1)}
    return set(_ID.findall(text)) | between


def texts(folder: str, pattern: str) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob(pattern)}


@cache
def cited() -> set[str]:
    """The ids that the code cites."""
    return set[str]().union(*map(cited_in, texts("src", "*.py").values()))


@cache
def names_of_tests() -> tuple[str, ...]:
    """Every test, with its file's name."""
    return tuple(
        f"{path.stem}::{node.name}"
        for path, source in texts("tests", "test_*.py").items()
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def held(rule: str) -> bool:
    """Whether some test carries the id in its name or its file's, as `pytest -k` looks for it, and no longer number."""
    name = re.compile(rf"_{rule.replace('-', '_')}(?!\d)", re.IGNORECASE)
    return any(name.search(test) for test in names_of_tests())


def test_the_ids_are_there_once() -> None:
    """The list of ids is whole: no id twice, and the numbers of each kind run from one."""
    assert len(set(RULE_IDS)) == len(RULE_IDS)
    numbers: dict[str, list[int]] = {}
    for rule in RULE_IDS:
        kind, number = rule.rsplit("-", 1)
        numbers.setdefault(kind, []).append(int(number))
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


@each("rule", RULE_IDS)
def test_every_rule_is_cited_by_code(rule: str) -> None:
    """Every rule is named where the code keeps it."""
    assert rule in cited(), "the docstring or comment of the code that keeps it has to name it"


@each("rule", RULE_IDS)
def test_every_rule_is_held_by_a_test(rule: str) -> None:
    """Every rule has a test whose name says so."""
    assert held(rule), f"expected a test named test_{rule.replace('-', '_')}_…"


def test_code_cites_no_rule_that_there_is_not() -> None:
    """An id that the code cites is one of the rules'."""
    assert cited() - set(RULE_IDS) == set()


def test_every_clause_is_a_rule() -> None:
    """Each clause that decisions cite is one of the rules."""
    unknown = {clause.value for clause in Clause} - set(RULE_IDS)
    assert not unknown, "write them in docs/reference/rules.md"


def test_what_gives_something_is_quoted() -> None:
    """Nobody is given anything by a clause of which the policy has no word."""
    silent = [clause.value for clause in GIVES if not POLICY_2023_04.texts[clause].quotation]
    assert silent == [], (
        "quote the policy in v2023_04/quoted.py; where it is silent, the clause may give nothing"
    )


def test_the_documentation_cites_no_other() -> None:
    """Wherever docs cite a rule, it is one of those that have a section on the page of the rules."""
    everywhere = set[str]().union(*map(cited_in, texts("docs", "*.md").values()))
    assert everywhere - set(RULE_IDS) == set()
