"""The region of an IP address (IP 归属地): in China the province, abroad the country, and nothing finer."""

from collections.abc import Iterator

import attrs

from ..errors import Problem
from .building import Checked

_AT_HOME = """
    BJ 北京  TJ 天津  HE 河北  SX 山西  NM 内蒙古
    LN 辽宁  JL 吉林  HL 黑龙江
    SH 上海  JS 江苏  ZJ 浙江  AH 安徽  FJ 福建  JX 江西  SD 山东
    HA 河南  HB 湖北  HN 湖南  GD 广东  GX 广西  HI 海南
    CQ 重庆  SC 四川  GZ 贵州  YN 云南  XZ 西藏
    SN 陕西  GS 甘肃  QH 青海  NX 宁夏  XJ 新疆
    HK 中国香港  MO 中国澳门  TW 中国台湾
"""
_WORDS = _AT_HOME.split()

PROVINCES = {f"CN-{code}": name for code, name in zip(_WORDS[::2], _WORDS[1::2], strict=True)}
"""The provinces, autonomous regions, municipalities and special administrative regions, by their code in ISO 3166-2:CN,
as the platforms under the policy show them: Hong Kong, Macau and Taiwan are regions of China.
"""

_ABROAD = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ
    BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CO CR CU CV CW CX CY CZ
    DE DJ DK DM DO DZ
    EC EE EG EH ER ES ET
    FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
    HM HN HR HT HU
    ID IE IL IM IN IO IQ IR IS IT
    JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ
    LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MP MQ MR MS MT MU MV MW MX MY MZ
    NA NC NE NF NG NI NL NO NP NR NU NZ
    OM
    PA PE PF PG PH PK PL PM PN PR PS PT PW PY
    QA
    RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ
    TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TZ
    UA UG UM US UY UZ
    VA VC VE VG VI VN VU
    WF WS
    YE YT
    ZA ZM ZW
"""

COUNTRIES = frozenset(_ABROAD.split())
"""The countries and territories abroad, by their two letters in ISO 3166-1."""


@attrs.frozen(repr=False)
class IpRegion(Checked):
    """境内展示到省（自治区、直辖市），境外展示到国家（地区）. It cannot hold a city or an address (CHAT-1, COMMUNITY-1).

    Args:
        code: one of `PROVINCES` in China, such as "CN-GD"; one of `COUNTRIES` abroad, such as "SG".
    """

    code: str

    def _problems(self) -> Iterator[Problem]:
        if self.code not in PROVINCES and self.code not in COUNTRIES:
            expected = (
                "expected a province such as CN-GD, or a country such as SG; HK, MO and TW are provinces"
            )
            yield Problem("code", expected)

    @property
    def province(self) -> str | None:
        """At home, the name to show: 广东, 内蒙古, 中国香港; None abroad."""
        return PROVINCES.get(self.code)
