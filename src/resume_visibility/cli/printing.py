"""What the commands print, in lines of text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from ..model.building import Choice
from ..model.language import Language
from ..model.parts import PARTS_OF, Document, Part
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import (
    Action,
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Recipient,
    Recruiter,
    School,
    SupportAgent,
)
from ..policy.clauses import Clause
from ..policy.decisions import Grant, Item
from ..policy.explanation import Explanation
from ..policy.facts import CandidateFacts, ViewerFacts, join
from ..policy.matrix import FORM_ROWS, ROWS
from ..policy.table import POLICY_2023_04, Policy
from ..policy.verification import CaseDifference, Comparison, Violation
from ..projection.preview import NO_NAMES, Difference, StandsFor
from ..text import CONTACTS, Kind, find, hide
from .words import clause_in_words, item_in_words, said


def explained(explanation: Explanation, language: Language) -> Iterator[str]:
    """The lines of `explain`, in a language."""
    ruleset = POLICY_2023_04.ruleset
    yield _shown(explanation.shown, language)
    for clause in explanation.clauses:
        yield f"  {clause_in_words(clause, ruleset, language)}"
    yield said("facts", language)
    for name, fact in attrs.asdict(explanation.facts).items():
        value = fact.value if isinstance(fact, Choice) else str(fact).lower()
        yield f"  {said(name, language)}: {said(value, language)}"
    for given, title in ((True, "given"), (False, "withheld")):
        rulings = [ruling for ruling in explanation.rulings if ruling.given is given]
        if rulings:
            yield said(title, language)
        for ruling in rulings:
            clauses = ", ".join(clause.value for clause in ruling.clauses)
            yield f"  {item_in_words(ruling.item, language)}: {clauses}"
    if explanation.changes:
        yield said("what the candidate could change", language)
    for change in explanation.changes:
        effect = "" if change.shown == explanation.shown else f"; {_shown(change.shown, language)}"
        setting, to = said(change.setting, language), said(change.to, language)
        yield f"  {setting} -> {to}: {_amount(change.gained, change.lost, change.files_gained, change.files_lost, language)}{effect}"


def _amount(
    gained: frozenset[Item],
    lost: frozenset[Item],
    files_gained: frozenset[str],
    files_lost: frozenset[str],
    language: Language,
) -> str:
    zh = language is Language.ZH
    words = [f"多 {len(gained)} 项，少 {len(lost)} 项" if zh else f"{len(gained)} more, {len(lost)} less"]
    if files_gained or files_lost:
        more, less = len(files_gained), len(files_lost)
        words.append(f"附件多 {more} 份，少 {less} 份" if zh else f"{more} files more, {less} less")
    return ("，" if zh else ", ").join(words)


def sees(part: Part, language: Language, policy: Policy = POLICY_2023_04) -> Iterator[str]:
    """The lines of `who-sees`: each viewer of the matrix, and in each mode the clauses that show the part; a dash and a
    clause where it is withheld.
    """
    cited: dict[Clause, None] = {}
    if part in PARTS_OF[Document.RESUME]:
        columns = [said(visibility.value, language) for visibility in Visibility]
        yield f"{said('resume', language)}: {' | '.join(columns)}"
        for label, viewer in _labelled(ROWS, language):
            cells = [_cell(part, viewer, visibility, policy, cited) for visibility in Visibility]
            yield f"  {label}: {' | '.join(cells)}"
    if part in PARTS_OF[Document.FORM]:
        yield said("form", language)
        for label, viewer in _labelled(FORM_ROWS, language):
            yield f"  {label}: {_cell(part, viewer, Visibility.PRIVATE, policy, cited)}"
    for clause in cited:
        yield clause_in_words(clause, policy.ruleset, language)


def _labelled(
    rows: Iterable[tuple[str, ViewerFacts]], language: Language
) -> Iterator[tuple[str, ViewerFacts]]:
    """The rows of the matrix, each with the whole of its label."""
    first = ""
    for label, viewer in rows:
        words = said(label.strip(), language)
        first = words if not label.startswith(" ") else first
        yield (words if words == first else f"{first}, {words}"), viewer


def _cell(
    part: Part, viewer: ViewerFacts, visibility: Visibility, policy: Policy, cited: dict[Clause, None]
) -> str:
    chats = viewer.document is Document.RESUME
    candidate = CandidateFacts(visibility, NameDisplay.REAL, True, chats, True, True)
    refused: tuple[Clause, ...] = ()
    for action in (Action.VIEW, Action.EXPORT, Action.SEARCH, Action.CHAT):
        decision = policy.decision_on(join(viewer._replace(action=action), candidate))
        if isinstance(decision, Grant):
            if part in decision.parts:
                clauses = dict(decision.given)[part]
                cited.update(dict.fromkeys(clauses))
                return ", ".join(clause.value for clause in clauses)
            refused = refused or dict(decision.refused)[part]
        else:
            refused = refused or decision.refused_by
    cited.update(dict.fromkeys(refused))
    return f"- ({', '.join(clause.value for clause in refused)})"


def verified(policy: Policy, violations: tuple[Violation, ...]) -> Iterator[str]:
    """The lines of `verify`."""
    cases = sum(1 for _ in policy.entries())
    statements = len(policy.ruleset.statements())
    yield f"policy {policy.version}: {statements} statements on {cases} cases, {len(violations)} not kept"
    for violation in violations:
        yield str(violation)


def policies_compared(comparison: Comparison, *, all_cases: bool) -> Iterator[str]:
    """The lines of `compare`: each kind of change once with how many cases it has, or every case."""
    if all_cases:
        yield str(comparison)
        return
    brief = attrs.evolve(comparison, more=(), less=())
    yield from str(brief).splitlines()[:-2]
    for title, differences in (("shows more", comparison.more), ("shows less", comparison.less)):
        yield f"{title} in {len(differences)} cases"
        yield from _grouped(differences)


def _grouped(differences: Iterable[CaseDifference]) -> Iterator[str]:
    alike: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for found in differences:
        signs = [f"+{item_in_words(item, Language.EN)}" for item in sorted(found.gained, key=_order)]
        signs += [f"-{item_in_words(item, Language.EN)}" for item in sorted(found.lost, key=_order)]
        alike[found.facts.document.value, found.facts.kind.value, found.facts.action.value, *signs] += 1
    for (document, kind, action, *signs), cases in alike.items():
        yield f"  {kind}, {action} of a {document}, {cases} cases: {', '.join(signs)}"


def _order(item: Item) -> tuple[str, str]:
    return type(item).__name__, item.value


def compared(differences: tuple[Difference, ...]) -> Iterator[str]:
    """The lines of `difference`: those who gain and lose the same are listed together."""
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for found in differences:
        before, after = (_shown(shown, Language.EN) for shown in (found.shown_before, found.shown_after))
        shown = f"{before} -> {after}"
        more = (*_listed("more", found.gained), *_attached("more", found.files_gained))
        less = (*_listed("less", found.lost), *_attached("less", found.files_lost))
        alike[shown, *more, *less].append(_whom(found))
    if not alike:
        yield "no difference"
    for (shown, *lines), whom in alike.items():
        yield from whom
        yield f"  {shown}"
        yield from lines


def given_away(text: str, accounts: tuple[str, ...], language: Language) -> Iterator[str]:
    """The lines of `text`: each stretch that is found, what it gives away and why; and the text without them."""
    found = find(text, accounts=accounts)
    for start, end, tags, why in found:
        kinds = ", ".join(tag.value for tag in tags if isinstance(tag, Kind))
        yield f"{start}-{end} {kinds}, {why}: {' '.join(text[start:end].splitlines())}"
    if not found:
        yield "nothing found"
    yield from ("", hide(text, found, CONTACTS, language))


def _shown(shown: bool, language: Language) -> str:
    return said("shown" if shown else "not shown", language)


def _listed(sign: str, items: frozenset[Item]) -> Iterator[str]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (type(item).__name__, item.value)):
        by_kind[type(item).__name__.lower()].append(item.value)
    for kind, values in by_kind.items():
        yield f"  {sign}, {kind}: {', '.join(values)}"


def _attached(sign: str, files: Iterable[str]) -> tuple[str, ...]:
    return (f"  {sign}, attachment: {', '.join(sorted(files))}",) if files else ()


def _whom(found: Difference) -> str:
    viewer = found.viewer
    match viewer:
        case Recruiter():
            return f"recruiter of {_named(viewer.company, found.stands_for)}"
        case Headhunter(clients=None):
            return f"headhunter of {_agency(viewer.agency)}, clients unknown"
        case Headhunter(clients=(Company() as client, *_)):
            return f"headhunter of {_agency(viewer.agency)}, for {_named(client, found.stands_for)}"
        case Headhunter():
            return f"headhunter of {_named(viewer.agency, found.stands_for)}"
        case Mailbox():
            return f"mailbox {viewer.address.address} of company {viewer.company.id}"
        case Recipient():
            return f"recipient {viewer.id}, for {viewer.purpose}"
        case School():
            return f"school {viewer.id}"
        case SupportAgent(case=case):
            about = "by" if case is not None and case.complainant is not None else "about"
            return f"a support agent with a case {about} the candidate"
        case CommunityMember():
            return "the community"
        case _:
            return "the recommender"


def _agency(company: Company) -> str:
    return (
        "any other agency"
        if company.id is not None and company.id.startswith("other-")
        else f"agency {company.id}"
    )


def _named(company: Company, stands_for: StandsFor) -> str:
    if stands_for is StandsFor.ITSELF and company.id is None:
        return "companies that cannot be identified"
    return {
        StandsFor.ITSELF: f"company {company.id}{_met(company)}",
        StandsFor.OTHERS: "any other company",
        StandsFor.KEYWORD: f"companies named {company.name}",
        StandsFor.GROUP: f"other companies of group {company.group}",
        StandsFor.UNIDENTIFIED: "companies that cannot be identified",
    }[stands_for]


def _met(company: Company) -> str:
    """What is assumed of a company that is known by its id alone."""
    group = f" of group {company.group}" if company.group is not None else ""
    return group if company.name in NO_NAMES else f"{group} named {company.name}"
