"""What stands around a number, and what it says of it."""

import re

from .patterns import SIGN, SIGNS, any_of, later, latin, led
from .tables import table

_WORDS = table("numbers")
_WINDOW = 28
_S = rf"[{SIGNS}\n]*"

_PHONE_WORDS = (
    r"[手首守]\W{0,3}(?:[机鸡几叽矶基]|ji)", r"[电话]\W{0,3}(?:[话活化画]|hua)", r"电(?=\W*$)",
    r"座\W{0,2}机", r"联\W{0,2}系", r"号\W{0,2}码", r"(?<![a-z])whats\W{0,2}app",
    r"(?<![a-z])t(?:\We\W?|e\W)l(?:e?phone|l)?(?![a-z])", r"(?<![a-z])[mtp](?=\W*[:：])", r"(?<![a-z])ph(?![a-z/])",
    *_WORDS["telephone"].split(), *latin(_WORDS["telephone_latin"]),
)  # fmt: skip
_STRONG_PHONE = (
    r"手\W{0,3}[机鸡]", r"电\W{0,3}[话活]", r"座\W{0,2}机", r"(?<![a-z])whats\W{0,2}app",
    *_WORDS["surely_telephone"].split(), *latin(_WORDS["surely_telephone_latin"].split()),
)  # fmt: skip
_BETWEEN = rf"(?:(?:{any_of(_WORDS['leads_on'].split())}|s(?![a-z])){_S}){{0,5}}"
_PHONE_BEFORE = later(rf"{led(_PHONE_WORDS)}{_S}{_BETWEEN}$")
_PHONE_NEAR = later(led(_STRONG_PHONE))
_PHONE_BEHIND = later(
    rf"(?:(?![。；;，,、.]){SIGN}){{0,3}}(?:[，,](?=其实|实际|实为|也就是|就是|才是))?(?:(?:其实"
    rf"|实际上?|实为|也|就|才|正|即"
    rf"|真)?[是为]?(?:我的|我)?)(?:本人|我|个人|家庭|办公)?的?(?:手机|电话|座机|固话|tel|phone|mobile|cell)"
    r"|\s(?:is|as) my (?:mobile|phone|cell|number|whatsapp|direct line)(?![a-z])"
)

_CODES = led((*_WORDS["code"].split(), *latin(_WORDS["code_latin"].split())))
_CODE_BEFORE = later(
    rf"{_CODES}{_S}(?:(?:号码|编号|号|码|是|为|的|及|和|no|number|num|id|is|#|:|：|nos|of|and){_S}){{0,3}}$"
)
# 工单号A、B及C: the name before the first goes for its siblings too.
_ALSO = re.compile(r"[、/和及与](?:号码)?\s?$")
# Nothing that was taken is given back: a long word could be cut up in thousands of ways.
_SIBLINGS = re.compile(r"(?:[a-z0-9][a-z0-9\-]{2,30}+(?:[、/和及与](?:号码)?\s?(?=[a-z0-9]))?+){1,4}+$")
_PO_BEFORE = re.compile(r"[a-z][a-z0-9_]*$")

_AMOUNT_WORDS = _WORDS["amount"].split()
_CURRENCIES = ("[$¥￥€£]", *(rf"(?<![a-z]){word}" for word in _WORDS["currency"].split()))
_AMOUNT_BEFORE = later(
    led(
        (
            *(rf"{word}[^0-9a-z]{{0,6}}$" for word in _AMOUNT_WORDS),
            *(rf"{one}\W{{0,2}}$" for one in _CURRENCIES),
        )
    )
)
_CURRENCY_BEFORE = re.compile(rf"{led(_CURRENCIES)}\W{{0,2}}$")
_UNIT = (
    rf"[^\S\n]?(?:{any_of(_WORDS['unit'].split())}|\+(?![0-9])"
    rf"|(?:{any_of(_WORDS['unit_latin'].split())})(?![a-z]))"
)
_UNIT_BEHIND = later(_UNIT)
_MONEY_BEHIND = re.compile(rf"\W?(?:{any_of(_WORDS['money'].split())})")
NAMES_THE_HEAD = re.compile(any_of(_WORDS["names_the_head"].split()))
_BACKWARDS = later(
    rf"{any_of(_WORDS['backwards'])}|[反翻][向转](?:来|读|写|念|看|排|号|手机|电话|书写)|右[往到向读念]{{1,2}}左"
    r"|back(?:w|wo)?ards?(?![a-z])"
)


_CHANGED = re.compile(
    r"每[一1]?[位个].{0,8}[加减]|[加减]了?[一1]|(?:each|every) digit|(?:plus|minus|add|subtract|shift\w*(?: \w+)?) "
    r"(?:one|1)(?![a-z0-9])"
)


def is_changed(stream: str, start: int, end: int) -> bool:
    """Whether the writer says that each digit is another one than it should be."""
    return (
        _CHANGED.search(before(stream, start)) is not None
        or _CHANGED.search(stream, end, end + _WINDOW) is not None
    )


def before(stream: str, start: int) -> str:
    """The little that stands before an offset and may name what follows."""
    return stream[max(0, start - _WINDOW) : start]


def named_phone(stream: str, start: int) -> bool:
    """Whether a word for telephone leads up to the offset."""
    return _PHONE_BEFORE.search(before(stream, start)) is not None


_NUMBER_BEFORE = re.compile(r"(?<![a-z])(?:number|num|no|nr)\W{0,3}(?:is\W)?\W{0,2}$")


def named_number(stream: str, start: int) -> bool:
    """Whether the offset is led up to as a number, of whatever."""
    return _NUMBER_BEFORE.search(before(stream, start)) is not None


def called_phone(stream: str, end: int) -> bool:
    """Whether what ends at the offset is called a telephone number behind it."""
    return _PHONE_BEHIND.match(stream, end) is not None


def named_code(stream: str, start: int) -> bool:
    """Whether the name of another kind of number leads up to the offset, and no word for telephone."""
    window = before(stream, start)
    joint = _ALSO.search(window)
    if joint:
        window = _SIBLINGS.sub("", stream[max(0, start - 3 * _WINDOW) : start - len(joint[0])])
    code = _CODE_BEFORE.search(window)
    return code is not None and not _PHONE_NEAR.search(window, max(0, code.start() - 6))


def is_amount(stream: str, start: int, end: int, digits: str) -> bool:
    """Whether a number counts or prices something."""
    if _MONEY_BEHIND.match(stream, end):
        return True
    counts = _AMOUNT_BEFORE.search(before(stream, start)) is not None
    if counts and _CURRENCY_BEFORE.search(before(stream, start)):
        return True
    measured = _UNIT_BEHIND.match(stream, end) is not None
    return (counts and measured) or (digits.endswith("000000") and (counts or measured))


def has_unit(stream: str, end: int) -> bool:
    """Whether a unit stands right behind."""
    return _UNIT_BEHIND.match(stream, end) is not None


_FILE = re.compile(r"[^\n/，。；;:：?=&]{0,60}\.(?:pdf|docx?|jpe?g|png|zip|rar|pptx?)(?![a-z0-9])")
_RESUME = re.compile(r"(?<![a-z])(?:cv|resume)(?![a-z])|简历|求职|应聘")


def in_file_name(stream: str, end: int) -> bool:
    """Whether what ends at the offset stands in the name of a file."""
    return _FILE.match(stream, end) is not None


def named_resume(stream: str, start: int) -> bool:
    """Whether a resume is spoken of shortly before the offset."""
    return _RESUME.search(before(stream, start)) is not None


def is_backwards(stream: str, start: int, end: int) -> bool:
    """Whether the writer says that the digits are to be read from the other end."""
    return (
        _BACKWARDS.search(before(stream, start)) is not None
        or _BACKWARDS.search(stream, end, end + _WINDOW) is not None
    )


_ID_WORD = re.compile(
    r"身\W{0,2}[份分]\W{0,2}[证正]|证件|身份号|id\W{0,2}(?:card|number|no)|identity|national id|居民证"
    r"|shenfenzheng|(?<![a-z])sfz(?![a-z])"
)
_ID_WINDOW = 40


def named_identity(stream: str, start: int) -> bool:
    """Whether an identity card is spoken of shortly before."""
    return _ID_WORD.search(stream[max(0, start - _ID_WINDOW) : start]) is not None


_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_DATE = rf"{_MONTH}[./-]{_YEAR}|{_YEAR}[-./年/]{_MONTH}(?:[-./月]{_DAY})?|{_YEAR}{_MONTH}(?:{_DAY})?|{_YEAR}"
_DATES = re.compile(rf"(?:{_DATE})(?:\W{{1,4}}(?:{_DATE}))*")
ENDS_IN_YEARS = re.compile(rf"(?<![0-9]){_YEAR}[^0-9 ]{{1,3}}{_YEAR}$")
_QUAD = re.compile(
    r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}(?:/[0-9]{1,2}|:[0-9]{2,5})?"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_ROUND_RANGE = re.compile(r"[0-9]+000\W{1,4}[0-9]+000")


def is_figure(written: str, behind: str) -> bool:
    """Whether parted digits are dates, an address of a machine, an amount, a size or a decimal."""
    return (
        _DATES.fullmatch(written) is not None
        or _QUAD.fullmatch(written) is not None
        or _THOUSANDS.fullmatch(written) is not None
        or _ROUND_RANGE.fullmatch(written) is not None
        or (written.count(".") == 1 and written.replace(".", "").isdigit())
        or re.match(r"\W?(?:mm|cm|m|px|毫米|厘米|米|公分)(?![a-z])", behind) is not None
    )


def is_date(written: str) -> bool:
    """Whether digits are one date or several."""
    return _DATES.fullmatch(written) is not None


CODE_GOES_ON = re.compile(r"[a-z]{1,4}[0-9]|[a-f]{2,}(?![a-z])")
CHECK_X = re.compile(r"\W{0,3}x(?![a-z0-9])")
_ACCOUNT_BEFORE = re.compile(r"(?:vx|wx|v|qq|wechat|weixin|hao|no|ma|ji|id)$")


def named_account(stream: str, start: int) -> bool:
    """Whether the letters right before an offset name a messenger."""
    return _ACCOUNT_BEFORE.search(before(stream, start)) is not None
