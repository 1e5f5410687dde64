"""Telephone numbers as they are dialled in other countries, and numbers of their documents (CONTACT-2)."""

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, redact

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
        "kom. ⟦601 234 567⟧",
        "Cel: ⟦11 91234 5678⟧",
        "Natel ⟦079 123 45 67⟧",
        "What'sApp pls, ⟦zero seven one four 882 three three 9⟧",
        "text Declan (⟦0851937704⟧) and I'll bring my own knives",
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
    ],
)
def test_other_figures_stay(text: str) -> None:
    """Rows that are counted, sizes, frequencies, standards and years."""
    assert redact(text) is text
