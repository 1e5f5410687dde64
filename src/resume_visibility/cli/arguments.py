"""The commands and their options, in both languages."""

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime
from difflib import get_close_matches
from functools import partial
from typing import Any

from ..codec.schemas import Subject
from ..exports.files import Format
from ..model.building import Choice, Id, expected_for, is_id
from ..model.complete import complete
from ..model.language import Language, Words
from ..model.parts import Document, Part
from ..model.viewers import Action
from ..policy.table import DEFAULT_POLICY, POLICIES
from ..policy.words import WORDS
from .expected import expected_in_chinese
from .usage import COMMANDS_HEADING, Parser
from .viewers import SHORT_FORMS

_DEFAULT, _VERSIONS = DEFAULT_POLICY.version, [policy.version for policy in POLICIES]
_EXIT_CODES = Words(
    "Exit codes: 0 shown or done, 3 not shown, 4 a statement is not kept or a field is missing, 2 bad input, "
    "1 output not written, 130 interrupted, 141 output not read to its end.",
    "退出码：0 已展示或已完成；3 不展示；4 有安全断言不成立，或有缺项；2 输入有误；1 输出无法写入；130 被中断；141 输出未被读完。",
)
_LANGUAGE_HELP = Words(
    "the language of output, help and errors; default: en", "输出、说明和报错所用的语言；默认为 en"
)
_LANGUAGE_OF_ALL_HELP = Words(
    "the language of output, help and errors; default: en; view and text have further defaults",
    "输出、说明和报错所用的语言；默认为 en；view 和 text 另有默认",
)
_VERSION_HELP = Words(
    "show the version of the library and of the policy, and exit", "显示本库和隐私条款的版本并退出"
)
_OTHER_LANGUAGE_HELP = {
    "view": Words(
        "the language of output, help and errors; default: for the output the language of the viewer (zh, unless VIEWER.json has "
        "another), for the rest en",
        "输出、说明和报错所用的语言；默认：输出为查看者的语言（VIEWER.json 没有写明时为 zh），其余为 en",
    ),
    "text": Words(
        "the language of marks, output, help and errors; default: for the marks zh, for the rest en",
        "标记、输出、说明和报错所用的语言；默认：标记为 zh，其余为 en",
    ),
}
"""The help on `--language` of the commands that have other defaults."""
_RESUME_HELP = Words("a resume, or a campus form, in JSON", "一份在线简历或定制化简历，JSON 格式")
_SETTINGS_HELP = Words("settings in JSON, as a resume has them", "设置，JSON 格式，与简历中的相同")
_VIEWER_HELP = Words(
    f"VIEWER.json, or a short form: {', '.join(SHORT_FORMS)}; people in short form are signed in and fully verified",
    f"VIEWER.json，或简写：{'、'.join(SHORT_FORMS)}；也可以写中文，例如 招聘者:COMPANY；简写所指的人视为已登录并通过全部认证",
)
_POLICY_HELP = Words(
    f"{', '.join(_VERSIONS)}; the same with some readings changed to their alternative, such as {_DEFAULT}:mailbox_waits; "
    "or a policy of your own as package.module:NAME",
    f"{'、'.join(_VERSIONS)}；另作选择的解读写在后面，例如 {_DEFAULT}:mailbox_waits；或自定的隐私条款，写作 package.module:NAME",
)
_INSTANT = Words(
    "expected an instant with its time zone, such as 2026-07-01T08:00:00+08:00",
    "应为带时区的时刻，例如 2026-07-01T08:00:00+08:00",
)
_AN_ID = f"expected {expected_for(Id)}"
_ID = Words(_AN_ID, expected_in_chinese(_AN_ID))
COMMANDS = {
    "view": Words(
        "print what a viewer sees, as JSON; also for the candidate's preview",
        "输出查看者所看到的内容，JSON 格式；也用于求职者的预览",
    ),
    "explain": Words(
        "print why, clause by clause; for the platform's own staff", "逐条说明原因；仅供平台自己的员工使用"
    ),
    "audience": Words(
        "print everybody who may see a resume at an instant, what, and by which clauses; for the platform's own staff",
        "列出在某一时刻能看到一份简历的所有人、看到什么、依据哪些规则；仅供平台自己的员工使用",
    ),
    "records": Words(
        "print stored access records: who viewed a resume, when, what they were shown, and by which clauses; for the platform's own staff",
        "列出保存的访问记录：谁、何时查看了简历，展示了什么，依据哪些规则；仅供平台自己的员工使用",
    ),
    "book": Words(
        "write the policy book: one page of HTML for whoever answers for the policy",
        "生成隐私条款手册：一个 HTML 页面，供对隐私条款负责的人阅读",
    ),
    "export": Words(
        "write what a viewer may export of many resumes to a file",
        "把查看者可以从多份简历中导出的内容写入文件",
    ),
    "difference": Words(
        "print who would see more or less after a change of settings, and what they would see",
        "输出更改设置后，谁会多看到或少看到什么",
    ),
    "settings": Words(
        "compare two sets of settings, and print who would see more or less; for a resume without applications, "
        "conversations and consents",
        "比较两组设置，输出谁会多看到或少看到什么；假设没有投递、对话和单独同意",
    ),
    "missing": Words(
        "print the required fields that a resume does not have; a check before it is published",
        "输出简历缺少的必填项；用于发布之前的检查",
    ),
    "who-sees": Words(
        "print every viewer and mode for one part, with the clause that shows or withholds it",
        "对一个部分，输出各类查看者在各种公开状态下能否看到，以及所依据的规则",
    ),
    "verify": Words(
        "check every safety statement over every case of a policy",
        "对隐私条款的每一种情形，检查每一条安全断言",
    ),
    "compare": Words(
        "print in which cases a new policy shows more or less than an old one",
        "比较两份隐私条款，输出在哪些情形中后一份展示更多或更少",
    ),
    "text": Words(
        "print the details that are found in a text, with the reason, and the text without them",
        "输出一段文字透露了什么、依据什么找到，以及脱敏之后的文字",
    ),
    "matrix": Words("print who sees what, in every mode", "输出在各种公开状态下谁能看到什么"),
    "schema": Words(
        "print the JSON Schema of a document, or the definitions of all for OpenAPI",
        "输出一种文件的 JSON Schema，或全部定义（OpenAPI）",
    ),
}
"""The purpose of each command."""


class _PrintVersion(argparse.Action):
    """Print the version of the library and of the policy by which it decides by default, and exit with 0."""

    def __init__(self, *settings: Any, language: Language, **more: Any) -> None:
        super().__init__(*settings, **more)
        self._language = language

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from ..installed import installed_version  # which takes long to import

        library = Words("resume-visibility", "软件包 resume-visibility").said(self._language)
        version = installed_version() or Words("(not installed)", "（未安装）").said(self._language)
        policy = Words(f", policy {_DEFAULT}", f"，隐私条款 {_DEFAULT}").said(self._language)
        print(f"{library} {version}{policy}")
        parser.exit()


def language_of(arguments: Sequence[str] | None) -> Language:
    """Find the language of help and errors: the one that `--language` names, wherever it is; English, unless given.

    Args:
        arguments: the arguments of the command line; those of the process, unless given.
    """
    language_parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    language_parser.add_argument("--language")
    try:
        options, _ = language_parser.parse_known_args(arguments)
    except argparse.ArgumentError:  # the parser of the command line reports it
        return Language.EN
    return Language.ZH if options.language == Language.ZH.value else Language.EN


def parser(language: Language) -> Parser:
    """Make the parser of the command line. It exits with 2 if the arguments are wrong."""
    root = Parser(
        prog="python -m resume_visibility",
        description=Words("Who may see what of a resume.", "谁能看到简历的哪些部分。").said(language),
        epilog=_EXIT_CODES.said(language),
        language=language,
    )
    root.option("--language", _LANGUAGE_OF_ALL_HELP, choices=_values(Language))
    root.option("--version", _VERSION_HELP, action=_PrintVersion, nargs=0, language=language)
    commands = root.add_subparsers(
        title=COMMANDS_HEADING.said(language), metavar="COMMAND", dest="command", required=True
    )
    for name, purpose in COMMANDS.items():
        about = purpose.said(language)
        command = commands.add_parser(name, help=about, description=about, language=language)
        language_help = _OTHER_LANGUAGE_HELP.get(name, _LANGUAGE_HELP)
        command.option("--language", language_help, choices=_values(Language), default=argparse.SUPPRESS)
        _ADD_ARGUMENTS[name](command)
    return root


# --- What several commands take --------------------------------------------------------------------------------------


def _add_class(command: Parser) -> None:
    about = Words(
        "the class of resumes with sections of your own, as package.module:NAME",
        "简历的类（有自定的栏目时），写作 package.module:NAME",
    )
    command.option("--class", about, dest="of", metavar="CLASS")


_DECIDING = Words("the policy that decides", "作出决定的隐私条款")


def _add_policy(command: Parser, purpose: Words = _DECIDING) -> None:
    about = Words(
        f"{purpose.en}: {_POLICY_HELP.en}; default: {_DEFAULT}",
        f"{purpose.zh}：{_POLICY_HELP.zh}；默认为 {_DEFAULT}",
    )
    command.option("--policy", about, metavar="POLICY", default=_DEFAULT)


def _add_instant(command: Parser) -> None:
    about = Words("ISO 8601 with a time zone; default: now", "ISO 8601 格式，带时区；默认为现在")
    command.option("--at", about, metavar="INSTANT", type=command.reader(datetime.fromisoformat, _INSTANT))


def _add_class_policy_and_instant(command: Parser) -> None:
    _add_class(command)
    _add_policy(command)
    _add_instant(command)


# --- Each command ----------------------------------------------------------------------------------------------------


def _add_view(command: Parser) -> None:
    command.argument("resume", _RESUME_HELP, metavar="RESUME.json")
    command.option("--as", _VIEWER_HELP, dest="viewer", metavar="VIEWER", required=True)
    about = Words(
        "default: the action of VIEWER.json; for a short form, view",
        f"{'、'.join(f'{action.value} {WORDS[action].zh}' for action in Action)}；默认为 VIEWER.json 中的操作，简写默认为 view",
    )
    by_word = {WORDS[action].zh: action.value for action in Action}
    command.option(
        "--action", about, choices=_values(Action), type=lambda written: by_word.get(written, written)
    )
    _add_class_policy_and_instant(command)


def _add_audience(command: Parser) -> None:
    command.argument("resume", _RESUME_HELP, metavar="RESUME.json")
    _add_class_policy_and_instant(command)


def _add_records(command: Parser) -> None:
    about = Words("access records in JSON lines", "访问记录，JSON lines 格式")
    command.argument("records", about, metavar="RECORDS.jsonl")
    about = Words(
        "only the records of the resume or form of this id; default: all",
        "只列出该编号的在线简历或定制化简历的访问记录；默认为全部",
    )
    command.option("--id", about, metavar="ID", type=command.reader(_id, _ID))
    about = Words(
        'a file with the names of recipients and schools: {"recipient": {ID: NAME}, "school": {ID: NAME}}',
        '写明接收方和高校名称的文件：{"recipient": {编号: 名称}, "school": {编号: 名称}}',
    )
    command.option("--names", about, metavar="FILE")
    _add_policy(command, Words("the policy whose clauses are put into words", "列出其规则的隐私条款"))


def _add_book(command: Parser) -> None:
    about = Words("the HTML file to make", "要生成的 HTML 文件")
    command.option("-o", about, dest="out", metavar="FILE", required=True)
    _add_policy(command, Words("the policy that the book is of", "手册所写的隐私条款"))
    about = Words(
        f"the policy to compare it with, in the same form; default: {_DEFAULT}",
        f"与之比较的隐私条款，写法相同；默认为 {_DEFAULT}",
    )
    command.option("--compare-with", about, metavar="POLICY", default=_DEFAULT)
    about = Words(
        "a file with who confirmed which readings, a line for each: APPLY-4/1 2026-01-31 Privacy Office",
        "写明每处解读由谁确认的文件，每行一处：APPLY-4/1 2026-01-31 隐私办公室",
    )
    command.option("--confirmed", about, metavar="FILE")


def _add_export(command: Parser) -> None:
    about = Words(
        "a file of resumes or forms in JSON lines, or a folder with one .json file for each",
        "多份简历，JSON lines 格式，或每份一个 .json 文件的文件夹",
    )
    command.argument("resumes", about, metavar="RESUMES")
    about = Words("the viewer who gets the file", "得到该文件的查看者")
    command.option("--as", about, dest="viewer", metavar="VIEWER.json", required=True)
    about = Words(
        "whether RESUMES are resumes or forms; default: resume",
        "RESUMES 是在线简历（resume）还是定制化简历（form）；默认为 resume",
    )
    command.option("--document", about, choices=_values(Document), default=Document.RESUME.value)
    about = Words("xlsx needs the extra excel", "xlsx 需要安装 excel 扩展")
    command.option("--format", about, choices=_values(Format), required=True)
    about = Words("the file to make; it must not exist yet", "要生成的文件；该处不能已有文件")
    command.option("--out", about, metavar="FILE", required=True)
    about = Words(
        "the file for the access records, which say who holds a copy; default: FILE.records.jsonl",
        "存放访问记录的文件，写明谁持有副本；默认为 FILE.records.jsonl",
    )
    command.option("--records", about, metavar="FILE")
    about = Words(
        "continue a run that was stopped; what is not written yet is decided at --at, or now",
        "继续上一次中断的导出；尚未写入的按 --at 或当前时刻判定",
    )
    command.option("--continue", about, action="store_true", dest="continued")
    _add_class_policy_and_instant(command)


def _add_difference(command: Parser) -> None:
    about = Words("a resume or form in JSON, with its settings", "一份简历，JSON 格式，含其设置")
    command.argument("resume", about, metavar="RESUME.json")
    _add_new_settings(command)
    _add_class_policy_and_instant(command)


def _add_new_settings(command: Parser) -> None:
    about = Words(
        "settings in JSON; with --patch, only those that change",
        "设置，JSON 格式；使用 --patch 时只写要更改的",
    )
    command.argument("new", about, metavar="NEW_SETTINGS.json")
    about = Words(
        "NEW_SETTINGS.json is a JSON Merge Patch", "NEW_SETTINGS.json 是部分更改（JSON Merge Patch）"
    )
    command.option("--patch", about, action="store_true")


def _add_settings(command: Parser) -> None:
    command.argument("old", _SETTINGS_HELP, metavar="OLD_SETTINGS.json")
    _add_new_settings(command)
    _add_policy(command)
    _add_instant(command)


def _add_missing(command: Parser) -> None:
    command.argument("resume", _RESUME_HELP, metavar="RESUME.json")
    _add_class(command)
    _add_policy(command)


def _add_who_sees(command: Parser) -> None:
    about = Words(
        "such as mobile, name or attachments",
        "例如 mobile（真实手机号码）、name（真实姓名）、attachments（附件简历）",
    )
    command.argument("part", about, metavar="PART", type=partial(_part, command))
    _add_policy(command)


def _add_verify(command: Parser) -> None:
    about = Words(f"{_POLICY_HELP.en}; default: {_DEFAULT}", f"{_POLICY_HELP.zh}；默认为 {_DEFAULT}")
    command.argument("policy", about, metavar="POLICY", nargs="?", default=_DEFAULT)


def _add_compare(command: Parser) -> None:
    command.argument("old", _POLICY_HELP, metavar="OLD")
    command.argument("new", _POLICY_HELP, metavar="NEW")
    about = Words("print each case on one line", "每种情形单独一行")
    command.option("--all", about, dest="all_cases", action="store_true")


def _add_text(command: Parser) -> None:
    about = Words("default: read from standard input", "默认为标准输入的内容")
    command.argument("text", about, metavar="TEXT", nargs="?")
    about = Words(
        "a word that people write before an account of your own platform; may be repeated",
        "平台自己的账号种类，写明账号前面的词；可多次给出",
    )
    command.option("--account", about, metavar="NAME", action="append")


def _add_schema(command: Parser) -> None:
    one_of_two = command.positionals.add_mutually_exclusive_group(required=True)
    subjects = _values(Subject)
    about = Words(f"one of {', '.join(subjects)}", f"其中之一：{'、'.join(subjects)}")
    one_of_two.add_argument(
        "subject", metavar="SUBJECT", nargs="?", choices=subjects, help=command.said(about)
    )
    about = Words("print components of OpenAPI 3.1 instead", "改为输出 OpenAPI 3.1 的 components")
    one_of_two.add_argument("--openapi", action="store_true", help=command.said(about))
    _add_class(command)


_ADD_ARGUMENTS: dict[str, Callable[[Parser], None]] = complete(
    {
        "view": _add_view,
        "explain": _add_view,
        "audience": _add_audience,
        "records": _add_records,
        "book": _add_book,
        "export": _add_export,
        "difference": _add_difference,
        "settings": _add_settings,
        "missing": _add_missing,
        "who-sees": _add_who_sees,
        "verify": _add_verify,
        "compare": _add_compare,
        "text": _add_text,
        "matrix": _add_policy,
        "schema": _add_schema,
    },
    COMMANDS,
)
"""What adds the arguments of each command to its parser."""


# --- Values ----------------------------------------------------------------------------------------------------------


_EVERYDAY_WORDS = {
    **dict.fromkeys(("电话", "电话号码", "联系电话", "phone", "手机号"), Part.MOBILE),
    "姓名": Part.NAME,
    **dict.fromkeys(("微信", "QQ", "wechat"), Part.MESSENGER),
    "身份证": Part.NATIONAL_ID,
    **dict.fromkeys(("出生年月", "性别", "年龄"), Part.PROFILE),
    **dict.fromkeys(("薪资", "期望薪资", "期望月薪"), Part.INTENTION),
    **dict.fromkeys(("学历", "学校"), Part.EDUCATION),
}
"""Words that people use for a part, or for something in it. The names of other parts may hold them."""


_CONTACT_PARTS = (
    Part.MOBILE, Part.LANDLINE, Part.EMAIL, Part.HOMEPAGE, Part.POSTAL_ADDRESS, Part.VIRTUAL_NUMBER, Part.MESSENGER,
)  # fmt: skip
_A_PART = Words("expected a part: {}", "应为一个部分：{}")
_ONE_OF_SEVERAL = Words(
    "expected one of the parts that it may mean: {}", "它可以指几个部分，请写明其中一个：{}"
)
_A_NEAR_PART = Words("expected a part; did you mean {}?", "应为一个部分，是否为 {}？")


def _part(command: Parser, written: str) -> Part:
    """A part by its name, or by its Chinese word or a piece of it that no other part's word has: 邮箱, 手机."""
    words = {WORDS[part].zh: part for part in Part} | _EVERYDAY_WORDS | {part.value: part for part in Part}
    if written in words:
        return words[written]
    pieces = [part for part in Part if written and written in WORDS[part].zh]
    named = [*_CONTACT_PARTS] if written == "联系方式" else pieces
    if len(named) == 1:
        return named[0]
    near = get_close_matches(written, [part.value for part in Part], 1)
    expected = _ONE_OF_SEVERAL if named else _A_NEAR_PART if near else _A_PART
    listed = Words(
        ", ".join(part.value for part in named or map(Part, near or _values(Part))),
        "、".join(f"{part.value}（{WORDS[part].zh}）" for part in named or map(Part, near or _values(Part))),
    )
    raise argparse.ArgumentTypeError(command.said(expected).format(command.said(listed)))


def _id(written: str) -> str:
    """An id: what is none, such as nothing at all, is surely in no record."""
    if not is_id(written):
        raise ValueError("no id")
    return written


def _values(choices: type[Choice]) -> list[str]:
    return [choice.value for choice in choices]
