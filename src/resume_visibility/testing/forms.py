"""Hypothesis strategies for campus and company-made forms, and for those who ask for them."""

from datetime import datetime, timedelta
from functools import lru_cache

import attrs
from hypothesis import strategies as st

from ..model.campus import CampusForm
from ..model.campus_basics import CampusBasics, CampusContact, CampusProfile, PostalAddress
from ..model.campus_sections import (
    CampusAward,
    CampusCertificate,
    CampusEducation,
    CampusProject,
    CampusTraining,
    IntellectualProperty,
    Internship,
    ItSkill,
    LanguageAbility,
    OtherLanguage,
    Practice,
    Publication,
    Relative,
    Relatives,
    Remarks,
    SchoolPost,
)
from ..model.choices import Degree, Gender, Proficiency
from ..model.names import PersonName
from ..model.settings import Account, Delivery, OnlineTalk
from ..model.values import Email, MobileNumber, Period, PhoneNumber, YearMonth
from ..model.viewers import FULLY_VERIFIED, Action, Company, Owner, Recruiter, School, Viewer
from .acts import settings
from .cast import CANDIDATES, COMPANIES, NOW, PROSE, SCHOOLS, either, instants, months, writings
from .strategies import actions, viewers

# Made once: to make a strategy for each draw takes longer than to draw from it.
_KEPT = 1000
_settings, _owners, _schools = settings(), st.sampled_from(CANDIDATES), st.sampled_from(SCHOOLS)
_companies, _perhaps_months = st.sampled_from(["acme", "acme", "globex"]), st.none() | months
_handed_in = st.sampled_from([None, *[NOW + timedelta(days=days) for days in (-3, -3, -2, -2, -1, 0, 1)]])
_genders, _degrees, _proficiencies = either(Gender), either(Degree), either(Proficiency)
_births = st.sampled_from([YearMonth(2003, 2), YearMonth(2004, 9), YearMonth(2001, 12), YearMonth(2010, 5)])
_numbers, _ids, _team_sizes = st.integers(0, 10**8 - 1), st.integers(0, 10**6), st.integers(1, 40)
_booleans, _ended, _mostly = (
    st.booleans(),
    st.sampled_from([False, True]),
    st.sampled_from([True] * 3 + [False]),
)
_talks = st.sampled_from([False] + [True] * 3)
_accounts, _deleted = (
    st.sampled_from([Account.OPEN] * 7 + [Account.CLOSED]),
    st.sampled_from([False] * 7 + [True]),
)

_OTHERS = {"a": ("沈若兰", "顾长风", "Ada Bellweather"), "b": ("苏慕白", "纪云舒", "Ines Quartermain")}
"""The names of other people in a form, by its salt: no two forms of a case share one."""


@attrs.frozen(kw_only=True)
class FormCase:
    """One question: who asks for which form, when; and a stranger's form, to tell what may not matter.

    Args:
        viewer: who asks.
        form: asked for.
        at: the instant.
        other: another candidate's form, of the same shape; `form_twin` takes from it what is withheld.
    """

    viewer: Viewer
    form: CampusForm
    at: datetime
    other: CampusForm


@attrs.frozen(kw_only=True)
class Secrets:
    """What the texts of a form have typed into them, in an order that two forms share."""

    own: tuple[str, ...]
    people: tuple[str, ...]
    numbers: tuple[str, ...]
    typed: tuple[str, ...]


def secrets_of(form: CampusForm) -> Secrets:
    basics = form.basics
    people = [basics.emergency_name, *(person.name for person in form.family)]
    people += [person.name for person in form.relatives.people] if form.relatives else []
    phone = basics.emergency_phone
    salt = form.id.removeprefix("form-")
    return Secrets(
        own=(basics.name.full, *writings(basics.contact.mobile)),
        people=tuple(name for name in people if name),
        numbers=writings(MobileNumber(phone.e164)) if phone else (),
        typed=_typed(salt),
    )


def _typed(salt: str) -> tuple[str, ...]:
    """Contact details that belong to no field: another person's number and address, an account, a national ID."""
    other = {"a": "7", "b": "8"}[salt]
    return (
        f"1366000123{other}",
        f"tutor.{salt}{other}@example.org",
        f"微信号：wx_tutor_{salt}{other}",
        {"a": "11010519491231002X", "b": "440524199903070239"}[salt],
    )


@st.composite
def forms(draw: st.DrawFn, *, candidate: str | None = None, salt: str = "a") -> CampusForm:
    """Forms with every section, typed-in secrets, and settings and acts of every kind.

    Args:
        draw: Hypothesis's.
        candidate: the owner's id; one of two, unless given.
        salt: "a" or "b": two forms of different salts share no id, no name and no number.
    """
    name = PersonName({"a": "林溪", "b": "Theo Marchetti"}[salt])
    mobile = MobileNumber(f"+86137{draw(_numbers):08}")
    emergency = MobileNumber(f"+86159{draw(_numbers):08}")
    people = _OTHERS[salt]
    typed = (*writings(mobile), *writings(emergency), *people, *_typed(salt), name.full, "")
    texts = st.sampled_from([f"{PROSE[i % len(PROSE)]} {secret}。" for i, secret in enumerate(typed)])

    def text() -> str:
        return draw(texts)

    def span() -> dict[str, YearMonth | None]:
        return {
            "started": draw(_perhaps_months),
            "ended": YearMonth(2026, 1) if draw(_ended) else None,  # no two of a form are one object
        }

    def person(name: str) -> Relative:
        return Relative(name=name, relation=text(), employer=text(), position=text())

    chosen = draw(_settings)
    handed_in = draw(_handed_in)
    talk = OnlineTalk(
        school=draw(_schools),
        school_requires=draw(_mostly),
        delivery=Delivery(at=handed_in or NOW, position=text()),
    )
    return CampusForm(
        id=f"form-{salt}",
        candidate=candidate or draw(_owners),
        company=draw(_companies),
        basics=CampusBasics(
            name=name,
            english_name={"a": "Creek Lin", "b": "Theo M."}[salt],
            profile=CampusProfile(
                gender=draw(_genders),
                born=draw(_births),
                desired_places=(text(),),
                household_registration=text(),
                residence=text(),
            ),
            contact=CampusContact(
                email=Email(f"{salt}{draw(_ids)}@example.edu"),
                mobile=mobile,
                landline=PhoneNumber("+862155512345"),
                postal_address=PostalAddress(address=text(), postcode="200433"),
            ),
            emergency_name=people[0],
            emergency_phone=PhoneNumber(emergency.e164),
            photo=f"photo-{salt}",
        ),
        education=(
            CampusEducation(
                highest_degree=draw(_degrees),
                graduated=YearMonth(2026, 6),
                school=text(),
                major=text(),
                rank=text(),
                posts=text(),
                courses=text(),
            ),
        ),
        languages=LanguageAbility(
            english_level=text(),
            english_proficiency=draw(_proficiencies),
            others=(OtherLanguage(name=text()),),
        ),
        it_skills=(ItSkill(name=text(), proficiency=draw(_proficiencies)),),
        practice=(
            Practice(position=text(), department=text(), project=text(), description=text(), **span()),
        ),
        awards=(CampusAward(date=draw(months), name=text(), level=text(), description=text()),),
        family=(person(people[1]),),
        training=(
            CampusTraining(course=text(), institution=text(), period=Period(draw(months)), content=text()),
        ),
        internships=(
            Internship(company=text(), industry=text(), position=text(), description=text(), **span()),
        ),
        certificates=(CampusCertificate(name=text(), date=draw(months)),),
        publications=(Publication(title=text(), published=draw(months), journal=text()),),
        school_posts=(SchoolPost(organisation=text(), title=text(), description=text(), **span()),),
        projects=(
            CampusProject(
                role=text(),
                organisation=text(),
                description=text(),
                team_size=draw(_team_sizes),
                duties=text(),
                **span(),
            ),
        ),
        intellectual_property=(IntellectualProperty(patent=text(), copyright=text(), licence=text()),),
        relatives=Relatives(employed=draw(_booleans), people=(person(people[2]),)),
        remarks=Remarks(accepts_placement=draw(_booleans), source=text(), self_assessment=text()),
        settings=chosen if draw(_booleans) else attrs.evolve(chosen, blocks=()),
        handed_in=handed_in,
        talk=talk if handed_in and draw(_talks) else None,
        account=draw(_accounts),
        deleted=draw(_deleted),
    )


@lru_cache(_KEPT)
def _form_viewers(
    company: Company, schools: tuple[str, ...], candidate: str, action: Action | None
) -> st.SearchStrategy[Viewer]:
    intent = actions(action)
    recruiters = st.builds(
        Recruiter,
        id=st.just("user-1"),
        company=st.just(company),
        signed_in=st.just(True),
        verified=st.just(FULLY_VERIFIED),
        action=intent,
    )
    acting = st.builds(
        School, id=st.sampled_from(schools), signed_in=st.just(True), verified=st.just(True), action=intent
    )
    owners = st.builds(Owner, candidate=st.just(candidate), action=intent)
    often: list[st.SearchStrategy[Viewer]] = [recruiters, acting]
    return st.sampled_from([*often * 3, owners, viewers(action=action)]).flatmap(lambda drawn: drawn)


def form_viewers(near: CampusForm, *, action: Action | None = None) -> st.SearchStrategy[Viewer]:
    """Viewers of every kind, among them the form's company, its school and its owner.

    Args:
        near: the form.
        action: what all of them are about to do; every action is drawn, unless given.
    """
    (company,) = (company for company in COMPANIES if company.id == near.company)
    return _form_viewers(company, (near.talk.school,) if near.talk else SCHOOLS, near.candidate, action)


@st.composite
def form_cases(draw: st.DrawFn, *, action: Action | None = None) -> FormCase:
    """A viewer and a form drawn together, so that companies, schools and owners really meet their forms.

    Args:
        draw: Hypothesis's.
        action: what every viewer is about to do; every action is drawn, unless given.
    """
    form = draw(forms(salt="a"))
    return FormCase(
        viewer=draw(form_viewers(form, action=action)),
        form=form,
        at=draw(instants),
        other=draw(forms(salt="b")),
    )
