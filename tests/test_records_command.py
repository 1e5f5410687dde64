"""The command `records`: who viewed a resume, when, what they were shown and by which clauses, from stored access records."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from each import each
from resume_visibility import (
    POLICY_2023_04,
    AccessRecord,
    Action,
    CampusForm,
    Language,
    Policy,
    Resume,
    Viewer,
    dump_record,
    load_form,
    load_record,
    load_resume,
    load_viewer,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.__main__ import BAD_INPUT, SHOWN, main
from resume_visibility.cli import records as records_module
from resume_visibility.cli.arguments import COMMANDS
from resume_visibility.cli.records import record_lines
from resume_visibility.errors import MOST_PROBLEMS
from resume_visibility.model import Settings
from resume_visibility.model.parts import Part
from resume_visibility.policy import Clause, Readings, ViewerKind
from resume_visibility.policy.words import WORDS
from resume_visibility.projection.records import RecordedCompany
from resume_visibility.testing import Case, cases

DATA = Path(__file__).parents[1] / "examples" / "data"
EXAMPLE = DATA / "records.jsonl"
AT = datetime(2026, 7, 1, tzinfo=UTC)
ENGINEER = load_resume((DATA / "engineer.json").read_bytes())
FORM = load_form((DATA / "campus-form.json").read_bytes())


def asked(name: str, action: Action = Action.VIEW) -> Viewer:
    """One of the viewers of the examples, about to do something."""
    return attrs.evolve(load_viewer((DATA / "viewers" / f"{name}.json").read_bytes()), action=action)


def recorded(
    viewer: Viewer,
    document: Resume | CampusForm = ENGINEER,
    at: datetime = AT,
    policy: Policy = POLICY_2023_04,
) -> AccessRecord:
    """The record of what a viewer is shown."""
    if isinstance(document, CampusForm):
        return record_of(
            viewer, document, view_for(viewer, document, at=at, policy=policy), at=at, policy=policy
        )
    return record_of(viewer, document, view_for(viewer, document, at=at, policy=policy), at=at, policy=policy)


def written(path: Path, *records: AccessRecord) -> str:
    """A file of records, as a service or an export writes them."""
    path.write_bytes(b"".join(dump_record(record) + b"\n" for record in records))
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code of the command, its output, and its errors."""
    code = main(["records", *arguments])
    return code, *capsys.readouterr()


SHOWN_TO_INITECH = (
    "  展示部分：称呼、头像、个人信息、虚拟号码、个人优势、简历亮点、求职意向、工作经验、项目经验、教育经历、"
    "校内荣誉/获奖情况、校内职务、证书、技能/语言、培训经历、个人作品、附加信息、视频简介、最近职位、所在地区"
)


def test_the_example_is_what_the_library_writes() -> None:
    """The example file holds the records of four requests for the resume of an engineer."""
    made = [
        recorded(asked("initech-recruiter")),
        recorded(asked("blocked-recruiter", Action.SEARCH), at=AT + timedelta(hours=1)),
        recorded(asked("acme-recruiter", Action.EXPORT), at=AT + timedelta(hours=2)),
        recorded(asked("recipient"), at=AT + timedelta(hours=3)),
    ]
    assert EXAMPLE.read_bytes().splitlines() == [dump_record(record) for record in made]


def test_NOTICE_1_a_record_is_printed_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """Who, of which company, when in Beijing, for what, with what result, what a notice says, by which clauses, and which parts."""
    code, text, _ = printed(capsys, str(EXAMPLE), "--language", "zh")
    assert code == SHOWN
    lines = text.splitlines()
    assert lines[:7] == [
        "在线简历 r-20260412-7f3a",
        "2026-07-01 08:00:00 招聘者 u-7，英尼科技有限公司（co-initech），查看在线简历：展示",
        "  应发的通知（是否已发送，请查发送记录）：英尼科技有限公司查看了您的简历",
        "  依据：MODE-1、PARTS-1、PHONE-2、APPLY-3",
        SHOWN_TO_INITECH,
        "  不展示部分：真实姓名、真实手机号码、邮箱地址、个人主页、附件简历、文字中的社交账号、文字中的证件号、IP 归属地、投递记录",
        "  隐私条款 2023-04，简历当时版本的摘要 efa26b4b87ed6b1f56e57f453353eeea7d3dcf169023d6941e288c3a6443975c",
    ]
    assert lines[7:10] == [
        "2026-07-01 09:00:00 招聘者 u-8840，杭州枢纽数据服务有限公司（co-yunshu-hz），搜索在线简历：不展示",
        "  不通知求职者",
        "  依据：BLOCK-1",
    ]
    assert "2026-07-01 11:00:00 接收方 sunrise-academy，目的 course-consultation，查看在线简历：展示" in lines
    assert "时间为北京时间；列出的部分，不论其中有没有内容" in lines
    assert "BLOCK-1：被屏蔽的公司什么都看不到" in lines


def test_NOTICE_1_a_record_is_printed_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    """The same in English, with parts and documents by their codes, as in commands and JSON."""
    code, text, _ = printed(capsys, str(EXAMPLE))
    assert code == SHOWN
    lines = text.splitlines()
    assert lines[:4] == [
        "resume r-20260412-7f3a",
        "2026-07-01 08:00:00 recruiter u-7, 英尼科技有限公司 (co-initech), views a resume: shown",
        "  text of the notice, which may not have been sent: 英尼科技有限公司 viewed your resume",
        "  by: MODE-1, PARTS-1, PHONE-2, APPLY-3",
    ]
    assert lines[4].startswith("  shown, part: display_name, avatar, ")
    assert lines[5].startswith("  not shown, part: name, mobile, ")
    assert lines[6].startswith("  policy 2023-04, digest of the revision efa26b4b")
    assert lines[8] == "  the candidate is not notified"
    assert "times are in Beijing time; a part is listed whether or not there was anything in it" in lines


@each("language", Language)
def test_everything_that_a_record_says_is_printed(language: Language) -> None:
    """Of each viewer of the examples, the id, company, purpose, case and conversation are there, and each part and clause in words."""
    for path in sorted((DATA / "viewers").glob("*.json")):
        for action in Action:
            for document in (ENGINEER, FORM):
                record = recorded(asked(path.stem, action), document)
                lines = list(record_lines([record], POLICY_2023_04, language))
                said = "\n".join(lines)
                values = [
                    record.document_id,
                    record.viewer,
                    record.purpose,
                    record.support_case,
                    record.digest,
                ]
                if record.company is not None:
                    values += [record.company.name, record.company.id]
                assert [one for one in values if one is not None and one not in said] == []
                running = {Language.EN: "a conversation runs", Language.ZH: "对话进行中，"}[language]
                assert (running in lines[1]) is record.conversing
                assert [
                    one.value
                    for one in record.clauses
                    if not re.search(f"^{one.value}[:：]", said, re.MULTILINE)
                ] == []
                # Nothing is said of the parts of a refusal: they are all withheld.
                parts = [
                    re.split("部分：|part: ", line)[1]
                    for line in lines
                    if re.search("^ .*(部分：|part: )", line)
                ]
                named = [{*re.split("、|, ", one)} for one in parts]
                expected = [record.shown, record.withheld] if record.granted else []
                assert named == [{word(part, language) for part in one} for one in expected if one]


def word(part: Part, language: Language) -> str:
    """A part as it is printed."""
    return WORDS[part].zh if language is Language.ZH else part.value


@given(cases())
def test_NOTICE_1_a_notice_is_in_the_words_that_the_candidate_gets(case: Case[Resume]) -> None:
    """Each record is printed with the sentence of its notice, or says that there is none; and it fits its own line."""
    view = view_for(case.viewer, case.document, at=case.at)
    record = record_of(case.viewer, case.document, view, at=case.at)
    _, head, notified, *_ = record_lines([record], POLICY_2023_04, Language.ZH)
    notice = notice_of(record, Settings(), language=Language.ZH)
    assert notified == (
        "  不通知求职者" if notice is None else f"  应发的通知（是否已发送，请查发送记录）：{notice.text}"
    )
    assert head.endswith("：展示" if record.granted else "：不展示")


def test_the_notices_are_those_of_the_policy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A platform whose candidates are notified of being found sees so."""
    found = written(tmp_path / "found.jsonl", recorded(asked("initech-recruiter", Action.SEARCH)))
    told = "  应发的通知（是否已发送，请查发送记录）：英尼科技有限公司在搜索结果中看到了您的简历"
    assert told not in printed(capsys, found, "--language", "zh")[1].splitlines()
    turned = printed(capsys, found, "--language", "zh", "--policy", "2023-04:lists_make_no_notices")[1]
    assert told in turned.splitlines()


def test_records_are_listed_by_document_and_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the order of the file, the records of a resume and of a form stand under their ids, the earliest first."""
    form = attrs.evolve(FORM, id=ENGINEER.id)  # a form may have the id of a resume
    viewer = asked("initech-recruiter")
    late, early = recorded(viewer, at=AT + timedelta(days=1)), recorded(viewer)
    file = written(tmp_path / "r.jsonl", late, recorded(viewer, form), early)
    heads = [line for line in printed(capsys, file)[1].splitlines() if line[0] != " "]
    assert [re.sub(" recruiter.*", "", line) for line in heads[:5]] == [
        f"form {ENGINEER.id}",
        "2026-07-01 08:00:00",
        f"resume {ENGINEER.id}",
        "2026-07-01 08:00:00",
        "2026-07-02 08:00:00",
    ]


def test_the_records_of_one_document_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With an id only its records are printed, so that the answer to one candidate says nothing of another."""
    viewer = asked("school")
    file = written(tmp_path / "r.jsonl", recorded(viewer), recorded(viewer, FORM))
    text = printed(capsys, file, "--id", FORM.id)[1]
    assert FORM.id in text
    assert ENGINEER.id not in text


def test_an_id_of_no_record_is_not_taken_for_a_resume_that_nobody_viewed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever gives the id of the candidate, or mistypes one, reads how many records the file holds, and which id is meant."""
    file = written(tmp_path / "r.jsonl", recorded(asked("school")), recorded(asked("school"), FORM))
    assert printed(capsys, file, "--id", ENGINEER.candidate) == (
        SHOWN,
        "no record: none of the 2 in the file is of this id, which is that of a resume or form, not that of a candidate\n",
        "",
    )
    assert printed(capsys, file, "--id", "r-other", "--language", "zh") == (
        SHOWN,
        "没有访问记录：文件中有 2 条，没有一条属于该编号；--id 是在线简历或定制化简历的编号，不是求职者的编号\n",
        "",
    )
    empty = written(tmp_path / "e.jsonl")
    assert printed(capsys, empty) == (SHOWN, "the file holds no record\n", "")
    assert printed(capsys, empty, "--language", "zh") == (SHOWN, "文件中没有访问记录\n", "")


def test_the_clauses_of_another_policy_are_not_put_into_the_words_of_this_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a clause states may differ between policies: the records of another one are named, with how to read their clauses."""
    ours = Policy("2026-ours\n\x1b[2J", readings=Readings(chat_only_forbids_export=False))
    viewer = asked("initech-recruiter")
    file = written(tmp_path / "r.jsonl", recorded(viewer, policy=ours))
    text = printed(capsys, file)[1]
    assert "\nMODE-1: " not in text
    named = r"2026-ours\u000a\u001b[2J"
    assert text.endswith(
        f"decided by policy {named}: to read what its clauses state, name it with --policy\n"
    )
    assert f"  policy {named}, digest" in text
    chinese = printed(capsys, file, "--language", "zh")[1]
    assert chinese.endswith(f"按隐私条款 {named} 判定的：用 --policy 写明它，才列出其规则\n")
    mine = recorded(viewer, policy=Policy("closed"))
    lines = [*record_lines([mine], Policy("closed"), Language.EN)]
    assert any(line.startswith("MODE-1: ") for line in lines)
    assert "decided by" not in "\n".join(lines)


def test_every_other_policy_is_named_once_in_order() -> None:
    """Records of several other policies end with a line for each policy, whatever their order."""
    record = recorded(asked("initech-recruiter"))
    versions = [f"ours-{number}" for number in range(9)]
    others = [attrs.evolve(record, policy=version) for version in reversed(versions * 2)]
    lines = [*record_lines([record, *others], POLICY_2023_04, Language.EN)]
    heads = [line.split()[3] for line in lines if line.startswith("decided by policy ")]
    assert [head.rstrip(":") for head in heads] == versions


@each("granted", [True, False])
def test_CHAT_1_a_conversation_is_said_of_every_answer(granted: bool) -> None:
    """A request that was refused says that a conversation ran, as one that was granted does: the officer looks why."""
    record = recorded(asked("acme-recruiter"))
    closed: dict[str, Any] = {"clauses": (Clause.BLOCK_1,), "shown": frozenset[Part]()}
    record = attrs.evolve(record, conversing=True, granted=granted, **({} if granted else closed))
    assert "a conversation runs" in [*record_lines([record], POLICY_2023_04, Language.EN)][1]


@each("id_", ["", " ", "r-20260412-7f3a ", "欧阳思远", "r" * 65])
def test_what_is_no_id_is_refused(id_: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No record has such an id. "No record" would be an answer to a candidate, where only the command was mistyped."""
    for language, said in (("en", "expected an opaque id"), ("zh", "应为 1 至 64 个字符的编号")):
        with pytest.raises(SystemExit) as caught:
            main(["records", str(EXAMPLE), "--id", id_, "--language", language])
        out, err = capsys.readouterr()
        assert (caught.value.code, out) == (BAD_INPUT, "")
        assert said in err


def test_a_record_of_a_policy_that_cites_nothing_says_so() -> None:
    """A ruleset of one's own may decide without a clause."""
    record = attrs.evolve(recorded(asked("initech-recruiter")), policy="own", clauses=())
    assert "  依据：没有引用规则" in list(record_lines([record], POLICY_2023_04, Language.ZH))


def test_BLOCK_4_a_company_without_an_id_is_printed_by_its_name() -> None:
    """A company that the platform could not identify then has nothing in brackets behind its name."""
    record = recorded(asked("initech-recruiter"))
    unknown = attrs.evolve(record, company=RecordedCompany(name="某公司"))
    heads = {
        language: list(record_lines([unknown], POLICY_2023_04, language))[1].split(" ", 2)[2]
        for language in Language
    }
    assert heads == {
        Language.EN: "recruiter u-7, 某公司, views a resume: shown",
        Language.ZH: "招聘者 u-7，某公司，查看在线简历：展示",
    }


def test_every_clause_of_a_record_is_explained_once() -> None:
    """Clauses that several records cite are put into words once, in the order of the rules."""
    records = [recorded(asked("initech-recruiter")), recorded(asked("acme-recruiter"))]
    cited = {clause for record in records for clause in record.clauses}
    lines = list(record_lines(records, POLICY_2023_04, Language.EN))
    explained = [line.partition(":")[0] for line in lines if line[:1].isupper()]
    assert explained == [clause.value for clause in POLICY_2023_04.texts if clause in cited]


def test_what_is_no_record_is_refused_by_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line that cannot be read may belong to the answer: nothing is printed but what is wrong, without any value (LAW-7)."""
    good = dump_record(recorded(asked("initech-recruiter")))
    bad = json.dumps({**json.loads(good), "kind": "欧阳思远", "conversing": True})
    path = tmp_path / "r.jsonl"
    path.write_bytes(good + b"\n\n" + bad.encode() + b"\nnot json\n")
    code, out, err = printed(capsys, str(path), "--language", "zh")
    assert (code, out) == (BAD_INPUT, "")
    assert re.fullmatch(
        r"访问记录有误，共 2 处：\n  第 3 行\.kind：应为以下之一：.+\n  第 4 行：应为一个 JSON 对象；第 1 列有误\n",
        err,
    )
    assert "欧阳" not in err
    assert printed(capsys, str(path))[2].startswith(
        "invalid records, 2 problem(s):\n  line 3.kind: expected one of "
    )


@each("content", ["[\n]", '{\n  "document": "resume"\n}', "\ufeff[{}]"])
def test_what_is_not_in_lines_is_refused_as_a_whole(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a list, or of one object over many lines, each line would be wrong."""
    path = tmp_path / "r.json"
    path.write_text(content, encoding="utf-8")
    code, out, err = printed(capsys, str(path), "--language", "zh")
    assert (code, out) == (BAD_INPUT, "")
    assert err == "访问记录有误，共 1 处：\n  整体：应为每行一条完整访问记录的 JSON lines 文件\n"


def test_a_file_of_something_else_is_not_read_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After as many problems as an error keeps, the rest of the file is not looked at."""
    path = tmp_path / "r.jsonl"
    path.write_text("no\n" * (MOST_PROBLEMS + 50))
    loaded = list[bytes]()

    def counting(line: bytes) -> AccessRecord:
        loaded.append(line)
        return load_record(line)

    monkeypatch.setattr(records_module, "load_record", counting)
    code, _, err = printed(capsys, str(path))
    assert code == BAD_INPUT
    assert err.startswith(f"invalid records, {MOST_PROBLEMS}")
    assert len(loaded) == MOST_PROBLEMS


def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is not there, or breaks off."""
    missing = tmp_path / "r.jsonl"
    assert printed(capsys, str(missing)) == (
        BAD_INPUT,
        "",
        f"cannot read {missing}: No such file or directory\n",
    )

    def broken(_: object) -> list[bytes]:
        raise OSError(5, "broken")

    monkeypatch.setattr(records_module, "read_lines", broken)
    assert printed(capsys, str(EXAMPLE)) == (BAD_INPUT, "", f"cannot read {EXAMPLE}: broken\n")


def names_file(path: Path, content: object) -> str:
    """A file of names, in JSON unless it is text."""
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def test_NOTICE_1_recipients_and_schools_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record has their ids alone. With their names the line and its notice name them, and each is known by its own kind."""
    # A school may have the id of a recipient.
    school = attrs.evolve(recorded(asked("school"), FORM), viewer="sunrise-academy")
    file = written(tmp_path / "r.jsonl", recorded(asked("recipient")), school)
    names = {
        "recipient": {"sunrise-academy": "旭日职业培训学校", "other": "别家"},
        "school": {"sunrise-academy": "南方\n示例大学"},
    }
    given_names = names_file(tmp_path / "names.json", names)
    lines = printed(capsys, file, "--names", given_names, "--language", "zh")[1].splitlines()
    heads = [line for line in lines if line.startswith("2026")]
    assert [head.split("，")[0].split(" ", 2)[2] for head in heads] == [
        "高校 sunrise-academy（南方 示例大学）",
        "接收方 sunrise-academy（旭日职业培训学校）",
    ]
    assert [line.split("：")[1] for line in lines if line.startswith("  应发的通知")] == [
        "南方 示例大学查看了您的简历",
        "旭日职业培训学校查看了您的简历",
    ]
    assert not [line for line in lines if "--names" in line]
    english = printed(capsys, file, "--names", given_names)[1]
    assert "recipient sunrise-academy (旭日职业培训学校), for course-consultation, views a resume" in english
    assert "旭日职业培训学校 viewed your resume" in english


def test_who_has_no_name_is_pointed_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id means nothing to a candidate. It is said how to name it; not of companies, nor of the public, who have their names."""
    academy = recorded(asked("recipient"))
    said = {"zh": "接收方和高校，访问记录中只有编号；用 --names 给出名称"}
    said["en"] = "a recipient or school is known by its id alone; to name it, use --names"
    file = written(tmp_path / "r.jsonl", academy)
    other = names_file(tmp_path / "n.json", {"school": {"sunrise-academy": "某大学"}})
    nobody = written(tmp_path / "nobody.jsonl", attrs.evolve(academy, viewer=None))
    public = attrs.evolve(academy, viewer="public")
    known = written(tmp_path / "known.jsonl", public, recorded(asked("initech-recruiter")))
    for language, line in said.items():
        for unknown in ([file], [file, "--names", other], [nobody]):
            assert line in printed(capsys, *unknown, "--language", language)[1].splitlines()
        assert line not in printed(capsys, known, "--language", language)[1].splitlines()
    assert "--names" in printed(capsys, written(tmp_path / "s.jsonl", attrs.evolve(public, **AS_SCHOOL)))[1]


AS_SCHOOL: dict[str, Any] = {"kind": ViewerKind.SCHOOL, "purpose": None}


@each(
    "content",
    [
        [],
        {"sunrise-academy": "旭日职业培训学校"},
        {"recipient": "旭日职业培训学校"},
        {"recipient": {"旭日职业培训学校": "sunrise-academy"}},
        {"recipient": {"sunrise-academy": 1}, "school": {"fudan": "\u200b"}},
        '{"recipient": {"a": "旭日"}, "recipient": {}}',
        '{"school": {"a": "旭日", "a": "旭日职业"}}',
        '{"recipient": {"a": NaN}}',
        "旭日",
    ],
)
def test_what_are_no_names_is_refused(
    content: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is printed but where it is wrong, without an id or a name of the file (LAW-7)."""
    file = names_file(tmp_path / "names.json", content)
    for language, head in (("zh", "名称有误，共 "), ("en", "invalid names, ")):
        code, out, err = printed(capsys, str(EXAMPLE), "--names", file, "--language", language)
        assert (code, out) == (BAD_INPUT, "")
        assert err.startswith(head)
        assert not re.search("旭日|sunrise|fudan|不符合要求", err)


def test_APPLY_4_a_line_says_what_its_notice_says(capsys: pytest.CaptureFixture[str]) -> None:
    """A resume that was mailed arrived in a mailbox, where nobody has viewed it; a chat that nobody began was only opened."""
    mailed = recorded(asked("mailbox"))
    chat = recorded(asked("initech-recruiter", Action.CHAT))
    opened, running = (attrs.evolve(chat, conversing=conversing) for conversing in (False, True))
    heads = {
        language: [[*record_lines([one], POLICY_2023_04, language)][1] for one in (mailed, opened, running)]
        for language in Language
    }
    assert [head.rpartition("，")[2] for head in heads[Language.ZH]] == [
        "收到在线简历：展示",
        "打开就在线简历在线沟通的窗口：展示",
        "就在线简历与求职者在线沟通：展示",
    ]
    assert [head.rpartition(", ")[2] for head in heads[Language.EN]] == [
        "receives a resume in its mailbox: shown",
        "opens a chat about a resume: shown",
        "chats about a resume: shown",
    ]


def test_it_is_said_whom_the_output_is_for() -> None:
    """It names people, and companies that were refused: it is not for the candidate, nor for a viewer (LAW-3)."""
    assert COMMANDS["records"].en.endswith("for the platform's own staff")
    assert COMMANDS["records"].zh.endswith("仅供平台自己的员工使用")
