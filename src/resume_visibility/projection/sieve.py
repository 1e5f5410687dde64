"""Tells quickly of which rows of a list surely nothing is hidden: their few texts are then shown as they are.

Rows have many texts in common, so each is looked at once for a whole list, whoever wrote it. What is known of one candidate
is then held against the digits and letters that the texts of their row are made of. A row may be stopped for nothing, and
is then searched as any view is. None passes of which anything would be hidden.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from ..model.names import visible
from ..model.resume import Resume
from ..model.sections import Contact
from ..text import NOTHING, find_among
from ..text.dialled import LETTERS_FOR_DIGITS, SPELLED, by_shape, in_digits
from ..text.fold import Reading
from ..text.known import READ_OTHERWISE
from ..text.names import folded, orders_of
from ..text.patterns import HAN_DIGITS, digits_of, letters_of
from ..text.signals import carries

_MOST_KEPT = 10_000


class Sieve:
    """What the texts of one list are made of. It lives as long as the list.

    Args:
        accounts: further kinds of messenger account, as the policy names them.
    """

    __slots__ = ("_accounts", "_han", "_looked")

    def __init__(self, accounts: tuple[str, ...]) -> None:
        self._accounts = accounts
        self._looked: dict[str, _Looked] = {}
        self._han: set[str] = set()

    def look_at(self, texts: Iterable[str]) -> None:
        """Look at many texts together, which costs less than to look at each when it is asked for.

        Args:
            texts: of some rows.
        """
        unseen = dict.fromkeys([text for text in texts if text not in self._looked])
        han = {text for text in unseen if _is_han(text)}
        others = [text for text in unseen if text not in han]
        found = find_among(others, NOTHING, self._accounts) if others else {}
        for text in unseen:
            if len(self._looked) >= _MOST_KEPT:
                self._looked.clear()
                self._han.clear()
            if text in han:
                self._han.add(text)
                self._looked[text] = _Looked((), "", text if _HAN.fullmatch(text) else folded(text))
            else:
                self._looked[text] = _STOPS if found[text] else _made_of(text)

    def _look(self, text: str) -> "_Looked":
        self.look_at((text,))
        return self._looked[text]

    def passes(self, name: str | None, texts: Sequence[str], resume: Resume[Any]) -> bool:
        """Whether surely nothing is hidden of a row.

        Args:
            name: how the candidate is called, where that is shown.
            texts: the others that are shown.
            resume: of the row.
        """
        basics = resume.basics
        full = None if basics.name is None else basics.name.full
        names = () if full is None else _spellings(full)
        if full is not None and not names:
            return False
        if name is not None and name == full:
            # Nothing is hidden of a name that is shown, nor of what is left when it is taken out.
            if not (_LETTERS.fullmatch(name) and self._is_clear((name,), (), resume)):
                return False
        elif name is not None:
            texts = (*texts, name)
        return self._is_clear(texts, names, resume)

    def _is_clear(self, texts: Sequence[str], names: tuple["_Pieces", ...], resume: Resume[Any]) -> bool:
        """Whether texts surely give nothing away, neither by themselves nor of what is known."""
        contact = resume.basics.contact
        if (
            contact.homepage is None
            and self._han.issuperset(texts)
            and not _hold("".join(texts), [[piece[-1] for piece in pieces] for pieces in names])
        ):
            return True  # in Chinese words there is no number, no address, and no name of which the last letter is wanting
        digits: list[str] = []
        letters: list[str] = []
        words: list[str] = []
        looked = self._looked.get
        for text in texts:
            ends, plain, spelled = looked(text) or self._look(text)
            if spelled is None:
                return False
            words.append(spelled)
            digits += ends
            if plain:
                letters.append(plain)
        if letters or contact.homepage is not None:
            addresses = _addresses(contact)
            if addresses is None or _hold("\n".join(letters), addresses):
                return False
        if digits and any(map(_numbers(resume).__contains__, digits)):
            return False
        return not names or not _hold("\n".join(words), names)


# --- What a text is made of ------------------------------------------------------------------------------------------


class _Looked(NamedTuple):
    """What a text is made of that gives nothing away by itself.

    Args:
        ends: every few digits in a row.
        letters: its plain letters and digits.
        spelled: its letters as names have them; None where it gives something away, or may be read in more than one way.
    """

    ends: tuple[str, ...]
    letters: str
    spelled: str | None


_STOPS = _Looked((), "", None)
_HAN = re.compile("[一-鿿]+")
_HAN_AND_SIGNS = re.compile("[一-鿿，、。；：！？（）/ \n]+")
_NUMERALS = frozenset(HAN_DIGITS)
_END = 4
"""No number that is known is found where not so many digits of one of its ends stand in a row."""


def _is_han(text: str) -> bool:
    """Whether a text surely gives nothing away by itself, and has no letters but Chinese ones, none of which is a figure."""
    return bool(_HAN_AND_SIGNS.fullmatch(text)) and _NUMERALS.isdisjoint(text) and not carries(text)


def _made_of(text: str) -> _Looked:
    """What a text is made of that gives nothing away by itself."""
    if READ_OTHERWISE.search(text):
        return _STOPS
    reading = Reading(text)
    stream = reading.folded()
    figures = in_digits(stream.text)
    disguised = LETTERS_FOR_DIGITS.search(figures) or SPELLED.search(stream.text)
    if disguised or any(by_shape(reading, stream)):
        return _STOPS
    digits = digits_of(figures)
    # What is dialled before a number at home is no digit of it.
    ends = [digits[at : at + _END].removeprefix("0") for at in range(len(digits) - _END + 1)]
    return _Looked(tuple(ends), letters_of(stream.text), folded(text))


# --- What is known of a candidate ------------------------------------------------------------------------------------

_Pieces: TypeAlias = Sequence[str]


_LETTERS = re.compile("[一-鿿]+|[A-Za-z]+(?:[ '-][A-Za-z]+)*")
"""A name of which nothing is left when it is taken out."""
_LONGEST = 100
_LABEL = re.compile("[a-z0-9]+")
_HOST = re.compile(r"https?://(?:www\.)?((?!xn--|[^/]*\.xn--)[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?![^/?#:])")


def _numbers(resume: Resume[Any]) -> str:
    """The digits of a candidate's numbers, forwards and backwards."""
    mobile = resume.basics.contact.mobile
    row = "".join(
        [*(() if mobile is None else (mobile.e164,)), *[one.number.e164 for one in resume.virtual_numbers]]
    )
    return row + row[::-1]


def _addresses(contact: Contact) -> tuple[_Pieces, ...] | None:
    """What a text holds, of each address, that gives it away; None where nobody can say so quickly."""
    pieces = [] if contact.email is None else [_LABEL.findall(contact.email.address.lower())]
    if contact.homepage is not None:
        host = _HOST.match(contact.homepage.address.lower())
        labels = None if host is None else _LABEL.findall(host[1])
        if not labels:
            return None
        pieces.append(labels)
    return tuple(pieces)


def _spellings(name: str) -> tuple[_Pieces, ...]:
    """What a text holds that holds a name, by its orders; of a plain name, the words."""
    if _LETTERS.fullmatch(name):
        return (_LABEL.findall(name.lower()) if name.isascii() else (name,),)
    return tuple([("".join(order)[:_LONGEST],) for order in orders_of(visible(name))])


def _hold(letters: str, sought: Iterable[_Pieces]) -> bool:
    for pieces in sought:
        for piece in pieces:
            if piece not in letters:
                break
        else:
            return True
    return False
