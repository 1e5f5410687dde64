"""Who viewed a resume, when, what they were shown and by which clauses: what `records` prints of stored access records."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from ..codec.loading import load_record
from ..errors import MOST_PROBLEMS, InvalidRecord, InvalidValue, Problem
from ..model.language import Language, Words
from ..model.settings import Settings
from ..policy.table import Policy
from ..policy.words import FACTS, WORDS, word_of
from ..projection.notices import notice_of
from ..projection.records import AccessRecord
from .exports import NOT_JSON_LINES, read_lines
from .printing import item_list
from .terminal import in_one_line
from .viewers import path_of
from .words import ACTIONS, BY, COLON, SHOWN_WORDS, clause_in_words, ids_of, in_beijing


def read_records(path: str, document_id: str | None) -> list[AccessRecord]:
    """Read access records, one in each line; all of them, or those of one resume or form.

    Args:
        path: of the file.
        document_id: the id of the resume or form.

    Raises:
        OSError: the file cannot be read.
        InvalidValue: a line is no record. Then nothing is given: what the line says may belong to the answer.
    """
    records, problems = list[AccessRecord](), list[Problem]()
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
                    if document_id in (None, record.document_id):
                        records.append(record)
        except OSError as error:
            error.filename = path  # the system names the file only if it cannot be opened
            raise
    if problems:
        raise InvalidValue("records", problems)
    return records


def record_lines(records: list[AccessRecord], policy: Policy, language: Language) -> Iterator[str]:
    """The lines of `records`: for each resume or form its records, the earliest first; then what each clause states.

    Args:
        records: in any order.
        policy: whose clauses are put into words; its readings say whose views make notices.
        language: of the lines.
    """
    if not records:
        yield Words("no record", "没有访问记录").said(language)
        return
    for (document, id_), group in groupby(sorted(records, key=_ORDER), _ASKED_FOR):
        yield f"{word_of(document, language)} {id_}"
        for record in group:
            yield from _lines_of(record, policy, language)
    yield Words(
        "times are in Beijing time; a part is listed whether or not there was anything in it",
        "时间为北京时间；列出的部分，不论其中有没有内容",
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


_ASKED_FOR = attrgetter("document", "document_id")
_ORDER = attrgetter("document.value", "document_id", "at")


def _lines_of(record: AccessRecord, policy: Policy, language: Language) -> Iterator[str]:
    colon, comma = COLON.said(language), Words(", ", "，").said(language)
    asked = Words(f"a {record.document.value}", WORDS[record.document].zh).said(language)
    does = ACTIONS[record.action].said(language).format(asked)
    facts = comma.join((*_viewer_in_words(record, language), does))
    yield f"{in_beijing(record.at)} {facts}{colon}{SHOWN_WORDS[record.granted].said(language)}"
    notice = notice_of(record, Settings(), language=language, policy=policy)
    if notice is None:
        yield Words("  the candidate is not notified", "  不通知求职者").said(language)
    else:
        label = Words("notice, by the channels that are left on", "通知，经求职者保留的通知渠道")
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


def _viewer_in_words(record: AccessRecord, language: Language) -> Iterator[str]:
    kind = WORDS[record.kind].said(language)
    yield kind if record.viewer is None else f"{kind} {record.viewer}"
    if company := record.company:
        known = "" if company.id is None else Words(f" ({company.id})", f"（{company.id}）").said(language)
        yield f"{company.name}{known}"
    if record.purpose is not None:
        yield Words(f"for {record.purpose}", f"目的 {record.purpose}").said(language)
    if record.support_case is not None:
        yield f"{FACTS['concern'].said(language)} {record.support_case}"
    if record.conversing:
        yield FACTS["conversing"].said(language)
