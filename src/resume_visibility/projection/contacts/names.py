"""The names of messengers as candidates write them, disguised or not. Each starts with a character of its own."""

from resume_visibility.projection.contacts.nicknames import patterns
from resume_visibility.projection.contacts.patterns import SIGN
from resume_visibility.projection.contacts.vocabulary import SYLLABLE

_S = SIGN
_HEART = "[❤♥💚💗💙💛🧡💜🖤]"
_NUMBER = r"(?:号码?|id|账号|帐号|hao(?![a-z_]))"
_LEET = {"a": "[a4@]", "e": "[e3]", "i": "[i1l]", "l": "[l1i]", "o": "[o0]", "s": "[s5$]", "t": "[t7]"}


def _split(name: str) -> str:
    """A name with signs between its letters, and figures in their place: w.e.c.h.a.t, t3legram."""
    others = "".join(rf"{_S}{{0,2}}{_LEET.get(letter, letter)}" for letter in name[1:])
    return rf"(?<![a-z]){name[0]}{others}"


# Names that mean nothing else, or say that an account follows.
_WEI = "微薇威维卫危徽伟魏韦溦唯巍嶶葳崴"

SURE: tuple[str, ...] = (
    rf"微{_S}{{0,3}}信{_S}{{0,2}}(?:号码?|i{_S}?d|账号|昵称|名(?!片))",
    rf"[{_WEI}]{_S}{{0,2}}(?:{_HEART}{_S}{{0,2}}(?:[信号]|亻{_S}?言)?|芯|亻{_S}?言)",
    rf"[薇徽唯巍嶶葳崴]{_S}{{0,3}}[信芯心]",
    rf"[v5]{_S}{{0,2}}{_HEART}",
    rf"[伽嘉家咖枷珈架茄十](?:[{_WEI}](?=[^\u3400-\u9fff])|v(?={_S}{{0,3}}[a-z0-9_]{{3}}))",
    r"(?<![a-z])lv ?pao ?pao",
    r"(?<![a-z])jia ?(?:wei|v)(?:xin)?(?![a-z])",
    r"微x(?:(?![a-z])|(?=[a-z]{2,16}_))",
    r"5信(?=\W{0,2}[:：a-z])",
    r"(?<![a-z])[vw]x(?=(?!lan|pay|app|ss|ml|api|work|js|id|cloud|mini|shop|open|client|login|sdk)[a-z]{2,12}(?:_[a-z0-9]|[0-9]{3}))",
    rf"威{_S}?信号",
    rf"卫{_S}?星号",
    rf"维{_S}?信号",
    r"徽(?=\W)(?<=[加+]徽)",
    rf"(?<![a-z])v{_S}{{0,3}}(?:信|芯|心(?=\W{{0,2}}[:：])|{_HEART}|号(?!线|楼))",
    rf"[加+](?<![a-z0-9]\+)(?:我|个|一下)?{_S}{{0,2}}(?:[{_WEI}]{_S}{{0,3}}(?:[信芯心博讯]|x(?![a-z]))|[徽薇]|微(?![信小波服软调电观创距弱机型粒米])|微{_S}?信|[威卫维]{_S}?[信星]|[威维唯](?={_S}{{0,3}}[a-z])|v(?:(?![a-z])(?:{_S}{{0,2}}[信心])?|(?=[a-z]{{2,12}}[_0-9])))",
    rf"[加+](?:我的?|个)?{_S}?(?:qq|q)(?![a-z])",
    rf"加(?:我的?|个)?{_S}?[扣抠叩寇蔻](?:{_S}?[扣抠叩寇蔻]|(?={_S}{{0,2}}[0-9]))",
    rf"(?<![a-z])[vw]x(?=(?!lan[0-9]){SYLLABLE}(?:{SYLLABLE}){{0,3}}(?:[0-9]{{2}}|_[a-z0-9])|{SYLLABLE}{{2,4}}(?![a-z0-9_.\-/]))",
    rf"小{_S}?企{_S}?鹅",
    r"蓝鸟(?=\W{0,3}@)",
    r"(?<![a-z])penguin (?:number|no|id)",
    rf"[丁叮]{_S}?[丁叮]{_S}?(?:号|(?={_S}{{0,2}}[:：]))",
    rf"连我{_S}?(?:{_NUMBER})",
    r"社交(?:账号|平台|媒体)统一(?:是|为|叫|用)?",
    r"[各全]大?个?平台(?:都?叫|同名|统一|通用|都是)",
    rf"(?<![a-z])v{_S}{{0,2}}x(?![a-z.])",
    rf"(?<![a-z])v{_S}?xin(?![a-z.])",
    rf"(?<![a-z])wei{_S}?信",
    rf"(?<![a-z])w{_S}{{0,2}}x(?![a-z.])",
    rf"(?<![a-z])w{_S}?e{_S}?c{_S}?h{_S}?a{_S}?t{_S}{{0,2}}{_NUMBER}(?![a-z])",
    rf"(?<![a-z])w(?:ei{_S}?xin|exin|3chat|x{_S}?id|eix|eixinhao)(?![a-z.])",
    r"某[信讯q]",
    rf"(?<![a-z])q{_S}{{0,3}}q{_S}?群号?",
    rf"扣{_S}{{0,3}}扣群号?",
    rf"(?<![a-z])t{_S}?g(?={_S}{{0,2}}[@:：])",
    r"社交(?:账号|软件号?|号)",
    r"旺旺号?",
    rf"(?<![a-z])yy{_S}?号",
    rf"(?<![a-z])b站{_S}?u?{_NUMBER}",
    rf"哔哩哔哩{_S}?u?{_NUMBER}",
    r"视频号",
    rf"(?<![a-z])d(?:ingtalk|ouyin){_S}?{_NUMBER}",
    rf"(?<![a-z])feishu{_S}?{_NUMBER}",
    rf"(?<![a-z])bilibili{_S}?{_NUMBER}",
    rf"(?<![a-z])xiaohongshu{_S}?{_NUMBER}",
    r"聊天(?:软件|账号)",
    rf"[微薇维威徽]{_S}?号",
    r"鹅号",
    r"扣号",
    r"(?<![a-z])vvx(?![a-z])",
    r"(?<![a-z])v加x(?![a-z])",
    r"(?<![a-z])[vq]我(?=[^\u3400-\u9fff])",
    r"绿标(?:软件)?",
    rf"彳{_S}?山{_S}?攵{_S}{{0,2}}(?:亻{_S}?言)?",
    r"今日头条号",
    r"公众号(?<=个人公众号|我的公众号|本人公众号)(?=\W{0,2}[:：])",
    rf"(?<![a-z])v(?={SYLLABLE}{{2,4}}_{SYLLABLE})",
    rf"(?<![a-z])[vw]x(?={SYLLABLE}{{2,4}}-{SYLLABLE})",
    r"围脖",
    r"小飞机",
    r"蓝色飞机",
    r"全网同名",
    r"(?<![a-z])q number(?![a-z])",
    r"(?<![a-z])wx号",
    r"绿泡泡",
    r"绿色(?:聊天)?(?:软件|图标|app|工具)",
    r"小绿(?![\u3400-\u9fff])",
    r"green (?:(?:bubble|chat|messag(?:e|ing)) ){0,2}(?:app|bubble)",
    rf"扣{_S}{{0,3}}扣号?",
    r"扣1扣",
    rf"抠{_S}{{0,2}}抠号?",
    rf"叩{_S}{{0,2}}叩号?",
    rf"企{_S}{{0,3}}鹅号",
    r"球球号",
    r"秋秋号",
    rf"(?<![a-z])q{_S}{{0,3}}q{_S}{{0,2}}(?:{_NUMBER}|number|no\.?)",
    r"(?<![a-z])q号",
    rf"小红[薯书]{_S}?{_NUMBER}",
    rf"抖音{_S}?{_NUMBER}",
    rf"快手{_S}?{_NUMBER}",
    rf"钉{_S}?钉{_S}?{_NUMBER}",
    rf"飞书{_S}?{_NUMBER}",
    rf"飞机{_NUMBER}",
    rf"陌陌{_S}?{_NUMBER}",
    rf"知乎{_S}?{_NUMBER}",
    rf"微博{_S}?(?:{_NUMBER}|名|昵称)",
    r"纸飞机号?",
    r"电报号?(?!警)",
    rf"(?<![a-z])whats{_S}?app{_S}?{_NUMBER}",
    rf"(?<![a-z])t(?:elegram|g){_S}?{_NUMBER}",
    rf"(?<![a-z])ig{_S}?{_NUMBER}",
    rf"(?<![a-z])s(?:(?:kype|napchat){_S}?(?:{_NUMBER}|name)|ignal{_S}?{_NUMBER})",
    rf"(?<![a-z])line{_S}?{_NUMBER}",
    rf"(?<![a-z])discord{_S}?(?:{_NUMBER}|tag)",
    rf"(?<![a-z])kakao(?:talk)?{_S}?{_NUMBER}",
    rf"(?<![a-z])zalo{_S}?{_NUMBER}",
    rf"(?<![a-z])viber{_S}?{_NUMBER}",
)

# Names that are also the subject of many a job.
MAYBE: tuple[str, ...] = (
    *patterns(SIGN, told=False),
    rf"微{_S}{{0,3}}信",
    rf"[微薇徽威](?={_S}{{0,2}}[:：])",
    r"[魏韦溦]信",
    r"小红[薯书]",
    r"[微薇徽威](?=前[半面段缀])",
    r"[❤♥]信",
    r"💬(?=\W?[a-z]{2,16}_[a-z0-9])",
    r"围(?<![范周包外氛突]围)信(?!息|号)",
    r"蔻蔻",
    r"口口(?=\W{0,2}[:：0-9])",
    r"(?<![a-z])ins(?=\W{0,2}[:：@是])",
    r"微博",
    r"[威维]信",
    r"卫星",
    rf"企{_S}{{0,3}}(?:鹅|e(?![a-z]))",
    r"脸书",
    rf"(?<![a-z])f(?:acebook|b)(?=(?:{_S}?{_NUMBER})?\W{{0,2}}[:：])",
    r"(?<![a-z])bluesky(?=\W{0,3}@)",
    r"(?<![a-z])threads(?=\W{0,3}@)",
    r"(?<![a-z])mastodon(?=\W{0,3}@)",
    r"球球",
    r"秋秋",
    _split("wechat") + "t?",
    r"(?<![a-z])vv?" + _split("echat").removeprefix("(?<![a-z])"),
    _split("weixin"),
    r"(?<![a-z])weibo",
    _split("whatsapp"),
    rf"(?<![a-z])w(?:ats|at'?s|hat'?s|hats?|ht?s|/|_)?{_S}?app?(?={_S}{{0,3}}(?:\+|[:：]|(?:me|no|number|on|at)(?![a-z])))",
    r"推特",
    r"(?<![a-z])w{_S}?a(?={_S}{{0,2}}[:：+])".replace("{_S}", _S).replace("{{0,2}}", "{0,2}"),
    rf"(?<![a-z])q{_S}{{0,3}}q",
    rf"(?<![a-z])[vq](?={_S}{{0,2}}[:：])",
    _split("telegram") + r"(?![a-z])",
    r"(?<![a-z])tl?gr?a?m(?=\W{0,2}[:：@])",
    _split("instagram"),
    r"(?<![a-z])t(?:g|witter)(?![a-z])",
    _split("skype") + r"(?![a-z])",
    r"(?<![a-z])sk[*.]pe(?![a-z])",
    r"(?<![a-z])s(?:ignal|napchat)(?![a-z])",
    r"(?<![a-z])snap(?=\W{0,2}[:：])",
    _split("line")
    + r"(?={_S}{{0,2}}(?:[:：@]|i{_S}?d(?![a-z])))".replace("{_S}", _S).replace("{{0,2}}", "{0,2}"),
    _split("discord"),
    r"(?<![a-z])kakao(?:talk)?",
    r"(?<![a-z])viber",
    r"(?<![a-z])zalo",
    r"(?<![a-z])i(?:n[s5]ta(?:gram)?|g)(?![a-z])",
    r"1(?<![a-z0-9].)(?:nsta(?:gram)?|g)(?=\W{0,3}@)",
    r"(?<![a-z])t(?:ele?|3le)(?=\W{0,2}[:：]\W?@)",
    r"(?<![a-z])messenger",
    r"(?<![a-z])tele?gra?m(?![a-z])",
    r"(?<![a-z])wee+chat",
    r"(?<![a-z])dingtalk",
    _split("douyin"),
    rf"(?<![a-z])lark(?=(?:{_S}?{_NUMBER})?\W{{0,2}}[:：@])",
    r"(?<![a-z])red ?note",
    r"(?<![a-z])linkedin",
    r"(?<![a-z])feishu",
    r"(?<![a-z])xiaohongshu(?=\W{0,2}[:：@])",
    r"(?<![a-z])b(?:ilibili|站)(?=\W{0,2}(?:[:：@]|[a-z][a-z0-9]{1,16}_))",
    r"公众号(?=\W{0,2}[:：]\W?[a-z])",
    r"哔哩哔哩(?=\W{0,2}[:：@])",
    r"(?<![a-z])matrix(?=\W{0,2}[:：]\W{0,2}@)",
    r"(?<![a-z])wire(?=\W{0,2}[:：]\W{0,2}@)",
    r"(?<![a-z])slack(?=\W{0,3}@)",
    r"(?<![a-z])teams(?=\W{0,2}[:：@])",
    r"(?<![a-z])x(?=[:：]\s?@)",
    r"(?<![a-z])red(?=[:：]\s?@)",
    r"(?<![a-z])douyin",
    r"(?<![a-z])tiktok",
    r"知乎",
    r"探探",
    r"脉脉",
    r"领英",
    r"(?<![a-z])kik(?![a-z])",
    r"(?<![a-z])wickr",
    r"(?<![a-z])threema",
    r"(?<![a-z])icq(?![a-z])",
    r"(?<![a-z])facebook(?= as @?[a-z0-9])",
    r"(?<![a-z])my line(?![a-z])",
    r"(?<![a-z])line(?<=[rd,/|·;:] line)(?= [a-z]{2,12}[_.][a-z0-9])",
    r"(?<![a-z])line account(?![a-z])",
    r"(?<![a-z])my (?:we ?chat|line|skype|telegram|whatsapp|qq|signal|insta(?:gram)?|discord|kakao(?:talk)?|viber|zalo|snap(?:chat)?|facebook|twitter|weibo)['’]?s(?![a-z])",
    r"[赖賴](?<![依信无抵耍]赖)(?=\W{0,2}[:：]\W?[a-z0-9]|的?id|[a-z]{2,8}_)",
    r"(?<![a-z])line me(?= (?:at|on) )",
    rf"钉{_S}?钉",
    r"飞书",
    r"抖音",
    r"快手",
)

NICK = tuple(patterns(SIGN, clear=False))

# The account is the same as elsewhere, and that is told by the way: same as my GitHub handle …
_SAME = (
    rf"(?:(?:和|跟|与|同|也是|就是|即|[=＝]|is|has|the|same|as|matches|equals|i use|uses?|name|identical|to|with|on|my|我的?|本人){SIGN}{{0,3}}){{1,8}}"
    r"(?:github|gitlab|gitee|码云|博客|blog|b站|bilibili|csdn|掘金|抖音|微博|知乎|小红书|twitter|instagram|ins|linkedin|领英)"
    rf"(?:{SIGN}{{0,2}}(?:的|上|id|handle|user ?name|nick(?:name)?|account|账号|用户名|名字?|昵称|号|同名|同号|一样|一致|相同|one|is|搜索?))*{SIGN}{{0,3}}"
)

# What may stand between a messenger's name and the account.
LINK = (
    rf"(?: ?[(（](?!@)[^()（）\n]{{1,32}}[)）] ?(?=[:：])| ?[(（](?![^()（）]*(?:程序|公众|支付|开发|接口|平台|登录|后台|生态|端))[\u3400-\u9fff]{{1,8}}[)）] ?)?"
    rf"(?:{SIGN}{{0,6}}{_SAME}|{SIGN}{{0,6}})"
    rf"(?:(?:号码|号|账号|帐号|是|为|即|就是|同步|同名|同号|由|小号|大号|工作号|邮箱|前缀|群主?|名字|姓名|手机号?|尾号|[都均]|字(?!母)|和|生日|组成|全拼|通号|同|添加|添|搜索|搜|加我|加|我的|我|联系我|联系人?|沟通|留言|发我|用的是|一直用|一般是|我用|还是|滴滴|扣我|详聊|聊|见下|名称|走起|联络|通道|就?这个|[呗吧]|分别|名片|获取|领取|索取|上?见|分[两二三]段|一下|上[叫搜找加]?|直接|关注|私信|写的是|群里|反写|反着念|倒过来看|请|可|[一二三](?=[:：])|名|昵称|账户|的话|反过来写?|倒着写?|倒过来写?|倒序|反着写?|拼音|全拼|[\u3400-\u9fff]{{1,4}}的(?:名字|姓名)?(?:全拼|拼音)"
    r"|用户名|本人|个人|那个|那款|叫做|叫|唯一|如下|常用|备用|拼写|找我|找"
    r"|(?:s(?= my)|(?:under |by )?(?:one|the same) (?:name|handle|nick)|too|also|works|best|only|preferred|main|mine|primary|same|number|no|account|is|at|for(?= me)|id|handle|username|user|name|add|me|on|via|my|or|under|the|as|called|hao|find|registered|nick(?:name)?|contact|dms are open|i go by|i['’]m|i am|by searching(?: for)?)(?![a-z0-9_]))"
    rf"{SIGN}{{0,4}}){{0,7}}"
    # On the next line it stands alone.
    r"(?:[^\S\n]*(?:\n[^\S\n]*){1,2}[-·•*↓]?[^\S\n]*(?=@?[a-z0-9_][a-z0-9_.\-]{4,30}[^\S\n]*(?:\n|$)))?"
)
