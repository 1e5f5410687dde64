"""The expectations of problems in Chinese: a problem states them in English, and a table here gives the Chinese."""

import re
from collections.abc import Iterable

_RESUME_CLASS = "简历的类，由 attrs.frozen 生成，并写有 kw_only=True 和 repr=False"
_EXPECTATIONS: tuple[tuple[str, str], ...] = (
    (r"required, but missing", "必填，但缺失"),
    (
        r"text that is not blank, without NUL or lone surrogates",
        "不为空白的文字，不含 NUL 和不成对的代理字符",
    ),
    (
        r"an opaque id: text of 1 to 64 characters A-Z a-z 0-9 \. _ -",
        "1 至 64 个字符的编号，只含 A-Z a-z 0-9 . _ -",
    ),
    (r"a revision that no earlier state had, such as .+", "此前没有用过的版本，例如 uuid4().hex"),
    (
        r"readings of (\S+), with a comma between two; ([0-9]+) unknown; known: (.+)",
        r"\1 的解读，两个之间用逗号；有 \2 个无法识别；可用的解读：\3",
    ),
    (
        r"readings of (\S+), with a comma between two; ([0-9]+) unknown: (.+); known: (.+)",
        r"\1 的解读，两个之间用逗号；有 \2 个无法识别：\3；可用的解读：\4",
    ),
    (
        r"a reading of (\S+) by its id, and each once, such as (\S+)",
        r"\1 的解读的编号，每处只写一次，例如 \2",
    ),
    (
        r"an id, a day and who, with blanks between, such as .+",
        "编号、日期和确认人，用空格隔开，例如 APPLY-4/1 2026-01-31 隐私办公室",
    ),
    (r"a day that is not after today", "不晚于今天的日期"),
    (r"(True|False): the policy chooses what the rules choose", r"\1：隐私条款选择的是规则的选择"),
    (r"(True|False): the policy chooses the alternative", r"\1：隐私条款选择的是另一种选择"),
    (r"a whole number", "整数"),
    (r"a whole number of at most 64 bits", "不超过 64 位二进制的整数"),
    (r"a whole number of at least (-?[0-9]+)", r"不小于 \1 的整数"),
    (r"a whole number of at most (-?[0-9]+)", r"不超过 \1 的整数"),
    (r"a whole number of at least (-?[0-9]+) and at most (-?[0-9]+)", r"\1 至 \2 的整数"),
    (r"text like (.+)", r"符合 \1 的文字"),
    (r"true or false", "true 或 false"),
    (
        r"an instant with its time zone, such as datetime.+",
        "带时区的时刻，例如 datetime(2026, 7, 1, tzinfo=UTC)",
    ),
    (r"an instant with its time zone(?:, such as (.+))?", "带时区的时刻，例如 2026-07-01T08:00:00+08:00"),
    (r"one of (.+)", r"以下之一：\1"),
    (r"an object, not a list", "一个对象，而不是列表"),
    (r"(?:an object with|a dict with) (.+)", r"含有以下字段的对象：\1"),
    (r"a list, each item one of (.+)", r"列表，每项为以下之一：\1"),
    (r"a list, each item an object with (.+), and not both", r"列表，每项为含有以下字段之一的对象：\1"),
    (r"a list, each item an object with (.+)", r"列表，每项为含有以下字段的对象：\1"),
    (r"a (?:tuple|frozenset|list), each item .+", "列表"),
    (r"an object of ids, each with a name", "对象，每个编号写明名称"),
    (r"a string", "字符串"),
    (r"at most ([0-9]+) (?:values and characters|bytes)", r"不超过 \1 字节"),
    (r"a name of at most ([0-9]+) bytes", r"不超过 \1 字节的文件名"),
    (r"at most ([0-9]+) characters", r"不超过 \1 个字符"),
    (r"at most ([0-9]+) items", r"不超过 \1 项"),
    (r"UTF-8", "UTF-8 编码的文字"),
    (r"text without NUL", "不含 NUL 的文字"),
    (r"TEXT, or a text on standard input", "TEXT，或标准输入的文字"),
    (r"JSON nested less deeply", "嵌套层数更少的 JSON"),
    (r"a JSON object; mistake at line ([0-9]+), column ([0-9]+)", r"一个 JSON 对象；第 \1 行第 \2 列有误"),
    (r"a JSON object; mistake at column ([0-9]+)", r"一个 JSON 对象；第 \1 列有误"),
    (r"a JSON object; the document is empty", "一个 JSON 对象；文件是空的"),
    (
        r"a JSON object; text is read as JSON, .+",
        "一个 JSON 对象；文字按 JSON 读取，不作为文件的路径；请给出文件的内容",
    ),
    (r"every key to be a string", "每个字段名都是字符串"),
    (r"a value that can be checked; .+ raised .+", "可以检查的内容"),
    (r"a province such as CN-GD, .+", "省级代码，例如 CN-GD，或国家代码，例如 SG；HK、MO、TW 按省级"),
    (r"an instant not before the date of the order", "不早于法律文书日期的时刻"),
    (r"an instant not before (.+)", r"不早于 \1 的时刻"),
    (r"an instant after (.+)", r"晚于 \1 的时刻"),
    (r"an id without .+", "不含求职者电话号码的编号"),
    (r"an id or a number without .+", "不含求职者手机号码的编号或整数"),
    (r"a year from ([0-9]+) to ([0-9]+)", r"\1 至 \2 的年份"),
    (r"a month from 1 to 12", "1 至 12 的月份"),
    (r"a month not before the start", "不早于开始的月份"),
    (r"a year and month, such as (.+), from ([0-9]+) to ([0-9]+)", r"年月，例如 \1，在 \2 年至 \3 年之间"),
    (r"a mobile number in E\.164, .+", "E.164 格式的手机号，例如 +86 加十一位数字，不含空格"),
    (r"a phone number in E\.164: .+", "E.164 格式的电话号码：+ 加 7 至 15 位数字，不含空格"),
    (
        r"the digits 0 to 9 alone, as dialled within the country(?:, without the country code 86)?",
        "只含数字 0 至 9，与国内拨号一致，不含国家代码",
    ),
    (r"one to eight digits 0-9", "一至八位数字"),
    (r"an e-mail address, such as (.+)", r"邮箱地址，例如 \1"),
    (r"a web address, such as (.+)", r"网址，例如 \1"),
    (r"an amount from 0 to ([0-9]+)", r"0 至 \1 的金额"),
    (r"an amount from low to ([0-9]+)", r"不低于 low、不超过 \1 的金额"),
    (r"at least one letter, digit or other sign that is no punctuation", "至少一个不是标点的字符"),
    (r"an age in years from 1 to 150", "1 至 150 的周岁年龄"),
    (r"at least one character that can be seen and is no punctuation", "至少一个可见的、不是标点的字符"),
    (r"one line, without controls and signs of direction", "一行文字，不含控制字符和方向标记"),
    (r"a part of the full name, and not all of it", "全名的一部分，不是全部"),
    (r"Latin letters A-Z a-z", "拉丁字母 A-Z a-z"),
    (r"a number of people from 1 to ([0-9]+)", r"1 至 \1 的人数"),
    (r"an age that the month of birth allows", "与出生年月不矛盾的年龄"),
    (r"the candidate of this resume", "本简历的求职者"),
    (r"an id of the community's own, .+", "社区自己的编号：既不含其他编号，也不在其他编号之中"),
    (r"jsonl or csv, or for xlsx the extra .+", "jsonl 或 csv；xlsx 需要安装 excel 扩展"),
    (r"64 hexadecimal digits in lower case", "64 位小写十六进制数字"),
    (r"a name with a letter or digit in it", "含有文字或数字的名称"),
    (r"at least one", "至少一个"),
    (r"at least one safety statement, in a tuple", "由至少一条安全断言组成的元组"),
    (r"export", "export（导出）"),
    (r"the path of a file", "文件的路径"),
    (r"a file that does not exist yet(?:, or the one made from (.+))?", "尚不存在的文件"),
    (
        r"the same as in the export that was begun; remove (.+) to start again",
        r"与已开始的导出相同；删除 \1 可重新开始",
    ),
    (r"another file than out, or its journal", "与 out 及其日志不同的文件"),
    (
        r"another file: a file made next to it has the name of a file that is read",
        "另一个文件：在它旁边生成的文件会与要读取的文件同名",
    ),
    (
        r"JSON lines, with a whole resume in each, .+",
        "每行一份完整简历的 JSON lines 文件，或每份简历一个 .json 文件的文件夹",
    ),
    (r"JSON lines, with a whole record in each", "每行一条完整访问记录的 JSON lines 文件"),
    (r"a folder with files named \.json", "含有 .json 文件的文件夹"),
    (r"a file that can be read(?: to its end)?", "可以读取的文件"),
    (
        r"a resume; forms are exported with --document form",
        "在线简历；定制化简历用 --document form 导出",
    ),
    (r"a class of resumes, as package\.module:NAME", "简历的类，写作 package.module:NAME"),
    (r"no class: all forms are of one", "不写明类：所有定制化简历属于同一个类"),
    (r"a class of resumes, made by .+, got the class (\w+)", rf"{_RESUME_CLASS}，但它是类 \1"),
    (r"a class of resumes, made by .+, got (\w+)", rf"{_RESUME_CLASS}，但它是 \1"),
    (
        r"(.+), or a policy of your own as package\.module:NAME",
        r"\1，或自定的隐私条款，写作 package.module:NAME",
    ),
    (r"a Policy, got the class (\w+)", r"隐私条款（Policy），但它是类 \1"),
    (r"a Policy, got (\w+)", r"隐私条款（Policy），但它是 \1"),
    (r"a name that the module has", "该模块中有的名称"),
    (
        r"a module that is found: .+",
        "找得到的模块：在它所在的文件夹里运行本命令，或把该文件夹写入 PYTHONPATH",
    ),
    (
        r"a module that can be imported, but it raised (\w+); to see where, run (.+)",
        r"可以导入的模块，但导入时发生 \1；运行 \2 可以看到出错的位置",
    ),
    (
        r"a file with a viewer and the company's name, .+",
        "写明查看者及其公司名称、别名和集团的文件，不能用简写：这份简历按名称或集团屏蔽，仅凭编号无法判断",
    ),
    (r"(?:an?|the) [A-Z]\w+(?:: .+)?", "正确的内容"),
)
"""What is expected, without the word "expected". The text in brackets is taken over."""

_MISTAKES: tuple[tuple[str, str], ...] = (
    (r"known keys; ([0-9]+) unknown; known: (.+)", r"有 \1 个无法识别的字段；可用的字段：\2"),
    (r"known keys; ([0-9]+) unknown: (.+); known: (.+)", r"有 \1 个无法识别的字段：\2；可用的字段：\3"),
    (r"each key once; keys that came twice: ([0-9]+)", r"有 \1 个字段重复出现"),
    (
        r"no reading that the code of the policy confirms: remove the line",
        "该解读已在隐私条款的代码中确认：请删去这一行",
    ),
    (r"no alternative: (\S+) chooses what the rules choose", r"\1 选择的是规则的选择，不是另一种选择"),
    (
        r"the alternative, which (\S+) chooses: (\S+) alternative .+",
        r"\1 选择的是另一种选择，而这一行确认的是规则的选择：请重新确认，写作 \2 另一种选择 2026-01-31 隐私办公室",
    ),
    (
        r"no reading that the policy is named with: .+",
        "不能确认写在版本后面的解读：它的另一种选择只是试算",
    ),
    (r"each reading once; named twice: (.+)", r"解读重复：\1；每处只写一次"),
    (r"no item twice", "有重复的项"),
    (r"an id that no other item has", "编号与其他项重复"),
    (r"a number not bound twice for one scope and time", "该号码在同一范围和时间内重复绑定"),
    (r"a number other than the candidate's own", "不应是求职者自己的号码"),
    (r"nobody who is the complainant as well", "不应是投诉人本人"),
    (r"the surname alone, not the full name", "应只写姓氏，不写全名"),
    (r"none in a form that was not handed in", "不应填写：该定制化简历尚未递交"),
    (r"none before the form was handed in", "不应填写，或不早于递交时间"),
    (
        r"the id (.+) where form is disclosure, and another id otherwise",
        r"form 为 disclosure 时应为 \1，其他方式不能是 \1",
    ),
    (r"false for whoever has no conversations", "这类查看者没有聊天对话，应为 false"),
    (r"one for a recipient, and only for one", "接收方必填，其他查看者不应填写"),
    (r"one for a viewer of a company, and only for one", "属于公司的查看者必填，其他查看者不应填写"),
    (r"one for a support agent only", "只有客服可以填写"),
    (r"parts of a (.+) alone", r"只应有 \1 的部分"),
    (r"no part that was shown", "不应有已展示的部分"),
    (r"no part where nothing was granted", "没有授予时，不应有任何部分"),
    (r"clauses that grant something, where something was granted", "有授予时，应为授予内容的规则编号"),
    (r"clauses that refuse, where nothing was granted", "没有授予时，应为拒绝的规则编号"),
    (r"no export that was begun: continue it, or remove (.+)", r"已有未完成的导出：请继续它，或删除 \1"),
    (r"(.+) to be a file of one's own, or not to exist", r"\1 应是单独的文件，或不存在"),
    (r"a file that no other export is writing now", "另一次导出正在写这个文件"),
    (r"(.+) to be the journal of an export, or not to exist", r"\1 应是导出的日志，或不存在"),
)
"""What is wrong, if that is clearer than what is expected: as a whole sentence, with nothing before it."""

_REPLACEMENTS = (
    (r" \(did you mean (\w+)\?\)", r"（是否为 \1？）"),
    (r", ([0-9]+) more\b", r"，另有 \1 个"),
    (r", ", "、"),
)
"""Replacements inside the text that is taken over."""


def expected_in_chinese(expected: str) -> str:
    """Say in Chinese what would be right.

    Args:
        expected: the English text of a problem.
    """
    expectation = expected.removeprefix("expected ")
    if mistake := _translate(expectation, _MISTAKES):
        return mistake
    translated = _translate(expectation, _EXPECTATIONS)
    prefix = "应为" if translated and expectation != expected else ""
    return f"{prefix}{' ' if prefix and translated[0].isascii() else ''}{translated}" or "不符合要求"


def _translate(text: str, table: Iterable[tuple[str, str]]) -> str:
    """The Chinese of a text by a table; empty if the table does not have the text."""
    for pattern, chinese in table:
        found = re.fullmatch(pattern, text, flags=re.DOTALL)
        if found is not None:
            translated = found.expand(chinese)
            for english, replacement in _REPLACEMENTS:
                translated = re.sub(english, replacement, translated)
            return translated
    return ""
