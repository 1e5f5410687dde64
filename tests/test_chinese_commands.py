"""The command line with `--language zh`: an officer at a prompt reads Chinese, in output, help and errors."""

import argparse
import ast
import json
import os
import re
import shlex
from collections.abc import Iterator
from errno import EACCES, ENOSPC
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, cast

import pytest

from resume_visibility import AccessRecord, Language, Recruiter, Settings, Viewer
from resume_visibility.__main__ import BAD_INPUT, NOT_KEPT, NOT_SHOWN, NOT_WRITTEN, SHOWN, main
from resume_visibility.book import book
from resume_visibility.cli.arguments import COMMANDS, parser
from resume_visibility.cli.expected import expected_in_chinese
from resume_visibility.cli.exports import NotWritten
from resume_visibility.cli.problems import invalid_text, unwritten_text
from resume_visibility.cli.usage import Parser, message_in_chinese
from resume_visibility.cli.viewers import SHORT_FORMS
from resume_visibility.cli.words import ACTIONS, FIND_REASONS
from resume_visibility.codec.loading import explained
from resume_visibility.codec.parsing import MAX_BYTES, Refused
from resume_visibility.errors import MOST_PROBLEMS, InvalidValue, Problem
from resume_visibility.model import Action
from resume_visibility.policy.matrix import display_width, matrix
from resume_visibility.policy.words import WORDS
from resume_visibility.text.numbers import DISGUISES
from samples import MODEL, changed, nodes, spelled

ROOT = Path(__file__).parents[1]
DATA = ROOT / "examples" / "data"
SOURCE = ROOT / "src" / "resume_visibility"
AT = "--at 2026-07-01T08:00:00+08:00"
ENGINEER, GRADUATE, FORM = (DATA / name for name in ("engineer.json", "graduate.json", "campus-form.json"))
SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:.]? +[a-z]{2,}")
"""Two Latin words, one after the other."""
NO_WORDS = re.compile(r"\S*[./_]\S*|--?[a-z-]+|usage|[A-Z]{2,}|JSON \w+|\{[^}]*\}")
"""What is the same in any language: paths, ids and codes, options and their metavariables, names of formats."""


def english_in(text: str) -> list[str]:
    """The English sentences in an output, apart from paths, ids and codes."""
    return SENTENCE.findall(NO_WORDS.sub("", text))


def run(command: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of a command in Chinese, and everything that it prints."""
    try:
        code = main([*shlex.split(command), "--language", "zh"])
    except SystemExit as left:
        code = int(str(left.code))
    out, err = capsys.readouterr()
    return code, out + err


PRINTED = {
    "explain": f"explain {ENGINEER} --as {DATA}/viewers/acme-recruiter.json {AT}",
    "explain, not shown": f"explain {ENGINEER} --as {DATA}/viewers/blocked-recruiter.json {AT}",
    "explain, a form": f"explain {FORM} --as school:south-example-university {AT}",
    "explain, the community": f"explain {GRADUATE} --as community {AT}",
    "audience": f"audience {ENGINEER} {AT}",
    "audience, nobody": f"audience {ENGINEER} --policy policies:CLOSED {AT}",
    "records": f"records {DATA}/records.jsonl",
    "records, none": f"records {DATA}/records.jsonl --id r-other",
    "records, another policy": f"records {DATA}/records.jsonl --policy policies:LATER",
    "who-sees": "who-sees mobile",
    "who-sees, of a form": "who-sees family",
    "verify": "verify",
    "verify, not kept": "verify policies:BLIND",
    "compare": "compare 2023-04 policies:EXPORTED",
    "compare, backwards, all": "compare policies:EXPORTED 2023-04 --all",
    "compare, another version": "compare 2023-04 policies:LATER",
    "difference": f"difference {ENGINEER} {DATA}/settings/chat-only.json {AT}",
    "difference, no": f"difference {FORM} {DATA}/settings/chat-only.json {AT}",
    "settings": f"settings {DATA}/settings/chat-only.json {DATA}/settings/chat-only.json",
    "text": "text 致电138-0013-8000，加薇❤：zhang_88，或a@b.cn",
    "text, nothing": "text 负责支付清算",
    "matrix": "matrix",
    "view, not shown": f"view {ENGINEER} --as visitor {AT}",
}


@pytest.mark.parametrize("command", PRINTED.values(), ids=PRINTED)
def test_the_output_is_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a command prints has Chinese in it, and no English sentence."""
    code, text = run(command, capsys)
    assert code in (SHOWN, NOT_SHOWN, NOT_KEPT)
    assert re.search("[\u4e00-\u9fff]", text)
    assert english_in(text) == []


def test_the_check_finds_english(capsys: pytest.CaptureFixture[str]) -> None:
    """Without the option a command prints English, which the check finds."""
    for command in ("explain", "verify, not kept", "difference", "matrix"):
        main(shlex.split(PRINTED[command]))
        assert english_in(capsys.readouterr().out)


@pytest.mark.parametrize("action", Action)
def test_every_action_is_taken_in_chinese(action: Action, capsys: pytest.CaptureFixture[str]) -> None:
    """An officer types the word that the help has beside the code."""
    asked = f"explain {ENGINEER} --as owner {AT} --action"
    assert run(f"{asked} {WORDS[action].zh}", capsys) == run(f"{asked} {action.value}", capsys)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The help of the program and of each command is Chinese, from its first word on."""
    code, text = run(f"{command} --help", capsys)
    assert code == SHOWN
    assert text.startswith("用法：")
    assert english_in(text.partition("\n\n")[2]) == []


@pytest.mark.parametrize("width", [30, 60, 80, 120])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_fits_a_terminal(
    command: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the usage no line is too long that could be broken, no word is broken, and colons of headings are Chinese."""
    monkeypatch.setenv("COLUMNS", str(width))
    _, text = run(f"{command} --help", capsys)
    _, _, below = text.partition("\n\n")
    assert "选项：\n" in below
    assert not re.search("(参数|选项|命令):", text)
    for line in below.splitlines():
        assert display_width(line) <= width or not re.search("[\u4e00-\u9fff]", line), line
    if command == "view":
        found = below.split()
        assert all(any(short in word for word in found) for short in SHORT_FORMS)


def test_the_help_says_what_holds_without_an_option() -> None:
    """What an option or argument is, where it is left out, stands in its help, in both languages."""
    for language, word in ((Language.ZH, "默认为 "), (Language.EN, "default: ")):
        [commands] = [one for one in parser(language)._actions if isinstance(one.choices, dict)]
        for name, command in cast("dict[str, Parser]", commands.choices).items():
            for one in command._actions:
                if isinstance(one.default, str) and one.default != argparse.SUPPRESS:
                    assert f"{word}{one.default}" in str(one.help), (name, one.dest)


def test_the_action_of_a_file_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """The help names the action that holds without `--action`: that of the viewer's file, if there is one."""
    for command in ("view", "explain"):
        _, text = run(f"{command} --help", capsys)
        said = "".join(text.split())
        assert "recommend收到推荐、search搜索、view查看、export导出、chat在线沟通" in said
        assert "默认为VIEWER.json中的操作，简写默认为view" in said
    code, text = run(f"explain {ENGINEER} --as {DATA}/viewers/blocked-recruiter.json {AT}", capsys)
    assert (code, "  操作：搜索\n" in text) == (NOT_SHOWN, True)


USAGE = {
    "no command": "",
    "no such command": "show",
    "no resume": "view",
    "no viewer": f"view {ENGINEER}",
    "no such action": f"view {ENGINEER} --as owner --action steal",
    "no such part": "who-sees wallet",
    "no instant": f"view {ENGINEER} --as owner --at tomorrow",
    "too much": "matrix public",
    "no value": f"view {ENGINEER} --as",
    "nothing of either": "schema",
    "both of two": "schema view --openapi",
    "a value where there is none": "compare 2023-04 2023-04 --all=yes",
    "two options at once": f"view {ENGINEER} --as owner --a x",
}


@pytest.mark.parametrize("command", USAGE.values(), ids=USAGE)
def test_wrong_arguments_are_refused_in_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with the arguments is said in Chinese, after the usage, and what it is about is named."""
    code, text = run(command, capsys)
    assert code == BAD_INPUT
    assert text.startswith("用法：")
    said = text.splitlines()[-1].partition("：")[2]
    assert said != "参数有误"
    assert re.search("[\u4e00-\u9fff]", said)
    assert english_in(said) == []
    assert not {"'", ",", '"'} & {*said}


def test_a_language_without_a_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """`--language` alone names none, so that its error is English."""
    with pytest.raises(SystemExit) as left:
        main(["matrix", "--language"])
    assert left.value.code == BAD_INPUT
    assert "--language: expected one argument" in capsys.readouterr().err


@pytest.mark.parametrize("place", [0, 1])
def test_the_language_stands_before_the_command_or_behind(
    place: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--language zh` means the same before the command and behind it."""
    arguments = ["matrix"]
    arguments[place:place] = ["--language", "zh"]
    assert main(arguments) == SHOWN
    assert capsys.readouterr().out == matrix(language=Language.ZH) + "\n"


@pytest.mark.parametrize("option", ["--l", "--lang", "--languag=zh"])
def test_a_short_name_of_the_language_is_that_language(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Options may be cut short, as argparse takes them: output, help and errors are Chinese then, too."""
    given = [option] if "=" in option else [option, "zh"]
    assert main(["who-sees", "mobile", "--language", "zh"]) == SHOWN
    right = capsys.readouterr().out
    for command in ([*given, "who-sees", "mobile"], ["who-sees", "mobile", *given]):
        assert main(command) == SHOWN
        assert capsys.readouterr().out == right
    with pytest.raises(SystemExit):
        main([*given, "verify", "--nothing"])
    assert english_in(capsys.readouterr().err) == []


def test_what_argparse_says_anew_is_chinese_as_well() -> None:
    """A message that nobody put into Chinese yet is not printed in English."""
    assert message_in_chinese("some news of a later Python") == "参数有误"


ERRORS = {
    "no file": "view nothing.json --as owner",
    "a folder": f"view {DATA} --as owner",
    "a path that is none": "view 'a\0b' --as owner",
    "no resume": f"view {DATA}/viewers/visitor.json --as owner",
    "no viewer": f"view {ENGINEER} --as recruter:co-acme-cn",
    "a bad viewer": f"view {GRADUATE} --as recruiter:艾",
    "an id alone": f"view {ENGINEER} --as recruiter:co-initech",
    "no time zone": f"view {ENGINEER} --as owner --at 2026-07-01T08:00:00",
    "no records": f"records {ENGINEER}",
    "no names": f"records {DATA}/records.jsonl --names {DATA}/engineer.json",
    "no policy": "verify 2024-01",
    "no reading": "verify 2023-04:mailbox_wait",
    "no settings": f"difference {ENGINEER} {ENGINEER}",
    "no export": f"export nothing.jsonl --as {DATA}/viewers/acme-recruiter.json --format csv --out e.csv",
    "something is there": f"export {DATA} --as {DATA}/viewers/acme-recruiter.json --format csv --out {ROOT}/README.md",
}


@pytest.mark.parametrize("command", ERRORS.values(), ids=ERRORS)
def test_errors_are_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Bad input is refused in Chinese, with the path and what would be right there."""
    code, text = run(command, capsys)
    assert code == BAD_INPUT
    assert re.match("无法读取|.*有误，共 [0-9]+ 处", text)
    assert "不符合要求" not in text
    assert english_in(text) == []


def test_many_problems_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of very many problems the first hundred are listed, and the others counted."""
    broken = tmp_path / "broken.json"
    items = [{"name": 1} for _ in range(150)]
    broken.write_text(json.dumps({"id": "r", "candidate": "c", "skills": items}), encoding="utf-8")
    code, text = run(f"view {broken} --as owner", capsys)
    assert code == BAD_INPUT
    assert len(text.splitlines()) == 102
    assert re.search(r"另有 [0-9]+ 处$", text)


@pytest.mark.parametrize(
    ("count", "said"),
    [(100, "共 100 处："), (101, "共 101 处："), (MOST_PROBLEMS, f"共 {MOST_PROBLEMS} 处以上：")],
)
def test_a_count_that_was_cut_says_so(count: int, said: str) -> None:
    """An error has no more than the first problems of a document: then there may be more than it counts."""
    problems = [Problem("id", "expected UTF-8")] * count
    head, *listed = invalid_text(InvalidValue("resume", problems), Language.ZH).splitlines()
    assert head == f"简历有误，{said}"
    assert len(listed) == min(count, 101)
    assert listed[-1] == ("  id：应为 UTF-8 编码的文字" if count == 100 else f"  另有 {count - 100} 处")


def test_an_export_reports_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was written, what could not be loaded and what came again is said in Chinese."""
    lines = tmp_path / "resumes.jsonl"
    whole = json.dumps(json.loads(GRADUATE.read_bytes()))
    lines.write_text(f"{whole}\n{whole}\n{{}}\n", encoding="utf-8")
    command = (
        f"export {lines} --as {DATA}/viewers/acme-recruiter.json --format jsonl --out {tmp_path}/out {AT}"
    )
    code, text = run(command, capsys)
    assert code == BAD_INPUT
    assert "已写入：1" in text
    assert "第 3 行：" in text
    assert "因编号与前面重复而跳过：1" in text
    assert english_in(text) == []


def expected_in_the_source() -> set[str]:
    """Every text in the source that says what is expected, with a number in the place of what is put in."""
    found = set[str]()
    rooms = ("model", "codec", "exports", "cli")
    files = [path for room in rooms for path in (SOURCE / room).rglob("*.py")]
    for file in sorted([*files, SOURCE / "projection" / "records.py"]):
        if file.name == "problems.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                "Problem",
                "export_error",
                "_unloaded",
            ):
                found |= texts_in(node.args[1:])
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Limits":
                given = [one.value for one in node.keywords if one.arg == "expected"]
                found |= {f"expected {text}" for text in texts_in(given)}
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_wrong", "_refused"):
                found |= {f"expected {text}" for text in texts_in(node.args)}
            elif isinstance(node, ast.Assign | ast.Return) and node.value is not None:
                # What begins with what is put in is a mistake of a program, and never printed in Chinese.
                found |= {text for text in texts_in([node.value]) if re.match("expected [A-Za-z]", text)}
    return found - ELSEWHERE


ELSEWHERE = {
    "expected 7",
    "expected known keys; 7; known: 7",
    "expected readings of 7, with a comma between two; 7",
    "expected a JSON object; 7",
    "expected a list, each item 7",
    "expected a whole number of 7",
    "expected a value that can be checked; 7 raised 7",
}
"""What is put in there has words of its own: the documents below have them, or tests of the commands."""


def texts_in(arguments: list[ast.expr]) -> set[str]:
    """The texts among the arguments of a call, with a number in the place of what is put in."""
    found = set[str]()
    for argument in arguments:
        match argument:
            case ast.Constant(value=str(text)):
                found.add(text)
            case ast.JoinedStr(values=pieces):
                found.add("".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in pieces))
            case _:  # made elsewhere, where it is read
                pass
    return found


def test_the_source_is_read() -> None:
    """The texts that are expected to have Chinese are found in the source."""
    assert len(expected_in_the_source()) > 50


@pytest.mark.parametrize("text", sorted(expected_in_the_source()))
def test_everything_expected_has_chinese(text: str) -> None:
    """Whatever the model, the codec, the exports or the command line expects is put into Chinese."""
    assert expected_in_chinese(text) != "不符合要求"
    assert english_in(expected_in_chinese(text)) == []


ODD: list[Any] = [
    None, True, 0, -1, 1.5, 10**9, 2**70, "", " ", "a\0", "x", "x" * 65, "x\ny", "x" * 20_001, "，", "public", "2019-13", "1899-01",
    "1999-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "+8613987651234", "http://a:b@example.com", [], [1], ["x", "x"], ["x"] * 10_001, {},
    {"x": 1}, {1: 1}, object(),
]  # fmt: skip
"""What fits in one place or another, and mostly nowhere."""


def broken(document: Any) -> Iterator[Any]:
    """A document with an odd value in the place of each of it, without each key, and with keys that nobody knows."""
    for path in nodes(document):
        for odd in ODD if len(path) < 3 else ():
            yield changed(document, path, odd)
    for name in document:
        yield {key: value for key, value in document.items() if key != name}
        yield document | {f"{name}s": 1}
        yield document | {f"{name}s": 1, "x": 1}
        yield json.dumps(document)[:-1] + f', "{name}": 1}}'
    yield from (
        "{",
        '{\n"',
        "engineer.json",
        b"\xff",
        "[" * 100_000,
        "1" * (MAX_BYTES + 1),
        {"x": "1" * (MAX_BYTES + 1)},
    )


LOADED = [*MODEL, Settings, AccessRecord, cast("Any", Viewer)]


@pytest.mark.parametrize("cls", LOADED, ids=str)
def test_every_problem_of_a_document_has_chinese(cls: Any) -> None:
    """Whatever is wrong in a document, anywhere in it, the way that explains says nothing that has no Chinese."""
    whole = {"kind": "recruiter", **spelled(Recruiter)} if cls == Viewer else spelled(cls)
    document = whole if isinstance(whole, dict) else {"x": whole}
    texts = {
        problem.expected
        for one in broken(document)
        if isinstance(found := explained(one, cls), Refused)
        for problem in found.problems
    }
    assert len(texts) > 3
    for text in sorted(texts):
        assert expected_in_chinese(text) != "不符合要求", text
        assert "应为没有" not in expected_in_chinese(text), text


CHINESE = {
    "expected a whole number of at least -2": "应为不小于 -2 的整数",
    "expected a whole number of at most 60": "应为不超过 60 的整数",
    "expected a whole number of at least 1 and at most 5": "应为 1 至 5 的整数",
    "expected text like [A-Z]{2}": "应为符合 [A-Z]{2} 的文字",
    "expected a year and month, such as 2019-07, from 1900 to 2200": "应为年月，例如 2019-07，在 1900 年至 2200 年之间",
    "expected an instant after begins": "应为晚于 begins 的时刻",
    "expected an instant not before at": "应为不早于 at 的时刻",
    "expected none in a form that was not handed in": "不应填写：该定制化简历尚未递交",
    "expected none before the form was handed in": "不应填写，或不早于递交时间",
    "expected known keys; 1 unknown; known: mobile, email": "有 1 个无法识别的字段；可用的字段：mobile、email",
    "expected known keys; 3 unknown: moblie (did you mean mobile?), 2 more; known: mobile, email": (
        "有 3 个无法识别的字段：moblie（是否为 mobile？），另有 2 个；可用的字段：mobile、email"
    ),
    "expected each key once; keys that came twice: 2": "有 2 个字段重复出现",
    "expected no item twice": "有重复的项",
    "expected the id public where form is disclosure, and another id otherwise": (
        "form 为 disclosure 时应为 public，其他方式不能是 public"
    ),
    "expected an id of the community's own, with no other in it, and in no other": (
        "应为社区自己的编号：既不含其他编号，也不在其他编号之中"
    ),
    "expected a JSON object; mistake at line 12, column 3": "应为一个 JSON 对象；第 12 行第 3 列有误",
    "expected a JSON object; mistake at column 3": "应为一个 JSON 对象；第 3 列有误",
    "expected a value that can be checked; Item._problems raised ValueError": "应为可以检查的内容",
    "expected a value that can be checked; the check raised LookupError": "应为可以检查的内容",
    "expected a list, each item one of company, identity": "应为列表，每项为以下之一：company、identity",
}


@pytest.mark.parametrize(("english", "chinese"), CHINESE.items(), ids=CHINESE)
def test_the_chinese_says_what_the_english_says(english: str, chinese: str) -> None:
    """Nothing that the English says is lost, or becomes another thing."""
    assert expected_in_chinese(english) == chinese


def test_what_nobody_put_into_chinese_is_not_printed_in_english() -> None:
    """A new text is only said not to be right, until it is put into Chinese."""
    assert expected_in_chinese("expected some news") == "不符合要求"


def test_the_matrix_fits_a_terminal_in_chinese() -> None:
    """The Chinese matrix has the cells of the English one, and no line wider than 80 columns."""
    chinese = matrix(language=Language.ZH).splitlines()
    english = matrix().splitlines()

    def cells(lines: list[str]) -> list[list[str]]:
        return [re.findall(r"[RSVXC.]{5} [cenmaf.]{6} +[0-9]+| - ", f"{line} ") for line in lines]

    assert cells(chinese) == cells(english)
    assert max(len(line.encode("gbk")) for line in chinese) <= 80  # two bytes for what takes two columns


def test_marks_and_words_of_a_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Chinese each stretch is said with its kind and its reason; without the option marks alone are Chinese."""
    monkeypatch.setattr("sys.stdin", StringIO("致电138 0013 8000\n"))
    assert run("text", capsys) == (SHOWN, "2-15 电话（号码）：138 0013 8000\n\n致电[电话已隐藏]\n")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (b"\xff", "应为 UTF-8 编码的文字"),
        (b"x" * (MAX_BYTES + 1), "应为不超过 2097152 字节"),
        (b"1\0", "应为不含 NUL 的文字"),
        (None, "应为 TEXT，或标准输入的文字"),
    ],
    ids=str,
)
def test_what_is_no_text_is_refused_in_chinese(
    given: bytes | None, message: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever cannot be looked through is bad input, and that is said in Chinese."""
    monkeypatch.setattr("sys.stdin", None if given is None else TextIOWrapper(BytesIO(given)))
    assert run("text", capsys) == (BAD_INPUT, f"文字有误，共 1 处：\n  整体：{message}\n")


def test_every_reason_has_chinese() -> None:
    """Whatever the text room finds something by is put into Chinese; what is known needs a candidate, whom nobody names here."""
    source = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "text").glob("*.py"))
    reasons = {
        reason
        for found in re.findall(r"Finding\((?:[^()]|\([^()]*\))*\)", source)
        for reason in re.findall(r'"([a-z][a-z ,]+)"[,\s]*\)$', found)
    } | {why for *_, why in DISGUISES}
    assert len(reasons) > 8
    assert reasons <= {*FIND_REASONS}


def test_a_reason_is_put_into_its_own_words() -> None:
    """The Chinese of a reason names what the English names, and nothing that another names."""
    named = {
        "masked": "遮盖",
        "shifted keys": "Shift",
        "in pieces": "分开",
        "piece of": "一段",
        "identity": "证件号",
        "sound like": "谐音",
        "document": "（证件）",
        "account": "账号",
        "once more": "再次",
        "table": "表格",
        "network": "社交平台",
        "address": "地址",
        "link": "链接",
        "how to reach": "如何联系",
        "too much": "过多",
    }
    for reason, said in FIND_REASONS.items():
        assert {english for english in named if english in reason} == {
            english for english, chinese in named.items() if chinese in said
        }


@pytest.mark.parametrize("action", Action)
def test_a_viewer_does_what_the_action_is(action: Action) -> None:
    """What a command says that a viewer does is the action, in both languages."""
    english, chinese = ACTIONS[action]
    assert action.value in english
    assert WORDS[action].zh.removeprefix("收到") in chinese


# --- The book --------------------------------------------------------------------------------------------------------


def test_the_book_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`book` writes the page that the function gives, in the place of what was there, and prints what `verify` prints."""
    file = tmp_path / "book.html"
    file.write_text("old", encoding="utf-8")
    code, text = run(f"book -o {file}", capsys)
    assert (code, text) == (SHOWN, run("verify", capsys)[1])
    assert file.read_bytes() == book().encode()


def test_the_book_of_a_policy_that_is_not_safe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The book of a policy of one's own is written where a statement is not kept, too, and the exit code says so."""
    file = tmp_path / "book.html"
    assert (
        main(["book", "-o", str(file), "--policy", "policies:BLIND", "--compare-with", "policies:EXPORTED"])
        == NOT_KEPT
    )
    assert capsys.readouterr().out.startswith("policy blind: ")
    page = file.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "<code>exported</code>" in page


def test_what_can_be_continued_says_how() -> None:
    """An export that stopped says by what it goes on; what is written anew by the same command says nothing of it."""
    for can_continue, rest in ((True, "；同一命令加上 --continue 可以继续"), (False, "")):
        error = NotWritten("out.jsonl", can_continue=can_continue)
        error.__cause__ = OSError(ENOSPC, "No space left on device")
        assert unwritten_text(error, Language.ZH) == f"无法写入 out.jsonl：磁盘已满{rest}"


def test_a_book_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the page cannot be written, the command says why, and exits with a code of its own."""
    assert run(f"book -o {tmp_path}/none/book.html", capsys) == (
        NOT_WRITTEN,
        f"无法写入 {tmp_path}/none/book.html：文件夹不存在\n",
    )
    assert main(["book", "-o", str(tmp_path)]) == NOT_WRITTEN
    assert capsys.readouterr().err == f"cannot write {tmp_path}: Is a directory\n"


@pytest.mark.parametrize("existed", [True, False])
def test_a_book_goes_where_a_link_leads(
    existed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file behind a link gets the book, and whoever could read it still can; the link stays."""
    monkeypatch.setattr("resume_visibility.cli.pages.page_of", lambda *_, **__: "a page")
    link, file = tmp_path / "link.html", tmp_path / "book.html"
    link.symlink_to(file)
    if existed:
        file.write_text("old", encoding="utf-8")
        file.chmod(0o664)
    assert main(["book", "-o", str(link)]) == SHOWN
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "a page"
    assert not existed or file.stat().st_mode & 0o777 == 0o664


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="a pipe has no path on this system")
def test_a_pipe_gets_the_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be replaced gets the page itself."""
    monkeypatch.setattr("resume_visibility.cli.pages.page_of", lambda *_, **__: "a page")
    source, sink = os.pipe()
    with os.fdopen(source, "rb") as reader:
        with os.fdopen(sink, "wb"):
            assert main(["book", "-o", f"/dev/fd/{sink}"]) == SHOWN
        assert reader.read() == b"a page"


def test_a_book_in_a_folder_that_may_not_be_entered_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the system does not even say whether the file is there, the error is that it cannot be written."""

    def refused(self: Path, **_: Any) -> Any:
        raise PermissionError(EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "stat", refused)
    assert main(["book", "-o", str(tmp_path / "book.html")]) == NOT_WRITTEN
    assert capsys.readouterr().err == f"cannot write {tmp_path}/book.html: Permission denied\n"


def test_an_error_of_another_subject_is_named() -> None:
    """What is wrong with something that has no Chinese name is wrong with the input."""
    error = InvalidValue("Mailbox", [Problem("address", "expected text")])
    assert invalid_text(error, Language.ZH).startswith("输入有误，共 1 处：")
