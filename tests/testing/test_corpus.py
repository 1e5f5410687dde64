"""The corpus: the same for the same seed, like what people write, and fit to be asked about."""

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any
from unicodedata import normalize

import pytest

from filled import number_of
from resume_visibility import (
    FULLY_VERIFIED,
    CommunityMember,
    Company,
    Headhunter,
    KeywordBlock,
    Mailbox,
    NameDisplay,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    School,
    SupportAgent,
    SupportCase,
    Viewer,
    Visibility,
    Visitor,
    dump_resume,
    load_resume,
    view_for,
)
from resume_visibility.model import Account, YearMonth
from resume_visibility.policy import missing
from resume_visibility.testing import CORPUS_NOW, companies, corpus
from resume_visibility.testing.invented.corpus import details, spell_number
from resume_visibility.testing.invented.drawing import Draw
from resume_visibility.testing.invented.people import make_person, mobile
from resume_visibility.testing.invented.tables import TRADES
from resume_visibility.testing.invented.templates import template

MANY = 1200
DIGEST = "d5656d69595ed7c44fa660ff2399cca136eca19ce4c26c2bdcabd8979660423f"
"""Of the first fifty. A change of code or data that changes it changes every figure that was measured on the corpus."""


@cache
def resumes() -> list[Resume]:
    """A corpus, made once."""
    return list(corpus(MANY))


_WIDE = {ord("０") + i: str(i) for i in range(10)}
_NUMBER = re.compile(r"(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)")
_ACCOUNT = re.compile("微信|VX |QQ：|WeChat ID|@")


def texts(resume: Resume) -> Iterator[str]:
    """The texts that somebody wrote at some length."""
    whole = (resume.strengths, resume.highlights)
    work, projects = ((one.description for one in items) for items in (resume.work, resume.projects))
    additional = (one.description for one in resume.additional)
    yield from (one for one in (*whole, *work, *projects, *additional) if one is not None)


def length(resume: Resume) -> int:
    """How many characters there are in all that somebody wrote."""
    document = json.loads(dump_resume(resume))
    acts = ("settings", "applications", "virtual_numbers", "conversations", "consents", "community")
    pending, found = [value for key, value in document.items() if key not in acts], 0
    while pending:
        match pending.pop():
            case str() as text:
                found += len(text)
            case list() as items:
                pending += items
            case dict() as fields:
                pending += fields.values()
            case _:
                pass
    return found


def has_contact(resume: Resume) -> bool:
    """Whether a number, an address or an account was typed into a text or the name of a file."""
    written = [*texts(resume), *(file.file_name or "" for file in resume.attachments)]
    bare = [re.sub("[ -]", "", text.translate(_WIDE)) for text in written]
    return any(_NUMBER.search(text) for text in bare) or any(_ACCOUNT.search(text) for text in written)


def is_english(resume: Resume) -> bool:
    """Whether the residence is written in Latin letters."""
    return (resume.basics.profile.residence or "某地").isascii()


def age(resume: Resume) -> int:
    """In years, in the month of the corpus; of somebody grown up, where no month is stated."""
    born = resume.basics.profile.born or YearMonth(1990, 1)
    return (CORPUS_NOW.year * 12 + CORPUS_NOW.month - 1 - born.index) // 12


def share(of: Iterator[bool]) -> float:
    """How many of a hundred, as a part of one."""
    found = list(of)
    return sum(found) / len(found)


def recruiter_of(company: Company) -> Recruiter:
    return Recruiter(id="u-1", company=company, signed_in=True, verified=FULLY_VERIFIED)


def test_it_is_the_same_for_the_same_seed() -> None:
    """The first fifty are what they were when they were written down, in whichever process and version of Python."""
    assert hashlib.sha256(b"".join(map(dump_resume, corpus(50)))).hexdigest() == DIGEST


def test_a_prefix_is_a_prefix() -> None:
    """A resume depends on seed and position alone."""
    assert list(corpus(5, seed=3)) == list(islice(corpus(10**9, seed=3), 5))


def ids_of(resumes: list[Resume]) -> list[list[str]]:
    """The ids that nothing else in a corpus has, by what they are of."""
    return [
        [one.id for one in resumes],
        [one.candidate for one in resumes],
        [one.community.id for one in resumes if one.community is not None],
        [file.id for one in resumes for file in one.attachments],
        [line.id for one in resumes for line in one.virtual_numbers],
    ]


def test_another_seed_is_another_corpus() -> None:
    """Resumes of two seeds differ, and share no id of a resume, candidate, file or number."""
    other = list(corpus(50, seed=1))
    assert not {one.basics.contact.mobile for one in other} & {one.basics.contact.mobile for one in resumes()}
    for ids, of_others in zip(ids_of(resumes()), ids_of(other), strict=True):
        assert set(ids).isdisjoint(of_others)


def test_ids_are_distinct() -> None:
    """No two resumes share an id of theirs, of their candidate, of the community, of a file or of a number."""
    for ids in ids_of(resumes()):
        assert len(ids) > MANY / 3
        assert len(set(ids)) == len(ids)


def test_another_number_is_refused_at_once() -> None:
    """How many, and of which seed, are ints."""
    wrong: Any = "3"
    with pytest.raises(TypeError, match="expected n to be an int, got str"):
        corpus(wrong)
    with pytest.raises(TypeError, match="expected seed to be an int, got str"):
        corpus(3, seed=wrong)


def test_none_are_none() -> None:
    """No resume is made where none is asked for."""
    assert list(corpus(0)) == []


def test_every_resume_survives_json() -> None:
    """Each is what its own JSON gives."""
    for resume in resumes()[:300]:
        assert load_resume(dump_resume(resume)) == resume


def test_there_are_many_kinds_of_work() -> None:
    """At least twenty-five in Chinese, twelve in English, each with duties that fill several jobs."""
    assert len(TRADES["zh"].items) >= 25
    assert len(TRADES["en"].items) >= 12
    for trades in TRADES.values():
        assert all(len(trade.duties) >= 7 for trade in trades.items)
    positions = {one.intention.position for one in resumes() if one.intention is not None}
    assert len(positions) > 100


@pytest.mark.parametrize(
    ("what", "low", "high"),
    [
        (is_english, 0.15, 0.25),
        (has_contact, 0.04, 0.09),
        (lambda one: one.settings.visibility is Visibility.PUBLIC, 0.40, 0.50),
        (lambda one: one.settings.visibility is Visibility.CHAT_ONLY, 0.15, 0.25),
        (lambda one: one.settings.visibility is Visibility.HEADHUNTERS, 0.07, 0.13),
        (lambda one: one.settings.visibility is Visibility.PRIVATE, 0.20, 0.30),
        (lambda one: one.settings.name_display is NameDisplay.HONORIFIC, 0.35, 0.45),
        (lambda one: one.settings.resume_permission, 0.93, 0.99),
        (lambda one: one.settings.blocks != (), 0.18, 0.30),
        (lambda one: one.applications != (), 0.50, 0.66),
        (lambda one: one.conversations != (), 0.40, 0.56),
        (lambda one: one.virtual_numbers != (), 0.45, 0.65),
        (lambda one: one.consents != (), 0.05, 0.12),
        (lambda one: one.community is not None, 0.40, 0.50),
        (lambda one: one.account is Account.CLOSED, 0.002, 0.025),
        (lambda one: one.deleted, 0.002, 0.025),
        (lambda one: missing(one) != (), 0.01, 0.04),
        (lambda one: age(one) < 16, 0.001, 0.02),
        (lambda one: 400 <= length(one) <= 2500, 0.85, 1.0),
    ],
)
def test_shares_are_those_of_people(what: Callable[[Resume], bool], low: float, high: float) -> None:
    """Each kind of resume comes about as often as it does on a platform."""
    assert low <= share(what(one) for one in resumes()) <= high


def test_ages_are_those_of_people() -> None:
    """Nobody is below fourteen or above sixty."""
    assert {age(one) for one in resumes()} <= {*range(14, 62)}


def test_acts_are_of_every_kind() -> None:
    """Every mode; applications withdrawn, with files, to a mailbox, at a talk; conversations running and ended; blocks of each kind."""
    assert {one.settings.visibility for one in resumes()} == {*Visibility}
    sent = [act for one in resumes() for act in one.applications]
    assert 0.03 <= share(act.withdrawn is not None for act in sent) <= 0.08
    assert 0.15 <= share(act.attachments != frozenset() for act in sent) <= 0.45
    assert 0.05 <= share(act.mailbox is not None for act in sent) <= 0.12
    assert any(act.talk is not None and act.talk.school_requires for act in sent)
    talked = [act for one in resumes() for act in one.conversations]
    assert 0.3 <= share(act.until is None for act in talked) <= 0.5
    blocks = [block for one in resumes() for block in one.settings.blocks]
    assert {isinstance(block, KeywordBlock) for block in blocks} == {True, False}
    assert any(block.group is not None for block in blocks)


def test_acts_are_before_the_instant_of_the_corpus() -> None:
    """Nothing was done after the instant to ask at."""
    for one in resumes():
        for act in one.applications:
            assert act.at < CORPUS_NOW
            assert act.withdrawn is None or act.withdrawn <= CORPUS_NOW
        assert all(act.since < CORPUS_NOW for act in one.conversations)
        assert all(block.at < CORPUS_NOW for block in one.settings.blocks)


def test_a_court_orders_after_it_decided() -> None:
    """An order of the law is dated before what it orders begins, and has a reference to look it up by."""
    ordered = [consent for one in corpus(2000) for consent in one.consents if consent.order is not None]
    assert ordered
    for consent in ordered:
        assert consent.order is not None
        assert consent.order.date < consent.begins
        assert re.fullmatch(r"（2026）某法调令第 [1-9]\d{0,2} 号", consent.order.reference)


def test_nobody_is_sent_to_a_company_as_a_child() -> None:
    """Only grown-up students hand in their resume at a talk."""
    talked = [one for one in resumes() if any(act.talk is not None for act in one.applications)]
    assert len(talked) > 3
    assert min(map(age, talked)) >= 18


def test_a_typed_number_is_somebodys_own() -> None:
    """However somebody types a number, its digits are the digits of that number, in each of the ways."""
    draw, ways = Draw.from_key("ways"), set[str]()
    for _ in range(200):
        number = mobile(draw)
        typed = spell_number(draw, number)
        ways.add(re.sub("[0-9]", "0", re.sub("[０-９]", "０", typed)))
        digits = re.sub("[ -]", "", normalize("NFKC", typed))
        assert digits.removeprefix("+86") == number
    assert {"0" * 11, "０" * 11, "000-0000-0000", "+00 000 0000 0000"} <= ways


def test_a_typed_address_is_somebodys_own() -> None:
    """Whoever has an e-mail address types that, and whoever has none types the number in its place."""
    for one in resumes()[:60]:
        contact = one.basics.contact
        person = make_person(Draw.from_key(one.id), one.id)
        typed = details(Draw.from_key("typed"), person, contact)["email"]
        if contact.email is not None:
            assert typed == contact.email.address
        else:
            assert re.sub("[ -]", "", normalize("NFKC", typed)).removeprefix("+86") == person.mobile


def test_no_text_comes_too_often() -> None:
    """Descriptions of work are nearly all different; none of the other texts is one in a hundred."""
    described = Counter(work.description for one in resumes() for work in one.work)
    assert max(described.values()) <= 3
    strengths = Counter(one.strengths for one in resumes() if one.strengths is not None)
    assert max(strengths.values()) <= MANY / 100


def test_every_company_is_one_of_the_companies() -> None:
    """Whatever resumes refer to by id is among `companies()`, which are the same each time and all different."""
    universe = companies()
    assert companies() == universe
    assert 250 <= len(universe) <= 350
    assert len({one.id for one in universe}) == len({one.name for one in universe}) == len(universe)
    ids, groups = {one.id for one in universe}, {one.group for one in universe}
    for one in resumes():
        assert {act.company for act in one.applications} | {act.company for act in one.conversations} <= ids
        for block in one.settings.blocks:
            assert block.group in groups
            assert isinstance(block, KeywordBlock) or block.company in ids


def test_a_recruiter_sees_some_and_not_all() -> None:
    """To each company a fair part of the corpus is shown, and a fair part is not."""
    for company in companies()[::60]:
        seen = share(
            view_for(recruiter_of(company), one, at=CORPUS_NOW) is not None for one in resumes()[:200]
        )
        assert 0.4 < seen < 0.85


def viewers_of(one: Resume) -> Iterator[Viewer]:
    """Somebody of each kind who meets the resume, where there is an act by which they could."""
    by_id = {company.id: company for company in companies()}
    agency = by_id["co-agency-01"]
    yield Owner(candidate=one.candidate)
    yield Headhunter(id="h-1", agency=agency, clients=(), signed_in=True, verified=FULLY_VERIFIED)
    yield CommunityMember(id="m-1", signed_in=True)
    yield Recommender()
    yield Visitor()
    case = SupportCase(id="case-1", opened=CORPUS_NOW, complained_of=frozenset({one.candidate}))
    yield SupportAgent(id="s-1", case=case, signed_in=True)
    for sent in one.applications:
        yield recruiter_of(by_id[sent.company])
        if sent.mailbox is not None:
            yield Mailbox(company=by_id[sent.company], address=sent.mailbox)
        if sent.talk is not None:
            yield School(id=sent.talk.school, signed_in=True, verified=True)
    for consent in one.consents:
        yield Recipient(id=consent.recipient, purpose=consent.purpose)


def test_every_kind_of_viewer_gets_an_answer() -> None:
    """Each kind is shown something by some resume and refused by some other; a visitor is always refused."""
    answers = Counter(
        (type(viewer).__name__, view_for(viewer, one, at=CORPUS_NOW) is not None)
        for one in resumes()[:500]
        for viewer in viewers_of(one)
    )
    kinds = {kind for kind, _ in answers}
    assert len(kinds) == 10
    assert {kind for kind in kinds if answers[kind, True]} == kinds - {"Visitor"}
    assert {kind for kind in kinds if answers[kind, False]} == kinds


def test_a_typed_number_is_not_shown() -> None:
    """No view for a stranger holds the candidate's number, in whichever text it was typed."""
    agency = companies()[-1]
    viewer = Headhunter(id="h-1", agency=agency, clients=(), signed_in=True, verified=FULLY_VERIFIED)
    typed = [one for one in corpus(2000, seed=2) if has_contact(one)]
    views = [(one, view_for(viewer, one, at=CORPUS_NOW)) for one in typed]
    seen = [(one, view) for one, view in views if view is not None]
    assert len(seen) > 25
    for one, view in seen:
        if not any(act.company == agency.id for act in one.applications):
            written = "".join(work.description or "" for work in view.sections.work or ())
            assert number_of(one).removeprefix("+86") not in re.sub("[ -]", "", written)


def test_it_needs_no_hypothesis() -> None:
    """Neither Hypothesis nor pytest comes with the corpus."""
    program = """
import sys
from resume_visibility.testing import CORPUS_NOW, companies, corpus
assert next(corpus(1)) and companies() and CORPUS_NOW
print([m for m in ('hypothesis', 'pytest') if m in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_not_there() -> None:
    """A name that the room does not have is refused as of any module, and those it has are listed."""
    room = sys.modules["resume_visibility.testing"]
    with pytest.raises(
        AttributeError, match=r"module 'resume_visibility\.testing' has no attribute 'corpse'"
    ):
        vars(room)["__getattr__"]("corpse")
    assert {*room.__all__} <= {*dir(room)}


def test_templates_are_filled() -> None:
    """Numbers stay in their range and on their step; wordings may hold slots; slots come from words or from a person."""
    draw = Draw.from_key("templates")
    filled = template("{1-3} {10-30/10} {0.8-1.1} {a{x}|b} {x} {name}", {"x": ["y"]})
    for _ in range(50):
        numbers = filled(draw, {"name": "n"})
        assert re.fullmatch(r"[123] [123]0 (0\.[89]|1\.[01]) (ay|b) y n", numbers), numbers


def test_no_text_holds_a_slot() -> None:
    """No brace of a template is left in what was made, nor a number that is empty."""
    for one in resumes():
        for text in texts(one):
            assert not re.search(r"[{}|]|\d-\d+/\d", text), text
