"""Contact details typed into free text, found whatever their disguise and redacted (CONTACT-2)."""

# Provisional, until the engine lands in this file.
import re
from enum import Enum

from ...model.language import Language


class Detail(Enum):
    """A kind of contact detail."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    NATIONAL_ID = "national_id"


def redact(text: str, hidden: frozenset[Detail] = frozenset(Detail), language: Language = Language.ZH) -> str:
    """Provisional."""
    return re.sub(r"1[3-9]\d{9}", "[手机号已隐藏]", text) if Detail.PHONE in hidden else text


def redact_own(text: str, numbers: tuple[str, ...], emails: tuple[str, ...], language: Language) -> str:
    """Provisional."""
    for own in (*numbers, *emails):
        text = text.replace(own, "[已隐藏]")
    return text


def link_gives_contact(url: str, hidden: frozenset[Detail]) -> bool:
    """Provisional."""
    return re.search(r"1[3-9]\d{9}", url) is not None and Detail.PHONE in hidden
