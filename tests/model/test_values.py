"""Single values: none that is wrong can be built, and the error says what would be right."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from traceback import format_exception
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resume_visibility
from each import each
from resume_visibility import InvalidValue, Settings, patch_settings
from resume_visibility.model import (
    Application,
    Currency,
    Email,
    IpRegion,
    MobileNumber,
    MonthlySalary,
    Period,
    PersonName,
    PhoneNumber,
    Url,
    YearMonth,
)
from resume_visibility.model.instants import FIRST, LAST, instant
from resume_visibility.model.names import folded, in_line, normal, visible
from resume_visibility.model.regions import COUNTRIES, PROVINCES
from samples import CANARIES

FORMS: tuple[Literal["NFC", "NFKC", "NFKD"], ...] = ("NFC", "NFKC", "NFKD")


def wrong(build: Callable[..., Any], *given: Any, **named: Any) -> list[str]:
    """The paths at which a value cannot be built, once its message was found to hold no canary."""
    with pytest.raises(InvalidValue) as caught:
        build(*given, **named)
    message = f"{caught.value}{caught.value!r}".casefold()
    assert not [canary for canary in CANARIES if canary in message]
    return [problem.path for problem in caught.value.problems]


@pytest.mark.parametrize("second", "3456789")
def test_mainland_mobile(second: str) -> None:
    """A mainland mobile number is +86, 1, a digit from 3 to 9, and nine more."""
    assert MobileNumber(f"+861{second}987651234").e164 == f"+861{second}987651234"


@pytest.mark.parametrize(
    "number",
    [
        "+8612987651234",
        "+8610987651234",
        "+8623987651234",
        "+861398765123",
        "+86139876512345",
        "+86 13987651234",
        "+86-139-8765-1234",
        "8613987651234",
        "008613987651234",
        "13987651234",
        "+８６13987651234",
        "+861398765123٤",
        "+8613987651234\n",
        " +8613987651234",
        "+86canary",
    ],
)
def test_no_mainland_mobile(number: str) -> None:
    """Too short, too long, landline, spaced, without +, or in other digits: no mobile number."""
    assert wrong(MobileNumber, number) == ["e164"]


@pytest.mark.parametrize("number", ["+85298765432", "+1234567", "+999876543210123"])
def test_other_numbers(number: str) -> None:
    """Elsewhere a number is + and 7 to 15 digits, the first not 0."""
    assert MobileNumber(number).e164 == PhoneNumber(number).e164 == number


@pytest.mark.parametrize(
    "number", ["+123456", "+1234567890123456", "+0234567", "85298765432", "+", "+1 234567 canary"]
)
def test_no_other_numbers(number: str) -> None:
    """Too short, too long, with a leading zero, without +: neither a mobile nor a phone number."""
    assert wrong(MobileNumber, number) == wrong(PhoneNumber, number) == ["e164"]


@pytest.mark.parametrize(
    ("number", "home"),
    [
        ("+8613987651234", "13987651234"),
        ("+85298765432", "98765432"),
        ("+85366001234", "66001234"),
        ("+886912345678", "912345678"),
        ("+12025550123", "2025550123"),
        ("+447700900123", "7700900123"),
        ("+79161234567", "9161234567"),
        ("+6591234567", "91234567"),
        ("+358401234567", "401234567"),
        ("+1234567", "234567"),
        ("+999876543210123", "876543210123"),
    ],
)
def test_writings(number: str, home: str) -> None:
    """A number is written with its country code, of one digit, two or three, and without (ITU-T E.164)."""
    abroad = number.removeprefix("+")
    assert MobileNumber(number).writings == PhoneNumber(number, "1").writings == (home, abroad)
    assert abroad.endswith(home)


def test_landline_is_a_phone_number() -> None:
    """A platform's number need not be a mobile one."""
    assert PhoneNumber("+862112345678", "8021").extension == "8021"
    assert PhoneNumber("+862112345678").extension is None


@pytest.mark.parametrize("extension", ["", "123456789", "12a", "1 2", "١٢", "#1", "canary"])
def test_no_extension(extension: str) -> None:
    """An extension is one to eight ASCII digits."""
    assert wrong(PhoneNumber, "+862112345678", extension) == ["extension"]


def test_phone_number_all_at_once() -> None:
    """Number and extension are both reported."""
    assert wrong(PhoneNumber, "canary", "canary") == ["e164", "extension"]


@pytest.mark.parametrize(
    "address",
    [
        "a@example.com",
        "first.last+tag@mail.example.co",
        "o'brien_%x@xn--fiq228c.example.org",
        f"{'a' * 64}@example.com",
    ],
)
def test_email(address: str) -> None:
    """An e-mail address is kept as it is written."""
    assert Email(address).address == address


@pytest.mark.parametrize(
    "address",
    [
        "canary",
        "@example.com",
        "canary@",
        "canary@example",
        "canary@.example.com",
        "canary@example..com",
        "canary@-example.com",
        "canary@example.c",
        "canary@example.com.",
        "canary@exa mple.com",
        "canary @example.com",
        "canary@@example.com",
        "Canary <canary@example.com>",
        "canary＠example.com",
        "金丝雀@example.com",
        "canary@example.com\n",
        "mailto:canary@example.com",
        f"{'a' * 65}@example.com",
        f"canary@{'a' * 64}.com",
    ],
)
def test_no_email(address: str) -> None:
    """What no mail server would take is no e-mail address."""
    assert wrong(Email, address) == ["address"]


def test_longest_email() -> None:
    """An e-mail address has at most 254 characters."""
    domain = f"{'a.' * 122}com"
    assert len(Email(f"canary@{domain}").address) == 254
    assert wrong(Email, f"canary1@{domain}") == ["address"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com",
        "http://example.com:8080/a?b=c#d",
        "https://例子.example.com/简历",
        "https://[2001:db8::1]/",
        "HTTPS://EXAMPLE.COM/",
        "https://example.com/@me",
        f"https://example.com/{'a' * 2028}",
    ],
)
def test_url(address: str) -> None:
    """A web address is kept as it is written."""
    assert Url(address).address == address


@pytest.mark.parametrize(
    "address",
    [
        "canary",
        "example.com/canary",
        "//example.com/canary",
        "https:///canary",
        "https://",
        "https://:80/",
        "ftp://example.com/canary",
        "javascript:canary",
        "data:text/html,canary",
        "mailto:canary@example.com",
        "https://canary@example.com/",
        "https://canary:76543210@example.com/",
        "https://example.com:canary/",
        "https://example.com:99999/",
        "https://[canary/",
        "https://example.com/ canary",
        "https://example.com/canary\n",
        "https://example.com/\u3000canary",
        "https://example.com/<canary>",
        'https://example.com/"canary"',
        "https://example.com\\canary",
        "https://example.com/\x7fcanary",
        f"https://example.com/{'a' * 2029}",
    ],
)
def test_no_url(address: str) -> None:
    """Another scheme, no host, a user, a password, a bad port, spaces, quotes or brackets: no web address."""
    assert wrong(Url, address) == ["address"]


@pytest.mark.parametrize(("year", "month"), [(1900, 1), (2200, 12), (2019, 7)])
def test_year_month(year: int, month: int) -> None:
    """A month is any from 1900-01 to 2200-12."""
    assert (YearMonth(year, month).year, YearMonth(year, month).month) == (year, month)


@pytest.mark.parametrize(
    ("year", "month", "paths"),
    [
        (1899, 12, ["year"]),
        (2201, 1, ["year"]),
        (2019, 0, ["month"]),
        (2019, 13, ["month"]),
        (0, -1, ["year", "month"]),
        ("2019", 7.0, ["year", "month"]),
        (True, True, ["year", "month"]),
    ],
)
def test_no_year_month(year: Any, month: Any, paths: list[str]) -> None:
    """Out of range or no whole numbers: no month, and both are stated."""
    assert wrong(YearMonth, year, month) == paths


def test_months_are_counted() -> None:
    """The index of a month grows by one a month, over the turn of a year too."""
    months = [YearMonth(2019, 11), YearMonth(2019, 12), YearMonth(2020, 1), YearMonth(2020, 2)]
    assert [month.index - months[0].index for month in months] == [0, 1, 2, 3]
    assert YearMonth(2000, 1).index == 24000


def test_period() -> None:
    """A period may go on, or end in the month it starts in, and not before."""
    start = YearMonth(2019, 7)
    assert Period(start).end is None
    assert Period(start, start).end == start
    assert wrong(Period, start, YearMonth(2019, 6)) == ["end"]
    assert wrong(Period, start, YearMonth(2018, 12)) == ["end"]


def test_salary() -> None:
    """A salary is from nothing to 99 999 999, in yuan unless said otherwise, and may be open above."""
    assert MonthlySalary(0) == MonthlySalary(0, None, Currency.CNY)
    assert MonthlySalary(99_999_999, 99_999_999, Currency.HKD).high == 99_999_999


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        ((-1,), ["low"]),
        ((10**8,), ["low"]),
        ((76543210, 76543209), ["high"]),
        ((0, 10**8), ["high"]),
        ((-1, -2), ["low", "high"]),
        ((1.0, "76543210", "CNY"), ["low", "high", "currency"]),
        ((True,), ["low"]),
    ],
)
def test_no_salary(given: tuple[Any, ...], paths: list[str]) -> None:
    """Negative, upside down, as long as a phone number or no whole number: no salary."""
    assert wrong(MonthlySalary, *given) == paths


@pytest.mark.parametrize(
    ("full", "surname", "romanised"),
    [
        ("张三丰", None, None),
        ("欧阳修", "欧阳", "Ouyang"),
        ("Lena Vasquez", "vasquez", "Vasquez"),
        ("Lena Ｖasquez", "Vasquez", "O'Neill-Smith"),
        ("阿卜杜拉·买买提", None, None),
        ("张", None, "Zhang"),
        ("王\ue863", "王", None),
        ("王\U00031350", "王", None),
    ],
)
def test_person_name(full: str, surname: str | None, romanised: str | None) -> None:
    """A name is kept as it is written; the surname is a part of it in any width and case."""
    name = PersonName(full, surname, romanised)
    assert (name.full, name.surname, name.romanised_surname) == (full, surname, romanised)


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        (("",), ["full"]),
        (("\u200b",), ["full"]),
        (("canary\0",), ["full"]),
        (("Canary Quill", "Finch"), ["surname"]),
        (("Canary Quill", "canary quill"), ["surname"]),
        (("Canary Quill", "CANARYQUILL"), ["surname"]),
        (("Canary Quill", "\u200b"), ["surname"]),
        (("王\ue863", "王\ue863"), ["surname"]),
        (("王三\u0378", "王三"), ["surname"]),
        (("王三\u4dc0", "王三"), ["surname"]),
        (("金丝雀★", "金丝雀"), ["surname"]),
        (("Canary Quill", None, "金丝雀"), ["romanised_surname"]),
        (("Canary Quill", None, "Canary1"), ["romanised_surname"]),
        (("Canary Quill", None, "Canary  Quill"), ["romanised_surname"]),
        (("Canary Quill", None, "canary quill"), ["romanised_surname"]),
        (("Canary Quill", None, "CanaryQuill"), ["romanised_surname"]),
        (("Canary Quill", None, "Can'ary Qui-ll"), ["romanised_surname"]),
        (("\u200b", "x", None), ["full", "surname"]),
        (("\u200b", "x", "1"), ["romanised_surname"]),
    ],
)
def test_no_person_name(given: tuple[Any, ...], paths: list[str]) -> None:
    """An unseen name, a surname that is no proper part of it, or one that would show the whole: no name."""
    assert wrong(PersonName, *given) == paths


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("张\u200b三", "张三"),
        (" Lena\t\n Vasquez ", "Lena Vasquez"),
        ("a\u0301", "a"),
        ("\ufeff", ""),
        ("a\x01b", "ab"),
    ],
)
def test_visible(text: str, seen: str) -> None:
    """A name is seen without marks and characters of no width, each run of spaces as one."""
    assert visible(text) == seen


@given(st.text(max_size=40))
def test_a_normal_form_is_that_of_unicode(text: str) -> None:
    """Whatever has no very long run of marks is brought into the form as Unicode says."""
    assert [normal(form, text) for form in FORMS] == [unicodedata.normalize(form, text) for form in FORMS]


@each("around", ["", "张", "e"])
def test_LAW_6_no_more_than_thirty_marks_are_sorted_at_a_time(around: str) -> None:
    """To sort a row of them takes the square of its length, so that one text could hold a page for seconds."""
    for form in FORMS:
        done = normal(form, around + "\u0315" * 900 + "\u0327" * 900 + around)
        rows = re.split(r"[^\u0315\u0327]", done)
        assert sum(map(len, rows)) >= 1_798
        assert max(map(len, rows)) <= 30


def test_LAW_6_nothing_else_brings_a_text_into_a_normal_form() -> None:
    """Whoever needs one takes the function that parts the marks; single characters are safe."""
    package = Path(resume_visibility.__file__).parent
    calls = {
        str(path.relative_to(package)): path.read_text("utf-8").count("normalize(")
        for path in package.rglob("*.py")
    }
    assert {path: count for path, count in calls.items() if count} == {
        "model/names.py": 1,
        "text/names.py": 1,  # of one character
        "text/fold.py": 2,  # likewise
    }


@given(st.text(max_size=20) | st.text("eé\u0301\u200e\n\t\u2028\x01한ᄒ\u1161", max_size=12))
def test_BLOCK_2_a_name_in_a_line_is_compared_as_the_name(name: str) -> None:
    """What is taken out of it is what is not seen when names are compared."""
    assert folded(in_line(name)) == folded(name)


def test_naive_datetimes() -> None:
    """A datetime without a time zone, or with one that gives no offset, is no instant."""

    class Nowhere(tzinfo):
        def utcoffset(self, at: datetime | None, /) -> None:
            return None

        dst = tzname = utcoffset

    for at in (datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=Nowhere())):
        assert wrong(Application, company="co", at=at) == ["at"]
        assert wrong(instant, at) == ["at"]


def _no_offset(zone: Any, _: Any = None) -> timedelta:
    raise OverflowError("13800138000")


def _at_second_sight(zone: Any, _: Any = None) -> timedelta:
    zone.asked = getattr(zone, "asked", 0) + 1
    return timedelta(hours=8) if zone.asked % 2 else _no_offset(zone)


@pytest.mark.parametrize(
    "says", [_no_offset, lambda *_: "13800138000", lambda *_: timedelta(days=2), lambda *_: 1 / 0]
)
def test_LAW_7_a_time_zone_that_gives_no_offset_is_none(says: Any) -> None:
    """What it raises is not passed on, and at no end of time does a view come of it (LAW-6)."""
    zone = type("Zone", (tzinfo,), {"utcoffset": says})()
    for at in (datetime(2026, 1, 1, tzinfo=zone), Stamp(2026, 1, 1, tzinfo=zone), FIRST.replace(tzinfo=zone)):
        for take in (
            instant,
            lambda at: Application(company="co", at=at),
            lambda at: patch_settings(Settings(), {"blocks": [{"company": "co", "at": at}]}),
        ):
            with pytest.raises(InvalidValue, match="at: expected an instant with its time zone") as caught:
                take(at)
            assert "13800138000" not in "".join(format_exception(caught.value))


def test_LAW_6_a_time_zone_is_asked_once() -> None:
    """What was found right is not asked again, and then something else."""
    zone = type("Zone", (tzinfo,), {"utcoffset": _at_second_sight})
    assert instant(datetime(2026, 7, 1, 8, tzinfo=zone())) == datetime(2026, 7, 1, tzinfo=UTC)
    assert wrong(Application, company="co", at=datetime(2026, 7, 1, 8, tzinfo=zone())) == ["at"]


EAST, WEST = timezone(timedelta(hours=8)), timezone(timedelta(hours=-8))


def test_instants_that_utc_cannot_write() -> None:
    """At the ends of time an instant that UTC cannot write is refused in a resume."""
    for at in (datetime.min.replace(tzinfo=EAST), datetime.max.replace(tzinfo=WEST), "2026-01-01T00:00:00Z"):
        assert wrong(Application, company="co", at=at) == ["at"]
    for at in (FIRST, LAST, datetime.min.replace(tzinfo=WEST), datetime.max.replace(tzinfo=EAST)):
        assert Application(company="co", at=at).at == at


class Stamp(datetime):
    """What an ORM or a testing tool may give for an instant: it holds more, and writes itself in its own way."""

    def isoformat(self, *_: Any) -> str:
        return "secret"

    def astimezone(self, *_: Any) -> "Stamp":
        return self

    def utcoffset(self) -> timedelta:
        return timedelta(0)


@pytest.mark.parametrize("zone", [UTC, EAST, WEST])
def test_a_subclass_of_datetime_becomes_a_datetime(zone: timezone) -> None:
    """What is kept and shown is a plain datetime in UTC, whatever subclass was given, at the same instant."""
    given = Stamp(2026, 7, 1, 8, 30, 15, 123456, tzinfo=zone)
    plain = datetime(2026, 7, 1, 8, 30, 15, 123456, tzinfo=zone)
    sent = Application(company="acme", at=given)
    for at in (sent.at, instant(given)):
        assert type(at) is datetime
        assert at == plain
        assert at.tzinfo is UTC


def test_a_subclass_of_datetime_is_looked_at_as_it_is() -> None:
    """A subclass that claims a time zone has none, and one at the end of time is still there."""
    assert wrong(Application, company="acme", at=Stamp(2026, 7, 1)) == ["at"]
    assert wrong(instant, Stamp(2026, 7, 1)) == ["at"]
    assert instant(Stamp(1, 1, 1, tzinfo=EAST)) == FIRST


def test_instant() -> None:
    """The instant of a view is taken in UTC; at the ends of time the nearest that UTC can write."""
    at = datetime(2026, 7, 1, 8, tzinfo=EAST)
    assert instant(at).isoformat() == "2026-07-01T00:00:00+00:00"
    assert instant(at.astimezone(UTC)) == at
    assert instant(datetime.min.replace(tzinfo=EAST)) == FIRST
    assert instant(datetime.max.replace(tzinfo=WEST)) == LAST


def test_now() -> None:
    """Without an instant, now is meant, in UTC."""
    before = datetime.now(UTC)
    now = instant(None)
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC


@pytest.mark.parametrize("at", ["canary", 1683158400, timedelta(1)])
def test_no_instant(at: Any) -> None:
    """What is no datetime is a mistake of the program: a TypeError that names the type alone."""
    with pytest.raises(TypeError) as caught:
        instant(at)
    assert str(caught.value) == f"expected at to be a datetime, got {type(at).__name__}"


@pytest.mark.parametrize(
    ("code", "province"),
    [
        ("CN-GD", "广东"),
        ("CN-BJ", "北京"),
        ("CN-NM", "内蒙古"),
        ("CN-XZ", "西藏"),
        ("CN-XJ", "新疆"),
        ("CN-SN", "陕西"),
        ("CN-SX", "山西"),
        ("CN-HA", "河南"),
        ("CN-HE", "河北"),
        ("CN-HB", "湖北"),
        ("CN-HN", "湖南"),
        ("CN-HI", "海南"),
        ("CN-HK", "中国香港"),
        ("CN-MO", "中国澳门"),
        ("CN-TW", "中国台湾"),
    ],
)
def test_province(code: str, province: str) -> None:
    """At home a region is a province, shown by its name; Hong Kong, Macau and Taiwan are three of them."""
    assert IpRegion(code).code == code
    assert IpRegion(code).province == province


def test_provinces() -> None:
    """There are 34 provinces, autonomous regions, municipalities and special administrative regions, each named once."""
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 34
    for code, name in PROVINCES.items():
        assert IpRegion(code).province == name
        assert "\u4e00" <= min(name) <= max(name) <= "\u9fff"
        assert not name.endswith(("省", "市", "自治区"))


@pytest.mark.parametrize("code", ["SG", "US", "GB", "JP", "SH", "GD", "HN"])
def test_country(code: str) -> None:
    """Abroad a region is a country, of two letters that may be those of a province, and has no province."""
    assert IpRegion(code).province is None
    assert IpRegion(code) != IpRegion("CN-GD")


def test_countries() -> None:
    """Every country and territory abroad is two letters of ISO 3166-1; China and its regions are not among them."""
    assert len(COUNTRIES) == 249 - 4
    assert {"CN", "HK", "MO", "TW"}.isdisjoint(COUNTRIES)
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in COUNTRIES)
    assert PROVINCES.keys().isdisjoint(COUNTRIES)
    assert {IpRegion(code).province for code in COUNTRIES} == {None}


@pytest.mark.parametrize(
    "code",
    [
        "CN",
        "HK",
        "MO",
        "TW",
        "CN-XX",
        "CN-44",
        "CN-GD-SZ",
        "CN-GD 深圳",
        "CN-4403",
        "US-CA",
        "SG-01",
        "UK",
        "EU",
        "ZZ",
        "USA",
        "cn-gd",
        "CN-gd",
        "sg",
        "CN_GD",
        " CN-GD",
        "CN-GD\n",
        "ＣＮ-ＧＤ",
        "广东",
        "广东省深圳市",
        "中国香港",
        "canary",
        "203.0.113.7",
        "2001:db8::1",
        "22.54,114.06",
    ],
)
def test_no_region(code: str) -> None:
    """Nothing finer than a province or a country fits, nor an address, a name, another spelling, or a province as a country."""
    assert wrong(IpRegion, code) == ["code"]


@pytest.mark.parametrize("code", ["", " ", None, 440300, b"CN-GD", ["CN-GD"]])
def test_region_is_text(code: Any) -> None:
    """A region is stated by its code, a text."""
    assert wrong(IpRegion, code) == ["code"]
