"""Programs in processes of their own, whose hashes differ."""

import os
import subprocess
import sys


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
