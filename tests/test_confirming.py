"""The option `--confirmed` of `book`: who confirmed which readings, in a file that an officer writes."""

from pathlib import Path

import pytest

from each import each
from resume_visibility.__main__ import BAD_INPUT, SHOWN, main


def made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, written: bytes, *more: str
) -> tuple[int, str, str]:
    """The code of `book` with a file of confirmations, the page that it made, and what it complained of."""
    file, page = tmp_path / "confirmed.txt", tmp_path / "book.html"
    file.write_bytes(written)
    code = main(["book", "--language", "zh", "-o", str(page), "--confirmed", str(file), *more])
    return code, page.read_text(encoding="utf-8") if page.exists() else "", capsys.readouterr().err


def test_the_book_prints_who_confirmed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A line has the id, the day and who, in any words; blank lines and notes are left out, also behind the mark of an editor."""
    written = (
        "\ufeff# 2026 年\n\nAPPLY-4/1  2026-01-31  隐私办公室 张三 \r\n  # 待定\nGATE-3/2 2026-02-01 法务部"
    )
    code, page, _ = made(capsys, tmp_path, written.encode())
    assert code == SHOWN
    assert "已确认 2 处，尚无人确认 87 处" in page
    assert "（隐私办公室 张三于 2026-01-31 确认）" in page
    assert "（法务部于 2026-02-01 确认）" in page


_WRONG = {
    "APPLY-4/1": "第 1 行：应为编号、日期和确认人，用空格隔开，例如 APPLY-4/1 2026-01-31 隐私办公室",
    "APPLY-4/1 2026-01-31": "第 1 行：应为编号、日期和确认人，用空格隔开，例如 APPLY-4/1 2026-01-31 隐私办公室",
    "# \nAPPLY-4/1 31.1.2026 法务部": "第 2 行：应为编号、日期和确认人，用空格隔开，例如 APPLY-4/1 2026-01-31 隐私办公室",
    "APPLY-4 2026-01-31 法务部": "第 1 行：应为 2023-04 的解读的编号，每处只写一次，例如 APPLY-4/1",
    "APPLY-4/1 2026-01-31 法务部\nAPPLY-4/1 2026-01-31 法务部": "第 2 行：应为 2023-04 的解读的编号，每处只写一次，例如 APPLY-4/1",
    "APPLY-4/1 9999-01-01 法务部": "第 1 行：应为不晚于今天的日期",
    "APPLY-4/1 另一种选择 2026-01-31 法务部": "第 1 行：2023-04 选择的是规则的选择，不是另一种选择",
    "APPLY-4/1 另一种选择": "第 1 行：应为编号、日期和确认人，用空格隔开，例如 APPLY-4/1 2026-01-31 隐私办公室",
    "APPLY-4/1 2026-01-31 法\0务部": "第 1 行.by：应为不为空白的文字，不含 NUL 和不成对的代理字符",
}


@each("written", [*_WRONG])
def test_a_line_that_is_wrong_is_named(
    written: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """No confirmation is lost silently: the line is named, with what would be right, and no book is made."""
    code, page, complaint = made(capsys, tmp_path, written.encode())
    assert (code, page) == (BAD_INPUT, "")
    assert complaint == f"解读的确认有误，共 1 处：\n  {_WRONG[written]}\n"


def test_a_file_of_another_encoding_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file that some other program saved in GBK is not read as something else."""
    code, page, complaint = made(capsys, tmp_path, "APPLY-4/1 2026-01-31 法务部".encode("gbk"))
    assert (code, page) == (BAD_INPUT, "")
    assert complaint == "解读的确认有误，共 1 处：\n  整体：应为 UTF-8 编码的文字\n"


def test_a_side_that_is_only_tried_is_not_confirmed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A signature under a reading of the rules never stands beside its other side; the other readings may be confirmed."""
    tried = ("--policy", "2023-04:mailbox_waits")
    code, page, complaint = made(capsys, tmp_path, "APPLY-4/1 2026-01-31 法务部".encode(), *tried)
    assert (code, page) == (BAD_INPUT, "")
    assert (
        complaint
        == "解读的确认有误，共 1 处：\n  第 1 行：不能确认写在版本后面的解读：它的另一种选择只是试算\n"
    )
    code, page, _ = made(capsys, tmp_path, "APPLY-3/1 2026-01-31 法务部".encode(), *tried)
    assert (code, "（法务部于 2026-01-31 确认）" in page) == (SHOWN, True)


def test_a_book_of_a_side_that_is_only_tried_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Whoever finds the file in a folder does not take it for the policy in force; a policy in code is no trial."""
    words = "隐私条款试算，不是现行的隐私条款"
    for policy, tried in (
        ("2023-04:mailbox_waits", True),
        ("2023-04", False),
        ("policies:EXPORTED", False),
    ):
        code, page, _ = made(capsys, tmp_path, b"", "--policy", policy)
        assert (code, f"<title>{words}" in page) == (SHOWN, tried)


def test_a_policy_of_ones_own_has_confirmations_of_both(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The file adds to what the policy states, and takes nothing of it back."""
    ours = ("--policy", "policies:CONFIRMED")
    code, page, _ = made(capsys, tmp_path, "MODE-2/1 2026-01-31 法务部".encode(), *ours)
    assert (code, "已确认 2 处" in page) == (SHOWN, True)
    code, _, complaint = made(capsys, tmp_path, "GATE-3/2 2026-01-31 法务部".encode(), *ours)
    assert code == BAD_INPUT
    assert "第 1 行：该解读已在隐私条款的代码中确认：请删去这一行" in complaint


@pytest.mark.parametrize("word", ["alternative", "另一种选择"])
def test_an_alternative_that_a_policy_chooses_is_confirmed_by_name(
    word: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Whoever signed the choice of the rules did not sign the alternative: a line that does not name it is refused."""
    ours = ("--policy", "policies:CONFIRMED")
    code, page, complaint = made(capsys, tmp_path, "APPLY-4/1 2026-01-31 法务部".encode(), *ours)
    assert (code, page) == (BAD_INPUT, "")
    assert complaint == (
        "解读的确认有误，共 1 处：\n  第 1 行：2026-ours 选择的是另一种选择，而这一行确认的是规则的选择：请重新确认，"
        "写作 APPLY-4/1 另一种选择 2026-01-31 隐私办公室\n"
    )
    code, page, _ = made(capsys, tmp_path, f"APPLY-4/1 {word} 2026-01-31 法务部".encode(), *ours)
    assert (code, "（法务部于 2026-01-31 确认）" in page) == (SHOWN, True)
