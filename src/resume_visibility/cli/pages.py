"""The command `book`: where it writes."""

import argparse

from ..book import book
from ..model.language import Language
from ..policy.table import Policy
from .exports import NotWritten
from .policies import policy_of
from .viewers import path_of


def write_book(options: argparse.Namespace, language: Language) -> Policy:
    """Make the book, and write it in the place of whatever is there.

    Args:
        options: as `parser` reads them.
        language: of the book.

    Returns:
        The policy that the book is of.

    Raises:
        InvalidValue: a policy is none.
        OSError: the path can be none.
        NotWritten: the page cannot be written.
    """
    policy, other = policy_of(options.policy), policy_of(options.compare_with)
    path = path_of(options.out)
    try:
        path.open("ab").close()  # before the work, which takes seconds
        page = book(policy, language, compared_with=other)
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise NotWritten(options.out) from error
    return policy
