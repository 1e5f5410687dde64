"""The rebuild of an index on Spark: exactly what changed is written, and broken resumes have a table of their own."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from resume_visibility import dump_resume
from resume_visibility.testing import CORPUS_NOW, corpus

ROOT = Path(__file__).parents[2]

HAS_SPARK = shutil.which("java") is not None and importlib.util.find_spec("pyspark") is not None
NOT_TRIED = (
    "NOT TRIED ON SPARK: it needs Java and the extra spark, too large for everybody, as .ci/run installs them"
)

pytestmark = pytest.mark.skipif(not HAS_SPARK, reason=NOT_TRIED)


def write(path: Path, documents: dict[str, str]) -> None:
    """A table of resumes."""
    pq.write_table(pa.table({"id": list(documents), "document": list(documents.values())}), path)


def rebuild(resumes: Path, out: Path) -> dict[str, int]:
    """What the program counts."""
    command = [
        sys.executable,
        "examples/spark/rebuild.py",
        str(resumes),
        str(out),
        "--at",
        CORPUS_NOW.isoformat(),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return {what: int(number) for what, number in (line.split(": ") for line in done.stdout.splitlines())}


def test_a_second_run_writes_what_changed(tmp_path: Path) -> None:
    """All documents at first; then those of changed resumes alone; what is gone is deleted; one broken resume stops nothing."""
    resumes, out = tmp_path / "resumes.parquet", tmp_path / "index"
    out.mkdir()
    documents = {resume.id: dump_resume(resume).decode() for resume in corpus(30, seed=2)}
    write(resumes, documents)
    first = rebuild(resumes, out)
    assert first["problems"] == 0
    assert 0 < first["documents"] == first["write"] < 2 * len(documents)
    table = pq.read_table(out / "documents").to_pylist()
    gone, broken, *_ = dict.fromkeys(row["id"] for row in table)
    del documents[gone]
    documents[broken] = "{}"
    write(resumes, documents)
    second = rebuild(resumes, out)
    assert second == {"documents": first["documents"] - 4, "problems": 1, "delete": 4}
    assert pq.read_table(out / "problems").to_pylist()[0]["id"] == broken
    assert {row["resume"] for row in pq.read_table(out / "changes").to_pylist()} == {gone, broken}


def test_a_run_that_is_stopped_at_its_end_forgets_no_document(tmp_path: Path) -> None:
    """A document that was written to the index is deleted from it when its resume is gone, wherever the run before was stopped."""
    resumes, out = tmp_path / "resumes.parquet", tmp_path / "index"
    documents = {resume.id: dump_resume(resume).decode() for resume in corpus(10, seed=2)}
    write(resumes, documents)
    first = rebuild(resumes, out)
    assert out.stat().st_mode & 0o077 == 0
    (out / "documents").rename(out / "documents.old")
    (out / "documents.new").mkdir()
    write(resumes, {"r-none": "{}"})
    assert rebuild(resumes, out)["delete"] == first["documents"]
    assert {one.name for one in out.iterdir()} == {"documents", "problems", "changes"}


@pytest.mark.parametrize(
    "name", ["documents", "documents.new", "documents.old", "problems", "changes", "documents/part-0"]
)
def test_a_run_reads_nothing_that_it_removes(name: str, tmp_path: Path) -> None:
    """A folder that each run makes anew is refused as what is read, and stays as it is."""
    out = tmp_path / "index"
    (out / name).mkdir(parents=True)
    with pytest.raises(AssertionError, match="expected resumes outside of"):
        rebuild(out / name, out)
    assert (out / name).exists()
