"""The whole desk, looked at in a process of its own, so that nobody who types waits for it."""

import multiprocessing
import os
import signal
from collections import defaultdict
from collections.abc import Iterable
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
from spotbrief.corpus.text_fields import Known
from spotbrief.model.problem import Problem
from spotbrief.parallel import end_with_parent
from spotbrief.reading.desk import Earlier
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


class Answer(NamedTuple):
    """What is wrong, by file, each part in place of what was known of it; None for a part that was not asked for."""

    number: int
    far: ByFile
    near: ByFile | None = None
    beyond: ByFile | None = None


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

    def answer(self) -> Answer | None:
        """Waits for the next answer; None where none will come any more."""
        try:
            found: Answer = self._here.recv()
        except (EOFError, OSError):
            return None
        return found

    def stop(self) -> None:
        """Ends the process."""
        self._process.terminate()
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
            connection.send(_answered(asked, config, earlier, known))
            garbage_collector.leave_alone()
        except (EOFError, OSError):
            return


def _last(connection: Connection) -> Asked:
    """The last question; an earlier one that wanted everything makes this one want it too."""
    asked: Asked = connection.recv()
    while connection.poll():
        newer: Asked = connection.recv()
        asked = newer._replace(everything=newer.everything or asked.everything)
    return asked


def _answered(asked: Asked, config: Path, earlier: Earlier, known: Known) -> Answer:
    try:
        if asked.everything:
            return _all(asked.number, everything(config, earlier, asked.unsaved))
        settings, folders = settings_of(config)
        return Answer(asked.number, _by_file(examine_far(config.parent, settings, folders, earlier, known, asked.unsaved)))
    except click.ClickException:
        return Answer(asked.number, {})  # of settings that cannot be used, the server itself says so


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
