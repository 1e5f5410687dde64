"""The command line: `python -m resume_visibility view | explain | difference | matrix`.

Exit codes: 0 shown, 3 not shown, 2 bad input, 1 the output could not be written, 141 nobody read it to its end.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper

import attrs

from .cli.arguments import parser
from .cli.telling import compared, explained
from .cli.viewers import read, viewer_of
from .codec.dumping import view_to_dict
from .codec.loading import is_form, load_form, load_resume, load_settings
from .errors import InvalidValue
from .model.language import Language
from .model.viewers import Action
from .policy.explanation import explain
from .policy.matrix import matrix
from .projection.preview import difference
from .projection.release import view_for

SHOWN, NOT_WRITTEN, BAD_INPUT, NOT_SHOWN = 0, 1, 2, 3
NOT_READ = 141
"""What a shell tells of a program whose reader went away, as in `… | head -1`: 128 and the number of SIGPIPE."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the program's name; those of the process, unless given.

    Returns:
        The exit code.

    Raises:
        SystemExit: the arguments are no command, or ask for help.
        OSError: the output cannot be written.
    """
    options = parser().parse_args(arguments)
    try:
        shown, text = _answer(options)
    except OSError as error:
        return _refuse(f"cannot read {error.filename}: {error.strerror}", error)
    except InvalidValue as error:
        return _refuse(str(error), error)
    print(text, end="")
    if not shown and not text:
        print("not shown", file=sys.stderr)
    return SHOWN if shown else NOT_SHOWN


def run() -> int:
    """Run the process's command, and let whoever reads its output go away in the middle.

    Returns:
        The exit code.
    """
    try:
        if isinstance(sys.stdout, TextIOWrapper):  # a terminal that cannot write Chinese is told in escapes
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return main()
        finally:
            if sys.stdout is not None:  # as it is where the process has none
                sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python still wants to write
        if isinstance(error, BrokenPipeError):
            return NOT_READ
        print(f"cannot write: {error.strerror}", file=sys.stderr)
        return NOT_WRITTEN


def _answer(options: argparse.Namespace) -> tuple[bool, str]:
    """Whether there is anything to see, and what to print."""
    if options.command == "matrix":
        return True, matrix() + "\n"
    document = read(options.resume)
    if options.command == "difference":
        settings = load_settings(read(options.settings))
        return True, _lines(compared(difference(load_resume(document), settings, at=options.at)))
    resume = load_form(document) if is_form(document) else load_resume(document)
    viewer = viewer_of(options.viewer, resume)
    viewer = attrs.evolve(
        viewer,
        action=Action(options.action) if options.action else viewer.action,
        language=Language(options.language) if options.language else viewer.language,
    )
    if options.command == "explain":
        explanation = explain(viewer, resume, at=options.at)
        return explanation.shown, _lines(explained(explanation))
    view = view_for(viewer, resume, at=options.at)
    if view is None:
        return False, ""
    return True, json.dumps(view_to_dict(view), ensure_ascii=not _writes_utf8(), indent=2) + "\n"


def _refuse(told: str, error: Exception) -> int:
    print(told, *getattr(error, "__notes__", ()), sep="\n", file=sys.stderr)
    return BAD_INPUT


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _writes_utf8() -> bool:
    """Whether JSON may go out as it is; elsewhere it is escaped, which every reader of JSON understands."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return encoding.lower().replace("-", "") == "utf8"


if __name__ == "__main__":
    sys.exit(run())
