"""Every rule with the policy's own words, and the index from the policy's chapters to the rules."""

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..policy.clauses import Clause
from .making import BookWriter
from .nodes import join_nodes, node, row, table

_NUMERALS = "一二三四五六七八九十"
_ADDRESS = re.compile(rf"([{_NUMERALS}])?(?:\(([{_NUMERALS}])\))?([0-9]+)?(?:\(([0-9]+)\))?([a-z])?")


def addresses(source: str) -> tuple[str, ...]:
    """The places of the policy that a source names, each in full: in "二(一)3(3)b, c" the second is 二(一)3(3)c."""
    found: list[str] = []
    previous: tuple[str | None, ...] = (None,) * 5
    for address in filter(None, source.split(", ")):
        match = _ADDRESS.fullmatch(address)
        if match is None:
            found.append(address)
            continue
        first_given = next(place for place, piece in enumerate(match.groups()) if piece is not None)
        previous = (*previous[:first_given], *match.groups()[first_given:])
        chapter, part, item, paragraph, letter = (piece or "" for piece in previous)
        found.append(f"{chapter}{part and f'({part})'}{item}{paragraph and f'({paragraph})'}{letter}")
    return tuple(found)


def _sort_key(address: str) -> tuple[int, ...]:
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return (len(_NUMERALS),)
    chapter, part, item, paragraph, letter = match.groups()
    return (
        _NUMERALS.index(chapter),
        _NUMERALS.index(part) + 1 if part else 0,
        int(item or 0),
        int(paragraph or 0),
        ord(letter or "\0"),
    )


def chapters(writer: BookWriter) -> dict[str, list[str]]:
    """The rules by the place of the policy that they come from, in the policy's order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for rule, text in writer.rules.items():
        for address in addresses(text.source):
            found[address].append(rule)
    return {address: found[address] for address in sorted(found, key=_sort_key)}


def index(writer: BookWriter) -> Element:
    """The section that leads from the policy's chapters to the rules."""
    said = writer.said
    rows = [
        row(
            address,
            [node("p", writer.stated(rule)) for rule in rules],
        )
        for address, rules in chapters(writer).items()
    ]
    silent = join_nodes(
        (writer.rule(rule) for rule, text in writer.rules.items() if not text.source), said(", ", "、")
    )
    return writer.section(
        "index",
        "From the policy's chapters to the rules",
        "从隐私条款的章节到规则",
        writer.paragraph(
            "二(一)3(3)b is chapter 二, part (一), item 3, paragraph (3), letter b.",
            "二(一)3(3)b 指第二章第（一）部分第 3 项第 (3) 段 b 目。",
        ),
        table(
            said("Where each rule comes from", "每条规则的出处"),
            [said("place in the policy", "隐私条款中的位置"), said("rules", "规则")],
            rows,
        ),
        node("p", said("The policy is silent on: ", "隐私条款没有写明："), silent),
    )


def every_rule(writer: BookWriter) -> Element:
    """The section of all rules."""
    rules = [_rule_article(rule, writer) for rule in writer.rules]
    return writer.section("rules", "Every rule, with the policy's own words", "每条规则与隐私条款原文", rules)


def _rule_article(rule: str, writer: BookWriter) -> Element:
    said, text = writer.said, writer.rules[rule]
    places = writer.comma(addresses(text.source))
    no_words = said("The policy has no word on it.", "隐私条款没有写明。")
    quotation = [writer.quoted(text.quotation)] if text.quotation else [node("p", no_words, class_="muted")]
    lines = [*_count_items(rule, writer), *_reading_items(rule, writer), *_statement_items(rule, writer)]
    return node(
        "article",
        node("h3", node("code", rule), " ", text.gist.said(writer.language)),
        node("p", said("Policy: ", "隐私条款："), places, class_="muted") if places else "",
        quotation,
        node("ul", lines) if lines else "",
        id=f"rule-{rule}",
    )


def _count_items(rule: str, writer: BookWriter) -> Iterator[Element]:
    counts_of = {clause.value: counts for clause, counts in writer.survey.citations.items()}
    if rule in counts_of:
        given, withheld, refused = map(writer.number, counts_of[rule])
        yield node(
            "li",
            writer.said(
                f"Cited where it gives something in {given} cases, where it withholds something in {withheld}, and where it "
                f"refuses in {refused}.",
                f"在 {given} 种情形中作为给出的依据，在 {withheld} 种情形中作为不予展示的依据，在 {refused} 种情形中作为拒绝的依据。",
            ),
        )
        if rule == Clause.SHARE_3.value:
            yield node(
                "li",
                writer.said(
                    "An explanation also cites it for each part that the recipient's consents and orders do not name. What they name is "
                    "no fact of a case, so this is not counted.",
                    "对接收方的说明，凡单独同意和法律要求都没有列明的部分，也引用本条；列明什么不是情形的一部分，因此不计入以上数字。",
                ),
            )
    elif rule not in {clause.value for clause in Clause}:
        yield node(
            "li",
            writer.said(
                "Decisions do not cite it: it says how facts are found, or what every view is like.",
                "决定不引用本条：它规定如何认定事实，或任何视图应有的性质。",
            ),
        )


def _reading_items(rule: str, writer: BookWriter) -> Iterator[Element]:
    blank = writer.said(" ", "")  # a full-width sign has its own
    for reading in writer.readings:
        if reading.rule == rule:
            is_against = reading.is_against(writer.policy.readings)
            against = writer.said("Not the candidate's side. ", "不利于求职者。") if is_against else ""
            confirmation = writer.confirmed.get(reading.id)
            by = (
                writer.said("not confirmed by anybody yet", "尚无人确认")
                if confirmation is None
                else writer.said(
                    f"confirmed by {confirmation.by}, {confirmation.on.isoformat()}",
                    f"{confirmation.by}于 {confirmation.on.isoformat()} 确认",
                )
            )
            yield node(
                "li",
                writer.link(reading_id(reading.id), writer.said("Reading", "解读")),
                writer.said(": ", "："),
                writer.linked(reading.question.said(writer.language)),
                blank,
                writer.linked(reading.chosen(writer.policy.readings).said(writer.language)),
                blank,
                against,
                node("em", writer.said(f"({by})", f"（{by}）")),
            )


def _statement_items(rule: str, writer: BookWriter) -> Iterator[Element]:
    for place, statement in enumerate(writer.policy.statements, start=1):
        if rule in statement.rules:
            yield node(
                "li",
                writer.link(f"statement-{place}", writer.said("Statement", "安全断言")),
                writer.said(": ", "："),
                writer.linked(statement.words.said(writer.language)),
            )


def reading_id(id_: str) -> str:
    """The id of the place in the book where a reading is."""
    return f"reading-{id_.replace('/', '-')}"
