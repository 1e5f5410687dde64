"""The first page: ten questions of an officer, each with an answer counted from the table and with links to the sections behind it."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..model.parts import Document, Part
from ..model.viewers import Action
from ..policy.facts import ViewerKind
from .clauses import chapters
from .closed import GATES, blocked_companies
from .making import BookWriter, part_id
from .nodes import join_nodes, node
from .switches import SWITCHES


class Question(NamedTuple):
    """A question of an officer.

    Args:
        asked: the question.
        answer: the answer, in one or two sentences.
        links: the places that show it, each with its text.
    """

    asked: str
    answer: str
    links: tuple[tuple[str, str], ...]


def first_page(writer: BookWriter) -> Element:
    """The ten questions."""
    items = [
        node(
            "li",
            node("h3", question.asked),
            node("p", question.answer),
            node("p", join_nodes((writer.link(*link) for link in question.links), " · "), class_="links"),
        )
        for question in questions(writer)
    ]
    total = writer.number(len(writer.survey.cases))
    return writer.section(
        "questions",
        "Ten questions",
        "十个问题",
        writer.paragraph(
            "A case is one combination of what decides: who asks, for what, how they stand to the candidate, the public mode and "
            f"each switch. There are {total}; every answer below was counted over all of them.",
            "“情形”是决定所依据的事实的一种组合：谁、做什么操作、与求职者是什么关系、公开状态和各个开关。"
            f"情形共有 {total} 种，以下每个答案都是对全部情形逐一统计得出的。",
        ),
        node("ol", items, class_="questions"),
    )


def questions(writer: BookWriter) -> Iterator[Question]:
    """The questions in their order, with answers from the table."""
    said, survey, number = writer.said, writer.survey, writer.number
    of_resume, of_form = (_number_viewers(writer, document) for document in (Document.RESUME, Document.FORM))
    yield Question(
        said(
            "Who sees the candidate's real mobile number, and any other part?",
            "谁能看到求职者的真实手机号码？其他部分呢？",
        ),
        said(
            f"Of an online resume, in at least one case: {of_resume}. Of a campus or company-made form: {of_form}. Nobody else, in any.",
            f"在线简历，至少在一种情形中能看到的有：{of_resume}。定制化简历：{of_form}。其他人在任何情形中都看不到。",
        ),
        (
            (
                part_id(Document.RESUME, Part.MOBILE),
                said("the real mobile number of a resume", "在线简历的真实手机号码"),
            ),
            (part_id(Document.FORM, Part.MOBILE), said("of a form", "定制化简历的真实手机号码")),
            ("parts", said("every part", "每个部分")),
        ),
    )
    found = writer.kinds(_kinds_with_action(writer, Action.SEARCH))
    yield Question(
        said("What does each public mode show, and to whom?", "每种公开状态向谁展示什么？"),
        said(
            f"Found by search in at least one mode, by: {found}. The table has every viewer in each of the four modes.",
            f"至少在一种公开状态下能搜索到简历的有：{found}。表格列出各类查看者在四种公开状态下能看到什么。",
        ),
        (("who-sees-what", said("who sees what", "谁能看到什么")),),
    )
    others = [
        kind
        for kind in ViewerKind
        if kind not in (ViewerKind.OWNER, ViewerKind.RECRUITER, ViewerKind.HEADHUNTER)
    ]
    given = writer.kinds({kind for kinds in survey.gives.values() for kind in kinds if kind in others})
    yield Question(
        said(
            "Who else sees anything: support, schools, the community, partners and other recipients?",
            "还有谁能看到：客服、高校、社区、授权合作伙伴和其他接收方？",
        ),
        said(
            f"Beside recruiters and headhunters, these are given something in at least one case: {given}.",
            f"除招聘者和猎头以外，至少在一种情形中能得到内容的有：{given}。",
        ),
        tuple((f"viewer-{kind.value}", writer.word(kind)) for kind in others),
    )
    yield Question(
        said("What changes if a candidate moves a switch?", "求职者改动一个开关，会有什么变化？"),
        said(
            f"{len(SWITCHES)} switches and acts, each moved in every case in which it can be: who gains what, and who loses what.",
            f"共 {len(SWITCHES)} 个开关和行为，每一个都在适用的每种情形中改动过：谁多看到什么，谁少看到什么。",
        ),
        tuple((f"switch-{switch.id}", switch.title.said(writer.language)) for switch in SWITCHES),
    )
    blocked = blocked_companies(writer)
    yield Question(
        said("What can a blocked company learn?", "被屏蔽的公司能得知什么？"),
        said(
            f"In {number(blocked.cases)} cases the company is blocked; in {number(blocked.given)} of them it is given anything.",
            f"公司被屏蔽的情形有 {number(blocked.cases)} 种，其中得到任何内容的有 {number(blocked.given)} 种。",
        ),
        (
            ("blocked", said("blocked companies", "被屏蔽的公司")),
            ("rule-BLOCK-1", said("the rule", "屏蔽的规则")),
        ),
    )
    yield Question(
        said("When is nothing shown at all?", "什么情况下一律不展示？"),
        said(
            f"In {len(GATES)} situations nothing is shown to others, whatever else holds: {'; '.join(gate.closed.en for gate in GATES)}.",
            f"有 {len(GATES)} 种情况先于一切判断，一律不向他人展示：{'；'.join(gate.closed.zh for gate in GATES)}。",
        ),
        (("gates", said("the gates", "前提")), ("decision", said("how it is decided", "如何决定"))),
    )
    exporters = writer.kinds(_kinds_with_action(writer, Action.EXPORT))
    yield Question(
        said("What may be exported, and by whom?", "什么可以导出，由谁导出？"),
        said(f"In at least one case, by: {exporters}.", f"至少在一种情形中可以导出的有：{exporters}。"),
        (("exports", said("exports", "导出")),),
    )
    place_count, total = len(chapters(writer)), len(writer.rules)
    sourced_count = sum(1 for text in writer.rules.values() if text.source)
    yield Question(
        said("Which sentence of the policy is each rule from?", "每条规则出自隐私条款的哪一句？"),
        said(
            f"{sourced_count} of {total} rules come from {place_count} places of the policy; it is silent on the others.",
            f"{total} 条规则中，{sourced_count} 条出自隐私条款的 {place_count} 处，其余隐私条款没有写明。",
        ),
        (
            ("index", said("from chapters to rules", "从章节到规则")),
            ("rules", said("rules and quotations", "规则与原文")),
        ),
    )
    count, confirmed, turned = len(writer.readings), len(writer.confirmed), writer.turned
    yield Question(
        said(
            "How was the policy read where it leaves something open, who confirmed it, and what if it is read otherwise?",
            "隐私条款没有写明的地方是怎样解读的，由谁确认？换一种解读会怎样？",
        ),
        said(
            f"{count} readings; {turned} are chosen otherwise than the rules do; {confirmed} are confirmed, {count - confirmed} are not "
            "confirmed by anybody yet.",
            f"共 {count} 处解读；与规则的选择不同的 {turned} 处；已确认 {confirmed} 处，尚无人确认 {count - confirmed} 处。",
        ),
        (
            ("readings", said("every reading", "全部解读")),
            ("other-sides", said("read otherwise", "换一种解读")),
            ("differences", said("compared with another policy", "与另一份隐私条款相比")),
        ),
    )
    statements, failed = len(writer.policy.statements), len(writer.violations)
    cases = number(len(survey.cases))
    yield Question(
        said("Show me that it holds in every case.", "怎样证明它在每一种情形中都成立？"),
        said(
            f"{statements} statements were checked over all {cases} cases when this book was made; {failed} are not kept.",
            f"制作本手册时，{statements} 条安全断言在全部 {cases} 种情形上作了检查；不成立的有 {failed} 条。",
        ),
        (("statements", said("the safety statements", "安全断言")),),
    )


def _number_viewers(writer: BookWriter, document: Document) -> str:
    """The viewers who are ever given the real number: each kind, with how they stand to the document, and recipients as named."""
    kinds = writer.survey.gives.get((document, Part.MOBILE), {})
    viewers = []
    for kind in ViewerKind:
        if kind in kinds:
            ways = writer.comma(way.said(writer.language) for way in kinds[kind].ways)
            if kind is ViewerKind.RECIPIENT:  # the table has the most that a consent may name (SHARE-3)
                ways += writer.said(", where it is named", "，列明的才有")
            viewers.append(f"{writer.word(kind)}{writer.said(f' ({ways})', f'（{ways}）') if ways else ''}")
    return writer.said("; ", "；").join(viewers) or writer.said("nobody", "无")


def _kinds_with_action(writer: BookWriter, action: Action) -> set[ViewerKind]:
    return {case.facts.kind for case in writer.survey.grants if case.facts.action is action}
