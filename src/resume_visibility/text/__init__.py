"""Free text: finds once what a text gives away of its writer, and hides what is not granted. It knows nothing of resumes.

fold -> candidates -> judgement -> spans
"""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
