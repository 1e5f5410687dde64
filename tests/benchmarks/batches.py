"""How fast the documents of an index are made: in a plain loop, through Arrow batches, and on Spark.

    python tests/benchmarks/batches.py [NUMBER]

A program, not a test. Every core works at once, each on a portion, because two cores of one machine are slower than twice one.
Spark is measured where Java and the extra `spark` are there: with its start, and without, which a run on a few resumes takes.
"""

import importlib.util
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from resume_visibility import Language, dump_resume, load_resume
from resume_visibility.lists import index_documents
from resume_visibility.lists.batches import index_batches
from resume_visibility.testing import CORPUS_NOW, corpus

CORES = os.cpu_count() or 1
FEW = 20


def plain(written: list[str]) -> int:
    """The documents in a plain loop; how many."""
    found = 0
    for document in written:
        resume = load_resume(document)
        for language in Language:
            found += len(index_documents(resume, language=language, at=CORPUS_NOW))
    return found


def batches(written: list[str]) -> int:
    """The documents through Arrow batches; how many."""
    table = table_of(written)
    return sum(len(batch) for batch in index_batches(table.to_batches(500), at=CORPUS_NOW))


def table_of(written: list[str]) -> pa.Table:
    """Resumes as a table."""
    return pa.table({"id": [str(place) for place in range(len(written))], "document": written})


def on_all_cores(make: Callable[[list[str]], int], written: list[str]) -> float:
    """Resumes a second and core, when every core makes a portion."""
    portions = [written[core::CORES] for core in range(CORES)]
    with multiprocessing.get_context("fork").Pool(CORES) as pool:
        pool.map(make, [portion[:FEW] for portion in portions], chunksize=1)  # what is compiled once, is
        start = time.perf_counter()
        pool.map(make, portions, chunksize=1)
        return len(written) / (time.perf_counter() - start) / CORES


def spark(written: list[str]) -> float:
    """How many seconds the example of Spark takes, from Parquet to Parquet, with all of its tables."""
    program = Path(__file__).parents[2] / "examples" / "spark" / "rebuild.py"
    with tempfile.TemporaryDirectory() as folder:
        resumes, out = Path(folder) / "resumes", Path(folder) / "out"
        resumes.mkdir()
        out.mkdir()
        for core in range(CORES):
            pq.write_table(table_of(written[core::CORES]), resumes / f"{core}.parquet")
        command = [sys.executable, str(program), str(resumes), str(out), "--at", CORPUS_NOW.isoformat()]
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start


def main() -> None:
    """Measure, and print resumes a second and core."""
    number = int(sys.argv[1]) if sys.argv[1:] else 2000
    written = [dump_resume(resume).decode() for resume in corpus(number, seed=9)]
    loop, arrow = on_all_cores(plain, written), on_all_cores(batches, written)
    print(
        f"{number} resumes on {CORES} cores; a second and core: plain loop {loop:.0f}, batches {arrow:.0f} ({arrow / loop:.2f})"
    )
    if shutil.which("java") and importlib.util.find_spec("pyspark"):
        begun, whole = spark(written[:FEW]), spark(written)
        rate, working = number / whole / CORES, number / (whole - begun) / CORES
        print(
            f"Spark {rate:.0f} ({rate / loop:.2f} of the plain loop), of which {begun:.0f} s of {whole:.0f} are its start: "
            f"without, {working:.0f} ({working / loop:.2f})"
        )


if __name__ == "__main__":
    main()
