"""How long redaction takes, and how the time grows with the length of a hostile text.

    python tests/benchmarks/contacts.py            # speeds, and growth from 10 kB to 100 kB
    python tests/benchmarks/contacts.py --full     # growth to 1 MB, some minutes

The floor is what the plainest redactor takes on the same text in the same run: two regular expressions behind a search
for a digit or an at.
"""

import argparse
import math
import re
import time
import timeit
from collections.abc import Callable

from resume_visibility.text import Kind, Known, redact

PROSE = (
    "负责公司核心交易系统的架构设计与开发，带领团队完成微服务拆分，提升系统稳定性与可维护性，主导数据库优化。"
)
TYPICAL = (
    "负责电商平台订单中心的设计与开发，基于Spring Boot、MySQL、Redis与Kafka重构核心链路，将下单接口P99延迟从800ms降低到120ms，"
    "支撑大促期间峰值QPS 50000；主导数据库分库分表方案落地，完成3亿条历史数据平滑迁移，全程零故障；带领5人小组完成从单体到微服务"
    "的拆分，引入Docker与Kubernetes，发布效率提升60%；编写技术文档与单元测试，覆盖率达到85%以上；与产品、运营紧密协作，推动需求评审"
    "和上线复盘，连续两年获得公司优秀员工称号，热爱技术，善于总结，有较强的学习能力和抗压能力，期待加入一个有挑战的团队。"
)
ENGLISH = (
    "Led a team of 8 engineers building event-driven services in Java and Go; reduced p99 latency from 800 ms to 120 ms and "
    "cut infrastructure cost by 30%. Designed data pipelines on Kafka and Flink processing 2 billion events per day. "
    "Mentored junior developers, wrote design docs and ran weekly reviews."
)
PLAIN_ENGLISH = (
    "Led a team of engineers building event-driven services in several languages; reduced latency and cut the cost of the "
    "infrastructure by a third. Designed data pipelines that process billions of events, mentored junior developers, wrote "
    "design documents and ran weekly reviews of code and of incidents."
)
CHINESE = (PROSE * 6)[:280]
"""Nothing in it but Chinese characters."""


def holding(detail: str) -> str:
    """300 characters of Chinese prose with a contact detail in the middle."""
    return (CHINESE[:140] + detail + CHINESE[140:])[:300]


TEXTS = {
    "Chinese, nothing in it": (PROSE * 6)[:300],
    "Chinese, a number": holding("，联系电话13800138000，"),
    "Chinese, a number in Chinese": holding("，一三八零零一三八零零零，"),
    "Chinese, full-width digits": holding("，１３８－００１３－８０００，"),
    "Chinese, an account": holding("，微信zhang_88，"),
    "Chinese, a number that is both": holding("138 0013 8000 微信同号"),
    "Chinese, an address": holding("，邮箱zhang.san@qq.com，"),
    "Chinese, a disguised address": holding("，邮箱zhang(at)qq点com，"),
    "typical, no contact": TYPICAL[:300],
    "typical, a number": TYPICAL[:140] + "电话：138 0013 8000，" + TYPICAL[160:300],
    "typical, a number and an account": TYPICAL[:140]
    + "电话：138 0013 8000，微信：zhang_88"
    + TYPICAL[170:300],
    "English, nothing in it": PLAIN_ENGLISH[:300],
    "English, no contact": ENGLISH[:300],
}

HOSTILE = {
    "digits": "1",
    "blank lines": "\n。",
    "mobile numbers": "13800138000",
    "1-": "1-",
    "1-2.": "1-2.3 4/",
    "@": "@",
    "a.a.a@": "a.a.a@",
    "a": "a",
    "wx": "wx",
    "zero-width": "\u200b",
    "digit, zero-width": "1\u200b",
    "entities": "&#49;",
    "&": "&",
    "&amp;": "&amp;",
    "percent": "%31",
    "escapes": "\\u0031",
    "percent u": "%u0031",
    "percent, GBK": "%D5%C5",
    "percent, no text": "%D5",
    "percent, letters between": "%E9F",
    "zeros of entities": "&#0000",
    "one entity": "&#" + "0" * 5_000,
    "escaped bytes": "\\xe5\\xbc\\xa0",
    "octal": "\\345\\274\\240",
    "braces": "\\u{0",
    "punycode": "xn--ehqpd223d.",
    "no punycode": "xn--a-",
    "微信": "微信",
    "微信:": "微信: ",
    "电话": "电话",
    "订单号1": "订单号1",
    "addresses and numbers": "a@b.com 13900139000 ",
    "links in addresses": "-@t.me/",
    "codes in a row": "订单号1234、",
    "numerals": "一三八零",
    "numerals with places": "一万亿",
    "one three": "one three ",
    "onethree": "onethree",
    "newlines": "\n",
    "at": " at ",
    "a at b": "a at b dot ",
    "(at)": "(at)",
    "brackets": "(1",
    "underscores": "a_b1",
    "full-width": "１",
    "keycaps": "1️⃣",
    "emoji": "😊1",
    "look-alikes": "lO",
    "links": "t.me/",
    "dates": "2018.01-",
    "plus": "+1 ",
    "pieces": "后四位1",
    "marks": "[电话已隐藏]",
    "surrogates": "\ud800",
    "mixed": "a1@微.-",
    "words of fifty": "x" * 50 + "12 ",
}

_FLOOR_GUARD = re.compile(r"[0-9@]")
_FLOOR = (re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"), re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"))


def floor(text: str) -> str:
    """The plainest redactor there is."""
    if not _FLOOR_GUARD.search(text):
        return text
    for pattern in _FLOOR:
        text = pattern.sub("[hidden]", text)
    return text


OWN = Known(
    numbers=(("8613800138000", (Kind.PHONE,)), ("13800138000", (Kind.PHONE,))),
    emails=(("zhang.san@example.com", (Kind.EMAIL,)),),
)


def own(text: str) -> str:
    """Redact a candidate's own number and address."""
    return redact(text, known=OWN)


def microseconds(function: Callable[[str], str], text: str) -> float:
    """The best time of one call."""
    return min(timeit.repeat(lambda: function(text), number=500, repeat=7)) / 500 * 1e6


def seconds(function: Callable[[str], str], text: str) -> float:
    """The better of two runs."""
    best = math.inf
    for _ in range(2):
        start = time.process_time()
        function(text)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print the speeds and the exponents of growth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--full", action="store_true", help="grow to 1 MB instead of 100 kB")
    large = 1_000_000 if parser.parse_args().full else 100_000

    print(f"{'':34}{'redact':>10}{'own':>10}{'floor':>10}{'redact/floor':>14}")
    for name, text in TEXTS.items():
        ours, theirs, plain = (microseconds(function, text) for function in (redact, own, floor))
        print(f"{name:34}{ours:7.2f} µs{theirs:7.2f} µs{plain:7.2f} µs{ours / plain:14.1f}")

    print(f"\ngrowth from 10 kB to {large // 1000} kB: exponent, and µs per character at the end")
    worst = 0.0
    for name, unit in HOSTILE.items():
        small_text, large_text = ((unit * (size // len(unit) + 1))[:size] for size in (10_000, large))
        times = [(seconds(function, small_text), seconds(function, large_text)) for function in (redact, own)]
        exponents = [math.log(later / sooner) / math.log(large / 10_000) for sooner, later in times]
        worst = max(worst, *exponents)
        figures = "".join(
            f"{exponent:8.2f}{later / large * 1e6:9.3f}"
            for exponent, (_, later) in zip(exponents, times, strict=True)
        )
        print(f"{name:34}{figures}", flush=True)
    print(f"{'worst exponent':26}{worst:8.2f}")


if __name__ == "__main__":
    main()
