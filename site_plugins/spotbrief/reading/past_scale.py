"""The steps of the main line -> what words of likelihood stood for, commit by commit."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from spotbrief.model.scale import Scale
from spotbrief.reading.past_settings import ENVIRONMENT, UNFOLLOWED
from spotbrief.reading.past_versions import Past, Rescaled
from spotbrief.reading.past_walk import Step


def rescaled(steps: Sequence[Step]) -> tuple[tuple[Rescaled, ...], Scale | None]:
    """Each band that a commit changed or took away, the oldest first, and the scale that is left.

    What could not be read was never published. A file that git does not follow was no scale, unless the settings name it to this day.
    """
    told: list[Rescaled] = []
    before: Scale | None = None
    layout = None
    for step in steps:
        if step.layout is layout:
            continue
        layout = step.layout
        is_last = layout.scale is UNFOLLOWED and layout is steps[-1].layout
        if layout.scale and (layout.scale is not UNFOLLOWED or is_last):
            file = step.touched.removeprefix(layout.root)
            told += _differing(before, layout.scale, step.commit.id, step.commit.when, file) if before else ()
            before = layout.scale
    return tuple(told), before


def rescaled_today(past: Past, scale: Scale | None, file: str, now: datetime) -> Iterator[Rescaled]:
    """Each band that is another one in *scale*, which the settings in *file* name, committed or not."""
    if past.scale and scale:
        yield from _differing(past.scale, scale, "", now, file)


def _differing(before: Scale, after: Scale, commit: str, when: datetime, file: str) -> Iterator[Rescaled]:
    for word in before.words():
        term, now = before.term(word), after.term(word)
        if term and (not now or (now.low, now.high) != (term.low, term.high)):
            band = after.name if after in (ENVIRONMENT, UNFOLLOWED) else now.band() if now else ""
            yield Rescaled(commit=commit, when=when, file=file, term=word, was=term.band(), now=band)
