"""Who sees what, in every mode, read off the policy's own cases."""

from typing import Any

from ..model.parts import PARTS_OF, Channel, Document, Part
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .decisions import Grant
from .facts import CandidateFacts, Concern, Kind, Sharing, Standing, ViewerFacts, join
from .table import POLICY_2023_04, Policy

_APPLIED, _CARRIED, _BLOCKED = Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS, Standing.BLOCKED


def _asks(kind: Kind, **facts: Any) -> ViewerFacts:
    return ViewerFacts(Document.RESUME, kind, Action.VIEW, **facts)


def _asks_for_form(kind: Kind, **facts: Any) -> ViewerFacts:
    return ViewerFacts(Document.FORM, kind, Action.VIEW, **facts)


ROWS: tuple[tuple[str, ViewerFacts], ...] = (
    ("owner", _asks(Kind.OWNER, qualified=True)),
    ("recruiter", _asks(Kind.RECRUITER, qualified=True)),
    ("  applied to", _asks(Kind.RECRUITER, qualified=True, standing=_APPLIED)),
    ("  + attachments", _asks(Kind.RECRUITER, qualified=True, standing=_CARRIED)),
    ("  conversing", _asks(Kind.RECRUITER, qualified=True, conversing=True)),
    ("  blocked", _asks(Kind.RECRUITER, qualified=True, standing=_BLOCKED, conversing=True)),
    ("  not verified", _asks(Kind.RECRUITER)),
    ("headhunter", _asks(Kind.HEADHUNTER, qualified=True)),
    ("  applied to", _asks(Kind.HEADHUNTER, qualified=True, standing=_APPLIED)),
    ("  + attachments", _asks(Kind.HEADHUNTER, qualified=True, standing=_CARRIED)),
    ("  conversing", _asks(Kind.HEADHUNTER, qualified=True, conversing=True)),
    ("  blocked", _asks(Kind.HEADHUNTER, qualified=True, standing=_BLOCKED, conversing=True)),
    ("  not verified", _asks(Kind.HEADHUNTER)),
    ("mailbox", _asks(Kind.MAILBOX, standing=_APPLIED)),
    ("  blocked", _asks(Kind.MAILBOX, standing=_BLOCKED)),
    ("community", _asks(Kind.COMMUNITY_MEMBER, qualified=True, nickname=NameDisplay.REAL)),
    ("recommender", _asks(Kind.RECOMMENDER, qualified=True, personalised=True)),
    ("  impersonal", _asks(Kind.RECOMMENDER, qualified=True)),
    ("recipient", _asks(Kind.RECIPIENT, sharing=Sharing.SHARED)),
    ("  no consent", _asks(Kind.RECIPIENT)),
    ("school", _asks(Kind.SCHOOL, qualified=True, standing=_APPLIED)),
    ("  no talk", _asks(Kind.SCHOOL, qualified=True)),
    ("support", _asks(Kind.SUPPORT_AGENT, qualified=True, concern=Concern.COMPLAINANT)),
    ("  complained of", _asks(Kind.SUPPORT_AGENT, qualified=True, concern=Concern.COMPLAINED_OF)),
    ("  no case", _asks(Kind.SUPPORT_AGENT, qualified=True)),
    ("visitor", _asks(Kind.VISITOR)),
)
"""The viewers of the matrix of resumes: their label, and the facts that they bring."""

FORM_ROWS: tuple[tuple[str, ViewerFacts], ...] = (
    ("owner", _asks_for_form(Kind.OWNER, qualified=True)),
    ("its company", _asks_for_form(Kind.RECRUITER, qualified=True, standing=_APPLIED)),
    ("  blocked", _asks_for_form(Kind.RECRUITER, qualified=True, standing=_BLOCKED)),
    ("  not verified", _asks_for_form(Kind.RECRUITER, standing=_APPLIED)),
    ("another company", _asks_for_form(Kind.RECRUITER, qualified=True)),
    ("school", _asks_for_form(Kind.SCHOOL, qualified=True, standing=_APPLIED)),
    ("  no talk", _asks_for_form(Kind.SCHOOL, qualified=True)),
    ("anybody else", _asks_for_form(Kind.VISITOR)),
)
"""The viewers of the matrix of forms, likewise."""

_ACTIONS = dict(
    zip((Action.RECOMMEND, Action.SEARCH, Action.VIEW, Action.EXPORT, Action.CHAT), "RSVXC", strict=True)
)
_REACHED = {
    Channel.CHAT: "c",
    Channel.EMAIL: "e",
    Channel.VIRTUAL_NUMBER: "n",
    Channel.MOBILE: "m",
    Part.ATTACHMENTS: "a",
    Part.VIDEO: "f",
}

_LEGEND = f"""\
R recommended  S found by search  V viewed  X exported  C chatted with
c chat  e e-mail  n virtual number  m real mobile number: channels.
  Owner, recipients and support have none; what is shown to them is a part.
a attachments (of the application)  f video
The number counts the parts shown, of {len(PARTS_OF[Document.RESUME])} of a resume and {len(PARTS_OF[Document.FORM])} of a form;
  a recipient's consent names fewer.
- not shown: the viewer is not informed, not even why.
Permissions on, account open, of age, real name shown. What is reached and shown
is that of a view, or of a chat where there is no view."""


def matrix(policy: Policy = POLICY_2023_04) -> str:
    """The whole policy as a table of text, 80 columns wide: a row per viewer, a column per mode; then a row per viewer of a form.

    Args:
        policy: to be shown.
    """
    lines = [f"{'resume':16}" + "".join(f"{visibility.value:16}" for visibility in Visibility).rstrip()]
    for label, viewer in ROWS:
        cells = (_cell(viewer, visibility, policy) for visibility in Visibility)
        lines.append(f"{label:16}" + "".join(f"{cell:16}" for cell in cells).rstrip())
    lines += ["", "form"]
    for label, viewer in FORM_ROWS:
        lines.append(f"{label:16}{_cell(viewer, Visibility.PRIVATE, policy)}")
    return "\n".join((*lines, "", _LEGEND))


def _cell(viewer: ViewerFacts, visibility: Visibility, policy: Policy) -> str:
    candidate = CandidateFacts(
        visibility=visibility,
        name_display=NameDisplay.REAL,
        resume_permission=True,
        chat_permission=viewer.document is Document.RESUME,
        exists=True,
        of_age=True,
    )
    for action in (Action.VIEW, Action.CHAT):
        decision = policy.decision_on(join(viewer._replace(action=action), candidate))
        if isinstance(decision, Grant):
            actions = "".join(
                letter if action in decision.actions else "." for action, letter in _ACTIONS.items()
            )
            given = decision.channels | decision.parts
            reached = "".join(letter if item in given else "." for item, letter in _REACHED.items())
            return f"{actions} {reached} {len(decision.parts):2}"
    return "-"
