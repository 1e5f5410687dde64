"""Who viewed a resume, when, what they were shown and by which clauses: what `records` prints of stored access records."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from ..codec.loading import load_record
from ..codec.parsing import Object, Refused, parse
from ..errors import MOST_PROBLEMS, InvalidRecord, InvalidValue, Problem
from ..model.building import is_id
from ..model.consents import PUBLIC
from ..model.language import Language, Words
from ..model.settings import Settings
from ..policy.facts import ViewerKind
from ..policy.table import Policy
from ..policy.words import FACTS, WORDS, word_of
from ..projection.notices import notice_of, spoken_name
from ..projection.records import AccessRecord
from .documents import path_of, read_file
from .exports import NOT_JSON_LINES, read_lines
from .printing import item_list
from .terminal import in_one_line
from .words import BY, COLON, SHOWN_WORDS, clause_in_words, does, ids_of, in_beijing

Names: TypeAlias = Mapping[tuple[ViewerKind, str | None], str]
"""The names of recipients and schools, by kind and id: one of each kind may have the same id."""
_NO_NAMES: Names = MappingProxyType({})
_NAMED_KINDS = {kind.value: kind for kind in (ViewerKind.RECIPIENT, ViewerKind.SCHOOL)}


class Records(NamedTuple):
    """The access records that were asked for, and how many the file holds."""

    chosen: list[AccessRecord]
    total: int


def read_records(path: str, document_id: str | None) -> Records:
    """Read access records, one in each line; all of them, or those of one resume or form.

    Args:
        path: of the file.
        document_id: the id of the resume or form.

    Raises:
        OSError: the file cannot be read.
        InvalidValue: a line is no record. Then nothing is given: what the line says may belong to the answer.
    """
    records, problems, total = list[AccessRecord](), list[Problem](), 0
    with path_of(path).open("rb") as file:
        try:
            if NOT_JSON_LINES.match(file.peek()):
                raise InvalidValue(
                    "records", [Problem("", "expected JSON lines, with a whole record in each")]
                )
            for number, line in enumerate(read_lines(file), start=1):
                if not line.strip():
                    continue
                try:
                    record = load_record(line)
                except InvalidRecord as error:
                    problems += (problem.under(f"line {number}") for problem in error.problems)
                    if len(problems) >= MOST_PROBLEMS:
                        break
                else:
                    total += 1
                    if document_id in (None, record.document_id):
                        records.append(record)
        except OSError as error:
            error.filename = path  # the system names the file only if it cannot be opened
            raise
    if problems:
        raise InvalidValue("records", problems)
    return Records(records, total)


def read_names(path: str) -> Names:
    """Read the names of recipients and schools: an object for each of the two kinds, with a name for each id.

    Args:
        path: of the file.

    Raises:
        OSError: the file cannot be read.
        InvalidValue: the file is something else. The error holds none of its ids and names (LAW-7).
    """
    found: Any = parse(read_file(path))
    problems = found.problems if isinstance(found, Refused) else tuple(_name_problems(found))
    if problems:
        raise InvalidValue("names", problems)
    return {
        (_NAMED_KINDS[kind], id_): spoken_name(name)
        for kind, names in found.items()
        for id_, name in names.items()
    }


def _name_problems(found: Any) -> Iterator[Problem]:
    if not isinstance(found, Object) or not {*found} <= {*_NAMED_KINDS}:
        yield Problem("", f"expected an object with {', '.join(_NAMED_KINDS)}")
        return
    for where, one in (("", found), *found.items()):
        if isinstance(one, Object) and one.repeated:
            yield Problem(where, f"expected each key once; keys that came twice: {one.repeated}")
    for kind, names in found.items():
        if not isinstance(names, Object) or not all(map(_is_name, names, names.values())):
            yield Problem(kind, "expected an object of ids, each with a name")


def _is_name(id_: str, name: object) -> bool:
    return bool(is_id(id_)) and isinstance(name, str) and spoken_name(name) != ""


def record_lines(
    records: list[AccessRecord],
    policy: Policy,
    language: Language,
    names: Names = _NO_NAMES,
    total: int = 0,
) -> Iterator[str]:
    """The lines of `records`: for each resume or form its records, the earliest first; then what each clause states.

    Args:
        records: in any order.
        policy: whose clauses are put into words; its readings say whose views make notices.
        language: of the lines.
        names: of recipients and schools, which a record knows by their ids alone.
        total: how many records the file holds.
    """
    if not records:
        # Whoever answers a candidate must not take a mistyped id for a resume that nobody viewed.
        yield (_NONE_OF_ID if total else _NO_RECORD).said(language).format(total)
        return
    for (document, id_), group in groupby(sorted(records, key=_ORDER), _ASKED_FOR):
        yield f"{word_of(document, language)} {id_}"
        for record in group:
            yield from _lines_of(record, policy, language, names)
    yield Words(
        "times are in Beijing time; a part is listed whether or not there was anything in it",
        "时间为北京时间；列出的部分，不论其中有没有内容",
    ).said(language)
    if any(_has_no_name(one, names) for one in records):
        yield Words(
            "a recipient or school is known by its id alone; to name it, use --names",
            "接收方和高校，访问记录中只有编号；用 --names 给出名称",
        ).said(language)
    cited = {clause for one in records if one.policy == policy.version for clause in one.clauses}
    for clause in policy.texts:
        if clause in cited:
            yield clause_in_words(clause, policy, language)
    for version in sorted({one.policy for one in records} - {policy.version}):
        named = in_one_line(version)
        yield Words(
            f"decided by policy {named}: to read what its clauses state, name it with --policy",
            f"按隐私条款 {named} 判定的：用 --policy 写明它，才列出其规则",
        ).said(language)


_NO_RECORD = Words("the file holds no record", "文件中没有访问记录")
_NONE_OF_ID = Words(
    "no record: none of the {} in the file is of this id, which is that of a resume or form, not that of a candidate",
    "没有访问记录：文件中有 {} 条，没有一条属于该编号；--id 是在线简历或定制化简历的编号，不是求职者的编号",
)
_ASKED_FOR = attrgetter("document", "document_id")
_ORDER = attrgetter("document.value", "document_id", "at")


def _has_no_name(record: AccessRecord, names: Names) -> bool:
    is_public = record.kind is ViewerKind.RECIPIENT and record.viewer == PUBLIC
    return record.kind in _NAMED_KINDS.values() and not is_public and _name_of(record, names) is None


def _name_of(record: AccessRecord, names: Names) -> str | None:
    return names.get((record.kind, record.viewer))


def _lines_of(record: AccessRecord, policy: Policy, language: Language, names: Names) -> Iterator[str]:
    colon, comma = COLON.said(language), Words(", ", "，").said(language)
    asked = Words(f"a {record.document.value}", WORDS[record.document].zh).said(language)
    deed = does(record.kind, record.action, conversing=record.conversing).said(language).format(asked)
    facts = comma.join((*_viewer_in_words(record, language, names), deed))
    yield f"{in_beijing(record.at)} {facts}{colon}{SHOWN_WORDS[record.granted].said(language)}"
    name = _name_of(record, names)
    notice = notice_of(record, Settings(), language=language, name=name, policy=policy)
    if notice is None:
        yield Words("  the candidate is not notified", "  不通知求职者").said(language)
    else:
        # The command knows neither the candidate's channels nor what the service sent.
        label = Words(
            "text of the notice, which may not have been sent", "应发的通知（是否已发送，请查发送记录）"
        )
        yield f"  {label.said(language)}{colon}{notice.text}"
    yield f"  {BY.said(language)}{colon}{ids_of(record.clauses, language)}"
    if record.granted:  # of a refusal, every part is withheld
        for is_shown, parts in ((True, record.shown), (False, record.withheld)):
            yield from item_list(SHOWN_WORDS[is_shown], parts, (), language)
    named = in_one_line(record.policy)
    yield Words(
        f"  policy {named}, digest of the revision {record.digest}",
        f"  隐私条款 {named}，简历当时版本的摘要 {record.digest}",
    ).said(language)


def _viewer_in_words(record: AccessRecord, language: Language, names: Names) -> Iterator[str]:
    kind = WORDS[record.kind].said(language)
    named = _in_brackets(_name_of(record, names), language)
    yield kind if record.viewer is None else f"{kind} {record.viewer}{named}"
    if company := record.company:
        yield f"{company.name}{_in_brackets(company.id, language)}"
    if record.purpose is not None:
        yield Words(f"for {record.purpose}", f"目的 {record.purpose}").said(language)
    if record.support_case is not None:
        yield f"{FACTS['concern'].said(language)} {record.support_case}"
    if record.conversing:
        yield FACTS["conversing"].said(language)


def _in_brackets(known: str | None, language: Language) -> str:
    return "" if known is None else Words(f" ({known})", f"（{known}）").said(language)
