"""What is written: what loads again, and of views only what is shown."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

import people
from resume_visibility import (
    FULLY_VERIFIED,
    Company,
    Headhunter,
    InvalidForm,
    InvalidResume,
    InvalidSettings,
    InvalidViewer,
    KeywordBlock,
    Owner,
    Part,
    Resume,
    ResumeView,
    Settings,
    ShownContact,
    ShownSections,
    Viewer,
    dump_form,
    dump_notice,
    dump_record,
    dump_resume,
    dump_settings,
    dump_view,
    dump_viewer,
    load_form,
    load_resume,
    load_viewer,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.lists import views_for
from resume_visibility.model import (
    Application,
    CampusProject,
    Document,
    IpRegion,
    Project,
    ShareForm,
    VirtualNumber,
)
from resume_visibility.model.building import MOST_ACTS, MOST_CHARACTERS, fields_of, members_of
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.model.viewers import KINDS, MOST_CLIENTS
from samples import EXAMPLES, FORMS, RESUMES, VIEWERS, attribute, full, optional, places, spelled

AT = datetime(2026, 7, 1, tzinfo=UTC)
BARE = load_resume({"id": "r-1", "candidate": "c-1"})
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    str.strip
)


def resumes() -> list[Resume]:
    """The example resumes, one with every field and one with none that can be left out."""
    return [*(load_resume(path.read_bytes()) for path in RESUMES), load_resume(full()), BARE]


def viewers() -> list[Viewer]:
    """The example viewers, and one of each kind with every field."""
    samples = ({"kind": kind, **spelled(cls)} for kind, cls in KINDS.items())
    return [load_viewer(path.read_bytes()) for path in VIEWERS] + [load_viewer(one) for one in samples]


def views() -> list[ResumeView]:
    """What the owner and each viewer see of each resume, where they see anything."""
    asked = [
        (viewer, resume) for resume in resumes() for viewer in [*viewers(), Owner(candidate=resume.candidate)]
    ]
    return [view for viewer, resume in asked if (view := view_for(viewer, resume, at=AT)) is not None]


@pytest.mark.parametrize("resume", resumes())
def test_resumes_load_again(resume: Resume) -> None:
    """A resume that was written loads as an equal one, and is written the same again."""
    written = dump_resume(resume)
    assert load_resume(written) == resume
    assert dump_resume(load_resume(written)) == written


@pytest.mark.parametrize("viewer", viewers())
def test_viewers_load_again(viewer: Viewer) -> None:
    """A viewer that was written loads as an equal one of the same kind, and is written the same again."""
    written = dump_viewer(viewer)
    assert load_viewer(written) == viewer
    assert dump_viewer(load_viewer(written)) == written


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
def test_examples_are_written_as_they_came(path: Path) -> None:
    """An example resume comes out as it went in, but for defaults, which are left out, and instants, which are in UTC."""
    came = json.loads(path.read_bytes())
    for cls, _, one in list(places(Resume, came)):
        for name in [name for name in optional(cls) if name in one]:
            default = attribute(cls, name).default
            if not isinstance(default, attrs.Factory) and one[name] == getattr(default, "value", default):  # type: ignore[arg-type]  # a class
                del one[name]
        for name, kind in fields_of(cls):
            if datetime in members_of(kind) and name in one:
                one[name] = (
                    datetime.fromisoformat(one[name]).astimezone(UTC).isoformat().replace("+00:00", "Z")
                )
    assert json.loads(dump_resume(load_resume(path.read_bytes()))) == came


def test_defaults_are_left_out() -> None:
    """A field that holds its default has no key."""
    assert set(json.loads(dump_resume(BARE))) == {"id", "candidate"}
    assert dump_viewer(load_viewer({"kind": "visitor"})) == b'{"kind":"visitor"}'


@given(TEXT)
def test_any_text_survives(text: str) -> None:
    """Whatever text a resume holds, it is written in UTF-8 as it is and loads as it was."""
    resume = attrs.evolve(BARE, strengths=text)
    written = dump_resume(resume)
    assert load_resume(written) == resume
    assert json.dumps(text, ensure_ascii=False).encode() in written


@given(TEXT)
def test_orjson_writes_the_same(text: str) -> None:
    """An accelerator writes the same bytes, whatever text is in them."""
    resume = attrs.evolve(BARE, strengths=text, settings=load_resume(full()).settings)
    assert dump_resume(resume, dumps=orjson.dumps) == dump_resume(resume)
    view = view_for(Owner(candidate=resume.candidate), resume, at=AT)
    assert view is not None
    assert dump_view(view, dumps=orjson.dumps) == dump_view(view)


def test_orjson_writes_the_same_of_all() -> None:
    """An accelerator writes the same bytes for every example resume, viewer and view."""
    for resume in resumes():
        assert dump_resume(resume, dumps=orjson.dumps) == dump_resume(resume)
    for viewer in viewers():
        assert dump_viewer(viewer, dumps=orjson.dumps) == dump_viewer(viewer)
    for view in views():
        assert dump_view(view, dumps=orjson.dumps) == dump_view(view)


def test_utf_8_without_spaces() -> None:
    """JSON is UTF-8, Chinese as it is, with no space between its marks."""
    resume = attrs.evolve(BARE, strengths="十年后端经验")
    written = dump_resume(resume)
    assert "十年后端经验".encode() in written
    assert written == json.dumps(json.loads(written), ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(2023, 5, 4, 8, tzinfo=timezone(timedelta(hours=8))), "2023-05-04T00:00:00Z"),
        (datetime(2023, 5, 4, 8, 0, 0, 120, tzinfo=UTC), "2023-05-04T08:00:00.000120Z"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00Z"),
        (datetime.max.replace(tzinfo=UTC), "9999-12-31T23:59:59.999999Z"),
    ],
)
def test_instants(at: datetime, written: str) -> None:
    """An instant is written in UTC, with Z, to the microsecond, and loads as the same."""
    resume = attrs.evolve(BARE, applications=(Application(company="co", at=at),))
    assert json.loads(dump_resume(resume))["applications"][0]["at"] == written
    assert load_resume(dump_resume(resume)) == resume


@given(st.datetimes(timezones=st.timezones() | st.just(UTC)))
def test_any_instant_survives(at: datetime) -> None:
    """Any instant that a resume can hold is written, and loads as the same."""
    try:
        application = Application(company="co", at=at)
    except ValueError:
        assert at.year in (1, 9999)
        return
    again = load_resume(dump_resume(attrs.evolve(BARE, applications=(application,))))
    assert again.applications[0].at == at.astimezone(UTC)


def test_sets_are_sorted() -> None:
    """What has no order is written in one: sets are sorted."""
    application = Application(company="co", at=AT, attachments=frozenset("dbca"))
    resume = attrs.evolve(BARE, applications=(application,))
    assert json.loads(dump_resume(resume))["applications"][0]["attachments"] == ["a", "b", "c", "d"]
    for view in views():
        plain = view_to_dict(view)
        for items in (plain["actions"], plain["withheld"], plain["contact"]["channels"]):
            assert items == sorted(items)


def test_views_spell_what_is_shown() -> None:
    """In a view a part withheld has no key, and a part shown has one even where the candidate gave nothing."""
    seen = set()
    for view in views():
        plain, withheld = view_to_dict(view), {part.value for part in view.withheld}
        assert set(plain["sections"]) == {name for name, _ in fields_of(ShownSections)} - withheld
        owned = {"virtual_numbers"} if "virtual_number" in withheld else set()
        assert set(plain["contact"]) == {name for name, _ in fields_of(ShownContact)} - withheld - owned
        assert set(plain) == {"schema"} | {name for name, _ in fields_of(ResumeView)} - {"omitted"}
        seen |= withheld
    assert seen == {part.value for part in PARTS_OF[Document.RESUME]}


def test_rows_spell_what_they_say_nothing_of() -> None:
    """In a row, a part that it was not asked for has no key either, and is listed: it does not look like one without a value."""
    asked = (Part.DISPLAY_NAME, Part.PROFILE, Part.WORK, Part.VIRTUAL_NUMBER)
    for viewer in (people.recruiter, people.owner, people.headhunter):
        [row] = views_for(
            viewer, [people.resume(virtual_numbers=(people.line("a"),))], at=people.AT, parts=asked
        )
        assert isinstance(row, ResumeView)
        plain = view_to_dict(row)
        omitted, withheld = ({*plain.get(key, ())} for key in ("omitted", "withheld"))
        assert omitted
        assert not omitted & withheld
        assert not omitted & {part.value for part in asked}
        there = {*plain["sections"], *plain["contact"]} - {"channels", "virtual_numbers"}
        fields = {name for cls in (ShownSections, ShownContact) for name, _ in fields_of(cls)}
        assert there == fields - {"channels", "virtual_numbers"} - omitted - withheld


def test_views_spell_what_is_empty() -> None:
    """A part that is shown and empty is null or an empty list."""
    view = view_for(Owner(candidate=BARE.candidate), BARE, at=AT)
    assert view is not None
    plain = view_to_dict(view)
    filled = {name for name, value in plain["sections"].items() if value not in (None, [], {})}
    assert filled == set()
    assert plain["contact"]["email"] is None
    assert plain["contact"]["virtual_number"] is None
    assert plain["sections"]["work"] == []
    for name in ("strengths", "ip_region", "latest_position"):
        assert plain["sections"][name] is None


def test_views_are_plain() -> None:
    """A view as a dict is of plain dicts, lists, strings, numbers and booleans, and is what is written."""

    def plain(value: Any) -> bool:
        if type(value) is dict:
            return all(type(key) is str and plain(item) for key, item in value.items())
        if type(value) is list:
            return all(map(plain, value))
        return value is None or type(value) in (str, int, bool)

    for view in views():
        assert plain(view_to_dict(view))
        assert json.loads(dump_view(view)) == view_to_dict(view)


def test_view_dicts_are_fresh() -> None:
    """A view's dict is the caller's own: to change it changes no later one."""
    view = views()[0]
    first = view_to_dict(view)
    expected = json.dumps(first)
    first["actions"].clear()
    first["withheld"].append("everything")
    first["contact"]["channels"].clear()
    first["sections"].clear()
    assert json.dumps(view_to_dict(view)) == expected


def test_view_of_a_virtual_number() -> None:
    """A virtual number is written with its extension and the end of its validity, in UTC."""
    until = datetime(2026, 7, 1, 9, tzinfo=timezone(timedelta(hours=8)))
    sample = load_resume(full()).virtual_numbers[0]
    binding = attrs.evolve(sample, candidate=BARE.candidate, company=None, valid_from=AT, valid_until=until)
    resume = attrs.evolve(BARE, virtual_numbers=(binding,))
    assert isinstance(binding, VirtualNumber)
    view = view_for(Owner(candidate=resume.candidate), resume, at=AT)
    assert view is not None
    assert view_to_dict(view)["contact"]["virtual_number"] == {
        "number": {"e164": "+86218765432", "extension": "98765432"},
        "valid_until": "2026-07-01T01:00:00Z",
    }
    assert view_to_dict(view)["fresh_until"] == "2026-07-01T01:00:00Z"


def test_examples_fit() -> None:
    """The example viewers stand to the engineer's resume as their names say."""
    engineer = load_resume((RESUMES[0].parent / "engineer.json").read_bytes())
    seen = {path.stem: view_for(load_viewer(path.read_bytes()), engineer, at=AT) for path in VIEWERS}
    unseen = {name for name, view in seen.items() if view is None}
    assert unseen == {"blocked-recruiter", "school", "visitor"}
    acme, hunter, mailbox, owner = (
        seen[name] for name in ("acme-recruiter", "headhunter", "mailbox", "owner")
    )
    assert acme is not None
    assert hunter is not None
    assert mailbox is not None
    assert owner is not None
    assert [view.display_name for view in (acme, hunter, mailbox, owner)] == [
        "欧阳先生",
        "Mr. Ouyang",
        "欧阳先生",
        "欧阳思远",
    ]
    assert acme.contact.mobile == owner.contact.mobile == engineer.basics.contact.mobile
    assert hunter.contact.mobile is mailbox.contact.mobile is None
    assert mailbox.contact.channels == frozenset()
    numbers = {
        name: line.number.e164
        for name, view in seen.items()
        if view is not None and (line := view.contact.virtual_number) is not None
    }
    assert numbers["acme-recruiter"] == "+862100000002"
    assert numbers["headhunter"] == "+862100000001"
    assert "mailbox" not in numbers


@pytest.mark.parametrize(
    ("name", "display_name", "sections", "contact", "fresh_until"),
    [
        (
            "community-member",
            "欧阳先生",
            {
                "avatar": "img-q41852-face",
                "ip_region": "CN-SH",
            },
            {"channels": []},
            "2026-07-01T02:00:00Z",
        ),
        (
            "recipient",
            "欧阳思远",
            {"region": "上海市浦东新区张江镇"},
            {"channels": [], "email": "ouyang.siyuan@example.com"},
            "2026-07-01T02:00:00Z",
        ),
    ],
)
def test_examples_of_others(
    name: str, display_name: str, sections: Any, contact: Any, fresh_until: str
) -> None:
    """A community member sees how the candidate appears there; a course provider what the consent names, which names the
    name (NAME-1, SHARE-1).
    """
    engineer = load_resume((EXAMPLES / "engineer.json").read_bytes())
    view = view_for(load_viewer((EXAMPLES / "viewers" / f"{name}.json").read_bytes()), engineer, at=AT)
    assert view is not None
    plain = view_to_dict(view)
    assert (plain["display_name"], plain["sections"], plain["contact"]) == (display_name, sections, contact)
    assert plain["fresh_until"] == fresh_until


def test_examples_of_the_recommender() -> None:
    """The recommender sees what jobs are recommended by, and not who it is: the display name is null."""
    engineer = load_resume((EXAMPLES / "engineer.json").read_bytes())
    view = view_for(load_viewer((EXAMPLES / "viewers" / "recommender.json").read_bytes()), engineer, at=AT)
    assert view is not None
    plain = view_to_dict(view)
    assert plain["display_name"] is None
    assert "display_name" in plain["withheld"]
    assert list(plain["sections"]) == [
        "profile",
        "highlights",
        "intention",
        "work",
        "education",
        "latest_position",
        "region",
    ]
    assert plain["contact"] == {"channels": []}


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-06-25T09:12:49.999999+08:00", False),
        ("2026-06-25T09:12:50+08:00", True),
        ("2026-12-24T23:59:59.999999+08:00", True),
        ("2026-12-25T00:00:00+08:00", False),
    ],
)
def test_example_consent_has_its_time(at: str, shown: bool) -> None:
    """The example recipient sees something from the first instant of the consent to the last, and no longer."""
    engineer = load_resume((EXAMPLES / "engineer.json").read_bytes())
    recipient = load_viewer((EXAMPLES / "viewers" / "recipient.json").read_bytes())
    view = view_for(recipient, engineer, at=datetime.fromisoformat(at))
    assert (view is not None) is shown
    if view is not None:
        assert view.fresh_until <= datetime.fromisoformat("2026-12-25T00:00:00+08:00")
        assert json.loads(dump_view(view))["fresh_until"].endswith("Z")


def test_written_consent() -> None:
    """A consent is written with its parts sorted, its instants in UTC and its defaults left out."""
    consent = attrs.evolve(
        load_resume(full()).consents[0],
        parts=frozenset({Part.WORK, Part.NAME, Part.EMAIL}),
        form=ShareForm.SHARE,
        withdrawn=None,
        order=None,
    )
    [written] = json.loads(dump_resume(attrs.evolve(BARE, consents=(consent,))))["consents"]
    assert written == {
        "recipient": "canary-id",
        "recipient_name": "canary recipient_name",
        "recipient_contact": "canary recipient_contact",
        "purpose": "canary-id",
        "method": "canary method",
        "parts": ["email", "name", "work"],
        "begins": "2026-05-06T12:15:42Z",
        "ends": "2099-12-31T16:00:00Z",
    }


@pytest.mark.parametrize("code", ["CN-GD", "CN-HK", "CN-TW", "SG"])
def test_ip_region_is_one_string(code: str) -> None:
    """An IP region is spelled as its code, in a resume and in a view."""
    resume = attrs.evolve(BARE, ip_region=IpRegion(code))
    assert json.loads(dump_resume(resume))["ip_region"] == code
    assert load_resume(dump_resume(resume)) == resume
    view = view_for(Owner(candidate=BARE.candidate), resume, at=AT)
    assert view is not None
    assert view_to_dict(view)["sections"]["ip_region"] == code


DUMPED = [
    (dump_view, "view to be a ResumeView or a FormView"),
    (view_to_dict, "view to be a ResumeView or a FormView"),
    (dump_resume, "resume to be a Resume"),
    (dump_form, "form to be a CampusForm"),
    (dump_viewer, "viewer to be a Viewer, such as a Recruiter"),
    (dump_record, "record to be an AccessRecord"),
    (dump_notice, "notice to be a Notice"),
]


@pytest.mark.parametrize(("dump", "expected"), DUMPED)
def test_nothing_else_is_written(dump: Callable[[Any], object], expected: str) -> None:
    """What is not of the kind that a function writes is a TypeError that names both kinds and no value (LAW-2, LAW-7)."""
    resume = load_resume(RESUMES[0].read_bytes())
    owner = Owner(candidate=resume.candidate)
    view = view_for(owner, resume)
    record = record_of(owner, resume, view)
    for value in (None, "secret", resume, owner, view, record, resume.basics):
        if type(value).__name__ in expected.split() or (value is owner and dump is dump_viewer):
            assert dump(value)
        else:
            got = "None" if value is None else type(value).__name__
            with pytest.raises(TypeError, match=rf"^expected {expected}, got {got}$"):
                dump(value)


LONG = "文" * MOST_CHARACTERS
TOO_MANY = MAX_BYTES // len(LONG.encode()) + 1


def test_OWNER_1_a_resume_that_could_not_be_loaded_again_is_not_written() -> None:
    """A resume of more bytes than a document may have is refused when it is dumped, as it would be when it is loaded."""
    projects = (Project(name="p", description=LONG),) * TOO_MANY
    with pytest.raises(InvalidResume, match=f"expected at most {MAX_BYTES} bytes"):
        dump_resume(attrs.evolve(BARE, projects=projects))


def test_OWNER_1_a_form_that_could_not_be_loaded_again_is_not_written() -> None:
    """Likewise a form."""
    form = load_form(FORMS[0].read_bytes())
    projects = (CampusProject(description=LONG),) * TOO_MANY
    with pytest.raises(InvalidForm, match=f"expected at most {MAX_BYTES} bytes"):
        dump_form(attrs.evolve(form, projects=projects))


def test_BLOCK_1_settings_that_could_not_be_loaded_again_are_not_written() -> None:
    """Likewise settings alone, and viewers: of a store that took them, every block would be lost."""
    blocks = tuple(KeywordBlock(keyword=f"{i:05}" + "文" * 95, at=AT) for i in range(MOST_ACTS))
    with pytest.raises(InvalidSettings, match=f"expected at most {MAX_BYTES} bytes"):
        dump_settings(Settings(blocks=blocks))


def test_BLOCK_3_a_viewer_that_could_not_be_loaded_again_is_not_written() -> None:
    """Likewise a headhunter with all clients, of as many names as can be. They may ask all the same."""
    aliases = tuple(f"{i:02}" + "文" * 198 for i in range(50))
    clients = tuple(Company(id=f"c-{i}", name="文", aliases=aliases) for i in range(MOST_CLIENTS))
    agency = Company(id="a-1", name="文")
    viewer = Headhunter(id="h-1", agency=agency, clients=clients, signed_in=True, verified=FULLY_VERIFIED)
    with pytest.raises(InvalidViewer, match=f"expected at most {MAX_BYTES} bytes"):
        dump_viewer(viewer)
    assert view_for(viewer, BARE) is None


@pytest.mark.parametrize("written", [None, "{}"], ids=["nothing", "text"])
def test_a_function_that_writes_no_bytes_is_a_mistake(written: object) -> None:
    """A text would be measured in characters; and what is written is stored."""

    def dumps(_: object) -> Any:
        return written

    expected = f"^expected dumps to be a function that returns bytes, such as orjson.dumps, got one that returns {type(written).__name__}$"
    calls: list[tuple[Any, object]] = [(dump_resume, BARE), (dump_settings, Settings())]
    for dump, value in (*calls, (dump_viewer, Owner(candidate="c-1"))):
        with pytest.raises(TypeError, match=expected):
            dump(value, dumps=dumps)
