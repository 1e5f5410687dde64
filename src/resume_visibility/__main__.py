"""The command line: `python -m resume_visibility view | explain | difference | matrix`.

Exit codes: 0 shown, 3 not shown, 2 bad input.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from errno import EINVAL
from io import TextIOWrapper
from os import strerror
from pathlib import Path

import attrs

from .codec import load_form, load_resume, load_settings, load_viewer, view_to_dict
from .codec.loading import is_form
from .errors import InvalidValue
from .model.building import Choice
from .model.campus import CampusForm
from .model.language import Language
from .model.resume import Resume
from .model.values import Email
from .model.viewers import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    Viewer,
    Visitor,
)
from .policy.explanation import Explanation, explain
from .policy.form_explanation import FormExplanation
from .policy.forms import FormFacts
from .policy.grants import Item
from .policy.matrix import matrix
from .projection.preview import Difference, StandsFor, difference
from .projection.release import view_for

SHOWN, BAD_INPUT, NOT_SHOWN = 0, 2, 3

_AS = """VIEWER.json, or in short: owner, visitor, recruiter:COMPANY, headhunter:AGENCY, headhunter:AGENCY/CLIENT,
mailbox:COMPANY/ADDRESS, recipient:ID/PURPOSE, school:ID, community, recommender; in short, people are signed in and fully verified, and a company's id is its name"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the program's name; those of the process, unless given.

    Returns:
        The exit code.
    """
    options = _parser().parse_args(arguments)
    if options.command == "matrix":
        print(matrix())
        return SHOWN
    try:
        document = _read(options.resume)
        if options.command == "difference":
            settings = load_settings(_read(options.settings))
            print("\n".join(_compared(difference(load_resume(document), settings, at=options.at))))
            return SHOWN
        resume = load_form(document) if is_form(document) else load_resume(document)
        viewer = _viewer(options.viewer, resume)
        viewer = attrs.evolve(
            viewer,
            action=Action(options.action) if options.action else viewer.action,
            language=Language(options.language) if options.language else viewer.language,
        )
        match options.command:
            case "view":
                view = view_for(viewer, resume, at=options.at)
                shown = view is not None
                text = (
                    ""
                    if view is None
                    else json.dumps(view_to_dict(view), ensure_ascii=not _writes_utf8(), indent=2) + "\n"
                )
            case _:
                explanation = explain(viewer, resume, at=options.at)
                shown = explanation.shown
                text = "".join(f"{line}\n" for line in _told(explanation))
    except OSError as error:
        print(f"cannot read {error.filename}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT
    except InvalidValue as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    sys.stdout.write(text)
    if not shown and not text:
        print("not shown", file=sys.stderr)
    return SHOWN if shown else NOT_SHOWN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m resume_visibility",
        description="Who may see what of a resume.",
        epilog="Exit codes: 0 shown, 3 not shown, 2 bad input.",
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
    commands.add_parser("matrix", help="print who sees what, in every mode")
    return parser


def _add_instant(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--at",
        metavar="INSTANT",
        type=datetime.fromisoformat,
        help="ISO 8601 with a time zone; default: now",
    )


def _viewer(told: str, resume: Resume | CampusForm) -> Viewer:
    kind, _, rest = told.partition(":")
    first, _, second = rest.partition("/")
    match kind:
        case "owner":
            return Owner(candidate=resume.candidate)
        case "visitor":
            return Visitor()
        case "recruiter":
            return Recruiter(id="someone", company=_company(first), signed_in=True, verified=FULLY_VERIFIED)
        case "headhunter":
            client = _company(second) if second else None
            return Headhunter(id="someone", agency=_company(first), client=client, signed_in=True)
        case "recipient":
            return Recipient(id=first, purpose=second)
        case "school":
            return School(id=rest, signed_in=True, verified=True)
        case "community":
            return CommunityMember(id="someone", signed_in=True)
        case "recommender":
            return Recommender()
        case "mailbox":
            return Mailbox(company=_company(first), address=Email(second))
        case _:
            return load_viewer(_read(told))


def _read(path: str) -> bytes:
    if "\0" in path:
        raise OSError(EINVAL, strerror(EINVAL), path)
    return Path(path).read_bytes()


def _writes_utf8() -> bool:
    """Whether JSON may go out as it is; elsewhere it is escaped, which every reader of JSON understands."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _company(name: str) -> Company:
    return Company(id=name, name=name)


def _told(explanation: Explanation | FormExplanation) -> Iterator[str]:
    yield "shown" if explanation.shown else "not shown"
    for clause in explanation.clauses:
        yield f"  {clause.value}: {clause.gist}"
    yield "facts"
    facts = explanation.facts
    for name, fact in (facts._asdict() if isinstance(facts, FormFacts) else attrs.asdict(facts)).items():
        yield f"  {name}: {fact.value if isinstance(fact, Choice) else str(fact).lower()}"
    for given, title in ((True, "given"), (False, "withheld")):
        rulings = [ruling for ruling in explanation.rulings if ruling.given is given]
        if rulings:
            yield title
        for ruling in rulings:
            clauses = ", ".join(clause.value for clause in ruling.clauses)
            kind = type(ruling.item).__name__.lower().removeprefix("form")
            yield f"  {kind} {ruling.item.value}: {clauses}"
    if explanation.changes:
        yield "what the candidate could change"
    for change in explanation.changes:
        effect = "" if change.shown == explanation.shown else "; shown" if change.shown else "; not shown"
        gained, lost = len(change.gained), len(change.lost)
        yield f"  {change.setting} -> {change.to}: {gained} more, {lost} less{effect}"


def _compared(differences: tuple[Difference, ...]) -> Iterator[str]:
    """Those who gain and lose the same are told together."""
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for found in differences:
        shown = f"{_shown(found.shown_before)} -> {_shown(found.shown_after)}"
        more = (*_listed("more", found.gained), *_attached("more", found.files_gained))
        less = (*_listed("less", found.lost), *_attached("less", found.files_lost))
        alike[shown, *more, *less].append(_whom(found))
    if not alike:
        yield "no difference"
    for (shown, *lines), whom in alike.items():
        yield from whom
        yield f"  {shown}"
        yield from lines


def _shown(shown: bool) -> str:
    return "shown" if shown else "not shown"


def _listed(sign: str, items: frozenset[Item]) -> Iterator[str]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (type(item).__name__, item.value)):
        by_kind[type(item).__name__.lower()].append(item.value)
    for kind, values in by_kind.items():
        yield f"  {sign}, {kind}: {', '.join(values)}"


def _attached(sign: str, files: Iterable[str]) -> tuple[str, ...]:
    return (f"  {sign}, attachment: {', '.join(sorted(files))}",) if files else ()


def _whom(found: Difference) -> str:
    match found.viewer:
        case Recruiter():
            return f"recruiter of {_named(found.viewer.company, found.stands_for)}"
        case Headhunter(client=None):
            return f"headhunter of {_named(found.viewer.agency, found.stands_for)}"
        case Headhunter(client=Company() as client):
            return f"headhunter for {_named(client, found.stands_for)}"
        case Mailbox():
            return f"mailbox {found.viewer.address.address} of company {found.viewer.company.id}"
        case Recipient():
            return f"recipient {found.viewer.id}, for {found.viewer.purpose}"
        case CommunityMember():
            return "the community"
        case _:
            return "the recommender"


def _named(company: Company, stands_for: StandsFor) -> str:
    return {
        StandsFor.ITSELF: f"company {company.id}",
        StandsFor.OTHERS: "any other company",
        StandsFor.KEYWORD: f"companies named {company.name}",
        StandsFor.GROUP: f"other companies of group {company.group}",
        StandsFor.UNTOLD: "companies that cannot be told",
    }[stands_for]


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal that cannot write Chinese is told in escapes
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
