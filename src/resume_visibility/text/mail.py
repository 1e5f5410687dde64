"""E-mail addresses."""

import re
from collections.abc import Iterable

from . import plans
from .kinds import Finding, Kind
from .patterns import HAN_DIGITS, PINYIN, any_of, later, table

_WORDS = table("mail")
OPEN, CLOSE = r"[(\[{<（【「《〔«]", r"[)\]}>）】」》〕»]"

# Signs that writers put around a word to set it off: john *at* gmail |dot| com.
SET_OFF = r"[*|+\"'~^=/\\“”‘’`!#:-]"

ENDING = any_of(_WORDS["ending"].split())
_COUNTRIES = frozenset(_WORDS["country"].split())
"""Ends of domains that are a word, or part of a number, wherever no dot stands before them."""
PROVIDER = (
    r"(?:vip\.)?(?:1\s?6\s?3|1\s?2\s?6|1\s?3\s?9|1\s?8\s?9|q\s?q|g[\s-]?mail|googlemail|out\s?look|hot\s?mail|fox\s?mail|sina|sohu"
    r"|企鹅|扣扣|球球|一二六|一六三|易邮163|yahoo|icloud|aliyun|yeah|proton(?:mail)?|live|msn|tom|21cn|wo|me|qq邮箱)"
)
# Providers whose name means nothing but mail.
MAIL_ONLY = re.compile(
    r"(?:g\s?mail|googlemail|outlook|hotmail|foxmail|icloud|protonmail|qq|163|126)(?![a-z0-9])"
)

_DOT_WORD = r"(?:(?<![a-z])(?:d[o0]t|period|point|full stop)(?![a-z])|小数点|点)"
DOT = (
    rf"(?:\.|．|\W?{OPEN}\W?(?:{_DOT_WORD}|\.|d|d\s?[o0]\s?t)\W?{CLOSE}\W?"
    rf"|[\s_,，·-]{{0,2}}{SET_OFF}?{_DOT_WORD}{SET_OFF}?[\s_,，·-]{{0,2}}|_d[o0]t_)"
)
_COMMA_DOT = rf"[。,，、·•](?=\s?(?!mail)(?:{ENDING})(?![a-z0-9]))"
LABEL = r"(?:[a-z0-9](?:[ ][a-z0-9](?![a-z0-9])){1,15}|g mail|[a-z0-9](?:[a-z0-9-]{0,62}))"
# What a writer says between the at and the domain, or between the parts of it.
_THEN = r"[\"'”’]?[\s，,·]{0,3}(?:(?:then|and|再|加上?|接上?|后面?|\+)\s?){0,2}(?:(?:网易|腾讯|新浪|搜狐|谷歌)(?=[a-z0-9]))?"
_COM = r"(?:c\s?[o0]\s?m|net|康[姆木母]?|抗姆)"
DOMAIN = later(rf"{_THEN}({LABEL})((?:\s?(?:{DOT}|{_COMMA_DOT})\s?{LABEL}){{1,4}})")

# A provider without its ending, or by its Chinese name.
BARE_PROVIDER = later(
    rf"{_THEN}(?:(?:(?:the|my) (?:[a-z]{{3,8}} )?)?(?:{PROVIDER})(?:[\s，,]{{0,2}}(?:点|\.|dot)[\s，,]{{0,2}}{_COM})?(?![a-z0-9])"
    rf"|(?:腾讯|网易|谷歌|新浪|搜狐|雅虎|阿里|微软|[{HAN_DIGITS}]{{3}})\W?(?:邮箱|mail)(?:\W{{0,2}}dot\W{{0,2}}com)?"
    rf"|[{HAN_DIGITS}]{{3}}[\s，,]{{0,2}}(?:点|\.|dot)[\s，,]{{0,2}}{_COM})"
)

_LAST_LABEL = re.compile(r"[a-z0-9]+(?:[ ][a-z0-9])*$")
_KNOWN = re.compile(rf"(?:{ENDING})")
_STARTS_KNOWN = re.compile(rf"(?:{ENDING})(?![a-z])")
_SPELLED_END = re.compile(rf"(?:{_DOT_WORD}|{CLOSE})[\W_]{{0,3}}$")


def domain_end(text: str, plainly: bool) -> int:
    """Where in a text that was matched as a domain it ends: behind the last label that can be a top one; 0 for none.

    `plainly` says that an at without doubt stands before: then any word may be a top label, known or not.
    """
    end = len(text)
    while True:
        last = _LAST_LABEL.search(text, 0, end)
        if last is None or last.start() == 0:
            return 0
        label = last[0].replace(" ", "")
        if _KNOWN.fullmatch(label):
            return end
        before = text[last.start() - 1]
        dotted = (
            before == "."
            or text.endswith(" . ", 0, last.start())
            or _SPELLED_END.search(text, 0, last.start()) is not None
        )
        if dotted and (label in _COUNTRIES or (plainly and label.isalpha() and 2 <= len(label) <= 12)):
            return end
        starts = _STARTS_KNOWN.match(label)
        if starts and before in ".点":
            return last.start() + starts.end()
        end = len(text[: last.start()].rstrip(_NO_LABEL))


_NO_LABEL = " ._-()[]{}<>（）【】「」《》〔〕点。,，、·•*|+\"'~^=/\\“”‘’`!#:．"


_LEFT = 96
_RIGHT = 120

_AT_WORD = r"a ?t(?:[\s-]?(?:sign|symbol))?"
_NO_SIGN = r"a-z0-9\u3400-\u9fff\s./\-_:,，。、；;()（）@=?'\"“”|+<>\[\]【】{}《》"

# Every alternative stands behind the one character that has been read; see `patterns`.
_AT = later(
    rf"[@艾爱埃圈花a小在(\[{{<（【「《〔«_\-.*|+\"'~^=/“‘](?:"
    r"(?P<sure>(?<=@)@*|(?<=艾)\W{0,2}[特忒](?:符号?)?|(?<=[爱埃])[特忒]|(?<=圈)\W?(?:a(?![a-z])|[诶欸])"
    r"|(?<=花)a(?![a-z])|(?<=a)圈|(?<=小)老鼠"
    r"|(?<=a)(?<![a-z0-9].)(?:rr?oba(?:se)?|t the rate(?: of)?)(?![a-z])"
    r"|(?<=a)(?<![a-z0-9].)t(?:\W?[符号]号?|[\s-](?:sign|symbol)(?![a-z]))"
    rf"|(?<={OPEN})\W?(?:{_AT_WORD}|a|@+|艾[特忒](?:符号?)?|爱特|圈a|#|小?老鼠|[a-z ]{{3,28}}@+[a-z ]{{0,8}}"
    rf"|[\u3400-\u9fff]{{1,8}}@+)\W?{CLOSE}"
    rf"|(?<={SET_OFF}){_AT_WORD}{SET_OFF})"
    r"|(?P<word>(?<=a)(?<![a-z0-9@.].)t(?![a-z0-9@])|(?<=[_\-.])at(?:[_\-.]|(?![a-z0-9@]))|(?<=在)))"
)
# Any other sign that stands where an at would.
_SIGN_AT = later(
    rf"(?P<sign>[^{_NO_SIGN}](?:(?<=[a-z0-9].)|(?<=[a-z0-9]\s.))[^{_NO_SIGN}]{{0,2}}\s?(?=[a-z0-9]))"
)

_ATOM = rf"[a-z0-9_+%'\-{HAN_DIGITS}]"
_LOCAL_DOT = (
    r"(?:[.·]|\s?(?:(?<![a-z])(?:dot|period|point|full stop|underscore|dash)(?![a-z])|点|下划线|横杠|减号"
    rf"|{OPEN}\W?(?:dot|点|\.)\W?{CLOSE})\s?|\s\.\s)"
)
_LOCAL = later(
    rf"((?:(?<![a-z0-9])(?:[a-z0-9] ){{2,40}}[a-z0-9]|{_ATOM}+)(?:{_LOCAL_DOT}{_ATOM}+)*)"
    r"\.?\s{0,2}(?:[，,·]\s?)?(?:(?:后面?|再|加上?|接上?|写个?|(?:followed by|then|the|an?|plus|and)(?![a-z])"
    r"|\+)\s?){0,3}[\"'“‘]?$"
)
# Two words of a name before a spaced at, where nothing but the two stands: wu tong @ gmail . com.
_LOCAL_NAME = re.compile(r"(?:(?:^|[^a-z0-9_\s.])\s{0,2})([a-z]{1,12} [a-z0-9]{1,12} {0,2})$")

_SPEAKS_OF_MAIL = re.compile(
    r"邮|信|联系|e\W?-?\W?m\W?a\W?i\W?l|mail|reach|contact|write|address|drop|send|ping"
)
_NO_NAME = frozenset(_WORDS["no_name"].split())
_NO_DOMAIN = frozenset(_WORDS["no_domain"].split())
_CONNECTION = re.compile(r"://[^\s@]{0,60}:[^\s@]{0,60}$")
_PATH = re.compile(r"/[a-z0-9._-]*$")
# Signs that are put for an at where nothing else says that an address stands there.
_STANDS_FOR_AT = re.compile("[#📧✉📨📩💌🐒🐵ⓐ]")
_TOLD_PROVIDER = re.compile(rf"(?:{PROVIDER})(?:\.|点|dot|\W)")
_MAIL_HOST = re.compile(r"(?:g\s?mail|outlook|hotmail|foxmail|icloud)\W")

_GLUED_ENDS = "com|net|org|cn|edu|io|co|me"
_GLUED = re.compile(
    rf"(?<![a-z0-9._-])[a-z0-9._-]{{2,40}}?at[a-z0-9-]{{2,30}}?dot(?:{_GLUED_ENDS})(?![a-z0-9])"
)
GLUED_SIGNS = tuple(f"dot{end}" for end in _GLUED_ENDS.split("|"))
"""In one of these ends an address that is written as one word."""
_ENDINGS_TURNED = ("moc.", "nc.", "ten.", "gro.", "ude.", "oi.")
_BACKWARDS = re.compile(
    r"[mntguo](?<![a-z0-9.].)(?:(?<=m)oc|(?<=n)c|(?<=t)en|(?<=g)ro|(?<=u)de|(?<=o)i)\.[a-z0-9.-]{1,60}@[a-z0-9._-]{1,60}"
)


def addresses_in(stream: str, stretches: Iterable[tuple[int, int]]) -> list[Finding]:
    """All e-mail addresses in stretches of a folded text that are written out."""
    findings: list[Finding] = []
    done = 0
    for begin, end in stretches:
        ats = [*_AT.finditer(stream, begin, end), *_SIGN_AT.finditer(stream, begin, end)]
        for at in sorted(ats, key=re.Match.start):
            if at.start() < done:
                continue
            finding = _around(stream, at, done)
            if finding:
                findings.append(finding)
                done = finding.end
        if any(sign in stream for sign in GLUED_SIGNS):
            findings += (
                Finding(*match.span(), kinds_of(""), "an address")
                for match in _GLUED.finditer(stream, begin, end)
            )
        if "@" in stream and any(map(stream.__contains__, _ENDINGS_TURNED)):
            findings += (
                Finding(*match.span(), kinds_of(""), "an address")
                for match in _BACKWARDS.finditer(stream, begin, end)
            )
    return findings


def kinds_of(name: str) -> tuple[Kind, ...]:
    """The kinds of an address with that name: one that is a mobile number is both."""
    bare = name.strip().removeprefix("+").removeprefix("86")
    return (Kind.EMAIL, Kind.PHONE) if plans.is_mobile(bare) else (Kind.EMAIL,)


def _around(stream: str, at: re.Match[str], done: int) -> Finding | None:
    floor = max(done, at.start() - _LEFT)
    left = stream[floor : at.start()]
    local = _LOCAL.search(left)
    if local is None:
        return None
    name = local[1].strip()
    right = stream[at.end() : at.end() + _RIGHT]
    if at.lastgroup == "sign" and len(sign := at[0].strip()) == 1:
        # zhang☆example☆cn
        right = right.replace(sign, ".")
    domain = DOMAIN.match(right)
    end = 0
    if domain:
        # `@name` behind a space is how people are mentioned: there the domain must be one that is known.
        mention = stream[at.start() - 1].isspace() and not right[:1].isspace()
        plainly = (
            at.lastgroup == "sure"
            or (at[0] == "_at_" and "_dot_" in domain[0])
            or ("#" in at[0] and _SPEAKS_OF_MAIL.search(left[-40:]) is not None)
        )
        end = domain_end(domain[0], plainly and not (mention and at[0] == "@"))
        if mention and right.startswith("/", end):  # @scope/package
            return None
    bare = BARE_PROVIDER.match(right) if not end else None
    if bare:
        end = bare.end()
    wider = _LOCAL_NAME.search(left) if left.endswith(" ") and at.lastgroup == "sure" else None
    if wider and wider[1].startswith(("mail ", "email ")):  # mail sylvie @ …
        wider = None
    if wider:
        name = wider[1].strip()
    if (
        not end
        or not any(map(str.isalnum, name))
        or not _is_address(at, name, left, right[:end].strip(), bare is not None)
    ):
        return None
    start = floor + local.start()
    if name[0] in HAN_DIGITS and name[1:2] not in HAN_DIGITS:  # 第一zhang@…
        start += 1
    if wider:
        start = floor + wider.start(1)
    return Finding(start, at.end() + end, kinds_of(name), "an address")


def _is_address(at: re.Match[str], name: str, left: str, domain: str, bare: bool) -> bool:
    if at.lastgroup == "sure":
        if name == "git" or _CONNECTION.search(left):
            return False
        return not bare or len(name) > 2
    if at.lastgroup == "sign":
        if len(name) < 2 or _PATH.search(left):
            return False
        if bare and at[0][-1:].isspace():  # inbox management — Gmail
            return False
        return (
            _TOLD_PROVIDER.match(domain) is not None
            or _STANDS_FOR_AT.search(at[0]) is not None
            or _SPEAKS_OF_MAIL.search(left[-40:]) is not None
        )
    first = re.split(r"[^a-z0-9]", domain, maxsplit=1)[0]
    if name.isdigit() and len(name) < 4:  # 10/10 at …
        return False
    if (first in _NO_DOMAIN and not bare) or name in _NO_NAME:
        return False
    speaks = _SPEAKS_OF_MAIL.search(left[-40:]) is not None
    if bare:
        if not domain.isascii():
            return True
        return (speaks or PINYIN.fullmatch(name) is not None) and MAIL_ONLY.search(domain) is not None
    spelled = "." not in domain or "_" in at[0] or "-" in at[0] or at[0] == ".at."
    return spelled or not name.isalpha() or speaks or _MAIL_HOST.match(domain) is not None


_TOP = r"[\W_]{0,2}(?:c[o0]m|cn|net|org|edu|io|me|co)(?![a-z])"
MAIL_SIGNS = re.compile(
    r"[@.。点艾爱埃圈鼠邮箱163q腾网谷新一企#(\[<(（【](?:(?<=@)|(?<=[.。])(?:com|cn|net|org|edu|c0m|io|me"
    r"|uk|fr|de|jp|sg|hk|tw"
    r"|au|ru|za|it|es|nl|pl|pt|se|kr)(?![a-z])"
    rf"|(?<=点){_TOP}|(?<=点)[康抗]|(?<=[艾爱埃])\W{{0,2}}[特忒]|(?<=圈)\W?[a诶欸花]|(?<=鼠)|(?<=[邮箱])"
    r"|(?<=1)(?<![0-9]1)(?:63|26|39|89)(?![0-9])|(?<=q)(?<![a-z]q)q(?![a-z])|(?<=[腾网谷新])[讯易歌浪]"
    r"|(?<=一)[六二三八][三六九]"
    r"|(?<=#)[a-z]|(?<=[(\[<（【])\W?(?:a ?t?|d ?[o0]? ?t?)\W)"
)
MAIL_WORDS = frozenset(_WORDS["sign"].split())
"""What no address is without: an at, or the end or the provider of its domain."""
