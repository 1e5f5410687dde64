"""The candidate's own number and address go wherever they stand, without any judgement."""

import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from known_names import redact_own
from odd_texts import encoded
from pace import some_of
from resume_visibility.errors import InvalidValue
from resume_visibility.model.language import Language
from resume_visibility.text import (
    MARKS,
    Kind,
    Known,
    Line,
    Names,
    find,
    find_among,
    find_in_link,
    hide,
    redact,
)
from resume_visibility.text.finding import clears_link
from resume_visibility.text.fold import SHAPES, Reading, decodings, fold
from resume_visibility.text.names import folded_letters, unify_script

NUMBERS = ("13800138000", "8613800138000")
EMAILS = ("zhang.san@example.com",)
PHONE, EMAIL = MARKS[Language.ZH][Kind.PHONE], MARKS[Language.ZH][Kind.EMAIL]


def own(text: str) -> str:
    """The text without the candidate's own number and address."""
    return redact_own(text, NUMBERS, EMAILS)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("订单号13800138000", f"订单号{PHONE}"),
        ("99138001380001", f"99{PHONE}1"),
        ("１３８-零零壹叁.8ooo", PHONE),
        ("one three eight zero zero 138 triple zero", PHONE),
        (
            "one and three and eight and zero and zero and one and three and eight and zero and zero and zero",
            PHONE,
        ),
        ("1 a 3 a 8 a zero a zero a 1 a 3 a 8 a zero a zero a zero", PHONE),
        ("+86 138 0013 8000", f"+{PHONE}"),
        ("前三位138，后八位00138000", f"前三位{PHONE}"),
        ("138 and much later in the text 00138000", f"{PHONE} and much later in the text {PHONE}"),
        ("1380013800013800138000", PHONE * 2),
        ("①138②0013③8000", f"①{PHONE}"),
        ("AAA ①138②0013③8000", f"AAA ①{PHONE}"),
        ("1①2③3⑧4⓪5⓪6①7③8⑧9⓪0⓪⓪", f"1{PHONE}"),
        ("1 3 8 0 0 1 3 8 0 0 09组", f"{PHONE}9组"),
        ("一三八〇〇一三八〇〇〇个", f"{PHONE}个"),
    ],
)
def test_the_own_number_goes_in_any_writing(text: str, left: str) -> None:
    """Neither a label, nor digits around it, nor a disguise keeps the own number in."""
    assert own(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Zhang.San@Example.com",
        "zhang.san (at) example [dot] com",
        "z h a n g . s a n @ e x a m p l e . c o m",
        "zhang点san艾特example点com",
        "zhang.san at example dot com",
        "zhang dot san at example点com",
        "zhang dot san at example dot com",
        "ｚｈａｎｇ．ｓａｎ＠ｅｘａｍｐｌｅ．ｃｏｍ",
    ],
)
def test_the_own_address_goes_in_any_writing(text: str) -> None:
    """An address is known by its letters, whatever stands between them."""
    assert own(f"写给{text}。") == f"写给{EMAIL}。"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("后四位80008000电话0013\n0", "后四位80008000电话0013\n0"),
        ("尾号8000，8000，好记", f"尾号{PHONE}，{PHONE}，好记"),
        ("尾号8000台8000", f"尾号{PHONE}台{PHONE}"),
        ("last 4 8000 digits 8000", f"last 4 {PHONE} digits {PHONE}"),
        ("前七位1380013/1380013", f"前七位{PHONE}/{PHONE}"),
    ],
)
def test_a_called_piece_goes_at_once(text: str, left: str) -> None:
    """What is left of a text with a piece said twice is left when it is redacted again."""
    assert own(text) == left
    assert own(left) == left


@pytest.mark.parametrize("text", ["尾号8000九", "尾号8000九 12"])
def test_digits_that_go_on_are_no_piece(text: str) -> None:
    """The last digits are the last: what goes on right behind them, in whatever writing, is another number."""
    assert own(text) is text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1380013 13800138000 8000", PHONE),
        ("前七位1380013，138001380008000", f"前七位{PHONE}，{PHONE}8000"),
        ("zhang.san@zhang.san@example.comexample.com", EMAIL),
        ("一1380013138001380008000二", f"一{PHONE}二"),
    ],
)
def test_what_another_one_hides_goes(text: str, left: str) -> None:
    """A number or address that stands around another one is taken out, too."""
    assert own(text) == left
    assert own(left) == left


def test_a_text_that_never_ends_giving_the_number_is_withheld() -> None:
    """A number within itself, again and again, is no text to show in part."""
    assert own("工作认真" + "1380013" * 9 + "8000" * 9 + "，细心") == PHONE
    addresses = "zhang.san@" * 9 + "example.com" * 9
    assert redact_own(f"工作认真{addresses}，细心", (), EMAILS) == EMAIL


@pytest.mark.parametrize("between", [" lorem ipsum dolor ", "\n" * 20, "x" * 30, "，" + "话" * 200])
def test_the_own_number_goes_however_far_apart_its_digits_stand(between: str) -> None:
    """PHONE-1: what no number of anybody else's is read across hides nothing of the own one."""
    assert own(f"call {between.join('13800138000')} ok") == f"call {between.join([PHONE] * 11)} ok"


@pytest.mark.parametrize("text", ["负责系统设计", "订单号13912345678", "zhang.san@other.com", "", "138 0013"])
def test_other_text_comes_back_itself(text: str) -> None:
    """A text without the own number and address is the same object."""
    assert own(text) is text
    assert redact_own(text, (), ()) is text
    assert redact_own(text, ("",), ("",)) == text


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("lin@例子.公司", "lin（at）例子点公司"),
        ("lin@例子.公司", "lin艾特例子.公司"),
        ("lin@例子.公司", "LIN@xn--fsqu00a.xn--55qx5d"),
        ("lin@xn--fsqu00a.xn--55qx5d", "lin#例子。公司"),
        ("lin@müller.de", "lin at muller dot de"),
        ("lin@müller.de", "lin@xn--mller-kva.de"),
        ("张三@例子.公司", "张三@例子.公司"),
    ],
)
def test_CONTACT_1_the_own_address_goes_in_every_spelling_of_its_host(address: str, written: str) -> None:
    """CONTACT-1: in its own letters and in punycode; its letters in Latin alone are not the address."""
    assert redact_own(f"写给{written}，谢谢", (), (address,)) == f"写给{EMAIL}，谢谢"
    clean = "Berlin，公司的例子，林"
    assert redact_own(clean, (), (address,)) is clean


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("lin@xn--fsqu00a.com", "l i n @ 例 子 . c o m"),
        ("lin@xn--fsqu00a.com", "lin艾特例子点com"),
        ("lin@xn--strae-oqa.de", "l i n @ s t r a ß e . d e"),
    ],
)
def test_CONTACT_1_the_own_address_at_a_host_of_any_letters_goes_by_its_letters(
    address: str, text: str
) -> None:
    """Signs between them, and words for signs, hide it as little as one in Latin letters."""
    assert redact_own(text, (), (address,)) == EMAIL


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("s@a.as", "熟悉 SaaS"),
        ("in@for.ma", "information systems"),
        ("me@et.in", "Weekly meeting"),
        ("me@et.in", "some et inside"),
    ],
)
def test_LAW_1_words_that_are_made_of_the_letters_of_a_short_address_stay(address: str, text: str) -> None:
    """A mark over a part of a word would give the address away."""
    assert redact_own(text, (), (address,)) is text


@pytest.mark.parametrize(
    "text", ["me@et.in", "M E @ E T . I N", "me at et dot in", "（me et in）", "me#et。in"]
)
def test_CONTACT_1_a_short_address_goes_where_it_stands_by_itself(text: str) -> None:
    """With a sign or a word between its letters, and no letter beside them."""
    assert EMAIL in redact_own(text, (), ("me@et.in",))


def test_CONTACT_1_a_homepage_of_one_word_goes_behind_its_scheme() -> None:
    """Anywhere else the word means what it means."""
    known = Known(homepages=(("https://scale/", (Kind.HOMEPAGE,)),))
    assert [one[:2] for one in find("scale up at http://scale", known)] == [(19, 24)]


@pytest.mark.parametrize(
    "homepage",
    [
        "https://./",
        "https://。/",
        "https://\u200b/",
        "https://\u202e/",
        "https://\u3164/",
        "https://.a/",
        "https://./cv",
    ],
)
def test_LAW_6_a_homepage_of_which_nothing_is_read_is_looked_for_nowhere(homepage: str) -> None:
    """It makes no text fail, and hides none."""
    assert find("十年后端经验, a .a /cv", Known(homepages=((homepage, (Kind.HOMEPAGE,)),))) == ()


@pytest.mark.parametrize(
    "query", ["id=3&utm_source=wechat", "utm_source=a&id=3", "from=timeline&id=3&spm=1#top"]
)
def test_CONTACT_1_a_homepage_goes_without_what_says_how_somebody_came_there(query: str) -> None:
    """What leads on in the same query is kept."""
    known = Known(homepages=((f"https://lena.example.com/cv?{query}", (Kind.HOMEPAGE,)),))
    assert [one[:2] for one in find("见 lena.example.com/cv?id=3", known)] == [(2, 26)]
    assert find("见 lena.example.com/cv?id=4", known) == ()


def test_CONTACT_1_a_homepage_goes_behind_a_login() -> None:
    """Who calls it is no part of it."""
    known = Known(homepages=(("https://lena.example.com/", (Kind.HOMEPAGE,)),))
    assert any(one.start == 10 for one in find("https://x@lena.example.com/", known))


@pytest.mark.parametrize(
    "text", ["壹參捌零零壹參捌零零零", "壹参捌零零壹参捌零零零", "壹-參-捌-零-零-壹-參-捌-零-零-零"]
)
def test_PHONE_1_the_own_number_goes_in_the_numerals_of_contracts(text: str) -> None:
    """Three, in them, is written like a word for taking part."""
    assert own(text) == PHONE
    assert own("负责参与零售项目，参加陆续") == "负责参与零售项目，参加陆续"
    assert redact_own("壹参参參零零零伍陆柒捌", ("13330005678",), ()) == PHONE


def test_bytes_that_are_utf_8_throughout_are_read_as_nothing_else() -> None:
    """Every other way to read a text has to be looked at, too."""
    assert [one.text for one in decodings(Reading("%E5%BC%A0%E4%B8%89"))] == ["张三"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("陈建国", "%EA%90%BD%A8%87%F8"),
        ("陈家豪", "%EA%90%BC%D2%BA%C0"),
        ("岑宝华", "\\xE1\\xAF\\xB1\\xA6\\xBB\\xAA"),
    ],
)
def test_NAME_4_a_name_in_gbk_goes_where_its_first_bytes_may_be_utf_8(name: str, code: str) -> None:
    """Three bytes of the one may be three halves of the other."""
    assert [one[:2] for one in find(f"下载 {code}.pdf", Known(names=Names((name,))))] == [(3, 3 + len(code))]


@pytest.mark.parametrize(
    ("name", "text"), [("Groß Weiß", "G r o ß  W e i ß"), ("Æsir Þór", "Æ S I R  Þ Ó R")]
)
def test_NAME_4_a_name_with_a_letter_that_is_read_as_two_goes_spaced_out(name: str, text: str) -> None:
    """Each of its letters stands alone, however many it is read as."""
    assert [one[:2] for one in find(text, Known(names=Names((name,))))] == [(0, len(text))]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("张思远", "张 13800138000 思远"),
        ("张思远", "张（foo@bar.com）思远"),
        ("Lena Vasquez", "Lena 13800138000 Vasquez"),
    ],
)
def test_NAME_4_a_name_goes_around_another_detail(name: str, text: str) -> None:
    """What is taken out between its parts puts them side by side."""
    found = find(text, Known(names=Names((name,))))
    assert (0, len(text)) in {one[:2] for one in found if Kind.NAME in one.tags}


def test_CONTACT_1_an_address_goes_around_a_mark_and_another_detail() -> None:
    """A mark that somebody typed is taken out together with what was found."""
    text = "lin.yue@examp[电话已隐藏]le 13900139000.com"
    found = find(text, Known(emails=(("lin.yue@example.com", (Kind.EMAIL,)),)))
    assert (0, len(text)) in {one[:2] for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "尾号1234/8000",
        "尾号1234或8000",
        "尾号分别为1234、8000",
        "手机后面四位8000",
        "手机号最后几位8000",
        "last-4 8000",
        "末码8000",
    ],
)
def test_PHONE_1_the_last_digits_go_however_they_are_called(text: str) -> None:
    """Alone, and behind those of another number."""
    assert own(text) == text.replace("8000", PHONE)


def test_CONTACT_2_a_known_account_goes_as_it_is_written() -> None:
    """In any width and case, with no letter or figure beside it."""
    known = Known(accounts=(("LinYue88", (Kind.MESSENGER,)),))
    found = find("ｌｉｎｙｕｅ88（同号）, linyue880, xlinyue88", known)
    assert [one[:2] for one in found if one.why == "known: an account"] == [(0, 8)]
    theirs = Known(accounts=(("zhangsan88", ("theirs",)),))
    among = find_among(["作品 zhangsan88 展", "作品 zhangsan8 展"], theirs)
    assert [[one.tags for one in some] for some in among.values()] == [[("theirs",)], []]
    assert not clears_link("https://example.com/zhangsan88", {"theirs"}, theirs)


DISTINCT = Known(
    accounts=tuple(
        (one, (Kind.MESSENGER,)) for one in ("Lena_88", "zq2020x", "_wu_99", "Lena.Liu", "zhao-ziqi")
    )
)
ACCOUNT, HOMEPAGE = (MARKS[Language.ZH][kind] for kind in (Kind.MESSENGER, Kind.HOMEPAGE))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("_lena_88_", f"_{ACCOUNT}_"),
        (r"见lena\_88。", f"见{ACCOUNT}。"),
        ("l e n a _ 8 8", ACCOUNT),
        ("X L.E.N.A._.8.8 Y", f"X {ACCOUNT} Y"),
        ("lena_ 88", ACCOUNT),
        ("lena下划线88", ACCOUNT),
        ("lena (underscore) 88", ACCOUNT),
        ("lena_八八", ACCOUNT),
        ("lena_捌8", ACCOUNT),
        ("zq二〇二〇x", ACCOUNT),
        ("88_anel", ACCOUNT),
        ("lena_88.github.io", f"{ACCOUNT}.github.io"),
        ("见_wu_99_", f"见_{ACCOUNT}_"),
        (
            "作者lena_88一直更新，我是lena_88一枚，周一lena_88",
            f"作者{ACCOUNT}一直更新，我是{ACCOUNT}一枚，周一{ACCOUNT}",
        ),
        ("作者 lena.liu，zhao-ziqi", f"作者 {ACCOUNT}，{ACCOUNT}"),
    ],
)
def test_CONTACT_2_a_known_account_that_means_nothing_else_goes_in_disguise(text: str, left: str) -> None:
    """Other numerals, other signs for its own, letter by letter and backwards; among many texts as in one."""
    assert redact(text, frozenset(Kind), known=DISTINCT) == left
    assert any(find_among(["支付系统", text], DISTINCT)[text])


@pytest.mark.parametrize(
    "text",
    [
        "Lena 88 分", "Lena, 88", "lena88", "lena在88年", "xlena_88", "lena_889", "lena_88_x", "x_lena_88", "l e n a 8 x", "zq 2020 x",
    ],
)  # fmt: skip
def test_LAW_1_words_that_an_account_is_made_of_stay(text: str) -> None:
    """Without its signs, or as a part of another word, they are none."""
    assert not any(one.why == "known: an account" for one in find(text, DISTINCT))


WEAK = (
    "java1024", "design88", "sales_007", "linyuex", "lm88", "老王说车", "林姐88", "20190701", "8888", "shanghai", "cet-6", "vx1024",
    "hr-manager", "gmail.com", "vue.js",
)  # fmt: skip
"""Accounts that may mean something else."""


@pytest.mark.parametrize("account", WEAK)
@pytest.mark.parametrize(
    "around",
    [
        "微信：{}", "加我微信{}", "VX:{}", "微信号 {}", "{}（微信）", "{} (WeChat 同号)", "@{}", "我的抖音号是{}", "GitHub: {}", "码云：{}", "暗号：{}",
        "QQ/微信同号：{}", "CSDN博客：{}", "掘金：{}", "账号“{}”", "账号 {}", "昵称：“{}”", "ID：**{}**",
        'username: "{}"', "“{}”是我的微信", "@“{}”", "账号：{}", "昵称: {}", "用户名：{}", "ID: {}", "username = {}", "微信=> {}", "微信搜{}", "微信搜索：{}", "抖音关注 {}", "{}是我的微信",
        "{} （微信公众号）", "github.com/{}", "https://gitee.com/{}/blog", "linkedin.com/in/{}",
    ],
)  # fmt: skip
def test_CONTACT_2_an_account_that_may_mean_something_else_goes_where_that_is_clear(
    account: str, around: str
) -> None:
    """By the name of a platform, before it or in brackets behind it, or an at; also by a caller's own label."""
    known, text = Known(accounts=((account, (Kind.MESSENGER,)),)), around.format(account)
    for found in (find(text, known, ("暗号",)), find_among(["支付", text], known, ("暗号",))[text]):
        left = hide(text, found, {Kind.MESSENGER})
        assert account not in left
        if "/in/" not in around and "”" not in around:  # the whole link goes, and quotes with what they hold
            assert left.replace("@", "") == around.format(ACCOUNT).replace("@", "")


@pytest.mark.parametrize(
    ("account", "text"),
    [
        *((account, f"{account}，java 1024") for account in WEAK),
        *((account, f"微信和{account}，{account}微信，a@{account}") for account in WEAK),
        ("shanghai", "Shanghai University, Facebook Shanghai, LinkedIn Shanghai"),
        ("microsoft", "Microsoft Teams, GitHub Microsoft"),
        ("java1024", "项目: java1024，GitHub 上的 java1024"),
        ("安全", "微信安全团队，抖音安全"),
        ("java1024", "邮箱：java1024x，微信java10245"),
        ("13-15k", "期望 13-15k"),
        ("20190701", "2019.07.01 到 20190701 负责微信"),
        ("vue3", "npm i @vue3/core"),
        ("数据分析", "微博 数据分析师"),
        ("shanghai", "Shanghai on WeChat"),
        *(("a_b_c", text) for text in ("方案A、B、C", "A_B_C_D")),
        ("abcd_e", "维生素A、B、C、D、E"),
        ("abc123", "A/B/C/1/2/3 级"),
        ("lena_88", "l e n a 8 8"),
    ],
)
def test_LAW_1_an_account_that_may_mean_something_else_stays_elsewhere(account: str, text: str) -> None:
    """A word, a date or a few letters are not hidden wherever they stand."""
    known = Known(accounts=((account, (Kind.MESSENGER,)),))
    assert not any(one.why == "known: an account" for one in find(text, known))


@pytest.mark.parametrize(
    ("home", "text", "left"),
    [
        ("https://github.com/lena88", "GitHub: lena88", f"GitHub: {HOMEPAGE}"),
        ("https://www.github.com/lena88/cv?tab=1", "见 LENA88", f"见 {HOMEPAGE}"),
        ("https://www.linkedin.com/in/lena88/", "lena88", HOMEPAGE),
        ("https://www.tiktok.com/@lena88", "lena88", HOMEPAGE),
        ("https://github.com/linyuex", "GitHub: linyuex，linyuex", f"GitHub: {HOMEPAGE}，linyuex"),
        ("https://github.com/java", "GitHub: java", "GitHub: java"),
        ("https://lena.example.com/lena88", "lena88", "lena88"),
        ("https://github.com", "lena88", "lena88"),
        *(
            (home, "见 lena_88", f"见 {HOMEPAGE}")
            for home in (
                "https://cn.linkedin.com/in/lena_88",
                "https://zh-cn.facebook.com/lena_88",
                "https://facebook.com/people/lena_88/1000",
                "https://m.me/lena_88",
                "https://mobile.twitter.com/lena_88",
                "https://m.weibo.cn/profile/lena_88",
                "https://github.com:443/lena_88",
                "https://me@github.com./lena_88?tab=1",
                "https://github.com//lena_88",
                "https://github.com/sponsors/lena_88",
                "https://www.youtube.com/%40lena_88",
                "https://www.kaggle.com/code/lena_88/titanic",
                "https://www.xiaohongshu.com/user/profile/lena_88",
            )
        ),
        (
            "https://weibo.com/n/%E8%80%81%E7%8E%8B%E8%AF%B4",
            "微博：老王说，老王说",
            f"微博：{HOMEPAGE}，老王说",
        ),
    ],
)
def test_CONTACT_1_a_homepage_at_a_network_gives_its_account_away(home: str, text: str, left: str) -> None:
    """Or at a host of code: whoever knows the account finds the page."""
    known = Known(homepages=((home, (Kind.HOMEPAGE,)),))
    assert redact(text, {Kind.HOMEPAGE}, known=known) == left


@pytest.mark.parametrize(
    ("home", "text"),
    [
        ("https://www.kaggle.com/competitions/titanic", "Kaggle: competitions master"),
        ("https://www.kaggle.com/competitions", "Kaggle: competitions master"),
        ("https://huggingface.co/datasets/squad", "Hugging Face: datasets 与 models"),
        ("https://github.com/sponsors/lena_88", "GitHub: sponsors 计划"),
        ("https://github.com/orgs", "GitHub: orgs"),
        ("https://lena.github.com.example.com/lena_88", "lena_88"),
        ("https://tiktok.com/lena_88", "lena_88"),
        ("https://github.com:8443/lena_88", "lena_88"),
        ("https://github.com/%2F/?q=lena_88", "lena_88"),
        ("http://1.0.0.2", "升级到 2.0.0.1"),
        ("http://1.2.3.4/", "见 4.3.2.1 节"),
        ("http://1.2.3.4", "见 5.1.2.3.4 节"),
        ("http://1.2.3.4/5", "见 5/4.3.2.1"),
    ],
)
def test_LAW_1_what_a_homepage_is_made_of_stays_where_it_means_something_else(home: str, text: str) -> None:
    """The pages of a network that are nobody's, and a version that is like a host of digits backwards or behind a number."""
    assert (
        redact(text, frozenset(Kind) - {Kind.NAME}, known=Known(homepages=((home, (Kind.HOMEPAGE,)),)))
        == text
    )


@pytest.mark.parametrize("text", ["见 1.2.3.4", "见 http://1.2.3.4/", "1.2.3.4:80", "1 点 2 点 3 点 4"])
def test_CONTACT_1_a_homepage_at_a_host_of_digits_goes(text: str) -> None:
    """As it is written, and whatever stands for its dots."""
    known = Known(homepages=(("http://1.2.3.4/", (Kind.HOMEPAGE,)),))
    assert HOMEPAGE in redact(text, {Kind.HOMEPAGE}, known=known)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("13800138****，28岁", f"{PHONE}，28岁"),
        ("1380013****|28岁，5年", f"{PHONE}|28岁，5年"),
        ("1380013xxxx；6年", f"{PHONE}；6年"),
        ("138-0013-****、28", f"{PHONE}、28"),
        ("1380013****\t10年", f"{PHONE}\t10年"),
        ("1380013----，", f"{PHONE}，"),
        ("mobile 1380013**** / age 28", f"mobile {PHONE} / age 28"),
        ("0086138****8000", f"0086{PHONE}"),
        ("00861380013****", f"0086{PHONE}"),
        ("86 138****8000", PHONE),
        ("86-1380013XXXXabc", f"{PHONE}abc"),
        ("x*x*8000", f"x*x*{PHONE}"),
    ],
)
def test_PHONE_1_a_masked_number_goes_beside_other_figures(text: str, left: str) -> None:
    """And nothing of what follows it."""
    assert own(text) == left


@pytest.mark.parametrize("text", ["年末数 8000", "期末号8000", "· · 8000", "👍👍 8000 赞", "本周末数 8000万"])
def test_LAW_1_figures_that_nobody_calls_the_last_of_a_number_stay(text: str) -> None:
    """A mark over them would show how the number ends."""
    assert own(text) == text


def test_PHONE_1_lines_that_may_be_turned_give_several_numbers_away() -> None:
    """However each of them is called."""
    known = Known(
        numbers=(("13800138000", (Kind.PHONE,)),), lines=(Line("02112345678", ("virtual number +86",)),)
    )
    turned = [one.tags for one in find("\u200f13800138000 02112345678", known) if one.why.endswith("turned")]
    assert {*turned} == {(Kind.PHONE,), ("virtual number +86",)}


def test_what_has_no_letter_and_no_digit_is_looked_for_nowhere() -> None:
    """Of a caller: nothing is found, and nothing fails."""
    known = Known(numbers=(("", (Kind.PHONE,)),), emails=(("", (Kind.EMAIL,)),), accounts=(("-", ()),))
    assert find("a - b 1", known) == ()


@each(
    "number",
    [
        "+8613800138000",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "一三八",
        "138\n",
        13800138000,
    ],
)
def test_PHONE_1_a_known_number_is_in_digits_alone(number: Any) -> None:
    """PHONE-1, LAW-7: in any other writing it would be found here and missed there, so it is refused, without a word of it."""
    tries: tuple[dict[str, Any], ...] = (
        {"numbers": ((number, ()),)},
        {"lines": (Line("400", ()), Line(number, ()))},
    )
    for wrong in tries:
        with pytest.raises((InvalidValue, TypeError)) as caught:
            Known(**wrong)
        assert str(number) not in str(caught.value)
    with pytest.raises(InvalidValue) as both:
        Known(numbers=(("1 2", ()), ("12", ()), ("3-4", ())), lines=(Line("+86", ()),))
    assert [one.path for one in both.value.problems] == ["numbers[0]", "numbers[2]", "lines[0]"]


def test_PHONE_1_a_mobile_number_is_not_known_by_its_country_code_alone() -> None:
    """As from abroad, it is found in few writings: beside it stands the one that is dialled in China, or it is refused."""
    abroad, home = ("8613800138000", ()), ("13800138000", ())
    with pytest.raises(
        InvalidValue,
        match=r"numbers\[1\]: expected the digits 0 to 9 alone, .*, without the country code 86$",
    ):
        Known(numbers=(("4420794609", ()), abroad))
    assert Known(numbers=(abroad, home)).numbers == (abroad, home)
    assert Known(lines=(Line("8613800138000", ()),)).lines


def test_CONTACT_1_a_known_homepage_has_its_scheme() -> None:
    """Without it, the address would be found nowhere; so it is refused."""
    with pytest.raises(
        InvalidValue, match=r"homepages\[0\]: expected a web address, such as https://example\.com"
    ):
        Known(homepages=(("zhangwei.me", ()),))


def test_an_address_without_a_domain_is_taken_as_it_is() -> None:
    """A name alone is found too; nothing is asked of the form of an address."""
    assert redact_own("write to zhang", (), ("zhang",), Language.EN) == "write to [e-mail withheld]"


def test_PHONE_1_every_digit_of_unicode_is_read_as_that_digit() -> None:
    """Digits of every script and shape, whatever version of Unicode the interpreter knows."""
    digits = {one: unicodedata.digit(one, None) for one in map(chr, range(sys.maxunicode + 1))}
    assert [
        f"{ord(one):x}" for one, digit in digits.items() if digit is not None and fold(one) != str(digit)
    ] == []


NEWER_ZEROS = (0x11F50, 0x1E4F0, 0x10D40, 0x116D0, 0x116DA, 0x11BF0, 0x16D70, 0x1CCF0, 0x1E5F1, 0x11DE0)
"""The zeros of Unicode 15, 16 and 17, whose digits follow in order; Python 3.11 knows those of Unicode 14."""


def test_PHONE_1_digits_that_only_a_newer_python_knows_are_read_in_every_one() -> None:
    """What is found does not depend on the version of Python: a reader's screen may know more digits than the service does."""
    assert {f"{zero:x}": fold("".join(chr(zero + one) for one in range(10))) for zero in NEWER_ZEROS} == {
        f"{zero:x}": "0123456789" for zero in NEWER_ZEROS
    }


def test_PHONE_1_every_sign_of_a_figure_and_a_word_is_read_as_both() -> None:
    """An hour, a day or a month in one sign (㍙㏠㋀) is read as its figure and its word; so the own number goes in such signs."""
    signs = {
        sign: plain
        for point in range(0x3000, 0x3400)
        if (plain := unicodedata.normalize("NFKC", sign := chr(point)))[0] in "0123456789"
        and not plain.isdigit()
    }
    assert [sign for sign, plain in signs.items() if fold(sign) != plain] == []
    for word in "点日月":
        sign_of = {plain[0]: sign for sign, plain in signs.items() if plain[1:] == word}
        number = "13812345678"
        written = "".join(map(sign_of.__getitem__, number))
        assert redact_own(f"请打{written}吧", (number,), ()) == f"请打{PHONE}吧"
        # The figures between them lead nobody astray.
        assert redact_own("9".join(written), (number,), ()) == PHONE


def test_PHONE_1_the_own_number_goes_in_old_numerals() -> None:
    """Those of Brahmi and Rumi have no zero; another script lends it."""
    assert own("编码𑁒𑁔𑁙00𐹠𐹢𐹧000") == f"编码{PHONE}"


def test_NAME_4_every_letter_is_folded_alike_in_either_case_and_company() -> None:
    """A capital as its small letter is, unless it looks like another letter (Η, η); and with something odd beside it as alone."""
    looks = set("".join(SHAPES.values()))
    # Beyond, nearly all are Chinese characters or none at all.
    points = (*range(0x20000), *some_of(range(0x20000, sys.maxunicode + 1), 11))
    letters = [chr(point) for point in points if not 0xD800 <= point < 0xE000]
    assert [
        one
        for one in letters
        if (small := one.lower()).upper() == one and fold(small) != fold(one) and one not in looks
    ] == []
    assert [one for one in letters if fold(f"\u200b{one}") != fold(one)] == []


def test_NAME_4_plain_chinese_letters_are_read_in_one_way() -> None:
    """Of a name that is made of them nothing is folded but the script: it is looked for as it is."""
    plain = [chr(point) for point in range(ord("一"), ord("鿿") + 1)]
    assert [one for one in plain if unicodedata.normalize("NFKC", one).casefold() != one] == []
    assert [one for one in plain if folded_letters(one) != unify_script(one)] == []


_OWN = Known(
    numbers=((NUMBERS[0], (Kind.PHONE,)),),
    emails=((EMAILS[0], (Kind.EMAIL,)),),
    names=Names(("张三丰", "Lena Vasquez")),
)
_SECRETS = (
    (NUMBERS[0], Kind.PHONE),
    (EMAILS[0], Kind.EMAIL),
    ("张三丰", Kind.NAME),
    ("Lena Vasquez", Kind.NAME),
)


@given(
    st.sampled_from(_SECRETS),
    st.integers(0, len([*encoded("")]) - 1),
    st.sampled_from(("资料{}完", "{}", "100%{} ", "“{}”", "C:\\{}", "file={}.pdf", "{}%", "a-{}&b", "&{};")),
)
def test_PHONE_1_NAME_4_what_is_known_goes_in_every_code(
    secret: tuple[str, Kind], way: int, around: str
) -> None:
    """PHONE-1, NAME-4, CONTACT-1: in a text, among many texts, and in the target of a link."""
    what, kind = secret
    spelled = [*encoded(what)][way]
    text = around.format(spelled)
    found = find(text, _OWN)
    start, end = text.index(spelled), text.index(spelled) + len(spelled)
    gone = {at for one in found if kind in one.tags for at in range(one.start, one.end)}
    assert gone >= {*range(start, end)}
    assert find_among([text, "支付系统", "对账和清算"], _OWN)[text] == found
    assert kind in find_in_link(f"https://example.com/{spelled}", _OWN)
    assert not clears_link(f"https://example.com/{spelled}", {kind}, _OWN)
