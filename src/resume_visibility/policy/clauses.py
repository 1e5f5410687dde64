"""The clauses of the policy that decisions cite, by their stable ids."""

from ..model.building import Choice


class Clause(Choice):
    """A rule of the policy. The value is its id, as the documentation lists it."""

    GATE_1 = "GATE-1"
    GATE_2 = "GATE-2"
    GATE_3 = "GATE-3"
    GATE_4 = "GATE-4"
    MODE_1 = "MODE-1"
    MODE_2 = "MODE-2"
    MODE_3 = "MODE-3"
    MODE_4 = "MODE-4"
    BLOCK_1 = "BLOCK-1"
    APPLY_1 = "APPLY-1"
    APPLY_2 = "APPLY-2"
    APPLY_3 = "APPLY-3"
    APPLY_4 = "APPLY-4"
    APPLY_5 = "APPLY-5"
    NAME_1 = "NAME-1"
    PHONE_1 = "PHONE-1"
    PHONE_2 = "PHONE-2"
    CONTACT_1 = "CONTACT-1"
    CONTACT_2 = "CONTACT-2"
    CHAT_1 = "CHAT-1"
    COMMUNITY_1 = "COMMUNITY-1"
    RECOMMEND_1 = "RECOMMEND-1"
    CAMPUS_1 = "CAMPUS-1"
    CAMPUS_2 = "CAMPUS-2"
    SHARE_1 = "SHARE-1"
    SHARE_2 = "SHARE-2"
    SHARE_3 = "SHARE-3"
    OWNER_1 = "OWNER-1"
    OWNER_2 = "OWNER-2"
    NOTICE_1 = "NOTICE-1"
    DEFAULT_DENY = "LAW-5"

    @property
    def gist(self) -> str:
        """What the clause says, in one line."""
        return _GISTS[self]


_GISTS = {
    Clause.GATE_1: "the resume or chat permission is switched off (关闭简历和聊天权限)",
    Clause.GATE_2: "a deleted resume, or one of a closed account, is shown to nobody",
    Clause.GATE_3: "a person who is not surely sixteen is shown to nobody but themselves",
    Clause.GATE_4: "a viewer who is not signed in, or not verified in full, sees nothing",
    Clause.MODE_1: "公开简历（接受虚拟手机号电话沟通）: public, with e-mail, chat and virtual number",
    Clause.MODE_2: "公开简历（仅在线沟通）: public, with chat only and no export",
    Clause.MODE_3: "对无忧猎头公开简历: public to the platform's headhunters only",
    Clause.MODE_4: "不公开简历: nobody finds or views it, unless the candidate applied",
    Clause.BLOCK_1: "a blocked company sees nothing (屏蔽公司)",
    Clause.APPLY_1: "a company applied to views the resume, with contact details (投递)",
    Clause.APPLY_2: "attachment resumes are shown by an application that carried them",
    Clause.APPLY_3: "the video is shown by an application, or with a public resume",
    Clause.APPLY_4: "a mailbox gets the online resume without any channel, until somebody signs in",
    Clause.APPLY_5: "an application grants viewing and export; lists still follow the visibility",
    Clause.NAME_1: "对外展示先生/女士: the name is shown as Mr./Ms. X",
    Clause.PHONE_1: "the real mobile number is for the owner, companies applied to, and whom a consent or order names it to",
    Clause.PHONE_2: "a virtual number stands for the real one where it is a channel",
    Clause.CONTACT_1: "e-mail and homepage are shown where e-mail is a channel",
    Clause.CONTACT_2: "contact details typed into text follow the same grant",
    Clause.CHAT_1: "a running conversation shows display name, avatar and IP region (在线沟通)",
    Clause.COMMUNITY_1: "the community shows avatar, nickname, latest position and IP region (同行社区)",
    Clause.RECOMMEND_1: "the recommender of jobs reads five sections, or the intention alone (个性化推荐)",
    Clause.CAMPUS_1: "a campus or company-made form is shown whole to the company it was filled in for (校园、定制化简历)",
    Clause.CAMPUS_2: "a form handed in at an online talk is shown to the school that requires it (空中宣讲会)",
    Clause.SHARE_1: "anybody else gets what the candidate's own consent names, while it holds (共享)",
    Clause.SHARE_2: "transfer and disclosure need consent, or an order of the law (转让、公开披露)",
    Clause.SHARE_3: "a partner gets the parts that the consent names (授权合作伙伴)",
    Clause.OWNER_1: "the owner sees everything and may take a copy",
    Clause.OWNER_2: "after identity verification, name, gender, birth and mobile number are not edited directly (实名认证)",
    Clause.NOTICE_1: "the candidate is told who viewed the resume (谁看过我)",
    Clause.DEFAULT_DENY: "no clause grants it",
}

_GISTS = {clause: _GISTS[clause] for clause in Clause}  # one without a line stops the import
