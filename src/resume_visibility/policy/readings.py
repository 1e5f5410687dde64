"""The readings by which a platform settles what the policy leaves open: each choice is one field."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import assert_never

import attrs

from ..errors import InvalidValue, Problem
from ..model.building import Checked, check_of
from ..model.language import Language, Words


@attrs.frozen(kw_only=True)
class Readings(Checked):
    """The readings that a platform may choose otherwise. True is the reading of the rules; False is its alternative.

    True is the candidate's side, except where the line says that it is not. The other readings are no choices, because
    their alternative would break a rule or a law; the reference lists them all.

    Args:
        headhunters_are_verified: GATE-4, a headhunter has to be verified in full; otherwise signed in.
        chat_only_forbids_export: MODE-2, the chat-only mode allows no export.
        future_block_holds: BLOCK-2, a block dated in the future blocks at once.
        client_blocks_headhunter: BLOCK-3, a headhunter is blocked when any of their agency's clients is.
        unidentified_company_is_blocked: BLOCK-4, a company that cannot be identified is blocked as soon as any is.
        application_shows_contact: APPLY-1, an application shows the real number, e-mail address and homepage; otherwise
            it opens what MODE-1 would. True is not the candidate's side.
        video_is_for_recruiters: APPLY-3, headhunters are not shown the video.
        mailbox_waits: APPLY-4, attachments and video wait until somebody signs in.
        application_grants_export: APPLY-5, an application allows the company or agency to export the resume. True is not
            the candidate's side.
        lists_follow_visibility: APPLY-5, an application opens no list.
        block_holds_at_same_instant: APPLY-6, of a block and an application at the same instant.
        application_stays_with_company: APPLY-7, an application opens nothing to the other companies of the group.
        agency_gets_no_number: APPLY-7, an application to an agency shows its headhunters neither the real number nor
            e-mail address and homepage; otherwise it shows what one to a company does.
        withdrawn_application_is_void: APPLY-8, a withdrawn application no longer counts.
        email_is_relayed: CONTACT-1, the platform carries the mail, so where e-mail is a channel the address is not shown.
        chat_shows_avatar: CHAT-1, a chat shows the avatar. True is not the candidate's side.
        community_hides_position: COMMUNITY-1, the community is not shown the position of the latest work experience.
        school_gets_no_contact: CAMPUS-2, the school is not shown the candidate's contact details.
        third_parties_stay_with_company: CAMPUS-2, the school is not shown family, emergency contact and relatives.
        headhunters_and_schools_make_notices: NOTICE-1, the candidate is notified of their views too.
        lists_make_no_notices: NOTICE-1, the candidate is not notified of being found or recommended. True is not the
            candidate's side.
    """

    headhunters_are_verified: bool = True
    chat_only_forbids_export: bool = True
    future_block_holds: bool = True
    client_blocks_headhunter: bool = True
    unidentified_company_is_blocked: bool = True
    application_shows_contact: bool = True
    video_is_for_recruiters: bool = True
    mailbox_waits: bool = True
    application_grants_export: bool = True
    lists_follow_visibility: bool = True
    block_holds_at_same_instant: bool = True
    application_stays_with_company: bool = True
    agency_gets_no_number: bool = True
    withdrawn_application_is_void: bool = True
    email_is_relayed: bool = True
    chat_shows_avatar: bool = True
    community_hides_position: bool = True
    school_gets_no_contact: bool = True
    third_parties_stay_with_company: bool = True
    headhunters_and_schools_make_notices: bool = True
    lists_make_no_notices: bool = True


STRICT = Readings()
"""Every reading as the rules have it."""

_WHICH_CASE = Words("which case somebody is in", "归入哪种情形")
_WHO_IS_NOTIFIED = Words("who is notified", "告知谁")
COUNTED_IN_NO_CASE: dict[str, Words] = {
    "headhunters_are_verified": _WHICH_CASE,
    "future_block_holds": _WHICH_CASE,
    "client_blocks_headhunter": _WHICH_CASE,
    "unidentified_company_is_blocked": _WHICH_CASE,
    "block_holds_at_same_instant": _WHICH_CASE,
    "application_stays_with_company": _WHICH_CASE,
    "withdrawn_application_is_void": _WHICH_CASE,
    "headhunters_and_schools_make_notices": _WHO_IS_NOTIFIED,
    "lists_make_no_notices": _WHO_IS_NOTIFIED,
}
"""The readings on which no decision depends, with what they change: each case is decided alike, and people see another one."""


@attrs.frozen
class Reading:
    """A point that the policy leaves open, and how a rule reads it.

    Args:
        id: the id of the rule, with a number: GATE-3/2.
        question: what the policy leaves open.
        choice: the reading of the rules.
        alternative: the reading otherwise.
        changed_by: the field of `Readings` that chooses the alternative; or in words, why nobody chooses it.
        against_candidate: whether the choice of the rules is not the candidate's side.
    """

    id: str
    question: Words
    choice: Words
    alternative: Words
    changed_by: str | Words
    against_candidate: bool = False

    @property
    def rule(self) -> str:
        """The id of the rule of this reading."""
        return self.id.partition("/")[0]

    def is_kept(self, readings: Readings) -> bool:
        """Whether a policy reads this point as the rules do.

        Args:
            readings: the readings of the policy.
        """
        return not isinstance(self.changed_by, str) or getattr(readings, self.changed_by) is True

    def chosen(self, readings: Readings) -> Words:
        """The reading of this point that a policy chose.

        Args:
            readings: the readings of the policy.
        """
        return self.choice if self.is_kept(readings) else self.alternative

    def not_chosen(self, readings: Readings) -> Words:
        """The reading of this point that a policy did not choose.

        Args:
            readings: the readings of the policy.
        """
        return self.alternative if self.is_kept(readings) else self.choice

    def is_against(self, readings: Readings) -> bool:
        """Whether the reading that a policy chose is not the candidate's side.

        Args:
            readings: the readings of the policy.
        """
        return self.against_candidate is self.is_kept(readings)


def sides_in_words(reading: Reading, new: Readings) -> Words:
    """What a reading that two policies choose differently was, and what it becomes.

    Args:
        reading: a choice.
        new: the readings of the new policy.
    """
    (was_en, was_zh), (en, zh) = (
        (side.en.rstrip("."), side.zh.rstrip("。")) for side in (reading.not_chosen(new), reading.chosen(new))
    )
    return Words(f"was: {was_en}; becomes: {en}", f"原为：{was_zh}；改为：{zh}")


def list_differing(
    names: Sequence[str], new: Readings, settled: Iterable[Reading], language: Language
) -> Iterator[str]:
    """List the readings that differ between two policies, in lines, with both sides of each: the fields of `Readings`; in Chinese the ids
    and questions of the settled readings, as in the policy book. One that is settled nowhere has the new value of its field.
    """
    sides = {
        name: Words(*(f"{word}{getattr(new, name)}" for word in ("becomes: ", "改为："))) for name in names
    }
    readings = {reading.changed_by: reading for reading in settled}
    sides |= {name: sides_in_words(readings[name], new) for name in names if name in readings}
    match language:
        case Language.EN:
            yield f"readings that differ: {', '.join(names) or 'none'}"
            yield from (f"  {name}: {sides[name].en}" for name in names)
            for name in filter(COUNTED_IN_NO_CASE.get, names):
                yield f"  {name} changes {COUNTED_IN_NO_CASE[name].en}: it is counted in no case"
        case Language.ZH:
            yield f"不同的解读：{'' if names else '无'}"
            for name in names:
                changed = COUNTED_IN_NO_CASE.get(name)
                note = "" if changed is None else f"（改变的是{changed.zh}，不计入以下情形数）"
                asked = (
                    f"{readings[name].id}：{readings[name].question.zh}" if name in readings else f"{name}："
                )
                yield f"  {asked}{sides[name].zh}{note}"
        case _:
            assert_never(language)


@attrs.frozen
class Confirmation:
    """Who answers for a reading, and since when.

    Args:
        reading: the id of the reading: GATE-3/2.
        by: a person or an office, as the platform calls them.
        on: the day.
        alternative: whether they confirm the alternative, and not what the rules choose. A policy that chooses the one side does not
            take a confirmation of the other, so that nobody's name stands beside what they did not confirm.

    Raises:
        InvalidValue: the reading or who confirms it is no text, the day is no date, or `alternative` is neither true nor false.
    """

    reading: str
    by: str
    on: date
    alternative: bool = False

    def __attrs_post_init__(self) -> None:
        problems = [p.under(name) for name in ("reading", "by") for p in check_of(str)(getattr(self, name))]
        problems += [p.under("alternative") for p in check_of(bool)(self.alternative)]
        if type(self.on) is not date:
            problems.append(Problem("on", "expected a date, such as date(2026, 1, 31)"))
        if problems:
            raise InvalidValue("Confirmation", problems)
