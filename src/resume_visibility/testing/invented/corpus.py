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
from . import acts, history
from .drawing import Draw
from .lacking import removable_paths, remove_value
from .people import Person, basics, make_person, mobile, nickname
from .tables import ABROAD, PHONES, PHRASES, Phrases

_PORTFOLIO_TRADES = ("designer", "media-operator", "product-manager", "translator", "hairdresser")
"""The trades whose people have works to show."""


def corpus(n: int, *, seed: int = 0) -> Iterator[Resume]:
    """Make resumes that look like those of people, of many kinds of work: about four of five in Chinese, the others in English.

    Each is made from the seed and its position alone, so `corpus(10)` gives the first ten of `corpus(1000)`. They are
    the same in every process and every supported version of Python. Ask about them at `CORPUS_NOW`. Nobody in them is
    real; numbers are made up by chance, addresses are of example domains.

    Args:
        n: the number of resumes.
        seed: the seed of all of them; resumes of two seeds share no id of a resume, candidate, file or number.

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
    draw, key = Draw.from_key(f"{seed}:{position}"), f"{seed}-{position}"
    person = make_person(draw, key)
    phrases, who_basics = PHRASES[person.language], basics(draw, person)
    known = {
        "years": str(max(person.years, 1)),
        "name": person.name.full,
        "city": person.city,
        "position": person.position(person.years).split(" / ", maxsplit=1)[0],
    }
    past_jobs = history.jobs(draw, person)
    firms = acts.choose_firms(draw, person)
    texts = _add_detail(
        draw,
        person,
        who_basics.contact,
        known,
        _Texts(
            _strengths(draw, person, phrases, known),
            history.work(draw, person, known, past_jobs),
            history.projects(draw, person, known, past_jobs),
            _additional(draw, phrases, known),
            _attachments(draw, key, phrases, known),
        ),
    )
    awards, posts = history.honours(draw, person)
    certificates, skills, training = history.qualifications(draw, person)
    settings = acts.settings(draw, past_jobs, firms)
    candidate = f"c-{key}"
    sent = acts.applications(draw, person, firms, [file.id for file in texts.attachments], known["position"])
    resume = Resume(
        id=f"r-{key}",
        candidate=candidate,
        basics=who_basics,
        strengths=texts.strengths,
        highlights=_highlights(draw, person, phrases, known),
        intention=history.intention(draw, person) if draw.chance(0.95) else None,
        work=tuple(texts.work),
        projects=tuple(texts.projects),
        education=tuple(history.schools(draw, person)),
        awards=tuple(awards),
        campus_positions=tuple(posts),
        certificates=tuple(certificates),
        skills=tuple(skills),
        training=tuple(training),
        portfolio=tuple(_portfolio(draw, person, phrases)),
        additional=tuple(texts.additional),
        attachments=tuple(texts.attachments),
        video=Video(id=f"video-{key}") if draw.chance(0.06) else None,
        settings=settings,
        applications=tuple(sent),
        virtual_numbers=tuple(acts.virtual_numbers(draw, key, candidate, settings.visibility, sent)),
        conversations=tuple(acts.conversations(draw, firms)),
        consents=tuple(acts.consents(draw)),
        ip_region=_region(draw, person),
        identity_verified=draw.chance(0.7),
        revision=str(draw.below(100)),
        community=_community(draw),
        account=Account.CLOSED if draw.chance(0.01) else Account.OPEN,
        deleted=draw.chance(0.01),
    )
    return _remove_some_values(draw, resume) if draw.chance(0.03) else resume


def _remove_some_values(draw: Draw, resume: Resume) -> Resume:
    """The same resume without a few of its values, like a draft or an import."""
    for _ in range(draw.between(1, 3)):
        resume = remove_value(resume, draw.one_of(removable_paths(resume)))
    return resume


def _strengths(draw: Draw, person: Person, phrases: Phrases, known: Mapping[str, str]) -> str | None:
    if not draw.chance(0.86):
        return None
    sentences = [draw.one_of(phrases.named)(draw, known)] if draw.chance(0.02) else []
    sentences += history.fill(draw, known, phrases.fresh if person.years < 1 else person.trade.strengths, 1)
    sentences += history.fill(draw, known, phrases.strengths, draw.between(1, 3))
    return history.sentences(phrases, sentences)


def _highlights(draw: Draw, person: Person, phrases: Phrases, known: Mapping[str, str]) -> str | None:
    if person.years < 2 or not draw.chance(0.4):
        return None
    return history.sentences(phrases, history.fill(draw, known, phrases.highlights, draw.between(1, 2)))


def _additional(draw: Draw, phrases: Phrases, known: Mapping[str, str]) -> list[Additional]:
    count = draw.between(1, 3) if draw.chance(0.55) else 0
    return [
        Additional(topic=topic(draw, known), description=text(draw, known))
        for topic, text in draw.some(phrases.additional, count)
    ]


def _attachments(draw: Draw, key: str, phrases: Phrases, known: Mapping[str, str]) -> list[Attachment]:
    names = history.fill(draw, known, phrases.files, draw.between(1, 2)) if draw.chance(0.5) else []
    return [Attachment(id=f"file-{key}-{i}", file_name=name) for i, name in enumerate(names)]


def _add_detail(
    draw: Draw, person: Person, contact: Contact, known: Mapping[str, str], texts: _Texts
) -> _Texts:
    """The texts, with a contact detail in one of them if somebody typed one."""
    secret = typed_sentence(draw, person, contact)
    if secret is None:
        return texts
    phrases, share = PHRASES[person.language], draw.random()
    if share < 0.3 and texts.work:
        first, *more = texts.work
        described = attrs.evolve(first, description=_append(first.description, secret, phrases))
        return attrs.evolve(texts, work=[described, *more])
    if share < 0.4 and texts.projects:
        first_project, *others = texts.projects
        named = attrs.evolve(first_project, description=_append(first_project.description, secret, phrases))
        return attrs.evolve(texts, projects=[named, *others])
    if share < 0.5 and texts.attachments:
        name = phrases.numbered_file(draw, {**known, **details(draw, person, contact)})
        first_file, *files = texts.attachments
        return attrs.evolve(texts, attachments=[attrs.evolve(first_file, file_name=name), *files])
    if share < 0.75 and texts.strengths is not None:
        return attrs.evolve(texts, strengths=_append(texts.strengths, secret, phrases))
    topic = "其他" if person.language == "zh" else "Other"
    return attrs.evolve(texts, additional=[*texts.additional, Additional(topic=topic, description=secret)])


def _append(text: str | None, secret: str, phrases: Phrases) -> str:
    """A text with the sentence with the contact detail at its end."""
    begun = text or ""
    return f"{begun}{'' if begun.endswith('。') else phrases.sentence}{secret}"


def _portfolio(draw: Draw, person: Person, phrases: Phrases) -> list[PortfolioItem]:
    if not draw.chance(0.3 if person.trade.id in _PORTFOLIO_TRADES else 0.03):
        return []
    image = PortfolioImage(image=f"work-{person.key}", description=draw.one_of(phrases.links))
    link = PortfolioLink(link=Url(f"https://works.example.com/{draw.name()}"))
    choices: list[list[PortfolioItem]] = [[image], [link], [image, link]]
    return draw.one_of(choices)


def _region(draw: Draw, person: Person) -> IpRegion | None:
    """The region where somebody was last: mostly at home."""
    share = draw.random()
    if share < 0.04:
        return None
    return IpRegion(draw.one_of(ABROAD) if share < 0.06 else person.place.province)


def _community(draw: Draw) -> CommunityProfile | None:
    if not draw.chance(0.45):
        return None
    return CommunityProfile(id=f"m-{draw.name()}", avatar=f"face-{draw.name()}" if draw.chance(0.5) else None)


_TYPED_SHARE = 0.06
_TWICE_SHARE = 0.2
_WIDE = {ord("0") + i: ord("０") + i for i in range(10)}


def typed_sentence(draw: Draw, person: Person, contact: Contact) -> str | None:
    """The sentence in which somebody gives away how to reach them; None for most people, who type nothing."""
    if not draw.chance(_TYPED_SHARE):
        return None
    phrases = PHRASES[person.language]
    known = details(draw, person, contact)
    ways = draw.some(phrases.typed, 2 if draw.chance(_TWICE_SHARE) else 1)
    return phrases.sentence.join(way(draw, known) for way in ways)


def details(draw: Draw, person: Person, contact: Contact) -> Mapping[str, str]:
    """The details to type: the number, the address, messenger accounts, and somebody else's number."""
    number = spell_number(draw, person.mobile)
    return {
        "phone": number,
        "email": contact.email.address if contact.email is not None else number,
        "wechat": nickname(draw, person),
        "qq": f"{draw.between(1, 9)}{draw.digits(8)}",
        "other": spell_number(draw, mobile(draw)),
    }


def spell_number(draw: Draw, number: str) -> str:
    """A mobile number in one of the ways in which people type it."""
    known = {
        "n": number,
        "a": number[:3],
        "b": number[3:7],
        "c": number[7:],
        "wide": number.translate(_WIDE),
    }
    return draw.one_of(PHONES)(draw, known)
