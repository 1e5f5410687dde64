"""The cheap look that most texts never get beyond: is there anything a contact detail could be made of?

Three steps, each for the texts that the one before lets through. A text without a digit, a Latin letter or a sign of
that kind is done after one search. Then the text is searched for signals: the few characters that every detail of a
kind must have close together. Only the detectors of the kinds that are signalled read it. A signal may be false, and
often is; that one is never missing where a detector would find something is what the tests hold it to.
"""

import re
from typing import NamedTuple

from resume_visibility.projection.contacts.folding import UNUSUAL
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, LETTER, SOUNDS, WALL

NUMBER, MAIL, ACCOUNT, UNPLAIN = 1, 2, 4, 8
_KINDS: dict[str | None, int] = {
    "number": NUMBER,
    "account": ACCOUNT,
    "glyph": ACCOUNT,
    "handle": ACCOUNT,
    "mail": MAIL,
    "unplain": UNPLAIN,
}

_H = HAN_DIGITS
_D = f"0-9{_H}"
_ALIKE = f"{_D}oilzsbgqOILZSBGQ"
_NOT_LETTER = rf"[^{LETTER}0-9{WALL}]"

_DIGIT_WORD = (
    "[zZ]ero|[oO]h|[oO]ne|[tT]wo|[tT]hree|[fF]our|[fF]ive|[sS]ix|[sS]even|[eE]ight|[nN]ine|[dD]ouble|[tT]riple"
    "|thirt|twent|fourt|fort|fift|sixt|sevent|eight|ninet|ZERO|OH|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|DOUBLE|TRIPLE"
)
# A Chinese numeral alone carries nothing; several must stand close together.
_CARRIER = re.compile(
    rf"[0-9A-Za-z@&{_H}{UNUSUAL}](?:(?<![{_H}])|{_NOT_LETTER}{{0,16}}[{_D}]|(?<=[{_H}])[个十百千])"
)


def carries(text: str) -> bool:
    """Whether a text holds any character that a contact detail could be made of."""
    return _CARRIER.search(text) is not None


# How a piece of a number says that the next one follows; no sign before it can be the first of these.
_ON = "然最后末尾剩接再结开打"

_NUMBER = re.compile(
    rf"[{_D}](?<![{_D}][{_D}])(?:"
    r"(?P<handle>(?<=[a-zA-Z]{3}.)[0-9])"
    rf"|(?:{_NOT_LETTER}{{0,16}}[{_D}oilOIL]){{6}}"
    r"|(?<=[01])(?:(?<=1)(?:[3-9][0-9](?:(?:[0-9]{4}|[^0-9]{1,32}[0-9]{4})[^0-9]{1,32}|[*xX·•#]{4})[0-9]{4}(?![0-9])"
    r"|(?:[^0-9]{1,4}[0-9](?![0-9])){9})"
    r"|(?<=0)[0-9]{2,3}[^0-9]{1,16}[0-9]{3,4}[^0-9]{1,16}[0-9]{4}(?![0-9]))"
    rf"|(?<=[{_H}])(?:[{_H}]{{2}}|[{_H}{SOUNDS}]{{6}})"
    r"|[0-9]*+(?:"
    rf"个[{_D}]"
    rf"|[^0-9a-zA-Z{_ON}]{{0,3}}[{_ON}](?:(?<=[然最])后|(?<=后)[面半四三]|(?<=末)[尾四]|(?<=尾)[号数]|(?<=剩)[下余]"
    r"|(?<=接)着|(?<=再)[接加]|(?<=结)尾|(?<=[开打])头)"
    rf"|[ ,.\-]{{0,3}}(?=[a-zA-Z])(?:(?:{_DIGIT_WORD})[ ,.\-]{{0,3}}(?:[0-9]|{_DIGIT_WORD})|then|number|followed|next|and then))"
    r"|[0-9]{5}[^0-9]{1,32}[12][0-9]{7}(?![0-9])"
    r")"
)

# What may stand between a messenger's name and its account, and how the account starts.
_ACCOUNT = rf"[^a-zA-Z0-9\n]{{0,16}}(?:[a-zA-Z0-9@]|[{_H}][{_D}])"

# The kind of the first character is asked first, then the character itself, then what follows: most fail at once.
_SIGNAL = re.compile(
    rf"[双亿微薇徽危伟威卫魏韦溦某围扣抠叩鹅绿秋钉飞抖陌乎红邮圈缀艾埃鼠vwqgkVWQGK_@(（\[{{<【「《〔#&%\\{UNUSUAL}](?:"
    r"(?<=[a-zA-Z])(?P<account>"
    r"(?=(?:(?<=[gG])(?:(?<=[tT].)|(?<=[lL][eE].)(?:ram|RAM)|(?<=[sS][iI].)(?:nal|NAL)|(?<=[tT][aA].)(?:ram|RAM)|(?<![a-zA-Z]..)(?<=[iI].))"
    r"|(?<=[kK])(?:ype|YPE|akao|AKAO)"
    r"|(?<=[wW])(?:\W{0,2}[xX3eE]|hats|HATS|\W{0,2}chat)"
    r"|(?<=[vV])(?:\W{0,3}(?:[xX信号心❤♥💚]|iber|IBER)|(?=\W{0,2}[:：])|(?<![a-zA-Z].)(?=[^a-zA-Z]))"
    r"|(?<=[qQ])(?:\W{0,3}[qQ]|号|(?=\W{0,2}[:：])|(?<![a-zA-Z].)(?=[^a-zA-Z]))"
    rf"){_ACCOUNT}))"
    r"|(?<=[微薇徽危伟威卫魏韦溦某围扣抠叩鹅绿秋钉飞抖陌乎红])(?P<glyph>"
    r"(?=(?:(?<=[微薇徽危伟威卫魏韦溦某围])(?:\W{0,3}[信芯心号讯qQ脖xX❤♥💚💗💙💛🧡💜🖤博亻星]言?|(?=\W{0,3}[:：a-zA-Z0-9]))|(?<=扣)\W{0,3}[扣1]扣?|(?<=[抠叩秋])\W{0,2}[抠叩秋]|(?<=[鹅乎])|(?<=绿)[泡色标]泡?|(?<=钉)\W?钉|(?<=飞)[书机]|(?<=抖)音|(?<=陌)陌|(?<=红)[书薯])"
    rf"{_ACCOUNT}))"
    r"|(?P<mail>(?<=[a-zA-Z0-9_+\-)]@)|(?<=\s@)|(?<=[(（\[{<【「《〔])\W?(?:[aA][tT]|[aA]\W|@|[dD][oO][tT]|点|艾|爱|圈|老|#)"
    r"|(?<=[艾埃])\W?特|(?<=圈)\W?[aA]|(?<=邮)[^\n\ufdd0]{0,8}[a-zA-Z0-9]|(?<=[缀鼠])|(?<=#)\s?[a-zA-Z0-9-]+\s?[.点])"
    r"|(?<=[_@])(?:(?<=[_@])(?=[a-zA-Z0-9]))(?P<account_sign>)"
    rf"|(?P<number>(?<=双)[{_D}]|(?<=[十百千][{_H}十百千]亿))"
    rf"|(?P<unplain>(?<=[{UNUSUAL}\\])|(?<=&)[#a-zA-Z]|(?<=%)[0-9a-fA-F]{{2}}|(?<=\[)(?=[\u4e00-\u9fffa-zA-Z]))"
    r")"
)
_KINDS["account_sign"] = ACCOUNT

_DOMAIN_AHEAD = r"(?![a-zA-Z0-9]).{0,80}?(?:dot|DOT|点|[.](?:com|cn|net|org|edu|io|me|co)|period|point|mail|utlook|qq|163|126|邮)"
_AT_LOW = re.compile("at" + _DOMAIN_AHEAD)
_AT_HIGH = re.compile("A[tT]" + _DOMAIN_AHEAD)
_TLD = re.compile(r"\.(?:com|cn|net|org|edu|c0m|io|me|COM|CN)(?![a-z])")
_TOP = r"\W{0,2}(?:[cC][oO0][mM]|cn|net|NET|org|ORG|edu|io|me|co)(?![a-z])"
_DOT_LOW = re.compile("dot" + _TOP)
_DOT_HIGH = re.compile("D[oO][tT]" + _TOP)
_DOT_HAN = re.compile("点" + _TOP)
# Of eleven digits in words, one ends in an e and stands before another, or is yi or yao in pinyin. Each pattern starts
# with one letter, in one case: that is what makes them cheap.
_SPELLED_LOW = re.compile(
    rf"e[ ,.\-]{{0,3}}(?:[0-9]{{1,4}}[ ,.\-]{{1,3}})?(?:{_DIGIT_WORD})(?:(?![a-z]{{3}})|een|{_DIGIT_WORD})"
)
_SPELLED_HIGH = re.compile(rf"E[ ,.\-]{{0,3}}(?:{_DIGIT_WORD})(?![a-z]{{3}})")
_PINYIN_LOW = re.compile(r"y(?:i|ao)[1-5]?[ ,.\-]{0,3}(?:san|si|wu|liu|qi|ba|jiu)")
_PINYIN_HIGH = re.compile(
    r"Y(?:i|ao|I|AO)[1-5]?[ ,.\-]{0,3}(?:[sS]an|[sS]i|[wW]u|[lL]iu|[qQ]i|[bB]a|[jJ]iu|SAN|SI|WU|LIU|QI|BA|JIU)"
)
_MAIL_WORDS = ("爱特", "域名", "后缀", "domain", "mail", "Mail", "MAIL", "sername")
_ACCOUNT_WORDS = (
    "维信",
    "快手",
    "电报",
    "球球",
    "iscord",
    "alo",
    "nsta",
    "green",
    "witter",
    "essenger",
    "kype",
    "echat",
    "eChat",
    "🐧",
)
_LINE_LOW = re.compile(r"ine\W{0,2}(?:[:：@]|[iI]\W?[dD](?![a-z]))")
_LINE_HIGH = re.compile(r"INE\W{0,2}(?:[:：@]|[iI]\W?[dD](?![a-z]))")

Stretch = tuple[int, int]

# A number may stand before the name of its messenger.
_MAY_FOLLOW = re.compile(r"[qQ扣鹅信vV号站DY]")


# How far from its signal a detail may reach to either side: a number in three pieces, a name and what leads on from it.
_AROUND_NUMBERS = (32, 96)
_AROUND_ACCOUNTS = (32, 96)


class Signals(NamedTuple):
    """The kinds of detail that a text may hold, as bits, and where the signals of two of them stand."""

    kinds: int
    numbers: tuple[Stretch, ...] = ()
    accounts: tuple[Stretch, ...] = ()


def everywhere(stream: str) -> Signals:
    """As if every kind were signalled all over a text."""
    whole = ((0, len(stream)),)
    return Signals(NUMBER | MAIL | ACCOUNT, whole, whole)


def signals(text: str) -> Signals:
    """What a text may hold; `UNPLAIN` where it must be folded to tell."""
    kinds = 0
    accounts: list[int] = []
    numbers = [match.start() for match in _NUMBER.finditer(text)]
    if numbers and _MAY_FOLLOW.search(text):
        accounts += numbers
    elif numbers:
        accounts += [match.start() for match in _NUMBER.finditer(text) if match.lastgroup]
    for match in _SIGNAL.finditer(text):
        kind = _KINDS[match.lastgroup]
        kinds |= kind
        if kind == ACCOUNT or text[match.start()] == "@":
            accounts.append(match.start())
        elif kind == NUMBER:
            numbers.append(match.start())
    if not numbers:
        for spelled in (_SPELLED_LOW, _SPELLED_HIGH, _PINYIN_LOW, _PINYIN_HIGH):
            numbers += [match.start() for match in spelled.finditer(text)]
    if not kinds & MAIL and _speaks_of_mail(text):
        kinds |= MAIL
    if _LINE_LOW.search(text) or _LINE_HIGH.search(text) or _holds(text, _ACCOUNT_WORDS):
        return Signals(
            kinds | NUMBER | ACCOUNT, _stretches(text, numbers, *_AROUND_NUMBERS), ((0, len(text)),)
        )
    if numbers:
        kinds |= NUMBER
    if accounts:
        kinds |= ACCOUNT
    return Signals(
        kinds, _stretches(text, numbers, *_AROUND_NUMBERS), _stretches(text, accounts, *_AROUND_ACCOUNTS)
    )


def _speaks_of_mail(text: str) -> bool:
    return (
        _AT_LOW.search(text)
        or _AT_HIGH.search(text)
        or _TLD.search(text)
        or _DOT_LOW.search(text)
        or _DOT_HIGH.search(text)
        or _DOT_HAN.search(text)
    ) is not None or _holds(text, _MAIL_WORDS)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, words))


_IN_WORDS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + HAN_DIGITS)


def _stretches(text: str, offsets: list[int], before: int, behind: int) -> tuple[Stretch, ...]:
    """The surroundings of some offsets, joined where they meet, and never parting a word or a number."""
    offsets.sort()
    stretches: list[Stretch] = []
    begin = done = 0
    for offset in offsets:
        if offset - before > done or not stretches:
            begin = max(offset - before, done)
            while begin > done and text[begin - 1] in _IN_WORDS:
                begin -= 1
            stretches.append((begin, done))
        if offset + behind > done:
            done = min(offset + behind, len(text))
            while done < len(text) and text[done] in _IN_WORDS:
                done += 1
            stretches[-1] = (begin, done)
    return tuple(stretches)
