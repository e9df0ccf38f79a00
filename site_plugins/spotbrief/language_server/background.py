"""The whole desk, read and looked at in a process of its own, so that nobody who types waits for it."""

import multiprocessing
import os
import signal
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import click

from spotbrief import garbage_collector
from spotbrief.checks.examine import Examined
from spotbrief.checks.near import FAR, examine_far
from spotbrief.cli.desk import everything
from spotbrief.cli.settings import settings_of
from spotbrief.corpus.live import Live
from spotbrief.corpus.text_fields import Known
from spotbrief.model.problem import Problem
from spotbrief.parallel import end_with_parent
from spotbrief.reading.desk import Earlier, read_desk
from spotbrief.reading.unsaved import Unsaved

ByFile = dict[str, list[Problem]]

_FAR = frozenset(rule.id for rule in FAR)
_OF_FOLDERS = frozenset({"dot-file", "unread-file", "outside", "linked-folder", "active-picture"})
"""Rules of what lies in the folders, which reading a text does not find."""


class Asked(NamedTuple):
    """A question."""

    number: int
    unsaved: Unsaved
    everything: bool
    """Whether texts, settings and addresses are looked at as well, and not only what takes a comparison of all."""
    desk: bool = False
    """Whether the desk itself is wanted first."""


class Answer(NamedTuple):
    """The desk, or what is wrong, by file, each part in place of what was known of it; None for a part that was not asked for."""

    number: int
    far: ByFile | None = None
    near: ByFile | None = None
    beyond: ByFile | None = None
    live: Live | None = None


class Background:
    """The process, to which one question at a time matters: the last one."""

    def __init__(self, config: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, config, os.getpid()))
        self._process.start()
        there.close()

    def ask(self, asked: Asked) -> None:
        """Asks, whatever was asked before."""
        with suppress(OSError):  # the process is gone, and with it what it would say
            self._here.send(asked)

    def listen(self, tell: Callable[[Answer | None], object]) -> None:
        """Tells every answer as it comes, and None where none will come any more, in a thread that holds nobody up who leaves."""
        threading.Thread(target=self._hear, args=(tell,), daemon=True).start()

    def _hear(self, tell: Callable[[Answer | None], object]) -> None:
        answer: Answer | None
        while True:
            try:
                answer = self._here.recv()
            except (EOFError, OSError):
                answer = None
            if answer and answer.live:
                garbage_collector.leave_alone()
            with suppress(RuntimeError):  # whoever listened has gone
                tell(answer)
            if not answer:
                return

    def stop(self) -> None:
        """Ends the process."""
        self._process.kill()  # it holds nothing that others wait for
        self._process.join()
        self._here.close()


def _serve(connection: Connection, config: Path, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process itself
    end_with_parent(parent)
    garbage_collector.seldom()
    earlier, known = Earlier(), Known()
    while True:
        try:
            asked = _last(connection)
            if asked.desk:
                connection.send(_read(asked, config, earlier))
            connection.send(_answered(asked, config, earlier, known))
            garbage_collector.leave_alone()
        except (EOFError, OSError):
            return


def _last(connection: Connection) -> Asked:
    """The last question; what an earlier one wanted, this one wants too."""
    asked: Asked = connection.recv()
    while connection.poll():
        newer: Asked = connection.recv()
        asked = newer._replace(everything=newer.everything or asked.everything, desk=newer.desk or asked.desk)
    return asked


def _read(asked: Asked, config: Path, earlier: Earlier) -> Answer:
    try:
        return Answer(asked.number, live=read(config, earlier, asked.unsaved))
    except click.ClickException:
        return Answer(asked.number)


def read(config: Path, earlier: Earlier, unsaved: Unsaved) -> Live:
    """The desk of *config*, linked. To hand it over takes a tenth of the time in which it is read. Raises ClickException."""
    settings, folders = settings_of(config)
    desk, _ = read_desk(config.parent, settings.timezone, folders.briefings, folders.content, earlier, settings.tags, unsaved)
    return Live(desk, settings)


def _answered(asked: Asked, config: Path, earlier: Earlier, known: Known) -> Answer:
    try:
        if asked.everything:
            return _all(asked.number, everything(config, earlier, asked.unsaved))
        settings, folders = settings_of(config)
        return Answer(asked.number, _by_file(examine_far(config.parent, settings, folders, earlier, known, asked.unsaved)))
    except click.ClickException:
        return Answer(asked.number)  # of settings that cannot be used, the server itself says so


def _all(number: int, found: Examined) -> Answer:
    texts = set(map(_key, found.of_texts))
    far, near, beyond = list[Problem](), list[Problem](), list[Problem]()
    for one in found.problems:
        own = _key(one) in texts and one.rule not in _OF_FOLDERS
        (beyond if not own else far if one.rule in _FAR else near).append(one)
    return Answer(number, _by_file(far), _by_file(near), _by_file(beyond))


def _key(one: Problem) -> tuple[str, int, int, str, str]:
    return one.where.file, one.line, one.column, one.rule, one.message


def _by_file(problems: Iterable[Problem]) -> ByFile:
    found: ByFile = defaultdict(list)
    for one in problems:
        found[one.where.file].append(one)
    return dict(found)
