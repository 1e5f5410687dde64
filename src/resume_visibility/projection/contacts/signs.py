"""What signals a contact detail: the few characters that every detail of a kind must have close together.

Each pattern starts with one set of characters of the basic plane, or with one character: that is what makes it cheap.
"""

import re

from resume_visibility.projection.contacts.folding import UNUSUAL
from resume_visibility.projection.contacts.nicknames import (
    HAN_NAMES,
    LATIN_NAMES,
    LATIN_TOLD,
    patterns,
)
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, LETTER, SOUNDS, WALL, led, words

_H = HAN_DIGITS
_D = f"0-9{_H}"
_NOT_LETTER = rf"[^{LETTER}0-9{WALL}]"

_DIGIT_WORD = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|thirt|twent|fourt|fort|fift|sixt|sevent|ninet"
# A Chinese numeral alone carries nothing; several must stand close together.
CARRIER = re.compile(
    rf"[0-9A-Za-z@&{_H}{UNUSUAL}](?:(?<![{_H}])|{_NOT_LETTER}{{0,16}}[{_D}]|(?<=[{_H}])(?:[个十百千]|(?:[^\n]{{1,2}}[{_D}]){{3}}))"
)

# How a piece of a number says that the next one follows; no sign before it can be the first of these.
_ON = "然最后末尾剩接再结开打"

NUMBER = re.compile(
    rf"[{_D}](?<![{_D}][{_D}])(?:"
    r"(?P<handle>(?<=[a-z]{3}.)[0-9])"
    rf"|(?:{_NOT_LETTER}{{0,16}}(?:[{_D}oilszg洞]|b(?!i))){{6}}"
    r"|(?<=[01])(?:(?<=1)(?:[3-9][0-9](?:(?:[0-9]{4}|[^0-9]{1,32}[0-9]{4})[^0-9]{1,32}|[*x·•#]{4})[0-9]{4}(?![0-9])"
    r"|(?:[^0-9]{1,4}[0-9](?![0-9])){9})"
    r"|(?<=0)[0-9]{2,3}[^0-9]{1,16}[0-9]{3,4}[^0-9]{1,16}[0-9]{4}(?![0-9]))"
    r"|(?<=[2-9])[0-9]{2}[^0-9]{1,32}[2-9][0-9]{2}[^0-9]{1,32}[0-9]{4}(?![0-9])"
    rf"|(?<=[{_H}])(?:[{_H}]{{2}}|[{_H}{SOUNDS}]{{6}}|[{_H}]\W{{0,3}}[洞灵铃令]\W{{0,2}}[洞灵铃令])"
    r"|[0-9]*+(?:"
    rf"[{_H}]?[个连][{_D}]"
    rf"|[^0-9a-z{_ON}]{{0,3}}[{_ON}](?:(?<=[然最])后|(?<=后)[面半四三]|(?<=末)[尾四]|(?<=尾)[号数]|(?<=剩)[下余]"
    r"|(?<=接)着|(?<=再)[接加]|(?<=结)尾|(?<=[开打])头)"
    rf"|[ ,.;:)\-]{{0,3}}(?=[a-z])(?:(?:{_DIGIT_WORD})[ ,.\-]{{0,3}}(?:[0-9]|{_DIGIT_WORD})|then|number|followed|next|and then))"
    r"|[0-9]{5}[^0-9]{1,32}(?:[12][0-9]{7}(?![0-9])|(?:19|20)[0-9]{2}[^0-9]{1,8}[0-9]{4})"
    r"|(?<=\+.)[0-9]{0,2}\W{1,3}[0-9]{2,4}\W{1,2}(?:dash|hyphen|space|dot)"
    rf"|(?<=[1一])[^{_D}]{{0,8}}[3-9三四五六七八九](?:[^{_D}]{{0,8}}[{_D}]){{9}}"
    r")"
)

# What may stand between a messenger's name and its account, and how the account starts.
_ACCOUNT = rf"[^a-z0-9\n]{{0,16}}(?:{WALL}++[^a-z0-9\n]{{0,16}}|[^\S\n]*(?:\n\W{{0,4}}){{1,2}})?(?:[a-z0-9@]|[{_H}][{_D}])"

_WE = "[微薇徽危伟威卫魏韦溦唯巍嶶葳崴某围]"
# These are as usual as any character, and what stands behind them is not.
_USUAL = re.compile(r"[小大起气]\\W\{0,2\}")
_nicks = [
    nick
    for nick in (_USUAL.sub("", nick, count=1) for nick in patterns(r"\W") if not nick.startswith("信"))
    if "\x7f" < nick[0] < "\U00010000" and nick[0] not in "微薇威徽危伟卫"
]
_glyphs, _behind_glyphs = led(
    (
        *_nicks,
        "[❤♥]",
        rf"{_WE}(?:\W{{0,3}}[信芯心号讯訊新丶q脖x❤♥💚💗💙💛🧡💜🖤💌🌟⭐博亻星]言?|(?=\W{{0,3}}[:：a-z0-9]))",
        r"扣(?:\W{0,3}[扣1]扣?|(?=\W{0,2}[0-9]))",
        r"[抠叩秋蔻口]\W{0,2}[抠叩秋蔻口]",
        "[鹅乎]",
        "绿[泡色标]泡?",
        "[赖賴]",
        r"钉\W?钉",
        "飞[书机]",
        "抖音",
        "陌陌",
        "红[书薯]",
        r"[叮丁]\W?[叮丁]",
        "推特",
        "蓝鸟",
        "脸书",
        "社交[账平媒]",
        r"球\W?球",
        "维信",
        r"企\W{0,3}e",
        "弹(?<=信号.)",
    )
)
_others = "双亿邮圈缀艾埃鼠_@(（\\[{<【「《〔«#"

# The kind of the first character is asked first, then the character itself, then what follows: most fail at once.
SIGNAL = re.compile(
    rf"[{_glyphs}vwqgk{_others}](?:"
    r"(?<=[a-z])(?P<account>"
    r"(?=(?:(?<=g)(?:(?<=t.)|(?<=le.)ram|(?<=si.)nal|(?<=ta.)ram|(?<![a-z]..)(?<=i.))"
    r"|(?<=k)(?:ype|akao)"
    r"|(?<=w)(?:\W{0,2}[x3e]|hats|\W{0,2}chat)"
    r"|(?<=v)(?:\W{0,3}(?:[x信号心❤♥💚]|iber)|(?=\W{0,2}[:：])|(?<![a-z].)(?=[^a-z]))"
    r"|(?<=q)(?<!@.)(?:\W{0,3}q|号|(?=\W{0,2}[:：])|(?<![a-z].)(?=[^a-z]))"
    rf"){_ACCOUNT}))"
    rf"|(?<=[{_glyphs}])(?P<glyph>(?=(?:{_behind_glyphs}){_ACCOUNT}))"
    rf"|(?<=[{_others}])(?:(?P<mail>(?<=[a-z0-9_+\-){_H}]@)"
    r"|(?<=\s@)|(?<=[(（\[{<【「《〔«])\W?(?:a ?t|a\W|@|d ?[o0] ?t|点|艾|爱|圈|老|#|[a-z ]{3,28}@)"
    r"|(?<=[艾埃])\W?[特忒]|(?<=圈)\W?[a诶欸]|(?<=邮)[^\n\ufdd0]{0,8}[a-z0-9]|(?<=[缀鼠])|(?<=#)\s?[a-z0-9-]+\s?[.点])"
    r"|(?<=[_@])(?:(?<=[_@])(?=[a-z0-9]))(?P<account_sign>)"
    rf"|(?P<number>(?<=双)(?!1[012](?![{_D}])|十)[{_D}]|(?<=[十百千][{_H}十百千]亿)))"
    r")"
)
AT = re.compile(
    r"at(?![a-z0-9]).{0,80}?(?:dot|点|[.·。、][a-z]{2}|[(\[{<]\W?[.·。、]|period|point|mail|utlook|qq|163|126|邮)"
)
AROBA = re.compile("arr?oba")
IN_ADDRESS = re.compile(r"@(?<=[a-z0-9]@)[a-z0-9-]+\.(?:com|cn|net|org|edu)(?![a-z])")
TLD = re.compile(
    r"\.(?:com|cn|net|org|edu|c0m|io|me|uk|fr|de|jp|sg|hk|tw|au|ru|za|it|es|nl|pl|pt|se|kr)(?![a-z])"
)
_TOP = r"[\W_]{0,2}(?:c[o0]m|cn|net|org|edu|io|me|co)(?![a-z])"
DOT = re.compile("d[o0]t" + _TOP)
DOT_HAN = re.compile("点" + _TOP)
# Of eleven digits in words, one ends in an e and stands before another, or is yi or yao in pinyin. Each pattern starts
# with one letter: that is what makes them cheap.
SPELLED = re.compile(
    rf"e[^a-z0-9\n]{{0,3}}(?:[0-9]{{1,4}}[^a-z0-9\n]{{1,3}})?(?:{_DIGIT_WORD})(?:(?![a-z]{{3}})|een|{_DIGIT_WORD})"
)
PINYIN = re.compile(r"y(?:i|ao)[1-5]?[^a-z0-9\n]{0,3}(?:san|si|wu|liu|qi|ba|jiu)")
LINE = re.compile(r"ine\W{0,2}(?:[:：@账]|i\W?d(?![a-z])|me (?:at|on) |(?:is|account)(?![a-z]))")
MAIL_SPOKEN = re.compile(r"[dmsu](?:(?<=d)omain|(?<=m)ail|(?<=s)ername|(?<=u)tlook)")
LATIN = re.compile("[a-z]")
_SHORT = (*words("ins fb wa 1g x red tele slack teams kik icq matrix wire t3le"), *LATIN_TOLD)
# Names too short or too common to signal anything without a colon or an at behind them.
COLONED = re.compile(
    "[:：@是号](?:"
    + "|".join(
        f"(?<=[a-z0-9]{gap}.)(?:{'|'.join(f'(?<={name}{gap}.)' for name in dict.fromkeys(_SHORT))})"
        for gap in ("", r"\W", r"\W\W")
    )
    + ")"
)
MIXED_NAMES = tuple(
    name for name in (*LATIN_NAMES, *HAN_NAMES, "b站") if name[0].isascii() and not name.isascii()
)
"""Messengers' names that start with a Latin letter and go on in Chinese."""
ACCOUNT_WORDS = (
    *filter(str.isascii, LATIN_NAMES),
    *("jia wei", "jia v", "is my "),
    *words(
        "1nsta t3le facebook snap bluesky threads mastodon iscord alo nsta green witter essenger kype echat wapp "
        "*pe k.pe live: penguin dingtalk feishu lark douyin iktok hreema wickr xiaohongshu bilibili weibo nkedin encent:/ rednote tlgr a-gram jiav jiawei lvpao"
    ),
)


# How a writer bids the reader to look an account up, and what no account is without.
BIDS = (
    *words(
        "prefer drop handle everywhere username nick name contact ping dm add search find type message msg reach catch look"
    ),
    *(
        " me ",
        " me:",
        " app",
        "chat",
        "social",
        "plane",
        "i go by",
        "i'm",
        "i am",
        "known as",
        " as @",
        "say hi",
    ),
)
_firsts, _rests = led(
    words(
        "友 滴 戳 敲 踢 找 加 微我 号是 \\+我 同款 账号 聊 我叫 搜 同名 是我 私 联系 联络 我的号 号： 号: id 认准 都叫 昵称 名片 只留 全网 暗号 软件 那个 骚扰 小窗 懂 老规矩 老地方 同id 同名 绿的 蓝的 小号 大号 备用 常用 本人号 网名 用户名 号码是 号在这 就是号 → 👉 ➡ 详谈 扣我 头像 撩 通过 输 扫"
    )
)
BIDDEN = re.compile(f"[{_firsts}](?:{_rests})")
ACCOUNT_LIKE = re.compile(r"[0-9_\-.@](?:(?<=[a-z]{2}[0-9_\-.])[a-z0-9]|(?<=@)[a-z])")

# How the pieces of a number are told apart, and how many digits make it worth while to look for them.
PIECE_WORDS = (
    *words("half finish ends ending prefix exchange subscriber"),
    *("last four", "end with", "the rest", "area "),
)


def _spoken(**kinds: str) -> re.Pattern[str]:
    """One pattern for the Chinese words of several kinds, each in a group of its own."""
    parts = {kind: led(words(listing)) for kind, listing in kinds.items()}
    firsts = "".join(dict.fromkeys("".join(first for first, _ in parts.values())))
    choices = "|".join(f"(?P<{kind}>(?<=[{first}])(?:{rests}))" for kind, (first, rests) in parts.items())
    return re.compile(f"[{firsts}](?:{choices})")


SPOKEN = _spoken(
    mail="爱特 域名 后缀 谷歌 网易 邮箱 信箱",
    account="的微信 的[qvtdw抖钉飞扣小] 叮叮 丁丁 推特 蓝鸟 连我 平台都 平台叫 平台同 平台统 平台通 社交账 社交平 社交媒 脸书 维信 快手 视频号 哔哩 电报 球球 企e 脉脉 探探 领英 众号\\W?[:：] 条号",
    phone="手机 电话 座机 身份证",
    pieces="半 截 尾 末四 剩 余下 后四 后五 最后 开头 打头 头三 号头 在前 第一段 两段 三段 第四 都是 后面 前七 前三 再拨",
)
ENOUGH = 7
"""So many digits make it worth while to look for a number in pieces."""
SHIFTED = re.compile(r"![#$%^&*(][!@#$%^&*()]{9}")

# A number may stand before the name of its messenger.
MAY_FOLLOW = re.compile(r"[q扣鹅信v号站dy]")
