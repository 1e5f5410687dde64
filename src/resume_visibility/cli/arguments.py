"""The commands and their options."""

import argparse
from datetime import datetime

from ..codec.schemas import Subject
from ..exports.files import Format
from ..model.language import Language
from ..model.parts import Document, Part
from ..model.viewers import Action
from .viewers import SHORT

_AS = f"""VIEWER.json, or in short: {", ".join(SHORT)}; in short, people are signed in and fully verified"""
_POLICY = "2023-04, or a policy of your own as package.module:NAME"


def parser() -> argparse.ArgumentParser:
    """The parser of the command line: it exits with 2 where the arguments are none of these."""
    parser = argparse.ArgumentParser(
        prog="python -m resume_visibility",
        description="Who may see what of a resume.",
        epilog="Exit codes: 0 shown or done, 3 not shown, 4 a statement is not kept or a field is missing, 2 bad input, "
        "1 output not written, "
        "141 output not read to its end.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about in (
        ("view", "print what a viewer sees, as JSON: the candidate's preview, too"),
        ("explain", "print why, clause by clause; for the platform's own staff"),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("resume", metavar="RESUME.json", help="a resume, or a campus form, in JSON")
        command.add_argument("--as", dest="viewer", metavar="VIEWER", required=True, help=_AS)
        command.add_argument("--action", choices=[action.value for action in Action], help="default: view")
        _add_language(command, "of the view or explanation; default: zh for a view, en for an explanation")
        _add_instant(command)
    about = "write what a viewer may export of many resumes to a file"
    command = commands.add_parser("export", help=about, description=about)
    command.add_argument(
        "resumes",
        metavar="RESUMES",
        help="resumes, or forms, in JSON lines, or a folder with a .json file of each",
    )
    command.add_argument(
        "--as", dest="viewer", metavar="VIEWER.json", required=True, help="to whom the file goes"
    )
    command.add_argument(
        "--document",
        choices=[document.value for document in Document],
        default=Document.RESUME.value,
        help="whether RESUMES are resumes or forms; default: resume",
    )
    kinds = [kind.value for kind in Format]
    command.add_argument("--format", choices=kinds, required=True, help="xlsx needs the extra excel")
    command.add_argument("--out", metavar="FILE", required=True, help="to make; nothing may be there")
    command.add_argument(
        "--records", metavar="FILE", help="for the records of who holds a copy; default: FILE.records.jsonl"
    )
    command.add_argument(
        "--resume", action="store_true", help="go on with a run that was stopped, at the instant of that run"
    )
    _add_instant(command)
    about = "print whom a change of the settings would show more or less, and what"
    command = commands.add_parser("difference", help=about, description=about)
    command.add_argument("resume", metavar="RESUME.json", help="a resume or form in JSON, with its settings")
    command.add_argument(
        "settings", metavar="NEW_SETTINGS.json", help="settings in JSON, as a resume has them"
    )
    _add_instant(command)
    about = (
        "print whom one set of settings would show more or less than another, of a resume with no other acts"
    )
    command = commands.add_parser("settings", help=about, description=about)
    command.add_argument("old", metavar="OLD_SETTINGS.json", help="settings in JSON, as a resume has them")
    command.add_argument("new", metavar="NEW_SETTINGS.json", help="likewise, or with --patch a part of them")
    command.add_argument(
        "--patch", action="store_true", help="the new ones are a JSON Merge Patch of the old"
    )
    _add_instant(command)
    about = "print the fields that the policy requires and a resume lacks: a check before it is published"
    command = commands.add_parser("missing", help=about, description=about)
    command.add_argument("resume", metavar="RESUME.json", help="a resume, or a campus form, in JSON")
    about = "print every viewer and mode for one part, with the clause that shows or withholds it"
    command = commands.add_parser("who-sees", help=about, description=about)
    command.add_argument("part", metavar="PART", type=_part, help="such as mobile, name or attachments")
    _add_language(command, "default: en")
    about = "check every safety statement over every case of a policy"
    command = commands.add_parser("verify", help=about, description=about)
    command.add_argument("policy", metavar="POLICY", nargs="?", default="2023-04", help=_POLICY)
    about = "print in which cases one policy shows more or less than another"
    command = commands.add_parser("compare", help=about, description=about)
    command.add_argument("old", metavar="OLD", help=_POLICY)
    command.add_argument("new", metavar="NEW", help=_POLICY)
    command.add_argument(
        "--all", dest="all_cases", action="store_true", help="each case on a line of its own"
    )
    about = "print what a text gives away and why, and the text without it"
    command = commands.add_parser("text", help=about, description=about)
    command.add_argument("text", metavar="TEXT", nargs="?", help="default: what stands on standard input")
    command.add_argument("--account", metavar="NAME", action="append", help="a further kind of account")
    _add_language(command, "of the marks; default: zh")
    about = "print who sees what, in every mode"
    commands.add_parser("matrix", help=about, description=about)
    about = "print the JSON Schema of a document, or the definitions of all for OpenAPI"
    command = commands.add_parser("schema", help=about, description=about)
    what = command.add_mutually_exclusive_group(required=True)
    subjects = [subject.value for subject in Subject]
    what.add_argument(
        "subject", metavar="SUBJECT", nargs="?", choices=subjects, help=f"one of {', '.join(subjects)}"
    )
    what.add_argument("--openapi", action="store_true", help="components of OpenAPI 3.1, instead")
    return parser


def _add_language(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument("--language", choices=[language.value for language in Language], help=about)


def _add_instant(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--at", metavar="INSTANT", type=_instant, help="ISO 8601 with a time zone; default: now"
    )


def _part(name: str) -> Part:
    try:
        return Part(name)
    except ValueError:
        known = ", ".join(part.value for part in Part)
        raise argparse.ArgumentTypeError(f"expected a part: {known}") from None


def _instant(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            "expected an instant with its time zone, such as 2026-07-01T08:00:00+08:00"
        ) from None
