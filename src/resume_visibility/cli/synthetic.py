"""A resume that stands for any resume: of nobody, with settings and no acts."""

from ..model.resume import CommunityProfile, Resume
from ..model.sections import Basics, Profile
from ..model.settings import Settings
from ..model.values import YearMonth


def resume_with(settings: Settings) -> Resume:
    """A resume with these settings, of a grown-up who is in the community and did nothing yet."""
    return Resume(
        id="any-resume",
        candidate="any-candidate",
        basics=Basics(profile=Profile(born=YearMonth(1990, 1))),
        community=CommunityProfile(id="member"),
        settings=settings,
    )
