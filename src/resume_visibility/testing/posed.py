"""A question that is put together step by step: who asks, and what the candidate chose and did."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import attrs

from ..model.campus import CampusForm
from ..model.consents import PUBLIC, Consent, ShareForm
from ..model.parts import Part
from ..model.settings import AgeVerified, Application, Block, Delivery, OnlineTalk, Visibility
from ..model.values import YearMonth
from .cast import COMPANIES, PROSE

ACME, CLOUD, GLOBEX, _ = COMPANIES
DAY = timedelta(days=1)
UNITS = (DAY, DAY, timedelta(hours=1), timedelta(minutes=1))
"""How far acts lie from the instant of a question. Code that reads the clock of another time zone, or forgets the hour, is found."""


@attrs.frozen
class Question:
    """A question, and how it is changed. Whatever is not changed shows the document.

    Args:
        viewer: who asks.
        document: the resume or form.
        at: the instant.
        unit: how long before or after it something was done, unless it was done several times as long before or after.
    """

    viewer: Any
    document: Any
    at: datetime
    unit: timedelta

    def asked_by(self, kind: Any, **values: Any) -> "Question":
        """The same question of another viewer: in the same language, and for the same action."""
        intent = {"action": self.viewer.action, "language": self.viewer.language}
        return attrs.evolve(self, viewer=kind(**intent, **values))

    def by(self, **values: Any) -> "Question":
        """The same question of a viewer with other values."""
        return attrs.evolve(self, viewer=attrs.evolve(self.viewer, **values))

    def of(self, **values: Any) -> "Question":
        """The same question of a document with other values."""
        return attrs.evolve(self, document=attrs.evolve(self.document, **values))

    def chosen(self, **values: Any) -> "Question":
        """The same question of a document with other settings."""
        return self.of(settings=attrs.evolve(self.document.settings, **values))

    def aged(self, born: YearMonth | None, years: int | None = None, units: int = 0) -> "Question":
        """The same question of a candidate whose age is stated so, or was verified so many units later."""
        profile = attrs.evolve(self.document.basics.profile, born=born)
        verified = None if years is None else AgeVerified(age=years, at=self.at + units * self.unit)
        return self.of(basics=attrs.evolve(self.document.basics, profile=profile), age_verified=verified)

    def blocked(self, block: Callable[..., Block], units: int = 0, **values: Any) -> "Question":
        """The same question of a candidate who blocked a company, so many units later."""
        return self.chosen(blocks=(block(at=self.at + units * self.unit, **values),))

    def sent(self, units: int = -1, **values: Any) -> "Question":
        """The same question of a resume that was sent to a company, so many units later, and is not public."""
        given = {"company": ACME.id, "at": self.at + units * self.unit, **values}
        return self.chosen(visibility=Visibility.PRIVATE).of(applications=(Application(**given),))

    def met(self, *, required: bool = True, withdrawn: datetime | None = None) -> "Question":
        """The same question of what was handed in at a talk of the school that asks."""
        at, is_form = self.at - self.unit, isinstance(self.document, CampusForm)
        written = (
            getattr(self.document.remarks, "self_assessment", None) if is_form else self.document.highlights
        )
        talk = OnlineTalk(
            school=self.viewer.id,
            delivery=Delivery(at=at, position=written or PROSE[0]),  # details are typed into it, too
            school_requires=required,
        )
        if is_form:
            return self.of(handed_in=at, talk=talk, withdrawn=withdrawn)
        return self.sent(talk=talk, withdrawn=withdrawn)

    def consented(self, begins: int = -1, ends: int = 1, **values: Any) -> "Question":
        """The same question of a candidate who consented to the recipient that asks, so many units later."""
        is_public = self.viewer.id == PUBLIC
        given = {
            "recipient": self.viewer.id,
            "recipient_name": "某某教育科技有限公司",
            "recipient_contact": "400 客服",
            "purpose": self.viewer.purpose,
            "method": "电话沟通",
            "parts": frozenset({Part.NAME, Part.REGION}),
            "begins": self.at + begins * self.unit,
            "ends": self.at + ends * self.unit,
            "form": ShareForm.DISCLOSURE if is_public else ShareForm.SHARE,
            **values,
        }
        return self.of(consents=(Consent(**given),))
