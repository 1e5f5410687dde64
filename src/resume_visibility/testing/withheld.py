"""The data that a viewer is not granted: their parts, and the values that must not reach the viewer."""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from ..model.campus import CampusForm
from ..model.parts import PARTS_OF, Part
from ..model.resume import Resume
from ..policy.decisions import Grant
from ..policy.facts import ViewerKind
from ..policy.situation import document_of
from ..policy.table import case_of
from ..projection.confining import ShowsPart
from ..projection.release import view_for
from .cast import number_spellings
from .extended import own_secrets
from .form_strategies import typed_details, unfiled_details
from .in_part import secrets_in_part
from .questions import Case
from .states import D


def withheld_from(case: Case[D]) -> frozenset[Part]:
    """The parts that the viewer of a case is not granted; all parts if nothing is shown."""
    document: Resume | CampusForm = case.document
    view = view_for(case.viewer, document, at=case.at, policy=case.policy)
    return PARTS_OF[document_of(document)] if view is None else view.withheld


def withheld_names(case: Case[Any]) -> frozenset[str]:
    """Those parts in the spelling of JSON."""
    return frozenset(part.value for part in withheld_from(case))


def shown_parts_of(case: Case[Any]) -> ShowsPart:
    """Make the function that says whether the viewer of a case is shown what follows a part."""
    withheld = withheld_from(case)
    judged = case_of(case.viewer, case.document, case.at, case.policy)
    is_owner = isinstance(judged.decision, Grant) and judged.facts.kind is ViewerKind.OWNER
    return lambda part: is_owner if part is None else part not in withheld


def typed_values(document: Resume | CampusForm) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """The values that may be typed into the texts, by the part of each, in an order that is the same for two documents of one kind."""
    yield from field_values(document)
    if isinstance(document, CampusForm):
        yield from unfiled_details(document.id.removeprefix("form-"))


def field_values(document: Resume | CampusForm) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """Those of them that a field holds, by the part of the field."""
    basics = document.basics
    yield Part.EMAIL, (basics.contact.email.address,) if basics.contact.email else ()
    yield Part.MOBILE, number_spellings(basics.contact.mobile) if basics.contact.mobile else ()
    yield Part.NAME, (basics.name.full,) if basics.name else ()
    if isinstance(document, CampusForm):
        yield from typed_details(document)


def secrets(case: Case[D]) -> Iterator[str]:
    """The withheld values of a case, as text; nothing else in the case can equal them."""
    withheld = withheld_from(case)
    for part, texts in (*typed_values(case.document), *_unpaired_values(case.document)):
        if part in withheld:
            yield from texts
    if isinstance(case.document, Resume):
        yield from own_secrets(case.document, shown_parts_of(case))
        yield from secrets_in_part(case)


def _unpaired_values(document: Resume | CampusForm) -> Iterator[tuple[Part, Iterable[str]]]:
    """Further values that only one document has, by the part of each."""
    mobile = document.basics.contact.mobile
    yield Part.MOBILE, (mobile.e164[-8:],) if mobile else ()
    match document:
        case Resume():
            homepage, avatar, video = document.basics.contact.homepage, document.basics.avatar, document.video
            yield Part.HOMEPAGE, (homepage.address,) if homepage else ()
            yield Part.AVATAR, (avatar,) if avatar else ()
            yield Part.VIDEO, (video.id,) if video else ()
            yield Part.ATTACHMENTS, (attachment.id for attachment in document.attachments)
            yield Part.VIRTUAL_NUMBER, (line.number.e164 for line in document.virtual_numbers)
        case CampusForm():
            photo, landline = document.basics.photo, document.basics.contact.landline
            yield Part.PHOTO, (photo,) if photo else ()
            yield Part.LANDLINE, (landline.e164,) if landline else ()
        case _:
            assert_never(document)


def personal_texts(document: Resume | CampusForm) -> Iterator[str]:
    """Personal data of a document that must not be in any representation of it, or of a part of it."""
    for _, texts in typed_values(document):
        yield from texts
    yield from filter(None, (document.basics.profile.residence,))
