"""A recruiter's search page over many resumes, which cannot disagree with the detail page: `python examples/search_page.py`."""

import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import attrs

from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    Recruiter,
    Resume,
    ResumeView,
    Viewer,
    load_resume,
    view_for,
)

LOG = logging.getLogger(__name__)
DATA = Path(__file__).parent / "data"


def page(viewer: Recruiter, resumes: Iterable[Resume], at: datetime) -> Iterator[ResumeView]:
    """The resumes that this recruiter finds, as this recruiter may see them.

    The list asks the same question as the detail page, only for another action; a hit that is not to be found is
    not counted, not hinted at, not left as a gap. A resume for which there is no answer at all takes no other one
    with it: it is left out, and logged by its id.
    """
    searching: Viewer = attrs.evolve(viewer, action=Action.SEARCH)
    for resume in resumes:
        try:
            view = view_for(searching, resume, at=at)
        except Exception as error:  # whatever it is, the page goes on
            LOG.error("no answer for resume %s: %s", resume.id, type(error).__name__)
            continue
        if view is not None:
            yield view


def main() -> None:
    """Print the list, and whether each hit may be opened and exported."""
    resumes = [
        load_resume(path.read_bytes()) for path in sorted(DATA.glob("*.json")) if path.stem in _RESUMES
    ]
    initech = Company(id="co-initech", name="英尼科技有限公司")
    viewer = Recruiter(id="u-7", company=initech, signed_in=True, verified=FULLY_VERIFIED)
    for view in page(viewer, resumes, datetime.now(UTC)):
        intention = view.sections.intention
        wanted = intention.position if intention else "-"
        may = ", ".join(sorted(action.value for action in view.actions))
        print(f"{view.display_name}, {wanted}: may {may}")


_RESUMES = ("engineer", "graduate", "nurse")

if __name__ == "__main__":
    main()
