"""An export that was stopped goes on: no resume is lost or written twice, wherever it stopped (EXPORT-1)."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from exporters import EXPORTING, FAILED, HIDDEN, ONE, TWO, rows, run, sheets
from hypothesis import given
from hypothesis import strategies as st

from own import OurResume
from pace import some_of
from people import ACME, AT, DAY, GLOBEX, resume, with_settings
from processes import UNMEASURED
from resume_visibility import (
    AccessRecord,
    Action,
    InvalidValue,
    Language,
    Owner,
    Part,
    Policy,
    Resume,
    Visibility,
    dump_record,
)
from resume_visibility.exports import exporting
from resume_visibility.exports.files import Format
from resume_visibility.exports.journal import Journal
from resume_visibility.exports.rows import exported_at
from resume_visibility.model import Application, CompanyBlock
from resume_visibility.model.instants import FIRST, LAST, instant
from resume_visibility.policy import V2023_04, Clause, Readings
from resume_visibility.policy.decisions import Decision, Refusal
from resume_visibility.policy.facts import Facts, Sharing

BARE: dict[str, Any] = {
    name: type(getattr(ONE, name))()
    for name in ("projects", "education", "awards", "campus_positions", "certificates", "skills")
}
SHORT = [
    resume(id=f"r-{i}", strengths=text, work=(), training=(), portfolio=(), additional=(), **BARE)
    for i, text in enumerate(["=1\n+2", "稳重", "藏", "\u2028末"])
]
ASKED = [*SHORT[:2], attrs.evolve(HIDDEN, id="r-2"), SHORT[3], SHORT[0]]


def journal_of(folder: Path, kind: Format = Format.JSONL) -> bytes:
    """The journal of a whole export, as it is just before it is removed; the file is removed."""

    class Stopped(Exception):
        """Stands for the end of the process."""

    def stop(_: object) -> None:
        raise Stopped

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Journal, "remove", stop)
        with pytest.raises(Stopped):
            run(folder / "out", ASKED, kind)
    (folder / "out").unlink()
    journal = (folder / "out.part").read_bytes()
    (folder / "out.part").unlink()
    return journal


def continued(
    folder: Path, journal: bytes, kind: Format = Format.JSONL
) -> tuple[bytes, object, list[AccessRecord]]:
    """What comes of going on with a journal: the file, the answer and the records."""
    kept = list[AccessRecord]()
    (folder / "out.part").write_bytes(journal)
    done = run(folder / "out", ASKED, kind, records=kept.extend, continued=True)
    written = (folder / "out").read_bytes()
    (folder / "out").unlink()
    assert [*folder.iterdir()] == []
    return written, done, kept


@pytest.mark.parametrize("kind", [Format.JSONL, Format.CSV])
def test_EXPORT_1_a_run_stopped_at_any_byte_goes_on(kind: Format, tmp_path: Path) -> None:
    """Wherever the journal ends, what comes of going on is what a run gives that nothing stopped: file, answer, records."""
    journal = journal_of(tmp_path, kind)
    whole = continued(tmp_path, b"", kind)
    lines = [at + 1 for at, byte in enumerate(journal) if byte == ord("\n")]
    near = {at + more for at in (0, *lines) for more in (-1, 0, 1)} & {*range(len(journal) + 1)}
    for length in sorted({*near, *some_of(range(len(journal) + 1), 41)}):
        assert continued(tmp_path, journal[:length], kind) == whole, length


def test_EXPORT_1_a_workbook_goes_on_too(tmp_path: Path) -> None:
    """A workbook made from half a journal holds what one does that nothing stopped."""
    journal = journal_of(tmp_path, Format.XLSX)
    run(tmp_path / "whole", ASKED, Format.XLSX)
    (tmp_path / "out.part").write_bytes(journal[: len(journal) // 2])
    run(tmp_path / "out", ASKED, Format.XLSX, continued=True)
    assert sheets(tmp_path / "out") == sheets(tmp_path / "whole")


@given(st.lists(st.integers(0, 8), max_size=6))
def test_EXPORT_1_a_run_may_be_stopped_again_and_again(
    tmp_path_factory: pytest.TempPathFactory, stops: list[int]
) -> None:
    """However often a run is stopped, and after however many resumes, each is written once, in order."""
    folder = tmp_path_factory.mktemp("stopped")
    for stop in stops:

        def some(stop: int = stop) -> Iterator[Resume]:
            yield from ASKED[:stop]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run(folder / "out", some(), continued=True)
    run(folder / "out", ASKED, continued=True)
    assert [row["id"] for row in rows(folder / "out")] == ["r-0", "r-1", "r-3"]


def test_a_run_stopped_between_the_file_and_its_end_goes_on(tmp_path: Path) -> None:
    """Where the file is there and its journal too, going on makes the same file of it, as often as it is stopped so."""

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Journal, "remove", stop)
        for kind in (Format.JSONL, Format.XLSX):
            for again in (False, True, True):
                with pytest.raises(KeyboardInterrupt):
                    run(tmp_path / kind.value, ASKED, kind, continued=again)
    run(tmp_path / "xlsx", ASKED, Format.XLSX, continued=True)
    run(tmp_path / "jsonl", ASKED, continued=True)
    run(tmp_path / "whole", ASKED)
    assert (tmp_path / "jsonl").read_bytes() == (tmp_path / "whole").read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["jsonl", "whole", "xlsx"]


def test_a_run_stopped_in_the_middle_of_a_file_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full while the file is made leaves no half of it, and the journal."""

    def full(_: object, file: Any, *rest: object) -> None:
        file.write(b"{")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(exporting, "write", full)
        with pytest.raises(OSError, match="No space left"):
            run(tmp_path / "out", ASKED)
    assert [one.name for one in tmp_path.iterdir()] == ["out.part"]
    run(tmp_path / "out", ASKED, continued=True)
    assert len(rows(tmp_path / "out")) == 3


def test_a_file_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    """Where something else was put in the place of the file since the run was stopped, it stays."""
    (tmp_path / "out.part").write_bytes(journal_of(tmp_path))
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(InvalidValue, match=r"or the one made from out\.part"):
        run(tmp_path / "out", ASKED, continued=True)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "no hard links"])
def test_a_file_that_came_to_be_there_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """What somebody put there while the export ran is not replaced, and the export can be continued elsewhere."""
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", _no_links)
    out = tmp_path / "out"

    def meanwhile(records: Iterable[AccessRecord]) -> None:
        assert list(records)
        out.write_bytes(b"somebody's")

    with pytest.raises(FileExistsError):
        run(out, ASKED, Format.JSONL, records=meanwhile)
    assert out.read_bytes() == b"somebody's"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out", "out.part"]


def test_where_there_are_no_hard_links_a_file_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system without hard links gets the file as well."""
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    run(tmp_path / "out", ASKED, Format.JSONL)
    assert [file.name for file in tmp_path.iterdir()] == ["out"]


def _no_links(self: Path, target: Path) -> None:
    raise OSError(1, "not permitted")


def test_EXPORT_1_at_the_end_of_time(tmp_path: Path) -> None:
    """At the last instant that there is, an export is made as at any other."""
    done = run(tmp_path / "out", ASKED, Format.JSONL, at=LAST)
    assert done.written


def test_a_line_that_is_broken_is_made_again(tmp_path: Path) -> None:
    """Where a line is whole and says nothing, as after a power cut, it and what follows are made again."""
    journal = journal_of(tmp_path)
    whole = continued(tmp_path, b"")
    head, first, rest = journal.split(b"\n", 2)
    undated = [
        b'{"id":"r","row":{},"record":{}}',
        *(
            b'{"id":"r","row":{"exported_at":"%b"},"record":{}}' % at
            for at in (b"now", b"0001-01-01T00:00:00+05:00", b"9999-12-31T23:59:59-05:00")
        ),
    ]
    for broken in (b"\0" * 20, b"[]", b"{}", b'{"id":1,"row":{},"record":{}}', *undated):
        assert continued(tmp_path, b"\n".join((head, first, broken, rest))) == whole


@pytest.mark.parametrize("kind", [Format.JSONL, Format.CSV])
def test_EXPORT_1_a_line_that_was_changed_is_made_again(kind: Format, tmp_path: Path) -> None:
    """Whatever somebody changed in a line, or wrote twice: no file states what was not decided, and nothing breaks on it."""
    journal = journal_of(tmp_path, kind)
    whole = continued(tmp_path, b"", kind)
    head, first, rest = journal.split(b"\n", 2)
    changes = [
        (b'"id":"r-0"', b'"id":"r-9"'),
        (b'"exported_at":"2', b'"exported_at":"9'),
        (b'"view":{', b'"view":{"contact":{"mobile":"+8613800138000"},'),
        (b'"view":{', b'"gone":{'),
        (b'"record":{', b'"record":{"other":NaN,'),
    ]
    changed = [first.replace(old, new, 1) for old, new in changes]
    assert first not in changed
    for line in (*changed, first + b"\n" + first):
        assert continued(tmp_path, b"\n".join((head, line, rest)), kind) == whole


def test_the_disk_is_asked_to_keep_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After each hundred rows, and before the file takes its place, the disk is asked to keep what was written."""
    asked = list[str]()
    keep, place = os.fsync, Path.hardlink_to

    def kept(number: int) -> None:
        asked.append("kept")
        keep(number)

    def placed(path: Path, new: Path) -> None:
        asked.append("placed")
        place(path, new)

    monkeypatch.setattr(os, "fsync", kept)
    monkeypatch.setattr(Path, "hardlink_to", placed)
    many = [attrs.evolve(SHORT[1], id=f"r-{i}") for i in range(201)]
    run(tmp_path / "out", many)
    # The head, two hundreds, the end of the rows, the digest, the file; then its name in the folder.
    assert asked == ["kept"] * 6 + ["placed", "kept"]


def test_a_folder_that_cannot_be_opened_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system opens no folder, the file is there all the same."""
    plain = os.open

    def picky(path: Any, flags: int, *rest: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError
        return plain(path, flags, *rest)

    monkeypatch.setattr(os, "open", picky)
    assert run(tmp_path / "out", ASKED).written == 3


def test_a_file_that_cannot_be_made_is_named_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no file can be made, that is the error: there is none to be removed."""
    plain = os.open

    def full(path: Any, *rest: Any) -> int:
        if str(path).endswith(".new"):
            raise PermissionError(errno.EACCES, "not here", str(path))
        return plain(path, *rest)

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(PermissionError, match="not here"):
        run(tmp_path / "out", ASKED)


def test_a_system_without_that_flag_exports_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system cannot be asked to follow no link, the files are opened in the same way as everywhere else."""
    monkeypatch.delattr(os, "O_NOFOLLOW", raising=False)
    assert run(tmp_path / "out", ASKED).written == 3


def test_an_export_closes_what_it_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that exports for years keeps nothing open: neither a file nor the folder."""
    plain, opened = os.open, list[int]()

    def noted(*args: Any, **options: Any) -> int:
        opened.append(plain(*args, **options))
        return opened[-1]

    monkeypatch.setattr(os, "open", noted)
    run(tmp_path / "out", ASKED)
    monkeypatch.undo()
    assert len(opened) > 2
    for number in opened:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(number)


# What is refused


def begun(out: Path, **changes: Any) -> None:
    """An export that was stopped after its first resume."""

    def some() -> Iterator[Resume]:
        yield ONE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(out, some(), **changes)


def test_EXPORT_1_rows_are_kept_though_nothing_more_can_be_read(tmp_path: Path) -> None:
    """EXPORT-1: a run that goes on and cannot read a single resume makes the file of the rows that an earlier run wrote."""
    begun(tmp_path / "out")
    done = run(tmp_path / "out", [FAILED], continued=True)
    assert done.failed == (FAILED,)
    assert [row["id"] for row in rows(tmp_path / "out")] == [ONE.id]


def test_an_export_that_was_begun_is_not_begun_again(tmp_path: Path) -> None:
    """Without the word to go on, an export that was begun stays as it is, and the error says what to do."""
    begun(tmp_path / "out")
    journal = (tmp_path / "out.part").read_bytes()
    with pytest.raises(
        InvalidValue, match=r"out: expected no export that was begun: continue it, or remove out\.part"
    ):
        run(tmp_path / "out")
    assert (tmp_path / "out.part").read_bytes() == journal


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"kind": Format.CSV}, "kind"),
        ({"policy": Policy("2024")}, "policy"),
        ({"policy": Policy("ours", readings=Readings(email_is_relayed=False))}, "readings"),
        ({"policy": Policy("ours", accounts=("脉脉号",))}, "accounts"),
        ({"of": OurResume}, "of"),
        ({"viewer": attrs.evolve(EXPORTING, company=GLOBEX)}, "viewer"),
        ({"viewer": attrs.evolve(EXPORTING, language=Language.EN)}, "viewer"),
    ],
)
def test_another_export_is_not_continued(changes: dict[str, Any], path: str, tmp_path: Path) -> None:
    """LAW-7: an export of another kind, policy or viewer is refused, and what differs is named, not its value."""
    ours = Policy("ours")
    begun(tmp_path / "out", policy=ours)
    with pytest.raises(InvalidValue) as caught:
        run(tmp_path / "out", continued=True, **{"policy": ours} | changes)
    assert [problem.path for problem in caught.value.problems] == [path]
    assert ACME.name not in str(caught.value)
    assert run(tmp_path / "out", continued=True, policy=ours).written == 2


@pytest.mark.parametrize(
    "change",
    [
        {"decide": lambda facts, chosen: V2023_04.decide(attrs.evolve(facts, chat_permission=True), chosen)},
        {"age": 18},
        {"most_fresh": timedelta(hours=1)},
        {"shareable": V2023_04.shareable - {Part.REGION}},
        {"sharing": {**V2023_04.sharing, Sharing.PARTNER: Clause.SHARE_1}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_EXPORT_1_an_export_does_not_go_on_under_other_rules(change: dict[str, Any], tmp_path: Path) -> None:
    """EXPORT-1: a file states one policy, so an export does not go on if the rules were changed and their version was not."""
    before, after = (Policy("ours", ruleset=attrs.evolve(V2023_04, **one)) for one in ({}, change))
    begun(tmp_path / "out", policy=before)
    with pytest.raises(InvalidValue) as caught:
        run(tmp_path / "out", continued=True, policy=after)
    assert str(caught.value).endswith(
        "ruleset: expected the same as in the export that was begun; remove out.part to start again"
    )
    assert run(tmp_path / "out", continued=True, policy=before).written == 2


def _cited_backwards(facts: Facts, chosen: Readings) -> Decision:
    decision = V2023_04.decide(facts, chosen)
    if isinstance(decision, Refusal):
        return Refusal(decision.refused_by[::-1])
    given = tuple((item, clauses[::-1]) for item, clauses in decision.given[::-1])
    return attrs.evolve(decision, given=given, refused=decision.refused[::-1])


def test_LAW_6_an_export_goes_on_where_rules_cite_in_another_order(tmp_path: Path) -> None:
    """LAW-6: rules of one's own may collect clauses in a set, which has another order in each process; they decide the same."""
    before, after = (
        Policy("ours", ruleset=attrs.evolve(V2023_04, decide=one))
        for one in (V2023_04.decide, _cited_backwards)
    )
    begun(tmp_path / "out", policy=before)
    assert run(tmp_path / "out", continued=True, policy=after).written == 2


def test_OWNER_1_no_section_of_ones_own_is_lost_where_a_table_goes_on(tmp_path: Path) -> None:
    """OWNER-1: what was written of an own section stands in no table of another class, which has no column for it."""
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "out", _stopped(OurResume(id="r-9", candidate="c-9", notes="a note")), **_OF_OWNER)
    with pytest.raises(InvalidValue, match="of: expected the same as in the export that was begun"):
        run(tmp_path / "out", (), continued=True, **{**_OF_OWNER, "of": Resume})
    run(tmp_path / "out", (), continued=True, **_OF_OWNER)
    assert "a note" in (tmp_path / "out").read_text("utf-8-sig")


_OF_OWNER: dict[str, Any] = {
    "viewer": Owner(candidate="c-9", action=Action.EXPORT),
    "kind": Format.CSV,
    "of": OurResume,
}


def _stopped(*resumes: Resume[Any]) -> Iterator[Resume[Any]]:
    yield from resumes
    raise KeyboardInterrupt


def instants(out: Path) -> list[tuple[str, str]]:
    """Of each row of JSON lines the id, and the instant that it carries."""
    return [(row["id"], row["exported_at"]) for row in rows(out)]


def test_EXPORT_1_what_is_not_written_yet_is_judged_when_the_run_goes_on(tmp_path: Path) -> None:
    """Rows and records of a run that goes on carry its instant; those that were written keep theirs."""
    kept = list[AccessRecord]()
    begun(tmp_path / "out")
    run(tmp_path / "out", at=AT + DAY, continued=True, records=kept.extend)
    assert instants(tmp_path / "out") == [
        ("r-1", "2026-06-01T12:00:00.000000Z"),
        ("r-2", "2026-06-02T12:00:00.000000Z"),
    ]
    assert [record.at for record in kept] == [AT, AT + DAY]


def test_EXPORT_1_without_an_instant_a_run_goes_on_now(tmp_path: Path) -> None:
    """Without an instant, what is not written yet is judged at the present one."""
    begun(tmp_path / "out")
    before = exported_at(instant(None))
    run(tmp_path / "out", at=None, continued=True)
    (_, first), (_, second) = instants(tmp_path / "out")
    assert first == exported_at(AT)
    assert before <= second <= exported_at(instant(None))


def test_APPLY_8_a_withdrawn_application_opens_nothing_to_a_run_that_goes_on(tmp_path: Path) -> None:
    """Withdrawn since the run was stopped, an application exports nothing more."""
    sent = attrs.evolve(
        HIDDEN, applications=(Application(company=str(ACME.id), at=AT - DAY, withdrawn=AT + DAY),)
    )
    begun(tmp_path / "out")
    done = run(tmp_path / "out", [ONE, sent], at=AT + 2 * DAY, continued=True)
    assert (done.written, done.not_shown) == (1, 1)


def test_BLOCK_2_a_later_block_holds_for_a_run_that_goes_on(tmp_path: Path) -> None:
    """Where a block counts from its instant on, one that came since the run was stopped exports nothing more."""
    policy = Policy("ours", readings=Readings(future_block_holds=False))
    blocked = with_settings(TWO, blocks=(CompanyBlock(company=str(ACME.id), at=AT + DAY),))
    begun(tmp_path / "out", policy=policy)
    done = run(tmp_path / "out", [ONE, blocked], at=AT + 2 * DAY, policy=policy, continued=True)
    assert (done.written, done.not_shown) == (1, 1)


@pytest.mark.parametrize("back", [DAY, timedelta(days=365), AT - FIRST])
def test_EXPORT_1_an_export_never_goes_back_in_time(back: timedelta, tmp_path: Path) -> None:
    """Where the clock went back, the latest instant of what is written holds: nothing withdrawn before it is shown again."""
    begun(tmp_path / "out", at=AT - DAY)

    def more() -> Iterator[Resume]:
        yield TWO
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "out", more(), at=AT, continued=True)
    run(tmp_path / "out", [attrs.evolve(TWO, id="r-9")], at=AT - back, continued=True)
    assert instants(tmp_path / "out") == [
        ("r-1", exported_at(AT - DAY)),
        ("r-2", exported_at(AT)),
        ("r-9", exported_at(AT)),
    ]


def test_EXPORT_1_an_export_without_rows_never_goes_back_in_time(tmp_path: Path) -> None:
    """Where nothing is written yet, the instant of the beginning holds as the earliest."""

    def nothing() -> Iterator[Resume]:
        yield from ()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "out", nothing())
    run(tmp_path / "out", [TWO], at=AT - DAY, continued=True)
    assert instants(tmp_path / "out") == [("r-2", exported_at(AT))]


def test_EXPORT_1_records_of_what_is_written_stay_equal(tmp_path: Path) -> None:
    """Stopped after its records were taken, a run that goes on later gives the same ones first, equal to the last digit."""

    def stop(records: Iterable[AccessRecord]) -> None:
        taken.extend(records)
        raise KeyboardInterrupt

    taken, again = list[AccessRecord](), list[AccessRecord]()
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "out", records=stop)
    shown = attrs.evolve(TWO, id="r-9")
    run(tmp_path / "out", [ONE, TWO, shown], at=AT + DAY, records=again.extend, continued=True)
    assert [*map(dump_record, again[:2])] == [*map(dump_record, taken)]
    assert [record.document_id for record in again] == ["r-1", "r-2", "r-9"]


@pytest.mark.parametrize("later", [timedelta(0), DAY])
def test_EXPORT_1_a_workbook_says_from_when_until_when_it_was_made(later: timedelta, tmp_path: Path) -> None:
    """The sheet about the export names its instant, and the first and the last where its rows have several."""
    begun(tmp_path / "out", kind=Format.XLSX)
    run(tmp_path / "out", kind=Format.XLSX, at=AT + later, continued=True)
    row = [cell for cell in sheets(tmp_path / "out")["说明"][0] if cell is not None]
    assert row == ["导出时间（协调世界时）", *(exported_at(at) for at in sorted({AT, AT + later}))]


@pytest.mark.parametrize(
    "written",
    [
        *(b"mine", b"mine\n", b'{"mine": 1}\n', b"{}\n", b"\n", b"[" * 10**5 + b"\n"),
        *(
            b'{"export":1,\n',
            b'{"export":1}\n',
            b'{"export":1,"at":"now"}\n',
            b'{"export":1,"at":"2026-06-01"}\n',
        ),
    ],
    ids=lambda written: repr(written[:32]),
)
def test_what_is_no_journal_stays(written: bytes, tmp_path: Path) -> None:
    """A file in the place of the journal that is none is not touched."""
    (tmp_path / "out.part").write_bytes(written)
    with pytest.raises(
        InvalidValue, match=r"expected out\.part to be the journal of an export, or not to exist"
    ):
        run(tmp_path / "out", continued=True)
    assert (tmp_path / "out.part").read_bytes() == written


def test_EXPORT_1_a_link_in_the_place_of_the_file_is_seen_at_once(tmp_path: Path) -> None:
    """Not when everything was done, and records say that somebody holds a copy. A link that leads nowhere is one, too."""
    (tmp_path / "there").touch()
    for target in ("there", "nowhere"):
        (tmp_path / "out").symlink_to(tmp_path / target)
        kept = list[AccessRecord]()
        with pytest.raises(InvalidValue, match="out: expected a file that does not exist yet"):
            run(tmp_path / "out", ASKED, records=kept.extend)
        assert kept == []
        (tmp_path / "out").unlink()
    assert [one.name for one in tmp_path.iterdir()] == ["there"]


def test_a_link_in_the_place_of_the_journal_is_not_followed(tmp_path: Path) -> None:
    """A link that somebody put where the journal will be leads nowhere."""
    (tmp_path / "out.part").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"):
        run(tmp_path / "out", continued=True)
    assert not (tmp_path / "elsewhere").exists()


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    """While one run writes a file, another one that would go on with it is refused, and the first one ends as it would."""

    def meanwhile() -> Iterator[Resume]:
        yield ONE
        with pytest.raises(InvalidValue, match="expected a file that no other export is writing now"):
            run(tmp_path / "out", continued=True)
        yield TWO

    assert run(tmp_path / "out", meanwhile()).written == 2


def test_a_run_that_was_killed_leaves_no_lock(tmp_path: Path) -> None:
    """A process that is killed in the middle of an export leaves what it wrote, and nothing that keeps the next one out."""
    program = """
import os, signal, sys
from pathlib import Path
from exporters import ONE, run
def killed():
    yield ONE
    os.kill(os.getpid(), signal.SIGKILL)
run(Path(sys.argv[1]), killed())
"""
    root = Path(__file__).parents[2]
    beside = os.pathsep.join(map(str, (root / "tests", root / "tests" / "exports")))
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "out")],
        cwd=root,
        env={**UNMEASURED, "PYTHONPATH": beside},
        check=False,
    )
    assert done.returncode == -9
    assert run(tmp_path / "out", continued=True).written == 2


@pytest.mark.parametrize("busy", [False, True])
def test_a_system_without_fcntl_has_another_lock(
    busy: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system has no `fcntl`, as Windows, its own lock keeps a second run out."""

    def locking(*_: object) -> None:
        if busy:
            raise PermissionError

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    if busy:
        with pytest.raises(InvalidValue, match="no other export"):
            run(tmp_path / "out")
    else:
        assert run(tmp_path / "out").written == 2


def test_a_journal_holds_nothing_that_is_not_shown(tmp_path: Path) -> None:
    """LAW-2: the journal holds what the export shows and its records, and nothing of who is not shown."""
    journal = journal_of(tmp_path).decode()
    assert "藏" not in journal
    assert "r-2" not in journal
    assert [*json.loads(journal.splitlines()[1])] == ["id", "row", "record", "sum"]


def test_what_has_changed_since_is_exported_as_it_is(tmp_path: Path) -> None:
    """A resume that was not written yet is looked at as it is when the run goes on."""
    begun(tmp_path / "out")
    opened = attrs.evolve(HIDDEN, settings=attrs.evolve(HIDDEN.settings, visibility=Visibility.PUBLIC))
    asked: Iterable[Resume] = (ONE, opened)
    assert run(tmp_path / "out", asked, continued=True).written == 2
