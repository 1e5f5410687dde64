"""The headings of exported tables in Chinese."""

from ..model.parts import Part
from ..policy.words import WORDS

CHINESE_HEADINGS = {part.value: WORDS[part].zh for part in Part} | {
    "id": "简历编号",
    "display_name": "称呼",
    "expected_position": "期望职位",
    "expected_cities": "期望的工作城市",
    "expected_salary_low": "期望月薪下限",
    "expected_salary_high": "期望月薪上限",
    "expected_salary_currency": "薪资币种",
    "expected_job_type": "工作类型",
    "expected_industry": "期望行业",
    "search_status": "求职状态",
    "availability": "到岗时间",
    "channels": "联系渠道",
    "virtual_numbers": "全部虚拟号码",
    "gender": "性别",
    "born": "出生年月",
    "work_started": "开始工作年份",
    "residence": "居住地",
    "stage": "身份",
    "political_status": "政治面貌",
    "withheld": "不予展示的部分",
    "actions": "可进行的操作",
    "exported_at": "导出时间",
    "policy": "隐私条款版本",
    "clauses": "依据规则",
    "view_until": "展示内容有效期至",
    "number_until": "虚拟号码有效期至",
    "desired_places": "期望工作地点",
    "household_registration": "户口所在地",
    "section": "栏目",
    "start": "开始",
    "end": "结束",
    "organisation": "公司/学校/机构",
    "title": "职位/项目/专业/课程",
    "description": "描述",
    "more": "其他内容",
}
"""By the English heading, which is the name of the field. The heading of a part is its usual name."""
