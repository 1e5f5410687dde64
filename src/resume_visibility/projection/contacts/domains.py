"""How domains are written: labels, dots in whatever form, and the endings and providers that are known."""

import re

from resume_visibility.projection.contacts.patterns import HAN_DIGITS

OPEN, CLOSE = r"[(\[{<（【「《〔«]", r"[)\]}>）】」》〕»]"

# Signs that writers put around a word to set it off: john *at* gmail |dot| com.
SET_OFF = r"[*|+\"'~^=/\\“”‘’`!#:-]"

ENDING = (
    "com|cn|net|org|edu|gov|io|me|cc|co|info|hk|tw|jp|uk|us|de|fr|sg|au|ca|in|ru|top|xyz|vip|dev|ai|tech|biz|c0m|corn|mail"
    "|site|online|club|app|eu|kr|my|nl|ch|es|it|br|example|test"
)
PROVIDER = (
    r"(?:vip\.)?(?:1\s?6\s?3|1\s?2\s?6|1\s?3\s?9|1\s?8\s?9|q\s?q|g[\s-]?mail|googlemail|out\s?look|hot\s?mail|fox\s?mail|sina|sohu"
    r"|企鹅|扣扣|球球|一二六|一六三|易邮163|yahoo|icloud|aliyun|yeah|proton(?:mail)?|live|msn|tom|21cn|wo|me|qq邮箱)"
)
# Providers whose name means nothing but mail.
MAIL_ONLY = re.compile(
    r"(?:g\s?mail|googlemail|outlook|hotmail|foxmail|icloud|protonmail|qq|163|126)(?![a-z0-9])"
)

_DOT_WORD = r"(?:(?<![a-z])(?:d[o0]t|period|point|full stop)(?![a-z])|小数点|点)"
DOT = (
    rf"(?:\.|．|\W?{OPEN}\W?(?:{_DOT_WORD}|\.|d|d\s?[o0]\s?t)\W?{CLOSE}\W?"
    rf"|[\s_,，·-]{{0,2}}{SET_OFF}?{_DOT_WORD}{SET_OFF}?[\s_,，·-]{{0,2}}|_d[o0]t_)"
)
_COMMA_DOT = rf"[。,，、·•](?=\s?(?!mail)(?:{ENDING})(?![a-z0-9]))"
LABEL = r"(?:[a-z0-9](?:[ ][a-z0-9](?![a-z0-9])){1,15}|g mail|[a-z0-9](?:[a-z0-9-]{0,62}))"
# What a writer says between the at and the domain, or between the parts of it.
_THEN = r"[\"'”’]?[\s，,·]{0,3}(?:(?:then|and|再|加上?|接上?|后面?|\+)\s?){0,2}(?:(?:网易|腾讯|新浪|搜狐|谷歌)(?=[a-z0-9]))?"
_COM = r"(?:c\s?[o0]\s?m|net|康[姆木母]?|抗姆)"
DOMAIN = re.compile(rf"{_THEN}({LABEL})((?:\s?(?:{DOT}|{_COMMA_DOT})\s?{LABEL}){{1,4}})")

# A provider without its ending, or by its Chinese name.
BARE_PROVIDER = re.compile(
    rf"{_THEN}(?:(?:(?:the|my) (?:[a-z]{{3,8}} )?)?(?:{PROVIDER})(?:[\s，,]{{0,2}}(?:点|\.|dot)[\s，,]{{0,2}}{_COM})?(?![a-z0-9])"
    rf"|(?:腾讯|网易|谷歌|新浪|搜狐|雅虎|阿里|微软|[{HAN_DIGITS}]{{3}})\W?(?:邮箱|mail)(?:\W{{0,2}}dot\W{{0,2}}com)?"
    rf"|[{HAN_DIGITS}]{{3}}[\s，,]{{0,2}}(?:点|\.|dot)[\s，,]{{0,2}}{_COM})"
)

_LAST_LABEL = re.compile(r"[a-z0-9]+(?:[ ][a-z0-9])*$")
_KNOWN = re.compile(rf"(?:{ENDING})")
_STARTS_KNOWN = re.compile(rf"(?:{ENDING})(?![a-z])")
_SPELLED_END = re.compile(rf"(?:{_DOT_WORD}|{CLOSE})[\W_]{{0,3}}$")


def domain_end(text: str, plainly: bool) -> int:
    """Where in a text that was matched as a domain it ends: behind the last label that can be a top one; 0 for none.

    `plainly` says that an at without doubt stands before: then any word may be a top label, known or not.
    """
    end = len(text)
    while True:
        last = _LAST_LABEL.search(text, 0, end)
        if last is None or last.start() == 0:
            return 0
        label = last[0].replace(" ", "")
        if _KNOWN.fullmatch(label):
            return end
        before = text[last.start() - 1]
        dotted = (
            before == "."
            or text.endswith(" . ", 0, last.start())
            or _SPELLED_END.search(text, 0, last.start()) is not None
        )
        if plainly and dotted and label.isalpha() and 2 <= len(label) <= 12:
            return end
        starts = _STARTS_KNOWN.match(label)
        if starts and before in ".点":
            return last.start() + starts.end()
        end = len(text[: last.start()].rstrip(_NO_LABEL))


_NO_LABEL = " ._-()[]{}<>（）【】「」《》〔〕点。,，、·•*|+\"'~^=/\\“”‘’`!#:．"
