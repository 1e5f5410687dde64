"""A recruiter's search page over many resumes, which cannot disagree with the detail page: `python examples/search_page.py`."""

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

DATA = Path(__file__).parent / "data"


def page(viewer: Recruiter, resumes: Iterable[Resume], at: datetime) -> Iterator[ResumeView]:
    """The resumes that this recruiter finds, as this recruiter may see them.

    The list asks the same question as the detail page, only for another action; a hit that is not to be found is
    not counted, not hinted at, not left as a gap.
    """
    searching: Viewer = attrs.evolve(viewer, action=Action.SEARCH)
    for resume in resumes:
        view = view_for(searching, resume, at=at)
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
