"""Entrances of packages. A name is looked for when it is first needed, so that a process waits for nothing unused (PEP 562)."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def entrance(
    package: str, namespace: dict[str, Any], names_by_module: dict[str, str]
) -> tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]:
    """Make the functions of an `__init__`. Type checkers read the `__init__.pyi` beside it.

    Args:
        package: the name of the package.
        namespace: its globals, in which a name is kept once it was found.
        names_by_module: every public name, under its module, as seen from the package.

    Returns:
        `__all__`, `__getattr__` and `__dir__`.
    """
    module_of = {name: module for module, names in names_by_module.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = module_of[name]
        namespace[name] = value = getattr(
            import_module(module if module.startswith(".") else f".{module}", package), name
        )
        return value

    return sorted(module_of), find, lambda: sorted({*namespace, *module_of})
