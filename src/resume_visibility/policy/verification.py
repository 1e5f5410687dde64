"""Whether a policy keeps the safety statements, over every case there is; and what another policy would change."""

from collections.abc import Iterator

import attrs

from ..model.parts import Document
from ..model.settings import NameDisplay
from .clauses import Clause
from .decisions import items_of, key_of
from .facts import Concern, Facts, Kind, Sharing, Standing
from .readings import Readings
from .ruleset import ClauseText
from .statements import Items, Space, Statement, names
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
class ClauseDifference:
    """A clause whose text two policies have otherwise.

    Args:
        clause: that states something else.
        was: what it states in the old policy; None where that does not have it.
        becomes: what it states in the new one; None where that does not have it.
    """

    clause: Clause
    was: ClauseText | None
    becomes: ClauseText | None

    def __str__(self) -> str:
        if self.was is None or self.becomes is None:
            gist = "".join(text.gist for text in (self.was, self.becomes) if text is not None)
            return f"{self.clause.value}: {'is new' if self.was is None else 'is gone'}: {gist}"
        if self.was.gist != self.becomes.gist:
            return f"{self.clause.value}: was: {self.was.gist}; becomes: {self.becomes.gist}"
        names = attrs.fields_dict(ClauseText)
        changed = [name for name in names if getattr(self.was, name) != getattr(self.becomes, name)]
        return f"{self.clause.value}: {self.becomes.gist} (another {', '.join(changed)})"


@attrs.frozen
class Comparison:
    """What a new policy changes. A case in which it shows more of one thing and less of another is in both lists.

    Args:
        more: every case in which the new policy shows more.
        less: every case in which it shows less.
        cited: every case in which it shows the same, by other clauses.
        readings: those that differ; one on blocks or applications changes how a company stands to a resume, and so which
            case it is in, and not what a case gives.
        clauses: those whose text differs.
        not_compared: what else differs and is in no case: "accounts" taken out of text, the "age", "most_fresh" (how
            long a view may be kept), "required" (of what is published), "shareable" (what consent can name), "sharing",
            the "statements".
    """

    more: tuple[CaseDifference, ...]
    less: tuple[CaseDifference, ...]
    cited: tuple[Facts, ...]
    readings: tuple[str, ...]
    clauses: tuple[ClauseDifference, ...]
    not_compared: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"readings that differ: {', '.join(self.readings) or 'none'}"]
        if self.clauses:
            lines += ["clauses whose text differs:", *(f"  {clause}" for clause in self.clauses)]
        if self.not_compared:
            lines.append(f"these differ, and are not compared case by case: {', '.join(self.not_compared)}")
        if self.cited:
            lines.append(f"cites other clauses for the same in {len(self.cited)} cases")
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
    found = ((said, tuple(said.breaches(space))) for said in policy.ruleset.statements())
    return tuple(
        Violation(statement, *breaches[0], len(breaches)) for statement, breaches in found if breaches
    )


def compare(old: Policy, new: Policy) -> Comparison:
    """Every case in which a new policy shows more, and in which it shows less; and what else differs.

    Args:
        old: what is in force.
        new: what might be.
    """
    found: list[CaseDifference] = []
    cited: list[Facts] = []
    for was, becomes in zip(old.entries(), new.entries(), strict=True):
        before, after = items_of(was.decision), items_of(becomes.decision)
        if before != after:
            found.append(CaseDifference(was.facts, after - before, before - after))
        elif key_of(was.decision) != key_of(becomes.decision):
            cited.append(was.facts)
    texts = ((clause, old.ruleset.texts.get(clause), new.ruleset.texts.get(clause)) for clause in Clause)
    return Comparison(
        more=tuple(difference for difference in found if difference.gained),
        less=tuple(difference for difference in found if difference.lost),
        cited=tuple(cited),
        readings=tuple(
            name
            for name in attrs.fields_dict(Readings)
            if getattr(old.readings, name) is not getattr(new.readings, name)
        ),
        clauses=tuple(ClauseDifference(*text) for text in texts if text[1] != text[2]),
        not_compared=tuple(_beside_the_cases(old, new)),
    )


def _beside_the_cases(old: Policy, new: Policy) -> Iterator[str]:
    if old.accounts != new.accounts:
        yield "accounts"
    for name in ("age", "most_fresh", "required", "shareable", "sharing"):
        if getattr(old.ruleset, name) != getattr(new.ruleset, name):
            yield name
    if old.ruleset.statements() != new.ruleset.statements():
        yield "statements"


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
    words += [] if facts.of_age else ["of somebody not surely of age"]
    return ", ".join(words)
