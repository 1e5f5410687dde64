"""The shapes of resumes that others have: each is read by a short mapping, viewed, and nothing of it is lost or made up."""

import ast
import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import Path as ZipPath
from zipfile import ZipFile

import attrs
import chinese_job_board
import europass_candidate
import europass_learner
import greenhouse
import hr_open
import job_board
import json_document
import json_resume
import lever
import linkedin
import pytest
import schema_org
import workday
from csv_table import rows_of
from html_text import plain_text
from losses import lost, made_up
from shown import SAMPLES, as_published
from xml_document import document_of

from each import each
from resume_visibility import InvalidResume, Resume, Visibility, dump_view
from resume_visibility.interchange import FieldMapping, JsonResume, Read
from resume_visibility.model import Degree, KeywordBlock, Period, YearMonth

FORMATS = Path(chinese_job_board.__file__).parent
ROOT = FORMATS.parents[1]


def _json(name: str) -> list[Any]:
    return [json.loads((SAMPLES / f"{name}.json").read_bytes())]


MODULES: dict[str, tuple[Any, list[Any]]] = {
    "chinese_job_board": (
        chinese_job_board,
        chinese_job_board.documents((SAMPLES / "chinese-job-board.csv").read_text(encoding="utf-8-sig")),
    ),
    "europass_candidate": (
        europass_candidate,
        [europass_candidate.document((SAMPLES / "europass-candidate.xml").read_bytes())],
    ),
    "europass_learner": (europass_learner, _json("europass-learner")),
    "greenhouse": (greenhouse, _json("greenhouse")),
    "hr_open": (hr_open, _json("hr-open")),
    "job_board": (job_board, job_board.documents(SAMPLES / "job-board")),
    "json_resume": (json_resume, _json("json-resume")),
    "lever": (lever, _json("lever")),
    "linkedin": (linkedin, [linkedin.tables(SAMPLES / "linkedin")]),
    "schema_org": (schema_org, _json("schema-org")),
    "workday": (workday, _json("workday")),
}


def reads(module: Any, document: Any) -> Read[Resume]:
    """A document, with the ids that it does not have."""
    mapping: FieldMapping[Resume] = module.MAPPING
    ids = {name: f"{name}-1" for name in ("id", "candidate") if name not in mapping.fields}
    return mapping.read(document, **ids)


DOCUMENTS = [(module, one) for module, many in MODULES.values() for one in many]


@each("module, document", DOCUMENTS)
def test_nothing_is_lost_without_a_word(module: Any, document: Any) -> None:
    """Whichever value of a sample is taken away or changed, there is a difference, or it was named, or the mapping ignores it."""
    assert lost(document, lambda one: reads(module, one), module.MAPPING.ignored) == []


@each("module, document", DOCUMENTS)
def test_nothing_is_made_up(module: Any, document: Any) -> None:
    """Every word of the resume is one of the sample's; of a document with nothing in it, nothing is made."""
    assert made_up(reads(module, document).resume, document) == []
    fields = module.MAPPING.fields
    ids = [
        path
        for name in ("id", "candidate")
        for path in getattr(fields.get(name), "paths", (fields.get(name),))
    ]
    bare = reads(module, {path: document[path] for path in ids if path is not None}).resume
    assert bare == type(bare)(id=bare.id, candidate=bare.candidate)


@each("module, document", DOCUMENTS)
def test_it_is_viewed_as_a_recruiter_sees_it(module: Any, document: Any) -> None:
    """What was read is a resume as any: published, a recruiter sees its jobs, and no number or address that stands in its texts."""
    resume = reads(module, document).resume
    view = as_published(resume)
    assert [one.company for one in view.sections.work] == [one.company for one in resume.work] != []
    assert (view.contact.mobile, view.contact.email) == (None, None)
    own = resume.basics.contact
    for secret in (own.email and own.email.address, own.mobile and own.mobile.writings[0]):
        assert secret is None or str(secret) not in repr(attrs.asdict(view.sections))


_ELSEWHERE: list[tuple[str, tuple[str, ...], Callable[[str], Any]]] = [
    ("greenhouse", ("social_media_addresses",), lambda account: {"value": account}),
    ("json_resume", ("basics", "profiles"), lambda account: {"network": "Forum", "username": account}),
    ("json_resume", ("basics", "profiles"), lambda account: {"network": "Forum", "url": account}),
    ("lever", ("links",), str),
    ("schema_org", ("sameAs",), str),
]
"""Where a format has the accounts and pages of a candidate elsewhere, and how it writes one."""


@each("name, keys, item", _ELSEWHERE)
@pytest.mark.parametrize("account", ["plainword", "https://pages.example/plainword", "https://plainword.dev"])
def test_CONTACT_1_an_account_elsewhere_is_a_way_around_the_platform(
    name: str, keys: tuple[str, ...], item: Callable[[str], Any], account: str
) -> None:
    """CONTACT-1: a recruiter who was not applied to is shown no account and no page elsewhere, in its own place or in any text."""
    [document] = copy.deepcopy(MODULES[name][1])
    inside = document
    for key in keys[:-1]:
        inside = inside[key]
    inside[keys[-1]] = [item(account)]
    assert "plainword" not in dump_view(as_published(reads(MODULES[name][0], document).resume)).decode()


def test_PHONE_1_several_numbers_of_a_homepage_are_found_in_texts() -> None:
    """PHONE-1: where schema.org has a list in the place of a number, each of them is looked for in texts."""
    document = copy.deepcopy(MODULES["schema_org"][1][0])
    document |= {"telephone": ["+1 415 555 0100", "(415) 555-0117"]}
    document["description"] = "first 415, later 555, at last 0117"
    view = as_published(reads(schema_org, document).resume)
    assert "0117" not in dump_view(view).decode()


def _put(document: Any, path: str, value: Any, *, new: bool = False) -> None:
    """Put a value into a document, in the place of what is there, or as a new one."""
    keys: list[Any] = [int(key) if key.isdigit() else key for key in path.split("/")]
    *way, last = keys
    for key in way:
        document = document[key]
    assert new or last in document or isinstance(document, list)
    document[last] = value


_NUMBERS_AND_TEXTS = [
    ("chinese_job_board", "手机号码", "自我评价"),
    ("europass_candidate", "CandidatePerson/Telephone/0/DialNumber", "CandidateProfile/ExecutiveSummary"),
    (
        "europass_learner",
        "SkillsPassport/LearnerInfo/Identification/ContactInfo/Telephone/0/Contact",
        "SkillsPassport/LearnerInfo/Headline/Description/Label",
    ),
    ("greenhouse", "phone_numbers/0/value", "title"),
    ("greenhouse", "phone_numbers/1/value", "title"),
    ("hr_open", "person/communication/phone/0/formattedNumber", "profiles/0/executiveSummary"),
    ("lever", "phones/0/value", "headline"),
    ("linkedin", "PhoneNumbers/0/Number", "Profile/0/Summary"),
    ("schema_org", "telephone", "description"),
    ("workday", "contact/phone/number", "resume/summary"),
]
"""Where a format that people upload has a number, and a text that every recruiter is shown."""


@each("name, number, text", _NUMBERS_AND_TEXTS)
def test_PHONE_1_a_number_that_cannot_be_dialled_is_found_in_texts(name: str, number: str, text: str) -> None:
    """PHONE-1: a number without its country, and one behind the first, is looked for in all texts, in whatever pieces."""
    document = copy.deepcopy(MODULES[name][1][0])
    if name == "workday":
        del document["contact"]["phone"]["countryPhoneCode"]
    _put(document, number, "(415) 555-0117")
    _put(document, text, "first 415, later 555, at last 0117")
    view = as_published(reads(MODULES[name][0], document).resume)
    shown = dump_view(view).decode()
    assert "at last" not in shown or "0117" not in shown


@each(
    "name, address, text",
    [
        (
            "europass_learner",
            "SkillsPassport/LearnerInfo/Identification/ContactInfo/Address/Contact/AddressLine",
            "SkillsPassport/LearnerInfo/Headline/Description/Label",
        ),
        ("greenhouse", "addresses/0/value", "title"),
        ("hr_open", "person/communication/address/0/line", "profiles/0/executiveSummary"),
        ("linkedin", "Profile/0/Address", "Profile/0/Summary"),
        ("europass_candidate", "CandidatePerson/Address/0/AddressLine", "CandidateProfile/ExecutiveSummary"),
        ("schema_org", "homeLocation/address/streetAddress", "description"),
    ],
)
def test_LAW_5_a_postal_address_is_for_the_owner_alone(name: str, address: str, text: str) -> None:
    """LAW-5: where a format has the street, it is shown to nobody else, neither in its own place nor in any text."""
    document = copy.deepcopy(MODULES[name][1][0])
    _put(document, address, "88 Harrison Street", new=True)
    _put(document, text, "Come and see me: 88 Harrison Street")
    read = reads(MODULES[name][0], document)
    assert isinstance(read.resume, JsonResume)
    assert read.resume.basics.profile.address == "88 Harrison Street"
    assert "Harrison" not in dump_view(as_published(read.resume)).decode()


_EUROPASS_TEXT, _LINKEDIN_TEXT = "CandidateProfile/ExecutiveSummary", "Profile/0/Summary"
_LEARNER = "SkillsPassport/LearnerInfo/Identification/ContactInfo"
_LABEL = "SkillsPassport/LearnerInfo/Headline/Description/Label"
_SITES = [{"URI": "https://a.example"}, {"URI": "https://grey-heron7.example.com"}]
_MAILS = ["jonas@example.se", "grey_heron7@example.org"]
_SITE, _MAIL, _ACCOUNT = "grey-heron7.example.com", "grey_heron7 at example org", "grey_heron7"


@each(
    "name, detail, value, text, written",
    [
        ("linkedin", "Profile/0/Twitter Handles", "[grey_heron7]", _LINKEDIN_TEXT, _ACCOUNT),
        ("linkedin", "Profile/0/Instant Messengers", "[SKYPE:grey_heron7]", _LINKEDIN_TEXT, _ACCOUNT),
        ("linkedin", "Profile/0/Websites", f"[BLOG:https://{_SITE}]", _LINKEDIN_TEXT, _SITE),
        ("europass_candidate", "CandidatePerson/Web", _SITES, _EUROPASS_TEXT, _SITE),
        ("europass_candidate", "CandidatePerson/Email/1/URI", _MAILS[1], _EUROPASS_TEXT, _MAIL),
        ("schema_org", "email", _MAILS, "description", _MAIL),
        (
            "europass_learner",
            f"{_LEARNER}/Website",
            [{"Contact": one["URI"]} for one in _SITES],
            _LABEL,
            _SITE,
        ),
        ("europass_learner", f"{_LEARNER}/InstantMessaging", [{"Contact": _ACCOUNT}], _LABEL, _ACCOUNT),
    ],
)
def test_CONTACT_2_accounts_and_further_addresses_are_found_in_texts(
    name: str, detail: str, value: Any, text: str, written: str
) -> None:
    """CONTACT-1, CONTACT-2: the accounts, addresses and homepages that a format has are looked for in all texts."""
    document = copy.deepcopy(MODULES[name][1][0])
    _put(document, detail, value, new=True)
    _put(document, text, f"As ever: {written}")
    assert "heron" not in dump_view(as_published(reads(MODULES[name][0], document).resume)).decode()


def test_a_mapping_has_at_most_sixty_lines() -> None:
    """A format takes a mapping of at most sixty lines, as many as the page says; and every module of formats has its test here."""
    found = {}
    for file in [
        *FORMATS.glob("*.py"),
        ROOT / "src" / "resume_visibility" / "interchange" / "json_reading.py",
    ]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "FieldMapping"
            ):
                found[file.stem] = (node.end_lineno or 0) - node.lineno + 1
    assert {*found} == {*MODULES, "json_reading"}, "of a new format, add it to MODULES"
    assert max(found.values()) <= 60, found
    page = (ROOT / "docs" / "how-to" / "other-formats.md").read_text(encoding="utf-8")
    stated = re.findall(r"`examples/formats/(\w+)\.py` \| (\d+) \|", page)
    assert {name: int(number) for name, number in stated} == {name: found[name] for name in MODULES}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b'{"name": "canary", "name": "x"}', "expected each key once; one came twice"),
        (b"canary", "expected JSON"),
        (b"[" * 100_000, "expected JSON"),
        (b" " * (2 * 1024 * 1024 + 1), "expected at most 2097152 bytes"),
    ],
    ids=["twice", "none", "deep", "long"],
)
def test_LAW_7_a_document_is_read_strictly(document: bytes, message: str) -> None:
    """A format in JSON is read so that nothing is lost and nothing of it is repeated: no key twice, and no more than fits a resume."""
    with pytest.raises(ValueError, match=f"^{message}$") as caught:
        json_document.plain(document)
    assert caught.value.__context__ is None
    assert json_document.plain(b'{"name": ["x"]}') == {"name": ["x"]}


def test_what_is_special_in_a_format_is_read() -> None:
    """Jobs of one employer each have its name, numbered columns are items, months stay apart from years, blocked companies are blocked."""
    [europass] = MODULES["europass_candidate"][1]
    assert [(one.company, one.period) for one in reads(europass_candidate, europass).resume.work] == [
        ("Initech", Period(YearMonth(2020, 2))),
        ("Initech", Period(YearMonth(2015, 6), YearMonth(2020, 1))),
    ]
    first, second = (reads(chinese_job_board, one) for one in MODULES["chinese_job_board"][1])
    assert [one.company for one in first.resume.work] == ["上海示例食品有限公司", "杭州样例广告有限公司"]
    assert second.unplaced == ("出生年月", "期望月薪", "起止时间1", "公司规模1", "最高学历")
    nurse, mechanic = (reads(job_board, one).resume.settings for one in MODULES["job_board"][1])
    assert (nurse.visibility, mechanic.visibility) == (Visibility.PUBLIC, Visibility.PRIVATE)
    assert [block.keyword for block in nurse.blocks if isinstance(block, KeywordBlock)] == ["Sample Care"]
    [learner] = MODULES["europass_learner"][1]
    assert reads(europass_learner, learner).resume.education[0].degree is Degree.BACHELOR


def test_LAW_6_html_is_read_in_time_that_grows_with_it_alone() -> None:
    """LAW-6: a tag that never ends is no tag, however many there are, and nothing behind it is lost."""
    assert plain_text("<p>umsatz < 5&nbsp;mio, <b>team</b></p>") == "umsatz < 5\u00a0mio,  team"
    assert plain_text("<" * 1_000_000) == "<" * 1_000_000


@each("sign", "\v\f\x1c\x1d\x1e\x85\u2028\u2029")
def test_no_sign_in_a_text_parts_a_row_of_a_table(sign: str) -> None:
    """Word processors write other ends of lines than CSV has: what is behind one is no other row, in whose wrong columns it would be read."""
    [document] = rows_of(f"Title,Company Name,Description\r\nEngineer,ACME{sign}Labs,138\r\n")
    assert document == {"Title": "Engineer", "Company Name": f"ACME{sign}Labs", "Description": "138"}


def test_no_column_of_a_table_is_lost() -> None:
    """Of two columns of one name only the last would be read: such a table is refused, and an empty one has no rows."""
    expected = "^expected a name of its own for each column; columns"
    with pytest.raises(ValueError, match=rf"{expected} 1, 3 have the same name$"):
        rows_of("姓名,手机号码,姓名\r\n张三,13800138000,李四\r\n")
    for names in ("姓名,,", "姓名, ,", ",姓名,"):
        numbers = "1, 3" if names[0] == "," else "2, 3"
        with pytest.raises(ValueError, match=rf"{expected} {numbers} have no name$"):
            rows_of(f"{names}\r\n张三,13800138000,李四\r\n")
    assert rows_of("姓名,\n张三,1\n") == [{"姓名": "张三", "": "1"}]
    assert rows_of("") == []
    assert rows_of("a,b\n1,2\n") == [{"a": "1", "b": "2"}]


@each("row", ["张,三,13800138000", "13800138000"])
def test_a_row_with_other_cells_than_columns_is_refused(row: str) -> None:
    """A comma too many, or a cell too few, puts each value behind it into a wrong column: a name that nobody knows is not looked for."""
    with pytest.raises(ValueError, match=r"^expected a cell for each column, in each row$") as caught:
        rows_of(f"姓名,手机号码\r\n李四,13912345678\r\n{row}\r\n")
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        (b"<a>" + b"<b/>" * 40_000 + b"</a>", "expected at most 40000 elements and attributes"),
        (
            b"<a><b " + b" ".join(b"c%d=''" % i for i in range(40_000)) + b"/></a>",
            "expected at most 40000 elements and attributes",
        ),
        (b"<a>" * 20_000 + b"</a>" * 20_000, "expected elements nested less deeply"),
        (b"<a>13800138000</a>", "expected elements in the root"),
        (
            b'<!DOCTYPE a [<!ENTITY b "%s">]><a>%s</a>' % (b"<c/>" * 9, b"&b;" * 9),
            "expected no document type",
        ),
        (b"<!DOCTYPE a><a><b/></a>", "expected no document type"),
        (b"<a>" + b" " * 2 * 1024 * 1024 + b"</a>", "expected at most 2097152 bytes"),
    ],
    ids=["many", "attributes", "deep", "flat", "entities", "document type", "long"],
)
def test_LAW_6_xml_that_no_resume_is_in_is_refused(xml: bytes, message: str) -> None:
    """LAW-6: XML is limited as JSON is, attributes and what its own entities stand for too, and elements of one name are gathered in time
    that grows with their number alone.
    """
    with pytest.raises(ValueError, match=f"^{message}$"):
        document_of(xml)
    assert document_of(b"<a>" + b"<b/>" * 39_999 + b"</a>") == {"b": [None] * 39_999}


def test_a_text_beside_elements_is_not_lost() -> None:
    """What stands between elements has a name, so that it can be said that it has no place."""
    assert document_of(b"<a> one <b>two</b> three <b/>\n</a>") == {
        "text": [" one ", " three "],
        "b": ["two", None],
    }


def test_LAW_5_a_word_that_nobody_knows_makes_no_resume_public() -> None:
    """LAW-5: whoever hid their resume in another word than the board's is not shown: the word is an error, and a blank stays private."""
    [row, _] = MODULES["job_board"][1]
    for hidden in ("yes", "true", "2"):
        with pytest.raises(
            InvalidResume, match=r"^invalid resume, 1 problem\(s\):\n  hidden: expected one of 0, 1$"
        ):
            job_board.MAPPING.read({**row, "hidden": hidden})
    blank = job_board.MAPPING.read({**row, "hidden": " "})
    assert blank.resume.settings.visibility is Visibility.PRIVATE


def test_LAW_5_a_candidate_who_comes_twice_is_not_read_by_the_last_row(tmp_path: Path) -> None:
    """LAW-5: of two rows of one candidate, one may say that the resume is hidden: neither is taken for the right one."""
    for file in (SAMPLES / "job-board").iterdir():
        text = file.read_text(encoding="utf-8")
        rest = text.partition("\n")[2] if file.name == "candidates.csv" else ""
        (tmp_path / file.name).write_text(text + rest, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^expected each candidate once; one came twice$"):
        job_board.documents(tmp_path)


def test_an_archive_is_read_as_its_folder_is(tmp_path: Path) -> None:
    """LinkedIn's archive is read as it was downloaded."""
    archive = tmp_path / "archive.zip"
    with ZipFile(archive, "w") as written:
        for file in sorted((SAMPLES / "linkedin").iterdir()):
            written.write(file, file.name)
    assert linkedin.read(ZipPath(archive)) == linkedin.read(SAMPLES / "linkedin")


def test_no_data_of_others_is_read_of_an_archive(tmp_path: Path) -> None:
    """LinkedIn's archive has the member's contacts and messages, too: they are named, and not opened, whatever is in them."""
    for file in (SAMPLES / "linkedin").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "Connections.csv").write_bytes(b"Notes:\n\xff\n\nFirst Name,URL\nLena,https://a.example\n")
    whole, more = linkedin.read(SAMPLES / "linkedin"), linkedin.read(tmp_path)
    assert more.resume == whole.resume
    assert {*more.unplaced} - {*whole.unplaced} == {"Connections"}


@pytest.mark.parametrize("module", list(MODULES))
def test_a_sample_is_shown(module: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each program prints what a recruiter sees of its sample, and what had no place."""
    shown = ast.parse((FORMATS / f"{module}.py").read_text(encoding="utf-8")).body[-1]
    assert isinstance(shown, ast.If)
    exec(compile(ast.Module(shown.body, []), module, "exec"), dict(vars(MODULES[module][0])))
    assert capsys.readouterr().out.count("without a place: ") == len(MODULES[module][1])
