"""A viewer is known everywhere or nowhere: every place that lists the viewers lists each of the union `Viewer`.

Whoever adds a viewer finds here, one failing test each, the places that do not know it yet.
"""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, TypeVar, cast, get_args

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import oracle
import people
import resume_visibility
from cases import split_facts
from faults import Spoiled, breached
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    CampusForm,
    Channel,
    Company,
    CompanyBlock,
    Language,
    NameDisplay,
    Part,
    Viewer,
    difference,
    dump_record,
    explain,
    is_shown,
    load_form,
    load_record,
    load_viewer,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.cli.viewers import SHORT_FORMS, viewer_of
from resume_visibility.cli.whom import viewers_in_words
from resume_visibility.model import (
    Application,
    CommunityProfile,
    Consent,
    Conversation,
    Delivery,
    Document,
    OnlineTalk,
)
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.model.viewers import KINDS, VIEWERS
from resume_visibility.policy import Clause, ViewerKind
from resume_visibility.policy.decisions import Grant
from resume_visibility.policy.facts import FORM_VIEWER_KINDS, TO_QUALIFY, VIEWER_FACTS
from resume_visibility.policy.matrix import ROWS, matrix
from resume_visibility.policy.statements import Space
from resume_visibility.policy.table import case_of
from resume_visibility.policy.words import describe_facts
from resume_visibility.projection.difference import Difference, StandsFor
from resume_visibility.testing import Case, forms, viewers
from resume_visibility.testing.deciding import decided_by_one_thing
from resume_visibility.testing.named import is_named_by_clause
from samples import built, spelled

_T = TypeVar("_T")

ROOT = Path(__file__).parents[1]
UNION: frozenset[type[Any]] = frozenset(get_args(Viewer))
NAMES: dict[type[Any], str] = {cls: name for name, cls in KINDS.items()}
AT, DAY = people.AT, people.DAY
RESUME = people.resume()

CLASSES: list[type[Any]] = sorted(UNION, key=lambda cls: NAMES.get(cls, cls.__name__))
each_viewer = pytest.mark.parametrize("cls", CLASSES)


def kind_of(cls: type[Any]) -> ViewerKind:
    """The kind that a viewer of this class is, as a fact."""
    return ViewerKind(NAMES[cls])


def viewer(cls: type[Any], **given: Any) -> Any:
    """A viewer of this class, every field given; an owner is the resume's."""
    fitting = {"candidate": RESUME.candidate, "signed_in": True, "action": Action.VIEW} | given
    fields = attrs.fields_dict(cls)
    return built(cls, **{name: value for name, value in fitting.items() if name in fields})


def draws(strategy: st.SearchStrategy[_T], number: int) -> list[_T]:
    """What a strategy draws."""
    seen: list[_T] = []

    @settings(max_examples=number, phases=[Phase.generate])
    @given(strategy)
    def collect(one: _T) -> None:
        seen.append(one)

    collect()
    return seen


def drawn(strategy: st.SearchStrategy[Viewer]) -> frozenset[type[Any]]:
    """The classes of the viewers that a strategy draws."""
    return frozenset(map(type, draws(strategy, 400)))


# --- What lists the viewers ------------------------------------------------------------------------------------------


def test_deciding_takes_every_viewer() -> None:
    """What is taken for a viewer is each class of the union, and nothing else."""
    assert VIEWERS == UNION


def test_every_viewer_is_public() -> None:
    """Each class of the union can be imported from the package."""
    assert {cls.__name__ for cls in UNION} <= {*dir(resume_visibility)}


def test_json_has_a_kind_for_every_viewer() -> None:
    """Each class of the union has one `kind` in JSON, and no kind stands for anything else."""
    assert frozenset(KINDS.values()) == UNION
    assert len(KINDS) == len(UNION)


@each_viewer
def test_every_viewer_loads_from_json(cls: type[Any]) -> None:
    """A viewer of each class loads from the JSON of its kind."""
    assert type(load_viewer({"kind": NAMES[cls], **spelled(cls)})) is cls


def test_every_kind_is_of_a_viewer() -> None:
    """The kinds that decide are those of JSON."""
    assert {kind.value for kind in ViewerKind} == set(NAMES.values())


@each_viewer
def test_every_viewer_has_a_short_form(cls: type[Any]) -> None:
    """The command line takes a viewer of each class in short, and every short form is of one."""
    filled = [re.sub("[A-Z]+", "co-1", short.replace("ADDRESS", "hr@example.com")) for short in SHORT_FORMS]
    assert cls in {type(viewer_of(short, RESUME)) for short in filled}


CHINESE_SHORT_FORMS = {
    "owner": "本人",
    "visitor": "访客",
    "community": "同行社区用户",
    "recommender": "求职推荐",
    "support:complainant": "客服:投诉人",
    "support:complained-of": "客服：被投诉人",
    "recruiter:COMPANY": "招聘者：COMPANY",
    "headhunter:AGENCY": "猎头:AGENCY",
    "headhunter:AGENCY/CLIENT": "平台猎头:AGENCY/CLIENT",
    "mailbox:COMPANY/ADDRESS": "招聘企业邮箱:COMPANY/hr@example.com",
    "recipient:ID/PURPOSE": "接收方:ID/PURPOSE",
    "school:ID": "高校:ID",
}


@pytest.mark.parametrize("short", SHORT_FORMS)
def test_every_short_form_is_taken_in_chinese(short: str) -> None:
    """An officer types the words that the Chinese pages have for the kinds."""
    english = short.replace("ADDRESS", "hr@example.com")
    assert viewer_of(CHINESE_SHORT_FORMS[short], RESUME) == viewer_of(english, RESUME)


def test_every_kind_has_a_row_in_the_matrix() -> None:
    """The matrix has a row of each kind, and each label is printed."""
    assert {row.viewer.kind for row in ROWS} == set(ViewerKind)
    lines = [line.strip() for line in matrix().splitlines()]
    assert all(any(line.startswith(row.label.en) for line in lines) for row in ROWS)


def test_strategies_draw_every_viewer() -> None:
    """The viewers that the laws are held on are of each class, beside a resume and beside a form."""
    assert drawn(viewers()) == drawn(viewers(near=RESUME)) == UNION
    for form in draws(forms(), 2):
        assert drawn(viewers(near=form)) == UNION


def test_one_thing_alone_decides_for_every_viewer() -> None:
    """Questions that one thing alone decides are asked by a viewer of each class: of `_OTHERS` in testing/deciding.py, unless acts of
    the candidate decide. About forms they are asked by each kind that a clause names; the owner there is another candidate, who has
    the number of the form.
    """
    askers = [
        {kind_of(type(decided_by_one_thing(Random(seed), asked, AT, None)[0])) for seed in range(600)}
        for asked in cast("tuple[Any, ...]", (RESUME, people.form()))
    ]
    assert askers[0] == {*ViewerKind}
    assert askers[1] == FORM_VIEWER_KINDS


# --- What decides ----------------------------------------------------------------------------------------------------


def test_the_cases_are_of_every_kind_and_action() -> None:
    """Every kind of viewer is in the enumeration of all cases of each document, with each action."""
    found = {(facts.document, facts.kind, facts.action) for facts in VIEWER_FACTS}
    assert found == set(product(Document, ViewerKind, Action))


@each_viewer
@pytest.mark.parametrize("signed_in", [True, False])
def test_what_is_decided_on_is_an_enumerated_case(cls: type[Any], signed_in: bool) -> None:
    """Whatever viewer asks for whatever action, the facts that decide are in the enumeration, and its kind is right."""
    for action in Action:
        asking = viewer(cls, signed_in=signed_in, action=action)
        facts = case_of(asking, RESUME, AT).facts
        assert facts.kind is kind_of(cls)
        assert split_facts(facts)[0] in VIEWER_FACTS
        assert oracle.plain_facts(asking, RESUME, AT).kind == facts.kind.value


@each_viewer
def test_LAW_6_every_viewer_is_decided_on_whatever_the_candidate_did(cls: type[Any]) -> None:
    """No act of the candidate brings a viewer a fact that its kind cannot bring: all of them, each alone, and each left out."""
    asking = viewer(cls)
    named = next(
        (one.id for one in fields_in(asking) if isinstance(one, Company)), getattr(asking, "id", None)
    )
    talk = attrs.evolve(TALK, school=named or "school-1")
    acts: dict[str, Any] = {
        "applications": (
            Application(company=named or "acme", at=AT - DAY, attachments=frozenset({"file-1"}), talk=talk),
        ),
        "conversations": (Conversation(company=named or "acme", since=AT - DAY),),
        "consents": (
            attrs.evolve(
                consent(), recipient=named or "academy", purpose=getattr(asking, "purpose", "course")
            ),
        ),
        "settings": attrs.evolve(
            people.OPEN, blocks=(CompanyBlock(company=named or "acme", at=AT - 2 * DAY),)
        ),
        "community": None,
    }
    on_forms = {"settings": acts["settings"], "talk": talk, "company": named or "acme"}
    for build, all_acts in ((people.resume, acts), (people.form, on_forms)):
        chosen = [all_acts, {}, *({name: act} for name, act in all_acts.items())]
        chosen += [{name: act for name, act in all_acts.items() if name != left_out} for left_out in all_acts]
        for some, action in product(chosen, Action):
            asked: Any = build(**some)
            facts = case_of(attrs.evolve(asking, action=action), asked, AT).facts
            assert split_facts(facts)[0] in VIEWER_FACTS


def fields_in(record: Any) -> list[Any]:
    """What the fields of a record hold."""
    return [getattr(record, field.name) for field in attrs.fields(type(record))]


@each_viewer
def test_GATE_4_nobody_who_signs_in_is_shown_anything_before(cls: type[Any]) -> None:
    """A viewer of any class that can be signed in, and is not, is shown nothing, for whatever action, of whatever document."""
    assert {kind for _, kind in TO_QUALIFY} == {kind_of(one) for one in UNION if signs_in(one)}
    form: CampusForm = load_form((ROOT / "examples/data/campus-form.json").read_bytes())
    documents: tuple[Any, ...] = (RESUME, form)
    for action, asked in product(Action, documents):
        if signs_in(cls):
            asking = viewer(cls, signed_in=False, action=action)
            assert not case_of(asking, asked, AT).facts.qualified
            assert not is_shown(asking, asked, at=AT)


def signs_in(cls: type[Any]) -> bool:
    return "signed_in" in attrs.fields_dict(cls)


def with_companies(cls: type[Any]) -> tuple[Any, list[Company]]:
    """A verified viewer of this class, and the companies that it names, each another one."""
    asking, named = viewer(cls), list[Company]()

    def another() -> Company:
        named.append(Company(id=f"company-{len(named)}", name=f"{len(named)}号公司"))
        return named[-1]

    changes: dict[str, Any] = {}
    for name in attrs.fields_dict(cls):
        match getattr(asking, name):
            case Company():
                changes[name] = another()
            case (Company(), *_):
                changes[name] = (another(), another())
            case frozenset():
                changes[name] = FULLY_VERIFIED
            case _:
                pass
    return attrs.evolve(asking, **changes), named


@each_viewer
def test_BLOCK_1_whoever_names_a_company_is_shown_nothing_once_that_is_blocked(cls: type[Any]) -> None:
    """A viewer of any class that names companies is shown nothing, for whatever action, once the candidate blocked one of them. If it
    is shown something, its kind has no company (`has_company`), or `situation_of` does not ask for the company's standing.
    """
    asking, named = with_companies(cls)
    address = getattr(asking, "address", None)
    sent = [Application(company=str(one.id), at=AT - 2 * DAY, mailbox=address) for one in named]
    held = [Conversation(company=str(one.id), since=AT - 2 * DAY) for one in named]
    asked: Any = people.resume(applications=tuple(sent), conversations=tuple(held))
    handed_in: list[Any] = [people.form(company=one.id, handed_in=AT - 2 * DAY) for one in named]
    before = [is_shown(attrs.evolve(asking, action=action), asked, at=AT) for action in Action]
    assert any(before) or not named
    for blocked, document in product(named, (asked, *handed_in)):
        block = CompanyBlock(company=str(blocked.id), at=AT - DAY)
        closed = attrs.evolve(document, settings=attrs.evolve(document.settings, blocks=(block,)))
        for action in Action:
            assert not is_shown(attrs.evolve(asking, action=action), closed, at=AT), (blocked.id, action)


@pytest.mark.parametrize("kind", ViewerKind)
def test_statements_speak_of_every_kind(kind: ViewerKind) -> None:
    """A policy that gives one kind of viewer everything, whatever is asked, breaks a statement, in a case of that kind."""
    some = next(entry.decision for entry in POLICY_2023_04.entries() if isinstance(entry.decision, Grant))
    parts = PARTS_OF[Document.RESUME]
    everything = attrs.evolve(some, parts=parts, channels=frozenset(Channel), actions=frozenset(Action))

    spoiled = Spoiled(lambda facts: facts.kind is kind, lambda *_: everything)
    assert any(facts.kind is kind for _, facts in breached(Space(spoiled)))


@pytest.mark.parametrize("kind", ViewerKind)
def test_every_kind_is_put_in_words(kind: ViewerKind) -> None:
    """A case of each kind is put in words that begin with the kind."""
    facts = next(entry.facts for entry in POLICY_2023_04.entries() if entry.facts.kind is kind)
    assert describe_facts(facts).startswith(kind.value.replace("_", " "))


# --- What comes of it ------------------------------------------------------------------------------------------------


@each_viewer
def test_every_viewer_is_answered_and_recorded(cls: type[Any]) -> None:
    """Each viewer gets an answer and an explanation, and leaves a record of its kind that loads again."""
    for action in Action:
        asking = viewer(cls, action=action)
        view = view_for(asking, RESUME, at=AT)
        assert explain(asking, RESUME, at=AT).shown is (view is not None)
        record = record_of(asking, RESUME, view, at=AT)
        assert record.kind is kind_of(cls)
        assert load_record(dump_record(record)) == record
        has_id = "id" in attrs.fields_dict(cls)
        assert record.viewer == (asking.id if has_id else getattr(asking, "candidate", None))


@each_viewer
def test_every_viewer_is_answered_on_forms(cls: type[Any]) -> None:
    """Each viewer gets an answer on a form, and leaves a record that loads again."""
    form: CampusForm = load_form((ROOT / "examples/data/campus-form.json").read_bytes())
    asking = viewer(cls)
    record = record_of(asking, form, view_for(asking, form, at=AT), at=AT)
    assert load_record(dump_record(record)) == record


OF_WHOM_NOTHING_IS_SAID = {
    *(
        ViewerKind.OWNER,
        ViewerKind.RECOMMENDER,
        ViewerKind.COMMUNITY_MEMBER,
        ViewerKind.SUPPORT_AGENT,
        ViewerKind.VISITOR,
    ),
}
"""NOTICE-1: themselves, an engine, whom they chose to appear to, the platform's staff, and who is never shown anything."""


@pytest.mark.parametrize("kind", ViewerKind)
def test_a_notice_is_of_every_kind_but_of_those(kind: ViewerKind) -> None:
    """The candidate is notified of each kind of viewer that was shown something, but of those listed here."""
    (cls,) = (cls for cls in UNION if kind_of(cls) is kind)
    asking = viewer(cls)
    refused = record_of(asking, attrs.evolve(RESUME, deleted=True), None, at=AT)
    record = attrs.evolve(refused, granted=True, clauses=(Clause.OWNER_1,))
    for language in Language:
        assert (notice_of(record, RESUME.settings, language=language) is None) is (
            kind in OF_WHOM_NOTHING_IS_SAID
        )


UNCHANGED_BY_SETTINGS = {"owner", "visitor"}
"""What a resume shows to these does not depend on the candidate's settings, so a difference need not ask for them."""


def test_a_difference_asks_for_every_viewer_but_those() -> None:
    """A change of settings that closes everything is a loss to each viewer but those listed here."""
    met = people.resume(
        settings=attrs.evolve(people.OPEN, nickname=NameDisplay.REAL),
        applications=(people.delivered, attrs.evolve(people.applied, talk=TALK)),
        community=CommunityProfile(id="member-1"),
        consents=(consent(),),
    )
    closed = attrs.evolve(met.settings, resume_permission=False)
    found = difference(met, closed, at=people.AT)
    lost = {NAMES[type(one.viewer)] for one in found}
    assert lost == {*KINDS} - UNCHANGED_BY_SETTINGS


def test_BLOCK_1_a_difference_asks_for_the_blocked_company_of_every_viewer() -> None:
    """A block of a company is a loss to each viewer whose class names a company: a difference asks for them with that company."""
    met = people.resume(applications=(people.delivered, people.applied))
    blocking = attrs.evolve(met.settings, blocks=(CompanyBlock(company="acme", at=AT),))
    lost = {
        type(one.viewer)
        for one in difference(met, blocking, at=AT)
        if one.lost and any(isinstance(of, Company) and of.id == "acme" for of in fields_in(one.viewer))
    }
    assert lost == {cls for cls in UNION if with_companies(cls)[1]}, (
        "see `differences` of projection/difference.py"
    )


def test_a_difference_calls_every_viewer_otherwise() -> None:
    """In what a change of settings does, each viewer has words of its own, in both languages."""
    nothing = dict.fromkeys(("gained", "lost", "files_gained", "files_lost"), frozenset[Any]())
    unchanged: Any = {
        "stands_for": StandsFor.ITSELF,
        "others": Company(id="others", name="其他"),
        "shown_before": False,
        "shown_after": False,
        **nothing,
    }
    said = [viewers_in_words(Difference(viewer=viewer(cls), **unchanged), {}) for cls in CLASSES]
    assert len({words.en for words in said}) == len({words.zh for words in said}) == len(CLASSES)


@pytest.mark.parametrize("document", Document)
def test_LAW_5_a_clause_names_each_kind_for_the_actions_that_some_case_grants_it(document: Document) -> None:
    """If a viewer were named for more, a service that shows too much would break no law."""
    entries = [entry for entry in POLICY_2023_04.entries() if entry.facts.document is document]
    granted = {(e.facts.kind, e.facts.action) for e in entries if isinstance(e.decision, Grant)}
    asked: Any = RESUME if document is Document.RESUME else people.form()
    named = set[tuple[ViewerKind, Action]]()
    for cls, action in product(CLASSES, Action):
        asking = viewer(cls, action=action, candidate=asked.candidate)
        if is_named_by_clause(Case(viewer=asking, document=asked, at=AT, other=asked)):
            named.add((kind_of(cls), action))
    assert named == granted


TALK = OnlineTalk(
    school="school-1", delivery=Delivery(at=people.AT - people.DAY, position="管培生"), school_requires=True
)


def consent() -> Consent:
    """Consent to show a recipient the work."""
    return Consent(
        recipient="academy",
        recipient_name="某某学院",
        recipient_contact="客服",
        purpose="course",
        method="接口",
        parts=frozenset({Part.WORK}),
        begins=people.AT - people.DAY,
        ends=people.AT + people.DAY,
    )


# --- What is written down --------------------------------------------------------------------------------------------


def pages() -> Iterator[tuple[str, str]]:
    for name in ("json", "cli", "api", "glossary"):
        yield name, (ROOT / f"docs/reference/{name}.md").read_text(encoding="utf-8")


def test_the_pages_list_every_viewer() -> None:
    """The references of JSON, of the command line, of the API and of the words have each viewer."""
    text = dict(pages())
    for cls, name in NAMES.items():
        rows = {"json": f"| `{name}` |", "api": f"| `{cls.__name__}` |", "glossary": f"| `{cls.__name__}`"}
        for page, row in rows.items():
            assert row in text[page], f"write a row of {name} in docs/reference/{page}.md"
    for short in SHORT_FORMS:
        assert f"`{short}`" in text["cli"], f"write {short} in docs/reference/cli.md"


def test_there_is_an_example_of_every_viewer() -> None:
    """The folder of examples has a viewer of each kind."""
    files = (ROOT / "examples/data/viewers").glob("*.json")
    found = {json.loads(file.read_bytes())["kind"] for file in files}
    assert found == {*KINDS}, "write an example of the viewer in examples/data/viewers/"
