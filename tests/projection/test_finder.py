"""The digest of the finder: whoever signed a policy sees that something else is found in free text, and nothing but that."""

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from each import each
from resume_visibility.projection import finder
from resume_visibility.projection.finder import OTHER_FILES, digest_of_finder

ROOM = files("resume_visibility") / "text"
CODE = [*OTHER_FILES, *(f"text/{file.name}" for file in ROOM.iterdir() if file.name.endswith(".py"))]
BEFORE = digest_of_finder.__wrapped__()
MEANT = cache(finder._meant)  # the files that stay as they are, are read once
DATA = [f"text/data/{file.name}" for file in (ROOM / "data").iterdir()]


def digest_where(file: str, change: Callable[[str], str]) -> str:
    """The digest, with one file changed."""
    kind: Any = type(files("resume_visibility"))
    read = kind.read_bytes

    def changed(path: Any) -> bytes:
        content: bytes = read(path)
        return (
            change(content.decode()).encode() if str(path).endswith(f"resume_visibility/{file}") else content
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kind, "read_bytes", changed)
        patch.setattr(finder, "_meant", MEANT)
        return digest_of_finder.__wrapped__()


@each("file", CODE)
def test_another_line_of_code_makes_another_finder(file: str) -> None:
    """Each file that finds is in the digest."""
    assert digest_where(file, lambda code: f"{code}\nANOTHER = 1\n") != BEFORE


@each("file", CODE)
def test_how_code_is_written_makes_no_other_finder(file: str) -> None:
    """A comment, a docstring, an empty line or a line that is wrapped finds nothing else."""

    def written_otherwise(code: str) -> str:
        code = code.replace('"""', '"""More. ', 1).replace(" = (\n", " = (  # wrapped\n\n")
        return f"# A comment.\n{code}\n\n\n# Another.\n"

    assert digest_where(file, written_otherwise) == BEFORE


@each("file", DATA)
def test_other_data_makes_another_finder(file: str) -> None:
    """A platform, a word or a weight more; the order of keys and the blanks between them say nothing."""

    def grown(text: str) -> str:
        data = json.loads(text)
        return json.dumps([*data, "another"] if isinstance(data, list) else {**data, "another": 1})

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [*map(turned, value)] if isinstance(value, list) else value

    assert digest_where(file, grown) != BEFORE
    assert digest_where(file, lambda text: json.dumps(turned(json.loads(text)), indent=1)) == BEFORE


def test_a_name_makes_another_platform() -> None:
    """What a platform is called is in the digest, wherever it stands in the list of platforms."""
    renamed = digest_where("text/data/platforms.json", lambda text: text.replace("wecom", "wecon", 1))
    assert renamed != BEFORE


def test_another_unicode_is_another_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks alike is Unicode's to say."""
    monkeypatch.setattr("unicodedata.unidata_version", "1.1.5")
    assert digest_of_finder.__wrapped__() != BEFORE


def test_a_stub_finds_nothing() -> None:
    """It is for type checkers alone. A file of another kind, such as compiled code without its source, counts as it is."""
    assert digest_where("text/__init__.pyi", lambda code: f"{code}\nANOTHER: int\n") == BEFORE
    compiled = [finder._meant("text/fold.pyc", content) for content in (b"one", b"another")]
    assert compiled[0] != compiled[1]
