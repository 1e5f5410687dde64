"""What was done so that it alone decides: each function changes a question."""

from collections.abc import Callable

import attrs

from ..model.sections import Attachment
from ..model.settings import CompanyBlock, Conversation, Delivery, OnlineTalk, Visibility
from .asking import ACME, CLOUD, Question
from .cast import PROSE


def with_files(one: Question) -> Question:
    (sent,) = one.document.applications
    files = one.document.attachments or (Attachment(id="file-1"),)
    with_files = attrs.evolve(sent, attachments=frozenset(file.id for file in files))
    return one.of(attachments=(*files, Attachment(id="file-unsent")), applications=(with_files,))


def in_capitals(id_: str | None) -> str:
    """The id of somebody else: ids are compared as they are, and a database may do otherwise."""
    return str(id_).upper()


def met_at_school_of_that_id(one: Question) -> Question:
    delivery = Delivery(at=one.at - one.unit, position=PROSE[0])
    return one.sent(company=CLOUD.id, talk=OnlineTalk(school=str(ACME.id), delivery=delivery))


def sent_to_company_of_that_id(one: Question) -> Question:
    return one.sent(company=one.viewer.id)


def closed(one: Question) -> Question:
    return one.by(case=attrs.evolve(one.viewer.case, closed=one.at))


def sent_with_files(one: Question) -> Question:
    return with_files(one.sent())


def talked(one: Question, since: int = -2, until: int | None = None) -> Question:
    """A conversation with the viewer, who is shown nothing else; it began and ended so many units later."""
    ends = None if until is None else one.at + until * one.unit
    talk = Conversation(company=str(ACME.id), since=one.at + since * one.unit, until=ends)
    return one.chosen(visibility=Visibility.PRIVATE).of(conversations=(talk,))


CHATS: list[Callable[[Question], Question]] = [
    lambda one: talked(one, until=0),
    lambda one: talked(one, since=1),
    lambda one: talked(one).blocked(CompanyBlock, company=ACME.id),
    lambda one: talked(one).chosen(chat_permission=False),
    lambda one: talked(one).chosen(resume_permission=False),
]
