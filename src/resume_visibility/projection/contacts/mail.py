"""E-mail addresses: an at in whatever form, a name to the left of it, a domain to the right.

The search starts from the at, or from a word that stands for it, and looks a bounded way to either side: the time
is linear however the text is made. In plain English `at` and `dot` are words like others; there the domain must be
spelled out, or the name be none that prose has before `at`.
"""

import re
from collections.abc import Iterable

from resume_visibility.projection.contacts import plans
from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.domains import (
    BARE_PROVIDER,
    CLOSE,
    DOMAIN,
    MAIL_ONLY,
    OPEN,
    PROVIDER,
    SET_OFF,
    domain_end,
)
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, WALL, words
from resume_visibility.projection.contacts.vocabulary import PINYIN

_LEFT = 96
_RIGHT = 120

_AT_WORD = r"a ?t(?:[\s-]?(?:sign|symbol))?"
_NO_SIGN = rf"a-z0-9\u3400-\u9fff\s./\-_:,，。、；;()（）@=?'\"“”|+<>\[\]【】{{}}《》{WALL}"

# Every alternative stands behind the one character that has been read; see `patterns`.
_AT = re.compile(
    rf"[@艾爱埃圈花a小在(\[{{<（【「《〔«_\-.*|+\"'~^=/“‘](?:"
    r"(?P<sure>(?<=@)@*|(?<=艾)\W{0,2}[特忒](?:符号?)?|(?<=[爱埃])[特忒]|(?<=圈)\W?(?:a(?![a-z])|[诶欸])|(?<=花)a(?![a-z])|(?<=a)圈|(?<=小)老鼠"
    r"|(?<=a)(?<![a-z0-9].)(?:rr?oba(?:se)?|t the rate(?: of)?)(?![a-z])"
    r"|(?<=a)(?<![a-z0-9].)t(?:\W?[符号]号?|[\s-](?:sign|symbol)(?![a-z]))"
    rf"|(?<={OPEN})\W?(?:{_AT_WORD}|a|@+|艾[特忒](?:符号?)?|爱特|圈a|#|小?老鼠|[a-z ]{{3,28}}@+[a-z ]{{0,8}}|[\u3400-\u9fff]{{1,8}}@+)\W?{CLOSE}"
    rf"|(?<={SET_OFF}){_AT_WORD}{SET_OFF})"
    r"|(?P<word>(?<=a)(?<![a-z0-9@.].)t(?![a-z0-9@])|(?<=[_\-.])at(?:[_\-.]|(?![a-z0-9@]))|(?<=在)))"
)
# Any other sign that stands where an at would.
_SIGN_AT = re.compile(
    rf"(?P<sign>[^{_NO_SIGN}](?:(?<=[a-z0-9].)|(?<=[a-z0-9]\s.))[^{_NO_SIGN}]{{0,2}}\s?(?=[a-z0-9]))"
)

_ATOM = rf"[a-z0-9_+%'\-{HAN_DIGITS}]"
_LOCAL_DOT = (
    r"(?:[.·]|\s?(?:(?<![a-z])(?:dot|period|point|full stop|underscore|dash)(?![a-z])|点|下划线|横杠|减号"
    rf"|{OPEN}\W?(?:dot|点|\.)\W?{CLOSE})\s?|\s\.\s)"
)
_LOCAL = re.compile(
    rf"((?:(?<![a-z0-9])(?:[a-z0-9] ){{2,40}}[a-z0-9]|{_ATOM}+)(?:{_LOCAL_DOT}{_ATOM}+)*)"
    r"\.?\s{0,2}(?:[，,·]\s?)?(?:(?:后面?|再|加上?|接上?|写个?|(?:followed by|then|the|an?|plus|and)(?![a-z])|\+)\s?){0,3}[\"'“‘]?$"
)
# Two words of a name before a spaced at, where nothing but the two stands: wu tong @ gmail . com.
_LOCAL_NAME = re.compile(r"(?:(?:^|[^a-z0-9_\s.])\s{0,2})([a-z]{1,12} [a-z0-9]{1,12} {0,2})$")

_SPEAKS_OF_MAIL = re.compile(
    r"邮|信|联系|e\W?-?\W?m\W?a\W?i\W?l|mail|reach|contact|write|address|drop|send|ping"
)
_NO_NAME = frozenset(
    words(
        "worked work working works look looked looking engineer developer intern interned manager analyst employed staff "
        "based located available currently now team lead leader role position job founder consultant director student "
        "studied hosted deployed up live stay be is was are were and or me us it good great arrive arrived start started "
        "over before after comes goes part designer architect specialist officer associate product internship operations operating sold listed seen "
        "scientist programmer administrator executive assistant accountant teacher trainee researcher years year"
    )
)
_NO_DOMAIN = frozenset(words("the a an this that our my its their least most all any one"))
_CONNECTION = re.compile(r"://[^\s@]{0,60}:[^\s@]{0,60}$")
_PATH = re.compile(r"/[a-z0-9._-]*$")
# Signs that are put for an at where nothing else says that an address stands there.
_STANDS_FOR_AT = re.compile("[#📧✉📨📩💌🐒🐵ⓐ]")
_TOLD_PROVIDER = re.compile(rf"(?:{PROVIDER})(?:\.|点|dot|\W)")
_MAIL_HOST = re.compile(r"(?:g\s?mail|outlook|hotmail|foxmail|icloud)\W")

_GLUED = re.compile(
    r"(?<![a-z0-9._-])[a-z0-9._-]{2,40}?at[a-z0-9-]{2,30}?dot(?:com|net|org|cn|edu|io|co|me)(?![a-z0-9])"
)
_GLUED_SIGN = re.compile(r"dot(?:com|net|org|cn|edu|io|co|me)(?![a-z0-9])")
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
        if _GLUED_SIGN.search(stream, begin, end):
            findings += (
                Finding(*match.span(), kinds_of("")) for match in _GLUED.finditer(stream, begin, end)
            )
        if "@" in stream and any(map(stream.__contains__, _ENDINGS_TURNED)):
            findings += (
                Finding(*match.span(), kinds_of("")) for match in _BACKWARDS.finditer(stream, begin, end)
            )
    return findings


def kinds_of(name: str) -> tuple[Detail, ...]:
    """The kinds of an address with that name: one that is a mobile number is both."""
    bare = name.strip().removeprefix("+").removeprefix("86")
    return (Detail.EMAIL, Detail.PHONE) if plans.is_mobile(bare) else (Detail.EMAIL,)


def _around(stream: str, at: re.Match[str], done: int) -> Finding | None:
    floor = max(done, at.start() - _LEFT, stream.rfind(WALL, max(0, at.start() - _LEFT), at.start()) + 1)
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
    if not end or not _is_address(at, name, left, right[:end].strip(), bare is not None):
        return None
    start = floor + local.start()
    if name[0] in HAN_DIGITS and name[1:2] not in HAN_DIGITS:  # 第一zhang@…
        start += 1
    if wider:
        start = floor + wider.start(1)
    return Finding(start, at.end() + end, kinds_of(name))


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
