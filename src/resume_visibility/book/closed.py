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
from ..policy.decisions import Grant, Item, Refusal
from ..policy.facts import Kind, Standing
from .making import Making
from .nodes import node, row, table
from .survey import way_of


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


def gates(making: Making) -> Element:
    """The section of the gates that close everything."""
    said = making.said
    heads = [
        said("while", "情形"),
        said("clause", "规则"),
        said("cases", "情形数"),
        said("still shown to", "仍能看到的人"),
    ]
    caption = said("The gates: each comes before everything else", "前提：先于一切判断")
    gated = table(caption, heads, _gates(making))
    return making.section("gates", "When nothing is shown", "什么情况下一律不展示", gated)


def _gates(making: Making) -> Iterator[Element]:
    qualifying = _who_qualify(making)
    for gate in GATES:
        closed = [
            case
            for case in making.survey.cases
            if not getattr(case.facts, gate.field)
            and (gate.field != "qualified" or case.facts.kind in qualifying)
        ]
        passing = {case.facts.kind for case in closed if case.given}
        yield row(
            gate.closed.said(making.language),
            making.cited((gate.clause,)),
            making.number(len(closed)),
            making.kinds(passing),
        )


def _who_qualify(making: Making) -> frozenset[Kind]:
    """The kinds of viewer that can be signed in and verified, or not."""
    both = defaultdict[Kind, set[bool]](set)
    for case in making.survey.cases:
        both[case.facts.kind].add(case.facts.qualified)
    return frozenset(kind for kind, found in both.items() if len(found) == 2)


class Blocked(NamedTuple):
    """The counts of the table on blocked companies.

    Args:
        cases: the cases in which the viewer's company is blocked.
        given: the number of them in which anything is given.
        clauses: the clauses that were cited where they are refused.
    """

    cases: int
    given: int
    clauses: tuple[Clause, ...]


def blocked_companies(making: Making) -> Blocked:
    """Count what blocked companies are given, over all cases."""
    cases = [case for case in making.survey.cases if case.facts.standing is Standing.BLOCKED]
    cited = {
        clause for case in cases if isinstance(case.decision, Refusal) for clause in case.decision.refused_by
    }
    given = sum(bool(case.given) for case in cases)
    return Blocked(len(cases), given, tuple(clause for clause in Clause if clause in cited))


_ON_BLOCKS = ("BLOCK-1", "BLOCK-2", "BLOCK-3", "BLOCK-4", "APPLY-6", "LAW-3", "EXPORT-1")


def blocked(making: Making) -> Element:
    """The section about what a blocked company can learn."""
    said = making.said
    found = blocked_companies(making)
    cases, given = making.number(found.cases), making.number(found.given)
    rules = [
        node("li", making.rule(rule), said(": ", "："), making.rules[rule].gist.said(making.language))
        for rule in _ON_BLOCKS
        if rule in making.rules
    ]
    return making.section(
        "blocked",
        "What a blocked company can learn",
        "被屏蔽的公司能得知什么",
        node(
            "p",
            making.linked(
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
            making.link(
                "switch-blocks", said("What changes when a company is blocked", "屏蔽一家公司时有什么变化")
            ),
        ),
    )


def exports(making: Making) -> Element:
    """The section about what may be exported, and by whom."""
    said = making.said
    modes = [making.word(visibility) for visibility in Visibility]
    rule = "EXPORT-1"
    note = making.rules[rule].gist.said(making.language) if rule in making.rules else ""
    heads = [said("viewer", "查看者类别"), *modes, said("at most", "最多包括")]
    return making.section(
        "exports",
        "What may be exported, and by whom",
        "什么可以导出，由谁导出",
        making.paragraph(
            "Over all cases in which the action is an export. A clause stands where an export is allowed in at least one.",
            "综合操作为“导出”的全部情形。至少在一种情形中允许导出的，列出所依据的规则。",
        ),
        table(said("Who may export", "谁可以导出"), heads, _exports(making)),
        node("p", making.rule(rule), said(": ", "："), note),
    )


_Who = tuple[Document, Kind, Words | None]


def _exports(making: Making) -> Iterator[Element]:
    allowed: defaultdict[_Who, defaultdict[Visibility, dict[Clause, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    most: defaultdict[_Who, set[Item]] = defaultdict(set)
    for case in making.survey.grants:
        if case.facts.action is Action.EXPORT and isinstance(case.decision, Grant):
            who = case.facts.document, case.facts.kind, way_of(case.facts)
            most[who] |= case.decision.parts
            for clause in dict(case.decision.given)[Action.EXPORT]:
                allowed[who][case.facts.visibility][clause] = None
    for who, by_mode in allowed.items():
        cells = [making.cited(clauses) if (clauses := by_mode.get(mode)) else "—" for mode in Visibility]
        if who[0] is Document.FORM:  # no mode governs a form
            [clauses] = by_mode.values()
            cells = [making.cited(clauses) for _ in Visibility]
        yield row(making.asking(*who), *cells, node("td", making.items(most[who]), class_="small"))
