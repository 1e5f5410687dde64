"""The quick looks that spare the slow ones: none of them passes over what the slow one finds."""

import re
from itertools import product
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from scorer import rows

from each import each
from resume_visibility.text import find, find_among
from resume_visibility.text.addresses import GLUED_SIGNS, MAIL_SIGN, MAIL_WORDS
from resume_visibility.text.finding import _find
from resume_visibility.text.fold import fold
from resume_visibility.text.judgement import CUES
from resume_visibility.text.known import NOTHING
from resume_visibility.text.numbers import (
    _DIGIT_SIGNALS,
    _JOINING,
    _MASKED,
    _PINYIN,
    _SHIFTED_KEYS,
    _SPELLED_BEHIND_E,
    DISGUISES,
    HOMOPHONE_NUMBER,
    number_signal_places,
)
from resume_visibility.text.patterns import Lexicon, Word, choice, plain_in
from resume_visibility.text.platforms import SPLIT_LETTERS, split_letters, terms_of
from resume_visibility.text.signals import (
    _ACCOUNT_SIGN,
    _has_account_sign,
    _mail_signal_places,
    may_hold_contact,
    signal_places,
    suspected,
)

RAW = [row.text for path in (Path(__file__).parent / "sets").glob("*.jsonl") for row in rows(path)]
ROWS = [*map(fold, RAW)]
WORDS = (*terms_of(("青鸟坐标",)).han, *CUES)
LEXICON = Lexicon(WORDS)
WHOLE = re.compile(choice(word.pattern() for word in WORDS))

pieces = st.one_of(
    st.sampled_from(WORDS).flatmap(lambda word: st.tuples(*map(st.sampled_from, word.letters))).map("".join),
    st.sampled_from(sorted({letter for word in WORDS for some in word.letters for letter in some})),
    st.sampled_from(" ，-\n.v"),
)
letters = st.text("ab1 .-_\n，微\u00e9", max_size=12)


def assert_finds_the_same(text: str, begin: int = 0) -> None:
    """The lexicon finds what one pattern of all its words finds."""
    found = [*LEXICON.find(text, begin)]
    assert found == [match.span() for match in WHOLE.finditer(text, begin)]


def test_the_lexicon_finds_in_every_sentence_what_one_pattern_of_all_words_finds() -> None:
    """To find a word by its rarest letter only saves time."""
    for text in ROWS:
        assert_finds_the_same(text)


@given(st.lists(pieces, max_size=12).map("".join), st.integers(0, 6))
def test_the_lexicon_finds_in_any_text_what_one_pattern_of_all_words_finds(text: str, begin: int) -> None:
    """Also where words overlap, are spaced, or stand before the stretch that is read."""
    assert_finds_the_same(text, begin)


@given(st.sampled_from(WORDS), st.lists(pieces, max_size=6))
@example(Word("📞"), ["打", "，"])
def test_a_lexicon_of_one_word_finds_it(word: Word, around: list[str]) -> None:
    """Whatever else there is none of: words whose rarest letter is the first, words of one letter, spaced words."""
    text = "".join((*around, *(letters[0] for letters in word.letters), *around))
    found = [*Lexicon([word]).find(text)]
    assert found == [match.span() for match in re.finditer(word.pattern(), text)]


@given(letters, letters)
def test_no_letters_written_one_by_one_are_passed_over(before: str, text: str) -> None:
    """Whatever parts them, wherever the line ends, and in a stretch of a text."""
    stream, begin = before + text, len(before)
    found = [match.span() for match in split_letters(stream, begin, len(stream), plain_in(text).kinds)]
    assert found == [match.span() for match in SPLIT_LETTERS.finditer(stream, begin)]


BEHIND_HAN = re.compile(
    "[a-z](?=[a-z]{2})(?:" + "|".join(f"(?<=[\u3400-\u9fff][^a-z]{{{far}}}.)" for far in range(9)) + ")"
)


@given(st.text("ab中 ，\n", max_size=40), st.integers(0, 12), st.integers(0, 40))
def test_a_word_behind_a_chinese_character_is_odd(text: str, start: int, stop: int) -> None:
    """As one pattern of every distance finds it, also where the character stands before the stretch."""
    assert _has_account_sign(text, start, stop) == bool(
        BEHIND_HAN.search(text, start, stop) or _ACCOUNT_SIGN.search(text, start, stop)
    )


def test_a_sentence_that_names_a_platform_is_read_for_names() -> None:
    """A built-in one, or one that the caller named."""
    assert _has_account_sign("抖音知水", 0, 4)
    assert not _has_account_sign("工位通知水", 0, 5)
    assert _has_account_sign("工位通知水", 0, 5, ("工位通",))


def test_marks_and_shares_signal_no_number() -> None:
    """Nearly every resume of a student has them: points part the digits of a decimal, and words those of a number."""
    assert signal_places("gpa 3.7/4.0，专业前 12%").numbers == []
    assert signal_places("1或3或9").numbers != []


BITS = [*"01356 8.@#([<{!$*&xeyqo\n，。点邮圈连合顺依要三亿两洞\u00e9"]
BITS += [
    "one",
    "three",
    "oh",
    "yi",
    "san",
    "com",
    "dot",
    "163",
    "qq",
    "together",
    "order",
    "in ",
    "at",
    "起来",
    "顺序",
]


def assert_passes_over_nothing(stream: str) -> None:
    """The patterns of what a number or an address is never without, and the detectors' own, find no sign that the look passes over."""
    plain = plain_in(stream)
    numbers, mails = (
        number_signal_places(stream, plain),
        _mail_signal_places(stream, plain, MAIL_WORDS.intersection(plain.words)),
    )
    for pattern in (
        _DIGIT_SIGNALS,
        _SPELLED_BEHIND_E,
        _PINYIN,
        *(pattern for pattern, part, *_ in DISGUISES if part == 0),
    ):
        assert {match.start() for match in pattern.finditer(stream)} <= {*numbers}, pattern.pattern
    assert {match.start() for match in MAIL_SIGN.finditer(stream)} <= {*mails}
    assert not any(sign in stream for sign in GLUED_SIGNS) or mails


def test_no_look_at_what_is_plain_passes_over_a_short_sign() -> None:
    """Whatever two things stand side by side."""
    for pair in product(BITS, repeat=2):
        assert_passes_over_nothing("".join(pair))


@given(st.lists(st.sampled_from(BITS), max_size=24).map("".join))
def test_no_look_at_what_is_plain_passes_over_a_long_sign(stream: str) -> None:
    """Nor over what is many characters long."""
    assert_passes_over_nothing(stream)


def test_nothing_is_found_in_what_is_cleared() -> None:
    """A text of which nobody is known is read where it is suspected; where it is not, reading it would find nothing."""
    for text in RAW:
        if suspected(text, ()) is None:
            assert _find(text, NOTHING, ()) == ()


@given(st.from_regex(_MASKED.pattern, fullmatch=True) | st.from_regex(_SHIFTED_KEYS.pattern, fullmatch=True))
def test_numbers_in_disguise_are_signalled(text: str) -> None:
    """Masked ones, those with letters laced through them, and those on shifted keys."""
    assert number_signal_places(text, plain_in(text))


@example("要妻三妻妻五妻妻六妻妻")
@given(st.from_regex(HOMOPHONE_NUMBER.pattern, fullmatch=True))
def test_characters_that_sound_like_a_number_carry_one(text: str) -> None:
    """Also where no three of them in a row are characters that only sound like digits."""
    assert may_hold_contact(text)


@given(st.from_regex(_JOINING.pattern, fullmatch=True))
def test_nothing_that_puts_a_number_together_is_passed_over(text: str) -> None:
    """The signs that are looked for first stand in whatever the pattern finds."""
    assert number_signal_places(text, plain_in(text))


@each("text", ["HKID R640258", "HKIC: R640258", "NRIC 987654", "cpf：640258", "マイナンバー：987654"])
def test_a_document_of_six_figures_is_signalled_by_its_name(text: str) -> None:
    """Six figures signal no number by themselves; alone or beside other texts, the name of the document does."""
    assert find(text) == find_among(["办公室", text])[text] != ()
