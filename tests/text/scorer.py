"""How well a redactor does on a set of sentences: which leaks it removes, which clean sentences it damages."""

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Redact = Callable[[str], str]

GRADES = ("plain", "disguised", "hard", "clean")
KINDS = ("phone", "email", "messenger", "national_id", "clean")

# A plain leak of each kind, from whose redaction the redactor's marks are learnt.
PROBES = ("电话：13800138000", "邮箱：zq.xj@example.com", "微信：zqxj_8842", "身份证号：11010519491231002X")

# Stands for a mark where a text is compared: no letter of a contact is equal to it.
_MARK = "\N{NULL}"


@dataclass(frozen=True, slots=True)
class Span:
    """The exact piece of a sentence that carries a contact detail."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of a set; a clean one has no spans."""

    text: str
    spans: tuple[Span, ...]
    grade: str
    language: str
    kind: str
    trick: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of how many were treated rightly."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.right + other.right, self.total + other.total)

    @property
    def rate(self) -> float:
        """The share treated rightly; of nothing, all."""
        return self.right / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Failure:
    """A leak that was left in, or (without a span) a clean sentence that was changed."""

    row: Row
    span: Span | None
    output: str


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one redactor on one set. Leaks are counted by span, clean sentences by row."""

    cells: Mapping[tuple[str, str], Figure]
    """By grade and kind."""
    by_trick: Mapping[str, Figure]
    by_language: Mapping[tuple[str, str], Figure]
    """By grade and language."""
    spared: Figure
    """Sentences with leaks whose text before the first and after the last of them is as it was."""
    failures: tuple[Failure, ...] = field(repr=False)

    @property
    def by_grade(self) -> dict[str, Figure]:
        """The figures by grade alone."""
        return {
            grade: sum((figure for (of, _), figure in self.cells.items() if of == grade), Figure())
            for grade in GRADES
        }

    @property
    def by_kind(self) -> dict[str, Figure]:
        """The figures by kind alone."""
        return {
            kind: sum((figure for (_, of), figure in self.cells.items() if of == kind), Figure())
            for kind in KINDS
        }


def rows(path: Path) -> Iterator[Row]:
    """Read a set: one JSON object a line."""
    for line in path.read_text("utf-8").splitlines():
        fields = json.loads(line)
        spans = tuple(Span(text, kind) for text, kind in fields.pop("spans"))
        yield Row(spans=spans, **fields)


def fold(text: str) -> str:
    """The letters and digits of a text, without regard to width, style, case or what stands between them."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign == _MARK or unicodedata.category(sign)[0] in "LN")


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def marks(redact: Redact) -> tuple[str, ...]:
    """What the redactor puts in the place of a leak, the longest first."""
    found = set()
    for probe in PROBES:
        output = redact(probe)
        head = _shared(probe, output)
        tail = _shared(probe[head:][::-1], output[head:][::-1])
        found.add(output[head : len(output) - tail])
    return tuple(sorted(filter(fold, found), key=lambda mark: (-len(mark), mark)))


def survives(span: Span, row: Row, output: str, marks: Iterable[str] = ()) -> bool:
    """Whether a leak is still in the output: itself, or a run of more than half of its letters or digits.

    A run that the sentence also holds outside its leaks counts only where the output holds it more often.
    """
    if span.text in output:
        return True
    sequence = fold(span.text)
    if not sequence:
        return False
    length = len(sequence) // 2 + 1
    left = fold(_blank(output, marks))
    harmless = fold(_blank(row.text, (other.text for other in row.spans)))
    runs = {sequence[start : start + length] for start in range(len(sequence) - length + 1)}
    return any(_count(run, left) > _count(run, harmless) for run in runs)


def score(rows: Iterable[Row], redact: Redact) -> Score:
    """Judge a redactor on the sentences of a set."""
    learnt = marks(redact)
    cells: Counter[tuple[str, str, bool]] = Counter()
    tricks: Counter[tuple[str, bool]] = Counter()
    languages: Counter[tuple[str, str, bool]] = Counter()
    spared = Figure()
    failures = []
    for row in rows:
        output = redact(row.text)
        leaks: tuple[Span | None, ...] = row.spans or (None,)
        for span in leaks:
            wrong = output != row.text if span is None else survives(span, row, output, learnt)
            cells[row.grade, span.kind if span else "clean", not wrong] += 1
            tricks[row.trick, not wrong] += 1
            languages[row.grade, row.language, not wrong] += 1
            if wrong:
                failures.append(Failure(row, span, output))
        if row.spans:
            spared += Figure(_spares(row, output), 1)
    return Score(
        {
            (grade, kind): Figure(cells[grade, kind, True], _both(cells, grade, kind))
            for grade, kind, _ in cells
        },
        {
            trick: Figure(tricks[trick, True], tricks[trick, True] + tricks[trick, False])
            for trick, _ in tricks
        },
        {
            (grade, of): Figure(languages[grade, of, True], _both(languages, grade, of))
            for grade, of, _ in languages
        },
        spared,
        tuple(failures),
    )


def table(result: Score) -> str:
    """The figures as a table of grades against kinds."""
    lines = [f"{'':12}" + "".join(f"{kind:>18}" for kind in (*KINDS, "all"))]
    for grade in GRADES:
        figures = [result.cells.get((grade, kind), Figure()) for kind in KINDS]
        lines.append(
            f"{grade:12}" + "".join(f"{_cell(figure):>18}" for figure in (*figures, result.by_grade[grade]))
        )
    lines.append("")
    for (grade, language), figure in sorted(result.by_language.items()):
        lines.append(f"{grade} {language}: {_cell(figure)}")
    lines.append(f"text around the leaks as it was: {_cell(result.spared)}")
    return "\n".join(lines)


def _both(counts: Counter[tuple[str, str, bool]], grade: str, of: str) -> int:
    return counts[grade, of, True] + counts[grade, of, False]


def _blank(text: str, pieces: Iterable[str]) -> str:
    for piece in sorted(pieces, key=len, reverse=True):
        text = text.replace(piece, _MARK)
    return text


def _count(run: str, text: str) -> int:
    return sum(text.startswith(run, start) for start in range(len(text) - len(run) + 1))


def _spares(row: Row, output: str) -> bool:
    first = min(row.text.index(span.text) for span in row.spans)
    last = max(row.text.rindex(span.text) + len(span.text) for span in row.spans)
    return output.startswith(row.text[:first]) and output.endswith(row.text[last:])


def _cell(figure: Figure) -> str:
    return f"{figure.right}/{figure.total} {figure.rate:.1%}" if figure.total else "-"


def main() -> None:
    """Print the table of the library's redactor for the given sets, and what failed in those that may be shown."""
    from resume_visibility.model.language import Language
    from resume_visibility.text import redact

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument(
        "--language", choices=[language.value for language in Language], default=Language.ZH.value
    )
    parser.add_argument("--show", action="store_true", help="print the failures of held-out sets too")
    given = parser.parse_args()
    for path in given.sets:
        result = score(rows(path), lambda text: redact(text, language=Language(given.language)))
        print(f"{path.name}\n{table(result)}\n")
        if given.show or not path.stem.startswith("held_out"):
            for failure in result.failures:
                what = f"{failure.row.grade}, {failure.row.trick}"
                print(f"[{what}]\n  {failure.row.text!r}\n  {failure.output!r}")


if __name__ == "__main__":
    main()
