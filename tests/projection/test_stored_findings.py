"""Findings that are stored beside a resume: they change how long a view takes, and never what is in it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from own import OurResume
from pace import examples
from processes import said_in_each
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Company,
    Language,
    Policy,
    Recruiter,
    Resume,
    dump_findings,
    dump_resume,
    load_resume,
    view_for,
    with_findings,
)
from resume_visibility import text as free_text
from resume_visibility.lists import index_documents
from resume_visibility.projection import finder, kept
from resume_visibility.testing import Case, cases, corpus, resumes

DATA = Path(__file__).parents[2] / "examples" / "data"
AT = datetime(2026, 7, 1, tzinfo=UTC)
STRANGER = Recruiter(
    id="u-1", company=Company(id="co-7", name="第七医院"), signed_in=True, verified=FULLY_VERIFIED
)


def example(name: str) -> Resume:
    """One of README's resumes."""
    return load_resume((DATA / f"{name}.json").read_bytes())


def load_again(resume: Resume[Any], findings: bytes | None) -> Resume[Any]:
    """A resume as it comes from the store, with findings or without."""
    return load_resume(dump_resume(resume), of=type(resume), findings=findings)


@settings(max_examples=examples(100))
@given(cases(), st.sampled_from(Language))
def test_a_view_is_as_it_is_without_them(case: Case[Resume], language: Language) -> None:
    """Whoever asks, and in whichever language, is shown the same."""
    viewer = attrs.evolve(case.viewer, language=language)
    stored = dump_findings(case.document)
    seen = view_for(viewer, load_again(case.document, stored), at=case.at)
    assert seen == view_for(viewer, load_again(case.document, None), at=case.at)


@settings(max_examples=examples(30))
@given(cases(of=OurResume))
def test_sections_of_ones_own_are_as_they_are_without_them(case: Case[OurResume]) -> None:
    """The texts of sections of one's own are among those that are stored."""
    stored = dump_findings(case.document)
    seen = view_for(case.viewer, load_again(case.document, stored), at=case.at)
    assert seen == view_for(case.viewer, case.document, at=case.at)


@settings(max_examples=examples(60))
@given(cases())
def test_those_of_another_resume_are_not_used(case: Case[Resume]) -> None:
    """What was found in another candidate's texts changes nothing in this one's view."""
    stored = dump_findings(case.other)
    seen = view_for(case.viewer, load_again(case.document, stored), at=case.at)
    assert seen == view_for(case.viewer, case.document, at=case.at)


def forbid_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked at from now on."""

    def looked(*texts: object) -> Any:
        assert texts[0] == [], "a text was looked at"
        return {}

    for name in ("find", "find_among", "find_in_link"):
        monkeypatch.setattr(free_text, name, looked)


@pytest.mark.parametrize("language", Language)
def test_no_text_is_looked_at_anew(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    """With its findings, a view of a resume that was just loaded finds nothing anew, in either language."""
    people = [resume for resume in corpus(40, seed=3) if view_for(STRANGER, resume, at=AT)]
    assert len(people) > 5
    stored = [(dump_resume(resume), dump_findings(resume)) for resume in people]
    forbid_looking(monkeypatch)
    for written, findings in stored:
        viewer = attrs.evolve(STRANGER, language=language)
        assert view_for(viewer, load_resume(written, findings=findings), at=AT) is not None


def test_a_resume_that_was_not_loaded_takes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its findings, a resume that a mapping read, that was pickled, or whose settings changed, finds nothing anew."""
    resume = example("engineer")
    seen, findings = view_for(STRANGER, resume, at=AT), dump_findings(resume)
    others = {"another name": attrs.evolve(resume, strengths="我是欧阳思远"), "nothing": resume}
    expected = {name: view_for(STRANGER, other, at=AT) for name, other in others.items()}
    assert (
        view_for(STRANGER, with_findings(others["another name"], findings), at=AT) == expected["another name"]
    )
    for nothing in (b"", None):
        assert view_for(STRANGER, with_findings(resume, nothing), at=AT) == expected["nothing"]
    forbid_looking(monkeypatch)
    again = with_findings(attrs.evolve(resume), findings)
    assert type(again) is Resume
    assert again == resume
    assert view_for(STRANGER, again, at=AT) == seen


def test_own_resumes_take_them() -> None:
    """A resume of a class of one's own stays one."""
    resume = OurResume(id="r", candidate="c", strengths="请打 13800138000")
    again = with_findings(resume, dump_findings(resume))
    assert type(again) is OurResume
    assert again == resume


@pytest.mark.parametrize("policy", [POLICY_2023_04, Policy("ours", accounts=("小聊",))])
def test_whoever_dumps_them_looks_once(monkeypatch: pytest.MonkeyPatch, policy: Policy) -> None:
    """A service that saves a resume writes findings and documents of an index: its texts are looked at once."""
    resume = example("engineer")
    expected = index_documents(example("engineer"), language=Language.ZH, at=AT, policy=policy)
    findings = dump_findings(resume, policy=policy)
    forbid_looking(monkeypatch)
    assert index_documents(resume, language=Language.ZH, at=AT, policy=policy) == expected
    assert view_for(STRANGER, resume, at=AT, policy=policy) is not None
    assert findings


CHANGES: list[dict[str, Any]] = [
    {"strengths": "请打 13800138000"},
    {"strengths": None},
    {"basics": {"contact": {"mobile": "+8613711112222"}}},
    {"basics": {"contact": {"email": "other@example.com"}}},
    {"basics": {"contact": {"homepage": "https://example.org/me"}}},
    {"basics": {"name": {"full": "王小明"}}},
    {"virtual_numbers": []},
]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_those_of_an_earlier_state_are_not_used(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    """A text more or less, or another number, address or name to look for: everything is looked at anew."""
    before = json.loads(dump_resume(example("engineer")))
    findings = dump_findings(load_resume(before))
    after = {**before, **change, "basics": {**before["basics"], **change.get("basics", {})}}
    changed = load_resume(after, findings=findings)
    forbid_looking(monkeypatch)
    with pytest.raises(AssertionError, match="a text was looked at"):
        view_for(STRANGER, changed, at=AT)


def test_PHONE_1_a_text_that_gave_nothing_away_is_looked_at_when_it_has_changed() -> None:
    """PHONE-1: findings that say nothing of a text say nothing of what the candidate writes in its place."""
    before = json.loads(dump_resume(example("engineer"))) | {"strengths": "稳重"}
    findings = dump_findings(load_resume(before))
    after = load_resume(before | {"strengths": "请打 13800138000"}, findings=findings)
    view = view_for(STRANGER, after, at=AT)
    assert view is not None
    assert view.sections.strengths == "请打 [电话已隐藏]"


def test_those_of_another_finder_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the library that finds otherwise looks at every text anew."""
    findings = dump_findings(example("engineer"))
    monkeypatch.setattr(kept, "finder_digest", lambda: b"another")
    again = load_again(example("engineer"), findings)
    forbid_looking(monkeypatch)
    with pytest.raises(AssertionError, match="a text was looked at"):
        view_for(STRANGER, again, at=AT)


def test_those_for_other_kinds_of_account_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A policy that names a further kind of account finds more, and so looks anew."""
    policy = Policy("ours", accounts=("小聊",))
    findings = dump_findings(example("engineer"))
    again = load_again(example("engineer"), findings)
    own = load_again(example("engineer"), dump_findings(example("engineer"), policy=policy))
    forbid_looking(monkeypatch)
    assert view_for(STRANGER, own, at=AT, policy=policy) is not None
    with pytest.raises(AssertionError, match="a text was looked at"):
        view_for(STRANGER, again, at=AT, policy=policy)


def test_the_finder_is_named_by_what_is_in_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the room that changes makes another finder of it, one of data too."""
    now = finder.finder_digest.__wrapped__()
    assert now == finder.finder_digest.__wrapped__()
    room: Any = type(files("resume_visibility.text"))
    read = room.read_bytes
    for changed in ("fold.py", "kinds.py", "weights.json"):
        monkeypatch.setattr(
            room, "read_bytes", lambda file, changed=changed: read(file) + b"#" * (file.name == changed)
        )
        assert finder.finder_digest.__wrapped__() != now, changed


@given(st.data())
@settings(max_examples=examples(100))
def test_whatever_is_stored_is_harmless(data: st.DataObject) -> None:
    """LAW-6, PHONE-1: damaged findings never raise and show nothing more: every text is looked at."""
    resume = example("engineer")
    stored = dump_findings(resume)
    start = data.draw(st.integers(0, len(stored)))
    damaged = (
        stored[:start] + data.draw(st.binary(max_size=4)) + stored[start + data.draw(st.integers(0, 4)) :]
    )
    assert view_for(STRANGER, load_again(resume, damaged), at=AT) == view_for(STRANGER, resume, at=AT)


def test_PHONE_1_a_bit_that_was_lost_shows_nothing_more() -> None:
    """Where a place or a kind was damaged in the store, the texts are looked at anew."""
    resume = example("engineer")
    seen, stored = view_for(STRANGER, resume, at=AT), dump_findings(resume)
    places = range(stored.index(b'"texts"'), len(stored), 3)
    for place, bit in product(places, (1, 4)):
        damaged = bytearray(stored)
        damaged[place] ^= bit
        assert view_for(STRANGER, load_again(resume, bytes(damaged)), at=AT) == seen, damaged


def said_of(resume: Resume[Any], found: dict[str, Any]) -> bytes:
    """Findings under the name that `dump_findings` would give them, as somebody writes them who can write to the store."""
    found = {**json.loads(dump_findings(resume)), **found}
    texts, links = kept._texts_and_links(resume)
    of = kept._digest(resume, (), texts, links, {name: found[name] for name in ("texts", "links")})
    return json.dumps({**found, "of": of}).encode()


def test_what_is_said_of_a_resume_is_used() -> None:
    """The findings of the tests below are refused for what is in them, and not for their name."""
    resume = example("engineer")
    assert view_for(STRANGER, load_again(resume, said_of(resume, {})), at=AT) == view_for(
        STRANGER, resume, at=AT
    )
    shown = load_again(resume, said_of(resume, {"texts": [], "links": []}))
    assert view_for(STRANGER, shown, at=AT) != view_for(STRANGER, resume, at=AT)


@pytest.mark.parametrize(
    "damage",
    [
        {"texts": [[0, [[5, 2, ["phone"]]]]]},
        {"texts": [[0, [[0, 10**6, ["phone"]]]]]},
        {"texts": [[0, [["0", 1, ["phone"]]]]]},
        {"texts": [[10**6, []]]},
        {"texts": [[0, [[0, 1, ["fax"]]]]]},
        {"texts": [[0, [[0, 1, [["=", "x"]]]]]]},
        {"links": [[0, [""]]]},
        {"links": [[0, [["=", "x"]]]]},
        {"links": None},
    ],
    ids=str,
)
def test_LAW_6_what_is_no_finding_is_not_used(damage: dict[str, Any]) -> None:
    """Findings of the right resume that are no findings are not used: the view is as it is without them."""
    resume = example("engineer")
    stored = said_of(resume, damage)
    assert view_for(STRANGER, load_again(resume, stored), at=AT) == view_for(STRANGER, resume, at=AT)


JSON = st.recursive(
    st.sampled_from([None, True, -1, 0, 1, 2, 0.5, "", "=", "phone", "=x", "texts"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["=", "phone"]), inner),
    max_leaves=6,
)
HOLES = (
    lambda one: one,
    lambda one: [one],
    lambda one: [[0, one]],
    lambda one: [[one, []]],
    lambda one: [[0, [one]]],
    lambda one: [[0, [[0, 1, one]]]],
    lambda one: [[0, [[0, 1, [one]]]]],
    lambda one: [[0, [[one, 1, []]]]],
)


@given(st.sampled_from(["texts", "links"]), st.sampled_from(HOLES), JSON)
@settings(max_examples=examples(100))
def test_LAW_6_whatever_stands_where_a_finding_should_is_harmless(
    key: str, hole: Callable[[Any], Any], one: Any
) -> None:
    """Findings of the right digest that hold anything at all in the place of a value never make a view raise."""
    resume = example("engineer")
    stored = said_of(resume, {key: hole(one)})
    assert view_for(STRANGER, load_again(resume, stored), at=AT) is not None


def test_only_bytes_are_taken() -> None:
    """Findings come from `dump_findings`, which gives bytes; anything else is a mistake of the program."""
    with pytest.raises(TypeError, match="to be bytes"):
        load_resume(dump_resume(example("engineer")), findings="{}")  # type: ignore[call-overload]  # as it should not be
    with pytest.raises(TypeError, match="to be a Resume"):
        dump_findings("resume")  # type: ignore[arg-type]  # likewise
    with pytest.raises(TypeError, match="to be a Policy"):
        dump_findings(example("engineer"), policy="2023-04")  # type: ignore[arg-type]  # likewise
    assert POLICY_2023_04.accounts == ()


@given(resumes())
@settings(max_examples=examples(20))
def test_they_are_the_same_each_time(resume: Resume) -> None:
    """What is stored depends on the resume alone."""
    assert dump_findings(resume) == dump_findings(attrs.evolve(resume))


@pytest.mark.parametrize("file", finder.OTHER_FILES)
def test_those_of_another_way_to_say_what_is_looked_for_are_not_used(
    monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    """A change of what says which writings of a number are looked for makes another finder."""
    before = finder.finder_digest.__wrapped__()
    read = type(files("resume_visibility")).read_bytes

    def changed(path: Any) -> bytes:
        return read(path) + (b"#" if str(path).endswith(file) else b"")

    monkeypatch.setattr(type(files("resume_visibility")), "read_bytes", changed)
    assert finder.finder_digest.__wrapped__() != before


def test_those_of_another_unicode_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks alike is Unicode's to say: under another Python, texts are looked at anew."""
    before = finder.finder_digest.__wrapped__()
    monkeypatch.setattr("unicodedata.unidata_version", "1.1.5")
    assert finder.finder_digest.__wrapped__() != before


def test_LAW_6_what_is_none_is_not_used() -> None:
    """A view has no error, whatever was stored: lists in lists without an end, and places that are no whole numbers."""
    resume = example("engineer")
    seen = view_for(STRANGER, resume, at=AT)
    places = said_of(resume, {"texts": [[0, [[0.5, 1.5, ["phone"]]]]]})
    for findings in (b"[" * 200_000, places):
        assert view_for(STRANGER, load_again(resume, findings), at=AT) == seen


PROGRAM = """
import sys
sys.path.insert(0, {folder!r})
from own import OurBasics, OurProfile, OurResume
from resume_visibility import dump_findings
profile = OurProfile(residence="成都 13800138000", hometown="绵阳")
basics = OurBasics(profile=profile, motto="加油 me@example.com", slogan="微信 abc_12345", creed="QQ 12345678")
print(dump_findings(OurResume(id="r", candidate="c", basics=basics)))
"""


def test_they_are_the_same_in_every_process() -> None:
    """What one process stores another one takes: nothing in it depends on the order of a set."""
    program = PROGRAM.format(folder=str(Path(__file__).parents[1]))
    said = said_in_each(program)
    assert len(said) == 1
