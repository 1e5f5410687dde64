"""What a reader sees: directions resolved as a renderer does, no text shows the own number or name (PHONE-1, NAME-4).

The Unicode bidirectional algorithm is that of python-bidi, a library of others.
"""

import re
import unicodedata
from itertools import pairwise

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from pace import examples
from resume_visibility.text import Kind, Known, Names, find, find_among, hide

NUMBER = "13912345678"
NAME = "欧阳思远"
LATIN = "Lena Vasquez"
KNOWN = Known(numbers=((NUMBER, (Kind.PHONE,)),), names=Names((NAME, LATIN)))

MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Every sign of direction."""
STRONG = ("א", "ب", "שלום", "سلام", "abc", "联系", "x", "。", " ", "-", ", ", ":", "(", ")")
"""Letters of either direction, and what takes the direction of its neighbours."""
_SIGN = re.compile("[\\s\\-–—.。,，:：()（）·•*]+")


def seen(text: str) -> list[str]:
    """A text as it stands on a screen, by lines, whichever direction the page has; without what has no width."""
    lines = []
    for line in re.split("[\n\r\u2028\u2029\x0b\x0c\x1c-\x1e\x85]", text):
        for base in ("L", "R"):
            shown = unicodedata.normalize("NFKC", get_display(line, base_dir=base))
            lines.append("".join(c for c in shown if unicodedata.category(c) != "Cf"))
    return lines


def figures(line: str) -> str:
    """A line without the signs that part figures, and each figure as ASCII has it."""
    return "".join(str(unicodedata.decimal(c, c)) for c in _SIGN.sub("", line))


def gives_away(text: str) -> bool:
    """Whether somebody who looks at a text reads the number or one of the names, from left to right."""
    return any(
        NUMBER in figures(line) or NAME in _SIGN.sub("", line) or LATIN in " ".join(line.split())
        for line in seen(text)
    )


def hidden(text: str) -> str:
    """A text as whoever sees neither number nor name is shown it."""
    return hide(text, find(text, KNOWN), frozenset(Kind))


def cut(secret: str) -> st.SearchStrategy[list[str]]:
    """A secret in pieces, in any order, any of them backwards."""

    def pieces(places: set[int]) -> list[str]:
        ends = [0, *sorted(places), len(secret)]
        return [secret[start:end] for start, end in pairwise(ends)]

    return (
        st.sets(st.integers(1, len(secret) - 1), max_size=4)
        .map(pieces)
        .flatmap(lambda parts: st.permutations(parts))
        .flatmap(lambda parts: st.tuples(*(st.sampled_from([part, part[::-1]]) for part in parts)))
        .map(list)
    )


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """A text that has the pieces of a secret in it, with signs of direction and letters of either around them."""
    between = st.lists(st.sampled_from([*MARKS, *STRONG]), max_size=4).map("".join)
    text = draw(between)
    for piece in draw(st.sampled_from([NUMBER, NAME, LATIN]).flatmap(cut)):
        text += piece + draw(between)
    return text


@settings(max_examples=examples(600))
@given(disguised())
def test_PHONE_1_nothing_on_the_screen_shows_it(text: str) -> None:
    """However the pieces of a number or name are turned, a reader does not see it in what is left."""
    assert not gives_away(hidden(text))


def test_the_property_sees_what_is_turned() -> None:
    """The reader of the screen finds a number and a name in texts that do not hold them as they are written."""
    turned = f"\u202e{NUMBER[::-1]}\u202c"
    assert NUMBER not in turned
    assert gives_away(turned)
    assert gives_away(f"א {NUMBER[8:]} {NUMBER[4:8]} {NUMBER[:4]} ב")
    assert gives_away(f"\u202e{NAME[::-1]}")
    assert gives_away(f"\u2067{LATIN}\u2069")
    assert not gives_away("联系 1391234")


PARTED = st.sampled_from([" ", "，", "、", "(", "。", "-", ".", " - "])


@settings(max_examples=examples(300))
@given(st.sets(st.integers(1, len(NUMBER) - 1), min_size=1, max_size=3), PARTED, st.data())
def test_PHONE_1_a_page_that_is_read_from_the_right_puts_no_groups_together(
    places: set[int], parted: str, data: st.DataObject
) -> None:
    """There the groups before the first letter stand in reverse; further digits may stand before them and behind."""
    ends = [0, *sorted(places), len(NUMBER)]
    pieces = [NUMBER[start:end] for start, end in pairwise(ends)]
    before, behind = (data.draw(st.sampled_from(["", "7", "41"])) for _ in range(2))
    text = data.draw(st.sampled_from(["{}", "{} abc", "abc\n{} 张"]))
    text = text.format(before + parted.join(reversed(pieces)) + behind)
    assert not gives_away(hidden(text))
    assert find_among([text, "abc"], KNOWN)[text] == find(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        *("5678 a1391234", "@5678, x 139 1234", "(12345678) 我的号码 139", "5678\n5678：联系1391234\nx"),
        *(
            "3912345678 11",
            "5678 1391234",
            "3912345678\U0001d7fa\U0001d7f7\U0001d7f9 54321931",
            "78 9123456 13 张",
        ),
    ],
)
def test_PHONE_1_a_page_that_is_read_from_the_right_joins_the_ends_of_no_line(text: str) -> None:
    """There the figures before the first letter stand behind the last."""
    assert gives_away(text)
    assert not gives_away(hidden(text))
