"""Where an IP address belongs (IP 归属地): the province at home, the country abroad, and nothing finer."""

from typing import TypeAlias

import attrs

from ..errors import Problem
from .building import Checked, Choice


class Province(Choice):
    """A province, autonomous region, municipality or special administrative region, by its code in ISO 3166-2:CN.

    Hong Kong, Macau and Taiwan are listed here, as the platforms under the policy show them (中国香港, 中国澳门, 中国台湾).
    """

    BEIJING = "CN-BJ"
    TIANJIN = "CN-TJ"
    HEBEI = "CN-HE"
    SHANXI = "CN-SX"
    INNER_MONGOLIA = "CN-NM"
    LIAONING = "CN-LN"
    JILIN = "CN-JL"
    HEILONGJIANG = "CN-HL"
    SHANGHAI = "CN-SH"
    JIANGSU = "CN-JS"
    ZHEJIANG = "CN-ZJ"
    ANHUI = "CN-AH"
    FUJIAN = "CN-FJ"
    JIANGXI = "CN-JX"
    SHANDONG = "CN-SD"
    HENAN = "CN-HA"
    HUBEI = "CN-HB"
    HUNAN = "CN-HN"
    GUANGDONG = "CN-GD"
    GUANGXI = "CN-GX"
    HAINAN = "CN-HI"
    CHONGQING = "CN-CQ"
    SICHUAN = "CN-SC"
    GUIZHOU = "CN-GZ"
    YUNNAN = "CN-YN"
    TIBET = "CN-XZ"
    SHAANXI = "CN-SN"
    GANSU = "CN-GS"
    QINGHAI = "CN-QH"
    NINGXIA = "CN-NX"
    XINJIANG = "CN-XJ"
    HONG_KONG = "CN-HK"
    MACAU = "CN-MO"
    TAIWAN = "CN-TW"

    @property
    def chinese(self) -> str:
        """As a chat window or a profile shows it: 广东, 内蒙古, 中国香港."""
        return _CHINESE[self]


_CHINESE = dict(
    zip(
        Province,
        [
            "北京",
            "天津",
            "河北",
            "山西",
            "内蒙古",
            "辽宁",
            "吉林",
            "黑龙江",
            "上海",
            "江苏",
            "浙江",
            "安徽",
            "福建",
            "江西",
            "山东",
            "河南",
            "湖北",
            "湖南",
            "广东",
            "广西",
            "海南",
            "重庆",
            "四川",
            "贵州",
            "云南",
            "西藏",
            "陕西",
            "甘肃",
            "青海",
            "宁夏",
            "新疆",
            "中国香港",
            "中国澳门",
            "中国台湾",
        ],
        strict=True,
    )
)

_COUNTRIES = frozenset(
    [
        "AD",
        "AE",
        "AF",
        "AG",
        "AI",
        "AL",
        "AM",
        "AO",
        "AQ",
        "AR",
        "AS",
        "AT",
        "AU",
        "AW",
        "AX",
        "AZ",
        "BA",
        "BB",
        "BD",
        "BE",
        "BF",
        "BG",
        "BH",
        "BI",
        "BJ",
        "BL",
        "BM",
        "BN",
        "BO",
        "BQ",
        "BR",
        "BS",
        "BT",
        "BV",
        "BW",
        "BY",
        "BZ",
        "CA",
        "CC",
        "CD",
        "CF",
        "CG",
        "CH",
        "CI",
        "CK",
        "CL",
        "CM",
        "CO",
        "CR",
        "CU",
        "CV",
        "CW",
        "CX",
        "CY",
        "CZ",
        "DE",
        "DJ",
        "DK",
        "DM",
        "DO",
        "DZ",
        "EC",
        "EE",
        "EG",
        "EH",
        "ER",
        "ES",
        "ET",
        "FI",
        "FJ",
        "FK",
        "FM",
        "FO",
        "FR",
        "GA",
        "GB",
        "GD",
        "GE",
        "GF",
        "GG",
        "GH",
        "GI",
        "GL",
        "GM",
        "GN",
        "GP",
        "GQ",
        "GR",
        "GS",
        "GT",
        "GU",
        "GW",
        "GY",
        "HM",
        "HN",
        "HR",
        "HT",
        "HU",
        "ID",
        "IE",
        "IL",
        "IM",
        "IN",
        "IO",
        "IQ",
        "IR",
        "IS",
        "IT",
        "JE",
        "JM",
        "JO",
        "JP",
        "KE",
        "KG",
        "KH",
        "KI",
        "KM",
        "KN",
        "KP",
        "KR",
        "KW",
        "KY",
        "KZ",
        "LA",
        "LB",
        "LC",
        "LI",
        "LK",
        "LR",
        "LS",
        "LT",
        "LU",
        "LV",
        "LY",
        "MA",
        "MC",
        "MD",
        "ME",
        "MF",
        "MG",
        "MH",
        "MK",
        "ML",
        "MM",
        "MN",
        "MP",
        "MQ",
        "MR",
        "MS",
        "MT",
        "MU",
        "MV",
        "MW",
        "MX",
        "MY",
        "MZ",
        "NA",
        "NC",
        "NE",
        "NF",
        "NG",
        "NI",
        "NL",
        "NO",
        "NP",
        "NR",
        "NU",
        "NZ",
        "OM",
        "PA",
        "PE",
        "PF",
        "PG",
        "PH",
        "PK",
        "PL",
        "PM",
        "PN",
        "PR",
        "PS",
        "PT",
        "PW",
        "PY",
        "QA",
        "RE",
        "RO",
        "RS",
        "RU",
        "RW",
        "SA",
        "SB",
        "SC",
        "SD",
        "SE",
        "SG",
        "SH",
        "SI",
        "SJ",
        "SK",
        "SL",
        "SM",
        "SN",
        "SO",
        "SR",
        "SS",
        "ST",
        "SV",
        "SX",
        "SY",
        "SZ",
        "TC",
        "TD",
        "TF",
        "TG",
        "TH",
        "TJ",
        "TK",
        "TL",
        "TM",
        "TN",
        "TO",
        "TR",
        "TT",
        "TV",
        "TZ",
        "UA",
        "UG",
        "UM",
        "US",
        "UY",
        "UZ",
        "VA",
        "VC",
        "VE",
        "VG",
        "VI",
        "VN",
        "VU",
        "WF",
        "WS",
        "YE",
        "YT",
        "ZA",
        "ZM",
        "ZW",
    ]
)


@attrs.frozen(repr=False)
class Country(Checked):
    """A country or territory abroad, by its two letters in ISO 3166-1; those of China are provinces here."""

    code: str

    def _problems(self) -> list[Problem]:
        if self.code in _COUNTRIES:
            return []
        return [
            Problem("code", "expected two letters of ISO 3166-1, such as US; CN, HK, MO and TW are provinces")
        ]


IpRegion: TypeAlias = Province | Country
"""境内展示到省（自治区、直辖市），境外展示到国家（地区）: it cannot hold a city, let alone an address."""
