"""Links written into a text that lead to an account with a messenger: the whole link is the detail."""

import re

from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.patterns import led

# A dot and a slash, written or told.
_DOT = r"(?:\.|\s?[(\[{（【]\s?(?:dot|点|\.)\s?[)\]}）】]\s?|\s?(?:点|dot)\s?)"
_SLASH = r"(?:/|\s?(?:斜[杠线]|slash)\s?)"
# Hosts with what comes before an account; a host's own "www." and the like are taken with the link.
_firsts, _rests = led(
    (
        rf"t{_DOT}me",
        rf"telegram{_DOT}(?:me|dog)",
        rf"wa{_DOT}me",
        r"line\.me(?:/r)?/ti/p",
        r"u\.wechat\.com",
        r"work\.weixin\.qq\.com/ca",
        r"weixin\.qq\.com/[rg]",
        r"m\.me",
        r"discord\.gg",
        r"signal\.me",
        r"weibo\.c(?:om|n)(?:/[un])?",
        r"qm\.qq\.com/(?:cgi-bin/qm|q)",
        r"zalo\.me",
        r"join\.skype\.com(?:/invite)?",
        r"discord(?:app)?\.com/users",
        r"xiaohongshu\.com/user/profile",
        r"space\.bilibili\.com",
        r"linkedin\.com/in",
        r"twitter\.com",
        r"x\.com",
        r"vk\.com",
        r"viber\.me",
        r"douyin\.com(?:/user)?",
        r"qr\.dingtalk\.com",
        rf"instagram{_DOT}com",
        r"f(?:b|acebook)\.com",
        r"zhihu\.com/people",
        r"user\.qzone\.qq\.com",
        r"kuaishou\.com(?:/profile)?",
        r"snapchat\.com/add",
        r"toutiao\.com/c/user(?:/token)?",
    )
)
_LINK = re.compile(
    rf"[{_firsts}](?<![a-z0-9].)(?:{_rests}){_SLASH}"
    r"(?!s/|share|invite|settings|intent|search|hashtag|home|c/|p/|reel/|explore|ads|business|policies|help|groups|pages|events|docs)([+~@a-z0-9_.%\-\u3400-\u9fff]{3,64})"
)
_APP_LINK = re.compile(
    r"[wtslmv](?<![a-z].)(?:(?<=w)(?:eixin|echat|hatsapp)|(?<=t)(?:g|encent)|(?<=s)kype|(?<=l)ine|(?<=m)qqapi|(?<=v)iber)"
    r"://?([^\s\"'<>，。\ufdd0]{3,120})"
)
_IN_QUERY = re.compile(
    r"(?:[?&](?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)|whatsapp\.com/send/?\?phone)=([a-z0-9_\-.+]{4,40})"
)

# A name with Skype as it calls itself.
_LIVE = re.compile(r"(?<![a-z0-9])live:(\.?cid\.[0-9a-f]{8,32}|[a-z](?=[a-z.\-]*[0-9_])[a-z0-9_.\-]{4,40})")
# I am /in/samuel-otieno there.
_LINKEDIN = re.compile(r"(?<![a-z0-9.])/in/([a-z0-9][a-z0-9\-]{4,60})")


def links_in(stream: str) -> list[Finding]:
    """All links within a folded text that lead to an account."""
    patterns = []
    if "/" in stream or "斜" in stream or "slash" in stream:
        patterns.append(_LINK)
    if ":/" in stream:
        patterns.append(_APP_LINK)
    if "=" in stream:
        patterns.append(_IN_QUERY)
    if "live:" in stream:
        patterns.append(_LIVE)
    if "linkedin" in stream:
        patterns.append(_LINKEDIN)
    return [
        Finding(_start(stream, match.start()), _end(stream, match.end()), _of_link(match[1]))
        for pattern in patterns
        for match in pattern.finditer(stream)
    ]


# What links are made of, and which of it rather ends the sentence.
_WRITTEN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789/_.~%?&=+#:@,;!-")
_ENDS = ".,;:!?"
_FURTHEST = 160


def _start(stream: str, at: int) -> int:
    """Where the link starts that goes on at a place."""
    start, floor = at, max(0, at - _FURTHEST)
    while start > floor and stream[start - 1] in _WRITTEN:
        start -= 1
    scheme = stream.rfind("http", start, at)
    if scheme >= 0:
        return scheme
    start = max(start, stream.rfind(":", start, at) + 1)
    return at - len(stream[start:at].lstrip("/_.~%?&=+#@,;!-"))


def _end(stream: str, at: int) -> int:
    """Where the link ends that reaches to a place at least."""
    end, ceiling = at, min(len(stream), at + _FURTHEST)
    while end < ceiling and stream[end] in _WRITTEN:
        end += 1
    return at + len(stream[at:end].rstrip(_ENDS))


def _of_link(path: str) -> tuple[Detail, ...]:
    digits = path.lstrip("+")
    return (Detail.MESSENGER, Detail.PHONE) if digits.isdigit() and len(digits) >= 8 else (Detail.MESSENGER,)
