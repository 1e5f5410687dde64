"""`python -m resume_visibility difference`: the table that a candidate reads before saving."""

import json
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis

from resume_visibility import Language, Resume, Settings, difference
from resume_visibility.__main__ import BAD_INPUT, SHOWN, main
from resume_visibility.cli.whom import viewers_in_words
from resume_visibility.policy.decisions import ITEMS
from resume_visibility.policy.words import group_of, word_of
from resume_visibility.testing import Case, cases
from resume_visibility.testing.acts import settings as any_settings

DATA = Path(__file__).parents[1] / "examples" / "data"
ON = {
    "visibility": "public",
    "resume_permission": True,
    "chat_permission": True,
    "personalised_recommendation": True,
    "blocks": [],
}


def resume(folder: Path, **changes: object) -> str:
    """The path of a resume whose settings are those of `ON`."""
    plain = json.loads((DATA / "engineer.json").read_bytes())
    file = folder / "resume.json"
    file.write_text(json.dumps({**plain, "settings": ON, **changes}), encoding="utf-8")
    return str(file)


def settings(folder: Path, **changes: object) -> str:
    """The path of settings that differ from `ON`."""
    file = folder / "settings.json"
    file.write_text(json.dumps({**ON, **changes}), encoding="utf-8")
    return str(file)


def test_those_who_gain_and_lose_the_same_are_named_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everybody for whom something changes is named, with what they gain and lose."""
    consent = {
        "recipient": "course-provider",
        "recipient_name": "某某教育",
        "recipient_contact": "400 客服",
        "purpose": "courses",
        "method": "电话",
        "parts": ["region"],
        "begins": "2026-05-01T00:00:00Z",
        "ends": "2026-07-01T00:00:00Z",
    }
    blocks = [
        {"company": "co-acme-cn", "at": "2026-05-07T00:00:00Z", "group": "grp-acme"},
        {"keyword": "云枢", "at": "2026-05-07T00:00:00Z"},
    ]
    arguments = [
        resume(tmp_path, consents=[consent]),
        settings(tmp_path, resume_permission=False, blocks=blocks),
    ]
    at = ["--at", "2026-06-01T00:00:00+08:00"]
    assert main(["difference", *arguments, *at]) == SHOWN
    printed = capsys.readouterr().out
    for line in (
        "recruiter of any other company",
        "recruiter of company co-acme-cn of group grp-acme",
        "headhunter of companies whose name contains 云枢",
        "headhunter of any other agency, for other companies of group grp-acme",
        "headhunter of any other agency, clients unknown",
        "recruiter of companies that cannot be identified",
        "mailbox hr@xinghe.example.com of company co-xinghe",
        "recipient course-provider (某某教育), for courses",
        "the community",
        "the recommender",
        "a support agent with a case by the candidate",
        "  shown -> not shown",
        "  less, part: region",
        "  less, attachment: att-7f3a-en, att-7f3a-zh",
    ):
        assert line in printed.splitlines()
    assert "more" not in printed


def test_what_is_gained_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever would see more is named, with what they would see."""
    assert main(["difference", resume(tmp_path), settings(tmp_path, nickname="real")]) == SHOWN
    assert capsys.readouterr().out.splitlines()[:-1] == [
        "the community",
        "  still shown",
        "  more, part: name",
    ]


def test_who_is_shown_something_for_the_first_time_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing was shown before, that is said, too."""
    off = resume(tmp_path, settings={**ON, "resume_permission": False})
    assert main(["difference", off, settings(tmp_path)]) == SHOWN
    printed = capsys.readouterr().out.splitlines()
    community = printed.index("the community")
    assert printed[community + 1] == "  not shown -> shown"
    assert printed[community + 2] == "  more, part: display_name, avatar, ip_region"
    assert printed[community + 3] == "  more, action: view"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_items_stand_in_the_order_of_explanations(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is gained and lost is listed as `explain` lists it: parts from the name on, channels, actions."""
    off = resume(tmp_path, settings={**ON, "resume_permission": False})
    assert main(["difference", off, settings(tmp_path), "--language", language]) == SHOWN
    first = re.search("(?:^  .*\n)+", capsys.readouterr().out, re.MULTILINE)  # what the first viewers gain
    assert first is not None
    spoken = Language(language)
    order = [(group_of(item).said(spoken), word_of(item, spoken)) for item in ITEMS]
    listed = [
        order.index((kind, one))
        for kind, items in re.findall("(part|channel|action|部分|联系渠道|操作)(?:: |：)(.*)", first[0])
        for one in re.split(", |、", items)
    ]
    assert len(listed) > 20
    assert listed == sorted(listed)


@pytest.mark.parametrize(
    ("language", "of_candidate", "about_candidate", "number"),
    [
        ("en", "a support agent with a case by the candidate", "a support agent with a case about the candidate", "mobile"),
        ("zh", "处理求职者所提案件的客服", "处理求职者被投诉案件的客服", "真实手机号码"),
    ],
)  # fmt: skip
def test_SUPPORT_1_each_support_agent_is_named_by_their_case(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    language: str,
    of_candidate: str,
    about_candidate: str,
    number: str,
) -> None:
    """The agent of the candidate's own case sees the real number, and loses it with the permission; the other never had it."""
    arguments = [resume(tmp_path), settings(tmp_path, resume_permission=False)]
    assert main(["difference", *arguments, "--language", language]) == SHOWN
    groups = re.findall("((?:^[^ ].*\n)+)((?:^  .*\n)+)", capsys.readouterr().out, flags=re.MULTILINE)
    lost = {viewer: changes for viewers, changes in groups for viewer in viewers.splitlines()}
    assert number in lost[of_candidate]
    assert number not in lost[about_candidate]


def test_no_difference_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where settings change nothing for anybody, that is said."""
    assert main(["difference", resume(tmp_path), settings(tmp_path)]) == SHOWN
    assert capsys.readouterr().out.splitlines()[0] == "no difference"


def test_chinese_is_parted_from_the_id_of_a_company(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Chinese a blank stands between an id and what follows it, and none between Chinese and Chinese."""
    arguments = [resume(tmp_path), settings(tmp_path, resume_permission=False)]
    at = ["--at", "2026-06-01T00:00:00+08:00", "--language", "zh"]
    assert main(["difference", *arguments, *at]) == SHOWN
    printed = capsys.readouterr().out.splitlines()
    assert "公司 co-xinghe 的招聘者" in printed
    assert "任何其他公司的招聘者" in printed
    assert "猎头公司 co-xinghe 的猎头，客户未知" in printed
    assert "公司 co-xinghe 的招聘企业邮箱 hr@xinghe.example.com" in printed


IDS = ["other-0", "other-1", "other-", "other-any-company", "any", "unknown"]


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize(
    "block",
    [{}, {"group": "grp-acme"}, {"keyword": "云"}, {"keyword": "\u3400"}, {"keyword": "名称未知"}],
    ids=str,
)
def test_a_company_is_named_by_its_own_id(
    id_: str, block: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the id of a company or agency begins with, it is named by it; and no id is printed that nobody has."""
    at = "2026-05-07T00:00:00Z"
    blocks = [
        {"company": id_, "at": at},
        {**({} if "keyword" in block else {"company": "co-b"}), **block, "at": at},
    ]
    sent = [{"company": id_, "at": "2026-05-01T00:00:00Z"}]
    arguments = [resume(tmp_path, applications=sent, conversations=[]), settings(tmp_path, blocks=blocks)]
    assert main(["difference", *arguments, "--at", "2026-06-01T00:00:00+08:00"]) == SHOWN
    printed = capsys.readouterr().out.splitlines()
    assert f"recruiter of company {id_}" in printed
    assert f"headhunter of agency {id_}, clients unknown" in printed
    assert "headhunter of any other agency, clients unknown" in printed
    assert f"headhunter of any other agency, for company {id_}" in printed
    if "keyword" in block:
        assert f"recruiter of companies whose name contains {block['keyword']}" in printed
    ids = {
        one
        for line in printed
        for one in re.findall(r"(?:company|agency|companies) (other-\S*?)(?=,|\s|$)", line)
    }
    assert ids <= {id_}


def test_what_is_assumed_of_a_company_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A company that is known by its id alone, and that a word may meet, is named with that word, whatever the word is."""
    sent = [{"company": "co-a", "at": "2026-05-01T00:00:00Z"}]
    blocks = [{"keyword": word, "at": "2026-05-07T00:00:00Z"} for word in ("\u3400", "云")]
    arguments = [resume(tmp_path, applications=sent, conversations=[]), ""]
    for word, kept in (("\u3400", blocks[:1]), ("云", blocks[1:])):
        arguments[1] = settings(tmp_path, blocks=kept)
        assert main(["difference", *arguments, "--at", "2026-06-01T00:00:00+08:00"]) == SHOWN
        assert (
            f"recruiter of company co-a if its name contains {word}" in capsys.readouterr().out.splitlines()
        )


@settings_of_hypothesis(max_examples=30)
@given(cases(), any_settings(), any_settings())
def test_no_company_is_named_by_an_id_that_none_has(case: Case[Resume], old: Settings, new: Settings) -> None:
    """What stands for others is named as such, as recruiter's company, agency and client, in both languages."""
    resume = attrs.evolve(case.document, settings=old)
    for found in difference(resume, new, at=case.at):
        named = viewers_in_words(found, {})
        assert str(found.others.id) not in named.en
        assert str(found.others.id) not in named.zh
        assert found.others.name not in named.en


def test_bad_settings_are_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no settings is refused, and none of it repeated."""
    assert main(["difference", resume(tmp_path), settings(tmp_path, visibility="秘密")]) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "visibility: expected one of" in printed.err
    assert "秘密" not in printed.err


def test_with_patch_only_what_changes_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever asks what one setting changes writes that one: the blocks stay, which an empty list would lift."""
    document, patch = resume(tmp_path), tmp_path / "patch.json"
    patch.write_text('{"visibility": "private"}', encoding="utf-8")
    asked, whole = (
        ["difference", document, "--at", "2026-07-01T08:00:00+08:00"],
        settings(tmp_path, visibility="private"),
    )
    assert main([*asked, whole]) == SHOWN
    wanted = capsys.readouterr().out
    assert "recruiter" in wanted
    assert main([*asked, str(patch), "--patch"]) == SHOWN
    assert capsys.readouterr().out == wanted
