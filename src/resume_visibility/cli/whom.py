"""Whom a change of settings concerns, in words."""

from typing import assert_never

from ..model.language import Words
from ..model.viewers import (
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    SupportAgent,
    Visitor,
)
from ..projection.preview import NO_NAMES, Difference, StandsFor

_UNIDENTIFIED = Words("companies that cannot be identified", "无法识别的公司")


def whom(found: Difference) -> Words:
    """Whom a difference concerns: one viewer, or everybody for whom that one stands."""
    viewer = found.viewer
    match viewer:
        case Recruiter():
            company = _named(viewer.company, found.stands_for)
            return Words(f"recruiter of {company.en}", f"{company.zh}的招聘者")
        case Headhunter(clients=None):
            agency = _agency(viewer.agency)
            return Words(f"headhunter of {agency.en}, clients unknown", f"{agency.zh}的猎头，客户未知")
        case Headhunter(clients=(Company() as client, *_)):
            agency, named = _agency(viewer.agency), _named(client, found.stands_for)
            return Words(f"headhunter of {agency.en}, for {named.en}", f"{agency.zh}的猎头，客户为{named.zh}")
        case Headhunter():
            company = _named(viewer.agency, found.stands_for)
            return Words(f"headhunter of {company.en}", f"{company.zh}的猎头")
        case Mailbox():
            address, id_ = viewer.address.address, viewer.company.id
            return Words(f"mailbox {address} of company {id_}", f"公司 {id_} 的邮箱 {address}")
        case Recipient():
            return Words(
                f"recipient {viewer.id}, for {viewer.purpose}", f"接收方 {viewer.id}，目的 {viewer.purpose}"
            )
        case School():
            return Words(f"school {viewer.id}", f"高校 {viewer.id}")
        case SupportAgent(case=case):
            if case is not None and case.complainant is not None:
                return Words("a support agent with a case by the candidate", "处理求职者所提案件的客服")
            return Words("a support agent with a case about the candidate", "处理求职者被投诉案件的客服")
        case CommunityMember():
            return Words("the community", "社区用户")
        case Recommender():
            return Words("the recommender", "求职推荐")
        case Owner():
            return Words("the owner", "本人")
        case Visitor():
            return Words("anybody else", "其他任何人")
        case _:
            assert_never(viewer)


def _agency(company: Company) -> Words:
    if company.id is not None and company.id.startswith("other-"):
        return Words("any other agency", "任何其他猎头公司")
    return Words(f"agency {company.id}", f"猎头公司 {company.id}")


def _named(company: Company, stands_for: StandsFor) -> Words:
    if stands_for is StandsFor.ITSELF and company.id is None:
        return _UNIDENTIFIED
    met = _met(company)
    return {
        StandsFor.ITSELF: Words(f"company {company.id}{met.en}", f"公司 {company.id}{met.zh}"),
        StandsFor.OTHERS: Words("any other company", "任何其他公司"),
        StandsFor.KEYWORD: Words(f"companies named {company.name}", f"名称含“{company.name}”的公司"),
        StandsFor.GROUP: Words(
            f"other companies of group {company.group}", f"集团 {company.group} 的其他公司"
        ),
        StandsFor.UNIDENTIFIED: _UNIDENTIFIED,
    }[stands_for]


def _met(company: Company) -> Words:
    """What is assumed of a company that is known by its id alone."""
    group = Words("", "")
    if company.group is not None:
        group = Words(f" of group {company.group}", f"（集团 {company.group}）")
    if company.name in NO_NAMES:
        return group
    return Words(f"{group.en} named {company.name}", f"{group.zh}（名称 {company.name}）")
