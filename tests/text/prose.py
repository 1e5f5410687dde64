"""Ordinary resume prose without any contact detail, made by the thousand and always the same for a seed.

Every number, name and code in it is innocent: a redactor that changes one character of it is wrong.
"""

import re
from collections.abc import Callable, Iterator
from random import Random

Filler = Callable[[Random], str]


def _words(listing: str) -> Filler:
    """Choose among the words of a listing, which are parted by bars."""
    words = [word.strip() for word in listing.split("|")]
    return lambda random: random.choice(words)


def _between(low: int, high: int, step: int = 1) -> Filler:
    return lambda random: str(random.randrange(low, high + 1, step))


def _decimal(low: float, high: float, places: int) -> Filler:
    return lambda random: f"{random.uniform(low, high):.{places}f}"


def _digits(length: int) -> Filler:
    return lambda random: (
        str(random.randrange(1, 10)) + "".join(str(random.randrange(10)) for _ in range(length - 1))
    )


def _hex(length: int) -> Filler:
    return lambda random: "".join(random.choice("0123456789abcdef") for _ in range(length))


def _form(*forms: str) -> Filler:
    """Choose a form and fill its slots in turn."""
    return lambda random: _fill(random.choice(forms), random)


def _period(random: Random) -> str:
    """A term of employment in one of the ways in which resumes write it."""
    year = random.randrange(1996, 2022)
    first = random.randrange(1, 13)
    until = min(year + random.randrange(1, 7), 2024)
    last = random.randrange(1, 13)
    ways = (
        f"{year}.{first:02d}-{until}.{last:02d}",
        f"{year}.{first}-{until}.{last}",
        f"{year}/{first:02d}—{until}/{last:02d}",
        f"{year}年{first}月至{until}年{last}月",
        f"{year}{first:02d}-{until}{last:02d}",
        f"{year}{first:02d}01-{until}{last:02d}28",
        f"{year}-{until}",
        f"{year}年-{until}年",
        f"{year}.{first:02d}~至今",
        f"{year}/{first:02d}/01-{until}/{last:02d}/28",
    )
    return random.choice(ways)


def _term(random: Random) -> str:
    """A term of employment as English resumes write it."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    year = random.randrange(1996, 2022)
    until = min(year + random.randrange(1, 7), 2024)
    first, last = random.randrange(12), random.randrange(12)
    ways = (
        f"{months[first]} {year} - {months[last]} {until}",
        f"{year}-{until}",
        f"{first + 1:02d}/{year} - {last + 1:02d}/{until}",
        f"{months[first]} {year} to present",
        f"{year} – {until % 100:02d}",
    )
    return random.choice(ways)


def _grouped(low: int, high: int) -> Filler:
    return lambda random: f"{random.randrange(low, high):,}"


_NUMERALS = "零一二三四五六七八九十"

SLOTS: dict[str, Filler] = {
    # Numbers and times.
    "few": _between(2, 9),
    "tens": _between(11, 98),
    "hundreds": _between(110, 990),
    "thousands": _between(1000, 9900, 10),
    "many": _form(
        "{thousands}", "{tens}万", "{hundreds}0", "{grouped}", "{dec1}万", "{thousands}+", "{few}万余"
    ),
    "grouped": _grouped(10_000, 20_000_000),
    "year": _between(1995, 2024),
    "month": _between(1, 12),
    "day": _between(1, 28),
    "clock": _form("{hour}:{half}", "{hour}点", "{hour}点半", "{hour}：{half}"),
    "hour": _between(7, 22),
    "minute": _between(10, 59),
    "half": _words("00|15|30|45"),
    "period": _period,
    "term": _term,
    "dec1": _decimal(0.5, 9.8, 1),
    "dec2": _decimal(0.5, 98.0, 2),
    "percent": _form("{tens}%", "{dec1}%", "{dec2}%", "99.{tens}%", "{few}个百分点", "{dec1}个点"),
    "rate": _form("9{few}.{few}%", "9{few}%", "99.{tens}%"),
    "pct": _form("{tens}%", "{dec1}%", "{dec2}%"),
    "numeral": lambda random: _NUMERALS[random.randrange(2, 10)],
    "numerals": lambda random: (
        "百分之" + _NUMERALS[random.randrange(2, 10)] + "十" + _NUMERALS[random.randrange(1, 10)]
    ),
    "money": _form(
        "{tens}万元",
        "{dec1}亿元",
        "{grouped}元",
        "¥{grouped}.00",
        "{hundreds}万",
        "{grouped}.{tens}元",
        "{thousands}万元",
        "人民币{numeral}百万元",
        "{few}0,000,000元",
    ),
    "dollars": _form(
        "${dec1} million", "${grouped}", "${hundreds}K", "USD {dec1}M", "€{grouped}", "£{dec1}m"
    ),
    "salary": _form(
        "{few}k-1{few}k",
        "{few}000-{tens}00元/月",
        "1{few}000-2{few}000元",
        "{tens}万/年",
        "{few}500底薪+提成",
        "1{few}-2{few}K·13薪",
        "{tens}0000-{tens}0000元/年",
        "1{few}000~1{few}500",
        "税前1{few}K*14",
    ),
    # Codes that look like numbers to call.
    "order": _form(
        "SO{year}{mm}{tens}{four}",
        "{twelve}",
        "{sixteen}",
        "DD{eight}",
        "13{nine}",
        "PO-{year}-{four}",
        "18{nine}",
        "JD{twelve}",
        "T{thirteen}",
    ),
    "mm": _words("01|02|03|04|05|06|07|08|09|10|11|12"),
    "four": _digits(4),
    "five": _digits(5),
    "six": _digits(6),
    "seven": _digits(7),
    "eight": _digits(8),
    "nine": _digits(9),
    "twelve": _digits(12),
    "thirteen": _digits(13),
    "sixteen": _digits(16),
    "isbn": _form("978-7-{hundreds}-{five}-{few}", "978-7-{four}-{four}-{few}", "9787{nine}"),
    "patent": _form(
        "ZL20{tens}1{seven}.{few}",
        "CN1{eight}A",
        "CN2{eight}U",
        "20{tens}2{seven}.{few}",
        "ZL20{tens}3{seven}.X",
    ),
    "certificate": _form(
        "{year}{nine}", "第{eight}号", "({year})第{five}号", "{year}-{six}", "粤{eight}", "{sixteen}"
    ),
    "standard": _form(
        "GB/T {five}-20{tens}",
        "GB {four}.{few}-20{tens}",
        "ISO {four}:2015",
        "JGJ {tens}-2011",
        "ISO 9001:2015",
        "IATF 16949:2016",
        "GB 50{hundreds}-2018",
        "DL/T {hundreds}-2016",
        "YY/T 0287-2017",
        "ISO 14001",
        "EN 10204:2004",
        "HJ {hundreds}-2017",
    ),
    "version": _form(
        "{few}.{tens}.{few}",
        "v{few}.{few}.{few}",
        "{few}.{tens}",
        "{few}.{few}.{few}-rc.{few}",
        "{few}.x",
        "V{few}.{few}",
    ),
    "ip": _form(
        "10.{hundred}.{hundred}.0/24", "192.168.{tens}.{tens}", "172.16.{few}.{tens}", "10.{tens}.0.0/16"
    ),
    "hundred": _between(100, 254),
    "port": _words("8080|3306|6379|443|9092|5432|27017|18080|2181|15672|9200|50070|10808"),
    "hash": _form("{hex7}", "{hex12}", "{hex40}"),
    "hex7": _hex(7),
    "hex12": _hex(12),
    "hex40": _hex(40),
    "stamp": _form("16{eight}", "15{eight}000", "16{eight}{hundreds}"),
    "part": _form(
        "STM32F{hundreds}",
        "MAX{hundreds}",
        "62{tens}-2RS",
        "{four}-{four}-A",
        "TPS{five}",
        "IRF{hundreds}N",
        "P/N {three}-{four}-{two}",
        "NU{thousands}",
        "KBU{four}",
        "LM{hundreds}",
        "M{few}×{tens}",
        "HX-{four}-{tens}",
        "6ES7 {three}-1BH{two}",
    ),
    "two": _digits(2),
    "three": _digits(3),
    "plate": _words("粤B12345|沪A·D58213|京N80013|苏E3T138|浙A13800|湘A9F210|川G00138"),
    "case": _form(
        "（20{tens}）粤0305民初{five}号",
        "(2019)京01民终{four}号",
        "（2021）沪仲案字第{four}号",
        "（2020）浙0106刑初{three}号",
    ),
    "score": _form(
        "{hundreds}分",
        "1{tens}/150",
        "{tens}.{few}分",
        "GPA {gpa}/4.0",
        "绩点{gpa}",
        "前{few}%",
        "排名{few}/{hundreds}",
    ),
    "gpa": _decimal(2.8, 3.99, 2),
    "size": _form(
        "{hundreds}×{hundreds}mm",
        "{thousands}*{hundreds}*{tens}",
        "φ{tens}",
        "{tens}×{tens}×{few}cm",
        "M{few}×{tens}",
    ),
    "area": _form("{hundreds}㎡", "{thousands}平方米", "{few}.{few}万平米", "{grouped}㎡"),
    # Working life.
    "city": _words(
        "北京|上海|广州|深圳|成都|武汉|西安|南京|苏州|杭州|长沙|郑州|重庆|合肥|厦门|青岛|佛山|东莞|昆明|贵阳|南宁|沈阳|长春|"
        "哈尔滨|石家庄|太原|济南|福州|南昌|海口|兰州|乌鲁木齐|无锡|常州|宁波|温州"
    ),
    "region": _words(
        "华东区|华南大区|西南片区|华北|长三角|珠三角|东三省|京津冀|海外|粤港澳大湾区|一二线城市|三四线城市|下沉市场"
    ),
    "company": _words(
        "恒盛建材有限公司|蓝海软件股份公司|鑫达精密制造|同仁社区医院|远航国际物流|锦绣大酒店|明德律师事务所|育英实验学校|"
        "金穗农商银行|瑞丰基金|美家装饰|佳和物业|天虹百货|优品电商|华信通信|顺安运输|百川咨询|绿源生物科技|星辰传媒|"
        "汇智教育|德邦机械|东方地产|和睦家政|新锐广告|中科仪器|信达会计师事务所|安泰保险|乐享餐饮|博雅图书|某世界500强外企|"
        "某211高校|某三甲医院|某A股上市公司|某新能源车企"
    ),
    "title": _words(
        "后端开发工程师|前端工程师|测试工程师|运维工程师|数据分析师|产品经理|项目经理|销售经理|大客户代表|门店店长|导购|"
        "会计主管|出纳|审计专员|护士|主治医师|药剂师|康复治疗师|仓库主管|调度员|货车司机|法务专员|执业律师|高中数学教师|"
        "幼儿教师|教务主管|前厅经理|客房领班|厨师长|车间主任|质检员|焊工|数控操作工|电工|施工员|造价工程师|室内设计师|"
        "平面设计|新媒体运营|主播助理|招聘专员|行政前台|客服主管|电话销售|保险顾问|理财经理|保安队长|育婴师|监理员"
    ),
    "team": _form(
        "{few}人", "{tens}人", "{few}名新人", "{tens}名员工", "一支{tens}人的团队", "{numeral}个小组"
    ),
    "client": _words(
        "经销商|商超客户|政企客户|跨境卖家|学员家长|住院患者|会员|供应商|加盟商|租户|业主|投资人|分包单位|连锁药房"
    ),
    "school": _words(
        "华中科技大学|湖南大学|西南政法大学|深圳职业技术学院|河南中医药大学|南京审计大学|江南大学|东北财经大学|市第二职业中专|"
        "哈尔滨工程大学|广西师范大学|成都体育学院"
    ),
    "major": _words(
        "计算机科学与技术|会计学|护理学|机械设计制造及其自动化|法学|学前教育|物流管理|酒店管理|土木工程|市场营销|药学|汉语言文学|自动化|视觉传达设计"
    ),
    "backend": _words(
        "Spring Boot|MyBatis|Dubbo|Django|FastAPI|Gin|Node.js|ASP.NET Core|Netty|Laravel|Flink|Kafka|RocketMQ|Redis|"
        "Elasticsearch|MySQL|PostgreSQL|TiDB|ClickHouse|MongoDB|Kubernetes|Docker|Jenkins|Ansible|Nacos|Sentinel|gRPC|Hadoop"
    ),
    "frontend": _words(
        "Vue3|React 18|uni-app|Webpack 5|TypeScript 4.9|Three.js|ECharts|Angular 13|Sass|微信小程序|Electron|Taro 3|Vite"
    ),
    "annotation": _words(
        "@Autowired|@Transactional|@Scheduled|@RestController|@Async|@Cacheable|@Configuration|@Value|@Slf4j|@Override"
    ),
    "scope": _words(
        "@vue/cli|@babel/core|@ant-design/icons|@types/node|@nestjs/common|@company/ui-kit|@angular/core|@sentry/browser"
    ),
    "office": _words(
        "Excel（VLOOKUP、数据透视表）|SAP|用友U8|金蝶K3|ERP|CRM|Photoshop|AutoCAD 2018|SolidWorks|CAXA|Power BI|SPSS 26|WPS|Visio|Primavera P6|广联达GTJ2021|MATLAB R2019b"
    ),
    "wechat": _words(
        "微信公众号|微信小程序|企业微信|微信支付|视频号|微信社群|朋友圈广告|微信小店|企微SCRM|QQ群|QQ空间|QQ音乐|微信读书"
    ),
    "app": _words(
        "抖音|小红书|快手|B站|知乎|微博|天猫|京东|拼多多|亚马逊|Shopee|美团|饿了么|携程|大众点评|闲鱼"
    ),
    "virtue": _words(
        "责任心强|吃苦耐劳|性格开朗|做事细致|抗压能力强|学习能力强|有亲和力|执行力强|时间观念强|善于总结|逻辑清晰|诚实守信"
    ),
    "device": _words(
        "FANUC系统加工中心|西门子840D|三坐标测量仪|注塑机|SMT贴片机|激光切割机|叉车|数控车床|高效液相色谱仪|DR影像设备|呼吸机|中央空调主机|10kV配电柜|锅炉|行车"
    ),
    "phone_model": _words(
        "iPhone 13 Pro|华为Mate 60|小米13 Ultra|OPPO Reno9|vivo X90|三星Galaxy S21|荣耀80 GT|红米Note 12"
    ),
    "exam": _words(
        "英语六级|雅思|托福|注册会计师|一级建造师|法律职业资格|护士执业资格|教师资格证|普通话水平测试|计算机二级|PMP|初级会计职称|中级经济师|驾驶证C1"
    ),
    "product": _words(
        "SaaS系统|净水器|工业阀门|医美项目|商业保险|少儿英语课程|汽车配件|儿童家具|白酒|预制菜|光伏组件|LED显示屏|宠物食品|办公租赁|团体体检"
    ),
    # English.
    "Company": _words(
        "Acme Logistics|Northwind Traders|a regional hospital|Example Hotels|Contoso Bank|a Series B startup|Globex Manufacturing|"
        "Lakeside School District|a Big Four firm|Umbra Studios|Initech|Fairview Clinic|Blue Harbor Shipping|a 500-room resort"
    ),
    "Role": _words(
        "Software Engineer|Registered Nurse|Staff Accountant|Warehouse Supervisor|Sales Executive|Front Desk Manager|Paralegal|"
        "High School Teacher|Mechanical Engineer|Sous Chef|Data Analyst|Recruiter|Project Manager|Electrician|Copywriter|QA Lead"
    ),
    "Tech": _words(
        "Java|Go|Python 3.9|Node.js|.NET 6|Terraform 1.5|Kubernetes 1.24|Kafka|Postgres 15|Snowflake|Spark 3.3|React 18|Rails 7|dbt|Airflow 2.4"
    ),
    "Place": _words(
        "Shanghai|Singapore|Berlin|Austin, TX|Toronto|Leeds|Dublin|Shenzhen|Chicago|Osaka|Sydney|Lisbon"
    ),
    "Group": _words(
        "customers|students|patients|guests|merchants|tenants|vendors|drivers|members|claimants|subscribers"
    ),
    "Word": _words("two|three|four|five|six|seven|eight|nine|ten|a dozen"),
    "Tool": _words(
        "Excel|Salesforce|SAP S/4HANA|Jira|QuickBooks|Epic EHR|AutoCAD|HubSpot|Tableau|Workday|Outlook|Slack|Microsoft Teams"
    ),
}

CHINESE = """
{period} {company} {title}
{period}就职于{company}，任{title}，下属{team}
{period}　{company}　|　{title}　|　{city}
{school} {major} 本科 {year}年毕业，{score}
{period} {school} {major} 专业成绩{score}
{year}年{month}月入职{company}，{year}年晋升为{title}
期望薪资{salary}，工作地点{city}或{city}
目前薪资{salary}，离职一个月内到岗
期望职位：{title}；期望城市：{city}、{city}；到岗时间：{few}周内
现居{city}，籍贯{city}，出生于{year}年{month}月{day}日
出生年月：{year}-{mm}，身高1{tens}cm，婚否：已婚
身高17{few}，体重6{few}kg，视力5.0，{virtue}，可倒班
{virtue}，{virtue}，有{few}年{title}经验，能适应出差
本人{virtue}、{virtue}，曾获{year}年度优秀员工称号
从事{title}{few}年，服务过{hundreds}多家{client}，{virtue}
使用{backend}与{backend}搭建订单中心，接口QPS由{hundreds}提升到{thousands}
基于{backend} {version}重构支付模块，P99延迟由{hundreds}ms降到{tens}ms
负责{backend}集群{tens}个节点的扩容与监控，可用性{rate}
将{backend}由{version}升级到{version}，全程零停机
排查{port}、{port}端口冲突，调整防火墙策略{few}条
规划网段{ip}与{ip}，上线VPN网关{few}台
通过{annotation}与AOP实现接口幂等，拦截重复请求{many}次
熟练使用{annotation}、{annotation}等注解及Spring源码
封装{scope}@{version}组件库，复用于{tens}个页面
引入{scope}并改造构建流程，打包时间由{hundreds}s降到{tens}s
使用{frontend}与{frontend}完成管理后台{few}个模块，首屏{dec1}s
@media与rem方案适配{phone_model}、{phone_model}等机型
适配{phone_model}等{tens}款手机，修复兼容性问题{hundreds}个
独立开发{wechat}相关项目{few}个，累计用户{many}
对接{wechat}接口，日均同步数据{many}条
回滚提交{hash}，定位内存泄漏，内存占用下降{percent}
合并分支release/{version}，处理冲突并打tag v{version}
日志时间戳{stamp}与落库时间相差{hundreds}ms的问题排查
分库分表（{few}库{tens}表）后单表数据由{many}降到{thousands}
编写正则^1[3-9]\\d{9}$与^\\w+@\\w+校验注册表单
设计短信验证码与邮箱登录流程，到达率{rate}
负责手机号、身份证等敏感字段的加密与脱敏，覆盖{tens}张表
模型参数{dec1}B，训练{tens}个epoch，mAP@0.5达到0.{hundreds}
推荐系统Recall@{tens}提升{percent}，CTR由{dec1}%升到{dec2}%
爬虫每日采集{many}条数据，清洗准确率{rate}
搭建Jenkins流水线{tens}条，日均构建{hundreds}次，失败率{pct}
压测峰值{thousands}TPS，连接池{hundreds}，GC停顿{tens}ms
编写测试用例{thousands}条，提交缺陷{hundreds}个，漏测率{pct}
STM32与{part}通信调试，波特率115200，误码率低于万分之{few}
选用{part}替代{part}，单板成本下降{dec1}元
负责{part}、{part}等物料的BOM维护，图号{part}改版{few}次
操作{device}，单班产量{hundreds}件，合格率{rate}
维护{device}{few}台，故障停机由{tens}小时降到{few}小时
加工尺寸{size}，公差±0.0{few}，节拍{tens}s
按{standard}、{standard}组织内审{few}次，关闭不符合项{tens}个
熟悉{standard}与{standard}，编制作业指导书{tens}份
推行5S与六西格玛，不良率由{dec1}%降到0.{tens}%
三班两倒，夜班{clock}至次日{clock}，全年出勤{rate}
焊工证、低压电工证齐全，证书编号{certificate}
持{exam}，证书编号{certificate}，{year}年取得
{exam}成绩{score}，{year}年{month}月通过
授权发明专利{patent}，第{few}发明人
申请专利{few}项（{patent}、{patent}），软著{few}件
参编《{major}概论》，ISBN {isbn}，{year}年出版
发表论文{few}篇，DOI 10.{four}/j.cnki.{year}.{mm}.0{tens}
主持课题（编号{year}-{four}-{tens}），经费{money}
负责{region}{product}销售，年度回款{money}，完成率1{tens}%
{year}年销售额{money}，同比增长{percent}，团队排名第{few}
开发{client}{hundreds}家，续签率{rate}，客单价{thousands}元
电话销售，日均外呼{hundreds}通，有效通话{tens}分钟，月成单{tens}单
日均拨打电话1{tens}个，添加微信{tens}个，邀约到店{few}组
接听客服热线，日均{hundreds}通，15秒接通率{rate}
处理订单{order}的退款纠纷，客户满意度{rate}
工单号{order}、{order}，均在{few}小时内闭环
跟进采购单{order}，到货验收{thousands}件，差异{few}件
快递单号{order}破损理赔，挽回损失{money}
线上线下渠道并重，覆盖{region}{tens}个网点、{hundreds}家终端
通过电话、微信、邮件多渠道跟进{client}，月均回访{hundreds}人次
策划{app}直播{tens}场，场均GMV{money}，涨粉{many}
运营{app}账号，发布作品{hundreds}条，单条播放{many}
{wechat}运营，粉丝由{thousands}增至{many}，打开率{pct}
管理社群{tens}个，单群500人，转化率{pct}
邮件营销月发送{many}封，打开率{tens}%，退信率{dec1}%
投放预算{money}，ROI 1:{dec1}，获客成本{dec2}元
负责{app}、{app}店铺装修，主图点击率提升{percent}
门店面积{area}，月营业额{money}，损耗率{dec1}%
管理门店{few}家、员工{team}，坪效提升{percent}
每日{clock}晨会，{clock}盘点，周末轮休
负责前台电话转接、来访登记和邮件收发，月均接待{hundreds}人
酒店{hundreds}间客房的排房与质检，入住率{rate}
独立承接婚宴{tens}桌、会议{hundreds}人，零投诉
研发新菜{tens}道，出品时间控制在{tens}分钟，食材成本率{tens}%
三甲医院内科护士，管床{tens}张，静脉穿刺成功率{rate}
参与{many}例手术配合，器械清点零差错
监测血压1{few}0/8{few}mmHg、心率7{few}次/分，及时上报异常
年门诊量{many}人次，处方合格率{rate}，严格执行三查八对
参与{few}期临床试验，入组{hundreds}例，方案编号{part}
全盘账务处理，月均凭证{hundreds}张，纳税申报{tens}家
编制合并报表（{tens}家子公司），审计调整{few}笔
年度预算{money}，费用率由{dec2}%降到{dec1}%
发票代码{twelve}、号码{eight}的认证与抵扣，差错率为零
核对科目{four}.{two}余额，清理往来{money}
代码{six}、{six}等标的的行业研究，组合收益{pct}
授信审批{money}，逾期率{dec1}%，不良率0.{tens}%
代理{case}案件，为{client}挽回{money}
审核合同{thousands}余份，标的额合计{money}
熟悉民法典第{hundreds}条、公司法第{tens}条及司法解释
仓库{area}，SKU {thousands}个，库存准确率{rate}
日均发货{thousands}单，错发率万分之{numeral}，盘点差异{money}
调度车辆{tens}台（含{plate}），月均里程{grouped}公里
持A2驾照，安全行驶{grouped}公里，熟悉{city}至{city}线路
集装箱{hundreds}TEU，报关单{grouped}票，HS编码8471.30
施工面积{area}，工期{hundreds}天，造价{money}
负责{few}#楼、{tens}#楼水电安装，一次验收通过
标高+{dec2}，跨度{tens}m，混凝土C30浇筑{thousands}方
任教{numeral}年级数学，平均分{tens}.{few}，及格率{rate}
班级{tens}人，高考一本上线{tens}人，最高分6{tens}
带教{few}个班级，课时{hundreds}节，续费率{rate}
零基础学员一对一辅导{tens}人，三个月提升{tens}分以上
辅导学生参加竞赛，获国家级奖{few}项、省级奖{tens}项
高考{hundreds}分，数学1{tens}，理综2{tens}，全省排名{thousands}
参与十四五规划课题，走访{numeral}省{tens}县{hundreds}户
荣获{year}年三八红旗手、五一劳动奖章、优秀共产党员
落实一岗双责、三重一大制度，全年安全事故为零
推动降本增效，成本下降{numerals}，交付周期缩短{numeral}天
从一线做起，{numeral}年内由{title}晋升为部门负责人
统筹{few}个项目并行，节点达成率{rate}，变更{tens}次
项目编号{part}，合同额{money}，{year}年{month}月验收
{year}年度预算执行率{rate}，结余{money}
使用{office}和{office}出具周报、月报{hundreds}份
熟练掌握{office}、{office}，打字速度{hundreds}字/分钟
招聘{tens}个岗位，入职{hundreds}人，转正率{rate}
组织培训{tens}场，覆盖{thousands}人次，满意度{dec1}/10
物业管理面积{area}，收缴率{rate}，报修{hundreds}单/月
监控室{tens}路画面值守，巡更点{hundreds}个，交接{clock}
为{client}提供上门服务{hundreds}次，好评率{rate}
对接Telegram、WhatsApp等海外渠道接口，日推送{many}条
北斗卫星终端测试{hundreds}台，定位误差{dec1}米
东经1{tens}.{four}，北纬{tens}.{four}，完成测绘{area}
数据中心服务器{hundreds}台，32C/128G配置，PUE {gpa}
这一点在{company}得到验证，效率提升{percent}
早上{clock}到岗，负责{hundreds}个点位的巡检与记录
马拉松成绩3:{minute}:{half}，热爱运动，{virtue}
英语可作工作语言，{exam}{score}，口语流利
联系方式见简历首页，作品可在面试时展示
收集{client}的电话、邮箱等信息录入CRM，完整率{rate}
负责400热线与在线客服排班，{team}，一次解决率{rate}
维护Exchange邮件系统与企业邮箱账号{hundreds}个
证书：{exam}（{year}年{month}月）、{exam}（{year}.{mm}）
学号{year}{six}，{major}专业，任班长{few}年
统一社会信用代码9131{four}MA1K{three}XY2X的公司设立与变更
工号{six}，职级P{few}，直属上级为{title}
日活{tens}w+，月活{hundreds}万，7日留存{pct}，人均时长{minute}min
7*24小时值班，故障响应{few}分钟，全年P1故障{few}起
SLA 99.9{few}%，RTO≤{minute}min，RPO≤{few}min
作品链接 https://www.example.com/works/{six}，浏览量{many}
参考文档 https://docs.example.org/{version}/guide.html#step{few}
公众号文章 https://mp.weixin.qq.com/s?__biz={hex12}&mid={seven} 阅读{dec1}万
路径/home/deploy/app-{version}/conf下配置项{tens}个
cron表达式0 {half} {few} * * ?，批次号{year}{mm}{two}{six}
SQL优化：WHERE id > {seven} LIMIT {few}000, {tens}，耗时{dec2}s降到0.{few}s
坐标系X={seven}.{three}，Y={six}.{three}，误差{few}mm
病案号000{six}、{six}的编码质控，DRG入组率{rate}
高铁G{four}、航班CA{four}地面保障，正点率{rate}
线路{few}路、{tens}路、{hundreds}路公交广告投放，覆盖站点{hundreds}个
铺位A-{four}、B{few}-0{tens}招商签约，出租率{rate}
配料比1:{few}:{dec1}，温度{hundreds}℃，保温{minute}min
电压380V/220V，电流{tens}A，功率{dec1}kW，转速{thousands}rpm
C#与.NET {few}开发上位机，采样频率{tens}kHz，#region代码规范化
钢琴{few}级，舞蹈{few}级，带班{numeral}年，班额{tens}人
{numeral}年级{numeral}班班主任，兼任{numeral}、{numeral}两班语文
执行三查八对、首问负责、七步洗手法，{year}年零差错
一级消防、二级建造、三级安全教育资料归档{hundreds}盒
每周一、三、五例会，{numeral}日内输出纪要并跟踪{tens}项待办
春秋两季校招，走访{numeral}所九八五高校，收简历{thousands}份
点检、点焊、点胶三道工序的标准工时测定，样本{hundreds}个
团队由{few}人扩到{tens}人，人效{dec1}倍，离职率{pct}
新增{client}{hundreds}户，户均贡献{grouped}元，流失率{dec1}%
"""

ENGLISH = """
{Role}, {Company}, {Place}, {term}
{term} | {Company} | {Role}
{term}: promoted from associate to {Role} in {few} years
Led a team of {tens} at {Company} and cut costs by {pct}
Managed a budget of {dollars} across {Word} sites
Built services in {Tech} and {Tech} that handle {grouped} requests a day
Migrated {tens} services from {Tech} to {Tech} with zero downtime
Reduced p99 latency from {hundreds} ms to {tens} ms at scale
Upgraded {Tech} from {version} to {version} over {few} sprints
Wrote {hundreds} unit tests and raised coverage to {tens}.{few}%
Reverted commit {hash} and shipped v{version} the same day
Published {scope}@{version} and cut the bundle by {pct}
Refactored beans with {annotation} and {annotation} in a Spring monolith
Fixed a parser that read epoch {stamp} as local time
Segmented {ip} and closed ports {port} and {port}
Improved precision@{tens} by {pct} and recall@{few} by {pct}
Audited {tens} suppliers against ISO {four}:2015 and {standard}
Exceeded quota by {tens}% in Q{few} FY{year}, closing {dollars}
Made {hundreds} cold calls a week and booked {tens} meetings a month
Ran email campaigns to {grouped} subscribers with a {tens}% open rate
Answered {tens} phone calls and {hundreds} emails a day with {rate} satisfaction
Resolved ticket OPS-{five} and order {order} within {tens} hours
Cared for {few} patients per shift on a {tens}-bed unit
Administered medication to {tens} patients daily with no errors in {few} years
Taught grades {few} to 12, {tens} students per class, {rate} pass rate
Planned banquets for {hundreds} guests and trained {Word} sous-chefs
Checked in {hundreds} guests a day at the front desk of {Company}
Drafted {hundreds} contracts and {tens} leases across {Word} states
Handled case no. {few}:19-cv-0{four}, settled for {dollars}
Prepared returns for {hundreds} clients and reconciled {grouped} transactions
Closed the books in {few} days instead of {tens}
Shipped {grouped} units a month from a {thousands}00 sq ft warehouse
Drove {grouped} miles accident free; Class A CDL since {year}
Machined parts to ±0.00{few} in, part no. {part}
Held {few} patents, including US {few},{hundreds},{hundreds} B2
Co-author of a handbook, ISBN {isbn}, {year}
GPA {gpa}/4.0, ranked {few} of {hundreds}, class of {year}
TOEFL 1{few}0, GRE 32{few}, GMAT 7{few}0
B.Sc. in Economics, {Place}, {year}; minor in statistics
Fluent in English and Mandarin, available in {few} weeks
Salary expectation {dollars} plus {tens}% bonus
Daily user of {Tool}, {Tool} and {Tool}
Integrated WhatsApp Business API and WeChat Pay for {hundreds} {Group}
Grew a WeChat official account to {grouped} followers in {tens} months
Moved {hundreds} mailboxes to Microsoft 365 and set up DMARC for {tens} domains
Worked nine to five, then on call one week in {Word}
One of {Word} finalists among {hundreds} teams, {year}
Looked at dot plots to explain a {pct} drop among {Group}
Connected the dots between {Company} and {tens} {Group}
Started at {Company} as an intern at {tens} hours a week
Tested {phone_model} and {tens} other handsets for regressions
Coordinated volunteers for {hundreds} {Group} in {Place}, {term}
Punctual, patient and at ease with {Group}; references upon request
"""

_SLOT = re.compile(r"\{([A-Za-z_]+[0-9]*)\}")
_HEADS = (
    "",
    "",
    "",
    "",
    "",
    "",
    "1、",
    "2. ",
    "• ",
    "- ",
    "（3）",
    "【业绩】",
    "工作内容：",
    "项目描述：",
    "★",
    "4）",
)
_BULLETS = ("", "", "", "- ", "• ", "* ")
_ENDS = ("", "。", "；", "。", "")
_STOPS = ("", ".", ".", ";")


def templates() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The Chinese and the English sentences with their slots still open."""
    return tuple(CHINESE.strip().splitlines()), tuple(ENGLISH.strip().splitlines())


def prose(count: int, seed: int) -> Iterator[str]:
    """Make that many sentences; the same seed makes the same ones."""
    random = Random(seed)
    chinese, english = templates()
    for _ in range(count):
        if random.random() < 0.75:
            yield _chinese(chinese, random)
        else:
            yield random.choice(_BULLETS) + _fill(random.choice(english), random) + random.choice(_STOPS)


def _chinese(sentences: tuple[str, ...], random: Random) -> str:
    """One sentence, or two that are joined as a description joins them."""
    first = random.choice(_HEADS) + _fill(random.choice(sentences), random)
    if random.random() < 0.2:
        first += random.choice(("；", "。", "，", "\n")) + _fill(random.choice(sentences), random)
    return first + random.choice(_ENDS)


def _fill(form: str, random: Random) -> str:
    return _SLOT.sub(lambda slot: SLOTS[slot[1]](random), form)
