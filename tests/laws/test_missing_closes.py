"""What is missing is missing: it closes what depends on it, and opens nothing."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from each import each
from people import AT, delivered, headhunter, line, mailbox, member, owner, recruiter, stranger, visitor
from people import resume as whole
from resume_visibility import (
    CampusForm,
    Language,
    Owner,
    Resume,
    Settings,
    Viewer,
    Visibility,
    dump_resume,
    load_form,
    load_resume,
    view_for,
    view_to_dict,
)
from resume_visibility.model import (
    AgeVerified,
    Gender,
    Period,
    PersonName,
    Work,
    YearMonth,
    campus_basics,
    campus_sections,
    sections,
)
from resume_visibility.policy.situation import latest_position
from resume_visibility.projection.names import honorific
from resume_visibility.testing import ALL_LAWS, Case, cases, form_cases
from resume_visibility.testing.cast import NOW
from resume_visibility.testing.invented.lacking import (
    Path,
    filled_paths,
    remove_some_values,
    remove_value,
)
from resume_visibility.testing.resume_strategies import resumes
from samples import MODEL, full, spelled
from shows import show

SEARCHED_FOR = (
    "name",
    "english_name",
    "mobile",
    "email",
    "homepage",
    "landline",
    "postal_address",
    "postcode",
)
"""The last names of the values that texts are searched for, because they are known."""


HAPPENS = {
    *("applications", "virtual_numbers", "conversations", "consents", "community", "identity_verified"),
    *("settings", "account", "deleted", "revision", "handed_in", "withdrawn", "talk"),
}
"""What somebody chose or did, or what happened to a resume or form: no value that is filled in."""


def held(document: Any, path: Path) -> Any:
    for step in path:
        document = document[step] if isinstance(step, int) else getattr(document, step)
    return document


def test_every_value_that_may_be_missing_is_tried() -> None:
    """Where everything is filled in, each field with a default is among the values that go, in whichever section it is."""
    found = {
        (type(held(document, path[:-1])), path[-1])
        for document in (load_resume(full()), load_form(spelled(CampusForm)))
        for path in filled_paths(document)
    }
    modules = {module.__name__ for module in (sections, campus_basics, campus_sections)}
    assert found == {
        (cls, name)
        for cls in MODEL
        for name, field in attrs.fields_dict(cls).items()
        if field.init and field.default is not attrs.NOTHING
        if cls.__module__ in modules or (cls in (Resume, CampusForm) and name not in HAPPENS)
    }


def view_as_dict(case: Case[Any], document: Any) -> Any:
    view: Any = show(case.viewer, document, case.at)
    return None if view is None else attrs.asdict(view)


def find_additions(before: Any, after: Any, path: str = "") -> Iterator[str]:
    """Where one view shows what the other does not."""
    if after in (None, (), [], {}):
        return
    match before, after:
        case dict(), dict():
            for key in after:
                yield from find_additions(before.get(key), after[key], f"{path}.{key}")
        case ((list() | tuple()), (list() | tuple())) if len(after) <= len(before):
            for old, new in zip(before, after, strict=False):
                yield from find_additions(old, new, f"{path}[]")
        case _ if before != after:
            yield path


def is_searched_for(path: Path) -> bool:
    """Whether texts are searched for this value, or what holds it."""
    first, names = path[0], {str(name) for name in path}
    return bool(
        first in ("family", "relatives")
        or (first == "basics" and names & {*SEARCHED_FOR})
        or path in {("basics",), ("basics", "contact")}
        or any(name.startswith("emergency") for name in names)
    )


def test_a_drawn_resume_lacks_up_to_five_values() -> None:
    """At least one value is gone from it, and at most five are, with what is in them."""
    whole_one, lacking = load_resume(full()), set[int]()
    filled = {*filled_paths(whole_one)}
    for seed in range(100):
        gone = filled - {*filled_paths(remove_some_values(whole_one, Random(seed)))}
        lacking.add(sum(not any(path[:end] in gone for end in range(1, len(path))) for path in gone))
    assert lacking == {1, 2, 3, 4, 5}


def check_nothing_opens(case: Case[Any], paths: Iterable[Path]) -> None:
    before = view_as_dict(case, case.document)
    for path in paths:
        after = view_as_dict(case, remove_value(case.document, path))
        assert after is None or before is not None, path
        if after is None:
            continue
        assert [one for one in ("actions", "withheld") if before[one] != after[one]] == []
        found = {*find_additions(before, after)}
        if path[-1] in ("gender", "profile", "basics"):  # 先生 becomes 先生/女士
            found -= {".display_name"}
        if is_searched_for(path):  # a text may say what nobody knows any more
            found = {one for one in found if not one.startswith(".sections")}
        assert found == set(), path


def pick_paths(document: Resume | CampusForm, seed: int) -> Iterator[Path]:
    """A few of the values, the month of birth among them."""
    paths = list(filled_paths(document))
    yield from (path for path in paths if path[-1] == "born")
    yield from Random(seed).sample(paths, min(4, len(paths)))


VIEWERS = (recruiter, stranger, headhunter, mailbox, owner, member, visitor)


@each("young", [False, True])
@each("viewer", VIEWERS, ids=lambda viewer: type(viewer).__name__)
def test_GATE_3_no_value_opens_by_its_absence(viewer: Viewer, young: bool) -> None:
    """GATE-3: of a resume with everything in it, each value alone is missing, and nobody is shown more for it."""
    resume = whole(applications=(delivered,), virtual_numbers=(line("any"),))
    if young:
        profile = attrs.evolve(resume.basics.profile, born=YearMonth(2010, 6))
        resume = attrs.evolve(resume, basics=attrs.evolve(resume.basics, profile=profile))
    case = Case(viewer=viewer, document=resume, at=AT, other=resume)
    assert (show(viewer, resume, AT) is None) is (viewer == visitor or (young and viewer != owner))
    check_nothing_opens(case, filled_paths(resume))


@given(cases(), st.integers(0, 10**6))
def test_what_is_missing_opens_nothing(case: Case[Resume], seed: int) -> None:
    """Without a value, whatever it is, no viewer is shown anything that they were not shown with it."""
    check_nothing_opens(case, pick_paths(case.document, seed))


@given(form_cases(), st.integers(0, 10**6))
def test_what_is_missing_of_a_form_opens_nothing(case: Case[CampusForm], seed: int) -> None:
    """The same holds for forms."""
    check_nothing_opens(case, pick_paths(case.document, seed))


@given(cases())
def test_no_name_is_no_display_name(case: Case[Resume]) -> None:
    """NAME-1: without a name nobody is called anything, whoever asks."""
    nameless = attrs.evolve(case.document, basics=attrs.evolve(case.document.basics, name=None))
    view = view_for(case.viewer, nameless, at=case.at)
    assert view is None or view.display_name is None


@given(cases(), st.booleans())
def test_the_barest_resume_keeps_every_law(case: Case[Resume], opened: bool) -> None:
    """LAW-6: of a resume that is two ids, every viewer gets an answer, and every law holds."""
    settings = Settings(visibility=Visibility.PUBLIC, resume_permission=True, chat_permission=True)
    bare = Resume(id="resume-1", candidate="candidate-1")
    if opened:
        verified = AgeVerified(age=16, at=min(case.at, NOW))
        bare = attrs.evolve(bare, settings=settings, age_verified=verified)
    for law in ALL_LAWS:
        law(show, attrs.evolve(case, document=bare))


def test_the_barest_resume_is_its_owners_alone() -> None:
    """GATE-3: a resume that is two ids is shown to its owner, who sees that nothing is there, and to nobody else."""
    bare = Resume(id="r", candidate="c")
    view = view_for(Owner(candidate="c"), bare, at=NOW)
    assert view is not None
    plain = view_to_dict(view)
    assert plain["display_name"] is None
    assert [key for key, value in plain["sections"].items() if value not in (None, [], {})] == []


def test_the_barest_documents_load_and_are_written_so() -> None:
    """Two ids are a resume, and three a form; nothing is made up when it is written again."""
    assert load_resume(b'{"id":"r","candidate":"c"}') == Resume(id="r", candidate="c")
    assert dump_resume(Resume(id="r", candidate="c")) == b'{"id":"r","candidate":"c"}'
    form = load_form(b'{"id":"f","candidate":"c","company":"acme"}')
    assert form == CampusForm(id="f", candidate="c", company="acme")


def test_an_item_with_nothing_in_it_is_one() -> None:
    """An item that was opened and not filled in loads, and says nothing."""
    resume = load_resume({"id": "r", "candidate": "c", "work": [{}], "skills": [{}]})
    assert resume.work == (Work(),)
    assert load_resume(dump_resume(resume)) == resume


_LAST, _FIRST = Period(YearMonth(2020, 1)), Period(YearMonth(2010, 1), YearMonth(2014, 1))


@each(
    ("work", "position"),
    [
        ((), None),
        ((Work(position="甲"),), "甲"),
        ((Work(position="甲", period=_FIRST), Work(position="乙", period=_LAST)), "乙"),
        ((Work(position="甲", period=_FIRST), Work(position="乙")), None),
        ((Work(position="甲", period=_FIRST), Work(period=_LAST)), None),
        ((Work(position="甲"), Work()), "甲"),
        ((Work(position="甲"), Work(overseas=False)), None),
    ],
)
def test_COMMUNITY_1_latest_position_is_surely_the_latest(
    work: tuple[Work, ...], position: str | None
) -> None:
    """COMMUNITY-1: where a period or the position is missing, no earlier position stands in for the latest."""
    assert latest_position(work) == position


@each("language", Language)
@each("in_community", [True, False])
def test_NAME_3_without_a_gender_both_honorifics_are_named(language: Language, in_community: bool) -> None:
    """NAME-3: a missing gender gives the same honorific as an unknown one."""
    missing, unknown = (
        honorific(PersonName("张三丰"), gender, language, in_community=in_community)
        for gender in (None, Gender.UNKNOWN)
    )
    assert missing == unknown


@given(resumes())
def test_what_is_drawn_loads_as_it_is(resume: Resume) -> None:
    """Resumes as the strategies draw them load again as they are, whatever they lack."""
    assert load_resume(dump_resume(resume)) == resume
