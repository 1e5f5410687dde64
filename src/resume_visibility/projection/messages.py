"""Texts that a candidate wrote outside the resume, such as chat messages, as a viewer of the resume may read them."""

from datetime import datetime

from ..errors import InvalidValue
from ..model.arguments import expect_kind
from ..model.building import check_of
from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.resume import Resume
from ..model.viewers import Viewer
from ..policy.decisions import Refusal
from ..policy.table import DEFAULT_POLICY, Policy, case_of
from .numbers import split_lines
from .redactor import Redactor, findings_of, hidden_tags


def text_for(
    viewer: Viewer,
    resume: Resume | CampusForm,
    text: str,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> str | None:
    """A text that the candidate wrote outside the resume, as this viewer may read it: redacted as a text of the resume is (CONTACT-2).

    A chat message or a cover letter reveals no more than the resume does. Nothing of the text is kept.

    Args:
        viewer: who reads it, what for, and in which language the marks are.
        resume: the resume or form of the candidate.
        text: one message; several that may hold the pieces of one number, joined by line breaks.
        at: the instant, aware, to the microsecond; now, unless given.
        policy: that decides.

    Returns:
        The text with marks over what this viewer is not granted at that instant, to be shown and not kept (NAME-2); None if the
        viewer is not shown the resume (LAW-3).

    Raises:
        TypeError: as for `view_for`, or `text` is no str.
        InvalidValue: `at` has no time zone, or `text` could not stand in a resume: it is too long, or holds NUL or a lone surrogate.
    """
    expect_kind("text", text, str)
    text = str.__str__(text)  # one of a subclass, such as that of a template, as what it says
    is_blank = not text.strip()
    if problems := [] if is_blank else [*check_of(str)(text)]:
        del text, resume  # a tool that prints a traceback may print what is in reach (LAW-7)
        raise InvalidValue("text", problems)
    case = case_of(viewer, resume, instant(at), policy)
    grant = case.decision
    if isinstance(grant, Refusal):
        return None
    if is_blank:  # it may be of any length
        return text
    if isinstance(resume, CampusForm):
        from .form_text import form_redactor_for  # which no resume needs

        return form_redactor_for(grant.parts, viewer.language, policy.accounts, resume)(text)
    number = case.virtual_number
    _, hidden_lines = split_lines(
        resume.virtual_numbers, None if number is None else number.id, every=case.virtual_numbers != ()
    )
    # Not the findings that the resume keeps: they would keep the text.
    findings = findings_of(resume, policy.accounts)
    hidden = hidden_tags(grant.parts) | hidden_lines
    return Redactor(findings=findings, hidden=hidden, language=viewer.language)(text)
