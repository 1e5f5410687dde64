"""Accounts with messengers: the name of one, however written, and the account that it leads up to."""

import re
from collections.abc import Iterable

from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.elsewhere import ON_X, SECOND, later, turned
from resume_visibility.projection.contacts.handles import (
    DIGIT,
    goes_on,
    is_name,
    is_number,
    is_odd,
)
from resume_visibility.projection.contacts.listings import PICTURED, Names, names_of
from resume_visibility.projection.contacts.nicknames import PICTURES
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, LETTER, SIGN, WALL
from resume_visibility.projection.contacts.spelled import spelled_end
from resume_visibility.projection.contacts.vocabulary import IS_MEANT, PINYIN

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
# 名字的拼音加0618: only the writer's name is missing, and that the reader knows.
_BY_SOUND = re.compile(
    rf"{SIGN}{{0,4}}(?:[号是为即]{SIGN}{{0,2}}){{0,2}}(?P<one>[\u3400-\u9fff]{{1,8}}(?:全拼|拼音|首字母|缩写)(?:小写)?(?:后面?)?(?:加上?|接上?)[\u3400-\u9fff]{{0,4}}?[0-9{HAN_DIGITS}]{{2,8}})"
)
# Two halves of an account, each with a word of its own before it.
_HALVES = re.compile(
    r"[^a-z0-9_\n\ufdd0]{0,10}(?:前(?:面|[一1]?半段?|几位|缀|段)|(?:first|front) (?:half|part))[^a-z0-9_\n\ufdd0]{0,4}(?:(?:is|of it) )?(?P<one>[a-z0-9_.\-]{2,20})"
    r"[^a-z0-9_\n\ufdd0]{0,10}(?:后(?:面|[一1]?半段?|几位|缀|段)|(?:then )?(?:the )?(?:second|other|back) (?:half|part))[^a-z0-9_\n\ufdd0]{0,4}(?:is )?(?P<two>[a-z0-9_.\-]{2,20})"
)


def accounts_in(
    stream: str, stretches: Iterable[tuple[int, int]], others: list[Finding], extra: tuple[str, ...] = ()
) -> list[Finding]:
    """All accounts in stretches of a folded text; one that is a number or an address found before gets both kinds."""
    findings: list[Finding] = []
    known = {finding.start: finding for finding in others}
    listings = (names_of(extra), PICTURED) if any(map(stream.__contains__, PICTURES)) else (names_of(extra),)
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
            other = (
                next((known[place] for place in range(at, at + 4) if place in known), None) if known else None
            )
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
                or turned(stream, match)
                or later(stream, match)
            )
            if span is None:
                continue
            findings.append(Finding(*span, _MESSENGER))
            # 微信/QQ：one/two
            second = SECOND.match(stream, span[1]) if doubled else None
            if second:
                findings.append(Finding(*second.span("name"), _MESSENGER))
        if "@" in stream:
            findings += (Finding(*match.span(1), _MESSENGER) for match in ON_X.finditer(stream, start, stop))
    return findings


# A line or a signal of another kind: command line, production line, trading signal.
_COMPOUND = re.compile(
    r"(?<![a-z0-9_.\-@])(?!(?:my|me|on|via|or|and|add|at|by|use|through|contact|also|is|get|app|with|over|prefer|the|to|in|wechat|telegram|whatsapp)\s)[a-z]{2,}\s$"
)


def _account(stream: str, names: Names, match: re.Match[str]) -> tuple[int, int] | None:
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
    spelled = spelled_end(stream, at, told=sure or explicit, linked=linked, sure=sure)
    if spelled:
        return at, spelled
    if name is None:
        return None
    written = name[0].rstrip("-.")
    end = at + len(written)
    mine = match[0].rstrip().endswith(("'s", "’s")) or _is_mine(stream, match, end)
    explicit = explicit or name[0].startswith("live:") or mine or _is_bidden(stream, match, end)
    if not explicit and goes_on(stream[match.start() : match.start("link")], match["link"], written):
        return None
    nick = not sure and names.clear.match(stream, match.start()) is None
    if nick and (not is_odd(written) or IS_MEANT.match(stream, end)):
        return None
    if not linked and written.isalpha() and _PHRASE.match(stream, end) and not PINYIN.fullmatch(written):
        return None
    return (at, end) if is_name(stream, written, end, sure, explicit, mine) else None


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
