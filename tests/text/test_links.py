"""The targets of links that are cleared at once: a full look finds nothing of what was asked in any of them."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import people
from each import each
from pace import examples
from resume_visibility.model import Basics, Contact, Email, MobileNumber, PersonName, PhoneNumber, Url
from resume_visibility.projection.numbers import line_tag, trunk_tag
from resume_visibility.projection.redactor import collect_known
from resume_visibility.text import Kind, Known, find_in_link
from resume_visibility.text.digits import groups_of, may_hold_digits
from resume_visibility.text.finding import clears_link

LINE = PhoneNumber("+862188887777", extension="0123")
LENT = attrs.evolve(people.line("v-1"), number=LINE)
LINES = {line_tag(LINE), trunk_tag(LINE)}
PIECES = (
    *(
        "https://",
        "http://www.",
        "mailto:",
        "tel:",
        "/",
        "@",
        ".",
        "-",
        "_",
        "?",
        "=",
        "#",
        "example.com",
        "qq.com",
    ),
    *(
        "zhang",
        "sanfeng",
        "Lena",
        "Vasquez",
        "lena-v",
        "name-is-lena",
        "first-name-",
        "t.me",
        "wx",
        "oil",
        "o",
        "l",
        "zero",
    ),
    *(
        "one",
        "two",
        "seven",
        "double-",
        "yao",
        "yi1er4",
        "er-ling-",
        "ba-ba-ba-ba-",
        "1391",
        "5678",
        "8888",
        "7777",
        "0123",
        "021",
    ),
    *(
        "86",
        "31",
        "010119900307001x",
        "110101",
        "1990-03-07",
        "passport-",
        "id-no-",
        "e",
        "E12345678",
        "x",
        "S",
        "B",
        "%31",
        "&#49;",
        "xn--",
        "xn--ehqpd223d",
        "-",
    ),
)
NAMES = ("张三丰", "Lena Vasquez", "o", "Li")


@st.composite
def known(draw: st.DrawFn) -> Known:
    """What is known of somebody."""
    contact = Contact(
        mobile=draw(st.sampled_from((None, MobileNumber("+8613912345678")))),
        email=draw(st.sampled_from((None, Email("lena-v@example.com")))),
        homepage=draw(st.sampled_from((None, Url("https://example.com/zhang")))),
    )
    name = draw(st.none() | st.sampled_from(NAMES))
    basics = Basics(name=None if name is None else PersonName(name), contact=contact)
    return collect_known(basics, [LENT] if draw(st.booleans()) else [])


@settings(max_examples=examples(1000))
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join),
    st.frozensets(st.sampled_from([Kind.NAME, Kind.NATIONAL_ID, *LINES]), min_size=1),
    known(),
)
def test_nothing_that_is_asked_for_is_in_a_link_that_is_cleared(
    address: str, tags: frozenset[Kind | str], of: Known
) -> None:
    """CONTACT-2: what lets a link through without a full look misses nothing that the full look finds."""
    if clears_link(address, tags, of):
        assert tags.isdisjoint(find_in_link(address, of))


@given(
    st.lists(st.sampled_from([*PIECES, *"abcdefilnorstuwxyz013"]), max_size=8)
    .map("".join)
    .filter(str.isascii)
)
@settings(max_examples=examples(300))
def test_digits_stand_only_where_the_quick_look_sees_some(latin: str) -> None:
    """CONTACT-2: an address in which it sees none has no digits in any writing."""
    if not may_hold_digits(latin.lower()):
        assert groups_of(latin.lower(), counts=True) == []


@each("latin", ["one-two", "aone", "onetwo", "yao", "double-oh", "twenty-one", "l0", "o", "x.1"])
def test_the_quick_look_sees_digits_in_words(latin: str) -> None:
    """CONTACT-2: and letters that stand for them."""
    assert may_hold_digits(latin)


@each(
    ("address", "tag"),
    [
        ("https://example.com/LenaVasquez", Kind.NAME),
        ("https://XN--EHQPD223D.example.com", Kind.NAME),
        ("https://example.com/31010119900307001x", Kind.NATIONAL_ID),
        ("https://example.com/passport-E12345678", Kind.NATIONAL_ID),
        ("https://example.com/88887777", trunk_tag(LINE)),
        ("tel:02188887777-0123", line_tag(LINE)),
        ("https://example.com/tail-7777", trunk_tag(LINE)),
    ],
)
def test_an_address_that_holds_what_is_asked_for_is_looked_at(address: str, tag: Kind | str) -> None:
    """CONTACT-2, NAME-4, PHONE-2: a full look finds it, so the quick one may not clear it."""
    name = "张三丰" if "XN--" in address else "Lena Vasquez"
    of = collect_known(Basics(name=PersonName(name), contact=Contact()), [LENT])
    assert tag in find_in_link(address, of)
    assert not clears_link(address, {tag}, of)


@each(
    ("address", "tags"),
    [
        ("zhang.sanfeng@example.com", {Kind.NATIONAL_ID, *LINES}),
        ("linjiayi1999@example.com", {Kind.NATIONAL_ID, *LINES}),
        ("https://example.com/zhang", {Kind.NAME, Kind.NATIONAL_ID, *LINES}),
    ],
)
def test_usual_addresses_are_cleared(address: str, tags: set[Kind | str]) -> None:
    """Most people's addresses need no full look for a company that they applied to."""
    basics = Basics(name=PersonName("张三丰"), contact=Contact(mobile=MobileNumber("+8613912345678")))
    assert clears_link(address, tags, collect_known(basics, [LENT]))


@each("tag", [Kind.PHONE, Kind.EMAIL, Kind.MESSENGER, Kind.HOMEPAGE, Kind.CLAUSE])
def test_what_may_be_in_any_address_is_always_looked_for(tag: Kind) -> None:
    """The quick look is only for what few addresses hold."""
    assert not clears_link("https://example.com/zhang", {tag})


def test_an_address_that_is_called_by_a_name_of_its_own_is_looked_at() -> None:
    """CAMPUS-2: an address that is known may be withheld by itself, under whatever it is called."""
    of = Known(emails=(("zhang@example.com", (Kind.EMAIL, "theirs")),))
    assert not clears_link("zhang@example.com", {"theirs"}, of)


@each(
    "written",
    [
        "一三九一二三四五六七八",
        "１３９１２３４５６７８",
        "%31391234567%38",
        "13912345678",
        "onethreenine12345678",
    ],
)
def test_PHONE_1_a_number_is_found_in_a_link_in_any_writing(written: str) -> None:
    """PHONE-1: a link without a figure is looked at for no number only where it is plain."""
    own = Known(numbers=(("13912345678", ("own",)),))
    assert "own" in find_in_link(f"https://example.com/{written}", own)
