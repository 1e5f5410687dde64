"""Each part: who can ever see it, for which actions, and under which clause."""

from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..model.parts import PARTS_OF, Document, Part
from ..model.viewers import Action
from ..policy.facts import Kind
from .making import Making, part_id
from .nodes import joined, node, row, table
from .survey import Seen


def every_part(making: Making) -> Element:
    """The section with an overview of all parts, and then a table for each part."""
    return making.section(
        "parts",
        "Each part: who can ever see it",
        "每个部分：谁能看到",
        making.paragraph(
            "Over all cases. “Always” means: whenever this viewer is shown a view at all. “Sometimes” means: in some of "
            "those cases; the tables below say which.",
            "综合全部情形。“总是”指该类查看者只要能查看就能看到；“有时”指只在其中一部分情形中能看到，下面的表格说明是哪些。",
        ),
        making.on_recipients(),
        [_overview(document, making) for document in Document],
        [_of_document(document, making) for document in Document],
    )


_HOW = {
    "always": ("always", "总是"),
    "sometimes": ("sometimes", "有时"),
    "chat": ("chat alone", "仅限在线沟通"),
    "never": ("never", "看不到"),
}


def _overview(document: Document, making: Making) -> Element:
    survey, kinds = making.survey, _asking(document, making)
    views: defaultdict[Kind, int] = defaultdict(int)
    shown: defaultdict[tuple[Kind, Part], int] = defaultdict(int)
    for case in survey.grants:
        if case.facts.document is document and case.facts.action is Action.VIEW:
            views[case.facts.kind] += 1
            for item in case.given:
                if isinstance(item, Part):
                    shown[case.facts.kind, item] += 1
    rows = []
    for part in Part:
        if part in PARTS_OF[document]:
            ever = survey.gives.get((document, part), {})
            hows = [_how(shown[kind, part], views[kind], kind in ever) for kind in kinds]
            cells = [node("td", making.said(*_HOW[how]), class_=f"how {how}") for how in hows]
            rows.append(row(making.link(part_id(document, part), making.word(part)), *cells))
    heads = [making.said("part", "部分"), *(making.word(kind) for kind in kinds)]
    return table(
        making.said(f"Every part of the {making.word(document)}", f"{making.word(document)}的每个部分"),
        heads,
        rows,
        class_="grid",
    )


def _how(shown: int, views: int, ever: bool) -> str:
    if shown == views and shown:
        return "always"
    return "sometimes" if shown else "chat" if ever else "never"


def _asking(document: Document, making: Making) -> list[Kind]:
    """The kinds of viewer that are ever given something of a document."""
    found = {kind for (asked, _), kinds in making.survey.gives.items() if asked is document for kind in kinds}
    return [kind for kind in Kind if kind in found]


def _of_document(document: Document, making: Making) -> Element:
    heading = node("h3", making.word(document), id=f"parts-{document.value}")
    return node("div", heading, _parts(document, making))


def _parts(document: Document, making: Making) -> Iterator[Element]:
    """The parts. Parts that the same viewers see in the same way are in one table."""
    alike: defaultdict[tuple[tuple[Kind, Seen], ...], list[Part]] = defaultdict(list)
    for part in Part:
        if part in PARTS_OF[document]:
            alike[tuple(making.survey.gives.get((document, part), {}).items())].append(part)
    for viewers, parts in alike.items():
        yield _table(document, parts, dict(viewers), making)


def _table(document: Document, parts: list[Part], viewers: dict[Kind, Seen], making: Making) -> Element:
    said = making.said
    named = [node("span", making.word(part), id=part_id(document, part)) for part in parts]
    heading = joined(named, said(", ", "、"))
    rows = [_row(document, kind, viewers[kind], making) for kind in Kind if kind in viewers]
    never = making.kinds({*Kind} - viewers.keys())
    heads = [
        said("viewer", "查看者类别"),
        said("how they stand to it", "与简历的关系"),
        said("when they", "进行的操作"),
        said("under", "依据规则"),
        said("cases", "情形数"),
    ]
    return node(
        "div",
        node("h4", heading),
        table(said("Who can see it", "谁能看到"), heads, rows, class_="plain"),
        making.paragraph(f"In no case: {never}.", f"在任何情形中都看不到的：{never}。"),
    )


def _row(document: Document, kind: Kind, seen: Seen, making: Making) -> Element:
    ways = making.comma(way.said(making.language) for way in seen.ways)
    total = making.survey.of[document, kind]
    return row(
        making.word(kind),
        ways or "—",
        making.comma(making.word(action) for action in seen.actions),
        making.cited(seen.clauses),
        making.said(
            f"{making.number(seen.cases)} of {making.number(total)}",
            f"{making.number(total)} 种中的 {making.number(seen.cases)} 种",
        ),
    )
