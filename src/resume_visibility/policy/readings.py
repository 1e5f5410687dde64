"""What the policy leaves open and its readings settle: each choice is one field, and its default is the candidate's side."""

import attrs


@attrs.frozen(kw_only=True)
class Readings:
    """The readings that a platform may choose otherwise. True is the reading of the rules; False shows more.

    The other readings (NAME-3, NAME-4, PHONE-3, CONTACT-2) are no choices: their other side would break a law.

    Args:
        future_block_holds: BLOCK-2, a block dated in the future blocks at once.
        client_blocks_headhunter: BLOCK-3, a headhunter is blocked when the client they act for is.
        untold_company_is_blocked: BLOCK-4, a company that cannot be told is blocked as soon as any is.
        mailbox_waits: APPLY-4, attachments and video wait until somebody signs in.
        lists_follow_visibility: APPLY-5, an application opens no list.
        block_holds_at_same_instant: APPLY-6, of a block and an application at the same instant.
        application_stays_with_company: APPLY-7, an application opens nothing to the other companies of the group.
        homepage_goes_with_email: CONTACT-1, the homepage is shown where e-mail is a channel.
        third_parties_stay_with_company: CAMPUS-2, the school is not shown family, emergency contact and relatives.
    """

    future_block_holds: bool = True
    client_blocks_headhunter: bool = True
    untold_company_is_blocked: bool = True
    mailbox_waits: bool = True
    lists_follow_visibility: bool = True
    block_holds_at_same_instant: bool = True
    application_stays_with_company: bool = True
    homepage_goes_with_email: bool = True
    third_parties_stay_with_company: bool = True


STRICT = Readings()
"""Every reading on the candidate's side."""
