"""Sections and fields of a platform's own: shown by the part that they follow, in every way that a resume leaves."""

import csv
import json
import pickle
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from types import GenericAlias
from typing import Any, Literal

import attrs
import orjson
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from leaks import assert_caught
from own import Book, OurBasics, OurProfile, OurResume, OurSections, OurWork, Paper, Rhythm, Volunteering
from pace import examples
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    InvalidResume,
    InvalidValue,
    Language,
    Owner,
    Part,
    Policy,
    Problem,
    Recruiter,
    Resume,
    Settings,
    ShownSections,
    Visibility,
    Visitor,
    dump_resume,
    dump_view,
    dump_viewer,
    explain,
    load_resume,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.__main__ import main
from resume_visibility.codec.loading import OF_HINT, explained
from resume_visibility.codec.reading import at_once
from resume_visibility.errors import QueryRefused
from resume_visibility.exports import Format, export
from resume_visibility.exports.columns import experiences_of
from resume_visibility.lists import (
    Failed,
    check_query,
    condition_for,
    holds,
    index_documents,
    searchable,
    stored,
    views_for,
)
from resume_visibility.model import (
    Basics,
    Checked,
    CommunityProfile,
    Contact,
    Email,
    MobileNumber,
    Period,
    Profile,
    Url,
    Work,
    YearMonth,
    follows,
)
from resume_visibility.model.parts import PARTS_OF, Document
from resume_visibility.policy import Readings
from resume_visibility.schemas import Subject, openapi_components, schema_of
from resume_visibility.testing import ALL_LAWS, Case, cases, check_noninterference, resumes
from shows import show

AT = datetime(2026, 7, 1, tzinfo=UTC)
OWNER = Owner(candidate="c-1")
RECRUITER = Recruiter(
    id="u-1", company=Company(id="co-1", name="第七医院"), signed_in=True, verified=FULLY_VERIFIED
)
SEARCHING = attrs.evolve(RECRUITER, action=Action.SEARCH)
OPEN = Settings(visibility=Visibility.PUBLIC, resume_permission=True, chat_permission=True)


TEXT: Any = str | None
MADE: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
"""How a class is made by `attrs.make_class` as by `attrs.frozen(kw_only=True, repr=False)`."""


def resume(**changes: Any) -> OurResume:
    """A resume of ours that a recruiter sees, with everything of its own filled in."""
    fields: dict[str, Any] = {
        "id": "r-1",
        "candidate": "c-1",
        "basics": OurBasics(
            profile=OurProfile(born=YearMonth(1990, 1), hometown="成都"),
            contact=Contact(mobile=MobileNumber("+8613912345678"), email=Email("me@example.com")),
            motto="加油 13912345678",
        ),
        "settings": OPEN,
        "work": (
            OurWork(
                position="护士",
                department="急诊科",
                leaving="与主任不和",
                referee="王主任",
                tools=("监护仪",),
            ),
        ),
        "volunteering": (
            Volunteering(
                badge="b-1",
                organisation="红十字会",
                summary="报名请打13912345678",
                rhythm=Rhythm.WEEKLY,
                private=("不公开",),
            ),
            Volunteering(badge="b-2", site=Url("https://wa.me/8613912345678")),
        ),
        "publications": (Paper(title="护理", journal="护理学报"), Book(title="急救", publisher="人卫")),
        "second_page": Url("https://example.com/two"),
        "notes": "面试前改简历",
        "drafts": ("草稿一",),
    }
    return OurResume(**{**fields, **changes})


def shown(viewer: Any, asked: OurResume) -> OurSections:
    """The sections that a viewer sees."""
    view = view_for(viewer, asked, at=AT)
    assert view is not None
    return view.sections


# What a view shows


def test_a_section_is_shown_with_the_part_that_it_follows() -> None:
    """Whoever is granted a part sees what follows it."""
    seen = shown(RECRUITER, resume())
    assert [one.organisation for one in seen.volunteering] == ["红十字会"]
    assert seen.publications == resume().publications
    assert seen.profile == resume().basics.profile


def test_a_section_is_withheld_with_the_part_that_it_follows() -> None:
    """A homepage is for whom e-mail is granted, and so is what follows it."""
    assert shown(RECRUITER, resume()).second_page is None


def test_a_section_that_follows_nothing_is_the_owners_alone() -> None:
    """LAW-5: default deny: nobody but the owner sees it."""
    assert shown(OWNER, resume()).notes == "面试前改简历"
    assert shown(OWNER, resume()).drafts == ("草稿一",)
    assert shown(RECRUITER, resume()).notes is None
    assert shown(RECRUITER, resume()).drafts == ()


def test_a_field_goes_with_its_section() -> None:
    """A field of one's own in a section of the library is shown where the section is."""
    [work] = shown(RECRUITER, resume()).work
    assert (work.position, work.department, work.tools) == ("护士", "急诊科", ("监护仪",))


def test_a_field_that_follows_a_part_of_its_own_needs_both() -> None:
    """A field is shown where its section and its own part are; the owner sees every one."""
    [work] = shown(RECRUITER, resume()).work
    assert (work.leaving, work.referee) == (None, None)
    assert shown(RECRUITER, resume()).volunteering[0].private == ()
    [mine] = shown(OWNER, resume()).work
    assert (mine.leaving, mine.referee) == ("与主任不和", "王主任")
    assert shown(OWNER, resume()).volunteering[0].private == ("不公开",)


def test_LAW_1_an_item_of_which_nothing_is_left_is_left_out() -> None:
    """LAW-1: an empty item would say that something is withheld; the owner sees every item."""
    whole = resume(work=(OurWork(position="护士"), OurWork(leaving="与主任不和", referee="王主任")))
    assert shown(RECRUITER, whole).work == (OurWork(position="护士"),)
    assert shown(OWNER, whole).work == whole.work
    assert shown(OWNER, resume(work=(OurWork(),))).work == (OurWork(),)


@settings(max_examples=examples(60))
@given(cases(of=OurResume), st.sampled_from(("x", None)), st.sampled_from(("x", None)), st.booleans())
def test_LAW_1_what_holds_nothing_but_what_is_withheld_makes_no_difference(
    case: Case[OurResume], leaving: str | None, referee: str | None, first: bool
) -> None:
    """LAW-1: whoever sees neither field sees no item either, before or behind the others."""
    asked, viewer = case.document, case.viewer
    view = view_for(viewer, asked, at=case.at)
    if not asked.work or view is None or Part.EMAIL not in view.withheld:
        return
    more = OurWork(leaving=leaving, referee=referee)
    work = (more, *asked.work) if first else (*asked.work, more)
    assert view_for(viewer, attrs.evolve(asked, work=work), at=case.at) == view


def test_LAW_1_an_item_that_held_a_link_is_left_out_as_one_that_held_none() -> None:
    """LAW-1: where what is withheld would leave an item empty, so does a link that gives a number away (PHONE-1)."""
    shown = sections_with(GenericAlias(tuple, (Page, ...)), default=(), metadata=follows(Part.WORK))
    mine = resume_with(shown, GenericAlias(tuple, (Page, ...)), default=())
    known = Basics(
        profile=Profile(born=YearMonth(1990, 1)), contact=Contact(mobile=MobileNumber("+8613912345678"))
    )
    leads_to_me = Page(links=(Url("https://wa.me/8613912345678"),))
    for pages in ((Page(),), (leads_to_me,), (attrs.evolve(leads_to_me, private="x"), Page(private="x"))):
        one = mine(id="r", candidate="c", basics=known, settings=OPEN, own=pages)
        (row,) = views_for(RECRUITER, [one], at=AT, parts=frozenset(Part))
        view = view_for(RECRUITER, one, at=AT)
        assert (view.sections.own, row.sections.own) == ((), ())
        owned = view_for(Owner(candidate="c"), one, at=AT)
        assert owned.sections.own == pages


@attrs.frozen(kw_only=True, repr=False)
class Confided(Checked):
    """An item whose one text is for the owner alone."""

    words: str | None = attrs.field(default=None, metadata=follows(None))


def test_LAW_6_a_section_of_which_nothing_is_left_is_not_redacted() -> None:
    """LAW-6: a section that is left out because its only field is withheld may hold the candidate's number."""
    kind = Confided | None
    mine = resume_with(sections_with(kind, metadata=follows(Part.WORK)), kind)
    known = Basics(
        profile=Profile(born=YearMonth(1990, 1)), contact=Contact(mobile=MobileNumber("+8613912345678"))
    )
    one = mine(id="r", candidate="c", basics=known, settings=OPEN, own=Confided(words="请打13912345678"))
    view = view_for(RECRUITER, one, at=AT)
    assert view is not None
    assert view.sections.own is None


def test_texts_of_ones_own_are_redacted() -> None:
    """PHONE-1: the candidate's number is taken out of them, and a link that leads to it is left out with its item."""
    seen = shown(RECRUITER, resume())
    assert seen.volunteering[0].summary == "报名请打[电话已隐藏]"
    assert seen.motto == "加油 [电话已隐藏]"
    assert [one.badge for one in seen.volunteering] == ["b-1"]


def test_what_is_not_shown_is_not_asked_for() -> None:
    """A view of some parts has what follows them, and nothing of the owner's alone."""
    [view] = views_for(OWNER, [resume()], at=AT, parts=[Part.WORK])
    assert not isinstance(view, Failed)
    assert isinstance(view.sections, OurSections)
    assert len(view.sections.volunteering) == 2
    assert view.sections.publications == ()
    assert view.sections.notes is None


def test_a_view_is_of_the_class_that_the_resume_names() -> None:
    """The library's resume gives the library's sections, and ours gives ours, to whomever."""
    assert type(shown(RECRUITER, resume())) is OurSections
    plain = Resume(id="r-1", candidate="c-1")
    view = view_for(OWNER, plain, at=AT)
    assert view is not None
    assert type(view.sections) is ShownSections


def test_everything_else_takes_such_a_resume() -> None:
    """Explanations and records speak of the parts that its sections follow."""
    asked = resume()
    assert explain(RECRUITER, asked, at=AT).shown
    view = view_for(RECRUITER, asked, at=AT)
    assert Part.WORK in record_of(RECRUITER, asked, view, at=AT).shown
    assert view_for(Visitor(), asked, at=AT) is None


# The laws


@settings(max_examples=examples(30))
@given(cases(of=OurResume))
def test_every_law_holds(case: Case[OurResume]) -> None:
    """LAW-1 to LAW-9 hold of resumes with sections of their own."""
    for law in ALL_LAWS:
        law(show, case)


@settings(max_examples=examples(60))
@given(cases(of=OurResume))
def test_LAW_8_lists_agree(case: Case[OurResume]) -> None:
    """A resume with sections of its own is in a list exactly when it is shown."""
    viewer, asked = case.viewer, case.document
    condition = condition_for(viewer, at=case.at)
    assert holds(condition, stored(asked)) is (view_for(viewer, asked, at=case.at) is not None)


@settings(max_examples=examples(30))
@given(cases(of=OurResume))
def test_the_laws_find_what_is_shown_of_ones_own(case: Case[OurResume]) -> None:
    """A service that gives the owner's notes to everybody to whom the resume is shown breaks a law."""

    def careless(viewer: Any, asked: OurResume, at: datetime) -> Any:
        view = view_for(viewer, asked, at=at)
        return None if view is None else (view, asked.notes)

    if case.document.notes is None or shown_to_others(case) is None:
        return
    assert any(broken(law, careless, case) for law in ALL_LAWS)


def test_the_laws_find_whether_there_is_something_of_ones_own() -> None:
    """LAW-1: a service that says whether the candidate wrote notes for themselves, and no word of them, breaks a law."""

    def careless(viewer: Any, asked: OurResume, at: datetime) -> Any:
        view = view_for(viewer, asked, at=at)
        return None if view is None else (view, asked.notes is None and not isinstance(viewer, Owner))

    assert_caught(check_noninterference, careless, "a withheld value makes a difference", cases(of=OurResume))


def broken(law: Any, service: Any, case: Case[OurResume]) -> bool:
    """Whether a service breaks a law."""
    try:
        law(service, case)
    except AssertionError:
        return True
    return False


def shown_to_others(case: Case[OurResume]) -> Any:
    """What somebody other than the owner is shown."""
    return None if isinstance(case.viewer, Owner) else view_for(case.viewer, case.document, at=case.at)


@settings(max_examples=examples(60))
@given(resumes(of=OurResume))
def test_nothing_is_lost_in_json(drawn: OurResume) -> None:
    """A resume with sections of its own loads again from its JSON, by both ways of reading."""
    written = dump_resume(drawn)
    assert load_resume(written, of=OurResume) == drawn
    assert at_once(written, OurResume) == drawn
    assert explained(written, OurResume) == drawn


@attrs.frozen(kw_only=True, repr=False)
class Shift(Checked):
    """An item whose fields are checked together."""

    first: int
    last: int

    def _problems(self) -> Iterator[Problem]:
        """A shift ends after its beginning."""
        if self.first >= self.last:
            yield Problem("last", "expected an hour after the first")


def drawn_with(item: Any) -> Any:
    """Draws of resumes that hold items of a class."""

    @attrs.frozen(kw_only=True, repr=False)
    class Sections(ShownSections):
        shifts: tuple[item, ...] = attrs.field(default=(), metadata=follows(Part.WORK))

    @attrs.frozen(kw_only=True, repr=False)
    class Working(Resume[Sections]):
        shifts: tuple[item, ...] = ()

    return resumes(of=Working)


@settings(max_examples=examples(60))
@given(drawn_with(Shift))
def test_items_are_drawn_whose_fields_go_together(drawn: Any) -> None:
    """A class may check several fields together: whatever is drawn of it goes together, for hardly half of the numbers do."""
    assert all(shift.first < shift.last for shift in drawn.shifts)


def test_a_class_of_which_nothing_can_be_drawn_says_why() -> None:
    """Where no values go together, a draw does not go on for ever: the error of the class is raised."""

    @attrs.frozen(kw_only=True, repr=False)
    class NoShift(Checked):
        first: int

        def _problems(self) -> Iterator[Problem]:
            """There is none."""
            yield Problem("first", "expected nothing at all")

    @settings(max_examples=30, phases=[Phase.generate])
    @given(drawn_with(NoShift))
    def draw(_: Any) -> None:
        pass

    with pytest.raises(InvalidValue, match="expected nothing at all"):
        draw()


VIEW = Draft202012Validator(schema_of(Subject.VIEW, of=OurResume))
DOCUMENT = Draft202012Validator(schema_of(Subject.RESUME, of=OurResume))


@settings(max_examples=examples(30))
@given(cases(of=OurResume))
def test_documents_and_views_are_valid(case: Case[OurResume]) -> None:
    """Their schemas accept every resume with sections of its own, and every view of one."""
    DOCUMENT.validate(json.loads(dump_resume(case.document)))
    view = view_for(case.viewer, case.document, at=case.at)
    if view is not None:
        VIEW.validate(json.loads(dump_view(view)))


# JSON


def test_the_json_of_a_view_has_no_key_for_what_is_withheld() -> None:
    """What follows a withheld part has no key; what is for the owner alone has one where there is something in it."""
    sections = view_to_dict(view_for(RECRUITER, resume(), at=AT))["sections"]  # type: ignore[arg-type]  # it is shown
    assert {"volunteering", "publications", "motto"} <= sections.keys()
    assert sections.keys().isdisjoint({"second_page", "notes", "drafts"})
    assert "leaving" not in sections["work"][0]
    mine = view_to_dict(view_for(OWNER, resume(drafts=()), at=AT))["sections"]  # type: ignore[arg-type]  # likewise
    assert mine["notes"] == "面试前改简历"
    assert "drafts" not in mine


@pytest.mark.parametrize("value", [False, 0, True, 1])
def test_OWNER_1_no_and_nought_are_in_the_owners_json(value: bool | int) -> None:
    """What the owner alone sees has a key where it is no or nought, too."""
    assert mine_with(value)["own"] is value


@pytest.mark.parametrize(("value", "cell"), [(False, "no"), (0, "0"), (None, "")])
def test_OWNER_1_no_and_nought_are_in_the_owners_table(
    value: bool | int | None, cell: str, tmp_path: Path
) -> None:
    """In the owner's copy as a table, no is `no`, nought is `0`, and what is missing is empty."""
    assert table_of(resume_with_own(value), tmp_path)["own"] == cell


@pytest.mark.parametrize(
    ("end", "cell"),
    [("上海", "start: 北京\nend: 上海\nplace: 高铁"), (None, "start: 北京\nplace: 高铁")],
)
def test_OWNER_1_no_field_of_an_item_is_lost_in_a_table(end: str | None, cell: str, tmp_path: Path) -> None:
    """An item of one's own that looks like a period is written with all its fields."""
    assert table_of(resume_with_own(Trip(start="北京", end=end, place="高铁")), tmp_path)["own"] == cell


def test_OWNER_1_no_field_of_an_item_like_a_number_is_lost_in_a_table(tmp_path: Path) -> None:
    """Nor is a field of an item that looks like a telephone number."""
    line = Line(e164="一号线", extension="2", place="高铁")
    assert table_of(resume_with_own(line), tmp_path)["own"] == "e164: 一号线\nextension: 2\nplace: 高铁"


@pytest.mark.parametrize(
    ("started", "cell"), [(True, "yes"), ({"start": "2019-01"}, "2019-01 –"), (None, "")]
)
def test_EXPORT_1_a_beginning_of_ones_own_is_text_in_a_table(started: Any, cell: str) -> None:
    """Whatever a field of one's own holds, a workbook gets it as text where it stands for a beginning."""
    sections = {"work": [{"position": "护士", "started": started}]}
    row = {"id": "r", "view": {"display_name": "欧阳先生", "sections": sections}}
    ((_, _, _, start, *_),) = experiences_of(row, Resume, Language.EN)
    assert start == cell


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"volunteering": [{}]}, "volunteering[0].badge"),
        ({"volunteering": [{"badge": "b"}] * 4}, "volunteering"),
        ({"volunteering": [{"badge": "b", "rhythm": "daily"}]}, "volunteering[0].rhythm"),
        ({"work": [{"departement": "x"}]}, "work[0]"),
        ({"publications": [{"title": "x"}]}, "publications[0]"),
        ({"basics": {"motto": ""}}, "basics.motto"),
    ],
)
def test_errors_name_the_path(changes: dict[str, Any], path: str) -> None:
    """What is wrong in a section of one's own is an error as any other, and its schema refuses it, too."""
    document = {**json.loads(dump_resume(resume())), **changes}
    with pytest.raises(InvalidResume) as caught:
        load_resume(document, of=OurResume)
    assert [problem.path for problem in caught.value.problems] == [path]
    assert not DOCUMENT.is_valid(document)


def test_the_library_knows_nothing_of_them() -> None:
    """Loaded as the library's resume, a section of one's own is an unknown key, and not dropped."""
    with pytest.raises(InvalidResume, match="unknown"):
        load_resume(dump_resume(resume()))


def test_a_schema_is_named_after_its_class() -> None:
    """Schemas of one's own have ids of their own, and the components of OpenAPI hold their classes."""
    for subject in (Subject.RESUME, Subject.VIEW):
        named = f"urn:resume-visibility:{subject.value}:1:OurResume"
        assert schema_of(subject, of=OurResume)["$id"] == named
    assert schema_of(Subject.SETTINGS, of=OurResume) == schema_of(Subject.SETTINGS)
    schemas = openapi_components(of=OurResume)["components"]["schemas"]
    assert {"OurResume", "Volunteering", "ShownVolunteering", "OurSections"} <= schemas.keys()


def test_classes_of_the_same_name_are_two_definitions() -> None:
    """A class of one's own that is called as one of the library's takes nothing from it."""
    named: Any = attrs.make_class(
        "Work",
        {"floor": attrs.field(type=int, default=None)},
        bases=(Work,),
        **MADE,
    )

    @attrs.frozen(kw_only=True, repr=False)
    class Sections(ShownSections):
        work: tuple[named, ...] = ()
        earlier: tuple[Work, ...] = attrs.field(default=(), metadata=follows(Part.WORK))

    @attrs.frozen(kw_only=True, repr=False)
    class Both(Resume[Sections]):
        work: tuple[named, ...] = ()
        earlier: tuple[Work, ...] = ()

    definitions = schema_of(Subject.RESUME, of=Both)["$defs"]
    assert ["floor" in definitions[name]["properties"] for name in ("Work", "Work2")] == [True, False]


@pytest.mark.parametrize(
    "call",
    [
        lambda wrong: load_resume({}, of=wrong),
        lambda wrong: schema_of(Subject.VIEW, of=wrong),
        lambda wrong: openapi_components(of=wrong),
        lambda wrong: searchable(SEARCHING, of=wrong),
    ],
)
@pytest.mark.parametrize(
    ("wrong", "got"),
    [
        (ShownSections, "the class ShownSections"),
        ("OurResume", "str"),
        (resume(), "OurResume"),
        (None, "None"),
    ],
    ids=repr,
)
def test_another_class_is_refused(call: Callable[[Any], Any], wrong: object, got: str) -> None:
    """Where a class of resumes is asked for, nothing else is taken, and the error says what was given."""
    with pytest.raises(
        TypeError, match=rf"expected of to be Resume or a subclass made by attrs\.frozen.*got {got}$"
    ):
        call(wrong)


# Lists and exports


def test_an_index_holds_what_its_readers_are_shown() -> None:
    """SEARCH-1: sections and fields of one's own are in an index by the parts that they follow."""
    [document] = index_documents(resume(), language=Language.ZH, at=AT)
    held = {field.path: field for field in document.fields}
    assert held["sections.volunteering.organisation"].terms
    assert held["sections.volunteering.rhythm"].values == ("weekly",)
    assert held["sections.work.department"].values == ("急诊科",)
    assert held["sections.motto"].values == ("加油 [电话已隐藏]",)
    for hidden in ("work.leaving", "work.referee", "notes", "drafts", "second_page", "volunteering.private"):
        assert f"sections.{hidden}" not in held


def test_what_follows_a_contact_detail_is_never_searched() -> None:
    """SEARCH-1: a field that follows the e-mail address is in no index, even under a reading that shows the address."""
    policy = Policy("direct", readings=Readings(email_is_relayed=False))
    view = view_for(SEARCHING, resume(), at=AT, policy=policy)
    assert view is not None
    assert view.sections.work[0].referee == "王主任"
    for document in index_documents(resume(), language=Language.ZH, at=AT, policy=policy):
        assert "sections.work.referee" not in {field.path for field in document.fields}
    assert "sections.work.referee" not in searchable(SEARCHING, policy=policy, of=OurResume)


def test_what_may_be_asked_is_what_is_shown() -> None:
    """SEARCH-1: a question about what is not shown is refused as one about what does not exist."""
    fields = searchable(SEARCHING, of=OurResume)
    assert {"sections.volunteering.organisation", "sections.publications.journal"} <= fields
    assert fields.isdisjoint({"sections.work.leaving", "sections.notes", "sections.volunteering.badge"})
    check_query(SEARCHING, fields=["sections.volunteering.hours"], of=OurResume)
    with pytest.raises(QueryRefused):
        check_query(SEARCHING, fields=["sections.volunteering.hours"])
    with pytest.raises(QueryRefused):
        check_query(SEARCHING, fields=["sections.work.leaving"], of=OurResume)


def test_an_export_has_a_column_for_each_section(tmp_path: Path) -> None:
    """EXPORT-1: a table holds everything of the view that is exported."""
    out = tmp_path / "out.csv"
    exporting = attrs.evolve(RECRUITER, action=Action.EXPORT)
    export(exporting, [resume()], out, kind=Format.CSV, records=list, of=OurResume, at=AT)
    written = out.read_text("utf-8-sig")
    assert '"volunteering"' in written
    assert '"hometown"' in written
    assert "红十字会" in written
    assert "成都" in written
    assert "与主任不和" not in written


def test_an_export_takes_the_class_that_was_named(tmp_path: Path) -> None:
    """A resume of another class than the export was begun for is a mistake of the program."""
    exporting = attrs.evolve(RECRUITER, action=Action.EXPORT)
    with pytest.raises(TypeError, match="to be a Resume"):
        export(exporting, [resume()], tmp_path / "out", kind=Format.JSONL, records=list, at=AT)


# Values


def test_it_is_a_value() -> None:
    """A resume with sections of its own is frozen, compares by value, and survives a pickle."""
    assert resume() == resume()
    assert pickle.loads(pickle.dumps(resume())) == resume()
    assert repr(resume()) == "<OurResume>"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        resume().notes = None  # type: ignore[misc]  # what must be refused
    with pytest.raises(InvalidValue, match="expected at most 3 items"):
        resume(volunteering=(Volunteering(badge="b"),) * 4)


def test_an_item_is_checked_wherever_it_is_built() -> None:
    """An item whose annotations are strings is checked before any resume was declared with it."""
    import own_item

    assert own_item.Item(name="a", seen=AT).seen == AT
    with pytest.raises(InvalidValue, match="name"):
        own_item.Item(name=" ")


def test_PHONE_1_no_id_of_ones_own_holds_the_number() -> None:
    """An id leaves in views as it is, so none may be made of the candidate's number."""
    with pytest.raises(InvalidValue, match=r"volunteering\[0\]\.badge"):
        resume(volunteering=(Volunteering(badge="b-13912345678"),))


def test_LAW_9_no_id_of_ones_own_leads_from_the_community() -> None:
    """What the community knows the candidate by is no id of a section of one's own."""
    with pytest.raises(InvalidValue, match=r"community\.id"):
        resume(volunteering=(Volunteering(badge="badge-77"),), community=CommunityProfile(id="badge-77"))


# Declarations


def declared(make: Callable[[], object]) -> str:
    """What is wrong with a declaration."""
    with pytest.raises(TypeError, match="is not classified") as caught:
        make()
    return str(caught.value)


def sections_with(kind: Any, **field: Any) -> type[ShownSections]:
    """Shown sections with one of our own."""
    return attrs.make_class(
        "Sections",
        {"own": attrs.field(type=kind, **{"default": None, **field})},
        bases=(ShownSections,),
        **MADE,
    )


def resume_with(shown: Any, kind: Any, name: str = "own", default: Any = None) -> Any:
    """A resume with one field of our own."""
    named: Any = Resume[shown]
    return attrs.make_class(
        "Mine",
        {name: attrs.field(type=kind, default=default)},
        bases=(Resume,),
        class_body={"__orig_bases__": (named,)},
        **MADE,
    )


@attrs.frozen(kw_only=True, repr=False)
class Trip(Checked):
    """An item that looks like a period."""

    start: str | None = None
    end: str | None = None
    place: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Line(Checked):
    """An item that looks like a telephone number."""

    e164: str | None = None
    extension: str | None = None
    place: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Page(Checked):
    """An item of links, with a note."""

    links: tuple[Url, ...] = ()
    private: str | None = attrs.field(default=None, metadata=follows(None))


def resume_with_own(value: Any) -> Any:
    """A resume with one section that is for the owner alone."""
    kind = (bool if value is None else type(value)) | None
    mine = resume_with(sections_with(kind), kind)
    return mine(id="r", candidate="c", basics=Basics(), own=value)


def mine_with(value: Any) -> dict[str, Any]:
    """The sections that the owner of such a resume is shown, as plain values."""
    view = view_for(Owner(candidate="c"), resume_with_own(value), at=AT)
    assert view is not None
    sections: dict[str, Any] = view_to_dict(view)["sections"]
    return sections


def table_of(one: Any, folder: Path) -> dict[str, str]:
    """The row of the owner's copy as a table in English."""
    owner = Owner(candidate="c", action=Action.EXPORT, language=Language.EN)
    export(owner, [one], folder / "out", kind=Format.CSV, records=list, of=type(one), at=AT)
    with (folder / "out").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    return row


@attrs.frozen(kw_only=True, repr=False)
class Unchecked:
    """An item that nothing checks."""

    name: str | None = None


@attrs.frozen(kw_only=True)
class Talkative(Checked):
    """An item whose representation would show it."""

    name: str | None = None


@attrs.define(kw_only=True, repr=False)
class Loose(Checked):
    """An item that can be changed."""

    name: str | None = None


@attrs.frozen(kw_only=True, repr=False, slots=False)
class Roomy(Checked):
    """An item with room for more."""

    name: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lookalike(Checked):
    """An item whose title is a link, where that of another is text."""

    title: Url
    printed: bool


@attrs.frozen(kw_only=True, repr=False)
class Required(Checked):
    """An item with a field that is required, and withheld."""

    name: str = attrs.field(metadata=follows(None))


@attrs.frozen(kw_only=True, repr=False)
class Nested(Checked):
    """An item in which another is wrong."""

    inner: tuple[Unchecked, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Silenced(Checked):
    """An item that checks nothing."""

    name: str | None = None

    def __attrs_post_init__(self) -> None:
        return None


class Numbers(Enum):
    """An enumeration of numbers."""

    ONE = 1


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (float | None, "no section holds (float); expected str, Url, int, bool, datetime, "),
        (list[Volunteering], "is of a type that no section holds; write tuple[Volunteering, ...]"),
        (list[str] | None, "is of a type that no section holds; write tuple[str, ...]"),
        (list[str | None], "is of a type that no section holds; write tuple[X, ...]"),
        (list, "is of a type that no section holds (list); write tuple[X, ...]"),
        (bytes | None, "is of a type that no section holds"),
        (MobileNumber | None, "is of a type that no section holds"),
        (Email | None, "is of a type that no section holds"),
        (Settings | None, "is of a type that no section holds"),
        (Contact | None, "is of a type that no section holds"),
        (frozenset[str] | None, "is of a type that no section holds"),
        (dict[str, str] | None, "is of a type that no section holds"),
        (tuple[str, int] | None, "is of a type that no section holds; expected str"),
        (tuple[str, int], "is of a type that no section holds; expected str"),
        (tuple[str], "is of a type that no section holds; write tuple[str, ...]"),
        (Literal["daily"] | None, "is of a type that no section holds; expected str"),
        (tuple[datetime, ...], "is expected to have no None and no instant among its items"),
        (Paper | Lookalike | None, "is expected to have one type of title, whichever class it is of"),
        (str | int | None, "is expected to be of one type, or of several classes"),
        (Numbers | None, "is expected to have strings as the values of its enumeration"),
        (Unchecked | None, "Unchecked is expected to be a subclass of resume_visibility.model.Checked"),
        (Nested | None, "Unchecked is expected to be a subclass of resume_visibility.model.Checked"),
        (Talkative | None, "Talkative is expected to be made by attrs.frozen(kw_only=True, repr=False)"),
        (Loose | None, "Loose is expected to be made by attrs.frozen(kw_only=True, repr=False)"),
        (Roomy | None, "Roomy is expected to be made by attrs.frozen(kw_only=True, repr=False)"),
        (Required | None, "Required.name is expected to be None or () where it is withheld"),
        (Silenced | None, "Silenced.__attrs_post_init__ is expected to be as in Checked"),
    ],
    ids=str,
)
def test_LAW_5_what_nobody_classified_stops_the_import(kind: Any, expected: str) -> None:
    """A field of a type that could leak, or that nothing checks, is refused when it is declared."""
    assert expected in declared(lambda: resume_with(sections_with(kind), kind))


def test_LAW_5_a_section_is_declared_in_both() -> None:
    """What goes in and what is shown have the same sections, of the same types."""
    sections = sections_with(str | None)
    assert "expected to have a field of the same name in Sections" in declared(
        lambda: resume_with(sections, str | None, "other")
    )
    assert "Sections.own is expected to have a field of the same name in Mine" in declared(
        lambda: resume_with(sections, str | None, "other")
    )
    assert "Mine.own is expected to be of the type of Sections.own" in declared(
        lambda: resume_with(sections, int | None)
    )
    assert "Mine.own is expected to have a field of the same name in ShownSections" in declared(
        lambda: resume_with(ShownSections, str | None)
    )


def test_LAW_5_what_shows_a_section_of_ones_own_has_to_be_named() -> None:
    """Where a class derives from `Resume` alone, the error says what to derive from."""
    how: Any = {"bases": (Resume,), **MADE}
    message = declared(lambda: attrs.make_class("Mine", {"own": attrs.field(type=TEXT, default=None)}, **how))
    assert "field of the same name in ShownSections: derive from Resume[YourSections]" in message


def test_LAW_5_a_section_may_be_missing() -> None:
    """What is withheld and what is missing look the same, so each has that as its default."""
    assert "Sections.own is expected to be None or () where it is withheld" in declared(
        lambda: resume_with(sections_with(int, default=3), int)
    )
    assert "Mine.own is expected to be None or () where it is missing" in declared(
        lambda: resume_with(sections_with(int | None), int | None, default=3)
    )


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("settings", str | None, "Mine.settings decides, and is expected to be as in Resume"),
        ("basics", Work | None, "Mine.basics decides, and is expected to be as in Resume"),
        ("strengths", int | None, "Mine.strengths is expected to be of the type of ShownSections.strengths"),
    ],
)
def test_LAW_5_what_decides_is_as_it_was(name: str, kind: Any, expected: str) -> None:
    """Nothing that decides is declared in another way, and no section of the library's."""
    assert expected in declared(lambda: resume_with(ShownSections, kind, name))


@pytest.mark.parametrize(("name", "kind"), [("basics", Basics), ("settings", Settings), ("work", Any)])
def test_LAW_5_what_the_library_has_can_be_given(name: str, kind: Any) -> None:
    """A field in the place of the library's that nobody can give is refused, also where the library reads it."""
    fields = {name: attrs.field(type=kind, default=None, init=False)}
    assert f"Mine.{name} is expected to be a plain field" in declared(
        lambda: attrs.make_class("Mine", fields, bases=(Resume,), **MADE)
    )


def test_LAW_5_a_section_of_the_librarys_keeps_its_fields() -> None:
    """A class in the place of the library's extends it, and declares none of its fields in another way."""

    @attrs.frozen(kw_only=True, repr=False)
    class Opaque(Work):
        description: int | None = None  # type: ignore[assignment]  # what must be refused

    kind = tuple[Opaque, ...]
    sections = attrs.make_class(
        "Sections",
        {"work": attrs.field(type=kind, default=())},
        bases=(ShownSections,),
        **MADE,
    )
    problems = declared(lambda: resume_with(sections, kind, "work", ()))
    assert "Sections.work is expected to hold what ShownSections.work holds" in problems
    assert "Mine.work is expected to hold what Resume.work holds" in problems


@pytest.mark.parametrize(("name", "kind"), [("strengths", Volunteering | None), ("intention", str | None)])
def test_LAW_5_a_text_of_the_librarys_is_no_item_and_an_item_no_text(name: str, kind: Any) -> None:
    """A class in the place of a text is refused, and a text in the place of a class, with the path and what belongs there."""
    fields = {name: attrs.field(type=kind, default=None)}
    sections = attrs.make_class("Sections", fields, bases=(ShownSections,), **MADE)
    problems = declared(lambda: resume_with(sections, kind, name))
    assert f"Sections.{name} is expected to hold what ShownSections.{name} holds" in problems
    assert f"Mine.{name} is expected to hold what Resume.{name} holds" in problems


def test_LAW_5_a_section_of_the_librarys_follows_its_own_part() -> None:
    """Nobody moves a section of the library's to another part."""
    sections = attrs.make_class(
        "Sections",
        {
            "notes": attrs.field(type=TEXT, default=None),
            "strengths": attrs.field(type=TEXT, default=None, metadata=follows(Part.WORK)),
        },
        bases=(ShownSections,),
        **MADE,
    )
    assert "Sections.strengths is the library's, and follows its own part" in declared(
        lambda: resume_with(sections, str | None, "notes")
    )


def test_LAW_5_basics_keep_name_and_contact() -> None:
    """The name and the contact details are the library's alone; a section more in the basics is classified as any other."""

    def careless() -> object:
        @attrs.frozen(kw_only=True, repr=False)
        class Fax(Contact):
            fax: str | None = None

        @attrs.frozen(kw_only=True, repr=False)
        class Careless(OurBasics):
            contact: Fax = attrs.field(factory=Fax)
            age: int | None = None

        @attrs.frozen(kw_only=True, repr=False)
        class Mine(Resume[OurSections]):
            basics: Careless = attrs.field(factory=Careless)
            work: tuple[OurWork, ...] = ()
            volunteering: tuple[Volunteering, ...] = ()
            publications: tuple[Paper | Book, ...] = ()
            second_page: Url | None = None
            notes: str | None = None
            drafts: tuple[str, ...] = ()

        return Mine

    problems = declared(careless)
    assert "Careless.contact is expected to be as in Basics" in problems
    assert "Careless.age is expected to be of the type of a shown section of the same name" in problems


def basics_with(kind: Any, default: Any = None) -> Any:
    """A resume whose basics have a section of our own."""
    field = {"own": attrs.field(type=kind, default=default)}
    ours = attrs.make_class("Ours", field, bases=(Basics,), **MADE)
    named: Any = Resume[sections_with(kind, default=default)]  # type: ignore[misc]  # made here
    basics = {"basics": attrs.field(type=ours, factory=ours)}
    return attrs.make_class("Mine", basics, bases=(Resume,), class_body={"__orig_bases__": (named,)}, **MADE)


@pytest.mark.parametrize("kind", [float | None, MobileNumber | None, Unchecked | None, Numbers | None])
def test_LAW_5_what_basics_hold_is_classified(kind: Any) -> None:
    """What could leak, or nothing checks, is refused in the basics as in any other place; a list of texts is right there."""
    assert re.search(
        "Ours.own is (of a type that no section holds|expected)|Unchecked is",
        declared(lambda: basics_with(kind)),
    )
    assert basics_with(tuple[str, ...], ())


def test_LAW_5_a_field_of_an_item_of_the_librarys_can_be_given() -> None:
    """An item in the place of the library's has all of its fields: one that nobody can give would be none."""
    field = {"description": attrs.field(type=TEXT, default=None, init=False)}
    hidden: Any = attrs.make_class("Hidden", field, bases=(Work,), **MADE)
    work = {"work": attrs.field(type=tuple[hidden, ...], default=())}
    sections = attrs.make_class("Sections", work, bases=(ShownSections,), **MADE)
    problems = declared(lambda: resume_with(sections, tuple[hidden, ...], "work", ()))
    assert "Mine.work is expected to hold what Resume.work holds, or more of it" in problems


def test_LAW_5_a_resume_checks_no_less() -> None:
    """A subclass that answers otherwise than the library's resume is refused."""

    def careless() -> object:
        @attrs.frozen(kw_only=True, repr=False)
        class Mine(Resume):
            def _problems(self) -> Any:
                return ()

        return Mine

    assert "Mine._problems is expected to be as in Resume" in declared(careless)


def test_LAW_5_a_field_is_a_field() -> None:
    """Nothing computed stands in the place of a field that decides."""

    class Mixin:
        __slots__ = ()
        deleted = property(lambda self: False)

    def careless() -> object:
        @attrs.frozen(kw_only=True, repr=False)
        class Mine(Mixin, Resume):
            pass

        return Mine

    assert "Mine is expected to be made by attrs.frozen" in declared(careless)


def test_a_name_that_is_not_there_is_named() -> None:
    """A string in the place of an annotation is looked up where it is declared."""

    def careless() -> object:
        @attrs.frozen(kw_only=True, repr=False)
        class Mine(Resume):
            own: "Nowhere | None" = None  # type: ignore[name-defined]  # noqa: F821  # what must be refused

        return Mine

    assert "Mine names Nowhere, which is not there when it is declared" in declared(careless)


@pytest.mark.parametrize(
    "part",
    [
        *(Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION, Part.LATEST_POSITION, Part.REGION),
        *(Part.VIRTUAL_NUMBER, Part.ATTACHMENTS, Part.DELIVERY, Part.NATIONAL_ID),
        *(part for part in Part if part not in PARTS_OF[Document.RESUME]),
    ],
)
def test_LAW_9_some_parts_cannot_be_followed(part: Part) -> None:
    """What the community is shown, what differs from viewer to viewer, and what is found in text, nothing may follow."""
    with pytest.raises(ValueError, match=r"expected one of Part\.ADDITIONAL, Part\.AWARDS"):
        follows(part)


def test_what_is_no_part_cannot_be_followed() -> None:
    """A part is a member of the enumeration, and not its name."""
    wrong: Any = "work"
    with pytest.raises(TypeError, match=r"expected part to be a Part, such as Part\.DISPLAY_NAME, got str"):
        follows(wrong)


def test_a_class_that_attrs_did_not_make_is_no_resume() -> None:
    """What merely derives from a resume was not checked, and is refused."""

    class Undeclared(OurResume):
        pass

    with pytest.raises(TypeError, match="expected resume to be a Resume or a CampusForm, got Undeclared"):
        view_for(OWNER, Undeclared(id="r-1", candidate="c-1"), at=AT)
    with pytest.raises(TypeError, match=r"a subclass made by attrs\.frozen.*got the class Undeclared"):
        load_resume({}, of=Undeclared)


@given(st.data())
@settings(max_examples=examples(20))
def test_a_resume_of_a_resume_of_ones_own(data: st.DataObject) -> None:
    """A class may extend one's own class again, and shows the same."""

    @attrs.frozen(kw_only=True, repr=False)
    class Later(OurResume):
        pass

    drawn = data.draw(resumes(of=Later))
    view = view_for(Owner(candidate=drawn.candidate), drawn, at=AT)
    assert view is None or type(view.sections) is OurSections


def test_a_period_of_ones_own_is_searched_by_its_months() -> None:
    """The fields of a period in a section of one's own are searched as those of the library's are."""
    asked = resume(
        volunteering=(Volunteering(badge="b", period=Period(YearMonth(2020, 1)), since=YearMonth(2019, 5)),)
    )
    [document] = index_documents(asked, language=Language.EN, at=AT)
    held = {field.path: field.values for field in document.fields}
    assert held["sections.volunteering.period.start"] == ("2020-01",)
    assert held["sections.volunteering.since"] == ("2019-05",)


# The command line


OURS = "own:OurResume"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """A command's exit code, and what it printed."""
    code = main(arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_document_that_is_loaded_without_its_class_is_answered_with_the_argument_for_it() -> None:
    """Whoever stores resumes with sections or fields of their own, and forgets `of=`, is given it; a slip of the pen is not."""
    document = json.loads(dump_resume(resume()))
    of_json_resume = {"id": "r", "candidate": "c", "settings": {"blocks": []}}
    hinted: list[dict[str, Any]] = [
        document,
        {**of_json_resume, "volunteer": []},
        {**of_json_resume, "skills": [{"name": "x", "keywords": []}]},
        {**of_json_resume, "moblie": 1, "strenghts": "x", "volunteer": []},
        {**of_json_resume, "basics": {"born_in": "x"}},
    ]
    for one in hinted:
        with pytest.raises(InvalidResume) as caught:
            load_resume(one)
        assert caught.value.__notes__ == [OF_HINT]
        assert "of=YourResume" in OF_HINT
        assert "of=JsonResume" in OF_HINT
    others: list[tuple[dict[str, Any], type[Resume[Any]]]] = [
        ({**of_json_resume, "strenghts": "x"}, Resume),
        ({**of_json_resume, "strengths": 5}, Resume),
        ({**of_json_resume, "unheard": 5}, type(resume())),
    ]
    for one, of in others:
        with pytest.raises(InvalidResume) as caught:
            load_resume(one, of=of)
        assert getattr(caught.value, "__notes__", []) == []


def test_commands_take_the_class_of_the_resumes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`view`, `explain`, `missing`, `difference` and `export` read a resume with sections of its own where its class is named."""
    file, chosen = tmp_path / "resume.json", tmp_path / "settings.json"
    file.write_bytes(dump_resume(resume()))
    chosen.write_text('{"blocks": [], "visibility": "private"}')
    viewer = tmp_path / "viewer.json"
    viewer.write_bytes(dump_viewer(RECRUITER))
    asked = ("view", str(file), "--as", str(viewer), "--at", "2026-07-01T00:00:00+00:00")
    code, out, _ = run(capsys, *asked, "--class", OURS)
    assert code == 0
    assert json.loads(out)["sections"]["volunteering"][0]["organisation"] == "红十字会"
    code, _, said = run(capsys, *asked)
    assert code == 2
    assert "--class package.module:NAME" in said
    assert "of=" not in said
    for rest in (
        ("explain", str(file), "--as", "owner"),
        ("missing", str(file)),
        ("difference", str(file), str(chosen)),
    ):
        assert run(capsys, *rest, "--class", OURS)[0] in (0, 4)
        assert run(capsys, *rest)[0] == 2
    (tmp_path / "many").mkdir()
    (tmp_path / "many" / "a.json").write_bytes(dump_resume(resume()))
    exported = (
        "export",
        str(tmp_path / "many"),
        "--as",
        str(viewer),
        "--format",
        "csv",
        "--at",
        "2026-07-01T00:00:00+00:00",
    )
    assert run(capsys, *exported, "--out", str(tmp_path / "out.csv"), "--class", OURS)[1] == "written: 1\n"
    assert "红十字会" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_a_schema_of_ones_own_is_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`schema` prints the schema of a class of one's own, and the components of OpenAPI."""
    code, out, _ = run(capsys, "schema", "resume", "--class", OURS)
    assert (code, json.loads(out)) == (0, schema_of(Subject.RESUME, of=OurResume))
    code, out, _ = run(capsys, "schema", "--openapi", "--class", OURS)
    assert (code, json.loads(out)) == (0, openapi_components(of=OurResume))


@pytest.mark.parametrize(
    "named", ["own:Nothing", "nowhere:OurResume", "own", ":", ".own:OurResume", "own:OurSections"]
)
def test_a_class_that_is_none_is_refused(named: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What names no class of resumes is bad input, in both languages."""
    code, _, said = run(capsys, "schema", "view", "--class", named)
    assert code == 2
    assert said.startswith("invalid class, 1 problem(s):\n  --class: expected ")
    code, _, said = run(capsys, "schema", "view", "--class", named, "--language", "zh")
    assert code == 2
    assert said.startswith("简历的类有误，共 1 处：\n  --class：应为")


BITS = [sign * 2**63 + more for sign in (1, -1) for more in (-2, -1, 0, 1)]


@pytest.mark.parametrize("spell", [lambda plain: plain, json.dumps, lambda plain: json.dumps(plain).encode()])
@pytest.mark.parametrize(
    "number", [0, -1, *BITS, 10**18, 10**19 - 1, -(10**19) + 1, 10**20, -(10**30), 10**4000]
)
def test_LAW_6_a_whole_number_that_loads_can_be_written(number: int, spell: Callable[[Any], Any]) -> None:
    """A whole number of 64 bits loads, however it is given, and every writer of JSON takes it; a greater one is refused as itself."""
    document = {"id": "r-1", "candidate": "c-1", "volunteering": [{"badge": "b", "hours": number}]}
    if not -(2**63) <= number < 2**63:
        with pytest.raises(InvalidResume) as caught:
            load_resume(spell(document), of=OurResume)
        expected = "expected a whole number of at most 64 bits"
        assert [(p.path, p.expected) for p in caught.value.problems] == [("volunteering[0].hours", expected)]
        with pytest.raises(InvalidValue, match=f"hours: {expected}"):
            Volunteering(badge="b", hours=number)
        return
    resume = load_resume(spell(document), of=OurResume)
    assert resume.volunteering == (Volunteering(badge="b", hours=number),)
    view = view_for(Owner(candidate="c-1"), resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    assert view is not None
    assert view.sections.volunteering[0].hours == number
    assert json.loads(dump_view(view, dumps=orjson.dumps)) == json.loads(dump_view(view))
