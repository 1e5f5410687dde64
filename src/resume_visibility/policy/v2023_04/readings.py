"""Every place where the policy of April 2023 leaves something open, and how the rules read it."""

from ...model.language import Words
from ..readings import Reading


def _breaks(*rules: str) -> Words:
    """Why nobody chooses the alternative: which rules and laws it would break."""
    *most, last = rules
    return Words(
        f"it would break {' and '.join((', '.join(most), last) if most else (last,))}",
        f"会违反 {' 和 '.join(('、'.join(most), last) if most else (last,))}",
    )


READINGS = (
    Reading(
        "ORDER-1/1",
        Words(
            "In which order do gates (前提), blocks (屏蔽) and grants (授予) count?",
            "前提、屏蔽、授予按什么顺序起作用？",
        ),
        Words(
            "Gates, then blocks, then grants; only a later act of the candidate opens what a block closed.",
            "先前提，再屏蔽，后授予；公司被屏蔽的，只有凭求职者之后的行为才重新展示。",
        ),
        Words("A grant opens what a gate or a block closed.", "前提不满足或公司被屏蔽的，凭授予仍可展示。"),
        _breaks("GATE-1", "BLOCK-1"),
    ),
    Reading(
        "GATE-1/1",
        Words(
            "The policy has one switch (关闭简历和聊天权限). What do its two halves do?",
            "隐私条款只有一个开关（关闭简历和聊天权限）。简历权限和聊天权限各关闭什么？",
        ),
        Words(
            "The resume half closes everything, chat included; the chat half closes the chat alone.",
            "关闭简历权限，全部关闭，包括在线沟通；关闭聊天权限，只关闭在线沟通。",
        ),
        Words(
            "One switch: to close the chat closes the resume as well.",
            "两者是一个开关：关闭聊天权限，就同时关闭简历权限。",
        ),
        Words(
            "a platform with one switch writes its state into both settings",
            "只有一个开关的平台，把它的状态写入两项设置",
        ),
    ),
    Reading(
        "GATE-1/2",
        Words(
            "Does what was granted before outlast the switch (不会再使用您的简历信息)?",
            "关闭之前授予的，之后还有效吗（“不会再使用您的简历信息”）？",
        ),
        Words(
            "No: applications, forms, consents, orders, nicknames, the recommender and support are closed.",
            "无效：凭投递、定制化简历、单独同意、法律要求和昵称的展示，以及求职推荐和客服的查看，都停止。",
        ),
        Words(
            "An earlier application or consent still opens the resume.",
            "凭之前的投递或单独同意，仍能看到简历。",
        ),
        _breaks("GATE-1"),
    ),
    Reading(
        "GATE-2/1",
        Words(
            "Does the owner see a deleted resume (删除、注销)?", "简历删除或账号注销之后，本人还能看到吗？"
        ),
        Words("No.", "不能。"),
        Words("The owner sees it until the store is cleared.", "数据从存储中清除之前，本人仍能看到。"),
        _breaks("GATE-2"),
    ),
    Reading(
        "GATE-3/1",
        Words(
            "Only year and month of birth are known. When is somebody surely of age (已满规定年龄)?",
            "只知道出生的年和月。何时能确定已满规定年龄？",
        ),
        Words(
            "From the first day of the month after that of the birthday, in Beijing time.",
            "从满该年龄的生日所在月的下个月第一天起，按北京时间。",
        ),
        Words(
            "From the first day of the month of birth: up to a month too early.",
            "从满该年龄的生日所在月的第一天起：最多早一个月。",
        ),
        _breaks("GATE-3"),
    ),
    Reading(
        "GATE-3/2",
        Words("Does a guardian (监护人) see the resume?", "监护人能看到简历吗？"),
        Words("No; people answer guardians.", "不能；监护人的疑问由人工答复。"),
        Words("A guardian has a view.", "监护人可以看到简历。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "GATE-3/3",
        Words(
            "Is somebody of age who stated no month of birth (出生年月)?",
            "没有填写出生年月的人算已满规定年龄吗？",
        ),
        Words("No: what nobody knows opens nothing.", "不算：年龄无从得知的，什么都不展示。"),
        Words(
            "Yes, until somebody says otherwise (在明知的情况下).",
            "算，直到有人指出不是（“在明知的情况下”）。",
        ),
        _breaks("GATE-3"),
    ),
    Reading(
        "GATE-3/4",
        Words(
            "Does an age count that the platform verified otherwise (年龄核验)?",
            "平台以其他方式作的年龄核验算数吗？",
        ),
        Words(
            "Yes, as a month of birth does, from the day of the verification on.",
            "算，与出生年月一样，从核验之日起。",
        ),
        Words("No: a month of birth alone opens.", "不算：只按出生年月判断。"),
        Words("a platform that does not want it states none", "不想采用的平台，不提供核验的年龄即可"),
    ),
    Reading(
        "GATE-4/1",
        Words(
            "Which verifications (认证) come before a recruiter (招聘者用户) is shown anything?",
            "向招聘者用户展示任何内容之前，要完成哪些认证？",
        ),
        Words("All three: company, employment, identity.", "全部三项：企业、员工身份、个人实名。"),
        Words(
            "Each from the moment at which the policy asks for it, so that one is shown resumes before posting a job.",
            "隐私条款何时要求就从何时起，于是发布职位之前就能看到简历。",
        ),
        _breaks("GATE-4"),
    ),
    Reading(
        "GATE-4/2",
        Words(
            "Are headhunters (平台猎头) verified, whom the sentence does not name?",
            "隐私条款要求招聘者用户认证，没有提到平台猎头。猎头也要认证吗？",
        ),
        Words("Yes: agency, engagement, identity.", "要：猎头公司、聘用关系、身份。"),
        Words("They only sign in.", "只要登录。"),
        "headhunters_are_verified",
    ),
    Reading(
        "GATE-4/3",
        Words("Who else has to sign in?", "还有谁必须登录？"),
        Words(
            "Community members and support agents sign in; who acts for a school is verified as well.",
            "同行社区用户和客服要登录；代表高校的人还要通过认证。",
        ),
        Words("Anybody who names the right id.", "报得出正确编号的任何人。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "MODE-2/1",
        Words("Does 公开简历（仅在线沟通） allow exports (导出)?", "公开简历（仅在线沟通）允许导出吗？"),
        Words("No: 导出 is missing, and 存储 is no 导出.", "不允许：这里没有“导出”二字，“存储”不是导出。"),
        Words("Yes, as the modes beside it.", "允许，与另外两种公开状态一样。"),
        "chat_only_forbids_export",
    ),
    Reading(
        "MODE-3/1",
        Words(
            "Two later sentences name companies for 对无忧猎头公开简历, too. Do recruiters see the resume?",
            "后文有两句话，在“对无忧猎头公开简历”时也提到企业。招聘者能看到这份简历吗？",
        ),
        Words("No: the mode's own words hold.", "不能：以该公开状态自己的文字为准。"),
        Words("They see it as in the other modes.", "能，与其他公开状态一样。"),
        _breaks("MODE-3"),
    ),
    Reading(
        "PARTS-1/1",
        Words("What is 您的简历, which a mode shows?", "公开状态所展示的“您的简历”是什么？"),
        Words(
            "Every online section (在线简历栏目) and the avatar (头像), less what has a rule of its own.",
            "全部在线简历栏目和头像，除去另有规则的内容。",
        ),
        Words(
            "Everything filled in (四(一)1), number and address included.",
            "填写的所有内容（四(一)1），包括号码和地址。",
        ),
        _breaks("PHONE-1"),
    ),
    Reading(
        "PARTS-1/2",
        Words("How much does a list (列表) show?", "列表展示多少？"),
        Words("No more than a view.", "不比视图展示得更多。"),
        Words("Parts that the detail page withholds.", "还展示点开之后的页面不予展示的部分。"),
        _breaks("PARTS-1", "LAW-8"),
    ),
    Reading(
        "BLOCK-1/1",
        Words(
            "Does a block (屏蔽公司) end a consent (单独同意), or concern a school (高校)?",
            "屏蔽公司会终止单独同意吗，涉及高校吗？",
        ),
        Words(
            "No: a consent is withdrawn separately, and a block concerns companies.",
            "不会，不涉及：单独同意要另行撤回，屏蔽只涉及公司。",
        ),
        Words(
            "A block ends consents to whoever belongs to the company.",
            "屏蔽也终止给该公司任何人的单独同意。",
        ),
        Words(
            "nothing ties a recipient or a school to a company", "没有任何信息把接收方或高校与公司对应起来"
        ),
        against_candidate=True,
    ),
    Reading(
        "BLOCK-2/1",
        Words("How is a keyword (关键词) compared with a name?", "关键词怎样与名称比较？"),
        Words(
            "As a part of it, without regard to case, width, spaces, punctuation and dashes.",
            "作为名称的一部分，不区分大小写和全半角，忽略空格、标点和连接号。",
        ),
        Words("Letter by letter: another dash evades the block.", "逐字比较：换一个连接号就能绕过屏蔽。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-2/2",
        Words("Are simplified and traditional characters (简体、繁体) the same?", "简体和繁体算同一个字吗？"),
        Words("No: they differ.", "不算：两者不同。"),
        Words(
            "A block in one script covers the other, and with it names that the candidate did not mean.",
            "按一种写法屏蔽，也覆盖另一种，并连带屏蔽求职者本意之外的名称。",
        ),
        Words("one character may stand for several", "一个字可能对应几个字"),
        against_candidate=True,
    ),
    Reading(
        "BLOCK-2/3",
        Words("Does a block cover the group (集团)?", "屏蔽包括集团吗？"),
        Words("When the candidate says so.", "求职者选择包括时才包括。"),
        Words("Always.", "总是包括。"),
        Words("the candidate chooses, block by block", "由求职者逐个屏蔽选择"),
    ),
    Reading(
        "BLOCK-2/4",
        Words("By which company is a recruiter judged?", "按哪家公司判断招聘者？"),
        Words(
            "By that of their verified employment, which the platform states.",
            "按其通过认证的任职公司，由平台提供。",
        ),
        Words("By the one that the recruiter names.", "按招聘者自报的公司。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-2/5",
        Words("Does a block dated in the future hold now?", "日期在将来的屏蔽，现在生效吗？"),
        Words("Yes, at once.", "是，立即生效。"),
        Words("From its date on.", "从该日期起生效。"),
        "future_block_holds",
    ),
    Reading(
        "BLOCK-3/1",
        Words("Does a blocked client (客户公司) block the headhunter?", "客户公司被屏蔽，猎头也被屏蔽吗？"),
        Words("Yes, any client that the platform knows.", "是，平台所知的任何一家客户公司被屏蔽即是。"),
        Words("The agency (猎头公司) alone counts.", "只看猎头公司。"),
        "client_blocks_headhunter",
    ),
    Reading(
        "BLOCK-3/2",
        Words(
            "Does an application to the agency lift a client's block?",
            "投递给猎头公司，会解除对客户公司的屏蔽吗？",
        ),
        Words("No.", "不会。"),
        Words("Yes: the later act counts for the client as well.", "会：较晚的行为对客户公司也算数。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-4/1",
        Words(
            "Do blocks by name and group hold for a company without an id (无编号)?",
            "按名称和集团的屏蔽，对无编号的公司有效吗？",
        ),
        Words("Yes.", "有效。"),
        Words("They are dropped.", "不再适用。"),
        _breaks("BLOCK-1"),
    ),
    Reading(
        "BLOCK-4/2",
        Words("Is a company that cannot be identified (无法识别的公司) blocked?", "无法识别的公司被屏蔽吗？"),
        Words("Yes, as soon as the resume blocks anybody.", "是，只要该简历屏蔽了任何公司。"),
        Words("Only where a name or group matches.", "只在名称或集团符合时。"),
        "unidentified_company_is_blocked",
    ),
    Reading(
        "APPLY-1/1",
        Words(
            "Does an application to a company (投递) show the contact details (您的联系方式)?",
            "投递给公司，会展示联系方式吗（“您的联系方式”）？",
        ),
        Words("Yes: real number, e-mail address, homepage.", "会：真实手机号码、邮箱地址、个人主页。"),
        Words(
            "It opens what MODE-1 would: chat, e-mail, virtual number.",
            "只有与 MODE-1 相同的联系渠道：在线沟通、邮箱、虚拟号码。",
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
        Words("They go with the real number.", "与真实手机号码一同处理。"),
        Words(
            "They are withheld from everybody, or shown to everybody.",
            "对所有人都不予展示，或对所有人都展示。",
        ),
        _breaks("CONTACT-2"),
    ),
    Reading(
        "APPLY-1/3",
        Words(
            "Who in the company (招聘者用户) sees what was applied with?",
            "投递之后，公司里的哪些招聘者用户能看到？",
        ),
        Words(
            "Every recruiter of the company who is signed in and verified.",
            "该公司已登录并通过全部认证的每一名招聘者。",
        ),
        Words("Those of the position applied for.", "只有所投职位的招聘者。"),
        Words(
            "an application names the company, and neither a position nor a recruiter",
            "投递只写明公司，不写明职位和招聘者",
        ),
        against_candidate=True,
    ),
    Reading(
        "APPLY-1/4",
        Words(
            "Which resume does an application show (您投递的在线简历), and until when?",
            "凭投递展示的是哪一份简历（“您投递的在线简历”），展示到何时？",
        ),
        Words(
            "The resume as it is now, until the application is withdrawn or the company blocked.",
            "现在的简历，直到求职者撤回投递或屏蔽该公司。",
        ),
        Words(
            "The resume as it was sent, for a time that the platform sets.",
            "投递时的简历，期限由平台规定。",
        ),
        Words("a resume holds its present state alone", "简历只有现在的内容"),
        against_candidate=True,
    ),
    Reading(
        "APPLY-2/1",
        Words("Which attachments (附件简历) does a company see?", "公司能看到哪些附件简历？"),
        Words("Those that an application carried.", "随投递发出的那些。"),
        Words("All that the candidate has.", "求职者的全部附件简历。"),
        _breaks("APPLY-2"),
    ),
    Reading(
        "APPLY-3/1",
        Words("Do headhunters see the video (视频简介)?", "猎头能看到视频简介吗？"),
        Words("No: the sentence names 招聘者用户.", "不能：隐私条款此处说的是招聘者用户。"),
        Words(
            "Yes, where the resume is public to them, or by an application to the agency.",
            "能：简历对其公开时，或投递给猎头公司时。",
        ),
        "video_is_for_recruiters",
    ),
    Reading(
        "APPLY-4/1",
        Words(
            "Does the mailbox (招聘企业邮箱) get attachments and video?",
            "招聘企业邮箱能收到附件简历和视频简介吗？",
        ),
        Words("No: they wait until somebody signs in.", "不能：要等到有人登录。"),
        Words("It gets them at once.", "立即收到。"),
        "mailbox_waits",
    ),
    Reading(
        "APPLY-4/2",
        Words("What may a mailbox do?", "招聘企业邮箱可以做什么？"),
        Words("View.", "查看。"),
        Words("Export and chat as well.", "还可以导出和在线沟通。"),
        _breaks("APPLY-4"),
    ),
    Reading(
        "APPLY-5/1",
        Words(
            "May a company or agency applied to export the resume?",
            "收到投递的公司或猎头公司可以导出简历吗？",
        ),
        Words("Yes: 传递 hands it over.", "可以：“传递”就是把简历交给它。"),
        Words("It views, and exports where the mode allows it.", "可以查看；公开状态允许时才可以导出。"),
        "application_grants_export",
        against_candidate=True,
    ),
    Reading(
        "APPLY-5/2",
        Words("Does an application open lists (推荐、搜索)?", "投递会使简历进入推荐和搜索的列表吗？"),
        Words("No: lists follow the visibility (公开状态).", "不会：列表仍按公开状态。"),
        Words(
            "The company or agency finds the resume in its lists, which show what the application does.",
            "公司或猎头公司在自己的列表里能找到该简历，列表展示凭投递展示的内容。",
        ),
        "lists_follow_visibility",
    ),
    Reading(
        "APPLY-6/1",
        Words("Application and block: which holds?", "投递与屏蔽，以哪个为准？"),
        Words("The later act.", "以较晚的行为为准。"),
        Words("The block always, or the application always.", "总以屏蔽为准，或总以投递为准。"),
        Words("it would break APPLY-1 or BLOCK-1", "会违反 APPLY-1 或 BLOCK-1"),
    ),
    Reading(
        "APPLY-6/2",
        Words(
            "Which holds if application and block are of the same instant?",
            "投递与屏蔽在同一时刻，以哪个为准？",
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
        Words("Not yet.", "尚不算数。"),
        Words("At once.", "立即算数。"),
        _breaks("MODE-4"),
    ),
    Reading(
        "APPLY-7/1",
        Words(
            "Does an application open the resume to the group (集团)?",
            "投递之后，同集团的其他公司也能看到简历吗？",
        ),
        Words("No: to the company applied to.", "不能：只有收到投递的公司能看到。"),
        Words("To every company of its group.", "该集团的每家公司都能看到。"),
        "application_stays_with_company",
    ),
    Reading(
        "APPLY-7/2",
        Words(
            "Does an application to an agency (猎头公司) open the resume to its headhunters?",
            "投递给猎头公司，其猎头能看到简历吗？",
        ),
        Words(
            "Yes, at least as MODE-1 would, with the attachments that it carried.",
            "能，至少与 MODE-1 一样，连同所附的附件简历。",
        ),
        Words("It opens nothing.", "什么都看不到。"),
        Words("it would break MODE-4 (除非您主动投递)", "会违反 MODE-4（“除非您主动投递”）"),
    ),
    Reading(
        "APPLY-7/3",
        Words(
            "Does an application to an agency show contact details (真实手机号码、邮箱、个人主页)?",
            "投递给猎头公司，会展示联系方式（真实手机号码、邮箱、个人主页）吗？",
        ),
        Words("No.", "不会。"),
        Words("As one to a company does.", "与投递给公司一样。"),
        "agency_gets_no_number",
    ),
    Reading(
        "APPLY-8/1",
        Words("Does a withdrawn application (撤回投递) still count?", "撤回投递之后，该投递还有效吗？"),
        Words("No, from that instant on.", "自撤回时起无效。"),
        Words("Yes: what was sent was sent.", "有效：发出的就是发出了。"),
        "withdrawn_application_is_void",
    ),
    Reading(
        "NAME-1/1",
        Words(
            "Does 对外展示先生/女士 hold where a consent, an order, a form, the nickname or a complaint names the name (姓名)?",
            "单独同意、法律要求、定制化简历、昵称或投诉指明了姓名时，对外展示先生/女士还适用吗？",
        ),
        Words(
            "No: there the name is shown: the more specific act holds.",
            "不适用：此时展示真实姓名，以更具体的行为为准。",
        ),
        Words("The honorific for everybody but the owner.", "对本人以外的所有人都称“X先生/女士”。"),
        _breaks("CAMPUS-1", "SHARE-1", "SUPPORT-1"),
        against_candidate=True,
    ),
    Reading(
        "NAME-2/1",
        Words(
            "The policy states 2 小时 for the name display alone. How long may a view be kept after another setting, a block or a "
            "withdrawal?",
            "隐私条款只就对外展示先生/女士写明 2 小时。更改其他设置、屏蔽公司或撤回之后，此前的视图可以保留多久？",
        ),
        Words(
            "Two hours at most, as after a change of the name display.",
            "至多两小时，与更改对外展示先生/女士之后相同。",
        ),
        Words("Not at all.", "立即停用。"),
        Words(
            "a service that may keep no view deletes those that it kept",
            "不能保留视图的服务，自行删除已保留的视图",
        ),
        against_candidate=True,
    ),
    Reading(
        "NAME-3/1",
        Words("How is the surname (姓氏) found?", "怎样确定姓氏？"),
        Words(
            "As given; else a compound surname (复姓) at the start of three or more characters; else the first character; else none.",
            "用求职者填写的；否则三字以上姓名开头的复姓；否则首字；否则没有。",
        ),
        Words("A longer match: 欧阳 would be shown whole.", "匹配更长的姓氏：姓名“欧阳”会完整展示出来。"),
        _breaks("NAME-1"),
    ),
    Reading(
        "NAME-4/1",
        Words(
            "Does the honorific hold in text, file names and titles?",
            "“X先生/女士”在文字、文件名和标题中也适用吗？",
        ),
        Words("Yes.", "适用。"),
        Words("In the name alone.", "只适用于姓名本身。"),
        _breaks("NAME-1"),
    ),
    Reading(
        "PHONE-1/1",
        Words(
            "Does the promise about the number (真实手机号码) hold inside other values?",
            "不展示真实手机号码的承诺，对其他内容里的号码也有效吗？",
        ),
        Words("Yes: in text, addresses, ids and links.", "有效：文字、地址、编号和链接中的都不展示。"),
        Words("For the field alone.", "只对该字段有效。"),
        _breaks("PHONE-1", "LAW-2"),
    ),
    Reading(
        "PHONE-2/1",
        Words("Which virtual number (虚拟号码) does a viewer get?", "查看者得到哪一个虚拟号码？"),
        Words(
            "The one bound to their company; then the one that ends last; then by id.",
            "先取绑定给其公司的，再取结束最晚的，再取编号最前的。",
        ),
        Words("Any that is valid.", "任何一个有效的。"),
        _breaks("LAW-6"),
    ),
    Reading(
        "PHONE-3/1",
        Words("What if two bindings of a number collide?", "同一号码的两个绑定相冲突怎么办？"),
        Words("They are refused as bad input.", "作为错误输入拒绝。"),
        Words("One of them is shown.", "展示其中一个。"),
        _breaks("PHONE-2"),
    ),
    Reading(
        "CONTACT-1/1",
        Words(
            "Is the e-mail address (邮箱) shown where e-mail is a channel (通过相关功能，以邮箱)?",
            "以邮箱联系时，展示邮箱地址吗（“通过相关功能，以邮箱”）？",
        ),
        Words("No: the platform carries the mail.", "不展示：邮件由平台转发。"),
        Words("Yes.", "展示。"),
        "email_is_relayed",
    ),
    Reading(
        "CONTACT-1/2",
        Words(
            "Is the homepage (个人主页) shown where e-mail is a channel?", "以邮箱联系时，展示个人主页吗？"
        ),
        Words("No.", "不展示。"),
        Words("Yes: it is a way around the platform.", "展示：这样就能绕过平台联系求职者。"),
        _breaks("CONTACT-2"),
    ),
    Reading(
        "CONTACT-2/1",
        Words("What of contact details typed into text (文字中的联系方式)?", "文字中的联系方式怎么办？"),
        Words("They are redacted by the same grant.", "未授予的同样脱敏。"),
        Words("They are shown.", "展示。"),
        _breaks("PHONE-1"),
    ),
    Reading(
        "CONTACT-2/2",
        Words("Who sees national ID numbers (证件号) typed into text?", "写进文字里的证件号谁能看到？"),
        Words("The owner, and of a form also its company.", "本人；定制化简历里的，还有收到它的公司。"),
        Words("Whoever sees the real number.", "能看到真实手机号码的人。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "SEARCH-1/1",
        Words("What may search and ranking (搜索、排序) use?", "搜索和排序可以使用什么？"),
        Words("Only what this viewer is shown.", "只使用展示给该查看者的内容。"),
        Words(
            "The whole resume: a hit shows that a withheld word is there.",
            "整份简历：命中就说明不予展示的词在其中。",
        ),
        _breaks("LAW-1"),
    ),
    Reading(
        "SEARCH-1/2",
        Words(
            "Is the month of birth (出生年月) searched, which views show?",
            "视图展示出生年月。可以按它搜索吗？",
        ),
        Words(
            "No: it keeps those who are not of age out of lists, and is no 职位、行业、工作年限.",
            "不可以：它用来使未满规定年龄的人不进入列表，不属于职位、行业、工作年限。",
        ),
        Words("Yes: lists are made by age.", "可以：按年龄生成列表。"),
        Words("the policy names keywords, and age is not among them", "隐私条款列举了关键词，年龄不在其中"),
    ),
    Reading(
        "SEARCH-1/3",
        Words("How old may an index (索引) be?", "索引可以有多旧？"),
        Words(
            "Two hours, as a view; what was taken back from somebody goes at once.",
            "两小时，与视图一样；不再对某人展示的，立即从索引中去除。",
        ),
        Words("As old as the service likes.", "由服务自行决定。"),
        _breaks("NAME-2", "GATE-1"),
    ),
    Reading(
        "EXPORT-1/1",
        Words("What does an export (导出) say of itself?", "导出的文件写明自身的哪些信息？"),
        Words(
            "Its instant, the policy's version, the clauses, the ends of validity.",
            "时刻、隐私条款版本、所依据的规则、有效期。",
        ),
        Words("Nothing.", "什么都不写。"),
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
        Words(
            "What is seen before a conversation runs (对话框)?", "对话开始之前（还没有对话框时）能看到什么？"
        ),
        Words("The same as in one, but no IP region (IP 归属地).", "与对话中相同，但没有 IP 归属地。"),
        Words("The region as well.", "还有归属地。"),
        _breaks("CHAT-1"),
    ),
    Reading(
        "CHAT-1/3",
        Words("When does a conversation end?", "对话何时结束？"),
        Words("When either side ends or deletes it.", "任何一方结束或删除它时。"),
        Words("When the candidate goes private.", "求职者改为不公开简历时。"),
        Words("the candidate ends a conversation, or blocks", "求职者可以结束对话，或屏蔽"),
        against_candidate=True,
    ),
    Reading(
        "CHAT-1/4",
        Words("Who in the company is the other side of a conversation?", "公司里的哪些人是对话的对方？"),
        Words(
            "Every recruiter of the company, or headhunter of the agency.",
            "该公司的每一名招聘者，或该猎头公司的每一名猎头。",
        ),
        Words("Whoever writes in it.", "只有在对话中的那一人。"),
        Words(
            "a conversation names the company; the platform asks for the chat for that person alone",
            "对话只写明公司；平台只为那一人询问在线沟通即可",
        ),
        against_candidate=True,
    ),
    Reading(
        "COMMUNITY-1/1",
        Words(
            "How does a candidate appear who chose no nickname (昵称)?",
            "没有选择昵称的求职者，在社区怎样展示？",
        ),
        Words("As 先生/女生.", "称“X先生/女生”。"),
        Words("Under the real name.", "用真实姓名。"),
        _breaks("COMMUNITY-1"),
    ),
    Reading(
        "COMMUNITY-1/2",
        Words(
            "Is the community shown the latest position (最近一份工作经历的职位), which the policy collects (收集)?",
            "隐私条款为同行社区收集“最近一份工作经历的职位”。社区展示它吗？",
        ),
        Words("No.", "不展示。"),
        Words("Yes.", "展示。"),
        "community_hides_position",
    ),
    Reading(
        "COMMUNITY-1/3",
        Words("Whose are avatar and id in the community (同行社区)?", "同行社区里的头像和编号是谁的？"),
        Words("The community's own.", "社区自己的。"),
        Words("Those of the resume.", "简历的。"),
        _breaks("LAW-9"),
    ),
    Reading(
        "COMMUNITY-1/4",
        Words("How fine is the IP region there?", "社区里的 IP 归属地精确到哪里？"),
        Words(
            "As in a chat: province, or country or region abroad.",
            "与在线沟通一样：境内展示到省（自治区、直辖市），境外展示到国家（地区）。",
        ),
        Words("The city.", "城市。"),
        Words("IpRegion holds nothing finer", "IpRegion 没有更精确的内容"),
    ),
    Reading(
        "RECOMMEND-1/1",
        Words(
            "Does 基本信息 include name and contact, for the recommender (求职推荐)?",
            "对求职推荐而言，“基本信息”包括姓名和联系方式吗？",
        ),
        Words("No.", "不包括。"),
        Words("Yes.", "包括。"),
        _breaks("RECOMMEND-1"),
    ),
    Reading(
        "CAMPUS-1/1",
        Words(
            "The modes do not govern forms (定制化简历). Do gates and blocks?",
            "公开状态不适用于定制化简历。前提和屏蔽适用吗？",
        ),
        Words("Yes, and handing in (递交) is applying.", "适用，递交即投递。"),
        Words("Nothing closes a form that was handed in.", "不适用：定制化简历一经递交，就一直展示。"),
        _breaks("GATE-1", "BLOCK-1"),
    ),
    Reading(
        "CAMPUS-1/2",
        Words(
            "What of a form handed in offline (线下) through the platform?",
            "线下通过平台递交的定制化简历呢？",
        ),
        Words("It is treated in the same way.", "同样处理。"),
        Words("No rule names it.", "没有规则提到它。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "CAMPUS-1/3",
        Words(
            "Do a headhunter or a mailbox of the company see a form?",
            "该公司的猎头或招聘企业邮箱能看到定制化简历吗？",
        ),
        Words("No.", "不能。"),
        Words("Yes.", "能。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "CAMPUS-1/4",
        Words("May the company export a form?", "收到定制化简历的公司可以导出它吗？"),
        Words(
            "Yes: handing in is applying, and 提供给该招聘企业 hands the form over.",
            "可以：递交即投递，而“提供给该招聘企业”就是把它交给该企业。",
        ),
        Words("It views the form, and does nothing else.", "只能查看。"),
        Words("application_grants_export is about resumes", "application_grants_export 只适用于在线简历"),
        against_candidate=True,
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
        Words("Does the school see files, and which name?", "高校能看到文件吗，看到哪个姓名？"),
        Words("No files; the display name.", "看不到文件；姓名只看到称呼。"),
        Words(
            "Attachments, video, avatar and photo; the real name.",
            "附件简历、视频简介、头像和照片；真实姓名。",
        ),
        _breaks("NAME-1"),
    ),
    Reading(
        "CAMPUS-2/4",
        Words(
            "What of the rest that the school asks the student to fill in (由您自行填写的信息)?",
            "高校要求学生填写的其他信息呢（“由您自行填写的信息”）？",
        ),
        Words("It was entered for the school and is not in the resume.", "那是为高校填写的，不在简历里。"),
        Words("Any part of the resume that the school asks for.", "高校要求提供的任何简历部分。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "CAMPUS-2/5",
        Words(
            "Who says that it is the student's own school (您所在高校)?",
            "由谁说明它是学生本人所在的高校（“您所在高校”）？",
        ),
        Words("The platform, talk by talk.", "由平台逐场宣讲会说明。"),
        Words("The school.", "由高校说明。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "SHARE-1/1",
        Words("What does a consent (单独同意) need?", "单独同意需要什么？"),
        Words(
            "One recipient, one purpose, named parts, a time; it can be withdrawn.",
            "一个接收方、一个目的、列明的部分、期限；可以撤回。",
        ),
        Words("A yes to everything, for good.", "一次概括同意，永久有效。"),
        Words(
            "it would break SHARE-1 and 个人信息保护法 14–16, 23",
            "会违反 SHARE-1 和《个人信息保护法》第十四条至第十六条、第二十三条",
        ),
    ),
    Reading(
        "SHARE-1/2",
        Words("What can be named?", "可以列明什么？"),
        Words(
            "Every part of a resume but virtual number, delivery record and national ID numbers.",
            "简历的每个部分，除了虚拟号码、投递记录和证件号。",
        ),
        Words("These as well.", "还包括这些。"),
        _breaks("PHONE-2", "CAMPUS-2", "CONTACT-2"),
    ),
    Reading(
        "SHARE-2/1",
        Words(
            "Do the gates close to an order of the law (生效法律文书)?",
            "法律要求（如生效法律文书）也受前提限制吗？",
        ),
        Words("Yes; people hand over what must be handed over.", "受限制；依法必须提供的，由人工提供。"),
        Words("An order opens a deleted or closed resume.", "凭法律要求，可以看到已删除或已关闭的简历。"),
        _breaks("GATE-1", "GATE-2"),
    ),
    Reading(
        "SHARE-2/2",
        Words("What does a successor (合并、收购) see?", "合并、收购中承继的公司能看到什么？"),
        Words(
            "What the platform did, under the same policy; else it asks anew.",
            "平台能看到的，适用同一隐私条款；否则重新征求同意。",
        ),
        Words("Everything in the store.", "存储中的一切。"),
        _breaks("SHARE-2"),
    ),
    Reading(
        "SUPPORT-1/1",
        Words("Which resumes does a support agent (客服) see?", "处理投诉举报、申诉的客服能看到哪些简历？"),
        Words("Those that an open case (投诉举报、申诉) names.", "未结案件指明的那些。"),
        Words("Any, while somebody complains.", "有人投诉期间的任何简历。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "SUPPORT-1/2",
        Words(
            "Does a support agent see e-mail address, homepage, files?",
            "客服能看到邮箱地址、个人主页和文件吗？",
        ),
        Words("Never.", "不能，任何时候都不展示。"),
        Words("Of the complainant.", "展示投诉人的。"),
        _breaks("SUPPORT-1"),
    ),
    Reading(
        "SUPPORT-1/3",
        Words("Is anybody notified of what a support agent sees?", "客服查看简历，会通知任何人吗？"),
        Words("No.", "不会。"),
        Words("The candidate is.", "通知求职者。"),
        Words("it would warn the one complained of", "会惊动被投诉人"),
        against_candidate=True,
    ),
    Reading(
        "SUPPORT-1/4",
        Words(
            "Do consent (单独同意), an order of the law (法律要求) and a complaint (投诉举报、申诉) open a form (定制化简历)?",
            "凭单独同意、法律要求或投诉举报、申诉，能看到定制化简历吗？",
        ),
        Words("No: they open resumes alone.", "不能：只能看到在线简历。"),
        Words("Yes, the parts that they name.", "能看到指明的部分。"),
        _breaks("CAMPUS-1", "LAW-5"),
    ),
    Reading(
        "OWNER-1/1",
        Words("What does the owner (本人) do with the resume?", "本人可以对简历做什么？"),
        Words("View and export; there is no channel and no list.", "查看和导出；没有联系渠道，也没有列表。"),
        Words("Chat with oneself.", "与自己在线沟通。"),
        _breaks("LAW-5"),
    ),
    Reading(
        "NOTICE-1/1",
        Words(
            "Is the candidate notified (告知) of headhunters and schools, whom the sentence does not name?",
            "隐私条款只说告知哪些招聘者用户查阅了简历。猎头和高校查阅了，会告知吗？",
        ),
        Words("Yes.", "会。"),
        Words("No.", "不会。"),
        "headhunters_and_schools_make_notices",
    ),
    Reading(
        "NOTICE-1/2",
        Words(
            "Is the candidate notified of being found or recommended (搜索、推荐)?",
            "被搜索到或被推荐，会告知求职者吗？",
        ),
        Words("No: that is recorded.", "不会：只作记录。"),
        Words("Yes, of each.", "每次都告知。"),
        "lists_make_no_notices",
        against_candidate=True,
    ),
    Reading(
        "NOTICE-1/3",
        Words(
            "Is the candidate notified of refusals (拒绝), the recommender, the community?",
            "拒绝、求职推荐和社区的查看，会告知求职者吗？",
        ),
        Words("No: refusals are recorded for the platform.", "不会：拒绝只为平台作记录。"),
        Words("Yes.", "会。"),
        Words(
            "the policy promises to name who viewed, and a refusal is no view",
            "隐私条款只承诺告知谁查阅了简历，拒绝不是查阅",
        ),
        against_candidate=True,
    ),
    Reading(
        "NOTICE-1/4",
        Words(
            "Is the candidate notified of a recipient (接收方) under a consent?",
            "接收方凭单独同意查看，会告知求职者吗？",
        ),
        Words("Yes, by the recipient's name.", "会，以接收方的名称告知。"),
        Words("No.", "不会。"),
        _breaks("NOTICE-1"),
    ),
    Reading(
        "LAW-9/1",
        Words(
            "One user is in recruiting and in the community (求职者用户或/和招聘者用户). Can the two be joined?",
            "同一用户既在招聘中，又在社区中（求职者用户或/和招聘者用户）。两者能关联起来吗？",
        ),
        Words("No: not by id, avatar or any other value.", "不能：编号、头像和其他任何值都不能。"),
        Words("They share the candidate's id.", "共用求职者的编号。"),
        _breaks("NAME-1", "BLOCK-1"),
    ),
)
"""In the order of the rules."""
