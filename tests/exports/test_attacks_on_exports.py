"""What somebody found who shares the folder of an export."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from exporters import ONE, rows, run

from resume_visibility import InvalidValue


class _Stopped(Exception):
    """Stands for the end of the process."""


def _stop(_: Any) -> None:
    raise _Stopped


def test_a_journal_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    """A file that lay there, open to all, is its owner's alone before anything is written into it."""
    journal = tmp_path / "out.part"
    journal.touch()
    journal.chmod(0o666)
    with pytest.raises(_Stopped):
        run(tmp_path / "out", continued=True, records=_stop)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    run(tmp_path / "out", continued=True)
    assert [row["id"] for row in rows(tmp_path / "out")] == ["r-1", "r-2"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owner by number")
def test_a_journal_of_somebody_else_is_not_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may make files in the folder makes no empty journal, to read in it what is exported."""
    journal = tmp_path / "out.part"
    journal.touch()
    monkeypatch.setattr(os, "geteuid", lambda: journal.stat().st_uid + 1)
    with pytest.raises(InvalidValue, match=r"out\.part to be a file of one's own"):
        run(tmp_path / "out", [ONE], continued=True)
    assert journal.read_bytes() == b""
