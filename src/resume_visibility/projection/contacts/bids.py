"""Accounts that no messenger's name leads up to, only a bid to look them up: 搜zhang_88就能找到我, "add me: …".

Neither the word nor what stands around it is enough. So three things are weighed: how much the word looks like an
account, what leads up to it and what follows. A name from a program (user_center_2) weighs against.
"""

import re
from collections.abc import Iterator, Sequence

from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.patterns import WALL
from resume_visibility.projection.contacts.vocabulary import (
    COMMON,
    IS_MEANT,
    PINYIN,
    PROGRAM,
    SYLLABLE,
    TECHNICAL,
)

_MESSENGER = (Detail.MESSENGER,)

# A digit or a sign within a word: every account that is looked for here has one.
_ODD = re.compile(r"[0-9_@.\-](?:(?<=[a-z]{2}[0-9_.\-])[a-z0-9]|(?<=@)[a-z])")
_FRONT = re.compile(rf"(?:^|(?<=[^a-z0-9_.@/\-#$&=:{WALL}])|(?<=:)(?!//))@?[a-z][a-z0-9_.\-]*$")
_REST = re.compile(r"[a-z0-9_.\-]*(?![a-z0-9@/(\[=\\{<])")
_SHORTEST, _LONGEST = 5, 30
_LEFT = 36
_S = rf"[^a-z0-9\u3400-\u9fff\n{WALL}]"

# What leads up to an account: surely, or as it leads up to other things too.
_SURE_LEAD = re.compile(
    r"(?:[加添]个?[好朋]?友[吧呗呀哦]?(?:[，,]号码)?|[微+]我|(?:全网|各平台|哪[里儿]都)\S{0,6}|联系\S{1,3}(?=[:：])|(?:[绿蓝黄白]|飞机|小鸟|幽灵|气泡|聊天|社交|国民|字头)[^\n]{0,8}(?:软件|app|应用|图标|那个|的)|(?<!公司)(?:同款|私人|个人|本人)账?号|我叫|[加找]我|搜我|搜号(?:加我)?|好友申请\S{0,3}|申请好友\S{0,2}|联[系络](?:我|方式)(?:[，,]?号码)?|联络\S{1,3}(?=[:：])|滴滴?我|[戳敲踢呼撩]我|私我|@ me|私[聊信](?:请?[找我走]\S{0,3})?"
    r"|我的?(?:账?号|id|昵称|网名)|(?<![编型代批货单序工学房门车证图卡番])号是|you know (?:the|which) (?:app|one)|认准|都叫|同名|骚扰|小窗|勾搭|关注我"
    r"|(?<![a-z])(?:add|find|ping|message|msg|catch|reach|hit|look|dm|contact|call|follow|tag|slack|snap)s? (?:me|up)(?: up)?"
    r"|(?<![a-z])(?:my )?dms?(?: open)?|(?<![a-z])(?:chat|socials?|im|messenger)s?(?=:)|(?<![a-z])(?:green|blue|yellow|bird|ghost|paper|chat(?:ting)?)[a-z ]{0,16} (?:app|one|icon|plane|bubble)|app with the [a-z]+|(?<![a-z])add my (?:account|id)|i go by|known as|i'?m called|(?<![a-z])drop (?:a line|a message|me a line) to|(?<![a-z])prefer[^.!?\n]{0,24}(?:->|→|:)|(?:my|same) (?:handle|id|nick(?:name)?|screen ?name|user ?name|alias)[^.!?\n]{0,26}|hit my dms|(?:handle|username|nick|screen ?name) everywhere"
    rf"){_S}{{0,4}}(?:(?:是|为|叫|就是|请|到|用|给|[:：]|(?:at|on|under|as|by|via|is|with|to|for)(?![a-z])){_S}{{0,3}}){{0,3}}$"
)
# What leads up to an account as well as to the name of something.
_NUDGE = re.compile(
    r"(?:懂的?都?懂?的?[加来]?|你们?懂的|老规矩|老地方见?[，,]?(?:id)?|先?加上|加一下|全网同id|各平台同?id|同id|同名全网|绿的|蓝的|小号|大号|备用号?|常用号|本人号|网名|用户名|号码是|号在这[里儿]?|就是号|→|👉|➡|详聊|详谈|扣我|戳)"
    rf"{_S}{{0,4}}(?:(?:是|为|叫|[:：]){_S}{{0,3}}){{0,2}}$"
)
_LEAD = re.compile(
    r"(?:加|搜索?一?下?号?|找|输入?|输一?下吧?|填|通过|头像\S{0,8}的|扫\S{0,6}|名片|(?<!系统|测试|服务|后台|公共|僵尸|员工|用户|子主)账号|(?<![a-z0-9])id|昵称|发给|走这[里边]\W{0,3}|联系"
    r"|(?<![a-z])(?:add|search(?: for)?|find|look(?:ing)? for|ping|message|msg|type|i'?m|i am|as|under|(?:the|my) name(?:['’]s| is)|type it|contact(?: via)?|reach(?: out)?|follow|handle|user ?name|nick(?:name)?|screen ?name|text|via|at))"
    rf"{_S}{{0,4}}(?:(?:是|为|就是|请|到|用|给|(?:at|on|as|to|via|is)(?![a-z])){_S}{{0,2}})?$"
)
_SURE_TAIL = re.compile(
    rf"{_S}{{0,4}}(?:就?[能可]?[以]?找到我|就是我|才是我|这?是我(?!们|司|国)|即是本人|加好友|加我|加的时候|秒过|秒通过|别加错|各?平台同名|同名|添加|[，,]?哪[儿里]都|都是这个|为准|在线|常在|(?:欢迎|期待|等|恭候)?(?:[你您])?来?(?:撩|骚扰|勾搭|聊)|联系(?:我|最)|[（(]?各处"
    r"|[（(]you know (?:the|which|where)|everywhere|(?:pretty much )?everywhere|,? ?(?:that|this|it)(?:'?s| is) me|is me(?![a-z])|wherever (?:people|you|we)|anywhere(?![a-z])|on any (?:app|platform)|(?:and|to) say (?:hi|hello)|say (?:hi|hello)|(?:the|my) avatar|message me|dm me|add me|on (?:there|every app|all apps)|and (?:add|message|dm|find) me)"
)
_TAIL = re.compile(
    rf"{_S}{{0,4}}(?:时?请?备注|时?请?注明|通过|验证|头像|聊|随时|回复|看作品|了解|的?那个"
    r"|(?:and i(?:['’]?ll| will)|instead|anytime|any time|there|for (?:samples|my|more|a chat|details)|to (?:see my|chat|talk|reach)|if you|whenever|i reply|i answer|i'?ll)(?![a-z]))"
)
# What is spoken of near a word that can hardly be anything but an account.
_NEAR = re.compile(
    r"添加|好友|找|搜|聊|[微+加叫]我|只留|我叫|同款|扫码|头像|备注|私[信聊]|滴滴|(?<![a-z])(?:find me|add me|chat|dm me|handle|nick|say hi|say hello)(?![a-z])"
)
# Where the profile of a code host is told, that is no contact (CONTACT-1).
_MESSENGER_NEAR = re.compile(r"微信|wechat|telegram|whatsapp|signal|line|qq|vx|wx|discord|skype")
_HOSTED = re.compile(r"git(?:hub|lab|ee)|码云|stack ?overflow|kaggle|leetcode|npm|pypi|docker|仓库|repo")

# The number of a part or a project: HX-1560-0073-98-A.
_CODE = re.compile(r"[a-z]{1,4}[0-9]*(?:[.\-][0-9]+)+(?:[.\-]?[a-z])?")
# A few letters and a figure are the number of something as well, unless the letters are syllables.
_INITIALS = re.compile("[a-z]{1,4}[0-9]+")
_SOUND = re.compile(rf"{SYLLABLE}{{1,2}}(?![a-z])")
_PARTS = re.compile("[^a-z]+")


def bidden_in(stream: str, known: Sequence[Finding] = ()) -> Iterator[Finding]:
    """All accounts of a folded text that a bid gives away, but for those that are known."""
    taken = {finding.start for finding in known}
    done = 0
    for odd in _ODD.finditer(stream):
        if odd.start() < done:
            continue
        floor = max(done, odd.start() - _LONGEST)
        front = _FRONT.search(stream[floor : odd.end()])
        rest = _REST.match(stream, odd.end(), odd.end() + _LONGEST)
        done = odd.end()
        if front is None or rest is None:
            continue
        start = floor + front.start()
        done = rest.end()
        name = stream[start:done].rstrip(".-")
        if (
            start not in taken
            and _SHORTEST <= len(name) <= _LONGEST
            and _is_given(stream, start, start + len(name), name)
        ):
            yield Finding(start, start + len(name), _MESSENGER)


def _is_given(stream: str, start: int, end: int, name: str) -> bool:
    likeness, named = _likeness(name)
    if likeness is None:
        return False
    tail = 2 if _SURE_TAIL.match(stream, end) else 1 if _TAIL.match(stream, end) else 0
    left = stream[max(0, start - _LEFT) : start]
    left = left[left.rfind(WALL) + 1 :]
    lead = 2 if _leads_surely(left, stream, end) else 1 if _LEAD.search(left) else 0
    if named and likeness >= _SURELY and not lead and _NEAR.search(left[-_CLOSE:]):
        lead = 1
    if lead + tail + likeness < _ENOUGH or (not lead and likeness < tail):
        return False
    return not _HOSTED.search(left) or _MESSENGER_NEAR.search(left) is not None


def _leads_surely(left: str, stream: str, end: int) -> bool:
    if _SURE_LEAD.search(left):
        return True
    return _NUDGE.search(left) is not None and not IS_MEANT.match(stream, end)


_ENOUGH = 3
_SURELY = 2
_CLOSE = 14


def _likeness(name: str) -> tuple[int | None, bool]:
    """How much a word looks like an account, none where it must be something else; and whether a person's name is in it."""
    bare = name.removeprefix("@")
    digits = sum(letter in "0123456789" for letter in bare)
    if (digits < 6 and TECHNICAL.fullmatch(bare)) or _CODE.fullmatch(bare) or bare in COMMON:
        return None, False
    parts = [part for part in _PARTS.split(bare) if part]
    program = sum(part in PROGRAM or part in COMMON for part in parts)
    named = not program and any(len(part) >= 4 and PINYIN.fullmatch(part) for part in parts)
    sounds = len(parts) > 1 and all(len(part) >= 5 and PINYIN.fullmatch(part) for part in parts)
    if (digits >= 2 and ("_" in bare or "-" in bare or digits >= 4 or named)) or (
        named and ("_" in bare or sounds)
    ):
        likeness = 1 if _INITIALS.fullmatch(bare) and not _SOUND.match(bare) else 2
    else:
        likeness = int(digits > 0 or "_" in bare or name != bare) + (
            ("_" in bare or digits >= 2) and name != bare
        )
    return likeness - (2 if program == len(parts) else min(program, 1)), named
