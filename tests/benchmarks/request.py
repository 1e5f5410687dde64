"""How fast a whole request is, from bytes to bytes, on README's own resumes: `python tests/benchmarks/request.py`.

Machines differ, so every figure is a ratio against a yardstick of the same run: a copy of the dicts and lists that are shown,
`json.loads`, orjson's reading and writing of the same document, the import of attrs and cattrs, and for single texts one search
for a set of characters over 300 Chinese ones, none of which is in it. The bounds are aims: the script prints a table, marks what misses
its aim as BROKEN, and ends with 1 where there is any. First views and requests without stored findings miss theirs. The last column has
microseconds on this machine. `--markdown` prints the table for a page. An idle machine is best: of many short rounds the fastest counts,
so that other work disturbs little, but it does.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import contacts
import orjson

from resume_visibility import (
    FULLY_VERIFIED,
    Company,
    Headhunter,
    Owner,
    Recruiter,
    Resume,
    Viewer,
    dump_findings,
    dump_view,
    load_resume,
    view_for,
    view_to_dict,
)
from resume_visibility.text import redact

DATA = Path(__file__).parents[2] / "examples" / "data"
AT = datetime(2026, 7, 1, tzinfo=UTC)
ELSEWHERE = Company(id="co-initech", name="英尼科技有限公司")
RECRUITER = Recruiter(id="u-7", company=ELSEWHERE, signed_in=True, verified=FULLY_VERIFIED)
HEADHUNTER = Headhunter(id="u-8", agency=ELSEWHERE, signed_in=True, verified=FULLY_VERIFIED)
APPLIED_TO = Company(id="co-acme-cn", name="艾克美（中国）科技有限公司")
ADDRESSEE = Recruiter(id="u-9", company=APPLIED_TO, signed_in=True, verified=FULLY_VERIFIED)
FIRST_VIEW = {"engineer": 30.0, "nurse": 15.0, "graduate": 12.0}
"""The bounds of a first view, by resume: the more text, the more there is to search."""


class Row(NamedTuple):
    """One line of the table."""

    what: str
    took: float
    """In seconds."""
    yardstick: float
    """In seconds."""
    bound: float

    @property
    def ratio(self) -> float:
        """How many times the yardstick it took."""
        return self.took / self.yardstick


def copied(plain: Any) -> Any:
    """A copy of dicts and lists, such as no projection can do without."""
    if type(plain) is dict:
        return {key: copied(value) for key, value in plain.items()}
    if type(plain) is list:
        return [copied(value) for value in plain]
    return plain


Call = Callable[[Any], object]
"""Is timed on what was made ready for it, which is made anew for each call."""


_A_ROUND = 0.002  # seconds


def fastest(calls: dict[str, tuple[Callable[[], Any], Call]], rounds: int = 250) -> dict[str, float]:
    """The seconds that each call takes in its fastest round; the rounds of all alternate, so that a slow moment hits all."""
    best = {name: _timed(ready, call, 1) for name, (ready, call) in calls.items()}
    for _ in range(rounds):
        for name, (ready, call) in calls.items():
            number = max(1, min(50, int(_A_ROUND / best[name])))
            best[name] = min(best[name], _timed(ready, call, number))
    return best


def _timed(ready: Callable[[], Any], call: Call, number: int) -> float:
    first, *given = [ready() for _ in range(number + 1)]
    # A long call is made few times in a round, its yardstick many times: each is made once before, so that neither starts cold.
    call(first)
    start = time.perf_counter()
    for one in given:
        call(one)
    return (time.perf_counter() - start) / number


def once(value: Any) -> Callable[[], Any]:
    """What is the same for every call."""
    return lambda: value


def of_resume(name: str) -> Iterator[Row]:
    """The lines of one resume."""
    raw = (DATA / f"{name}.json").read_bytes()
    resume = load_resume(raw)
    viewer: Viewer = RECRUITER if view_for(RECRUITER, resume, at=AT) else HEADHUNTER
    owner = Owner(candidate=resume.candidate)
    view = view_for(viewer, resume, at=AT)
    assert view is not None
    plain, document = view_to_dict(view), orjson.loads(raw)

    findings = dump_findings(resume)

    def unseen() -> Resume:
        return attrs.evolve(resume)

    def with_findings() -> Resume:
        return load_resume(raw, findings=findings)

    def request_with_findings(body: bytes) -> bytes:
        shown = view_for(viewer, load_resume(body, findings=findings), at=AT)
        assert shown is not None
        return dump_view(shown, dumps=orjson.dumps)

    def seen_by_another() -> Resume:
        fresh = unseen()
        view_for(viewer, fresh, at=AT)
        return fresh

    def request(body: bytes) -> bytes:
        shown = view_for(viewer, load_resume(body), at=AT)
        assert shown is not None
        return dump_view(shown, dumps=orjson.dumps)

    took = fastest(
        {
            "copy": (once(plain), copied),
            "loads": (once(raw), json.loads),
            "orjson": (once(raw), lambda body: orjson.dumps(orjson.loads(body))),
            "copy and write": (once(plain), lambda shown: orjson.dumps(copied(shown))),
            "first": (unseen, lambda one: view_for(viewer, one, at=AT)),
            "first with findings": (with_findings, lambda one: view_for(viewer, one, at=AT)),
            "owner": (seen_by_another, lambda one: view_for(owner, one, at=AT)),
            "applied to": (seen_by_another, lambda one: view_for(ADDRESSEE, one, at=AT)),
            "again": (once(resume), lambda one: view_for(viewer, one, at=AT)),
            "load": (once(raw), load_resume),
            "load a dict": (once(document), load_resume),
            "dump": (once(view), dump_view),
            "dump with orjson": (once(view), lambda one: dump_view(one, dumps=orjson.dumps)),
            "request": (once(raw), request),
            "request with findings": (once(raw), request_with_findings),
        }
    )
    copy, written = took["copy"], took["copy and write"]
    yield Row(f"{name}: first view / copy", took["first"], copy, FIRST_VIEW[name])
    yield Row(
        f"{name}: first view, findings stored / copy", took["first with findings"], copy, FIRST_VIEW[name]
    )
    yield Row(f"{name}: then the owner's view / copy", took["owner"], copy, 4.0)
    yield Row(f"{name}: then the view of a company applied to / copy", took["applied to"], copy, 4.0)
    yield Row(f"{name}: shown again / copy", took["again"], copy, 0.5)
    yield Row(f"{name}: load_resume / json.loads", took["load"], took["loads"], 7.0)
    yield Row(f"{name}: load_resume of a dict / json.loads", took["load a dict"], took["loads"], 7.0)
    yield Row(f"{name}: dump_view / copy and orjson", took["dump"], written, 2.2)
    yield Row(f"{name}: dump_view with orjson / copy and orjson", took["dump with orjson"], written, 2.2)
    yield Row(f"{name}: bytes to bytes / orjson's read and write", took["request"], took["orjson"], 40.0)
    yield Row(
        f"{name}: bytes to bytes, findings stored / likewise",
        took["request with findings"],
        took["orjson"],
        40.0,
    )


CLEAN = contacts.TEXTS["Chinese, nothing in it"]
YARDSTICK = re.compile("[0-9A-Za-z@０-９＠]")
TEXTS = {
    "Chinese, nothing in it": 1.2,
    "typical, no contact": 16.0,
    "Chinese, a number": 35.0,
    "Chinese, an account": 35.0,
    "Chinese, an address": 35.0,
    "English, nothing in it": 10.0,
    "English, no contact": 18.0,
}
"""The bounds of single texts of 300 characters, in searches; "no contact" has figures in it."""


def of_texts() -> Iterator[Row]:
    """The lines of single texts."""
    calls: dict[str, tuple[Callable[[], Any], Call]] = {
        name: (once(contacts.TEXTS[name]), redact) for name in TEXTS
    }
    took = fastest({"search": (once(CLEAN), YARDSTICK.search), **calls})
    for name, bound in TEXTS.items():
        yield Row(f"a text, {name} / search", took[name], took["search"], bound)


START = """
from datetime import UTC, datetime
from pathlib import Path
from resume_visibility import {names}, load_resume, view_for
resume = load_resume(Path({path!r}).read_bytes())
assert view_for({viewer}, resume, at=datetime(2026, 7, 1, tzinfo=UTC))
"""
OWNER = ("Owner", "Owner(candidate=resume.candidate)")
STRANGER = (
    "FULLY_VERIFIED, Company, Recruiter",
    "Recruiter(id='u-7', company=Company(id='co-initech', name='Initech'), signed_in=True, verified=FULLY_VERIFIED)",
)
"""Two viewers: what the owner is shown is not looked into, what others are shown is."""


def processor_time(program: str, runs: int = 15) -> float:
    """The seconds of processor time that a process with this program takes, in its fastest run.

    Its modules are compiled before, as those of an installed package are.
    """
    best, environment = float("inf"), {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", program], check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def of_processes() -> Iterator[Row]:
    """The lines on imports and starts, less what an empty process takes."""
    empty = processor_time("")
    yardstick = processor_time("import attrs, cattrs") - empty
    path = str(DATA / "engineer.json")
    for what, program, bound in (
        ("import resume_visibility", "import resume_visibility", 3.0),
        ("import of every public name", "from resume_visibility import *", 3.0),
        *(
            (f"start, load, first view, {whose}", START.format(names=names, viewer=viewer, path=path), 6.0)
            for whose, (names, viewer) in (("the owner's", OWNER), ("a stranger's", STRANGER))
        ),
    ):
        yield Row(f"{what} / import of attrs and cattrs", processor_time(program) - empty, yardstick, bound)


def main() -> int:
    """Print the table; 1 where an aim is missed."""
    rows = [row for name in FIRST_VIEW for row in of_resume(name)]
    rows += of_texts()
    rows += of_processes()
    if "--markdown" in sys.argv:
        print("| | ratio | bound | µs |", "|---|---|---|---|", sep="\n")
        print(
            *(f"| {one.what} | {one.ratio:.2f} | {one.bound:g} | {one.took * 1e6:.0f} |" for one in rows),
            sep="\n",
        )
    else:
        print(f"{'':68}{'ratio':>8}{'bound':>8}{'µs':>10}")
        for one in rows:
            broken = "" if one.ratio <= one.bound else "  BROKEN"
            print(f"{one.what:68}{one.ratio:8.2f}{one.bound:8.2f}{one.took * 1e6:10.0f}{broken}")
    return int(any(one.ratio > one.bound for one in rows))


if __name__ == "__main__":
    sys.exit(main())
