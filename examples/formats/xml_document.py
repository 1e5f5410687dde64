"""XML as a document with keys: what comes several times is a list, and an attribute stands beside its element as "element@attribute"."""

from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser

from json_document import MOST_BYTES

MOST_VALUES = 40_000
"""Many times as many as a long resume has. As many as a mapping reads, but elements cost more than values of JSON do, before it reads them."""


def document_of(xml: bytes) -> dict[str, Any]:
    """The root of XML, without its namespaces."""
    if len(xml) > MOST_BYTES:
        raise ValueError(f"expected at most {MOST_BYTES} bytes")
    parser = XMLParser(target=_Limited())
    parser.feed(xml)
    element: Element = parser.close()
    wrong = "expected elements in the root"
    try:
        root = _value(element)
        if isinstance(root, dict):
            return root
    except RecursionError:
        wrong = "expected elements nested less deeply"
    raise ValueError(wrong)


class _Limited(TreeBuilder):
    """Builds a tree of as many elements and attributes as fit a resume."""

    _left = MOST_VALUES

    def doctype(self, *_: str) -> None:
        """Refuse entities of one's own, which expat lets grow to a hundred times what was uploaded. These formats have none."""
        raise ValueError("expected no document type")

    def start(self, tag: Any, attrs: dict[Any, Any], /) -> Element:
        """Begin an element, unless it is one too many."""
        self._left -= 1 + len(attrs)
        if self._left < 0:
            raise ValueError(f"expected at most {MOST_VALUES} elements and attributes")
        return super().start(tag, attrs)


def _value(element: Element) -> Any:
    if not len(element):
        return element.text
    values: dict[str, Any] = {}
    # These formats have no text beside other elements. Where there is some, the mapping names it as without a place.
    for text in (element.text, *(child.tail for child in element)):
        if text is not None and text.strip():
            _add(values, "text", text)
    for child in element:
        _add(values, _name(child.tag), _value(child))
        for name, value in child.attrib.items():
            _add(values, f"{_name(child.tag)}@{_name(name)}", value)
    return values


def _add(values: dict[str, Any], name: str, value: Any) -> None:
    held = values.get(name)
    if isinstance(held, list):
        held.append(value)
    else:
        values[name] = [held, value] if name in values else value


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
