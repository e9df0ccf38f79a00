"""The judgement or the briefing that an editor means by what was typed."""

from collections.abc import Iterable
from pathlib import Path

import click

from spotbrief.cli.settings import settings_of
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.linker import link
from spotbrief.corpus.renamed import renamed
from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Where
from spotbrief.reading.desk import read_desk
from spotbrief.reading.fields import near_id, nearest
from spotbrief.reading.locate import places

MOST = 5
"""Ids that are named in a message."""


def linked(config: Path) -> Corpus:
    """The desk of *config*, drafts included, read and linked, but not checked. Raises ClickException where its settings cannot be used."""
    settings, folders = settings_of(config)
    desk, _ = read_desk(config.resolve().parent, settings.timezone, folders.briefings, folders.content, languages=settings.tags)
    return link(desk, settings)


def judgement(corpus: Corpus, typed: str) -> Expected:
    """The judgement whose full id, or whose own id where no other has it, is *typed*. Raises ClickException where there is none."""
    typed = typed.strip()
    if found := corpus.judgements.get(typed):
        return found
    same = [one for one in corpus.judgements.values() if one.key == typed]
    if len(same) == 1:
        return same[0]
    if same:
        raise click.ClickException(f"several judgements have the id '{typed}': say which, as {_some(sorted(one.id for one in same))}")
    raise click.ClickException(f"there is no judgement '{typed}'{_mend(corpus, typed)}")


def _mend(corpus: Corpus, typed: str) -> str:
    of = [one.id for one in corpus.judgements.values() if typed in (one.briefing.id, f"{one.briefing.id}:")]
    if of:
        return f": this is a briefing; it expects {_some(of)}"
    _refuse_unread(corpus, typed.partition(":")[0])
    keys = {one.key: one.id for one in corpus.judgements.values()}
    near = nearest(typed, corpus.judgements, 0.7) or keys.get(nearest(typed, keys, 0.7) or "")
    return f": did you mean '{near}'?" if near else ": spotbrief due names those that await an answer"


def briefing(corpus: Corpus, typed: str) -> Briefing:
    """The briefing whose id is *typed*; its file will do too. Raises ClickException where there is none."""
    id = Path(typed.strip()).name
    id = id.rpartition(".")[0] if id.endswith((".md", ".yml", ".yaml")) else id
    if found := corpus.briefings.get(id):
        return found
    if now := renamed(corpus.desk).get(("briefings", id)):
        raise click.ClickException(f"the briefing '{id}' is called '{now}' now: write {now}")
    _refuse_unread(corpus, id)
    near = near_id(id, corpus.briefings)
    raise click.ClickException(f"there is no briefing '{id}'" + (f": did you mean '{near}'?" if near else ""))


def published(corpus: Corpus, typed: str) -> Briefing:
    """The briefing that *typed* means. Raises ClickException where readers have not seen it."""
    found = briefing(corpus, typed)
    if not found.is_public(corpus.settings.now):
        raise click.ClickException(f"{found.origin.file} is not public yet: change it as you like")
    return found


def _refuse_unread(corpus: Corpus, id: str) -> None:
    """Raises ClickException for a briefing with mistakes: nothing is written into what cannot be read."""
    if file := next((file for file, name in corpus.desk.unread if name == id), None):
        raise click.ClickException(f"{file} has mistakes: mend what spotbrief check says of it first")


def place(root: Path, where: Where) -> str:
    """The file and the line of something."""
    ((line, _),) = places(root, [where])
    return f"{where.file}:{line}"


def _some(ids: Iterable[str]) -> str:
    ids = list(ids)
    return ", ".join(ids[:MOST]) + (f" and {len(ids) - MOST} more" if len(ids) > MOST else "")
