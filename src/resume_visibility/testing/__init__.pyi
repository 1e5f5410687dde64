"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from .form_strategies import forms as forms
from .invented.corpus import corpus as corpus
from .invented.drawing import CORPUS_NOW as CORPUS_NOW
from .invented.firms import companies as companies
from .laws import ALL_LAWS as ALL_LAWS
from .laws import check_default_deny as check_default_deny
from .laws import check_monotone as check_monotone
from .laws import check_noninterference as check_noninterference
from .laws import check_one_nothing as check_one_nothing
from .laws import check_pure as check_pure
from .laws import check_quiet as check_quiet
from .laws import check_unlinkable as check_unlinkable
from .laws import check_unreachable as check_unreachable
from .list_laws import check_list_noninterference as check_list_noninterference
from .list_laws import check_lists_agree as check_lists_agree
from .questions import Case as Case
from .questions import cases as cases
from .questions import form_cases as form_cases
from .resume_strategies import resumes as resumes
from .tightening import tightened as tightened
from .twins import twin as twin
from .viewer_strategies import viewers as viewers
