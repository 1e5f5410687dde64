"""HTML as a tree, so that everything is escaped: the standard library writes it."""

import re
from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Piece: TypeAlias = "str | Element"
Child: TypeAlias = "Piece | Iterable[Piece]"
"""The content of an element: text, another element, or several."""

_NOT_HTML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LINES = frozenset(
    {"li", "p", "tr", "section", "h1", "h2", "h3", "h4", "table", "thead", "tbody", "caption", "article"}
)


def node(tag: str, *children: Child, **attributes: str | None) -> Element:
    """Make an element.

    Args:
        tag: its name.
        children: its content.
        attributes: its attributes. "_" stands for "-", and a "_" at the end is left out. An attribute of None is left out.
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
    if tag in _LINES:  # a line of its own in the file; it is not seen on the page
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
    """A text without the characters that no page may hold, not even escaped."""
    return _NOT_HTML.sub("\ufffd", text)


def written(root: Element) -> str:
    """Write a whole page.

    Args:
        root: the element `html`.
    """
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"


def table(
    caption: Child, heads: Iterable[Child], rows: Iterable[Element], class_: str | None = None
) -> Element:
    """Make a table with a caption and a head for each column, in a frame that scrolls if the window is narrow.

    Args:
        caption: the text that says what it shows.
        heads: the heads of the columns.
        rows: the rows of its body, as `row` makes them.
        class_: its class, for the style.
    """
    columns = [node("th", head, scope="col") for head in heads]
    head, body = node("thead", node("tr", columns)), node("tbody", list(rows))
    made = node("table", node("caption", caption), head, body, class_=class_)
    return node("div", made, class_="scroll", tabindex="0", role="group")


def row(head: Child, *cells: Child, id_: str | None = None) -> Element:
    """Make a row whose first cell is its head.

    Args:
        head: the head of the row.
        cells: the contents of the other cells; a `td` is taken as it is.
        id_: the id for links to the row.
    """
    rest = [cell if isinstance(cell, Element) and cell.tag == "td" else node("td", cell) for cell in cells]
    return node("tr", node("th", head, scope="row"), rest, id=id_)


def joined(parts: Iterable[str | Element], separator: str) -> list[str | Element]:
    """The parts with a separator between them."""
    found: list[str | Element] = []
    for part in parts:
        found += [separator, part] if found else [part]
    return found
