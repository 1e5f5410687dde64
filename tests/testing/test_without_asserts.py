"""The laws are held without `assert`, which `python -O` and PYTHONOPTIMIZE leave out."""

import subprocess
import sys

from resume_visibility import testing

LEAKING = """
from itertools import count
from resume_visibility import Owner, Visitor, dump_view, testing, view_for

asked = count()


def all_of_it(viewer, document, at):
    view = view_for(Owner(candidate=document.candidate), document, at=at)
    return None if view is None else dump_view(view)


def another_each_time(viewer, document, at):
    return next(asked)


def every_id(viewer, documents, at):
    return [one.id for one in documents]


def every_page(viewer, documents, at):
    return [all_of_it(viewer, one, at) for one in documents]


services = {
    "check_pure": another_each_time,
    "check_lists_agree": every_id,
    "check_list_noninterference": every_page,
}
document, other = testing.corpus(2)
case = testing.Case(viewer=Visitor(), document=document, at=testing.CORPUS_NOW, other=other)
for name in testing.__all__:
    if name.startswith("check_"):
        try:
            getattr(testing, name)(services.get(name, all_of_it), case)
        except AssertionError:
            print(name)
"""
"""It prints the laws that are broken by a service which shows everybody everything, or answers otherwise each time."""


def test_every_law_is_broken_without_asserts() -> None:
    """A service that leaks everything breaks each public law, also where Python leaves every `assert` out."""
    done = subprocess.run([sys.executable, "-O", "-c", LEAKING], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [name for name in dir(testing) if name.startswith("check_")]
