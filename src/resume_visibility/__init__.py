"""Who may see what of a resume.

view = view_for(viewer, resume)      # ResumeView, or None: not shown

Sections and values are in `resume_visibility.model`, what decides in `.policy`, free text in `.text`,
lists in `.lists`, laws in `.testing`.
"""

from .lazy import entrance

__all__, __getattr__, __dir__ = entrance(__name__, globals())
