"""Whether a window of digits is an identity number."""

from resume_visibility.projection.contacts import plans
from resume_visibility.projection.contacts.gaps import Gap
from resume_visibility.projection.contacts.tokens import Form
from resume_visibility.projection.contacts.windows import Window

# Whoever applies for work was born by then; what holds a later date is the number of something else.
_BORN = 2012


def identity_end(window: Window) -> int:
    """Where an identity number that starts with the window ends; 0 where there is none."""
    digits = window.digits
    if window.gap_behind is Gap.NONE or Gap.FILLER in window.gaps:
        return 0
    if len(digits) == 18:
        return window.end if _is_identity(window, digits) else 0
    if len(digits) == 17:
        end = window.x_behind
        return end if end and _is_identity(window, digits + "x") else 0
    if len(digits) == 14 and window.is_one and plans.is_identity(digits):
        return window.end if window.named_identity else 0
    if len(digits) == 15 and window.gap_behind is not Gap.SIGNS and plans.is_short_identity(digits):
        return window.end if window.named_identity else 0
    return 0


def is_identity_reversed(window: Window) -> bool:
    """Whether digits that the writer says are written backwards make an identity number from the other end."""
    if window.gap_behind is Gap.NONE or Gap.FILLER in window.gaps or len(window.digits) not in (17, 18):
        return False
    number = window.digits[::-1] + ("x" if len(window.digits) == 17 else "")
    return plans.is_identity(number) and window.named_backwards


def _is_identity(window: Window, number: str) -> bool:
    built = plans.is_identity(number)
    if not built and len(window.shape) > 6:
        return False
    if window.named_identity:
        return True
    if not built or Gap.LINK in window.gaps:
        return False
    if Form.ALIKE in window.forms:
        return window.is_one and plans.has_check_digit(number)
    if int(number[6:10]) > _BORN:
        return False
    return plans.has_check_digit(number) or (window.is_one and not window.named_code)
