"""Who sees what: the viewers of the matrix in every mode, and the most that each kind of viewer is given."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..model.parts import PARTS_OF, Channel, Document, Part
from ..model.settings import Visibility
from ..model.viewers import Action
from ..policy.decisions import Decision, Grant, Item
from ..policy.facts import ViewerKind
from ..policy.matrix import FORM_ROWS, ROWS, Row, decide_usual
from .making import SECTIONS, BookWriter
from .nodes import node, row, table


def who_sees_what(writer: BookWriter) -> Element:
    """The section with both matrices, in words and not in codes."""
    said = writer.said
    modes = [writer.word(visibility) for visibility in Visibility]
    viewer = said("viewer", "查看者类别")
    resumes = [_viewer_row(entry, tuple(Visibility), writer) for entry in ROWS]
    forms = [_viewer_row(entry, (Visibility.PRIVATE,), writer) for entry in FORM_ROWS]
    return writer.section(
        "who-sees-what",
        "Who sees what",
        "谁能看到什么",
        writer.paragraph(
            "Assumed: permissions on, account open, surely of age, real name shown. What is listed is what a view gives, or a chat "
            "where there is no view.",
            "假定：权限开启，账号有效，能确定已达到规定年龄，展示真实姓名。所列为查看时的内容；不能查看时，为在线沟通时的内容。",
        ),
        writer.on_recipients(),
        _legend(writer),
        table(
            said("Online resumes, in each of the four modes", "在线简历，按四种公开状态"),
            [viewer, *modes],
            resumes,
        ),
        table(
            said(
                "Campus and company-made forms, which the modes do not govern",
                "定制化简历，不受公开状态影响",
            ),
            [viewer, said("what is seen", "能看到什么")],
            forms,
        ),
    )


_LOOKS = {
    "nothing": ("nothing at all", "什么都看不到"),
    "identity": ("no view: only what a chat shows", "不能查看，只有在线沟通中展示的内容"),
    "some": ("a view without the real mobile number", "可查看，不含真实手机号码"),
    "number": ("a view with the real mobile number", "可查看，含真实手机号码"),
}


def _legend(writer: BookWriter) -> Element:
    shown = [
        node("li", node("span", writer.said(*words), class_=f"chip {look}")) for look, words in _LOOKS.items()
    ]
    return node("ul", shown, class_="legend", aria_label=writer.said("Colours of the tables", "表格颜色"))


def _look_of(decision: Decision) -> str:
    if not isinstance(decision, Grant):
        return "nothing"
    if Action.VIEW not in decision.actions:
        return "identity"
    return "number" if Part.MOBILE in decision.parts else "some"


def _viewer_row(entry: Row, modes: tuple[Visibility, ...], writer: BookWriter) -> Element:
    cells = [_cell(decide_usual(entry.viewer, mode, writer.policy), writer) for mode in modes]
    return row(entry.full_label(writer.language), *cells)


def _cell(decision: Decision, writer: BookWriter) -> Element:
    said = writer.said
    look = _look_of(decision)
    lines = [node("strong", said(*_LOOKS[look]))]
    if isinstance(decision, Grant):
        actions = writer.comma(writer.word(action) for action in Action if action in decision.actions)
        channels = writer.comma(writer.word(channel) for channel in Channel if channel in decision.channels)
        none = said("none", "无")
        shown_count, total = len(decision.parts), len(PARTS_OF[decision.document])
        lines += [
            node("span", said(f"may: {actions}", f"可：{actions}")),
            node("span", said(f"reaches by: {channels or none}", f"联系渠道：{channels or none}")),
            node("span", said(f"{shown_count} of {total} parts", f"{shown_count} / {total} 个部分")),
        ]
    return node("td", lines, class_=f"cell {look}")


def kinds_of_viewer(writer: BookWriter) -> Element:
    """The section about the most that each kind of viewer is given, in any case."""
    return writer.section(
        "viewers",
        "What each viewer can see at most",
        "每类查看者最多能看到什么",
        writer.paragraph(
            "Over all cases: what a viewer of that kind is given in at least one, under which clauses, and what in none.",
            "综合全部情形：该类查看者至少在一种情形中能得到的内容及其依据规则，以及在任何情形中都得不到的内容。",
        ),
        writer.on_recipients(),
        node("ul", _section_items(writer)),
        _kind_blocks(writer),
    )


def _section_items(writer: BookWriter) -> Iterator[Element]:
    """The sections that are meant when all sections are named in one word."""
    for words, sections in SECTIONS.items():
        listed = writer.comma(writer.word(part) for part in Part if part in sections)
        yield node("li", f"{words.said(writer.language)}{writer.said(': ', '：')}{listed}")


def _kind_blocks(writer: BookWriter) -> Iterator[Element]:
    for kind in ViewerKind:
        yield node("h3", writer.word(kind), id=f"viewer-{kind.value}")
        for document in Document:
            yield _most_given(document, kind, writer)


def _most_given(document: Document, kind: ViewerKind, writer: BookWriter) -> Element:
    said, gives = writer.said, writer.survey.gives
    given: list[Item] = [item for (doc, item), kinds in gives.items() if doc is document and kind in kinds]
    name = node("strong", writer.word(document))
    if not given:
        return node("p", name, said(": nothing, in any case.", "：在任何情形中都得不到任何内容。"))
    clauses = {clause: None for item in given for clause in gives[document, item][kind].clauses}
    never = [writer.word(part) for part in Part if part in PARTS_OF[document] and part not in given]
    lines = [node("li", line) for line in writer.items(given)]
    lines.append(node("li", said("under ", "依据："), writer.cited(clauses)))
    nothing = said("none", "无")
    lines.append(node("li", said("never: ", "在任何情形中都看不到："), writer.comma(never) or nothing))
    return node("div", node("p", name), node("ul", lines))
