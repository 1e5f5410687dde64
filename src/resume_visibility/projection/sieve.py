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
        self._made: dict[str, _Made] = {}

    def look_at(self, texts: Iterable[str]) -> None:
        """Look at many texts together, which costs less than to look at each when it is asked for.

        Args:
            texts: of some rows.
        """
        made = self._made
        unseen = [text for text in dict.fromkeys(texts) if text not in made]
        others = [text for text in unseen if not _is_han(text)]
        found = find_among(others, NOTHING, self._accounts) if others else {}
        for text in unseen:
            if len(made) >= _MOST_KEPT:
                made.clear()
            if text not in found:
                made[text] = _Made(text if _HAN.fullmatch(text) else folded(text))
            else:
                made[text] = _GIVES_AWAY if found[text] else _made_of(text)

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
        made = self._look_up(texts if name is None else [*texts, name])
        if made is None or not _holds_no_contact(made, resume):
            return False
        words = [one.spelled for one in made]
        if name is not None and name == full:
            # Nothing is hidden of a name that is shown, nor of what is left when it is taken out.
            if not _LETTERS.fullmatch(name):
                return False
            words.pop()
        return not _hold("\n".join(words), names)

    def _look_up(self, texts: Sequence[str]) -> Sequence["_Made"] | None:
        """What some texts are made of; None where one of them gives something away."""
        found = [*map(self._made.get, texts)]
        if None in found:
            self.look_at(texts)
            found = [*map(self._made.get, texts)]
        made = [one for one in found if one is not None and one is not _GIVES_AWAY]
        return made if len(made) == len(texts) else None


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


_GIVES_AWAY = _Made("")
"""Stands for whatever gives something away, or may be read in several ways."""


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


def _is_han(text: str) -> bool:
    """Whether a text surely gives nothing away by itself, and has no letters but Chinese ones, none of which is a figure."""
    return bool(_HAN_WITHOUT_FIGURES.fullmatch(text)) and not carries(text)


def _made_of(text: str) -> _Made:
    """What a text is made of that gives nothing away by itself, unless it may be read in more than one way."""
    if READ_OTHERWISE.search(text):
        return _GIVES_AWAY
    reading = Reading(text)
    stream = reading.folded()
    figures = in_digits(stream.text)
    disguised = LETTERS_FOR_DIGITS.search(figures) or SPELLED.search(stream.text)
    if disguised or any(by_shape(reading, stream)):
        return _GIVES_AWAY
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


def _hold(letters: str, sought: Iterable[_Pieces]) -> bool:
    for pieces in sought:
        for piece in pieces:
            if piece not in letters:
                break
        else:
            return True
    return False
