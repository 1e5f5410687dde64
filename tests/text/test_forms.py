"""Details that have a form or a label of their own: players with a figure, users of payments, short numbers, figures among words."""

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, Known, Names, redact

MARK = MARKS[Language.ZH]


@each(
    "text",
    [
        # A player whose name others have, too.
        "BattleTag: ⟦Torvald#21873⟧",
        "my BattleTag, ⟦Ferrous#21847⟧, is the easiest way to find me",
        "Battle.net ⟦花猫#51234⟧",
        "Discord ⟦花猫#4482⟧",
        "Riot ID: ⟦LindaCrafts#EUW⟧",
        # What is paid to.
        "Cash App $⟦karlotto3⟧",
        "CashApp me the deposit at $⟦DeshawnLaysTile⟧ and I'll hold your slot",
        "UPI: ⟦ravi.k@okcorp⟧",
        # Behind a label that says user.
        "apprentices still reach me through the Twitch whisper box (user: ⟦slagandsparks_jo⟧).",
        "LINE: search the ID ⟦chaiyo_brewer⟧, the picture is a tuk-tuk",
        "ham radio call sign ⟦G4XYZ⟧, listening on 145.500",
        "业余无线电呼号 ⟦BG4XYZ⟧",
        "seller name ⟦Fitted By Oluchi⟧, use the reply form",
        "leave a note on User talk:⟦Fenland Heron⟧ if the e-mail bounces",
        "企微上加“⟦屿安设计-小顾⟧”可以看到我的名片",
        # By a form that nothing else has.
        "⟦SW-4417-9032-6680⟧, I bring the trophies",
        "My gamertag ⟦SilentOtter⟧",
    ],
)
def test_CONTACT_2_an_account_is_found_by_its_form_or_its_label(text: str) -> None:
    """The whole of it, with the figure behind it, and nothing beside it."""
    written, left = without_brackets(text, MARK[Kind.MESSENGER])
    assert redact(written) == left


@each(
    "text",
    [
        "内线短号 ⟦668213⟧，集团网内免费打",
        "短号：⟦66821⟧",
        "hello dear sir, i am from patna, ⟦94310 six six 208⟧, family is ready",
        "the boat has an Iridium handset, ⟦8816 3149 0275⟧, otherwise wait",
        "电话⟦137 0000 2218⟧至⟦137 0000 2219⟧",
    ],
)
def test_CONTACT_2_a_number_is_found_by_its_label_or_among_words(text: str) -> None:
    """A short number of a company, figures and words in one number, a telephone at sea."""
    written, left = without_brackets(text, MARK[Kind.PHONE])
    assert redact(written) == left


@each(
    "text",
    [
        "pay to ⟦9876543210@ybl⟧",
        "⟦ravi.k@oksbi⟧ works",
        "⟦ruth [snail] mokoena83 [dot] webmail [dot] co [dot] za⟧, sorry",
    ],
)
def test_CONTACT_2_an_address_is_found_whose_host_or_at_is_unusual(text: str) -> None:
    """Addresses of payments end in the name of a bank; any word in brackets is an at if dots in brackets follow."""
    written, left = without_brackets(text, MARK[Kind.EMAIL])
    assert redact(written) == left


@each(
    "text",
    [
        # What has a number is no player.
        "Steam 项目需求#4821 已上线",
        "Fixed bug#48213 in the Discord bot",
        "PR#20411 merged into the Battle.net launcher",
        # An amount is no user.
        "PayPal $12000 in fees",
        "Cash App $10 referral campaign",
        # A user of tests, a flight, a file.
        "call sign BAW123 for charter",
        "Audit ref WC/23/0791 if you want dull reading",
        "短号业务增长12%",
        # Numbers of things in a row: the name before the first says what the others are.
        "耳标号137 0000 2218到137 0000 2390这批猪",
        "订单13700002218至13700002219",
        "engine nos 60300 245180 to 60300 245196",
        # Figures and words that count.
        "We sold 1200, two 3500, four",
        "scores 1200 two 3500 four points",
        "1200 two 3500 four 17",
        "in batches of 120 four five 2100 metres",
        "invoice 94310 six six 208",
        "values [key] page [1] of lists",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    """What stands beside it, or the form itself, says that it is no detail."""
    assert redact(text) is text


def test_LAW_1_the_figure_behind_a_player_is_not_judged_by_a_known_name() -> None:
    """Where a name stands for the figure, it has its own mark."""
    known = Known(names=Names(["Li Wu"]))
    assert redact("Riot ID: LindaCrafts#liwu", known=known) == "Riot ID: [社交账号已隐藏]#[姓名已隐藏]"
