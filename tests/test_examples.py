"""Every program in examples/ runs as its reader would run it."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SERVERS = ("fastapi_app", "litestar_app", "django_app")
"""What goes on until somebody ends it: `tests/frameworks` asks these."""

EXAMPLES = [
    program
    for folder in ("examples", "examples/frameworks")
    for program in sorted((ROOT / folder).glob("*.py"))
    if program.stem not in SERVERS
]


def test_there_are_examples() -> None:
    """The list of programs is not empty, so that the next test tests something."""
    assert EXAMPLES


@cache
def run_of(program: Path) -> subprocess.CompletedProcess[bytes]:
    """A run from the root of the repository."""
    command = [sys.executable, "-W", "error", str(program.relative_to(ROOT))]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False)


@pytest.mark.parametrize("program", EXAMPLES, ids=lambda program: program.name)
def test_it_runs(program: Path) -> None:
    """Run from the root of the repository, it ends well, says something, and warns of nothing."""
    ran = run_of(program)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.strip()


def test_LAW_3_a_broken_resume_is_answered_as_one_that_is_not_shown() -> None:
    """The program of a service's boundary answers a stored resume that does not load as it answers a blocked company."""
    out = run_of(ROOT / "examples" / "service_boundary.py").stdout.decode()
    blocked, broken = (line.partition(": ")[2] for line in out.splitlines()[-2:])
    assert broken == blocked == "404, 0 bytes"


def test_three_sections_and_five_fields_take_sixty_lines() -> None:
    """A platform's own resume, with three sections and five fields more, is declared in at most sixty lines."""
    program = (ROOT / "examples" / "own_sections.py").read_text(encoding="utf-8")
    _, declared, _ = program.split("\n# --- ")
    assert 30 < sum(bool(line.strip()) for line in declared.splitlines()[1:]) <= 60
