"""The names that annotations of other files need, and that no resume waits for."""

from .form_view import FormView as FormView
from .records import AccessRecord as AccessRecord
