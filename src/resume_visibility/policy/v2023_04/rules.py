"""The policy of April 2023, clause by clause, as pure functions from facts. Every rule of it is in this file.

Nothing is granted but by a `Permit` that a clause below yields: what no clause names is withheld (LAW-5), and
no rule can grant by the absence of something. Gates come first, then blocks, then grants (ORDER-1).
"""

from collections.abc import Iterator
from functools import cache
from typing import assert_never

from ...model.complete import complete
from ...model.parts import PARTS_OF, Channel, Document, Part, with_pieces
from ...model.settings import NameDisplay, Visibility
from ...model.viewers import Action
from ..clauses import Clause
from ..decisions import Item, Permit, Rules
from ..facts import FORM_VIEWER_KINDS, TO_QUALIFY, Concern, Facts, Sharing, Standing, ViewerKind
from ..readings import Readings

LISTS = frozenset({Action.RECOMMEND, Action.SEARCH})
VIEWING = frozenset({Action.VIEW})
EXPORTING = frozenset({Action.EXPORT})
CHATTING = frozenset({Action.CHAT})
APPLIED = (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)

SECTIONS = with_pieces(
    frozenset(
        {
            Part.PROFILE,
            Part.STRENGTHS,
            Part.HIGHLIGHTS,
            Part.INTENTION,
            Part.WORK,
            Part.PROJECTS,
            Part.EDUCATION,
            Part.AWARDS,
            Part.CAMPUS_POSITIONS,
            Part.CERTIFICATES,
            Part.SKILLS,
            Part.TRAINING,
            Part.PORTFOLIO,
            Part.ADDITIONAL,
        }
    )
)
"""The online sections that 二(一)3(1)a lists, less what has a rule of its own."""

ONLINE = SECTIONS | {Part.DISPLAY_NAME, Part.AVATAR}
"""What a mode shows (PARTS-1)."""

_ADDRESS_PARTS = frozenset({Part.EMAIL, Part.HOMEPAGE})
_NUMBER_PARTS = frozenset({Part.MOBILE, Part.MESSENGER})
_REGION_PARTS = frozenset({Part.IP_REGION})
_PUBLIC_CHANNELS = frozenset({Channel.EMAIL, Channel.CHAT, Channel.VIRTUAL_NUMBER})

RECOMMENDED_BY = with_pieces(
    frozenset({Part.PROFILE, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK, Part.EDUCATION})
)
SHAREABLE = (
    ONLINE | _ADDRESS_PARTS | _NUMBER_PARTS | _REGION_PARTS | {Part.NAME, Part.ATTACHMENTS, Part.VIDEO}
)
"""What consent can name. A virtual number is for companies, a national ID number for the owner and a form's company (CONTACT-2)."""

FORM_SECTIONS = frozenset(
    {
        Part.PROFILE,
        Part.EDUCATION,
        Part.LANGUAGES,
        Part.IT_SKILLS,
        Part.PRACTICE,
        Part.AWARDS,
        Part.TRAINING,
        Part.INTERNSHIPS,
        Part.CERTIFICATES,
        Part.PUBLICATIONS,
        Part.SCHOOL_POSTS,
        Part.PROJECTS,
        Part.INTELLECTUAL_PROPERTY,
        Part.REMARKS,
    }
)
"""The sections of a form that 二(一)3(1)b lists, less what has a rule of its own."""

_THIRD_PARTY_PARTS = frozenset({Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE, Part.FAMILY, Part.RELATIVES})
_SCHOOL_PARTS = complete(
    {
        Document.RESUME: SECTIONS | {Part.DISPLAY_NAME, Part.DELIVERY},
        Document.FORM: FORM_SECTIONS | {Part.DISPLAY_NAME, Part.DELIVERY},
    },
    Document,
)
_CONTACT_PARTS = complete(
    {
        Document.RESUME: _ADDRESS_PARTS | _NUMBER_PARTS,
        Document.FORM: _NUMBER_PARTS | {Part.EMAIL, Part.LANDLINE, Part.POSTAL_ADDRESS},
    },
    Document,
)


# --- Gates and blocks ------------------------------------------------------------------------------------------------


def _gates(facts: Facts, _: Readings) -> Iterator[Clause]:
    """Section 3: what must hold before anything else is looked at."""
    is_owner = facts.kind is ViewerKind.OWNER
    if not facts.exists:
        yield Clause.GATE_2
    if not facts.resume_permission and not is_owner:
        yield Clause.GATE_1
    if not facts.of_age and not is_owner:
        yield Clause.GATE_3
    if not facts.qualified and (facts.document, facts.kind) in _MUST_QUALIFY:
        yield Clause.GATE_4
    if facts.standing is Standing.BLOCKED:
        yield Clause.BLOCK_1


_MUST_QUALIFY = TO_QUALIFY - {(Document.RESUME, ViewerKind.COMMUNITY_MEMBER)}
"""Who has to be signed in and verified (GATE-4); to the community its own clause gives nothing before (COMMUNITY-1)."""


# --- Permits ---------------------------------------------------------------------------------------------------------


def _permits(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """Who is given what, once every gate is open."""
    match facts.document:
        case Document.RESUME:
            yield from _permits_on_resume(facts, readings)
        case Document.FORM:
            yield from _permits_on_form(facts, readings)
        case _:
            assert_never(facts.document)


def _permits_on_resume(facts: Facts, readings: Readings) -> Iterator[Permit]:
    match facts.kind:
        case ViewerKind.OWNER:
            yield from _permits_to_owner(facts)
        case ViewerKind.RECRUITER | ViewerKind.HEADHUNTER:
            yield from _permits_by_mode(facts, readings)
            yield from _permits_by_application(facts, readings)
            yield from _permits_by_conversation(facts, readings)
        case ViewerKind.MAILBOX:
            yield from _permits_to_mailbox(facts, readings)
        case ViewerKind.COMMUNITY_MEMBER:
            yield from _permits_in_community(facts, readings)
        case ViewerKind.RECOMMENDER:
            parts = RECOMMENDED_BY if facts.personalised else frozenset({Part.INTENTION})
            yield Permit(Clause.RECOMMEND_1, VIEWING, parts, opens=True)
        case ViewerKind.RECIPIENT:
            yield from _permits_by_consent(facts)
        case ViewerKind.SCHOOL:
            yield from _permits_to_school(facts, readings)
        case ViewerKind.SUPPORT_AGENT:
            yield from _permits_to_support(facts)
        case ViewerKind.VISITOR:
            return
        case _:
            assert_never(facts.kind)


def _permits_on_form(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """CAMPUS-1 and CAMPUS-2: the company that a form was filled in for, the school, and the owner."""
    match facts.kind:
        case ViewerKind.OWNER:
            yield from _permits_to_owner(facts)
        case ViewerKind.RECRUITER if facts.standing in APPLIED:
            yield Permit(Clause.CAMPUS_1, VIEWING | EXPORTING, PARTS_OF[Document.FORM], opens=True)
        case ViewerKind.SCHOOL:
            yield from _permits_to_school(facts, readings)
        case (
            ViewerKind.RECRUITER
            | ViewerKind.HEADHUNTER
            | ViewerKind.MAILBOX
            | ViewerKind.COMMUNITY_MEMBER
            | ViewerKind.RECOMMENDER
        ):
            return
        case ViewerKind.RECIPIENT | ViewerKind.SUPPORT_AGENT | ViewerKind.VISITOR:
            return
        case _:
            assert_never(facts.kind)


def _permits_to_owner(facts: Facts) -> Iterator[Permit]:
    yield Permit(Clause.OWNER_1, VIEWING | EXPORTING, PARTS_OF[facts.document], opens=True)


def _permits_by_mode(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """MODE-1 to MODE-4, to somebody who is neither blocked nor unknown."""
    all_actions = LISTS | VIEWING | EXPORTING
    match facts.visibility:
        case Visibility.PUBLIC:
            yield from _permits_of_mode(facts, readings, Clause.MODE_1, all_actions, _PUBLIC_CHANNELS)
        case Visibility.CHAT_ONLY:
            actions = LISTS | VIEWING if readings.chat_only_forbids_export else all_actions
            yield from _permits_of_mode(facts, readings, Clause.MODE_2, actions, frozenset({Channel.CHAT}))
        case Visibility.HEADHUNTERS:
            if facts.kind is ViewerKind.HEADHUNTER:
                yield from _permits_of_mode(facts, readings, Clause.MODE_3, all_actions, _PUBLIC_CHANNELS)
        case Visibility.PRIVATE:
            return
        case _:
            assert_never(facts.visibility)


def _permits_of_mode(
    facts: Facts, readings: Readings, clause: Clause, actions: frozenset[Action], channels: frozenset[Channel]
) -> Iterator[Permit]:
    yield Permit(clause, actions, opens=True)
    yield Permit(Clause.PARTS_1, actions, ONLINE)
    yield from _permits_of_video(facts, readings, actions)
    yield from _permits_of_channels(facts, readings, clause, actions, channels)


def _permits_by_application(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """APPLY-1 to APPLY-3, APPLY-5 and APPLY-7, whatever the visibility."""
    if facts.standing not in APPLIED:
        return
    is_agency = facts.kind is ViewerKind.HEADHUNTER
    clause = Clause.APPLY_7 if is_agency else Clause.APPLY_1
    extra_actions = (EXPORTING if readings.application_grants_export else frozenset()) | (
        frozenset() if readings.lists_follow_visibility else LISTS
    )
    actions = VIEWING | extra_actions
    yield Permit(clause, VIEWING, ONLINE, opens=True)
    if extra_actions:
        yield Permit(Clause.APPLY_5, extra_actions, ONLINE, opens=True)
    yield from _permits_of_video(facts, readings, actions)
    if facts.standing is Standing.APPLIED_WITH_ATTACHMENTS:
        yield Permit(Clause.APPLY_2, actions, frozenset({Part.ATTACHMENTS}))
    shows_contact = readings.application_shows_contact and not (is_agency and readings.agency_gets_no_number)
    channels = frozenset(Channel) if shows_contact else _PUBLIC_CHANNELS
    yield from _permits_of_channels(facts, readings, clause, actions, channels)
    if shows_contact:
        yield Permit(clause, actions, _ADDRESS_PARTS)


def _permits_to_mailbox(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """APPLY-4: the online resume, no channel, and nothing that cannot be redacted."""
    if facts.standing in APPLIED:
        yield Permit(Clause.APPLY_4, VIEWING, ONLINE, opens=True)
        yield from _permits_of_name(facts, VIEWING)
        if not readings.mailbox_waits:
            yield Permit(Clause.APPLY_4, VIEWING, frozenset({Part.VIDEO}))
            if facts.standing is Standing.APPLIED_WITH_ATTACHMENTS:
                yield Permit(Clause.APPLY_4, VIEWING, frozenset({Part.ATTACHMENTS}))


def _permits_of_video(facts: Facts, readings: Readings, actions: frozenset[Action]) -> Iterator[Permit]:
    """APPLY-3: to recruiters."""
    if facts.kind is ViewerKind.RECRUITER or not readings.video_is_for_recruiters:
        yield Permit(Clause.APPLY_3, actions, frozenset({Part.VIDEO}))


def _permits_of_channels(
    facts: Facts, readings: Readings, clause: Clause, actions: frozenset[Action], channels: frozenset[Channel]
) -> Iterator[Permit]:
    """The channels that the candidate keeps open, what is shown for each of them, and the name."""
    yield from _permits_of_name(facts, actions)
    if Channel.CHAT in channels and facts.chat_permission:
        yield Permit(clause, actions, frozenset({Channel.CHAT}))
        yield from _permits_of_chat(facts, readings)
    if Channel.EMAIL in channels:
        yield Permit(clause, actions, frozenset({Channel.EMAIL}))
        if not readings.email_is_relayed:
            yield Permit(Clause.CONTACT_1, actions, frozenset({Part.EMAIL}))
    if Channel.VIRTUAL_NUMBER in channels:
        yield Permit(clause, actions, frozenset({Channel.VIRTUAL_NUMBER}))
        yield Permit(Clause.PHONE_2, actions, frozenset({Part.VIRTUAL_NUMBER}))
    if Channel.MOBILE in channels:
        yield Permit(clause, actions, _NUMBER_PARTS | {Channel.MOBILE})


def _permits_by_conversation(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """CHAT-1: while a conversation runs, whatever the visibility; the region is shown only then."""
    if facts.conversing and facts.chat_permission:
        yield from _permits_of_chat(facts, readings)
        yield Permit(Clause.CHAT_1, CHATTING, _REGION_PARTS)


def _permits_of_chat(facts: Facts, readings: Readings) -> Iterator[Permit]:
    avatar = frozenset({Part.AVATAR}) if readings.chat_shows_avatar else frozenset[Part]()
    yield Permit(Clause.CHAT_1, CHATTING, avatar | {Part.DISPLAY_NAME, Channel.CHAT}, opens=True)
    yield from _permits_of_name(facts, CHATTING)


def _permits_in_community(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """COMMUNITY-1: of those who are in it, under the nickname that they chose there."""
    if facts.qualified and facts.nickname is not None:
        yield Permit(
            Clause.COMMUNITY_1, VIEWING, _REGION_PARTS | {Part.DISPLAY_NAME, Part.AVATAR}, opens=True
        )
        if facts.nickname is NameDisplay.REAL:
            yield Permit(Clause.COMMUNITY_1, VIEWING, frozenset({Part.NAME}))
        if not readings.community_hides_position:
            yield Permit(Clause.COMMUNITY_1, VIEWING, frozenset({Part.LATEST_POSITION}))


def _permits_by_consent(facts: Facts) -> Iterator[Permit]:
    """SHARE-1 to SHARE-3: at most this much; the case is confined to the parts that the consent names."""
    if facts.sharing is not Sharing.NONE:
        yield Permit(SHARING[facts.sharing], VIEWING, SHAREABLE, opens=True)


SHARING = complete(
    {
        Sharing.SHARED: Clause.SHARE_1,
        Sharing.PARTNER: Clause.SHARE_3,
        Sharing.TRANSFERRED: Clause.SHARE_2,
        Sharing.DISCLOSED: Clause.SHARE_2,
        Sharing.ORDERED: Clause.SHARE_2,
    },
    [one for one in Sharing if one is not Sharing.NONE],
)
"""The clause by which something is shared."""


def _permits_to_school(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """CAMPUS-2: what a student handed in at an online talk of the school, which requires it."""
    if facts.standing in APPLIED:
        yield Permit(Clause.CAMPUS_2, VIEWING, _SCHOOL_PARTS[facts.document], opens=True)
        yield from _permits_of_name(facts, VIEWING)
        if not readings.school_gets_no_contact:
            yield Permit(Clause.CAMPUS_2, VIEWING, _CONTACT_PARTS[facts.document])
        if facts.document is Document.FORM and not readings.third_parties_stay_with_company:
            yield Permit(Clause.CAMPUS_2, VIEWING, _THIRD_PARTY_PARTS)


def _permits_to_support(facts: Facts) -> Iterator[Permit]:
    """SUPPORT-1: of whom the agent's open case names."""
    match facts.concern:
        case Concern.NONE:
            return
        case Concern.COMPLAINANT:
            contact = frozenset({Part.DISPLAY_NAME, Part.NAME, Part.MOBILE})
            yield Permit(Clause.SUPPORT_1, VIEWING, SECTIONS | contact, opens=True)
        case Concern.COMPLAINED_OF:
            yield Permit(Clause.SUPPORT_1, VIEWING, SECTIONS | {Part.DISPLAY_NAME}, opens=True)
            yield from _permits_of_name(facts, VIEWING)
        case _:
            assert_never(facts.concern)


def _permits_of_name(facts: Facts, actions: frozenset[Action]) -> Iterator[Permit]:
    """NAME-1: the real name, unless the candidate wants to be Mr./Ms. X to everybody else."""
    if facts.name_display is NameDisplay.REAL:
        names = frozenset({Part.NAME, Part.ENGLISH_NAME}) & PARTS_OF[facts.document]
        yield Permit(Clause.NAME_1, actions, names)


# --- What to cite where nothing is given -----------------------------------------------------------------------------


def _find_closest(facts: Facts, _: Readings) -> Clause:
    """The clause to cite when no permit fits: the one that would have had to give it."""
    return _closest_of(facts.document, facts.kind, facts.action, facts.visibility, facts.chat_permission)


def _closest_of(
    document: Document, kind: ViewerKind, action: Action, visibility: Visibility, chat_permission: bool
) -> Clause:
    clause = _CLOSEST_CLAUSES[document][kind]
    if clause is not None:
        return clause
    if action is not Action.CHAT:
        return _MODE_CLAUSES[visibility]
    return Clause.CHAT_1 if chat_permission else Clause.GATE_1


def _find_withholding(item: Item, facts: Facts, _: Readings) -> Clause:
    """The clause to cite for an item that a grant does not hold."""
    return _withholding_of(
        item, facts.document, facts.kind, facts.action, facts.visibility, facts.chat_permission
    )


@cache  # it is asked for most items of every grant, and there are few different questions
def _withholding_of(
    item: Item,
    document: Document,
    kind: ViewerKind,
    action: Action,
    visibility: Visibility,
    chat_permission: bool,
) -> Clause:
    is_company = document is Document.RESUME and kind in (ViewerKind.RECRUITER, ViewerKind.HEADHUNTER)
    match item:
        case Part.NAME | Part.ENGLISH_NAME if kind not in _NAMED_BY_RULES_OF_THEIR_OWN:
            return Clause.NAME_1
        case Part.MESSENGER | Part.NATIONAL_ID:
            return Clause.CONTACT_2
        case Part.MOBILE if kind is not ViewerKind.MAILBOX:
            return Clause.PHONE_1
        case Channel.MOBILE if is_company:
            return Clause.PHONE_1
        case Action():  # as it is refused when it is asked for
            return _closest_of(document, kind, item, visibility, chat_permission)
        case Channel.CHAT if is_company and not chat_permission:
            return Clause.GATE_1
        case _ if action is Action.CHAT:
            return Clause.CHAT_1
        case Part.EMAIL | Part.HOMEPAGE if is_company:
            return Clause.CONTACT_1
        case Part.VIRTUAL_NUMBER if is_company:
            return Clause.PHONE_2
        case Part.ATTACHMENTS if is_company:
            return Clause.APPLY_2
        case Part.VIDEO if is_company:
            return Clause.APPLY_3
        case Part.IP_REGION if is_company:
            return Clause.CHAT_1
        case Part.DELIVERY if is_company:
            return Clause.CAMPUS_2
        case Channel() if is_company:
            return _MODE_CLAUSES[visibility]
        case _:
            return _closest_of(document, kind, action, visibility, chat_permission)


_NAMED_BY_RULES_OF_THEIR_OWN = (ViewerKind.COMMUNITY_MEMBER, ViewerKind.RECOMMENDER)
"""Whose own rules say whether they are given the real name, however the candidate is shown to everybody else (NAME-1)."""
_MODE_CLAUSES = complete(
    {
        Visibility.PUBLIC: Clause.MODE_1,
        Visibility.CHAT_ONLY: Clause.MODE_2,
        Visibility.HEADHUNTERS: Clause.MODE_3,
        Visibility.PRIVATE: Clause.MODE_4,
    },
    Visibility,
)
_CLOSEST_ON_RESUMES: dict[ViewerKind, Clause | None] = {
    ViewerKind.OWNER: Clause.DEFAULT_DENY,
    ViewerKind.RECRUITER: None,
    ViewerKind.HEADHUNTER: None,
    ViewerKind.MAILBOX: Clause.APPLY_4,
    ViewerKind.COMMUNITY_MEMBER: Clause.COMMUNITY_1,
    ViewerKind.RECOMMENDER: Clause.RECOMMEND_1,
    ViewerKind.RECIPIENT: Clause.SHARE_1,
    ViewerKind.SCHOOL: Clause.CAMPUS_2,
    ViewerKind.SUPPORT_AGENT: Clause.SUPPORT_1,
    ViewerKind.VISITOR: Clause.DEFAULT_DENY,
}
_CLOSEST_ON_FORMS: dict[ViewerKind, Clause | None] = {
    ViewerKind.OWNER: Clause.DEFAULT_DENY,
    ViewerKind.RECRUITER: Clause.CAMPUS_1,
    ViewerKind.SCHOOL: Clause.CAMPUS_2,
    **{kind: Clause.DEFAULT_DENY for kind in ViewerKind if kind not in FORM_VIEWER_KINDS},
}
_CLOSEST_CLAUSES = complete(
    {
        Document.RESUME: complete(_CLOSEST_ON_RESUMES, ViewerKind),
        Document.FORM: complete(_CLOSEST_ON_FORMS, ViewerKind),
    },
    Document,
)
"""The clause that would have had to give something to each kind; None for companies, where that depends on the mode."""

RULES = Rules(gates=_gates, permits=_permits, closest=_find_closest, withholds=_find_withholding)
