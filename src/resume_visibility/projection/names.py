"""How the candidate is called in a view (NAME-1, NAME-3)."""

from typing import assert_never

from ..model.choices import Gender
from ..model.language import Language
from ..model.names import PersonName, visible
from .surnames import COMPOUND_SURNAMES, SIMPLIFIED

_HONORIFICS = {
    Language.ZH: {Gender.MALE: "先生", Gender.FEMALE: "女士", Gender.UNKNOWN: "先生/女士"},
    Language.EN: {Gender.MALE: "Mr.", Gender.FEMALE: "Ms.", Gender.UNKNOWN: "Mr./Ms."},
}
_NICKNAMES = {
    Language.ZH: {Gender.MALE: "先生", Gender.FEMALE: "女生", Gender.UNKNOWN: "先生/女生"},
    Language.EN: _HONORIFICS[Language.EN],
}
"""In the community (COMMUNITY-1), where the policy says 女生."""

_LONGEST_FIRST = sorted({len(surname) for surname in COMPOUND_SURNAMES}, reverse=True)
_BEGIN_COMPOUND = frozenset(surname[0] for surname in COMPOUND_SURNAMES) | frozenset(map(chr, SIMPLIFIED))


def honorific(
    name: PersonName, gender: Gender | None, language: Language, *, in_community: bool = False
) -> str:
    """ "X先生" / "X女士", or "Mr. X" / "Ms. X", without a surname where none can be found (NAME-3).

    Args:
        name: the real name.
        gender: where unknown or missing, both honorifics are named.
        language: of the honorific; in English the romanised surname is used where there is one.
        in_community: whether it is a nickname there (COMMUNITY-1).
    """
    title = (_NICKNAMES if in_community else _HONORIFICS)[language][gender or Gender.UNKNOWN]
    surname = _surname(name)
    match language:
        case Language.EN:
            surname = name.romanised_surname or surname
            return f"{title} {surname}" if surname else title
        case Language.ZH:
            return f"{surname}{title}"
        case _:
            assert_never(language)


def _surname(name: PersonName) -> str:
    """The surname; empty where none can be found without showing the whole name."""
    if name.surname is not None:
        return visible(name.surname)
    from ..text.names import HAN  # with what looks for names

    full = visible(name.full).replace(" ", "")
    if len(full) < 2 or not HAN.fullmatch(full):
        return ""
    if len(full) > 2 and full[0] in _BEGIN_COMPOUND:
        for length in _LONGEST_FIRST:
            if length < len(full) and full[:length].translate(SIMPLIFIED) in COMPOUND_SURNAMES:
                return full[:length]
    return full[0]
