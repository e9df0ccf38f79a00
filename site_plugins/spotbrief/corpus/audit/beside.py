"""What merged lines of the history said -> what their merges dropped, and what git cannot know."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from spotbrief.corpus.audit.finding import Finding
from spotbrief.corpus.audit.followed import Followed, PresentId, Told
from spotbrief.corpus.audit.traces import GRACE
from spotbrief.model.record import record
from spotbrief.reading.past_versions import Beside, Past


@record
class Dropped:
    """What became of the words of a merged line."""

    findings: tuple[Finding, ...]
    """What a merge dropped or took another way: readers may have had the line, whichever of its parents came first."""
    unsure: tuple[Finding, ...]
    """What a line said for more than a day and took back itself: as a branch at work does, and as a turned history may."""
    shown: dict[str, Followed]
    """The last that was followed, by the ids of briefings."""


def dropped(past: Past, now: datetime, present_id: PresentId, told: Iterable[Told]) -> Dropped:
    """Follow each line that was merged; what is *told* of the main one is not told again."""
    known = {_key(one.finding) for one in told}
    findings: list[Finding] = []
    unsure: list[Finding] = []
    shown: dict[str, Followed] = {}
    for beside in past.beside:
        followed = shown[beside.life.id] = Followed(beside.life, now, past.first, present_id)
        for one in followed.told():
            if one.on_record or not one.before or one.before.commit not in beside.own:
                continue
            if one.after.commit == beside.merged:
                findings.append(one.finding)
            elif one.after.commit not in past.main and _may_have_been_read(one, beside, followed):
                unsure.append(one.finding)
    found = list(_once(findings, known))
    return Dropped(findings=tuple(found), unsure=tuple(_once(unsure, known)), shown=shown)


def _may_have_been_read(one: Told, beside: Beside, followed: Followed) -> bool:
    """Whether it stood for a while, in a briefing that readers had when the line began."""
    opening, before = followed.opening, one.before
    return bool(opening and opening.commit not in beside.own and before and one.after.commit and one.after.when - before.when > GRACE)


def _once(findings: Iterable[Finding], known: set[tuple[str | None, ...]]) -> Iterator[Finding]:
    for finding in findings:
        if _key(finding) not in known:
            known.add(_key(finding))
            yield finding


def _key(finding: Finding) -> tuple[str | None, ...]:
    return finding.kind, finding.briefing, finding.judgement, finding.field, finding.was, finding.now
