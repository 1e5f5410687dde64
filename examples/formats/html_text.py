"""What is to be read in HTML."""

import re
from html import unescape


def plain_text(html: str) -> str:
    """A text without its tags. A sign < that begins none stays, with what is behind it."""
    return unescape(re.sub(r"<[^<>]*>", " ", html)).strip()
