"""What messengers are called by those who would not be found calling them by name: homophones, half names, pictures.

The names and the signals for them are both made of these lists.
"""

import re
from collections.abc import Iterator

from resume_visibility.projection.contacts.patterns import words

# They mean nothing else.
HAN_NAMES = words(
    "某音 斗音 抖阴 都音 兜音 陡音 豆音 抖抖 抖y 抖yin 抖🎵 d音 小红s 小红本 小hong书 红书 某书 小📕 📕 🍠 小🍠 某手 筷手 快s 大眼仔 围勃 渣浪 浪博 某博 "
    "小破站 逼站 盯盯 钉🔨 叮🔔 飞叔 菲书 肥书 匪书 飞🐭 纸✈ ✈ 腾讯q 扣q 抠q 🛩 小蓝机 连我 斯盖普 思盖普 瓦次普 瓦茨艾普 哇次 迪斯科德 照片墙 小蓝鸟 非死不可 卡考 哀居 某乎 逼乎 "
    "胃信 委信 蔚信 畏信 伟信 危信 味信 喂信 嵬信 绿信 微讯 微訊 微新 微丶信 微xin 微❤ 微💌 微💚 卫🌟 卫⭐ 🛰 💚 🟢 绿泡 绿色泡泡 绿绿 小绿人 绿标软件 绿app 求求 丘丘 邱邱 囚囚 胖鹅 企蛾 🐧"
)
LATIN_NAMES = words(
    "xhs kuaishou dingding koukou qiuqiu lvpaopao katalk telega telegramm t-gram v.x w信 x信 wei❤"
)

# They do, so that a number's name or a colon has to follow.
HAN_TOLD = words(
    "默默 订订 定定 顶顶 非书 飞机 信号弹 起鹅 气鹅 大绿 蝙蝠 闲鱼 抖 蔻 抠 寇 扣 鹅 微 薇 威 徽 葳 💬 🎵 红薯 阿b"
)
LATIN_TOLD = words(
    "dy ks wb dc momo qie potato fb ig ins vk kkt disc skpe skyp 5kype 1nsta 1g wecht weix1n v1ber s1gnal zal0 xhs wa ws tt"
)

PICTURES = tuple(dict.fromkeys(name[0] for name in (*HAN_NAMES, *HAN_TOLD) if name[0] > "\U0000ffff"))
"""Messengers as pictures that lie outside the basic plane."""

_NUMBER = "(?:号码?|id|账号)"


def patterns(sign: str, *, clear: bool = True, told: bool = True) -> Iterator[str]:
    """A pattern for each, with a sign or two between its letters perhaps: 绿.泡.泡.

    Args:
        sign: a pattern for a sign.
        clear: those that mean nothing else.
        told: those that do.
    """
    gap = f"{sign}{{0,2}}"
    behind = rf"(?=(?:{gap}{_NUMBER})?{gap}[:：@]|{gap}{_NUMBER}|{gap}[)）】])"
    lists = (
        *(((HAN_NAMES, ""), (LATIN_NAMES, "")) if clear else ()),
        *(((HAN_TOLD, behind), (LATIN_TOLD, behind)) if told else ()),
    )
    for names, then in lists:
        for name in names:
            start = "(?<![a-z])" if name[0].isascii() else ""
            end = "(?![a-z])" if name[-1].isascii() else ""
            yield start + gap.join(map(re.escape, name)) + end + then
