"""What Hypothesis prints of a case that breaks a law: what an engineer needs to ask the same question again."""

from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings

from each import each
from resume_visibility import Policy
from resume_visibility.policy import V2023_04
from resume_visibility.testing import Case, cases, check_one_nothing, form_cases

OURS = Policy("ours", ruleset=attrs.evolve(V2023_04, version="ours", age=18))


@each("strategy, document", [(cases, "Resume"), (form_cases, "CampusForm")])
def test_a_case_that_breaks_a_law_can_be_read(strategy: Any, document: str) -> None:
    """A failing test prints who asks, when, by which policy and for what, and no clause or reading of the policy."""
    broken: list[Case[Any]] = []

    @settings(max_examples=100, phases=[Phase.generate], report_multiple_bugs=False)
    @given(strategy(policy=OURS))
    def test(case: Case[Any]) -> None:
        broken.append(case)
        check_one_nothing(lambda *_: "a hit", case)

    with pytest.raises(AssertionError, match="a refusal differs from another") as caught:
        test()
    case, printed = broken[-1], "\n".join(caught.value.__notes__)
    kind = type(case.viewer).__name__
    assert f"viewer={kind}(" in printed
    assert f"at={case.at!r}," in printed
    assert "policy=<Policy ours>," in printed
    for name, one in (("document", case.document), ("other", case.other)):
        assert f"{name}={document}(id={one.id!r}," in printed
    assert "ruleset" not in printed
