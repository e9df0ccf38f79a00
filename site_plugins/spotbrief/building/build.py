"""A build from top to bottom: read, check, cut away, plan; the engine's pages and shells; write.

An engine that runs us, and not we it, calls `plan` and `write` itself, and makes its pages in between.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from spotbrief.building.engine import Engine
from spotbrief.building.memory import Memory
from spotbrief.building.messages import Message, Note, Step, Tell
from spotbrief.building.writer import Job, Writer
from spotbrief.checks.examine import begin
from spotbrief.checks.severities import chosen
from spotbrief.corpus.as_of import as_of
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.editions import in_languages
from spotbrief.exports.cards.cards import unseen
from spotbrief.exports.cards.draw import can_draw
from spotbrief.exports.formats import lacks_address
from spotbrief.exports.planned.addresses import clashes
from spotbrief.exports.planned.problems import planned_problems
from spotbrief.exports.planned.rendered import Made, rendered_problems
from spotbrief.exports.search.forms import knows_forms, wants_forms
from spotbrief.exports.site import Site
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import Kept
from spotbrief.model.problem import Problem
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.parallel import spread
from spotbrief.reading.settings import Folders
from spotbrief.reading.site_file import SiteFile


class Stopped(Exception):
    """Nothing is built: the desk has errors, which were told."""


@record
class Task:
    """What is to be built."""

    root: Path
    settings: Settings
    folders: Folders
    file: SiteFile | None
    """The settings as they were typed; None for an engine that has no such file."""


@record
class Planned:
    """A site whose pages and files are known, and not made yet."""

    site: Site
    whole: Corpus
    """With what is not public."""
    problems: list[Problem]


def build(task: Task, engine: Engine, folder: Path, tell: Tell) -> None:
    """Make the site of *task* in *folder*. Raises Stopped."""
    planned = plan(task, engine, tell)
    look_at(planned, engine.pages(planned.site), tell)
    write(planned.site, engine, folder, tell)


def plan(task: Task, engine: Engine, tell: Tell, memory: Memory | None = None) -> Planned:
    """Read, check and plan. Raises Stopped; but a preview, which has a *memory*, shows a desk with errors, and what is not public."""
    settings = replace(task.settings, cards=_draws_cards(task.settings, tell))
    begun = begin(task.root, settings, task.folders, memory.earlier if memory else None)
    try:
        site, taken = _site(task.root, begun.corpus, settings, engine, tell, memory)
        found = planned_problems(task.file, site, task.folders, begun.corpus, pages_too=False) if task.file else []
    except Exception:
        _told(begun.examined().problems, tell, stop=not memory)  # what planning stumbled over may be one of them
        raise
    problems = _told(begun.examined().problems, tell, stop=not memory)
    count = len(begun.corpus.briefings)
    tell(Step(name="rendering", text=f"Read and checked {count:,} briefing{'s' * (count != 1)}"))
    if task.file:
        said = {one.message for one in (*problems, *found)}
        found += [one for one in clashes(task.file, site, site.corpus.desk.content_folder, taken) if one.message not in said]
        problems += _told(chosen(found, settings, task.root), tell, stop=not memory)
    for message in _left_out(site, site.corpus):
        tell(message)
    return Planned(site=site, whole=begun.corpus, problems=problems)


def _site(
    root: Path, whole: Corpus, settings: Settings, engine: Engine, tell: Tell, memory: Memory | None
) -> tuple[Site, Mapping[str, str]]:
    """What readers may see of the *whole*, planned, and the files that the engine writes beside it."""
    read, settings = _as_of(whole.desk, settings)
    shown = memory.shown(read) if memory else read
    editions = in_languages(shown, settings, whole, is_preview=bool(memory))
    corpus, *others = editions
    if kept := _kept(root, read, settings, tell):
        corpus = replace(corpus, desk=replace(corpus.desk, kept=kept))  # it follows the words of originals, not of translations
    site = Site(corpus, root, others)
    taken = engine.files(read.attachments - frozenset(chain.from_iterable(edition.desk.attachments for edition in editions)))
    return site.beside_files(taken), taken


def look_at(planned: Planned, made: Made, tell: Tell) -> None:
    """Say what is wrong with the ordinary pages that the engine has *made*. Raises Stopped, unless for a preview."""
    found = rendered_problems(planned.site, planned.whole, made)
    found = chosen(found, planned.whole.settings, planned.site.root)
    planned.problems.extend(_told(found, tell, stop=not planned.whole.settings.preview))


def write(site: Site, engine: Engine, folder: Path, tell: Tell) -> None:
    """Pour all pages into the engine's shells, and write every file of the site."""
    tell(Step(name="writing", text=f"Writing {sum(len(one.plans) for one in site.languages):,} pages of the desk"))
    writer = Writer(site, engine.shell, folder)
    spread(_do, [*writer.files(), *writer.pages()])
    writer.lists()
    if "search" in site.corpus.settings.sections:
        writer.index()


def _as_of(desk: Desk, settings: Settings) -> tuple[Desk, Settings]:
    """The desk at the moment as of which it is to be shown; it was checked as of the present."""
    moment = settings.as_of
    return (as_of(desk, moment), replace(settings, now=moment)) if moment else (desk, settings)


def _kept(root: Path, desk: Desk, settings: Settings, tell: Tell) -> Mapping[str, Kept]:
    """What stands as it was published, by the full ids of judgements; nothing in a preview, and where the desk did not ask for it."""
    if not settings.audit or settings.preview:
        return {}
    from spotbrief.building.kept import kept_since  # what follows texts through git is much to import

    return kept_since(root, desk, settings, tell)


def _do(jobs: Iterable[Job]) -> None:
    for job in jobs:
        job()


def _told(found: Iterable[Problem], tell: Tell, *, stop: bool) -> list[Problem]:
    problems = list(found)
    for problem in problems:
        tell(problem)
    errors = sum(problem.severity == "error" for problem in problems)
    if errors and stop:
        raise Stopped(f"Nothing was built: mend the {errors} error{'s' * (errors > 1)} above.")
    return problems


def _draws_cards(settings: Settings, tell: Tell) -> bool:
    """Cards are for those who share a public page; a preview does without."""
    if not settings.cards or settings.preview or not settings.site_url:
        return False
    can = can_draw()
    if not can:
        said = "No cards are drawn for where briefings are shared: pip install 'spotbrief[cards]', or say cards: false."
        tell(Note(severity="info", text=said))
    return can


def _left_out(site: Site, corpus: Corpus) -> Iterable[Message]:
    note = partial(Note, severity="info")
    if "search" in corpus.settings.sections and wants_forms(corpus.settings) and not knows_forms():
        yield note(
            text="The search finds Ukrainian nouns by their endings alone, and дітей by no дитина: pip install 'spotbrief[ukrainian]'."
        )
    if corpus.settings.cards and (signs := unseen(corpus)):
        some = f"{' '.join(signs[:10])}{' …' if len(signs) > 10 else ''}"
        yield note(text=f"No font on this machine has {some}, so cards show boxes: install one that does, or say cards: false.")
    if lacks_address(site.edition):
        yield note(text="Feeds, calendars and the API need absolute addresses, and are left out: set site_url in mkdocs.yml.")
