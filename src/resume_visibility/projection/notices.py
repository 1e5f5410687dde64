"""The notice that tells the candidate who looked (NOTICE-1)."""

from datetime import datetime

import attrs

from ..model.building import Checked, Id, expect
from ..model.consents import PUBLIC
from ..model.language import Language
from ..model.viewers import Action
from ..policy.facts import Kind
from ..policy.forms import FormKind
from .records import AccessRecord, FormRecord, Parts


@attrs.frozen(kw_only=True, repr=False)
class Notice(Checked):
    """What the candidate is told: who looked, what for, when. Made by `notice_of`.

    Args:
        resume: the id of the candidate's resume or form.
        company: the name of the company that looked; of a recipient by consent, the id that the consent names; of a
            school, its id.
        client: the name of the company that a headhunter looked for, if any: a candidate can block it (BLOCK-3).
        action: what was done.
        at: when, in UTC.
        parts: shown.
        text: the same in one sentence, without the time, which is told in the candidate's own zone.
    """

    resume: Id
    company: str
    client: str | None
    action: Action
    at: datetime
    parts: Parts
    text: str


def notice_of(record: AccessRecord | FormRecord, language: Language) -> Notice | None:
    """What to tell the candidate of a record; None where there is nothing to tell.

    Nothing is told of refusals, of the owner's own views, of the platform's recommender, and of the community, where
    the candidate chose to appear. The person who looked is not named: the company is.

    Args:
        record: of any answer.
        language: of the sentence.

    Raises:
        TypeError: `record` is no record or `language` no language.
    """
    expect(record, AccessRecord, FormRecord)
    expect(language, Language)
    who = _told(record, language)
    if who is None or not record.granted:
        return None
    client = record.client.name if isinstance(record, AccessRecord) and record.client is not None else None
    subject = who if client is None else _FOR_CLIENT[language].format(who=who, client=client)
    return Notice(
        resume=record.resume if isinstance(record, AccessRecord) else record.form,
        company=who,
        client=client,
        action=record.action,
        at=record.at,
        parts=record.shown,
        text=subject + _DID[language][record.action],
    )


def _told(record: AccessRecord | FormRecord, language: Language) -> str | None:
    """Whom to name to the candidate; None for those of whom nothing is told."""
    if record.company is not None:
        return record.company.name
    if record.kind not in (Kind.RECIPIENT, FormKind.SCHOOL) or record.viewer is None:
        return None
    return _EVERYBODY[language] if record.viewer == PUBLIC else record.viewer


_EVERYBODY = {Language.ZH: "公众", Language.EN: "the public"}
_FOR_CLIENT = {Language.ZH: "{who}（受{client}委托）", Language.EN: "{who} (for {client})"}
_DID = {
    Language.ZH: {
        Action.RECOMMEND: "在推荐列表中看到了您的简历",
        Action.SEARCH: "在搜索结果中看到了您的简历",
        Action.VIEW: "查看了您的简历",
        Action.EXPORT: "导出了您的简历",
        Action.CHAT: "与您进行了在线沟通",
    },
    Language.EN: {
        Action.RECOMMEND: " was recommended your resume",
        Action.SEARCH: " found your resume by search",
        Action.VIEW: " viewed your resume",
        Action.EXPORT: " exported your resume",
        Action.CHAT: " chatted with you",
    },
}
