"""Details as they stand in the fields of resumes: behind labels of two, in columns and tables, before what they are called."""

import pytest
from headers import beside, fields
from scorer import score

from brackets import without_brackets
from each import each
from resume_visibility.model.language import Language
from resume_visibility.text import CONTACTS, MARKS, Kind, Known, Names, redact

ACCOUNT = MARKS[Language.ZH][Kind.MESSENGER]
PHONE = MARKS[Language.ZH][Kind.PHONE]
NAME = MARKS[Language.ZH][Kind.NAME]


@each(
    "label",
    ["WeChatID：", "WechatId: ", "SkypeID:", "QQID：", "TelegramNumber: ", "SkypeName：", "WeChat_ID: "],
)
def test_CONTACT_2_a_label_may_be_glued_to_a_latin_name(label: str) -> None:
    """What is glued to the name is a label, and no part of the account."""
    assert redact(f"{label}chenxm_88，现居上海") == f"{label}{ACCOUNT}，现居上海"


@each("gap", ["   ", "      ", "\t"])
@each("account", ["zq2020", "linwang", "wang_lin1990"])
def test_CONTACT_2_an_account_may_stand_in_the_next_column(gap: str, account: str) -> None:
    """However wide the columns are."""
    assert redact(gap.join(("微信", account, "会计"))) == gap.join(("微信", ACCOUNT, "会计"))


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ("姓名    微信    学历\n王琳    linda88    本科", f"姓名    微信    学历\n王琳    {ACCOUNT}    本科"),
        (
            "| 姓名 | 微信号 |\n|---|---|\n| 王琳 | linda88 |",
            f"| 姓名 | 微信号 |\n|---|---|\n| 王琳 | {ACCOUNT} |",
        ),
        (
            "姓名  电话  Skype  城市\n王琳  13912345678  lin.wang  上海",
            f"姓名  电话  Skype  城市\n王琳  {PHONE}  {ACCOUNT}  上海",
        ),
    ],
)
def test_CONTACT_2_an_account_stands_under_the_head_of_its_column(table: str, left: str) -> None:
    """Blanks part columns, and a rule may stand below the heads."""
    assert redact(table) == left


@each("joint", ["/", " / ", "；"])
@each("label", ["电话/微信：", "手机&抖音：", "Tel/WeChat: "])
def test_CONTACT_2_one_label_may_lead_to_two_details(label: str, joint: str) -> None:
    """The second name goes with what stands behind the number."""
    assert "linda_wang" not in redact(f"{label}13912345678{joint}linda_wang")


@each("name", ["（微信）", "（微信号）", "(QQ)", " [WeChat]"])
def test_CONTACT_2_a_platform_may_stand_in_brackets_behind_an_account(name: str) -> None:
    """Whether the account is made of figures or of figures and letters."""
    account = "640192837" if "Q" in name else "chenxm88"
    assert redact(f"{account}{name}，现居上海") == f"{ACCOUNT}{name}，现居上海"


@pytest.mark.parametrize(
    "written",
    [
        "（010）62781234-8012",
        "+86-755-80563642-2411",
        "021-62781234—8012",
        "010-62781234 - 8012",
        "0571-62781234--801",
    ],
)
def test_PHONE_1_an_extension_goes_with_its_number(written: str) -> None:
    """However the area is written, and whatever parts them."""
    assert redact(f"电话{written}，谢谢") == f"电话{PHONE}，谢谢"


@pytest.mark.parametrize(
    "text",
    [
        "总机 62781234 转 8012",
        "前台：62781234",
        "证明人：王建国 32815823",
        "紧急联系人：李芳（母亲）62781234",
        "62781234转801",
    ],
)
def test_CONTACT_2_a_local_line_goes_by_its_label(text: str) -> None:
    """A place, a referee or an extension says that seven or eight digits are a telephone's."""
    assert PHONE in redact(text)


@each("letters", ["V", "wx", "加V", "M", "T", "hp", "mob"])
def test_CONTACT_2_short_labels_may_be_glued_to_a_mobile_number(letters: str) -> None:
    """But the letter of a code may not: see the look-alikes."""
    for text in ("有意请联系{}", "{}", "张伟，26岁，{}", "上海 {} 本科"):
        assert "13912345678" not in redact(text.format(f"{letters}13912345678"))


@pytest.mark.parametrize("label", ["Telefone: ", "Celular ", "Телефон: ", "手提："])
def test_CONTACT_2_labels_of_other_languages_lead_to_numbers(label: str) -> None:
    """As people abroad write them."""
    assert redact(f"{label}612 345 678") == f"{label}{PHONE}"


@each(
    "path",
    [
        "maimai.cn/profile/detail?dstu=7123456",
        "xhslink.com/m/AbC123xYz",
        "linkedin.com/mwlite/in/linwang",
        "in/lin-wang-hr",
    ],
)
def test_CONTACT_2_links_of_share_buttons_lead_to_people(path: str) -> None:
    """Whether the account stands in the path or behind it."""
    assert redact(f"个人主页 {path} 谢谢") == f"个人主页 {ACCOUNT} 谢谢"


@pytest.mark.parametrize("name", ["臉書", "小紅書", "電報", "領英", "嗶哩嗶哩"])
def test_CONTACT_2_platforms_are_named_in_traditional_characters_too(name: str) -> None:
    """A record may be written in either."""
    assert redact(f"{name}：chenxm88") == f"{name}：{ACCOUNT}"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("欧阳思远", "大家好，我是思远，应聘会计", f"大家好，我是{NAME}，应聘会计"),
        ("欧阳思远", "申请人：思远", f"申请人：{NAME}"),
        ("欧阳思远", "此致 敬礼\n思远\n2024年5月", f"此致 敬礼\n{NAME}\n2024年5月"),
        ("欧阳思远", "思远敬上", f"{NAME}敬上"),
        ("Lena Vasquez", "Hi, I am Lena.", f"Hi, I am {NAME}."),
        ("Lena Vasquez", "Best regards,\nLena", f"Best regards,\n{NAME}"),
    ],
)
def test_NAME_4_who_introduces_or_signs_is_called_by_name(name: str, text: str, left: str) -> None:
    """A given name alone goes where the writer says or signs it."""
    assert redact(text, {*CONTACTS, Kind.NAME}, known=Known(names=Names((name,)))) == left


@pytest.mark.parametrize(
    "text",
    [
        "隐藏层 256, 512, 1024",
        "不锈钢 304、316、2205",
        "月产量155、1280、5400人",
        "能手工焊接0402/0603/0805等封装",
        "SMT 贴装（0603 0805 1206）",
        "方便联系时间：12:00-13:30",
        "Best time to call: 10:00-20:00",
        "电话联系：周一至周五08:30-17:30",
        "Instagram: storytelling",
        "LinkedIn: influencers",
        "办公软件：WeChat/Figma/Zapier",
        "（3）工单号T8633156068004",
        "plug-in/add-on 开发",
        "check in/check-out 流程",
        "微信    公众号运营    会计",
        "2018-2020 / 021-园区",
    ],
)
def test_figures_hours_and_words_of_a_trade_are_no_details(text: str) -> None:
    """Look-alikes of all of these stay as they are."""
    assert redact(text) is text


@each("text", ["joyce.peng ⓐ outlook.com", "joyce.pengⓐoutlook.com"])
def test_CONTACT_2_a_circled_at_may_stand_among_blanks(text: str) -> None:
    """It stands for the sign, as it does between letters."""
    assert redact(text) == MARKS[Language.ZH][Kind.EMAIL]


def test_CONTACT_2_fields_in_columns_and_under_labels_of_two_are_found() -> None:
    """Generated by another seed than the training's, with as many look-alikes."""
    found = score(fields(1_000, 5), redact)
    assert found.cells["plain", "messenger"].rate >= 0.9
    assert found.by_kind["phone"].rate == 1.0
    assert found.by_grade["clean"].rate >= 0.94


@pytest.mark.parametrize(
    "text",
    [
        "CPF: 371.482.906-15",
        "My NI number is JK 41 73 26 C.",
        "Emirates ID 784-1994-3820175-6",
        "TFN: 418 275 906",
        "SSS No. 34-7182940-6",
        "Steuer-ID 57 293 846 102",
        "Iqama: 2418375906",
        "MyKad 940317-10-5283",
        "Civil ID: 294031705283",
    ],
)
def test_PHONE_1_documents_of_other_countries_are_found_by_their_names(text: str) -> None:
    """The number alone has no form of its own."""
    assert MARKS[Language.ZH][Kind.NATIONAL_ID] in redact(text)


@each(
    "text",
    [
        "SIN wave 440 Hz",
        "RG-58 cable 500 m",
        "IC 74HC595",
        "TIN coating 2000 hours",
        "SSS 2 servers, 120000 users",
    ],
)
def test_what_only_looks_like_the_name_of_a_document_leads_to_none(text: str) -> None:
    """Terms of a trade have the same letters."""
    assert redact(text) is text


@each(
    "text",
    [
        "通过ISO9001:2015质量体系认证，内审员",
        "GB/T19001-2016 idt ISO9001：2008",
        "时间戳1639197662，物料号：1261036562",
        "Credential ID: 3189226187, Job ID: BA671692",
        "职位ID：7828830，项目ID：N64702229",
        "- 致电客户150家，签约23家\n- Port 3306, 6379, 27017\n- Analyst 2019-2021",
        "- 会议室139\n- 12345678票",
        "doi:10.1016/j.cell.2020.01.247",
    ],
)
def test_numbers_of_things_are_no_details(text: str) -> None:
    """Standards, ids of things, and figures of several items of a list are none of a person's."""
    assert redact(text) is text


@each(
    "text",
    [
        "微信 v8.0.16逆向，小红书:v3.0",
        "TikTok 2023Q4投放复盘",
        "微信：SpringBoot + MyBatis，飞书：Grafana",
        "Built dashboards w/ ResNet50",
        "通过接口表abc_1234联调",
        "https://t.me/?start=abc1234",
    ],
)
def test_versions_and_tools_behind_a_platform_are_no_accounts(text: str) -> None:
    """What was done with a platform names no one there."""
    assert redact(text) is text


@each(
    ("text", "left"),
    [
        ("GitHub: linyue88 | 13912345678", f"GitHub: linyue88 | {PHONE}"),
        ("13912345678 | x86_64, arm64-v8a", f"{PHONE} | x86_64, arm64-v8a"),
        ("13912345678（python3）", f"{PHONE}（python3）"),
        ("短信发到13912345678或95588", f"短信发到{PHONE}或95588"),
        ("联系方式：13912345678，GPA 3.85/4.0", f"联系方式：{PHONE}，GPA 3.85/4.0"),
        ("正则 ^1[3-9]\\d{9}$\n电话 13912345678，QQ 284007156，邮箱见下", f"正则 ^1[3-9]\\d{{9}}$\n电话 {PHONE}，QQ {ACCOUNT}，邮箱见下"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_detail_stays(text: str, left: str) -> None:
    """Names at hosts of code, machines, scores and patterns of programs are read as such there, too."""
    assert redact(text) == left


@each(
    "text",
    [
        "13912345678 / {}",
        "王伟 | 13912345678 | {}",
        "{} | 13912345678",
        "王伟\n13912345678\n{}\nwei@example.com",
        "13912345678（{}）",
        "13912345678 [{}]，王伟",
        "13912345678或{}",
        "wei@example.com or {}",
        "{} or 13912345678",
    ],
)
@each("account", ["zhang_88", "zhangli41", "wu_zhou2001"])
def test_CONTACT_2_an_account_needs_no_label_beside_a_detail(text: str, account: str) -> None:
    """In a line of details, and on a line of its own among them."""
    assert account not in redact(text.format(account))


@each(
    "text",
    [
        "**QQ**：2614112777",
        "- **WeChat:** hn941915",
        "'微信': 'hn941915'",
        "wx_no: hn941915",
        "| 邮箱 | a@example.com | 微信号 | hn941915 |",
        "LinkedIn: in/hn941915",
        "│ 姓名 │ 微信号 │\n│ 王伟 │ hn941915 │",
        "<tr><td>姓名</td><td>Skype</td></tr>\n<tr><td>王伟</td><td>hn941915</td></tr>",
        "姓名\tLine\n王伟\thn941915",
        "WeCom：hn941915",
    ],
)
def test_CONTACT_2_marks_of_layout_part_a_label_from_its_account(text: str) -> None:
    """Stars, quotation marks, the end of a cell and the keys of programs part it as a colon does."""
    assert not any(map(redact(text).__contains__, ("hn941915", "2614112777")))


@each(
    "text",
    [
        "HK: 9443 1589",
        "手机（大陆）15801130861（香港）55053043",
        "CN: 13845257774",
        "登录账号：13845257774",
        "张三，55053043 (HK)，随时可到岗",
        "電: 9035-9067",
        "办电：36407169",
    ],
)
def test_CONTACT_2_short_labels_and_countries_lead_to_numbers(text: str) -> None:
    """The name of a country behind which a colon or a bracket stands is a label, and so is a single 電."""
    assert not any(map(redact(text).__contains__, ("9443", "5505", "1384", "9035", "3640")))


@each("text", ["简历请发873033663的QQ邮箱", "我用zhang.san88的163邮箱收信"])
def test_CONTACT_2_a_mailbox_may_be_called_by_its_provider(text: str) -> None:
    """的 stands for the at where the name of a provider and 邮箱 follow."""
    assert not any(map(redact(text).__contains__, ("873033663", "zhang.san88")))


def test_a_program_may_have_to_do_with_mailboxes() -> None:
    """What no figure or sign stands in is the name of a program."""
    assert redact("负责Android的QQ邮箱客户端开发") == "负责Android的QQ邮箱客户端开发"


def test_the_name_of_a_country_leads_to_no_date() -> None:
    """香港：20210301 is when somebody was there."""
    assert redact("香港：20210301，新加坡：2019-2021") == "香港：20210301，新加坡：2019-2021"


@each(
    "text",
    [
        "身份证号 31010419821028599×",
        "王伟 44030519900520440*",
        "IC: 650721-10-6387",
        "驾照号：84046523",
        '"passport_no": "E06391976"',
        "Home Return Permit: H06391976",
        "居住证号码 810107197710275773",
    ],
)
def test_PHONE_1_documents_are_found_by_more_names_and_endings(text: str) -> None:
    """An x may be written as a sign, and a name as the key of a program."""
    assert MARKS[Language.ZH][Kind.NATIONAL_ID] in redact(text)


def test_CONTACT_2_what_stands_beside_details_or_behind_platforms_is_distinguished() -> None:
    """Accounts without a label are found, and tools, versions and scores stay, in lines that the training has not seen."""
    found = score(beside(1_000, 5), redact)
    assert found.cells["plain", "messenger"].rate >= 0.9
    assert found.by_kind["phone"].rate >= 0.99
    assert found.by_grade["clean"].rate >= 0.9


@each(
    "text",
    [
        "Use the same name as on GitHub, yulin_k8",
        "加我，同名 GitHub：yulin_k8",
        "姓名\t城市\tLine\t学历\n王伟\t上海\tpinggao1984\t本科\n李娜\t北京\tyulin_k8\t硕士",
    ],
)
def test_CONTACT_2_a_name_that_is_the_same_elsewhere_or_heads_a_column_is_found(text: str) -> None:
    """A host of code, or a word that means something else too, keeps no account in."""
    assert "yulin_k8" not in redact(text)


def test_CONTACT_2_an_id_of_ones_own_is_no_id_of_a_thing() -> None:
    """我的ID leads to an account, and 职位ID to none."""
    assert redact("我的ID：284007156，职位ID：28400715") == f"我的ID：{ACCOUNT}，职位ID：28400715"


@each(
    "text",
    [
        "FB：⟦Bo-Han Huang 黃柏翰⟧，大頭貼是柴犬",
        "FB Messenger: ⟦Jhoanna Mae Dimaculangan⟧ — my picture shows a chef",
        "Just look for ⟦Maricel Dumaguing⟧ on FB and send a message",
        'I am listed on LinkedIn as "⟦Thibault Courcelles, PMP⟧" - connect with me',
        "LinkedIn: ⟦Thibault Courcelles⟧ | Lyon",
    ],
)
def test_CONTACT_2_people_are_found_on_networks_by_names_of_several_words(text: str) -> None:
    """Behind the network, or before it where somebody is to be looked for."""
    written, left = without_brackets(text, ACCOUNT)
    assert redact(written) == left


@each(
    "text",
    [
        "Facebook: page management, ads",
        "LinkedIn: content marketing",
        "Facebook: Graph API, Login SDK",
        "Search for suppliers on Facebook and find new clients on LinkedIn",
        "Look up companies on LinkedIn, add custom audiences on Facebook",
    ],
)
def test_work_on_networks_names_nobody(text: str) -> None:
    """Words of trades are no names of people."""
    assert redact(text) is text


@each("text", ["ig: {} 手機 0912345678", "dc：{}，email a@b.com", "賴：{}　電話：0955-017-233"])
def test_CONTACT_2_a_short_name_and_a_colon_lead_to_an_account_beside_a_detail(text: str) -> None:
    """Letters and so many figures are no version and no model."""
    assert "sunnycat880101" not in redact(text.format("sunnycat880101"))
