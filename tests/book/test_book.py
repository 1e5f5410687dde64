"""The policy book: a whole page, in both languages, that says what the table says."""

import hashlib
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import attrs
import html5lib
import pytest

from cases import decision_on
from each import each
from policies import BLIND, LATER, LISTED, UNCITED
from resume_visibility import POLICY_2023_04, Language, Part, Policy, Visibility
from resume_visibility.book import book
from resume_visibility.book.checked import differences, statements
from resume_visibility.book.clauses import addresses, every_rule, index
from resume_visibility.book.making import SECTIONS, BookWriter
from resume_visibility.book.moves import find_effects
from resume_visibility.book.parts import every_part
from resume_visibility.book.signing import signing
from resume_visibility.book.survey import Survey, relation_of
from resume_visibility.book.switches import SWITCHES
from resume_visibility.model import Action, Document, NameDisplay, Words
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import (
    V2023_04,
    Clause,
    Confirmation,
    Grant,
    Standing,
    ViewerKind,
    compare,
    verify,
)
from resume_visibility.policy.clauses import RULE_GROUPS
from resume_visibility.policy.decisions import Entry, Item, items_of
from resume_visibility.policy.digest import digest_of_policy, digest_of_texts
from resume_visibility.policy.facts import FACT_VALUES, Facts
from resume_visibility.policy.matrix import matrix
from resume_visibility.policy.readings import COUNTED_IN_NO_CASE, Reading, Readings
from resume_visibility.policy.words import WORDS
from resume_visibility.projection.finder import digest_of_finder

IN_BOTH_LANGUAGES = pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
HAN = re.compile("[\u4e00-\u9fff]")


@cache
def every_entry() -> list[Entry]:
    """Every case of the policy, with what is decided."""
    return list(POLICY_2023_04.entries())


@cache
def book_page(language: Language = Language.ZH) -> str:
    """The book of the policy as it is."""
    return book(POLICY_2023_04, language=language)


@cache
def book_tree(language: Language = Language.ZH) -> Element:
    """The same, parsed."""
    return parse_page(book_page(language))


ATTACK = "</title><script>alert('x')</script>&\x07\"'"
OWN_POLICY = Policy(
    ATTACK,
    readings=Readings(chat_only_forbids_export=False),
    confirmed=(Confirmation("MODE-2/1", by=ATTACK, on=date(2026, 1, 31), alternative=True),),
)
"""A platform's own policy: another reading, confirmed, and names that a page must not take for its own."""


@cache
def own_book_tree() -> Element:
    """The book of the platform's own policy, parsed."""
    return parse_page(book(OWN_POLICY, language=Language.ZH))


def parse_page(whole: str) -> Element:
    """A page as a browser reads it; strictly, so that the first mistake in it raises."""
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
    )
    root = parser.parse(whole)
    assert isinstance(root, Element)
    return root


def text_of(node: Element) -> str:
    """Everything that is read in an element; the line breaks of the file are not."""
    return "".join(node.itertext()).replace("\n", "")


def element_at(id_: str, root: Element | None = None) -> Element:
    """The element of an id."""
    [found] = [node for node in (book_tree() if root is None else root).iter() if node.get("id") == id_]
    return found


def rows_in(node: Element) -> list[list[str]]:
    """The rows of the bodies of all tables in an element, cell by cell."""
    return [[text_of(cell) for cell in row] for body in node.iter("tbody") for row in body.iter("tr")]


# --- A page ----------------------------------------------------------------------------------------------------------


class Nesting(HTMLParser):
    """The elements that are open, as an HTML parser of the standard library meets them."""

    VOID = ("meta", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Opens one."""
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the one that was opened last."""
        assert self.open.pop() == tag


@IN_BOTH_LANGUAGES
def test_the_page_is_html(language: Language) -> None:
    """A strict parser finds no mistake in the page, and every element that is opened is closed in its place."""
    assert book_tree(language).tag == "html"
    nesting = Nesting()
    nesting.feed(book_page(language))
    assert nesting.open == []


@IN_BOTH_LANGUAGES
def test_every_link_leads_somewhere(language: Language) -> None:
    """Every link leads to an id of the page, and no id is there twice."""
    ids = [id_ for node in book_tree(language).iter() if (id_ := node.get("id")) is not None]
    assert len(ids) == len(set(ids))
    links = [node.attrib["href"] for node in book_tree(language).iter("a")]
    assert links
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= set(ids)


@IN_BOTH_LANGUAGES
def test_the_page_needs_nothing_else(language: Language) -> None:
    """No script, no other file and no address stand in the page: it opens from a disk, and says so to nobody."""
    tags = {node.tag for node in book_tree(language).iter()}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    assert not re.search(r"https?:|url\(|@import|\bsrc=|\bon[a-z]+=", book_page(language))


@IN_BOTH_LANGUAGES
def test_the_page_can_be_listened_to(language: Language) -> None:
    """The page and its quotations say their language; each table has a caption and heads with a scope; headings skip no level."""
    root = book_tree(language)
    assert root.get("lang") == {Language.ZH: "zh-CN", Language.EN: "en"}[language]
    assert {quotation.get("lang") for quotation in root.iter("blockquote")} == {"zh-CN"}
    for table in root.iter("table"):
        caption = table.find("caption")
        assert caption is not None
        assert text_of(caption)
        assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}
    levels = [int(node.tag[1]) for node in root.iter() if re.fullmatch("h[1-6]", str(node.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_ <= level + 1 for level, next_ in pairwise(levels))
    [drawing] = root.iter("{http://www.w3.org/2000/svg}svg")
    named = drawing.attrib["aria-labelledby"].split()
    assert all(text_of(element_at(id_, root)) for id_ in named)


@IN_BOTH_LANGUAGES
def test_a_page_that_was_saved_is_read_as_it_was_written(language: Language) -> None:
    """No server says how the bytes of a file are to be read: the page says it, where every browser looks."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    parser.parse(book_page(language).encode())
    assert parser.documentEncoding == "utf-8"
    assert b'<meta charset="utf-8">' in book_page(language).encode()[:1024]


@IN_BOTH_LANGUAGES
def test_the_contents_lead_to_every_section(language: Language) -> None:
    """After the first page, the contents name each section in its place; who uses a keyboard reaches the questions first."""
    root = book_tree(language)
    [contents], [main] = root.iter("nav"), root.iter("main")
    assert contents.get("aria-label")
    assert text_of(contents[0]) == contents.get("aria-label")
    sections = list(main)[list(main).index(contents) + 1 :]
    assert [(link.get("href"), text_of(link)) for link in contents.iter("a")] == [
        (f"#{section.get('id')}", text_of(section[0])) for section in sections
    ]
    assert len(sections) == 15
    first_link = next(root.iter("a"))
    assert first_link.get("href") == "#questions"
    assert text_of(first_link) == {Language.ZH: "跳到问题", Language.EN: "To the questions"}[language]
    assert element_at("questions", root) is not None


def test_the_page_says_of_which_policy_it_is() -> None:
    """The version stands in the title, by which a saved file is found, and under the heading."""
    root = book_tree()
    [title], [header] = root.iter("title"), root.iter("header")
    assert text_of(title) == "隐私条款手册 · 2023-04"
    assert text_of(header).startswith("隐私条款手册版本 2023-04 · ")
    assert "2023年4月版，更新日期 2023-04-20，生效时间 2023-05-04" in text_of(header)


def tables_to_sign(root: Element) -> list[list[list[str]]]:
    """The rows of the three tables of the page that is signed: what is signed, the choices, and the signatures."""
    return [rows_in(table) for table in element_at("signing", root).iter("table")]


@IN_BOTH_LANGUAGES
def test_the_page_to_sign_says_what_is_signed(language: Language) -> None:
    """Text and dates of the policy, versions of policy and library, the digest of all that decides, the statements, and accounts."""
    facts = [row[1] for row in tables_to_sign(book_tree(language))[0]]
    assert facts == [
        V2023_04.edition.words.said(language),
        "2023-04",
        "2023-04",
        f"resume-visibility {version('resume-visibility')}",
        digest_of_policy(POLICY_2023_04),
        digest_of_texts(POLICY_2023_04),
        digest_of_finder(),
        {
            Language.ZH: f"检查 {len(POLICY_2023_04.statements)} 条，不成立 0 条",
            Language.EN: f"{len(POLICY_2023_04.statements)} checked, 0 not kept",
        }[language],
        {Language.ZH: "无", Language.EN: "none"}[language],
    ]


@IN_BOTH_LANGUAGES
def test_a_trial_is_not_taken_for_the_policy_in_force(language: Language) -> None:
    """Title, heading and the page to sign say that it is only tried, and it has no room for signatures; no other book says so."""
    tried = attrs.evolve(
        POLICY_2023_04, version="2023-04:mailbox_waits", readings=Readings(mailbox_waits=False)
    )
    root = parse_page(book(tried, language=language, trial=True))
    words, note = {
        Language.ZH: ("隐私条款试算，不是现行的隐私条款", "这只是试算"),
        Language.EN: ("Trial of a policy, not in force", "This is only a trial"),
    }[language]
    for name in ("title", "h1"):
        assert words in text_of(next(root.iter(name)))
    [header] = root.iter("header")
    for place in (header, element_at("signing", root)):
        assert (
            next(text_of(one)[: len(note)] for one in place.iter("p") if one.get("class") == "warning")
            == note
        )
    assert len(tables_to_sign(root)) == 2
    other = text_of(book_tree(language))
    assert words not in other
    assert note not in other


def test_the_page_to_sign_is_of_its_own_policy() -> None:
    """Another version, other readings and accounts, and statements that are not kept, are those of the policy of the book."""
    ours = attrs.evolve(BLIND, accounts=("脉脉号", "脉圈"))
    section = signing(BookWriter(ours, POLICY_2023_04, Language.ZH))
    facts = [row[1] for row in rows_in(next(section.iter("table")))]
    failed = len(verify(ours))
    assert (facts[1], facts[4]) == ("blind", digest_of_policy(ours))
    assert facts[7:] == [f"检查 {len(ours.statements)} 条，不成立 {failed} 条", "脉脉号、脉圈"]
    assert [text_of(one) for one in section.iter("span") if one.get("class") == "warning"] == [facts[7]]


def test_the_page_to_sign_lists_the_side_of_each_choice() -> None:
    """Every reading that a platform may choose otherwise is there, with its side and who confirmed it, and no other."""
    for policy, root in ((POLICY_2023_04, book_tree()), (OWN_POLICY, own_book_tree())):
        choices = [one for one in V2023_04.readings() if isinstance(one.changed_by, str)]
        confirmed = {one.reading: one for one in policy.confirmed}
        expected = []
        for reading in choices:
            said = reading.chosen(policy.readings).zh
            said += "" if not reading.is_against(policy.readings) else "不利于求职者。"
            said += "" if reading.is_kept(policy.readings) else "与规则的选择不同。"
            by = confirmed.get(reading.id)
            named = "尚无人确认" if by is None else f"{by.by}{by.on}".replace("\x07", "\ufffd")
            expected.append([reading.id, reading.question.zh, said, named])
        assert tables_to_sign(root)[1] == expected
        rest = len(V2023_04.readings()) - len(choices)
        captions = [text_of(one) for one in element_at("signing", root).iter("caption")]
        assert captions[1] == f"可由平台选择的解读；其余 {rest} 处不可选择"


def test_the_page_to_sign_has_room_to_sign() -> None:
    """Who prepared, reviewed and approved write name, date and signature on paper, in cells of the height of a hand; it is the last page."""
    assert tables_to_sign(book_tree())[2] == [[who, "", "", ""] for who in ("编制", "审核", "批准")]
    [main] = book_tree().iter("main")
    assert list(main)[-1].get("id") == "signing"
    *_, table = element_at("signing").iter("table")
    assert table.get("class") == "signing"
    assert ".signing td { height: 3.5rem" in book_page()


def test_a_library_that_is_not_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where its folder was copied, the page to sign says so rather than guess."""

    def not_found(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("resume_visibility.installed.version", not_found)
    section = signing(BookWriter(POLICY_2023_04, POLICY_2023_04, Language.ZH))
    assert rows_in(section)[3][1] == "resume-visibility 未知：没有作为软件包安装"


def test_the_page_is_as_wide_as_a_phone() -> None:
    """A phone shows the page in its own width, and not the page of a desk made small."""
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in [
        one.attrib for one in book_tree().iter("meta")
    ]


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as #1d2733, as WCAG 2 counts it."""
    whole = colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])
    parts = [int(whole[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_can_be_read() -> None:
    """Ink, muted text, links and warnings have a contrast of at least 4.5 to 1 on every ground of the page."""
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", book_page()))
    grounds = [colours[name] for name in ("paper", "nothing", "identity", "some", "number")] + ["#fff8d8"]
    for ink in ("ink", "muted", "link", "warning"):
        for ground in grounds:
            dark, light = sorted((luminance(colours[ink]), luminance(ground)))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_no_cell_speaks_by_its_colour_alone() -> None:
    """Every coloured cell says in words what its colour says."""
    coloured = [node for node in book_tree().iter("td") if {"cell", "how"} & {*node.get("class", "").split()}]
    said = {node.get("class", "").split()[1]: set[str]() for node in coloured}
    for node in coloured:
        first = next(iter(node.itertext()))
        said[node.get("class", "").split()[1]].add(first)
    assert all(len(words) == 1 for words in said.values()), said
    assert len({next(iter(words)) for words in said.values()}) == len(said)


def test_the_same_policy_gives_the_same_bytes() -> None:
    """The book is a function: another process, with other hashes, makes the same page."""
    program = (
        "import hashlib; from resume_visibility.book import book; "
        "print(hashlib.sha256(book().encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )
    assert done.stdout.strip() == hashlib.sha256(book_page().encode()).hexdigest()


def test_everything_is_escaped() -> None:
    """What a platform writes is text on the page, whatever it looks like; a control character is none."""
    assert list(own_book_tree().iter("script")) == []
    for place in ("readings", "differences"):
        assert ATTACK.replace("\x07", "\ufffd") in text_of(element_at(place, own_book_tree()))


# --- Two languages ---------------------------------------------------------------------------------------------------


def texts_read_in(node: Element) -> Iterator[str]:
    """Every text of an element that is neither code nor a quotation nor how the page looks."""
    if node.tag in ("code", "blockquote", "style"):
        return
    yield from filter(None, (node.text, node.get("title"), node.get("aria-label")))
    for child in node:
        yield from texts_read_in(child)
        yield child.tail or ""


def test_the_chinese_book_is_chinese() -> None:
    """Beside code and quotations, no two Latin words follow each other anywhere in the Chinese book."""
    english = [
        text for text in texts_read_in(book_tree()) if re.search(r"[A-Za-z]{2,}[,;:.]?\s+[A-Za-z]{2,}", text)
    ]
    assert english == []


def words_of_the_ruleset() -> Iterator[Words]:
    """Every text of the ruleset that is written in both languages."""
    yield from WORDS.values()
    for text in (*POLICY_2023_04.texts.values(), *POLICY_2023_04.uncited.values()):
        yield text.gist
    yield from (statement.words for statement in POLICY_2023_04.statements)
    for reading in V2023_04.readings():
        yield from (reading.question, reading.choice, reading.alternative)
        if isinstance(reading.changed_by, Words):
            yield reading.changed_by


@each("words", [*dict.fromkeys(words_of_the_ruleset())], ids=lambda words: words.en[:40])
def test_every_text_has_both_languages(words: Words) -> None:
    """Each text has Latin words in English, and Chinese characters in Chinese, which ends as the English one does."""
    assert re.search("[A-Za-z]", words.en)
    assert HAN.search(words.zh)
    assert (words.en[-1] in ".?") is (words.zh[-1] in "。？")


def test_both_books_have_the_same_places() -> None:
    """The two languages have the same headings, tables, rows and links, in the same order."""

    def shape(language: Language) -> list[tuple[str, str | None]]:
        kept = ("section", "h2", "h3", "h4", "table", "tr", "article", "blockquote")
        nodes = book_tree(language).iter()
        return [(str(node.tag), node.get("id")) for node in nodes if node.tag in kept]

    assert shape(Language.ZH) == shape(Language.EN)


# --- What it says ----------------------------------------------------------------------------------------------------


def given(kind: ViewerKind, item: Item, document: Document = Document.RESUME) -> int:
    """In how many cases a kind of viewer is given an item, counted afresh."""
    return sum(
        entry.facts.kind is kind and entry.facts.document is document and item in items_of(entry.decision)
        for entry in every_entry()
    )


@pytest.mark.parametrize(
    ("document", "part"),
    [
        (document, part)
        for document in Document
        for part in (Part.MOBILE, Part.NAME, Part.IP_REGION, Part.WORK)
    ],
)
def test_each_part_lists_who_can_ever_see_it(document: Document, part: Part) -> None:
    """Under a part stands every kind of viewer that is given it in any case, with the number of cases, and no other."""
    places = [
        node
        for node in book_tree().iter("div")
        if any(n.get("id") == part_id(document, part) for n in node.iter())
    ]
    expected = {
        WORDS[kind].zh: given(kind, part, document) for kind in ViewerKind if given(kind, part, document)
    }
    if not places:
        assert expected == {}
        return
    rows = rows_in(places[-1])
    found = {row[0]: int(re.findall(r"([\d,]+) 种$", row[-1])[0].replace(",", "")) for row in rows}
    assert found == expected
    kinds = {WORDS[kind].zh: kind for kind in ViewerKind}
    for who, _, actions, clauses, counted in rows:
        cases = [e for e in every_entry() if e.facts.kind is kinds[who] and e.facts.document is document]
        giving = [e for e in cases if part in items_of(e.decision)]
        assert {*actions.split("、")} == {WORDS[entry.facts.action].zh for entry in giving}
        assert {*clauses.split("、")} == clauses_giving(part, giving)
        assert counted == f"{len(cases):,} 种中的 {len(giving):,} 种"


def clauses_giving(item: Item, entries: list[Entry]) -> set[str]:
    """The ids of the clauses that give an item in some cases, gathered afresh."""
    grants = [entry.decision for entry in entries if isinstance(entry.decision, Grant)]
    return {clause.value for grant in grants for clause in dict(grant.given)[item]}


def part_id(document: Document, part: Part) -> str:
    return f"part-{document.value}-{part.value}"


def how_shown(kind: ViewerKind, part: Part, document: Document) -> str:
    """How a kind of viewer is shown a part, counted afresh: whenever they view, sometimes, where it is named, in a chat, or never."""
    entries = [e for e in every_entry() if e.facts.kind is kind and e.facts.document is document]
    views = [e for e in entries if e.facts.action is Action.VIEW and isinstance(e.decision, Grant)]
    shown = sum(part in items_of(entry.decision) for entry in views)
    if shown and kind is ViewerKind.RECIPIENT:
        return "列明才有"
    if shown:
        return "总是" if shown == len(views) else "有时"
    return "仅限在线沟通" if any(part in items_of(entry.decision) for entry in entries) else "看不到"


@pytest.mark.parametrize(("place", "document"), list(enumerate(Document)))
def test_the_overview_of_parts_is_counted(place: int, document: Document) -> None:
    """Each cell of the overview says how that kind of viewer is shown that part, over all cases."""
    grid = [table for table in element_at("parts").iter("table") if table.get("class") == "grid"][place]
    heads = [text_of(head) for head in next(grid.iter("thead")).iter("th")][1:]
    kinds = {WORDS[kind].zh: kind for kind in ViewerKind}
    parts = [part for part in Part if part in PARTS_OF[document]]
    for row, part in zip(rows_in(grid), parts, strict=True):
        assert row == [WORDS[part].zh, *(how_shown(kinds[head], part, document) for head in heads)]


def test_what_a_list_alone_shows_is_not_called_a_chat() -> None:
    """The book of a policy that gives something in recommendations alone says so, and not that a chat gives it."""
    every = every_part(BookWriter(LISTED, POLICY_2023_04, Language.ZH))
    labels = {text_of(cell) for cell in every.iter("td") if cell.get("class", "").startswith("how ")}
    assert labels == {"仅限查看以外的操作", "看不到"}


def test_who_sees_what_is_the_matrix_in_words() -> None:
    """Each cell of both tables has the actions, the channels and the number of parts that the matrix has in letters."""
    lines = [
        line for line in matrix(language=Language.ZH).splitlines() if re.search("[.RSVXC]{5} | - |-$", line)
    ]
    letters = [
        cell for line in lines for cell in re.findall(r"[RSVXC.]{5} [cenmaf.]{6} +\d+|(?<= )-(?= |$)", line)
    ]
    cells = [cell for row in rows_in(element_at("who-sees-what")) for cell in row[1:]]
    assert len(cells) == len(letters) > 100
    all_parts = {str(len(parts)) for parts in PARTS_OF.values()}
    for cell, code in zip(cells, letters, strict=True):
        if code == "-":
            assert cell == "什么都看不到"
            continue
        actions, reached, count = code.split()
        shown = re.search(r"(\d+) / (\d+) 个部分", cell)
        assert shown is not None
        assert shown[1] == count
        assert shown[2] in all_parts
        said = re.search(r"可：(.*?)联系渠道：(.*?)\d+ / ", cell)
        assert said is not None
        assert len(said[1].split("、")) == 5 - actions.count(".")
        assert len(said[2].replace("无", "").split("、")) == max(
            1, sum(letter in reached for letter in "cenm")
        )


@pytest.mark.parametrize("kind", ViewerKind)
def test_what_a_viewer_never_sees_is_listed(kind: ViewerKind) -> None:
    """Under each kind of viewer stand the parts of a resume that they are given in no case, and they are all of those."""
    whole = text_of(element_at("viewers"))
    own = whole.partition(f"{WORDS[kind].zh}在线简历")[2].partition(WORDS[Document.FORM].zh)[0]
    never = [part for part in Part if part in PARTS_OF[Document.RESUME] and not given(kind, part)]
    if len(never) == len(PARTS_OF[Document.RESUME]):
        assert own.startswith("：在任何情形中都得不到任何内容")
    else:
        assert own.endswith(f"在任何情形中都看不到：{'、'.join(WORDS[part].zh for part in never) or '无'}")
        listed, _, rest = own.partition("依据：")
        clauses = rest.partition("在任何情形中都看不到")[0]
        grants = [
            entry.decision
            for entry in every_entry()
            if entry.facts.kind is kind
            and entry.facts.document is Document.RESUME
            and isinstance(entry.decision, Grant)
        ]
        giving = {clause.value for grant in grants for _, cited in grant.given for clause in cited}
        assert {*clauses.split("、")} == giving
        items = {item for grant in grants for item in items_of(grant)}
        assert listed == "".join(BookWriter(POLICY_2023_04, POLICY_2023_04, Language.ZH).items(items))


def test_all_sections_are_what_a_school_is_given() -> None:
    """What is called all sections of a document is what its rule gives a school (CAMPUS-2): a new section is one of them."""
    given: dict[Document, frozenset[Part]] = {
        entry.facts.document: entry.decision.parts
        for entry in POLICY_2023_04.entries()
        if entry.facts.kind is ViewerKind.SCHOOL and isinstance(entry.decision, Grant)
    }
    besides = {Part.DISPLAY_NAME, Part.NAME, Part.ENGLISH_NAME, Part.DELIVERY}
    found = [given[document] - besides for document in (Document.RESUME, Document.FORM)]
    assert [*SECTIONS.values()] == found


def test_all_sections_are_all() -> None:
    """All sections of a resume are named in one word, and one by one as soon as one of them is missing."""
    writer = BookWriter(POLICY_2023_04, POLICY_2023_04, Language.ZH)
    [sections] = (kept for words, kept in SECTIONS.items() if "在线简历" in words.zh)
    assert writer.items({*sections, Part.MOBILE}) == ["部分：在线简历全部栏目、真实手机号码"]
    for missing in sections:
        [named] = writer.items({*sections} - {missing})
        words = named.removeprefix("部分：").split("、")
        assert sorted(words) == sorted(
            WORDS[part].zh for part in Part if part in sections and part is not missing
        )


@pytest.mark.parametrize(
    ("kind", "fact", "said"),
    [
        (
            ViewerKind.SCHOOL,
            "standing",
            {
                Standing.NONE: Words(
                    "nothing handed in at its talk, or not required by it",
                    "没有在其空中宣讲会投递，或该校没有要求提供",
                ),
                Standing.APPLIED: Words("handed in at its talk, which it requires", "且该校要求提供"),
            },
        ),
        (
            ViewerKind.COMMUNITY_MEMBER,
            "nickname",
            {
                None: Words("not in the community", "未加入社区"),
                NameDisplay.REAL: Words("nickname is the real name", "昵称为真实姓名"),
                NameDisplay.HONORIFIC: Words("nickname is Mr./Ms. X", "先生/女生"),
            },
        ),
        (
            ViewerKind.RECOMMENDER,
            "personalised",
            {True: Words("personalisation on", "开启"), False: Words("personalisation off", "关闭")},
        ),
    ],
    ids=["school", "community", "recommender"],
)
def test_how_a_viewer_stands_is_said(kind: ViewerKind, fact: str, said: dict[object, Words]) -> None:
    """A school, a member of the community and the recommender stand to a resume as the facts of the case are."""
    found = set[object]()
    for case in Survey(POLICY_2023_04).cases:
        if case.facts.kind is kind:
            value, words = getattr(case.facts, fact), relation_of(case.facts)
            assert words is not None
            assert said[value].en == words.en
            assert said[value].zh in words.zh
            found.add(value)
    assert found == {*said}


def test_what_a_viewer_brings_is_said() -> None:
    """Whoever brings more than to be signed in and to converse is told apart by it: in `relation_of`, every state has words of its own."""
    states, said = defaultdict[ViewerKind, set[object]](set), defaultdict[ViewerKind, set[object]](set)
    for entry in every_entry():
        facts, brought = entry.facts, FACT_VALUES[Document.RESUME][entry.facts.kind]
        if facts.document is Document.RESUME:
            states[facts.kind].add(
                tuple(getattr(facts, name) for name in brought if name not in ("qualified", "conversing"))
            )
            said[facts.kind].add(relation_of(facts))
    assert {kind: len(found) for kind, found in states.items()} == {
        kind: len(words) for kind, words in said.items()
    }


def test_the_switches_say_what_the_table_says() -> None:
    """To go private takes everything from a recruiter without application, in as many cases as the table has."""
    changed = 0
    for entry in every_entry():
        facts = entry.facts
        if (
            facts.kind is ViewerKind.RECRUITER
            and facts.document is Document.RESUME
            and facts.standing is Standing.NONE
            and facts.visibility is Visibility.PUBLIC
        ):
            after = decision_on(attrs.evolve(facts, visibility=Visibility.PRIVATE))
            changed += items_of(after) != items_of(entry.decision)
    row = row_of_step("公开简历（接受虚拟手机号电话沟通）", "不公开简历", "招聘者（未收到投递也未被屏蔽）")
    assert row[-1].endswith(f"中的 {changed} 种")
    assert row[1].startswith("不再可以：收到推荐、搜索、查看、导出、在线沟通（部分情形）")
    assert "在线简历全部栏目" in row[1]
    assert "真实手机号码" not in row[1]
    assert row[2] == "—"


def row_of_step(old: str, new: str, who: str) -> list[str]:
    """What the book says of one step of the visibility for a viewer."""
    [table] = [
        table
        for table in element_at("switch-visibility").iter("table")
        if text_of(table[0]).endswith(f"由“{old}”改为“{new}”")
    ]
    [row] = [row for row in rows_in(table) if row[0].startswith(who)]
    return row


def test_what_stays_possible_is_not_called_lost() -> None:
    """MODE-2: from public to chat alone a recruiter loses the export with all that is in it, and of a view the numbers alone."""
    row = row_of_step(
        "公开简历（接受虚拟手机号电话沟通）", "公开简历（仅在线沟通）", "招聘者（未收到投递也未被屏蔽）"
    )
    lost, _, less = row[1].partition("仍然展示的内容中：")
    assert lost.startswith("不再可以：导出随之变化的部分：在线简历全部栏目")
    assert less == "部分：虚拟号码联系渠道：邮箱、虚拟号码"


def test_what_becomes_possible_is_said() -> None:
    """APPLY-1, APPLY-5: by an application a recruiter may view and export what they could not, with the real number, and loses nothing."""
    applying = next(element_at("switch-applications").iter("table"))
    [row] = [
        row
        for row in rows_in(applying)
        if row[0].startswith("招聘者") and WORDS[Document.RESUME].zh in row[0]
    ]
    assert row[1] == "—"
    assert row[2].startswith("可以：查看（部分情形）、导出（部分情形）")
    assert "真实手机号码" in row[2]


def test_whoever_sees_nothing_any_more_is_said_to() -> None:
    """A blocked recruiter sees nothing any more; one that is shown less still sees something."""
    rows = [row for row in rows_in(element_at("switch-blocks")) if row[0].startswith("招聘者")]
    assert rows
    assert all(row[1].startswith("不再看到任何内容") for row in rows)
    assert "不再看到任何内容" not in text_of(element_at("switch-name-display"))


def test_a_step_back_gives_what_the_step_took() -> None:
    """What somebody loses by a step of any switch is what they gain by the step back."""
    survey = Survey(POLICY_2023_04)
    for switch in SWITCHES:
        for old, new, _ in switch.steps:
            there, back = (
                find_effects(survey, switch.field, old, new),
                find_effects(survey, switch.field, new, old),
            )
            lost = frozenset(item for one in there.values() for item in one.less.actions | one.less.with_them)
            gained = frozenset(
                item for one in back.values() for item in one.more.actions | one.more.with_them
            )
            assert lost == gained


def test_the_first_page_says_how_many_readings_are_chosen_otherwise() -> None:
    """Whoever signs a book sees at once that it is not of the readings of the rules, such as one that only tries their other side."""
    tried = Policy("tried", readings=Readings(mailbox_waits=False, chat_shows_avatar=False))
    assert "与规则的选择不同的 2 处" in book(tried).split('id="who-sees-what"')[0]
    assert "与规则的选择不同的 0 处" in book_page()


def test_SHARE_3_what_no_case_counts_is_said_beside_the_counts() -> None:
    """Whoever counts the cases of the rule that explanations cite for what is not named reads why there are none."""
    said = "凡单独同意和法律要求都没有列明的部分，也引用本条"
    assert said in text_of(element_at("rule-SHARE-3"))
    assert book_page().count(said) == 1


def test_SHARE_3_the_first_answer_says_that_a_recipient_needs_the_number_named() -> None:
    """Nobody reads in the first answer that every consent gives the real number."""
    assert "单独同意公开披露、法律要求，列明的才有）" in text_of(element_at("questions"))


def test_what_a_recipient_sees_is_said_to_be_the_most() -> None:
    """SHARE-3: wherever the table has all that a consent may name, the book says that a consent names what is given."""
    for section in ("who-sees-what", "viewers", "parts", "switches", "switch-consents", "switch-orders"):
        assert "由单独同意或法律要求列明的部分" in text_of(element_at(section))


def test_every_step_of_a_switch_is_made_in_some_cases() -> None:
    """No step of a switch is one that no case can make."""
    survey = Survey(POLICY_2023_04)
    for switch in SWITCHES:
        for old, new, words in switch.steps:
            assert any(True for _ in survey.pair_cases_of(switch.field, old, new)), words


def test_every_fact_that_changes_has_a_switch() -> None:
    """What a candidate chooses or does, and what happens to a resume, is a switch of the book; who asks, and for what, is none."""
    asking = {"document", "kind", "action", "qualified"}
    facts = {field.name for field in attrs.fields(Facts)} - asking - {"of_age"}
    assert {switch.field for switch in SWITCHES} == facts


def test_SHARE_2_every_value_of_a_fact_is_one_end_of_a_step() -> None:
    """No way of sharing, and no other value, is one of which the book does not say what changes with it."""
    ends = {field: set[object]() for field in {switch.field for switch in SWITCHES}}
    for switch in SWITCHES:
        ends[switch.field] |= {value for old, new, _ in switch.steps for value in (old, new)}
    there_are = {
        field: {getattr(entry.facts, field) for entry in every_entry() if entry.facts.of_age}
        for field in ends
    }
    assert ends == there_are


def test_the_cases_of_a_step_differ_in_nothing_else() -> None:
    """Beside a case before a step stands the one that differs in that field alone, whichever half of the facts it is of."""
    survey = Survey(POLICY_2023_04)
    for field, old, new in (("of_age", True, False), ("standing", Standing.NONE, Standing.BLOCKED)):
        pairs, change = [*chain(*survey.pair_cases_of(field, old, new))], dict[str, Any]({field: new})
        assert len(pairs) == len({before.facts for before, _ in pairs})
        assert all(attrs.evolve(before.facts, **change) == after.facts for before, after in pairs)


def test_the_statements_agree_with_verify() -> None:
    """Each statement stands in the book, with all cases there are, and none that is not kept, as `verify` says."""
    rows = rows_in(element_at("statements"))
    assert [row[1] for row in rows] == [statement.words.zh for statement in POLICY_2023_04.statements]
    assert {row[3] for row in rows} == {f"{len(every_entry()):,}"}
    assert verify(POLICY_2023_04) == ()
    assert {row[4] for row in rows} == {"0"}
    given_in = sum(isinstance(entry.decision, Grant) for entry in every_entry())
    said = f"给出内容的 {given_in:,} 种，不给出任何内容的 {len(every_entry()) - given_in:,} 种"
    assert said in text_of(element_at("statements"))


def test_a_statement_that_is_not_kept_stands_out() -> None:
    """The book of a policy that overlooks blocks says how many statements fail, in how many cases, and shows one."""
    root = parse_page(book(BLIND, language=Language.ZH))
    violations = verify(BLIND)
    assert violations
    failed = {row[1]: row[4] for row in rows_in(element_at("statements", root)) if row[4] != "0"}
    assert failed == {one.statement.words.zh: f"{one.cases:,}" for one in violations}
    examples = [text_of(node) for node in element_at("statements", root).iter("pre")]
    assert examples == [one.said(Language.ZH).replace("\n", "") for one in violations]
    assert f"不成立的有 {len(violations)} 条" in text_of(element_at("questions", root))


@pytest.mark.parametrize("clause", Clause)
def test_every_clause_stands_with_its_words(clause: Clause) -> None:
    """Each clause has its gist, its source and its quotation, word for word, of each place in a paragraph."""
    text, article = POLICY_2023_04.texts[clause], element_at(f"rule-{clause.value}")
    quoted = [text_of(words) for quotation in article.iter("blockquote") for words in quotation]
    assert quoted == (text.quotation.split("\n") if text.quotation else [])
    assert text.gist.zh in text_of(article)
    assert all(address in text_of(article) for address in addresses(text.source))


def test_how_often_a_clause_decides_is_counted() -> None:
    """Each clause that a decision cites has the numbers of cases in which it gives, withholds and refuses."""
    counts: dict[str, Counter[Clause]] = {"given": Counter(), "withheld": Counter(), "refused": Counter()}
    for entry in every_entry():
        if isinstance(entry.decision, Grant):
            counts["given"].update({clause for _, clauses in entry.decision.given for clause in clauses})
            counts["withheld"].update({clause for _, clauses in entry.decision.refused for clause in clauses})
        else:
            counts["refused"].update({*entry.decision.refused_by})
    for clause in Clause:
        given_in, withheld_in, refused_in = (f"{counted[clause]:,}" for counted in counts.values())
        said = f"在 {given_in} 种情形中作为给出的依据，在 {withheld_in} 种情形中作为不予展示的依据，在 {refused_in} 种情形中作为拒绝的依据。"
        is_cited = any(counted[clause] for counted in counts.values())
        assert (said in text_of(element_at(f"rule-{clause.value}"))) is is_cited


def test_every_reading_stands_with_its_other_side() -> None:
    """Each reading has the id by which it is confirmed, its question, its choice and its other side, and nobody confirmed any."""
    rows = rows_in(element_at("readings"))
    for row, reading in zip(rows, V2023_04.readings(), strict=True):
        assert row[0] == f"{reading.rule}编号 {reading.id}"
        assert row[1] == reading.question.zh
        assert row[2].startswith(reading.choice.zh)
        assert ("不利于求职者" in row[2]) is reading.against_candidate
        assert row[3].startswith(reading.alternative.zh)
        assert row[4] == "尚无人确认"


def test_a_reading_that_is_chosen_otherwise_stands_first() -> None:
    """What the policy chose stands as its reading, at the rule and in the table; the reading of the rules is the other side."""
    row = next(row for row in rows_in(element_at("readings", own_book_tree())) if "允许导出" in row[1])
    assert row[2].startswith("允许，与另外两种公开状态一样。")
    assert "不利于求职者" in row[2]
    assert row[3].startswith("不允许：")
    assert "允许导出吗？允许，" in text_of(element_at("rule-MODE-2", own_book_tree()))
    assert "不可导出" not in text_of(element_at("rules", own_book_tree()))
    assert "不可导出" not in text_of(element_at("statements", own_book_tree()))
    [otherwise] = [row for row in rows_in(element_at("other-sides", own_book_tree())) if "允许导出" in row[0]]
    assert otherwise[1].startswith("不允许：")


def test_against_the_candidate_is_what_was_chosen() -> None:
    """How many readings are not the candidate's side is counted of what the policy chose."""
    whole, ours = (text_of(element_at("readings", root)) for root in (book_tree(), own_book_tree()))
    [count] = re.findall("([0-9]+) 处不利于求职者", whole)
    assert f"{int(count) + 1} 处不利于求职者" in ours
    choices = sum(isinstance(reading.changed_by, str) for reading in V2023_04.readings())
    assert f"共 {len(V2023_04.readings())} 处解读。其中 {choices} 处可由平台选择" in whole
    assert ("，0 处已经确认" in whole, "，1 处已经确认" in ours) == (True, True)


@each(("language", "mark"), [(Language.ZH, "不利于求职者。"), (Language.EN, "Not the candidate's side.")])
def test_against_the_candidate_is_said_under_the_rule_as_well(language: Language, mark: str) -> None:
    """Whoever reads rule by rule sees which readings are not the candidate's side; in Chinese no blank follows a full-width sign."""
    root = book_tree(language)
    for reading in V2023_04.readings():
        [said] = [
            text_of(item)
            for item in element_at(f"rule-{reading.rule}", root).iter("li")
            if reading.question.said(language) in text_of(item)
        ]
        assert (mark in said) is reading.is_against(POLICY_2023_04.readings)
        assert not re.search("[。？] ", said)


@IN_BOTH_LANGUAGES
def test_every_rule_is_printed_as_the_policy_reads_it(language: Language) -> None:
    """Each rule and reading in the book of a policy that chose every other side is said as that policy has it."""
    readings = Readings(**dict.fromkeys(attrs.fields_dict(Readings), False))
    making = BookWriter(Policy("loose", readings=readings), POLICY_2023_04, language)
    articles = {node.get("id"): text_of(node) for node in every_rule(making).iter("article")}
    for rule, text in making.rules.items():
        assert articles[f"rule-{rule}"].startswith(f"{rule} {text.gist.said(language)}")
    for reading in making.readings:
        says = reading.alternative if isinstance(reading.changed_by, str) else reading.choice
        blank = " " if language is Language.EN else ""
        assert (
            f"{reading.question.said(language)}{blank}{says.said(language)}"
            in articles[f"rule-{reading.rule}"]
        )


def test_who_confirmed_a_reading_is_printed() -> None:
    """A confirmation of the platform's own policy stands beside its reading, and is counted on the first page."""
    who = ATTACK.replace("\x07", "\ufffd")
    assert text_of(element_at("reading-MODE-2-1", own_book_tree())[-1]) == f"{who}2026-01-31"
    assert f"{who}于 2026-01-31 确认" in text_of(element_at("rule-MODE-2", own_book_tree()))
    others = len(V2023_04.readings()) - 1
    assert f"已确认 1 处，尚无人确认 {others} 处" in text_of(element_at("questions", own_book_tree()))


def test_every_group_of_rules_has_its_place() -> None:
    """Rules stand in the order of the policy. A group that nobody placed would come last."""
    groups = {rule.rpartition("-")[0] for rule in POLICY_2023_04.rules}
    assert groups == {*RULE_GROUPS}, "write the new group in RULE_GROUPS of policy/clauses.py"


def test_the_index_has_every_source() -> None:
    """Each place of the policy that a rule comes from is in the index, with that rule, in the policy's order."""
    found = {row[0]: row[1] for row in rows_in(element_at("index"))}
    for clause, text in POLICY_2023_04.texts.items():
        for address in addresses(text.source):
            assert f"{clause.value}：" in found[address]
    silent = [rule for rule, text in POLICY_2023_04.uncited.items() if not text.source]
    silent += [clause.value for clause, text in POLICY_2023_04.texts.items() if not text.source]
    *_, said = element_at("index").iter("p")
    assert {*text_of(said).removeprefix("隐私条款没有写明：").split("、")} == {*silent}
    chapters = [address[0] for address in found]
    assert chapters == sorted(chapters, key="一二三四五六七八".index)


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("二(一)3(3)b, 五(一)1(3), 2(3)", ("二(一)3(3)b", "五(一)1(3)", "五(一)2(3)")),
        ("二(一)3(3)b, c", ("二(一)3(3)b", "二(一)3(3)c")),
        ("五(一), (五)", ("五(一)", "五(五)")),
        ("五(二)1, 五(四)", ("五(二)1", "五(四)")),
        ("七", ("七",)),
        ("", ()),
        ("附件 A", ("附件 A",)),
    ],
)
def test_the_places_of_a_source_are_whole(source: str, whole: tuple[str, ...]) -> None:
    """Of a source that names several places, each is named from its chapter on."""
    assert addresses(source) == whole


def test_what_another_reading_changes_is_counted() -> None:
    """The book says for each reading that is a choice in how many cases its other side shows more, and less."""
    rows = rows_in(element_at("other-sides"))
    assert len(rows) == len(attrs.fields(Readings)), "write its question in v2023_04/readings.py"
    by_question = {row[0]: row[2:] for row in rows}
    assert {row[0]: row[1] for row in rows}["招聘企业邮箱能收到附件简历和视频简介吗？"] == "立即收到。"
    loose = Policy("loose", readings=Readings(mailbox_waits=False))
    more = sum(items_of(loose.decide(entry.facts)) != items_of(entry.decision) for entry in every_entry())
    assert by_question["招聘企业邮箱能收到附件简历和视频简介吗？"] == [str(more), "0", "招聘企业邮箱"]
    assert by_question["日期在将来的屏蔽，现在生效吗？"] == ["0", "0", "归入哪种情形"]


def test_a_reading_that_no_case_counts_says_what_it_changes() -> None:
    """Where no case differs, and there alone, the book and `compare` say what the reading changes instead: not that nothing changes."""
    questions = {reading.question.zh: reading.changed_by for reading in POLICY_2023_04.ruleset.readings()}
    uncounted = {
        questions[row[0]]: row[4] for row in rows_in(element_at("other-sides")) if row[2:4] == ["0", "0"]
    }
    assert uncounted == {field: words.zh for field, words in COUNTED_IN_NO_CASE.items()}


def test_another_policy_is_compared() -> None:
    """The book of a platform's own policy says what differs from the policy of April 2023: readings and cases."""
    section = element_at("differences", own_book_tree())
    assert "公开简历（仅在线沟通）允许导出吗？" in text_of(section)
    assert ["招聘者，在线简历", "查看", "操作：导出", "—"] in [row[:4] for row in rows_in(section)]
    assert "本隐私条款的选择与规则不同" in text_of(element_at("reading-MODE-2-1", own_book_tree()))


def test_the_cases_that_differ_are_counted() -> None:
    """The rows of the comparison have all cases that differ, each with those of its viewer and action."""
    own = Policy("own", readings=OWN_POLICY.readings)
    found = compare(POLICY_2023_04, own)
    assert found.less == ()
    expected = Counter(
        (f"{WORDS[one.facts.kind].zh}，{WORDS[one.facts.document].zh}", WORDS[one.facts.action].zh)
        for one in found.more
    )
    counted = Counter[tuple[str, str]]()
    for who, action, *_, cases in rows_in(differences(BookWriter(own, POLICY_2023_04, Language.ZH))):
        counted[who, action] += int(cases.replace(",", ""))
    assert counted == expected


def test_another_version_is_compared() -> None:
    """What a later version states otherwise, and what differs beside the cases, is in the book."""
    later = BookWriter(LATER, POLICY_2023_04, Language.ZH)
    said = text_of(differences(later))
    assert (
        "GATE-3 原为：不能确定已满 16 周岁的，除本人外任何人都看不到；改为：不能确定已满十八周岁的，任何人都看不到"
        in said
    )
    assert "MODE-2：公开简历（仅在线沟通）" in said
    age = next(
        one for one in differences(later).iter("li") if text_of(one).startswith("向他人展示的最低年龄")
    )
    assert [text_of(one) for one in age.iter("li")][1:] == ["- 16 岁", "+ 18 岁"]
    assert "文字中须脱敏的账号种类" in said
    assert re.search("[0-9]+ 种情形的结果相同，但引用的规则不同", said)


def test_other_clauses_are_a_difference() -> None:
    """Where the cases differ in the cited clauses alone, the book counts these cases, and never says that nothing differs."""
    decide = LATER.ruleset.decide
    other = Policy("other", ruleset=attrs.evolve(V2023_04, version="other", decide=decide))
    cited = sum(entry.facts.kind is ViewerKind.VISITOR for entry in every_entry())
    said = text_of(differences(BookWriter(other, POLICY_2023_04, Language.ZH)))
    assert f"{cited:,} 种情形的结果相同，但引用的规则不同" in said
    assert "没有不同" not in said


def test_other_words_of_a_rule_are_a_difference() -> None:
    """Where only the text of a rule differs, whether it is cited or not, the book lists it, and never says that nothing differs."""
    uncited = {rule: text for rule, text in POLICY_2023_04.uncited.items() if rule != "LAW-1"}
    ruleset = attrs.evolve(V2023_04, version="fewer", uncited=lambda _: uncited)
    said = text_of(differences(BookWriter(Policy("fewer", ruleset=ruleset), POLICY_2023_04, Language.ZH)))
    assert "LAW-1：删除" in said
    assert "没有不同" not in said


@pytest.mark.parametrize(
    ("old", "named"), [(V2023_04.readings, "允许导出吗？"), (tuple, "chat_only_forbids_export")]
)
def test_a_reading_without_a_question_is_compared(old: Callable[[], tuple[Reading, ...]], named: str) -> None:
    """A reading that differs is listed where the ruleset has no question for it: in the other's words, or by its field."""
    before = Policy("before", ruleset=attrs.evolve(V2023_04, version="before", readings=old))
    silent = attrs.evolve(V2023_04, version="silent", readings=tuple)
    after = Policy("after", ruleset=silent, readings=OWN_POLICY.readings)
    [readings, *_] = differences(BookWriter(after, before, Language.ZH)).iter("ul")
    assert named in text_of(readings)
    assert ("改为：允许，与另外两种公开状态一样" in text_of(readings)) is (old is not tuple)


def test_the_rules_stand_in_their_order() -> None:
    """The book has the rules in the order of the rules page."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    named = re.findall("^### `([A-Z]+-[0-9]+)`", page, flags=re.MULTILINE)
    assert [*BookWriter(POLICY_2023_04, POLICY_2023_04, Language.ZH).rules] == named


def test_a_later_version_may_have_other_rules() -> None:
    """A rule of a new group comes last, a place that is none of the policy's chapters, too; a rule that is gone has no link."""
    later = BookWriter(LATER, POLICY_2023_04, Language.ZH)
    assert [*later.rules][-1] == "NEWS-1"
    assert [row[0] for row in rows_in(index(later))][-1] == "附件 A"
    own = attrs.evolve(
        V2023_04, version="own", uncited=lambda _: {"OURS": V2023_04.uncited(Readings())["LAW-1"]}
    )
    assert [*BookWriter(Policy("own", ruleset=own), POLICY_2023_04, Language.ZH).rules][-1] == "OURS"
    links = [link.get("href") for link in statements(later).iter("a")]
    assert "#rule-NEWS-1" in links
    assert "#rule-GONE-1" not in links


def test_the_book_of_another_age_names_that_age_alone() -> None:
    """GATE-3: but for the quotation, no page says the age of another ruleset; the comparison says what the age changes."""
    older = Policy("older", ruleset=attrs.evolve(V2023_04, version="older", age=18))
    for language in Language:
        root = parse_page(book(older, language=language, compared_with=POLICY_2023_04))
        differing = text_of(element_at("differences", root))
        assert {"16", "18"} <= {*re.findall("[0-9]+", differing)}
        assert "最低年龄" in differing or "the age" in differing
        for one in [*root.iter("blockquote"), element_at("differences", root)]:
            one.clear()
        assert not re.search("十六周岁|sixteen|16 周岁|surely 16", text_of(root))


def test_nothing_differs_from_itself() -> None:
    """The book of the policy of April 2023 says that nothing differs."""
    assert "在任何情形中都没有不同" in text_of(element_at("differences"))
    assert rows_in(element_at("differences")) == []


# --- The officer's ten questions -------------------------------------------------------------------------------------


def test_there_are_ten_questions() -> None:
    """The first page asks ten questions; each has an answer and links."""
    asked = list(element_at("questions").iter("li"))
    assert len(asked) == 10
    for one in asked:
        question, answer, links = one
        assert text_of(question).endswith("？")
        assert HAN.search(text_of(answer))
        assert [link for link in links.iter("a") if text_of(link)]


def answer_to(number: int) -> str:
    """The answer to a question."""
    return text_of([*element_at("questions").iter("li")][number - 1][1])


def join_kinds(kinds: set[ViewerKind]) -> str:
    return "、".join(WORDS[kind].zh for kind in ViewerKind if kind in kinds)


def kinds_given(document: Document, item: Item, action: Action | None = None) -> set[ViewerKind]:
    """The kinds of viewer that are ever given an item, counted afresh."""
    return {
        entry.facts.kind
        for entry in every_entry()
        if entry.facts.document is document
        and item in items_of(entry.decision)
        and (action is None or entry.facts.action is action)
    }


def test_who_sees_the_number_is_answered() -> None:
    """1: the kinds of viewer that are ever shown the real number, of a resume and of a form, and how they stand to it."""
    resume, form = re.findall("：(.+?)。", answer_to(1))
    for said, document in ((resume, Document.RESUME), (form, Document.FORM)):
        kinds = {re.sub("（.*）", "", one) for one in said.split("；")}
        assert kinds == {WORDS[kind].zh for kind in kinds_given(document, Part.MOBILE)}
    assert "招聘者（已收到投递、已收到附有附件简历的投递）" in resume
    assert "客服（求职者是投诉人）" in resume


def test_what_each_mode_shows_is_answered() -> None:
    """2: who finds a resume by search; and the table has each of the four modes."""
    assert join_kinds(kinds_given(Document.RESUME, Action.SEARCH, Action.SEARCH)) in answer_to(2)
    heads = [text_of(head) for head in next(element_at("who-sees-what").iter("thead")).iter("th")]
    assert heads[1:] == [WORDS[mode].zh for mode in Visibility]


def test_who_else_sees_anything_is_answered() -> None:
    """3: everybody but owner, recruiter and headhunter who is ever given anything; each has a place with what that is."""
    given_ = {entry.facts.kind for entry in every_entry() if isinstance(entry.decision, Grant)}
    assert join_kinds(given_ - {ViewerKind.OWNER, ViewerKind.RECRUITER, ViewerKind.HEADHUNTER}) in answer_to(
        3
    )
    whole = text_of(element_at("viewers"))
    assert all(WORDS[kind].zh in whole for kind in ViewerKind)


def test_every_switch_is_linked() -> None:
    """4: each switch and act is a link, to a place that says who gains and loses."""
    links = [*[*element_at("questions").iter("li")][3].iter("a")]
    assert len(links) == len(SWITCHES)
    for link in links:
        assert rows_in(element_at(link.attrib["href"][1:]))


def test_what_a_blocked_company_learns_is_answered() -> None:
    """5: in how many cases a company is blocked, and that it is given something in none."""
    blocked = [entry for entry in every_entry() if entry.facts.standing is Standing.BLOCKED]
    assert f"{len(blocked):,} 种，其中得到任何内容的有 0 种" in answer_to(5)
    assert "LAW-3" in text_of(element_at("blocked"))


def test_when_nothing_is_shown_is_answered() -> None:
    """6: the gates, with the cases that each closes and who passes: the owner alone, and of a deleted resume nobody."""
    rows = {row[1]: row for row in rows_in(element_at("gates"))}
    assert [rows[f"GATE-{n}"][3] for n in (1, 2, 3)] == ["本人", "无", "本人"]
    may_fail = {
        (entry.facts.document, entry.facts.kind) for entry in every_entry() if not entry.facts.qualified
    }
    may_pass = {(entry.facts.document, entry.facts.kind) for entry in every_entry() if entry.facts.qualified}
    gates: dict[str, Callable[[Facts], bool]] = {
        "GATE-1": lambda facts: facts.resume_permission,
        "GATE-2": lambda facts: facts.exists,
        "GATE-3": lambda facts: facts.of_age,
        "GATE-4": lambda facts: facts.qualified or (facts.document, facts.kind) not in may_fail & may_pass,
    }
    for gate, is_open in gates.items():
        closed = [entry for entry in every_entry() if not is_open(entry.facts)]
        shown = {entry.facts.kind for entry in closed if isinstance(entry.decision, Grant)}
        assert rows[gate][2:] == [f"{len(closed):,}", join_kinds(shown) or "无"]


def test_who_exports_is_answered() -> None:
    """7: who may ever export, and in which modes: in that of chat alone no recruiter but one applied to."""
    exporting = kinds_given(Document.RESUME, Action.EXPORT, Action.EXPORT) | kinds_given(
        Document.FORM, Action.EXPORT, Action.EXPORT
    )
    assert join_kinds(exporting) in answer_to(7)
    rows = {row[0]: row[1:5] for row in rows_in(element_at("exports"))}
    assert rows["招聘者（未收到投递也未被屏蔽），在线简历"] == ["MODE-1", "—", "—", "—"]
    assert "APPLY-5" in rows["招聘者（已收到投递），在线简历"][3]
    for who, cells in rows.items():
        if WORDS[Document.FORM].zh in who:  # which no mode governs
            assert len({*cells}) == 1
            assert "—" not in cells
    [of_company] = [
        cells[0] for who, cells in rows.items() if who.startswith("招聘者") and "定制化简历" in who
    ]
    assert of_company == "CAMPUS-1"
    most = {row[0]: row[-1] for row in rows_in(element_at("exports"))}
    assert "真实手机号码" in most["招聘者（已收到投递），在线简历"]
    assert "在线简历全部栏目" in most["招聘者（未收到投递也未被屏蔽），在线简历"]
    assert "真实手机号码" not in most["招聘者（未收到投递也未被屏蔽），在线简历"]
    assert POLICY_2023_04.uncited["EXPORT-1"].gist.zh in text_of(element_at("exports"))


def test_where_each_rule_is_from_is_answered() -> None:
    """8: how many rules there are, how many of them quote the policy, and from how many places of it they come."""
    rules = [*element_at("rules").iter("article")]
    sourced = [rule for rule in rules if rule.find("blockquote") is not None]
    assert answer_to(8).startswith(
        f"{len(rules)} 条规则中，{len(sourced)} 条出自隐私条款的 {len(rows_in(element_at('index')))} 处，其余"
    )
    assert len(rules) == len(POLICY_2023_04.texts) + len(POLICY_2023_04.uncited)


def test_what_was_read_into_the_policy_is_answered() -> None:
    """9: how many readings there are, and how many nobody confirmed."""
    count = len(V2023_04.readings())
    assert f"共 {count} 处解读；与规则的选择不同的 0 处；已确认 0 处，尚无人确认 {count} 处" in answer_to(9)


def test_that_it_holds_in_every_case_is_answered() -> None:
    """10: how many statements were checked over how many cases, and how many are not kept."""
    assert (
        f"{len(POLICY_2023_04.statements)} 条安全断言在全部 {len(every_entry()):,} 种情形上作了检查；不成立的有 0 条"
        in answer_to(10)
    )


def test_every_refusal_ends_somewhere_in_the_drawing() -> None:
    """The numbers beside the drawing add up to every case there is; each case ends at the first thing that does not hold."""
    steps = [text_of(item) for item in element_at("decision").iter("li")]
    numbers = [int(n.replace(",", "")) for step in steps for n in re.findall(r"（([\d,]+) 种情形）", step)]
    assert sum(numbers) == len(every_entry())
    gone = sum(not entry.facts.exists for entry in every_entry())
    closed = sum(
        entry.facts.exists and not entry.facts.resume_permission and entry.facts.kind is not ViewerKind.OWNER
        for entry in every_entry()
    )
    assert numbers[:2] == [gone, closed]
    assert numbers[-1] == sum(isinstance(entry.decision, Grant) for entry in every_entry())
    drawn = text_of(next(element_at("decision").iter("{http://www.w3.org/2000/svg}svg")))
    assert all(f"{number:,} 种情形" in drawn for number in numbers)
    for step, clause in zip(steps, ("GATE-2", "GATE-1", "GATE-3", "GATE-4", "BLOCK-1"), strict=False):
        assert step.endswith(f"）：{clause}")


@each("misused", [{"policy": "2023-04"}, {"compared_with": None}, {"language": "zh"}])
def test_what_is_no_policy_and_no_language_is_refused(misused: dict[str, Any]) -> None:
    """The error says what belongs there."""
    with pytest.raises(TypeError, match=r"to be a (Policy|Language, such as Language\.ZH), got"):
        book(**misused)


def test_LAW_6_a_policy_that_cites_nothing_has_a_book() -> None:
    """LAW-6: what a ruleset of one's own gives by no clause is in its book: for each kind of viewer, and in the table of exports."""
    page = book(UNCITED, language=Language.EN)
    assert page.count("under no clause") == page.count("never: ") > 0
    survey = Survey(UNCITED)
    assert {item for _, item in survey.gives} == {Part.DISPLAY_NAME, *Action}
    assert all(seen.clauses == () for kinds in survey.gives.values() for seen in kinds.values())
