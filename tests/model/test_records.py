"""Every class of the model: checked, frozen, silent and comparable; and what a resume's parts must be together."""

import copy
import logging
import pickle
import types
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from typing import Any, get_args, get_origin

import attrs
import pytest

from each import each
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Company,
    Headhunter,
    InvalidValue,
    KeywordBlock,
    Language,
    NameDisplay,
    NoticeChannel,
    Part,
    Recipient,
    Recommender,
    RecordedCompany,
    Recruiter,
    Resume,
    School,
    Settings,
    SupportCase,
    Verification,
    Visibility,
)
from resume_visibility.model import (
    PUBLIC,
    Account,
    AgeVerified,
    Attachment,
    Basics,
    CampusContact,
    CampusProfile,
    CareerStage,
    Consent,
    Contact,
    Conversation,
    Gender,
    LegalOrder,
    MobileNumber,
    PersonName,
    PhoneNumber,
    PortfolioImage,
    PortfolioLink,
    Profile,
    ShareForm,
    Url,
    Video,
    VirtualNumber,
    YearMonth,
    campus_basics,
    campus_sections,
    sections,
)
from resume_visibility.model.building import Checked, Choice, Id, fields_of, is_model, members_of
from samples import CANARIES, MODEL, attribute, built, optional, required

CLASSES = each("cls", MODEL, ids=lambda cls: cls.__name__)
T0 = datetime(2026, 1, 1, tzinfo=UTC)


def problems(cls: type[Any], **given: Any) -> list[str]:
    """The paths at which an object cannot be built, once its message was found to hold no canary."""
    with pytest.raises(InvalidValue) as caught:
        built(cls, **given)
    assert caught.value.subject == cls.__name__
    message = f"{caught.value}{caught.value!r}".casefold()
    assert not [canary for canary in CANARIES if canary in message]
    return [problem.path for problem in caught.value.problems]


@CLASSES
def test_silent(cls: type[Any]) -> None:
    """No object shows what it holds when printed, formatted or logged."""
    one = built(cls)
    assert repr(one) == str(one) == f"{one}" == "{}".format(one) == f"<{cls.__name__}>"  # noqa: UP032  # each way
    record = logging.LogRecord("x", logging.INFO, "x", 1, "%s %r", (one, [one]), None)
    assert record.getMessage() == f"<{cls.__name__}> [<{cls.__name__}>]"


@CLASSES
def test_frozen(cls: type[Any]) -> None:
    """No field can be assigned or deleted, and no other can be added."""
    one = built(cls)
    for name, _ in fields_of(cls):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, name, getattr(one, name))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(one, name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.another = 1
    assert not hasattr(one, "__dict__")


@CLASSES
def test_equal_and_hashed(cls: type[Any]) -> None:
    """Objects of equal fields are equal and hash alike, copied and pickled too; of another class they are not."""
    one = built(cls)
    for same in (built(cls), copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert same == one
        assert hash(same) == hash(one)
    assert one not in [built(other) for other in MODEL if other is not cls]


@CLASSES
def test_evolve_checks_again(cls: type[Any]) -> None:
    """A changed copy is checked as a new object is."""
    one = built(cls)
    for name, _ in fields_of(cls):
        with pytest.raises(InvalidValue):
            attrs.evolve(one, **{name: object()})
    assert attrs.evolve(one) == one


@CLASSES
def test_all_problems_at_once(cls: type[Any]) -> None:
    """Where every field is wrong, every field is stated, in order."""
    names = [name for name, _ in fields_of(cls)]
    assert problems(cls, **dict.fromkeys(names, object())) == names


def not_of(annotation: Any) -> list[Any]:
    """Values that look like what this annotation accepts, and are not."""
    looks: list[Any] = [1.5, b"canary", ["canary"], {"canary": 1}, object]
    members = members_of(annotation)
    if types.NoneType not in members:
        looks.append(None)
    if annotation is not bool and bool not in members:
        looks.append(True)
    if int not in members:
        looks.append(76543210)
    if not {str, Id} & set(members):
        looks += ["canary", "true", ""]
    if get_origin(annotation) in (tuple, frozenset):
        other = list if get_origin(annotation) is tuple else tuple
        looks += [other(), get_origin(annotation)([None]), get_origin(annotation)([object])]
    return looks


@CLASSES
def test_wrong_types(cls: type[Any]) -> None:
    """No field takes a value of a type other than its own: nothing is converted."""
    for name, annotation in fields_of(cls):
        for value in not_of(annotation):
            assert {path.partition("[")[0] for path in problems(cls, **{name: value})} == {name}


@CLASSES
def test_texts_and_ids(cls: type[Any]) -> None:
    """No text is blank or holds what no screen or database can; no id is anything but an id."""
    for name, annotation in fields_of(cls):
        members = set(members_of(annotation)) | set(get_args(annotation) if get_origin(annotation) else ())
        for wrong, kind in [
            ("", str),
            (" \n", str),
            ("canary\0", str),
            ("\ud800", str),
            ("canary id", Id),
            ("a" * 65, Id),
        ]:
            if kind in members:
                many = get_origin(annotation) in (tuple, frozenset)
                given = get_origin(annotation)([wrong]) if many else wrong
                assert problems(cls, **{name: given}) == [f"{name}[0]" if many else name]


@CLASSES
def test_subclasses_are_refused(cls: type[Any]) -> None:
    """A field takes the very class it is declared with: an heir could say or hold anything."""
    for name, annotation in fields_of(cls):
        if is_model(annotation):
            heir = types.new_class("Heir", (annotation,))
            inner = built(annotation)
            changed = heir(**{field: getattr(inner, field) for field, _ in fields_of(annotation)})
            assert problems(cls, **{name: changed}) == [name]


def test_every_class_is_checked() -> None:
    """Every class that a resume or viewer can hold is checked when built, frozen and slotted."""
    assert len(MODEL) > 30
    for cls in MODEL:
        assert issubclass(cls, Checked)
        assert "__slots__" in vars(cls)
        assert len(required(cls)) + len(optional(cls)) == len(fields_of(cls))


def test_enumerations() -> None:
    """Every choice has a value of its own, in lower case or, for currencies, ISO's capitals; it is found and hashed."""
    kinds = [kind for kind in Choice.__subclasses__() if ".model." in kind.__module__]
    assert len(kinds) > 15
    for kind in kinds:
        values = [member.value for member in kind]
        assert len(kind.__members__) == len(set(values))
        assert all(
            isinstance(value, str)
            and value == (value.upper() if kind.__name__ == "Currency" else value.lower())
            for value in values
        )
        assert (
            {kind(value) for value in values}
            == set(kind)
            == {pickle.loads(pickle.dumps(member)) for member in kind}
        )
    assert issubclass(Choice, Enum)


def test_most_private() -> None:
    """Settings that nobody chose are the most private there are."""
    assert Settings() == Settings(
        visibility=Visibility.PRIVATE,
        name_display=NameDisplay.HONORIFIC,
        resume_permission=False,
        chat_permission=False,
        personalised_recommendation=False,
        nickname=NameDisplay.HONORIFIC,
        blocks=(),
        notices=frozenset(NoticeChannel),
    )


def resume(**given: Any) -> Resume:
    """A resume of the least there can be."""
    contact = Contact(mobile=MobileNumber("+8613987651234"))
    profile = Profile(
        gender=Gender.UNKNOWN,
        born=YearMonth(1990, 1),
        work_started=2014,
        residence="Canary Wharf",
        stage=CareerStage.WORKING,
    )
    basics = Basics(
        name=PersonName("Canary"), profile=profile, contact=contact, avatar=given.pop("avatar", None)
    )
    least: dict[str, Any] = {"id": "r", "candidate": "c", "basics": basics}
    return Resume(**least | given)


def paths(**given: Any) -> list[str]:
    """The paths at which a resume cannot be built."""
    with pytest.raises(InvalidValue) as caught:
        resume(**given)
    assert not [canary for canary in CANARIES if canary in str(caught.value).casefold()]
    return [problem.path for problem in caught.value.problems]


def test_least_resume() -> None:
    """A resume needs its ids; what is not given is missing, private, open and not deleted."""
    one = Resume(id="r", candidate="c")
    assert required(Resume) == ["id", "candidate"]
    assert (one.basics, one.basics.profile, one.basics.contact) == (Basics(), Profile(), Contact())
    assert one.settings == Settings()
    assert (one.account, one.deleted) == (Account.OPEN, False)
    assert (one.identity_verified, one.revision) == (False, "0")
    empty = [name for name in optional(Resume) if getattr(one, name) in (None, ())]
    assert set(optional(Resume)) - set(empty) == {
        "basics",
        "settings",
        "identity_verified",
        "revision",
        "account",
        "deleted",
    }


CONTENT = tuple(
    cls
    for module in (sections, campus_basics, campus_sections)
    for cls in vars(module).values()
    if is_model(cls) and cls.__module__ == module.__name__
)
ITEMS = {("Attachment", "id"), ("Video", "id"), ("PortfolioImage", "image"), ("PortfolioLink", "link")}


@each("cls", CONTENT, ids=lambda cls: cls.__name__)
def test_whatever_a_person_fills_in_may_be_missing(cls: type[Any]) -> None:
    """Of what a person fills in only ids and links are required; all that is left out is None, or empty."""
    needed = required(cls)
    assert {(cls.__name__, name) for name in needed} <= ITEMS
    least = cls(**{name: getattr(built(cls), name) for name in needed})
    empty = (None, (), Profile(), Contact(), CampusProfile(), CampusContact())
    assert all(getattr(least, name) in empty for name in optional(cls))


@pytest.mark.parametrize("age", [0, 151])
def test_verified_age(age: int) -> None:
    """A verified age is one that people have."""
    assert problems(AgeVerified, age=age) == ["age"]


def test_least_principals() -> None:
    """A viewer of whom nothing else is known has not signed in, is not verified, and only looks."""
    company = Company(name="canary")
    assert (company.id, company.aliases, company.group) == (None, (), None)
    recruiter, hunter = Recruiter(id="u", company=company), Headhunter(id="u", agency=company)
    assert (recruiter.signed_in, recruiter.verified) == (False, frozenset())
    assert (hunter.signed_in, hunter.verified, hunter.clients) == (False, frozenset(), None)
    member, school = CommunityMember(id="u"), School(id="s")
    assert (member.signed_in, school.signed_in, school.verified) == (False, False, False)
    for one in (member, school, Recommender(), Recipient(id="r", purpose="p")):
        assert (one.action, one.language) == (Action.VIEW, Language.ZH)
    assert recruiter.action is hunter.action is Action.VIEW
    assert recruiter.language is hunter.language is Language.ZH
    assert frozenset(Verification) == FULLY_VERIFIED


@pytest.mark.parametrize("year", [1899, 2201])
def test_work_started(year: int) -> None:
    """Work starts in a year from 1900 to 2200."""
    assert problems(Profile, work_started=year) == ["work_started"]
    assert built(Profile, work_started=1900).work_started == 1900
    assert built(Profile, work_started=2200).work_started == 2200


@pytest.mark.parametrize("cls", [Company, RecordedCompany])
@pytest.mark.parametrize(
    "sign", ["\n", "\r", "\t", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u200f", "\u061c"]
)
def test_a_company_is_called_in_one_line(cls: type[Any], sign: str) -> None:
    """A name that a notice shows neither breaks nor turns the sentence around it (NOTICE-1)."""
    assert problems(cls, name=f"某某{sign}公司") == ["name"]
    assert cls(name="某某\u3000公司\u200b").name


@pytest.mark.parametrize(
    ("cls", "field", "most"),
    [(Company, "name", 200), (RecordedCompany, "name", 200), (KeywordBlock, "keyword", 100)],
)
@pytest.mark.parametrize("unit", ["a", "司", "㍿", "ﷺ"])
def test_names_of_companies_have_a_length(cls: type[Any], field: str, most: int, unit: str) -> None:
    """What blocks compare (BLOCK-2) has a length in the form in which it is compared, and is never cut off."""
    fits = most // len(unicodedata.normalize("NFKC", unit))
    assert getattr(built(cls, **{field: unit * fits}), field) == unit * fits
    assert problems(cls, **{field: unit * (fits + 1)}) == [field]


def test_aliases_have_a_length_and_a_number() -> None:
    """A company has at most fifty aliases, each as long as a name."""
    assert len(Company(name="a", aliases=("a" * 200,) * 50).aliases) == 50
    assert problems(Company, name="a", aliases=("a", "a" * 201)) == ["aliases[1]"]
    assert problems(Company, name="a", aliases=("a",) * 51) == ["aliases"]


@pytest.mark.parametrize("keyword", ["\u200b", "\u2060\ufeff", "\u0301"])
def test_keyword_that_is_not_seen(keyword: str) -> None:
    """A keyword of nothing that can be seen, which would be found in every name, is refused (BLOCK-2)."""
    assert problems(KeywordBlock, keyword=keyword) == ["keyword"]


def line(id_: str = "v", **given: Any) -> VirtualNumber:
    """A virtual number of the candidate, for a year."""
    base: dict[str, Any] = {
        "id": id_,
        "candidate": "c",
        "number": PhoneNumber("+862112345678", "1"),
        "valid_from": T0,
        "valid_until": T0 + timedelta(365),
    }
    return VirtualNumber(**base | given)


def test_virtual_number_has_a_validity() -> None:
    """A virtual number ends after it begins (PHONE-3)."""
    for until in (T0, T0 - timedelta(microseconds=1)):
        assert problems(VirtualNumber, valid_from=T0, valid_until=until) == ["valid_until"]
    assert line(valid_until=T0 + timedelta(microseconds=1)).valid_from == T0


def test_virtual_number_of_another() -> None:
    """A resume refuses another candidate's virtual number (PHONE-3)."""
    assert paths(virtual_numbers=(line(candidate="d"),)) == ["virtual_numbers[0].candidate"]


def test_virtual_number_is_not_the_own() -> None:
    """A resume refuses a virtual number that is the candidate's own, with an extension or without (PHONE-1)."""
    own = "+8613987651234"
    numbers = (line("a", number=PhoneNumber(own, "1")), line("b", number=PhoneNumber(own)))
    assert paths(virtual_numbers=numbers) == ["virtual_numbers[0].number", "virtual_numbers[1].number"]


@pytest.mark.parametrize(
    ("other", "collides"),
    [
        ({}, True),
        ({"company": "co"}, True),
        ({"valid_from": T0 + timedelta(364), "valid_until": T0 + timedelta(999)}, True),
        ({"valid_from": T0 - timedelta(9), "valid_until": T0 + timedelta(microseconds=1)}, True),
        ({"valid_from": T0 + timedelta(365), "valid_until": T0 + timedelta(999)}, False),
        ({"valid_from": T0 - timedelta(9), "valid_until": T0}, False),
        ({"number": PhoneNumber("+862112345678", "2")}, False),
        ({"number": PhoneNumber("+862112345678")}, False),
        ({"number": PhoneNumber("+862112345679", "1")}, False),
    ],
)
def test_virtual_numbers_that_collide(other: dict[str, Any], collides: bool) -> None:
    """One number and extension is not bound twice for overlapping scopes and times, in any order (PHONE-3)."""
    one, two = line("a"), line("b", **other)
    for pair in ((one, two), (two, one)):
        assert pair[0].collides(pair[1]) is collides
        if collides:
            assert paths(virtual_numbers=pair) == ["virtual_numbers[1]"]
        else:
            assert resume(virtual_numbers=pair).virtual_numbers == pair


def test_virtual_numbers_by_company() -> None:
    """One number may be bound for two companies at once, and not twice for one of them (PHONE-3)."""
    a, b = line("a", company="co-a"), line("b", company="co-b")
    assert resume(virtual_numbers=(a, b)).virtual_numbers == (a, b)
    assert paths(virtual_numbers=(a, b, line("d", company="co-b"))) == ["virtual_numbers[2]"]
    assert paths(virtual_numbers=(a, b, line("d"))) == ["virtual_numbers[2]"]


def test_ids_are_distinct() -> None:
    """Attachments and virtual numbers have ids of their own within a resume."""
    pdf = Attachment(id="a", file_name="canary.pdf")
    assert paths(attachments=(pdf, attrs.evolve(pdf, id="b"), pdf, pdf)) == [
        "attachments[2].id",
        "attachments[3].id",
    ]
    again = line("v", number=PhoneNumber("+862112345679"))
    assert paths(virtual_numbers=(line("v"), again)) == ["virtual_numbers[1].id"]


@pytest.mark.parametrize(
    "number", ["13987651234", "x139.8765_1234", "8613987651234-1", "1-3-9-8-7-6-5-1-2-3-4"]
)
def test_ids_that_hold_the_number(number: str) -> None:
    """No id that views show is made of the candidate's mobile number, however it is divided (PHONE-1)."""
    assert paths(
        id=number,
        avatar=number,
        video=Video(id=number),
        attachments=(Attachment(id="a", file_name="canary"), Attachment(id=number, file_name="canary")),
        portfolio=(PortfolioLink(link=Url("https://example.com")), PortfolioImage(image=number)),
    ) == ["id", "basics.avatar", "portfolio[1].image", "attachments[1].id", "video.id"]


BLANK = ["\u200b", "\u3164", "\u2800 \u2060", "\u00ad\ufe0f", "\u115f\u1160"]
"""What is no white space and cannot be seen: format characters, Hangul fillers, an empty Braille pattern."""


@pytest.mark.parametrize("blank", BLANK)
@pytest.mark.parametrize(
    ("build", "path"),
    [
        (lambda blank: PersonName(blank), "full"),
        (lambda blank: Company(name=blank), "name"),
        (lambda blank: attrs.evolve(built(LegalOrder), basis=blank), "basis"),
        (lambda blank: attrs.evolve(built(LegalOrder), reference=blank), "reference"),
        (lambda blank: attrs.evolve(built(Consent), recipient_name=blank), "recipient_name"),
        (lambda blank: attrs.evolve(built(Consent), recipient_contact=blank), "recipient_contact"),
        (lambda blank: attrs.evolve(built(Consent), method=blank), "method"),
    ],
)
def test_what_names_somebody_can_be_seen(build: Any, path: str, blank: str) -> None:
    """A name, and what a consent or an order has to state, is refused without a character that can be seen (SHARE-2)."""
    with pytest.raises(InvalidValue) as caught:
        build(blank)
    assert [p for p in caught.value.problems if p.path == path and "can be seen" in p.expected]


def test_ids_that_do_not() -> None:
    """An id with other digits is fine, and so is a link, which views judge by themselves."""
    link = PortfolioLink(link=Url("https://example.com/13987651234"))
    assert resume(id="1398765123", avatar="3987651234", portfolio=(link,)).id == "1398765123"


def test_ids_that_hold_a_number_from_abroad() -> None:
    """A number from abroad is kept out of ids with its country code."""
    contact = Contact(mobile=MobileNumber("+85298765432"))
    basics = attrs.evolve(resume().basics, contact=contact)
    assert paths(basics=basics, id="x852-98765432") == ["id"]


def test_problems_of_a_resume_all_at_once() -> None:
    """What is wrong only together is stated all at once, too."""
    pdf = Attachment(id="a", file_name="canary.pdf")
    one = line("v", candidate="d")
    assert paths(id="13987651234", attachments=(pdf, pdf), virtual_numbers=(one, one)) == [
        "attachments[1].id",
        "virtual_numbers[1].id",
        "virtual_numbers[0].candidate",
        "virtual_numbers[1].candidate",
        "id",
        "virtual_numbers[1]",
    ]


def test_memo_is_not_a_field() -> None:
    """What a resume remembers cannot be given, is not compared, and is not shown."""
    assert not attribute(Resume, "memo").init
    one, two = resume(), resume()
    assert one.memo.get("canary", lambda: "canary") == "canary"
    assert one == two
    assert hash(one) == hash(two)
    assert "canary" not in repr(one).casefold()


MOMENT = timedelta(microseconds=1)


def consent(**given: Any) -> Consent:
    """A consent for a year."""
    base: dict[str, Any] = {
        "recipient": "r",
        "recipient_name": "Canary Academy",
        "recipient_contact": "canary@example.com",
        "purpose": "p",
        "method": "canary",
        "parts": frozenset({Part.REGION}),
        "begins": T0,
        "ends": T0 + timedelta(365),
    }
    return Consent(**base | given)


def test_least_consent() -> None:
    """A consent is to share, stands until it ends, and is the candidate's own, unless something else is said (SHARE-1)."""
    assert required(Consent) == [
        "recipient",
        "recipient_name",
        "recipient_contact",
        "purpose",
        "method",
        "parts",
        "begins",
        "ends",
    ]
    one = consent()
    assert (one.form, one.withdrawn, one.order) == (ShareForm.SHARE, None, None)
    assert consent(parts=frozenset()).parts == frozenset()


def test_consent_has_a_time() -> None:
    """A consent ends after it begins, in whatever time zones both are stated (SHARE-1)."""
    for ends in (T0, T0 - MOMENT, T0.astimezone(timezone(timedelta(hours=8)))):
        assert problems(Consent, begins=T0, ends=ends, order=None) == ["ends"]
    assert consent(ends=T0 + MOMENT).ends == T0 + MOMENT


def test_no_order_holds_before_its_date() -> None:
    """What an order of the law gives begins on its date or later (SHARE-2)."""
    order = LegalOrder(basis="b", reference="r", date=T0)
    for begins in (T0, T0 + MOMENT):
        assert consent(order=order, begins=begins).order is order
    assert problems(Consent, order=order, begins=T0 - MOMENT, ends=T0) == ["begins"]


@pytest.mark.parametrize("form", ShareForm)
def test_public_is_for_disclosures(form: ShareForm) -> None:
    """Everybody is the recipient of a disclosure, and of nothing else (SHARE-2)."""
    fits, other = (PUBLIC, "r") if form is ShareForm.DISCLOSURE else ("r", PUBLIC)
    assert consent(recipient=fits, form=form).form is form
    assert problems(Consent, recipient=other, form=form) == ["recipient"]


def test_public_is_spelled_so() -> None:
    """Only the id `public` is everybody: one that resembles it is anybody's."""
    assert PUBLIC == "public"
    for id_ in ("Public", "PUBLIC", "public-1"):
        assert consent(recipient=id_).recipient == id_
        assert problems(Consent, recipient=id_, form=ShareForm.DISCLOSURE) == ["recipient"]


def test_problems_of_a_consent_all_at_once() -> None:
    """A wrong end, a wrong beginning and a wrong recipient are all reported."""
    assert problems(Consent, recipient=PUBLIC, begins=T0, ends=T0, form=ShareForm.SHARE) == [
        "ends",
        "begins",
        "recipient",
    ]


@pytest.mark.parametrize(
    ("withdrawn", "void_from"),
    [
        (None, T0 + timedelta(365)),
        (T0 + timedelta(1), T0 + timedelta(1)),
        (T0 + timedelta(365), T0 + timedelta(365)),
        (T0 + timedelta(366), T0 + timedelta(365)),
        (T0, T0),
        (T0 - timedelta(1), T0 - timedelta(1)),
    ],
)
def test_consent_is_void_from(withdrawn: datetime | None, void_from: datetime) -> None:
    """A consent is void from its end or its withdrawal, whichever is first; withdrawn before it begins, it never holds."""
    assert consent(withdrawn=withdrawn).void_from == void_from


def test_order_of_the_law_is_whole() -> None:
    """An order of the law needs its basis, its reference and its date (SHARE-2)."""
    assert required(LegalOrder) == ["basis", "reference", "date"]
    assert optional(LegalOrder) == []
    assert problems(LegalOrder, basis=" ", reference="", date=None) == ["basis", "reference", "date"]


def test_conversation() -> None:
    """A conversation runs until it ends, which is after it began (CHAT-1)."""
    assert required(Conversation) == ["company", "since"]
    assert Conversation(company="co", since=T0).until is None
    for until in (T0, T0 - MOMENT, T0.astimezone(timezone(timedelta(hours=-8)))):
        assert problems(Conversation, since=T0, until=until) == ["until"]
    assert Conversation(company="co", since=T0, until=T0 + MOMENT).until == T0 + MOMENT


def test_conversations_and_consents_in_any_number() -> None:
    """A resume holds conversations and consents as they came, the same company and recipient more than once."""
    talk, given = Conversation(company="co", since=T0), consent()
    one = resume(conversations=(talk, talk), consents=(given, given))
    assert (one.conversations, one.consents) == ((talk, talk), (given, given))


def test_SUPPORT_1_nobody_is_on_both_sides_of_a_case() -> None:
    """A case whose complainant is complained of as well, or that closes before it opens, is refused with both problems."""
    opened = datetime(2026, 6, 1, tzinfo=UTC)
    with pytest.raises(InvalidValue) as caught:
        SupportCase(id="c", opened=opened, closed=opened, complainant="a", complained_of=frozenset({"a"}))
    assert [problem.path for problem in caught.value.problems] == ["closed", "complained_of"]
