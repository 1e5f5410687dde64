"""Words that stand behind a messenger's name in ordinary prose, and the syllables that a Chinese name is made of."""

import re

from resume_visibility.projection.contacts.patterns import words

COMMON = frozenset(
    words(
        "about account accounts admin advertising agent alipay android android-ios apache api apis app apps automation "
        "backend based bot bots business campaign campaigns channel channels chat cloud commerce community content crm "
        "customer customers data design development douyin email emails enterprise erp facebook feishu flutter "
        "frontend google group groups h5 instagram integration ios java javascript jsapi jssdk kuaishou line linkedin "
        "livestream login mail management market marketing media message messages messaging mini miniapp miniprogram "
        "mini-program mini-programs mobile moments mysql nginx notification official oauth online openapi openid "
        "operation operations pay payment payments platform platforms plugin popular private product products program "
        "programs promotion public python qq react redis report reports robot routine saas sales scrm sdk sdks search "
        "server service services share skype slack social spring stickers store stories support taro team teams "
        "telegram template tiktok traffic twitter uni-app uniapp unionid user users video web webhook webview wechat "
        "weibo weapp weixin whatsapp work wxml wxss xiaohongshu youtube zhihu processing processor style vibration "
        "which where when with from only used using well management through while during their there these those "
        "preferred available please contact phone number same below above this that instead everyday anytime "
        "creation verification recovery security linking manager managers registration registrations binding checker checkers finder "
        "generator generators backup backups statistic statistics activity activities lookup validation validator migration sync "
        "sharing authentication authorization mapping monitoring tracker tracking scraper scraping runner maker analytics insights "
        "growth strategy programmatically keyboard keyboards triggered offline sunrise sunset sign-in sign-up log-in opt-in "
        "onboarding moderation moderator setup customer-service newsletter newsletters followers subscribers "
        "notifications bridge pinyin e-commerce and/or as well http https www"
    )
)

# What names in programs are made of.
PROGRAM = frozenset(
    words(
        "admin mcp creator crawler helper oauth qq wx weibo wechat weixin alipay api app apps array async aws batch bean bin bit body bot buffer build bundle byte cache case cfg char check class cli client cluster cmd code col column "
        "component conf config connect core count cpu css csv ctx dark data database db debug decoder demo dict dir doc docs domain env error es event export "
        "fetch field file files find flag float flow fn form format front func function gateway get git go gpu graph grpc group guid handle handler hash head "
        "header hook host html http https id image img import index info init input int item java job js json key kit kube lang lib line link list load lock log "
        "login loop main map memory message method mode model module mq msg mysql name net next node null num number obj object offset open order orders output "
        "page param params parse parser part path php pipe pipeline plugin pod port post process prod project proto proxy py python query queue random read redis "
        "ref region registry release report repo request res resource response rest result retry role root route row rows rpc rule run sample schema script sdk "
        "search select server service session set shard sku socket sort source spark spec split spring sql src staging start state static status store stream string "
        "struct style sub sync sys system tab table tag task temp template test tests text thread time timer title token tool topic total tree type ui unit update "
        "upload uri url user users util utils uuid val value var vector version view vm vue web widget win word work worker write xml yaml zip stable beta alpha rc "
        "support mode level size width height color btn button menu icon log left right top bottom default new old tmp raw base max min sum avg"
    )
)

TECHNICAL = re.compile(
    r"[a-z]{0,2}[0-9]+(?:\.[0-9x]+)*[a-z]?|v[0-9][0-9.]*(?:-[a-z0-9.]+)?"
    r"|(?:vue|java|jdk|python|mysql|redis|html|css|http|https|oauth|ipv|utf-?|web|log4j|es|spring|php|iphone|ios|android|win|windows|office|base|md|sha|sha-|rsa|aes|x|p|h|b|c|o|e|unity|react|cocos|three|node|angular|kafka|nginx|centos|rk|mt|stm32|esp)-?[0-9][0-9a-z.\-]*"
    r"|[a-z]+\.(?:js|com|cn|net|org|py|java|ts|io|me|request|login|api)"
    r"|(?:mini|uni|vant|wx|element|ant|react|vue|e|i|auto|self|multi|co|pre|post|real|end|back|front|long|short|high|low|open|all|in|on|off|data|user|cross|omni|full|third|two|one|non|face|peer|point|pay|login|open)-[a-z\-]+"
)

# The writer's initials and a birthday or any number: as usual for an account as a name.
INITIALS = re.compile(r"(?!(?:gb|db|jg|ip|ie|tp|sn|no|rk|mt|v|h|p|x)[0-9]{1,4}$)[a-z]{1,2}[0-9]{4,}")

_INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINAL = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|a|o|e|i|u|v"
# Two to four syllables; the repeat is bounded, so a long word costs no more than a short one.
SYLLABLE = rf"(?:(?:{_INITIAL})(?:{_FINAL})|(?:ai|an|ang|ao|ou|en|er))"
PINYIN = re.compile(rf"{SYLLABLE}{{2,4}}")

# Behind a word that is no account stands what it is the name of: 红薯：yanshu_25品种, 用户名test_user自动化.
IS_MEANT = re.compile(
    "(?!加|联|欢|随|备|请|可|搜|找|聊|看|同|注|谢|即|做|就|是|能|也|都|哦|呀|吧|啦|呢|了|的|来|有|通|秒|在|发|微|常|为|为准|查|详|直|和|或|私|沟)[\u3400-\u9fff]"
)
