"""Every example of the pages can be typed at Python's prompt, line by line; pytest runs the pages themselves, and compares the answers."""

import doctest
import tomllib
from codeop import CommandCompiler
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
EXAMPLES = {page: doctest.DocTestParser().get_examples(text) for page, text in TEXTS.items()}
TYPED = [page for page, examples in EXAMPLES.items() if examples]


def lines_of(page: str, example: doctest.Example) -> list[str]:
    """What the page has behind its prompts, line by line: a blank line that ends a definition is one of them."""
    first, *more = TEXTS[page].split("\n")[example.lineno :]
    typed = [first, *takewhile(lambda line: line == "..." or line.startswith("... "), more)]
    return [line[4:] for line in typed]


class Prompt:
    """Python's own prompt, as far as it reads what is typed."""

    def __init__(self) -> None:
        self._compile = CommandCompiler()

    def read(self, *lines: str) -> None:
        """Type the lines of one example, each as the page has it.

        Raises:
            AssertionError: Python runs some of them before the last one is typed, or waits for more after it, so that the next line
                would be read as part of it.
            SyntaxError: what is typed so far is no Python, whatever comes.
        """
        for number in range(1, len(lines) + 1):
            is_whole = self._compile("\n".join(lines[:number])) is not None
            said = "\n... ".join(lines)
            if number < len(lines):
                assert not is_whole, f"Python runs the first {number} of these lines alone:\n{said}"
            else:
                assert is_whole, f"Python waits for a blank line after this:\n{said}"


@pytest.mark.parametrize("page", TYPED)
def test_every_example_can_be_typed_at_a_prompt(page: str) -> None:
    """Typed line by line, each example of a page is read as the whole that its test runs, and not as several or as half of one."""
    prompt = Prompt()
    for example in EXAMPLES[page]:
        typed = lines_of(page, example)
        assert "\n".join(typed).rstrip() == example.source.rstrip(), f"{page}, line {example.lineno + 1}"
        prompt.read(*typed)


def test_a_definition_that_no_blank_line_ends_is_found() -> None:
    """The prompt is a real one: a definition goes on until a blank line ends it, and not further."""
    with pytest.raises(AssertionError, match="Python waits"):
        Prompt().read("def one():", "    return 1")
    with pytest.raises(AssertionError, match="Python runs the first 3"):
        Prompt().read("def one():", "    return 1", "", "one()")
    with pytest.raises(SyntaxError):
        Prompt().read("if one(): one()", "one()")
    Prompt().read("def one():", "    return 1", "")
    Prompt().read("one()")


def test_every_page_with_examples_is_run() -> None:
    """The pages whose examples are typed here are among those that pytest runs, with its own settings."""
    options = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    assert "--doctest-glob=*.md" in options["addopts"]
    assert {page.partition("/")[0] for page in TYPED} <= {*options["testpaths"]}
