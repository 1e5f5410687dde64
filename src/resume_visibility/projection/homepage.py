"""The candidate's own homepage, told from other addresses in text and in the targets of links (CONTACT-1)."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..model.values import Url
from .contacts import ROUNDS, fold
from .reading import readings, spans_in
from .writings import without

_GOES_ON_BEFORE = re.compile(r"[a-z0-9_@.\-]")
_GOES_ON_BEHIND = re.compile(r"[a-z0-9_\-]|[.@][a-z0-9]")
_USUAL_PORT = re.compile(r":(?:443|80)(?![0-9])")
_WWW = "www."


class Homepage:
    """Where a homepage is named: in any width, case and encoding, with or without its scheme, www and usual port.

    Args:
        url: of the homepage.
    """

    __slots__ = ("_address",)

    def __init__(self, url: Url) -> None:
        address = fold(url.address).stream.partition("://")[2]
        self._address = _USUAL_PORT.sub("", address).removeprefix(_WWW).rstrip("/")

    def stands_in(self, text: str) -> bool:
        """Whether a text names the homepage."""
        return any(True for reading in readings(text) for _ in self._spans(reading.text))

    def redact(self, text: str, mark: str) -> str:
        """The text with a mark where it names the homepage; the same object where it does not."""
        return without(text, spans_in(text, self._spans), mark)

    def is_in(self, address: str) -> bool:
        """Whether a link leads to the homepage, or through it, or tells it, however wrapped."""
        for _ in range(ROUNDS):
            if self.stands_in(_USUAL_PORT.sub("", address)):
                return True
            plain = unquote(address, errors="replace")
            if plain == address:
                return False
            address = plain
        return True

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        folded = fold(text)
        return (folded.span(text, *place) for place in self._places(folded.stream))

    def _places(self, stream: str) -> Iterator[tuple[int, int]]:
        stream = stream.replace("。", ".")
        at = stream.find(self._address)
        while at >= 0:
            end = at + len(self._address)
            start = at - len(_WWW) if stream.startswith(_WWW, max(at - len(_WWW), 0)) else at
            # A part of another address is not the homepage: me@site.com, site.com/u139.
            if not (_GOES_ON_BEFORE.match(stream[start - 1 : start]) or _GOES_ON_BEHIND.match(stream, end)):
                yield start, end
            at = stream.find(self._address, end)
