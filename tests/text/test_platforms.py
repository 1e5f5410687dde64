"""The table of platforms: to add a platform is to add a record."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import resume_visibility
from processes import UNMEASURED
from resume_visibility.text import Kind, redact
from resume_visibility.text.fold import fold
from resume_visibility.text.patterns import table as table_of
from resume_visibility.text.platforms import PLATFORMS, Platform, platform_of

RECORD = {
    "name": "chirp",
    "names": ["青鸟通", "chirpchat"],
    "sounds": [["青轻", "鸟袅", "通"]],
    "hosts": ["chirp.example"],
    "schemes": ["chirpchat"],
}
TEXTS = [
    "青鸟通：zhang_88",
    "青 鸟 通：zhang_88",
    "轻袅通：zhang_88",
    "Chirpchat: zhang_88",
    "c h i r p c h a t: zhang_88",
    "https://chirp.example/zhang_88",
    "chirpchat://add/zhang_88",
    "青鸟通的后端开发，https://chirp.example/docs",
]
PROGRAM = """
import json, sys
from resume_visibility.text import find, find_among, find_in_link
texts = json.loads(sys.argv[1])
found = {text: [text[one.start:one.end] for one in find(text)] for text in texts}
assert {text: [text[one.start:one.end] for one in some] for text, some in find_among(texts).items()} == found
link = sorted(tag.value for tag in find_in_link("chirpchat://add/zhang_88"))
print(json.dumps([list(found.values()), link]))
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"nmaes": ["青鸟通"]}, "chirp: nmaes is no field: expected one of name, kind, names, "),
        ({"kind": "mesenger"}, "chirp: kind: expected one of phone, email, messenger, "),
        ({"names": "青鸟通"}, "chirp: names: expected a list"),
        ({"id": ["[a-z]"]}, "chirp: id: expected a single value"),
    ],
)
def test_a_record_that_is_wrong_is_named(change: dict[str, Any], said: str) -> None:
    """It is one of many: the error says which it is, and what would be right."""
    with pytest.raises(ValueError, match=re.escape(f"platforms.json, {said}")):
        platform_of({**RECORD, **change})


def test_a_record_without_a_name_is_shown() -> None:
    """Nothing else says which it is."""
    with pytest.raises(ValueError, match=re.escape("platforms.json, {'names': ['青鸟通']}: expected a name")):
        platform_of({"names": ["青鸟通"]})


def test_the_id_of_each_platform_is_a_pattern() -> None:
    """It is compiled at the first account with that platform: a mistake in it would wait until then."""
    for platform in PLATFORMS:
        assert re.compile(platform.id).pattern == platform.id, platform.name


def found_by(package: Path) -> object:
    """What a package finds in the texts, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(TEXTS)],
        env={**UNMEASURED, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_platform_is_added_by_one_record(tmp_path: Path) -> None:
    """Then its accounts are found behind its names, in its links and by its scheme; without it they are not."""
    installed = Path(resume_visibility.__file__).parent
    package = tmp_path / installed.name
    shutil.copytree(installed, package, ignore=shutil.ignore_patterns("__pycache__"))
    assert found_by(package) == [[[], [], [], [], [], [], [], []], []]
    table = package / "text" / "data" / "platforms.json"
    table.write_text(json.dumps([*json.loads(table.read_text("utf-8")), RECORD]), "utf-8")
    assert found_by(package) == [
        [
            *(["zhang_88"],) * 5,
            ["https://chirp.example/zhang_88"],
            ["chirpchat://add/zhang_88"],
            [],
        ],
        ["messenger"],
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("Zorb", "Zórb", "zoïrb", "Zørb", "Naïve", "Œuf", "Ŧrend", "Ключ", "Бюро", "ΒιΒ", "ΒΙΣ", "Σίγμα"),
        *("ⓐb", "²", "네이버", "ラインID", "ไลน์", "زورب", "ＢｏｓｓＩＤ", "脈脈號"),
    ],
)
@pytest.mark.parametrize("beside", ["", "😀", "\u200b"])
def test_CONTACT_2_the_name_of_a_platform_of_ones_own_is_found_in_any_script(name: str, beside: str) -> None:
    """However the name is folded, texts are folded so, too: in small letters, in capitals and beside what is read otherwise."""
    for written in (name, name.lower(), name.upper(), name.title()):
        assert "zhang_88" not in redact(f"{written}：zhang_88{beside}", accounts=(name,))


@given(
    st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=2, max_size=9),
    st.sampled_from([str, str.lower, str.upper]),
    st.sampled_from(["", "😀", "é"]),
)
def test_CONTACT_2_any_letters_may_name_a_platform(
    name: str, writing: Callable[[str], str], beside: str
) -> None:
    """Whatever script they are of, and whether a text has them in small letters or capitals."""
    assume(fold(name))
    assert "zhang_88" not in redact(f"{beside}；{writing(name)}：zhang_88", accounts=(name,))


@pytest.mark.parametrize("name", ["ㅤ", "＿", "_", ""])
def test_LAW_6_a_name_of_which_nothing_is_read_names_nothing(name: str) -> None:
    """It would be found anywhere, or nowhere."""
    assert redact(f"{name}：zhang_88", accounts=(name,)) == f"{name}：zhang_88"


def test_CONTACT_2_what_is_looked_for_is_looked_for_in_traditional_characters_too() -> None:
    """A Chinese character of a pattern or table has all its traditional shapes folded to it, but those that simplified writing has,
    too: whoever adds a word adds those it lacks to `alphabet.json`.
    """
    alphabet = table_of("alphabet")
    sources = [
        path.read_text("utf-8")
        for path in Path(resume_visibility.__file__).parent.joinpath("text").rglob("*.*")
        if path.suffix in (".py", ".json") and path.stem not in ("alphabet", "weights")
    ]
    spoken = set("".join(sources))
    shapes = zip(alphabet["traditional"], alphabet["simplified"], strict=True)
    lacking = [
        old + new
        for old, new in shapes
        if new in spoken and old not in spoken and not old.encode("gb2312", "ignore") and fold(old) == old
    ]
    assert lacking == [], (
        "add each first character to the entry of the second in `alike`, text/data/alphabet.json"
    )


RECORDS = table_of("platforms")
NAMES = ("names", "nicknames", "short", "hosts", "schemes")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record["name"]))
def test_a_record_of_the_table_is_sound(record: dict[str, Any]) -> None:
    """Its keys are known, lists are lists of texts, a host is in small letters without a scheme, a pattern is one of small letters."""
    assert {*record} <= {*Platform._fields}
    assert all(isinstance(record.get(key, []), list) and all(record.get(key, [])) for key in NAMES)
    assert all(isinstance(one, str) for key in NAMES for one in record.get(key, ()))
    assert all(isinstance(letters, list) and all(letters) for letters in record.get("sounds", ()))
    assert any(record.get(key) for key in ("names", "nicknames", "short", "hosts"))
    assert record.get("kind", "messenger") in [kind.value for kind in Kind]
    assert isinstance(record.get("han", False), bool)
    written = [*record.get("hosts", ()), *record.get("schemes", ()), record.get("id", "")]
    wrong = [one for one in written if one != one.lower() or "://" in one or one.endswith("/")]
    assert wrong == [], "expected small letters, no scheme, and no / at the end"
    re.compile(record.get("id", ""))  # or an error


def link_of(host: str, account: str) -> str:
    """A link with an account, as the platform of this host writes it: before the host, or behind it and a `/`, an `@` or `?id=`."""
    if host[0] == ".":
        return f"https://{account}{host}"
    return f"https://{host}{'id=' if host.endswith('?') else '' if host[-1] in '@#' else '/'}{account}"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record["name"]))
def test_CONTACT_2_an_account_is_found_by_all_that_its_record_holds(record: dict[str, Any]) -> None:
    """Behind each name, in small letters and in capitals, and in a link of each host. `'gram` is found behind another word only."""
    account = "284710635" if record["name"] == "qq" else "zhang_88"
    names = [one for key in ("names", "nicknames") for one in record.get(key, ()) if one[0] != "'"]
    called = [f"{name}：{account}" for name in names] + [f"{name.upper()} {account}" for name in names]
    called += [f"{name}号：{account}" for name in record.get("short", ())]
    linked = [link_of(host, account) for host in record.get("hosts", ())]
    assert [text for text in (*called, *linked) if account in redact(text)] == []


FOREIGN_NAMES = [
    name
    for platform in PLATFORMS
    for name in platform.names
    if platform.kind is Kind.MESSENGER and re.fullmatch(r"[^\0-\x7f\u3400-\u9fff]+", name)
]


def test_CONTACT_2_a_name_of_chinese_letters_is_found_beside_a_platform_in_any_script() -> None:
    """Also where no other letter or figure in the text could be a detail."""
    assert len(FOREIGN_NAMES) > 90
    texts = [f"我的{name}叫心晨知，随时聊" for name in FOREIGN_NAMES]
    assert [text for text in texts if "心晨知" in redact(text)] == []


FOLDED_IN_CODE = {"telephone", "document", "document_behind"}


def test_the_words_of_the_tables_are_written_as_texts_are_folded() -> None:
    """A word with an accent, or in another script as it is typed, would never be met; 大陆 is read as 大六, as its second character
    is a numeral as well.
    """
    tables = [value for name in ("numbers", "documents", "words") for value in table_of(name).items()]
    lists = [words for name, words in tables if name not in FOLDED_IN_CODE]
    lists += [one for words in lists if isinstance(words, dict) for one in words.values()]
    plain = [
        word
        for words in lists
        if isinstance(words, str | list)
        for word in (words if isinstance(words, list) else words.split())
        if isinstance(word, str) and not re.search(r"[\\()\[\]?+*|]", word)
    ]
    assert len(plain) > 5_000
    assert [word for word in plain if fold(word) != word] == []


def test_a_name_belongs_to_one_record() -> None:
    """A second record would be passed over, or hide the first."""
    called = [
        fold(name) for record in RECORDS for name in (*record.get("names", ()), *record.get("nicknames", ()))
    ]
    twice = [
        name
        for names in ([one["name"] for one in RECORDS], called)
        for name, times in Counter(names).items()
        if times > 1
    ]
    assert twice == []


def test_what_a_record_leaves_out_is_as_usual() -> None:
    """Lists are tuples."""
    [wechat] = [one for one in PLATFORMS if one.name == "wechat"]
    assert wechat.kind is Kind.MESSENGER
    assert not wechat.han
    assert wechat.hosts[0] == "u.wechat.com"
    assert wechat.sounds[0][1][0] == "信"
    assert len(PLATFORMS) > 80
