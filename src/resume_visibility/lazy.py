"""What is made when it is first needed: the names of a package (PEP 562), and attributes that are worked out once."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Generic, TypeVar, overload

_Self = TypeVar("_Self")
_Value = TypeVar("_Value")


class lazy_property(Generic[_Value]):  # it is used as a decorator
    """An attribute that is worked out once for each object. Two threads may both work it out, and get equal values.

    It takes no lock. `functools.cached_property` of Python 3.11 has one. If a process forks while a thread holds it, the new process gets
    it closed, and would wait for ever. A slotted class of attrs uses `functools.cached_property`: attrs puts its own way, without a lock,
    in the place of it.
    """

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[object], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[_Self]) -> "lazy_property[_Value]": ...
    @overload
    def __get__(self, instance: object, owner: type[_Self]) -> _Value: ...
    def __get__(self, instance: object | None, owner: type[_Self]) -> "lazy_property[_Value] | _Value":
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._make(instance)
        return value


def entrance(
    package: str, namespace: dict[str, Any]
) -> tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]:
    """Make the functions of an `__init__`. Its public names are those of the `__init__.pyi` beside it, which type checkers read.

    Args:
        package: the name of the package.
        namespace: its globals, in which a name is kept once it was found.

    Returns:
        `__all__`, `__getattr__` and `__dir__`.

    Raises:
        ImportError: a line of the stub is no `from X import Y as Y`.
        OSError: there is no stub.
    """
    module_of = _read_stub(package, namespace)

    def find(name: str) -> Any:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        namespace[name] = value = getattr(import_module(module_of[name], package), name)
        return value

    return sorted(module_of), find, lambda: sorted({*namespace, *module_of} - {entrance.__name__})


def _read_stub(package: str, namespace: dict[str, Any]) -> dict[str, str]:
    """Find the module of each public name, as the stub of a package states it."""
    # The loader finds it in a zip file, too. No other way is as quick at the start of a process.
    [folder, *_] = namespace["__path__"]
    stub: bytes = namespace["__spec__"].loader.get_data(f"{folder}/__init__.pyi")
    module_of = {}
    _, *lines = stub.decode().splitlines()  # after the docstring
    for line in filter(None, lines):
        match line.split():
            case ["from", module, "import", name, "as", alias] if name == alias:
                module_of[name] = module
            case _:
                raise ImportError(
                    f"expected each line of {package}/__init__.pyi to be 'from X import Y as Y', got {line!r}"
                )
    return module_of
