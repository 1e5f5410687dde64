"""The rules in one line that read otherwise where the platform chose the alternative of a reading; phrases that others share with them."""

from ...model.language import Words
from ..readings import Readings


def join(*words: Words) -> Words:
    """Several words, or one, as one list."""
    *others, last = words
    if not others:
        return last
    space = " " if last.zh[:1].isascii() else ""
    en, zh = ", ".join(phrase.en for phrase in others), "、".join(phrase.zh for phrase in others)
    return Words(f"{en} and {last.en}", f"{zh}和{space}{last.zh}")


def join_long(*phrases: Words) -> Words:
    """Two phrases or more as one list."""
    *others, last = phrases
    en, zh = ", ".join(phrase.en for phrase in others), "、".join(phrase.zh for phrase in others)
    return Words(f"{en}, and {last.en}", f"{zh}，以及{last.zh}")


def who_is_verified(chosen: Readings) -> tuple[Words, Words]:
    """Who has to be verified in full, and who only has to sign in (GATE-4)."""
    full = [Words("recruiters", "招聘者"), Words("schools", "高校")]
    signed_in = [Words("community members", "同行社区用户"), Words("support agents", "客服")]
    headhunters = Words("headhunters", "猎头")
    if chosen.headhunters_are_verified:
        full.insert(1, headhunters)
    else:
        signed_in.insert(0, headhunters)
    return join(*full), join(*signed_in)


def applied_to(chosen: Readings) -> Words:
    """Whom an application to a company opens the resume to (APPLY-7)."""
    if chosen.application_stays_with_company:
        return Words("companies applied to", "收到投递的公司")
    return Words("companies applied to and their groups", "收到投递的公司及其集团")


def agencies_applied_to(chosen: Readings) -> Words:
    """Whom an application to an agency opens the resume to (APPLY-7)."""
    if chosen.application_stays_with_company:
        return Words("headhunters of agencies applied to", "收到投递的猎头公司的猎头")
    return Words("headhunters of agencies applied to and of their groups", "收到投递的猎头公司及其集团的猎头")


def agencies_get_contact(chosen: Readings) -> bool:
    """Whether an application to an agency shows contact details (APPLY-1, APPLY-7)."""
    return chosen.application_shows_contact and not chosen.agency_gets_no_number


_NOTHING = Words("", "")


def verified(chosen: Readings) -> Words:
    """GATE-4."""
    full, signed_in = who_is_verified(chosen)
    return Words(
        f"{full.en} see nothing until they are signed in and verified in full; {signed_in.en} have to sign in (认证)",
        f"{full.zh}未登录或未完成全部认证的，什么都看不到；{signed_in.zh}须登录",
    )


def chat_only(chosen: Readings) -> Words:
    """MODE-2."""
    export = (
        Words(", not exported", "，不可导出")
        if chosen.chat_only_forbids_export
        else Words(", exported", "、导出")
    )
    return Words(
        f"公开简历（仅在线沟通）: recommended, found, viewed{export.en}; with chat as the only channel",
        f"公开简历（仅在线沟通）：可推荐、搜索、查看{export.zh}，只能以在线沟通联系",
    )


def private(chosen: Readings) -> Words:
    """MODE-4."""
    unless = (
        Words(
            "finds it, or views it unless the candidate applied", "都找不到；除非求职者主动投递，否则也看不到"
        )
        if chosen.lists_follow_visibility
        else Words("finds or views it, unless the candidate applied", "找不到也看不到，除非求职者主动投递")
    )
    return Words(
        f"不公开简历: no recruiter or headhunter {unless.en}", f"不公开简历：招聘者和猎头{unless.zh}"
    )


def in_a_mode(chosen: Readings) -> Words:
    """PARTS-1."""
    without = (
        Words("real mobile number, e-mail address and homepage", "真实手机号码、邮箱地址和个人主页")
        if chosen.email_is_relayed
        else Words(
            "real mobile number and homepage, and with the e-mail address where e-mail is a channel",
            "真实手机号码和个人主页；可用邮箱联系的，展示邮箱地址",
        )
    )
    return Words(
        f"a mode shows every online section and the avatar, without {without.en}; a list shows no more than a view",
        f"公开状态展示全部在线简历栏目和头像，不含{without.zh}；列表展示的内容不多于查看时",
    )


def applications(chosen: Readings) -> Words:
    """APPLY-1."""
    to = applied_to(chosen)
    if chosen.application_shows_contact:
        return Words(
            f"{to.en} view the online resume and the contact details, whatever the visibility (投递)",
            f"{to.zh}可查看在线简历和联系方式，无论哪种公开状态",
        )
    return Words(
        f"{to.en} view the online resume, and reach the candidate by chat, e-mail and virtual number, whatever the visibility (投递)",
        f"{to.zh}可查看在线简历，并以在线沟通、邮箱、虚拟号码联系，无论哪种公开状态",
    )


def attachments(chosen: Readings) -> Words:
    """APPLY-2."""
    group = _NOTHING if chosen.application_stays_with_company else Words(" and their groups", "及其集团")
    return Words(
        f"companies and agencies{group.en} see only the attachment resumes that came with an application to them (附件简历)",
        f"公司和猎头公司{group.zh}只能看到随投递收到的附件简历",
    )


def video(chosen: Readings) -> Words:
    """APPLY-3."""
    headhunters = (
        Words(", not to headhunters", "，不展示给猎头")
        if chosen.video_is_for_recruiters
        else Words(" and headhunters", "和猎头")
    )
    return Words(
        f"the video is shown by an application or with a public resume, to recruiters{headhunters.en} (视频简介)",
        f"视频简介随投递或公开简历展示给招聘者{headhunters.zh}",
    )


def mailboxes(chosen: Readings) -> Words:
    """APPLY-4."""
    files = (
        Words("views the online resume and does nothing else", "只能查看在线简历")
        if chosen.mailbox_waits
        else Words(
            "views the online resume, the attachments and the video, and does nothing else",
            "只能查看在线简历、附件简历和视频简介",
        )
    )
    return Words(
        f"a mailbox applied to {files.en}, without any channel or contact detail, until somebody signs in; "
        "one that was not applied to sees nothing",
        f"投递到招聘企业邮箱：有人登录之前，{files.zh}，没有联系渠道和联系方式；没有收到投递的邮箱什么都看不到",
    )


def opened(chosen: Readings) -> Words:
    """APPLY-5."""
    opens, follows = [Words("viewing", "查看")], list[Words]()
    export, lists = Words("export", "导出"), (Words("recommendation", "推荐"), Words("search", "搜索"))
    (opens if chosen.application_grants_export else follows).append(export)
    (follows if chosen.lists_follow_visibility else opens).extend(lists)
    granted = join(*opens)
    if not follows:
        return Words(
            f"an application opens {granted.en}, whatever the visibility",
            f"凭投递可{granted.zh}，无论哪种公开状态",
        )
    left = join(*follows)
    return Words(
        f"an application opens {granted.en}; the visibility still decides on {left.en}",
        f"凭投递可{granted.zh}；{left.zh}仍按公开状态",
    )


def agencies(chosen: Readings) -> Words:
    """APPLY-7."""
    alone = (
        Words("only to the company applied to", "凭投递，简历只展示给收到投递的公司")
        if chosen.application_stays_with_company
        else Words("to the company applied to and its group", "凭投递，简历展示给收到投递的公司及其集团")
    )
    contact = (
        Words(", and contact details", "，并展示联系方式")
        if agencies_get_contact(chosen)
        else Words(", but not the real number", "，但没有真实手机号码")
    )
    return Words(
        f"an application opens the resume {alone.en}; an agency is shown what 公开简历（接受虚拟手机号电话沟通） shows, with "
        f"the attachments sent to it{contact.en}",
        f"{alone.zh}；投递给猎头公司的，按“公开简历（接受虚拟手机号电话沟通）”的范围展示，连同所附的附件简历{contact.zh}",
    )


def _reachable_companies(chosen: Readings) -> tuple[Words, ...]:
    """Whom an application shows contact details."""
    companies = (applied_to(chosen),) if chosen.application_shows_contact else ()
    return (*companies, agencies_applied_to(chosen)) if agencies_get_contact(chosen) else companies


def numbers(chosen: Readings) -> Words:
    """PHONE-1."""
    whom = join_long(
        Words("the owner", "本人"),
        *_reachable_companies(chosen),
        Words("whoever another rule gives it to", "另有规则指明的人"),
    )
    return Words(
        f"the real mobile number, in whatever form and place, is only for {whom.en}",
        f"真实手机号码只给{whom.zh}；任何形式、任何位置都不例外",
    )


def addresses(chosen: Readings) -> Words:
    """CONTACT-1."""
    school = (
        () if chosen.school_gets_no_contact else (Words("the school of an online talk", "空中宣讲会的高校"),)
    )
    whom = join_long(
        Words("the owner", "本人"),
        *_reachable_companies(chosen),
        Words("the company that a form was filled in for", "收到定制化简历的公司"),
        *school,
        Words("recipients whose consent or order of the law names them", "单独同意或法律要求指明的人"),
    )
    if chosen.email_is_relayed:
        return Words(
            f"the platform carries the mail: e-mail address and homepage are only for {whom.en}",
            f"邮件由平台转发，邮箱地址和个人主页只给{whom.zh}",
        )
    return Words(
        f"the e-mail address is shown where e-mail is a channel; else it is, as the homepage, only for {whom.en}",
        f"可用邮箱联系时展示邮箱地址；除此之外，邮箱地址和个人主页只给{whom.zh}",
    )


def chats(chosen: Readings) -> Words:
    """CHAT-1."""
    shown = (
        Words("display name and avatar", "称呼和头像")
        if chosen.chat_shows_avatar
        else Words("the display name and no avatar", "称呼，不展示头像")
    )
    return Words(
        "whoever has the chat channel, or is in a running conversation, may chat (在线沟通); "
        f"a chat shows {shown.en}, and the IP region only while a conversation runs; a blocked company sees nothing",
        "有在线沟通渠道的，或对话进行中的，才能在线沟通；"
        f"在线沟通展示{shown.zh}，对话进行中才展示 IP 归属地；被屏蔽的公司什么都看不到",
    )


def community(chosen: Readings) -> Words:
    """COMMUNITY-1."""
    position = (
        Words(" and the IP region, not the position", "和 IP 归属地，不展示职位")
        if chosen.community_hides_position
        else Words(", the IP region and the latest position", "、IP 归属地和最近职位")
    )
    return Words(
        "members who signed in see the community's own avatar, the nickname (the real name or Mr./Ms. X, a choice of its own)"
        f"{position.en} (同行社区)",
        "已登录的同行社区用户看到求职者在社区的头像、昵称（真实姓名或“X先生/女生”，由求职者另行选择）"
        f"{position.zh}",
    )


def schools(chosen: Readings) -> Words:
    """CAMPUS-2."""
    kept = [Words("files", "文件")]
    if chosen.third_parties_stay_with_company:
        kept.insert(0, Words("other people's data", "他人信息"))
    if chosen.school_gets_no_contact:
        kept.insert(0, Words("contact details", "联系方式"))
    without = join(*kept)
    return Words(
        "resume or form handed in at an online talk, and the delivery record, are shown to the student's own school where the school "
        f"requires it, without {without.en} (空中宣讲会)",
        f"空中宣讲会上投递的简历和投递记录，在高校要求时展示给本人所在的高校，不含{without.zh}",
    )


def blocks(chosen: Readings) -> Words:
    """BLOCK-2."""
    future = (
        Words("at once", "立即生效")
        if chosen.future_block_holds
        else Words("from its date on", "到该日期才生效")
    )
    return Words(
        "a block names a company by its id, or by a word in its registered name or an alias, whatever the spaces, punctuation, width and "
        f"case; it covers the group where the candidate says so; one dated in the future holds {future.en}",
        "按编号，或按注册名称及别名中的关键词屏蔽；空格、标点、全半角、大小写不影响；求职者要求时包括同集团公司；"
        f"日期在将来的屏蔽{future.zh}",
    )


def clients(chosen: Readings) -> Words:
    """BLOCK-3."""
    if chosen.client_blocks_headhunter:
        return Words(
            "a headhunter is blocked when the agency is, or any of its clients, whom the platform states and the headhunter does not "
            "choose; an application to the agency does not lift a client's block",
            "猎头公司或其任何一家客户公司被屏蔽，猎头即被屏蔽；客户公司由平台提供，猎头不能自选；"
            "投递给猎头公司不解除对客户公司的屏蔽",
        )
    return Words(
        "a headhunter is blocked when the agency is; its clients do not count",
        "猎头公司被屏蔽，猎头即被屏蔽；不看其客户公司是否被屏蔽",
    )


def unidentified(chosen: Readings) -> Words:
    """BLOCK-4."""
    if chosen.unidentified_company_is_blocked:
        return Words(
            "blocks by name and group hold for a company without an id, too; one that none of them matches counts as blocked as soon as "
            "the resume blocks anybody",
            "没有编号的公司，按名称和集团的屏蔽照样有效；都不符合的，只要该简历屏蔽了任何公司，就视为被屏蔽",
        )
    return Words(
        "blocks by name and group hold for a company without an id, too; one that none of them matches does not count as blocked",
        "没有编号的公司，按名称和集团的屏蔽照样有效；都不符合的，不视为被屏蔽",
    )


def later_acts(chosen: Readings) -> Words:
    """APPLY-6."""
    same = (
        Words("the block", "屏蔽") if chosen.block_holds_at_same_instant else Words("the application", "投递")
    )
    return Words(
        f"of an application and a block, the candidate's later act holds; at the same instant, {same.en}",
        f"投递与屏蔽以求职者较晚的行为为准；同一时刻以{same.zh}为准",
    )


def withdrawn(chosen: Readings) -> Words:
    """APPLY-8."""
    counts = (
        Words("no longer counts from then on", "自撤回时起不再有效")
        if chosen.withdrawn_application_is_void
        else Words("still counts", "仍然有效")
    )
    return Words(
        f"a withdrawn application {counts.en}; a deleted attachment is shown nowhere",
        f"撤回的投递{counts.zh}；已删除的附件简历在任何地方都不展示",
    )


def notices(chosen: Readings) -> Words:
    """NOTICE-1."""
    lists = (
        _NOTHING
        if chosen.lists_make_no_notices
        else Words(" found it in a list, or", "在推荐或搜索中看到简历，谁")
    )
    but = (
        _NOTHING
        if chosen.headhunters_and_schools_make_notices
        else Words(", headhunters and schools aside", "，但不包括猎头和高校")
    )
    return Words(
        f"the candidate is notified of who{lists.en} viewed or exported the resume, or chatted with them{but.en}, but not of the "
        "recommender, the community and support agents; each view has a record without the values shown",
        f"告知求职者谁{lists.zh}查看、导出了简历或与其在线沟通{but.zh}；求职推荐、同行社区用户和客服的查看不告知；"
        "每次展示都有访问记录，其中不含所展示的具体内容",
    )
