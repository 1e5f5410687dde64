"""The ids of the rules that decisions cite. They are stable: a later version of the policy keeps them and adds its own."""

from ..model.building import Choice


class Clause(Choice):
    """A rule of the policy. The value is its id, as the documentation lists it; a ruleset says what it states."""

    GATE_1 = "GATE-1"
    GATE_2 = "GATE-2"
    GATE_3 = "GATE-3"
    GATE_4 = "GATE-4"
    MODE_1 = "MODE-1"
    MODE_2 = "MODE-2"
    MODE_3 = "MODE-3"
    MODE_4 = "MODE-4"
    PARTS_1 = "PARTS-1"
    BLOCK_1 = "BLOCK-1"
    APPLY_1 = "APPLY-1"
    APPLY_2 = "APPLY-2"
    APPLY_3 = "APPLY-3"
    APPLY_4 = "APPLY-4"
    APPLY_5 = "APPLY-5"
    APPLY_7 = "APPLY-7"
    NAME_1 = "NAME-1"
    PHONE_1 = "PHONE-1"
    PHONE_2 = "PHONE-2"
    CONTACT_1 = "CONTACT-1"
    CONTACT_2 = "CONTACT-2"
    CHAT_1 = "CHAT-1"
    COMMUNITY_1 = "COMMUNITY-1"
    RECOMMEND_1 = "RECOMMEND-1"
    CAMPUS_1 = "CAMPUS-1"
    CAMPUS_2 = "CAMPUS-2"
    SHARE_1 = "SHARE-1"
    SHARE_2 = "SHARE-2"
    SHARE_3 = "SHARE-3"
    SUPPORT_1 = "SUPPORT-1"
    OWNER_1 = "OWNER-1"
    DEFAULT_DENY = "LAW-5"


RULE_GROUPS = (
    *("ORDER", "GATE", "MODE", "PARTS", "BLOCK", "APPLY", "NAME", "PHONE", "CONTACT", "SEARCH", "EXPORT"),
    *("CHAT", "COMMUNITY", "RECOMMEND", "CAMPUS", "SHARE", "SUPPORT", "OWNER", "NOTICE", "LAW"),
)
"""The groups of all rules, of clauses and of others, in the order of the policy."""

_REFUSING_CLAUSES = frozenset(
    {
        *(Clause.GATE_1, Clause.GATE_2, Clause.GATE_3, Clause.GATE_4),
        *(Clause.MODE_4, Clause.BLOCK_1, Clause.PHONE_1, Clause.CONTACT_2, Clause.DEFAULT_DENY),
    }
)
GRANTING_CLAUSES = frozenset(Clause) - _REFUSING_CLAUSES
"""The clauses that give something."""
NEVER_REFUSING_CLAUSES = frozenset(
    {
        *(Clause.OWNER_1, Clause.PARTS_1, Clause.APPLY_1, Clause.APPLY_2, Clause.APPLY_3),
        *(Clause.APPLY_5, Clause.APPLY_7, Clause.NAME_1, Clause.PHONE_2),
    }
)
"""The clauses that refuse nothing as a whole."""
