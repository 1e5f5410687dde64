"""HTML as a tree, so that everything is escaped: the standard library writes it."""

import re
from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Piece: TypeAlias = "str | Element"
Child: TypeAlias = "Piece | Iterable[Piece]"
"""The content of an element: text, another element, or several."""

_FORBIDDEN_CHAR = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LINE_TAGS = frozenset(
    {"li", "p", "tr", "section", "h1", "h2", "h3", "h4", "table", "thead", "tbody", "caption", "article"}
)


def node(tag: str, *children: Child, **attributes: str | None) -> Element:
    """Make an element.

    Args:
        tag: its name.
        children: its content.
        attributes: its attributes. "_" stands for "-", and a "_" at the end is left out. An attribute of None is left out.
    """
    element = Element(
        tag,
        {
            name.rstrip("_").replace("_", "-"): _clean_text(value)
            for name, value in attributes.items()
            if value is not None
        },
    )
    for child in children:
        for piece in (child,) if isinstance(child, str | Element) else child:
            _append(element, piece)
    if tag in _LINE_TAGS:  # a line of its own in the file; it is not seen on the page
        element.tail = "\n"
    return element


def _append(parent: Element, child: str | Element) -> None:
    if isinstance(child, Element):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + _clean_text(child)
    else:
        parent.text = (parent.text or "") + _clean_text(child)


def _clean_text(text: str) -> str:
    """A text without the characters that no page may hold, not even escaped."""
    return _FORBIDDEN_CHAR.sub("\ufffd", text)


def write_page(root: Element) -> str:
    """Write a whole page: the element `html` with all that it holds."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"


def table(
    caption: Child, heads: Iterable[Child], rows: Iterable[Element], class_: str | None = None
) -> Element:
    """Make a table of rows from `row`, with a caption and a head for each column, in a frame that scrolls if the window is narrow."""
    columns = [node("th", head, scope="col") for head in heads]
    head, body = node("thead", node("tr", columns)), node("tbody", list(rows))
    element = node("table", node("caption", caption), head, body, class_=class_)
    return node("div", element, class_="scroll", tabindex="0", role="group")


def row(head: Child, *cells: Child, id_: str | None = None) -> Element:
    """Make a row whose first cell is its head. Of the other contents, a `td` is taken as it is."""
    others = [cell if isinstance(cell, Element) and cell.tag == "td" else node("td", cell) for cell in cells]
    return node("tr", node("th", head, scope="row"), others, id=id_)


def join_nodes(parts: Iterable[str | Element], separator: str) -> list[str | Element]:
    """The parts with a separator between them."""
    nodes: list[str | Element] = []
    for part in parts:
        nodes += [separator, part] if nodes else [part]
    return nodes
