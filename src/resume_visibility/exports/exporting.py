"""The export: views that may leave, written to a file that states what it is (EXPORT-1).

What is not shown leaves no trace in the file: no row, no gap, no count (LAW-3).
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import attrs

from ..codec.dumping import viewer_to_dict
from ..codec.loading import load_record
from ..codec.unstructuring import plain_of
from ..errors import Problem
from ..model.arguments import expect, expect_function, expect_iterable, is_kind_of, mistake
from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.parts import Document
from ..model.resume import Resume
from ..model.viewers import Action, Owner, Viewer, expect_viewer
from ..policy.digest import digest_of_decisions
from ..policy.table import DEFAULT_POLICY, Policy
from ..projection.recording import record_of
from ..projection.records import AccessRecord
from ..projection.release import view_for
from .disk import digest_of, export_error, journal_path, leftover_files, name_problem, replacing
from .files import FileInfo, Format, check_format, write
from .journal import RULESET, Entry, Journal
from .rows import exported_at, row_of


class TakesRecords(Protocol):
    """Keeps access records, all of them, before it returns: `list.extend`, or one transaction of a database."""

    def __call__(self, records: Iterable[AccessRecord], /) -> object:
        """Keep them."""


@attrs.frozen(kw_only=True)
class Unloaded:
    """A resume or form that could not be loaded; it is reported, and stops nothing.

    Args:
        where: its place, such as "line 3"; nothing that a candidate wrote.
        problems: its problems, as `InvalidResume` and `InvalidForm` hold them.
    """

    where: str
    problems: tuple[Problem, ...]


@attrs.frozen(kw_only=True)
class Exported:
    """The result of an export. For the platform alone: whoever gets the file must not learn what is not in it (LAW-3).

    Args:
        written: the number of resumes in the file, also those of a run that was stopped.
        not_shown: the number of resumes that this viewer may not export, whatever the reason.
        repeated: the number of resumes that were skipped because an earlier one has the same id.
        failed: the resumes that could not be loaded.
    """

    written: int
    not_shown: int
    repeated: int
    failed: tuple[Unloaded, ...]


def export(
    viewer: Viewer,
    resumes: Iterable[Resume | CampusForm | Unloaded],
    out: Path,
    *,
    kind: Format,
    records: TakesRecords,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
    continued: bool = False,
    of: type[Resume[Any]] | type[CampusForm] = Resume,
) -> Exported:
    """Write what this viewer may export of these resumes, or forms, to a file (EXPORT-1).

    The file appears as a whole, once every resume was looked at and its records were taken. Until then the rows are in a journal
    beside it, `OUT.part`. A run that was stopped is continued from there, and rows that were written before stay as they were:
    a later block recalls nothing. Other rows are decided at the instant of the later run, and carry that instant. Of several
    resumes with one id, the first one decides.

    Args:
        viewer: the viewer who gets the file; the action is `EXPORT`.
        resumes: in the order of the file; one that could not be loaded is skipped and reported.
        out: the file to make; it must not exist yet.
        kind: of the file.
        records: takes the access record of each resume in the file, so that its owner can be informed who holds a copy. It is
            called once, before the file is there; after a run that was stopped it may get the same records again. It
            must not write to the export's own files, `OUT` and `OUT.part`: nothing guards them against it.
        at: the instant of this run; now, unless given. An instant before the latest written one counts as that one: a clock
            may go back, an export does not.
        policy: that decides.
        continued: whether to continue an export to this file that was stopped, if there is one.
        of: the class of the resumes, if they have sections or fields of their own; `CampusForm`, if they are forms. A file holds one or
            the other.

    Returns:
        How many were written, and what was not.

    Raises:
        TypeError: `viewer` is no viewer, `out` no path, `policy` no policy, `kind` no format, `of` no class of resumes or
            forms, or `records` no function; one of `resumes` is neither of that class nor unloaded; `records` did not take them all.
        InvalidValue: the viewer's action is another one; `at` has no time zone; the file exists already; an export to it was begun or is
            running; the export to continue is another one, or was begun under other rules; the package that writes this kind is
            not installed.
        OSError: something cannot be written; the export can be continued.
    """
    if of is not CampusForm and not is_kind_of(of, Resume):
        right = "CampusForm, Resume or a subclass of it made by attrs.frozen(kw_only=True, repr=False)"
        raise mistake("of", right, of)
    expect_viewer(viewer)
    expect("policy", policy, Policy)
    expect("kind", kind, Format)
    if not isinstance(out, Path):
        raise mistake("out", "a Path", out)
    expect_function("records", records, "a function of records, such as list.extend")
    expect_iterable("resumes", resumes, "a list of resumes or forms")
    if viewer.action is not Action.EXPORT:
        raise export_error("viewer.action", "expected export")
    check_format(kind)
    if problem := name_problem(out):
        raise export_error("out", problem)
    path = journal_path(out)
    if out.is_symlink() or (out.exists() and not (continued and path.exists())):
        raise export_error("out", "expected a file that does not exist yet")
    moment = instant(at)
    head = _head(viewer, kind, policy, of)
    with Journal(path, head, continued=continued) as journal:
        for leftover in leftover_files(out):
            leftover.unlink(missing_ok=True)
        is_made = out.exists()
        if is_made and digest_of(out) not in journal.file_digests:
            raise export_error(
                "out", f"expected a file that does not exist yet, or the one made from {path.name}"
            )
        if not journal.latest_at:
            journal.begin({**head, "at": exported_at(moment)})
        moment = max(moment, datetime.fromisoformat(journal.latest_at))
        result = _journal_rows(viewer, resumes, of, moment, policy, journal)
        info = FileInfo(
            of=of,
            at=journal.begun_at,
            policy=policy,
            language=viewer.language,
            for_owner=isinstance(viewer, Owner),
        )
        if result.failed and not journal.ids and not result.not_shown:
            journal.remove()  # nothing could be read, so there is nothing to say to anybody
            return result
        _write_file(out, kind, records, info, journal, is_made=is_made)
    return result


def _head(
    viewer: Viewer, kind: Format, policy: Policy, of: type[Resume[Any]] | type[CampusForm]
) -> dict[str, Any]:
    """The description of an export: a run that continues it has the same."""
    document = Document.FORM if of is CampusForm else Document.RESUME
    return {
        "kind": kind.value,
        # Its sections are the columns of a table: with the columns of another class, some written values would be lost.
        "of": f"{of.__module__}.{of.__qualname__}",
        "policy": policy.version,
        # A version is a name, and the rules under it may be changed between two runs.
        RULESET: digest_of_decisions(policy, document, viewer.action),
        "readings": attrs.asdict(policy.readings),
        "accounts": list(policy.accounts),
        "viewer": viewer_to_dict(viewer),
    }


def _journal_rows(
    viewer: Viewer, resumes: Iterable[Any], cls: type[Any], at: datetime, policy: Policy, journal: Journal
) -> Exported:
    seen, failed = set[str](), list[Unloaded]()
    not_shown = repeated = 0
    for one in resumes:
        if isinstance(one, Unloaded):
            failed.append(one)
            continue
        if type(one) is not cls:
            expected = f"a {cls.__name__} or Unloaded"
            if isinstance(one, Resume) and issubclass(cls, Resume):
                expected += ", or of to be their class"
            raise mistake("each of resumes", expected, one)
        if one.id in seen:
            repeated += 1
            continue
        seen.add(one.id)
        if one.id in journal.ids:
            continue
        view = view_for(viewer, one, at=at, policy=policy)
        if view is None:
            not_shown += 1
            continue
        record = record_of(viewer, one, view, at=at, policy=policy)
        journal.add(one.id, Entry(row_of(view, record), plain_of(record)))
    journal.sync()
    return Exported(written=len(journal.ids), not_shown=not_shown, repeated=repeated, failed=tuple(failed))


def _write_file(
    out: Path, kind: Format, records: TakesRecords, info: FileInfo, journal: Journal, *, is_made: bool
) -> None:
    # The records first: nobody holds a copy that is not on record.
    loaded = (load_record(entry.record) for entry in journal.entries())
    records(loaded)
    if next(loaded, None) is not None:
        raise TypeError("expected records to take every record before it returns")
    with replacing(out, may_replace=is_made) as (file, new):
        write((entry.row for entry in journal.entries()), file, kind, info)
        file.flush()
        journal.end(digest_of(new))
    journal.remove()
