"""Puts what is said of a judgement where it belongs: below the judgement, or into a later briefing."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from spotbrief.cli.editing import asking, finding
from spotbrief.cli.editing.asking import Questions, value_of
from spotbrief.cli.editing.changes import Change, Entry, Field, Named
from spotbrief.cli.editing.judged import usual_moment
from spotbrief.cli.editing.own_id import new_id
from spotbrief.cli.editing.text_file import TextFile, read
from spotbrief.cli.editing.writing import write, write_beside
from spotbrief.cli.editing.yaml_text import Value
from spotbrief.cli.new_file import slug
from spotbrief.corpus.awaiting import last_word
from spotbrief.corpus.corpus import Call, Corpus, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.model.fields import Headline
from spotbrief.model.origin import Pointer
from spotbrief.model.record import record
from spotbrief.model.signs import visible
from spotbrief.reading.forms import filled
from spotbrief.words.dates import moment_words

NEW = "new"
"""In place of the id of a later briefing: one is written."""


@record
class Work:
    """A judgement that is public, and where the next word on it goes."""

    root: Path
    corpus: Corpus
    expected: Expected
    into: Briefing | None = None
    """The later briefing that says it; None for the judgement's own, or for a new one."""
    new: bool = False
    """Whether a new briefing says it."""

    @property
    def place(self) -> str:
        """The file and the line of the judgement."""
        return finding.place(self.root, self.expected.at())

    @property
    def teller(self) -> Briefing | None:
        """The briefing that says it; None for a new one."""
        return None if self.new else self.into or self.expected.briefing

    @property
    def scenarios(self) -> list[Expected]:
        """The other scenarios of its question."""
        here, group = self.expected, self.expected.judgement.group
        mine = (one for one in self.corpus.judgements.values() if one.briefing is here.briefing and one is not here)
        return [one for one in mine if group and one.judgement.group == group]

    @property
    def is_elsewhere(self) -> bool:
        """Whether another briefing says it than that of the judgement."""
        return self.new or self.into is not None

    @property
    def last(self) -> Call:
        """What was thought last, as far as it has opened."""
        return last_word(self.expected, self.corpus.settings.now)


def work(config: Path, typed: str, into: str | None) -> Work:
    """The judgement that *typed* means. Raises ClickException where it is not public, or ended, or *into* cannot tell of it."""
    corpus = finding.linked(config)
    expected = finding.judgement(corpus, typed)
    made = Work(root=config.resolve().parent, corpus=corpus, expected=expected, new=into == NEW)
    if not expected.briefing.is_public(corpus.settings.now):
        raise click.ClickException(f"{made.place}: nobody has read this judgement yet, so mend it where it stands")
    if expected.resolution and expected.resolved_in and (at := _resolution_at(expected)):
        told = finding.place(made.root, expected.resolved_in.origin.at(*at))
        raise click.ClickException(f"{told}: '{expected.id}' is resolved already: {expected.resolution.outcome}")
    if asking.is_terminal():
        click.echo(f"{click.style(expected.id, bold=True)}: {visible(' '.join(expected.judgement.text.split()))}")
    return made if into in (None, NEW) else Work(root=made.root, corpus=corpus, expected=expected, into=_later(made, into or ""))


def _resolution_at(expected: Expected) -> Pointer:
    """Where a briefing says how a judgement ended; empty for a scenario that another one rules out."""
    told = expected.resolved_in
    entries = enumerate(told.what_to_expect) if told else ()
    return next((("what_to_expect", i, "resolution") for i, one in entries if one.resolution is expected.resolution), ())


def _later(work: Work, typed: str) -> Briefing | None:
    """The briefing that takes the judgement up again. Raises ClickException for one that cannot."""
    own, later = work.expected.briefing, finding.briefing(work.corpus, typed)
    if later is own:
        return None
    if later.is_withdrawn():
        raise click.ClickException(f"the briefing '{later.id}' is withdrawn: name another, or --in new")
    if later.opens() <= own.opens():
        opens = moment_words(own.opens(), work.corpus.settings.timezone)
        raise click.ClickException(f"the briefing '{later.id}' is no later than the judgement ({opens}): name another, or --in new")
    return later


def tell(work: Work, questions: Questions, own: Callable[[Pointer], Field | Entry], later: Mapping[str, Value], *, dry_run: bool) -> None:
    """Write *own* below the judgement, or *later* as an entry of a later briefing. Raises ClickException before anything is written."""
    briefing, at = work.expected.briefing, work.expected.pointer
    id = new_id(questions, work.expected, work.corpus)
    full = f"{briefing.id}:{id or work.expected.key}"
    changes: dict[str, list[Change]] = {briefing.origin.file: _with_id(work, id)}
    if work.new:
        file = _new(work, questions, {"id": full, **later})
        write_beside(work.root, file, changes, dry_run=dry_run)
    elif work.into:
        change, place = _followup(work, work.into, {"id": full, **later})
        write(work.root, {**changes, work.into.origin.file: [change]}, (work.into.origin.file, place), dry_run=dry_run)
    else:
        change = own(at)
        changes[briefing.origin.file].append(change)
        number = (len(work.expected.judgement.revisions),) if isinstance(change, Entry) else ()
        write(work.root, changes, (briefing.origin.file, (*at, change.name, *number)), dry_run=dry_run)
    if id and not dry_run:
        click.echo(f"'{full}' is its id from now on")


def _with_id(work: Work, id: str | None) -> list[Change]:
    """A judgement that is only a sentence becomes fields wherever something is written below it."""
    entry = _entry(work)
    changes: list[Change] = [Named(work.expected.pointer)] if isinstance(entry, str) and (id or not work.is_elsewhere) else []
    return [*changes, Field(work.expected.pointer, "id", id, "text")] if id else changes


def _entry(work: Work) -> Any:
    """The judgement as it stands in its file now. Raises ClickException where that was edited while the editor was being asked."""
    file, expected = work.expected.briefing.origin.file, work.expected.judgement
    try:
        entry = read(work.root, file).value(work.expected.pointer)
        if (entry if isinstance(entry, str) else entry["text"]) == expected.text:
            return entry
    except (LookupError, TypeError):
        pass  # another thing stands there
    raise click.ClickException(f"{file} was changed in the meantime, and nothing was written: run this again")


def _followup(work: Work, into: Briefing, entry: dict[str, Value]) -> tuple[Change, Pointer]:
    """An entry of *into*, or the end of one that stands there already, and its place."""
    there = next((i for i, followup in into.followups() if followup.id == work.expected.id), None)
    if there is None:
        return Entry((), "what_to_expect", entry), ("what_to_expect", len(into.what_to_expect))
    at = ("what_to_expect", there)
    if "resolution" in entry:
        return Field(at, "resolution", entry["resolution"]), (*at, "resolution")
    raise click.ClickException(f"{finding.place(work.root, into.origin.at(*at))}: this briefing speaks of it already: mend it there")


def _new(work: Work, questions: Questions, entry: dict[str, Value]) -> TextFile:
    """A draft that brings the forecast up to date, on the form of its kind."""
    settings, own = work.corpus.settings, work.expected.briefing
    title = questions.ask("title", "The title of the new briefing", lambda typed: str(value_of(Headline, typed)))
    path = f"{work.corpus.desk.briefings_folder}/{settings.today.isoformat()}-{slug(title, settings.language)}.md"
    values = {"title": title, "published": usual_moment(settings, own.opens())}
    text = filled("briefing/forecast_update.md", values, language=settings.language)
    related = Field((), "related", (own.id,))
    return TextFile(path, text.encode()).changed([related, Entry((), "what_to_expect", entry)])
