"""Two ways to load, one answer: what is read at once is what the way that explains makes of the document."""

import copy
import json
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from own import OurResume, Volunteering
from resume_visibility import (
    AccessRecord,
    CampusForm,
    Resume,
    Settings,
    Viewer,
    Visibility,
    dump_form,
    dump_resume,
    dump_viewer,
)
from resume_visibility.codec import parsing, reading
from resume_visibility.codec.leaves import measured
from resume_visibility.codec.loading import explained, read_document
from resume_visibility.codec.parsing import Refused
from resume_visibility.codec.reading import at_once, reader_of
from resume_visibility.model.building import Checked, Choice
from resume_visibility.model.viewers import KINDS
from resume_visibility.testing import forms, resumes, viewers
from samples import EXAMPLES, FORMS, RESUMES, VIEWERS, changed, full, nodes, spelled

VIEWER: Any = Viewer
RECORD: Any = AccessRecord
DOCUMENTS: list[tuple[Any, dict[str, Any]]] = [
    (Resume, full()),
    (OurResume, {"id": "r-1", "candidate": "c-1", "volunteering": [spelled(Volunteering)]}),
    (CampusForm, spelled(CampusForm)),
    (Settings, spelled(Settings)),
    *((VIEWER, {"kind": kind, **spelled(cls)}) for kind, cls in KINDS.items()),
    (
        RECORD,
        {
            "kind": "recruiter",
            "company": {"name": "Canary"},
            "action": "view",
            "at": "2026-05-06T12:15:42Z",
            "granted": True,
            "clauses": ["MODE-1"],
            "policy": "2023-04",
            "document": "resume",
            "document_id": "canary",
            "digest": "0" * 64,
        },
    ),
    (
        RECORD,
        {
            "kind": "owner",
            "action": "view",
            "at": "2026-05-06T12:15:42Z",
            "granted": False,
            "clauses": ["GATE-2"],
            "policy": "2023-04",
            "document": "form",
            "document_id": "canary",
            "digest": "0" * 64,
        },
    ),
]
"""One whole document for each thing that loads."""


def shape(value: Any) -> Any:
    """A value with the type of each thing in it, to be compared: equal objects may be of other types."""
    if attrs.has(type(value)):
        return type(value), [
            (f.name, shape(getattr(value, f.name))) for f in attrs.fields(type(value)) if f.eq
        ]
    if isinstance(value, tuple):
        return type(value), [shape(one) for one in value]
    if isinstance(value, frozenset):
        return type(value), sorted(map(repr, value))
    if isinstance(value, datetime):
        return type(value), value.isoformat()
    return type(value), value


def agree(document: Any, target: Any) -> bool:
    """Whether a document is read at once; it is the same as is found by the way that explains, which accepts it, too."""
    quick = at_once(document, target)
    if quick is None:
        return False
    slow = explained(document, target)
    assert not isinstance(slow, Refused)
    assert shape(quick) == shape(slow)
    return True


def spellings(document: dict[str, Any]) -> list[Any]:
    """A document as a dict, as text and bytes, compact and laid out, escaped and not."""
    plain = json.dumps(document, ensure_ascii=False)
    raw = [text.encode() for text in (plain, json.dumps(document, indent="\t", separators=(" ,", " : ")))]
    return [document, plain, json.dumps(document), *raw, b"\xef\xbb\xbf" + raw[0]]


@pytest.mark.parametrize("path", [*RESUMES, *FORMS, *VIEWERS], ids=lambda path: path.stem)
def test_examples_are_read_at_once(path: Path) -> None:
    """Nothing in the examples has to be explained."""
    target = CampusForm if path in FORMS else Resume if path.parent == EXAMPLES else VIEWER
    assert agree(path.read_bytes(), target)


@pytest.mark.parametrize(("target", "document"), DOCUMENTS)
def test_whole_documents_are_read_at_once(target: Any, document: dict[str, Any]) -> None:
    """A document with every field, however it is laid out, is read at once."""
    assert all(agree(spelling, target) for spelling in spellings(document))


@settings(max_examples=50)
@given(resumes(), viewers(), forms())
def test_what_is_written_is_read_at_once(resume: Resume, viewer: Viewer, form: CampusForm) -> None:
    """What the library wrote has nothing in it that would have to be explained."""
    for target, written in (
        (Resume, dump_resume(resume)),
        (VIEWER, dump_viewer(viewer)),
        (CampusForm, dump_form(form)),
    ):
        # An escaped quotation mark before a colon is looked at twice, because it looks like a key that came twice.
        assert agree(written, target) or b'\\":' in written


@attrs.frozen(kw_only=True, repr=False)
class Prize(Checked):
    """An item of one's own whose texts have a default: None, or another."""

    title: str | None = None
    place: str = "unknown"
    remark: str | None = "none"


@pytest.mark.parametrize(("name", "taken"), [("title", True), ("place", False), ("remark", True)])
def test_null_in_the_place_of_a_text_with_a_default(name: str, taken: bool) -> None:
    """null is a value of a field that may be None, whatever its default is, and of no other; no way takes it for the default."""
    found = read_document({name: None}, Prize)
    assert isinstance(found, Refused) is not taken
    assert isinstance(found, Refused) or getattr(found, name) is None


LEAVES = st.sampled_from(
    [
        None, True, False, 0, 1, -1, 2014, 2014.0, 10**30, float("nan"), "", " ", "a", "canary", "\0", "\ud800", "😀",
        "+8613987651234", "canary@example.com", "https://example.com", "https://a:b@example.com", "2019-07", "2019-13",
        "2026-05-06T12:15:42Z", "2026-05-06T24:00:00Z", "2026-05-06", "male", "CN-GD", date(2019, 7, 1),
        datetime(2019, 7, 1), "x" * 64, "x" * 65, "a\"b\": c", '":', ' :',
    ]
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(
            st.sampled_from(["id", "name", "at", "company", "keyword", "image", "link", "kind", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


def as_json(value: Any) -> Any:
    """A document as JSON spells it, where Python has more words."""
    return value.isoformat() if isinstance(value, date) else cast("Enum", value).value


ODD = [
    None, True, 1, -1, 1.0, 10**30, 10**5000, 2**63, 2**63 - 1, -(2**63), -(2**63) - 1,
    "", " ", "\u3000\t", "a\0b", "\ud800", "1900-01", "2200-12", "1999-01-01T00:00:00Z",
    "2199-01-01T00:00:00+08:00", "male", "public", "+8613987651234", "a@example.com", "http://a:b@example.com", "x" * 65, [], {},
    Visibility.PUBLIC, date(1901, 1, 1), datetime(2019, 7, 1), object(),
]  # fmt: skip


@pytest.mark.parametrize(("target", "document"), DOCUMENTS)
def test_both_ways_agree_on_every_value_everywhere(target: Any, document: dict[str, Any]) -> None:
    """In the place of every value, every odd one, an unknown key, no key and an item twice: what is read at once is right."""
    document = copy.deepcopy(document)
    for path in [*nodes(document)][1:]:
        place: Any = document
        for step in path[:-1]:
            place = place[step]
        inner = place[path[-1]]
        odd = [*ODD]
        if isinstance(inner, dict):
            odd += [inner | {"canary": 1}, *({k: v for k, v in inner.items() if k != key} for key in inner)]
        elif isinstance(inner, list):
            odd += [inner + inner, tuple(inner), inner[:1]]
            odd += [kind(inner) for kind in (set, frozenset) if {*map(type, inner)} == {str}]  # in no order
        for value in odd:
            place[path[-1]] = value
            agree(document, target)
        place[path[-1]] = inner
    assert agree(document, target)
    assert not agree(document | {"canary": 1}, target)


def size_of(value: Any) -> int:
    """The values and keys in a document, and the characters in them: what is counted against the largest that loads."""
    if isinstance(value, dict):
        return 1 + sum(1 + len(key) + size_of(one) for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return 1 + sum(map(size_of, value))
    return 1 + (len(value) if isinstance(value, str) else 0)


@pytest.mark.parametrize(("target", "document"), DOCUMENTS)
def test_a_dict_is_measured_while_it_is_read(target: Any, document: dict[str, Any]) -> None:
    """What is measured on the way is never less than the size of the dict, so that none that is too large is read at once."""
    sizes: list[int] = []
    reader_of(target, measured)(document, sizes)
    assert sum(sizes) >= size_of(document)


@settings(max_examples=50)
@given(resumes())
def test_a_dict_of_anything_is_measured_while_it_is_read(resume: Resume) -> None:
    """Whatever candidates fill in."""
    test_a_dict_is_measured_while_it_is_read(Resume, json.loads(dump_resume(resume)))


def test_long_lists_are_measured() -> None:
    """Each item of a list counts, and each character of the longest ids."""
    files = [f"{i:064}" for i in range(150)]
    sent = {"company": "c", "at": "2026-05-06T12:15:42Z", "attachments": files}
    test_a_dict_is_measured_while_it_is_read(Resume, full() | {"applications": [sent] * 20})


class Wordy(Choice):
    """What a platform may add, in more words than any value is counted for."""

    CANARY = "canary " * 100


def test_a_choice_of_very_many_words_is_left_to_the_way_that_explains() -> None:
    """Nothing is read at once that is longer than it is counted for."""
    with pytest.raises(KeyError):
        reader_of(Wordy, measured)(Wordy.CANARY.value, [])
    assert reader_of(Wordy, measured)(Wordy.CANARY, []) is Wordy.CANARY


def test_what_is_too_large_in_all_is_not_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dict each of whose values is short enough, and of which there are too many."""
    document = full()
    for limit, loads in ((size_of(document), True), (size_of(document) - 1, False)):
        for module in (parsing, reading):
            monkeypatch.setattr(module, "MAX_BYTES", limit)
        assert agree(document, Resume) is loads


@pytest.mark.parametrize("odd", ["\0", "\ud800"])
def test_what_is_no_text_is_not_read(odd: str) -> None:
    """NUL and half a character, escaped or not, are found in a text of JSON as they are in a dict."""
    document = full() | {"strengths": f"canary{odd}"}
    for spelling in (document, json.dumps(document), json.dumps(document, ensure_ascii=False)):
        assert at_once(spelling, Resume) is None


@settings(max_examples=200)
@given(st.data())
def test_both_ways_agree_on_whatever_comes(data: st.DataObject) -> None:
    """Valid or broken, of Python's values or as JSON, no document is read at once that the other way reads otherwise or refuses."""
    target, document = data.draw(st.sampled_from(DOCUMENTS))
    for _ in range(data.draw(st.integers(0, 3))):
        path = data.draw(st.sampled_from(list(nodes(document))))
        value = data.draw(VALUES)
        if path or isinstance(value, dict):
            document = changed(document, path, value)
    read = agree(document, target)
    text = json.dumps(document, ensure_ascii=data.draw(st.booleans()), default=as_json)
    read |= agree(text, target)
    read |= agree(text.encode(errors="surrogatepass"), target)
    event("read at once" if read else "explained")


@given(st.data())
def test_no_key_is_lost(data: st.DataObject) -> None:
    """A key that comes twice anywhere is never read at once, whatever is between it and its colon, and in whatever text."""
    document = full() | {"strengths": data.draw(st.sampled_from(["a", 'b": c', " : ", '\\":']))}
    path = data.draw(st.sampled_from([p for p in nodes(document) if isinstance(p[-1:] and p[-1], str)]))
    text = json.dumps(changed(document, path, "HERE"), ensure_ascii=False)
    key, gap = json.dumps(path[-1]), data.draw(st.sampled_from(["", " ", "\t", "\n", "\r", " \n "]))
    inner: Any = document
    for step in path:
        inner = inner[step]
    value = json.dumps(inner, ensure_ascii=False)
    twice = text.replace('"HERE"', f"{value}, {key}{gap}:{value}")
    assert json.loads(twice) == document
    assert at_once(twice, Resume) is None
    assert isinstance(explained(twice, Resume), Refused)


@pytest.mark.parametrize("document", [b"", b"\xff", "[" * 100_000, b"{}" * 5_000_000, 7, None, [], {}])
def test_what_is_no_document_is_not_read(document: Any) -> None:
    """Whatever is wrong with a document, reading it at once raises nothing."""
    assert at_once(document, Resume) is None


def test_a_document_stays_as_it_was() -> None:
    """Reading a dict changes nothing in it."""
    for target, document in DOCUMENTS:
        before = json.dumps(document)
        assert at_once(document, target) is not None
        assert json.dumps(document) == before


def test_every_resume_has_its_own_memory() -> None:
    """Two resumes read from one document share no memo."""
    one, other = (at_once(full(), Resume) for _ in range(2))
    assert one is not None
    assert other is not None
    assert one == other
    assert one.memo is not other.memo
