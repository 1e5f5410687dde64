"""The terms of texts: what a reader takes for a word is found by it, and no engine cuts it again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from resume_visibility.lists.tokens import MAX_CHARS, MAX_TERM_LENGTH, terms

WRITTEN = {
    "后端架构师": ("后端", "端架", "架构", "构师"),
    "云": ("云",),
    "ＩＣＵ护士": ("icu", "护士"),
    "Java17 与 Go": ("java17", "与", "go"),
    "C++、C#，C": ("cplusplus", "csharp", "c"),
    "C++11": ("cplusplus", "11"),
    "Node.js 8.0": ("node", "js", "8", "0"),
    "CET-6（优秀）": ("cet", "6", "优秀"),
    "STRASSE Straße": ("strasse", "strasse"),
    "カタ・ｶﾀｶﾅ": ("カタ", "カタ", "タカ", "カナ"),
    "한국어": ("한국", "국어"),
    "हिन्दी 7": ("हिनदी", "7"),
    "清\u200b结算": ("清结", "结算"),
    "𰻝𰻝面": ("𰻝𰻝", "𰻝面"),
    "清结算\n平台": ("清结", "结算", "平台"),
    "，。！ ——": (),
    "": (),
}


@each("text, expected", list(WRITTEN.items()))
def test_terms_are_words_figures_and_pairs(text: str, expected: tuple[str, ...]) -> None:
    """Words and figures are terms, and so is each pair of characters in a run of a script without spaces."""
    assert terms(text) == expected


@given(st.text())
def test_a_term_is_a_word_to_every_engine(text: str) -> None:
    """A term holds no space, no sign and no upper case, and at most so many characters."""
    for term in terms(text):
        assert term
        assert not re.search(r"[\s\x00-\x2f\x3a-\x60\x7b-\x7f]", term)
        assert len(term) <= MAX_TERM_LENGTH + len("plusplus")


@given(st.text(st.sampled_from("架构师云JavaC+#7 ,。ー"), max_size=30))
def test_the_terms_of_terms_are_the_same(text: str) -> None:
    """What was made of a text can be read again: its terms, written one after the other, have themselves as terms."""
    assert terms(" ".join(terms(text))) == terms(text)


@given(st.text(), st.text())
def test_a_text_is_found_by_what_stands_in_it(one: str, other: str) -> None:
    """Each of two texts is found in both together, parted by a space."""
    assert {*terms(one), *terms(other)} == {*terms(f"{one} {other}")}


@pytest.mark.parametrize("text", ["架" * 10 * MAX_CHARS, "a" * 10 * MAX_CHARS, "ﷺ" * MAX_CHARS])
def test_terms_are_bounded(text: str) -> None:
    """However long a text is, so much of it is read; however long a word is, so much of it is a term."""
    found = terms(text)
    assert len(found) <= 18 * MAX_CHARS
    assert max(map(len, found)) <= MAX_TERM_LENGTH
