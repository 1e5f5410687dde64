"""Lines as they stand at the head of resumes, generated: details and facts in any order, parted by all sorts of signs."""

from collections.abc import Iterator
from random import Random

from scorer import Row, Span

from resume_visibility.text.platforms import PLATFORMS


def _words(listing: str) -> list[str]:
    return listing.split()


_SEPARATORS = (" | ", " / ", "，", "\n", " · ", " • ", "\t", "；", "  ", "、", " - ", ", ")
_LED = (
    "{name}：{account}",
    "{name}:{account}",
    "{name} {account}",
    "{name}号 {account}",
    "{name} - {account}",
    "{name}/{account}",
)
_GLUED = "{name}{account}"
_BEHIND = ("{account}（{name}）", "{account}({name})", "{account} ({name})", "{account}（{name}号）")
_SYLLABLES = _words(
    "zhang li wang chen liu yang zhao wu zhou xu sun ma zhu hu lin he guo luo mei yue hao jun wei ting xin yu fan jie kai"
)
_METRICS = _words(
    "ROI GMV CPE CPM KOL KOC UGC PV UV DAU MAU SKU SPU CTR CVR ROAS SCRM CRM OKR SOP API MCN KPI"
)
_FACTS = (
    "上海", "杭州", "本科", "硕士", "产品经理", "Java", "Java8", "Spring Boot", "CET-6", "CET6 521", "ISO9001", "HSK5", "2019届", "P7", "C1驾照", "15k*14", "党员",
    "30岁", "8年经验", "Python3", "MySQL8", "k8s", "Product Manager", "Suzhou", "PMP", "CPA", "GPA 3.7", "离职-随时到岗", "B2B", "O2O", "React18", "github.com",
)  # fmt: skip
_MAILS = ("163.com", "qq.com", "gmail.com", "126.com", "outlook.com", "example.com")


def headers(count: int, seed: int) -> Iterator[Row]:
    """So many lines with the details in them, the same for the same seed; one in three has no account but what looks like one."""
    draw = Random(seed)
    for _ in range(count):
        spans: list[Span] = []
        pieces = draw.sample(_FACTS, draw.randint(1, 3))
        for _ in range(draw.choice((0, 1, 1, 2))):
            detail = _mobile(draw) if draw.random() < 0.5 else f"{_name(draw)}@{draw.choice(_MAILS)}"
            spans.append(Span(detail, "email" if "@" in detail else "phone"))
            pieces.append(detail)
        if draw.random() < 0.67:
            name, account = _account(draw)
            spans.append(Span(account, "messenger"))
            led = draw.choice(
                _BEHIND if draw.random() < 0.25 else _LED if name.isascii() else (*_LED, _GLUED)
            )
            pieces.append(led.format(name=name, account=account))
        else:
            name, _ = _account(draw)
            pieces.append(f"{name}{draw.choice(('', ' ', '：'))}{_figure(draw)}")
        draw.shuffle(pieces)
        text = draw.choice(_SEPARATORS).join(pieces)
        yield Row(
            text, tuple(spans), "plain" if spans else "clean", "zh", "messenger" if spans else "clean", "head"
        )


_PAIRED = (
    "电话/微信",
    "手机/微信号",
    "手机&抖音",
    "Tel/WeChat",
    "Phone / Skype",
    "电话、小红书",
    "联系方式（电话/微信）",
    "Mobile/WeChat ID",
    "电话及微信",
)
_GAPS = ("   ", "    ", "      ", "\t", " | ")
_NICKS = _words(
    "sunny happy blue little crazy lazy silent lucky sweet moon star cloud snow rain wind peach lemon mango cherry coco mimi lulu nana"
)
_ENDINGS = _words(
    "girl cat whale bear boy fish tree bird rabbit tiger panda dream song light rose sea sky mountain baby king queen fox dog kitty"
)
_NO_ACCOUNTS = _words(
    "Python Figma Shanghai Beijing Photoshop Notion Zapier Java remote English mandarin weekends anytime Hangzhou Shenzhen full-time HTML5 Excel "
    "storytelling livestreaming Premiere PowerPoint Redis Docker microgrid profibus actin boiler bonding turbine"
)
_FIRST = _words(
    "Tim Jiawei Lark Momo Dingding Qiuqiu Xing Insta Line Zalo Viber Kik Soul Max Jack Lena Maria Kevin Wei Jia"
)
_LAST = _words(
    "Li Wang Zhang Yang Zhao Chen Huang Lin Tang Xu Zhu Guo Ouyang Smith Miller Jones Garcia Hansen Santos Okafor Sharma Petrov"
)
_SHORT_LED = ("{name}：{said}", "{name}: {said}", "{name} {said}", "{name}/{said}")


def fields(count: int, seed: int) -> Iterator[Row]:
    """So many lines with fields in columns, or under one label for two: an account that may be made of letters alone, or none."""
    draw = Random(seed)
    for _ in range(count):
        name = draw.choice([name for one in PLATFORMS for name in one.names if one.name != "qq"])
        leak, mobile, gap = draw.random() < 0.6, _mobile(draw), draw.choice(_GAPS)
        said = _nick(draw) if leak else draw.choice(_NO_ACCOUNTS)
        spans = [Span(said, "messenger")] if leak else []
        facts = draw.sample(_FACTS, 2)
        match draw.randrange(3):
            case 0:
                text = gap.join((*facts[:1], name, said, *facts[1:]))
            case 1:
                label, joint = draw.choice(_PAIRED), draw.choice(("/", " / ", "；", "; "))
                text = f"{label}：{mobile}{joint}{said}{draw.choice(('', '，', '。', ' | '))}{draw.choice(('', facts[0]))}"
                spans.append(Span(mobile, "phone"))
            case _:
                # People have names of platforms for names as well.
                if not leak and draw.random() < 0.4:
                    name, said = draw.choice(_FIRST), draw.choice(_LAST)
                    text = draw.choice(("{} {}", "Manager: {} {}", "{} {}，{}", "{} {} | {}")).format(
                        name, said, facts[0]
                    )
                    yield Row(text, (), "clean", "en", "clean", "head")
                    continue
                short = draw.choice(
                    [name for one in PLATFORMS for name in one.short if name.isascii() and name.isalpha()]
                )
                text = draw.choice(_BEHIND if leak else _SHORT_LED).format(
                    name=name if leak else short, account=said, said=said
                )
                text = draw.choice((text, f"{text}，{facts[0]}", f"{facts[0]} | {text}"))
        grade = "plain" if spans else "clean"
        yield Row(text, tuple(spans), grade, "zh", spans[0].kind if spans else "clean", "head")


def _nick(draw: Random) -> str:
    """An account that is made of letters alone, as often as not."""
    return draw.choice(
        (
            "".join(draw.sample(_SYLLABLES, draw.choice((2, 2, 3)))),
            draw.choice(_NICKS) + draw.choice(_ENDINGS),
            _name(draw),
        )
    )


_TOOLS = _words(
    "SpringBoot MyBatis GitLab Protobuf Tableau Appium Selenium Scrapy PyTorch TensorFlow RoBERTa BERT ResNet50 YOLOv5 CUDA11 RocketMQ ElasticSearch "
    "ClickHouse Hadoop Flink Kafka Redis Vue3 React uniapp Taro webpack Vite TypeScript MobX Unity3D Cocos2d Unreal Flutter Kotlin Retrofit OkHttp FFmpeg "
    "WebRTC gRPC Nacos Sentinel Seata Dubbo ShardingSphere MongoDB Neo4j Mailchimp HubSpot Salesforce Canva Figma Hootsuite Mixpanel Amplitude Notion Asana "
    "Trello Zendesk Shopify Grafana Prometheus Jenkins Ansible Terraform com.tencent.mm com.alibaba.rimet jieba pandas scikit-learn XGBoost LightGBM"
)
_TERMS = _words(
    "β-actin GAPDH IL-6 TNF-α CD34 p53 ELISA qPCR XL4015 LM2596 ZY-3 GF-2 MT4 NB-IoT RS485 STM32F103 24V/5A 12V-24V PLC S7-1200 M6x20 45# 304 Q235B"
)
_SCORES = (
    "GPA 3.85/4.0", "GPA3.6", "TOEFL 105", "IELTS 7.5", "CET-4 560", "x86_64", "arm64-v8a", "IPv6", "RTX4090", "STM32F103", "ESP32", "HTTP/2", "C++17",
    "ISO14001", "GB/T19001", "6 Sigma", "PMP 2021", "N1 165/180", "GMAT 720", "GRE 325+3.5", "Top 5%", "2018-2022", "A1/B2驾照", "12k-15k", "Python3.8", "AutoCAD2020",
    "合同号：HT-2020-0315", "HS 8471.30.0000", "ZL 2018 2 1234567.8", "邮编100871", "10.10.0.0/16", "端口8080、9092", "工期2019.03-2021.06", "Nature 2020;117(25):142-160",
    "B737-800", "A320neo", "日均外呼120通", "签约23家", "pH 7.4", "IF=12.3", "USD/CNY 6.45", "Q/CR 9230-2016", "24V/5A", "1920x1080",
)  # fmt: skip
_STACKS = (
    "{name}：{a} + {b}", "{name}小程序（{a}+{b}）", "{name}项目：{a}、{b}", "{name}: {a}/{b}", "{name} bot w/ {a}", "{name} {version}", "{name}{version}接入",
    "{name}:{version}", "{name}（{version}）", "Tools: {name}, {a}, {b}", "{a}, {name}, {b}, and {c}", "{name} API, {a}", "demo w/ {a}", "built w/ {a} and {b}",
    "对接{name} {version}", "{name}爬虫：{a}+{b}", "{name}后台（{a}）", "{short}：{term}、{term2}", "{short} {term}", "{short}-{short}({term})", "{short}检测{term}",
)  # fmt: skip
_SAID = (
    "{name}：{said}", "{name}: {said}", "{name}: {said} | {a}", "{a}, {b} / {name}: {said}", "{a}；{name}号：{said}", "{name}：{said}，{a} + {b}",
)  # fmt: skip
_NAMED = (
    "搜{said}用例", "加{said}型号", "找{said}接口联调", "表{said}加两个字段", "分支{said}合并", "调用{said}服务", "作业{said}失败重跑", "https://api.example/add/{said}",
    "GET /users/add/{said}", "SELECT id FROM {said}", "git checkout {said}", "脚本{said}.py，每天跑一次", "读取{said}.csv", "变量{said}重命名", "设备{said}巡检", "batch {said} reached QA",
)  # fmt: skip
_BARE = (" | ", " / ", "\n", " · ", "，", "  ", ", ", "\t", "、")
_ITEMS = ("\n- ", "\n• ", "\n* ", "\n1. ")
_OR = ("（{}）", " ({})", "[{}]", "或{}", " or {}", "或者 {}")
_CONTACTS = ("联系方式：{}", "电话：{}", "{}", "Tel: {}", "{}（微信同号）", "手机 {}", "M: {}")


def beside(count: int, seed: int) -> Iterator[Row]:
    """So many lines with an account that has no label beside a detail, or with what is none beside one or behind the name of a
    platform: tools, versions, terms of a trade, scores.
    """
    draw = Random(seed)
    for _ in range(count):
        mobile, mail = _mobile(draw), f"{_name(draw)}@{draw.choice(_MAILS)}"
        kind = draw.randrange(3)
        if kind == 0:
            tools, terms = draw.sample(_TOOLS, 3), draw.sample(_TERMS, 2)
            if draw.random() < 0.2:
                text = draw.choice(_NAMED).format(said=_name(draw).replace("-", "_"))
                yield Row(text, (), "clean", "zh", "clean", "head")
                continue
            if draw.random() < 0.25:
                said, name = (
                    _nick(draw),
                    draw.choice([one.names[0] for one in PLATFORMS if one.names and one.name != "qq"]),
                )
                text = draw.choice(_SAID).format(name=name, said=said, a=tools[0], b=tools[1])
                yield Row(text, (Span(said, "messenger"),), "plain", "zh", "messenger", "head")
                continue
            text = draw.choice(_STACKS).format(
                name=draw.choice([name for one in PLATFORMS for name in one.names]),
                short=draw.choice([name for one in PLATFORMS for name in one.short if name.isascii() and len(name) < 4]).upper(),
                a=tools[0], b=tools[1], c=tools[2], term=terms[0], term2=terms[1], version=_version(draw),
            )  # fmt: skip
            yield Row(text, (), "clean", "zh", "clean", "head")
            continue
        detail = draw.choice((mobile, mobile, mail))
        spans = [Span(detail, "email" if "@" in detail else "phone")]
        contact = draw.choice(_CONTACTS if detail == mobile else ("{}", "邮箱：{}", "E-mail: {}")).format(
            detail
        )
        facts = draw.sample((*_SCORES, *_FACTS), 3)
        if kind == 1:
            account = _name(draw).replace("-", "_")  # jie-ma is a name of people as well
            spans.append(Span(account, "messenger"))
            pieces = draw.choice(([detail, account], [account, detail]))
            pieces = [*facts[:1], *pieces] if draw.random() < 0.5 else [*pieces, *facts[:1]]
        else:
            pieces = [contact, *facts] if draw.random() < 0.7 else [*facts[:1], contact, *facts[1:]]
        joint = draw.choice(_BARE if kind == 1 else (*_BARE, *_ITEMS))
        if kind == 1 and draw.random() < 0.3:
            pieces, joint = [contact, draw.choice(_OR).format(account)], ""
        yield Row(joint.join(pieces), tuple(spans), "plain", "zh", spans[0].kind, "head")


def _version(draw: Random) -> str:
    one, two, three = draw.randint(1, 9), draw.randint(0, 12), draw.randint(0, 40)
    return draw.choice(
        (
            f"v{one}.{two}.{three}",
            f"{one}.{two}.{three}",
            f"v{one}.{two}",
            f"20{draw.randint(18, 25)}Q{draw.randint(1, 4)}",
            f"SDK {one}.{two}",
            f"{one}.{two}.x",
        )
    )


_CALLED = _words(
    "老周 阿珍 小满 大刘 胖丁 豆豆 阿木 小北 孙姐 何师傅 刘妈 晚风 山里 海边 南方 一颗 半糖 不吃 爱喝 今天也 会发光的 慢吞吞的 深夜 隔壁 城南 林间 云上 青柠 三只 五月 七七 清晨 糊涂 一米八的 转角 老张家 白日 半城 听雨 阿瑶 橙子 番茄 长安 小巷"
)
_CALLING = _words(
    "修鞋 烤面包 爱跑步 的小院 讲故事 画画 说车 种花 茶馆 家的饭 看世界 酸奶 月亮 小熊 香菜 不睡觉 在路上 的厨房 做木工 手记 日记 星星 柠檬 钓鱼 唱老歌 有鹿 微醺 听海 爱吃糖 小铺 的猫 旧事 不加班 苏打 归人 如故 草莓 与诗 徐行 先生"
)
_WORK = _words(
    "账号 直播 短视频 内容 粉丝 社群 品牌 私域 广告 信息流 图文 笔记 用户 商家 达人 店铺 活动 后台 小程序 支付 消息 数据 话题 评论 投流 素材 主页 公会 客服 门店 年均阅读量 纪录片 节目 专栏 热搜 超话 美妆品类 母婴博主 校园招聘 企业宣传片 生活服务 知识区 晚会 区域 行业研究 会员 推文 专题 稿件 选题 漫画 综艺 音乐节 城市形象 文旅 政务 校友会 教育 汽车 农产品 图书 家电 投诉 舆情 接口 权限 头像 字段 菜单 授权"
)
_WORKED = _words(
    "运营 带货 策划 投放 增长 维护 搭建 推广 剪辑 复盘 分析 代运营 招商 对接 审核 管理 开发 优化 转化 合作 孵化 拍摄 接入 测试 选品 排期 撰写 导演 主持 制作 设计 编辑 翻译 配音 字幕 拓展 研究 引流 采访 监测 两百篇 五十场 破百万 十万加 三十余条 校验 脱敏 登录 改版 组 部 方向 负责人 专员 助理 作者 中控"
)
_DONE = _words("负责 参与 从事 主导 撰写 独立完成 熟悉 擅长 协助 跟进 涨粉三万 从零 累计 东北区域 海外 总部")
_LEADS = (
    "{name}：{said}",
    "{name}:{said}",
    "{name} {said}",
    "{name}号：{said}",
    "{name}{said}",
    "{name}账号{said}",
    "{name}频道{said}",
)
_NAMES = (
    "{name}昵称：{said}",
    "{name}名：{said}",
    "{name}搜：{said}",
    "{name}搜 {said}",
    "{name}叫{said}",
    "{name}名称：{said}",
    "{name}搜索：{said}",
    "{name}账号{said}",
    "{name}账号是{said}",
    "{name}频道{said}",
)
_ON = ("", "", "，欢迎关注", "，五年经验", "。本科，2021届", "，涨粉3万", "；会剪映", "，2019-2021")


def called(count: int, seed: int) -> Iterator[Row]:
    """So many lines with the name of a network and Chinese words behind: what somebody is called there, or what was done there."""
    draw = Random(seed)
    networks = [name for one in PLATFORMS if one.han for name in one.names if not name.isascii()]
    for _ in range(count):
        leak = draw.random() < 0.5
        said = draw.choice(_CALLED if leak else _WORK) + draw.choice(_CALLING if leak else _WORKED)
        if not leak and draw.random() < 0.4:
            said = draw.choice(_DONE) + said
        led = draw.choice((*_LEADS[:4], *_NAMES) if leak else _LEADS)
        text = led.format(name=draw.choice(networks), said=said) + draw.choice(_ON)
        yield Row(
            text,
            (Span(said, "messenger"),) if leak else (),
            "plain" if leak else "clean",
            "zh",
            "messenger" if leak else "clean",
            "head",
        )


_SEARCHED = (
    "{name}搜“{said}”", "{name}搜索「{said}」", "{name}搜：{said}", "{name}号“{said}”", "{name}昵称“{said}”", "{name}叫“{said}”", "{name}：“{said}”",
    "{name}搜{said}", "{name}里搜“{said}”", "打开{name}，搜索“{said}”", "在{name}上找“{said}”", "{name}名字是{said}", "{name}群“{said}”", "{name}搜一搜：{said}",
    "{name}加「{said}」", "可以在{name}搜 {said}", "我的{name}叫{said}", "{name}昵称：{said}",
)  # fmt: skip
_WITH_FIGURES = (
    "{name}：{said}",
    "{name}:{said}",
    "{name}号：{said}",
    "{name} {said}",
    "{name}搜{said}",
    "加{name} {said}",
    "加{name}{said}",
    "{name}搜索{said}",
)
_MET = (
    "",
    "",
    "",
    "，备注来意",
    "，随时聊",
    "就能找到我",
    "，请说明岗位",
    "加我",
    " 。",
    "，在线时间长",
    "，头像是只猫",
)
_FEATURES = _words(
    "附近的人 城市服务 服务直达 审批 考勤 医保 小程序 公积金 校园 日程 客户联系 群机器人 搜一搜 看一看 打卡 生活缴费 健康码 群公告 智能客服 会议纪要 多维表格 同城 职场 春节红包 会员中心 附近门店 新品首发 开学季 文档 知识库"
)
_CHARS = "安白北冰才彩草茶晨城春大灯电东冬豆杜朵方飞风枫福刚高歌谷光桂海好禾河红胡花华画欢黄火吉佳江今金菊开康可来兰乐雷李力立莲林玲龙路绿罗马麦满猫美门梦米面明木南宁牛暖盘朋片平苹青清秋泉人如三沙山商上舍深生诗石书树水丝松苏天田听晚王微文闻五西溪夏仙小晓心新星雪烟言阳叶夜衣音银影鱼雨语玉元园远月云在张照知竹子自走"
_ASKED = (
    "{name}搜“{said}”的召回率提升 12%", "负责{name}“{said}”功能", "{name}搜“{said}”即可体验", "在{name}搜“{said}”可以看到我做的页面", "{name}搜索“{said}”入口改版",
    "{name}：{said}{work}", "{name}搜索：{said}{work}", "{name}“{said}”{work}", "主导{name}搜一搜“{said}”直达", "{name}小程序“{said}”上线", "{name}：日活 10 亿，负责{said}", "{name}群“{said}”{work}",
    "{name}里的“{said}”由我{work}", "{name}搜“{said}”流量第一", "优化{name}中“{said}”的搜索体验", "{name}：{said}2.0{work}", "{name}查找“{said}”的耗时降到 80ms", "用户在{name}搜{said}，转化率提升 8%",
    "{name}{said}2020", "{name}{said}300万用户", "{name}{said}{work}2019-2021", "{name}：{said}30 个",
)  # fmt: skip


def searched(count: int, seed: int) -> Iterator[Row]:
    """So many lines with the Chinese name of a messenger: a name by which somebody is found there, or work on what people search for."""
    draw = Random(seed)
    messengers = [name for one in PLATFORMS[:20] if not one.han for name in one.names if not name.isascii()]
    messengers += ["QQ", "Telegram", "WhatsApp", "VX", "vx", "Line", "企微"]
    for _ in range(count):
        leak = draw.random() < 0.5
        figures = leak and draw.random() < 0.3
        # Half of the names and subjects are of characters by chance: what stands beside them has to decide.
        if draw.random() < 0.5:
            said = "".join(draw.choices(_CHARS, k=draw.randint(2, 6)))
        else:
            said = draw.choice(_CALLED) + draw.choice((*_CALLING, "")) if leak else draw.choice(_FEATURES)
        said += draw.choice(("0912", "88", "_2020", "1996", "007", "a12")) if figures else ""
        led = draw.choice(_ASKED if not leak else (*_SEARCHED, *_WITH_FIGURES) if figures else _SEARCHED)
        text = led.format(name=draw.choice(messengers), said=said, work=draw.choice(_WORKED))
        text += draw.choice(_MET if leak else _ON)
        spans = (Span(said, "messenger"),) if leak else ()
        kind = "messenger" if leak else "clean"
        yield Row(text, spans, "plain" if leak else "clean", "zh", kind, "head")


_NETWORKS = _words(
    "Instagram TikTok YouTube Facebook LinkedIn Twitch Reddit Discord Telegram WhatsApp WeChat Pinterest SoundCloud Bandcamp Behance"
    " Etsy Vimeo Snapchat Bluesky Mastodon Threads Spotify Strava Signal LINE X IG FB Medium Skype Upwork Fiverr eBay Vinted Douyin"
)
_TITLE_FIRSTS = _words(
    "Old Little Captain Uncle Aunt Mister Lady Doctor Grandpa Sister Brother Big Quiet Brave Blue Golden Lazy Crooked Sunny Northern"
    " Hungry Wild Honest Gentle Second Midnight Rainy Copper Velvet Paper Salty Wooden Lucky"
)
_TITLE_LASTS = _words(
    "Kitchen Baker Welder Needle Garden Teacher Fox River Lantern Notebook Bakery Studio Repairs Crafts Diaries Owl Pilot Stories Letters"
    " Nurse Painter Travels Bikes Coffee Ceramics Harbour Choir Tailor Bread Market House Works Design Films Trains Lessons"
)
_TITLED = (
    "{n}: {t}", "My {n} is {t}", "I'm {t} on {n}", "find me on {n} as {t}", "On {n} I go by {t}.", "{t} on {n} is me", "{n} – {t}",
    "{n} ({t})", "Follow {t} on {n}", "look for {t} on {n}", "I post as {t} on {n}", "I have run the {n} channel {t} for years",
    "my {n} channel, {t}, holds 300 lessons", "known as {t} on {n}", "{n} name: {t}", "Add me on {n}: {t}",
    "Type {t} into {n} and send me a message", "On {n} you will see me as {t}", "my page on {n} is called {t}",
    "Search {t} on {n} and say hello", "Clips of my work: {n}, {t}", "I stream on {n} as {t} at night", "my shop on {n} is {t}",
    "you can message {t} on {n}, that's me", "{n} user {t} here", "I film my bakes for {n} ({t})", "{t} ({n}, 2,000 followers) is mine",
    "my {n} nickname is {t}", "I answer on {n}; the name there is {t}", "I sign as {t} on {n}", "Socials: {n} {t}",
    "I am the person behind {t} on {n}", "{n}. I'm {t} there.", 'my {n}, "{t}"', "{t}, that is how I am registered on {n}",
)  # fmt: skip
_TITLED_WORK = (
    "Ran the {n} account of {t}", "Managed {n} for {t}, with 40% more followers", "{t} campaign on {n}: 2M views",
    "Social media manager, {t} ({n}, newsletters)", "Launched {t} on {n} with a team of five", "Wrote {n} ads for {t}",
    "our {n} series {t} won an award", "Built the {n} integration for {t}", "{t}: moderated its {n} community of 40,000 members",
    "Led {t}, a {n} programme for students", "Head of {n} at {t}", "Interned at {t}, where I scheduled {n} posts",
    "{n} Marketing Lead, {t}", "the {n} page of {t} grew to 90k", "Shot product photos for {t} on {n}",
    "{t} hired me to rebuild its {n} shop", "Certificates: {n} {t} Professional (2023)", "Moderated the {n} group of {t}",
    "Analysed {n} reviews of {t} in Python", "Partnered with {t} on {n} live shopping", "Audited the {n} spend of {t}",
    "Customer support for {t} over {n}", "Presented at the {n} {t} Conference", "trained the staff of {t} in {n}",
    "I saw your vacancy at {t} on {n}", "I read about {t} on {n} and would like to join", "{t} posted this job on {n}",
    "Agency work: {t} on {n}, 14 films", 'Wrote the pinned post "{t}" for the {n} page of a bank', "{n}, {t} and other clients",
    "Helped {t} to move from {n} to a shop of its own", "A case study of {t} and its {n} strategy", "our {n} channel is {t}",
)  # fmt: skip


def titled(count: int, seed: int) -> Iterator[Row]:
    """So many lines with words that have capitals: a name by which somebody is found on a network, or a company, a campaign, a course."""
    draw = Random(seed)
    for _ in range(count):
        leak = draw.random() < 0.5
        made = (draw.choice(_SYLLABLES) + draw.choice(_SYLLABLES)).title()
        first, last = (
            draw.choice((draw.choice(_TITLE_FIRSTS), made)),
            draw.choice((draw.choice(_TITLE_LASTS), made)),
        )
        said = draw.choice(
            ("{} {}", "{} {}", "{} the {}", "{} and {}", "The {} {}", "{} of {}", "{} in the {}")
        ).format(first, last)
        text = draw.choice(_TITLED if leak else _TITLED_WORK).format(n=draw.choice(_NETWORKS), t=said)
        spans = (Span(said, "messenger"),) if leak else ()
        yield Row(text, spans, "plain" if leak else "clean", "en", "messenger" if leak else "clean", "head")


_CODED = ("{what} {code}", "{what}: {code}", "{what}={code}", "修复 {what} {code} 引入的问题", "日志里的 {what} {code}，定位慢查询", "{what} {code}，回滚到上一版", "根据 {what} {code} 查询订单", "Rolled back {what} {code} within 10 minutes")  # fmt: skip
_CODES = _words(
    "id trace_id commit request_id session_id traceId 镜像_id hash md5 设备_id sha build_id 会话_id span_id openid key 版本"
)


_HOSTS = _words("GitHub Gitee GitLab github gitee Bitbucket LeetCode Kaggle npm")
_HOSTED = ("{host}：{name}", "{host}: {name}", "{host}：{name}，搜{name}", "代码见{host} {name}", "{host}主页 {name}，Star 两千", "My {host} is {name}", "开源项目在{host}：{name}/redis-proxy")  # fmt: skip


def codes(count: int, seed: int) -> Iterator[Row]:
    """So many lines with a code in hexadecimal figures in each, or a name on a host of code, which is no contact."""
    draw = Random(seed)
    for _ in range(count):
        code = "".join(draw.choices("0123456789abcdef", k=draw.choice((6, 7, 8, 10, 12, 16, 32, 40))))
        text = draw.choice(_CODED).format(what=draw.choice(_CODES).replace("_", " "), code=code)
        if draw.random() < 0.4:
            text = draw.choice(_HOSTED).format(host=draw.choice(_HOSTS), name=_name(draw))
        yield Row(text, (), "clean", "zh", "clean", "head")


_LISTED = (
    "Scores, {}, out of a hundred", "Marks: {}", "Grades {} in five subjects", "Survey results. {}", "Sizes {} in stock",
    "Reps {} per set", "{} points", "Quarterly output {}", "Weights {} kg", "Audit scores of {} over the years", "Ages {}",
    "{} visitors a day", "Lap times {}", "| {} | average", "Week by week: {}", "Results\t{}", "Percentiles {}", "cut {} strips",
    "各科成绩 {}", "五次测评：{}", "历年得分 {}，均为优", "月度数据：{}，稳步上升", "体重变化 {} 公斤", "模拟考 {}", "各班人数 {}",
    "| {} | 平均 |", "温度依次为 {} 度", "前几周完成率 {}", "尺码 {} 均有货", "产量 {}（单位：吨）", "排名 {}", "评分\t{}",
)  # fmt: skip
_LIST_SEPARATORS = (" ", " ", "  ", "\t", " | ", " → ", "-", " - ", "/", " / ", "、", ", ", ".")
_DIALLED = (
    "Call {}", "Phone: {}", "ring me: {}", "my number {}", "cell\t{}", "Mobile | {}", "电话 {}", "联系方式：{}", "手机\t{}",
    "打 {} 找我", "我的号 {}", "有事拨 {}", "电话 | {}",
)  # fmt: skip


def lists(count: int, seed: int) -> Iterator[Row]:
    """So many lines with some figures in a row: results, sizes and amounts, or a telephone number in as many pieces."""
    draw = Random(seed)
    for _ in range(count):
        between, leak = draw.choice(_LIST_SEPARATORS), draw.random() < 0.3
        if leak and between != ".":
            digits = draw.choice(
                (
                    f"1{draw.randint(3, 9)}{draw.randrange(10**9):09d}",
                    f"{draw.randint(2 * 10**9, 10**10 - 1)}",
                )
            )
            cuts = sorted(draw.sample(range(2, len(digits) - 1), draw.randint(2, 4)))
            figures = [digits[start:end] for start, end in zip((0, *cuts), (*cuts, len(digits)), strict=True)]
        elif between == " " and draw.random() < 0.3:  # an amount
            leak = False
            figures = [
                f"{draw.randint(1, 999)}",
                *(f"{draw.randrange(1000):03d}" for _ in range(draw.randint(2, 3))),
            ]
        else:
            leak, size = False, draw.choice((1, 2, 2, 2, 3, 3, 4))
            sizes = [draw.choice((size, size, size + 1)) for _ in range(draw.randint(3, 12 - 2 * size))]
            figures = [f"{draw.randint(10 ** (size - 1), 10**size - 1)}" for size in sizes]
        said = between.join(figures)
        text = draw.choice(_DIALLED if leak else _LISTED).format(said)
        kind = "phone" if leak else "clean"
        yield Row(text, (Span(said, kind),) if leak else (), "plain" if leak else "clean", "zh", kind, "head")


def _account(draw: Random) -> tuple[str, str]:
    """The name of a platform, and an account with it."""
    platform = draw.choice([one for one in PLATFORMS if one.names])
    name = draw.choice((*platform.names, *platform.nicknames, *platform.short))
    if platform.name == "qq":
        return name, str(draw.randint(10**7, 10**10))
    return name, _name(draw)


def _name(draw: Random) -> str:
    one, two = draw.sample(_SYLLABLES, 2)
    figures = draw.choice((draw.randint(10, 99), draw.randint(1970, 2005)))
    return draw.choice(
        (
            f"{one}{two}{figures}",
            f"{one}{two}_{figures}",
            f"{one}_{two}{figures}",
            f"{one}.{two}{figures}",
            f"{one}-{two}",
            f"{one}_{two}",
        )
    )


def _mobile(draw: Random) -> str:
    digits = f"1{draw.randint(30, 99)}{draw.randint(0, 10**8 - 1):08}"
    return draw.choice(
        (digits, f"{digits[:3]}-{digits[3:7]}-{digits[7:]}", f"{digits[:3]} {digits[3:7]} {digits[7:]}")
    )


def _figure(draw: Random) -> str:
    """A metric and its figure, as people in marketing write it."""
    figure = draw.choice(
        (
            f"{draw.randint(1, 99) / 10}",
            f"{draw.randint(1, 900)}w",
            f"{draw.randint(10, 900)}",
            f"{draw.randint(1, 90)}w+",
        )
    )
    return draw.choice(_METRICS) + figure + draw.choice(("", "", "篇", "家", "元", "，爆文12篇"))
