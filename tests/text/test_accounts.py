"""Accounts of every usual shape behind the name of every messenger."""

import pytest

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, redact

ACCOUNT = MARKS[Language.ZH][Kind.MESSENGER]
LABELS = (
    "微信：", "微信号：", "我的微信是", "加微信", "加我微信：", "WeChat: ", "WeChat ID: ", "my WeChat is ", "wx：", "vx ", "V：",
    "QQ：", "QQ号：", "Telegram: ", "TG：", "WhatsApp: ", "Skype: ", "Line: ", "LINE ID: ", "my LINE is ", "IG: ", "ins：", "抖音：",
    "抖音号：", "小红书：", "小红书号：", "微博：", "B站：", "哔哩哔哩：", "钉钉：", "钉钉号：", "飞书：", "Lark: ", "Lark ID: ", "Signal: ",
    "Discord: ", "Facebook: ", "LinkedIn: ", "领英：", "知乎：", "快手：", "视频号：", "KakaoTalk: ", "Zalo: ", "Viber: ",
    "脉脉：", "微信（常用）：", "WeChat ID (not my number): ", "微信沟通：",
)  # fmt: skip
ACCOUNTS = (
    "lw19930517", "zl1995", "q284710", "hh880123", "zhang_88", "amy.lin", "wxid_ab12cd34ef", "kevin-liu9", "linda2020",
    "ZhaoMin77", "284710635",
)  # fmt: skip


@each("label", LABELS)
@each("account", ACCOUNTS)
def test_an_account_of_a_usual_shape_is_redacted(label: str, account: str) -> None:
    """CONTACT-2: initials and a birthday as well as a name; nothing beside it is touched."""
    shown = redact(f"{label}{account}，期望城市成都")
    assert shown.removeprefix(label) in (
        f"{ACCOUNT}，期望城市成都",
        f"{MARKS[Language.ZH][Kind.PHONE]}，期望城市成都",
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("小红书：@阿梨的厨房日记", f"小红书：{ACCOUNT}"),
        ("B站：@老周讲电路", f"B站：{ACCOUNT}"),
        ("领英：https://www.linkedin.com/in/chen-8a2b47", f"领英：{ACCOUNT}"),
        ("https://space.bilibili.com/38471062", ACCOUNT),
        ("王芳_微信wangfang88.pdf", f"王芳_微信{ACCOUNT}.pdf"),
        ("微信\nlw19930517", f"微信\n{ACCOUNT}"),
        ("https://twitter.com/hequn_nlp", ACCOUNT),
        ("作品：https://user.qzone.qq.com/990001324，谢谢", f"作品：{ACCOUNT}，谢谢"),
        ("聊 http://wpa.qq.com/msgrd?v=3&uin=880004512&site=qq.", f"聊 {ACCOUNT}."),
        ("看 www.zhihu.com/people/lao-yi-chen。", f"看 {ACCOUNT}。"),
        ("https://v.kuaishou.com/aB3dE5", ACCOUNT),
        ("m.weibo.cn/u/5600001234", ACCOUNT),
        ("tg:t.me/zhang_88, ok", f"tg:{ACCOUNT}, ok"),
        ("api.whatsapp.com/send?phone=8613800138000", ACCOUNT),
        ("https://join.skype.com/invite/kQ7xZ2mPa8", ACCOUNT),
    ],
)
def test_a_profile_is_an_account(text: str, left: str) -> None:
    """CONTACT-2: where people are found by a name in Chinese, or by a link."""
    assert redact(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "微信/QQ：⟦weiwei0923⟧/⟦2840007156⟧",
        "微信和QQ分别是⟦xinyue_edu⟧和⟦738190265⟧",
        "全网同名：抖音⟦axiangeatsall⟧、小红书⟦axiangeatsall⟧",
    ],
)
def test_every_account_of_a_list_is_redacted(text: str) -> None:
    """CONTACT-2: two behind two names, and one that stands once more with nothing that leads up to it."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@pytest.mark.parametrize(
    "text",
    [
        # Behind a few words.
        "I keep QQ open all day (number ⟦800012399⟧) and answer",
        "Personal WeChat same as on my card: ⟦YunDesign2020⟧",
        # Before the name.
        "⟦suyan.design⟧ 是我的微信，作品集太大",
        "⟦kwame.solar⟧ is my Skype",
        "⟦553829104⟧，这是我的QQ，收文件用",
        "⟦xiaobei_audit⟧／微信／随时",
        "⟦qianduan_ashu⟧←微信",
        "⟦@fatou_ndiaye⟧ — Telegram",
        "Reach out: ⟦gunther.b⟧ (Skype)",
        "I tweet about spinal rehab: ⟦@physio_marta⟧ on X",
        # Where the sentence goes on with a number.
        "QQ就是⟦87340916⟧，八位老号，一直没换",
        "我的小红书号是⟦95270314688⟧，三个月涨粉六千",
        # By links and what stands for them.
        "I am ⟦/in/samuel-otieno-welding⟧ on LinkedIn",
        "Teams 个人号：⟦live:.cid.3f00a0b0c0d0⟧",
        # In other ways.
        "WeChat/⟦tina_logistics⟧",
        "Kakao ID ⟦minseo.lee⟧ or Line ⟦minseo_line⟧",
        "my Discord's ⟦hanyupixel⟧ if there is a call",
        "微信 ⟦h u a n g 8 8 6⟧",
        "微信⟦pang🌸pang🌸0317⟧（去掉花）",
        "看完就敲我⟦zongcai-wenmi⟧，随叫随到",
        "💬⟦jiudian_xiaoan⟧",
    ],
)
def test_an_account_is_redacted_however_it_is_led_up_to(text: str) -> None:
    """CONTACT-2: behind a few words, before the messenger's name, beside a sign, spelled out; nothing else is touched."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@pytest.mark.parametrize(
    "text",
    [
        "WeChat ID verification flow redesign",
        "Line ID mapping table for 320 production lines",
        "Telegram: chat-bot for order tracking",
        "Teams: Alpha, Bravo and Charlie",
        "累计处理13841728095条数据",
        "https://twitter.com/settings/widgets",
        "微信GB2312编码",
        "WeChat v8032",
        "覆盖范围信息与氛围信任度",
        "View issues from the command line: posts, comments and labels",
        "the edge of a trading signal - capital-free",
        "music from netease, qq, kugou and xiami",
        "decode telegram file_id and convert it",
        "WeChat account verification and recovery",
        "Discord: moderated a 9,000-member community",
        "SAP系统账号ZMM_BUYER03权限梳理",
        "curated datasets → fine-tune pipeline",
        "Library-agnostic (Discord)",
        "Upload-Post (TikTok, Instagram and more)",
    ],
)
def test_what_a_messenger_is_about_is_no_account(text: str) -> None:
    """A phrase, a version, a standard or a count behind the name of a messenger stays."""
    assert redact(text) is text
