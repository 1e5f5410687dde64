"""A rebuild that is stopped while its documents take the place of the old ones loses neither (it needs no Spark)."""

import contextlib
import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock

import pytest

ROOT = Path(__file__).parents[2]


class Stopped(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The program, with nothing in the place of Spark."""
    for name in ("pyspark", "pyspark.sql", "pyspark.sql.pandas", "pyspark.sql.pandas.types"):
        stub = ModuleType(name)
        for attribute in ("DataFrame", "SparkSession", "functions", "from_arrow_schema"):
            setattr(stub, attribute, MagicMock())
        monkeypatch.setitem(sys.modules, name, stub)
    spec = importlib.util.spec_from_file_location("rebuild", ROOT / "examples/spark/rebuild.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make(folder: Path, content: str) -> None:
    """A table of two files."""
    folder.mkdir()
    for name in ("part-0", "part-1"):
        (folder / name).write_text(content)


def contents(folder: Path) -> list[str]:
    """What the files of a table hold."""
    return [one.read_text() for one in sorted(folder.iterdir())]


@pytest.mark.parametrize("first", [False, True], ids=["again", "first"])
@pytest.mark.parametrize("last", range(6))
def test_a_stopped_run_leaves_the_documents_of_a_run(
    first: bool, last: int, program: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the process ends, the next run finds all old documents, or all new ones: without them it would delete nothing."""
    if not first:
        make(tmp_path / "documents", "old")
    make(tmp_path / "documents.new", "new")
    steps = iter(range(9))
    rename, rmtree = Path.rename, shutil.rmtree

    def renamed(self: Path, target: Path) -> Path:
        if next(steps) == last:
            raise Stopped
        return rename(self, target)

    def removed(path: Path, **options: Any) -> None:
        if next(steps) == last:
            raise Stopped
        if path.exists() and next(steps) == last:
            (path / "part-0").unlink()  # a folder is not removed at once
            raise Stopped
        rmtree(path, **options)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", renamed)
        patched.setattr(shutil, "rmtree", removed)
        with contextlib.suppress(Stopped):
            program.put_in_place(tmp_path)
    program.tidy(tmp_path)
    found = contents(tmp_path / "documents") if (tmp_path / "documents").exists() else None
    assert found in (None if first else ["old"] * 2, ["new"] * 2)
    assert {one.name for one in tmp_path.iterdir()} <= {"documents"}
