"""Every decision there is, of resumes and of forms, against the independent reference."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product
from operator import attrgetter
from typing import Any, Never, get_args

import attrs
import pytest

import oracle
import people
from cases import split_facts
from each import each
from policies import policy_of
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CampusForm,
    Channel,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    Mailbox,
    NameDisplay,
    Owner,
    Part,
    Policy,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    ResumeView,
    School,
    Settings,
    SupportAgent,
    SupportCase,
    Viewer,
    Visibility,
    Visitor,
    explain,
    view_for,
)
from resume_visibility.model import (
    PUBLIC,
    AgeVerified,
    Application,
    CommunityProfile,
    Consent,
    Conversation,
    Delivery,
    Document,
    LegalOrder,
    OnlineTalk,
    ShareForm,
    YearMonth,
)
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import (
    V2023_04,
    Clause,
    Concern,
    Facts,
    Grant,
    Permit,
    Readings,
    Refusal,
    Rules,
    Sharing,
    Standing,
    UndecidedCase,
    ViewerKind,
    situation,
    table,
)
from resume_visibility.policy.decisions import ITEMS_OF, Decision, Entry, decision_key
from resume_visibility.policy.facts import (
    CANDIDATE_FACTS,
    VIEWER_FACTS,
    CandidateFacts,
    ViewerFacts,
    check_halves,
)
from resume_visibility.policy.table import POLICY_2023_04, case_of


@cache
def every_entry() -> tuple[Entry, ...]:
    """Every case of the policy, with what is decided."""
    return tuple(POLICY_2023_04.entries())


AT = people.AT
VERIFIED = AT - timedelta(days=1)
EARLIER = datetime(2024, 1, 1, tzinfo=UTC)
LATER = datetime(2030, 1, 1, tzinfo=UTC)
BOTH = (False, True)
LOOSENED = {name: Readings(**{name: False}) for name in attrs.fields_dict(Readings)}
SETS_OF_READINGS = {
    "STRICT": Readings(),
    **LOOSENED,
    "all loosened": Readings(**dict.fromkeys(LOOSENED, False)),
}


def plain_facts(facts: Facts) -> oracle.PlainFacts:
    """The same facts in plain words, field by field."""
    fields = attrs.asdict(facts, recurse=False)
    return oracle.PlainFacts(**{name: getattr(fact, "value", fact) for name, fact in fields.items()})


@cache
def in_plain_words() -> dict[Facts, oracle.PlainFacts]:
    """The facts of every case, in plain words."""
    return {entry.facts: plain_facts(entry.facts) for entry in every_entry()}


def plain_values(items: frozenset[Part] | frozenset[Channel] | frozenset[Action]) -> frozenset[str]:
    return frozenset(item.value for item in items)


def plain_decision(decision: Decision) -> oracle.Expected | None:
    if isinstance(decision, Refusal):
        return None
    return oracle.Expected(
        plain_values(decision.parts), plain_values(decision.channels), plain_values(decision.actions)
    )


# --- What can be -----------------------------------------------------------------------------------------------------

STATES: dict[str, tuple[Any, ...]] = {
    "document": tuple(Document),
    "kind": tuple(ViewerKind),
    "action": tuple(Action),
    "qualified": BOTH,
    "standing": tuple(Standing),
    "conversing": BOTH,
    "nickname": (None, *NameDisplay),
    "personalised": BOTH,
    "sharing": tuple(Sharing),
    "concern": tuple(Concern),
}
"""Every state of every fact that a viewer brings."""

ALWAYS_QUALIFIED = {ViewerKind.OWNER}
NEVER_QUALIFIED = {ViewerKind.VISITOR, ViewerKind.MAILBOX, ViewerKind.RECIPIENT}
TALKING = {ViewerKind.RECRUITER, ViewerKind.HEADHUNTER}


def is_possible(half: ViewerFacts) -> bool:
    """Whether some viewer can bring these facts: what does not concern a kind, or a form, is set to its default."""
    kind, form = half.kind, half.document is Document.FORM
    concerned = kind in (ViewerKind.OWNER, ViewerKind.RECRUITER, ViewerKind.SCHOOL) or not form
    always = kind in ALWAYS_QUALIFIED or (kind is ViewerKind.RECOMMENDER and not form)
    standings = {Standing.NONE}
    if concerned and kind.has_company:
        standings = set(Standing) - ({Standing.APPLIED_WITH_ATTACHMENTS} if form else set())
    if kind is ViewerKind.SCHOOL:
        standings.add(Standing.APPLIED)
    return (
        (half.qualified or not always)
        and (not half.qualified or (concerned and kind not in NEVER_QUALIFIED))
        and half.standing in standings
        and (not half.conversing or (kind in TALKING and not form))
        and (half.nickname is None or (kind is ViewerKind.COMMUNITY_MEMBER and not form))
        and (not half.personalised or (kind is ViewerKind.RECOMMENDER and not form))
        and (half.sharing is Sharing.NONE or (kind is ViewerKind.RECIPIENT and not form))
        and (half.concern is Concern.NONE or (kind is ViewerKind.SUPPORT_AGENT and not form))
    )


def test_the_table_holds_no_case_twice() -> None:
    """Each case is there once; how many there are, README says (`tests/test_counted.py`)."""
    assert len({entry.facts for entry in every_entry()}) == len(every_entry())


@pytest.mark.parametrize("place", range(3))
def test_LAW_5_a_fact_that_is_missing_somewhere_stops_the_import(place: int) -> None:
    """A fact that somebody adds is in the facts and in one half, in one order."""
    names = [
        [field.name for field in attrs.fields(Facts)],
        ViewerFacts._fields,
        CandidateFacts._fields,
    ]
    check_halves(*names)
    names[place] = [*names[place], "hides_employer"]
    with pytest.raises(TypeError, match="expected each field of"):
        check_halves(*names)


def test_LAW_5_the_table_holds_what_can_be_and_raises_for_everything_else() -> None:
    """Every half that a viewer can bring has a row, and any other raises UndecidedCase, though a rule would decide it."""
    halves_there_are = [ViewerFacts._make(states) for states in product(*STATES.values())]
    assert set(VIEWER_FACTS) == set(filter(is_possible, halves_there_are))
    for half in halves_there_are:
        if not is_possible(half):
            with suppress(UndecidedCase):
                POLICY_2023_04.row(half)
                pytest.fail(f"decided: {half}")


def test_LAW_5_the_candidates_half_is_closed_too() -> None:
    """Of a form no case has a mode or a chat."""
    owner = ViewerFacts(Document.FORM, ViewerKind.OWNER, Action.VIEW, qualified=True)
    row = POLICY_2023_04.row(owner)
    assert {*row} == {
        half
        for half in CANDIDATE_FACTS[Document.RESUME]
        if half.visibility is Visibility.PRIVATE and not half.chat_permission
    }
    assert len(row) == 16


def permit_everything(facts: Facts, _: Readings) -> tuple[Permit, ...]:
    """A permit of all there is, whoever asks."""
    items = PARTS_OF[facts.document] | (
        frozenset(Channel) if facts.document is Document.RESUME else frozenset()
    )
    return (Permit(Clause.OWNER_1, frozenset(Action), items, opens=True),)


GENEROUS = attrs.evolve(
    V2023_04,
    decide=Rules(
        gates=lambda facts, readings: (),
        permits=permit_everything,
        closest=lambda facts, readings: Clause.DEFAULT_DENY,
        withholds=lambda item, facts, readings: Clause.DEFAULT_DENY,
    ),
)


def test_LAW_5_a_generous_ruleset_gives_nothing_to_a_viewer_who_is_not_enumerated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A viewer whom the enumeration leaves out gets an error and no view, though the rules would give everything."""
    private = people.with_settings(people.resume(), visibility=Visibility.PRIVATE)
    policy = Policy("generous", GENEROUS)
    view = view_for(people.stranger, private, at=AT, policy=policy)
    assert view is not None
    assert view.contact.mobile == private.basics.contact.mobile
    left_out = split_facts(case_of(people.visitor, private, AT).facts)[0]
    monkeypatch.setattr(table, "KNOWN_VIEWER_FACTS", frozenset(VIEWER_FACTS) - {left_out})
    for ask in (view_for, explain):
        with pytest.raises(UndecidedCase, match="kind visitor, action view"):
            ask(people.visitor, private, at=AT, policy=Policy("generous", GENEROUS))
    assert left_out not in {
        split_facts(entry.facts)[0] for entry in every_entry() if entry.facts.kind is not ViewerKind.VISITOR
    }


# --- What is decided -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("readings", SETS_OF_READINGS.values(), ids=SETS_OF_READINGS)
def test_every_decision_is_the_references(readings: Readings) -> None:
    """In every case the table gives the parts, the channels and the actions that the reference gives."""
    entries = policy_of(readings).entries()
    given = {}  # equal grants are one object
    for (facts, plainly), entry in zip(in_plain_words().items(), entries, strict=True):
        assert entry.facts == facts
        if id(entry.decision) not in given:
            given[id(entry.decision)] = plain_decision(entry.decision)
        assert given[id(entry.decision)] == oracle.expected_for_facts(plainly, readings), (
            f"the rules give this, and tests/oracle.py gives that, where {facts}"
        )


def test_the_reference_is_neither_always_empty_nor_always_full() -> None:
    """Each kind is shown something in one case and nothing in another; each item is given in one grant and not in another."""
    answers = [(facts, oracle.expected_for_facts(plainly)) for facts, plainly in in_plain_words().items()]
    nobody = {
        (Document.FORM, kind)
        for kind in ViewerKind
        if kind not in (ViewerKind.OWNER, ViewerKind.RECRUITER, ViewerKind.SCHOOL)
    } | {(Document.RESUME, ViewerKind.VISITOR)}
    for document, kind in product(Document, ViewerKind):
        shown = {answer is not None for f, answer in answers if (f.document, f.kind) == (document, kind)}
        assert shown == ({False} if (document, kind) in nobody else {False, True})
    grants = {
        document: {answer for facts, answer in answers if answer is not None and facts.document is document}
        for document in Document
    }
    for item in ITEMS_OF[Document.RESUME]:
        given = {
            item.value in grant.parts | grant.channels | grant.actions for grant in grants[Document.RESUME]
        }
        assert given == {False, True}
    assert len(grants[Document.RESUME]) > 40
    assert (
        len(grants[Document.FORM]) == 3
    )  # to owner and company, and to the school with the name and without


def test_every_item_is_given_or_refused_and_says_why() -> None:
    """In every grant each item that its document has is given or refused, never both, and cites a clause; so does every refusal."""
    for entry in every_entry():
        decision = entry.decision
        if isinstance(decision, Refusal):
            assert decision.refused_by
            continue
        items = ITEMS_OF[entry.facts.document]
        given, refused = dict(decision.given), dict(decision.refused)
        assert len(given) + len(refused) == len(decision.given) + len(decision.refused) == len(items)
        assert given.keys() | refused.keys() == set(items)
        assert given.keys() == decision.parts | decision.channels | decision.actions
        assert decision.withheld == PARTS_OF[entry.facts.document] - decision.parts
        assert all(given.values())
        assert all(refused.values())


def test_LAW_8_who_may_do_something_is_decided_so_when_they_do_it() -> None:
    """In every grant the actions are exactly those for which the same viewer is shown the same, the one asked for among them."""
    shown = {entry.facts for entry in every_entry() if isinstance(entry.decision, Grant)}
    for entry in every_entry():
        if isinstance(entry.decision, Grant):
            may = {action for action in Action if attrs.evolve(entry.facts, action=action) in shown}
            assert entry.facts.action in entry.decision.actions
            assert entry.decision.actions == may


@each("fact", [field.name for field in attrs.fields(Facts)])
def test_every_fact_decides_something(fact: str) -> None:
    """Two cases that differ in this fact alone are decided otherwise. A new fact decides nothing until a rule asks for it."""
    rest = attrgetter(*(field.name for field in attrs.fields(Facts) if field.name != fact))
    found: dict[Any, set[int]] = {}
    for entry in every_entry():
        found.setdefault(rest(entry.facts), set()).add(id(entry.decision))
    assert any(len(decisions) > 1 for decisions in found.values())


def test_LAW_6_equal_grants_are_one_object() -> None:
    """Decisions that are equal are the same object, so that what was projected for one is found for the other."""
    decisions = {id(entry.decision): entry.decision for entry in every_entry()}
    assert len(decisions) == len({decision_key(decision) for decision in decisions.values()}) < 400


# --- Every case happens ----------------------------------------------------------------------------------------------

ORDERS = {
    Sharing.SHARED: ShareForm.SHARE,
    Sharing.PARTNER: ShareForm.PARTNER,
    Sharing.TRANSFERRED: ShareForm.TRANSFER,
    Sharing.DISCLOSED: ShareForm.DISCLOSURE,
    Sharing.ORDERED: ShareForm.SHARE,
}
NAMED = {
    Sharing.SHARED: frozenset({Part.PROFILE, Part.NAME, Part.NATIONAL_ID, Part.VIRTUAL_NUMBER}),
    Sharing.PARTNER: frozenset({Part.REGION}),
    Sharing.TRANSFERRED: frozenset(Part),
    Sharing.DISCLOSED: frozenset({Part.WORK}),
    Sharing.ORDERED: frozenset({Part.MOBILE, Part.EMAIL}),
}


def company_of(facts: Facts) -> Company:
    """A company of the facts' standing, with which a conversation runs or not."""
    return Company(name="某公司", id=f"{facts.standing.value}{'-talking' if facts.conversing else ''}")


def recipient_of(sharing: Sharing) -> str:
    return PUBLIC if sharing is Sharing.DISCLOSED else sharing.value


def viewer_of(facts: Facts) -> Viewer:
    """Somebody who brings these facts to the resume or form that brings the others."""
    action, verified = facts.action, FULLY_VERIFIED if facts.qualified else frozenset[Never]()
    match facts.kind:
        case ViewerKind.OWNER:
            return Owner(candidate="c-1", action=action)
        case ViewerKind.RECRUITER:
            return Recruiter(
                id="r", company=company_of(facts), signed_in=True, verified=verified, action=action
            )
        case ViewerKind.HEADHUNTER:
            return Headhunter(
                id="h", agency=company_of(facts), clients=(), signed_in=True, verified=verified, action=action
            )
        case ViewerKind.MAILBOX:
            return Mailbox(company=company_of(facts), address=people.BOX, action=action)
        case ViewerKind.COMMUNITY_MEMBER:
            return CommunityMember(id="m", signed_in=facts.qualified, action=action)
        case ViewerKind.RECOMMENDER:
            return Recommender(action=action)
        case ViewerKind.RECIPIENT:
            return Recipient(id=recipient_of(facts.sharing), purpose="course", action=action)
        case ViewerKind.SCHOOL:
            school = "school" if facts.standing is Standing.APPLIED else "another"
            return School(id=school, signed_in=True, verified=facts.qualified, action=action)
        case ViewerKind.SUPPORT_AGENT:
            case = {
                Concern.NONE: None,
                Concern.COMPLAINANT: SupportCase(id="case", opened=EARLIER, complainant="c-1"),
                Concern.COMPLAINED_OF: SupportCase(
                    id="case", opened=EARLIER, complained_of=frozenset({"c-1"})
                ),
            }[facts.concern]
            return SupportAgent(id="a", case=case, signed_in=facts.qualified, action=action)
        case ViewerKind.VISITOR:
            return Visitor(action=action)


TALK = OnlineTalk(school="school", delivery=Delivery(at=EARLIER, position="工程师"), school_requires=True)
SENT = tuple(
    Application(
        company=f"{standing.value}{talking}",
        at=EARLIER,
        mailbox=people.BOX,
        attachments=frozenset({"file-1"} if standing is Standing.APPLIED_WITH_ATTACHMENTS else ()),
        talk=TALK,
    )
    for standing, talking in product((Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS), ("", "-talking"))
)
CONSENTS = tuple(
    Consent(
        recipient=recipient_of(sharing),
        recipient_name="某机构",
        recipient_contact="某街一号",
        purpose="course",
        method="接口",
        parts=NAMED[sharing],
        begins=EARLIER,
        ends=LATER,
        form=form,
        order=LegalOrder(basis="某法第一条", reference="第1号", date=EARLIER)
        if sharing is Sharing.ORDERED
        else None,
    )
    for sharing, form in ORDERS.items()
)
WITHDRAWN = attrs.evolve(CONSENTS[0], recipient="none", withdrawn=AT)
RESUME = people.resume(
    community=None,
    applications=SENT,
    conversations=tuple(
        Conversation(company=f"{standing.value}-talking", since=EARLIER) for standing in Standing
    ),
    consents=(*CONSENTS, WITHDRAWN),
)
FORM = people.form(company="applied", handed_in=EARLIER, talk=TALK)
BLOCKS = tuple(CompanyBlock(company=company, at=EARLIER) for company in ("blocked", "blocked-talking"))


@cache  # one of each is enough, and keeps what was projected
def document_of(
    document: Document,
    visibility: Visibility,
    switches: tuple[NameDisplay, bool, bool, bool, bool],
    nickname: NameDisplay | None,
    personalised: bool,
) -> Resume | CampusForm:
    """A resume or form that brings these facts; to each of them every standing is possible."""
    display, permission, chat, exists, of_age = switches
    settings = Settings(
        visibility=visibility,
        name_display=display,
        resume_permission=permission,
        chat_permission=chat,
        personalised_recommendation=personalised,
        nickname=nickname or NameDisplay.HONORIFIC,
        blocks=BLOCKS,
    )
    base: Any = RESUME if document is Document.RESUME else FORM
    # In the public modes by a verified age, or by none; elsewhere by a month.
    by_month = visibility in (Visibility.PRIVATE, Visibility.HEADHUNTERS)
    born = YearMonth(1990 if of_age else 2015, 1) if by_month else None
    profile = attrs.evolve(base.basics.profile, born=born)
    changed: Resume | CampusForm = attrs.evolve(
        base,
        basics=attrs.evolve(base.basics, profile=profile),
        settings=settings,
        deleted=not exists,
        age_verified=AgeVerified(age=16, at=VERIFIED) if of_age and not by_month else None,
    )
    if isinstance(changed, Resume) and nickname is not None:
        return attrs.evolve(changed, community=CommunityProfile(id="elsewhere", avatar="mask"))
    return changed


def realise_cases() -> Iterator[tuple[Facts, Viewer, Resume | CampusForm]]:
    """For every case a viewer and a resume or form that make it."""
    for entry in every_entry():
        f = entry.facts
        switches = f.name_display, f.resume_permission, f.chat_permission, f.exists, f.of_age
        yield f, viewer_of(f), document_of(f.document, f.visibility, switches, f.nickname, f.personalised)


@cache
def realised() -> tuple[tuple[Facts, Viewer, Resume | CampusForm], ...]:
    """The same, made once."""
    return tuple(realise_cases())


def test_every_case_can_happen() -> None:
    """Each case is made by some viewer of some resume or form, and the facts are those that the reference finds."""
    plain = in_plain_words()
    for facts, viewer, document in realised():
        case = case_of(viewer, document, AT)
        assert case.facts == facts
        assert plain[facts] == oracle.plain_facts(viewer, document, AT)
    assert {type(viewer) for _, viewer, _ in realised()} == set(get_args(Viewer))


def test_what_the_case_learns_is_the_references() -> None:
    """In every case attachments, deliveries, virtual number, freshness, id and avatar are those of the reference."""
    for _, viewer, document in realised():
        case = case_of(viewer, document, AT)
        if isinstance(case.decision, Grant):
            assert case.attachments == oracle.attachment_ids(viewer, document, AT)
            assert case.deliveries == oracle.deliveries(viewer, document, AT)
            assert case.fresh_until == oracle.fresh_until(viewer, document, AT)
            assert case.id == oracle.shown_id(viewer, document, AT)


def test_every_view_is_of_what_was_granted() -> None:
    """In every case `view_for` shows, withholds and opens exactly what the reference says, or nothing."""
    for _, viewer, document in realised():
        view, expected = view_for(viewer, document, at=AT), oracle.expected(viewer, document, AT)
        assert (view is None) == (expected is None)
        if view is not None and expected is not None:
            assert plain_values(PARTS_OF[situation.document_of(document)] - view.withheld) == expected.parts
            assert plain_values(view.actions) == expected.actions
            assert view.display_name == oracle.display_name(viewer, document, AT)
            if isinstance(view, ResumeView):
                assert plain_values(view.contact.channels) == expected.channels


def test_every_explanation_agrees_with_the_view() -> None:
    """`explain` says of each item what the reference decided on it, in one case of 101, spread over all."""
    for facts, viewer, document in realised()[::101]:
        explanation, expected = explain(viewer, document, at=AT), oracle.expected(viewer, document, AT)
        assert explanation.facts == facts
        assert explanation.shown == (expected is not None)
        assert explanation.clauses
        given = {ruling.item for ruling in explanation.rulings if ruling.given}
        if expected is None:
            assert explanation.rulings == ()
        else:
            assert {item.value for item in given if isinstance(item, Part)} == expected.parts
            assert {item.value for item in given if isinstance(item, Channel)} == expected.channels
            assert {item.value for item in given if isinstance(item, Action)} == expected.actions
            assert {ruling.item for ruling in explanation.rulings} == set(ITEMS_OF[facts.document])
