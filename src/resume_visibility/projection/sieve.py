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
from ..text.names import CALLS, folded, orders_of, parts_of
from ..text.patterns import HAN_DIGITS, digits_of, letters_of
from ..text.signals import carries

_MOST_KEPT = 10_000


class Sieve:
    """What the texts of one list are made of. It lives as long as the list.

    Args:
        accounts: further kinds of messenger account, as the policy names them.
    """

    __slots__ = ("_accounts", "_made")

    def __init__(self, accounts: tuple[str, ...]) -> None:
        self._accounts = accounts
        self._made: dict[str, _Made | None] = {}

    def look_at(self, texts: Iterable[str]) -> None:
        """Look at many texts together, which costs less than to look at each when it is asked for.

        Args:
            texts: of some rows.
        """
        every = {*texts}
        if len(self._made) + len(every) > _MOST_KEPT:
            self._made.clear()
        unseen = every.difference(self._made)
        if not unseen:
            return
        plain = [*filter(_HAN_WITHOUT_FIGURES.fullmatch, unseen)]
        if carries("\n".join(plain)):
            plain = [text for text in plain if not carries(text)]
        found = find_among(unseen.difference(plain), NOTHING, self._accounts)
        self._made |= {text: _Made(text if _HAN.fullmatch(text) else folded(text)) for text in plain}
        self._made |= {text: None if given else _made_of(text) for text, given in found.items()}

    def passes(self, name: str | None, texts: Sequence[str], resume: Resume[Any]) -> bool:
        """Whether surely nothing is hidden of a row.

        Args:
            name: how the candidate is called, where that is shown.
            texts: the others that are shown.
            resume: of the row.
        """
        every = texts if name is None else [*texts, name]
        try:
            made = [self._made[text] for text in every]
        except KeyError:
            self.look_at(every)
            made = [self._made[text] for text in every]
        known = [one for one in made if one is not None]
        if len(known) < len(made) or not _holds_no_contact(known, resume):
            return False
        full = None if resume.basics.name is None else resume.basics.name.full
        if full is None:
            return True
        words = [one.spelled for one in known]
        if name == full:
            # Nothing is hidden of a name that is shown, nor of what is left when it is taken out.
            if not _LETTERS.fullmatch(name):
                return False
            words.pop()
        return _holds_no_name("\n".join(words), full)


# --- What a text is made of ------------------------------------------------------------------------------------------


class _Made(NamedTuple):
    """What a text is made of.

    Args:
        spelled: its letters, as names have them.
        ends: every few digits in a row.
        letters: its plain letters and digits.
    """

    spelled: str
    ends: tuple[str, ...] = ()
    letters: str = ""

    def __repr__(self) -> str:
        return "<_Made>"


def _but_figures(first: str, last: str) -> str:
    """The Chinese letters from one to another that are no figure, as a set of a pattern has them."""
    figures = sorted(one for one in HAN_DIGITS if first <= one <= last)
    begun = [ord(first), *(ord(one) + 1 for one in figures)]
    ended = [*(ord(one) - 1 for one in figures), ord(last)]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(begun, ended, strict=True) if a <= b)


_HAN = re.compile("[一-鿿]+")
_HAN_WITHOUT_FIGURES = re.compile(f"[，、。；：！？（）/ \n{_but_figures('一', '鿿')}]+")
_END = 4
"""No number that is known is found where not so many digits of one of its ends stand in a row."""


def _made_of(text: str) -> _Made | None:
    """What a text is made of that gives nothing away by itself; None where it may be read in more than one way."""
    if READ_OTHERWISE.search(text):
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
    return _Made(folded(text), tuple(ends), letters_of(stream.text))


# --- What is known of a candidate ------------------------------------------------------------------------------------

_Pieces: TypeAlias = Sequence[str]


_LETTERS = re.compile("[一-鿿]+|[A-Za-z]+(?:[ '-][A-Za-z]+)*")
"""A name of which nothing is left when it is taken out."""
_LONGEST = 100
_LABEL = re.compile("[a-z0-9]+")
_HOST = re.compile(r"https?://(?:www\.)?((?!xn--|[^/]*\.xn--)[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?![^/?#:])")


def _holds_no_contact(made: Iterable[_Made], resume: Resume[Any]) -> bool:
    """Whether surely no number and no address that is known of a candidate stands in some texts."""
    contact = resume.basics.contact
    plain = [one for one in made if one.letters or one.ends]
    if not plain and contact.homepage is None:
        return True
    addresses = _addresses(contact)
    if addresses is None or _hold("\n".join([one.letters for one in plain]), addresses):
        return False
    ends = [end for one in plain for end in one.ends]
    return not ends or not any(map(_numbers(resume).__contains__, ends))


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
    """What a text holds that holds a name, by its orders; of a plain name, the words; or a part of it, and what calls it one."""
    if _LETTERS.fullmatch(name):
        words = tuple(_LABEL.findall(name.lower())) if name.isascii() else (name,)
        whole: list[_Pieces] = [words]
        orders = tuple((word, *words) for word in words) if len(words) > 1 else (words,)
    else:
        orders = orders_of(visible(name))
        whole = [("".join(order)[:_LONGEST],) for order in orders]
    parts = [part for order in orders for part in parts_of(order)]
    turned = [(word + rest,) for word, rest in parts if not word.isascii()]
    return (*whole, *turned, *((word, call) for word, _ in parts for call in CALLS))


def _holds_no_name(letters: str, name: str) -> bool:
    """Whether surely neither a name nor a part of it that is called one stands in the letters of some texts."""
    if _HAN.fullmatch(name) and name[-1] not in letters:
        return True  # the last character belongs to the whole name, and to each part that may be called one
    names = _spellings(name)
    return bool(names) and not _hold(letters, names)


def _hold(letters: str, sought: Iterable[_Pieces]) -> bool:
    for pieces in sought:
        for piece in pieces:
            if piece not in letters:
                break
        else:
            return True
    return False
