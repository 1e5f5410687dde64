"""JSON at the edge, in and out. cattrs lives here alone."""

from .dumping import dump_form, dump_notice, dump_record, dump_resume, dump_view, dump_viewer, view_to_dict
from .loading import changed, load_form, load_record, load_resume, load_settings, load_viewer

__all__ = [
    "changed",
    "dump_form",
    "dump_notice",
    "dump_record",
    "dump_resume",
    "dump_view",
    "dump_viewer",
    "load_form",
    "load_record",
    "load_resume",
    "load_settings",
    "load_viewer",
    "view_to_dict",
]
