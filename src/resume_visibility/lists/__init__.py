"""Lists that agree with views: the policy as a condition on stored rows, many views at once, what an index may hold.

Expressions for SQLAlchemy are in `resume_visibility.lists.sql`, which needs the extra `sql`.
"""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "..errors": "QueryRefused",
        "conditions": "After All Always Condition Has In Later Never Not PartOf Some UpTo holds sentence",
        "deriving": "condition_for",
        "documents": "IndexDocument IndexedField Reader",
        "elastic": "elastic_document elastic_filter elastic_mapping",
        "many": "Failed views_for",
        "pages": "Page page_of",
        "rows": """
            ApplicationRow BlockRow ConsentRow ConversationRow DocumentRow NO_END Relation Stored TalkRow microseconds stored
        """,
        "searching": "check_query document_key index_documents searchable",
        "staleness": "Stale stale",
        "tokens": "terms",
    },
)
