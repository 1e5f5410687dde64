"""Looking at many texts together misses nothing that looking at each finds."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from once import redacted
from prose import prose
from scorer import rows
from test_properties import near_misses

from each import each
from known_names import known, redact_own
from pace import examples
from resume_visibility.text import Known, Names, find, find_among, redact, suspects

ROWS = [row.text for path in (Path(__file__).parent / "sets").glob("*.jsonl") for row in rows(path)]
PROSE = list(prose(300, 3))
OWN = ("13800138000",)
OWN_EMAIL = ("zhang.san@example.com",)


def test_no_sentence_of_the_sets_is_cleared_beside_others() -> None:
    """Whatever stands before and after it, a sentence that would be changed alone is a suspect."""
    changed = {text for text in ROWS if redacted(text) != text}
    assert changed
    draw = random.Random(5)
    for _ in range(examples(2)):
        texts = ROWS + PROSE
        draw.shuffle(texts)
        for start in range(0, len(texts), 12):
            group = texts[start : start + 12]
            assert changed.intersection(group) <= set(suspects(group))


@given(st.lists(st.one_of(near_misses, st.sampled_from(ROWS), st.text(max_size=30)), max_size=6))
@example(["订单号", "13800138000"])
@example(["13800138000", "元"])
@example(["微信", "zhang_88"])
@example(
    ["信用代码91310115MA1H7XK12T，注册资本500万元", "my number's last four are 0187, the rest is 415555"]
)
@example(["采用率13.5%", "电话前半段写这里：191000。性格开朗，能吃苦。后半段写这里：04437。"])
def test_a_text_that_would_be_changed_is_a_suspect(texts: list[str]) -> None:
    """For any texts side by side."""
    changed = {text for text in texts if redact(text) is not text}
    assert changed <= set(suspects(texts))


@given(st.lists(st.one_of(near_misses, st.sampled_from(ROWS)), max_size=4), st.integers(0, 4))
@example(["1390013", "8000"], 1)
def test_the_own_number_and_address_make_a_suspect(texts: list[str], at: int) -> None:
    """Wherever they are typed, in any of these writings, beside any texts."""
    for own in ("138 0013 8000", "一三八零零一三八零零零", "1380O138OOO", "zhang dot san at example点com"):
        beside = [*texts[:at], own, *texts[at:]]
        changed = {text for text in beside if redact_own(text, OWN, OWN_EMAIL) != text}
        assert own in changed
        assert changed <= set(suspects(beside, known(OWN, OWN_EMAIL)))


@pytest.mark.parametrize("seed", range(3))
def test_beside_others_a_text_gives_away_what_it_gives_away_alone(seed: int) -> None:
    """Not only the same texts are suspects: the same stretches are found in them, with the same tags."""
    draw = random.Random(seed)
    texts = draw.sample(ROWS, 600) + PROSE
    draw.shuffle(texts)
    owned = known(OWN, OWN_EMAIL)
    for start in range(0, len(texts), 20):
        group = texts[start : start + 20]
        found = find_among(group, owned, ("脉聊号",))
        assert {text: set(some) for text, some in found.items()} == {
            text: set(find(text, owned, ("脉聊号",))) for text in group
        }


def test_no_sign_stands_between_two_texts() -> None:
    """However far before its end a text says that digits are read together."""
    for left in range(40):
        group = ["办公室", f"1380013，8000连起来读{'好' * left}", "市场部"]
        assert {text: find(text) for text in group} == find_among(group)


def test_a_detail_of_any_kind_makes_a_suspect() -> None:
    """Whatever the viewer was granted: what is stated of mail in one text must not clear an account in the next."""
    texts = ["邮箱 zhang@example.com", "电话 13900139000", "没有别的", "同款账号%@linxi.draw"]
    assert set(suspects(texts)) == {text for text in texts if text != "没有别的"}


def test_a_platforms_own_kind_of_account_makes_a_suspect() -> None:
    """With the names that the platform gives, as in one text alone."""
    texts = ["脉聊号：zhang_88", "脉聊号是什么"]
    assert list(suspects(texts, accounts=("脉聊号",))) == ["脉聊号：zhang_88"]


def test_texts_without_a_sign_of_anything_are_cleared() -> None:
    """Nothing at all is found in nothing."""
    assert suspects([]) == suspects(["团队管理", "项目管理"]) == {}


def test_what_speaks_of_identity_in_one_text_reads_no_other() -> None:
    """Around its parts everything is read, up to the end of the text they stand in: alone it gives away the same."""
    alone = "area 312, exchange 555, subscriber 0164"
    assert find_among([alone, "身份证：420111 19950618 2010"])[alone] == find(alone)


def test_digits_of_two_shapes_make_a_suspect() -> None:
    """The own number among digits of another shape, none of which stand beside each other."""
    hidden = "１2３4８5０6０7１8３9８1０2０3０"
    owned = known(OWN, ())
    assert find(hidden, owned) == find_among(["办公室", hidden], owned)[hidden] != ()


def test_PHONE_1_digits_in_words_with_any_words_between_make_a_suspect() -> None:
    """The quick look at many texts knows that words for digits may stand one by one."""
    spelled = " and ".join(("one", "three", "eight", "zero", "zero") * 2) + " and zero"
    owned = known(OWN, ())
    assert find_among(["办公室", spelled], owned)[spelled] == find(spelled, owned) != ()


def test_NAME_4_a_given_name_in_the_other_script_makes_a_suspect() -> None:
    """Where its surname stands nowhere, what a text begins with is compared in one script."""
    named = Known(names=Names(["黄鸿韬"]))
    assert find_among(["办公室", "我叫鴻韜"], named)["我叫鴻韜"] == find("我叫鴻韜", named) != ()


def test_a_part_of_a_name_in_letters_of_two_scripts_makes_a_suspect() -> None:
    """Alone in its text, and beside a number that makes one."""
    named = Known(numbers=known(OWN, ()).numbers, names=Names(["Lena Vasquez"]))
    for text in ("First name: L\u0435na", "First name: L\u0435na, 13800138000"):
        assert find_among(["办公室", text], named)[text] == find(text, named) != ()


@each("beside", ["证件", "身份", "户口", "18位"])
@each(
    "text",
    ["HKID R640258", "begins 136000 (keep reading) and finishes 08812", "340104开头", "身份340104开头"],
)
def test_what_stands_beside_a_text_says_nothing_of_its_figures(text: str, beside: str) -> None:
    """LAW-8: a word that speaks of identity numbers opens its own text alone, so that a row is as the view is."""
    assert find_among([text, beside])[text] == find(text)


def test_NAME_4_a_part_of_one_of_many_names_makes_a_suspect_in_traditional_characters() -> None:
    """NAME-4: of many names few may stand in a text; those that are written in the other script are among them."""
    others = [f"赵{given}强" for given in "东南西北春夏秋冬江河湖海山石田木水火土金"]
    many = Known(names=Names(["欧阳弥", *others]))
    assert find_among(["我叫彌。"], many) == {"我叫彌。": find("我叫彌。", many)}
    assert find("我叫彌。", many) != ()
