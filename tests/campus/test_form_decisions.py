"""Every decision on a form there is, against the independent reference."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest

from agreed import agree, view_for
from faults import dropping, faulty
from filled import name_of
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CampusForm,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    KeywordBlock,
    Mailbox,
    NameDisplay,
    Owner,
    Part,
    Policy,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    School,
    SupportAgent,
    SupportCase,
    Verification,
    Viewer,
    Visibility,
    Visitor,
    explain,
    load_form,
    load_resume,
)
from resume_visibility.model import Account, Document, Email, OnlineTalk, YearMonth
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import ActChange, BlockChange, Clause, Readings, ViewerKind
from resume_visibility.policy.decisions import ITEMS_OF
from resume_visibility.policy.table import case_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "data"
FORM = load_form((EXAMPLES / "campus-form.json").read_bytes())
RESUME = load_resume((EXAMPLES / "graduate.json").read_bytes())
assert FORM.handed_in is not None
assert FORM.talk is not None
HANDED_IN, TALK = FORM.handed_in, FORM.talk
AT = datetime(2026, 4, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
BANK = Company(name="珠江示例银行", id=FORM.company, group="pearl-group", aliases=("Pearl Bank",))
RECRUITER = Recruiter(id="u-1", company=BANK, signed_in=True, verified=FULLY_VERIFIED)
SCHOOL = School(id=TALK.school, signed_in=True, verified=True)
OWNER = Owner(candidate=FORM.candidate)
WHOLE = PARTS_OF[Document.FORM]
OF_OTHERS = {Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE}
CONTACT = {Part.MOBILE, Part.MESSENGER, Part.EMAIL, Part.LANDLINE, Part.POSTAL_ADDRESS}
FILES_AND_IDS = {Part.PHOTO, Part.NATIONAL_ID}


def changed(**settings: Any) -> CampusForm:
    return attrs.evolve(FORM, settings=attrs.evolve(FORM.settings, **settings))


def born(year: int, month: int, form: CampusForm = FORM) -> CampusForm:
    profile = attrs.evolve(form.basics.profile, born=YearMonth(year, month))
    basics = attrs.evolve(form.basics, profile=profile)
    return attrs.evolve(form, basics=basics, age_verified=None)


def everybody() -> Iterator[Viewer]:
    """Viewers of every kind, in every state that could matter, for every action."""
    both = (False, True)
    companies = (BANK, attrs.evolve(BANK, id="another-bank"), attrs.evolve(BANK, id=None))
    people: list[Viewer] = [
        OWNER,
        Owner(candidate="somebody-else"),
        Mailbox(company=BANK, address=Email("hr@example.com")),
        CommunityMember(id="u-2", signed_in=True),
        Recommender(),
        Recipient(id="partner", purpose="service"),
        SupportAgent(
            id="u-4",
            case=SupportCase(id="case", opened=HANDED_IN, complainant=FORM.candidate),
            signed_in=True,
        ),
        Visitor(),
    ]
    for company, signed_in in product(companies, both):
        people.append(
            Headhunter(
                id="u-3",
                agency=company,
                clients=(company,),
                signed_in=signed_in,
                verified=FULLY_VERIFIED,
            )
        )
        for verified in (FULLY_VERIFIED, *(FULLY_VERIFIED - {one} for one in Verification)):
            people.append(Recruiter(id="u-1", company=company, signed_in=signed_in, verified=verified))
    for school, signed_in, verified_school in product((TALK.school, "another-school"), both, both):
        people.append(School(id=school, signed_in=signed_in, verified=verified_school))
    for viewer, action in product(people, Action):
        yield attrs.evolve(viewer, action=action)


def variants() -> Iterator[CampusForm]:
    """Forms in every state that could matter."""
    never = attrs.evolve(TALK, school_requires=False)
    late = attrs.evolve(TALK, delivery=attrs.evolve(TALK.delivery, at=AT + TICK))
    acts = (
        {"handed_in": HANDED_IN, "talk": TALK},
        {"handed_in": HANDED_IN, "talk": never},
        {"handed_in": HANDED_IN, "talk": late},
        {"handed_in": HANDED_IN, "talk": None},
        {"handed_in": AT, "talk": TALK},
        {"handed_in": AT + TICK, "talk": TALK},
        {"handed_in": None, "talk": None},
        {"handed_in": HANDED_IN, "talk": TALK, "withdrawn": AT},
        {"handed_in": HANDED_IN, "talk": TALK, "withdrawn": AT + TICK},
    )
    blocks = (
        (),
        (CompanyBlock(company=FORM.company, at=HANDED_IN - TICK),),
        (CompanyBlock(company=FORM.company, at=HANDED_IN),),
        (CompanyBlock(company=FORM.company, at=AT + timedelta(days=9)),),
        (CompanyBlock(company="other", group="pearl-group", at=AT),),
        (KeywordBlock(keyword="ｐｅａｒｌ", at=AT),),
        (KeywordBlock(keyword="环球", at=AT),),
    )
    for act, block, permission in product(acts, blocks, (False, True)):
        form = attrs.evolve(changed(blocks=block, resume_permission=permission), **act)  # type: ignore[arg-type]  # chosen so
        yield form
        if block in blocks[:3]:
            yield attrs.evolve(form, deleted=True)
            yield born(2010, 4, form)
            yield attrs.evolve(born(2010, 4, form), deleted=True)
    yield attrs.evolve(FORM, account=Account.CLOSED)
    yield born(2010, 3)


def test_every_decision_is_the_references() -> None:
    """Whoever asks for whatever form is shown, withheld and allowed exactly what the reference says, and until when."""
    seen: dict[str, set[bool]] = {}
    for form, viewer in product(variants(), everybody()):
        view = agree(viewer, form, AT)
        seen.setdefault(type(viewer).__name__, set()).add(view is not None)
    shown = {kind for kind, answers in seen.items() if answers == {False, True}}
    assert shown == {"Owner", "Recruiter", "School"}
    assert all(answers == {False} for kind, answers in seen.items() if kind not in shown)


def test_CAMPUS_1_the_company_sees_the_form_whole() -> None:
    """The company it was filled in for sees every part, unredacted and under the real name, whatever the mode says."""
    for visibility, display in product(Visibility, NameDisplay):
        form = changed(visibility=visibility, name_display=display)
        view = view_for(RECRUITER, form, at=AT)
        assert view is not None
        assert view.withheld == frozenset()
        assert view.actions == {Action.VIEW, Action.EXPORT}
        assert (view.sections.name, view.sections.english_name) == (name_of(form), "Joy Lin")
        assert (view.sections.mobile, view.sections.email) == (
            form.basics.contact.mobile,
            form.basics.contact.email,
        )
        assert (view.sections.family, view.sections.relatives) == (form.family, form.relatives)
        assert view.sections.practice == form.practice
        assert view.sections.delivery == TALK.delivery


def test_CAMPUS_1_nobody_else_sees_it() -> None:
    """No other company of the group, no headhunter, no mailbox, nobody but the owner and the school sees anything."""
    for viewer in everybody():
        allowed = (
            viewer == attrs.evolve(RECRUITER, action=viewer.action)
            or viewer == attrs.evolve(OWNER, action=viewer.action)
            or viewer == attrs.evolve(SCHOOL, action=viewer.action)
        )
        assert allowed or view_for(viewer, FORM, at=AT) is None


def test_CAMPUS_1_it_is_in_no_list() -> None:
    """It is recommended to nobody and found by nobody, not by its own company either; nor is there a chat over it."""
    viewers: tuple[Viewer, ...] = (OWNER, RECRUITER, SCHOOL)
    for viewer, action in product(viewers, (Action.RECOMMEND, Action.SEARCH, Action.CHAT)):
        assert (
            view_for(attrs.evolve(viewer, action=action), changed(visibility=Visibility.PUBLIC), at=AT)
            is None
        )


def test_CAMPUS_1_a_draft_is_the_owners_alone() -> None:
    """Until the instant of handing in the company sees nothing, and the owner everything."""
    draft = attrs.evolve(FORM, handed_in=None, talk=None)
    assert view_for(RECRUITER, draft, at=AT) is None
    view = view_for(OWNER, draft, at=AT)
    assert view is not None
    assert view.withheld == frozenset()
    assert view.sections.delivery is None
    assert view_for(RECRUITER, FORM, at=HANDED_IN - TICK) is None
    assert view_for(RECRUITER, FORM, at=HANDED_IN) is not None


def test_CAMPUS_1_a_withdrawn_form_is_the_owners_again() -> None:
    """APPLY-8: withdrawn, the form is shown to company and school no more from that instant on, and until then no longer."""
    withdrawn = attrs.evolve(FORM, withdrawn=AT)
    for viewer in (RECRUITER, SCHOOL):
        view = view_for(viewer, withdrawn, at=AT - TICK)
        assert view is not None
        assert view.fresh_until == AT
        assert view_for(viewer, withdrawn, at=AT) is None
    assert view_for(OWNER, withdrawn, at=AT) is not None


def test_LAW_2_a_display_name_that_is_not_granted_is_not_in_the_view() -> None:
    """Under rules that grant every other part of a form, a view has no name to call the student by, not even the honorific."""
    policy = faulty(lambda _: True, dropping(Part.DISPLAY_NAME, Part.NAME))
    for form in (changed(name_display=NameDisplay.REAL), changed(name_display=NameDisplay.HONORIFIC)):
        view = view_for(RECRUITER, form, at=AT, policy=policy)
        assert view is not None
        assert Part.DISPLAY_NAME in view.withheld
        assert view.display_name is None


def test_CAMPUS_2_not_before_it_was_delivered() -> None:
    """The school sees it from the instant of the delivery on, and not before the form was handed in."""
    later = HANDED_IN + timedelta(hours=1)
    form = attrs.evolve(FORM, talk=attrs.evolve(TALK, delivery=attrs.evolve(TALK.delivery, at=later)))
    assert view_for(SCHOOL, form, at=later - TICK) is None
    assert view_for(SCHOOL, form, at=later) is not None
    assert view_for(SCHOOL, attrs.evolve(FORM, handed_in=later), at=later - TICK) is None


def test_CAMPUS_2_other_people_stay_with_the_company() -> None:
    """Family, emergency contact and relatives are not shown to the school, nor their names and numbers in its texts."""
    view = view_for(SCHOOL, FORM, at=AT)
    assert view is not None
    seen = view.sections
    assert (seen.family, seen.relatives, seen.emergency_name, seen.emergency_phone) == ((), None, None, None)
    assert view.sections.remarks is not None
    assert view.sections.remarks.self_assessment == "踏实，父亲[姓名已隐藏]常说做事要有始有终。"
    assert view.sections.practice[0].description is not None
    assert "13600138111" not in view.sections.practice[0].description


def test_CAMPUS_2_the_readings_show_more_where_a_platform_chooses_so() -> None:
    """Each of the two readings chosen otherwise shows the school what it names, and still no photo and no national ID."""
    form = changed(name_display=NameDisplay.REAL)
    people = Policy("loose", readings=Readings(third_parties_stay_with_company=False))
    view = view_for(SCHOOL, form, at=AT, policy=people)
    assert view is not None
    assert view.withheld == CONTACT | FILES_AND_IDS
    assert (view.sections.family, view.sections.relatives) == (FORM.family, FORM.relatives)
    assert view.sections.emergency_phone == FORM.basics.emergency_phone
    assert view.policy == "loose"
    reached = Policy("loose", readings=Readings(school_gets_no_contact=False))
    view = view_for(SCHOOL, form, at=AT, policy=reached)
    assert view is not None
    assert view.withheld == OF_OTHERS | FILES_AND_IDS
    assert view.sections.mobile == FORM.basics.contact.mobile


def test_CAMPUS_2_a_block_of_the_company_does_not_concern_the_school() -> None:
    """The school sees a form whose company was blocked since."""
    form = changed(blocks=(CompanyBlock(company=FORM.company, at=AT),))
    assert view_for(RECRUITER, form, at=AT) is None
    assert view_for(SCHOOL, form, at=AT) is not None


@pytest.mark.parametrize(("after", "shown"), [(-1, True), (0, False), (1, False)])
def test_APPLY_6_of_handing_in_and_block_the_later_holds(after: int, shown: bool) -> None:
    """A block an instant before the handing in is outlived by it; at the same instant, or later, the block holds."""
    form = changed(blocks=(CompanyBlock(company=FORM.company, at=HANDED_IN + after * TICK),))
    assert (view_for(RECRUITER, form, at=AT) is not None) is shown
    assert (view_for(RECRUITER, form, at=HANDED_IN) is not None) is shown  # BLOCK-2: a future block, too


def test_APPLY_6_the_same_instant_may_be_read_otherwise() -> None:
    """A platform may let the handing in hold at the same instant."""
    form = changed(blocks=(CompanyBlock(company=FORM.company, at=HANDED_IN),))
    policy = Policy("loose", readings=Readings(block_holds_at_same_instant=False))
    assert view_for(RECRUITER, form, at=AT, policy=policy) is not None


def test_GATE_1_2_3_hold_for_forms() -> None:
    """Permission off, too young: the owner alone. Deleted or closed: nobody at all."""
    for form in (changed(resume_permission=False), born(2010, 3)):
        assert view_for(OWNER, form, at=AT - TICK - timedelta(hours=8)) is not None
        for viewer in (RECRUITER, SCHOOL):
            assert view_for(viewer, form, at=AT - TICK - timedelta(hours=8)) is None
    for form in (attrs.evolve(FORM, deleted=True), attrs.evolve(FORM, account=Account.CLOSED)):
        assert all(view_for(viewer, form, at=AT) is None for viewer in (OWNER, RECRUITER, SCHOOL))


def test_GATE_3_of_forms_opens_on_the_first_of_the_next_month() -> None:
    """Born in March 2010, a candidate is surely sixteen when April 2026 begins in Beijing, and not an instant sooner."""
    first = datetime(2026, 3, 31, 16, tzinfo=UTC)
    for viewer in (RECRUITER, SCHOOL):
        assert view_for(viewer, born(2010, 3), at=first - TICK) is None
        assert view_for(viewer, born(2010, 3), at=first) is not None


def test_GATE_4_recruiter_and_school_have_to_be_known() -> None:
    """Whoever is not signed in, or not verified in full, sees nothing of a form."""
    for one in Verification:
        assert view_for(attrs.evolve(RECRUITER, verified=FULLY_VERIFIED - {one}), FORM, at=AT) is None
    for viewer in (RECRUITER, SCHOOL):
        assert view_for(attrs.evolve(viewer, signed_in=False), FORM, at=AT) is None
    assert view_for(attrs.evolve(SCHOOL, verified=False), FORM, at=AT) is None
    explanation = explain(attrs.evolve(SCHOOL, verified=False), FORM, at=AT)
    assert explanation.clauses == (Clause.GATE_4,)


def test_a_school_sees_no_online_resume_that_was_not_handed_in_at_its_talk() -> None:
    """Of a public resume without a talk a school sees nothing, for any action."""
    settings = attrs.evolve(RESUME.settings, visibility=Visibility.PUBLIC, resume_permission=True)
    public: Resume = attrs.evolve(RESUME, settings=settings, applications=())
    for action in Action:
        assert view_for(attrs.evolve(SCHOOL, action=action), public, at=AT) is None
    assert explain(SCHOOL, public, at=AT).clauses == (Clause.CAMPUS_2,)


def test_explanations_agree_with_views() -> None:
    """`explain` says of every item what the view says, with the clauses, and nothing where nothing is shown."""
    for form, viewer in product(list(variants())[::40], everybody()):
        explanation, view = explain(viewer, form, at=AT), view_for(viewer, form, at=AT)
        assert explanation.shown == (view is not None)
        assert explanation.clauses
        given = {ruling.item for ruling in explanation.rulings if ruling.given}
        if view is None:
            assert explanation.rulings == ()
        else:
            assert given == (WHOLE - view.withheld) | view.actions
            assert {r.item for r in explanation.rulings} == set(ITEMS_OF[Document.FORM])


def test_explanations_name_the_clauses() -> None:
    """Who is shown something is stated by which clause, and so is who is not."""
    assert explain(RECRUITER, FORM, at=AT).clauses == (Clause.CAMPUS_1,)
    assert explain(SCHOOL, FORM, at=AT).clauses == (Clause.CAMPUS_2,)
    assert explain(OWNER, FORM, at=AT).clauses == (Clause.OWNER_1,)
    assert explain(attrs.evolve(OWNER, action=Action.CHAT), FORM, at=AT).clauses == (Clause.DEFAULT_DENY,)
    assert explain(attrs.evolve(SCHOOL, id="other"), FORM, at=AT).clauses == (Clause.CAMPUS_2,)
    assert explain(Visitor(), FORM, at=AT).clauses == (Clause.DEFAULT_DENY,)
    withheld = {r.item: r.clauses for r in explain(SCHOOL, FORM, at=AT).rulings if not r.given}
    assert withheld[Part.FAMILY] == withheld[Part.LANDLINE] == (Clause.CAMPUS_2,)
    assert withheld[Part.MESSENGER] == withheld[Part.NATIONAL_ID] == (Clause.CONTACT_2,)
    assert withheld[Part.MOBILE] == (Clause.PHONE_1,)


def test_explanations_say_what_the_candidate_could_change() -> None:
    """A block, the permission and a withdrawal change what the company sees; for the school the name setting does, too, and no block."""
    changes = {(change.setting, change.to): change for change in explain(RECRUITER, FORM, at=AT).changes}
    assert changes.keys() == {
        ("resume_permission", False),
        ("blocks", BlockChange.BLOCKED),
        ("handed_in", ActChange.WITHDRAWN),
    }
    assert all(not change.shown and change.lost and not change.gained for change in changes.values())
    blocked = changed(blocks=(CompanyBlock(company=FORM.company, at=AT),))
    (change,) = explain(RECRUITER, blocked, at=AT).changes
    assert (change.setting, change.to, change.shown) == ("blocks", BlockChange.NONE, True)
    assert change.gained == WHOLE | {Action.VIEW, Action.EXPORT}
    assert change.lost == frozenset()
    assert [c.setting for c in explain(SCHOOL, FORM, at=AT).changes] == [
        "name_display",
        "resume_permission",
        "handed_in",
    ]
    nobody = attrs.evolve(RECRUITER, company=attrs.evolve(BANK, id=None))
    assert explain(nobody, FORM, at=AT).changes == ()


@pytest.mark.parametrize("door", [view_for, explain])
def test_neither_views_nor_strangers_are_taken(door: Any) -> None:
    """A view of either kind, a subclass and a stranger are refused with TypeError, and so is who is no viewer."""

    class Other(CampusForm):
        pass

    form = Other(
        **{field.name: getattr(FORM, field.name) for field in attrs.fields(CampusForm) if field.init}
    )
    views = (view_for(OWNER, FORM, at=AT), view_for(Owner(candidate=RESUME.candidate), RESUME, at=AT))
    assert None not in views
    for wrong in (*views, form, None, "form"):
        with pytest.raises(TypeError, match="expected resume to be a"):
            door(OWNER, wrong, at=AT)
    with pytest.raises(TypeError, match="expected viewer to be a Viewer, such as a Recruiter, got str"):
        door("owner", FORM, at=AT)


def test_LAW_5_a_form_has_no_sections_of_a_platform() -> None:
    """No view would show them; so the class is refused as it is made, and nothing is lost later."""
    with pytest.raises(
        TypeError,
        match=r"^expected Hobbies not to derive from CampusForm: a form has no sections or fields of your own$",
    ):

        @attrs.frozen(kw_only=True, repr=False)
        class Hobbies(CampusForm):
            hobby: str | None = None


def test_a_talk_belongs_to_a_form_handed_in() -> None:
    """`OnlineTalk` by default is of a school that asks for nothing."""
    assert OnlineTalk(school="s", delivery=TALK.delivery).school_requires is False


def test_LAW_5_what_does_not_concern_a_form_is_set_to_its_default() -> None:
    """Neither mode, chat, conversation nor a headhunter's blocks reach the facts of a form."""
    public = changed(
        visibility=Visibility.PUBLIC,
        chat_permission=True,
        blocks=(CompanyBlock(company=FORM.company, at=AT),),
    )
    headhunter = Headhunter(id="u-3", agency=BANK, clients=None, signed_in=True, verified=FULLY_VERIFIED)
    facts = case_of(headhunter, public, AT).facts
    assert facts.kind is ViewerKind.HEADHUNTER
    assert (facts.visibility, facts.chat_permission, facts.qualified) == (Visibility.PRIVATE, False, False)
    assert facts.standing.value == "none"


@pytest.mark.parametrize("other", ["", "0", "z"])
def test_CAMPUS_1_2_ids_are_compared_whole(other: str) -> None:
    """Another candidate, company or school sees nothing, whether its id would stand before or after in a list."""
    strangers: tuple[Viewer, ...] = (
        Owner(candidate=other + FORM.candidate[len(other) :] + "0"),
        attrs.evolve(RECRUITER, company=attrs.evolve(BANK, id=other + FORM.company[len(other) :] + "0")),
        attrs.evolve(SCHOOL, id=other + TALK.school[len(other) :] + "0"),
    )
    for viewer in strangers:
        assert view_for(viewer, FORM, at=AT) is None
