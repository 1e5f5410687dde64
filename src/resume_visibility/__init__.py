"""Who may see what of a resume.

view = view_for(viewer, resume)      # ResumeView, or None: not shown

Sections and values are in `resume_visibility.model`, what decides in `.policy`, free text in `.text`,
lists in `.lists`, laws in `.testing`.
"""

from .lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "codec.dumping": "dump_form dump_notice dump_record dump_resume dump_settings dump_view dump_viewer view_to_dict",
        "codec.loading": "load_form load_record load_resume load_settings load_viewer patch_settings",
        "codec.settling": "with_settings",
        "errors": """
            InvalidForm InvalidRecord InvalidResume InvalidSettings InvalidValue InvalidViewer Problem
            ResumeVisibilityError ViewRefused
        """,
        "model": """
            Action CampusForm Channel CommunityMember Company CompanyBlock FULLY_VERIFIED Headhunter
            KeywordBlock Language Mailbox NameDisplay NoticeChannel Owner Part Recipient Recommender
            Recruiter Resume School Settings ShownSections SupportAgent SupportCase Verification Viewer Visibility Visitor
        """,
        "policy.editing": "editable",
        "policy.explanation": "explain",
        "policy.situation": "covered_by",
        "policy.table": "POLICY_2023_04 Policy is_shown",
        "projection.caching": "cache_control",
        "projection.difference": "Difference StandsFor difference",
        "projection.form_view": "FormView ShownForm",
        "projection.kept": "dump_findings",
        "projection.messages": "text_for",
        "projection.notices": "Notice notice_of",
        "projection.recording": "record_of",
        "projection.records": "AccessRecord RecordedCompany",
        "projection.release": "view_for",
        "projection.view": "ResumeView ShownContact VirtualLine",
    },
)
