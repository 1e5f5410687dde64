"""The documentation says what the code does."""

import doctest
import importlib
import inspect
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from each import each
from resume_visibility.__main__ import main
from resume_visibility.book.clauses import addresses
from resume_visibility.model.language import Language
from resume_visibility.policy import Clause
from resume_visibility.policy.matrix import matrix
from resume_visibility.policy.table import POLICY_2023_04

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py")))


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def rules() -> dict[str, str]:
    """Each rule of the reference by its id, with what it says."""
    sections = re.split(r"^#{2,3} ", text_of("reference/rules.md"), flags=re.MULTILINE)
    headed = (re.match(r"`([A-Z]+-[0-9]+)`", section) for section in sections)
    return {
        heading[1]: section for heading, section in zip(headed, sections, strict=True) if heading is not None
    }


def public_rooms() -> list[ModuleType]:
    """The top and each room that the reference of the API lists."""
    rooms = re.findall(r"^## .*`(resume_visibility[.\w]*)`$", text_of("reference/api.md"), re.MULTILINE)
    return [*map(importlib.import_module, rooms)]


def commands() -> Iterator[tuple[str, str, str]]:
    """Every command of this library in a console block: the page, the command, and what it prints."""
    for page in PAGES:
        for block in re.findall(
            r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            for typed in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, printed = typed.partition("\n")
                if printed:
                    yield page.name, command, printed


def test_the_matrix_is_current() -> None:
    """The matrix that the privacy officer reads, in English and in Chinese, is the one that the policy makes."""
    for page, language in (
        ("explanation/promise.md", Language.EN),
        ("zh/explanation/promise.md", Language.ZH),
    ):
        current = f"```text\n{matrix(language=language)}\n```"
        assert current in text_of(page), f"docs/{page} has to show\n{current}"


@each("rule", sorted(rules()))
def test_every_rule_says_what_it_is(rule: str) -> None:
    """Each rule has its gist in Chinese and in English words, and quotes the policy or says that it is silent; the laws are our own."""
    section = rules()[rule]
    assert re.search(r"^- \*\*要点\*\* .+[\u4e00-\u9fff].+。$", section, flags=re.MULTILINE)
    assert re.search(r"^- \*\*Rule\*\* .+", section, flags=re.MULTILINE)
    policy = re.search(r"^- \*\*Policy\*\* (.+)", section, flags=re.MULTILINE)
    if rule.startswith("LAW-"):
        assert policy is None
    else:
        assert policy is not None
        assert policy[1].startswith("Silent") or re.match(r"[一二三四五六七][^「]*「[^」]+」", policy[1])


@each("rule", sorted(rules()))
def test_every_rule_is_held_by_the_tests_it_names(rule: str) -> None:
    """Each rule says where it is kept, and every test that it names is there: in the file named before it, or in any."""
    section = rules()[rule]
    kept, held = re.search(r"\*\*Kept in\*\* (.+)", section), re.search(r"\*\*Held by\*\* (.+)", section)
    assert kept is not None
    assert held is not None
    for path in re.findall(r"`([\w/]+(?:\.py|/))`", kept[1]):
        assert (ROOT / "src" / "resume_visibility" / path).exists(), path
    names = re.findall(r"`([^`]+)`", held[1])
    assert not names[-1].endswith(".py")
    file = None
    for name in names:
        if name.endswith(".py"):
            file = (ROOT / name).read_text(encoding="utf-8")
        else:
            source = TESTS if rule.replace("-", "_") in name else file
            assert source is not None, name
            assert defines(source, name), name


def defines(source: str, name: str) -> bool:
    """Whether a test of that name is defined there, "*" standing for the rest of it."""
    pattern = re.escape(name).replace(r"\*", r"\w*")
    return re.search(rf"^def {pattern}\(", source, flags=re.MULTILINE) is not None


def quoted_under(rule: str) -> list[tuple[str, str]]:
    """Each place of the policy that the page cites for a rule, with its words; what is between two quotations is left out (……)."""
    policy = re.search(r"^- \*\*Policy\*\* (.+)", rules()[rule], flags=re.MULTILINE)
    if policy is None or policy[1].startswith("Silent"):
        return []
    cited = re.findall(r"([^「」]+)((?:「[^」]+」)+)", policy[1])
    assert "".join(f"{place}{words}" for place, words in cited) == policy[1]
    return [(place, re.sub("(……)?」「", "……", words)[1:-1]) for place, words in cited]


@each("rule", sorted(rules()))
def test_the_rules_quote_what_the_code_quotes(rule: str) -> None:
    """What the code cites and quotes for a rule, and so the book, is what the page does: the same places, and all of their words."""
    stated = {clause.value: text for clause, text in POLICY_2023_04.texts.items()} | {
        **POLICY_2023_04.uncited
    }
    quoted = quoted_under(rule)
    assert list(addresses(stated[rule].source)) == [place for place, _ in quoted]
    assert stated[rule].quotation == "\n".join(words for _, words in quoted)


@each("page", ["explanation/promise.md", "zh/explanation/promise.md"])
def test_a_promise_cites_what_its_rules_are_from(page: str) -> None:
    """Each place of the policy that the officer's page cites for a promise is one that a rule beside it is from, or is part of."""
    stated = {clause.value: text for clause, text in POLICY_2023_04.texts.items()} | {
        **POLICY_2023_04.uncited
    }
    table = re.search(r"^\|.*\n\|---\|---\|---\|---\|\n((?:\|.*\n)+)", text_of(page), flags=re.MULTILINE)
    assert table is not None
    for row in table[1].splitlines():
        _, cited, named, _ = (cell.strip() for cell in row.split("|")[1:-1])
        sources: set[str] = set()
        for group, first, last in re.findall(r"`([A-Z]+)-(\d)`(?:\.\.`[A-Z]+-(\d)`)?", named):
            for number in range(int(first), int(last or first) + 1):
                sources |= {*addresses(stated[f"{group}-{number}"].source)}
        places = addresses(cited.replace("，", ", "))
        assert [one for one in places if not any(source.startswith(one) for source in sources)] == [], row


@each("rule", sorted(rules()))
def test_a_quotation_ends_where_the_policy_pauses(rule: str) -> None:
    """What is quoted of the policy goes to the end of a sentence or of an item, or marks that it does not."""
    assert [words for _, words in quoted_under(rule) if not words.endswith(("。", "；", "：", "……"))] == []


@pytest.mark.parametrize("clause", [clause for clause in Clause if clause is not Clause.DEFAULT_DENY])
def test_the_rules_say_what_the_code_says(clause: Clause) -> None:
    """A clause has the same gist in Chinese on the page of its rule and in what the code prints."""
    assert f"- **要点** {POLICY_2023_04.texts[clause].gist.zh}。" in rules()[clause.value]


@each("rule", sorted(POLICY_2023_04.uncited))
def test_the_rules_say_what_the_uncited_ones_say(rule: str) -> None:
    """A rule that no decision cites has the same gist in Chinese on its page and in the code."""
    assert f"- **要点** {POLICY_2023_04.uncited[rule].gist.zh}。" in rules()[rule]


def test_every_rule_is_in_the_code() -> None:
    """Every rule of the reference has a text in the ruleset: as a clause that decisions cite, or as one that none does."""
    cited = {clause.value for clause in POLICY_2023_04.texts}
    assert cited | set(POLICY_2023_04.uncited) == set(rules())
    assert cited.isdisjoint(POLICY_2023_04.uncited)


def test_the_api_lists_every_public_name() -> None:
    """The reference of the API lists each name of the top and of each public room once, and nothing else."""
    top: set[str] = set()
    for section in re.split(r"^## ", text_of("reference/api.md"), flags=re.MULTILINE):
        room = re.match(r".*`(resume_visibility[.\w]*)`\n", section)
        cells = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section, flags=re.MULTILINE)
        listed = re.findall(r"\w+", " ".join(cells))
        if room is None:
            assert listed == []
            continue
        public = importlib.import_module(room[1]).__all__
        # A room has what the top has of it as well, which is listed there.
        assert sorted(listed) == sorted({*public} - top), room[1]
        top = top or {*public}


def test_every_plain_value_error_is_on_the_page_of_errors() -> None:
    """Each public function that says that it raises a plain `ValueError` has it in its row of the page of errors, and no other has."""
    rows = re.findall(r"^\| `(\w+)`.* \| .*`ValueError`", text_of("reference/errors.md"), re.MULTILINE)
    raising = {
        name
        for room in public_rooms()
        for name in room.__all__
        if "\n    ValueError: " in (inspect.getdoc(getattr(room, name)) or "")
    }
    assert set(rows) == raising


def test_the_page_of_errors_says_what_each_function_raises() -> None:
    """Each public function has the errors of its docstring in its row, but for mistakes of a program, and what was built by hand."""
    table = text_of("reference/errors.md").partition("## What is raised by what")[2].partition("\n## ")[0]
    rows: dict[str, str] = {}
    for call, raised in re.findall(r"^\| (`.*?) \| (.*) \|$", table, re.MULTILINE):
        for name in re.findall(r"`([\w*]+)`", call):
            rows[name] = raised
    for room in public_rooms():
        for name in room.__all__:
            function = getattr(room, name)
            if not inspect.isfunction(function):
                continue
            raises = (inspect.getdoc(function) or "").partition("Raises:\n")[2]
            row = rows.get(name, rows["dump_*"] if name.startswith("dump_") else "")
            for error, why in re.findall(r"^    ([A-Z]\w+): (.*)", raises, re.MULTILINE):
                is_checked = error in ("TypeError", "AssertionError") or "nobody checked" in why
                assert is_checked or f"`{error}`" in row or "built by hand" in row, f"{name}: {error}"


def test_links_lead_somewhere() -> None:
    """Every link between pages leads to a page that is there, and to a heading of it where it names one. A page of the site leads to no
    file outside it.
    """
    for page in PAGES:
        for target, anchor in re.findall(
            r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", page.read_text(encoding="utf-8")
        ):
            led_to = (page.parent / target).resolve() if target else page
            assert led_to.exists(), f"{page.name}: {target}"
            assert led_to.is_relative_to(DOCS), f"{page.name}: {target}"
            if anchor:
                headings = re.findall(r"^#+ (.+)$", led_to.read_text(encoding="utf-8"), flags=re.MULTILINE)
                anchors = {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in headings}
                assert anchor in anchors, f"{page.name}: {target}#{anchor}"


def paths_in(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Every file and folder of ours that a page names, each with the names that stand in parentheses behind it."""
    text = page.read_text(encoding="utf-8")
    for path, names in re.findall(
        r"`(\w[\w.]*/[\w./]*?(?:\.\w+|/))`(?: ?[(（](`[^)）]*`)[^)）]*[)）])?", text
    ):
        yield path, re.findall(r"`(\w+)`", names)


@each("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_files_that_a_page_names_are_there(page: Path) -> None:
    """A path on a page leads to a file of the package or the repository, which has what the page says is in it."""
    for path, names in paths_in(page):
        found = [base / path for base in (ROOT / "src" / "resume_visibility", ROOT) if (base / path).exists()]
        assert found or "v2030_01" in path, path
        for name in names:
            assert name in found[0].read_text(encoding="utf-8"), f"{path}: {name}"


def test_what_stops_an_import_is_in_the_file_that_the_page_of_extending_names() -> None:
    """Each file in which that page says to write what is not said yet has a table that has to be complete."""
    files = {*re.findall(r"write it in ([\w/]+\.py)", text_of("how-to/extend.md"))}
    assert len(files) > 8
    package = ROOT / "src" / "resume_visibility"
    incomplete = [
        file for file in files if not re.search(r"\bcomplete(_words)?\(", (package / file).read_text("utf-8"))
    ]
    assert incomplete == []


PROGRAM = re.compile(r"^`(examples/frameworks/\w+\.py)`:\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_a_program_on_a_page_is_the_one_that_runs() -> None:
    """Each program for a framework stands whole on one page, character by character."""
    shown = {path: code for page in PAGES for path, code in PROGRAM.findall(page.read_text(encoding="utf-8"))}
    programs = sorted((ROOT / "examples" / "frameworks").glob("*.py"))
    assert shown == {
        program.relative_to(ROOT).as_posix(): program.read_text(encoding="utf-8") for program in programs
    }


def test_the_extra_dev_has_what_the_pages_say() -> None:
    """`dev` has what each other extra has, but for Spark and the site, as the pages of the API and of contributing say."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert "all of these but spark, and" in text_of("reference/api.md")
    assert "except those of the site (`site`) and of Spark (`spark`)" in text_of("contributing.md")
    assert {name for name, needed in extras.items() if not set(needed) <= set(extras["dev"])} == {
        "site",
        "spark",
    }


def test_what_continuous_integration_runs_is_the_readmes_command() -> None:
    """`.ci/run` takes README's one command of the tests word by word, and measures it from outside: no newcomer pays for that."""
    ci = ROOT / ".ci" / "run"
    if not ci.exists():
        pytest.skip("what was built for others has no continuous integration")
    found = re.search(
        r"^command=\$\(grep -m1 -F '(.+)' README\.md\)$", ci.read_text("utf-8"), flags=re.MULTILINE
    )
    assert found is not None
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [block] = re.findall(r"^\*\*Run the tests\*\*.*\n\n```sh\n(.*)\n```$", readme, flags=re.MULTILINE)
    assert [line for line in readme.splitlines() if found[1] in line] == [block]
    assert "coverage" not in block


def test_every_page_can_be_found() -> None:
    """Every page is linked from the index."""
    index = text_of("index.md")
    missing = [page for page in PAGES if page.name != "index.md" and str(page.relative_to(DOCS)) not in index]
    assert missing == []


def pages_under(entries: list[str | dict[str, Any]]) -> Iterator[str]:
    """The pages of a navigation, whatever they are grouped in."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            for below in entry.values():
                yield from pages_under(below)


def test_every_page_is_in_the_navigation_of_the_site() -> None:
    """The site leads to every page there is, once; a page that is not in its navigation would be found by search alone."""
    configuration = ROOT / ".ci" / "zensical.toml"
    if not configuration.exists():
        pytest.skip("what was built for others is no site")
    tabs = tomllib.loads(configuration.read_text(encoding="utf-8"))["project"]["nav"]
    listed = [*pages_under(tabs)]
    assert sorted(listed) == sorted(page.relative_to(DOCS).as_posix() for page in PAGES)


@pytest.mark.parametrize(("page", "command", "printed"), list(commands()))
def test_commands_print_what_the_pages_say(
    page: str, command: str, printed: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command in a page prints what the page shows, "..." standing for lines left out, and ends as it says."""
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(ROOT)  # as `python -m` does
    program, _, status = command.partition("; echo ")
    words = shlex.split(program)
    assert words[:3] == ["python", "-m", "resume_visibility"], page
    code = main(words[3:])
    out, err = capsys.readouterr()
    got = out + err + (f"{code}\n" if status else "")
    assert doctest.OutputChecker().check_output(printed, got, doctest.ELLIPSIS), (
        f"{page} has to say what the command prints:\n{got}"
    )
