"""A resume that stands for any: of nobody, with no act but its settings."""

from ..model.choices import CareerStage, Gender
from ..model.names import PersonName
from ..model.resume import CommunityProfile, Resume
from ..model.sections import Basics, Contact, Profile
from ..model.settings import Settings
from ..model.values import MobileNumber, YearMonth


def resume_with(settings: Settings) -> Resume:
    """A resume of a grown-up who is in the community, did nothing yet, and has these settings."""
    return Resume(
        id="any-resume",
        candidate="any-candidate",
        basics=Basics(
            name=PersonName("某某某"),
            profile=Profile(
                gender=Gender.UNKNOWN,
                born=YearMonth(1990, 1),
                work_started=2012,
                residence="某地",
                stage=CareerStage.WORKING,
            ),
            contact=Contact(mobile=MobileNumber("+8613000000000")),
        ),
        community=CommunityProfile(id="member"),
        settings=settings,
    )
