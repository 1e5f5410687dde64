"""The safety statements: what a policy has to keep in every case, whatever its readings."""

from collections.abc import Iterator

import attrs

from ..model.parts import Part
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .breaches import (
    ALL,
    CHAT,
    DELIVERED,
    IN_CHAT,
    IN_COMMUNITY,
    NOTHING,
    NUMBERS,
    RECOMMENDED_BY,
    SHARED,
    VIEWING,
    Search,
    actions,
    chat_only,
    closed_mode,
    contact_without_email,
    each_grant,
    half_a_virtual_number,
    holds_attachments,
    honorific,
    location,
    never,
    owner,
    shows_video,
    silent_refusals,
    tighter_resumes,
    tighter_viewers,
    uncited,
    unnamed,
    unreasoned,
    when,
    withheld,
)
from .facts import Facts, Kind, Sharing, Standing
from .space import APPLIED, Space


@attrs.frozen(eq=False)
class Statement:
    """What a policy has to keep in every case.

    Args:
        name: short, and unlike that of any other statement.
        rules: the ids of the rules that say so.
        words: the whole of it, in one line.
    """

    name: str
    rules: tuple[str, ...]
    words: str
    _search: Search = attrs.field(repr=False)

    def breaches(self, space: Space) -> Iterator[tuple[Facts, str]]:
        """The cases in which it is not kept, each with what is wrong there."""
        return self._search(space)


_OFF = (True, False)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "real number",
        ("PHONE-1", "APPLY-1", "CONTACT-2"),
        "the real mobile number and messenger accounts are for the owner, companies applied to, and consent",
        when(lambda c: not (c.viewer.kind is Kind.OWNER or c.by_application or c.consented), NUMBERS),
    ),
    Statement(
        "blocked",
        ("BLOCK-1",),
        "a blocked company is given nothing",
        when(lambda c: c.viewer.standing is Standing.BLOCKED),
    ),
    Statement(
        "resume permission",
        ("GATE-1",),
        "with the resume permission off nobody but the owner is given anything",
        when(lambda c: not c.resume.resume_permission and c.viewer.kind is not Kind.OWNER),
    ),
    Statement(
        "chat permission",
        ("GATE-1",),
        "with the chat permission off there is neither a chat nor a channel for it",
        when(lambda c: not c.resume.chat_permission, CHAT),
    ),
    Statement(
        "gone",
        ("GATE-2",),
        "of a deleted resume or a closed account nobody is given anything",
        when(lambda c: not c.resume.exists),
    ),
    Statement(
        "under sixteen",
        ("GATE-3",),
        "of somebody not surely sixteen nobody but the owner is given anything",
        when(lambda c: not c.resume.of_age and c.viewer.kind is not Kind.OWNER),
    ),
    Statement(
        "verified",
        ("GATE-4",),
        "a recruiter or headhunter who is not signed in and verified is given nothing",
        when(lambda c: c.company and not c.viewer.qualified),
    ),
    Statement(
        "visitor",
        ("LAW-5",),
        "a visitor is given nothing",
        when(lambda c: c.viewer.kind is Kind.VISITOR),
    ),
    Statement(
        "named actions",
        ("LAW-5", "APPLY-5"),
        "an action that no clause names for a viewer is refused, and not among what they may do",
        never(unnamed),
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
        "withheld",
        ("LAW-5",),
        "what is withheld is every part that is not given",
        each_grant(withheld),
    ),
    Statement(
        "honorific",
        ("NAME-1", "COMMUNITY-1"),
        "with the honorific on only the owner is given the real name; the community follows its own nickname",
        when(honorific, frozenset({Part.NAME})),
    ),
    Statement(
        "attachments",
        ("APPLY-2", "APPLY-4"),
        "attachments are shown by an application that carried them, to the owner, and by consent",
        when(lambda c: not holds_attachments(c), frozenset({Part.ATTACHMENTS})),
    ),
    Statement(
        "video",
        ("APPLY-3", "APPLY-4"),
        "the video is shown by an application, with a public resume, to the owner, and by consent",
        when(lambda c: not shows_video(c), frozenset({Part.VIDEO})),
    ),
    Statement(
        "chat only",
        ("MODE-2",),
        "the chat-only mode opens the chat alone and no export, an application aside",
        never(chat_only),
    ),
    Statement(
        "headhunters only",
        ("MODE-3",),
        "to recruiters not applied to a resume for headhunters gives nothing, a running conversation aside",
        never(
            lambda c: (
                closed_mode(c)
                if c.resume.visibility is Visibility.HEADHUNTERS and c.viewer.kind is Kind.RECRUITER
                else NOTHING
            )
        ),
    ),
    Statement(
        "private",
        ("MODE-4",),
        "to companies not applied to a private resume gives nothing, a running conversation aside",
        never(lambda c: closed_mode(c) if c.resume.visibility is Visibility.PRIVATE else NOTHING),
    ),
    Statement(
        "mailbox",
        ("APPLY-4",),
        "a mailbox is given no channel and no contact",
        when(lambda c: c.viewer.kind is Kind.MAILBOX, DELIVERED),
    ),
    Statement(
        "delivery",
        ("APPLY-4",),
        "a mailbox is given nothing but by an application delivered to it",
        when(lambda c: c.viewer.kind is Kind.MAILBOX and c.viewer.standing not in APPLIED),
    ),
    Statement(
        "e-mail",
        ("CONTACT-1",),
        "e-mail and homepage are shown where e-mail is a channel, to the owner, and by consent",
        never(contact_without_email),
    ),
    Statement(
        "virtual number",
        ("PHONE-2",),
        "the virtual number is shown exactly where it is a channel, the owner aside",
        never(half_a_virtual_number),
    ),
    Statement(
        "national id",
        ("CONTACT-2",),
        "national ID numbers are for the owner alone",
        when(lambda c: c.viewer.kind is not Kind.OWNER, frozenset({Part.NATIONAL_ID})),
    ),
    Statement(
        "IP region",
        ("CHAT-1", "COMMUNITY-1"),
        "the IP region is shown in chat and community, to the owner, and by consent",
        never(location),
    ),
    Statement(
        "in chat",
        ("CHAT-1",),
        "a chat shows display name, avatar and IP region at most, and the real name as NAME-1 says",
        when(lambda c: c.viewer.action is Action.CHAT, ALL - IN_CHAT),
    ),
    Statement(
        "community",
        ("COMMUNITY-1",),
        "a member of the community is given avatar, nickname, latest position and IP region at most",
        when(lambda c: c.viewer.kind is Kind.COMMUNITY_MEMBER, ALL - IN_COMMUNITY),
    ),
    Statement(
        "joined",
        ("COMMUNITY-1",),
        "the community is given nothing of who chose no nickname, and who is not signed in nothing of it",
        when(
            lambda c: (
                c.viewer.kind is Kind.COMMUNITY_MEMBER
                and (c.viewer.nickname is None or not c.viewer.qualified)
            )
        ),
    ),
    Statement(
        "recommender",
        ("RECOMMEND-1",),
        "the recommender is given five sections at most, without name and contact",
        when(lambda c: c.viewer.kind is Kind.RECOMMENDER, ALL - RECOMMENDED_BY),
    ),
    Statement(
        "impersonal",
        ("RECOMMEND-1",),
        "with personalisation off the recommender is given the intention alone",
        when(
            lambda c: c.viewer.kind is Kind.RECOMMENDER and not c.viewer.personalised,
            ALL - VIEWING - {Part.INTENTION},
        ),
    ),
    Statement(
        "recipient",
        ("SHARE-1", "SHARE-3"),
        "a recipient is given at most what consent can name, and no channel",
        when(lambda c: c.viewer.kind is Kind.RECIPIENT, ALL - SHARED),
    ),
    Statement(
        "consent",
        ("SHARE-1", "SHARE-2"),
        "a recipient is given nothing without consent in force or an order of the law",
        when(lambda c: c.viewer.kind is Kind.RECIPIENT and not c.consented),
    ),
    Statement(
        "owner",
        ("OWNER-1",),
        "the owner is given everything, and may take a copy",
        owner,
    ),
    Statement(
        "actions agree",
        ("LAW-8",),
        "what a viewer is told they may do is what is decided when they do it",
        actions,
    ),
    Statement(
        "going private",
        ("LAW-4",),
        "a mode nearer to private never gives more",
        tighter_resumes(
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
        tighter_resumes("name_display", (NameDisplay.REAL, NameDisplay.HONORIFIC)),
    ),
    Statement(
        "switching the resume permission off",
        ("LAW-4",),
        "the resume permission off never gives more than on",
        tighter_resumes("resume_permission", _OFF),
    ),
    Statement(
        "switching the chat permission off",
        ("LAW-4",),
        "the chat permission off never gives more than on",
        tighter_resumes("chat_permission", _OFF),
    ),
    Statement(
        "deleting",
        ("LAW-4",),
        "a deleted resume never gives more than one that is there",
        tighter_resumes("exists", _OFF),
    ),
    Statement(
        "being younger",
        ("LAW-4",),
        "somebody not surely sixteen is never shown more than somebody who is",
        tighter_resumes("of_age", _OFF),
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
        "taking an application back",
        ("LAW-4",),
        "a company is never given more by fewer applications",
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
)
"""Everything that `verify` checks, each over every case there is."""
