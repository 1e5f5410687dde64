"""JSON Schema 2020-12 of every document that the library reads and writes, and the same for OpenAPI 3.1."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
