"""A sample of mutants: small mistakes made in the source on purpose, one at a time, to see whether some test fails.

    python tests/mutants.py --seed 8 --number 60

A program, not a test. The same seed takes the same mutants of the same source. Each is tried in a copy of `src`, with the
tests of its room, the quick ones first, until one fails; it is printed with its place and the test that noticed it, or that
none did. The tests have to pass on the copy before anything is changed in it. Those of this repository are used, unless
`--tests` names another checkout; how much they try is said by `SUITE`, as always.
"""

import argparse
import ast
import compileall
import os
import py_compile
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = {
    "policy": ("tests/policy", "tests/laws"),
    "projection": ("tests/projection", "tests/text", "tests/campus", "tests/laws"),
}
"""The rooms that are mutated, and the tests that have to notice."""

NO_END = "no test came to its end"

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}


def mutants_of(tree: ast.Module) -> Iterator[tuple[int, str, Callable[[], None]]]:
    """Every mistake that can be made in a module: its line, what it is, and how to make it in the tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for place, op in enumerate(node.ops):
                yield node.lineno, _turned(op), _setting(node.ops, place, _SWAPPED[type(op)]())
        elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in _SWAPPED:
            yield node.lineno, _turned(node.op), _assigning(node, "op", _SWAPPED[type(node.op)]())
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield (
                node.lineno,
                "not: dropped",
                _assigning(node, "operand", ast.UnaryOp(ast.Not(), node.operand)),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield node.lineno, f"{node.value}: turned", _assigning(node, "value", not node.value)
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield node.lineno, f"{node.value}: one more", _assigning(node, "value", node.value + 1)
        elif isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Constant):
            yield node.lineno, "condition: never", _assigning(node, "test", ast.Constant(False))


def _turned(op: ast.AST) -> str:
    return f"{type(op).__name__}: {_SWAPPED[type(op)].__name__}"


def _setting(items: list[ast.cmpop], place: int, value: ast.AST) -> Callable[[], None]:
    def make() -> None:
        items[place] = value  # type: ignore[call-overload]  # a list of nodes

    return make


def _assigning(node: ast.AST, name: str, value: object) -> Callable[[], None]:
    return lambda: setattr(node, name, value)


def sample(source: Path, seed: int, number: int) -> list[tuple[str, Path, int]]:
    """The mutants to try, spread evenly over the rooms: the room, the file, and which of the file's mutants."""
    chosen: list[tuple[str, Path, int]] = []
    for room in ROOMS:
        there = [
            (room, file, place)
            for file in sorted((source / room).rglob("*.py"))
            for place, _ in enumerate(mutants_of(ast.parse(file.read_text(encoding="utf-8"))))
        ]
        chosen += random.Random(f"{seed} {room}").sample(there, min(len(there), number // len(ROOMS)))
    return chosen


def noticed(tests: Path, folders: tuple[str, ...], source: Path, seconds: int) -> str | None:
    """The first test of these folders that fails on the source that lies there, or that none came to its end; or none."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", "-p", "no:cacheprovider"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(source.parent),
        "SECONDS_OF_TESTS": str(source.parent / f"{folders[0].replace('/', '-')}.json"),
    }
    try:
        ran = subprocess.run(
            [*command, "-p", "quick_first", *folders],
            cwd=tests,
            env=environment,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return NO_END
    if ran.returncode not in (0, 1, 2):
        raise RuntimeError(ran.stdout.decode() + ran.stderr.decode())
    if ran.returncode == 0:
        return None
    found = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", ran.stdout.decode(), flags=re.MULTILINE)
    return found[1] if found else NO_END


def main() -> None:
    """Try a sample of mutants, and print each with the test that noticed it, and how many none did."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--number", type=int, default=60)
    parser.add_argument("--seconds", type=int, default=1200, help="for the tests of one room")
    parser.add_argument("--tests", type=Path, default=ROOT, help="the checkout whose tests are run")
    options = parser.parse_args()
    survived = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "src" / "resume_visibility"
        shutil.copytree(options.tests / "src" / "resume_visibility", copy)
        shutil.copy(Path(__file__).with_name("quick_first.py"), copy.parent)
        # Compiled once, and read again where a file is what it was: by its content, since a mutant is made within a moment.
        hashed = py_compile.PycInvalidationMode.CHECKED_HASH
        compileall.compile_dir(copy.parent, quiet=1, invalidation_mode=hashed)
        for room, folders in ROOMS.items():
            if (test := noticed(options.tests, folders, copy, options.seconds)) is not None:
                sys.exit(f"the tests of {room} fail though nothing is mutated: {test}")
        for room, file, place in sample(copy, options.seed, options.number):
            text = file.read_text(encoding="utf-8")
            tree = ast.parse(text)
            line, what, make = list(mutants_of(tree))[place]
            make()
            file.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
            test = noticed(options.tests, ROOMS[room], copy, options.seconds)
            file.write_text(text, encoding="utf-8")
            survived += test is None
            where = file.relative_to(copy).as_posix()
            print(
                f"{'SURVIVED' if test is None else 'killed  '} {where}:{line} {what} {test or ''}", flush=True
            )
    print(f"{survived} survived")
    sys.exit(1 if survived else 0)


if __name__ == "__main__":
    main()
