"""The officer's pages in Chinese say what the English ones say: the same rules, tables, headings, quotations, links and code.

What an officer does, and types, is on shorter pages in Chinese (`SHORT`). Each section of the English page is given there or is left to
the engineer, by name; of a section that is given no rule, no command and no Chinese word is lost.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

from resume_visibility import (
    AccessRecord,
    Action,
    load_record,
    load_resume,
    load_viewer,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.cli.arguments import COMMANDS
from resume_visibility.model.building import names_of
from resume_visibility.model.language import Language
from resume_visibility.model.parts import Part
from resume_visibility.policy import Clause, ViewerKind
from resume_visibility.policy.matrix import matrix
from resume_visibility.policy.table import POLICY_2023_04
from resume_visibility.policy.words import WORDS

DOCS = Path(__file__).parents[1] / "docs"
ZH = DOCS / "zh"
EXAMPLES = DOCS.parent / "examples" / "data"
PAGES = sorted(path.relative_to(ZH) for path in ZH.rglob("*.md") if path != ZH / "index.md")
SHORT = [page for page in PAGES if page.parent.name == "how-to" or page.name == "cli.md"]
"""What an officer does and types: shorter in Chinese, and for the rest it leads to the sections of the English page."""
WHOLE = [page for page in PAGES if page not in SHORT]
ENGINEERS = {
    "how-to/policy-book.md": (),
    "how-to/preview.md": ("on-the-command-line",),  # which the whole Chinese page is of
    "how-to/consents.md": (),
    "how-to/records-and-notices.md": (),
    "how-to/new-version.md": ("4-the-rules", "6-into-the-library"),
    "how-to/test-your-service.md": ("what-you-bring", "a-property-test", "strategies"),
    "reference/cli.md": ("export", "missing", "schema"),
}
"""The sections of an English page that the shorter Chinese one leaves to the engineer."""
RULES = [*(clause.value for clause in POLICY_2023_04.texts), *POLICY_2023_04.uncited]
LABELS = {
    "要点": "要点",
    "Policy": "原文",
    "Rule": "规则",
    "Reading": "解读",
    "Tension": "冲突",
    "Kept in": "实现",
    "Held by": "验证",
}
"""How the lines of a rule begin, in English and in Chinese."""
AGAINST = ("ot the candidate's side", "不利于求职者")
"""How a page marks a reading that does not take the candidate's side."""
_LINK = re.compile(r"\]\(([^)#]*)(#[^)]*)?\)")
_CITATION = re.compile(r"[一二三四五六七]\([一二三四五六七八九]\)\d*(?:\(\d+\))?[a-d]?")
_QUOTED = re.compile("「[^ 」][^」]*」")
_HAN = re.compile(r"[\u4e00-\u9fff]{4,}")
_ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){3,}")


class Piece(NamedTuple):
    """A heading, an item of a list, a row of a table, a paragraph or a block of code, as the page has it."""

    kind: str
    text: str


def pieces(path: Path) -> list[Piece]:
    """What a page consists of, in order, without the line that leads to the other language."""
    return [piece for piece in _pieces(path) if not re.match(r"\[(中文|English)\]\(", piece.text)]


def _pieces(path: Path) -> Iterator[Piece]:
    text = path.read_text(encoding="utf-8")
    for index, outside in enumerate(re.split(r"^(```.*?^```)$", text, flags=re.MULTILINE | re.DOTALL)):
        if index % 2:
            yield Piece("code", outside)
            continue
        # A piece goes on over more lines, unless a blank line, a heading, an item or a row begins.
        for piece in re.split(r"\n\s*\n|\n(?=#|- |\d+\. |\|)", outside):
            if line := " ".join(piece.split()):
                yield Piece(_kind(line), line)


def _kind(line: str) -> str:
    if line.startswith("|"):
        return f"row of {len(cells(line))}"
    if heading := re.match(r"#+ ", line):
        return heading[0]
    return "item" if re.match(r"- |\d+\. ", line) else "paragraph"


def pairs(page: Path) -> list[tuple[Piece, Piece]]:
    """Each piece of an English page with the Chinese one in the same place."""
    return list(zip(pieces(DOCS / page), pieces(ZH / page), strict=True))


def links(path: Path, text: str) -> list[tuple[Path, str]]:
    """Where the links of a piece lead, whichever the language of the page is; a heading with a rule counts by the rule's id."""
    return sorted(
        led_to((path.parent / target).resolve(), re.sub(r"(?<=-\d)--.*", "", anchor))
        for target, anchor in _LINK.findall(text)
    )


def led_to(target: Path, anchor: str) -> tuple[Path, str]:
    """The English page, and the heading there, that a link means; of a shorter page it is the first to which the section leads."""
    if ZH not in target.parents:
        return target, anchor
    page = target.relative_to(ZH)
    if anchor and page in SHORT:
        anchor = f"#{anchors_given(target, sections(target)[anchor[1:]])[0]}"
    return DOCS / page, anchor


def anchors_given(path: Path, text: str) -> list[str]:
    """The headings of the English page to which a shorter Chinese page, or a section of it, leads."""
    return [
        anchor[1:]
        for target, anchor in _LINK.findall(text)
        if anchor and (path.parent / target).resolve() == DOCS / path.relative_to(ZH)
    ]


def code(text: str) -> list[str]:
    return sorted(re.findall(r"`[^`]+`", text))


def squeezed(text: str) -> str:
    return "".join(text.split())


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)[|]", row)[1:-1]]


def anchor_of(heading: str) -> str:
    """What a link to a heading ends in."""
    return re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-")


def sections(path: Path) -> dict[str, str]:
    """What stands under each heading of a page, by its anchor, down to the next heading of any level; above the first it is ""."""
    above, *rest = re.split(r"^##+ (.+)\n", _without_code(path), flags=re.MULTILINE)
    return {"": above} | {
        anchor_of(heading): text for heading, text in zip(rest[::2], rest[1::2], strict=True)
    }


def _without_code(path: Path) -> str:
    return re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def given(page: Path) -> dict[str, str]:
    """The sections of an English page that its shorter Chinese one gives, by the anchor; what stands above the first is one."""
    anchors = {"", *anchors_given(ZH / page, (ZH / page).read_text(encoding="utf-8"))}
    return {anchor: text for anchor, text in sections(DOCS / page).items() if anchor in anchors}


each_page = pytest.mark.parametrize("page", PAGES, ids=str)
each_whole_page = pytest.mark.parametrize("page", WHOLE, ids=str)
each_short_page = pytest.mark.parametrize("page", SHORT, ids=str)


def test_the_officers_pages_are_in_chinese() -> None:
    """What README gives a privacy officer to read is there in Chinese, and the Chinese start page leads to each page."""
    [row] = re.findall(
        r"^\| a privacy officer \| .*$", (DOCS.parent / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert {Path(found) for found in re.findall(r"\(docs/(?!zh/)([^)]*)\)", row)} <= {*PAGES}
    start = (ZH / "index.md").read_text(encoding="utf-8")
    assert [page for page in PAGES if f"({page.as_posix()})" not in start] == []


@each_page
def test_each_leads_to_the_other(page: Path) -> None:
    """Below its title each page leads to itself in the other language."""
    for path, word, other in ((DOCS / page, "中文", ZH / page), (ZH / page, "English", DOCS / page)):
        second = path.read_text(encoding="utf-8").split("\n\n")[1]
        found = re.fullmatch(rf"\[{word}\]\((.*)\)", second)
        assert found is not None, second
        assert (path.parent / found[1]).resolve() == other


@each_whole_page
def test_the_same_pieces(page: Path) -> None:
    """Both have the same headings, items, paragraphs and tables, of as many rows and columns, in the same order."""
    assert [piece.kind for piece in pieces(DOCS / page)] == [piece.kind for piece in pieces(ZH / page)]


@each_whole_page
def test_the_same_code_and_rules(page: Path) -> None:
    """Piece by piece and cell by cell both name the same rules and the same code; examples are the same to the letter."""
    for english, chinese in pairs(page):
        if english.kind == "code":
            # The matrix is printed in either language.
            assert chinese.text == english.text.replace(matrix(), matrix(language=Language.ZH))
        elif english.kind.startswith("row"):
            assert [*map(code, cells(chinese.text))] == [*map(code, cells(english.text))], english.text
        else:
            assert code(chinese.text) == code(english.text), english.text


@each_whole_page
def test_the_same_links(page: Path) -> None:
    """Piece by piece both lead to the same pages."""
    for english, chinese in pairs(page):
        assert links(ZH / page, chinese.text) == links(DOCS / page, english.text), english.text


@each_page
def test_chinese_leads_to_chinese(page: Path) -> None:
    """A Chinese page leads to the Chinese page where there is one."""
    targets = {
        (ZH / page).parent.joinpath(target).resolve()
        for piece in pieces(ZH / page)
        for target, _ in _LINK.findall(piece.text)
    }
    # A shorter page leads to the English one, for what it leaves out.
    assert targets & {DOCS / other for other in PAGES if other != page or page in WHOLE} == set()


@each_whole_page
def test_the_same_words_of_the_policy(page: Path) -> None:
    """Piece by piece both cite the same places of the policy, and what the English one has in Chinese is in the Chinese one."""
    for english, chinese in pairs(page):
        assert sorted(_CITATION.findall(chinese.text)) == sorted(_CITATION.findall(english.text)), (
            english.text
        )
        assert _QUOTED.findall(chinese.text) == _QUOTED.findall(english.text)
        missing = [run for run in _HAN.findall(english.text) if run not in squeezed(chinese.text)]
        assert missing == [], english.text


@each_whole_page
def test_the_same_side(page: Path) -> None:
    """What does not take the candidate's side is marked so in both."""
    for english, chinese in pairs(page):
        assert (AGAINST[0] in english.text) is (AGAINST[1] in chinese.text), english.text


@each_page
def test_nothing_is_left_in_english(page: Path) -> None:
    """A Chinese page has no English sentence; the first column of the glossary has the English terms."""
    for piece in pieces(ZH / page):
        if piece.kind != "code":
            text = piece.text
            if page.name == "glossary.md" and piece.kind.startswith("row"):
                text = " ".join(cells(text)[1:])
            assert _ENGLISH.findall(re.sub(r"`[^`]+`|\([^)]*\.md[^)]*\)", "", text)) == []


def test_the_lines_of_a_rule_are_the_same() -> None:
    """Under each rule the same lines stand in the same order, with the same gist, and the policy is silent in both or in neither."""
    for english, chinese in pairs(Path("reference/rules.md")):
        label, said = re.match(r"- \*\*(.+?)\*\* ", english.text), re.match(r"- \*\*(.+?)\*\* ", chinese.text)
        assert (label is None) is (said is None), english.text
        if label is not None and said is not None:
            assert said[1] == LABELS[label[1]]
            assert ("** Silent" in english.text) is ("** 未写明" in chinese.text)
            if label[1] == "要点":
                assert chinese.text == english.text


@pytest.mark.parametrize("clause", [clause for clause in Clause if POLICY_2023_04.texts[clause].quotation])
def test_the_rules_quote_what_the_code_quotes(clause: Clause) -> None:
    """What the code quotes of the policy for a clause stands, word for word and place by place, under its rule in Chinese."""
    _, section = re.split(
        rf"^### `{clause.value}` ", (ZH / "reference/rules.md").read_text("utf-8"), flags=re.MULTILINE
    )
    words = re.split("\n|……", POLICY_2023_04.texts[clause].quotation)
    assert [one for one in words if squeezed(one) not in squeezed(section.partition("\n### ")[0])] == []


def test_the_glossary_has_the_same_terms() -> None:
    """Both glossaries have the same English term, Chinese term and code for one thing; only the meaning is in the other language."""
    rows = [
        (cells(english.text), cells(chinese.text))
        for english, chinese in pairs(Path("reference/glossary.md"))
        if english.kind.startswith("row")
    ]
    named = [row for row in rows if not set(row[0][0]) <= {*"-"} and row[0][0] != "term"]
    assert len(named) > 80
    assert all(english[:3] == chinese[:3] for english, chinese in named)


def test_the_same_readings_are_confirmed() -> None:
    """Who confirmed a reading, and when, is the same on both pages."""
    for english, chinese in pairs(Path("reference/readings.md")):
        if english.kind == "row of 7" and english.text.startswith("| `"):
            assert cells(chinese.text)[5:] == cells(english.text)[5:]


# --- The shorter pages ------------------------------------------------------------------------------------------------


def test_the_shorter_pages_are_listed() -> None:
    """Of each shorter page it is written down what is left to the engineer."""
    assert sorted(ENGINEERS) == [page.as_posix() for page in SHORT]


@each_short_page
def test_each_section_is_given_or_left_to_the_engineer(page: Path) -> None:
    """Each section of the English page has its place on the shorter one, or is named as the engineer's; a new one asks for a choice."""
    left = {*ENGINEERS[page.as_posix()]}
    assert {*given(page)} == {*sections(DOCS / page)} - left
    assert left <= {*sections(DOCS / page)}


@each_short_page
def test_no_rule_is_lost(page: Path) -> None:
    """Each rule of a section that is given is named on the shorter page."""
    here = (ZH / page).read_text(encoding="utf-8")
    said = "\n".join(given(page).values())
    assert [
        rule for rule in RULES if re.search(rf"{rule}\b", said) and not re.search(rf"{rule}\b", here)
    ] == []


@each_short_page
def test_no_command_is_lost(page: Path) -> None:
    """Each command of a section that is given is on the shorter page."""
    named = {word.strip("`") for heading, text in given(page).items() for word in (*code(text), heading)}
    here = (ZH / page).read_text(encoding="utf-8")
    assert [one for one in COMMANDS if one in named and not re.search(rf"(`| ){one}[` ]", here)] == []


@each_short_page
def test_no_row_is_lost(page: Path) -> None:
    """What the rows of a table are about, if they name it in code, is on the shorter page."""
    here = (ZH / page).read_text(encoding="utf-8").lower()
    # The row above the line of dashes is the head.
    rows = [
        row for text in given(page).values() for row in re.findall(r"^[|].*$(?!\n[|]-)", text, re.MULTILINE)
    ]
    assert [named for row in rows for named in code(cells(row)[0]) if named.lower() not in here] == []


@each_short_page
def test_no_chinese_word_is_lost(page: Path) -> None:
    """What a section that is given has in Chinese is on the shorter page, and so is each place of the policy that it cites."""
    here = squeezed((ZH / page).read_text(encoding="utf-8"))
    words = [
        found for text in given(page).values() for found in (*_HAN.findall(text), *_CITATION.findall(text))
    ]
    assert [word for word in words if word not in here] == []


def block(page: str) -> dict[str, object]:
    """The document in JSON that a page shows."""
    [found] = re.findall(r"^```json\n(.*?)^```$", (ZH / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    shown: dict[str, object] = json.loads(found)
    return shown


def test_the_record_on_the_page_is_the_one_that_is_made() -> None:
    """The access record that an officer learns to read is that of the view named beside it, and the notice is made from it."""
    resume = load_resume((EXAMPLES / "engineer.json").read_bytes())
    viewer = load_viewer((EXAMPLES / "viewers" / "initech-recruiter.json").read_bytes())
    at = datetime(2026, 7, 1, tzinfo=UTC)
    record: AccessRecord = record_of(viewer, resume, view_for(viewer, resume, at=at), at=at)
    page = "how-to/records-and-notices.md"
    assert load_record(block(page)) == record
    notice = notice_of(record, resume.settings, language=Language.ZH)
    assert notice is not None
    here = (ZH / page).read_text("utf-8")
    assert f"“{notice.text}”" in here
    assert [
        name
        for name in names_of(AccessRecord)
        if not re.search(rf"^[|] .*`{name}`.* [|] ", here, re.MULTILINE)
    ] == []


def test_the_notices_on_the_page_are_those_that_are_sent() -> None:
    """An officer reads every sentence that a candidate may get, in both languages; of lists there is none."""
    resume = load_resume((EXAMPLES / "engineer.json").read_bytes())
    company = load_viewer((EXAMPLES / "viewers" / "acme-recruiter.json").read_bytes())
    at = datetime(2026, 7, 1, tzinfo=UTC)
    record = record_of(company, resume, view_for(company, resume, at=at), at=at)
    talked = attrs.evolve(record, action=Action.CHAT, conversing=True)
    mailed = attrs.evolve(record, kind=ViewerKind.MAILBOX, viewer=None)
    made = set[tuple[str, ...]]()
    for one in (*(attrs.evolve(record, action=action) for action in Action), talked, mailed):
        said = [notice_of(one, resume.settings, language=which) for which in (Language.ZH, Language.EN)]
        made.add(tuple(notice.text.replace(notice.company, "…") for notice in said if notice is not None))
    page = (ZH / "how-to/records-and-notices.md").read_text("utf-8")
    rows = re.findall(r"^[|] [^|]+ [|] (…[^|]*) [|] `(… [^`]*)` [|]$", page, re.MULTILINE)
    assert {*rows} == made - {()}, "list them in docs/zh/how-to/records-and-notices.md"


def test_the_names_that_an_officer_reads_are_said_in_chinese() -> None:
    """A view and a record name parts and viewers as the code does: each of these names is beside its Chinese word."""
    line = (ZH / "reference/cli.md").read_text(encoding="utf-8")
    record = (ZH / "how-to/records-and-notices.md").read_text(encoding="utf-8")
    assert [part for part in Part if not re.search(f"`{part.value}` {WORDS[part].zh}[，。]", line)] == []
    assert [kind for kind in ViewerKind if f"`{kind.value}` {WORDS[kind].zh}" not in record] == []


def test_the_consent_on_the_page_is_one_of_the_examples() -> None:
    """The consent that an officer learns to read is the one that the commands below it find."""
    assert block("how-to/consents.md") in json.loads((EXAMPLES / "engineer.json").read_bytes())["consents"]
