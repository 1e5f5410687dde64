"""Which policy decides where none is given is one line, and the command line knows every version."""

from inspect import signature
from pathlib import Path

import attrs
import pytest

import resume_visibility
from resume_visibility import POLICY_2023_04, Policy, view_for
from resume_visibility.__main__ import main
from resume_visibility.cli import policies
from resume_visibility.policy import V2023_04
from resume_visibility.policy.table import DEFAULT_POLICY, POLICIES

SOURCE = Path(resume_visibility.__file__).parent
LATER = Policy("2030-01", ruleset=attrs.evolve(V2023_04, version="2030-01"))


def test_one_file_says_which_policy_is_the_default() -> None:
    """Beside the lists of public names, `policy/table.py` alone names a version: all else takes the default."""
    naming = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if "POLICY_2023_04" in file.read_text(encoding="utf-8")
    }
    assert naming == {"policy/table.py"}
    assert signature(view_for).parameters["policy"].default is DEFAULT_POLICY is POLICY_2023_04


def test_the_command_line_takes_every_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each policy of this library is found by its version, and where none is found, each version is named."""
    monkeypatch.setattr(policies, "POLICIES", (POLICY_2023_04, LATER))
    assert [main(["compare", "2023-04", one.version]) for one in (*POLICIES, LATER)] == [0, 0]
    assert main(["verify", "2031-01"]) == 2
    assert "expected 2023-04, 2030-01, or " in capsys.readouterr().err
