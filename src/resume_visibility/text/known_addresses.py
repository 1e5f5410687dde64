"""Finds known e-mail addresses, homepages and accounts, wherever they stand and however they are written."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain, pairwise, product
from typing import NamedTuple

from .accounts import BRACKET, CODE_HOST, ID_CHAR, LEAD_CHARS, term_leading_to
from .addresses import DOT, PAGE_PREFIXES, host_and_rest
from .fold import Effort, Reading, Steps, TooMuch, decodings, fold, may_be_code
from .judgement import is_known
from .kinds import Kind, Tag
from .known_numbers import numerals_to_digits
from .patterns import Span, lazy_re, letters_of, places_of, plain_in, plain_places, silent
from .platforms import Term, split_letters, terms_of

_SIGN_ROW, _LETTER = re.compile(r"[^a-z0-9]+"), re.compile(r"[^\W\d_]")


@silent
class Mail(NamedTuple):
    """An e-mail address, of which only the letters and digits are looked for.

    Args:
        part: its longest part in Latin letters, which stands in each text that holds the address.
        names: the parts before the at.
        labels: the parts behind the at.
        tags: the tags that its findings get.
        is_latin: whether all parts are in Latin letters.
    """

    part: str
    names: list[str]
    labels: list[str]
    tags: tuple[Tag, ...]
    is_latin: bool

    def forms_in(self, plain: str) -> list[str]:
        """The forms of the address that stand among the letters and digits of a text, with any word for the at and the dots."""
        names, labels = (
            [form for form in dict.fromkeys(dot.join(pieces) for dot in ("", "dot", "d")) if form in plain]
            for pieces in (self.names, self.labels)
        )
        forms = dict.fromkeys("".join(parts) for parts in product(names, ("", "at", "a"), labels))
        return [form for form in forms if form in plain]


def addresses_of(
    stream: str, mails: Iterable[Mail], effort: Effort
) -> Iterator[tuple[Span, tuple[Tag, ...]]]:
    """The places of addresses in a folded text in any disguise, such as signs between letters or words for the at and the dots."""
    plain = letters_of(stream)
    for mail in [mail for mail in mails if mail.part in plain]:
        row, places = plain, plain_places(stream)
        if not mail.is_latin:
            places = [at for at, char in enumerate(stream) if char.isalnum()]
            row = "".join([stream[at] for at in places])
        for form in mail.forms_in(row):
            for at in places_of(form, row):
                effort.take()
                start, end = places[at], places[at + len(form) - 1] + 1
                if len(form) >= _MIN_SURE_LENGTH or _stands_alone(stream, start, end, mail):
                    yield (start, end), mail.tags


_MIN_SURE_LENGTH = 10
"""This many letters are the address even among other letters; fewer may be a word or a part of one: information, SaaS."""
_USUAL_ENDS = frozenset(["com", "cn", "net", "org"])


def _stands_alone(stream: str, start: int, end: int, mail: Mail) -> bool:
    """Whether a short address stands by itself and is no word."""
    begins, goes_on = _WORD_CHAR.match(stream[start - 1 : start]), _WORD_CHAR.match(stream, end)
    is_word = stream[start:end].isalnum() and mail.labels[-1] not in _USUAL_ENDS
    return mail.labels == [""] or not (begins or goes_on or is_word)


_WORD_CHAR, _NAME_BEHIND = re.compile("[a-z0-9]"), re.compile("_?[a-z0-9]")
_NAME_BEFORE = re.compile(r"[a-z0-9]_?\Z")


def mails_of(email: str, tags: tuple[Tag, ...]) -> Iterator[Mail]:
    """An e-mail address in each spelling of its host."""
    local, _, whole = email.partition("@")
    names = [_SIGN_ROW.sub("", name) for name in fold(local).split(".")]
    if not any(names):
        return
    for domain in _hosts(whole):
        labels = ["".join(filter(str.isalnum, label)) for label in domain.split(".")]
        parts = filter(str.isascii, (*names, *labels))
        yield Mail(max(parts, key=len), names, labels, tags, domain.isascii())


_ADDRESS_BEFORE = re.compile(r"(?:[a-z0-9][._\-]?|[\w.+\-]@)\Z")
_ADDRESS_BEHIND = re.compile(r"[_\-@.]?[a-z0-9]")
"""A sign belongs to an address only between Latin letters or digits."""
_ITEM_NUMBER = re.compile(r"(?<![a-z0-9@./_\-])[0-9]{1,2}\.\Z")
"""The number of an item in a list, which is no part of the host: 1.lena.dev."""
_MAX_ITEM_LENGTH = len("12.")
_PORT = re.compile(r"(?:\.(?=[/:?#\s]))?(?::(?:443|80)(?![0-9]))?")
_QUERY = lazy_re(r"/?[?#][a-z0-9_.~%&=+\-/]*")
_LOGIN, _MAX_LOGIN_LENGTH = re.compile(r"://[^\s/?#@]{0,40}@$"), 48
"""The user name in a web address."""
_PREFIXES = ("www.", "m.")
"""Optional beginnings of the host of a homepage."""
_PREFIX = re.compile(r"^(?:www|m)\.(?!(?:com|net|org|gov|edu|ac|co)\.[a-z]{2}$)(?=[^.]+\.)")


# What may be written for each sign of a known address or name, perhaps between blanks or behind a backslash: lena\_88.
_SPELLINGS = {
    sign: lazy_re(rf"(?: {{2,3}}|\s)?\\?(?:{stands})(?: {{2,3}}|\s)?")
    for sign, stands in {
        ".": rf"[.。·•・‧∙⋅●…]|(?<=[a-z0-9])(?:[,，]|d[o0]t)(?=[a-z0-9])|句号|{DOT}",
        "/": r"[\[(（]?/{1,3}[\])）]?|斜杠|(?<![a-z])slash(?![a-z])",
        "-": "-|横杠|减号|(?<![a-z])(?:dash|hyphen)(?![a-z])",
        "_": r"[\[(（]?(?:_|[下底][划横]?线|(?<![a-z])underscore(?![a-z]))[\])）]?",
        "@": r"[\W_]?(?:(?<![a-z])at(?![a-z])|艾特|爱特|[@#])[\W_]?",
    }.items()
}
_PIECES = re.compile(f"([{re.escape(''.join(_SPELLINGS))}])")


@silent
class Site(NamedTuple):
    """A web or e-mail address in its pieces.

    Args:
        label: the longest piece of host and path, which stands in each text that names the address, whatever stands for its dots.
        host: the first piece of the host, then each sign and the piece behind it.
        path: likewise.
        tags: the tags that its findings get.
    """

    label: str
    host: list[str]
    path: list[str]
    tags: tuple[Tag, ...]


def _site(host: str, path: str, tags: tuple[Tag, ...]) -> Site:
    """Split an address into its pieces; a host of signs alone is one piece."""
    pieces, behind = _PIECES.split(host) if any(map(str.isalnum, host)) else [host], _PIECES.split(path)
    return Site(max((*pieces, *behind), key=len), pieces, behind, tags)


def spans_of_site(stream: str, site: Site, effort: Effort) -> Iterator[Span]:
    """The places where a folded text names a homepage: in any width, case and encoding, with or without its scheme, www or m, usual
    port and query, and whatever stands for its dots.
    """
    for at in places_of(site.host[0], stream):
        effort.take()
        start = at - max(len(lead) * stream.endswith(lead, 0, at) for lead in _PREFIXES)
        end = _end_of_pieces(stream, at, site.host, effort)
        if end:
            port = _PORT.match(stream, end)
            end = _end_of_pieces(stream, port.end() if port else end, site.path, effort)
        if end and _is_whole(stream, start, end, site):
            query = _QUERY.match(stream, end)
            yield start, query.end() if query else end


def _is_whole(stream: str, start: int, end: int, site: Site) -> bool:
    """Whether an address is neither part of another one nor a word: me@site.com, site.com/u139, scale."""
    is_word = len(site.host) == 1 and site.path == [""]
    if _ADDRESS_BEHIND.match(stream, end) or (is_word and not stream.endswith("://", 0, start)):
        return False
    # An address of digits alone may be the rest of a version or of the number of a chapter.
    is_number = not _LETTER.search("".join((*site.host, *site.path)))
    begin = max(0, start - _MAX_ITEM_LENGTH)
    return (
        _ADDRESS_BEFORE.search(stream, begin, start) is None
        or (_ITEM_NUMBER.search(stream, begin, start) is not None and not is_number)
        or _LOGIN.search(stream, max(0, start - _MAX_LOGIN_LENGTH), start) is not None
    )


def _end_of_pieces(stream: str, start: int, pieces: list[str], effort: Effort) -> int:
    """Return where the pieces of an address end if the first starts at a place and each other follows its sign; otherwise 0."""
    end = start + len(pieces[0]) if stream.startswith(pieces[0], start) else 0
    for sign, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        joint = _SPELLINGS[sign].match(stream, end) if end else None
        if joint is None or not stream.startswith(piece, joint.end()):
            return 0
        end = joint.end() + len(piece)
        effort.take()
    return end


# --- Accounts --------------------------------------------------------------------------------------------------------


def is_of_words(word: str) -> bool:
    """Whether the letters of a word are only known words and names of platforms, as in java1024 or wechat-id."""
    names, parts = terms_of().words, _LETTERS.findall(word)
    return bool(parts) and all(part in names or is_known(part) for part in parts)


_LETTERS = re.compile("[a-z]{2,}")


def may_be_account(word: str) -> bool:
    """Whether a word may be the name of an account: it is no name of a platform, and has a figure or is not made of known words."""
    if not _MAY_BE_ACCOUNT.fullmatch(word) or any(
        len(word) == term.end - term.start for term in terms_of().find(word)
    ):
        return False
    return any(map(str.isdigit, word)) or not is_of_words(word)


_MAY_BE_ACCOUNT = lazy_re(r"(?=.*[^\W_])[\w.\-]{3,64}|[^\W\da-z_]{2}")


def is_distinct(word: str) -> bool:
    """Whether the name of an account means nothing else wherever it stands. It has Latin letters, and a figure, an underscore or another
    sign. It is neither made of known words nor the name of a thing: cet-6, vue.js.
    """
    if len(word) < _MIN_DISTINCT_LENGTH or _NOT_DISTINCT.fullmatch(word):
        return False
    is_joined = all(part.isalpha() for part in re.split(r"[.\-]", word))
    return not (any(map(is_known, _LETTERS.findall(word))) if is_joined else is_of_words(word))


_NOT_DISTINCT = re.compile(
    r"[a-z]+|[^a-z]+[a-z]?|[a-z]+[.\-][0-9.\-]+|.*\.(?:com?|cn|net|org|io|dev|me|edu|gov|app|ai|js|py|ts|go|md|sh|pdf|docx?|txt|zip|png)"
)


def terms_by_place(stream: str, extra: tuple[str, ...] = ()) -> tuple[dict[int, Term], dict[int, Term]]:
    """The names of messengers and networks in a folded text, once by their ends and once by their starts."""
    terms = [term for term in terms_of(extra).find(stream) if term.platform.kind is Kind.MESSENGER]
    return {term.end: term for term in terms}, {term.start: term for term in terms}


def is_labelled(stream: str, start: int, end: int, names: tuple[dict[int, Term], dict[int, Term]]) -> bool:
    """Whether the name of a platform, a label, the host of a page or an at says that a stretch of a folded text is an account; `names`
    are from `terms_by_place`.
    """
    ends, starts = names
    word, before = stream[start:end], stream[max(0, start - LEAD_CHARS) : start]
    if ID_CHAR.match(stream, end) or (start not in ends and ID_CHAR.match(before[-1:])):
        return False
    bare = before.rstrip(_QUOTES)
    start -= len(before) - len(bare)
    if bare[-1:] == "@":  # an account, unless it is a package of programs: @vue3/core
        return not ID_CHAR.match(bare[-2:-1]) and stream[end : end + 1] != "/"
    if bare.endswith(PAGE_PREFIXES) or _LABEL_BEFORE.search(before):
        return True
    is_word = word.isascii() and word.isalpha()
    follows = _PLATFORM_BEHIND.match(stream, end)
    if follows and (name := starts.get(follows.end())):
        if follows["bracket"]:
            return BRACKET.match(stream, name.end) is not None
        return follows["mine"] is not None or not is_word
    sought = _SEARCH_WORDS.search(bare)
    term = term_leading_to(stream, start - len(sought[0]) if sought else start, ends)
    if term is None:
        is_said = not is_word or _COLON_BEFORE.search(bare) is not None
        return is_said and (CODE_HOST.search(bare) is not None or _OTHER_CODE_HOST.search(bare) is not None)
    # A subject or a job may also stand right behind the name of a platform: 微信安全, Facebook Singapore, 微博 数据分析师.
    is_subject = is_word and stream[term.end - 1].isascii()
    if not word.isascii():
        behind = stream[end : end + 1]
        is_subject = len(word) < _MIN_HAN_LENGTH or (behind > "\xff" and behind.isalpha())
    return not is_subject or bool(stream[term.end : end - len(word)].strip())


_QUOTES = "“\"'「『《*`"
_OTHER_CODE_HOST = lazy_re(r"(?:csdn|掘金|cnblogs|思否|segmentfault)(?:博客|id|账号|主页)?[^\w\n]{0,3}$")
_COLON_BEFORE = re.compile(r"[:：]\s?\Z")
_LABEL_BEFORE = lazy_re(
    r"(?:(?<!微信)[账帐]号|账户名?|昵称|网名|用户名|同号[）)]?|(?<![a-z])(?:id|user ?(?:name|id)|handle|nick ?name))"
    rf"(?:\s?(?:[:：=]|是|为|is(?![a-z]))\s?|\s|(?=[{_QUOTES}]))[{_QUOTES}]*\Z"
)
_SEARCH_WORDS = lazy_re(
    r"[^\w\n]{0,3}(?:(?:搜索?|查找|查询|添加|关注|加|找)一?下?)[:：\s]{0,3}\Z|[^\w\n,，。;；、()（）]{2,4}\Z"
)
"""Words between the name of a platform and an account that the reader is to look for there."""
_PLATFORM_BEHIND = lazy_re(
    r"[”\"'」』》*`]{0,3}\s?(?:(?P<bracket>[（(\[【])\s?|(?:就?是|is|on|via)\s?(?P<mine>我的?|my)?\s?)"
)
_MIN_HAN_LENGTH, _MIN_DISTINCT_LENGTH = 3, 5


@silent
class Handle(NamedTuple):
    """The name of an account.

    Args:
        pieces: the first piece, then each sign and the piece behind it.
        part: its longest row of letters, which stands in each text that holds the name.
        tags: the tags that its findings get.
        is_distinct: whether it means nothing else; a name that may mean something else is only looked for as it is written.
    """

    pieces: list[str]
    part: str
    tags: tuple[Tag, ...]
    is_distinct: bool


def handles_of(name: str, tags: tuple[Tag, ...]) -> Iterator[Handle]:
    """The name of an account, and backwards as well if it means nothing else."""
    bare = numerals_to_digits(name.strip("@._-"))
    if is_distinct(bare):
        for one in (bare, bare[::-1]):
            yield Handle(_PIECES.split(one), max(_LATIN.findall(one), key=len), tags, is_distinct=True)
    elif any(map(str.isalnum, name)):
        yield Handle([name], name, tags, is_distinct=False)


_LATIN = re.compile("[a-z]+")


def accounts_of(
    stream: str, handles: Iterable[Handle], extra: tuple[str, ...], effort: Effort
) -> Iterator[tuple[Span, tuple[Tag, ...]]]:
    """The places of names of accounts. A name that means nothing else is found in any numerals, whatever stands for its signs, and letter
    by letter; another name is found as it is written, if `is_labelled`.
    """
    bare, letters = numerals_to_digits(stream), letters_of(stream)
    names = rows = None
    for handle in handles:
        name = "".join(handle.pieces)
        if not handle.is_distinct:
            for at in places_of(name, stream):
                effort.take(Steps.LABEL)
                names = names or terms_by_place(stream, extra)
                if is_labelled(stream, at, at + len(name), names):
                    yield (at, at + len(name)), handle.tags
        elif handle.part in letters:
            rows = _rows_in(bare) if rows is None else rows
            for place in chain(_name_in(stream, bare, handle, effort), _in_rows(rows, handle, bare, effort)):
                yield place, handle.tags


def _name_in(stream: str, bare: str, handle: Handle, effort: Effort) -> Iterator[Span]:
    """The places where the name of an account is no part of a longer word; a Chinese numeral beside it begins another word (一直)."""
    for at in places_of(handle.pieces[0], bare):
        effort.take()
        end = _end_of_pieces(bare, at, handle.pieces, effort)
        if end and not (_NAME_BEFORE.search(stream, max(0, at - 2), at) or _NAME_BEHIND.match(stream, end)):
            yield at, end


def _rows_in(bare: str) -> list[tuple[str, list[int]]]:
    """The rows of letters that are written one by one in a folded text, with the place of each letter."""
    split = split_letters(bare, 0, len(bare), plain_in(bare).kinds)
    return [(letters_of(one[0]), [one.start() + at for at in plain_places(one[0])]) for one in split]


def _in_rows(
    rows: Iterable[tuple[str, list[int]]], handle: Handle, bare: str, effort: Effort
) -> Iterator[Span]:
    """The places where the name of an account is written letter by letter, with its signs; letters in ABC order are a list: A, B, C."""
    name, signs = "".join(handle.pieces[::2]), handle.pieces[1::2]
    if sum(ord(two) - ord(one) == 1 for one, two in pairwise(name)) * 2 > len(name):
        return
    for row, places in rows:
        for at in places_of(name, row):
            effort.take()
            start, end = places[at], places[at + len(name) - 1] + 1
            if all(map(bare[start:end].__contains__, signs)):
                yield start, end


def sites_of(homepage: str, tags: tuple[Tag, ...]) -> Iterator[Site]:
    """A homepage in every spelling of its host, with every path that leads to it, and backwards."""
    host, rest = host_and_rest(homepage)
    host, paths = _PREFIX.sub("", host), [*dict.fromkeys(_paths(rest))]
    for one in filter(None, _hosts(host)):
        yield from (_site(one, path, tags) for path in paths)
        # A word or a version read backwards may be another one.
        if "." in one and _LETTER.search(one + paths[-1]):
            yield _site((one + paths[-1])[::-1], "", tags)


def _paths(written: str) -> Iterator[str]:
    """The folded paths behind a host: with and without what only says how somebody came there, each as it is written and decoded."""
    path = _INDEX_PAGE.sub("", _EMPTY_QUERY.sub("", _TRACKING.sub("", written)))
    for one in dict.fromkeys((written, path)):
        ways = [one]
        with suppress(TooMuch):  # so it is looked for as it is written
            ways += [reading.text for reading in decodings(Reading(one))] if may_be_code(one) else ()
        for decoded in ways:
            yield _SLASHES.sub("/", fold(decoded)).rstrip("/")


# A fragment that begins with a slash leads to another page, and the other parts of a query may do so: these are kept.
_TRACKING = re.compile(
    r"(?i)(?<=[?&])(?:from|utm_[a-z]+|spm|ref|source|share[a-z_]*|[fg]clid|timestamp|isappinstalled|nsukey|lang)(?:=[^&#]*)?(?:&|(?=#|$))"
)
_EMPTY_QUERY = re.compile("[?&]?(?:#(?![/!]).*)?$")
"""The sign that is left of an empty query, and a fragment."""
_INDEX_PAGE = re.compile(r"(?i)(?<=/)(?:index|default)\.[a-z0-9]{2,5}/*$")
_SLASHES = re.compile("/{2,}")


def foreign_sites_of(email: str, tags: tuple[Tag, ...]) -> Iterator[Site]:
    """An e-mail address in each spelling of its host that has letters other than Latin."""
    local, _, host = email.partition("@")
    return (_site(f"{fold(local)}@{one}", "", tags) for one in _hosts(host) if not one.isascii())


def _hosts(host: str) -> Collection[str]:
    """The folded spellings of a host: in its own letters and in punycode."""
    if host.isascii() and "xn--" not in host.lower():
        return (host.lower(),)
    hosts = [host]
    with suppress(UnicodeError):
        hosts.append(host.encode("idna").decode("ascii"))
    with suppress(UnicodeError):
        hosts.append(".".join(map(_label, host.split("."))))
    return dict.fromkeys(map(fold, hosts))


def _label(label: str) -> str:
    """A label of a host in its own letters, even letters that another version of IDNA writes otherwise, such as ß."""
    return label[4:].encode("ascii").decode("punycode") if label.lower().startswith("xn--") else label
