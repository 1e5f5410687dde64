"""The files that the command line reads, and the viewers that it takes in short."""

from errno import EINVAL
from os import strerror
from pathlib import Path

from ..codec.loading import load_viewer
from ..codec.parsing import MAX_BYTES
from ..errors import InvalidValue
from ..model.campus import CampusForm
from ..model.resume import Resume
from ..model.values import Email
from ..model.viewers import (
    FULLY_VERIFIED,
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

SHORT = (
    "owner",
    "visitor",
    "recruiter:COMPANY",
    "headhunter:AGENCY",
    "headhunter:AGENCY/CLIENT",
    "mailbox:COMPANY/ADDRESS",
    "recipient:ID/PURPOSE",
    "school:ID",
    "community",
    "recommender",
)
"""How a viewer is told in short."""

_HINT = "\n  ".join(("--as takes a file with a viewer in JSON, or in short one of", *SHORT))


def viewer_of(told: str, resume: Resume | CampusForm) -> Viewer:
    """The viewer that `--as` tells: one of `SHORT`, or what is in that file.

    Args:
        told: the argument.
        resume: asked for; its candidate is the owner meant.

    Raises:
        OSError: it is no short form, and no file that can be read; with the short forms as a note, if there is no file.
        InvalidValue: it is a short form without what belongs there, with the same note; or a file with no viewer in it.
    """
    try:
        viewer = _in_short(told, resume)
    except InvalidValue as error:
        error.add_note(_HINT)
        raise
    if viewer is not None:
        return viewer
    try:
        document = read(told)
    except FileNotFoundError as error:
        error.add_note(_HINT)
        raise
    return load_viewer(document)


def read(path: str) -> bytes:
    """What is in a file: of one that is too long to be read as JSON, enough to tell that it is.

    Raises:
        OSError: it cannot be read.
    """
    if "\0" in path:
        raise OSError(EINVAL, strerror(EINVAL), path)
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _in_short(told: str, resume: Resume | CampusForm) -> Viewer | None:
    kind, colon, rest = told.partition(":")
    first, slash, second = rest.partition("/")
    match kind, bool(colon):
        case "owner", False:
            return Owner(candidate=resume.candidate)
        case "visitor", False:
            return Visitor()
        case "community", False:
            return CommunityMember(id="someone", signed_in=True)
        case "recommender", False:
            return Recommender()
        case "recruiter", _:
            return Recruiter(id="someone", company=_company(rest), signed_in=True, verified=FULLY_VERIFIED)
        case "headhunter", _:
            client = _company(second) if slash else None
            return Headhunter(id="someone", agency=_company(first), client=client, signed_in=True)
        case "mailbox", _:
            return Mailbox(company=_company(first), address=Email(second))
        case "recipient", _:
            return Recipient(id=first, purpose=second)
        case "school", _:
            return School(id=rest, signed_in=True, verified=True)
        case _:
            return None


def _company(name: str) -> Company:
    return Company(id=name, name=name)
