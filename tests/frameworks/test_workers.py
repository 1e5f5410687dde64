"""Threads, tasks and processes: one resume is asked for by several at once, and each gets what they would get alone."""

import asyncio
import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cached_property
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from pkgutil import walk_packages
from threading import Event

import attrs
import pytest

import resume_visibility
from people import AT, headhunter, mailbox, member, owner, recruiter, resume, stranger, visitor
from resume_visibility import Resume, ResumeView, Viewer, dump_view, view_for
from resume_visibility.lazy import lazy_property

ROOT = Path(__file__).parents[2]
NAMES = [one.name for one in walk_packages(resume_visibility.__path__, f"{resume_visibility.__name__}.")]
VIEWERS: list[Viewer] = [owner, recruiter, stranger, headhunter, mailbox, member, visitor] * 8
WHOLE = resume(strengths="张三丰 13912345678")


def body(viewer: Viewer, asked: Resume) -> bytes | None:
    """What leaves a service."""
    view = view_for(viewer, asked, at=AT)
    return None if view is None else dump_view(view)


def alone() -> list[bytes | None]:
    """What each gets of a resume that nobody asked for before."""
    return [body(viewer, attrs.evolve(WHOLE)) for viewer in VIEWERS]


def test_threads_share_a_resume() -> None:
    """A pool of threads answers each viewer as if nobody else had asked."""
    shared = attrs.evolve(WHOLE)
    with ThreadPoolExecutor(8) as threads:
        assert [*threads.map(lambda viewer: body(viewer, shared), VIEWERS)] == alone()


AT_FIRST = """
import sys, threading
from datetime import UTC, datetime
from pathlib import Path
from resume_visibility import dump_view, load_resume, load_viewer, view_for

sys.setswitchinterval(1e-6)
data = Path("examples/data")
asked = [path.read_bytes() for path in sorted((data / "viewers").glob("*.json"))]
ready = threading.Barrier(len(asked))
answers = {}

def answer(place):
    view = view_for(load_viewer(asked[place]), load_resume((data / "engineer.json").read_bytes()), at=datetime(2026, 7, 1, tzinfo=UTC))
    return view and dump_view(view)

def ask(place):
    ready.wait()
    answers[place] = answer(place)

threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(asked))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(answers == {place: answer(place) for place in range(len(asked))})
"""


def test_many_threads_may_be_the_first_to_ask() -> None:
    """In a process that has shown nothing yet, threads that ask at the same instant get what is shown later."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", AT_FIRST], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("True\n", "")


def test_tasks_share_a_resume() -> None:
    """Tasks that wait in between, some of which hand the work to a thread, answer each viewer as if nobody else had asked."""
    shared = attrs.evolve(WHOLE)

    async def page(place: int, viewer: Viewer) -> bytes | None:
        await asyncio.sleep(0)
        if place % 2:
            return await asyncio.to_thread(body, viewer, shared)
        return body(viewer, shared)

    async def pages() -> list[bytes | None]:
        return await asyncio.gather(*(page(place, viewer) for place, viewer in enumerate(VIEWERS)))

    assert asyncio.run(pages()) == alone()


def test_a_worker_process_answers_the_same() -> None:
    """Questions and views travel between processes, and a process that was just started answers as any other."""
    with ProcessPoolExecutor(1, get_context("spawn")) as worker:
        asked = {viewer: worker.submit(view_for, viewer, WHOLE, at=AT) for viewer in VIEWERS}
        answers: dict[Viewer, ResumeView | None] = {viewer: done.result() for viewer, done in asked.items()}
    assert answers == {viewer: view_for(viewer, WHOLE, at=AT) for viewer in VIEWERS}


class _Waits:
    """An attribute that is being worked out in one thread when the process forks."""

    def __init__(self, entered: Event, go_on: Event) -> None:
        self._entered, self._go_on = entered, go_on

    @lazy_property
    def attribute(self) -> int:
        """Some number."""
        self._entered.set()
        self._go_on.wait()
        return 1


@pytest.mark.filterwarnings(
    "ignore:.*fork:DeprecationWarning"
)  # newer versions of Python warn of any fork beside a thread
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no process")
def test_LAW_6_a_process_that_forks_beside_a_thread_does_not_wait_for_it() -> None:
    """LAW-6: what a thread works out at the moment of a fork is worked out in the new process by itself."""
    entered, go_on, done = Event(), Event(), Event()
    done.set()
    first, second = _Waits(entered, go_on), _Waits(done, done)
    with ThreadPoolExecutor(1) as threads:
        working = threads.submit(lambda: first.attribute)
        entered.wait()
        child = os.fork()
        if child == 0:  # pragma: no cover  # another process, which is measured by nobody
            signal.alarm(20)  # a process that waits for ever is ended
            os._exit(second.attribute)
        _, status = os.waitpid(child, 0)
        go_on.set()
    assert working.result() == os.waitstatus_to_exitcode(status) == 1
    assert isinstance(_Waits.attribute, lazy_property)
    assert _Waits.attribute.__doc__ == "Some number."


def test_LAW_6_no_attribute_of_the_library_has_a_lock() -> None:
    """LAW-6: an attribute of `functools` has a lock in Python 3.11; attrs makes another kind of it in a class with slots."""
    names = [name for name in NAMES if not name.endswith("__main__")]
    classes = {one for name in names for one in vars(import_module(name)).values() if isinstance(one, type)}
    locked = {one for one in classes for value in vars(one).values() if isinstance(value, cached_property)}
    assert len(classes) > 200
    assert not {one for one in locked if one.__module__ in names}
