"""The texts of a resume are looked at together, and what a view shows is what looking at each would show."""

from collections.abc import Iterable
from unittest.mock import patch

import attrs
from hypothesis import given

from resume_visibility import Resume, dump_view, view_for
from resume_visibility import text as free_text
from resume_visibility.projection.redactor import Findings
from resume_visibility.testing import Case, cases
from resume_visibility.text import NOTHING, Finding, Known, find


def _find_each_alone(
    texts: Iterable[str], known: Known, accounts: tuple[str, ...]
) -> dict[str, tuple[Finding, ...]]:
    return {text: find(text, known, accounts) for text in texts}


@given(cases())
def test_a_view_is_the_same_when_every_text_is_looked_at_alone(case: Case[Resume]) -> None:
    """For any viewer and resume, the first look leaves nothing unseen."""
    view = view_for(case.viewer, case.document, at=case.at)
    with patch.object(free_text, "find_among", _find_each_alone):
        alone = view_for(case.viewer, attrs.evolve(case.document), at=case.at)
    assert (view and dump_view(view)) == (alone and dump_view(alone))


def test_a_look_at_many_texts_goes_on_while_another_thread_looks_at_others() -> None:
    """LAW-6: what one thread finds meanwhile is no error for the other, which gets what its own texts give away."""
    findings = Findings(lambda: NOTHING, ())

    class Meanwhile(tuple[Finding, ...]):
        """What a text gives away; whenever somebody looks at it, another thread finds something in another text."""

        __slots__ = ()

        def __bool__(self) -> bool:
            findings.of("电话13912345678")
            return len(self) > 0

    findings.use_stored({"一段": Meanwhile(), "二段": ()}, {})
    found = findings.look_at(["一段", "二段", "电话13800138000"])
    assert [*found] == ["电话13800138000"]
