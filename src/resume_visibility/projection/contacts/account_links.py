"""Accounts with messengers that a link written into a text leads to."""

import re

from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.patterns import led

# A dot and a slash, written or told.
_DOT = r"(?:\.|\s?[(\[{（【]\s?(?:dot|点|\.)\s?[)\]}）】]\s?|\s?(?:点|dot)\s?)"
_SLASH = r"(?:/|\s?(?:斜[杠线]|slash)\s?)"
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
        r"[wm](?:ww)?\.weibo\.c(?:om|n)(?:/[un])?",
        r"qm\.qq\.com/(?:cgi-bin/qm|q)",
        r"zalo\.me",
        r"join\.skype\.com(?:/invite)?",
        r"discord(?:app)?\.com/users",
        r"[wm](?:ww)?\.xiaohongshu\.com/user/profile",
        r"xiaohongshu\.com/user/profile",
        r"space\.bilibili\.com",
        r"linkedin\.com/in",
        r"[wc](?:ww|n)\.linkedin\.com/in",
        r"t(?:witter)\.com",
        r"m(?:obile)?\.twitter\.com",
        r"x\.com",
        r"vk\.com",
        r"viber\.me",
        r"[vw](?:ww)?\.douyin\.com(?:/user)?",
        r"qr\.dingtalk\.com",
        rf"instagram{_DOT}com",
        r"f(?:b|acebook)\.com",
        r"[wm](?:ww)?\.f(?:b|acebook)\.com",
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
_QUERY = re.compile(
    r"[?&](?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)=([a-z0-9_\-.+]{4,40})"
)


def links_in(stream: str) -> list[Finding]:
    """All accounts that a link within a folded text leads to."""
    patterns = []
    if "/" in stream or "斜" in stream or "slash" in stream:
        patterns.append(_LINK)
    if ":/" in stream:
        patterns.append(_APP_LINK)
    if "=" in stream:
        patterns.append(_QUERY)
    return [
        Finding(*match.span(1), _of_link(match[1]))
        for pattern in patterns
        for match in pattern.finditer(stream)
    ]


def _of_link(path: str) -> tuple[Detail, ...]:
    digits = path.lstrip("+")
    return (Detail.MESSENGER, Detail.PHONE) if digits.isdigit() and len(digits) >= 8 else (Detail.MESSENGER,)
