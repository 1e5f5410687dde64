"""The gates that close a resume to everybody, what a blocked company can learn, and what may be exported."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..model.language import Words
from ..model.parts import Document
from ..model.settings import Visibility
from ..model.viewers import Action
from ..policy.clauses import Clause
from ..policy.decisions import Grant, Item
from ..policy.facts import TO_QUALIFY, Standing
from .making import BookWriter
from .nodes import node, row, table
from .survey import ViewerGroup, viewer_group


class Gate(NamedTuple):
    """A condition without which nobody else is shown anything.

    Args:
        clause: the clause that requires it.
        field: the fact that has to be true.
        closed: the situation in which it is not true, in words.
    """

    clause: Clause
    field: str
    closed: Words


GATES = (
    Gate(
        Clause.GATE_2,
        "exists",
        Words("the resume is deleted, or the account closed", "简历已删除或账号已注销"),
    ),
    Gate(Clause.GATE_1, "resume_permission", Words("the resume permission is off", "简历权限已关闭")),
    Gate(Clause.GATE_3, "of_age", Words("the candidate is not surely of age", "不能确定已达到规定年龄")),
    Gate(
        Clause.GATE_4,
        "qualified",
        Words("a viewer who has to be signed in and verified is not", "应当登录并认证的查看者未登录或未认证"),
    ),
)


def gates(writer: BookWriter) -> Element:
    """The section of the gates that close everything."""
    said = writer.said
    heads = [
        said("while", "什么情况下"),
        said("clause", "规则"),
        said("cases", "情形数"),
        said("still shown to", "仍能看到的人"),
    ]
    caption = said("The gates: each comes before everything else", "前提：先于一切判断")
    gate_table = table(caption, heads, _gate_rows(writer))
    return writer.section("gates", "When nothing is shown", "什么情况下一律不展示", gate_table)


def _gate_rows(writer: BookWriter) -> Iterator[Element]:
    for gate in GATES:
        closed_cases = [
            case
            for case in writer.survey.cases
            if not getattr(case.facts, gate.field)
            and (gate.field != "qualified" or (case.facts.document, case.facts.kind) in TO_QUALIFY)
        ]
        passing_kinds = {case.facts.kind for case in closed_cases if case.given}
        yield row(
            gate.closed.said(writer.language),
            writer.cited((gate.clause,)),
            writer.number(len(closed_cases)),
            writer.kinds(passing_kinds),
        )


class Blocked(NamedTuple):
    """The counts of the table on blocked companies.

    Args:
        cases: the cases in which the viewer's company is blocked.
        given: the number of them in which anything is given.
    """

    cases: int
    given: int


def blocked_companies(writer: BookWriter) -> Blocked:
    """Count what blocked companies are given, over all cases."""
    cases = [case for case in writer.survey.cases if case.facts.standing is Standing.BLOCKED]
    return Blocked(len(cases), sum(bool(case.given) for case in cases))


_BLOCK_RULES = ("BLOCK-1", "BLOCK-2", "BLOCK-3", "BLOCK-4", "APPLY-6", "LAW-3", "EXPORT-1")


def blocked(writer: BookWriter) -> Element:
    """The section about what a blocked company can learn."""
    said = writer.said
    counts = blocked_companies(writer)
    cases, given = writer.number(counts.cases), writer.number(counts.given)
    rules = [node("li", writer.stated(rule)) for rule in _BLOCK_RULES if rule in writer.rules]
    return writer.section(
        "blocked",
        "What a blocked company can learn",
        "被屏蔽的公司能得知什么",
        node(
            "p",
            writer.linked(
                said(
                    f"In {cases} cases the viewer's company is blocked. In {given} of them anything is given. A refusal says nothing "
                    "of its reason (LAW-3): it looks as if there were no resume, so nobody learns that they are blocked.",
                    f"查看者的公司被屏蔽的情形有 {cases} 种，其中给出任何内容的有 {given} 种。拒绝时不说明任何原因（LAW-3）："
                    "看上去与没有这份简历一样，因此无从得知自己被屏蔽。",
                )
            ),
        ),
        node("ul", rules),
        node(
            "p",
            writer.link(
                "switch-blocks", said("What changes when a company is blocked", "屏蔽一家公司时有什么变化")
            ),
        ),
    )


def exports(writer: BookWriter) -> Element:
    """The section about what may be exported, and by whom."""
    said = writer.said
    modes = [writer.word(visibility) for visibility in Visibility]
    heads = [said("viewer", "查看者类别"), *modes, said("at most", "最多包括")]
    return writer.section(
        "exports",
        "What may be exported, and by whom",
        "什么可以导出，由谁导出",
        writer.paragraph(
            "Over all cases in which the action is an export. A clause stands where an export is allowed in at least one.",
            "综合操作为“导出”的全部情形。至少在一种情形中允许导出的，列出所依据的规则。",
        ),
        table(said("Who may export", "谁可以导出"), heads, _export_rows(writer)),
        node("p", writer.stated("EXPORT-1")),
    )


def _export_rows(writer: BookWriter) -> Iterator[Element]:
    allowed: defaultdict[ViewerGroup, defaultdict[Visibility, dict[Clause, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    most_parts: defaultdict[ViewerGroup, set[Item]] = defaultdict(set)
    for case in writer.survey.grants:
        if case.facts.action is Action.EXPORT and isinstance(case.decision, Grant):
            group = viewer_group(case.facts)
            most_parts[group] |= case.decision.parts
            clauses = case.decision.clauses_for(Action.EXPORT)
            allowed[group][case.facts.visibility].update(dict.fromkeys(clauses))
    for group, by_mode in allowed.items():
        cells = [writer.cited(by_mode[mode]) if mode in by_mode else "—" for mode in Visibility]
        if group[0] is Document.FORM:  # no mode governs a form
            [cited] = by_mode.values()
            cells = [writer.cited(cited) for _ in Visibility]
        yield row(writer.asking(*group), *cells, node("td", writer.items(most_parts[group]), class_="small"))
