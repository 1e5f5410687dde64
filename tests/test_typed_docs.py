"""Every example of the pages can be typed at Python's prompt, line by line, and answers what the page shows."""

import doctest
import io
from code import InteractiveConsole
from contextlib import redirect_stdout
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


class Prompt(InteractiveConsole):
    """Python's own prompt, whose answers are read as text."""

    def __init__(self) -> None:
        super().__init__({"__name__": "__main__", "__doc__": None})
        self.answered = io.StringIO()

    def write(self, data: str) -> None:
        """Take what Python says of errors."""
        self.answered.write(data)

    def type(self, *lines: str) -> str:
        """What is answered to the lines of one example, each typed as the page has it.

        Raises:
            AssertionError: after the last line Python waits for more, so that the next line would be read as part of it.
        """
        self.answered = io.StringIO()
        waiting = False
        with redirect_stdout(self.answered):
            for line in lines:
                waiting = self.push(line)
        assert not waiting, "\n... ".join(("Python waits for a blank line after this:", *lines))
        return self.answered.getvalue()


def as_shown(wanted: doctest.Example, answered: str) -> bool:
    """Whether an answer is what the page shows; of an error its last words alone, as the page may leave out the rest."""
    if wanted.exc_msg is not None:
        said = wanted.exc_msg.splitlines()[0].removesuffix("...")
        return answered.startswith("Traceback") and said in answered
    options = doctest.ELLIPSIS if wanted.options.get(doctest.ELLIPSIS) else 0
    return doctest.OutputChecker().check_output(wanted.want, answered, options)


@pytest.mark.parametrize("page", TYPED)
def test_every_example_can_be_typed_at_a_prompt(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typed line by line from the root of the repository, a page's examples run, and answer what the page shows."""
    monkeypatch.chdir(ROOT)
    prompt = Prompt()
    for example in EXAMPLES[page]:
        answered = prompt.type(*lines_of(page, example))
        assert as_shown(example, answered), f"{page}, line {example.lineno + 1}: {answered}"


def test_a_definition_that_no_blank_line_ends_is_found() -> None:
    """The prompt is a real one: a definition goes on until a blank line ends it."""
    with pytest.raises(AssertionError, match="Python waits"):
        Prompt().type("def one():", "    return 1")
    prompt = Prompt()
    assert prompt.type("def one():", "    return 1", "") == ""
    assert prompt.type("one()") == "1\n"
    assert prompt.type("one(2)").splitlines()[-1].startswith("TypeError")
    assert prompt.type("if one(): one()", "one()").splitlines()[-1].startswith("SyntaxError")
