"""E-mail addresses of which only the name is written out and the rest is told: 前缀…后缀是…, Gmail me: …"""

import re
from collections.abc import Iterable, Iterator

from resume_visibility.projection.contacts.details import Finding
from resume_visibility.projection.contacts.domains import DOT, LABEL, PROVIDER
from resume_visibility.projection.contacts.handles import is_odd
from resume_visibility.projection.contacts.mail import kinds_of
from resume_visibility.projection.contacts.patterns import WALL, led
from resume_visibility.projection.contacts.vocabulary import TECHNICAL

_GAP = rf"[^a-z0-9\n{WALL}]"
_firsts, _rests = led(
    (
        r"邮箱\W{0,2}(?:前缀|用户名|名|账号|地址|id|前面)?",
        r"前缀",
        r"[发寄][到至]",
        r"用户名",
        r"@前面?",
        r"q\W?q\W?(?:邮箱|mail)",
        r"1[62][36]\W?(?:邮箱|mail)",
        r"网易\W?(?:1[62][36]|(?:1[62][36])?\W?(?:邮箱|mail))",
        r"[谷新腾]\W?[歌浪讯]\W?(?:邮箱|mail)",
        r"[搜雅阿狐企][狐虎里云狸业鹅]\W?(?:邮箱|mail)",
        r"一[二六][三六]\W?(?:邮箱|mail)",
        r"1[38]9\W?(?:邮箱|mail)",
        r"(?<![a-z])g\s?mail(?![a-z])",
        r"(?<![a-z])google(?:'s)? mail",
        r"(?<![a-z])foxmail(?![a-z])",
        r"(?<![a-z])out\s?look(?![a-z])",
        r"(?<![a-z])hot\s?mail(?![a-z])",
        r"(?<![a-z])mail(?:box| (?:user)?name| prefix)(?![a-z])",
        r"(?<![a-z])email (?:user)?(?:name|prefix|id|handle)(?![a-z])",
        r"(?<![a-z])user ?(?:name)?(?![a-z])",
        r"(?<![a-z])local part",
    )
)
_NAME = r"(?P<id>(?![0-9]*[._\-][0-9._\-]*(?![a-z0-9._\-]))[a-z0-9][a-z0-9._\-]{3,38}[a-z0-9])"
_LEADS = re.compile(
    rf"[{_firsts}](?:{_rests}){_GAP}{{0,6}}(?:(?:qq|1[26][36]){_GAP}{{1,3}})?"
    rf"(?:(?:is|me|prefix|qq|user|username|id|address|account|handle|name|at|to|under|there|the|before|sign|starts? with|begins? with|i am|i'm|called|named)(?![a-z]){_GAP}{{0,4}}){{0,5}}"
    + _NAME
)
_ADDRESSED = re.compile(
    r"[:：是为=到至]|叫|(?<![a-z])(?:is|me|with|i am|called|named)(?![a-z])|前缀|前面|用户名|账号|username|name|handle|local"
)
_NAMES_DOMAIN = re.compile(
    rf"[^\n{WALL}]{{0,24}}?(?:后缀|域名|domain|网易|腾讯|谷歌|google|(?<![a-z0-9])(?:{PROVIDER})(?![a-z0-9])|mail)"
)
_SUFFIX_TOLD = re.compile(r"\W{0,3}(?:后缀|域名|后面|domain|suffix|@后)")
_SUFFIX_ADDED = re.compile(r"\W{0,2}(?:再?加上?|后面?[加接是])[^\n]{0,10}(?:后缀|mail|邮箱|网易|谷歌)")
_DOMAIN_TOLD = re.compile(
    rf"\W{{0,4}}(?:domain|host|server|域名|后缀|后面|@后面?)\W{{0,3}}(?:is|是|为)?\W{{0,3}}(?:网易|腾讯|谷歌|新浪)?({LABEL}(?:{DOT}{LABEL}){{1,3}})"
)
_PROVIDER_LEADS = re.compile(rf"(?:{PROVIDER})|google|谷歌|网易|新浪|腾讯|搜狐|雅虎|阿里|狐狸|企鹅|企业")

# The name, and whose mail it is, behind it: john.smith (gmail).
_PROVIDER_BEHIND = re.compile(
    r"(?P<id>[a-z0-9](?<![a-z0-9._@/-].)[a-z0-9]*(?:[._][a-z0-9]+)*)(?:\s?(?:[(（]|, ?|，| at | on | - | (?:at|on|over at) (?:the |my )?)(?:google mail|g\s?mail|hot\s?mail|outlook|foxmail|(?:qq|163|126)(?=邮箱| (?:one|side|mail))|网易邮箱)"
    r"|\s?(?:那个|的|是我的?)?(?:谷歌|google|qq|1[26][36]|网易|新浪|腾讯|雅虎|foxmail|outlook)\W?(?:邮箱|mail))(?![a-z.]| (?:api|add|and|or|smtp|app|server|client|sync|plugin|calendar))"
)


_D = rf"(?P<domain>{LABEL}(?:{DOT}{LABEL}){{1,3}})"
_L = r"(?P<id>[a-z0-9][a-z0-9._\-]{1,38}[a-z0-9])"
_AT = r"(?:@|at(?![a-z])|艾特)(?:[ -]?(?:sign|symbol)|符号?|号)?"
_IS = rf"(?:{_GAP}|(?:is|are|的|是|为|写|叫)(?![a-z]))"
# The name and the domain by their places, and what each way of telling them is never without: "lucas comes before the at, example.com after", @前面是…后面是….
_PLACED = tuple(
    (signs, re.compile(pattern))
    for signs, pattern in (
        (
            ("before", "in front of", "left of"),
            rf"(?<![a-z0-9._\-]){_L},? (?:is |comes |goes |stands )?(?:the |what |that )?(?:part |bit |piece )?(?:comes |goes )?(?:before|in front of|left of) (?:the )?{_AT}{_GAP}{{1,6}}(?:and |then )?{_D}",
        ),
        (
            ("before", "in front of", "left of"),
            rf"(?:before|in front of|left of) (?:the )?{_AT}{_IS}{{0,4}}{_L}{_GAP}{{1,6}}(?:and )?(?:the )?(?:part |bit |piece |what )?(?:comes )?(?:after|behind|right of)(?: (?:it|the at|@))?{_IS}{{0,4}}{_D}",
        ),
        (
            ("前", "左边"),
            rf"(?:{_AT}|邮箱|邮件|前)(?:之?前面?|前?[一1]?半段?|左边?){_IS}{{0,4}}{_L}{_GAP}{{1,6}}(?:{_AT})?(?:之?后面?|后?[一1]?半段?|右边?){_IS}{{0,4}}{_D}",
        ),
        (
            ("is my",),
            rf"(?<![a-z0-9._\-]){_L} is my (?:user ?name|user|name|login|handle|account) (?:at|on|with) {_D}",
        ),
        (
            ("domain", "host", "server", "域名", "后缀"),
            rf"(?:domain|host|server|域名|后缀)(?:{_IS}){{0,4}}{_D}{_GAP}{{1,4}}(?:and )?(?:the )?(?:user ?name|name|local part|prefix|part|用户名|前缀|账号|名字?|前面写?)(?: (?:in front|before(?: it)?|there|on the left))?{_IS}{{0,4}}{_L}",
        ),
    )
)


def _placed_in(stream: str, begin: int, stop: int) -> Iterator[Finding]:
    for signs, pattern in _PLACED:
        if not any(map(stream.__contains__, signs)):
            continue
        for match in pattern.finditer(stream, begin, stop):
            yield Finding(*match.span("id"), kinds_of(match["id"]))
            yield Finding(*match.span("domain"), kinds_of(""))


def told_addresses_in(stream: str, stretches: Iterable[tuple[int, int]]) -> list[Finding]:
    """The names of addresses that are told in pieces in stretches of a folded text, and their domains where these are
    written.
    """
    return [finding for begin, stop in stretches for finding in _told_in(stream, begin, stop)]


def _told_in(stream: str, begin: int, stop: int) -> Iterator[Finding]:
    yield from _placed_in(stream, begin, stop)
    for match in _LEADS.finditer(stream, begin, stop):
        start, end = match.span("id")
        lead = stream[match.start() : start]
        name = match["id"]
        given = "邮箱" in lead and _PROVIDER_LEADS.search(lead) and is_odd(name)
        if not (given or _ADDRESSED.search(lead) or name.isdigit() or _SUFFIX_ADDED.match(stream, end)):
            continue
        told = _DOMAIN_TOLD.match(stream, end)
        if told:
            yield Finding(told.start(1), told.end(1), kinds_of(""))
        if lead.startswith("user") and not told:
            continue
        odd = _SUFFIX_TOLD.match(stream, end) is not None or any(sign in name for sign in "._-0123456789")
        provider = _PROVIDER_LEADS.search(lead) is not None
        if told or (odd and (provider or _NAMES_DOMAIN.match(stream[end : end + 60]))):
            yield Finding(start, end, kinds_of(name))
    for match in _PROVIDER_BEHIND.finditer(stream, begin, stop):
        name = match["id"]
        if len(name) >= 5 and not name.isalpha() and not TECHNICAL.fullmatch(name):
            yield Finding(*match.span("id"), kinds_of(name))
