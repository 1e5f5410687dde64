"""What is withheld of a part that is granted: a company is shown the files that were sent to it, and one virtual number, of several."""

from collections.abc import Iterator
from typing import Any, cast

import attrs

from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import VirtualNumber
from ..model.values import PhoneNumber
from ..policy.decisions import Grant
from ..policy.table import case_of
from .questions import Case
from .states import D


def secrets_in_part(case: Case[Any]) -> Iterator[str]:
    """The ids of files, and the virtual numbers, of a granted part that are not shown."""
    files, lines = _unshown(case)
    yield from files
    shown = {
        line.number.e164 for line in getattr(case.document, "virtual_numbers", ()) if line.id not in lines
    }
    yield from (line.number.e164 for line in lines.values() if line.number.e164 not in shown)


def exchange_in_part(case: Case[Any], document: D) -> D:
    """A twin of the case's document with other files, and other virtual numbers, in the place of those that are not shown."""
    files, lines = _unshown(case)
    if not isinstance(document, Resume) or not (files or lines):
        return document

    def named(id_: str) -> str:
        return _other_id(id_) if id_ in files else id_

    anything: Any = document
    return cast(
        "D",
        attrs.evolve(
            anything,
            attachments=tuple(attrs.evolve(file, id=named(file.id)) for file in document.attachments),
            applications=tuple(
                attrs.evolve(sent, attachments=frozenset(map(named, sent.attachments)))
                for sent in document.applications
            ),
            virtual_numbers=tuple(
                attrs.evolve(line, number=PhoneNumber(f"+86950138{place:05}")) if line.id in lines else line
                for place, line in enumerate(document.virtual_numbers)
            ),
        ),
    )


def without_in_part(case: Case[Any], document: D) -> D:
    """A twin of the case's document without the files of a granted part that are not shown, and with no virtual number that is not."""
    files, _ = _unshown(case)
    if not isinstance(document, Resume):
        return document
    judged = case_of(case.viewer, case.document, case.at, case.policy)
    shown = {line.id for line in (judged.virtual_number, *judged.virtual_numbers) if line is not None}
    anything: Any = document
    # That an application carried a file stays: it decides, also where the file was deleted since (APPLY-2).
    lacking = {*files, *map(_other_id, files)}
    kept_files = tuple(file for file in document.attachments if file.id not in lacking)
    kept_lines = tuple(line for line in document.virtual_numbers if line.id in shown)
    return cast("D", attrs.evolve(anything, attachments=kept_files, virtual_numbers=kept_lines))


def _other_id(id_: str) -> str:
    return f"{id_[:_MAX_STEM_LENGTH]}-other"


_MAX_STEM_LENGTH = 58  # of the 64 characters of an id


def _unshown(case: Case[Any]) -> tuple[frozenset[str], dict[str, VirtualNumber]]:
    """The ids of the files, and the virtual numbers by their ids, that are not shown though their part is granted."""
    judged, document = case_of(case.viewer, case.document, case.at, case.policy), case.document
    parts = judged.decision.parts if isinstance(judged.decision, Grant) else frozenset[Part]()
    files, lines = frozenset[str](), dict[str, VirtualNumber]()
    if isinstance(document, Resume) and Part.ATTACHMENTS in parts:
        files = frozenset(file.id for file in document.attachments) - judged.attachments
    if isinstance(document, Resume) and Part.VIRTUAL_NUMBER in parts and not judged.virtual_numbers:
        shown = judged.virtual_number
        lines = {line.id: line for line in document.virtual_numbers if shown is None or line.id != shown.id}
    return files, lines
