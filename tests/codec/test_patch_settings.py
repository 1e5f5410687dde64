"""Settings changed by a partial document (RFC 7396): what it names is changed, and nothing else."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_visibility import (
    CompanyBlock,
    InvalidResume,
    InvalidSettings,
    NameDisplay,
    Resume,
    Settings,
    Visibility,
    difference,
    dump_resume,
    load_resume,
    load_settings,
    patch_settings,
)
from resume_visibility.codec.unstructuring import plain_of
from resume_visibility.model.building import fields_of
from resume_visibility.testing import resumes
from samples import found_in, full, spelled

RESUME = load_resume(full())
NAMES = [name for name, _ in fields_of(Settings)]
BLOCKS = spelled(Settings)["blocks"]
VALUES = (
    st.none()
    | st.booleans()
    | st.sampled_from(
        [
            "public",
            "chat_only",
            "headhunters",
            "private",
            "real",
            "honorific",
            "other",
            7,
            [],
            BLOCKS,
            [None],
            {},
        ]
    )
)
PATCHES = st.dictionaries(st.sampled_from(NAMES), VALUES)


def merge_patch(target: Any, patch: Any) -> Any:
    """RFC 7396, section 2, word by word."""
    if not isinstance(patch, dict):
        return patch
    target = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = merge_patch(target.get(name), value)
    return target


def paths(error: InvalidSettings) -> list[str]:
    """Where something is wrong, once the error was found to hold nothing of the document."""
    assert found_in(error) == []
    return sorted(problem.path for problem in error.problems)


@given(resumes(), PATCHES)
def test_the_merge_is_that_of_RFC_7396(resume: Resume, patch: dict[str, Any]) -> None:
    """What comes of a patch is what loads after the merge that the RFC defines, and where that does not load, neither does it."""
    merged = merge_patch(plain_of(resume.settings), patch)
    try:
        expected: Any = load_settings(merged)
    except InvalidSettings as error:
        expected = sorted(problem.path for problem in error.problems)
    for document in (patch, json.dumps(patch), json.dumps(patch).encode()):
        try:
            got: Any = patch_settings(resume.settings, document)
        except InvalidSettings as error:
            got = sorted(problem.path for problem in error.problems)
        assert got == expected


@given(resumes(), PATCHES)
def test_what_is_not_named_stays(resume: Resume, patch: dict[str, Any]) -> None:
    """Every setting that a patch does not name is the very same afterwards, and what was changed stays as it was."""
    before = attrs.asdict(resume.settings, recurse=False)
    try:
        after = patch_settings(resume.settings, patch)
    except InvalidSettings:
        return
    finally:
        assert attrs.asdict(resume.settings, recurse=False) == before
    for name in NAMES:
        if name not in patch:
            assert getattr(after, name) is getattr(resume.settings, name)


def test_nothing_named_changes_nothing() -> None:
    """An empty patch gives equal settings, and applying a patch twice is applying it once."""
    assert patch_settings(RESUME.settings, "{}") == RESUME.settings
    once = patch_settings(RESUME.settings, {"visibility": "private", "nickname": None})
    assert patch_settings(once, {"visibility": "private", "nickname": None}) == once


def test_a_partial_save_unblocks_nobody() -> None:
    """A patch that does not name the blocks keeps them, and a whole document that does not name them is refused."""
    assert patch_settings(RESUME.settings, {"visibility": "public"}).blocks == RESUME.settings.blocks != ()
    with pytest.raises(InvalidSettings, match="blocks: required, but missing"):
        load_settings({"visibility": "public"})
    document = full()
    del document["settings"]["blocks"]
    with pytest.raises(InvalidResume, match=r"settings\.blocks: required, but missing"):
        load_resume(document)


def test_null_gives_the_default() -> None:
    """null takes the candidate out of the community, and every other setting back to what is private."""
    reset = patch_settings(RESUME.settings, {name: None for name in NAMES if name != "blocks"})
    assert reset == Settings(blocks=RESUME.settings.blocks)


def test_blocks_are_replaced_whole() -> None:
    """A list is no object to be merged: the new blocks stand in the place of the old."""
    one = {"company": "globex", "at": "2026-05-01T00:00:00Z"}
    blocks = patch_settings(RESUME.settings, {"blocks": [one]}).blocks
    assert [block.company for block in blocks if isinstance(block, CompanyBlock)] == ["globex"]
    assert len(blocks) == 1
    assert patch_settings(RESUME.settings, {"blocks": []}).blocks == ()


@pytest.mark.parametrize(
    ("patch", "path"),
    [
        ({"blocks": None}, "blocks"),
        ({"blocks": [{"company": "acme"}]}, "blocks[0].at"),
        ({"visibility": "canary"}, "visibility"),
        ({"nicknam": None}, ""),
        ({"canary key": None}, ""),
        ({"canary key": 1}, ""),
        ({1: None}, ""),
        ('{"nickname": null, "nickname": "real"}', ""),
        ("[]", ""),
        ('"canary"', ""),
        ("null", ""),
        ("{", ""),
    ],
)
def test_a_patch_that_cannot_be(patch: Any, path: str) -> None:
    """What a patch may not do is refused at its path: a setting unknown, even to reset it, or no list in the place of the blocks."""
    with pytest.raises(InvalidSettings) as caught:
        patch_settings(RESUME.settings, patch)
    assert paths(caught.value) == [path]


def test_blocks_of_null_are_no_missing_blocks() -> None:
    """Who takes null for no blocks at all reads that a list is expected, and not that the blocks are missing."""
    with pytest.raises(InvalidSettings, match=r"blocks: expected a list, each item an object with company"):
        patch_settings(RESUME.settings, {"blocks": None})


def test_a_slip_of_the_pen_is_named() -> None:
    """A setting that is not known is named with the one that it resembles."""
    with pytest.raises(InvalidSettings, match=r"nicknam \(did you mean nickname\?\)"):
        patch_settings(RESUME.settings, {"nicknam": None})


def test_python_values_of_a_patch() -> None:
    """A patch may hold the library's own enumerations and blocks."""
    block = CompanyBlock(company="acme", at=RESUME.settings.blocks[0].at)
    after = patch_settings(RESUME.settings, {"visibility": Visibility.PRIVATE, "blocks": (block,)})
    assert (after.visibility, after.blocks) == (Visibility.PRIVATE, (block,))


@pytest.mark.parametrize("wrong", [None, {}, RESUME])
def test_programmers_mistakes(wrong: Any) -> None:
    """What are no settings, and what is no document, is a mistake of the program."""
    with pytest.raises(TypeError, match="expected settings to be a Settings"):
        patch_settings(wrong, {})
    with pytest.raises(TypeError, match="expected patch to be bytes, a str or a dict"):
        patch_settings(RESUME.settings, ["canary"])  # type: ignore[arg-type]  # the mistake is meant


def test_what_a_patch_would_do() -> None:
    """`difference` of the changed settings says what a patch would show or withhold."""
    resume = load_resume(dump_resume(RESUME))
    new = patch_settings(resume.settings, {"name_display": "honorific"})
    assert new.name_display is NameDisplay.HONORIFIC
    assert difference(resume, new) == difference(
        resume, attrs.evolve(resume.settings, name_display=NameDisplay.HONORIFIC)
    )
