"""The safety statements of the policy of April 2023: what it has to keep in every case, whatever its readings.

They are written from the rules and share nothing with `rules`, so that each can find a mistake of the other.
"""

from collections.abc import Iterator

from ...model.parts import PARTS_OF, Channel, Document, Part, with_pieces
from ...model.settings import NameDisplay, Visibility
from ...model.viewers import Action
from ..clauses import Clause
from ..decisions import Item
from ..facts import (
    CANDIDATE_FACTS,
    Concern,
    Facts,
    Kind,
    Sharing,
    Standing,
    join,
)
from ..statements import (
    ALL,
    BITS,
    NOTHING,
    Asked,
    Cited,
    Given,
    Holds,
    Items,
    Lawful,
    Space,
    Statement,
    Whom,
    actions,
    cited_as_well,
    cited_lawfully,
    each_grant,
    foreign,
    gates_cited,
    impure,
    items_in,
    names,
    never,
    silent_refusals,
    tighter_candidates,
    tighter_viewers,
    uncited,
    unreasoned,
    when,
    withheld,
)

_APPLIED = (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)
_COMPANIES = (Kind.RECRUITER, Kind.HEADHUNTER)
_LISTS = frozenset({Action.RECOMMEND, Action.SEARCH})
_OPENED = frozenset({Action.VIEW, Action.EXPORT})
_OFF = (True, False)

_VIEWING: Items = frozenset({Action.VIEW})
_CHANNELS: Items = frozenset(Channel)
_NUMBERS: Items = frozenset({Part.MOBILE, Part.MESSENGER, Channel.MOBILE})
_ADDRESSES: Items = frozenset({Part.EMAIL, Part.HOMEPAGE})
_CHAT: Items = frozenset({Channel.CHAT, Action.CHAT})
_OTHERS: Items = frozenset({Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE})
_FILES: Items = frozenset({Part.ATTACHMENTS, Part.VIDEO, Part.AVATAR, Part.PHOTO})
_FORM_CONTACT: Items = frozenset({Part.LANDLINE, Part.POSTAL_ADDRESS})
_SECTIONS: Items = with_pieces(
    PARTS_OF[Document.RESUME]
    - {
        *(Part.NAME, Part.DISPLAY_NAME, Part.AVATAR, Part.MOBILE, Part.EMAIL, Part.HOMEPAGE, Part.DELIVERY),
        *(
            Part.VIRTUAL_NUMBER,
            Part.ATTACHMENTS,
            Part.VIDEO,
            Part.MESSENGER,
            Part.NATIONAL_ID,
            Part.IP_REGION,
        ),
    }
)
_ONLINE: Items = _SECTIONS | {Part.DISPLAY_NAME, Part.AVATAR}
_IN_CHAT: Items = frozenset({Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}) | _CHAT | set(Action)
_IN_COMMUNITY: Items = _VIEWING | {Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}
_RECOMMENDED_BY: Items = _VIEWING | with_pieces(
    frozenset({Part.PROFILE, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK, Part.EDUCATION})
)
_SHARED: Items = _VIEWING | (
    PARTS_OF[Document.RESUME] - {Part.NATIONAL_ID, Part.VIRTUAL_NUMBER, Part.DELIVERY}
)
_SUPPORT: Items = _VIEWING | _SECTIONS | {Part.DISPLAY_NAME, Part.NAME}
_UNREACHED: Items = _CHANNELS | _ADDRESSES | {Part.MOBILE, Part.MESSENGER, Part.VIRTUAL_NUMBER}


# --- Who asks ---------------------------------------------------------------------------------------------------------


def _resume(case: Asked) -> bool:
    return case.viewer.document is Document.RESUME


def _form(case: Asked) -> bool:
    return case.viewer.document is Document.FORM


def _of(*kinds: Kind) -> Holds:
    """Whether one of these kinds of viewer asks, for a resume or a form."""
    return lambda case: case.viewer.kind in kinds


def _of_company(case: Asked) -> bool:
    """Whether a recruiter or headhunter asks for a resume: somebody of a company who signs in."""
    return _resume(case) and case.viewer.kind in _COMPANIES


def _applied(case: Asked) -> bool:
    return _of_company(case) and case.viewer.standing in _APPLIED


def _opened_by_application(case: Asked) -> frozenset[Action]:
    """What an application is for (APPLY-1, APPLY-5, APPLY-7)."""
    opened = _OPENED if case.readings.application_grants_export else frozenset({Action.VIEW})
    return opened if case.readings.lists_follow_visibility else opened | _LISTS


def _by_application(case: Asked) -> bool:
    """Whether an application may show the resume for this action."""
    return _applied(case) and case.viewer.action in _opened_by_application(case)


def _shows_contact(case: Asked) -> bool:
    """Whether an application may show contact details (APPLY-1, APPLY-7)."""
    agency = case.viewer.kind is Kind.HEADHUNTER
    contact = case.readings.application_shows_contact
    return contact and _by_application(case) and not (agency and case.readings.agency_gets_no_number)


def _public(case: Asked) -> bool:
    """Whether the mode is public to this viewer."""
    if not _of_company(case) or case.candidate.visibility is Visibility.PRIVATE:
        return False
    return case.candidate.visibility is not Visibility.HEADHUNTERS or case.viewer.kind is Kind.HEADHUNTER


def _consented(case: Asked) -> bool:
    """Whether a recipient asks who has consent or an order."""
    return case.viewer.kind is Kind.RECIPIENT and case.viewer.sharing is not Sharing.NONE


def _complainant(case: Asked) -> bool:
    """Whether a support agent asks whose case the candidate opened."""
    return case.viewer.kind is Kind.SUPPORT_AGENT and case.viewer.concern is Concern.COMPLAINANT


def _addressed(case: Asked) -> bool:
    """Whether the company asks for which a form was filled in, or its owner (CAMPUS-1)."""
    return _form(case) and case.viewer.kind in (Kind.RECRUITER, Kind.OWNER)


def _owner(case: Asked) -> bool:
    return case.viewer.kind is Kind.OWNER


def _delivered(case: Asked) -> bool:
    """Whether a mailbox asks that may have what cannot be redacted (APPLY-4)."""
    return case.viewer.kind is Kind.MAILBOX and not case.readings.mailbox_waits


def _school_with_contact(case: Asked) -> bool:
    return case.viewer.kind is Kind.SCHOOL and not case.readings.school_gets_no_contact


# --- What may not be given --------------------------------------------------------------------------------------------


def _mode_opens(case: Asked) -> frozenset[Action]:
    """What the mode is for, to this viewer (MODE-1 to MODE-4)."""
    if not _public(case):
        return frozenset()
    closed = case.candidate.visibility is Visibility.CHAT_ONLY and case.readings.chat_only_forbids_export
    return _LISTS | ({Action.VIEW} if closed else _OPENED)


def _named_actions(case: Asked) -> frozenset[Action]:
    """The actions that some rule names for this kind of viewer in this case, every gate being open."""
    viewer = case.viewer
    if viewer.kind is Kind.OWNER or (_form(case) and viewer.kind is Kind.RECRUITER):
        return _OPENED
    if _form(case):
        return frozenset({Action.VIEW} if viewer.kind is Kind.SCHOOL else ())
    if not _of_company(case):
        return frozenset() if viewer.kind is Kind.VISITOR else frozenset({Action.VIEW})
    named = _mode_opens(case) | (_opened_by_application(case) if _applied(case) else frozenset())
    if _public(case) or _applied(case) or viewer.conversing:
        named |= {Action.CHAT}
    return named


def _unnamed(case: Given) -> Items:
    """What may not be given because no rule names the action, or that action among those one may take (LAW-5)."""
    named = _named_actions(case)
    return frozenset(Action) - named if case.viewer.action in named else ALL


def _chat_only(case: Given) -> Items:
    """What MODE-2 does not open, to a company without an application."""
    if case.candidate.visibility is not Visibility.CHAT_ONLY or not _of_company(case):
        return NOTHING
    reached = NOTHING if _by_application(case) else _CHANNELS - {Channel.CHAT}
    exported = {Action.EXPORT} if case.readings.chat_only_forbids_export else set[Item]()
    return reached if _applied(case) else reached | exported


def _closed_mode(case: Given) -> Items:
    """What MODE-3 and MODE-4 keep from a company to which they are not public."""
    if _applied(case) or not _of_company(case):
        return NOTHING
    return ALL - _IN_CHAT if case.viewer.conversing and case.viewer.action is Action.CHAT else ALL


def _honorific(case: Asked) -> bool:
    """Whether the candidate hides the real name from this viewer (NAME-1, COMMUNITY-1)."""
    if case.viewer.kind is Kind.COMMUNITY_MEMBER:
        return case.viewer.nickname is not NameDisplay.REAL
    named = _owner(case) or _addressed(case) or _consented(case) or _complainant(case)
    return not named and case.candidate.name_display is NameDisplay.HONORIFIC


def _addressed_by_mail(case: Given) -> Items:
    """E-mail address and homepage, to whom no rule gives them (CONTACT-1)."""
    if _owner(case) or _addressed(case) or _consented(case) or _shows_contact(case):
        return NOTHING
    if _school_with_contact(case):
        return NOTHING
    relayed = case.readings.email_is_relayed or Channel.EMAIL not in case.given
    return _ADDRESSES if relayed else frozenset({Part.HOMEPAGE})


def _half_a_virtual_number(case: Given) -> Items:
    """The virtual number or its channel, where the other is missing (PHONE-2)."""
    whole = (Part.VIRTUAL_NUMBER in case.given) == (Channel.VIRTUAL_NUMBER in case.given)
    return NOTHING if _owner(case) or whole else frozenset({Part.VIRTUAL_NUMBER, Channel.VIRTUAL_NUMBER})


def _holds_attachments(case: Asked) -> bool:
    """Whether something may give attachments (APPLY-2, APPLY-4)."""
    carried = case.viewer.standing is Standing.APPLIED_WITH_ATTACHMENTS
    return _owner(case) or _consented(case) or (carried and (_by_application(case) or _delivered(case)))


def _shows_video(case: Asked) -> bool:
    """Whether something may give the video (APPLY-3, APPLY-4)."""
    if _owner(case) or _consented(case) or _delivered(case):
        return True
    if case.viewer.kind is Kind.HEADHUNTER and case.readings.video_is_for_recruiters:
        return False
    return _by_application(case) or (_public(case) and case.viewer.action is not Action.CHAT)


def _location(case: Asked) -> bool:
    """Whether no rule gives the IP region (CHAT-1, COMMUNITY-1)."""
    if _owner(case) or case.viewer.kind is Kind.COMMUNITY_MEMBER or _consented(case):
        return False
    return not (_of_company(case) and case.viewer.action is Action.CHAT and case.viewer.conversing)


def _for_school(case: Given) -> Items:
    """What CAMPUS-2 keeps from the school."""
    if case.viewer.kind is not Kind.SCHOOL:
        return NOTHING
    kept = _FILES | _CHANNELS | (frozenset(Action) - _VIEWING)
    if case.readings.school_gets_no_contact:
        kept |= _ADDRESSES | _NUMBERS | _FORM_CONTACT
    return kept | _OTHERS if case.readings.third_parties_stay_with_company else kept


def _owner_misses(space: Space) -> Iterator[tuple[Facts, str]]:
    """The cases in which the owner is not given everything (OWNER-1)."""
    for viewer, row in space.given.items():
        everything = sum(BITS[part] for part in PARTS_OF[viewer.document]) | sum(BITS[a] for a in _OPENED)
        if viewer.kind is Kind.OWNER and viewer.action in _OPENED:
            for half, given in zip(CANDIDATE_FACTS[viewer.document], row, strict=True):
                if half.exists and everything & ~given:
                    missing = ", ".join(names(items_in(everything & ~given)))
                    yield join(viewer, half), f"the owner is not given {missing}"


# --- Which clause may be cited ----------------------------------------------------------------------------------------


def _to(document: Document, *kinds: Kind) -> frozenset[tuple[Document, Kind]]:
    return frozenset((document, kind) for kind in kinds)


_TO_COMPANIES = _to(Document.RESUME, *_COMPANIES)
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

_TO_QUALIFIED = _TO_COMPANIES | _TO_SCHOOLS | _TO_SUPPORT | _TO_FORM_COMPANY
_REACHED: Items = frozenset({Channel.EMAIL, Channel.CHAT, Channel.VIRTUAL_NUMBER})
_BY_MODE: Items = frozenset(Action) - {Action.CHAT}


def _shown_in(visibility: Visibility) -> Holds:
    """Whether that mode shows the resume for the action asked for."""
    return lambda case: case.candidate.visibility is visibility and _by_mode(case)


def _in_mode(visibility: Visibility) -> Holds:
    return lambda case: case.candidate.visibility is visibility


def _by_mode(case: Asked) -> bool:
    """Whether the mode shows the resume for the action asked for, an application aside."""
    return case.viewer.action in _mode_opens(case)


def _in_view(case: Asked) -> bool:
    return case.viewer.action is not Action.CHAT


def _in_a_chat(case: Asked) -> bool:
    return case.viewer.action is Action.CHAT


def _opened_besides(case: Asked) -> bool:
    """Whether an application shows the resume for this action, which is not viewing (APPLY-5)."""
    return _by_application(case) and case.viewer.action is not Action.VIEW


def _real_name(case: Asked) -> bool:
    return case.candidate.name_display is NameDisplay.REAL


def _chats(case: Asked) -> bool:
    return case.candidate.chat_permission


def _shared_as(*sharings: Sharing) -> Holds:
    return lambda case: case.viewer.sharing in sharings


def _has_applied(case: Asked) -> bool:
    return case.viewer.standing in _APPLIED


def _with_attachments(case: Asked) -> bool:
    return case.viewer.standing is Standing.APPLIED_WITH_ATTACHMENTS


def _applications(to: Whom) -> tuple[Cited, ...]:
    """What APPLY-1 gives to recruiters, and APPLY-7 to headhunters."""
    return (
        Cited(to, _VIEWING, _has_applied),
        Cited(to, _ONLINE, lambda case: _has_applied(case) and case.viewer.action is Action.VIEW),
        Cited(to, _REACHED, _by_application),
        Cited(to, _NUMBERS | _ADDRESSES, _shows_contact),
    )


_NAMES: Items = frozenset({Part.NAME, Part.ENGLISH_NAME})
_SOMEBODY_ELSES: Items = _FILES | _NAMES
GIVES: Lawful = {
    Clause.MODE_1: (
        Cited(_TO_COMPANIES, _BY_MODE, _in_mode(Visibility.PUBLIC)),
        Cited(_TO_COMPANIES, _REACHED, _shown_in(Visibility.PUBLIC)),
    ),
    Clause.MODE_2: (
        Cited(_TO_COMPANIES, _LISTS | _VIEWING, _in_mode(Visibility.CHAT_ONLY)),
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
    Clause.PARTS_1: (Cited(_TO_COMPANIES, _ONLINE, _by_mode),),
    Clause.APPLY_1: _applications(_TO_RECRUITERS),
    Clause.APPLY_2: (
        Cited(
            _TO_COMPANIES,
            frozenset({Part.ATTACHMENTS}),
            lambda case: _with_attachments(case) and _by_application(case),
        ),
    ),
    Clause.APPLY_3: (
        Cited(_TO_COMPANIES, frozenset({Part.VIDEO}), lambda case: _by_mode(case) or _by_application(case)),
    ),
    Clause.APPLY_4: (
        Cited(_TO_MAILBOXES, _VIEWING | _ONLINE, _has_applied),
        Cited(_TO_MAILBOXES, frozenset({Part.VIDEO}), lambda case: _has_applied(case) and _delivered(case)),
        Cited(
            _TO_MAILBOXES,
            frozenset({Part.ATTACHMENTS}),
            lambda case: _with_attachments(case) and _delivered(case),
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
            _LISTS,
            lambda case: _has_applied(case) and not case.readings.lists_follow_visibility,
        ),
        Cited(_TO_COMPANIES, _ONLINE, _opened_besides),
    ),
    Clause.APPLY_7: _applications(_TO_HEADHUNTERS),
    Clause.NAME_1: (
        Cited(_TO_COMPANIES | _TO_MAILBOXES | _TO_SCHOOLS, _NAMES, _real_name),
        Cited(_TO_SUPPORT, _NAMES, lambda case: _real_name(case) and not _complainant(case)),
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
    Clause.COMMUNITY_1: (Cited(_TO_COMMUNITY, _IN_COMMUNITY | {Part.LATEST_POSITION}),),
    Clause.RECOMMEND_1: (Cited(_TO_RECOMMENDER, _RECOMMENDED_BY),),
    Clause.CAMPUS_1: (Cited(_TO_FORM_COMPANY, _OPENED | PARTS_OF[Document.FORM], _has_applied),),
    Clause.CAMPUS_2: (Cited(_TO_SCHOOLS, _VIEWING | (frozenset(Part) - _SOMEBODY_ELSES), _has_applied),),
    Clause.SHARE_1: (Cited(_TO_RECIPIENTS, _SHARED, _shared_as(Sharing.SHARED)),),
    Clause.SHARE_2: (
        Cited(
            _TO_RECIPIENTS,
            _SHARED,
            _shared_as(Sharing.TRANSFERRED, Sharing.DISCLOSED, Sharing.ORDERED),
        ),
    ),
    Clause.SHARE_3: (Cited(_TO_RECIPIENTS, _SHARED, _shared_as(Sharing.PARTNER)),),
    Clause.SUPPORT_1: (
        Cited(
            _TO_SUPPORT,
            _SUPPORT - {Part.NAME},
            lambda case: case.viewer.concern is not Concern.NONE,
        ),
        Cited(_TO_SUPPORT, frozenset({Part.NAME, Part.MOBILE}), _complainant),
    ),
    Clause.OWNER_1: (Cited(_TO_OWNERS, _OPENED | frozenset(Part)),),
}
"""What each clause gives, to whom and when; a clause that is not here gives nothing."""

_REAL_NUMBER: Items = frozenset({Part.MOBILE, Channel.MOBILE})
_TYPED: Items = frozenset({Part.MESSENGER, Part.NATIONAL_ID})
_WITH_A_CLAUSE: Items = _NAMES | _REAL_NUMBER | _TYPED | {Action.CHAT}
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
    Clause.GATE_1: (Cited(_TO_COMPANIES, _CHAT, lambda case: not _chats(case)),),
    Clause.MODE_1: _mode_withholds(Visibility.PUBLIC),
    Clause.MODE_2: _mode_withholds(Visibility.CHAT_ONLY),
    Clause.MODE_3: _mode_withholds(Visibility.HEADHUNTERS),
    Clause.MODE_4: _mode_withholds(Visibility.PRIVATE),
    Clause.APPLY_2: (Cited(_TO_COMPANIES, frozenset({Part.ATTACHMENTS}), _in_view),),
    Clause.APPLY_3: (Cited(_TO_COMPANIES, frozenset({Part.VIDEO}), _in_view),),
    Clause.APPLY_4: (Cited(_TO_MAILBOXES, ALL - _WITH_A_CLAUSE | _REAL_NUMBER),),
    Clause.NAME_1: (Cited(_TO_ALL, _NAMES),),
    Clause.PHONE_1: (Cited(_TO_ALL - _TO_MAILBOXES, _REAL_NUMBER),),
    Clause.PHONE_2: (Cited(_TO_COMPANIES, frozenset({Part.VIRTUAL_NUMBER}), _in_view),),
    Clause.CONTACT_1: (Cited(_TO_COMPANIES, _ADDRESSES, _in_view),),
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
    Clause.DEFAULT_DENY: (Cited(_TO_OWNERS, (_CHANNELS | _BY_MODE) - _REAL_NUMBER),),
}
"""For what each clause is cited, to whom and when, where a grant does not hold it."""

_ACTIONS: Items = frozenset(Action)
GATES: dict[Clause, Cited] = {
    Clause.GATE_1: Cited(_TO_ALL - _TO_OWNERS, _ACTIONS, lambda case: not case.candidate.resume_permission),
    Clause.GATE_2: Cited(_TO_ALL, _ACTIONS, lambda case: not case.candidate.exists),
    Clause.GATE_3: Cited(_TO_ALL - _TO_OWNERS, _ACTIONS, lambda case: not case.candidate.of_age),
    Clause.GATE_4: Cited(_TO_QUALIFIED, _ACTIONS, lambda case: not case.viewer.qualified),
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


# --- The statements ---------------------------------------------------------------------------------------------------

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "real number",
        ("PHONE-1", "APPLY-1", "APPLY-7", "CONTACT-2"),
        "the real mobile number and messenger accounts are for the owner, companies applied to, consent, and a complainant's case",
        never(
            lambda case: (
                NOTHING
                if _owner(case)
                or _addressed(case)
                or _shows_contact(case)
                or _consented(case)
                or _school_with_contact(case)
                else _NUMBERS - {Part.MOBILE}
                if _complainant(case)
                else _NUMBERS
            )
        ),
    ),
    Statement(
        "blocked",
        ("BLOCK-1", "ORDER-1"),
        "a blocked company is given nothing",
        when(lambda case: case.viewer.standing is Standing.BLOCKED),
    ),
    Statement(
        "resume permission",
        ("GATE-1",),
        "with the resume permission off nobody but the owner is given anything",
        when(lambda case: not case.candidate.resume_permission and not _owner(case)),
    ),
    Statement(
        "chat permission",
        ("GATE-1",),
        "with the chat permission off there is neither a chat nor a channel for it",
        when(lambda case: not case.candidate.chat_permission, _CHAT),
    ),
    Statement(
        "gone",
        ("GATE-2",),
        "of a deleted resume or a closed account nobody is given anything",
        when(lambda case: not case.candidate.exists),
    ),
    Statement(
        "under age",
        ("GATE-3",),
        "of somebody not surely of age nobody but the owner is given anything",
        when(lambda case: not case.candidate.of_age and not _owner(case)),
    ),
    Statement(
        "verified",
        ("GATE-4",),
        "a recruiter, headhunter, school or support agent who is not signed in and verified is given nothing",
        when(
            lambda case: (
                (case.viewer.document, case.viewer.kind) in _TO_QUALIFIED and not case.viewer.qualified
            )
        ),
    ),
    Statement(
        "nobody else",
        ("LAW-5", "CAMPUS-1"),
        "a visitor is given nothing, and of a form nobody but owner, company and school is given anything",
        when(
            lambda case: (
                case.viewer.kind is Kind.VISITOR
                or (_form(case) and case.viewer.kind not in (Kind.OWNER, Kind.RECRUITER, Kind.SCHOOL))
            )
        ),
    ),
    Statement(
        "named actions",
        ("LAW-5", "APPLY-5"),
        "an action that no clause names for a viewer is refused, and not among what they may do",
        never(_unnamed),
    ),
    Statement(
        "of the document",
        ("LAW-5",),
        "a grant is of what was asked for, and gives nothing that a resume, or a form, does not have",
        each_grant(foreign),
    ),
    Statement(
        "channels",
        ("LAW-5", "CAMPUS-1"),
        "only a recruiter or headhunter reaches the candidate, by way of a resume",
        when(lambda case: not _of_company(case), _CHANNELS),
    ),
    Statement(
        "cited",
        ("LAW-5",),
        "each item given cites a clause that grants",
        each_grant(uncited),
    ),
    Statement(
        "reasons",
        ("LAW-5",),
        "each item not given in a grant cites a clause that withholds it",
        each_grant(unreasoned),
    ),
    Statement(
        "refusals",
        ("LAW-5",),
        "each refusal cites a clause",
        silent_refusals,
    ),
    Statement(
        "citations",
        ("LAW-5", "SHARE-1", "SHARE-2", "SHARE-3"),
        "a clause is cited only for what it gives, withholds or refuses, to whom it speaks of, and where it holds",
        cited_lawfully(GIVES, WITHHOLDS, CLOSES),
    ),
    Statement(
        "gates",
        ("ORDER-1",),
        "a refusal cites every gate and block that is closed, and then nothing else",
        gates_cited(GATES),
    ),
    Statement(
        "all clauses",
        ("LAW-5",),
        "what a mode gives, and what an application gives, is cited as well where both give it",
        cited_as_well(
            ("standing", (Standing.NONE, Standing.APPLIED)),
            ("standing", (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)),
            *(("visibility", (Visibility.PRIVATE, mode)) for mode in Visibility),
        ),
    ),
    Statement(
        "withheld",
        ("LAW-5",),
        "what is withheld is every part that is not given",
        each_grant(withheld),
    ),
    Statement(
        "pure",
        ("LAW-6",),
        "the same facts are decided in the same way, in whatever order they are asked",
        impure,
    ),
    Statement(
        "honorific",
        ("NAME-1", "COMMUNITY-1"),
        "with the honorific on the real name is given where a rule names it; the community follows its own nickname",
        when(_honorific, _NAMES),
    ),
    Statement(
        "attachments",
        ("APPLY-2", "APPLY-4"),
        "attachments are shown by an application that carried them, to the owner, and by consent",
        when(lambda case: not _holds_attachments(case), frozenset({Part.ATTACHMENTS})),
    ),
    Statement(
        "video",
        ("APPLY-3", "APPLY-4"),
        "the video is shown to recruiters, by an application or with a public resume, to the owner, and by consent",
        when(lambda case: not _shows_video(case), frozenset({Part.VIDEO})),
    ),
    Statement(
        "chat only",
        ("MODE-2",),
        "the chat-only mode opens the chat alone and no export, an application aside",
        never(_chat_only),
    ),
    Statement(
        "headhunters only",
        ("MODE-3",),
        "to recruiters not applied to a resume for headhunters gives nothing, a running conversation aside",
        never(
            lambda case: (
                _closed_mode(case)
                if case.candidate.visibility is Visibility.HEADHUNTERS and case.viewer.kind is Kind.RECRUITER
                else NOTHING
            )
        ),
    ),
    Statement(
        "private",
        ("MODE-4",),
        "to companies not applied to a private resume gives nothing, a running conversation aside",
        never(
            lambda case: _closed_mode(case) if case.candidate.visibility is Visibility.PRIVATE else NOTHING
        ),
    ),
    Statement(
        "what a mode shows",
        ("PARTS-1", "SEARCH-1"),
        "a list shows online sections, avatar, video and virtual number at most, as a view without application does",
        when(
            lambda case: (
                _of_company(case) and not _by_application(case) and case.viewer.action is not Action.CHAT
            ),
            frozenset(
                {Part.MOBILE, Part.MESSENGER, Part.HOMEPAGE, Part.ATTACHMENTS, Part.IP_REGION, Part.DELIVERY}
            ),
        ),
    ),
    Statement(
        "mailbox",
        ("APPLY-4",),
        "a mailbox is given no channel and no contact",
        when(_of(Kind.MAILBOX), _UNREACHED),
    ),
    Statement(
        "delivery",
        ("APPLY-4",),
        "a mailbox is given nothing but by an application delivered to it",
        when(lambda case: case.viewer.kind is Kind.MAILBOX and case.viewer.standing not in _APPLIED),
    ),
    Statement(
        "e-mail",
        ("CONTACT-1",),
        "e-mail address and homepage are shown by an application to a company, to the owner, and by consent",
        never(_addressed_by_mail),
    ),
    Statement(
        "virtual number",
        ("PHONE-2",),
        "the virtual number is shown exactly where it is a channel, the owner aside",
        never(_half_a_virtual_number),
    ),
    Statement(
        "national id",
        ("CONTACT-2",),
        "national ID numbers are for the owner, and for the company that a form was filled in for",
        when(lambda case: not (_owner(case) or _addressed(case)), frozenset({Part.NATIONAL_ID})),
    ),
    Statement(
        "IP region",
        ("CHAT-1", "COMMUNITY-1"),
        "the IP region is shown while a conversation runs, in the community, to the owner, and by consent",
        when(_location, frozenset({Part.IP_REGION})),
    ),
    Statement(
        "in chat",
        ("CHAT-1",),
        "a chat shows display name, avatar and IP region at most, and the real name as NAME-1 says",
        never(
            lambda case: (
                NOTHING
                if case.viewer.action is not Action.CHAT
                else ALL - _IN_CHAT
                if case.readings.chat_shows_avatar
                else ALL - _IN_CHAT | {Part.AVATAR}
            )
        ),
    ),
    Statement(
        "community",
        ("COMMUNITY-1", "LAW-9"),
        "a member of the community is given avatar, nickname and IP region at most, and the latest position where chosen",
        never(
            lambda case: (
                NOTHING
                if case.viewer.kind is not Kind.COMMUNITY_MEMBER
                else ALL
                - _IN_COMMUNITY
                - (set[Item]() if case.readings.community_hides_position else {Part.LATEST_POSITION})
            )
        ),
    ),
    Statement(
        "joined",
        ("COMMUNITY-1",),
        "the community is given nothing of who is not in it, and who is not signed in nothing of it",
        when(
            lambda case: (
                case.viewer.kind is Kind.COMMUNITY_MEMBER
                and (case.viewer.nickname is None or not case.viewer.qualified)
            )
        ),
    ),
    Statement(
        "recommender",
        ("RECOMMEND-1",),
        "the recommender is given five sections at most, without name and contact",
        when(_of(Kind.RECOMMENDER), ALL - _RECOMMENDED_BY),
    ),
    Statement(
        "impersonal",
        ("RECOMMEND-1",),
        "with personalisation off the recommender is given the intention alone",
        when(
            lambda case: case.viewer.kind is Kind.RECOMMENDER and not case.viewer.personalised,
            ALL - _VIEWING - {Part.INTENTION},
        ),
    ),
    Statement(
        "recipient",
        ("SHARE-1", "SHARE-3"),
        "a recipient is given at most what consent can name, and no channel",
        when(_of(Kind.RECIPIENT), ALL - _SHARED),
    ),
    Statement(
        "consent",
        ("SHARE-1", "SHARE-2"),
        "a recipient is given nothing without consent in force or an order of the law",
        when(lambda case: case.viewer.kind is Kind.RECIPIENT and not _consented(case)),
    ),
    Statement(
        "form",
        ("CAMPUS-1",),
        "a form is given to a company only when it was handed in to it",
        when(
            lambda case: (
                _form(case)
                and case.viewer.kind is Kind.RECRUITER
                and case.viewer.standing is not Standing.APPLIED
            )
        ),
    ),
    Statement(
        "talk",
        ("CAMPUS-2",),
        "a school is given nothing but what was handed in at its talk, where it requires that",
        when(lambda case: case.viewer.kind is Kind.SCHOOL and case.viewer.standing is not Standing.APPLIED),
    ),
    Statement(
        "school",
        ("CAMPUS-2",),
        "a school is given no contact, no other people's data, no file, and no action but viewing",
        never(_for_school),
    ),
    Statement(
        "delivery record",
        ("CAMPUS-2",),
        "the delivery record is for the owner, the school, and the company that a form was filled in for",
        when(
            lambda case: not (_owner(case) or _addressed(case) or case.viewer.kind is Kind.SCHOOL),
            frozenset({Part.DELIVERY}),
        ),
    ),
    Statement(
        "support",
        ("SUPPORT-1",),
        "a support agent is given online sections and name at most, and a complainant's number",
        never(
            lambda case: (
                NOTHING
                if case.viewer.kind is not Kind.SUPPORT_AGENT
                else ALL - _SUPPORT - ({Part.MOBILE} if _complainant(case) else set[Item]())
            )
        ),
    ),
    Statement(
        "open case",
        ("SUPPORT-1",),
        "a support agent is given nothing without an open case that names the candidate",
        when(lambda case: case.viewer.kind is Kind.SUPPORT_AGENT and case.viewer.concern is Concern.NONE),
    ),
    Statement(
        "owner",
        ("OWNER-1",),
        "the owner is given everything, and may take a copy",
        _owner_misses,
    ),
    Statement(
        "actions agree",
        ("LAW-8",),
        "the actions that a decision names are those that are decided so when they are asked for",
        actions,
    ),
    Statement(
        "going private",
        ("LAW-4",),
        "a mode nearer to private never gives more",
        tighter_candidates(
            "visibility",
            (Visibility.PUBLIC, Visibility.CHAT_ONLY),
            (Visibility.PUBLIC, Visibility.HEADHUNTERS),
            (Visibility.CHAT_ONLY, Visibility.PRIVATE),
            (Visibility.HEADHUNTERS, Visibility.PRIVATE),
        ),
    ),
    Statement(
        "turning the honorific on",
        ("LAW-4",),
        "the honorific never gives more than the real name",
        tighter_candidates("name_display", (NameDisplay.REAL, NameDisplay.HONORIFIC)),
    ),
    Statement(
        "switching the resume permission off",
        ("LAW-4",),
        "the resume permission off never gives more than on",
        tighter_candidates("resume_permission", _OFF),
    ),
    Statement(
        "switching the chat permission off",
        ("LAW-4",),
        "the chat permission off never gives more than on",
        tighter_candidates("chat_permission", _OFF),
    ),
    Statement(
        "deleting",
        ("LAW-4",),
        "a deleted resume never gives more than one that is there",
        tighter_candidates("exists", _OFF),
    ),
    Statement(
        "being younger",
        ("LAW-4",),
        "somebody not surely of age is never shown more than somebody who is",
        tighter_candidates("of_age", _OFF),
    ),
    Statement(
        "signing out",
        ("LAW-4",),
        "who is not signed in and verified is never given more than who is",
        tighter_viewers("qualified", _OFF),
    ),
    Statement(
        "blocking",
        ("LAW-4",),
        "a blocked company is never given more than any other",
        tighter_viewers(
            "standing", *((loose, Standing.BLOCKED) for loose in Standing if loose is not Standing.BLOCKED)
        ),
    ),
    Statement(
        "withdrawing an application",
        ("LAW-4", "APPLY-8"),
        "a company or school is never given more by fewer applications",
        tighter_viewers(
            "standing",
            (Standing.APPLIED_WITH_ATTACHMENTS, Standing.APPLIED),
            (Standing.APPLIED, Standing.NONE),
        ),
    ),
    Statement(
        "ending a conversation",
        ("LAW-4",),
        "a conversation that is over never gives more than one that runs",
        tighter_viewers("conversing", _OFF),
    ),
    Statement(
        "hiding the nickname",
        ("LAW-4",),
        "a nickname nearer to none never gives more",
        tighter_viewers("nickname", (NameDisplay.REAL, NameDisplay.HONORIFIC), (NameDisplay.HONORIFIC, None)),
    ),
    Statement(
        "switching personalisation off",
        ("LAW-4",),
        "personalisation off never gives more than on",
        tighter_viewers("personalised", _OFF),
    ),
    Statement(
        "withdrawing consent",
        ("LAW-4",),
        "without consent a recipient is never given more than with it",
        tighter_viewers(
            "sharing", *((loose, Sharing.NONE) for loose in Sharing if loose is not Sharing.NONE)
        ),
    ),
    Statement(
        "closing a case",
        ("LAW-4",),
        "without an open case, or as the one complained of, a candidate is never shown more",
        tighter_viewers(
            "concern", (Concern.COMPLAINANT, Concern.COMPLAINED_OF), (Concern.COMPLAINED_OF, Concern.NONE)
        ),
    ),
)
"""Everything that `verify` checks, each over every case there is."""
