"""The documents, their pieces that are shown or withheld as one, and the ways to reach a candidate."""

from functools import lru_cache

from .building import Choice
from .complete import complete


class Document(Choice):
    """The kind of document that a viewer asks for."""

    RESUME = "resume"
    """The online resume (在线简历)."""
    FORM = "form"
    """A campus or company-made form (企业校园招聘、企业定制化简历)."""


class Part(Choice):
    """A piece of a resume or form that is shown or withheld as one. `PARTS_OF` lists the parts of each document."""

    DISPLAY_NAME = "display_name"
    """What the candidate is called: the real name or the honorific (NAME-1)."""
    NAME = "name"
    """The real name; while it is withheld, the display name is the honorific."""
    ENGLISH_NAME = "english_name"
    AVATAR = "avatar"
    PHOTO = "photo"
    PROFILE = "profile"
    MOBILE = "mobile"
    LANDLINE = "landline"
    EMAIL = "email"
    HOMEPAGE = "homepage"
    POSTAL_ADDRESS = "postal_address"
    VIRTUAL_NUMBER = "virtual_number"
    EMERGENCY_NAME = "emergency_name"
    EMERGENCY_PHONE = "emergency_phone"
    STRENGTHS = "strengths"
    HIGHLIGHTS = "highlights"
    INTENTION = "intention"
    WORK = "work"
    PROJECTS = "projects"
    EDUCATION = "education"
    LANGUAGES = "languages"
    IT_SKILLS = "it_skills"
    PRACTICE = "practice"
    AWARDS = "awards"
    FAMILY = "family"
    CAMPUS_POSITIONS = "campus_positions"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    TRAINING = "training"
    INTERNSHIPS = "internships"
    PUBLICATIONS = "publications"
    SCHOOL_POSTS = "school_posts"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    RELATIVES = "relatives"
    REMARKS = "remarks"
    PORTFOLIO = "portfolio"
    ADDITIONAL = "additional"
    ATTACHMENTS = "attachments"
    VIDEO = "video"
    MESSENGER = "messenger"
    """Messenger accounts that the candidate typed into text."""
    NATIONAL_ID = "national_id"
    """National ID numbers that the candidate typed into text."""
    IP_REGION = "ip_region"
    """IP 归属地: in China the province, abroad the country."""
    LATEST_POSITION = "latest_position"
    """The position of the most recent work experience, alone."""
    REGION = "region"
    """地区: the residence, alone."""
    DELIVERY = "delivery"
    """投递记录: the record of the talk at which it was handed in."""


_OF_BOTH = frozenset(
    {
        Part.DISPLAY_NAME,
        Part.NAME,
        Part.PROFILE,
        Part.MOBILE,
        Part.EMAIL,
        Part.PROJECTS,
        Part.EDUCATION,
        Part.AWARDS,
        Part.CERTIFICATES,
        Part.TRAINING,
        Part.MESSENGER,
        Part.NATIONAL_ID,
        Part.DELIVERY,
    }
)
_OF_FORM = frozenset(
    {
        Part.ENGLISH_NAME,
        Part.PHOTO,
        Part.LANDLINE,
        Part.POSTAL_ADDRESS,
        Part.EMERGENCY_NAME,
        Part.EMERGENCY_PHONE,
        Part.LANGUAGES,
        Part.IT_SKILLS,
        Part.PRACTICE,
        Part.FAMILY,
        Part.INTERNSHIPS,
        Part.PUBLICATIONS,
        Part.SCHOOL_POSTS,
        Part.INTELLECTUAL_PROPERTY,
        Part.RELATIVES,
        Part.REMARKS,
    }
)

PARTS_OF: dict[Document, frozenset[Part]] = complete(
    {
        Document.RESUME: frozenset(Part) - (_OF_FORM - _OF_BOTH),
        Document.FORM: _OF_BOTH | _OF_FORM,
    },
    Document,
)
"""The parts that each document has."""

PIECES = {Part.LATEST_POSITION: Part.WORK, Part.REGION: Part.PROFILE}
"""The parts that are a piece of a section, with the part of that section."""

_WHOLE_OF = {Part.DISPLAY_NAME: Part.NAME, **PIECES}


def with_pieces(parts: frozenset[Part]) -> frozenset[Part]:
    """The given parts, and the parts that are a piece of one of them: whoever sees the work sees the latest position."""
    return parts | {piece for piece, whole in _WHOLE_OF.items() if whole in parts}


@lru_cache(maxsize=512)  # by what is granted and wanted; nothing of a resume is in it
def parts_in_row(granted: frozenset[Part], wanted: frozenset[Part], document: Document) -> frozenset[Part]:
    """The parts that a row of some parts shows. A display name is the real name wherever that is granted, and a resume shows it nowhere
    else. Whatever is a piece of a part is shown with it; where the part is not granted, it has to be asked for by itself.
    """
    shown = granted & wanted
    if Part.DISPLAY_NAME in shown:
        shown |= {Part.NAME}
    elif document is Document.RESUME:
        shown -= {Part.NAME}
    return with_pieces(shown) & granted


_NO_PARTS: frozenset[Part] = frozenset()


def parts_omitted(
    granted: frozenset[Part], wanted: frozenset[Part] | None, document: Document
) -> frozenset[Part]:
    """The granted parts for which a row of some parts has no place; none of a whole view."""
    return _NO_PARTS if wanted is None else granted - parts_in_row(granted, wanted, document)


class Channel(Choice):
    """A way to reach the candidate."""

    CHAT = "chat"
    EMAIL = "email"
    VIRTUAL_NUMBER = "virtual_number"
    MOBILE = "mobile"
