"""What statements and citations ask of a case: who asks, and for which items."""

from typing import assert_never

from ...model.complete import complete
from ...model.parts import Channel, Document, Part, with_pieces
from ...model.settings import Visibility
from ...model.viewers import Action
from ..facts import Concern, Sharing, Standing, ViewerKind
from ..statements import AskedCase, Items, Predicate

APPLIED = (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)
COMPANIES = (ViewerKind.RECRUITER, ViewerKind.HEADHUNTER)
LISTS = frozenset({Action.RECOMMEND, Action.SEARCH})
OPENED = frozenset({Action.VIEW, Action.EXPORT})
VIEWING: Items = frozenset({Action.VIEW})
CHANNELS: Items = frozenset(Channel)
NUMBERS: Items = frozenset({Part.MOBILE, Part.MESSENGER, Channel.MOBILE})
ADDRESSES: Items = frozenset({Part.EMAIL, Part.HOMEPAGE})
CHAT: Items = frozenset({Channel.CHAT, Action.CHAT})
FILES: Items = frozenset({Part.ATTACHMENTS, Part.VIDEO, Part.AVATAR, Part.PHOTO})
SECTIONS: Items = with_pieces(
    frozenset(
        {
            *(Part.PROFILE, Part.STRENGTHS, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK, Part.PROJECTS),
            *(Part.EDUCATION, Part.AWARDS, Part.CAMPUS_POSITIONS, Part.CERTIFICATES, Part.SKILLS),
            *(Part.TRAINING, Part.PORTFOLIO, Part.ADDITIONAL),
        }
    )
)
"""Listed, as in the rules, and not what others leave: a new part is in no statement until somebody puts it here (LAW-5)."""
ONLINE: Items = SECTIONS | {Part.DISPLAY_NAME, Part.AVATAR}
IN_COMMUNITY: Items = VIEWING | {Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}
RECOMMENDED_BY: Items = VIEWING | with_pieces(
    frozenset({Part.PROFILE, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK, Part.EDUCATION})
)
SHARED: Items = (VIEWING | ONLINE | ADDRESSES) | {
    *(Part.NAME, Part.MOBILE, Part.MESSENGER, Part.ATTACHMENTS, Part.VIDEO, Part.IP_REGION),
}
SUPPORT: Items = VIEWING | SECTIONS | {Part.DISPLAY_NAME, Part.NAME}


def is_of_company(case: AskedCase) -> bool:
    """Whether a recruiter or headhunter asks for a resume: somebody of a company who signs in."""
    return case.viewer.document is Document.RESUME and case.viewer.kind in COMPANIES


def has_applied(case: AskedCase) -> bool:
    return is_of_company(case) and case.viewer.standing in APPLIED


def has_sent_attachments(case: AskedCase) -> bool:
    """Whether the viewer's company was sent attachments."""
    return case.viewer.standing is Standing.APPLIED_WITH_ATTACHMENTS


def actions_of_application(case: AskedCase) -> frozenset[Action]:
    """What an application is for (APPLY-1, APPLY-5, APPLY-7)."""
    actions = OPENED if case.readings.application_grants_export else frozenset({Action.VIEW})
    return actions if case.readings.lists_follow_visibility else actions | LISTS


def is_by_application(case: AskedCase) -> bool:
    """Whether an application may show the resume for this action."""
    return has_applied(case) and case.viewer.action in actions_of_application(case)


def shows_contact(case: AskedCase) -> bool:
    """Whether an application may show contact details (APPLY-1, APPLY-7)."""
    is_agency = case.viewer.kind is ViewerKind.HEADHUNTER
    may_show = case.readings.application_shows_contact
    return may_show and is_by_application(case) and not (is_agency and case.readings.agency_gets_no_number)


def is_public(case: AskedCase) -> bool:
    """Whether the mode is public to this viewer."""
    return is_of_company(case) and case.viewer.kind in _PUBLIC_TO[case.candidate.visibility]


_PUBLIC_TO: dict[Visibility, tuple[ViewerKind, ...]] = complete(
    {
        Visibility.PUBLIC: COMPANIES,
        Visibility.CHAT_ONLY: COMPANIES,
        Visibility.HEADHUNTERS: (ViewerKind.HEADHUNTER,),
        Visibility.PRIVATE: (),
    },
    Visibility,
)
"""The viewers to whom each mode is public."""


def is_for_complainant(case: AskedCase) -> bool:
    """Whether a support agent asks whose case the candidate opened."""
    return case.viewer.kind is ViewerKind.SUPPORT_AGENT and case.viewer.concern is Concern.COMPLAINANT


def is_delivered(case: AskedCase) -> bool:
    """Whether a mailbox asks that may have what cannot be redacted (APPLY-4)."""
    return case.viewer.kind is ViewerKind.MAILBOX and not case.readings.mailbox_waits


def actions_of_mode(case: AskedCase) -> frozenset[Action]:
    """What the mode is for, to this viewer (MODE-1 to MODE-4)."""
    opened: frozenset[Action]
    match case.candidate.visibility:
        case Visibility.CHAT_ONLY if case.readings.chat_only_forbids_export:
            opened = frozenset({Action.VIEW})
        case Visibility.PUBLIC | Visibility.CHAT_ONLY | Visibility.HEADHUNTERS | Visibility.PRIVATE:
            opened = OPENED
        case _:
            assert_never(case.candidate.visibility)
    return LISTS | opened if is_public(case) else frozenset()


def is_for_form(case: AskedCase) -> bool:
    """Whether somebody asks for a form."""
    return case.viewer.document is Document.FORM


def is_of_kind(*kinds: ViewerKind) -> Predicate:
    """Whether one of these kinds of viewer asks, for a resume or a form."""
    return lambda case: case.viewer.kind in kinds


def has_consent(case: AskedCase) -> bool:
    """Whether a recipient asks who has consent or an order."""
    return case.viewer.kind is ViewerKind.RECIPIENT and case.viewer.sharing is not Sharing.NONE


def is_addressed(case: AskedCase) -> bool:
    """Whether the company asks for which a form was filled in, or its owner (CAMPUS-1)."""
    return is_for_form(case) and case.viewer.kind in (ViewerKind.RECRUITER, ViewerKind.OWNER)


def is_owner(case: AskedCase) -> bool:
    """Whether the owner asks."""
    return case.viewer.kind is ViewerKind.OWNER
