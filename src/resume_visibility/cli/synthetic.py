"""A resume that stands for any: of nobody, with no act but its settings."""

from ..model.resume import CommunityProfile, Resume
from ..model.sections import Basics, Profile
from ..model.settings import Settings
from ..model.values import YearMonth


def resume_with(settings: Settings) -> Resume:
    """A resume of a grown-up who is in the community, did nothing yet, and has these settings."""
    return Resume(
        id="any-resume",
        candidate="any-candidate",
        basics=Basics(profile=Profile(born=YearMonth(1990, 1))),
        community=CommunityProfile(id="member"),
        settings=settings,
    )
