"""The sets and their scorer are what their description says."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from prose import prose, templates
from scorer import GRADES, KINDS, Figure, Row, Span, fold, marks, rows, score, survives, table

from each import each

SETS = Path(__file__).parent / "sets"
DEV, HELD_OUT = (
    tuple(row for path in sorted(SETS.glob(f"{part}*.jsonl")) for row in rows(path))
    for part in ("dev", "held_out")
)
ALL = DEV + HELD_OUT

TRICKS = """
full-width digits|circled digits|keycap digits|superscript digits|mathematical digits|arabic-indic digits
chinese numerals|financial numerals|mixed numerals|letters for digits|dots|slashes|asterisks|emoji separators
zero-width|soft hyphen|line break|odd separators|wide spacing|html entities|percent encoding|in words|in pieces
(at)|[at]|at word|艾特|# for @|full-width @|dot word|点|spaces in address|look-alike letters|full-width letters
薇信|威信|卫星|V信|vx|wx|徽|加V|扣扣|企鹅|q q|微信 split|reversed|no keyword|combined|split across clauses
mailto|tel|wa.me|t.me|query string|qr text|hong kong|macau|taiwan|international|landline|400 number|+86|0086
wechat id|qq number|same number|telegram|whatsapp|line|skype|weibo|id card
year|year range|compact period|salary|amount|user count|QPS|percentage|version|ISBN|patent|certificate number
order code|project code|standard|port|IP address|regex|score|car number|part number|mini program|QQ product
enterprise wechat|annotation|npm scope|css media|git ref|hash|phone model|phone sales|email subject
messaging subject|at ordinary|dot ordinary|点 ordinary|chinese numerals prose|timestamp|ID code|coordinates|prose
"""


def a_row(text: str, *spans: str) -> Row:
    """A row of the sets' shape around a text."""
    return Row(
        text, tuple(Span(span, "phone") for span in spans), "plain" if spans else "clean", "zh", "phone", "-"
    )


def masked(text: str, kept: int) -> str:
    """The text with all but the last so many digits of its eleven-digit numbers starred."""
    return re.sub(r"\d{11}", lambda number: "*" * (11 - kept) + number[0][11 - kept :], text)


def test_spans_occur() -> None:
    """Every span is found in its text, no more often than it is listed."""
    for row in ALL:
        listed = Counter(span.text for span in row.spans)
        assert all(row.text.count(text) == times for text, times in listed.items()), row.text


def test_shape() -> None:
    """Grades, kinds and languages are of the known ones, and just the clean sentences have no span."""
    assert {row.grade for row in ALL} == set(GRADES)
    assert {span.kind for row in ALL for span in row.spans} | {"clean"} == set(KINDS)
    assert {row.language for row in ALL} == {"zh", "en"}
    assert all((row.grade == "clean") == (not row.spans) for row in ALL)
    assert all(row.kind in KINDS and row.trick for row in ALL)


def test_no_duplicates() -> None:
    """No sentence, and no contact detail of eight signs or more, is in both kinds of sets or twice in one."""
    texts = Counter(fold(row.text) for row in ALL)
    assert max(texts.values()) == 1
    sides = [{fold(span.text) for row in part for span in row.spans} for part in (DEV, HELD_OUT)]
    assert not {span for span in sides[0] & sides[1] if len(span) >= 8}


def test_size() -> None:
    """The sets hold seven hundred sentences together, and the held-out one is at least a quarter."""
    assert len(ALL) >= 700
    assert len(HELD_OUT) >= 0.25 * len(ALL)
    assert sum(row.language == "zh" and bool(row.spans) for row in ALL) >= 0.4 * len(ALL)


@each("trick", re.split(r"[|\n]", TRICKS.strip()))
@each("part", [DEV, HELD_OUT], ids=["dev", "held_out"])
def test_tricks(part: tuple[Row, ...], trick: str) -> None:
    """Each disguise and each look-alike of the promise has a row in either set."""
    assert any(row.trick == trick for row in part)


@each("name", sorted(path.stem for path in SETS.glob("*.jsonl")))
def test_reviewable(name: str) -> None:
    """No invisible character stands bare in a file: each is escaped."""
    written = (SETS / f"{name}.jsonl").read_text("utf-8")
    hidden = {"Cf", "Cc", "Mn", "Me", "Zl", "Zp"}
    assert not {sign for sign in written if unicodedata.category(sign) in hidden and sign != "\n"}


def test_nothing_outside() -> None:
    """Outside its spans no sentence holds a run that would count as one of them."""
    for row in ALL:
        rest = row.text
        for span in sorted(row.spans, key=lambda span: -len(span.text)):
            rest = rest.replace(span.text, "▇")
        assert not any(survives(span, a_row("", span.text), rest) for span in row.spans), row.text


def test_identity_removes_nothing() -> None:
    """A redactor that changes nothing removes no leak and damages no clean sentence."""
    result = score(ALL, lambda text: text)
    assert all(result.by_grade[grade].right == 0 for grade in GRADES[:3])
    assert result.by_grade["clean"].rate == 1.0
    assert len(result.failures) == sum(len(row.spans) for row in ALL)


def test_deletion_damages_everything() -> None:
    """A redactor that empties every text removes every leak and damages every clean sentence."""
    result = score(ALL, lambda text: "")
    assert all(result.by_grade[grade].rate == 1.0 for grade in GRADES[:3])
    assert result.by_grade["clean"].right == 0


def test_oracle() -> None:
    """A redactor that puts a mark for just the spans has everything right, with nothing around them touched."""
    known = {row.text: row for row in ALL}

    def oracle(text: str) -> str:
        for span in sorted(known[text].spans if text in known else (), key=lambda span: -len(span.text)):
            text = text.replace(span.text, "[电话]")
        return text

    result = score(ALL, oracle)
    assert not result.failures
    assert result.spared.rate == 1.0


@pytest.mark.parametrize(("kept", "leaks"), [(4, False), (5, False), (6, True), (8, True)])
def test_half_of_a_number(kept: int, leaks: bool) -> None:
    """Up to half of the digits in a row may stay; one more, and the leak counts as left in."""
    row = a_row("电话13800138000，微信同号", "13800138000")
    assert survives(row.spans[0], row, masked(row.text, kept)) == leaks


@pytest.mark.parametrize(
    "output",
    ["电话138 0013 8", "电话１３８－００１３", "电话①③⑧⓪⓪①", "电话1\u200b3\u200b8\u200b0\u200b0\u200b1"],
)
def test_disguised_remains(output: str) -> None:
    """A remainder counts however it is written: in other digits, or with something in between."""
    row = a_row("电话13800138000", "13800138000")
    assert survives(row.spans[0], row, output)


def test_marks_are_no_remains() -> None:
    """A mark that holds letters of the leak does not count as a piece of it, and parts what stands around it."""
    row = a_row("mail: phonemail@x.com", "phonemail@x.com")
    assert survives(row.spans[0], row, "mail: [phonemail]")
    assert not survives(row.spans[0], row, "mail: [phonemail]", ["[phonemail]"])
    parted = a_row("电话13800138000", "13800138000")
    assert not survives(parted.spans[0], parted, "电话1380[电话]8000", ["[电话]"])


def test_marks_are_learnt() -> None:
    """The marks are found by redacting a known leak of each kind."""
    assert marks(lambda text: text.replace("13800138000", "[号码]").replace("zqxj_8842", "[账号]")) == (
        "[号码]",
        "[账号]",
    )


def test_coincidence() -> None:
    """A run that the sentence also holds outside the leak is no remainder of it."""
    row = a_row("版本12345上线，QQ：12345678", "12345678")
    assert not survives(row.spans[0], row, "版本12345上线，QQ：▇")
    assert survives(row.spans[0], row, "版本12345上线，QQ：12345▇")


def test_clean_by_the_character() -> None:
    """One changed character damages a clean sentence."""
    assert score([a_row("2013年毕业")], lambda text: text.replace("年", "年 ")).by_grade["clean"] == Figure(
        0, 1
    )


def test_table() -> None:
    """The table has a line for each grade."""
    lines = table(score(DEV, lambda text: text)).splitlines()
    assert [line.split()[0] for line in lines[1:5]] == list(GRADES)


def test_prose_is_deterministic() -> None:
    """The same seed makes the same sentences, another seed others, and a longer run begins like a shorter one."""
    assert list(prose(300, 7)) == list(prose(400, 7))[:300]
    assert list(prose(300, 7)) != list(prose(300, 8))


def test_prose_is_varied() -> None:
    """Of ten thousand sentences at least nine in ten differ, three in four are Chinese, and no slot is left open."""
    made = list(prose(10_000, 1))
    assert len(set(made)) > 9_000
    assert 0.7 < sum(bool(re.search(r"[\u4e00-\u9fff]{2}", text)) for text in made) / len(made) < 0.8
    assert not [text for text in made if re.search(r"\{[A-Za-z]", text)]
    assert sum(map(len, templates())) >= 150


def test_prose_is_clean() -> None:
    """No address is in the prose, and what looks like a mobile number follows the name of another code."""
    for text in prose(10_000, 2):
        assert not re.search(r"\w@[A-Za-z]\w*\.\w", re.sub(r"@[\w-]+(/[\w-]+)?@", "", text)), text
        for number in re.finditer(r"(?<![\d.])1[3-9]\d{9}(?!\d)", text):
            assert re.search(r"(单号?|order)[ \w、-]*$", text[: number.start()]), text
