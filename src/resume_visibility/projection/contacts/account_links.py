"""Accounts with messengers that a link written into a text leads to."""

import re

from resume_visibility.projection.contacts.details import Detail, Finding

_HOSTS = (
    r"t\.me|telegram\.(?:me|dog)|wa\.me|line\.me(?:/r)?/ti/p|u\.wechat\.com|m\.me|discord\.gg|signal\.me"
    r"|(?:www\.|m\.)?weibo\.c(?:om|n)(?:/[un])?|qm\.qq\.com/cgi-bin/qm|zalo\.me|join\.skype\.com|viber\.me"
)
_LINKS = re.compile(
    rf"(?<![a-z0-9])(?:{_HOSTS})/(?!s/|share|c/)([+~@a-z0-9_.%\-\u3400-\u9fff]{{3,64}})"
    r"|(?<![a-z])(?:weixin|wechat|tg|whatsapp|skype|line|mqqapi|tencent|viber)://?([^\s\"'<>，。\ufdd0]{3,120})"
    r"|(?<=[?&])(?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)=([a-z0-9_\-.+]{4,40})"
)


def links_in(stream: str) -> list[Finding]:
    """All accounts that a link within a folded text leads to."""
    findings = []
    if "/" in stream or "=" in stream:
        for match in _LINKS.finditer(stream):
            group = match.lastindex or 0
            findings.append(Finding(*match.span(group), _of_link(match[group])))
    return findings


def _of_link(path: str) -> tuple[Detail, ...]:
    digits = path.lstrip("+")
    return (Detail.MESSENGER, Detail.PHONE) if digits.isdigit() and len(digits) >= 8 else (Detail.MESSENGER,)
