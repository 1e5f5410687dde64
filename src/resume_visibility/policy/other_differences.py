"""What two policies may differ in beside their cases, readings and rules."""

from collections.abc import Iterator

import attrs

from ..model.language import Language, Words
from ..model.parts import Document, Part
from .facts import Sharing
from .field_words import field_in_words
from .readings import Readings
from .table import Policy
from .words import word_of


@attrs.frozen
class OtherDifference:
    """A difference between two policies that is in no case.

    Args:
        name: what differs: "accounts" taken out of text, the "edition" of the policy, the "age", "most_fresh" (how long a view may be
            kept), "required" (of what is published), "shareable" (what consent can name), "sharing" (its clauses), the "statements".
        gone: what the old policy alone has.
        new: what the new policy alone has.
    """

    name: str
    gone: tuple[Words, ...]
    new: tuple[Words, ...]

    def __str__(self) -> str:
        return self.said(Language.EN)

    def said(self, language: Language) -> str:
        """What differs, and what is gone (-) and what is new (+): one line each, also of words that have a break in them.

        Args:
            language: of the text.
        """
        title = f"{_OTHER_DIFFERENCES[self.name].said(language)}{Words(':', '：').said(language)}"
        signed = (("-", self.gone), ("+", self.new))
        lines = [f"{sign} {one.said(language)}" for sign, some in signed for one in some]
        return "\n".join((title, *(" ".join(line.splitlines()) for line in lines)))


_OTHER_DIFFERENCES = {
    "accounts": Words("kinds of account that are taken out of text", "文字中须脱敏的账号种类"),
    "edition": Words("the text of the policy", "隐私条款文本"),
    "age": Words("the age from which a candidate is shown to others", "向他人展示的最低年龄"),
    "most_fresh": Words("how long a view may be kept", "视图最长保留时间"),
    "required": Words("the required fields", "必填项"),
    "shareable": Words("what consent can name", "单独同意可列明的部分"),
    "sharing": Words("the clauses of sharing", "共享所依据的规则"),
    "statements": Words("the safety statements", "安全断言"),
}


def find_other_differences(old: Policy, new: Policy) -> Iterator[OtherDifference]:
    """Find the differences that are in no case, except readings and rules.

    Args:
        old: the policy in force.
        new: the policy that may replace it.
    """
    was, becomes = (_words_besides_cases(one, old.readings) for one in (old, new))  # with the same readings
    if old.ruleset.statements is new.ruleset.statements:  # it may make other objects each time
        del was["statements"]
    for name, before in was.items():
        after = becomes[name]
        gone = [words for thing, words in before.items() if thing not in after]
        added = [words for thing, words in after.items() if thing not in before]
        same = [words for words in gone if words in added]
        added = [words for words in added if words not in same]
        added += [Words(f"{one.en}: checked in another way", f"{one.zh}：检查方式不同") for one in same]
        if gone or added:
            yield OtherDifference(name, tuple(words for words in gone if words not in same), tuple(added))


_NOTHING = Words("", "")


def _words_besides_cases(policy: Policy, readings: Readings) -> dict[str, dict[object, Words]]:
    """Everything of a policy besides its cases, readings and rules: each thing with its words."""
    rules = policy.ruleset

    def labelled(choice: Document | Sharing | Part, rest: Words = _NOTHING) -> Words:
        en, zh = word_of(choice, Language.EN), word_of(choice, Language.ZH)
        return Words(f"{en} {rest.en}".rstrip(), f"{zh} {rest.zh}".rstrip())

    return {
        "accounts": {account: Words(account, account) for account in policy.accounts},
        "edition": {rules.edition: rules.edition.words},
        "age": {rules.age: Words(f"{rules.age} years", f"{rules.age} 岁")},
        "most_fresh": {rules.most_fresh: Words(*2 * [str(rules.most_fresh)])},
        "required": {
            (of, path): labelled(of, field_in_words(path, of))
            for of, paths in rules.required.items()
            for path in paths
        },
        "shareable": {part: labelled(part) for part in Part if part in rules.shareable},
        "sharing": {(one, by): labelled(one, Words(by.value, by.value)) for one, by in rules.sharing.items()},
        "statements": {
            one: Words(
                f"{one.words.en} ({', '.join(one.rules)})", f"{one.words.zh}（{'、'.join(one.rules)}）"
            )
            for one in rules.statements(readings)
        },
    }
