"""Says which part of the policy a section or field follows. The library's own sections say it, too, so it knows nothing of them."""

from .arguments import expect
from .building import FOLLOWS
from .parts import PARTS_OF, PIECES, Document, Part

FOLLOWED = (
    PARTS_OF[Document.RESUME]
    - PIECES.keys()
    - {Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}
    - {Part.VIRTUAL_NUMBER, Part.ATTACHMENTS, Part.DELIVERY}
    - {Part.NATIONAL_ID}
)
"""The parts that a section of one's own may follow. Left out are the parts shown in the community, where nothing of a resume may be
shown (LAW-9); the parts that differ between viewers who are granted them; and the identity number, which nobody is granted.
"""


def follows(part: Part | None) -> dict[str, Part | None]:
    """Say who sees a section or field of one's own: whoever is granted this part of the policy (LAW-5).

    It is the `metadata` of a field. In the class of shown sections it places a section; without it, the section is for the owner
    alone. In the class of an item it places one field, which is shown if both its section and this part are; without it, the
    field goes with its section. With limits, write `{**follows(…), **declared(…)}`.

    Args:
        part: the part whose rules it follows; None for the owner alone.

    Returns:
        The metadata.

    Raises:
        TypeError: `part` is no part.
        ValueError: nothing can follow this part.
    """
    if part is not None:
        expect("part", part, Part)
        if part not in FOLLOWED:
            raise ValueError(f"expected one of {', '.join(sorted(map(str, FOLLOWED)))}")
    return {FOLLOWS: part}
