"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from ..errors import QueryRefused as QueryRefused
from .conditions import After as After
from .conditions import All as All
from .conditions import Always as Always
from .conditions import Condition as Condition
from .conditions import Has as Has
from .conditions import In as In
from .conditions import Later as Later
from .conditions import Never as Never
from .conditions import Not as Not
from .conditions import PartOf as PartOf
from .conditions import Some as Some
from .conditions import UpTo as UpTo
from .conditions import holds as holds
from .conditions import sentence as sentence
from .deriving import condition_for as condition_for
from .documents import IndexDocument as IndexDocument
from .documents import IndexedField as IndexedField
from .documents import Reader as Reader
from .elastic import elastic_document as elastic_document
from .elastic import elastic_filter as elastic_filter
from .elastic import elastic_mapping as elastic_mapping
from .many import Failed as Failed
from .many import views_for as views_for
from .pages import Page as Page
from .pages import page_of as page_of
from .rows import NO_END as NO_END
from .rows import ApplicationRow as ApplicationRow
from .rows import BlockRow as BlockRow
from .rows import ConsentRow as ConsentRow
from .rows import ConversationRow as ConversationRow
from .rows import DocumentRow as DocumentRow
from .rows import Relation as Relation
from .rows import Stored as Stored
from .rows import TalkRow as TalkRow
from .rows import microseconds as microseconds
from .rows import stored as stored
from .searching import check_query as check_query
from .searching import document_key as document_key
from .searching import index_documents as index_documents
from .searching import searchable as searchable
from .staleness import Stale as Stale
from .staleness import stale as stale
from .tokens import terms as terms

__all__ = [
    "NO_END",
    "After",
    "All",
    "Always",
    "ApplicationRow",
    "BlockRow",
    "Condition",
    "ConsentRow",
    "ConversationRow",
    "DocumentRow",
    "Failed",
    "Has",
    "In",
    "IndexDocument",
    "IndexedField",
    "Later",
    "Never",
    "Not",
    "Page",
    "PartOf",
    "QueryRefused",
    "Reader",
    "Relation",
    "Some",
    "Stale",
    "Stored",
    "TalkRow",
    "UpTo",
    "check_query",
    "condition_for",
    "document_key",
    "elastic_document",
    "elastic_filter",
    "elastic_mapping",
    "holds",
    "index_documents",
    "microseconds",
    "page_of",
    "searchable",
    "sentence",
    "stale",
    "stored",
    "terms",
    "views_for",
]
