"""Reads neighbouring groups of digits as one number, and says from its form and its context which kind of number it is."""

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from itertools import accumulate
from string import ascii_lowercase

from ..lazy import lazy_property
from .digits import CLOCK, DATE, QUAD, THOUSANDS, TO_ASCII, YEAR, Form, Gap, Group
from .fold import fold
from .patterns import (
    HAN_DIGITS,
    PLACEHOLDER,
    SIGN,
    SIGNS,
    any_of,
    choice,
    digits_of,
    latin_words,
    lazy_re,
    table,
)

_WORDS = table("numbers")
_WHOLE_NUMBER_DIGITS = 10
"""This many digits are a whole number, and QQ behind them is the next label."""
_NEAR_CHARS = 28
"""How many characters before or behind a number may hold the words that say what it is."""
_ANY_SIGNS = rf"[{SIGNS}\n]*"

_PHONE_WORDS = (
    r"[手首守]\W{0,3}(?:[机鸡几叽矶基]|ji)", r"[电话]\W{0,3}(?:[话活化画]|hua)", r"座\W{0,2}机", r"联\W{0,2}系", r"号\W{0,2}码",
    r"(?<![a-z])what\W?s\W{0,2}app", r"(?<![a-z])t[\W_]?e[\W_]?l(?![a-z])", r"电(?=\W*[:：])",
    r"(?<![a-z])[mtp](?=\W*[:：])", r"(?<![a-z])reach(?=\W*[:：]|\s[a-z])", r"(?<![a-z])ph(?![a-z/])",
    *(rf"(?<![a-z]){word}(?=\W*[:：])" for word in ("home", "direct")),
    *map(fold, _WORDS["telephone"].split()), *latin_words(_WORDS["telephone_latin"]),
)  # fmt: skip
_CALLED_PERSON = tuple(
    rf"(?<![a-z]){verb} [a-z]{{2,12}}\s?[(（:：]\s?" for verb in ("text", "call", "ring", "phone")
)
_REFEREE_WORDS = (f"{who}人[^0-9\\n]{{0,14}}" for who in ("证明", "联系", "推荐", "介绍", "担保"))
_PHONE_BEFORE = lazy_re(
    rf"{choice((*_PHONE_WORDS, *_CALLED_PERSON, *_REFEREE_WORDS))}{_ANY_SIGNS}"
    rf"(?:(?:{any_of(_WORDS['leads_on'].split())}|s(?![a-z])|[（(][^()（）0-9\n]{{1,4}}[)）]){_ANY_SIGNS}){{0,5}}$"
)
# The name of a country is a label if a colon or a bracket stands beside it: HK: 9123 4567.
_COUNTRY = f"(?:{'|'.join(_WORDS['country_labels'].split())})"
_COUNTRY_BEFORE = lazy_re(rf"(?<![a-z]){_COUNTRY}\s?[:：)）\]】]\s{{0,2}}$")
_COUNTRY_BEHIND = lazy_re(rf"\s?[(（\[【]{_COUNTRY}[)）\]】]")
_MIN_DIGITS_ABROAD = 8
_PHONE_BEHIND = lazy_re(
    rf"(?:(?![。；;，,、.]){SIGN}){{0,3}}(?:[，,]?(?:其实|实际上?|实为|也?就|才))?[是为]?(?:我|本人|个人|家庭|办公)?的?"
    r"(?:手机|电话|座机|固话)"
    r"|\s?[（(](?:[mroh]|mob|mobile|cell|home|office|work|res|off|手机|住宅|家|公司)[)）]"
    r"|\W{0,3}(?:转接?|分机号?|内线)\W{0,2}[0-9]{2,5}(?![0-9])"
    r"|\s(?:is|as) my (?:mobile|phone|cell|number|whatsapp|direct line)(?![a-z])"
)
_CODE_WORDS = (*_WORDS["code"].split(), *latin_words(_WORDS["code_latin"].split()))
# Things that have a number. The name of the thing alone announces none: the candidate's own may follow, 负责新产品 13800138000.
_THINGS = (*_WORDS["coded"].split(), *latin_words(_WORDS["coded_latin"].split()))
_FIRSTS = "".join(sorted({word.removeprefix("(?<![a-z])")[0] for word in (*_CODE_WORDS, *_THINGS)}))
_BETWEEN = r"[^\w\n,，.。;；、/|｜!！?？·•]{0,3}"
_CODE_BEFORE = lazy_re(
    rf"(?=[{_FIRSTS}])(?:{choice(_CODE_WORDS)}|{choice(_THINGS)}{_BETWEEN}(?:号码?|编号|代码|码|(?:no|number|num|id)(?![a-z])\.?|[:：#]))"
    rf"{_BETWEEN}(?:(?<=[:：])\n)?(?:(?:{any_of(_WORDS['code_leads_on'].split())})\.?{_BETWEEN}){{0,3}}\Z"
    rf"|10\.[0-9]{{4,5}}/[^\s0-9]{{0,20}}\Z"
)
# In 工单号A、B及C and in 耳标A到C, the name before A says what B and C are, too.
_LIST_SIGN_BEFORE = re.compile(r"[、/和及与到至~～](?:号码)?\s?$")
# No backtracking: a long word could be cut up in thousands of ways.
_CODE_LIST = lazy_re(
    r"(?:[a-z0-9][a-z0-9\-]{2,30}+(?: [0-9]{2,8}){0,3}+(?:[、/和及与到至~～](?:号码)?\s?)?+){1,4}+$"
)
_CURRENCIES = ("[$¥￥€£]", *(rf"(?<![a-z]){word}" for word in _WORDS["currency"].split()))
_CURRENCY_BEFORE = re.compile(rf"{choice(_CURRENCIES)}\W{{0,2}}$")
_AMOUNT_BEFORE = lazy_re(rf"{choice(_WORDS['amount'].split())}[^0-9a-z]{{0,6}}$")
UNIT = lazy_re(
    rf"[^\S\n]?(?:{any_of(_WORDS['unit'].split())}|\+(?![0-9])|(?:{any_of(_WORDS['unit_latin'].split())})(?![a-z]))"
)
_TURNED_WORDS = ("[反翻][向转][来读写念看排号手电书]", "右[往到向读念]{1,2}左", "back(?:w|wo)?ards?(?![a-z])")
_BACKWARDS = lazy_re(choice((*_WORDS["backwards"], *_TURNED_WORDS)))
_HEAD_WORDS = lazy_re(choice(_WORDS["head"].split()))
_CARD = (r"身\W{0,2}[份分]\W{0,2}[证正]", r"id\W{0,2}(?:card|number|no)", *latin_words(("sfz",)))
_IDENTITY = lazy_re(
    choice((*_CARD, "证件", "身份号", "identity", "national id", "居民证", "居[住留]证", "shenfenzheng"))
)
_IDENTITY_CHARS = 40
_RESUME_WORDS = re.compile(choice((*latin_words(("cv", "resume")), "简历", "求职", "应聘")))
FILE_NAME = lazy_re(r"[^\n/，。；;：:?=&]{0,60}\.(?:pdf|docx?|jpe?g|png|zip|rar|pptx?)(?![a-z0-9])")
_CHECK_X = lazy_re(r"\W{0,3}[x叉×✕✖╳](?![a-z0-9])|\*(?![\w*])")

_DATES = re.compile(rf"(?:{DATE}|{YEAR}|{CLOCK})(?:\W{{1,4}}(?:{DATE}|{YEAR}|{CLOCK}))*")
# Dates, times, an IP address, an amount, a range of round figures, a decimal, any number before a range of years, a number in a year.
_FIGURE = re.compile(
    rf"{_DATES.pattern}|{QUAD}|{THOUSANDS}|[0-9]+000\W{{1,4}}[0-9]+000|[0-9]+\.[0-9]+|[0-9]+\W{YEAR}[^0-9 ]{{1,3}}{YEAR}"
    rf"|{YEAR}/[0-9]{{2,6}}"
)
_SHORT_LABELS = frozenset(_WORDS["short_labels"].split())
_LENGTH = re.compile(r"\W?(?:mm|cm|m|px|毫米|厘米|米|公分)(?![a-z])")
# What stands behind digits that are part of a hash, a sum of money or a length.
_LONGER_VALUE = re.compile(
    rf"(?!qq|v?x[0-9]|wx)[a-z]{{1,4}}[0-9]|[a-f]+(?![a-z]|-?mail)|\W?(?:{any_of(_WORDS['money'].split())})|{_LENGTH.pattern}"
)

_ID_WORD = re.compile("[a-z]{0,2}id(?![a-z])")
_SEPARATORS = {"": "", "/": "/", ")": ")", "）": ")", ")-": ")", "）-": ")"} | dict.fromkeys(
    ("-", "--", "—", "–", "‑", "_", ".", "dash", "hyphen", "<space>", "(space)", "[space]"), "-"
)
_OTHER_SIGN = re.compile(rf"(?:(?![,，、;；:：+&=<>%$€£]){SIGN}){{1,6}}")


def _is_sign(between: str) -> bool:
    """Whether signs between digits part neither items of a list nor figures."""
    return _OTHER_SIGN.fullmatch(between) is not None


def shape_of(groups: Sequence[Group]) -> list[tuple[str, int]]:
    """How many digits stand in each group, with what stands between two of them."""
    return [("" if one is groups[0] else one.between, len(one.digits)) for one in groups]


class Window:
    """A few neighbouring groups of digits in a folded text, read as one number; `first` is the place of the first group."""

    def __init__(self, stream: str, groups: Sequence[Group], first: int) -> None:
        self.stream, self._groups = stream, groups
        self.first = self.last = first
        self.start, self.end, self.digits, form, self.gap_before, *_ = groups[first]
        self.shape = [len(self.digits)]
        self.forms = {form}
        self.between: list[str] = []
        # What stands before the digits does not change when the window grows.
        self.before = stream[max(0, self.start - _NEAR_CHARS) : self.start]

    def grow(self) -> bool:
        """Take in the next group; False if none follows that may belong to the same number."""
        if self.gap_behind is Gap.WALL:
            return False
        self.last += 1
        _, self.end, digits, form, gap, between, _ = self._groups[self.last]
        if gap is Gap.NONE:
            self.shape[-1] += len(digits)
        else:
            self.shape.append(len(digits))
            self.between.append(between)
        self.forms.add(form)
        self.digits += digits
        return True

    @property
    def groups(self) -> Sequence[Group]:
        """The groups that are read."""
        return self._groups[self.first : self.last + 1]

    @property
    def precedes_another(self) -> bool:
        """Whether another number that is written alike stands right behind this one. It begins with the same digits, or a blank parts
        the two that stands in neither: 8888-1234 8888-1235.
        """
        groups, behind = self.groups, self._groups[self.last + 1 : 2 * self.last + 2 - self.first]
        if len(groups) < 2 or shape_of(behind) != shape_of(groups):
            return False
        return behind[0].digits == groups[0].digits or (behind[0].between == " " not in self.between)

    @property
    def written(self) -> str:
        return self.stream[self.start : self.end]

    @property
    def parted(self) -> str:
        """The digits, parted as written by a blank, slash or bracket, by a hyphen for other usual signs, by a comma for all else."""
        parts = [self.groups[0].digits]
        # Whoever hides a number that is dialled with a zero parts it by a sign of any kind: 0412…345…678.
        other = (
            "-" if self.digits[0] == "0" and len({*self.between}) == 1 and _is_sign(self.between[0]) else ","
        )
        for group in self.groups[1:]:
            bare = group.between.strip(" ")
            parts += (" " if group.between and not bare else _SEPARATORS.get(bare, other), group.digits)
        return "".join(parts)

    @property
    def gap_behind(self) -> Gap:
        if self.last + 1 == len(self._groups):
            return Gap.WALL
        following = self._groups[self.last + 1]
        labelled = len(self.digits) >= _WHOLE_NUMBER_DIGITS and self.stream.startswith("qq", following.start)
        return Gap.WALL if labelled else following.gap

    @property
    def is_unbroken(self) -> bool:
        """Whether nothing stands between the digits."""
        return not self.between

    def precedes(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern matches right behind the digits."""
        return pattern.match(self.stream, self.end) is not None

    @lazy_property
    def _is_behind_phone_word(self) -> bool:
        return _PHONE_BEFORE.search(self.before) is not None

    @property
    def is_called_phone(self) -> bool:
        """Whether a word for telephone stands before or behind the digits, or they stand in the file name of a resume."""
        return (
            self._is_behind_phone_word
            or self.precedes(_PHONE_BEHIND)
            or (self.precedes(FILE_NAME) and _RESUME_WORDS.search(self.before) is not None)
        )

    @lazy_property
    def _is_behind_code_word(self) -> bool:
        before = self.before
        if _LIST_SIGN_BEFORE.search(before):
            before = _CODE_LIST.sub("", self.stream[max(0, self.start - 3 * _NEAR_CHARS) : self.start])
        return _CODE_BEFORE.search(before) is not None

    @property
    def is_called_code(self) -> bool:
        """Whether the name of another kind of number stands before the digits, and no word for telephone behind them."""
        return self._is_behind_code_word and not self.precedes(_PHONE_BEHIND)

    @property
    def is_called_identity(self) -> bool:
        """Whether words for an identity card stand shortly before the digits."""
        return _IDENTITY.search(self.stream, max(0, self.start - _IDENTITY_CHARS), self.start) is not None

    @property
    def is_called_backwards(self) -> bool:
        """Whether the writer says that the digits are written backwards."""
        return (
            _BACKWARDS.search(self.stream, max(0, self.start - 2 * _NEAR_CHARS), self.end + _NEAR_CHARS)
            is not None
        )

    @property
    def is_amount(self) -> bool:
        """Whether the digits count or price something."""
        if _CURRENCY_BEFORE.search(self.before):
            return True
        counts = _AMOUNT_BEFORE.search(self.before) is not None
        many = self.digits.endswith("000000")
        return (counts and many) or ((counts or many) and self.precedes(UNIT))

    @property
    def is_figure(self) -> bool:
        """Whether the digits are dates, an IP address, an amount, a length or a decimal."""
        return is_figure(self.written) or self.precedes(_LENGTH)

    @property
    def is_glued(self) -> bool:
        """Whether Latin letters stand right before the digits, as in PO15900001234, and are no short label of a telephone number."""
        before = self.before.rstrip(ascii_lowercase)
        letters = self.before[len(before) :]
        return bool(letters) and (letters not in _SHORT_LABELS or _CODE_BEFORE.search(before) is not None)


def leads_to_code(before: str) -> bool:
    """Whether some words end with the name of a kind of number that is neither a telephone number nor an id: 合同号：, isbn."""
    code = _CODE_BEFORE.search(before)
    return code is not None and not _ID_WORD.match(code[0])


def stands_in_row(stream: str, start: int, end: int, *, listed: bool = False) -> bool:
    """Whether a code stands beside another that is as long and begins like it.

    Args:
        stream: a folded text.
        start: where the code begins.
        end: where it ends.
        listed: whether a sign of a list may stand between them (60300245180、60300245196), and not only one of a range
            (61382907~61383006): people list their telephone numbers, too.
    """
    behind, before = _BESIDE_CODE[listed]
    begin = stream[start : start + (end - start) // 2]
    beside = behind.match(stream, end), before.search(stream, max(0, start - _CODE_CHARS), start)
    return any(one and len(one[1]) == end - start and one[1].startswith(begin) for one in beside)


_CODE_CHARS = 40
_CODE = "([a-z0-9._-]{0,32}[0-9](?: [0-9]{2,8}){0,3})"
_BESIDE_CODE = {
    listed: (
        re.compile(rf"(?:\s?[{signs}]\s?|\sto\s){_CODE}"),
        re.compile(rf"{_CODE}(?:\s?[{signs}]\s?|\sto\s)\Z"),
    )
    for listed, signs in ((False, "~～至到"), (True, "~～至到、,，/"))
}
"""What stands behind and before a code in a row."""


def has_unit(stream: str, end: int) -> bool:
    """Whether a unit stands right behind digits that end at a place."""
    return UNIT.match(stream, end) is not None


def is_figure(written: str) -> bool:
    """Whether digits are dates, an IP address, an amount or a decimal."""
    return _FIGURE.fullmatch(written) is not None


def is_date(written: str) -> bool:
    """Whether digits are one date or several."""
    return _DATES.fullmatch(written) is not None


# --- What kind of number it is ----------------------------------------------------------------------------------------

_COUNTRY_CODES: dict[str, list[int]] = _WORDS["countries"]
"""Country codes, each with the fewest and the most digits that follow it."""
MOBILE_DIGITS = 11
"""How many digits a mobile number has."""
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
# A mobile number with a prefix that may be dialled before it.
_DIALLED = lazy_re(rf"(?:0|0?86|0086|17951)?{_MOBILE.pattern}")
_EMBEDDED_MOBILE = re.compile(r"(?<![0-9])(?:86\W?)?1[._ -]?[3-9](?:[._ -]?[0-9]){9}(?![0-9])")
# How people part a mobile number that they do not hide. Digits that are parted otherwise must have no other digits beside them.
_USUAL_SHAPES = frozenset({(3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5)})
# Signs that part the items of a list. They do not part the digits of a number, unless the same sign stands in all its gaps.
_LIST_SIGN = lazy_re("[\n,，、;；]")
_MIN_PLAIN_DIGITS = 3
_DIGIT = lazy_re(f"[0-9{HAN_DIGITS}]")

# How other numbers are parted: landlines and hotlines of China; numbers of North America, Hong Kong, Macau and Taiwan; and, as
# they are dialled at home, numbers of Britain, Australia and similar countries, Germany, France, Switzerland, India, Brazil and Russia.
_FORMS = lazy_re(
    r"(?!0[0-9]{3}[-/ ]0[0-9]{3}[-/ ][0-9]{4})"  # 0402/0603/0805: sizes of parts
    r"(?![0-2][0-9][0-5]0[-/ ][0-2][0-9][0-5]0[-/ ][0-2][0-9][0-5]0)"  # 0400/1200-1600: times of watches
    r"(?!(?P<code>[0-9]{3})[0-9]{2} (?P=code))"  # 74110 74112: codes that begin alike
    r"(?:(?:(?:00)?86[-) ]?0?|0)(?:(?:10|2[0-57-9])[-/) ]?[0-9]{4}|[3-9][0-9]{2}[-/) ]?[0-9]{3,4})[- ]?[0-9]{2} ?[0-9]{2}"
    r"|[48]00(?:[- ]?[0-9]{3}[- ]?[0-9]{4}|[- ]?[0-9]{4}[- ]?[0-9]{3}|[0-9][- ][0-9]{3}[- ][0-9]{3})"
    r"|(?:1[- )])?[2-9][0-9]{2}(?:\) ?[0-9]{3}[- ]|-[0-9]{3}-)[0-9]{4}"
    r"|85[23][- ][2-9][0-9]{3}[- ]?[0-9]{4}|886[- ][0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{3}|09[0-9]{2}-?[0-9]{3}-?[0-9]{3}"
    r"|0[1-9][0-9]{1,3}[/)](?:[0-9]{2}[- ]){2,3}[0-9]{2}"
    r"|0[1-9][0-9]{0,3}[-/) ][0-9]{3,4}[-/ ][0-9]{3,4}|0[1-9][0-9]{3}[- ][0-9]{6}|0[1-9][0-9]{1,2}[-/) ][0-9]{7,8}"
    r"|(?!01.02.03)0[1-9](?:(?: [0-9]{2}){4}|(?:-[0-9]{2}){4})|0[1-9][0-9]{1,2}[-/ ][0-9]{3}[- ][0-9]{2}[- ][0-9]{2}"
    r"|[6-9][0-9]{4} [0-9]{5}|[1-9][1-9][) ]9[0-9]{4}[- ][0-9]{4}|8[, -]9[0-9]{2}[-) ][0-9]{3}[- ][0-9]{2}[- ][0-9]{2})"
)
# An unbroken number as it is dialled within a country. Many other numbers look the same, but hardly any in the name of a file.
_NATIONAL = re.compile("0[1-9][0-9]{8,9}")
# A mobile number whose first digits are not given first: 尾号8000，开头138，中间0013.
_SHUFFLED = re.compile(
    "[0-9]{4}[^0-9](?:[0-9]{4}[^0-9]1[3-9][0-9]|1[3-9][0-9][^0-9]?[0-9]{4})|[0-9]{8}[^0-9]1[3-9][0-9]"
)
_PROVINCES = frozenset(_WORDS["provinces"].split())
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_BIRTH_YEARS = range(1900, 2013)
"""The years in which a candidate may be born; a number with a later date is no identity number."""


def is_mobile(digits: str) -> bool:
    """Whether these are the eleven digits of a mainland mobile number."""
    return _MOBILE.fullmatch(digits) is not None


def holds_mobile(name: str) -> bool:
    """Whether the name of an account or an address is made of a mobile number, perhaps among letters."""
    return is_mobile(digits_of(name)) or any(map(_EMBEDDED_MOBILE.search, (name, name.translate(TO_ASCII))))


def national_length(digits: str) -> tuple[int, int, int] | None:
    """The length of the country code with which digits start, and the fewest and most digits behind it; None if they start with none."""
    for size in (3, 2, 1):
        if digits[:size] in _COUNTRY_CODES:
            least, most = _COUNTRY_CODES[digits[:size]]
            return size, least, most
    return (3, 7, 10) if digits[:1] in tuple("2345689") else None


def is_telephone(window: Window) -> bool:
    """Whether ten or more digits have the form of a telephone number, and nothing says that they are another number."""
    mobile = _DIALLED.fullmatch(window.digits) is not None
    if not mobile:
        parted = window.parted
        has_form = _FORMS.fullmatch(parted) or (_NATIONAL.fullmatch(parted) and window.precedes(FILE_NAME))
        is_shuffled = _SHUFFLED.fullmatch(parted) and _HEAD_WORDS.search(
            window.stream, window.start, window.end + _NEAR_CHARS
        )
        if not (has_form or is_shuffled):
            return False
    # The words around the digits are tested last: that costs most.
    alike = Form.ALIKE in window.forms and len(_DIGIT.findall(window.written)) < _MIN_PLAIN_DIGITS
    glued = window.is_glued and not window.precedes(FILE_NAME)
    if window.is_called_code or ((alike or glued) and not window.is_called_phone):
        return False
    if mobile and not window.is_unbroken:
        return _is_usually_parted(window)
    if window.gap_before is Gap.NONE or window.precedes(_LONGER_VALUE) or window.is_amount:
        return False
    # Ten or more digits with nothing between them are neither a date nor an amount.
    return window.is_unbroken or not window.is_figure


def is_whole(window: Window) -> bool:
    """Whether no other digits stand beside these, with only signs between."""
    return window.gap_before > Gap.SIGNS and window.gap_behind > Gap.SIGNS


def _is_usually_parted(window: Window) -> bool:
    """Whether the digits of a mobile number are parted in a usual way, have no other digits beside them, or have a word for telephone."""
    shape = window.shape[1:] if window.shape[0] == len(window.digits) - MOBILE_DIGITS else window.shape
    if window.is_figure or (window.precedes(UNIT) and all(map(_LIST_SIGN.search, window.between))):
        return False
    if tuple(shape) in _USUAL_SHAPES:
        return True
    listed = len(set(window.between)) > 1 and any(map(_LIST_SIGN.search, window.between))
    return (is_whole(window) and not listed) or window.is_called_phone


# A clause that holds nothing but a number, and perhaps whose line it is, begins behind these signs and ends with those. What is hidden
# already is no part of it.
_CARRIERS = f"(?:{'|'.join(_WORDS['carriers'].split())})"
_CLAUSE_BEGINS = lazy_re(
    rf"(?:\A|(?<![a-z])(?:{_CARRIERS}|{_COUNTRY})(?=\W)|\n|[^0-9\s]\s?[,，;；|•·/–—…](?!\Z)|[(（\t]|\s\s|@[a-z0-9.-]{{3,24}}(?=\s)"
    rf"|(?:[\w)]{{4}}|(?<![a-z])off)[.!?](?!\Z)|{PLACEHOLDER}|[。！？])[^\S\n]*[(（]?\Z"
)
_CLAUSE_ENDS = lazy_re(
    rf"[)）]?[^\S\n]?(?:\Z|\n|(?:[\t,，;；|•·/–—….!?。！？(（{PLACEHOLDER}]|(?<=[)）])|\s\s|[\w.+-]{{1,64}}@"
    rf"|(?:{_CARRIERS}|ext)(?![a-z]))(?!(?<!ext)\s?[0-9]))"
)
_CHINESE = re.compile("[\u2e80-\U0010ffff]|qq")
_HOME_UNBROKEN = re.compile("0[1-9][0-9]{8,9}|[6-9][0-9]{9}|[5-9][0-9]{8}")


def is_at_home(window: Window) -> bool:
    """Whether eight to eleven digits are a telephone number as it is dialled within a country."""
    # Nine digits are fewer than most codes have that look the same: no others stand beside them.
    return (len(window.digits) == 9 and is_whole(window) and is_telephone(window)) or _is_alone(window)


def _is_alone(window: Window) -> bool:
    """Whether eight to eleven digits, in groups as numbers are dialled at home, are all that a clause holds.

    An amount, a date or a code of such a form stands among words that say so.
    """
    form = _home_form(window)
    if not form or not window.precedes(_CLAUSE_ENDS) or not _CLAUSE_BEGINS.search(window.before):
        return False
    if window.is_called_code or window.is_figure or window.forms != {Form.DIGITS}:
        return False
    if form is _Home.SURE:
        return True
    # Things are counted in figures of this form as well, and accounts beside a Chinese word are made of as many.
    before = _ENDS_IN_COUNTRY.sub("", window.before.rpartition("\n")[2])
    behind = window.stream[window.end : window.end + _NEAR_CHARS].partition("\n")[0]
    return not (_CHINESE.search(before) or _CHINESE.search(behind) or _COUNTED_BEFORE.search(window.before))


_ENDS_IN_COUNTRY = lazy_re(rf"(?<![a-z]){_COUNTRY}\W{{0,3}}\Z")
_COUNTED_BEFORE = lazy_re(
    rf"(?<![a-z])(?:{any_of((*_WORDS['unit_latin'].split(), *_WORDS['counted_latin'].split()))})s?[^\w\n]*"
    r"(?:[:：]\s*(?:[0-9 .-]{8,}\n)*)?\Z"
)


class _Home(Enum):
    """How surely digits have the form of a number as it is dialled at home."""

    SURE = "sure"
    LIKELY = "likely"


def _home_form(window: Window) -> _Home | None:
    digits, shape, between = window.digits, tuple(window.shape), {*window.between}
    if not 8 <= len(digits) <= MOBILE_DIGITS or digits.endswith("000") or len(shape) > 5:
        return None
    if window.is_unbroken:
        return _Home.LIKELY if _HOME_UNBROKEN.fullmatch(digits) else None
    if not between <= _HOME_GAPS:
        return None
    groups = [digits[end - size : end] for size, end in zip(shape, accumulate(shape), strict=True)]
    if max(shape) < 4 and shape != (3, 3, 3) and groups == sorted(groups, key=int):  # a list of sizes
        return None
    if digits[0] == "0":
        # The trunk prefix. A postal code of New England has four digits behind it.
        return None if shape == (5, 4) else _Home.SURE
    mixed = len(between) > 1 and not (window.between[0] == " " and {*window.between[1:]} == {"-"})
    if mixed or between == {"/"} or (digits[0] == "1" and not _BUENOS_AIRES.fullmatch(digits)):
        return None
    if len(digits) == 8:
        rounded = any(group.endswith("00") for group in groups)
        return _Home.LIKELY if between == {" "} and shape in _SHORT_SHAPES and not rounded else None
    if {*shape[1:]} == {3}:  # thousands, but hardly if there are three groups of three
        return _Home.LIKELY if shape[0] == 3 and between != {"."} else None
    is_usual = len(shape) > 2 and shape[0] <= 3 and max(shape) <= 5
    return _Home.SURE if is_usual and {*shape} != {2} and shape not in _OTHER_SHAPES else None


_BUENOS_AIRES = re.compile("11[2-9][0-9]{7}")
_HOME_GAPS = frozenset((" ", "-", "/", ".", " / ", " - ", ") ", ")", "/ ", " /"))
# Social security numbers of the USA, and a digit before a number of North America that is no country code.
_OTHER_SHAPES = frozenset({(3, 2, 4), (1, 3, 3, 4)})
_SHORT_SHAPES = frozenset({(4, 4), (2, 2, 2, 2), (3, 2, 3)})


def is_named(window: Window) -> bool:
    """Whether a word for telephone or the name of a country stands beside seven to fifteen digits, and nothing says that they
    are another number.
    """
    is_of_country = len(window.digits) >= _MIN_DIGITS_ABROAD and (
        window.precedes(_COUNTRY_BEHIND) or _COUNTRY_BEFORE.search(window.before)
    )
    if not (window.is_called_phone or is_of_country) or window.precedes(UNIT):
        return False
    if window.is_called_code or stands_in_row(window.stream, window.start, window.end):
        return False
    if window.digits.endswith("00000") and len(window.digits) < 10:
        return False
    if any(map(_LIST_SIGN.search, window.between)):
        return len(window.digits) >= 10 or set(window.shape) == {1}
    return not window.is_figure


def is_spelled(window: Window) -> bool:
    """Whether seven digits or more are spelled out as words: nobody writes a count like that."""
    if Form.WORDS not in window.forms or len(window.groups) < 3 or window.digits in "01234567890":
        return False
    if len(window.shape) < 7:
        return _is_partly_spelled(window)
    return sum([len(one.digits) for one in window.groups if one.form is Form.WORDS]) >= 7


_ENGLISH_DIGITS = frozenset(
    ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
)


def _is_partly_spelled(window: Window) -> bool:
    """Whether nine digits or more, some of them in figures and some in words, have only blanks, commas and hyphens between."""
    groups = window.groups
    words = [one for one in groups if one.form is Form.WORDS]
    figures = Form.DIGITS in window.forms and not (window.is_called_code or window.precedes(UNIT))
    parted = all(set(one) <= set(" ,-") for one in window.between)
    if len(window.digits) < 9 or not (figures and parted):
        return False
    if any(one.gap is Gap.NONE for one in groups[1:]):  # 416-5five5-0123, and not the figures of a hash
        return all(window.stream[one.start : one.end] in _ENGLISH_DIGITS for one in words) and not (
            window.is_glued or window.stream[window.end : window.end + 1].isalpha()
        )
    if len(words) > 1:
        return True
    return bool(_CLAUSE_BEGINS.search(window.before)) and window.precedes(_CLAUSE_ENDS)


def is_reversed(window: Window) -> bool:
    """Whether the writer says that the digits are written backwards, they make a number from the other end, and no others follow."""
    digits = window.digits[::-1]
    if not (_DIALLED.fullmatch(digits) or digits[0] == "0" or (len(digits) == 10 and digits[0] > "1")):
        return False
    return window.gap_behind > Gap.SIGNS and window.is_called_backwards


def is_identity(number: str) -> bool:
    """Whether eighteen characters have the province and the date of birth of an identity number."""
    if number[:2] not in _PROVINCES:
        return False
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14])).year in _BIRTH_YEARS
    except ValueError:
        return False


def _has_check_digit(number: str) -> bool:
    """Whether the last of eighteen characters is the right check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10x98765432"[total % 11] == number[17]


def identity_end(window: Window) -> int:
    """Return where the identity number that starts with the window ends; 0 if there is none."""
    digits, end = window.digits, window.end
    if len(digits) in (14, 15):  # the beginning of one, or one from before 1999
        century = "19" if len(digits) == 15 else ""
        has_form = window.is_unbroken and is_identity(digits[:6] + century + digits[6:])
        return end if has_form and window.is_called_identity else 0
    if len(digits) not in (17, 18):
        return 0
    x = "x" * (18 - len(digits))
    if is_identity(digits[::-1] + x) and window.is_called_backwards:
        return end
    if x:
        match = _CHECK_X.match(window.stream, end)
        end = match.end() if match else 0
    return end if end and _is_likely_identity(window, digits + x) else 0


def _is_likely_identity(window: Window, number: str) -> bool:
    has_form = is_identity(number)
    if window.is_called_identity:
        return has_form or len(window.shape) <= 6
    if not has_form or (Form.ALIKE in window.forms and not window.is_unbroken):
        return False
    return _has_check_digit(number) or (window.is_unbroken and not window.is_called_code)
