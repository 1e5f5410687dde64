"""The command line for the officer: verify, compare, who-sees, settings, and Chinese."""

import json
import re
import shlex
from datetime import UTC, datetime, timedelta
from errno import EIO
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import attrs
import pytest

from each import each
from resume_visibility import (
    POLICY_2023_04,
    CommunityMember,
    Company,
    Language,
    NameDisplay,
    Owner,
    Part,
    Recommender,
    Recruiter,
    Viewer,
    Visibility,
    Visitor,
    dump_resume,
    explain,
    load_form,
    load_resume,
    load_viewer,
)
from resume_visibility.__main__ import BAD_INPUT, NOT_KEPT, NOT_SHOWN, SHOWN, main
from resume_visibility.cli.notes import note_of_later_acts, note_of_unnamed
from resume_visibility.cli.policies import policies_of
from resume_visibility.cli.printing import explain_lines
from resume_visibility.cli.viewers import SHORT_FORMS, ids_in
from resume_visibility.cli.words import clause_in_words
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.model.instants import FIRST, LAST
from resume_visibility.model.parts import PARTS_OF, Channel, Document
from resume_visibility.policy import V2023_04
from resume_visibility.policy.acts import Act, ActKind
from resume_visibility.policy.decisions import ITEMS
from resume_visibility.policy.explanation import ActChange, BlockChange, Change, Explanation
from resume_visibility.policy.facts import CANDIDATE_FACTS, VIEWER_FACTS, ViewerFacts
from resume_visibility.policy.matrix import FORM_ROWS, OTHER_GROUNDS, ROWS
from resume_visibility.policy.words import WORDS, describe_facts, fact_in_words, label_item

DATA = Path(__file__).parents[1] / "examples" / "data"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code of a command, and what it prints."""
    code = main(arguments)
    return code, capsys.readouterr().out


def test_verify_says_that_every_statement_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """The policy as it is keeps every statement, and the command exits with 0."""
    code, text = printed(capsys, "verify")
    assert code == SHOWN
    statements = len(POLICY_2023_04.statements)
    cases = sum(len(CANDIDATE_FACTS[viewer.document]) for viewer in VIEWER_FACTS)
    assert text == f"policy 2023-04: {statements} statements on {cases} cases, 0 not kept\n"


def test_verify_says_which_statement_is_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """A policy of one's own that overlooks blocks is named with the statement and a case, and the command exits with 4."""
    code, text = printed(capsys, "verify", "policies:BLIND")
    assert code == NOT_KEPT
    assert "policy blind: " in text
    assert "blocked (BLOCK-1, ORDER-1): a blocked company is given nothing." in text


AT = "2026-07-01T08:00:00+08:00"
BY_POLICY = {
    "view": f"view {DATA / 'engineer.json'} --as {DATA / 'viewers' / 'acme-recruiter.json'} --at {AT}",
    "explain": f"explain {DATA / 'engineer.json'} --as {DATA / 'viewers' / 'acme-recruiter.json'}",
    "difference": f"difference {DATA / 'engineer.json'} {DATA / 'settings' / 'chat-only.json'}",
    "audience": f"audience {DATA / 'engineer.json'} --at {AT}",
    "who-sees": "who-sees work",
    "matrix": "matrix",
}
"""Commands that answer otherwise under a policy that shows nothing."""


@each("command", sorted(BY_POLICY))
def test_a_command_decides_by_the_policy_that_it_is_given(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that decides takes a policy of one's own."""
    written = shlex.split(BY_POLICY[command])
    assert decided(capsys, *written) != decided(capsys, *written, "--policy", "policies:CLOSED")
    assert decided(capsys, *written) == decided(capsys, *written, "--policy", "2023-04")


def decided(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """What a command prints but for the line that names policy and instant."""
    code, text = printed(capsys, *arguments)
    return code, [line for line in text.splitlines() if not line.startswith("decided by")]


@each(
    ("asked", "last"),
    [
        (("--at", "2026-07-01T08:00:00+08:00"), "decided by policy 2023-04, at 2026-07-01T08:00:00+08:00"),
        (
            ("--at", "2026-07-01T00:00:00Z", "--policy", "policies:CLOSED", "--language", "zh"),
            "按隐私条款 closed 判定，时间 2026-07-01T00:00:00+00:00",
        ),
    ],
)
def test_what_is_printed_says_by_which_policy_and_when(
    asked: tuple[str, ...], last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kept in a file, an explanation, an audience or a difference is of one policy and one instant."""
    whole, settings = str(DATA / "engineer.json"), str(DATA / "settings" / "chat-only.json")
    commands = (
        ("explain", whole, "--as", "visitor"),
        ("audience", whole),
        ("difference", whole, settings),
        ("settings", settings, settings),
    )
    for command in commands:
        assert printed(capsys, *command, *asked)[1].splitlines()[-1] == last
        unless_given = printed(capsys, *command)[1].splitlines()[-1]
        before, at = unless_given.split(", at ")
        assert before == "decided by policy 2023-04"
        assert datetime.now(UTC) - datetime.fromisoformat(at) < timedelta(minutes=5)
        assert at.endswith("+08:00")  # the day of the platform, and of whoever files it


@each("language", Language)
def test_the_exit_code_of_audience_says_whether_anybody_is_shown_anything(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script asks for nothing else than the code, in whatever language its user reads."""
    asked = ("--language", language.value, "audience", str(DATA / "engineer.json"), "--at", AT)
    assert printed(capsys, *asked)[0] == SHOWN
    assert printed(capsys, *asked, "--policy", "policies:CLOSED")[0] == NOT_SHOWN


@each("part", Part)
def test_a_part_is_named_in_either_language(part: Part, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever reads Chinese names a part by the word that the help has for it."""
    assert printed(capsys, "who-sees", WORDS[part].zh) == printed(capsys, "who-sees", part.value)


def test_missing_and_settings_take_a_policy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The required fields are those of the policy; so is what a change of settings shows."""
    (tmp_path / "draft.json").write_text(
        '{"id": "r", "candidate": "c", "basics": {}, "settings": {"blocks": []}}'
    )
    draft = ("missing", str(tmp_path / "draft.json"))
    assert printed(capsys, *draft)[1] != printed(capsys, *draft, "--policy", "policies:LENIENT")[1] == ""
    (tmp_path / "old.json").write_text('{"resume_permission": true, "chat_permission": true, "blocks": []}')
    (tmp_path / "new.json").write_text('{"visibility": "chat_only"}')
    change = ("settings", str(tmp_path / "old.json"), str(tmp_path / "new.json"), "--patch")
    assert printed(capsys, *change) != printed(capsys, *change, "--policy", "policies:EXPORTED")


def test_an_export_is_by_the_policy_that_it_is_given(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """EXPORT-1: whoever has a policy of their own exports by it, and the row names it."""
    (tmp_path / "in.jsonl").write_bytes(dump_resume(load_resume((DATA / "engineer.json").read_bytes())))
    asked = ["export", str(tmp_path / "in.jsonl"), "--format", "jsonl", "--out", str(tmp_path / "out")]
    asked += ["--as", str(DATA / "viewers" / "acme-recruiter.json"), "--policy", "policies:EXPORTED"]
    assert printed(capsys, *asked) == (SHOWN, "written: 1\n")
    assert json.loads((tmp_path / "out").read_bytes())["policy"] == "exported"


@pytest.mark.parametrize("written", ["2024-01", "nowhere:POLICY", "policies:MISSING", "policies:NO_POLICY"])
def test_what_is_no_policy_is_refused(capsys: pytest.CaptureFixture[str], written: str) -> None:
    """A version that there is not, a module, a name or a value that is none: the command says what would be right."""
    assert main(["verify", written]) == BAD_INPUT
    assert capsys.readouterr().err.startswith("invalid policy, 1 problem(s):\n  POLICY: expected ")


def test_compare_groups_what_changes(capsys: pytest.CaptureFixture[str]) -> None:
    """What one reading changes is listed by viewer and action, with the number of cases."""
    code, text = printed(capsys, "compare", "2023-04", "policies:EXPORTED")
    assert code == SHOWN
    assert "readings that differ: chat_only_forbids_export" in text
    assert "shows less in 0 cases" in text
    assert "recruiter views a resume, " in text
    assert "recruiter exports a resume, " in text
    assert "+action export" in text


def test_a_reading_is_turned_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever asks what another reading changes needs no module: its field is written behind the version."""
    code, text = printed(capsys, "compare", "2023-04", "2023-04:chat_only_forbids_export")
    assert code == SHOWN
    _, own = printed(capsys, "compare", "2023-04", "policies:EXPORTED")
    assert text == own
    _, back = printed(capsys, "compare", "2023-04:mailbox_waits,agency_gets_no_number", "2023-04")
    assert back.splitlines()[0] == "readings that differ: mailbox_waits, agency_gets_no_number"
    assert "; becomes: No: " in back.splitlines()[1]
    command = ("explain", str(DATA / "engineer.json"), "--as", "visitor", "--policy", "2023-04:mailbox_waits")
    assert (
        printed(capsys, *command)[1].splitlines()[-1].startswith("decided by policy 2023-04:mailbox_waits, ")
    )


def test_readings_make_one_policy_in_whichever_order_they_are_named() -> None:
    """Views, records and caches name a policy by its version: two orders of the same readings are one policy, and have one version."""
    one, other, alone = policies_of(
        {
            "OLD": "2023-04:mailbox_waits,agency_gets_no_number,chat_shows_avatar",
            "NEW": "2023-04:chat_shows_avatar,agency_gets_no_number,mailbox_waits",
            "--policy": "2023-04:mailbox_waits",
        }
    )
    by_id, by_name = policies_of(
        {"NEW": "2023-04:CHAT-1/1，APPLY-4/1", "OLD": "2023-04:chat_shows_avatar,mailbox_waits"}
    )
    assert (by_id.version, by_id.readings) == (by_name.version, by_name.readings)
    assert one.readings == other.readings
    assert one.version == other.version == "2023-04:mailbox_waits,agency_gets_no_number,chat_shows_avatar"
    assert alone.version == "2023-04:mailbox_waits"


@each(
    ("written", "english", "chinese"),
    [
        ("2023-04:", "1 unknown", "有 1 个无法识别"),
        ("2023-04:APPLY-4/9", "1 unknown", "有 1 个无法识别"),
        ("2023-04:mailbox_waits,", "1 unknown", "有 1 个无法识别"),
        ("2023-04:mailbox_waits,mailbox_waits,x", "1 unknown", "有 1 个无法识别"),
        (
            "2023-04:mailbox_wait,x",
            "2 unknown: mailbox_wait (did you mean mailbox_waits?), 1 more",
            "有 2 个无法识别：mailbox_wait（是否为 mailbox_waits？），另有 1 个",
        ),
    ],
)
def test_what_is_no_reading_is_not_turned(
    written: str, english: str, chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that no reading has is refused with those that there are, and with the one that it resembles."""
    assert main(["compare", "2023-04", written]) == BAD_INPUT
    error = capsys.readouterr().err
    assert f"NEW: expected readings of 2023-04, with a comma between two; {english}; known: headhu" in error
    assert main(["compare", "2023-04", written, "--language", "zh"]) == BAD_INPUT
    error = capsys.readouterr().err
    assert (
        f"NEW：应为 2023-04 的解读，两个之间用逗号；{chinese}；可用的解读：headhunters_are_verified、"
        in error
    )


@each(
    ("names", "twice"),
    [
        (("mailbox_waits",) * 2, ("mailbox_waits",)),
        (("chat_shows_avatar", "mailbox_waits") * 2, ("mailbox_waits", "chat_shows_avatar")),
        (("mailbox_waits", "chat_shows_avatar", "mailbox_waits"), ("mailbox_waits",)),
    ],
)
def test_a_reading_is_turned_once(
    names: tuple[str, ...], twice: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """To turn a reading twice would turn it back: whoever names it twice learns which one it is."""
    written = f"2023-04:{','.join(names)}"
    assert main(["compare", "2023-04", written]) == BAD_INPUT
    assert capsys.readouterr().err == (
        f"invalid policy, 1 problem(s):\n  NEW: expected each reading once; named twice: {', '.join(twice)}\n"
    )
    assert main(["compare", "2023-04", written, "--language", "zh"]) == BAD_INPUT
    assert f"  NEW：解读重复：{'、'.join(twice)}；每处只写一次\n" in capsys.readouterr().err


def test_a_reading_that_no_case_counts_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody takes it for a reading that changes nothing: `compare` says what it changes."""
    turned = ("2023-04", "2023-04:withdrawn_application_is_void,lists_make_no_notices")
    _, text = printed(capsys, "compare", *turned)
    assert (
        "\n  withdrawn_application_is_void changes which case somebody is in: it is counted in no case\n"
        in text
    )
    assert "\n  lists_make_no_notices changes who is notified: it is counted in no case\n" in text
    _, text = printed(capsys, "compare", *turned, "--language", "zh")
    assert "；改为：有效：发出的就是发出了（改变的是归入哪种情形，不计入以下情形数）\n" in text
    assert "；改为：每次都告知（改变的是告知谁，不计入以下情形数）\n" in text


def test_compare_asks_in_chinese_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    """In Chinese the readings that differ are the questions that they settle, as in the policy book."""
    _, text = printed(capsys, "compare", "policies:EXPORTED", "2023-04", "--language", "zh")
    [question] = [
        f"{reading.id}：{reading.question.zh}"
        for reading in V2023_04.readings()
        if reading.changed_by == "chat_only_forbids_export"
    ]
    lines = text.splitlines()
    sides = "原为：允许，与另外两种公开状态一样；改为：不允许：这里没有“导出”二字，“存储”不是导出"
    assert lines[:2] == ["不同的解读：", f"  {question}{sides}"]
    assert "chat_only_forbids_export" not in text
    assert any(line.startswith("  招聘者导出在线简历，") for line in lines)
    assert any(line.endswith("、所在地区；-操作 收到推荐、搜索、查看、导出") for line in lines)
    _, text = printed(capsys, "compare", "2023-04", "2023-04", "--language", "zh")
    assert text.splitlines()[0] == "不同的解读：无"


def groups_of(text: str) -> dict[str, tuple[int, list[int], set[str]]]:
    """What `compare` prints under each heading: the number of cases in it, those of each line, and the signs of what changes."""
    found = dict[str, tuple[int, list[int], set[str]]]()
    for line in text.splitlines():
        if heading := re.fullmatch(r"shows (more|less) in (\d+) cases", line):
            found[heading[1]] = int(heading[2]), [], set()
        elif group := re.fullmatch(r"  .+, (\d+) cases: (.+)", line):
            _, cases, signs = found[[*found][-1]]
            cases.append(int(group[1]))
            signs |= {one[0] for one in group[2].split(", ")}
    return found


def test_compare_counts_each_case_once_and_under_its_heading(capsys: pytest.CaptureFixture[str]) -> None:
    """The cases of the lines are those of the heading together, and what one policy shows more, the other shows less."""
    _, text = printed(capsys, "compare", "2023-04", "policies:EXPORTED")
    _, back = printed(capsys, "compare", "policies:EXPORTED", "2023-04")
    forth, back_again = groups_of(text), groups_of(back)
    cases, lines, _ = forth["more"]
    assert sum(lines) == cases > 0
    assert forth == {"more": (cases, lines, {"+"}), "less": (0, [], set())}
    assert back_again == {"more": (0, [], set()), "less": (cases, lines, {"-"})}


def test_compare_lists_every_case_where_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """With --all each case is a line of its own."""
    _, brief = printed(capsys, "compare", "2023-04", "policies:EXPORTED")
    _, every = printed(capsys, "compare", "2023-04", "policies:EXPORTED", "--all")
    assert len(every.splitlines()) > len(brief.splitlines())
    assert "to export a resume of mode chat_only" in every


@pytest.mark.parametrize("part", Part)
def test_who_sees_every_part(capsys: pytest.CaptureFixture[str], part: Part) -> None:
    """Of every part there is a line for each viewer of the documents that have it, and the clauses are explained."""
    code, text = printed(capsys, "who-sees", part.value)
    assert code == SHOWN
    wanted = [f"part {part.value}"]
    on_resumes = (*ROWS, *OTHER_GROUNDS)
    for document, head, rows in ((Document.RESUME, "resume", on_resumes), (Document.FORM, "form", FORM_ROWS)):
        if part in PARTS_OF[document]:
            wanted += [head, *(f"  {row.full_label(Language.EN)}" for row in rows)]
    lines = text.splitlines()
    assert [line.partition(":")[0] for line in lines[: len(wanted)]] == wanted
    assert lines[len(wanted)] == (
        "assumed: permissions on, account open, of age, real name shown; a recipient gets only what is named; "
        "no application is later than a block"
    )
    of_name = "where the candidate shows Mr./Ms. X instead, most of these viewers are not shown the real name (NAME-1)"
    begin = len(wanted) + 1 + (part is Part.NAME)
    assert (lines[begin - 1] == of_name) is (part is Part.NAME)
    assert all(re.match("[A-Z]+-[1-9]: ", line) for line in lines[begin:-1])
    assert lines[-1] == "by policy 2023-04"
    assert "owner: OWNER-1" in text
    assert "OWNER-1: the owner sees everything" in text


@pytest.mark.parametrize("piece", ["邮箱", "手机", "真实手机号", "IT"])
def test_a_piece_of_a_word_names_the_part_that_alone_has_it(
    piece: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever does not know the whole word is answered, and the first line says about which part."""
    part = {"邮箱": Part.EMAIL, "IT": Part.IT_SKILLS}.get(piece, Part.MOBILE)
    code, text = printed(capsys, "who-sees", piece, "--language", "zh")
    assert code == SHOWN
    assert text.splitlines()[0] == f"部分 {WORDS[part].zh}"


@each(
    ("word", "part"),
    [
        ("电话", Part.MOBILE),
        ("电话号码", Part.MOBILE),
        ("联系电话", Part.MOBILE),
        ("phone", Part.MOBILE),
        ("姓名", Part.NAME),
        ("微信", Part.MESSENGER),
        ("身份证", Part.NATIONAL_ID),
        ("出生年月", Part.PROFILE),
        ("期望月薪", Part.INTENTION),
        ("学历", Part.EDUCATION),
    ],
)
def test_an_everyday_word_names_the_part_that_is_meant(
    word: str, part: Part, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the telephone of the home and not an emergency contact, whose names hold these words, and which forms alone have."""
    assert printed(capsys, "who-sees", word) == printed(capsys, "who-sees", part.value)


@each(
    ("piece", "listed"),
    [
        ("号码", "它可以指几个部分，请写明其中一个：mobile（真实手机号码）、virtual_number（虚拟号码）"),
        (
            "校内",
            "它可以指几个部分，请写明其中一个：awards（校内荣誉/获奖情况）、campus_positions（校内职务）",
        ),
        (
            "联系方式",
            "它可以指几个部分，请写明其中一个：mobile（真实手机号码）、landline（固定电话）、email（邮箱地址）、",
        ),
        ("moblie", "应为一个部分，是否为 mobile（真实手机号码）？"),
        ("", "应为一个部分：display_name（称呼）、name（真实姓名）、"),
        ("银行卡", "应为一个部分：display_name（称呼）、name（真实姓名）、"),
    ],
)
def test_what_names_no_single_part_is_answered_with_those_that_it_may_mean(
    piece: str, listed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody guesses: the parts that have the piece in their words are listed, the part that a slip resembles, or else all."""
    with pytest.raises(SystemExit) as error:
        main(["who-sees", piece, "--language", "zh"])
    assert error.value.code == BAD_INPUT
    assert f"：{listed}" in capsys.readouterr().err


def test_who_sees_the_mobile_number(capsys: pytest.CaptureFixture[str]) -> None:
    """The real number is shown to a company by its application, in every mode, and to no other (PHONE-1)."""
    _, text = printed(capsys, "who-sees", "mobile")
    assert text.startswith("part mobile\nresume: public | chat_only | headhunters | private\n")
    lines = dict(line.strip().split(": ", 1) for line in text.splitlines() if line.startswith("  "))
    assert lines["recruiter, applied to"] == "APPLY-1 | APPLY-1 | APPLY-1 | APPLY-1"
    assert lines["recruiter"] == "- (PHONE-1) | - (PHONE-1) | - (MODE-3) | - (MODE-4)"
    assert lines["headhunter, applied to"].count("PHONE-1") == 4
    assert lines["recipient, an order of the law"] == " | ".join(["SHARE-2"] * 4)
    assert lines["recipient, consent as a partner"] == " | ".join(["SHARE-3"] * 4)


def test_who_sees_a_part_by_any_action(capsys: pytest.CaptureFixture[str]) -> None:
    """A part that a policy gives in recommendations alone is no part that it withholds."""
    _, text = printed(capsys, "who-sees", "work", "--policy", "policies:LISTED")
    lines = dict(line.strip().split(": ", 1) for line in text.splitlines() if line.startswith("  "))
    assert lines["recruiter"] == "PARTS-1 | PARTS-1 | - (LAW-5) | - (LAW-5)"


def test_who_sees_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """The officer reads it in Chinese: viewers, modes and clauses."""
    _, text = printed(capsys, "who-sees", "mobile", "--language", "zh")
    modes = "公开简历（接受虚拟手机号电话沟通） | 公开简历（仅在线沟通） | 对无忧猎头公开简历 | 不公开简历"
    assert text.startswith(f"部分 真实手机号码\n在线简历：{modes}\n")
    assert "\n定制化简历\n" in text
    assert "招聘者，已收到投递：APPLY-1" in text
    assert "  招聘者：-（PHONE-1） | -（PHONE-1） | -（MODE-3） | -（MODE-4）\n" in text
    assert "APPLY-1：收到投递的公司可查看在线简历和联系方式，无论哪种公开状态" in text
    assert "recruiter" not in text
    assert (
        "\n假定：权限开启、账号有效、已达到规定年龄、展示真实姓名；接收方只得到列明的部分；屏蔽之后没有再投递\n"
        in text
    )
    assert text.endswith("\n按隐私条款 2023-04\n")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_policy_of_ones_own_cites_no_clause_for(
    capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """LAW-6: a policy that gives or refuses something by no clause can be looked at like any other, and the output says so."""
    none = {"en": "no clause", "zh": "没有引用规则"}[language]
    withheld = {"en": f"- ({none})", "zh": f"-（{none}）"}[language]
    for policy, part, cell in (
        ("UNCITED", "display_name", none),
        ("UNCITED", "mobile", withheld),
        ("SILENT", "mobile", withheld),
    ):
        _, text = printed(capsys, "who-sees", part, "--policy", f"policies:{policy}", "--language", language)
        assert " | ".join([cell] * len(Visibility)) in text
    asked = ("explain", str(DATA / "engineer.json"), "--as", "visitor", "--language", language)
    code, text = printed(capsys, *asked, "--policy", "policies:UNCITED")
    assert (code, none in text) == (SHOWN, True)
    code, text = printed(capsys, *asked, "--policy", "policies:SILENT")
    assert code == NOT_SHOWN


def test_who_sees_what_is_no_part(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown part is refused, and the parts are listed."""
    with pytest.raises(SystemExit) as exit_:
        main(["who-sees", "wallet"])
    assert exit_.value.code == BAD_INPUT
    assert "latest_position" in capsys.readouterr().err


@pytest.mark.parametrize("language", Language)
def test_explain_says_what_every_clause_states(language: Language) -> None:
    """Each clause that a ruling cites stands once with what it states."""
    viewer = load_viewer((DATA / "viewers" / "acme-recruiter.json").read_bytes())
    resume = load_resume((DATA / "engineer.json").read_bytes())
    explanation = explain(viewer, resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    cited = {clause for ruling in explanation.rulings for clause in ruling.clauses}
    lines = [line.strip() for line in explain_lines(explanation, POLICY_2023_04, language)]
    assert len(cited) > len(explanation.clauses) > 0
    for clause in cited.union(explanation.clauses):
        assert lines.count(clause_in_words(clause, POLICY_2023_04, language)) == 1


HEADINGS = {
    Language.EN: (
        *("facts", "what was done, in Beijing time", "given", "withheld"),
        *("the other clauses cited", "what the candidate could change"),
    ),
    Language.ZH: (
        *("事实", "有关的行为（北京时间）", "予以展示", "不予展示"),
        *("引用的其他规则", "求职者可以更改什么"),
    ),
}


def under_headings(explanation: Explanation, language: Language) -> dict[str, list[str]]:
    """The lines of an explanation by the heading above them."""
    found = dict[str, list[str]]()
    for line in explain_lines(explanation, POLICY_2023_04, language):
        if line.startswith("  "):
            found[[*found][-1]].append(line.removeprefix("  "))
        else:
            found[line] = []
    return found


@pytest.mark.parametrize("language", Language)
def test_explain_lists_what_is_given_apart_from_what_is_withheld(language: Language) -> None:
    """Each item that is given stands under that heading alone, and each that is withheld under the other."""
    viewer = load_viewer((DATA / "viewers" / "acme-recruiter.json").read_bytes())
    resume = load_resume((DATA / "engineer.json").read_bytes())
    explanation = explain(viewer, resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    found = under_headings(explanation, language)
    _, done, given, withheld, others, changes = HEADINGS[language]
    for heading, is_given in ((given, True), (withheld, False)):
        items = [
            label_item(ruling.item, language) for ruling in explanation.rulings if ruling.given is is_given
        ]
        assert [re.split("[:：]", line)[0] for line in found[heading]] == items != []
    assert [*found][1:] == [*HEADINGS[language]]
    assert found[done]
    assert found[others]
    assert found[changes]


@pytest.mark.parametrize("language", Language)
def test_explain_has_no_heading_with_nothing_under_it(language: Language) -> None:
    """Where nothing is shown, or nothing could change that, the explanation has no heading for it."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    explanation = explain(Visitor(), resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    assert [*under_headings(attrs.evolve(explanation, changes=()), language)][1:] == [*HEADINGS[language][:1]]


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        (Language.EN, "shown for another --action", "action chat"),
        (Language.ZH, "以其他操作仍有展示（用 --action 写明）", "操作 在线沟通"),
    ],
)
def test_explain_of_a_refusal_lists_the_actions_that_show_something(
    language: Language, heading: str, line: str
) -> None:
    """The refusal of a view alone would say nothing of a company in a running chat."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    viewer = load_viewer((DATA / "viewers" / "headhunter.json").read_bytes())
    private = attrs.evolve(resume, settings=attrs.evolve(resume.settings, visibility=Visibility.PRIVATE))
    explanation = explain(viewer, private, at=datetime(2026, 7, 1, tzinfo=UTC))
    assert not explanation.shown
    assert under_headings(explanation, language)[heading] == [line]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("engineer", "没有在其空中宣讲会投递，或该校没有要求提供"),
        ("graduate", "在其空中宣讲会投递，且该校要求提供"),
    ],
)
def test_CAMPUS_2_explain_says_of_a_school_what_was_handed_in_at_its_talk(name: str, said: str) -> None:
    """A school is not blocked, nor is anything sent to it as to a company: the fact has words of its own."""
    resume = load_resume((DATA / f"{name}.json").read_bytes())
    school = load_viewer((DATA / "viewers" / "school.json").read_bytes())
    explanation = explain(school, resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    assert f"公司或高校与简历的关系：{said}" in under_headings(explanation, Language.ZH)["事实"]


def test_explain_lists_items_in_one_order() -> None:
    """Whatever clauses withhold them, parts come first, then channels and actions, each in the order in which items are listed."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    viewer = load_viewer((DATA / "viewers" / "recipient.json").read_bytes())
    rulings = explain(viewer, resume, at=datetime(2026, 7, 1, tzinfo=UTC)).rulings
    for given in (True, False):
        items = [ruling.item for ruling in rulings if ruling.given is given]
        assert items == [item for item in ITEMS if item in items]
    assert rulings[0].given
    assert not rulings[-1].given


def test_explain_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """An explanation in Chinese has no English word but ids of clauses, and says the same."""
    arguments = ("explain", str(DATA / "graduate.json"), "--as", "recruiter:co-acme-cn")
    _, english = printed(capsys, *arguments)
    code, chinese = printed(capsys, *arguments, "--language", "zh")
    assert code == SHOWN
    assert len(chinese.splitlines()) == len(english.splitlines())
    assert chinese.splitlines()[0] == "展示"
    assert "部分 真实手机号码：APPLY-1" in chinese
    assert not any(word in chinese for word in ("shown", "facts", "part ", "fewer", "more"))


def test_explain_says_in_chinese_how_a_switch_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """A switch of the candidate's is on or off; what is no switch is so or not."""
    arguments = ("explain", str(DATA / "graduate.json"), "--as", "recommender", "--language", "zh")
    _, text = printed(capsys, *arguments)
    switches = {"  简历权限：开启", "  聊天权限：关闭", "  个性化推荐：关闭", "  简历和账号有效：是"}
    assert switches <= {*text.splitlines()}


CHANGED = (
    (Change("blocks", BlockChange.BLOCKED, False, frozenset(), frozenset({Part.NAME}), frozenset(), frozenset({"a", "b"})),
     ["  blocks -> blocked: not shown"],
     ["  屏蔽该公司：变为不展示"]),
    (Change("blocks", BlockChange.NONE, True, frozenset({Part.NAME}), frozenset(), frozenset({"a"}), frozenset({"b"})),
     ["  blocks -> none", "    more, part: name", "    more, attachments: 1", "    less, attachments: 1"],
     ["  取消全部屏蔽", "    增加部分：真实姓名", "    增加附件简历：1 份", "    减少附件简历：1 份"]),
    (Change("name_display", NameDisplay.REAL, True, frozenset({Part.NAME, Channel.CHAT}), frozenset({Part.VIDEO, Part.MOBILE}), frozenset(), frozenset()),
     ["  name_display -> real", "    more, part: name", "    more, channel: chat", "    less, part: mobile, video"],
     ["  对外展示姓名改为“真实姓名”", "    增加部分：真实姓名", "    增加联系渠道：在线沟通", "    减少部分：真实手机号码、视频简介"]),
    (Change("consents", ActChange.WITHDRAWN, False, frozenset(), frozenset({Part.NAME}), frozenset(), frozenset()),
     ["  consents -> withdrawn: not shown"],
     ["  撤回单独同意：变为不展示"]),
    (Change("conversations", ActChange.ENDED, True, frozenset(), frozenset({Part.IP_REGION}), frozenset(), frozenset()),
     ["  conversations -> ended", "    less, part: ip_region"],
     ["  结束对话", "    减少部分：IP 归属地"]),
    (Change("chat_permission", False, True, frozenset(), frozenset(), frozenset({"a", "b"}), frozenset()),
     ["  chat_permission -> false", "    more, attachments: 2"],
     ["  聊天权限改为“关闭”", "    增加附件简历：2 份"]),
)  # fmt: skip


@pytest.mark.parametrize(("change", "english", "chinese"), CHANGED)
def test_a_change_is_printed(change: Change, english: list[str], chinese: list[str]) -> None:
    """A change of the settings is printed with the items that become more and fewer, and with the number of files, never their ids."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    explanation = explain(Visitor(), resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    explanation = attrs.evolve(explanation, shown=True, changes=(change,))
    for language, lines in ((Language.EN, english), (Language.ZH, chinese)):
        assert list(explain_lines(explanation, POLICY_2023_04, language))[-len(lines) :] == lines


def test_BLOCK_3_a_headhunters_agency_is_what_would_be_blocked(capsys: pytest.CaptureFixture[str]) -> None:
    """The candidate is told to block the agency; a company would be one of its clients."""
    arguments = ("explain", str(DATA / "engineer.json"), "--as", str(DATA / "viewers" / "headhunter.json"))
    _, text = printed(capsys, *arguments, "--language", "zh", "--at", "2026-07-01T08:00:00+08:00")
    assert "  屏蔽该猎头公司：变为不展示\n" in text
    assert "屏蔽该公司" not in text


_ACTS = (
    (Act(ActKind.APPLICATION, datetime(2026, 6, 1, 17, 0, 5, tzinfo=UTC)),
     "application: from 2026-06-02 01:00:05", "投递：自 2026-06-02 01:00:05 起"),
    (Act(ActKind.CONSENT, datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 8, tzinfo=UTC)),
     "consent: from 2026-06-01 08:00:00, until 2026-06-08 08:00:00",
     "单独同意：自 2026-06-01 08:00:00 起，至 2026-06-08 08:00:00"),
    (Act(ActKind.CLIENT_BLOCK, datetime(2026, 6, 1, tzinfo=UTC), client=2),
     "block of a client (BLOCK-3), client 2: from 2026-06-01 08:00:00",
     "屏蔽客户公司（BLOCK-3），第 2 家客户公司：自 2026-06-01 08:00:00 起"),
    (Act(ActKind.BLOCK, datetime(2030, 1, 1, tzinfo=UTC), ahead=True),
     "block: dated 2030-01-01 08:00:00, after the instant asked about, counts at once (BLOCK-2)",
     "屏蔽：日期为 2030-01-01 08:00:00，晚于所问时刻，立即生效（BLOCK-2）"),
    (Act(ActKind.CASE, datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 8, tzinfo=UTC)),
     "support case: from 2026-06-01 08:00:00, until 2026-06-08 08:00:00",
     "投诉举报、申诉案件：自 2026-06-01 08:00:00 起，至 2026-06-08 08:00:00"),
    (Act(ActKind.ANY_BLOCK, datetime(2026, 6, 1, tzinfo=UTC)),
     "block of anybody, which counts for who cannot be identified (BLOCK-4): from 2026-06-01 08:00:00",
     "屏蔽了别的公司，无法识别的公司也视为被屏蔽（BLOCK-4）：自 2026-06-01 08:00:00 起"),
    (Act(ActKind.ORDER, FIRST, LAST),
     "order of the law: with no beginning, until 9999-12-31 23:59:59+00:00",
     "法律要求：没有起始时间，至 9999-12-31 23:59:59+00:00"),
)  # fmt: skip


@pytest.mark.parametrize(("act", "english", "chinese"), _ACTS)
def test_an_act_is_dated_in_beijing(act: Act, english: str, chinese: str) -> None:
    """An explanation dates what was done on a clock in Beijing, and the last hours that there are in UTC."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    explanation = explain(Visitor(), resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    assert not any("Beijing" in line for line in explain_lines(explanation, POLICY_2023_04, Language.EN))
    explanation = attrs.evolve(explanation, acts=(act,))
    for language, title, line in (
        (Language.EN, "what was done, in Beijing time", english),
        (Language.ZH, "有关的行为（北京时间）", chinese),
    ):
        lines = list(explain_lines(explanation, POLICY_2023_04, language))
        assert lines[lines.index(title) + 1] == f"  {line}"


def test_one_part_that_becomes_shown_is_one_part() -> None:
    """The line of a change that shows one part is English."""
    change, _, _ = CHANGED[1]
    resume = load_resume((DATA / "engineer.json").read_bytes())
    explanation = explain(Visitor(), resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    explanation = attrs.evolve(explanation, shown=False, changes=(change,))
    assert (
        list(explain_lines(explanation, POLICY_2023_04, Language.EN))[-1] == "  blocks -> none: shown, 1 part"
    )


def test_a_change_that_shows_everything_says_how_much(capsys: pytest.CaptureFixture[str]) -> None:
    """If a resume becomes shown, the number of its items is printed, and no item: the explanation of the shown resume has each."""
    arguments = (
        "explain",
        str(DATA / "engineer.json"),
        "--as",
        str(DATA / "viewers" / "blocked-recruiter.json"),
    )
    for language, line in (
        ("en", "  blocks -> none: shown, 20 parts, 3 channels, 5 actions"),
        ("zh", "  取消全部屏蔽：变为展示，20 个部分、3 种联系渠道、5 种操作"),
    ):
        _, text = printed(capsys, *arguments, "--at", "2026-07-01T08:00:00+08:00", "--language", language)
        assert line in text.splitlines()


@each(
    ("viewer", "fact"),
    [
        (
            Recruiter(id="u-7", company=Company(id="co-initech", name="Initech")),
            {"standing", "conversing", "qualified"},
        ),
        (CommunityMember(id="u-8", signed_in=True), {"nickname", "qualified"}),
        (Recommender(), {"personalised"}),
        (Owner(candidate="c-58120"), set()),
        (Visitor(), set()),
    ],
)
def test_an_explanation_states_the_facts_that_concern_the_viewer(viewer: Viewer, fact: set[str]) -> None:
    """A fact that does not concern a kind of viewer is set to its default, and would state what is wrong."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    explanation = explain(viewer, resume, at=datetime(2026, 7, 1, tzinfo=UTC))
    named = {line.split(":")[0].strip() for line in explain_lines(explanation, POLICY_2023_04, Language.EN)}
    assert named & {*ViewerFacts._field_defaults} == fact


@each("visibility", Visibility)
def test_CAMPUS_1_an_explanation_of_a_form_states_no_mode(
    visibility: Visibility, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The modes and the chat do not govern a form: its facts have one value for them, which need not be what the candidate chose."""
    form = json.loads((DATA / "campus-form.json").read_bytes())
    form["settings"] |= {"visibility": visibility.value, "chat_permission": True}
    (tmp_path / "form.json").write_text(json.dumps(form), encoding="utf-8")
    for viewer in ("owner", "school:south-example-university", "recruiter:pearl-river-bank"):
        _, text = printed(capsys, "explain", str(tmp_path / "form.json"), "--as", viewer, "--language", "zh")
        assert "  查看对象：定制化简历\n" in text
        assert "  公开状态：" not in text
        assert "  聊天权限：" not in text


def test_a_case_of_a_chat_is_a_sentence_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """Whom a viewer chats with is said, and what the chat is about follows it as an object."""
    _, by_case = printed(capsys, "compare", "policies:EXPORTED", "2023-04", "--all", "--language", "zh")
    assert "；与求职者在线沟通，涉及公开状态为“公开简历（仅在线沟通）”的在线简历" in by_case
    _, groups = printed(capsys, "compare", "policies:EXPORTED", "2023-04", "--language", "zh")
    assert "  招聘者就在线简历与求职者在线沟通，4 种情形：-操作 导出\n" in groups


@each("nickname", [None, *NameDisplay], ids=str)
def test_COMMUNITY_1_the_nickname_is_said_as_the_community_has_it(nickname: NameDisplay | None) -> None:
    """In Chinese the honorific of the community is named as the community is shown it, and not as resumes and chats show it."""
    word = {None: "未加入社区", NameDisplay.REAL: "真实姓名", NameDisplay.HONORIFIC: "先生/女生"}[nickname]
    assert fact_in_words("nickname", nickname, Language.ZH) == word
    resume = load_resume((DATA / "engineer.json").read_bytes())
    facts = explain(
        CommunityMember(id="u-8", signed_in=True), resume, at=datetime(2026, 7, 1, tzinfo=UTC)
    ).facts
    assert word in describe_facts(attrs.evolve(facts, nickname=nickname), Language.ZH)


def test_settings_are_compared_without_a_resume(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Two documents of settings are enough to say whom the second shows more, and whom less."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    on = {"resume_permission": True, "chat_permission": True, "blocks": []}
    old.write_text(json.dumps({**on, "visibility": "private"}), encoding="utf-8")
    new.write_text(json.dumps({**on, "visibility": "public"}), encoding="utf-8")
    code, text = printed(capsys, "settings", str(old), str(new))
    assert code == SHOWN
    assert text.startswith("recruiter of any other company\n")
    assert "not shown -> shown" in text
    before_of_age = ("--at", "2000-01-01T00:00:00Z")
    code, text = printed(capsys, "settings", str(old), str(new), *before_of_age)
    assert (code, text.splitlines()[0]) == (SHOWN, "no difference")


def test_settings_that_are_not_patched_are_whole(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Without --patch what the new document leaves out is missing, which closes; with it, it stays as it was."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(
        '{"visibility": "public", "resume_permission": true, "chat_permission": true, "blocks": []}', "utf-8"
    )
    new.write_text('{"blocks": []}', encoding="utf-8")
    _, text = printed(capsys, "settings", str(old), str(new))
    assert "  shown -> not shown\n" in text
    code, text = printed(capsys, "settings", str(old), str(new), "--patch")
    assert (code, text.splitlines()[0]) == (SHOWN, "no difference")


def test_settings_are_patched(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With --patch the new document names only what changes, and blocks stay."""
    patch = tmp_path / "patch.json"
    patch.write_text('{"visibility": "private"}', encoding="utf-8")
    code, text = printed(capsys, "settings", str(DATA / "settings" / "chat-only.json"), str(patch), "--patch")
    assert code == SHOWN
    assert "shown -> not shown" in text


@pytest.mark.parametrize(
    "viewer",
    ["recruiter:co-initech", "headhunter:co-boyue", "headhunter:co-boyue/co-initech", "mailbox:co-x/a@b.cn"],
)
def test_an_id_alone_is_refused_where_a_block_goes_by_name(
    capsys: pytest.CaptureFixture[str], viewer: str
) -> None:
    """A short form that would have to invent a company's name says what to give in its place (BLOCK-2)."""
    assert main(["view", str(DATA / "engineer.json"), "--as", viewer]) == BAD_INPUT
    assert (
        "expected a file with a viewer and the company's name, aliases and group" in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("viewer", "path"),
    [
        ("recruiter", "company"),
        ("recruiter:", "company"),
        ("recruiter：", "company"),
        ("recruiter:艾克美", "company"),
        ("headhunter", "agency"),
        ("headhunter:a/", "clients[0]"),
        ("mailbox:/a@b.cn", "company"),
    ],
)
def test_a_short_form_without_a_company_is_not_answered_with_blocks(
    capsys: pytest.CaptureFixture[str], viewer: str, path: str
) -> None:
    """What is missing is the id: the short forms are listed, whatever the resume blocks."""
    resume = "graduate" if viewer == "headhunter:a/" else "engineer"
    assert main(["view", str(DATA / f"{resume}.json"), "--as", viewer]) == BAD_INPUT
    err = capsys.readouterr().err
    assert err.startswith(f"invalid viewer, 1 problem(s):\n  {path}.id: expected an opaque id")
    assert "recruiter:COMPANY" in err


def test_BLOCK_2_a_company_that_is_blocked_by_its_id_needs_no_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The resume blocks by names, too: they could only block the company once more."""
    arguments = ("explain", str(DATA / "engineer.json"), "--as", "recruiter:co-yunshu-sh", "--language", "zh")
    code, text = printed(capsys, *arguments, "--at", "2026-07-01T08:00:00+08:00")
    assert (code, text.splitlines()[1][:9]) == (NOT_SHOWN, "  BLOCK-1")


def test_APPLY_6_what_was_sent_to_a_blocked_company_may_lift_a_block_by_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Which of the blocks are earlier than the application, the id alone does not show."""
    resume = json.loads((DATA / "engineer.json").read_bytes())
    resume["applications"] = [{"company": "co-yunshu-sh", "at": "2026-06-01T00:00:00Z"}]
    (tmp_path / "resume.json").write_text(json.dumps(resume), encoding="utf-8")
    assert main(["explain", str(tmp_path / "resume.json"), "--as", "recruiter:co-yunshu-sh"]) == BAD_INPUT
    assert "by name or group" in capsys.readouterr().err


@each(
    "block",
    [
        {"keyword": "initech", "at": "2026-01-01T00:00:00Z"},
        {"company": "co-other", "group": "g-1", "at": "2026-01-01T00:00:00Z"},
    ],
    ids=["by a name", "by a group"],
)
def test_BLOCK_2_one_block_by_name_or_group_is_enough(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, block: dict[str, str]
) -> None:
    """Of a company that is known by its id alone, nobody can say whether such a block covers it: no view is printed."""
    resume = json.loads((DATA / "engineer.json").read_bytes())
    resume["settings"]["blocks"] = [block]
    (tmp_path / "resume.json").write_text(json.dumps(resume), encoding="utf-8")
    assert main(["view", str(tmp_path / "resume.json"), "--as", "recruiter:co-initech"]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert "this resume blocks by name or group" in err
    # A list of short forms would send the reader back to what was refused.
    assert "recruiter:COMPANY" not in err
    resume["settings"]["blocks"] = [{"company": "co-other", "at": "2026-01-01T00:00:00Z"}]
    (tmp_path / "resume.json").write_text(json.dumps(resume), encoding="utf-8")
    code, _ = printed(capsys, "view", str(tmp_path / "resume.json"), "--as", "recruiter:co-initech")
    assert code == SHOWN


@pytest.mark.parametrize("viewer", ["support:complainant", "support:complained-of"])
def test_a_support_agent_in_short(capsys: pytest.CaptureFixture[str], viewer: str) -> None:
    """A support agent is written in short by how the open case concerns the candidate (SUPPORT-1)."""
    assert main(["view", str(DATA / "engineer.json"), "--as", viewer]) == SHOWN
    shown = json.loads(capsys.readouterr().out)
    assert ("mobile" in shown["contact"]) is (viewer == "support:complainant")


def test_a_difference_of_a_form(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What new settings change for a form is printed as for a resume: its company and school lose it."""
    closed = tmp_path / "closed.json"
    closed.write_text('{"resume_permission": false, "blocks": []}', encoding="utf-8")
    code, text = printed(capsys, "difference", str(DATA / "campus-form.json"), str(closed))
    assert code == SHOWN
    assert "school south-example-university" in text
    assert "shown -> not shown" in text


def test_a_difference_names_clients_that_cannot_be_identified(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A first block closes the headhunters of an agency whose client cannot be identified, and the table says so (BLOCK-4)."""
    blocked = tmp_path / "blocked.json"
    blocks = [{"company": "co-elsewhere", "at": "2026-06-01T00:00:00Z"}]
    plain = json.loads((DATA / "graduate.json").read_bytes())
    blocked.write_text(json.dumps({**plain["settings"], "blocks": blocks}), encoding="utf-8")
    code, text = printed(capsys, "difference", str(DATA / "graduate.json"), str(blocked))
    assert code == SHOWN
    assert "headhunter of agency co-acme-cn, for companies that cannot be identified" in text


def test_text_says_what_is_found_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    """Each stretch with its kind and its reason, and the text without it."""
    code, text = printed(capsys, "text", "致电138 0013\n8000或青鸟号：zhang_88", "--account", "青鸟号")
    assert code == SHOWN
    assert text.splitlines() == [
        "2-15 phone, a number: 138 0013 8000",
        "20-28 messenger, an account: zhang_88",
        "",
        "致电[电话已隐藏]或青鸟号：[社交账号已隐藏]",
    ]


def test_text_finds_further_kinds_of_account_where_they_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """With --account an account is found that nothing else gives away; each option adds one kind."""
    text, nothing = "青鸟坐标：zhang88abc", "nothing found\n\n青鸟坐标：zhang88abc\n"
    found = "5-15 messenger, an account: zhang88abc\n\n青鸟坐标：[社交账号已隐藏]\n"
    assert printed(capsys, "text", text) == (SHOWN, nothing)
    assert printed(capsys, "text", text, "--account", "云雀坐标") == (SHOWN, nothing)
    assert printed(capsys, "text", text, "--account", "青鸟坐标") == (SHOWN, found)
    both = ("--account", "青鸟坐标", "--account", "云雀坐标")
    assert printed(capsys, "text", text, *both) == (SHOWN, found)


def standard_input(monkeypatch: pytest.MonkeyPatch, given: bytes) -> None:
    """Let these bytes stand on standard input, in the encoding of a terminal."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(given), encoding="latin-1"))


def test_text_refuses_a_name_of_accounts_that_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """As a policy does, and says so in both languages."""
    assert main(["text", "微信 zhang_88", "--account", "青鸟号", "--account", "!!"]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert "--account: expected a name with a letter or digit in it" in said.err
    assert main(["text", "微信 zhang_88", "--account", "!!", "--language", "zh"]) == BAD_INPUT
    assert "--account：应为含有文字或数字的名称" in capsys.readouterr().err


def test_text_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no text is given; in English the marks are English."""
    for given in (
        StringIO("Call 13800138000\n"),
        TextIOWrapper(BytesIO(b"\xef\xbb\xbfCall 13800138000\r\n")),
        TextIOWrapper(BytesIO(b"Call 13800138000\r\r")),
    ):
        monkeypatch.setattr("sys.stdin", given)
        assert printed(capsys, "text", "--language", "en") == (
            SHOWN,
            "5-16 phone, a number: 13800138000\n\nCall [phone withheld]\n",
        )


def test_lines_of_standard_input_may_end_as_anywhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of Windows, or of an old Macintosh, has the same lines, and details at the same places, as any other."""
    found = set[tuple[int, str]]()
    for end in (b"\n", b"\r\n", b"\r"):
        standard_input(monkeypatch, end.join((b"one", b"Call 13800138000", b"three", b"")))
        found.add(printed(capsys, "text", "--language", "en"))
    assert found == {(SHOWN, "9-20 phone, a number: 13800138000\n\none\nCall [phone withheld]\nthree\n")}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("加微信：zhang_88".encode("gbk"), "UTF-8"),
        ("加微信：zhang_88".encode("utf-16"), "UTF-8"),
        (b"\xed\xa0\x80", "UTF-8"),
        ("加微信：zhang_88".encode("utf-16-le") + b"!", "UTF-8"),
        ("Call 13800138000".encode("utf-16-le"), "text without NUL"),
        ("加微信：zhang_88".encode() + b"\xff", "UTF-8"),
        (b"x" * (MAX_BYTES + 1), "at most 2097152 bytes"),
        ("微".encode() * (MAX_BYTES // 3 + 1), "at most 2097152 bytes"),
    ],
    ids=[
        "gbk",
        "utf-16",
        "a lone surrogate",
        "utf-16 without a mark",
        "utf-16 in Latin",
        "one wrong byte",
        "too long",
        "too long in Chinese",
    ],
)
def test_what_cannot_be_read_as_text_is_refused(
    given: bytes, expected: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no UTF-8, or is longer than any other input may be, is bad input, and is not called clean."""
    standard_input(monkeypatch, given)
    assert main(["text"]) == BAD_INPUT
    assert capsys.readouterr() == ("", f"invalid text, 1 problem(s):\n  the whole: expected {expected}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("加微信：zhang_88\udcff", "UTF-8"), ("微" * (MAX_BYTES // 3 + 1), "at most 2097152 bytes")],
    ids=["a byte that is no text", "too long"],
)
def test_an_argument_is_held_to_the_same(
    text: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text that is an argument may not be longer, or have other bytes, than one on standard input."""
    assert main(["text", text]) == BAD_INPUT
    assert capsys.readouterr() == ("", f"invalid text, 1 problem(s):\n  the whole: expected {expected}\n")


def test_as_long_a_text_as_there_may_be(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text of as many bytes as other input may have is looked through."""
    standard_input(monkeypatch, b"x" * MAX_BYTES)
    assert main(["text"]) == SHOWN
    assert capsys.readouterr().out.startswith("nothing found\n")


def test_text_without_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a process has no standard input, or one that cannot be read, the error says so."""
    monkeypatch.setattr("sys.stdin", None)
    assert main(["text"]) == BAD_INPUT
    assert "the whole: expected TEXT, or a text on standard input" in capsys.readouterr().err

    class Broken(StringIO):
        def read(self, _: int | None = -1) -> str:
            raise OSError(EIO, "broken")

    monkeypatch.setattr("sys.stdin", Broken())
    assert main(["text"]) == BAD_INPUT
    assert capsys.readouterr().err == "cannot read standard input: broken\n"


def test_a_file_that_breaks_off_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file that is opened and cannot be read to its end is named, and not standard input."""

    class Broken(BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            raise OSError(EIO, "broken")

    monkeypatch.setattr(Path, "open", lambda *_: Broken())
    assert main(["missing", str(tmp_path / "draft.json")]) == BAD_INPUT
    assert capsys.readouterr().err == f"cannot read {tmp_path / 'draft.json'}: broken\n"


@pytest.mark.parametrize(
    ("language", "note"), [("en", "standard input: text < FILE"), ("zh", "请从标准输入读取：text < 文件")]
)
def test_a_text_that_is_the_name_of_a_file_is_looked_at_as_it_is_with_a_note(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    note: str,
) -> None:
    """Whoever names a file would read “nothing found” as an answer about what is in it."""
    monkeypatch.chdir(tmp_path)
    assert main(["text", "letter.txt", "--language", language]) == SHOWN
    assert capsys.readouterr().err == ""
    Path("letter.txt").write_text("电话 13800138000", "utf-8")
    assert main(["text", "letter.txt", "--language", language]) == SHOWN
    out, err = capsys.readouterr()
    assert out.endswith("\n\nletter.txt\n")
    assert note in err


def test_text_says_that_nothing_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Then the text is printed as it is."""
    assert printed(capsys, "text", "负责支付清算") == (SHOWN, "nothing found\n\n负责支付清算\n")


def test_what_is_missing_is_named_in_chinese(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """In Chinese each field is named as on the pages: its section, which item it is, and its name."""
    draft = tmp_path / "draft.json"
    basics = (
        '{"name": {"full": "张三"}, "profile": {"gender": "male", "born": "2000-01", "residence": "上海"}}'
    )
    draft.write_text(
        '{"id": "r", "candidate": "c", "intention": {}, "work": [{"company": "艾"}, {"position": "工程师"}], "basics": '
        + basics
        + "}",
        encoding="utf-8",
    )
    code, text = printed(capsys, "missing", str(draft), "--language", "zh")
    lines = text.splitlines()
    assert (code, lines[:4]) == (
        NOT_KEPT,
        ["个人信息：手机号码", "个人信息：开始工作年份", "个人信息：你的身份", "求职意向：期望职位"],
    )
    assert [line for line in lines if "公司名称" in line or line.endswith("：职位")] == [
        "工作经验第 2 项：公司名称",
        "工作经验第 1 项：职位",
    ]
    form = tmp_path / "form.json"
    filled = json.loads((DATA / "campus-form.json").read_bytes())
    del filled["education"][0]["school"]
    form.write_text(json.dumps(filled), encoding="utf-8")
    assert printed(capsys, "missing", str(form), "--language", "zh") == (
        NOT_KEPT,
        "教育经历第 1 项：毕业学校\n",
    )


def test_a_field_that_only_another_policy_requires_is_named_as_any_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Its word does not depend on what the policy of this library requires."""
    draft = tmp_path / "draft.json"
    draft.write_text('{"id": "r", "candidate": "c", "work": [{}]}', encoding="utf-8")
    found = printed(capsys, "missing", str(draft), "--policy", "policies:DEMANDING", "--language", "zh")
    assert found == (NOT_KEPT, "工作经验第 1 项：行业\n")


def test_what_is_missing_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A resume that lacks something has its paths printed, and a code of its own; one that is whole has nothing printed."""
    draft = tmp_path / "draft.json"
    draft.write_text('{"id": "r", "candidate": "c", "basics": {"name": {"full": "张三"}}}', encoding="utf-8")
    code, text = printed(capsys, "missing", str(draft))
    assert (code, text.split()[0]) == (NOT_KEPT, "basics.profile.gender")
    assert "basics.name" not in text
    assert main(["missing", str(DATA / "campus-form.json")]) == SHOWN
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["explain", "audience", "view"])
@pytest.mark.parametrize("document", ["engineer", "campus-form"])
def test_acts_after_the_instant_asked_about_are_noted(
    command: str, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever asks about the past with the resume of today reads that it may have been another one then."""
    path = str(DATA / f"{document}.json")
    viewer = () if command == "audience" else ("--as", "owner")
    notes = []
    for day in ("2026-03-01", "2026-12-01"):
        main([command, path, *viewer, "--at", f"{day}T08:00:00+08:00", "--language", "zh"])
        notes.append(capsys.readouterr().err)
    last = {"engineer": "2026-06-25", "campus-form": "2026-"}[document]
    assert notes[0].startswith(f"注意：其中有晚于所问时刻的行为（最晚 {last}")
    assert notes[1] == ""


@pytest.mark.parametrize(
    ("viewer", "is_noted"),
    [
        ("recruiter:co-acme", True),
        ("recruiter:co-acme-cn", False),
        ("headhunter:agency-1/co-lanhai", True),
        ("headhunter:co-acme-cn/co-lanhai", False),
        ("mailbox:co-acme/hr@acme.example.com", True),
        ("recipient:sunrise-academy/course", True),
        ("school:north-example-university", True),
        ("school:south-example-university", False),
        ("visitor", False),
    ],
)
def test_an_id_that_the_resume_does_not_name_is_noted(
    viewer: str, is_noted: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever mistypes an id would read the answer about another company as the one about theirs."""
    main(["explain", str(DATA / "graduate.json"), "--as", viewer, "--at", "2026-07-01T08:00:00+08:00"])
    assert capsys.readouterr().err.startswith("note: an id of this viewer is in no block") is is_noted


def test_an_id_of_a_block_a_conversation_or_a_consent_is_named() -> None:
    """Each kind of act names somebody."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    numbers = [one for one in resume.virtual_numbers if one.company]
    written = [f"recruiter:{one.company}" for one in resume.conversations]
    written += [f"recruiter:{one.company}" for one in numbers]
    written += [f"recipient:{one.recipient}/{one.purpose}" for one in resume.consents]
    lifted = attrs.evolve(resume, settings=attrs.evolve(resume.settings, blocks=()))
    assert len(written) >= 4
    for one in written:
        assert note_of_unnamed(one, lifted, Language.ZH) == ""
    blocked = "recruiter:co-yunshu-sh"
    assert note_of_unnamed(blocked, resume, Language.ZH) == ""
    assert "没有提到查看者的全部编号" in note_of_unnamed(blocked, lifted, Language.ZH)


def test_a_company_of_nothing_but_a_virtual_number_is_named() -> None:
    """A number may outlive the conversation that it was made for."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    number = attrs.evolve(resume.virtual_numbers[0], company="co-number-only")
    written = "recruiter:co-number-only"
    assert note_of_unnamed(written, resume, Language.EN) != ""
    assert note_of_unnamed(written, attrs.evolve(resume, virtual_numbers=(number,)), Language.EN) == ""


@pytest.mark.parametrize("form", SHORT_FORMS)
def test_every_id_of_a_short_form_is_looked_for(form: str) -> None:
    """An address and a purpose are no ids."""
    assert ids_in(form) == tuple(re.findall("COMPANY|AGENCY|CLIENT|ID", form))


def test_nothing_is_noted_of_a_form_or_of_a_resume_without_acts() -> None:
    """A form is for one company, and in a resume that names nobody no id can be mistyped."""
    form = load_form((DATA / "campus-form.json").read_bytes())
    resume = load_resume((DATA / "graduate.json").read_bytes())
    for one in (form, attrs.evolve(resume, applications=())):
        assert note_of_unnamed("recruiter:co-1", one, Language.EN) == ""


def test_a_draft_has_no_later_acts(capsys: pytest.CaptureFixture[str]) -> None:
    """A form that was not handed in and a resume of which nothing was done are as they were."""
    draft = load_form((DATA / "campus-form.json").read_bytes())
    draft = attrs.evolve(draft, handed_in=None, talk=None)
    assert note_of_later_acts(draft, datetime(2020, 1, 1, tzinfo=UTC), Language.EN) == ""
