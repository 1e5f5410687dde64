"""What a policy states agrees with what it decides, whatever the platform chose of the readings."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

import attrs
import pytest

from cases import split_facts
from each import each
from faults import BETWEEN_CASES, grant
from resume_visibility.model.language import Words
from resume_visibility.model.parts import Document, Part
from resume_visibility.model.settings import NameDisplay, Visibility
from resume_visibility.model.viewers import Action
from resume_visibility.policy.clauses import Clause
from resume_visibility.policy.decisions import (
    ITEMS_OF,
    Decision,
    Grant,
    Item,
    Refusal,
    decision_key,
    items_of,
)
from resume_visibility.policy.facts import (
    CANDIDATE_FACTS,
    VIEWER_FACTS,
    Facts,
    Standing,
    ViewerKind,
    join,
)
from resume_visibility.policy.readings import STRICT, Readings
from resume_visibility.policy.statements import GivenCase, RefusedCase, Space, Statement
from resume_visibility.policy.v2023_04 import V2023_04
from resume_visibility.policy.words import describe_facts

READINGS = tuple(attrs.fields_dict(Readings))
LOOSE = Readings(**{**dict.fromkeys(READINGS, False), "application_shows_contact": True})
"""Every reading otherwise, but for the one without which another has nothing to say (APPLY-1, APPLY-7)."""
ALL_OF = {document: grant(document, ITEMS_OF[document]) for document in Document}


def turn_readings(base: Readings, *readings: str) -> Readings:
    """The same readings, but for some that are chosen otherwise."""
    return attrs.evolve(base, **{reading: not getattr(base, reading) for reading in readings})


@cache
def open_cases() -> list[Facts]:
    """The cases in which neither the viewer nor the candidate closes anything: there alone a reading counts."""
    return [
        join(viewer, half)
        for viewer in VIEWER_FACTS
        if viewer.qualified or viewer.kind in (ViewerKind.MAILBOX, ViewerKind.RECIPIENT, ViewerKind.VISITOR)
        for half in CANDIDATE_FACTS[viewer.document]
        if half.exists and half.resume_permission and half.of_age and half.name_display is NameDisplay.REAL
        if half.chat_permission is (viewer.document is Document.RESUME)  # a form has no chat
    ]


@cache
def decide_all(readings: Readings) -> dict[Facts, Decision]:
    """What is decided on each."""
    return {facts: V2023_04.decide(facts, readings) for facts in open_cases()}


class OpenSpace(Space):
    """These cases laid out: as they are decided, or as if everybody were given everything."""

    def __init__(self, readings: Readings, *, everything: bool) -> None:
        self.grants, self.refusals = [], []
        for facts in open_cases():
            decision = ALL_OF[facts.document] if everything else decide_all(readings)[facts]
            if isinstance(decision, Grant):
                self.grants.append(GivenCase(*split_facts(facts), decision, items_of(decision), readings))
            else:
                self.refusals.append(RefusedCase(*split_facts(facts), decision, readings))


def _keys(readings: Readings) -> list[object]:
    return [decision_key(decision) for decision in decide_all(readings).values()]


@cache
def deciding() -> tuple[str, ...]:
    """The readings that decide on a case. The others decide which case somebody is in, or who is notified."""
    return tuple(one for one in READINGS if _keys(turn_readings(STRICT, one)) != _keys(STRICT))


BASES = pytest.mark.parametrize("base", [STRICT, LOOSE], ids=["strict", "loose"])


# --- Rules -----------------------------------------------------------------------------------------------------------


def gists_of(readings: Readings) -> dict[str, Words]:
    """Each rule in one line."""
    texts = {clause.value: text for clause, text in V2023_04.texts(readings).items()}
    return {rule: text.gist for rule, text in (texts | {**V2023_04.uncited(readings)}).items()}


def do_differ(before: Words, after: Words) -> bool:
    """Whether two texts differ; if so, in both languages."""
    languages = {one != other for one, other in zip(before, after, strict=True)}
    assert len(languages) == 1, (before, after)
    return languages == {True}


SAID_IN_ENGLISH = {
    "除外": ("but ", "except"),
    "除非": ("unless",),
    "无论": ("whatever", "whichever"),
    "只": ("only", "alone", "does nothing else", "as soon as"),
    "包括本人": ("the owner included",),
    "不含": ("without",),
    "任何形式": ("in whatever form",),
    "列表": ("list",),
    "推荐": ("recommend",),
    "搜索": ("find", "found", "search", "hit"),
    "导出": ("export",),
    "联系渠道": ("channel",),
    "真实姓名": ("real name", "with name"),
    "真实手机号码": ("real number", "real mobile number", "real one"),
    "邮箱地址": ("e-mail address",),
    "个人主页": ("homepage",),
    "称呼": ("display name",),
    "头像": ("avatar",),
    "归属地": ("IP region",),
    "附件简历": ("attachment",),
    "视频简介": ("video",),
    "投递记录": ("delivery record",),
    "分机": ("extension",),
    "集团": ("group",),
    "别名": ("alias",),
    "标点": ("punctuation",),
    "编号": ("id",),
    "平台提供": ("the platform states",),
    "不能自选": ("does not choose",),
    "本人所在的高校": ("student's own school",),
    "高校要求": ("school requires",),
    "其服务需要": ("its service needs",),
    "单独同意": ("consent",),
    "法律要求": ("order of the law",),
    "可撤回": ("can be withdrawn",),
    "之后的行为": ("later act",),
    "收回": ("recalls",),
    "本人可以得知": ("the owner can be informed",),
    "微信服务号": ("WeChat",),
    "退订": ("opting out",),
    "客服": ("support agent", "whoever handles"),
    "访问记录": ("record",),
    "能载入": ("loads",),
    "调用栈": ("traceback",),
}
"""Words of Chinese gists that name a condition, a thing or somebody, each with the English words that say so."""


@pytest.mark.parametrize("readings", [STRICT, LOOSE, *(turn_readings(STRICT, one) for one in READINGS)])
def test_an_english_gist_leaves_no_condition_out(readings: Readings) -> None:
    """What a Chinese gist names, the English one names too: a reader of either knows the whole rule."""
    unsaid = [
        (rule, word)
        for rule, gist in gists_of(readings).items()
        for word, english in SAID_IN_ENGLISH.items()
        if word in gist.zh and not any(one in gist.en for one in english)
    ]
    assert unsaid == []


def test_each_word_of_a_condition_is_in_some_gist() -> None:
    """Each of the words is looked for somewhere."""
    said = [
        gist.zh
        for readings in (STRICT, *(turn_readings(STRICT, one) for one in READINGS))
        for gist in gists_of(readings).values()
    ]
    assert [word for word in SAID_IN_ENGLISH if not any(word in one for one in said)] == []


CHOICES = [(one.rule, one.changed_by) for one in V2023_04.readings() if isinstance(one.changed_by, str)]


@BASES
@pytest.mark.parametrize(("rule", "reading"), CHOICES)
def test_a_rule_says_how_it_is_read(base: Readings, rule: str, reading: str) -> None:
    """A rule whose reading is chosen otherwise states something else, in both languages."""
    assert do_differ(gists_of(base)[rule], gists_of(turn_readings(base, reading))[rule])


READINGS_ON_ACTIONS = ("chat_only_forbids_export", "application_grants_export", "lists_follow_visibility")
"""The readings that open an action: other clauses give for it what they give for any."""
UNCHANGED_GISTS = {
    Clause.CONTACT_2: "it says that text follows the grant, whatever that is",
    Clause.PHONE_1: "of a school it says that another rule may name the number to it, and CAMPUS-2 does or does not",
}
"""Clauses whose words hold on both sides of a reading that changes for what they are cited."""


def items_by_clause(decision: Decision) -> dict[Clause, set[object]]:
    """For what each clause is cited, in a decision."""
    found = defaultdict[Clause, set[object]](set)
    for given, items in (
        ((True, decision.given), (False, decision.refused)) if isinstance(decision, Grant) else ()
    ):
        for item, clauses in items:
            for clause in clauses:
                found[clause].add((given, item))
    for clause in decision.refused_by if isinstance(decision, Refusal) else ():
        found[clause].add(False)
    return found


@BASES
@each("reading", lambda: [one for one in deciding() if one not in READINGS_ON_ACTIONS])
def test_a_clause_says_for_what_it_is_cited(base: Readings, reading: str) -> None:
    """A clause that is cited for something else under another reading states something else."""
    other, moved = turn_readings(base, reading), set[Clause]()
    for facts, before in decide_all(base).items():
        was, is_ = items_by_clause(before), items_by_clause(decide_all(other)[facts])
        moved |= {clause for clause in was | is_ if was.get(clause) != is_.get(clause)}
    assert moved
    texts, others = V2023_04.texts(base), V2023_04.texts(other)
    same = {clause for clause in moved if texts[clause] == others[clause]}
    assert same <= UNCHANGED_GISTS.keys()
    assert Clause.PHONE_1 not in same or reading == "school_gets_no_contact"


@BASES
@pytest.mark.parametrize("reading", READINGS_ON_ACTIONS)
def test_a_clause_says_which_actions_it_opens(base: Readings, reading: str) -> None:
    """A clause that opens an action under one reading alone states something else under the other."""
    other, opening = turn_readings(base, reading), set[Clause]()
    for facts, before in decide_all(base).items():
        was, is_ = (_openers(decision, facts.action) for decision in (before, decide_all(other)[facts]))
        opening |= was ^ is_
    assert opening
    assert all(V2023_04.texts(base)[clause] != V2023_04.texts(other)[clause] for clause in opening)


def _openers(decision: Decision, action: Action) -> set[Clause]:
    return set(dict(decision.given)[action]) if isinstance(decision, Grant) else set()


class Named(NamedTuple):
    """What a rule names: in words of its one line, and by whether the table gives it to such a viewer, in such cases.

    A rule names what is given, or, if `is_kept`, what is not given.
    """

    clause: Clause
    words: Words
    kind: ViewerKind
    item: Item
    standing: Standing = Standing.APPLIED
    document: Document = Document.RESUME
    action: Action | None = None
    visibility: Visibility | None = None
    is_kept: bool = False

    def is_given(self, readings: Readings) -> bool:
        """Whether the table gives it in any of these cases."""
        return any(
            self.item in items_of(decision)
            for facts, decision in decide_all(readings).items()
            if (facts.document, facts.kind, facts.standing) == (self.document, self.kind, self.standing)
            if self.action in (None, facts.action) and self.visibility in (None, facts.visibility)
        )


_COMPANIES, _AGENCIES = (
    Words("companies applied to", "收到投递的公司"),
    Words("agencies applied to", "猎头公司"),
)
NAMED = (
    Named(
        clause=Clause.MODE_2,
        words=Words(", exported", "、导出"),
        kind=ViewerKind.RECRUITER,
        item=Action.EXPORT,
        standing=Standing.NONE,
        visibility=Visibility.CHAT_ONLY,
    ),
    Named(
        clause=Clause.PARTS_1,
        words=Words("with the e-mail address", "，展示邮箱地址"),
        kind=ViewerKind.RECRUITER,
        item=Part.EMAIL,
        standing=Standing.NONE,
    ),
    Named(Clause.APPLY_1, Words("the contact details", "和联系方式"), ViewerKind.RECRUITER, Part.MOBILE),
    Named(
        Clause.APPLY_3, Words("recruiters and headhunters", "招聘者和猎头"), ViewerKind.HEADHUNTER, Part.VIDEO
    ),
    Named(
        Clause.APPLY_4,
        Words("the attachments and the video", "、附件简历和视频简介"),
        ViewerKind.MAILBOX,
        Part.VIDEO,
    ),
    Named(
        Clause.APPLY_7, Words("and contact details", "，并展示联系方式"), ViewerKind.HEADHUNTER, Part.MOBILE
    ),
    Named(Clause.PHONE_1, _COMPANIES, ViewerKind.RECRUITER, Part.MOBILE),
    Named(Clause.PHONE_1, _AGENCIES, ViewerKind.HEADHUNTER, Part.MOBILE),
    Named(Clause.CONTACT_1, _COMPANIES, ViewerKind.RECRUITER, Part.HOMEPAGE),
    Named(Clause.CONTACT_1, _AGENCIES, ViewerKind.HEADHUNTER, Part.HOMEPAGE),
    Named(Clause.CONTACT_1, Words("the school", "高校"), ViewerKind.SCHOOL, Part.HOMEPAGE),
    Named(
        clause=Clause.CONTACT_1,
        words=Words("shown where e-mail is a channel", "可用邮箱联系时展示邮箱地址"),
        kind=ViewerKind.RECRUITER,
        item=Part.EMAIL,
        standing=Standing.NONE,
    ),
    Named(
        clause=Clause.CHAT_1,
        words=Words("and avatar", "和头像"),
        kind=ViewerKind.RECRUITER,
        item=Part.AVATAR,
        action=Action.CHAT,
    ),
    Named(
        clause=Clause.COMMUNITY_1,
        words=Words("and the latest position", "和最近职位"),
        kind=ViewerKind.COMMUNITY_MEMBER,
        item=Part.LATEST_POSITION,
        standing=Standing.NONE,
    ),
    Named(
        clause=Clause.CAMPUS_2,
        words=Words("contact details", "联系方式"),
        kind=ViewerKind.SCHOOL,
        item=Part.HOMEPAGE,
        is_kept=True,
    ),
    Named(
        clause=Clause.CAMPUS_2,
        words=Words("other people's data", "他人信息"),
        kind=ViewerKind.SCHOOL,
        item=Part.FAMILY,
        document=Document.FORM,
        is_kept=True,
    ),
)


@BASES
@pytest.mark.parametrize(
    "named", NAMED, ids=lambda named: f"{named.clause.value} {named.kind.value} {named.item.value}"
)
def test_a_rule_names_what_the_table_gives(base: Readings, named: Named) -> None:
    """Whichever reading is chosen otherwise, a rule names what it is about exactly if the table gives that, or keeps it."""
    for readings in (base, *(turn_readings(base, reading) for reading in READINGS)):
        is_named = named.is_given(readings) is not named.is_kept
        gist = V2023_04.texts(readings)[named.clause].gist
        assert [words in said for words, said in zip(named.words, gist, strict=True)] == [is_named, is_named]


@each(("rule", "reading"), lambda: [choice for choice in CHOICES if choice[1] in deciding()])
def test_no_rule_says_of_a_reading_what_is_not_held_to_the_table(rule: str, reading: str) -> None:
    """Of each reading that decides on a case, the words of its rule are compared with the table: here, or for APPLY-5 below."""
    other = turn_readings(STRICT, reading)
    moved = {named.clause.value for named in NAMED if named.is_given(STRICT) is not named.is_given(other)}
    assert rule in moved | {"APPLY-5"}


@BASES
@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action.EXPORT, Words("export", "导出")),
        (Action.SEARCH, Words("search", "搜索")),
        (Action.RECOMMEND, Words("recommendation", "推荐")),
    ],
)
def test_APPLY_5_names_the_actions_that_an_application_opens(
    base: Readings, action: Action, words: Words
) -> None:
    """Of an action it says that an application opens it, or that the visibility still decides: as the table does of a private resume."""
    for readings in (base, *(turn_readings(base, reading) for reading in READINGS)):
        opened = Named(
            Clause.APPLY_5, words, ViewerKind.RECRUITER, action, visibility=Visibility.PRIVATE
        ).is_given(readings)
        gist = V2023_04.texts(readings)[Clause.APPLY_5].gist
        for said, word, end in zip(gist, words, (";", "；"), strict=True):
            opens, _, follows = said.partition(end)
            assert (word in opens, word in follows) == (opened, not opened)


SAID: dict[str, tuple[str, Words, bool]] = {
    "future_block_holds": ("BLOCK-2", Words("holds at once", "立即生效"), True),
    "client_blocks_headhunter": (
        "BLOCK-3",
        Words("or any of its clients", "或其任何一家客户公司被屏蔽"),
        True,
    ),
    "unidentified_company_is_blocked": ("BLOCK-4", Words("counts as blocked", "就视为被屏蔽"), True),
    "block_holds_at_same_instant": ("APPLY-6", Words("same instant, the block", "时刻以屏蔽为准"), True),
    "withdrawn_application_is_void": ("APPLY-8", Words("no longer counts", "不再有效"), True),
    "lists_make_no_notices": ("NOTICE-1", Words("found it in a list", "在推荐或搜索中看到"), False),
    "headhunters_and_schools_make_notices": ("NOTICE-1", Words("schools aside", "不包括猎头和高校"), False),
}
"""By reading that decides no case: its rule, words of its one line, and on which side of the reading they are there."""
OF_STANDING = {"headhunters_are_verified", "application_stays_with_company"}
"""Readings that decide no case either; GATE-4 and APPLY-7 below say what is said of them."""


def test_of_every_reading_something_is_said() -> None:
    """A reading that decides no case is among those whose words are known."""
    assert SAID.keys() | OF_STANDING == {*READINGS} - {*deciding()}


@BASES
@pytest.mark.parametrize("reading", SAID)
def test_a_rule_says_on_which_side_it_is_read(base: Readings, reading: str) -> None:
    """A rule about acts or notices says, in both languages, what holds on the side that the platform chose."""
    rule, words, side = SAID[reading]
    for chosen in (base, turn_readings(base, reading)):
        is_said = getattr(chosen, reading) is side
        said = zip(words, gists_of(chosen)[rule], strict=True)
        assert [phrase in gist for phrase, gist in said] == [is_said, is_said]


@BASES
@pytest.mark.parametrize("follow", [True, False])
def test_MODE_4_says_whether_an_application_lets_be_found(base: Readings, *, follow: bool) -> None:
    """MODE-4, APPLY-5: of a private resume it says that nobody finds it, or that nobody does without an application."""
    readings = attrs.evolve(base, lists_follow_visibility=follow)
    found = {
        facts.standing
        for facts, decision in decide_all(readings).items()
        if facts.visibility is Visibility.PRIVATE and facts.kind is ViewerKind.RECRUITER
        if Action.SEARCH in items_of(decision)
    }
    gist = V2023_04.texts(readings)[Clause.MODE_4].gist
    assert (" finds it, or views it unless" in gist.en, "找不到；" in gist.zh) == (not found, not found)


@BASES
@pytest.mark.parametrize("verified", [True, False])
def test_GATE_4_says_what_headhunters_have_to_do(base: Readings, *, verified: bool) -> None:
    """They stand among those who are verified in full, or among those who have to sign in, and nowhere else."""
    readings = attrs.evolve(base, headhunters_are_verified=verified)
    for said, ends, headhunters in zip(
        V2023_04.texts(readings)[Clause.GATE_4].gist, ("; ", "；"), ("headhunters", "猎头"), strict=True
    ):
        full, signed_in = said.split(ends)
        assert (headhunters in full, headhunters in signed_in) == (verified, not verified)


def test_CAMPUS_2_says_that_files_alone_are_kept() -> None:
    """Where a school gets contact details and other people's data, nothing but the files is left to name."""
    gist = V2023_04.texts(LOOSE)[Clause.CAMPUS_2].gist
    assert "requires it, without files (" in gist.en
    assert gist.zh.endswith("，不含文件")


# --- Statements ------------------------------------------------------------------------------------------------------


def on_one_case(readings: Readings) -> Iterator[Statement]:
    """The statements on one case at a time, but for the owner's, which wants every case there is."""
    for statement in V2023_04.statements(readings):
        if statement.name != "owner" and not set(BETWEEN_CASES).intersection(statement.rules):
            yield statement


@cache
def forbidden_by(readings: Readings) -> dict[str, tuple[Words, frozenset[tuple[Facts, Words]]]]:
    """Each of these statements: its words, and what it finds if everybody were given everything."""
    space = OpenSpace(readings, everything=True)
    return {one.name: (one.words, frozenset(one.breaches(space))) for one in on_one_case(readings)}


BY_AN_APPLICATION = {"real number", "attachments", "video", "chat only", "what a mode shows", "e-mail"}
"""Statements that speak of what is given by an application, for whichever actions one opens."""
CHECKED_ALIKE = {
    "chat_only_forbids_export": {"named actions"},
    "application_grants_export": {"named actions", *BY_AN_APPLICATION},
    "lists_follow_visibility": {"named actions", *BY_AN_APPLICATION},
}
"""By reading, the statements whose words hold on both sides, though what they let pass differs: an action that a clause opens."""
STATED_OTHERWISE = {
    "headhunters_are_verified": {"verified"},
    "application_stays_with_company": {"real number", "attachments", "headhunters only", "private", "e-mail"},
}
"""By reading that decides which case somebody is in, the statements that say so."""


@BASES
@pytest.mark.parametrize("reading", READINGS)
def test_a_statement_says_what_it_checks(base: Readings, reading: str) -> None:
    """A statement that lets something else pass under another reading says something else, in both languages."""
    other = forbidden_by(turn_readings(base, reading))
    for name, (words, found) in forbidden_by(base).items():
        otherwise, found_otherwise = other[name]
        if do_differ(words, otherwise):
            assert found != found_otherwise or name in STATED_OTHERWISE.get(reading, ())
        else:
            assert found == found_otherwise or name in CHECKED_ALIKE.get(reading, ())


@each(("one", "two"), lambda: combinations(deciding(), 2))
def test_any_two_readings_otherwise_are_no_violation(one: str, two: str) -> None:
    """What each statement says holds of a policy that chose any two readings otherwise."""
    readings = turn_readings(STRICT, one, two)
    space = OpenSpace(readings, everything=False)
    assert [
        statement.name for statement in on_one_case(readings) if any(True for _ in statement.breaches(space))
    ] == []


def test_a_statement_is_the_same_object_while_the_readings_are() -> None:
    """Equal readings have the very same statements, whoever asks first."""
    assert V2023_04.statements(STRICT) == V2023_04.statements(Readings())


def test_who_is_not_verified_is_said_as_it_is_read() -> None:
    """A case in words does not call a headhunter verified, whom a platform may only let sign in; nor whoever never is."""
    said = {facts.kind: describe_facts(facts) for facts in open_cases() if facts.qualified}
    assert said[ViewerKind.RECRUITER].startswith("recruiter, signed in and verified, ")
    assert said[ViewerKind.HEADHUNTER].startswith("headhunter, signed in and verified as required, ")
    assert said[ViewerKind.SUPPORT_AGENT].startswith("support agent, signed in, ")
    assert said[ViewerKind.COMMUNITY_MEMBER].startswith("community member, signed in, ")


def words_of(chosen: Readings) -> dict[str, Words]:
    """What statements and clauses say, by their names."""
    statements = {statement.name: statement.words for statement in V2023_04.statements(chosen)}
    return statements | {clause.value: text.gist for clause, text in V2023_04.texts(chosen).items()}


def test_APPLY_7_the_group_is_named_exactly_where_an_application_is_for_it() -> None:
    """No statement and no clause speaks of groups where an application stays with its company; those on applications do otherwise."""
    by_group = turn_readings(STRICT, "application_stays_with_company")
    agencies, on_contact = turn_readings(by_group, "agency_gets_no_number"), ("real number", "e-mail")
    alone = turn_readings(STRICT, "agency_gets_no_number")
    named = {name for name, words in words_of(by_group).items() if "group" in words.en}
    assert named == {
        *("attachments", "headhunters only", "private", *on_contact),
        *("APPLY-1", "APPLY-2", "APPLY-7", "PHONE-1", "CONTACT-1"),
    }
    for chosen, expected in (
        *((STRICT, set[str]()), (alone, set[str]())),
        *((by_group, named), (agencies, named)),
    ):
        said = words_of(chosen)
        assert {name for name, words in said.items() if "group" in words.en} == expected
        assert {name for name, words in said.items() if "集团" in words.zh} == expected
    said = words_of(agencies)
    assert {(said[name].en.count("group"), said[name].zh.count("集团")) for name in on_contact} == {(2, 2)}


@pytest.mark.parametrize("hides", [True, False])
def test_COMMUNITY_1_the_gist_names_both_nicknames(hides: bool) -> None:
    """Whoever reads why the community sees a real name reads that the candidate chose it there, and that members sign in."""
    gist = V2023_04.texts(Readings(community_hides_position=hides))[Clause.COMMUNITY_1].gist
    assert "the real name or Mr./Ms. X, a choice of its own" in gist.en
    assert "signed in" in gist.en
    assert "真实姓名或“X先生/女生”，由求职者另行选择" in gist.zh
    assert "已登录" in gist.zh


_REFUSED = {
    Clause.APPLY_4: (Words("does nothing else", "只能查看"), "a mailbox exports nothing"),
    Clause.CHAT_1: (
        Words("may chat", "才能在线沟通"),
        "a company that is in no conversation may not begin one",
    ),
    Clause.CAMPUS_1: (Words("to no other", "不给其他公司"), "another company is shown no form"),
    Clause.COMMUNITY_1: (Words("signed in", "已登录"), "a member who did not sign in is shown nothing"),
    Clause.SHARE_1: (Words("does not export", "不能导出"), "a recipient exports nothing"),
    Clause.SUPPORT_1: (Words("open case", "案件进行期间"), "an agent without a case is shown nothing"),
}


@pytest.mark.parametrize("clause", _REFUSED)
@BASES
def test_a_rule_that_refuses_says_why(base: Readings, clause: Clause) -> None:
    """Where a rule refuses somebody who did not meet it, its gist says what they would have to meet, in both languages."""
    words, _ = _REFUSED[clause]
    gist = V2023_04.texts(base)[clause].gist
    assert words.en in gist.en
    assert words.zh in gist.zh
