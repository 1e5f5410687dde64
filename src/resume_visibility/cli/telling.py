"""An explanation and a difference, told in lines of text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from ..model.building import Choice
from ..model.viewers import CommunityMember, Company, Headhunter, Mailbox, Recipient, Recruiter
from ..policy.decisions import Item
from ..policy.explanation import Explanation
from ..policy.table import POLICY_2023_04
from ..projection.preview import Difference, StandsFor


def explained(explanation: Explanation) -> Iterator[str]:
    """The lines of `explain`."""
    texts = POLICY_2023_04.ruleset.texts
    yield _shown(explanation.shown)
    for clause in explanation.clauses:
        yield f"  {clause.value}: {texts[clause].gist}"
    yield "facts"
    for name, fact in attrs.asdict(explanation.facts).items():
        yield f"  {name}: {fact.value if isinstance(fact, Choice) else str(fact).lower()}"
    for given, title in ((True, "given"), (False, "withheld")):
        rulings = [ruling for ruling in explanation.rulings if ruling.given is given]
        if rulings:
            yield title
        for ruling in rulings:
            clauses = ", ".join(clause.value for clause in ruling.clauses)
            kind = type(ruling.item).__name__.lower()
            yield f"  {kind} {ruling.item.value}: {clauses}"
    if explanation.changes:
        yield "what the candidate could change"
    for change in explanation.changes:
        effect = "" if change.shown == explanation.shown else f"; {_shown(change.shown)}"
        gained, lost = len(change.gained), len(change.lost)
        yield f"  {change.setting} -> {change.to}: {gained} more, {lost} less{effect}"


def compared(differences: tuple[Difference, ...]) -> Iterator[str]:
    """The lines of `difference`: those who gain and lose the same are told together."""
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for found in differences:
        shown = f"{_shown(found.shown_before)} -> {_shown(found.shown_after)}"
        more = (*_listed("more", found.gained), *_attached("more", found.files_gained))
        less = (*_listed("less", found.lost), *_attached("less", found.files_lost))
        alike[shown, *more, *less].append(_whom(found))
    if not alike:
        yield "no difference"
    for (shown, *lines), whom in alike.items():
        yield from whom
        yield f"  {shown}"
        yield from lines


def _shown(shown: bool) -> str:
    return "shown" if shown else "not shown"


def _listed(sign: str, items: frozenset[Item]) -> Iterator[str]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (type(item).__name__, item.value)):
        by_kind[type(item).__name__.lower()].append(item.value)
    for kind, values in by_kind.items():
        yield f"  {sign}, {kind}: {', '.join(values)}"


def _attached(sign: str, files: Iterable[str]) -> tuple[str, ...]:
    return (f"  {sign}, attachment: {', '.join(sorted(files))}",) if files else ()


def _whom(found: Difference) -> str:
    match found.viewer:
        case Recruiter():
            return f"recruiter of {_named(found.viewer.company, found.stands_for)}"
        case Headhunter(clients=(Company() as client, *_)):
            return f"headhunter for {_named(client, found.stands_for)}"
        case Headhunter():
            return f"headhunter of {_named(found.viewer.agency, found.stands_for)}"
        case Mailbox():
            return f"mailbox {found.viewer.address.address} of company {found.viewer.company.id}"
        case Recipient():
            return f"recipient {found.viewer.id}, for {found.viewer.purpose}"
        case CommunityMember():
            return "the community"
        case _:
            return "the recommender"


def _named(company: Company, stands_for: StandsFor) -> str:
    return {
        StandsFor.ITSELF: f"company {company.id}",
        StandsFor.OTHERS: "any other company",
        StandsFor.KEYWORD: f"companies named {company.name}",
        StandsFor.GROUP: f"other companies of group {company.group}",
        StandsFor.UNIDENTIFIED: "companies that cannot be identified",
    }[stands_for]
