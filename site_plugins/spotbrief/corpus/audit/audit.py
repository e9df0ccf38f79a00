"""A desk's history -> what was done in silence to what readers had, and how each judgement was kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from spotbrief.corpus.audit.beside import dropped
from spotbrief.corpus.audit.counted_under import called_today, exchanged, renamed
from spotbrief.corpus.audit.finding import BAND, Finding
from spotbrief.corpus.audit.followed import Followed, Told
from spotbrief.corpus.audit.retitled import retitled, shown_by_judgements
from spotbrief.corpus.audit.terms import Ended, Terms, terms
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import Kept
from spotbrief.model.origin import Where
from spotbrief.model.record import record
from spotbrief.reading.past_versions import Life, Past, Version


@record
class Audit:
    """What the history of a desk shows."""

    findings: tuple[Finding, ...]
    """What nothing owns up to, the oldest first."""
    unsure: tuple[Finding, ...]
    """What stood on a merged line alone, which readers may have had or not."""
    kept: dict[str, Kept]
    """By the full id of the judgement: those of whom nothing was changed in silence."""


def audit(past: Past, now: datetime, desk: Desk | None = None) -> Audit:
    """Follow all that was public by the dates of its commits, up to *now*; *desk* has what *past* leaves out, and what was renamed."""
    ids = {**renamed(past, desk), **_present_ids(past.lives)}
    followed = [Followed(life, now, past.first, lambda id: ids.get(id, id)) for life in past.lives]
    open_until = _terms(followed, desk)
    told = {one.id: list(one.told(open_until)) for one in followed}
    lost = dropped(past, now, lambda id: ids.get(id, id), open_until, (one for every in told.values() for one in every))
    kept = {id: one for each in followed for id, one in _kept(each, told[each.id], past)}
    findings = [one.finding for every in told.values() for one in every if not one.on_record]
    shown = shown_by_judgements(past)
    findings += [*lost.findings, *exchanged(past, desk, shown), *retitled(past, followed, lambda id: ids.get(id, id), shown)]
    findings = [*sorted(findings, key=_order), *_of_scale(past)]
    for finding in (*findings, *lost.unsure):
        kept.pop(finding.judgement, None)  # a later briefing's word on it was changed
    whole = {finding.briefing for finding in (*lost.findings, *lost.unsure) if not finding.judgement}
    kept = {id: one for id, one in kept.items() if id.partition(":")[0] not in whole}
    return Audit(findings=tuple(findings), unsure=tuple(sorted(lost.unsure, key=_order)), kept=kept)


def _terms(followed: Iterable[Followed], desk: Desk | None) -> Terms:
    told: dict[str, Ended | None] = {}
    for one in followed:
        for id, ended in one.takes_up():
            told[id] = told.get(id) or ended
    tracked = ((f"{one.id}:{judgement.key}", judgement) for one in followed for judgement in one.judgements)
    return terms(tracked, told, desk.briefings if desk else ())


def with_today(past: Past, briefings: Iterable[Briefing], desk: Desk, now: datetime) -> Past:
    """*past*, and after it *briefings* of *desk* as they stand in its files, committed or not."""
    lives = {life.id: life for life in past.lives}
    there = {briefing.id: briefing for briefing in briefings}
    unread = {id for _, id in desk.unread}
    made: list[Life] = []
    today: dict[str, Version] = {}
    ids: dict[str, str] = {}
    for id, briefing in there.items():
        old = next((lives.pop(name) for name in (id, *briefing.former_slugs) if name in lives and (name == id or name not in there)), None)
        today[id] = Version(commit="", when=now, briefing=briefing)
        ids |= {old.id: id} if old else {}
        made.append(Life(id=id, versions=(*(old.versions if old else ()), today[id])))
    gone = Version(commit="", when=now, briefing=None)
    today |= {id: gone for id in lives if id not in unread}
    left = [Life(id=id, versions=(*life.versions, today[id]) if id in today else life.versions) for id, life in lives.items()]
    beside = tuple(replace(one, life=_until(one.life, ids.get(one.life.id, one.life.id), today, gone, unread)) for one in past.beside)
    return replace(past, lives=(*made, *left), beside=beside, called=(*past.called, *called_today(past, desk, now)))


def _until(life: Life, id: str, today: dict[str, Version], gone: Version, unread: set[str]) -> Life:
    latest = today.get(id, gone)
    return Life(id=id, versions=life.versions if id in unread and latest is gone else (*life.versions, latest))


def _kept(of: Followed, told: list[Told], past: Past) -> Iterator[tuple[str, Kept]]:
    if not of.is_public or any(not one.finding.judgement and not one.on_record for one in told):
        return
    for one in of.judgements:
        id = f"{of.id}:{one.key}"
        own = [each.on_record for each in told if each.finding.judgement == id]
        is_rescaled = any(band.when > one.first.when and one.was_called(band.term) for band in past.rescaled)
        if one.is_there and one.first.commit and all(own) and not is_rescaled:
            yield id, Kept(commit=one.first.commit, corrected=len(own))


def _of_scale(past: Past) -> Iterator[Finding]:
    """The bands that were changed after a judgement was published."""
    said = [version.when for life in past.lives for version in life.versions if version.briefing and version.briefing.what_to_expect]
    for one in past.rescaled if said else ():
        if min(said) < one.when:
            yield Finding(
                kind="changed",
                briefing=one.file,
                field=f"{BAND}'{one.term}'",
                was=one.was,
                now=one.now,
                commit=one.commit,
                when=one.when,
                where=Where(file=one.file),
            )


def _present_ids(lives: Iterable[Life]) -> dict[str, str]:
    """By each id that a briefing ever had: its present one, or its last."""
    return {version.briefing.id: life.id for life in lives for version in life.versions if version.briefing}


def _order(finding: Finding) -> tuple[datetime, str, str, str]:
    return finding.when, finding.briefing, finding.judgement, finding.field
