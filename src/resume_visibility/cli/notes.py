"""Notes on standard error: what was asked may not be what was meant."""

from datetime import datetime
from os.path import isfile

from ..model.campus import CampusForm
from ..model.language import Language, Words
from ..model.resume import Resume
from ..model.settings import KeywordBlock
from .viewers import ids_in
from .words import in_beijing


def note_of_file(written: str | None, language: Language) -> str:
    """A note that a text is the name of a file, which is not looked into; empty if there is no such file.

    Args:
        written: the argument, if there is one.
        language: of the note.
    """
    if written is None or not isfile(written):  # noqa: PTH113  # `Path.is_file` raises an error for a long text
        return ""
    return Words(
        "note: this text is the name of a file; to look at what is in the file, use standard input: text < FILE",
        "注意：这段文字是一个文件的名称；要查看文件中的内容，请从标准输入读取：text < 文件",
    ).said(language)


def note_of_later_acts(asked: Resume | CampusForm, at: datetime, language: Language) -> str:
    """A note that a resume or form holds acts after the instant asked about, and may not be as it was then; empty if it holds none."""
    if isinstance(asked, CampusForm):
        done = [asked.handed_in]
    else:
        begun = [one.since for one in asked.conversations] + [one.begins for one in asked.consents]
        done = [*begun, *(one.at for one in asked.applications), *(one.at for one in asked.settings.blocks)]
    last = max(filter(None, done), default=at)
    if last <= at:
        return ""
    return Words(
        f"note: this holds acts after the instant asked about, the last on {in_beijing(last)}: it may not be as it was then",
        f"注意：其中有晚于所问时刻的行为（最晚 {in_beijing(last)}）：当时的内容可能与此不同",
    ).said(language)


def note_of_unnamed(written: str, resume: Resume | CampusForm, language: Language) -> str:
    """A note that a resume names nobody by the id in a short form, which may be mistyped; empty if it does, or names nobody at all.

    Args:
        written: the argument of `--as`.
        resume: the resume or form that is asked for.
        language: of the note.
    """
    if isinstance(resume, CampusForm):
        return ""
    named = {one.company for one in resume.applications} | {one.company for one in resume.conversations}
    named |= {one.company for one in resume.virtual_numbers if one.company is not None}
    named |= {one.company for one in resume.settings.blocks if not isinstance(one, KeywordBlock)}
    named |= {one.recipient for one in resume.consents}
    named |= {one.talk.school for one in resume.applications if one.talk is not None}
    if not named or named.issuperset(ids_in(written)):
        return ""
    # An explanation does not say whose company asked, and neither does the note (LAW-7).
    return Words(
        "note: an id of this viewer is in no block, application, conversation, consent or virtual number of this resume: check it, if it "
        "should be",
        "注意：这份简历的屏蔽、投递、在线沟通、单独同意和虚拟号码没有提到查看者的全部编号；应当提到的，请核对编号",
    ).said(language)
