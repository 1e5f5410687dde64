"""Findings that a platform stores beside a resume, so that the first view after loading need not look at its texts again.

Stored findings count only if they are of this very resume, this very finder, and the same kinds of account, and are as they were
written. Otherwise the texts are looked at as usual. Whoever can write findings decides what is hidden, so they belong in the
platform's own store.
"""

import json
from functools import cache
from typing import Any

from ..model.arguments import expect
from ..model.language import Language
from ..model.memo import STORED
from ..model.resume import Resume
from ..policy.table import DEFAULT_POLICY, Policy
from ..text.kinds import Finding, Kind, Tag
from .as_written import as_written_in
from .names import honorific
from .redactor import Findings, findings_of
from .sections import survey, written_in


def dump_findings(resume: Resume[Any], *, policy: Policy = DEFAULT_POLICY) -> bytes:
    """Find what the texts of a resume give away, to store it beside the resume and give it to `load_resume` again.

    Keep the result in the platform's own store alone: it says where the details are, and a detail that it does not name is not hidden.

    Args:
        resume: all of its texts are looked at.
        policy: that names further kinds of messenger account.

    Returns:
        JSON in UTF-8.

    Raises:
        TypeError: `resume` is no resume, or `policy` no policy.
    """
    expect("resume", resume, Resume)
    expect("policy", policy, Policy)
    findings = findings_of(resume, policy.accounts)
    survey(resume, findings, None)
    texts, links = _looked_at(resume)
    found = {
        "texts": [
            [i, [[one.start, one.end, [*map(_spelled, one.tags)]] for one in findings.of(text)]]
            for i, text in enumerate(texts)
            if findings.of(text)
        ],
        "links": [
            [i, sorted(map(_spelled, findings.of_link(link)))]
            for i, link in enumerate(links)
            if findings.of_link(link)
        ],
    }
    of = _digest(resume, policy.accounts, texts, links, found)
    return _written({"of": of, **found}).encode()


def _written(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def restore(resume: Resume[Any], accounts: tuple[str, ...]) -> Findings:
    """Make the findings of a resume: the stored ones if they are of this resume, else new ones that look at a text when asked.

    Args:
        resume: with stored findings, or without.
        accounts: further kinds of messenger account, as the policy names them.
    """
    findings = findings_of(resume, accounts)
    stored: bytes = resume.memo.get(STORED, bytes)
    if stored:
        texts, links = _looked_at(resume)
        try:
            read = json.loads(stored)
            found = {name: read[name] for name in ("texts", "links")}
            if read["of"] == _digest(resume, accounts, texts, links, found):
                findings.take(
                    {
                        **dict.fromkeys(texts, ()),
                        **{texts[i]: _found(some, len(texts[i])) for i, some in found["texts"]},
                    },
                    {
                        **dict.fromkeys(links, frozenset()),
                        **{links[i]: frozenset(map(_tag, tags)) for i, tags in found["links"]},
                    },
                )
        except _NONE_OF_OURS:
            return findings_of(resume, accounts)
    return findings


_NONE_OF_OURS = (ValueError, TypeError, KeyError, IndexError, RecursionError)
"""The errors that are raised if the stored bytes are something else."""


def _found(found: Any, size: int) -> tuple[Finding, ...]:
    for start, end, _ in found:
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= size:
            raise ValueError("no stretch of the text")
    return tuple([Finding(start, end, tuple(map(_tag, tags))) for start, end, tags in found])


def _looked_at(resume: Resume[Any]) -> tuple[list[str], list[str]]:
    """List every text and link of a resume that is looked at for a view, each once, always in the same order."""
    texts: list[str] = []
    links: list[str] = []
    for one in resume.memo.of(written_in, resume).values():
        texts += one.texts
        links += one.links
    basics = resume.basics
    if basics.name is not None:
        texts.append(basics.name.full)
        texts += [honorific(basics.name, basics.profile.gender, language) for language in Language]
    if basics.contact.email is not None:
        links.append(basics.contact.email.address)
    if basics.contact.homepage is not None:
        links.append(basics.contact.homepage.address)
    return list(dict.fromkeys(texts)), list(dict.fromkeys(links))


def _digest(
    resume: Resume[Any],
    accounts: tuple[str, ...],
    texts: list[str],
    links: list[str],
    found: dict[str, Any],
) -> str:
    """Make a name for the finder, for everything that it looked at and looked for, and for what it found: of damaged findings, a detail
    would be shown.
    """
    from hashlib import blake2b  # which no view without stored findings waits for

    name, contact = resume.basics.name, resume.basics.contact
    known = (
        "" if name is None else name.full,
        "" if contact.mobile is None else contact.mobile.e164,
        "" if contact.email is None else contact.email.address,
        "" if contact.homepage is None else contact.homepage.address,
        *(f"{line.number.e164} {line.number.extension or ''}" for line in resume.virtual_numbers),
    )
    fields = [" ".join((*map(_spelled, kinds), text)) for kinds, text in as_written_in(resume)]
    groups = (
        (str(len(known)), *known),
        (str(len(fields)), *fields),
        (str(len(accounts)), *accounts),
        (str(len(texts)), *texts),
        links,
        (_written(found),),
    )
    looked_at = "\0".join(one for group in groups for one in group)  # which no text holds
    return blake2b(looked_at.encode(), digest_size=16, key=_finder()).hexdigest()


_BESIDE = (
    *("projection/redactor.py", "projection/numbers.py", "projection/as_written.py", "projection/details.py"),
    *("projection/names.py", "projection/postal.py", "projection/streets.py"),
    *("model/values.py", "model/names.py"),
)
"""The files of other rooms that say what to look for."""


@cache
def _finder() -> bytes:
    """Name this version of the finder. The name changes with any file in `text`, any file in `_BESIDE`, and with Unicode."""
    import unicodedata
    from hashlib import blake2b
    from importlib.resources import files

    library = files("resume_visibility")
    room = blake2b(unicodedata.unidata_version.encode(), digest_size=16)
    waiting = [library / "text"]
    for beside in _BESIDE:
        room.update((library / beside).read_bytes())
    while waiting:
        for file in sorted(waiting.pop().iterdir(), key=lambda file: file.name):
            if file.is_dir():
                waiting += [] if file.name == "__pycache__" else [file]
            else:
                room.update(file.name.encode())
                room.update(file.read_bytes())
    return room.digest()


def _spelled(tag: Tag) -> str:
    return tag.value if isinstance(tag, Kind) else f"={tag}"


_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}


def _tag(spelled: object) -> Tag:
    if not isinstance(spelled, str):
        raise TypeError("no tag")
    return spelled[1:] if spelled[0] == "=" else _KINDS[spelled]
