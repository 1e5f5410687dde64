"""The laws for campus and company-made forms: each takes what shows forms, and a case, and raises AssertionError.

@given(form_cases())
def test_our_endpoint_keeps_the_promise(case):
    check_form_noninterference(our_endpoint, case)
"""

import pickle
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final, TypeAlias

import attrs

from ..codec.dumping import dump_view
from ..model.campus import CampusForm
from ..model.parts import PARTS_OF, Document, Part
from ..model.settings import Account, CompanyBlock
from ..model.viewers import Action, Viewer
from ..policy.facts import Kind
from ..policy.situation import company_of
from ..policy.table import case_of
from ..projection.form_view import FormView
from ..projection.release import view_for
from .forms import FormCase, secrets_of
from .laws import replaced
from .leaving import claims_of, leaves_of, objects_in, texts_in, typed_in, wording

FormShow: TypeAlias = Callable[[Viewer, CampusForm, datetime], Any]


def show_form(viewer: Viewer, form: CampusForm, at: datetime) -> FormView | None:
    """`view_for`, as the laws call it."""
    return view_for(viewer, form, at=at)


def check_form_noninterference(show: FormShow, case: FormCase) -> None:
    """LAW-1: what the viewer is not granted makes no difference to what leaves, in any form of it."""
    seen, same = show(case.viewer, case.form, case.at), show(case.viewer, form_twin(case), case.at)
    assert seen == same, "a withheld value makes a difference"
    assert repr(seen) == repr(same), "a withheld value makes a difference to the repr"
    assert pickle.dumps(seen) == pickle.dumps(same), "a withheld value makes a difference to the pickle"
    if isinstance(seen, FormView):
        assert hash(seen) == hash(same), "a withheld value makes a difference to the hash"
        assert dump_view(seen) == dump_view(same), "a withheld value makes a difference to the JSON"


def check_form_unreachable(show: FormShow, case: FormCase) -> None:
    """LAW-2: no withheld value can be reached from what leaves: graph, repr, JSON, pickle."""
    seen = show(case.viewer, case.form, case.at)
    forms = [*texts_in(seen), repr(seen), str(seen), pickle.dumps(seen).decode("utf-8", "replace")]
    for secret in form_secrets(case):
        assert not any(secret in one for one in forms), "a withheld value can be reached"


def check_form_one_nothing(show: FormShow, case: FormCase) -> None:
    """LAW-3: a form that is not shown looks the same as any other that is not."""
    if view_for(case.viewer, case.form, at=case.at) is None:
        assert show(case.viewer, case.form, case.at) is None, "a refusal differs from another"


def check_form_monotone(show: FormShow, case: FormCase) -> None:
    """LAW-4: no tightening reveals more: no text of the form, and nothing that a view says it shows."""
    before = show(case.viewer, case.form, case.at)
    was, known, typed = claims_of(before), wording(before), {*typed_in(case.form)}
    for tighter in tightened_form(case.form, case.viewer, case.at):
        after = show(case.viewer, tighter, case.at)
        if after is None:
            continue
        assert before is not None, "a tightening shows the form"
        now = claims_of(after)
        if was is not None and now is not None:
            assert was.withheld <= now.withheld, "a tightening shows a part"
            assert now.actions <= was.actions, "a tightening allows an action"
        words = wording(after)
        assert not any(text in words and text not in known for text in typed), "a tightening shows a text"


def check_form_default_deny(show: FormShow, case: FormCase) -> None:
    """LAW-5: an action or a viewer that no clause names gets nothing."""
    kind = case_of(case.viewer, case.form, case.at).facts.kind
    named = {
        Kind.OWNER: (Action.VIEW, Action.EXPORT),
        Kind.RECRUITER: (Action.VIEW, Action.EXPORT),
        Kind.SCHOOL: (Action.VIEW,),
    }
    if case.viewer.action not in named.get(kind, ()):
        assert show(case.viewer, case.form, case.at) is None, "something was shown that no clause grants"


def check_form_pure(show: FormShow, case: FormCase) -> None:
    """LAW-6: the same answer each time, whatever was asked in between and however often it was asked."""
    first = show(case.viewer, case.form, case.at)
    show(case.viewer, case.other, case.at)
    assert show(case.viewer, case.form, case.at) == first, "the second answer differs"
    assert show(case.viewer, attrs.evolve(case.form), case.at) == first, "an equal form is answered otherwise"


def check_form_quiet(show: FormShow, case: FormCase) -> None:
    """LAW-7: no representation of what goes in or comes out holds personal data.

    Bytes, text, dicts and lists are their own representation: they may hold what the viewer is granted, and no more.
    """
    form = case.form
    seen = show(case.viewer, form, case.at)
    asked = (form, form.basics, form.basics.contact, form.family, case.viewer)
    shown = [f"{one!r} {one}" for one in (*asked, *objects_in(seen))]
    secrets = secrets_of(form)
    personal = (*secrets.own, *secrets.people, *secrets.numbers, *secrets.typed)
    assert not any(value in one for value in personal for one in shown), (
        "a representation holds personal data"
    )
    plain = [text for text in leaves_of(seen) if isinstance(text, str)]
    assert not any(secret in text for secret in form_secrets(case) for text in plain), (
        "a representation holds personal data that is withheld"
    )


ALL_FORM_LAWS: Final[tuple[Callable[[Any, FormCase], None], ...]] = (
    check_form_noninterference,
    check_form_unreachable,
    check_form_one_nothing,
    check_form_monotone,
    check_form_default_deny,
    check_form_pure,
    check_form_quiet,
)
"""Every law that one case of a form can break."""


def form_twin(case: FormCase) -> CampusForm:
    """A form that differs from the case's only in what its viewer is not granted.

    What is withheld comes from `case.other`, also where it was typed into text that is shown.
    """
    view = view_for(case.viewer, case.form, at=case.at)
    form, other = case.form, case.other
    if view is None:
        governing = ("id", "candidate", "company", "settings", "handed_in", "talk", "account", "deleted")
        kept = {name: getattr(form, name) for name in governing}
        profile = attrs.evolve(other.basics.profile, born=form.basics.profile.born)  # GATE-3
        return attrs.evolve(other, basics=attrs.evolve(other.basics, profile=profile), **kept)
    mine, theirs = secrets_of(form), secrets_of(other)
    basics: dict[str, Any] = {}
    changes: dict[str, Any] = {}
    for part, old, new in (
        (Part.MESSENGER, mine.typed, theirs.typed),
        (Part.FAMILY, mine.people, theirs.people),
        (Part.EMERGENCY_PHONE, mine.numbers, theirs.numbers),
    ):
        if part in view.withheld:
            for one, another in zip(old, new, strict=True):
                form = replaced(form, one, another)
    for part in view.withheld & {Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE}:
        basics[part.value] = getattr(other.basics, part.value)
    for part in view.withheld & {Part.FAMILY, Part.RELATIVES}:
        changes[part.value] = getattr(other, part.value)
    return attrs.evolve(form, basics=attrs.evolve(form.basics, **basics), **changes)


def form_secrets(case: FormCase) -> Iterator[str]:
    """The withheld values of a case that nothing else in it can equal, as text."""
    view = view_for(case.viewer, case.form, at=case.at)
    secrets = secrets_of(case.form)
    if view is None:
        yield from secrets.own
    withheld = PARTS_OF[Document.FORM] if view is None else view.withheld
    if Part.FAMILY in withheld:
        yield from secrets.people
    if Part.EMERGENCY_PHONE in withheld:
        yield from secrets.numbers
    if Part.MESSENGER in withheld:
        yield from (one.removeprefix("微信号：") for one in secrets.typed)


def tightened_form(form: CampusForm, viewer: Viewer, at: datetime) -> Iterator[CampusForm]:
    """The form after each single step towards more privacy.

    Args:
        form: as it is.
        viewer: whose company gets blocked in one of the steps.
        at: when.
    """
    settings = form.settings
    yield attrs.evolve(form, settings=attrs.evolve(settings, resume_permission=False))
    company = company_of(viewer)
    if company is not None and company.id is not None:
        blocks = (*settings.blocks, CompanyBlock(company=company.id, at=at))
        yield attrs.evolve(form, settings=attrs.evolve(settings, blocks=blocks))
    yield attrs.evolve(form, account=Account.CLOSED)
    yield attrs.evolve(form, deleted=True)
    yield attrs.evolve(form, talk=None)
    yield attrs.evolve(form, handed_in=None, talk=None)
    if form.talk is not None:
        yield attrs.evolve(form, talk=attrs.evolve(form.talk, school_requires=False))
