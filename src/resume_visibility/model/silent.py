"""What is not shown when somebody prints it (LAW-7)."""

from collections.abc import Iterator


class Silent:
    """The base of whatever holds something of a candidate: printed, also by rich, which would read its fields, it is its name."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __rich_repr__(self) -> Iterator[object]:
        return iter(())

    __rich_repr__.angular = True  # type: ignore[attr-defined]  # as rich asks: in the brackets of a `repr`
