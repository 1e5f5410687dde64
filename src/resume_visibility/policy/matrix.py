"""Who sees what, in every mode, read off the table of all cases."""

from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .facts import Facts, Kind, Standing
from .grants import Channel, Grant, Part
from .table import decision_on

_ROWS = (
    ("owner", Kind.OWNER, True, Standing.NONE),
    ("recruiter", Kind.RECRUITER, True, Standing.NONE),
    ("  applied to", Kind.RECRUITER, True, Standing.APPLIED),
    ("  ... with attachments", Kind.RECRUITER, True, Standing.APPLIED_WITH_ATTACHMENTS),
    ("  blocked", Kind.RECRUITER, True, Standing.BLOCKED),
    ("  not verified", Kind.RECRUITER, False, Standing.NONE),
    ("headhunter", Kind.HEADHUNTER, True, Standing.NONE),
    ("  applied to", Kind.HEADHUNTER, True, Standing.APPLIED),
    ("  ... with attachments", Kind.HEADHUNTER, True, Standing.APPLIED_WITH_ATTACHMENTS),
    ("  blocked", Kind.HEADHUNTER, True, Standing.BLOCKED),
    ("  not signed in", Kind.HEADHUNTER, False, Standing.NONE),
    ("mailbox, delivered to", Kind.MAILBOX, False, Standing.APPLIED),
    ("  blocked", Kind.MAILBOX, False, Standing.BLOCKED),
    ("visitor", Kind.VISITOR, False, Standing.NONE),
)

_LETTERS = (
    ((Action.RECOMMEND, "R"), (Action.SEARCH, "S"), (Action.VIEW, "V"), (Action.EXPORT, "X")),
    ((Channel.CHAT, "c"), (Channel.EMAIL, "e"), (Channel.VIRTUAL_NUMBER, "n"), (Channel.MOBILE, "m")),
    ((Part.ATTACHMENTS, "a"), (Part.VIDEO, "f")),
)

_LEGEND = """\
actions   R recommended  S found by search  V viewed  X exported
channels  c chat  e e-mail and homepage  n virtual number  m real mobile number
parts     a attachments carried  f video; every other section wherever there is V
-         not shown: the viewer is told nothing, not even why
Permissions on, account open, of age. Channels and parts are those of a view."""


def matrix() -> str:
    """The whole policy as a table of text, 80 columns wide: a row per viewer, a column per mode."""
    lines = [f"{'':24}" + "".join(f"{visibility.value:14}" for visibility in Visibility).rstrip()]
    for label, kind, qualified, standing in _ROWS:
        cells = [_cell(kind, qualified, standing, visibility) for visibility in Visibility]
        lines.append(f"{label:24}" + "".join(f"{cell:14}" for cell in cells).rstrip())
    return "\n".join((*lines, "", _LEGEND))


def _cell(kind: Kind, qualified: bool, standing: Standing, visibility: Visibility) -> str:
    decision = decision_on(
        Facts(
            kind=kind,
            action=Action.VIEW,
            qualified=qualified,
            standing=standing,
            visibility=visibility,
            name_display=NameDisplay.REAL,
            resume_permission=True,
            chat_permission=True,
            exists=True,
            of_age=True,
        )
    )
    if not isinstance(decision, Grant):
        return "-"
    given = decision.actions | decision.channels | decision.parts
    return " ".join(
        "".join(letter if item in given else "." for item, letter in letters) for letters in _LETTERS
    )
