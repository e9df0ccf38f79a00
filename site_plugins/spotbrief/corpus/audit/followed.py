"""One briefing, followed through its versions."""

from collections.abc import Callable, Iterator
from datetime import datetime

from spotbrief.corpus.audit.finding import Finding, Kind
from spotbrief.corpus.audit.owned_up import owns_up
from spotbrief.corpus.audit.traces import Corrections, Step, Trace, is_late
from spotbrief.corpus.audit.tracked import ENDED, Named, Tracked, matched, rating
from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Pointer
from spotbrief.model.record import record
from spotbrief.reading.past_versions import Life, Version


@record
class Told:
    """What was done."""

    finding: Finding
    on_record: bool
    """Whether a correction came with it or after it."""
    before: Version | None
    """What brought that which was there before; None of what is late."""
    after: Version


PresentId = Callable[[str], str]
"""The present id of any renamed briefing."""

_THERE = "there"
_EXPECTED: Pointer = ("what_to_expect",)


class Followed:
    """A briefing from the version in which readers first had it; *present_id* gives that of any renamed briefing."""

    def __init__(self, life: Life, now: datetime, first: str, present_id: PresentId) -> None:
        self.id = life.id
        self.judgements: list[Tracked] = []
        self._first_commit, self._present_id = first, present_id
        self._own: dict[str, Trace] = {}
        self._followups: dict[Named, Trace] = {}
        self._opening: Version | None = None
        self._latest: Briefing | None = None
        for version, until in zip(life.versions, [*(one.when for one in life.versions[1:]), now], strict=True):
            self._see(version, max(until, version.when))

    def _see(self, version: Version, until: datetime) -> None:
        """*until* then nothing else took the place of *version*."""
        briefing = version.briefing
        corrections = self._latest.corrections if self._latest else ()
        if not briefing or not briefing.is_public(until):
            if self._opening:
                self._own["briefing"].say(None, version, corrections)
            return
        if not self._opening:
            self._opening, corrections = version, briefing.corrections
        published, opened = day(briefing.published), day(briefing.opens())
        for name, value in (("briefing", _THERE), ("published", published), ("embargo", opened if opened != published else None)):
            self._own.setdefault(name, Trace(value, version)).say(value, version, corrections)
        self._see_judgements(briefing, version, corrections)
        self._see_followups(briefing, version, corrections)
        self._latest = briefing

    def _see_judgements(self, briefing: Briefing, version: Version, corrections: Corrections) -> None:
        found = list(matched(self.judgements, briefing))
        there = {id(known): place for known, place in found if known}
        for known in self.judgements:
            known.say(there.get(id(known)), version, corrections)
        self.judgements += [Tracked(place, version, corrections) for known, place in found if not known]

    def _see_followups(self, briefing: Briefing, version: Version, corrections: Corrections) -> None:
        said: dict[Named, str | None] = {}
        for _, one in briefing.followups():
            of, _, key = one.id.partition(":")
            parts = (("followup", rating(one) or None), *((field, read(one)) for field, read in ENDED.items()))
            said |= {(field, f"{self._present_id(of)}:{key}"): value for field, value in parts if value}
        for name in {**self._followups, **said}:
            trace = self._followups.setdefault(name, Trace(said.get(name), version, corrections))
            trace.say(said.get(name), version, corrections)

    @property
    def opening(self) -> Version | None:
        """The version in which readers first had it."""
        return self._opening

    @property
    def is_public(self) -> bool:
        """Whether readers have it."""
        return bool(self._opening) and self._own["briefing"].now is not None

    def _is_known(self, version: Version) -> bool:
        """Whether nothing can have been before it."""
        return not self._first_commit or version.commit != self._first_commit

    @property
    def _came_withdrawn(self) -> bool:
        """Whether readers never had its text, as far as is known."""
        first = self._opening and self._is_known(self._opening) and self._opening.briefing
        return bool(first and first.is_withdrawn() and not first.keep_text)

    def told(self) -> Iterator[Told]:
        """All that became of what was published, of the briefing first."""
        if self._opening and self._opening.briefing:
            yield from self._of_briefing(self._opening, self._opening.briefing)
            for one in self.judgements if self.is_public else ():
                yield from self._of_judgement(one, self._opening.briefing.opens())

    def _of_briefing(self, opening: Version, first: Briefing) -> Iterator[Told]:
        is_known = self._is_known(opening)
        was_late = is_known and is_late(first.opens(), opening.when)
        if was_late and self._latest and is_late(self._latest.opens(), opening.when) and (self.judgements or self._followups):
            came = Step(value=_THERE, version=opening, corrections=first.corrections)
            yield self._late("briefing", first.opens(), came, ("published",))
        elif self._came_withdrawn and self._latest and self._latest.what_to_expect:
            came = Step(value=_THERE, version=opening, corrections=first.corrections)
            yield self._said("backdated", "withdrawn", None, day(opening.when), came, ("status",), "")
        for name in ("briefing", *(() if was_late else ("published", "embargo"))):
            for before, after in self._own[name].changes():
                yield self._changed(name, before, after, (name,) if name != "briefing" else None)
        for (field, name), trace in self._followups.items():
            came = trace.first
            if field != "followup" or came.version is opening or not is_late(first.opens(), came.version.when):
                for before, after in trace.changes():
                    yield self._changed(field, before, after, _EXPECTED, name)
            elif trace.now is not None:
                yield self._late(field, first.opens(), came, _EXPECTED, name)

    def _of_judgement(self, one: Tracked, opened: datetime) -> Iterator[Told]:
        name, came_late = f"{self.id}:{one.key}", is_late(opened, one.first.when)
        if self._came_withdrawn and not one.is_there:
            return
        is_added = one.first is not self._opening and came_late
        is_answered = bool(one.came_answered) and self._is_known(one.first) and not came_late
        if (is_added or is_answered) and not one.is_there:
            return
        if is_added:
            yield self._changed("judgement", None, one.came, one.pointer("judgement"), name)
        elif is_answered:
            yield self._said("backdated", "answer", one.came_answered, day(one.first.when), one.came, one.pointer("outcome"), name)
        for field, before, after in one.changes():
            yield self._changed(field, before, after, one.pointer(field), name)
        if one.is_there and (came := one.late_void()):
            yield self._said("backdated", "resolved", one.resolved, day(came.version.when), came, one.pointer("resolved"), name)
        for revision, came in one.late_words():
            yield self._late("revision", revision.when, came, one.pointer("revision"), name)

    def _changed(self, field: str, before: Step | None, after: Step, pointer: Pointer | None, judgement: str = "") -> Told:
        was = before.value if before else None
        kind: Kind = "taken_away" if after.value is None else "added" if was is None else "changed"
        return self._said(kind, field, was, after.value, after, pointer, judgement, before)

    def _late(self, field: str, dated: datetime, came: Step, pointer: Pointer, judgement: str = "") -> Told:
        return self._said("backdated", field, day(dated), day(came.version.when), came, pointer, judgement)

    def _said(
        self,
        kind: Kind,
        field: str,
        was: str | None,
        now: str | None,
        step: Step,
        pointer: Pointer | None,
        judgement: str,
        before: Step | None = None,
    ) -> Told:
        latest = self._latest
        assert latest
        finding = Finding(
            kind=kind,
            briefing=self.id,
            judgement=judgement,
            field=field,
            was=was,
            now=now,
            commit=step.version.commit,
            when=step.version.when,
            where=latest.origin.at(*pointer) if pointer is not None and self.is_public else None,
        )
        since = (one for one in latest.corrections if one not in step.corrections)
        on_record = self.is_public and any(owns_up(one, finding) for one in since)
        return Told(finding=finding, on_record=on_record, before=before.version if before else None, after=step.version)


def day(moment: datetime) -> str:
    """The day of a moment, as ISO 8601 writes it."""
    return moment.date().isoformat()
