"""Forms, schools and views of forms in JSON, and on the command line."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import given

from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CampusForm,
    Company,
    InvalidForm,
    InvalidResume,
    Language,
    Owner,
    Part,
    Recruiter,
    School,
    dump_form,
    dump_view,
    dump_viewer,
    load_form,
    load_resume,
    load_viewer,
    view_for,
    view_to_dict,
)
from resume_visibility.__main__ import main
from resume_visibility.codec.loading import is_form
from resume_visibility.model import Document
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.testing import forms
from samples import changed, found_in, nodes, spelled

EXAMPLES = Path(__file__).parents[2] / "examples" / "data"
PATH = EXAMPLES / "campus-form.json"
DOCUMENT: dict[str, Any] = json.loads(PATH.read_bytes())
FORM = load_form(PATH.read_bytes())
AT = datetime(2026, 4, 1, tzinfo=UTC)
SCHOOL = School(id="south-example-university", signed_in=True, verified=True)
FULL: dict[str, Any] = spelled(CampusForm)


def refused(document: Any) -> list[tuple[str, str]]:
    """The problems of a document that does not load, once its error was found to hold nothing of it."""
    with pytest.raises(InvalidForm) as caught:
        load_form(document)
    assert found_in(caught.value) == []
    return [(problem.path, problem.expected) for problem in caught.value.problems]


def test_OWNER_1_a_form_is_written_so_that_it_loads_again() -> None:
    """A form's copy holds everything: it loads again to an equal form, as bytes, as text and as a dict."""
    written = dump_form(FORM)
    assert FORM == load_form(written) == load_form(written.decode()) == load_form(json.loads(written))
    assert dump_form(FORM, dumps=orjson.dumps) == written
    full = load_form(FULL)
    assert load_form(dump_form(full)) == full


@given(forms())
def test_every_form_is_written_so_that_it_loads_again(form: CampusForm) -> None:
    """So is every form that the strategy makes."""
    assert load_form(dump_form(form)) == form


def test_the_example_fills_every_field() -> None:
    """The example gives every field of a form but those that would hide it."""

    def names(value: Any) -> set[str]:
        if isinstance(value, list):
            return set[str]().union(*map(names, value))
        if isinstance(value, dict):
            return set(value).union(*map(names, value.values()))
        return set()

    hiding = {"account", "deleted", "withdrawn"}
    chosen_elsewhere = {"chat_permission", "personalised_recommendation", "nickname", "notices"}
    other_block = {"keyword", "group"}
    assert names(FULL) - names(DOCUMENT) <= hiding | chosen_elsewhere | other_block | {"surname"}


def test_every_wrong_value_is_refused_where_it_is() -> None:
    """At each place of a full form, what cannot be there is one error that names the place and holds nothing of the form."""
    for path in filter(None, nodes(FULL)):
        document = changed(FULL, path, 76543210.5)
        written = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")
        assert any(where.startswith(written) for where, _ in refused(document)), written


def test_every_unknown_key_is_refused() -> None:
    """A key that no record has is refused, in every record of a form, and not repeated."""
    for path in nodes(FULL):
        inner: Any = FULL
        for key in path:
            inner = inner[key]
        if isinstance(inner, dict):
            assert refused(changed(FULL, path, {**inner, "canary key": "canary"}))


def test_every_required_key_is_asked_for() -> None:
    """What is required is stated at once."""
    assert refused({}) == [(name, "required, but missing") for name in ("id", "candidate", "company")]
    assert refused(b"[]") == [("", "expected an object, not a list")]
    assert refused(b"{") == [("", "expected a JSON object; mistake at column 2")]
    assert ("", "expected each key once; keys that came twice: 1") in refused(
        '{"id": "canary", "id": "canary-2"}'
    )
    with pytest.raises(TypeError, match="expected document to be bytes, a str or a dict"):
        load_form(None)  # type: ignore[arg-type]  # what must be refused


def test_a_resume_is_no_form_and_a_form_no_resume() -> None:
    """Neither loads as the other; a form is stated by the company that it names."""
    resume = (EXAMPLES / "graduate.json").read_bytes()
    with pytest.raises(InvalidForm):
        load_form(resume)
    with pytest.raises(InvalidResume):
        load_resume(PATH.read_bytes())
    assert is_form(PATH.read_bytes())
    assert not is_form(resume)
    assert not is_form(b"{")
    assert not is_form(b'["company"]')


def test_schools_in_json() -> None:
    """A school is a viewer of kind `school`, that loads again; every default is the least."""
    school = attrs.evolve(SCHOOL, action=Action.EXPORT, language=Language.EN)
    assert json.loads(dump_viewer(school)) == {
        "kind": "school",
        "id": "south-example-university",
        "signed_in": True,
        "verified": True,
        "action": "export",
        "language": "en",
    }
    assert load_viewer(dump_viewer(school)) == school
    assert load_viewer({"kind": "school", "id": "s-1"}) == School(id="s-1")


def test_a_view_spells_what_is_shown_and_nothing_else() -> None:
    """A withheld part has no key; a shown part has one, null or empty where there is nothing."""
    bare = attrs.evolve(FORM, awards=(), languages=None)
    view = view_for(SCHOOL, bare, at=AT)
    assert view is not None
    plain = view_to_dict(view)
    assert json.loads(dump_view(view)) == plain
    assert dump_view(view, dumps=orjson.dumps) == dump_view(view)
    assert list(plain) == [
        "id",
        "display_name",
        "sections",
        "action",
        "actions",
        "withheld",
        "fresh_until",
        "policy",
        "schema",
    ]
    elsewhere = {Part.DISPLAY_NAME, Part.MESSENGER, Part.NATIONAL_ID}
    shown = {part.value for part in PARTS_OF[Document.FORM] - view.withheld - elsewhere}
    assert plain["sections"].keys() == shown
    assert (plain["sections"]["awards"], plain["sections"]["languages"]) == ([], None)
    assert plain["withheld"] == sorted(part.value for part in view.withheld)
    assert plain["fresh_until"] == "2026-04-01T02:00:00Z"
    assert (plain["display_name"], plain["action"]) == ("林女士", "view")
    assert plain["sections"]["delivery"] == {"at": "2026-03-18T11:42:07Z", "position": "管理培训生"}


def test_the_whole_view_is_what_the_form_says() -> None:
    """The company's view spells each section as the form does."""
    company = Company(name="珠江", id=FORM.company)
    viewer = Recruiter(id="u-1", company=company, signed_in=True, verified=FULLY_VERIFIED)
    view, owners = view_for(viewer, FORM, at=AT), view_for(Owner(candidate=FORM.candidate), FORM, at=AT)
    assert view is not None
    assert owners is not None
    sections = view_to_dict(view)["sections"]
    assert sections == view_to_dict(owners)["sections"]
    written = json.loads(dump_form(FORM))
    assert (sections["name"], sections["english_name"]) == ("林嘉怡", "Joy Lin")
    assert sections["landline"] == {"e164": "+862039990000", "extension": "12"}
    for name in ("education", "family", "projects", "relatives", "remarks", "publications", "it_skills"):
        assert sections[name] == written[name]
    assert view.withheld == frozenset()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("viewer", "code"),
    [
        ("owner", 0),
        ("recruiter:pearl-river-bank", 0),
        ("school:south-example-university", 0),
        ("recruiter:north-example-bank", 3),
        ("school:another", 3),
        ("headhunter:pearl-river-bank", 3),
        ("mailbox:pearl-river-bank/hr@example.com", 3),
        ("recipient:partner/service", 3),
        ("community", 3),
        ("recommender", 3),
        ("visitor", 3),
    ],
)
def test_the_command_line_takes_forms(capsys: pytest.CaptureFixture[str], viewer: str, code: int) -> None:
    """`view` and `explain` take a form where they take a resume, and a school in short."""
    asked = (str(PATH), "--as", viewer, "--at", AT.isoformat())
    found, out, err = run(capsys, "view", *asked)
    assert found == code
    assert (json.loads(out)["id"] == FORM.id) if code == 0 else (out, err) == ("", "not shown\n")
    found, out, err = run(capsys, "explain", *asked)
    assert (found, err) == (code, "")
    assert out.startswith("shown\n" if code == 0 else "not shown\n")


def test_the_command_line_explains_forms(capsys: pytest.CaptureFixture[str]) -> None:
    """An explanation states the clauses, the facts, and what was given and withheld."""
    _, out, _ = run(
        capsys, "explain", str(PATH), "--as", "school:south-example-university", "--at", AT.isoformat()
    )
    for line in (
        "  CAMPUS-2: ",
        "  kind: school\n",
        "  part family: CAMPUS-2\n",
        "  part delivery: CAMPUS-2\n",
        "  part name: NAME-1\n",
        "  action view: CAMPUS-2\n",
    ):
        assert line in out
    assert "  name_display -> real\n    more, part: name" in out
    assert "  resume_permission -> false: not shown\n" in out


def test_the_command_line_says_what_is_wrong_with_a_form(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A form that does not load is bad input, and the error calls it a form."""
    path = tmp_path / "form.json"
    path.write_text('{"company": "c"}', encoding="utf-8")
    code, out, err = run(capsys, "view", str(path), "--as", "owner")
    assert (code, out) == (2, "")
    assert err.startswith("invalid form, 2 problem(s):")
