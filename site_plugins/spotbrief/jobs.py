"""The jobs of one build, shared by all cores: each is done once, by whichever process is free."""

import os
from collections.abc import Callable, Sequence
from multiprocessing import connection
from multiprocessing.process import BaseProcess

from spotbrief.parallel import FAILED, FEWEST, Ends, cores, started

MANY = 5000
"""Above so many jobs, the memory of helpers counts."""

LIFE = 30_000
"""Pages of memory, of 4 kB on most machines, that a helper copies where jobs are many. What two processes share is copied as soon
as either so much as reads it, and given back only when the helper ends; another one begins with everything shared again.
"""

_AT_ONCE = 4
"""Jobs that a process takes at a time."""

Job = Callable[[], None]


class Jobs:
    """Helpers do *early* jobs while the caller is busy with something else; *late* ones wait until the caller finishes.

    Helpers begin at the front, the caller at the back. *wide* jobs read nearly all of the memory: where jobs are many, the
    caller does them before there is any helper.
    """

    def __init__(self, *, wide: Sequence[Job] = (), early: Sequence[Job] = (), late: Sequence[Job] = ()) -> None:
        self._jobs = [*wide, *early, *late]
        self._first_late = len(wide) + len(early)
        self._are_many = len(self._jobs) > MANY
        self._ends = Ends(len(self._jobs))
        self._gate, self._latch = os.pipe()
        self._is_open = self._is_over = False
        if self._are_many:
            self._do(self._ends.take(len(wide)))
        helpers = cores() - 1 if len(self._jobs) >= FEWEST else 0
        self._helpers = [started(self._help_early) for _ in range(helpers)]

    def finish(self) -> None:
        """Do all that is left; raises RuntimeError where a helper failed."""
        try:
            self._open()
            while taken := self._ends.take(_AT_ONCE, back=True):
                self._do(taken)
                self._replace(_ended(self._helpers, 0))
            while self._helpers:
                self._replace(_ended(self._helpers))
        finally:
            self.leave()

    def leave(self) -> None:
        """End at once, whatever is left."""
        for helper in self._helpers:
            helper.terminate()
            helper.join()
            helper.close()
        self._helpers.clear()
        if not self._is_over:
            self._is_over = True
            self._open()
            self._ends.close()
            os.close(self._gate)

    def _open(self) -> None:
        if not self._is_open:
            self._is_open = True
            os.close(self._latch)

    def _replace(self, ended: Sequence[BaseProcess]) -> None:
        """Another helper goes on where one of *ended* left off."""
        for helper in ended:
            helper.join()
            self._helpers.remove(helper)
            failed = helper.exitcode != 0
            helper.close()
            if failed:
                raise RuntimeError(FAILED)
            if self._ends.left():
                self._helpers.append(started(self._help))

    def _help_early(self) -> None:
        os.close(self._latch)
        self._help()

    def _help(self) -> None:
        while not (self._are_many and _copied() > LIFE) and (taken := self._ends.take(_AT_ONCE)):
            self._do(taken)

    def _do(self, numbers: range) -> None:
        for number in numbers:
            if number >= self._first_late and not self._is_open:
                os.read(self._gate, 1)  # gives nothing, as soon as the caller has closed the other end
                self._is_open = True
            self._jobs[number]()


def _copied() -> int:
    """Pages of memory that this process has copied or asked for."""
    from resource import RUSAGE_SELF, getrusage  # not every system has it, but all that have helpers

    return getrusage(RUSAGE_SELF).ru_minflt


def _ended(helpers: Sequence[BaseProcess], timeout: float | None = None) -> list[BaseProcess]:
    ready = connection.wait([helper.sentinel for helper in helpers], timeout)
    return [helper for helper in helpers if helper.sentinel in ready]
