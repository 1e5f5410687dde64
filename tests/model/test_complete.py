"""A table that has to say something of each member says it of each, or stops the import."""

from typing import Any

import pytest

from resume_visibility.model import Document, Part
from resume_visibility.model.complete import complete


def test_a_whole_table_is_taken() -> None:
    """A table with an entry for each key is what it was."""
    table = {Document.FORM: 1, Document.RESUME: 2}
    assert complete(table, Document) == table


def test_a_table_is_given_in_the_order_of_its_keys() -> None:
    """Whatever is printed of a table stands in one order, in which order the module ever states it."""
    table = {Document.FORM: 2, Document.RESUME: 1}
    assert [*complete(table, [Document.RESUME, Document.FORM]).items()] == [
        (Document.RESUME, 1),
        (Document.FORM, 2),
    ]


def test_a_new_member_stops_the_import() -> None:
    """What is missing is named, an enumeration's member or a class, and the file to write it in."""
    with pytest.raises(
        TypeError, match=r"nothing is said of Document\.FORM: write it in \S*test_complete\.py:\d+$"
    ):
        complete({Document.RESUME: 2}, Document)
    classes: list[Any] = [Document, Part, str]
    with pytest.raises(
        TypeError, match=r"nothing is said of Part, str: write it in \S*test_complete\.py:\d+$"
    ):
        complete({Document: 2}, classes)


def made_by_a_function() -> dict[Any, int]:
    """A table that a function of this module asks for."""
    return complete({Document.RESUME: 2}, Document)


def test_the_place_to_write_it_is_that_of_the_caller() -> None:
    """Without a place the error names the file and line of the call; of a function, where its own module called it, not the function."""
    with pytest.raises(TypeError, match=r"Document\.FORM: write it in \S*test_complete\.py:(\d+)$") as direct:
        complete({Document.RESUME: 2}, Document)
    with pytest.raises(
        TypeError, match=r"Document\.FORM: write it in \S*test_complete\.py:(\d+)$"
    ) as by_function:
        made_by_a_function()
    lines = [int(str(error.value).rpartition(":")[2]) for error in (direct, by_function)]
    first = test_the_place_to_write_it_is_that_of_the_caller.__code__.co_firstlineno
    assert first < lines[0] < lines[1]  # the function stands before


def test_an_entry_of_a_member_that_is_gone_stops_the_import() -> None:
    """What is in the table alone is named, with the file to remove it from."""
    with pytest.raises(
        TypeError, match=r"Document\.FORM is not there: remove it from \S*test_complete\.py:\d+$"
    ):
        complete({Document.RESUME: 2, Document.FORM: 1}, [Document.RESUME])
