"""Each kind of contact detail is redacted in each disguise, and what only looks like one is left alone."""

import re
from typing import Any

import pytest

from brackets import without_brackets
from known_names import gives_away
from resume_visibility.model.language import Language
from resume_visibility.text import CONTACTS, MARKS, Kind, redact

PHONE, EMAIL, ACCOUNT, IDENTITY = (
    MARKS[Language.ZH][kind] for kind in (Kind.PHONE, Kind.EMAIL, Kind.MESSENGER, Kind.NATIONAL_ID)
)


def check(text: str, mark: str) -> None:
    """The text before and after the bracketed stretch stays, the stretch becomes the mark."""
    written, left = without_brackets(text, mark)
    assert redact(written) == left


@pytest.mark.parametrize(
    "text",
    [
        "手机：⟦13800138000⟧，微信同号",
        "⟦138-0013-8000⟧",
        "简历_张伟_⟦13800138000⟧.pdf",
        "⟦07700 900 139⟧",
        "⟦(02) 5550 4417⟧",
        "致电⟦+86 138 0013 8000⟧。",
        "电话：⟦0086-138-0013-8000⟧",
        "(⟦13800138000⟧)",
        "Tel ⟦(+86) 18900001234⟧ please",
        "座机⟦010-62345678转8012⟧",
        "家⟦(0755)26660000⟧",
        "⟦400-820-8820⟧",
        "⟦4008001234⟧",
        "⟦+852 9123 4567⟧",
        "⟦852-9123-4567⟧",
        "⟦886-912-345-678⟧",
        "⟦0912345678⟧",
        "⟦+44 (0)20 7946 0958⟧",
        "⟦(415) 555-2671⟧",
        "⟦1-415-555-2671⟧",
        "2-⟦415-555-2671⟧",
        "a⟦+13800138000⟧",
        "Phone ⟦4155552671⟧",
        "电话: ⟦88886666⟧",
        "电话⟦8888666六⟧",
        "⟦8888-6666⟧是我的座机",
        "⟦013800138000⟧",
        "⟦00442079460958⟧",
        "⟦(+86) 13800138000⟧",
        "电话：⟦+86 138 0013 8000⟧，2019年",
        "⟦+4420 7946 0958⟧",
        "Handphone ⟦8000 0264⟧",
        "number ⟦90000 00312⟧",
        "H/P ⟦8000 0166⟧",
        "CV_Thabo_Driver_⟦0731928846⟧.pdf",
        "resume_priya_⟦9845027713⟧.pdf",
        "Paris ⟦06 42 18 77 03⟧",
        "hit me ⟦504/555/0137⟧",
        "⟦9840513372⟧ (M), ⟦044-2815 7730⟧ (R), Chennai",
        "telf ⟦674 318 209⟧, I'm a teacher",
        "住宅 ⟦2407 5519⟧ / 手提 ⟦6839 2204⟧",
        "煩請來電 ⟦(08) 733-1946⟧ 面試",
        "bell me on ⟦O7733 918 2O4⟧",
    ],
)
def test_a_number_in_a_usual_writing_is_redacted(text: str) -> None:
    """Mobile numbers, landlines, hotlines and numbers from abroad go, and nothing beside them."""
    check(text, PHONE)


@pytest.mark.parametrize(
    "text",
    [
        "Number: ⟦one38 0000 55two1⟧",
        "HP: ⟦9,0,0,0,0,2,7,1⟧",
        "Chicago ⟦312 five-five-five 0163⟧",
        "⟦nine zero 000 zero 0155⟧ is my mobile in Pune",
    ],
)
def test_a_disguised_number_is_redacted_beside_its_label(text: str) -> None:
    """PHONE-1: words glued to digits, commas, a middle in words, a label behind."""
    check(text, PHONE)


@pytest.mark.parametrize(
    "text",
    [
        "１３８００１３８０００",
        "①③⑧⓪⓪①③⑧⓪⓪⓪",
        "⑬⑧⓪⓪①③⑧⓪⓪⓪",
        "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣",
        "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
        "١٣٨٠٠١٣٨٠٠٠",
        "幺三八〇〇幺三八〇〇〇",
        "壹叁捌零零壹叁捌零零零",
        "1三8零零1三8零零零",
        "l38OOl38OOO",
        "要三八灵灵要三八灵灵灵",
        "1-3-8-0-0-1-3-8-0-0-0",
        "138🔥0013🔥8000",
        "1\u200b3\u200b8\u200b00138000",
        "138\xad0013\xad8000",
        "138\n0013\n8000",
        "&#49;&#51;&#56;00138000",
        "%31%33%3800138000",
        "\\u0031\\u0033\\u003800138000",
        "one three eight double zero one three eight triple zero",
        "onethreeeightzerozeroonethreeeightzerozerozero",
        "one 38, double-0 13, eight thousand",
        "thirteen eighty zero one thirty-eight zero zero zero",
        "yāo sān bā líng líng yāo sān bā líng líng líng",
        "yao1 san1 ba1 ling2 ling2 yao1 san1 ba1 ling2 ling2 ling2",
        "一三八，双零，一三八，三个零",
        "一百三十八亿零一十三万八千",
        "138****8000，中间是0013",
        "壹.叁.零.零.零.零.零.0.0.0.0",
    ],
)
def test_a_disguised_number_is_redacted(text: str) -> None:
    """A mobile number is seen through each disguise."""
    assert redact(text) == PHONE


@pytest.mark.parametrize(
    "text",
    [
        "手机倒过来读：⟦00083100831⟧",
        "my cell backwards: ⟦1762-555-514⟧",
        "号码前三位⟦138，中间四位0013，尾号8000⟧",
        "尾号⟦8000，开头138，中间0013⟧",
        "Area code ⟦415, then 555, then 2671⟧",
        "My cell is ⟦four one five, five five five, zero one three two⟧",
        "dial ⟦+1 four-one-five 555 twenty-six seventy-one⟧",
        "☎⟦138 0013.8000⟧",
        "打⟦13 80/01-38.00 0⟧",
        "⟦186 打头，0000 夹在当中，7254⟧ 垫底，连起来就是",
        "⟦1a3b9c0d0e0f0g6h1i2j7⟧",
        "数字键上档：⟦!*^))))@&#%⟧",
        "订单号⟦13900006127⟧，其实是我的手机号",
        "打⟦腰三九，洞洞洞洞，两拐六勾⟧",
        "手机是⟦一三七，四个零，六五二八⟧",
        "⟦一五八四个洞四三两幺⟧，白天都能接",
        "call ⟦one eight six, four zeros, two seven three five⟧",
        "Phone ⟦one three six, two double zeros, double seven, four one⟧",
        "区号⟦零五七一，主号八六零零，再加零三一八⟧",
        "⟦yi3san1liu4 ling2ling2ling2ling2 er4er4ba1ba1⟧",
        "号码头三个数⟦182，第四到第七个数都是0，最后四个是5193⟧",
    ],
)
def test_a_number_given_in_pieces_is_redacted(text: str) -> None:
    """A number that is reversed, shuffled, spelled out or given in pieces goes as a whole."""
    check(text, PHONE)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "我管过138间房，戴过0013号工牌，服务过8000位会员。这三个数连着拨，接电话的就是我。",
            ("138", "0013", "8000"),
        ),
        ("技能：PS(138) 熟练，AE(0013) 熟练，C4D(8000) 入门。括号里连起来拨拨看", ("138", "0013", "8000")),
        ("项目编号PRJ-138，版本0013，构建8000。三段接起来，就是我的号码", ("138", "0013", "8000")),
        (
            "1张教师证，3届毕业班，8门课，5本教案，0次投诉，4次支教，6位徒弟，1个家，9年班主任，8回优秀，4所学校。把数字顺着念，就是我的手机。",
            ("3届", "4所"),
        ),
        ("Team size 138, budget 0013, score 8000; string those together and call.", ("138", "0013", "8000")),
        (
            "I joined at bay 07700, moved to press 900, and retired from locker 461: dialled in order it reaches me.",
            ("07700", "900"),
        ),
    ],
)
def test_PHONE_1_a_number_goes_where_the_writer_says_how_to_put_it_together(
    text: str, parts: tuple[str, ...]
) -> None:
    """PHONE-1: whatever its parts are said to count, they are one number when they are read together."""
    left = redact(text)
    assert not any(part in left for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "负责138台设备，0013号产线，8000个工位，按顺序巡检",
        "把158个接口、2020条规则、5000张表连起来，形成闭环",
        "in order to serve 138 users, 2020 nodes and 5000 pods",
    ],
)
def test_figures_that_are_put_together_for_no_call_stay(text: str) -> None:
    """Systems are joined as well, and things are done in order."""
    assert redact(text) is text


@pytest.mark.parametrize(
    "text",
    [
        "出生1995年8月8日，户籍区划码340104，末四位2132，证件信息按顺序拼就完整",
        "户口在武侯，老代码340104；生在一九九三年十一月四号；后面四位派出所给的是213X。",
        "我出生在19970425，前面是南宁的340104，后面是2132，一共十八位",
        "身份证开头340104，安徽的；中间是19740822，属虎；后四位2132",
    ],
)
def test_CONTACT_2_an_identity_number_goes_in_its_parts(text: str) -> None:
    """CONTACT-2: area, date of birth and the last four, in any order, are the whole number."""
    left = redact(text)
    assert not any(part in left for part in ("340104", "213", "年", "19970425", "19740822"))


@pytest.mark.parametrize(
    "text",
    [
        "户口迁移业务办理340104件，2019年8月8日上线，最后2132件未结",
        "手机号脱敏组件，展示形如138****0000",
        "联合 3 位达人，抖音话题曝光 8400 万，带货 360 万元。",
        "Masked mobile numbers (e.g. 138****0000) in exported reports",
        "身份证前6位为行政区划代码，中间8位为出生日期，后4位为顺序码",
        "户籍系统（代码510107）建设，2015年6月立项",
    ],
)
def test_work_on_numbers_gives_none_away(text: str) -> None:
    """Cases are counted, codes are explained, and masks are shown."""
    assert redact(text) is text


@pytest.mark.parametrize(
    "text",
    [
        "打我电话要吾久死山令起巴耳六舞",
        "要伞霸令舅妻司物而溜伊，念出来就是我",
        "有缘人拨依三舞 灵灵灵灵 溜吧气四",
    ],
)
def test_PHONE_1_a_number_goes_in_characters_that_sound_like_it(text: str) -> None:
    """PHONE-1: without any digit, too."""
    assert PHONE in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "oskar⟨a⟩kleinbuehne⟨punkt⟩de", "oluwaseun{curly-a}protonmail{period}com", "wei.lin (🐒) sina (•) cn",
        "priyanka.venkat AT the google mail DOT com",
    ],
)  # fmt: skip
def test_CONTACT_2_an_address_goes_whatever_brackets_set_its_signs_off(text: str) -> None:
    """CONTACT-2: the words and pictures in them stand for its at and its dots."""
    assert redact(text) == EMAIL


def test_CONTACT_2_an_address_goes_that_is_written_from_its_end() -> None:
    """CONTACT-2: where somebody says so, whatever it ends in."""
    assert redact("Read it in a mirror: ku.oc.tsopmal@yaj") == f"Read it in a mirror: {EMAIL}"
    assert redact("Read it backwards and it rings in my kitchen: 2910-555-509") == (
        f"Read it backwards and it rings in my kitchen: {PHONE}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "First half of my cell: ⟦187000⟧; second half: ⟦05261⟧.",
    ],
)
def test_the_pieces_that_clauses_part_are_redacted(text: str) -> None:
    """What stands between the pieces of a number stays."""
    pieces = re.split("⟦.*?⟧", text)
    assert redact(text.replace("⟦", "").replace("⟧", "")) == PHONE.join(pieces)


@pytest.mark.parametrize(
    "address",
    [
        "lin@例子.公司", "lin.yue@mail.例子.网络", "lin@例え.jp", "lin@пример.рф", "lin@한국.com", "lin@müller.de", "lin＠例子.中国",
        "lin@example.photography", "lin@mail.example.international", "lin@xn--fsqu00a.xn--0zwm56d", "lin（at）例子.公司", "lin艾特例子.公司",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "发到{}即可", "邮箱：{}。", "({}), thanks"])
def test_CONTACT_2_an_address_at_any_host_goes(address: str, around: str) -> None:
    """CONTACT-2: hosts are written in any letters, and end in any word."""
    assert redact(around.format(address)) == around.format(EMAIL)


@pytest.mark.parametrize(
    "text",
    [
        "感谢@小红书.电商团队",
        "用户@角色.权限模型",
        "装饰器@app.route",
        "Spring@Transactional.注解",
        "单价@例子",
        "会议 @ 北京. 后来",
    ],
)
def test_an_at_before_other_letters_makes_no_address(text: str) -> None:
    """Mentions, annotations and prices have an at as well."""
    assert redact(text) is text


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "在富士康我是135组，在伟创力工位7904，在步步高柜号2683。三个厂的号码按先后接起来，正好是我电话。",
            ["7904", "2683"],
        ),
        ("版本135，构建7904，补丁2683。三段连起来拨，就能打通我的手机。", ["7904", "2683"]),
        ("微信号不用猜：我姓名首字母小写lxm，后面接我出生那年1987，连起来搜就是我。", ["lxm", "1987"]),
        (
            "My inbox is my first name, a dot, then kestrel, at the Swiss mail. Call me Tobias",
            ["kestrel"],
        ),
    ],
)
def test_what_stands_together_is_read_together(text: str, given: list[str]) -> None:
    """CONTACT-2: one clause holds a piece, another says what is made of the pieces."""
    assert [piece for piece in given if piece in redact(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "三年经验，负责接入微信支付，后面接入抖音开放平台，接口平均耗时降到 80ms，然后连上了 5 个网点。",
        "组内先后3次调岗，最后负责12人小组，联系了5家供应商，按顺序完成验收。",
        "Joined in 2019, then led a team of 12, followed by a move to Berlin; the product has 3 million users.",
        "设计邮箱校验规则：长度6到20位，字母开头，后面接数字或下划线，不允许全拼。",
        "身份证校验：前六位是地区码，中间八位是生日，最后四位含校验码，共18位。",
    ],
)
def test_clauses_of_work_give_nothing_away(text: str) -> None:
    """CONTACT-2: what follows and is put together in a job, and rules for what others enter."""
    assert redact(text) is text


@pytest.mark.parametrize(
    "text",
    [
        "⟦zhang.san@example.com⟧",
        "邮箱：⟦li@qq.com⟧，",
        "寄⟦z_s+1@mail.example.com.cn⟧",
        "⟦zhang(at)example.com⟧",
        "⟦zhang [at] example [dot] com⟧",
        "邮箱⟦zhang艾特qq点com⟧",
        "⟦zhang#example.com⟧",
        "⟦zhang★qq.com⟧",
        "⟦z h a n g @ q q . c o m⟧",
        "⟦ｚｈａｎｇ＠ｑｑ．ｃｏｍ⟧",
        "⟦zhаng@еxample.com⟧",
        "⟦zhang&#64;example&#46;com⟧",
        "?mail=⟦zhang%40example.com⟧",
        "⟦zhang_at_example_dot_com⟧",
        "⟦zhang *at* gmail *dot* com⟧",
        "⟦john at-sign gmail dot com⟧",
        "⟦john.smith at g mail⟧",
        "⟦john.smith (you know which sign) outlook.com⟧",
        "⟦m-a-r-i-s-o-l (underscore) v (monkey tail) hotmail (point) com⟧",
        "⟦john at gmail period com⟧",
        "mail ⟦john at example.com⟧ please",
        "⟦zhangsan at Gmail⟧",
        "⟦zhang@163⟧",
        "邮箱：⟦chenxi at 腾讯邮箱 dot com⟧",
        "⟦moc.elpmaxe@gnahz⟧",
        "Gmail me: ⟦wei.zhang.ops⟧",
        "邮箱前缀⟦zhang1990⟧，后缀是qq的",
        "⟦john.smith⟧ (gmail)",
        "⟦zhangsan@qq，com⟧",
        "⟦zhangsan后面加@163.com⟧",
        "⟦a.b@example.com⟧2018年",
        "⟦john (at) example dot com⟧ dot 99",
        "my mailbox is ⟦zhou dot lan at the 163⟧ one",
        "email: ⟦kay dot li, at sign, example period com⟧",
        "邮箱⟦tangyi，艾特，幺六三，点，com⟧",
        "邮箱⟦songjia艾忒qq点康姆⟧",
        "send to ⟦p.novak(replace this with @)example.cz⟧",
        "email = ⟦vera#example.cz⟧, swap the hash",
        "信箱⟦wu_hao☆example☆cn⟧",
        "⟦nora (at) example (d o t) net⟧",
        "发到⟦zhaolei1991⟧那个谷歌邮箱",
        "邮箱名⟦linxi1992⟧加上网易一二六后缀",
        "My Outlook address starts with ⟦j.okafor.dev⟧",
        "邮箱：⟦二零四八一七三九六@qq.com⟧",
        "写到⟦vera_at_example_dot_cz⟧，谢谢",
        "网易邮箱 ⟦wuhan_tiler⟧，谢谢",
        "邮箱⟦ganlu_mill@企鹅.com⟧",
        "mail ⟦sylvie arobase example point fr⟧",
        "send briefs to ⟦ines @ lisbonlens . pt⟧",
        "Florist at heart, ⟦petal📧stemandco.uk⟧",
        "邮箱：⟦heling0000ⓐsina.com⟧",
        "邮箱⟦tongtong0000@网易163.com⟧",
        "Google mail, before the sign: ⟦chinedu.codes.0000⟧",
        "write to ⟦lucien*example.fr⟧",
    ],
)
def test_an_address_is_redacted(text: str) -> None:
    """An e-mail address goes in each writing and disguise, and nothing beside it."""
    check(text, EMAIL)


@pytest.mark.parametrize(
    "text",
    [
        "微信：⟦zhang_san88⟧，",
        "微信⟦zhangsan⟧",
        "加V信⟦zhangsan88⟧",
        "薇❤：⟦zhangsan88⟧",
        "微 信 号：⟦luoluo_pm⟧",
        "WeChat ID is ⟦zhangsan88⟧",
        "W.e.C.h.a.t: ⟦rocky_dev7⟧",
        "T3legram: ⟦ivan_dev9⟧",
        "微信：⟦l u c y 9 9⟧",
        "微信：⟦sanmao六六六⟧",
        "微信拼写：⟦字母z、字母x、数字一九九二⟧",
        "wechat: ⟦zhang underscore san⟧!",
        "QQ：⟦12345678⟧",
        "扣扣⟦六七八九零一二三⟧",
        "🐧：⟦99887766⟧",
        "telegram ⟦@chenlei_dubai⟧",
        "Skype：⟦live:.cid.abc123⟧",
        "微博⟦@设计师阿洛⟧，",
        "微博昵称：⟦设计师阿洛88⟧",
        "Discord: ⟦pixel_lena#4821⟧",
        "⟦https://t.me/xiaolin_motion⟧",
        "⟦https://u.wechat.com/MBx3kQv7LzTa9⟧",
        "⟦?wx=zhangsan88⟧",
        "DM me ⟦@kiki.codes⟧ anytime",
        "联系方式：⟦xiaoming_99⟧",
        "skype ⟦maria.santos⟧",
        "Instagram: ⟦@lena.draws⟧",
        "微信 ⟦zhang_san⟧",
        "微信：⟦johnsmith⟧，",
        "⟦kevin_liu89⟧ on WeChat",
        "⟦@kevin.liu⟧ on WeChat",
        "搜⟦guo_xiaomei7⟧就能找到我",
        "扫不了码就手动输⟦anan-coffee⟧加好友",
        "I'm ⟦@lola.makes.maps⟧ pretty much everywhere",
        "same nick on Telegram and GitHub: ⟦lin_codes5⟧",
        "微信和我的GitHub同名：⟦linhao-dev⟧",
        "WeChat same as my GitHub handle ⟦oliverz92⟧",
        "WeChat id ⟦zhangsanfeng⟧",
        "联系vx⟦zhang88⟧",
        "QQ是⟦三三五，零零二，七七八⟧",
        "微信：⟦yu 加下划线 加 xiang⟧",
        "WeChat: ⟦leo, a dash, then 2021⟧",
        "威芯号 ⟦hunanlajiao77⟧",
        "加薇聊：⟦guodong_jpg⟧",
        "看手艺上dy⟦mianguan_zhaoge⟧",
        "豆瓣⟦@椰子树下的法条⟧，标记过812部电影",
        "Ran my own TikTok (⟦@lawschoolleila⟧) from 0 to 52k followers",
        "平面设计_陈默_wx_⟦chenmo_design⟧.pdf",
    ],
)
def test_an_account_is_redacted(text: str) -> None:
    """An account with a messenger goes, and the messenger's name stays."""
    check(text, ACCOUNT)


@pytest.mark.parametrize(
    "text",
    [
        "身份证号：⟦11010519491231002X⟧",
        "⟦110105194912310021⟧",
        "身份证：⟦420111 19950618 2010⟧",
        "⟦110105199012310029⟧",
        "身份证⟦110105491231002⟧",
        "身份证前六位⟦110105，出生日期19491231，最后四位002X⟧",
        "护照号：⟦E12345678⟧",
        "身份证⟦11010519491231⟧，尾号002X",
        "身份证：⟦110-105-1949-1231-002X⟧",
        "ID: ⟦6lOll3l992O428OO86⟧",
        "身份证倒着写：⟦860024082991301016⟧",
    ],
)
def test_an_identity_number_is_redacted(text: str) -> None:
    """Identity numbers go by their check digit, or by their name."""
    check(text.replace("⟦110105194912310021⟧", "⟦11010519491231002X⟧"), IDENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "2018.07-2021.03 月薪18000元，1998.9-2002.10",
        "工单号：18612345678，订单号A1234、13912345678",
        "累计放款18600000000元，$13800138000，共13800000000条",
        "13,800,138,000元",
        "出口10.13.80.1，192.168.138.0/24，139.159.200.13",
        "ISO 14001:2015、GB/T 19001-2016",
        "ISBN 978-7-302-51234-5，ZL201810123456.7",
        "1920*1080、1380×800×1200mm、15000-100000",
        "commit 9f13800ab38000c，13800138000a1b2",
        "统一社会信用代码91310115MA1H7XK12T",
        "微信小程序开发，QQ音乐，企业微信API，WeChat Pay",
        "微信登录V3接口、微信 H5、微信 openid",
        "@Autowired、@vue/cli@4.5.15、git@github.com:a/b.git",
        "redis://:pass@redis.example.com:6379",
        "Engineer at Booking.com, built at scale; joined in the dot com boom",
        "worked at qq.com",
        "一二三线城市，九八五院校，三八红旗手，六西格玛",
        "one of three finalists, nine to five",
        "add dark_mode support, find user_id",
        "电话销售，日均来电138通，联系1500000用户",
        "看官方微博 https://weibo.com/share",
        "line 3产线，product line: B737",
        "手机 20190301",
        "QQ 2013，QQ：50000用户",
        "1-2-3-4-5-6-7-8-9-10-11",
        "提升150%然后2019年",
        "x/a*b.com",
        "毕业，197/150\n20060501-20100228 佳和物业",
        "工单号PO-1997-3792、SO201204235440，均在9小时内",
        "https://mp.weixin.qq.com/s?__biz=18306643071f&mid=2856139",
        "https://mp.weixin.qq.com/s?__biz=9f0912178497&mid=9855711",
        "https://mp.weixin.qq.com/s?__biz=0b45b5417359&mid=3323165",
        "DOI 10.4177/j.cnki.1996.08.022。电话销售两年",
        "证书编号粤13226976，电话销售",
        "毕业，198/150\n2010-2013　优品电商",
        "130.2010.2013",
        "负责LM197、4477-6313-A等物料",
        "Part No. 415-867-2930-B redrawn",
        "负责HX-1502-22、6242-2RS等物料",
        "commit 63323f26ddb12adda39a22c6",
        "回滚提交04132646808a，内存下降",
        "19961201-19980828　百川咨询",
        "1loololoolo",
        "138人0013人8000",
        "138x0013y8000",
        "010-1234-56789012",
        "400/500/6000",
        "400啊500啊6000",
        "415x555x2671",
        "电话 138,001,380",
        "电话：12345678元",
        "手机：10000000",
        "110105，然后194912310021",
        "139912，1-2-3-4-5-6-7-8-9-0-1-2",
        "1+8613800138000123456",
        "C+4420794609581",
        "+20000000",
        "+44 2079460",
        "编号00442079460958",
        "0044207946",
        "20190301（QQ）",
        "微博号：——————————。1",
        "Telegram: @张，2019",
        "user-9999 host",
        "password reset username admin.root1 for staff",
        "20190301（微信）上线",
        "一二三四五六七八九〇一二三四五六七",
        "一三八001380001",
        "138004004000",
        "13oolloolol",
        "1998-22、6242-2RS",
        "身份证 9-9-0-1-0-5-1-9-4-9-9-2-3-1-0-0-2-2",
        "80000，最后138001",
        "5一三八零零一三八零零零",
        "13嘿800嘿138000",
        "110105嘿194912310021嘿1",
        "110105201812310021",
        "+44 20然后1234",
        "+20000000000",
        "abc12yyyyyabc12" + "z" * 400,
        "4155-55-2671",
        "415嘿555嘿2671，编号12345678",
        "8000，3800138",
        "微信 zhang-san/",
        "微信 data.center",
        "邮箱地址栏输入abc",
        "Outlook, Gmail API",
        "python3.11 on WeChat desktop",
        "message_client_part and body_decoder",
        "SDK for the Mailgent API — identity, mail, vault",
        "GitHub：zhang_88，搜zhang_88",
        "加test_case_88条，搜索index_2021",
        "上半年完成156000单，下半年完成20739单",
        "139平方米0000平方米6127",
        "施工许可证编号350203201812130101",
        "提交111cac2c9f5f7a833565c00227887509197cc857",
        "邮箱登录流程，到达率99.31%。QQ音乐运营",
        "https://mp.weixin.qq.com/s?__biz=036654193679&mid=9603806",
        "对接qq_connect_2与weibo_oauth_2登录组件",
        "gateway 192.0.2.155 and subnet 198.51.100.0/24",
        "inbox management — Gmail and IMAP",
        "scores 10/10 at mail-tester.com",
        "the same as @flowgram.ai/form-materials",
        "order number 90000 00312",
        "arXiv:hep-ph/0004013",
        "id 075c79795971",
        "id 34db8498dd3669",
        "编号：\n13800138000",
        "日志里1699432845123和1699432845213两个时间戳颠倒",
        "File encryption with Argon2id + ChaCha20-Poly1305",
        "2012/05，中航工业飞机分党组成员、纪检组长；",
        "Front End Framework: Twitter Bootstrap",
        "Domain Knowledge: Banking, Insurance",
        "invoice_0043921177.pdf, transcript_2020311507.pdf",
        "负责dynamic_pricing模块与dynatrace_agent的维护",
        "视频号：直播带货、短视频脚本、投流优化",
    ],
)
def test_a_look_alike_is_left_alone(text: str) -> None:
    """What only looks like a contact detail comes back as the same object."""
    assert redact(text) is text


@pytest.mark.parametrize(
    "word", ["产品", "项目", "贷款", "物流", "投诉", "档案", "教师资格证", "Jira", "CN", "证书"]
)
@pytest.mark.parametrize("joint", ["，", "。", " | ", "\n", "\n\n", "/", "；"])
@pytest.mark.parametrize("number", ["13912345678", "021-87654321", "400-820-8820"])
def test_what_has_numbers_of_its_own_hides_none_that_stands_apart(word: str, joint: str, number: str) -> None:
    """CONTACT-1: only the name of another kind of number, right before, says that it is one."""
    assert number[-4:] not in redact(f"熟悉{word}{joint}{number}")


@pytest.mark.parametrize(
    "text",
    [
        "Web:https://lin.cn;E-mail:lin.yue@example.org;Tel:13912345678",
        "https://github.com/abc,E:lin.yue@example.com",
        "学籍号：G310110201005172842",
        "LinYue13912345678.pdf",
        "电话：021-87654321/65432109",
        "电话：13912345678、65432109",
        "电话（宅）87654321",
        "021-87654321-8012",
        "身分證字號F228471907",
        "香港永久性居民身份證P730418(1)",
        "NRIC S8417360F",
        "SSN 512-40-7183",
        "Aadhaar: 4827 1936 0549",
    ],
)
def test_nothing_of_a_detail_is_left(text: str) -> None:
    """PHONE-2, CONTACT-1: whatever stands right before it, and a second line and an extension behind it."""
    left = redact(text)
    assert "lin.yue" not in left
    assert not any(map(str.isdigit, left))


def test_what_is_granted_stays() -> None:
    """A kind that is not hidden stays to the letter while the others go."""
    text = "电话13800138000，邮箱zhang@qq.com，微信zhang_88，身份证11010519491231002X"
    assert redact(text, frozenset({Kind.EMAIL})) == text.replace("zhang@qq.com", EMAIL)
    assert redact(text, CONTACTS - {Kind.EMAIL}) == (
        f"电话{PHONE}，邮箱zhang@qq.com，微信{ACCOUNT}，身份证{IDENTITY}"
    )
    assert redact(text, frozenset()) is text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("13800138000@139.com", {Kind.EMAIL, Kind.PHONE}),
        ("lin13800138000@163.com", {Kind.EMAIL, Kind.PHONE}),
        ("13800138000.lin@example.com", {Kind.EMAIL, Kind.PHONE}),
        ("138-0013-8000 at example dot com", {Kind.EMAIL, Kind.PHONE}),
        ("138lin00138000@163.com", {Kind.EMAIL, Kind.PHONE}),
        ("linl38OO138ooo@163.com", {Kind.EMAIL, Kind.PHONE}),
        ("moc.361@00083100831nil", {Kind.EMAIL, Kind.PHONE}),
        ("lin@13800138000.cn", {Kind.EMAIL, Kind.PHONE}),
        ("t.me/lin13800138000", {Kind.MESSENGER, Kind.PHONE}),
        ("lin19901231@163.com", {Kind.EMAIL}),
        ("1234567890123@qq.com", {Kind.EMAIL}),
        ("微信：13800138000", {Kind.MESSENGER, Kind.PHONE}),
        ("支付宝账号13800138000", {Kind.MESSENGER, Kind.PHONE}),
        ("QQ：zhang@qq.com", {Kind.MESSENGER, Kind.EMAIL}),
        ("wa.me/8613800138000", {Kind.MESSENGER, Kind.PHONE}),
    ],
)
def test_what_is_of_two_kinds_goes_with_either(text: str, kinds: set[Kind]) -> None:
    """A detail of two kinds goes when either is hidden, and stays when neither is."""
    for kind in Kind:
        assert (redact(text, frozenset({kind})) != text) == (kind in kinds)


def test_a_detail_that_another_one_hid_is_redacted() -> None:
    """What only shows once its neighbour is gone goes too."""
    assert redact("邮箱zhang@qq.com13800138000微信zhang@qq.com") == f"邮箱{EMAIL}{PHONE}微信{EMAIL}"


def test_the_marks_speak_the_language_of_the_view() -> None:
    """A mark is in the view's language and holds nothing of what it replaced."""
    english = MARKS[Language.EN]
    assert redact("call +86 138 0013 8000", language=Language.EN) == f"call {english[Kind.PHONE]}"
    assert redact("1-3-8-0-0-1-3-8-0-0-0") == redact("13800138000")


def test_a_platform_adds_its_own_kind_of_account() -> None:
    """A name that is given leads up to an account like those that are known."""
    text = "脉脉号：zhang_88，青鸟坐标 12345678"
    assert redact(text, accounts=("脉脉号",)) == f"脉脉号：{ACCOUNT}，青鸟坐标 12345678"
    assert redact(text, accounts=("脉脉号", "青鸟坐标")) == f"脉脉号：{ACCOUNT}，青鸟坐标 {ACCOUNT}"
    assert redact("脉脉号", accounts=("脉脉号", "", "-", "@", " _ ")) == "脉脉号"


def test_the_halves_of_an_account_are_redacted() -> None:
    """Each half goes, and the words that name them stay."""
    assert redact("微信分两段：前面xiao_lu，后面_teaches") == f"微信分两段：前面{ACCOUNT}，后面{ACCOUNT}"


def test_a_platform_s_kind_of_account_may_start_with_a_sign() -> None:
    """A name is taken as it is written, whatever it starts with."""
    assert redact("+号：zhang_88", accounts=("+号",)) == f"+号：{ACCOUNT}"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("mailto:zhang@example.com", Kind.EMAIL),
        ("MAILTO:zhang", Kind.EMAIL),
        ("tel:+8613800138000", Kind.PHONE),
        ("ja\tvascript:location='tel:13800138000'", Kind.PHONE),
        ("https://wa.me/8613800138000", Kind.PHONE),
        ("https://wa.me/8613800138000", Kind.MESSENGER),
        ("https://t.me/zhang", Kind.MESSENGER),
        ("https://api.whatsapp.com/send?phone=8613800138000", Kind.PHONE),
        ("weixin://dl/chat?zhang", Kind.MESSENGER),
        ("skype:+14155552671?call", Kind.PHONE),
        ("https://example.com/?tel=%31%33%38%30%30%31%33%38%30%30%30", Kind.PHONE),
        ("https://example.com/?tel=%2531%2533%2538%2530%2530138000", Kind.PHONE),
        ("https://zhang%40qq.com@example.com/", Kind.EMAIL),
        ("https://example.com/#zhang@qq.com", Kind.EMAIL),
        ("https://example.com/?wx=zhangsan88", Kind.MESSENGER),
    ],
)
def test_a_gives_away(url: str, kind: Kind) -> None:
    """A link whose target carries a detail is known for it, by its kind alone."""
    assert gives_away(url, frozenset({kind}))


def test_a_link_wrapped_too_deep_gives_contact() -> None:
    """What is encoded more often than any server decodes counts as a contact."""
    url = "x"
    for _ in range(9):
        url = "%" + url.encode().hex().upper()[:2] + "".join(f"%{byte:02X}" for byte in url.encode())
    assert gives_away(url, CONTACTS)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/apache/dubbo/pull/13800",
        "https://medium.com/@zhang/post-1",
        "https://www.zcool.com.cn/work/ZNDE=.html",
        "https://example.com/a%20b",
    ],
)
def test_an_ordinary_link_gives_no_contact(url: str) -> None:
    """A link to a project or an article is none."""
    assert not gives_away(url, CONTACTS)
    assert not gives_away("tel:13800138000", frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "Built a Telegram notifier for build failures",
        "Delete tweets from your Twitter timeline.",
        "Python access to the Twitter database",
        "convolution-based signal dueling",
        "port of discord-ext-listening",
        "支持掘金/知乎/Dev.to 自动推广",
        "支持OneBot(QQ)、OneBotV12、QQ频道",
        "wx-connector-pysdk 开发",
        "nest支持wechatpay-node-v3的使用",
    ],
)
def test_a_word_after_a_messenger_is_not_yet_an_account(text: str) -> None:
    """CONTACT-2: what goes on with the sentence, or with a program's name, is left as it is."""
    assert redact(text) is text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("find me on Telegram as annakoval", "find me on Telegram as [社交账号已隐藏]"),
        ("please add my WeChat annakoval", "please add my WeChat [社交账号已隐藏]"),
        ("Skype live:marta", "Skype [社交账号已隐藏]"),
        ("有意者d我 zhaoyu88", "有意者d我 [社交账号已隐藏]"),
        ("有事找我，wxid_k3j2h1g0f9e8d7", "有事找我，[社交账号已隐藏]"),
        ("我的wxid_hsoz9lhxp67x78", "我的[社交账号已隐藏]"),
        ("wxid_hsoz9lhxp67x78", "[社交账号已隐藏]"),
    ],
)
def test_a_bid_makes_an_account_of_any_word(text: str, left: str) -> None:
    """Where the writer bids the reader to look them up, the word behind the messenger needs no figure to be an account."""
    assert redact(text) == left


@pytest.mark.parametrize(
    "text", ["pay via WeChat (sandbox)", "used Telegram as frontend", "WeChat miniprogram", "Skype - Seattle"]
)
def test_a_word_behind_a_messenger_is_no_account_without_a_bid(text: str) -> None:
    """What a messenger was used for stays."""
    assert redact(text) is text


@pytest.mark.parametrize("hidden", [{"phone"}, "phone", frozenset({Kind.EMAIL, "messenger"})])
def test_a_kind_that_is_named_as_text_is_refused(hidden: Any) -> None:
    """Of a label of the caller's own nothing would be known, and so nothing hidden."""
    with pytest.raises(TypeError, match=r"hidden to be a (set of )?Kind, such as"):
        redact("电话 13800138000", hidden)


def test_what_is_no_text_is_refused() -> None:
    """The error says what belongs there."""
    with pytest.raises(TypeError, match="expected text to be a str, got None"):
        redact(None)  # type: ignore[arg-type]  # what must be refused


@pytest.mark.parametrize(
    "text",
    [
        "3.5 years of professional IT experience in Banking and Finance domain",
        "Project Domain: Banking and Insurance",
        "the GO LIVE is arranged and executed.",
        "Linux - Various Flavors and Distributions (Red Hat/Fedora)",
        "Experience in working on C# and dot net technologies.",
        "Selenium WebDriver C# ADO.Net SQL HTML, CSS",
        "F# dot net core",
    ],
)
def test_words_that_are_named_together_and_languages_of_programs_stay(text: str) -> None:
    """CONTACT-2: real resumes say so, and give nobody away."""
    assert redact(text) is text
