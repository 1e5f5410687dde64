"""What the pages say, in Chinese and English: `words.json` has each text by its key, in this order."""

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, assert_never
from zoneinfo import ZoneInfo

import attrs

from resume_visibility import Language
from resume_visibility.model import IpRegion

_WORDS: dict[str, list[str]] = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
_ORDER = (Language.ZH, Language.EN)
_COMMAS = {Language.ZH: "、", Language.EN: ", "}
_BEIJING = ZoneInfo("Asia/Shanghai")


@attrs.frozen
class Words:
    """The texts of one language; called with a key and what is to stand in its text."""

    language: Language

    def __call__(self, key: str, **names: object) -> str:
        """The text of a key."""
        return _WORDS[key][_ORDER.index(self.language)].format(**names)

    def listed(self, texts: Iterable[str]) -> str:
        """Several texts as one."""
        return _COMMAS[self.language].join(texts)

    def moment(self, at: datetime) -> str:
        """An instant, by the clock of Beijing."""
        with suppress(OverflowError):  # the end of time, by which some stores say for ever
            at = at.astimezone(_BEIJING)
        return f"{at:%Y-%m-%d %H:%M}"

    def _region(self, code: str) -> str:
        """An IP region. It has a name in Chinese alone."""
        match self.language:
            case Language.ZH:
                return IpRegion(code).province or code
            case Language.EN:
                return code
            case _:
                assert_never(self.language)

    def readable(self, field: str, value: Any) -> str:
        """A value of a view's JSON as a reader would have it.

        Args:
            field: its name, which says how a choice is called.
            value: text, number, boolean, list, or one of the small objects.
        """
        match value:
            case None:
                return "—"
            case bool():
                return self("yes" if value else "no")
            case list():
                return self.listed(self.readable(field, one) for one in value)
            case {"start": start}:
                return f"{start} – {value.get('end') or self('until now')}"
            case {"low": low}:
                high = value.get("high")
                until = "+" if high is None else f" – {high:,}"
                return f"{low:,}{until} {value.get('currency', 'CNY')}"
            case {"e164": number}:
                extension = value.get("extension")
                return (
                    number
                    if extension is None
                    else self("extended number", number=number, extension=extension)
                )
            case {"number": number, "valid_until": until}:
                until = self.moment(datetime.fromisoformat(until))
                return self("number until", number=self.readable(field, number), until=until)
            case str() if field == "ip_region":
                return self._region(value)
            case dict():
                return self.listed(self.readable(name, one) for name, one in value.items())
            case _:
                chosen = _WORDS.get(f"{field}.{value}")
                return str(value) if chosen is None else chosen[_ORDER.index(self.language)]
