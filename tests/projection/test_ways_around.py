"""Ways around the redaction that were once open, each through a whole view."""

import attrs
import pytest

import people
from known_names import MARK, Hider
from resume_visibility import InvalidValue, KeywordBlock, NameDisplay, Part, Resume, Visibility, view_for
from resume_visibility.model import PersonName, Url
from resume_visibility.projection.projectors import projector_of
from resume_visibility.text import Kind, Known, find, find_in_link, redact, suspects

OPEN = people.resume()
CHAT = people.with_settings(OPEN, visibility=Visibility.CHAT_ONLY)
OWN = "13912345678"


def shown_strengths(resume: Resume, strengths: str, highlights: str = "x") -> str | None:
    """The strengths as a recruiter sees them."""
    written = attrs.evolve(resume, strengths=strengths, highlights=highlights)
    view = view_for(people.stranger, written, at=people.AT)
    assert view is not None
    return view.sections.strengths


@pytest.mark.parametrize(
    "text",
    [
        "139和一二三四和5678",
        "一和三和九和一和二和三和四和五和六和七和八",
        "139哈哈l234哈哈5678",
        "139 and l234 and 5678",
        "139，中间夹着很长的话，说了很多很多也不停下来，再往后才是一二三四，又隔了很远很远很远很远，5678",
        "手机尾号5678",
        "last four digits are 5678",
        "前七位1391234",
        "last 4 digits: 5678",
        "last4: 5678",
        "最后 4 位：5678",
        "尾号五六七八",
        "后四位是五六七八",
        "前七位一三九一二三四",
        "尾号伍陆柒捌",
        "尾号 5 6 7 8",
        "尾号56-78",
        "5678结尾",
        "以5678结尾的手机号",
        "电话****5678",
        "后八位是12345678",
        "后八位1234 5678",
        "后七位2345678",
        "我的号码以1391234开头",
        "前七位 1391 234",
    ],
)
def test_the_own_number_goes_however_far_apart(text: str) -> None:
    """PHONE-1: in mixed writings, with words between, and in the pieces that are called so."""
    assert "电话已隐藏" in str(shown_strengths(CHAT, text))


@pytest.mark.parametrize(
    "text",
    [
        "5678台设备",
        "2015678",
        "订单5678",
        "first 13912345 rows",
        "尾号56789",
        "尾号567",
        "以2015678结尾",
        "开头5678",
        "尾号1391",
        "共四五百人，尾号6789",
    ],
)
def test_figures_of_the_own_number_are_not_its_pieces(text: str) -> None:
    """A few digits that nothing calls a piece of a number stay."""
    assert shown_strengths(CHAT, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "微信[电话已隐藏]：zhang_88",
        "138[电话已隐藏]0000[电话已隐藏]4321",
        "zhao@[邮箱已隐藏]mail.com",
        "微信[phone withheld]zhang_88",
        "微信[姓名已隐藏]：zhang_88",
        "微信[homepage withheld]zhang_88",
        "zhao@[name withheld]mail.com",
        "138[主页已隐藏]0000[homepage withheld]4321",
    ],
)
def test_a_typed_mark_hides_nothing(text: str) -> None:
    """CONTACT-2: a mark that the candidate typed parts no detail; alone it stays as it is."""
    assert shown_strengths(CHAT, text) != text
    assert shown_strengths(CHAT, "电话[电话已隐藏]，工作认真") == "电话[电话已隐藏]，工作认真"


@pytest.mark.parametrize("times", [1, 2, 5, 40])
def test_a_mark_within_a_mark_hides_nothing(times: int) -> None:
    """CONTACT-2: one that is left when another is taken out parts no detail either; very many are withheld whole."""
    mark = f"{'[电话' * times}[电话已隐藏]{'已隐藏]' * times}"
    basics = attrs.evolve(HONORIFIC.basics, name=PersonName("张三丰"))
    left = shown_strengths(attrs.evolve(HONORIFIC, basics=basics), f"，张{mark}三丰。") or ""
    assert left == ("，[姓名已隐藏]。" if times < 8 else left)
    assert "三丰" not in left
    assert shown_strengths(CHAT, f"1380{mark}0004321") == "[电话已隐藏]"


@pytest.mark.parametrize(
    "text",
    ["138 0000 4321@x.com", "tel13800004321@163.com", "x@13800004321.com", "110101199003071233@x.com"],
)
def test_a_number_is_no_address(text: str) -> None:
    """CONTACT-2: where e-mail is granted and numbers are not, an address made of a number goes."""
    assert shown_strengths(OPEN, text) != text


def test_an_account_is_not_cleared_beside_an_address() -> None:
    """What one text says of mail does not make an address of what is an account in the next."""
    account = "同款账号%@linxi.draw"
    assert (
        shown_strengths(OPEN, account) == shown_strengths(OPEN, account, "邮箱 zhang@example.com") != account
    )


@pytest.mark.parametrize(
    "text",
    [
        "ins：zhangsan",
        "FB：kevinliu",
        "WA: 88239017",
        "line账号kevinliu",
        "b站账号noa.b",
        "脉脉：kevinliu",
        "teams：kevinliu",
        "write to zhang.san at example.de",
        "zhang.san AT icloud(.)com",
        "li_wei_at_proton[.]me",
        "身份证 110101 和 1990 和 0307 和 1233",
        "打yao·wu·ba·ling·ling·ling·ling·si·san·er·yao",
        "call one_three_eight_zero_zero_zero_zero_four_three_two_one",
    ],
)
def test_a_detail_is_signalled_however_it_is_written(text: str) -> None:
    """What a detector would find is not missed by the guard before it."""
    assert shown_strengths(CHAT, text) != text


SEPARATORS = (
    "和",
    "哈哈",
    " and ",
    "啊",
    "然后",
    "-",
    " ",
    "😀",
    "，",
    "后面是",
    "杠",
    "***",
    "_",
    "。",
    "：",
    "\n",
)
SHAPES = ((3, 4, 4), (4, 4, 3), (3, 2, 2, 2, 2), (1,) * 11, (2,) * 5 + (1,), (3, 3, 5), (5, 6), (3, 4, 2, 2))


@pytest.mark.parametrize("digits", [OWN, "一三九一二三四五六七八", "1三9一2三4五6七8"])
@pytest.mark.parametrize("parting", SEPARATORS)
def test_a_parted_number_is_signalled(digits: str, parting: str) -> None:
    """Whatever parts the digits of a mobile number into pieces of any size, the guard lets the detectors see it."""
    for shape in SHAPES:
        starts = [sum(shape[:i]) for i in range(len(shape))]
        pieces = [digits[start : start + size] for start, size in zip(starts, shape, strict=True)]
        for lead in ("", "手机", "电话：", "我的号码是"):
            text = lead + parting.join(pieces)
            assert not find(text) or text in suspects([text]), text


def test_a_second_look_cuts_no_number() -> None:
    """What stands near a detail that was taken out is read from the start of its word or number."""
    text = "11010119900307123\n11010119900307123\n邮箱songjia艾忒qq点康姆"
    assert redact(text).startswith("11010119900307123\n11010119900307123\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("María José Carreño Quiñones", "Carreño Quiñones, María José"),
        ("Lena Vasquez", "Lena%20Vasquez_CV.pdf"),
        ("张三丰", "%E5%BC%A0%E4%B8%89%E4%B8%B0.pdf"),
        ("张三丰", "张&#19977;丰的简历"),
    ],
)
def test_a_name_goes_turned_and_encoded(name: str, text: str) -> None:
    """NAME-4: from any word on, and as links and file names spell it."""
    assert MARK in Hider([name])(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("我是张[姓名已隐藏]三丰。", "我是[姓名已隐藏]。"),
        ("我是张[电话已隐藏]三丰。", "我是[姓名已隐藏]。"),
        ("我是张张三丰三丰。", "我是[姓名已隐藏]。"),
        ("我是" + "张" * 9 + "三丰" * 9, "[姓名已隐藏]"),
        ("[姓名已隐藏]的助理", "[姓名已隐藏]的助理"),
        ("张先生，电话[电话已隐藏]", "张先生，电话[电话已隐藏]"),
    ],
)
def test_a_mark_hides_no_name(text: str, left: str) -> None:
    """NAME-4: the name is found around a mark, be it typed or put there; without end, the whole text goes."""
    basics = attrs.evolve(people.resume().basics, name=PersonName("张三丰"))
    resume = people.with_settings(attrs.evolve(OPEN, basics=basics), name_display=NameDisplay.HONORIFIC)
    assert shown_strengths(resume, text) == left
    assert shown_strengths(resume, left) == left


HONORIFIC = people.with_settings(OPEN, visibility=Visibility.CHAT_ONLY, name_display=NameDisplay.HONORIFIC)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("138张三丰00004321", "[电话已隐藏]"),
        ("zhao@张三丰mail.com", "[邮箱已隐藏]"),
        ("微信张三丰：zhang_88", "微信[姓名已隐藏]：[社交账号已隐藏]"),
        ("138张三丰00004321，张[电话已隐藏]三丰", "[电话已隐藏]，[姓名已隐藏]"),
        ("138[电话已隐藏]张三丰0000 4321", "[电话已隐藏]"),
        ("张三丰：微信zhang_88，Kubernetes专家", "[姓名已隐藏]：微信[社交账号已隐藏]，Kubernetes专家"),
        ("我：" + "张 138" * 9 + "张三丰" + "00004321 三丰" * 9, "[姓名已隐藏]"),
    ],
)
def test_the_name_hides_no_detail(text: str, left: str) -> None:
    """CONTACT-2: what stands around the name is read without it; what stands beside it stays."""
    basics = attrs.evolve(OPEN.basics, name=PersonName("张三丰"))
    assert shown_strengths(attrs.evolve(HONORIFIC, basics=basics), text) == left


def test_CONTACT_2_an_address_of_which_each_item_holds_a_piece_goes_from_a_view() -> None:
    """A list of short texts is looked at as one, though none of its items would be looked at alone."""
    job = attrs.evolve(OPEN.work[0], skills=("lena.vasquez", "@", "example.com"))
    view = view_for(people.stranger, attrs.evolve(CHAT, work=(job,)), at=people.AT)
    assert view is not None
    left = " ".join(view.sections.work[0].skills)
    assert ("lena" in left, "example" in left) == (False, False)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Иван Петров", "Петров Иван"),
        ("김철수", "김 철수"),
        ("😀", "😀"),
        ("😀", "%F0%9F%98%80"),
        ("鱻龘靐", "&#40059;&#40856;&#38736;"),
        ("鱻龘靐", "%E9%B1%BB%E9%BE%98%E9%9D%90"),
    ],
)
def test_NAME_4_a_name_in_any_script_and_spelling_goes_from_a_view(name: str, written: str) -> None:
    """Whatever a name is written in, and however its letters are encoded, a text that hides nothing else is rid of it."""
    basics = attrs.evolve(OPEN.basics, name=PersonName(name))
    assert shown_strengths(attrs.evolve(HONORIFIC, basics=basics), f"，{written}。") == "，[姓名已隐藏]。"


HOME = "https://zhangsan.example/me"


@pytest.mark.parametrize(
    ("home", "text", "left"),
    [
        ("https://zhangsan.me", "邮箱 hi@zhangsan.me", "邮箱 [邮箱已隐藏]"),
        ("https://qq.com", "mail 987654321@qq.com", "mail [邮箱已隐藏]"),
        ("https://site.com/u139", "https://site.com/u13912345678", "https://site.com/u[电话已隐藏]"),
        ("https://zhangsan.me", "微信 zhangsan.me_88", "微信 [社交账号已隐藏]"),
        (HOME, "看ZHANGSAN.example/me。", "看[主页已隐藏]。"),
        (HOME, "看ｚｈａｎｇｓａｎ.example/me", "看[主页已隐藏]"),
        (HOME, "zhangsan.example/me", "[主页已隐藏]"),
        (HOME, "看 www.zhangsan。example/me/", "看 [主页已隐藏]/"),
        (HOME, "zhangsan.example/men", "zhangsan.example/men"),
        ("https://张三.中国", "主页 张三.中国", "主页 [主页已隐藏]"),
    ],
)
def test_a_homepage_is_an_address_of_its_own(home: str, text: str, left: str) -> None:
    """CONTACT-1, CONTACT-2: however it is written; and as a part of another detail it hides nothing of that."""
    contact = attrs.evolve(CHAT.basics.contact, homepage=Url(home))
    resume = attrs.evolve(CHAT, basics=attrs.evolve(CHAT.basics, contact=contact))
    assert shown_strengths(resume, text) == left


@pytest.mark.parametrize(
    "address",
    [
        "https://ZHANGSAN.example/me",
        "https://www.zhangsan.example:443/me",
        "https://zhangsan.example/%6de",
        "https://archive.example/web/https%3A%2F%2Fzhangsan.example%2Fme",
        "https://archive.example/?u=" + "https%3A%2F%2Fzhangsan.example%2Fme".replace("%", "%" + "25" * 9),
    ],
)
def test_a_link_to_the_homepage_is_left_out(address: str) -> None:
    """CONTACT-1: a link leads to the homepage however its address is written."""
    known = Known(homepages=((HOME, (Kind.HOMEPAGE,)),))
    assert Kind.HOMEPAGE in find_in_link(address, known)
    assert find_in_link("https://other.example/?page=zhangsan", known) == frozenset()


def test_CONTACT_1_a_link_elsewhere_is_shown() -> None:
    """A work stays where the homepage is withheld, if its link leads to another page."""
    view = view_for(people.stranger, CHAT, at=people.AT)
    assert view is not None
    assert Part.HOMEPAGE in view.withheld
    assert view.sections.portfolio == CHAT.portfolio


@pytest.mark.parametrize("unseen", ["\u2065", "\ufff0", "\ufff8", "\U000e0080"])
def test_an_unassigned_blank_parts_no_detail(unseen: str) -> None:
    """CONTACT-2: what no reader sees is not read."""
    for text in (f"zhao@ma{unseen}il.com", f"微信 zha{unseen}ng_88", f"138{unseen}00004321"):
        assert shown_strengths(CHAT, text) in ("[邮箱已隐藏]", "微信 [社交账号已隐藏]", "[电话已隐藏]")


def test_an_encoded_text_without_the_name_is_itself() -> None:
    """A text with percent signs or entities and no name in it is the same object."""
    text = "ROI +15%20 &amp; 100%"
    assert Hider(["张三丰"])(text) is text


@pytest.mark.parametrize(
    "keyword",
    ["\u3164", "\u1160", "\u2800", "\uffa0\u3164", *"´¨¯˘゛ﾞ", "\u2065", "\ufff3", "\U000e0fff\u2800"],
)
def test_a_blank_blocks_nobody(keyword: str) -> None:
    """BLOCK-2: a word that nobody can see would be found in every company's name, and is refused."""
    with pytest.raises(InvalidValue):
        KeywordBlock(keyword=keyword, at=people.AT)


def test_a_tuple_of_several_types_has_no_way_into_a_view() -> None:
    """LAW-5: of (text, number) one would pass unread, so the import stops."""
    with pytest.raises(TypeError, match="how does"):
        projector_of(tuple[str, int])
