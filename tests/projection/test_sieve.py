"""Rows whose texts are not searched: none of them passes of which a whole view hides anything."""

import re
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import people
from each import each
from odd_texts import codes_and, encoded
from own import OurBasics, OurProfile, OurResume, OurWork
from pace import examples
from resume_visibility import POLICY_2023_04, NameDisplay, Part, Policy, Resume, ResumeView, view_for
from resume_visibility.lists import views_for
from resume_visibility.model import (
    Basics,
    Contact,
    Education,
    Email,
    Intention,
    MobileNumber,
    PersonName,
    PhoneNumber,
    PortfolioLink,
    Profile,
    Url,
    Work,
)
from resume_visibility.projection import release, sieve
from resume_visibility.projection.kept import restore
from resume_visibility.projection.redactor import collect_known
from resume_visibility.projection.rows import Rows
from resume_visibility.projection.sieve import Sieve
from resume_visibility.testing import CORPUS_NOW, Case, cases, corpus
from resume_visibility.text import find, find_among, names
from resume_visibility.text.fold import fold

PARTS = (Part.DISPLAY_NAME, Part.REGION, Part.INTENTION, Part.EDUCATION, Part.LATEST_POSITION)
NAMES = (
    "张三丰",
    "欧阳 娜娜",
    "张三(Sam)",
    "黄国华",
    "張偉",
    "Lena Vasquez",
    "Mary-Ann O'Neill",
    "José Ñandú",
    "☺",
    "王1391234",
    "王\ue863",
)
CONTACTS = (
    Contact(),
    Contact(mobile=MobileNumber("+8613912345678"), email=Email("lena.v-1990@mail.example.com")),
    Contact(mobile=MobileNumber("+447911123456"), homepage=Url("https://www.lena-v.example.com:8080/me")),
    Contact(homepage=Url("https://lena.xn--fiqs8s/")),
    Contact(email=Email("a@b.cn"), homepage=Url("https://b.cn")),
    Contact(homepage=Url("https://-/")),
)
MOBILE, MAIL, SITE = CONTACTS[1], CONTACTS[1], CONTACTS[2]
SPELLED_DETAILS: tuple[tuple[str | None, Contact, str], ...] = (
    *[("张三丰", Contact(), one) for one in encoded("张三丰")],
    *[(None, MOBILE, one) for one in encoded("13912345678")],
    *[(None, MAIL, one) for one in encoded("lena.v-1990@mail.example.com")],
    ("鸿韬", Contact(), "鴻韜"),
    (None, MOBILE, "one and three and nine and one and two and three and four and five and six and seven and eight"),
    (None, Contact(homepage=Url("https://m.lena.cn/?from=timeline")), "lena.cn"),
    ("张三丰", Contact(), "xn--ehqpd223d.com"), ("唐镕", Contact(), "%CC%C6%E9F"),
    *[(None, MOBILE, one) for one in ("1391 234 5678", "87654321931", "139****5678", "八七六五四三二一九三一", "１３９１２３４５６７８")],
    *[(None, MOBILE, one) for one in ("1391*34*678", "8765?321931", "I39I2345678", "one three nine one two three four five six seven eight", "前四位1391", "尾号5678", "尾号S678")],
    *[(None, MOBILE, one) for one in ("尾号 five six seven eight", "尾号5①6②7③8", "①139②1234③5678", "1①3②9③1④2⑤3⑥4⑦5⑧6⑨7⑩8", "\u202e87654321931\u202c")],
    *[(None, SITE, one) for one in ("07911123456", "00447911123456", "lena-v.example.com:8080/me", "lena-v。example。com:8080/me", "LENA-V.EXAMPLE.COM:8080/me")],
    *[(None, MAIL, one) for one in ("lena.v-1990 at mail dot example dot com", "l.e.n.a.v.1990.mail.example.com", "ｌｅｎａ ｖ １９９０ ｍａｉｌ ｅｘａｍｐｌｅ ｃｏｍ", "ＬＥＮＡ．Ｖ１９９０@mail.example.com")],
    *[("Lena Vasquez", Contact(), one) for one in ("lena vasquez", "VasquezLena", "L e n a V a s q u e z", "Ｌｅｎａ Vásquez")],
    *[("张三丰", Contact(), one) for one in ("姓张，名三丰", "三丰 张", "大家叫我三丰", "Given name: 三丰")],
    *[("Lena Vasquez", Contact(), one) for one in ("First name: Lena", "call me Lena", "Vasquez (last name)", "Lena M. Vasquez")],
    *[(None, SITE, one) for one in ("lena-v[.]example[.]com:8080/me", "lena 横杠 v 点 example 点 com:8080 斜杠 me")],
    *[("黄国华", Contact(), one) for one in ("黃國華", "名：國华", "國華 黄")], *[("張偉", Contact(), one) for one in ("张伟", "我叫伟")],
    *[("张三(Sam)", Contact(), one) for one in ("Sam", "张 三", "張三 sam")],
    *[("王\ue863", Contact(), one) for one in ("我叫王\ue863", "王 \ue863", "名：\ue863")], ("王\U00033479小", Contact(), "王\U00033479小"),
    *[("☺", Contact(), "☺"), ("José Ñandú", Contact(), "jose nandu"), ("Mary-Ann O'Neill", Contact(), "mary ann oneill")],
    *[(None, CONTACTS[3], "lena.中国"), (None, CONTACTS[3], "lena.xn--fiqs8s"), (None, CONTACTS[4], "A@B.cn"), (None, CONTACTS[4], "b.cn")],
    (None, Contact(mobile=MobileNumber("+8613912341122")), "尾号双一双二"),
    (None, Contact(homepage=Url("https://xn--j6w193g/")), "https://香港"),
    (None, SITE, "em/0808:moc.elpmaxe.v-anel"), (None, Contact(homepage=Url("https://zhihu.com/people/老王说车")), "知乎：老王说车"),
    *[(None, Contact(homepage=Url("https://github.com/lena_88")), one) for one in ("lena_88", "lena_八八", "88_anel", "l e n a _ 8 8")],
    (None, Contact(homepage=Url("https://weibo.com/u/20190701")), "微博：20190701"),
    *[(None, CONTACTS[5], "http://-"), (None, Contact(), "微信 abcd1234"), (None, Contact(), "13800138000")],
)  # fmt: skip
"""Somebody's name, what else is known of them, and a text that gives some of it away."""

PIECES_OF_DETAILS = (
    "1391",
    "5678",
    "8765",
    "0791",
    "一三九一",
    "lena",
    "v",
    "1990",
    "mail",
    "example",
    "com",
    " at ",
    "张三",
    "丰",
    "\ue863",
    "Sam",
    "Vasquez",
    "王",
    "國",
    "华",
    "黃",
    "伟",
    "名：",
    "first name: ",
    "尾号",
    "[.]",
)
USUAL_TEXTS = (
    "GPA 3.7/4.0",
    "前 10%",
    "2019",
    "软件学院",
    "138",
    "qq",
    "加我",
    "产品经理",
    "Senior Engineer",
    "-",
    " ",
    "\n",
)

texts = codes_and(*PIECES_OF_DETAILS, marks=False) | st.lists(
    st.sampled_from([*PIECES_OF_DETAILS, *USUAL_TEXTS]), max_size=4
).map("".join)


LINE = attrs.evolve(people.line("v-1"), number=PhoneNumber("+862188887777", extension="0123"))


@st.composite
def candidates(draw: st.DrawFn) -> Resume:
    """Somebody of whom this or that is known."""
    name, lines = draw(st.none() | st.sampled_from(NAMES)), draw(st.booleans())
    return attrs.evolve(
        people.resume(),
        basics=Basics(
            name=None if name is None else PersonName(name), contact=draw(st.sampled_from(CONTACTS))
        ),
        settings=attrs.evolve(people.OPEN, name_display=draw(st.sampled_from(NameDisplay))),
        virtual_numbers=(LINE,) if lines else (),
    )


def with_residence(candidate: Resume, text: str | None) -> Resume:
    """The candidate, with that text as where they live."""
    profile = Profile(residence=text, born=people.resume().basics.profile.born)
    return attrs.evolve(candidate, basics=attrs.evolve(candidate.basics, profile=profile))


@each(("name", "contact", "text"), SPELLED_DETAILS)
def test_what_is_known_is_stopped(name: str | None, contact: Contact, text: str) -> None:
    """However it is written, a text that gives away something known is stopped."""
    named = None if name is None else PersonName(name)
    candidate = attrs.evolve(people.resume(virtual_numbers=()), basics=Basics(name=named, contact=contact))
    lives = with_residence(candidate, text)
    assert find(text, collect_known(lives.basics, ()))
    assert not Sieve(()).passes(None, (text,), lives)


@each(
    ("text", "passes"),
    [("021 8888 7777", False), ("8888 7777", False), ("前四位0218", False), ("软件学院", True)],
)
def test_a_virtual_number_is_stopped(text: str, passes: bool) -> None:
    """A number that the platform lent is stopped as the candidate's own is."""
    lives = with_residence(people.resume(virtual_numbers=(LINE,)), text)
    assert Sieve(()).passes(None, (text,), lives) is passes


NAMED = [
    ("张三丰", True),
    ("韦嘉怡", True),
    ("Lena Vasquez", True),
    ("张三(Sam)", False),
    ("一三九一二三四五六七八", False),
    ("一甲乙丙三甲乙丙九甲乙丙一甲乙丙", False),
    ("尾号双一双二", True),
]


@each(("name", "passes"), NAMED)
def test_a_name_that_is_more_than_letters_is_searched(name: str, passes: bool) -> None:
    """The name itself is shown as it is where nothing is left of it when it is taken out, and it holds no number of theirs."""
    candidate = attrs.evolve(
        people.resume(virtual_numbers=()), basics=Basics(name=PersonName(name), contact=MOBILE)
    )
    assert Sieve(()).passes(name, (), candidate) is passes


@settings(max_examples=examples(500))
@given(candidates(), texts.filter(str.strip))
def test_a_text_that_passes_gives_nothing_away(candidate: Resume, text: str) -> None:
    """A row that is not searched has no text in which anything is found."""
    lives = with_residence(candidate, text)
    if Sieve(()).passes(None, (text,), lives):
        assert find(text, collect_known(lives.basics, lives.virtual_numbers)) == ()


@settings(max_examples=examples(200))
@given(st.lists(st.tuples(candidates(), st.lists(texts, min_size=4, max_size=4)), min_size=1, max_size=3))
def test_rows_are_of_the_whole_views(many: list[tuple[Resume, list[str]]]) -> None:
    """Whatever is in the few texts of a row, it shows what the whole view shows of its parts."""
    made = []
    for candidate, written in many:
        region, position, school, major = (text if text.strip() else None for text in written)
        made.append(
            attrs.evolve(
                with_residence(candidate, region),
                intention=Intention(position=position, cities=("上海", position) if position else ()),
                work=(Work(position=position),),
                education=(Education(school=school), Education(major=major)),
            )
        )
    views = [view_for(people.stranger, attrs.evolve(one), at=people.AT) for one in made]
    rows: list[Any] = [*views_for(people.stranger, made, at=people.AT, parts=PARTS)]
    for row, view in zip(rows, views, strict=True):
        assert view is not None
        assert (row.id, row.display_name, row.withheld) == (view.id, view.display_name, view.withheld)
        for part in PARTS[1:]:
            assert getattr(row.sections, part.value) == getattr(view.sections, part.value)


@settings(max_examples=examples(60))
@given(cases() | cases(of=OurResume), st.frozensets(st.sampled_from(Part), max_size=6))
def test_a_row_is_as_it_is_without_the_quick_look(case: Case[Any], parts: frozenset[Part]) -> None:
    """Whoever asks for whichever parts, of sections of one's own, too, is shown the same."""
    rows = [*views_for(case.viewer, [attrs.evolve(case.document)], at=case.at, parts=parts)]
    with patch.object(Sieve, "passes", return_value=False):
        assert rows == [*views_for(case.viewer, [attrs.evolve(case.document)], at=case.at, parts=parts)]


@each(
    "parts",
    [PARTS, (*PARTS, Part.AVATAR), (Part.DISPLAY_NAME,), (Part.SKILLS, Part.IP_REGION), (Part.AVATAR,)],
)
def test_usual_rows_are_not_searched(parts: tuple[Part, ...]) -> None:
    """Of a hundred resumes that look like people's, few rows need more than the quick look."""
    with patch.object(release, "restore", wraps=restore) as searched:
        rows = [*views_for(people.stranger, corpus(150, seed=4), at=CORPUS_NOW, parts=parts)]
    assert len(rows) > 60
    assert searched.call_count < 6


def test_a_long_list_forgets_the_texts_of_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many texts a list has, few of them are kept, and the rows are the same."""
    whole = [*views_for(people.stranger, corpus(40, seed=4), at=CORPUS_NOW, parts=PARTS)]
    monkeypatch.setattr(sieve, "_MAX_KEPT_TEXTS", 3)
    with patch.object(sieve, "find_among", wraps=find_among) as look:
        assert whole == [*views_for(people.stranger, corpus(40, seed=4), at=CORPUS_NOW, parts=PARTS)]
    looked = [text for call in look.call_args_list for text in call.args[0]]
    assert len(set(looked)) < len(looked)


@each("part", [Part.MOBILE, Part.EMAIL, Part.HOMEPAGE, Part.ATTACHMENTS])
def test_a_row_of_more_than_sections_is_as_it_is_in_the_whole_view(part: Part) -> None:
    """Contact details and files depend on more than what is written: such a row is made as any view is."""
    whole = view_for(people.owner, people.resume(), at=people.AT)
    [row] = views_for(people.owner, [people.resume()], at=people.AT, parts=[part])
    assert whole is not None
    assert isinstance(row, ResumeView)
    shown = {Part.MOBILE: "mobile", Part.EMAIL: "email", Part.HOMEPAGE: "homepage"}
    if part is Part.ATTACHMENTS:
        assert row.sections.attachments == whole.sections.attachments
    for one, name in shown.items():
        assert getattr(row.contact, name) == (getattr(whole.contact, name) if one is part else None)


def shown_in_row_and_view(one: Resume[Any], part: Part, policy: Policy = POLICY_2023_04) -> tuple[Any, Any]:
    """What a recruiter is shown of one part: in a row, and in the whole view."""
    whole = view_for(people.stranger, attrs.evolve(one), at=people.AT, policy=policy)
    [row] = views_for(people.stranger, [one], at=people.AT, parts=[part], policy=policy)
    assert whole is not None
    assert isinstance(row, ResumeView)
    return getattr(row.sections, part.value), getattr(whole.sections, part.value)


def test_a_link_in_a_row_is_looked_at() -> None:
    """A link cannot be hidden in part: where it leads to an account it is dropped, in a row as well."""
    portfolio = (PortfolioLink(link=Url("https://t.me/lena_v1990")),)
    row, whole = shown_in_row_and_view(people.resume(portfolio=portfolio), Part.PORTFOLIO)
    assert row == whole == ()


def test_what_follows_another_part_is_in_no_row() -> None:
    """LAW-5: a field of one's own that the viewer is not shown stays out of a row of its section."""
    work = (OurWork(position="后端工程师", department="交易", leaving="想离家近些", referee="前任主管"),)
    fields = attrs.asdict(people.resume(work=()), recurse=False, filter=lambda field, _: field.init)
    basics = OurBasics(
        name=PersonName("张三丰"), profile=OurProfile(born=people.resume().basics.profile.born)
    )
    ours = OurResume(**{**fields, "basics": basics, "work": work})
    row, whole = shown_in_row_and_view(ours, Part.WORK)
    assert row == whole == (OurWork(position="后端工程师", department="交易"),)


def test_a_row_that_is_begun_shows_nothing_of_the_candidate_in_its_repr() -> None:
    """A log or a debugger prints what stands around an error."""
    engineer = people.resume()
    rows = Rows(people.stranger, people.AT, POLICY_2023_04, frozenset({Part.DISPLAY_NAME, Part.EDUCATION}))
    assert repr(rows.begin(7, engineer)) == "<UnfinishedRow 7>"
    assert repr(sieve._take_apart("room 12345 of zhang")) == "<_MixedText>"


def test_accounts_that_the_policy_adds_are_taken_out_of_rows() -> None:
    """CONTACT-2: a kind of account that only this platform knows is hidden in a row as in a view."""
    policy = attrs.evolve(POLICY_2023_04, version="ours", accounts=("青鸟坐标",))
    row, whole = shown_in_row_and_view(people.resume(strengths="青鸟坐标：zhangsan"), Part.STRENGTHS, policy)
    assert row == whole == "青鸟坐标：[社交账号已隐藏]"


def test_a_row_is_kept_for_the_accounts_that_were_looked_for() -> None:
    """CONTACT-2: a row that one policy showed is looked at anew under another that knows more kinds of account."""
    resume = people.resume(strengths="青鸟坐标：zhangsan")
    [first] = views_for(people.stranger, [resume], at=people.AT, parts=[Part.STRENGTHS])
    policy = attrs.evolve(POLICY_2023_04, version="ours", accounts=("青鸟坐标",))
    [second] = views_for(people.stranger, [resume], at=people.AT, parts=[Part.STRENGTHS], policy=policy)
    assert isinstance(first, ResumeView)
    assert isinstance(second, ResumeView)
    assert first.sections.strengths == "青鸟坐标：zhangsan"
    assert second.sections.strengths == "青鸟坐标：[社交账号已隐藏]"


def test_a_row_of_which_something_is_hidden_is_so_again() -> None:
    """CONTACT-2: that a row was stopped is kept with the resume; it is made as any view is, every time."""
    # Of so many the last are begun when the text was looked at.
    many = [people.resume(strengths="微信：zhang_88，踏实") for _ in range(6)]
    for resumes in (many, many):
        rows = [*views_for(people.stranger, resumes, at=people.AT, parts=[Part.STRENGTHS])]
        shown = [row.sections.strengths for row in rows if isinstance(row, ResumeView)]
        assert shown == ["微信：[社交账号已隐藏]，踏实"] * len(many)


def test_a_chinese_text_may_give_away_an_account_of_chinese_letters() -> None:
    """CONTACT-2: it is searched, and the texts that are looked at with it are not."""
    looked = Sieve(())
    looked.look_at(["小红书：山野小厨", "汉语言文学"])
    assert not looked.passes(None, ["小红书：山野小厨"], people.resume())
    assert looked.passes(None, ["汉语言文学"], people.resume())


def test_digits_that_are_spelled_in_plain_words_stop_a_row() -> None:
    """PHONE-1: the last digits of the own number go from a row as from a view, with no figure among the letters."""
    row, whole = shown_in_row_and_view(people.resume(strengths="tail five six seven eight"), Part.STRENGTHS)
    assert row == whole == "tail [电话已隐藏]"


NAMES_CALLED = names.Names(["Lena Vasquez", "王小明"])
WORDS = st.sampled_from(["lena", "小明"])


def check_called_by_part(word: str, text: str) -> None:
    """That a row is not passed where the search finds that part of a name, called one."""
    stream = fold(text)
    if any(stream[start:end] == word for start, end in NAMES_CALLED.called_in(stream)):
        made = sieve._take_apart(text)
        assert made is None or names.may_be_called(word, made.spelled)


@settings(max_examples=examples(300))
@given(
    st.from_regex(re.compile(names._CALLED_BEFORE.pattern)), WORDS, st.sampled_from(["", "姓", "\n", " 3"])
)
def test_what_calls_a_part_of_a_name_stops_a_row(call: str, word: str, behind: str) -> None:
    """NAME-4: whatever calls what follows it a name, as the search has it, the row is searched."""
    check_called_by_part(word, call.lower() + word + behind)


@settings(max_examples=examples(300))
@given(st.from_regex(re.compile(names._CALLED_BEHIND.pattern)), WORDS, st.sampled_from(["", "我", "so "]))
def test_what_calls_a_part_of_a_name_behind_it_stops_a_row(call: str, word: str, before: str) -> None:
    """NAME-4: likewise where it stands behind the part."""
    check_called_by_part(word, before + word + call.lower())


@each("sign", "™℃№\u0345㈱")
def test_a_sign_that_is_folded_to_a_letter_keeps_no_name_from_being_seen(sign: str) -> None:
    """NAME-4, LAW-8: whatever stands between a name and what calls it one, the row is that of the view."""
    lives = with_residence(people.resume(), f"我是{sign}lena")
    settings = attrs.evolve(people.OPEN, name_display=NameDisplay.HONORIFIC)
    named = attrs.evolve(
        lives, basics=attrs.evolve(lives.basics, name=PersonName("Lena Vasquez")), settings=settings
    )
    row, whole = shown_in_row_and_view(named, Part.REGION)
    assert row == whole


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Maria Jose de la Cruz Lopez", "Hello, call me Maria please"),
        ("José López", "Portfolio of Jose M. Lopez the designer"),
        ("Lena Smith1", 'Portfolio of Lena "Lou" Smith1 the designer'),
    ],
)
def test_a_name_of_many_words_or_other_letters_is_hidden_in_a_row(name: str, text: str) -> None:
    """NAME-1, LAW-8: of however many words it is, and with whatever stands between them, the row is that of the view."""
    lives = with_residence(people.resume(), text)
    settings = attrs.evolve(people.OPEN, name_display=NameDisplay.HONORIFIC)
    named = attrs.evolve(lives, basics=attrs.evolve(lives.basics, name=PersonName(name)), settings=settings)
    row, whole = shown_in_row_and_view(named, Part.REGION)
    assert row == whole != text


def test_an_address_at_a_host_of_other_letters_is_hidden_in_a_row() -> None:
    """CONTACT-1, LAW-8: such a host is written in two ways."""
    lives = with_residence(people.resume(), "zhang at 例子 dot cn")
    contact = attrs.evolve(lives.basics.contact, email=Email("zhang@xn--fsqu00a.cn"))
    row, whole = shown_in_row_and_view(
        attrs.evolve(lives, basics=attrs.evolve(lives.basics, contact=contact)), Part.REGION
    )
    assert row == whole != "zhang at 例子 dot cn"


def test_a_part_of_a_name_that_nothing_calls_one_passes() -> None:
    """NAME-1: a surname that is shown, and letters that call a name elsewhere, are no reason to search a row."""
    assert not names.may_be_called("sharma", "deanslist3times\nsharma女士")
    assert names.may_be_called("sharma", "deanslist3times\nmynameissharma")
