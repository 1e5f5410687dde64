"""Who sees what, in every mode, read off the policy's own cases."""

from ..model.parts import Channel, Part
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .facts import Kind, ResumeFacts, Sharing, Standing, ViewerFacts, join
from .grants import Grant
from .table import POLICY_2023_04, Policy

_APPLIED, _CARRIED, _BLOCKED = Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS, Standing.BLOCKED
_VIEW = Action.VIEW

ROWS: tuple[tuple[str, ViewerFacts], ...] = (
    ("owner", ViewerFacts(Kind.OWNER, _VIEW, qualified=True)),
    ("recruiter", ViewerFacts(Kind.RECRUITER, _VIEW, qualified=True)),
    ("  applied to", ViewerFacts(Kind.RECRUITER, _VIEW, qualified=True, standing=_APPLIED)),
    ("  + attachments", ViewerFacts(Kind.RECRUITER, _VIEW, qualified=True, standing=_CARRIED)),
    ("  conversing", ViewerFacts(Kind.RECRUITER, _VIEW, qualified=True, conversing=True)),
    ("  blocked", ViewerFacts(Kind.RECRUITER, _VIEW, qualified=True, standing=_BLOCKED, conversing=True)),
    ("  not verified", ViewerFacts(Kind.RECRUITER, _VIEW)),
    ("headhunter", ViewerFacts(Kind.HEADHUNTER, _VIEW, qualified=True)),
    ("  applied to", ViewerFacts(Kind.HEADHUNTER, _VIEW, qualified=True, standing=_APPLIED)),
    ("  + attachments", ViewerFacts(Kind.HEADHUNTER, _VIEW, qualified=True, standing=_CARRIED)),
    ("  conversing", ViewerFacts(Kind.HEADHUNTER, _VIEW, qualified=True, conversing=True)),
    ("  blocked", ViewerFacts(Kind.HEADHUNTER, _VIEW, qualified=True, standing=_BLOCKED, conversing=True)),
    ("  not signed in", ViewerFacts(Kind.HEADHUNTER, _VIEW)),
    ("mailbox", ViewerFacts(Kind.MAILBOX, _VIEW, standing=_APPLIED)),
    ("  blocked", ViewerFacts(Kind.MAILBOX, _VIEW, standing=_BLOCKED)),
    ("community", ViewerFacts(Kind.COMMUNITY_MEMBER, _VIEW, qualified=True, nickname=NameDisplay.REAL)),
    ("recommender", ViewerFacts(Kind.RECOMMENDER, _VIEW, qualified=True, personalised=True)),
    ("  impersonal", ViewerFacts(Kind.RECOMMENDER, _VIEW, qualified=True)),
    ("recipient", ViewerFacts(Kind.RECIPIENT, _VIEW, sharing=Sharing.SHARED)),
    ("  no consent", ViewerFacts(Kind.RECIPIENT, _VIEW)),
    ("visitor", ViewerFacts(Kind.VISITOR, _VIEW)),
)
"""The viewers of the matrix: their label, and the facts that they bring."""

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
c chat  e e-mail and homepage  n virtual number  m real mobile number: channels.
  Owner and recipients have none; number and e-mail are parts shown to them.
a attachments (of the application)  f video
The number counts the parts shown, of {len(Part)}; a recipient's consent names fewer.
- not shown: the viewer is told nothing, not even why.
Permissions on, account open, of age, real name shown. What is reached and shown
is that of a view, or of a chat where there is no view."""


def matrix(policy: Policy = POLICY_2023_04) -> str:
    """The whole policy as a table of text, 80 columns wide: a row per viewer, a column per mode.

    Args:
        policy: to be shown.
    """
    lines = [f"{'':16}" + "".join(f"{visibility.value:16}" for visibility in Visibility).rstrip()]
    for label, viewer in ROWS:
        cells = (_cell(viewer, visibility, policy) for visibility in Visibility)
        lines.append(f"{label:16}" + "".join(f"{cell:16}" for cell in cells).rstrip())
    return "\n".join((*lines, "", _LEGEND))


def _cell(viewer: ViewerFacts, visibility: Visibility, policy: Policy) -> str:
    resume = ResumeFacts(
        visibility=visibility,
        name_display=NameDisplay.REAL,
        resume_permission=True,
        chat_permission=True,
        exists=True,
        of_age=True,
    )
    for action in (Action.VIEW, Action.CHAT):
        decision = policy.decision_on(join(viewer._replace(action=action), resume))
        if isinstance(decision, Grant):
            actions = "".join(
                letter if action in decision.actions else "." for action, letter in _ACTIONS.items()
            )
            given = decision.channels | decision.parts
            reached = "".join(letter if item in given else "." for item, letter in _REACHED.items())
            return f"{actions} {reached} {len(decision.parts):2}"
    return "-"
