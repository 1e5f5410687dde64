"""What is to be read in HTML."""

import re
from html import unescape


def plain_text(html: str) -> str:
    """A text without its tags."""
    return unescape(re.sub(r"<[^>]*>", " ", html)).strip()
