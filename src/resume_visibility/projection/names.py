"""How the candidate is called in a view (NAME-1, NAME-3)."""

import re
from typing import assert_never

from ..model.choices import Gender
from ..model.complete import complete
from ..model.language import Language, Words
from ..model.names import PersonName, is_chinese, visible
from ..model.sections import Basics
from .surnames import COMPOUND_SURNAMES, SIMPLIFIED

_HONORIFICS = complete(
    {
        Gender.MALE: Words("Mr.", "先生"),
        Gender.FEMALE: Words("Ms.", "女士"),
        Gender.UNKNOWN: Words("Mr./Ms.", "先生/女士"),
    },
    Gender,
)
_NICKNAMES = {
    gender: Words(words.en, words.zh.replace("女士", "女生")) for gender, words in _HONORIFICS.items()
}
"""In the community (COMMUNITY-1), where the policy says 女生."""

_COMPOUND_LENGTHS = sorted({len(surname) for surname in COMPOUND_SURNAMES}, reverse=True)
_COMPOUND_STARTS = frozenset(surname[0] for surname in COMPOUND_SURNAMES) | frozenset(map(chr, SIMPLIFIED))


def name_of(basics: Basics, language: Language, *, real: bool, in_community: bool) -> str | None:
    """How a candidate is called: by the real name, or by an honorific; None where there is no name (NAME-1, COMMUNITY-1)."""
    if basics.name is None:
        return None
    if real:
        return basics.name.full
    return honorific(basics.name, basics.profile.gender, language, in_community=in_community)


def honorific(
    name: PersonName, gender: Gender | None, language: Language, *, in_community: bool = False
) -> str:
    """ "X先生" / "X女士", or "Mr. X" / "Ms. X", without a surname where none can be found (NAME-3). Where the gender is unknown or missing,
    both honorifics are named. In English the romanised surname is used where there is one.
    """
    title = (_NICKNAMES if in_community else _HONORIFICS)[gender or Gender.UNKNOWN].said(language)
    surname = _find_surname(name)
    match language:
        case Language.EN:
            surname = name.romanised_surname or surname
            return f"{title} {surname}" if surname else title
        case Language.ZH:
            return f"{surname}{title}"
        case _:
            assert_never(language)


_USUAL_CHARS = re.compile("[一-鿿]+")
"""The characters of nearly every Chinese name."""


def _find_surname(name: PersonName) -> str:
    """The surname; empty where none can be found without showing the whole name."""
    if name.surname is not None:
        return visible(name.surname)
    full = visible(name.full).replace(" ", "")
    if len(full) < 2 or not (_USUAL_CHARS.fullmatch(full) or all(map(is_chinese, full))):
        return ""
    if len(full) > 2 and full[0] in _COMPOUND_STARTS:
        for length in _COMPOUND_LENGTHS:
            if length < len(full) and full[:length].translate(SIMPLIFIED) in COMPOUND_SURNAMES:
                return full[:length]
    return full[0]
