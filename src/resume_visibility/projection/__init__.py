"""Views, records and notices. Its names are for annotations; what is public of it is at the top of the package."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
