"""What people do with the example service, page by page, on each database."""

import csv
import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import attrs
import pytest
import sqlalchemy as sa
from databases import DATABASES
from world import AT, BLOCKED_COMPANY, ENGINEER, NURSE, Browser, World, one_for_all, one_for_each

from each import each
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    Part,
    Recipient,
    Recruiter,
    Resume,
    covered_by,
    is_shown,
    load_record,
    load_resume,
    record_of,
    view_for,
)
from resume_visibility.exports import exporting
from resume_visibility.model import Email, KeywordBlock, Skill, Work
from service import exporting as beside
from service import mine
from service.search import Listing, exportable

shared = pytest.fixture(scope="module")(one_for_all)
world = pytest.fixture(params=DATABASES)(one_for_each)


def ids_in(page: str) -> list[str]:
    """The resumes that a page leads to."""
    return list(dict.fromkeys(re.findall(r'href="/resumes/([^"/]+)"', page)))


def revision(browser: Browser) -> str:
    """The state of the resume that the page of settings was made from."""
    found = re.search(r'name="revision" value="([^"]+)"', browser.get("/me/settings").text)
    assert found is not None
    return found[1]


INITECH = Company(id="co-initech", name="英尼科技有限公司")
RECRUITER = Recruiter(id="u-1", company=INITECH, signed_in=True, verified=FULLY_VERIFIED)
SWITCHES = {
    "switches": "1",
    "visibility": "public",
    "name_display": "honorific",
    "nickname": "honorific",
    "resume_permission": "on",
    "chat_permission": "on",
    "personalised_recommendation": "on",
    "notices": ["app", "email", "wechat"],
}
"""The switches of the engineer, as they are."""


def test_who_was_applied_to_sees_more_than_others(shared: World) -> None:
    """The same resume, in three roles of one recruiter: with the number, without it, and not at all."""
    browser = shared.browser()
    statuses, numbers = [], []
    for role in range(3):
        response = browser.sign_in("wang", role).get(f"/resumes/{ENGINEER}")
        statuses.append(response.status_code)
        numbers.append("+8613800138000" in response.text)
    assert (statuses, numbers) == ([200, 200, 404], [True, False, False])


@pytest.mark.parametrize("words", ["架构师", "清结算 Kotlin", "kubernetes"])
def test_words_are_found_in_both_languages(shared: World, words: str) -> None:
    """Chinese without spaces, English in any case, and both at once find the engineer."""
    found = shared.browser().sign_in("wang", 1).get("/search", params={"q": words})
    assert ENGINEER in ids_in(found.text)


@pytest.mark.parametrize("words", ["13800138000", "oysy_backend", "欧阳思远", "!!"])
def test_what_is_not_shown_is_not_found(shared: World, words: str) -> None:
    """The number, the account and the name that the engineer typed into his texts find nobody."""
    assert ids_in(shared.browser().sign_in("wang", 1).get("/search", params={"q": words}).text) == []


def test_LAW_6_the_longest_resume_is_saved_and_found(world: World) -> None:
    """A resume with more words than an index of PostgreSQL takes of one is found by those that stand first."""
    pages = (
        "".join(chr(0x4E00 + (97 * page + 31 * place) % 20_000) for place in range(19_000))
        for page in range(15)
    )
    work = [Work(position="首席园艺师"), *(Work(description=one) for one in pages)]
    world.store.save(ENGINEER, lambda now: attrs.evolve(now, work=tuple(work)), AT)
    page = world.browser().sign_in("wang", 1).get("/search", params={"q": "首席园艺师"}).text
    assert ids_in(page) == [ENGINEER]


def test_filters_agree_with_their_counts(world: World) -> None:
    """Each value is counted as often as a search for it finds somebody, on every page together."""
    browser = world.browser().sign_in("wang", 1)
    facets = browser.get("/api/search").json()["facets"]
    assert all(facets.values())
    for name, values in facets.items():
        value, number = values[0]
        found, after = [], ""
        while after is not None:
            page = browser.get("/api/search", params={name: value, "after": after}).json()
            found += [view["id"] for view in page["views"]]
            after = page["following"]
        assert (len(found), len({*found})) == (number, number)


def test_who_is_hidden_makes_no_difference(world: World) -> None:
    """Hits, their order, counts and places are the same whether those who are not shown are there or not."""
    searching = attrs.evolve(RECRUITER, action=Action.SEARCH)
    browser = world.browser().become(searching)
    asked = ["", "工程师", "销售", "manager", "护士 医院", "2019"]

    def answers() -> list[object]:
        pages = [browser.get("/api/search", params={"q": words}).json() for words in asked]
        return [
            pages,
            *(browser.get("/api/search", params={"after": page["following"]}).json() for page in pages),
        ]

    with world.store.reading() as connection:
        everybody = [
            load_resume(one) for one in connection.scalars(sa.select(world.store.resumes.c.document))
        ]
    before = answers()
    visible = [one for one in everybody if is_shown(searching, one, at=AT)]
    assert 10 < len(visible) < len(everybody)
    world.holds(visible)
    assert answers() == before


@pytest.mark.parametrize("words", ["", "负责"])
def test_pages_repeat_nobody_and_leave_out_nobody(
    shared: World, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """Page after page, each full but the last, a list holds whom one long page holds, in its order."""
    browser = shared.browser().sign_in("wang", 1)
    monkeypatch.setattr("service.search.SIZE", 1000)
    whole = [view["id"] for view in browser.get("/api/search", params={"q": words}).json()["views"]]
    assert len(whole) > 10
    for size in (1, 3, 4):
        monkeypatch.setattr("service.search.SIZE", size)
        pages, after = [], ""
        while after is not None:
            page = browser.get("/api/search", params={"q": words, "after": after}).json()
            pages.append([view["id"] for view in page["views"]])
            assert len(pages) <= len(whole)
            after = page["following"]
        assert [id_ for ids in pages for id_ in ids] == whole
        assert {len(ids) for ids in pages[:-1]} == {size}


def test_titles_come_first(shared: World) -> None:
    """Whoever has the words in a title stands before whoever has them elsewhere."""
    browser = shared.browser().sign_in("wang", 1)
    found = browser.get("/api/search", params={"q": "工程师"}).json()["views"]
    held = ["工程师" in str((view["sections"]["intention"], view["sections"]["work"])) for view in found]
    assert held == sorted(held, reverse=True)
    assert held[0]


def test_years_of_work_are_a_filter(shared: World) -> None:
    """Who began in 2014 has worked for twelve years in 2026, and not for thirteen."""
    browser = shared.browser().sign_in("wang", 1)
    for years, there in ((12, True), (13, False)):
        found = browser.get("/search", params={"q": "架构师 清结算", "years": years})
        assert (ENGINEER in ids_in(found.text)) is there


def test_the_inbox_holds_applications(world: World) -> None:
    """A company finds in its inbox who applied to it, and a company that nobody applied to finds nobody."""
    browser = world.browser()
    assert ENGINEER in ids_in(browser.sign_in("wang", 0).get("/inbox").text)
    assert ids_in(browser.sign_in("wang", 1).get("/inbox").text) == []
    mailbox = browser.sign_in("mailbox").get("/inbox").text
    assert ids_in(mailbox) == [ENGINEER]
    assert ids_in(browser.sign_in("sunrise").get("/inbox").text) != []
    assert ids_in(browser.sign_in("staff").get("/inbox").text) == [ENGINEER]
    assert ids_in(browser.sign_in("idle").get("/inbox").text) == []


def dates_in(page: str) -> list[str]:
    """The instants in the table of an inbox."""
    return re.findall(r"<td>(\d{4}-\d\d-\d\d \d\d:\d\d)</td>", page)


@pytest.mark.parametrize("other", ["on the platform", "to another mailbox", "later"])
def test_APPLY_4_a_mailbox_learns_of_no_other_application(world: World, other: str) -> None:
    """The inbox of a mailbox shows when each application to it was sent, and nothing of those sent elsewhere or still to come."""
    mailbox = world.browser().sign_in("mailbox")
    before = dates_in(mailbox.get("/inbox").text)
    assert len(before) == 1

    def apply(now: Resume) -> Resume:
        (sent,) = (one for one in now.applications if one.mailbox is not None)
        more = {
            "on the platform": attrs.evolve(sent, at=AT - timedelta(minutes=1), mailbox=None),
            "to another mailbox": attrs.evolve(
                sent, at=AT - timedelta(minutes=1), mailbox=Email("hr@elsewhere.example")
            ),
            "later": attrs.evolve(sent, at=AT + timedelta(minutes=1)),
        }
        return attrs.evolve(now, applications=(*now.applications, more[other]))

    world.store.save(ENGINEER, apply, AT)
    assert dates_in(mailbox.get("/inbox").text) == before


def test_the_latest_application_stands_first(shared: World) -> None:
    """An inbox is in the order in which applications came, whoever sent them."""
    applications = shared.store.lists.sources["applications"]
    most = sa.select(applications.c.company).group_by(applications.c.company).order_by(sa.func.count().desc())
    with shared.store.reading() as connection:
        company = Company(id=connection.execute(most).scalars().first(), name="一家公司")
    page = shared.browser().become(attrs.evolve(RECRUITER, company=company)).get("/inbox").text
    dates = dates_in(page)
    assert len(dates) > 1
    assert dates == sorted(dates, reverse=True)


def test_the_region_is_shown_while_a_conversation_runs(shared: World) -> None:
    """The agency that talks with the engineer sees the region above the chat; a company that has not begun does not."""
    browser = shared.browser()
    assert "上海" in browser.sign_in("qian").get(f"/resumes/{ENGINEER}/chat").text
    assert "IP 归属地" not in browser.sign_in("wang", 1).get(f"/resumes/{ENGINEER}/chat").text


def test_the_community_leads_to_no_resume(shared: World) -> None:
    """In the community the engineer has the id of the community, and by no other is he found there."""
    browser = shared.browser().sign_in("lin", 1)
    page = browser.get("/community/m-q41852")
    assert page.status_code == 200
    assert ENGINEER not in page.text
    assert browser.get(f"/community/{ENGINEER}").status_code == 404
    assert browser.get(f"/resumes/{ENGINEER}").status_code == 404
    ids = re.findall(r'href="/community/([^"]+)"', browser.get("/community").text)
    assert ids == sorted(ids) != []


def test_an_export_holds_what_was_found_and_may_leave(world: World) -> None:
    """A file holds who was found and lets themselves be exported, each once; another role and another account do not get it."""
    browser = world.browser().sign_in("wang", 1)
    began = browser.post("/exports", {"kind": "csv"})
    path = re.search(r'href="(/exports/[0-9a-f]+/file)"', began.text)
    assert path is not None
    rows = list(csv.DictReader(io.StringIO(browser.get(path[1]).content.decode("utf-8-sig"))))
    ids = [row["简历编号"] for row in rows]
    assert ENGINEER in ids
    assert NURSE not in ids  # found, and not to be exported
    assert len(ids) == len({*ids})
    assert browser.get("/exports?lang=en").text.count(path[1]) == 1
    for account, role in (("wang", 0), ("qian", 0), ("ouyang", 0)):
        assert world.browser().sign_in(account, role).get(path[1]).status_code == 404
    notices = world.browser().sign_in("ouyang").get("/me/viewers").text
    assert "英尼科技有限公司导出了您的简历" in notices


@pytest.mark.parametrize("why", ["withdrawn", "broken"])
def test_LAW_3_an_export_counts_nobody_who_is_not_in_it(
    why: str, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page and a file say the same number, though a candidate left, or a stored resume broke, while the file was made."""
    found = exportable

    def and_then(listing: Listing) -> list[str]:
        ids, resumes = found(listing), world.store.resumes
        if why == "withdrawn":
            world.store.save(ENGINEER, lambda one: attrs.evolve(one, deleted=True), AT)
        else:
            broken = sa.update(resumes).where(resumes.c.id == ENGINEER).values(document="{}")
            with world.store.writing() as connection:
                connection.execute(broken)
        return ids

    monkeypatch.setattr(beside, "exportable", and_then)
    browser = world.browser().sign_in("wang", 1)
    page = browser.post("/exports", {"kind": "jsonl"}).text
    path = re.search(r'href="(/exports/[0-9a-f]+/file)">[^<]*?([0-9]+)[^<]*<', page)
    assert path is not None
    lines = browser.get(path[1]).content.splitlines()
    assert int(path[2]) == len(lines) > 0
    assert ENGINEER.encode() not in b"".join(lines)


def test_a_file_is_removed_after_an_hour(world: World, tmp_path: Path) -> None:
    """What was there long enough is gone: from the page, and from the disk."""
    browser = world.browser().sign_in("wang", 1)
    browser.post("/exports", {"kind": "jsonl"})
    (file,) = (tmp_path / "exports").iterdir()
    path = re.search(r'href="(/exports/[0-9a-f]+/file)"', browser.get("/exports").text)
    assert path is not None
    world.clock.at = AT.replace(hour=AT.hour + 2)
    assert browser.get(path[1]).status_code == 404
    assert "文件已删除" in browser.get("/exports").text
    assert not file.exists()


def test_a_file_that_was_not_noted_is_removed_after_an_hour_too(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is there for an hour even if it could not be noted that it is made, as when a database stops; nobody gets it meanwhile."""
    note = beside.Exporter._note

    def fail(self: beside.Exporter, id_: str, **values: object) -> None:
        if values.get("state") == "done":
            raise ConnectionError
        note(self, id_, **values)

    browser = world.browser().sign_in("wang", 1)
    with monkeypatch.context() as patched:
        patched.setattr(beside.Exporter, "_note", fail)
        assert browser.post("/exports", {"kind": "jsonl"}).status_code == 500
    (file,) = (tmp_path / "exports").iterdir()
    world.service.exporter.carry_on()
    assert browser.get(f"/exports/{file.stem}/file").status_code == 404
    assert file.exists()
    world.clock.at = AT.replace(hour=AT.hour + 2)
    assert "文件已删除" in browser.get("/exports").text
    assert not file.exists()


@pytest.mark.parametrize("step", ["records", "file", "resumes"])
def test_nothing_is_left_of_an_export_that_failed(
    step: str, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever an export fails at, its journal goes with it: that holds people (LAW-2)."""

    def fail(*_: object) -> None:
        assert step == "resumes" or [*(tmp_path / "exports").iterdir()] != []
        raise ConnectionError

    with monkeypatch.context() as patched:
        where: Any = {"records": world.store, "file": exporting, "resumes": world.store}[step]
        patched.setattr(where, {"records": "keep", "file": "write", "resumes": "resume"}[step], fail)
        assert "导出失败" in world.browser().sign_in("wang", 1).post("/exports", {"kind": "jsonl"}).text
    assert [*(tmp_path / "exports").iterdir()] == []


def test_a_preview_saves_nothing(world: World) -> None:
    """Who would see more and less is shown, with a script and without, and the settings stay as they are."""
    browser = world.browser().sign_in("ouyang")
    before = world.store.resume(ENGINEER)
    form = {**SWITCHES, "visibility": "private", "name_display": "real", "revision": revision(browser)}
    for headers in ({}, {"X-Fragment": "1"}):
        page = browser.post("/me/settings/preview", form, headers=headers)
        assert page.status_code == 200
        assert "其他任何公司的招聘者" in page.text
        assert "将看不到简历" in page.text
        assert "真实姓名" in page.text
    assert world.store.resume(ENGINEER) == before
    same = browser.post("/me/settings/preview", {**SWITCHES, "revision": revision(browser)})
    assert "对任何人都没有变化" in same.text


def test_saving_switches_keeps_the_blocks(world: World) -> None:
    """A form of switches changes them and loses no block; from then on searches and pages follow."""
    browser = world.browser().sign_in("ouyang")
    before = world.store.resume(ENGINEER)
    saved = browser.post("/me/settings", {**SWITCHES, "visibility": "private", "revision": revision(browser)})
    assert saved.status_code == 200
    after = world.store.resume(ENGINEER)
    assert before is not None
    assert after is not None
    assert after.settings.visibility.value == "private"
    assert after.settings.blocks == before.settings.blocks
    assert after.revision != before.revision
    recruiter = world.browser().sign_in("wang", 1)
    assert recruiter.get(f"/resumes/{ENGINEER}").status_code == 404
    assert ENGINEER not in ids_in(recruiter.get("/search", params={"q": "架构师"}).text)
    assert recruiter.sign_in("wang", 0).get(f"/resumes/{ENGINEER}").status_code == 200


def test_what_was_changed_meanwhile_is_not_saved_over(world: World) -> None:
    """Of two open pages the second cannot take back, without a word, what the first one tightened."""
    browser = world.browser().sign_in("ouyang")
    old = revision(browser)
    browser.post("/me/settings", {**SWITCHES, "visibility": "private", "revision": old})
    second = browser.post("/me/settings", {**SWITCHES, "nickname": "real", "revision": old})
    assert second.status_code == 409
    assert "本次未保存" in second.text
    kept = world.store.resume(ENGINEER)
    assert kept is not None
    assert (kept.settings.visibility.value, kept.settings.nickname.value) == ("private", "honorific")


def test_a_block_is_set_and_taken_back(world: World) -> None:
    """A company by its name, then a word, each with its effect before it is saved; and taken back."""
    browser, recruiter = world.browser().sign_in("ouyang"), world.browser().sign_in("wang", 1)
    form = {"company": "英尼科技有限公司", "revision": revision(browser)}
    assert "英尼科技有限公司的招聘者" in browser.post("/me/settings/preview", form).text
    assert recruiter.get(f"/resumes/{ENGINEER}").status_code == 200
    browser.post("/me/settings", form)
    assert recruiter.get(f"/resumes/{ENGINEER}").status_code == 404
    browser.post("/me/settings", {"unblock": "2", "revision": revision(browser)})
    assert recruiter.get(f"/resumes/{ENGINEER}").status_code == 200
    browser.post("/me/settings", {"company": "英尼", "revision": revision(browser)})
    assert recruiter.get(f"/resumes/{ENGINEER}").status_code == 404
    refused = browser.post("/me/settings", {"company": "。", "revision": revision(browser)})
    assert refused.status_code == 422
    assert "keyword" in refused.text


def test_a_wrong_choice_is_refused(world: World) -> None:
    """A value that is none of those there are is named by its path, and nothing is saved."""
    browser = world.browser().sign_in("ouyang")
    before = world.store.resume(ENGINEER)
    form = {**SWITCHES, "visibility": "everybody", "revision": revision(browser)}
    for path in ("/me/settings", "/me/settings/preview"):
        answer = browser.post(path, form)
        assert answer.status_code == 422
        assert "visibility: expected one of" in answer.text
    assert world.store.resume(ENGINEER) == before


def test_a_grant_is_given_and_withdrawn(world: World) -> None:
    """The recipient sees the parts that were ticked while the grant holds, and nothing after it was withdrawn."""
    nurse, school = world.browser().sign_in("zhou"), world.browser().sign_in("sunrise")
    assert school.get(f"/resumes/{NURSE}").status_code == 404
    wrong = nurse.post("/me/grants", {"recipient": "sunrise-academy", "part": ["mobile"], "days": "0"})
    assert wrong.status_code == 422
    nurse.post("/me/grants", {"recipient": "sunrise-academy", "part": ["mobile", "work"], "days": "7"})
    shown = school.get(f"/api/resumes/{NURSE}").json()
    assert {"work", "email", "name"} <= {*shown["withheld"]}  # work is nothing that this recipient asks for
    assert "mobile" not in shown["withheld"]
    assert "旭日职业培训学校查看了您的简历" in nurse.get("/me/viewers").text
    place = re.findall(r'name="place" value="(\d+)"', nurse.get("/me/grants").text)[-1]
    nurse.post("/me/grants", {"recipient": "gauge-lab", "part": ["skills"], "days": "7"})
    nurse.post("/me/grants/withdraw", {"place": place})
    assert school.get(f"/resumes/{NURSE}").status_code == 404
    kept = world.store.resume(NURSE)
    assert kept is not None
    assert [consent.withdrawn for consent in kept.consents[-2:]] == [AT, None]


@each("days", ["", "0", "-1", "367", "00100000", "03650000", "9" * 5000, "٧", "7.0", "x"])
def test_SHARE_1_a_grant_for_other_than_a_year_of_days_is_refused(shared: World, days: str) -> None:
    """Days are a number from 1 to 366, in however many digits they are written."""
    nurse = shared.browser().sign_in("zhou")
    wanted = {"recipient": "sunrise-academy", "part": ["mobile"], "days": days}
    assert nurse.post("/me/grants", wanted).status_code == 422


def test_SHARE_1_a_grant_may_hold_for_a_year(world: World) -> None:
    """The longest grant ends 366 days later."""
    nurse = world.browser().sign_in("zhou")
    nurse.post("/me/grants", {"recipient": "sunrise-academy", "part": ["mobile"], "days": "366"})
    kept = world.store.resume(NURSE)
    assert kept is not None
    assert kept.consents[-1].ends == AT + timedelta(days=366)


def test_SHARE_1_a_grant_for_which_there_is_no_room_is_refused(world: World) -> None:
    """Neither too many grants nor too many bytes are saved, of which nothing could be loaded again; what is there can be taken back."""
    nurse, wanted = world.browser().sign_in("zhou"), {"recipient": "sunrise-academy", "part": ["mobile"]}
    nurse.post("/me/grants", {**wanted, "days": "7"})
    kept = world.store.resume(NURSE)
    assert kept is not None
    short = attrs.evolve(
        kept.consents[-1], recipient="a", recipient_name="a", recipient_contact="a", method="a"
    )
    long = attrs.evolve(short, method="很" * 500)
    for before in ([short] * 10_000, [long] * 1200):
        world.holds([attrs.evolve(kept, consents=tuple(before))])
        answer = nurse.post("/me/grants", {**wanted, "days": "7"})
        assert answer.status_code == 422
        assert "不能再增加" in answer.text
        assert nurse.post("/me/grants/withdraw", {"place": "0"}).status_code == 200
        after = world.store.resume(NURSE)
        assert after is not None
        assert (len(after.consents), after.consents[0].withdrawn) == (len(before), AT)


def test_BLOCK_2_a_block_for_which_there_is_no_room_is_refused(world: World) -> None:
    """Blocks that could not be loaded again are not saved, and one that is there can be taken back."""
    kept = world.store.resume(ENGINEER)
    assert kept is not None
    blocks = tuple(KeywordBlock(keyword=f"{'很' * 90}{i}", at=AT) for i in range(4000))
    world.holds([attrs.evolve(kept, settings=attrs.evolve(kept.settings, blocks=blocks))])
    browser = world.browser().sign_in("ouyang")
    refused = browser.post("/me/settings", {"company": "一家公司", "revision": revision(browser)})
    assert refused.status_code == 422
    assert browser.post("/me/settings", {"unblock": "0", "revision": revision(browser)}).status_code == 200
    after = world.store.resume(ENGINEER)
    assert after is not None
    assert len(after.settings.blocks) == 3999


def test_NOTICE_1_a_company_called_as_a_recipients_id_is_named_as_it_is_called(world: World) -> None:
    """Both stand on the page, each under its own name."""
    nurse = world.browser().sign_in("zhou")
    nurse.post("/me/grants", {"recipient": "sunrise-academy", "part": ["display_name"], "days": "7"})
    resume = world.store.resume(NURSE)
    assert resume is not None
    alike = Company(id="co-alike", name="sunrise-academy")
    school = Recipient(id="sunrise-academy", purpose="course-consultation")
    for viewer in (attrs.evolve(RECRUITER, company=alike), school):
        record = record_of(viewer, resume, view_for(viewer, resume, at=AT), at=AT)
        world.store.keep([attrs.evolve(record, shown=frozenset(), withheld=record.shown | record.withheld)])
    page = nurse.get("/me/viewers").text
    assert [page.count(f"{name}查看了您的简历") for name in ("sunrise-academy ", "旭日职业培训学校")] == [
        1,
        1,
    ]


def test_BLOCK_2_a_company_is_blocked_by_its_name_before_its_id(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is another's id blocks whom it names, and one that several have blocks them all."""
    known = [Company(id="one", name="甲"), Company(id="two", name="one"), Company(id="three", name="乙")]
    known.append(Company(id="four", name="乙"))
    monkeypatch.setattr(mine, "directory", lambda: {one.id: one for one in known})
    browser = world.browser().sign_in("ouyang")
    for typed, covered in (("one", {"two"}), ("乙", {"three", "four"}), ("three", {"three"})):
        browser.post("/me/settings", {"company": typed, "revision": revision(browser)})
        kept = world.store.resume(ENGINEER)
        assert kept is not None
        assert {one.id for one in covered_by([kept.settings.blocks[-1]], known)[0]} == covered


def test_BLOCK_2_the_groups_of_several_companies_of_one_name_are_blocked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the candidate asks for the group, each group of those that have the name is blocked; where not, none."""
    alike = [Company(id=f"c-{group}", name="乙", group=group) for group in ("g-1", "g-2")]
    others = [Company(id=f"o-{group}", name="丙", group=group) for group in ("g-1", "g-2")]
    known = [*alike, *others]
    monkeypatch.setattr(mine, "directory", lambda: {one.id: one for one in known})
    for asked, covered in (({}, alike), ({"group": "on"}, known)):
        browser = world.browser().sign_in("ouyang")
        browser.post("/me/settings", {"company": "乙", "revision": revision(browser), **asked})
        kept = world.store.resume(ENGINEER)
        assert kept is not None
        found = {*chain.from_iterable(covered_by(kept.settings.blocks, known))}
        assert found == {*covered}


def test_changes_at_once_are_all_kept(world: World) -> None:
    """Many who save at the same time, one resume and others, wait for each other: nothing is lost and nothing fails."""
    work = [(id_, name) for id_ in (ENGINEER, NURSE) for name in "abcdefgh"]

    def add(which: tuple[str, str]) -> None:
        id_, name = which
        one = Skill(name=name)
        world.store.save(id_, lambda now: attrs.evolve(now, skills=(*now.skills, one)), AT)

    with ThreadPoolExecutor(8) as pool:
        assert len([*pool.map(add, work)]) == len(work)
    for id_ in (ENGINEER, NURSE):
        resume = world.store.resume(id_)
        assert resume is not None
        assert {skill.name for skill in resume.skills} >= {*"abcdefgh"}


def test_the_candidate_learns_who_looked(world: World) -> None:
    """Everything is on record; on the page of who viewed is a view, and no search, refusal or look of the candidate's own."""
    recruiter = world.browser().sign_in("wang", 1)
    candidate = world.browser().sign_in("ouyang")
    recruiter.get("/search", params={"q": "架构师"})
    recruiter.sign_in("wang", BLOCKED_COMPANY).get(f"/resumes/{ENGINEER}")
    with world.store.reading() as connection:
        records = connection.scalars(sa.select(world.store.records.c.record))
        granted = [load_record(one).granted for one in records]
    assert (True in granted, granted.count(False)) == (True, 1)
    assert "还没有人查看您的简历" in candidate.get("/me/viewers").text
    recruiter.sign_in("wang", 1).get(f"/resumes/{ENGINEER}")
    recruiter.get(f"/resumes/{ENGINEER}")
    assert candidate.get("/me/viewers").text.count("英尼科技有限公司查看了您的简历") == 1


@pytest.mark.parametrize("page", ["/inbox", "/search"])
def test_NOTICE_1_a_row_is_on_record_with_what_it_shows(world: World, page: str) -> None:
    """Of a page of rows, the record has the parts that stand in a row, and not those that stand on the page of the resume alone."""
    world.browser().sign_in("wang", 0).get(page)
    records = world.store.records
    asked = sa.select(records.c.record).where(records.c.resume == ENGINEER)
    with world.store.reading() as connection:
        (record,) = map(load_record, connection.scalars(asked))
    assert record.shown >= {Part.DISPLAY_NAME, Part.INTENTION}
    assert record.shown.isdisjoint({Part.MOBILE, Part.ATTACHMENTS, Part.VIDEO, Part.WORK, Part.STRENGTHS})


@pytest.mark.parametrize("action", [Action.SEARCH, Action.VIEW])
def test_NOTICE_1_nobody_pushes_a_view_off_the_page(world: World, action: Action) -> None:
    """Who looked once stands there, however often somebody else searches, or looks, afterwards."""
    world.browser().sign_in("wang", 1).get(f"/resumes/{ENGINEER}")
    resume = world.store.resume(ENGINEER)
    assert resume is not None
    others = attrs.evolve(RECRUITER, company=Company(id="co-x", name="别家公司"), action=action)
    view = view_for(others, resume, at=AT)
    later = [AT + timedelta(seconds=second) for second in range(1, 600)]
    world.store.keep(record_of(others, resume, view, at=one) for one in later)
    page = world.browser().sign_in("ouyang").get("/me/viewers").text
    assert page.count("英尼科技有限公司查看了您的简历") == 1
    assert page.count("别家公司查看了您的简历") == (action is Action.VIEW)


def test_the_owner_takes_a_copy(shared: World) -> None:
    """The copy for programs loads again as it was, and the one to print holds the whole text."""
    browser = shared.browser().sign_in("ouyang")
    copy = browser.get("/me/copy.json")
    assert "attachment" in copy.headers["content-disposition"]
    assert load_resume(copy.content) == shared.store.resume(ENGINEER)
    page = browser.get("/me/copy").text
    assert "oysy_backend" in page
    assert "+8613800138000" in page


def test_four_viewers_stand_side_by_side(shared: World) -> None:
    """The same resume in four columns, with what each is not given marked."""
    page = shared.browser().sign_in("ouyang").get("/me/others").text
    titles = re.findall(r'<th scope="col">([^<]+)</th>', page)[1:]
    assert titles == [
        "您投递过的公司：艾克美（中国）科技有限公司",
        "其他任何公司",
        "平台猎头",
        "您屏蔽的公司：云枢信息技术（上海）有限公司",
    ]
    number = re.search(r'<th scope="row">真实手机号码</th>(.*?)</tr>', page, re.DOTALL)
    assert number is not None
    cells = number[1].split("</td>")
    assert ["不展示" in cell for cell in cells[:4]] == [False, True, True, True]
    assert "完全看不到" in page


@pytest.mark.parametrize("account", ["lin", "zhou", "corpus"])
def test_every_candidate_has_four_viewers(shared: World, account: str) -> None:
    """Also who applied to nobody, or blocked nobody, sees four columns."""
    page = shared.browser().sign_in(account).get("/me/others").text
    assert len(re.findall(r'<th scope="col">', page)) in (4, 5)


def test_the_language_is_kept(shared: World) -> None:
    """A link changes the language, and the next page is in it, the name of the candidate too."""
    browser = shared.browser().sign_in("wang", 1)
    assert "欧阳先生" in browser.get(f"/resumes/{ENGINEER}").text
    browser.get("/?lang=en")
    page = browser.get(f"/resumes/{ENGINEER}").text
    assert 'lang="en"' in page
    assert "Mr. Ouyang" in page
    assert json.loads(browser.get(f"/api/resumes/{ENGINEER}").content)["display_name"] == "Mr. Ouyang"
