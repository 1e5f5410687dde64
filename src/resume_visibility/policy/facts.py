"""The facts that decide: a finite record of how one viewer stands to one resume or form at one instant."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_type_hints

import attrs

from ..model.building import Choice
from ..model.complete import complete
from ..model.parts import Document
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import COMPANY_FIELDS, KIND_NAMES, Action


class ViewerKind(Choice):
    """The kind of viewer that asks."""

    OWNER = "owner"
    RECRUITER = "recruiter"
    HEADHUNTER = "headhunter"
    MAILBOX = "mailbox"
    COMMUNITY_MEMBER = "community_member"
    RECOMMENDER = "recommender"
    RECIPIENT = "recipient"
    SCHOOL = "school"
    SUPPORT_AGENT = "support_agent"
    VISITOR = "visitor"

    @property
    def has_company(self) -> bool:
        """Whether this kind of viewer belongs to a company, which has a standing."""
        return self in _WITH_COMPANY


_KINDS = complete({kind.value: kind for kind in ViewerKind}, KIND_NAMES.values())
KIND_OF = {cls: _KINDS[name] for cls, name in KIND_NAMES.items()}
"""The kind of each class of viewer."""
_WITH_COMPANY = frozenset(KIND_OF[cls] for cls in COMPANY_FIELDS)


class Standing(Choice):
    """How the viewer's company, or school, stands to the resume or form (BLOCK-1..4, APPLY-1..8, CAMPUS-1, CAMPUS-2)."""

    NONE = "none"
    BLOCKED = "blocked"
    APPLIED = "applied"
    """The company was applied to, or was handed a form; the school was handed the document at a talk of its own, and requires that."""
    APPLIED_WITH_ATTACHMENTS = "applied_with_attachments"


class Sharing(Choice):
    """The ground on which a recipient is given something: none in force, the candidate's consent to a way of sharing, or an order."""

    NONE = "none"
    SHARED = "shared"
    PARTNER = "partner"
    TRANSFERRED = "transferred"
    DISCLOSED = "disclosed"
    ORDERED = "ordered"


class Concern(Choice):
    """How the open case of a support agent concerns the candidate (SUPPORT-1)."""

    NONE = "none"
    COMPLAINANT = "complainant"
    COMPLAINED_OF = "complained_of"


@attrs.frozen(kw_only=True)
class Facts:
    """Everything a decision depends on, and nothing else: enums and booleans.

    A fact that does not concern a kind of viewer, or a form, is set to its default.

    Args:
        document: what is asked for.
        kind: of the viewer; an owner of another resume is a visitor.
        action: what the viewer is about to do.
        qualified: signed in and verified as their kind requires (GATE-4).
        standing: of the viewer's company or school to the resume or form.
        conversing: a conversation with the viewer's company is running (CHAT-1).
        nickname: how the candidate is called in the community; None for one who is not in it (COMMUNITY-1).
        personalised: recommendation may use more than the intention (RECOMMEND-1).
        sharing: what lets a recipient have something (SHARE-1 to SHARE-3).
        concern: of the support agent's open case (SUPPORT-1).
        visibility: the candidate's mode; of a form, private.
        name_display: the real name or the honorific.
        resume_permission: not switched off (GATE-1).
        chat_permission: not switched off (GATE-1).
        exists: neither deleted nor of a closed account (GATE-2).
        of_age: surely of age at that instant (GATE-3).
    """

    document: Document
    kind: ViewerKind
    action: Action
    qualified: bool
    standing: Standing
    conversing: bool
    nickname: NameDisplay | None
    personalised: bool
    sharing: Sharing
    concern: Concern
    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


class ViewerFacts(NamedTuple):
    """The half of the facts that the viewer brings."""

    document: Document
    kind: ViewerKind
    action: Action
    qualified: bool = False
    standing: Standing = Standing.NONE
    conversing: bool = False
    nickname: NameDisplay | None = None
    personalised: bool = False
    sharing: Sharing = Sharing.NONE
    concern: Concern = Concern.NONE


class CandidateFacts(NamedTuple):
    """The half of the facts that the resume or form brings at an instant."""

    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


def check_halves(facts: Iterable[str], viewer: Iterable[str], candidate: Iterable[str]) -> None:
    """Check that the names of all facts are those of the viewer's half and then of the candidate's half (LAW-5).

    Raises:
        TypeError: a fact is missing somewhere, or is in another order.
    """
    if [*facts] != [*viewer, *candidate]:
        raise TypeError("expected each field of Facts in ViewerFacts or CandidateFacts, in the same order")


check_halves([field.name for field in attrs.fields(Facts)], ViewerFacts._fields, CandidateFacts._fields)


_BOTH = (False, True)
_ALWAYS_QUALIFIED: dict[str, Any] = {"qualified": (True,)}
_COMPANY_FACTS: dict[str, Any] = {"standing": Standing, "qualified": _BOTH, "conversing": _BOTH}
_SCHOOL_FACTS: dict[str, Any] = {"qualified": _BOTH, "standing": (Standing.NONE, Standing.APPLIED)}
_FORM_STANDINGS = (Standing.NONE, Standing.BLOCKED, Standing.APPLIED)
_FACTS_ON_RESUMES: dict[ViewerKind, dict[str, Any]] = {
    ViewerKind.OWNER: _ALWAYS_QUALIFIED,
    ViewerKind.RECRUITER: _COMPANY_FACTS,
    ViewerKind.HEADHUNTER: _COMPANY_FACTS,
    ViewerKind.MAILBOX: {"standing": Standing},
    ViewerKind.COMMUNITY_MEMBER: {"qualified": _BOTH, "nickname": (None, *NameDisplay)},
    ViewerKind.RECOMMENDER: {**_ALWAYS_QUALIFIED, "personalised": _BOTH},
    ViewerKind.RECIPIENT: {"sharing": Sharing},
    ViewerKind.SCHOOL: _SCHOOL_FACTS,
    ViewerKind.SUPPORT_AGENT: {"qualified": _BOTH, "concern": Concern},
    ViewerKind.VISITOR: {},
}
FACT_VALUES: dict[Document, dict[ViewerKind, dict[str, Any]]] = complete(
    {
        Document.RESUME: complete(_FACTS_ON_RESUMES, ViewerKind),
        Document.FORM: {
            **{kind: {} for kind in ViewerKind},  # no clause names anybody but these
            ViewerKind.OWNER: _ALWAYS_QUALIFIED,
            ViewerKind.RECRUITER: {"qualified": _BOTH, "standing": _FORM_STANDINGS},
            ViewerKind.SCHOOL: _SCHOOL_FACTS,
        },
    },
    Document,
)
"""The facts that each kind of viewer can bring, with all their values: only facts that concern this kind."""
TO_QUALIFY = frozenset(
    (of, by) for of, by in product(Document, ViewerKind) if FACT_VALUES[of][by].get("qualified") == _BOTH
)
"""Who has to sign in, and to be verified as their kind requires, each with the document: nothing is shown to them before."""
FORM_VIEWER_KINDS = frozenset(kind for kind, brought in FACT_VALUES[Document.FORM].items() if brought)
"""The kinds that a clause names for forms. How other viewers stand to a form is not looked at (CAMPUS-1, CAMPUS-2)."""


def relevant_facts(facts: Facts) -> dict[str, Any]:
    """The facts that concern the kind of viewer, and the resume or form, by name. All others have one value, and state nothing."""
    values_of = FACT_VALUES[facts.document][facts.kind]
    # Nobody asks the owner whether they qualify.
    relevant = {name for name, values in values_of.items() if values != (True,)}
    irrelevant = ViewerFacts._field_defaults.keys() - relevant
    if facts.document is Document.FORM:
        irrelevant |= NOT_OF_FORMS.keys()
    return {name: fact for name, fact in attrs.asdict(facts).items() if name not in irrelevant}


VIEWER_FACTS = tuple(
    ViewerFacts(document, kind, action, **dict(zip(brought, values, strict=True)))
    for action, kind, document in product(Action, ViewerKind, Document)
    for brought in (FACT_VALUES[document][kind],)
    for values in product(*brought.values())
)
"""Every half that a viewer can bring. Only companies and schools have a standing; only some kinds have to qualify."""
KNOWN_VIEWER_FACTS = frozenset(VIEWER_FACTS)
"""The same halves as a set, to look one up."""

NOT_OF_FORMS: Mapping[str, Any] = MappingProxyType(
    {"visibility": Visibility.PRIVATE, "chat_permission": False}
)
"""What does not govern a form, with the one value that stands for it: the four modes and the chat (CAMPUS-1)."""

_RESUME_FACTS = tuple(
    map(
        CandidateFacts._make,
        product(
            *[_BOTH if kind is bool else tuple(kind) for kind in get_type_hints(CandidateFacts).values()]
        ),
    )
)
_FORM_FACTS = tuple(
    half
    for half in _RESUME_FACTS
    if all(getattr(half, name) is value for name, value in NOT_OF_FORMS.items())
)
CANDIDATE_FACTS = complete({Document.RESUME: _RESUME_FACTS, Document.FORM: _FORM_FACTS}, Document)
"""Every half that a resume and a form can bring."""

_FIELDS_OF = {half: half._asdict() for half in _RESUME_FACTS}


@cache  # as many as there are halves of a viewer, and the same for every policy
def row_of(viewer: ViewerFacts) -> Mapping[CandidateFacts, Facts]:
    """The facts that each half that the document can bring makes together with this viewer's half."""
    fields = viewer._asdict()
    return {half: Facts(**fields, **_FIELDS_OF[half]) for half in CANDIDATE_FACTS[viewer.document]}


def join(viewer: ViewerFacts, candidate: CandidateFacts) -> Facts:
    """The facts that two halves of the table make."""
    return row_of(viewer)[candidate]


_Half = TypeVar("_Half", ViewerFacts, CandidateFacts)


def pair_cases(
    field: str, old: object, new: object
) -> Iterator[tuple[ViewerFacts, ViewerFacts, list[tuple[int, int]]]]:
    """Pair every case in which a field has a value with the case in which only that field has another value.

    Returns:
        The viewer's halves of both cases, and the places of their other halves in `CANDIDATE_FACTS`.
    """

    def move(half: _Half) -> _Half | None:
        """The half after the step: the same half if the field is in the other one; None if no step is made."""
        if field not in half._fields:
            return half
        change: dict[str, Any] = {field: new}
        return half._replace(**change) if getattr(half, field) is old else None

    pairs = dict[Document, list[tuple[int, int]]]()
    for document, halves in CANDIDATE_FACTS.items():
        places: dict[CandidateFacts | None, int] = {half: place for place, half in enumerate(halves)}
        pairs[document] = [
            (i, places[moved]) for i, half in enumerate(halves) if (moved := move(half)) in places
        ]
    for viewer in VIEWER_FACTS:
        other = move(viewer)
        if other is not None and other in KNOWN_VIEWER_FACTS:
            yield viewer, other, pairs[viewer.document]
