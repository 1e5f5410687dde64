"""This very finder: what finds details in texts, named by a digest for stored findings, and by another for whoever signs a policy."""

from collections.abc import Iterator
from functools import cache

OTHER_FILES = (
    *("projection/redactor.py", "projection/numbers.py", "projection/as_written.py", "projection/details.py"),
    *("projection/names.py", "projection/postal.py", "projection/streets.py"),
    *("model/values.py", "model/names.py"),
)
"""The files of other packages that say what to look for."""


@cache
def finder_digest() -> bytes:
    """Name this version of the finder, quickly. The name changes with any file in `text`, any file in `OTHER_FILES`, and with Unicode."""
    import unicodedata
    from hashlib import blake2b

    digest = blake2b(unicodedata.unidata_version.encode(), digest_size=16)
    for name, content in _files():
        digest.update(name.encode())
        digest.update(content)
    return digest.digest()


@cache
def digest_of_finder() -> str:
    """SHA-256, in hexadecimal, of the same for somebody who signs it: it changes with what finds, and not with how that is written. Lines,
    comments and docstrings of code, and the order of keys in data, are not in it.
    """
    import unicodedata
    from hashlib import sha256

    digest = sha256(unicodedata.unidata_version.encode())
    for name, content in _files():
        digest.update(f"\0{name}\0".encode())
        digest.update(_meant(name, content))
    return digest.hexdigest()


def _files() -> Iterator[tuple[str, bytes]]:
    from importlib.resources import files

    library = files("resume_visibility")
    for path in OTHER_FILES:
        yield path, (library / path).read_bytes()
    folders = [("text", library / "text")]
    while folders:
        place, folder = folders.pop()
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            name = f"{place}/{file.name}"
            if file.is_dir():
                # Without a branch: Python may have written no compiled files.
                folders += [] if file.name == "__pycache__" else [(name, file)]
            else:
                yield name, file.read_bytes()


def _meant(name: str, content: bytes) -> bytes:
    """What a file means: of code its syntax without docstrings, of JSON its values. Stubs are for type checkers alone."""
    import ast
    import json

    if name.endswith(".json"):
        return json.dumps(json.loads(content), sort_keys=True).encode()
    if name.endswith(".pyi"):
        return b""
    if not name.endswith(".py"):
        return content
    tree = ast.parse(content)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            # Also the text below a name, which says what it is.
            node.body = [one for one in node.body if not _is_text(one)] or [ast.Pass()]
    return ast.dump(tree).encode()


def _is_text(statement: object) -> bool:
    import ast

    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )
