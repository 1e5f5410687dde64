"""The public names, for type checkers: at run time `__init__.py` finds each when it is asked for."""

from .finding import find as find
from .finding import find_among as find_among
from .finding import find_in_link as find_in_link
from .finding import redact as redact
from .kinds import CONTACTS as CONTACTS
from .kinds import MARKS as MARKS
from .kinds import Finding as Finding
from .kinds import Kind as Kind
from .kinds import Tag as Tag
from .kinds import hide as hide
from .known import NOTHING as NOTHING
from .known import Known as Known
from .known_numbers import Line as Line
from .names import Names as Names
from .signals import suspects as suspects
