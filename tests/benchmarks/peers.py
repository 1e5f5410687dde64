"""Score other redactors on the contact sets: the same sentences, the same scorer, the same prose.

    python -m venv peers && peers/bin/pip install jionlp phonenumbers scrubadub presidio-analyzer
    peers/bin/python tests/benchmarks/peers.py tests/text/sets/held_out_*.jsonl

They are no dependencies of the project. Each is given every kind of detail that it knows, the regions whose numbers the
sets hold, and else its own defaults; no limit on tries. One that is not installed is left out. This library is scored beside them where it can be imported.
"""

import argparse
import sys
import timeit
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "text"))
sys.path.insert(0, str(Path(__file__).parents[2] / "src"))

from prose import prose
from scorer import GRADES, rows, score

Redact = Callable[[str], str]
MARK = "[withheld]"
# The regions whose numbers the sets hold, tried on every sentence.
REGIONS = ("CN", "HK", "US", "GB")


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a mark in the place of each span."""
    pieces: list[str] = []
    kept = 0
    for start, end in sorted(spans):
        if start >= kept:
            pieces += (text[kept:start], MARK)
        kept = max(kept, end)
    return "".join((*pieces, text[kept:]))


def jionlp() -> Redact:
    """All of its extractors of contact details."""
    jio = import_module("jionlp")

    extractors = (
        jio.extract_phone_number,
        jio.extract_email,
        jio.extract_id_card,
        jio.extract_qq,
        jio.extract_wechat_id,
    )

    def redact(text: str) -> str:
        found: list[dict[str, tuple[int, int]]] = []
        for extract in extractors:
            # Its extractor of addresses raises on some that it has found itself; the others are still heard.
            with suppress(AttributeError):
                found += extract(text, detail=True)
        return without(text, [item["offset"] for item in found])

    return redact


def phonenumbers() -> Redact:
    """Its matcher for valid numbers, without a limit on the tries."""
    package = import_module("phonenumbers")

    def redact(text: str) -> str:
        matchers = (
            package.PhoneNumberMatcher(text, region, leniency=package.Leniency.VALID, max_tries=sys.maxsize)
            for region in REGIONS
        )
        return without(text, [(match.start, match.end) for matcher in matchers for match in matcher])

    return redact


def scrubadub() -> Redact:
    """Its detectors of phones, addresses, handles and links, for each region."""
    package = import_module("scrubadub")
    scrubbers = [package.Scrubber(locale=locale) for locale in ("zh_CN", "en_US", "en_GB")]

    def redact(text: str) -> str:
        found = [filth for scrubber in scrubbers for filth in scrubber.iter_filth(text)]
        return without(text, [(filth.beg, filth.end) for filth in found])

    return redact


def presidio() -> Redact:
    """Its pattern recognisers of phones and addresses, by themselves."""
    recognizers = import_module("presidio_analyzer.predefined_recognizers")
    phones = recognizers.PhoneRecognizer(supported_regions=REGIONS)
    mails = recognizers.EmailRecognizer()

    def redact(text: str) -> str:
        found = [
            *phones.analyze(text, ["PHONE_NUMBER"], None),
            *mails.analyze(text, ["EMAIL_ADDRESS"], None),
        ]
        return without(text, [(result.start, result.end) for result in found])

    return redact


def ours() -> Redact:
    """This library's redactor."""
    redact: Redact = import_module("resume_visibility.text").redact
    return redact


PEERS = {
    "jionlp": ("jionlp", jionlp),
    "phonenumbers": ("phonenumbers", phonenumbers),
    "scrubadub": ("scrubadub", scrubadub),
    "presidio-analyzer": ("presidio patterns", presidio),
    "resume-visibility": ("this library", ours),
}


def main() -> None:
    """Print a line for each redactor that is installed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--prose", type=int, default=1000, help="how many sentences of prose (%(default)s)")
    given = parser.parse_args()
    labelled = [row for part in given.sets for row in rows(part)]
    sentences = list(prose(given.prose, 20260))
    sample = "负责公司核心交易系统的架构设计与开发，带领团队完成微服务拆分。" * 10
    print(f"{'':30}" + "".join(f"{grade:>12}" for grade in GRADES) + f"{'prose hurt':>12}{'300 chars':>12}")
    for package, (name, make) in PEERS.items():
        try:
            redact = make()
            release = version(package)
        except PackageNotFoundError:
            release = "source"
        except ImportError as missing:
            print(f"{name:30}not installed ({missing.name})")
            continue
        grades = score(labelled, redact).by_grade
        hurt = sum(redact(sentence) != sentence for sentence in sentences)
        speed = min(timeit.repeat(partial(redact, sample[:300]), number=20, repeat=3)) / 20 * 1e6
        cells = "".join(f"{grades[grade].right:>7}/{grades[grade].total:<4}" for grade in GRADES)
        print(f"{name + ' ' + release:30}{cells}{hurt:>12}{speed:>9.1f} µs", flush=True)


if __name__ == "__main__":
    main()
