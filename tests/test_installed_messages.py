"""What the installed library says holds where it is installed: the pages of the source are not there."""

from pathlib import Path

import resume_visibility
from each import each

SOURCE = Path(resume_visibility.__file__).parent


@each("file", sorted(SOURCE.rglob("*.py")), ids=str)
def test_no_file_sends_anybody_to_a_page_that_is_not_installed(file: Path) -> None:
    """No message and no docstring names a file of the documentation by its path."""
    assert "docs/" not in file.read_text(encoding="utf-8")
