"""The pages of the candidate: my resume, as others see it, settings, who viewed it, grants, and my copy."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import attrs
import orjson
from fastapi import APIRouter, HTTPException, Request, Response
from starlette.datastructures import FormData

from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Company,
    Headhunter,
    InvalidResume,
    InvalidValue,
    Language,
    NoticeChannel,
    Owner,
    Part,
    Problem,
    Recruiter,
    Resume,
    ResumeView,
    Settings,
    Viewer,
    covered_by,
    difference,
    dump_resume,
    editable,
    notice_of,
    patch_settings,
    view_for,
    view_to_dict,
)
from resume_visibility.model import Consent
from resume_visibility.policy import Field, ViewerKind, missing

from .demo import cast, directory
from .effects import effects
from .service import Asked, Form, Who, go, not_shown, page
from .words import Words

router = APIRouter(prefix="/me")
_MOST_DAYS = 366
_LARGEST = 1024 * 1024
"""The bytes of a resume to which something may be added: half of what can be loaded again, so that there is room to take all of it back."""


def mine(who: Who, action: Action = Action.VIEW) -> tuple[Resume, ResumeView]:
    """The resume of the candidate who asks, and all of it as its owner sees it."""
    viewer, service = who.to(action), who.service
    is_unreadable = False
    for id_ in service.store.ids_of(viewer.candidate) if isinstance(viewer, Owner) else ():
        resume = service.found(service.store.resume, id_)
        view = service.answer(viewer, resume, service.clock())
        if resume is not None and view is not None:
            return resume, view
        is_unreadable = is_unreadable or resume is None
    if is_unreadable:  # its candidate knows that there is one, and is not to think that it is lost
        raise HTTPException(500)
    raise not_shown()


@router.get("")
def my_page(request: Request, who: Asked) -> Response:
    """My resume, with what is missing before it can be published, and what I may edit."""
    resume, view = mine(who)
    fields = sorted(field.value for field in editable(resume))
    return page(
        request, who, "me.html", view=view_to_dict(view), missing=missing(resume), fixed=_fixed(fields)
    )


def _fixed(fields: list[str]) -> list[str]:
    return sorted({field.value for field in Field} - {*fields})


@router.get("/copy")
def copy_page(request: Request, who: Asked) -> Response:
    """My copy, to read and to print."""
    _, view = mine(who, Action.EXPORT)
    return page(request, who, "copy.html", view=view_to_dict(view), at=who.service.clock())


@router.get("/copy.json")
def copy_json(who: Asked) -> Response:
    """My copy, for programs: all there is, settings and acts too."""
    resume, _ = mine(who, Action.EXPORT)
    named = {"Content-Disposition": 'attachment; filename="resume.json"'}
    return Response(dump_resume(resume, dumps=orjson.dumps), media_type="application/json", headers=named)


# --- As others see it ------------------------------------------------------------------------------------------------


@router.get("/others")
def others_page(request: Request, who: Asked) -> Response:
    """The resume as four viewers see it, side by side, with what each is not given."""
    resume, own = mine(who)
    t, at = Words(who.language), who.service.clock()
    columns = []
    for title, viewer in _four(resume, who.language, t):
        seen = view_for(viewer, resume, at=at)
        columns.append({"title": title, "view": None if seen is None else view_to_dict(seen)})
    return page(request, who, "others.html", own=view_to_dict(own), columns=columns)


def _four(resume: Resume, language: Language, t: Words) -> Iterator[tuple[str, Viewer]]:
    """A company that was applied to, where one was; any other; a headhunter; and a company that was blocked, or the community."""
    known = directory()
    anybody = Company(id="any-other-company", name=t("any other company"))
    applied = next((known[one.company] for one in resume.applications if one.company in known), None)
    if applied is not None:
        yield t("you applied to", company=applied.name), _recruiter(applied, language)
    yield t("any other company"), _recruiter(anybody, language)
    agent = Headhunter(
        id="somebody", agency=anybody, clients=(), signed_in=True, verified=FULLY_VERIFIED, language=language
    )
    yield t("a headhunter"), agent
    covered = chain.from_iterable(covered_by(resume.settings.blocks, known.values()))
    blocked = next(covered, None)
    if blocked is None or applied is None:
        yield t("viewer.CommunityMember"), CommunityMember(id="somebody", signed_in=True, language=language)
    if blocked is not None:
        yield t("you blocked", company=blocked.name), _recruiter(blocked, language)


def _recruiter(company: Company, language: Language) -> Recruiter:
    return Recruiter(
        id="somebody", company=company, signed_in=True, verified=FULLY_VERIFIED, language=language
    )


# --- Settings --------------------------------------------------------------------------------------------------------


@router.get("/settings")
def settings_page(request: Request, who: Asked) -> Response:
    """The switches, as they are."""
    resume, _ = mine(who)
    return _settings(request, who, resume, resume.settings)


@router.get("/settings/preview")
def no_preview(who: Asked) -> Response:
    """Where a browser comes when it loads the page of a preview again."""
    return go("/me/settings")


@router.post("/settings/preview")
def settings_preview(request: Request, who: Asked, form: Form) -> Response:
    """Who would see more and who less: the page, or what a script puts into it while a switch is moved."""
    resume, _ = mine(who)
    try:
        new = proposed(resume.settings, form, who.service.clock())
    except InvalidValue as error:
        return _settings(request, who, resume, resume.settings, status=422, problems=error.problems)
    known = directory()
    named = {one.company for one in resume.applications} | {one.company for one in resume.conversations}
    companies = [known[one] for one in sorted(named) if one in known]
    found = effects(difference(resume, new, companies=companies, at=who.service.clock()), Words(who.language))
    if request.headers.get("x-fragment") == "1":
        return page(request, who, "_effects.html", effects=found)
    return _settings(request, who, resume, new, found=found)


@router.post("/settings")
def save_settings(request: Request, who: Asked, form: Form) -> Response:
    """Save what a form names and nothing else, unless somebody saved meanwhile."""
    resume, _ = mine(who)

    def change(now: Resume) -> Resume:
        if now.revision != form.get("revision"):
            raise HTTPException(409)
        new = attrs.evolve(now, settings=proposed(now.settings, form, who.service.clock()))
        return _with_room(new) if len(new.settings.blocks) > len(now.settings.blocks) else new

    try:
        who.service.store.save(resume.id, change, who.service.clock())
    except InvalidValue as error:
        return _settings(request, who, resume, resume.settings, status=422, problems=error.problems)
    except HTTPException as error:
        now, _ = mine(who)
        return _settings(request, who, now, now.settings, status=error.status_code, changed=True)
    return go("/me/settings?saved=1")


def proposed(settings: Settings, form: FormData, at: datetime) -> Settings:
    """The settings that a form asks for: its own fields are a patch, and the others stay as they are.

    Args:
        settings: as they are.
        form: the switches, or a company to block, or a block to take back.
        at: the instant.

    Raises:
        InvalidSettings: a value is none of those there are.
    """
    patch: dict[str, Any] = {}
    for name, kind, _, _ in switches(settings) if "switches" in form else ():
        match kind:
            case "switch":
                patch[name] = name in form
            case "one":
                patch[name] = form.get(name)
            case _:
                patch[name] = form.getlist(name)
    typed = str(form.get("company", "")).strip()
    if typed:
        known = directory()
        named = [one for one in known.values() if one.name == typed] or [*filter(None, [known.get(typed)])]
        found = named[0] if len(named) == 1 else None  # of several of one name, the word blocks all
        whom = {"keyword": typed} if found is None else {"company": found.id}
        groups = {one.group for one in named if one.group is not None and "group" in form}
        patch["blocks"] = [
            *settings.blocks,
            *({**whom, **({"group": one} if one else {}), "at": at} for one in sorted(groups) or [""]),
        ]
    if "unblock" in form:
        place = str(form.get("unblock"))
        patch["blocks"] = [one for i, one in enumerate(settings.blocks) if str(i) != place]
    return patch_settings(settings, patch)


def switches(settings: Settings) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Every setting but the blocks, from the library's own class: its name, its kind, what there is to choose, what is chosen."""
    for field in attrs.fields(Settings):
        match getattr(settings, field.name):
            case bool() as on:
                yield field.name, "switch", [], ["on"] if on else []
            case frozenset() as chosen:
                yield field.name, "some", [one.value for one in NoticeChannel], [one.value for one in chosen]
            case tuple():
                continue
            case one:
                yield field.name, "one", [other.value for other in type(one)], [one.value]


def _settings(
    request: Request, who: Who, resume: Resume, settings: Settings, *, status: int = 200, **more: Any
) -> Response:
    known, set_blocks = directory().values(), resume.settings.blocks
    blocks = [
        {
            "word": getattr(block, "keyword", None),
            "at": block.at,
            "covers": [company.name for company in covered],
        }
        for block, covered in zip(set_blocks, covered_by(set_blocks, known), strict=True)
    ]
    shown = {"found": None, "problems": (), "changed": False, **more}
    return page(
        request,
        who,
        "settings.html",
        status=status,
        revision=resume.revision,
        switches=[*switches(settings)],
        blocks=blocks,
        companies=sorted(company.name for company in known),
        saved="saved" in request.query_params,
        **shown,
    )


# --- Who viewed my resume, and grants --------------------------------------------------------------------------------


@router.get("/viewers")
def viewers_page(request: Request, who: Asked) -> Response:
    """谁看过我的简历: what each did on a day, and was shown of it, once."""
    resume, _ = mine(who)
    recipients = {one.recipient: one.recipient_name for one in resume.consents}
    notices: dict[tuple[str, bool, str, frozenset[Part]], dict[str, Any]] = {}
    for record in who.service.store.noticed_of(resume.id):
        # By its kind: a school may have the id of a recipient.
        by_consent = record.kind is ViewerKind.RECIPIENT
        name = recipients.get(record.viewer or "") if by_consent else None
        notice = notice_of(record, resume.settings, language=who.language, name=name)
        if notice is not None:
            day = Words(who.language).moment(notice.at)[:10]
            row = {
                "at": notice.at,
                "text": notice.text,
                "parts": sorted(part.value for part in notice.parts),
            }
            notices.setdefault((day, by_consent, notice.text, notice.parts), row)
    quiet = not resume.settings.notices
    return page(request, who, "viewers.html", rows=[*notices.values()], quiet=quiet)


@router.get("/grants")
def grants_page(request: Request, who: Asked) -> Response:
    """What I let others have, and until when."""
    resume, _ = mine(who)
    return _grants(request, who, resume)


def _grants(request: Request, who: Who, resume: Resume, *, status: int = 200, problems: Any = ()) -> Response:
    at = who.service.clock()
    rows = [
        {
            "place": place,
            "name": one.recipient_name,
            "purpose": one.purpose,
            "parts": sorted(part.value for part in one.parts),
            "begins": one.begins,
            "ends": one.void_from,
            "holds": one.begins <= at < one.void_from,
            "ordered": one.order is not None,
        }
        for place, one in enumerate(resume.consents)
    ]
    return page(
        request,
        who,
        "grants.html",
        status=status,
        rows=rows,
        recipients=cast()["recipients"],
        revision=resume.revision,
        problems=problems,
    )


@router.post("/grants")
def give(request: Request, who: Asked, form: Form) -> Response:
    """Let one recipient have some parts, for one purpose, for some days."""
    resume, _ = mine(who)
    at, wanted = who.service.clock(), str(form.get("recipient", ""))
    asked = next((one for one in cast()["recipients"] if one["recipient"] == wanted), None)
    days = _days(str(form.get("days", "")))
    if asked is None or days is None:
        return _grants(request, who, resume, status=422, problems=["days"])
    chosen = {*form.getlist("part")} & {*asked["parts"]}
    consent = Consent(
        **{name: asked[name] for name in attrs.fields_dict(Consent) if name in asked and name != "parts"},
        parts=frozenset(map(Part, chosen)),
        begins=at,
        ends=at + timedelta(days=days),
    )

    def change(now: Resume) -> Resume:
        return _with_room(attrs.evolve(now, consents=(*now.consents, consent)))

    try:
        who.service.store.save(resume.id, change, at)
    except InvalidValue:  # grants that are over stay: they say what somebody was allowed
        return _grants(request, who, resume, status=422, problems=["full"])
    return go("/me/grants")


def _with_room(resume: Resume) -> Resume:
    """A resume to which something was added.

    Raises:
        InvalidResume: there is no room for it.
    """
    if len(dump_resume(resume, dumps=orjson.dumps)) > _LARGEST:
        raise InvalidResume("resume", [Problem("", f"expected at most {_LARGEST} bytes")])
    return resume


def _days(given: str) -> int | None:
    """For how many days a grant is to hold; None where that is no number, or more than may be asked for."""
    days = int(given) if given.isascii() and given.isdigit() and len(given) <= len(str(_MOST_DAYS)) else 0
    return days if 0 < days <= _MOST_DAYS else None


@router.post("/grants/withdraw")
def withdraw(who: Asked, form: Form) -> Response:
    """Take a grant back, from now on. What stands in the place of consent by an order of the law is not the candidate's to take back."""
    resume, _ = mine(who)
    at = who.service.clock()

    def change(now: Resume) -> Resume:
        consents = [
            attrs.evolve(one, withdrawn=at)
            if str(place) == form.get("place") and one.order is None and at < one.void_from
            else one
            for place, one in enumerate(now.consents)
        ]
        return attrs.evolve(now, consents=tuple(consents))

    who.service.store.save(resume.id, change, at)
    return go("/me/grants")
