"""How the candidate is called in a view (NAME-1, NAME-3), and how their real name is kept out of its text (NAME-4)."""

import re
import unicodedata

from ..model.language import Language
from ..model.sections import Gender
from ..model.values import PersonName, visible
from .surnames import COMPOUND_SURNAMES, SIMPLIFIED

_HAN = re.compile("[〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff]+")
_UNSEEN = "[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]{0,4}"
_BETWEEN_HAN = r"[^\w\n]{0,4}"
_BETWEEN_WORDS = r"[\W_]{0,4}"

_HONORIFICS = {
    Language.ZH: {Gender.MALE: "先生", Gender.FEMALE: "女士", Gender.UNKNOWN: "先生/女士"},
    Language.EN: {Gender.MALE: "Mr.", Gender.FEMALE: "Ms.", Gender.UNKNOWN: "Mr./Ms."},
}
_LONGEST_FIRST = sorted({len(surname) for surname in COMPOUND_SURNAMES}, reverse=True)


def honorific(name: PersonName, gender: Gender, language: Language) -> str:
    """ "X先生" / "X女士", or "Mr. X" / "Ms. X", without a surname where none can be told (NAME-3).

    Args:
        name: the real name.
        gender: where unknown, both honorifics are named.
        language: of the honorific; in English the romanised surname is used where there is one.
    """
    title = _HONORIFICS[language][gender]
    surname = _surname(name)
    match language:
        case Language.EN:
            surname = name.romanised_surname or surname
            return f"{title} {surname}" if surname else title
        case Language.ZH:
            return f"{surname}{title}"


def _surname(name: PersonName) -> str:
    """The surname; empty where none can be told without showing the whole name."""
    if name.surname is not None:
        return visible(name.surname)
    full = visible(name.full).replace(" ", "")
    if len(full) < 2 or not _HAN.fullmatch(full):
        return ""
    if len(full) > 2:
        for length in _LONGEST_FIRST:
            if length < len(full) and full[:length].translate(SIMPLIFIED) in COMPOUND_SURNAMES:
                return full[:length]
    return full[0]


class RealName:
    """Takes the real name out of text, however it is written: any width or case, spaced out, the last word first (NAME-4).

    Args:
        name: the real name.
        mark: stands where it was.
    """

    __slots__ = ("_mark", "_name", "_starts")

    def __init__(self, name: PersonName, mark: str) -> None:
        self._name = visible(name.full)
        self._mark = mark
        words = self._name.split()
        self._starts = _forms(words[0][0]) | _forms(words[-1][0])

    def redact(self, text: str) -> str:
        """The text without the name; the same object where the name is not in it."""
        # The pattern costs more than most texts, and most texts have no character that the name starts with.
        for start in self._starts:
            if start in text:
                found = _pattern(self._name).sub(self._mark, text)
                return text if found == text else found
        return text


def _pattern(name: str) -> re.Pattern[str]:
    words = [_word(word) for word in name.split()]
    orders = {_BETWEEN_WORDS.join(words), _BETWEEN_WORDS.join([words[-1], *words[:-1]])}
    written = "|".join(sorted(orders))
    return re.compile(f"(?:{written})" if _HAN.search(name) else rf"(?<![^\W\d_])(?:{written})(?![^\W\d_])")


def _word(word: str) -> str:
    spaced = _BETWEEN_HAN if _HAN.search(word) else _UNSEEN
    return spaced.join("[" + "".join(map(re.escape, sorted(_forms(char)))) + "]" for char in word)


def _forms(char: str) -> set[str]:
    """The ways to write a character: either case, either width."""
    forms = {char, *char.lower(), *char.upper(), *unicodedata.normalize("NFKC", char)}
    return forms | {chr(ord(form) + 0xFEE0) for form in forms if "!" <= form <= "~"}
