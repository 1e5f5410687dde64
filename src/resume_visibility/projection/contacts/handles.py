"""Whether what stands beside a messenger's name is an account, or goes on with the sentence."""

import re

from resume_visibility.projection.contacts import context, plans
from resume_visibility.projection.contacts.patterns import HAN_DIGITS
from resume_visibility.projection.contacts.vocabulary import COMMON, INITIALS, PINYIN, PROGRAM, TECHNICAL

DIGIT = rf"[0-9{HAN_DIGITS}]"
_FIGURES = frozenset("0123456789" + HAN_DIGITS)


def goes_on(messenger: str, link: str, word: str) -> bool:
    """Whether a word after a messenger's name rather goes on with the sentence, or with the name of a program.

    English words are read as pinyin easily (notifier, timeline, database), so after an English name that proves nothing.
    """
    mixed = not word.isalpha() and any(map(str.isalpha, word)) and any(map(str.isdigit, word))
    english = len(messenger) >= 4 and messenger.isascii()
    if word.isalpha() and ("," in link or (english and not _SAYS.search(link) and _ENGLISH.search(word))):
        return True
    program = link in _JOINS and not PROGRAM.isdisjoint(_SIGNS.split(word))
    if program or (not link and word[0] in _FIGURES and _LETTERS.search(word) is not None):
        return True
    if "、" in link or (link in _JOINS and not mixed and not (link == "/" and "_" in word and is_odd(word))):
        return True
    return english and (not link or (not mixed and not _HAS_SIGN.search(word)))


_SAYS = re.compile(r"[:：=@是→>(]|(?<![a-z])(?:is|me|my|as|under|at)(?![a-z])")
# How nouns, verbs and adverbs end in English, and names seldom.
_ENGLISH = re.compile(
    "(?:[eo]rs?|ings?|[ts]ions?|ly|ed|ments?|ics?|ties|ity|ables?|ives?|als?|ups?|ts|ns|ls)$"
)
_JOINS = ("-", "_", "/", ".")
_SIGNS = re.compile("[^a-z]+")
# Such as do not stand for digits.
_LETTERS = re.compile("[a-hj-km-np-z]")
_HAS_SIGN = re.compile(r"[_.\-]")


def is_number(stream: str, number: re.Match[str], told: bool) -> bool:
    """Whether digits are an account, and no figure."""
    if context.has_unit(stream, number.end()) or context.is_date(number[0]):
        return False
    tight = _GROUPED.fullmatch(number[0]) is not None or not any(sign in number[0] for sign in ",，、;；。")
    return tight and (told or number[0].isdigit() or sum(letter in _FIGURES for letter in number[0]) >= 7)


# Three digits and three again: nobody lists figures like that.
_GROUPED = re.compile(rf"{DIGIT}{{3,4}}([,，、]\s?){DIGIT}{{3}}(?:\1{DIGIT}{{2,4}})?")


def is_name(stream: str, name: str, end: int, sure: bool, explicit: bool, mine: bool) -> bool:
    """Whether a word is an account.

    Args:
        stream: a folded text.
        name: the word.
        end: where it ends.
        sure: that what leads up to it names a messenger and nothing else.
        explicit: that it is said to be one.
        mine: that the writer is called so, wherever the sentence goes on to.
    """
    bare = name.removeprefix("live:").removeprefix(".")
    if len(bare) < 4 or bare in COMMON:
        return False
    if TECHNICAL.fullmatch(bare) and not (INITIALS.fullmatch(bare) or (sure and len(bare) >= 7)):
        return False
    figures = _FIGURES.intersection(bare)
    mixed = bool(figures) and not figures.issuperset(bare)
    joined = any(sign in bare for sign in "_-.:")
    if name.startswith("live:"):
        return True
    if not mixed and all(part in PROGRAM or part in COMMON for part in _SIGNS.split(bare)):
        return False
    if sure:
        return mixed or joined or ((explicit or _is_no_word(bare)) and len(bare) >= 5)
    if mixed and (explicit or len(bare) >= 6):
        return True
    ends = mine or _CLAUSE_ENDS.match(stream, end) is not None
    if joined and ("_" in bare or explicit or (ends and is_two_names(bare))):
        return not stream.startswith(("/", "("), end) or ("_" in bare and is_odd(bare))
    if len(bare) < 5 or not bare.isalpha():
        return False
    return _is_no_word(bare) or (explicit and ends)


def is_odd(word: str) -> bool:
    """Whether a word is an account by itself: neither a plain word nor the name of something in a program."""
    if word.isalpha():
        return PINYIN.fullmatch(word) is not None
    return not any(part in PROGRAM or part in COMMON for part in _SIGNS.split(word))


def _is_no_word(letters: str) -> bool:
    """Whether letters are syllables of Chinese, or cannot be spoken in any language."""
    return PINYIN.fullmatch(letters) is not None or _MUTE.search(letters) is not None


_MUTE = re.compile("[bcdfghjklmnpqrstvwxz]{5}")


def is_two_names(word: str) -> bool:
    """Whether a word is two or more names with a dot or a dash between."""
    parts = _JOINTS.split(word)
    if len(parts) < 2 or TECHNICAL.fullmatch(word):
        return False
    initial = min(map(len, (parts[0], parts[-1]))) == 1 and max(map(len, parts)) >= 5
    return all(part.isalpha() and part not in COMMON and (len(part) > 1 or initial) for part in parts)


_JOINTS = re.compile(r"[.\-]")
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[^a-z0-9\s])")


def is_owned(word: str) -> bool:
    """Whether a word that the writer calls theirs is an account: more than words of the language or of programs."""
    return len(word) >= 5 and not all(part in PROGRAM or part in COMMON for part in _SIGNS.split(word))


def is_handle(name: str) -> bool:
    """Whether a word before a messenger's name is an account: no word looks like that."""
    name = name.rstrip(".-")
    if name.startswith("@"):
        return True
    digits = sum(map(str.isdigit, name))
    if TECHNICAL.fullmatch(name) or plans.is_mobile(name):
        return False
    if digits >= 2 and ("_" in name or "-" in name or digits >= 4):
        return True
    return "_" in name or (digits >= 2 and PINYIN.fullmatch(name.rstrip("0123456789")) is not None)


def is_by_sound(words: str) -> bool:
    """Whether words, and perhaps a number, are a name as it is spoken in Chinese."""
    return all(PINYIN.fullmatch(word) or word.isdigit() for word in words.split())
