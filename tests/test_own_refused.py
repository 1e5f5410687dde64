"""What a declaration of sections of one's own may not loosen, and what its values may not give away."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum, StrEnum
from functools import partial
from typing import Any

import attrs
import pytest

from resume_visibility import (
    FULLY_VERIFIED,
    CommunityMember,
    Company,
    InvalidValue,
    Part,
    Recruiter,
    Resume,
    Settings,
    ShownSections,
    Visibility,
    dump_view,
    load_resume,
    view_for,
)
from resume_visibility.model import (
    Basics,
    Checked,
    CommunityProfile,
    Contact,
    Id,
    Intention,
    Limits,
    MobileNumber,
    NameDisplay,
    Period,
    Profile,
    Url,
    Work,
    YearMonth,
    declared,
    follows,
    sections,
)
from resume_visibility.model.own import CLOSED, FOLLOWED
from resume_visibility.projection.sections import collector_of
from samples import MODEL

TEXT: Any = str | None
AT = datetime(2026, 7, 1, tzinfo=UTC)
NUMBER = "13912345678"
RECRUITER = Recruiter(
    id="u-1", company=Company(id="co-1", name="第七医院"), signed_in=True, verified=FULLY_VERIFIED
)
ADULT = Profile(born=YearMonth(1990, 1))
LINK = Url(f"https://wa.me/86{NUMBER}")
FILE = Url(f"https://example.com/a?f={''.join(f'%25{ord(digit):x}' for digit in NUMBER)}")
"""A link whose target spells the number in a way that is decoded in links alone."""


def made(part: Part = Part.WORK, /, **fields: Any) -> Any:
    """A class of resumes with sections of their own that follow a part."""
    shown = {
        name: attrs.field(type=kind, default=default, metadata=follows(part))
        for name, (kind, default) in fields.items()
    }
    own = {name: attrs.field(type=kind, default=default) for name, (kind, default) in fields.items()}
    how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
    sections = attrs.make_class("Sections", shown, bases=(ShownSections,), **how)
    named: Any = Resume[sections]  # type: ignore[valid-type]  # made here
    return attrs.make_class("Mine", own, bases=(Resume,), class_body={"__orig_bases__": (named,)}, **how)


def filled(of: Any, **fields: Any) -> Any:
    """A resume that a recruiter sees."""
    chosen = Settings(visibility=Visibility.PUBLIC, resume_permission=True)
    basics = Basics(profile=ADULT, contact=Contact(mobile=MobileNumber(f"+86{NUMBER}")))
    return of(**{"id": "r-1", "candidate": "c-1", "basics": basics, "settings": chosen, **fields})


def seen(resume: Any) -> Any:
    """The sections that a recruiter sees of it."""
    view = view_for(RECRUITER, resume, at=AT)
    assert view is not None
    dump_view(view)
    return view.sections


@attrs.frozen(kw_only=True, repr=False)
class Page(Checked):
    """An item with a link."""

    title: str | None = None
    url: Url | None = None


# What a view shows


@pytest.mark.parametrize("value", [LINK, Page(url=LINK)], ids=["link", "item"])
def test_LAW_6_a_link_that_gives_the_number_away_leaves_its_section_empty(value: Any) -> None:
    """A section that is one link, or one item with a link, is None where the target gives away what is withheld."""
    of = made(own=(type(value) | None, None))
    assert seen(filled(of, own=value)).own is None


def test_PHONE_1_a_link_beside_items_is_looked_at_as_a_link() -> None:
    """In a list of links and items, a link is looked at as in any other place."""
    of = made(own=(tuple[Url | Page, ...], ()))
    texts, links = list[str](), list[str]()
    collect = collector_of(tuple[Url | Page, ...])
    assert collect is not None
    collect((FILE, Page(title="x")), texts, links)
    assert (texts, links) == (["x"], [FILE.address])
    assert seen(filled(of, own=(LINK, Page(title="x")))).own == (Page(title="x"),)


def test_PHONE_1_a_whole_number_is_not_the_candidates() -> None:
    """A whole number is shown as it is, so it may not be, or hold, the candidate's mobile number."""
    of = made(own=(int | None, None), many=(tuple[int, ...], ()))
    with pytest.raises(InvalidValue, match="own: expected"):
        filled(of, own=int(NUMBER))
    pieces = (int(NUMBER[:3]), int(NUMBER[3:7]), int(NUMBER[7:]))
    for many in ((1, int(f"86{NUMBER}")), pieces, (2020, *pieces, 7), tuple(map(int, reversed(NUMBER)))):
        with pytest.raises(InvalidValue, match="many: expected"):
            filled(of, many=many)
    assert seen(filled(of, own=2020, many=(7,))).many == (7,)
    assert seen(filled(of, many=pieces[1:])).many == pieces[1:]


def test_LAW_9_a_whole_number_does_not_lead_from_the_community() -> None:
    """A long whole number is an id: the community's is made of none."""
    of = made(own=(int | None, None))
    with pytest.raises(InvalidValue, match=r"community\.id"):
        filled(of, own=87654321, community=CommunityProfile(id="u87654321"))
    filled(of, own=2020, community=CommunityProfile(id="u2020"))


@pytest.mark.parametrize("part", [part for part in Part if part in FOLLOWED])
def test_LAW_9_the_community_sees_nothing_of_ones_own(part: Part) -> None:
    """Whatever a section follows, and whatever the nickname, the community is not shown it."""
    of = made(part, own=(str | None, None))
    open_to_all = Settings(visibility=Visibility.PUBLIC, resume_permission=True, nickname=NameDisplay.REAL)
    resume = filled(of, own="秘密", settings=open_to_all, community=CommunityProfile(id="cm-1"))
    view = view_for(CommunityMember(id="cm-2", signed_in=True), resume, at=AT)
    assert view is not None
    assert view.sections.own is None


# What is refused


def refused(declare: Callable[[], object]) -> str:
    """What is wrong with a declaration."""
    with pytest.raises(TypeError, match="is not classified") as caught:
        declare()
    return str(caught.value)


def item(**body: Any) -> Any:
    """A class of items."""
    return attrs.frozen(kw_only=True, repr=False)(type("Item", (Checked,), {"__slots__": (), **body}))


def text(**how: Any) -> dict[str, Any]:
    """The body of an item with one text."""
    return {"__annotations__": {"name": str | None}, "name": attrs.field(**{"default": None, **how})}


@pytest.mark.parametrize(
    "how",
    [
        {"eq": False},
        {"eq": str.casefold},
        {"init": False},
        {"alias": "other"},
        {"converter": str.strip},
        {"validator": attrs.validators.max_len(5)},
    ],
    ids=["not compared", "compared otherwise", "not given", "renamed", "changed", "checked"],
)
def test_LAW_5_a_field_is_a_plain_field(how: dict[str, Any]) -> None:
    """No view could be trusted with a field that is not compared or given, is renamed, or is changed or checked by what no loader runs."""
    problems = refused(lambda: made(own=(item(**text(**how)) | None, None)))
    assert (
        "Item.name is expected to be a plain field: given by its name, kept and compared as it is" in problems
    )


@pytest.mark.parametrize("name", ["__new__", "__attrs_pre_init__"])
def test_LAW_5_an_item_is_made_as_it_is_loaded(name: str) -> None:
    """What checks an item where it is made, and not where it is loaded, checks nothing."""
    body = {**text(), name: lambda cls, **_: object.__new__(cls)}
    assert f"Item.{name} is expected to be as in Checked" in refused(
        lambda: made(own=(item(**body) | None, None))
    )


def test_LAW_5_nothing_has_a_constructor_of_its_own() -> None:
    """A document is read without it, and would say one thing in Python and another in JSON: of items, of what is shown, of resumes."""

    def opened(self: Any, **fields: Any) -> None:
        self.__attrs_init__(**fields)

    made_by = attrs.frozen(kw_only=True, repr=False)
    sections = made_by(type("Sections", (ShownSections,), {"__init__": opened}))
    named: Any = Resume[sections]  # type: ignore[valid-type]  # made here
    body = {"__init__": opened, "__orig_bases__": (named,)}
    problems = refused(lambda: made_by(type("Mine", (Resume,), body)))
    problems += refused(lambda: made(own=(item(**text(), __init__=opened) | None, None)))
    for name in ("Item", "Sections", "Mine"):
        assert f"{name}.__init__ is expected to be as attrs makes it" in problems


def test_LAW_2_an_item_has_no_room_beside_its_fields() -> None:
    """What a base without slots leaves room for is in no field: nobody would look at it, and a view would hold it."""
    mixed = attrs.frozen(kw_only=True, repr=False)(
        type("Item", (type("Mixed", (), {}), Checked), {"__slots__": (), **text()})
    )
    assert "Item is expected to be made by attrs.frozen(kw_only=True, repr=False)" in refused(
        lambda: made(own=(mixed | None, None))
    )


def test_LAW_6_nothing_has_a_slot_beside_its_fields() -> None:
    """A slot that no field has is not filled where an object is loaded or redacted: its hash, kept there, made every view raise."""
    kept = attrs.frozen(kw_only=True, repr=False, cache_hash=True)
    base = type("Base", (Checked,), {"__slots__": ("raw",)})
    sections = kept(type("Sections", (ShownSections,), {"__slots__": ()}))
    named: Any = Resume[sections]  # type: ignore[valid-type]  # made here
    mine = {"__slots__": (), "__orig_bases__": (named,)}
    item_of = attrs.frozen(kw_only=True, repr=False)(type("Item", (base,), {"__slots__": (), **text()}))
    problems = refused(lambda: kept(type("Mine", (Resume,), mine)))
    problems += refused(lambda: made(own=(item_of | None, None)))
    problems += refused(
        lambda: made(own=(kept(type("Kept", (Checked,), {"__slots__": (), **text()})) | None, None))
    )
    for name in ("Sections", "Mine", "Item", "Kept"):
        assert f"{name} is expected to be made by attrs.frozen(kw_only=True, repr=False)" in problems


@pytest.mark.parametrize(
    "name",
    ["__bool__", "__len__", "__getattr__", "__getattribute__", "__str__", "__format__", "__rich_repr__"],
)
def test_LAW_5_an_item_does_not_answer_for_itself(name: str) -> None:
    """An item that says that it is empty would not be redacted, and one that prints itself is not silent."""
    body = {**text(), name: lambda self, *_: None}
    assert f"Item.{name} is expected to be as in Checked" in refused(
        lambda: made(own=(item(**body) | None, None))
    )


def _no_answer(*_: object) -> bool:
    raise ValueError(NUMBER)


@pytest.mark.parametrize("name", ["__eq__", "__ne__", "__hash__"])
@pytest.mark.parametrize("says", [lambda *_: True, _no_answer], ids=["always", "raises"])
def test_NOTICE_1_an_item_does_not_say_what_it_is_equal_to(name: str, says: Any) -> None:
    """One that is equal to all others would be recorded as shown when another was, and not be written where it is equal to None."""
    for base in ((Checked,), (type("Mixed", (), {"__slots__": (), name: says}), Checked)):
        body = {"__slots__": (), **text(), **({name: says} if len(base) == 1 else {})}
        own = attrs.frozen(kw_only=True, repr=False, eq=None if len(base) == 1 else False)(
            type("Item", base, body)
        )
        missing = "__hash__" if name == "__hash__" and len(base) == 1 else "__eq__"
        assert f"Item.{missing} is expected to be as attrs makes it" in refused(
            lambda own=own: made(own=(own | None, None))  # type: ignore[misc]  # of this round
        )


@pytest.mark.parametrize("name", ["__eq__", "__ne__"])
def test_NOTICE_1_a_choice_does_not_say_what_it_is_equal_to(name: str) -> None:
    """Nor does a member of an enumeration, or one that it has from a base."""

    class Base(Enum):
        locals()[name] = _no_answer

    class Derived(Base):
        WEEKLY = "weekly"

    class Alone(StrEnum):
        WEEKLY = "weekly"
        locals()[name] = _no_answer

    for kind in (Derived, Alone):
        assert "is expected to have an enumeration whose members are compared as Python does" in refused(
            lambda kind=kind: made(own=(kind | None, None))  # type: ignore[misc]  # of this round
        )


class _Worded(str):
    """A string that is equal to none."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = str.__hash__


def test_LAW_6_a_choice_is_written_as_it_is_read() -> None:
    """Its value is a plain string that JSON can hold, and no answer of the platform's: what is stored could not be loaded again."""

    class Subclass(Enum):
        DAILY = "daily"
        WEEKLY = _Worded("weekly")

    class Answer(Enum):
        WEEKLY = "weekly"

        @property
        def value(self) -> str:
            return "daily"

    class Half(Enum):
        DAILY = "daily"
        WEEKLY = "\ud800"

    class Nul(Enum):
        WEEKLY = "\0"
        DAILY = "daily"

    for kind in (Subclass, Answer, Half, Nul):
        assert "Mine.own is expected to have strings as the values of its enumeration" in refused(
            lambda kind=kind: made(own=(kind | None, None))  # type: ignore[misc]  # of this round
        )


def test_LAW_5_a_list_has_items_alone() -> None:
    """What is missing is no item of a list."""
    assert "Mine.own is expected to have no None and no instant among its items" in refused(
        lambda: made(own=(tuple[str | None, ...], ()))
    )


def test_LAW_5_values_of_the_librarys_are_not_extended() -> None:
    """A class that derives from a link would be looked at as something else."""

    @attrs.frozen(kw_only=True, repr=False)
    class Labelled(Url):
        label: str | None = None

    assert (
        "Labelled is expected to derive from Checked or a section, and from no other class of the library"
        in (refused(lambda: made(own=(Labelled | None, None))))
    )


@pytest.mark.parametrize(
    "cls",
    [cls for cls in MODEL if cls.__module__ != sections.__name__ and cls not in (Url, *CLOSED)]
    + [Basics, Contact],
    ids=lambda cls: cls.__name__,
)
def test_LAW_5_no_other_class_of_the_library_is_a_section(cls: type[Any]) -> None:
    """Of the library's classes, sections and values without text can be held: not the basics, nor what somebody chose, did or is."""
    assert "Mine.own is of a type that no section holds" in refused(lambda: made(own=(cls | None, None)))


@pytest.mark.parametrize("name", ["mobile", "display_name", "messenger"])
def test_LAW_5_a_section_is_not_called_as_a_part(name: str) -> None:
    """The JSON of a view has no key for a part that is withheld, so nothing else may have that name."""
    assert f"Sections.{name} is expected to have a name that no part of the policy has" in refused(
        lambda: made(**{name: (str | None, None)})
    )


@pytest.mark.parametrize("name", ["region", "latest_position"])
def test_LAW_9_what_is_made_of_a_section_is_no_section(name: str) -> None:
    """The region and the latest position are read out of others' sections; the community may be shown them."""

    def in_resume() -> object:
        return with_basics(Basics, **{name: attrs.field(type=TEXT, default=None)})

    def in_basics() -> object:
        how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
        return with_basics(
            attrs.make_class("Ours", {name: attrs.field(type=TEXT, default=None)}, bases=(Basics,), **how)
        )

    for declare in (in_resume, in_basics):
        assert f"Sections.{name} is made of another section, and is expected to be none in Mine" in refused(
            declare
        )


def test_LAW_5_no_metadata_goes_around_follows() -> None:
    """What nothing can follow is refused however it was written down."""
    body = text(metadata={"follows": Part.REGION})
    assert "Item.name follows what nothing can follow" in refused(
        lambda: made(own=(item(**body) | None, None))
    )


@pytest.mark.parametrize("base", [Checked, Work], ids=["item", "section"])
def test_LAW_5_a_misspelt_key_shows_nothing(base: Any) -> None:
    """What nothing reads would leave a field to everybody who sees its section: it stops the declaration."""
    with pytest.raises(TypeError, match=r"Item\.name has the metadata 'folows', which nothing reads: write"):
        attrs.make_class(
            "Item",
            {"name": attrs.field(default=None, metadata={"folows": Part.MOBILE})},
            bases=(base,),
            frozen=True,
        )


def test_LAW_5_a_misspelt_key_is_refused_though_a_base_takes_the_place_of_the_check() -> None:
    """An item that was not looked at when it was declared is looked at with the resume that has it."""

    class Registered:
        __slots__ = ()

        @classmethod
        def __attrs_init_subclass__(cls) -> None:
            return None

    how = text(metadata={"folows": None})
    unchecked = attrs.frozen(kw_only=True, repr=False)(
        type("Item", (Registered, Checked), {"__slots__": (), **how})
    )
    assert "Item.name has the metadata 'folows', which nothing reads" in refused(
        lambda: made(own=(unchecked | None, None))
    )


def test_LAW_5_a_misspelt_key_is_refused_of_what_is_shown() -> None:
    """A section of which nobody can say what it follows is refused, in the class of what is shown as in the resume's."""
    how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
    misspelt = attrs.field(type=TEXT, default=None, metadata={"folows": Part.WORK})
    sections = attrs.make_class("Sections", {"own": misspelt}, bases=(ShownSections,), **how)
    named: Any = Resume[sections]  # type: ignore[valid-type]  # made here
    problems = refused(
        lambda: attrs.make_class(
            "Mine", {"own": misspelt}, bases=(Resume,), class_body={"__orig_bases__": (named,)}, **how
        )
    )
    assert "Sections.own has the metadata 'folows', which nothing reads" in problems
    assert "Mine.own has the metadata 'folows', which nothing reads" in problems


def test_LAW_5_one_field_may_be_followed_and_declared() -> None:
    """What a field follows and what it keeps to are said together, as one dict of both."""
    body = text(metadata={**follows(Part.MOBILE), **declared(limits=Limits(longest=5))})
    of = made(own=(item(**body) | None, None))
    kind: Any = item(**body)
    assert of is not None
    assert kind(name="短").name == "短"


def test_limits_are_of_texts_and_whole_numbers() -> None:
    """A limit that nothing would check is refused where it is declared: of what is no text, id or whole number, and of no list."""
    limits = declared(limits=Limits(longest=5))

    @attrs.frozen(kw_only=True, repr=False)
    class Limited(Checked):
        badge: Id = attrs.field(metadata=limits)
        when: YearMonth | None = attrs.field(default=None, metadata=limits)
        note: str | None = attrs.field(default=None, metadata=declared(most=5))

    wanted = "is expected to be a text, an id, a whole number or a list of these, as it has limits"
    problems = refused(lambda: made(own=(Limited | None, None)))
    assert f"Limited.when {wanted}" in problems
    assert (
        "Limited.note is expected to be a list or set, as it has most: for the length of a text" in problems
    )
    assert "Limited.badge" not in problems
    with pytest.raises(InvalidValue, match="badge: expected at most 5 characters"):
        Limited(badge="123456")


def test_LAW_5_a_field_of_the_librarys_goes_with_its_section() -> None:
    """The position is shown as the latest one, too, so nobody else's word places it; and nothing has another default."""

    @attrs.frozen(kw_only=True, repr=False)
    class Quiet(Work):
        position: str | None = attrs.field(default=None, metadata=follows(None))
        company: str | None = "第七医院"

    problems = refused(lambda: made(own=(tuple[Quiet, ...], ())))
    assert "Quiet.position is the library's, and is expected to be as it is there" in problems
    assert "Quiet.company is the library's, and is expected to be as it is there" in problems
    assert "Grown.born is the library's, and is expected to be as it is there" in refused(
        lambda: made(own=(Grown | None, None))
    )


def test_LAW_5_a_field_of_the_librarys_keeps_its_metadata() -> None:
    """A class that extends a section takes no limits away, nor what a field follows: both are metadata of the field."""

    @attrs.frozen(kw_only=True, repr=False)
    class Loose(Profile):
        work_started: int | None = None

    problems = refused(lambda: made(own=(Loose | None, None)))
    assert "Loose.work_started is the library's, and is expected to be as it is there" in problems


@attrs.frozen(kw_only=True)
class Loud(Basics):
    """Basics that print themselves."""

    motto: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Grown(Profile):
    """A profile that is of age."""

    born: YearMonth | None = ADULT.born


@attrs.frozen(kw_only=True, repr=False)
class Odd(Basics):
    """Basics that are filled in where they are missing, that say what they follow, and have a section of the resume's."""

    profile: Profile = attrs.field(factory=lambda: ADULT)
    avatar: Id | None = attrs.field(default=None, metadata=follows(None))
    strengths: str | None = None


def with_basics(kind: Any, **fields: Any) -> Any:
    """A class of resumes with such basics."""

    @attrs.frozen(kw_only=True, repr=False)
    class Sections(ShownSections):
        motto: str | None = None

    own = {"basics": attrs.field(type=kind, factory=kind), **fields}
    how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
    return attrs.make_class(
        "Mine", own, bases=(Resume,), class_body={"__orig_bases__": (Resume[Sections],)}, **how
    )


def test_LAW_7_basics_are_silent() -> None:
    """Basics of one's own are made as every class of the model."""
    assert "Loud is expected to be made by attrs.frozen(kw_only=True, repr=False)" in refused(
        lambda: with_basics(Loud)
    )


def test_LAW_5_basics_are_empty_where_they_are_missing() -> None:
    """Nothing is filled in that nobody filled in: a month of birth would open the gate of age."""
    problems = refused(lambda: with_basics(Odd))
    wanted = "expected to be empty where it is missing, by the default attrs.field(factory=Profile)"
    assert f"Odd.profile is {wanted}" in problems
    assert "Odd.strengths is in Mine already" in problems
    assert "Odd.avatar is expected to say in Sections what it follows" in problems


def test_LAW_5_what_is_followed_is_said_in_one_place() -> None:
    """What a resume's field says of what it follows would not be heard."""
    own = {"motto": attrs.field(type=TEXT, default=None, metadata=follows(None))}
    assert "Mine.motto is expected to say in Sections what it follows" in refused(
        lambda: with_basics(Basics, **own)
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("settings", attrs.field(type=Settings, factory=lambda: Settings(visibility=Visibility.PUBLIC))),
        ("deleted", attrs.field(type=bool, default=False, converter=lambda _: False)),
        ("deleted", attrs.field(type=bool, default=False, init=False)),
    ],
)
def test_LAW_5_what_decides_has_the_default_that_it_had(name: str, field: Any) -> None:
    """A resume that says nothing is the most private one, and what it says is what decides."""
    assert f"Mine.{name} decides, and is expected to be as in Resume" in refused(
        lambda: with_basics(Basics, **{name: field})
    )


def test_LAW_2_no_section_takes_the_place_of_the_memo() -> None:
    """What was found in a resume is kept with it, and not where a platform put something else."""
    problem = refused(lambda: made(memo=(TEXT, None)))
    assert problem == "Mine is not classified: Mine.memo is expected to be as in Resume"


@attrs.frozen(kw_only=True, repr=False)
class Chapter(Checked):
    """An item that holds items of its own kind."""

    title: str | None = None
    chapters: "tuple[Chapter, ...]" = ()


@attrs.frozen(kw_only=True, repr=False)
class Branch(Checked):
    """An item that holds itself by way of another."""

    leaf: "Leaf | None" = None


@attrs.frozen(kw_only=True, repr=False)
class Leaf(Checked):
    """The other."""

    branch: Branch | None = None


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ((Chapter | None, None), "Chapter"),
        ((tuple[Chapter, ...], ()), "Chapter"),
        ((Branch | None, None), "Branch"),
        ((Url | Leaf | None, None), "Leaf"),
    ],
)
def test_LAW_6_no_item_holds_itself(kind: Any, held: str) -> None:
    """A view of items within items would have no bound; that they may not be so is a problem like any other, and named once."""
    expected = f"Mine is not classified: {held} is expected not to hold itself, nor to be in what it holds"
    assert refused(lambda: made(own=kind)) == expected


def test_an_item_may_be_held_in_several_places() -> None:
    """What is held twice does not hold itself."""
    pair: Any = item(__annotations__={"first": Page | None, "second": Page | None}, first=None, second=None)
    assert made(own=(pair | None, None), other=(Page | None, None))


@pytest.mark.parametrize("held", [False, True], ids=["in the item", "in an item of it"])
def test_a_name_that_is_not_there_is_named_in_an_item(held: bool) -> None:
    """Annotations are looked up in every class that a section holds, in lists, too; each missing name is named once."""
    inner: Any = item(__annotations__={"name": "Nowhere | None"}, name=None)
    outer: Any = item(__annotations__={"inner": tuple[inner, ...]}, inner=())
    kind = outer if held else inner
    several: Any = tuple[kind, ...]  # type: ignore[valid-type]  # made here
    expected = "Mine is not classified: Item names Nowhere, which is not there when it is declared"
    assert refused(lambda: made(one=(kind | None, None), many=(several, ()))) == expected


def test_a_name_that_is_not_there_is_named_in_what_is_shown() -> None:
    """Annotations are looked up in the class of what is shown as in the resume's."""
    how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
    nowhere: Any = "Nowhere | None"
    own = {"own": attrs.field(type=nowhere, default=None)}
    sections = attrs.make_class("Sections", own, bases=(ShownSections,), **how)
    named: Any = Resume[sections]  # type: ignore[valid-type]  # made here
    body = {"__orig_bases__": (named,)}
    assert refused(lambda: attrs.make_class("Mine", {}, bases=(Resume,), class_body=body, **how)) == (
        "Mine is not classified: Sections names Nowhere, which is not there when it is declared"
    )


def test_LAW_5_each_class_of_a_union_is_looked_at() -> None:
    """A class after a link in a union has to be fit, too."""
    unfit: Any = item(__annotations__={"score": float | None}, score=None)
    assert "Item.score is of a type that no section holds" in refused(
        lambda: made(own=(Url | unfit | None, None))
    )


def test_LAW_5_a_class_that_looks_like_a_section_is_not_one_of_the_librarys() -> None:
    """The library's sections hold the library's items, or what derives from them: the same fields alone are not enough."""
    fields = {field.name: attrs.field(type=field.type, default=field.default) for field in attrs.fields(Work)}
    alike: Any = attrs.make_class("Alike", fields, bases=(Checked,), frozen=True, kw_only=True, repr=False)
    assert "Mine.work is expected to hold what Resume.work holds, or more of it" in refused(
        lambda: made(work=(tuple[alike, ...], ()))
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("work", (Work | None, None)), ("intention", (tuple[Intention, ...], ()))]
)
def test_LAW_5_a_section_is_a_list_where_the_librarys_is_one(name: str, kind: Any) -> None:
    """One item in the place of a list, and a list in the place of one item, are refused: rules and rows count on which it is."""
    problem = refused(lambda: made(**{name: kind}))
    assert f"Mine.{name} is expected to hold what Resume.{name} holds, or more of it" in problem
    assert f"Sections.{name} is expected to hold what ShownSections.{name} holds, or more of it" in problem


def test_LAW_5_what_was_not_checked_is_no_resume() -> None:
    """A base that takes the place of the check leaves a class that nobody checked."""

    class Registered:
        __slots__ = ()

        @classmethod
        def __attrs_init_subclass__(cls) -> None:
            return None

    @attrs.frozen(kw_only=True, repr=False)
    class Unchecked(Registered, Resume):
        anything: Period | None = None

    with pytest.raises(
        TypeError,
        match=r"expected of to be Resume or a subclass made by attrs\.frozen.*got the class Unchecked",
    ):
        load_resume({}, of=Unchecked)


def test_an_item_that_is_not_decorated_is_named_with_its_decorator() -> None:
    """Whoever forgets a decorator has a class without fields, and the types of what they wrote are all right."""

    class Garment(Checked):
        name: str

    expected = "Mine.own is of a type that no section holds (Garment); write @attrs.frozen(kw_only=True, repr=False) above the class"
    assert expected in refused(lambda: made(own=(Garment | None, None)))


def test_a_class_that_is_made_otherwise_has_one_problem() -> None:
    """What another decorator does is not listed method by method."""

    class OurWork(Work):
        team: str | None = None

    @attrs.define(kw_only=True, repr=False)
    class Changing(Checked):
        name: str | None = None

    for cls in (OurWork, Changing):
        assert refused(partial(made, own=(cls | None, None))) == (
            f"Mine is not classified: {cls.__name__} is expected to be made by attrs.frozen(kw_only=True, repr=False)"
        )


def test_a_section_that_only_the_resume_declares_anew_is_to_be_declared_in_both() -> None:
    """What a resume holds more of has to be shown somewhere; a hint on where is for who declared it once alone."""

    @attrs.frozen(kw_only=True, repr=False)
    class OurWork(Work):
        team: str | None = None

    how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
    own = {"work": attrs.field(type=tuple[OurWork, ...], default=())}
    of_the_library = {"work": attrs.field(type=tuple[Work, ...], default=())}
    for shown, hint in (({}, ": declare it there as well"), (of_the_library, "")):
        named: Any = Resume[attrs.make_class("Sections", shown, bases=(ShownSections,), **how)]  # type: ignore[misc]  # made here
        body = {"__orig_bases__": (named,)}
        problems = refused(partial(attrs.make_class, "Mine", own, bases=(Resume,), class_body=body, **how))
        assert problems.endswith(f": Mine.work is expected to be of the type of Sections.work{hint}")
