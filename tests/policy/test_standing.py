"""Who is blocked, who was applied to, and what the modes and gates make of it: one promise a test."""

import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from typing import Any, cast
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import people
import resume_visibility
from agreed import explain, view_for
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Channel,
    Company,
    CompanyBlock,
    Headhunter,
    InvalidValue,
    KeywordBlock,
    Mailbox,
    NameDisplay,
    Owner,
    Part,
    Recruiter,
    Resume,
    ResumeView,
    Verification,
    Viewer,
    Visibility,
    Visitor,
    covered_by,
)
from resume_visibility.model import (
    Account,
    Application,
    Attachment,
    Block,
    Conversation,
    Email,
    Gender,
    MobileNumber,
    YearMonth,
)
from resume_visibility.model.names import folded
from resume_visibility.model.viewers import MOST_CLIENTS
from resume_visibility.policy import Clause, Standing, explanation
from resume_visibility.policy.index import Keywords, blocks_of
from work import calls_of

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MICROSECOND = timedelta(microseconds=1)
BEIJING = timezone(timedelta(hours=8))

ACME = Company(name="艾可美科技有限公司", id="acme", aliases=("ACME",), group="holding")
SISTER = Company(name="姐妹公司", id="sister", group="holding")
AGENCY = Company(name="某猎头公司", id="agency")
NAMELESS = Company(name="艾可美科技有限公司")
INBOX = Email("Jobs@acme.example")
FULL_CONTACT = people.resume().basics.contact
VIDEO = people.resume().video
LINE = attrs.evolve(people.line("v"), valid_from=NOW - DAY, valid_until=NOW + DAY)
GROWN_UP = YearMonth(1990, 1)
CONTACT = {Part.MOBILE, Part.MESSENGER, Part.EMAIL, Part.HOMEPAGE}
NEVER_SHOWN = {Part.NATIONAL_ID, Part.IP_REGION, Part.DELIVERY}
"""What of a resume no company is shown in a view."""


def resume(
    *blocks: Block, applications: tuple[Application, ...] = (), born: YearMonth = GROWN_UP, **settings: Any
) -> Resume:
    """A public resume, settings as given, with the files that applications carry here."""
    files = (Attachment(id="one", file_name="一.pdf"), Attachment(id="two", file_name="二.pdf"))
    whole = people.resume(attachments=files, virtual_numbers=(LINE,), applications=applications)
    woman = people.with_profile(whole, gender=Gender.FEMALE, born=born)
    return people.with_settings(woman, blocks=blocks, **settings)


def recruiter(company: Company = ACME, action: Action = Action.VIEW) -> Recruiter:
    return Recruiter(id="r", company=company, signed_in=True, verified=FULLY_VERIFIED, action=action)


def headhunter(agency: Company = AGENCY, *clients: Company, action: Action = Action.VIEW) -> Headhunter:
    return Headhunter(
        id="h", agency=agency, clients=clients, signed_in=True, verified=FULLY_VERIFIED, action=action
    )


def mailbox(address: Email = INBOX, company: Company = ACME, action: Action = Action.VIEW) -> Mailbox:
    return Mailbox(company=company, address=address, action=action)


def block(company: str = "acme", at: datetime = NOW - DAY, group: str | None = None) -> CompanyBlock:
    return CompanyBlock(company=company, at=at, group=group)


def word(keyword: str, at: datetime = NOW - DAY, group: str | None = None) -> KeywordBlock:
    return KeywordBlock(keyword=keyword, at=at, group=group)


def apply(
    at: datetime = NOW - DAY,
    *attachments: str,
    company: str = "acme",
    to: Email | None = None,
    withdrawn: datetime | None = None,
) -> Application:
    return Application(
        company=company, at=at, mailbox=to, attachments=frozenset(attachments), withdrawn=withdrawn
    )


def standing(viewer: Viewer, of: Resume, at: datetime = NOW) -> Standing:
    return explain(viewer, of, at=at).facts.standing


def see(viewer: Viewer, of: Resume, at: datetime = NOW) -> ResumeView:
    view = view_for(viewer, of, at=at)
    assert view is not None
    return view


def is_hidden(viewer: Viewer, of: Resume, at: datetime = NOW) -> bool:
    return view_for(viewer, of, at=at) is None


def allowed(viewer: Viewer, of: Resume) -> set[Action]:
    """The actions for which the viewer is shown something, tried one by one."""
    return {action for action in Action if not is_hidden(attrs.evolve(viewer, action=action), of)}


# --- The gates -------------------------------------------------------------------------------------------------------


def test_GATE_1_permission_off_hides_the_resume_from_everybody_else() -> None:
    """With the resume permission off nobody but the owner sees anything, applications included."""
    off = resume(resume_permission=False, applications=(apply(), apply(to=INBOX), apply(company="agency")))
    for viewer in (recruiter(), headhunter(), mailbox(), Visitor()):
        assert allowed(viewer, off) == set()


def test_GATE_1_permission_off_leaves_the_owner_their_resume() -> None:
    """With the resume permission off the owner still sees everything."""
    view = see(people.owner, resume(resume_permission=False))
    assert (view.withheld, view.contact.mobile) == (frozenset(), FULL_CONTACT.mobile)


@pytest.mark.parametrize("visibility", [Visibility.PUBLIC, Visibility.CHAT_ONLY])
def test_GATE_1_chat_permission_off_closes_the_chat_alone(visibility: Visibility) -> None:
    """With the chat permission off the chat is no channel, and every other channel stays."""
    on, off = resume(visibility=visibility), resume(visibility=visibility, chat_permission=False)
    channels = see(recruiter(), on).contact.channels
    assert Channel.CHAT in channels
    assert see(recruiter(), off).contact.channels == channels - {Channel.CHAT}


def test_GATE_1_chat_permission_off_holds_for_a_company_applied_to() -> None:
    """With the chat permission off an application opens no chat either."""
    view = see(recruiter(), resume(chat_permission=False, applications=(apply(),)))
    assert view.contact.channels == {Channel.EMAIL, Channel.VIRTUAL_NUMBER, Channel.MOBILE}


@pytest.mark.parametrize(
    ("deleted", "account"), [(True, Account.OPEN), (False, Account.CLOSED), (True, Account.CLOSED)]
)
def test_GATE_2_a_resume_that_is_gone_is_shown_to_nobody(deleted: bool, account: Account) -> None:
    """A deleted resume, and one of a closed account, is shown to nobody, its owner included."""
    there = resume(applications=(apply(), apply(to=INBOX), apply(company="agency")))
    removed = attrs.evolve(there, deleted=deleted, account=account)
    for viewer in (recruiter(), headhunter(), mailbox(), Visitor(), people.owner):
        assert allowed(viewer, removed) == set()


@pytest.mark.parametrize(
    ("born", "first"),
    [
        (YearMonth(2008, 5), datetime(2024, 6, 1, tzinfo=BEIJING)),
        (YearMonth(2008, 1), datetime(2024, 2, 1, tzinfo=BEIJING)),
        (YearMonth(2008, 12), datetime(2025, 1, 1, tzinfo=BEIJING)),  # into the next year
        (YearMonth(2008, 2), datetime(2024, 3, 1, tzinfo=BEIJING)),  # born on 29 February, perhaps
        (YearMonth(2007, 2), datetime(2023, 3, 1, tzinfo=BEIJING)),
        (YearMonth(2008, 5), datetime(2024, 5, 31, 16, tzinfo=UTC)),
        (YearMonth(2008, 5), datetime(2024, 5, 31, 6, tzinfo=timezone(timedelta(hours=-10)))),
        (YearMonth(2008, 5), datetime(2024, 6, 1, 6, tzinfo=timezone(timedelta(hours=14)))),
        (YearMonth(2008, 5), datetime(2024, 5, 31, 21, 45, tzinfo=timezone(timedelta(hours=5, minutes=45)))),
    ],
)
def test_GATE_3_the_resume_appears_on_the_first_day_after_the_birthday_month(
    born: YearMonth, first: datetime
) -> None:
    """Somebody is surely sixteen from the first instant of the next month in Beijing, whatever zone an instant is given in."""
    young = resume(born=born, applications=(apply(NOW - 999 * DAY),))
    assert is_hidden(recruiter(), young, first - MICROSECOND)
    assert not is_hidden(recruiter(), young, first)


def test_GATE_3_holds_on_29_february() -> None:
    """Born in February of a leap year one is not surely sixteen on the 29th, the last day of the month."""
    leap = resume(born=YearMonth(2008, 2))
    assert is_hidden(recruiter(), leap, datetime(2024, 2, 29, 12, tzinfo=BEIJING))


def test_GATE_3_hides_from_everybody_but_the_owner() -> None:
    """Who is not surely sixteen is shown to nobody else, applications included."""
    child = resume(born=YearMonth(2010, 1), applications=(apply(), apply(to=INBOX), apply(company="agency")))
    for viewer in (recruiter(), headhunter(), mailbox(), Visitor()):
        assert allowed(viewer, child) == set()
    assert allowed(people.owner, child) == {Action.VIEW, Action.EXPORT}


@pytest.mark.parametrize("missing", list(Verification))
def test_GATE_4_a_recruiter_needs_every_verification(missing: Verification) -> None:
    """A recruiter of whom one verification is missing sees nothing, an application notwithstanding."""
    unverified = attrs.evolve(recruiter(), verified=FULLY_VERIFIED - {missing})
    assert allowed(unverified, resume(applications=(apply(),))) == set()


def test_GATE_4_every_verification_is_all_it_needs() -> None:
    """A recruiter whose verifications were put together one by one sees what one who has them all sees."""
    collected = attrs.evolve(recruiter(), verified=frozenset(list(Verification)))
    assert see(collected, resume()) == see(recruiter(), resume())


def test_GATE_4_a_recruiter_needs_to_be_signed_in() -> None:
    """A recruiter who is not signed in sees nothing, an application notwithstanding."""
    assert allowed(attrs.evolve(recruiter(), signed_in=False), resume(applications=(apply(),))) == set()


def test_GATE_4_a_headhunter_is_verified_like_a_recruiter() -> None:
    """A headhunter who is not signed in, or of whom any verification is missing, sees nothing, applications included."""
    to_agency = resume(applications=(apply(company="agency"),))
    assert allowed(attrs.evolve(headhunter(), signed_in=False), to_agency) == set()
    for missing in Verification:
        partly = attrs.evolve(headhunter(), verified=FULLY_VERIFIED - {missing})
        assert allowed(partly, to_agency) == allowed(partly, resume()) == set()
        assert explain(partly, to_agency, at=NOW).clauses == (Clause.GATE_4,)
    assert not is_hidden(headhunter(), resume())


def test_ORDER_1_what_a_gate_or_a_block_closes_no_grant_opens() -> None:
    """Mode, application and conversation together open nothing that a gate or a later block closes."""
    granted = resume(applications=(apply(NOW - DAY, "one"),))
    granted = attrs.evolve(granted, conversations=(Conversation(company="acme", since=NOW - DAY),))
    assert allowed(recruiter(), granted) == set(Action)
    closed: dict[Clause, Resume] = {
        Clause.GATE_2: attrs.evolve(granted, deleted=True),
        Clause.GATE_1: attrs.evolve(
            granted, settings=attrs.evolve(granted.settings, resume_permission=False)
        ),
        Clause.BLOCK_1: attrs.evolve(
            granted, settings=attrs.evolve(granted.settings, blocks=(block(at=NOW),))
        ),
    }
    for clause, one in closed.items():
        assert allowed(recruiter(), one) == set()
        assert explain(recruiter(), one, at=NOW).clauses == (clause,)


def test_ORDER_1_every_gate_that_is_closed_is_cited() -> None:
    """Where several gates and a block refuse, the explanation names each of them, and no clause that would have granted."""
    young = resume(block(at=NOW), resume_permission=False, born=YearMonth(2015, 1), applications=(apply(),))
    unverified = attrs.evolve(recruiter(), verified=frozenset())
    clauses = explain(unverified, attrs.evolve(young, deleted=True), at=NOW).clauses
    assert clauses == (Clause.GATE_2, Clause.GATE_1, Clause.GATE_3, Clause.GATE_4, Clause.BLOCK_1)


def test_PARTS_1_a_mode_shows_every_section_and_the_avatar_without_contact() -> None:
    """In each mode, for viewing and in lists: all sections, name and avatar; no number, address, homepage, file or region."""
    for viewer, mode in (
        (recruiter(), Visibility.PUBLIC),
        (headhunter(), Visibility.HEADHUNTERS),
        (recruiter(), Visibility.CHAT_ONLY),
    ):
        for action in allowed(viewer, resume(visibility=mode)) - {Action.CHAT}:
            view = see(attrs.evolve(viewer, action=action), resume(visibility=mode))
            kept = {Part.VIRTUAL_NUMBER} if mode is Visibility.CHAT_ONLY else set[Part]()
            kept |= {Part.VIDEO} if isinstance(viewer, Headhunter) else set()
            assert view.withheld == kept | NEVER_SHOWN | CONTACT | {Part.ATTACHMENTS}


# --- The modes -------------------------------------------------------------------------------------------------------

PUBLIC_CHANNELS = {Channel.EMAIL, Channel.CHAT, Channel.VIRTUAL_NUMBER}


@pytest.mark.parametrize("viewer", [recruiter(), headhunter()])
def test_MODE_1_public_is_found_viewed_and_exported(viewer: Viewer) -> None:
    """A public resume is recommended, found, viewed, exported and chatted about by recruiters and headhunters."""
    everything = set(Action)
    assert allowed(viewer, resume()) == everything
    assert see(viewer, resume()).actions == everything


@pytest.mark.parametrize("viewer", [recruiter(), headhunter()])
def test_MODE_1_public_opens_every_channel_but_the_real_number(viewer: Viewer) -> None:
    """CONTACT-1: a public resume opens mail, chat and a virtual number; no real number, no address, no homepage."""
    contact = see(viewer, resume()).contact
    assert contact.channels == PUBLIC_CHANNELS
    assert (contact.mobile, contact.email, contact.homepage) == (None, None, None)
    assert contact.virtual_number is not None
    assert contact.virtual_number.number == LINE.number


@pytest.mark.parametrize("viewer", [recruiter(), headhunter()])
def test_MODE_2_chat_only_is_not_exported(viewer: Viewer) -> None:
    """A chat-only resume is recommended, found and viewed; nobody may take a copy."""
    chat_only = resume(visibility=Visibility.CHAT_ONLY)
    assert allowed(viewer, chat_only) == {Action.RECOMMEND, Action.SEARCH, Action.VIEW, Action.CHAT}
    assert Action.EXPORT not in see(viewer, chat_only).actions


@pytest.mark.parametrize("viewer", [recruiter(), headhunter()])
def test_MODE_2_chat_only_gives_no_number_of_any_kind(viewer: Viewer) -> None:
    """A chat-only resume opens the chat and nothing else: no number, no e-mail."""
    contact = see(viewer, resume(visibility=Visibility.CHAT_ONLY)).contact
    assert contact.channels == {Channel.CHAT}
    assert (contact.mobile, contact.virtual_number, contact.email) == (None, None, None)


def test_MODE_3_is_open_to_headhunters() -> None:
    """A resume for headhunters is recommended, found, viewed and exported by them, without the real number."""
    theirs = resume(visibility=Visibility.HEADHUNTERS)
    assert allowed(headhunter(), theirs) == set(Action)
    contact = see(headhunter(), theirs).contact
    assert contact.channels == PUBLIC_CHANNELS
    assert contact.mobile is None


def test_MODE_3_does_not_exist_for_a_recruiter() -> None:
    """To a recruiter a resume for headhunters does not exist, whatever they are about to do."""
    assert allowed(recruiter(), resume(visibility=Visibility.HEADHUNTERS)) == set()


@pytest.mark.parametrize("viewer", [recruiter(), headhunter(), mailbox(), Visitor()])
def test_MODE_4_private_is_found_by_nobody(viewer: Viewer) -> None:
    """A private resume is neither found nor viewed by anybody without an application."""
    assert allowed(viewer, resume(visibility=Visibility.PRIVATE)) == set()


def test_MODE_4_private_opens_to_a_company_applied_to() -> None:
    """A private resume is viewed by the company that the candidate applied to."""
    private = resume(visibility=Visibility.PRIVATE, applications=(apply(),))
    assert allowed(recruiter(), private) == {Action.VIEW, Action.EXPORT, Action.CHAT}
    assert allowed(recruiter(SISTER), private) == set()


# --- Blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("visibility", list(Visibility))
def test_BLOCK_1_a_blocked_company_sees_nothing(visibility: Visibility) -> None:
    """A blocked company sees nothing in any mode, whoever of it asks."""
    blocking = resume(block(), visibility=visibility, applications=(apply(NOW - 9 * DAY, to=INBOX),))
    for viewer in (recruiter(), headhunter(ACME), mailbox()):
        assert allowed(viewer, blocking) == set()
        assert standing(viewer, blocking) is Standing.BLOCKED


def test_BLOCK_1_leaves_the_other_companies_alone() -> None:
    """A block of one company changes nothing for another."""
    assert see(recruiter(SISTER), resume(block())) == see(recruiter(SISTER), resume())


def test_BLOCK_2_keyword_in_registered_name() -> None:
    """A keyword blocks the companies whose registered name holds it."""
    assert is_hidden(recruiter(), resume(word("可美科")))
    assert not is_hidden(recruiter(SISTER), resume(word("可美科")))


def test_BLOCK_2_keyword_is_found_wherever_it_stands() -> None:
    """A keyword of any length is found at the start of a name, at its end, and anywhere between."""
    name = "北京艾可美网络"
    for start in range(len(name)):
        for end in range(start + 1, len(name) + 1):
            assert is_hidden(recruiter(Company(name=name, id="x")), resume(word(name[start:end])))


def test_BLOCK_2_keyword_in_alias() -> None:
    """A keyword blocks the companies of which any alias holds it."""
    two = attrs.evolve(SISTER, aliases=("别名", "飞书北京"))
    assert is_hidden(recruiter(two), resume(word("飞书")))


@pytest.mark.parametrize(
    ("keyword", "name"),
    [
        ("acme", "ACME Ltd."),
        ("ACME", "acme ltd."),
        ("ＡＣＭＥ", "Acme Ltd."),
        ("acme", "ＡＣＭＥ（中国）"),
        ("(中国)", "某某（中国）有限公司"),
        ("STRASSE", "Straße GmbH"),
        ("ｶﾞｽ", "東京ガス"),
        ("caf\u00e9", "CAFE\u0301 上海"),
        ("ﬁnance", "Finance One"),
        ("字\u200b节", "字节跳动"),
        ("字节", "字\u200b节\ufeff跳动"),
        (" 字节 ", "字节跳动"),
        ("字节\u200b", "北京字节"),
        ("字节", "字\u2065节\ufff0跳动"),
        ("字\U000e0000节\U000e0fff", "字节跳动"),
        ("caf\u00e9", "CAFE\u200b\u0301 上海"),
        ("한국", "\u1112\ufe0f\u1161\u034f\u11ab국 회사"),
        ("がんば", "か\u2060\uff9eんば"),
        ("甲\u2504乙", "甲\u254d乙公司"),
    ],
)
def test_BLOCK_2_keyword_is_compared_folded(keyword: str, name: str) -> None:
    """A keyword meets a name in another width, case, composition, or with characters of no width in between."""
    assert standing(recruiter(Company(name=name, id="x")), resume(word(keyword))) is Standing.BLOCKED
    alias = Company(name="某", id="x", aliases=(name,))
    assert standing(recruiter(alias), resume(word(keyword))) is Standing.BLOCKED


@pytest.mark.parametrize(
    ("keyword", "name"),
    [("华为", "華為技術"), ("華為", "华为技术"), ("acme+", "acme"), ("字节跳动", "字节")],
)
def test_BLOCK_2_keyword_meets_no_other_words(keyword: str, name: str) -> None:
    """A keyword does not meet its simplified or traditional counterpart, or a name that holds but a piece of it."""
    assert standing(recruiter(Company(name=name, id="x")), resume(word(keyword))) is Standing.NONE


INVISIBLE_SIGNS = [
    sign
    for sign in map(chr, (*range(0x30000), *range(0xE0000, 0xE1000)))
    if unicodedata.category(sign) in ("Cf", "Cc") and not sign.isspace()
]


def test_BLOCK_2_no_letter_is_taken_apart_by_what_has_no_width() -> None:
    """Whatever a letter is composed of, and whatever has no width between its parts, it is the letter."""
    for point in range(0x30000):
        letter = chr(point)
        parts = unicodedata.normalize("NFD", letter)
        if len(parts) > 1 and letter.isalnum():
            assert folded("\u200b".join(parts)) == folded(letter), hex(point)
    newer = map(chr, range(0x13439, 0x13440))  # of Unicode 15, which Python 3.11 does not know
    for sign in (*INVISIBLE_SIGNS, *newer, "\u034f", "\ufe0f", "\u180b", "\u3164", "\U000e0100"):
        assert folded(f"e{sign}\u0301") == folded("\u00e9"), hex(ord(sign))


LETTERS = st.sampled_from("甲乙aZßé9ァ集")
TYPOGRAPHY = st.text(" .,-‐‑–—―'’‘`´・·（）()【】《》&!?、。/_\u200b\ufeff\u3000\u00ad" + "˙^¨ˈʼ", max_size=3)


@given(st.lists(st.tuples(TYPOGRAPHY, LETTERS, TYPOGRAPHY), min_size=2, max_size=8), st.data())
def test_BLOCK_2_keyword_is_compared_without_typography(
    pieces: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """However spaces, punctuation, dashes and unseen characters stand in a name or keyword, the word blocks the company."""
    name = "".join(map("".join, pieces))
    start = data.draw(st.integers(0, len(pieces) - 1))
    letters = [letter for _, letter, _ in pieces[start : data.draw(st.integers(start + 1, len(pieces)))]]
    keyword = "".join(data.draw(TYPOGRAPHY) + letter for letter in letters) + data.draw(TYPOGRAPHY)
    company = Company(name=name, id="x")
    assert is_hidden(recruiter(company), resume(word(keyword)))
    assert covered_by([word(keyword)], [company])[0] == (company,)


@pytest.mark.parametrize(
    ("keyword", "name"),
    [
        ("McDonald's", "McDonald’s"),
        ("Coca-Cola", "Coca‑Cola"),
        ("ABC集团", "ABC（集团）"),
        ("A B", "ab"),
    ],
)
def test_BLOCK_2_keyword_is_the_same_word_in_other_type(keyword: str, name: str) -> None:
    """The apostrophe, dash, bracket and space that a name is typeset with decide nothing, either way round."""
    assert is_hidden(recruiter(Company(name=name, id="x")), resume(word(keyword)))
    assert is_hidden(recruiter(Company(name=f"新{keyword}社", id="x")), resume(word(name)))


@pytest.mark.parametrize("keyword", ["--", "（）", "\u200b", "’", ".*"])
def test_BLOCK_2_keyword_of_which_nothing_is_left_is_refused(keyword: str) -> None:
    """A keyword that is all typography would block everybody or nobody, and is refused."""
    with pytest.raises(InvalidValue, match="keyword: expected at least one letter"):
        word(keyword)


def test_BLOCK_2_the_candidate_sees_which_companies_a_block_covers() -> None:
    """Of given companies those are shown, in their order, that the block names by id, group or a word in any name."""
    companies = (SISTER, AGENCY, ACME, NAMELESS)
    assert covered_by([block()], companies)[0] == (ACME,)
    assert covered_by([block("other", group="holding")], companies)[0] == (SISTER, ACME)
    assert covered_by([word("艾可美")], companies)[0] == (ACME, NAMELESS)
    assert covered_by([word("acme")], companies[::-1])[0] == (ACME,)
    assert covered_by([word("猎头", at=NOW + DAY)], iter(companies))[0] == (AGENCY,)
    assert covered_by([block()], ()) == ((),)
    assert covered_by((), companies) == ()
    assert covered_by([block(), word("艾可美")], companies) == ((ACME,), (ACME, NAMELESS))


WORDS_OF_FEW_LETTERS = st.text("abc", min_size=1, max_size=4)
COMPANIES_OF_FEW_LETTERS = st.builds(
    Company,
    id=st.none() | WORDS_OF_FEW_LETTERS,
    name=WORDS_OF_FEW_LETTERS,
    aliases=st.lists(WORDS_OF_FEW_LETTERS, max_size=2).map(tuple),
    group=st.none() | WORDS_OF_FEW_LETTERS,
)
BLOCKS_OF_FEW_LETTERS = st.one_of(
    st.builds(
        CompanyBlock, company=WORDS_OF_FEW_LETTERS, at=st.just(NOW), group=st.none() | WORDS_OF_FEW_LETTERS
    ),
    st.builds(
        KeywordBlock, keyword=WORDS_OF_FEW_LETTERS, at=st.just(NOW), group=st.none() | WORDS_OF_FEW_LETTERS
    ),
)


@given(st.lists(BLOCKS_OF_FEW_LETTERS, max_size=60), st.lists(COMPANIES_OF_FEW_LETTERS, max_size=5))
def test_BLOCK_2_many_blocks_cover_what_each_alone_covers(
    blocks: list[CompanyBlock | KeywordBlock], companies: list[Company]
) -> None:
    """However many blocks and companies there are: a block covers those of its id, of its group and with its word in a name."""

    def covers(block: CompanyBlock | KeywordBlock, company: Company) -> bool:
        if block.group is not None and block.group == company.group:
            return True
        if isinstance(block, CompanyBlock):
            return block.company == company.id
        return any(block.keyword in name for name in (company.name, *company.aliases))

    assert covered_by(blocks, companies) == tuple(
        tuple(company for company in companies if covers(block, company)) for block in blocks
    )


@pytest.mark.parametrize("number", [16, 17, 39])
def test_BLOCK_2_a_word_is_found_wherever_in_a_name_it_stands(number: int) -> None:
    """With few words, which are tried in turn, and with many, which are looked up: at the start, at the end and between."""
    words = ["".join(letters) for size in (1, 2, 3) for letters in product("abc", repeat=size)][-number:]
    keywords = blocks_of(map(word, words)).keywords
    for letters in product("abcd", repeat=5):
        name = "".join(letters)
        assert keywords.words_in([name]) == {one for one in words if one in name}


@given(
    st.sets(st.text("ab", min_size=1, max_size=20), min_size=17, max_size=60),
    st.lists(st.text("ab", max_size=40), max_size=3),
    st.integers(0, 40),
)
def test_BLOCK_2_a_word_of_any_length_is_found(words: set[str], names: list[str], cut: int) -> None:
    """Words that begin alike, and of which one is the beginning of another, are each found where they stand."""
    keywords = blocks_of(map(word, words)).keywords
    names = [*names, "".join(sorted(words))[cut:]]
    assert keywords.words_in(names) == {one for one in words if any(one in name for name in names)}


def test_LAW_6_each_name_is_searched_for_words_once() -> None:
    """A headhunter of as many clients with as many long names as there may be is explained after one search for each client."""
    clients = tuple(
        Company(id=f"c-{i}", name=f"{i}号", aliases=tuple(f"{i}_{j}{'长' * 150}" for j in range(50)))
        for i in range(MOST_CLIENTS)
    )
    asking = attrs.evolve(people.headhunter, clients=clients)
    blocked = people.with_settings(people.resume(), blocks=(word("丁"), word("戊")))
    with patch.object(Keywords, "words_in", autospec=True, side_effect=Keywords.words_in) as searched:
        explanation.explain(asking, blocked, at=NOW)
    assert searched.call_count == MOST_CLIENTS + 1  # and the agency


def test_LAW_6_blocks_and_companies_are_not_compared_in_pairs() -> None:
    """Three times as many blocks and companies are some three times the work to find which block covers which, and not nine times."""

    def work(number: int) -> int:
        blocks = [word(f"第{i}号") for i in range(number)]
        companies = [Company(id=f"c-{i}", name=f"第{i}号公司") for i in range(number)]
        return calls_of(lambda: covered_by(blocks, companies))

    assert work(300) < 4 * work(100)


def test_LAW_6_only_where_a_word_may_begin_it_is_looked_up() -> None:
    """Of words of a hundred lengths, those are looked up that begin with a character of the name, and no others."""
    tried: list[object] = []

    class Counted(dict[str, Any]):
        def __contains__(self, key: object) -> bool:
            tried.append(key)
            return super().__contains__(key)

    blocks = blocks_of(word(f"{chr(0x4E50 + i)}{'丙' * i}") for i in range(100))
    counted = attrs.evolve(blocks.keywords, instants=Counted(blocks.keywords.instants))
    name = f"{'丁' * 99}{chr(0x4E50 + 7)}{'丙' * 100}"
    assert counted.words_in([name]) == {f"{chr(0x4E50 + 7)}{'丙' * 7}"}
    assert len(tried) == 1


def test_BLOCK_2_what_is_no_block_or_company_is_refused() -> None:
    """Anything but a block and companies is a programmer's mistake."""
    with pytest.raises(TypeError, match="got str"):
        covered_by(cast("Any", ["acme"]), ())
    with pytest.raises(TypeError, match="expected each of companies to be a Company, got str"):
        covered_by([block()], cast("Any", ("acme",)))


def test_BLOCK_2_keyword_is_no_pattern() -> None:
    """The characters of a keyword mean themselves."""
    assert not is_hidden(recruiter(), resume(word("a.*e"), word("[ace]"), word("[a-z]+")))


def test_BLOCK_2_keyword_does_not_reach_over_two_names() -> None:
    """A keyword is to be found within one name, not where one ends and the next begins."""
    apart = Company(name="甲乙", id="x", aliases=("丙丁", "戊"))
    assert not is_hidden(recruiter(apart), resume(word("乙丙"), word("丁戊")))


def test_BLOCK_2_id_is_compared_exactly() -> None:
    """An id blocks the one company that has it: not a longer id, not another case, not a name."""
    for other in ("acm", "acme-2", "ACME"):
        assert not is_hidden(recruiter(), resume(block(other)))
    assert is_hidden(recruiter(), resume(block("acme")))
    assert not is_hidden(recruiter(Company(name="acme", id="x", group="acme")), resume(block("acme")))


def test_BLOCK_2_keyword_is_not_compared_with_ids() -> None:
    """A keyword is looked for in names, and not in the ids of a company and its group."""
    company = Company(name="某公司", id="acme", group="holding")
    assert not is_hidden(recruiter(company), resume(word("acme"), word("holding")))


@pytest.mark.parametrize("blocking", [block(group="holding"), word("可美", group="holding")])
def test_BLOCK_2_group_is_covered_when_the_candidate_says_so(blocking: Block) -> None:
    """A block that names the group covers every company of the group."""
    assert is_hidden(recruiter(SISTER), resume(blocking))
    assert not is_hidden(recruiter(Company(name="别家", id="x", group="another")), resume(blocking))
    assert not is_hidden(recruiter(Company(name="别家", id="x")), resume(blocking))


@pytest.mark.parametrize("blocking", [block(), word("可美")])
def test_BLOCK_2_group_is_not_covered_unasked(blocking: Block) -> None:
    """A block that names no group leaves the other companies of the group alone."""
    assert not is_hidden(recruiter(SISTER), resume(blocking))


def test_BLOCK_2_group_block_still_blocks_the_company_itself() -> None:
    """A block that names a group blocks its company even where that company has left the group."""
    assert is_hidden(recruiter(attrs.evolve(ACME, group=None)), resume(block(group="holding")))


def test_BLOCK_2_recruiter_is_judged_by_the_company_of_now() -> None:
    """A recruiter who changed company is judged by the one they act for now."""
    blocking = resume(block())
    same_person = attrs.evolve(recruiter(), company=SISTER)
    assert is_hidden(recruiter(), blocking)
    assert not is_hidden(same_person, blocking)


@pytest.mark.parametrize("later", [MICROSECOND, DAY, 36500 * DAY])
def test_BLOCK_2_future_block_blocks_at_once(later: timedelta) -> None:
    """A block dated in the future blocks at once, a present application notwithstanding."""
    assert is_hidden(recruiter(), resume(block(at=NOW + later), applications=(apply(NOW),)))


@pytest.mark.parametrize("at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_BLOCK_2_block_of_any_instant_blocks(at: datetime) -> None:
    """A block dated at the first or the last instant that can be written blocks like any other."""
    assert is_hidden(recruiter(), resume(block(at=at)))
    assert is_hidden(recruiter(), resume(word("可美", at=at)))
    assert is_hidden(recruiter(SISTER), resume(block(at=at, group="holding")))


def test_BLOCK_3_headhunter_of_a_blocked_agency() -> None:
    """A headhunter is blocked when their agency is, whoever the client."""
    blocking = resume(block("agency"))
    assert is_hidden(headhunter(), blocking)
    assert is_hidden(headhunter(AGENCY, ACME), blocking)


@pytest.mark.parametrize(
    "blocking", [block("acme"), word("ACME"), block("sister", group="holding")], ids=["id", "word", "group"]
)
def test_BLOCK_3_headhunter_for_a_blocked_client(blocking: Block) -> None:
    """A headhunter is blocked when the client they act for is, by id, keyword or group."""
    assert is_hidden(headhunter(AGENCY, ACME), resume(blocking))
    assert not is_hidden(headhunter(), resume(blocking))


def test_BLOCK_3_blocked_client_outweighs_an_application_to_the_agency() -> None:
    """A blocked client blocks even where the candidate applied to the agency afterwards."""
    both = resume(block(), applications=(apply(NOW, company="agency"),))
    assert is_hidden(headhunter(AGENCY, ACME), both)
    assert standing(headhunter(), both) is Standing.APPLIED


def test_BLOCK_3_client_applied_to_later_blocks_no_more() -> None:
    """A client to which the candidate applied after the block no longer blocks its headhunter, and opens nothing."""
    later = resume(block(at=NOW - DAY), applications=(apply(NOW),))
    assert standing(headhunter(AGENCY, ACME), later) is Standing.NONE
    assert see(headhunter(AGENCY, ACME), later).contact.mobile is None


def test_BLOCK_3_any_of_all_clients_blocks_a_headhunter() -> None:
    """One blocked company among the clients blocks, wherever it stands; the headhunter cannot choose another for a request."""
    blocking = resume(block())
    for clients in ((ACME, SISTER), (SISTER, ACME), (SISTER, ACME, AGENCY)):
        assert is_hidden(headhunter(AGENCY, *clients), blocking)
        assert standing(headhunter(AGENCY, *clients), blocking) is Standing.BLOCKED
    assert not is_hidden(headhunter(AGENCY, SISTER, AGENCY), blocking)


def test_BLOCK_3_each_client_is_lifted_by_its_own_application() -> None:
    """Of two blocked clients, an application to one leaves the other blocked; one to each lifts both."""
    blocks, to_acme = (block(), block("sister")), apply(NOW)
    both = headhunter(AGENCY, ACME, SISTER)
    assert is_hidden(both, resume(*blocks, applications=(to_acme,)))
    assert not is_hidden(both, resume(*blocks, applications=(to_acme, apply(NOW, company="sister"))))


def test_LAW_6_no_client_is_matched_twice_however_many_there_are() -> None:
    """Of the most clients that a headhunter can have, the second view takes as little work for each as of a few."""
    words = resume(*(word(f"别家{i}") for i in range(20)))

    def work(number: int) -> int:
        clients = [Company(id=f"client-{i}", name=f"客户公司第{i}分公司") for i in range(number)]
        viewer = headhunter(AGENCY, *clients)
        return calls_of(lambda: resume_visibility.view_for(viewer, words, at=NOW))

    assert work(500) < 3 * work(200)


def test_BLOCK_3_unknown_clients_are_not_no_clients() -> None:
    """BLOCK-4: clients that the platform does not know block as soon as anybody is blocked; none at all never do."""
    unknown = attrs.evolve(headhunter(), clients=None)
    assert not is_hidden(unknown, resume())
    for blocking in (resume(block("other")), resume(block("other", at=NOW + DAY)), resume(word("无关"))):
        assert is_hidden(unknown, blocking)
        assert not is_hidden(headhunter(), blocking)
    to_agency = resume(block("other"), applications=(apply(NOW, company="agency"),))
    assert is_hidden(unknown, to_agency)


def test_BLOCK_4_company_without_id_is_blocked_with_anybody() -> None:
    """A company that cannot be identified is blocked as soon as the resume blocks anybody at all."""
    for blocking in (block("someone-else"), word("与此无关"), block("x", at=NOW + DAY)):
        assert is_hidden(recruiter(NAMELESS), resume(blocking))
        assert is_hidden(headhunter(NAMELESS), resume(blocking))
        assert is_hidden(headhunter(AGENCY, NAMELESS), resume(blocking))


def test_BLOCK_4_company_without_id_is_not_blocked_without_blocks() -> None:
    """A company that cannot be identified sees a public resume that blocks nobody."""
    assert standing(recruiter(NAMELESS), resume()) is Standing.NONE
    assert not is_hidden(recruiter(NAMELESS), resume())
    assert not is_hidden(headhunter(AGENCY, NAMELESS), resume())


def test_BLOCK_4_no_application_opens_to_a_company_without_id() -> None:
    """A company that cannot be identified stays blocked whatever application was sent afterwards."""
    assert is_hidden(recruiter(NAMELESS), resume(block(), applications=(apply(NOW),)))


# --- Applications ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("visibility", list(Visibility))
def test_APPLY_1_application_opens_the_resume_whatever_the_visibility(visibility: Visibility) -> None:
    """A company applied to views the resume in every mode, with the real number, e-mail and every channel."""
    view = see(recruiter(), resume(visibility=visibility, applications=(apply(),)))
    assert view.contact.channels == set(Channel)
    contact = view.contact
    assert (contact.mobile, contact.email, contact.homepage) == attrs.astuple(FULL_CONTACT, recurse=False)
    assert view.withheld == NEVER_SHOWN | {Part.ATTACHMENTS}


def test_APPLY_1_every_recruiter_of_the_company_sees_the_resume_as_it_is_now() -> None:
    """Years after the application, a colleague sees the number that the candidate has by then (the readings APPLY-1/3 and 4)."""
    sent = resume(visibility=Visibility.PRIVATE, applications=(apply(),))
    basics = sent.basics
    contact = attrs.evolve(basics.contact, mobile=MobileNumber("+8613900139000"))
    now = attrs.evolve(sent, basics=attrs.evolve(basics, contact=contact))
    colleague = attrs.evolve(recruiter(), id="another")
    assert see(colleague, now, NOW + 1_000 * DAY).contact.mobile == contact.mobile


def test_APPLY_1_opens_nothing_to_others() -> None:
    """An application to one company opens nothing to another, or to somebody of no company."""
    private = resume(visibility=Visibility.PRIVATE, applications=(apply(),))
    for viewer in (recruiter(SISTER), headhunter(), Visitor(), Owner(candidate="another")):
        assert allowed(viewer, private) == set()


def test_APPLY_2_attachments_are_those_the_application_carried() -> None:
    """A company sees the attachments its own application carried, and no other."""
    one = resume(applications=(apply(NOW, "one"), apply(NOW, "two", company="sister")))
    assert [a.id for a in see(recruiter(), one).sections.attachments] == ["one"]
    assert [a.id for a in see(recruiter(SISTER), one).sections.attachments] == ["two"]


def test_APPLY_2_attachments_of_several_applications() -> None:
    """Of several applications in force each adds the attachments that it carried."""
    both = resume(applications=(apply(NOW - DAY, "two"), apply(NOW), apply(NOW, "one")))
    assert [a.id for a in see(recruiter(), both).sections.attachments] == ["one", "two"]


def test_APPLY_2_application_without_attachments_shows_none() -> None:
    """An application that carried no attachment shows none, and neither does a public resume."""
    bare = resume(applications=(apply(),))
    for viewer in (recruiter(), recruiter(SISTER)):
        view = see(viewer, bare)
        assert view.sections.attachments == ()
        assert Part.ATTACHMENTS in view.withheld


def test_APPLY_2_attachment_that_is_gone_is_not_shown() -> None:
    """An attachment that the resume no longer holds is not shown by the application that carried it."""
    assert see(recruiter(), resume(applications=(apply(NOW, "gone"),))).sections.attachments == ()


def test_APPLY_2_attachments_of_the_future_are_not_shown() -> None:
    """An attachment carried by an application dated after the view is not shown yet."""
    two = resume(applications=(apply(NOW, "one"), apply(NOW + MICROSECOND, "two")))
    assert [a.id for a in see(recruiter(), two).sections.attachments] == ["one"]


def test_APPLY_3_video_is_shown_by_an_application() -> None:
    """The video is shown to a company applied to in every mode."""
    for visibility in Visibility:
        applied = resume(visibility=visibility, applications=(apply(),))
        assert see(recruiter(), applied).sections.video == VIDEO


def test_APPLY_3_video_is_shown_with_a_public_resume() -> None:
    """The video is shown to recruiters to whom the resume is public, without an application."""
    for visibility in (Visibility.PUBLIC, Visibility.CHAT_ONLY):
        assert see(recruiter(), resume(visibility=visibility)).sections.video == VIDEO


def test_APPLY_3_video_is_never_shown_to_headhunters() -> None:
    """No mode and no application shows the video to a headhunter, whom the sentence does not name."""
    for visibility in Visibility:
        to_agency = resume(visibility=visibility, applications=(apply(NOW, "one", company="agency"),))
        view = see(headhunter(), to_agency)
        assert view.sections.video is None
        assert Part.VIDEO in view.withheld


def test_APPLY_4_mailbox_gets_the_resume_without_a_channel() -> None:
    """A mailbox that an application was delivered to gets the online resume and no contact detail at all."""
    view = see(mailbox(), resume(applications=(apply(to=INBOX),)))
    assert view.withheld == NEVER_SHOWN | CONTACT | {Part.VIRTUAL_NUMBER, Part.ATTACHMENTS, Part.VIDEO}
    assert view.contact.channels == frozenset()
    assert (view.contact.mobile, view.contact.email, view.contact.virtual_number) == (None, None, None)


def test_APPLY_4_attachments_and_video_wait_for_sign_in() -> None:
    """A mailbox is shown neither attachments nor the video; a recruiter who signs in is."""
    delivered = resume(applications=(apply(NOW, "one", to=INBOX),))
    box, signed_in = see(mailbox(), delivered), see(recruiter(), delivered)
    assert (box.sections.attachments, box.sections.video) == ((), None)
    assert [a.id for a in signed_in.sections.attachments] == ["one"]
    assert (signed_in.sections.video, signed_in.contact.mobile) == (VIDEO, FULL_CONTACT.mobile)


def test_APPLY_4_mailbox_may_only_view() -> None:
    """A mailbox is shown what was delivered and may do nothing else, in a public resume too."""
    assert allowed(mailbox(), resume(applications=(apply(to=INBOX),))) == {Action.VIEW}


@pytest.mark.parametrize("address", ["jobs@acme.example", "JOBS@ACME.EXAMPLE", "Jobs@Acme.Example"])
def test_APPLY_4_mailbox_is_the_same_in_any_case(address: str) -> None:
    """The address of a mailbox is compared without regard to case."""
    assert not is_hidden(mailbox(Email(address)), resume(applications=(apply(to=INBOX),)))


def test_APPLY_4_mailbox_gets_only_what_was_delivered_to_it() -> None:
    """A mailbox gets nothing by an application on the platform, to another mailbox or to another company."""
    other = Email("hr@acme.example")
    assert is_hidden(
        mailbox(), resume(applications=(apply(), apply(to=other), apply(company="sister", to=INBOX)))
    )
    assert is_hidden(mailbox(company=NAMELESS), resume(applications=(apply(to=INBOX),)))
    assert is_hidden(mailbox(), resume())


def test_APPLY_4_mailbox_is_blocked_by_a_later_block() -> None:
    """A mailbox of a company that was blocked after the delivery sees nothing more."""
    assert is_hidden(mailbox(), resume(block(at=NOW), applications=(apply(NOW - DAY, to=INBOX),)))
    assert not is_hidden(mailbox(), resume(block(at=NOW - DAY), applications=(apply(NOW, to=INBOX),)))


def test_APPLY_4_application_on_the_platform_does_not_unblock_a_mailbox() -> None:
    """A delivery from before a block stays blocked, an application on the platform afterwards notwithstanding."""
    again = resume(block(at=NOW - DAY), applications=(apply(NOW - 2 * DAY, to=INBOX), apply(NOW)))
    assert is_hidden(mailbox(), again)
    assert not is_hidden(recruiter(), again)


def test_APPLY_4_mailbox_sees_the_honorific() -> None:
    """A mailbox sees the name that the candidate chose to show."""
    delivered = resume(name_display=NameDisplay.HONORIFIC, applications=(apply(to=INBOX),))
    assert see(mailbox(), delivered).display_name == "张女士"


def test_APPLY_5_application_grants_viewing_and_export() -> None:
    """An application grants viewing and export, where the visibility grants no export too."""
    chat_only = resume(visibility=Visibility.CHAT_ONLY, applications=(apply(),))
    assert {Action.VIEW, Action.EXPORT} <= allowed(recruiter(), chat_only)
    view = see(recruiter(action=Action.EXPORT), chat_only)
    assert view.contact.mobile == FULL_CONTACT.mobile


@pytest.mark.parametrize("listed", [Action.RECOMMEND, Action.SEARCH])
def test_APPLY_5_lists_follow_the_visibility(listed: Action) -> None:
    """In lists an application adds nothing: a private resume is not there, a public one is without the real number."""
    applications = (apply(NOW, "one"),)
    private = resume(visibility=Visibility.PRIVATE, applications=applications)
    assert is_hidden(recruiter(action=listed), private)
    view = see(recruiter(action=listed), resume(applications=applications))
    assert view.contact.channels == PUBLIC_CHANNELS
    assert view.contact.mobile is None
    assert view.sections.attachments == ()


def test_APPLY_6_later_block_holds() -> None:
    """A block after the application closes the resume."""
    assert is_hidden(recruiter(), resume(block(at=NOW), applications=(apply(NOW - MICROSECOND),)))


def test_APPLY_6_later_application_holds() -> None:
    """An application after the block opens the resume, be it by one microsecond."""
    later = resume(block(at=NOW - MICROSECOND), applications=(apply(NOW),))
    assert standing(recruiter(), later) is Standing.APPLIED


def test_APPLY_6_at_the_same_instant_the_block_holds() -> None:
    """Of an application and a block at the same instant, in whatever zones, the block holds."""
    assert is_hidden(recruiter(), resume(block(at=NOW), applications=(apply(NOW),)))
    elsewhere = NOW.astimezone(BEIJING)
    assert is_hidden(recruiter(), resume(block(at=elsewhere), applications=(apply(NOW),)))


def test_APPLY_6_order_is_of_instants_and_not_of_clocks() -> None:
    """Which came later is stated by the instants, though the clocks on the wall say the contrary."""
    block_at = datetime(2024, 6, 1, 10, tzinfo=BEIJING)  # 02:00 UTC
    apply_at = datetime(2024, 6, 1, 3, tzinfo=UTC)
    assert not is_hidden(recruiter(), resume(block(at=block_at), applications=(apply(apply_at),)))


def test_APPLY_6_later_application_holds_against_a_group_block() -> None:
    """An application after a block by group opens the resume to that company and leaves the group blocked."""
    later = resume(block("sister", at=NOW - DAY, group="holding"), applications=(apply(NOW),))
    assert standing(recruiter(), later) is Standing.APPLIED
    assert standing(recruiter(SISTER), later) is Standing.BLOCKED


def test_APPLY_6_later_application_holds_against_a_keyword() -> None:
    """An application after a block by keyword opens the resume to that company."""
    later = resume(word("可美", at=NOW - DAY), applications=(apply(NOW),))
    assert standing(recruiter(), later) is Standing.APPLIED


@pytest.mark.parametrize(
    "last", [block(at=NOW), word("acme", at=NOW), block("sister", at=NOW, group="holding")]
)
def test_APPLY_6_the_last_of_several_blocks_counts(last: Block) -> None:
    """Of several blocks that cover a company the latest is the one an application has to follow."""
    first, between = block(at=NOW - 2 * DAY), (apply(NOW - DAY),)
    assert not is_hidden(recruiter(), resume(first, applications=between))
    assert is_hidden(recruiter(), resume(first, last, applications=between))
    assert is_hidden(recruiter(), resume(last, first, applications=between))


@pytest.mark.parametrize("number", range(1, 8))
def test_APPLY_6_the_last_counts_of_however_many(number: int) -> None:
    """Of any number of blocks, and of any number of applications, the last alone is compared."""
    acts = [NOW - (number - i) * DAY for i in range(number)]
    between = acts[-1] - timedelta(microseconds=1)
    blocks, applications = (tuple(block(at=at) for at in acts), tuple(apply(at) for at in acts))
    assert standing(recruiter(), resume(*blocks, applications=(apply(between),))) is Standing.BLOCKED
    assert standing(recruiter(), resume(block(at=between), applications=applications)) is Standing.APPLIED


def test_APPLY_6_order_in_the_lists_says_nothing() -> None:
    """The acts are ordered by their instants, and not by where they stand in the lists."""
    old, new = apply(NOW - 3 * DAY), apply(NOW)
    for applications in ((old, new), (new, old)):
        assert not is_hidden(recruiter(), resume(block(at=NOW - DAY), applications=applications))


def test_APPLY_6_application_counts_from_its_own_instant_on() -> None:
    """An application counts at its own instant, and one microsecond earlier does not."""
    private = resume(visibility=Visibility.PRIVATE, applications=(apply(NOW),))
    assert not is_hidden(recruiter(), private, NOW)
    assert is_hidden(recruiter(), private, NOW - MICROSECOND)


def test_APPLY_6_future_application_does_not_lift_a_block() -> None:
    """An application dated after the view does not lift a block yet, even where an earlier one is in the list."""
    blocking = resume(block(at=NOW - DAY), applications=(apply(NOW + MICROSECOND), apply(NOW - 2 * DAY)))
    assert is_hidden(recruiter(), blocking)
    assert not is_hidden(recruiter(), blocking, NOW + MICROSECOND)


def test_APPLY_6_block_ends_what_earlier_applications_carried() -> None:
    """Attachments carried before a block stay hidden when the candidate applies again without them."""
    again = resume(block(at=NOW - DAY), applications=(apply(NOW - 2 * DAY, "one"), apply(NOW, "two")))
    assert [a.id for a in see(recruiter(), again).sections.attachments] == ["two"]
    bare = resume(block(at=NOW - DAY), applications=(apply(NOW - 2 * DAY, "one"), apply(NOW)))
    assert standing(recruiter(), bare) is Standing.APPLIED


def test_APPLY_6_application_of_the_first_instant_counts() -> None:
    """An application dated at the first instant that can be written counts like any other."""
    application = apply(datetime.min.replace(tzinfo=UTC), "one")
    first = resume(visibility=Visibility.PRIVATE, applications=(application,))
    assert [a.id for a in see(recruiter(), first).sections.attachments] == ["one"]


def test_APPLY_6_two_thousand_acts_are_still_right() -> None:
    """Among 2 000 blocks and 2 000 applications the last act on the viewer's company decides."""
    minute = timedelta(minutes=1)
    blocks = [block(f"c{i}", at=NOW - i * minute) for i in range(2_000)]
    applications = tuple(
        apply(NOW - i * minute + (minute if i % 2 else -minute) / 2, company=f"c{i}") for i in range(2_000)
    )
    many = resume(*blocks, applications=applications, visibility=Visibility.PRIVATE)
    for i in (1, 2, 999, 1_000, 1_998, 1_999):
        company = Company(name="某", id=f"c{i}")
        assert standing(recruiter(company), many) is (Standing.APPLIED if i % 2 else Standing.BLOCKED)
    assert standing(recruiter(Company(name="某", id="c2000")), many) is Standing.NONE


def test_APPLY_6_two_thousand_keywords_are_still_right() -> None:
    """Among 2 000 keywords the one that a name holds blocks, and the application after it opens."""
    words = [word(f"词{i}号", at=NOW - DAY) for i in range(2_000)]
    many = resume(*words, applications=(apply(NOW, company="x"), apply(NOW - 2 * DAY, company="y")))
    assert standing(recruiter(Company(name="有词1999号的公司", id="x")), many) is Standing.APPLIED
    assert standing(recruiter(Company(name="有词1999号的公司", id="y")), many) is Standing.BLOCKED
    assert standing(recruiter(Company(name="有词2000号的公司", id="z")), many) is Standing.NONE


def test_APPLY_7_application_opens_to_no_other_company_of_the_group() -> None:
    """An application opens the resume to the company it was sent to, not to its sisters."""
    private = resume(visibility=Visibility.PRIVATE, applications=(apply(),))
    assert not is_hidden(recruiter(), private)
    assert is_hidden(recruiter(SISTER), private)


def test_APPLY_7_company_is_identified_by_its_id() -> None:
    """An application opens to the id it was sent to, exactly, whatever the company is called."""
    private = resume(visibility=Visibility.PRIVATE, applications=(apply(),))
    assert not is_hidden(recruiter(Company(name="改名后的公司", id="acme")), private)
    for other in (attrs.evolve(ACME, id="Acme"), attrs.evolve(ACME, id="acme2"), NAMELESS):
        assert is_hidden(recruiter(other), private)


def test_APPLY_7_headhunter_stands_as_their_agency() -> None:
    """An application to the client opens nothing to the headhunter; one to the agency does, whoever the client."""
    to_client = resume(visibility=Visibility.PRIVATE, applications=(apply(),))
    assert is_hidden(headhunter(AGENCY, ACME), to_client)
    to_agency = resume(visibility=Visibility.PRIVATE, applications=(apply(company="agency"),))
    assert not is_hidden(headhunter(AGENCY, ACME), to_agency)


@pytest.mark.parametrize("visibility", list(Visibility))
def test_APPLY_7_an_application_to_an_agency_opens_what_MODE_1_would(visibility: Visibility) -> None:
    """In every mode: viewing, export and chat, mail and a virtual number, and what it carried; no contact detail."""
    to_agency = resume(visibility=visibility, applications=(apply(NOW, "one", company="agency"),))
    assert {Action.VIEW, Action.EXPORT, Action.CHAT} <= allowed(headhunter(), to_agency)
    view = see(headhunter(), to_agency)
    assert view.contact.channels == PUBLIC_CHANNELS
    assert (view.contact.mobile, view.contact.email, view.contact.homepage) == (None, None, None)
    assert view.contact.virtual_number is not None
    assert [a.id for a in view.sections.attachments] == ["one"]
    assert view.withheld == NEVER_SHOWN | CONTACT | {Part.VIDEO}
    assert see(headhunter(), to_agency) == see(headhunter(), attrs.evolve(to_agency, video=None))


def test_APPLY_8_withdrawn_counts_to_the_microsecond_before() -> None:
    """A withdrawn application opens the resume until its withdrawal, and from that instant on opens nothing."""
    private = resume(visibility=Visibility.PRIVATE, applications=(apply(NOW - DAY, "one", withdrawn=NOW),))
    assert [a.id for a in see(recruiter(), private, NOW - MICROSECOND).sections.attachments] == ["one"]
    assert see(recruiter(), private, NOW - MICROSECOND).fresh_until == NOW
    assert allowed(recruiter(), private) == set()


def test_APPLY_8_withdrawn_at_once_never_counts() -> None:
    """An application that was withdrawn at its own instant opens nothing at any instant."""
    private = resume(visibility=Visibility.PRIVATE, applications=(apply(NOW, withdrawn=NOW),))
    assert all(is_hidden(recruiter(), private, at) for at in (NOW - DAY, NOW, NOW + DAY))


def test_APPLY_8_another_application_goes_on_counting() -> None:
    """Of several applications the withdrawn one alone is void, and what it alone carried is shown no more."""
    both = (apply(NOW - 2 * DAY, "one"), apply(NOW - DAY, "two", withdrawn=NOW))
    for applications in (both, both[::-1]):
        private = resume(visibility=Visibility.PRIVATE, applications=applications)
        assert [a.id for a in see(recruiter(), private, NOW - MICROSECOND).sections.attachments] == [
            "one",
            "two",
        ]
        assert [a.id for a in see(recruiter(), private).sections.attachments] == ["one"]


def test_APPLY_8_a_block_that_a_withdrawn_application_lifted_holds_again() -> None:
    """A withdrawn application no longer follows a block: of a company, and of a headhunter's client."""
    lifted = resume(block(at=NOW - 2 * DAY), applications=(apply(NOW - DAY, withdrawn=NOW),))
    for viewer in (recruiter(), headhunter(AGENCY, ACME)):
        view = see(viewer, lifted, NOW - MICROSECOND)
        assert view.fresh_until == NOW
        assert is_hidden(viewer, lifted)


def test_APPLY_8_withdrawn_from_an_unblocked_client_shortens_no_headhunters_view() -> None:
    """An application to a client opens nothing, so that its withdrawal is not read off a headhunter's view."""
    soon = resume(block("other"), applications=(apply(NOW - DAY, withdrawn=NOW + HOUR),))
    assert see(headhunter(AGENCY, ACME), soon).fresh_until == NOW + 2 * HOUR


def test_APPLY_8_withdrawn_closes_a_mailbox() -> None:
    """What was delivered to a mailbox and withdrawn since is shown there no more."""
    delivered = resume(applications=(apply(NOW - DAY, to=INBOX, withdrawn=NOW),))
    assert see(mailbox(), delivered, NOW - MICROSECOND).fresh_until == NOW
    assert is_hidden(mailbox(), delivered)


def test_APPLY_8_a_deleted_attachment_is_shown_nowhere() -> None:
    """An attachment that the resume no longer holds is shown neither by the application that carried it nor to the owner."""
    gone = resume(applications=(apply(NOW, "one", "gone"),))
    assert [a.id for a in see(recruiter(), gone).sections.attachments] == ["one"]
    assert [a.id for a in see(people.owner, gone).sections.attachments] == ["one", "two"]
