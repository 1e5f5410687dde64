"""Values that may be missing, and those that are not."""

from typing import TypeVar

from resume_visibility import CampusForm, Resume

T = TypeVar("T")


def there(value: T | None) -> T:
    """A value that is filled in."""
    assert value is not None
    return value


def number_of(document: Resume | CampusForm) -> str:
    """The mobile number in E.164; empty where it is missing."""
    mobile = document.basics.contact.mobile
    return "" if mobile is None else mobile.e164


def name_of(document: Resume | CampusForm) -> str:
    """The whole name; empty where it is missing."""
    return "" if document.basics.name is None else document.basics.name.full
