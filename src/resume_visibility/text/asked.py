"""What is refused of what a text is asked about: in one place, and cheaply, because it is looked at for each text."""

from ..model.arguments import mistake
from .known import Known


def expect_known(known: object, accounts: object) -> None:
    """Refuse what is no `Known`, and accounts that would be read letter by letter or not at all.

    Args:
        known: as for `find`.
        accounts: likewise.

    Raises:
        TypeError: one of them is of another type.
    """
    if type(known) is not Known:
        raise mistake("known", "a Known", known)
    if type(accounts) is not tuple:
        raise mistake("accounts", _ACCOUNTS, accounts)
    for one in accounts:
        if not isinstance(one, str):
            raise mistake("each of accounts", "a str", one)


_ACCOUNTS = 'a tuple of str, such as ("脉脉号",)'
