"""What the policy requires of a resume or form that is published, and what of it is not there."""

import re
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given

from each import each
from people import resume
from resume_visibility import CampusForm, Policy, Resume, load_resume
from resume_visibility.model import (
    Additional,
    Award,
    CampusEducation,
    CampusPosition,
    Certificate,
    Document,
    Education,
    Intention,
    LanguageAbility,
    Part,
    PortfolioImage,
    Proficiency,
    Project,
    Relatives,
    Skill,
    Training,
    Work,
)
from resume_visibility.policy import V2023_04, missing
from resume_visibility.policy.field_words import field_in_words
from resume_visibility.policy.words import WORDS
from resume_visibility.testing import forms, resumes
from resume_visibility.testing.invented.lacking import filled_paths, remove_value
from samples import ASKED_FOR, RESUMES

JSON_REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "json.md"
PERSONAL = (
    "basics.name",
    "basics.profile.gender",
    "basics.profile.born",
    "basics.contact.mobile",
    "basics.profile.work_started",
    "basics.profile.residence",
    "basics.profile.stage",
)


SECTIONS: dict[str, Any] = {
    "work": Work,
    "projects": Project,
    "education": Education,
    "awards": Award,
    "campus_positions": CampusPosition,
    "certificates": Certificate,
    "skills": Skill,
    "training": Training,
    "additional": Additional,
}


def test_personal_information_alone_is_required_of_a_resume() -> None:
    """二(一)3(1)a: a resume with nothing but ids lacks what 个人信息 requires, in the policy's order, and nothing else."""
    assert missing(Resume(id="r", candidate="c")) == PERSONAL
    assert missing(resume()) == ()


def test_a_section_that_is_filled_in_has_required_fields_of_its_own() -> None:
    """二(一)3(1)a: of a section, and of each of its items, what the policy marks 必填 is asked for, by its number."""
    lacks = resume(
        intention=Intention(position="工程师"),
        work=(*resume().work, Work(company="某公司")),
        skills=(Skill(name="Go", proficiency=Proficiency.GOOD), Skill()),
        portfolio=(PortfolioImage(image="i-1"),),
    )
    assert missing(lacks) == (
        "intention.cities",
        "intention.salary",
        "intention.job_type",
        "intention.search_status",
        "intention.availability",
        "work[1].period",
        "work[1].position",
        "work[1].description",
        "work[1].job_type",
        "skills[1].name",
        "skills[1].proficiency",
    )


def test_every_required_field_of_a_resume_is_asked_for() -> None:
    """二(一)3(1)a: of a resume in which each section is there and empty, the fields of the policy's table are missing, in its order."""
    items: dict[str, Any] = {name: (cls(),) for name, cls in SECTIONS.items()}
    empty = Resume(id="r", candidate="c", intention=Intention(), **items)
    asked = {
        "intention": "position cities salary job_type search_status availability",
        "work[0]": "company period position description job_type",
        "projects[0]": "name period description",
        "education[0]": "school degree period major full_time studied_abroad",
        "awards[0]": "name date",
        "campus_positions[0]": "title period",
        "certificates[0]": "name date",
        "skills[0]": "name proficiency",
        "training[0]": "course period institution",
        "additional[0]": "topic description",
    }
    assert missing(empty) == (
        *PERSONAL,
        *(f"{section}.{name}" for section, names in asked.items() for name in names.split()),
    )


def test_of_a_form_likewise() -> None:
    """二(一)3(1)b: a form has required fields of its own."""
    bare = CampusForm(id="f", candidate="c", company="acme")
    assert missing(bare) == (
        "basics.name",
        "basics.english_name",
        "basics.profile.gender",
        "basics.profile.born",
        "basics.profile.desired_places",
        "basics.contact.email",
        "basics.contact.mobile",
    )
    filled = attrs.evolve(
        bare, education=(CampusEducation(),), languages=LanguageAbility(), relatives=Relatives()
    )
    assert missing(filled)[len(missing(bare)) :] == (
        "education[0].highest_degree",
        "education[0].graduated",
        "education[0].school",
        "education[0].major",
        "languages.english_level",
        "languages.english_proficiency",
    )


@each("path", RESUMES, ids=lambda path: path.name)
def test_the_examples_lack_nothing(path: Any) -> None:
    """Each example resume could be published."""
    assert missing(load_resume(path.read_bytes())) == ()


@given(resumes())
def test_what_is_taken_away_is_missing_just_where_it_is_required(document: Resume) -> None:
    """A value less is one path more where the policy requires it, and none where it does not."""
    before = {*missing(document)}
    for path in filled_paths(document):
        name = "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in path).removeprefix(".")
        required = ".".join(one for one in path if isinstance(one, str)) in V2023_04.required[Document.RESUME]
        more = {*missing(remove_value(document, path))} - before
        if path[0] != "basics" or len(path) > 2 or path[-1] == "name":
            assert more == ({name} if required else set())


@given(forms())
def test_it_answers_for_every_form(form: CampusForm) -> None:
    """LAW-6: whatever a form lacks, the check names fields that the policy requires."""
    required = V2023_04.required[Document.FORM]
    for path in missing(form):
        assert "".join(one.partition("]")[2] or one for one in path.split("[")) in required


def test_another_ruleset_requires_something_else() -> None:
    """The list is a field of the ruleset: a later version may have another."""
    required = {**V2023_04.required, Document.RESUME: ("basics.name", "strengths")}
    later = Policy("later", ruleset=attrs.evolve(V2023_04, version="later", required=required))
    assert missing(Resume(id="r", candidate="c"), policy=later) == ("basics.name", "strengths")


def test_every_required_field_is_one_of_the_model() -> None:
    """A path that leads nowhere would be found when the tests are collected; as many as there are lead somewhere."""
    assert len(ASKED_FOR) == sum(map(len, V2023_04.required.values()))


def test_what_is_neither_is_a_type_error() -> None:
    """Anything but a resume or form, or a policy, is a programmer's mistake."""
    with pytest.raises(TypeError, match="expected resume to be a Resume or a CampusForm, got dict"):
        missing(cast("Any", {}))
    with pytest.raises(TypeError, match="expected policy to be a Policy, got str"):
        missing(resume(), policy=cast("Any", "2023-04"))


@each("document", Document)
def test_a_required_field_is_called_as_on_the_pages(document: Document) -> None:
    """One thing has one word: that of the reference of JSON, behind the word of its section; in English it is its path."""
    text = JSON_REFERENCE.read_text(encoding="utf-8")
    resume_text, form_text = text.split("\n## Campus or company-made form\n")
    rows = re.findall(
        r"\| `(\w+)` \|[^\n]*\| 发布必填 \| (\S+) \|",
        {Document.RESUME: resume_text, Document.FORM: form_text}[document],
    )
    words = [field_in_words(path, document) for path in V2023_04.required[document]]
    named = sorted((one.en.rpartition(".")[2], one.zh.partition("：")[2]) for one in words)
    assert named == sorted(rows)
    parts = {words.zh for choice, words in WORDS.items() if isinstance(choice, Part)}
    assert {one.zh.partition("：")[0] for one in words} <= parts
    assert field_in_words("work[11].company", Document.RESUME) == (
        "work[11].company",
        "工作经验第 12 项：公司名称",
    )


@each(
    ("path", "word"),
    [
        ("work.industry", "工作经验：行业"),  # which the policy does not require
        ("strengths", "个人优势"),
        ("video.id", "视频简介：视频编号"),
        ("hobbies[0].name", "hobbies[0].name"),  # a section of one's own
        ("work.unknown", "work.unknown"),
        ("settings.blocks", "settings.blocks"),
    ],
)
def test_what_a_policy_of_ones_own_requires_is_in_words_too(path: str, word: str) -> None:
    """Every field of this library has a Chinese word; what it does not know stays a path."""
    assert field_in_words(path, Document.RESUME) == (path, word)
