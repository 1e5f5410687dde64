"""What somebody found who shares the folder of an export, or chose an id to be misread."""

import os
import stat
from pathlib import Path
from typing import Any

import attrs
import pytest
from exporters import ONE, rows, run, sheets

from resume_visibility import InvalidValue
from resume_visibility.exports.files import Format


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


def test_EXPORT_1_a_text_goes_on_under_the_same_id_however_that_is_spelled(tmp_path: Path) -> None:
    """An id that looks like the spelling of a sign is spelled in each row, so that Excel reads no other id, such as =1."""
    one = attrs.evolve(ONE, id="_x003D_1", strengths="长_" * 9_000)
    run(tmp_path / "out", [one], Format.XLSX)
    ids = {row[0] for row in sheets(tmp_path / "out")["简历"][1:]}
    assert ids == {"_x005F_x003D_1"}


@pytest.mark.parametrize(
    "text", ["my notes\n", '{"export":1, "mine": "one line", "at": "now"}'], ids=["notes", "one line"]
)
def test_a_file_that_is_no_journal_stays_as_it_is(tmp_path: Path, text: str) -> None:
    """Neither its text nor its mode is changed, also where it begins like the journal of another export that was stopped."""
    found = tmp_path / "out.part"
    found.write_text(text)
    found.chmod(0o644)
    with pytest.raises(InvalidValue, match=r"out\.part to be the journal of an export, or not to exist"):
        run(tmp_path / "out", continued=True)
    assert found.read_text() == text
    assert stat.S_IMODE(found.stat().st_mode) == 0o644
