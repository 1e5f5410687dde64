"""The whole book: a pure function of a policy, of the policy with which it is compared, and of a language."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from ..model.arguments import expect
from ..model.complete import complete
from ..model.language import Language
from ..policy.table import DEFAULT_POLICY, Policy
from .checked import differences, statements
from .clauses import every_rule, index
from .closed import blocked, exports, gates
from .diagram import how_it_is_decided
from .making import BookWriter
from .nodes import node, write_page
from .opening import first_page
from .parts import every_part
from .reading import alternatives, every_reading
from .signing import signing
from .style import STYLE
from .switches import every_switch
from .viewers import kinds_of_viewer, who_sees_what

_SECTIONS: tuple[Callable[[BookWriter], Element], ...] = (
    *(who_sees_what, kinds_of_viewer, every_part, every_switch),
    *(how_it_is_decided, gates, blocked, exports),
    *(index, every_rule, every_reading, alternatives, statements, differences, signing),
)
_TAGS = complete({Language.ZH: "zh-CN", Language.EN: "en"}, Language)


def book(
    policy: Policy = DEFAULT_POLICY,
    *,
    language: Language = Language.ZH,
    compared_with: Policy = DEFAULT_POLICY,
    trial: bool = False,
) -> str:
    """Make the policy book: one page of HTML that needs nothing else, for the people who answer for the policy.

    Everything in it is read from the ruleset and counted from the table. The safety statements are checked while it is made. The same
    policies give the same bytes.

    Args:
        policy: the policy of the book.
        language: the language of the book; the policy is quoted in Chinese.
        compared_with: the policy with which it is compared.
        trial: whether the policy is only tried, to see what a reading changes. The book says so in its title and heading, and has no room
            for signatures.

    Returns:
        The page, to be written as UTF-8.

    Raises:
        TypeError: `policy` or `compared_with` is no policy, `language` no language, or `trial` no bool.
    """
    expect("policy", policy, Policy)
    expect("compared_with", compared_with, Policy)
    expect("language", language, Language)
    expect("trial", trial, bool)
    return page_of(BookWriter(policy, compared_with, language, trial=trial))


def page_of(writer: BookWriter) -> str:
    """The page of a book that is being made."""
    policy, language, trial, said = writer.policy, writer.language, writer.trial, writer.said
    title = said("Policy book", "隐私条款手册")
    if trial:
        title = said("Trial of a policy, not in force", "隐私条款试算，不是现行的隐私条款")
    sections = [make(writer) for make in _SECTIONS]
    contents = [node("li", writer.link(section.attrib["id"], section[0].text or "")) for section in sections]
    about = said(
        "Who may see what of a resume: made from the rules and from the table of all cases that decides, and not written by hand.",
        "谁能看到简历的哪些部分。本手册由规则和据以决定的全部情形生成，不是手工撰写。",
    )
    body = node(
        "body",
        node("a", said("To the questions", "跳到问题"), href="#questions", class_="skip"),
        node(
            "header",
            node("h1", title),
            node("p", said("Policy ", "版本 "), node("code", policy.version), " · ", about),
            node(
                "p",
                said("Text of the policy: ", "隐私条款文本："),
                policy.ruleset.edition.words.said(language),
                " · ",
                writer.link("signing", said("to sign", "签署")),
            ),
            writer.on_trial() if trial else "",
        ),
        node(
            "main",
            first_page(writer),
            node(
                "nav",
                node("h2", said("Contents", "目录")),
                node("ul", contents),
                aria_label=said("Contents", "目录"),
            ),
            sections,
        ),
    )
    head = node(
        "head",
        node("meta", charset="utf-8"),
        node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        node("title", f"{title} · {policy.version}"),
        node("style", STYLE),
    )
    return write_page(node("html", head, body, lang=_TAGS[language]))
