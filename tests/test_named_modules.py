"""What the command line imports because somebody named it: whatever is wrong with it is reported in a sentence of its own."""

import json
import shlex
import sys
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from resume_visibility.__main__ import BAD_INPUT, INTERRUPTED, SHOWN, main, run
from test_chinese_commands import english_in

CANARY = "zhang sanfeng 13800138000"
"""What a module says of itself, and this library should repeat to nobody."""


class Wrong(NamedTuple):
    """Something that is wrong with what is named.

    Args:
        source: of the module.
        name: that is asked for.
        english: what is said of it, where a policy is asked for.
        chinese: the same in Chinese.
    """

    source: str
    name: str
    english: str
    chinese: str


def raising(error: str) -> tuple[str, str]:
    """What is said of a module that raises, in both languages."""
    return (
        f"expected a module that can be imported, but it raised {error}; to see where, run python -c 'import MODULE'",
        f"应为可以导入的模块，但导入时发生 {error}；运行 python -c 'import MODULE' 可以看到出错的位置",
    )


NO_NAME = ("expected a name that the module has", "应为该模块中有的名称")
WRONG = {
    "it raises": Wrong(f"raise ValueError('{CANARY}')", "X", *raising("ValueError")),
    "it fails": Wrong("1 / 0", "X", *raising("ZeroDivisionError")),
    "it exits": Wrong("import sys; sys.exit(7)", "X", *raising("SystemExit")),
    "it exits with a text": Wrong(f"raise SystemExit('{CANARY}')", "X", *raising("SystemExit")),
    "it raises what is no exception": Wrong(
        f"class Gone(BaseException): ...\nraise Gone('{CANARY}')", "X", *raising("Gone")
    ),
    "it is no Python": Wrong(f"{CANARY}", "X", *raising("SyntaxError")),
    "it imports what there is not": Wrong("import nowhere_at_all", "X", *raising("ModuleNotFoundError")),
    "it imports a name that there is not": Wrong("from json import nothing", "X", *raising("ImportError")),
    "it never ends": Wrong("def f(): f()\nf()", "X", *raising("RecursionError")),
    "a policy of its own is none": Wrong(
        "from resume_visibility import Policy\nX = Policy('')", "X", *raising("InvalidValue")
    ),
    "a name raises": Wrong(
        f"def __getattr__(name):\n    raise OSError('{CANARY}')", "X", *raising("OSError")
    ),
    "no such name": Wrong("Y = 1", "X", *NO_NAME),
    "no name": Wrong("", "", *NO_NAME),
    "a name in a name": Wrong("class Y: X = 1", "Y.X", *NO_NAME),
    "another type": Wrong(
        f"X = '{CANARY}'", "X", "expected a Policy, got str", "应为隐私条款（Policy），但它是 str"
    ),
    "nothing": Wrong(
        "X = None", "X", "expected a Policy, got NoneType", "应为隐私条款（Policy），但它是 NoneType"
    ),
    "the class": Wrong(
        "from resume_visibility import Policy as X",
        "X",
        "expected a Policy, got the class Policy",
        "应为隐私条款（Policy），但它是类 Policy",
    ),
}
EACH = pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
_NUMBER = count()


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module that nobody imported yet."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return f"named_{next(_NUMBER)}"


def refusal(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says that is refused: only that, and nothing of what the module says."""
    assert main(shlex.split(command)) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert CANARY not in err
    return err


@EACH
def test_a_policy_that_is_none(
    wrong: Wrong, module: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the module of a policy does is reported by its kind, in both languages, at the argument that named it."""
    (tmp_path / f"{module}.py").write_text(wrong.source, encoding="utf-8")
    written, right = f"{module}:{wrong.name}", wrong.english.replace("MODULE", module)
    for command, where in (
        ("verify {}", "POLICY"),
        ("compare {} 2023-04", "OLD"),
        ("compare 2023-04 {}", "NEW"),
        ("book -o book.html --policy {}", "--policy"),
        ("book -o book.html --compare-with {}", "--compare-with"),
    ):
        said = refusal(command.format(written), capsys)
        assert said == f"invalid policy, 1 problem(s):\n  {where}: {right}\n"
    said = refusal(f"verify {written} --language zh", capsys)
    assert said == f"隐私条款有误，共 1 处：\n  POLICY：{wrong.chinese.replace('MODULE', module)}\n"
    assert english_in(said.replace(f"python -c 'import {module}'", "")) == []


@EACH
def test_a_class_that_is_none(
    wrong: Wrong, module: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is that of a class of resumes."""
    (tmp_path / f"{module}.py").write_text(wrong.source, encoding="utf-8")
    whole = "a class of resumes, made by attrs.frozen(kw_only=True, repr=False)"
    right = wrong.english.replace("a Policy,", f"{whole},").replace("MODULE", module)
    written = f"{module}:{wrong.name}"
    for command in (f"schema view --class {written}", f"view none --as owner --class {written}"):
        assert refusal(command, capsys) == f"invalid class, 1 problem(s):\n  --class: {right}\n"
    said = refusal(f"schema view --class {written} --language zh", capsys)
    chinese = wrong.chinese.replace(
        "隐私条款（Policy）", "简历的类，由 attrs.frozen 生成，并写有 kw_only=True 和 repr=False"
    )
    assert said == f"简历的类有误，共 1 处：\n  --class：{chinese.replace('MODULE', module)}\n"


@pytest.mark.parametrize("written", ["2024-01", "", ":", ":X", ".named:X", "..:X", "policies", "张三丰"])
def test_what_names_nothing(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where something is neither a version nor written as a module with a name, the error says how to write it."""
    right = "expected 2023-04, or a policy of your own as package.module:NAME"
    assert refusal(f"verify '{written}'", capsys) == f"invalid policy, 1 problem(s):\n  POLICY: {right}\n"
    right = "expected a class of resumes, as package.module:NAME"
    assert (
        refusal(f"schema view --class '{written}'", capsys)
        == f"invalid class, 1 problem(s):\n  --class: {right}\n"
    )
    assert "POLICY：应为 2023-04，或自定的隐私条款，写作 package.module:NAME\n" in refusal(
        f"verify '{written}' --language zh", capsys
    )
    said = refusal(f"schema view --class '{written}' --language zh", capsys)
    assert "--class：应为简历的类，写作 package.module:NAME\n" in said


@pytest.mark.parametrize(
    "written",
    ["nowhere:X", "nowhere.at.all:X", "policies.at:X", "json.nothing:X", " :X", "policies.:X", "张三丰:X"],
)
def test_a_module_that_there_is_not(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a module is not found, the error says what to do: mostly the command does not run where it is."""
    right = "expected a module that is found: run the command in its folder, or put that in PYTHONPATH"
    for command, where in (("verify", "POLICY"), ("schema view --class", "--class")):
        assert f"  {where}: {right}\n" in refusal(f"{command} '{written}'", capsys)
        said = refusal(f"{command} '{written}' --language zh", capsys)
        assert (
            f"  {where}：应为找得到的模块：在它所在的文件夹里运行本命令，或把该文件夹写入 PYTHONPATH\n"
            in said
        )


@pytest.mark.parametrize("sign", ["\n", "\t", "\x1b[2J", "\u202e"])
def test_a_name_makes_no_line_of_its_own(
    sign: str, module: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the name of a module has in it, a problem is one line: behind the end of a line a name could say anything."""
    name = f"{module}{sign}written 2"
    (tmp_path / f"{name}.py").write_text("raise ValueError", encoding="utf-8")
    shown = f"{module}\\u{ord(sign[0]):04x}{sign[1:]}written 2"
    right, chinese = (said.replace("MODULE", shown) for said in raising("ValueError"))
    for command, where in (("verify", "POLICY"), ("schema view --class", "--class")):
        assert refusal(f"{command} '{name}:X'", capsys).splitlines()[1:] == [f"  {where}: {right}"]
        said = refusal(f"{command} '{name}:X' --language zh", capsys)
        assert said.splitlines()[1:] == [f"  {where}：{chinese}"]


def test_both_policies_of_a_comparison_are_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    """Everything that is wrong with the arguments is reported at once."""
    for command, places in (
        ("compare nowhere:X policies:NO_POLICY", ("OLD", "NEW")),
        (
            "book -o book.html --policy nowhere:X --compare-with policies:NO_POLICY",
            ("--policy", "--compare-with"),
        ),
    ):
        assert refusal(command, capsys) == (
            "invalid policy, 2 problem(s):\n"
            f"  {places[0]}: expected a module that is found: run the command in its folder, or put that in PYTHONPATH\n"
            f"  {places[1]}: expected a Policy, got str\n"
        )


def test_what_a_module_prints_is_no_output(
    module: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a module prints while it is imported does not come into the JSON of a command, and goes to standard error."""
    source = "print('loading')\nfrom resume_visibility import Resume as X"
    (tmp_path / f"{module}.py").write_text(source, encoding="utf-8")
    assert main(["schema", "view", "--class", f"{module}:X"]) == SHOWN
    out, err = capsys.readouterr()
    assert err == "loading\n"
    assert json.loads(out)["$schema"]


def test_an_import_can_be_stopped(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C while a module is imported is nothing that is wrong with it."""
    (tmp_path / f"{module}.py").write_text("raise KeyboardInterrupt", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["resume_visibility", "verify", f"{module}:X"])
    assert run() == INTERRUPTED
    assert capsys.readouterr() == ("", "")
