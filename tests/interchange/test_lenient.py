"""What a lenient mapping does not leave out: whatever decides who sees the resume; and what the most work is that it makes."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, get_args
from uuid import UUID

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_visibility import (
    CampusForm,
    Company,
    Headhunter,
    InvalidForm,
    InvalidResume,
    InvalidValue,
    Resume,
    Settings,
    ShownSections,
    Viewer,
)
from resume_visibility.codec.loading import read_document
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.interchange import (
    Constant,
    Each,
    FieldMapping,
    From,
    lines,
    mapping,
    read_json_resume,
)
from resume_visibility.interchange.deciding import deciding_fields
from resume_visibility.interchange.refusing import MOST_VALUES
from resume_visibility.interchange.sources import Fields
from resume_visibility.model import Basics, Checked, Profile
from resume_visibility.model.building import fields_of
from resume_visibility.model.consents import Consent
from resume_visibility.model.own import FORM_GOVERNING, GOVERNING
from resume_visibility.model.sections import Work
from resume_visibility.model.settings import CompanyBlock, Conversation, KeywordBlock, OnlineTalk
from resume_visibility.model.viewers import SupportCase
from samples import found_in

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


BESIDE = FieldMapping(
    Resume,
    {
        "basics.name.full": "name",
        "basics.profile.gender": From("sex", by={"M": "male"}),
        "basics.contact.email": "mail",
        "settings.visibility": "mode",
        "settings.blocks": Each("blocks", {"company": "firm", "at": "since"}),
        "work": Each("jobs", {"company": "firm"}),
    },
    lenient=True,
)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"mode": "hidden"}, "mode"),
        ({"blocks": [{"firm": "co 1", "since": "2020-01-01T00:00:00Z"}]}, "blocks[0].firm"),
        ({"blocks": [{"firm": None, "since": None}]}, "blocks[0]"),
        ({"blocks": "co-1"}, "blocks"),
        ({"name": ["李", "伟"]}, "name"),
    ],
    ids=str,
)
def test_what_would_be_left_out_is_no_problem_beside_what_decides(change: dict[str, Any], path: str) -> None:
    """An error of a lenient mapping names what stops it, and nothing that it would leave out."""
    row = {"name": "李伟", "sex": "0", "mail": "none", "mode": "public", "blocks": [], "jobs": "driver"}
    read = BESIDE.read(row, id="r-1", candidate="c-1")
    assert {*read.unplaced} == {"sex", "mail", "jobs"}
    with pytest.raises(InvalidResume) as caught:
        BESIDE.read({**row, **change}, id="r-1", candidate="c-1")
    assert {problem.path for problem in caught.value.problems} >= {path}
    assert {problem.path.partition("[")[0] for problem in caught.value.problems} == {path.partition("[")[0]}


def test_what_a_required_value_lacks_is_said_once() -> None:
    """Where a function refuses what no resume can be without, the error says so, and not that it is missing."""

    def number(no: Any) -> Any:
        return f"r-{int(no)}"

    fields: Fields = {"id": From("no", by=number), "basics.profile.gender": From("sex", by={"M": "male"})}
    with pytest.raises(InvalidResume) as caught:
        FieldMapping(Resume, fields, lenient=True).read({"no": "A-1", "sex": "0"}, candidate="c-1")
    assert [*map(str, caught.value.problems)] == ["no: expected a value that the function number takes"]


def test_settings_alone_decide() -> None:
    """LAW-5: what does not fit of settings that are read alone is an error, too."""
    chosen = FieldMapping(
        Settings, {"blocks": Each("blocks", {"company": "firm", "at": "since"})}, lenient=True
    )
    with pytest.raises(InvalidValue, match=r"blocks\[0\]\.firm"):
        chosen.read({"blocks": [{"firm": "co 1", "since": "2020-01-01T00:00:00Z"}]})


AT = datetime(2020, 1, 1, tzinfo=UTC)
_SINCE = "2020-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("target", "row", "path"),
    [
        (CompanyBlock, {"company": "co-1", "at": _SINCE, "group": "g 1"}, "group"),
        (Conversation, {"company": "co-1", "since": _SINCE, "until": "last year"}, "until"),
        (SupportCase, {"id": "s-1", "opened": _SINCE, "complainant": "c-1", "closed": "last year"}, "closed"),
        (Company, {"name": "Acme", "id": "co-1", "group": "g 1"}, "group"),
        (Company, {"name": "Acme", "id": "co-1", "aliases": ["A", 7]}, "aliases[1]"),
        (
            Headhunter,
            {"id": "h-1", "agency": {"name": "A"}, "clients": [{"name": "B", "id": "b 1"}]},
            "clients[0].id",
        ),
    ],
    ids=["block", "conversation", "case", "company", "alias", "client"],
)
def test_LAW_5_what_decides_is_never_left_out_of_an_act_or_viewer_that_is_read_alone(
    target: type[Any], row: dict[str, Any], path: str
) -> None:
    """LAW-5: a block without its group, a talk without its end, a headhunter without a client are shown more."""
    alone: FieldMapping[Any] = FieldMapping(target, {name: name for name in row}, lenient=True)
    with pytest.raises(InvalidValue) as caught:
        alone.read(row)
    assert [problem.path for problem in caught.value.problems] == [path]


HEADHUNTER: Fields = {
    "id": "no",
    "agency.name": "firm",
    "clients": [Each("clients", {"name": "name", "id": "no"}), Each("others[].clients", {"name": "name"})],
}


@pytest.mark.parametrize("lenient", [True, False])
@pytest.mark.parametrize(
    ("row", "path"),
    [
        ({"clients": [{"name": " ", "no": ""}]}, "clients[0]"),
        ({"clients": [{"name": "B"}, {"name": None}]}, "clients[1]"),
        ({"clients": [None]}, "clients[0]"),
        ({"clients": [], "others": [{"clients": None}]}, "others[0].clients"),
        ({"clients": [{"name": "B"}], "others": None}, "others"),
        ({"clients": [{"name": "B"}], "others": [{"clients": [{"name": "\u3000"}]}]}, "others[0].clients[0]"),
    ],
    ids=["all", "one", "nothing", "unknown", "outside", "elsewhere"],
)
def test_BLOCK_3_a_client_of_whom_nothing_is_known_is_not_left_out(
    row: dict[str, Any], path: str, *, lenient: bool
) -> None:
    """BLOCK-3: without any client, whom the candidate blocked is not known: a client in whom all is blank is no missing one."""
    read = FieldMapping(Headhunter, HEADHUNTER, lenient=lenient).read
    with pytest.raises(InvalidValue) as caught:
        read({"no": "h-1", "firm": "A", "others": [], **row})
    assert [problem.path for problem in caught.value.problems] == [path]
    known = {"no": "h-1", "firm": "A", "others": []}
    assert read({**known, "clients": []}).resume.clients == ()
    assert read({**known, "clients": None}).resume.clients is None
    assert read({**known, "clients": " "}).resume.clients is None


def test_BLOCK_3_a_client_that_a_function_leaves_out_is_left_out() -> None:
    """BLOCK-3: whose mandate has ended is no client, and a mapping may say so; of nobody it may not."""

    def client(name: str) -> Company | None:
        return None if name == "ended" else Company(name=name, id=name)

    fields: Fields = {**HEADHUNTER, "clients": Each("clients", From("", by=client))}
    read = FieldMapping(Headhunter, fields).read
    clients = read({"no": "h-1", "firm": "A", "clients": ["B", "ended"]}).resume.clients
    assert clients == (Company(name="B", id="B"),)
    with pytest.raises(InvalidValue, match=r"clients\[1\]: expected a company or block that is not blank"):
        read({"no": "h-1", "firm": "A", "clients": ["B", " "]})


@pytest.mark.parametrize("lenient", [True, False])
def test_BLOCK_2_a_block_that_says_nothing_is_not_left_out(*, lenient: bool) -> None:
    """BLOCK-2: somebody was blocked, and nobody knows who."""
    fields: Fields = {
        "id": "no",
        "candidate": "who",
        "settings.blocks": Each("blocks", {"keyword": "word", "at": Constant(AT)}),
    }
    read = FieldMapping(Resume, fields, lenient=lenient).read
    assert read({"no": "r-1", "who": "c-1", "blocks": [{"word": "Acme"}]}).resume.settings.blocks
    with pytest.raises(InvalidResume, match=r"blocks\[0\]: expected a company or block that is not blank"):
        read({"no": "r-1", "who": "c-1", "blocks": [{"word": " "}]})


@pytest.mark.parametrize("lenient", [True, False])
def test_BLOCK_2_columns_that_are_empty_say_nothing(*, lenient: bool) -> None:
    """BLOCK-2: a row with columns for three blocks may have one, or none. Of clients, at least one has to be known (BLOCK-3)."""
    blocks = [Each("", {"company": f"blocked_{n}", "at": Constant(AT)}) for n in (1, 2, 3)]
    read = FieldMapping(Settings, {"blocks": blocks}, lenient=lenient).read
    empty = {"blocked_1": None, "blocked_2": " ", "blocked_3": None}
    for row in (empty, {**empty, "blocked_2": "acme"}):
        found = [block.company for block in read(row).resume.blocks if isinstance(block, CompanyBlock)]
        assert found == [one for one in row.values() if one not in (None, " ")]
    clients = [Each("", {"name": f"client_{n}"}) for n in (1, 2)]
    of_clients = FieldMapping(Headhunter, {**HEADHUNTER, "clients": clients}, lenient=lenient).read
    one = of_clients({"no": "h-1", "firm": "A", "client_1": None, "client_2": "B"}).resume.clients
    assert one == (Company(name="B"),)
    with pytest.raises(InvalidValue, match="the whole: expected a company or block that is not blank"):
        of_clients({"no": "h-1", "firm": "A", "client_1": None, "client_2": None})


@pytest.mark.parametrize("lenient", [True, False])
@given(
    written=st.lists(
        st.tuples(
            st.sampled_from([None, " ", "acme", "co 1"]),
            st.sampled_from([None, "", "Acme", 7]),
            st.sampled_from([None, "group-1"]),
        ),
        max_size=3,
    )
)
def test_BLOCK_2_each_item_of_one_list_says_whether_it_is_a_company_or_a_word(
    written: list[tuple[str | None, str | int | None, str | None]], *, lenient: bool
) -> None:
    """BLOCK-2: an item that is neither, both, or not right is an error at its own place: no block is left out, and none is another's."""
    fields: Fields = {"company": "firm", "keyword": "word", "group": "group", "at": "since"}
    read = FieldMapping(Settings, {"blocks": Each("blocks", fields)}, lenient=lenient).read
    items = [{"firm": firm, "word": word, "group": group, "since": AT} for firm, word, group in written]
    kinds = [
        [kind for kind, value in zip("cw", one[:2], strict=True) if value is not None and str(value).strip()]
        for one in written
    ]
    wrong = {
        i
        for i, (firm, word, _) in enumerate(written)
        if len(kinds[i]) != 1 or firm == "co 1" or isinstance(word, int)
    }
    try:
        blocks = read({"blocks": items}).resume.blocks
    except InvalidValue as error:
        places = {int(one.path.partition("[")[2].partition("]")[0]) for one in error.problems}
        assert places == wrong
    else:
        assert not wrong
        expected = [
            CompanyBlock(company=str(firm), at=AT, group=group)
            if kind == ["c"]
            else KeywordBlock(keyword=str(word), at=AT, group=group)
            for (firm, word, group), kind in zip(written, kinds, strict=True)
        ]
        assert [*blocks] == expected


_AT_PRESENT: dict[str, Any] = {"keyword": "word", "at": Constant(AT)}


@pytest.mark.parametrize("lenient", [True, False])
@pytest.mark.parametrize(
    ("source", "row", "paths"),
    [
        ("", {"companies": []}, ["words"]),
        ("", {"companies": [{"word": "A"}], "words": None}, ["words"]),
        ("", {"words": [{"word": "A"}], "companies": " "}, ["companies"]),
        ("groups[].words", {"groups": [{"words": [{"word": "A"}]}, {}]}, ["groups[1].words"]),
        ("groups[].words", {"groups": [{"words": None}, {"words": []}]}, ["groups[0].words"]),
    ],
    ids=["no key", "null", "blank", "in an item", "null in an item"],
)
def test_BLOCK_2_one_of_several_lists_of_blocks_that_is_missing_is_no_empty_one(
    source: str, row: dict[str, Any], paths: list[str], *, lenient: bool
) -> None:
    """BLOCK-2: what the lists that are there say is not all that was blocked; without the other, a blocked company would be shown it."""
    lists = [source] if source else ["companies", "words"]
    read = FieldMapping(Settings, {"blocks": [Each(one, _AT_PRESENT) for one in lists]}, lenient=lenient).read
    with pytest.raises(InvalidValue) as caught:
        read({"companies": [], "words": [], **row} if source else row)
    assert [str(one) for one in caught.value.problems] == [
        f"{path}: required for blocks, but missing" for path in paths
    ]
    assert read({"companies": [], "words": [], "groups": [{"words": []}]}).resume.blocks == ()


@pytest.mark.parametrize("row", [{}, {"groups": None}, {"groups": []}], ids=["no key", "null", "no items"])
def test_BLOCK_2_a_list_without_items_does_not_say_that_the_lists_in_it_are_empty(
    row: dict[str, Any],
) -> None:
    """BLOCK-2: where no list of blocks is reached, none is made up, and the error names the list on the way to it."""
    read = FieldMapping(Settings, {"blocks": Each("groups[].words", _AT_PRESENT)}).read
    with pytest.raises(InvalidValue) as caught:
        read(row)
    assert [str(one) for one in caught.value.problems] == ["groups: required for blocks, but missing"]


@pytest.mark.parametrize("lenient", [True, False])
def test_BLOCK_2_a_text_is_no_list_of_blocks_or_clients(*, lenient: bool) -> None:
    """BLOCK-2, BLOCK-3: a text of several words would be one word that is in no name, and block nobody."""
    words = FieldMapping(
        Settings, {"blocks": Each("words", {"keyword": "", "at": Constant(AT)})}, lenient=lenient
    )
    clients = FieldMapping(
        Headhunter, {**HEADHUNTER, "clients": Each("firms", {"name": ""})}, lenient=lenient
    )
    for read, row, path in (
        (words.read, {"words": "星河,大山"}, "words"),
        (clients.read, {"no": "h-1", "firm": "A", "firms": "B、C"}, "firms"),
    ):
        with pytest.raises(InvalidValue) as caught:
            read(row)
        assert [str(one) for one in caught.value.problems] == [
            f"{path}: expected a list, and no text: a function may split it"
        ]
        assert read({**row, path: ["B", "C"]}).unplaced == ()
    assert len(words.read({"words": ["星河", "大山"]}).resume.blocks) == 2


def test_LAW_5_every_field_of_acts_and_viewers_decides() -> None:
    """LAW-5: whatever class says how somebody stands to a resume, nothing is left out of it; of a section, anything can be."""
    for cls in (*get_args(Viewer), Settings, Company, SupportCase, Consent, Conversation, OnlineTalk):
        assert deciding_fields(cls) == {name for name, _ in fields_of(cls)}
    assert deciding_fields(Work) == frozenset()
    read = FieldMapping(Work, {"company": "firm", "position": "post"}, lenient=True).read(
        {"firm": 7, "post": "x"}
    )
    assert (read.resume.company, read.resume.position, read.unplaced) == (None, "x", ("firm",))


@pytest.mark.parametrize(
    ("document", "governing"), [(Resume, GOVERNING), (CampusForm, FORM_GOVERNING)], ids=["resume", "form"]
)
def test_LAW_5_no_field_of_a_document_that_decides_is_left_out(
    document: Any, governing: frozenset[str]
) -> None:
    """LAW-5: whatever field of a resume or form decides, a value that does not fit is an error. Basics are left out field by field."""
    assert deciding_fields(document) == governing - {"basics"}
    for name in deciding_fields(document):
        given = {"id": "no", "candidate": "who", **({"company": "firm"} if document is CampusForm else {})}
        read = FieldMapping(document, {**given, name: "wrong"}, lenient=True).read
        with pytest.raises((InvalidResume, InvalidForm)) as caught:
            read({"no": "d-1", "who": "c-1", "firm": "co-1", "wrong": {"no": "\0"}})
        assert {problem.path.partition(".")[0] for problem in caught.value.problems} == {"wrong"}, name


def test_a_month_of_birth_that_does_not_fit_shuts_the_gate() -> None:
    """GATE-3: without a month of birth nobody is surely of age, so that it can be left out."""
    read = MAPPING.read({**ROW, "born": "1990"})
    assert read.resume.basics.profile.born is None
    assert read.unplaced == ("born",)


@pytest.mark.parametrize(
    "name", ["张" * 101, "Lena Vasquez\0", ["Lena"], {"first": "Lena", "last": ["Vasquez"]}]
)
def test_NAME_4_a_name_that_does_not_fit_is_never_left_out(name: object) -> None:
    """NAME-4: a name that is left out would not be looked for in what else the candidate wrote."""
    document = {"basics": {"name": name, "summary": "我是她"}}
    with pytest.raises(InvalidResume) as caught:
        read_json_resume(document, id="r-1", candidate="c-1")
    assert [problem.path for problem in caught.value.problems] == ["basics.name"]


@pytest.mark.parametrize(
    ("fields", "row", "path"),
    [
        ({"basics.name": "who"}, {"who": {"full": "Lena Vasquez", "middle": "X"}}, "who"),
        ({"basics.name": "who"}, {"who": {"full": "Lena Vasquez", "surname": "Zoe"}}, "who.surname"),
        ({"basics": "all"}, {"all": {"name": {"full": "Lena Vasquez"}, "age": 7}}, "all"),
        ({"basics": "all"}, {"all": {"name": {"full": "Lena\0"}}}, "all.name.full"),
        ({"basics.name": "who"}, {"who": "Lena Vasquez"}, "who"),
        ({"basics.name.full": From("first", "last", by=lambda a, b: a + b)}, {"first": "Lena"}, "first"),
        ({"basics": From("all", by=lambda _: 1 / 0)}, {"all": "Lena"}, "all"),
    ],
    ids=["unknown", "surname", "basics", "nul", "text", "function", "all"],
)
def test_NAME_4_a_name_is_not_left_out_with_what_it_is_in(
    fields: dict[str, Any], row: dict[str, Any], path: str
) -> None:
    """NAME-4: nor where it is read as a whole with something else that does not fit, or a function does not take it."""
    whole = FieldMapping(Resume, {"id": "no", "candidate": "who_id", **fields}, lenient=True)
    with pytest.raises(InvalidResume) as caught:
        whole.read({"no": "r-1", "who_id": "c-1", **row})
    assert [problem.path for problem in caught.value.problems] == [path]


def test_LAW_6_a_name_may_be_as_deep_as_json_is() -> None:
    """LAW-6: lists in lists are gone through one after the other, whatever is in them."""
    for text, close in (("7", False), ('"Lena"', True)):
        document = f'{{"basics": {{"name": {"[" * 900}{text}{"]" * 900}}}}}'
        if close:
            with pytest.raises(InvalidResume, match=r"basics\.name"):
                read_json_resume(document, id="r-1", candidate="c-1")
        else:
            assert read_json_resume(document, id="r-1", candidate="c-1").resume.basics.name is None


def test_what_is_beside_a_name_is_left_out() -> None:
    """What stands beside it can be left out, where it was mapped by itself."""
    fields = {"id": "no", "basics.name.full": "who", "basics.name.surname": "family", "basics.avatar": "face"}
    read = FieldMapping(Resume, fields, lenient=True).read(
        {"no": "r-1", "who": "Lena Vasquez", "family": "Zoe", "face": "a b"}, candidate="c-1"
    )
    assert read.resume.basics.name is not None
    assert (read.resume.basics.name.full, read.resume.basics.name.surname) == ("Lena Vasquez", None)
    assert read.unplaced == ("family", "face")


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ({"english": "Lena\0"}, "english"),
        ({"emergency": "a" * 20_001}, "emergency"),
        ({"family": [{"name": "Ann\0"}]}, "family[0].name"),
        ({"relatives": {"people": [{"name": "a" * 20_001}]}}, "relatives.people[0].name"),
        ({"relatives": {"people": [{"name": "Ann", "age": 7}]}}, "relatives.people[0]"),
        ({"home": {"street": "a" * 20_001}}, "home.street"),
        ({"home": {"code": ["610041"]}}, "home.code"),
        ({"home": {"code": 610041}}, "home.code"),
        ({"home": {"code": 610041.0}}, "home.code"),
        ({"home": {"street": b"Main Street 7"}}, "home.street"),
        ({"home": ["Main Street 7"]}, "home"),
        ({"english": b"Lena"}, "english"),
        ({"english": UUID(int=7)}, "english"),
    ],
    ids=[
        "nul",
        "long",
        "item",
        "whole",
        "beside",
        "address",
        "postcode",
        "number",
        "float",
        "bytes",
        "list",
        "name",
        "object",
    ],
)
def test_CAMPUS_2_no_name_or_address_of_a_form_is_left_out(row: dict[str, Any], path: str) -> None:
    """CAMPUS-2: the school is shown no name of others and no address in texts; those that are in no field would not be looked for."""
    fields: dict[str, Any] = {
        "basics.english_name": "english",
        "basics.emergency_name": "emergency",
        "basics.contact.postal_address.address": "home.street",
        "basics.contact.postal_address.postcode": "home.code",
        "family": Each("family", {"name": "name"}),
        "relatives": "relatives",
    }
    form = FieldMapping(CampusForm, fields, lenient=True)
    with pytest.raises(InvalidForm) as caught:
        form.read(row, id="f-1", candidate="c-1", company="co-1")
    assert [problem.path for problem in caught.value.problems] == [path]


def test_people_of_whom_no_name_can_be_seen_are_left_out() -> None:
    """Where nothing of a name can be seen, what it is in can be left out whole."""
    form = FieldMapping(CampusForm, {"relatives": "relatives", "family": "family"}, lenient=True)
    row: dict[str, Any] = {"relatives": {"people": [{"name": 7, "employer": "ACME"}]}, "family": 7}
    read = form.read(row, id="f-1", candidate="c-1", company="co-1")
    assert (read.resume.relatives, read.resume.family) == (None, ())
    assert read.unplaced == ("relatives", "family")


@pytest.mark.parametrize("code", [float("nan"), True, None, ""], ids=["nan", "true", "none", "empty"])
def test_what_is_no_postcode_is_left_out(code: object) -> None:
    """A number that is none, as pandas writes a missing one, is no postcode, and neither is an answer."""
    form = FieldMapping(CampusForm, {"basics.contact.postal_address.postcode": "code"}, lenient=True)
    read = form.read({"code": code}, id="f-1", candidate="c-1", company="co-1")
    assert read.resume.basics.contact.postal_address is None


@pytest.mark.parametrize("name", ["", "\u200b", 7, [], [7, ""], {"first": None}, None])
def test_what_is_no_name_is_left_out(name: object) -> None:
    """Where nothing of a name can be seen, nothing has to be looked for."""
    read = read_json_resume({"basics": {"name": name}}, id="r-1", candidate="c-1")
    assert read.resume.basics.name is None


def test_LAW_6_a_document_of_nothing_that_fits_is_read_in_few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A section with more than a thousand values that do not fit goes whole, so that a hostile document costs no more than a long one."""
    rounds = []

    def counted(document: Any, target: Any) -> Any:
        rounds.append(target)
        return read_document(document, target)

    monkeypatch.setattr(mapping, "read_document", counted)
    items = [{"name": "a", "highlights": [{"b": 1}] * 50} for _ in range(100)]
    document = {"work": items, "projects": items, "skills": [{"name": "x"}]}
    read = read_json_resume(document, id="r", candidate="c")
    assert (read.resume.work, read.resume.projects) == ((), ())
    assert [skill.name for skill in read.resume.skills] == ["x"]
    assert len(read.unplaced) == 2 * 100 * 51
    assert len(rounds) <= 4


def test_a_section_with_few_values_that_do_not_fit_is_read_beside_one_with_many() -> None:
    """A section goes whole for its own values alone: a job is no less read because a thousand projects are none."""
    document = {
        "basics": {"name": "Lena Vasquez", "summary": "Storage", "email": "a" * 20_001},
        "work": [{"name": "ACME"}, {"name": "Globex", "description": {"x": 1}}],
        "projects": [{"name": "a", "highlights": [{"b": 1}] * 50} for _ in range(20)],
    }
    read = read_json_resume(document, id="r", candidate="c")
    assert [job.company for job in read.resume.work] == ["ACME", "Globex"]
    assert (read.resume.projects, read.resume.strengths) == ((), "Storage")
    assert [path for path in read.unplaced if not path.startswith("projects")] == [
        "basics.email",
        "work[1].description",
    ]


@attrs.frozen(kw_only=True, repr=False)
class Note(Checked):
    """An item with many texts."""

    a: str | None = None
    b: str | None = None
    c: str | None = None
    d: str | None = None
    e: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class NotedProfile(Profile):
    """The person, with notes."""

    notes: tuple[Note, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class NotedBasics(Basics):
    """The person and the name."""

    profile: NotedProfile = attrs.field(factory=NotedProfile)


@attrs.frozen(kw_only=True, repr=False)
class NotedSections(ShownSections):
    """What a view shows of it."""

    profile: NotedProfile | None = None


@attrs.frozen(kw_only=True, repr=False)
class NotedResume(Resume[NotedSections]):
    """A resume with notes."""

    basics: NotedBasics = attrs.field(factory=NotedBasics)


def test_NAME_4_a_section_with_very_many_values_that_do_not_fit_does_not_take_the_name_with_it() -> None:
    """Where the field with most of them holds a name, the error names the values: it cannot go whole."""
    fields: Fields = {
        "basics.name.full": "name",
        "basics.profile.notes": Each("notes", {letter: letter for letter in "abcde"}),
    }
    noted = FieldMapping(NotedResume, fields, lenient=True)
    row = {"name": "李伟", "notes": [{letter: {"x": 1} for letter in "abcde"}] * 200}
    with pytest.raises(InvalidResume) as caught:
        noted.read(row, id="r-1", candidate="c-1")
    assert caught.value.problems[0].path == "notes[0].a"


@pytest.mark.parametrize(
    ("form", "unit"),
    [
        (lambda d: d, "values and characters"),
        (json.dumps, "bytes"),
        (lambda d: json.dumps(d).encode(), "bytes"),
    ],
    ids=["dict", "str", "bytes"],
)
def test_LAW_6_a_document_of_more_than_any_resume_is_refused_unread(form: Any, unit: str) -> None:
    """A document in JSON Resume is no longer than any other."""
    document = form({"basics": {"summary": "a" * MAX_BYTES}})
    with pytest.raises(InvalidResume, match=rf"\n  the whole: expected at most 2097152 {unit}$"):
        read_json_resume(document, id="r", candidate="c")


_MANY_VALUES = r"\n  the whole: expected at most 40000 keys and values$"


@pytest.mark.parametrize("value", [1, "a", None, [], {}, {"name": "a"}])
def test_LAW_6_a_document_of_very_many_values_is_refused_unread(value: Any) -> None:
    """LAW-6: a megabyte of the shortest values would take minutes, and gigabytes: such a document is no resume."""
    document = {"work": [{"name": "ACME", "highlights": [value] * 50_000}]}
    for form in (document, json.dumps(document)):
        with pytest.raises(InvalidResume, match=_MANY_VALUES):
            read_json_resume(form, id="r", candidate="c")
    fewer = {"work": [{"name": "ACME", "highlights": ["a"] * 200} for _ in range(190)]}
    assert len(read_json_resume(fewer, id="r", candidate="c").resume.work) == 190


_FEW = FieldMapping(
    Resume,
    {
        "strengths": From("tags[]", by=lines),
        "skills": Each("skills", {"name": "name"}),
        "work": Each("jobs", {"company": "name", "description": From("^tags[]", by=lines)}),
    },
)
_NONE_OF_IT = {"tags": (), "skills": (), "jobs": ()}


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize(
    "row",
    [
        {"tags": ["canary"] * 40_000},
        {"tags": [None] * 40_000},
        {"tags": {*range(40_000)}},
        {"skills": [{"name": "canary"}] * 20_000},
        {"skills": [{}] * 40_000},
        {"skills": [{"name": None}] * 40_000},
        {"jobs": [{"name": "canary"}] * 300, "tags": ["canary"] * 300},
        {f"canary_{i}": 1 for i in range(40_000)},
        {"skills": [{f"canary_{i}": 1 for i in range(300)}] * 200},
    ],
    ids=["texts", "nulls", "set", "items", "empty", "blank", "around", "unmapped", "unmapped in items"],
)
@pytest.mark.parametrize("kind", [dict, lambda row: SimpleNamespace(**row)], ids=["dict", "object"])
def test_LAW_6_a_row_of_very_many_values_is_refused(kind: Any, row: dict[str, Any], *, lenient: bool) -> None:
    """LAW-6: whatever holds them, no more values and names of a row are looked at than a document of JSON Resume may have."""
    mapping_ = attrs.evolve(_FEW, lenient=lenient)
    with pytest.raises(InvalidResume, match=_MANY_VALUES) as caught:
        mapping_.read(kind({**_NONE_OF_IT, **row}), id="r", candidate="c")
    assert found_in(caught.value) == []
    assert caught.value.__context__ is None


def _far_too_many() -> Iterator[str]:
    """Values as if without end: a mapping that asked for all of them would take all memory."""
    yield from map("canary_{}".format, range(3 * MOST_VALUES))
    pytest.fail("more was asked for than may be read")


class _EndlessNames(Mapping[str, Any]):
    """A row with names for ever, as a view of a store may have them."""

    def __getitem__(self, name: str) -> Any:
        return _NONE_OF_IT[name]

    def __iter__(self) -> Iterator[str]:
        return _far_too_many()

    def __len__(self) -> int:
        return 3


@pytest.mark.parametrize(
    "row",
    [
        {"tags": SimpleNamespace(all=_far_too_many)},
        {"tags": _far_too_many()},
        {"skills": ({"name": name} for name in _far_too_many())},
        {"skills": [_far_too_many()]},
        {"tags": (iter(["canary"] * 1000) for _ in range(1000))},
        _EndlessNames(),
    ],
    ids=["manager", "iterator", "generator", "iterator in a list", "iterators in an iterator", "names"],
)
def test_LAW_6_what_never_ends_is_refused(row: Mapping[str, Any]) -> None:
    """LAW-6: no more items or names are asked for than may be read."""
    asked = row if isinstance(row, _EndlessNames) else {**_NONE_OF_IT, **row}
    with pytest.raises(InvalidResume, match=_MANY_VALUES):
        _FEW.read(asked, id="r", candidate="c")


def test_what_nobody_looks_into_may_be_as_long_as_it_is() -> None:
    """A row may hold long lists that nobody mapped, such as a vector for a search: each is one value, and named by one path."""
    row = {**_NONE_OF_IT, "vector": [0.5] * 100_000, "events": {str(i): i for i in range(100_000)}}
    assert _FEW.read(row, id="r", candidate="c").unplaced == ("vector", "events")
    for kind in (list, iter):
        most = {**_NONE_OF_IT, "tags": kind(["a"] * 9_000)}
        assert _FEW.read(most, id="r", candidate="c").resume.strengths == "\n".join("a" * 9_000)


@pytest.mark.parametrize("kind", [list, iter])
def test_a_value_is_counted_once(kind: Any) -> None:
    """As many values may be read as are said, also of what can be read once."""
    mapping_ = FieldMapping(Resume, {"strengths": From("tags[]", by=lambda tags: str(len(tags)))})
    read = mapping_.read({"tags": kind([1] * (MOST_VALUES - 2))}, id="r", candidate="c")
    assert read.resume.strengths == str(MOST_VALUES - 2)
    with pytest.raises(InvalidResume, match=_MANY_VALUES):
        mapping_.read({"tags": kind([1] * MOST_VALUES)}, id="r", candidate="c")
