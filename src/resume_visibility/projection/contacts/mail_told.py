"""E-mail addresses of which only the name is written out and the rest is told: 前缀…后缀是…, Gmail me: …"""

import re

from resume_visibility.projection.contacts.details import Finding
from resume_visibility.projection.contacts.domains import DOT, LABEL, PROVIDER
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
        r"网易\W?(?:1[62][36])?\W?(?:邮箱|mail)",
        r"[谷新腾]\W?[歌浪讯]\W?(?:邮箱|mail)",
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
_NAME = r"(?P<id>[a-z0-9][a-z0-9._\-]{3,38}[a-z0-9])"
_LEADS = re.compile(
    rf"[{_firsts}](?:{_rests}){_GAP}{{0,6}}"
    rf"(?:(?:is|me|prefix|qq|user|id|address|account|handle|name|at|to|under)(?![a-z]){_GAP}{{0,4}}){{0,2}}"
    + _NAME
)
_ADDRESSED = re.compile(
    r"[:：是为=到至]|(?<![a-z])(?:is|me)(?![a-z])|前缀|前面|用户名|账号|username|name|handle|local"
)
_NAMES_DOMAIN = re.compile(
    rf"[^\n{WALL}]{{0,24}}?(?:后缀|域名|domain|网易|腾讯|谷歌|google|(?<![a-z0-9])(?:{PROVIDER})(?![a-z0-9])|mail)"
)
_SUFFIX_TOLD = re.compile(r"\W{0,3}(?:后缀|域名|后面|domain|suffix|@后)")
_DOMAIN_TOLD = re.compile(
    rf"\W{{0,4}}(?:domain|host|server|域名|后缀|后面|@后面?)\W{{0,3}}(?:is|是|为)?\W{{0,3}}({LABEL}(?:{DOT}{LABEL}){{1,3}})"
)
_PROVIDER_LEADS = re.compile(rf"(?:{PROVIDER})|google|谷歌|网易")

# The name, and whose mail it is, behind it: john.smith (gmail).
_PROVIDER_BEHIND = re.compile(
    r"(?<![a-z0-9._@/-])(?P<id>[a-z0-9]+(?:[._][a-z0-9]+)*)\s?(?:[(（]|, ?|，| at | on | - )"
    r"(?:google mail|g\s?mail|hot\s?mail|foxmail|qq邮箱|163邮箱|网易邮箱)(?![a-z.]| (?:api|add|and|or|smtp|app|server|client|sync|plugin|calendar))"
)


def told_addresses_in(stream: str) -> list[Finding]:
    """The names of addresses that are told in pieces, and their domains where these are written."""
    findings = []
    for match in _LEADS.finditer(stream):
        start, end = match.span("id")
        lead = stream[match.start() : start]
        name = match["id"]
        if not _ADDRESSED.search(lead) and not name.isdigit():
            continue
        told = _DOMAIN_TOLD.match(stream, end)
        if told:
            findings.append(Finding(told.start(1), told.end(1), kinds_of("")))
        if lead.startswith("user") and not told:
            continue
        odd = _SUFFIX_TOLD.match(stream, end) is not None or any(sign in name for sign in "._-0123456789")
        provider = _PROVIDER_LEADS.search(lead) is not None
        if told or (odd and (provider or _NAMES_DOMAIN.match(stream[end : end + 60]))):
            findings.append(Finding(start, end, kinds_of(name)))
    for match in _PROVIDER_BEHIND.finditer(stream):
        name = match["id"]
        if len(name) >= 5 and not name.isalpha() and not TECHNICAL.fullmatch(name):
            findings.append(Finding(*match.span("id"), kinds_of(name)))
    return findings
