"""Contact details in fields of one's own, as somebody wrote them: what is withheld as a field is found in every text."""

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from own import OurResume, OurWork
from resume_visibility import (
    FULLY_VERIFIED,
    Company,
    Owner,
    Part,
    Recruiter,
    Resume,
    Settings,
    ShownSections,
    Visibility,
    dump_findings,
    dump_resume,
    load_resume,
    view_for,
)
from resume_visibility.interchange import JsonResume, read_json_resume
from resume_visibility.lists import Failed, views_for
from resume_visibility.model import (
    Application,
    Basics,
    Checked,
    Contact,
    Email,
    Language,
    MobileNumber,
    Url,
    YearMonth,
    follows,
)
from resume_visibility.projection.as_written import DetailText, detail_texts_in
from resume_visibility.projection.details import details_of
from resume_visibility.projection.form_view import FormView
from resume_visibility.text import MARKS, Kind, Known, find

AT = datetime(2026, 7, 1, tzinfo=UTC)
STRANGER = Recruiter(
    id="u-1", company=Company(id="co-7", name="第七医院"), signed_in=True, verified=FULLY_VERIFIED
)
OPEN = Settings(visibility=Visibility.PUBLIC, resume_permission=True, chat_permission=True)
PHONE, EMAIL, HOMEPAGE = (MARKS[Language.ZH][kind] for kind in (Kind.PHONE, Kind.EMAIL, Kind.HOMEPAGE))


def public_resume(basics: dict[str, Any]) -> JsonResume:
    """A document in JSON Resume, as a resume that is public."""
    resume = read_json_resume({"basics": {"name": "张思远", **basics}}, id="r-1", candidate="c-1").resume
    profile = attrs.evolve(resume.basics.profile, born=YearMonth(1990, 1))
    return attrs.evolve(resume, settings=OPEN, basics=attrs.evolve(resume.basics, profile=profile))


def shown_strengths(resume: Resume[Any]) -> str | None:
    """What a stranger sees of a text."""
    view = view_for(STRANGER, resume, at=AT)
    assert view is not None
    shown: str | None = view.sections.strengths
    return shown


@pytest.mark.parametrize(
    "phone",
    [
        "+86 13800138000",
        "13800138000",
        "+86 138-0013-8000 (after 6pm)",
        "138啊0013啊8000",
        "１３８　００１３　８０００",
        "一三八〇〇一三八〇〇〇",
        "手机 13800138000，座机 010-88886666",
        "0086 138 0013 8000 / 139 1234 5678",
    ],
)
def test_PHONE_1_a_number_as_it_was_written_is_known(phone: str) -> None:
    """In no disguise does it stand in a text, nor do its last digits, nor does it backwards."""
    resume = public_resume({"phone": phone, "summary": "编码138啊0013啊8000，尾号8000，00083100831"})
    assert shown_strengths(resume) == f"编码{PHONE}，尾号{PHONE}，{PHONE}"


@pytest.mark.parametrize(
    ("field", "written", "text", "left"),
    [
        ("phone", "(415) 555-0117", "编码415啊555啊0117", f"编码{PHONE}"),
        ("phone", "1 (415) 555-0117", "编码415啊555啊0117", f"编码{PHONE}"),
        ("phone", "+44 (0)20 7946 0018 (home)", "编码207啊946啊0018", f"编码{PHONE}"),
        ("phone", "010-88886666-8001", "编码888啊866啊66", f"编码{PHONE}"),
        ("phone", "555-0142", "编码555啊0142", f"编码{PHONE}"),
        ("phone", "+86 10 8888 6666 8001 9002", "编码8888啊6666", "编码8888啊6666"),
        ("phone", "8888666 (office) 010 99995555 88884444", "编码999啊955啊55", f"编码{PHONE}"),
        ("phone", "since 2015-2019", "2015啊2019", "2015啊2019"),
        ("phone", "555", "编码555", "编码555"),
        ("email", "lin@例子。公司", "lin#例子。公司", EMAIL),
        ("email", "lin.yue@例子。公司", "lin.yue#例子。公司", EMAIL),
        ("email", "lin#例子。公司", "lin 艾特 例子.公司", EMAIL),
        ("email", "mailto:lin.yue@example.com", "l i n . y u e 在 example 点 com", EMAIL),
        ("email", "lin.yue (at) example (dot) com", "linyue at example点com", EMAIL),
        ("email", "lena at example", "写给 l e n a at example", f"写给 {EMAIL}"),
        ("email", "lin.yue_example.com", "lin yue example com", EMAIL),
        ("email", "a.b", "a b", "a b"),
        ("email", "on request", "on request", "on request"),
        ("url", "lena.example.com", "见 lena.example.com", f"见 {HOMEPAGE}"),
        ("url", "lena (dot) example (dot) com", "见 lena点example点com", f"见 {HOMEPAGE}"),
        ("url", "例子.公司/我", "见 例子。公司/我", f"见 {HOMEPAGE}"),
        ("url", "my pages", "my pages", "my pages"),
        *(
            ("url", url, "见https://lena.dev", f"见https://{HOMEPAGE}")
            for url in (
                *(
                    "https：//lena.dev",
                    "//lena.dev",
                    "http:lena.dev",
                    "https:/lena.dev",
                    "hxxps://lena.dev",
                    "https//lena.dev",
                ),
                *("blog: lena.dev", "个人主页：lena.dev", "博客：https：//lena.dev", " lena.dev;"),
            )
        ),
        *(
            ("url", url, f"见 {text}", f"见 {HOMEPAGE}{rest}")
            for url, text, rest in (
                *(
                    (one, one, "/")
                    for one in ("web.archive.org/web/2020/http://lena.dev/", "lena.dev/a:https://b.cn/")
                ),
                *((one, one, "") for one in ("lena.dev/?next=http://b.cn", "lena.dev:8080?u=hxxp://b.cn")),
                ("https：//lena.dev/?next=http://b.cn", "lena.dev/?next=http://b.cn", ""),
                ("博客 lena.dev/cv，http:b.cn/me", "b.cn/me", ""),
                ("1、https//lena.dev", "lena.dev", ""),
            )
        ),
        ("url", "made with: Node.js, Vue.js", "Node.js", "Node.js"),
        ("phone", "(852) 9123 4567", "编码9123啊4567", f"编码{PHONE}"),
        ("phone", "0571 8888 6666 转 801", "编码8888啊6666", f"编码{PHONE}"),
        ("phone", "07911 123456", "编码12啊3456", "编码12啊3456"),
    ],
)
def test_CONTACT_2_a_detail_as_it_was_written_is_known(
    field: str, written: str, text: str, left: str
) -> None:
    """A number by its digits, an address by its form or its letters; what has the form of neither is not."""
    assert shown_strengths(public_resume({field: written, "summary": text})) == left


def test_CONTACT_2_whoever_is_granted_them_is_shown_all() -> None:
    """To a company that was applied to nothing of it is hidden, neither in the fields nor in the texts."""
    written = {"phone": "13800138000", "email": "lena at example", "url": "lena.example.com"}
    profile = {"network": "QQ", "username": "1380013", "url": "qq.example.com/1380013"}
    text = "138啊0013啊8000 lena at example lena.example.com 1380013"
    resume = public_resume({**written, "summary": text, "profiles": [profile]})
    applied = attrs.evolve(resume, applications=(Application(company="co-7", at=AT - timedelta(days=1)),))
    view = view_for(STRANGER, applied, at=AT)
    assert view is not None
    assert (view.sections.strengths, view.sections.phone_as_written) == (text, "13800138000")
    assert view.sections.profiles == resume.profiles
    assert shown_strengths(resume) == f"{PHONE} {EMAIL} {HOMEPAGE} {PHONE}"


HOME = {
    "address": "文三路478号华星时代广场B座1203室",
    "postalCode": "310012",
    "city": "杭州",
    "countryCode": "CN",
}
CLAUSE = MARKS[Language.ZH][Kind.CLAUSE]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("家住文三路478号华星时代广场B座1203室，邮编310012", f"家住{CLAUSE}，邮编{CLAUSE}"),
        ("家住文三路四百七十八号", f"家住{CLAUSE}"),
        ("在杭州工作，2012.03入学，文三路有210013人", "在杭州工作，2012.03入学，文三路有210013人"),
    ],
)
def test_LAW_5_where_somebody_lives_is_in_no_text(text: str, left: str) -> None:
    """It is for the owner alone, as a field and in each text, also for those who are granted all contact details."""
    resume = public_resume({"location": HOME, "phone": "13800138000", "summary": text})
    assert shown_strengths(resume) == left
    applied = attrs.evolve(resume, applications=(Application(company="co-7", at=AT - timedelta(days=1)),))
    view = view_for(STRANGER, applied, at=AT)
    assert view is not None
    assert view.sections.strengths == left
    assert view.sections.phone_as_written == "13800138000"
    owner = view_for(Owner(candidate="c-1"), resume, at=AT)
    assert owner is not None
    assert owner.sections.strengths == text
    (row,) = views_for(STRANGER, [resume], at=AT, parts={Part.STRENGTHS})
    assert not isinstance(row, Failed | FormView)
    assert row.sections.strengths == left
    stored = load_resume(dump_resume(resume), of=JsonResume, findings=dump_findings(resume))
    assert shown_strengths(stored) == left


_DIGITS = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@given(
    _DIGITS,
    st.sampled_from(["{}", "+86 {} ", "({})", "{} (after 6pm)", "手机：{}", "0086-{}"]),
    st.sampled_from(["{}", "编码{}号", "{}{}", "9{}9", "尾号{}"]),
    st.sampled_from(["", "啊", " - ", "\n"]),
)
def test_LAW_1_a_number_as_it_was_written_is_found_as_the_mobile_number_is(
    number: str, writing: str, text: str, between: str
) -> None:
    """So it makes no more difference than that one does, wherever texts hold it."""
    parted = f"{number[:3]}{between}{number[3:7]}{between}{number[7:]}"
    as_written, known = (
        shown_strengths(public_resume({"phone": phone, "summary": text.format(parted, parted)}))
        for phone in (writing.format(number), f"+86{number}")
    )
    assert as_written == known


_WORD = st.from_regex(r"[a-z]{3,8}", fullmatch=True)


@given(
    st.tuples(_WORD, _WORD),
    st.sampled_from(["{}@{}.example", "<{}@{}.example>", "{} at {} dot example", "{}#{}.公司"]),
    st.sampled_from([".", "点", "。"]),
)
def test_LAW_1_an_address_as_it_was_written_makes_no_difference(
    names: tuple[str, str], writing: str, dot: str
) -> None:
    """The same of addresses of mail and of the homepage."""
    local, host = names
    resume = public_resume(
        {
            "email": writing.format(f"x9{local}", f"y9{host}"),
            "url": f"z9{host}.example/{local}",
            "summary": f"{writing.format(f'x9{local}', f'y9{host}')}；z9{host}{dot}example/{local}",
        }
    )
    shown = shown_strengths(resume)
    assert shown is not None
    assert not any(one in shown for one in (f"x9{local}", f"y9{host}", f"z9{host}"))


@attrs.frozen(kw_only=True, repr=False)
class _Line(Checked):
    is_first: bool
    number: int | None = attrs.field(default=None, metadata=follows(Part.MOBILE))
    lines: tuple[str, ...] = attrs.field(default=(), metadata=follows(Part.MOBILE))
    page: Url | None = attrs.field(default=None, metadata=follows(Part.HOMEPAGE))
    born: YearMonth | None = attrs.field(default=None, metadata=follows(Part.HOMEPAGE))
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class _Named(Checked):
    name: str


@attrs.frozen(kw_only=True, repr=False)
class _Basics(Basics):
    mail: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class _Sections(ShownSections):
    lines: tuple[_Line | _Named, ...] = attrs.field(default=(), metadata=follows(Part.SKILLS))
    mail: str | None = attrs.field(default=None, metadata=follows(Part.EMAIL))


@attrs.frozen(kw_only=True, repr=False)
class _Resume(Resume[_Sections]):
    basics: _Basics = attrs.field(factory=_Basics)
    lines: tuple[_Line | _Named, ...] = ()


def test_CONTACT_2_details_in_fields_of_any_kind_are_known() -> None:
    """Sections, those beside the profile, fields of items in lists and of one of several classes, whole numbers, lists and links."""
    line = _Line(
        is_first=True,
        number=13800138000,
        lines=("139 1234", "5678"),
        page=Url("https://a.example.com/b"),
        note="c",
    )
    resume = _Resume(
        id="r-1",
        candidate="c-1",
        settings=OPEN,
        basics=_Basics(profile=attrs.evolve(Basics().profile, born=YearMonth(1990, 1)), mail="lin#例子.公司"),
        lines=(line, _Named(name="13700137000")),
        strengths="编码138啊0013啊8000；编码1391234啊5678；见a点example点com/b；lin 艾特 例子.公司；c",
    )
    assert [(*one.kinds, one.text) for one in detail_texts_in(resume)] == [
        (Kind.EMAIL, "lin#例子.公司"),
        (Kind.PHONE, "13800138000"),
        (Kind.PHONE, "139 1234\n5678"),
        (Kind.HOMEPAGE, "https://a.example.com/b"),
    ]
    assert repr(detail_texts_in(resume)[0]) == "<DetailText>"
    assert shown_strengths(resume) == f"编码{PHONE}；编码{PHONE}；见{HOMEPAGE}；{EMAIL}；c"
    assert detail_texts_in(Resume(id="r-1", candidate="c-1")) == ()
    assert detail_texts_in(OurResume(id="r-1", candidate="c-1", work=(OurWork(referee="王主任"),))) == (
        DetailText((Kind.EMAIL,), "王主任"),
    )


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("+852 9123 4567, 9-18", {"85291234567", "91234567"}),
        ("9123 4567, 10am", {"91234567"}),
        ("021-5888 6666/7", {"02158886666", "2158886666", "58886666"}),
        ("555-0100, 555-0199", {"5550100", "5550199"}),
        ("415/555/0117", {"4155550117"}),
        ("415 -- 555 -- 0117", {"4155550117"}),
        ("001 415 555 0117", {"0014155550117", "14155550117", "4155550117"}),
        ("15,000/20,000", set[str]()),
    ],
)
def test_PHONE_1_numbers_in_a_field_end_where_others_begin(written: str, digits: set[str]) -> None:
    """Signs that stand between numbers stand within one only between parts of three, three or four, and four digits."""
    found = details_of([DetailText((Kind.PHONE,), written)], Contact())
    assert {one for one, _ in found.get(Kind.PHONE, ())} == digits


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("linyue88", ["linyue88"]),
        ("@zhangsanfeng", ["zhangsanfeng"]),
        ("微信：lena_wu88", ["lena_wu88"]),
        ("lena_88,wu_99", ["lena_88", "wu_99"]),
        ("微信号：java1024 (evenings)", ["java1024"]),
        *((word, [word]) for word in ("java1024", "lm88", "linyuex", "lin-yue", "老王说车", "林姐", "shanghai", "20190701")),
        *((word, []) for word in ("LinkedIn", "developer", "wechat-id", "e-mail", "available evenings only")),
        *((word, []) for word in ("since 20190101", "followers 1200000", "a", "林", "--", "小红书", "lm88 lin")),
    ],
)  # fmt: skip
def test_CONTACT_2_the_name_of_an_account_is_known_unless_it_means_something_else(
    written: str, names: list[str]
) -> None:
    """Words and names of platforms stand in other texts as well."""
    found = details_of([DetailText((Kind.MESSENGER,), written)], Contact())
    assert [one for one, _ in found.get(Kind.MESSENGER, ())] == names
    assert Kind.PHONE not in found


@pytest.mark.parametrize(
    ("account", "text", "left"),
    [
        ("java1024", "微信：java1024，熟悉java1024", "微信：{}，熟悉java1024"),
        ("老王说车", "抖音老王说车，老王说车", "抖音{}，老王说车"),
        ("lena_88", r"lena\_88", "{}"),
        ("zhejiang", "Zhejiang University", "Zhejiang University"),
        ("20190701", "20190701 入职", "20190701 入职"),
    ],
)
def test_CONTACT_2_an_account_in_a_field_is_hidden_where_it_is_one(
    account: str, text: str, left: str
) -> None:
    """LAW-1: what may mean something else stays where nothing says that it is an account."""
    resume = public_resume({"profiles": [{"network": "n", "username": account}], "summary": text})
    assert shown_strengths(resume) == left.format(MARKS[Language.ZH][Kind.MESSENGER])


def test_PHONE_1_a_number_is_known_behind_many() -> None:
    """Each counts once, and those in lists come last."""
    phone = f"{'555-0142 ' * 101}or 138-0013-8000"
    profiles = [{"network": "n", "username": f"70000{at:03}"} for at in range(101)]
    assert (
        shown_strengths(
            public_resume({"phone": phone, "summary": "编码138啊0013啊8000", "profiles": profiles})
        )
        == f"编码{PHONE}"
    )


def test_CONTACT_2_accounts_in_fields_are_hidden_in_texts() -> None:
    """The names of those in JSON Resume, too, and numbers that are names."""
    profiles = [{"network": "微信", "username": "linyue88"}, {"network": "QQ", "username": "1234567890"}]
    resume = public_resume({"profiles": profiles, "summary": "linyue88（同号），编码1234567890"})
    assert shown_strengths(resume) == f"{MARKS[Language.ZH][Kind.MESSENGER]}（同号），编码{PHONE}"


def test_details_that_the_contact_has_are_not_known_twice() -> None:
    """What the candidate shows with the homepage is not hidden because an account has it, too."""
    contact = Contact(
        mobile=MobileNumber("+8613800138000"),
        email=Email("Lin@example.com"),
        homepage=Url("https://www.lin.example.com/"),
    )
    written = DetailText((Kind.PHONE, Kind.HOMEPAGE), "13800138000 lin@example.com http://lin.example.com/")
    assert details_of([written], contact) == {}
    assert details_of([written], Contact()).keys() == {Kind.PHONE, Kind.EMAIL, Kind.HOMEPAGE}


def test_a_host_alone_is_an_address_only_where_one_was_asked_for() -> None:
    """Beside an account it may be the name of a company."""
    assert details_of([DetailText((Kind.PHONE,), "booking.com")], Contact()) == {}
    assert details_of([DetailText((Kind.PHONE,), "booking.com/me")], Contact()) == {
        Kind.HOMEPAGE: [("https://booking.com/me", (Kind.HOMEPAGE, Kind.PHONE))]
    }


def test_LAW_1_what_is_glued_to_an_address_is_no_part_of_it() -> None:
    """Or the words around it would be taken for a detail, and hidden where they stand in another text."""
    contact = Contact(email=Email("lin@example.com"), homepage=Url("https://example.com/me"))
    written = [
        DetailText((Kind.EMAIL,), "优秀员工lin@example.com甲乙"),
        DetailText((Kind.EMAIL,), "Led a team lin@example.com。熟悉 Python"),
        DetailText((Kind.HOMEPAGE,), "见https://example.com/me甲乙"),
        DetailText((Kind.HOMEPAGE,), "Led a team of 139-0000-000。熟悉 Python"),
    ]
    assert details_of(written, contact) == {}


@pytest.mark.parametrize("text", ["a" * 20_000, "a." * 9_000, "1 " * 9_000, "a@" * 9_000, "https://" * 3_000])
@pytest.mark.parametrize("kind", [Kind.PHONE, Kind.EMAIL, Kind.HOMEPAGE])
def test_LAW_6_a_long_text_gives_a_bounded_number_of_details(text: str, kind: Kind) -> None:
    """However many stand in it, a view looks for a hundred."""
    assert sum(map(len, details_of([DetailText((kind,), text)], Contact()).values())) <= 100


NUMBER_LETTERS = "0123456789０１３٠١४𝟎①②零〇一AＡ𝐀Ⓐa+-–().·_/ \t\n，、：@"


@given(st.text(NUMBER_LETTERS, max_size=40) | st.text(max_size=60), st.sampled_from(Kind))
def test_PHONE_1_whatever_is_written_its_numbers_are_in_digits(text: str, kind: Kind) -> None:
    """PHONE-1, LAW-6: `Known` takes no others, and no text may stop a view."""
    numbers = details_of([DetailText((kind,), text)], Contact()).get(Kind.PHONE, ())
    assert all(one.isascii() and one.isdigit() for one, _ in numbers)
    Known(numbers=tuple(numbers))


PROSE = "I didn't stop at standard scripts: max QPS in GitHub Actions. I mentor; Node.js, Vue.js 3.0. None of it was luck."


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *((Kind.PHONE, username) for username in ("d@n", "p@t", "m@x", "x@a", "i@me", "a@b.io")),
        *(
            (Kind.HOMEPAGE, url)
            for url in ("https://github", "http://none", "http://a", "built with Node.js")
        ),
        (Kind.EMAIL, "Vue.js 3.0"),
        (Kind.EMAIL, "i@me"),
        (Kind.EMAIL, "max.qps"),
    ],
)
def test_LAW_1_what_is_no_whole_address_takes_no_word_apart(kind: Kind, text: str) -> None:
    """CONTACT-2: a few letters stand in many words, and what is missing of those would spell them."""
    also = details_of([DetailText((kind,), text)], Contact())
    known = Known(emails=tuple(also.get(Kind.EMAIL, ())), homepages=tuple(also.get(Kind.HOMEPAGE, ())))
    assert find(PROSE, known) == ()


def test_LAW_8_a_row_is_as_the_whole_view() -> None:
    """A list takes no short way around what is known as it was written."""
    resume = public_resume({"phone": "13800138000", "summary": "编码138啊0013啊8000"})
    (row,) = views_for(STRANGER, [resume], at=AT, parts={Part.STRENGTHS})
    assert not isinstance(row, Failed | FormView)
    assert row.sections.strengths == f"编码{PHONE}"


def test_findings_that_were_stored_are_not_used_where_other_details_are_known() -> None:
    """The same text in a field that follows a contact detail, or in one that follows none, makes another finder of it."""
    text = "编码138啊0013啊8000"
    plain = attrs.evolve(public_resume({"summary": text}), image="13800138000")
    numbered = attrs.evolve(plain, image=None, phone_as_written="13800138000")
    stored = dump_findings(plain)
    assert shown_strengths(plain) == text
    again = load_resume(dump_resume(numbered), of=JsonResume, findings=stored)
    assert shown_strengths(again) == f"编码{PHONE}"
    own = load_resume(dump_resume(numbered), of=JsonResume, findings=dump_findings(numbered))
    assert shown_strengths(own) == f"编码{PHONE}"
