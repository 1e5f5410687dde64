"""Load the resumes, unless they are there, and serve: `python -m examples.service`."""

import argparse
import os
from pathlib import Path

import uvicorn

from .demo import load
from .store import Store


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m examples.service", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("service-data"), help="the folder of database and files"
    )
    parser.add_argument(
        "--database", help="a URL, such as postgresql://user@host/name; SQLite in --data, unless given"
    )
    parser.add_argument("--resumes", type=int, default=5000, help="how many to load into an empty database")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--origin", help="under which browsers see it, such as https://resumes.example.com")
    parser.add_argument("--workers", type=int, default=1, help="processes that answer")
    given = parser.parse_args()
    os.umask(0o077)  # what is kept holds people's data, and the folder may be there already, open to others
    given.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = given.database or f"sqlite:///{(given.data / 'service.db').resolve()}"
    for done in load(Store(database), given.resumes):
        print(f"{done} resumes loaded", flush=True)
    origin = given.origin or f"http://127.0.0.1:{given.port}"
    os.environ["SERVICE_DATABASE"] = database
    os.environ["SERVICE_FILES"] = str((given.data / "exports").resolve())
    os.environ["SERVICE_ORIGIN"] = origin
    print(f"open {origin}", flush=True)
    # The log of requests would hold what somebody searched for.
    uvicorn.run(
        f"{__package__}.app:made", factory=True, port=given.port, workers=given.workers, access_log=False
    )


if __name__ == "__main__":
    main()
