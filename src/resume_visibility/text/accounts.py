"""Finds accounts with messengers and networks: what may be one by its shape and by its context, and what score that needs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import TypeAlias

from .addresses import BLOGS
from .fold import Effort, Steps
from .judgement import (
    CERTAIN,
    NAME_SHAPES,
    NAME_THRESHOLD,
    THRESHOLD,
    VETO,
    Candidate,
    Layers,
    is_cued,
    is_known,
    nearest_terms,
    scores_above,
)
from .kinds import Covered, Finding, Kind
from .nicknames import (
    CLOSING,
    HAN,
    LABEL,
    LABEL_BEHIND,
    MAX_OVER,
    NICKNAME,
    NUMERALS,
    OPENING,
    SEARCH,
    end_of_name,
    full_names_in,
    names_in,
    threshold_of_name,
)
from .patterns import HAN_DIGITS, PLACEHOLDER, SIGN, SIGNS, Span, choice, lazy_re, places_of
from .plans import has_unit, is_date, is_mobile, leads_to_code, stands_in_row
from .platforms import SHORT, Term, terms_of

_D = f"[0-9{HAN_DIGITS}]"
_ACCOUNT_WORD = lazy_re(
    r"[a-z0-9_@](?<![a-z0-9_].)(?:(?<=l)ive:\.?@?[a-z0-9_]|(?<=@)[a-z0-9_]|(?<=[a-z0-9_]))"
    rf"(?:[a-z0-9_\-]++|[\U0001f300-\U0001faff](?=[a-z0-9_])|[.·](?=[a-z0-9_{HAN_DIGITS}])"
    rf"|(?<=[a-z0-9_])[{HAN_DIGITS}](?![^{SIGNS}0-9\n])|[{HAN_DIGITS}](?=[{HAN_DIGITS}])"
    rf"|(?<=[{HAN_DIGITS}])[{HAN_DIGITS}])*"
    rf"(?:#[0-9]{{4,6}}(?![0-9])|(?<=[a-z0-9])@[a-z{HAN}][a-z0-9{HAN}\-]{{1,15}}(?![a-z0-9@]|\.[a-z0-9]))?"
)
_NUMBER = lazy_re(rf"{_D}(?<![0-9a-z_.].)(?:{SIGN}{{0,2}}{_D}){{4,14}}(?!{SIGN}?{_D})")
_GROUPED = re.compile(r"[0-9]+(?:[ .-][0-9]+)+")
_SPELLING_UNITS = (
    r"(?:字母|加上?|再加?|接|数字|大写|小写|下划线|横线|横杠"
    r"|(?:letters?|digits?|numbers?|capital|lowercase|underscore|dash|then|and|followed by)(?![a-z]))"
)
_DIGIT_WORDS = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple"
_SPELLED_JOINT = (
    r"(?:[底下]划线|[底下]横?线|[底下]杠|下[滑画]线|中划线|短?横[杠线]?|减号|小?点|杠|加上?"
    r"|再加|再?接着?|\+|后面接|后面是|后接|连上|点|生日|数字|字母"
    r"|(?<![a-z])(?:an?|one|underscore|dash|hyphen|plus|then|dot|and|followed by|the number)(?![a-z]))"
)
_MAY_BE_SPELLED = re.compile(rf"[a-z0-9_{HAN_DIGITS}字加再接数大小下横](?<![a-z0-9_].)")
_SPELLED = lazy_re(
    rf"(?:(?:{_SPELLING_UNITS}|[a-z](?![a-z])|[0-9{HAN_DIGITS}]{{1,8}}|(?:{_DIGIT_WORDS})(?![a-z])){SIGN}{{0,3}}){{4,40}}"
    rf"|(?:[a-z0-9]{{1,20}}+|[a-z0-9]{{0,19}}[0-9](?=[a-z]))(?:(?:[\s，,（(]{{0,3}}+{_SPELLED_JOINT}[)）\s，"
    rf",]{{0,3}}){{1,4}}[a-z0-9]{{1,20}}(?:\s[a-z0-9](?![a-z0-9])){{0,8}}){{1,5}}"
    r"|[a-z]{2,8}+(?: [a-z]{2,8}+){0,2} [0-9]{2,6}(?![a-z0-9])"
    r"|[a-z0-9_]{1,3}+(?:\s[a-z0-9_\-.]{1,2}(?![a-z0-9_])){3,20}"
)
_AND_WORDS = re.compile("[a-z]{3,}(?: and [a-z]{3,})+")
"""Words that are named together, as in banking and finance, spell no account."""
_NEAR_CHARS, _LABEL_CHARS = 8, 28
_TRAILING_SIGNS = f" ,，、。.;；:：-—+]】{OPENING}{CLOSING}"


def _spelled_in(line: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    for one in _MAY_BE_SPELLED.finditer(line, begin, end):
        if (start := one.start()) >= begin and (match := _SPELLED.match(line, start, end)):
            begin = match.end()
            yield match


def _is_row(written: str) -> bool:
    """Whether words have one form, of letters or signs with figures: G90 G54 G17, and spell no account."""
    first, *rest = _ROW_SIGNS.split(written)
    form = _form(first)
    return len(rest) > 1 and _MIXED_FORM.fullmatch(form) is not None and form == _form(rest[0])


def _form(word: str) -> str:
    return _A_LETTER.sub("a", _A_FIGURE.sub("0", word))


_ROW_SIGNS = re.compile(r"[\s、,，;；]+")
_A_FIGURE, _A_LETTER = re.compile("[0-9]"), re.compile("[a-z]")
_MIXED_FORM = re.compile("(?=.*0)(?=.*[^0])..+")


def candidates_in(layers: Layers, terms: Sequence[Term], begin: int, end: int) -> Iterator[Candidate]:
    """Every stretch of a text that may be an account; of stretches that overlap, at most one is."""
    line, nameless = layers.blanked, layers.nameless
    starts, ends = {term.start: term for term in terms}, {term.end for term in terms}
    numbers = [one.span() for one in _NUMBER.finditer(line, begin, end) if not one[0].isdigit()]
    in_numbers = Covered(len(line), [span for span in numbers if _GROUPED.fullmatch(line, *span)])
    for match in _ACCOUNT_WORD.finditer(line, begin, end):
        word = line[match.start() : end_of_name(nameless, *match.span())].rstrip("-.")
        if word.isdigit() and in_numbers.overlaps(*match.span()):  # a group of a longer number
            continue
        start, stop = match.start(), match.start() + len(word)
        if word[0] == "_" and (bare := stop - len(word.lstrip("_"))) in starts:  # 简历_wx_zhang88
            start = bare
        term = starts.get(start)
        firsts = [start] if term is None else []
        if term is not None and term.end < stop:
            firsts.append(stop - len(line[term.end : stop].lstrip("_")))
            # Behind a colon or the name of a platform, an account may begin like a name itself: 微信号：wx_lin_88.
            near = range(start - _NEAR_CHARS, start + 1)
            firsts += [start] if line[start - 1 : start] == ":" or not ends.isdisjoint(near) else []
        yield from (Candidate(first, stop, "word") for first in firsts if stop - first >= 4)
    yield from (Candidate(*span, "number") for span in numbers)
    for match in _spelled_in(line, begin, end):
        written = match[0].strip(_TRAILING_SIGNS)
        if not (written.isalnum() or _AND_WORDS.fullmatch(written) or _is_row(written)):
            yield Candidate(match.start(), match.start() + len(match[0].rstrip(_TRAILING_SIGNS)), "spelled")
    if terms or NICKNAME in line:
        for one in names_in(layers, terms, begin, end):
            if one.start not in starts and not NUMERALS.issuperset(nameless[one.start : one.end]):
                yield one


def candidates_with_lead(
    layers: Layers, terms: Sequence[Term], begin: int, end: int, effort: Effort
) -> Iterator[tuple[Candidate, Sequence[Term]]]:
    """The candidates in a stretch that something leads up to, each with the names beside it."""
    blanked = layers.blanked
    starts = [term.start for term in terms]
    for candidate in candidates_in(layers, terms, begin, end):
        effort.take(Steps.ACCOUNT)
        near = terms_near(terms, starts, candidate)
        if not _is_other(blanked, candidate, near) and has_lead(layers.nameless, candidate, near):
            yield candidate, near


def _is_other(line: str, candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether a candidate is a date, a version, a code or a count, and no account."""
    start, end, shape = candidate
    written = line[start:end]
    if shape in NAME_SHAPES and written.isalpha():  # most candidates are
        return False
    if line.startswith("/", end) and line.endswith(BLOGS, 0, start):  # the link leads to an article
        return True
    if _is_period(written) or _is_code(line, candidate, terms):
        return True
    counts = written.isdigit() and has_unit(line, end)  # 曝光 8400 万
    return counts and not _is_labelled(_LABELLED, line, candidate)


_LABELLED, _LABELLED_AS_OWN, _LABELLED_AS_USER = (
    re.compile(r"(?:号|id)\s?[:：]\s?\Z"),
    re.compile(r"我的(?:id|[账帐]号)\s?[:：]\s?\Z"),
    re.compile(
        r"(?<![a-z])(?:user|(?:user|screen|nick)? ?name|nick|handle|gamertag)\s?[:：]\s?@?\Z"
        r"|(?<![a-z])(?:search|find|add|look for) (?:for )?(?:the|my) (?:id|handle|(?:user ?)?name) \Z"
    ),
)
"""A label that says account, right before one; one by which the writer calls it their own; and one that says user."""


def _is_labelled(label: re.Pattern[str], line: str, candidate: Candidate) -> bool:
    """Whether a label stands right before a candidate."""
    return label.search(line, max(0, candidate.start - _LABEL_CHARS), candidate.start) is not None


def _is_period(written: str) -> bool:
    """Whether a candidate is a version, a date with signs in it or a list of years, and no account: v8.0.16, 2012/05，某飞机公司."""
    if _VERSION.fullmatch(written) or _YEARS.match(written) or _FIGURE.fullmatch(written):
        return True
    written = written.lstrip(HAN_DIGITS)  # 周五11:30-13:30
    return is_date(written) and (len(written) <= len("2012") or not written.isdigit())


_YEARS = re.compile(r"(?:19|20)[0-9]{2}\s?[,，、;；]\s?[0-9]")
"""A list that begins with a year: 2013, 2016, 365."""
_FIGURE = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:[:.][0-9]+)?")
"""A figure with signs between its thousands: 1,900, or 6,214:35 in hours."""
_VERSION = re.compile(
    r"v?[0-9]{1,2}(?:\.[0-9]{1,4}){1,3}(?:\.x)?|v?[0-9]{1,2}\.x|20[0-9]{2}q[1-4]|q[1-4]20[0-9]{2}"
    r"|[a-z_]*1[4-9][0-9]{11}"  # milliseconds, in the name of a picture
)
_CODE = re.compile(r"(?=[0-9a-f\-]{6,}$)(?:[0-9]+[a-f]+[0-9]|[a-f]+[0-9]+[a-f])[0-9a-f\-]*|x86_64")
_PERSON_WORDS = "my the our user account profile contact personal login"
_NO_PERSON = "".join(f"(?<!{one})" for one in _PERSON_WORDS.split())
_THING_LABEL = lazy_re(
    rf"(?:[a-z]{_NO_PERSON}[\s_\-]|[\u3400-\u9fff](?<![我的人号名户友家]))id(?:\s?(?:no|number)\.?)?[^\w\n]{{0,3}}$"
)
_THING_ID = re.compile("[a-z]{0,4}-?[0-9](?:[-./]{0,2}[0-9])+x?")
CODE_HOST = lazy_re(
    r"(?<![a-z])(?:github|gitee|gitlab|bitbucket|leetcode|kaggle|stack ?overflow|hugging ?face|力扣|码云)"
    r"\W{0,3}(?:id|账号|用户名|主页)?[^\w\n]{0,3}$"
)
_SAME_WORDS = re.compile(r"同|一样|(?<![a-z])(?:same|match|identical)")
_NAMED_CHARS, _CLOSE_CHARS = 16, 12
_TERM_CHARS, _MORE_TERMS = 128, 4
LEAD_CHARS = 45
"""How many characters may lie between an account and the words that lead up to it."""
VERB_BEFORE = lazy_re(rf"{choice(('[加戳搜找敲]', '关注'))}[:：\s]{{0,2}}@?$")
"""A verb before an account; it may also stand before much else."""


def _is_code(line: str, candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether a candidate is a code in hexadecimal figures, the id of a thing or a name at a code host, and no name of a platform
    leads up to it: trace id 3f9a1c, credential id 3189226187.
    """
    start, end, _ = candidate
    word, before = line[start:end], line[max(0, start - LEAD_CHARS) : start]
    nearest = min((start - term.end for term in terms if term.end <= start), default=LEAD_CHARS)
    if _THING_ID.fullmatch(word) and (_THING_LABEL.search(before) or leads_to_code(before)):
        return nearest >= _CLOSE_CHARS
    if nearest >= LEAD_CHARS and CODE_HOST.search(before) and not _SAME_WORDS.search(before):
        return True
    if stands_in_row(line, start, end) or ("/" in word and line.startswith("/", start - 1)):  # ref WC/23/0791
        return True
    is_named = any(term.grade != SHORT and 0 <= start - term.end < _NAMED_CHARS for term in terms)
    return _CODE.fullmatch(word) is not None and not is_named


def terms_near(terms: Sequence[Term], starts: Sequence[int], candidate: Candidate) -> Sequence[Term]:
    """The names near a candidate, and a few more on either side; names that are further away cannot belong to it."""
    first = bisect_left(starts, candidate.start - _TERM_CHARS) - _MORE_TERMS
    return terms[max(0, first) : bisect_left(starts, candidate.end + _TERM_CHARS) + _MORE_TERMS]


def has_lead(line: str, candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether anything beside a candidate names a platform or speaks of reaching somebody."""
    start, end, shape = candidate
    if shape == "title":  # it is looked for beside a platform alone
        return True
    for term in terms:
        if start - LEAD_CHARS <= term.end <= start or end <= term.start <= end + 12:
            return True
    before, behind = line[max(0, start - 30) : start], line[end : end + 12]
    if line[start] == "@" or PLACEHOLDER in before or PLACEHOLDER in behind or VERB_BEFORE.search(before):
        return True
    return is_cued(before) or is_cued(behind)


# --- Which candidates are accounts ------------------------------------------------------------------------------------

_BID_VETO = -300
"""The same where the reader is asked to add the writer there: add my WeChat linyue."""
_BID_BEFORE = re.compile(r"(?:(?<![a-z])add (?:me (?:on|at|via) |my )|[加搜]我的?)\Z")

_CALLS_ACCOUNT = lazy_re(r"\s?(?:号码?|[账帐]号|id)\s?(?:[:：=]|[是为])\s{0,2}")
"""A label that says account and nothing else: behind it, even a word of programs with figures is one, as in 微信号：java1024."""
_MARKUP = r"[*`'\"]{0,2}"
_SLASH_WORD = r"\s(?:forward[ -]?)?slash(?=\s)"
_SLASH = (
    rf"(?:\s?(?:dot|\.)?\s?(?:com|tv|me|net|gg))?{_SLASH_WORD}(?:\s(?:in|u|user|add|pub|c){_SLASH_WORD})?"
)
_LINK = re.compile(
    rf"(?:\W?{LABEL}?|_{LABEL}|[里上中]?(?:直接|请)?{SEARCH}){_MARKUP}\s?"
    rf"(?:[:：=]|->|→|就?是|为|叫|is(?![a-z])|as(?![a-z])|{_SLASH})?[:：]?"
    rf"{_MARKUP}\s{{0,4}}{_MARKUP}[{OPENING}]?@?(?:/?in/)?"
    rf"(?:(?<=[:：\s]){PLACEHOLDER}[^\w\n]*{PLACEHOLDER}\s?[/／&、;；|]\s?)?"
)
"""The text between a name and its account: a label or a sign, or a number that belongs to another name beside it."""
_SAYS = re.compile(
    rf"[:：=@|\t]|\s\s|\sslash\s|加|add |my |as |live:|->|→|{LABEL}$|是|为|叫|is |[搜查找]|[号称名][“「『]"
)
_CLAUSE_ENDS = re.compile(r"\s\s|\t|\s*(?:$|[^a-z0-9\s@/\-+&.]|[.](?![a-z0-9])|(?<=\s)[/\-]\s)")
_TAG, _TAG_OF_FIGURES = re.compile("#[a-z0-9]{2,6}(?![a-z0-9])"), re.compile("#[0-9]{4,6}(?![a-z0-9])")
"""What parts two players of one name: 花猫#4482, LindaCrafts#EUW."""
_THING = re.compile(
    "需求|问题|[工订]单|任务|缺陷|用例|版本|项目|编号|提交|合并|房间?|店|[一-龥]号"
    "|issue|bug|pull|pr$|ticket|task|case|item|order|room|build"
)
"""A word for what has a number: 需求#4821."""
_MIN_WORD_LENGTH = 5
_ENDS = lazy_re(r"\s*(?:$|[^\w\s@/\-+&.]|[哦哈吧啦呀即备聊咨私])|[.](?!\w)")
"""What may stand behind an account with a verb before it: the end of the clause, or what people say of accounts."""
_JOINT = lazy_re(r"(?:号码?|账号|id)?(?:_|[^\S\n]{0,12}[^\w\s、，,;；)）\]】]?\s?|\n{1,4})")
_IN_BRACKETS = re.compile(r"\s?[（(\[【]\s?")
_BRACKET_CHARS = 4
BRACKET = re.compile(r"\s?(?:公众|视频|同)?号?\s?[）)\]】]")
_FOUND_BEFORE = re.compile(
    rf"{PLACEHOLDER}(?:[^\w\n]{{0,3}}\n|[^\w\n]{{0,3}}(?:或者?|也|和|及|or|and|另|然后|备用|平时|晚上)?"
    r"|.{0,30}(?:[加找搜叫]|[账帐]号|号是|名字是|昵称|同名|id|add|as|dm|handle))[^\w\n]{0,2}$"
)
_FOUND_BEHIND = lazy_re(rf"[^\S\n]?(?:[/／|｜、，,;；·•]\s?|\n|\s){PLACEHOLDER}")
"""Between an account and a detail that was found stands only a joint or, before the account, a verb."""
_MIN_DIGITS, _SURE_DIGITS, _MAX_DIGITS = 5, 7, 12
_INITIALS = re.compile("[a-z]{1,2}[0-9]{4,}|[a-z]{3,}[0-9]{6,}")
_JOINED_NAMES = re.compile("[a-z]{3,}[-.][a-z]{3,}[0-9]{1,4}")
_CLAUSE = re.compile(r"[^\s，,。；;、]*")


def threshold_for(line: str, candidate: Candidate, terms: Sequence[Term]) -> int:
    """The score that a candidate has to exceed. It is lower if the candidate has the shape of an account and only a label or a colon
    stands between it and the name of a platform.
    """
    if _is_named_behind(line, candidate, terms):
        return VETO if line[candidate.start : candidate.end].isalpha() else CERTAIN
    term = _term_before(terms, candidate.start)
    if term is None:
        needed = NAME_THRESHOLD if candidate.shape in NAME_SHAPES else THRESHOLD
    else:
        needed = _threshold_behind_name(line, candidate, term)
    if candidate.shape == "han" and _TAG_OF_FIGURES.match(line, candidate.end):
        return NAME_THRESHOLD if _THING.search(line, candidate.start, candidate.end) else CERTAIN
    if needed > VETO and (
        _is_labelled(_LABELLED_AS_OWN, line, candidate) or _is_of_form(line, candidate, terms)
    ):
        return VETO
    return VETO if needed > VETO and _is_handle_in_context(line, candidate, term) else needed


def _is_of_form(line: str, candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether a word near the name of a platform has a form that accounts have there: user: lin_yue, $linyue, linyue#21847."""
    start, end, shape = candidate
    if shape != "word" or not terms:
        return False
    word, _, tag = line[start:end].partition("#")
    if line.startswith("$", start - 1):
        return word[0].isalpha() and any(term.platform.name == "payments" for term in terms)
    if tag:
        return _THING.search(word) is None
    return _is_handle(word) and _is_labelled(_LABELLED_AS_USER, line, candidate)


def _threshold_behind_name(line: str, candidate: Candidate, term: Term) -> int:
    """The score that a candidate has to exceed by the name before it and by what stands between the two."""
    start, end, shape = candidate
    if shape in NAME_SHAPES:
        return threshold_of_name(line, candidate, term)
    if start - term.end > MAX_OVER or shape == "spelled" or not _LINK.fullmatch(line, term.end, start):
        return THRESHOLD
    said = line[max(0, term.start - 3) : start + 1] + line[start : start + 5]
    word, _, company = line[start:end].lstrip("@").removeprefix("live:").partition("@")
    is_said = bool(company or _SAYS.search(said) or term.platform.is_label)
    is_said = is_said or LABEL_BEHIND.search(line, term.start, term.end) is not None
    digits = sum(map(str.isdigit, word))
    if digits and digits == sum(map(str.isalnum, word)):
        is_other = "." in word or is_date(word) or has_unit(line, end)
        is_other = is_other or not re.fullmatch(term.platform.id, "".join(filter(str.isdigit, word)))
        if is_other or not _MIN_DIGITS <= digits <= _MAX_DIGITS:
            return THRESHOLD
        is_long = digits >= _SURE_DIGITS and term.grade != SHORT
        return CERTAIN if is_said else VETO if is_long else THRESHOLD
    if not is_said:
        return THRESHOLD
    if line.startswith("live:", start):
        return CERTAIN
    if not re.fullmatch(term.platform.id, word):
        return THRESHOLD
    if is_known(word) and not company:
        is_called = digits > 1 and not term.platform.han and _CALLS_ACCOUNT.fullmatch(line, term.end, start)
        return CERTAIN if is_called else THRESHOLD
    if digits and word.replace("_", "").isalnum() and (term.grade != SHORT or _INITIALS.fullmatch(word)):
        return CERTAIN
    if word.isalpha() and not (len(word) >= _MIN_WORD_LENGTH and _CLAUSE_ENDS.match(line, end)):
        return THRESHOLD
    return _BID_VETO if _BID_BEFORE.search(line, max(0, term.start - _CLOSE_CHARS), term.start) else VETO


def _is_handle_in_context(line: str, candidate: Candidate, term: Term | None) -> bool:
    """Whether a candidate is a made word beside a name or a detail that was found, or behind a verb."""
    start, end, shape = candidate
    if shape != "word" or not _is_handle(line[start:end]):
        return False
    if term is not None and term.grade != SHORT and _JOINT.fullmatch(line, term.end, start):
        return True
    begin = max(0, start - LEAD_CHARS)
    if PLACEHOLDER in line and (_FOUND_BEFORE.search(line, begin, start) or _FOUND_BEHIND.match(line, end)):
        return True
    return VERB_BEFORE.search(line, begin, start) is not None and _ENDS.match(line, end) is not None


def _is_named_behind(line: str, candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether the name of a platform stands in brackets behind a candidate that may be an account with it."""
    start, end, shape = candidate
    word = line[start:end]
    return shape == "word" and any(
        _IN_BRACKETS.fullmatch(line, end, term.start) and BRACKET.match(line, term.end) and _may_be_id(word)
        for term in terms
        if 0 < term.start - end < _BRACKET_CHARS and (term.grade != SHORT or _is_handle(word))
    )


def _may_be_id(word: str) -> bool:
    """Whether a word is as many figures as accounts have, or an unknown word that is made or as long as accounts are."""
    if word.isdigit():
        return _MIN_DIGITS <= len(word) <= _MAX_DIGITS and not is_date(word)
    return not is_known(word) and (_is_handle(word) or (word.isalpha() and len(word) >= _MIN_WORD_LENGTH))


def _term_before(terms: Sequence[Term], start: int) -> Term | None:
    """The name that stands last before an account; of "ms teams", the whole name and not its second word."""
    return max((term for term in terms if term.end <= start), key=attrgetter("end"), default=None)


def _is_handle(word: str) -> bool:
    """Whether a word is a made one, as people's names online are: joined or with figures, and not of known words."""
    is_mixed = sum(map(str.isdigit, word)) > 1 and any(map(str.isalpha, word))
    return ("_" in word or is_mixed or _JOINED_NAMES.fullmatch(word) is not None) and not is_known(word)


TermsByStretch: TypeAlias = Sequence[tuple[Span, list[Term]]]
"""Stretches of a folded text, each with the names of platforms in it."""


def terms_in(stream: str, stretches: Iterable[Span], extra: tuple[str, ...] = ()) -> TermsByStretch:
    """Find the names of platforms in each stretch of a folded text, without names that are figures and count something."""
    names = terms_of(extra)
    return [
        (stretch, [term for term in names.find(stream, *stretch) if not _is_count(stream, term)])
        for stretch in stretches
    ]


def kinds_of_label(label: str, value: str, extra: tuple[str, ...] = ()) -> tuple[Kind, ...]:
    """The kinds of account that a value can be if its label is the name of a platform and nothing else: wx_id=zhang_88."""
    return tuple(
        term.platform.kind
        for name in {label, LABEL_BEHIND.sub("", label)}
        for term in terms_of(extra).find(name)
        if term.end - term.start == len(name) and term.grade != SHORT and _fits_platform(term, value)
    )


_PER_CENT = re.compile(r"\s?per ?cent(?![a-z])")
_LABEL_ONLY = re.compile(rf"[_-]?{LABEL}?")


def _fits_platform(term: Term, word: str) -> bool:
    """Whether a word by itself can be an account with a platform."""
    if is_known(word) or is_date(word) or not re.fullmatch(term.platform.id, word):
        return False
    if word.isdigit():
        return _MIN_DIGITS <= len(word) <= _MAX_DIGITS
    return word.isalpha() or _is_handle(word) or "." in word or "-" in word


def _is_count(stream: str, term: Term) -> bool:
    """Whether a name that is a figure, such as 126, counts something: a unit or per cent stands behind."""
    figure = stream[term.start : term.end].isdigit()
    return figure and (has_unit(stream, term.end) or _PER_CENT.match(stream, term.end) is not None)


def accounts_in(layers: Layers, terms_by_stretch: TermsByStretch, effort: Effort) -> list[Finding]:
    """All accounts in stretches of a folded text; `effort` counts the steps."""
    blanked, context, nameless, _ = layers
    found = [
        one for _, terms in terms_by_stretch if "\n" in blanked for one in _accounts_in_tables(blanked, terms)
    ]
    found += [one for _, terms in terms_by_stretch for one in full_names_in(nameless, terms)]
    found += [
        one for stretch, _ in terms_by_stretch if "#" in nameless for one in _players_in(nameless, *stretch)
    ]
    done = Covered(len(blanked), [one[:2] for one in found])
    for stretch, terms in terms_by_stretch:
        # What is a candidate in several ways is judged once.
        candidates = dict(candidates_with_lead(layers, terms, *stretch, effort))
        every = [
            (threshold_for(line, one, near), one.start - one.end, one, near, line)
            for one, near in candidates.items()
            for line in (nameless if one.shape in NAME_SHAPES else blanked,)
        ]
        # The candidates with the lowest score to exceed come first, the longest of them first. One that overlaps an account is not scored.
        for needed, _, candidate, near, line in sorted(every, key=itemgetter(0, 1, 2)):
            start, end, _ = candidate
            if not done.overlaps(start, end) and _is_account(line, candidate, near, needed, context):
                end = tag.end() if (tag := _TAG.match(nameless, end)) else end
                done.add(start, end)
                found.append(Finding(start, end, _kinds_of(blanked, candidate, near), "an account"))
    return found


_PLAYER = lazy_re(
    rf"(?:(?<![a-z])id|昵称|名字?|[账帐]号)\s?(?:[:：是为叫]|is(?![a-z]))\s?(?P<name>[\w{HAN}·\-]{{2,16}}#[0-9]{{4,6}})(?![a-z0-9])"
)
"""A player with the figure that parts those of one name, behind a label: the name of the game may stand anywhere, or nowhere."""


def _players_in(line: str, begin: int, end: int) -> Iterator[Finding]:
    for one in _PLAYER.finditer(line, begin, end):
        if not _THING.search(one["name"]):
            yield Finding(*one.span("name"), (Kind.MESSENGER,), "an account")


# --- Tables -----------------------------------------------------------------------------------------------------------

# The signs between the columns of a table. Blanks between two marks of a finding are not among them: they fill its place.
_COLUMNS = rf"(?<![{PLACEHOLDER} ]) {{2,}}+|(?<={PLACEHOLDER}) {{2,}}+(?!{PLACEHOLDER})"
_SIGNS = (r"\t", r"[|│┃｜]", r"(?:</?t[dhr][^>\n]{0,40}>)+", r"\s&\s", "[,，]", _COLUMNS)
_SEPARATORS = [*map(re.compile, _SIGNS)]
_MAX_ROWS, _MAX_TABLE_LENGTH = 20, 2000
_CELL = re.compile(r"\s*@?(\S*)\s*")


def _accounts_in_tables(blanked: str, terms: Sequence[Term]) -> Iterator[Finding]:
    """The accounts in a column that the name of a platform heads, in a table or in a list whose lines have as many parts."""
    for term in terms:
        # The search is bounded: from the beginning of the text, it would take longer with every name in a line.
        begin = blanked.rfind("\n", max(0, term.end - _MAX_TABLE_LENGTH), term.start) + 1
        heads, *lines = blanked[begin : begin + _MAX_TABLE_LENGTH].split("\n")[: _MAX_ROWS + 1]
        separator = next((one for one in _SEPARATORS if lines and one.search(heads)), None)
        if separator is None or term.end - begin > len(heads):
            continue
        at, cells = len(separator.findall(heads, 0, term.start - begin)), separator.split(heads)
        if not _LABEL_ONLY.fullmatch(cells[at].strip(), term.end - term.start):
            continue
        for line in lines:
            begin += len(heads) + 1
            heads, row = line, separator.split(line)
            cell = _CELL.fullmatch(row[at]) if len(row) == len(cells) else None
            if cell and (_fits_platform(term, cell[1]) if term.grade != SHORT else _is_handle(cell[1])):
                start = begin + [0, *(joint.end() for joint in separator.finditer(line))][at] + cell.start(1)
                yield Finding(start, start + len(cell[1]), (term.platform.kind,), "an account in a table")


def _is_account(stream: str, candidate: Candidate, terms: Sequence[Term], needed: int, context: str) -> bool:
    """Whether a candidate exceeds the score that is asked. A made word behind an unambiguous name and a label is also scored by its own
    clause alone: the figures beside it say nothing there.
    """
    if needed == CERTAIN or scores_above(needed, stream, candidate, terms, context):
        return True
    term = _term_before(terms, candidate.start) if needed < THRESHOLD else None
    if term is None or term.grade == SHORT or not _is_handle(stream[candidate.start : candidate.end]):
        return False
    begin, rest = term.start, _CLAUSE.match(stream, candidate.end)
    clause, around = (one[begin : rest.end() if rest else candidate.end] for one in (stream, context))
    own = Candidate(candidate.start - begin, candidate.end - begin, candidate.shape)
    named = [term._replace(start=0, end=term.end - begin)]
    return scores_above(needed, clause, own, named, around)


_FILE = re.compile(r"\.(?:pdf|docx?|txt|jpe?g|png|zip|rar|xlsx?|pptx?)$")
_MIN_LENGTH = 5
ID_CHAR = re.compile("[a-z0-9_]")


def repeats_in(stream: str, accounts: Sequence[Finding]) -> Iterator[Finding]:
    """Find accounts that are written once more, with nothing that leads up to them."""
    starts = {one.start for one in accounts}
    for word in {stream[one.start : one.end] for one in accounts if one.end - one.start >= _MIN_LENGTH}:
        for at in places_of(word, stream):
            goes_on = ID_CHAR.match(stream, at + len(word)) or (at and ID_CHAR.match(stream, at - 1))
            if at not in starts and not goes_on:
                yield Finding(at, at + len(word), (Kind.MESSENGER,), "an account, once more")


_MAX_LINK = 16
"""How far behind the name of a platform what belongs to it may begin."""


def term_leading_to(stream: str, start: int, names: dict[int, Term]) -> Term | None:
    """The name before a place, if only a label stands between the two."""
    for end in range(start, max(-1, start - _MAX_LINK), -1):
        if end in names:
            return names[end] if _LINK.fullmatch(stream, end, start) else None
    return None


def tag_accounts(stream: str, names: dict[int, Term], found: Sequence[Finding]) -> Iterator[Finding]:
    """The numbers and addresses that were found; those to which the name of a messenger leads up are tagged as accounts, too."""
    for one in found:
        name = term_leading_to(stream, one.start, names)
        if name is None or name.platform.kind is not Kind.MESSENGER:
            yield one
        else:
            yield one._replace(tags=(*dict.fromkeys((*one.tags, Kind.MESSENGER)),))


def _kinds_of(stream: str, candidate: Candidate, terms: Sequence[Term]) -> tuple[Kind, ...]:
    """The kinds of detail that an account is; one that is a mobile number is a telephone number as well."""
    kinds = [term.platform.kind for term in nearest_terms(terms, candidate) if term] or [Kind.MESSENGER]
    if is_mobile(stream[candidate.start : candidate.end]):
        kinds.append(Kind.PHONE)
    return tuple(dict.fromkeys(kinds))


def without_extension(stream: str, one: Finding) -> Finding:
    """Take the extension off a finding that is the name of a file."""
    extension = _FILE.search(stream, max(one.start, one.end - 5), one.end)
    return one._replace(end=extension.start()) if extension else one
