"""Compares two policies: in every case there is, and in everything that decides no case."""

from collections.abc import Iterable, Iterator

import attrs

from ..model.arguments import expect
from ..model.language import Language, Words
from .decisions import decision_key, items_of
from .facts import Facts
from .other_differences import OtherDifference, find_other_differences
from .readings import Reading, Readings, list_differing
from .ruleset import ClauseText
from .statements import Items
from .table import Policy
from .words import describe_facts, label_items


@attrs.frozen
class CaseDifference:
    """A case that two policies decide differently.

    Args:
        facts: the facts of the case.
        gained: the items that only the new policy gives.
        lost: the items that only the old policy gives.
    """

    facts: Facts
    gained: Items
    lost: Items

    def __str__(self) -> str:
        return self.said(Language.EN)

    def said(self, language: Language) -> str:
        """The case, with what is gained and lost in it.

        Args:
            language: of the text.
        """
        changed, colon = (("+", self.gained), ("-", self.lost)), Words(": ", "：").said(language)
        signs = [f"{sign}{name}" for sign, items in changed for name in label_items(items, language)]
        return f"{describe_facts(self.facts, language)}{colon}{' '.join(signs)}"


@attrs.frozen
class RuleDifference:
    """A rule whose text differs between two policies.

    Args:
        rule: its id.
        was: what it states in the old policy; None if that policy does not have it.
        becomes: what it states in the new policy; None if that policy does not have it.
    """

    rule: str
    was: ClauseText | None
    becomes: ClauseText | None

    def __str__(self) -> str:
        return self.said(Language.EN)

    def said(self, language: Language) -> str:
        """What the rule stated before, and what it states now.

        Args:
            language: of the text.
        """
        id_ = self.rule
        if self.was is None or self.becomes is None:
            gist = "".join(text.gist.said(language) for text in (self.was, self.becomes) if text is not None)
            new = Words("is new", "新增") if self.was is None else Words("is gone", "删除")
            return Words(f"{id_}: {new.en}: {gist}", f"{id_}：{new.zh}：{gist}").said(language)
        was, becomes = self.was.gist.said(language), self.becomes.gist.said(language)
        if was != becomes:
            words = Words(f"{id_}: was: {was}; becomes: {becomes}", f"{id_} 原为：{was}；改为：{becomes}")
            return words.said(language)
        changed = [name for name in _TEXT_FIELDS if getattr(self.was, name) != getattr(self.becomes, name)]
        return Words(
            f"{id_}: {becomes} (another {', '.join(changed)})",
            f"{id_}：{becomes}（{'、'.join(_TEXT_FIELDS[name] for name in changed)}不同）",
        ).said(language)


_TEXT_FIELDS = {"gist": "要点", "source": "出处", "quotation": "原文"}


@attrs.frozen
class Comparison:
    """The changes of a new policy. A case in which it shows more of one thing and less of another is in both lists.

    Args:
        more: every case in which the new policy shows more.
        less: every case in which it shows less.
        cited: every case in which it shows the same, by other clauses.
        readings: those that differ. One on blocks or applications changes how a company stands, so its case, and not what a case gives.
        new_readings: all readings of the new policy: the side that each of them becomes.
        rules: the rules whose text differs, because of another ruleset or another reading; cited by decisions or not.
        others: differences that are in no case.
    """

    more: tuple[CaseDifference, ...]
    less: tuple[CaseDifference, ...]
    cited: tuple[Facts, ...]
    readings: tuple[str, ...]
    new_readings: Readings
    rules: tuple[RuleDifference, ...]
    others: tuple[OtherDifference, ...]

    def __str__(self) -> str:
        lines = list(self.summary(Language.EN))
        for title, differences in ((MORE, self.more), (LESS, self.less)):
            lines.append(f"{title.en} in {len(differences)} cases")
            lines.extend(f"  {difference}" for difference in differences)
        return "\n".join(lines)

    def summary(self, language: Language, settled: Iterable[Reading] = ()) -> Iterator[str]:
        """List everything that differs, in lines, except the cases that show more or less.

        Args:
            language: of the text.
            settled: readings that say both sides of those that differ, and in Chinese their questions; any other has its field's value.
        """
        yield from list_differing(self.readings, self.new_readings, settled, language)
        if self.rules:
            yield Words("rules whose text differs:", "文字不同的规则：").said(language)
            yield from (f"  {rule.said(language)}" for rule in self.rules)
        if self.others:
            yield Words(
                "these differ, and are not compared case by case:", "以下也不同，但不逐一比较："
            ).said(language)
            for difference in self.others:
                title, *lines = difference.said(language).splitlines()
                yield from (f"  {title}", *(f"    {line}" for line in lines))
        if self.cited:
            count = len(self.cited)
            yield Words(
                f"same result, other clauses cited in {count} cases",
                f"{count} 种情形的结果相同，但引用的规则不同",
            ).said(language)


MORE, LESS = Words("shows more", "展示更多"), Words("shows less", "展示更少")


def compare(old: Policy, new: Policy) -> Comparison:
    """Find every case in which a new policy shows more, or less, and what else differs.

    Args:
        old: the policy in force.
        new: the policy that may replace it.

    Raises:
        TypeError: one of them is no policy.
    """
    expect("old", old, Policy)
    expect("new", new, Policy)
    found: list[CaseDifference] = []
    cited: list[Facts] = []
    for was, becomes in zip(old.entries(), new.entries(), strict=True):
        before, after = items_of(was.decision), items_of(becomes.decision)
        if before != after:
            found.append(CaseDifference(was.facts, after - before, before - after))
        elif decision_key(was.decision) != decision_key(becomes.decision):
            cited.append(was.facts)
    old_rules, new_rules, names = old.rules, new.rules, attrs.fields_dict(Readings)
    texts = ((rule, old_rules.get(rule), new_rules.get(rule)) for rule in {**old_rules, **new_rules})
    return Comparison(
        more=tuple(difference for difference in found if difference.gained),
        less=tuple(difference for difference in found if difference.lost),
        cited=tuple(cited),
        readings=tuple(
            name for name in names if getattr(old.readings, name) is not getattr(new.readings, name)
        ),
        new_readings=new.readings,
        rules=tuple(RuleDifference(*text) for text in texts if text[1] != text[2]),
        others=tuple(find_other_differences(old, new)),
    )
