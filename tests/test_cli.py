"""The command line: what it prints, how it exits, and that its errors are silent about the candidate."""

import io
import json
import os
import re
import runpy
import subprocess
import sys
from contextlib import suppress
from errno import ENOSPC, EPIPE
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import attrs
import pytest

from people import AT, HOME, MAIL, NUMBER, applied, delivered, resume, with_settings
from resume_visibility import (
    POLICY_2023_04,
    Resume,
    Visibility,
    dump_resume,
    load_form,
    load_resume,
    load_settings,
    load_viewer,
    view_for,
    view_to_dict,
)
from resume_visibility.__main__ import (
    BAD_INPUT,
    INTERRUPTED,
    NOT_KEPT,
    NOT_READ,
    NOT_SHOWN,
    NOT_WRITTEN,
    SHOWN,
    main,
    run,
)
from resume_visibility.cli.documents import loaded
from resume_visibility.cli.viewers import SHORT_FORMS
from resume_visibility.errors import InvalidValue, Problem

WHEN = ["--at", AT.isoformat()]
PERSONAL = ("张三丰", NUMBER, MAIL, HOME, "清结算")
ROOT = Path(__file__).parents[1]
DATA = ROOT / "examples" / "data"


@pytest.fixture
def saved(tmp_path: Path) -> str:
    """The path of a public resume with an application to acme, one of them to its mailbox."""
    return save(tmp_path, resume(applications=(applied, delivered)))


def save(folder: Path, whole: Resume) -> str:
    """The path of a resume written down."""
    file = folder / "resume.json"
    file.write_bytes(dump_resume(whole))
    return str(file)


def test_exit_codes_are_as_documented() -> None:
    """Each exit code is what the reference says that it means."""
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| ([0-9]+) \| ([a-z ]*[a-z])", page, flags=re.MULTILINE))
    assert stated == {
        f"{SHOWN}": "shown",
        f"{NOT_SHOWN}": "not shown",
        f"{NOT_KEPT}": "a statement is not kept",
        f"{BAD_INPUT}": "bad input",
        f"{NOT_WRITTEN}": "the output could not be written",
        f"{INTERRUPTED}": "interrupted with",
        f"{NOT_READ}": "the reader of the output stopped before its end",
    }


def test_the_short_forms_are_as_documented() -> None:
    """The reference, the help and the hint of an error list the same short forms."""
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    table = page.partition("| short form |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"`([a-z]+(?::[A-Z/]+|:[a-z-]+)?)`", table)) == sorted(SHORT_FORMS)


def test_view_prints_the_view_as_json(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`view` prints exactly what the view holds, as JSON that ends its line, and exits with 0."""
    assert main(["view", saved, "--as", "recruiter:globex", *WHEN]) == SHOWN
    out, err = capsys.readouterr()
    viewer = load_viewer(
        {
            "kind": "recruiter",
            "id": "someone",
            "company": {"id": "globex", "name": "globex"},
            "signed_in": True,
            "verified": ["company", "employment", "identity"],
        }
    )
    view = view_for(viewer, load_resume(Path(saved).read_bytes()), at=AT)
    assert view is not None
    assert json.loads(out) == view_to_dict(view)
    assert out.endswith("}\n")
    assert err == ""


@pytest.mark.parametrize(
    ("as_whom", "channels"),
    [
        ("recruiter:acme", ["chat", "email", "mobile", "virtual_number"]),
        ("recruiter:globex", ["chat", "email", "virtual_number"]),
        ("headhunter:globex", ["chat", "email", "virtual_number"]),
        ("headhunter:globex/acme", ["chat", "email", "virtual_number"]),
        ("mailbox:acme/hr@acme.example.com", []),
        ("owner", []),
    ],
)
def test_short_forms_of_viewers(
    saved: str, as_whom: str, channels: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each short form is the viewer that it says, signed in and verified."""
    assert main(["view", saved, "--as", as_whom, *WHEN]) == SHOWN
    assert json.loads(capsys.readouterr().out)["contact"]["channels"] == channels


@pytest.mark.parametrize("as_whom", ["community", "recommender", "visitor", "recipient:course/course"])
def test_short_forms_of_those_who_see_little(
    saved: str, as_whom: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those to whom no clause gives contact are never shown it, by whatever short form."""
    code = main(["view", saved, "--as", as_whom, *WHEN])
    out = capsys.readouterr().out
    assert code == (SHOWN if as_whom in ("community", "recommender") else NOT_SHOWN)
    assert [one for one in (NUMBER, MAIL, HOME) if one in out] == []


def test_the_client_of_a_headhunter_stands_after_a_slash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """BLOCK-3: `headhunter:AGENCY/CLIENT` is blocked where the client is."""
    settings = {
        "visibility": "public",
        "resume_permission": True,
        "blocks": [{"company": "acme", "at": "2026-05-01T00:00:00Z"}],
    }
    file = tmp_path / "blocking.json"
    file.write_text(json.dumps({**json.loads(dump_resume(resume())), "settings": settings}), encoding="utf-8")
    assert main(["view", str(file), "--as", "headhunter:globex", *WHEN]) == SHOWN
    assert main(["view", str(file), "--as", "headhunter:globex/acme", *WHEN]) == NOT_SHOWN
    capsys.readouterr()


def test_a_viewer_may_be_a_file(saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--as VIEWER.json` reads the viewer, with its action and language."""
    viewer = tmp_path / "viewer.json"
    viewer.write_text('{"kind": "owner", "candidate": "c-1", "action": "export"}', encoding="utf-8")
    assert main(["view", saved, "--as", str(viewer), *WHEN]) == SHOWN
    assert json.loads(capsys.readouterr().out)["display_name"] == "张三丰"


def test_a_view_does_nothing_to_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a terminal obeys, or what turns the direction of the rest, is escaped; JSON read again is the same."""
    odd = "".join(map(chr, (*range(9, 14), *range(0x7F, 0xA0), 0x61C, *range(0x200E, 0x2010))))
    odd += "".join(map(chr, (*range(0x2028, 0x202F), *range(0x2066, 0x206A), 0x1B)))
    path = save(tmp_path, attrs.evolve(resume(), strengths=f"稳{odd}妥"))
    assert main(["view", path, "--as", "owner", *WHEN]) == SHOWN
    out = capsys.readouterr().out
    assert {sign for sign in out if sign in odd} == {"\n"}
    assert json.loads(out)["sections"]["strengths"] == f"稳{odd}妥"


def test_no_line_does_anything_to_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same of what `text` prints of a text, and of the name of a file that cannot be read."""
    assert main(["text", "稳\x1b[2J妥\r\u202e\t138 0013\x1b[31m 8000"]) == SHOWN
    out = capsys.readouterr().out
    assert {sign for sign in out if not sign.isprintable()} == {"\n", "\t"}
    assert "稳\\u001b[2J妥\\u000d\\u202e\t" in out
    assert main(["missing", str(tmp_path / "a\x1b[2J.json")]) == BAD_INPUT
    assert "a\\u001b[2J.json" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_name_does_anything_to_a_terminal(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name of a file, which `*` may have brought, is in one line of each error, and none of its signs is obeyed."""
    odd = "a\x1b]0;b\x07\u202e\twritten: 7\nline 2"
    missing = str(tmp_path / odd)
    viewer = str(DATA / "viewers" / "owner.json")
    exporting = ["--as", viewer, "--format", "csv"]
    for arguments in (
        ["view", "resume.json", odd, "--as", "owner"],
        ["view", missing, "--as", "owner"],
        ["schema", odd],
        [odd],
        ["book", "-o", f"{missing}/book"],
        ["export", missing, *exporting, "--out", str(tmp_path / "out")],
        ["export", str(DATA), *exporting, "--out", f"{missing}/out"],
        ["export", str(DATA), *exporting, "--out", str(tmp_path / "out"), "--records", f"{missing}/records"],
    ):
        with suppress(SystemExit):
            main([*arguments, "--language", language])
        err = capsys.readouterr().err
        assert err, arguments
        assert {sign for sign in err if not sign.isprintable()} <= {"\n"}, arguments
        assert "line 2" not in [line[:6] for line in err.splitlines()], arguments


def test_no_module_does_anything_to_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same of the name of a module that cannot be imported, which the error repeats."""
    (tmp_path / "odd\x1b[2J\u202e.py").write_text("raise LookupError", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for option in (["matrix", "--policy"], ["schema", "resume", "--class"]):
        assert main([*option, "odd\x1b[2J\u202e:NAME"]) == BAD_INPUT
        err = capsys.readouterr().err
        assert "it raised LookupError; to see where, run python -c 'import odd\\u001b[2J\\u202e'" in err
        assert {sign for sign in err if not sign.isprintable()} == {"\n"}


def test_action_and_language_are_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--action` and `--language` are what the viewer is about to do, and how the name is shown."""
    honorific = with_settings(resume(), name_display=type(resume().settings.name_display).HONORIFIC)
    file = save(tmp_path, with_settings(honorific, visibility=Visibility.CHAT_ONLY))
    assert main(["view", file, "--as", "recruiter:acme", "--language", "en", *WHEN]) == SHOWN
    assert json.loads(capsys.readouterr().out)["display_name"] == "Mr. Zhang"
    assert main(["view", file, "--as", "recruiter:acme", "--action", "export", *WHEN]) == NOT_SHOWN


@pytest.mark.parametrize(
    ("given", "name"),
    [({}, "张先生"), ({"language": "zh"}, "张先生"), ({"language": "en"}, "Mr. Zhang")],
    ids=["none", "zh", "en"],
)
def test_the_file_of_a_viewer_has_the_language(
    given: dict[str, str], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--language` a view is in the language of the viewer, and with it in that; the help and the reference say so."""
    file = save(
        tmp_path, with_settings(resume(), name_display=type(resume().settings.name_display).HONORIFIC)
    )
    viewer = tmp_path / "viewer.json"
    document = json.loads((DATA / "viewers" / "acme-recruiter.json").read_bytes()) | given
    viewer.write_text(json.dumps(document), encoding="utf-8")
    for asked, shown in (([], name), (["--language", "zh"], "张先生"), (["--language", "en"], "Mr. Zhang")):
        assert main(["view", file, "--as", str(viewer), *asked, *WHEN]) == SHOWN
        assert json.loads(capsys.readouterr().out)["display_name"] == shown
    with pytest.raises(SystemExit):
        main(["view", "--help"])
    assert "for the output the language of the viewer" in " ".join(capsys.readouterr().out.split())
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert "for a view it is the language in the viewer's file" in page


def test_the_instant_is_taken(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--at` is the instant of the view; the application does not count before it was sent."""
    assert main(["view", saved, "--as", "recruiter:acme", "--at", "2026-05-01T00:00:00+08:00"]) == SHOWN
    view = json.loads(capsys.readouterr().out)
    assert "mobile" not in view["contact"]
    assert view["fresh_until"] == "2026-04-30T18:00:00Z"


def test_not_shown_prints_nothing_but_that(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """LAW-3: where nothing is shown, nothing is printed, the exit code is 3, and no reason is given."""
    assert main(["view", saved, "--as", "visitor", *WHEN]) == NOT_SHOWN
    assert capsys.readouterr() == ("", "not shown\n")


def test_explain_prints_clauses_facts_and_changes(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` says what decided, what was given and withheld by which clause, and what would change it."""
    assert main(["explain", saved, "--as", "recruiter:acme", *WHEN]) == SHOWN
    out = capsys.readouterr().out
    for line in (
        "shown",
        "facts",
        "  kind: recruiter",
        "  standing: applied_with_attachments",
        "  chat_permission: true",
        "given",
        "  part mobile: APPLY-1",
        "  channel mobile: APPLY-1",
        "withheld",
        "what the candidate could change",
    ):
        assert line in out.splitlines()
    assert any(line.startswith("  APPLY-1: ") for line in out.splitlines())
    assert "  blocks -> blocked: not shown" in out.splitlines()


def test_explain_says_nothing_personal(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """LAW-7: an explanation holds nothing of the candidate, nor whose company asked."""
    for viewer in (
        "recruiter:acme",
        "recruiter:globex",
        "owner",
        "visitor",
        "mailbox:acme/hr@acme.example.com",
    ):
        main(["explain", saved, "--as", viewer, *WHEN])
    out, err = capsys.readouterr()
    assert [one for one in (*PERSONAL, "acme", "globex", "r-1", "c-1") if one in out + err] == []


ENGINEER, FORM = str(DATA / "engineer.json"), str(DATA / "campus-form.json")
VISITOR, SETTINGS = str(DATA / "viewers" / "visitor.json"), str(DATA / "settings" / "chat-only.json")


@pytest.mark.parametrize(
    ("command", "english", "chinese"),
    [
        (["view", VISITOR, "--as", "owner"], "a viewer", "一个查看者"),
        (["explain", SETTINGS, "--as", "owner"], "settings", "设置"),
        (["explain", ENGINEER, "--as", ENGINEER], "a resume", "一份简历"),
        (["explain", ENGINEER, "--as", FORM], "a campus or company-made form", "一份定制化简历"),
        (["settings", ENGINEER, SETTINGS], "a resume", "一份简历"),
        (["settings", SETTINGS, VISITOR], "a viewer", "一个查看者"),
        (["difference", ENGINEER, VISITOR, "--patch"], "a viewer", "一个查看者"),
        (["missing", SETTINGS], "settings", "设置"),
    ],
)
def test_a_document_of_another_kind_is_called_by_its_name(
    command: list[str], english: str, chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files that are given in the wrong order are no reason to read about missing fields, or about sections of one's own."""
    for language, hint in (("en", f"the file holds {english} instead"), ("zh", f"文件中的是{chinese}")):
        assert main([*command, "--language", language]) == BAD_INPUT
        assert capsys.readouterr().err.splitlines()[-1] == hint


def test_what_a_file_holds_instead_is_the_only_hint_of_an_error() -> None:
    """Hints on how to mend a resume, or on sections of one's own, are of no help to who gave a viewer."""
    for load in (load_resume, load_form, load_settings):
        with pytest.raises(InvalidValue) as refused:
            loaded(Path(VISITOR).read_bytes(), load)
        assert refused.value.__notes__ == ["the file holds a viewer instead"]


def test_a_resume_of_another_class_is_not_called_a_resume() -> None:
    """A resume that its own class refuses holds a mistake, and nothing else instead."""

    def refuse(_: bytes) -> Resume:
        raise InvalidValue("resume", [Problem("languages", "required, but missing")])

    with pytest.raises(InvalidValue) as refused:
        loaded(Path(ENGINEER).read_bytes(), refuse)
    assert not hasattr(refused.value, "__notes__")


def test_an_access_record_in_the_place_of_a_resume_is_called_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One record is a document of its own; a file of several is none."""
    file = tmp_path / "record.json"
    file.write_text((DATA / "records.jsonl").read_text("utf-8").splitlines()[0], "utf-8")
    assert main(["view", str(file), "--as", "owner"]) == BAD_INPUT
    assert capsys.readouterr().err.splitlines()[-1] == "the file holds an access record instead"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reports a fault, or reads an old printout, needs both versions; a copied folder has only that of the policy."""

    def not_found(name: str) -> str:
        raise PackageNotFoundError(name)

    for installed in (version("resume-visibility"), "(not installed)"):
        with pytest.raises(SystemExit) as exited:
            main(["--version"])
        assert exited.value.code == 0
        assert capsys.readouterr().out == f"resume-visibility {installed}, policy {POLICY_2023_04.version}\n"
        monkeypatch.setattr("resume_visibility.installed.version", not_found)
    with pytest.raises(SystemExit):
        main(["--version", "--language", "zh"])
    assert capsys.readouterr().out == "软件包 resume-visibility （未安装），隐私条款 2023-04\n"


def test_explain_not_shown(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is shown, `explain` says why, and exits with 3."""
    assert main(["explain", saved, "--as", "visitor", *WHEN]) == NOT_SHOWN
    out, err = capsys.readouterr()
    assert out.startswith("not shown\n  LAW-5: ")
    assert err == ""


def test_the_matrix_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`matrix` prints the table, no line wider than 80 columns."""
    assert main(["matrix"]) == SHOWN
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= 80


BAD = [
    '{"id": "r-1", "candidate": "c-1", "basics": {"name": {"full": "张三丰"}, "mobile": "13912345678"}}',
    "张三丰 13912345678",
    "",
    '["sanfeng.private@example.com"]',
    '{"张三丰": "13912345678"}',
    '{"id": "张三丰", "id": "13912345678"}',
]


@pytest.mark.parametrize("text", BAD)
@pytest.mark.parametrize("command", ["view", "explain"])
def test_a_bad_resume_is_refused_in_silence(
    command: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """LAW-7: bad input exits with 2 and says what would be right, and nothing of what came."""
    file = tmp_path / "bad.json"
    file.write_text(text, encoding="utf-8")
    assert main([command, str(file), "--as", "owner"]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("invalid ")
    assert [one for one in PERSONAL if one in err] == []


@pytest.mark.parametrize(
    "as_whom",
    [
        "recruiter",
        "recruiter:",
        "recruiter:阿克米",
        "headhunter:",
        "headhunter:a/阿克米",
        "recruiter:acme/globex",
        "headhunter:a/",
        "headhunter:a/b/c",
        "mailbox:acme",
        "mailbox:acme/hr",
        "recipient:course",
        "school:",
    ],
)
def test_a_bad_viewer_is_refused(saved: str, as_whom: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A short form that is no viewer exits with 2, says what would be right, and which forms there are."""
    assert main(["view", saved, "--as", as_whom]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert "expected" in err
    assert all(f"\n  {short}\n" in err for short in SHORT_FORMS)
    assert "阿克米" not in err


@pytest.mark.parametrize(
    "as_whom", ["recruter:acme", "nobody", "owner:c-1", "visitor:", "community:x", "support:x", "support", ""]
)
def test_a_viewer_that_there_is_not(saved: str, as_whom: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is neither a short form nor a file exits with 2 and says which forms there are."""
    assert main(["view", saved, "--as", as_whom]) == BAD_INPUT
    err = capsys.readouterr().err
    assert err.startswith("cannot read ")
    assert as_whom == "" or all(f"\n  {short}\n" in err for short in SHORT_FORMS)


def test_a_viewer_that_is_a_resume_is_refused(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """LAW-7: a resume given as the viewer is bad input, and none of it is stated."""
    assert main(["view", saved, "--as", saved]) == BAD_INPUT
    assert [one for one in PERSONAL if one in capsys.readouterr().err] == []


@pytest.mark.parametrize("missing", ["resume", "viewer"])
def test_a_file_that_cannot_be_read(
    missing: str, saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is not there, or is a folder, exits with 2 and is named."""
    for path in (str(tmp_path / "none.json"), str(tmp_path)):
        arguments = ["view", path, "--as", "owner"] if missing == "resume" else ["view", saved, "--as", path]
        assert main(arguments) == BAD_INPUT
        assert capsys.readouterr().err.startswith(f"cannot read {path}: ")


def test_a_path_that_cannot_be_one(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path with a NUL in it is bad input like any other."""
    assert main(["view", "a\0b", "--as", "owner"]) == BAD_INPUT
    assert main(["view", saved, "--as", "a\0b"]) == BAD_INPUT
    assert capsys.readouterr().err.count("cannot read") == 2


@pytest.mark.parametrize("given", [b"", b"\x7fELF\0\xff", b"\xff\xfe{\0}\0", b"[]", b"null", b"{", b"{}"])
@pytest.mark.parametrize("place", ["resume", "settings", "viewer"])
def test_a_file_with_something_else_in_it(
    place: str, given: bytes, saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty file, a program, UTF-16 or JSON of something else is bad input, whichever file it is."""
    other = tmp_path / "other"
    other.write_bytes(given)
    arguments = {
        "resume": ["view", str(other), "--as", "owner"],
        "settings": ["difference", saved, str(other)],
        "viewer": ["explain", saved, "--as", str(other)],
    }[place]
    code = main(arguments)
    out, err = capsys.readouterr()
    assert (code, out) == (BAD_INPUT, "")
    assert err.startswith(f"invalid {place}, ")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without an end")
def test_a_file_without_an_end(capsys: pytest.CaptureFixture[str]) -> None:
    """No more of a file is read than a document may have."""
    assert main(["view", "/dev/zero", "--as", "owner"]) == BAD_INPUT
    assert "expected at most 2097152 bytes" in capsys.readouterr().err


def test_a_naive_instant_is_refused(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--at` without a time zone exits with 2. The example in the error is one that `--at` takes."""
    assert main(["view", saved, "--as", "owner", "--at", "2026-06-01T00:00:00"]) == BAD_INPUT
    example = capsys.readouterr().err.partition("with its time zone, such as ")[2].strip()
    assert main(["view", saved, "--as", "owner", "--at", example]) == SHOWN


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["show"],
        ["view"],
        ["view", "resume.json"],
        ["view", "resume.json", "--as", "owner", "--action", "steal"],
        ["view", "resume.json", "--as", "owner", "--language", "fr"],
        ["view", "resume.json", "--as", "owner", "--at", "tomorrow"],
        ["matrix", "public"],
    ],
)
def test_bad_usage_exits_alike(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Arguments that are none exit with 2, as bad input does."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == BAD_INPUT
    assert "usage: python -m resume_visibility" in capsys.readouterr().err


def process(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """The command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "resume_visibility", *arguments],
        capture_output=True,
        check=False,
    )


def test_it_runs_as_a_module(saved: str) -> None:
    """`python -m resume_visibility` exits with the code of the command and writes UTF-8."""
    done = process("view", saved, "--as", "owner", *WHEN)
    assert done.returncode == SHOWN
    assert json.loads(done.stdout.decode())["display_name"] == "张三丰"
    assert process("view", saved, "--as", "visitor").returncode == NOT_SHOWN


def test_a_reader_may_go_away(saved: str) -> None:
    """Where nobody reads the output to its end, the command ends quietly, with the code that a shell gives for that."""
    for arguments in (["matrix"], ["view", saved, "--as", "owner"], ["explain", saved, "--as", "visitor"]):
        left, written = os.pipe()
        os.close(left)
        done = subprocess.run(
            [sys.executable, "-m", "resume_visibility", *arguments],
            stdout=written,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(written)
        assert (done.returncode, done.stderr) == (NOT_READ, b"")


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (BrokenPipeError(EPIPE, "gone"), NOT_READ, ""),
        (OSError(ENOSPC, "full"), NOT_WRITTEN, "cannot write standard output: full\n"),
    ],
)
def test_output_that_cannot_be_written(
    error: OSError,
    code: int,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Output that cannot be written has an exit code of its own, and no traceback."""

    class Failing(io.TextIOWrapper):
        def write(self, _: str) -> int:
            raise error

    with (tmp_path / "output").open("wb") as raw:
        monkeypatch.setattr(sys, "argv", ["resume_visibility", "matrix"])
        monkeypatch.setattr(sys, "stdout", Failing(raw, encoding="utf-8"))
        assert run() == code
        monkeypatch.undo()
    assert capsys.readouterr().err == message


@pytest.mark.skipif(os.name != "posix", reason="needs a shell of POSIX")
def test_a_process_may_have_no_output(saved: str) -> None:
    """Without any standard output the exit code is still that of the command."""
    command = '"$0" -m resume_visibility view "$1" --as owner >&-'
    done = subprocess.run(["sh", "-c", command, sys.executable, saved], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (SHOWN, b"")


def test_it_exits_with_the_code_of_its_command(
    saved: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run as a program, the command line takes the process's arguments and leaves with the exit code."""
    monkeypatch.setattr(sys, "argv", ["resume_visibility", "view", saved, "--as", "visitor"])
    monkeypatch.delitem(sys.modules, "resume_visibility.__main__")
    with pytest.raises(SystemExit) as left:
        runpy.run_module("resume_visibility.__main__", run_name="__main__")
    assert left.value.code == NOT_SHOWN
    assert capsys.readouterr().err == "not shown\n"


def test_it_writes_to_whatever_stands_for_the_terminal(saved: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard output is no terminal and no file, JSON is written to it all the same."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "argv", ["resume_visibility", "view", saved, "--as", "owner", *WHEN])
    monkeypatch.setattr(sys, "stdout", written)
    monkeypatch.delitem(sys.modules, "resume_visibility.__main__")
    with pytest.raises(SystemExit) as left:
        runpy.run_module("resume_visibility.__main__", run_name="__main__")
    assert left.value.code == SHOWN
    assert json.loads(written.getvalue())["display_name"] == "张三丰"


def test_a_school_is_identified_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    """CAMPUS-2: `school:ID` is a verified school, which is shown a form or not, and no resume."""
    form, whole = str(DATA / "campus-form.json"), str(DATA / "engineer.json")
    assert main(["view", form, "--as", "school:no-such-school", *WHEN]) == NOT_SHOWN
    assert main(["view", whole, "--as", "school:no-such-school", *WHEN]) == NOT_SHOWN
    assert capsys.readouterr().out == ""
    talked_at = ["school:south-example-university", "--at", "2026-07-01T08:00:00+08:00"]
    assert main(["view", form, "--as", *talked_at]) == SHOWN
    assert json.loads(capsys.readouterr().out)["display_name"] == "林女士"


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_json_is_utf8_whatever_the_terminal(
    saved: str, encoding: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON can be read as UTF-8, and an explanation is written at all, whatever encoding the terminal has."""
    printed: list[bytes] = []
    for command in (["view", saved, "--as", "owner"], ["explain", saved, "--as", "headhunter:acme"]):
        terminal = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr(sys, "stdout", terminal)
        monkeypatch.setattr(sys, "argv", ["resume_visibility", *command, *WHEN])
        assert run() == SHOWN
        terminal.seek(0)
        printed.append(terminal.buffer.read())
    assert json.loads(printed[0].decode())["display_name"] == "张三丰"
    assert b"MODE-1" in printed[1]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("viewer", sorted(path.name for path in (DATA / "viewers").glob("*.json")))
@pytest.mark.parametrize("whole", sorted(path.name for path in DATA.glob("*.json")))
def test_the_examples_are_answered(whole: str, viewer: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each example resume is shown or not shown to each example viewer, and explained alike."""
    arguments = [str(DATA / whole), "--as", str(DATA / "viewers" / viewer), "--at", "2026-06-01T00:00:00Z"]
    code = main(["view", *arguments])
    assert code in (SHOWN, NOT_SHOWN)
    assert bool(capsys.readouterr().out) is (code == SHOWN)
    assert main(["explain", *arguments]) == code


@pytest.mark.parametrize(
    "written",
    [
        ["view", "{resume}", "--as=--"],
        ["view", "{resume}", "--as", "owner", "--at=--"],
        ["view", "{resume}", "--as", "owner", "--action=--"],
        ["view", "{resume}", "--as", "owner", "--policy=--"],
        ["view", "{resume}", "--as", "owner", "--class=--"],
        ["view", "{resume}", "--as", "owner", "--language=--"],
        ["--language=--", "matrix"],
        ["text", "x", "--account=--"],
        ["book", "-o=--"],
        ["book", "-o--"],
    ],
    ids=" ".join,
)
def test_two_dashes_are_no_value_of_an_option(
    saved: str, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input is 2, in every version of Python: argparse drops these dashes in some, and passes a list on."""
    with pytest.raises(SystemExit) as exited:
        main([saved if one == "{resume}" else one for one in written])
    said = capsys.readouterr()
    assert (exited.value.code, said.out) == (BAD_INPUT, "")
    assert "expected one argument" in said.err


def test_what_stands_behind_two_dashes_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    """A text may begin with a dash, and look like an option with such a value."""
    assert main(["text", "--", "--account=--"]) == SHOWN
    assert capsys.readouterr().out == "nothing found\n\n--account=--\n"
