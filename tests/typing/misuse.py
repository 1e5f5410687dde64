"""Uses that a type checker must refuse, each with the code it is refused with. Checked by mypy, never run.

Every `type: ignore` here is the test: mypy warns of one that is not needed, so each says that its line is refused. A `noqa`
stands where the refused use is an expression of its own.
"""

from datetime import datetime

import resume_visibility as rv
from own_sections import OurResume, Publication
from resume_visibility import interchange, model


def a_view_is_no_resume(viewer: rv.Viewer, view: rv.ResumeView) -> None:
    """What was shown to one cannot be shown on to another."""
    rv.view_for(viewer, view)  # type: ignore[call-overload]
    rv.explain(viewer, view)  # type: ignore[arg-type]
    rv.dump_resume(view)  # type: ignore[arg-type]


def a_resume_asks_for_nothing(viewer: rv.Viewer, resume: rv.Resume) -> None:
    """Who asks comes first."""
    rv.view_for(resume, viewer)  # type: ignore[call-overload]


def sections_of_ones_own_are_as_strict(viewer: rv.Viewer, resume: OurResume) -> None:
    """The fields that a platform declared are known in the view, and no others."""
    view = rv.view_for(viewer, resume)
    view.sections  # type: ignore[union-attr]  # noqa: B018
    if view is not None:
        view.sections.publication  # type: ignore[attr-defined]  # noqa: B018
        view.sections.work[0].departmnt  # type: ignore[attr-defined]  # noqa: B018
        rv.explain(viewer, view)  # type: ignore[arg-type]
    Publication(titel="Ice")  # type: ignore[call-arg]


def a_resume_is_no_view(resume: rv.Resume) -> None:
    """What was never projected cannot be written out as if it were."""
    rv.dump_view(resume)  # type: ignore[arg-type]


def a_maybe_is_no_view(viewer: rv.Viewer, resume: rv.Resume) -> None:
    """Not shown has to be handled."""
    rv.view_for(viewer, resume).display_name  # type: ignore[union-attr]  # noqa: B018
    rv.dump_view(rv.view_for(viewer, resume))  # type: ignore[arg-type]


def viewers_are_a_closed_union(resume: rv.Resume) -> None:
    """Neither a name, nor nothing, nor a company is somebody who asks."""
    rv.view_for("recruiter", resume)  # type: ignore[call-overload]
    rv.view_for(None, resume)  # type: ignore[call-overload]
    rv.view_for(rv.Company(name="Acme"), resume)  # type: ignore[call-overload]


def arguments_are_named(viewer: rv.Viewer, resume: rv.Resume, now: datetime) -> None:
    """The instant is given by name, and by that name."""
    rv.view_for(viewer, resume, now)  # type: ignore[call-overload]
    rv.view_for(viewer, resume, when=now)  # type: ignore[call-overload]
    rv.view_for(viewer, resume, at="2026-06-01")  # type: ignore[call-overload]


def sections_are_built_by_name(basics: model.Basics) -> None:
    """No resume, section or viewer is built by position, where two ids could be mixed up."""
    rv.Resume("r-1", "c-1", basics)  # type: ignore[call-arg]
    rv.Owner("c-1")  # type: ignore[call-arg]
    rv.Settings(rv.Visibility.PUBLIC)  # type: ignore[call-arg]
    rv.Company("acme")  # type: ignore[call-arg]


def required_fields_are_required() -> None:
    """A missing field is refused, and so is one that does not exist."""
    model.Video()  # type: ignore[call-arg]
    rv.Resume(id="r-1")  # type: ignore[call-arg]
    rv.Owner(candidate="c-1", signed_in=True)  # type: ignore[call-arg]
    rv.ResumeView(id="r-1")  # type: ignore[call-arg]


def choices_are_not_strings(resume: rv.Resume) -> None:
    """A mode, an action or a verification is a member, not its spelling."""
    rv.Settings(visibility="public")  # type: ignore[arg-type]
    rv.Visitor(action="view")  # type: ignore[arg-type]
    rv.Mailbox(company=rv.Company(name="Acme"), address="hr@acme.example.com")  # type: ignore[arg-type]
    if resume.settings.visibility == "public":  # type: ignore[comparison-overlap]
        print("never")


def sequences_are_frozen(block: rv.CompanyBlock) -> None:
    """Lists and sets that could change afterwards are refused."""
    rv.Settings(blocks=[block])  # type: ignore[arg-type]
    rv.Recruiter(id="u", company=rv.Company(name="Acme"), verified={rv.Verification.COMPANY})  # type: ignore[arg-type]


def everything_is_frozen(view: rv.ResumeView, resume: rv.Resume, viewer: rv.Recruiter) -> None:
    """Nothing can be assigned to, and no set of a view grows."""
    view.display_name = "张三丰"  # type: ignore[misc]
    view.contact.mobile = resume.basics.contact.mobile  # type: ignore[misc]
    view.sections.strengths = "stronger"  # type: ignore[misc]
    resume.deleted = False  # type: ignore[misc]
    viewer.signed_in = True  # type: ignore[misc]
    view.actions.add(rv.Action.EXPORT)  # type: ignore[attr-defined]
    view.sections.work.append(resume.work[0])  # type: ignore[attr-defined]


def views_hide_nothing(view: rv.ResumeView) -> None:
    """A view has no way back to what it was made of."""
    view.resume  # type: ignore[attr-defined]  # noqa: B018
    view.basics  # type: ignore[attr-defined]  # noqa: B018
    view.settings  # type: ignore[attr-defined]  # noqa: B018


def values_do_not_mix(resume: rv.Resume) -> None:
    """A number that can be dialled is not the candidate's own, and neither is a string."""
    model.Contact(mobile=model.PhoneNumber("+862100000001"))  # type: ignore[arg-type]
    model.Contact(mobile="+8613912345678")  # type: ignore[arg-type]
    if resume.basics.contact.mobile == model.PhoneNumber("+862100000001"):  # type: ignore[comparison-overlap]
        print("never")


def sources_are_paths_or_say_what_they_are(row: object) -> None:
    """A field comes from a path or from what says where; a function alone, or a number, is neither."""
    interchange.FieldMapping(rv.Resume, {"strengths": 7})  # type: ignore[dict-item]
    interchange.FieldMapping(rv.Resume, {"strengths": str})  # type: ignore[dict-item]
    interchange.From("about")  # type: ignore[call-arg]
    interchange.Each("jobs", interchange.Constant("x"))  # type: ignore[arg-type]
