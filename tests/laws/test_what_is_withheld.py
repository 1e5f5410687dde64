"""What the laws take for withheld follows the view: nothing that is shown, and everything else."""

import attrs
import pytest

import people
from filled import number_of
from resume_visibility import Owner, Recruiter, Resume, SupportAgent, SupportCase, Visitor
from resume_visibility.testing import Case, twin
from resume_visibility.testing.leaving import texts_in
from resume_visibility.testing.withheld import secrets

WHOLE = people.resume(applications=(people.applied,), virtual_numbers=(people.line("one"),))
OTHER = attrs.evolve(WHOLE, id="r-2")
COMPLAINT = SupportCase(id="case-1", opened=people.AT - people.DAY, complainant=WHOLE.candidate)


def case(viewer: Owner | Recruiter | SupportAgent | Visitor) -> Case[Resume]:
    return Case(viewer=viewer, document=WHOLE, at=people.AT, other=OTHER)


def test_of_the_owner_nothing_is_withheld() -> None:
    """The owner's case has no secret, and its twin is the resume itself."""
    mine = case(Owner(candidate=WHOLE.candidate))
    assert list(secrets(mine)) == []
    assert twin(mine) == WHOLE


@pytest.mark.parametrize(
    ("viewer", "withheld"),
    [
        (Visitor(), True),
        (people.recruiter, False),
        (SupportAgent(id="agent", case=COMPLAINT, signed_in=True), False),
    ],
)
def test_a_number_is_a_secret_where_it_is_withheld(
    viewer: Recruiter | SupportAgent | Visitor, withheld: bool
) -> None:
    """The number is among the secrets of who is not shown it, and of nobody else."""
    number = number_of(WHOLE).removeprefix("+86")
    assert (number in list(secrets(case(viewer)))) is withheld


@pytest.mark.parametrize("text", ["{no JSON", "[1, 2", "plain words"])
def test_what_looks_like_json_and_is_none_is_a_text(text: str) -> None:
    """A text that begins as JSON does is read as the text that it is."""
    assert text in texts_in(text)
