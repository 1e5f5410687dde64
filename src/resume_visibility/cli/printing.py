"""The output of the commands, in lines of text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from ..model.language import Language, Words
from ..model.parts import PARTS_OF, Channel, Document, Part
from ..model.settings import Visibility
from ..model.viewers import Action
from ..policy.clauses import Clause
from ..policy.comparison import LESS, MORE, CaseDifference, compare
from ..policy.decisions import ITEMS, Grant, Item
from ..policy.explanation import Change, Explanation
from ..policy.facts import Standing, ViewerFacts, ViewerKind, relevant_facts
from ..policy.matrix import ASSUMED, FORM_ROWS, OTHER_GROUNDS, ROWS, Row, usual_candidate
from ..policy.table import Policy
from ..policy.verification import Violation
from ..policy.words import FACTS, TALKS, fact_in_words, group_of, label_item, label_items, word_of
from ..text import CONTACTS, Kind, find, hide
from .words import (
    COLON,
    COMMA,
    DETAIL_KINDS,
    FIND_REASONS,
    SHOWN_WORDS,
    act_in_words,
    change_of,
    clause_in_words,
    does,
    ids_of,
    new_value,
)


def explain_lines(explanation: Explanation, policy: Policy, language: Language) -> Iterator[str]:
    """The lines of `explain`, in a language."""
    separator = COLON.said(language)
    yield SHOWN_WORDS[explanation.shown].said(language)
    for clause in explanation.clauses:
        yield f"  {clause_in_words(clause, policy, language)}"
    if explanation.other_actions:
        yield Words("shown for another --action", "以其他操作仍有展示（用 --action 写明）").said(language)
    for action in explanation.other_actions:
        yield f"  {label_item(action, language)}"
    yield Words("facts", "事实").said(language)
    for name, fact in relevant_facts(explanation.facts).items():
        fact_name = Words(name, FACTS[name].zh).said(language)
        is_switch = name in ("resume_permission", "chat_permission", "personalised")
        said = (new_value if is_switch else fact_in_words)(name, fact, language)
        if name == "standing" and explanation.facts.kind is ViewerKind.SCHOOL:
            said = Words(said, TALKS[fact is Standing.APPLIED].zh).said(language)
        yield f"  {fact_name}{separator}{said}"
    if explanation.acts:
        yield Words("what was done, in Beijing time", "有关的行为（北京时间）").said(language)
    for act in explanation.acts:
        yield f"  {act_in_words(act, language)}"
    cited = dict.fromkeys(explanation.clauses)
    for given, title in ((True, Words("given", "予以展示")), (False, Words("withheld", "不予展示"))):
        rulings = [ruling for ruling in explanation.rulings if ruling.given is given]
        if rulings:
            yield title.said(language)
        for ruling in rulings:
            cited |= dict.fromkeys(ruling.clauses)
            yield f"  {label_item(ruling.item, language)}{separator}{ids_of(ruling.clauses, language)}"
    others = [clause for clause in cited if clause not in explanation.clauses]
    if others:
        yield Words("the other clauses cited", "引用的其他规则").said(language)
    for clause in others:
        yield f"  {clause_in_words(clause, policy, language)}"
    if explanation.changes:
        yield Words("what the candidate could change", "求职者可以更改什么").said(language)
    for change in explanation.changes:
        yield from _change_lines(change, explanation, language)


def _change_lines(change: Change, of: Explanation, language: Language) -> Iterator[str]:
    """A change, with the items that become more and fewer; if everything appears or disappears, with that alone."""
    words = change_of(change.setting, change.to, of.facts.kind, language)
    if change.shown != of.shown:
        becomes = SHOWN_WORDS[change.shown]
        more = f"{Words(', ', '，').said(language)}{_count(change.gained, language)}" if change.shown else ""
        yield f"  {words}{COLON.said(language)}{Words(becomes.en, f'变为{becomes.zh}').said(language)}{more}"
        return
    yield f"  {words}"
    changes = ((MORE_ITEMS, change.gained, change.files_gained), (LESS_ITEMS, change.lost, change.files_lost))
    for sign, items, files in changes:
        yield from (f"  {line}" for line in item_list(sign, items, (), language))
        if files:  # an explanation names none: their ids are values of the resume
            count = len(files)
            yield Words(f"    {sign.en}, attachments: {count}", f"    {sign.zh}附件简历：{count} 份").said(
                language
            )


def _count(items: Iterable[Item], language: Language) -> str:
    """How many parts, channels and actions there are: 20 parts, 3 channels, 5 actions."""
    kinds = Counter(type(item) for item in items)
    counted = (
        Words(f"{number} {words.en}{'s' * (number != 1)}", f"{number} {words.zh}").said(language)
        for kind, words in _COUNTED.items()
        if (number := kinds[kind])
    )
    return COMMA.said(language).join(counted)


_COUNTED: dict[type[Item], Words] = {
    Part: Words("part", "个部分"),
    Channel: Words("channel", "种联系渠道"),
    Action: Words("action", "种操作"),
}


def who_sees_lines(part: Part, language: Language, policy: Policy) -> Iterator[str]:
    """The lines of `who-sees`: the part; for each viewer of the matrix, each further recipient and each mode, the clauses that show the
    part, or a dash and a clause if it is withheld; then what is assumed, what each clause states, and by which policy.
    """
    cited: dict[Clause, None] = {}
    separator = COLON.said(language)

    def cell(viewer: ViewerFacts, visibility: Visibility) -> str:
        is_shown, clauses = _find_clauses(part, viewer, visibility, policy)
        cited.update(dict.fromkeys(clauses))
        ids = ids_of(clauses, language)
        return ids if is_shown else Words(f"- ({ids})", f"-（{ids}）").said(language)

    def line(row: Row, modes: Iterable[Visibility]) -> str:
        cells = (cell(row.viewer, visibility) for visibility in modes)
        return f"  {row.full_label(language)}{separator}{' | '.join(cells)}"

    yield label_item(part, language)
    if part in PARTS_OF[Document.RESUME]:
        columns = [word_of(visibility, language) for visibility in Visibility]
        yield f"{Words('resume', '在线简历').said(language)}{separator}{' | '.join(columns)}"
        yield from (line(row, Visibility) for row in (*ROWS, *OTHER_GROUNDS))
    if part in PARTS_OF[Document.FORM]:
        yield Words("form", "定制化简历").said(language)
        yield from (line(row, (Visibility.PRIVATE,)) for row in FORM_ROWS)
    yield Words(
        f"assumed: {ASSUMED.en}; a recipient gets only what is named; no application is later than a block",
        f"假定：{ASSUMED.zh}；接收方只得到列明的部分；屏蔽之后没有再投递",
    ).said(language)
    if part is Part.NAME:
        yield Words(
            "where the candidate shows Mr./Ms. X instead, most of these viewers are not shown the real name (NAME-1)",
            "求职者开启“对外展示先生/女士”的，以上多数查看者看不到真实姓名（NAME-1）",
        ).said(language)
    for clause in cited:
        yield clause_in_words(clause, policy, language)
    yield Words(f"by policy {policy.version}", f"按隐私条款 {policy.version}").said(language)


def _find_clauses(
    part: Part, viewer: ViewerFacts, visibility: Visibility, policy: Policy
) -> tuple[bool, tuple[Clause, ...]]:
    """Whether such a viewer is shown a part for some action, and the clauses that give it; if not, those that withhold it."""
    candidate = usual_candidate(viewer.document, visibility)
    withholding: tuple[Clause, ...] = ()
    for action in _BY_WEIGHT:
        decision = policy.row(viewer._replace(action=action))[candidate].decision
        if isinstance(decision, Grant):
            clauses = decision.clauses_for(part)
            if part in decision.parts:
                return True, clauses
        else:
            clauses = decision.refused_by
        withholding = withholding or clauses
    return False, withholding


_WEIGHTY = (Action.VIEW, Action.EXPORT, Action.SEARCH, Action.CHAT)
_BY_WEIGHT = (*_WEIGHTY, *(action for action in Action if action not in _WEIGHTY))
"""Every action: the first one that shows a part gives the clause for it, and the first one that does not, the clause against it."""


def verify_lines(policy: Policy, violations: tuple[Violation, ...], language: Language) -> Iterator[str]:
    """The lines of `verify`."""
    cases = sum(1 for _ in policy.entries())
    statements = len(policy.statements)
    yield Words(
        f"policy {policy.version}: {statements} statements on {cases} cases, {len(violations)} not kept",
        f"隐私条款 {policy.version}：{statements} 条安全断言，{cases} 种情形，{len(violations)} 条不成立",
    ).said(language)
    for violation in violations:
        yield violation.said(language)


def compare_lines(old: Policy, new: Policy, *, all_cases: bool, language: Language) -> Iterator[str]:
    """The lines of `compare`: one for each kind of change, with the number of its cases; or every case."""
    comparison = compare(old, new)
    yield from comparison.summary(language, [*old.ruleset.readings(), *new.ruleset.readings()])
    for title, differences in ((MORE, comparison.more), (LESS, comparison.less)):
        count = len(differences)
        yield Words(f"{title.en} in {count} cases", f"{count} 种情形{title.zh}").said(language)
        if all_cases:
            yield from (f"  {difference.said(language)}" for difference in differences)
        else:
            yield from _group_lines(differences, language)


def _group_lines(differences: Iterable[CaseDifference], language: Language) -> Iterator[str]:
    groups = defaultdict[tuple[str, ...], int](int)
    for found in differences:
        signs = [f"+{name}" for name in label_items(found.gained, language)]
        signs += [f"-{name}" for name in label_items(found.lost, language)]
        kind, document = (word_of(one, language) for one in (found.facts.kind, found.facts.document))
        action = does(found.facts.kind, found.facts.action).said(language)
        act = Words(
            f"{kind.replace('_', ' ')} {action.format(f'a {document}')}", f"{kind}{action.format(document)}"
        ).said(language)
        groups[act, *signs] += 1
    for (act, *signs), cases in groups.items():
        yield Words(
            f"  {act}, {cases} cases: {', '.join(signs)}", f"  {act}，{cases} 种情形：{'；'.join(signs)}"
        ).said(language)


def text_lines(text: str, accounts: tuple[str, ...], marks: Language, language: Language) -> Iterator[str]:
    """The lines of `text`: each stretch that is found, what it gives away and why; then the text without these stretches.

    Args:
        text: the text to look at.
        accounts: further kinds of account.
        marks: the language of the marks that replace details.
        language: the language of the lines.
    """
    found = find(text, accounts=accounts)
    for start, end, tags, why in found:
        kinds = [Words(tag.value, DETAIL_KINDS[tag]).said(language) for tag in tags if isinstance(tag, Kind)]
        reason = Words(f", {why}", FIND_REASONS[why]).said(language)
        yield f"{start}-{end} {COMMA.said(language).join(kinds)}{reason}{COLON.said(language)}{' '.join(text[start:end].splitlines())}"
    if not found:
        yield Words("nothing found", "没有发现").said(language)
    yield from ("", hide(text, found, CONTACTS, marks))


MORE_ITEMS, LESS_ITEMS = Words("more", "增加"), Words("less", "减少")
"""Before the items that a change gives, and before those that it takes."""


def item_list(sign: Words, items: frozenset[Item], files: Iterable[str], language: Language) -> Iterator[str]:
    """Items by their group, a line for each group, and files as one more group.

    Args:
        sign: what the lines begin with.
        items: in any order.
        files: the ids of attachments.
        language: of the lines.
    """
    by_kind = defaultdict[Words, list[str]](list)
    # In the order of explanations and comparisons: a name first, and not wherever the alphabet of the codes puts it.
    for item in (one for one in ITEMS if one in items):
        by_kind[group_of(item)].append(word_of(item, language))
    for file in sorted(files):
        by_kind[Words("attachment", "附件简历")].append(file)
    for kind, values in by_kind.items():
        listed = COMMA.said(language).join(values)
        yield Words(f"  {sign.en}, {kind.en}: {listed}", f"  {sign.zh}{kind.zh}：{listed}").said(language)
