"""What loads, and what does not: one error, every problem, no value of the document."""

import json
import re
from collections import OrderedDict, defaultdict
from collections.abc import Callable
from contextlib import suppress
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import attrs
import pytest

from each import each
from resume_visibility import (
    CampusForm,
    CompanyBlock,
    InvalidValue,
    KeywordBlock,
    Part,
    Problem,
    Resume,
    Settings,
    Viewer,
    Visitor,
    load_form,
    load_record,
    load_resume,
    load_settings,
    load_viewer,
    patch_settings,
)
from resume_visibility.codec.loading import is_form
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.codec.structuring import CONVERTER
from resume_visibility.model import Contact, Gender, LegalOrder, PhoneNumber, Url, Work, YearMonth
from resume_visibility.model.viewers import KINDS
from samples import (
    EXAMPLES,
    MODEL,
    RESUMES,
    SPELLED,
    VIEWERS,
    changed,
    full,
    nodes,
    optional,
    places,
    refused,
    required,
    spelled,
)

TEXT = "expected text that is not blank, without NUL or lone surrogates"
ID = "expected an opaque id: text of 1 to 64 characters A-Z a-z 0-9 . _ -"
WHOLE = "expected a whole number"
TRUTH = "expected true or false"
INSTANT = "expected an instant with its time zone, such as 2026-07-01T08:00:00+08:00"
MONTH = "expected a year and month, such as 2019-07, from 1900 to 2200"
MOBILE = "expected a mobile number in E.164, such as +86 and eleven digits, no spaces"
PHONE = "expected a phone number in E.164: + and 7 to 15 digits, no spaces"
EMAIL = "expected an e-mail address, such as name@example.com"
WEB = "expected a web address, such as https://example.com/me"
REGION = "expected a province such as CN-GD, or a country such as SG; HK, MO and TW are provinces"
FORM = "expected one of share, partner, transfer, disclosure"
SHOWN = f"expected one of {', '.join(part.value for part in Part)}"
KIND = f"expected one of {', '.join(KINDS)}"

BORN = ("basics", "profile", "born")
STARTED = ("basics", "profile", "work_started")
SALARY = ("intention", "salary")
SENT_AT = ("applications", 0, "at")
OVERSEAS = ("work", 0, "overseas")


def names_of(cls: type[Any]) -> str:
    """What an error lists of a record: the names of its fields, as they are declared."""
    return ", ".join(attrs.fields_dict(cls))


def viewer(kind: str) -> dict[str, Any]:
    """The JSON of a viewer with every field given, every text a canary."""
    return {"kind": kind, **spelled(KINDS[kind])}


def written(path: tuple[str | int, ...]) -> str:
    """A path as problems spell it."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
def test_example_resumes_load(path: Path) -> None:
    """Every example resume loads, as bytes, as text and as a dict, to equal resumes."""
    document = path.read_bytes()
    resume = load_resume(document)
    assert resume == load_resume(document.decode()) == load_resume(json.loads(document))


@pytest.mark.parametrize("path", VIEWERS, ids=lambda path: path.stem)
def test_example_viewers_load(path: Path) -> None:
    """Every example viewer loads as the class that its kind says."""
    assert type(load_viewer(path.read_bytes())) is KINDS[json.loads(path.read_bytes())["kind"]]


def test_examples_fill_every_field() -> None:
    """Every field of the model that a resume can have is given in at least one example."""
    given = {
        (cls, name)
        for path in RESUMES
        for cls, _, one in places(Resume, json.loads(path.read_bytes()))
        for name in one
    }
    whole = {(cls, name) for cls, _, one in places(Resume, full()) for name in one}
    unusual = {(Resume, "account"), (Resume, "deleted")}
    assert whole - given == unusual, "fill a new field in a file of examples/data/"


def test_examples_fill_every_kind() -> None:
    """There is an example of every kind of viewer."""
    assert {json.loads(path.read_bytes())["kind"] for path in VIEWERS} == set(KINDS)


@each(
    ("document", "place"),
    [
        (b"", "the document is empty"),
        ("", "the document is empty"),
        (b" ", "the document is empty"),
        (b"resume", "mistake at column 1"),
        (b'{"id": "canary"', "mistake at column 16"),
        (b'{"id": "canary"\n', "mistake at column 16"),
        (b"{'id': 'canary'}", "mistake at column 2"),
        (b'{"id": "canary",}', None),  # which every Python places elsewhere
        (b'{"id": canary}', "mistake at column 8"),
        ('{"id": "canary\n"}', "mistake at line 1, column 15"),
        (b'{\n "id": canary}', "mistake at line 2, column 8"),
        ('{"id": "\\ucana"}', None),
        ('\ufeff\ufeff{"id": "canary"}', "mistake at column 1"),
        (b'{"id": "canary"} {}', "mistake at column 18"),
        (b'{"id": 0123456789876543210}', "mistake at column 9"),
    ],
)
@each("load", [load_resume, load_viewer])
def test_not_json(document: bytes | str, place: str | None, load: Any) -> None:
    """What is not JSON is one problem of the whole, which names the place: of a document in one line, the column alone."""
    [(path, expected)] = refused(document, load)
    assert path == ""
    assert re.fullmatch(f"expected a JSON object; {place or 'mistake at column [0-9]+'}", expected)


@pytest.mark.parametrize("load", [load_resume, load_viewer])
def test_too_long(load: Any) -> None:
    """Twenty megabytes are refused unread, as bytes and as text."""
    document = json.dumps({"id": "canary" * 3_500_000})
    expected = [("", f"expected at most {MAX_BYTES} bytes")]
    assert refused(document, load) == refused(document.encode(), load) == expected


def test_a_text_is_measured_in_bytes() -> None:
    """A text of other letters than ASCII takes more bytes than it has characters: no document loads that could not be stored."""
    document = json.dumps({"id": "r-1", "candidate": "c-1", "strengths": "文"}, ensure_ascii=False)
    spare = MAX_BYTES - len(document.encode())
    assert load_resume(document + " " * spare) == load_resume(document)
    assert refused(document + " " * (spare + 1)) == [("", f"expected at most {MAX_BYTES} bytes")]
    assert refused(document + "\ud800" * (MAX_BYTES // 2)) == [("", f"expected at most {MAX_BYTES} bytes")]


def test_long_enough() -> None:
    """A document of just the greatest length is read."""
    document = (EXAMPLES / "nurse.json").read_bytes()
    assert load_resume(document.ljust(MAX_BYTES)) == load_resume(document)
    assert refused(document.ljust(MAX_BYTES + 1)) == [("", f"expected at most {MAX_BYTES} bytes")]


@pytest.mark.parametrize("load", [load_resume, load_viewer])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"canary":', "}")])
def test_too_deep(load: Any, opening: str, closing: str) -> None:
    """A hundred thousand levels are refused, as a document and inside one, closed or not."""
    deep = opening * 100_000 + "1" + closing * 100_000
    expected = [("", "expected JSON nested less deeply")]
    assert refused(deep, load) == refused(opening * 100_000, load) == expected
    assert refused(f'{{"id": {deep}}}'.encode(), load) == expected


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ('"canary"'.encode("utf-16"), "expected UTF-8"),
        (b'{"id": "canary\xff"}', "expected UTF-8"),
        (b'{"id": "canary\xc0\x80"}', "expected UTF-8"),
        (b'{"id": "canary\xed\xa0\x80"}', "expected UTF-8"),
        ('{"id": "canary"}'.encode("utf-16-be"), "expected a JSON object; mistake at column 1"),
        ('{"id": "canary"}'.encode("utf-16-le"), "expected a JSON object; mistake at column 2"),
        ('{"id": "canary"}'.encode("utf-32-le"), "expected a JSON object; mistake at column 2"),
    ],
)
def test_other_encodings(document: bytes, problem: str) -> None:
    """Bytes in any encoding but UTF-8 are refused."""
    assert refused(document) == refused(document, load_viewer) == [("", problem)]


def test_byte_order_mark() -> None:
    """A byte order mark before UTF-8, as some editors leave it, is passed over."""
    document = (EXAMPLES / "engineer.json").read_bytes()
    assert load_resume(b"\xef\xbb\xbf" + document) == load_resume(document)
    assert (
        load_viewer(b'\xef\xbb\xbf{"kind": "visitor"}')
        == load_viewer('\ufeff{"kind": "visitor"}')
        == Visitor()
    )


@pytest.mark.parametrize("document", [None, 1, ["canary"], bytearray(b"{}"), memoryview(b"{}")])
@pytest.mark.parametrize("load", [load_resume, load_viewer])
def test_programmers_mistake(document: Any, load: Any) -> None:
    """What is neither bytes nor text nor a dict is a mistake of the program: a TypeError that names the type alone."""
    with pytest.raises(TypeError) as caught:
        load(document)
    got = "None" if document is None else type(document).__name__
    assert str(caught.value) == f"expected document to be bytes, a str or a dict, got {got}"


@pytest.mark.parametrize("text", ["null", "true", "[]", "1", '"canary"', "NaN", '[{"id": "canary"}]'])
def test_no_object(text: str) -> None:
    """A document that is JSON but no object is one problem of the whole."""
    [(path, problem)] = refused(text)
    right = "expected an object, not a list" if text[0] == "[" else "expected an object with id, candid"
    assert (path, problem[:34]) == ("", right)
    assert refused(text, load_viewer) == [("kind", KIND)]


WRONG: list[tuple[tuple[str | int, ...], Any, str]] = [
    *[(("strengths",), bad, TEXT) for bad in ("", " \u3000\t", "canary\0", "canary\ud800", "\udfffcanary")],
    *[(("strengths",), bad, TEXT) for bad in (1, 1.5, True, ["canary"], {"canary": "canary"})],
    *[(("basics", "avatar"), bad, ID) for bad in ("", "canary id", "canary" * 11, "canary\n", "金丝雀", 7)],
    *[(("id",), bad, ID) for bad in (None, "canary/", "canary\ud800", 76543210, ["canary"])],
    *[(STARTED, bad, WHOLE) for bad in ("2014", 2014.0, True, [2014], {"canary": 2014}, 76543210.5)],
    *[(STARTED, bad, "expected a year from 1900 to 2200") for bad in (1899, 2201, -2014, 76543210)],
    *[(OVERSEAS, bad, TRUTH) for bad in ("true", "false", "canary", 0, 1, 0.0, ["canary"], {"canary": True})],
    *[(("education", 0, "full_time"), bad, TRUTH) for bad in ("yes", 1)],
    *[(BORN, bad, MONTH) for bad in ("2019-13", "2019-00", "1899-12", "2201-01", "2019-7", "2019-07-01")],
    *[(BORN, bad, MONTH) for bad in ("canary", "٢٠١٩-٠٧", "2019-07\n", 201907, [2019, 7], {"year": 2019})],
    *[(SENT_AT, bad, INSTANT) for bad in ("2023-02-29T08:00:00Z", "2023-04-31T08:00:00+08:00")],
    *[
        (SENT_AT, bad, INSTANT)
        for bad in ("2023-05-04T25:00:00Z", "2023-05-04T24:00:00Z", "2023-05-04T08:60:00Z")
    ],
    *[(SENT_AT, bad, INSTANT) for bad in ("2023-05-04T08:00:00", "2023-05-04", "2023-05-04 08:00:00Z")],
    *[
        (SENT_AT, bad, INSTANT)
        for bad in ("2023-05-04T08:00:00z", "20230504T080000Z", "2023-05-04T08:00:00+99:00")
    ],
    *[(SENT_AT, bad, INSTANT) for bad in ("2023-W18-4T08:00:00Z", "canary", 1683158400, None, ["canary"])],
    *[(SENT_AT, bad, INSTANT) for bad in ("0000-05-04T08:00:00Z", "0001-01-01T00:00:00+08:00")],
    *[(("basics", "contact", "mobile"), bad, MOBILE) for bad in ("13987651234", "+86 13987651234", "canary")],
    (("basics", "contact", "mobile"), 13987651234, "expected a string"),
    (("basics", "contact", "mobile"), ["+8613987651234"], "expected a string"),
    (("basics", "contact", "email"), "canary@", EMAIL),
    (("basics", "contact", "email"), {"address": "canary@example.com"}, "expected a string"),
    (("basics", "contact", "homepage"), "canary.example.com", WEB),
    *[
        (("basics", "profile", "gender"), bad, "expected one of male, female, unknown")
        for bad in ("canary", "MALE")
    ],
    *[
        (("basics", "profile", "gender"), bad, "expected one of male, female, unknown")
        for bad in (1, ["male"])
    ],
    *[
        (("intention", "cities"), bad, f"expected a list, each item {TEXT.removeprefix('expected ')}")
        for bad in ("canary", None, {"0": "canary"}, 1)
    ],
    *[
        (
            ("work",),
            bad,
            f"expected a list, each item an object with {names_of(Work)}",
        )
        for bad in ("canary", None, {"0": "canary"}, False)
    ],
    (
        ("applications", 0, "attachments"),
        "canary-id",
        f"expected a list, each item {ID.removeprefix('expected ')}",
    ),
    (("applications", 0, "attachments"), ["canary-id", "canary-id"], "expected no item twice"),
    *[(("ip_region",), bad, REGION) for bad in ("canary", "CN", "HK", "CN-GD-76543210", "cn-gd")],
    *[(("ip_region",), bad, TEXT) for bad in ("", "\ud800")],
    *[(("ip_region",), bad, "expected a string") for bad in (76543210, ["CN-GD"], {"code": "CN-GD"}, True)],
    *[(("identity_verified",), bad, TRUTH) for bad in ("true", None, 1)],
    *[(("revision",), bad, ID) for bad in ("", "canary revision", 76543210, None)],
    *[(("settings", "nickname"), bad, "expected one of real, honorific") for bad in ("canary", "REAL", True)],
    *[(("consents", 0, "form"), bad, FORM) for bad in ("canary", "SHARE", None, ["share"])],
    *[
        (("consents", 0, "parts"), bad, f"expected a list, each item {SHOWN.removeprefix('expected ')}")
        for bad in ("name", None, {"name": True})
    ],
    *[(("consents", 0, "parts", 0), bad, SHOWN) for bad in ("canary", "NAME", None, 1, ["name"])],
    (("consents", 0, "parts"), ["name", "name"], "expected no item twice"),
    *[
        (("consents", 0, "order"), bad, f"expected an object with {names_of(LegalOrder)}")
        for bad in ("canary", 1)
    ],
    *[(("consents", 0, "begins"), bad, INSTANT) for bad in ("2026-05-06", "canary", None)],
    *[(("conversations", 0, "since"), bad, INSTANT) for bad in ("2026-05-06T12:15:42", 76543210)],
    (("basics", "contact"), "canary", f"expected an object with {names_of(Contact)}"),
    (("basics", "contact"), ["canary"], "expected an object, not a list"),
    (("basics", "contact"), None, f"expected an object with {names_of(Contact)}"),
    (("video",), ["canary"], "expected an object, not a list"),
    (
        ("portfolio", 0),
        {"image": "canary", "link": "https://canary.example.com"},
        "expected an object with image or link, and not both",
    ),
    (("portfolio", 0), {"description": "canary"}, "expected an object with image or link, and not both"),
    (("portfolio", 0), "canary", "expected an object with image or link, and not both"),
    (("portfolio", 0), None, "expected an object with image or link, and not both"),
    (
        ("settings", "blocks", 0),
        {"company": "canary", "keyword": "canary", "at": "canary"},
        "expected an object with company or keyword, and not both",
    ),
    (
        ("settings", "blocks", 0),
        {"at": "2023-05-04T08:00:00Z"},
        "expected an object with company or keyword, and not both",
    ),
]


@each(("path", "bad", "problem"), WRONG)
def test_wrong_value(path: tuple[str | int, ...], bad: Any, problem: str) -> None:
    """A wrong value is one problem, at its path, in a dict as in JSON."""
    document = changed(full(), path, bad)
    expected = (written(path), problem)
    assert refused(document) == refused(json.dumps(document)) == [expected]


@pytest.mark.parametrize(
    ("path", "bad", "where", "problem"),
    [
        (("work", 0, "period"), {"start": "2020-02", "end": "2020-01"}, "work[0].period.end", "expected a month not before the start"),
        (SALARY, {"low": 76543210, "high": 76543209}, "intention.salary.high", "expected an amount from low to 99999999"),
        (SALARY, {"low": -1}, "intention.salary.low", "expected an amount from 0 to 99999999"),
        (SALARY, {"low": 10**8}, "intention.salary.low", "expected an amount from 0 to 99999999"),
        (SALARY, {"low": 0, "high": 10**8}, "intention.salary.high", "expected an amount from low to 99999999"),
        (("basics", "name"), {"full": "Canary", "surname": "Finch"}, "basics.name.surname", "expected a part of the full name, and not all of it"),
        (("virtual_numbers", 0, "candidate"), "canary-2", "virtual_numbers[0].candidate", "expected the candidate of this resume"),
        (("virtual_numbers", 0, "number"), {"e164": "canary"}, "virtual_numbers[0].number.e164", PHONE),
        (("virtual_numbers", 0, "valid_until"), "2026-05-06T20:15:42+08:00", "virtual_numbers[0].valid_until", "expected an instant after valid_from"),
        (("conversations", 0, "until"), "2026-05-06T20:15:42+08:00", "conversations[0].until", "expected an instant after since"),
        (("consents", 0, "ends"), "2026-05-06T20:15:42+08:00", "consents[0].ends", "expected an instant after begins"),
        (("consents", 0, "recipient"), "public", "consents[0].recipient", "expected the id public where form is disclosure, and another id otherwise"),
        (("consents", 0, "form"), "disclosure", "consents[0].recipient", "expected the id public where form is disclosure, and another id otherwise"),
        (("consents", 0, "order"), {"basis": "canary", "reference": " ", "date": "2026-05-06T12:15:42Z"}, "consents[0].order.reference", TEXT),
        (("work", 0, "skills"), ["canary", 1], "work[0].skills[1]", TEXT),
        (("attachments",), [{"id": "can", "file_name": "a"}] * 2, "attachments[1].id", "expected an id that no other item has"),
        (("id",), "canary-139-8765-1234", "id", "expected an id or a number without the candidate's mobile number in it"),
    ],
)  # fmt: skip
def test_wrong_together(path: tuple[str | int, ...], bad: Any, where: str, problem: str) -> None:
    """Values right alone and wrong together, or wrong deeper down, are a problem at the path of the one that is wrong."""
    assert refused(json.dumps(changed(full(), path, bad))) == [(where, problem)]


def test_what_is_wrong_together_is_reported_once_each_is_right_alone() -> None:
    """An id that holds the number is reported when nothing else is wrong in the resume; problems of one kind are reported together."""
    document = changed(changed(full(), ("id",), "canary-139-8765-1234"), ("candidate",), "canary-13987651234")
    number = "expected an id or a number without the candidate's mobile number in it"
    assert [where for where, _ in refused(changed(document, ("strengths",), ""))] == ["strengths"]
    assert [one for one in refused(document) if one[0] in ("id", "candidate")] == [
        ("id", number),
        ("candidate", number),
    ]


@each("number", ["NaN", "Infinity", "-Infinity", "76543210" * 3, "-" + "76543210" * 3, "1e999"])
@each("path", [STARTED, (*SALARY, "low"), ("id",), OVERSEAS, BORN, ("video",)])
def test_numbers_that_json_does_not_have(number: str, path: tuple[str | int, ...]) -> None:
    """NaN, infinities and integers without end are refused where they stand, whatever was expected there."""
    document = json.dumps(changed(full(), path, "HERE")).replace('"HERE"', number)
    [(where, _)] = refused(document)
    assert where == written(path)


def test_huge_number_in_a_dict() -> None:
    """An integer of ten thousand digits in a dict, as a value or a key, is refused without being spelled."""
    huge = 10**10_000
    assert refused(changed(full(), STARTED, huge)) == [
        (written(STARTED), "expected a whole number of at most 64 bits")
    ]
    assert refused({**full(), huge: 1}) == [("", "expected every key to be a string")]


@each(("cls", "path", "place"), [(c, p, o) for c, p, o in places(Resume, full())])
def test_fields_missing(cls: type[Any], path: str, place: dict[str, Any]) -> None:
    """Without a required field an object is refused, at the path of that field; without an optional one it loads."""
    document = full()
    [(_, _, found)] = [one for one in places(Resume, document) if one[1] == path and one[0] is cls]
    known_by = {
        "PortfolioImage": "image",
        "PortfolioLink": "link",
        "CompanyBlock": "company",
        "KeywordBlock": "keyword",
    }
    for name in required(cls):
        kept = found.pop(name)
        problems = refused(json.dumps(document))
        if known_by.get(cls.__name__) == name:
            assert [where for where, _ in problems] == [path]
        else:
            assert problems == [(f"{path}.{name}" if path else name, "required, but missing")]
        found[name] = kept
    for name in optional(cls):
        kept = found.pop(name)
        assert isinstance(load_resume(json.dumps(document)), Resume)
        found[name] = kept
    assert set(place) == {*required(cls), *optional(cls)}


@pytest.mark.parametrize("kind", KINDS)
def test_fields_missing_of_viewers(kind: str) -> None:
    """Without a required field a viewer is refused, at the path of that field; without an optional one it loads."""
    for name in required(KINDS[kind]):
        assert refused({k: v for k, v in viewer(kind).items() if k != name}, load_viewer) == [
            (name, "required, but missing")
        ]
    for name in optional(KINDS[kind]):
        loaded = load_viewer({k: v for k, v in viewer(kind).items() if k != name})
        assert type(loaded) is KINDS[kind]


def test_every_class_is_met() -> None:
    """The documents of these tests hold every class of the model."""
    met = {cls for document in (Resume, CampusForm) for cls, _, _ in places(document, spelled(document))}
    met |= {cls for kind in KINDS.values() for cls, _, _ in places(kind, spelled(kind))}
    assert met | {cls for cls in SPELLED if cls in MODEL} == set(MODEL)


def test_all_at_once() -> None:
    """Every problem of a document is stated at once, wherever it is."""
    document = full()
    del document["candidate"], document["work"][0]["period"]["start"]
    document["basics"]["profile"]["born"] = "canary"
    document["canary key"] = "canary"
    document["skills"] = [{"name": "", "proficiency": "canary"}, "canary", {"name": 1}]
    document["basics"]["contact"]["email"] = "canary"
    assert [where for where, _ in refused(document)] == [
        "candidate",
        "basics.profile.born",
        "basics.contact.email",
        "work[0].period.start",
        "skills[0].name",
        "skills[0].proficiency",
        "skills[1]",
        "skills[2].name",
        "",
    ]


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("nickname", ""),
        ("zhangsan", ""),
        ("moblie", ": moblie (did you mean mobile?)"),
        ("e-mail", ": e-mail (did you mean email?)"),
        ("mobile_2", ": mobile_2 (did you mean mobile?)"),
        ("homePage", ": homePage (did you mean homepage?)"),
        ("canary\ud800", ""),
        ("金丝雀", ""),
        ("canary mobile", ""),
        ("mobile 金", ""),
        ("mobile\u200b1", ""),
        ("mobile13987651234", ""),
        ("canary@example.com", ""),
        ("+8613987651234", ""),
        ("canary" * 7, ""),
        ("", ""),
    ],
)
def test_unknown_key(key: str, named: str) -> None:
    """An unknown key is refused: one that resembles a known one is named, with that one; another is counted, because it may be a name."""
    document = changed(full(), ("basics", "contact", key), "canary")
    expected = ("basics.contact", f"expected known keys; 1 unknown{named}; known: {names_of(Contact)}")
    assert refused(document) == refused(json.dumps(document)) == [expected]


def test_LAW_7_a_long_unknown_key_is_counted() -> None:
    """LAW-7: no key is named that is longer than the name of a field can be, even if it begins with one."""
    known = "personalised_recommendation"
    for key, named in (
        (f"{known}s", f": {known}s (did you mean {known}?)"),
        (f"{known}_of_canarycanary", ""),
    ):
        [(_, problem)] = refused(changed(full(), ("settings", key), True))
        assert problem.startswith(f"expected known keys; 1 unknown{named}; known: ")


def test_unknown_keys() -> None:
    """Unknown keys that resemble known ones are named in the order of the alphabet, the rest is counted, and of very many only the first
    are looked at."""
    few = changed(
        full(),
        ("basics", "contact"),
        {"mobile": "+8613987651234", "x": 1, "homepgae": 1, "emial": 1, "canary key": 1},
    )
    assert refused(few) == [
        (
            "basics.contact",
            f"expected known keys; 4 unknown: emial (did you mean email?), homepgae (did you mean homepage?), 2 more; known: {names_of(Contact)}",
        )
    ]
    keys = {"mobile": "+8613987651234", **{f"mobile_{i}": 1 for i in range(1, 24)}}
    [(path, problem)] = refused(changed(full(), ("basics", "contact"), keys))
    assert path == "basics.contact"
    assert problem.startswith("expected known keys; 23 unknown: mobile_1 (did you mean mobile?), ")
    assert problem.endswith(f" (did you mean mobile?), 3 more; known: {names_of(Contact)}")


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ('{"金丝雀": 1, "金丝雀": 2}', ""),
        ('{"video": {"id": "canary", "id": "canary"}}', "video"),
        ('{"portfolio": [{"image": "canary", "image": "canary"}]}', "portfolio[0]"),
        ('{"settings": {"blocks": [{"keyword": "a", "at": "2023-05-04T08:00:00Z", "at": "canary"}]}}', "settings.blocks[0]"),
    ],
)  # fmt: skip
def test_repeated_keys(document: str, path: str) -> None:
    """A key that comes twice in one object is refused, known or not, same value or not."""
    assert (path, "expected each key once; keys that came twice: 1") in refused(document)


def test_repeated_keys_of_viewers() -> None:
    """A key that comes twice in a viewer is refused, `kind` too."""
    problem = ("", "expected each key once; keys that came twice: 1")
    assert refused('{"kind": "recruiter", "kind": "visitor"}', load_viewer) == [problem]
    assert refused('{"kind": "visitor", "action": "view", "action": "view"}', load_viewer) == [problem]


class _Text(str):
    """Text, but not a plain string."""


class _Member(StrEnum):
    """Text, but a member of an enumeration."""

    CANARY = "canary"


@each(
    "bad",
    [b"canary", bytearray(b"canary"), object(), 1j, len, time(8, 30), range(2)],
)
@each("path", list(nodes(full()))[1:], ids=written)
def test_python_that_is_not_json(bad: Any, path: tuple[str | int, ...]) -> None:
    """Bytes or another object that stands for nothing in a dict are refused wherever they stand: nothing is guessed."""
    [(where, _)] = refused(changed(full(), path, bad))
    assert where == written(path)


@pytest.mark.parametrize("bad", [_Text("canary"), _Member.CANARY])
def test_strings_that_are_more(bad: str) -> None:
    """A string of a subclass is refused where text is kept as it is, because it may hold or say anything else."""
    assert refused(changed(full(), ("strengths",), bad)) == [("strengths", TEXT)]
    assert refused(changed(full(), ("video", "id"), bad)) == [("video.id", ID)]


def test_values_that_fail_when_looked_at() -> None:
    """An object whose own code fails while it is checked is a problem like any other: its error is not passed on."""

    class Failing(str):
        __slots__ = ()

        def __hash__(self) -> int:
            raise LookupError(str(self))

    gender = ("basics", "profile", "gender")
    assert refused(changed(full(), gender, Failing("canary"))) == [
        (written(gender), "expected a value that can be checked; the check raised LookupError")
    ]
    assert refused({"kind": Failing("canary")}, load_viewer)[0][0] == "kind"


def test_dicts_that_are_more() -> None:
    """A dict of a subclass is read as stored: a missing key stays missing, and nothing is added to it."""
    generous = defaultdict(lambda: "canary", {k: v for k, v in full().items() if k != "candidate"})
    assert refused(generous) == [("candidate", "required, but missing")]
    assert "candidate" not in generous
    assert load_resume(OrderedDict(full())) == load_resume(full())
    assert refused(defaultdict(lambda: "visitor"), load_viewer)[0][0] == "kind"


class _Failing(Exception):
    """Its message is personal."""


def _fail(*_: object) -> Any:
    raise _Failing("canary")


OWN_CODE = (
    "__len__",
    "__iter__",
    "__eq__",
    "__contains__",
    "__getitem__",
    "__str__",
    "removeprefix",
    "decode",
)


def _own(kind: type[Any]) -> type[Any]:
    """A subclass of which each method fails."""
    methods: dict[str, Any] = dict.fromkeys((*OWN_CODE, "get", "keys", "items", "values"), _fail)
    return type(kind.__name__, (kind,), {**methods, "__hash__": lambda _: hash("kind")})


LOADERS: dict[str, Callable[[Any], object]] = {
    "resume": load_resume,
    "form": load_form,
    "viewer": load_viewer,
    "settings": load_settings,
    "record": load_record,
    "patch": lambda document: patch_settings(Settings(), document),
    "is form": is_form,
}


@each("load", LOADERS.values(), ids=LOADERS)
@each("kind", [str, bytes, dict, list, tuple, set, frozenset])
def test_LAW_7_no_code_of_the_document_is_run(kind: type[Any], load: Callable[[Any], object]) -> None:
    """What an object of a subclass holds is read as it is stored, wherever it stands, and what calls itself one of a type is none of it:
    an error of its own, which may hold what it likes, is never passed on.
    """
    held: dict[object, object] = {str: "{}", bytes: b"{}"}
    stored = _own(kind)(held.get(kind, []))
    for given in (stored, Mock(spec=kind)):
        documents: list[Any] = [given] if kind in (str, bytes, dict) else []
        names = ["work", "applications", "kind", "company", "blocks", "visibility", "parts"]
        documents += [{name: given} for name in names]
        if kind is str and given is stored:
            documents += [{given: 1}, {"id": {given: 1}}]
        for document in documents:
            with suppress(InvalidValue, TypeError):
                load(document)


def test_a_key_that_equals_another_is_no_string() -> None:
    """A key of a subclass does not stand for the key that it looks like, nor hide it."""
    document = {**full(), _own(str)("kind"): "canary"}
    assert refused(document) == [("", "expected every key to be a string")]
    assert refused({_own(str)("kind"): "visitor"}, load_viewer)[0][0] == "kind"


def test_a_list_of_a_subclass_is_as_long_as_it_is() -> None:
    """A list that says that it is empty is counted, and read, as it is stored."""
    empty = type("Empty", (list,), {"__len__": lambda _: 0, "__iter__": lambda _: iter(())})
    document = changed(full(), ("awards",), empty([1]))
    assert refused(document)[0][0].startswith("awards[0]")
    assert refused(changed(full(), ("awards",), empty([1] * 201))) == [
        ("awards", "expected at most 200 items")
    ]


def test_keys_that_are_no_strings() -> None:
    """Keys of a dict that are no strings are refused, along with what else is wrong."""
    document = changed(full(), ("video",), {1: "canary", ("canary",): 1, None: 1, "canary key": 1})
    assert refused(document) == [
        ("video", "expected every key to be a string"),
        ("video.id", "required, but missing"),
        ("video", "expected known keys; 1 unknown; known: id"),
    ]
    assert refused({"kind": "visitor", 1: "canary"}, load_viewer) == [
        ("", "expected every key to be a string")
    ]


@pytest.mark.parametrize("kind", [None, "canary", "Owner", 1, ["owner"], {"canary": 1}, "canary\ud800"])
def test_unknown_kind(kind: Any) -> None:
    """A viewer of no known kind is refused at `kind`, and the kinds are stated."""
    expected = [("kind", KIND)]
    assert refused({"kind": kind, "id": "canary"}, load_viewer) == expected
    assert refused({"id": "canary"}, load_viewer) == expected


def test_viewers_are_as_strict() -> None:
    """In a viewer, too, nothing is coerced and every problem is stated at once."""
    document = {
        **viewer("recruiter"),
        "signed_in": "true",
        "verified": ["identity", "identity"],
        "company": {"aliases": "canary", "nmae": "canary"},
        "candidate": "canary",
    }
    assert [where for where, _ in refused(document, load_viewer)] == [
        "company.name",
        "company.aliases",
        "company",
        "signed_in",
        "verified",
        "",
    ]
    assert refused({**viewer("recruiter"), "verified": ["canary"]}, load_viewer) == [
        ("verified[0]", "expected one of company, employment, identity")
    ]


@pytest.mark.parametrize(
    ("spelling", "same"),
    [
        ("2023-05-04T00:00:00Z", "2023-05-04T08:00:00+08:00"),
        ("2023-05-04T00:00:00+00:00", "2023-05-04T00:00:00.000Z"),
        ("2023-05-03T18:30:00.5-05:30", "2023-05-04T00:00:00.500000Z"),
    ],
)
def test_instants(spelling: str, same: str) -> None:
    """Spellings of one instant are one instant, whatever the time zone and fraction."""
    document = full()
    one, other = (load_resume(changed(document, SENT_AT, at)) for at in (spelling, same))
    assert one == other


def test_viewer_type_is_the_union() -> None:
    """Every member of the union of viewers has a kind, and no kind is anything else."""
    assert set(KINDS.values()) == set(Viewer.__args__)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Url, "a string"),
        (YearMonth, MONTH.removeprefix("expected ")),
        (PhoneNumber, "an object with e164, extension"),
        (KeywordBlock | CompanyBlock, "an object with keyword or company, and not both"),
        (Gender, "one of male, female, unknown"),
        (bool, "true or false"),
    ],
    ids=str,
)
def test_a_list_says_what_its_items_are(item: Any, expected: str) -> None:
    """What is no list is refused with what stands in one, as JSON spells it."""
    with pytest.raises(InvalidValue) as caught:
        CONVERTER.structure(True, tuple[item, ...])
    assert caught.value.problems == (Problem("", f"expected a list, each item {expected}"),)
