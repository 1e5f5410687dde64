"""One version of the policy as a value: what it decides, what its clauses state, and what it has to keep."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

import attrs

from .. import policy as public  # by which annotations name what no view needs
from ..errors import InvalidValue, Problem
from ..model.building import check_of
from ..model.language import Words
from ..model.names import one_line
from ..model.parts import PARTS_OF, Document, Part
from .clauses import Clause
from .decisions import Decision
from .facts import Facts, Sharing
from .readings import Reading, Readings


@attrs.frozen
class ClauseText:
    """What a clause states.

    Args:
        gist: in one line.
        source: the places in the policy, such as "二(一)3(3)b, 五(三)5"; left out where the policy is silent.
        quotation: the policy's own words, verbatim, of each place on a line of its own; left out where the policy is silent.

    Raises:
        InvalidValue: there is a place without its words, or words without their place.
    """

    gist: Words
    source: str = ""
    quotation: str = ""

    def __attrs_post_init__(self) -> None:
        if bool(self.source) is not bool(self.quotation):
            given, missing = ("source", "quotation") if self.source else ("quotation", "source")
            expected = f"expected the {missing} beside the {given}, or neither"
            raise InvalidValue("ClauseText", [Problem(missing, expected)])


@attrs.frozen(kw_only=True)
class Edition:
    """The text of the policy from which the rules of a ruleset are, as the text itself says.

    Args:
        name: its version: 2023年4月版.
        updated: the day on which it was last changed (更新日期).
        in_force: the day from which it holds (生效时间).

    Raises:
        InvalidValue: the name is no text in one line, or a day is no date.
    """

    name: str
    updated: date
    in_force: date

    def __attrs_post_init__(self) -> None:
        problems = [problem.under("name") for problem in check_of(str)(self.name)] or [*one_line(self.name)]
        days = {"updated": self.updated, "in_force": self.in_force}
        problems += [
            Problem(name, "expected a date, such as date(2026, 1, 31)")
            for name, day in days.items()
            if type(day) is not date
        ]
        if problems:
            raise InvalidValue("Edition", problems)

    @property
    def words(self) -> Words:
        """Its name and days, in both languages."""
        updated, in_force = self.updated.isoformat(), self.in_force.isoformat()
        return Words(
            f"{self.name}, updated {updated}, in force since {in_force}",
            f"{self.name}，更新日期 {updated}，生效时间 {in_force}",
        )


AGE_MARK = "{age}"
"""Stands in the gist of a clause for the age of the ruleset: a ruleset with another age states that age."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ruleset:
    """One version of the policy. A later version is made from an earlier one by `attrs.evolve`, or afresh.

    Args:
        version: its name.
        edition: the text of the policy from which it is. The book and a comparison alone ask for it.
        decide: makes a decision of facts and readings; pure.
        texts: makes what each of its clauses states under some readings; a decision cites no other clause. A gist has `AGE_MARK` for
            the age.
        statements: makes the safety statements that it has to keep in every case under some readings. Each checks what its
            words say, so both are made of the same readings. `verify` alone asks for them.
        uncited: makes what its other rules state under some readings, by their ids: the rules that no decision cites. The book
            alone asks for it.
        readings: makes the readings of what the policy leaves open, in the order of its rules. The book alone asks for it.
        age: the age in years from which a candidate is shown to others (GATE-3).
        most_fresh: the longest time for which a view may be kept (NAME-2).
        shareable: the parts that consent can name (SHARE-1).
        required: the fields without which a resume or form is not complete (必填), by their paths: `work.company` is the field of
            each item of `work`. A section that is not filled in requires nothing.
        sharing: the clause by which each kind of sharing gives something (SHARE-1 to SHARE-3).

    Raises:
        InvalidValue: `edition` is no edition; `age` is below sixteen; `most_fresh` is not above zero, or is more than two hours;
            `shareable` has a part that no consent can name; `required` lacks a document, or has something else than paths; `sharing`
            lacks a kind, or has another clause. No case shows these, so `verify` could not find them.
    """

    version: str
    edition: Edition
    decide: Callable[[Facts, Readings], Decision]
    texts: Callable[[Readings], Mapping[Clause, ClauseText]]
    statements: "Callable[[Readings], tuple[public.Statement, ...]]"
    uncited: Callable[[Readings], Mapping[str, ClauseText]]
    readings: Callable[[], tuple[Reading, ...]]
    age: int
    most_fresh: timedelta
    shareable: frozenset[Part]
    required: Mapping[Document, tuple[str, ...]]
    sharing: Mapping[Sharing, Clause]

    def __attrs_post_init__(self) -> None:
        if problems := list(self._problems()):
            raise InvalidValue("Ruleset", problems)

    def _problems(self) -> Iterator[Problem]:
        if type(self.edition) is not Edition:
            yield Problem("edition", "expected an Edition")
        if type(self.age) is not int or self.age < _MIN_AGE:
            yield Problem("age", f"expected a whole number of years, at least {_MIN_AGE}")
        if type(self.most_fresh) is not timedelta or not timedelta() < self.most_fresh <= MAX_FRESH_TIME:
            yield Problem("most_fresh", "expected a timedelta above zero, of at most two hours")
        if type(self.shareable) is not frozenset or not self.shareable <= _NAMEABLE_PARTS:
            yield Problem("shareable", "expected a frozenset of parts that consent can name")
        required: object = self.required
        paths_of = dict(required) if isinstance(required, Mapping) else {}
        if paths_of.keys() != frozenset(Document) or not all(map(_are_paths, paths_of.values())):
            yield Problem("required", "expected a tuple of paths for each document")
        sharing: object = self.sharing
        given = dict(sharing) if isinstance(sharing, Mapping) else {}
        if not (given.keys() >= _SHARINGS and all(clause in _SHARING_CLAUSES for clause in given.values())):
            yield Problem("sharing", "expected SHARE-1, SHARE-2 or SHARE-3 for each kind of sharing but none")

    def __repr__(self) -> str:
        return f"<Ruleset {self.version}>"

    def stated(self, readings: Readings) -> Mapping[Clause, ClauseText]:
        """What each clause states under some readings, with the age of the ruleset.

        Args:
            readings: the choices of the platform.
        """
        age = str(self.age)
        return {
            clause: attrs.evolve(text, gist=Words(*(words.replace(AGE_MARK, age) for words in text.gist)))
            for clause, text in self.texts(readings).items()
        }


def _are_paths(paths: object) -> bool:
    return isinstance(paths, tuple) and all(isinstance(path, str) for path in paths)


_MIN_AGE = 16
MAX_FRESH_TIME = timedelta(hours=2)
"""The longest time for which any view may be kept (NAME-2)."""
_SHARINGS = frozenset(Sharing) - {Sharing.NONE}
_SHARING_CLAUSES = (Clause.SHARE_1, Clause.SHARE_2, Clause.SHARE_3)
_NAMEABLE_PARTS = PARTS_OF[Document.RESUME] - {Part.NATIONAL_ID, Part.VIRTUAL_NUMBER, Part.DELIVERY}
"""The parts that a consent can name (SHARE-1). A virtual number is for companies, a national ID number for owner and form's company."""
