"""What is rare in writing, found or left alone as it should be."""

import gc
import sys
import unicodedata
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from types import FunctionType, ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from scorer import rows

import resume_visibility.text
from each import each
from resume_visibility.model.language import Language
from resume_visibility.model.values import MobileNumber, PhoneNumber
from resume_visibility.projection.numbers import lines_of, number_writings
from resume_visibility.text import (
    MARKS,
    Finding,
    Kind,
    Known,
    Line,
    Names,
    find,
    find_among,
    find_in_link,
    hide,
    pieces,
    redact,
    suspects,
)
from resume_visibility.text.digits import groups_of
from resume_visibility.text.fold import Effort, Reading, Steps, TooMuch, decodings, fold
from resume_visibility.text.judgement import clause_features
from resume_visibility.text.patterns import HAN_DIGITS

PHONE, EMAIL, ACCOUNT, CLAUSE, NAME, HOMEPAGE = (
    MARKS[Language.ZH][kind]
    for kind in (Kind.PHONE, Kind.EMAIL, Kind.MESSENGER, Kind.CLAUSE, Kind.NAME, Kind.HOMEPAGE)
)
EVERY_KIND = frozenset(Kind)
SETS = Path(__file__).parent / "sets"

# --- Accounts ---------------------------------------------------------------------------------------------------------

WORK = "也做过很多项目，包括支付和推荐系统，后来又去了一家新的公司工作。"


@pytest.mark.parametrize("start", ["", "代号是", " "])
def test_an_account_goes_wherever_it_stands_once_more(start: str) -> None:
    """Nothing leads up to where it stands first, not even a character of the text."""
    assert (
        redact(f"{start}lily_2009{WORK}我的微信：lily_2009") == f"{start}{ACCOUNT}{WORK}我的微信：{ACCOUNT}"
    )


def test_an_account_within_a_longer_word_is_not_once_more() -> None:
    """Letters that go on on either side make another word of it."""
    text = f"lily_2009x{WORK}xlily_2009{WORK}我的微信：lily_2009"
    assert redact(text) == text.removesuffix("lily_2009") + ACCOUNT


# --- Digits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zeros", ["0有3个", "0总共3个", "0有三个"])
def test_zeros_that_are_counted_are_digits(zeros: str) -> None:
    """How many of them there are may be said behind the first."""
    assert redact(f"我的手机是13800138后面{zeros}") == f"我的手机是{PHONE}"


# --- Readings ---------------------------------------------------------------------------------------------------------


@each("beside", ["〇", "零\uf9b2", "①", "ａ"])
def test_a_character_is_read_beside_others_as_it_is_alone(beside: str) -> None:
    """LAW-6: in every process, whatever order a set has there: ○ is read as 〇, and 〇 as 0, but ○ is no 0."""
    shapes = [shape for shape in "○〇零①②ａＡ⒈ⅰ" if len(fold(shape)) == 1]
    for shape in shapes:
        assert fold(shape + beside) == fold(shape) + "".join(map(fold, beside))


def test_what_only_looks_like_an_entity_stands_for_itself() -> None:
    """A text that encodes nothing is read as it is written."""
    assert redact("&qwertz; 13800138000") == f"&qwertz; {PHONE}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("电话\\135\\1234\\5678", f"电话\\{PHONE}"),
        ("电话 \\135 \\123 \\45678", f"电话 \\{PHONE}"),
        ("“\\347\\205\\247\\347\\211\\207 \\u0000”", "“\\347\\205\\247\\347\\211\\207 \\u0000”"),
    ],
)
def test_CONTACT_2_figures_behind_a_backslash_are_figures_where_they_spell_no_letters(
    text: str, left: str
) -> None:
    """CONTACT-2: a number whose pieces a backslash parts is a number, and a file's name in octal figures is none."""
    assert redact(text) == left


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("%E5%BC%A0%E4%B8%89%E4%B8%B0%B0%A1%B0", "[#]%B0%A1%B0"),
        ("%FF%D5%C5%C8%FD%B7%E1", "%FF[#]"),
        ("%D5%C5%E5%BC%A0%E4%B8%89%E4%B8%B0", "%D5%C5[#]"),
        ("\\xff\\xe5\\xbc\\xa0\\xe4\\xb8\\x89\\xe4\\xb8\\xb0", "\\xff[#]"),
        ("\\345\\274\\240%E4%B8%89\\xe4\\xb8\\xb0", "[#]"),
        ("https://xn--ehqpd223d.com/", "https://[#].com/"),
        ("见XN--EHQPD223D.example.com", "见[#].example.com"),
        ("%78n--ehqpd223d.com", "[#].com"),
        ("axn--ehqpd223d xn--99999999 xn--ehqpd223d-", "axn--ehqpd223d xn--99999999 xn--ehqpd223d-"),
    ],
)
def test_NAME_4_a_name_goes_beside_bytes_of_another_writing(written: str, left: str) -> None:
    """NAME-4: what does not spell a letter keeps no others from being read, and a label of a host is read in its own letters."""
    known = Known(names=Names(("张三丰",)))
    assert without(written, known).replace(NAME, "[#]") == left
    assert (Kind.NAME in find_in_link(f"https://example.com/{written}", known)) == ("[#]" in left)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("唐镕", "%CC%C6%E9F"),
        ("唐通", "%CC%C6%CD%A8"),
        ("王𬭎", "%CD%F5" + "".join(f"%{byte:02X}" for byte in "𬭎".encode("gb18030"))),
        (
            "王𬭎",
            "%CD%F5"
            + "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in "𬭎".encode("gb18030")),
        ),
        ("Zoë Müller", "Zo%EB-M%FCller"),
        ("Zoë Müller", "Zo\\xeb M\\xc3\\xbcller"),
        ("Zoë Müller", "Zo\\353 M\\374ller"),
        ("张三丰", "\\x{5f20}\\U00004e09%U4E30"),
        ("Renéè", "Ren%E9%E8"),
        ("😀", "\\ud83d\\ude00"),
        ("😀", "%uD83D%uDE00"),
    ],
)
def test_NAME_4_a_name_goes_from_bytes_of_any_usual_writing(name: str, written: str) -> None:
    """NAME-4: in GBK, some of whose bytes are letters or make UTF-8, in Latin-1, and in halves."""
    assert without(f"，{written}。", Known(names=Names((name,)))) == f"，{NAME}。"


def test_PHONE_1_a_sign_before_codes_takes_no_figures_of_theirs() -> None:
    """PHONE-1: what is read once is looked at, though a sign before it makes another code of its first figures."""
    known = Known(numbers=(("13800138000", (Kind.PHONE,)),))
    coded = "".join(f"%{ord(figure):x}" for figure in "13800138000")
    assert without(f"100%{coded}", known) == f"100%{PHONE}"


def test_words_of_a_mark_are_nobody_s() -> None:
    """A name that a mark happens to hold is found outside of marks alone."""
    known = Known(names=Names(("姓名",)))
    assert find("[姓名已隐藏]", known) == ()
    assert find("姓名[姓名已隐藏]", known) == (Finding(0, 2, (Kind.NAME,), "known: a name"),)


# --- Addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ouyang@example.comQQ345678901", f"{EMAIL}QQ{ACCOUNT}"),
        ("ouyang@example.comWeChat:linyue88", f"{EMAIL}WeChat:{ACCOUNT}"),
        ("13912345678QQ345678901", f"{PHONE}QQ{ACCOUNT}"),
        ("010-62345678qq号345678901", f"{PHONE}qq号{ACCOUNT}"),
        ("13912345678微信同号lin@163.com", f"{PHONE}微信同号{EMAIL}"),
        ("13912345678E-mail:lin@163.com", f"{PHONE}E-mail:{EMAIL}"),
        ("邮箱lin@163.com电话13912345678", f"邮箱{EMAIL}电话{PHONE}"),
        ("lin@163.comTel:139-1234-5678", f"{EMAIL}Tel:{PHONE}"),
        ("lin@163.comMobile13912345678", f"{EMAIL}Mobile{PHONE}"),
        ("QQ:345678901E-mail:lin@163.com", f"QQ:{ACCOUNT}E-mail:{EMAIL}"),
    ],
)
def test_CONTACT_2_every_one_of_glued_details_goes(text: str, left: str) -> None:
    """CONTACT-2: no sign and no blank has to part them."""
    assert redact(text) == left


def test_an_address_glued_to_one_word_is_redacted() -> None:
    """The words for at and dot are found inside the word."""
    assert redact("mail: zhangsanatgmaildotcom") == f"mail: {EMAIL}"


# --- Everything together ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", ["13800138000，", "张三，"])
def test_a_text_that_gives_away_too_much_is_withheld_whole(one: str) -> None:
    """Nobody writes hundreds of details, whether they are known or look like some."""
    text = one * 250
    known = Known(names=Names(("张三",)))
    (found,) = find(text, known)
    assert (found.start, found.end, frozenset(found.tags)) == (0, len(text), EVERY_KIND)


OWN_TAGS: dict[str, dict[str, Any]] = {
    "numbers": {"numbers": (("13912345678", ("own",)),)},
    "lines": {"lines": (Line("02100000000", ("own",)),)},
    "emails": {"emails": (("zhang@example.com", ("own",)),)},
    "homepages": {"homepages": (("https://example.com/zhang", ("own",)),)},
    "accounts": {"accounts": (("zhang_88", ("own",)),)},
}


@pytest.mark.parametrize("known", OWN_TAGS.values(), ids=OWN_TAGS)
def test_a_text_that_is_withheld_whole_has_the_tags_of_everything_known(known: dict[str, Any]) -> None:
    """Whoever is not granted what the caller's own tag names gets nothing of such a text: it may be in it."""
    (found,) = find("13800138000，" * 250, Known(**known))
    assert {"own", *Kind} <= {*found.tags}


@pytest.mark.parametrize("known", OWN_TAGS.values(), ids=OWN_TAGS)
def test_what_is_known_is_hidden_unless_tags_are_given(known: dict[str, Any]) -> None:
    """Whoever names a detail wants it hidden: without tags, everything known is hidden beside every contact detail."""
    detail = next(iter(known.values()))[0][0]
    text = f"微信 {detail}，电话 13800138000"
    assert redact(text, known=Known(**known)) == redact(text, {*Kind, "own"}, known=Known(**known))
    assert detail in redact(text, {Kind.NAME}, known=Known(**known))
    name = Known(names=Names(("李伟",)))
    assert (
        redact("我是李 伟，电话 13800138000", known=name)
        == f"我是{MARKS[Language.ZH][Kind.NAME]}，电话 {PHONE}"
    )


@pytest.mark.parametrize(
    ("text", "is_weighed"),
    [
        (
            "负责 4 床危重患者的特级护理，独立完成 CRRT、ECMO 配合；夜班多，电话不方便接，有事请加 QQ 1380013120 留言。",
            False,
        ),
        ("VX平台兼容性测试", False),
        ("绿色那个软件，先打lxm三个字母，接着是我出生年一九八七，加我说是饭店的就中", True),
    ],
)
def test_clauses_are_weighed_where_their_words_may_say_something(text: str, is_weighed: bool) -> None:
    """Most that stand together say nothing by all of their words, or speak of reaching nobody; to weigh each takes most of the time."""
    with patch.object(pieces, "clause_features", wraps=clause_features) as weighed:
        find(text)
    assert weighed.called is is_weighed


def test_a_clause_with_a_known_address_is_an_address() -> None:
    """Where something known stands, that is what the clause gives away."""
    text = "写给zhang@艾特qq.com"
    assert redact(text) == f"{CLAUSE}"
    assert redact(text, known=Known(emails=(("zhang@qq.com", (Kind.EMAIL,)),))) == f"写给{EMAIL}"


# --- What is known ----------------------------------------------------------------------------------------------------

NUMBER = Known(numbers=(("13800138000", (Kind.PHONE,)),))


def without(text: str, known: Known) -> str:
    """The text without what is found by being known alone."""
    found = [one for one in find(text, known) if one.why.startswith("known")]
    return hide(text, found, EVERY_KIND)


@pytest.mark.parametrize(
    "text",
    [
        "1380013800X", "13800138XX0", "138-0013-80xx", "1380013800*", "138001380□□", "138-XXXX-8000", "138 XXXX 8000", "138（****）8000",
        "138 0013 xxxx", "138 **** 8000", "138XX8000", "138____8000", "138某某某某8000", "138口口口口8000", "86138****8000",
        "138* * * *8000", "138 x x x x 8000", "138****\n8000", "138…8000", "138NNNN8000", "138啊啊啊啊8000", "138○○○○8000", f"{'X' * 3}-{'X' * 4}-8000",
        "**8000", "861380013……",
    ],
)  # fmt: skip
def test_a_known_number_is_found_under_any_mask(text: str) -> None:
    """PHONE-1: masked with any filler, few or many, set off by signs or not."""
    assert not any(map(str.isdigit, redact(text, known=NUMBER).removeprefix("86")))


def test_a_known_number_is_found_under_a_mask_of_any_sign() -> None:
    """PHONE-1: each that Unicode knows, four times in a row; but for what is read as digits or several letters, or is not seen."""
    signs = (char for char in map(chr, range(0x21, 0x20000)) if unicodedata.category(char)[0] in "SP")
    masks = [sign for sign in signs if len(fold(sign)) == 1 and not set(fold(sign)) & set(HAN_DIGITS[1:])]
    assert len(masks) > 5000
    assert [mask for mask in masks if redact(f"138{mask * 4}8000", known=NUMBER) != PHONE] == []


@pytest.mark.parametrize("text", ["138 8000", "138-8000", "138，8000", "138. 8000", "138)8000", "138—8000"])
def test_what_only_parts_digits_masks_none(text: str) -> None:
    """Two numbers beside each other are mostly two."""
    assert redact(text, known=NUMBER) is text


def test_what_stands_behind_a_whole_number_is_no_mask() -> None:
    """A rule, or a remark, belongs to the sentence."""
    assert redact("13800138000***", known=NUMBER) == f"{MARKS[Language.ZH][Kind.PHONE]}***"


def test_the_end_of_another_number_behind_a_mask_stays() -> None:
    """Only the known one's own digits are hidden there."""
    assert redact("8000 元，***1234", known=NUMBER) == "8000 元，***1234"


@pytest.mark.parametrize(
    "text",
    [
        "----------\n2021.07-至今",
        "★★★2021年度优秀员工",
        "### 2021年",
        "2021年结尾",
        "最后4个项目：2021年",
        "138 台 ~ 2021 台",
    ],
)
def test_a_year_that_a_known_number_ends_like_stays(text: str) -> None:
    """A mark over a year would give away how the number ends."""
    assert redact(text, known=Known(numbers=(("13800132021", (Kind.PHONE,)),))) is text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("138****8000", PHONE),
        ("常用138xxxx8000", f"常用{PHONE}"),
        ("一三八***八零零零", PHONE),
        ("1380013xxxx", PHONE),
        ("****8000是我的", f"****{PHONE}是我的"),
        ("138****0000", "138****0000"),
        ("139****8000", "139****8000"),
        ("***", "***"),
    ],
)
def test_a_masked_number_is_the_known_one_by_its_ends(text: str, left: str) -> None:
    """A filler hides digits from nobody who sees enough of the others; it is another number's where they differ."""
    assert without(text, NUMBER) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1380开头，8000结尾", f"{PHONE}开头，{PHONE}结尾"),
        ("0138000收尾", f"{PHONE}收尾"),
        ("12 8000结尾", f"12 {PHONE}结尾"),
        ("1380013 打头", f"{PHONE} 打头"),
        ("1390开头，9000结尾", "1390开头，9000结尾"),
        ("8000块的工资，高开头", "8000块的工资，高开头"),
        ("好开头", "好开头"),
    ],
)
def test_a_piece_goes_before_what_calls_it_one(text: str, left: str) -> None:
    """The first digits and the last may be called so behind them."""
    assert without(text, NUMBER) == left


ENDS_LIKE_A_YEAR = Known(numbers=(("13800132021", (Kind.PHONE,)),))


@pytest.mark.parametrize("known", [NUMBER, ENDS_LIKE_A_YEAR], ids=["8000", "2021"])
@pytest.mark.parametrize(
    "text",
    [
        "{}（手机尾号）", "尾号是{}", "最后四位 {}", "手机后四位为{}", "末4位：{}", "手机尾数{}", "{}是我手机尾号", "手机号以{}结尾",
        "手机号最后是{}", "phone ends {}", "phone ending {}", "last 4: {}", "last four digits of my phone are {}", "phone tail {}",
        "{} (last four)", "{} are the last four digits", "手机…{}",
    ],
)  # fmt: skip
def test_PHONE_1_the_last_digits_go_however_they_are_called(text: str, known: Known) -> None:
    """PHONE-1: before them or behind, in either language; beside a word for telephone even where they look like a year."""
    end = known.numbers[0][0][-4:]
    written = f"有事联系，{text.format(end)}，谢谢"
    assert end not in without(written, known)
    assert written in suspects(["对账", written], known)


@pytest.mark.parametrize(
    "text",
    [
        "{}（手机号前七位）", "手机前七位{}", "{}开头的手机", "号段{}", "first 7 digits: {}", "starts with {}", "phone prefix {}",
        "{} (first seven digits)",
    ],
)  # fmt: skip
def test_PHONE_1_the_first_digits_go_however_they_are_called(text: str) -> None:
    """PHONE-1: likewise."""
    assert "1380013" not in without(text.format("1380013"), NUMBER)


@pytest.mark.parametrize(
    "text",
    [
        "period ending {}", "fiscal year ends {}", "ended in {}", "the last 4 {}", "tail {} lines", "{}收尾", "于{}结尾", "收尾工作{}",
        "最后4个季度 {}", "后四年{}", "结尾{}字", "最后{}名", "……{}", "最后 {}",
    ],
)  # fmt: skip
def test_what_else_has_an_end_calls_no_year_and_no_count_a_piece(text: str) -> None:
    """A mark over a year or a count would give away how the number ends."""
    written = text.format("2021")
    assert without(written, ENDS_LIKE_A_YEAR) is written


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\u202e00083100831", PHONE),
        ("\u202e 000 831 00831 hello\n支付系统", f"{PHONE}\n支付系统"),
        ("支付系统\n\u202e 000 831 00831", f"支付系统\n{PHONE}"),
        ("\u202e00083100832", "\u202e00083100832"),
    ],
)
def test_a_line_that_may_be_shown_turned_goes_with_the_digits(text: str, left: str) -> None:
    """Where a renderer may turn what is written, all digits of a number on a line give it away."""
    assert without(text, NUMBER) == left


@pytest.mark.parametrize(
    ("text", "left"), [("\u202e明小李在这里", NAME), ("\u202e明x小y李", NAME), ("\u202e小李", "\u202e小李")]
)
def test_a_line_that_may_be_shown_turned_goes_with_the_letters(text: str, left: str) -> None:
    """Where a renderer may turn what is written, all letters of a name on a line give it away."""
    assert without(text, Known(names=Names(("李小明",)))) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("see lena.example.com/cv.", f"see {HOMEPAGE}."),
        ("LENA。example。com/cv", HOMEPAGE),
        ("lena.example.com./cv?x=1", HOMEPAGE),
        ("www.lena.example.com:443/cv/#me", HOMEPAGE),
        ("xlena.example.com/cv", "xlena.example.com/cv"),
        ("me@lena.example.com/cv", "me@lena.example.com/cv"),
        ("lena.example.com/cvx", "lena.example.com/cvx"),
        ("lena.example.com/other", "lena.example.com/other"),
    ],
)
def test_a_homepage_goes_where_it_is_named_and_no_other(text: str, left: str) -> None:
    """Neither a part of another address nor a longer path is the homepage."""
    assert without(text, Known(homepages=(("https://www.lena.example.com/cv", (Kind.HOMEPAGE,)),))) == left


@pytest.mark.parametrize(
    "written",
    [
        "lena[.]example[.]com/cv",
        "lena (dot) example (dot) com / cv",
        "lena。example。com/cv",
        "lena 点 example 点 com 斜杠 cv",
        "lena . example . com/cv",
        "lena·example·com/cv",
        "lena,example,com/cv",
        "LENA d0t EXAMPLE d0t COM slash CV",
        "lena（点）example（点）com[/]cv",
    ],
)
@pytest.mark.parametrize("around", ["作品见{}，谢谢", "hxxps://{} and more", "My site. {}. Thanks"])
def test_CONTACT_1_a_homepage_goes_whatever_stands_for_its_dots(written: str, around: str) -> None:
    """CONTACT-1: a dot that is spelled or set off is still a dot, and so is a slash."""
    known = Known(homepages=(("https://www.lena.example.com/cv", (Kind.HOMEPAGE,)),))
    text = around.format(written)
    assert without(text, known) == around.format(HOMEPAGE)
    assert text in suspects(["对账", text], known)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("个人主页-lena.dev", f"个人主页-{HOMEPAGE}"),
        ("-lena.dev", f"-{HOMEPAGE}"),
        ("1.lena.dev\n12.www.lena.dev", f"1.{HOMEPAGE}\n12.{HOMEPAGE}"),
        ("主页...lena.dev", f"主页...{HOMEPAGE}"),
        ("My page--lena.dev", f"My page--{HOMEPAGE}"),
        ("_lena.dev_", f"_{HOMEPAGE}_"),
        ("主页：@lena.dev", f"主页：@{HOMEPAGE}"),
        ("lena.dev-我的博客", f"{HOMEPAGE}-我的博客"),
        ("lena.dev--博客", f"{HOMEPAGE}--博客"),
        ("lena  .  dev", HOMEPAGE),
        (r"lena\.dev", HOMEPAGE),
        *((f"lena{dot}dev", HOMEPAGE) for dot in "・‧∙⋅●…"),
        ("lena句号dev", HOMEPAGE),
        ("lenaDOTdev", HOMEPAGE),
        ("ved.anel", HOMEPAGE),
        ("\u202eved.anel\u202c", f"\u202e{HOMEPAGE}\u202c"),
        *((text, text) for text in ("my-lena.dev", "a.lena.dev", "v1.lena.dev", "2.1.lena.dev", "http://1.lena.dev", "a_lena.dev")),
        *((text, text) for text in ("lena.dev-x", "lena.dev_x", "lena.dev.cn", "张三@lena.dev", "z-@lena.dev", "antilenadotdev")),
        *((text, text) for text in ("Lena dev", "lena\n\n.\n\ndev", "lena - dev", "Lena 和 dev", "lena：dev")),
    ],
)  # fmt: skip
def test_CONTACT_1_a_sign_is_a_part_of_a_host_between_letters_alone(text: str, left: str) -> None:
    """LAW-1: what is part of another host, address or word is not the homepage."""
    known = Known(homepages=(("https://lena.dev", (Kind.HOMEPAGE,)),))
    assert redact(text, {Kind.HOMEPAGE}, known=known) == left
    assert (text in suspects(["对账", text], known)) >= (left != text)


@pytest.mark.parametrize(
    "text", ["-lena.example.com/about_me", "lena.example.com/about下划线me", "em_tuoba/moc.elpmaxe.anel"]
)
def test_CONTACT_1_a_homepage_with_a_path_goes_beside_signs_and_backwards(text: str) -> None:
    """Its path in other signs for its own, too."""
    known = Known(homepages=(("https://lena.example.com/about_me", (Kind.HOMEPAGE,)),))
    assert redact(text, {Kind.HOMEPAGE}, known=known).lstrip("-") == HOMEPAGE


@pytest.mark.parametrize(
    "text",
    ["Lena, example and com", "lena和example和com/cv", "lena example com/cv", "lena[.]example[.]com/other"],
)
def test_the_words_of_a_homepage_are_none_without_its_dots(text: str) -> None:
    """What parts words is no dot."""
    assert without(text, Known(homepages=(("https://lena.example.com/cv", (Kind.HOMEPAGE,)),))) is text


@pytest.mark.parametrize(
    ("home", "text", "left"),
    [
        ("https://lena.me/?from=timeline", "lena.me", HOMEPAGE),
        ("https://lena.me/#top", "见 https://lena.me/。", f"见 https://{HOMEPAGE}/。"),
        ("https://lena.me/index.html", "lena.me", HOMEPAGE),
        ("https://lena.me/Default.aspx?from=a", "lena.me", HOMEPAGE),
        ("https://lena.me/cv/index.html#top", "lena.me/cv/", f"{HOMEPAGE}/"),
        ("https://lena.me/cv/index.html", "lena.me", "lena.me"),
        ("https://example.com/people/%E4%BD%9C%E5%93%81", "example.com/people/作品", HOMEPAGE),
        ("https://example.com/people/%E4%BD%9C%E5%93%81", "example.com/people/%e4%bd%9C%E5%93%81", HOMEPAGE),
        ("https://example.com/people/%D7%F7%C6%B7/", "example.com/people/作品", HOMEPAGE),
        ("https://example.com/people/作品", "example.com/people/%D7%F7%C6%B7", HOMEPAGE),
        ("https://example.com/%7Elena", "example.com/~lena", HOMEPAGE),
        ("https://example.com/a%3Fb", "example.com/a?b", HOMEPAGE),
        ("https://lena.example.com//cv", "lena.example.com/cv", HOMEPAGE),
        ("https://lena.example.com/cv", "lena.example.com//cv", HOMEPAGE),
        ("https://lena.example.com//cv//", "lena.example.com//cv", HOMEPAGE),
        ("https://lena.me", "m.lena.me", HOMEPAGE),
        ("https://m.lena.me", "www.lena.me 和 lena.me", f"{HOMEPAGE} 和 {HOMEPAGE}"),
        ("https://www.lena.me", "am.lena.me", "am.lena.me"),
        ("https://m.com.cn/lena", "www.com.cn/lena com.cn/lena", "www.com.cn/lena com.cn/lena"),
        (
            "https://music.example.com/#/user?id=1",
            "music.example.com/#/song?id=9",
            "music.example.com/#/song?id=9",
        ),
        ("https://music.example.com/#/user?id=1", "music.example.com", "music.example.com"),
        ("https://m.com", "m.com 和 a.com 和 com", f"{HOMEPAGE} 和 a.com 和 com"),
        ("https://www.com", "www.com 和 com", f"{HOMEPAGE} 和 com"),
        ("https://w.lena.me", "www.lena.me w.lena.me", f"www.lena.me {HOMEPAGE}"),
        ("https://example.com/u?id=77", "example.com/u?id=77", HOMEPAGE),
        ("https://example.com/u?id=77", "example.com/v?id=77", "example.com/v?id=77"),
        ("https://example.com/u?name=张三", "example.com/u?name=张三", HOMEPAGE),
    ],
)
def test_CONTACT_1_a_homepage_goes_however_its_field_writes_it(home: str, text: str, left: str) -> None:
    """CONTACT-1, CONTACT-2: query, fragment, index page, codes, slashes and the host for mobiles make no other page."""
    known = Known(homepages=((home, (Kind.HOMEPAGE,)),))
    assert without(text, known) == left
    assert bool(suspects(["支付系统", text], known).get(text)) >= (left != text)


def test_CONTACT_1_a_homepage_that_is_encoded_over_and_over_is_looked_for_as_it_is_written() -> None:
    """CONTACT-1: nobody decodes it so often; a text that names it is withheld whole, and no other is."""
    home = "https://example.com/%" + "25" * 9 + "41"
    known = Known(homepages=((home, (Kind.HOMEPAGE,)),))
    assert redact(f"见{home}", EVERY_KIND, known=known) == HOMEPAGE
    assert redact("见 example.com/about", EVERY_KIND, known=known) == "见 example.com/about"


@pytest.mark.parametrize("host", ["bücher..example", "a" * 70 + ".example", "xn--.example"])
def test_a_homepage_whose_host_has_no_other_spelling_goes_as_it_is_written(host: str) -> None:
    """A host that cannot be a domain's name is looked for all the same."""
    assert (
        without(f"见{host}/x。", Known(homepages=((f"https://{host}/x", (Kind.HOMEPAGE,)),)))
        == f"见{HOMEPAGE}。"
    )


def test_a_homepage_goes_in_either_spelling_of_its_host() -> None:
    """A host in other letters is also written in ASCII alone."""
    known = Known(homepages=(("https://张三.com/me", (Kind.HOMEPAGE,)),))
    assert without("张三.com/me 和 xn--ehq892b.com/me", known) == f"{HOMEPAGE} 和 {HOMEPAGE}"


@pytest.mark.parametrize(
    ("text", "may"),
    [("see LENA。example.com/cv", True), ("zhang at qq dot com", True), ("支付系统 in Python", False)],
)
def test_one_look_at_many_texts_finds_those_with_something_known(text: str, may: bool) -> None:
    """What is cheap to look for is found in each text in which `find` finds it."""
    known = Known(
        homepages=(("https://lena.example.com/cv", (Kind.HOMEPAGE,)),),
        emails=(("zhang@qq.com", (Kind.EMAIL,)),),
    )
    assert (text in suspects(["对账和清算", text, "风控"], known)) == may
    assert bool(find(text, known)) == may


# --- Names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Lena", "Leña\u0301, hello", f"{NAME}, hello"),
        ("Lena", "L e n a is here", f"{NAME} is here"),
        ("Lena", "Le na is here", "Le na is here"),
        ("Lena", "xl e n a", "xl e n a"),
        ("Lena", "LenaVasquez", f"{NAME}Vasquez"),
        ("Lena", "myLena", f"my{NAME}"),
        ("Lena", "Lenas", "Lenas"),
        ("Lena Vasquez", "xlenavasquezx", f"x{NAME}x"),
        ("Lena Vasquez", "Lena\u3000，。、；：？！ Vasquez", "Lena\u3000，。、；：？！ Vasquez"),
        ("李小明", "李\n小明", "李\n小明"),
        ("李小明", "李·小·明", NAME),
        ("★", "我是★。", f"我是{NAME}。"),
    ],
)
def test_a_name_goes_as_it_may_be_written(name: str, text: str, left: str) -> None:
    """Spelled out, joined, accented or a sign alone it is the name; a part of a longer word it is by chance."""
    assert without(text, Known(names=Names((name,)))) == left


HAN_NAME, LATIN_NAME = Known(names=Names(("欧阳思远",))), Known(names=Names(("Siyuan Ouyang",)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("姓：欧阳 名：思远", f"姓：欧阳 名：{NAME}"),
        ("名思远，姓欧阳", f"名{NAME}，姓欧阳"),
        ("免贵姓欧阳名思远", f"免贵姓欧阳名{NAME}"),
        ("大家叫我思远就行", f"大家叫我{NAME}就行"),
        ("Given name: 思远", f"Given name: {NAME}"),
        ("思远是我的名字", f"{NAME}是我的名字"),
        ("思远 欧阳", NAME),
        ("我是思远·欧阳，", f"我是{NAME}，"),
        ("思远 欧阳的简历", f"{NAME}的简历"),
        ("我是思远欧阳。", f"我是{NAME}。"),
        ("联系思远欧阳即可", f"联系{NAME}即可"),
    ],
)
def test_NAME_4_a_given_name_goes_where_it_is_called_one(text: str, left: str) -> None:
    """NAME-4: the surname is shown, and what says the rest of the name beside it is not."""
    assert without(text, HAN_NAME) == left
    assert text in suspects(["对账", text], HAN_NAME)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("First name: Siyuan, Last name: Ouyang", f"First name: {NAME}, Last name: {NAME}"),
        ("My name is Siyuan.", f"My name is {NAME}."),
        ("first_name=Siyuan", f"first_name={NAME}"),
        ("Siyuan (first name)", f"{NAME} (first name)"),
        ("Siyuan M. Ouyang", NAME),
        ('Siyuan "Sam" Ouyang', NAME),
    ],
)
def test_NAME_4_a_word_of_a_name_goes_where_it_is_called_one(text: str, left: str) -> None:
    """NAME-4: so does each word of a name of which no surname is known, and a name with another within."""
    assert without(text, LATIN_NAME) == left
    assert text in suspects(["对账", text], LATIN_NAME)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("张三丰", "三丰张", NAME),
        ("张三丰", "简历_三丰張.pdf", f"简历_{NAME}.pdf"),
        ("张三丰", "大家好，我是三丰张，很高兴", f"大家好，我是{NAME}，很高兴"),
        ("诸葛亮", "姓名：亮诸葛", f"姓名：{NAME}"),
        ("山田太郎", "太郎山田です", f"{NAME}です"),
        ("高文明", "精神文明高度发展，文明高", f"精神文明高度发展，{NAME}"),
    ],
)
def test_NAME_4_a_name_goes_with_the_surname_last(name: str, text: str, left: str) -> None:
    """NAME-4: glued to the given name, where no other character stands beside them; of four characters, wherever they stand."""
    assert without(text, Known(names=Names((name,)))) == left
    assert text in suspects(["对账", text], Known(names=Names((name,))))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("张华", "中华张力，华张"),
        ("金黄", "黄金"),
        ("高文明", "精神文明高"),
        ("高文明", "文明高度"),
        ("何开发", "开发何种系统"),
        ("于建设", "建设于2010年"),
        ("路建国", "建国路88号"),
        ("诸葛亮", "亮诸葛孔明，照亮诸葛"),
        ("高文明", "精神文明，高度重视"),
        ("高文明", "文明、高铁和项目名字文明工地"),
        ("高文明", "文明 高速公路"),
        ("张三", "第一名三次，报名三天，三 张"),
        ("诸葛亮", "大家叫我亮哥，亮 诸葛孔明"),
        ("Will Frank", "I will do it, call me willing; file name: will.py"),
        ("Will Frank", "will be frank"),
        ("Will Frank", 'will "Sam" franken'),
    ],
)
def test_words_that_equal_a_part_of_a_name_stay(name: str, text: str) -> None:
    """A given name is an ordinary word as well, wherever nothing calls it a name."""
    assert without(text, Known(names=Names((name,)))) is text


def test_one_of_very_many_names_goes() -> None:
    """How many names are looked for changes nothing of what is found."""
    names = Names(f"{first}{second}" for first in "赵钱孙李周" for second in "甲乙丙丁戊")
    assert without("和李丁、李己一起", Known(names=names)) == f"和{NAME}、李己一起"
    assert suspects(["和李丁一起", "和李己一起", "in Python"], Known(names=names)).keys() == {"和李丁一起"}


def test_a_name_within_a_granted_one_stays() -> None:
    """What is a part of a name that is shown is no other's."""
    known = Known(names=Names(("张三",), ("张三丰",)))
    assert without("张三丰是张三的儿子，不是张三。", known) == f"张三丰是{NAME}的儿子，不是{NAME}。"


def test_a_name_that_ends_inside_a_word_stays_where_whole_ones_are_looked_for() -> None:
    """Of a person's own name, only whole words are another's."""
    known = Known(names=Names(("Lena Vasquez",), whole=True))
    assert without("LenaVasquezia", known) == "LenaVasquezia"
    assert without("Lena Vasquez", known) == NAME


# --- Lines ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("拨62345678转8012", f"拨{PHONE}"),
        ("8012-62345678", PHONE),
        ("拨62345678", "拨62345678"),
        ("拨62345678转8013", "拨62345678转8013"),
        ("62和345678转8012", "62和345678转8012"),
    ],
)
def test_a_number_without_area_code_goes_with_its_extension(text: str, left: str) -> None:
    """Its digits stand together, and the extension beside them on either side."""
    assert without(text, Known(lines=(Line("62345678", (Kind.PHONE,), "8012", near=True),))) == left


# --- Ways to dial -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "text"), [("+2902345", "工号2345"), ("+862012345", "共12345条")])
def test_too_few_digits_are_no_number(number: str, text: str) -> None:
    """The digits of a short number at home, or without its area code, are any figure: only all of them are the number."""
    known = Known(lines=tuple(lines_of(PhoneNumber(number), Kind.PHONE)))
    assert without(f"{number} {text}", known) == f"+{PHONE} {text}"


def test_too_few_digits_are_no_mobile_number() -> None:
    """PHONE-1: a mobile number of four digits at home is found as it is dialled from abroad."""
    known = Known(numbers=tuple(number_writings(MobileNumber("+2902345"), Kind.PHONE)))
    assert without("2902345，工号2345", known) == f"{PHONE}，工号2345"


@pytest.mark.parametrize(
    ("number", "text", "left"),
    [
        ("+8613800138000", "拨38000138", "拨38000138"),
        ("+8613800138000", "拨13800138000", f"拨{PHONE}"),
        ("+861062345678", "拨62345678", f"拨{PHONE}"),
        ("+8675526660000", "拨26660000", f"拨{PHONE}"),
        ("+3541234567", "拨1234567", f"拨{PHONE}"),
    ],
)
def test_a_number_goes_without_its_area_code_where_it_has_one(number: str, text: str, left: str) -> None:
    """PHONE-2: from the same town, the area code is not dialled; a mobile number has none."""
    assert without(text, Known(lines=tuple(lines_of(PhoneNumber(number), Kind.PHONE)))) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lena Vasquezskype:wang.lei.sh", "wang"),
        ("Ｌｅｎａ Ｖａｓｑｕｅｚskype:wang.lei.sh", "wang"),
        ("手机：+81 90-欧阳思远0000-1234", "1234"),
        ("电话：医散霸零零零零舞酒欧阳思远尔思", "尔思"),
        ("微博@何西欧阳思远在路上", "在路上"),
        ("微信是欧阳思远 阿布的拼音加上幺三幺四", "幺三"),
        ("微欧阳思远信：lin_chen_88", "lin"),
        ("lin_chen_88微欧阳思远信号", "lin"),
        ("lin_chen_88欧阳思远，这是我的微信号", "lin"),
        ("欧欧阳思远阳思远，会计", "欧阳思远"),
        ("邮箱 lin at 欧阳思远 qq dot com", "qq"),
        ("加我微信：工作日晚上八点以后，都可以的哦，lin_欧阳思远_chen88", "chen"),
    ],
)
def test_what_a_name_parts_is_found_without_it(text: str, left: str) -> None:
    """Where a name stands within a detail, or keeps it from being read, the text is read once more without the name."""
    known = Known(names=Names(("欧阳思远", "Lena Vasquez")))
    shown = redact(text, EVERY_KIND, known=known)
    for mark in MARKS[Language.ZH].values():
        shown = shown.replace(mark, "")
    assert left not in shown


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("138 zhang@qq.com 0013 8000", "0013"),
        ("lin@ 13912345678 qq.com", "qq.com"),
        ("手机：zhang@qq.com13800138001", "1380"),
    ],
)
def test_what_a_detail_parts_is_found_without_it(text: str, left: str) -> None:
    """Where a detail stands within another, or keeps it from being read, what is left is read once more."""
    known = Known(numbers=(("13912345678", (Kind.PHONE,)),))
    assert left not in redact(text, EVERY_KIND, known=known)


def test_a_chinese_name_is_found_plain_and_parted_alike() -> None:
    """A name that stands plainly once is found wherever else it is written."""
    mark = MARKS[Language.ZH][Kind.NAME]
    assert redact("张三张·三", EVERY_KIND, known=Known(names=Names(("张三",)))) == mark + mark


def test_PHONE_1_a_sum_within_a_known_number_does_not_hide_it() -> None:
    """PHONE-1: Chinese digits that are a sum or a count are none of the number's, and those around them are."""
    known = Known(numbers=(("13800138000", (Kind.PHONE,)),))
    shown = redact("一三八零零一三，三十，八零零零", EVERY_KIND, known=known)
    assert "八零零零" not in shown
    assert "一三八" not in shown


def held_by(one: object, seen: set[int]) -> Iterator[str]:
    """Every text that is kept in an object: in containers, in what a function keeps of its results, and in objects of the package."""
    pending = [one]
    while pending:
        found = pending.pop()
        if isinstance(found, str):
            yield found
        elif id(found) not in seen:
            seen.add(id(found))
            own = (
                type(found).__module__.startswith("resume_visibility")
                or type(found).__module__ == "functools"
            )
            if own or isinstance(found, (dict, list, tuple, set, frozenset)):
                pending += [each for each in gc.get_referents(found) if not isinstance(each, _CODE)]


_CODE = (ModuleType, FunctionType, type)


def test_LAW_2_no_function_keeps_anything_of_a_text() -> None:
    """What is kept for the next text is the same whoever wrote the last one: tables, patterns and names of platforms."""
    texts = [
        "My inbox is my first name, a dot, then kanarix, at the Swiss mail. Call me Tobias",
        "联系方式：微信kanarix_88，电话13912349876，邮箱kanarix@kanarix.example，搜Kanarix Vogelin就行",
        "版本135，构建7904，补丁2683，代号kanarix。三段连起来拨，就能打通我的手机。",
    ]
    known = Known(names=Names(("Kanarix Vogelin",)), emails=(("kanarix@kanarix.example", (Kind.EMAIL,)),))
    assert all(find(text, known) for text in texts)
    assert find_in_link("https://example.com/?wx_id=kanarix_88", known)
    package = resume_visibility.text.__name__
    kept = [
        function
        for name, module in [*sys.modules.items()]
        if name.startswith(package)
        for function in vars(module).values()
        if hasattr(function, "cache_info") or isinstance(function, (dict, list, set))
    ]
    assert kept
    seen: set[int] = set()
    assert not [text for one in kept for text in held_by(one, seen) if "kanarix" in text.casefold()]


HOSTILE = (
    "\u1e07\U000eaff9%20\u7b1a\U0010b62dr1*5*1*7*7*0*2*3*8*4*6\u10a4",  # numbers in pieces, read in several ways
    "20r1\u202e15*0*2*3*8*4*6\u10a4[&#4姓名已隐藏]vx:8b2c3 r7\\\\3b2c3 r7\\\\34%1335\\联系我，\u06020",  # accounts as well
)


def steps_of(text: str, known: Known) -> tuple[int, bool]:
    """How many steps a text takes, and whether that is too much."""
    taken = 0
    to_do = Effort.take

    def counted(effort: Effort, steps: int = 1) -> None:
        nonlocal taken
        to_do(effort, steps)
        taken += steps

    with patch.object(Effort, "take", counted):
        found = find(text, known)
    return taken, [one.why for one in found] == ["too much to look at"]


@pytest.mark.parametrize("size", [300, 3000])
@pytest.mark.parametrize("unit", HOSTILE, ids=range(len(HOSTILE)))
def test_LAW_6_no_text_takes_more_steps_than_its_length_allows(unit: str, size: int) -> None:
    """LAW-6: eight steps for a character, in all ways to read it together; a text that would take more is withheld whole."""
    known = Known(numbers=(("13912345678", (Kind.PHONE,)),), names=Names(("张思远",)))
    taken, is_too_much = steps_of((unit * (size // len(unit) + 1))[:size], known)
    assert is_too_much
    assert 7 * size < taken <= 8 * size


@each(
    ("kind", "unit"),
    [
        ("GROUP", "139 1，"),
        ("NUMBER", "1391 234 5，"),
        ("PIECES", "第9"),
        ("ACCOUNT", "微信 abc_123，"),
        ("CLAUSE", "绿色那个软件，先打lxm三个字母，接着是我出生年一九八七，加我说是饭店的就中。"),
        ("DIGIT", "1391234"),
        ("BEGUN", "末四位5678，"),
        ("MASKED", "139****5678，"),
        ("LABEL", "微信 java1024，"),
    ],
)
def test_LAW_6_each_kind_of_work_takes_steps(kind: str, unit: str) -> None:
    """LAW-6: what takes long and was not counted made texts sixty times as slow as prose."""
    known = Known(
        numbers=(("13912345678", (Kind.PHONE,)),),
        accounts=(("java1024", (Kind.MESSENGER,)),),
        names=Names(("张思远",)),
    )
    taken, _ = steps_of(unit * 12, known)
    with patch.object(Steps, kind, getattr(Steps, kind) + 1):
        more, _ = steps_of(unit * 12, known)
    assert more >= taken + 2


@each(
    ("kind", "unit"),
    [("CHARS", "负责架构设计 1 "), ("SIGNALLED_CHARS", "微信 abc_123，"), ("PASSED", "1391 2 ，首位 ")],
)
def test_LAW_6_what_is_read_takes_steps(kind: str, unit: str) -> None:
    """LAW-6: half as many characters or groups to a step, and a text takes more of them."""
    known = Known(numbers=(("13912345678", (Kind.PHONE,)),))
    taken, _ = steps_of(unit * 40, known)
    with patch.object(Steps, kind, getattr(Steps, kind) // 2):
        assert steps_of(unit * 40, known)[0] > taken


def test_LAW_6_a_link_takes_no_more_steps_than_a_text() -> None:
    """LAW-6: the target of a link that would take more gives away everything that it could."""
    known = Known(numbers=tuple((f"139123456{end}", (Kind.PHONE,)) for end in range(60, 90)))
    address = f"https://example.com/?q={'139*%20' * 250}"
    assert find_in_link(address, known) == EVERY_KIND
    assert find_in_link(address[:40], known) < EVERY_KIND


def test_LAW_6_a_short_text_may_take_as_many_steps_as_one_of_300_characters() -> None:
    """LAW-6: a line may be full of details."""
    for size, steps in ((1, 2400), (300, 2400), (301, 2408)):
        effort = Effort(size)
        effort.take(steps)
        with pytest.raises(TooMuch):
            effort.take()


def test_no_row_of_sentences_full_of_details_is_too_much() -> None:
    """CONTACT-2: not even among codes that are read in several ways."""
    draw = Random(5)
    leaks = [row.text for row in rows(SETS / "dev_11.jsonl") if row.spans]
    for size, code in product((300, 1000, 3000), ("", "&nbsp;")):
        text = "".join(f"{draw.choice(leaks)}\n{code}" for _ in range(size // 30))[:size]
        assert [one.why for one in find(text)] != ["too much to look at"]


@each(
    ("row", "may_be_one"),
    [
        ("1.3.8.0.0.1.3.8.0.0.0", True),
        (".".join("138001380001380"), True),  # as many as the longest number has
        (".".join("1380013800013800"), False),
        (", ".join(("1.3.8.0.0.1.3.8.0.0.0", *"56789")), True),  # other signs stand between those that follow
        (" ".join(("13", "80", "01", "38", "00", "0", *["21"] * 12)), True),
    ],
)
def test_a_row_of_more_figures_than_a_number_has_is_none_in_pieces(row: str, may_be_one: bool) -> None:
    """If each of them stands by itself."""
    assert any(pieces.pieces_of(row, groups_of(row, counts=True))) is may_be_one


@pytest.mark.parametrize("sign", ["*", "-", "/", ".", ", "])
def test_a_table_of_single_figures_is_shown(sign: str) -> None:
    """None is a number in pieces, and to judge them all is not too much."""
    draw = Random(3)
    rows = (sign.join([str(draw.randrange(10)) for _ in range(8)]) for _ in range(400))
    assert find("\n".join(rows)) == ()


@pytest.mark.parametrize(
    "code", ["Qu%C3%A9bec", "R%C3%A9sum%C3%A9", "caf&eacute;", r"\102 与 \103 页", "%C4%E3%BA%C3"]
)
@pytest.mark.parametrize("path", [r"D:\w", r"\d+", "AT&amp;T"])
def test_codes_in_a_long_text_full_of_details_withhold_nothing_else(code: str, path: str) -> None:
    """CONTACT-2: that a text is read in several ways is no reason to withhold it whole."""
    text = (
        "微信 wangwt_88，电话 13912345678，邮箱 wwt@example.com，QQ 345678901，欢迎联系，手机同微信号，"
        f"期待您的回复，谢谢您的时间。站点 {code}，盘 {path}。"
    )
    left = redact(text)
    assert left.startswith("微信 [社交账号已隐藏]，电话 [电话已隐藏]，邮箱 [邮箱已隐藏]，")
    assert left.endswith(f"谢谢您的时间。站点 {code}，盘 {path}。")


def test_two_bytes_alone_are_no_chinese_character() -> None:
    """They are mostly a letter with an accent; two characters of GBK together are read as such as well."""
    assert [one.text for one in decodings(Reading("Qu%C3%A9bec"))] == ["Québec"]
    assert [one.text for one in decodings(Reading("%CD%F5%CE%C4"))] == ["ÍõÎÄ", "王文"]


# --- Texts of subclasses ----------------------------------------------------------------------------------------------


class Marked(str):
    """A text as a template has it, with answers of its own."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        """It holds nothing."""
        return False

    def __getitem__(self, at: object) -> str:
        """No part has a letter."""
        return ""

    def __hash__(self) -> int:
        """Another than that of the text."""
        return 1

    def __len__(self) -> int:
        """No letter."""
        return 0

    def isascii(self) -> bool:
        """Whatever it holds."""
        return True

    def lower(self) -> str:
        """Nothing is left."""
        return ""


CALL, LINK = "电话 13912345678", "https://example.com/?tel=13912345678"


@pytest.mark.parametrize("known", [Known(), Known(numbers=(("13912345678", (Kind.PHONE,)),))])
def test_a_text_of_a_subclass_is_looked_at_as_what_it_says(known: Known) -> None:
    """What is found in it is what is found in the same text."""
    assert find(Marked(CALL), known) == find(CALL, known) != ()


def test_a_text_of_a_subclass_is_redacted_as_what_it_says() -> None:
    """Its own methods would keep the number."""
    assert redact(Marked(CALL)) == f"电话 {PHONE}"


def test_findings_are_hidden_in_a_text_of_a_subclass() -> None:
    """What stands between them is read from the text itself."""
    assert hide(Marked(CALL), find(CALL)) == f"电话 {PHONE}"


def test_a_link_of_a_subclass_is_looked_at_as_what_it_says() -> None:
    """What it gives away is what the same link gives away."""
    assert find_in_link(Marked(LINK)) == find_in_link(LINK) != frozenset()


def test_texts_of_a_subclass_among_others_are_looked_at_as_what_they_say() -> None:
    """They are found under the texts that they say."""
    assert find_among([Marked(CALL), "你好"]) == find_among([CALL, "你好"])


@pytest.mark.parametrize("unchanged", [redact, lambda text: hide(text, ())], ids=["redact", "hide"])
def test_a_text_of_a_subclass_that_stays_as_it_is_is_the_same_object(unchanged: Any) -> None:
    """Nothing of it was hidden, so that a template goes on with its own text."""
    text = Marked("你好")
    assert unchanged(text) is text


def test_a_text_of_a_subclass_whose_findings_are_shown_is_the_same_object() -> None:
    """Something was found, and nothing of it is hidden."""
    text = Marked(CALL)
    assert redact(text, {Kind.EMAIL}) is text
