"""The public names, for type checkers: at run time `__init__.py` finds each when it is asked for."""

from .json_resume import Written as Written
from .json_resume import read_json_resume as read_json_resume
from .json_resume import write_json_resume as write_json_resume
from .mapping import FieldMapping as FieldMapping
from .mapping import Read as Read
from .sources import Constant as Constant
from .sources import Each as Each
from .sources import Fields as Fields
from .sources import From as From
from .texts import lines as lines
from .texts import month_in as month_in
from .texts import number_in as number_in
from .texts import period_in as period_in
from .texts import words as words

__all__: list[str]
