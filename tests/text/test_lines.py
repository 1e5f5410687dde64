"""What a sentence says does not depend on those around it: hardly any resume consists of one."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scorer import Row, rows

from each import each
from resume_visibility.text import Kind, find, judgement, redact
from resume_visibility.text.platforms import terms_of

SETS = Path(__file__).parent / "sets"
LINES = (
    "Managed social media for clients.",
    "Led a team of engineers.",
    "Improved sales by 12 %.",
    "Trained new staff.",
    "28001 Madrid",
    "2021 - 2023",
    "本科，市场营销专业",
    "求职意向：新媒体运营",
    "2019年起负责后端服务。",
)


def is_found(row: Row, before: str = "", behind: str = "") -> bool:
    """Whether some of each detail of a sentence is found between other texts."""
    text = f"{before}{row.text}{behind}"
    found = find(text)
    places = [(at := len(before) + row.text.index(one.text), at + len(one.text)) for one in row.spans]
    return all(any(one.start < stop and one.end > start for one in found) for start, stop in places)


@pytest.mark.parametrize("joint", ["\n", " "])
def test_a_plain_detail_is_found_whatever_the_sentences_around_it_say(joint: str) -> None:
    """Of a sample of the sets that are worked with, not more than one in a hundred may depend on another sentence."""
    paths = [SETS / "dev.jsonl", *(SETS / f"dev_{one}.jsonl" for one in (2, 4, 8, 12, 20, 24, 29))]
    plain = [row for path in paths for row in rows(path) if row.grade == "plain"]
    chosen = [row for row in Random(7).sample(plain, 200) if is_found(row)]
    lost = [
        row
        for row in chosen
        for line in LINES
        if not (
            is_found(row, before=f"{line.rstrip('。.')}{'.' if line.isascii() else '。'}{joint}")
            and is_found(row, behind=f"{'' if joint == chr(10) else '。'}{joint}{line}")
        )
    ]
    assert len(chosen) > 180
    assert len({row.text for row in lost}) <= len(chosen) / 100


@each(
    "text",
    [
        "Weixin ID paula-teach-en",
        "FB rosaknits3",
        "Bilibili UID 33610492",
        "微信：长安砌墙人",
        "Telegram: anna underscore welds",
        "DM sam_voxel on Discord for the level-design reel.",
        "kwame.solar is my Skype",
        "Message @dee.codes for samples",
        "id:tg_x_7, message me",
        "My YouTube channel, Brakes and Biscuits, covers home repair of older cars.",
    ],
)
def test_CONTACT_2_an_account_is_found_below_a_line_of_work(text: str) -> None:
    """As it is found alone."""
    alone = redact(text)
    assert alone != text
    for line in LINES:
        assert redact(f"{line}\n{text}") == f"{line}\n{alone}"


@given(
    st.sampled_from(["m.fairweather@btinternet.com", "lin@sub.example.com.sg", "a.b@qq.com"]),
    st.text(max_size=30),
)
def test_CONTACT_1_an_address_before_a_full_stop_does_not_go_on_in_the_next_line(
    address: str, line: str
) -> None:
    """Whatever stands there."""
    text = f"I may be reached at {address}.\n{line}"
    found = [
        one
        for one in find(text)
        if Kind.EMAIL in one.tags and one.start <= 20 and one.end >= 20 + len(address)
    ]
    assert found


def test_a_word_in_the_line_behind_an_address_is_no_end_of_its_domain() -> None:
    """Any word may end a domain where the at is sure, but not over a full stop and a line."""
    assert redact("lin@sub.example.com.\nReferences follow") == "[邮箱已隐藏].\nReferences follow"


def test_what_stands_alone_in_its_sentence_is_read_with_those_before() -> None:
    """There a label may stand; a bullet or a full stop is no other word."""
    line = "led a team\n• linyue88.\nand more"
    at = line.index("linyue88")
    assert judgement.own_sentence(line, at, at + 8, 50) == (0, line.index(".\nand"))
    other = line.replace("•", "id")
    at = other.index("linyue88")
    assert judgement.own_sentence(other, at, at + 8, 50) == (other.index("id"), other.index(".\nand"))
    assert judgement.own_sentence(other, at, at + 8, 2) == (at - 2, at + 8)


@each(
    ("text", "begins", "ends"),
    [
        ("done. is 辰 here. more", "done.", ". more"),
        ("完成。is 辰 here！more", "完成。", "！more"),
        ("5 %. is 辰 here", "5 %.", ""),
        ("t.me/?a;b=辰", "", ""),
        ("St. is 辰 v. more", "", ""),
    ],
)
def test_a_sentence_ends_at_its_sign(text: str, begins: str, ends: str) -> None:
    """Not at a query, an entity or an abbreviation."""
    at = text.index("辰")
    first, last = judgement.own_sentence(text, at, at + 1, 50)
    assert (text[:first], text[last:]) == (begins, ends)


@each(
    ("text", "said"),
    [
        ("微信 linyue88 is", "B sure near mixed"),
        ("微信 done. so linyue88 is", "B sure near mixed"),
        ("grade X of linyue88 is", "B short near mixed"),
        ("grade X\nof linyue88 is", "B none mixed"),
    ],
)
def test_a_letter_in_another_sentence_is_short_for_no_platform(text: str, said: str) -> None:
    """Its name says as much there as in the same one."""
    stream, at = text.lower(), text.index("linyue88")
    candidate = judgement.Candidate(at, at + 8, "word")
    assert said in judgement.features(stream, candidate, terms_of().find(stream), stream)


def test_a_platform_behind_is_looked_for_in_the_same_sentence() -> None:
    """In the next one it leads to something else."""
    for stream, is_said in (("linyue88 on 微信", True), ("linyue88 on。微信", False)):
        found = judgement.features(stream, judgement.Candidate(0, 8, "word"), terms_of().find(stream), stream)
        assert ("A sure mixed" in found) is is_said
