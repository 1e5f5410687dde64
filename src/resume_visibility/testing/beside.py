"""Acts beside the one that decides: they are over, to come, or concern somebody else. Whoever looks at them all the same is found."""

from collections.abc import Iterator
from random import Random
from typing import Any

import attrs

from ..model.parts import PARTS_OF, Document
from ..model.resume import Resume
from ..model.settings import Application, CompanyBlock, Conversation, KeywordBlock
from ..model.viewers import Recipient
from .posed import ACME, DAY, GLOBEX, Question

_BESIDE = 0.12


def with_acts_beside(random: Random, one: Question) -> Question:
    """The same question, after some acts that decide nothing: each before or after the others of its list."""
    settings = one.document.settings
    if (
        getattr(one.viewer, "clients", ()) is not None
    ):  # an unknown client could be whoever is blocked (BLOCK-4)
        one = one.chosen(blocks=_mixed(random, settings.blocks, _blocks(one)))
    if isinstance(one.document, Resume):
        over = {name: _mixed(random, getattr(one.document, name), acts) for name, acts in _acts(one)}
        one = one.of(**over)
    return one


def _mixed(random: Random, acts: tuple[Any, ...], beside: tuple[Any, ...]) -> tuple[Any, ...]:
    for act in beside:
        if random.random() < _BESIDE:
            acts = (act, *acts) if random.random() < 0.5 else (*acts, act)
    return acts


def _blocks(one: Question) -> tuple[Any, ...]:
    """Blocks of nobody who asks."""
    return CompanyBlock(company="elsewhere", at=one.at - DAY), KeywordBlock(
        keyword="无此公司", at=one.at + DAY
    )


def _acts(one: Question) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The acts of a resume that are over, not yet done, or towards another company, by the name of their list."""
    began, ended = one.at - 3 * DAY, one.at - 2 * DAY
    files = frozenset(file.id for file in one.document.attachments)
    withdrawn = Application(company=str(ACME.id), at=began, withdrawn=ended, attachments=files)
    sent = Application(company=str(ACME.id), at=one.at + DAY)
    yield "applications", (withdrawn, sent, Application(company=str(GLOBEX.id), at=began))
    yield "conversations", (Conversation(company=str(ACME.id), since=began, until=ended),)
    if isinstance(one.viewer, Recipient):
        every = PARTS_OF[Document.RESUME]
        (given,) = one.document.consents
        ended_itself = attrs.evolve(given, parts=every, begins=began, ends=ended)
        taken_back = attrs.evolve(given, parts=every, begins=began, withdrawn=ended)
        yield (
            "consents",
            (ended_itself, taken_back) * 3,
        )  # recipients are few, so that each act of theirs has several chances
