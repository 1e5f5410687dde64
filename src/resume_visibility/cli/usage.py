"""A parser of arguments that also speaks Chinese: in its headings, its help and its errors."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, NoReturn, TypeVar, assert_never

from ..model.complete import complete
from ..model.language import Language, Words
from ..policy.matrix import display_width
from .terminal import in_one_line

_T = TypeVar("_T")
_MESSAGES = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"无法识别的参数：\1"),
    (r"one of the arguments (.+) is required", r"以下参数必须给出其中一个：\1"),
    (
        r"argument (.+): invalid choice: ['\"]?(.+?)['\"]? \(choose from (.+)\)",
        r"参数 \1 不能是“\2”，可以是：\3",
    ),
    (r"argument (.+): expected (?:one|at least one|at most one) argument", r"参数 \1 需要一个值"),
    (r"argument (.+): not allowed with argument (.+)", r"参数 \1 不能与 \2 同时使用"),
    (r"argument (.+): ignored explicit argument (.+)", r"参数 \1 不带值"),
    (r"ambiguous option: (.+) could match (.+)", r"选项 \1 不明确，可能是：\2"),
    (r"argument (.+): ([^a-z].*)", r"参数 \1：\2"),
)
"""The messages of argparse, with their Chinese. The last pattern is for messages of our commands, which are Chinese already."""


_ARGUMENTS = Words("positional arguments", "参数")
_OPTIONS = Words("options", "选项")
COMMANDS_HEADING = Words("commands", "命令")
"""The heading of the commands."""
_HEADINGS = "|".join(words.zh for words in (_ARGUMENTS, _OPTIONS, COMMANDS_HEADING))
_PIECE_PATTERN = re.compile("[“（]*(?:[!-~]+|.)[、，。；：”）]*")
"""A piece that is not broken over lines: a Latin word or a Chinese character, with the punctuation around it."""


_DASHES = re.compile(r"(--[\w-]+)=--|(-\w)=?--")
"""An option whose value is two dashes."""


class Parser(argparse.ArgumentParser):
    """A parser with one group for its arguments and one for its options.

    Args:
        language: the language in which it speaks.
        settings: the settings of an `argparse.ArgumentParser`.
    """

    def __init__(self, *, language: Language = Language.EN, **settings: Any) -> None:
        super().__init__(add_help=False, **settings)
        self._language = language
        self.positionals = self.add_argument_group(_ARGUMENTS.said(language))
        self._options = self.add_argument_group(_OPTIONS.said(language))
        about = Words("show this help message and exit", "显示本说明并退出").said(language)
        self._options.add_argument("-h", "--help", action="help", help=about)
        self.formatter_class = _FORMATTERS[language]

    def said(self, words: Words) -> str:
        """A text in the language of the parser."""
        return words.said(self._language)

    def argument(self, name: str, about: Words, **settings: Any) -> None:
        """Add an argument that is known by its place, with its help."""
        self.positionals.add_argument(name, help=self.said(about), **settings)

    def option(self, name: str, about: Words, **settings: Any) -> None:
        """Add an argument that is known by its name, with its help."""
        self._options.add_argument(name, help=self.said(about), **settings)

    def reader(self, parse: Callable[[str], _T], expected: Words) -> Callable[[str], _T]:
        """The function that reads an argument, with an error that says what would be right."""

        def parse_or_explain(written: str) -> _T:
            try:
                return parse(written)
            except ValueError:
                raise argparse.ArgumentTypeError(self.said(expected)) from None

        return parse_or_explain

    def parse(self, arguments: Sequence[str] | None) -> argparse.Namespace:
        """Read the arguments. An option whose value is two dashes has none: some versions of argparse give it a list.

        Args:
            arguments: those of the process, unless given.
        """
        given = [*(sys.argv[1:] if arguments is None else arguments)]
        for one in takewhile("--".__ne__, given):
            if found := _DASHES.fullmatch(one):
                self.error(f"argument {found[1] or found[2]}: expected one argument")
        return self.parse_args(given)

    def print_help(self, file: Any = None) -> None:
        """Print the help, and raise an error if that fails: argparse ignores it."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and exit with 2. They may be names of files that somebody else chose."""
        message = in_one_line(message)
        match self._language:
            case Language.EN:
                super().error(message)
            case Language.ZH:
                self.print_usage(sys.stderr)
                self.exit(2, f"{self.prog}：{message_in_chinese(message)}\n")
            case _:
                assert_never(self._language)


class _ChineseFormatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def format_help(self) -> str:
        return re.sub(f"^(\\S*(?:{_HEADINGS})):", r"\1：", super().format_help(), flags=re.MULTILINE)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return list(_wrap(text, width))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(f"{indent}{line}" for line in _wrap(text, width - len(indent)))


_FORMATTERS: dict[Language, type[argparse.HelpFormatter]] = complete(
    {Language.EN: argparse.HelpFormatter, Language.ZH: _ChineseFormatter}, Language
)


def _wrap(text: str, width: int) -> Iterator[str]:
    """The lines of a Chinese text. It has no blanks at which to break it, and its characters are two columns wide."""
    line = ""
    for piece in _PIECE_PATTERN.findall(text):
        if line and display_width(line + piece) > width:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line


def message_in_chinese(message: str) -> str:
    """Give a message of argparse in Chinese."""
    for pattern, chinese in _MESSAGES:
        found = re.fullmatch(pattern, message, flags=re.DOTALL)
        if found is not None:
            mistake, *values = re.split("(缺少参数：|可以是：|可能是：)", found.expand(chinese), maxsplit=1)
            return mistake + "".join(values).replace("'", "").replace(", ", "、")
    return "参数有误"
