"""Finds the names by which people are found on platforms: of Chinese characters, of several Latin words, with capitals."""

import re
from collections.abc import Iterable, Iterator, Sequence

from .judgement import CERTAIN, NAME_THRESHOLD, VETO, Candidate, Layers, is_known
from .kinds import Finding, Kind
from .patterns import HAN_DIGITS, Span, choice, lazy_re
from .platforms import SHORT, Term

HAN = r"\u3400-\u9fff"
OPENING, CLOSING = "“\"‘'「『《〈〝【（(", "”\"’'」』》〉〞〟】）)"
LABEL = r"(?:号码?|id|账号|昵称|网名|用户名|名字?|number|num|no|handle|account|user ?name|name|nick(?:name)?)"
SEARCH = r"(?:搜[索寻尋]?|搜一[搜下]|查?找|查)(?:一下)?"
"""A verb of search."""
LABEL_BEHIND = re.compile(rf"(?:[_-]?{LABEL}|call ?sign)$")
MAX_OVER = 36
"""How far behind the name of a platform an account or a name may begin if a number stands between them."""
NICKNAME = "昵称"
_LEADS = (
    *"@:：→是叫名称找入翻用", *OPENING, "搜索", "搜寻", "搜尋", "搜一下", "id", "认准", "私信", "关注", "用户", "添加",
    "私我", "账号", "帐号", "频道", "->", "——",
    *(f"{sign} " for sign in (*"号上搜索寻尋找加叫名称是→@:：信注户字我", "id", "->", "——")),
)  # fmt: skip
"""Words and signs right behind which a name may begin."""
_BEHIND_LEAD = (
    rf"(?<=[{''.join(sorted({lead[-1] for lead in _LEADS}))}搜])(?:(?<=[{''.join(lead for lead in _LEADS if len(lead) == 1)}])"
    rf"|{'|'.join(f'(?<={re.escape(lead)})' for lead in _LEADS if len(lead) > 1)}"
    r"|(?<=搜)(?![索寻尋一])|(?<=[a-z] ))(?![字是叫为称]|[前后][面半段])"
)
# Names behind a lead, of one word or with a blank behind each character; in quotation marks; and in other places beside a platform.
_HAN_NAME = lazy_re(
    rf"{_BEHIND_LEAD}(?=(?P<name>[{HAN}](?: [{HAN}](?![{HAN}])){{2,9}}|[a-z\-]{{0,8}}(?=[{HAN}])[{HAN}a-z0-9_\-·@]{{2,15}}))"
)
_QUOTED_HAN_NAME = lazy_re(
    rf"(?<=[{OPENING}])(?P<name>(?=[^{HAN}\n]{{0,12}}[{HAN}])\w(?:[\w\-·.|｜/@& ]{{0,13}}\w)?)(?=[{CLOSING}])"
)
_NAME_ENDS = lazy_re(
    "就(?:能|可|是|行|好|成|会|找|出|有)|这个?[名号]|即可|[可便](?:以|加|搜|找|看|联)|能(?:找|看|搜|加|联|翻)|联系|加我|找我"
    "|聊一?聊|约时间|私信|欢迎|[都也便]?是我|备注|把|发(?:我|消息|信息|起)|给我|点关注|有我"
)
"""What people say right behind a name that is searched for."""
_NAME_WITH_FIGURES = rf"[{HAN}]{{1,6}}[a-z_\-]{{0,8}}[0-9]{{2,8}}"
"""A name with figures behind it: 浩哥0912."""
_GLUED_NAME = lazy_re(
    rf"(?:[里上]?搜[索寻尋]?|号|同名)?[:：\s]?(?![是为叫搜索找加号的和])(?P<name>{_NAME_WITH_FIGURES})(?![a-z0-9{HAN}.,+%\-])"
)
# Near the name of a platform, with nothing that leads up to it, a clause of its own or the rest of one behind a label.
_CLAUSE_NAME = lazy_re(
    rf"(?<![{HAN}a-z0-9_\-·])(?:(?:网|论坛|社区|博客|主页|专栏|通讯录|群)?[里上中]?的?[就也都请可给]{{0,2}}(?:我的?|本人)?"
    r"(?:(?:昵称|网名|名字?|用户名|up主|主播|店名|笔名|艺名|[账帐]号|频道|号)(?:就?[是叫为])?|叫|加我?|搜|找|喊|看|关注|添加|私我)?)?"
    rf"(?![是为叫搜索找加号的和上里]|[前后][面半段])(?P<name>[{HAN}a-z0-9][{HAN}a-z0-9_\-·]{{1,13}})(?![{HAN}a-z0-9_\-·])"
)
_WORDS_OF_CLAUSES = re.compile(
    "电话|手机|联系|沟通|留言|欢迎|直接|可以|方便|请|谢谢|感谢|面议|负责|熟悉|擅长|开发|项目|公司|岗位|简历|工作|或|账号"
)
"""Words that names hardly hold and other clauses often do: the weights need not judge these."""
_IN_CLAUSE = re.compile(rf"[{HAN}a-z0-9_\-·]")
_CLAUSE_REACH = 24
"""How far from the name of a platform such a clause may stand."""
_BEFORE_NAME = (
    "and|or|but|on|in|at|to|so|if|with|who|please|is|was|you|your|when|while|then|for|there|here|add|as|name|per|via|from|by|not|of|be"
    "|are|will|can|have|has|do|we|they|this|that|its|their"
)
"""Words with which no name begins."""
_WITHIN_CLAUSE = f"{_BEFORE_NAME}|i|my|just|before|first|the|a|an|our"
"""Words with which a clause goes on behind a name. A name may hold them, too; it is then found in part, but whole in quotation marks."""
_CHINESE = rf"[{HAN}]{{2,5}}"
_ACCENTED = "a-zà-öø-ž"
_LATIN_WORD = rf"[{_ACCENTED}][{_ACCENTED}'’\-]{{0,20}}+(?![a-z0-9])"
_NEXT_WORD = rf"[{_ACCENTED}&][{_ACCENTED}0-9'’.\-]{{0,20}}(?![{_ACCENTED}0-9])"
_LATIN_NAME = (
    rf"(?:{_CHINESE} ?)?(?!(?:{_BEFORE_NAME})(?![a-z])){_LATIN_WORD}(?: (?!(?:{_WITHIN_CLAUSE})(?![a-z])){_NEXT_WORD}){{1,4}}(?<![.\-])"
    rf"(?: ?{_CHINESE})?"
)
_FULL_NAME = rf"[{OPENING}]?(?P<name>{_LATIN_NAME}(?:, ?[a-z]{{2,5}}(?=[{CLOSING}]))?)"
# Names of several Latin words: behind words that lead up to one, in quotation marks, right behind a platform, and before one.
_NAME_LEADS = choice(
    (
        "named", "called", "names?(?: (?:is|here|there))?+", "under(?: the(?: same)?+ name)?+", "as", "i'm", "i am", "go by",
        "goes by", "look(?: me)?+ up(?: as)?+", "look for", "search(?:ing)?+(?: for)?+", "find(?: me)?+(?: as| under)?+",
        "add(?: me)?+(?: as| under)?+", "message", "profile says", "shows? up as", "typing", "dm",
    )
)  # fmt: skip
_LED_NAME = lazy_re(
    rf"(?<![a-z])(?:{_NAME_LEADS}[:：]?\s{{1,2}}|(?:搜[索寻尋]?+|叫做?+|找|名字?+是?+|称|稱|加|用户)[:：]?\s{{0,2}}){_FULL_NAME}"
)
_QUOTED_NAME = lazy_re(
    rf"(?<=[{OPENING}])(?P<name>{_LATIN_WORD}(?: {_NEXT_WORD}){{1,4}}(?: ?{_CHINESE})?)(?=[{CLOSING}])"
)
_NAME_BEHIND = lazy_re(
    r"(?:\s?(?:display|user)?\s?(?:id|name|page|channel|account))?\s?(?:[:：]|→|->|[-–—](?=\s)|(?:as|under|named?|called|is"
    rf"|search(?: for)?|find|add|look(?: me)? up|look for)(?![a-z])|搜[索寻尋]?|叫|找)\s{{0,2}}{_FULL_NAME}"
    rf"(?=[{CLOSING}]|\s?(?:[:：,，。；;！!？?|/()（）\n]|[-—–] |\.(?![a-z])|$))"
)
_NAME_BEFORE = lazy_re(
    r"(?<![a-z])(?:look(?: me)? up(?: as)?+|look for|(?:find|search|add) me(?: as| under)?+|just (?:search|find|add|message)(?: for)?+)"
    rf" {_FULL_NAME}[{CLOSING}]? (?:on|in|at)(?: my)? $"
)
_NAME_ON = lazy_re(rf"(?<![{_ACCENTED}0-9]){_FULL_NAME}[{CLOSING}]? (?:on|in|at) $")
_FIRST_WORDS = (
    "Hi", "Hello", "Dear", "Thanks", "Follow", "Add", "Find", "See", "Watch", "Type", "Ask", "Known", "My", "Our", "The", "On", "At",
    "As", "In", "For", "You", "Please", "Search", "Just", "I['’]m", "I am", "I", "It['’]s", "Look", "Message", "Ping", "DM", "Text",
    "Listen", "Also", "Check", "Visit", "Read", "Could", "Over", "Call", "Contact", "Tag", "Try", "Hobby", "Reach",
    "Write to", "Subscribe to",
)  # fmt: skip
"""Words with which a sentence begins, and a name with capitals hardly ever does."""
_CAPITAL, _BLANK = "A-ZÀ-ÖØ-Ž", r"[^\S\n]{1,2}"
_TITLE_WORD = rf"[{_CAPITAL}][\w'’\-]{{0,20}}+"
_LITTLE_WORDS = rf"(?:(?:and|of|the|in|from|with|for|to|by|on|at|a|de|la|du|van|von|y|e|&){_BLANK}){{1,2}}"
# Words with capitals, and little ones between. A sentence begins with a capital, too: its first word may be none of the name.
_TITLE = lazy_re(
    rf"(?<![\w'’])(?:(?<![^.!?:;,，。•·|/\n–—\-] )(?:{choice(_FIRST_WORDS)}){_BLANK})?+"
    rf"(?P<name>{_TITLE_WORD}(?:(?:,|(?<![^{_CAPITAL} ].)\.)?{_BLANK}(?:{_LITTLE_WORDS})?+(?!I(?![\w'’])){_TITLE_WORD}){{1,5}}+)"
)
_TITLE_REACH = 60
_MAX_NAME_LENGTH = 60
_NAME_LINK = lazy_re(
    r"\s?(?:[里上中](?:面|边)?|那边|app)?的?\s?(?:我的?|本人的?)?"
    r"(?:(?P<called>(?:同名|昵称|名称|账号|号码?|(?:display )?name|number|account|page|channel|nick(?:name)?"
    r"|user ?name|id|[昵网用户店笔频道主播游戏]{0,3}名字?)?(?:\s?(?:是|为|叫做?|is(?![a-z])|as(?![a-z])))?)"
    rf"|(?:请|可以?|也?能|直接|就)*(?P<searched>{SEARCH}|认准|加|翻"
    r"|search(?: for)?|look(?: me)? up(?: as)?|look for|find(?: me)?(?: as)?|add(?: me)?(?: as)?)我?)"
    rf"(?P<colon>\s?[:：=])?(?:\s?(?:->|→|[-–—]{{1,2}}(?=\s|—)))?(?P<set_off>\s{{0,3}}(?P<quoted>[{OPENING}])?@?)"
)
"""The text between the name of a platform and a name by which somebody is found there: what it is called, or a verb of search."""
_FOUND_THERE = lazy_re(
    rf"[{CLOSING}]?\s?(?:$|[\n，,。；;！!？?、~～…)）|｜/]|\.(?![a-z0-9])|"
    r"(?P<said>就(?:能|可|是|行|好|成|会|找|出|有)|即可(?:找|加|联)|可以?(?:找|加|联系|私)|能?(?:加我|找到|找我)"
    r"|备注|欢迎|联系|私信|聊|发(?:我|消息|信息)|(?:to|and|or|is me|if)(?![a-z])))"
)
"""What stands behind a name that is searched for: the end of the clause, or what people say of somebody. Of a feature, more is said."""
NUMERALS = frozenset(f"{HAN_DIGITS}0123456789 ")


def names_in(layers: Layers, terms: Iterable[Term], begin: int, end: int) -> Iterator[Candidate]:
    """Every stretch of a text that may be a name by which somebody is found: of Chinese characters, or of several Latin words."""
    line = layers.nameless
    for match in _HAN_NAME.finditer(line, begin, end):
        start = match.start() - (line[match.start() - 1 : match.start()] == "@")
        yield Candidate(start, end_of_name(line, *match.span("name")), "han")
    for pattern, shape in ((_QUOTED_HAN_NAME, "han"), (_QUOTED_NAME, "name"), (_LED_NAME, "name")):
        yield from (Candidate(*match.span("name"), shape) for match in pattern.finditer(line, begin, end))
    messengers = [term for term in terms if term.platform.kind is Kind.MESSENGER]
    for term in messengers:  # a mailbox has no such name
        yield from (Candidate(*span, "han") for span in _names_beside(line, term, begin, end))
        yield from (Candidate(*span, "title") for span in _titles_beside(layers, term, begin, end))
        if glued := _GLUED_NAME.match(line, term.end, end):
            yield Candidate(*glued.span("name"), "han")
        if behind := _NAME_BEHIND.match(line, term.end, min(end, term.end + _MAX_NAME_LENGTH)):
            yield Candidate(*behind.span("name"), "name")
        before = _NAME_ON.search(line, max(begin, term.start - _MAX_NAME_LENGTH), term.start)
        if before and not any(map(is_known, before["name"].split())):
            yield Candidate(*before.span("name"), "name")


def _names_beside(line: str, term: Term, begin: int, end: int) -> Iterator[Span]:
    """The clauses of a stretch close to the name of a network or messenger that may be Chinese names."""
    if term.grade == SHORT:
        return
    start, stop = max(begin, term.start - _CLAUSE_REACH), min(end, term.end + _CLAUSE_REACH)
    # The name of a platform parts two clauses as a sign does. The reach may end within a clause, whose rest is no name.
    for place, part in ((start, line[start : term.start]), (term.end, line[term.end : stop])):
        cut_before = place == start > begin and _IN_CLAUSE.match(line, start - 1)
        cut_behind = place > start and stop < end and _IN_CLAUSE.match(line, stop)
        for one in _CLAUSE_NAME.finditer(part):
            name, (first, last) = one["name"], one.span("name")
            is_cut = (cut_before and one.start() == 0) or (cut_behind and last == len(part))
            if not (is_cut or name.isascii() or _WORDS_OF_CLAUSES.search(name)):
                yield place + first, place + end_of_name(part, first, last)


def _titles_beside(layers: Layers, term: Term, begin: int, end: int) -> Iterator[Span]:
    """The words with capitals in a stretch close to the name of a network. An ambiguous name of a network has a capital itself."""
    written = layers.written
    if term.grade == SHORT and not written[term.start].isupper():
        return
    before, behind = max(begin, term.start - _TITLE_REACH), min(end, term.end + _TITLE_REACH)
    for place, stop in ((before, term.start), (term.end, behind)):
        for one in _TITLE.finditer(written, place, stop):
            start, last = one.span("name")
            is_cut = last == behind and written[last : last + 1].isalnum()
            # In a heading of capitals alone, these say nothing; and nothing in a name is known or found.
            if not (is_cut or one["name"].isupper()) and layers.nameless[start:last] == one["name"].lower():
                yield start, last


def end_of_name(line: str, start: int, end: int) -> int:
    """Where a name ends, if words go on behind it without a sign: 搜唐越就能找到."""
    rest = _NAME_ENDS.search(line, start + 2, end)
    return rest.start() if rest else end


def threshold_of_name(line: str, candidate: Candidate, term: Term) -> int:
    """The score that a name has to exceed by the name of a platform before it and by what stands between the two."""
    start, end, _ = candidate
    if start - term.end > MAX_OVER or not (link := _NAME_LINK.fullmatch(line, term.end, start)):
        return NAME_THRESHOLD
    if "@" in line[start - 1 : start + 1]:
        return CERTAIN
    if link["searched"]:
        found = _FOUND_THERE.match(line, end)
        # Right behind the verb, a subject may end the clause, too: 微信搜索QPS提升.
        return VETO if found and (link["colon"] or link["set_off"] or found["said"]) else NAME_THRESHOLD
    called = link["called"] or LABEL_BEHIND.search(line, term.start, term.end)
    return VETO if called or (link["quoted"] and term.platform.han) else NAME_THRESHOLD


def full_names_in(blanked: str, terms: Sequence[Term]) -> Iterator[Finding]:
    """Names of several words, none of them a known word, by which people are found on a network: LinkedIn as Ann Othername."""
    for term in (term for term in terms if term.platform.han):
        behind = _NAME_BEHIND.match(blanked, term.end, term.end + _MAX_NAME_LENGTH)
        begin = max(0, term.start - _MAX_NAME_LENGTH)
        named = behind or _NAME_BEFORE.search(blanked, begin, term.start)
        if named and not any(map(is_known, named["name"].split())):
            yield Finding(*named.span("name"), (term.platform.kind,), "a name on a network")
