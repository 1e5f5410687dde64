"""The safety statements with the cases on which they were checked, and the changes against another policy."""

from collections import defaultdict
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from ..model.parts import Document
from ..model.viewers import Action
from ..policy.facts import Kind
from ..policy.verification import BESIDE, CaseDifference, compare
from .clauses import reading_id
from .making import Making
from .nodes import Child, joined, node, row, table
from .survey import Items


def statements(making: Making) -> Element:
    """The section of the safety statements."""
    said, survey = making.said, making.survey
    all_, given = making.number(len(survey.cases)), making.number(len(survey.grants))
    refused = making.number(len(survey.cases) - len(survey.grants))
    failed = {violation.statement: violation for violation in making.violations}
    count = len(making.policy.statements)
    rows = [
        row(
            str(place),
            making.linked(statement.words.said(making.language)),
            joined(map(making.rule, statement.rules), said(", ", "、")),
            all_,
            node("td", making.number(failed[statement].cases), class_="warning")
            if statement in failed
            else "0",
            id_=f"statement-{place}",
        )
        for place, statement in enumerate(making.policy.statements, start=1)
    ]
    heads = [
        said("number", "序号"),
        said("statement", "安全断言"),
        said("rules", "规则"),
        said("cases checked", "检查的情形"),
        said("not kept in", "不成立的情形"),
    ]
    return making.section(
        "statements",
        "What holds in every case",
        "在每一种情形中都成立的要求",
        making.paragraph(
            f"When this book was made, each of the {count} statements was checked over all {all_} cases there are: {given} in "
            f"which something is given, and {refused} in which nothing is. {len(failed)} are not kept.",
            f"制作本手册时，{count} 条安全断言逐条在全部 {all_} 种情形上作了检查：其中给出内容的 {given} 种，不给出任何内容的 "
            f"{refused} 种。不成立的有 {len(failed)} 条。",
        ),
        [node("pre", violation.said(making.language), class_="warning") for violation in making.violations],
        table(said("Every safety statement", "全部安全断言"), heads, rows),
    )


def differences(making: Making) -> Element:
    """The section of the differences between the policy of the book and another."""
    said = making.said
    comparison = compare(making.other, making.policy)
    old, new = making.other.version, making.policy.version
    nothing = not (comparison.more or comparison.less or comparison.readings or comparison.clauses)
    cited = making.number(len(comparison.cited))
    readings = (
        making.link(reading_id(reading.id), reading.question.said(making.language))
        for reading in making.readings
        if reading.changed_by in comparison.readings
    )
    clauses = (making.linked(clause.said(making.language)) for clause in comparison.clauses)
    beside = (BESIDE[name].said(making.language) for name in comparison.not_compared)
    return making.section(
        "differences",
        "Compared with another policy",
        "与另一种隐私条款相比",
        node(
            "p",
            said("This book is of policy ", "本手册对应的隐私条款："),
            node("code", new),
            said(", compared with ", "；相比较的隐私条款："),
            node("code", old),
            said(".", "。"),
        ),
        making.paragraph("Nothing differs in any case.", "在任何情形中都没有不同。") if nothing else "",
        _listed(said("Readings that differ", "不同的解读"), readings),
        _listed(said("Clauses whose text differs", "文字不同的规则"), clauses),
        _listed(said("What differs as well, and decides no case", "其他不同，不影响任何情形的决定"), beside),
        making.paragraph(
            f"In {cited} cases the same is given or refused by other clauses.",
            f"{cited} 种情形的结果相同，但引用的规则不同。",
        )
        if comparison.cited
        else "",
        _cases(comparison.more, said("Cases in which it shows more", "展示更多的情形"), making),
        _cases(comparison.less, said("Cases in which it shows less", "展示更少的情形"), making),
    )


def _listed(heading: str, found: Iterable[Child]) -> Element | str:
    lines = [node("li", one) for one in found]
    return node("div", node("h3", heading), node("ul", lines)) if lines else ""


def _cases(differences: Iterable[CaseDifference], caption: str, making: Making) -> Element | str:
    alike: defaultdict[tuple[Document, Kind, Action, Items, Items], int] = defaultdict(int)
    for found in differences:
        facts = found.facts
        alike[facts.document, facts.kind, facts.action, found.gained, found.lost] += 1
    if not alike:
        return ""
    heads = [
        making.said("viewer", "查看者类别"),
        making.said("action", "操作"),
        making.said("more", "增加"),
        making.said("less", "减少"),
        making.said("cases", "情形数"),
    ]
    rows = [
        row(
            making.asking(document, kind, None),
            making.word(action),
            joined(making.items(gained), making.said("; ", "；")) or "—",
            joined(making.items(lost), making.said("; ", "；")) or "—",
            making.number(count),
        )
        for (document, kind, action, gained, lost), count in alike.items()
    ]
    return table(caption, heads, rows, class_="plain")
