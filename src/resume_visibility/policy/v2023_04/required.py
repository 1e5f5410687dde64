"""必填: what the policy requires of a resume (二(一)3(1)a) and of a form (二(一)3(1)b), in the policy's order."""

from ...model.complete import complete
from ...model.parts import Document

FIELD_WORDS: dict[Document, dict[str, str]] = complete(
    {
        Document.RESUME: {
            "basics.name": "姓名",
            "basics.profile.gender": "性别",
            "basics.profile.born": "出生年月",
            "basics.contact.mobile": "手机号码",
            "basics.profile.work_started": "开始工作年份",
            "basics.profile.residence": "居住地",
            "basics.profile.stage": "你的身份",
            "intention.position": "期望职位",
            "intention.cities": "期望的工作城市",
            "intention.salary": "期望月薪",
            "intention.job_type": "工作类型",
            "intention.search_status": "求职状态",
            "intention.availability": "到岗时间",
            "work.company": "公司名称",
            "work.period": "在职时间",
            "work.position": "职位",
            "work.description": "工作描述",
            "work.job_type": "工作类型",
            "projects.name": "项目名称",
            "projects.period": "项目时间",
            "projects.description": "项目描述",
            "education.school": "学校",
            "education.degree": "学历/学位",
            "education.period": "在校时间",
            "education.major": "专业",
            "education.full_time": "全日制",
            "education.studied_abroad": "留学经历",
            "awards.name": "获得奖项名称",
            "awards.date": "获得时间",
            "campus_positions.title": "职务名称",
            "campus_positions.period": "任职时间",
            "certificates.name": "证书名称",
            "certificates.date": "获得时间",
            "skills.name": "技能/语言",
            "skills.proficiency": "熟练（掌握）程度",
            "training.course": "培训课程",
            "training.period": "培训时间",
            "training.institution": "培训机构",
            "additional.topic": "主题",
            "additional.description": "主题描述",
        },
        Document.FORM: {
            "basics.name": "姓名",
            "basics.english_name": "英文名",
            "basics.profile.gender": "性别",
            "basics.profile.born": "出生年月",
            "basics.profile.desired_places": "期望工作地点",
            "basics.contact.email": "邮箱地址",
            "basics.contact.mobile": "手机号码",
            "education.highest_degree": "最高学历",
            "education.graduated": "毕业时间",
            "education.school": "毕业学校",
            "education.major": "专业",
            "languages.english_level": "英语水平",
            "languages.english_proficiency": "英语掌握程度",
        },
    },
    Document,
)
"""The Chinese word of each required field, by its path.

个人信息 is 必需信息. Every other section is not, but has required fields of its own once it is filled in. A company may require
more of its form than the policy does."""

REQUIRED: dict[Document, tuple[str, ...]] = {
    document: tuple(words) for document, words in FIELD_WORDS.items()
}
"""The paths of the required fields."""
