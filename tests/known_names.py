"""What is known of somebody, taken out of text by itself."""

from collections.abc import Iterable

from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, Known, Names, find, find_in_link, hide

MARK = "[#]"


class Hider:
    """Takes the names of some people out of text.

    Args:
        names: of whom.
        shown: those that are granted.
    """

    def __init__(self, names: Iterable[str], shown: tuple[str, ...] = ()) -> None:
        self._known = Known(names=Names(names, shown))

    def __call__(self, text: str) -> str:
        """The text with a mark in the place of each name; the same object where there is none."""
        left = hide(text, find(text, self._known), {Kind.NAME})
        return text if left is text else left.replace(MARKS[Language.ZH][Kind.NAME], MARK)


def known(numbers: tuple[str, ...], emails: tuple[str, ...]) -> Known:
    """Somebody's numbers and addresses, as they are looked for."""
    return Known(
        numbers=tuple((number, (OWN, Kind.PHONE)) for number in numbers if number),
        emails=tuple((email, (OWN, Kind.EMAIL)) for email in emails if email),
    )


OWN = "own"


def redact_own(
    text: str, numbers: tuple[str, ...], emails: tuple[str, ...], language: Language = Language.ZH
) -> str:
    """The text without these numbers and addresses; the same object where there are none."""
    return hide(text, find(text, known(numbers, emails)), {OWN}, language)


def gives_away(url: str, hidden: frozenset[Kind]) -> bool:
    """Whether the target of a link gives away a detail of a hidden kind."""
    return not hidden.isdisjoint(find_in_link(url))
