"""The readings of the policy: what the alternative would be, what that would change, and who confirmed them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import cast
from xml.etree.ElementTree import Element

import attrs

from ..model.language import Words
from ..policy.decisions import Entry, items_of
from ..policy.facts import ViewerKind
from ..policy.readings import COUNTED_IN_NO_CASE, Reading, Readings
from ..policy.table import Policy
from .clauses import reading_id
from .making import BookWriter
from .nodes import node, row, table


def every_reading(writer: BookWriter) -> Element:
    """The section of all readings."""
    said = writer.said
    heads = [
        said("rule", "规则"),
        said("what the policy leaves open", "隐私条款未定之处"),
        said("how it is read", "如何解读"),
        said("the alternative", "另一种选择"),
        said("confirmed", "确认"),
    ]
    count, confirmed = len(writer.readings), len(writer.confirmed)
    against_count = sum(reading.is_against(writer.policy.readings) for reading in writer.readings)
    choice_count = sum(isinstance(reading.changed_by, str) for reading in writer.readings)
    rows = (_reading_row(reading, writer) for reading in writer.readings)
    return writer.section(
        "readings",
        "How the policy was read",
        "对隐私条款的解读",
        writer.paragraph(
            f"{count} readings. {choice_count} of them are choices of the platform; {writer.turned} are chosen otherwise than the rules "
            f"do. {against_count} are not the candidate's side. {confirmed} are confirmed.",
            f"共 {count} 处解读。其中 {choice_count} 处可由平台选择，与规则的选择不同的 {writer.turned} 处；"
            f"{against_count} 处不利于求职者，{confirmed} 处已经确认。",
        ),
        table(said("Every reading", "全部解读"), heads, rows),
    )


def _reading_row(reading: Reading, writer: BookWriter) -> Element:
    said, language, readings = writer.said, writer.language, writer.policy.readings
    # Whoever confirms a reading names it by its id: `Confirmation.reading`.
    named = node("p", said("id ", "编号 "), node("code", reading.id), class_="muted")
    return row(
        [writer.rule(reading.rule), named],
        writer.linked(reading.question.said(language)),
        chosen(reading, writer),
        [
            node("p", writer.linked(reading.not_chosen(readings).said(language))),
            *_changed_by(reading, writer),
        ],
        confirmation(reading, writer),
        id_=reading_id(reading.id),
    )


def chosen(reading: Reading, writer: BookWriter) -> list[Element]:
    """The side of a reading that the policy chose, with a warning where it is not the candidate's."""
    said, readings = writer.said, writer.policy.readings
    choice = [node("p", writer.linked(reading.chosen(readings).said(writer.language)))]
    if reading.is_against(readings):
        choice.append(node("p", said("Not the candidate's side.", "不利于求职者。"), class_="warning"))
    return choice


def confirmation(reading: Reading, writer: BookWriter) -> list[Element]:
    """Who confirmed a reading and when, or that nobody did."""
    confirmed = writer.confirmed.get(reading.id)
    if confirmed is None:
        return [node("em", writer.said("not confirmed by anybody yet", "尚无人确认"))]
    return [node("p", confirmed.by), node("p", confirmed.on.isoformat())]


def _changed_by(reading: Reading, writer: BookWriter) -> Iterator[Element]:
    said = writer.said
    if not isinstance(reading.changed_by, str):
        why = writer.linked(reading.changed_by.said(writer.language))
        yield node("p", said("No choice: ", "不可选择："), why, said(".", "。"), class_="muted")
        return
    field = node("code", reading.changed_by)
    if reading.is_kept(writer.policy.readings):
        yield node("p", said("A choice: ", "可以选择："), field, class_="muted")
    else:
        yield node(
            "p",
            said("This policy chose otherwise than the rules: ", "本隐私条款的选择与规则不同："),
            field,
            class_="warning",
        )


def alternatives(writer: BookWriter) -> Element:
    """The section about what each reading that is a choice would change, if it were chosen otherwise."""
    said = writer.said
    heads = [
        said("reading", "解读"),
        said("otherwise", "改为"),
        said("more", "展示更多"),
        said("less", "展示更少"),
        said("to", "涉及"),
    ]
    rows = [_side_row(reading, writer) for reading in writer.readings if isinstance(reading.changed_by, str)]
    return writer.section(
        "other-sides",
        "If a reading were chosen otherwise",
        "如果换一种解读",
        writer.paragraph(
            "Each of these was changed by itself to its alternative, and every case was decided again. Where no case differs, the "
            "reading changes which case somebody is in, or who is notified, and not what a case gives. What people are shown, or "
            "who is notified, changes nevertheless.",
            "每一处单独改变，并对全部情形重新作出决定。没有情形不同的，改变的是归入哪种情形或告知谁，而不是某种情形给出什么；"
            "实际展示或告知的仍会有所不同。",
        ),
        table(said("One reading at a time", "每次改变一处解读"), heads, rows),
    )


def _side_row(reading: Reading, writer: BookWriter) -> Element:
    field = str(reading.changed_by)
    more, less, kinds = _count_changes(writer.policy, field)
    return row(
        writer.link(reading_id(reading.id), reading.question.said(writer.language)),
        writer.linked(reading.not_chosen(writer.policy.readings).said(writer.language)),
        writer.number(more),
        writer.number(less),
        writer.kinds(kinds)
        if kinds
        else COUNTED_IN_NO_CASE.get(field, Words("—", "—")).said(writer.language),
    )


class _RecordingReadings:
    """Readings that note which of their fields are read."""

    def __init__(self, readings: Readings) -> None:
        self._readings, self.fields_read = readings, set[str]()

    def __getattr__(self, name: str) -> object:
        self.fields_read.add(name)
        return getattr(self._readings, name)


@lru_cache(maxsize=4)
def _entries_by_reading(policy: Policy) -> dict[str, list[Entry]]:
    """The cases whose decision reads a reading, by reading: no other case depends on it."""
    entries = defaultdict[str, list[Entry]](list)
    for entry in policy.entries():
        recording = _RecordingReadings(policy.readings)
        policy.ruleset.decide(entry.facts, cast("Readings", recording))
        for name in recording.fields_read:
            entries[name].append(entry)
    return entries


@lru_cache(maxsize=64)  # the book of one policy in two languages needs the same results, which take seconds
def _count_changes(policy: Policy, field: str) -> tuple[int, int, frozenset[ViewerKind]]:
    """Count the cases in which a reading gives more, and less, if it is chosen otherwise; and the viewers concerned."""
    change: dict[str, bool] = {field: not getattr(policy.readings, field)}
    readings = attrs.evolve(policy.readings, **change)
    more = less = 0
    kinds = set[ViewerKind]()
    for entry in _entries_by_reading(policy).get(field, ()):
        given = items_of(entry.decision)
        after = items_of(policy.ruleset.decide(entry.facts, readings))
        if after != given:
            more += bool(after - given)
            less += bool(given - after)
            kinds.add(entry.facts.kind)
    return more, less, frozenset(kinds)
