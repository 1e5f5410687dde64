"""The table of platforms, and the search for their names in any writing."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import product
from string import ascii_lowercase, digits
from typing import Any, NamedTuple

from .fold import fold, is_usual
from .kinds import Kind
from .patterns import KINDS_TO_LETTERS, PINYIN, Lexicon, Plain, Word, places_of, plain_in, table, words_at


class Platform(NamedTuple):
    """A messenger or network, with its names, links and accounts.

    Args:
        name: the name of the platform.
        kind: the kind of the details that stand behind its name.
        names: names that mean this platform and nothing else.
        nicknames: names that writers use so that the platform is not recognised.
        sounds: nicknames by their sound: for each character, all that may stand in its place.
        short: names that mean something else, too.
        hosts: the hosts of its links, with the path before the account; one that begins with a dot stands behind the account.
        schemes: the schemes of its links.
        id: a pattern for its accounts.
        han: whether people are found there by a name in Chinese characters or several words.
    """

    name: str
    kind: Kind = Kind.MESSENGER
    names: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    sounds: tuple[tuple[str, ...], ...] = ()
    short: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    id: str = "[a-z0-9_][a-z0-9_.-]{3,}"
    han: bool = False

    @property
    def is_label(self) -> bool:
        """Whether its one name is the label that a caller named, which stands before an account."""
        return self.names == (self.name,)


def platform_of(record: dict[str, Any]) -> Platform:
    """Make a platform of its record in `data/platforms.json`.

    Args:
        record: the fields of a `Platform` that differ from the defaults, by name, with lists for tuples.

    Raises:
        ValueError: the record is wrong; the error names it, since it is one of many.
    """
    wrong = [*_wrong_in(record)]
    if wrong:
        raise ValueError(f"platforms.json, {record.get('name', record)}: {'; '.join(wrong)}")
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in record.items()
    }
    fields["sounds"] = tuple(map(tuple, record.get("sounds", ())))
    return Platform(**fields | {"kind": Kind(record.get("kind", "messenger"))})


def _wrong_in(record: dict[str, Any]) -> Iterator[str]:
    defaults, kinds = Platform._field_defaults, [kind.value for kind in Kind]
    if "name" not in record:
        yield "expected a name"
    for key, value in record.items():
        if key not in Platform._fields:
            yield f"{key} is no field: expected one of {', '.join(Platform._fields)}"
        elif isinstance(value, list) is not isinstance(defaults.get(key), tuple):
            yield f"{key}: expected {'a list' if defaults.get(key) == () else 'a single value'}"
    if record.get("kind", kinds[0]) not in kinds:
        yield f"kind: expected one of {', '.join(kinds)}"


PLATFORMS = tuple(map(platform_of, table("platforms")))

SURE, NICK, SHORT = "sure", "nick", "short"


class Term(NamedTuple):
    """The name of a platform at a place in a text."""

    start: int
    end: int
    grade: str
    platform: Platform


class Terms:
    """Finds the names of some platforms in a text, whatever signs part their letters.

    Args:
        platforms: the platforms whose names are found.

    Attributes:
        han: the names that hold a Chinese character, from their first Chinese character on.
        words: the names that are one Latin word.
        phrase_starts: the first word of each name that is several Latin words.
        sign_names: the names that hold a sign or a picture.
        usual_names: the signed names that may stand in a text without odd characters.
    """

    def __init__(self, platforms: tuple[Platform, ...]) -> None:
        known: dict[str, tuple[str, Platform]] = {}
        for platform in platforms:
            for grade, names in ((SHORT, platform.short), (NICK, platform.nicknames), (SURE, platform.names)):
                known |= {form: (grade, platform) for name in names for form in _folded_forms(name)}
        for name in [name for name, (grade, _) in known.items() if grade is not SHORT and name.isascii()]:
            known |= {name + label: known[name] for label in _GLUED_LABELS if name.isalpha() and name != "wx"}
        ordered = sorted(known, key=len, reverse=True)
        for platform in platforms:
            for letters in platform.sounds:
                known = {"".join(name): (NICK, platform) for name in product(*letters)} | known
        latin = [name for name in ordered if name.isascii()]
        self._phrases: dict[str, list[str]] = {}
        for name in latin:
            words = _WORDS.findall(name)
            if [name] != words:
                self._phrases.setdefault(words[0], []).append(name)
        self.phrase_starts = frozenset(self._phrases)
        self._leet = {name.translate(_UNLEET): name for name in latin if len(name) > _MIN_LEET_LENGTH}
        self._glued = frozenset(name for name in latin if known[name][0] is not SHORT and name.isalnum())
        begun = {name[:2] for name in self._leet}
        pairs = map("".join, product(ascii_lowercase + digits, repeat=2))
        self._begin_leet = {pair for pair in pairs if pair.translate(_UNLEET) in begun}
        self._begin_glued = _PREFIXES.union(name[:2] for name in self._glued)
        self._sounded = _PINYIN_PREFIXES & frozenset(latin)
        self.words = frozenset(name for name in latin if name.isalnum())
        # Pictures are kept apart: one character outside the basic plane makes the search for all others eight times slower.
        self.sign_names = tuple(name for name in ordered if not name.isascii() and _NON_LETTER.search(name))
        self.usual_names = tuple(filter(is_usual, self.sign_names))
        written = [name for name in ordered if not name.isascii() and name not in self.sign_names]
        self._known, self._max_length = known, max(map(len, known), default=0)
        self.han = [
            *(_spaced_word(name, known[name][0]) for name in written),
            *(Word(letters, spaced=True) for platform in platforms for letters in platform.sounds),
        ]
        self._han = Lexicon(self.han)

    def find(self, stream: str, begin: int = 0, end: int | None = None) -> list[Term]:
        """Every name in a stretch of a folded text, from left to right."""
        end = len(stream) if end is None else end
        part = stream[begin:end]
        found: list[Term] = []
        if not part.isascii():
            found += [self._han_term(stream, *span) for span in self._han.find(stream, begin, end)]
            for name in filter(part.__contains__, self.usual_names if is_usual(part) else self.sign_names):
                places = places_of(name, stream, begin, end)
                found += [Term(at, at + len(name), *self._known[name]) for at in places]
        plain = plain_in(part)
        words = frozenset(plain.words)
        for word in self.names_among(plain, words) | (self.phrase_starts & words):
            for at in words_at((word,), part):
                found += self._latin_terms(stream, begin + at, begin + at + len(word), word)
        found += self.find_split(stream, begin, end, plain.kinds)
        return sorted(found)

    def find_split(self, stream: str, begin: int, end: int, kinds: bytes) -> list[Term]:
        """Find names whose letters are written one by one in a stretch; `kinds` are the kinds of its characters, as in `Plain`."""
        found = []
        for match in split_letters(stream, begin, end, kinds):
            if name := self._longest_name("".join(_WORDS.findall(match[0]))):
                letters = [letter.end() for letter in _WORDS.finditer(stream, *match.span())]
                found.append(Term(match.start(), letters[len(name) - 1], *self._known[name]))
        return found

    def names_among(self, plain: Plain, known: Set[str]) -> frozenset[str]:
        """The Latin words of a text that are a name or begin with one; `known` are the words of the text that may be names."""
        written = plain.written
        made = (
            [one for one in plain.words if not (one.isalpha() or one.isdigit())]
            if b"0" in plain.kinds
            else []
        )
        for pair in filter(written.__contains__, _PREFIXES_BEHIND_BLANK):
            made += (written[at + 1 : written.index(" ", at + 1)] for at in places_of(pair, written))
        names = self.words.intersection(known)
        more = [
            word
            for word in made
            if (word[:2] in self._begin_glued and self._glued_name(word, goes_on=True))
            or (word[:2] in self._begin_leet and self._leet_of(word))
            or (word[0] == "q" and _Q_NUMBER.fullmatch(word))
        ]
        return names.union(more) if more else names

    def phrases_in(self, stream: str, words: Set[str]) -> list[int]:
        """The places of the names of several Latin words; only names that begin with one of the given words are searched."""
        names = (name for word in words for name in self._phrases[word] if name in stream)
        return [at for name in names for at in places_of(name, stream)]

    def _han_term(self, stream: str, start: int, end: int) -> Term:
        """The name whose Chinese characters stand in a stretch; if it begins with Latin letters, it begins before the stretch."""
        letters = _NON_LETTER.sub("", stream[start:end])
        begin = start
        while letters not in self._known:
            begin -= 1
            letters = stream[begin] + letters
        return Term(begin, end, *self._known[letters])

    def _leet_of(self, word: str) -> str:
        return "" if word.isalpha() else self._leet.get(word.translate(_UNLEET), "")

    def _latin_terms(self, stream: str, start: int, end: int, word: str) -> Iterator[Term]:
        for phrase in self._phrases.get(word, ()):
            if stream.startswith(phrase, start):
                yield Term(start, start + len(phrase), *self._known[phrase])
                return
        name = word if word in self._known else self._leet_of(word)
        if name:
            yield Term(start, end, *self._known[name])
        elif glued := self._glued_name(word, goes_on=stream[end : end + 1] == "_"):
            yield Term(start, start + len(glued), *self._known[glued])
        elif _Q_NUMBER.fullmatch(word):
            yield Term(start, start + 1, NICK, self._known["qq"][1])

    def _glued_name(self, word: str, *, goes_on: bool) -> str:
        """The name at the beginning of a word, if the rest is long enough for an account, or if an account goes on behind the word."""
        if word[:2] in _GLUED_PREFIXES or not word.isalpha():
            rest = 1 if goes_on else _MIN_REST_LENGTH
            for length in range(min(len(word) - rest, _MAX_GLUED_LENGTH), 1, -1):
                if word[:length] in self._glued:
                    return word[:length]
        for name in self._sounded if word[:2] in _PREFIXES else ():
            if word.startswith(name) and PINYIN.fullmatch(word[len(name) :].rstrip("0123456789")):
                return name
        return ""

    def _longest_name(self, letters: str) -> str:
        """The longest name with which a row of letters begins; the letters were written one by one."""
        for length in range(min(len(letters), self._max_length), 1, -1):
            name = letters[:length]
            if name in self._known or (name := self._leet.get(name.translate(_UNLEET), "")):
                return name
        return ""


def _folded_forms(name: str) -> Iterator[str]:
    """The folded forms of a name in small letters and in capitals: a few capitals of other scripts are folded to another letter."""
    cases = (name,) if is_usual(name) else (name, name.lower(), name.upper(), name.title())
    for written in dict.fromkeys(cases):
        form = fold(written)
        if _NAME_CHAR.search(form):
            yield form


_NAME_CHAR = re.compile(r"[^\W_]|[^\0-\x7f\s]")
"""A letter or digit, or a picture."""
_MIN_LEET_LENGTH, _MIN_REST_LENGTH, _MAX_GLUED_LENGTH = 3, 4, 9
_WORDS = re.compile("[a-z0-9]+")
SPLIT_LETTERS = re.compile(r"[a-z0-9](?![a-z0-9])(?<![a-z0-9].)(?:[^a-z0-9\n]{1,3}[a-z0-9](?![a-z0-9]))+")
_LONE_LETTER, _MAX_SPLIT_GAP = b" a ", 4


def split_letters(stream: str, begin: int, end: int, kinds: bytes) -> list[re.Match[str]]:
    """The places where letters are written one by one in a stretch of a folded text; the pattern is tried where two stand alone."""
    found: list[re.Match[str]] = []
    letters = kinds.translate(KINDS_TO_LETTERS)
    at = letters.find(_LONE_LETTER)
    while at >= 0:
        following = letters.find(_LONE_LETTER, at + 1)
        if at < following <= at + _MAX_SPLIT_GAP and (match := SPLIT_LETTERS.match(stream, begin + at, end)):
            found.append(match)
            following = letters.find(_LONE_LETTER, match.end() - begin)
        at = following
    return found


_UNLEET = str.maketrans("4310572l", "aeiostzi")
_GLUED_LABELS = ("id", "no", "number", "account", "name", "_id", "-id")
"""Labels that may be glued to a Latin name: WeChatID. They are not glued to wx: an account itself may begin with wxid_."""
_GLUED_PREFIXES = frozenset(["vx", "wx", "qq", "vv"])
"""The first two letters of names that may be glued to letters; any name may be glued to digits."""
_Q_NUMBER = re.compile("q[1-9][0-9]{7,9}")
"""With eight to ten figures behind it, the letter means no quarter of a year and no model."""
_PINYIN_PREFIXES = frozenset(["dy", "ks", "wb", "tg", "xhs"])
"""Names that may be glued to letters if these are Chinese syllables."""
_PREFIXES = _GLUED_PREFIXES | {name[:2] for name in _PINYIN_PREFIXES}
_PREFIXES_BEHIND_BLANK = tuple(f" {pair}" for pair in _PREFIXES)
_NON_LETTER = re.compile(r"[\W_]")
# What must stand behind a name of one character, because the character has many other meanings.
_BEFORE_ACCOUNT = (
    r"(?=[^\w\n]{0,3}(?:[a-z0-9@:：=]|号|账号|我|我的|就?是|详?[聊谈])|[^\w\n]{1,3}[〇零一二三四五六七八九])"
)


def _spaced_word(name: str, grade: str) -> Word:
    """The word for the search of a name, from its first Chinese character on, with signs between its letters."""
    first = next(at for at, letter in enumerate(name) if not letter.isascii())
    end = "(?![a-z])" if name[-1].isascii() and len(name) > 2 else ""
    behind = _BEFORE_ACCOUNT if len(name) == 1 and grade is SHORT else ""
    return Word(_NON_LETTER.sub("", name[first:]), True, name[:first], end + behind)


@lru_cache(maxsize=64)
def terms_of(extra: tuple[str, ...] = ()) -> Terms:
    """The names of all platforms known and of those that a caller adds; a pure function, whose results are kept."""
    return Terms((*PLATFORMS, *(Platform(name, names=(name,)) for name in extra)))
