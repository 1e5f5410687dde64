"""A test of many cases is as strict as many tests."""

import pytest

from each import each

SEEN: list[tuple[int, str]] = []


@each("number", [1, 2, 3])
@each(("letter",), [("a",), ("b",)])
def test_cases_are_all_run(number: int, letter: str) -> None:
    """Every combination of the cases of two decorators is run."""
    SEEN.append((number, letter))
    expected = [(n, of) for n in (1, 2, 3) for of in "ab"]
    assert expected[: len(SEEN)] == SEEN


def test_every_failing_case_is_reported() -> None:
    """All cases that fail are reported, with the case, and those after the first are still run."""

    @each("number, wanted", [(1, 1), (2, 1), (3, 3), (4, 3)])
    def compare(number: int, wanted: int) -> None:
        with pytest.raises(ZeroDivisionError):
            assert number // (number - wanted)

    with pytest.raises(BaseExceptionGroup, match="2 of 4 cases fail") as caught:
        compare()
    notes = [note for error in caught.value.exceptions for note in error.__notes__]
    assert notes == ["in the case {'number': 2, 'wanted': 1}", "in the case {'number': 4, 'wanted': 3}"]


def test_no_case_is_no_test() -> None:
    """Without any case a test would check nothing, so it cannot be written."""
    with pytest.raises(AssertionError, match="no case"):
        each("number", [])


def test_cases_may_be_made_when_the_test_runs() -> None:
    """A function makes the cases of a test once it runs and not before; that it makes none is a failure, too."""
    made, seen = list[int](), list[int]()

    def make_cases() -> list[int]:
        made.append(3)
        return made

    def note(number: int) -> None:
        seen.append(number)

    test = each("number", make_cases)(note)
    assert made == []
    test()
    assert seen == made == [3]
    with pytest.raises(AssertionError, match="no case"):
        each("number", list)(note)()
