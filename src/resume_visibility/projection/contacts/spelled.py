"""Accounts spelled out: letter by letter, or with words for their signs."""

import re

from resume_visibility.projection.contacts.handles import is_by_sound
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, SIGN

_UNITS = r"(?:字母|加上?|再加?|接|数字|大写|小写|下划线|横线|横杠|(?:letters?|digits?|numbers?|capital|lowercase|underscore|dash|then|and|followed by)(?![a-z]))"
_DIGIT_WORDS = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple"
_SPELT = re.compile(
    rf"(?:{_UNITS}{SIGN}{{0,3}}|[a-z](?![a-z]){SIGN}{{0,3}}|[0-9{HAN_DIGITS}]{{1,8}}{SIGN}{{0,3}}|(?:{_DIGIT_WORDS})(?![a-z]){SIGN}{{0,3}}){{4,40}}"
)
_JOINT = (
    r"(?:[底下]划线|[底下]横?线|[底下]杠|下[滑画]线|中划线|短?横[杠线]?|减号|小?点|杠|加上?|再加|再?接着?|\+|后面接|后面是|后接|连上|点|生日|数字|字母"
    r"|(?<![a-z])(?:an?|one|underscore|dash|hyphen|plus|then|dot|and|followed by|the number)(?![a-z]))"
)
_JOINED = re.compile(
    rf"[a-z0-9]{{1,20}}(?:(?:[\s，,（(]{{0,3}}{_JOINT}[)）\s，,]{{0,3}}){{1,4}}[a-z0-9]{{1,20}}(?:\s[a-z0-9](?![a-z0-9])){{0,8}}){{1,5}}"
    r"|(?:(?:前|后|中间|先|再|然后|接着|最后)[^0-9a-z\n，。]{0,4}[0-9]{2,6}\W{0,2}){2,4}"
    r"|(?P<spaced>[a-z]{2,8}(?: [a-z]{2,8}){0,2} [0-9]{2,6})(?![a-z0-9])"
    r"|[a-z0-9_]{1,3}(?:\s[a-z0-9_\-.]{1,2}(?![a-z0-9_])){3,20}"
)
# One letter at a time, as nothing else is written.
_SPACED = re.compile(r"(?:[a-z0-9] ){4,40}[a-z0-9](?![a-z0-9])")
_WEAKLY_JOINED = re.compile(r"[a-z0-9]{1,20}(?:\s(?:an?|one|and|then)\s[a-z0-9]{1,20})+")
_HAS_JOINT = re.compile("[划滑画横底下]线|杠|横|减|underscore|dash|hyphen|dot|点|[0-9]|_")
_SAYS_SIGN = re.compile("[划滑画横底下]线|横杠|减号|underscore|hyphen")
_HAS_UNIT = re.compile(
    r"字母|数字|大写|小写|下划线|横|letter|digit|underscore|dash|[a-z]\W{1,3}[a-z]\W{1,3}[a-z](?![a-z])"
)
_TRAILING = " ,，、。.;；:：-—)）"


def spelled_end(stream: str, at: int, *, told: bool, linked: bool, sure: bool) -> int:
    """Where an account ends that is spelled out from a place on; 0 where none is.

    Args:
        stream: a folded text.
        at: the place, behind a messenger's name.
        told: that an account must follow: the name means nothing else, or says so.
        linked: that what stands between says that one follows.
        sure: that the name means nothing else.
    """
    spelt = _SPELT.match(stream, at)
    if spelt and (_HAS_UNIT if told else _SAYS_SIGN).search(spelt[0]):
        return at + len(spelt[0].rstrip(_TRAILING))
    spaced = _SPACED.match(stream, at)
    if spaced:
        return spaced.end()
    joined = _JOINED.match(stream, at)
    if (
        joined
        and not _WEAKLY_JOINED.fullmatch(joined[0])
        and (_HAS_JOINT if told else _SAYS_SIGN).search(joined[0])
        and (not joined["spaced"] or (sure and (linked or is_by_sound(joined["spaced"]))))
    ):
        return at + len(joined[0].rstrip(_TRAILING))
    return 0
