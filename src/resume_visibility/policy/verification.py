"""Whether a policy keeps the safety statements, over every case there is; and what another policy would change."""

from collections.abc import Iterator

import attrs

from ..model.parts import Document
from ..model.settings import NameDisplay
from .facts import CANDIDATE_FACTS, VIEWER_FACTS, Concern, Facts, Kind, Sharing, Standing, join
from .readings import Readings
from .statements import Items, Space, Statement, items_in, names
from .table import Policy


@attrs.frozen
class Violation:
    """A statement that a policy does not keep.

    Args:
        statement: that is not kept.
        facts: the first case in which it is not.
        found: what is wrong in that case, in words.
        cases: how many there are.
    """

    statement: Statement
    facts: Facts
    found: str
    cases: int

    def __str__(self) -> str:
        said = self.statement
        return (
            f"{said.name} ({', '.join(said.rules)}): {said.words}.\n"
            f"  Not kept in {self.cases} cases, such as: {in_words(self.facts)}.\n"
            f"  There, {self.found}."
        )


@attrs.frozen
class CaseDifference:
    """A case that two policies decide otherwise.

    Args:
        facts: of the case.
        gained: given by the new policy alone.
        lost: given by the old policy alone.
    """

    facts: Facts
    gained: Items
    lost: Items

    def __str__(self) -> str:
        signs = [f"+{name}" for name in names(self.gained)] + [f"-{name}" for name in names(self.lost)]
        return f"{in_words(self.facts)}: {' '.join(signs)}"


@attrs.frozen
class Comparison:
    """What a new policy changes. A case in which it shows more of one thing and less of another is in both lists.

    Args:
        more: every case in which the new policy shows more.
        less: every case in which it shows less.
        readings: those that differ; one on blocks or applications changes how a company stands to a resume, hence which
            case it is in, and not what a case gives.
        clauses: the ids of those whose text differs.
        not_compared: what else differs and decides no case: the accounts taken out of text, the age, how long a view
            stays fresh, what consent can name.
    """

    more: tuple[CaseDifference, ...]
    less: tuple[CaseDifference, ...]
    readings: tuple[str, ...]
    clauses: tuple[str, ...]
    not_compared: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"readings that differ: {', '.join(self.readings) or 'none'}"]
        if self.clauses:
            lines.append(f"clauses whose text differs: {', '.join(self.clauses)}")
        if self.not_compared:
            lines.append(f"differ too, and are not compared case by case: {', '.join(self.not_compared)}")
        for title, differences in (("shows more", self.more), ("shows less", self.less)):
            lines.append(f"{title} in {len(differences)} cases")
            lines.extend(f"  {difference}" for difference in differences)
        return "\n".join(lines)


def verify(policy: Policy) -> tuple[Violation, ...]:
    """The safety statements that a policy does not keep, each with a case that shows it.

    Args:
        policy: that is to be checked, over every case there is.

    Returns:
        A violation per statement that is not kept; none for a policy that is safe.
    """
    space = Space(policy)
    found = ((said, tuple(said.breaches(space))) for said in policy.ruleset.statements)
    return tuple(
        Violation(statement, *breaches[0], len(breaches)) for statement, breaches in found if breaches
    )


def compare(old: Policy, new: Policy) -> Comparison:
    """Every case in which a new policy shows more, and in which it shows less.

    Args:
        old: what is in force.
        new: what might be.
    """
    before, after = Space(old), Space(new)
    found = [
        CaseDifference(join(viewer, half), items_in(is_now & ~was), items_in(was & ~is_now))
        for viewer in VIEWER_FACTS
        for half, was, is_now in zip(
            CANDIDATE_FACTS[viewer.document], before.given[viewer], after.given[viewer], strict=True
        )
        if was != is_now
    ]
    return Comparison(
        more=tuple(difference for difference in found if difference.gained),
        less=tuple(difference for difference in found if difference.lost),
        readings=tuple(
            name
            for name in attrs.fields_dict(Readings)
            if getattr(old.readings, name) is not getattr(new.readings, name)
        ),
        clauses=tuple(
            clause.value
            for clause, text in new.ruleset.texts.items()
            if old.ruleset.texts.get(clause) != text
        ),
        not_compared=tuple(_beside_the_cases(old, new)),
    )


def _beside_the_cases(old: Policy, new: Policy) -> Iterator[str]:
    if old.accounts != new.accounts:
        yield "accounts"
    for name in ("age", "most_fresh", "shareable"):
        if getattr(old.ruleset, name) != getattr(new.ruleset, name):
            yield name


# --- In words --------------------------------------------------------------------------------------------------------

_STANDINGS = {
    Standing.NONE: "of a company that the candidate neither blocked nor applied to",
    Standing.BLOCKED: "of a blocked company",
    Standing.APPLIED: "of a company applied to",
    Standing.APPLIED_WITH_ATTACHMENTS: "of a company applied to with attachments",
}
_SHARINGS = {
    Sharing.NONE: "without consent in force",
    Sharing.SHARED: "with consent to share",
    Sharing.PARTNER: "with consent as a partner",
    Sharing.TRANSFERRED: "with consent to a transfer",
    Sharing.DISCLOSED: "by a public disclosure",
    Sharing.ORDERED: "by an order of the law",
}


_CONCERNS = {
    Concern.NONE: "without an open case on the candidate",
    Concern.COMPLAINANT: "whose open case is the candidate's",
    Concern.COMPLAINED_OF: "whose open case concerns the candidate",
}
_VERIFIED = (Kind.RECRUITER, Kind.HEADHUNTER, Kind.COMMUNITY_MEMBER, Kind.SCHOOL, Kind.SUPPORT_AGENT)


def in_words(facts: Facts) -> str:
    """The facts as a sentence would state them: the viewer, what for, and what is unusual about the resume or form."""
    return f"{_viewer_in_words(facts)}, to {facts.action.value} {_document_in_words(facts)}"


def _viewer_in_words(facts: Facts) -> str:
    words = [facts.kind.value.replace("_", " ")]
    if facts.kind in _VERIFIED:
        words.append("signed in and verified" if facts.qualified else "not signed in or not verified")
    if facts.kind.has_company:
        words.append(_STANDINGS[facts.standing])
    if facts.kind is Kind.SCHOOL:
        words.append("of a talk" if facts.standing is Standing.APPLIED else "of no talk")
    if facts.conversing:
        words.append("in a running conversation")
    if facts.kind is Kind.COMMUNITY_MEMBER:
        words.append(f"where the nickname is {facts.nickname.value if facts.nickname else 'none'}")
    if facts.kind is Kind.RECOMMENDER:
        words.append(f"personalisation {'on' if facts.personalised else 'off'}")
    if facts.kind is Kind.RECIPIENT:
        words.append(_SHARINGS[facts.sharing])
    if facts.kind is Kind.SUPPORT_AGENT:
        words.append(_CONCERNS[facts.concern])
    return ", ".join(words)


def _document_in_words(facts: Facts) -> str:
    form = facts.document is Document.FORM
    words = ["a form" if form else f"a resume of mode {facts.visibility.value}"]
    words += ["with the honorific on"] if facts.name_display is NameDisplay.HONORIFIC else []
    words += [] if facts.resume_permission else ["the resume permission off"]
    words += [] if facts.chat_permission or form else ["the chat permission off"]
    words += [] if facts.exists else ["deleted or of a closed account"]
    words += [] if facts.of_age else ["of somebody not surely sixteen"]
    return ", ".join(words)
