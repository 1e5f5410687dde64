"""The companies in made-up resumes: the same for every seed."""

from functools import cache
from typing import cast

import attrs

from ...model.choices import CompanyNature, CompanySize
from ...model.viewers import Company
from .drawing import Draw
from .tables import PLACES, table


@attrs.frozen(kw_only=True)
class Firm:
    """A company, with facts that its employees know.

    Args:
        company: as the platform knows it.
        kind: the kind of company, such as "hospital".
        brand: the name by which it is called.
        english: its name in English.
        host: the host of its mail addresses.
        industry: its industry, as resumes name it.
        size: its size.
        nature: its nature.
    """

    company: Company
    kind: str
    brand: str
    english: str
    host: str
    industry: str
    size: CompanySize
    nature: CompanyNature

    @property
    def id(self) -> str:
        """The id of the company; every firm has one."""
        return cast("str", self.company.id)


_GROUPS = 0.5  # the share of brands with a group; nearly all companies of such a brand are in the group
_IN_GROUP_SHARE = 0.85
_FOREIGN_SHARE = 0.12


@cache
def firms() -> dict[str, tuple[Firm, ...]]:
    """Every company, by its kind. A test checks that no name comes twice: the key always draws the same."""
    draw, data = Draw.from_key("firms"), table("firms")
    brands = [tuple(brand.split(" ", 1)) for brand in data["brands_zh"]]
    groups = {brand: f"grp-{i:02}" for i, (brand, _) in enumerate(brands) if draw.chance(_GROUPS)}
    return {
        kind: tuple(
            _firm(draw, kind, i, facts, brands, data["brands_en"], groups)
            for i in range(1, facts["many"] + 1)
        )
        for kind, facts in data["kinds"].items()
    }


def _firm(
    draw: Draw,
    kind: str,
    number: int,
    facts: dict[str, list[str]],
    brands: list[tuple[str, ...]],
    foreign: list[str],
    groups: dict[str, str],
) -> Firm:
    name, brand, english, aliases = _make_names(draw, facts, brands, foreign)
    group = groups.get(brand) if draw.chance(_IN_GROUP_SHARE) else None
    return Firm(
        company=Company(id=f"co-{kind}-{number:02}", name=name, aliases=aliases, group=group),
        kind=kind,
        brand=brand,
        english=english,
        host=f"{''.join(filter(str.isalpha, english.split(' ')[0])).lower()}.example.com",
        industry=draw.one_of(facts["industry"]),
        size=draw.one_of([*CompanySize]),
        nature=CompanyNature(draw.one_of(facts["nature"])),
    )


def _make_names(
    draw: Draw, facts: dict[str, list[str]], brands: list[tuple[str, ...]], foreign: list[str]
) -> tuple[str, str, str, tuple[str, ...]]:
    """A registered name, a brand, an English name and the aliases."""
    place = draw.weighted(PLACES)
    what, form = str(facts["en"]), draw.one_of(facts["zh"])
    if draw.chance(_FOREIGN_SHARE):
        brand = draw.one_of(foreign)
        return f"{brand} {what} ({place.en}) Co., Ltd.", brand, f"{brand} {what}", (brand, f"{brand} {what}")
    brand, latin = draw.one_of(brands)
    english = f"{latin} {what}, {place.en}"
    short = f"{place.zh}{brand}" if draw.chance(0.5) else f"{brand}{form.removesuffix('有限公司')}"
    return f"{place.zh}{brand}{form}", brand, english, (brand, short, f"{latin} {what}")


def companies() -> tuple[Company, ...]:
    """The companies in resumes of `corpus`, some three hundred: a test can ask as one of them.

    Returns:
        Always the same companies, whatever the seed. Each has an id and aliases, many have a group.
    """
    return tuple(firm.company for kind in firms().values() for firm in kind)
