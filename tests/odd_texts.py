"""Texts as nobody wants them: codes, controls, directions and marks, in every field that takes text."""

import pickle
import types
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from resume_visibility import Viewer, dump_view, explain, record_of, view_for
from resume_visibility.model import values
from resume_visibility.model.building import fields_of, is_model

MARKS = (
    "[电话已隐藏]",
    "[邮箱已隐藏]",
    "[社交账号已隐藏]",
    "[证件号已隐藏]",
    "[主页已隐藏]",
    "[姓名已隐藏]",
)

CODES = (
    "%00", "%", "%2", "%20", "%13", "%E5", "%ED%A0%80", "%25E5", "%FF", "%u5F20", "\\", "\\u", "\\u0000", "\\ud800", "\\x00",
    "\\x1", "\\U0010ffff", "\\Uffffffff", "\\u{5f20}", "&", "&#", "&#0;", "&#xd800;", "&#x110000;", "&#99999999;", "&nbsp;",
    "&amp;#24352;", "&lt", "&zwj;", "&NotEqualTilde;",
)  # fmt: skip
UNSEEN = (
    "\x01", "\x1b[31m", "\x7f", "\x85", "\u00ad", "\u061c", "\u200b", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2028",
    "\u2066", "\u2069", "\u3164", "\ufe0f", "\ufeff", "\ufffd", "\uffff", "\U000e0041", "\U0010ffff",
)  # fmt: skip
PLAIN = (
    " ",
    "\n",
    "a",
    "u",
    "x",
    "d8",
    "13",
    "0",
    ";",
    "。",
    "一",
    "@",
    ".com",
    "Li",
    "Wei",
    "联系",
    "https://",
)


def codes_and(*secrets: str, marks: bool = True) -> st.SearchStrategy[str]:
    """Texts that hold codes, what is not seen, and the secrets, and that load."""
    pieces = st.sampled_from([*CODES, *UNSEEN, *PLAIN, *secrets, *secrets, *(MARKS if marks else ())])
    return st.lists(pieces, min_size=1, max_size=14).map("".join).filter(str.strip)


def encoded(secret: str) -> Iterator[str]:
    """The ways in which files, pages and programs spell a text."""
    yield secret
    yield "".join(f"%{byte:02X}" for byte in secret.encode())
    yield "".join(f"%25{byte:02x}" for byte in secret.encode())
    yield "".join(f"&#{ord(char)};" for char in secret)
    yield "".join(f"&#x{ord(char):x};" for char in secret)
    yield "".join(f"&amp;#{ord(char)};" for char in secret)
    yield "".join(f"\\u{ord(char):04x}" for char in secret)
    yield "".join(f"%u{ord(char):04X}" for char in secret)
    yield "".join(f"&#{ord(char):09};" for char in secret)
    yield "".join(f"&#x{ord(char):010X};" for char in secret)
    yield "".join(f"\\u{{{ord(char):08x}}}" for char in secret)
    yield "".join(f"\\x{byte:02x}" for byte in secret.encode())
    yield "".join(f"\\{byte:03o}" for byte in secret.encode())
    yield "".join(f"%{byte:02X}" for byte in secret.encode("gb18030"))
    yield "".join(f"%25{byte:02x}" for byte in secret.encode("gb18030"))
    yield "".join(f"\\x{byte:02x}" for byte in secret.encode("gb18030"))


def filled(value: Any, text: str) -> Any:
    """A value of the model with that text in the place of each text it holds; links and addresses stay."""
    if not is_model(type(value)) or type(value).__module__ == values.__name__:
        return value
    changed = {name: filled_as(kind, getattr(value, name), text) for name, kind in fields_of(type(value))}
    return attrs.evolve(value, **changed)


def filled_as(kind: Any, value: Any, text: str) -> Any:
    """The same, of what a field of some kind holds."""
    members = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
    if value is not None and str in members:
        return text
    if isinstance(value, tuple):
        return tuple(filled_as(get_args(kind)[0], item, text) for item in value)
    return filled(value, text)


def answered(viewer: Viewer, whole: Any, at: datetime) -> bool:
    """Whether a viewer gets a view of a resume or form: one that can be dumped, pickled, recorded and explained (LAW-6)."""
    view = view_for(viewer, whole, at=at)
    if view is not None:
        dump_view(view)
        repr(view)
        assert pickle.loads(pickle.dumps(view)) == view
    record_of(viewer, whole, view, at=at)
    explain(viewer, whole, at=at)
    return view is not None


def texts_of(found: object) -> Iterator[str]:
    """Every text that a view holds, ids too."""
    match found:
        case str():
            yield found
        case tuple() | frozenset():
            for item in found:
                yield from texts_of(item)
        case _ if attrs.has(type(found)):
            for name, _ in fields_of(type(found)):
                yield from texts_of(getattr(found, name))
        case _:
            return


def is_left_of(shown: str, text: str) -> bool:
    """Whether a text is another one with marks in the place of some of it, and nothing more."""
    for mark in MARKS:
        shown = shown.replace(mark, "\0")
    at = 0
    pieces = shown.split("\0")
    for piece in pieces:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return text.startswith(pieces[0]) and text.endswith(pieces[-1])
