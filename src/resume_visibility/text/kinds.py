"""The kinds of detail that a text can give away, the findings of them, and the marks that stand in their place."""

from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, cast

from ..model.arguments import expect_iterable, expect_kind, mistake
from ..model.complete import complete
from ..model.language import Language


class Kind(Enum):
    """A kind of detail that a text can give away; hashed by identity, in C rather than Python."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    NATIONAL_ID = "national_id"
    CLAUSE = "clause"
    """Words that say how the writer is reached elsewhere, if no piece of them is surely the detail."""
    NAME = "name"
    HOMEPAGE = "homepage"


# Not in the class: pyright takes an override without a type for a hole in the types of every member.
Kind.__hash__ = object.__hash__  # type: ignore[method-assign]  # equal, and in C

CONTACTS: frozenset[Kind] = frozenset(Kind) - {Kind.NAME, Kind.HOMEPAGE}
"""The kinds that are found by what they look like; the others are found only if they are known."""

EVERYTHING: tuple[Kind, ...] = (Kind.NAME, *(kind for kind in Kind if kind is not Kind.NAME))
"""All kinds: a text that is withheld whole may give away each of them."""

Tag: TypeAlias = Kind | str
"""A name for what is hidden or shown as one: a kind, or a label of the caller's own for something known."""

# A mark names its kind and holds nothing else that a contact could be made of. It is the same whatever it replaced.
_MARKS: dict[Language, Mapping[Kind, str]] = {
    Language.ZH: MappingProxyType(
        {
            Kind.PHONE: "[电话已隐藏]",
            Kind.EMAIL: "[邮箱已隐藏]",
            Kind.MESSENGER: "[社交账号已隐藏]",
            Kind.NATIONAL_ID: "[证件号已隐藏]",
            Kind.CLAUSE: "[联系方式已隐藏]",
            Kind.NAME: "[姓名已隐藏]",
            Kind.HOMEPAGE: "[主页已隐藏]",
        }
    ),
    Language.EN: MappingProxyType(
        {
            Kind.PHONE: "[phone withheld]",
            Kind.EMAIL: "[e-mail withheld]",
            Kind.MESSENGER: "[account withheld]",
            Kind.NATIONAL_ID: "[ID number withheld]",
            Kind.CLAUSE: "[contact withheld]",
            Kind.NAME: "[name withheld]",
            Kind.HOMEPAGE: "[homepage withheld]",
        }
    ),
}
MARKS: Mapping[Language, Mapping[Kind, str]] = MappingProxyType(complete(_MARKS, Language))
EVERY_MARK: tuple[str, ...] = tuple(mark for marks in MARKS.values() for mark in marks.values())


class Finding(NamedTuple):
    """A stretch of a text that gives something away.

    Args:
        start: where the stretch starts.
        end: where it ends, behind its last character.
        tags: what it gives away; it is hidden if any of them is. The first kind among them names its mark, a hidden one first of all.
        why: by what it was found, in a few words.
    """

    start: int
    end: int
    tags: tuple[Tag, ...]
    why: str = ""


def place_key(finding: Finding) -> tuple[int, int]:
    """The key to sort findings by their start; of two that start together, the longer comes first."""
    return finding.start, -finding.end


def hide(
    text: str,
    findings: Iterable[Finding],
    hidden: Collection[Tag] = CONTACTS,
    language: Language = Language.ZH,
) -> str:
    """Put a mark over every finding of a text that has a hidden tag; the same object is returned if there is none.

    Args:
        text: the text in which they were found.
        findings: what `find` returns, in any order; those that overlap become one mark.
        hidden: the tags to hide. More tags never show more of the text.
        language: the language of the marks.

    Raises:
        TypeError: `text` is no text, one of `findings` no finding, `language` no language, or `hidden` no set of tags; the
            name of a kind ("phone") is no tag, because nothing would be hidden by it.
    """
    expect_hidden(hidden, language)
    expect_kind("text", text, str)
    expect_iterable("findings", findings, "a list of Finding")
    findings = tuple(findings)
    for one in findings:
        if not isinstance(one, Finding):
            raise mistake("each of findings", "a Finding", one)
    # A finding behind a later one would be left in the text.
    return put_marks(text, sorted(findings, key=place_key), hidden, language)


def put_marks(text: str, findings: Iterable[Finding], hidden: Collection[Tag], language: Language) -> str:
    """Do what `hide` does, with arguments that were checked before and findings in order of `place_key`."""
    plain = str.__str__(text)  # one of a subclass, such as that of a template, as what it says
    pieces: list[str] = []
    done, is_clause = 0, False
    marks = cast("Mapping[Tag, str]", MARKS[language])
    for start, end, tags, _ in findings:
        found = [*filter(hidden.__contains__, tags)]
        if not found:
            continue
        mark = next(filter(None, map(marks.get, (*found, *tags, Kind.CLAUSE))))
        if start >= done:
            pieces += (plain[done:start], mark)
            is_clause = mark == marks[Kind.CLAUSE]
        elif is_clause and mark != marks[Kind.CLAUSE]:
            pieces[-1], is_clause = mark, False
        done = max(done, end)
    return "".join((*pieces, plain[done:])) if pieces else text


def expect_hidden(hidden: object, language: object) -> None:
    """Refuse tags that would hide nothing: a str would be read letter by letter, and the name of a kind is no kind.

    Args:
        hidden: as for `hide`.
        language: likewise.

    Raises:
        TypeError: one of them is of another type.
    """
    if hidden is not CONTACTS:
        if isinstance(hidden, (str, bytes, dict)) or not isinstance(hidden, Collection):
            raise mistake("hidden", "a set of Kind, such as {Kind.PHONE}", hidden)
        for tag in hidden:
            if type(tag) is not Kind and (not isinstance(tag, str) or tag in _KIND_NAMES):
                raise mistake("each of hidden", "a Kind, such as Kind.PHONE, or a tag of your own", tag)
    if type(language) is not Language:
        raise mistake("language", "a Language", language)


_KIND_NAMES = frozenset(kind.value for kind in Kind)


class Covered:
    """The characters of a text that are covered, such as by findings. It is asked again and again of a long text, and the answer must
    not take longer the more was found.

    Args:
        size: the length of the text.
        spans: the stretches that are covered so far.
    """

    __slots__ = ("_marks",)

    def __init__(self, size: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marks = bytearray(size)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Cover a stretch of the text."""
        self._marks[start:end] = b"x" * (end - start)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character of a stretch is covered."""
        return self._marks.find(b"x", start, end) >= 0
