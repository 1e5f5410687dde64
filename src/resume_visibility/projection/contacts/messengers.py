"""Accounts with messengers: the name of one, however written, and the account that it leads up to."""

import re
from functools import lru_cache

from resume_visibility.projection.contacts import context, plans
from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.tokens import HAN_DIGITS, LETTER
from resume_visibility.projection.contacts.vocabulary import COMMON, PINYIN, TECHNICAL

_MESSENGER = (Detail.MESSENGER,)
_W = rf"[^{LETTER}0-9\n\ufdd0]"
_HEART = "[❤♥💚💗💙💛🧡💜🖤]"

# A name that means nothing else, or says that an account follows.
_SURE = (
    rf"微{_W}{{0,3}}信{_W}{{0,2}}(?:号码?|i{_W}?d|账号|昵称|名(?!片))|[薇徽]{_W}{{0,3}}[信芯心]|[微薇威维危徽伟]{_W}{{0,2}}(?:{_HEART}|芯|(?<=徽)(?=\W))"
    rf"|微亻言|微x(?![a-z])|威{_W}?信号|卫{_W}?星号|维{_W}?信号?|(?<![a-z0-9])v{_W}{{0,3}}(?:信|{_HEART}|号(?!线|楼))"
    rf"|(?:加|\+)(?:我|个|一下)?{_W}{{0,2}}(?:[徽薇]|微(?!信小|波|服|软|调|电|观|创|距|弱|机|型|粒|米)(?:{_W}?信)?|(?:威|卫|维)(?:信|星)|v(?![a-z]))|加(?:我的?|个)?{_W}?(?:qq|q)(?![a-z])"
    rf"|(?<![a-z])(?:v{_W}{{0,2}}x|w{_W}{{0,2}}x|v{_W}?xin|wei{_W}?xin|wexin|w{_W}?chat{_W}?id|w{_W}?e{_W}?c{_W}?h{_W}?a{_W}?t{_W}?id|w3chat|wx{_W}?id)号?(?![a-z.])"
    r"|绿泡泡|绿色(?:软件|图标|app|聊天)|小绿(?![\u3400-\u9fff])|green (?:app|bubble)"
    rf"|扣{_W}{{0,3}}扣(?:号|{_W})?|抠{_W}{{0,2}}抠号?|叩叩号?|企{_W}{{0,3}}鹅号|球球号|秋秋号|q{_W}{{0,3}}q{_W}{{0,2}}(?:号码?|id|账号|number|no\.?)|(?<![a-z0-9])q号|扣1扣|🐧"
    rf"|小红(?:薯|书){_W}?(?:号|id|账号)|抖音{_W}?(?:号|id|账号)|快手{_W}?(?:号|id|账号)|钉{_W}?钉{_W}?(?:号|id|账号)|飞书{_W}?(?:号|id|账号)|陌陌{_W}?号|知乎{_W}?id|b站{_W}?(?:uid|id)|微博{_W}?(?:id|号|名|昵称)"
    rf"|whats{_W}?app{_W}?(?:id|账号|号)|telegram{_W}?(?:id|账号|号)|(?<![a-z])(?:tg|ig){_W}?(?:id|账号|号)|纸飞机号?|电报号?|飞机号|skype{_W}?(?:id|name|账号|号)"
    rf"|(?<![a-z])line{_W}?(?:id|账号|号)|discord{_W}?(?:id|tag|账号)|signal{_W}?(?:id|账号|号)|kakao(?:talk)?{_W}?(?:id|账号|号)|zalo{_W}?(?:id|账号|号)|viber{_W}?(?:id|账号|号)"
)
# A name that is also the subject of many a job.
_MAYBE = (
    rf"微{_W}{{0,3}}信|威信|卫星|企{_W}{{0,3}}鹅|球球|秋秋|(?<![a-z])w{_W}{{0,2}}[e3]{_W}{{0,2}}c{_W}{{0,2}}h{_W}{{0,2}}a{_W}{{0,2}}t|(?<![a-z])q{_W}{{0,3}}q|(?<![a-z])v(?={_W}{{0,2}}[:：])|(?<![a-z])q(?={_W}{{0,2}}[:：])"
    r"|telegram|(?<![a-z])tg(?![a-z])|skype|(?<![a-z])line(?=\W{0,2}[:：@])|whats\W{0,2}app|(?<![a-z])signal(?![a-z])|discord|kakao(?:talk)?|viber|zalo"
    r"|钉钉|飞书|微博|weibo|抖音|快手|instagram|(?<![a-z])(?:ig|insta|snapchat|messenger|twitter)(?![a-z])"
)

_LINK = (
    rf"{_W}{{0,6}}(?:(?:号码|号|账号|是|为|即|就是|同步|同名|添加|添|搜索|搜|加我|加|我的|我|联系我|联系|请|可|名|昵称|账户|用户名|本人|个人|叫|唯一|如下|常用|备用|拼写|叫做|找我|找"
    rf"|(?:number|no|account|is|at|id|handle|username|user|name|add|me|on|via|my|or)(?![a-z0-9_]))"
    rf"{_W}{{0,4}}){{0,4}}"
)
_EXPLICIT = re.compile(r"[:：=@号是为即叫搜加→>👉]|账|(?<![a-z])(?:id|is|account|handle|username|add|number|at|me)(?![a-z])")

_DIGIT_OR_HAN = rf"[0-9{HAN_DIGITS}]"
_NUMBER = re.compile(rf"{_DIGIT_OR_HAN}(?:{_W}{{0,2}}{_DIGIT_OR_HAN}){{4,14}}(?!{_W}?{_DIGIT_OR_HAN})")
_NAME = re.compile(
    rf"(?:live:)?[a-z0-9_](?:[a-z0-9_\-]|\.(?=[a-z0-9_])|(?<=[a-z0-9_])[{HAN_DIGITS}](?![{LETTER}])|(?<=[a-z0-9_])[{HAN_DIGITS}](?=[{HAN_DIGITS}]))*(?:#[0-9]{{4}}(?![0-9]))?"
)
_SPACED = re.compile(r"[a-z0-9_](?:[ .*·\-]{1,2}[a-z0-9_]){3,29}(?![a-z0-9_])")
_HAN_HANDLE = re.compile(r"@[\u3400-\u9fffa-z0-9_\-]{2,24}")

_LINKS = re.compile(
    r"(?<![a-z0-9])(?:t\.me|telegram\.(?:me|dog)|wa\.me|line\.me(?:/r)?/ti/p|u\.wechat\.com|m\.me|discord\.gg|signal\.me|(?:www\.|m\.)?weibo\.c(?:om|n)(?:/[un])?"
    r"|qm\.qq\.com/cgi-bin/qm|zalo\.me|join\.skype\.com|viber\.me)/(?!s/|share|c/)([+~@a-z0-9_.%\-\u3400-\u9fff]{3,64})"
    r"|(?<![a-z])(?:weixin|wechat|tg|whatsapp|skype|line|mqqapi|tencent|viber|weixin)://?([^\s\"'<>，。\ufdd0]{3,120})"
    r"|(?<=[?&])(?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)=([a-z0-9_\-.+]{4,40})"
)

_INVITED = re.compile(
    rf"(?:加(?:我|好友)?|搜(?:索)?(?:号)?(?:加我)?|私聊\S{{0,4}}|私信|找我|(?<![a-z])(?:dm|ping|add|message|msg|find|hit)(?: me| up)*)"
    rf"{_W}{{0,4}}(?:on|at|as)?{_W}{{0,2}}(?P<name>@?[a-z][a-z0-9_.\-]{{4,28}})"
)


class _Patterns:
    """The patterns for the messengers known, and for a platform's own."""

    __slots__ = ("named", "quick")

    def __init__(self, extra: tuple[str, ...]) -> None:
        own = "".join("|" + re.escape(name.lower()) for name in sorted(extra, key=len, reverse=True) if name)
        self.named = re.compile(rf"(?:(?P<sure>{_SURE}{own})|(?:{_MAYBE}))(?P<link>{_LINK})")


@lru_cache(maxsize=64)
def _patterns(extra: tuple[str, ...]) -> _Patterns:
    return _Patterns(extra)


def accounts_in(stream: str, extra: tuple[str, ...], others: list[Finding]) -> list[Finding]:
    """All accounts of a folded text; those that are a number or an address already found get both kinds."""
    findings: list[Finding] = []
    known = {finding.start: finding for finding in others}
    for match in _patterns(extra).named.finditer(stream):
        at = match.end()
        other = next((known[place] for place in range(at, at + 4) if place in known), None)
        if other:
            findings.append(Finding(other.start, other.end, (*other.kinds, Detail.MESSENGER)))
            continue
        end, start = _account(stream, match)
        if end:
            findings.append(Finding(start, end, _MESSENGER))
    for match in _LINKS.finditer(stream):
        group = match.lastindex or 0
        findings.append(Finding(*match.span(group), _of_link(match[group])))
    for match in _INVITED.finditer(stream):
        name = match["name"].rstrip(".-")
        if _is_handle(name):
            findings.append(Finding(match.start("name"), match.start("name") + len(name), _MESSENGER))
    return findings


def _of_link(path: str) -> tuple[Detail, ...]:
    digits = path.lstrip("+")
    return (Detail.MESSENGER, Detail.PHONE) if digits.isdigit() and len(digits) >= 8 else _MESSENGER


def _account(stream: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the account that a messenger's name leads up to ends and starts; zeros where none does."""
    at = match.end()
    sure = match["sure"] is not None
    explicit = _EXPLICIT.search(match["link"]) is not None
    if stream[at : at + 1] == "@" or (at and stream[at - 1] == "@"):
        handle = _HAN_HANDLE.match(stream, at if stream[at : at + 1] == "@" else at - 1)
        if handle and ("微博" in match[0] or "weibo" in match[0] or handle[0].isascii()):
            return handle.end(), handle.start()
    number = _NUMBER.match(stream, at)
    name = _NAME.match(stream, at)
    if number and not (name and name.end() > number.end() and not name[0].isdigit()):
        return (number.end(), at) if _is_number(stream, number, sure or explicit) else (0, 0)
    spaced = _SPACED.match(stream, at)
    if spaced and (sure or explicit) and (name is None or len(name[0]) < 4):
        return spaced.end(), at
    if name is None:
        return 0, 0
    written = name[0].rstrip("-.")
    return (at + len(written), at) if _is_name(stream, written, at + len(written), sure, explicit) else (0, 0)


def _is_number(stream: str, number: re.Match[str], told: bool) -> bool:
    if context.has_unit(stream, number.end()) or context.is_date(number[0]):
        return False
    tight = not any(sign in number[0] for sign in ",，、;；。")
    return tight and (told or number[0].isdigit() or number[0][0] in HAN_DIGITS)


def _is_name(stream: str, name: str, end: int, sure: bool, explicit: bool) -> bool:
    bare = name.removeprefix("live:")
    if len(bare) < 4 or bare in COMMON or TECHNICAL.fullmatch(bare):
        return False
    mixed = any(letter.isdigit() or letter in HAN_DIGITS for letter in bare) and any(map(str.isalpha, bare))
    joined = any(sign in bare for sign in "_-.:")
    if sure:
        return mixed or joined or (explicit or PINYIN.fullmatch(bare) is not None) and len(bare) >= 5
    if mixed and (explicit or len(bare) >= 6):
        return True
    if joined and ("_" in bare or explicit) and not stream.startswith(("/", "("), end):
        return True
    if len(bare) < 5 or not bare.isalpha():
        return False
    ends = re.match(r"\s*(?:$|[^a-z0-9\s])", stream[end : end + 3]) is not None
    return PINYIN.fullmatch(bare) is not None or (explicit and ends)


def _is_handle(name: str) -> bool:
    """Whether a word that the writer bids the reader to look up is an account: no word looks like that."""
    if name.startswith("@"):
        return True
    digits = sum(map(str.isdigit, name))
    if TECHNICAL.fullmatch(name) or plans.is_mobile(name):
        return False
    return digits >= 2 and (("_" in name or "-" in name or digits >= 4) or PINYIN.fullmatch(name.rstrip("0123456789")) is not None) or name.count("_") >= 1
