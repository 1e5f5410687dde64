"""What redaction makes of the sentences of the sets: several tests ask, each of every sentence."""

from functools import cache

from resume_visibility.text import redact


@cache
def redacted(text: str) -> str:
    """The text as `redact` gives it."""
    return redact(text)
