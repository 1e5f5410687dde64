"""The languages of a view, and texts that are written in both."""

from typing import NamedTuple, assert_never

from .arguments import expect
from .building import Choice


class Language(Choice):
    """The language of the display name and of the marks left by redaction."""

    ZH = "zh"
    EN = "en"


class Words(NamedTuple):
    """A text in both languages: neither can be left out.

    Args:
        en: in English.
        zh: in Chinese.
    """

    en: str
    zh: str

    def said(self, language: Language) -> str:
        """The text in a language."""
        expect("language", language, Language)
        match language:
            case Language.ZH:
                return self.zh
            case Language.EN:
                return self.en
            case _:
                assert_never(language)
