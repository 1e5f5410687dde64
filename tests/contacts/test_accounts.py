"""Accounts of every usual shape behind the name of every messenger."""

import pytest

from resume_visibility.model.language import Language
from resume_visibility.projection.contacts import MARKS, Detail, redact

ACCOUNT = MARKS[Language.ZH][Detail.MESSENGER]
LABELS = (
    "微信：", "微信号：", "我的微信是", "加微信", "加我微信：", "WeChat: ", "WeChat ID: ", "my WeChat is ", "wx：", "vx ", "V：",
    "QQ：", "QQ号：", "Telegram: ", "TG：", "WhatsApp: ", "Skype: ", "Line: ", "LINE ID: ", "my LINE is ", "IG: ", "ins：", "抖音：",
    "抖音号：", "小红书：", "小红书号：", "微博：", "B站：", "哔哩哔哩：", "钉钉：", "钉钉号：", "飞书：", "Lark: ", "Lark ID: ", "Signal: ",
    "Discord: ", "Facebook: ", "LinkedIn: ", "领英：", "知乎：", "快手：", "视频号：", "KakaoTalk: ", "Zalo: ", "Viber: ",
    "脉脉：", "微信（常用）：", "WeChat ID (not my number): ", "微信一：", "微信沟通：",
)  # fmt: skip
ACCOUNTS = (
    "lw19930517", "zl1995", "q284710", "hh880123", "zhang_88", "amy.lin", "wxid_ab12cd34ef", "kevin-liu9", "linda2020",
    "ZhaoMin77", "284710635",
)  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("account", ACCOUNTS)
def test_an_account_of_a_usual_shape_is_redacted(label: str, account: str) -> None:
    """CONTACT-2: initials and a birthday as well as a name; nothing beside it is touched."""
    shown = redact(f"{label}{account}，期望城市成都")
    assert shown.removeprefix(label) in (
        f"{ACCOUNT}，期望城市成都",
        f"{MARKS[Language.ZH][Detail.PHONE]}，期望城市成都",
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
        ("微信：\n\n- zhang_88\n工作认真", f"微信：\n\n- {ACCOUNT}\n工作认真"),
        ("https://twitter.com/hequn_nlp", ACCOUNT),
        ("作品：https://user.qzone.qq.com/990001324，谢谢", f"作品：{ACCOUNT}，谢谢"),
        ("聊 http://wpa.qq.com/msgrd?v=3&uin=880004512&site=qq.", f"聊 {ACCOUNT}."),
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
        "WeChat ID verification flow redesign",
        "Line ID mapping table for 320 production lines",
        "Telegram: chat-bot for order tracking",
        "Teams: Alpha, Bravo and Charlie",
        "累计处理13841728095条数据",
        "https://twitter.com/settings/widgets",
        "微信GB2312编码",
        "WeChat v8032",
        "覆盖范围信息与氛围信任度",
    ],
)
def test_what_a_messenger_is_about_is_no_account(text: str) -> None:
    """A phrase, a version, a standard or a count behind the name of a messenger stays."""
    assert redact(text) is text
