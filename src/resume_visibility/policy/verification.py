"""Whether a policy keeps the safety statements, over every case there is; and what another policy would change."""

import attrs

from ..model.settings import NameDisplay
from .facts import RESUME_FACTS, VIEWER_FACTS, Facts, Kind, Sharing, Standing, join
from .readings import Readings
from .space import COMPANIES, Items, Space, items_in, names
from .statements import STATEMENTS, Statement
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
    """

    more: tuple[CaseDifference, ...]
    less: tuple[CaseDifference, ...]
    readings: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"readings that differ: {', '.join(self.readings) or 'none'}"]
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
    found = ((statement, tuple(statement.breaches(space))) for statement in STATEMENTS)
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
        for half, was, is_now in zip(RESUME_FACTS, before.given[viewer], after.given[viewer], strict=True)
        if was != is_now
    ]
    fields = attrs.fields_dict(Readings)
    return Comparison(
        more=tuple(difference for difference in found if difference.gained),
        less=tuple(difference for difference in found if difference.lost),
        readings=tuple(
            name for name in fields if getattr(old.readings, name) is not getattr(new.readings, name)
        ),
    )


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


def in_words(facts: Facts) -> str:
    """The facts as a sentence would tell them: the viewer, what for, and what is unusual about the resume."""
    return f"{_viewer_in_words(facts)}, to {facts.action.value} {_resume_in_words(facts)}"


def _viewer_in_words(facts: Facts) -> str:
    words = [facts.kind.value.replace("_", " ")]
    if facts.kind in (*COMPANIES, Kind.COMMUNITY_MEMBER):
        words.append("signed in and verified" if facts.qualified else "not signed in or not verified")
    if facts.kind.has_company:
        words.append(_STANDINGS[facts.standing])
    if facts.conversing:
        words.append("in a running conversation")
    if facts.kind is Kind.COMMUNITY_MEMBER:
        words.append(f"where the nickname is {facts.nickname.value if facts.nickname else 'none'}")
    if facts.kind is Kind.RECOMMENDER:
        words.append(f"personalisation {'on' if facts.personalised else 'off'}")
    if facts.kind is Kind.RECIPIENT:
        words.append(_SHARINGS[facts.sharing])
    return ", ".join(words)


def _resume_in_words(facts: Facts) -> str:
    words = [f"a resume of mode {facts.visibility.value}"]
    words += ["with the honorific on"] if facts.name_display is NameDisplay.HONORIFIC else []
    words += [] if facts.resume_permission else ["the resume permission off"]
    words += [] if facts.chat_permission else ["the chat permission off"]
    words += [] if facts.exists else ["deleted or of a closed account"]
    words += [] if facts.of_age else ["of somebody not surely sixteen"]
    return ", ".join(words)
