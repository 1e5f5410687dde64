"""The package as its users meet it: what it exports, and what it promises to be."""

import importlib.metadata
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import resume_visibility
from resume_visibility import ResumeView, view_for


@pytest.mark.parametrize("name", resume_visibility.__all__)
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


def test_view_for_takes_its_instant_by_name() -> None:
    """`view_for(viewer, resume, *, at=None)`: the instant is never taken for something else."""
    parameters = inspect.signature(view_for).parameters
    assert [*parameters][:3] == ["viewer", "resume", "at"]
    assert parameters["at"].kind is inspect.Parameter.KEYWORD_ONLY
    assert parameters["at"].default is None


def test_a_view_has_no_constructor_by_position() -> None:
    """A view cannot be built from a row of values by mistake."""
    with pytest.raises(TypeError):
        ResumeView("r-1", "张三丰")  # type: ignore[call-arg]
