"""The public names, for type checkers: at run time `__init__.py` finds each when it is asked for."""

from ..codec.dumping import dump_settings as dump_settings
from ..projection.kept import dump_findings as dump_findings
from ..projection.messages import text_for as text_for
from .caching import cache_control as cache_control
from .settling import with_settings as with_settings

__all__ = [
    "cache_control",
    "dump_findings",
    "dump_settings",
    "text_for",
    "with_settings",
]
