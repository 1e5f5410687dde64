"""Which clause of the policy of April 2023 may be cited, for what, to whom and when.

As the statements, they are written from the rules and share nothing with `rules`.
"""

from types import MappingProxyType

from ...model.parts import PARTS_OF, Channel, Document, Part
from ...model.settings import NameDisplay, Visibility
from ...model.viewers import Action
from ..clauses import Clause
from ..facts import TO_QUALIFY, Concern, Sharing, Standing, ViewerKind
from ..statements import ALL, AskedCase, Items, LawfulUsages, Predicate, Usage, ViewerKinds
from .asked import (
    ADDRESSES,
    APPLIED,
    CHANNELS,
    CHAT,
    COMPANIES,
    FILES,
    IN_COMMUNITY,
    LISTS,
    NUMBERS,
    ONLINE,
    OPENED,
    RECOMMENDED_BY,
    SECTIONS,
    SHARED,
    SUPPORT,
    VIEWING,
    actions_of_mode,
    has_sent_attachments,
    is_by_application,
    is_delivered,
    is_for_complainant,
    shows_contact,
)


def _viewers(document: Document, *kinds: ViewerKind) -> frozenset[tuple[Document, ViewerKind]]:
    return frozenset((document, kind) for kind in kinds)


_TO_COMPANIES = _viewers(Document.RESUME, *COMPANIES)
_TO_HEADHUNTERS = _viewers(Document.RESUME, ViewerKind.HEADHUNTER)
_TO_RECRUITERS = _viewers(Document.RESUME, ViewerKind.RECRUITER)
_TO_MAILBOXES = _viewers(Document.RESUME, ViewerKind.MAILBOX)
_TO_COMMUNITY = _viewers(Document.RESUME, ViewerKind.COMMUNITY_MEMBER)
_TO_RECOMMENDER = _viewers(Document.RESUME, ViewerKind.RECOMMENDER)
_TO_RECIPIENTS = _viewers(Document.RESUME, ViewerKind.RECIPIENT)
_TO_SUPPORT = _viewers(Document.RESUME, ViewerKind.SUPPORT_AGENT)
_TO_SCHOOLS = _viewers(Document.RESUME, ViewerKind.SCHOOL) | _viewers(Document.FORM, ViewerKind.SCHOOL)
_TO_OWNERS = _viewers(Document.RESUME, ViewerKind.OWNER) | _viewers(Document.FORM, ViewerKind.OWNER)
_TO_FORM_COMPANY = _viewers(Document.FORM, ViewerKind.RECRUITER)
_TO_ALL = _viewers(Document.RESUME, *ViewerKind) | _viewers(Document.FORM, *ViewerKind)
_RELAYED: Items = frozenset({Channel.EMAIL, Channel.CHAT, Channel.VIRTUAL_NUMBER})
_ACTIONS: Items = frozenset(Action)
_MODE_ACTIONS: Items = _ACTIONS - {Action.CHAT}


def _shown_in_mode(visibility: Visibility) -> Predicate:
    """Whether that mode shows the resume for the action asked for."""
    return lambda case: case.candidate.visibility is visibility and _mode_shows(case)


def _in_mode(visibility: Visibility) -> Predicate:
    return lambda case: case.candidate.visibility is visibility


def _mode_shows(case: AskedCase) -> bool:
    """Whether the mode shows the resume for the action asked for, an application aside."""
    return case.viewer.action in actions_of_mode(case)


def _is_no_chat(case: AskedCase) -> bool:
    return case.viewer.action is not Action.CHAT


def _is_chat(case: AskedCase) -> bool:
    return case.viewer.action is Action.CHAT


def _is_more_than_view(case: AskedCase) -> bool:
    """Whether an application shows the resume for this action, which is not viewing (APPLY-5)."""
    return is_by_application(case) and case.viewer.action is not Action.VIEW


def _shows_real_name(case: AskedCase) -> bool:
    return case.candidate.name_display is NameDisplay.REAL


def _allows_chat(case: AskedCase) -> bool:
    return case.candidate.chat_permission


def _is_shared_as(*sharings: Sharing) -> Predicate:
    return lambda case: case.viewer.sharing in sharings


def _is_sent_to(case: AskedCase) -> bool:
    """Whether an application or form was sent to the company, mailbox or school that asks."""
    return case.viewer.standing in APPLIED


def _application_usages(to: ViewerKinds) -> tuple[Usage, ...]:
    """What APPLY-1 gives to recruiters, and APPLY-7 to headhunters."""
    return (
        Usage(to, VIEWING, _is_sent_to),
        Usage(to, ONLINE, lambda case: _is_sent_to(case) and case.viewer.action is Action.VIEW),
        Usage(to, _RELAYED, is_by_application),
        Usage(to, NUMBERS | ADDRESSES, shows_contact),
    )


NAMES: Items = frozenset({Part.NAME, Part.ENGLISH_NAME})
_FILES_AND_NAMES: Items = FILES | NAMES
_GIVES: LawfulUsages = {
    Clause.MODE_1: (
        Usage(_TO_COMPANIES, _MODE_ACTIONS, _in_mode(Visibility.PUBLIC)),
        Usage(_TO_COMPANIES, _RELAYED, _shown_in_mode(Visibility.PUBLIC)),
    ),
    Clause.MODE_2: (
        Usage(_TO_COMPANIES, LISTS | VIEWING, _in_mode(Visibility.CHAT_ONLY)),
        Usage(
            _TO_COMPANIES,
            frozenset({Action.EXPORT}),
            lambda case: (
                case.candidate.visibility is Visibility.CHAT_ONLY
                and not case.readings.chat_only_forbids_export
            ),
        ),
        Usage(_TO_COMPANIES, frozenset({Channel.CHAT}), _shown_in_mode(Visibility.CHAT_ONLY)),
    ),
    Clause.MODE_3: (
        Usage(_TO_HEADHUNTERS, _MODE_ACTIONS, _in_mode(Visibility.HEADHUNTERS)),
        Usage(_TO_HEADHUNTERS, _RELAYED, _shown_in_mode(Visibility.HEADHUNTERS)),
    ),
    Clause.PARTS_1: (Usage(_TO_COMPANIES, ONLINE, _mode_shows),),
    Clause.APPLY_1: _application_usages(_TO_RECRUITERS),
    Clause.APPLY_2: (
        Usage(
            _TO_COMPANIES,
            frozenset({Part.ATTACHMENTS}),
            lambda case: has_sent_attachments(case) and is_by_application(case),
        ),
    ),
    Clause.APPLY_3: (
        Usage(
            _TO_COMPANIES, frozenset({Part.VIDEO}), lambda case: _mode_shows(case) or is_by_application(case)
        ),
    ),
    Clause.APPLY_4: (
        Usage(_TO_MAILBOXES, VIEWING | ONLINE, _is_sent_to),
        Usage(_TO_MAILBOXES, frozenset({Part.VIDEO}), lambda case: _is_sent_to(case) and is_delivered(case)),
        Usage(
            _TO_MAILBOXES,
            frozenset({Part.ATTACHMENTS}),
            lambda case: has_sent_attachments(case) and is_delivered(case),
        ),
    ),
    Clause.APPLY_5: (
        Usage(
            _TO_COMPANIES,
            frozenset({Action.EXPORT}),
            lambda case: _is_sent_to(case) and case.readings.application_grants_export,
        ),
        Usage(
            _TO_COMPANIES,
            LISTS,
            lambda case: _is_sent_to(case) and not case.readings.lists_follow_visibility,
        ),
        Usage(_TO_COMPANIES, ONLINE, _is_more_than_view),
    ),
    Clause.APPLY_7: _application_usages(_TO_HEADHUNTERS),
    Clause.NAME_1: (
        Usage(_TO_COMPANIES | _TO_MAILBOXES | _TO_SCHOOLS, NAMES, _shows_real_name),
        Usage(_TO_SUPPORT, NAMES, lambda case: _shows_real_name(case) and not is_for_complainant(case)),
    ),
    Clause.PHONE_2: (Usage(_TO_COMPANIES, frozenset({Part.VIRTUAL_NUMBER}), _is_no_chat),),
    Clause.CONTACT_1: (
        Usage(
            _TO_COMPANIES,
            frozenset({Part.EMAIL}),
            lambda case: _is_no_chat(case) and not case.readings.email_is_relayed,
        ),
    ),
    Clause.CHAT_1: (
        Usage(_TO_COMPANIES, frozenset({Action.CHAT}), _allows_chat),
        Usage(_TO_COMPANIES, frozenset({Part.DISPLAY_NAME, Part.AVATAR, Channel.CHAT}), _is_chat),
        Usage(
            _TO_COMPANIES,
            frozenset({Part.IP_REGION}),
            lambda case: _is_chat(case) and case.viewer.conversing,
        ),
    ),
    Clause.COMMUNITY_1: (Usage(_TO_COMMUNITY, IN_COMMUNITY | {Part.LATEST_POSITION}),),
    Clause.RECOMMEND_1: (Usage(_TO_RECOMMENDER, RECOMMENDED_BY),),
    Clause.CAMPUS_1: (Usage(_TO_FORM_COMPANY, OPENED | PARTS_OF[Document.FORM], _is_sent_to),),
    Clause.CAMPUS_2: (
        Usage(
            _viewers(Document.RESUME, ViewerKind.SCHOOL),
            VIEWING | SECTIONS | ADDRESSES | {Part.DISPLAY_NAME, Part.DELIVERY, Part.MOBILE, Part.MESSENGER},
            _is_sent_to,
        ),
        Usage(
            _viewers(Document.FORM, ViewerKind.SCHOOL),
            VIEWING | (PARTS_OF[Document.FORM] - _FILES_AND_NAMES),
            _is_sent_to,
        ),
    ),
    Clause.SHARE_1: (Usage(_TO_RECIPIENTS, SHARED, _is_shared_as(Sharing.SHARED)),),
    Clause.SHARE_2: (
        Usage(
            _TO_RECIPIENTS,
            SHARED,
            _is_shared_as(Sharing.TRANSFERRED, Sharing.DISCLOSED, Sharing.ORDERED),
        ),
    ),
    Clause.SHARE_3: (Usage(_TO_RECIPIENTS, SHARED, _is_shared_as(Sharing.PARTNER)),),
    Clause.SUPPORT_1: (
        Usage(
            _TO_SUPPORT,
            SUPPORT - {Part.NAME},
            lambda case: case.viewer.concern is not Concern.NONE,
        ),
        Usage(_TO_SUPPORT, frozenset({Part.NAME, Part.MOBILE}), is_for_complainant),
    ),
    Clause.OWNER_1: (Usage(_TO_OWNERS, OPENED | frozenset(Part)),),
}
GIVES: LawfulUsages = MappingProxyType(_GIVES)
"""What each clause gives, to whom and when; a clause that is not here gives nothing."""
_TO_NOBODY_NAMED = _TO_ALL.difference(
    *(use.to for clause, uses in GIVES.items() for use in uses if clause is not Clause.OWNER_1)
)
"""To whom no clause but that of the owner gives anything."""
_REAL_NUMBER: Items = frozenset({Part.MOBILE})
_DIALLED: Items = frozenset({Channel.MOBILE})
_TYPED_DETAILS: Items = frozenset({Part.MESSENGER, Part.NATIONAL_ID})
_HAS_OWN_CLAUSE: Items = NAMES | _REAL_NUMBER | _TYPED_DETAILS
"""What has a clause of its own that withholds it from nearly everybody who asks."""


def _withheld_by_mode(visibility: Visibility) -> tuple[Usage, ...]:
    return (
        Usage(_TO_COMPANIES, _MODE_ACTIONS, _in_mode(visibility)),
        Usage(
            _TO_COMPANIES,
            _RELAYED - {Channel.CHAT},
            lambda case: case.candidate.visibility is visibility and _is_no_chat(case),
        ),
    )


_WITHHOLDS: LawfulUsages = {
    Clause.GATE_1: (Usage(_TO_COMPANIES, CHAT, lambda case: not _allows_chat(case)),),
    # MODE-1 withholds and refuses nothing here; a later version in which it does keeps these statements.
    Clause.MODE_1: _withheld_by_mode(Visibility.PUBLIC),
    Clause.MODE_2: _withheld_by_mode(Visibility.CHAT_ONLY),
    Clause.MODE_3: _withheld_by_mode(Visibility.HEADHUNTERS),
    Clause.MODE_4: _withheld_by_mode(Visibility.PRIVATE),
    Clause.APPLY_2: (Usage(_TO_COMPANIES, frozenset({Part.ATTACHMENTS}), _is_no_chat),),
    Clause.APPLY_3: (Usage(_TO_COMPANIES, frozenset({Part.VIDEO}), _is_no_chat),),
    Clause.APPLY_4: (Usage(_TO_MAILBOXES, ALL - _HAS_OWN_CLAUSE | _REAL_NUMBER),),
    Clause.NAME_1: (Usage(_TO_ALL - _TO_COMMUNITY - _TO_RECOMMENDER, NAMES),),
    Clause.PHONE_1: (Usage(_TO_ALL - _TO_MAILBOXES, _REAL_NUMBER), Usage(_TO_COMPANIES, _DIALLED)),
    Clause.PHONE_2: (Usage(_TO_COMPANIES, frozenset({Part.VIRTUAL_NUMBER}), _is_no_chat),),
    Clause.CONTACT_1: (Usage(_TO_COMPANIES, ADDRESSES, _is_no_chat),),
    Clause.CONTACT_2: (Usage(_TO_ALL, _TYPED_DETAILS),),
    Clause.CHAT_1: (
        Usage(_TO_COMPANIES, ALL - _HAS_OWN_CLAUSE - _DIALLED - _ACTIONS, _is_chat),
        Usage(_TO_COMPANIES, frozenset({Part.IP_REGION})),
        Usage(_TO_COMPANIES, frozenset({Action.CHAT}), _allows_chat),
    ),
    Clause.COMMUNITY_1: (Usage(_TO_COMMUNITY, ALL - _HAS_OWN_CLAUSE | NAMES),),
    Clause.RECOMMEND_1: (Usage(_TO_RECOMMENDER, ALL - _HAS_OWN_CLAUSE | NAMES),),
    Clause.CAMPUS_1: (Usage(_TO_FORM_COMPANY, _ACTIONS),),
    Clause.CAMPUS_2: (
        Usage(_TO_SCHOOLS, ALL - _HAS_OWN_CLAUSE),
        Usage(_TO_COMPANIES, frozenset({Part.DELIVERY}), _is_no_chat),
    ),
    Clause.SHARE_1: (Usage(_TO_RECIPIENTS, ALL - _HAS_OWN_CLAUSE),),
    Clause.SUPPORT_1: (Usage(_TO_SUPPORT, ALL - _HAS_OWN_CLAUSE),),
    Clause.DEFAULT_DENY: (Usage(_TO_OWNERS, CHANNELS | _ACTIONS),),
}
WITHHOLDS: LawfulUsages = MappingProxyType(_WITHHOLDS)
"""For what each clause is cited, to whom and when, where a grant does not hold it."""
GATES: dict[Clause, Usage] = {
    Clause.GATE_1: Usage(_TO_ALL - _TO_OWNERS, _ACTIONS, lambda case: not case.candidate.resume_permission),
    Clause.GATE_2: Usage(_TO_ALL, _ACTIONS, lambda case: not case.candidate.exists),
    Clause.GATE_3: Usage(_TO_ALL - _TO_OWNERS, _ACTIONS, lambda case: not case.candidate.of_age),
    Clause.GATE_4: Usage(TO_QUALIFY - _TO_COMMUNITY, _ACTIONS, lambda case: not case.viewer.qualified),
    Clause.BLOCK_1: Usage(
        _TO_COMPANIES | _TO_MAILBOXES | _TO_FORM_COMPANY,
        _ACTIONS,
        lambda case: case.viewer.standing is Standing.BLOCKED,
    ),
}
"""What closes a resume or form, to whom and when (ORDER-1)."""
_CLOSES: LawfulUsages = {
    **{clause: (gate,) for clause, gate in GATES.items()},
    Clause.GATE_1: (
        GATES[Clause.GATE_1],
        Usage(_TO_COMPANIES, frozenset({Action.CHAT}), lambda case: not _allows_chat(case)),
    ),
    Clause.MODE_1: (Usage(_TO_COMPANIES, _MODE_ACTIONS, _in_mode(Visibility.PUBLIC)),),
    Clause.MODE_2: (Usage(_TO_COMPANIES, _MODE_ACTIONS, _in_mode(Visibility.CHAT_ONLY)),),
    Clause.MODE_3: (Usage(_TO_COMPANIES, _MODE_ACTIONS, _in_mode(Visibility.HEADHUNTERS)),),
    Clause.MODE_4: (Usage(_TO_COMPANIES, _MODE_ACTIONS, _in_mode(Visibility.PRIVATE)),),
    Clause.APPLY_4: (Usage(_TO_MAILBOXES, _ACTIONS),),
    Clause.CHAT_1: (Usage(_TO_COMPANIES, frozenset({Action.CHAT}), _allows_chat),),
    Clause.COMMUNITY_1: (Usage(_TO_COMMUNITY, _ACTIONS),),
    Clause.RECOMMEND_1: (Usage(_TO_RECOMMENDER, _ACTIONS),),
    Clause.CAMPUS_1: (Usage(_TO_FORM_COMPANY, _ACTIONS),),
    Clause.CAMPUS_2: (Usage(_TO_SCHOOLS, _ACTIONS),),
    Clause.SHARE_1: (Usage(_TO_RECIPIENTS, _ACTIONS),),
    Clause.SUPPORT_1: (Usage(_TO_SUPPORT, _ACTIONS),),
    Clause.DEFAULT_DENY: (Usage(_TO_NOBODY_NAMED, _ACTIONS),),
}
CLOSES: LawfulUsages = MappingProxyType(_CLOSES)
"""Which actions each clause refuses as a whole, to whom and when."""
