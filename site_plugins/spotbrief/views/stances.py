"""Where somebody stands on an issue now, since when, and what they thought before."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Said
from spotbrief.model.dates import EdtfDate
from spotbrief.model.record import record
from spotbrief.model.statement import Stance
from spotbrief.views.components import Parts


@record
class Turned:
    """A stance, when it was first taken, and the one before it."""

    stance: Stance
    since: EdtfDate
    before: Stance | None


@record
class StandPart:
    """Where an actor stands on an issue, in a line."""

    issue: Markup
    stance: str
    stance_words: str
    since: Markup
    moved: str
    """The stance before this one, in words; empty where it did not change."""
    text: Markup
    quote: str
    when: Markup
    """When it was last said."""
    sources: Markup
    """Who says so."""


def turned(said: Sequence[Said]) -> Turned | None:
    """Where statements, oldest first, put somebody now; None where none of them says."""
    runs = [list(run) for _, run in groupby((one.statement for one in said if one.statement.stance), key=lambda one: one.stance)]
    if not runs or not (stance := runs[-1][0].stance):
        return None
    return Turned(stance=stance, since=runs[-1][0].when, before=runs[-2][0].stance if len(runs) > 1 else None)


def by_issue(said: Iterable[Said]) -> dict[str, list[Said]]:
    """Statements by issue, oldest first; the issue that was spoken of last comes first."""
    found: dict[str, list[Said]] = {}
    for one in said:
        found.setdefault(one.statement.issue, []).append(one)
    return dict(sorted(found.items(), key=lambda pair: pair[1][-1].statement.when.sort_key, reverse=True))


def stands(parts: Parts, said: Iterable[Said]) -> Iterator[StandPart]:
    """Where an actor stands on each issue it spoke of."""
    for issue, all in by_issue(said).items():
        now, last = turned(all), parts.statement(all[-1])
        yield StandPart(
            issue=parts.links.named("issues", issue),
            stance=now.stance if now else "",
            stance_words=parts.words.stance(now.stance) if now else "",
            since=parts.marks.date(now.since) if now else Markup(""),
            moved=parts.words("moved from {stance}", stance=parts.words.stood(now.before)) if now and now.before else "",
            text=last.text,
            quote=last.quote,
            when=last.when,
            sources=last.sources,
        )
