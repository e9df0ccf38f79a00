"""One judgement, followed through the versions of its briefing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import count, groupby, pairwise, takewhile
from operator import itemgetter

from spotbrief.corpus.audit.said import as_read, last_day, number_of, term, words_of
from spotbrief.corpus.audit.traces import GRACE, STOOD, Corrections, Step, Trace, Undone, is_late, is_near
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Followup, Judgement, Revision
from spotbrief.model.origin import Pointer
from spotbrief.reading.past_versions import Version

Named = tuple[str, str]
"""A field, and which of several."""
Placed = tuple[int, str, Judgement]
Rated = tuple[str | None, float | None]
"""A likelihood and a probability."""


_FIELDS: dict[str, Callable[[Judgement], str | None]] = {
    "text": lambda one: as_read(one.text),
    "likelihood": lambda one: term(one.likelihood),
    "probability": lambda one: number_of(one.probability),
    "confidence": lambda one: one.confidence,
    "by": lambda one: last_day(one.by) if one.by else None,
    "criteria": lambda one: as_read(one.criteria),
    "group": lambda one: one.group or None,  # to the letter, for scenarios of one question are found by it
    "base_rate": lambda one: f"{one.base_rate.probability:g} of {words_of(one.base_rate.of)}" if one.base_rate else None,
}
"""What may not change once it is published, not even from nothing to something."""

_ROW: dict[str, Callable[[Judgement], str | None]] = {"topics": lambda one: ", ".join(sorted({*one.topics})) or None}
"""What a judgement is counted under, which may be put in order until its answer is known."""

_SAID = {**_FIELDS, **_ROW}

ENDED: dict[str, Callable[[Judgement | Followup], str | None]] = {
    "outcome": lambda one: one.resolution.outcome if one.resolution else None,
    "resolved": lambda one: one.resolution.when.text if one.resolution else None,
}
"""What is said later, and then may not change."""

_POINTERS: dict[str, Pointer] = {"outcome": ("resolution", "outcome"), "resolved": ("resolution", "when"), "revision": ("revisions",)}


def rating(one: Revision | Followup) -> str:
    """What a later word says."""
    said = (term(one.likelihood), number_of(one.probability), one.confidence)
    return ", ".join(filter(None, said)) + (f": {words_of(one.why)}" if one.why and any(said) else "")


def without_why(rating: str) -> str:
    """How likely and how sure a later word was."""
    return rating.partition(": ")[0]


class Tracked:
    """A judgement from the version in which readers first had it."""

    def __init__(self, place: Placed, version: Version, corrections: Corrections, *, is_whole: bool = True) -> None:
        """*is_whole* says whether nothing can have been before *version*."""
        number, key, judgement = place
        self.first, self.number, self._is_whole = version, number, is_whole
        self.id_given = self.was_named = bool(judgement.id)
        said = {"id": key, "judgement": as_read(judgement.text), **{name: read(judgement) for name, read in _SAID.items()}}
        self._traces: dict[Named, Trace] = {(name, ""): Trace(value, version, corrections) for name, value in said.items()}
        self._revisions: dict[Named, Revision] = {}
        self._held = [(version, judgement)]
        self.came_answered = judgement.resolution.when.text if judgement.resolution else ""
        self._say_later_words(judgement, version, corrections)

    @property
    def key(self) -> str:
        """Its id, or its number."""
        return self._traces["id", ""].now or ""

    def expected(self, text: str) -> bool:
        """Whether it said *text* once."""
        return self._traces["text", ""].had(as_read(text))

    def was_called(self, word: str) -> bool:
        """Whether its likelihood was said in that *word* once, and in no number."""
        return any(one.probability is None and (one.likelihood or "").casefold().strip() == word.casefold() for _, one in self._held)

    @property
    def came(self) -> Step:
        """What brought it."""
        return self._traces["judgement", ""].first

    @property
    def gone(self) -> Step:
        """What took it away."""
        return self._traces["judgement", ""].last

    @property
    def latest(self) -> Judgement:
        """As readers had it last."""
        return self._held[-1][1]

    @property
    def is_there(self) -> bool:
        """Whether readers have it."""
        return self._traces["judgement", ""].now is not None

    def say(self, place: Placed | None, version: Version, corrections: Corrections) -> None:
        """Note what a later version says of it."""
        there = self._traces["judgement", ""]
        there.say(there.first.value if place else None, version, corrections)
        if not place:
            return
        self.number, key, judgement = place
        if judgement.id and not self.id_given and not any(self._traces["id", ""].changes()):
            self._traces["id", ""] = Trace(key, version, corrections)  # a first name; it had none that could change
        if judgement.id and not self.id_given:  # which is no other id, but the first
            self._traces["id", ""] = Trace(key, version, corrections)
        self.id_given = bool(judgement.id)
        self.was_named |= self.id_given
        for name, value in (("id", key), *((name, read(judgement)) for name, read in _SAID.items())):
            self._traces[name, ""].say(value, version, corrections)
        self._held.append((version, judgement))
        self._say_later_words(judgement, version, corrections)

    def _say_later_words(self, judgement: Judgement, version: Version, corrections: Corrections) -> None:
        found: dict[Named, str | None] = {(name, ""): value for name, read in ENDED.items() if (value := read(judgement))}
        for name, revision in self._named(judgement.revisions):
            found[name] = rating(revision)
            self._revisions[name] = revision
        for name in {**self._traces, **found}:
            if name in self._traces and name[0] in ("revision", *ENDED):
                self._traces[name].say(found.get(name), version, corrections)
            elif name not in self._traces:
                self._traces[name] = Trace(found[name], version, corrections)

    def _named(self, revisions: Sequence[Revision]) -> Iterator[tuple[Named, Revision]]:
        """Each of them as it was named before: of several of one day, by what it says, and else by its place."""
        names: dict[int, Named] = {}
        for number, one in enumerate(revisions):
            known = takewhile(self._traces.__contains__, _ways(one))
            if name := next((way for way in known if self._traces[way].had(rating(one)) and way not in names.values()), None):
                names[number] = name
        for number, one in enumerate(revisions):
            if number not in names:
                names[number] = next(way for way in _ways(one) if way not in names.values())
        return ((names[number], one) for number, one in enumerate(revisions))

    def changes(self, known: date) -> Iterator[tuple[str, Step, Step]]:
        """What was changed, taken away, or added where nothing had been said; the answer was *known* from that day on."""
        for (field, of), trace in self._traces.items():
            if not self._is_late_word((field, of), known):
                changes = trace.since(known) if field in _ROW else trace.changes()
                yield from ((field, before, after) for before, after in changes)

    def put_back(self, known: date) -> Iterator[tuple[str, Undone]]:
        """Words that readers had for a while, and that nothing says any more: who may choose what stood is always right.

        Of the first word, revisions may say it. A slip in the reason of a revision is no other word.
        """
        for (field, of), trace in self._traces.items():
            if field == "revision" and not self._is_late_word((field, of), known):
                yield from ((field, one) for one in trace.undone(known, without_why))
            elif field in ("likelihood", "probability"):
                yield from ((field, one) for one in trace.undone(known) if not self._is_told(one, known))

    def _is_told(self, undone: Undone, known: date) -> bool:
        """Whether revisions say all that stood as the first word meanwhile."""
        there = [one for name, one in self._revisions.items() if self._traces[name].now is not None]
        stood = [(since, said) for since, said in self._in_place(undone.back.version, known) if since >= undone.since.version.when]
        return bool(stood) and all(any(said == _rated(one) and is_near(since, one.when) for one in there) for since, said in stood)

    def late_words(self, known: date) -> Iterator[tuple[Revision, Trace]]:
        """Revisions that came later than they are dated, there or not."""
        late = (name for name in self._revisions if self._is_late_word(name, known) and not self._is_redated(name))
        return ((self._revisions[name], self._traces[name]) for name in late)

    @property
    def resolved(self) -> str | None:
        """The date that its resolution bears."""
        return self._traces["resolved", ""].now if ("resolved", "") in self._traces else None

    def late_void(self) -> Step | None:
        """What voided it long after its day, under an earlier date: by then it was right or wrong."""
        if not self.latest.by or ("outcome", "") not in self._traces:
            return None
        came = voided_late(self._traces["outcome", ""], self._traces["resolved", ""], self.latest.by.latest)
        return came if came and came.version is not self.first else None

    def _is_late_word(self, name: Named, known: date) -> bool:
        """Whether this is a revision that is dated earlier than it came, and that nothing published bears out."""
        if name not in self._revisions:
            return False
        came, revision = self._traces[name].first.version, self._revisions[name]
        if (came is self.first and not self._is_whole) or not is_late(revision.when, came.when, known):
            return False
        return not self._was_held(revision, came, known) and not self._was_misdated(name)

    def _was_held(self, revision: Revision, until: Version, known: date) -> bool:
        """Whether the judgement itself said so from then on, until it was put right: an edit in place.

        Of several such edits each is told, or who tried many words could keep the one that turned out well.
        """
        told = [one for name, one in self._revisions.items() if self._traces[name].now is not None]
        for since, said in reversed(list(self._in_place(until, known))):
            if said == _rated(revision) and is_near(since, revision.when):
                return True
            if not any(said == _rated(one) and is_near(since, one.when) for one in told):
                return False
        return False

    def _in_place(self, until: Version, known: date) -> Iterator[tuple[datetime, Rated]]:
        """Since when it said what as its first word, until a version came, or it was *known* how it ended."""
        before: Rated | None = None
        held = [(version.when, _rated(one)) for version, one in self._held if version.when < until.when and version.when.date() < known]
        runs = [next(run) for _, run in groupby(held, key=itemgetter(1))]
        for (since, said), (later, _) in pairwise([*runs, (until.when, _rated(self.latest))]):
            if later - since >= STOOD and said != before:
                yield since, said
                before = said

    def _was_misdated(self, name: Named) -> bool:
        """Whether the same revision came then, under another date that was put right with this one."""
        return any(
            self._moved(other, name) and is_near(self._traces[other].first.version.when, self._revisions[name].when)
            for other in self._revisions
        )

    def _is_redated(self, name: Named) -> bool:
        """Whether it stands under another date, which is right."""
        return any(self._moved(name, other) and self._was_misdated(other) for other in self._revisions)

    def _moved(self, name: Named, to: Named) -> bool:
        old, new = self._traces[name], self._traces[to]
        is_same = name != to and old.now is None and new.now is not None and old.first.value == new.now
        return is_same and old.last.version is new.first.version

    def pointer(self, field: str) -> Pointer:
        """Where a field of it stands."""
        inside = () if field == "judgement" else _POINTERS.get(field, (field,))
        return ("what_to_expect", *((self.number, *inside) if self.is_there else ()))


def _rated(one: Judgement | Revision) -> Rated:
    return term(one.likelihood), one.probability


def voided_late(outcome: Trace, resolved: Trace, by: date) -> Step | None:
    """What voided a judgement after its day *by*, under a date before that; a void of that very day may come the next morning."""
    dated = EdtfDate.parse(resolved.now).latest if outcome.now == "void" and resolved.now else date.max
    in_time = by + GRACE if dated == by < date.max else by
    return outcome.last if dated <= by and outcome.last.day > in_time else None


def _ways(one: Revision) -> Iterator[Named]:
    """Its day, of which there may be two."""
    day = one.when.date().isoformat()
    yield "revision", day
    yield from (("revision", f"{day} ({number})") for number in count(2))


def matched(known: Iterable[Tracked], places: Iterable[Placed]) -> Iterator[tuple[Tracked | None, Placed]]:
    """Each judgement of a briefing with what is known of it: by its given id, else by its words, else by its number."""
    free, left = list(known), list(places)
    ways: tuple[Callable[[Tracked, Placed], bool], ...] = (
        lambda old, new: bool(old.id_given and new[2].id) and old.key == new[1],
        lambda old, new: old.expected(new[2].text),
        lambda old, new: old.key == new[1],
    )
    for is_same in ways:
        for place in list(left):
            if old := next((one for one in free if is_same(one, place)), None):
                free.remove(old)
                left.remove(place)
                yield old, place
    yield from ((None, place) for place in left)
