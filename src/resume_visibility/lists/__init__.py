"""Lists that agree with views: the policy as a condition on stored rows, many views at once, what an index may hold.

Expressions for SQLAlchemy are in `resume_visibility.lists.sql`, which needs the extra `sql`.
"""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
