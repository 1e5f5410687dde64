"""The pieces of a resume that are shown or withheld as one, and the ways to reach a candidate."""

from .building import Choice


class Part(Choice):
    """A piece of a resume that is shown or withheld as one."""

    DISPLAY_NAME = "display_name"
    """What the candidate is called: the real name or the honorific (NAME-1)."""
    NAME = "name"
    """The real name; while it is withheld, the display name is the honorific."""
    AVATAR = "avatar"
    PROFILE = "profile"
    MOBILE = "mobile"
    EMAIL = "email"
    HOMEPAGE = "homepage"
    VIRTUAL_NUMBER = "virtual_number"
    STRENGTHS = "strengths"
    HIGHLIGHTS = "highlights"
    INTENTION = "intention"
    WORK = "work"
    PROJECTS = "projects"
    EDUCATION = "education"
    AWARDS = "awards"
    CAMPUS_POSITIONS = "campus_positions"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    TRAINING = "training"
    PORTFOLIO = "portfolio"
    ADDITIONAL = "additional"
    ATTACHMENTS = "attachments"
    VIDEO = "video"
    MESSENGER = "messenger"
    """Messenger accounts that the candidate typed into text."""
    NATIONAL_ID = "national_id"
    """National ID numbers that the candidate typed into text."""
    IP_REGION = "ip_region"
    """IP 归属地: the province at home, the country abroad."""
    LATEST_POSITION = "latest_position"
    """The position of the most recent work experience, alone."""
    REGION = "region"
    """地区: the residence, alone."""


_HOLDS = {
    Part.NAME: Part.DISPLAY_NAME,
    Part.WORK: Part.LATEST_POSITION,
    Part.PROFILE: Part.REGION,
}


def with_pieces(parts: frozenset[Part]) -> frozenset[Part]:
    """The parts, and those that are but a piece of one of them: who sees the work sees the latest position."""
    return parts | {piece for whole, piece in _HOLDS.items() if whole in parts}


class Channel(Choice):
    """A way to reach the candidate."""

    CHAT = "chat"
    EMAIL = "email"
    VIRTUAL_NUMBER = "virtual_number"
    MOBILE = "mobile"
