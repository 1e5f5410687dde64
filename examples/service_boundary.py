"""JSON in, JSON out, at the boundary of a service: `python examples/service_boundary.py`.

A stored resume that does not load is the service's own fault. The log gets what is wrong and where, which holds nothing
personal. The caller gets the same 404 as for a resume that is not shown: another answer would say that there is one (LAW-3).
"""

import json
import logging
import sys
from pathlib import Path

from resume_visibility import InvalidValue, dump_view, load_resume, load_viewer, view_for

DATA = Path(__file__).parent / "data"


def handle(resume: bytes, viewer: bytes) -> tuple[int, bytes]:
    """An HTTP status and a body for one request.

    Args:
        resume: as stored, in JSON.
        viewer: made by the service from its own session, never by the client.
    """
    try:
        view = view_for(load_viewer(viewer), load_resume(resume))
    except InvalidValue as error:
        logging.error("%s", error)
        return 404, b""
    if view is None:
        return 404, b""  # the same for a blocked company, a private resume, and one that does not exist
    return 200, dump_view(view)


def main() -> None:
    """Three requests: shown, not shown, and a broken one."""
    logging.basicConfig(stream=sys.stdout)
    resume = (DATA / "engineer.json").read_bytes()
    acme, blocked = (
        (DATA / "viewers" / name).read_bytes() for name in ("acme-recruiter.json", "blocked-recruiter.json")
    )
    broken = json.dumps({"id": 7, "basics": {"contact": {"mobile": "not a number"}}}).encode()
    for name, (status, body) in {
        "applied to": handle(resume, acme),
        "blocked": handle(resume, blocked),
        "broken": handle(broken, acme),
    }.items():
        print(f"{name}: {status}, {len(body)} bytes")


if __name__ == "__main__":
    main()
