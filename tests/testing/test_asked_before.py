"""Questions that were asked before are chosen so that a mixed-up answer shows: the other viewer is shown something else, if any is."""

from typing import Any

import people
from resume_visibility import FULLY_VERIFIED, Recruiter, is_shown
from resume_visibility.model.settings import CompanyBlock
from resume_visibility.testing import Case
from resume_visibility.testing.asked_before import asked_before
from resume_visibility.testing.cast import COMPANIES


def test_of_the_values_of_a_field_one_is_chosen_with_which_the_document_is_shown() -> None:
    """Where two of the companies are blocked, a blocked recruiter is asked for as one of a company that is not."""
    blocked, first_other, *_ = COMPANIES
    blocks = [CompanyBlock(company=str(one.id), at=people.AT - people.DAY) for one in (blocked, first_other)]
    asked: Any = people.with_settings(people.resume(), blocks=tuple(blocks))
    viewer = Recruiter(id="u-1", company=blocked, signed_in=True, verified=FULLY_VERIFIED)
    case = Case(viewer=viewer, document=asked, at=people.AT, other=people.resume(id="r-2", candidate="c-2"))
    others = [one for one, _ in asked_before(case) if isinstance(one, Recruiter) and one.company.id != "acme"]
    assert [is_shown(one, asked, at=people.AT) for one in others] == [True]
