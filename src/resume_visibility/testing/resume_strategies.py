"""Hypothesis strategies: resumes with everything filled in."""

from functools import lru_cache
from random import Random
from types import NoneType
from typing import Any, TypeVar, overload

import attrs
from hypothesis import strategies as st

from ..model.arguments import expect
from ..model.own import GOVERNING
from ..model.regions import IpRegion
from ..model.resume import CommunityProfile, Resume, expect_resume
from ..model.sections import Attachment, Basics, Contact, PortfolioItem, Profile
from ..model.settings import Account, Application
from ..model.values import Email, MobileNumber, Url
from .acts import ages, applications, consents, conversations, settings, virtual_numbers
from .cast import CANDIDATES, FAMILIES, PROSE, REVISIONS, TYPED, at_once, number_spellings
from .extended import Filler
from .invented.lacking import remove_some_values

_T = TypeVar("_T")
_R = TypeVar("_R", bound=Resume[Any])

_ids = st.integers(0, 10**6)


def _up_to_three(items: st.SearchStrategy[_T]) -> st.SearchStrategy[list[_T]]:
    """None, one, two or three items, all with the same chance."""
    of_size = [st.lists(items, min_size=size, max_size=size) for size in range(4)]
    return st.integers(0, 3).flatmap(of_size.__getitem__)


# Made once: to make a strategy takes longer than to draw from it. Strategies that depend on a resume are kept, too: few of the
# thousands of resumes of a run differ in whom they know.
_CACHE_SIZE = 1000
_owners = st.sampled_from(CANDIDATES)
_digits = st.integers(0, 10**8 - 1)
_names = st.sampled_from([name for family in FAMILIES for name in family])
_is_of_number = st.sampled_from([False, False, True])
_has_strengths = st.booleans()
_settings = settings()
_consents = _up_to_three(consents)
_conversations = st.lists(conversations, max_size=2)
_regions = st.sampled_from([None, IpRegion("CN-GD"), IpRegion("SG")])
_avatars = st.sampled_from([None, None, False, True])
_accounts = at_once([Account.OPEN] * 11 + [Account.CLOSED], [False] * 11 + [True])
"""The account, and whether the resume was deleted."""
_incomplete = st.sampled_from([False, False, False, True])
_FILES = (0, 1, 2, 2, 2, 2, 3)


def _profile(salt: str, avatar: str, *, face: bool | None) -> CommunityProfile | None:
    return None if face is None else CommunityProfile(id=f"member-{salt}", avatar=avatar if face else None)


@lru_cache(_CACHE_SIZE)
def _application_lists(files: tuple[str, ...]) -> st.SearchStrategy[list[Application]]:
    return _up_to_three(applications(files))


@overload
def resumes(*, candidate: str | None = None, salt: str = "a") -> st.SearchStrategy[Resume]: ...
@overload
def resumes(*, candidate: str | None = None, salt: str = "a", of: type[_R]) -> st.SearchStrategy[_R]: ...
def resumes(
    *, candidate: str | None = None, salt: str = "a", of: type[Resume[Any]] = Resume
) -> st.SearchStrategy[Resume[Any]]:
    """Resumes with typed-in secrets, and settings and acts of every kind. Most have every section, some lack one or another.

    Args:
        candidate: the owner's id; one of two, unless given.
        salt: a letter in every id of the resume, its files and its community profile: two resumes of different salts share none of these.
        of: the class of the resumes, if they have sections or fields of their own.
    """
    expect_resume(of)
    expect("candidate", candidate, str, NoneType)
    expect("salt", salt, str)
    cls: Any = of
    return _resumes(candidate, salt, cls)


@lru_cache(_CACHE_SIZE)
@st.composite
def _resumes(draw: st.DrawFn, candidate: str | None, salt: str, of: type[Resume[Any]]) -> Resume[Any]:
    owner = candidate or draw(_owners)
    mobile = MobileNumber(f"+86139{draw(_digits):08}")
    ordinary = f"me{salt}{draw(_ids)}@example.com"
    email = Email(f"{mobile.e164.removeprefix('+86')}@139.com" if draw(_is_of_number) else ordinary)
    name = draw(_names)
    chance = Random(draw(_ids))  # one draw for all the prose: quick, and as good
    born, age_verified = draw(ages)
    is_incomplete = draw(_incomplete)
    account, is_deleted = draw(_accounts)
    # A missing detail is not typed into a text either: nobody could know whose it is.
    present = [not is_incomplete or chance.random() < 0.7 for _ in range(3)]
    secrets = zip(present, (number_spellings(mobile), (email.address,), (name.full,)), strict=True)
    typed_in = [spellings for is_present, spellings in secrets if is_present and chance.random() < TYPED]
    typed = (*(detail for spellings in typed_in for detail in spellings), "")
    texts = [
        f"{PROSE[i % len(PROSE)]} {secret}。{PROSE[-1 - i % len(PROSE)]}" for i, secret in enumerate(typed)
    ]

    filler = Filler(chance, lambda: chance.choice(texts), salt)

    def make_id(kind: str) -> str:
        return f"{kind}-{salt}{chance.randrange(10**6)}"

    files = range(1, 1 + chance.choice(_FILES))
    attachments = tuple(Attachment(id=f"file-{salt}{i}", file_name=filler.make(str)) for i in files)
    resume: Resume[Any] = filler.fill(
        Resume,
        GOVERNING,
        id=f"resume-{salt}",
        candidate=owner,
        basics=Basics(
            name=name if present[2] else None,
            profile=attrs.evolve(filler.make(Profile), born=born),
            contact=Contact(
                mobile=mobile if present[0] else None,
                email=email if present[1] else None,
                homepage=Url(f"https://example.com/{make_id('home')}"),
            ),
            avatar=make_id("avatar"),
        ),
        strengths=filler.make(str) if draw(_has_strengths) else None,
        portfolio=tuple(filler.make(PortfolioItem) for _ in range(chance.choice(_FILES))),
        attachments=attachments,
        settings=draw(_settings),
        applications=tuple(draw(_application_lists(tuple(file.id for file in attachments)))),
        virtual_numbers=tuple(draw(virtual_numbers(owner, salt))),
        conversations=tuple(draw(_conversations)),
        consents=tuple(draw(_consents)),
        ip_region=draw(_regions),
        identity_verified=chance.random() < 0.5,
        age_verified=age_verified,
        revision=chance.choice(REVISIONS),
        community=_profile(salt, f"face-{salt}{chance.randrange(10**6)}", face=draw(_avatars)),
        account=account,
        deleted=is_deleted,
    )
    resume = filler.extend(resume, of)
    return remove_some_values(resume, chance) if is_incomplete else resume
