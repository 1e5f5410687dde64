"""Uses that a type checker must accept. Checked by mypy, never run."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import assert_never, assert_type

import resume_visibility as rv
from resume_visibility import interchange, model, policy
from resume_visibility.lists import Failed, Page, page_of, views_for
from resume_visibility.testing import Case, cases, check_noninterference, resumes, viewers


class OwnSections(rv.ShownSections):
    """What is shown of a platform's own sections."""


class Own(rv.Resume[OwnSections]):
    """A platform's own resumes."""


def views(viewer: rv.Viewer, resume: rv.Resume) -> None:
    """A view is there or not, and its fields are as precise as the model's."""
    view = rv.view_for(viewer, resume)
    assert_type(view, rv.ResumeView | None)
    assert_type(rv.view_for(viewer, resume, at=datetime(2026, 1, 1, tzinfo=UTC)), rv.ResumeView | None)
    if view is None:
        return
    assert_type(view.display_name, str | None)
    assert_type(view.sections.work, tuple[model.Work, ...])
    assert_type(view.sections.profile, model.Profile | None)
    assert_type(view.contact.mobile, model.MobileNumber | None)
    assert_type(view.contact.virtual_number, rv.VirtualLine | None)
    assert_type(view.contact.channels, frozenset[rv.Channel])
    assert_type(view.actions, frozenset[rv.Action])
    assert_type(view.withheld, frozenset[rv.Part])
    assert_type(view.fresh_until, datetime)
    assert_type(rv.dump_view(view), bytes)
    held: dict[rv.ResumeView, str] = {view: "views are values"}
    print(held)


def many(
    viewer: rv.Viewer, resumes: list[Own], forms: list[rv.CampusForm], fetched: Iterator[rv.Resume]
) -> None:
    """The rows of a list are of the kind that the list is of, so that nobody has to check each one's kind."""
    assert_type(views_for(viewer, resumes), Iterator[rv.ResumeView[OwnSections] | Failed])
    assert_type(views_for(viewer, forms), Iterator[rv.FormView | Failed])
    assert_type(views_for(viewer, fetched), Iterator[rv.ResumeView | Failed])
    for row in views_for(viewer, resumes, parts=frozenset({rv.Part.WORK})):
        if not isinstance(row, Failed):
            assert_type(row.sections, OwnSections)


def page(viewer: rv.Viewer, resume: rv.Resume, own: Own, form: rv.CampusForm) -> Page:
    """So are those of a page, and each is recorded with its resume."""

    def fetch(after: str | None) -> list[rv.Resume]:
        return [] if after else [resume]

    def fetch_own(after: str | None) -> Iterator[Own]:
        yield own

    def fetch_forms(after: str | None) -> list[rv.CampusForm]:
        return [] if after else [form]

    def fetch_both(after: str | None) -> list[rv.Resume | rv.CampusForm]:
        return [] if after else [resume, form]

    assert_type(page_of(viewer, fetch_own, size=1), Page[rv.ResumeView[OwnSections]])
    assert_type(page_of(viewer, fetch_forms, size=1), Page[rv.FormView])
    assert_type(page_of(viewer, fetch_both, size=1), Page[rv.ResumeView | rv.FormView])
    listed = page_of(viewer, fetch, size=1)
    for view in listed.views:
        rv.record_of(viewer, resume, view)
    return listed


def mixed(viewer: rv.Viewer, both: list[rv.Resume | rv.CampusForm]) -> None:
    """Of resumes and forms the rows are of either."""
    assert_type(views_for(viewer, both), Iterator[rv.ResumeView | rv.FormView | Failed])


def every_viewer(resume: rv.Resume) -> list[rv.ResumeView | None]:
    """Each kind of viewer is one."""
    company = rv.Company(id="acme", name="Acme", aliases=("阿克米",))
    everybody: list[rv.Viewer] = [
        rv.Owner(candidate="c-1", language=rv.Language.EN),
        rv.Recruiter(id="u", company=company, signed_in=True, verified=rv.FULLY_VERIFIED),
        rv.Headhunter(id="h", agency=company, clients=(company,), action=rv.Action.SEARCH),
        rv.Mailbox(company=company, address=model.Email("hr@acme.example.com")),
        rv.Visitor(),
    ]
    return [rv.view_for(viewer, resume) for viewer in everybody]


def blocked(block: model.Block) -> str:
    """The unions of the model are closed: a match over their members is exhaustive."""
    match block:
        case rv.CompanyBlock():
            return block.company
        case rv.KeywordBlock():
            return block.keyword
        case _:
            assert_never(block)


def item(shown: model.PortfolioItem) -> str:
    """A portfolio item is an image or a link."""
    match shown:
        case model.PortfolioImage():
            return shown.image
        case model.PortfolioLink():
            return shown.link.address
        case _:
            assert_never(shown)


def explanations(viewer: rv.Viewer, resume: rv.Resume) -> None:
    """An explanation has clauses, facts, rulings and changes."""
    explanation = rv.explain(viewer, resume)
    assert_type(explanation, policy.Explanation)
    assert_type(explanation.clauses, tuple[policy.Clause, ...])
    assert_type(explanation.facts.standing, policy.Standing)
    assert_type(explanation.rulings[0].item, rv.Part | rv.Channel | rv.Action)
    assert_type(explanation.changes, tuple[policy.Change, ...])
    assert_type(
        explanation.changes[0].to,
        rv.Visibility | rv.NameDisplay | bool | policy.BlockChange | policy.ActChange,
    )


def documents(document: bytes) -> rv.Resume | None:
    """JSON in and out; one error, with its problems."""
    try:
        resume = rv.load_resume(document)
    except rv.InvalidResume as error:
        assert_type(error.problems, tuple[rv.Problem, ...])
        return None
    assert_type(rv.dump_resume(resume), bytes)
    assert_type(rv.load_viewer('{"kind": "visitor"}'), rv.Viewer)
    return resume


def errors(error: rv.InvalidResume) -> ValueError:
    """Every error of bad input is a ValueError, too."""
    root: rv.ResumeVisibilityError = error
    print(root)
    return error


def laws(case: Case[rv.Resume]) -> None:
    """The laws take any code that shows resumes."""

    def endpoint(viewer: rv.Viewer, resume: rv.Resume, at: datetime) -> bytes | None:
        view = rv.view_for(viewer, resume, at=at)
        return None if view is None else rv.dump_view(view)

    check_noninterference(endpoint, case)
    law: Callable[[Case[rv.Resume]], None] = laws
    print(law, cases(), viewers(), resumes(), case.document.id)


def mappings(row: object) -> None:
    """A mapping knows what it builds."""
    shared: interchange.Fields = {
        "company": "employer",
        "period.start": interchange.From("from", by=interchange.month_in),
    }
    mapping = interchange.FieldMapping(
        rv.Resume,
        {
            "strengths": "about",
            "work": [interchange.Each("jobs", shared), interchange.Each("posts", shared)],
            "intention.salary.currency": interchange.Constant("CNY"),
            "basics.profile.gender": interchange.From("sex", by={"男": "male"}),
        },
    )
    assert_type(mapping.read(row, id="r-1", candidate="c-1").resume.work, tuple[model.Work, ...])
    assert_type(interchange.FieldMapping(rv.CampusForm, {}).read(row).resume, rv.CampusForm)
