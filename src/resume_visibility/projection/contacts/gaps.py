"""What stands between two groups of digits, and whether it parts them."""

import re
from enum import IntEnum

from resume_visibility.projection.contacts.patterns import HAN_DIGITS, LETTER, WALL


class Gap(IntEnum):
    """What parts two groups; the higher, the less they belong together."""

    NONE = 0
    SIGNS = 1
    LINK = 2
    FILLER = 3
    WALL = 4


_LETTERS = re.compile(rf"[{LETTER}0-9{WALL}]")
_LINK = re.compile(
    rf"(?:(?>[^{LETTER}0-9{WALL}]"
    r"|腰[里上]|屁股|后[头边]|前[头边]|尾数|尾巴|尾码|然后|接着|接下来|后面|前面|前半段?|后半|前半|中间|最后|最前|末尾|末|结尾|尾号|尾|开头|打头|开始|首先|先|再|连着|跟着|跟|接|加上|加|和|与"
    r"|打头|垫底|收尾|压轴|殿后|居前|居中|居后|当中|当间|来|夹在?|号头|总机|主[号机]|连续|总共|一共|一串|一半|另半|另|都是|放在?|这儿|那里|那边|写在|半|截|串|节|头"
    rf"|第(?:[0-9]{{1,2}}|[{HAN_DIGITS}])[位个段组截节]?到第|第(?:[0-9]{{1,2}}|[{HAN_DIGITS}])(?:位|个|段|组|截|节|部分)?|[{HAN_DIGITS}]个数字?"
    rf"|剩下|剩余|其余|余下|还有|(?:[0-9]{{1,2}}|[{HAN_DIGITS}两])(?:位|段|组|部分|个(?:数字?|号|字|是|为))|部分|段|位|数字|号段|区号|号码|号|的|是|为|在这里|在此|这里"
    r"|前|后|中|啊|呀|哦|哈|呢|嗯|吧|杠|横杠|横|空格|空|点|逗号|逗|减|短横|出生日期|生日|出生|个人|结束|拨|按|输入?|写|由|组成|继续|跟着|以|开|打"
    r"|(?:first|last|next|middle|final|other)[ -](?:one|two|three|four|five|six|seven|eight|[1-8])"
    r"|then|and|finally|followed|by|ends?|ending|starts?|starting|with|in|last|first|next|middle|final|digits?|are|is|the|it|rest"
    r"|dash|hyphen|space|dot|comma|after|that|comes|plus|part|number|continues?|remaining|prefix|suffix|begins?|four|dial|exchange|subscriber|line|finish(?:es)?|half|date of birth|born|birth ?da(?:te|y)"
    r"))+"
)
# With one of these in the gap, the writer says that the number goes on.
_GOES_ON = re.compile(
    r"[后末尾剩余最其接结efl](?:"
    rf"(?<=[后末尾剩余])[面下余的]?(?:[0-9]|[{HAN_DIGITS}两])?[位段个半]|(?<=尾)号|(?<=末)尾|(?<=剩)下|(?<=其)余|(?<=后)面|(?<=接)着|(?<=结)尾|(?<=最)后"
    r"|(?<=e)nd(?:s|ing)? (?:in|with)|(?<=l)ast (?:four|three|five|[0-9])|(?<=f)ollowed by)"
)
_SHORT_LENGTH = 4
_FILLER_LENGTH = 12
_CLAUSE_LENGTH = 12
# A remark in brackets that keeps two pieces of a number apart: 138（勿扰）0013.
_ASIDE = re.compile(
    r"[^\S\n]?(?:\([^()0-9\n\ufdd0]{1,16}\)|（[^（）0-9\n\ufdd0]{1,16}）|【[^【】0-9\n\ufdd0]{1,16}】|\[[^\[\]0-9\n\ufdd0]{1,16}\])[^\S\n]?"
)
_SIGNS_LENGTH = 16
_LINK_LENGTH = 32


_SIGN_SAID = re.compile(rf"[^{LETTER}0-9]*(?:(?:dash|hyphen|space|dot|横?杠|横|空格?|点)[^{LETTER}0-9]*)?")


def says_sign(between: str) -> bool:
    """Whether what parts two groups is a sign, written or by its name."""
    return _SIGN_SAID.fullmatch(between) is not None


def gap_between(stream: str, end: int, start: int) -> tuple[Gap, str]:
    """What parts two groups, and the very text of it."""
    if end == start:
        return Gap.NONE, ""
    if start - end > _LINK_LENGTH:
        return Gap.WALL, ""
    between = stream[end:start]
    if not _LETTERS.search(between):
        return (Gap.SIGNS, between) if len(between) <= _SIGNS_LENGTH else (Gap.WALL, between)
    if WALL in between:
        return Gap.WALL, between
    if _LINK.fullmatch(between) or _ASIDE.fullmatch(between):
        return Gap.LINK, between
    if _SHORT_LENGTH < start - end <= _CLAUSE_LENGTH and _GOES_ON.search(between):
        return Gap.LINK, between
    return (Gap.FILLER if start - end <= _FILLER_LENGTH else Gap.WALL), between
