"""Every decision on a form there is, against the independent reference."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import form_oracle
import pytest
from resume_visibility.policy.form_cases import form_case_of
from resume_visibility.policy.forms import FORM_FACTS, FormFacts, FormGrant, FormItem
from resume_visibility.policy.grants import Refusal

from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Account,
    Action,
    CampusForm,
    Clause,
    CommunityMember,
    Company,
    CompanyBlock,
    Email,
    FormKind,
    FormPart,
    Headhunter,
    KeywordBlock,
    Mailbox,
    NameDisplay,
    OnlineTalk,
    Owner,
    Policy,
    Readings,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    School,
    Verification,
    Viewer,
    Visibility,
    Visitor,
    YearMonth,
    explain,
    load_form,
    load_resume,
    view_for,
)

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
NUMBER_OF_CASES = 720
"""18 halves that a viewer brings, times 5 actions, times 8 halves that a form brings."""


def changed(**settings: Any) -> CampusForm:
    return attrs.evolve(FORM, settings=attrs.evolve(FORM.settings, **settings))


def born(year: int, month: int, form: CampusForm = FORM) -> CampusForm:
    profile = attrs.evolve(form.basics.profile, born=YearMonth(year, month))
    return attrs.evolve(form, basics=attrs.evolve(form.basics, profile=profile))


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
        Visitor(),
    ]
    for company, signed_in in product(companies, both):
        people.append(Headhunter(id="u-3", agency=company, client=company, signed_in=signed_in))
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


def test_the_table_holds_the_stated_number_of_cases() -> None:
    """The number of cases is known, no case is there twice, and each is decided by what is kept."""
    cases = list(POLICY_2023_04.form_cases())
    assert len(cases) == len(FORM_FACTS) == NUMBER_OF_CASES
    assert {case.facts for case in cases} == set(FORM_FACTS)
    assert all(POLICY_2023_04.form_case(case.facts) is case for case in cases)


def test_every_decision_is_the_references() -> None:
    """Whoever asks for whatever form is shown, withheld and allowed exactly what the reference says."""
    seen: dict[str, set[bool]] = {}
    facts = set()
    for form, viewer in product(variants(), everybody()):
        view, wanted = view_for(viewer, form, at=AT), form_oracle.expected(viewer, form, AT)
        facts.add(form_case_of(viewer, form, AT).facts)
        seen.setdefault(type(viewer).__name__, set()).add(view is not None)
        assert (view is None) == (wanted is None)
        if view is not None and wanted is not None:
            shown = frozenset(part.value for part in frozenset(FormPart) - view.withheld)
            assert (shown, frozenset(action.value for action in view.actions)) == wanted
    assert {kind for kind, answers in seen.items() if answers == {False, True}} == {
        "Owner",
        "Recruiter",
        "School",
    }
    assert all(answers in ({False}, {False, True}) for answers in seen.values())
    assert facts == set(FORM_FACTS)  # every case can happen


def test_every_case_is_decided_as_it_has_to_be() -> None:
    """In all cases there are, by plain words on the facts alone."""
    for case in POLICY_2023_04.form_cases():
        f = case.facts
        owner = f.kind is FormKind.OWNER
        open_ = f.exists and (owner or (f.resume_permission and f.of_age)) and not f.blocked
        if owner or (f.kind is FormKind.RECRUITER and f.qualified and f.addressed):
            may = {Action.VIEW, Action.EXPORT}
        elif f.kind is FormKind.SCHOOL and f.qualified and f.addressed and f.school_requires:
            may = {Action.VIEW}
        else:
            may = set()
        assert isinstance(case.decision, FormGrant) == (open_ and f.action in may)
        if isinstance(case.decision, FormGrant):
            others = form_oracle.OF_OTHERS | {"typed_details"}
            withheld = {part.value for part in case.decision.withheld}
            assert withheld == (others if f.kind is FormKind.SCHOOL else set())


def test_every_item_is_given_or_refused_and_says_why() -> None:
    """In every grant each item is given or refused, never both, and cites a clause; so does every refusal."""
    items: set[FormItem] = {*FormPart, *Action}
    for case in POLICY_2023_04.form_cases():
        decision = case.decision
        if isinstance(decision, Refusal):
            assert decision.refused_by
            continue
        given, refused = dict(decision.given), dict(decision.refused)
        assert given.keys() | refused.keys() == items
        assert not given.keys() & refused.keys()
        assert given.keys() == decision.parts | decision.actions
        assert all(given.values())
        assert all(refused.values())


def test_CAMPUS_1_the_company_sees_the_form_whole() -> None:
    """The company it was filled in for sees every part, unredacted and under the real name, whatever the mode says."""
    for visibility, display in product(Visibility, NameDisplay):
        form = changed(visibility=visibility, name_display=display)
        view = view_for(RECRUITER, form, at=AT)
        assert view is not None
        assert view.withheld == frozenset()
        assert view.actions == {Action.VIEW, Action.EXPORT}
        assert (view.sections.name, view.sections.english_name) == (form.basics.name.full, "Joy Lin")
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


def test_CAMPUS_2_the_school_sees_it_with_the_delivery() -> None:
    """The school that requires it sees what the candidate told of themselves, and the delivery record; to read only."""
    view = view_for(SCHOOL, FORM, at=AT)
    assert view is not None
    assert view.sections.name == "林嘉怡"
    assert view.sections.mobile == FORM.basics.contact.mobile
    assert view.sections.delivery == TALK.delivery
    assert view.actions == {Action.VIEW}
    assert view_for(attrs.evolve(SCHOOL, action=Action.EXPORT), FORM, at=AT) is None


def test_CAMPUS_2_only_by_the_rule_of_the_school() -> None:
    """A school whose rule does not ask, another school, and a form handed in elsewhere: nothing."""
    asked = attrs.evolve(FORM, talk=attrs.evolve(TALK, school_requires=False))
    assert view_for(SCHOOL, asked, at=AT) is None
    assert view_for(attrs.evolve(SCHOOL, id="another"), FORM, at=AT) is None
    assert view_for(SCHOOL, attrs.evolve(FORM, talk=None), at=AT) is None


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
    told = view.sections
    assert (told.family, told.relatives, told.emergency_name, told.emergency_phone) == ((), None, None, None)
    assert view.sections.remarks is not None
    assert view.sections.remarks.self_assessment == "踏实，父亲[姓名已隐藏]常说做事要有始有终。"
    assert view.sections.practice[0].description is not None
    assert "13600138111" not in view.sections.practice[0].description


def test_CAMPUS_2_the_reading_shows_more_where_a_platform_chooses_so() -> None:
    """With `third_parties_stay_with_company` off the school sees other people's fields, and still no typed details."""
    policy = Policy("loose", Readings(third_parties_stay_with_company=False))
    view = view_for(SCHOOL, FORM, at=AT, policy=policy)
    assert view is not None
    assert view.withheld == {FormPart.TYPED_DETAILS}
    assert (view.sections.family, view.sections.relatives) == (FORM.family, FORM.relatives)
    assert view.sections.emergency_phone == FORM.basics.emergency_phone
    assert view.policy == "loose"


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
    policy = Policy("loose", Readings(block_holds_at_same_instant=False))
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


def test_a_school_sees_no_online_resume() -> None:
    """To an online resume a school is anybody else: nothing, for any action and in any mode."""
    settings = attrs.evolve(RESUME.settings, visibility=Visibility.PUBLIC, resume_permission=True)
    public: Resume = attrs.evolve(RESUME, settings=settings)
    for action in Action:
        assert view_for(attrs.evolve(SCHOOL, action=action), public, at=AT) is None
    assert explain(SCHOOL, public, at=AT).clauses == (Clause.DEFAULT_DENY,)


def test_explanations_agree_with_views() -> None:
    """`explain` says of every item what the view says, with the clauses, and nothing where nothing is shown."""
    for form, viewer in product(list(variants())[::5], everybody()):
        explanation, view = explain(viewer, form, at=AT), view_for(viewer, form, at=AT)
        assert explanation.shown == (view is not None)
        assert explanation.clauses
        given = {ruling.item for ruling in explanation.rulings if ruling.given}
        if view is None:
            assert explanation.rulings == ()
        else:
            assert given == frozenset(FormPart) - view.withheld | view.actions
            assert {r.item for r in explanation.rulings} == {*FormPart, *Action}


def test_explanations_name_the_clauses() -> None:
    """Who is shown something is told by which clause, and so is who is not."""
    assert explain(RECRUITER, FORM, at=AT).clauses == (Clause.CAMPUS_1,)
    assert explain(SCHOOL, FORM, at=AT).clauses == (Clause.CAMPUS_2,)
    assert explain(OWNER, FORM, at=AT).clauses == (Clause.OWNER_1,)
    assert explain(attrs.evolve(OWNER, action=Action.CHAT), FORM, at=AT).clauses == (Clause.DEFAULT_DENY,)
    assert explain(attrs.evolve(SCHOOL, id="other"), FORM, at=AT).clauses == (Clause.CAMPUS_2,)
    assert explain(Visitor(), FORM, at=AT).clauses == (Clause.DEFAULT_DENY,)
    withheld = {r.item: r.clauses for r in explain(SCHOOL, FORM, at=AT).rulings if not r.given}
    assert withheld[FormPart.FAMILY] == (Clause.CAMPUS_2,)
    assert withheld[FormPart.TYPED_DETAILS] == (Clause.CONTACT_2,)


def test_explanations_say_what_the_candidate_could_change() -> None:
    """A block and the permission change what the company sees; for the school only the permission does."""
    changes = {(change.setting, change.to): change for change in explain(RECRUITER, FORM, at=AT).changes}
    assert changes.keys() == {("resume_permission", "false"), ("blocks", "blocked")}
    assert all(not change.shown and change.lost and not change.gained for change in changes.values())
    blocked = changed(blocks=(CompanyBlock(company=FORM.company, at=AT),))
    (change,) = explain(RECRUITER, blocked, at=AT).changes
    assert (change.setting, change.to, change.shown) == ("blocks", "none", True)
    assert change.gained == {*FormPart, Action.VIEW, Action.EXPORT}
    assert change.lost == frozenset()
    assert [c.setting for c in explain(SCHOOL, FORM, at=AT).changes] == ["resume_permission"]
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
        with pytest.raises(TypeError, match="expected a"):
            door(OWNER, wrong, at=AT)
    with pytest.raises(TypeError, match="expected a viewer, got a str"):
        door("owner", FORM, at=AT)


def test_a_talk_belongs_to_a_form_handed_in() -> None:
    """`OnlineTalk` by default is of a school that asks for nothing."""
    assert OnlineTalk(school="s", delivery=TALK.delivery).school_requires is False


def test_LAW_5_what_does_not_concern_a_kind_is_at_its_least() -> None:
    """Of facts nobody gave, none is taken for so; of whoever no clause names, only who they are decides."""
    _, _, *rest = FormFacts(FormKind.OTHER, Action.VIEW)
    assert not any(rest)
    facts = explain(Visitor(), FORM, at=AT).facts
    assert (facts.qualified, facts.addressed, facts.blocked, facts.school_requires) == (False,) * 4
    assert (facts.resume_permission, facts.exists, facts.of_age) == (True,) * 3


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
