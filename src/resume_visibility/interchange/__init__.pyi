"""The public names, for type checkers: at run time `__init__.py` finds each when it is asked for."""

from .json_resume import Read as Read
from .json_resume import Written as Written
from .json_resume import read_json_resume as read_json_resume
from .json_resume import write_json_resume as write_json_resume

__all__: list[str]
