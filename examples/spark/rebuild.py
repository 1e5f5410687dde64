"""Rebuild the documents of a search index with Spark: Parquet in, Parquet out, broken resumes in a table of their own.

    python examples/spark/rebuild.py resumes.parquet index/ --at 2026-07-01T00:00:00Z

Needs Java and the extra `spark`. Run it again after a change of resumes or of the policy: the table
`changes` holds exactly what has to be written to the index and deleted from it. Do that before the next run, which compares with this
one.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.pandas.types import from_arrow_schema

from resume_visibility.lists.batches import DOCUMENTS, index_batches

KEY = ["resume", "language", "key"]
"""What differs between the documents of an index."""


def documents_of(resumes: DataFrame, at: datetime) -> DataFrame:
    """The documents and problems of a table of resumes."""

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return index_batches(batches, at=at)

    return resumes.select("id", "document").mapInArrow(run, from_arrow_schema(DOCUMENTS))


def changes_between(old: DataFrame | None, new: DataFrame) -> DataFrame:
    """What to write and what to delete, so that an index that holds the old documents holds the new ones."""
    if old is None:
        return new.select(f.lit("write").alias("do"), *KEY, "content")
    before = old.select(*KEY, f.col("digest").alias("before"))
    joined = new.join(before, KEY, "full_outer")
    changed = joined.where(~f.col("digest").eqNullSafe(f.col("before")))
    return changed.select(
        f.when(f.col("digest").isNull(), "delete").otherwise("write").alias("do"), *KEY, "content"
    )


def refuse_own(resumes: Path, out: Path) -> None:
    """Refuse to read what a run itself writes and removes."""
    for name in ("documents", "documents.new", "documents.old", "problems", "changes"):
        if resumes.resolve().is_relative_to((out / name).resolve()):
            raise ValueError(f"expected resumes outside of {out / name}, which each run makes anew")


def tidy(out: Path) -> None:
    """Remove what a run that was stopped left behind. Its documents are whole where they have their place, and are not used elsewhere."""
    kept, old = out / "documents", out / "documents.old"
    if old.exists() and not kept.exists():
        old.rename(kept)
    for folder in (old, out / "documents.new"):
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(out: Path) -> None:
    """Put the new documents in the place of the old ones, which are removed once the new ones are there."""
    kept, old = out / "documents", out / "documents.old"
    if kept.exists():
        kept.rename(old)
    (out / "documents.new").rename(kept)
    shutil.rmtree(old, ignore_errors=True)


def rebuild(spark: SparkSession, resumes: Path, out: Path, at: datetime) -> dict[str, int]:
    """Rebuild, and count what was found.

    The new documents are written beside the old ones, and take their place when everything else is written: a run that stops
    leaves the old ones. What is read may be none of the folders that a run removes.
    """
    kept, fresh = out / "documents", out / "documents.new"
    refuse_own(resumes, out)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds what people wrote
    tidy(out)
    documents_of(spark.read.parquet(str(resumes)), at).write.parquet(str(fresh))
    found = spark.read.parquet(str(fresh))
    problems = found.where(f.col("problem").isNotNull()).select("id", "problem")
    documents = found.where(f.col("problem").isNull())
    old = spark.read.parquet(str(kept)).where(f.col("problem").isNull()) if kept.exists() else None
    changes = changes_between(old, documents)
    problems.write.mode("overwrite").parquet(str(out / "problems"))
    changes.write.mode("overwrite").parquet(str(out / "changes"))
    counts = {
        "documents": documents.count(),
        "problems": problems.count(),
        **{
            row["do"]: row["count"]
            for row in spark.read.parquet(str(out / "changes")).groupBy("do").count().collect()
        },
    }
    put_in_place(out)
    return counts


def main() -> None:
    """Read the arguments, start Spark on this machine, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("resumes", type=Path, help="Parquet with the columns id and document")
    parser.add_argument("out", type=Path, help="a folder, which keeps the documents for the next run")
    parser.add_argument("--at", type=datetime.fromisoformat, required=True, help="with its time zone")
    asked = parser.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers need the packages of this one
    spark = (
        SparkSession.builder.master("local[*]")
        .appName("rebuild")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    try:
        for what, number in rebuild(spark, asked.resumes, asked.out, asked.at).items():
            print(f"{what}: {number}")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
