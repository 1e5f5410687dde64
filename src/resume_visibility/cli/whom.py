"""The viewers whom a change of settings concerns, in words."""

from collections.abc import Mapping

from ..model.language import Words
from ..model.viewers import (
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Recipient,
    Recommender,
    Recruiter,
    School,
    SupportAgent,
)
from ..policy.facts import KIND_OF
from ..policy.words import WORDS
from ..projection.difference import Difference

_COMPANY, _AGENCY = Words("company", "公司"), Words("agency", "猎头公司")
_UNIDENTIFIED = Words("companies that cannot be identified", "无法识别的公司")


def viewers_in_words(difference: Difference, names: Mapping[str, str]) -> Words:
    """Whom a difference concerns: one viewer, or everybody for whom that viewer stands.

    Args:
        difference: of some settings.
        names: of recipients, by their ids.
    """
    viewer, others = difference.viewer, difference.others
    match viewer:
        case Recruiter():
            company = _company(viewer.company, others, _COMPANY)
            return Words(f"recruiter of {company.en}", _of(company, "的招聘者"))
        case Headhunter(clients=None):
            agency = _company(viewer.agency, others, _AGENCY)
            return Words(f"headhunter of {agency.en}, clients unknown", _of(agency, "的猎头，客户未知"))
        case Headhunter(clients=(Company() as client, *_)):
            agency, named = _company(viewer.agency, others, _AGENCY), _company(client, others, _COMPANY)
            return Words(
                f"headhunter of {agency.en}, for {named.en}", _of(agency, f"的猎头，客户为{named.zh}")
            )
        case Headhunter():
            agency = _company(viewer.agency, others, _AGENCY)
            return Words(f"headhunter of {agency.en}", _of(agency, "的猎头"))
        case Mailbox():
            address, company = viewer.address.address, _company(viewer.company, others, _COMPANY)
            return Words(f"mailbox {address} of {company.en}", _of(company, f"的招聘企业邮箱 {address}"))
        case Recipient():
            name = names.get(viewer.id)
            known = Words("", "") if name is None else Words(f" ({name})", f"（{name}）")
            return Words(
                f"recipient {viewer.id}{known.en}, for {viewer.purpose}",
                f"接收方 {viewer.id}{known.zh}，目的 {viewer.purpose}",
            )
        case School():
            return Words(f"school {viewer.id}", f"高校 {viewer.id}")
        case SupportAgent(case=case):
            if case is not None and case.complainant is not None:
                return Words("a support agent with a case by the candidate", "处理求职者所提案件的客服")
            return Words("a support agent with a case about the candidate", "处理求职者被投诉案件的客服")
        case CommunityMember():
            return Words("the community", "同行社区用户")
        case Recommender():
            return Words("the recommender", "求职推荐")
        case _:
            return WORDS[KIND_OF[type(viewer)]]


def _of(company: Words, rest: str) -> str:
    """Something of a company, in Chinese: with a blank between an id at the end of its name and Chinese."""
    return f"{company.zh}{' ' if company.zh[-1].isascii() else ''}{rest}"


def _company(company: Company, others: Company, kind: Words) -> Words:
    """A company, or the companies for which it stands, in words.

    Args:
        company: the viewer's company.
        others: the company that stands for all that are not named.
        kind: the word for its kind.
    """
    if company.id is None:
        return _UNIDENTIFIED
    is_named = company.name != others.name
    if company.id != others.id:
        known = _known_of(company, is_named=is_named)
        return Words(f"{kind.en} {company.id}{known.en}", f"{kind.zh} {company.id}{known.zh}")
    if is_named and company.group is not None:
        return Words(
            f"companies of group {company.group} whose name contains {company.name}",
            f"集团 {company.group} 内名称含“{company.name}”的公司",
        )
    if is_named:
        return Words(f"companies whose name contains {company.name}", f"名称含“{company.name}”的公司")
    if company.group is not None:
        return Words(f"other companies of group {company.group}", f"集团 {company.group} 内其他公司")
    return Words(f"any other {kind.en}", f"任何其他{kind.zh}")


def _known_of(company: Company, *, is_named: bool) -> Words:
    """The assumptions about a company that is known by its id alone."""
    group = Words("", "")
    if company.group is not None:
        group = Words(f" of group {company.group}", f"（集团 {company.group}）")
    if not is_named:
        return group
    # The resume holds an id alone: nobody said that the company has this name.
    return Words(
        f"{group.en} if its name contains {company.name}", f"{group.zh}（假如名称含“{company.name}”）"
    )
