"""A slip of the pen in the table of platforms is told with the record that it is in, and with what would be right."""

from typing import Any

import pytest

from resume_visibility import InvalidValue
from resume_visibility.text.platforms import PLATFORMS, records_of

KNOWN = "name, kind, names, nicknames, sounds, short, hosts, schemes, id, han"


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"name": "neu", "hots": ["a"]}, f"[1] neu: expected known keys, which are {KNOWN}; got hots"),
        ({"names": ["a"]}, "[1]: expected a name, as text"),
        ({"name": 7}, "[1]: expected a name, as text"),
        ("neu", "[1]: expected an object"),
        ({"name": "neu", "kind": "chat"}, "[1] neu.kind: expected one of phone, email, messenger"),
        ({"name": "neu", "id": "[a-z"}, "[1] neu.id: expected a pattern of re"),
        ({"name": "neu", "id": 7}, "[1] neu.id: expected a pattern of re"),
        ({"name": "neu", "names": "neu"}, "[1] neu.names: expected a list of texts"),
        ({"name": "neu", "hosts": [7]}, "[1] neu.hosts: expected a list of texts"),
        ({"name": "neu", "sounds": ["ab"]}, "[1] neu.sounds: expected a list of lists of texts"),
        ({"name": "neu", "han": 1}, "[1] neu.han: expected true or false"),
    ],
)
def test_a_slip_names_its_record(record: Any, told: str) -> None:
    """The place, the name and the key."""
    with pytest.raises(InvalidValue) as caught:
        records_of([{"name": "old"}, record])
    [problem] = caught.value.problems
    assert str(problem).startswith(told)


def test_all_slips_are_told_at_once() -> None:
    """Of every record, and of every key."""
    with pytest.raises(InvalidValue) as caught:
        records_of([{"name": "a", "hots": [], "id": "("}, {"name": "b", "kind": 3}])
    assert [problem.path for problem in caught.value.problems] == ["[0] a", "[0] a.id", "[1] b.kind"]


def test_records_are_platforms() -> None:
    """Lists are tuples, and what a record leaves out is as usual."""
    [one] = records_of([{"name": "neu", "sounds": [["a", "b"]], "kind": "homepage"}])
    assert (one.name, one.sounds, one.kind.value, one.names) == ("neu", (("a", "b"),), "homepage", ())
    assert len(PLATFORMS) > 80
