"""Other people's names in the texts of a form: however many there are, a text is looked through once (NAME-4)."""

from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

from known_names import MARK, Hider
from resume_visibility import CampusForm, FormView, NameDisplay, School, load_form, view_for
from resume_visibility.model import PersonName, Practice, Relative, Remarks
from work import calls_of

EXAMPLE = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())
FORM = attrs.evolve(EXAMPLE, settings=attrs.evolve(EXAMPLE.settings, name_display=NameDisplay.REAL))
AT = datetime(2026, 4, 1, tzinfo=UTC)
SCHOOL = School(id="south-example-university", signed_in=True, verified=True)


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
    small, large = crowded(50, 50), crowded(200, 200)
    assert calls_of(lambda: seen(large)) < 5 * calls_of(lambda: seen(small))
    assert {one.description for one in seen(large).sections.practice} == {"林姓同学[姓名已隐藏]帮助了我"}


def test_NAME_4_work_does_not_grow_with_the_people() -> None:
    """In the same text, ten thousand names are looked for with the work that ten take."""
    text = "林姓同学帮助了我，张三丰也是；Lena Vasquez was there. " * 20
    ten, many = ([f"{chr(0x4E00 + i)}{chr(0x6000 + i % 99)}明" for i in range(n)] for n in (10, 10_000))
    few, lots = Hider([*ten, "张三丰"]), Hider([*many, "张三丰"])
    assert few(text) == lots(text)
    assert calls_of(lambda: lots(text)) < 2 * calls_of(lambda: few(text))


@pytest.mark.parametrize("unit", ["a", "a ", "a\u0301", "张", "\u200b"])
def test_NAME_4_names_within_names_are_bounded(unit: str) -> None:
    """Names that are each other's beginnings cost what the longest of them does, however long the text."""
    names = Hider(["a" * n for n in range(1, 300)])
    work = [calls_of(lambda n=n: names(unit * n)) for n in (500, 2000)]  # type: ignore[misc]  # the default binds
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
    assert Hider(names)(text) == left
    assert Hider(reversed(names))(text) == left


def test_NAME_4_a_text_without_names_is_left_alone() -> None:
    """A text that holds no name is the very same object."""
    text = "没有什么"
    assert Hider(["张三丰", "Lena"])(text) is text


def test_NAME_4_a_granted_name_stays_wherever_it_stands() -> None:
    """A name within a granted one stays, at the start of a text and further on alike."""
    names = Hider(["Lee"], ("Ann Lee",))
    for text in ("Ann Lee and everybody elsewhere", "see Ann Lee and everybody elsewhere"):
        assert names(text) is text
    assert names("see Ann Leeson, Lee") == f"see Ann Leeson, {MARK}"


def assessment(text: str, relative: str, name: str = "林晓雨", english_name: str = "Joyce Lin") -> str:
    """The self-assessment as the school sees it, which is not shown the family."""
    basics = attrs.evolve(FORM.basics, name=PersonName(name), english_name=english_name)
    family, remarks = (Relative(name=relative),), Remarks(self_assessment=text)
    remarks_seen = seen(attrs.evolve(FORM, basics=basics, family=family, remarks=remarks)).sections.remarks
    assert remarks_seen is not None
    return str(remarks_seen.self_assessment)


WITHHELD = "[姓名已隐藏]"


@pytest.mark.parametrize(
    ("text", "relative", "own", "left"),
    [
        ("我父亲张三丰教我", "张三丰", {"name": "张三"}, f"我父亲{WITHHELD}教我"),
        ("张三的父亲张三丰", "张三丰", {"name": "张三"}, f"张三的父亲{WITHHELD}"),
        ("my father Li Weiguo", "Li Weiguo", {"english_name": "Li"}, f"my father {WITHHELD}"),
        ("taught by Samantha Lee", "Samantha Lee", {"english_name": "Sam"}, f"taught by {WITHHELD}"),
        ("Lena Vasquezito, Lena", "Lena", {"english_name": "Lena Vasquez"}, f"{WITHHELD} Vasquezito, {WITHHELD}"),
        ("of Lena Vasquezito", "Lena", {"english_name": "Lena Vasquez"}, f"of {WITHHELD} Vasquezito"),
        ("McLena Vasquez", "Vasquez", {"english_name": "Lena Vasquez"}, f"McLena {WITHHELD}"),
        ("我父亲张三，丰富了我", "张三", {"name": "张三丰"}, f"我父亲{WITHHELD}，丰富了我"),
        ("张三 Lee", "张三 Lee", {"name": "张三", "english_name": "Lee"}, WITHHELD),
    ],
)  # fmt: skip
def test_NAME_4_a_name_that_holds_the_own_one_goes_whole(
    text: str, relative: str, own: dict[str, str], left: str
) -> None:
    """Of two names that share their letters the longer one is meant, and the own one only where it stands as a name."""
    assert assessment(text, relative, **own) == left


@pytest.mark.parametrize(
    ("text", "relative", "own"),
    [
        ("我叫张三丰。", "张三", {"name": "张三丰"}),
        ("I'm张三丰aka Sam", "三丰", {"name": "张三丰"}),
        ("Lena Vasquez的简历", "Vasquez", {"english_name": "Lena Vasquez"}),
        ("张张三三", "张三", {"name": "张张三三"}),
        ("林林林", "林林", {"name": "林林"}),
    ],
)
def test_NAME_4_the_own_name_stays_whole(text: str, relative: str, own: dict[str, str]) -> None:
    """A withheld name that is a part of the own one, or equal to it, stays there."""
    assert assessment(text, relative, **own) == text


@pytest.mark.parametrize(
    ("text", "relative", "left"),
    [
        ("父亲王&#23567;明", "王小明", f"父亲{WITHHELD}"),
        ("王小明，即%E7%8E%8B%E5%B0%8F%E6%98%8E", "王小明", f"{WITHHELD}，即{WITHHELD}"),
        ("Daniel%20Zhang.pdf", "Daniel Zhang", f"{WITHHELD}.pdf"),
        ("%F0%9F%98%80.pdf", "😀", f"{WITHHELD}.pdf"),
        ("林%E6%99%93雨与%E6%9E%97%E6%99%93", "林晓", f"林%E6%99%93雨与{WITHHELD}"),
    ],
)
def test_NAME_4_an_encoded_name_goes(text: str, relative: str, left: str) -> None:
    """As links and file names spell it; the own name in it stays."""
    assert assessment(text, relative) == left


def test_NAME_4_an_encoded_text_without_names_is_left_alone() -> None:
    """Percent signs and entities stay where they spell no name."""
    text = "ROI +15%20 &amp; 100%"
    assert Hider(["张三丰"])(text) is text


def test_NAME_4_names_within_the_own_one_are_bounded() -> None:
    """Where a relative's name stands in every own one, twice the text is some twice the work."""
    names = Hider(["a"], ("a " * 50 + "a",))
    work = [calls_of(lambda n=n: names("a " * n)) for n in (500, 2000)]  # type: ignore[misc]  # the default binds
    assert work[1] < 5 * work[0]
