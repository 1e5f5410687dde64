"""What a view is: frozen, hashable, picklable, no resume, and with nothing behind it (LAW-2)."""

import copy
import gc
import pickle
import types
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import attrs
import pytest

from people import (
    AT,
    HOME,
    MAIL,
    NUMBER,
    applied,
    headhunter,
    line,
    mailbox,
    owner,
    recruiter,
    resume,
    stranger,
)
from resume_visibility import (
    NameDisplay,
    Resume,
    ResumeView,
    Settings,
    Viewer,
    Visibility,
    dump_view,
    projection,
    view_for,
)
from resume_visibility.model.memo import Memo
from resume_visibility.policy.decisions import Grant
from resume_visibility.policy.index import Index


def reachable_from(root: object) -> Iterator[object]:
    """Everything that can be reached from an object, but code and classes."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        found = waiting.pop()
        if id(found) in seen or isinstance(found, (type, types.ModuleType, types.FunctionType)):
            continue
        seen.add(id(found))
        yield found
        waiting.extend(gc.get_referents(found))


def see(viewer: Viewer, whole: Resume) -> ResumeView:
    """The view, where there is one."""
    view = view_for(viewer, whole, at=AT)
    assert view is not None
    return view


VIEWS = [
    see(owner, resume()),
    see(recruiter, resume()),
    see(recruiter, resume(applications=(applied,), virtual_numbers=(line("one"),))),
    see(headhunter, resume()),
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_frozen(view: ResumeView) -> None:
    """No field of a view, its sections or its contact can be set, added or deleted."""
    for value in (view, view.sections, view.contact):
        for field in attrs.fields(type(value)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, field.name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(value, field.name)
        assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_survives_pickling_and_copying(view: ResumeView) -> None:
    """A pickled or copied view equals the view, hashes alike, and spells the same JSON."""
    for other in (pickle.loads(pickle.dumps(view)), copy.copy(view), copy.deepcopy(view)):
        assert other == view
        assert hash(other) == hash(view)
        assert dump_view(other) == dump_view(view)


def test_views_are_values() -> None:
    """Views of what is shown alike are equal and hash alike; one that shows more is another."""
    one, same = see(recruiter, resume()), see(recruiter, resume(id="r-1"))
    assert one == same
    assert len({one, same, see(owner, resume())}) == 2


@pytest.mark.parametrize("view", VIEWS)
def test_a_representation_says_nothing(view: ResumeView) -> None:
    """LAW-7: the repr of a view and of its pieces names the policy, actions and parts, and nothing shown."""
    printed = (
        f"{view!r} {view.sections!r} {view.contact!r} {view.contact.virtual_number!r} {view.sections.work!r}"
    )
    for personal in ("张三丰", NUMBER, MAIL, HOME, "清结算", "r-1", "862100000000"):
        assert personal not in printed


def test_the_representation_of_a_full_view_says_that_nothing_is_withheld() -> None:
    """The owner's view says so."""
    assert repr(VIEWS[0]).endswith("withheld: nothing>")
    assert "withheld: attachments" in repr(VIEWS[1])


@pytest.mark.parametrize("viewer", [recruiter, stranger, headhunter, mailbox, owner])
def test_nothing_stands_behind_a_view(viewer: Viewer) -> None:
    """LAW-2: from a view no resume, no settings, no memo, no grant, no index and no viewer can be reached."""
    whole = resume(applications=(applied, attrs.evolve(applied, mailbox=mailbox.address)))
    view_for(owner, whole, at=AT)
    view = see(viewer, whole)
    hidden = (Resume, Settings, Memo, Grant, Index, type(viewer))
    assert [type(one) for one in reachable_from(view) if isinstance(one, hidden)] == []


def test_other_viewers_views_cannot_be_reached() -> None:
    """LAW-2: what was shown to one viewer is not within reach of another's view of the same resume."""
    whole = resume(
        applications=(applied,), settings=attrs.evolve(resume().settings, name_display=NameDisplay.HONORIFIC)
    )
    granted, other = see(recruiter, whole), see(stranger, whole)
    assert granted.contact.mobile is not None
    within = list(reachable_from(other))
    assert not any(one is granted.contact.mobile for one in within)
    assert not any(isinstance(one, str) and (NUMBER in one or "张三丰" in one) for one in within)


def test_what_is_withheld_is_in_no_form_of_a_view() -> None:
    """LAW-2: a chat-only view holds no number, address or homepage in graph, JSON or pickle."""
    whole = resume(
        settings=attrs.evolve(resume().settings, visibility=Visibility.CHAT_ONLY),
        virtual_numbers=(line("one"),),
    )
    view = see(stranger, whole)
    forms = [one for one in reachable_from(view) if isinstance(one, str)]
    forms += [dump_view(view).decode(), pickle.dumps(view).decode("latin-1")]
    for secret in (NUMBER, NUMBER[-4:], MAIL, HOME, "862100000000"):
        assert not any(secret in form for form in forms)


def test_LAW_7_nothing_that_makes_a_view_spells_what_it_holds() -> None:
    """No class of the projection has a representation of its fields, but the difference of two views, of parts alone."""
    modules = [
        import_module(f"{projection.__name__}.{one.name}") for one in iter_modules(projection.__path__)
    ]
    spelled = {
        cls.__name__
        for module in modules
        for cls in vars(module).values()
        if isinstance(cls, type) and attrs.has(cls) and cls.__module__ == module.__name__
        if "attrs generated" in getattr(getattr(cls.__repr__, "__code__", None), "co_filename", "")
    }
    assert spelled == {"Difference"}
