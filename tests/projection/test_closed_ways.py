"""Further ways around a decision that were once open: what errors print, and what was kept for somebody else."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import people
from resume_visibility import (
    POLICY_2023_04,
    CampusForm,
    CompanyBlock,
    InvalidValue,
    KeywordBlock,
    NameDisplay,
    Part,
    Policy,
    Recipient,
    Resume,
    Settings,
    difference,
    explain,
    load_form,
    record_of,
    view_for,
)
from resume_visibility.model import Application, Attachment, Consent, Conversation, Email, PersonName
from resume_visibility.policy import V2023_04, Clause, Readings
from resume_visibility.policy.decisions import Decision, Refusal
from resume_visibility.policy.facts import Facts
from resume_visibility.policy.index import index_of
from work import calls_of

GOVERNED = people.resume(
    settings=attrs.evolve(
        people.OPEN,
        blocks=(
            CompanyBlock(company="secret-company", at=people.AT, group="secret-group"),
            KeywordBlock(keyword="secret", at=people.AT),
        ),
    ),
    applications=(people.delivered,),
    conversations=(Conversation(company="secret-talk", since=people.AT),),
)
FORM = attrs.evolve(
    load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes()),
    settings=GOVERNED.settings,
)
ANSWERS: list[Callable[..., object]] = [
    view_for,
    explain,
    lambda viewer, resume, **more: record_of(viewer, resume, None, **more),
]
ASKED = [(answer, asked) for answer in ANSWERS for asked in (GOVERNED, FORM)]


def traceback_of(call: Callable[[], object]) -> str:
    """The traceback of a TypeError as a tracker of errors prints it: with the variables of every frame."""
    with pytest.raises(TypeError) as caught:
        call()
    return "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())


@pytest.mark.parametrize(("answer", "asked"), ASKED)
def test_LAW_7_who_is_no_viewer_is_refused_before_anything_is_looked_at(
    answer: Callable[..., object], asked: Resume | CampusForm
) -> None:
    """What governs a resume or a form is in no frame of an error about the viewer or the policy."""
    for call in (
        lambda: answer("nobody", asked, at=people.AT),
        lambda: answer(people.stranger, asked, at=people.AT, policy="2023"),
    ):
        text = traceback_of(call)
        assert "TypeError: expected " in text
        assert "secret" not in text
        assert "Index" not in text


@pytest.mark.parametrize(("answer", "asked"), ASKED)
def test_what_is_no_policy_is_refused_as_such(
    answer: Callable[..., object], asked: Resume | CampusForm
) -> None:
    """The version in a policy's place is a TypeError, and so is no policy."""
    for wrong, kind in (("2023-04", "str"), (None, "None")):
        with pytest.raises(TypeError, match=f"^expected policy to be a Policy, got {kind}$"):
            answer(people.stranger, asked, at=people.AT, policy=wrong)


def test_LAW_7_the_index_prints_nothing() -> None:
    """What governs a resume shows neither whom it blocks nor whom it was sent to."""
    index = index_of(GOVERNED)
    for one in (index, index.blocks, *index.sent.values()):
        assert "secret" not in repr(one)
        assert "acme" not in repr(one)
        assert "2026" not in repr(one)


def test_a_policy_prints_no_decision() -> None:
    """However much was decided by it, a policy's representation is a few fields."""
    view_for(people.stranger, people.resume(), at=people.AT)
    view_for(people.stranger, FORM, at=people.AT)
    assert len(repr(POLICY_2023_04)) < 1000


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"version": ""}, "version"),
        ({"version": 2023}, "version"),
        ({"readings": None}, "readings"),
        ({"accounts": "脉聊号"}, "accounts"),
        ({"accounts": ["脉聊号"]}, "accounts"),
        ({"accounts": ("脉聊号", " ")}, "accounts[1]"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(changes: dict[str, Any], path: str) -> None:
    """No version, no readings, and a text in the place of several are bad input."""
    with pytest.raises(InvalidValue) as caught:
        Policy(**{"version": "own"} | changes)
    assert [problem.path for problem in caught.value.problems] == [path]


def test_CONTACT_2_two_policies_of_the_same_rules_do_not_mix() -> None:
    """Where two policies share a grant and differ in the accounts they name, each redacts its own."""
    plain, naming = Policy("a"), Policy("b", accounts=("脉聊号",))
    resume = people.resume(strengths="脉聊号：zhang8x", settings=people.OPEN)
    for policies in ((plain, naming), (naming, plain)):
        fresh = attrs.evolve(resume)
        views = {
            policy.version: view_for(people.stranger, fresh, at=people.AT, policy=policy)
            for policy in policies
        }
        alone = view_for(people.stranger, attrs.evolve(resume), at=people.AT, policy=naming)
        assert views["b"] == alone
        assert views["a"] is not None
        assert views["b"] is not None
        assert views["a"].sections != views["b"].sections


def test_SHARE_3_two_policies_do_not_mix_what_consent_names() -> None:
    """A recipient is given by each policy what its own rules give of the parts that the consent names."""

    def without_video(facts: Facts, readings: Readings) -> Decision:
        decision = V2023_04.decide(facts, readings)
        if isinstance(decision, Refusal):
            return decision
        named = {item: clauses for item, clauses in decision.given if isinstance(item, Part)}
        named.pop(Part.VIDEO, None)
        return decision.confined(named, Clause.DEFAULT_DENY)

    narrow = Policy("narrow", ruleset=attrs.evolve(V2023_04, version="narrow", decide=without_video))
    consent = attrs.evolve(resume_with_many(1).consents[0], parts=frozenset({Part.VIDEO, Part.WORK}))
    resume = people.resume(consents=(consent,))
    reader = Recipient(id=consent.recipient, purpose=consent.purpose)
    views = [view_for(reader, resume, at=people.AT, policy=policy) for policy in (POLICY_2023_04, narrow)]
    assert [view is not None and view.sections.video is not None for view in views] == [True, False]


NOT_RELAYED = Policy("not-relayed", readings=Readings(email_is_relayed=False))


@pytest.mark.parametrize("display", NameDisplay)
@pytest.mark.parametrize("name", ["Sam", "张三丰"])
def test_CONTACT_1_an_address_made_of_the_name_is_shown(name: str, display: NameDisplay) -> None:
    """Where the address is shown, with the honorific too: seven digits are no reason to look for the name in it."""
    address = Email("sam1234567@example.com")
    resume = people.with_contact(people.resume(applications=(people.applied,)), email=address)
    named = attrs.evolve(resume.basics, name=PersonName(name))
    asked = people.with_settings(attrs.evolve(resume, basics=named), name_display=display)
    for viewer, policy in ((people.recruiter, POLICY_2023_04), (people.stranger, NOT_RELAYED)):
        view = view_for(viewer, asked, at=people.AT, policy=policy)
        assert view is not None
        assert view.contact.email == address


@pytest.mark.parametrize("address", ["13800004321@163.com", "110101199003071233@x.com"])
def test_CONTACT_2_an_address_made_of_a_number_is_not(address: str) -> None:
    """An address in which there is a number of a kind that is withheld goes, whoever's it is."""
    resume = people.with_contact(people.resume(settings=people.OPEN), email=Email(address))
    view = view_for(people.stranger, resume, at=people.AT, policy=NOT_RELAYED)
    assert view is not None
    assert view.contact.email is None
    plain = people.with_contact(resume, email=Email(people.MAIL))
    shown = view_for(people.stranger, plain, at=people.AT, policy=NOT_RELAYED)
    assert shown is not None
    assert shown.contact.email == Email(people.MAIL)


def resume_with_many(size: int) -> Resume:
    """A resume with so many attachments, each sent to a company of its own and shared with somebody else."""
    return people.resume(
        attachments=tuple(Attachment(id=f"f{i}", file_name="x") for i in range(size)),
        applications=tuple(
            Application(company=f"c{i}", at=people.AT, attachments=frozenset({f"f{i}"})) for i in range(size)
        ),
        consents=tuple(
            Consent(
                recipient=f"r{i}",
                recipient_name="某某",
                recipient_contact="客服",
                purpose="p",
                method="m",
                parts=frozenset({Part.ATTACHMENTS}),
                begins=people.AT,
                ends=people.AT + people.DAY,
            )
            for i in range(size)
        ),
    )


@pytest.mark.parametrize("without", [{"applications": ()}, {"consents": ()}])
def test_a_difference_is_linear_in_what_was_sent(without: dict[str, Any]) -> None:
    """Four times the attachments, with as many applications or consents, are at most four times the work."""
    work = [
        calls_of(lambda resume=resume: difference(resume, Settings(), at=people.AT))  # type: ignore[misc]  # the default binds
        for resume in (attrs.evolve(resume_with_many(size), **without) for size in (50, 200))
    ]
    assert work[1] <= 4 * work[0]


def test_APPLY_2_an_attachment_that_is_gone_is_not_named() -> None:
    """Of what an application carried, a company has what the resume still holds."""
    resume = people.resume(
        applications=(Application(company="acme", at=people.AT, attachments=frozenset({"file-1", "gone"})),)
    )
    view = view_for(people.recruiter, resume, at=people.AT)
    assert view is not None
    assert [attachment.id for attachment in view.sections.attachments] == ["file-1"]
    blocked = attrs.evolve(people.OPEN, blocks=(CompanyBlock(company="acme", at=people.AT),))
    lost = [found.files_lost for found in difference(resume, blocked, at=people.AT) if found.files_lost]
    assert lost
    assert set(lost) == {frozenset({"file-1"})}
