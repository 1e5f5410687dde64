"""The languages a view speaks."""

from .building import Choice


class Language(Choice):
    """The language of the display name and of the marks left by redaction."""

    ZH = "zh"
    EN = "en"
