"""The data of a resume that a candidate, or the law, lets others have (SHARE-1 to SHARE-3)."""

from collections.abc import Iterator
from datetime import datetime

import attrs

from ..errors import Problem
from .building import Checked, Choice, Id
from .names import unseen
from .parts import Part

PUBLIC: Id = "public"
"""The recipient of a public disclosure (公开披露)."""


class ShareForm(Choice):
    """How something is passed on by consent."""

    SHARE = "share"
    """共享, to a course provider, to friends outside the platform, to anybody else (SHARE-1)."""
    PARTNER = "partner"
    """委托/授权合作伙伴, for a service made together with the platform (SHARE-3)."""
    TRANSFER = "transfer"
    """转让, to somebody who takes the platform's place (SHARE-2)."""
    DISCLOSURE = "disclosure"
    """公开披露, to everybody (SHARE-2)."""


@attrs.frozen(kw_only=True, repr=False)
class LegalOrder(Checked):
    """An order of the law (法律法规、生效法律文书、行政强制决定): its basis, its reference and its date (SHARE-2).

    Args:
        basis: the provision of the law.
        reference: the reference by which the document can be found.
        date: the date of the document.
    """

    basis: str
    reference: str
    date: datetime

    def _problems(self) -> Iterator[Problem]:
        """`basis` and `reference` have something in them that can be seen."""
        yield from unseen("basis", self.basis)
        yield from unseen("reference", self.reference)


@attrs.frozen(kw_only=True, repr=False)
class Consent(Checked):
    """单独同意: the candidate permits one recipient to have named parts, for one purpose, for a time.

    It states what the law requires (个人信息保护法 article 23): the recipient's name and contact, purpose, method, and the kinds of
    data.

    Args:
        recipient: the recipient's id; `PUBLIC` if the form is a disclosure.
        recipient_name: 接收方的名称或者姓名.
        recipient_contact: 联系方式.
        purpose: 处理目的, a code that the recipient has to name when asking.
        method: 处理方式.
        parts: 个人信息的种类; an empty set gives nothing. A part that no consent can give, such as a virtual number, is not given.
        begins: the first instant at which it holds; for an order, not before its date (SHARE-2).
        ends: the first instant at which it no longer holds.
        withdrawn: the instant from which it is void, if it was withdrawn (撤回).
        form: how it is passed on.
        order: the order of the law that takes the place of consent, if there is one.
    """

    recipient: Id
    recipient_name: str
    recipient_contact: str
    purpose: Id
    method: str
    parts: frozenset[Part]
    begins: datetime
    ends: datetime
    withdrawn: datetime | None = None
    form: ShareForm = ShareForm.SHARE
    order: LegalOrder | None = None

    def _problems(self) -> Iterator[Problem]:
        """`ends` is after `begins`, and `begins` is not before the date of the order. `recipient` is public exactly if the form is a
        disclosure. Each text has something in it that can be seen.
        """
        yield from unseen("recipient_name", self.recipient_name)
        yield from unseen("recipient_contact", self.recipient_contact)
        yield from unseen("method", self.method)
        if self.ends <= self.begins:
            yield Problem("ends", "expected an instant after begins")
        if self.order is not None and self.begins < self.order.date:
            yield Problem("begins", "expected an instant not before the date of the order")
        if (self.recipient == PUBLIC) is not (self.form is ShareForm.DISCLOSURE):
            yield Problem(
                "recipient", f"expected the id {PUBLIC} where form is disclosure, and another id otherwise"
            )

    @property
    def void_from(self) -> datetime:
        """The first instant at which it no longer holds, because it expired or was withdrawn."""
        return self.ends if self.withdrawn is None else min(self.ends, self.withdrawn)
