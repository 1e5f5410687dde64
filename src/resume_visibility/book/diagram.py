"""How a request is decided, as a drawing and in words."""

from collections import Counter
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..policy.clauses import Clause
from ..policy.decisions import Refusal
from ..policy.facts import Facts, Standing
from .closed import GATES
from .making import BookWriter
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


def steps(writer: BookWriter) -> tuple[Step, ...]:
    """The gates, the block, and whether any clause allows the action. Each refused case counts at the first of them."""
    said = writer.said
    questions = {
        Clause.GATE_2: said("Do resume and account exist?", "简历和账号有效吗？"),
        Clause.GATE_1: said("Is the resume permission on?", "简历权限开启了吗？"),
        Clause.GATE_3: said("Is the candidate surely of age?", "能确定已达到规定年龄吗？"),
        Clause.GATE_4: said(
            "Is the viewer signed in and verified as required?", "查看者已按要求登录并认证吗？"
        ),
        Clause.BLOCK_1: said("Is the company not blocked?", "公司没有被屏蔽吗？"),
    }
    counted, others = Counter[Clause](), Counter[Clause]()
    for case in writer.survey.cases:
        if isinstance(case.decision, Refusal):
            cited = case.decision.refused_by
            for clause, is_open in _IS_OPEN.items():
                if clause in cited and not is_open(case.facts):
                    counted[clause] += 1
                    break
            else:
                others.update(cited[:1])
    last_question = said("Does a clause allow this action?", "有规则允许这一操作吗？")
    clauses = tuple(clause for clause in Clause if clause in others)
    return (
        *(Step(questions[clause], (clause,), counted[clause]) for clause in _IS_OPEN),
        Step(last_question, clauses, others.total()),
    )


_IS_OPEN: dict[Clause, Callable[[Facts], bool]] = {
    **{gate.clause: attrgetter(gate.field) for gate in GATES},
    Clause.BLOCK_1: lambda facts: facts.standing is not Standing.BLOCKED,
}
"""When each gate and the block are open. Where one is, its clause is cited for something else: GATE-1 closes chats, too."""


def how_it_is_decided(writer: BookWriter) -> Element:
    """The section with the drawing, and the same in words."""
    all_steps = steps(writer)
    caption = writer.said(
        "Every request takes this way; the numbers are cases that end there.",
        "每次请求都走这一路径；数字是在该处被拒绝的情形数。",
    )
    return writer.section(
        "decision",
        "How it is decided",
        "如何决定",
        node("figure", _drawing(all_steps, writer), node("figcaption", caption)),
        node("ol", _step_items(all_steps, writer)),
    )


def _step_items(all_steps: tuple[Step, ...], writer: BookWriter) -> Iterator[Element]:
    said = writer.said
    for step in all_steps:
        count = writer.number(step.refused)
        yield node(
            "li",
            step.asked,
            said(f" If not, nothing is shown ({count} cases): ", f"若否，不展示（{count} 种情形）："),
            writer.cited(step.clauses),
        )
    given = writer.number(len(writer.survey.grants))
    yield node(
        "li",
        said(
            f"What the clauses give is shown, and nothing else ({given} cases).",
            f"只展示规则给出的内容，其余一律不展示（{given} 种情形）。",
        ),
    )


_WIDTH, _BOX_HEIGHT, _GAP, _BOX_WIDTH, _NO_WIDTH = 680, 44, 22, 340, 230


def _drawing(all_steps: tuple[Step, ...], writer: BookWriter) -> Element:
    said = writer.said
    parts: list[Element] = [
        node("title", said("How a request is decided", "一次请求如何决定"), id="drawing-title"),
        node(
            "desc",
            said("The list below says the same in words.", "下面的列表用文字说明同样的内容。"),
            id="drawing-text",
        ),
    ]
    y = 0
    for step in all_steps:
        refused = said(
            f"not shown · {writer.number(step.refused)} cases",
            f"不展示 · {writer.number(step.refused)} 种情形",
        )
        middle = y + _BOX_HEIGHT // 2
        parts += [
            _draw_box(0, y, _BOX_WIDTH, "ask"),
            _draw_label(_BOX_WIDTH // 2, middle, step.asked),
            _draw_line(_BOX_WIDTH, middle, _WIDTH - _NO_WIDTH, middle),
            _draw_label((_BOX_WIDTH + _WIDTH - _NO_WIDTH) // 2, middle - 10, said("no", "否"), "note"),
            _draw_box(_WIDTH - _NO_WIDTH, y, _NO_WIDTH, "no"),
            _draw_label(_WIDTH - _NO_WIDTH // 2, middle, refused),
            _draw_line(_BOX_WIDTH // 2, y + _BOX_HEIGHT, _BOX_WIDTH // 2, y + _BOX_HEIGHT + _GAP),
            _draw_label(_BOX_WIDTH // 2 + 20, y + _BOX_HEIGHT + _GAP // 2, said("yes", "是"), "note"),
        ]
        y += _BOX_HEIGHT + _GAP
    given = writer.number(len(writer.survey.grants))
    parts += [
        _draw_box(0, y, _BOX_WIDTH, "yes"),
        _draw_label(
            _BOX_WIDTH // 2,
            y + _BOX_HEIGHT // 2,
            said(f"shown: what clauses give · {given} cases", f"展示规则给出的内容 · {given} 种情形"),
        ),
    ]
    return node(
        "svg",
        parts,
        viewBox=f"-2 -2 {_WIDTH + 4} {y + _BOX_HEIGHT + 4}",
        role="img",
        aria_labelledby="drawing-title drawing-text",
    )


def _draw_box(x: int, y: int, width: int, look: str) -> Element:
    return node("rect", x=str(x), y=str(y), width=str(width), height=str(_BOX_HEIGHT), rx="6", class_=look)


def _draw_line(x1: int, y1: int, x2: int, y2: int) -> Element:
    return node("line", x1=str(x1), y1=str(y1), x2=str(x2), y2=str(y2))


def _draw_label(x: int, y: int, text: str, look: str | None = None) -> Element:
    return node("text", text, x=str(x), y=str(y), class_=look)
