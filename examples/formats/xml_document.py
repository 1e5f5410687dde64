"""XML as a document with keys: what comes several times is a list, and an attribute stands beside its element as "element@attribute"."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from json_document import MOST_BYTES

MOST_VALUES = 40_000
"""Many times as many as a long resume has. As many as a mapping reads, but elements cost more than values of JSON do, before it reads them."""


def document_of(xml: bytes) -> dict[str, Any]:
    """The root of XML, without its namespaces. Expat, since 2.4.1, refuses entities that grow without bound."""
    if len(xml) > MOST_BYTES:
        raise ValueError(f"expected at most {MOST_BYTES} bytes")
    element = fromstring(xml)
    if sum(1 + len(one.attrib) for one in element.iter()) > MOST_VALUES:
        raise ValueError(f"expected at most {MOST_VALUES} elements and attributes")
    wrong = "expected elements in the root"
    try:
        root = _value(element)
        if isinstance(root, dict):
            return root
    except RecursionError:
        wrong = "expected elements nested less deeply"
    raise ValueError(wrong)


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
