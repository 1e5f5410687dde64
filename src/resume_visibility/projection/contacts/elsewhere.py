"""Accounts that stand elsewhere than right behind their messenger's name: before it, some words later, once more."""

import re

from resume_visibility.projection.contacts import context
from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.handles import is_handle, is_odd, is_owned, is_two_names
from resume_visibility.projection.contacts.patterns import SIGN, WALL

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
        Finding(*match.span(), (Detail.MESSENGER,))
        for match in _ACCOUNT_AGAIN.finditer(stream)
        if match[0] in words and match.start() not in starts
    ]


_ACCOUNT = r"(?P<name>@?[a-z0-9](?=[a-z_.\-]*[0-9_])[a-z0-9_.\-]{4,30}(?<![.\-]))"
SECOND = re.compile(rf"\s?[/、,，|&;；和]\s?{_ACCOUNT}")
ON_X = re.compile(r"(?<![a-z0-9])(@[a-z0-9_.]{3,30}) (?:over )?(?:on|via) x(?![a-z0-9])")
_S = rf"[^\n。；;.!?！？:：(（{WALL}]"
_LATER = re.compile(
    rf"(?:{_S}{{1,48}}?[(（](?:number|id|account|handle|user ?name|号码?|账号)\W{{0,3}}|(?P<said>{_S}{{2,48}})[:：]\s?){_ACCOUNT}(?=[)）]?\s?(?:$|[\n,，。;；)）!！]|\.(?:\s|$)|\s(?:and|or)\s))"
)
_SAYS_WHOSE = re.compile("我|本人|个人|同一?个|(?<![a-z])(?:my|me|mine|i|personal|same)(?![a-z])")


def later(stream: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the account stands that is told after a few words: QQ is open all day (number …), WeChat same as on my card: …"""
    told = _LATER.match(stream, match.start("link"))
    if told is None or not is_odd(told["name"]):
        return None
    if told["said"] and told["name"][0] != "@" and not _SAYS_WHOSE.search(told["said"]):
        return None
    return told.span("name")


def turned(stream: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the account stands that is written before the name of its messenger."""
    behind = match.start("link")
    if _SUBJECT_BEHIND.match(stream, behind):
        return None
    before = _TURNED.search(stream[max(0, match.start() - 48) : match.start()])
    if before is None:
        return None
    if not _TURNS.search(before["link"]) and not _is_set_off(stream, match, before):
        return None
    name = before["name"]
    is_number = name.isdigit() and len(name) <= 11 and not context.is_date(name)
    bare = name.rstrip(".-")
    enclosed = before["link"].strip() in ("(", "（") and stream[behind : behind + 1] in (")", "）")
    spoken = (before["link"].strip() in ("on", "via") or (enclosed and "-" not in bare)) and is_two_names(
        bare
    )
    owned = _OWNED.search(before["link"]) is not None and is_owned(bare)
    if not is_number and (name.isdigit() or not (is_handle(name) or spoken or owned)):
        return None
    start = max(0, match.start() - 48) + before.start("name")
    return start, start + len(name)


def _is_set_off(stream: str, match: re.Match[str], before: re.Match[str]) -> bool:
    start = max(0, match.start() - 48) + before.start("name")
    return (
        _SETS_OFF.fullmatch(before["link"]) is not None
        and _ITEM_ENDS.match(stream, match.start("link")) is not None
        and _ITEM_STARTS.search(stream, max(0, start - 3), start) is not None
        and is_odd(before["name"].strip("@.-"))
    )
