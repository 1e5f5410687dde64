"""Texts without end against the finder: no exception, nothing of the writer's own on the screen, no text over its budget.

    python tests/fuzz.py --minutes 60 --seed 1

A program, not a test. A text is made of pieces: of the labelled sentences, of codes and signs that are not seen, of the
writer's own number, address and name cut up, and of any of them repeated up to the longest text that loads. Every other text
is one of the slowest so far, changed in a few places: so slow texts are found that no chance meets. What is found to be wrong
is printed as a Python string, the beginning of it, and the program ends with 1; `--keep` writes all of it to a file.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).parent
sys.path[:0] = [str(TESTS), str(TESTS / "text")]

from test_on_screen import KNOWN, LATIN, NAME, NUMBER, STRONG, gives_away  # noqa: E402  # found by the path above
from test_on_screen import MARKS as DIRECTIONS  # noqa: E402  # found by the path above

from odd_texts import CODES, MARKS, PLAIN, UNSEEN  # noqa: E402  # found by the path above
from resume_visibility.model.building import MOST_CHARACTERS  # noqa: E402  # found by the path above
from resume_visibility.text import Kind, find, hide  # noqa: E402  # found by the path above

MOST_TIMES = 30
"""How many times as long as prose of its length a text may take, at most."""
PROSE = "2019年起用Java与Spring Boot主导拆分，QPS由800升至12000，P99由480ms降到65ms；带领8人团队完成多次618保障，可用性99.99%。"
_ON_SCREEN = 1500
"""Longer texts are not drawn on the screen: that takes most of the time."""
_BRED, _BRED_FROM = 60, 120
"""How many of the slowest texts are changed, and how many characters of each."""

Draw = random.Random


def sentences() -> list[str]:
    """Every labelled sentence that there is."""
    lines = [line for file in sorted((TESTS / "text" / "sets").glob("*.jsonl")) for line in file.open("rb")]
    return [json.loads(line)["text"] for line in lines]


def of_sentence(draw: Draw, known: list[str]) -> str:
    """A stretch of a sentence."""
    text: str = draw.choice(known)
    start = draw.randrange(len(text))
    return text[start : start + draw.randint(1, 60)]


def odd(draw: Draw, _: list[str]) -> str:
    """A code, a sign, a mark or a word."""
    piece: str = draw.choice([*CODES, *UNSEEN, *PLAIN, *MARKS, *DIRECTIONS, *STRONG])
    return piece


def own(draw: Draw, _: list[str]) -> str:
    """A piece of something that is the writer's own, forwards or backwards."""
    secret: str = draw.choice([NUMBER, NUMBER, NAME, LATIN])
    start = draw.randrange(len(secret))
    piece: str = secret[start : start + draw.randint(1, len(secret))]
    return piece if draw.random() < 0.7 else piece[::-1]


def anything(draw: Draw, _: list[str]) -> str:
    """Some character of Unicode that a text may hold."""
    ranges = ((1, 0x3000), (1, 0xD800), (0xE000, 0x110000))
    return chr(draw.randrange(*draw.choice(ranges)))


PIECES: tuple[Callable[[Draw, list[str]], str], ...] = (of_sentence, odd, own, anything)


def text_of(draw: Draw, known: list[str]) -> str:
    """A text that loads."""
    weights = [draw.random() ** 2 for _ in PIECES]
    few = draw.choices(PIECES, weights, k=draw.randint(1, draw.choice([3, 12, 40])))
    text = "".join(piece(draw, known) for piece in few)
    if draw.random() < 0.3:
        text *= draw.randint(1, max(1, MOST_CHARACTERS // len(text)))
    return text[:MOST_CHARACTERS]


def bred(draw: Draw, slow: list[tuple[float, str]], known: list[str]) -> str:
    """One of the slowest texts so far, changed in a few places and repeated."""
    unit = draw.choice(slow)[1]
    for _ in range(draw.randint(1, 3)):
        at, gone = draw.randrange(len(unit) + 1), draw.choice([0, 0, 1, 6])
        piece = draw.choice(PIECES)(draw, known)[:20] if draw.random() < 0.7 else draw.choice(slow)[1][:40]
        unit = unit[:at] + piece + unit[at + gone :]
    return of_length(unit[:_BRED_FROM] or "1", draw.choice([300, 3000]))


def of_length(unit: str, size: int) -> str:
    """A text of that many characters that repeats something."""
    return (unit * (size // len(unit) + 1))[:size]


def seconds(text: str) -> float:
    """How long it takes to look at a text."""
    start = time.process_time()
    find(text, KNOWN)
    return time.process_time() - start


def times_of(text: str) -> float:
    """How many times as long as prose of its length a text takes, at its quickest: a machine may be busy, and compiles at first."""
    prose = of_length(PROSE, max(len(text), 300))
    took, least = seconds(text), seconds(prose)
    if took > MOST_TIMES * least:
        tries = [(seconds(text), seconds(prose)) for _ in range(6)]
        took, least = min(one for one, _ in tries), min(one for _, one in tries)
    return took / least


def wrong_with(text: str, slow: list[tuple[float, str]]) -> str | None:
    """What is wrong with what is found in a text, None where nothing is; a slow text comes among the slowest."""
    try:
        found = find(text, KNOWN)
        hidden = hide(text, found, frozenset(Kind))
    except Exception as error:  # whatever it is, it is a finding
        return f"raises {type(error).__name__}"
    if any(not 0 <= one.start < one.end <= len(text) for one in found):
        return "gives a stretch that is none of the text"
    if len(text) <= _ON_SCREEN and gives_away(hidden):
        return "shows what is the writer's own"
    times = times_of(text)
    slow.append((times, text[:_BRED_FROM]))
    slow.sort(reverse=True)
    del slow[_BRED:]
    return "takes too long" if times > MOST_TIMES else None


def main() -> int:
    """Look at texts until the time is over; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, help="a file that the texts with anything wrong are added to, as lines of JSON"
    )
    asked = parser.parse_args()
    draw, known = random.Random(asked.seed), sentences()
    slow: list[tuple[float, str]] = []
    end, number, wrong = time.monotonic() + asked.minutes * 60, 0, 0
    while time.monotonic() < end:
        text = bred(draw, slow, known) if slow and number % 2 else text_of(draw, known)
        number += 1
        problem = wrong_with(text, slow) if text.strip() and "\0" not in text else None
        if problem is not None:
            wrong += 1
            print(f"{problem}: {text[:300]!r}{' and so on' if len(text) > 300 else ''}", flush=True)
            if asked.keep:
                with asked.keep.open("a", encoding="utf-8") as kept:
                    kept.write(json.dumps(text) + "\n")
    print(f"{number} texts, {wrong} wrong; the slowest takes {max(slow)[0]:.1f} times as long as prose")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
