"""E-mail addresses: an at in whatever form, a name to the left of it, a domain to the right.

The search starts from the at, or from a word that stands for it, and looks a bounded way to either side: the time
is linear however the text is made. In plain English `at` and `dot` are words like others; there the domain must be
spelled out, or the name be none that prose has before `at`.
"""

import re

from resume_visibility.projection.contacts import plans
from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, WALL

_LEFT = 96
_RIGHT = 120

_OPEN, _CLOSE = r"[(\[{<（【「《〔]", r"[)\]}>）】」》〕]"

_NO_AT = rf"a-z0-9\u3400-\u9fff\s./\-_:,，。、；;()（）@=?'\"“”|+<>\[\]【】{{}}《》{WALL}"

# Every alternative stands behind the one character that has been read; see `patterns`.
_AT = re.compile(
    rf"(?:[@艾爱埃圈花a小(\[{{<（【「《〔_\-.]|(?<=[a-z0-9])[^{_NO_AT}])(?:"
    r"(?P<sure>(?<=@)@*|(?<=艾)\W{0,2}特|(?<=[爱埃])特|(?<=圈)\W?a(?![a-z])|(?<=花)a(?![a-z])|(?<=a)圈|(?<=小)老鼠|(?<=a)t\W?[符号]号?"
    rf"|(?<={_OPEN})\W?(?:at|a|@+|艾特|爱特|圈a|#|老鼠)\W?{_CLOSE})"
    r"|(?P<word>(?<=a)(?<![a-z0-9@.].)t(?![a-z0-9@])|(?<=[_\-.])at(?:[_\-.]|(?![a-z0-9@])))"
    rf"|(?P<sign>(?<=[^{_NO_AT}])[^{_NO_AT}]{{0,2}}\s?(?=[a-z0-9])))"
)

_TLD = "com|cn|net|org|edu|gov|io|me|cc|co|info|hk|tw|jp|uk|us|de|fr|sg|au|ca|in|ru|top|xyz|vip|dev|ai|tech|biz|c0m|corn|mail|site|online|club|app|eu|kr|my|nl|ch|es|it|br"
_PROVIDER = (
    r"(?:vip\.)?(?:1\s?6\s?3|1\s?2\s?6|1\s?3\s?9|1\s?8\s?9|q\s?q|gmail|googlemail|outlook|hotmail|foxmail|sina|sohu|yahoo|icloud|aliyun|yeah|proton(?:mail)?|live|msn|tom|21cn|wo|me|qq邮箱)"
)
_MAIL_ONLY = re.compile(r"(?:gmail|googlemail|outlook|hotmail|foxmail|icloud|protonmail|qq|163|126)(?![a-z0-9])")
_DOT = (
    rf"(?:\.|．|\W?{_OPEN}\W?(?:dot|点|\.|d)\W?{_CLOSE}\W?|[\s_-]{{0,2}}(?:(?<![a-z])dot(?![a-z])|点)[\s_-]{{0,2}}|_dot_)"
)
_COMMA_DOT = rf"[。,，、·•](?=\s?(?:{_TLD})(?![a-z0-9]))"
_LABEL = r"(?:[a-z0-9](?:[ ][a-z0-9](?![a-z0-9])){1,15}|[a-z0-9](?:[a-z0-9-]{0,62}))"
_DOMAIN = re.compile(rf"\s{{0,2}}({_LABEL})((?:\s?(?:{_DOT}|{_COMMA_DOT})\s?{_LABEL}){{1,4}})")
_BARE_PROVIDER = re.compile(
    rf"\s{{0,2}}(?:(?:{_PROVIDER})(?![a-z0-9])|(?:腾讯|网易|谷歌|新浪|搜狐|雅虎|阿里|微软|[{HAN_DIGITS}]{{3}})\W?(?:邮箱|mail)(?:\W{{0,2}}dot\W{{0,2}}com)?|[{HAN_DIGITS}]{{3}}(?:点|\.)(?:com|net))"
)
_LAST_LABEL = re.compile(r"[a-z0-9]+(?:[ ][a-z0-9])*$")
_KNOWN_TLD = re.compile(rf"(?:{_TLD})")

_ATOM = r"[a-z0-9_+%'\-]"
_LOCAL_DOT = rf"(?:\.|\s?(?:(?<![a-z])dot(?![a-z])|点|{_OPEN}(?:dot|点|\.){_CLOSE})\s?|\s\.\s)"
_LOCAL = re.compile(
    rf"(?:(?:(?<![a-z0-9])(?:[a-z0-9] ){{2,40}}[a-z0-9]|{_ATOM}+)(?:{_LOCAL_DOT}{_ATOM}+)*)\.?\s{{0,2}}$"
)
_LOCAL_NAME = re.compile(r"(?:(?:^|[^a-z0-9_\s.])\s{0,2})([a-z]{1,12} [a-z0-9]{1,12} {0,2})$")

_SPEAKS_OF_MAIL = re.compile(r"邮|信|联系|e\W?-?\W?m\W?a\W?i\W?l|mail|reach|contact|write|address|drop|send|ping")
_NO_NAME = frozenset(
    "worked work working works look looked looking engineer developer intern interned manager analyst employed staff "
    "based located available currently now team lead leader role position job founder consultant director student "
    "studied hosted deployed up live stay be is was are were and or me us it good great arrive arrived start started "
    "designer architect specialist officer associate product internship operations operating sold listed seen".split()
)
_NO_DOMAIN = frozenset("the a an this that our my its their least most all any one".split())

_GLUED = re.compile(
    r"(?<![a-z0-9._-])[a-z0-9._-]{2,40}?at[a-z0-9-]{2,30}?dot(?:com|net|org|cn|edu|io|co|me)(?![a-z0-9])"
)
_GLUED_SIGN = re.compile(r"dot(?:com|net|org|cn|edu|io|co|me)(?![a-z0-9])")
_BACKWARDS = re.compile(r"(?<![a-z0-9.])(?:moc|nc|ten|gro|ude|oi)\.[a-z0-9.-]{1,60}@[a-z0-9._-]{1,60}")

_ID = r"(?P<id>[a-z0-9][a-z0-9._\-]{3,38}[a-z0-9])"
_IN_PIECES = re.compile(
    r"(?:邮箱\W{0,2}(?:前缀|用户名|名|账号|地址|id)?|(?:q\W?q|163|126|网易|谷歌|google|腾讯|新浪)\W?(?:邮箱|mail)|(?<![a-z])(?:gmail|foxmail|outlook|hotmail|mailbox|mail (?:user)?name|username)(?![a-z])|前缀)"
    r"[^a-z0-9\n\ufdd0]{0,6}(?:(?:is|me|prefix|qq|user|id|address|account)(?![a-z])[^a-z0-9\n\ufdd0]{0,4}){0,2}" + _ID
)
_ADDRESSED = re.compile(r"[:：是为=]|(?<![a-z])(?:is|me)(?![a-z])|前缀|用户名|username|name")
_NAMES_DOMAIN = re.compile(
    rf".{{0,24}}?(?:后缀|域名|domain|网易|腾讯|谷歌|google|(?<![a-z0-9])(?:{_PROVIDER})(?![a-z0-9])|mail)"
)
_SUFFIX_TOLD = re.compile(r"\W{0,3}(?:后缀|域名|后面是|domain|suffix)")
_DOMAIN_TOLD = re.compile(rf"\W{{0,4}}(?:domain|域名|后缀)\W{{0,3}}(?:is|是|为)?\W{{0,3}}({_LABEL}(?:{_DOT}{_LABEL}){{1,3}})")


def addresses_in(stream: str) -> list[Finding]:
    """All e-mail addresses of a folded text."""
    findings: list[Finding] = []
    done = 0
    for at in _AT.finditer(stream):
        if at.start() < done:
            continue
        finding = _around(stream, at, done)
        if finding:
            findings.append(finding)
            done = finding.end
    if _GLUED_SIGN.search(stream):
        findings.extend(Finding(*match.span(), _kinds("")) for match in _GLUED.finditer(stream))
    if "@" in stream:
        findings.extend(Finding(*match.span(), _kinds("")) for match in _BACKWARDS.finditer(stream))
    findings.extend(_in_pieces(stream))
    return findings


def _kinds(name: str) -> tuple[Detail, ...]:
    """An address whose name is a mobile number is both."""
    bare = name.strip().removeprefix("+").removeprefix("86")
    return (Detail.EMAIL, Detail.PHONE) if plans.is_mobile(bare) else (Detail.EMAIL,)


def _around(stream: str, at: re.Match[str], done: int) -> Finding | None:
    floor = max(done, at.start() - _LEFT)
    left = stream[floor : at.start()]
    local = _LOCAL.search(left)
    if local is None:
        return None
    name = local[0].strip()
    right = stream[at.end() : at.end() + _RIGHT]
    domain = _DOMAIN.match(right)
    end = 0
    if domain:
        end = _domain_end(stream, domain, at)
    bare = _BARE_PROVIDER.match(right) if not end else None
    if bare:
        end = bare.end()
    if not end or not _is_address(stream, at, name, left, right[:end], bool(bare)):
        return None
    start = floor + local.start()
    wider = _LOCAL_NAME.search(left) if left.endswith(" ") and at.lastgroup == "sure" else None
    if wider:
        start = floor + wider.start(1)
    return Finding(start, at.end() + end, _kinds(name))


def _domain_end(stream: str, domain: re.Match[str], at: re.Match[str]) -> int:
    """Where a domain ends: at the last label that can be one of the top."""
    text = domain[0]
    end = len(text)
    mention = at["sure"] is not None and (not stream[at.start() - 1].isspace() or text[:1].isspace())
    while True:
        last = _LAST_LABEL.search(text, 0, end)
        if last is None or last.start() == 0:
            return 0
        label = last[0].replace(" ", "")
        known = _KNOWN_TLD.fullmatch(label) is not None
        if known or (label.isalpha() and 2 <= len(label) <= 12 and text[last.start() - 1] == "." and mention):
            return end
        starts = re.match(rf"(?:{_TLD})(?![a-z])", label)
        if starts and text[last.start() - 1] in ".点":
            return last.start() + starts.end()
        end = last.start()
        while end and not text[end - 1].isascii() or (end and not text[end - 1].isalnum()):
            end -= 1
        if text[:end].endswith("dot"):
            end -= 3
        end = len(text[:end].rstrip())


def _is_address(stream: str, at: re.Match[str], name: str, left: str, domain: str, bare: bool) -> bool:
    first = re.split(r"[^a-z0-9]", domain.strip(), maxsplit=1)[0]
    if at["sure"] is not None:
        if name == "git" or re.search(r"://[^\s@]{0,60}:[^\s@]{0,60}$", left):
            return False
        return not bare or len(name) > 2
    if at["sign"] is not None:
        return _is_sign(stream, at, name, left, domain)
    if first in _NO_DOMAIN or name in _NO_NAME:
        return False
    speaks = _SPEAKS_OF_MAIL.search(left[-40:]) is not None
    if bare:
        if not domain.isascii():
            return True
        return speaks and _MAIL_ONLY.match(domain.strip()) is not None
    spelled = "." not in domain or "_" in at[0] or "-" in at[0]
    odd = not name.isalpha()
    return spelled or odd or speaks or re.match(r"(?:gmail|outlook|hotmail|foxmail|icloud)\.", domain.strip()) is not None


def _is_sign(stream: str, at: re.Match[str], name: str, left: str, domain: str) -> bool:
    if len(name) < 2 or "/" in left[len(left.rstrip("abcdefghijklmnopqrstuvwxyz0123456789._-")) - 1 :][:1]:
        return False
    known = re.match(rf"(?:{_PROVIDER})(?:\.|点|dot|\W)", domain.strip()) is not None
    if known:
        return True
    return "#" in at[0] or _SPEAKS_OF_MAIL.search(left[-40:]) is not None


def _in_pieces(stream: str) -> list[Finding]:
    """Addresses of which only the name is written, the rest told: 前缀…后缀是…, Gmail me: …"""
    findings = []
    for match in _IN_PIECES.finditer(stream):
        start, end = match.span("id")
        lead = stream[match.start() : start]
        name = match["id"]
        if not _ADDRESSED.search(lead) and not name.isdigit():
            continue
        told = _DOMAIN_TOLD.match(stream, end)
        if told:
            findings.append(Finding(told.start(1), told.end(1), _kinds("")))
        odd = _SUFFIX_TOLD.match(stream, end) is not None or any(sign in name for sign in "._-0123456789")
        provider = re.search(rf"(?:{_PROVIDER})|google|谷歌|网易", lead) is not None
        if told or (odd and (provider or _NAMES_DOMAIN.match(stream[end : end + 60]))):
            findings.append(Finding(start, end, _kinds(name)))
    return findings
