"""Errors in words, in both languages: an error states them in English, and `expected` gives the Chinese."""

import re
from collections.abc import Iterator
from errno import EACCES, EDQUOT, EEXIST, EFBIG, EINVAL, EIO, EISDIR, ENOENT, ENOSPC, ENOTDIR, EROFS

from ..codec.loading import OF_HINT, has_unknown_keys
from ..errors import MOST_PROBLEMS, InvalidValue, Problem
from ..exports.exporting import Exported
from ..model.language import Language, Words
from .documents import HELD_HINTS
from .expected import expected_in_chinese
from .exports import NO_SHORT_FORM_HINT, NotWritten
from .terminal import in_one_line
from .viewers import SHORT_FORMS_HINT

_MAX_LISTED = 100  # as many as the text of an error lists

_SYSTEM_ERRORS = {
    ENOENT: "文件不存在",
    EISDIR: "这是一个文件夹",
    ENOTDIR: "路径中有一段不是文件夹",
    EACCES: "没有权限",
    EINVAL: "路径无效",
    ENOSPC: "磁盘已满",
    EDQUOT: "磁盘配额已满",
    EROFS: "该处只能读取",
    EFBIG: "文件过大",
    EEXIST: "该处已有文件",
    EIO: "读写出错",
}
_SUBJECTS = {
    "resume": "简历",
    "form": "定制化简历",
    "viewer": "查看者",
    "settings": "设置",
    "instant": "时刻",
    "policy": "隐私条款",
    "confirmations": "解读的确认",
    "export": "导出",
    "resumes": "多份简历",
    "records": "访问记录",
    "names": "名称",
    "class": "简历的类",
    "text": "文字",
}


def problem_text(problem: Problem, language: Language) -> str:
    """A problem in words: the place, and what would be right there."""
    where = re.sub(r"^line ([0-9]+)", r"第 \1 行", problem.path) or "整体"
    return Words(str(problem), f"{where}：{expected_in_chinese(problem.expected)}").said(language)


def invalid_text(error: InvalidValue, language: Language) -> str:
    """An invalid value in words, every problem on a line of its own."""
    # A problem may name a file or a module, whose name may hold the end of a line.
    in_lines = InvalidValue(error.subject, (Problem(*map(in_one_line, one)) for one in error.problems))
    return Words(str(in_lines), _invalid_in_chinese(in_lines)).said(language)


def _invalid_in_chinese(error: InvalidValue) -> str:
    count = len(error.problems)
    lines = [f"  {problem_text(one, Language.ZH)}" for one in error.problems[:_MAX_LISTED]]
    lines += [f"  另有 {count - _MAX_LISTED} 处"] if count > _MAX_LISTED else []
    many = "以上" if count == MOST_PROBLEMS else ""
    return "\n".join((f"{_SUBJECTS.get(error.subject, '输入')}有误，共 {count} 处{many}：", *lines))


def unreadable_text(error: OSError, language: Language) -> str:
    """A file that cannot be read in words, and why."""
    why = system_reason(error, language)
    name = None if error.filename is None else in_one_line(error.filename)
    return Words(
        f"cannot read {_INPUT.en if name is None else name}: {why}",
        f"无法读取{_INPUT.zh if name is None else f' {name}'}：{why}",
    ).said(language)


_INPUT = Words("standard input", "标准输入")
"""The input that is read if no file is named."""


def system_reason(error: OSError, language: Language) -> str:
    """Why the system refused."""
    return Words(
        error.strerror or type(error).__name__, _SYSTEM_ERRORS.get(error.errno or 0, "系统不允许")
    ).said(language)


def unprinted_text(error: OSError, language: Language) -> str:
    """The error that the output cannot be written, and why."""
    why = system_reason(error, language)
    return Words(f"cannot write standard output: {why}", f"无法写入标准输出：{why}").said(language)


def unwritten_text(error: NotWritten, language: Language) -> str:
    """A file that cannot be written in words, and how to go on."""
    cause = error.__cause__
    why = system_reason(cause, language) if isinstance(cause, OSError) else ""
    in_chinese = why.replace(_SYSTEM_ERRORS[ENOENT], "文件夹不存在")
    path = in_one_line(error.path)
    return Words(
        f"cannot write {path}: {why}{'; to go on, run the same command with --continue' if error.can_continue else ''}",
        f"无法写入 {path}：{in_chinese}{'；同一命令加上 --continue 可以继续' if error.can_continue else ''}",
    ).said(language)


def hints(error: Exception, language: Language) -> Iterator[str]:
    """Further help for the reader of the error."""
    notes: list[str] = getattr(error, "__notes__", [])
    for note in notes:
        for hint in (SHORT_FORMS_HINT, NO_SHORT_FORM_HINT, *HELD_HINTS):
            note = note.replace(hint.en, hint.said(language))
        note = note.replace(OF_HINT, CLASS_HINT.said(language))  # an option, and not an argument
        yield note


CLASS_HINT = Words(
    "if these are sections of your own, name their class: --class package.module:NAME",
    "如果这些是自定的栏目，请写明简历的类：--class package.module:NAME",
)


def failure_lines(result: Exported, language: Language, *, may_name_class: bool = True) -> Iterator[str]:
    """The resumes that were skipped: a line for each one that could not be loaded, and a line for repeated ids.

    Args:
        result: the result of an export.
        language: the language of the lines.
        may_name_class: whether the documents may be of a class that was not named; forms are of one class.
    """
    for failure in result.failed:
        more, first = len(failure.problems) - 1, problem_text(failure.problems[0], language)
        named = in_one_line(failure.where)
        where = re.sub(r"line ([0-9]+)", r"第 \1 行", named)
        yield Words(
            f"{named}: {first}{f', and {more} more' if more else ''}",
            f"{where}：{first}{f'，另有 {more} 处' if more else ''}",
        ).said(language)
    if may_name_class and any(has_unknown_keys(failure.problems) for failure in result.failed):
        yield CLASS_HINT.said(language)
    if result.repeated:
        yield Words(
            f"skipped, because an earlier one has the same id: {result.repeated}",
            f"因编号与前面重复而跳过：{result.repeated}",
        ).said(language)
