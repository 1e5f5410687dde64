"""Each switch, and what changes case by case when it is moved."""

from collections import defaultdict
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from ..model.language import Words
from ..model.settings import TIGHTER, NameDisplay, Visibility
from ..model.viewers import Action
from ..policy.facts import Concern, Sharing, Standing
from ..policy.words import NICKNAMES, WORDS
from .making import BookWriter
from .moves import Side, StepEffect, find_effects
from .nodes import node, row, table
from .survey import ViewerGroup


class Switch(NamedTuple):
    """A choice or act of the candidate, or an event in the life of the resume.

    Args:
        id: the id for links.
        title: its name.
        field: the fact that it changes.
        steps: its steps, each from one value to another.
    """

    id: str
    title: Words
    field: str
    steps: tuple[tuple[Any, Any, Words], ...]


_OFF = (True, False, Words("switched off", "关闭"))


def _mode_step(old: Visibility, new: Visibility) -> tuple[Any, Any, Words]:
    was, becomes = WORDS[old], WORDS[new]
    return old, new, Words(f"from “{was.en}” to “{becomes.en}”", f"由“{was.zh}”改为“{becomes.zh}”")


SWITCHES = (
    Switch(
        "visibility",
        Words("Visibility (简历公开设置)", "简历公开设置"),
        "visibility",
        tuple(_mode_step(mode, tighter) for mode in Visibility for tighter in TIGHTER[mode]),
    ),
    Switch(
        "blocks",
        Words("Block a company (屏蔽公司)", "屏蔽公司"),
        "standing",
        (
            (
                Standing.NONE,
                Standing.BLOCKED,
                Words("a company not applied to", "屏蔽未收到投递的公司"),
            ),
            (Standing.APPLIED, Standing.BLOCKED, Words("a company after applying to it", "投递之后再屏蔽")),
            (
                Standing.APPLIED_WITH_ATTACHMENTS,
                Standing.BLOCKED,
                Words("a company after applying to it with attachments", "附有附件简历的投递之后再屏蔽"),
            ),
        ),
    ),
    Switch(
        "name-display",
        Words("Mr./Ms. X (对外展示先生/女士)", "对外展示先生/女士"),
        "name_display",
        ((NameDisplay.REAL, NameDisplay.HONORIFIC, Words("switched on", "开启")),),
    ),
    Switch(
        "resume-permission", Words("Resume permission (简历权限)", "简历权限"), "resume_permission", (_OFF,)
    ),
    Switch("chat-permission", Words("Chat permission (聊天权限)", "聊天权限"), "chat_permission", (_OFF,)),
    Switch(
        "personalisation",
        Words("Personalised recommendation (个性化推荐)", "个性化推荐"),
        "personalised",
        (_OFF,),
    ),
    Switch(
        "nickname",
        Words("Nickname in the community (社区昵称)", "社区昵称"),
        "nickname",
        (
            (
                NameDisplay.REAL,
                NameDisplay.HONORIFIC,
                Words(
                    "from the real name to Mr./Ms. X",
                    f"由真实姓名改为“{NICKNAMES[NameDisplay.HONORIFIC].zh}”",
                ),
            ),
            (NameDisplay.HONORIFIC, None, Words("leaving the community", "退出社区")),
        ),
    ),
    Switch(
        "applications",
        Words("Apply to a company, agency or at a talk (投递)", "投递给公司、猎头公司，或在空中宣讲会投递"),
        "standing",
        (
            (Standing.NONE, Standing.APPLIED, Words("applying", "投递")),
            (
                Standing.APPLIED,
                Standing.APPLIED_WITH_ATTACHMENTS,
                Words("with attachments as well", "另附附件简历"),
            ),
        ),
    ),
    Switch(
        "conversations",
        Words("A conversation (在线沟通)", "在线沟通的对话"),
        "conversing",
        ((False, True, Words("begins", "开始")),),
    ),
    Switch(
        "consents",
        Words("A consent (单独同意)", "单独同意"),
        "sharing",
        (
            (Sharing.NONE, Sharing.SHARED, Words("to share is given", "求职者同意共享")),
            (Sharing.NONE, Sharing.PARTNER, Words("to a partner is given", "求职者同意向授权合作伙伴共享")),
            (Sharing.NONE, Sharing.TRANSFERRED, Words("to a transfer is given", "求职者同意转让")),
            (Sharing.NONE, Sharing.DISCLOSED, Words("to public disclosure is given", "求职者同意公开披露")),
        ),
    ),
    Switch(
        "orders",
        Words("An order of the law (法律要求)", "法律要求（不由求职者决定）"),
        "sharing",
        ((Sharing.NONE, Sharing.ORDERED, Words("begins to hold", "生效")),),
    ),
    Switch(
        "cases-of-support",
        Words("A support case (投诉举报、申诉)", "投诉举报、申诉"),
        "concern",
        (
            (Concern.NONE, Concern.COMPLAINANT, Words("opened by the candidate", "由求职者提出")),
            (Concern.NONE, Concern.COMPLAINED_OF, Words("about the candidate", "针对求职者")),
        ),
    ),
    Switch(
        "deletion",
        Words("Delete the resume, close the account (删除、注销)", "删除简历、注销账号"),
        "exists",
        ((True, False, Words("done", "完成删除或注销")),),
    ),
)


def every_switch(writer: BookWriter) -> Element:
    """The section of all switches."""
    return writer.section(
        "switches",
        "What moving a switch changes",
        "改动一个开关会怎样",
        writer.paragraph(
            "Each step was made in every case in which it can be made, everything else staying as it is. What is listed "
            "changes in at least one of them: actions that become possible or impossible, with what they show, and what is "
            "shown more or less where the action stays possible. The step back changes the opposite.",
            "每一步都在它适用的每一种情形中试过，其余不变。所列内容至少在其中一种情形中有变化：变得可以或不可以的操作，"
            "以及随之展示的内容；操作仍然可以时，多展示或少展示的内容。反过来改动，结果相反。",
        ),
        writer.on_recipients(),
        [_switch_section(switch, writer) for switch in SWITCHES],
    )


def _switch_section(switch: Switch, writer: BookWriter) -> Element:
    tables = [_step_table(switch, *step, writer) for step in switch.steps]
    # A link of the first page leads to this switch, past the same note at the head of the section.
    note = writer.on_recipients() if switch.field == "sharing" else ""
    return node("div", node("h3", switch.title.said(writer.language)), note, tables, id=f"switch-{switch.id}")


def _step_table(switch: Switch, old: object, new: object, words: Words, writer: BookWriter) -> Element:
    said = writer.said
    effects = find_effects(writer.survey, switch.field, old, new)
    caption = f"{switch.title.said(writer.language)}{said(': ', '：')}{words.said(writer.language)}"
    if not effects:
        return node("p", caption, said(": nobody sees more or less.", "：没有人多看到或少看到。"))
    groups_by_effect: defaultdict[StepEffect, list[ViewerGroup]] = defaultdict(list)
    for group, effect in effects.items():
        groups_by_effect[effect].append(group)
    heads = [
        said("who", "谁"),
        said("less", "减少"),
        said("more", "增加"),
        said("cases that change", "有变化的情形"),
    ]
    rows = [_effect_row(groups, effect, writer) for effect, groups in groups_by_effect.items()]
    return table(caption, heads, rows, class_="plain")


def _effect_row(groups: list[ViewerGroup], effect: StepEffect, writer: BookWriter) -> Element:
    said, changed, total = writer.said, writer.number(effect.changed), writer.number(effect.all)
    less = _change_lines(effect.less, said("may no longer: ", "不再可以："), writer)
    more = _change_lines(effect.more, said("may now: ", "可以："), writer)
    if effect.nothing_left:
        less.insert(0, node("p", node("strong", said("sees nothing any more", "不再看到任何内容"))))
    return row(
        [node("p", writer.asking(*group)) for group in groups],
        less or "—",
        more or "—",
        said(f"{changed} of {total}", f"{total} 种中的 {changed} 种"),
    )


def _change_lines(side: Side, heading: str, writer: BookWriter) -> list[Element]:
    """The changes in one direction: whole actions with what they give, and items of what stays shown."""
    said, lines = writer.said, list[Element]()
    if side.actions:
        actions = writer.comma(
            f"{writer.word(action)}{said(' (in some cases)', '（部分情形）') if action in side.sometimes else ''}"
            for action in Action
            if action in side.actions
        )
        lines.append(node("p", node("strong", heading), actions))
        lines += [node("p", said("with them ", "随之变化的"), line) for line in writer.items(side.with_them)]
    if side.items:
        lines.append(node("p", node("strong", said("of what stays shown:", "仍然展示的内容中："))))
        lines += [node("p", line) for line in writer.items(side.items)]
    return lines
