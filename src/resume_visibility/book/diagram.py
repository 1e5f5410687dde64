"""How a request is decided, as a drawing and in words."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..policy.clauses import Clause
from ..policy.decisions import Refusal
from ..policy.facts import Facts, Standing
from .closed import GATES
from .making import Making
from .nodes import node


class Step(NamedTuple):
    """A question on the way to a decision.

    Args:
        asked: the question, in a few words.
        clauses: the clauses that refuse if the answer is no.
        refused: the number of cases that they refuse.
    """

    asked: str
    clauses: tuple[Clause, ...]
    refused: int


def steps(making: Making) -> tuple[Step, ...]:
    """The gates, the block, and whether any clause allows the action. Each refused case counts at the first of them."""
    said = making.said
    asked = {
        Clause.GATE_2: said("Do resume and account exist?", "简历和账号有效吗？"),
        Clause.GATE_1: said("Is the resume permission on?", "简历权限开启了吗？"),
        Clause.GATE_3: said("Is the candidate surely of age?", "能确定已达到规定年龄吗？"),
        Clause.GATE_4: said(
            "Is the viewer signed in and verified as required?", "查看者已按要求登录并认证吗？"
        ),
        Clause.BLOCK_1: said("Is the company not blocked?", "公司没有被屏蔽吗？"),
    }
    order = (*(gate.clause for gate in GATES), Clause.BLOCK_1)
    counted, others = Counter[Clause](), Counter[Clause]()
    for case in making.survey.cases:
        if isinstance(case.decision, Refusal):
            closed = [clause for clause in order if _closes(clause, case.facts, case.decision)]
            if closed:
                counted[closed[0]] += 1
            else:
                others.update(case.decision.refused_by[:1])
    last = said("Does a clause allow this action?", "有规则允许这一操作吗？")
    clauses = tuple(clause for clause in Clause if clause in others)
    return (
        *(Step(asked[clause], (clause,), counted[clause]) for clause in order),
        Step(last, clauses, others.total()),
    )


def _closes(clause: Clause, facts: Facts, refusal: Refusal) -> bool:
    """Whether a gate or block refuses: its clause is cited because its condition does not hold (GATE-1 closes chats, too)."""
    holds = {gate.clause: getattr(facts, gate.field) for gate in GATES}
    holds[Clause.BLOCK_1] = facts.standing is not Standing.BLOCKED
    return clause in refusal.refused_by and not holds[clause]


def how_it_is_decided(making: Making) -> Element:
    """The section with the drawing, and the same in words."""
    caption = making.said(
        "Every request takes this way; the numbers are cases that end there.",
        "每次请求都走这一路径；数字是在该处被拒绝的情形数。",
    )
    return making.section(
        "decision",
        "How it is decided",
        "如何决定",
        node("figure", _drawing(making), node("figcaption", caption)),
        node("ol", _in_words(making)),
    )


def _in_words(making: Making) -> Iterator[Element]:
    said = making.said
    for step in steps(making):
        count = making.number(step.refused)
        yield node(
            "li",
            step.asked,
            said(f" If not, nothing is shown ({count} cases): ", f"若否，不展示（{count} 种情形）："),
            making.cited(step.clauses),
        )
    given = making.number(len(making.survey.grants))
    yield node(
        "li",
        said(
            f"What the clauses give is shown, and nothing else ({given} cases).",
            f"只展示规则给出的内容，其余一律不展示（{given} 种情形）。",
        ),
    )


_WIDTH, _HEIGHT, _GAP, _BOX, _NO = 680, 44, 22, 340, 230


def _drawing(making: Making) -> Element:
    said, found = making.said, steps(making)
    parts: list[Element] = [
        node("title", said("How a request is decided", "一次请求如何决定"), id="drawing-title"),
        node(
            "desc",
            said("The list below says the same in words.", "下面的列表用文字说明同样的内容。"),
            id="drawing-text",
        ),
    ]
    y = 0
    for step in found:
        refused = said(
            f"not shown · {making.number(step.refused)} cases",
            f"不展示 · {making.number(step.refused)} 种情形",
        )
        middle = y + _HEIGHT // 2
        parts += [
            _box(0, y, _BOX, "ask"),
            _label(_BOX // 2, middle, step.asked),
            _line(_BOX, middle, _WIDTH - _NO, middle),
            _label((_BOX + _WIDTH - _NO) // 2, middle - 10, said("no", "否"), "note"),
            _box(_WIDTH - _NO, y, _NO, "no"),
            _label(_WIDTH - _NO // 2, middle, refused),
            _line(_BOX // 2, y + _HEIGHT, _BOX // 2, y + _HEIGHT + _GAP),
            _label(_BOX // 2 + 20, y + _HEIGHT + _GAP // 2, said("yes", "是"), "note"),
        ]
        y += _HEIGHT + _GAP
    given = making.number(len(making.survey.grants))
    parts += [
        _box(0, y, _BOX, "yes"),
        _label(
            _BOX // 2,
            y + _HEIGHT // 2,
            said(f"shown: what clauses give · {given} cases", f"展示规则给出的内容 · {given} 种情形"),
        ),
    ]
    return node(
        "svg",
        parts,
        viewBox=f"-2 -2 {_WIDTH + 4} {y + _HEIGHT + 4}",
        role="img",
        aria_labelledby="drawing-title drawing-text",
    )


def _box(x: int, y: int, width: int, look: str) -> Element:
    return node("rect", x=str(x), y=str(y), width=str(width), height=str(_HEIGHT), rx="6", class_=look)


def _line(x1: int, y1: int, x2: int, y2: int) -> Element:
    return node("line", x1=str(x1), y1=str(y1), x2=str(x2), y2=str(y2))


def _label(x: int, y: int, text: str, look: str | None = None) -> Element:
    return node("text", text, x=str(x), y=str(y), class_=look)
