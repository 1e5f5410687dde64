"""Every text of a view, and the way each type of the model reaches it: redacted, shared as it is, or left out.

What a field needs follows from its annotation. One that this module does not know fails at import (LAW-5).
"""

from collections.abc import Callable, Collection
from datetime import datetime
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Final, TypeAlias, cast, get_args, get_origin

import attrs

from ..model.building import Id, fields_of, is_model, members_of
from ..model.language import Language
from ..model.parts import Part
from ..model.regions import IpRegion
from ..model.resume import Resume
from ..model.values import MobileNumber, MonthlySalary, Period, PhoneNumber, Url, YearMonth
from ..policy.grants import Grant
from .contacts import (
    HOMEPAGE_MARK,
    NAME_MARK,
    ROUNDS,
    Detail,
    carries,
    holds_mark,
    link_gives_contact,
    look_at,
    redact,
    redact_own,
    suspects,
    without_marks,
)
from .names import RealName

_DETAILS = {
    Detail.PHONE: Part.MOBILE,
    Detail.EMAIL: Part.EMAIL,
    Detail.MESSENGER: Part.MESSENGER,
    Detail.NATIONAL_ID: Part.NATIONAL_ID,
}
"""The part that a detail typed into text belongs to (CONTACT-2)."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Redactor:
    """Takes out of text what one grant withholds of one resume (PHONE-1, CONTACT-2, NAME-4).

    Args:
        hidden: the kinds of contact detail to take out, whoever's they are.
        numbers: the candidate's own numbers, to take out in any writing; none where they are granted.
        emails: the candidate's own addresses, likewise.
        name: the real name; None where it is granted.
        language: of the marks left behind.
        accounts: further kinds of messenger account, as the policy names them.
        homepage: the candidate's own, without its scheme; None where it is granted, or there is none.
        cleared: texts that were looked at already and hold nothing withheld.
    """

    hidden: frozenset[Detail]
    numbers: tuple[MobileNumber | PhoneNumber, ...]
    emails: tuple[str, ...]
    name: RealName | None
    language: Language
    accounts: tuple[str, ...] = ()
    homepage: str | None = None
    cleared: frozenset[str] = frozenset()

    def __call__(self, text: str) -> str:
        """The text without what is withheld; the same object where there was nothing."""
        if text in self.cleared:
            return text
        # The contacts first: an address made of the name is to be found whole.
        text = self.contacts(text)
        return text if self.name is None else without_names(text, self.name.redact, self.language)

    def suspects(self, texts: Collection[str | None]) -> frozenset[str]:
        """Those of many texts that may hold something withheld: one look at all, which may err on one side."""
        whole = "\n".join(filter(None, texts))
        found: frozenset[str] = frozenset()
        if carries(whole):
            told = [text for text in texts if text]
            found = suspects(told, self._digits, self.emails, self.accounts)
            if self.homepage is not None and self.homepage in whole:
                found |= {text for text in told if self.homepage in text}
        if self.name is not None and self.name.occurs_in(whole):
            found |= {text for text in texts if text and self.name.occurs_in(text)}
        if holds_mark(whole):
            found |= {text for text in texts if text and holds_mark(text)}
        return found

    def clearing(self, texts: frozenset[str]) -> "Redactor":
        """The same redactor, that needs no second look at these texts."""
        return attrs.evolve(self, cleared=texts)

    def contacts(self, text: str) -> str:
        """The text without the contact details withheld; the name stays."""
        if not carries(text):
            return text
        if self.homepage is not None and self.homepage in text:
            text = text.replace(self.homepage, HOMEPAGE_MARK[self.language])
        if holds_mark(text):
            # A mark that somebody typed parts nothing: what it would hide is looked for without it.
            bare = without_marks(text)
            shown = self._taken_out(bare)
            if shown != bare:
                return shown
        return self._taken_out(text)

    def _taken_out(self, text: str) -> str:
        look = look_at(text)
        shown = redact_own(text, self._digits, self.emails, self.language, look)
        if not self.hidden:
            return shown
        return redact(shown, self.hidden, self.language, self.accounts, look if shown is text else None)

    def withholds(self, url: Url) -> bool:
        """Whether a link's target gives away what is withheld; it cannot be redacted and still lead anywhere."""
        if self.homepage is not None and self.homepage in url.address:
            return True
        plain = redact_own(url.address, self._digits, self.emails, self.language)
        return plain != url.address or link_gives_contact(url.address, self.hidden)

    def keeps_numbers(self, address: str) -> bool:
        """Whether an address is free of the numbers withheld."""
        return redact_own(address, self._digits, (), self.language) == address

    @property
    def _digits(self) -> tuple[str, ...]:
        # Anything of fewer digits is found in any text, by chance.
        written = (digits for number in self.numbers for digits in number.writings)
        return tuple(dict.fromkeys(digits for digits in written if len(digits) >= SHORTEST_NUMBER))


def without_names(text: str, redact: Callable[[str], str], language: Language) -> str:
    """A text without names, those too that are told around a mark; it stays the same object where there is none."""
    for _ in range(ROUNDS):
        shown = redact(text)
        if not holds_mark(shown):
            return shown
        text = without_marks(shown)
        if redact(text) == text:
            return shown
    return NAME_MARK[language]


SHORTEST_NUMBER = 7
"""No number that is dialled from everywhere has fewer digits."""


def redactor_for(
    grant: Grant, resume: Resume, language: Language, accounts: tuple[str, ...] = ()
) -> Redactor:
    """What a grant withholds from the text of a resume."""
    contact = resume.basics.contact
    shown = grant.parts
    return Redactor(
        hidden=_hidden(shown),
        numbers=() if Part.MOBILE in shown else (contact.mobile,),
        emails=() if Part.EMAIL in shown or contact.email is None else (contact.email.address,),
        name=None if Part.NAME in shown else RealName(resume.basics.name, NAME_MARK[language]),
        language=language,
        accounts=accounts,
        homepage=None if Part.HOMEPAGE in shown or contact.homepage is None else _bare(contact.homepage),
    )


def _bare(url: Url) -> str:
    return url.address.partition("://")[2].rstrip("/")


@lru_cache(maxsize=512)  # by what is granted; nothing of a resume is in it
def _hidden(shown: frozenset[Part]) -> frozenset[Detail]:
    return frozenset(detail for detail, part in _DETAILS.items() if part not in shown)


class _Dropped(Enum):
    DROPPED = "dropped"


DROPPED: Final = _Dropped.DROPPED
"""Stands for a value that cannot be shown in part and so is left out whole."""

Projector: TypeAlias = Callable[[Any, Redactor], Any]

_CLOSED = (int, bool, datetime, YearMonth, Period, MonthlySalary, IpRegion)
"""Types that cannot hold text; so cannot enumerations, and so cannot an `Id`, which no person wrote."""


@cache
def projector_of(annotation: object) -> Projector | None:
    """How values of this annotation enter a view; None where they enter as they are.

    Raises:
        TypeError: nobody said how.
    """
    if annotation is str:
        return _redacted
    if annotation is Url:
        return lambda url, redactor: DROPPED if redactor.withholds(url) else url
    if annotation == Id or annotation in _CLOSED:
        return None
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return None
    if get_origin(annotation) is tuple and get_args(annotation)[1:] == (...,):
        item = get_args(annotation)[0]
        return _texts if item is str else _each(projector_of(item))
    members = [member for member in members_of(annotation) if member is not type(None)]
    if len(members) > 1 and all(map(is_model, members)):
        by_type = {cast("type[object]", member): projector_of(member) for member in members}
        return lambda value, redactor: _apply(by_type[type(value)], value, redactor)
    if len(members) == 1 and members[0] is not annotation:
        return _optional(projector_of(members[0]))
    if is_model(annotation):
        return _fields(cast("type[object]", annotation))
    raise TypeError(f"how does {annotation} enter a view? say so in projection/text.py")


def _redacted(text: str, redactor: Redactor) -> str:
    return redactor(text)


def as_one(texts: tuple[str, ...]) -> str:
    """A list of texts as it is read when it is looked at as a whole."""
    return "\n".join(texts)


def _texts(texts: tuple[str, ...], redactor: Redactor) -> tuple[str, ...]:
    """A list of texts: each alone, then all together, since a number can be told one piece an item."""
    shown = tuple(map(redactor, texts))
    joined = as_one(shown)
    told = redactor(joined)
    if told != joined:
        return tuple(line for line in told.split("\n") if line.strip())
    return texts if shown == texts else shown


def _apply(projector: Projector | None, value: Any, redactor: Redactor) -> Any:
    return value if projector is None else projector(value, redactor)


def _optional(projector: Projector | None) -> Projector | None:
    if projector is None:
        return None

    def project(value: Any, redactor: Redactor) -> Any:
        return None if value is None else projector(value, redactor)

    return project


def _each(projector: Projector | None) -> Projector | None:
    if projector is None:
        return None

    def project(items: tuple[Any, ...], redactor: Redactor) -> Any:
        shown = tuple([new for item in items if (new := projector(item, redactor)) is not DROPPED])
        return items if shown == items else shown

    return project


def _fields(cls: type[object]) -> Projector | None:
    open_fields = {name: projector for name, kind in fields_of(cls) if (projector := projector_of(kind))}
    if not open_fields:
        return None
    names = tuple(open_fields)
    projectors = tuple(open_fields.values())
    read = attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)

    def project(record: Any, redactor: Redactor) -> Any:
        changed = {}
        for name, projector, old in zip(names, projectors, read(record), strict=True):
            if old:
                new = projector(old, redactor)
                if new is DROPPED:
                    return DROPPED
                if new is not old:
                    changed[name] = new
        return attrs.evolve(record, **changed) if changed else record

    return project
