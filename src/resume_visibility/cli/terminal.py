"""Texts as a terminal may show them: none of their signs is obeyed, and none makes two lines of one."""

import re

_OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_PARTING = re.compile("[\t\n]")


def unobeyed(text: str) -> str:
    """A text in which signs that a terminal obeys, or shows in another order, are escaped as in JSON: a candidate may have typed them."""
    return _OBEYED.sub(_escaped, text)


def in_one_line(name: str) -> str:
    """The same of a name that stands in a line: also the end of a line is escaped, behind which a name could say anything.

    Args:
        name: of a file, or an argument: whoever named the file may not be whoever runs the command.
    """
    return _PARTING.sub(_escaped, unobeyed(name))


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
