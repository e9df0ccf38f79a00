"""The desk that a command works on."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.live import Live

from spotbrief.checks.examine import Examined, examine
from spotbrief.checks.severities import chosen
from spotbrief.cli.engine_config import EngineConfig
from spotbrief.cli.settings import now, settings_of
from spotbrief.corpus.editions import in_languages
from spotbrief.corpus.linker import link
from spotbrief.exports.planned.problems import folder_problem, planned_problems
from spotbrief.exports.site import Site
from spotbrief.model.desk import Desk
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading.desk import Earlier
from spotbrief.reading.settings import Folders, read_site_file, settings_from, settings_of_file
from spotbrief.reading.settings_error import SettingsError
from spotbrief.reading.site_file import SiteFile
from spotbrief.reading.unsaved import NOTHING, Unsaved

_OF_ADDRESSES = frozenset({"unsafe-id", "duplicate-id", "duplicate-slug"})
"""Rules whose breach lets two things claim one address: it is said once."""


def examined(config: Path) -> Examined:
    """The desk of *config*, read, linked and checked. Raises ClickException where its settings cannot be used."""
    settings, folders = settings_of(config)
    with _waiting():
        return examine(config.resolve().parent, settings, folders)


def everything(
    config: Path, earlier: Earlier | None = None, unsaved: Unsaved = NOTHING, asked: dict[bytes, EngineConfig] | None = None
) -> Examined:
    """The desk of *config* with all that a build would refuse or warn of. Raises ClickException where the file cannot be read.

    What was read *earlier* is not read again, texts that are *unsaved* hold, and the engine is not *asked* twice about the same settings.
    """
    moment = now()
    try:
        file = read_site_file(config.resolve(), os.environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    asked, text = {} if asked is None else asked, file.text()
    engine = asked[text] = asked.get(text) or EngineConfig(config.resolve())
    with _waiting():
        found = _examined(file, moment, earlier, unsaved)
        return replace(found, problems=in_order([*found.problems, *engine.problems(file, found.problems)]))


def _waiting() -> AbstractContextManager[object]:
    """A word to who waits at a terminal; it refreshes nothing, and so has no thread beside which the checks could not fork."""
    if not sys.stderr.isatty():
        return nullcontext()
    return Live("Reading and checking …", console=Console(stderr=True), auto_refresh=False, transient=True)


def _examined(file: SiteFile, now: datetime, earlier: Earlier | None, unsaved: Unsaved) -> Examined:
    try:
        settings, folders = settings_of_file(file, now)
    except SettingsError as error:
        return _nothing_but(file.problem("setting", "error", error.pointer, str(error)), now)
    return _with_planned(examine(file.path.parent, settings, folders, earlier, unsaved), file, folders)


def _with_planned(found: Examined, file: SiteFile, folders: Folders) -> Examined:
    root = file.path.parent
    problems, settings = [*found.problems, *folder_problem(file, root, folders)], found.corpus.settings
    if not {problem.rule for problem in found.problems} & _OF_ADDRESSES:
        public, *others = in_languages(found.corpus.desk, settings, found.corpus)
        problems += chosen(planned_problems(file, Site(public, root, others), folders, found.corpus), settings, root)
    return replace(found, problems=in_order(problems))


def _nothing_but(problem: Problem, now: datetime) -> Examined:
    """Without settings no text can be judged."""
    settings = settings_from({}, site={}, root=Path(), now=now)
    return Examined(corpus=link(Desk(), settings), problems=[problem])
