"""One judgement, followed through the versions of its briefing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import count, takewhile

from spotbrief.corpus.audit.traces import GRACE, Corrections, Step, Trace, is_late
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import Followup, Judgement, Revision
from spotbrief.model.origin import Pointer
from spotbrief.reading.past_versions import Version

STOOD = timedelta(hours=1)
"""How long a word must have stood for readers to have had it."""

Named = tuple[str, str]
"""A field, and which of several."""
Placed = tuple[int, str, Judgement]


def _words(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"


_FIELDS: dict[str, Callable[[Judgement], str | None]] = {
    "text": lambda one: _words(one.text),
    "likelihood": lambda one: _words(one.likelihood),
    "probability": lambda one: _number(one.probability),
    "confidence": lambda one: one.confidence,
    "by": lambda one: one.by.text if one.by else None,
    "criteria": lambda one: _words(one.criteria),
    "group": lambda one: _words(one.group),
    "base_rate": lambda one: f"{one.base_rate.probability:g} of {_words(one.base_rate.of)}" if one.base_rate else None,
}
"""What may not change once it is published, not even from nothing to something."""

ENDED: dict[str, Callable[[Judgement | Followup], str | None]] = {
    "outcome": lambda one: one.resolution.outcome if one.resolution else None,
    "resolved": lambda one: one.resolution.when.text if one.resolution else None,
}
"""What is said later, and then may not change."""

_POINTERS: dict[str, Pointer] = {"outcome": ("resolution", "outcome"), "resolved": ("resolution", "when"), "revision": ("revisions",)}


def rating(one: Revision | Followup) -> str:
    """What a later word says."""
    said = (_words(one.likelihood), _number(one.probability), one.confidence)
    return ", ".join(filter(None, said)) + (f": {_words(one.why)}" if one.why and any(said) else "")


class Tracked:
    """A judgement from the version in which readers first had it."""

    def __init__(self, place: Placed, version: Version, corrections: Corrections) -> None:
        number, key, judgement = place
        self.first, self.number = version, number
        self.id_given = bool(judgement.id)
        said = {"id": key, "judgement": _words(judgement.text), **{name: read(judgement) for name, read in _FIELDS.items()}}
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
        return self._traces["text", ""].had(_words(text))

    def was_called(self, word: str) -> bool:
        """Whether its likelihood was said in that *word* once, and in no number."""
        return any(one.probability is None and (one.likelihood or "").casefold().strip() == word.casefold() for _, one in self._held)

    @property
    def came(self) -> Step:
        """What brought it."""
        return self._traces["judgement", ""].first

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
        for name, value in (("id", key), *((name, read(judgement)) for name, read in _FIELDS.items())):
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

    def changes(self) -> Iterator[tuple[str, Step, Step]]:
        """What was changed, taken away, or added where nothing had been said; what came too late may go again."""
        for (field, of), trace in self._traces.items():
            if not self._is_late_word((field, of)):
                yield from ((field, before, after) for before, after in trace.changes())

    def late_words(self) -> Iterator[tuple[Revision, Step]]:
        """Revisions that came later than they are dated, each with the step that brought it."""
        late = (name for name in self._revisions if self._is_late_word(name) and self._traces[name].now is not None)
        return ((self._revisions[name], self._traces[name].first) for name in late)

    @property
    def resolved(self) -> str | None:
        """The date that its resolution bears."""
        return self._traces["resolved", ""].now if ("resolved", "") in self._traces else None

    def late_void(self) -> Step | None:
        """What voided it long after its day, under an earlier date: by then it was right or wrong."""
        ended, by = self._held[-1][1].resolution, self._held[-1][1].by
        if not ended or ended.outcome != "void" or not by or ended.when.latest > by.latest:
            return None
        came = next((step for _, step in self._traces["outcome", ""].changes() if step.value == "void"), self._traces["outcome", ""].first)
        return came if came.version.when.date() > by.latest + GRACE and came.version is not self.first else None

    def _is_late_word(self, name: Named) -> bool:
        """Whether this is a revision that is dated earlier than it came, and that nothing published bears out."""
        if name not in self._revisions:
            return False
        came, revision = self._traces[name].first.version, self._revisions[name]
        return came is not self.first and is_late(revision.when, came.when) and not self._was_held(revision)

    def _was_held(self, revision: Revision) -> bool:
        """Whether the judgement itself said so then: an edit in place that was put right later."""
        said = (revision.likelihood, revision.probability)
        day = revision.when.date()
        ends = [*(version.when for version, _ in self._held[1:]), None]
        near = (
            one
            for (version, one), end in zip(self._held, ends, strict=True)
            if abs(version.when.date() - day) <= GRACE and (not end or end - version.when >= STOOD)
        )
        return any((one.likelihood, one.probability) == said for one in near)

    def pointer(self, field: str) -> Pointer:
        """Where a field of it stands."""
        inside = () if field == "judgement" else _POINTERS.get(field, (field,))
        return ("what_to_expect", *((self.number, *inside) if self.is_there else ()))


def _ways(one: Revision) -> Iterator[Named]:
    """Its day, of which there may be two."""
    day = one.when.date().isoformat()
    yield "revision", day
    yield from (("revision", f"{day} ({number})") for number in count(2))


def matched(known: Iterable[Tracked], briefing: Briefing) -> Iterator[tuple[Tracked | None, Placed]]:
    """Each judgement of *briefing* with what is known of it: by its given id, else by its words, else by its number."""
    free, left = list(known), list(briefing.judgements())
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
