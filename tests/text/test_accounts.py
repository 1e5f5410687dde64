"""Accounts of every usual shape behind the name of every messenger."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, find_in_link, redact
from resume_visibility.text.accounts import candidates_in
from resume_visibility.text.judgement import is_known, layers_of
from resume_visibility.text.platforms import PLATFORMS, Platform

ACCOUNT = MARKS[Language.ZH][Kind.MESSENGER]
LABELS = (
    "微信：", "微信号：", "我的微信是", "加微信", "加我微信：", "WeChat: ", "WeChat ID: ", "my WeChat is ", "wx：", "vx ", "V：",
    "QQ：", "QQ号：", "Telegram: ", "TG：", "WhatsApp: ", "Skype: ", "Line: ", "LINE ID: ", "my LINE is ", "IG: ", "ins：", "抖音：",
    "抖音号：", "小红书：", "小红书号：", "微博：", "B站：", "哔哩哔哩：", "钉钉：", "钉钉号：", "飞书：", "Lark: ", "Lark ID: ", "Signal: ",
    "Discord: ", "Facebook: ", "LinkedIn: ", "领英：", "知乎：", "快手：", "视频号：", "KakaoTalk: ", "Zalo: ", "Viber: ",
    "脉脉：", "微信（常用）：", "WeChat ID (not my number): ", "微信沟通：",
)  # fmt: skip
ACCOUNTS = (
    "lw19930517", "zl1995", "q284710", "hh880123", "zhang_88", "amy.lin", "wxid_ab12cd34ef", "kevin-liu9", "linda2020",
    "ZhaoMin77", "284710635",
)  # fmt: skip


@each("label", LABELS)
@each("account", ACCOUNTS)
def test_an_account_of_a_usual_shape_is_redacted(label: str, account: str) -> None:
    """CONTACT-2: initials and a birthday as well as a name; nothing beside it is touched."""
    shown = redact(f"{label}{account}，期望城市成都")
    assert shown.removeprefix(label) in (
        f"{ACCOUNT}，期望城市成都",
        f"{MARKS[Language.ZH][Kind.PHONE]}，期望城市成都",
    )


_PROGRAMS = st.sampled_from(["java", "python", "excel", "spring", "office", "photoshop", "vue"])
_CALLED = st.sampled_from(
    [
        "微信号：",
        "微信号:",
        "微信号是",
        "微信账号：",
        "wx号：",
        "微信ID：",
        "WeChat ID: ",
        "Telegram ID: ",
        "Skype ID: ",
    ]
)


@given(_CALLED, _PROGRAMS, st.integers(10, 99_999))
def test_CONTACT_2_a_word_of_programs_is_an_account_where_the_label_says_so(
    label: str, word: str, figures: int
) -> None:
    """With two figures or more, behind a label that says account and nothing else, nothing is scored: 微信号：java1024."""
    assert redact(f"{label}{word}{figures}，期望城市成都") == f"{label}{ACCOUNT}，期望城市成都"


@each(
    "text",
    [
        "微信：python3 开发",
        "微信号：web3 方向",
        "公众号：python2018 教程",
        "抖音账号：GMV3000",
        "微信号：v8.0.16",
        "微信 java1024 场",
    ],
)
def test_a_word_of_programs_stays_where_the_label_says_less(text: str) -> None:
    """A version, a metric and a subject behind a platform's name are no account."""
    assert redact(text) is text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("小红书：@阿梨的厨房日记", f"小红书：{ACCOUNT}"),
        ("B站：@老周讲电路", f"B站：{ACCOUNT}"),
        ("领英：https://www.linkedin.com/in/chen-8a2b47", f"领英：{ACCOUNT}"),
        ("https://space.bilibili.com/38471062", ACCOUNT),
        ("王芳_微信wangfang88.pdf", f"王芳_微信{ACCOUNT}.pdf"),
        ("微信\nlw19930517", f"微信\n{ACCOUNT}"),
        ("https://twitter.com/hequn_nlp", ACCOUNT),
        ("https://twitter.com/jobs_hequn", ACCOUNT),
        ("instagram.com/models.hequn。", f"{ACCOUNT}。"),
        ("作品：https://user.qzone.qq.com/990001324，谢谢", f"作品：{ACCOUNT}，谢谢"),
        ("聊 http://wpa.qq.com/msgrd?v=3&uin=880004512&site=qq.", f"聊 {ACCOUNT}."),
        ("看 www.zhihu.com/people/lao-yi-chen。", f"看 {ACCOUNT}。"),
        ("https://v.kuaishou.com/aB3dE5", ACCOUNT),
        ("m.weibo.cn/u/5600001234", ACCOUNT),
        ("tg:t.me/zhang_88, ok", f"tg:{ACCOUNT}, ok"),
        ("api.whatsapp.com/send?phone=8613800138000", ACCOUNT),
        ("https://join.skype.com/invite/kQ7xZ2mPa8", ACCOUNT),
    ],
)
def test_a_profile_is_an_account(text: str, left: str) -> None:
    """CONTACT-2: where people are found by a name in Chinese, or by a link."""
    assert redact(text) == left


@pytest.mark.parametrize("verb", ["加", "有意请加", "戳", "可搜", "找", "扫码失败加", "关注"])
@pytest.mark.parametrize("joint", ["", "：", " "])
def test_a_verb_leads_to_what_is_made_like_an_account(verb: str, joint: str) -> None:
    """CONTACT-2: no platform is named."""
    assert "linyue88" not in redact(f"做事踏实，{verb}{joint}linyue88，谢谢")
    assert "lin_yue" not in redact(f"{verb}{joint}lin_yue。")


@pytest.mark.parametrize(
    "text",
    [
        "添加 docker20 镜像",
        "关注es6新特性",
        "负责搜bug_1234并修复",
        "找oom_1问题",
        "加k8s20集群",
        "搜abc_1234用例",
        "加lx_88型号",
        "搜ab2019规范",
        "关注ISO9001标准",
    ],
)
def test_a_verb_leads_to_much_else(text: str) -> None:
    """What goes on behind it, or is a word of programs, is no account."""
    assert redact(text) is text


@pytest.mark.parametrize("text", ["zs1990（微信）", "zs1990(wx)", "linyue88[微博]", "QQ 284007156 | 本科"])
def test_an_account_by_a_name_needs_no_weights(text: str) -> None:
    """CONTACT-2: a name in brackets behind it, or right before so many digits, decides; what stands beside is left alone."""
    left = redact(text)
    assert not [account for account in ("zs1990", "linyue88", "284007156") if account in left]
    assert left.endswith(("）", ")", "]", " | 本科"))


@pytest.mark.parametrize(
    "text", ["Microsoft Office {2013, 2016, 365 pro plus (Outlook", "QQ邮箱、Outlook 2013、2016、365"]
)
def test_a_list_of_years_is_no_account(text: str) -> None:
    """Versions of programs stand beside the names of mail and messengers."""
    assert redact(text) is text


@pytest.mark.parametrize("text", ["控制点x=2713500.286，y=451560.75", "按坐标点x=138.001，y=13.80校准"])
def test_a_decimal_fraction_is_no_account(text: str) -> None:
    """What one letter names is a coordinate."""
    assert redact(text) is text


@pytest.mark.parametrize(
    "text",
    [
        "邮箱：zhangsan.zhangsan.zhangsan@example-company.com / zhang_88",
        "E-mail: jonathan.alexander.smithson@long-company-name.co.uk or zhang_88",
    ],
)
def test_a_detail_leads_to_an_account_behind_it(text: str) -> None:
    """CONTACT-2: however long it is, and however far the label is before it."""
    assert "zhang_88" not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "linyue88（微信）",
        "上海 | 139-1234-5678 | lin.yue@example.com | linyue88 (wx)",
        "小红书 - linyue88",
        "WeChat - linyue88",
        "微信号/linyue88",
    ],
)
def test_an_account_stands_on_either_side_of_a_name(text: str) -> None:
    """CONTACT-2: with nothing but signs between them."""
    assert "linyue88" not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "抖音ROI3.5",
        "小红书CPE12元",
        "小红书KOL200位",
        "微博KOL50+",
        "视频号GMV500w",
        "TikTok GMV200w",
        "Facebook ROAS3.2",
        "公众号PV10w+",
    ],
)
def test_a_metric_and_its_figure_behind_a_platform_are_no_account(text: str) -> None:
    """They stand in every resume of people who work with media."""
    assert redact(text) is text


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ("邮箱 zhang@163.com QQ 284007156", ["284007156"]),
        ("邮箱：zhang@foxmail.com QQ：2093847561 电话", ["2093847561"]),
        ("手机 13912345678 邮箱 zhang@163.com 微信 zhang_88 QQ 284007156", ["zhang_88", "284007156"]),
        ("联系方式：13912345678 / zhang_88 / zhang@qq.com", ["zhang_88"]),
        ("Phone 13912345678 WeChat zhang_88 QQ 284007156", ["zhang_88", "284007156"]),
    ],
)
def test_what_was_found_beside_an_account_says_nothing_of_it(text: str, accounts: list[str]) -> None:
    """CONTACT-2: the letters and figures of an address are not heard when what stands beside it is judged."""
    redacted = redact(text)
    assert not [account for account in accounts if account in redacted]


@pytest.mark.parametrize(
    "text",
    [
        "电话13912345678或zhang_88，每天跑 600 条用例。",
        "邮箱 a.b@example.com 或者 zhang_88，随时。",
        "手机：13912345678，或 li_wei_1990，都行。",
        "手机：13912345678，li_wei_1990，都行。",
    ],
)
def test_a_label_speaks_of_what_goes_on_behind_a_detail_as_well(text: str) -> None:
    """A label that leads up to a detail is heard no more, unless another detail, or what looks like an account, stands behind."""
    assert "_" not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "微信/QQ：⟦weiwei0923⟧/⟦2840007156⟧",
        "微信和QQ分别是⟦xinyue_edu⟧和⟦738190265⟧",
        "全网同名：抖音⟦axiangeatsall⟧、小红书⟦axiangeatsall⟧",
    ],
)
def test_every_account_of_a_list_is_redacted(text: str) -> None:
    """CONTACT-2: two behind two names, and one that stands once more with nothing that leads up to it."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@pytest.mark.parametrize(
    "text",
    [
        # Behind a few words.
        "I keep QQ open all day (number ⟦800012399⟧) and answer",
        "Personal WeChat same as on my card: ⟦YunDesign2020⟧",
        # Before the name.
        "⟦suyan.design⟧ 是我的微信，作品集太大",
        "⟦kwame.solar⟧ is my Skype",
        "⟦553829104⟧，这是我的QQ，收文件用",
        "⟦xiaobei_audit⟧／微信／随时",
        "⟦qianduan_ashu⟧←微信",
        "⟦@fatou_ndiaye⟧ — Telegram",
        "Reach out: ⟦gunther.b⟧ (Skype)",
        "I tweet about spinal rehab: ⟦@physio_marta⟧ on X",
        # Where the sentence goes on with a number.
        "QQ就是⟦87340916⟧，八位老号，一直没换",
        "q⟦482910637⟧，在的",
        "賴：⟦jason790114⟧　可配合加班",
        "Book a chat with me here: ⟦https://calendly.com/grace-adeyemi/20min⟧",
        "感兴趣可加群 ⟦232153292⟧，入群号：⟦922664702⟧",
        "我的小红书号是⟦95270314688⟧，三个月涨粉六千",
        # By links and what stands for them.
        "I am ⟦/in/samuel-otieno-welding⟧ on LinkedIn",
        "Teams 个人号：⟦live:.cid.3f00a0b0c0d0⟧",
        # In other ways.
        "WeChat/⟦tina_logistics⟧",
        "Kakao ID ⟦minseo.lee⟧ or Line ⟦minseo_line⟧",
        "my Discord's ⟦hanyupixel⟧ if there is a call",
        "微信 ⟦h u a n g 8 8 6⟧",
        "微信⟦pang🌸pang🌸0317⟧（去掉花）",
        "看完就敲我⟦zongcai-wenmi⟧，随叫随到",
        "💬⟦jiudian_xiaoan⟧",
        # By a name in syllables, glued to it, or by a link whose dots are said.
        "加 wei xin:⟦chengdu_laoma⟧",
        "有事聊vx⟦lzm_tools21⟧",
        "See ⟦linkedin[.]com/in/mara-otten-pm⟧, fix the dot",
        "领英：⟦linkedin点com/in/chenyulan⟧",
        "网页版 ⟦t dot me/yulan_ch⟧",
        # By what the writer is called there.
        "偶尔在小红书写手账，账号是⟦阿岚的周末抽屉⟧，可以看看",
    ],
)
def test_an_account_is_redacted_however_it_is_led_up_to(text: str) -> None:
    """CONTACT-2: behind a few words, before the messenger's name, beside a sign, spelled out; nothing else is touched."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@pytest.mark.parametrize(
    "text",
    [
        "WeChat ID verification flow redesign",
        "Line ID mapping table for 320 production lines",
        "Telegram: chat-bot for order tracking",
        "Teams: Alpha, Bravo and Charlie",
        "累计处理13841728095条数据",
        "https://twitter.com/settings/widgets",
        "see twitter.com/jobs. We hired there",
        "twitter.com/search.html 与 facebook.com/share.php?u=1",
        "微信GB2312编码",
        "WeChat v8032",
        "覆盖范围信息与氛围信任度",
        "View issues from the command line: posts, comments and labels",
        "the edge of a trading signal - capital-free",
        "music from netease, qq, kugou and xiami",
        "decode telegram file_id and convert it",
        "WeChat account verification and recovery",
        "Discord: moderated a 9,000-member community",
        "SAP系统账号ZMM_BUYER03权限梳理",
        "curated datasets → fine-tune pipeline",
        "Library-agnostic (Discord)",
        "Upload-Post (TikTok, Instagram and more)",
        "Closed at 126 percent of quota in 2021",
        "Finished at 163 per cent of plan in 2019",
        "Sales at 126% of quota in 2021",
        "wx_camera_1689320471233.mp4",
        "QQ截图1689320471233",
        "Huddly.me with live chat, messaging and photo sharing",
        "Wei Xin joined the team in May",
    ],
)
def test_what_a_messenger_is_about_is_no_account(text: str) -> None:
    """A phrase, a version, a standard or a count behind the name of a messenger stays."""
    assert redact(text) is text


BESIDE = (
    "", "用户数300万，QPS 8000 ", "主导3个项目，提升GMV 20%，", "2019-2022 负责 Java、Redis、MySQL 8.0，", "GPA 3.8/4.0；",
    "日活 1200 万，版本 v2.3.1，", "Led 12 engineers, p99 80 ms. ", "HTTP/2, k8s, ",
)  # fmt: skip
AFTER = ("", "。", "，谢谢", " 2020.01-2021.03", "；Java 8")
CLEAR = tuple(
    name
    for platform in PLATFORMS
    if platform.kind is Kind.MESSENGER and not platform.is_label and platform.id == Platform("").id
    for name in platform.names
)
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=7)
DIGITS = st.text("0123456789", min_size=1, max_size=4)


@st.composite
def made_accounts(draw: st.DrawFn) -> str:
    """An account of letters and figures, that may begin like the name of a platform; no word of any language."""
    head = draw(st.sampled_from(["", "wx_", "vx_", "qq_", "wx", "lin", "dev_"]))
    word, number = draw(LETTERS), draw(DIGITS)
    account = draw(
        st.sampled_from([f"{head}{word}_{number}", f"{head}{word}_a{number}", f"{head}{word}{number}98"])
    )
    assume(not is_known(account))
    return account


@given(
    st.sampled_from(BESIDE),
    st.sampled_from(CLEAR),
    st.sampled_from(["：", "号：", ": ", "号:", " ID: ", "账号："]),
    made_accounts(),
    st.sampled_from(AFTER),
)
def test_figures_beside_a_labelled_account_never_spare_it(
    before: str, name: str, label: str, account: str, after: str
) -> None:
    """CONTACT-2: behind a clear name and a label, a made account is redacted whatever stands beside them."""
    assert account not in redact(f"{before}{name}{label}{account}{after}")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/微信号：linyue88",
        "https://example.com/?wx_id=linyue88",
        "https://example.com/me?from=cv&WeChatID=lin.yue",
        "https://example.com/#wechat=lin_yue",
        "https://example.com/u?qq=345678901",
        "https://example.com/u#telegram%3Alinyue",
    ],
)
def test_an_account_under_its_name_in_a_target_is_given_away(address: str) -> None:
    """CONTACT-2: a part of a link that is called by a platform's name and nothing else says what the account is."""
    assert Kind.MESSENGER in find_in_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://example.com/?utm_source=wechat&utm_medium=social01",
        "https://mp.weixin.qq.com/s/a8Kd9xyzQW12",
        "https://example.com/docs/wechat-miniprogram-v2",
        "https://example.com/u#qq=1000",
        "https://example.com/u#wechat=login",
        "https://example.com/u#wechat=2021-03",
    ],
)
def test_a_target_that_speaks_of_a_platform_gives_nothing_away(address: str) -> None:
    """CONTACT-2: sources, videos, articles, and values that are no account."""
    assert Kind.MESSENGER not in find_in_link(address)


TABLES = [
    ("姓名 | 电话 | 微信", "林悦 | 上海 | {}"),
    ("微信\t姓名\t城市", "{}\t林悦\t上海"),
    ("姓名,QQ号,城市\n王磊,,杭州", "林悦,{},上海"),
    ("| 姓名 | 微信号 |\n| --- | --- |", "| 林悦 | {} |"),
]


@pytest.mark.parametrize(("heads", "row"), TABLES)
def test_an_account_stands_under_the_name_that_heads_its_column(heads: str, row: str) -> None:
    """CONTACT-2: in a table, and in a list whose lines have as many parts."""
    account = "345678901" if "QQ" in heads else "linyue88"
    assert redact(f"{heads}\n{row.format(account)}") == f"{heads}\n{row.format(ACCOUNT)}"


@pytest.mark.parametrize(("heads", "row"), TABLES)
@pytest.mark.parametrize("said", ["负责人", "120", "GMV", "ROI3.5", "2021"])
def test_what_was_done_stands_under_a_platform_as_well(heads: str, row: str, said: str) -> None:
    """CONTACT-2: figures and metrics under the name of a platform stay."""
    text = f"{heads}\n{row.format(said)}"
    assert redact(text) is text


@pytest.mark.parametrize("label", ["微信：", "微信", "WeChat:", "小红书号：", "Telegram"])
@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\n\n\n"])
def test_an_account_stands_some_lines_below_its_label(label: str, gap: str) -> None:
    """CONTACT-2: empty lines part nothing."""
    assert redact(f"{label}{gap}zhang_88") == f"{label}{gap}{ACCOUNT}"


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("微信昵称：林下有风", "林下有风"),
        ("QQ昵称：厨房里的猫，欢迎聊", "厨房里的猫"),
        ("小红书：山野小厨", "山野小厨"),
        ("B站搜：老王讲电路", "老王讲电路"),
        ("抖音：慢吞吞的柠檬，欢迎关注", "慢吞吞的柠檬"),
        ("脉脉搜「陆遥·供应链」就是我", "陆遥·供应链"),
    ],
)
def test_a_name_in_chinese_letters_is_an_account(text: str, account: str) -> None:
    """CONTACT-2: behind a label, a verb, and the name of a network with a colon."""
    assert redact(text) == text.replace(account, ACCOUNT)


@pytest.mark.parametrize("network", ["视频号", "抖音", "小红书", "公众号"])
@pytest.mark.parametrize(
    "work", ["直播带货", "短视频运营", "达人投放", "负责选题策划", "校园招聘宣传", "会员活动"]
)
def test_what_is_done_on_a_network_is_no_account(network: str, work: str) -> None:
    """CONTACT-2: a subject behind the name of a network and a colon stays."""
    text = f"{network}：{work}，2019-2021"
    assert redact(text) is text


@pytest.mark.parametrize("glued", ["QQ345678901", "wechat:lin_yue", "vxlinyue88", "微信linyue88"])
@pytest.mark.parametrize("address", ["lin.yue@example.com", "lin@163.com"])
def test_an_account_is_glued_to_an_address(address: str, glued: str) -> None:
    """CONTACT-2: the address ends before the name of the platform, and the account is found behind it."""
    name = glued.rstrip("0123456789")
    assert redact(address + glued).startswith(MARKS[Language.ZH][Kind.EMAIL] + name[:2])
    assert "345678901" not in redact(address + glued)
    assert "lin" not in redact(address + glued)


@pytest.mark.parametrize(
    "what", ["id", "trace id", "commit", "session id", "修复 commit", "日志里的 request id"]
)
@pytest.mark.parametrize(
    "code", ["3f9a1c", "5fad65ac23307678", "2b7c770", "1c9bbc9fef4e8e22942a803b2eafc214"]
)
def test_a_code_in_hexadecimal_figures_is_no_account(what: str, code: str) -> None:
    """CONTACT-2: commits, traces and images are called by codes; no platform's name stands before them."""
    text = f"{what} {code}，定位到慢查询"
    assert redact(text) is text


@each(
    "text",
    [
        "变更单 MEP-CR-0001 ~ MEP-CR-0387，微信群里同步",
        "微信群同步 MEP-CR-0001至MEP-CR-0387",
        "WeChat 客服记录 vu_07504 ~ vu_07751",
        "Discord tickets s01571 ~ s01816 closed",
        "WeChat 客服记录 vu_07504 to vu_07751",
        "微信群里发 LDC-D-0726~LDC-D-0765，每天核对",
        "bwdm_07963 ~ bwdm_08212 批次在微信群同步",
        "WeChat 客服记录 QKT_0094 至 QKT_0395",
        "QQ 群里写 G90 G54 G17 G40 G49 G80; T0101 M06",
        "快递分拣主管，QQ 群里三段码我带人背:755-021-B07、571-133-A12、028-609-C03",
    ],
)
def test_a_row_of_codes_is_no_account(text: str) -> None:
    """The codes of a range begin alike, and those of a list have one form."""
    assert redact(text) is text


@each(
    "text",
    [
        "原神UID：⟦100482713⟧（国服）",
        "原神UID：⟦100482713⟧【国服】",
        "Zoom room: ⟦914 3380 2276⟧ (evenings)",
        "微信 ⟦lin_088⟧~",
        "微信 ⟦lin_088⟧ ~ 欢迎",
        "微信 ⟦lin_088⟧ 到 2026 年底都有效",
        "QQ：⟦284710635⟧ 到 2026 年都在用",
        "v信：⟦x9 q 2 7 k⟧",
        "微信：⟦li ya 88⟧",
    ],
)
def test_an_account_ends_before_what_goes_on(text: str) -> None:
    """A bracket opens behind it, and a group of a longer number is none by itself; a wave is no range."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("914 3380 2276", ["914 3380 2276"]),  # and none of its groups
        ("27687340916，八位", ["27687340916", "27687340916，八"]),
        ("g90 g54 g17 m06", []),
        ("a1 b2", ["a1 b2"]),  # two are no row
        ("a1 2 b3 c", ["a1 2 b3 c"]),
        ("li wu 88", ["li wu 88"]),  # of letters alone
        ("7 8 a 9", ["7 8 a 9"]),
    ],
)
def test_what_may_be_an_account_is_neither_a_group_of_a_number_nor_a_row(
    text: str, candidates: list[str]
) -> None:
    """What is no candidate is not judged."""
    found = candidates_in(layers_of(text, text, text), (), 0, len(text))
    assert sorted({text[one.start : one.end] for one in found}) == candidates
