"""Details that are spelled out in other languages than Chinese and English."""

import json
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, find, patterns, redact

PHONE, EMAIL = (MARKS[Language.ZH][kind] for kind in (Kind.PHONE, Kind.EMAIL))
WORDS: dict[str, str] = json.loads(
    Path(patterns.__file__).with_name("data").joinpath("numbers.json").read_text("utf-8")
)["number_words"]
LANGUAGES = {language: words.split() for language, words in WORDS.items()}


@each(
    "text",
    [
        "My number: ⟦seis tres cuatro, ocho dos, nueve uno, cinco siete⟧. Practise your Spanish!",
        "⟦seis dos ocho, 44, uno siete, 93⟧ is my móvil",
        "Bitte anrufen: ⟦null eins sieben sechs - vier acht zwo neun - drei eins sieben⟧",
        "⟦zéro six, trente-neuf, quatre-vingt-dix-huit, douze, soixante-quatorze⟧. Lyon, commis de cuisine.",
        "no HP saya ⟦kosong delapan satu dua - 9047 - tiga enam satu delapan⟧, driver",
        "Zalo: ⟦không chín một hai, tám bốn bảy, ba sáu lăm năm⟧",
        "Mera number hai ⟦nau aath do do, zero chaar ek saat, teen chhe⟧",
        "⟦onze e nove oito quatro e meia três e dois meia e um cinco⟧ e pronto",
    ],
)
def test_PHONE_1_a_number_in_words_of_another_language_is_found(text: str) -> None:
    """All of it, with the digits between the words."""
    written, left = without_brackets(text, PHONE)
    assert redact(written) == left


@each(
    "text",
    [
        "Taught uno, dos, tres to children of four",  # too few
        "Zahlen lernen: eins zwei drei vier",
        "Gesungen: tres uno cinco dos cuatro",
        "uno dos uno dos uno dos uno dos, the band counted in",  # too few different ones
        "tres veces\nuno dos uno dos uno dos uno dos",
        "seis\ntres\ncuatro\nocho\ndos\nnueve\nuno",  # a list in lines
        # Somebody counts.
        "Volunteer tutor: uno, dos, tres, cuatro, cinco, seis, siete",
        "Taught German: eins, zwei, drei, vier, fünf, sechs, sieben, acht to kids",
        "Counted steps un deux trois quatre cinq six sept huit as a ballet teacher",
        "seis 是六的意思 tres 是三的意思 cuatro 是四的意思 cinco 是五的意思 dos 是二的意思 seis 是六的意思 uno 是一的意思 seis",
        "seis de tres de cuatro de ocho de dos de nueve de uno",  # other words between
        "2018 uno 2019 dos 2020 tres 2021",
    ],
)
def test_a_few_words_for_numbers_are_no_number(text: str) -> None:
    """They count, or stand by themselves."""
    assert redact(text) is text


@given(st.data(), st.sampled_from([*LANGUAGES]), st.sampled_from([" ", ", ", "-", " - "]))
def test_PHONE_1_a_number_in_words_is_found_in_every_language(
    data: st.DataObject, language: str, joint: str
) -> None:
    """Of any seven words, three of them different, unless somebody counts."""
    places = {word: place for place, word in enumerate(LANGUAGES[language])}
    words = data.draw(
        st.lists(st.sampled_from(LANGUAGES[language]), min_size=7, max_size=11).filter(
            lambda some: len({*some}) >= 3 and not all(places[a] < places[b] for a, b in pairwise(some))
        )
    )
    text = f"Q: {joint.join(words)}."
    assert any(Kind.PHONE in one.tags and one.start <= 3 and one.end >= len(text) - 1 for one in find(text))


@each(
    "text",
    [
        "Write me: ⟦selin(nokta)karaduman(et)hotmail(nokta)com⟧, thanks",
        "⟦elena(punto)morandini(chiocciola)libero(punto)it⟧",
        "Write me at ⟦slowik małpa wp kropka pl⟧, a small puzzle",
        "⟦giulia trattino rossi chiocciola libero punto it⟧ (architetto)",
        "Bewerbung an ⟦h-kopp Klammeraffe gmx Punkt de⟧; danke",
        "Mail: ⟦t.nakashima〔アット〕nifty〔ドット〕com⟧",
        "correo: ⟦ana.lopez arroba gmail punto com⟧",
        "mon mail: ⟦jdupont arobase orange point fr⟧",
        "⟦anna.berg snabel-a telia punkt se⟧",
        "⟦petr zavináč seznam tečka cz⟧",
        "⟦lin@example\n.com⟧",  # a line that ends within it
        "⟦anna apenstaartje ziggo punt nl⟧",
        "⟦anna kukac freemail pont hu⟧",
        "⟦anna sobaka mail tochka ru⟧",
        "⟦anna arrobase orange point fr⟧",
        "⟦anna snabel-a gmail punktum dk⟧",
        "Mail: ⟦wolf hyphen dieter, at sign, web, dot, de⟧",
    ],
)
def test_CONTACT_1_an_address_in_words_of_another_language_is_found(text: str) -> None:
    """Whatever the at and the dot are called there."""
    written, left = without_brackets(text, EMAIL)
    assert redact(written) == left


@each(
    "text",
    [
        "Cooked strozzapreti at La Chiocciola in Rome",
        "Trattoria Punto e Virgola, Milano",
        "Il punto it: digitale e lavoro",
        "Punkt de Ventes, Genève",
        "Vendedora en Arroba Moda, punto de venta",
        "Manager at Malpa Foods. Period 2019",
        "Worked at Chiocciola Studio, punto vendita Milano",
    ],
)
def test_the_same_words_without_an_address_stay(text: str) -> None:
    """They are names and words of the language."""
    assert redact(text) is text
