"""Compound surnames (复姓): a name that begins with one becomes "欧阳先生", and not "欧先生" (NAME-3).

A wrong entry shows a character of somebody's given name; a missing one only says 欧 for 欧阳. So the list holds what is
surely a surname: those that the ministry of public security counts (欧阳 1.11 million in 2020, then 上官, 皇甫, 令狐, 诸葛,
司徒, 司马, 申屠, 夏侯, 贺兰, 完颜, 慕容, 尉迟, 长孙) and old ones whose two characters are no plausible single surname with
a given name. Left out: pairs of single surnames that stand side by side at the end of 百家姓 (岳帅, 缑亢, 况後, 有琴, 墨哈,
谯笪, 年爱, 阳佟, 商牟, 佘佴, 伯赏, 言福, 南荣), and compounds that read as a common surname with a common given
name (乐正, 段干, 梁丘, 宗政, 仲孙, 左丘, 单于).
"""

_LISTED = """
    欧阳 上官 皇甫 令狐 诸葛 司徒 司马 申屠 夏侯 贺兰 完颜 慕容 尉迟 长孙
    东方 端木 公孙 公冶 公羊 公西 宇文 独孤 南宫 钟离 濮阳 淳于 轩辕 呼延
    赫连 澹台 万俟 闻人 拓跋 百里 羊舌 颛孙 漆雕 壤驷 巫马 鲜于 闾丘 司空
    司寇 亓官 西门 东郭 南门 纳兰 叶赫那拉 爱新觉罗
"""

COMPOUND_SURNAMES = frozenset(_LISTED.split())

SIMPLIFIED = str.maketrans(
    "歐陽諸馬賀蘭顏尉遲長孫東獨宮鍾離濮陽軒轅連臺萬聞門顓壤駟巫鮮閭納葉愛覺羅",
    "欧阳诸马贺兰颜尉迟长孙东独宫钟离濮阳轩辕连台万闻门颛壤驷巫鲜闾纳叶爱觉罗",
)
"""The characters of the list that have a traditional form."""
