"""The jobs of one build, shared by all cores: each is done once, by whichever process is free."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import connection
from multiprocessing.process import BaseProcess

from spotbrief.parallel import FAILED, FEWEST, Ends, cores, started

MANY = 5000
"""Above so many jobs, what processes copy of the memory that they share counts."""

AT_MOST = 1000
"""Jobs that one process does where they are many: what it copied is given back only at its end."""

_AT_ONCE = 4
"""Jobs that a process takes at a time."""

Job = Callable[[], None]


class Jobs:
    """Helpers do *early* jobs while the caller is busy with something else; *late* ones wait until the caller finishes.

    *wide* jobs read nearly all of the memory. They come first, and where jobs are many the caller does them alone: beside
    a second process, all that they read would be copied.
    """

    def __init__(self, *, wide: Sequence[Job] = (), early: Sequence[Job] = (), late: Sequence[Job] = ()) -> None:
        self._jobs = [*wide, *early, *late]
        self._first_late = len(wide) + len(early)
        self._are_many = len(self._jobs) > MANY
        self._ends = Ends(len(self._jobs))
        self._gate, self._latch = os.pipe()
        self._is_open = False
        if self._are_many:
            self._do(self._ends.take(len(wide)))
        helpers = cores() - 1 if len(self._jobs) >= FEWEST else 0
        self._running = [(started(self._help_early), False) for _ in range(helpers)]

    def finish(self) -> None:
        """Do all that is left; raises RuntimeError where a helper failed."""
        os.close(self._latch)
        self._is_open = True
        if self._running and self._are_many:
            self._start(back=True)
        else:
            self._work(back=True)
        while self._running:
            self._await()
        self._ends.close()
        os.close(self._gate)

    def leave(self) -> None:
        """End at once, whatever is left."""
        for process, _ in self._running:
            process.terminate()

    def _start(self, *, back: bool) -> None:
        self._running.append((started(partial(self._work, back=back)), back))

    def _await(self) -> None:
        """Wait until a helper has ended; another goes on at its end of the jobs if it left some."""
        ended = _ended(self._running)
        process, back = ended
        process.join()
        self._running.remove(ended)
        if process.exitcode:
            self.leave()
            raise RuntimeError(FAILED)
        if self._ends.left():
            self._start(back=back)

    def _help_early(self) -> None:
        os.close(self._latch)
        self._work(back=False)

    def _work(self, *, back: bool) -> None:
        most = AT_MOST if self._are_many else len(self._jobs)
        while most > 0 and (taken := self._ends.take(_AT_ONCE, back=back)):
            self._do(taken)
            most -= len(taken)

    def _do(self, numbers: range) -> None:
        for number in numbers:
            if number >= self._first_late and not self._is_open:
                os.read(self._gate, 1)  # gives nothing, as soon as the caller has closed the other end
                self._is_open = True
            self._jobs[number]()


def _ended(running: Sequence[tuple[BaseProcess, bool]]) -> tuple[BaseProcess, bool]:
    ready = connection.wait([process.sentinel for process, _ in running])
    return next(one for one in running if one[0].sentinel in ready)
