"""The notice by which the candidate learns who looked (NOTICE-1, NOTICE-2)."""

from datetime import datetime

import attrs

from ..model.arguments import expect
from ..model.building import NOT_TEXT, Checked, Id
from ..model.complete import complete
from ..model.consents import PUBLIC
from ..model.language import Language, Words
from ..model.names import LONGEST_COMPANY_NAME, in_line, unseen
from ..model.parts import Document, Part
from ..model.rechecking import checked
from ..model.settings import NoticeChannel, Settings
from ..model.viewers import Action
from ..policy.facts import ViewerKind
from ..policy.readings import Readings
from ..policy.table import DEFAULT_POLICY, Policy
from .records import AccessRecord


@attrs.frozen(kw_only=True, repr=False)
class Notice(Checked):
    """What the candidate learns: who looked, what for, when. Made by `notice_of`.

    Args:
        document: which kind was looked at.
        document_id: the id of the candidate's resume or form.
        company: the name of the company that looked. Of a recipient or school, the name that `notice_of` was given, or else its id,
            or else what it is; the public for a public disclosure.
        action: what was done.
        at: when, in UTC.
        parts: shown.
        channels: by which the candidate wants to be notified; at least one.
        text: the same in one sentence, without the time, which is given in the candidate's own zone.
    """

    document: Document
    document_id: Id
    company: str
    action: Action
    at: datetime
    parts: frozenset[Part]
    channels: frozenset[NoticeChannel]
    text: str


def notice_of(
    record: AccessRecord,
    settings: Settings,
    *,
    language: Language,
    name: str | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Notice | None:
    """Make the notice of a record for the candidate; None if there is no notice to give (NOTICE-1, NOTICE-2).

    There is no notice of a refusal, a search result or a recommendation. There is none of views by the owner, the recommender, the
    platform's staff or the community, where the candidate chose to appear. There is none for a candidate who switched all channels
    off. The notice names the company, and not the person who looked.

    Args:
        record: of any answer.
        settings: the candidate's, as they are now.
        language: of the sentence.
        name: of the recipient or school, whose id alone is in the record; a consent has its recipient's. Signs that would change the
            sentence are left out, and so is what is longer than the name of a company may be. Unless given, the notice has the id; of
            a stored record without an id, "a recipient" or "a school". A company, and the public, are named as they are without it.
        policy: its readings say whose views make notices.

    Raises:
        TypeError: `record` is no record, `settings` no settings, `language` no language, `name` no text or `policy` no
            policy.
        InvalidValue: a field of the record, which nobody checked as it was unpickled, is of a wrong type.
    """
    expect("record", record, AccessRecord)
    expect("settings", settings, Settings)
    expect("language", language, Language)
    expect("name", name, str, type(None))
    expect("policy", policy, Policy)
    return checked(record, lambda one: _make_notice(one, settings, language, name, policy))


def _make_notice(
    record: AccessRecord, settings: Settings, language: Language, known_as: str | None, policy: Policy
) -> Notice | None:
    name = _viewer_name(record, language, known_as)
    if name is None or not (record.granted and settings.notices and _makes_notice(record, policy.readings)):
        return None
    return Notice(
        document=record.document,
        document_id=record.document_id,
        company=name,
        action=record.action,
        at=record.at,
        parts=record.shown,
        channels=settings.notices,
        text=name + _blank_after(name, language) + _action_text(record, language),
    )


def _makes_notice(record: AccessRecord, readings: Readings) -> bool:
    if record.action in (Action.RECOMMEND, Action.SEARCH) and readings.lists_make_no_notices:
        return False
    is_other = record.kind in (ViewerKind.HEADHUNTER, ViewerKind.SCHOOL)
    return readings.headhunters_and_schools_make_notices or not is_other


def _viewer_name(record: AccessRecord, language: Language, known_as: str | None) -> str | None:
    """Whom to name to the candidate; None if there is no notice of this viewer."""
    if record.company is not None:
        return record.company.name
    if record.kind not in _SOMEBODY:
        return None
    is_public = record.kind is ViewerKind.RECIPIENT and record.viewer == PUBLIC  # a school may have that id
    if is_public:
        return _PUBLIC_NAME.said(language)
    return spoken_name(known_as or "") or record.viewer or _SOMEBODY[record.kind].said(language)


def spoken_name(name: str) -> str:
    """The name of a recipient or school as it stands in a sentence: one line, no longer than the name of a company may be.

    Args:
        name: as a service has it.

    Returns:
        The name; empty if nothing of it can be seen.
    """
    spoken = in_line(NOT_TEXT.sub("", name)).strip()[:LONGEST_COMPANY_NAME].rstrip()
    return "" if any(unseen("name", spoken)) else spoken


def _blank_after(name: str, language: Language) -> str:
    """In Chinese there is a blank between a name that ends with a Latin letter, as an id does, and what follows it."""
    return Words("", " " if name[-1].isascii() else "").said(language)


def _action_text(record: AccessRecord, language: Language) -> str:
    if record.kind is ViewerKind.MAILBOX:  # the platform mailed it: nobody has signed in and looked (APPLY-4)
        return _MAILED.said(language)
    is_opening = record.action is Action.CHAT and not record.conversing
    return (_OPENED_CHAT if is_opening else _ACTION_TEXTS[record.action]).said(language)


_SOMEBODY = {
    ViewerKind.RECIPIENT: Words("a recipient", "某接收方"),
    ViewerKind.SCHOOL: Words("a school", "某高校"),
}
"""Who has an id and no name in a record. Where a stored record lacks the id, too, the candidate learns at least of the view (NOTICE-1)."""
_PUBLIC_NAME = Words("the public", "公众")
_MAILED = Words(" received your resume in its mailbox", "的招聘企业邮箱收到了您的简历")
_OPENED_CHAT = Words(
    " opened a chat with you and has not begun a conversation", "打开了与您在线沟通的窗口，尚未开始对话"
)
_ACTION_TEXTS = complete(
    {
        Action.RECOMMEND: Words(" was recommended your resume", "在推荐列表中看到了您的简历"),
        Action.SEARCH: Words(" found your resume by search", "在搜索结果中看到了您的简历"),
        Action.VIEW: Words(" viewed your resume", "查看了您的简历"),
        Action.EXPORT: Words(" exported your resume", "导出了您的简历"),
        Action.CHAT: Words(" chatted with you", "与您进行了在线沟通"),
    },
    Action,
)
