"""What a lenient mapping does not leave out: whatever decides who sees the resume; and what the most work is that it makes."""

import json
from typing import Any

import pytest

from resume_visibility import InvalidResume, InvalidValue, Resume, Settings
from resume_visibility.codec.loading import explained
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.interchange import Each, FieldMapping, From, mapping, read_json_resume

ROW: dict[str, Any] = {
    "no": "r-1",
    "who": "c-1",
    "born": "1990-01",
    "mode": "public",
    "blocks": [{"firm": "co-1", "since": "2020-01-01T00:00:00Z", "group": "g-1"}],
    "sent": [{"firm": "co-2", "on": "2020-01-01T00:00:00Z", "back": "2021-01-01T00:00:00Z"}],
    "state": "active",
    "gone": False,
}
MAPPING = FieldMapping(
    Resume,
    {
        "id": "no",
        "candidate": "who",
        "basics.profile.born": "born",
        "settings.visibility": "mode",
        "settings.blocks": Each("blocks", {"company": "firm", "at": "since", "group": "group"}),
        "applications": Each("sent", {"company": "firm", "at": "on", "withdrawn": "back"}),
        "account": From("state", by={"active": "open", "closed": "closed"}),
        "deleted": "gone",
    },
    lenient=True,
)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"gone": "yes"}, "gone"),
        ({"state": "banned"}, "state"),
        ({"mode": "hidden"}, "mode"),
        ({"blocks": [{"firm": "co 1", "since": "2020-01-01T00:00:00Z"}]}, "blocks[0].firm"),
        (
            {"blocks": [{"firm": "co-1", "since": "2020-01-01T00:00:00Z", "group": "\0"}]},
            "blocks[0].group",
        ),
        ({"sent": [{**ROW["sent"][0], "back": "last year"}]}, "sent[0].back"),
    ],
    ids=str,
)
def test_what_decides_is_never_left_out(change: dict[str, Any], path: str) -> None:
    """LAW-5: a block, a withdrawal or a deletion that does not fit is an error: without it, the resume would be shown."""
    assert MAPPING.read(ROW).resume.settings.blocks
    with pytest.raises(InvalidResume) as caught:
        MAPPING.read({**ROW, **change})
    assert [problem.path for problem in caught.value.problems] == [path]


def test_settings_alone_decide() -> None:
    """LAW-5: what does not fit of settings that are read alone is an error, too."""
    chosen = FieldMapping(
        Settings, {"blocks": Each("blocks", {"company": "firm", "at": "since"})}, lenient=True
    )
    with pytest.raises(InvalidValue, match=r"blocks\[0\]\.firm"):
        chosen.read({"blocks": [{"firm": "co 1", "since": "2020-01-01T00:00:00Z"}]})


def test_a_month_of_birth_that_does_not_fit_shuts_the_gate() -> None:
    """GATE-3: without a month of birth nobody is surely of age, so that it can be left out."""
    read = MAPPING.read({**ROW, "born": "1990"})
    assert read.resume.basics.profile.born is None
    assert read.unplaced == ("born",)


@pytest.mark.parametrize("name", ["张" * 101, "Lena Vasquez\0"])
def test_NAME_4_a_name_that_does_not_fit_is_never_left_out(name: str) -> None:
    """NAME-4: a name that is left out would not be looked for in what else the candidate wrote."""
    document = {"basics": {"name": name, "summary": "我是她"}}
    with pytest.raises(InvalidResume) as caught:
        read_json_resume(document, id="r-1", candidate="c-1")
    assert [problem.path for problem in caught.value.problems] == ["basics.name"]


@pytest.mark.parametrize("name", ["", "\u200b", 7, ["Lena"], None])
def test_what_is_no_name_is_left_out(name: object) -> None:
    """Where nothing of a name can be seen, nothing has to be looked for."""
    read = read_json_resume({"basics": {"name": name}}, id="r-1", candidate="c-1")
    assert read.resume.basics.name is None


def test_LAW_6_a_document_of_nothing_that_fits_is_read_in_few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A section with more than a thousand values that do not fit goes whole, so that a hostile document costs no more than a long one."""
    rounds = []

    def counted(document: Any, target: Any) -> Any:
        rounds.append(target)
        return explained(document, target)

    monkeypatch.setattr(mapping, "explained", counted)
    items = [{"name": "a", "highlights": [{"b": 1}] * 50} for _ in range(100)]
    document = {"work": items, "projects": items, "skills": [{"name": "x"}]}
    read = read_json_resume(document, id="r", candidate="c")
    assert (read.resume.work, read.resume.projects) == ((), ())
    assert [skill.name for skill in read.resume.skills] == ["x"]
    assert len(read.unplaced) == 2 * 100 * 51
    assert len(rounds) <= 4


@pytest.mark.parametrize(
    "form", [lambda d: d, json.dumps, lambda d: json.dumps(d).encode()], ids=["dict", "str", "bytes"]
)
def test_LAW_6_a_document_of_more_than_any_resume_is_refused_unread(form: Any) -> None:
    """A document in JSON Resume is no longer than any other."""
    document = form({"basics": {"summary": "a" * MAX_BYTES}})
    with pytest.raises(InvalidResume, match=r"expected JSON of an object, of at most 2097152 bytes$"):
        read_json_resume(document, id="r", candidate="c")
