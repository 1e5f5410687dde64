"""Phrases that several texts and statements share, as the platform reads the rules."""

from ...model.language import Words
from ..readings import Readings


def join(*words: Words) -> Words:
    """Several words, or one, as one list."""
    *others, last = words
    if not others:
        return last
    space = " " if last.zh[:1].isascii() else ""
    en, zh = ", ".join(phrase.en for phrase in others), "、".join(phrase.zh for phrase in others)
    return Words(f"{en} and {last.en}", f"{zh}和{space}{last.zh}")


def join_long(*phrases: Words) -> Words:
    """Two phrases or more as one list."""
    *others, last = phrases
    en, zh = ", ".join(phrase.en for phrase in others), "、".join(phrase.zh for phrase in others)
    return Words(f"{en}, and {last.en}", f"{zh}，以及{last.zh}")


def who_is_verified(chosen: Readings) -> tuple[Words, Words]:
    """Who has to be verified in full, and who only has to sign in (GATE-4)."""
    full = [Words("recruiters", "招聘者"), Words("schools", "高校")]
    signed_in = [Words("community members", "同行社区用户"), Words("support agents", "客服")]
    headhunters = Words("headhunters", "猎头")
    if chosen.headhunters_are_verified:
        full.insert(1, headhunters)
    else:
        signed_in.insert(0, headhunters)
    return join(*full), join(*signed_in)


def applied_to(chosen: Readings) -> Words:
    """Whom an application to a company opens the resume to (APPLY-7)."""
    if chosen.application_stays_with_company:
        return Words("companies applied to", "收到投递的公司")
    return Words("companies applied to and their groups", "收到投递的公司及其集团")


def agencies_applied_to(chosen: Readings) -> Words:
    """Whom an application to an agency opens the resume to (APPLY-7)."""
    if chosen.application_stays_with_company:
        return Words("headhunters of agencies applied to", "收到投递的猎头公司的猎头")
    return Words("headhunters of agencies applied to and of their groups", "收到投递的猎头公司及其集团的猎头")


def agencies_get_contact(chosen: Readings) -> bool:
    """Whether an application to an agency shows contact details (APPLY-1, APPLY-7)."""
    return chosen.application_shows_contact and not chosen.agency_gets_no_number
