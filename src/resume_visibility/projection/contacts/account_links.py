"""Accounts with messengers that a link written into a text leads to."""

import re

from resume_visibility.projection.contacts.details import Detail, Finding

# A dot and a slash, written or told.
_DOT = r"(?:\.|\s?[(\[{（【]\s?(?:dot|点|\.)\s?[)\]}）】]\s?|\s?(?:点|dot)\s?)"
_SLASH = r"(?:/|\s?(?:斜[杠线]|slash)\s?)"
_HOSTS = (
    rf"t{_DOT}me|telegram{_DOT}(?:me|dog)|wa{_DOT}me|line\.me(?:/r)?/ti/p|u\.wechat\.com|work\.weixin\.qq\.com/ca|weixin\.qq\.com/[rg]|m\.me|discord\.gg"
    rf"|signal\.me|(?:www\.|m\.)?weibo\.c(?:om|n)(?:/[un])?|qm\.qq\.com/(?:cgi-bin/qm|q)|zalo\.me|join\.skype\.com|viber\.me|(?:v|www)\.douyin\.com(?:/user)?"
    rf"|qr\.dingtalk\.com|instagram{_DOT}com|(?:www\.|m\.)?f(?:b|acebook)\.com"
)
_LINKS = re.compile(
    rf"(?<![a-z0-9])(?:{_HOSTS}){_SLASH}(?!s/|share|c/|p/|reel/|explore|ads|business|policies|help|groups|pages|events|docs)([+~@a-z0-9_.%\-\u3400-\u9fff]{{3,64}})"
    r"|(?<![a-z])(?:weixin|wechat|tg|whatsapp|skype|line|mqqapi|tencent|viber)://?([^\s\"'<>，。\ufdd0]{3,120})"
    r"|(?<=[?&])(?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)=([a-z0-9_\-.+]{4,40})"
)
_SIGNS = ("/", "=", "斜", "slash")


def links_in(stream: str) -> list[Finding]:
    """All accounts that a link within a folded text leads to."""
    findings = []
    if any(sign in stream for sign in _SIGNS):
        for match in _LINKS.finditer(stream):
            group = match.lastindex or 0
            findings.append(Finding(*match.span(group), _of_link(match[group])))
    return findings


def _of_link(path: str) -> tuple[Detail, ...]:
    digits = path.lstrip("+")
    return (Detail.MESSENGER, Detail.PHONE) if digits.isdigit() and len(digits) >= 8 else (Detail.MESSENGER,)
