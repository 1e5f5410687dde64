"""Findings that a platform stores beside a resume, so that the first view after loading need not look at its texts again.

Stored findings count only if they are of this very resume, this very finder, and the same kinds of account, and are as they were
written. Otherwise the texts are looked at as usual. Whoever can write findings decides what is hidden, so they belong in the
platform's own store.
"""

import json
from contextlib import suppress
from typing import Any, TypeVar, cast

import attrs

from ..model.arguments import expect
from ..model.language import Language
from ..model.memo import STORED
from ..model.resume import Resume
from ..policy.table import DEFAULT_POLICY, Policy
from ..text.kinds import Finding, Kind, Tag
from .as_written import detail_texts_in
from .finder import finder_digest
from .names import honorific
from .redactor import Findings, findings_of
from .sections import filled_sections, scan_texts

_R = TypeVar("_R", bound=Resume[Any])


def dump_findings(resume: Resume[Any], *, policy: Policy = DEFAULT_POLICY) -> bytes:
    """Find the details in the texts of a resume, to store them with the resume and give them to `load_resume` or `with_findings` later.

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
    scan_texts(resume, findings, None)
    # Whoever saves a resume makes its documents of an index as well.
    resume.memo.get((Findings, policy.accounts), lambda: findings)
    texts, links = _texts_and_links(resume)
    found = {
        "texts": [
            [i, [[one.start, one.end, [*map(_tag_to_text, one.tags)]] for one in findings.of(text)]]
            for i, text in enumerate(texts)
            if findings.of(text)
        ],
        "links": [
            [i, sorted(map(_tag_to_text, findings.of_link(link)))]
            for i, link in enumerate(links)
            if findings.of_link(link)
        ],
    }
    of = _digest(resume, policy.accounts, texts, links, found)
    return _findings_to_text({"of": of, **found}).encode()


def with_findings(resume: _R, findings: bytes | None) -> _R:
    """Give a resume its stored findings, if it does not come from `load_resume`: a mapping read it, or it was pickled or changed.

    Args:
        resume: as it is now; it is not changed.
        findings: as for `load_resume`: the result of `dump_findings` for it, from the platform's own store and from nowhere else;
            None where it has none.

    Returns:
        An equal resume, whose first view takes a fraction of the time. Findings that are not of this resume are not used.

    Raises:
        TypeError: `resume` is no resume, or `findings` are neither bytes nor None.
    """
    expect("resume", resume, Resume)
    found = attrs.evolve(cast("Any", resume))
    if findings is not None:
        expect("findings", findings, bytes)
        found.memo.keep(STORED, findings)
    return cast("_R", found)


def _findings_to_text(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def restore(resume: Resume[Any], accounts: tuple[str, ...]) -> Findings:
    """Make the findings of a resume: the stored ones if they are of this resume, else new ones that look at a text when asked."""
    findings = findings_of(resume, accounts)
    stored: bytes = resume.memo.get(STORED, bytes)
    if stored:
        texts, links = _texts_and_links(resume)
        with suppress(*_UNREADABLE):  # in which case nothing was taken from it
            loaded = json.loads(stored)
            found = {name: loaded[name] for name in ("texts", "links")}
            if loaded["of"] == _digest(resume, accounts, texts, links, found):
                findings.use_stored(
                    {
                        **dict.fromkeys(texts, ()),
                        **{texts[i]: _read_findings(some, len(texts[i])) for i, some in found["texts"]},
                    },
                    {
                        **dict.fromkeys(links, frozenset()),
                        **{links[i]: frozenset(map(_tag_of_text, tags)) for i, tags in found["links"]},
                    },
                )
    return findings


_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, RecursionError)
"""The errors that are raised if the stored bytes are something else."""


def _read_findings(stored: Any, size: int) -> tuple[Finding, ...]:
    for start, end, _ in stored:
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= size:
            raise ValueError("no stretch of the text")
    return tuple([Finding(start, end, tuple(map(_tag_of_text, tags))) for start, end, tags in stored])


def _texts_and_links(resume: Resume[Any]) -> tuple[list[str], list[str]]:
    """List every text and link of a resume that is looked at for a view, each once, always in the same order."""
    texts: list[str] = []
    links: list[str] = []
    for section in resume.memo.of(filled_sections, resume).values():
        texts += section.texts
        links += section.links
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
    fields = [" ".join((*map(_tag_to_text, kinds), text)) for kinds, text in detail_texts_in(resume)]
    groups = (
        (str(len(known)), *known),
        (str(len(fields)), *fields),
        (str(len(accounts)), *accounts),
        (str(len(texts)), *texts),
        links,
        (_findings_to_text(found),),
    )
    everything = "\0".join(piece for group in groups for piece in group)  # which no text holds
    return blake2b(everything.encode(), digest_size=16, key=finder_digest()).hexdigest()


def _tag_to_text(tag: Tag) -> str:
    return tag.value if isinstance(tag, Kind) else f"={tag}"


_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}


def _tag_of_text(text: object) -> Tag:
    if not isinstance(text, str):
        raise TypeError("no tag")
    return text[1:] if text[0] == "=" else _KINDS[text]
