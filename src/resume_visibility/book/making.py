"""The tools of every section of the book: the policy, the language, and how rules and items are named and linked."""

import re
from collections.abc import Collection, Iterable, Mapping
from xml.etree.ElementTree import Element

from ..lazy import lazy_property
from ..model.building import Choice
from ..model.language import Language, Words
from ..model.parts import Document, Part
from ..policy.clauses import RULE_GROUPS, Clause
from ..policy.decisions import ITEMS, Item
from ..policy.facts import ViewerKind
from ..policy.readings import Confirmation, Reading
from ..policy.ruleset import ClauseText
from ..policy.table import Policy
from ..policy.v2023_04.rules import FORM_SECTIONS
from ..policy.v2023_04.rules import SECTIONS as RESUME_SECTIONS
from ..policy.verification import Violation, verify
from ..policy.words import NO_CLAUSE, WORDS, group_of
from .nodes import Child, join_nodes, node
from .survey import Survey

_RULE_ID = re.compile(r"\b[A-Z]+-[0-9]+\b")


class BookWriter:
    """A book that is being made.

    Attributes:
        policy: the policy of the book.
        other: the policy with which it is compared.
        language: the language of the book.
        trial: whether the policy is only tried.
        survey: every case of the policy.
    """

    def __init__(self, policy: Policy, other: Policy, language: Language, *, trial: bool = False) -> None:
        self.policy, self.other, self.language, self.trial = policy, other, language, trial
        self.survey = Survey(policy)

    def said(self, en: str, zh: str) -> str:
        """A text in the language of the book."""
        return Words(en, zh).said(self.language)

    def section(self, id_: str, en: str, zh: str, *children: Child) -> Element:
        """A section of the book, with its heading in both languages."""
        return node("section", node("h2", self.said(en, zh)), *children, id=id_)

    def paragraph(self, en: str, zh: str) -> Element:
        """A paragraph, in the language of the book."""
        return node("p", self.said(en, zh))

    def word(self, member: Choice) -> str:
        """The word for a part, a kind of viewer, a mode or the like."""
        return WORDS[member].said(self.language)

    def comma(self, words: Iterable[str]) -> str:
        """The words of a list, with commas between them."""
        return self.said(", ", "、").join(words)

    def kinds(self, kinds: Collection[ViewerKind]) -> str:
        """Kinds of viewer, in their usual order."""
        return self.comma(self.word(kind) for kind in ViewerKind if kind in kinds) or self.said(
            "nobody", "无"
        )

    def asking(self, document: Document, kind: ViewerKind, words: Words | None) -> str:
        """A kind of viewer, how they stand to the document, and the document."""
        relation = "" if words is None else self.said(f" ({words.en})", f"（{words.zh}）")
        return f"{self.word(kind)}{relation}{self.said(', ', '，')}{self.word(document)}"

    def number(self, count: int) -> str:
        """A count, with commas between its thousands."""
        return f"{count:,}"

    def items(self, items: Iterable[Item]) -> list[str]:
        """The items: each group in one text that begins with the group's name; all sections of a document in one word."""
        grouped: dict[Words, list[str]] = {}
        wanted = frozenset(items)
        for words, sections in SECTIONS.items():
            if sections <= wanted:
                wanted -= sections
                grouped.setdefault(group_of(Part.PROFILE), []).append(words.said(self.language))
        for item in ITEMS:
            if item in wanted:
                grouped.setdefault(group_of(item), []).append(self.word(item))
        return [
            self.said(f"{group.en}s: {self.comma(words)}", f"{group.zh}：{self.comma(words)}")
            for group, words in grouped.items()
        ]

    @lazy_property
    def rules(self) -> Mapping[str, ClauseText]:
        """The text of every rule, cited by decisions or not, in the order of the rules."""
        stated = self.policy.rules
        return {rule: stated[rule] for rule in sorted(stated, key=_sort_key)}

    @lazy_property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading of the ruleset."""
        return self.policy.ruleset.readings()

    @lazy_property
    def turned(self) -> int:
        """The number of readings that the policy chose otherwise than the rules do."""
        return sum(not reading.is_kept(self.policy.readings) for reading in self.readings)

    @lazy_property
    def confirmed(self) -> Mapping[str, Confirmation]:
        """The confirmations, by the id of the reading."""
        return {confirmation.reading: confirmation for confirmation in self.policy.confirmed}

    @lazy_property
    def violations(self) -> tuple[Violation, ...]:
        """The safety statements that the policy does not keep."""
        return verify(self.policy)

    def rule(self, id_: str) -> Element:
        """The id of a rule, with a link to it if the ruleset has it."""
        if id_ not in self.rules:
            return node("code", id_)
        return node(
            "a", node("code", id_), href=f"#rule-{id_}", title=self.rules[id_].gist.said(self.language)
        )

    def stated(self, id_: str) -> list[str | Element]:
        """The id of a rule, and what it states if the ruleset has it."""
        gist = self.rules[id_].gist.said(self.language) if id_ in self.rules else ""
        return [self.rule(id_), self.said(": ", "："), gist]

    def cited(self, clauses: Iterable[Clause]) -> list[str | Element]:
        """The ids of clauses, with their links; in words, where a ruleset of one's own cites none."""
        ids = [self.rule(clause.value) for clause in clauses]
        return join_nodes(ids, self.said(", ", "、")) if ids else [NO_CLAUSE.said(self.language)]

    def linked(self, text: str) -> list[str | Element]:
        """A text in which each id of a rule is a link."""
        pieces: list[str | Element] = []
        end = 0
        for match in _RULE_ID.finditer(text):
            pieces += [text[end : match.start()], self.rule(match.group())]
            end = match.end()
        return [*pieces, text[end:]]

    def link(self, to: str, text: str) -> Element:
        """A link to a place of the book."""
        return node("a", text, href=f"#{to}")

    def on_recipients(self) -> Element:
        """A note that a consent names what its recipient is given: the table knows only the most that it may name."""
        said = self.said(
            "A recipient is given at most this: of it, what the consent or order names (SHARE-3).",
            "接收方最多得到这些，实际只得到其中由单独同意或法律要求列明的部分（SHARE-3）。",
        )
        return node("p", self.linked(said))

    def on_trial(self) -> Element:
        """A note that nobody decides by the policy of the book."""
        said = self.said(
            "This is only a trial: it shows what the alternative of a reading would change. It is not the policy in force, and is not to "
            "be signed. The platform decides by a policy in its code.",
            "这只是试算：看一处解读另作选择会怎样。它不是现行的隐私条款，不要签署；平台实际依据的隐私条款写在代码里。",
        )
        return node("p", said, class_="warning")

    def quoted(self, text: str) -> Element:
        """Words of the policy, of each place in a paragraph; they are Chinese in a book of any language."""
        return node("blockquote", [node("p", line) for line in text.split("\n")], lang="zh-CN")


SECTIONS: dict[Words, frozenset[Part]] = {
    Words("all sections of the online resume", "在线简历全部栏目"): RESUME_SECTIONS,
    Words("all sections of the form", "定制化简历全部栏目"): FORM_SECTIONS,
}
"""The parts that are called all sections of a document, if all of them are listed."""


def part_id(document: Document, part: Part) -> str:
    """The id of the place in the book that says who sees a part."""
    return f"part-{document.value}-{part.value}"


def _sort_key(rule: str) -> tuple[int, str, int]:
    """The sorting key of a rule: by its group, in the order of the policy; new groups come last."""
    group, _, number = rule.rpartition("-")
    if not number.isdecimal():  # an id of a platform's own
        return len(RULE_GROUPS), rule, 0
    return RULE_GROUPS.index(group) if group in RULE_GROUPS else len(RULE_GROUPS), group, int(number)
