"""How the house is built: imports point one way, data is frozen and silent, files are short. Read from the source."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from graphlib import TopologicalSorter
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any
from zipfile import ZipFile

import attrs
import pytest

import resume_visibility
from each import each
from processes import UNMEASURED
from resume_visibility import Policy, ShownSections, load_form, load_resume, load_viewer, view_for
from resume_visibility.exports.journal import Entry
from resume_visibility.lazy import entrance
from resume_visibility.model.building import Checked, Choice, Limits, unchecked_limits, unread_metadata
from resume_visibility.model.silent import Silent
from resume_visibility.policy.table import Case
from resume_visibility.projection import finder
from resume_visibility.projection.forms import _Prepared
from resume_visibility.projection.sections import FilledSection
from resume_visibility.text.digits import Group
from resume_visibility.text.finding import _FoldedReading
from resume_visibility.text.fold import Reading
from resume_visibility.text.kinds import Kind
from resume_visibility.text.known_addresses import Mail, Site
from resume_visibility.text.known_numbers import Line
from resume_visibility.text.patterns import Plain
from resume_visibility.text.pieces import Passage

PACKAGE = Path(resume_visibility.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = (
    "lazy",
    "installed",
    "errors",
    "model",
    "text",
    "policy",
    "projection",
    "codec",
    "schemas",
    "lists",
    "exports",
    "interchange",
    "book",
    "cli",
    "testing",
)
EXAMPLES = Path(__file__).parents[1] / "examples" / "data"
"""From the ground up: each may import from itself and from those before it."""

THIRD_PARTY = {
    "attrs": ROOMS,
    "cattrs": ("codec",),
    "hypothesis": ("testing",),
    "sqlalchemy": ("lists",),
    "pyarrow": ("lists",),
    "openpyxl": ("exports",),
    "tqdm": ("cli",),
    "typing_extensions": ("model", "lists"),  # for type checkers alone, each of which knows it
}
"""What is not the standard library's, and the rooms that may use it."""

LONG = {
    "cli/arguments.py": "every command with its options",
    "lists/conditions.py": "every condition, what it means and its words",
    "lists/deriving.py": "how every fact is said of rows",
    "lists/rows.py": "the rows of every relation",
    "lists/sql.py": "how every condition is written in SQL",
    "lists/tables.py": "the tables of a platform: what each of their columns has to be, and why",
    "model/building.py": "how every annotation is checked",
    "model/declarations.py": "everything that a platform may not declare",
    "model/viewers.py": "every kind of viewer",
    "policy/facts.py": "every fact, its values, and the halves that the two sides bring",
    "policy/decisions.py": "what a decision is, and how clauses make it",
    "policy/index.py": "whatever governs, laid out to be looked up",
    "policy/matrix.py": "whom the matrix shows, and how it is drawn",
    "policy/statements.py": "how every kind of statement is checked",
    "policy/situation.py": "how each kind of viewer stands to a resume or form",
    "policy/table.py": "a policy, its table and its cases",
    "policy/words.py": "the words for every member and every fact, alone and in a sentence",
    "policy/v2023_04/by_reading.py": "the statements that follow the readings, each with its words",
    "policy/v2023_04/gists.py": "the rules that read otherwise by a reading, each in one line",
    "policy/v2023_04/readings.py": "a table of readings",
    "policy/v2023_04/quoted.py": "a table of the policy's own words",
    "policy/v2023_04/citations.py": "a table of what each clause may be cited for",
    "policy/v2023_04/rules.py": "every rule in one room",
    "policy/v2023_04/statements.py": "a table of statements",
    "projection/difference.py": "whom a change of settings concerns",
    "projection/sieve.py": "the quick look at the texts of a row, and what is known of its candidate",
    "testing/laws.py": "every law that one case can break",
    "text/accounts.py": "accounts: what may be one by its shape, and what score that needs by what leads up to it",
    "text/addresses.py": "addresses in any disguise, and links",
    "text/finding.py": "the whole way from a text to what it gives away",
    "text/fold.py": "a text as it is read, and where each letter of it is written",
    "text/judgement.py": "the features of all that is judged by weights",
    "text/known.py": "all that is known of a writer, and where a text gives it away",
    "text/known_addresses.py": "addresses, homepages and accounts that are known, in any writing",
    "text/known_numbers.py": "numbers that are known, in any writing, whole and in part",
    "text/names.py": "names in any spelling",
    "text/numbers.py": "numbers whose owner is not known, in any writing",
    "text/patterns.py": "what patterns are made of, and how many words are found at once",
    "text/plans.py": "digits read as one number, and which kind of number it is",
    "text/platforms.py": "names of platforms, in any writing",
    "text/signals.py": "what signals each kind of detail, in one text and in many",
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
MODEL = [
    cls
    for cls in RECORDS
    if cls.__module__.startswith("resume_visibility.model.")
    and cls not in (ShownSections, Limits)  # which goes out, and which is of a field and not of a candidate
]


@each("file", FILES, ids=named)
def test_imports_point_one_way(file: Path) -> None:
    """No file imports from a room above its own: errors, model, text, policy, projection, codec, schemas, lists, exports, interchange, book, cli, testing."""
    own = room_of(file.relative_to(PACKAGE).with_suffix("").parts)
    above = ROOMS[ROOMS.index(own) + 1 :] if own is not None else ()
    for module in imports_of(file):
        if module[0] == "resume_visibility":
            room = room_of(module[1:])
            assert room not in above, f"{named(file)} imports {'.'.join(module)}"
            assert own is None or room is not None, f"{named(file)} imports the package's entrance"


def test_the_design_lists_the_packages_in_their_order() -> None:
    """The page of the design has a line for each room, and each may import from those above it."""
    page = (PACKAGE.parents[1] / "docs/explanation/design.md").read_text(encoding="utf-8")
    listed = page.partition("## The packages\n\n```text\n")[2].partition("```")[0]
    assert tuple(line.split()[0].rstrip("/") for line in listed.splitlines()) == ROOMS


KEPT_FOR_THE_PROCESS = frozenset(
    {
        "Any",  # with `object` and `type`: a class or an annotation
        "object",
        "type",
        "Enum",
        "int",
        "bool",
        "None",
        "tuple",
        "frozenset",
        "Hashable",  # values of facts
        "Look",
        "Kind",
        "Language",
        "Part",
        "Channel",
        "Action",
        "Choice",
        "Document",
        "Clause",
        "Item",
        "Grant",
        "Policy",
        "Readings",
        "Request",
        "ViewerFacts",
        "ViewerKind",
        "Visibility",
    }
)
"""The types of arguments by which results are kept for the whole process: nothing of a person is in a value of any of them."""
KEPT_BY_TEXT = {
    "book/reading.py": {"field"},  # of `Readings`
    "codec/spelling.py": {"text"},  # which is a month, or is not kept
    "lists/deriving.py": {"column"},
    "projection/rows.py": {"accounts"},  # of a policy: the words that stand before an account
    "text/judgement.py": {"model"},
    "text/patterns.py": {"name"},  # of a data file
    "text/platforms.py": {"extra"},  # of a policy likewise
    "text/signals.py": {"extra"},
}
"""The texts by which results are kept for the whole process: none is of a person."""


@each("file", [file for file in FILES if file.relative_to(PACKAGE).parts[0] != "testing"], ids=named)
def test_nothing_of_a_person_is_kept_for_the_process(file: Path) -> None:
    """What functions keep for the whole process goes by types, choices and policies, as the page of the design says."""
    for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        decorators = getattr(function, "decorator_list", [])
        if not any(re.match(r"(lru_)?cache\b", ast.unparse(one)) for one in decorators):
            continue
        assert isinstance(function, ast.FunctionDef)
        for argument in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs):
            assert argument.annotation is not None
            words = set(re.findall(r"\w+", ast.unparse(argument.annotation)))
            is_named = argument.arg in KEPT_BY_TEXT.get(named(file), ())
            assert words <= KEPT_FOR_THE_PROCESS | ({"str"} if is_named else set()), function.name


def test_no_files_import_each_other() -> None:
    """No file is imported, in one step or several, by what it imports itself."""
    modules = {file.relative_to(PACKAGE).with_suffix("").parts: file for file in FILES}
    TopologicalSorter(
        {
            named(file): {named(modules[module[1:]]) for module in imports_of(file) if module[1:] in modules}
            for file in FILES
        }
    ).prepare()


def test_every_file_that_says_what_to_look_for_is_part_of_the_finder() -> None:
    """What the redactor imports of its own room makes another finder when it changes."""
    modules = {file.relative_to(PACKAGE).with_suffix("").parts: file for file in FILES}
    waiting, seen = ["projection/redactor.py"], set[str]()
    while waiting:
        seen.add(file := waiting.pop())
        imported = {modules[module[1:]] for module in imports_of(PACKAGE / file) if module[1:] in modules}
        waiting += {named(one) for one in imported if named(one).startswith("projection/")} - seen
    assert len(seen) > 3
    assert seen <= set(finder.OTHER_FILES)


@each("file", FILES, ids=named)
def test_third_parties_stay_in_their_rooms(file: Path) -> None:
    """Each third party is in the rooms that may use it; beside these there is nothing but the standard library."""
    own = room_of(file.relative_to(PACKAGE).with_suffix("").parts)
    for module in imports_of(file):
        name = module[0]
        if name != "resume_visibility" and name not in sys.stdlib_module_names:
            assert name in THIRD_PARTY, f"{named(file)} imports {name}"
            assert own is None or own in THIRD_PARTY[name], f"{named(file)} imports {name}"


EXTRAS = {
    "sqlalchemy": ("lists/sql.py", "lists/tables.py", "lists/nulls.py", "lists/zones.py"),
    "pyarrow": ("lists/batches.py",),
}
"""What is imported at the top of these files alone. Nothing else of the library imports them."""


@each("file", FILES, ids=named)
def test_what_an_extra_brings_is_in_one_place(file: Path) -> None:
    """SQLAlchemy and PyArrow are each imported by a file or two, and nothing else of the library imports these."""
    for module in imports_of(file):
        assert named(file) in EXTRAS.get(module[0], (named(file),))
        imported = "/".join(module[1:]) + ".py"
        assert all(imported not in files or named(file) in files for files in EXTRAS.values()), (
            f"{named(file)} needs an extra"
        )


def test_the_entrance_needs_no_hypothesis() -> None:
    """Neither the package's entrance nor the command line imports what only test suites have."""
    for name in ("__init__.py", "__init__.pyi", "__main__.py"):
        assert not any("testing" in module or "hypothesis" in module for module in imports_of(PACKAGE / name))


def test_made_up_resumes_need_no_hypothesis() -> None:
    """Of the room for tests, the corpus imports nothing outside its own folder that could bring Hypothesis."""
    for file in sorted((PACKAGE / "testing" / "invented").glob("*.py")):
        for module in imports_of(file):
            assert module[0] != "hypothesis"
            assert module[1:2] != ("testing",) or module[2:3] == ("invented",), f"{file.name}: {module}"


def test_relative_imports_are_read() -> None:
    """The reader of imports sees relative ones, of one level and of several, as absolute."""
    found = set(imports_of(PACKAGE / "projection" / "release.py"))
    assert ("resume_visibility", "projection", "names") in found
    assert ("resume_visibility", "policy", "table") in found
    assert ("datetime",) in found


_LONGEST = 260


@each("file", FILES, ids=named)
def test_files_are_short(file: Path) -> None:
    """No file is above 260 lines but those that say why, and none says why that need not."""
    length = len(file.read_text(encoding="utf-8").splitlines())
    if length > _LONGEST:
        assert named(file) in LONG, f"{named(file)} has {length} lines: split it, or say why in LONG"
    else:
        assert named(file) not in LONG, f"{named(file)} has {_LONGEST} lines at most: take it out of LONG"


_WIDEST = 140


@each("file", FILES, ids=named)
def test_lines_fit_on_a_screen(file: Path) -> None:
    """No line takes more than 140 columns, of which a Chinese character takes two."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        columns = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)
        assert columns <= _WIDEST, f"line {number}"


@each("file", FILES, ids=named)
def test_nothing_rests_on_assert(file: Path) -> None:
    """`python -O` leaves every `assert` out, and with it whatever is checked there: the laws would hold for any service."""
    asserted = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    ]
    assert asserted == []


def tables_of(file: Path, enumerations: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Each dict of a file that has an entry for every member of an enumeration, and is not checked for it; with the enumeration."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    checked = [
        call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "complete"
    ]
    names = {one.id for one in checked if isinstance(one, ast.Name)}
    assigned = [
        (target.id, node.value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    ]
    passed = {id(value) for name, value in assigned if name in names} | {id(one) for one in checked}
    for table in ast.walk(tree):
        if isinstance(table, ast.Dict) and id(table) not in passed:
            keys = [
                (key.value.id, key.attr)
                for key in table.keys
                if isinstance(key, ast.Attribute) and isinstance(key.value, ast.Name)
            ]
            for name in {name for name, _ in keys}:
                if enumerations.get(name, {""}) <= {member for of, member in keys if of == name}:
                    yield f"{named(file)}:{table.lineno}", name


def test_LAW_5_a_table_of_every_member_has_to_stay_one() -> None:
    """A new member of an enumeration stops the import wherever a table has to say something of it, with the file in which to write it."""
    enumerations = {
        cls.__name__: frozenset(cls.__members__)
        for cls in classes()
        if issubclass(cls, Choice) and len(cls.__members__) > 1
    }
    assert len(enumerations) > 20
    found = {table for file in FILES for table in tables_of(file, enumerations)}
    assert {
        table for table in found if table[1] != "Clause"
    } == set()  # a later version may have fewer clauses


@each("file", [*FILES, *sorted(EXAMPLES.parent.rglob("*.py"))], ids=lambda file: file.name)
def test_no_text_is_silently_english(file: Path) -> None:
    """A text of two languages is `Words`, a complete table or a `match`: nothing compares with one language, so that another would get
    what is left.
    """
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            for one in (node.left, *node.comparators):
                if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
                    assert one.value.id != "Language", f"line {node.lineno}"


def test_no_test_changes_the_path_of_imports() -> None:
    """Tests find their helpers because pytest is stated where they are; none changes `sys.path`."""
    tests = sorted(Path(__file__).parent.rglob("test_*.py"))
    assert tests
    for file in tests:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) != ("sys", "path"), file.name


PUBLIC_MODULES = [
    importlib.import_module(f"resume_visibility{room}")
    for room in (
        "",
        ".book",
        ".exports",
        ".interchange",
        ".lists",
        ".model",
        ".policy",
        ".schemas",
        ".testing",
        ".text",
    )
]


def imported(file: Path) -> Iterator[tuple[str, str]]:
    """Every name that a file imports from elsewhere, with the module."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            yield from (
                (alias.asname or alias.name, "." * node.level + (node.module or "")) for alias in node.names
            )


@pytest.mark.parametrize("module", PUBLIC_MODULES, ids=lambda module: module.__name__)
def test_an_entrance_finds_what_its_stub_promises(module: Any) -> None:
    """Every name that type checkers read in a stub is found at run time in the same module, and no other is."""
    promised = dict(imported(Path(module.__file__).with_suffix(".pyi")))
    assert sorted(promised) == module.__all__
    assert {*promised} <= {*dir(module)}
    assert "entrance" not in dir(module)  # an editor offers what `dir` names
    for name, home in promised.items():
        assert getattr(module, name) is getattr(importlib.import_module(home, module.__name__), name)


def entrance_of(folder: Path) -> Any:
    """The entrance of a package in a folder, with the modules and names that its stub states."""
    loader = SourceFileLoader("package", str(folder / "__init__.py"))
    return entrance("package", {"__path__": [str(folder)], "__spec__": ModuleSpec("package", loader)})


def test_a_stub_that_cannot_be_read_stops_the_import(tmp_path: Path) -> None:
    """A package without a stub is refused, and so is a line of which nobody can say which name it makes public."""
    with pytest.raises(OSError, match=r"__init__\.pyi"):
        entrance_of(tmp_path)
    stub = tmp_path / "__init__.pyi"
    stub.write_text('"""Public."""\n\nfrom os import sep as sep\nfrom .a.b import C as C\n', encoding="utf-8")
    assert entrance_of(tmp_path)[0] == ["C", "sep"]
    for line in (
        "from os import sep",
        "from os import sep as other",
        "from os import (",
        "import os",
        "x = 1",
    ):
        stub.write_text(f'"""Public."""\n\n{line}\n', encoding="utf-8")
        with pytest.raises(ImportError, match="from X import Y as Y") as caught:
            entrance_of(tmp_path)
        assert line in str(caught.value)


def test_it_can_be_imported_from_a_zip_file(tmp_path: Path) -> None:
    """Whoever ships an application as one file finds every public name in it."""
    whole = tmp_path / "application.zip"
    with ZipFile(whole, "w") as archive:
        for file in sorted(PACKAGE.rglob("*.py*")):
            if file.suffix in (".py", ".pyi"):
                archive.write(file, f"resume_visibility/{named(file)}")
    program = """
import resume_visibility
from resume_visibility import *
from resume_visibility.model import *
print(view_for.__module__, Work.__module__, resume_visibility.__file__)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**UNMEASURED, "PYTHONPATH": str(whole)},
    )
    *modules, place = done.stdout.split()
    assert modules == ["resume_visibility.projection.release", "resume_visibility.model.sections"]
    assert Path(place).is_relative_to(whole)


@pytest.mark.parametrize("module", PUBLIC_MODULES, ids=lambda module: module.__name__)
def test_no_public_name_is_that_of_a_module(module: Any) -> None:
    """A module of the same name, once imported, would stand in the place of what was meant."""
    beside = {one.name for one in pkgutil.iter_modules([str(Path(module.__file__).parent)])}
    assert beside.isdisjoint(module.__all__)


PUBLIC = {
    f"{module.__name__}.{name}": getattr(module, name) for module in PUBLIC_MODULES for name in module.__all__
}


@each("name", PUBLIC)
def test_no_public_table_can_be_changed(name: str) -> None:
    """Whoever changed one, by mistake or not, would change what the library does, such as what `verify` finds."""
    assert not isinstance(PUBLIC[name], (dict, list, set))


@each("name", [name for name, value in PUBLIC.items() if isinstance(value, type) or callable(value)])
def test_every_public_name_has_a_docstring(name: str) -> None:
    """Every public class and function says what it is, in a first paragraph that ends with a full stop."""
    value = PUBLIC[name]
    docstring = value.__doc__ or ""
    assert docstring.strip(), name
    assert not docstring.startswith("Method generated by attrs"), name
    first = docstring.strip().split("\n\n")[0]
    assert first.rstrip('"').endswith((".", ":")), first


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


@each("cls", RECORDS, ids=lambda cls: cls.__qualname__)
def test_LAW_5_every_record_says_of_its_fields_what_is_read(cls: type[Any]) -> None:
    """LAW-5: no metadata of a field is misspelt or checked by nothing, in the classes that check themselves and in the others."""
    assert [*unread_metadata(cls), *unchecked_limits(cls)] == []


@each("cls", MODEL, ids=lambda cls: cls.__qualname__)
def test_every_class_of_the_model_is_checked_and_silent(cls: type[Any]) -> None:
    """LAW-7: every class of the model checks what it is given and shows nothing of it in its repr."""
    assert issubclass(cls, Checked)
    assert cls.__repr__ is Checked.__repr__
    assert repr(object.__new__(cls)) == f"<{cls.__name__}>"


DERIVED = [
    *(cls for cls in RECORDS if cls.__module__ == "resume_visibility.lists.rows"),
    *(Case, Entry, FilledSection, _Prepared),
    *(Line, Group, _FoldedReading, Reading, Site, Mail, Passage, Plain),
]
"""The classes beside the model that hold what a person wrote, chose or did."""


@each("cls", DERIVED, ids=lambda cls: cls.__qualname__)
def test_LAW_7_what_is_derived_of_a_candidate_is_silent(cls: type[Any]) -> None:
    """LAW-7: whatever is derived of a resume shows nothing of it in its repr."""
    named: tuple[str, ...] = getattr(cls, "_fields", ())
    blank = cls(*named) if named else object.__new__(cls)
    assert repr(blank) == f"<{cls.__name__}>"


OF_NOBODY = {"Definitions", "FieldMapping", "Tables", "Policy", "Ruleset"}
"""The silent classes that hold nothing of a candidate."""


@each("cls", RECORDS, ids=lambda cls: cls.__qualname__)
def test_LAW_7_what_is_silent_is_so_for_printers_that_read_fields(cls: type[Any]) -> None:
    """LAW-7: rich, and with it many a traceback and log, prints the fields of what attrs made, whatever its repr is."""
    says: Any = cls.__repr__
    made_by_attrs = isinstance(says, FunctionType) and says.__code__.co_filename.startswith("<attrs")
    assert made_by_attrs or issubclass(cls, Silent) is (cls.__name__ not in OF_NOBODY)


HARMLESS = {
    *("Platform", "Term", "Word", "_Entry"),  # of the tables of names
    *("Finding", "Candidate", "SignalledSpans", "SignalPlaces", "KnownKinds"),  # places and kinds, no letters
}
"""The tuples of the room of texts that hold nothing of a text; the others, and each new one, are silent."""


def test_LAW_7_every_tuple_that_holds_a_text_is_silent() -> None:
    """LAW-7: one that nobody looked at is a failure, and none is called harmless that is not there."""
    found = {
        cls
        for module in modules()
        if module.__name__.startswith("resume_visibility.text.")
        for cls in vars(module).values()
        if isinstance(cls, type) and issubclass(cls, tuple) and cls.__module__ == module.__name__
    }
    assert {cls.__name__ for cls in found} >= HARMLESS
    for cls in found:
        fields: tuple[str, ...] = getattr(cls, "_fields", ())
        assert (repr(cls(*fields)) == f"<{cls.__name__}>") is (cls.__name__ not in HARMLESS), cls


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


def test_choices_are_hashed_by_identity() -> None:
    """Every set and table of choices asks for their hashes, which Python would make of their names."""
    by_identity: Any = object.__hash__
    choices = [Kind, *(cls for cls in classes() if issubclass(cls, Choice))]
    assert len(choices) > 1
    assert [cls for cls in choices if cls.__hash__ is not by_identity] == []


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


def rooms_before_the_decision(viewer: Any, document: Any) -> list[str]:
    """The rooms that `view_for` goes through until the policy looks the decision up, without the model, whose values it carries."""
    walk: list[str] = []
    decided = False

    def entered(frame: FrameType, event: str, _: object) -> None:
        nonlocal decided
        file = Path(frame.f_code.co_filename)
        if event == "call" and not decided and file.is_relative_to(PACKAGE):
            decided = frame.f_code is Policy.row.__code__
            room = file.relative_to(PACKAGE).parts[0]
            if room != "model" and walk[-1:] != [room]:
                walk.append(room)

    before = sys.getprofile()
    sys.setprofile(entered)
    try:
        view_for(viewer, document)
    finally:
        sys.setprofile(before)
    assert decided
    return walk


@each("path", sorted((EXAMPLES / "viewers").glob("*.json")), ids=lambda path: path.stem)
def test_the_way_to_a_decision_enters_no_room_twice(path: Path) -> None:
    """From the question to the decision, of a document not asked for before, a reader goes into each room once."""
    viewer = load_viewer(path.read_bytes())
    for document in (
        load_resume((EXAMPLES / "engineer.json").read_bytes()),
        load_form((EXAMPLES / "campus-form.json").read_bytes()),
    ):
        assert rooms_before_the_decision(viewer, document) == ["projection", "policy"]
