"""The base of values that show nothing when they are printed (LAW-7)."""

from collections.abc import Iterator


class Silent:
    """The base of classes with data of a candidate. Printed, they show only their name, also by rich, which would read the fields."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __rich_repr__(self) -> Iterator[object]:
        return iter(())

    __rich_repr__.angular = True  # type: ignore[attr-defined]  # for rich: in the brackets of a `repr`
