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
        "来艾欧尼亚加我好友，ID是⟦青山不打野#28417⟧，晚上在线",
        "游戏里加我，昵称：⟦青山不打野#28417⟧",
        # What is paid to.
        "Cash App $⟦karlotto3⟧",
        "CashApp me the deposit at $⟦DeshawnLaysTile⟧ and I'll hold your slot",
        "UPI: ⟦ravi.k@okcorp⟧",
        # Behind a label that says user.
        "apprentices still reach me through the Twitch whisper box (user: ⟦slagandsparks_jo⟧).",
        "Mastodon, mostly about bees; user: ⟦slag_sparks7⟧",
        "Mastodon, mostly about bees; user name: ⟦slag_sparks7⟧",
        "Mastodon, mostly about bees; nick: ⟦slag_sparks7⟧",
        "Mastodon, mostly about bees; handle: ⟦slag_sparks7⟧",
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
        # Characters between all its digits.
        "⟦1宁7波3北0仑5注8塑2工4找6我9打1⟧（汉字去掉就是手机）",
        # A mobile number is one, whatever stands before it.
        "住3-b-⟦13912345678⟧",
        "9-a-⟦139 1234 5678⟧",
        # Several numbers beside each other, which are written alike.
        "电话 ⟦8888-1234⟧ ⟦8888-1235⟧ ⟦8888-1236⟧",
        "Call ⟦98765-43210⟧ ⟦98765-43211⟧ ⟦98765-43212⟧",
        "Call ⟦98765 43210⟧, ⟦98765 43211⟧, ⟦98765 43212⟧",
        "tel ⟦6512 4417⟧ ⟦6512 4418⟧ ⟦6512 4419⟧",
        "Tel ⟦020 7946 0958⟧ ⟦020 7946 0959⟧",
        "电话 ⟦8888-1234⟧/⟦8888-1235⟧",
        "tel ⟦6512-4417⟧ 2019-2020 in Singapore",
        # What is apart from it, or written otherwise, is none.
        "电话 ⟦8888-1234⟧，型号 8812-4417",
        "⟦139 1234 5678⟧, 1200 3400 5600 units",
        "⟦139 1234 5678⟧, 120/3400/5600 units",
        # Parts of one number that are written alike are one.
        "tel ⟦6512417 6512418⟧",
        "tel ⟦652-4417-773-4418⟧",
        "Phone ⟦0171-234 56-78⟧ in Ulm",
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
        "游戏后台加好友的接口，工单ID：需求#4821",
        # Digits within a code, in groups of a report, of an example that is masked, in hours.
        "国家艺术基金项目（编号2018-A-04-027-0319）结项",
        "编报格式是 SYNOP:58424 11682 80708 10042 20031 这种五位一组",
        "Codes 58424 11682 80708 10042 20031 were sent each hour",
        "PPT里号码全部打码为138****0000",
        "脱敏样例 138xxxx0000",
        "掩码展示：138••••0000",
        "Mastodon moderation roles, user: moderator",
        "codes 94310 / six / six / 208",
        "TT 6,214:35, PIC 5,870",
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


def test_LAW_1_whether_a_label_calls_a_player_does_not_depend_on_a_known_name() -> None:
    """A name may hold a word for things that have a number."""
    texts = {name: f"加我好友，ID是{name}#28417" for name in ("任务明", "欧阳远")}
    left = {redact(text, known=Known(names=Names([name]))) for name, text in texts.items()}
    assert left == {"加我好友，ID是[社交账号已隐藏]"}
