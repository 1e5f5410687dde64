"""What went wrong, in both languages: an error says it in English, and a table here says the same in Chinese."""

import re
from collections.abc import Iterable, Iterator
from errno import EACCES, EINVAL, EISDIR, ENOENT, ENOSPC, ENOTDIR

from ..errors import MOST_PROBLEMS, InvalidValue, Problem
from ..exports.exporting import Exported
from ..model.language import Language
from .exports import NotWritten

_LISTED = 100  # as the text of an error lists

_SYSTEM = {
    ENOENT: "文件不存在",
    EISDIR: "这是一个文件夹",
    ENOTDIR: "路径中有一段不是文件夹",
    EACCES: "没有权限",
    EINVAL: "路径无效",
    ENOSPC: "磁盘已满",
}
_SUBJECTS = {
    "resume": "简历",
    "form": "校园或定制化简历",
    "viewer": "查看者",
    "settings": "设置",
    "instant": "时刻",
    "policy": "隐私条款",
    "export": "导出",
    "resumes": "多份简历",
    "class": "简历的类",
}
_EXPECTED: tuple[tuple[str, str], ...] = (
    (r"required, but missing", "必填，但缺失"),
    (
        r"text that is not blank, without NUL or lone surrogates",
        "不为空白的文字，不含 NUL 和不成对的代理字符",
    ),
    (r"an opaque id of 1 to 64 of A-Z a-z 0-9 \. _ -", "1 至 64 个字符的编号，只含 A-Z a-z 0-9 . _ -"),
    (r"a whole number", "整数"),
    (r"a whole number of at most 64 bits", "不超过 64 位二进制的整数"),
    (r"true or false", "true 或 false"),
    (r"an instant with its time zone(?:, such as (.+))?", "带时区的时刻，例如 2023-05-04T08:00:00+08:00"),
    (r"one of (.+)", r"以下之一：\1"),
    (r"(?:an object with|a dict with) (.+)", r"含有以下字段的对象：\1"),
    (r"a (?:tuple|frozenset|list), each item .+|a list", "列表"),
    (r"a string", "字符串"),
    (r"at most ([0-9]+) (?:values and characters|bytes)", r"不超过 \1 字节"),
    (r"at most ([0-9]+) characters", r"不超过 \1 个字符"),
    (r"at most ([0-9]+) items", r"不超过 \1 项"),
    (r"UTF-8", "UTF-8 编码的文字"),
    (r"JSON nested less deeply", "嵌套较少的 JSON"),
    (r"a JSON object(?:; .+)?", "一个 JSON 对象"),
    (r"no item twice", "没有重复的项"),
    (r"each key once, ([0-9]+) came again", r"每个字段只出现一次，有 \1 个重复"),
    (r"every key to be a string", "每个字段名都是字符串"),
    (r"known keys; ([0-9]+)(?: unknown.*)?; known: (.+)", r"只有以下字段：\2；有 \1 个不认识的字段"),
    (r"what can be checked, met .+", "可以检查的内容"),
    (r"a province such as CN-GD, .+", "省级代码，例如 CN-GD，或国家代码，例如 SG；HK、MO、TW 按省级"),
    (r"an instant not before the date of the order", "不早于法律文书日期的时刻"),
    (r"an instant (?:not before|after) (.+)", r"不早于 \1 的时刻"),
    (r"(?:public|.+) for a disclosure, and only for one", "公开披露专用的接收方，且只用于公开披露"),
    (r"none in a form that was not handed in", "没有：简历尚未递交"),
    (r"none before the form was handed in", "没有：简历尚未递交"),
    (r"an id without .+", "不含求职者电话号码的编号"),
    (r"an id or a number without .+", "不含求职者手机号码的编号或整数"),
    (r"a year from ([0-9]+) to ([0-9]+)", r"\1 至 \2 的年份"),
    (r"a month from 1 to 12", "1 至 12 的月份"),
    (r"a month not before the start", "不早于开始的月份"),
    (r"a (?:calendar )?month, such as (.+)", r"月份，例如 \1"),
    (r"a mobile number in E\.164, .+", "E.164 格式的手机号，例如 +86 加十一位数字，不含空格"),
    (r"a phone number in E\.164: .+", "E.164 格式的电话号码：+ 加 7 至 15 位数字，不含空格"),
    (r"one to eight digits 0-9", "一至八位数字"),
    (r"an e-mail address, such as (.+)", r"邮箱地址，例如 \1"),
    (r"a web address, such as (.+)", r"网址，例如 \1"),
    (r"an amount from 0 to ([0-9]+)", r"0 至 \1 的金额"),
    (r"an amount from low to ([0-9]+)", r"不低于 low、不超过 \1 的金额"),
    (r"at least one letter, digit or other sign that is no punctuation", "至少一个不是标点的字符"),
    (r"an age in years from 1 to 150", "1 至 150 的周岁年龄"),
    (r"at least one character that can be seen and is no punctuation", "至少一个可见的、不是标点的字符"),
    (r"one line, without controls and signs of direction", "一行文字，不含控制字符和方向标记"),
    (r"a proper part of the full name", "全名的一部分"),
    (r"Latin letters A-Z a-z", "拉丁字母 A-Z a-z"),
    (r"the surname alone, not the full name", "只有姓氏，不是全名"),
    (r"a number of people from 1 to ([0-9]+)", r"1 至 \1 的人数"),
    (r"nobody who is the complainant as well", "不是投诉人本人"),
    (r"an age that the month of birth allows", "与出生年月不矛盾的年龄"),
    (r"the candidate of this resume", "本简历的求职者"),
    (r"a number other than the candidate's own", "不是求职者自己的号码"),
    (r"a number not bound twice for one scope and time", "同一范围和时间内没有重复绑定的号码"),
    (r"an id of the community's own, .+", "社区自己的编号，不含其他编号"),
    (r"an id that no other item has", "没有重复的编号"),
    (r"jsonl or csv, or for xlsx the extra: .+", "jsonl 或 csv；xlsx 需要安装 excel 扩展"),
    (r"export", "export（导出）"),
    (r"the path of a file", "文件的路径"),
    (r"a file that is not there yet(?:, or the one that (.+) was made into)?", "尚不存在的文件"),
    (r"no export that was begun: continue it, or remove (.+)", r"没有未完成的导出：请继续它，或删除 \1"),
    (r"(.+) to be a file of one's own, or not to be there", r"\1 是单独的文件，或不存在"),
    (r"a file that no other export is writing now", "没有其他导出正在写的文件"),
    (r"(.+) to be the journal of an export, or not to be there", r"\1 是导出的日志，或不存在"),
    (
        r"the same as in the export that was begun; remove (.+) to begin anew",
        r"与已开始的导出相同；删除 \1 可重新开始",
    ),
    (r"another file than out, or its journal", "与 out 及其日志不同的文件"),
    (
        r"another file: one that is made beside it has the name of a file that is read",
        "另一个文件：在它旁边写出的文件会与要读取的文件同名",
    ),
    (r"a folder with files named \.json", "含有 .json 文件的文件夹"),
    (r"a file that can be read(?: to its end)?", "可以读取的文件"),
    (
        r"a resume; forms are exported with --document form",
        "在线简历；校园、定制化简历用 --document form 导出",
    ),
    (
        r"package\.module:NAME of a class of resumes that can be imported",
        "可以导入的简历类，写作 package.module:NAME",
    ),
    (
        r"(.+), or package\.module:NAME of a Policy that can be imported",
        r"\1，或可以导入的隐私条款，写作 package.module:NAME",
    ),
    (
        r"a file with a viewer and the company's name, .+",
        "含有查看者及其公司名称、别名和集团的文件：这份简历按名称或集团屏蔽，仅凭编号无法判断",
    ),
    (r"(?:an?|the) [A-Z]\w+", "正确的内容"),
)
"""What is expected, without that word; what stands in brackets is taken over."""


def expected_in_chinese(expected: str) -> str:
    """What would be right in a place, in Chinese.

    Args:
        expected: the same, as a problem says it.
    """
    what = expected.removeprefix("expected ")
    prefix = "应为" if what != expected else ""
    for pattern, chinese in _EXPECTED:
        found = re.fullmatch(pattern, what, flags=re.DOTALL)
        if found is not None:
            said = found.expand(chinese).replace(", ", "、")
            return f"{prefix}{' ' if prefix and said[0].isascii() else ''}{said}"
    return "不符合要求"


def problem(one: Problem, language: Language) -> str:
    """A problem: where, and what would be right there."""
    if language is Language.ZH:
        return f"{one.path or '整体'}：{expected_in_chinese(one.expected)}"
    return str(one)


def invalid(error: InvalidValue, language: Language) -> str:
    """What is wrong with a value, every problem on a line of its own."""
    if language is not Language.ZH:
        return str(error)
    count = len(error.problems)
    lines = [f"  {problem(one, language)}" for one in error.problems[:_LISTED]]
    lines += [f"  另有 {count - _LISTED} 处"] if count > _LISTED else []
    many = "以上" if count == MOST_PROBLEMS else ""
    return "\n".join((f"{_SUBJECTS.get(error.subject, '输入')}有误，共 {count} 处{many}：", *lines))


def unreadable(error: OSError, language: Language) -> str:
    """Which file cannot be read, and why."""
    if language is Language.ZH:
        return f"无法读取 {error.filename}：{reason(error, language)}"
    return f"cannot read {error.filename}: {error.strerror}"


def reason(error: OSError, language: Language) -> str:
    """Why the system refused."""
    if language is Language.ZH:
        return _SYSTEM.get(error.errno or 0, "系统拒绝访问")
    return error.strerror or type(error).__name__


def unwritten(error: NotWritten, language: Language) -> str:
    """What cannot be written, and how to go on."""
    cause = error.__cause__
    why = reason(cause, language) if isinstance(cause, OSError) else ""
    if language is Language.ZH:
        return f"无法写出 {error.path}：{why}{'；同一命令加上 --resume 可以继续' if error.goes_on else ''}"
    return f"cannot write {error.path}: {why}{'; the same command with --resume goes on' if error.goes_on else ''}"


def hints(error: Exception, language: Language) -> Iterable[str]:
    """What else helps whoever reads the error."""
    notes: list[str] = getattr(error, "__notes__", [])
    if language is Language.ZH:
        return (note.replace(_HINT, "--as 需要一个含有查看者的 JSON 文件，或以下简写之一") for note in notes)
    return notes


_HINT = "--as takes a file with a viewer in JSON, or in short one of"


def failures(done: Exported, language: Language) -> Iterator[str]:
    """What was passed over, whoever asked: a line for each resume that could not be loaded, and one for ids that came again.

    Args:
        done: what an export came to.
        language: of the lines.
    """
    zh = language is Language.ZH
    for one in done.failed:
        more, first = len(one.problems) - 1, problem(one.problems[0], language)
        if zh:
            where = re.sub(r"line ([0-9]+)", r"第 \1 行", one.where)
            yield f"{where}：{first}{f'，另有 {more} 处' if more else ''}"
        else:
            yield f"{one.where}: {first}{f', and {more} more' if more else ''}"
    if done.repeated:
        yield (
            f"编号与前面重复而跳过的：{done.repeated}"
            if zh
            else f"passed over, because their ids had come before: {done.repeated}"
        )
