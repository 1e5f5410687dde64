"""How fast views are, as ratios against a floor measured in the same run: `python tests/benchmarks/core.py`.

The floor is what a service would write by hand without any rule: a projection of the same resume to a dict, field by
field. Bounds hold on any machine, since both sides run on it; the script fails when one is broken.
"""

import sys
import timeit
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import attrs
import orjson

from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    KeywordBlock,
    NameDisplay,
    Part,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    Settings,
    ShownSections,
    SupportAgent,
    SupportCase,
    Viewer,
    Visibility,
    dump_view,
    view_for,
    view_to_dict,
)
from resume_visibility.model import (
    Application,
    Availability,
    Basics,
    CareerStage,
    Checked,
    CommunityProfile,
    Consent,
    Contact,
    Conversation,
    Degree,
    Education,
    Email,
    Gender,
    Intention,
    JobType,
    MobileNumber,
    MonthlySalary,
    Period,
    PersonName,
    Profile,
    Project,
    SearchStatus,
    Work,
    YearMonth,
    follows,
)
from resume_visibility.model.building import fields_of

AT = datetime(2026, 11, 1, tzinfo=UTC)
PROSE = (
    "负责公司核心交易系统的架构设计与研发，主导微服务拆分，建立监控与容量规划，带领团队完成多次大促保障。" * 7
)[:300]


LATIN_PROSE = (
    "使用Java与Spring Boot主导微服务拆分，QPS由800提升至12000，P99延迟由480ms降到65ms；2019年起建立监控与容量规划，带领8人团队"
    "完成多次618、双11大促保障，可用性99.99%。" * 4
)[:300]


def resume(**changes: Any) -> Resume:
    """3 jobs, 3 projects, 2 schools, descriptions of 300 characters."""
    return attrs.evolve(
        Resume(
            id="resume-1",
            candidate="candidate-1",
            basics=Basics(
                name=PersonName("张三丰"),
                profile=Profile(
                    gender=Gender.MALE,
                    born=YearMonth(1990, 1),
                    work_started=2012,
                    residence="上海",
                    stage=CareerStage.WORKING,
                ),
                contact=Contact(mobile=MobileNumber("+8613800138000"), email=Email("me@example.com")),
            ),
            strengths=PROSE,
            highlights="十年后端研发经验",
            intention=Intention(
                position="架构师",
                cities=("上海", "杭州"),
                salary=MonthlySalary(40000, 60000),
                job_type=JobType.FULL_TIME,
                search_status=SearchStatus.OPEN_TO_OFFERS,
                availability=Availability.WITHIN_ONE_MONTH,
            ),
            work=tuple(
                Work(
                    company=f"某某科技有限公司{'甲乙丙'[i]}",
                    period=Period(YearMonth(2012 + 3 * i, 7), YearMonth(2015 + 3 * i, 6)),
                    position="高级工程师",
                    description=PROSE,
                    job_type=JobType.FULL_TIME,
                )
                for i in range(3)
            ),
            projects=tuple(
                Project(
                    name=f"交易平台{'甲乙丙'[i]}", period=Period(YearMonth(2013 + i, 1)), description=PROSE
                )
                for i in range(3)
            ),
            education=tuple(
                Education(
                    school=f"某某大学{'甲乙'[i]}",
                    degree=(Degree.BACHELOR, Degree.MASTER)[i],
                    period=Period(YearMonth(2006 + 4 * i, 9), YearMonth(2010 + 2 * i, 6)),
                    major="计算机科学与技术",
                    full_time=True,
                    studied_abroad=False,
                    major_description=PROSE,
                )
                for i in range(2)
            ),
            settings=Settings(
                visibility=Visibility.PUBLIC,
                name_display=NameDisplay.HONORIFIC,
                resume_permission=True,
                chat_permission=True,
            ),
        ),
        **changes,
    )


def month(at: YearMonth | None) -> str | None:
    return None if at is None else f"{at.year}-{at.month:02}"


def floor(r: Any) -> dict[str, Any]:
    """The same content as the view's JSON, by hand and without a rule, of a resume that lacks nothing."""
    profile, intention = r.basics.profile, r.intention
    return {
        "id": r.id,
        "display_name": r.basics.name.full[0] + "先生",
        "avatar": r.basics.avatar,
        "profile": {
            "gender": profile.gender.value,
            "born": month(profile.born),
            "work_started": profile.work_started,
            "residence": profile.residence,
            "stage": profile.stage.value,
        },
        "strengths": r.strengths,
        "highlights": r.highlights,
        "intention": {
            "position": intention.position,
            "cities": list(intention.cities),
            "salary": {"low": intention.salary.low, "high": intention.salary.high},
            "job_type": intention.job_type.value,
            "search_status": intention.search_status.value,
            "availability": intention.availability.value,
        },
        "work": [
            {
                "company": work.company,
                "period": {"start": month(work.period.start), "end": month(work.period.end)},
                "position": work.position,
                "description": work.description,
                "job_type": work.job_type.value,
                "skills": list(work.skills),
                "industry": work.industry,
                "company_size": work.company_size,
                "company_nature": work.company_nature,
                "overseas": work.overseas,
            }
            for work in r.work
        ],
        "projects": [
            {
                "name": project.name,
                "period": {"start": month(project.period.start), "end": month(project.period.end)},
                "description": project.description,
                "company": project.company,
            }
            for project in r.projects
        ],
        "education": [
            {
                "school": education.school,
                "degree": education.degree.value,
                "period": {"start": month(education.period.start), "end": month(education.period.end)},
                "major": education.major,
                "full_time": education.full_time,
                "studied_abroad": education.studied_abroad,
                "major_description": education.major_description,
            }
            for education in r.education
        ],
        "awards": [{"name": award.name, "date": month(award.date)} for award in r.awards],
        "campus_positions": [{"title": position.title} for position in r.campus_positions],
        "certificates": [{"name": certificate.name} for certificate in r.certificates],
        "skills": [{"name": skill.name, "proficiency": skill.proficiency.value} for skill in r.skills],
        "training": [{"course": training.course} for training in r.training],
        "portfolio": [{"description": item.description} for item in r.portfolio],
        "additional": [{"topic": item.topic} for item in r.additional],
        "attachments": [{"id": item.id, "file_name": item.file_name} for item in r.attachments],
        "video": None if r.video is None else {"id": r.video.id},
    }


class First:
    """Calls for a view of one resume after another, none of which anybody saw before: `ready` makes them."""

    def __init__(self, viewer: Viewer, resume: Resume) -> None:
        self._viewer, self._resume = viewer, resume
        self._unseen: Iterator[Resume] = iter(())

    def ready(self, number: int) -> None:
        self._unseen = iter([attrs.evolve(self._resume) for _ in range(number)])

    def __call__(self) -> object:
        return view_for(self._viewer, next(self._unseen), at=AT)


def microseconds(calls: dict[str, Callable[[], object]], rounds: int = 15) -> dict[str, float]:
    """The best mean of each call over rounds that run all of them in turn, so that a slow moment hits all alike."""
    timers = {name: timeit.Timer(call) for name, call in calls.items()}
    numbers = {
        name: _AT_A_TIME if isinstance(calls[name], First) else max(1, timer.autorange()[0] // 10)
        for name, timer in timers.items()
    }
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(rounds):
        for name, timer in timers.items():
            call = calls[name]
            if isinstance(call, First):
                call.ready(_AT_A_TIME)
            best[name] = min(best[name], timer.timeit(numbers[name]) / numbers[name] * 1e6)
    return best


_AT_A_TIME = 200


def consent() -> Consent:
    """To a course provider: name, phone, region."""
    return Consent(
        recipient="academy",
        recipient_name="某某学院",
        recipient_contact="客服",
        purpose="course-consultation",
        method="电话沟通",
        parts=frozenset({Part.NAME, Part.MOBILE, Part.REGION}),
        begins=AT - timedelta(days=1),
        ends=AT + timedelta(days=1),
    )


def worldly(plain: Resume) -> Resume:
    """The same, as most people write: with figures and Latin words in every description."""
    return attrs.evolve(
        plain,
        strengths=LATIN_PROSE,
        work=tuple(attrs.evolve(work, description=LATIN_PROSE) for work in plain.work),
        projects=tuple(attrs.evolve(project, description=LATIN_PROSE) for project in plain.projects),
        education=tuple(attrs.evolve(school, major_description=LATIN_PROSE) for school in plain.education),
    )


@attrs.frozen(kw_only=True, repr=False)
class OurWork(Work):
    """A field more that goes with its section, and one for the owner alone."""

    department: str | None = None
    leaving: str | None = attrs.field(default=None, metadata=follows(None))


@attrs.frozen(kw_only=True, repr=False)
class Volunteering(Checked):
    """A section of one's own."""

    organisation: str | None = None
    period: Period | None = None
    summary: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OurSections(ShownSections):
    """What a view shows."""

    work: tuple[OurWork, ...] = ()
    volunteering: tuple[Volunteering, ...] = attrs.field(default=(), metadata=follows(Part.WORK))


@attrs.frozen(kw_only=True, repr=False)
class OurResume(Resume[OurSections]):
    """What goes in."""

    work: tuple[OurWork, ...] = ()
    volunteering: tuple[Volunteering, ...] = ()


def ours(plain: Resume) -> OurResume:
    """The same, with sections and fields of one's own, whose texts are as long."""
    fields = {name: getattr(plain, name) for name, _ in fields_of(Resume)}
    work = tuple(
        OurWork(
            **{name: getattr(one, name) for name, _ in fields_of(Work)}, department="研发部", leaving="发展"
        )
        for one in plain.work
    )
    periods = [project.period for project in plain.projects]
    volunteering = tuple(
        Volunteering(organisation=f"红十字会{i}", period=period, summary=project.description)
        for i, (period, project) in enumerate(zip(periods, plain.projects, strict=True))
    )
    return OurResume(**{**fields, "work": work, "volunteering": volunteering})


def leaves(plain: Any) -> int:
    """How many values there are in plain data."""
    if isinstance(plain, (list, dict)):
        return sum(map(leaves, plain.values() if isinstance(plain, dict) else plain))
    return 1


def many(count: int) -> dict[str, Any]:
    """A resume's blocks and applications, thousands of them."""
    blocks = [CompanyBlock(company=f"b{i}", at=AT - timedelta(days=i + 1)) for i in range(count // 2)]
    words = [KeywordBlock(keyword=f"某某{i}号公司", at=AT - timedelta(days=i + 1)) for i in range(count // 2)]
    sent = [Application(company=f"a{i % 50}", at=AT - timedelta(hours=i + 1)) for i in range(count)]
    settings = attrs.evolve(resume().settings, blocks=(*blocks, *words))
    return {"settings": settings, "applications": tuple(sent)}


def fields_shown(viewer: Viewer, resume: Resume) -> int:
    """How many values a view shows."""
    view = view_for(viewer, resume, at=AT)
    assert view is not None
    return leaves(view_to_dict(view)["sections"])


def main() -> int:
    """Print the table; 1 when a bound is broken."""
    plain, crowded = resume(), resume(**many(2000))
    latin = worldly(plain)
    own = ours(latin)
    company = Company(id="acme", name="阿克米科技（上海）有限公司")
    viewer = Recruiter(id="u1", company=company, signed_in=True, verified=FULLY_VERIFIED)
    other = attrs.evolve(viewer, id="u2", company=Company(id="other", name="某某实业有限公司"))
    stranger = attrs.evolve(viewer, signed_in=False)

    met = resume(
        conversations=(Conversation(company="acme", since=AT - timedelta(days=1)),),
        consents=(consent(),),
        community=CommunityProfile(id="member-7", avatar="face-7"),
        settings=attrs.evolve(
            plain.settings, nickname=NameDisplay.HONORIFIC, personalised_recommendation=True
        ),
    )
    others: dict[str, Viewer] = {
        "a chat": attrs.evolve(viewer, action=Action.CHAT),
        "a community member": CommunityMember(id="u3", signed_in=True),
        "the recommender": Recommender(),
        "a recipient by consent": Recipient(id="academy", purpose="course-consultation"),
        "a headhunter with clients": Headhunter(
            id="u4",
            agency=Company(id="agency", name="某某猎头有限公司"),
            clients=tuple(Company(id=f"client-{i}", name=f"客户{i}有限公司") for i in range(20)),
            signed_in=True,
            verified=FULLY_VERIFIED,
        ),
        "a support agent": SupportAgent(
            id="u5",
            case=SupportCase(id="case-1", opened=AT - timedelta(days=1), complainant="candidate-1"),
            signed_in=True,
        ),
    }
    assert all(view_for(who, met, at=AT) for who in others.values())
    view = view_for(viewer, plain, at=AT)
    assert view is not None
    view_for(viewer, crowded, at=AT)
    took = microseconds(
        {
            "floor": lambda: floor(plain),
            "floor with orjson": lambda: orjson.dumps(floor(plain)),
            "refused": lambda: view_for(stranger, plain, at=AT),
            "shown, seen before by another company": lambda: view_for(other, plain, at=AT),
            "shown, first time": First(viewer, plain),
            "shown, first time, figures and Latin words": First(viewer, latin),
            "the same, sections of one's own, per field": First(viewer, own),
            "view to JSON with orjson": lambda: dump_view(view, dumps=orjson.dumps),
            "refused, 2,000 blocks and applications": lambda: view_for(stranger, crowded, at=AT),
            "shown, 2,000 blocks and applications": lambda: view_for(other, crowded, at=AT),
            **{name: partial(view_for, who, met, at=AT) for name, who in others.items()},
        }
    )
    bare, floor_json = took.pop("floor"), took.pop("floor with orjson")
    per_field = took["shown, first time, figures and Latin words"] / fields_shown(viewer, latin)
    took["the same, sections of one's own, per field"] /= fields_shown(viewer, own)
    # A recipient's consents are read at each view, since they may be withdrawn at any instant.
    bounds = (0.4, 0.8, 35.0, 70.0, 1.1, 1.6, 0.6, 1.0, 0.9, 0.8, 0.8, 2.2, 0.8, 0.8)
    rows = [
        (
            name,
            time,
            floor_json if "JSON" in name else per_field if "per field" in name else bare,
            bound,
        )
        for (name, time), bound in zip(took.items(), bounds, strict=True)
    ]
    print(f"floor {bare:.2f} µs, with orjson {floor_json:.2f} µs")
    print(f"{'':42}{'µs':>8}{'ratio':>8}{'bound':>8}")
    for name, time, against, bound in rows:
        print(
            f"{name:42}{time:8.2f}{time / against:8.2f}{bound:8.2f}{'' if time <= bound * against else '  BROKEN'}"
        )
    return int(any(time > bound * against for _, time, against, bound in rows))


if __name__ == "__main__":
    sys.exit(main())
