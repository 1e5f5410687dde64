"""The page that an officer signs: of which text of the policy, version of the library and decisions it is, and what was chosen."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..installed import installed_version
from ..policy.digest import digest_of_policy, digest_of_texts
from ..policy.readings import Reading
from ..projection.finder import digest_of_finder
from .clauses import reading_id
from .making import BookWriter
from .nodes import node, row, table
from .reading import chosen, confirmation


def signing(writer: BookWriter) -> Element:
    """The section to sign."""
    said = writer.said
    choices = [reading for reading in writer.readings if isinstance(reading.changed_by, str)]
    others = len(writer.readings) - len(choices)
    heads = [said("what", "项目"), said("which", "说明")]
    signers = [said("prepared by", "编制"), said("reviewed by", "审核"), said("approved by", "批准")]
    return writer.section(
        "signing",
        "Sign-off",
        "签署",
        writer.on_trial()
        if writer.trial
        else writer.paragraph(
            "Whoever signs confirms this book. A later book with the same three digests is of the same decisions, words and free text; "
            "if one differs, it has to be signed again. With another version of Python the third digest may differ, because other things "
            "may be found in free text.",
            "签署人确认的是这一版手册。之后制作的手册，三个摘要与此相同的，决定、规则的文字和识别须脱敏内容的方法就与此相同；"
            "有一个不同的，须重新签署。换用另一版本的 Python，第三个摘要可能不同，因为识别的内容可能不同。",
        ),
        table(said("What is signed", "签署的内容"), heads, _facts(writer)),
        table(
            said(
                f"The readings that are a choice of the platform; {others} others are none",
                f"可由平台选择的解读；其余 {others} 处不可选择",
            ),
            [
                said("reading", "解读"),
                said("question", "未定之处"),
                said("chosen", "选择"),
                said("confirmed", "确认"),
            ],
            (_choice_row(reading, writer) for reading in choices),
        ),
        ""
        if writer.trial
        else table(
            said("Signatures", "签名"),
            [
                said("as", "身份"),
                said("name and office", "姓名、职务"),
                said("date", "日期"),
                said("signature", "签名"),
            ],
            [row(signer, "", "", "") for signer in signers],
            class_="signing",
        ),
    )


def _facts(writer: BookWriter) -> Iterator[Element]:
    said, policy = writer.said, writer.policy
    yield row(said("text of the policy", "隐私条款文本"), policy.ruleset.edition.words.said(writer.language))
    yield row(said("version in views and records", "写入视图和访问记录的版本"), node("code", policy.version))
    yield row(said("ruleset", "规则集"), node("code", policy.ruleset.version))
    library = installed_version() or said("unknown: not installed as a package", "未知：没有作为软件包安装")
    yield row(said("version of the library", "本库的版本"), ["resume-visibility ", library])
    cases, statements = writer.number(len(writer.survey.cases)), len(policy.statements)
    digest = said(
        f"digest of the {cases} decisions and the choices (SHA-256)",
        f"{cases} 种情形的决定和各项选择的摘要（SHA-256）",
    )
    yield row(digest, node("code", digest_of_policy(policy), class_="digest"))
    words = said(
        "digest of the words of the rules, readings and statements (SHA-256)",
        "规则、解读和安全断言的文字的摘要（SHA-256）",
    )
    yield row(words, node("code", digest_of_texts(policy), class_="digest"))
    finder = said(
        "digest of what finds details in free text (SHA-256)", "识别文字中须脱敏内容的方法的摘要（SHA-256）"
    )
    yield row(finder, node("code", digest_of_finder(), class_="digest"))
    failed = len(writer.violations)
    checked = said(f"{statements} checked, {failed} not kept", f"检查 {statements} 条，不成立 {failed} 条")
    yield row(
        said("safety statements", "安全断言"), node("span", checked, class_="warning" if failed else None)
    )
    accounts = writer.comma(policy.accounts) or said("none", "无")
    yield row(said("further kinds of account to take out of text", "文字中另外须脱敏的账号种类"), accounts)


def _choice_row(reading: Reading, writer: BookWriter) -> Element:
    choice = chosen(reading, writer)
    if not reading.is_kept(writer.policy.readings):
        choice.append(
            node("p", writer.said("Otherwise than the rules.", "与规则的选择不同。"), class_="warning")
        )
    return row(
        writer.link(reading_id(reading.id), reading.id),
        writer.linked(reading.question.said(writer.language)),
        choice,
        confirmation(reading, writer),
    )
