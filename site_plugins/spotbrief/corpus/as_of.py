"""The desk as it was at an earlier moment, or will be at a later one, as far as its files tell."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import Judgement


def as_of(desk: Desk, moment: datetime) -> Desk:
    """*desk* without what was written after *moment*, in the timezone of that: briefings, revisions, answers, corrections, statements.

    What was mended without a word in the files is as it is today, and so is a briefing that was withdrawn since.
    """
    day = moment.date()
    there = (briefing for briefing in desk.briefings if briefing.published <= moment)
    said = tuple(one for one in desk.statements if one.when.earliest <= day)
    return replace(desk, briefings=tuple(_briefing(one, moment, day) for one in there), statements=said)


def _briefing(briefing: Briefing, moment: datetime, day: date) -> Briefing:
    updated = briefing.updated if briefing.updated and briefing.updated <= moment else None
    return replace(
        briefing,
        updated=updated,
        what_to_expect=tuple(_expected(one, moment, day) for one in briefing.what_to_expect),
        statements=tuple(one for one in briefing.statements if one.when.earliest <= day),
        corrections=tuple(one for one in briefing.corrections if one.when <= moment),
        changes=tuple(one for one in briefing.changes if one.when <= moment),
    )


def _expected(one: Any, moment: datetime, day: date) -> Any:
    if not isinstance(one, Judgement):
        return one
    known = one.resolution if one.resolution and one.resolution.when.earliest <= day else None
    return replace(one, revisions=tuple(said for said in one.revisions if said.when <= moment), resolution=known)
