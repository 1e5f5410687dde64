"""Programs in processes of their own, whose hashes differ."""

import os
import subprocess
import sys

UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
"""The environment of a process whose lines are not counted: it is killed or cannot write, and so would leave half a file of them,
or it runs a copy of the package.
"""


def said_in_each(program: str) -> set[bytes]:
    """What a program prints, in four processes with different hashes: one text where it depends on no order of a set.

    Args:
        program: in Python.
    """
    return {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in range(4)
    }
