"""The candidate's own number goes though some of its digits are masked, and figures that only look like it stay."""

from itertools import combinations
from random import Random

import pytest

from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, Known, Line, find, find_among, hide, redact

PHONE = MARKS[Language.ZH][Kind.PHONE]
MAINLAND, SINGAPORE = ("13912345678", "8613912345678"), ("91234567", "6591234567")


def known(*numbers: str) -> Known:
    """What is known of somebody with some numbers."""
    return Known(numbers=tuple((number, (Kind.PHONE,)) for number in numbers))


def masked(number: str, fewest: int) -> list[str]:
    """A number with a star for some of its digits, in every way that leaves so many."""
    return [
        "".join(digit if at in shown else "*" for at, digit in enumerate(number))
        for many in range(fewest, len(number))
        for shown in combinations(range(len(number)), many)
    ]


@pytest.mark.parametrize(
    ("numbers", "fewest"), [(MAINLAND, 7), (SINGAPORE, 4), (("7911123456", "447911123456"), 5)]
)
def test_PHONE_1_a_number_goes_whichever_of_its_digits_are_masked(
    numbers: tuple[str, ...], fewest: int
) -> None:
    """Where half of them are shown, or seven; also from the right, and beside other texts."""
    whole = known(*numbers)
    texts = [text for shown in masked(numbers[0], fewest) for text in (shown, shown[::-1])]
    assert [text for text in texts if any(map(str.isdigit, redact(text, known=whole)))] == []
    assert [text for text, found in find_among(texts, whole).items() if not found] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("x3912345678", f"x{PHONE}"),
        ("13**2345678", PHONE),
        ("139 12XX XX78", PHONE),
        ("139****56.78", PHONE),
        ("1.3.9****5678", PHONE),
        ("1、3、9****5678", PHONE),
        ("139****5、6、7、8", PHONE),
        ("139****5/6/7/8", PHONE),
        ("139****(5)(6)(7)(8)", f"{PHONE})"),
        ("139****5–6–7–8", PHONE),
        ("139\n****\n5678", PHONE),
        ("139n5678", PHONE),
        ("139aaaa5678", PHONE),
        ("139 ....5678", PHONE),
        ("1391234ddd", PHONE),
        ("139###2345###78", PHONE),
        ("八七六五****九三一", PHONE),
        ("****4321931", f"****{PHONE}"),
        ("\u202e8765****931\u202c", f"{PHONE}\u202c"),
        ("尾号\u202e8765\u202c", f"尾号{PHONE}\u202c"),
        ("0139****5678", f"0{PHONE}"),
        ("17951139****5678", f"17951{PHONE}"),
        ("+86 0139****5678", f"+86 0{PHONE}"),
        ("86-139****5678", PHONE),
        ("1. *******5678", f"1. *******{PHONE}"),
        ("2）****5678", f"2）****{PHONE}"),
        ("2019.03-2021.05 *******5678", f"2019.03-2021.05 *******{PHONE}"),
        ("2023\n*******5678", f"2023\n*******{PHONE}"),
        ("13800000000，*******5678", f"{PHONE}，*******{PHONE}"),
        ("+86 -------5678", f"+86 -------{PHONE}"),
        ("电话 +86-_______5678", f"电话 +86-_______{PHONE}"),
    ],
)
def test_PHONE_1_a_masked_number_goes_however_it_is_written(text: str, left: str) -> None:
    """Its digits parted by any usual signs, from the right, and with what is dialled before it."""
    assert redact(text, known=known(*MAINLAND)) == left


@pytest.mark.parametrize(
    ("numbers", "texts"),
    [
        (SINGAPORE, ["9123****", "尾号4567", "+65 91**4567", "****4567", "前四位9123"]),
        (("91234567", "85291234567"), ["9123 ****", "852-9123****"]),
        (("2168765432", "02168765432", "862168765432"), ["前七位0216876，", "0216876开头的手机"]),
        (("7911123456", "447911123456"), ["07911***456", "+44 7911 ****56", "0791****456", "尾号3456"]),
        (("9812345678", "919812345678"), ["98****5678", "98123*****", "ending 5678"]),
        (
            ("4155550117", "14155550117"),
            ["(415) 555-****", "415****0117", "(415) ***-0117", "415.555.****", "尾号0117"],
        ),
        (("4155550132", "14155550132"), ["+1415555013*", "+141555501**", "+1415***0132", "+1415-555-01**"]),
        (("62345718", "85262345718"), ["+8526234571*", "852623457**", "+8526***5718", "852623457口8"]),
        (("9012345678", "819012345678"), ["090-****-5678", "090-1234-****"]),
        (("1012345678", "821012345678"), ["010-****-5678", "010-1234-****"]),
        (("912345678", "886912345678"), ["0912***678", "0912-***-678"]),
    ],
)
def test_PHONE_1_a_number_from_abroad_goes_masked_and_by_its_ends(
    numbers: tuple[str, ...], texts: list[str]
) -> None:
    """However many digits it has; half of them are enough where as many signs stand for the others."""
    abroad = known(*numbers)
    assert [text for text in texts if redact(text, known=abroad) == text] == []
    assert [text for text, found in find_among(texts, abroad).items() if not found] == []


def test_PHONE_1_a_number_with_its_extension_goes_masked() -> None:
    """And a local number, without its area code, is one as a whole alone."""
    lines = (Line("02188887777", (Kind.PHONE,), "801"), Line("88887777", (Kind.PHONE,), near=True))
    line = Known(lines=lines)
    left = [
        hide(text, find(text, line))
        for text in ("021-****7777转801", "021-****7777", "8888****", "8888 7777")
    ]
    assert left == [PHONE, "021-****7777", "8888****", PHONE]


@pytest.mark.parametrize(
    "text",
    [
        "139****5679",
        "138****5678",
        "139123****",
        "139-1234",
        "1391*56**",
        "1*3*9",
        "9139****5678",
        "139****56789",
        "13*9*1***",
        "5 * 6 * 7 * 8",
        "***5678万",
        "**5678人**",
        "1920x1080",
        "● 2019.03-2021.06",
        "1 · 3 · 9 · 1",
        "12345678****",
        "****1391234",
        "1*3*9*1*2*3*4",
        "1391\n----\n5678",
        "1391\n*\n5678",
        "139.12.34.*",
        "6222 **** **** 5678",
        "6222****5678",
        "3 --- 5678",
        "13x12x45x78",
        "99五六七八是我的尾号",
    ],
)
def test_LAW_1_other_figures_beside_a_mask_stay(text: str) -> None:
    """Of another number, or too few."""
    assert [one for one in find(text, known(*MAINLAND)) if one.why.startswith("known")] == []


@pytest.mark.parametrize("text", ["银行卡 6222****5718", "订单2486****5718", "客户 6234****5804"])
def test_LAW_1_another_number_beside_a_mask_stays(text: str) -> None:
    """A few digits of an own short one are no more than chance beside those of another."""
    assert redact(text, known=known("62345718", "85262345718")) is text


@pytest.mark.parametrize(
    "text",
    ["GPA 3.9 ~ 4.0  ...", "评分5★，2019  --- 2020", "13912345678\n\n---", "5* 7  ---", "1  ,,,", "5★\n\n___", "5* \t———"],
)  # fmt: skip
def test_LAW_6_blanks_and_a_rule_behind_digits_are_looked_at(text: str) -> None:
    """Whatever stands there: nothing is raised."""
    left = redact(text, known=known(*MAINLAND))
    assert left == text or left.startswith(PHONE)


@pytest.mark.parametrize("trunk", [1, 20])
def test_LAW_1_many_lines_withhold_no_ordinary_text(trunk: int) -> None:
    """Of one trunk or of several, figures between stars or signs for times are looked at."""
    lines = tuple(Line(f"8640081234{one % trunk:02d}", (Kind.PHONE,), f"{1001 + one}") for one in range(40))
    texts = (
        "卷积核 1x1 3x3 1x1，1x1 5x5 1x1，1x1 3x3 1x1，步长 1x1 2x2，" * 3,
        "完成率 **98%**，**13** 个项目，**86** 家门店，**5** 人，" * 5,
        "提升 1.5x，2x，13x，1.8x；" * 8,
        "负责电商平台后端开发，日均处理订单 **1200** 万笔，接口延迟下降 **35%**，故障率 0.01%。" * 4,
    )
    assert [redact(text, known=Known(lines=lines)) is text for text in texts] == [True] * 4
    table = "Regression results (OLS):\n" + "\n".join(
        f"| year {2000 + year} | 3.21*** | 0.45** | 1.98* | -2.07*** |" for year in range(20)
    )
    assert redact(table, known=Known(lines=lines)) is table
    own = Known(lines=lines, numbers=(("13900000538", (Kind.PHONE,)),))
    masked = "优秀员工 1*3*9*0*0*0*0*0*5*3*8。139****0538，尾号0538"
    assert redact(masked, known=own) == f"优秀员工 {PHONE}。{PHONE}"


@pytest.mark.parametrize(
    "text",
    [
        "**2021**",
        "**2021.03-2022.04**",
        "**2021-03**",
        "某某2021届",
        "XX2021",
        "★★★2021",
        "电话会议，最后2021",
        "手机业务收尾2021",
        "负责电话销售 **2021**",
        "手机项目，2021结尾",
    ],
)
@pytest.mark.parametrize("number", ["13912342021", "91232021"])
def test_LAW_1_a_year_stays_that_the_number_ends_like(number: str, text: str) -> None:
    """A mark over it would show how the number ends."""
    assert redact(text, known=known(number)) is text


@pytest.mark.parametrize(
    "text",
    ["电话****2021", "手机：**2021", "手机最后2021", "my phone ends in 2021", "2021结尾的手机号", "手机号以2021结尾", "尾号2021", "1391234**21", "139****2021"],
)  # fmt: skip
def test_PHONE_1_a_year_goes_that_is_called_the_end_of_a_number(text: str) -> None:
    """Behind a word for telephone, or beside others of its digits."""
    assert redact(text, known=known("13912342021")) != text


def is_too_much(text: str, what: Known) -> bool:
    """Whether a text is withheld whole."""
    return [one.why for one in find(text, what)] == ["too much to look at"]


@pytest.mark.parametrize("piece", ["末5678 ", "5678a", "1****5678 ", "尾号5678/"])
def test_LAW_6_many_numbers_that_end_alike_do_not_make_a_text_long_to_look_at(piece: str) -> None:
    """A text of nothing but what all of them may be called by is withheld whole."""
    draw = Random(1)
    alike = known(*sorted({f"13{draw.randint(0, 99999):05d}5678" for _ in range(100)}))
    assert is_too_much("尾 " + piece * 1000, alike)


def test_LAW_6_many_addresses_that_begin_alike_do_not_make_a_text_long_to_look_at() -> None:
    """As many findings as a text may have are enough to know that it has too many."""
    mails = Known(emails=tuple((f"{'a' * many}@aa.aa", (Kind.EMAIL,)) for many in range(6, 64)))
    assert is_too_much("a" * 10000, mails)


def test_LAW_6_a_page_of_figures_is_looked_at_whole() -> None:
    """A table, for somebody with several numbers."""
    several = known(*(f"1391234567{one}" for one in range(9)))
    table = "期末考试成绩：" + "".join(f"语文 {one} 数学 {one + 3} 外语 {one + 5}；" for one in range(60, 95))
    assert redact(table * 3, known=several) == table * 3
