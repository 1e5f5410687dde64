"""Whatever comes in: it loads, or one error says what is wrong and holds nothing of it (LAW-7)."""

import gc
import inspect
import json
import pickle
import tracemalloc
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

import resume_visibility as public
from resume_visibility import (
    InvalidForm,
    InvalidRecord,
    InvalidResume,
    InvalidSettings,
    InvalidValue,
    InvalidViewer,
    Problem,
    ResumeVisibilityError,
    Settings,
    dump_resume,
    dump_viewer,
    load_form,
    load_record,
    load_resume,
    load_settings,
    load_viewer,
)
from resume_visibility.errors import MOST_PROBLEMS, QueryRefused
from resume_visibility.interchange import read_json_resume
from resume_visibility.model import Email
from resume_visibility.model.building import fields_of
from resume_visibility.model.viewers import KINDS
from samples import MODEL, changed, found_in, full, nodes, spelled, strings_in

NAMES = sorted({name for cls in MODEL for name, _ in fields_of(cls)} | {"kind"})
TEXTS = st.sampled_from(
    ["canary", "Canary Quill", "+8613987651234", "canary@example.com", "canary\ud800", "2019-07"]
)
KEYS = st.sampled_from(
    [*NAMES, "canary", "canary key", "Canary Quill", "+8613987651234", "canary\ud800", "2019-07"]
)
"""Keys that are known, and such that may be personal: one alone that resembles a known one is repeated."""
LEAVES = (
    st.none()
    | st.booleans()
    | st.sampled_from([76543210, 76543210.5, 10**30, -1, 2014, 0])
    | TEXTS
    | st.text(max_size=8)
    | st.sampled_from(sorted(KINDS))
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
KINDS_OF_ERRORS = (InvalidResume, InvalidForm, InvalidViewer, InvalidSettings, InvalidRecord)
VIEWERS = [{"kind": kind, **spelled(cls)} for kind, cls in KINDS.items()]


def loads_or_is_quiet(document: Any, load: Any, dump: Any, error: type[InvalidValue]) -> None:
    """Load a document; if it does, it loads the same again; if not, its error is of the right kind and holds nothing."""
    refused, loaded = None, None
    try:
        loaded = load(document)
    except InvalidValue as caught:
        refused = caught
    if refused is None:
        event("loaded")
        assert load(dump(loaded)) == loaded
        return
    event("refused")
    assert type(refused) is error
    assert refused.problems
    assert found_in(refused) == []


def spellings(document: Any) -> list[Any]:
    """A document as text, as bytes where it has a spelling in UTF-8, and as itself where it is a dict."""
    text = json.dumps(document)
    raw = json.dumps(document, ensure_ascii=False).encode(errors="surrogatepass")
    return [text, raw, document] if isinstance(document, dict) else [text, raw]


@given(JSON)
def test_any_json(document: Any) -> None:
    """No JSON value at all raises anything but the one error, as a resume or as a viewer."""
    for spelling in spellings(document):
        loads_or_is_quiet(spelling, load_resume, dump_resume, InvalidResume)
        loads_or_is_quiet(spelling, load_viewer, dump_viewer, InvalidViewer)


@given(st.data())
@settings(max_examples=300)
def test_any_mutation_of_a_resume(data: st.DataObject) -> None:
    """A resume with any nodes replaced by any JSON loads, or raises the one error."""
    document = full()
    for _ in range(data.draw(st.integers(1, 4))):
        document = changed(document, data.draw(st.sampled_from(list(nodes(document)))), data.draw(JSON))
    for spelling in spellings(document):
        loads_or_is_quiet(spelling, load_resume, dump_resume, InvalidResume)


@given(st.data())
def test_any_mutation_of_a_viewer(data: st.DataObject) -> None:
    """A viewer with any node replaced by any JSON loads, or raises the one error."""
    document = data.draw(st.sampled_from(VIEWERS))
    document = changed(document, data.draw(st.sampled_from(list(nodes(document)))), data.draw(JSON))
    for spelling in spellings(document):
        loads_or_is_quiet(spelling, load_viewer, dump_viewer, InvalidViewer)


@given(st.binary(max_size=200))
def test_any_bytes(document: bytes) -> None:
    """No bytes at all raise anything but the one error."""
    loads_or_is_quiet(document, load_resume, dump_resume, InvalidResume)
    loads_or_is_quiet(document, load_viewer, dump_viewer, InvalidViewer)


@given(st.data())
def test_any_damage(data: st.DataObject) -> None:
    """A resume cut off or overwritten anywhere loads, or raises the one error."""
    raw = json.dumps(full()).encode()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 40)))
    damaged = raw[:start] + data.draw(st.binary(max_size=8)) + raw[end:]
    loads_or_is_quiet(damaged, load_resume, dump_resume, InvalidResume)


def test_the_search_finds() -> None:
    """The search for canaries finds one in every place that it claims to look at."""

    def through(**given: Any) -> InvalidValue:
        error = InvalidValue("resume", [Problem("id", "expected another")])
        for name, value in given.items():
            setattr(error, name, value)
        return error

    noted = through()
    noted.add_note("canary")
    assert found_in(through()) == []
    for error in (
        through(__cause__=ValueError("canary")),
        through(__context__=ValueError(["canary"])),
        through(kept={"canary": 1}),
        noted,
        InvalidValue("canary", []),
        InvalidValue("resume", [Problem("canary", "expected another")]),
    ):
        assert found_in(error) == ["canary"]
    assert "canary" in strings_in([{1: ({"canary"}, load_resume(full()))}])


def test_the_search_sees_frames() -> None:
    """The search sees a document that a frame of the package still held."""
    with pytest.raises(InvalidValue) as caught:
        Email("canary")
    assert found_in(caught.value) == ["canary"]


@pytest.mark.parametrize("load", [load_resume, load_form, load_viewer, load_settings, load_record])
@pytest.mark.parametrize("document", [bytearray(b"canary"), ["canary"], ("canary",), memoryview(b"canary")])
def test_a_wrong_type_is_quiet(document: Any, load: Any) -> None:
    """LAW-7: the `TypeError` of what is no document at all holds none of it either, nor do the library's frames."""
    with pytest.raises(TypeError) as caught:
        load(document)
    assert found_in(caught.value) == []
    assert caught.value.__context__ is None


READERS = [
    function
    for function in (read_json_resume, *(getattr(public, name) for name in dir(public)))
    if inspect.isfunction(function) and {"document", "patch"} & {*inspect.signature(function).parameters}
]


@pytest.mark.parametrize("document", [b'{"strengths": "canary"}', {"strengths": "canary"}])
@pytest.mark.parametrize("read", READERS)
def test_LAW_7_no_mistake_beside_a_document_shows_it(read: Any, document: Any) -> None:
    """Whatever else is given wrong beside a document, the error holds nothing of it, nor do the library's frames; nor of what was given."""
    for wrong in (None, 1, "canary", b"canary", dict, ("canary",), Settings(), {"canary key": "canary"}):
        for name in inspect.signature(read).parameters:
            given: dict[str, Any] = {"settings": Settings(), "id": "r-1", "candidate": "c-1"}
            named = given.keys() | {"document", "patch", "of", "findings"}
            given = {
                one: given.get(one, document)
                for one in inspect.signature(read).parameters
                if one in named and one not in ("of", "findings")
            }
            given[name] = wrong
            error = _error_of(read, given)
            assert error is None or (found_in(error) == [] and error.__context__ is None), name


def _error_of(read: Any, given: dict[str, Any]) -> Exception | None:
    try:
        read(**given)
    except (TypeError, ValueError) as error:
        return error
    return None


def test_the_readers_are_all_that_there_are() -> None:
    """What takes a document is found by its arguments."""
    names = {"load_resume", "load_form", "load_viewer", "load_settings", "load_record", "patch_settings"}
    assert {reader.__name__ for reader in READERS} == names | {"read_json_resume"}


@pytest.mark.parametrize("broken", [b'{"strengths": "canary"}', b"canary", {"id": 1}])
def test_LAW_7_findings_are_as_quiet_as_the_document(broken: Any) -> None:
    """What was found in a resume's texts, and stored, is in no error of the document."""
    with pytest.raises(InvalidResume) as caught:
        load_resume(broken, findings=b"canary")
    assert found_in(caught.value) == []


@pytest.fixture
def collected_as_in_a_service() -> Iterator[None]:
    """The collector runs as often as by default; in all other tests, it runs more seldom."""
    seldom = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*seldom)


@pytest.mark.usefixtures("collected_as_in_a_service")
@pytest.mark.parametrize(
    ("load", "document", "path"),
    [
        (load_resume, {**full(), "applications": [1] * 10_000}, "applications[{}]"),
        (load_resume, {**full(), "consents": [{"parts": 1}] * 10_000}, "consents[{}]."),
        (load_settings, {"blocks": [{"keyword": "", "at": "2023-05-04T08:00:00Z"}] * 10_000}, "blocks[{}]."),
    ],
)
def test_problems_without_end(load: Any, document: dict[str, Any], path: str) -> None:
    """Of a document that has more problems, an error holds the first thousand, and the rest is not looked for."""
    tracemalloc.start()
    with pytest.raises(InvalidValue) as caught:
        load(document)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    problems = caught.value.problems
    assert len(problems) == MOST_PROBLEMS
    assert problems[0].path.startswith(path.format(0))
    assert {problem.path.partition("]")[0] for problem in problems} == {
        path.format(i).partition("]")[0]
        for i in range(MOST_PROBLEMS // (8 if path.startswith("consents") else 1))
    }
    assert str(caught.value).startswith(f"invalid {caught.value.subject}, 1000 or more problem(s):\n")
    assert str(caught.value).endswith("\n  and 900 more")
    assert peak < 2_000_000


def test_problems_without_end_of_a_class() -> None:
    """A class of the model reports the first thousand problems, too: those of its lists, and those of fields together."""
    [sent] = load_resume(full()).applications
    sent = attrs.evolve(sent, company="r-13987651234")
    for build in (
        lambda: Settings(blocks=("",) * 5000),  # type: ignore[arg-type]  # the mistake is meant
        lambda: attrs.evolve(load_resume(full()), applications=(sent,) * 5000),
    ):
        with pytest.raises(InvalidValue) as caught:
            build()
        assert len(caught.value.problems) == MOST_PROBLEMS


def test_errors_pickle() -> None:
    """An error survives pickling with its class, subject and problems, whatever they were given in."""
    problem = Problem("id", "expected another")
    for cls in (InvalidValue, *KINDS_OF_ERRORS):
        again = pickle.loads(pickle.dumps(cls("resume", (one for one in [problem]))))
        assert (type(again), again.subject, again.problems) == (cls, "resume", (problem,))
    refused = pickle.loads(pickle.dumps(QueryRefused(one for one in [problem])))
    assert (type(refused), refused.problems) == (QueryRefused, (problem,))


def test_errors_are_one_tree() -> None:
    """Every error is caught by the root, by ValueError, and by what it is a kind of."""
    kinds = {cls for cls in InvalidValue.__subclasses__() if cls.__module__ == InvalidValue.__module__}
    assert kinds == set(KINDS_OF_ERRORS)
    assert issubclass(InvalidValue, ResumeVisibilityError)
    assert issubclass(InvalidValue, ValueError)


def test_message() -> None:
    """The message names the subject, says how many problems there are, and lists each on a line of its own."""
    error = InvalidValue(
        "resume", iter([Problem("id", "expected another"), Problem("", "expected an object")])
    )
    assert str(error) == (
        "invalid resume, 2 problem(s):\n  id: expected another\n  the whole: expected an object"
    )


@pytest.mark.parametrize(
    ("count", "first", "listed", "last"),
    [
        (100, "100 problem(s):", 100, "  [99]: expected x"),
        (101, "101 problem(s):", 100, "  and 1 more"),
        (MOST_PROBLEMS + 1, f"{MOST_PROBLEMS} or more problem(s):", 100, f"  and {MOST_PROBLEMS - 100} more"),
    ],
)
def test_a_long_message_is_cut(count: int, first: str, listed: int, last: str) -> None:
    """Of many problems the first hundred are listed and the others counted; where some were dropped, the count says so."""
    problems = [Problem(f"[{place}]", "expected x") for place in range(count)]
    for error in (InvalidValue("resume", problems), QueryRefused(problems)):
        head, *lines = str(error).splitlines()
        assert head.endswith(f", {first}")
        assert sum("expected x" in line for line in lines) == listed
        assert lines[-1] == last


@pytest.mark.parametrize(
    ("prefix", "path", "seen"),
    [
        ("", "", ""),
        ("a", "", "a"),
        ("", "b", "b"),
        ("a", "b", "a.b"),
        ("a", "[0].b", "a[0].b"),
        ("[1]", "[0]", "[1][0]"),
    ],
)
def test_problem_under(prefix: str, path: str, seen: str) -> None:
    """A problem seen from an enclosing object has that object's path before its own."""
    assert Problem(path, "expected another").under(prefix) == Problem(seen, "expected another")
