"""The cheap look that most texts never get beyond: is there anything a contact detail could be made of?

Three steps, each for the texts that the one before lets through. A text without a digit, a Latin letter or a sign of
that kind is done after one search. Then the text is searched for signals: the few characters that every detail of a
kind must have close together. Only the detectors of the kinds that are signalled read it. A signal may be false, and
often is; that one is never missing where a detector would find something is what the tests hold it to.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resume_visibility.projection.contacts.folding import UNUSUAL, Folded, fold
from resume_visibility.projection.contacts.patterns import (
    HAN_DIGITS,
    LETTER,
    SOUNDS,
    WALL,
    digits_of,
    led,
    words,
)

NUMBER, MAIL, ACCOUNT, PIECES, BID = 1, 2, 4, 8, 16
_KINDS: dict[str | None, int] = {
    "number": NUMBER,
    "account": ACCOUNT,
    "glyph": ACCOUNT,
    "handle": ACCOUNT,
    "mail": MAIL,
}

_H = HAN_DIGITS
_D = f"0-9{_H}"
_NOT_LETTER = rf"[^{LETTER}0-9{WALL}]"

_DIGIT_WORD = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|thirt|twent|fourt|fort|fift|sixt|sevent|ninet"
# A Chinese numeral alone carries nothing; several must stand close together.
_CARRIER = re.compile(
    rf"[0-9A-Za-z@&{_H}{UNUSUAL}](?:(?<![{_H}])|{_NOT_LETTER}{{0,16}}[{_D}]|(?<=[{_H}])[个十百千])"
)


def carries(text: str) -> bool:
    """Whether a text holds any character that a contact detail could be made of."""
    return _CARRIER.search(text) is not None


# How a piece of a number says that the next one follows; no sign before it can be the first of these.
_ON = "然最后末尾剩接再结开打"

_NUMBER = re.compile(
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
    r"|[0-9]{5}[^0-9]{1,32}[12][0-9]{7}(?![0-9])"
    r")"
)

# What may stand between a messenger's name and its account, and how the account starts.
_ACCOUNT = rf"[^a-z0-9\n]{{0,16}}(?:[a-z0-9@]|[{_H}][{_D}])"

_WE = "[微薇徽危伟威卫魏韦溦唯巍嶶葳崴某围]"
_glyphs, _behind_glyphs = led(
    (
        "[❤♥]",
        rf"{_WE}(?:\W{{0,3}}[信芯心号讯q脖x❤♥💚💗💙💛🧡💜🖤博亻星]言?|(?=\W{{0,3}}[:：a-z0-9]))",
        r"扣(?:\W{0,3}[扣1]扣?|(?=\W{0,2}[0-9]))",
        r"[抠叩秋]\W{0,2}[抠叩秋]",
        "[鹅乎]",
        "绿[泡色标]泡?",
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
    )
)

# The kind of the first character is asked first, then the character itself, then what follows: most fail at once.
_SIGNAL = re.compile(
    rf"[{_glyphs}双亿邮圈缀艾埃鼠vwqgk_@(（\[{{<【「《〔«#](?:"
    r"(?<=[a-z])(?P<account>"
    r"(?=(?:(?<=g)(?:(?<=t.)|(?<=le.)ram|(?<=si.)nal|(?<=ta.)ram|(?<![a-z]..)(?<=i.))"
    r"|(?<=k)(?:ype|akao)"
    r"|(?<=w)(?:\W{0,2}[x3e]|hats|\W{0,2}chat)"
    r"|(?<=v)(?:\W{0,3}(?:[x信号心❤♥💚]|iber)|(?=\W{0,2}[:：])|(?<![a-z].)(?=[^a-z]))"
    r"|(?<=q)(?<!@.)(?:\W{0,3}q|号|(?=\W{0,2}[:：])|(?<![a-z].)(?=[^a-z]))"
    rf"){_ACCOUNT}))"
    rf"|(?<=[{_glyphs}])(?P<glyph>(?=(?:{_behind_glyphs}){_ACCOUNT}))"
    r"|(?P<mail>(?<=[a-z0-9_+\-)]@)|(?<=\s@)|(?<=[(（\[{<【「《〔«])\W?(?:a ?t|a\W|@|d ?[o0] ?t|点|艾|爱|圈|老|#|[a-z ]{3,28}@)"
    r"|(?<=[艾埃])\W?[特忒]|(?<=圈)\W?[a诶欸]|(?<=邮)[^\n\ufdd0]{0,8}[a-z0-9]|(?<=[缀鼠])|(?<=#)\s?[a-z0-9-]+\s?[.点])"
    r"|(?<=[_@])(?:(?<=[_@])(?=[a-z0-9]))(?P<account_sign>)"
    rf"|(?P<number>(?<=双)(?!1[012](?![{_D}])|十)[{_D}]|(?<=[十百千][{_H}十百千]亿))"
    r")"
)
_KINDS["account_sign"] = ACCOUNT

_AT = re.compile(
    r"at(?![a-z0-9]).{0,80}?(?:dot|点|[.](?:com|cn|net|org|edu|io|me|co)|period|point|mail|utlook|qq|163|126|邮)"
)
_IN_ADDRESS = re.compile(r"@(?<=[a-z0-9]@)[a-z0-9-]+\.(?:com|cn|net|org|edu)(?![a-z])")
_TLD = re.compile(r"\.(?:com|cn|net|org|edu|c0m|io|me)(?![a-z])")
_TOP = r"[\W_]{0,2}(?:c[o0]m|cn|net|org|edu|io|me|co)(?![a-z])"
_DOT = re.compile("d[o0]t" + _TOP)
_DOT_HAN = re.compile("点" + _TOP)
# Of eleven digits in words, one ends in an e and stands before another, or is yi or yao in pinyin. Each pattern starts
# with one letter: that is what makes them cheap.
_SPELLED = re.compile(
    rf"e[ ,.\-]{{0,3}}(?:[0-9]{{1,4}}[ ,.\-]{{1,3}})?(?:{_DIGIT_WORD})(?:(?![a-z]{{3}})|een|{_DIGIT_WORD})"
)
_PINYIN = re.compile(r"y(?:i|ao)[1-5]?[ ,.\-]{0,3}(?:san|si|wu|liu|qi|ba|jiu)")
_LINE = re.compile(r"ine\W{0,2}(?:[:：@]|i\W?d(?![a-z])|me (?:at|on) )")
_MAIL_SPOKEN = re.compile(r"[dmsu](?:(?<=d)omain|(?<=m)ail|(?<=s)ername|(?<=u)tlook)")
_LATIN = re.compile("[a-z]")
_ACCOUNT_WORDS = words(
    "1nsta 1g: tele: t3le facebook fb: snap bluesky threads mastodon iscord alo nsta green witter essenger kype echat "
    "dingtalk feishu lark douyin iktok hreema wickr xiaohongshu bilibili weibo slack: teams: kik: icq: matrix: wire:"
)

# How a writer bids the reader to look an account up, and what no account is without.
_BIDS = (
    *words(
        "handle everywhere username nick contact ping dm add search find type message msg reach catch look"
    ),
    *(" me ", " me:", " app", "chat", "social", "plane", "i go by", "i'm", "i am", "known as", " as @", "say hi"),
)
_firsts, _rests = led(
    words(
        "友 滴 戳 敲 踢 找 加 微我 \\+我 同款 账号 聊 我叫 搜 同名 是我 私 联系 联络 我的号 号： 号: id 认准 都叫 昵称 名片 只留 全网 暗号 软件 那个 骚扰 小窗 撩 通过 输入 扫"
    )
)
_BIDDEN = re.compile(f"[{_firsts}](?:{_rests})")
_ACCOUNT_LIKE = re.compile(r"[0-9_\-.@](?:(?<=[a-z]{2}[0-9_\-.])[a-z0-9]|(?<=@)[a-z])")

# How the pieces of a number are told apart, and how many digits make it worth while to look for them.
_PIECE_WORDS = (
    *words("half finish ends ending prefix exchange subscriber"),
    *("last four", "end with", "the rest", "area "),
)


def _spoken(**kinds: str) -> re.Pattern[str]:
    """One pattern for the Chinese words of several kinds, each in a group of its own."""
    parts = {kind: led(words(listing)) for kind, listing in kinds.items()}
    firsts = "".join(dict.fromkeys("".join(first for first, _ in parts.values())))
    choices = "|".join(f"(?P<{kind}>(?<=[{first}])(?:{rests}))" for kind, (first, rests) in parts.items())
    return re.compile(f"[{firsts}](?:{choices})")


_SPOKEN = _spoken(
    mail="爱特 域名 后缀 谷歌 网易 邮箱 信箱",
    account="叮叮 丁丁 推特 蓝鸟 连我 平台都 平台叫 平台同 平台统 平台通 社交账 社交平 社交媒 脸书 维信 快手 电报 球球 企e 🐧",
    pieces="半 截 尾 末四 剩 余下 后四 后五 最后 开头 打头 头三 号头 在前 第一段 两段 三段 第四 都是 后面 前七 前三 再拨",
)
_ENOUGH = 7
_SHIFTED = re.compile(r"![#$%^&*(][!@#$%^&*()]{9}")

Stretch = tuple[int, int]

# A number may stand before the name of its messenger.
_MAY_FOLLOW = re.compile(r"[q扣鹅信v号站dy]")


# How far from its signal a detail may reach to either side: a number in three pieces, a name and what leads on from it.
_AROUND = (32, 96)
_AROUND_MAILS = (96, 128)


class Signals(NamedTuple):
    """The kinds of detail that a text may hold, as bits, and where the signals of three of them stand."""

    kinds: int
    numbers: tuple[Stretch, ...] = ()
    accounts: tuple[Stretch, ...] = ()
    mails: tuple[Stretch, ...] = ()


def everywhere(stream: str) -> Signals:
    """As if every kind were signalled all over a text."""
    whole = ((0, len(stream)),)
    return Signals(NUMBER | MAIL | ACCOUNT | PIECES | BID, whole, whole, whole)


def signals(stream: str, *, words_too: bool = True) -> Signals:
    """What a folded text may hold.

    Without `words_too` the kinds that words give away are left out: a text's words are known after the first look.
    """
    kinds = 0
    accounts: list[int] = []
    mails: list[int] = []
    matches = list(_NUMBER.finditer(stream))
    numbers = [match.start() for match in matches]
    if matches and _MAY_FOLLOW.search(stream):
        accounts += numbers
    else:
        accounts += [match.start() for match in matches if match.lastgroup]
    for match in _SIGNAL.finditer(stream):
        kind = _KINDS[match.lastgroup]
        at = match.start()
        if kind == ACCOUNT or (stream[at] == "@" and not _IN_ADDRESS.match(stream, at)):
            accounts.append(at)
        if kind == MAIL:
            mails.append(at)
        elif kind == NUMBER:
            numbers.append(at)
    named = pieces = False
    for match in _SPOKEN.finditer(stream):
        match match.lastgroup:
            case "mail":
                mails.append(match.start())
            case "account":
                named = True
            case _:
                pieces = True
    if _LATIN.search(stream):
        numbers += [match.start() for match in _SPELLED.finditer(stream)]
        if "y" in stream:
            numbers += [match.start() for match in _PINYIN.finditer(stream)]
        mails += _mails_in_latin(stream)
        named = named or _LINE.search(stream) is not None or _holds(stream, _ACCOUNT_WORDS)
        pieces = pieces or (words_too and _holds(stream, _PIECE_WORDS))
        if words_too and _ACCOUNT_LIKE.search(stream) and (_BIDDEN.search(stream) or _holds(stream, _BIDS)):
            kinds |= BID
    if words_too and pieces and len(digits_of(stream)) >= _ENOUGH:
        kinds |= PIECES
        numbers = list(range(0, len(stream), _AROUND[1]))
    elif "!" in stream:
        numbers += [match.start() for match in _SHIFTED.finditer(stream)]
    whole = ((0, len(stream)),)
    return Signals(
        kinds | NUMBER * bool(numbers or named) | ACCOUNT * bool(accounts or named) | MAIL * bool(mails),
        _stretches(stream, numbers, *_AROUND),
        whole if named else _stretches(stream, accounts, *_AROUND),
        _stretches(stream, mails, *_AROUND_MAILS),
    )


class Look(NamedTuple):
    """A text as the detectors read it."""

    folded: Folded
    signalled: Signals


def look_at(text: str) -> Look:
    """What every detector has to know of a text."""
    folded = fold(text)
    return Look(folded, signals(folded.stream))


def _mails_in_latin(stream: str) -> Iterator[int]:
    """Where a folded text with Latin letters speaks of an address."""
    patterns = [_MAIL_SPOKEN]
    if "at" in stream:
        patterns.append(_AT)
    if "." in stream:
        patterns.append(_TLD)
    if "dot" in stream or "d0t" in stream:
        patterns.append(_DOT)
    if "点" in stream:
        patterns.append(_DOT_HAN)
    return (match.start() for pattern in patterns for match in pattern.finditer(stream))


def _holds(text: str, listed: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, listed))


_IN_WORDS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + HAN_DIGITS)


def _stretches(text: str, offsets: list[int], before: int, behind: int) -> tuple[Stretch, ...]:
    """The surroundings of some offsets, joined where they meet, and never parting a word or a number."""
    offsets.sort()
    stretches: list[Stretch] = []
    begin = done = 0
    for offset in offsets:
        if offset - before > done or not stretches:
            begin = max(offset - before, done)
            while begin > done and text[begin - 1] in _IN_WORDS:
                begin -= 1
            stretches.append((begin, done))
        if offset + behind > done:
            done = min(offset + behind, len(text))
            while done < len(text) and text[done] in _IN_WORDS:
                done += 1
            stretches[-1] = (begin, done)
    return tuple(stretches)
