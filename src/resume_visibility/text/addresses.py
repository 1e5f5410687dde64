"""Finds e-mail addresses, and links that lead to an account."""

import re
from collections.abc import Iterable

from .kinds import Finding, Kind, Tag
from .patterns import HAN_DIGITS, PINYIN, any_of, choice, choice_rest, lazy_re, starts_of, table
from .plans import holds_mobile
from .platforms import PLATFORMS

_WORDS = table("addresses")
_OPENING, _CLOSING = r"[(\[{<（【「《〔«⟨〈]", r"[)\]}>）】」》〕»⟩〉]"
# Signs that writers put around a word to set it off: john *at* gmail |dot| com.
_EMPHASIS = r"[*|+\"'~^=/\\“”‘’`!#:-]"
_ENDING = any_of(_WORDS["ending"].split())
_COUNTRIES = frozenset(_WORDS["country"].split())
"""Ends of domains that are a plain word or part of a number, unless a dot stands before them."""
_PROVIDER = any_of(_WORDS["provider"].split()).replace("_", r"\s?")

_DOT_WORD = rf"(?:(?<![a-z])(?:{any_of(_WORDS['dot'])})(?![a-z])|(?:小数)?点|ドット)"
DOT = (
    rf"(?:\.|\W?{_OPENING}\W?(?:{_DOT_WORD}|\.|d|d\s?[o0]\s?t|pun[kc]?to?|ponto|[•·🔴])\W?{_CLOSING}\W?"
    rf"|[\s_,，·-]{{0,2}}{_EMPHASIS}?{_DOT_WORD}{_EMPHASIS}?[\s_,，·-]{{0,2}}"
    rf"|[。,，、·•](?=\s?(?!mail)(?:{_ENDING})(?![a-z0-9])))"
)
_LABEL = r"(?:[a-z0-9](?:[ ][a-z0-9](?![a-z0-9])){1,15}|[a-z0-9][a-z0-9-]{0,62})"
# Words that may stand between the at and the domain.
_BEFORE_DOMAIN = r"[\"'”’]?[\s，,·]{0,3}(?:(?:then|and|再|加上?|接上?|后面?|\+)\s?){0,2}(?:(?:网易|腾讯|新浪|搜狐|谷歌)(?=[a-z0-9]))?"
_DOMAIN = lazy_re(rf"{_BEFORE_DOMAIN}{_LABEL}(?:\s?{DOT}\s?{_LABEL}){{1,4}}")
# A domain in letters other than Latin, found by its end. Chinese ends are listed: prose goes on behind them without a blank.
_LETTERS = "a-z\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af"
_FOREIGN_DOMAIN = lazy_re(
    rf"(?=[^@]{{0,60}}?[^\W_a-z0-9]){_BEFORE_DOMAIN}(?:(?:[{_LETTERS}0-9\-]{{1,40}}+|(?:(?!点)[\u3040-\u30ff\u3400-\u9fff]){{1,20}}+)"
    rf"(?:\s?[.。]\s?|点|\W?{_OPENING}\W?(?:{_DOT_WORD}|\.)\W?{_CLOSING}\W?)){{1,3}}"
    rf"(?:{any_of(_WORDS['ending_han'].split())}|(?:{_ENDING})(?![a-z0-9])|(?![a-z]+(?![{_LETTERS}]))[{_LETTERS}]{{2,12}})"
)
# A provider without its ending, or by its Chinese name.
_BARE_PROVIDER = lazy_re(
    rf"{_BEFORE_DOMAIN}(?:(?:the|my) (?:[a-z]{{3,8}} )?)?(?:{_PROVIDER})"
    r"(?:[\s，,]{0,2}(?:点|\.|dot)[\s，,]{0,2}(?:c\s?[o0]\s?m|net|康[姆木母]?|抗姆))?(?![a-z0-9])"
)
_MAX_DOT_LENGTH = 16
# The label of another detail may be glued to the end of a domain: lin@example.comQQ345678901.
_NAMES = (
    name for one in PLATFORMS for name in (*one.names, *one.nicknames) if name.isascii() and name.isalnum()
)
_GLUED_LABEL = any_of({*map(str.lower, _NAMES), *table("numbers")["telephone_latin"], "tel", "mail", "email"})
_LABELS = re.compile(r"(?<![a-z0-9])xn--[a-z0-9-]+|[a-z0-9]+(?:[ ][a-z0-9](?![a-z0-9]))*")
_KNOWN_ENDING = lazy_re(rf"(?:{_ENDING})(?:(?![a-z])|(?=(?:{_GLUED_LABEL})(?![a-z])))")
_DOT_BEFORE = lazy_re(rf"(?:\.|{_DOT_WORD}|{_CLOSING})[\W_]{{0,3}}$")
_NON_LABEL = " ._-()[]{}<>（）【】「」《》〔〕点。,，、·•*|+\"'~^=/\\“”‘’`!#:"


def _domain_end(text: str, *, sure_at: bool) -> int:
    """Return where a domain ends in text that was matched as one: behind the last label that can be a top-level one; 0 if there
    is none. With `sure_at`, there is no doubt about the at before it, and any word can be a top-level label.
    """
    end = len(text)
    for last in reversed([*_LABELS.finditer(text)]):
        start, label = last.start(), last[0].replace(" ", "")
        if not start or last.end() != end:
            break
        known = _KNOWN_ENDING.match(label)
        if known:
            return end if known.end() == len(label) else start + known.end()
        may_be = label in _COUNTRIES or (sure_at and len(label) > 1 and (label.isalpha() or "--" in label))
        if may_be and _DOT_BEFORE.search(text, max(0, start - _MAX_DOT_LENGTH), start):
            return end
        end = len(text[:start].rstrip(_NON_LABEL))
    return 0


_LEFT_CHARS, _RIGHT_CHARS = 96, 120
_AT_WORD = r"a ?t(?:[\s-]?(?:sign|symbol))?"
_AT_NAMES = _WORDS["at"].split()
_AT_WORDS = any_of(_AT_NAMES)
"""What the at is called in other languages."""
_AT_ABROAD = lazy_re(rf"\s?(?P<sure>(?<![a-z])(?:{_AT_WORDS})(?![a-z]))")
_SURE_AT = choice_rest(
    (
        "@@*", r"艾\W{0,2}[特忒](?:符号?)?", "[爱埃][特忒]", r"圈\W?(?:a(?![a-z])|[诶欸])", "花a(?![a-z])", "小老鼠",
        "的(?=(?:qq|163|126|139|189|gmail|foxmail|hotmail|outlook)邮箱)",
        r"(?<![a-z])at(?: the rate(?: of)?|[\s-](?:sign|symbol))(?![a-z])", r"(?<![a-z])at\W?[符号]号?",
    )
)  # fmt: skip
# Every alternative starts behind the first character, which has been read; see `choice_rest`.
_AT = lazy_re(
    rf"[@艾爱埃圈花a小在的(\[{{<（【「《〔«⟨〈_\-.*|+\"'~^=/“‘](?:(?P<sure>{_SURE_AT}"
    rf"|(?<={_OPENING})\W?(?:{_AT_WORD}|a|@+|#|艾[特忒](?:符号?)?|爱特|圈a|小?老鼠|[a-z ]{{3,28}}@+[a-z ]{{0,8}}"
    r"|[a-z' ]{0,28}(?:sign|symbol|snail|monkey|squiggle|swirl)[a-z' ]{0,12}"
    rf"|curly\W?a|et|アット|{_AT_WORDS}|[🐒🐵📧]"
    rf"|[a-z]{{2,10}}(?=\W?{_CLOSING}\s?[a-z0-9-]{{2,24}}\s?{_OPENING}\s?(?:dot|\.|点)\s?{_CLOSING}))\W?{_CLOSING}"
    rf"|(?<={_EMPHASIS}){_AT_WORD}{_EMPHASIS})"
    r"|(?P<word>(?<=a)(?<![a-z0-9@.].)t(?![a-z0-9@])|(?<=[_\-.])at(?![a-z0-9@])[_\-.]?|(?<=在)))"
)
# Any other sign in the place of an at.
_NON_AT = r"a-z0-9\u3400-\u9fff\s./\-_:,，。、；;()（）@=?'\"“”|+<>\[\]【】{}《》"
_SIGN_AT = lazy_re(rf"(?P<sign>[^{_NON_AT}](?<=[a-z0-9].)[^{_NON_AT}]{{0,2}}\s?(?=[a-z0-9]))")
# Signs that stand for an at even if nothing else says that this is an address.
_STANDS_FOR_AT = lazy_re("[#📧✉📨📩💌🐒🐵ⓐ]")

_ATOM = rf"[a-z0-9_+%'\-{HAN_DIGITS}]"
_LOCAL_DOT = (
    rf"(?:[.·]|\s?(?:(?<![a-z])(?:{any_of(_WORDS['dot'])}|underscore|dash|hyphen|trattino)(?![a-z])|点|下划线|横杠|减号"
    rf"|{_OPENING}\W?(?:{_DOT_WORD}|\.|underscore|dash|hyphen)\W?{_CLOSING})\s?|\s\.\s)"
)
_LOCAL = lazy_re(
    rf"((?:(?<![a-z0-9])(?:[a-z0-9] ){{2,40}}[a-z0-9]|(?<!{_ATOM}){_ATOM}+)(?:{_LOCAL_DOT}{_ATOM}+)*)"
    r"\.?\s{0,2}(?:[，,·]\s?)?(?:(?:后面?|再|加上?|接上?|写个?|(?:followed by|then|the|an?|plus|and)(?![a-z])|\+)\s?){0,3}[\"'“‘]?$"
)
# A letter that cannot belong to the part before the at, or such a sign that stands beside no bracket.
_BRACKETS = _OPENING[1:-1] + _CLOSING[1:-1]
_LOCAL_START = lazy_re(
    rf"[^a-z0-9_+%'\-{HAN_DIGITS}\s.·点下划线横杠减号后面再加上接写个，,\"“‘{_BRACKETS}](?:(?<=\w)|(?<![{_BRACKETS}].)(?![{_BRACKETS}]))"
)
_MAIL_CONTEXT = lazy_re(r"邮|信|联系|mail|reach|contact|write|address|drop|send|ping")
_MAIL_LABEL = re.compile(r"(?:邮[箱件]|mail)(?:地址|\saddress)?(?:是|为|\sis)?\W{0,3}$")
_NON_NAMES = frozenset(_WORDS["no_name"].split())
_LANGUAGE_LETTERS = frozenset("acfj")
"""Letters that make a programming language or a musical key with a number sign: C# and dot net."""
_NON_LOCALS = frozenset(_WORDS["no_local"].split())
"""Words behind which a word for the at is the name of a place: comedor en Arroba."""
_NON_DOMAINS = frozenset(_WORDS["no_domain"].split())
_CONNECTION_LOGIN = re.compile(r"://[^\s@,;|，；、。（(]{0,60}:[^\s@,;|，；、。（(]{0,60}$")
_NAMED_PROVIDER = lazy_re(rf"(?:{_PROVIDER})(?:点|dot|\W)")

_GLUED_ENDS = "com|net|org|cn|edu|io|co|me"
GLUED_SIGNS = tuple(f"dot{end}" for end in _GLUED_ENDS.split("|"))
"""The possible ends of an address that is written as one word."""
_GLUED = lazy_re(rf"(?<![a-z0-9._-])[a-z0-9._-]{{2,40}}?at[a-z0-9-]{{2,30}}?dot(?:{_GLUED_ENDS})(?![a-z0-9])")
_TURNED_ENDINGS = ("moc.", "nc.", "ten.", "gro.", "ude.", "oi.")
_BACKWARDS = re.compile(rf"(?<![a-z0-9.])(?:{any_of(_TURNED_ENDINGS)})[a-z0-9.-]{{1,60}}@[a-z0-9._-]{{1,60}}")
_TURNED_WORDS = ("倒", "反", "镜", "mirror", "backward", "revers")
"""Words which say that an address may be written backwards."""
_NEAR_CHARS = 40


def addresses_in(stream: str, stretches: Iterable[tuple[int, int]]) -> list[Finding]:
    """All e-mail addresses that are written out in stretches of a folded text."""
    findings: list[Finding] = []
    whole = [_GLUED] if "dot" in stream and any(map(stream.__contains__, GLUED_SIGNS)) else []
    whole += [_BACKWARDS] if "@" in stream and any(map(stream.__contains__, _TURNED_ENDINGS)) else []
    abroad = any(map(stream.__contains__, _AT_NAMES))
    done = 0
    for begin, end in stretches:
        ats = [*_AT.finditer(stream, begin, end), *_SIGN_AT.finditer(stream, begin, end)]
        if abroad:
            ats += _AT_ABROAD.finditer(stream, begin, end)
        for at in sorted(ats, key=re.Match.start):
            finding = _address_around(stream, at, done) if at.start() >= done else None
            if finding:
                findings.append(finding)
                done = finding.end
        if any(map(stream.__contains__, _TURNED_WORDS)):
            turned = stream[begin:end][::-1]
            around = filter(None, (_address_around(turned, at, 0) for at in _AT.finditer(turned)))
            findings += [one._replace(start=end - one.end, end=end - one.start) for one in around]
        for pattern in whole:
            for match in pattern.finditer(stream, begin, end):
                findings.append(Finding(*match.span(), _tags_of(match[0], match[0][::-1]), "an address"))
    return findings


def _address_around(stream: str, at: re.Match[str], done: int) -> Finding | None:
    """The address around an at, if there is one; it must begin behind `done`, where the finding before ends."""
    floor = max(done, at.start() - _LEFT_CHARS)
    left = stream[floor : at.start()]
    ended = _LOCAL_START.search(left[::-1])
    local = _LOCAL.search(left, len(left) - ended.start() if ended else 0)
    if local is None:
        return None
    name = local[1].strip()
    right = stream[at.end() : at.end() + _RIGHT_CHARS]
    if at.lastgroup == "sign" and len(sign := at[0].strip()) == 1:
        right = right.replace(sign, ".")  # zhang☆example☆cn
    domain = _DOMAIN.match(right)
    end = 0
    if domain:
        # `@name` behind a space mentions a person, and a word, an at among spaces and a name say where somebody works: there the end of
        # the domain must be a known one.
        mention = stream[at.start() - 1].isspace() and (not right[:1].isspace() or name.isalpha())
        labelled = at.lastgroup == "sure" or _MAIL_LABEL.search(left, 0, local.start())
        sure = bool(labelled) and not mention
        # Behind a whole domain and a full stop, the next line is another sentence.
        line = domain[0].partition("\n")[0].rstrip(_NON_LABEL)
        end = _domain_end(line, sure_at=sure) or _domain_end(domain[0], sure_at=sure)
        if mention and right.startswith("/", end):  # @scope/package
            return None
    may_be_foreign = not (end or right.isascii() or at.lastgroup == "word")
    if may_be_foreign and (foreign := _FOREIGN_DOMAIN.match(right)):
        end = foreign.end()
    bare = None if end else _BARE_PROVIDER.match(right)
    if bare:
        end = bare.end()
    if not end or not _is_address(at, name, left, right[:end].strip(), is_provider=bare is not None):
        return None
    return Finding(floor + local.start(), at.end() + end, _tags_of(name, right[:end]), "an address")


def _tags_of(*parts: str) -> tuple[Tag, ...]:
    """The kinds of detail in an address: it is also a telephone number if one of its parts holds a mobile number (PHONE-1)."""
    return (Kind.EMAIL, Kind.PHONE) if any(map(holds_mobile, parts)) else (Kind.EMAIL,)


def _is_address(at: re.Match[str], name: str, left: str, domain: str, *, is_provider: bool) -> bool:
    """Whether a name, an at and a domain are an address; `is_provider` says that the domain is only the name of a provider."""
    if at[0] == "的" and name.isalpha():  # a word before 的 says whose mail it is: android的qq邮箱
        return False
    if at.lastgroup == "sure":
        is_place = name in _NON_LOCALS and at[0].strip().isalpha()
        return (
            not is_place
            and name != "git"
            and not _CONNECTION_LOGIN.search(left)
            and (not is_provider or len(name) > 2)
        )
    speaks = _MAIL_CONTEXT.search(left[-_NEAR_CHARS:]) is not None
    if at.lastgroup == "sign":
        if name in _LANGUAGE_LETTERS and at[0].strip() == "#":
            return False
        return speaks or _NAMED_PROVIDER.match(domain) is not None or _STANDS_FOR_AT.search(at[0]) is not None
    if name in _NON_NAMES or (name.isdigit() and len(name) < 4):  # 10/10 at …
        return False
    if is_provider:
        is_mail = domain.endswith(("com", "net")) or "mail" in domain.replace(" ", "")
        is_named = is_mail and not name.isalpha()
        return speaks or is_named or not domain.isascii() or PINYIN.fullmatch(name) is not None
    first = re.split(r"[^a-z0-9]", domain, maxsplit=1)[0]
    return first not in _NON_DOMAINS and (speaks or "." not in domain or not name.isalpha())


NUMERIC_PROVIDERS = ("163", "126", "139", "189")
"""Providers of mail whose names are numbers."""
_SIGNS_OF_MAIL = (
    "@", "[鼠邮箱]", "#[a-z]", r"圈\W?[a诶欸花]", r"[艾爱埃]\W{0,2}[特忒]", "[腾网谷新][讯易歌浪]", "一[六二三八][三六九]",
    r"[.。](?:com|cn|net|org|edu|c0m|io|me|uk|fr|de|jp|sg|hk|tw|au|ru|za|it|es|nl|pl|pt|se|kr)(?![a-z])",
    r"点(?:[\W_]{0,2}(?:c[o0]m|cn|net|org|edu|io|me|co)(?![a-z])|[康抗])", r"q(?<![a-z]q)q(?![a-z])",
    rf"1(?<![0-9]1)(?:{'|'.join(one[1:] for one in NUMERIC_PROVIDERS)})(?![0-9])",
    r"[[<({（【⟨〈]\W?(?:(?:curly\W?)?a ?t?|et|アット|d ?[o0]? ?t?|[🐒🐵📧])\W",
)  # fmt: skip
MAIL_SIGN = re.compile(choice(_SIGNS_OF_MAIL))
MAIL_WORDS = frozenset(_WORDS["sign"].split()).union(_AT_NAMES)
"""Signals, one of which is in every address: an at, or the end or the provider of its domain."""


# --- Links -----------------------------------------------------------------------------------------------------------

_NON_ACCOUNT = rf"(?!(?:{any_of(_WORDS['no_account'])})(?![a-z0-9_]|\.(?!php|html?)[a-z0-9]))"
_PATH = r"(?P<path>(?![=&?])[+~@#a-z0-9_.%\-=&?\u3400-\u9fff]{3,64})"
# The characters of a link. The last one is no sign that may also end the sentence.
_LINK_REST = r"(?:[a-z0-9/_.~%?&=+#:@,;!\-]{0,160}[a-z0-9/_~%&=+#@\-])?"
_LINK_CHARS = "abcdefghijklmnopqrstuvwxyz0123456789/_.~%?&=+#:@,;!-"
_QUERY_ACCOUNT = lazy_re(
    r"(?P<path>(?:[?&](?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)|/send/?\?phone)=[a-z0-9_\-.+]{4,40})"
    + _LINK_REST
)
_NOT_IN_WORD = r"(?<![a-z0-9].)"
# Accounts with Skype, WeChat, Nintendo and Matrix in the platform's own form, and an account on LinkedIn without the host.
_NATIVE = re.compile(
    choice(
        (
            r"live:(?:\.?cid\.[0-9a-f]{8,32}|[a-z](?=[a-z\-]*[0-9_.][a-z0-9])[a-z0-9_.\-]{4,40})",
            r"wxid_[a-z0-9]{6,30}",
            r"sw-[0-9]{4}-[0-9]{4}-[0-9]{4}",
            r"@[a-z0-9_.\-]{2,40}:[a-z0-9\-]+(?:\.[a-z0-9\-]+){0,3}\.[a-z]{2,8}",
            r"/(?<!\./)in/(?=[a-z0-9\-]*-)[a-z0-9][a-z0-9\-]{4,60}",
            r"in/(?<![/\-.]in/)(?!(?:check|sign|log|opt|out|off|on|co|pre|post)-)(?=[a-z0-9\-]*-)[a-z][a-z0-9\-]{4,60}",
        ),
        _NOT_IN_WORD,
    )
    + _LINK_REST
)


_EVERY_HOST = sorted({host for platform in PLATFORMS for host in platform.hosts}, key=len, reverse=True)
_HOSTS = [host for host in _EVERY_HOST if host[0] != "."]
_ENDS_OF_HOSTS = sorted({host.partition("/")[0].rpartition(".")[2] for host in _HOSTS})
_HOST_PREFIXES = [re.escape(host) + ("" if host[-1] in "@#?" else "/") for host in _HOSTS]
_ON_HOST = lazy_re(f"{choice(_HOST_PREFIXES, _NOT_IN_WORD)}{_NON_ACCOUNT}{_PATH}{_LINK_REST}")
# The same with dots that people write so that no link is recognised. It takes ten times as long to compile.
_DOT_IN_HOST = r"(?:\.|\s?[(（\[【]\s?(?:\.|dot|点)\s?[)）\]】]\s?|\s?点\s?|\sdot\s)"
_ON_DISGUISED_HOST = lazy_re(_ON_HOST.pattern.replace(r"\.", _DOT_IN_HOST))
# And with a slash that is spelled out: t dot me slash linyue88.
_SLASH_IN_WORDS = r"\s?(?:/|(?:forward[ -]?)?slash(?![a-z])\s?)"
_ON_SPOKEN_HOST = lazy_re(
    choice(_HOST_PREFIXES, _NOT_IN_WORD).replace(r"\.", _DOT_IN_HOST).replace("/", _SLASH_IN_WORDS)
    + rf"{_NON_ACCOUNT}(?P<path>\+?[0-9](?:\s?[0-9]){{6,14}}"
    r"|[+@a-z0-9_.\-]{2,64}(?:\s(?:dot|underscore|dash|hyphen)\s[a-z0-9_]{1,30}){0,4})"
)
_SPOKEN_SLASH = re.compile(r"[a-z]\s(?:forward[ -]?)?slash\s[a-z0-9_@]")
_DISGUISED_DOT = re.compile(r"(?:[)）\]】点]|(?<=\s)dot(?=\s))\s?[a-z.]{2,24}/")
# A quick test for a slash behind the end of a host, before `_is_on_host` looks for the host: most slashes stand elsewhere.
_SLASH_BEHIND_HOST = re.compile(f"/(?:{'|'.join(f'(?<={end}/)' for end in _ENDS_OF_HOSTS)})")
_BARE_HOSTS = frozenset(host.partition("/")[0] for host in _HOSTS)
_MAX_HOST_LENGTH = max(map(len, _BARE_HOSTS))
_NON_HOST = re.compile(r"[^a-z0-9.\-]")
_MAX_LINK_PREFIX = 160
_PLATFORM_SCHEMES = sorted({scheme for one in PLATFORMS for scheme in one.schemes}, key=len, reverse=True)
_SCHEME_LINK = lazy_re(
    rf"{choice(map(re.escape, _PLATFORM_SCHEMES), _NOT_IN_WORD)}://?(?P<path>[^\s\"'<>，。]{{3,120}}){_LINK_REST}"
)


# Before the host of some networks stands the account: linyue88.lofter.com.
_HOSTS_BEHIND_ACCOUNT = tuple(host for host in _EVERY_HOST if host[0] == ".")
_BEHIND_ACCOUNT = re.compile(
    rf"\.(?:{any_of(host[1:] for host in _HOSTS_BEHIND_ACCOUNT)})(?![a-z0-9\-]|\.[a-z0-9])(?:[/?#]{_LINK_REST})?"
)
_BEFORE_HOST = re.compile(r"(?<![a-z0-9_\-])[a-z0-9][a-z0-9_\-]{2,62}\Z")
_MAX_LABEL = 64
# On any other host a path can say that a page is somebody's: /u/linyue88, /@linyue88, /~linyue88.
_PAGE_OF_SOMEBODY = lazy_re(
    rf"/(?:[a-z]{{2}}(?:-[a-z]{{2}})?/)?(?:(?:{any_of(_WORDS['page_of_somebody'])})/@?|(?P<at>@/?)|~)"
    + _NON_ACCOUNT
    + _PATH
    + _LINK_REST
)
_MAX_HOST = 80
BLOGS = tuple(_WORDS["blog"])
"""Hosts on which an account is followed by the articles of somebody: a link to one of these gives no account away."""
_BEHIND_ACCOUNT_PATH = re.compile("/[a-z0-9]")
_CODE_HOSTS = frozenset(page.partition("/")[0] for page in _WORDS["page_of_code"])
_FILE_ENDINGS = frozenset(_WORDS["file_ending"].split())
"""Ends of names of programs, which look like hosts: React.js/@tanstack."""


def links_in(stream: str) -> list[Finding]:
    """All links within a folded text that lead to an account: the whole link is the detail."""
    found: list[Finding] = []
    patterns = [_QUERY_ACCOUNT] if "=" in stream else []
    slashes = starts_of(_SLASH_BEHIND_HOST, stream)
    if slashes and _DISGUISED_DOT.search(stream):
        patterns.append(_ON_DISGUISED_HOST)
    elif any(_is_on_host(stream, at) for at in slashes):
        patterns.append(_ON_HOST)
    if "slash" in stream and _SPOKEN_SLASH.search(stream):
        patterns.append(_ON_SPOKEN_HOST)
    patterns += [_SCHEME_LINK] if ":/" in stream else []
    for pattern in patterns:
        for match in pattern.finditer(stream):
            if not (stream.startswith(BLOGS, match.start()) and _leads_on(stream, match)):
                found.append(_link(stream, *match.span(), match["path"]))
    if "/" in stream:
        for match in _PAGE_OF_SOMEBODY.finditer(stream):
            if _may_be_somebodys(stream, match.start()) and not (match["at"] and _leads_on(stream, match)):
                found.append(_link(stream, *match.span(), match["path"]))
    for host in _BEHIND_ACCOUNT.finditer(stream):
        account = _BEFORE_HOST.search(stream, max(0, host.start() - _MAX_LABEL), host.start())
        if account is not None and account[0] not in _NO_ACCOUNTS_BEFORE_HOST:
            found.append(_link(stream, account.start(), host.end(), account[0]))
    if any(map(stream.__contains__, ("in/", "wxid_", "sw-"))) or (
        ":" in stream and ("@" in stream or "live:" in stream)
    ):
        found += [Finding(*match.span(), (Kind.MESSENGER,), "a link") for match in _NATIVE.finditer(stream)]
    return found


def _link(stream: str, start: int, end: int, account: str) -> Finding:
    """The finding of a link whose host, query or scheme starts at a place."""
    account = account.strip("~@+/.")
    is_number = (account.isdigit() and len(account) >= 8) or holds_mobile(account)
    tags = (Kind.MESSENGER, Kind.PHONE) if is_number else (Kind.MESSENGER,)
    return Finding(_link_start(stream, start), end, tags, "a link")


def _leads_on(stream: str, match: re.Match[str]) -> bool:
    """Whether a link leads on from the page of somebody to what they wrote: medium.com/@linyue88/how-to."""
    return _BEHIND_ACCOUNT_PATH.match(stream, match.end("path")) is not None


def _is_on_host(stream: str, slash: int) -> bool:
    """Whether the host of a platform, or a subdomain of it, stands before a slash."""
    return _is_one_of(_host_before(stream, slash, _MAX_HOST_LENGTH + 1), _BARE_HOSTS)


def _may_be_somebodys(stream: str, slash: int) -> bool:
    """Whether a host stands before a slash that is neither a host of code nor an interface for programs."""
    host = _host_before(stream, slash, _MAX_HOST)
    ending = host.rpartition(".")[2]
    is_host = ending != host and len(ending) > 1 and ending.isalpha() and ending not in _FILE_ENDINGS
    return is_host and not host.startswith("api.") and not _is_one_of(host, _CODE_HOSTS)


def _host_before(stream: str, slash: int, length: int) -> str:
    return _NON_HOST.split(stream[max(0, slash - length) : slash])[-1]


def _is_one_of(host: str, hosts: frozenset[str]) -> bool:
    """Whether a host is one of some, or ends in one."""
    return host in hosts or any(host[at + 1 :] in hosts for at, sign in enumerate(host) if sign in ".-")


_PAGES = frozenset((*_HOSTS, *_WORDS["page_of_code"]))
PAGE_PREFIXES = tuple(
    sorted({page.rstrip("@") if page[-1] in "@~" else f"{page}/" for page in _PAGES if page[-1] not in "?#"})
)
"""The beginnings of the addresses of pages, up to the name of the account."""
_MAX_PATH_DEPTH = 1 + max(page.count("/") for page in _PAGES)
_HOSTS_OF_PAGES = frozenset(page.partition("/")[0] for page in _PAGES)
_NON_ACCOUNTS = frozenset(word.rstrip("/") for word in _WORDS["no_account"])
_NO_ACCOUNTS_BEFORE_HOST = _NON_ACCOUNTS.union(_WORDS["no_account_before_host"])
_USUAL_PORT, _BEHIND_HOST, _BEHIND_PATH = map(re.compile, (":(?:443|80)$", "[/?#]", "[?#]"))
_LANGUAGE_PREFIX = re.compile(r"^(?:m|mobile|[a-z]{2,3}(?:-[a-z]{2,4})?)\.")
"""An optional beginning of a host: www, the code of a language, or m or mobile for small screens."""


def host_and_rest(address: str) -> tuple[str, str]:
    """Split a web address into its host, without user name and usual port, and what stands behind the host."""
    address = address.partition("://")[2].replace("。", ".")
    behind = _BEHIND_HOST.search(address)
    end = len(address) if behind is None else behind.start()
    return _USUAL_PORT.sub("", address[:end].lower().rpartition("@")[2]).strip("."), address[end:]


def account_at(address: str) -> str:
    """The name of the account to whose page a web address leads, at a network or a code host; empty for any other address."""
    host, rest = host_and_rest(address)
    for end in _HOSTS_BEHIND_ACCOUNT:
        if (
            host.endswith(end)
            and (account := host.removesuffix(end).rpartition(".")[2]) not in _NO_ACCOUNTS_BEFORE_HOST
        ):
            return account
    path = _BEHIND_PATH.split(rest, maxsplit=1)[0].lower()
    if "%" in path:
        from urllib.parse import unquote  # which hardly any address needs

        path = unquote(path)
    hosts = [one for one in (host, _LANGUAGE_PREFIX.sub("", host)) if one in _HOSTS_OF_PAGES]
    parts = [*filter(None, path.split("/"))][:_MAX_PATH_DEPTH]
    for one in hosts:
        for at in reversed(range(len(parts))):
            page, name = "/".join((one, *parts[:at])), parts[at].lstrip("@~")
            if page in _PAGES or (name != parts[at] and f"{page}/{parts[at][0]}" in _PAGES):
                return "" if name in _NON_ACCOUNTS else name
    named = _PAGE_OF_SOMEBODY.match(path)
    return named["path"].strip("@") if named and _may_be_somebodys(f"{host}/", len(host)) else ""


def _link_start(stream: str, at: int) -> int:
    """Return where a link starts whose host, query or scheme stands at a place."""
    floor = max(0, at - _MAX_LINK_PREFIX)
    start = floor + len(stream[floor:at].rstrip(_LINK_CHARS))
    scheme = stream.rfind("http", start, at)
    if scheme >= 0:
        return scheme
    start = max(start, stream.rfind(":", start, at) + 1)
    return at - len(stream[start:at].lstrip("/_.~%?&=+#@,;!-"))


_SCHEMES: dict[str, Kind] = {
    "mailto": Kind.EMAIL,
    **dict.fromkeys(("tel", "sms", "smsto", "callto", "facetime", "facetime-audio", "mms"), Kind.PHONE),
    **{scheme: platform.kind for platform in PLATFORMS for scheme in platform.schemes},
}
_CONTROL = re.compile(r"[\x00-\x20]+")
_SEVEN_DIGITS = re.compile("[0-9]{7}")


def scheme_tags(stream: str) -> set[Tag]:
    """The tags of a folded link by its scheme; an account that is named by a number is also a telephone number."""
    bare = _CONTROL.sub("", stream)
    kind = _SCHEMES.get(bare.partition(":")[0])
    if kind is None:
        return set()
    return {kind, Kind.PHONE} if _SEVEN_DIGITS.search(bare) else {kind}
