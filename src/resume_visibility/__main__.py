"""The command line: `python -m resume_visibility` and a command. `--help` lists the commands and the exit codes."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timezone
from io import TextIOWrapper
from typing import Any

import attrs

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C during the other imports has no traceback either

from .cli.arguments import language_of, parser
from .cli.audience import any_resume, audience_lines, diff_lines
from .cli.documents import loaded, new_settings, read_asked, read_file
from .cli.exports import NotWritten, run_export
from .cli.notes import note_of_file, note_of_later_acts, note_of_unnamed
from .cli.pages import write_book
from .cli.policies import class_of, policies_of
from .cli.printing import compare_lines, explain_lines, text_lines, verify_lines, who_sees_lines
from .cli.problems import (
    failure_lines,
    hints,
    invalid_text,
    unprinted_text,
    unreadable_text,
    unwritten_text,
)
from .cli.records import read_names, read_records, record_lines
from .cli.terminal import unobeyed
from .cli.viewers import accounts_of, text_of, viewer_of
from .cli.words import SHOWN_WORDS, decided_in_words
from .codec.dumping import view_to_dict
from .codec.loading import load_settings
from .codec.schemas import Subject, openapi_components, schema_of
from .errors import InvalidValue, Problem
from .model.births import BEIJING
from .model.building import expected_for
from .model.campus import CampusForm
from .model.language import Language, Words
from .model.parts import Document
from .model.resume import Resume
from .model.viewers import Action
from .policy.completeness import missing
from .policy.explanation import explain
from .policy.field_words import field_in_words
from .policy.matrix import matrix
from .policy.situation import document_of
from .policy.table import Policy
from .policy.verification import Violation, verify
from .projection.release import view_for

SHOWN, NOT_WRITTEN, BAD_INPUT, NOT_SHOWN, NOT_KEPT = 0, 1, 2, 3, 4
INTERRUPTED = 130
"""The exit code that a shell reports if Ctrl-C ended a program: 128 and the number of SIGINT."""
NOT_READ = 141
"""The exit code that a shell reports if the reader of the output went away, as in `… | head -1`: 128 and the number of SIGPIPE."""


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
    language = language_of(arguments)
    options = parser(language).parse(arguments)
    try:
        code, text = _answer(options, language)
    except OSError as error:
        return _refuse(unreadable_text(error, language), error, language)
    except InvalidValue as error:
        return _refuse(invalid_text(error, language), error, language)
    except NotWritten as error:
        _complain(unwritten_text(error, language))
        return NOT_WRITTEN
    if text:
        print(text, end="")
    elif code == NOT_SHOWN:
        _complain(SHOWN_WORDS[False].said(language))
    return code


def run() -> int:
    """Run the process's command. It may be interrupted, and the reader of its output may go away.

    Returns:
        The exit code.
    """
    try:
        if isinstance(sys.stdout, TextIOWrapper):  # a terminal that cannot write Chinese gets escapes
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return main()
        except KeyboardInterrupt:
            _drop_output()
            return INTERRUPTED
        finally:
            if sys.stdout is not None:  # it is None if the process has no output
                sys.stdout.flush()
    except OSError as error:
        _drop_output()
        if isinstance(error, BrokenPipeError):
            return NOT_READ
        with suppress(OSError):
            _complain(unprinted_text(error, language_of(None)))
        return NOT_WRITTEN


def _drop_output() -> None:
    """Send what Python still wants to print nowhere: printing could fail once more, or wait for a reader."""
    with suppress(OSError):  # standard output may be no file
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(text: str) -> None:
    """Print what is wrong or noted, if anything, to standard error, if there is one: `print` would use standard output instead."""
    if text and sys.stderr is not None:
        print(unobeyed(text), file=sys.stderr)


def _answer(options: argparse.Namespace, language: Language) -> tuple[int, str]:
    """The exit code, and the text to print."""
    at = getattr(options, "at", None) or datetime.now(timezone(BEIJING))
    if at.tzinfo is None:  # the library would give an example in Python
        raise InvalidValue("instant", [Problem("at", f"expected {expected_for(datetime)}")])
    match options.command:
        case "matrix":
            return SHOWN, matrix(_policy(options), language=language) + "\n"
        case "schema":
            of = class_of(options.of)
            if options.openapi:
                return SHOWN, _json(openapi_components(of=of))
            return SHOWN, _json(schema_of(Subject(options.subject), of=of))
        case "who-sees":
            return SHOWN, _lines(who_sees_lines(options.part, language, _policy(options)))
        case "audience":
            asked = _loaded_as_of(at, options, language)
            lines = tuple(audience_lines(asked, at, _policy(options), language))
            return NOT_SHOWN if lines[0] == SHOWN_WORDS[False].said(language) else SHOWN, _lines(lines)
        case "records":
            policy, read = _policy(options), read_records(options.records, options.id)
            names = {} if options.names is None else read_names(options.names)
            return SHOWN, _lines(record_lines(read.chosen, policy, language, names, read.total))
        case "missing":
            resume = _loaded(options)
            lacking = missing(resume, policy=_policy(options))
            fields = (field_in_words(path, document_of(resume)).said(language) for path in lacking)
            return NOT_KEPT if lacking else SHOWN, _lines(fields)
        case "verify":
            [policy] = policies_of({"POLICY": options.policy})
            return _verified(policy, verify(policy), language)
        case "book":
            return _verified(*write_book(options, language), language)
        case "compare":
            pair = policies_of({"OLD": options.old, "NEW": options.new})
            return SHOWN, _lines(compare_lines(*pair, all_cases=options.all_cases, language=language))
        case "export":
            done = run_export(options)
            may_name_class = options.of is None and Document(options.document) is Document.RESUME
            for line in failure_lines(done, language, may_name_class=may_name_class):
                _complain(line)
            count = Words(f"written: {done.written}\n", f"已写入：{done.written}\n")
            return BAD_INPUT if done.failed else SHOWN, count.said(language)
        case "settings" | "difference":
            if options.command == "settings":
                asked = any_resume(loaded(read_file(options.old), load_settings))
            else:
                asked = _loaded_as_of(at, options, language)
            new = new_settings(asked.settings, options.new, patch=options.patch)
            return SHOWN, _lines(diff_lines(asked, new, at, _policy(options), language))
        case "text":
            text = text_of(options.text)
            _complain(note_of_file(options.text, language))
            marks = Language(options.language) if options.language else Language.ZH
            return SHOWN, _lines(text_lines(text, accounts_of(options.account), marks, language))
        case _:
            return _of_viewer(options, at, language)


def _verified(policy: Policy, violations: tuple[Violation, ...], language: Language) -> tuple[int, str]:
    return NOT_KEPT if violations else SHOWN, _lines(verify_lines(policy, violations, language))


def _of_viewer(options: argparse.Namespace, at: datetime, language: Language) -> tuple[int, str]:
    """The view of one viewer, or the explanation of it."""
    policy, resume = _policy(options), _loaded_as_of(at, options, language)
    viewer = viewer_of(options.viewer, resume)
    viewer = attrs.evolve(viewer, action=Action(options.action) if options.action else viewer.action)
    if options.command == "explain":
        _complain(note_of_unnamed(options.viewer, resume, language))
        explanation = explain(viewer, resume, at=at, policy=policy)
        lines = (*explain_lines(explanation, policy, language), decided_in_words(policy, at, language))
        return SHOWN if explanation.shown else NOT_SHOWN, _lines(lines)
    if options.language:
        viewer = attrs.evolve(viewer, language=Language(options.language))
    view = view_for(viewer, resume, at=at, policy=policy)
    if view is None:
        return NOT_SHOWN, ""
    return SHOWN, _json(view_to_dict(view))


def _policy(options: argparse.Namespace) -> Policy:
    """The policy that decides."""
    [policy] = policies_of({"--policy": options.policy})
    return policy


def _loaded(options: argparse.Namespace) -> Resume | CampusForm:
    return read_asked(options.resume, class_of(options.of))


def _loaded_as_of(at: datetime, options: argparse.Namespace, language: Language) -> Resume | CampusForm:
    """The resume or form, with a note on standard error if it cannot be as it was at the instant asked about."""
    asked = _loaded(options)
    _complain(note_of_later_acts(asked, at, language))
    return asked


def _refuse(message: str, error: Exception, language: Language) -> int:
    _complain("\n".join((message, *hints(error, language))))
    return BAD_INPUT


def _json(plain: dict[str, Any]) -> str:
    return unobeyed(json.dumps(plain, ensure_ascii=not _writes_utf8(), indent=2)) + "\n"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{unobeyed(line)}\n" for line in lines)


def _writes_utf8() -> bool:
    """Whether JSON may be written unescaped; elsewhere it is escaped, which every reader of JSON understands."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return encoding.lower().replace("-", "") == "utf8"


if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
    signal.signal(signal.SIGINT, signal.default_int_handler)

if __name__ == "__main__":
    sys.exit(run())
