"""Lines as they stand at the head of resumes, generated: details and facts in any order, parted by all sorts of signs."""

from collections.abc import Iterator
from random import Random

from scorer import Row, Span

from resume_visibility.text.platforms import PLATFORMS


def _words(listing: str) -> list[str]:
    return listing.split()


_SEPARATORS = (" | ", " / ", "，", "\n", " · ", " • ", "\t", "；", "  ", "、", " - ", ", ")
_LED = (
    "{name}：{account}",
    "{name}:{account}",
    "{name} {account}",
    "{name}号 {account}",
    "{name} - {account}",
    "{name}/{account}",
)
_GLUED = "{name}{account}"
_BEHIND = ("{account}（{name}）", "{account}({name})", "{account} ({name})", "{account}（{name}号）")
_SYLLABLES = _words(
    "zhang li wang chen liu yang zhao wu zhou xu sun ma zhu hu lin he guo luo mei yue hao jun wei ting xin yu fan jie kai"
)
_METRICS = _words(
    "ROI GMV CPE CPM KOL KOC UGC PV UV DAU MAU SKU SPU CTR CVR ROAS SCRM CRM OKR SOP API MCN KPI"
)
_FACTS = (
    "上海", "杭州", "本科", "硕士", "产品经理", "Java", "Java8", "Spring Boot", "CET-6", "CET6 521", "ISO9001", "HSK5", "2019届", "P7", "C1驾照", "15k*14", "党员",
    "30岁", "8年经验", "Python3", "MySQL8", "k8s", "Product Manager", "Suzhou", "PMP", "CPA", "GPA 3.7", "离职-随时到岗", "B2B", "O2O", "React18", "github.com",
)  # fmt: skip
_MAILS = ("163.com", "qq.com", "gmail.com", "126.com", "outlook.com", "example.com")


def headers(count: int, seed: int) -> Iterator[Row]:
    """So many lines with the details in them, the same for the same seed; one in three has no account but what looks like one."""
    draw = Random(seed)
    for _ in range(count):
        spans: list[Span] = []
        pieces = draw.sample(_FACTS, draw.randint(1, 3))
        for _ in range(draw.choice((0, 1, 1, 2))):
            detail = _mobile(draw) if draw.random() < 0.5 else f"{_name(draw)}@{draw.choice(_MAILS)}"
            spans.append(Span(detail, "email" if "@" in detail else "phone"))
            pieces.append(detail)
        if draw.random() < 0.67:
            name, account = _account(draw)
            spans.append(Span(account, "messenger"))
            led = draw.choice(
                _BEHIND if draw.random() < 0.25 else _LED if name.isascii() else (*_LED, _GLUED)
            )
            pieces.append(led.format(name=name, account=account))
        else:
            name, _ = _account(draw)
            pieces.append(f"{name}{draw.choice(('', ' ', '：'))}{_figure(draw)}")
        draw.shuffle(pieces)
        text = draw.choice(_SEPARATORS).join(pieces)
        yield Row(
            text, tuple(spans), "plain" if spans else "clean", "zh", "messenger" if spans else "clean", "head"
        )


def _account(draw: Random) -> tuple[str, str]:
    """The name of a platform, and an account with it."""
    platform = draw.choice([one for one in PLATFORMS if one.names])
    name = draw.choice((*platform.names, *platform.nicknames, *platform.short))
    if platform.name == "qq":
        return name, str(draw.randint(10**7, 10**10))
    return name, _name(draw)


def _name(draw: Random) -> str:
    one, two = draw.sample(_SYLLABLES, 2)
    figures = draw.choice((draw.randint(10, 99), draw.randint(1970, 2005)))
    return draw.choice(
        (
            f"{one}{two}{figures}",
            f"{one}{two}_{figures}",
            f"{one}_{two}{figures}",
            f"{one}.{two}{figures}",
            f"{one}-{two}",
            f"{one}_{two}",
        )
    )


def _mobile(draw: Random) -> str:
    digits = f"1{draw.randint(30, 99)}{draw.randint(0, 10**8 - 1):08}"
    return draw.choice(
        (digits, f"{digits[:3]}-{digits[3:7]}-{digits[7:]}", f"{digits[:3]} {digits[3:7]} {digits[7:]}")
    )


def _figure(draw: Random) -> str:
    """A metric and its figure, as people in marketing write it."""
    figure = draw.choice(
        (
            f"{draw.randint(1, 99) / 10}",
            f"{draw.randint(1, 900)}w",
            f"{draw.randint(10, 900)}",
            f"{draw.randint(1, 90)}w+",
        )
    )
    return draw.choice(_METRICS) + figure + draw.choice(("", "", "篇", "家", "元", "，爆文12篇"))
