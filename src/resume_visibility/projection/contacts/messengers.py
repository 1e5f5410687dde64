"""Accounts with messengers: the name of one, however written, and the account that it leads up to."""

import re
from functools import lru_cache

from resume_visibility.projection.contacts import context, plans
from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.names import LINK, MAYBE, SURE
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, LETTER, SIGN, led
from resume_visibility.projection.contacts.vocabulary import COMMON, PINYIN, TECHNICAL

_MESSENGER = (Detail.MESSENGER,)

_EXPLICIT = re.compile(
    r"[:：=@号是为即叫搜加→>👉]|账|(?<![a-z])(?:id|is|account|handle|username|add|number|at|me)(?![a-z])"
)

_DIGIT = rf"[0-9{HAN_DIGITS}]"
_NUMBER = re.compile(rf"{_DIGIT}(?:{SIGN}{{0,2}}{_DIGIT}){{4,14}}(?!{SIGN}?{_DIGIT})")
_NAME = re.compile(
    rf"(?:live:\.?)?[a-z0-9_](?:[a-z0-9_\-]|\.(?=[a-z0-9_])|(?<=[a-z0-9_])[{HAN_DIGITS}](?![{LETTER}])"
    rf"|[{HAN_DIGITS}](?=[{HAN_DIGITS}])|(?<=[{HAN_DIGITS}])[{HAN_DIGITS}])*(?:#[0-9]{{4}}(?![0-9]))?"
)
_SPACED = re.compile(r"[a-z0-9_](?:[ .*·\-]{1,2}[a-z0-9_]){3,29}(?![a-z0-9_])")
_HAN_HANDLE = re.compile(r"@[\u3400-\u9fffa-z0-9_\-]{2,24}")

_HAN_NAME = re.compile(r"[\u3400-\u9fffa-z0-9_\-]{2,20}")

_HOSTS = (
    r"t\.me|telegram\.(?:me|dog)|wa\.me|line\.me(?:/r)?/ti/p|u\.wechat\.com|m\.me|discord\.gg|signal\.me"
    r"|(?:www\.|m\.)?weibo\.c(?:om|n)(?:/[un])?|qm\.qq\.com/cgi-bin/qm|zalo\.me|join\.skype\.com|viber\.me"
)
_LINKS = re.compile(
    rf"(?<![a-z0-9])(?:{_HOSTS})/(?!s/|share|c/)([+~@a-z0-9_.%\-\u3400-\u9fff]{{3,64}})"
    r"|(?<![a-z])(?:weixin|wechat|tg|whatsapp|skype|line|mqqapi|tencent|viber)://?([^\s\"'<>，。\ufdd0]{3,120})"
    r"|(?<=[?&])(?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)=([a-z0-9_\-.+]{4,40})"
)

_INVITED = re.compile(
    rf"(?P<bid>加(?:我|好友)?|搜(?:索)?(?:号)?(?:加我)?|私聊\S{{0,4}}|私信|找我"
    rf"|(?<![a-z])(?:dm|ping|add|message|msg|find|hit)(?: me| up)*)"
    rf"{SIGN}{{0,4}}(?:on|at|as)?{SIGN}{{0,2}}(?P<name>@?[a-z][a-z0-9_.\-]{{4,28}})"
)


@lru_cache(maxsize=64)
def _names(extra: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern for the names of the messengers known and of a platform's own; a pure function, only kept."""
    own = tuple(re.escape(name.lower()) for name in sorted(extra, key=len, reverse=True) if name.strip())
    sure_firsts, sure = led((*own, *SURE))
    maybe_firsts, maybe = led(MAYBE)
    return re.compile(rf"[{sure_firsts}{maybe_firsts}](?:(?P<sure>{sure})|{maybe})(?P<link>{LINK})")


def accounts_in(
    stream: str, stretches: list[tuple[int, int]], others: list[Finding], extra: tuple[str, ...] = ()
) -> list[Finding]:
    """All accounts in stretches of a folded text; one that is a number or an address found before gets both kinds."""
    findings: list[Finding] = []
    known = {finding.start: finding for finding in others}
    names = _names(extra)
    for start, stop in stretches:
        for match in names.finditer(stream, start, stop):
            at = match.end()
            other = next((known[place] for place in range(at, at + 4) if place in known), None)
            if other:
                findings.append(Finding(other.start, other.end, (*other.kinds, Detail.MESSENGER)))
                continue
            span = _account(stream, match)
            if span:
                findings.append(Finding(*span, _MESSENGER))
        for match in _INVITED.finditer(stream, start, stop):
            name = match["name"].rstrip(".-")
            if _is_handle(name, _TO_ME.search(match["bid"]) is not None):
                begin = match.start("name")
                findings.append(Finding(begin, begin + len(name), _MESSENGER))
    return findings


def links_in(stream: str) -> list[Finding]:
    """All accounts that a link within a folded text leads to."""
    findings = []
    if "/" in stream or "=" in stream:
        for match in _LINKS.finditer(stream):
            group = match.lastindex or 0
            findings.append(Finding(*match.span(group), _of_link(match[group])))
    return findings


def _of_link(path: str) -> tuple[Detail, ...]:
    digits = path.lstrip("+")
    return (Detail.MESSENGER, Detail.PHONE) if digits.isdigit() and len(digits) >= 8 else _MESSENGER


def _account(stream: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the account stands that a messenger's name leads up to, if it does."""
    at = match.end()
    sure = match["sure"] is not None
    explicit = _EXPLICIT.search(match["link"]) is not None
    if "@" in (stream[at - 1], stream[at : at + 1]):
        handle = _HAN_HANDLE.match(stream, at if stream[at : at + 1] == "@" else at - 1)
        if handle and ("微博" in match[0] or "weibo" in match[0] or handle[0].isascii()):
            return handle.span()
    if sure and explicit and "微博" in match[0]:
        called = _HAN_NAME.match(stream, at)
        if called:
            return called.span()
    number = _NUMBER.match(stream, at)
    name = _NAME.match(stream, at)
    if number and not (name and name.end() > number.end() and not name[0].isdigit()):
        return (at, number.end()) if _is_number(stream, number, sure or explicit) else None
    spaced = _SPACED.match(stream, at)
    if spaced and (sure or explicit) and (name is None or len(name[0]) < 4):
        return spaced.span()
    if name is None:
        return None
    written = name[0].rstrip("-.")
    end = at + len(written)
    return (at, end) if _is_name(stream, written, end, sure, explicit) else None


def _is_number(stream: str, number: re.Match[str], told: bool) -> bool:
    if context.has_unit(stream, number.end()) or context.is_date(number[0]):
        return False
    tight = not any(sign in number[0] for sign in ",，、;；。")
    return tight and (told or number[0].isdigit() or sum(letter in _FIGURES for letter in number[0]) >= 7)


def _is_name(stream: str, name: str, end: int, sure: bool, explicit: bool) -> bool:
    bare = name.removeprefix("live:").removeprefix(".")
    if len(bare) < 4 or bare in COMMON or TECHNICAL.fullmatch(bare):
        return False
    mixed = any(letter in _FIGURES for letter in bare) and any(letter not in _FIGURES for letter in bare)
    joined = any(sign in bare for sign in "_-.:")
    if sure:
        return mixed or joined or ((explicit or PINYIN.fullmatch(bare) is not None) and len(bare) >= 5)
    if mixed and (explicit or len(bare) >= 6):
        return True
    if joined and ("_" in bare or explicit) and not stream.startswith(("/", "("), end):
        return True
    if len(bare) < 5 or not bare.isalpha():
        return False
    ends = _CLAUSE_ENDS.match(stream, end) is not None
    return PINYIN.fullmatch(bare) is not None or (explicit and ends)


_FIGURES = frozenset("0123456789" + HAN_DIGITS)
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[^a-z0-9\s])")


# Without these the writer may as well speak of a name in a program.
_TO_ME = re.compile(r"我|好友|私|me|dm")


def _is_handle(name: str, to_me: bool) -> bool:
    """Whether a word that the writer bids the reader to look up is an account: no word looks like that."""
    if name.startswith("@"):
        return True
    digits = sum(map(str.isdigit, name))
    if TECHNICAL.fullmatch(name) or plans.is_mobile(name):
        return False
    if digits >= 2 and ("_" in name or "-" in name or digits >= 4):
        return True
    return (to_me and "_" in name) or (
        digits >= 2 and PINYIN.fullmatch(name.rstrip("0123456789")) is not None
    )
