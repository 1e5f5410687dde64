"""Who sees what in every mode, read from the policy's own cases."""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias
from unicodedata import east_asian_width

from ..model.complete import complete
from ..model.language import Language, Words
from ..model.parts import PARTS_OF, Channel, Document, Part
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .decisions import Decision, Grant, Item
from .facts import FACT_VALUES, CandidateFacts, Concern, Sharing, Standing, ViewerFacts, ViewerKind
from .table import DEFAULT_POLICY, Policy
from .words import WORDS

_APPLIED, _WITH_FILES, _BLOCKED = Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS, Standing.BLOCKED


class Row(NamedTuple):
    """A typical viewer.

    Args:
        label: the label of the row.
        viewer: the facts that such a viewer brings.
        usual_label: the label of the viewer whose variant this is; None if it is no variant.
    """

    label: Words
    viewer: ViewerFacts
    usual_label: Words | None = None

    def full_label(self, language: Language) -> str:
        """The label as it is understood without the row above and without the legend."""
        if self.usual_label is None:
            labels = [self.label, *_BRINGS.get(self.label, ())]
        else:
            labels = [self.usual_label, *_BRINGS.get(self.label, (self.label,))]
        return Words(", ", "，").said(language).join(label.said(language) for label in labels)


def _label_of(kind: ViewerKind) -> Words:
    """The label of a kind in its usual form. In English it is the first word of the kind's name, because columns are narrow."""
    return Words(kind.value.partition("_")[0], WORDS[kind].zh)


_WITH_FILES_LABEL = Words("+ attachments", "附有附件简历")
_UNQUALIFIED_LABEL, _IMPERSONAL_LABEL = (
    Words("not qualified", "登录认证不足"),
    Words("switched off", "已关闭个性化"),
)
_BRINGS: dict[Words, tuple[Words]] = {
    _WITH_FILES_LABEL: (Words("applied to with attachments", "已收到附有附件简历的投递"),),
    _UNQUALIFIED_LABEL: (Words("not signed in, or not verified as required", "未登录，或未按要求认证"),),
    _IMPERSONAL_LABEL: (Words("personalised recommendation switched off", "已关闭个性化推荐"),),
    _label_of(ViewerKind.MAILBOX): (Words("applied to", "已收到投递"),),
    _label_of(ViewerKind.RECIPIENT): (Words("with consent", "有单独同意"),),
    _label_of(ViewerKind.SCHOOL): (Words("handed in at its talk", "在其空中宣讲会投递，且该校要求提供"),),
    _label_of(ViewerKind.SUPPORT_AGENT): (Words("the candidate complained", "求职者是投诉人"),),
}
"""What a viewer brings of whose label the row says less; for the usual form of a kind, the legend says it."""


_Facts: TypeAlias = dict[str, Any]
_Variants: TypeAlias = dict[Words, _Facts]
_BLOCKED_LABEL, _UNVERIFIED_LABEL = Words("blocked", "已被屏蔽"), Words("not verified", "未认证")
_COMPANY_VARIANTS: _Variants = {
    Words("applied to", "已收到投递"): {"standing": _APPLIED},
    _WITH_FILES_LABEL: {"standing": _WITH_FILES},
    Words("conversing", "对话进行中"): {"conversing": True},
    _BLOCKED_LABEL: {"standing": _BLOCKED, "conversing": True},
    _UNVERIFIED_LABEL: {"qualified": False},
}
_AGENCY_VARIANTS: _Variants = {
    **{label: facts for label, facts in _COMPANY_VARIANTS.items() if label is not _UNVERIFIED_LABEL},
    # Whether they have to be verified is a reading (GATE-4).
    _UNQUALIFIED_LABEL: {"qualified": False},
}
_TALK: tuple[_Facts, _Variants] = (
    {"standing": _APPLIED},
    {Words("no talk", "无宣讲会"): {"standing": Standing.NONE}},
)
_USUAL: dict[ViewerKind, tuple[_Facts, _Variants]] = {
    ViewerKind.RECRUITER: ({}, _COMPANY_VARIANTS),
    ViewerKind.HEADHUNTER: ({}, _AGENCY_VARIANTS),
    ViewerKind.MAILBOX: ({"standing": _APPLIED}, {_BLOCKED_LABEL: {"standing": _BLOCKED}}),
    ViewerKind.COMMUNITY_MEMBER: ({"nickname": NameDisplay.REAL}, {}),
    ViewerKind.RECOMMENDER: (
        {"personalised": True},
        {_IMPERSONAL_LABEL: {"personalised": False}},
    ),
    ViewerKind.RECIPIENT: (
        {"sharing": Sharing.SHARED},
        {Words("no consent", "无单独同意"): {"sharing": Sharing.NONE}},
    ),
    ViewerKind.SCHOOL: _TALK,
    ViewerKind.SUPPORT_AGENT: (
        {"concern": Concern.COMPLAINANT},
        {
            Words("complained of", "求职者被投诉"): {"concern": Concern.COMPLAINED_OF},
            Words("no case", "无案件"): {"concern": Concern.NONE},
        },
    ),
}
_USUAL = complete(
    _USUAL, [kind for kind, brought in FACT_VALUES[Document.RESUME].items() if {*brought} - {"qualified"}]
)
"""The facts that each kind brings in its usual form, if it brings more than to be signed in; then those of its variants."""


def _make_rows(
    document: Document, *viewers: tuple[ViewerKind, Words, tuple[_Facts, _Variants]]
) -> Iterator[Row]:
    """A row for each viewer in its usual form, signed in if such viewers can be, and a row for each of its variants."""
    for kind, label, (facts, variants) in viewers:
        qualified = "qualified" in FACT_VALUES[document][kind]
        viewer = ViewerFacts(document, kind, Action.VIEW, qualified=qualified)._replace(**facts)
        yield Row(label, viewer)
        for variant, changes in variants.items():
            yield Row(variant, viewer._replace(**changes), label)


_NO_MORE: tuple[_Facts, _Variants] = ({}, {})

ROWS: tuple[Row, ...] = tuple(
    _make_rows(Document.RESUME, *((kind, _label_of(kind), _USUAL.get(kind, _NO_MORE)) for kind in ViewerKind))
)
"""The viewers of the matrix of resumes."""

OTHER_GROUNDS: tuple[Row, ...] = tuple(
    Row(
        WORDS[sharing],
        ViewerFacts(Document.RESUME, ViewerKind.RECIPIENT, Action.VIEW, sharing=sharing),
        _label_of(ViewerKind.RECIPIENT),
    )
    for sharing in Sharing
    if sharing not in (Sharing.SHARED, Sharing.NONE)
)
"""Recipients who are given as much as the one of the matrix, by other rules (SHARE-2, SHARE-3)."""

FORM_ROWS: tuple[Row, ...] = tuple(
    _make_rows(
        Document.FORM,
        (ViewerKind.OWNER, _label_of(ViewerKind.OWNER), _NO_MORE),
        (
            ViewerKind.RECRUITER,
            Words("its company", "收到递交的公司"),
            (
                {"standing": _APPLIED},
                {_BLOCKED_LABEL: {"standing": _BLOCKED}, _UNVERIFIED_LABEL: {"qualified": False}},
            ),
        ),
        (ViewerKind.RECRUITER, Words("another company", "其他公司"), _NO_MORE),
        (ViewerKind.SCHOOL, _label_of(ViewerKind.SCHOOL), _TALK),
        (ViewerKind.VISITOR, Words("anybody else", "其他任何人"), _NO_MORE),
    )
)
"""The viewers of the matrix of forms."""

_ACTION_LETTERS = complete(
    {
        Action.RECOMMEND: "R",
        Action.SEARCH: "S",
        Action.VIEW: "V",
        Action.EXPORT: "X",
        Action.CHAT: "C",
    },
    Action,
)
_CHANNEL_LETTERS: dict[Item, str] = {
    Channel.CHAT: "c",
    Channel.EMAIL: "e",
    Channel.VIRTUAL_NUMBER: "n",
    Channel.MOBILE: "m",
}
_PART_LETTERS: dict[Item, str] = {Part.ATTACHMENTS: "a", Part.VIDEO: "f"}
_ITEM_LETTERS: dict[Item, str] = {**complete(_CHANNEL_LETTERS, Channel), **_PART_LETTERS}

_RESUME_PARTS, _FORM_PARTS = (len(PARTS_OF[document]) for document in (Document.RESUME, Document.FORM))
ASSUMED = Words(
    "permissions on, account open, of age, real name shown",
    "权限开启、账号有效、已达到规定年龄、展示真实姓名",
)
"""What is the same of every resume and form in the matrix."""
_LEGEND = Words(
    f"""\
R recommended  S found by search  V viewed  X exported  C chatted with
c chat  e e-mail  n virtual number  m real mobile number: channels.
  Owner, recipients and support have none; what is shown to them is a part.
a attachments (of the application)  f video
The number counts the parts shown, of {_RESUME_PARTS} of a resume and {_FORM_PARTS} of a form;
  a recipient's consent or order names fewer.
- not shown: the viewer learns nothing, also not why.
Assumed: {ASSUMED.en}. A mailbox was
applied to; a recipient has consent; a school requires what the candidate
handed in at its talk; a support case is the candidate's own complaint.
Without application, consent, talk or case they are shown nothing.
Channels and parts are those of a view; if there is none, those of a chat.""",
    f"""\
R 收到推荐  S 搜索到  V 查看  X 导出  C 在线沟通
c 在线沟通  e 邮箱  n 虚拟号码  m 真实手机号码：联系渠道。
  本人、接收方和客服没有联系渠道，展示给他们的是相应的部分。
a 附件简历（随投递）  f 视频简介
数字是展示了几个部分：在线简历共 {_RESUME_PARTS} 个，定制化简历共 {_FORM_PARTS} 个；
  接收方只得到单独同意或法律要求列明的部分。
- 不展示：查看者得不到任何提示，也不知道原因。
假定：{ASSUMED.zh}；招聘企业邮箱已收到投递；
接收方有单独同意；求职者在高校的空中宣讲会投递，且该校要求提供；客服处理的是
求职者提出的投诉举报、申诉。
没有投递、单独同意、宣讲会或案件的，什么都不展示给他们。
联系渠道和部分以查看为准，不能查看时以在线沟通为准。""",
)
_COLUMN_HEADS = complete(
    {
        Visibility.PUBLIC: Words("public", "公开"),
        Visibility.CHAT_ONLY: Words("chat_only", "仅在线沟通"),
        Visibility.HEADHUNTERS: Words("headhunters", "对猎头公开"),
        Visibility.PRIVATE: Words("private", "不公开"),
    },
    Visibility,
)


def matrix(policy: Policy = DEFAULT_POLICY, *, language: Language = Language.EN) -> str:
    """Draw the whole policy as a table of text, 80 columns wide: a row per viewer, a column per mode; then a row per viewer of a form."""
    heads = [_COLUMN_HEADS[visibility].said(language) for visibility in Visibility]
    lines = [_line(Words("resume", "在线简历").said(language), heads)]
    lines += [_row(row, [_cell(row.viewer, mode, policy) for mode in Visibility], language) for row in ROWS]
    lines += ["", Words("form", "定制化简历").said(language)]
    lines += [_row(row, [_cell(row.viewer, Visibility.PRIVATE, policy)], language) for row in FORM_ROWS]
    by = Words(f"By policy {policy.version}.", f"按隐私条款 {policy.version}。")
    return "\n".join((*lines, "", _LEGEND.said(language), by.said(language)))


def _row(row: Row, cells: list[str], language: Language) -> str:
    return _line(f"{'' if row.usual_label is None else '  '}{row.label.said(language)}", cells)


def _line(label: str, cells: list[str]) -> str:
    return "".join(cell + " " * (16 - display_width(cell)) for cell in (label, *cells)).rstrip()


def display_width(text: str) -> int:
    """The columns of a terminal that a text takes: a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def usual_candidate(document: Document, visibility: Visibility) -> CandidateFacts:
    """What a usual resume of a mode brings: its owner is an adult, and has switched nothing off. A form has the mode private."""
    return CandidateFacts(
        visibility=visibility,
        name_display=NameDisplay.REAL,
        resume_permission=True,
        chat_permission=document is Document.RESUME,
        exists=True,
        of_age=True,
    )


def decide_usual(viewer: ViewerFacts, visibility: Visibility, policy: Policy) -> Decision:
    """The decision on a usual resume or form for the viewer of a row: on a view, or on a chat if there is no view."""
    candidate = usual_candidate(viewer.document, visibility)
    view, chat = (
        policy.row(viewer._replace(action=action))[candidate].decision
        for action in (Action.VIEW, Action.CHAT)
    )
    return chat if isinstance(chat, Grant) and not isinstance(view, Grant) else view


def _cell(viewer: ViewerFacts, visibility: Visibility, policy: Policy) -> str:
    decision = decide_usual(viewer, visibility, policy)
    if not isinstance(decision, Grant):
        return "-"
    actions = "".join(
        letter if action in decision.actions else "." for action, letter in _ACTION_LETTERS.items()
    )
    given = decision.channels | decision.parts
    item_letters = "".join(letter if item in given else "." for item, letter in _ITEM_LETTERS.items())
    return f"{actions} {item_letters} {len(decision.parts):2}"
