"""The safety statements with the cases on which they were checked, and the changes against another policy."""

from collections import defaultdict
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from ..model.parts import Document
from ..model.viewers import Action
from ..policy.comparison import CaseDifference, compare
from ..policy.facts import ViewerKind
from ..policy.other_differences import OtherDifference
from ..policy.readings import sides_in_words
from ..policy.statements import Items
from .clauses import reading_id
from .making import BookWriter
from .nodes import Child, join_nodes, node, row, table


def statements(writer: BookWriter) -> Element:
    """The section of the safety statements."""
    said, survey = writer.said, writer.survey
    total, given = writer.number(len(survey.cases)), writer.number(len(survey.grants))
    refused = writer.number(len(survey.cases) - len(survey.grants))
    failed = {violation.statement: violation for violation in writer.violations}
    count = len(writer.policy.statements)
    rows = [
        row(
            str(place),
            writer.linked(statement.words.said(writer.language)),
            join_nodes(map(writer.rule, statement.rules), said(", ", "、")),
            total,
            node("td", writer.number(failed[statement].cases), class_="warning")
            if statement in failed
            else "0",
            id_=f"statement-{place}",
        )
        for place, statement in enumerate(writer.policy.statements, start=1)
    ]
    heads = [
        said("number", "序号"),
        said("statement", "安全断言"),
        said("rules", "规则"),
        said("cases checked", "检查的情形"),
        said("not kept in", "不成立的情形"),
    ]
    return writer.section(
        "statements",
        "What holds in every case",
        "在每一种情形中都成立的要求",
        writer.paragraph(
            f"When this book was made, each of the {count} statements was checked over all {total} cases there are: {given} in "
            f"which something is given, and {refused} in which nothing is. {len(failed)} are not kept.",
            f"制作本手册时，{count} 条安全断言逐条在全部 {total} 种情形上作了检查：其中给出内容的 {given} 种，不给出任何内容的 "
            f"{refused} 种。不成立的有 {len(failed)} 条。",
        ),
        [node("pre", violation.said(writer.language), class_="warning") for violation in writer.violations],
        table(said("Every safety statement", "全部安全断言"), heads, rows),
    )


def differences(writer: BookWriter) -> Element:
    """The section of the differences between the policy of the book and another."""
    said = writer.said
    comparison = compare(writer.other, writer.policy)
    old, new = writer.other.version, writer.policy.version
    in_cases = comparison.more or comparison.less or comparison.cited
    same = not (in_cases or comparison.readings or comparison.rules)
    cited = writer.number(len(comparison.cited))
    readings = (piece for field in comparison.readings for piece in _questions_of(field, writer))
    rules = (writer.linked(rule.said(writer.language)) for rule in comparison.rules)
    others = (_changes_in(one, writer) for one in comparison.others)
    return writer.section(
        "differences",
        "Compared with another policy",
        "与另一份隐私条款相比",
        node(
            "p",
            said("This book is of policy ", "本手册对应的隐私条款："),
            node("code", new),
            said(", compared with ", "；相比较的隐私条款："),
            node("code", old),
            said(".", "。"),
        ),
        writer.paragraph("Nothing differs in any case.", "在任何情形中都没有不同。") if same else "",
        _listing(said("Readings that differ", "不同的解读"), readings),
        _listing(said("Rules whose text differs", "文字不同的规则"), rules),
        _listing(
            said(
                "What differs as well. It changes no case; it may change in which case a resume is",
                "其他不同：不改变任何情形的决定，但可能改变一份简历属于哪种情形",
            ),
            others,
        ),
        writer.paragraph(
            f"In {cited} cases the same is given or refused by other clauses.",
            f"{cited} 种情形的结果相同，但引用的规则不同。",
        )
        if comparison.cited
        else "",
        _case_table(comparison.more, said("Cases in which it shows more", "展示更多的情形"), writer),
        _case_table(comparison.less, said("Cases in which it shows less", "展示更少的情形"), writer),
    )


def _questions_of(field: str, writer: BookWriter) -> list[Element]:
    """The questions that a reading answers, with both sides: with links, those of the book; if it has none, those of the other policy, or
    the field.
    """
    own, others = (
        [reading for reading in readings if reading.changed_by == field]
        for readings in (writer.readings, writer.other.ruleset.readings())
    )
    links = [writer.link(reading_id(reading.id), reading.question.said(writer.language)) for reading in own]
    questions = [node("span", reading.question.said(writer.language)) for reading in others]
    sides = [
        sides_in_words(reading, writer.policy.readings).said(writer.language) for reading in own or others
    ]
    asked = [
        node("span", question, " ", side) for question, side in zip(links or questions, sides, strict=True)
    ]
    return asked or [node("code", field)]


def _changes_in(difference: OtherDifference, writer: BookWriter) -> Element:
    """What differs, with a list of what is gone and of what is new."""
    title, *lines = difference.said(writer.language).splitlines()
    return node("div", title, node("ul", [node("li", writer.linked(line)) for line in lines]))


def _listing(heading: str, items: Iterable[Child]) -> Element | str:
    lines = [node("li", item) for item in items]
    return node("div", node("h3", heading), node("ul", lines)) if lines else ""


def _case_table(differences: Iterable[CaseDifference], caption: str, writer: BookWriter) -> Element | str:
    counts: defaultdict[tuple[Document, ViewerKind, Action, Items, Items], int] = defaultdict(int)
    for difference in differences:
        facts = difference.facts
        counts[facts.document, facts.kind, facts.action, difference.gained, difference.lost] += 1
    if not counts:
        return ""
    heads = [
        writer.said("viewer", "查看者类别"),
        writer.said("action", "操作"),
        writer.said("more", "增加"),
        writer.said("less", "减少"),
        writer.said("cases", "情形数"),
    ]
    rows = [
        row(
            writer.asking(document, kind, None),
            writer.word(action),
            join_nodes(writer.items(gained), writer.said("; ", "；")) or "—",
            join_nodes(writer.items(lost), writer.said("; ", "；")) or "—",
            writer.number(count),
        )
        for (document, kind, action, gained, lost), count in counts.items()
    ]
    return table(caption, heads, rows, class_="plain")
