"""How fast the documents of an index are made: in a plain loop, through Arrow batches, and on Spark.

    python tests/benchmarks/batches.py [NUMBER]

A program, not a test. Spark is measured where Java and the extra spark are there; its figure holds the start of the workers.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from resume_visibility import Language, dump_resume, load_resume
from resume_visibility.lists import index_documents
from resume_visibility.lists.batches import index_batches
from resume_visibility.testing import CORPUS_NOW, corpus


def main() -> None:
    """Measure, and print resumes a second and core."""
    number = int(sys.argv[1]) if sys.argv[1:] else 2000
    written = [dump_resume(resume).decode() for resume in corpus(number, seed=9)]
    start = time.perf_counter()
    for document in written:
        resume = load_resume(document)
        for language in Language:
            index_documents(resume, language=language, at=CORPUS_NOW)
    plain = number / (time.perf_counter() - start)
    table = pa.table({"id": [str(place) for place in range(number)], "document": written})
    start = time.perf_counter()
    found = sum(len(batch) for batch in index_batches(table.to_batches(500), at=CORPUS_NOW))
    batches = number / (time.perf_counter() - start)
    print(
        f"{number} resumes, {found} documents; a second and core: plain loop {plain:.0f}, batches {batches:.0f}"
    )
    if shutil.which("java") and importlib.util.find_spec("pyspark"):
        print(f"Spark {_spark(table, number):.0f} ({_spark(table, number) / plain:.2f} of the plain loop)")


def _spark(table: pa.Table, number: int) -> float:
    program = Path(__file__).parents[2] / "examples" / "spark" / "rebuild.py"
    with tempfile.TemporaryDirectory() as folder:
        resumes = Path(folder) / "resumes"
        resumes.mkdir()
        cores = os.cpu_count() or 1
        for part in range(cores):
            portion = table.slice(part * number // cores, -(-number // cores))
            pq.write_table(portion, resumes / f"{part}.parquet")
        command = [
            sys.executable,
            str(program),
            str(resumes),
            f"{folder}/out",
            "--at",
            CORPUS_NOW.isoformat(),
        ]
        (Path(folder) / "out").mkdir()
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return number / (time.perf_counter() - start) / cores


if __name__ == "__main__":
    main()
