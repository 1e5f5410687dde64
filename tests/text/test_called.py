"""Names by which people are found on messengers and networks: nicknames, names of several words, words at a company."""

import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

from headers import searched
from hypothesis import given
from hypothesis import strategies as st
from scorer import score

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, Known, Names, judgement, redact
from resume_visibility.text.accounts import candidates_with_lead, threshold_for
from resume_visibility.text.fold import Effort, Reading, fold, written_as
from resume_visibility.text.judgement import (
    CERTAIN,
    NAME_THRESHOLD,
    THRESHOLD,
    VETO,
    features,
    layers_of,
)
from resume_visibility.text.platforms import terms_of
from resume_visibility.text.signals import may_hold_contact

ACCOUNT = MARKS[Language.ZH][Kind.MESSENGER]


@each(
    "text",
    [
        # With figures behind it, whatever leads up to it.
        "微信：⟦浩哥0912⟧",
        "微信号：⟦浩哥0912⟧",
        "加微信⟦浩哥0912⟧，备注来意",
        "QQ：⟦浩哥0912⟧",
        # In quotation marks of any kind, behind a label or a verb of search.
        "微信号“⟦浩哥求职⟧”",
        "微信搜“⟦浩哥求职⟧”",
        "微信里搜「⟦浩哥求职⟧」就能加我",
        "VX搜“⟦浩哥求职⟧”",
        "脉脉搜“⟦王浩 字节⟧”",
        # Where nothing else in the text looks like a detail.
        "微信搜⟦浩哥求职⟧，随时聊",
        "绿泡泡搜⟦橘子汽水味⟧",
        # At a company.
        "飞书：⟦wanghao@corp⟧",
        "钉钉 ⟦wanghao@corp⟧",
        "飞书搜 ⟦heyuan@云岚科技⟧ 就行",
        "飞书搜 ⟦wanghao⟧",
        # Several Latin words, and a short handle.
        'WeChat search "⟦Hao Wang PM⟧"',
        "IG: ⟦haow4⟧",
        "Threads/IG: ⟦haow4⟧",
        # Where words go on behind it without a sign, or a count stands behind a number.
        "VX搜：⟦路金⟧加我",
        "加微信⟦大鹏Coach⟧，备注来意",
        "小红书号：⟦4937201865⟧ 粉丝1.8万 赞藏22万",
        # Behind a label, in the name of a network that is a picture.
        "🍠同名⟦林中鹿⟧",
        "微博/知乎：⟦林中鹿⟧",
        # A room that one joins.
        "腾讯会议号 ⟦482 917 063⟧，您进来我就开始",
    ],
)
def test_CONTACT_2_a_name_by_which_somebody_is_found_is_an_account(text: str) -> None:
    """The whole of it, and nothing beside it."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@each(
    "text",
    [
        "微信搜索“附近的人”功能的产品设计",
        "负责微信搜一搜的“服务直达”项目",
        "飞书搜“审批”的召回率提升 12%",
        "钉钉搜“考勤”入口改版",
        "在微信搜“医保”可以看到我负责的页面",
        "微信小程序“浩哥点餐”",
        "知乎搜“职场”流量第一",
        "微信搜索2.0的架构升级",
        "抖音搜索：召回与排序",
        "用户画像标签同名合并逻辑由我设计，去重后剩 1,900 个",
        "Staff Nurse @ St. Brannoc Hospital, night shifts",
        "Engineer @ J.P. Morgan, Shanghai",
        "Search for suppliers on Facebook, message customers on WhatsApp",
    ],
)
def test_what_people_search_for_and_where_they_work_is_no_account(text: str) -> None:
    """Features, products, figures and employers stay."""
    assert redact(text) is text


def test_CONTACT_2_names_and_what_is_searched_for_are_distinguished() -> None:
    """In lines that the training has not seen; half of the names and subjects are characters by chance."""
    found = score(searched(1_000, 5), redact)
    assert found.cells["plain", "messenger"].rate >= 0.9
    assert found.by_grade["clean"].rate >= 0.94


def test_a_text_of_chinese_characters_alone_may_name_a_messenger() -> None:
    """The first look lets it through, and most others not."""
    assert may_hold_contact("微信搜小明")
    assert may_hold_contact("负责口碑运营，小飞机搜浩哥求职")
    assert not may_hold_contact("负责交易系统的微服务拆分与维护，支持多人协作")


_SENTENCES = [
    row["text"].replace(span[0], "*", 1)
    for name in ("dev_12", "dev_13", "dev_14")
    for row in map(
        json.loads, Path(__file__).with_name("sets").joinpath(f"{name}.jsonl").read_text("utf-8").splitlines()
    )
    for span in row["spans"][:1]
]
_GIVEN = st.text(
    "思远国华建军芳娜秀英敏静丽磊洋勇艳娟涛超修竹明月欣怡梓涵浩宇佳慧晨曦嘉豪瑞雪", min_size=1, max_size=2
)


@each("text", ["微信：*·供应链", "我的B站号叫*·供应链，里面有教程", "Telegram 找*,我基本秒回", "钉钉：*0912"])
def test_LAW_1_a_name_that_is_an_account_is_judged_without_its_letters(text: str) -> None:
    """Of names that are words of work, too, as much is hidden as of others."""
    left = {redact(text.replace("*", name), known=Known(names=Names([name]))) for name in _WORDS_OF_WORK}
    assert len(left) == 1


def test_LAW_1_a_name_of_several_words_is_judged_without_its_letters() -> None:
    """Beside the name of a network, such words are an account if none of them is in a list of words."""
    text = "LinkedIn: “*, PMP”"
    left = {
        redact(text.replace("*", name), known=Known(names=Names([name])))
        for name in ("Ann Othername", "Ann Processes")
    }
    assert len(left) == 1


_WORDS_OF_WORK = ("欧阳思远", "欧阳修竹", "欧阳把酒", "欧阳约定", "欧阳工号", "欧阳运营")


def candidates_of(text: str) -> dict[str, int]:
    """The candidates of a text, each with the score that it has to exceed."""
    reading = Reading(text)
    folded = reading.folded()
    stream = folded.text
    terms = terms_of().find(stream)
    layers = layers_of(stream, stream, written_as(reading, folded))
    return {
        text[one.start : one.end]: threshold_for(stream, one, near)
        for one, near in candidates_with_lead(layers, terms, 0, len(text), Effort(len(text)))
    }


def test_a_figure_with_signs_between_its_thousands_is_no_candidate() -> None:
    """It is several groups of digits, as an account that is spelled out is."""
    assert "1,900" not in candidates_of("加微信，去重后剩 1,900 个同名")
    assert "1,9,0,0" in candidates_of("加微信，去重后剩 1,9,0,0 个同名")


def test_a_room_has_nine_figures_at_least() -> None:
    """Fewer behind the name of a meeting are as doubtful as any figures."""
    assert candidates_of("腾讯会议号：48291")["48291"] == THRESHOLD
    assert candidates_of("腾讯会议号：482917063")["482917063"] == CERTAIN


def test_a_word_with_a_company_needs_no_sign_and_may_be_a_word_of_the_language() -> None:
    """The company says that it is an account there."""
    assert candidates_of("钉钉 support@corp") == {"support@corp": VETO}
    assert candidates_of("钉钉 support") == {"support": THRESHOLD}


def test_a_label_says_more_of_a_name_than_a_colon() -> None:
    """Behind a label only a score against a name rules it out; behind a colon the weights decide, and need not be as sure as of an id."""
    assert candidates_of("微信昵称：林中鹿")["林中鹿"] == VETO
    assert (
        candidates_of("微信：林中鹿")["林中鹿"]
        == candidates_of("知乎：林中鹿")["林中鹿"]
        == NAME_THRESHOLD
        < THRESHOLD
    )
    assert "林哥0912" in candidates_of("微信林哥0912")


def test_right_behind_a_verb_of_search_a_subject_may_end_the_clause() -> None:
    """A sign before a name, or what is said of somebody, makes the difference."""
    subject, quoted, said = "微信搜知水", "微信搜“知水”", "微信搜知水就能找到"
    assert candidates_of(subject)["知水"] == candidates_of("微信搜“知水”的入口")["知水"] == NAME_THRESHOLD
    assert candidates_of(quoted)["知水"] == candidates_of(said)["知水"] == VETO


@given(
    st.sampled_from(_SENTENCES),
    _GIVEN,
    st.data(),
    st.sampled_from(["*", "*·供应链", "*0912", "“*”", "* 字节"]),
)
def test_LAW_1_no_account_depends_on_the_letters_of_a_known_name(
    sentence: str, one: str, data: st.DataObject, written: str
) -> None:
    """Where the writer is found by the very name: that the name is hidden says nothing of its letters."""
    other = data.draw(
        st.text("思远国华建军芳娜秀英敏静丽磊洋勇艳娟涛超", min_size=len(one), max_size=len(one))
    )
    text = sentence.replace("*", written)
    left = [
        redact(text.replace("*", f"欧阳{name}"), known=Known(names=Names([f"欧阳{name}"])))
        for name in (one, other)
    ]
    assert left[0] == left[1]


@each(
    "text",
    [
        "汽修技师，干了十四年。抖音⟦老周修车记⟧，里面全是我平时拆发动机的视频，您看看手艺再说。",
        "⟦胖达走四方⟧是我的B站名，拍摄、剪辑、配乐一个人搞定。",
        "本人网名“⟦码垛机器人修理工⟧”，在工控论坛发帖一千多，站内信可以找到我。",
        "懂车帝 | ⟦二手车阿亮说真话⟧ | 私信必回",
        "下厨房ID是⟦蒸蛋不放盐⟧，菜谱被收藏三万次。",
    ],
)
def test_CONTACT_2_a_name_is_found_beside_a_network_with_no_sign_between(text: str) -> None:
    """Right behind the network, before it, in another field, and behind a label that stands for a network."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@each(
    "text",
    [
        "负责抖音直播带货，月销百万。",
        "在微信叫号系统项目中负责后端，医院日均取号量四千次。",
        "我们组在飞书上叫“救火队”，其实就是线上稳定性小组，一共五个人。",
        "平时爱看B站“中科院物理所”的科普直播，对实验演示很感兴趣。",
        "抖音叫好不叫座的选题我们复盘过二十条，结论是前三秒没有冲突。",
    ],
)
def test_a_clause_of_work_beside_a_network_names_nobody(text: str) -> None:
    """What the words around it speak of makes the difference."""
    assert redact(text) is text


def test_only_whole_clauses_are_candidates() -> None:
    """Where the reach ends within a clause, the rest of it is no name; nor are numerals, nor what other clauses speak of."""
    assert candidates_of("微信，" + "一" * 4 + "，" + "林" * 40) == {}
    assert candidates_of("林" * 40 + "，知水微信") == {"知水": NAME_THRESHOLD}
    assert candidates_of("林" * 40 + "微信") == candidates_of("微信，知水请留言") == {}
    assert candidates_of("小宇宙知水") == {}
    far, between = "林" * 20, "请留言请留言请留言请"
    assert candidates_of(f"微信，{between}，{far}") == candidates_of(f"{far}，{between}，微信") == {}


def test_before_a_network_only_words_that_are_in_no_list_may_be_a_name() -> None:
    """Somebody on LinkedIn, and what somebody did there."""
    assert "leocadia finch-obi" in candidates_of("she is leocadia finch-obi on linkedin")
    assert "brand finch-obi" not in candidates_of("she is brand finch-obi on linkedin")


@each(
    "text",
    ["抖音*爱做饭，里面都是我自己拍的视频", "*爱做饭是我的B站名，可以私信", "本人小红书*的日记，粉丝两千"],
)
def test_LAW_1_no_letter_of_a_known_name_decides_what_is_a_name_beside_a_network(text: str) -> None:
    """Names with letters of verbs, numerals and words of other clauses."""
    names = ["王修竹", "和修竹", "找修竹", "万一千", "王开发", "谢谢吾"]
    assert len({redact(text.replace("*", name), known=Known(names=Names([name]))) for name in names}) == 1


@each("text", ["please add my WeChat ⟦sunnytrail⟧, thanks", "加我的微信⟦linyuex⟧"])
def test_CONTACT_2_a_bid_to_add_the_writer_leads_to_an_account_of_any_word(text: str) -> None:
    """The weights have to be very sure of the opposite, and are not."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@each(
    "text",
    [
        "I'm ⟦Gulmira the Baker⟧ on Instagram, easier to write there",
        "Follow ⟦Nadir the Welder⟧ on YouTube to see me do a root pass",
        "My TikTok is ⟦Crumbs and Consequences⟧.",
        "Hobby: pixel art. Pixiv pen name, ⟦Lemon Cassette⟧.",
        'Tutorials about pivot tables by "⟦Tía Chelo⟧" (this is me, YouTube)',
        "On Strava, ⟦Huffing Heidi⟧. On Garmin Connect the same.",
        "Signal is fine, the contact name is ⟦Ø. Halvorsen Boats⟧.",
        "PSN name? ⟦Patient Porcupine⟧. Bring a headset",
        "Instagram: ⟦Bolts, Nuts & Mothers⟧",
        # However blanks, apostrophes and bullets are written.
        "I’m ⟦Gulmira the Baker⟧ on Instagram",
        "Pastry chef, I'm ⟦Gulmira the Baker⟧ on Instagram",
        "- I'm ⟦Gulmira the Baker⟧ on Instagram",
        "• I'm ⟦Gulmira the Baker⟧ on Instagram",
        "I'm ⟦Ｇulmira the\xa0Baker⟧ on Instagram",
        "DM ⟦The  Quiet  Estimator⟧  on  LinkedIn.",
        "I'm ⟦Gulmira the Baker⟧, I live on Instagram",
    ],
)
def test_CONTACT_2_words_with_capitals_beside_a_network_may_be_a_name(text: str) -> None:
    """With little words between them, but without the word that begins the sentence, and without the next sentence."""
    written = text.replace("⟦", "").replace("⟧", "")
    name = text[text.index("⟦") + 1 : text.index("⟧")]
    assert name in candidates_of(written)


def test_an_ambiguous_name_of_a_network_needs_a_capital_itself() -> None:
    """A signal is no messenger."""
    assert "Brave Baker" in candidates_of("you meet Brave Baker over Signal or by bike")
    assert "Brave Baker" not in candidates_of("you meet Brave Baker over signal or by bike")


@each(
    "text",
    ["EDUCATION TECHNOLOGY IN PUNJAB, Instagram", "Domain: Ann Othername and Sons", "mail from Brave Baker"],
)
def test_capitals_alone_and_mail_make_no_name(text: str) -> None:
    """A heading has capitals all over, and a mailbox has no name by which somebody is searched."""
    assert not any(one.count(" ") and one[0].isupper() for one in candidates_of(text))


def test_a_name_that_the_reach_cuts_off_is_none() -> None:
    """What is far from a network is not called by its first letters."""
    text = "TikTok " + "x" * 43 + " Careful Lunatics"
    assert "Careful Lunatic" not in candidates_of(text)
    assert "Careful Lunatics" in candidates_of(text.replace("xx", "", 1))


def test_LAW_1_no_known_name_is_a_part_of_a_name_with_capitals() -> None:
    """What is hidden beside it does not depend on its letters."""
    text = "I bake as * the Baker on Instagram, and my brother is a plumber."
    left = {
        redact(text.replace("*", name), known=Known(names=Names([name])))
        for name in ("Ann Othername", "Ann Managed", "Ann Company")
    }
    assert len(left) == 1
    stream = fold(text).replace("*", "ann othername")
    layers = layers_of(stream, stream.replace("ann othername", " " * 13), stream.title())
    beside = candidates_with_lead(layers, terms_of().find(stream), 0, len(stream), Effort(len(stream)))
    assert [one for one, _ in beside if one.shape == "title" and one.start < 23] == []


def test_capitals_are_kept_where_the_text_is_folded() -> None:
    """A character that is folded into several gives each of them no capital of its own."""
    for text, kept in (("ＡbC", "AbC"), ("Ｍeﬁ T", "Mefi T"), ("É\xa0B", "E B"), ("ẞ\xa0B", "ß B")):
        reading = Reading(text)
        assert written_as(reading, reading.folded()) == kept


def test_a_clause_whose_own_characters_say_work_is_not_looked_at_further() -> None:
    """Most clauses beside a platform are ruled out so; a name of unknown characters is not."""
    work, name = "带领团队完成架构优化", "浩哥修车"
    scores = [weighed(text) for text in (f"微信，{work}，", f"微信，{name}，")]
    assert scores[0] == []
    assert scores[1]


def weighed(text: str) -> list[str]:
    """The features that were asked for beyond those of a candidate's own characters."""
    asked: list[str] = []

    def counted(*args: Any) -> set[str]:
        asked.append(args[0])
        return features(*args)

    with patch.object(judgement, "features", counted):
        redact(text)
    return asked
