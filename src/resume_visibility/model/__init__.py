"""The values that go in: frozen, and valid once built. No rule lives here."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
