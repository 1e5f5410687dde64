"""The figures that pages give of the library are those of the library."""

import re
from pathlib import Path

import pytest

from resume_visibility import POLICY_2023_04

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("page", "pattern"),
    [
        ("README.md", r"holds (\d+) safety statements against\s+all ([\d,]+) cases"),
        ("docs/reference/cli.md", r"2023-04：(\d+) 条安全断言，(\d+) 种情形"),
        ("docs/reference/cli.md", r"2023-04: (\d+) statements on (\d+) cases"),
    ],
)
def test_statements_and_cases_are_counted(page: str, pattern: str) -> None:
    """As many statements and cases as a page says there are."""
    [counted] = re.findall(pattern, (ROOT / page).read_text(encoding="utf-8"))
    found = tuple(int(number.replace(",", "")) for number in counted)
    now = len(POLICY_2023_04.statements), sum(1 for _ in POLICY_2023_04.entries())
    assert found == now, f"write the new numbers in {page}"
