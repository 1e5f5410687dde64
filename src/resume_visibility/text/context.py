"""What stands around a number, and what it says of it."""

import re

from .patterns import SIGN, SIGNS, later, led, words

_WINDOW = 28
_S = rf"[{SIGNS}\n]*"

_PHONE_WORDS = (
    r"[手首守]\W{0,3}(?:[机鸡几叽矶基]|ji)", r"收机", r"[电话]\W{0,3}(?:[话活化画]|hua)", r"电(?=\W*$)",
    r"座\W{0,2}机", r"固话", r"固定电话", r"传真", r"热[线缐]",
    r"联\W{0,2}系", r"联络", r"致电", r"来电", r"电联",
    r"拨打?", r"号\W{0,2}码", r"呼叫", r"打[给我]?", r"短信", r"咨询",
    r"(?<![a-z])whats\W{0,2}app", r"(?<![a-z])shouji", r"(?<![a-z])dianhua",
    r"(?<![a-z])t(?:\W?e\W?l(?:e?phone|l)?|ext)(?![a-z])", r"(?<![a-z])m(?:obile?|ob|[oó]vil)(?![a-z])",
    r"(?<![a-z])c(?:ell(?:phone)?|all|ontact)(?![a-z])",
    r"(?<![a-z])ph(?:[o0]n[e3])?(?![a-z/])", r"(?<![a-z])f(?:ax|[o0]ne)(?![a-z])",
    r"(?<![a-z])h(?:otline|/?p|and(?: ?phone|y)|it me(?: up)?|mu|olla)(?![a-z])",
    r"(?<![a-z])b(?:ell (?:me|us)|uzz me|urner)(?![a-z])", r"(?<![a-z])r(?:ing|each)(?![a-z])",
    r"(?<![a-z])d(?:ial|irect line|igits)(?![a-z])", r"(?<![a-z])sms(?![a-z])", r"(?<![a-z])l(?:ine|andline)(?![a-z])",
    r"(?<![a-z])area code", r"(?<![a-z])my number(?![a-z])", r"区号",
    r"(?<![a-z])[mtp](?=\W*[:：])", r"[☎📞📱📲☏🤙✆]",
)  # fmt: skip
_STRONG_PHONE = (
    r"手\W{0,3}[机鸡]", r"电\W{0,3}[话活]", r"座\W{0,2}机", r"固话", r"热线", r"致电", r"拨打", r"[☎📞📱📲☏✆]",
    r"(?<![a-z])whats\W{0,2}app", r"(?<![a-z])t(?:ele?phone|el)(?![a-z])", r"(?<![a-z])mobile(?![a-z])", r"(?<![a-z])c(?:ell|all)(?![a-z])",
    r"(?<![a-z])phone(?![a-z])", r"(?<![a-z])fax(?![a-z])", r"(?<![a-z])hotline(?![a-z])", r"(?<![a-z])dial(?![a-z])",
)  # fmt: skip
_BETWEEN = (
    r"(?:(?:区号|号码|号|码|是|为|在|可|请|我|我的|本人|的|个人|私人|直接|至|到|给|见角标|就行"
    r"|同号|方式|如下|随时|备用|或|及|和|也|即|国内|一串|电话|手机|微信|微|转|：|:"
    r"|number|num|no|nr|is|s(?![a-z])|at|me|on|my|us|him|her|or|via|the|a|with|work|home|office|personal|direct)"
    + _S
    + r"){0,5}"
)
_PHONE_BEFORE = later(rf"{led(_PHONE_WORDS)}{_S}{_BETWEEN}$")
_PHONE_NEAR = later(led(_STRONG_PHONE))
_PHONE_BEHIND = later(
    rf"(?:(?![。；;，,、.]){SIGN}){{0,3}}(?:[，,](?=其实|实际|实为|也就是|就是|才是))?(?:(?:其实"
    rf"|实际上?|实为|也|就|才|正|即"
    rf"|真)?[是为]?(?:我的|我)?)(?:本人|我|个人|家庭|办公)?的?(?:手机|电话|座机|固话|tel|phone|mobile|cell)"
    r"|\s(?:is|as) my (?:mobile|phone|cell|number|whatsapp|direct line)(?![a-z])"
)

_HAN_CODE = words(
    "订单 单号 编号 编码 序号 序列号 工号 工单 学号 专利 专利号 证书 证号 资格证 许可证 "
    "批号 批次 批文 批准文号 流水 合同 项目 货号 料号 条码 条形码 版本 书号 刊号 "
    "准考证 考号 备案 注册号 登记号 代码 案号 票号 发票 税号 公告号 申请号 授权号 图号 "
    "型号 运单 快递 物流 卡号 账号 帐号 账单 端口 时间戳 标识 档案 保单 产品 "
    "科目 单据 凭证 采购单 会员号 客户号 用户id 流量 课题 设备号 房号 楼号 包裹 文号 "
    "信用代码 排名 股票 基金 订货 交易 案件 病历 病案 住院号 门诊号 床号 挂号 保函 提单 "
    "报关 舱单 "
    "箱号 柜号 车架 发动机 钢印 机身 仪器 不动产 地块 宗地 执照 学籍 "
    "毕业证 学位证 职称 回单 借据 贷款 理赔 服务单 报修 维修单 样品 样本 委托 图纸 炉号 "
    "钢号 牌号 库位 追溯 请求号 面单 取件 集装箱 封条 "
    "航班 车次 机票 车票 票据 收据 凭据 社保 公积金 医保 管理号 立项 批件 入库 出库 派工 "
    "投诉 受理 回执 会话"
)
_LATIN_CODE = words(
    "isbn issn patent orders? invoice serial sn s/n model part ticket id code uid pid sku bug issue task jira commit build "
    "version port doi tracking case ref reference account batch lot item record timestamp certificate cert licen[cs]e po "
    "rfc iso din gb/?t? zl cn grant contract shipment asset biz mid appid employee staff student policy claim transaction"
)
_CODES = led((*_HAN_CODE, *(rf"(?<![a-z]){word}(?![a-z])" for word in _LATIN_CODE)))
_CODE_BEFORE = later(
    rf"{_CODES}{_S}(?:(?:号码|编号|号|码|是|为|的|及|和|no|number|num|id|is|#|:|：|nos|of|and){_S}){{0,3}}$"
)
# 工单号A、B及C: the name before the first goes for its siblings too.
_ALSO = re.compile(r"[、/和及与](?:号码)?\s?$")
# Nothing that was taken is given back: a long word could be cut up in thousands of ways.
_SIBLINGS = re.compile(r"(?:[a-z0-9][a-z0-9\-]{2,30}+(?:[、/和及与](?:号码)?\s?(?=[a-z0-9]))?+){1,4}+$")
_PO_BEFORE = re.compile(r"[a-z][a-z0-9_]*$")

_AMOUNT_WORDS = words(
    "累计 总计 共计 共 约 达 达到 处理 金额 流水 营收 规模 超 超过 近 营业额 销售额 交易额 产值 调用 调用量 访问 访问量 数据 数据量 "
    "预算 资产 价值 over about total nearly around processed handled budget revenue"
)
_CURRENCIES = ("[$¥￥€£]", *(rf"(?<![a-z]){word}" for word in words("usd rmb cny eur gbp hkd jpy")))
_AMOUNT_BEFORE = later(
    led(
        (
            *(rf"{word}[^0-9a-z]{{0,6}}$" for word in _AMOUNT_WORDS),
            *(rf"{one}\W{{0,2}}$" for one in _CURRENCIES),
        )
    )
)
_CURRENCY_BEFORE = re.compile(rf"{led(_CURRENCIES)}\W{{0,2}}$")
_UNIT = (
    r"[^\S\n]?(?:用户|客户|商户|学员|粉丝|人次|订单|会员|万|亿|元|块|美元|美金|日元|欧元|港币"
    r"|人民币|条|次|人|个|笔|件|级|张|行|名|家|户|台|套|份|单|位|篇|页|字|吨"
    r"|米|公里|平|㎡|毫秒|毫|秒|分钟|小时|天|年|月|日|度|余|多|通|场|门|辆|株|只|头|℃|°|%|％|‰|\+(?![0-9])"
    r"|(?:usd|rmb|cny|eur|jpy|dollars?|users?|records?|rows?|requests?|items?|orders?|messages?|events?"
    r"|people|times|lines?|bytes?|calls?|customers?|downloads?|views?|transactions?|pieces?|ms|km|kg|mm|cm|px"
    r"|kb|mb|gb|tb|qps|tps|rpm|hz|w|k|m|bn?|million|billion|yuan|square|sq|hours?|days?|years?|minutes?"
    r"|seconds?)(?![a-z]))"
)
_UNIT_BEHIND = later(_UNIT)
_MONEY_BEHIND = re.compile(r"\W?(?:元|万元|美元|美金|日元|欧元|港币|人民币|rmb|usd|cny|yuan|dollars)")
NAMES_THE_HEAD = re.compile(r"开头|打头|号头|前[三七面]|头三|first|start|begin")
_BACKWARDS = later(
    r"倒过来|后往前|倒着|倒序|倒写|倒读|倒叙|倒念|颠倒|反过来|反着|反写|反序|逆序|逆着"
    r"|往前[数念读]|屁股|反读|[反翻][向转](?:来|读|写|念|看|排|号|手机|电话|书写)|镜像|从尾"
    r"|右[往到向读念]{1,2}左|revers|back(?:w|wo)?ards?(?![a-z])|from the (?:end|back)|right to left|flip|mirror|back to front"
    r"|end to start|last to first"
)


_CHANGED = re.compile(
    r"每[一1]?[位个].{0,8}[加减]|[加减]了?[一1]|(?:each|every) digit|(?:plus|minus|add|subtract|shift\w*(?: \w+)?) "
    r"(?:one|1)(?![a-z0-9])"
)


def is_changed(stream: str, start: int, end: int) -> bool:
    """Whether the writer says that each digit is another one than it should be."""
    return (
        _CHANGED.search(before(stream, start)) is not None
        or _CHANGED.search(stream, end, end + _WINDOW) is not None
    )


def before(stream: str, start: int) -> str:
    """The little that stands before an offset and may name what follows."""
    return stream[max(0, start - _WINDOW) : start]


def named_phone(stream: str, start: int) -> bool:
    """Whether a word for telephone leads up to the offset."""
    return _PHONE_BEFORE.search(before(stream, start)) is not None


_NUMBER_BEFORE = re.compile(r"(?<![a-z])(?:number|num|no|nr)\W{0,3}(?:is\W)?\W{0,2}$")


def named_number(stream: str, start: int) -> bool:
    """Whether the offset is led up to as a number, of whatever."""
    return _NUMBER_BEFORE.search(before(stream, start)) is not None


def called_phone(stream: str, end: int) -> bool:
    """Whether what ends at the offset is called a telephone number behind it."""
    return _PHONE_BEHIND.match(stream, end) is not None


def named_code(stream: str, start: int) -> bool:
    """Whether the name of another kind of number leads up to the offset, and no word for telephone."""
    window = before(stream, start)
    joint = _ALSO.search(window)
    if joint:
        window = _SIBLINGS.sub("", stream[max(0, start - 3 * _WINDOW) : start - len(joint[0])])
    code = _CODE_BEFORE.search(window)
    return code is not None and not _PHONE_NEAR.search(window, max(0, code.start() - 6))


def is_amount(stream: str, start: int, end: int, digits: str) -> bool:
    """Whether a number counts or prices something."""
    if _MONEY_BEHIND.match(stream, end):
        return True
    counts = _AMOUNT_BEFORE.search(before(stream, start)) is not None
    if counts and _CURRENCY_BEFORE.search(before(stream, start)):
        return True
    measured = _UNIT_BEHIND.match(stream, end) is not None
    return (counts and measured) or (digits.endswith("000000") and (counts or measured))


def has_unit(stream: str, end: int) -> bool:
    """Whether a unit stands right behind."""
    return _UNIT_BEHIND.match(stream, end) is not None


_FILE = re.compile(r"[^\n/，。；;:：?=&]{0,60}\.(?:pdf|docx?|jpe?g|png|zip|rar|pptx?)(?![a-z0-9])")
_RESUME = re.compile(r"(?<![a-z])(?:cv|resume)(?![a-z])|简历|求职|应聘")


def in_file_name(stream: str, end: int) -> bool:
    """Whether what ends at the offset stands in the name of a file."""
    return _FILE.match(stream, end) is not None


def named_resume(stream: str, start: int) -> bool:
    """Whether a resume is spoken of shortly before the offset."""
    return _RESUME.search(before(stream, start)) is not None


def is_backwards(stream: str, start: int, end: int) -> bool:
    """Whether the writer says that the digits are to be read from the other end."""
    return (
        _BACKWARDS.search(before(stream, start)) is not None
        or _BACKWARDS.search(stream, end, end + _WINDOW) is not None
    )


_ID_WORD = re.compile(
    r"身\W{0,2}[份分]\W{0,2}[证正]|证件|身份号|id\W{0,2}(?:card|number|no)|identity|national id|居民证"
    r"|shenfenzheng|(?<![a-z])sfz(?![a-z])"
)
_ID_WINDOW = 40


def named_identity(stream: str, start: int) -> bool:
    """Whether an identity card is spoken of shortly before."""
    return _ID_WORD.search(stream[max(0, start - _ID_WINDOW) : start]) is not None


_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_DATE = rf"{_MONTH}[./-]{_YEAR}|{_YEAR}[-./年/]{_MONTH}(?:[-./月]{_DAY})?|{_YEAR}{_MONTH}(?:{_DAY})?|{_YEAR}"
_DATES = re.compile(rf"(?:{_DATE})(?:\W{{1,4}}(?:{_DATE}))*")
ENDS_IN_YEARS = re.compile(rf"(?<![0-9]){_YEAR}[^0-9 ]{{1,3}}{_YEAR}$")
_QUAD = re.compile(
    r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}(?:/[0-9]{1,2}|:[0-9]{2,5})?"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_ROUND_RANGE = re.compile(r"[0-9]+000\W{1,4}[0-9]+000")


def is_figure(written: str, behind: str) -> bool:
    """Whether parted digits are dates, an address of a machine, an amount, a size or a decimal."""
    return (
        _DATES.fullmatch(written) is not None
        or _QUAD.fullmatch(written) is not None
        or _THOUSANDS.fullmatch(written) is not None
        or _ROUND_RANGE.fullmatch(written) is not None
        or (written.count(".") == 1 and written.replace(".", "").isdigit())
        or re.match(r"\W?(?:mm|cm|m|px|毫米|厘米|米|公分)(?![a-z])", behind) is not None
    )


def is_date(written: str) -> bool:
    """Whether digits are one date or several."""
    return _DATES.fullmatch(written) is not None


CODE_GOES_ON = re.compile(r"[a-z]{1,4}[0-9]|[a-f]{2,}(?![a-z])")
CHECK_X = re.compile(r"\W{0,3}x(?![a-z0-9])")
_ACCOUNT_BEFORE = re.compile(r"(?:vx|wx|v|qq|wechat|weixin|hao|no|ma|ji|id)$")


def named_account(stream: str, start: int) -> bool:
    """Whether the letters right before an offset name a messenger."""
    return _ACCOUNT_BEFORE.search(before(stream, start)) is not None
