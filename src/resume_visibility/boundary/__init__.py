"""Further needs of a service that answers with views: how long an answer may be kept, other settings for a document, settings for a
column, stored findings of texts, so that they are found once, and messages that the candidate wrote elsewhere."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "..codec.dumping": "dump_settings",
        "..projection.kept": "dump_findings",
        "..projection.messages": "text_for",
        "caching": "cache_control",
        "settling": "with_settings",
    },
)
