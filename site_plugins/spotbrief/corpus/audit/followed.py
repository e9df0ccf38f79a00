"""One briefing, followed through its versions."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from spotbrief.corpus.audit.finding import Finding, Kind
from spotbrief.corpus.audit.owned_up import owns_up
from spotbrief.corpus.audit.terms import Ended, Term, Terms
from spotbrief.corpus.audit.traces import GRACE, STOOD, Corrections, Step, Trace, Undone, is_late
from spotbrief.corpus.audit.tracked import ENDED, Named, Tracked, matched, rating, voided_late, without_why
from spotbrief.corpus.withdrawn import loses_text
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Judgement
from spotbrief.model.origin import Pointer
from spotbrief.model.record import record
from spotbrief.reading.past_versions import Life, Version


@record
class Told:
    """What was done."""

    finding: Finding
    corrections: Corrections
    """Those that own up to it, and came with it or after it."""
    before: Version | None
    """What brought that which was there before; None of what is late."""
    after: Version

    @property
    def on_record(self) -> bool:
        """Whether a correction owns up to it."""
        return bool(self.corrections)


PresentId = Callable[[str], str]
"""The present id of any renamed briefing."""

_THERE = "there"
_EXPECTED: Pointer = ("what_to_expect",)


class Followed:
    """A briefing from the version in which readers first had it; *present_id* gives that of anything that was renamed."""

    def __init__(self, life: Life, now: datetime, first: str, present_id: PresentId) -> None:
        self.id = life.id
        self.judgements: list[Tracked] = []
        self._first_commit, self._present_id = first, present_id
        self._own: dict[str, Trace] = {}
        self._followups: dict[Named, Trace] = {}
        self._opening: Version | None = None
        self._since: datetime | None = None
        self._latest: Briefing | None = None
        self._shown: Corrections = ()
        for version, until in zip(life.versions, [*(one.when for one in life.versions[1:]), now], strict=True):
            self._see(version, max(until, version.when))

    def _see(self, version: Version, until: datetime) -> None:
        """*until* then nothing else took the place of *version*."""
        briefing = version.briefing
        self._forget_what_nobody_had(version)
        corrections = self._latest.corrections if self._latest else ()
        if not briefing or not briefing.is_public(until):
            if self._opening:
                self._own["briefing"].say(None, version, corrections)
            else:
                self._since = None
            return
        if not self._opening:
            self._opening, corrections = version, briefing.corrections
            self._since = self._since or max(version.when, briefing.opens())
        for name, value in self._said_of_itself(briefing):
            self._own.setdefault(name, Trace(value, version)).say(value, version, corrections)
        self._see_judgements(briefing, version, corrections)
        self._see_followups(briefing, version, corrections)
        self._latest = briefing
        if not loses_text(briefing):  # with which its corrections go
            self._shown = briefing.corrections

    def _forget_what_nobody_had(self, version: Version) -> None:
        """Within the hour in which a briefing came, another *version* takes its place."""
        opening, since = self._opening, self._since
        if opening and since and self._is_known(opening) and version.when - since < STOOD:
            self._opening = self._latest = None
            self.judgements, self._own, self._followups = [], {}, {}

    def _said_of_itself(self, briefing: Briefing) -> Iterator[tuple[str, str | None]]:
        published, opened = day(briefing.published), day(briefing.opens())
        yield "briefing", _THERE
        yield "published", published
        yield "embargo", opened if opened != published else None
        yield "authors", ", ".join(sorted({self._present_id(id) for id in briefing.authors})) or None
        yield "storyline", self._present_id(briefing.storyline) if briefing.storyline else None

    def _see_judgements(self, briefing: Briefing, version: Version, corrections: Corrections) -> None:
        def counted(one: Judgement) -> Judgement:
            return replace(one, topics=tuple(map(self._present_id, (*one.topics, *briefing.topics))))

        found = list(matched(self.judgements, [(n, key, counted(one)) for n, key, one in briefing.judgements()]))
        there = {id(known): place for known, place in found if known}
        for known in self.judgements:
            known.say(there.get(id(known)), version, corrections)
        self.judgements += [Tracked(place, version, corrections, is_whole=self._is_known(version)) for known, place in found if not known]

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

    def takes_up(self) -> Iterator[tuple[str, Ended | None]]:
        """The judgements of other briefings that it names, with how they ended, if it says so."""
        for field, name in self._followups:
            outcome, when = (self._followups.get((part, name)) for part in ENDED)
            is_ended = field in ENDED and self._latest and not self._latest.is_withdrawn()
            if is_ended and outcome and outcome.now and when and when.now:
                yield name, (outcome.now, EdtfDate.parse(when.now))
            else:
                yield name, None

    def told(self, terms: Terms) -> Iterator[Told]:
        """All that became of what was published, of the briefing first; a correction dated back before the answer owns up to nothing."""
        for one in self._told(terms):
            known = terms.get(one.finding.judgement, Term()).known
            in_time = (own for own in one.corrections if not own.when.date() < known <= one.after.when.date())
            yield replace(one, corrections=tuple(in_time))

    def _told(self, terms: Terms) -> Iterator[Told]:
        if self._opening and self._opening.briefing:
            yield from self._of_briefing(self._opening, self._opening.briefing, terms)
            yield from self._of_followups(self._opening, self._opening.briefing, terms)
            for one in self.judgements if self.is_public else ():
                yield from self._of_judgement(one, self._opening.briefing.opens(), terms)

    def _of_briefing(self, opening: Version, first: Briefing, terms: Terms) -> Iterator[Told]:
        known = [terms.get(f"{self.id}:{one.key}", Term()).known for one in self.judgements]
        soonest = min([*known, *(terms.get(of, Term()).known for field, of in self._followups if field == "followup")], default=date.max)
        was_late = self._is_known(opening) and is_late(first.opens(), opening.when, soonest)
        came, latest = Step(value=_THERE, version=opening, corrections=first.corrections), self._latest
        if was_late and latest and is_late(latest.opens(), opening.when, soonest) and (self.judgements or self._followups):
            yield self._late("briefing", first.opens(), came, ("published",))
        elif self._came_withdrawn and latest and latest.what_to_expect:
            yield self._said("backdated", "withdrawn", None, day(opening.when), came, ("status",), "")
        is_mended = was_late and latest and first.opens() <= latest.opens() and latest.opens() - GRACE <= opening.when
        passed_over = {*(("published", "embargo") if is_mended else ()), *(() if known else ("authors",))}
        for name, trace in self._own.items():
            changes = trace.since(min(known, default=date.max)) if name == "storyline" else trace.changes()
            for before, after in changes if name not in passed_over else ():
                yield self._changed(name, before, after, (name,) if name != "briefing" else None)

    def _of_followups(self, opening: Version, first: Briefing, terms: Terms) -> Iterator[Told]:
        for (field, name), trace in self._followups.items():
            term, came = terms.get(name, Term()), trace.first.version
            if field == "followup" and came is not opening and is_late(first.opens(), came.when, term.known):
                yield from self._of_late(field, first.opens(), trace, _EXPECTED, name, term.known)
            else:
                yield from (self._changed(field, before, after, _EXPECTED, name) for before, after in _gone_nowhere(field, trace, term))
                undone = trace.undone(term.known, without_why) if field == "followup" else ()
                yield from (self._put_back(field, one, _EXPECTED, name) for one in undone)
            resolved = self._followups.get(("resolved", name))
            is_void = field == "outcome" and resolved and self._latest and not self._latest.is_withdrawn()
            void = voided_late(trace, resolved, term.by) if is_void and resolved else None
            if resolved and void and self._is_known(void.version):
                yield self._said("backdated", "resolved", resolved.now, day(void.version.when), void, _EXPECTED, name)

    def _of_late(self, field: str, dated: datetime, trace: Trace, pointer: Pointer, name: str, known: date) -> Iterator[Told]:
        """What came too late, if it is there. It may go again, unless it was owned up to, or stood until the answer was *known*."""
        told = self._late(field, dated, trace.first, pointer, name)
        if trace.now is not None:
            yield told
        for before, after in trace.changes():
            if self._was_counted(told.finding, trace.first, after, known):
                yield self._changed(field, before, after, pointer, name)

    def _was_counted(self, finding: Finding, came: Step, gone: Step, known: date) -> bool:
        """Whether what *came* late was as good as any other when it was *gone*."""
        since = (one for one in gone.corrections if one not in came.corrections)
        return came.day < known <= gone.day or any(owns_up(one, finding) for one in since)

    def _of_judgement(self, one: Tracked, opened: datetime, terms: Terms) -> Iterator[Told]:
        name, came_late = f"{self.id}:{one.key}", is_late(opened, one.first.when)
        term = terms.get(name, Term())
        if self._came_withdrawn and not one.is_there:
            return
        came: Told | None = None
        if one.first is not self._opening and came_late:
            came = self._changed("judgement", None, one.came, one.pointer("judgement"), name)
        elif one.came_answered and self._is_known(one.first) and not came_late:
            came = self._said("backdated", "answer", one.came_answered, day(one.first.when), one.came, one.pointer("outcome"), name)
        if came and not one.is_there and not self._was_counted(came.finding, one.came, one.gone, term.known):
            return
        if came and one.is_there:
            yield came
        for field, before, after in one.changes(term.known):
            numbers = (terms.get(f"{self.id}:{step.value}", Term()) for step in (before, after))
            if after.value is None and term.still_says(field, before.value):
                continue  # a later briefing says it
            if field != "id" or one.was_named or any(number.is_taken_up for number in numbers):
                yield self._changed(field, before, after, one.pointer(field), name)
        for field, undone in one.put_back(term.known):
            yield self._put_back(field, undone, one.pointer(field), name)
        if one.is_there and (void := one.late_void()):
            yield self._said("backdated", "resolved", one.resolved, day(void.version.when), void, one.pointer("resolved"), name)
        for revision, trace in one.late_words(term.known):
            yield from self._of_late("revision", revision.when, trace, one.pointer("revision"), name, term.known)

    def _changed(self, field: str, before: Step | None, after: Step, pointer: Pointer | None, judgement: str = "") -> Told:
        was = before.value if before else None
        kind: Kind = "taken_away" if after.value is None else "added" if was is None else "changed"
        return self._said(kind, field, was, after.value, after, pointer, judgement, before)

    def _put_back(self, field: str, undone: Undone, pointer: Pointer, judgement: str) -> Told:
        since, last, back = undone.since, undone.last, undone.back
        told = self._said("put_back", field, last.value, back.value, back, pointer, judgement, since)
        days = None if undone.is_until_known else (back.day - since.day).days
        return replace(told, finding=replace(told.finding, days=days))

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
        since = (one for one in self._shown if one not in step.corrections) if self.is_public else ()
        own = tuple(one for one in since if owns_up(one, finding))
        return Told(finding=finding, corrections=own, before=before.version if before else None, after=step.version)


def _gone_nowhere(field: str, trace: Trace, term: Term) -> Iterator[tuple[Step, Step]]:
    """The changes of a later word, but for an end that the judgement itself says by now."""
    return ((before, after) for before, after in trace.changes() if after.value is not None or not term.still_says(field, before.value))


def day(moment: datetime) -> str:
    """The day of a moment, as ISO 8601 writes it."""
    return moment.date().isoformat()
