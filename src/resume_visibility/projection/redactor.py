"""Keeps what one grant withholds of one resume out of its text (PHONE-1, CONTACT-2, NAME-4).

What a text gives away is found once, whoever asks. A grant only says which findings are hidden.

Free text is reached through the public names of its package, so that the finders are not imported before there is a text to look at.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

import attrs

from .. import text as free_text
from ..model.complete import complete
from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Basics
from ..model.settings import VirtualNumber
from ..model.silent import Silent
from ..model.values import Email, Url
from ..text.kinds import Finding, Kind, Tag, place_key, put_marks
from .as_written import ADDRESS, DetailText, detail_texts_in
from .numbers import line_tag, lines_of, number_writings, trunk_tag

if TYPE_CHECKING:
    from ..text import Known
    from .postal import HomeAddress

_PARTS_OF_KIND = complete(
    {
        Kind.PHONE: (Part.MOBILE,),
        Kind.EMAIL: (Part.EMAIL,),
        Kind.MESSENGER: (Part.MESSENGER,),
        Kind.NATIONAL_ID: (Part.NATIONAL_ID,),
        Kind.CLAUSE: (Part.MOBILE, Part.EMAIL, Part.MESSENGER),
        Kind.NAME: (Part.NAME,),
        Kind.HOMEPAGE: (Part.HOMEPAGE,),
    },
    Kind,
)
"""The parts to which each kind of detail in a text belongs. A detail is hidden unless all of them are shown (CONTACT-2)."""

TYPED_PARTS = frozenset(part for parts in _PARTS_OF_KIND.values() for part in parts)
"""The parts that somebody may have typed into a text: which of them are shown decides what is taken out of it."""


class Findings:
    """Finds what the texts of one resume or form give away, each text once. It depends on no viewer, grant or language.

    Args:
        make_known: gives what is known of the person who wrote the texts, once there is a text to look at.
        accounts: further kinds of messenger account, as the policy names them.
        home: where the person lives, if that is withheld.
    """

    __slots__ = ("_accounts", "_home", "_known", "_links", "_make_known", "_texts")

    def __init__(
        self, make_known: Callable[[], "Known"], accounts: tuple[str, ...], home: "HomeAddress | None" = None
    ) -> None:
        self._make_known, self._accounts, self._home = make_known, accounts, home
        self._known: Known | None = None
        self._texts: dict[str, tuple[Finding, ...]] = {}
        self._links: dict[str, frozenset[Tag]] = {}

    def _get_known(self) -> "Known":
        if self._known is None:
            self._known = self._make_known()
        return self._known

    def use_stored(self, texts: dict[str, tuple[Finding, ...]], links: dict[str, frozenset[Tag]]) -> None:
        """Take what was found before in texts and links. Each is named, also one that gives nothing away."""
        self._texts, self._links = texts, links

    def look_at(self, texts: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
        """Look at many texts together: this costs less than one look at each, as most give nothing away.

        Returns:
            The texts that give something away, each with its findings.
        """
        distinct = dict.fromkeys(texts)
        unseen = [text for text in distinct if text not in self._texts]
        if unseen:
            found = free_text.find_among(unseen, self._get_known(), self._accounts)
            if self._home is not None:
                found = {text: self._home.add_findings(text, one) for text, one in found.items()}
            self._texts |= found
        # Only the texts that were asked for: another thread may add to the findings now.
        return {text: findings for text in distinct if (findings := self._texts[text])}

    def of(self, text: str) -> tuple[Finding, ...]:
        """Find what a text gives away."""
        found = self._texts.get(text)
        if found is None:
            found = free_text.find(text, self._get_known(), self._accounts)
            if self._home is not None:
                found = self._home.add_findings(text, found)
            self._texts[text] = found
        return found

    def of_link(self, address: str) -> frozenset[Tag]:
        """Find what the target of a link gives away."""
        found = self._links.get(address)
        if found is None:
            found = self._links[address] = free_text.find_in_link(address, self._get_known(), self._accounts)
        return found

    def is_hidden_in_link(self, address: str, hidden: frozenset[Tag]) -> bool:
        """Whether the target of a link gives away anything that is hidden."""
        if address not in self._links and _find_module().clears_link(address, hidden, self._get_known()):
            return False
        return not hidden.isdisjoint(self.of_link(address))


@cache
def _find_module() -> ModuleType:
    """The module that looks for details; an import inside a function would take as long each time as a short look."""
    from ..text import finding

    return finding


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Redactor(Silent):
    """Takes out of text what one grant withholds of one resume (PHONE-1, CONTACT-2, NAME-4).

    Args:
        findings: in the texts of the resume.
        hidden: what is withheld of them.
        language: of the marks left behind.
    """

    findings: Findings
    hidden: frozenset[Tag]
    language: Language

    def __call__(self, text: str) -> str:
        """The text without what is withheld; the same object where there was nothing."""
        found = self.findings.of(text) if self.hidden else ()
        return put_marks(text, found, self.hidden, self.language) if found else text

    def lines(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts without what is withheld in each, or in all together: an item may hold one piece of a number."""
        in_all = self.findings.of(join_all(texts))
        shown, start = [], 0
        for text in texts:
            stop = start + len(text)
            in_part = [
                finding._replace(start=max(finding.start, start) - start, end=min(finding.end, stop) - start)
                for finding in in_all
                if finding.start < stop and finding.end > start
            ]
            found = sorted((*self.findings.of(text), *in_part), key=place_key)
            shown.append(put_marks(text, found, self.hidden, self.language))
            start = stop + 1
        return texts if tuple(shown) == texts else tuple(shown)

    def showing(self, *tags: Tag) -> "Redactor":
        """The same redactor, except that it hides none of these tags."""
        return Redactor(findings=self.findings, hidden=self.hidden.difference(tags), language=self.language)

    def withholds(self, target: Url | Email, *allowed: Tag) -> bool:
        """Whether the target of a link, or a mail address, gives away what is withheld, apart from some tags. A target cannot be redacted:
        it would lead nowhere.
        """
        hidden = self.hidden.difference(allowed)
        return bool(hidden) and self.findings.is_hidden_in_link(target.address, hidden)


def join_all(texts: tuple[str, ...]) -> str:
    """A list of texts as the one text that is looked at for the whole list."""
    return "\n".join(texts)


def collect_known(
    basics: Basics,
    lines: Iterable[VirtualNumber],
    fields: Sequence[DetailText] = (),
    home: "HomeAddress | None" = None,
) -> "Known":
    """Collect what is known of a candidate, to find it in their texts in any writing: also in the fields that follow contact details."""
    name, contact = basics.name, basics.contact
    numbers = dict.fromkeys(line.number for line in lines)
    details = {}
    if fields:
        from .details import details_of  # which hardly any resume needs

        details = details_of(fields, contact)
    return free_text.Known(
        numbers=(*number_writings(contact.mobile, Kind.PHONE), *details.get(Kind.PHONE, ())),
        lines=tuple(
            dict.fromkeys(
                line
                for number in numbers
                for line in lines_of(
                    number, Kind.PHONE, trunk_tag(number), extended=(Kind.PHONE, line_tag(number))
                )
            )
        )
        + (() if home is None else home.lines),
        emails=(*_known_address(contact.email, Kind.EMAIL), *details.get(Kind.EMAIL, ())),
        homepages=(*_known_address(contact.homepage, Kind.HOMEPAGE), *details.get(Kind.HOMEPAGE, ())),
        accounts=tuple(details.get(Kind.MESSENGER, ())),
        names=free_text.Names(() if name is None else (name.full,)),
    )


def _known_address(address: Email | Url | None, kind: Kind) -> tuple[tuple[str, tuple[Tag, ...]], ...]:
    return () if address is None else ((address.address, (kind,)),)


def findings_of(resume: Resume, accounts: tuple[str, ...]) -> Findings:
    """Make the findings of a resume. A text is looked at when it is first asked for."""
    # The findings keep these, and not the resume: the resume keeps the findings.
    basics, lines, detail_texts = resume.basics, resume.virtual_numbers, detail_texts_in(resume)
    fields = [text for text in detail_texts if text.kinds != ADDRESS]
    home = None
    if len(fields) < len(detail_texts):
        from .postal import HomeAddress  # which few resumes need

        home = HomeAddress(
            [text.text for text in detail_texts if text.kinds == ADDRESS], (_HOME_TAG, Kind.CLAUSE)
        )
    return Findings(lambda: collect_known(basics, lines, fields, home), accounts, home)


@lru_cache(maxsize=512)  # by what is granted; nothing of a resume is in it
def hidden_tags(shown: frozenset[Part]) -> frozenset[Tag]:
    """The tags that a grant of some parts hides in texts. Where somebody lives is hidden from all but the owner."""
    hidden = frozenset[Tag](kind for kind, parts in _PARTS_OF_KIND.items() if not shown.issuperset(parts))
    return hidden and hidden | {_HOME_TAG}


_HOME_TAG = "home"
"""The tag of an address or postcode that is found in a resume."""
