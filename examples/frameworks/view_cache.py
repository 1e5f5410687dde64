"""Views kept beside the workers of a service, such as in Redis: `python examples/frameworks/view_cache.py`."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from resume_visibility import (
    POLICY_2023_04,
    Resume,
    Viewer,
    dump_view,
    dump_viewer,
    load_resume,
    load_viewer,
    view_for,
)

DATA = Path(__file__).parents[1] / "data"


class ViewCache:
    """The JSON of views, each kept for the viewer who asked, and no longer than it is fresh."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[datetime, bytes]] = {}

    def key(self, viewer: Viewer, resume: Resume) -> str:
        """Everything that a view depends on but the instant; as a digest, because keys get into logs."""
        asked = (dump_viewer(viewer), resume.id.encode(), resume.revision.encode())
        return sha256(b"\n".join((*asked, POLICY_2023_04.version.encode()))).hexdigest()

    def body(self, viewer: Viewer, resume: Resume, at: datetime) -> bytes | None:
        """What leaves the service; None where the resume is not shown."""
        key = self.key(viewer, resume)
        until, body = self._kept.get(key, (at, b""))
        if at < until:
            return body
        view = view_for(viewer, resume, at=at)
        if view is None:
            return None  # and it is not kept: nobody knows until when
        self._kept[key] = view.fresh_until, dump_view(view)
        return self._kept[key][1]


def main() -> None:
    """Two ask for one resume, the first of them twice."""
    cache, at = ViewCache(), datetime.now(UTC)
    resume = load_resume((DATA / "engineer.json").read_bytes())
    for name in ("initech-recruiter", "initech-recruiter", "blocked-recruiter"):
        body = cache.body(load_viewer((DATA / "viewers" / f"{name}.json").read_bytes()), resume, at)
        print(name, "not shown" if body is None else f"{len(body)} bytes")


if __name__ == "__main__":
    main()
