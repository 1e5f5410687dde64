"""The package as its users meet it: what it exports, and what it promises to be."""

import importlib.metadata
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import resume_visibility
from each import each
from resume_visibility import ResumeView, view_for


@each("name", resume_visibility.__all__)
def test_every_name_is_there(name: str) -> None:
    """Each name of __all__ can be imported."""
    assert getattr(resume_visibility, name) is not None


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
    assert done.stdout.split("\n")[:2] == ["[]", "True False"]


def test_a_view_needs_no_cattrs() -> None:
    """Loading what is right, and showing it, imports no cattrs: that is for what is written or has to be explained."""
    program = """
import sys
before = {*sys.modules}
from pathlib import Path
from resume_visibility import Owner, load_resume, view_for
resume = load_resume(Path("examples/data/nurse.json").read_bytes())
assert view_for(Owner(candidate=resume.candidate), resume)
print([m for m in ("cattrs", "difflib", "hashlib", "resume_visibility.policy.statements") if m in {*sys.modules} - before])
"""
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout == "[]\n"


def test_what_is_not_there() -> None:
    """A name that the package does not have is refused as of any module, and those it has are listed."""
    with pytest.raises(AttributeError, match="module 'resume_visibility' has no attribute 'view_fro'"):
        vars(resume_visibility)["__getattr__"]("view_fro")
    assert {*resume_visibility.__all__} <= {*dir(resume_visibility)}


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
