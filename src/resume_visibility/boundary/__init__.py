"""What a service that answers with views needs beside their JSON: how long an answer may be kept, and settings for a column."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "..codec.dumping": "dump_settings",
        "caching": "cache_control",
    },
)
