"""How the candidate is called in a view (NAME-1, NAME-3)."""

import re
from typing import TYPE_CHECKING, assert_never

from ..model.choices import Gender
from ..model.complete import complete
from ..model.language import Language, Words
from ..model.names import PersonName, is_chinese, visible

if TYPE_CHECKING:
    from ..model.campus_basics import CampusBasics
    from ..model.sections import Basics

# A wrong entry shows a character of somebody's given name; a missing one only says 欧 for 欧阳. So the list holds what is surely a surname:
# those that the ministry of public security counts (欧阳 1.11 million in 2020, then 上官, 皇甫, 令狐, 诸葛, 司徒, 司马, 申屠, 夏侯, 贺兰,
# 完颜, 慕容, 尉迟, 长孙) and old ones whose two characters are no plausible single surname with a given name. Left out: pairs of single
# surnames that stand side by side at the end of 百家姓 (岳帅, 缑亢, 况後, 有琴, 墨哈, 谯笪, 年爱, 阳佟, 商牟, 佘佴, 伯赏, 言福, 南荣), and
# compounds that read as a common surname with a common given name (乐正, 段干, 梁丘, 宗政, 仲孙, 左丘, 单于).
_LISTED = """
    欧阳 上官 皇甫 令狐 诸葛 司徒 司马 申屠 夏侯 贺兰 完颜 慕容 尉迟 长孙
    东方 端木 公孙 公冶 公羊 公西 宇文 独孤 南宫 钟离 濮阳 淳于 轩辕 呼延
    赫连 澹台 万俟 闻人 拓跋 百里 羊舌 颛孙 漆雕 壤驷 巫马 鲜于 闾丘 司空
    司寇 亓官 西门 东郭 南门 纳兰 叶赫那拉 爱新觉罗
"""

COMPOUND_SURNAMES = frozenset(_LISTED.split())
"""Compound surnames (复姓): a name that begins with one becomes "欧阳先生", and not "欧先生" (NAME-3)."""

SIMPLIFIED = str.maketrans(
    "歐陽諸馬賀蘭顏尉遲長孫東獨宮鍾離濮陽軒轅連臺萬聞門顓壤駟巫鮮閭納葉愛覺羅",
    "欧阳诸马贺兰颜尉迟长孙东独宫钟离濮阳轩辕连台万闻门颛壤驷巫鲜闾纳叶爱觉罗",
)
"""The characters of the list that have a traditional form."""


_HONORIFICS = complete(
    {
        Gender.MALE: Words("Mr.", "先生"),
        Gender.FEMALE: Words("Ms.", "女士"),
        Gender.UNKNOWN: Words("Mr./Ms.", "先生/女士"),
    },
    Gender,
)
_NICKNAMES = {
    gender: Words(words.en, words.zh.replace("女士", "女生")) for gender, words in _HONORIFICS.items()
}
"""In the community (COMMUNITY-1), where the policy says 女生."""

_COMPOUND_LENGTHS = sorted({len(surname) for surname in COMPOUND_SURNAMES}, reverse=True)
_COMPOUND_STARTS = frozenset(surname[0] for surname in COMPOUND_SURNAMES) | frozenset(map(chr, SIMPLIFIED))


def name_of(
    basics: "Basics | CampusBasics", language: Language, *, real: bool, in_community: bool = False
) -> str | None:
    """How a candidate is called: by the real name, or by an honorific; None where there is no name (NAME-1, COMMUNITY-1)."""
    if basics.name is None:
        return None
    if real:
        return basics.name.full
    return honorific(basics.name, basics.profile.gender, language, in_community=in_community)


def honorific(
    name: PersonName, gender: Gender | None, language: Language, *, in_community: bool = False
) -> str:
    """ "X先生" / "X女士", or "Mr. X" / "Ms. X", without a surname where none can be found (NAME-3). Where the gender is unknown or missing,
    both honorifics are named. In English the romanised surname is used where there is one.
    """
    title = (_NICKNAMES if in_community else _HONORIFICS)[gender or Gender.UNKNOWN].said(language)
    surname = _find_surname(name)
    match language:
        case Language.EN:
            surname = name.romanised_surname or surname
            return f"{title} {surname}" if surname else title
        case Language.ZH:
            return f"{surname}{title}"
        case _:
            assert_never(language)


_USUAL_CHARS = re.compile("[一-鿿]+")
"""The characters of nearly every Chinese name."""


def _find_surname(name: PersonName) -> str:
    """The surname; empty where none can be found without showing the whole name."""
    if name.surname is not None:
        return visible(name.surname)
    full = visible(name.full).replace(" ", "")
    if len(full) < 2 or not (_USUAL_CHARS.fullmatch(full) or all(map(is_chinese, full))):
        return ""
    if len(full) > 2 and full[0] in _COMPOUND_STARTS:
        for length in _COMPOUND_LENGTHS:
            if length < len(full) and full[:length].translate(SIMPLIFIED) in COMPOUND_SURNAMES:
                return full[:length]
    return full[0]
