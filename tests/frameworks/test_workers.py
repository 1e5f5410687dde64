"""Threads, tasks and processes: one resume is asked for by several at once, and each gets what they would get alone."""

import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import attrs

from people import AT, headhunter, mailbox, member, owner, recruiter, resume, stranger, visitor
from resume_visibility import Resume, ResumeView, Viewer, dump_view, view_for

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
