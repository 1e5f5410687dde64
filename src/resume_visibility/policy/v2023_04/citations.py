"""Which clause of the policy of April 2023 may be cited, for what, to whom and when.

As the statements, they are written from the rules and share nothing with `rules`.
"""

from ...model.parts import PARTS_OF, Channel, Document, Part
from ...model.settings import NameDisplay, Visibility
from ...model.viewers import Action
from ..clauses import Clause
from ..facts import TO_QUALIFY, Concern, Kind, Sharing, Standing
from ..statements import ALL, Asked, Cited, Holds, Items, Lawful, Whom
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
    by_application,
    complainant,
    delivered,
    mode_opens,
    shows_contact,
)


def _to(document: Document, *kinds: Kind) -> frozenset[tuple[Document, Kind]]:
    return frozenset((document, kind) for kind in kinds)


_TO_COMPANIES = _to(Document.RESUME, *COMPANIES)
_TO_HEADHUNTERS = _to(Document.RESUME, Kind.HEADHUNTER)
_TO_RECRUITERS = _to(Document.RESUME, Kind.RECRUITER)
_TO_MAILBOXES = _to(Document.RESUME, Kind.MAILBOX)
_TO_COMMUNITY = _to(Document.RESUME, Kind.COMMUNITY_MEMBER)
_TO_RECOMMENDER = _to(Document.RESUME, Kind.RECOMMENDER)
_TO_RECIPIENTS = _to(Document.RESUME, Kind.RECIPIENT)
_TO_SUPPORT = _to(Document.RESUME, Kind.SUPPORT_AGENT)
_TO_SCHOOLS = _to(Document.RESUME, Kind.SCHOOL) | _to(Document.FORM, Kind.SCHOOL)
_TO_OWNERS = _to(Document.RESUME, Kind.OWNER) | _to(Document.FORM, Kind.OWNER)
_TO_FORM_COMPANY = _to(Document.FORM, Kind.RECRUITER)
_TO_ALL = _to(Document.RESUME, *Kind) | _to(Document.FORM, *Kind)
_TO_NOBODY_NAMED = _TO_ALL - (
    _TO_COMPANIES
    | _TO_MAILBOXES
    | _TO_COMMUNITY
    | _TO_RECOMMENDER
    | _TO_RECIPIENTS
    | _TO_SUPPORT
    | _TO_SCHOOLS
    | _TO_FORM_COMPANY
)
"""To whom no clause but that of the owner gives anything."""
_REACHED: Items = frozenset({Channel.EMAIL, Channel.CHAT, Channel.VIRTUAL_NUMBER})
_BY_MODE: Items = frozenset(Action) - {Action.CHAT}


def _shown_in(visibility: Visibility) -> Holds:
    """Whether that mode shows the resume for the action asked for."""
    return lambda case: case.candidate.visibility is visibility and _by_mode(case)


def _in_mode(visibility: Visibility) -> Holds:
    return lambda case: case.candidate.visibility is visibility


def _by_mode(case: Asked) -> bool:
    """Whether the mode shows the resume for the action asked for, an application aside."""
    return case.viewer.action in mode_opens(case)


def _in_view(case: Asked) -> bool:
    return case.viewer.action is not Action.CHAT


def _in_a_chat(case: Asked) -> bool:
    return case.viewer.action is Action.CHAT


def _opened_besides(case: Asked) -> bool:
    """Whether an application shows the resume for this action, which is not viewing (APPLY-5)."""
    return by_application(case) and case.viewer.action is not Action.VIEW


def _real_name(case: Asked) -> bool:
    return case.candidate.name_display is NameDisplay.REAL


def _chats(case: Asked) -> bool:
    return case.candidate.chat_permission


def _shared_as(*sharings: Sharing) -> Holds:
    return lambda case: case.viewer.sharing in sharings


def _has_applied(case: Asked) -> bool:
    return case.viewer.standing in APPLIED


def _with_attachments(case: Asked) -> bool:
    return case.viewer.standing is Standing.APPLIED_WITH_ATTACHMENTS


def _applications(to: Whom) -> tuple[Cited, ...]:
    """What APPLY-1 gives to recruiters, and APPLY-7 to headhunters."""
    return (
        Cited(to, VIEWING, _has_applied),
        Cited(to, ONLINE, lambda case: _has_applied(case) and case.viewer.action is Action.VIEW),
        Cited(to, _REACHED, by_application),
        Cited(to, NUMBERS | ADDRESSES, shows_contact),
    )


NAMES: Items = frozenset({Part.NAME, Part.ENGLISH_NAME})
_SOMEBODY_ELSES: Items = FILES | NAMES
GIVES: Lawful = {
    Clause.MODE_1: (
        Cited(_TO_COMPANIES, _BY_MODE, _in_mode(Visibility.PUBLIC)),
        Cited(_TO_COMPANIES, _REACHED, _shown_in(Visibility.PUBLIC)),
    ),
    Clause.MODE_2: (
        Cited(_TO_COMPANIES, LISTS | VIEWING, _in_mode(Visibility.CHAT_ONLY)),
        Cited(
            _TO_COMPANIES,
            frozenset({Action.EXPORT}),
            lambda case: (
                case.candidate.visibility is Visibility.CHAT_ONLY
                and not case.readings.chat_only_forbids_export
            ),
        ),
        Cited(_TO_COMPANIES, frozenset({Channel.CHAT}), _shown_in(Visibility.CHAT_ONLY)),
    ),
    Clause.MODE_3: (
        Cited(_TO_HEADHUNTERS, _BY_MODE, _in_mode(Visibility.HEADHUNTERS)),
        Cited(_TO_HEADHUNTERS, _REACHED, _shown_in(Visibility.HEADHUNTERS)),
    ),
    Clause.PARTS_1: (Cited(_TO_COMPANIES, ONLINE, _by_mode),),
    Clause.APPLY_1: _applications(_TO_RECRUITERS),
    Clause.APPLY_2: (
        Cited(
            _TO_COMPANIES,
            frozenset({Part.ATTACHMENTS}),
            lambda case: _with_attachments(case) and by_application(case),
        ),
    ),
    Clause.APPLY_3: (
        Cited(_TO_COMPANIES, frozenset({Part.VIDEO}), lambda case: _by_mode(case) or by_application(case)),
    ),
    Clause.APPLY_4: (
        Cited(_TO_MAILBOXES, VIEWING | ONLINE, _has_applied),
        Cited(_TO_MAILBOXES, frozenset({Part.VIDEO}), lambda case: _has_applied(case) and delivered(case)),
        Cited(
            _TO_MAILBOXES,
            frozenset({Part.ATTACHMENTS}),
            lambda case: _with_attachments(case) and delivered(case),
        ),
    ),
    Clause.APPLY_5: (
        Cited(
            _TO_COMPANIES,
            frozenset({Action.EXPORT}),
            lambda case: _has_applied(case) and case.readings.application_grants_export,
        ),
        Cited(
            _TO_COMPANIES,
            LISTS,
            lambda case: _has_applied(case) and not case.readings.lists_follow_visibility,
        ),
        Cited(_TO_COMPANIES, ONLINE, _opened_besides),
    ),
    Clause.APPLY_7: _applications(_TO_HEADHUNTERS),
    Clause.NAME_1: (
        Cited(_TO_COMPANIES | _TO_MAILBOXES | _TO_SCHOOLS, NAMES, _real_name),
        Cited(_TO_SUPPORT, NAMES, lambda case: _real_name(case) and not complainant(case)),
    ),
    Clause.PHONE_2: (Cited(_TO_COMPANIES, frozenset({Part.VIRTUAL_NUMBER}), _in_view),),
    Clause.CONTACT_1: (
        Cited(
            _TO_COMPANIES,
            frozenset({Part.EMAIL}),
            lambda case: _in_view(case) and not case.readings.email_is_relayed,
        ),
    ),
    Clause.CHAT_1: (
        Cited(_TO_COMPANIES, frozenset({Action.CHAT}), _chats),
        Cited(_TO_COMPANIES, frozenset({Part.DISPLAY_NAME, Part.AVATAR, Channel.CHAT}), _in_a_chat),
        Cited(
            _TO_COMPANIES,
            frozenset({Part.IP_REGION}),
            lambda case: _in_a_chat(case) and case.viewer.conversing,
        ),
    ),
    Clause.COMMUNITY_1: (Cited(_TO_COMMUNITY, IN_COMMUNITY | {Part.LATEST_POSITION}),),
    Clause.RECOMMEND_1: (Cited(_TO_RECOMMENDER, RECOMMENDED_BY),),
    Clause.CAMPUS_1: (Cited(_TO_FORM_COMPANY, OPENED | PARTS_OF[Document.FORM], _has_applied),),
    Clause.CAMPUS_2: (
        Cited(
            _to(Document.RESUME, Kind.SCHOOL),
            VIEWING | SECTIONS | ADDRESSES | {Part.DISPLAY_NAME, Part.DELIVERY, Part.MOBILE, Part.MESSENGER},
            _has_applied,
        ),
        Cited(
            _to(Document.FORM, Kind.SCHOOL),
            VIEWING | (PARTS_OF[Document.FORM] - _SOMEBODY_ELSES),
            _has_applied,
        ),
    ),
    Clause.SHARE_1: (Cited(_TO_RECIPIENTS, SHARED, _shared_as(Sharing.SHARED)),),
    Clause.SHARE_2: (
        Cited(
            _TO_RECIPIENTS,
            SHARED,
            _shared_as(Sharing.TRANSFERRED, Sharing.DISCLOSED, Sharing.ORDERED),
        ),
    ),
    Clause.SHARE_3: (Cited(_TO_RECIPIENTS, SHARED, _shared_as(Sharing.PARTNER)),),
    Clause.SUPPORT_1: (
        Cited(
            _TO_SUPPORT,
            SUPPORT - {Part.NAME},
            lambda case: case.viewer.concern is not Concern.NONE,
        ),
        Cited(_TO_SUPPORT, frozenset({Part.NAME, Part.MOBILE}), complainant),
    ),
    Clause.OWNER_1: (Cited(_TO_OWNERS, OPENED | frozenset(Part)),),
}
"""What each clause gives, to whom and when; a clause that is not here gives nothing."""
_REAL_NUMBER: Items = frozenset({Part.MOBILE, Channel.MOBILE})
_TYPED: Items = frozenset({Part.MESSENGER, Part.NATIONAL_ID})
_WITH_A_CLAUSE: Items = NAMES | _REAL_NUMBER | _TYPED | {Action.CHAT}
"""What has a clause of its own that withholds it, whoever asks."""


def _mode_withholds(visibility: Visibility) -> tuple[Cited, ...]:
    return (
        Cited(_TO_COMPANIES, _BY_MODE, _in_mode(visibility)),
        Cited(
            _TO_COMPANIES,
            _REACHED - {Channel.CHAT},
            lambda case: case.candidate.visibility is visibility and _in_view(case),
        ),
    )


WITHHOLDS: Lawful = {
    Clause.GATE_1: (Cited(_TO_COMPANIES, CHAT, lambda case: not _chats(case)),),
    Clause.MODE_1: _mode_withholds(Visibility.PUBLIC),
    Clause.MODE_2: _mode_withholds(Visibility.CHAT_ONLY),
    Clause.MODE_3: _mode_withholds(Visibility.HEADHUNTERS),
    Clause.MODE_4: _mode_withholds(Visibility.PRIVATE),
    Clause.APPLY_2: (Cited(_TO_COMPANIES, frozenset({Part.ATTACHMENTS}), _in_view),),
    Clause.APPLY_3: (Cited(_TO_COMPANIES, frozenset({Part.VIDEO}), _in_view),),
    Clause.APPLY_4: (Cited(_TO_MAILBOXES, ALL - _WITH_A_CLAUSE | _REAL_NUMBER),),
    Clause.NAME_1: (Cited(_TO_ALL, NAMES),),
    Clause.PHONE_1: (Cited(_TO_ALL - _TO_MAILBOXES, _REAL_NUMBER),),
    Clause.PHONE_2: (Cited(_TO_COMPANIES, frozenset({Part.VIRTUAL_NUMBER}), _in_view),),
    Clause.CONTACT_1: (Cited(_TO_COMPANIES, ADDRESSES, _in_view),),
    Clause.CONTACT_2: (Cited(_TO_ALL, _TYPED),),
    Clause.CHAT_1: (
        Cited(_TO_COMPANIES, ALL - _WITH_A_CLAUSE - _BY_MODE, _in_a_chat),
        Cited(_TO_COMPANIES, frozenset({Part.IP_REGION})),
        Cited(_TO_ALL - _TO_COMPANIES, frozenset({Action.CHAT})),
    ),
    Clause.COMMUNITY_1: (Cited(_TO_COMMUNITY, ALL - _WITH_A_CLAUSE),),
    Clause.RECOMMEND_1: (Cited(_TO_RECOMMENDER, ALL - _WITH_A_CLAUSE),),
    Clause.CAMPUS_1: (Cited(_TO_FORM_COMPANY, _BY_MODE),),
    Clause.CAMPUS_2: (
        Cited(_TO_SCHOOLS, ALL - _WITH_A_CLAUSE),
        Cited(_TO_COMPANIES, frozenset({Part.DELIVERY}), _in_view),
    ),
    Clause.SHARE_1: (Cited(_TO_RECIPIENTS, ALL - _WITH_A_CLAUSE),),
    Clause.SUPPORT_1: (Cited(_TO_SUPPORT, ALL - _WITH_A_CLAUSE),),
    Clause.DEFAULT_DENY: (Cited(_TO_OWNERS, (CHANNELS | _BY_MODE) - _REAL_NUMBER),),
}
"""For what each clause is cited, to whom and when, where a grant does not hold it."""
_ACTIONS: Items = frozenset(Action)
GATES: dict[Clause, Cited] = {
    Clause.GATE_1: Cited(_TO_ALL - _TO_OWNERS, _ACTIONS, lambda case: not case.candidate.resume_permission),
    Clause.GATE_2: Cited(_TO_ALL, _ACTIONS, lambda case: not case.candidate.exists),
    Clause.GATE_3: Cited(_TO_ALL - _TO_OWNERS, _ACTIONS, lambda case: not case.candidate.of_age),
    Clause.GATE_4: Cited(TO_QUALIFY - _TO_COMMUNITY, _ACTIONS, lambda case: not case.viewer.qualified),
    Clause.BLOCK_1: Cited(
        _TO_COMPANIES | _TO_MAILBOXES | _TO_FORM_COMPANY,
        _ACTIONS,
        lambda case: case.viewer.standing is Standing.BLOCKED,
    ),
}
"""What closes a resume or form, to whom and when (ORDER-1)."""
CLOSES: Lawful = {
    **{clause: (gate,) for clause, gate in GATES.items()},
    Clause.GATE_1: (
        GATES[Clause.GATE_1],
        Cited(_TO_COMPANIES, frozenset({Action.CHAT}), lambda case: not _chats(case)),
    ),
    Clause.MODE_1: (Cited(_TO_COMPANIES, _BY_MODE, _in_mode(Visibility.PUBLIC)),),
    Clause.MODE_2: (Cited(_TO_COMPANIES, _BY_MODE, _in_mode(Visibility.CHAT_ONLY)),),
    Clause.MODE_3: (Cited(_TO_COMPANIES, _BY_MODE, _in_mode(Visibility.HEADHUNTERS)),),
    Clause.MODE_4: (Cited(_TO_COMPANIES, _BY_MODE, _in_mode(Visibility.PRIVATE)),),
    Clause.APPLY_4: (Cited(_TO_MAILBOXES, _ACTIONS),),
    Clause.CHAT_1: (Cited(_TO_COMPANIES, frozenset({Action.CHAT}), _chats),),
    Clause.COMMUNITY_1: (Cited(_TO_COMMUNITY, _ACTIONS),),
    Clause.RECOMMEND_1: (Cited(_TO_RECOMMENDER, _ACTIONS),),
    Clause.CAMPUS_1: (Cited(_TO_FORM_COMPANY, _ACTIONS),),
    Clause.CAMPUS_2: (Cited(_TO_SCHOOLS, _ACTIONS),),
    Clause.SHARE_1: (Cited(_TO_RECIPIENTS, _ACTIONS),),
    Clause.SUPPORT_1: (Cited(_TO_SUPPORT, _ACTIONS),),
    Clause.DEFAULT_DENY: (Cited(_TO_NOBODY_NAMED, _ACTIONS),),
}
"""Which actions each clause refuses as a whole, to whom and when."""
