"""Each part: who can ever see it, for which actions, and under which clause."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..model.parts import PARTS_OF, Document, Part
from ..model.viewers import Action
from ..policy.facts import ViewerKind
from .making import BookWriter, part_id
from .nodes import join_nodes, node, row, table
from .survey import Access


def every_part(writer: BookWriter) -> Element:
    """The section with an overview of all parts, and then a table for each part."""
    return writer.section(
        "parts",
        "Each part: who can ever see it",
        "每个部分：谁能看到",
        writer.paragraph(
            "Over all cases. “Always” means: whenever this viewer is shown a view at all. “Sometimes” means: in some of "
            "those cases; the tables below say which. “Where named” means: only if the consent or the order names the part.",
            "综合全部情形。“总是”指该类查看者只要能查看就能看到；“有时”指只在其中一部分情形中能看到，下面的表格说明是哪些；"
            "“列明才有”指单独同意或法律要求列明了该部分才能看到。",
        ),
        writer.on_recipients(),
        [_overview(document, writer) for document in Document],
        [
            node(
                "div",
                node("h3", writer.word(document), id=f"parts-{document.value}"),
                _part_tables(document, writer),
            )
            for document in Document
        ],
    )


_LABELS = {
    "always": ("always", "总是"),
    "sometimes": ("sometimes", "有时"),
    "named": ("where named", "列明才有"),
    "chat": ("chat alone", "仅限在线沟通"),
    "other": ("not in a view", "仅限查看以外的操作"),
    "never": ("never", "看不到"),
}


def _overview(document: Document, writer: BookWriter) -> Element:
    survey, kinds = writer.survey, _kinds_with_access(document, writer)
    asked = (document, Action.VIEW)
    cases = [case for case in survey.grants if (case.facts.document, case.facts.action) == asked]
    views = Counter(case.facts.kind for case in cases)
    shown = Counter((case.facts.kind, item) for case in cases for item in case.given)
    rows = []
    for part in Part:
        if part in PARTS_OF[document]:
            given = survey.gives.get((document, part), {})
            labels = [_label(kind, shown[kind, part], views[kind], given.get(kind)) for kind in kinds]
            cells = [node("td", writer.said(*_LABELS[label]), class_=f"how {label}") for label in labels]
            rows.append(row(writer.link(part_id(document, part), writer.word(part)), *cells))
    heads = [writer.said("part", "部分"), *(writer.word(kind) for kind in kinds)]
    return table(
        writer.said(f"Every part of the {writer.word(document)}", f"{writer.word(document)}的每个部分"),
        heads,
        rows,
        class_="grid",
    )


def _label(kind: ViewerKind, shown: int, views: int, access: Access | None) -> str:
    if shown:
        if kind is ViewerKind.RECIPIENT:  # the table knows only the most that a consent may name
            return "named"
        return "always" if shown == views else "sometimes"
    if access is None:
        return "never"
    return "chat" if access.actions == (Action.CHAT,) else "other"


def _kinds_with_access(document: Document, writer: BookWriter) -> list[ViewerKind]:
    """The kinds of viewer that are ever given something of a document."""
    given = {kind for (doc, _), kinds in writer.survey.gives.items() if doc is document for kind in kinds}
    return [kind for kind in ViewerKind if kind in given]


def _part_tables(document: Document, writer: BookWriter) -> Iterator[Element]:
    """The parts. Parts that the same viewers see in the same way are in one table."""
    parts_by_access: defaultdict[tuple[tuple[ViewerKind, Access], ...], list[Part]] = defaultdict(list)
    for part in Part:
        if part in PARTS_OF[document]:
            parts_by_access[tuple(writer.survey.gives.get((document, part), {}).items())].append(part)
    for viewers, parts in parts_by_access.items():
        yield _table(document, parts, dict(viewers), writer)


def _table(
    document: Document, parts: list[Part], viewers: dict[ViewerKind, Access], writer: BookWriter
) -> Element:
    said = writer.said
    named = [node("span", writer.word(part), id=part_id(document, part)) for part in parts]
    heading = join_nodes(named, said(", ", "、"))
    rows = [_kind_row(document, kind, viewers[kind], writer) for kind in ViewerKind if kind in viewers]
    never = writer.kinds({*ViewerKind} - viewers.keys())
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
        writer.paragraph(f"In no case: {never}.", f"在任何情形中都看不到的：{never}。"),
    )


def _kind_row(document: Document, kind: ViewerKind, seen: Access, writer: BookWriter) -> Element:
    ways = writer.comma(way.said(writer.language) for way in seen.ways)
    total = writer.survey.of[document, kind]
    return row(
        writer.word(kind),
        ways or "—",
        writer.comma(writer.word(action) for action in seen.actions),
        writer.cited(seen.clauses),
        writer.said(
            f"{writer.number(seen.cases)} of {writer.number(total)}",
            f"{writer.number(total)} 种中的 {writer.number(seen.cases)} 种",
        ),
    )
