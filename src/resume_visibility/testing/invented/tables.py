"""The data from which resumes are made, read once."""

from importlib.resources import files
from json import loads
from typing import Any, TypeAlias

import attrs

from ...model.choices import Degree
from .drawing import Weighted
from .templates import Template, template, templates

Pairs: TypeAlias = tuple[tuple[Template, Template], ...]
LANGUAGES = ("zh", "en")


def table(name: str) -> Any:
    """A data file of this package."""
    return loads(files(__package__).joinpath(f"data/{name}.json").read_text("utf-8"))


def _pairs(pairs: list[list[str]], slots: dict[str, list[str]] | None = None) -> Pairs:
    return tuple((template(first, slots), template(second, slots)) for first, second in pairs)


def parse_weighted(words: list[str]) -> Weighted[tuple[str, str]]:
    """Names such as "王 Wang 72": the name, its Latin letters, and how often it comes."""
    split = [word.split() for word in words]
    return Weighted.of(((name, latin), int(weight)) for name, latin, weight in split)


@attrs.frozen(kw_only=True)
class Trade:
    """A kind of work, with the texts of people who do it.

    Args:
        id: the id of the kind.
        women: how many of a hundred are women.
        degrees: the degrees that they have.
        salary: the salary a month, of beginners and of the best paid.
        firms: the kinds of company that employ them.
        positions: the positions of a career, from the first to the last.
        majors: the majors that they studied.
        skills: their skills.
        certificates: their certificates.
        duties: what they say they do.
        projects: the names and descriptions of their projects.
        strengths: what they say about themselves.
    """

    id: str
    women: int
    degrees: Weighted[Degree]
    salary: tuple[int, int]
    firms: tuple[str, ...]
    positions: tuple[str, ...]
    majors: tuple[str, ...]
    skills: tuple[str, ...]
    certificates: tuple[str, ...]
    duties: tuple[Template, ...]
    projects: Pairs
    strengths: tuple[Template, ...]


def _trade(shared: dict[str, Any], texts: dict[str, Any]) -> Trade:
    slots = texts["slots"]
    return Trade(
        id=shared["id"],
        women=shared["women"],
        degrees=Weighted.of((Degree(name), weight) for name, weight in shared["degrees"].items()),
        salary=(shared["salary"][0], shared["salary"][1]),
        firms=tuple(shared["firms"]),
        positions=tuple(texts["positions"]),
        majors=tuple(m for m in texts["majors"] if m not in ("普通高中", "General Studies")) or ("通识",),
        skills=tuple(texts["skills"]),
        certificates=tuple(texts["certificates"]),
        duties=templates(texts["duties"], slots),
        projects=_pairs(texts["projects"], slots),
        strengths=templates(texts["strengths"], slots),
    )


def _trades() -> dict[str, Weighted[Trade]]:
    shared = {one["id"]: one for one in table("trades_zh")}
    return {
        language: Weighted.of(
            (_trade(shared[one["id"]], one), shared[one["id"]]["share"])
            for one in table(f"trades_{language}")
        )
        for language in LANGUAGES
    }


TRADES = _trades()
"""The kinds of work, by language."""
YOUNG = {
    language: Weighted.of(
        (trade, 1)
        for trade in trades.items
        if {Degree.JUNIOR_HIGH, Degree.HIGH_SCHOOL, Degree.SECONDARY_VOCATIONAL} & {*trade.degrees.items}
    )
    for language, trades in TRADES.items()
}
"""The kinds of work that people under eighteen look for."""


@attrs.frozen(kw_only=True)
class Place:
    """A city: its Chinese and English name, its province, its districts."""

    zh: str
    en: str
    province: str
    districts: tuple[str, ...]


_PLACES = table("places")
PLACES = Weighted.of(
    (Place(zh=zh, en=en, province=province, districts=tuple(districts)), weight)
    for zh, en, province, weight, districts in _PLACES["cities"]
)
ABROAD: tuple[str, ...] = tuple(_PLACES["abroad"])
TOWNS: tuple[str, ...] = tuple(_PLACES["towns"])


@attrs.frozen(kw_only=True)
class Phrases:
    """Texts of people of any trade, in one language."""

    strengths: tuple[Template, ...]
    fresh: tuple[Template, ...]
    highlights: tuple[Template, ...]
    duties: tuple[Template, ...]
    additional: Pairs
    typed: tuple[Template, ...]
    named: tuple[Template, ...]
    files: tuple[Template, ...]
    numbered_file: Template
    joins: tuple[tuple[str, str, str], ...]
    sentence: str
    training: Template
    part: Template
    links: tuple[str, ...]
    about_school: tuple[Template, ...]
    awards: tuple[str, ...]
    posts: tuple[str, ...]
    about_post: tuple[Template, ...]
    courses: tuple[str, ...]
    schools: dict[Degree, tuple[Template, ...]]


_PHRASES, _SCHOOLS = table("phrases"), table("schools")


def _phrases(language: str) -> Phrases:
    texts = _PHRASES[language]
    return Phrases(
        strengths=templates(texts["strengths"]),
        fresh=templates(texts["fresh"]),
        highlights=templates(texts["highlights"]),
        duties=templates(texts["common_duties"]),
        additional=_pairs(texts["additional"]),
        typed=templates(texts["typed"]),
        named=templates(texts["named"]),
        files=templates(texts["files"]),
        numbered_file=template(texts["file_with_number"]),
        joins=tuple((first, between, last) for first, between, last in texts["joins"]),
        sentence=texts["sentence"],
        training=template(texts["courses"]),
        part=template(texts["project_suffix"]),
        links=tuple(texts["links"]),
        about_school=templates(_SCHOOLS["about"][language]),
        awards=tuple(_SCHOOLS["awards"][language]),
        posts=tuple(_SCHOOLS["posts"][language]),
        about_post=templates(_SCHOOLS["post_about"][language]),
        courses=tuple(_SCHOOLS["courses"][language]),
        schools={Degree(name): templates(texts) for name, texts in _SCHOOLS[language].items()},
    )


PHRASES = {language: _phrases(language) for language in LANGUAGES}
INSTITUTIONS: tuple[str, ...] = tuple(_SCHOOLS["institutions"])
SCHOOL_IDS: tuple[str, ...] = tuple(_SCHOOLS["ids"])
PHONES = templates(_PHRASES["phones"])
PREFIXES: tuple[str, ...] = tuple(_PHRASES["prefixes"])
MAIL_HOSTS: tuple[str, ...] = tuple(_PHRASES["mail_hosts"])
RECIPIENTS: tuple[list[Any], ...] = tuple(_PHRASES["recipients"])
