"""The view: the redacted projection of a resume. What is withheld is not hidden in it: it is not there (LAW-2)."""

from datetime import datetime
from typing import Any, Generic

import attrs

from ..model.building import Id
from ..model.parts import Channel, Part
from ..model.settings import VirtualNumber
from ..model.shown import S
from ..model.silent import Silent
from ..model.values import Email, MobileNumber, PhoneNumber, Url
from ..model.viewers import Action


def describe_view(view: Any) -> str:
    """The representation of a view: what it was made for and by, and nothing of what it shows (LAW-7). It never fails: loggers call it."""
    try:
        return _describe(view)
    except Exception:  # whatever a wrong field leads to, in a view that nobody checked
        return f"<{type(view).__name__} with fields that view_for does not give>"


def _describe(view: Any) -> str:
    actions = ", ".join(sorted(action.value for action in view.actions))
    withheld = ", ".join(sorted(part.value for part in view.withheld)) or "nothing"
    name = type(view).__name__
    return f"<{name} to {view.action.value}, policy {view.policy}, may {actions}; withheld: {withheld}>"


@attrs.frozen(kw_only=True, repr=False)
class VirtualLine(Silent):
    """A virtual number (虚拟号码) as it is shown: the number, and the instant from which it no longer works (PHONE-2)."""

    number: PhoneNumber
    valid_until: datetime


@attrs.frozen(kw_only=True, repr=False)
class ShownContact(Silent):
    """The ways to reach the candidate that this viewer has.

    Args:
        channels: open to the viewer; a virtual-number channel may have no number at the moment.
        mobile: the real number, for the owner, a company applied to, and whoever is given it by a consent, an order or their own case
            (PHONE-1).
        email: the address, where the viewer is granted it; a channel of mail may be relayed, and then shows none (CONTACT-1).
        homepage: its address, where the viewer is granted it (CONTACT-1).
        virtual_number: the binding that fits the viewer (PHONE-2).
        virtual_numbers: every binding, those to one company too, as the resume holds them; for the owner alone (OWNER-1).
    """

    channels: frozenset[Channel] = frozenset()
    mobile: MobileNumber | None = None
    email: Email | None = None
    homepage: Url | None = None
    virtual_number: VirtualLine | None = None
    virtual_numbers: tuple[VirtualNumber, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class ResumeView(Silent, Generic[S]):
    """What one viewer sees of one resume at one instant. Made by `view_for`; frozen, hashable, no resume.

    Args:
        id: the resume's id; in the community the candidate's id there, which leads to no resume (LAW-9).
        display_name: the real name, or "X先生" / "Ms. X" (NAME-1); None where not even that is granted, or
            there is no name.
        sections: shown, redacted: `ShownSections`, or what a resume with sections of its own names in their place.
        contact: channels, and what goes with them.
        action: what the view was made for; a view that was made for viewing is no export (EXPORT-1).
        actions: what the viewer may do, under the same facts.
        withheld: the parts not shown, whether or not the resume has anything in them.
        fresh_until: aware, in UTC; the view must not be kept longer. It is at most two hours away (NAME-2), and less where the view
            depends on a virtual number (PHONE-3), conversation (CHAT-1), application (APPLY-8), consent (SHARE-1) or case
            (SUPPORT-1) that ends earlier.
        policy: the version of the policy it was made under.
        omitted: of a row that was made of some parts only, the others that this viewer is granted: they have no place in it.
    """

    id: Id
    display_name: str | None
    sections: S
    contact: ShownContact
    action: Action
    actions: frozenset[Action]
    withheld: frozenset[Part]
    fresh_until: datetime
    policy: str
    omitted: frozenset[Part] = frozenset()

    __repr__ = describe_view
