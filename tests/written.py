"""Write into the pages what follows from the code, where it changed: `python tests/written.py`.

These are the matrices, the Chinese gist of each rule, the output of each command that stands whole on a page, and the numbers of
statements and of cases. The tests compare them; whoever changes the policy reads the difference before it gets in.
"""

import io
import os
import re
import shlex
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from resume_visibility import POLICY_2023_04, Language
from resume_visibility.__main__ import main
from resume_visibility.policy.matrix import matrix

ROOT = Path(__file__).parents[1]
MATRICES = {"explanation/promise.md": Language.EN, "zh/explanation/promise.md": Language.ZH}
"""The pages that show the matrix, each with its language."""
COUNTED = re.compile(r"holds \d+ safety statements against(\s+)all [\d,]+ cases")
"""How README says how many statements and cases there are."""


def printed_by(command: str) -> str:
    """What a command of a page prints; its exit code, too, if it says `; echo $?`."""
    program, _, status = command.partition("; echo ")
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        code = main(shlex.split(program)[3:])
    return out.getvalue() + (f"{code}\n" if status else "")


def with_outputs(page: str, run: Callable[[str], str] = printed_by) -> str:
    """A page with what its commands print now. Output of which a page leaves lines out, "..." in their place, stays as it is.

    Args:
        page: its text.
        run: gives what a command prints.
    """

    def block(found: re.Match[str]) -> str:
        head, *typed = re.split(r"^\$ ", found[1], flags=re.MULTILINE)
        written = [head]
        for one in typed:
            command, _, printed = one.partition("\n")
            is_whole = command.startswith("python -m resume_visibility ") and "..." not in printed
            written.append(f"{command}\n{run(command) if printed and is_whole else printed}")
        return f"```console\n{'$ '.join(written)}```"

    return re.sub(r"^```console\n(.*?)^```", block, page, flags=re.MULTILINE | re.DOTALL)


def with_matrix(page: str, language: Language) -> str:
    """A page with the matrix of now in the place of the one that it shows: the block whose legend begins with the letter R."""
    shown = re.compile(r"^```text\n[^`]*\nR [^`]*\n```$", re.MULTILINE)
    return shown.sub(lambda _: f"```text\n{matrix(language=language)}\n```", page)


def with_gists(page: str) -> str:
    """A page of the rules with the gist of each rule, as the code states it in Chinese."""
    stated = POLICY_2023_04.rules
    return re.sub(
        r"^(### `([A-Z]+-[0-9]+)`[^\n]*\n\n- \*\*要点\*\* )[^\n]*$",
        lambda found: f"{found[1]}{stated[found[2]].gist.zh}。" if found[2] in stated else found[0],
        page,
        flags=re.MULTILINE,
    )


def with_numbers(page: str) -> str:
    """README with the numbers of statements and of cases."""
    statements, cases = len(POLICY_2023_04.statements), sum(1 for _ in POLICY_2023_04.entries())
    return COUNTED.sub(rf"holds {statements} safety statements against\1all {cases:,} cases", page)


def write() -> None:
    """Write every page that is not as it would be written now, and print its name."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))  # where the policies of the examples are
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        before = path.read_text(encoding="utf-8")
        after = with_outputs(with_gists(with_numbers(before)))
        for name, language in MATRICES.items():
            if path == ROOT / "docs" / name:
                after = with_matrix(after, language)
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    write()
