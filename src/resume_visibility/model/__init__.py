"""The values that go in: frozen, and valid once built. No rule lives here."""

from ..lazy import entrance

__all__, __getattr__, __dir__ = entrance(
    __name__,
    globals(),
    {
        "building": "Checked Id Limits declared",
        "campus": "CampusForm",
        "campus_basics": "CampusBasics CampusContact CampusProfile PostalAddress",
        "campus_sections": """
            CampusAward CampusCertificate CampusEducation CampusProject CampusTraining IntellectualProperty
            Internship ItSkill LanguageAbility OtherLanguage Practice Publication Relative Relatives Remarks
            SchoolPost
        """,
        "choices": """
            Availability CareerStage CompanyNature CompanySize Degree Gender JobType PoliticalStatus
            Proficiency SearchStatus
        """,
        "consents": "Consent LegalOrder PUBLIC ShareForm",
        "following": "follows",
        "language": "Language Words",
        "names": "PersonName",
        "parts": "Channel Document Part",
        "regions": "IpRegion",
        "resume": "CommunityProfile Resume",
        "sections": """
            Additional Attachment Award Basics CampusPosition Certificate Contact Education Intention
            PortfolioImage PortfolioItem PortfolioLink Profile Project Skill Training Video Work
        """,
        "settings": """
            Account AgeVerified Application Block CompanyBlock Conversation Delivery KeywordBlock NameDisplay
            NoticeChannel OnlineTalk Settings VirtualNumber Visibility
        """,
        "shown": "ShownSections",
        "values": "Currency Email MobileNumber MonthlySalary Period PhoneNumber Url YearMonth",
        "viewers": """
            Action CommunityMember Company FULLY_VERIFIED Headhunter Mailbox Owner Recipient Recommender
            Recruiter School SupportAgent SupportCase Verification Viewer Visitor
        """,
    },
)
