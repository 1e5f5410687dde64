"""How classes of the model are built from their annotations, and what a resume remembers."""

import copy
import pickle
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, cast

import attrs
import pytest

from resume_visibility import Company, InvalidValue, Resume, VirtualLine
from resume_visibility.model import Application, Email, Gender, MobileNumber, Url, YearMonth
from resume_visibility.model.building import (
    Checked,
    Id,
    check_of,
    expected_for,
    fields_of,
    is_model,
    members_of,
)
from resume_visibility.model.memo import MOST_KEPT, Memo, weight_of
from samples import built, strings_in


@pytest.mark.parametrize(
    "annotation",
    [float, bytes, dict[str, str], list[str], object, Any, None, tuple[float, ...], str | float, "str"],
)
def test_unknown_annotation(annotation: object) -> None:
    """An annotation whose check nobody wrote is refused, alone, in a tuple and in a union (LAW-5)."""
    with pytest.raises(TypeError, match=r"has no check: add one to model/building\.py"):
        check_of(annotation)
    with pytest.raises(TypeError, match="has no check"):
        expected_for(annotation)


def test_unknown_annotation_of_a_field() -> None:
    """A class with such a field cannot be built at all."""

    @attrs.frozen(repr=False)
    class Weight(Checked):
        kilograms: float

    with pytest.raises(TypeError, match="float"):
        Weight(70.5)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (str, "text that is not blank, without NUL or lone surrogates"),
        (Id, "an opaque id: text of 1 to 64 characters A-Z a-z 0-9 . _ -"),
        (int, "a whole number"),
        (bool | None, "true or false"),
        (Gender, "one of male, female, unknown"),
        (Gender | None, "one of male, female, unknown"),
        (Email, "an Email"),
        (Email | Url, "an Email or a Url"),
        (tuple[Gender, ...], "a tuple, each item one of male, female, unknown"),
        (frozenset[Id], "a frozenset, each item an opaque id: text of 1 to 64 characters A-Z a-z 0-9 . _ -"),
        (datetime, "an instant with its time zone, such as 2026-07-01T08:00:00+08:00"),
    ],
)
def test_expected(annotation: object, expected: str) -> None:
    """An annotation is stated in words."""
    assert expected_for(annotation) == expected


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (Gender | None, "a member of Gender, such as Gender.MALE"),
        (Email | Url, "an Email: Email(address) or a Url: Url(address)"),
        (YearMonth, "a YearMonth: YearMonth(year, month)"),
        (tuple[MobileNumber, ...], "a tuple, each item a MobileNumber: MobileNumber(e164)"),
        (Company, "a Company"),
    ],
)
def test_expected_in_python(annotation: object, expected: str) -> None:
    """A program reads how a value is made; of a class that takes its fields by name alone, the name of the class is enough."""
    assert expected_for(annotation, in_json=False) == expected


def test_an_instant_is_made_as_the_error_says() -> None:
    """What an error gives as the right instant is taken in the place of the wrong one; the example of a document would not be."""

    class Unsteady(tzinfo):
        asked = 0

        def utcoffset(self, at: datetime | None, /) -> timedelta | None:
            self.asked += 1
            return timedelta(hours=8) if self.asked % 2 else None

        def dst(self, _: datetime | None, /) -> None:
            return None

        tzname = dst

    written = "2026-07-01T08:00:00+08:00"
    for wrong in (written, datetime(2026, 7, 1), datetime(2026, 7, 1, tzinfo=Unsteady())):
        with pytest.raises(InvalidValue) as caught:
            Application(company="acme", at=cast("datetime", wrong))
        example = caught.value.problems[0].expected.partition("such as ")[2]
        assert example
        assert example != written
        at = eval(example, {"datetime": datetime, "UTC": UTC})
        assert Application(company="acme", at=at).at == at


@pytest.mark.parametrize(
    ("annotation", "fine", "wrong"),
    [
        (Email | Url, [Email("a@example.com"), Url("https://example.com")], [None, "a@example.com"]),
        (Email | Url | None, [Email("a@example.com"), Url("https://example.com"), None], ["a@example.com"]),
        (str | None, ["a", None], [" ", 1]),
    ],
)
def test_unions(annotation: object, fine: list[object], wrong: list[object]) -> None:
    """A union takes each of its members, None only where it is one of them, and nothing else."""
    assert [list(check_of(annotation)(value)) for value in fine] == [[]] * len(fine)
    assert all(list(check_of(annotation)(value)) for value in wrong)


def test_members() -> None:
    """The alternatives of a union, or the annotation alone."""
    assert members_of(Email | None) == (Email, type(None))
    assert members_of(Email) == (Email,)
    assert members_of(tuple[str, ...]) == (tuple[str, ...],)


def test_is_model() -> None:
    """A class of the model or a view is one; an instance, a union or another class is not."""
    assert is_model(Email)
    assert is_model(VirtualLine)
    assert not is_model(Email("a@example.com"))
    assert not is_model(Email | Url)
    assert not is_model(str)


def test_fields() -> None:
    """The fields are those that a constructor takes, in order, with their annotations."""
    assert fields_of(Email) == (("address", str),)
    names = [name for name, _ in fields_of(Resume)]
    assert names[:3] == ["id", "candidate", "basics"]
    assert "memo" not in names


def test_fields_first_then_together() -> None:
    """What fields must be together is asked only once each is right alone."""

    @attrs.frozen(repr=False)
    class Never(Checked):
        number: int

        def _problems(self) -> Any:
            raise AssertionError("asked")

    with pytest.raises(InvalidValue):
        Never("canary")  # type: ignore[arg-type]  # the mistake is meant
    with pytest.raises(AssertionError, match="asked"):
        Never(1)


def test_memo_computes_once() -> None:
    """What was computed is kept under its key."""
    memo = Memo()
    assert memo.get("a", lambda: 1) == 1
    assert memo.get("a", lambda: 0) == 1
    assert memo.get("b", lambda: 2) == 2
    assert memo.get("b", lambda: 3) == 2


def test_memo_of_the_resume() -> None:
    """What was computed of the resume itself is kept under the function that did."""
    resume, calls = built(Resume), list[Resume]()

    def compute(one: Resume) -> str:
        calls.append(one)
        return one.id

    assert resume.memo.of(compute, resume) == resume.memo.of(compute, resume) == resume.id
    assert calls == [resume]


def test_memo_is_bounded() -> None:
    """However many keys come, what is kept stays small, and answers stay right."""
    memo = Memo()
    for key in range(5000):
        assert memo.get(key, lambda key=key: -key) == -key  # type: ignore[misc]  # bound at once
        assert len(memo._kept) <= 256
    assert memo.get(4999, lambda: 1) == -4999


@pytest.mark.parametrize("size", [1000, 100_000, MOST_KEPT // 10, MOST_KEPT, 2 * MOST_KEPT])
def test_memo_is_bounded_by_size(size: int) -> None:
    """What is kept weighs no more than it may, but for the few results that are kept unweighed, and the newest is kept."""
    memo = Memo()
    for key in range(300):
        assert memo.get(key, lambda key=key: f"{key}{'x' * size}").startswith(str(key))  # type: ignore[misc]  # bound at once
        assert memo.get(key, lambda: "computed again").startswith(str(key))
        assert len(memo._kept) <= 8 or weight_of([*memo._kept.items()]) <= MOST_KEPT
    kept = len(memo._kept)
    assert (kept == 300 % 256) is (size == 1000) or kept <= max(8, MOST_KEPT // size)


def test_keys_weigh_too() -> None:
    """Long keys are dropped as long results are."""
    memo = Memo()
    for key in range(100):
        memo.get((key, "x" * (MOST_KEPT // 5)), lambda: 1)
        assert len(memo._kept) <= 8


def test_weight() -> None:
    """A weight counts the characters of every text that a result holds, once, and something for each object."""
    resume = built(Resume)
    texts = sum(len(one) for one in strings_in([resume]) if one.startswith("canary"))
    assert weight_of(resume) > texts
    text = "x" * 1000
    assert weight_of((text, text, [text], {text}, {text: text}, frozenset({text}))) < 2000
    assert (
        weight_of(attrs.evolve(resume, strengths=text)) - weight_of(attrs.evolve(resume, strengths="x"))
        == 999
    )
    ring: list[object] = []
    ring.append(ring)
    assert weight_of(ring) == weight_of(object())


def test_memo_keeps_nothing_of_a_failure() -> None:
    """A computation that fails is tried again."""
    memo = Memo()
    with pytest.raises(ZeroDivisionError):
        memo.get("a", lambda: 1 // 0)
    assert memo.get("a", lambda: 2) == 2


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one)), attrs.evolve]
)
def test_memo_is_empty_in_a_copy(again: Any) -> None:
    """A copied, pickled or changed resume starts with an empty memory of its own; its pickle holds none of the old."""
    resume = built(Resume)
    resume.memo.get("remembered", lambda: "remembered")
    other = again(resume)
    assert other == resume
    assert other.memo is not resume.memo or again is copy.copy
    if other.memo is not resume.memo:
        assert other.memo.get("remembered", lambda: "anew") == "anew"
    assert b"remembered" not in pickle.dumps(resume)
    assert copy.copy(resume.memo).get("remembered", lambda: "anew") == "anew"


@pytest.mark.parametrize(
    ("kind", "member"),
    [(Gender, "Gender.MALE"), (Gender | None, "Gender.MALE"), (tuple[Gender, ...], "Gender.MALE")],
)
def test_a_member_of_an_enumeration_is_asked_for_by_its_name(kind: Any, member: str) -> None:
    """In Python a value of JSON is no member: the error does not list the very value that was given."""
    given: Any = (member.lower(),) if kind == tuple[Gender, ...] else member.lower()
    [problem] = check_of(kind)(given)
    assert problem.expected == f"expected a member of Gender, such as {member}"
    assert "one of" in expected_for(kind)
