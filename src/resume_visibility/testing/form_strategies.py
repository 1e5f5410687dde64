"""Hypothesis strategies: campus and company-made forms with everything filled in."""

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from random import Random
from types import NoneType

import attrs
from hypothesis import strategies as st

from ..model.arguments import expect
from ..model.campus import CampusForm
from ..model.campus_basics import CampusBasics, CampusContact, CampusProfile, PostalAddress
from ..model.campus_sections import Relative, Relatives
from ..model.own import FORM_GOVERNING
from ..model.parts import Part
from ..model.settings import Account, AgeVerified, Delivery, OnlineTalk
from ..model.values import Email, MobileNumber, PhoneNumber, YearMonth
from .acts import ages, settings
from .cast import CANDIDATES, FAMILIES, NOW, PROSE, REVISIONS, SCHOOLS, SIZES, TYPED, number_spellings
from .extended import Filler
from .invented.lacking import remove_some_values

# Made once: to make a strategy takes longer than to draw from it.
_settings, _owners, _schools = settings(), st.sampled_from(CANDIDATES), st.sampled_from(SCHOOLS)
_companies, _booleans = st.sampled_from(["acme", "acme", "globex"]), st.booleans()
_two_numbers = st.lists(st.integers(0, 10**8 - 1), min_size=2, max_size=2, unique=True)
"""The ends of two telephone numbers. If they were the same, a law would take that of a number that is shown for the other's."""
_ids, _families = st.integers(0, 10**6), st.sampled_from(FAMILIES)
_intended, _days = st.sampled_from([True, True, True, False]), st.sampled_from([None, 3, 2, 1, 0, -1])
_intended_ages = st.sampled_from(
    [
        *[(YearMonth(2004, 9), None)] * 5,
        (None, AgeVerified(age=16, at=NOW - timedelta(days=1))),
        (YearMonth(2004, 9), AgeVerified(age=18, at=NOW - timedelta(days=2))),
    ]
)
_withdrawals = st.sampled_from([*[None] * 5, timedelta(0), timedelta(days=3), timedelta(days=5)])
_accounts = st.sampled_from([*[Account.OPEN] * 3, Account.CLOSED])
_deleted = _incomplete = st.sampled_from([False, False, False, True])

_OTHER_PEOPLE = {
    "a": ("沈若兰", "顾长风", "Ada Bellweather", "叶知秋", "Otto Lindqvist"),
    "b": ("苏慕白", "纪云舒", "Ines Quartermain", "江晚吟", "Bruno Castellane"),
}
"""The names of other people in a form, by its salt. No two forms of a case share a name."""
_HOMES = {"a": ("上海市杨浦区松花江路95号3单元601室", "200433"), "b": ("杭州市西湖区文三路90号2幢", "310012")}
"""The candidate's postal address, by the salt of the form. No two forms of a case share one."""


def typed_details(form: CampusForm) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """The details of other people, and of a home, in the texts of a form, by their part; in the same order for any two forms."""
    basics, home = form.basics, form.basics.contact.postal_address
    relatives, phone = form.relatives, basics.emergency_phone
    yield Part.EMERGENCY_NAME, _filled(basics.emergency_name)
    yield Part.FAMILY, _filled(*(person.name for person in form.family))
    yield Part.RELATIVES, _filled(*(person.name for person in relatives.people)) if relatives else ()
    yield Part.EMERGENCY_PHONE, number_spellings(MobileNumber(phone.e164)) if phone else ()
    yield Part.POSTAL_ADDRESS, _filled(home.address) if home else ()
    yield Part.POSTAL_ADDRESS, _filled(home.postcode) if home else ()


def _filled(*values: str | None) -> tuple[str, ...]:
    return tuple(filter(None, values))


def unfiled_details(salt: str) -> Iterator[tuple[Part, tuple[str]]]:
    """Details that belong to no field: another person's number and address, an account, a national ID number; each by its part."""
    other = {"a": "7", "b": "8"}[salt]
    yield Part.MOBILE, (f"1366000123{other}",)
    yield Part.EMAIL, (f"tutor.{salt}{other}@example.org",)
    yield Part.MESSENGER, (f"wx_tutor_{salt}{other}",)
    yield Part.NATIONAL_ID, ({"a": "11010519491231002X", "b": "440524199903070239"}[salt],)


def forms(*, candidate: str | None = None, salt: str = "a") -> st.SearchStrategy[CampusForm]:
    """Forms with typed-in secrets, and settings and acts of every kind. Most have every section, some lack one or another.

    Args:
        candidate: the owner's id; one of two, unless given.
        salt: "a" or "b": two forms of different salts share no id of their own and no name; what is drawn at large, such as the mobile
            number, is seldom the same.
    """
    expect("candidate", candidate, str, NoneType)
    expect("salt", salt, str)
    return _forms(candidate, salt)


@lru_cache
@st.composite
def _forms(draw: st.DrawFn, candidate: str | None, salt: str) -> CampusForm:
    name = draw(_families)["ab".index(salt)]
    own, of_contact = draw(_two_numbers)
    mobile, emergency = MobileNumber(f"+86137{own:08}"), MobileNumber(f"+86159{of_contact:08}")
    people = _OTHER_PEOPLE[salt]
    email = Email(f"{salt}{draw(_ids)}@example.edu")
    number, address, account, national_id = (text for _, (text,) in unfiled_details(salt))
    details = (number, address, f"微信号：{account}", national_id)
    chance = Random(draw(_ids))  # one draw for all the prose: quick, and as good
    is_incomplete = draw(_incomplete)
    # A missing detail is not typed into a text either: nobody could know whose it is.
    present = [not is_incomplete or chance.random() < 0.7 for _ in range(3)]
    family, relatives = (people[first : first + chance.choice(SIZES)] for first in (1, 3))
    known = (people[0], *family, *relatives)
    own_details = zip(present, (number_spellings(mobile), (email.address,), (name.full,)), strict=True)
    kept_in_fields = [spellings for is_present, spellings in own_details if is_present]
    kept_in_fields += [number_spellings(emergency), known, _HOMES[salt]]
    typed_in = [spellings for spellings in kept_in_fields if chance.random() < TYPED]
    typed = (*details, *(detail for spellings in typed_in for detail in spellings), "")
    texts = [f"{PROSE[i % len(PROSE)]} {secret}。" for i, secret in enumerate(typed)]

    filler = Filler(chance, lambda: chance.choice(texts), salt)

    def person(name: str) -> Relative:
        relative: Relative = filler.make(Relative)
        return attrs.evolve(relative, name=name)

    drawn_settings = draw(_settings)
    # The viewers for whom the form is meant are mostly let through: independent draws seldom fit together.
    is_intended = draw(_intended)
    days = 3 if is_intended else draw(_days)
    handed_in = None if days is None else NOW - timedelta(days=days)
    withdrawn_after = draw(_withdrawals)
    born, age_verified = draw(_intended_ages if is_intended else ages)
    talk = OnlineTalk(
        school=draw(_schools),
        school_requires=is_intended or draw(_booleans),
        delivery=Delivery(at=handed_in or NOW, position=filler.make(str)),
    )
    form: CampusForm = filler.fill(
        CampusForm,
        FORM_GOVERNING,
        id=f"form-{salt}",
        candidate=candidate or draw(_owners),
        company=draw(_companies),
        basics=CampusBasics(
            name=name if present[2] else None,
            english_name={"a": "Creek Lin", "b": "Theo M."}[salt],
            profile=attrs.evolve(filler.make(CampusProfile), born=born),
            contact=CampusContact(
                email=email if present[1] else None,
                mobile=mobile if present[0] else None,
                landline=PhoneNumber(
                    {"a": "+862155512345", "b": "+862155598760"}[salt], chance.choice([None, "801"])
                ),
                postal_address=PostalAddress(address=_HOMES[salt][0], postcode=_HOMES[salt][1]),
            ),
            emergency_name=people[0],
            emergency_phone=PhoneNumber(emergency.e164, chance.choice([None, "802"])),
            photo=f"photo-{salt}",
        ),
        family=tuple(map(person, family)),
        relatives=Relatives(employed=draw(_booleans), people=tuple(map(person, relatives))),
        settings=attrs.evolve(drawn_settings, blocks=()) if is_intended else drawn_settings,
        handed_in=handed_in,
        withdrawn=None if handed_in is None or withdrawn_after is None else handed_in + withdrawn_after,
        talk=talk if is_intended or (handed_in and draw(_booleans)) else None,
        account=Account.OPEN if is_intended else draw(_accounts),
        deleted=not is_intended and draw(_deleted),
        age_verified=age_verified,
        revision=chance.choice(REVISIONS),
    )
    return remove_some_values(form, chance) if is_incomplete else form
