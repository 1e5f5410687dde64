"""The words of each reading that is a choice, and what the reading changes in the table: both name the same things and viewers."""

import re
from functools import cache
from typing import NamedTuple

import pytest

from policies import policy_of
from resume_visibility import POLICY_2023_04, Action, Channel, Language, Part
from resume_visibility.policy import V2023_04, Reading, Readings, ViewerKind, compare
from resume_visibility.policy.decisions import Item
from resume_visibility.policy.readings import COUNTED_IN_NO_CASE

CHOICES = {
    reading.changed_by: reading for reading in V2023_04.readings() if isinstance(reading.changed_by, str)
}
COUNTED = [field for field in CHOICES if field not in COUNTED_IN_NO_CASE]

_KINDS = {
    Language.ZH: {
        ViewerKind.MAILBOX: "招聘企业邮箱",
        ViewerKind.HEADHUNTER: "猎头公司|猎头",
        ViewerKind.RECRUITER: "公司|企业|招聘者",
        ViewerKind.SCHOOL: "高校",
        ViewerKind.COMMUNITY_MEMBER: "社区",
    },
    Language.EN: {
        ViewerKind.MAILBOX: "mailbox",
        ViewerKind.HEADHUNTER: "headhunters?|agency",
        ViewerKind.RECRUITER: "company|companies|recruiters?",
        ViewerKind.SCHOOL: "school",
        ViewerKind.COMMUNITY_MEMBER: "community",
    },
}
"""How each kind of viewer is named; a longer name before one that is a part of it."""
_CONTACT_DETAILS: frozenset[Item] = frozenset(
    {
        *(Part.MOBILE, Channel.MOBILE, Part.MESSENGER, Part.EMAIL),
        *(Part.HOMEPAGE, Part.LANDLINE, Part.POSTAL_ADDRESS),
    }
)
_ITEMS: dict[Language, dict[str, frozenset[Item]]] = {
    Language.ZH: {
        "导出": frozenset({Action.EXPORT}),
        "推荐": frozenset({Action.RECOMMEND}),
        "搜索": frozenset({Action.SEARCH}),
        "视频简介": frozenset({Part.VIDEO}),
        "附件简历": frozenset({Part.ATTACHMENTS}),
        "头像": frozenset({Part.AVATAR}),
        "职位": frozenset({Part.LATEST_POSITION}),
        "家庭成员": frozenset({Part.FAMILY}),
        "亲属": frozenset({Part.RELATIVES}),
        "紧急联系人": frozenset({Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE}),
        "邮箱": frozenset({Part.EMAIL}),
        "联系方式": _CONTACT_DETAILS,
    },
    Language.EN: {
        "export": frozenset({Action.EXPORT}),
        "lists": frozenset({Action.RECOMMEND, Action.SEARCH}),
        "video": frozenset({Part.VIDEO}),
        "attachments": frozenset({Part.ATTACHMENTS}),
        "avatar": frozenset({Part.AVATAR}),
        "position": frozenset({Part.LATEST_POSITION}),
        "family": frozenset({Part.FAMILY}),
        "relatives": frozenset({Part.RELATIVES}),
        "emergency contact": frozenset({Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE}),
        "e-mail": frozenset({Part.EMAIL}),
        "contact details": _CONTACT_DETAILS,
    },
}
"""What each word of a question names."""


class Changed(NamedTuple):
    """What the other side of a reading changes: whether it shows more, whom, and what."""

    more: bool
    kinds: set[ViewerKind]
    items: set[Item]


@cache
def changed_by(field: str) -> Changed:
    """What the table has otherwise: of an action that opens or closes the action, and else the items."""
    other = policy_of(Readings(**{field: False}))
    found = compare(POLICY_2023_04, other)
    changed = [(case.facts.action, case.gained | case.lost) for case in (*found.more, *found.less)]
    items: set[Item] = {action for action, some in changed if action in some}
    items |= {item for action, some in changed if action not in items for item in some}
    kinds = {case.facts.kind for case in (*found.more, *found.less)}
    assert bool(found.more) is not bool(found.less)
    return Changed(bool(found.more), kinds, items)


def named_kinds(text: str, language: Language) -> tuple[set[ViewerKind], str]:
    """The kinds of viewer that a text names, and the rest of the text."""
    kinds = set()
    for kind, names in _KINDS[language].items():
        text, count = re.subn(names, "", text)
        kinds |= {kind} if count else set()
    return kinds, text


def question_of(reading: Reading, language: Language) -> str:
    """The question of a reading without the words of the policy, which are quoted in it."""
    return re.sub(r"（“.+?”）|\([^)]*[\u4e00-\u9fff][^)]*\)", "", reading.question.said(language))


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
@pytest.mark.parametrize("field", COUNTED)
def test_a_question_names_whom_and_what_it_changes(field: str, language: Language) -> None:
    """Its question names each kind of viewer that sees something else, or none if there are several; and only what changes."""
    changed = changed_by(field)
    kinds, rest = named_kinds(question_of(CHOICES[field], language), language)
    assert kinds == changed.kinds or (not kinds and len(changed.kinds) > 1)
    named = {word: items for word, items in _ITEMS[language].items() if word in rest.casefold()}
    assert named
    assert all(items & changed.items for items in named.values())
    assert changed.items <= frozenset().union(*named.values())


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
@pytest.mark.parametrize("field", COUNTED)
def test_the_other_side_names_nobody_else(field: str, language: Language) -> None:
    """Whom the other side names, it shows something else; but for those to whom it likens them."""
    other = re.sub("As one to a company|与投递给公司一样", "", CHOICES[field].alternative.said(language))
    kinds, _ = named_kinds(other, language)
    assert kinds in (set(), changed_by(field).kinds)


@pytest.mark.parametrize("field", COUNTED)
def test_a_choice_that_says_no_shows_less(field: str) -> None:
    """Where the rules answer no, the other side shows more; where they answer yes, less, and that is not the candidate's side."""
    reading, more = CHOICES[field], changed_by(field).more
    assert reading.choice.en.startswith("No" if more else "Yes")
    assert reading.choice.zh.startswith("不") is more
    assert reading.against_candidate is not more


@pytest.mark.parametrize("field", COUNTED_IN_NO_CASE)
def test_a_reading_that_changes_no_case_is_about_acts_or_notices(field: str) -> None:
    """Where nothing in the table changes, the question is about what decides the case, or about who is notified."""
    reading, other = CHOICES[field], policy_of(Readings(**{field: False}))
    found = compare(POLICY_2023_04, other)
    assert (found.more, found.less) == ((), ())
    is_notice = COUNTED_IN_NO_CASE[field].en == "who is notified"
    zh, en = ("告知", "notified") if is_notice else ("屏蔽|投递|认证", "block|application|verified")
    assert re.search(zh, reading.question.zh)
    assert re.search(en, reading.question.en)
