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
from ..model.values import Email, Url
from ..text import NOTHING, find_among
from ..text.dialled import Digits, by_shape, spelled_in
from ..text.fold import Reading
from ..text.known import READ_OTHERWISE
from ..text.names import CALLS, folded, orders_of, parts_of
from ..text.patterns import HAN_DIGITS, letters_of
from ..text.signals import carries
from .redactor import known_of

_MOST_KEPT = 10_000


class Sieve:
    """What the texts of one list are made of. It lives as long as the list.

    Args:
        accounts: further kinds of messenger account, as the policy names them.
    """

    __slots__ = ("_accounts", "_made")

    def __init__(self, accounts: tuple[str, ...]) -> None:
        self._accounts = accounts
        self._made: dict[str, str | _Made] = {}  # of most texts just the letters

    def look_at(self, texts: Iterable[str]) -> None:
        """Look at many texts together, which costs less than to look at each when it is asked for.

        Args:
            texts: of some rows.
        """
        every = {*texts}
        if len(self._made) + len(every) > _MOST_KEPT:
            self._made.clear()
        unseen = every.difference(self._made)
        quiet = [*filter(_HAN_WITHOUT_FIGURES.fullmatch, unseen)]
        if carries("\n".join(quiet)):
            quiet = [text for text in quiet if not carries(text)]
        self._made |= {text: text if _HAN.fullmatch(text) else folded(text) for text in quiet}
        if others := unseen.difference(quiet):
            found = find_among(others, NOTHING, self._accounts)
            self._made |= {text: _STOPPED if given else _made_of(text) for text, given in found.items()}

    def passes(self, name: str | None, texts: Sequence[str], resume: Resume[Any]) -> bool:
        """Whether surely nothing is hidden of a row.

        Args:
            name: how the candidate is called, where that is shown.
            texts: the others that are shown.
            resume: of the row.
        """
        passes = self.passes_at_once(name, texts, resume)
        if passes is None:
            self.look_at(texts if name is None else [*texts, name])
            passes = self.passes_at_once(name, texts, resume)
        return passes is True

    def passes_at_once(self, name: str | None, texts: Sequence[str], resume: Resume[Any]) -> bool | None:
        """The same; None where one of the texts is still to be looked at.

        Args:
            name: as for `passes`, and so are the others.
            texts: likewise.
            resume: likewise.
        """
        full = None if resume.basics.name is None else resume.basics.name.full
        every, left = texts, len(texts)
        if name is not None and name != full:
            every, left = [*texts, name], left + 1
        elif name is not None:
            # Nothing is hidden of a name that is shown, nor of what is left when it is taken out.
            if not _LETTERS.fullmatch(name):
                return False
            if not _is_quiet(name):
                every = [*texts, name]
        try:
            words: list[Any] = [self._made[text] for text in every]
        except KeyError:
            return None
        plain = [one for one in words if type(one) is _Made]
        if _STOPPED in words:
            return False
        if (plain or resume.basics.contact.homepage) and not _holds_no_contact(plain, resume):
            return False
        if plain:
            words = [one.spelled if type(one) is _Made else one for one in words]
        return full is None or _holds_no_name("\n".join(words[:left]), full)


# --- What a text is made of ------------------------------------------------------------------------------------------


class _Made(NamedTuple):
    """What a text is made of that holds more than Chinese letters.

    Args:
        spelled: its letters, as names have them.
        ends: every few digits in a row, in whatever writing.
        letters: its plain letters and digits.
    """

    spelled: str
    ends: tuple[str, ...]
    letters: str

    def __repr__(self) -> str:
        return "<_Made>"


_STOPPED = "\0"
"""Stands for the letters of a text that gives something away, or may be read in several ways. No text holds it."""


def _but_figures(first: str, last: str) -> str:
    """The Chinese letters from one to another that are no figure, as a set of a pattern has them."""
    figures = sorted(one for one in HAN_DIGITS if first <= one <= last)
    begun = [ord(first), *(ord(one) + 1 for one in figures)]
    ended = [*(ord(one) - 1 for one in figures), ord(last)]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(begun, ended, strict=True) if a <= b)


_HAN = re.compile("[一-鿿]+")
_WORDS = re.compile("[A-Za-z ]+")
_HAN_WITHOUT_FIGURES = re.compile(f"[，、。；：！？（）/ \n{_but_figures('一', '鿿')}]+")
_END = 4
"""No number that is known is found where not so many digits of one of its ends stand in a row."""


def _is_quiet(text: str) -> bool:
    """Whether a text surely gives nothing away by itself, and has no letters but Chinese ones, none of which is a figure."""
    return _HAN_WITHOUT_FIGURES.fullmatch(text) is not None and not carries(text)


def _made_of(text: str) -> str | _Made:
    """What a text is made of that gives nothing away by itself, unless it may be read in more than one way."""
    if _WORDS.fullmatch(text):
        words = text.lower()
        letters = words.replace(" ", "")
        if not spelled_in(words, words):
            return _Made(letters, (), letters)
    if READ_OTHERWISE.search(text):
        return _STOPPED
    reading = Reading(text)
    stream = reading.folded()
    if any(by_shape(reading, stream)):
        return _STOPPED
    digits = Digits(stream.text).held
    ends = [digits[at : at + _END] for at in range(len(digits) - _END + 1)]
    return _Made(folded(text), tuple(ends), letters_of(stream.text))


# --- What is known of a candidate ------------------------------------------------------------------------------------

_Pieces: TypeAlias = Sequence[str]


_LETTERS = re.compile("[一-鿿]+|[A-Za-z]+(?:[ '-][A-Za-z]+)*")
"""A name of which nothing is left when it is taken out."""
_LONGEST = 100
_LABEL = re.compile("[a-z0-9]+")
_HOST = re.compile(r"https?://(?:www\.)?((?!xn--|[^/]*\.xn--)[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?![^/?#:])")


def _holds_no_contact(plain: Sequence[_Made], resume: Resume[Any]) -> bool:
    """Whether surely no number and no address that is known of a candidate stands in some texts."""
    contact = resume.basics.contact
    letters = "\n".join([one.letters for one in plain])
    if _may_hold_mail(letters, contact.email) or _may_hold_site(letters, contact.homepage):
        return False
    ends = {end for one in plain for end in one.ends}
    if not ends or not _may_be_of(_numbers(resume), ends):
        return True
    return ends.isdisjoint(known_of(resume.basics, resume.virtual_numbers).ends)


def _may_hold_mail(letters: str, email: Email | None) -> bool:
    """Whether some letters may be those of a text that holds an address: they hold each of its labels."""
    if email is None:
        return False
    address = email.address.lower()
    last = address.rpartition(".")[2]
    if last not in letters and last.isascii() and last.isalnum():  # the quickest to tell
        return False
    return _hold(letters, [_LABEL.findall(address)])


def _may_hold_site(letters: str, homepage: Url | None) -> bool:
    """The same of a homepage; also where nobody can say so quickly."""
    if homepage is None:
        return False
    host = _HOST.match(homepage.address.lower())
    labels = None if host is None else _LABEL.findall(host[1])
    return not labels or _hold(letters, [labels])


def _may_be_of(numbers: str, ends: Iterable[str]) -> bool:
    # What is dialled before a number at home is no digit of it.
    return any(end.removeprefix("0") in numbers for end in ends)


def _numbers(resume: Resume[Any]) -> str:
    """The digits of a candidate's numbers, forwards and backwards."""
    mobile = resume.basics.contact.mobile
    row = "".join(
        [*(() if mobile is None else (mobile.e164,)), *[one.number.e164 for one in resume.virtual_numbers]]
    )
    return row + row[::-1]


def _spellings(name: str, calls: Sequence[str]) -> tuple[_Pieces, ...]:
    """What a text holds that holds a name, by its orders; of a plain name, the words; or a part of it, and what calls it one."""
    if _LETTERS.fullmatch(name):
        words = tuple(_LABEL.findall(name.lower())) if name.isascii() else (name,)
        whole: list[_Pieces] = [words]
        orders = tuple((word, *words) for word in words) if len(words) > 1 else (words,)
    else:
        orders = orders_of(visible(name))
        whole = [("".join(order)[:_LONGEST],) for order in orders]
    parts = [part for order in orders for part in parts_of(order)] if calls or not name.isascii() else []
    turned = [(word + rest,) for word, rest in parts if not word.isascii()]
    return (*whole, *turned, *((word, call) for word, _ in parts for call in calls))


def _holds_no_name(letters: str, name: str) -> bool:
    """Whether surely neither a name nor a part of it that is called one stands in the letters of some texts."""
    if _HAN.fullmatch(name) and name[-1] not in letters:
        return True  # the last character belongs to the whole name, and to each part that may be called one
    names = _spellings(name, [call for call in CALLS if call in letters])
    return bool(names) and not _hold(letters, names)


def _hold(letters: str, sought: Iterable[_Pieces]) -> bool:
    for pieces in sought:
        for piece in pieces:
            if piece not in letters:
                break
        else:
            return True
    return False
