"""Telephone numbers as they are dialled in other countries, and numbers of their documents (CONTACT-2)."""

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, documents, find, redact

PHONE, DOCUMENT = (MARKS[Language.ZH][kind] for kind in (Kind.PHONE, Kind.NATIONAL_ID))


@each(
    "text",
    [
        # With nothing that says so: the form is enough.
        "Delphine, ⟦01 48 06 27 91⟧, Paris",
        "⟦06.12.34.56.78⟧",
        "⟦06-12-34-56-78⟧",
        "Max, ⟦0171 2345678⟧, Berlin",
        "⟦0171/2345678⟧",
        "⟦079 123 45 67⟧, Bern",
        "⟦070-123 45 67⟧, Malmö",
        "Dhaka, ⟦01712-345678⟧",
        "João, ⟦(11) 91234-5678⟧",
        "⟦8 (916) 123-45-67⟧, Moscow",
        # Behind a word for telephone.
        "Sel: ⟦0724410936⟧",
        "大陆：⟦2134 5678⟧",
        "llámame: ⟦2134 5678⟧",
        "kom. ⟦601 234 567⟧",
        "Cel: ⟦11 91234 5678⟧",
        "Natel ⟦079 123 45 67⟧",
        "What'sApp pls, ⟦zero seven one four 882 three three 9⟧",
        "text Declan (⟦0851937704⟧) and I'll bring my own knives",
        # No range of codes: of other lengths, in groups, and of other beginnings.
        "电话 ⟦61382907⟧ 到 6138290",
        "电话 ⟦6138 2907⟧ 到 61383006",
        "电话 ⟦61382907⟧ 到 87654321",
        "电话 ⟦61382907、61382900⟧",
    ],
)
def test_CONTACT_2_a_number_is_found_as_it_is_dialled_at_home(text: str) -> None:
    """In France, Germany, Switzerland, Sweden, Bangladesh, Brazil, Russia, South Africa, Poland and Ireland."""
    written, left = without_brackets(text, PHONE)
    assert redact(written) == left


@each(
    "text",
    [
        "CNIC ⟦35202-6648193-7⟧, domicile Lahore",
        "PESEL ⟦91040712389⟧",
        "NIE: ⟦Y4718263B⟧, driving licence",
        "avs ⟦756.1234.5678.97⟧",
        "My PPS is ⟦8147206WA⟧ if you need it",
        "Passport AUS ⟦N7316648⟧ valid to 2031",
        "Passport (UK): ⟦548120973⟧, expires 2031",
        "Voter ID (EPIC) ⟦XJK2240917⟧",
        "CURP ⟦GOMC850101HDFRRL09⟧",
        "在留カード番号 ⟦TK48120975EA⟧",
        "护照编号：⟦E12345678⟧",
        "通行证信息：⟦C12345678⟧",
        "社保电脑号 ⟦123456789⟧",
        "Passeport n° ⟦12AB34567⟧",
        "Reisepass-Nr. ⟦C01X00T47⟧",
        "Pasaporte: ⟦XDB123456⟧",
        "Passaporto ⟦YA1234567⟧",
        "Paspoort ⟦NX1234567⟧",
        "Pasaport No ⟦U12345678⟧",
        "hộ chiếu số ⟦B1234567⟧",
        "여권 번호: ⟦M12345678⟧",
        "パスポート ⟦TK1234567⟧",
        "旅券番号 ⟦TK1234567⟧",
        "Passport copy no. ⟦E12345678⟧",
        "Driver's License: CA ⟦D1234567⟧",
        "军官证 南字第⟦2156743⟧号",
        "Паспорт: ⟦4510 123456⟧",
        "загранпаспорт ⟦75 1234567⟧",
        "⟦AB1234567⟧ паспорт",
        "Passport: 护照 ⟦E12345678⟧",
        "Qatar ID ⟦28935601472⟧, sponsorship transferable",
        "UAE ID: ⟦784198848217732⟧",
        "Kenyan ID ⟦28473920⟧",
        "NID ⟦19882692504821773⟧ (Bangladesh)",
        "Cedula de ciudadania No. ⟦1.048.217.730⟧",
        "Cédula de identidad: ⟦1.048.217.730⟧",
        "Medicare card ⟦4821 77301 9⟧",
        "Pag-IBIG ⟦1211-4821-7730⟧",
        "Seaman's book ⟦C0482177⟧, SIRB",
        "Seaman book no. ⟦C0482177⟧ exp. 2029",
        "Seafarer's book ⟦C0482177⟧",
        "NPWP ⟦48.217.730.1-954.000⟧",
        "Visa grant number ⟦0048217730195⟧",
        "Green card A# ⟦A048-217-730⟧",
        "Alien number ⟦A048217730⟧, EAD valid till May 2027",
        "Alien no. ⟦A048217730⟧",
        "EAD card ⟦SRC2148217730⟧",
        "USCIS number ⟦048217730⟧",
        "CDL ⟦B4821773⟧ class A with hazmat",
        "Rodné číslo ⟦880215/4821⟧",
        "Rodné č. ⟦885215/4821⟧",
        "N° de sécu : ⟦2 91 07 69 381 224 63⟧",
        "numéro de sécurité sociale ⟦2 91 07 69 381 224 63⟧",
        "IDNP ⟦2004821773019⟧",
        "РНОКПП ⟦4821773019⟧",
        "ІПН ⟦3218217730⟧",
        "СНИЛС ⟦482-177-301 95⟧",
        "ΑΔΤ ⟦ΑΒ482177⟧",
        "Isikukood ⟦38802154821⟧",
        "Asmens kodas ⟦38802154821⟧",
        "Personas kods ⟦320288-14821⟧",
        "住民票コード ⟦48217730195⟧",
        "個人番号 ⟦482177301956⟧",
        # The number stands first.
        "⟦EB1234567⟧（护照号）",
        "⟦E12345678⟧ 护照",
        "⟦E12345678⟧是我的护照号码",
        "⟦C12345678⟧（港澳通行证）",
        "⟦EB1234567⟧ is my passport number",
        "⟦G 12345678⟧ (passport, valid to 2030)",
        "⟦523456789⟧ is my SSN",
        "This is ⟦AB1234567⟧ (passport)",
        "My no. is ⟦EB1234567⟧ (passport)",
        "⟦523456789⟧ （护照）",
        "⟦12345678⟧是我的社保电脑号",
    ],
)
def test_CONTACT_2_the_number_of_a_document_is_found_by_the_name_of_the_document(text: str) -> None:
    """Also behind the country in brackets or in three letters, and where letters stand in it."""
    written, left = without_brackets(text, DOCUMENT)
    assert redact(written) == left


@each(
    "text",
    [
        "01 02 03 04 05 06",
        "01-02-03-04-05",
        "封装 0402/0603/0805 各 1000 颗",
        "GSM 850/900/1800/1900",
        "RFC 2616, RFC 793",
        "passport to success 2021",
        "call center (2019-2021)",
        "text mining (20190101)",
        "Processed 12345678 passports",
        # The name behind a code means something else, or names the work.
        "SKU AB123456 tin (500 g) relabelled",
        "Model 12345678 (pan)",
        "AB123456 passport office project",
        "Ticket PP1234567 (passport)",
        "缺陷 B123456 身份证识别",
        "需求 R2023001 护照扫描",
        "MR 12345678 is passport scanner",
        "20190315（护照到期）",
        "20190315（护照）",
        "BATCHX1234567 护照",
        "Drawing 420-138-0662 rev. F",
        "Vessel call numbers 2023/1188 to 2023/1741",
        "值 0000-0400 / 1200-1600 班",
        "埃塞 74110 74112 混种",
        "ledger 0161-496-0112",
        "发票代码 044001900211 号码 61382907~61383006 领了一百张",
        "invoice number 61382907 to 61383006",
    ],
)
def test_other_figures_stay(text: str) -> None:
    """Rows that are counted, sizes, frequencies, standards and years."""
    assert redact(text) is text


@each(
    "word",
    [
        "هاتف",
        "جوال",
        "موبايل",
        "تليفون",
        "محمول",
        "واتساب",
        "تلفن",
        "همراه",
        "فون",
        "फोन",
        "मोबाइल",
        "नंबर",
        "ফোন",
        "মোবাইল",
        "மொபைல்",
        "ఫోన్",
        "ಫೋನ್",
        "ഫോൺ",
        "ਫੋਨ",
        "ફોન",
        "전화",
        "휴대폰",
        "핸드폰",
        "연락처",
        "טלפון",
        "נייד",
        "τηλ",
        "τηλέφωνο",
        "κινητό",
        "тел",
        "моб",
        "телефон",
        "мобильный",
        "мобільний",
        "携帯",
        "ケータイ",
        "โทร",
        "เบอร์",
        "มือถือ",
        "հեռ",
        "ტელ",
        "sđt",
        "điện thoại",
        "الهاتف رقم",
        "моб. тел",
    ],
)
@each("joint", [": ", " "])
def test_CONTACT_2_a_word_for_telephone_is_read_in_any_script(word: str, joint: str) -> None:
    """Behind it, eight figures are a number, as behind the English word."""
    assert redact(f"{word}{joint}9123 4567") == f"{word}{joint}{PHONE}"


@each("text", ["رقم الطلب: 9123 4567", "номер заказа 9123 4567", "отель 9123 4567", "주문 9123 4567"])
def test_another_word_of_such_a_script_announces_no_number(text: str) -> None:
    """An order has a number, too."""
    assert redact(text) is text


@each(
    "text",
    [
        # Known by its form, with a check digit where the country has one.
        "Milano, ⟦BNCLRA89D52F205K⟧",
        "⟦LOVA910517HJCPRL04⟧, Guadalajara",
        "⟦BKVPR4812M⟧ / ⟦4827 1936 0549⟧",
        "PAN: ⟦BKVPR4812M⟧",
        "⟦12345678Z⟧, Sevilla",
        "⟦12.345.678-Z⟧",
        "⟦X1234567L⟧",
        "SG citizen, ⟦S1234567D⟧",
        "⟦F1234567N⟧, work pass",
        "⟦756.1234.5678.97⟧",
        "⟦7561234567897⟧",
        "⟦85.07.30-033.28⟧, Gent",
        "⟦05.07.30-033.84⟧",
        "⟦10071512306⟧",  # born since 2000
        "⟦44051401359⟧",
        "⟦26017510001⟧",
        "⟦10000000146⟧, Ankara",
        "⟦529.982.247-25⟧, Recife",
        "⟦52998224725⟧",
        "⟦12.345.678-5⟧, Santiago",
        "⟦7.654.321-6⟧, Temuco",
        "⟦20-12345678-6⟧, Rosario",
        "South African, ID ⟦8001015009087⟧",
        "⟦920314-5048179⟧, E-7 visa",
        "⟦880214-14-5533⟧, Ipoh",
        "⟦1-1017-00230-70-8⟧",
        "⟦784-1984-1234567-1⟧, Sharjah",
        "⟦28504121234567⟧",
        "⟦2 69 05 49 588 157 80⟧",
        "⟦131052-308T⟧, Oulu",
        "⟦811228-9874⟧, Malmö",
        "⟦736028/5163⟧",
        "⟦1800101221144⟧",
        "⟦15 070649 C 103⟧",
        "⟦112-233-445 95⟧",
        "⟦115-479-999 00⟧",
        "⟦A123456(3)⟧",
        "⟦WX123456(9)⟧",
        "⟦C123450(A)⟧",
        "⟦A123456789⟧, Tainan",
        "⟦AB 12 34 56 C⟧",
        "⟦GHA-728419365-4⟧",
        "⟦35202-6648193-7⟧, Lahore",
        "⟦91040712389⟧、⟦85123112346⟧",  # others than codes of a list: they begin in other ways,
        "⟦91040712389⟧ / 910407",  # or one is shorter
    ],
)
def test_CONTACT_2_the_number_of_an_identity_document_is_found_by_its_form(text: str) -> None:
    """With nothing that says so."""
    written, left = without_brackets(text, DOCUMENT)
    assert redact(written) == left


FORMS = [documents._form(row["form"]) for rows in documents._ROWS.values() for row in rows]


@given(st.sampled_from(FORMS).flatmap(lambda form: st.from_regex(re.compile(form, re.ASCII), fullmatch=True)))
def test_no_quick_look_rules_a_number_of_a_known_form_out(written: str) -> None:
    """Whatever it looks for, a number of each form holds it: what is found does not depend on other texts."""
    with patch.object(documents, "_is_sure", lambda *_: True):
        found = [one for one in find(f"Mumbai, {written}, x") if one.why == "the form of a document"]
    assert [(one.start, one.end) for one in found] == [(8, 8 + len(written))]


@each(
    "text",
    [
        "SIN available on request, but since your form insists: ⟦548 217 934⟧.",
        "my social is the one on the form, ⟦478-29-6103⟧",
        "You'll need my NI number for payroll, I suppose: ⟦JH482173B⟧",
        "Thai ID (Bangkok) is ⟦1101700230708⟧",
        # With no check digit.
        "NIC ⟦923741856V⟧ (old type)",
        "CIN ⟦BK482917⟧, permis A/B",
        "DL# ⟦S4829-17365-90314⟧, clean abstract",
        "teudat zehut ⟦038471926⟧",
        "Carta d'identità ⟦CA81420KT⟧",
    ],
)
def test_CONTACT_2_a_number_that_is_not_sure_by_its_form_needs_the_name_of_its_document(text: str) -> None:
    """Right before it, or some words before it if it has a check digit."""
    written, left = without_brackets(text, DOCUMENT)
    assert redact(written) == left


@each(
    "text",
    [
        # A wrong check digit.
        "4827 1936 0548",
        "12345678A",
        "S1234567E",
        "44051401358",
        "10000000145",
        "8001015009088",
        "10000000001",  # one check digit of two
        "Ledger 14.644.603-0 reconciled",
        "Ledger 434.072.275-63 reconciled",
        "340-608-448 38 units of item",
        "图纸 GB082580(2) 修订",
        "Drawing A018830(1)",
        # A year in which no candidate was born.
        "Folder 240115-01-0023",
        "Handled wire 220205-7932319 for the client",
        "Handled incident 20241004-1293 end to end",
        "固件 20170612A 发布",
        "Assembled module 33250216C537",
        # Three figures of four digits, with nothing that says more.
        "QPS 5200 3500 8300",
        "Cisco 2911 3925 4451 routers",
        "order 811228-9873",
        "A123456788",
        "SIN available on request: 548 217 935.",
        # A form that is not sure, and no name of a document.
        "Replaced gasket 531-48-2907 on twelve gensets",
        "548 217 934 rows",
        # The name of a code before it, a code around it, and years behind the name of a document.
        "例：6901021000081 是绿瓶水，6901028075862 是烟。",  # barcodes of China
        "EAN 9203145087087 was the worst-selling SKU",
        "GDT-138-05-7720-A",
        "Model K4827 1936 0549 shipped",
        "12/44051401359 of the cases",
        "INV-2022-0647-5550",
        "DL/T 5136-2012",
        "driving licence 2015-2020",
        "Resident ID of the host: 12",
        "Green card holders 2015-2020",
        "Implemented the customer ID 48217730 lookup",
        "料号都是 11 位，像 60300245180、60300245196",
        "60300245196、60300245180 两种",
    ],
)
def test_what_only_looks_like_the_number_of_a_document_stays(text: str) -> None:
    """Codes, counts and standards."""
    assert redact(text) is text


@each(
    "text",
    [
        "Available weekends. ⟦634 82 91 57⟧",
        "forklift licence, ready to relocate. ⟦512847293⟧",
        "Brno, ⟦602 481 937⟧, crane operator",
        "Dakar / Wave merchant trainer. ⟦77 482 61 93⟧",
        "Budapest, ⟦06 30 482 7193⟧, event manager",
        "Beograd ⟦064/482-71-93⟧, CNC",
        "(T) ⟦030 / 23 12 58 41⟧",
        "Mechanic, Douala\n⟦6 77 48 29 17⟧ (MTN), ⟦6 95 30 71 84⟧ (Orange)",
        "own motorbike. ⟦948 273 615⟧ claro, y también entel ⟦917 364 082⟧",
        "my manager Alan Yip (⟦2736 4419⟧) is glad to talk",
        "house ⟦04-226 8157⟧, weekends only",
        "Aarhus\n⟦40 12 93 56⟧\nWelder",
        "⟦646 555 0139⟧",
        "Brno, ⟦602 781 937⟧, crane operator",  # ascending by chance
        "Buenos Aires, ⟦11 4829-3017⟧, mozo",
        "Lviv, ⟦4812 5217⟧, welder",
        "香港 ⟦9123 4567⟧",
        "Jan | ⟦06-12345678⟧ | Utrecht",
        "Budapest, ⟦06 20 987 6543⟧",
        # Whatever the lines around it hold.
        "Ana Ruiz\n⟦634829157⟧\n28001 Madrid",
        "⟦634 829 157⟧\n2019-2021",
        "12 years in sales\n⟦634829157⟧",
        "4 8 15\n⟦634829157⟧",
        "熟悉常用工具。\nReady to relocate. ⟦512847293⟧\n熟悉常用工具。",
        "2019年起负责后端服务。\nCDMX ⟦55 4471 2208⟧, text anytime",
    ],
)
def test_CONTACT_2_a_number_at_home_is_found_where_it_is_all_that_a_clause_holds(text: str) -> None:
    """In Spain, Poland, Czechia, Senegal, Hungary, Serbia, Germany, Cameroon, Peru, Hong Kong, Malaysia, Denmark and America."""
    written, left = without_brackets(text, PHONE)
    assert redact(written) == left


@each(
    "text",
    [
        # Amounts.
        "Total. 12 480 917",
        "Revenue, 1 234 567 890, doubled",
        "Sales by region: 12 480 917, 948 273 615, 812 332 120",
        "948 273 615 visitors",
        "948.273.615",
        "Presupuesto of COP 1.018.472.936 executed",
        "Brno, 602 481 000, crane operator",
        "Lviv, 4800 5200, welder",
        "Brno, 23 456 789 012, crane operator",
        "Revenue, 948 273 615, doubled",
        "948 273 615, 812 332 120, 750 113 204",
        # Lists, years, dates and versions.
        "Sizes. 30 60 90 120",
        "20 30 40 50 60",
        "Ratings, 9-8-7-10-9-8-9-10, from guests",
        "Marks, 420/80/72/16/98, in May",
        "Notes, 62 65 80 91 58, out of five",
        "Lviv, 2019 2021, welder",
        "Intakes. 2019 2020 2021",
        "09/2018 2020",
        "(2019 2020)",
        "Windows 7, 6.1.7601.17514, x64",
        # Codes.
        "Cambridge, MA, 02139-4307",
        "Lots:\n512847293\n512847294",
        "Ref. 948 273 615",
        "order no. 602 481 937",
        "531-48-2907",
        "ISBN 0-306-40615-2",
        "The first order I ever picked was 4417-0982-55, two garden gnomes and a hose",
        "Proc. 0012847-39.2020.8.26.0100 (TJSP)",
        "REACH 01-2119471330-49",
        "Case 2:19-cv-04829-RSWL",
    ],
)
def test_figures_that_look_like_a_number_at_home_stay(text: str) -> None:
    """Amounts, lists, dates, versions and codes, also where they stand alone."""
    assert redact(text) is text


def test_figures_behind_a_messenger_are_an_account_and_no_number_at_home() -> None:
    """As many figures as a number has, in brackets."""
    assert redact("Add me on QQ (927184063)") == f"Add me on QQ ({MARKS[Language.ZH][Kind.MESSENGER]})"


@each(
    "text",
    [
        # Figures and words that are glued together.
        "⟦416-5five5-0123⟧",
        "drywall, ⟦zero7nine11one23four56⟧",
        "⟦0722-12three-456⟧",
        # Double a digit.
        "⟦04double12 345 678⟧",
        "⟦zero 4 triple 1 22 333⟧",
        # One word among figures, where a clause holds nothing else.
        "⟦98401 277 fifty⟧",
        # Words for the signs.
        "⟦416 dash 555 dash 0123⟧",
        "Numbers only: ⟦07911<space>123<space>456⟧",
        "⟦07911 hyphen 123 hyphen 456⟧",
        # A number that is dialled with a zero, parted by one sign of any kind.
        "⟦0412*345*678⟧",
        "⟦0412…345…678⟧",
        "⟦0412 💛 345 💛 678⟧",
        "⟦0412~345~678⟧ text only",
        # Words that lead up to a number.
        "give me a bell on ⟦7123456⟧",
        "best reached on ⟦8123 4567⟧ in the evening",
        "DDI ⟦8123 4567⟧",
        "get hold of me on ⟦612 9008 774⟧",
    ],
)
def test_CONTACT_2_a_number_is_found_in_figures_and_words(text: str) -> None:
    """People who write English mix figures with words for digits and for signs."""
    written, left = without_brackets(text, PHONE)
    assert redact(written) == left


@each(
    "text",
    [
        "one7eight2 is the name of a band",
        "a 12three45 bracket",
        "in 2020 twenty 300-seat halls",
        "Flow 300 dash 400",
        "0805, 0603, 0402 parts",
        "0120:345:678 in the log",
        "08+123+456",
        "double 12 345 bolts",
        "home: 2015, 2018",
    ],
)
def test_figures_beside_words_stay(text: str) -> None:
    """A few figures, figures in a list and those with signs of reckoning are no number."""
    assert redact(text) is text
