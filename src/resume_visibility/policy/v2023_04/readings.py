"""Every place where the policy of April 2023 leaves something open, and how the rules read it."""

from ...model.language import Words
from ..readings import Reading


def _breaks(*rules: str) -> Words:
    """Why nobody chooses the other side: which rules and laws it would break."""
    *most, last = rules
    return Words(
        f"it would break {' and '.join((', '.join(most), last) if most else (last,))}",
        f"会违反 {'、'.join(rules)}",
    )


READINGS = (
    Reading(
        "ORDER-1/1",
        Words(
            "In which order do gates (前提), blocks (屏蔽) and grants (授权) count?",
            "前提、屏蔽和授权按什么顺序判断？",
        ),
        Words(
            "Gates, then blocks, then grants; only a later act of the candidate opens what a block closed.",
            "先看前提，再看屏蔽，最后看授权；屏蔽关闭的内容，只有求职者之后的行为才能打开。",
        ),
        Words("A grant opens what a gate or a block closed.", "授权可以打开前提或屏蔽所关闭的内容。"),
        _breaks("GATE-1", "BLOCK-1"),
    ),
    Reading(
        "GATE-1/1",
        Words(
            "The policy has one switch (关闭简历和聊天权限). What do its two halves do?",
            "条款只有一个开关（关闭简历和聊天权限），它的两半各起什么作用？",
        ),
        Words(
            "The resume half closes everything, chat included; the chat half closes the chat alone.",
            "简历权限关闭一切，包括聊天；聊天权限只关闭聊天。",
        ),
        Words(
            "One switch: to close the chat closes the resume as well.",
            "只有一个开关：关闭聊天也就关闭了简历。",
        ),
        Words(
            "a platform with one switch writes its state into both settings",
            "只有一个开关的平台，把它的状态同时写入两项设置",
        ),
    ),
    Reading(
        "GATE-1/2",
        Words(
            "Does what was granted before outlast the switch (不会再使用您的简历信息)?",
            "关闭权限之前已经允许的，关闭后还有效吗（不会再使用您的简历信息）？",
        ),
        Words(
            "No: applications, forms, consents, orders, nicknames, the recommender and support are closed.",
            "无效：投递、校园简历、同意、法律要求、昵称、求职推荐和客服一律关闭。",
        ),
        Words("An earlier application or consent still opens the resume.", "之前的投递或同意仍能打开简历。"),
        _breaks("GATE-1"),
    ),
    Reading(
        "GATE-2/1",
        Words(
            "Does the owner see a deleted resume (删除、注销)?",
            "已删除的简历（删除、注销），本人还能看到吗？",
        ),
        Words("No.", "不能。"),
        Words("The owner sees it until the store is cleared.", "在存储清除之前，本人仍能看到。"),
        _breaks("GATE-2"),
    ),
    Reading(
        "GATE-3/1",
        Words(
            "Only year and month of birth are known. When is somebody sixteen (年满十六周岁)?",
            "只知道出生年月，从哪天起算年满十六周岁？",
        ),
        Words(
            "From the first day of the month after that of the sixteenth birthday, in Beijing time.",
            "从十六周岁生日所在月的下一个月的第一天起，按北京时间。",
        ),
        Words(
            "From the first day of the month of birth: up to a month too early.",
            "从出生月份的第一天起：最多会早一个月。",
        ),
        _breaks("GATE-3"),
    ),
    Reading(
        "GATE-3/2",
        Words("Does a guardian (监护人) see the resume?", "监护人能看到简历吗？"),
        Words("No; people answer guardians.", "不能；监护人的问题由人工答复。"),
        Words("A guardian has a view.", "监护人可以查看。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "GATE-3/3",
        Words(
            "Is somebody sixteen who stated no month of birth (出生年月)?",
            "没有填写出生年月的人，算年满十六周岁吗？",
        ),
        Words("No: what nobody knows opens nothing.", "不算：不知道的事，不能打开任何内容。"),
        Words(
            "Yes, until somebody says otherwise (在明知的情况下).", "算，直到有人另行说明（在明知的情况下）。"
        ),
        _breaks("GATE-3"),
    ),
    Reading(
        "GATE-3/4",
        Words(
            "Does an age count that the platform verified otherwise (年龄核验)?",
            "平台用别的方式核验的年龄（年龄核验）算数吗？",
        ),
        Words(
            "Yes, as a month of birth does, from the day of the verification on.",
            "算：自核验之日起，与出生年月同样看待。",
        ),
        Words("No: a month of birth alone opens.", "不算：只有出生年月才算。"),
        Words("a platform that does not want it states none", "不需要的平台，不提供核验结果即可"),
    ),
    Reading(
        "GATE-4/1",
        Words(
            "Which verifications (认证) come before a recruiter (招聘者用户) is shown anything?",
            "招聘者用户要先通过哪些认证，才能看到内容？",
        ),
        Words("All three: company, employment, identity.", "三项都要：公司、任职、本人身份。"),
        Words(
            "Each from the moment at which the policy asks for it, so that one is shown resumes before posting a job.",
            "条款要求到哪一步就认证到哪一步；这样，发布职位之前就能看到简历。",
        ),
        _breaks("GATE-4"),
    ),
    Reading(
        "GATE-4/2",
        Words(
            "Are headhunters (平台猎头) verified, whom the sentence does not name?",
            "条款没有提到平台猎头，猎头也要认证吗？",
        ),
        Words("Yes: agency, engagement, identity.", "要：猎头公司、任职、本人身份。"),
        Words("They only sign in.", "只需登录。"),
        "headhunters_are_verified",
    ),
    Reading(
        "GATE-4/3",
        Words("Who else has to sign in?", "还有谁必须登录？"),
        Words(
            "Community members and support agents sign in; who acts for a school is verified as well.",
            "社区成员和客服必须登录；代表高校的人还须通过认证。",
        ),
        Words("Anybody who names the right id.", "说出正确编号的任何人都可以。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "MODE-2/1",
        Words("Does 公开简历（仅在线沟通） allow exports (导出)?", "“公开简历（仅在线沟通）”允许导出吗？"),
        Words("No: 导出 is missing, and 存储 is no 导出.", "不允许：这里没有写“导出”，“存储”也不是导出。"),
        Words("Yes, as the modes beside it.", "允许，与相邻的两种设置相同。"),
        "chat_only_forbids_export",
    ),
    Reading(
        "MODE-3/1",
        Words(
            "Two later sentences name companies for 对无忧猎头公开简历, too. Do recruiters see the resume?",
            "后面有两句话在“对无忧猎头公开简历”中也提到了招聘企业。招聘者能看到简历吗？",
        ),
        Words("No: the mode's own words hold.", "不能：以该设置自己的文字为准。"),
        Words("They see it as in the other modes.", "能，与其他公开设置相同。"),
        _breaks("MODE-3"),
    ),
    Reading(
        "PARTS-1/1",
        Words("What is 您的简历, which a mode shows?", "公开设置所展示的“您的简历”是什么？"),
        Words(
            "Every online section (在线简历栏目) and the avatar (头像), less what has a rule of its own.",
            "全部在线简历栏目和头像；另有条款的内容除外。",
        ),
        Words(
            "Everything filled in (四(一)1), number and address included.",
            "填写的所有内容（四(一)1），包括号码和地址。",
        ),
        _breaks("PHONE-1"),
    ),
    Reading(
        "PARTS-1/2",
        Words("How much does a list (列表) show?", "列表展示多少内容？"),
        Words("No more than a view.", "不多于查看页。"),
        Words("Parts that the page behind it withholds.", "可以展示查看页上不予展示的内容。"),
        _breaks("PARTS-1", "LAW-8"),
    ),
    Reading(
        "BLOCK-1/1",
        Words(
            "Does a block (屏蔽公司) end a consent (单独同意), or concern a school (高校)?",
            "屏蔽公司会终止单独同意吗？会影响高校吗？",
        ),
        Words(
            "No: a consent is withdrawn by itself, and a block concerns companies.",
            "不会：同意要单独撤回，屏蔽只针对公司。",
        ),
        Words(
            "A block ends consents to whoever belongs to the company.",
            "屏蔽同时终止对该公司所属接收方的同意。",
        ),
        Words("nothing ties a recipient or a school to a company", "接收方和高校与公司之间没有关联数据"),
    ),
    Reading(
        "BLOCK-2/1",
        Words("How is a keyword (关键词) compared with a name?", "关键词怎样与公司名称比较？"),
        Words(
            "As a part of it, without regard to case, width, spaces, punctuation and dashes.",
            "名称中包含即算；不计大小写、全半角、空格、标点和各种横线。",
        ),
        Words("Letter by letter: another dash evades the block.", "逐字比较：换一个横线就能避开屏蔽。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-2/2",
        Words("Are simplified and traditional characters (简体、繁体) the same?", "简体和繁体算同一个字吗？"),
        Words("No: they differ.", "不算。"),
        Words(
            "A block in one script covers the other, and with it names that the candidate did not mean.",
            "用一种字体屏蔽，另一种字体也被屏蔽，连同求职者没有想到的名称。",
        ),
        Words("one character may stand for several", "一个字可能对应几个字"),
        against_candidate=True,
    ),
    Reading(
        "BLOCK-2/3",
        Words("Does a block cover the group (集团)?", "屏蔽包括同一集团的公司吗？"),
        Words("When the candidate says so.", "求职者要求时才包括。"),
        Words("Always.", "一律包括。"),
        Words("the candidate chooses, block by block", "由求职者逐个屏蔽选择"),
    ),
    Reading(
        "BLOCK-2/4",
        Words("By which company is a recruiter judged?", "招聘者以哪家公司来判断？"),
        Words(
            "By that of their verified employment, which the platform states.",
            "以认证的任职公司来判断，由平台提供。",
        ),
        Words("By the one that the recruiter names.", "以招聘者自己说的公司来判断。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-2/5",
        Words("Does a block dated in the future hold now?", "日期在将来的屏蔽，现在有效吗？"),
        Words("Yes, at once.", "有效，立即生效。"),
        Words("From its date on.", "从该日期起才有效。"),
        "future_block_holds",
    ),
    Reading(
        "BLOCK-3/1",
        Words("Does a blocked client (客户公司) block the headhunter?", "客户公司被屏蔽，猎头也被屏蔽吗？"),
        Words(
            "Yes, any client whose mandate the platform knows.",
            "是：平台所知的任何一家客户被屏蔽，猎头即被屏蔽。",
        ),
        Words("The agency (猎头公司) alone counts.", "只看猎头公司。"),
        "client_blocks_headhunter",
    ),
    Reading(
        "BLOCK-3/2",
        Words(
            "Does an application to the agency lift a client's block?",
            "投递给猎头公司，会解除对其客户的屏蔽吗？",
        ),
        Words("No.", "不会。"),
        Words("Yes: the later act counts for the client as well.", "会：之后的行为对客户也有效。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-4/1",
        Words(
            "Do blocks by name and group hold for a company without an id (无编号)?",
            "按名称和集团的屏蔽，对没有编号的公司有效吗？",
        ),
        Words("Yes.", "有效。"),
        Words("They are dropped.", "无效，不予理会。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-4/2",
        Words(
            "Is a company that cannot be identified (无法识别的公司) blocked?", "无法识别的公司算被屏蔽吗？"
        ),
        Words("Yes, as soon as the resume blocks anybody.", "算：只要简历屏蔽了任何一家公司。"),
        Words("Only where a name or group matches.", "只有名称或集团相符时才算。"),
        "unidentified_company_is_blocked",
    ),
    Reading(
        "APPLY-1/1",
        Words(
            "Does an application (投递) show the contact details (您的联系方式)?",
            "投递会展示“您的联系方式”吗？",
        ),
        Words("Yes: real number, e-mail address, homepage.", "会：真实手机号、邮箱地址、个人主页。"),
        Words(
            "It opens what MODE-1 would: chat, relayed mail, virtual number.",
            "只打开 MODE-1 所打开的：在线沟通、由平台转发的邮件、虚拟号码。",
        ),
        "application_shows_contact",
        against_candidate=True,
    ),
    Reading(
        "APPLY-1/2",
        Words(
            "Does an application show messenger accounts (社交账号) typed into text?",
            "投递会展示写进文字里的社交账号吗？",
        ),
        Words("They go with the real number.", "与真实手机号同样处理。"),
        Words(
            "They are withheld from everybody, or shown to everybody.", "对所有人都不展示，或对所有人都展示。"
        ),
        _breaks("CONTACT-2"),
    ),
    Reading(
        "APPLY-2/1",
        Words("Which attachments (附件简历) does a company see?", "公司能看到哪些附件简历？"),
        Words("Those that an application to it carried.", "向它投递时所附的附件。"),
        Words("All that the candidate has.", "求职者的所有附件。"),
        _breaks("APPLY-2"),
    ),
    Reading(
        "APPLY-3/1",
        Words("Do headhunters see the video (视频简介)?", "猎头能看到视频简介吗？"),
        Words("No: the sentence names 招聘者用户.", "不能：该句只提到招聘者用户。"),
        Words(
            "Yes, where the resume is public to them, or by an application to the agency.",
            "能：简历对其公开，或已投递给该猎头公司时。",
        ),
        "video_is_for_recruiters",
    ),
    Reading(
        "APPLY-4/1",
        Words(
            "Does the mailbox (招聘企业邮箱) get attachments and video?", "招聘企业邮箱能得到附件和视频吗？"
        ),
        Words("No: they wait until somebody signs in.", "不能：要等有人登录。"),
        Words("It gets them at once.", "立即得到。"),
        "mailbox_waits",
    ),
    Reading(
        "APPLY-4/2",
        Words("What may a mailbox do?", "企业邮箱可以做什么？"),
        Words("View.", "查看。"),
        Words("Export and chat as well.", "还可以导出和沟通。"),
        _breaks("APPLY-4"),
    ),
    Reading(
        "APPLY-5/1",
        Words("May a company applied to export the resume?", "收到投递的公司可以导出简历吗？"),
        Words("Yes: 传递 hands it over.", "可以：“传递”即交付。"),
        Words("It views, and exports where the mode allows it.", "可以查看；公开设置允许时才能导出。"),
        "application_grants_export",
        against_candidate=True,
    ),
    Reading(
        "APPLY-5/2",
        Words("Does an application open lists (推荐、搜索)?", "投递会打开列表（推荐、搜索）吗？"),
        Words("No: lists follow the visibility (公开设置).", "不会：列表仍按公开设置。"),
        Words("The company finds the resume in its lists.", "该公司能在列表中找到简历。"),
        "lists_follow_visibility",
    ),
    Reading(
        "APPLY-6/1",
        Words("Application and block: which holds?", "投递和屏蔽，以哪个为准？"),
        Words("The later act.", "以之后的行为为准。"),
        Words("The block always, or the application always.", "一律以屏蔽为准，或一律以投递为准。"),
        Words("it would break APPLY-1 or BLOCK-1", "会违反 APPLY-1 或 BLOCK-1"),
    ),
    Reading(
        "APPLY-6/2",
        Words(
            "Which holds if application and block are of the same instant?",
            "投递和屏蔽在同一时刻，以哪个为准？",
        ),
        Words("The block.", "以屏蔽为准。"),
        Words("The application.", "以投递为准。"),
        "block_holds_at_same_instant",
    ),
    Reading(
        "APPLY-6/3",
        Words(
            "Does an application count that is dated after the moment of the view?",
            "日期晚于查看时刻的投递算数吗？",
        ),
        Words("Not yet.", "还不算。"),
        Words("At once.", "立即算数。"),
        _breaks("MODE-4"),
    ),
    Reading(
        "APPLY-7/1",
        Words("Does an application open the resume to the group (集团)?", "投递会把简历展示给整个集团吗？"),
        Words("No: to the company it was sent to.", "不会：只给所投的公司。"),
        Words("To every company of its group.", "给集团的每一家公司。"),
        "application_stays_with_company",
    ),
    Reading(
        "APPLY-7/2",
        Words(
            "Does an application to an agency (猎头公司) open the resume to its headhunters?",
            "投递给猎头公司，其猎头能看到简历吗？",
        ),
        Words(
            "Yes, as MODE-1 would, with the attachments that it carried.",
            "能：范围与 MODE-1 相同，另加所附的附件。",
        ),
        Words("It opens nothing.", "什么都不打开。"),
        Words("it would break MODE-4 (除非您主动投递)", "会违反 MODE-4（除非您主动投递）"),
    ),
    Reading(
        "APPLY-7/3",
        Words(
            "Does an application to an agency show contact details (真实手机号码、邮箱、个人主页)?",
            "投递给猎头公司，会展示联系方式（真实手机号码、邮箱、个人主页）吗？",
        ),
        Words("No.", "不包括。"),
        Words("Yes, as one to a company.", "包括，与投递给公司相同。"),
        "agency_gets_no_number",
    ),
    Reading(
        "APPLY-8/1",
        Words("Does a withdrawn application (撤回投递) still count?", "撤回的投递还有效吗？"),
        Words("No, from that instant on.", "自撤回时起无效。"),
        Words("Yes: what was sent was sent.", "有效：投出的就是投出了。"),
        "withdrawn_application_is_void",
    ),
    Reading(
        "NAME-1/1",
        Words(
            "Does 对外展示先生/女士 hold where a consent, an order, a form, the nickname or a complaint names the name (姓名)?",
            "同意、法律要求、校园简历、昵称或投诉中写明姓名时，“对外展示先生/女士”还有效吗？",
        ),
        Words(
            "No: there the name is shown: the more particular act holds.",
            "在这些地方无效，展示姓名：以更具体的行为为准。",
        ),
        Words("The honorific for everybody but the owner.", "除本人外，对所有人都展示“先生/女士”。"),
        _breaks("CAMPUS-1", "SHARE-1", "SUPPORT-1"),
        against_candidate=True,
    ),
    Reading(
        "NAME-3/1",
        Words("How is the surname (姓氏) found?", "怎样确定姓氏？"),
        Words(
            "As given; else a compound surname (复姓) at the start of three or more characters; else the first character; else none.",
            "以填写的为准；否则三字以上姓名先认开头的复姓；否则取首字；都不行则不显示姓氏。",
        ),
        Words("A longer match: 欧阳 would be shown whole.", "取更长的匹配：“欧阳”会被完整显示。"),
        _breaks("NAME-1"),
    ),
    Reading(
        "NAME-4/1",
        Words(
            "Does the honorific hold in text, file names and titles?",
            "“先生/女士”对文字、文件名和标题也有效吗？",
        ),
        Words("Yes.", "有效。"),
        Words("In the name alone.", "只对姓名一栏有效。"),
        _breaks("NAME-1"),
    ),
    Reading(
        "PHONE-1/1",
        Words(
            "Does the promise about the number (真实手机号码) hold inside other values?",
            "关于真实手机号码的承诺，对其他内容里的号码也有效吗？",
        ),
        Words("Yes: in text, addresses, ids and links.", "有效：包括文字、地址、编号和链接。"),
        Words("For the field alone.", "只对手机号一栏有效。"),
        _breaks("PHONE-1", "LAW-2"),
    ),
    Reading(
        "PHONE-2/1",
        Words("Which virtual number (虚拟号码) does a viewer get?", "查看者得到哪一个虚拟号码？"),
        Words(
            "The one bound to their company; then the one that ends last; then by id.",
            "绑定给其公司的；其次是最晚到期的；再次按编号。",
        ),
        Words("Any that is valid.", "任何一个有效的。"),
        _breaks("LAW-6"),
    ),
    Reading(
        "PHONE-3/1",
        Words("What if two bindings of a number collide?", "同一号码的两个绑定冲突怎么办？"),
        Words("They are refused as bad input.", "作为错误数据拒绝。"),
        Words("One of them is shown.", "展示其中一个。"),
        _breaks("PHONE-2"),
    ),
    Reading(
        "CONTACT-1/1",
        Words(
            "Is the e-mail address (邮箱) shown where e-mail is a channel (通过相关功能，以邮箱)?",
            "可以用邮箱联系时（通过相关功能，以邮箱），展示邮箱地址吗？",
        ),
        Words("No: the platform carries the mail.", "不展示：邮件由平台转发。"),
        Words("Yes.", "展示。"),
        "email_is_relayed",
    ),
    Reading(
        "CONTACT-1/2",
        Words(
            "Is the homepage (个人主页) shown where e-mail is a channel?",
            "可以用邮箱联系时，展示个人主页吗？",
        ),
        Words("No.", "不展示。"),
        Words("Yes: it is a way around the platform.", "展示：这等于绕过平台。"),
        _breaks("CONTACT-2"),
    ),
    Reading(
        "CONTACT-2/1",
        Words("What of contact details typed into text (文字中的联系方式)?", "写进文字里的联系方式怎么办？"),
        Words("They are redacted by the same grant.", "按同样的授权遮盖。"),
        Words("They are shown.", "照样展示。"),
        _breaks("PHONE-1"),
    ),
    Reading(
        "CONTACT-2/2",
        Words(
            "Who sees national ID numbers (身份证号) typed into a resume?", "写进简历的身份证号，谁能看到？"
        ),
        Words("The owner.", "本人。"),
        Words("Whoever sees the real number.", "能看到真实手机号的人。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "SEARCH-1/1",
        Words("What may search and ranking (搜索、排序) use?", "搜索和排序可以使用什么？"),
        Words("Only what this viewer is shown.", "只能使用该查看者能看到的内容。"),
        Words(
            "The whole resume: a hit shows that a withheld word is there.",
            "整份简历：搜到了，就说明未展示的词在里面。",
        ),
        _breaks("LAW-1"),
    ),
    Reading(
        "SEARCH-1/2",
        Words(
            "Is the month of birth (出生年月) searched, which views show?",
            "查看页展示的出生年月，可以用来搜索吗？",
        ),
        Words(
            "No: it keeps those under sixteen out of lists, and is no 职位、行业、工作年限.",
            "不可以：它只用来把未满十六周岁的人排除在列表之外，也不是职位、行业、工作年限。",
        ),
        Words("Yes: lists are made by age.", "可以：按年龄生成列表。"),
        Words("the policy names keywords, and age is not among them", "条款列举了关键词，年龄不在其中"),
    ),
    Reading(
        "SEARCH-1/3",
        Words("How old may an index (索引) be?", "索引可以保留多久？"),
        Words(
            "Two hours, as a view; what was taken back from somebody goes at once.",
            "两小时，与视图相同；已收回的内容立即移除。",
        ),
        Words("As old as the service likes.", "由服务自行决定。"),
        _breaks("NAME-2", "GATE-1"),
    ),
    Reading(
        "EXPORT-1/1",
        Words("What does an export (导出) say of itself?", "导出件自身说明什么？"),
        Words(
            "Its instant, the policy's version, the clauses, the ends of validity.",
            "导出时间、政策版本、依据条款和有效期。",
        ),
        Words("Nothing.", "什么都不说明。"),
        _breaks("EXPORT-1", "PHONE-3"),
    ),
    Reading(
        "CHAT-1/1",
        Words("Does a chat (在线沟通) show the avatar (头像)?", "在线沟通展示头像吗？"),
        Words("Yes.", "展示。"),
        Words("No.", "不展示。"),
        "chat_shows_avatar",
        against_candidate=True,
    ),
    Reading(
        "CHAT-1/2",
        Words("What is seen before a conversation runs (对话框)?", "对话框出现之前能看到什么？"),
        Words("Display name and avatar; no IP region (IP 归属地).", "称呼和头像；没有 IP 归属地。"),
        Words("The region as well.", "还有 IP 归属地。"),
        _breaks("CHAT-1"),
    ),
    Reading(
        "CHAT-1/3",
        Words("When does a conversation end?", "对话什么时候结束？"),
        Words("When either side ends or deletes it.", "任何一方结束或删除时。"),
        Words("When the candidate goes private.", "求职者改为不公开时。"),
        Words("the candidate ends a conversation, or blocks", "由求职者结束对话或屏蔽"),
    ),
    Reading(
        "COMMUNITY-1/1",
        Words("Who chose no nickname (昵称): how do they appear?", "没有选择昵称的人怎样显示？"),
        Words("As 先生/女士.", "显示为“先生/女士”。"),
        Words("Under the real name.", "显示真实姓名。"),
        _breaks("COMMUNITY-1"),
    ),
    Reading(
        "COMMUNITY-1/2",
        Words(
            "Is the latest position (最近一份工作经历的职位) shown, which the policy collects (收集)?",
            "条款收集的最近一份工作经历的职位，会展示吗？",
        ),
        Words("No.", "不展示。"),
        Words("Yes.", "展示。"),
        "community_hides_position",
    ),
    Reading(
        "COMMUNITY-1/3",
        Words("Whose are avatar and id in the community (同行社区)?", "同行社区的头像和编号是谁的？"),
        Words("The community's own.", "社区自己的。"),
        Words("Those of the resume.", "简历的。"),
        _breaks("LAW-9"),
    ),
    Reading(
        "COMMUNITY-1/4",
        Words("How fine is the IP region there?", "社区的 IP 归属地精确到哪里？"),
        Words(
            "As in a chat: province, or country or region abroad.",
            "与在线沟通相同：境内到省，境外到国家或地区。",
        ),
        Words("The city.", "到城市。"),
        Words("IpRegion holds nothing finer", "数据中没有更精确的归属地"),
    ),
    Reading(
        "RECOMMEND-1/1",
        Words(
            "Does 基本信息 include name and contact, for the recommender (求职推荐)?",
            "对求职推荐来说，“基本信息”包括姓名和联系方式吗？",
        ),
        Words("No.", "不包括。"),
        Words("Yes.", "包括。"),
        _breaks("RECOMMEND-1"),
    ),
    Reading(
        "CAMPUS-1/1",
        Words(
            "The modes do not govern forms (校园、定制化简历). Do gates and blocks?",
            "公开设置不管校园、定制化简历。前提和屏蔽管吗？",
        ),
        Words("Yes, and handing in (递交) is applying.", "管；递交就是投递。"),
        Words("Nothing closes a form that was handed in.", "递交之后什么都不能关闭它。"),
        _breaks("GATE-1", "BLOCK-1"),
    ),
    Reading(
        "CAMPUS-1/2",
        Words(
            "What of a form handed in offline (线下) through the platform?", "通过平台线下递交的校园简历呢？"
        ),
        Words("It is treated in the same way.", "同样处理。"),
        Words("No rule names it.", "没有条款提到它。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "CAMPUS-1/3",
        Words(
            "Do a headhunter or a mailbox of the company see a form?", "猎头或该公司的邮箱能看到校园简历吗？"
        ),
        Words("No.", "不能。"),
        Words("Yes.", "能。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "CAMPUS-2/1",
        Words("Does the school (高校) see contact details?", "高校能看到联系方式吗？"),
        Words("No.", "不能。"),
        Words("Yes: number, addresses, and what is typed into text.", "能：号码、地址，以及写进文字里的。"),
        "school_gets_no_contact",
    ),
    Reading(
        "CAMPUS-2/2",
        Words(
            "Does the school see family, relatives and emergency contact (家庭成员、亲属、紧急联系人)?",
            "高校能看到家庭成员、亲属和紧急联系人吗？",
        ),
        Words("No.", "不能。"),
        Words("Yes.", "能。"),
        "third_parties_stay_with_company",
    ),
    Reading(
        "CAMPUS-2/3",
        Words("Does the school see files, and which name?", "高校能看到文件吗？看到的是哪个姓名？"),
        Words("No files; the display name.", "没有文件；看到的是称呼。"),
        Words("Attachments, video, avatar and photo; the real name.", "附件、视频、头像和照片；真实姓名。"),
        _breaks("NAME-1"),
    ),
    Reading(
        "CAMPUS-2/4",
        Words(
            "What of the rest that the school asks the student to fill in (由您自行填写的信息)?",
            "高校另外要求学生填写的信息（由您自行填写的信息）呢？",
        ),
        Words("It was entered for the school and is not in the resume.", "那是为高校填写的，不在简历中。"),
        Words("Any part of the resume that the school asks for.", "高校要求的简历任何部分。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "CAMPUS-2/5",
        Words(
            "Who says that it is the student's own school (您所在高校)?",
            "由谁确认这是学生自己的高校（您所在高校）？",
        ),
        Words("The platform, talk by talk.", "平台，逐场宣讲会确认。"),
        Words("The school.", "高校。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "SHARE-1/1",
        Words("What does a consent (单独同意) need?", "单独同意需要具备什么？"),
        Words(
            "One recipient, one purpose, named parts, a time; it can be withdrawn.",
            "一个接收方、一个目的、列明的内容和期限；可以撤回。",
        ),
        Words("A yes to everything, for good.", "一次同意，一切内容，永久有效。"),
        Words(
            "it would break SHARE-1 and 个人信息保护法 14–16, 23",
            "会违反 SHARE-1 和个人信息保护法第 14–16、23 条",
        ),
    ),
    Reading(
        "SHARE-1/2",
        Words("What can be named?", "同意可以列明哪些内容？"),
        Words(
            "Every part of a resume but virtual number, delivery record and national ID numbers.",
            "简历的每一部分；虚拟号码、投递记录和身份证号除外。",
        ),
        Words("These as well.", "这些也可以。"),
        _breaks("PHONE-2", "CAMPUS-2", "CONTACT-2"),
    ),
    Reading(
        "SHARE-2/1",
        Words(
            "Do the gates close to an order of the law (生效法律文书)?",
            "对法律要求（生效法律文书），前提同样有效吗？",
        ),
        Words("Yes; people hand over what must be handed over.", "有效；必须提供的由人工提供。"),
        Words("An order opens a deleted or closed resume.", "法律要求可以打开已删除或已关闭的简历。"),
        _breaks("GATE-1", "GATE-2"),
    ),
    Reading(
        "SHARE-2/2",
        Words("What does a successor (合并、收购) see?", "合并、收购后的承继者能看到什么？"),
        Words(
            "What the platform did, under the same policy; else it asks anew.",
            "与平台原来相同，按同一条款；否则重新征求同意。",
        ),
        Words("Everything in the store.", "存储中的一切。"),
        _breaks("SHARE-2"),
    ),
    Reading(
        "SUPPORT-1/1",
        Words("Which resumes does a support agent (客服) see?", "客服能看到哪些简历？"),
        Words("Those that an open case (投诉举报、申诉) names.", "未结案件（投诉举报、申诉）所涉及的简历。"),
        Words("Any, while somebody complains.", "有人投诉期间，任何简历。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "SUPPORT-1/2",
        Words(
            "Does a support agent see e-mail address, homepage, files?",
            "客服能看到邮箱地址、个人主页和文件吗？",
        ),
        Words("Never.", "一律不能。"),
        Words("Of the complainant.", "能看到投诉人的。"),
        _breaks("SUPPORT-1"),
    ),
    Reading(
        "SUPPORT-1/3",
        Words("Is anybody notified of what a support agent sees?", "客服查看会通知谁吗？"),
        Words("No.", "不通知。"),
        Words("The candidate is.", "通知求职者。"),
        Words("it would warn the one complained of", "这会惊动被投诉人"),
        against_candidate=True,
    ),
    Reading(
        "OWNER-1/1",
        Words("What does the owner (本人) do with the resume?", "本人可以对简历做什么？"),
        Words("View and export; there is no channel and no list.", "查看和导出；没有联系方式，也没有列表。"),
        Words("Chat with oneself.", "与自己沟通。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "NOTICE-1/1",
        Words(
            "Is the candidate notified (告知) of headhunters and schools, whom the sentence does not name?",
            "条款没有提到猎头和高校，他们的查看也告知求职者吗？",
        ),
        Words("Yes.", "告知。"),
        Words("No.", "不告知。"),
        "headhunters_and_schools_are_noticed",
    ),
    Reading(
        "NOTICE-1/2",
        Words(
            "Is the candidate notified of being found or recommended (搜索、推荐)?",
            "被搜索到或被推荐，也告知求职者吗？",
        ),
        Words("No: that is recorded.", "不告知，只记录。"),
        Words("Yes, of each.", "每次都告知。"),
        "lists_are_not_noticed",
        against_candidate=True,
    ),
    Reading(
        "NOTICE-1/3",
        Words(
            "Is the candidate notified of refusals (拒绝), the recommender, the community?",
            "拒绝展示、求职推荐和社区的使用，也告知求职者吗？",
        ),
        Words("No: refusals are recorded for the platform.", "不告知：拒绝只为平台记录。"),
        Words("Yes.", "告知。"),
        _breaks("LAW-3"),
    ),
    Reading(
        "NOTICE-1/4",
        Words(
            "Is the candidate notified of a recipient (接收方) under a consent?",
            "经同意的接收方查看，也告知求职者吗？",
        ),
        Words("Yes, by the recipient's id.", "告知，写明接收方的编号。"),
        Words("No.", "不告知。"),
        _breaks("NOTICE-1"),
    ),
    Reading(
        "LAW-9/1",
        Words(
            "One user is in recruiting and in the community (求职者用户或/和招聘者用户). Can the two be joined?",
            "同一用户既求职又在社区（求职者用户或/和招聘者用户），两者能关联起来吗？",
        ),
        Words("No: not by id, avatar or any other value.", "不能：编号、头像或任何其他值都不能关联。"),
        Words("They share the candidate's id.", "两者使用同一个求职者编号。"),
        _breaks("NAME-1", "BLOCK-1"),
    ),
)
"""In the order of the rules."""
