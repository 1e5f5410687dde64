"""Other people's names in the texts of a form: however many there are, a text is looked through once (NAME-4)."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from resume_visibility import CampusForm, FormView, Practice, Relative, School, load_form, view_for
from resume_visibility.projection.names import Names

FORM = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())
AT = datetime(2026, 4, 1, tzinfo=UTC)
SCHOOL = School(id="south-example-university", signed_in=True, verified=True)
MARK = "[#]"


def calls_of(compute: Callable[[], Any]) -> int:
    """How many functions are called to compute something, of Python's own as well: work, without a clock."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    compute()  # once before, so that nothing is counted that is computed once and kept
    sys.setprofile(count)
    try:
        compute()
    finally:
        sys.setprofile(None)
    return calls


def crowded(people: int, texts: int) -> CampusForm:
    """A form with so many relatives, each in one of so many texts."""
    names = [f"林{chr(0x4E00 + i // 50)}{chr(0x5200 + i % 50)}" for i in range(people)]
    return attrs.evolve(
        FORM,
        family=tuple(Relative(name=name) for name in names),
        practice=tuple(Practice(description=f"林姓同学{names[i % people]}帮助了我") for i in range(texts)),
    )


def seen(form: CampusForm) -> FormView:
    """The form as the school sees it; afresh, since a copy keeps nothing."""
    view = view_for(SCHOOL, attrs.evolve(form), at=AT)
    assert view is not None
    return view


def test_NAME_4_work_grows_as_the_form_does() -> None:
    """Four times the relatives and four times the texts are some four times the work, and not sixteen times."""
    small, large = crowded(100, 100), crowded(400, 400)
    assert calls_of(lambda: seen(large)) < 5 * calls_of(lambda: seen(small))
    assert {one.description for one in seen(large).sections.practice} == {"林姓同学[姓名已隐藏]帮助了我"}


def test_NAME_4_work_does_not_grow_with_the_people() -> None:
    """In the same text, ten thousand names are looked for with the work that ten take."""
    text = "林姓同学帮助了我，张三丰也是；Lena Vasquez was there. " * 20
    ten, many = ([f"{chr(0x4E00 + i)}{chr(0x6000 + i % 99)}明" for i in range(n)] for n in (10, 10_000))
    few, lots = Names([*ten, "张三丰"], MARK), Names([*many, "张三丰"], MARK)
    assert few.redact(text) == lots.redact(text)
    assert calls_of(lambda: lots.redact(text)) < 2 * calls_of(lambda: few.redact(text))


@pytest.mark.parametrize("unit", ["a", "a ", "a\u0301", "张", "\u200b"])
def test_NAME_4_names_within_names_are_bounded(unit: str) -> None:
    """Names that are each other's beginnings cost what the longest of them does, however long the text."""
    names = Names(["a" * n for n in range(1, 300)], MARK)
    work = [calls_of(lambda n=n: names.redact(unit * n)) for n in (500, 2000)]  # type: ignore[misc]  # the default binds
    assert work[1] < 5 * work[0]


@pytest.mark.parametrize(
    ("names", "text", "left"),
    [
        (["张三", "张三丰"], "张三丰与张三", f"{MARK}与{MARK}"),
        (["林国", "国栋"], "林国栋", MARK),
        (["Lena Vasquez", "Vasquez Ruiz"], "Lena Vasquez Ruiz", MARK),
        (["a bc", "ab c"], "a bc, ab c", f"{MARK}, {MARK}"),
        (["😀😁", "😀"], "😀😁与😀", f"{MARK}与{MARK}"),
        (["·", "隐藏"], "张·三隐藏", f"张{MARK}三{MARK}"),
        (["林" * 300], "林" * 100 + "在", f"{MARK}在"),
        (["!" * 300], "!" * 100 + "?", f"{MARK}?"),
        (["\u200b", ""], "没有", "没有"),
        ([], "没有", "没有"),
    ],
)
def test_NAME_4_several_names(names: list[str], text: str, left: str) -> None:
    """Names that overlap go as one, names without a letter go too, and of a very long one its beginning goes."""
    assert Names(names, MARK).redact(text) == left
    assert Names(reversed(names), MARK).redact(text) == left


def test_NAME_4_a_text_without_names_is_left_alone() -> None:
    """A text that holds no name is the very same object."""
    text = "没有什么"
    assert Names(["张三丰", "Lena"], MARK).redact(text) is text
