"""Whole resumes, one after the other."""

from collections.abc import Iterator, Mapping

import attrs

from ...model.arguments import expect_int
from ...model.regions import IpRegion
from ...model.resume import CommunityProfile, Resume
from ...model.sections import (
    Additional,
    Attachment,
    Contact,
    PortfolioImage,
    PortfolioItem,
    PortfolioLink,
    Project,
    Video,
    Work,
)
from ...model.settings import Account
from ...model.values import Url
from . import acts, history, schooling
from .drawing import Draw
from .lacking import dispensable, without
from .people import Person, basics, person
from .tables import ABROAD, PHRASES, Phrases
from .typed import details, typed

_SHOW_WORK = ("designer", "media-operator", "product-manager", "translator", "hairdresser")
"""The trades whose people have works to show."""


def corpus(n: int, *, seed: int = 0) -> Iterator[Resume]:
    """Make resumes that look like those of people, of many kinds of work: about four of five in Chinese, the others in English.

    Each is made from the seed and its position alone, so `corpus(10)` gives the first ten of `corpus(1000)`. They are
    the same in every process and every supported version of Python. Ask about them at `CORPUS_NOW`. Nobody in them is
    real; numbers are made up by chance, addresses are of example domains.

    Args:
        n: the number of resumes.
        seed: the seed of all of them; resumes of two seeds share no id.

    Returns:
        The resumes, each made when it is asked for.

    Raises:
        TypeError: `n` or `seed` is no int.
    """
    expect_int("n", n)
    expect_int("seed", seed)
    return (_resume(seed, position) for position in range(n))


@attrs.frozen
class _Texts:
    """The free texts into which a contact detail may be typed; None or empty if there is no such text."""

    strengths: str | None
    work: list[Work]
    projects: list[Project]
    additional: list[Additional]
    attachments: list[Attachment]


def _resume(seed: int, position: int) -> Resume:
    draw, key = Draw.by(f"{seed}:{position}"), f"{seed}-{position}"
    one = person(draw, key)
    said, who = PHRASES[one.language], basics(draw, one)
    known = {
        "years": str(max(one.years, 1)),
        "name": one.name.full,
        "city": one.city,
        "position": one.position(one.years).split(" / ", maxsplit=1)[0],
    }
    held = history.jobs(draw, one)
    met = acts.whom_they_meet(draw, one)
    texts = _with_typed(
        draw,
        one,
        who.contact,
        known,
        _Texts(
            _strengths(draw, one, said, known),
            history.work(draw, one, known, held),
            history.projects(draw, one, known, held),
            _additional(draw, said, known),
            _attachments(draw, key, said, known),
        ),
    )
    awards, posts = schooling.honours(draw, one)
    certificates, skills, training = history.papers(draw, one)
    settings = acts.settings(draw, held, met)
    candidate = f"c-{key}"
    sent = acts.applications(draw, one, met, [file.id for file in texts.attachments], known["position"])
    resume = Resume(
        id=f"r-{key}",
        candidate=candidate,
        basics=who,
        strengths=texts.strengths,
        highlights=_highlights(draw, one, said, known),
        intention=history.intention(draw, one) if draw.chance(0.95) else None,
        work=tuple(texts.work),
        projects=tuple(texts.projects),
        education=tuple(schooling.schools(draw, one)),
        awards=tuple(awards),
        campus_positions=tuple(posts),
        certificates=tuple(certificates),
        skills=tuple(skills),
        training=tuple(training),
        portfolio=tuple(_portfolio(draw, one, said)),
        additional=tuple(texts.additional),
        attachments=tuple(texts.attachments),
        video=Video(id=f"video-{key}") if draw.chance(0.06) else None,
        settings=settings,
        applications=tuple(sent),
        virtual_numbers=tuple(acts.virtual_numbers(draw, key, candidate, settings.visibility, sent)),
        conversations=tuple(acts.conversations(draw, met)),
        consents=tuple(acts.consents(draw)),
        ip_region=_region(draw, one),
        identity_verified=draw.chance(0.7),
        revision=str(draw.below(100)),
        community=_community(draw),
        account=Account.CLOSED if draw.chance(0.01) else Account.OPEN,
        deleted=draw.chance(0.01),
    )
    return _unfinished(draw, resume) if draw.chance(0.03) else resume


def _unfinished(draw: Draw, resume: Resume) -> Resume:
    """The same resume without a few of its values, like a draft or an import."""
    for _ in range(draw.between(1, 3)):
        resume = without(resume, draw.one_of(dispensable(resume)))
    return resume


def _strengths(draw: Draw, one: Person, said: Phrases, known: Mapping[str, str]) -> str | None:
    if not draw.chance(0.86):
        return None
    found = [draw.one_of(said.named)(draw, known)] if draw.chance(0.02) else []
    found += history.filled(draw, known, said.fresh if one.years < 1 else one.trade.strengths, 1)
    found += history.filled(draw, known, said.strengths, draw.between(1, 3))
    return history.sentences(said, found)


def _highlights(draw: Draw, one: Person, said: Phrases, known: Mapping[str, str]) -> str | None:
    if one.years < 2 or not draw.chance(0.4):
        return None
    return history.sentences(said, history.filled(draw, known, said.highlights, draw.between(1, 2)))


def _additional(draw: Draw, said: Phrases, known: Mapping[str, str]) -> list[Additional]:
    many = draw.between(1, 3) if draw.chance(0.55) else 0
    return [
        Additional(topic=topic(draw, known), description=text(draw, known))
        for topic, text in draw.some(said.additional, many)
    ]


def _attachments(draw: Draw, key: str, said: Phrases, known: Mapping[str, str]) -> list[Attachment]:
    names = history.filled(draw, known, said.files, draw.between(1, 2)) if draw.chance(0.5) else []
    return [Attachment(id=f"file-{key}-{i}", file_name=name) for i, name in enumerate(names)]


def _with_typed(draw: Draw, one: Person, contact: Contact, known: Mapping[str, str], texts: _Texts) -> _Texts:
    """The texts, with a contact detail in one of them if somebody typed one."""
    secret = typed(draw, one, contact)
    if secret is None:
        return texts
    said, place = PHRASES[one.language], draw.random()
    if place < 0.3 and texts.work:
        first, *more = texts.work
        described = attrs.evolve(first, description=_ended(first.description, secret, said))
        return attrs.evolve(texts, work=[described, *more])
    if place < 0.4 and texts.projects:
        first_project, *others = texts.projects
        named = attrs.evolve(first_project, description=_ended(first_project.description, secret, said))
        return attrs.evolve(texts, projects=[named, *others])
    if place < 0.5 and texts.attachments:
        name = said.numbered_file(draw, {**known, **details(draw, one, contact)})
        first_file, *files = texts.attachments
        return attrs.evolve(texts, attachments=[attrs.evolve(first_file, file_name=name), *files])
    if place < 0.75 and texts.strengths is not None:
        return attrs.evolve(texts, strengths=_ended(texts.strengths, secret, said))
    topic = "其他" if one.language == "zh" else "Other"
    return attrs.evolve(texts, additional=[*texts.additional, Additional(topic=topic, description=secret)])


def _ended(text: str | None, secret: str, said: Phrases) -> str:
    """A text with the sentence with the contact detail at its end."""
    begun = text or ""
    return f"{begun}{'' if begun.endswith('。') else said.sentence}{secret}"


def _portfolio(draw: Draw, one: Person, said: Phrases) -> list[PortfolioItem]:
    if not draw.chance(0.3 if one.trade.id in _SHOW_WORK else 0.03):
        return []
    image = PortfolioImage(image=f"work-{one.key}", description=draw.one_of(said.links))
    link = PortfolioLink(link=Url(f"https://works.example.com/{draw.name()}"))
    ways: list[list[PortfolioItem]] = [[image], [link], [image, link]]
    return draw.one_of(ways)


def _region(draw: Draw, one: Person) -> IpRegion | None:
    """The region where somebody was last: mostly at home."""
    where = draw.random()
    if where < 0.04:
        return None
    return IpRegion(draw.one_of(ABROAD) if where < 0.06 else one.place.province)


def _community(draw: Draw) -> CommunityProfile | None:
    if not draw.chance(0.45):
        return None
    return CommunityProfile(id=f"m-{draw.name()}", avatar=f"face-{draw.name()}" if draw.chance(0.5) else None)
