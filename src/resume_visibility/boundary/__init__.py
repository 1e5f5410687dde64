"""Further needs of a service that answers with views: how long an answer may be kept, other settings for a document, settings for a
column, and stored findings of texts, so that they are found once."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "..codec.dumping": "dump_settings",
        "..projection.kept": "dump_findings",
        "caching": "cache_control",
        "settling": "with_settings",
    },
)
