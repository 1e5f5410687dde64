"""The lists that sections of resumes and forms let a candidate choose from."""

from .building import Choice


class Gender(Choice):
    """性别, as far as the candidate stated it."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class CareerStage(Choice):
    """你的身份: working (职场人) or student (在校生)."""

    WORKING = "working"
    STUDENT = "student"


class PoliticalStatus(Choice):
    """政治面貌."""

    PARTY_MEMBER = "party_member"
    PROBATIONARY_PARTY_MEMBER = "probationary_party_member"
    LEAGUE_MEMBER = "league_member"
    DEMOCRATIC_PARTY = "democratic_party"
    NO_PARTY = "no_party"
    MASSES = "masses"


class JobType(Choice):
    """工作类型."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    INTERNSHIP = "internship"


class SearchStatus(Choice):
    """求职状态."""

    AVAILABLE = "available"
    LOOKING_WHILE_EMPLOYED = "looking_while_employed"
    OPEN_TO_OFFERS = "open_to_offers"
    NOT_LOOKING = "not_looking"


class Availability(Choice):
    """到岗时间."""

    IMMEDIATELY = "immediately"
    WITHIN_ONE_WEEK = "within_one_week"
    WITHIN_ONE_MONTH = "within_one_month"
    WITHIN_THREE_MONTHS = "within_three_months"
    TO_BE_AGREED = "to_be_agreed"


class CompanySize(Choice):
    """公司规模, employees."""

    UNDER_50 = "under_50"
    FROM_50_TO_150 = "50_to_150"
    FROM_150_TO_500 = "150_to_500"
    FROM_500_TO_1000 = "500_to_1000"
    FROM_1000_TO_5000 = "1000_to_5000"
    FROM_5000_TO_10000 = "5000_to_10000"
    OVER_10000 = "over_10000"


class CompanyNature(Choice):
    """公司性质."""

    STATE_OWNED = "state_owned"
    PRIVATE = "private"
    FOREIGN = "foreign"
    JOINT_VENTURE = "joint_venture"
    LISTED = "listed"
    START_UP = "start_up"
    GOVERNMENT = "government"
    PUBLIC_INSTITUTION = "public_institution"
    NON_PROFIT = "non_profit"
    OTHER = "other"


class Degree(Choice):
    """学历/学位."""

    JUNIOR_HIGH = "junior_high"
    SECONDARY_VOCATIONAL = "secondary_vocational"
    HIGH_SCHOOL = "high_school"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    MBA = "mba"
    DOCTOR = "doctor"
    OTHER = "other"


class Proficiency(Choice):
    """熟练（掌握）程度."""

    BASIC = "basic"
    GOOD = "good"
    SKILLED = "skilled"
    EXPERT = "expert"
