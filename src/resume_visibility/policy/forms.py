"""The policy of campus and company-made forms (CAMPUS-1, CAMPUS-2): their parts, their facts, and every rule on them.

What the rules leave open is read on the candidate's side:

- The company that a form was filled in for sees it whole, under the real name: NAME-1 speaks of resume and chat.
- It sees it through a recruiter who is signed in and fully verified (GATE-4). A headhunter or a mailbox of the same
  company is nobody that a clause names.
- Handing in and blocking are both acts of the candidate: the later one holds, and at the same instant the block
  (APPLY-6). A form that is not handed in yet, at the instant asked about, is a draft, for its owner alone.
- It may be exported by the company, which the platform works for here (为该招聘单位的数据处理者), and by the owner. It is in
  nobody's recommendations or search: those are of the four modes, which do not govern it.
- GATE-1 to GATE-3 hold as they do for resumes.
- The school sees what the candidate told of themselves, and the record of the delivery, to read (获知) and not to export,
  once it is signed in and verified. Family, emergency contact and relatives are other people's: they stay with the
  company (`Readings.third_parties_stay_with_company`). So do numbers, addresses, messenger accounts and national IDs
  that somebody typed into a text, whoever's they are: no field of the form asks for them.
- A block concerns the company, and not the school.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple, TypeAlias, assert_never

import attrs

from ..model.building import Choice
from ..model.viewers import Action
from .clauses import Clause
from .grants import Refusal
from .readings import Readings


class FormPart(Choice):
    """A piece of a form that is shown or withheld as one."""

    NAME = "name"
    ENGLISH_NAME = "english_name"
    PROFILE = "profile"
    EMAIL = "email"
    MOBILE = "mobile"
    LANDLINE = "landline"
    POSTAL_ADDRESS = "postal_address"
    EMERGENCY_NAME = "emergency_name"
    EMERGENCY_PHONE = "emergency_phone"
    PHOTO = "photo"
    EDUCATION = "education"
    LANGUAGES = "languages"
    IT_SKILLS = "it_skills"
    PRACTICE = "practice"
    AWARDS = "awards"
    FAMILY = "family"
    TRAINING = "training"
    INTERNSHIPS = "internships"
    CERTIFICATES = "certificates"
    PUBLICATIONS = "publications"
    SCHOOL_POSTS = "school_posts"
    PROJECTS = "projects"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    RELATIVES = "relatives"
    REMARKS = "remarks"
    DELIVERY = "delivery"
    """投递记录, of the talk at which it was handed in."""
    TYPED_DETAILS = "typed_details"
    """Numbers, addresses, messenger accounts and national IDs that somebody typed into text, whoever's they are."""


OF_OTHERS = frozenset(
    {FormPart.EMERGENCY_NAME, FormPart.EMERGENCY_PHONE, FormPart.FAMILY, FormPart.RELATIVES}
)
"""What is told of other people."""

WHOLE = frozenset(FormPart)
OF_CANDIDATE = WHOLE - OF_OTHERS - {FormPart.TYPED_DETAILS}

FormItem: TypeAlias = FormPart | Action
"""What a clause can give or refuse of a form."""


class FormKind(Choice):
    """The kinds of viewer that a form knows."""

    OWNER = "owner"
    RECRUITER = "recruiter"
    SCHOOL = "school"
    OTHER = "other"
    """Everybody else, whom no clause names: headhunter, mailbox, community, recommender, recipient, visitor."""


class FormFacts(NamedTuple):
    """Everything a decision on a form depends on; what does not concern the kind is left at its least.

    Args:
        kind: of the viewer; an owner of another form is somebody else.
        action: what the viewer is about to do.
        qualified: signed in and verified as their kind requires (GATE-4).
        addressed: it was handed in to the recruiter's company, or at a talk of the school.
        blocked: the candidate blocked the recruiter's company, and no handing in came later (BLOCK-1, APPLY-6).
        school_requires: the rule of the school asks for it (CAMPUS-2).
        resume_permission: not switched off (GATE-1).
        exists: neither deleted nor of a closed account (GATE-2).
        of_age: surely sixteen at that instant (GATE-3).
    """

    kind: FormKind
    action: Action
    qualified: bool = False
    addressed: bool = False
    blocked: bool = False
    school_requires: bool = False
    resume_permission: bool = False
    exists: bool = False
    of_age: bool = False


_BOTH = (False, True)


def _form_facts() -> Iterator[FormFacts]:
    for action in Action:
        halves = [FormFacts(FormKind.OWNER, action, qualified=True), FormFacts(FormKind.OTHER, action)]
        for qualified, addressed, last in product(_BOTH, _BOTH, _BOTH):
            halves.append(FormFacts(FormKind.RECRUITER, action, qualified, addressed, blocked=last))
            halves.append(FormFacts(FormKind.SCHOOL, action, qualified, addressed, school_requires=last))
        for half, permission, exists, of_age in product(halves, _BOTH, _BOTH, _BOTH):
            yield half._replace(resume_permission=permission, exists=exists, of_age=of_age)


FORM_FACTS = tuple(_form_facts())
"""Every combination that a viewer and a form can make."""


@attrs.frozen
class FormPermit:
    """What one clause gives of a form: the actions it permits, and the parts it shows for them."""

    clause: Clause
    actions: frozenset[Action]
    parts: frozenset[FormPart]


@attrs.frozen
class FormGrant:
    """A decision to show a form: what, and for each item by which clauses.

    Args:
        parts: shown; everything else is withheld.
        actions: everything this viewer may do, the action decided on among them.
        given: for each item given, the clauses that gave it.
        refused: for each item refused, the clauses that did.
    """

    parts: frozenset[FormPart]
    actions: frozenset[Action]
    given: tuple[tuple[FormItem, tuple[Clause, ...]], ...]
    refused: tuple[tuple[FormItem, tuple[Clause, ...]], ...]

    @property
    def withheld(self) -> frozenset[FormPart]:
        """The parts not shown, whether or not the form has anything in them."""
        return WHOLE - self.parts


FormDecision: TypeAlias = FormGrant | Refusal


@attrs.frozen(eq=False)
class FormCase:
    """Facts and the decision on them."""

    facts: FormFacts
    decision: FormDecision


def decide_form(facts: FormFacts, readings: Readings) -> FormDecision:
    """What the policy gives of a form for these facts.

    Args:
        facts: any combination.
        readings: what the platform chose where the rules leave a choice.

    Returns:
        A grant, or a refusal with the clauses that refused.
    """
    closed = tuple(_gates(facts))
    if closed:
        return Refusal(closed)
    permits = [permit for permit in _permits(facts, readings) if facts.action in permit.actions]
    given: dict[FormItem, tuple[Clause, ...]] = {}
    for permit in permits:
        items: tuple[FormItem, ...] = (*permit.actions, *permit.parts)
        for item in items:
            given[item] = (permit.clause,)
    if not permits:
        return Refusal((_CLOSEST[facts.kind],))
    return FormGrant(
        parts=frozenset(item for item in given if isinstance(item, FormPart)),
        actions=frozenset(item for item in given if isinstance(item, Action)),
        given=tuple((item, given[item]) for item in _ITEMS if item in given),
        refused=tuple((item, (_withholds(item, facts),)) for item in _ITEMS if item not in given),
    )


_ITEMS: tuple[FormItem, ...] = (*FormPart, *Action)
_READING = frozenset({Action.VIEW})
_KEEPING = frozenset({Action.VIEW, Action.EXPORT})


def _gates(facts: FormFacts) -> Iterator[Clause]:
    owner = facts.kind is FormKind.OWNER
    if not facts.exists:
        yield Clause.GATE_2
    if not facts.resume_permission and not owner:
        yield Clause.GATE_1
    if not facts.of_age and not owner:
        yield Clause.GATE_3
    if not facts.qualified and facts.kind in (FormKind.RECRUITER, FormKind.SCHOOL):
        yield Clause.GATE_4
    if facts.blocked:
        yield Clause.BLOCK_1


def _permits(facts: FormFacts, readings: Readings) -> Iterator[FormPermit]:
    match facts.kind:
        case FormKind.OWNER:
            yield FormPermit(Clause.OWNER_1, _KEEPING, WHOLE)
        case FormKind.RECRUITER:
            if facts.addressed:
                yield FormPermit(Clause.CAMPUS_1, _KEEPING, WHOLE)
        case FormKind.SCHOOL:
            if facts.addressed and facts.school_requires:
                yield FormPermit(Clause.CAMPUS_2, _READING, OF_CANDIDATE)
                if not readings.third_parties_stay_with_company:
                    yield FormPermit(Clause.CAMPUS_2, _READING, OF_OTHERS)
        case FormKind.OTHER:
            return
        case _:
            assert_never(facts.kind)


_CLOSEST = {
    FormKind.OWNER: Clause.DEFAULT_DENY,
    FormKind.RECRUITER: Clause.CAMPUS_1,
    FormKind.SCHOOL: Clause.CAMPUS_2,
    FormKind.OTHER: Clause.DEFAULT_DENY,
}
"""The clause to cite when no permit fits: the one that would have had to give it."""


def _withholds(item: FormItem, facts: FormFacts) -> Clause:
    return Clause.CONTACT_2 if item is FormPart.TYPED_DETAILS else _CLOSEST[facts.kind]
