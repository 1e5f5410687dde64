"""One Chinese word for one thing: what the glossary calls in one way is called in no other, in the code and in the Chinese pages."""

import ast
import re
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
}
"""What is said, and what is not; the policy itself says 简历公开设置 and 在线简历的公开设置."""
QUOTED = re.compile("「[^」]*」")


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
