"""Text as a spreadsheet may hold it: none of it is taken for a formula, and none of it is lost (EXPORT-1).

A spreadsheet takes a cell that begins with =, +, - or @ for a formula, whoever typed it: it can fetch from the network, or
start a program. In CSV such a text gets an apostrophe in front. In a workbook every text is marked as text, and
only signs that XML cannot hold are spelled in another way.
"""

import re
from collections.abc import Iterator

_FORMULA_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩⩵⩶\u2260"
"""The signs that begin a formula: in the usual shape, in shapes that a spreadsheet may take for it, or that decompose into it."""

_UNSEEN_SIGNS = (
    '"\\x00-\\x08\\x0b\\x0c\\x0e-\\x20\\x7f-\\xa0\\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u1680'
    "\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""The signs that may stand before it: spaces, controls, all signs without a shape (Default_Ignorable_Code_Point), quotation marks."""

_CELL_ENDS = "\\t\\n\\r,;|"
"""The signs that end a cell for a reader of CSV with another separator than the comma, as Excel in many countries."""

_FORMULA_START = re.compile(
    f"^(?='*(?:[\\t\\n\\r]|[{_UNSEEN_SIGNS}\\t\\n\\r]*[{_FORMULA_SIGNS}]))|(?<=[{_CELL_ENDS}])(?='*[{_UNSEEN_SIGNS}]*[{_FORMULA_SIGNS}])"
)


def defuse(text: str) -> str:
    """A text for a cell of CSV: with an apostrophe before everything that a spreadsheet would take for a formula.

    An apostrophe is set at the beginning of the text, and behind each sign that ends a cell for some reader. A text that has such
    an apostrophe already gets another one: to remove one everywhere gives the text back.

    Args:
        text: any; "+8613800138000" becomes "'+8613800138000".
    """
    return _FORMULA_START.sub("'", text)


_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MAX_ESCAPE_LENGTH = len("_x0000_")

MAX_CELL_CHARS = 32_767
"""The characters that a cell of a workbook holds; a character beyond the basic plane counts as two."""


def split_for_workbook(text: str) -> Iterator[str]:
    """A text for cells of a workbook: one piece, or several if it is too long.

    Signs that XML cannot hold are written as Excel writes them, "_x0001_". Text that looks like this is written so, too.

    Args:
        text: any.
    """
    if len(text) * _MAX_ESCAPE_LENGTH <= MAX_CELL_CHARS:
        yield _escape(text)
        return
    start, used = 0, 0
    for at, sign in enumerate(text):
        size = _MAX_ESCAPE_LENGTH if sign == "_" or _NOT_IN_XML.match(sign) else 1 + (sign > "\uffff")
        if used + size > MAX_CELL_CHARS:
            yield _escape(text[start:at])
            start, used = at, 0
        used += size
    yield _escape(text[start:])


def _escape(text: str) -> str:
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
