"""The public names. Type checkers read them here, and so does `__init__.py`, which finds each when it is asked for."""

from .building import Checked as Checked
from .building import Id as Id
from .building import Limits as Limits
from .building import declared as declared
from .campus import CampusForm as CampusForm
from .campus_basics import CampusBasics as CampusBasics
from .campus_basics import CampusContact as CampusContact
from .campus_basics import CampusProfile as CampusProfile
from .campus_basics import PostalAddress as PostalAddress
from .campus_sections import CampusAward as CampusAward
from .campus_sections import CampusCertificate as CampusCertificate
from .campus_sections import CampusEducation as CampusEducation
from .campus_sections import CampusProject as CampusProject
from .campus_sections import CampusTraining as CampusTraining
from .campus_sections import IntellectualProperty as IntellectualProperty
from .campus_sections import Internship as Internship
from .campus_sections import ItSkill as ItSkill
from .campus_sections import LanguageAbility as LanguageAbility
from .campus_sections import OtherLanguage as OtherLanguage
from .campus_sections import Practice as Practice
from .campus_sections import Publication as Publication
from .campus_sections import Relative as Relative
from .campus_sections import Relatives as Relatives
from .campus_sections import Remarks as Remarks
from .campus_sections import SchoolPost as SchoolPost
from .choices import Availability as Availability
from .choices import CareerStage as CareerStage
from .choices import CompanyNature as CompanyNature
from .choices import CompanySize as CompanySize
from .choices import Degree as Degree
from .choices import Gender as Gender
from .choices import JobType as JobType
from .choices import PoliticalStatus as PoliticalStatus
from .choices import Proficiency as Proficiency
from .choices import SearchStatus as SearchStatus
from .consents import PUBLIC as PUBLIC
from .consents import Consent as Consent
from .consents import LegalOrder as LegalOrder
from .consents import ShareForm as ShareForm
from .following import follows as follows
from .language import Language as Language
from .language import Words as Words
from .names import PersonName as PersonName
from .parts import Channel as Channel
from .parts import Document as Document
from .parts import Part as Part
from .regions import IpRegion as IpRegion
from .resume import CommunityProfile as CommunityProfile
from .resume import Resume as Resume
from .sections import Additional as Additional
from .sections import Attachment as Attachment
from .sections import Award as Award
from .sections import Basics as Basics
from .sections import CampusPosition as CampusPosition
from .sections import Certificate as Certificate
from .sections import Contact as Contact
from .sections import Education as Education
from .sections import Intention as Intention
from .sections import PortfolioImage as PortfolioImage
from .sections import PortfolioItem as PortfolioItem
from .sections import PortfolioLink as PortfolioLink
from .sections import Profile as Profile
from .sections import Project as Project
from .sections import Skill as Skill
from .sections import Training as Training
from .sections import Video as Video
from .sections import Work as Work
from .settings import Account as Account
from .settings import AgeVerified as AgeVerified
from .settings import Application as Application
from .settings import Block as Block
from .settings import CompanyBlock as CompanyBlock
from .settings import Conversation as Conversation
from .settings import Delivery as Delivery
from .settings import KeywordBlock as KeywordBlock
from .settings import NameDisplay as NameDisplay
from .settings import NoticeChannel as NoticeChannel
from .settings import OnlineTalk as OnlineTalk
from .settings import Settings as Settings
from .settings import VirtualNumber as VirtualNumber
from .settings import Visibility as Visibility
from .shown import ShownSections as ShownSections
from .values import Currency as Currency
from .values import Email as Email
from .values import MobileNumber as MobileNumber
from .values import MonthlySalary as MonthlySalary
from .values import Period as Period
from .values import PhoneNumber as PhoneNumber
from .values import Url as Url
from .values import YearMonth as YearMonth
from .viewers import FULLY_VERIFIED as FULLY_VERIFIED
from .viewers import Action as Action
from .viewers import CommunityMember as CommunityMember
from .viewers import Company as Company
from .viewers import Headhunter as Headhunter
from .viewers import Mailbox as Mailbox
from .viewers import Owner as Owner
from .viewers import Recipient as Recipient
from .viewers import Recommender as Recommender
from .viewers import Recruiter as Recruiter
from .viewers import School as School
from .viewers import SupportAgent as SupportAgent
from .viewers import SupportCase as SupportCase
from .viewers import Verification as Verification
from .viewers import Viewer as Viewer
from .viewers import Visitor as Visitor

__all__ = [
    "FULLY_VERIFIED",
    "PUBLIC",
    "Account",
    "Action",
    "Additional",
    "AgeVerified",
    "Application",
    "Attachment",
    "Availability",
    "Award",
    "Basics",
    "Block",
    "CampusAward",
    "CampusBasics",
    "CampusCertificate",
    "CampusContact",
    "CampusEducation",
    "CampusForm",
    "CampusPosition",
    "CampusProfile",
    "CampusProject",
    "CampusTraining",
    "CareerStage",
    "Certificate",
    "Channel",
    "Checked",
    "CommunityMember",
    "CommunityProfile",
    "Company",
    "CompanyBlock",
    "CompanyNature",
    "CompanySize",
    "Consent",
    "Contact",
    "Conversation",
    "Currency",
    "Degree",
    "Delivery",
    "Document",
    "Education",
    "Email",
    "Gender",
    "Headhunter",
    "Id",
    "IntellectualProperty",
    "Intention",
    "Internship",
    "IpRegion",
    "ItSkill",
    "JobType",
    "KeywordBlock",
    "Language",
    "LanguageAbility",
    "LegalOrder",
    "Limits",
    "Mailbox",
    "MobileNumber",
    "MonthlySalary",
    "NameDisplay",
    "NoticeChannel",
    "OnlineTalk",
    "OtherLanguage",
    "Owner",
    "Part",
    "Period",
    "PersonName",
    "PhoneNumber",
    "PoliticalStatus",
    "PortfolioImage",
    "PortfolioItem",
    "PortfolioLink",
    "PostalAddress",
    "Practice",
    "Proficiency",
    "Profile",
    "Project",
    "Publication",
    "Recipient",
    "Recommender",
    "Recruiter",
    "Relative",
    "Relatives",
    "Remarks",
    "Resume",
    "School",
    "SchoolPost",
    "SearchStatus",
    "Settings",
    "ShareForm",
    "ShownSections",
    "Skill",
    "SupportAgent",
    "SupportCase",
    "Training",
    "Url",
    "Verification",
    "Video",
    "Viewer",
    "VirtualNumber",
    "Visibility",
    "Visitor",
    "Words",
    "Work",
    "YearMonth",
    "declared",
    "follows",
]
