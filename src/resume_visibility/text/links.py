"""Links that lead to an account: the whole link is the detail. Hosts and schemes are the table's."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .kinds import Finding, Kind, Tag
from .patterns import later, led
from .platforms import PLATFORMS, Platform

# A dot and a slash, written or spelled out.
_OPEN, _CLOSE = (
    r"(?:[(\[{]\s?|[（【]\s?)",
    r"(?:\s?[)\]}]|\s?[）】])",
)  # a set of either kind compiles in a tenth of the time of one of both
_DOT = rf"(?:\.|\s?{_OPEN}(?:dot|点|\.){_CLOSE}\s?|\s?(?:点|dot)\s?)"
_SLASH = r"(?:/|\s?(?:斜[杠线]|slash)\s?)"
_NO_ACCOUNT = (
    r"(?!s/|share|invite|settings|intent|search|hashtag|home(?![a-z])|c/|p/|reels?/|explore|ads(?![a-z])|business|policies|help"
    r"|groups|pages|events|docs|download|jobs|company|question|watch|video|status|tag/|topic|developers?(?![a-z])|about(?![a-z]))"
)
_PATH = r"(?P<path>[+~@#a-z0-9_.%\-\u3400-\u9fff][+~@#a-z0-9_.%\-=&?\u3400-\u9fff]{2,63})"
_IN_QUERY = re.compile(
    r"(?P<path>(?:[?&](?:wechat|weixin|wx|vx|qq|uin|telegram|whatsapp|skype|line_?id)|/send/?\?phone)=[a-z0-9_\-.+]{4,40})"
)
# An account with Skype, and one with Mastodon or Matrix, as they call themselves; one on LinkedIn without the host.
_NOT_IN_WORD = r"(?<![a-z0-9].)"
_BARE = re.compile(
    led(
        (
            r"live:(?:\.?cid\.[0-9a-f]{8,32}|[a-z](?=[a-z\-]*[0-9_.][a-z0-9])[a-z0-9_.\-]{4,40})",
            r"@[a-z0-9_.\-]{2,40}:[a-z0-9\-]+(?:\.[a-z0-9\-]+){0,3}\.[a-z]{2,8}",
            r"@[a-z0-9_.\-]{2,40}@(?:mastodon|mstdn|fosstodon|hachyderm|masto)[a-z.\-]*\.[a-z]{2,8}",
            r"/(?<!\./)in/(?=[a-z0-9\-]*-)[a-z0-9][a-z0-9\-]{4,60}",
        ),
        _NOT_IN_WORD,
    )
)


class Links(NamedTuple):
    """What leads to accounts of some platforms.

    Args:
        hosts: a pattern for their hosts.
        slash: a quick look for a slash behind what a host may end in: most slashes stand elsewhere.
        schemes: a pattern for their schemes.
    """

    hosts: re.Pattern[str]
    slash: re.Pattern[str]
    schemes: re.Pattern[str]


@lru_cache(maxsize=16)
def links_of(platforms: tuple[Platform, ...] = PLATFORMS) -> Links:
    """The patterns of some platforms; a pure function, only kept."""
    hosts = sorted({host for platform in platforms for host in platform.hosts}, key=len, reverse=True)
    schemes = sorted({scheme for platform in platforms for scheme in platform.schemes}, key=len, reverse=True)
    ends = sorted({host.partition("/")[0].rpartition(".")[2] for host in hosts})
    return Links(
        later(f"{led(map(_host, hosts), _NOT_IN_WORD)}{_NO_ACCOUNT}{_PATH}"),
        re.compile(f"/(?:{'|'.join(f'(?<={end}/)' for end in ends)})"),
        later(rf"{led(map(re.escape, schemes), _NOT_IN_WORD)}://?(?P<path>[^\s\"'<>，。]{{3,120}})"),
    )


def _host(host: str) -> str:
    written = re.escape(host)
    if len(host) <= _SHORT_HOST:  # these are spelled out: t dot me slash
        written = written.replace(r"\.", _DOT)
    return written if host[-1] in "@#" else written + (_SLASH if len(host) <= _SHORT_HOST else "/")


_SHORT_HOST = 10


def links_in(stream: str, platforms: tuple[Platform, ...] = PLATFORMS) -> Iterator[Finding]:
    """All links within a folded text that lead to an account."""
    patterns = []
    spelled = "斜" in stream or "slash" in stream
    if spelled or "/" in stream:
        known = links_of(platforms)
        if spelled or known.slash.search(stream):
            patterns.append(known.hosts)
        if ":/" in stream:
            patterns.append(known.schemes)
    if "=" in stream:
        patterns.append(_IN_QUERY)
    for pattern in patterns:
        for match in pattern.finditer(stream):
            path = match["path"].strip("~@+/.")
            kinds = (Kind.MESSENGER, Kind.PHONE) if path.isdigit() and len(path) >= 8 else (Kind.MESSENGER,)
            yield Finding(_start(stream, match.start()), _end(stream, match.end()), kinds, "a link")
    if "live:" in stream or "/in/" in stream or "@" in stream:
        for match in _BARE.finditer(stream):
            yield Finding(match.start(), _end(stream, match.end()), (Kind.MESSENGER,), "a link")


_PHONE_SCHEMES = ("tel", "sms", "smsto", "callto", "facetime", "facetime-audio", "mms")
_SCHEMES: dict[str, Kind] = {
    "mailto": Kind.EMAIL,
    **dict.fromkeys(_PHONE_SCHEMES, Kind.PHONE),
    **{scheme: platform.kind for platform in PLATFORMS for scheme in platform.schemes},
}
_CONTROL = re.compile(r"[\x00-\x20]+")
_SEVEN_DIGITS = re.compile("[0-9]{7}")


def scheme_tags(stream: str) -> set[Tag]:
    """What the scheme of a link, folded, gives away: an account that is named by a number is both."""
    bare = _CONTROL.sub("", stream)
    kind = _SCHEMES.get(bare.partition(":")[0])
    if kind is None:
        return set()
    return {kind, Kind.PHONE} if _SEVEN_DIGITS.search(bare) else {kind}


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
