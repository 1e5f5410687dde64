"""A postal address that is withheld, found in text: whole, without its town, and the street and number alone (CAMPUS-2)."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from .. import text as free_text
from ..model.campus_basics import PostalAddress
from ..text.kinds import Finding, Kind, Tag, place
from .redactor import Findings

if TYPE_CHECKING:
    from ..text import Known

_DIVISION = re.compile("省|自治区|市|区|县|旗|镇|乡|街道")
_FIGURE = re.compile("[0-9０-９]|[〇零一二三四五六七八九十百]+(?:号|弄|栋|幢|座|楼|单元|室)")
_TO_NUMBER = re.compile(".*?(?:[0-9０-９]|[〇零一二三四五六七八九十百])号")
_BRACKETS = re.compile(r"[()（）\[\]【】{}/|]+")
_PARTS = re.compile(r"[()（）\[\]【】{}/|,，;；\n]+")
_TELLING = 6
"""Of fewer letters and figures, a piece of an address is met by chance: 3号楼."""
_WORDY = 8
"""An address without a figure that has fewer letters names a town or a school, which is shown."""
_LONGEST, _MOST = 300, 8
"""So much of an address is looked at, and so many of its pieces: what that costs must not grow with what somebody makes up."""
_MONTH = re.compile("(?:19|20)[0-9]{2}[.\\-/ ](?:0[1-9]|1[0-2])")
_POSTCODE = re.compile("[0-9]{5,7}")
_SHORTEST_CODE = 5


class FindingsOfForm(Findings):
    """What the texts of a form give away, with the postal address in them.

    Args:
        known: of the people in the form.
        accounts: further kinds of messenger account, as the policy names them.
        address: that is withheld, if one is.
        tags: what to call it where it is found.
    """

    __slots__ = ("_address", "_tags")

    def __init__(
        self,
        known: "Known",
        accounts: tuple[str, ...],
        address: PostalAddress | None,
        tags: tuple[Tag, ...],
    ) -> None:
        super().__init__(lambda: known, accounts)
        self._address, self._tags = _known(address or PostalAddress()), tags

    def of(self, text: str) -> tuple[Finding, ...]:
        """What a text gives away."""
        found = super().of(text)
        if self._address is None:
            return found
        home = [
            Finding(one.start, one.end, self._tags, "known: a postal address")
            for one in free_text.find(text, self._address)
            if Kind.NAME in one.tags or (_LINE in one.tags and _is_postcode(text, one))
        ]
        return tuple(sorted((*found, *home), key=place))


_LINE = "postcode"


def _known(address: PostalAddress) -> "Known | None":
    """A postal address as it is looked for; None where there is nothing to look for."""
    from ..text.names import folded  # which no resume needs

    words = list(dict.fromkeys(_pieces(address.address or "", folded)))
    postcode = address.postcode or ""
    figures = folded(postcode)
    in_figures = _POSTCODE.fullmatch(figures) is not None
    if len(figures) >= _SHORTEST_CODE and not in_figures:
        words.append(postcode)
    lines = (free_text.Line(figures, (_LINE,), near=True),) if in_figures else ()
    return free_text.Known(names=free_text.Names(words), lines=lines) if words or lines else None


def _pieces(address: str, folded: Callable[[str], str]) -> Iterator[str]:
    """An address, and what of it says by itself where somebody lives."""
    address = address[:_LONGEST]
    plain = _BRACKETS.sub(" ", address)
    if _FIGURE.search(plain) or len(folded(plain)) >= _WORDY:
        yield plain
    divisions = islice(_DIVISION.finditer(plain), _MOST)
    for tail in (plain, *_PARTS.split(address, _MOST), *(plain[one.end() :] for one in divisions)):
        to_number = _TO_NUMBER.match(tail)
        for piece in (tail, to_number[0] if to_number else ""):
            if _FIGURE.search(piece) and len(folded(piece)) >= _TELLING:
                yield piece


def _is_postcode(text: str, one: Finding) -> bool:
    """Whether figures that are those of the postcode are no month, and no piece of a longer number."""
    beside = text[max(one.start - 1, 0) : one.start] + text[one.end : one.end + 1]
    return not any(map(str.isdigit, beside)) and not _MONTH.fullmatch(text[one.start : one.end])
