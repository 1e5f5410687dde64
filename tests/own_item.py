"""An item that no resume was declared with, whose annotations are strings."""

from __future__ import annotations

from datetime import datetime

import attrs

from resume_visibility.model import Checked


@attrs.frozen(kw_only=True, repr=False)
class Item(Checked):
    """A name, and an instant."""

    name: str | None = None
    seen: datetime | None = None
