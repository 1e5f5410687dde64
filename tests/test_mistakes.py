"""A slip of whoever uses the library is reported where it is made, with the name of what is wrong and with what would be right."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import pytest

from each import each
from resume_visibility import InvalidResume, Part, Problem, Resume, ShownSections, dump_resume, load_resume
from resume_visibility.codec.loading import explained
from resume_visibility.codec.parsing import Refused
from resume_visibility.interchange import Each, FieldMapping
from resume_visibility.lists import Page
from resume_visibility.model import Checked, Limits, declared, follows
from resume_visibility.projection.view import ResumeView
from samples import found_in


@attrs.frozen(kw_only=True, repr=False)
class S(Checked):
    """An item that is called as type variables are."""

    organisation: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Judged(Checked):
    """An item whose own check gives what `given` makes of its name."""

    name: str | None = None

    def _problems(self) -> Iterable[Problem]:
        problems: Iterable[Problem] = given(self.name)
        return problems


def given(name: str | None) -> Any:
    """What is wrong with a name."""
    match name:
        case "a text":
            return ["too long"]
        case "one":
            return Problem("name", "expected another")
        case "nothing":
            return None
        case "raised":
            raise LookupError(f"canary {name}")
        case _:
            return ()


@attrs.frozen(kw_only=True, repr=False)
class Sections(ShownSections):
    """What is shown of it."""

    many: tuple[S, ...] = attrs.field(default=(), metadata=follows(Part.WORK))
    one: S | None = attrs.field(default=None, metadata=follows(Part.WORK))
    judged: tuple[Judged, ...] = attrs.field(default=(), metadata=follows(Part.WORK))


@attrs.frozen(kw_only=True, repr=False)
class Mine(Resume[Sections]):
    """What goes in."""

    many: tuple[S, ...] = ()
    one: S | None = None
    judged: tuple[Judged, ...] = ()


# A class of one's own may have any name


def test_an_item_is_called_as_its_platform_likes() -> None:
    """The name of a class does not decide what is read and written of it."""
    resume = Mine(id="r-1", candidate="c-1", many=(S(organisation="红十字会"),), one=S(organisation="x"))
    assert load_resume(dump_resume(resume), of=Mine) == resume
    with pytest.raises(InvalidResume) as caught:
        load_resume({"id": "r-1", "candidate": "c-1", "many": [{"organsation": "x"}], "one": 1}, of=Mine)
    assert [(problem.path, problem.expected) for problem in caught.value.problems] == [
        (
            "many[0]",
            "expected known keys; 1 unknown: organsation (did you mean organisation?); known: organisation",
        ),
        ("one", "expected an object with organisation"),
    ]


@pytest.mark.parametrize("cls", [Resume, ResumeView, Page])
def test_no_class_has_the_name_of_a_type_variable(cls: Any) -> None:
    """What is put in by its name has a name that no class can have."""
    assert [one.__name__.isidentifier() for one in cls.__parameters__] == [False]


# Checks of one's own


@pytest.mark.parametrize("name", ["a text", "one", "nothing"])
def test_a_check_gives_problems(name: str) -> None:
    """What is no problem is a mistake of the program, when an item is built and when it is loaded, and never passed over."""
    message = r"^Judged\._problems is expected to give Problems$"
    with pytest.raises(TypeError, match=message):
        Judged(name=name)
    document = {"id": "r-1", "candidate": "c-1", "strengths": "canary", "judged": [{"name": name}]}
    for spelled in (document, json.dumps(document)):
        with pytest.raises(TypeError, match=message) as caught:
            load_resume(spelled, of=Mine)
        assert found_in(caught.value) == []
        assert caught.value.__context__ is None


@pytest.mark.parametrize("lenient", [False, True])
def test_a_row_is_read_with_the_same_mistake(lenient: bool) -> None:
    """A mapping, lenient or not, does not take the mistake for a value that does not fit."""
    fields: Any = {"id": "no", "candidate": "who", "judged": Each("judged", {"name": "name"})}
    mapping = FieldMapping(Mine, fields, lenient=lenient)
    with pytest.raises(TypeError, match=r"^Judged\._problems is expected to give Problems$"):
        mapping.read({"no": "r-1", "who": "c-1", "judged": [{"name": "a text"}]})
    assert mapping.read({"no": "r-1", "who": "c-1", "judged": [{"name": "x"}]}).resume.judged[0].name == "x"


def test_LAW_7_a_check_that_fails_is_named() -> None:
    """What a check raises may hold the value: the problem names the class that has the check, and the kind of the error."""
    with pytest.raises(InvalidResume) as caught:
        load_resume({"id": "r-1", "candidate": "c-1", "judged": [{"name": "raised"}]}, of=Mine)
    assert caught.value.problems == (
        Problem("judged[0]", "expected a value that can be checked; Judged._problems raised LookupError"),
    )
    assert found_in(caught.value) == []
    with pytest.raises(LookupError):
        Judged(name="raised")


def test_LAW_7_a_class_without_a_check_of_its_own_is_not_said_to_have_one() -> None:
    """What fails where a class is made is named by its kind alone, unless the class has `_problems`."""

    @attrs.frozen(kw_only=True, repr=False)
    class Failing(Checked):
        name: str

        def __attrs_post_init__(self) -> None:
            raise LookupError(self.name)

    problem = Problem("", "expected a value that can be checked; the check raised LookupError")
    assert explained({"name": "canary"}, Failing) == Refused((problem,))


def test_a_type_without_a_check_is_no_problem_of_the_document() -> None:
    """It is a mistake of the program, whatever the value and wherever the class is held."""

    @attrs.frozen(kw_only=True, repr=False)
    class Weight(Checked):
        kilograms: float

    @attrs.frozen(kw_only=True, repr=False)
    class Scales(Checked):
        weights: tuple[Weight, ...]

    message = f"a field of type {float} has no check: add one to model/building.py"
    assert explained({"weights": [{"kilograms": 70.5}]}, Scales) == Refused(mistake=message)


# What a field says of itself


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (lambda wrong: declared(most=wrong("5")), "expected most to be an int of at least 1, got str"),
        (lambda wrong: declared(most=wrong(True)), "expected most to be an int of at least 1, got bool"),
        (lambda wrong: declared(most=0), "expected most to be an int of at least 1, got 0"),
        (lambda wrong: declared(stated=wrong("no")), "expected stated to be a bool, got str"),
        (lambda wrong: declared(limits=wrong(5)), "expected limits to be a Limits, got int"),
        (lambda wrong: Limits(longest=-1), "expected longest to be an int of at least 1, got -1"),
        (lambda wrong: Limits(longest=wrong("9")), "expected longest to be an int of at least 1, got str"),
        (lambda wrong: Limits(least=wrong(1.5)), "expected least to be an int, got float"),
        (lambda wrong: Limits(greatest=wrong("9")), "expected greatest to be an int, got str"),
        (lambda wrong: Limits(least=2, greatest=1), "expected greatest to be an int of at least 2, got 1"),
        (lambda wrong: Limits(like=wrong("[0-9]")), "expected like to be a pattern of re, got str"),
        *(
            (
                lambda wrong, pattern=pattern, flags=flags: Limits(like=re.compile(pattern, flags)),
                f"expected like to be a pattern that every language reads alike, got one with {got}",
            )
            for pattern, flags, got in (
                ("[0-9]", re.IGNORECASE, "flags"),
                (b"[0-9]", 0, "bytes"),
                (r"\d{4}", 0, r"\d"),
                (r"[\w-]+", 0, r"\w"),
                (r"[0-9]\-[0-9]", 0, r"\-"),
                (r"[a\#]", 0, r"\#"),
                (r"([a-z])\1", 0, r"\1"),
                ("(?=[a-z])[a-z0-9]+", 0, "(?"),
                ("(?P<year>[0-9]{4})", 0, "(?"),
                ("[a-z]++[0-9]", 0, "+"),
                ("[a-z]{2}+", 0, "+"),
                ("[a-z]{2}.", 0, "."),
                ("[^]x]+", 0, "[^]"),
                ("[a-z]{,2}", 0, "{"),
                ("a]", 0, "]"),
                ("[a-z]$[^a-z]", 0, "$"),  # in Python alone, it also matches before a line break
                ("a\\\nb", 0, "\\\n"),
            )
        ),
        (lambda wrong: Limits(longest=9, expected=wrong(9)), "expected expected to be a str, got int"),
    ],
)
def test_what_a_field_declares_is_checked_at_once(
    declare: Callable[[Callable[[Any], Any]], Any], message: str
) -> None:
    """A limit that is none is refused where it is written, and not at the first document."""
    with pytest.raises(TypeError) as caught:
        declare(lambda wrong: wrong)
    assert str(caught.value) == message


@each(
    "pattern",
    [
        r"[A-Za-z\-\]]{1,3}",
        r"\+(?:86|852)[0-9]{8,11}",
        r"[^\x00- ]+?\.\u00e9",
        "^(a|b)*",
        r"\{[0-9]{2,}\}\t?",
    ],
)
def test_a_pattern_that_every_language_reads_alike_is_a_limit(pattern: str) -> None:
    """Sets, groups, counts, and escapes of signs are the same in every language."""
    assert Limits(like=re.compile(pattern)).like == re.compile(pattern)
