"""One Chinese word for one thing: what the glossary calls in one way is called in no other, in the code and in the Chinese pages."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "resume_visibility"
FILES = sorted(
    path
    for path in (*SOURCE.rglob("*.py"), *(ROOT / "docs" / "zh").rglob("*.md"))
    if SOURCE / "text" not in path.parents
)
INSTEAD = {
    "隐私条款 of the policy, 规则 of a clause": "(?<!隐私)条款",
    "公开状态": "(?<!简历)(?<!在线简历的)公开设置",
    "证件号": "身份证号",
    "招聘企业邮箱": "(?<!招聘)企业邮箱",
    "平台自己的员工": "平台自己的人员",
    "定制化简历": "校园.定制化简历",
    "同行社区用户": "(?<!同行)社区用户",
    "收到投递的公司": "(?<!求职者)投递过的公司",
    "收到定制化简历的公司": "所填写的公司",
    "单独同意": "(共享|转让|公开披露|合作伙伴)同意|无同意",
    "收到推荐": "会被推荐这份",
    "脱敏": "隐去",
    "展示给": "打开简历",
    "您": "你们",
    "先生/女生 of the nickname (COMMUNITY-1)": "昵称[^，。；|]*女士|由真实姓名改为“先生/女士”|在社区怎样展示？ [|] 称“X先生/女士”",
}
"""What is said, and what is not; the policy itself says 简历公开设置 and 在线简历的公开设置."""
IN_OUTPUT = {
    "部分": "(?m)^内容 ?$|^的全部内容$|一项内容|内容项|其他内容呢",
    "不予展示": "不可见|隐藏的部分",
    "查看者类别": "查看者类型",
    "开始工作年份": "参加工作年份",
    "期望的工作城市": "期望城市",
}
"""Likewise in what commands, exports, the policy and its book say, and in the reference of JSON; the pages word the rules more freely."""
BOOK = {"查看者类别 over a column of kinds": "(?m)^查看者$"}
"""Likewise in the tables of the policy book."""
SAY_IT = [
    *(path for path in FILES if path.parent.name in ("book", "cli", "exports", "v2023_04")),
    *(SOURCE / "policy" / f"{name}.py" for name in ("matrix", "verification", "words")),
    ROOT / "docs" / "reference" / "json.md",
]
QUOTED = re.compile("「[^」]*」")


@cache
def said(path: Path) -> str:
    """The texts of a file: of code its literals, of a page everything but the policy's own words."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return QUOTED.sub("", text)
    nodes = ast.walk(ast.parse(text))
    return "\n".join(
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.mark.parametrize("word", INSTEAD.values(), ids=INSTEAD)
def test_a_thing_has_one_word(word: str) -> None:
    """No text has another word for what has one."""
    found = {path.relative_to(ROOT).as_posix() for path in FILES if re.search(word, said(path))}
    assert found == set()


@pytest.mark.parametrize("word", IN_OUTPUT.values(), ids=IN_OUTPUT)
def test_output_has_the_words_of_the_glossary(word: str) -> None:
    """So it is in what commands, exports and the book say, which the glossary and the policy have words for."""
    found = {path.relative_to(ROOT).as_posix() for path in SAY_IT if re.search(word, said(path))}
    assert found == set()


@pytest.mark.parametrize("word", BOOK.values(), ids=BOOK)
def test_the_book_has_the_words_of_the_glossary(word: str) -> None:
    """A column of kinds of viewers is headed so."""
    found = {path.name for path in (SOURCE / "book").glob("*.py") if re.search(word, said(path))}
    assert found == set()


NOT_TEXT = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)", re.DOTALL)
HALF = (
    "(?<=[\u4e00-\u9fff])[,;:!?]|[,;:!?](?=[\u4e00-\u9fff])|[，。；：！？、] +(?=[\u4e00-\u9fffA-Za-z0-9“（])"
)
"""A sign of half width beside a Chinese character, or a blank behind a sign of full width, which has its own."""


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "zh").rglob("*.md")), ids=lambda path: path.stem)
def test_chinese_sentences_have_full_width_signs(path: Path) -> None:
    """No Chinese sentence of a page has a comma, colon or question mark of half width; the policy's own words stay as they are."""
    assert re.findall(HALF, NOT_TEXT.sub("〓", said(path))) == []


def test_the_check_finds_signs_of_half_width() -> None:
    """The check finds what it looks for."""
    assert all(
        re.search(HALF, text) for text in ("屏蔽,投递", "规则:原文", "屏蔽。 投递", "先看前提， 再看屏蔽")
    )
    assert not re.search(HALF, "IP 归属地，以及 51Job 平台猎头：a, b")
