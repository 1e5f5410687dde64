"""The languages a view speaks."""

from enum import Enum


class Language(Enum):
    """The language of the display name and of the marks left by redaction."""

    ZH = "zh"
    EN = "en"
