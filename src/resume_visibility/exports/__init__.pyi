"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from .exporting import Exported as Exported
from .exporting import TakesRecords as TakesRecords
from .exporting import Unloaded as Unloaded
from .exporting import export as export
from .files import Format as Format
