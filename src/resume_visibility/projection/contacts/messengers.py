"""Accounts with messengers: the name of one, however written, and the account that it leads up to."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from resume_visibility.projection.contacts import context
from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.handles import (
    DIGIT,
    goes_on,
    is_by_sound,
    is_handle,
    is_name,
    is_number,
    is_odd,
    is_owned,
    is_two_names,
)
from resume_visibility.projection.contacts.names import LINK, MAYBE, NICK, SURE
from resume_visibility.projection.contacts.nicknames import PICTURES
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, LETTER, SIGN, WALL, led
from resume_visibility.projection.contacts.vocabulary import PINYIN

_MESSENGER = (Detail.MESSENGER,)

_EXPLICIT = re.compile(
    r"[:：=@号是为即叫搜加同反倒→>👉]|账|(?<![a-z])(?:id|is|account|handle|username|add|number|at|me|same|matches|registered|nick(?:name)?|open|by|i['’]m|am)(?![a-z])"
)

# A messenger's name that says itself that an account follows.
_CALLED = re.compile(r"(?:号码?|id|账号|hao|number|name|tag)$")

_NUMBER = re.compile(rf"{DIGIT}(?:{SIGN}{{0,2}}{DIGIT}){{4,14}}(?!{SIGN}?{DIGIT})")
# Digits behind which the sentence goes on with a number: 87340916，一直没换.
_RUN = re.compile(rf"[0-9]{{5,13}}(?=[,，、;；。.]\s?[{HAN_DIGITS}两])")
_NAME = re.compile(
    rf"(?:live:\.?)?[a-z0-9_](?:[a-z0-9_\-]|[\U0001f300-\U0001faff](?=[a-z0-9_])|[.·](?=[a-z0-9_{HAN_DIGITS}])|(?<=[a-z0-9_])[{HAN_DIGITS}](?![{LETTER}])"
    rf"|[{HAN_DIGITS}](?=[{HAN_DIGITS}])|(?<=[{HAN_DIGITS}])[{HAN_DIGITS}])*(?:#[0-9]{{4}}(?![0-9]))?"
)
_HAN_HANDLE = re.compile(
    r"@[\u3400-\u9fffa-z0-9_\-](?:[\u3400-\u9fffa-z0-9_\-]|\.(?=[a-z0-9_])){1,24}(?::[a-z0-9.\-]{2,40}\.[a-z]{2,8})?"
)

_SOCIAL = re.compile("微博|围脖|weibo|同名|知乎|头条号")
# Where people are called in Chinese, and found by an at before it.
_CALLED_IN_HAN = re.compile("微博|围脖|weibo|同名|知乎|小红[书薯]|抖音|快手|b站|哔哩哔哩|视频号")
_HAN_NAME = re.compile(r"[\u3400-\u9fffa-z0-9_\-]{2,20}")

_HAS_UNIT = re.compile(
    r"字母|数字|大写|小写|下划线|横|letter|digit|underscore|dash|[a-z]\W{1,3}[a-z]\W{1,3}[a-z](?![a-z])"
)
_TRAILING = " ,，、。.;；:：-—)）"

# The account before the messenger's name: kevin_liu89 on WeChat, 12345678（QQ）.
_TURNED = re.compile(
    rf"(?<![a-z0-9_.@])(?P<name>@?[a-z0-9][a-z0-9_.\-]{{4,28}})"
    rf"(?P<link>{SIGN}{{0,3}}(?:(?:(?:这个?|那个?|以上|上面)?就?是|即|为|on|via|is my|in|at)?{SIGN}{{0,2}}(?:我|本人|个人)?的?{SIGN}?))$"
)
# It is the writer's own: kwame.solar is my Skype.
_OWNED = re.compile("我|本人|个人|(?<![a-z])my(?![a-z])")
# Nothing but a sign parts the two, and nothing stands beside them: @fatou — Telegram.
_SETS_OFF = re.compile(r"\s?(?:[/|←→·—–-]|->|<-){1,2}\s?")
_ITEM_ENDS = re.compile(r"\s?(?:$|[\n,，;；|/·。、(（]|(?:或|随时|均可|都可))")
_ITEM_STARTS = re.compile(r"(?:^|[\n,，;；|/·。、:：]\s?)$")
_TURNS = re.compile(r"[是即为(（]|(?<![a-z])(?:on|via|my)(?![a-z])")
_SUBJECT_BEHIND = re.compile(
    r"[a-z0-9]|[\u3400-\u9fff](?<![号。])|\s?(?:mini|pay|api|bot|official|work|business|channel|group|sdk|for)"
)

# An account spelled out, letter by letter or with words for its signs.
_UNITS = r"(?:字母|加上?|再加?|接|数字|大写|小写|下划线|横线|横杠|(?:letters?|digits?|numbers?|capital|lowercase|underscore|dash|then|and|followed by)(?![a-z]))"
_DIGIT_WORDS = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple"
_SPELT = re.compile(
    rf"(?:{_UNITS}{SIGN}{{0,3}}|[a-z](?![a-z]){SIGN}{{0,3}}|[0-9{HAN_DIGITS}]{{1,8}}{SIGN}{{0,3}}|(?:{_DIGIT_WORDS})(?![a-z]){SIGN}{{0,3}}){{4,40}}"
)
_JOINT = (
    r"(?:[底下]划线|[底下]横?线|[底下]杠|下[滑画]线|中划线|短?横[杠线]?|减号|小?点|杠|加上?|再加|再?接着?|\+|后面接|后面是|后接|连上|点|生日|数字|字母"
    r"|(?<![a-z])(?:an?|one|underscore|dash|hyphen|plus|then|dot|and|followed by|the number)(?![a-z]))"
)
_JOINED = re.compile(
    rf"[a-z0-9]{{1,20}}(?:(?:[\s，,（(]{{0,3}}{_JOINT}[)）\s，,]{{0,3}}){{1,4}}[a-z0-9]{{1,20}}(?:\s[a-z0-9](?![a-z0-9])){{0,8}}){{1,5}}"
    r"|(?:(?:前|后|中间|先|再|然后|接着|最后)[^0-9a-z\n，。]{0,4}[0-9]{2,6}\W{0,2}){2,4}"
    r"|(?P<spaced>[a-z]{2,8}(?: [a-z]{2,8}){0,2} [0-9]{2,6})(?![a-z0-9])"
    r"|[a-z0-9_]{1,3}(?:\s[a-z0-9_\-.]{1,2}(?![a-z0-9_])){3,20}"
)
# One letter at a time, as nothing else is written.
_SPACED = re.compile(r"(?:[a-z0-9] ){4,40}[a-z0-9](?![a-z0-9])")
_WEAKLY_JOINED = re.compile(r"[a-z0-9]{1,20}(?:\s(?:an?|one|and|then)\s[a-z0-9]{1,20})+")
_HAS_JOINT = re.compile("[划滑画横底下]线|杠|横|减|underscore|dash|hyphen|dot|点|[0-9]|_")
_SAYS_SIGN = re.compile("[划滑画横底下]线|横杠|减号|underscore|hyphen")
# 名字的拼音加0618: only the writer's name is missing, and that the reader knows.
_BY_SOUND = re.compile(
    rf"{SIGN}{{0,4}}(?:[号是为即]{SIGN}{{0,2}}){{0,2}}(?P<one>[\u3400-\u9fff]{{1,8}}(?:全拼|拼音|首字母|缩写)(?:小写)?(?:后面?)?(?:加上?|接上?)[\u3400-\u9fff]{{0,4}}?[0-9{HAN_DIGITS}]{{2,8}})"
)
# Two halves of an account, each with a word of its own before it.
_HALVES = re.compile(
    r"[^a-z0-9_\n\ufdd0]{0,10}(?:前(?:面|[一1]?半段?|几位|缀|段)|(?:first|front) (?:half|part))[^a-z0-9_\n\ufdd0]{0,4}(?:(?:is|of it) )?(?P<one>[a-z0-9_.\-]{2,20})"
    r"[^a-z0-9_\n\ufdd0]{0,10}(?:后(?:面|[一1]?半段?|几位|缀|段)|(?:then )?(?:the )?(?:second|other|back) (?:half|part))[^a-z0-9_\n\ufdd0]{0,4}(?:is )?(?P<two>[a-z0-9_.\-]{2,20})"
)


class _Names(NamedTuple):
    """The names of messengers: all of them, with what may lead on, and those that are told from the others afterwards."""

    every: re.Pattern[str]
    sure: re.Pattern[str]
    clear: re.Pattern[str]


@lru_cache(maxsize=64)
def _names(extra: tuple[str, ...]) -> _Names:
    """The names of the messengers known and of a platform's own; a pure function, only kept."""
    own = tuple(re.escape(name.lower()) for name in sorted(extra, key=len, reverse=True) if name.strip())
    return _patterns((*own, *SURE), tuple(_written(MAYBE)), tuple(_written(NICK)))


def _patterns(sure: tuple[str, ...], maybe: tuple[str, ...], nick: tuple[str, ...]) -> _Names:
    return _Names(
        re.compile(_any((*sure, *maybe, *nick)) + f"(?P<link>{LINK})"),
        re.compile(_any(sure)),
        re.compile(_any((*sure, *maybe))),
    )


def _any(alternatives: tuple[str, ...]) -> str:
    firsts, rests = led(alternatives)
    return f"[{firsts}](?:{rests})"


def _written(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if name[0] <= "\uffff")


def _drawn(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if name[0] > "\uffff")


# Pictures for themselves: one character outside the basic plane makes the search for all others eight times slower.
_PICTURES = _patterns(("\0",), tuple(_drawn(MAYBE)), tuple(_drawn(NICK)))


def accounts_in(
    stream: str, stretches: Iterable[tuple[int, int]], others: list[Finding], extra: tuple[str, ...] = ()
) -> list[Finding]:
    """All accounts in stretches of a folded text; one that is a number or an address found before gets both kinds."""
    findings: list[Finding] = []
    known = {finding.start: finding for finding in others}
    listings = (_names(extra), _PICTURES) if any(map(stream.__contains__, PICTURES)) else (_names(extra),)
    for start, stop in stretches:
        led_to = -1
        for names, match in (
            (listing, match) for listing in listings for match in listing.every.finditer(stream, start, stop)
        ):
            at = match.end()
            doubled, led_to = led_to == match.start(), at
            if match[0][:4] in ("line", "sign") and _COMPOUND.search(
                stream, max(0, match.start() - 16), match.start()
            ):
                continue
            other = known and next((known[place] for place in range(at, at + 4) if place in known), None)
            if other and WALL not in stream[at : other.start]:
                findings.append(Finding(other.start, other.end, (*other.kinds, Detail.MESSENGER)))
                continue
            halves = _HALVES.match(stream, match.start("link"))
            if halves:
                findings += [Finding(*halves.span(half), _MESSENGER) for half in ("one", "two")]
                continue
            told = _BY_SOUND.match(stream, match.start("link"))
            span = (
                (told and told.span("one"))
                or _account(stream, names, match)
                or _turned(stream, match)
                or _later(stream, match)
            )
            if span is None:
                continue
            findings.append(Finding(*span, _MESSENGER))
            # 微信/QQ：one/two
            second = _SECOND.match(stream, span[1]) if doubled else None
            if second:
                findings.append(Finding(*second.span("name"), _MESSENGER))
        if "@" in stream:
            findings += (Finding(*match.span(1), _MESSENGER) for match in _ON_X.finditer(stream, start, stop))
    return findings


# A line or a signal of another kind: command line, production line, trading signal.
_COMPOUND = re.compile(
    r"(?<![a-z0-9_.\-@])(?!(?:my|me|on|via|or|and|add|at|by|use|through|contact|also|is|get|app|with|over|prefer|the|to|in|wechat|telegram|whatsapp)\s)[a-z]{2,}\s$"
)

# A few accounts are looked for one by one, which is cheaper than all words of the text.
_FEW = 4
_ACCOUNT_AGAIN = re.compile(r"(?<![a-z0-9_.\-@/])[a-z0-9][a-z0-9_.\-]{3,60}(?<![.\-])(?![a-z0-9_@])")


def said_again(stream: str, accounts: list[Finding]) -> list[Finding]:
    """Where accounts stand once more, with nothing that leads up to them: 全网同名zhang_88：抖音zhang_88."""
    words = {stream[account.start : account.end] for account in accounts}
    if len(words) <= _FEW and all(stream.count(word) == 1 for word in words):
        return []
    starts = {account.start for account in accounts}
    return [
        Finding(*match.span(), _MESSENGER)
        for match in _ACCOUNT_AGAIN.finditer(stream)
        if match[0] in words and match.start() not in starts
    ]


_ACCOUNT = r"(?P<name>@?[a-z0-9](?=[a-z_.\-]*[0-9_])[a-z0-9_.\-]{4,30}(?<![.\-]))"
_SECOND = re.compile(rf"\s?[/、,，|&;；和]\s?{_ACCOUNT}")
_ON_X = re.compile(r"(?<![a-z0-9])(@[a-z0-9_.]{3,30}) (?:over )?(?:on|via) x(?![a-z0-9])")
_S = rf"[^\n。；;.!?！？:：(（{WALL}]"
_LATER = re.compile(
    rf"(?:{_S}{{1,48}}?[(（](?:number|id|account|handle|user ?name|号码?|账号)\W{{0,3}}|(?P<said>{_S}{{2,48}})[:：]\s?){_ACCOUNT}(?=[)）]?\s?(?:$|[\n,，。;；)）!！]|\.(?:\s|$)|\s(?:and|or)\s))"
)
_SAYS_WHOSE = re.compile("我|本人|个人|同一?个|(?<![a-z])(?:my|me|mine|i|personal|same)(?![a-z])")


def _later(stream: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the account stands that is told after a few words: QQ is open all day (number …), WeChat same as on my card: …"""
    later = _LATER.match(stream, match.start("link"))
    if later is None or not is_odd(later["name"]):
        return None
    if later["said"] and later["name"][0] != "@" and not _SAYS_WHOSE.search(later["said"]):
        return None
    return later.span("name")


def _turned(stream: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the account stands that is written before the name of its messenger."""
    behind = match.start("link")
    if _SUBJECT_BEHIND.match(stream, behind):
        return None
    turned = _TURNED.search(stream[max(0, match.start() - 48) : match.start()])
    if turned is None:
        return None
    if not _TURNS.search(turned["link"]) and not _is_set_off(stream, match, turned):
        return None
    name = turned["name"]
    is_number = name.isdigit() and len(name) <= 11 and not context.is_date(name)
    bare = name.rstrip(".-")
    enclosed = turned["link"].strip() in ("(", "（") and stream[behind : behind + 1] in (")", "）")
    spoken = (turned["link"].strip() in ("on", "via") or (enclosed and "-" not in bare)) and is_two_names(
        bare
    )
    owned = _OWNED.search(turned["link"]) is not None and is_owned(bare)
    if not is_number and (name.isdigit() or not (is_handle(name) or spoken or owned)):
        return None
    start = max(0, match.start() - 48) + turned.start("name")
    return start, start + len(name)


def _is_set_off(stream: str, match: re.Match[str], turned: re.Match[str]) -> bool:
    start = max(0, match.start() - 48) + turned.start("name")
    return (
        _SETS_OFF.fullmatch(turned["link"]) is not None
        and _ITEM_ENDS.match(stream, match.start("link")) is not None
        and _ITEM_STARTS.search(stream, max(0, start - 3), start) is not None
        and is_odd(turned["name"].strip("@.-"))
    )


def _account(stream: str, names: _Names, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the account stands that a messenger's name leads up to, if it does."""
    at = match.end()
    sure = names.sure.match(stream, match.start()) is not None
    named = _CALLED.search(stream, match.start(), match.start("link")) is not None
    explicit = linked = _EXPLICIT.search(match["link"]) is not None
    if "@" in (stream[at - 1], stream[at : at + 1]):
        handle = _HAN_HANDLE.match(stream, at if stream[at : at + 1] == "@" else at - 1)
        if handle and (_CALLED_IN_HAN.search(match[0]) or handle[0].isascii()):
            return handle.span()
    if sure and explicit and _SOCIAL.search(match[0]):
        place = names.every.match(stream, at)  # 全网同名：抖音…
        called = _HAN_NAME.match(stream, place.end() if place else at)
        if called:
            return called.span()
    explicit = explicit or named or match[0][0] in "加+"
    number = _RUN.match(stream, at) or _NUMBER.match(stream, at)
    name = _NAME.match(stream, at)
    if number and not (name and name.end() > number.end() and not name[0].isdigit()):
        return (at, number.end()) if is_number(stream, number, sure or explicit) else None
    spelt = _SPELT.match(stream, at)
    if spelt and (_HAS_UNIT if sure or explicit else _SAYS_SIGN).search(spelt[0]):
        return at, at + len(spelt[0].rstrip(_TRAILING))
    joined = _SPACED.match(stream, at)
    if joined:
        return joined.span()
    joined = _JOINED.match(stream, at)
    if (
        joined
        and not _WEAKLY_JOINED.fullmatch(joined[0])
        and (_HAS_JOINT if sure or explicit else _SAYS_SIGN).search(joined[0])
        and (not joined["spaced"] or (sure and (linked or is_by_sound(joined["spaced"]))))
    ):
        return at, at + len(joined[0].rstrip(_TRAILING))
    if name is None:
        return None
    written = name[0].rstrip("-.")
    end = at + len(written)
    mine = match[0].rstrip().endswith(("'s", "’s")) or _is_mine(stream, match, end)
    explicit = explicit or name[0].startswith("live:") or mine or _is_bidden(stream, match, end)
    if not explicit and goes_on(stream[match.start() : match.start("link")], match["link"], written):
        return None
    nick = not sure and names.clear.match(stream, match.start()) is None
    if nick and (not is_odd(written) or _IS_MEANT.match(stream, end)):
        return None
    if not linked and written.isalpha() and _PHRASE.match(stream, end) and not PINYIN.fullmatch(written):
        return None
    return (at, end) if is_name(stream, written, end, sure, explicit, mine) else None


# A word that stands right behind belongs to a name of something: 红薯：yanshu_25品种.
_IS_MEANT = re.compile(
    r"(?!加|联|欢|随|备|请|可|搜|找|聊|看|同|注|谢|是我|即|做|就|能|也|都|哦|呀|吧|啦|呢|了|来|有|通|秒|在|发|微|常|为准|查|详|直|和|或|私|沟)[\u3400-\u9fff]"
)
# WeChat ID verification flow: a word that others follow is no account.
_PHRASE = re.compile(
    r" (?!(?:and|or|for|if|is|to|on|please|only|same|thanks|anytime|with|via|phone|tel|email|mobile)(?![a-z]))[a-z]{3,}"
)


_BID = re.compile(r"(?<![a-z])(?:add|me|my|reach|contact|find|dm|write|message|chat|talk)(?![a-z])")
_MINE = re.compile(
    r"(?<![a-z])(?:my|(?:add|find|reach|contact|message|ping|dm|text|get|catch)(?: (?:me|us))? (?:on|at|via|through|over|in)(?: my)?) $"
)
_GOES_ON_AFTER = re.compile(
    r"\s?[,，.;。)）]|\s?$| (?:and|or|but|for|if|please|call|email|whenever|any ?time|since|because|before|after|as well)(?![a-z])"
)


_ADD = re.compile(r"(?<![a-z])add (?:me on |me at |my )?$")


def _is_mine(stream: str, match: re.Match[str], end: int) -> bool:
    """Whether a word is what the writer is called: my WeChat is … and I check it daily."""
    lead = stream[max(0, match.start() - 32) : match.start()]
    said = match["link"].strip() in (",", "，", "is", "-", "–", "under", "at")
    return said and _MINE.search(lead) is not None and _GOES_ON_AFTER.match(stream, end) is not None


def _is_bidden(stream: str, match: re.Match[str], end: int) -> bool:
    """Whether a word is what the writer is found by: find me on Telegram as …, add me on WeChat (…)."""
    lead = stream[max(0, match.start() - 32) : match.start()]
    match match["link"].strip():
        case "":
            return _ADD.search(lead) is not None
        case "as":
            return lead.endswith("on ")
        case "(" | "（":
            return stream[end : end + 1] in (")", "）") and _BID.search(lead) is not None
        case _:
            return False
