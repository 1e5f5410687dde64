"""The rows of one list: a few parts of each resume, whose few texts surely give nothing away and are shown as they are.

Rows have many texts in common, so each is looked at once for a whole list, whoever wrote it. What is known of one candidate
is then held against the digits and letters that the texts of their row are made of. A row may be stopped for nothing, and
is then searched as any view is. None passes of which anything would be hidden.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from ..model.names import visible
from ..model.own import shown_of
from ..model.parts import Part
from ..model.resume import Resume
from ..model.shown import ShownSections
from ..text import NOTHING, find
from ..text.dialled import LETTERS_FOR_DIGITS, SPELLED, by_shape, in_digits
from ..text.fold import Reading
from ..text.known import READ_OTHERWISE
from ..text.names import folded, orders_of
from ..text.patterns import HAN_DIGITS, digits_of, letters_of
from ..text.signals import carries
from .sections import PIECES, Section, sections_of

_MOST_KEPT = 10_000


class Sieve:
    """Tells quickly of which rows surely nothing is hidden. It lives as long as the list.

    Args:
        accounts: further kinds of messenger account, as the policy names them.
    """

    __slots__ = ("_accounts", "_looked")

    def __init__(self, accounts: tuple[str, ...]) -> None:
        self._accounts = accounts
        self._looked: dict[str, _Looked | None] = {}

    def row(
        self, parts: frozenset[Part], name: str | None, avatar: str | None, resume: Resume[Any]
    ) -> ShownSections | None:
        """The sections of a row; None where its texts have to be searched, or more than them decides.

        Args:
            parts: that are shown.
            name: how the candidate is called, where that is shown.
            avatar: the one that may be shown.
            resume: of the row.
        """
        kind: Any = type(resume)
        plan = _plan(kind, parts)
        traces = None if plan is None else _traces(resume)
        if plan is None or traces is None:
            return None
        shown: dict[str, Any] = {Part.AVATAR.value: avatar} if Part.AVATAR in parts else {}
        texts: list[str] = []
        links: list[str] = []
        for section, whole, pieces in plan:
            value = section.read(resume)
            if value is None or (type(value) is tuple and not value):
                continue
            for part, piece_of in pieces:
                if piece := piece_of(value):
                    shown[part] = piece
                    texts.append(piece)
            if whole:
                if section.collect is not None:
                    section.collect(value, texts, links)
                shown[section.name] = (
                    value if section.confine is None else section.confine(value, parts.__contains__)
                )
        if name is not None and name == traces.name:
            if not self._leaves_nothing(name, traces):
                return None
        elif name is not None:
            texts.append(name)
        return None if links or not self._is_clear(texts, traces) else shown_of(kind)(**shown)

    def _leaves_nothing(self, name: str, traces: "_Traces") -> bool:
        """Whether surely nothing is hidden of a name that is shown, nor in what is left when it is taken out."""
        return bool(_LETTERS.fullmatch(name)) and self._is_clear((name,), traces._replace(names=()))

    def _is_clear(self, texts: Sequence[str], traces: "_Traces") -> bool:
        """Whether texts surely give nothing away."""
        looked = []
        for text in texts:
            one = self._looked.get(text, _UNSEEN)
            if one is _UNSEEN:
                if len(self._looked) >= _MOST_KEPT:
                    self._looked.clear()
                one = self._looked[text] = _look(text, self._accounts)
            if one is None:
                return False
            looked.append(one)
        if not looked:
            return True
        ends, letters, spelled = zip(*looked, strict=True)
        return not (
            any(map(traces.numbers.__contains__, chain.from_iterable(ends)))
            or _hold("\n".join(letters), traces.addresses)
            or _hold("\n".join(spelled), traces.names)
        )


_Step: TypeAlias = tuple[Section, bool, list[tuple[str, Callable[[Any], str | None]]]]

_OTHERWISE = frozenset(
    {Part.MOBILE, Part.VIRTUAL_NUMBER, Part.EMAIL, Part.HOMEPAGE, Part.ATTACHMENTS, Part.DELIVERY}
)
"""The parts of which more than what is written in a section decides what is shown."""


@lru_cache(maxsize=512)  # by what is granted and wanted; nothing of a resume is in it
def _plan(kind: Any, parts: frozenset[Part]) -> tuple[_Step, ...] | None:
    """The sections that a row needs, whether whole, and which pieces of them; None where it needs more than sections."""
    if not parts.isdisjoint(_OTHERWISE):
        return None
    steps = [
        (
            section,
            section.part in parts,
            [(part.value, of) for part, whole, of in PIECES if whole == section.name and part in parts],
        )
        for section in sections_of(kind)
    ]
    return tuple([step for step in steps if step[1] or step[2]])


# --- What a text is made of ------------------------------------------------------------------------------------------


class _Looked(NamedTuple):
    """What a text is made of that gives nothing away by itself.

    Args:
        ends: every few digits in a row.
        letters: its plain letters and digits.
        spelled: its letters as names have them.
    """

    ends: tuple[str, ...]
    letters: str
    spelled: str


_UNSEEN = _Looked((), "", "")
_HAN = re.compile("[一-鿿]+")
_NUMERALS = frozenset(HAN_DIGITS)
_END = 4
"""No number that is known is found where not so many digits of one of its ends stand in a row."""


def _look(text: str, accounts: tuple[str, ...]) -> _Looked | None:
    """What a text is made of; None where it gives something away, or may be read in more than one way."""
    if _HAN.fullmatch(text) and _NUMERALS.isdisjoint(text) and not carries(text):
        return _Looked((), "", text)
    if READ_OTHERWISE.search(text) or find(text, NOTHING, accounts):
        return None
    reading = Reading(text)
    stream = reading.folded()
    figures = in_digits(stream.text)
    disguised = LETTERS_FOR_DIGITS.search(figures) or SPELLED.search(stream.text)
    if disguised or any(by_shape(reading, stream)):
        return None
    digits = digits_of(figures)
    # What is dialled before a number at home is no digit of it.
    ends = [digits[at : at + _END].removeprefix("0") for at in range(len(digits) - _END + 1)]
    return _Looked(tuple(ends), letters_of(stream.text), folded(text))


# --- What is known of a candidate ------------------------------------------------------------------------------------

_Pieces: TypeAlias = Sequence[str]


class _Traces(NamedTuple):
    """What no text lacks that gives away what is known of its writer.

    Args:
        name: theirs.
        names: the letters of their name, for each order: none of the pieces is wanting.
        numbers: the digits of their numbers, forwards and backwards.
        addresses: as the names.
    """

    name: str | None
    names: tuple[_Pieces, ...]
    numbers: str
    addresses: tuple[_Pieces, ...]


_LETTERS = re.compile("[一-鿿]+|[A-Za-z]+(?:[ '-][A-Za-z]+)*")
"""A name of which nothing is left when it is taken out."""
_LONGEST = 100
_LABEL = re.compile("[a-z0-9]+")
_HOST = re.compile(r"https?://(?:www\.)?((?!xn--|[^/]*\.xn--)[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?![^/?#:])")


def _traces(resume: Resume[Any]) -> _Traces | None:
    """What no text lacks in which `find` finds anything that `known_of` knows; None where nobody can say so quickly."""
    contact, name = resume.basics.contact, resume.basics.name
    names = () if name is None else _spellings(name.full)
    if name is not None and not names:
        return None
    row = "" if contact.mobile is None else contact.mobile.e164
    for line in resume.virtual_numbers:
        row += line.number.e164
    addresses = [] if contact.email is None else [_LABEL.findall(contact.email.address.lower())]
    if contact.homepage is not None:
        host = _HOST.match(contact.homepage.address.lower())
        labels = None if host is None else _LABEL.findall(host[1])
        if not labels:
            return None
        addresses.append(labels)
    return _Traces(None if name is None else name.full, names, row + row[::-1], tuple(addresses))


def _spellings(name: str) -> tuple[_Pieces, ...]:
    """What a text holds that holds a name, by its orders; of a plain name, the words."""
    if _LETTERS.fullmatch(name):
        return (_LABEL.findall(name.lower()) if name.isascii() else (name,),)
    return tuple([("".join(order)[:_LONGEST],) for order in orders_of(visible(name))])


def _hold(letters: str, sought: tuple[_Pieces, ...]) -> bool:
    for pieces in sought:
        for piece in pieces:
            if piece not in letters:
                break
        else:
            return True
    return False
