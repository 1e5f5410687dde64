"""Who may see what of a resume.

view = view_for(viewer, resume)      # ResumeView, or None: not shown

The name of each thing that this package offers stands in `_HOMES`. Its file is imported when the name is first asked for
(PEP 562), so that a process waits for nothing that it does not use. Type checkers read `__init__.pyi`.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "codec.dumping": """
        dump_form dump_notice dump_record dump_resume dump_view dump_viewer view_to_dict
    """,
    "codec.loading": "changed load_form load_record load_resume load_settings load_viewer",
    "errors": """
        InvalidForm InvalidRecord InvalidResume InvalidSettings InvalidValue InvalidViewer Problem
        ResumeVisibilityError UndecidedCase
    """,
    "model.building": "Id",
    "model.campus": "CampusForm",
    "model.campus_basics": "CampusBasics CampusContact CampusProfile PostalAddress",
    "model.campus_sections": """
        CampusAward CampusCertificate CampusEducation CampusProject CampusTraining
        IntellectualProperty Internship ItSkill LanguageAbility OtherLanguage Practice Publication
        Relative Relatives Remarks SchoolPost
    """,
    "model.choices": """
        Availability CareerStage CompanyNature CompanySize Degree Gender JobType PoliticalStatus
        Proficiency SearchStatus
    """,
    "model.consents": "Consent LegalOrder PUBLIC ShareForm",
    "model.language": "Language",
    "model.names": "PersonName",
    "model.parts": "Channel Document Part",
    "model.regions": "IpRegion",
    "model.resume": "CommunityProfile Resume",
    "model.sections": """
        Additional Attachment Award Basics CampusPosition Certificate Contact Education Intention
        PortfolioImage PortfolioItem PortfolioLink Profile Project Skill Training Video Work
    """,
    "model.settings": """
        Account Application Block CompanyBlock Conversation Delivery KeywordBlock NameDisplay
        NoticeChannel OnlineTalk Settings VirtualNumber Visibility
    """,
    "model.values": "Currency Email MobileNumber MonthlySalary Period PhoneNumber Url YearMonth",
    "model.viewers": """
        Action CommunityMember Company FULLY_VERIFIED Headhunter Mailbox Owner Recipient
        Recommender Recruiter School SupportAgent SupportCase Verification Viewer Visitor
    """,
    "policy.clauses": "Clause",
    "policy.decisions": "Grant Permit Refusal Rules",
    "policy.editing": "Field editable",
    "policy.explanation": "Change Explanation Ruling explain",
    "policy.facts": "Concern Facts Kind Sharing Standing",
    "policy.readings": "Readings",
    "policy.ruleset": "ClauseText Ruleset",
    "policy.situation": "covered_by",
    "policy.statements": "Statement",
    "policy.table": "POLICY_2023_04 Policy shown",
    "policy.v2023_04": "V2023_04",
    "policy.verification": "CaseDifference Comparison Violation compare verify",
    "projection.form_view": "FormView ShownForm",
    "projection.notices": "Notice notice_of",
    "projection.preview": "Difference StandsFor difference preview",
    "projection.recording": "record_of",
    "projection.records": "AccessRecord RecordedCompany",
    "projection.release": "view_for",
    "projection.view": "ResumeView ShownContact ShownSections VirtualLine",
}
"""Every public name, under the module that it is in."""

_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # a list, which a checker finds in the stub


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    globals()[name] = value  # so that it is looked for once
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
