"""Twins of a part that is shown in part: what is not shown of it is another, and what is shown stays."""

import people
from resume_visibility import view_for
from resume_visibility.testing import Case, twin

OTHER = people.resume(id="r-2", candidate="c-2")


def test_APPLY_2_a_twin_has_other_files_in_the_place_of_those_that_were_not_sent() -> None:
    """APPLY-2: a company is shown the file that it was sent; the other file has another id in the twin, and the view is the same."""
    asked = people.resume(applications=(people.applied,))
    case = Case(viewer=people.recruiter, document=asked, at=people.AT, other=OTHER)
    sent, unsent = (file.id for file in twin(case).attachments)
    assert (sent, unsent == "file-2") == ("file-1", False)
    view = view_for(people.recruiter, twin(case), at=people.AT)
    assert view is not None
    assert [file.id for file in view.sections.attachments or ()] == ["file-1"]


def test_PHONE_2_a_twin_has_another_virtual_number_in_the_place_of_one_that_is_not_shown() -> None:
    """PHONE-2: a company is shown the virtual number that is bound to it, and none that is bound to another."""
    lines = (people.line("mine", "acme"), people.line("theirs", "globex"))
    case = Case(
        viewer=people.recruiter,
        document=people.resume(virtual_numbers=lines),
        at=people.AT,
        other=OTHER,
    )
    mine, theirs = (one.number for one in twin(case).virtual_numbers)
    assert mine == lines[0].number
    assert theirs != lines[1].number
