"""Train the weights by which accounts, numbers in pieces and clauses are judged; the same input gives the same file.

    python tests/text/train.py

Read are the sets that may be read, and generated prose. Clauses are trained on what is left when accounts and pieces
were found by weights that had not seen the sentence: so the weights learn what the others miss.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from random import Random
from unittest.mock import patch
from zlib import crc32

from headers import beside, called, codes, fields, headers, lists, searched, titled
from prose import prose
from scorer import Row, rows

from resume_visibility.text import judgement
from resume_visibility.text.accounts import accounts_in, candidates_with_lead, terms_in
from resume_visibility.text.beside import blank_out
from resume_visibility.text.digits import groups_of
from resume_visibility.text.finding import find_by_form
from resume_visibility.text.fold import Effort, Reading, written_as
from resume_visibility.text.judgement import features, layers_of, piece_features
from resume_visibility.text.kinds import Finding, place_key
from resume_visibility.text.pieces import numbers_in_pieces, passages_in, pieces_of
from resume_visibility.text.platforms import terms_of
from resume_visibility.text.signals import whole_text

HERE = Path(__file__).parent

Sample = tuple[list[str], int]
Weights = dict[str, int]

DATA = HERE.parents[1] / "src/resume_visibility/text/data/weights.json"
VERSION = 1
FOLDS = 4
EXAMPLE = 8
"""An example of the tests counts as so many rows: it stands for its class."""
PROSE, HEADERS, CALLED, SEARCHED = 12_000, 1_500, 1_500, 2_000
FIELDS, BESIDE, CODES, TITLED, LISTED, SEED = 1_000, 1_000, 200, 1_500, 600, 77


class Read:
    """A row as the finder reads it.

    Args:
        row: of a set.
    """

    def __init__(self, row: Row) -> None:
        self.row = row
        self.folded = Reading(row.text).folded()
        self.stream = self.folded.text
        self.whole = ((0, len(self.stream)),)
        self.groups = groups_of(self.stream, counts=True)
        effort = Effort(len(self.stream))
        self.sure = find_by_form(self.stream, whole_text(self.stream), effort, [self.groups])
        self.leaks = [
            (at, at + len(span.text), span.kind)
            for span in row.spans
            for at in range(len(row.text))
            if row.text.startswith(span.text, at)
        ]
        left = blank_out(self.stream, (one[:2] for one in self.sure))
        self.written = written_as(Reading(row.text), self.folded)
        layers = layers_of(left, left, self.written)
        self.candidates = [
            (one, features(left, one, near, left))
            for one, near in candidates_with_lead(layers, terms_of().find(left), 0, len(left), effort)
        ]
        # A clean sentence teaches by figures of any kind what is no number.
        self.pieces = list(pieces_of(self.stream, self.groups, lenient=row.grade == "clean"))

    def accounts(self) -> Iterator[Sample]:
        """The candidates for accounts; what is but a part of a leak teaches nothing."""
        for candidate, found in self.candidates:
            start, end = self.folded.span(candidate.start, candidate.end)
            parts = [
                (shared >= 0.6 * (last - first) and shared >= 0.6 * (end - start) and kind != "national_id")
                for first, last, kind in self.leaks
                if (shared := min(end, last) - max(start, first)) > 0
            ]
            if not parts or any(parts):
                yield sorted(found), int(any(parts))

    def numbers(self) -> Iterator[Sample]:
        """The candidates for numbers in pieces."""
        for kind, groups in self.pieces:
            spans = [self.folded.span(group.start, group.end) for group in groups]
            hit = [any(start < last and end > first for first, last, _ in self.leaks) for start, end in spans]
            whole = all(
                any(start < last and end > first for start, end in spans)
                for first, last, what in self.leaks
                if what in ("phone", "national_id")
            )
            if not all(hit) or whole:
                yield sorted(piece_features(self.stream, groups, kind)), int(all(hit))

    def clauses(self) -> Iterator[tuple[str, Sample]]:
        """Those that stand together, and each by itself, with what was found blanked out; those of leaks that are disguised, and
        clean ones, also as if nothing were found.
        """
        effort = Effort(len(self.stream))
        pieces = numbers_in_pieces(self.stream, [self.groups], self.sure, effort)
        found = sorted([*self.sure, *pieces], key=place_key)
        left = blank_out(self.stream, (one[:2] for one in found))
        accounts = accounts_in(layers_of(left, left, self.written), terms_in(left, self.whole), effort)
        found = sorted([*found, *accounts], key=place_key)
        spans = [self.folded.span(one.start, one.end) for one in found]
        missed = [leak for leak in self.leaks if not any(a < leak[1] and b > leak[0] for a, b in spans)]
        yield from self._clauses(found, missed, {0, 1})
        if self.row.grade != "plain" and found:
            yield from self._clauses((), self.leaks, {int(self.row.grade != "clean")})

    def _clauses(
        self, taken: Sequence[Finding], leaks: Iterable[tuple[int, int, str]], labels: set[int]
    ) -> Iterator[tuple[str, Sample]]:
        # A clean sentence teaches by whatever it says what gives nothing away.
        lenient = self.row.grade == "clean"
        for passage in passages_in(self.stream, self.whole, taken):
            if not (lenient or passage.speaks_of_reaching()):
                continue
            labelled = 0
            for start, end, found in passage.each_clause():
                first, last = self.folded.span(start, end)
                label = int(any(leak[0] < last and leak[1] > first for leak in leaks))
                labelled |= label
                if label in labels:
                    yield "clauses", (sorted(found), label)
            if labelled in labels:
                yield "passages", (sorted(passage.features()), labelled)


LEAST = 12
"""Weights below this change no decision in the sets, and are a tenth of the file."""
ORDERS = 12
"""In so many orders the samples are gone through, each by itself: the mean depends less on chance than one does."""


def train(samples: Sequence[Sample], epochs: int = 12, orders: int = ORDERS, fewest: int = 3) -> Weights:
    """Weights, in hundredths, by logistic regressions, of which the mean counts; of features that enough samples have."""
    counts = Counter(name for found, _ in samples for name in found)
    places = {
        name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= fewest))
    }
    seen = [([places[name] for name in found if name in places], label) for found, label in samples]
    means = [
        sum(some) / orders
        for some in zip(
            *(_fitted(seen, len(places), epochs, 1 + order) for order in range(orders)), strict=True
        )
    ]
    weights = {name: round(means[at] * 100) for name, at in places.items()}
    return {name: weight for name, weight in weights.items() if abs(weight) >= LEAST}


def _fitted(
    samples: Sequence[tuple[list[int], int]],
    size: int,
    epochs: int,
    order: int,
    rate: float = 0.3,
    ridge: float = 2e-3,
) -> list[float]:
    """The weights of so many features by one logistic regression with adaptive steps."""
    weights, squares = [0.0] * size, [1e-8] * size
    random, shuffled = Random(order), list(samples)
    for _ in range(epochs):
        random.shuffle(shuffled)
        for found, label in shuffled:
            total = sum(weights[at] for at in found)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - label
            if abs(error) < 1e-3:
                continue
            for at in found:
                gradient = error + ridge * weights[at]
                squares[at] += gradient * gradient
                weights[at] -= rate * gradient / math.sqrt(squares[at])
    return weights


def fold_of(read: Read) -> int:
    """Sentences of one trick are in one fold: what is alike is not seen before."""
    name = read.row.trick + (read.row.text if read.row.trick in ("prose", "head") else "")
    return crc32(name.encode()) % FOLDS


def table_of(reads: Sequence[Read], epochs: int = 12) -> dict[str, Weights]:
    """The weights of accounts and pieces."""
    return {
        "accounts": train([one for read in reads for one in read.accounts()], epochs),
        "pieces": train([one for read in reads for one in read.numbers()], epochs),
    }


def missed_by(table: Mapping[str, Weights], reads: Iterable[Read]) -> list[tuple[str, Sample]]:
    """The clauses of some rows, where the others are found by these weights, alone and together."""
    with patch.object(judgement, "weights", table.__getitem__):
        return [one for read in reads for one in read.clauses()]


def by_weight(weights: Weights) -> dict[int, str]:
    """The features that have each weight: of so many, that is read soonest."""
    names = sorted(
        (name for name in weights if judgement.FEATURE_SEPARATOR not in name),
        key=lambda name: (weights[name], name),
    )
    return {
        weight: judgement.FEATURE_SEPARATOR.join(some) for weight, some in groupby(names, weights.__getitem__)
    }


def main() -> None:
    """Train, and write the file."""
    paths = [path for path in sorted((HERE / "sets").glob("*.jsonl")) if not path.stem.startswith("held_out")]
    reads = [
        Read(row)
        for path in paths
        for row in rows(path)
        for _ in range(EXAMPLE if path.stem == "examples" else 1)
    ]
    clean = Row("", (), "clean", "zh", "clean", "prose")
    reads += [Read(replace(clean, text=text)) for text in prose(PROSE, SEED)]
    lines = (
        *headers(HEADERS, SEED),
        *called(CALLED, SEED),
        *searched(SEARCHED, SEED),
        *fields(FIELDS, SEED),
        *beside(BESIDE, SEED),
        *codes(CODES, SEED),
        *titled(TITLED, SEED),
        *lists(LISTED, SEED),
    )
    reads += map(Read, lines)
    clauses: list[tuple[str, Sample]] = []
    for fold in range(FOLDS):
        table = table_of([read for read in reads if fold_of(read) != fold], epochs=6)
        clauses += missed_by(table, [read for read in reads if fold_of(read) == fold])
    table = table_of(reads)
    for kind in ("passages", "clauses"):
        table[kind] = train([sample for name, sample in clauses if name == kind], fewest=5)
    listed = {kind: by_weight(weights) for kind, weights in table.items()}
    written = json.dumps({"version": VERSION, **listed}, ensure_ascii=False, indent=0, sort_keys=True)
    DATA.write_text(written + "\n", "utf-8")
    print({name: len(weights) for name, weights in table.items()}, DATA.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
