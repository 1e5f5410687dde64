"""The words of the policy are those of what they stand for: a table in which two had changed places would mislead every reader."""

from collections.abc import Iterator

import pytest

from resume_visibility.model.building import Choice
from resume_visibility.model.language import Language, Words
from resume_visibility.model.parts import Channel, Part
from resume_visibility.model.settings import NameDisplay
from resume_visibility.policy.facts import (
    CANDIDATE_FACTS,
    VIEWER_FACTS,
    Concern,
    Sharing,
    Standing,
    ViewerKind,
    join,
)
from resume_visibility.policy.words import FACTS, WORDS, describe_facts

SAID_OTHERWISE: dict[Choice, str] = {
    Part.PROFILE: "personal information",
    Part.EMAIL: "e-mail address",
    Part.EMERGENCY_PHONE: "number of the emergency contact",
    Part.ATTACHMENTS: "attachment resumes",
    Channel.EMAIL: "e-mail",
    ViewerKind.VISITOR: "anybody else",
    Standing.NONE: "neither blocked nor applied to",
    Sharing.NONE: "no consent or order in force",
    Sharing.SHARED: "consent to share",
    Sharing.TRANSFERRED: "consent to a transfer",
    Sharing.DISCLOSED: "consent to public disclosure",
    Sharing.ORDERED: "an order of the law",
    Concern.NONE: "no open case",
    NameDisplay.HONORIFIC: "Mr./Ms. X",
}
"""The members whose English words are not those of their code."""
FACTS_OTHERWISE = {
    "concern": "support case",
    "conversing": "a conversation runs",
    "exists": "resume and account exist",
    "name_display": "name shown to others",
    "qualified": "signed in and verified as required",
    "standing": "company or school",
}
"""The facts whose English words are not those of their field."""
IN_A_SENTENCE = {
    Standing.NONE: Words("neither blocked nor applied to", "未被屏蔽、也未收到投递"),
    Standing.BLOCKED: Words("of a blocked company", "所在公司已被屏蔽"),
    Standing.APPLIED: Words("of a company applied to, ", "所在公司已收到投递；"),
    Standing.APPLIED_WITH_ATTACHMENTS: Words("applied to with attachments", "附有附件简历的投递"),
    Sharing.NONE: Words("without consent", "没有有效的单独同意"),
    Sharing.SHARED: Words("consent to share", "单独同意共享"),
    Sharing.PARTNER: Words("as a partner", "向授权合作伙伴共享"),
    Sharing.TRANSFERRED: Words("a transfer", "单独同意转让"),
    Sharing.DISCLOSED: Words("a public disclosure", "单独同意公开披露"),
    Sharing.ORDERED: Words("by an order of the law", "依法律要求"),
    Concern.NONE: Words("without an open case", "没有涉及该求职者的未结案件"),
    Concern.COMPLAINANT: Words("whose open case is the candidate's", "未结案件由该求职者提出"),
    Concern.COMPLAINED_OF: Words("whose open case concerns the candidate", "未结案件涉及该求职者"),
}
"""What a sentence says of how a viewer stands to a candidate."""


@pytest.mark.parametrize("choice", WORDS, ids=str)
def test_a_member_is_called_by_its_code(choice: Choice) -> None:
    """The words of a member have those of its code, or are its own."""
    said = WORDS[choice].en
    if choice in SAID_OTHERWISE:
        assert said == SAID_OTHERWISE[choice]
    else:
        assert all(word in said.lower() for word in str(choice.value).split("_"))


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_is_called_by_its_name(name: str) -> None:
    """Likewise of a fact or setting."""
    said = FACTS[name].en
    if name in FACTS_OTHERWISE:
        assert said == FACTS_OTHERWISE[name]
    else:
        assert all(word in said.lower() for word in name.split("_"))


def sentences() -> Iterator[tuple[Choice, Words]]:
    """What each case says of a viewer of whom something is to be said, with how they stand."""
    for viewer in VIEWER_FACTS:
        facts = join(viewer, CANDIDATE_FACTS[viewer.document][0])
        said = Words(describe_facts(facts, Language.EN), describe_facts(facts, Language.ZH))
        if viewer.kind.has_company and not viewer.conversing:
            yield facts.standing, said
        if viewer.kind is ViewerKind.RECIPIENT:
            yield facts.sharing, said
        if viewer.kind is ViewerKind.SUPPORT_AGENT:
            yield facts.concern, said


def test_a_sentence_says_how_a_viewer_stands() -> None:
    """The facts of a case in words have the one standing, ground or case of the viewer, in both languages, and no other."""
    seen = set[Choice]()
    for choice, said in sentences():
        seen.add(choice)
        kind = type(choice)
        for place in range(len(said)):
            found = {
                one
                for one, words in IN_A_SENTENCE.items()
                if type(one) is kind and words[place] in said[place]
            }
            assert found == {choice}, said
    assert seen == {*IN_A_SENTENCE}
