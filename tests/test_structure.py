"""How the house is built: imports point one way, data is frozen and silent, files are short. Read from the source."""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

import attrs
import pytest

import resume_visibility
from each import each
from resume_visibility.model.building import Checked, Choice

PACKAGE = Path(resume_visibility.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = ("errors", "model", "text", "policy", "projection", "codec", "cli", "testing")
"""From the ground up: each may import from itself and from those before it."""

THIRD_PARTY = {"attrs": ROOMS, "cattrs": ("codec",), "hypothesis": ("testing",)}
"""What is not the standard library's, and the rooms that may use it."""

LONG = {
    "model/building.py": "how every annotation is checked",
    "model/regions.py": "a table of data",
    "policy/index.py": "whatever governs, laid out to be looked up",
    "policy/statements.py": "how every kind of statement is checked",
    "policy/situation.py": "how each kind of viewer stands to a resume or form",
    "policy/table.py": "a policy, its table and its cases",
    "policy/v2023_04/citations.py": "a table of what each clause may be cited for",
    "policy/v2023_04/rules.py": "every rule in one room",
    "policy/v2023_04/statements.py": "a table of statements",
    "projection/preview.py": "whom a change of settings concerns",
    "testing/laws.py": "one law after the other",
    "testing/strategies.py": "a resume with everything in it",
    "text/dialled.py": "numbers that are known, in any writing",
    "text/digits.py": "the ways in which digits are written, and what parts them",
    "text/fold.py": "a text as it is read, and where each letter of it is written",
    "text/mail.py": "addresses in any disguise",
    "text/names.py": "names in any spelling",
    "text/numbers.py": "numbers in any disguise",
    "text/windows.py": "the shapes of numbers, one after the other",
}
"""The files that may be longer than the rest, and why."""


def named(file: Path) -> str:
    """A file by its path inside the package."""
    return file.relative_to(PACKAGE).as_posix()


def room_of(module: tuple[str, ...]) -> str | None:
    """The room of a module inside the package; none for the entrances at the top."""
    return module[0] if module and module[0] in ROOMS else None


def imports_of(file: Path) -> Iterator[tuple[str, ...]]:
    """Every module that a file imports, wherever in it, as an absolute path of names."""
    here = ("resume_visibility", *file.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level] if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            if module == ("resume_visibility",):
                yield from ((*module, alias.name) for alias in node.names)
            else:
                yield module


@cache
def modules() -> tuple[Any, ...]:
    """Every module of the package, imported."""
    found = pkgutil.walk_packages([str(PACKAGE)], "resume_visibility.")
    return tuple(importlib.import_module(one.name) for one in found if not one.name.endswith("__main__"))


@cache
def classes() -> tuple[type[Any], ...]:
    """Every class that the package defines."""
    return tuple(
        value
        for module in modules()
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
    )


RECORDS = [cls for cls in classes() if attrs.has(cls)]
MODEL = [cls for cls in RECORDS if cls.__module__.startswith("resume_visibility.model.")]


@each("file", FILES, ids=named)
def test_imports_point_one_way(file: Path) -> None:
    """No file imports from a room above its own: errors, model, policy, projection, codec, cli, testing."""
    own = room_of(file.relative_to(PACKAGE).with_suffix("").parts)
    above = ROOMS[ROOMS.index(own) + 1 :] if own is not None else ()
    for module in imports_of(file):
        if module[0] == "resume_visibility":
            room = room_of(module[1:])
            assert room not in above, f"{named(file)} imports {'.'.join(module)}"
            assert own is None or room is not None, f"{named(file)} imports the package's entrance"


@each("file", FILES, ids=named)
def test_third_parties_stay_in_their_rooms(file: Path) -> None:
    """cattrs is in codec alone, Hypothesis in testing alone; beside attrs there is nothing but the standard library."""
    own = room_of(file.relative_to(PACKAGE).with_suffix("").parts)
    for module in imports_of(file):
        name = module[0]
        if name != "resume_visibility" and name not in sys.stdlib_module_names:
            assert name in THIRD_PARTY, f"{named(file)} imports {name}"
            assert own is None or own in THIRD_PARTY[name], f"{named(file)} imports {name}"


def test_the_entrance_needs_no_hypothesis() -> None:
    """Neither the package's entrance nor the command line imports what only test suites have."""
    for name in ("__init__.pyi", "__main__.py"):
        assert not any("testing" in module or "hypothesis" in module for module in imports_of(PACKAGE / name))


def test_relative_imports_are_read() -> None:
    """The reader of imports sees relative ones, of one level and of several, as absolute."""
    found = set(imports_of(PACKAGE / "projection" / "release.py"))
    assert ("resume_visibility", "projection", "names") in found
    assert ("resume_visibility", "policy", "table") in found
    assert ("datetime",) in found


@each("file", FILES, ids=named)
def test_files_are_short(file: Path) -> None:
    """No file is above 260 lines but those that say why, and none says why that need not."""
    length = len(file.read_text(encoding="utf-8").splitlines())
    assert (length > 260) is (named(file) in LONG)


def test_no_test_changes_the_path_of_imports() -> None:
    """Tests find their helpers because pytest is stated where they are; none changes `sys.path`."""
    tests = sorted(Path(__file__).parent.rglob("test_*.py"))
    assert tests
    for file in tests:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) != ("sys", "path"), file.name


ENTRANCES = ["__init__.pyi", "testing/__init__.py"]


def rank(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by name."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_an_entrance_holds_imports_and_nothing_else(entrance: str) -> None:
    """An __init__ is a docstring, imports, and a sorted and complete __all__."""
    docstring, *body = ast.parse((PACKAGE / entrance).read_text(encoding="utf-8")).body
    assert isinstance(docstring, ast.Expr)
    imported = [
        alias.asname or alias.name
        for node in body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    (told,) = [node for node in body if not isinstance(node, ast.ImportFrom)]
    assert isinstance(told, ast.Assign)
    names = ast.literal_eval(told.value)
    assert names == sorted(names, key=rank)
    assert sorted(names) == sorted(imported)
    assert len(set(names)) == len(names)


def test_the_entrance_finds_what_its_stub_promises() -> None:
    """Every name that type checkers read in the stub is found at run time in the same module, and no other is."""
    promised = {
        alias.name: node.module
        for node in ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes = vars(resume_visibility)["_HOMES"]
    assert {name: home for home, names in homes.items() for name in names.split()} == promised
    assert [*homes] == sorted(homes)


PUBLIC = {
    f"{module.__name__}.{name}": getattr(module, name)
    for module in (resume_visibility, importlib.import_module("resume_visibility.testing"))
    for name in module.__all__
}


@each("name", [name for name, value in PUBLIC.items() if isinstance(value, type) or callable(value)])
def test_every_public_name_has_a_docstring(name: str) -> None:
    """Every public class and function says what it is, in a first line that ends with a full stop."""
    value = PUBLIC[name]
    docstring = value.__doc__ or ""
    assert docstring.strip(), name
    assert not docstring.startswith("Method generated by attrs"), name
    assert docstring.strip().splitlines()[0].rstrip('"').endswith((".", ":")), docstring.splitlines()[0]


@each("module", modules(), ids=lambda module: module.__name__)
def test_every_module_says_what_it_is(module: Any) -> None:
    """Every module with anything in it has a docstring."""
    if Path(module.__file__).read_text(encoding="utf-8").strip():
        assert (module.__doc__ or "").strip()


@each("cls", RECORDS, ids=lambda cls: cls.__qualname__)
def test_every_record_is_frozen_and_slotted(cls: type[Any]) -> None:
    """No record can be changed, and none has room for what it does not declare."""
    blank = object.__new__(cls)
    for field in attrs.fields(cls):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(blank, field.name, None)
    assert not hasattr(blank, "__dict__")


@each("cls", MODEL, ids=lambda cls: cls.__qualname__)
def test_every_class_of_the_model_is_checked_and_silent(cls: type[Any]) -> None:
    """LAW-7: every class of the model checks what it is given and shows nothing of it in its repr."""
    assert issubclass(cls, Checked)
    assert cls.__repr__ is Checked.__repr__
    assert repr(object.__new__(cls)) == f"<{cls.__name__}>"


@each("cls", RECORDS, ids=lambda cls: cls.__qualname__)
def test_no_default_can_be_changed(cls: type[Any]) -> None:
    """What two instances could share by default is frozen."""
    for field in attrs.fields(cls):
        default = field.default
        if default is attrs.NOTHING:
            continue
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, whatever its stub says
            made: Any = default.factory
            assert default.takes_self or made() is not made(), f"{cls.__name__}.{field.name}"
        else:
            assert type(default) in RECORDS or isinstance(
                default, (str, int, bool, type(None), tuple, frozenset, datetime, Enum, FunctionType)
            ), f"{cls.__name__}.{field.name}"


@each(
    "cls",
    [cls for cls in classes() if issubclass(cls, Choice) and len(cls)],
    ids=lambda cls: cls.__qualname__,
)
def test_choices_are_spelled_once(cls: type[Choice]) -> None:
    """No choice has an alias, and each is equal to itself alone, never to its spelling."""
    assert len(cls.__members__) == len(list(cls))
    for member in cls:
        assert member != member.value
