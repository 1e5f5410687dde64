"""What `written.py` writes into the pages is what the code says, and nothing else of a page changes."""

from pathlib import Path

import pytest

import written
from resume_visibility import POLICY_2023_04
from resume_visibility.policy.matrix import matrix
from written import ROOT, with_gists, with_matrix, with_numbers, with_outputs

COMMAND = "python -m resume_visibility verify; echo $?"
PAGE = f"""\
Before.

```console
$ {COMMAND}
policy: 1 statement
0
$ python -m resume_visibility matrix
resume
...
$ python -m http.server
Serving
$ python -m resume_visibility view
```

```sh
$ python -m resume_visibility verify
```
"""


def test_the_output_of_a_command_is_written() -> None:
    """What a command printed is replaced by what it prints, but where lines are left out, or where it is not a command of ours."""
    asked = list[str]()

    def run(command: str) -> str:
        asked.append(command)
        return "policy: 2 statements\n0\n"

    assert with_outputs(PAGE, run) == PAGE.replace("1 statement\n", "2 statements\n")
    assert asked == [COMMAND]


def test_the_exit_code_of_a_command_is_written() -> None:
    """A command that says `; echo $?` is followed by its exit code, and what it says of an error is in its place."""
    command = "python -m resume_visibility view no-such-file --as owner"
    printed = written.printed_by(command)
    assert "no-such-file" in printed
    assert written.printed_by(f"{command}; echo $?") == f"{printed}2\n"


@pytest.mark.parametrize("page", written.MATRICES)
def test_the_matrix_is_written(page: str) -> None:
    """A matrix that is not that of the policy is replaced; the rest of the page stays."""
    text, language = (ROOT / "docs" / page).read_text(encoding="utf-8"), written.MATRICES[page]
    row = matrix(language=language).splitlines()[2]
    assert with_matrix(text.replace(row, "somebody else"), language) == text != text.replace(row, "")


@pytest.mark.parametrize("page", ["reference/rules.md", "zh/reference/rules.md"])
def test_the_gists_are_written(page: str) -> None:
    """The gist of a rule is the one of the code; a section of a rule that the code does not have yet stays."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    gist = f"- **要点** {POLICY_2023_04.rules['OWNER-1'].gist.zh}。"
    assert text.count(gist) == 1
    new = "\n### `NEWS-1` · 新\n\n- **要点** 新规则。\n"
    assert with_gists(text.replace(gist, "- **要点** 旧。") + new) == text + new


def test_the_numbers_are_written() -> None:
    """README gets the numbers of statements and of cases."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    old = written.COUNTED.sub(r"holds 3 safety statements against\1all 1,000 cases", text)
    assert old != text
    assert with_numbers(old) == text


def test_only_what_changed_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pages that are written are named; of the others none is touched."""
    for name in ("docs/explanation/promise.md", "docs/zh/explanation/promise.md", "README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    readme = tmp_path / "README.md"
    wanted = readme.read_text(encoding="utf-8")
    monkeypatch.setattr(written, "ROOT", tmp_path)
    monkeypatch.syspath_prepend(tmp_path)  # which takes back what is prepended there, too
    monkeypatch.chdir(tmp_path)
    written.write()
    assert capsys.readouterr().out == ""
    readme.write_text(
        written.COUNTED.sub(r"holds 1 safety statements against\1all 1 cases", wanted), encoding="utf-8"
    )
    written.write()
    assert capsys.readouterr().out == "README.md\n"
    assert readme.read_text(encoding="utf-8") == wanted
