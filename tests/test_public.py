"""The package as its users meet it: what it exports, and what it promises to be."""

import importlib
import importlib.metadata
import inspect
import pydoc
import re
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import resume_visibility
from each import each
from resume_visibility import CampusForm, Resume, ResumeView, Viewer, model, view_for
from resume_visibility.model.building import fields_of, is_model

ROOT = Path(__file__).parents[1]
ROOMS = (
    "book",
    "exports",
    "interchange",
    "lists",
    "lists.batches",
    "lists.sql",
    "model",
    "policy",
    "schemas",
    "testing",
    "text",
)
"""The packages that are public beside the top; of every other, and of their modules, nothing is."""


def public(room: str) -> list[str]:
    """The public names of a room; of the top for an empty name."""
    names: list[str] = importlib.import_module(f"resume_visibility.{room}".rstrip(".")).__all__
    return names


def test_the_top_has_eighty_names_at_most() -> None:
    """Whoever looks at the package for the first time can read all of it; the page of the design states the same limit."""
    design = (ROOT / "docs/explanation/design.md").read_text(encoding="utf-8")
    assert "The top has the most used of it, at most eighty names." in design
    assert len(public("")) <= 80, "take a name out of the top that few need"


def test_what_documents_and_viewers_are_made_of_is_public() -> None:
    """Whoever builds a resume, a form or a viewer in a program can import each class and choice that it is made of."""
    waiting: list[Any] = [Resume, CampusForm, *get_args(Viewer)]
    found: set[Any] = set()
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        waiting += [kind for _, kind in fields_of(one)] if is_model(one) else get_args(one)
    classes = {one for one in found if is_model(one) or (isinstance(one, type) and issubclass(one, Enum))}
    assert len(classes) > 50
    assert {one.__name__ for one in classes} - {*public("model")} == set(), "write it in model/__init__.pyi"


def test_no_name_is_public_twice() -> None:
    """Whoever looks for a name finds it in one place, and it means one thing. What a document is made of stands whole in `model`: its
    names of the top are the very same.
    """
    rooms = {
        name: [room for room in ("", *ROOMS) if name in public(room)]
        for room in ROOMS
        for name in public(room)
    }
    assert {name: found for name, found in rooms.items() if len(found) > 1 and found != ["", "model"]} == {}
    of_the_top = [name for name, found in rooms.items() if found == ["", "model"]]
    assert all(getattr(resume_visibility, name) is getattr(model, name) for name in of_the_top)


def imports_in(text: str) -> Iterator[tuple[str, str]]:
    """Every room that a page or program imports from, as written after the package's name, with each name."""
    code = re.sub(r"^(?:>>> |\.\.\. )", "", text, flags=re.MULTILINE)
    for module, many, one in re.findall(r"from resume_visibility(\S*) import (?:\(([^)]*)\)|(.*))", code):
        for name in re.findall(r"\w+", re.sub(r"#.*|\bas \w+", "", many or one)):
            yield module, name
    for module in re.findall(r"\bimport resume_visibility(\.[\w.]+)", code):
        yield module, ""


@each(
    "file",
    [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").rglob("*.py"))],
)
def test_no_page_and_no_example_imports_what_is_not_public(file: Path) -> None:
    """Whatever a reader may copy is from the top or from a public room, and listed there."""
    for module, name in imports_in(file.read_text(encoding="utf-8")):
        room = module.removeprefix(".")
        assert room in ("", *ROOMS), f"{file.name}: {module}"
        assert name in ("", *public(room), *(ROOMS if not room else ())), f"{file.name}: {name}"


def test_an_import_of_something_private_would_be_found() -> None:
    """Imports are read in examples of pages, on one line and on several, and in programs."""
    page = ">>> from resume_visibility.policy.table import Policy\n>>> from resume_visibility import (\n...     a, b as c,\n... )"
    assert [*imports_in(page)] == [(".policy.table", "Policy"), ("", "a"), ("", "b")]
    assert [*imports_in("import resume_visibility.codec")] == [(".codec", "")]


def test_help_fits_on_a_screen() -> None:
    """`help(view_for)` is read at once: at most 24 lines of 80 columns."""
    text = pydoc.plain(pydoc.render_doc(view_for))
    # Python 3.13 writes each argument of the signature on a line of its own.
    text = re.sub(r"\(\n[^)]*\n\)", lambda signature: " ".join(signature[0].split()), text, count=1)
    assert sum(max(1, -(-len(line) // 80)) for line in text.splitlines()) <= 24, text


def test_the_package_is_typed() -> None:
    """A py.typed lies beside the code, so that type checkers of users read its annotations."""
    assert (Path(resume_visibility.__file__).parent / "py.typed").is_file()


def test_it_needs_attrs_and_cattrs_alone() -> None:
    """Beside attrs and cattrs nothing is required at run time."""
    required = importlib.metadata.requires("resume-visibility") or []
    always = {one.split(">")[0].strip() for one in required if "extra ==" not in one}
    assert always == {"attrs", "cattrs"}


def test_importing_brings_no_test_tool() -> None:
    """Importing the package brings neither Hypothesis nor pytest into a service."""
    program = (
        "import sys, resume_visibility; print([m for m in ('hypothesis', 'pytest') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_law_without_hypothesis_names_the_extra() -> None:
    """Without Hypothesis a law says how to install it, and made-up resumes are there all the same."""
    program = """
import sys
sys.modules["hypothesis"] = None
from resume_visibility.testing import corpus
from resume_visibility.testing import ALL_LAWS
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.endswith("expected the extra resume-visibility[testing]\n")


def test_without_hypothesis_no_law_is_listed() -> None:
    """Without Hypothesis a tool that asks for all that `dir` lists, as `help` does, gets what is there."""
    program = """
import inspect, pydoc, sys
sys.modules["hypothesis"] = None
from resume_visibility import testing
found = {name for name, _ in inspect.getmembers(testing)}
print(*sorted(found & {*testing.__all__}), "companies" in pydoc.render_doc(testing))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["CORPUS_NOW", "companies", "corpus", "True"], done.stderr


def test_importing_imports_nothing_else() -> None:
    """A name is looked for when it is first used, so that a process waits for nothing that it does not need."""
    program = """
import sys
before = {*sys.modules}
import resume_visibility
print(sorted(m for m in {*sys.modules} - before if m.startswith(("resume_visibility.", "attr", "cattr"))))
resume_visibility.Visibility
print("resume_visibility.model.settings" in sys.modules, "resume_visibility.policy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["['resume_visibility.lazy']", "True False"]


def test_a_view_needs_no_cattrs() -> None:
    """Loading what is right, and showing it to its owner, imports no cattrs, which is for what is written or has to be explained,
    and nothing that looks into texts.
    """
    program = """
import sys
before = {*sys.modules}
from pathlib import Path
from resume_visibility import Owner, load_resume, view_for
resume = load_resume(Path("examples/data/nurse.json").read_bytes())
assert view_for(Owner(candidate=resume.candidate), resume)
unneeded = ("cattrs", "difflib", "hashlib", "resume_visibility.policy.statements", "resume_visibility.text.fold")
print([m for m in unneeded if m in {*sys.modules} - before])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "[]\n"


WITHOUT_DOCSTRINGS = """
import json
from datetime import UTC, datetime
from pathlib import Path
from resume_visibility import dump_view, load_resume, load_viewer, view_for
from resume_visibility.schemas import Subject, schema_of

def asked(schema):
    match schema:
        case dict():
            return {key: asked(value) for key, value in schema.items() if key != "description" or not isinstance(value, str)}
        case list():
            return [*map(asked, schema)]
    return schema

resume = load_resume(Path("examples/data/engineer.json").read_bytes())
viewer = load_viewer(Path("examples/data/viewers/initech-recruiter.json").read_bytes())
view = view_for(viewer, resume, at=datetime(2026, 7, 1, tzinfo=UTC))
print(json.dumps([dump_view(view).decode(), *[asked(schema_of(subject)) for subject in Subject]]))
"""


def test_nothing_depends_on_asserts_and_docstrings() -> None:
    """`python -OO`, which removes both, shows the same view, and its schemas ask for the same."""
    plain, optimised = [
        subprocess.run(
            [sys.executable, *options, "-c", WITHOUT_DOCSTRINGS], capture_output=True, check=True, cwd=ROOT
        ).stdout
        for options in ([], ["-OO"])
    ]
    assert len(plain) > 10_000
    assert plain == optimised


def test_no_text_no_patterns() -> None:
    """Importing every public name imports nothing that looks into texts, whose patterns take long to compile."""
    program = (
        "import sys; from resume_visibility import *; print('resume_visibility.text.fold' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    "room",
    ["", "exports", "interchange", "lists", "model", "policy", "schemas", "testing", "text"],
)
def test_what_is_not_there(room: str) -> None:
    """A name that a room does not have is refused as of any module, and those it has are listed."""
    module = importlib.import_module(f"resume_visibility.{room}".rstrip("."))
    with pytest.raises(AttributeError, match=f"module '{module.__name__}' has no attribute 'view_fro'"):
        vars(module)["__getattr__"]("view_fro")
    assert {*module.__all__} <= {*dir(module)}
    assert len(dir(module)) == len({*dir(module)})


def test_view_for_takes_its_instant_by_name() -> None:
    """`view_for(viewer, resume, *, at=None)`: the instant is never taken for something else."""
    parameters = inspect.signature(view_for).parameters
    assert [*parameters][:3] == ["viewer", "resume", "at"]
    assert parameters["at"].kind is inspect.Parameter.KEYWORD_ONLY
    assert parameters["at"].default is None


def test_a_view_has_no_constructor_by_position() -> None:
    """A view cannot be built from a row of values by mistake."""
    with pytest.raises(TypeError):
        ResumeView("r-1", "张三丰")  # type: ignore[call-arg]  # what must be refused


def test_every_function_that_takes_a_policy_is_on_its_page() -> None:
    """Whoever has a policy of their own finds each function that has to be given it."""
    page = (ROOT / "docs/how-to/own-policy.md").read_text(encoding="utf-8")
    table = page.partition("## Decide by it everywhere")[2].partition("\n## ")[0]
    listed = {*re.findall(r"`(\w+)`", table)}
    taking = {
        name
        for room in ("", *ROOMS)
        for name in public(room)
        if inspect.isfunction(
            value := getattr(importlib.import_module(f"resume_visibility.{room}".rstrip(".")), name)
        )
        and "policy" in inspect.signature(value).parameters
    }
    assert taking - listed == {"verify"}  # it is asked about a policy, and decides nothing
    assert {
        name for name in listed if name in {one for room in ("", *ROOMS) for one in public(room)}
    } <= taking


def annotated(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """A public class or function, and the functions of a class that are defined in this package."""
    if inspect.isfunction(value):
        yield name, value
    if inspect.isclass(value):
        yield name, value
        for of in value.__mro__:
            if of.__module__.startswith("resume_visibility."):
                for member, found in vars(of).items():
                    function = getattr(found, "__func__", None) or getattr(found, "fget", None) or found
                    if inspect.isfunction(function):
                        yield f"{name}.{member}", function


@each("room", ("", *ROOMS))
def test_tools_can_resolve_the_annotations_of_every_public_name(room: str) -> None:
    """`typing.get_type_hints` finds every type that a public name is annotated with: frameworks, `attrs.resolve_types`, checkers at
    runtime and makers of documents ask it.
    """
    package = importlib.import_module(f"resume_visibility.{room}".rstrip("."))
    found = [one for name in public(room) for one in annotated(name, getattr(package, name))]
    unresolved = list[str]()
    for name, value in found:
        try:
            get_type_hints(value)
        except NameError as error:
            unresolved.append(f"{name}: {error}")
    assert found
    assert not unresolved, "name the package that has it, as policy/table.py does: 'public.Statement'"
