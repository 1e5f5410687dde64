"""个人基本信息 of campus and company-made forms, the one section that every form has."""

from collections.abc import Iterator

import attrs

from ..errors import Problem
from .building import Checked, Id
from .choices import Gender, PoliticalStatus
from .names import PersonName, unseen
from .values import Email, MobileNumber, PhoneNumber, YearMonth


@attrs.frozen(kw_only=True, repr=False)
class CampusProfile(Checked):
    """What 个人基本信息 states of the person, apart from names, contact and photo.

    Args:
        gender: 性别.
        born: 出生年月.
        desired_places: 期望工作地点.
        political_status: 政治面貌.
        household_registration: 户口所在地.
        residence: 目前居住地.
    """

    gender: Gender | None = None
    born: YearMonth | None = None
    desired_places: tuple[str, ...] = ()
    political_status: PoliticalStatus | None = None
    household_registration: str | None = None
    residence: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class PostalAddress(Checked):
    """通信地址 and 邮政编码."""

    address: str | None = None
    postcode: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class CampusContact(Checked):
    """The candidate's own contact details: 电子邮箱, 手机号码, 固定电话, 通信地址."""

    email: Email | None = None
    mobile: MobileNumber | None = None
    landline: PhoneNumber | None = None
    postal_address: PostalAddress | None = None


@attrs.frozen(kw_only=True, repr=False)
class CampusBasics(Checked):
    """个人基本信息, the one section that every form has, empty or not.

    Args:
        name: 姓名.
        english_name: 英文名.
        profile: what is stated of the person.
        contact: the candidate's own.
        emergency_name: 紧急联系人姓名, another person's.
        emergency_phone: 紧急联系方式, another person's.
        photo: 照片, the id of an image.
    """

    name: PersonName | None = None
    english_name: str | None = None
    profile: CampusProfile = attrs.field(factory=CampusProfile)
    contact: CampusContact = attrs.field(factory=CampusContact)
    emergency_name: str | None = None
    emergency_phone: PhoneNumber | None = None
    photo: Id | None = None

    def _problems(self) -> Iterator[Problem]:
        """`english_name` and `emergency_name` have something in them that can be seen."""
        yield from unseen("english_name", self.english_name)
        yield from unseen("emergency_name", self.emergency_name)
