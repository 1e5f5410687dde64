"""What already holds of lists and exports, which the library does not make itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import pytest

from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    Recruiter,
    Resume,
    dump_view,
    load_resume,
    record_of,
    view_for,
)
from resume_visibility.model import Email, MobileNumber

AT = datetime(2026, 7, 1, tzinfo=UTC)
ENGINEER = Path(__file__).parents[2] / "examples" / "data" / "engineer.json"
ANYBODY = Recruiter(
    id="u-7",
    company=Company(id="co-initech", name="英尼科技有限公司"),
    signed_in=True,
    verified=FULLY_VERIFIED,
)


@pytest.fixture(scope="module")
def engineer() -> Resume:
    """A resume of mode public, with a virtual number."""
    return load_resume(ENGINEER.read_bytes())


@pytest.mark.parametrize("action", [Action.RECOMMEND, Action.SEARCH])
def test_SEARCH_1_a_list_holds_nothing_that_is_not_shown(engineer: Resume, action: Action) -> None:
    """A number, an address and attachments that a list does not show make no difference to what it has to match against."""
    contact = attrs.evolve(
        engineer.basics.contact, mobile=MobileNumber("+8613900007777"), email=Email("nobody@example.org")
    )
    basics = attrs.evolve(engineer.basics, contact=contact)
    other = attrs.evolve(engineer, basics=basics, attachments=(), applications=())
    asking = attrs.evolve(ANYBODY, action=action)
    listed, twin = view_for(asking, engineer, at=AT), view_for(asking, other, at=AT)
    assert listed is not None
    assert twin is not None
    assert dump_view(listed) == dump_view(twin)


@pytest.mark.parametrize("action", [Action.RECOMMEND, Action.SEARCH])
def test_PARTS_1_a_list_shows_no_more_than_a_view(engineer: Resume, action: Action) -> None:
    """Whatever a view withholds, a list withholds as well."""
    listed = view_for(attrs.evolve(ANYBODY, action=action), engineer, at=AT)
    opened = view_for(ANYBODY, engineer, at=AT)
    assert listed is not None
    assert opened is not None
    assert listed.withheld >= opened.withheld


def test_EXPORT_1_an_export_says_how_long_it_holds(engineer: Resume) -> None:
    """What is exported carries the policy's version, and is fresh no longer than its virtual number is valid."""
    line = next(line for line in engineer.virtual_numbers if line.company is None)
    late = line.valid_until - timedelta(minutes=5)
    view = view_for(attrs.evolve(ANYBODY, action=Action.EXPORT), engineer, at=late)
    assert view is not None
    assert view.policy
    assert view.contact.virtual_number is not None
    assert view.contact.virtual_number.valid_until == view.fresh_until == line.valid_until


def test_EXPORT_1_an_export_is_on_record(engineer: Resume) -> None:
    """The record of an export names its instant, who holds it, the clauses and the policy's version."""
    asking = attrs.evolve(ANYBODY, action=Action.EXPORT)
    view = view_for(asking, engineer, at=AT)
    record = record_of(asking, engineer, view, at=AT)
    assert view is not None
    assert record.company is not None
    assert (record.at, record.action, record.viewer, record.company.id) == (
        AT,
        Action.EXPORT,
        "u-7",
        "co-initech",
    )
    assert record.policy == view.policy
    assert record.clauses
