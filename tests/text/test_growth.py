"""How much is done for a text grows with its length, and not faster: counted in calls, so that no clock decides.

And what is found is in the same order in every process.
"""

import sys
from itertools import combinations_with_replacement
from pathlib import Path
from types import FrameType
from unittest.mock import patch

import pytest
from test_on_screen import KNOWN as WRITER

from processes import said_in_each
from resume_visibility.text import Kind, Known, Names, beside, find, finding

KNOWN = Known(
    numbers=(("13912345678", (Kind.PHONE,)),),
    emails=(("me@example.com", (Kind.EMAIL,)),),
    homepages=(("https://example.com/me", (Kind.HOMEPAGE,)),),
    names=Names(("欧阳思远", "Lena Vasquez")),
)
UNITS = (
    *(
        "1",
        "13",
        "139",
        "+1",
        "1-",
        "1-2.",
        "(1)",
        "1 2 3 ",
        "13912345678",
        "13912345678 ",
        "139-1234-5678，",
        "1391234",
        "订单号1",
    ),
    *(
        "䨼)9",
        "中)9",
        "中9",
        "a)9",
        "x)9",
        "9)",
        "第9",
        "一二三",
        "壹",
        "①②",
        "１",
        "1\u200b",
        "\u202e1",
        "1\n",
    ),
    *(
        "a",
        "@",
        "a@",
        "a.a.a@",
        "a@b.cn ",
        "a@b.comqq",
        "微信，",
        "微信|QQ\n",
        "抖音,a_b_1\n",
        "后面接1，就是我手机。",
        "昵称",
        "me@example.com ",
        "at ",
        "点",
        "example.com ",
        "me at example dot com ",
    ),
    *(
        "微信",
        "微信:",
        "微信:abc123 ",
        "wx",
        "wx abc123，",
        "vx:a1b2c3 ",
        "qq 12345678 ",
        "telegram @abcde ",
        "微信：王",
        "微信搜“王小”，",
        "微信 12345人 ",
        "飞书搜 ab@cd ",
        "look up ab on qq ",
        "weixin://a ",
        "加我",
    ),
    *(
        "https://",
        "https://a.b/c ",
        "https://wa.me/8613912345678 ",
        "&",
        "&amp;",
        "&#49;",
        "%",
        "%31",
        "\\u0031",
        "%u0031",
        "%u",
        "%D5",
        "%D5%C5",
        "%C3%A9",
        "%E9F",
        "%E5%BC%A0",
        "&#0",
        "&#x0000",
        "&#000049;",
        "\\u{0",
        "\\u{0031}",
        "\\ud83d",
        "\\x31",
        "\\xd5",
        "\\061",
        "\\325\\305",
        "\\345\\274\\240",
        "xn--",
        "xn--ehqpd223d.",
        "xn--a-",
        "[",
        "[电话已隐藏]",
    ),
    *(
        "欧",
        "欧阳思远",
        "欧阳 ",
        "Lena ",
        "Lena Vasquez ",
        "lena.vasquez ",
        "联系我，",
        "reach me outside, ",
        "“abc”",
        "。",
        "，",
        " ",
        "\n",
    ),
    *(
        "身份证110101199001011234 ",
        "110101199001011234",
        "e",
        "E-mail: ",
        "转123 ",
        "ext. 5 ",
        "电话 ",
        "电话1",
        "手机第9连起来",
        "340104身份末0618",
        "末四位5678",
        "反lin@163.com",
        "名思远",
        "example.comQQ1",
    ),
)
"""What hostile texts repeat: digits, signs, words and codes of every room of the finder."""
SHORT = 1500


def calls(text: str) -> int:
    """How many calls looking at a text takes, of Python and of C."""
    number = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find(text, KNOWN)
    finally:
        sys.setprofile(before)
    return number


def repeated(unit: str, size: int) -> str:
    """A text of that many characters that repeats something."""
    return (unit * (size // len(unit) + 1))[:size]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_twice_the_text_takes_twice_the_calls(unit: str) -> None:
    """A text that repeats something, twice as long, takes at most a fifth more than twice as many calls."""
    find(repeated(unit, 2 * SHORT), KNOWN)  # what is made once is made before
    assert calls(repeated(unit, 2 * SHORT)) <= 2.2 * max(calls(repeated(unit, SHORT)), 1000)


PROGRAM = """
import json, sys
sys.path[:0] = {folders!r}
from test_growth import KNOWN, MIXED
from resume_visibility.text import Kind, find, hide
for text in MIXED:
    found = find(text, KNOWN)
    print(json.dumps([[one.start, one.end, one.why, hide(text, found, frozenset(Kind))] for one in found]))
"""
MIXED = tuple("".join(UNITS[at::step]) * 2 for step in (3, 5, 7) for at in range(step))


def test_LAW_6_every_process_finds_in_the_same_order() -> None:
    """Of two findings in one place the same comes first, whatever the addresses and hashes of a process are."""
    program = PROGRAM.format(folders=[str(folder) for folder in Path(__file__).parents[:2]])
    said = said_in_each(program)
    assert len(said) == 1
    assert any(said)


def test_a_long_text_that_is_read_in_many_ways_is_withheld_whole_where_all_of_it_signals() -> None:
    """Each way costs a look at what is signalled. A short text is read in all of them, and so is a long one with few signals."""
    unit = "微信zhang_88，电话13912345678，邮箱 me@example.com；"
    ways = "%E5%BC%A0 C:\\xada [电话已隐藏] "
    short, sparse, dense = (
        ways + unit * 3, ways + unit + "负责架构设计与开发，带领团队。" * 40, (ways + unit) * 10
    )  # fmt: skip
    for text in (short, sparse):
        found = find(text, KNOWN)
        assert found
        assert all(one.end - one.start < len(unit) for one in found)
    assert [(one.start, one.end) for one in find(dense, KNOWN)] == [(0, len(dense))]


def test_a_long_text_that_opens_up_again_and_again_is_looked_at_a_few_times() -> None:
    """Of a repeated text, each look at what is left may find one detail more at its ends."""
    unit = "zhang_88lenaQQ1391234[电话已隐藏]"
    for times in (12, 60):
        with patch.object(finding, "_find_in", wraps=finding._find_in) as look:
            find(unit * times, WRITER)
        assert 3 < look.call_count <= 6


def test_a_text_that_gives_too_many_details_away_is_withheld_whole_however_they_are_found() -> None:
    """What is known of the writer and what looks like a detail are counted together."""
    unit = "电话13912345678，负责架构设计与开发；"
    assert len(find(unit * 100, KNOWN)) == 200
    assert [(one.start, one.end) for one in find(unit * 101, KNOWN)] == [(0, len(unit) * 101)]


def test_what_leads_up_to_a_detail_is_looked_for_near_it() -> None:
    """Of however long a text, and however many details it has, only what stands right before each is read for its label."""
    text = "稳重" * 5_000 + "Tel:13800138000ab"
    start = text.index("13800138000")
    with patch.object(beside, "label_before", wraps=beside.label_before) as look:
        assert beside.span_if_glued(text, start, start + 11) == (text.index("Tel"), start + 11)
    assert all(len(call.args[0]) < 40 for call in look.call_args_list)


WALK = "a/" * 900
STEPS = (
    ("a/" * 9000, Known(homepages=((f"https://{WALK}b", (Kind.HOMEPAGE,)),))),
    (
        f"{'a-' * 9000} bb",
        Known(homepages=tuple((f"https://a-{'a-' * 30}{at}.bb", (Kind.HOMEPAGE,)) for at in range(100))),
    ),
    (
        f"{'a' * 18_000} bb",
        Known(homepages=tuple((f"https://a.bb/{at}", (Kind.HOMEPAGE,)) for at in range(100))),
    ),
    (
        "lena_ " * 3000,
        Known(accounts=tuple((f"lena_{at}", (Kind.MESSENGER,)) for at in range(100, 200))),
    ),
    (
        "l e n a 2 0 " * 1500,
        Known(
            accounts=tuple(
                (f"{'lena20' * many}{'l' * one}", (Kind.MESSENGER,))
                for many in range(1, 20)
                for one in range(2)
            )
        ),
    ),
    ("哈" * 18_000, Known(accounts=tuple(("哈" * many, (Kind.MESSENGER,)) for many in range(3, 100)))),
    (
        "א bcdefghij\n" * 1000,
        Known(names=Names([f"a{''.join(some)}j" for some in combinations_with_replacement("bcdefghi", 4)])),
    ),
    (
        "א abcdefghij\n" * 1000,
        Known(
            names=Names([f"{'abcdefghi' * one}{'j' * two}" for one in range(1, 10) for two in range(1, 40)])
        ),
    ),
)
"""Texts in which what is known begins again and again, and is hardly found."""


@pytest.mark.parametrize("at", range(len(STEPS)))
def test_LAW_6_what_takes_too_many_steps_is_withheld_whole(at: int) -> None:
    """Known addresses and names that begin again and again, and lines that are shown in another order."""
    text, known = STEPS[at]
    found = find(text, known)
    assert [(one.start, one.end, one.why) for one in found] == [(0, len(text), "too much to look at")]


def test_LAW_6_what_gives_too_much_away_is_read_in_one_way() -> None:
    """With a mark in it, a text is read in two ways, and each would find as much before the text is withheld whole."""
    text = "13912345678，" * 120 + "[电话已隐藏]"
    with patch.object(finding, "_find_in", side_effect=finding._find_in) as reads:
        found = find(text, KNOWN)
    assert [one.why for one in found] == ["too much to look at"]
    assert reads.call_count == 1


def test_LAW_6_what_opens_up_counts_among_the_details_of_a_text() -> None:
    """Each number stands in the middle of another one, which opens up when the first is taken out: together they are too many."""
    apart = "138[13912345678]12345678，"
    assert len(find(apart * 100)) == 200
    assert [one.why for one in find(apart * 101)] == ["too much to look at"]
