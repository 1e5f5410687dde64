"""HTML as a tree, so that nothing is written without being escaped: the standard library writes it down."""

import re
from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Piece: TypeAlias = "str | Element"
Child: TypeAlias = "Piece | Iterable[Piece]"
"""What an element holds: text, another element, or several."""

_NOT_HTML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LINES = frozenset(
    {"li", "p", "tr", "section", "h1", "h2", "h3", "h4", "table", "thead", "tbody", "caption", "article"}
)


def node(tag: str, *children: Child, **attributes: str | None) -> Element:
    """An element.

    Args:
        tag: its name.
        children: what it holds.
        attributes: of it; "_" stands for "-", and one at the end is left out. One that is None is not there.
    """
    made = Element(
        tag,
        {
            name.rstrip("_").replace("_", "-"): _text(value)
            for name, value in attributes.items()
            if value is not None
        },
    )
    for child in children:
        for one in (child,) if isinstance(child, str | Element) else child:
            _append(made, one)
    if tag in _LINES:  # a line of its own in the file, which shows nowhere
        made.tail = "\n"
    return made


def _append(to: Element, child: str | Element) -> None:
    if isinstance(child, Element):
        to.append(child)
    elif len(to):
        to[-1].tail = (to[-1].tail or "") + _text(child)
    else:
        to.text = (to.text or "") + _text(child)


def _text(text: str) -> str:
    """A text without what no page may hold, not even escaped."""
    return _NOT_HTML.sub("\ufffd", text)


def written(root: Element) -> str:
    """A whole page.

    Args:
        root: the element `html`.
    """
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"


def table(
    caption: Child, heads: Iterable[Child], rows: Iterable[Element], class_: str | None = None
) -> Element:
    """A table with a caption and a head for each column, in a frame that scrolls where the window is narrow.

    Args:
        caption: what it shows.
        heads: of the columns.
        rows: of its body, as `row` makes them.
        class_: for its looks.
    """
    columns = [node("th", head, scope="col") for head in heads]
    head, body = node("thead", node("tr", columns)), node("tbody", list(rows))
    made = node("table", node("caption", caption), head, body, class_=class_)
    return node("div", made, class_="scroll", tabindex="0", role="group")


def row(head: Child, *cells: Child, id_: str | None = None) -> Element:
    """A row whose first cell is its head.

    Args:
        head: of the row.
        cells: what stands in the others; a `td` stands as it is.
        id_: for links that lead to the row.
    """
    rest = [cell if isinstance(cell, Element) and cell.tag == "td" else node("td", cell) for cell in cells]
    return node("tr", node("th", head, scope="row"), rest, id=id_)


def joined(parts: Iterable[str | Element], separator: str) -> list[str | Element]:
    """The parts with something between each two."""
    found: list[str | Element] = []
    for part in parts:
        found += [separator, part] if found else [part]
    return found
