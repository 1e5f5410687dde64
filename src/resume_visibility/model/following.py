"""Which part of the policy a section, or a field of one, follows: who is granted that part sees it (LAW-5)."""

from .arguments import expect
from .building import FOLLOWS
from .parts import PARTS_OF, Document, Part

PIECES = {Part.LATEST_POSITION: Part.WORK, Part.REGION: Part.PROFILE}
"""The parts that are a piece of a section, and of which."""

FOLLOWED = (
    PARTS_OF[Document.RESUME]
    - PIECES.keys()
    - {Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}
    - {Part.VIRTUAL_NUMBER, Part.ATTACHMENTS, Part.DELIVERY}
    - {Part.NATIONAL_ID}
)
"""The parts that a section of one's own may follow. Left out are those shown in the community, where nothing of a resume
may be (LAW-9), those that differ from viewer to viewer to whom they are granted, and the identity number, which nobody is granted.
"""


def follows(part: Part | None) -> dict[str, Part | None]:
    """Who sees a section or field of one's own: whoever is granted this part of the policy (LAW-5).

    It is the `metadata` of a field. In the class of shown sections it places a section, which without it is for the owner
    alone. In the class of an item it places one field, which is shown where both its section and this part are; without it
    the field goes with its section. Beside limits it is written as `{**follows(…), **declared(…)}`.

    Args:
        part: of the policy, whose rules it follows; None for the owner alone.

    Returns:
        The metadata.

    Raises:
        TypeError: `part` is no part.
        ValueError: nothing can follow that part.
    """
    if part is not None:
        expect("part", part, Part)
        if part not in FOLLOWED:
            raise ValueError(f"expected one of {', '.join(sorted(map(str, FOLLOWED)))}")
    return {FOLLOWS: part}
