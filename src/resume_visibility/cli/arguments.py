"""The commands and their options."""

import argparse
from datetime import datetime

from ..model.language import Language
from ..model.viewers import Action
from .viewers import SHORT

_AS = f"""VIEWER.json, or in short: {", ".join(SHORT)}; in short, people are signed in and fully verified, and a company's name is its id"""


def parser() -> argparse.ArgumentParser:
    """The parser of the command line: it exits with 2 where the arguments are none of these."""
    parser = argparse.ArgumentParser(
        prog="python -m resume_visibility",
        description="Who may see what of a resume.",
        epilog="Exit codes: 0 shown, 3 not shown, 2 bad input, 1 output not written, 141 output not read to its end.",
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
        command.add_argument(
            "--language", choices=[language.value for language in Language], help="default: zh"
        )
        _add_instant(command)
    about = "print whom a change of the settings would show more or less, and what"
    command = commands.add_parser("difference", help=about, description=about)
    command.add_argument("resume", metavar="RESUME.json", help="a resume in JSON, with its settings")
    command.add_argument(
        "settings", metavar="NEW_SETTINGS.json", help="settings in JSON, as a resume has them"
    )
    _add_instant(command)
    about = "print who sees what, in every mode"
    commands.add_parser("matrix", help=about, description=about)
    return parser


def _add_instant(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--at", metavar="INSTANT", type=_instant, help="ISO 8601 with a time zone; default: now"
    )


def _instant(told: str) -> datetime:
    try:
        return datetime.fromisoformat(told)
    except ValueError:
        raise argparse.ArgumentTypeError(
            "expected an instant with its time zone, such as 2026-07-01T08:00:00+08:00"
        ) from None
