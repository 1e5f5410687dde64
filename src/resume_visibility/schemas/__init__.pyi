"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from ..codec.dumping import VIEW_SCHEMA as VIEW_SCHEMA
from ..codec.schemas import DOCUMENT_SCHEMA as DOCUMENT_SCHEMA
from ..codec.schemas import Subject as Subject
from ..codec.schemas import openapi_components as openapi_components
from ..codec.schemas import schema_of as schema_of
