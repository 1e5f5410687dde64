"""What holds for every text, every number and every set of hidden kinds."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import prose
from scorer import rows

from each import each
from known_names import gives_away, redact_own
from resume_visibility.model.language import Language
from resume_visibility.text import CONTACTS, MARKS, Kind, Known, find, hide, redact
from resume_visibility.text.finding import contacts_in
from resume_visibility.text.fold import Effort, fold
from resume_visibility.text.known_numbers import numerals_to_digits
from resume_visibility.text.names import Names
from resume_visibility.text.signals import (
    NOTHING_SIGNALLED,
    may_hold_contact,
    signal_places,
    signalled_spans,
    whole_text,
)

PROSE = tuple(sentence.replace("\n", " ") for sentence in prose(400, 11))
ALL_MARKS = tuple(mark for marks in MARKS.values() for mark in marks.values())

anything = st.text(st.characters(), max_size=60)
TOKENS = (
    *"0123456789一三八零〇oliIOZ -.·/@#_+()（）：,、&;%\\x微信薇vVxXwWqQ加号点我是\n\u200b１①\ud83d\x00双个千",
    *(
        "微信",
        "QQ",
        "电话",
        "手机号",
        "(at)",
        "dot",
        ".com",
        "qq",
        "163",
        "&#49;",
        "%31",
        "\\u0031",
        "1️⃣",
        "zhang",
    ),
    *("订单号", "身份证", "+86", "138", "0013", "8000", "然后", "后四位"),
    " at ",
    "one ",
    *ALL_MARKS,
)
near_misses = st.lists(st.sampled_from(TOKENS), max_size=40).map("".join)
hidden_sets = st.frozensets(st.sampled_from(Kind))

mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
SHAPES = (
    "0123456789",
    "０１２３４５６７８９",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "٠١٢٣٤٥٦٧٨٩",
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
)
SEPARATORS = ("", " ", "-", ".", "·", "/", "*", "😀", "\u200b", "\xad", "——", "…")


SHORT = Names(
    f"{first} {last}"
    for first in ["Al", "An", "Ana", "Asa", "Bea", "Bo", "Ed", "Ina", "Isa", "Lea", "Li", "Ma", "Tom"]
    for last in [
        "Ander",
        "Ann",
        "Baker",
        "Bell",
        "Ito",
        "Lang",
        "Lee",
        "Na",
        "Nelson",
        "Other",
        "Ran",
        "Stone",
        "Sun",
        "Ward",
        "Wu",
        "Xu",
        "Yan",
        "Yi",
    ]
)
"""Of letters as ordinary words are made of."""


def test_LAW_1_no_short_name_is_met_in_prose_by_chance() -> None:
    """Wherever its letters stand in a row, they are in ordinary words."""
    assert [text for text in PROSE if SHORT.places(text)] == []


@st.composite
def details_in_prose(draw: st.DrawFn) -> str:
    """Several details, one behind the other."""
    details = ["13800138000", "zhang@example.com", "微信：zhang_88", "https://t.me/zhang_88"]
    return "，电话邮箱都行。".join(draw(st.permutations(details)))


@given(details_in_prose(), st.randoms(use_true_random=False), hidden_sets)
def test_CONTACT_2_findings_are_hidden_in_whatever_order_they_are_given(
    text: str, random: Random, hidden: frozenset[Kind]
) -> None:
    """CONTACT-2: findings that a service kept in another order leave nothing in the text."""
    found = [*find(text)]
    assert len(found) >= 4
    mixed = random.sample(found, len(found))
    assert hide(text, mixed, hidden) == hide(text, found, hidden)


@st.composite
def disguised_mobiles(draw: st.DrawFn) -> str:
    """A mobile number, its digits of one or several shapes, parted nowhere, usually or everywhere."""
    number = draw(mobiles)
    shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=2))
    digits = [draw(st.sampled_from(shapes))[int(digit)] for digit in number]
    separator = draw(st.sampled_from(SEPARATORS))
    if draw(st.booleans()):
        return separator.join(digits)
    return separator.join(("".join(digits[:3]), "".join(digits[3:7]), "".join(digits[7:])))


def digits_of(text: str) -> str:
    """All digits of a text in their order, as ASCII, Chinese numerals too."""
    return "".join(letter for letter in numerals_to_digits(fold(text)) if letter.isdigit())


def test_every_language_has_a_mark_of_every_kind() -> None:
    """Whatever is found can be hidden in each language (LAW-6). A new language, or kind, has its marks in `_MARKS` of text/kinds.py."""
    assert {language: {*marks} for language, marks in MARKS.items()} == {one: {*Kind} for one in Language}


@given(near_misses | anything, hidden_sets, st.sampled_from(Language))
def test_redaction_is_idempotent(text: str, hidden: frozenset[Kind], language: Language) -> None:
    """A redacted text has nothing left to redact."""
    once = redact(text, hidden, language)
    assert redact(once, hidden, language) == once


def test_a_mark_stands_for_the_finding_that_it_hides() -> None:
    """A sentence that is redacted twice is read as it was before, in either language; hardly any loses a word more."""
    path = Path(__file__).parent / "sets" / "dev_12.jsonl"
    kinds = [dict(zip(marks.values(), Kind, strict=True)) for marks in MARKS.values()]
    more = []
    sentences = [row.text for row in rows(path)]
    for sentence in sentences:
        twice = []
        for language, marks in zip(Language, kinds, strict=True):
            once = redact(sentence, language=language)
            left = redact(once, language=language)
            more += [sentence] if left != once else []
            for mark, kind in marks.items():
                left = left.replace(mark, f"<{kind}>")
            twice.append(left)
        assert len({*twice}) == 1
    assert len({*more}) < len(sentences) / 20


@given(near_misses | anything, hidden_sets, hidden_sets)
def test_hiding_more_redacts_more(text: str, some: frozenset[Kind], more: frozenset[Kind]) -> None:
    """What a smaller set of kinds hides, a larger one hides too."""
    kept = redact(text, some)
    for mark in ALL_MARKS:
        kept = kept.replace(mark, "\n")
    rest = redact(text, some | more)
    for mark in ALL_MARKS:
        rest = rest.replace(mark, "\n")
    at = 0
    for letter in rest:
        if letter != "\n":
            at = kept.find(letter, at) + 1
            assert at


@given(st.text(st.characters(exclude_characters="@&%", exclude_categories=["N", "L", "C", "S", "M", "P"])))
def test_a_text_without_any_carrier_is_the_same_object(text: str) -> None:
    """Where nothing could carry a contact detail, the text itself comes back."""
    assert redact(text) is text


@given(
    st.lists(
        st.sampled_from("负责公司核心交易系统的架构设计与开发，。；：！？（）《》、\n"), max_size=300
    ).map("".join)
)
def test_han_prose_without_numerals_is_the_same_object(text: str) -> None:
    """Chinese prose without a numeral comes back itself."""
    assert redact(text) is text


@given(st.sampled_from(PROSE), disguised_mobiles(), st.sampled_from(PROSE))
def test_a_disguised_number_in_prose_is_gone(before: str, number: str, after: str) -> None:
    """A generated number in a generated disguise between sentences of prose leaves them whole, and goes."""
    text = f"{before}。电话：{number}。{after}"
    mark = MARKS[Language.ZH][Kind.PHONE]
    assert redact(text) == f"{before}。电话：{mark}。{after}"


@given(st.sampled_from(PROSE), disguised_mobiles(), st.sampled_from(PROSE))
def test_the_own_number_is_gone_from_anything(before: str, number: str, after: str) -> None:
    """The candidate's own number goes whatever touches it."""
    own = digits_of(number)
    left = redact_own(f"{before}9{number}9{after}", (own,), ())
    assert own not in digits_of(left).replace(" ", "") or own in digits_of(before + after)


@given(near_misses | anything)
def test_no_input_raises(text: str) -> None:
    """Any string has a redaction, lone surrogates and controls included."""
    for hidden in (CONTACTS, frozenset({Kind.PHONE})):
        redact(text, hidden)
    redact_own(text, ("13800138000",), ("zhang@example.com",))
    gives_away(text, CONTACTS)


@given(near_misses | anything)
def test_the_rest_of_the_text_is_unchanged(text: str) -> None:
    """Between the marks stands what stood there, in its order."""
    left = redact(text)
    for mark in ALL_MARKS:
        left = left.replace(mark, "\x00" * 3)
    at = 0
    for piece in filter(None, left.split("\x00\x00\x00")):
        source = text
        found = source.find(piece, at)
        assert found >= 0 or any(mark in text for mark in ALL_MARKS)
        at = max(at, found + len(piece))


@given(near_misses)
def test_every_finding_is_a_stretch_of_the_text(text: str) -> None:
    """What is found lies within the text, and no finding is empty."""
    for finding in find(text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.tags


@pytest.mark.parametrize("seed", range(3))
def test_the_signals_let_through_what_a_detector_would_find(seed: int) -> None:
    """In prose nothing is found that was not signalled."""
    for sentence in prose(300, seed):
        stream = fold(sentence)
        signalled = (
            signalled_spans(stream, signal_places(stream))
            if may_hold_contact(sentence)
            else NOTHING_SIGNALLED
        )
        whole, near = (
            contacts_in(stream, one, Effort(len(stream))) for one in (whole_text(stream), signalled)
        )
        assert bool(whole) == bool(near)


# --- Beside a name ---------------------------------------------------------------------------------------------------

SENTENCES = tuple(
    json.loads(row)["text"]
    for row in Path(__file__).with_name("sets").joinpath("dev.jsonl").read_text(encoding="utf-8").splitlines()
)
given_names = st.text(
    "思远国华建军芳娜秀英敏静丽磊洋勇艳娟涛超修竹明月欣怡梓涵浩宇佳慧晨曦嘉豪瑞雪婷俊杰鑫宁帆",
    min_size=2,
    max_size=2,
)


def beside(sentence: str, name: str) -> str:
    """What is left of a sentence in which a known name stands for the star."""
    return redact(sentence.replace("*", name), known=Known(names=Names([name])))


@each(
    ("sentence", "one", "other"),
    [
        ("*。[e-mail hidden] [name hidden]", "欧阳明月", "欧阳修竹"),
        ("，*，微博：@设计师老唐不加班", "欧阳桐嘉", "欧阳梓佳"),
        ("Area code is 206 like all of Seattle, then 4\n*\n18, and then 1987.", "欧阳艳婷", "欧阳超月"),
    ],
)
def test_LAW_1_nothing_beside_a_name_is_judged_by_its_letters(sentence: str, one: str, other: str) -> None:
    """Clauses, accounts and numbers in pieces were: a reader saw by what was hidden beside a name whose it may be."""
    assert beside(sentence, one) == beside(sentence, other)


@given(
    st.sampled_from(SENTENCES),
    given_names,
    given_names,
    st.sampled_from(["，", "。", "\n", " "]),
    st.booleans(),
)
def test_LAW_1_names_of_one_length_leave_the_same(
    sentence: str, one: str, other: str, sign: str, first: bool
) -> None:
    """Whatever a sentence gives away, and whichever of two names stands before or behind it."""
    bare = sentence.replace("*", "")
    whole = f"*{sign}{bare}" if first else f"{bare}{sign}*"
    assert beside(whole, f"欧阳{one}") == beside(whole, f"欧阳{other}")
