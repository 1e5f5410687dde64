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


def name_pattern(name: PersonName) -> re.Pattern[str]:
    """Matches the real name wherever text writes it: any width and case, spaced out, or surname last or first (NAME-4)."""
    words = [_word(word) for word in visible(name.full).split()]
    orders = [words]
    if len(words) > 1:
        orders.append([words[-1], *words[:-1]])
    written = "|".join(_BETWEEN_WORDS.join(order) for order in orders)
    if _HAN.search(name.full):
        return re.compile(f"(?:{written})")
    return re.compile(f"(?<![^\\W\\d_])(?:{written})(?![^\\W\\d_])")


def _word(word: str) -> str:
    spaced = _BETWEEN_HAN if _HAN.search(word) else _UNSEEN
    return spaced.join(map(_any_width, word))


def _any_width(char: str) -> str:
    forms = {char, *char.lower(), *char.upper(), *unicodedata.normalize("NFKC", char)}
    forms |= {chr(ord(form) + 0xFEE0) for form in forms if "!" <= form <= "~"}
    return "[" + "".join(map(re.escape, sorted(forms))) + "]"
