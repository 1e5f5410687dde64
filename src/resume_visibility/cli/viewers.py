"""The viewers and texts that the command line is given, and the short forms of viewers."""

import sys

from ..codec.loading import load_viewer
from ..codec.parsing import MAX_BYTES
from ..errors import InvalidValue, Problem
from ..model.campus import CampusForm
from ..model.language import Words
from ..model.resume import Resume
from ..model.settings import KeywordBlock
from ..model.values import Email
from ..model.viewers import (
    FULLY_VERIFIED,
    Company,
    Headhunter,
    Mailbox,
    Recipient,
    Recruiter,
    School,
    Viewer,
    typical_viewers,
)
from ..policy.facts import ViewerKind
from ..policy.words import WORDS
from .documents import loaded, read_file

SHORT_FORMS = (
    *typical_viewers("any-candidate"),
    "recruiter:COMPANY",
    "headhunter:AGENCY",
    "headhunter:AGENCY/CLIENT",
    "mailbox:COMPANY/ADDRESS",
    "recipient:ID/PURPOSE",
    "school:ID",
)
"""The short forms of viewers."""

SHORT_FORMS_HINT = Words(
    "--as takes a file with a viewer in JSON, or one of these short forms",
    "--as 需要一个含有查看者的 JSON 文件，或以下简写之一",
)
"""The line above the short forms, in a note of an error."""
_SHORT_FORMS_NOTE = "\n  ".join((SHORT_FORMS_HINT.en, *SHORT_FORMS))


def viewer_of(written: str, resume: Resume | CampusForm) -> Viewer:
    """Find the viewer that `--as` means: one of `SHORT_FORMS`, or the viewer in that file.

    Args:
        written: the argument.
        resume: the resume or form that is asked for; its candidate is the owner in the short forms.

    Raises:
        OSError: it is no short form, and no file that can be read; if there is no file, the error lists the short forms.
        InvalidValue: it is an incomplete short form, and the error lists the short forms; one that says too little about a company for
            this resume; or a file without a viewer.
    """
    try:
        viewer = _parse_short_form(written, resume)
    except InvalidValue as error:
        if all(problem.expected != _EXPECTED_NAMES for problem in error.problems):
            error.add_note(_SHORT_FORMS_NOTE)
        raise
    if viewer is not None:
        return viewer
    try:
        document = read_file(written)
    except FileNotFoundError as error:
        error.add_note(_SHORT_FORMS_NOTE)
        raise
    return loaded(document, load_viewer)


def text_of(written: str | None) -> str:
    """Find the text: the argument, or without an argument the text on standard input.

    Raises:
        OSError: standard input cannot be read.
        InvalidValue: there is no text, it is too long, or it is something else.
    """
    given = _standard_input() if written is None else written
    # Bytes of an argument that are no text became lone surrogates, which are no UTF-8 either.
    data = given.encode(errors="surrogatepass") if isinstance(given, str) else given
    if len(data) > MAX_BYTES:
        raise _text_error(f"expected at most {MAX_BYTES} bytes")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise _text_error("expected UTF-8") from None
    if "\0" in text:  # UTF-16 has it between the letters: nothing would be found
        raise _text_error("expected text without NUL")
    if written is not None:
        return text
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def _standard_input() -> bytes | str:
    if sys.stdin is None:
        raise _text_error("expected TEXT, or a text on standard input")
    # The bytes, if there are any: the terminal's way to read them may hide what they say.
    return getattr(sys.stdin, "buffer", sys.stdin).read(MAX_BYTES + 1)


def _text_error(expected: str) -> InvalidValue:
    return InvalidValue("text", [Problem("", expected)])


def accounts_of(written: list[str] | None) -> tuple[str, ...]:
    """The further kinds of account of an option; a name that would find none is refused, as a policy refuses it."""
    accounts = tuple(written or ())
    if not all(any(map(str.isalnum, one)) for one in accounts):
        raise InvalidValue("text", [Problem("--account", "expected a name with a letter or digit in it")])
    return accounts


def _parse_short_form(written: str, resume: Resume | CampusForm) -> Viewer | None:
    short = _in_english(written)
    kind, _, rest = short.partition(":")
    first, slash, second = rest.partition("/")
    match kind:
        case "recruiter":
            company = _company("company", rest, resume)
            return Recruiter(id="someone", company=company, signed_in=True, verified=FULLY_VERIFIED)
        case "headhunter":
            agency = _company("agency", first, resume)
            clients = (_company("clients[0]", second, resume),) if slash else ()
            return Headhunter(
                id="someone", agency=agency, clients=clients, signed_in=True, verified=FULLY_VERIFIED
            )
        case "mailbox":
            return Mailbox(company=_company("company", first, resume), address=Email(second))
        case "recipient":
            return Recipient(id=first, purpose=second)
        case "school":
            return School(id=rest, signed_in=True, verified=True)
        case _:
            return typical_viewers(resume.candidate).get(short)


def ids_in(written: str) -> tuple[str, ...]:
    """The ids of companies, of the recipient or of the school in a short form; none in a path."""
    kind, _, rest = _in_english(written).partition(":")
    first, _, second = rest.partition("/")
    match kind:
        case "recruiter" | "school":
            return (rest,)
        case "headhunter":
            return (first, second) if second else (first,)
        case "mailbox" | "recipient":
            return (first,)
        case _:
            return ()


def _in_english(written: str) -> str:
    """A short form with an English kind and an ASCII colon."""
    kind, colon, rest = written.replace("：", ":", 1).partition(":")
    return f"{_KINDS_BY_WORD.get(kind, kind)}{colon}{_CASES_BY_WORD.get(rest, rest)}"


# A short form begins with the first word of the kind: community, support.
_KINDS_BY_WORD = {WORDS[kind].zh: kind.value.partition("_")[0] for kind in ViewerKind} | {
    "猎头": "headhunter"
}
_CASES_BY_WORD = {"投诉人": "complainant", "被投诉人": "complained-of"}


def _company(path: str, id_: str, resume: Resume | CampusForm) -> Company:
    """A company by its id alone, if that is enough to say how it stands to the resume."""
    try:
        company = Company(id=id_, name=id_ or "-")  # one without an id is refused for that alone
    except InvalidValue as error:
        raise InvalidValue("viewer", [problem.under(path) for problem in error.problems]) from None
    blocks = resume.settings.blocks
    has_names = any(isinstance(block, KeywordBlock) or block.group is not None for block in blocks)
    if has_names and not _is_blocked_by_id(id_, resume):
        raise InvalidValue("viewer", [Problem(path, _EXPECTED_NAMES)])
    return company


def _is_blocked_by_id(id_: str, resume: Resume | CampusForm) -> bool:
    """Whether a company is blocked whatever its name and group are: by its id, and nothing was sent to it that lifts a block (APPLY-6)."""
    if isinstance(resume, CampusForm) or any(one.company == id_ for one in resume.applications):
        return False
    return any(not isinstance(one, KeywordBlock) and one.company == id_ for one in resume.settings.blocks)


_EXPECTED_NAMES = (
    "expected a file with a viewer and the company's name, aliases and group, and no short form: this resume blocks by name or group, "
    "so the id alone does not show whether this company is blocked"
)
