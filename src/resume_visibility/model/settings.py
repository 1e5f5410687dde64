"""The candidate's choices and acts. Every default is the most private choice there is."""

from collections.abc import Iterator
from datetime import datetime

import attrs

from ..errors import Problem
from .building import MOST_ACTS, Checked, Choice, Id, Limits, declared
from .complete import complete
from .names import folded, is_longer
from .values import Email, PhoneNumber

_LONGEST_KEYWORD = 100
_AGES = Limits(least=1, greatest=150, expected="an age in years from 1 to 150")


class Visibility(Choice):
    """简历公开设置, the four modes of public visibility."""

    PUBLIC = "public"
    """公开简历（接受虚拟手机号电话沟通）, MODE-1."""
    CHAT_ONLY = "chat_only"
    """公开简历（仅在线沟通）, MODE-2."""
    HEADHUNTERS = "headhunters"
    """对无忧猎头公开简历, MODE-3."""
    PRIVATE = "private"
    """不公开简历, MODE-4."""


_TIGHTER: dict[Visibility, tuple[Visibility, ...]] = {
    Visibility.PUBLIC: (Visibility.CHAT_ONLY, Visibility.HEADHUNTERS, Visibility.PRIVATE),
    Visibility.CHAT_ONLY: (Visibility.PRIVATE,),
    Visibility.HEADHUNTERS: (Visibility.PRIVATE,),
    Visibility.PRIVATE: (),
}
TIGHTER = complete(_TIGHTER, Visibility)
"""The modes in which nobody is shown more than in this one (LAW-4)."""


class NameDisplay(Choice):
    """对外展示先生/女士: the real name, or "Mr./Ms. X" (NAME-1)."""

    REAL = "real"
    HONORIFIC = "honorific"


@attrs.frozen(kw_only=True, repr=False)
class CompanyBlock(Checked):
    """屏蔽公司, one company by its id (BLOCK-2).

    Args:
        company: the company's id.
        at: when the candidate set it; one in the future blocks at once.
        group: the id of the company's group, if the candidate wants all of it blocked.
    """

    company: Id
    at: datetime
    group: Id | None = None


@attrs.frozen(kw_only=True, repr=False)
class KeywordBlock(Checked):
    """屏蔽公司 by a word found in a company's registered name or an alias (BLOCK-2).

    Args:
        keyword: compared after NFKC and case folding, without spaces, punctuation, dashes and characters of no width;
            simplified and traditional characters differ. At most 100 characters after NFKC.
        at: when the candidate set it; one in the future blocks at once.
        group: the id of a group to block with it.
    """

    keyword: str = attrs.field(metadata=declared(limits=Limits(longest=_LONGEST_KEYWORD)))
    at: datetime
    group: Id | None = None

    def _problems(self) -> Iterator[Problem]:
        """`keyword` has something in it that can be seen and is no punctuation, and has no more characters after NFKC."""
        if not folded(self.keyword):  # an empty keyword is a part of every name
            yield Problem(
                "keyword", "expected at least one letter, digit or other sign that is no punctuation"
            )
        if is_longer(self.keyword, _LONGEST_KEYWORD):
            yield Problem("keyword", f"expected at most {_LONGEST_KEYWORD} characters")


Block = CompanyBlock | KeywordBlock


class NoticeChannel(Choice):
    """A way by which the candidate is notified of who viewed the resume (NOTICE-2)."""

    APP = "app"
    """APP 内消息."""
    WECHAT = "wechat"
    """微信服务号."""
    EMAIL = "email"
    """邮件."""


@attrs.frozen(kw_only=True, repr=False)
class Settings(Checked):
    """The candidate's choices (隐私设置, 简历设置); what is not chosen is private.

    Args:
        visibility: among the four modes.
        name_display: the real name or the honorific, for resume and chat.
        resume_permission: 简历权限; off, nobody but the owner sees anything (GATE-1).
        chat_permission: 聊天权限; off, there is no chat (GATE-1).
        personalised_recommendation: 个性化推荐; off, only the job intention is used (RECOMMEND-1).
        nickname: how the candidate is called in the community (社区昵称), a choice of its own (COMMUNITY-1).
        blocks: the companies that see nothing (BLOCK-1); a JSON document has to name them, even if there are none.
        notices: the channels that the candidate left on for notices; none, and there are no notices (NOTICE-2).
    """

    visibility: Visibility = Visibility.PRIVATE
    name_display: NameDisplay = NameDisplay.HONORIFIC
    resume_permission: bool = False
    chat_permission: bool = False
    personalised_recommendation: bool = False
    nickname: NameDisplay = NameDisplay.HONORIFIC
    blocks: tuple[Block, ...] = attrs.field(default=(), metadata=declared(stated=True, most=MOST_ACTS))
    notices: frozenset[NoticeChannel] = frozenset(NoticeChannel)


@attrs.frozen(kw_only=True, repr=False)
class Delivery(Checked):
    """投递记录: when something was delivered at a talk, and for which position."""

    at: datetime
    position: str


@attrs.frozen(kw_only=True, repr=False)
class OnlineTalk(Checked):
    """空中宣讲会, the online campus talk at which a resume or form was handed in (CAMPUS-2).

    Args:
        school: the id of the school (高校).
        delivery: the record of handing it in.
        school_requires: the school's own rule asks for what is handed in there.
    """

    school: Id
    delivery: Delivery
    school_requires: bool = False


@attrs.frozen(kw_only=True, repr=False)
class Application(Checked):
    """投递, one application that the candidate sent.

    Args:
        company: the id of the company (or agency) to which it was sent (APPLY-7).
        at: when it was sent; it counts from then on (APPLY-6).
        withdrawn: the instant from which it no longer counts, if the candidate withdrew it (撤回, APPLY-8).
        talk: the online campus talk at which it was handed in, if at one (CAMPUS-2).
        mailbox: the address to which it was delivered; None if it was delivered on the platform only (APPLY-4).
        attachments: the ids of the attachment resumes that it carried (APPLY-2).
        group: the id of the company's group. The group is shown nothing for it, unless a policy reads APPLY-7 otherwise.
    """

    company: Id
    at: datetime
    mailbox: Email | None = None
    attachments: frozenset[Id] = frozenset()
    group: Id | None = None
    withdrawn: datetime | None = None
    talk: OnlineTalk | None = None

    def _problems(self) -> Iterator[Problem]:
        """`withdrawn` is not before `at`."""
        if self.withdrawn is not None and self.withdrawn < self.at:
            yield Problem("withdrawn", "expected an instant not before at")


@attrs.frozen(kw_only=True, repr=False)
class Conversation(Checked):
    """在线沟通, one conversation with a company or agency (CHAT-1).

    Args:
        company: the id of the company.
        since: when it began.
        until: the first instant at which it no longer runs; None while it runs.
    """

    company: Id
    since: datetime
    until: datetime | None = None

    def _problems(self) -> Iterator[Problem]:
        """`until` is after `since`."""
        if self.until is not None and self.until <= self.since:
            yield Problem("until", "expected an instant after since")


@attrs.frozen(kw_only=True, repr=False)
class VirtualNumber(Checked):
    """虚拟号码, one platform number bound to a candidate (PHONE-2).

    Args:
        id: the binding's id.
        candidate: the id of the candidate it reaches.
        number: the number to dial, with its extension.
        valid_from: the first instant at which it works.
        valid_until: the first instant at which it no longer works; after `valid_from`.
        company: the only company or agency that may see it; None for anyone who may see a virtual number.
    """

    id: Id
    candidate: Id
    number: PhoneNumber
    valid_from: datetime
    valid_until: datetime
    company: Id | None = None

    def _problems(self) -> Iterator[Problem]:
        """`valid_until` is after `valid_from`."""
        if self.valid_until <= self.valid_from:
            yield Problem("valid_until", "expected an instant after valid_from")

    def collides(self, other: "VirtualNumber") -> bool:
        """Whether a call to this number could also be meant for the other binding (PHONE-3)."""
        return (
            self.number == other.number
            and (self.company is None or other.company is None or self.company == other.company)
            and self.valid_from < other.valid_until
            and other.valid_from < self.valid_until
        )


@attrs.frozen(kw_only=True, repr=False)
class AgeVerified(Checked):
    """年龄核验: the platform verified that the candidate had at least this age, on that day in Beijing (GATE-3).

    Args:
        age: in years: the candidate had at least this age.
        at: when it was verified.
    """

    age: int = attrs.field(metadata=declared(limits=_AGES))
    at: datetime


class Account(Choice):
    """The state of the candidate's account (账号). Closing it (注销) closes all its resumes."""

    OPEN = "open"
    CLOSED = "closed"
