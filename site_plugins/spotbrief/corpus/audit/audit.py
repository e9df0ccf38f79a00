"""A desk's history -> what was done in silence to what readers had, and how each judgement was kept."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from spotbrief.corpus.audit.finding import Finding
from spotbrief.corpus.audit.followed import Followed
from spotbrief.corpus.audit.terms import Ended, Terms, terms
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.judgement import Kept
from spotbrief.model.record import record
from spotbrief.reading.past import Life, Past, Version


@record
class Audit:
    """What the history of a desk shows."""

    findings: tuple[Finding, ...]
    """What nothing owns up to, the oldest first."""
    kept: dict[str, Kept]
    """By the full id of the judgement: those of whom nothing was changed in silence."""


def audit(past: Past, now: datetime, desk: Desk | None = None) -> Audit:
    """Follow all that was public by the dates of its commits, up to *now*; *desk* has what *past* leaves out, and what was renamed."""
    ids = {**_renamed(desk), **_present_ids(past.lives)}
    followed, beside = (
        [Followed(life, now, past.first, lambda id: ids.get(id, id)) for life in lives] for lives in (past.lives, past.beside)
    )
    open_until = _terms(followed, desk)
    findings: list[Finding] = []
    kept: dict[str, Kept] = {}
    for one in followed:
        told = list(one.told(open_until))
        findings += [finding for finding, on_record in told if not on_record]
        kept.update(_kept(one, told))
    for other in beside:
        told = list(other.told(open_until))
        findings += [finding for finding, on_record in told if not on_record]
        kept = {id: one for id, one in kept.items() if not id.startswith(f"{other.id}:") or id in dict(_kept(other, told))}
    for finding in findings:
        kept.pop(finding.judgement, None)  # a later briefing's word on it was changed
    return Audit(findings=tuple(sorted(findings, key=_order)), kept=kept)


def _terms(followed: Iterable[Followed], desk: Desk | None) -> Terms:
    told: dict[str, Ended | None] = {}
    for one in followed:
        for id, ended in one.takes_up():
            told[id] = told.get(id) or ended
    tracked = ((f"{one.id}:{judgement.key}", judgement) for one in followed for judgement in one.judgements)
    return terms(tracked, told, desk.briefings if desk else ())


def _renamed(desk: Desk | None) -> dict[str, str]:
    """By each former id of what judgements are counted under: the present one."""
    if not desk:
        return {}
    things: Iterable[Group | Storyline | Author] = (*desk.topics, *desk.storylines, *desk.authors)
    return {old: thing.id for thing in things for old in thing.former_slugs}


def with_today(past: Past, briefings: Iterable[Briefing], desk: Desk, now: datetime) -> Past:
    """*past*, and after it *briefings* of *desk* as they stand in its files, committed or not."""
    lives = {life.id: life for life in past.lives}
    there = {briefing.id: briefing for briefing in briefings}
    unread = {id for _, id in desk.unread}
    made: list[Life] = []
    for id, briefing in there.items():
        old = next((lives.pop(name) for name in (id, *briefing.former_slugs) if name in lives and (name == id or name not in there)), None)
        today = Version(commit="", when=now, briefing=briefing)
        made.append(Life(id=id, versions=(*(old.versions if old else ()), today)))
    gone = Version(commit="", when=now, briefing=None)
    left = [Life(id=id, versions=life.versions if id in unread else (*life.versions, gone)) for id, life in lives.items()]
    return Past(lives=(*made, *left), beside=past.beside, commits=past.commits, passed_over=past.passed_over, first=past.first)


def _kept(of: Followed, told: list[tuple[Finding, bool]]) -> Iterator[tuple[str, Kept]]:
    if not of.is_public or any(not finding.judgement and not on_record for finding, on_record in told):
        return
    for one in of.judgements:
        id = f"{of.id}:{one.key}"
        own = [on_record for finding, on_record in told if finding.judgement == id]
        if one.is_there and one.first.commit and all(own):
            yield id, Kept(commit=one.first.commit, corrected=len(own))


def _present_ids(lives: Iterable[Life]) -> dict[str, str]:
    """By each id that a briefing ever had: its present one, or its last."""
    return {version.briefing.id: life.id for life in lives for version in life.versions if version.briefing}


def _order(finding: Finding) -> tuple[datetime, str, str, str]:
    return finding.when, finding.briefing, finding.judgement, finding.field
