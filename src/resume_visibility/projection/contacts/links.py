"""Whether the target of a link gives a contact away: a link cannot be redacted, only withheld."""

import re
from urllib.parse import unquote

from resume_visibility.projection.contacts.details import ALL_DETAILS, Detail
from resume_visibility.projection.contacts.folding import fold
from resume_visibility.projection.contacts.guard import everywhere
from resume_visibility.projection.contacts.redaction import findings_in

_SCHEMES: dict[str, Detail] = {
    "mailto": Detail.EMAIL,
    **dict.fromkeys(("tel", "sms", "smsto", "callto", "facetime", "facetime-audio", "mms"), Detail.PHONE),
    **dict.fromkeys(
        ("weixin", "wechat", "wxp", "tg", "whatsapp", "skype", "line", "tencent", "mqq", "mqqapi", "mqqwpa", "viber",
         "sgnl", "dingtalk", "lark", "zalo", "kakaotalk", "im", "xmpp", "sip", "sips", "msteams", "slack", "discord",
         "sinaweibo", "snssdk1128", "xhsdiscover", "facebook", "fb-messenger", "instagram"),
        Detail.MESSENGER,
    ),
}  # fmt: skip

_HOSTS = re.compile(
    r"(?:^|[/@.])(?:wa\.me|whatsapp\.com|t\.me|telegram\.(?:me|dog|org)|line\.me|u\.wechat\.com|weixin\.qq\.com/[rg]|qm\.qq\.com|wpa\.qq\.com"
    r"|m\.me|discord\.gg|discord(?:app)?\.com/users|signal\.(?:me|group)|weibo\.c(?:om|n)/[^/?#]|skype\.com|viber\.me|zalo\.me|qr\.dingtalk\.com|applink\.feishu\.cn)"
)
# Their links name the account by a number that is the account's owner's own.
_NUMBERED = re.compile(r"(?:wa\.me/|whatsapp\.com/send[^#]*phone=|viber|signal\.me/#p/)\+?[0-9]{7,}")
_CONTROL = re.compile(r"[\x00-\x20]+")
_ROUNDS = 4


def link_gives_contact(url: str, hidden: frozenset[Detail] = ALL_DETAILS) -> bool:
    """Whether the target of a link gives away a detail of a hidden kind."""
    if not hidden:
        return False
    for _ in range(_ROUNDS):
        if _gives(url, hidden):
            return True
        plain = unquote(url, errors="replace")
        if plain == url:
            return False
        url = plain
    # What is wrapped deeper than any server would unwrap it is there to hide something.
    return True


def _gives(url: str, hidden: frozenset[Detail]) -> bool:
    stream = fold(url).stream
    bare = _CONTROL.sub("", stream).lstrip()
    kind = _SCHEMES.get(bare.partition(":")[0])
    if kind in hidden:
        return True
    if (
        Detail.PHONE in hidden
        and (kind is Detail.MESSENGER or _NUMBERED.search(bare))
        and re.search("[0-9]{7}", bare)
    ):
        return True
    if Detail.MESSENGER in hidden and _HOSTS.search(bare):
        return True
    return any(not hidden.isdisjoint(finding.kinds) for finding in findings_in(stream, everywhere(stream)))
