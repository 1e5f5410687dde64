"""The safety statements find what is wrong with a policy, and only that."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import permutations
from typing import Any, Never

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from each import each
from faults import (
    Spoil,
    Spoiled,
    When,
    adding,
    breached,
    citing,
    closing_with,
    dropping,
    everything,
    faulty,
    giving,
    grant,
    granted,
    having,
    lying,
    real,
    refused,
    refusing,
    withholding_by,
)
from pace import examples
from policies import AGAINST_CANDIDATE, policy_of
from resume_visibility.errors import InvalidValue, Problem
from resume_visibility.model.language import Words
from resume_visibility.model.parts import PARTS_OF, Channel, Document, Part
from resume_visibility.model.settings import TIGHTER, NameDisplay, Visibility
from resume_visibility.model.viewers import Action
from resume_visibility.policy import statements as policy_statements
from resume_visibility.policy.clauses import Clause
from resume_visibility.policy.decisions import ITEMS, ITEMS_OF, Decision, Grant, Item, Refusal, items_of
from resume_visibility.policy.facts import (
    VIEWER_FACTS,
    CandidateFacts,
    Concern,
    Facts,
    Sharing,
    Standing,
    ViewerKind,
    join,
)
from resume_visibility.policy.readings import Readings
from resume_visibility.policy.statements import AskedCase, GivenCase, LawfulUsages, Space
from resume_visibility.policy.table import POLICY_2023_04, Policy
from resume_visibility.policy.v2023_04 import V2023_04
from resume_visibility.policy.v2023_04.citations import CLOSES, GATES, GIVES, WITHHOLDS
from resume_visibility.policy.verification import verify
from resume_visibility.policy.words import describe_facts

COMPANIES = (ViewerKind.RECRUITER, ViewerKind.HEADHUNTER)
APPLIED = (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)
READINGS = tuple(attrs.fields_dict(Readings))
LOOSE = Readings(**dict.fromkeys(READINGS, False))
ALL_OF = {document: grant(document, ITEMS_OF[document]) for document in Document}

company = partial(having, kind=COMPANIES)
stranger = partial(having, kind=COMPANIES, standing=Standing.NONE)
recruiter = partial(having, kind=ViewerKind.RECRUITER)
headhunter = partial(having, kind=ViewerKind.HEADHUNTER)
mailbox = partial(having, kind=ViewerKind.MAILBOX)
member = partial(having, kind=ViewerKind.COMMUNITY_MEMBER)
recommender = partial(having, kind=ViewerKind.RECOMMENDER)
recipient = partial(having, kind=ViewerKind.RECIPIENT)
school = partial(having, kind=ViewerKind.SCHOOL)
support = partial(having, kind=ViewerKind.SUPPORT_AGENT)
owner = partial(having, kind=ViewerKind.OWNER)
anybody = partial(having, document=tuple(Document))
form = partial(having, document=Document.FORM)
READY = {"exists": True, "resume_permission": True, "of_age": True}
SEARCHED, VIEWED, EXPORTED, CHATTED = Action.SEARCH, Action.VIEW, Action.EXPORT, Action.CHAT


def drop_reasons(_: Facts, decision: Decision) -> Decision:
    """Cite no clause for what is withheld."""
    return attrs.evolve(decision, refused=()) if isinstance(decision, Grant) else decision


def give_region_unasked(_: Facts, decision: Decision) -> Decision:
    """Give a part that no clause gives."""
    if not isinstance(decision, Grant):
        return decision
    given = (*(cited for cited in decision.given if cited[0] is not Part.REGION), (Part.REGION, ()))
    return attrs.evolve(decision, parts=decision.parts | {Part.REGION}, given=given)


def drop_first_citation(_: Facts, decision: Decision) -> Decision:
    """Cite no clause for one item that is given."""
    if not isinstance(decision, Grant):
        return decision
    return attrs.evolve(decision, given=((decision.given[0][0], ()), *decision.given[1:]))


def forget_withheld(part: Part) -> Spoil:
    """Leave a part out of what is said to be withheld."""
    return lambda _, decision: (
        lying(decision, decision.withheld - {part}) if isinstance(decision, Grant) else decision
    )


def name_other_document(facts: Facts, decision: Decision) -> Decision:
    """Give a grant of the other document."""
    other = Document.FORM if facts.document is Document.RESUME else Document.RESUME
    return attrs.evolve(decision, document=other) if isinstance(decision, Grant) else decision


def drop_clause(clause: Clause) -> Spoil:
    """Do not cite one clause for what is given, where another gives it as well."""

    def spoil(_: Facts, decision: Decision) -> Decision:
        if not isinstance(decision, Grant):
            return decision
        given = ((i, tuple(c for c in cited if c is not clause) or cited) for i, cited in decision.given)
        return attrs.evolve(decision, given=tuple(given))

    return spoil


FAULTS: dict[str, tuple[tuple[str, When, Spoil], ...]] = {
    "real number": (
        ("in every public view", granted(stranger()), adding(Part.MOBILE)),
        ("its channel by a public resume", granted(stranger()), adding(Channel.MOBILE)),
        ("messenger accounts in lists", granted(company(action=SEARCHED)), adding(Part.MESSENGER)),
        ("to the recommender", granted(recommender()), adding(Part.MOBILE)),
        ("to an agency that was applied to", granted(headhunter(standing=APPLIED)), adding(Part.MOBILE)),
        ("of the one complained of", granted(support(concern=Concern.COMPLAINED_OF)), adding(Part.MOBILE)),
        ("of a form to the school", granted(form(kind=ViewerKind.SCHOOL)), adding(Part.MOBILE)),
    ),
    "blocked": (
        (
            "a public resume",
            recruiter(standing=Standing.BLOCKED, action=VIEWED, visibility=Visibility.PUBLIC),
            adding(Part.WORK),
        ),
        (
            "a conversation outlives the block",
            company(standing=Standing.BLOCKED, conversing=True, action=CHATTED),
            adding(Channel.CHAT),
        ),
        ("a mailbox outlives it", mailbox(standing=Standing.BLOCKED, action=VIEWED), adding(Part.WORK)),
        (
            "a form handed in before",
            form(kind=ViewerKind.RECRUITER, standing=Standing.BLOCKED, action=VIEWED),
            everything,
        ),
    ),
    "resume permission": (
        ("applications pass it", company(resume_permission=False, standing=APPLIED), adding(Part.WORK)),
        ("the recommender passes it", recommender(resume_permission=False), adding(Part.INTENTION)),
        ("forms pass it", form(kind=ViewerKind.RECRUITER, resume_permission=False), everything),
    ),
    "chat permission": (
        (
            "a conversation goes on",
            company(chat_permission=False, conversing=True, action=CHATTED, **READY),
            adding(Channel.CHAT),
        ),
        (
            "applications open the channel",
            granted(recruiter(chat_permission=False, standing=APPLIED)),
            adding(Channel.CHAT),
        ),
    ),
    "gone": (
        ("the owner sees a deleted resume", owner(exists=False, action=VIEWED), everything),
        ("consent outlives the account", recipient(exists=False, sharing=Sharing.ORDERED), adding(Part.WORK)),
        (
            "a deleted form",
            form(kind=ViewerKind.RECRUITER, exists=False, standing=Standing.APPLIED),
            everything,
        ),
    ),
    "under age": (
        (
            "the community shows children",
            member(of_age=False, nickname=tuple(NameDisplay)),
            adding(Part.AVATAR),
        ),
        ("the school sees their forms", form(kind=ViewerKind.SCHOOL, of_age=False), adding(Part.EDUCATION)),
    ),
    "verified": (
        ("a recruiter", recruiter(qualified=False, visibility=Visibility.PUBLIC), adding(Part.WORK)),
        ("a headhunter", headhunter(qualified=False, visibility=Visibility.PUBLIC), adding(Part.WORK)),
        ("a support agent", support(qualified=False, concern=Concern.COMPLAINANT), adding(Part.WORK)),
        ("a school", school(qualified=False, standing=Standing.APPLIED), adding(Part.WORK)),
        ("a company's form", form(kind=ViewerKind.RECRUITER, qualified=False), adding(Part.EDUCATION)),
        ("the community", member(qualified=False, nickname=tuple(NameDisplay)), adding(Part.AVATAR)),
    ),
    "nobody else": (
        (
            "public is public to everybody",
            having(kind=ViewerKind.VISITOR, visibility=Visibility.PUBLIC, action=VIEWED, **READY),
            adding(Part.STRENGTHS),
        ),
        (
            "headhunters get forms",
            form(kind=ViewerKind.HEADHUNTER, action=VIEWED, **READY),
            adding(Part.EDUCATION),
        ),
        (
            "recipients get forms",
            form(kind=ViewerKind.RECIPIENT, action=VIEWED, **READY),
            adding(Part.EDUCATION),
        ),
    ),
    "named actions": (
        ("the recommender exports", recommender(action=EXPORTED, **READY), adding(Part.INTENTION)),
        ("the owner chats", owner(action=CHATTED, exists=True), adding(Part.WORK)),
        ("a mailbox exports", mailbox(standing=APPLIED, action=EXPORTED, **READY), adding(Part.WORK)),
        (
            "an application opens lists",
            recruiter(standing=APPLIED, visibility=Visibility.PRIVATE, action=SEARCHED, qualified=True),
            adding(Part.WORK),
        ),
        (
            "a chat with anybody",
            refused(recruiter(visibility=Visibility.HEADHUNTERS, action=CHATTED, qualified=True, **READY)),
            adding(Channel.CHAT),
        ),
        (
            "a form is found",
            form(kind=ViewerKind.RECRUITER, action=SEARCHED, **READY),
            adding(Part.EDUCATION),
        ),
        ("the school exports a form", form(kind=ViewerKind.SCHOOL, action=EXPORTED), adding(Part.EDUCATION)),
    ),
    "of the document": (
        ("a form with highlights", granted(form(kind=ViewerKind.RECRUITER)), adding(Part.HIGHLIGHTS)),
        ("a form with a chat", granted(form(kind=ViewerKind.SCHOOL)), adding(Channel.CHAT)),
        ("a resume with family", granted(company()), adding(Part.FAMILY)),
        ("a resume's grant for a form", granted(form()), name_other_document),
        ("a form's grant for a resume", granted(recommender()), name_other_document),
    ),
    "channels": (
        ("the owner is called", granted(owner(action=VIEWED)), adding(Channel.MOBILE)),
        ("a member of the community writes", granted(member()), adding(Channel.EMAIL)),
        ("by way of a form", granted(form(kind=ViewerKind.RECRUITER)), adding(Channel.EMAIL)),
    ),
    "cited": (
        ("an item without its clause", granted(headhunter()), drop_first_citation),
        ("a part that no clause gives", granted(recruiter(action=VIEWED)), give_region_unasked),
        ("of a form", granted(form(kind=ViewerKind.SCHOOL)), drop_first_citation),
    ),
    "reasons": (
        ("what is withheld has no reason", granted(recruiter()), drop_reasons),
        ("of a form", granted(form(kind=ViewerKind.SCHOOL)), drop_reasons),
    ),
    "refusals": (
        ("silent", recruiter(), closing_with()),
        ("silent on a form", form(kind=ViewerKind.SCHOOL), closing_with()),
    ),
    "citations": (
        ("a block gives", granted(recruiter()), citing(Clause.BLOCK_1, Part.WORK)),
        ("deletion gives", granted(owner()), citing(Clause.GATE_2)),
        ("what no clause grants is given by that", granted(mailbox()), citing(Clause.DEFAULT_DENY)),
        ("the clause on contact gives a section", granted(recruiter()), citing(Clause.CONTACT_2, Part.WORK)),
        ("OWNER-1 refuses a visitor", having(kind=ViewerKind.VISITOR, **READY), closing_with(Clause.OWNER_1)),
        (
            "OWNER-1 refuses a blocked company",
            company(standing=Standing.BLOCKED),
            closing_with(Clause.OWNER_1),
        ),
        (
            "MODE-4 refuses in another mode",
            refused(recruiter(visibility=Visibility.HEADHUNTERS, qualified=True, action=VIEWED, **READY)),
            closing_with(Clause.MODE_4),
        ),
        (
            "MODE-1 gives in another mode",
            granted(company(visibility=Visibility.CHAT_ONLY)),
            citing(Clause.MODE_1, VIEWED),
        ),
        ("MODE-4 gives", granted(company(visibility=Visibility.PRIVATE)), citing(Clause.MODE_4, VIEWED)),
        ("SHARE-1 for an order", granted(recipient(sharing=Sharing.ORDERED)), citing(Clause.SHARE_1)),
        ("SHARE-1 for a partner", granted(recipient(sharing=Sharing.PARTNER)), citing(Clause.SHARE_1)),
        ("SHARE-2 for a share", granted(recipient(sharing=Sharing.SHARED)), citing(Clause.SHARE_2)),
        ("SHARE-2 for a partner", granted(recipient(sharing=Sharing.PARTNER)), citing(Clause.SHARE_2)),
        ("SHARE-3 for a share", granted(recipient(sharing=Sharing.SHARED)), citing(Clause.SHARE_3)),
        ("SHARE-3 for a transfer", granted(recipient(sharing=Sharing.TRANSFERRED)), citing(Clause.SHARE_3)),
        (
            "an application that there is not",
            granted(recruiter(standing=Standing.NONE)),
            citing(Clause.APPLY_1),
        ),
        ("APPLY-1 for an agency", granted(headhunter(standing=APPLIED)), citing(Clause.APPLY_1)),
        ("APPLY-7 for a company", granted(recruiter(standing=APPLIED)), citing(Clause.APPLY_7)),
        (
            "an application gives what lists show",
            granted(company(standing=APPLIED, action=SEARCHED)),
            citing(Clause.APPLY_5, Part.WORK),
        ),
        (
            "the chat gives a view",
            granted(company(action=VIEWED)),
            citing(Clause.CHAT_1, Part.DISPLAY_NAME),
        ),
        (
            "PHONE-1 withholds the video",
            granted(headhunter(action=VIEWED)),
            withholding_by(Clause.PHONE_1, Part.VIDEO),
        ),
        (
            "MODE-4 withholds in a public mode",
            granted(company(visibility=Visibility.CHAT_ONLY, action=VIEWED)),
            withholding_by(Clause.MODE_4, Channel.EMAIL),
        ),
        (
            "CAMPUS-2 for the company of a form",
            granted(form(kind=ViewerKind.RECRUITER)),
            citing(Clause.CAMPUS_2),
        ),
        ("CAMPUS-1 for the school", granted(form(kind=ViewerKind.SCHOOL)), citing(Clause.CAMPUS_1)),
        ("OWNER-1 for the school", granted(form(kind=ViewerKind.SCHOOL)), citing(Clause.OWNER_1)),
        (
            "MODE-4 refuses a form",
            refused(form(kind=ViewerKind.RECRUITER, qualified=True, **READY)),
            closing_with(Clause.MODE_4),
        ),
        (
            "BLOCK-1 refuses whom nobody blocked",
            refused(form(kind=ViewerKind.RECRUITER, standing=Standing.NONE)),
            closing_with(Clause.BLOCK_1),
        ),
        (
            "APPLY-2 gives attachments that were not sent",
            granted(company(standing=Standing.APPLIED, action=VIEWED)),
            giving(Clause.APPLY_2, Part.ATTACHMENTS),
        ),
        (
            "APPLY-2 gives attachments in lists",
            granted(company(standing=Standing.APPLIED_WITH_ATTACHMENTS, action=SEARCHED)),
            giving(Clause.APPLY_2, Part.ATTACHMENTS),
        ),
        (
            "APPLY-3 gives the video in a chat",
            granted(company(action=CHATTED)),
            giving(Clause.APPLY_3, Part.VIDEO),
        ),
        (
            "APPLY-4 gives what nobody sent",
            mailbox(standing=Standing.NONE, action=VIEWED, **READY),
            giving(Clause.APPLY_4, Part.WORK),
        ),
        ("APPLY-4 gives the video", granted(mailbox(action=VIEWED)), giving(Clause.APPLY_4, Part.VIDEO)),
        (
            "APPLY-4 gives the attachments",
            granted(mailbox(standing=Standing.APPLIED_WITH_ATTACHMENTS)),
            giving(Clause.APPLY_4, Part.ATTACHMENTS),
        ),
        (
            "NAME-1 gives the name beside the honorific",
            granted(company(name_display=NameDisplay.HONORIFIC)),
            giving(Clause.NAME_1, Part.NAME),
        ),
        (
            "PHONE-2 gives a number in a chat",
            granted(company(action=CHATTED)),
            giving(Clause.PHONE_2, Part.VIRTUAL_NUMBER),
        ),
        (
            "CHAT-1 gives a chat while the chat is off",
            refused(company(chat_permission=False, action=CHATTED, conversing=True, **READY)),
            giving(Clause.CHAT_1, CHATTED),
        ),
        (
            "CHAT-1 gives the region in a view",
            granted(company(conversing=True, action=VIEWED)),
            giving(Clause.CHAT_1, Part.IP_REGION),
        ),
        (
            "CHAT-1 gives the region before the chat",
            granted(company(conversing=False, action=CHATTED)),
            giving(Clause.CHAT_1, Part.IP_REGION),
        ),
        (
            "CAMPUS-1 gives a form that was not handed in",
            form(kind=ViewerKind.RECRUITER, standing=Standing.NONE, action=VIEWED, qualified=True, **READY),
            giving(Clause.CAMPUS_1, Part.EDUCATION),
        ),
        (
            "CAMPUS-2 gives what was not handed in",
            school(standing=Standing.NONE, action=VIEWED, qualified=True, **READY),
            giving(Clause.CAMPUS_2, Part.WORK),
        ),
        (
            "CAMPUS-2 gives a form that was not handed in",
            form(kind=ViewerKind.SCHOOL, standing=Standing.NONE, action=VIEWED, qualified=True, **READY),
            giving(Clause.CAMPUS_2, Part.EDUCATION),
        ),
        (
            "CAMPUS-2 gives the photo of a form",
            granted(form(kind=ViewerKind.SCHOOL)),
            giving(Clause.CAMPUS_2, Part.PHOTO),
        ),
        (
            "SUPPORT-1 gives without a case",
            support(concern=Concern.NONE, action=VIEWED, qualified=True, **READY),
            giving(Clause.SUPPORT_1, Part.WORK),
        ),
        (
            "CONTACT-1 gives an address that the platform relays",
            granted(company(action=VIEWED)),
            giving(Clause.CONTACT_1, Part.EMAIL),
        ),
        (
            "APPLY-5 gives what lists show",
            refused(
                recruiter(
                    standing=APPLIED, visibility=Visibility.PRIVATE, action=SEARCHED, qualified=True, **READY
                )
            ),
            giving(Clause.APPLY_5, SEARCHED),
        ),
    ),
    "gates": (
        (
            "a block is not named beside a deletion",
            company(standing=Standing.BLOCKED, exists=False),
            closing_with(Clause.GATE_2),
        ),
        ("the mode for a gate", recruiter(exists=False), closing_with(Clause.MODE_1)),
        (
            "a mode beside a gate",
            having(kind=ViewerKind.RECRUITER, of_age=False, visibility=Visibility.PUBLIC),
            lambda _, decision: (
                Refusal((*decision.refused_by, Clause.MODE_1)) if isinstance(decision, Refusal) else decision
            ),
        ),
        (
            "a form of somebody young",
            form(kind=ViewerKind.SCHOOL, of_age=False),
            closing_with(Clause.CAMPUS_2),
        ),
    ),
    "all clauses": (
        (
            "the mode alone, where an application gives it as well",
            granted(company(standing=APPLIED, visibility=Visibility.PUBLIC)),
            drop_clause(Clause.APPLY_1),
        ),
        (
            "the application alone, where the mode gives it as well",
            granted(company(standing=APPLIED, visibility=Visibility.PUBLIC)),
            drop_clause(Clause.MODE_1),
        ),
    ),
    "withheld": (
        (
            "the national ID is not among what is withheld",
            granted(mailbox()),
            forget_withheld(Part.NATIONAL_ID),
        ),
        (
            "relatives are not, to the school",
            granted(form(kind=ViewerKind.SCHOOL)),
            forget_withheld(Part.RELATIVES),
        ),
        (
            "what is shown is",
            granted(form(kind=ViewerKind.RECRUITER)),
            lambda _, d: lying(d, PARTS_OF[Document.FORM]) if isinstance(d, Grant) else d,
        ),
    ),
    "honorific": (
        (
            "an application shows the name",
            granted(company(standing=APPLIED, name_display=NameDisplay.HONORIFIC)),
            adding(Part.NAME),
        ),
        ("the chat shows the name", granted(company(action=CHATTED)), adding(Part.NAME)),
        (
            "the community follows the resume",
            granted(member(name_display=NameDisplay.REAL)),
            adding(Part.NAME),
        ),
        (
            "the name of one complained of",
            granted(support(concern=Concern.COMPLAINED_OF)),
            adding(Part.NAME),
        ),
        (
            "the English name to the school",
            granted(form(kind=ViewerKind.SCHOOL, name_display=NameDisplay.HONORIFIC)),
            adding(Part.ENGLISH_NAME),
        ),
    ),
    "attachments": (
        ("with any application", granted(company(standing=Standing.APPLIED)), adding(Part.ATTACHMENTS)),
        (
            "in lists",
            granted(company(standing=Standing.APPLIED_WITH_ATTACHMENTS, action=SEARCHED)),
            adding(Part.ATTACHMENTS),
        ),
        ("to a mailbox that has to wait", granted(mailbox()), adding(Part.ATTACHMENTS)),
    ),
    "video": (
        ("in the chat", granted(company(action=CHATTED)), adding(Part.VIDEO)),
        ("to headhunters", granted(headhunter(action=VIEWED)), adding(Part.VIDEO)),
        ("to a mailbox that has to wait", granted(mailbox()), adding(Part.VIDEO)),
        ("in the community", granted(member()), adding(Part.VIDEO)),
    ),
    "chat only": (
        (
            "a copy may be taken",
            granted(stranger(visibility=Visibility.CHAT_ONLY, action=VIEWED)),
            adding(EXPORTED),
        ),
        (
            "e-mail is open",
            granted(stranger(visibility=Visibility.CHAT_ONLY, action=VIEWED)),
            adding(Channel.EMAIL),
        ),
        (
            "a virtual number is",
            granted(stranger(visibility=Visibility.CHAT_ONLY)),
            adding(Channel.VIRTUAL_NUMBER, Part.VIRTUAL_NUMBER),
        ),
    ),
    "headhunters only": (
        (
            "recruiters find it",
            recruiter(
                visibility=Visibility.HEADHUNTERS,
                standing=Standing.NONE,
                qualified=True,
                action=SEARCHED,
                **READY,
            ),
            adding(Part.INTENTION),
        ),
    ),
    "private": (
        (
            "a conversation opens the resume",
            stranger(visibility=Visibility.PRIVATE, conversing=True, qualified=True, action=VIEWED, **READY),
            adding(Part.WORK),
        ),
        (
            "headhunters view it",
            headhunter(visibility=Visibility.PRIVATE, standing=Standing.NONE, action=VIEWED),
            adding(Part.WORK),
        ),
        (
            "a conversation shows more than the chat",
            granted(stranger(visibility=Visibility.PRIVATE, conversing=True, action=CHATTED)),
            adding(Part.WORK),
        ),
    ),
    "what a mode shows": (
        ("an IP region in lists", granted(stranger(action=SEARCHED)), adding(Part.IP_REGION)),
        ("delivery records", granted(stranger()), adding(Part.DELIVERY)),
        (
            "attachments in the lists of who was applied to",
            granted(company(standing=Standing.APPLIED_WITH_ATTACHMENTS, action=SEARCHED)),
            adding(Part.ATTACHMENTS),
        ),
    ),
    "mailbox": (
        ("the chat", granted(mailbox()), adding(Channel.CHAT)),
        ("the e-mail address", granted(mailbox()), adding(Part.EMAIL)),
        ("a virtual number", granted(mailbox()), adding(Part.VIRTUAL_NUMBER)),
    ),
    "delivery": (
        (
            "nothing was delivered",
            mailbox(standing=Standing.NONE, visibility=Visibility.PUBLIC, action=VIEWED, **READY),
            adding(Part.WORK),
        ),
    ),
    "e-mail": (
        ("the address in public", granted(stranger(visibility=Visibility.PUBLIC)), adding(Part.EMAIL)),
        ("the homepage in public", granted(stranger(visibility=Visibility.PUBLIC)), adding(Part.HOMEPAGE)),
        ("to the recommender", granted(recommender()), adding(Part.HOMEPAGE)),
        ("to a support agent", granted(support()), adding(Part.EMAIL)),
        ("of a form to the school", granted(form(kind=ViewerKind.SCHOOL)), adding(Part.EMAIL)),
    ),
    "virtual number": (
        (
            "the number without the channel",
            granted(company(visibility=Visibility.CHAT_ONLY)),
            adding(Part.VIRTUAL_NUMBER),
        ),
        (
            "the channel without the number",
            granted(company(visibility=Visibility.PUBLIC)),
            dropping(Part.VIRTUAL_NUMBER),
        ),
    ),
    "national id": (
        ("by an application", granted(company(standing=APPLIED)), adding(Part.NATIONAL_ID)),
        ("by an order", granted(recipient(sharing=Sharing.ORDERED)), adding(Part.NATIONAL_ID)),
        ("of a form to the school", granted(form(kind=ViewerKind.SCHOOL)), adding(Part.NATIONAL_ID)),
    ),
    "IP region": (
        ("in a public resume", granted(company(action=VIEWED)), adding(Part.IP_REGION)),
        (
            "in a chat before there is one",
            granted(company(action=CHATTED, conversing=False)),
            adding(Part.IP_REGION),
        ),
    ),
    "in chat": (
        ("the resume comes along", granted(company(action=CHATTED)), adding(Part.WORK)),
        ("every channel does", granted(company(action=CHATTED)), adding(Channel.EMAIL)),
    ),
    "community": (
        ("all of the work", granted(member()), adding(Part.WORK)),
        ("the position", granted(member()), adding(Part.LATEST_POSITION)),
    ),
    "joined": (
        (
            "who did not join",
            member(nickname=(None,), qualified=True, action=VIEWED, **READY),
            adding(Part.AVATAR),
        ),
        (
            "who is not signed in",
            member(nickname=tuple(NameDisplay), qualified=False, action=VIEWED, **READY),
            adding(Part.AVATAR),
        ),
    ),
    "recommender": (
        ("projects too", granted(recommender(personalised=True)), adding(Part.PROJECTS)),
        ("the name too", granted(recommender(personalised=True)), adding(Part.DISPLAY_NAME)),
    ),
    "impersonal": (("education all the same", granted(recommender()), adding(Part.EDUCATION)),),
    "recipient": (
        ("a channel by consent", granted(recipient()), adding(Channel.EMAIL)),
        ("the virtual number by consent", granted(recipient()), adding(Part.VIRTUAL_NUMBER)),
        ("the delivery record by consent", granted(recipient()), adding(Part.DELIVERY)),
    ),
    "consent": (("none needed", recipient(sharing=Sharing.NONE, action=VIEWED, **READY), adding(Part.WORK)),),
    "form": (
        (
            "to a company that it was not handed in to",
            form(kind=ViewerKind.RECRUITER, standing=Standing.NONE, qualified=True, action=VIEWED, **READY),
            everything,
        ),
    ),
    "talk": (
        (
            "a resume without a talk",
            school(standing=Standing.NONE, qualified=True, action=VIEWED),
            adding(Part.WORK),
        ),
        (
            "a form without a talk",
            form(kind=ViewerKind.SCHOOL, standing=Standing.NONE, qualified=True, action=VIEWED),
            adding(Part.EDUCATION),
        ),
    ),
    "school": (
        ("family", granted(form(kind=ViewerKind.SCHOOL)), adding(Part.FAMILY)),
        ("the emergency contact", granted(form(kind=ViewerKind.SCHOOL)), adding(Part.EMERGENCY_PHONE)),
        ("the photo", granted(form(kind=ViewerKind.SCHOOL)), adding(Part.PHOTO)),
        ("the postal address", granted(form(kind=ViewerKind.SCHOOL)), adding(Part.POSTAL_ADDRESS)),
        ("the avatar", granted(school()), adding(Part.AVATAR)),
        ("an export", granted(school()), adding(EXPORTED)),
    ),
    "delivery record": (
        ("to an agency", granted(headhunter()), adding(Part.DELIVERY)),
        ("to support", granted(support()), adding(Part.DELIVERY)),
    ),
    "support": (
        ("attachments", granted(support()), adding(Part.ATTACHMENTS)),
        ("the avatar", granted(support()), adding(Part.AVATAR)),
        ("a chat", granted(support()), adding(CHATTED)),
    ),
    "open case": (
        (
            "no case",
            support(concern=Concern.NONE, qualified=True, action=VIEWED, **READY),
            adding(Part.WORK),
        ),
    ),
    "owner": (
        ("a part is kept from them", owner(), dropping(Part.VIDEO)),
        ("no copy may be taken", owner(action=EXPORTED), refusing),
        ("the resume permission holds for them", owner(resume_permission=False), refusing),
        ("a part of a form is kept from them", form(kind=ViewerKind.OWNER), dropping(Part.FAMILY)),
        ("no copy of a form", form(kind=ViewerKind.OWNER, action=EXPORTED), refusing),
    ),
    "actions agree": (
        (
            "a list promises an export that is refused",
            granted(recruiter(action=SEARCHED, visibility=Visibility.CHAT_ONLY)),
            adding(EXPORTED),
        ),
        ("a view does not name the chat", granted(recruiter(action=VIEWED)), dropping(CHATTED)),
        ("an export does not name itself", granted(headhunter(action=EXPORTED)), dropping(EXPORTED)),
        ("a form's export does not", granted(form(action=EXPORTED)), dropping(EXPORTED)),
    ),
    "going private": (
        (
            "chat only shows projects, public does not",
            granted(company(visibility=Visibility.PUBLIC)),
            dropping(Part.PROJECTS),
        ),
        (
            "headhunters get more from their mode",
            granted(headhunter(visibility=Visibility.PUBLIC, standing=Standing.NONE, action=EXPORTED)),
            dropping(Part.AVATAR),
        ),
    ),
    "turning the honorific on": (
        (
            "the real name comes without the work",
            granted(company(name_display=NameDisplay.REAL)),
            dropping(Part.WORK),
        ),
        (
            "and without the education of a form",
            granted(form(kind=ViewerKind.SCHOOL, name_display=NameDisplay.REAL)),
            dropping(Part.EDUCATION),
        ),
    ),
    "switching the resume permission off": (
        ("the avatar while it is off", owner(resume_permission=True), dropping(Part.AVATAR)),
        (
            "the photo of a form while it is off",
            form(kind=ViewerKind.OWNER, resume_permission=True),
            dropping(Part.PHOTO),
        ),
    ),
    "switching the chat permission off": (
        ("e-mail only without the chat", granted(company(chat_permission=True)), dropping(Channel.EMAIL)),
    ),
    "deleting": (
        ("more of the deleted than of the others", headhunter(exists=False), adding(Part.WORK)),
        ("likewise of forms", form(kind=ViewerKind.SCHOOL, exists=False), adding(Part.EDUCATION)),
    ),
    "being younger": (
        ("the owner gets less when grown", owner(of_age=True), dropping(Part.VIDEO)),
        ("and of a form", form(kind=ViewerKind.OWNER, of_age=True), dropping(Part.PHOTO)),
    ),
    "signing out": (
        (
            "an open door for whoever is not signed in",
            headhunter(qualified=False, action=VIEWED),
            adding(Part.WORK),
        ),
        ("and to forms", form(kind=ViewerKind.SCHOOL, qualified=False), adding(Part.EDUCATION)),
    ),
    "blocking": (
        (
            "a block opens the resume",
            recruiter(standing=Standing.BLOCKED, visibility=Visibility.PRIVATE),
            adding(Part.WORK),
        ),
        ("and a form", form(kind=ViewerKind.RECRUITER, standing=Standing.BLOCKED), adding(Part.EDUCATION)),
    ),
    "withdrawing an application": (
        (
            "an application hides the portfolio",
            granted(company(standing=APPLIED)),
            dropping(Part.PORTFOLIO),
        ),
        (
            "attachments hide the video",
            granted(recruiter(standing=Standing.APPLIED_WITH_ATTACHMENTS)),
            dropping(Part.VIDEO),
        ),
        (
            "not handing in opens the form",
            form(kind=ViewerKind.RECRUITER, standing=Standing.NONE, action=SEARCHED, qualified=True),
            adding(Part.EDUCATION),
        ),
    ),
    "ending a conversation": (
        (
            "while talking the resume is hidden",
            granted(company(conversing=True, action=VIEWED)),
            dropping(Part.STRENGTHS),
        ),
    ),
    "hiding the nickname": (
        ("an avatar for the modest alone", granted(member(nickname=NameDisplay.REAL)), dropping(Part.AVATAR)),
    ),
    "switching personalisation off": (
        (
            "the intention for the impersonal alone",
            granted(recommender(personalised=True)),
            dropping(Part.INTENTION),
        ),
    ),
    "withdrawing consent": (
        (
            "withdrawal opens what consent closed",
            recipient(sharing=Sharing.NONE, action=VIEWED, **READY),
            adding(Part.VIRTUAL_NUMBER),
        ),
    ),
    "closing a case": (
        (
            "the work of the one complained of alone",
            granted(support(concern=Concern.COMPLAINANT)),
            dropping(Part.WORK),
        ),
        (
            "a closed case opens the avatar",
            support(concern=Concern.NONE, action=VIEWED, qualified=True, **READY),
            adding(Part.AVATAR),
        ),
    ),
}
"""What can be wrong, by the statement that has to find it: what is, where, and how."""

ALL_FAULTS = [(name, *fault) for name, faults in FAULTS.items() for fault in faults]


def breaches_of(name: str, policy: Spoiled) -> list[tuple[Facts, Words]]:
    """Where one statement is not kept, and what is wrong there."""
    (statement,) = (one for one in POLICY_2023_04.statements if one.name == name)
    return list(statement.breaches(Space(policy)))


@pytest.mark.parametrize(
    ("name", "where", "spoil"),
    [(name, where, spoil) for name, _, where, spoil in ALL_FAULTS],
    ids=[f"{name}: {what}" for name, what, *_ in ALL_FAULTS],
)
def test_each_fault_is_found_by_its_statement(name: str, where: When, spoil: Spoil) -> None:
    """The statement that a faulty policy breaks finds it, in a case that is faulty or beside one that is."""
    found = breaches_of(name, Spoiled(where, spoil))
    assert found
    rules = next(one.rules for one in POLICY_2023_04.statements if one.name == name)
    if not {"LAW-4", "LAW-8"}.intersection(rules):
        assert all(where(facts) for facts, _ in found)


def test_each_statement_has_a_fault() -> None:
    """Every statement is broken by a hand-made fault: one of each here, and of purity by the rules with a memory."""
    named = {statement.name for statement in POLICY_2023_04.statements}
    assert {*FAULTS, "pure"} == named, "write in FAULTS a fault that the new statement finds"


@pytest.mark.parametrize(
    ("where", "spoil", "named"),
    [
        (granted(form(kind=ViewerKind.SCHOOL)), adding(Part.FAMILY), {"school", "citations"}),
        (granted(recruiter(action=VIEWED)), citing(Clause.BLOCK_1, Part.WORK), {"citations"}),
        (recruiter(standing=Standing.BLOCKED), closing_with(Clause.OWNER_1), {"citations", "gates"}),
    ],
)
def test_verify_names_what_is_not_kept_in_words(where: When, spoil: Spoil, named: set[str]) -> None:
    """A violation has the statement with its rules, a case that shows it, what is wrong there, and how many there are."""
    violations = verify(faulty(where, spoil))
    assert {violation.statement.name for violation in violations} == named
    for violation in violations:
        text, said = str(violation), violation.statement
        assert text.startswith(f"{said.name} ({', '.join(said.rules)}): {said.words.en}.")
        assert f"Not kept in {violation.cases} cases, such as: {describe_facts(violation.facts)}." in text
        assert violation.found.en in text


@pytest.mark.parametrize(
    ("name", "what", "found"),
    [
        (
            "withdrawing an application",
            "attachments hide the video",
            "standing changed to applied would give part video in addition",
        ),
        (
            "going private",
            "headhunters get more from their mode",
            "visibility changed to headhunters would give part avatar in addition",
        ),
        ("of the document", "a form with highlights", "a form has no part highlights"),
        (
            "of the document",
            "a form's grant for a resume",
            "a resume is asked for, and the grant is of a form",
        ),
        ("citations", "a block gives", "BLOCK-1 is cited, and does not give part work there"),
        (
            "citations",
            "OWNER-1 refuses a visitor",
            "OWNER-1 is cited, and does not refuse action recommend there",
        ),
        (
            "citations",
            "PHONE-1 withholds the video",
            "PHONE-1 is cited, and does not withhold part video there",
        ),
        ("gates", "the mode for a gate", "GATE-2, GATE-4 closes it, and it cites MODE-1"),
        (
            "all clauses",
            "the mode alone, where an application gives it as well",
            "APPLY-1 gives part display_name, too, and is not cited",
        ),
    ],
)
def test_what_is_wrong_is_stated(name: str, what: str, found: str) -> None:
    """A breach states exactly what is wrong: the items, the clauses, the step."""
    where, spoil = next(fault[1:] for fault in FAULTS[name] if fault[0] == what)
    assert found in {said.en for _, said in breaches_of(name, Spoiled(where, spoil))}


def test_what_a_step_takes_away_is_no_fault_of_its_citation() -> None:
    """That an application hides the video breaks other statements; no clause is missing for what is not given, and nothing raises."""

    def hide_video(_: Facts, decision: Decision) -> Decision:
        assert isinstance(decision, Grant)
        given = tuple(cited for cited in decision.given if cited[0] is not Part.VIDEO)
        return attrs.evolve(decision, parts=decision.parts - {Part.VIDEO}, given=given)

    hiding = Spoiled(granted(recruiter(standing=APPLIED)), hide_video)
    assert breaches_of("all clauses", hiding) == []
    assert breaches_of("withdrawing an application", hiding)


def test_a_single_case_is_enough() -> None:
    """A policy that is wrong in one case is found, with that case."""
    where = granted(recruiter(action=VIEWED))
    wrong = next(entry.facts for entry in POLICY_2023_04.entries() if where(entry.facts))
    violations = {
        one.statement.name: one for one in verify(faulty(lambda f: f == wrong, adding(Part.NATIONAL_ID)))
    }
    assert (violations["national id"].cases, violations["national id"].facts) == (1, wrong)


def test_statements_can_be_distinguished_and_cite_rules() -> None:
    """Every statement has a name of its own, a rule, and one line of words."""
    assert len({statement.name for statement in POLICY_2023_04.statements}) == len(POLICY_2023_04.statements)
    for statement in POLICY_2023_04.statements:
        assert statement.rules
        assert "\n" not in statement.words.en
        assert statement.name in repr(statement)


# --- Any single fault -------------------------------------------------------------------------------------------------

GRANTS = [entry for entry in POLICY_2023_04.entries() if isinstance(entry.decision, Grant)]
REFUSALS = [entry for entry in POLICY_2023_04.entries() if isinstance(entry.decision, Refusal)]


def with_item(decision: Grant, item: Part | Channel | Action, clause: Clause) -> Grant:
    """A grant of one item more, which cites a clause for it."""
    more = frozenset({item})
    return Grant(
        document=decision.document,
        parts=decision.parts | {i for i in more if isinstance(i, Part)},
        channels=decision.channels | {i for i in more if isinstance(i, Channel)},
        actions=decision.actions | {i for i in more if isinstance(i, Action)},
        given=(*decision.given, (item, (clause,))),
        refused=tuple(cited for cited in decision.refused if cited[0] is not item),
    )


@st.composite
def changed_decisions(draw: st.DrawFn) -> tuple[Facts, Decision]:
    """The facts of one case, and a decision on it that shows more than the policy's, or cites wrongly."""
    clause = draw(st.sampled_from(Clause))
    if draw(st.booleans()):
        entry = draw(st.sampled_from(REFUSALS))
        assert isinstance(entry.decision, Refusal)
        facts, cited = entry.facts, entry.decision.refused_by
        others: list[Decision] = [
            Refusal(()),
            real(
                attrs.evolve(facts, kind=ViewerKind.OWNER, **_OWNED)
            ),  # the most generous grant that there is
            grant(facts.document, {facts.action, draw(st.sampled_from(ITEMS_OF[facts.document]))}),
        ]
        others += [Refusal(tuple(c for c in cited if c is not gone)) for gone in cited]
        others += [] if clause in cited else [Refusal((clause,)), Refusal((*cited, clause))]
        return facts, draw(st.sampled_from(others))
    entry = draw(st.sampled_from(GRANTS))
    decision = entry.decision
    assert isinstance(decision, Grant)
    missing = [item for item in ITEMS if item not in items_of(decision)]
    changed: list[Decision] = [with_item(decision, item, clause) for item in missing]
    for side in ("given", "refused"):
        cited_for = getattr(decision, side)
        for place, (item, cited) in enumerate(cited_for):
            swapped = [() if len(cited) == 1 else cited[1:], cited[:-1]]
            swapped += [] if clause in cited else [(clause,), (*cited, clause)]
            for clauses in swapped:
                sides: dict[str, Any] = {side: (*cited_for[:place], (item, clauses), *cited_for[place + 1 :])}
                changed.append(attrs.evolve(decision, **sides))
    changed += [lying(decision, decision.withheld ^ {part}) for part in PARTS_OF[decision.document]]
    if entry.facts.kind is ViewerKind.OWNER:
        changed += [dropping(item)(entry.facts, decision) for item in items_of(decision)]
    return entry.facts, draw(st.sampled_from(changed))


_OWNED: dict[str, Any] = {
    "action": VIEWED,
    "qualified": True,
    "standing": Standing.NONE,
    "conversing": False,
    "nickname": None,
    "personalised": False,
    "sharing": Sharing.NONE,
    "concern": Concern.NONE,
    "exists": True,
}


@settings(max_examples=examples(30))
@given(changed_decisions())
def test_any_single_fault_is_found(change: tuple[Facts, Decision]) -> None:
    """One decision that gives one item more, or cites a clause too many or too few or a wrong one, is found."""
    wrong, decision = change
    space = Space(Spoiled(lambda facts: facts is wrong, lambda *_: decision))
    statements = (one for one in POLICY_2023_04.statements if one.name != "pure")
    assert any(True for one in statements for _ in one.breaches(space))


@settings(max_examples=examples(3))
@given(changed_decisions())
def test_verify_finds_any_single_fault(change: tuple[Facts, Decision]) -> None:
    """The same, of a policy whose rules have one fault."""
    wrong, decision = change
    assert verify(faulty(lambda facts: facts is wrong, lambda *_: decision))


def cases_found_among(grants: list[GivenCase], space: Space) -> set[Facts]:
    """Where a statement on what is given, one case at a time, is not kept by these grants."""
    space.grants, space.refusals = grants, []
    return {facts for name, facts in breached(space) if name not in ("citations", "of the document")}


def unnoticed_in(faults: list[GivenCase], space: Space) -> list[Facts]:
    """The cases of these faults in which no statement finds anything."""
    found = cases_found_among(faults, space)
    return [facts for case in faults if (facts := join(case.viewer, case.candidate)) not in found]


def to_write(unnoticed: list[Facts]) -> str:
    """One of these cases in words, and what to write."""
    return f"{describe_facts(unnoticed[0])}. Write it in v2023_04/statements.py, or asked.py if it asks too little"


@pytest.mark.parametrize("readings", [Readings(), LOOSE], ids=["strict", "loose"])
def test_no_item_more_is_allowed_anywhere(readings: Readings) -> None:
    """In each case that gives something, each single item that the policy does not give is found, if it were given."""
    space = Space(policy_of(readings))
    grants = space.grants
    for item in ITEMS:
        faults = [
            case._replace(
                grant=with_item(case.grant, item, Clause.MODE_1),
                given=case.given | {item},
            )
            for case in grants
            if item not in case.given and item in ITEMS_OF[case.viewer.document]
        ]
        unnoticed = unnoticed_in(faults, space)
        assert not unnoticed, f"no statement forbids {item}, in {len(unnoticed)} cases: {to_write(unnoticed)}"


@pytest.mark.parametrize("readings", [Readings(), LOOSE], ids=["strict", "loose"])
def test_no_refusal_may_open(readings: Readings) -> None:
    """In each case that is refused although the candidate's own gates are open, everything given is found there."""
    space = Space(policy_of(readings))
    faults = [
        GivenCase(case.viewer, case.candidate, whole, frozenset(ITEMS_OF[whole.document]), readings)
        for case in space.refusals
        for whole in [ALL_OF[case.viewer.document]]
        if case.candidate.resume_permission and case.candidate.exists and case.candidate.of_age
    ]
    unnoticed = unnoticed_in(faults, space)
    assert not unnoticed, (
        f"no statement closes {len(unnoticed)} cases that are refused: {to_write(unnoticed)}"
    )


def lawful(usages: LawfulUsages, case: AskedCase) -> set[tuple[Item, Clause]]:
    """What may be cited in a case, and for which items."""
    asking = (case.viewer.document, case.viewer.kind)
    return {
        (item, clause)
        for clause, places in usages.items()
        for usage in places
        if asking in usage.to and usage.holds(case)
        for item in usage.items
    }


@pytest.mark.parametrize("readings", [Readings(), LOOSE], ids=["strict", "loose"])
def test_no_other_clause_may_be_cited_for_what_is_decided(readings: Readings) -> None:
    """For each item given, withheld or refused, what may be cited is what the policy cites: any other clause would be found."""
    space = Space(policy_of(readings))
    for case in space.grants:
        for usages, stated in ((GIVES, case.grant.given), (WITHHOLDS, case.grant.refused)):
            items = dict(stated).keys()
            allowed = {(item, clause) for item, clause in lawful(usages, case) if item in items}
            assert allowed == {(item, clause) for item, clauses in stated for clause in clauses}, case
    gates: LawfulUsages = {clause: (gate,) for clause, gate in GATES.items()}
    for refusal in space.refusals:
        closed = {clause for _, clause in lawful(gates, refusal)}
        closing = {clause for item, clause in lawful(CLOSES, refusal) if item is refusal.viewer.action}
        assert (closed or closing) == {*refusal.refusal.refused_by}, refusal


def test_LAW_4_some_statement_moves_every_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each fact a statement says which change of it gives nobody more. A new one has its `never_gains` in statements.py."""
    moved = set[str]()

    def note(field: str, *_: object) -> Iterator[Never]:
        moved.add(field)
        return iter(())

    monkeypatch.setattr(policy_statements, "pair_cases", note)
    space = Space(POLICY_2023_04)
    for statement in POLICY_2023_04.statements:
        if "LAW-4" in statement.rules:
            assert [*statement.breaches(space)] == []
    assert moved == {field.name for field in attrs.fields(Facts)} - {"document", "kind", "action"}


def test_LAW_4_the_steps_between_modes_are_those_in_which_nobody_gains() -> None:
    """`TIGHTER` lists each mode from which to which nobody is given more, and no other: a new mode is in the lists of the others, too."""
    space = Space(POLICY_2023_04)
    for mode, other in permutations(Visibility, 2):
        is_gained = any(policy_statements.never_gains("visibility", (mode, other))(space))
        assert (other in TIGHTER[mode]) is not is_gained, (mode, other)


# --- Rules with a memory, and rules that decide nothing ---------------------------------------------------------------

Decide = Callable[[Facts, Readings], Decision]


def give_all_every(count: int) -> Decide:
    """Rules that count: each so-many-th question is answered with everything."""
    asked = 0

    def decide(facts: Facts, _: Readings) -> Decision:
        nonlocal asked
        asked += 1
        return real(facts) if asked % count else ALL_OF[facts.document]

    return decide


def give_all_from(count: int) -> Decide:
    """Rules that give everything once they were asked often enough."""
    asked = 0

    def decide(facts: Facts, _: Readings) -> Decision:
        nonlocal asked
        asked += 1
        return real(facts) if asked < count else ALL_OF[facts.document]

    return decide


def give_all_at_time(count: int, kind: ViewerKind) -> Decide:
    """Rules that give a kind of viewer everything when they are asked the same for the so-many-th time."""
    asked: dict[Facts, int] = {}

    def decide(facts: Facts, _: Readings) -> Decision:
        asked[facts] = asked.get(facts, 0) + 1
        return ALL_OF[facts.document] if facts.kind is kind and asked[facts] == count else real(facts)

    return decide


def give_all_after(before: ViewerKind, kind: ViewerKind) -> Decide:
    """Rules that remember who asked last, and give one kind of viewer everything right after another."""
    last: ViewerKind | None = None

    def decide(facts: Facts, _: Readings) -> Decision:
        nonlocal last
        generous, last = last is before and facts.kind is kind, facts.kind
        return ALL_OF[facts.document] if generous else real(facts)

    return decide


def repeat_last() -> Decide:
    """Rules that give a visitor what they gave somebody last."""
    last: dict[Document, Decision] = {}

    def decide(facts: Facts, _: Readings) -> Decision:
        decision = real(facts)
        if isinstance(decision, Grant):
            last[facts.document] = decision
        return last.get(facts.document, decision) if facts.kind is ViewerKind.VISITOR else decision

    return decide


@pytest.mark.parametrize(
    "decide",
    [
        give_all_every(1000),
        give_all_from(80_000),
        give_all_at_time(2, ViewerKind.VISITOR),
        give_all_at_time(2, ViewerKind.RECRUITER),
        give_all_after(ViewerKind.OWNER, ViewerKind.VISITOR),
        give_all_after(ViewerKind.VISITOR, ViewerKind.HEADHUNTER),
        give_all_after(ViewerKind.SUPPORT_AGENT, ViewerKind.MAILBOX),
        repeat_last(),
    ],
    ids=[
        "counter",
        "late",
        "second time",
        "second recruiter",
        "owner-visitor",
        "far kinds",
        "others",
        "repeating",
    ],
)
def test_LAW_6_rules_with_a_memory_are_found(decide: Decide) -> None:
    """LAW-6: rules whose answer depends on what they were asked before are not pure, and `verify` says so."""
    violations = verify(Policy("memory", ruleset=attrs.evolve(V2023_04, decide=decide)))
    assert "pure" in {violation.statement.name for violation in violations}


class GrantSubclass(Grant):
    """A grant that could say anything of itself."""


def policy_returning(made: object) -> Policy:
    """A policy whose rules return this for a visitor."""

    def decide(facts: Facts, _: Readings) -> Decision:
        return made if facts.kind is ViewerKind.VISITOR else real(facts)  # type: ignore[return-value]  # that is the fault

    return Policy("none", ruleset=attrs.evolve(V2023_04, version="2099-01", decide=decide))


GIVEN = grant(Document.RESUME, {VIEWED, Part.WORK})


def ill_made_grant(**fields: object) -> Grant:
    """A grant with something in a field that does not belong there, whatever the types say."""
    made = attrs.evolve(GIVEN)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


EXPECTED_CLAUSES = "refused_by has to be a tuple of clauses"
GIVEN_ELSEWHERE = "given has to name what is in parts, channels and actions, and nothing else"
EXPECTED_ITEMS = "has to be a tuple of items, each with a tuple of clauses"


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (None, "expected a Grant or a Refusal, got None"),
        ("refused", "expected a Grant or a Refusal, got str"),
        (True, "expected a Grant or a Refusal, got bool"),
        (
            GrantSubclass(*(getattr(GIVEN, field.name) for field in attrs.fields(Grant) if field.init)),
            "expected a Grant or a Refusal, got GrantSubclass",
        ),
        (Refusal("GATE-1"), EXPECTED_CLAUSES),  # type: ignore[arg-type]  # that is the fault
        (Refusal(["GATE-1"]), EXPECTED_CLAUSES),  # type: ignore[arg-type]  # as above
        (Refusal((Part.WORK,)), EXPECTED_CLAUSES),  # type: ignore[arg-type]  # as above
        (ill_made_grant(document="resume"), "document has to be a Document"),
        (ill_made_grant(parts=[Part.WORK]), "parts has to be a frozenset of Part"),
        (ill_made_grant(channels={Channel.CHAT}), "channels has to be a frozenset of Channel"),
        (ill_made_grant(channels=frozenset({"chat"})), "channels has to be a frozenset of Channel"),
        (ill_made_grant(actions=frozenset({Part.WORK})), "actions has to be a frozenset of Action"),
        (ill_made_grant(withheld={Part.WORK}), "withheld has to be a frozenset of Part"),
        (ill_made_grant(given=[]), f"given {EXPECTED_ITEMS}"),
        (ill_made_grant(given=(Part.WORK,)), f"given {EXPECTED_ITEMS}"),
        (ill_made_grant(refused=((Part.WORK, Clause.MODE_1),)), f"refused {EXPECTED_ITEMS}"),
        (ill_made_grant(refused=(("work", (Clause.MODE_1,)),)), f"refused {EXPECTED_ITEMS}"),
        (ill_made_grant(given=GIVEN.given * 2), "given has to name each item once"),
        (attrs.evolve(GIVEN, parts=GIVEN.parts | {Part.MOBILE}), GIVEN_ELSEWHERE),
        (attrs.evolve(GIVEN, channels=frozenset({Channel.CHAT})), GIVEN_ELSEWHERE),
        (attrs.evolve(GIVEN, actions=frozenset(Action)), GIVEN_ELSEWHERE),
        (attrs.evolve(GIVEN, parts=frozenset()), GIVEN_ELSEWHERE),
    ],
)
def test_what_is_no_decision_is_refused_with_a_clear_error(made: object, words: str) -> None:
    """Rules that return something else than a decision raise a TypeError that names the ruleset and says what is wrong."""
    asking = next(viewer for viewer in VIEWER_FACTS if viewer.kind is ViewerKind.VISITOR)
    with pytest.raises(TypeError) as raised:
        policy_returning(made).row(asking)
    assert str(raised.value) == f"ruleset 2099-01 returned no decision: {words}"


def test_a_clause_without_a_text_is_not_cited() -> None:
    """Rules that cite a clause which their ruleset has no text for raise a TypeError that names both."""
    texts = {**POLICY_2023_04.texts}
    del texts[Clause.OWNER_1]
    policy = Policy("own", ruleset=attrs.evolve(V2023_04, version="2099-01", texts=lambda _: texts))
    with pytest.raises(TypeError, match="ruleset 2099-01 cites OWNER-1, and has no text for it"):
        verify(policy)


def test_verify_does_not_pass_over_what_is_no_decision() -> None:
    """`verify` raises the same error; it does not count what is no decision as one that gives nothing."""
    with pytest.raises(TypeError, match="ruleset 2099-01 returned no decision: expected a Grant"):
        verify(policy_returning(None))


# --- What is no violation ---------------------------------------------------------------------------------------------


def test_the_policy_is_safe() -> None:
    """The policy of April 2023 keeps every statement."""
    assert verify(POLICY_2023_04) == ()


class PolicyWithReadings:
    """The table of one policy, with the readings of another."""

    def __init__(self, policy: Policy, readings: Readings) -> None:
        self.readings, self.row, self.decide = readings, policy.row, policy.decide


@pytest.mark.parametrize("reading", READINGS)
def test_another_choice_of_a_reading_is_no_violation(reading: str) -> None:
    """A platform that chooses one reading otherwise breaks no statement; rules that ignore what it chose break one,
    where they show more.
    """
    policy = policy_of(Readings(**{reading: False}))
    assert verify(policy) == ()
    pairs = zip(POLICY_2023_04.entries(), policy.entries(), strict=True)
    distinct = {(id(one.decision), id(own.decision)): (one, own) for one, own in pairs}
    changes = any(items_of(one.decision) != items_of(own.decision) for one, own in distinct.values())
    shows_more = changes and reading not in AGAINST_CANDIDATE
    assert any(True for _ in breached(Space(PolicyWithReadings(policy, Readings())))) is shows_more


def test_every_reading_otherwise_is_no_violation() -> None:
    """A platform that chooses every reading otherwise breaks no statement."""
    assert verify(policy_of(LOOSE)) == ()


def test_a_counterexample_says_what_is_unusual() -> None:
    """A counterexample is stated in words: who, what for, and what is unusual about the resume."""
    facts = join(
        next(
            viewer
            for viewer in VIEWER_FACTS
            if viewer.document is Document.RESUME
            and (viewer.kind, viewer.action, viewer.standing)
            == (ViewerKind.RECRUITER, VIEWED, Standing.BLOCKED)
            and viewer.qualified
            and viewer.conversing
        ),
        _UNUSUAL,
    )
    assert describe_facts(facts) == (
        "recruiter, signed in and verified, of a blocked company, in a running conversation, to view a resume of mode"
        " private, with the honorific on, the resume permission off, the chat permission off, deleted or of a closed"
        " account, of somebody not surely of age"
    )


_UNUSUAL = CandidateFacts(
    visibility=Visibility.PRIVATE,
    name_display=NameDisplay.HONORIFIC,
    resume_permission=False,
    chat_permission=False,
    exists=False,
    of_age=False,
)


def test_every_case_reads_otherwise() -> None:
    """No two cases have the same words."""
    words = [describe_facts(entry.facts) for entry in POLICY_2023_04.entries()]
    assert len(set(words)) == len(words)


@each("statements", [(), "statements", ("blocked",), None, [*POLICY_2023_04.statements], object()])
def test_a_policy_that_states_nothing_is_not_called_safe(statements: Any) -> None:
    """Without a statement nothing could be violated, whatever the rules show to whom. What is no statement states nothing."""
    silent = attrs.evolve(V2023_04, version="silent", statements=lambda readings: statements)
    with pytest.raises(InvalidValue) as caught:
        verify(Policy("silent", ruleset=silent))
    expected = "expected at least one safety statement, in a tuple"
    assert caught.value.problems == (Problem("ruleset.statements", expected),)
