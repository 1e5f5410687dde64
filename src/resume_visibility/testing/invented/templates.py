"""Sentences with slots, read once and filled often.

Braces hold a number from a range, `{3-12}`, `{0.5-1.5}`, or with its step `{100-900/50}`; one of several wordings,
`{early|late}`, each of them a template; or the name of a slot, `{city}`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from .drawing import Draw

SlotValues: TypeAlias = Mapping[str, str]
"""The contents of the slots for one person."""
Template: TypeAlias = Callable[[Draw, SlotValues], str]

_RANGE = re.compile(r"(\d+)(?:\.(\d+))?-(\d+)(?:\.\d+)?(?:/(\d+))?")


def template(text: str, slots: Mapping[str, Sequence[str]] | None = None) -> Template:
    """Read a template.

    Args:
        text: a text with slots in braces.
        slots: the words for slots of these names; any other name is looked up when the template is filled.

    Returns:
        A function that fills it, from chance and what is known of a person.
    """
    pieces = [_read_slot(part, slots or {}) if inside else part for inside, part in _split(text)]
    return lambda draw, known: "".join([p if isinstance(p, str) else p(draw, known) for p in pieces])


def templates(texts: Sequence[str], slots: Mapping[str, Sequence[str]] | None = None) -> tuple[Template, ...]:
    """Read several templates."""
    return tuple(template(text, slots) for text in texts)


def _split(text: str) -> Iterator[tuple[bool, str]]:
    """The parts of a text outside and inside its outermost braces, in turn."""
    depth, start = 0, 0
    for i, char in enumerate(text):
        if char == "{":
            if depth == 0:
                yield False, text[start:i]
                start = i + 1
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                yield True, text[start:i]
                start = i + 1
    yield False, text[start:]


def _read_slot(part: str, slots: Mapping[str, Sequence[str]]) -> Template:
    wordings = _wordings(part)
    if len(wordings) > 1:
        choices = templates(wordings, slots)
        return lambda draw, known: draw.one_of(choices)(draw, known)
    numbers = _RANGE.fullmatch(part)
    if numbers is not None:
        return _number(*numbers.groups(), part=part)
    if part in slots:
        words = tuple(slots[part])
        return lambda draw, known: draw.one_of(words)
    return lambda draw, known: known[part]


def _wordings(part: str) -> list[str]:
    """The wordings between the bars, except bars inside inner braces."""
    found = [""]
    for inside, text in _split(part):
        if inside:
            found[-1] += f"{{{text}}}"
        else:
            first, *more = text.split("|")
            found[-1] += first
            found += more
    return found


def _number(low: str, fraction: str | None, high: str, step: str | None, *, part: str) -> Template:
    if fraction is None:
        start, by = int(low), int(step or 1)
        count = (int(high) - start) // by + 1
        return lambda draw, known: str(start + by * draw.below(count))
    places = len(fraction)
    least, most = (int(end.replace(".", "")) for end in part.split("-"))
    # Counted in units of the last place: different systems may round a float differently.
    return lambda draw, known: _decimal(draw.between(least, most), places)


def _decimal(number: int, places: int) -> str:
    whole, rest = divmod(number, 10**places)
    return f"{whole}.{rest:0{places}}"
