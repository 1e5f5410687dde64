"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from .codec.dumping import dump_form as dump_form
from .codec.dumping import dump_notice as dump_notice
from .codec.dumping import dump_record as dump_record
from .codec.dumping import dump_resume as dump_resume
from .codec.dumping import dump_settings as dump_settings
from .codec.dumping import dump_view as dump_view
from .codec.dumping import dump_viewer as dump_viewer
from .codec.dumping import view_to_dict as view_to_dict
from .codec.loading import load_form as load_form
from .codec.loading import load_record as load_record
from .codec.loading import load_resume as load_resume
from .codec.loading import load_settings as load_settings
from .codec.loading import load_viewer as load_viewer
from .codec.loading import patch_settings as patch_settings
from .codec.settling import with_settings as with_settings
from .errors import InvalidForm as InvalidForm
from .errors import InvalidRecord as InvalidRecord
from .errors import InvalidResume as InvalidResume
from .errors import InvalidSettings as InvalidSettings
from .errors import InvalidValue as InvalidValue
from .errors import InvalidViewer as InvalidViewer
from .errors import Problem as Problem
from .errors import ResumeVisibilityError as ResumeVisibilityError
from .errors import ViewRefused as ViewRefused
from .model import FULLY_VERIFIED as FULLY_VERIFIED
from .model import Action as Action
from .model import CampusForm as CampusForm
from .model import Channel as Channel
from .model import CommunityMember as CommunityMember
from .model import Company as Company
from .model import CompanyBlock as CompanyBlock
from .model import Headhunter as Headhunter
from .model import KeywordBlock as KeywordBlock
from .model import Language as Language
from .model import Mailbox as Mailbox
from .model import NameDisplay as NameDisplay
from .model import NoticeChannel as NoticeChannel
from .model import Owner as Owner
from .model import Part as Part
from .model import Recipient as Recipient
from .model import Recommender as Recommender
from .model import Recruiter as Recruiter
from .model import Resume as Resume
from .model import School as School
from .model import Settings as Settings
from .model import ShownSections as ShownSections
from .model import SupportAgent as SupportAgent
from .model import SupportCase as SupportCase
from .model import Verification as Verification
from .model import Viewer as Viewer
from .model import Visibility as Visibility
from .model import Visitor as Visitor
from .policy.editing import editable as editable
from .policy.explanation import explain as explain
from .policy.situation import covered_by as covered_by
from .policy.table import POLICY_2023_04 as POLICY_2023_04
from .policy.table import Policy as Policy
from .policy.table import is_shown as is_shown
from .projection.caching import cache_control as cache_control
from .projection.difference import Difference as Difference
from .projection.difference import StandsFor as StandsFor
from .projection.difference import difference as difference
from .projection.form_view import FormView as FormView
from .projection.form_view import ShownForm as ShownForm
from .projection.kept import dump_findings as dump_findings
from .projection.kept import with_findings as with_findings
from .projection.messages import text_for as text_for
from .projection.notices import Notice as Notice
from .projection.notices import notice_of as notice_of
from .projection.recording import record_of as record_of
from .projection.records import AccessRecord as AccessRecord
from .projection.records import RecordedCompany as RecordedCompany
from .projection.release import view_for as view_for
from .projection.view import ResumeView as ResumeView
from .projection.view import ShownContact as ShownContact
from .projection.view import VirtualLine as VirtualLine

__all__ = [
    "FULLY_VERIFIED",
    "POLICY_2023_04",
    "AccessRecord",
    "Action",
    "CampusForm",
    "Channel",
    "CommunityMember",
    "Company",
    "CompanyBlock",
    "Difference",
    "FormView",
    "Headhunter",
    "InvalidForm",
    "InvalidRecord",
    "InvalidResume",
    "InvalidSettings",
    "InvalidValue",
    "InvalidViewer",
    "KeywordBlock",
    "Language",
    "Mailbox",
    "NameDisplay",
    "Notice",
    "NoticeChannel",
    "Owner",
    "Part",
    "Policy",
    "Problem",
    "Recipient",
    "Recommender",
    "RecordedCompany",
    "Recruiter",
    "Resume",
    "ResumeView",
    "ResumeVisibilityError",
    "School",
    "Settings",
    "ShownContact",
    "ShownForm",
    "ShownSections",
    "StandsFor",
    "SupportAgent",
    "SupportCase",
    "Verification",
    "ViewRefused",
    "Viewer",
    "VirtualLine",
    "Visibility",
    "Visitor",
    "cache_control",
    "covered_by",
    "difference",
    "dump_findings",
    "dump_form",
    "dump_notice",
    "dump_record",
    "dump_resume",
    "dump_settings",
    "dump_view",
    "dump_viewer",
    "editable",
    "explain",
    "is_shown",
    "load_form",
    "load_record",
    "load_resume",
    "load_settings",
    "load_viewer",
    "notice_of",
    "patch_settings",
    "record_of",
    "text_for",
    "view_for",
    "view_to_dict",
    "with_findings",
    "with_settings",
]
