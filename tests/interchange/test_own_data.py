"""The page on one's own data: what it shows of Django runs, in a process of its own, on the models that it shows."""

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "your-own-data.md"

PROGRAM = """
import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["people"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from datetime import date
from django.db import connection
from people.models import Job, Person

with connection.schema_editor() as editor:
    editor.create_model(Person)
    editor.create_model(Job)
li = Person.objects.create(real_name="李伟", birthday=date(1990, 5, 4))
Job.objects.create(person=li, employer="示例科技有限公司", began=date(2019, 7, 1))
Job.objects.create(person=li, employer="样例公司")
Person.objects.create()
with connection.execute_wrapper(lambda execute, *rest: print("query") or execute(*rest)):
    exec(PAGE)
    print(ascii([(one.company, one.period and one.period.start.year) for one in PEOPLE.read(li).resume.work]))
print(read.resume.id, read.resume.basics.name, read.resume.work)
"""


def test_models_of_django_are_read(tmp_path: Path) -> None:
    """Models are read as the page shows, missing values and all, with one query for the rows and one for those of each manager."""
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    app, use = (block for block in blocks if block.startswith(("# people/", "from people.")))
    (tmp_path / "people").mkdir()
    for name, text in re.findall(r"^# (\S+\.py)\n(.*?)(?=^# \S+\.py|\Z)", app, re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "program.py").write_text(PROGRAM.replace("PAGE", repr(use)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "program.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    shown = ascii([("示例科技有限公司", 2019), ("样例公司", None)])
    assert done.stdout.splitlines() == ["query", "query", "query", shown, "2 None ()"]
