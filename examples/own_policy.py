"""A policy of one's own: the alternative of one reading, and who confirmed it. `python examples/own_policy.py` prints what it changes.

The command line takes it as `examples.own_policy:OURS`, in the folder of the source.
"""

from datetime import date

from resume_visibility import POLICY_2023_04, Policy
from resume_visibility.policy import Confirmation, Readings, compare, verify

OURS = Policy(
    "2026-01-ours",
    readings=Readings(mailbox_waits=False),
    confirmed=(Confirmation("APPLY-4/1", by="隐私办公室", on=date(2026, 1, 31), alternative=True),),
)

if __name__ == "__main__":
    print(f"{len(verify(OURS))} statements not kept")
    found = compare(POLICY_2023_04, OURS)
    print(f"{len(found.more)} cases show more, {len(found.less)} less; for example:")
    print(found.more[0])
