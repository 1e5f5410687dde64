"""What another policy would change: in which cases, in which words, and what is not looked at."""

from datetime import date
from typing import Any

import attrs
import pytest

from each import each
from faults import closing_with, faulty, grant, granted, having, refused, refusing
from policies import policy_of
from resume_visibility.model.language import Language, Words
from resume_visibility.model.parts import PARTS_OF, Channel, Document, Part
from resume_visibility.model.viewers import Action
from resume_visibility.policy.clauses import Clause
from resume_visibility.policy.comparison import CaseDifference, compare
from resume_visibility.policy.decisions import Decision, Grant, Item, Refusal, items_of
from resume_visibility.policy.facts import Facts, Sharing, Standing, ViewerKind
from resume_visibility.policy.readings import STRICT, Readings
from resume_visibility.policy.ruleset import Edition
from resume_visibility.policy.statements import Statement, never, when
from resume_visibility.policy.table import POLICY_2023_04, Policy
from resume_visibility.policy.v2023_04 import V2023_04
from resume_visibility.policy.verification import verify
from resume_visibility.policy.words import list_items


def test_compare_finds_nothing_between_equals() -> None:
    """Two policies of the same rules and readings do not differ, and it is stated what was compared."""
    comparison = compare(POLICY_2023_04, Policy("again"))
    assert (comparison.more, comparison.less) == ((), ())
    assert (comparison.readings, comparison.rules, comparison.cited, comparison.others) == ((),) * 4
    assert str(comparison).splitlines() == [
        "readings that differ: none",
        "shows more in 0 cases",
        "shows less in 0 cases",
    ]


def test_compare_lists_exactly_the_cases_that_show_more() -> None:
    """Where a reading gives a mailbox the video, exactly those cases are listed, with what is gained."""
    comparison = compare(POLICY_2023_04, Policy("own", readings=Readings(mailbox_waits=False)))
    expected = {
        entry.facts: {Part.VIDEO, Part.ATTACHMENTS}
        if entry.facts.standing is Standing.APPLIED_WITH_ATTACHMENTS
        else {Part.VIDEO}
        for entry in POLICY_2023_04.entries()
        if entry.facts.kind is ViewerKind.MAILBOX and isinstance(entry.decision, Grant)
    }
    assert {difference.facts: difference.gained for difference in comparison.more} == expected
    assert len(comparison.more) == len(expected)
    assert (comparison.less, comparison.readings) == ((), ("mailbox_waits",))


def test_compare_sees_forms() -> None:
    """A reading on what the school sees is compared case by case: of resumes, and of forms."""
    comparison = compare(
        POLICY_2023_04, Policy("own", readings=Readings(third_parties_stay_with_company=False))
    )
    gained = {Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE}
    assert {difference.facts.document for difference in comparison.more} == {Document.FORM}
    assert {difference.gained for difference in comparison.more} == {frozenset(gained)}
    assert str(comparison.more[0]) == (
        "school, signed in and verified, of a talk, to view a form: +part emergency_name +part emergency_phone"
        " +part family +part relatives"
    )


def test_compare_says_which_clauses_another_reading_restates() -> None:
    """A reading that is chosen otherwise changes what its clause states; the statements are those of the same ruleset."""
    comparison = compare(POLICY_2023_04, Policy("own", readings=Readings(chat_only_forbids_export=False)))
    rules = {one.rule: one.said(Language.ZH) for one in comparison.rules}
    assert "不可导出" in rules["MODE-2"].partition("改为")[0]
    assert "、导出" in rules["MODE-2"].partition("改为")[2]
    assert comparison.others == ()


def test_a_ruleset_that_makes_its_statements_anew_is_the_same() -> None:
    """A ruleset does not differ from itself, though each policy has statements made for it."""
    making = attrs.evolve(
        V2023_04, statements=lambda _: (Statement("none", ("LAW-5",), Words("", ""), when(lambda _: False)),)
    )
    assert compare(Policy("a", ruleset=making), Policy("b", ruleset=making)).others == ()


def test_compare_is_the_other_way_round_from_the_other_side() -> None:
    """What one policy gains over the other, the other loses to it."""
    loose = Policy("own", readings=Readings(lists_follow_visibility=False))
    there, back = compare(POLICY_2023_04, loose), compare(loose, POLICY_2023_04)
    assert there.less == back.more == ()
    assert [(d.facts, d.gained) for d in there.more] == [(d.facts, d.lost) for d in back.less]


def _swap_work_for_projects(facts: Facts, decision: Decision) -> Decision:
    return grant(facts.document, items_of(decision) - {Part.WORK} | {Part.PROJECTS})


def test_compare_names_gains_and_losses_of_one_case() -> None:
    """A case that gains one part and loses another is in both lists, and says so in words."""
    where = granted(having(kind=ViewerKind.RECOMMENDER, personalised=True))
    comparison = compare(POLICY_2023_04, faulty(where, _swap_work_for_projects))
    changed = [entry.facts for entry in POLICY_2023_04.entries() if where(entry.facts)]
    for differences in (comparison.more, comparison.less):
        assert [difference.facts for difference in differences] == changed
        assert {(d.gained, d.lost) for d in differences} == {
            (frozenset({Part.PROJECTS}), frozenset({Part.WORK}))
        }
    line = str(comparison.more[0])
    assert line.startswith("recommender, personalisation on, to view a resume of mode ")
    assert line.endswith(": +part projects -part work")
    assert f"  {line}" in str(comparison).splitlines()
    assert comparison.more[0].said(Language.ZH).endswith("：+部分 项目经验 -部分 工作经验")


def test_items_in_chinese_name_their_group_once() -> None:
    """Many items of a group are a list behind its name in Chinese, and each has the name in English."""
    items: list[Item] = [Part.NAME, Part.WORK, Channel.CHAT, Action.VIEW, Action.EXPORT]
    assert list_items(items) == Words(
        "part name, part work, channel chat, action view, action export",
        "部分 真实姓名、工作经验；联系渠道 在线沟通；操作 查看、导出",
    )


@pytest.mark.parametrize("document", Document)
def test_compare_sees_a_view_that_opens_and_one_that_closes(document: Document) -> None:
    """A refusal that becomes a grant gains all that it gives, and the other way round."""
    gone = faulty(having(kind=ViewerKind.OWNER, document=document), refusing)
    lost = compare(POLICY_2023_04, gone).less
    everything = frozenset((*PARTS_OF[document], Action.VIEW, Action.EXPORT))
    assert {difference.lost for difference in lost} == {everything}
    assert compare(gone, POLICY_2023_04).more == tuple(
        CaseDifference(difference.facts, difference.lost, difference.gained) for difference in lost
    )


@pytest.mark.parametrize(
    "reading",
    [
        "future_block_holds",
        "client_blocks_headhunter",
        "unidentified_company_is_blocked",
        "block_holds_at_same_instant",
        "application_stays_with_company",
        "withdrawn_application_is_void",
        "headhunters_are_verified",
        "headhunters_and_schools_make_notices",
        "lists_make_no_notices",
    ],
)
def test_compare_names_the_readings_that_no_case_shows(reading: str) -> None:
    """A reading that decides which case somebody is in, or who is notified, is named; no case differs."""
    comparison = compare(POLICY_2023_04, policy_of(Readings(**{reading: False})))
    assert (comparison.more, comparison.less) == ((), ())
    assert comparison.readings == (reading,)
    assert f"readings that differ: {reading}" in str(comparison)


@each("reading", attrs.fields_dict(Readings))
def test_compare_says_both_sides_of_a_reading(reading: str) -> None:
    """Whoever reads what differs knows which side the new policy takes, in both languages, from either policy."""
    turned = policy_of(Readings(**{reading: False}))
    [point] = [one for one in V2023_04.readings() if one.changed_by == reading]
    for old, new, was, becomes in (
        (POLICY_2023_04, turned, point.choice, point.alternative),
        (turned, POLICY_2023_04, point.alternative, point.choice),
    ):
        comparison = compare(old, new)
        english = next(line for line in comparison.summary(Language.EN, [point]) if line.startswith("  "))
        assert english == f"  {reading}: was: {was.en.rstrip('.')}; becomes: {becomes.en.rstrip('.')}"
        chinese = next(line for line in comparison.summary(Language.ZH, [point]) if line.startswith("  "))
        sides = f"原为：{was.zh.rstrip('。')}；改为：{becomes.zh.rstrip('。')}"
        assert chinese.startswith(f"  {point.id}：{point.question.zh}{sides}")
        value = getattr(new.readings, reading)
        assert f"\n  {reading}: becomes: {value}\n" in f"{comparison}\n"
        assert f"  {reading}：改为：{value}" in "\n".join(comparison.summary(Language.ZH))


def test_compare_says_what_differs_and_is_in_no_case() -> None:
    """Accounts, the age, how long a view stays fresh and what consent can name decide no case: what is gone and new is listed."""
    other = attrs.evolve(
        V2023_04,
        edition=Edition(name="2030年1月版", updated=date(2029, 12, 1), in_force=date(2030, 1, 1)),
        age=18,
        most_fresh=V2023_04.most_fresh / 2,
        required={
            **V2023_04.required,
            Document.FORM: (*V2023_04.required[Document.FORM][:-1], "basics.contact.homepage"),
        },
        shareable=V2023_04.shareable - {Part.VIDEO},
        sharing={**V2023_04.sharing, Sharing.PARTNER: Clause.SHARE_1},
    )
    comparison = compare(POLICY_2023_04, Policy("own", ruleset=other, accounts=("脉脉号",)))
    assert (comparison.more, comparison.less) == ((), ())
    assert [one.rule for one in comparison.rules] == ["GATE-3"]
    names = ["accounts", "edition", "age", "most_fresh", "required", "shareable", "sharing"]
    assert [one.name for one in comparison.others] == names
    lines = [line.strip() for line in comparison.summary(Language.ZH)]
    assert lines[lines.index("以下也不同，但不逐一比较：") + 1 :] == [
        "文字中须脱敏的账号种类：",
        "+ 脉脉号",
        "隐私条款文本：",
        "- 2023年4月版，更新日期 2023-04-20，生效时间 2023-05-04",
        "+ 2030年1月版，更新日期 2029-12-01，生效时间 2030-01-01",
        "向他人展示的最低年龄：",
        "- 16 岁",
        "+ 18 岁",
        "视图最长保留时间：",
        "- 2:00:00",
        "+ 1:00:00",
        "必填项：",
        "- 定制化简历 语言能力：英语掌握程度",
        "+ 定制化简历 basics.contact.homepage",
        "单独同意可列明的部分：",
        "- 视频简介",
        "共享所依据的规则：",
        "- 单独同意向授权合作伙伴共享 SHARE-3",
        "+ 单独同意向授权合作伙伴共享 SHARE-1",
    ]
    assert "  the age from which a candidate is shown to others:\n    - 16 years\n    + 18 years\n" in str(
        comparison
    )


def test_the_order_of_accounts_and_of_required_fields_is_no_difference() -> None:
    """Neither order changes anything, so an officer reads nothing of it."""
    turned = attrs.evolve(
        V2023_04, required={document: paths[::-1] for document, paths in V2023_04.required.items()}
    )
    old, new = Policy("a", accounts=("脉脉号", "领英号")), Policy("b", turned, accounts=("领英号", "脉脉号"))
    assert compare(old, new).others == ()


def test_compare_lists_the_statements_that_are_gone_new_or_checked_otherwise() -> None:
    """An officer reads each statement that is no longer checked, and each that is checked from now on or in another way."""
    first, second, *rest = V2023_04.statements(STRICT)
    third = Statement(
        "ours", ("MODE-1",), Words("as ours", "按我们的"), never(lambda _: frozenset({Part.VIDEO}))
    )
    otherwise = Statement(second.name, second.rules, second.words, third.breaches)
    changed = attrs.evolve(V2023_04, statements=lambda _: (otherwise, *rest, third))
    (difference,) = compare(POLICY_2023_04, Policy("own", ruleset=changed)).others
    assert difference.said(Language.ZH).splitlines() == [
        "安全断言：",
        f"- {first.words.zh}（{'、'.join(first.rules)}）",
        "+ 按我们的（MODE-1）",
        f"+ {second.words.zh}（{'、'.join(second.rules)}）：检查方式不同",
    ]
    assert str(difference).endswith(
        f"+ {second.words.en} ({', '.join(second.rules)}): checked in another way"
    )


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\x85", "\u2028"])
def test_each_thing_that_differs_is_one_line(sign: str) -> None:
    """A statement or account of one's own with a break in its words stays one thing, wherever lines are divided."""
    ours = Statement(
        "ours", ("MODE-1",), Words(f"as{sign}ours", f"按{sign}我们的"), never(lambda _: frozenset())
    )
    statements = (*V2023_04.statements(STRICT), ours)
    ruleset = attrs.evolve(V2023_04, version="own", statements=lambda _: statements)
    found = compare(POLICY_2023_04, Policy("own-1", ruleset=ruleset, accounts=(f"脉脉{sign}号",)))
    assert [one.said(Language.ZH).splitlines()[1:] for one in found.others] == [
        ["+ 脉脉 号"],
        ["+ 按 我们的（MODE-1）"],
    ]
    assert "\n    + as ours (MODE-1)\n" in str(found)


def test_compare_names_rules_that_no_decision_cites() -> None:
    """An officer who compares two versions reads of each rule that is new, gone or changed, also where it decides no case."""
    kept = dict(POLICY_2023_04.uncited)
    gone, changed = "LAW-1", "EXPORT-1"
    text = kept.pop(gone)
    other = {**kept, changed: attrs.evolve(kept[changed], gist=Words("as ours", "按我们的")), "OURS": text}
    comparison = compare(
        POLICY_2023_04, Policy("own", ruleset=attrs.evolve(V2023_04, uncited=lambda _: other))
    )
    assert [(one.rule, one.was, one.becomes) for one in comparison.rules] == [
        (changed, POLICY_2023_04.uncited[changed], other[changed]),
        (gone, text, None),
        ("OURS", None, text),
    ]


def test_a_rule_that_is_cited_from_now_on_is_no_other_rule() -> None:
    """Whether decisions cite a rule changes nothing that it states."""
    texts, cited = {**POLICY_2023_04.texts}, Clause.PARTS_1
    moved = texts.pop(cited)
    ruleset = attrs.evolve(
        V2023_04,
        texts=lambda _: texts,
        uncited=lambda chosen: {**V2023_04.uncited(chosen), cited.value: moved},
        decide=lambda facts, _: Refusal((Clause.DEFAULT_DENY,)),
    )
    assert compare(POLICY_2023_04, Policy("own", ruleset=ruleset)).rules == ()


def test_compare_names_the_clauses_whose_text_changed() -> None:
    """A clause that states something else is named with both, even where it decides as before."""
    texts = {**POLICY_2023_04.texts}
    texts[Clause.GATE_3] = attrs.evolve(
        texts[Clause.GATE_3], gist=Words("nobody under eighteen is shown", "未满十八周岁不展示")
    )
    texts[Clause.MODE_2] = attrs.evolve(texts[Clause.MODE_2], source="二(一)4", quotation="仅在线沟通")
    comparison = compare(POLICY_2023_04, Policy("own", ruleset=attrs.evolve(V2023_04, texts=lambda _: texts)))
    assert [difference.rule for difference in comparison.rules] == ["GATE-3", "MODE-2"]
    assert str(comparison).splitlines()[1:4] == [
        "rules whose text differs:",
        f"  GATE-3: was: {POLICY_2023_04.texts[Clause.GATE_3].gist.en}; becomes: nobody under eighteen is shown",
        f"  MODE-2: {POLICY_2023_04.texts[Clause.MODE_2].gist.en} (another source, quotation)",
    ]


def test_compare_names_clauses_that_only_one_policy_has() -> None:
    """A clause that the new policy no longer has is named, and so is one that it has in addition."""
    gone = POLICY_2023_04.texts[Clause.CAMPUS_1].gist.en
    texts = {**POLICY_2023_04.texts}
    del texts[Clause.CAMPUS_1]
    refuses = attrs.evolve(V2023_04, texts=lambda _: texts, decide=lambda *_: Refusal((Clause.DEFAULT_DENY,)))
    there = compare(POLICY_2023_04, Policy("own", ruleset=refuses)).rules
    back = compare(Policy("own", ruleset=refuses), POLICY_2023_04).rules
    assert [str(rule) for rule in there] == [f"CAMPUS-1: is gone: {gone}"]
    assert [str(rule) for rule in back] == [f"CAMPUS-1: is new: {gone}"]


def test_compare_counts_the_cases_that_give_the_same_by_other_clauses() -> None:
    """What is given or refused by another clause than before is no more and no less, and is counted."""
    where = refused(having(kind=ViewerKind.VISITOR, action=Action.VIEW, exists=False))
    comparison = compare(POLICY_2023_04, faulty(where, closing_with(Clause.GATE_1)))
    assert (comparison.more, comparison.less) == ((), ())
    assert comparison.cited == tuple(e.facts for e in POLICY_2023_04.entries() if where(e.facts))
    said = f"same result, other clauses cited in {len(comparison.cited)} cases"
    assert said in str(comparison).splitlines()


def test_what_is_no_policy_is_refused_as_such() -> None:
    """What is checked or compared is a policy, and neither its version nor a number."""
    wrong: Any = "2023-04"
    for call in (
        lambda: verify(wrong),
        lambda: compare(wrong, POLICY_2023_04),
        lambda: compare(POLICY_2023_04, wrong),
    ):
        with pytest.raises(TypeError, match=r"^expected (old|new|policy) to be a Policy, got str$"):
            call()
