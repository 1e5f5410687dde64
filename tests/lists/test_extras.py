"""What needs an extra says which, where it is not installed."""

import importlib
import sys

import pytest


@pytest.mark.parametrize(
    ("room", "brought", "extra"), [("sql", "sqlalchemy", "sql"), ("batches", "pyarrow", "arrow")]
)
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, room: str, brought: str, extra: str
) -> None:
    """Without what an extra brings, the import says how to install it."""
    monkeypatch.setitem(sys.modules, brought, None)
    monkeypatch.delitem(sys.modules, f"resume_visibility.lists.{room}", raising=False)
    with pytest.raises(ModuleNotFoundError, match=rf"the extra resume-visibility\[{extra}\]"):
        importlib.import_module(f"resume_visibility.lists.{room}")
