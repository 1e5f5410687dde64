"""Finds rows of a list in which surely nothing is hidden. Their few texts are then shown as they are.

Rows have many texts in common, so each text is looked at once for a whole list, whoever wrote it. Then what is known of one
candidate is compared with the digits and letters in the texts of their row. A row may be stopped without need: it is then made
like any view. A row in which anything would be hidden never passes.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from ..model.names import visible
from ..model.resume import Resume
from ..model.values import Email, Url
from ..text import NOTHING, find_among
from ..text.addresses import account_at
from ..text.fold import Reading
from ..text.known import READ_OTHERWISE
from ..text.known_numbers import MASKED, Digits, has_digits_in_words, readings_by_shape, spelled_in
from ..text.names import (
    folded_letters,
    letters_in,
    may_be_called,
    orders_of,
    parts_of,
    rare_letters,
    shapes_of,
    unify_script,
)
from ..text.patterns import HAN_DIGITS, letters_of
from ..text.signals import may_hold_contact
from .as_written import detail_texts_in
from .redactor import collect_known

_MAX_KEPT_TEXTS = 10_000


class Sieve:
    """Knows what the texts of one list are made of. It lives as long as the list.

    Args:
        accounts: further kinds of messenger account, as the policy names them.
    """

    __slots__ = ("_accounts", "_mixed", "_spelled")

    def __init__(self, accounts: tuple[str, ...]) -> None:
        self._accounts = accounts
        self._spelled: dict[str, str] = {}  # the letters of each text, as names are compared
        self._mixed: dict[str, _MixedText] = {}  # of the texts with more than Chinese letters

    def look_at(self, texts: Iterable[str]) -> None:
        """Look at many texts together, which costs less than to look at each when it is asked for."""
        distinct = {*texts}
        if len(self._spelled) + len(distinct) > _MAX_KEPT_TEXTS:
            self._spelled.clear()
            self._mixed.clear()
        unseen = distinct.difference(self._spelled)
        quiet = [*filter(_HAN_WITHOUT_FIGURES.fullmatch, unseen)]
        if may_hold_contact("\n".join(quiet)):
            quiet = [text for text in quiet if not may_hold_contact(text)]
        self._spelled |= {text: text if _HAN_TEXT.fullmatch(text) else folded_letters(text) for text in quiet}
        if rest := unseen.difference(quiet):
            found = find_among(rest, NOTHING, self._accounts)
            mixed = {text: None if findings else _take_apart(text) for text, findings in found.items()}
            self._mixed |= {text: plain for text, plain in mixed.items() if plain is not None}
            self._spelled |= {
                text: _STOPPED if plain is None else plain.spelled for text, plain in mixed.items()
            }

    def passes(self, name: str | None, texts: Sequence[str], resume: Resume[Any]) -> bool:
        """Whether surely nothing is hidden in a row with these texts, and the name of the candidate where that is shown."""
        passes = self.passes_at_once(name, texts, resume)
        if passes is None:
            self.look_at(texts if name is None else [*texts, name])
            passes = self.passes_at_once(name, texts, resume)
        return passes is True

    def passes_at_once(self, name: str | None, texts: Sequence[str], resume: Resume[Any]) -> bool | None:
        """The same as `passes`; None if one of the texts is still to be looked at."""
        if detail_texts_in(resume):  # the details in such texts need the whole look
            return False
        spelled, mixed = self._spelled, self._mixed
        try:
            letters = [spelled[text] for text in texts]
            plain = [mixed[text] for text in texts if text in mixed]
            own_name = None if resume.basics.name is None else resume.basics.name.full
            if name is not None:
                # Nothing of a shown name is hidden, nor of what is left when it is taken out.
                is_own = name == own_name
                if is_own and not _PLAIN_NAME.fullmatch(name):
                    return False
                if not is_own or not _is_quiet(name):
                    name_letters = spelled[name]
                    if name_letters == _STOPPED:
                        return False
                    if name in mixed:
                        plain.append(mixed[name])
                    if not is_own:
                        letters.append(name_letters)
        except KeyError:
            return None
        if _STOPPED in letters:
            return False
        if (plain or resume.basics.contact.homepage) and not _holds_no_contact(plain, resume):
            return False
        return own_name is None or _holds_no_name(letters, own_name)


# --- What a text is made of ------------------------------------------------------------------------------------------


class _MixedText(NamedTuple):
    """The pieces of a text with more than Chinese letters.

    Args:
        spelled: its letters, as names are compared.
        ends: every `_END_LENGTH` digits in a row, in any writing.
        letters: its plain letters and digits.
    """

    spelled: str
    ends: tuple[str, ...]
    letters: str

    def __repr__(self) -> str:
        return "<_MixedText>"


_STOPPED = "\0"
"""Stands for the letters of a text that gives something away, or may be read in several ways. No text holds it."""


def _ranges_without_figures(first: str, last: str) -> str:
    """The Chinese letters from `first` to `last` that are no figures, as ranges for a set in a pattern."""
    figures = sorted(figure for figure in HAN_DIGITS if first <= figure <= last)
    starts = [ord(first), *(ord(figure) + 1 for figure in figures)]
    ends = [*(ord(figure) - 1 for figure in figures), ord(last)]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True) if a <= b)


_HAN_TEXT = re.compile("[一-鿿]+")
_LATIN_TEXT = re.compile("[A-Za-z ]+")
_HAN_WITHOUT_FIGURES = re.compile(f"[，、。；：！？（）/ \n{_ranges_without_figures('一', '鿿')}]+")
_END_LENGTH = 4
"""A known number is found only where so many digits of one of its ends stand in a row."""


def _is_quiet(text: str) -> bool:
    """Whether a text surely gives nothing away by itself, and has no letters but Chinese ones, none of which is a figure."""
    return _HAN_WITHOUT_FIGURES.fullmatch(text) is not None and not may_hold_contact(text)


def _take_apart(text: str) -> _MixedText | None:
    """Take apart a text that gives nothing away by itself; None if it may be read in more than one way."""
    if _LATIN_TEXT.fullmatch(text):
        words = text.lower()
        letters = words.replace(" ", "")
        if not (spelled_in(words, words) or has_digits_in_words(words)):
            return _MixedText(letters, (), letters)
    if READ_OTHERWISE.search(text) or rare_letters(text):
        return None
    reading = Reading(text)
    stream = reading.folded()
    if any(readings_by_shape(reading, stream)):
        return None
    digits = Digits(stream.text).rows
    if MASKED in digits:
        return None
    letters = folded_letters(text)
    if letters != letters_in(stream.text):  # a sign such as ™ is a letter in one of them alone
        return None
    ends = [digits[start : start + _END_LENGTH] for start in range(len(digits) - _END_LENGTH + 1)]
    return _MixedText(letters, tuple(ends), letters_of(stream.text))


# --- What is known of a candidate ------------------------------------------------------------------------------------

_PieceRow: TypeAlias = Sequence[str]


_PLAIN_NAME = re.compile("[一-鿿]+|[A-Za-z]+(?:[ '-][A-Za-z]+)*")
"""A name that leaves nothing behind when it is taken out."""
_MAX_NAME_CHARS = 100
_LABEL, _LATIN = re.compile("[a-z0-9]+"), re.compile("[a-z]+")
_HOST = re.compile(r"https?://(?:(?:www|m)\.)?((?!xn--|[^/]*\.xn--)[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?![^/?#:])")


def _holds_no_contact(mixed: Sequence[_MixedText], resume: Resume[Any]) -> bool:
    """Whether surely none of a candidate's known numbers and addresses stands in some texts."""
    contact = resume.basics.contact
    letters = "\n".join([text.letters for text in mixed])
    if _may_hold_mail(letters, contact.email) or _may_hold_site(letters, contact.homepage):
        return False
    ends = {end for text in mixed if text.ends for end in text.ends}
    if not ends or not _may_end_in(_number_digits(resume), ends):
        return True
    return ends.isdisjoint(collect_known(resume.basics, resume.virtual_numbers).ends)


def _may_hold_mail(letters: str, email: Email | None) -> bool:
    """Whether a text with these letters may hold an address. True if they hold each label of the address, or if there is no quick
    answer.
    """
    if email is None:
        return False
    address = email.address.lower()
    if "xn--" in address:  # its host is written in other letters as well
        return True
    first = address.partition("@")[0].partition(".")[0]
    if first not in letters and first.isascii() and first.isalnum():  # the quickest look
        return False
    return _holds_any(letters, [_LABEL.findall(address)])


def _may_hold_site(letters: str, homepage: Url | None) -> bool:
    """Whether such a text may hold a homepage, forwards or backwards, or the account whose page it is. True if there is no quick answer."""
    if homepage is None:
        return False
    host, account = _HOST.match(homepage.address.lower()), account_at(homepage.address)
    if host is None or not account.isascii():
        return True
    sought = [_LABEL.findall(host[1])]
    if account:
        sought.append(_LATIN.findall(account) or [account])
    return _holds_any(letters, [*sought, *[[piece[::-1] for piece in pieces] for pieces in sought]])


def _may_end_in(digits: str, ends: Iterable[str]) -> bool:
    # The 0 that is dialled before a number inside its country is not one of its digits.
    return any(end.removeprefix("0") in digits for end in ends)


def _number_digits(resume: Resume[Any]) -> str:
    """The digits of a candidate's numbers, forwards and backwards."""
    mobile = resume.basics.contact.mobile
    row = "".join(
        [*(() if mobile is None else (mobile.e164,)), *[one.number.e164 for one in resume.virtual_numbers]]
    )
    return row + row[::-1]


def _holds_no_name(spelled: Sequence[str], name: str) -> bool:
    """Whether surely neither a name, nor a part of it that is used alone, stands in texts with these letters."""
    letters = "\n".join(spelled)
    is_ascii = name.isascii()
    if _PLAIN_NAME.fullmatch(name):
        # The last character belongs to the whole name, and to each part that may be called one.
        last = "" if is_ascii else name[-1]
        if last not in letters and not any(shape in letters for shape in shapes_of(last) if shape != last):
            return True
        words = tuple(_LABEL.findall(name.lower()))
        sought: list[_PieceRow] = [words if is_ascii else (unify_script(name),)]
        # Somebody of several words may be called by any of them.
        parts = (
            [(word, "") for word in words]
            if len(words) > 1
            else [part for shape in sought for part in parts_of((*shape,))]
        )
    else:
        orders = orders_of(visible(name))
        # An initial may stand between the words. The beginning of a long name is enough.
        sought = [*orders, *[("".join(order)[:_MAX_NAME_CHARS],) for order in orders]]
        parts = [part for order in orders for part in parts_of(order)]
    letters = unify_script(letters)
    shifted = [(word + rest,) for word, rest in parts if not word.isascii()]
    if not sought or _holds_any(letters, [*sought, *shifted]):
        return False
    return not any(may_be_called(word, letters) for word, _ in parts)


def _holds_any(letters: str, piece_rows: Iterable[_PieceRow]) -> bool:
    return any(all(map(letters.__contains__, pieces)) for pieces in piece_rows)
