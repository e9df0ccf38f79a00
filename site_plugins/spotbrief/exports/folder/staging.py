"""A site that is made beside the one that readers see, and takes its place when it is whole."""

import os
import shutil
import stat
import sys
import time
from pathlib import Path

from spotbrief.exports.folder.caretaker import Caretaker
from spotbrief.exports.folder.exchange import put
from spotbrief.exports.folder.ours import foreign, record

if sys.platform != "win32":
    import fcntl


PATIENCE = 5.0
"""Seconds in which what a killed build left is cleared away; who holds the folder for longer is another build."""


class Busy(Exception):
    """Another build writes the same site."""


class Staging:
    """The folder beside *site* in which the next one is made; git ignores it, and nobody but its owner may look into it.

    What a build that was killed left there, its caretaker clears away, or else the next build.
    """

    def __init__(self, site: Path) -> None:
        self.site = Path(os.path.realpath(site))
        self._work = self.site.parent / f".{self.site.name}.building"
        self.new, self.shells, self._old = self._work / "new", self._work / "shells", self._work / "old"
        self._gone = self._work / "gone"
        self._lock = -1
        self._caretaker: Caretaker | None = None

    def begin(self) -> None:
        """Take the folder over. Raises Busy where another build has it, OSError where it cannot be written."""
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = self._locked()
        self._caretaker = Caretaker(self._work, self.site.name, self._lock)
        self._recover()
        for folder in (self.new, self.shells, self._gone):
            shutil.rmtree(folder, ignore_errors=True)
        self.new.mkdir()
        self.shells.mkdir()
        (self._work / ".gitignore").write_text("*\n")
        if self.site.exists() and not os.access(self.site, os.W_OK):
            raise PermissionError(13, "Permission denied", str(self.site))

    def publish(self) -> None:
        """Let the new site take the place of the last one. Raises OSError."""
        record(self.new)
        if self.site.exists():
            os.chmod(self.new, stat.S_IMODE(self.site.stat().st_mode))
        put(self.new, self.site, self._old)
        self._carry_over()

    def _carry_over(self) -> None:
        """What somebody put beside the last site while this one was made belongs to nobody's build: it stays."""
        for path in foreign(self._old):
            kept = self.site / path
            if not os.path.lexists(kept):
                kept.parent.mkdir(parents=True, exist_ok=True)
                os.rename(self._old / path, kept)
        if self._old.is_dir():
            os.rename(self._old, self._gone)

    def leave(self) -> None:
        """Clear everything away but the site."""
        if self._lock < 0:
            return
        self._recover()
        shutil.rmtree(self._work, ignore_errors=True)
        if self._caretaker:
            self._caretaker.dismiss()
        os.close(self._lock)
        self._lock = -1

    def _recover(self) -> None:
        """A build was cut off between two steps: give readers back what they had."""
        if self._old.is_dir() and not self.site.exists():
            os.rename(self._old, self.site)
        self._carry_over()

    def _locked(self) -> int:
        """The lock, which ends with this process however it ends."""
        while True:
            self._work.mkdir(mode=0o700, exist_ok=True)
            try:
                lock = os.open(self._work / "lock", os.O_RDWR | os.O_CREAT, 0o600)
            except FileNotFoundError:
                continue  # the build before has just cleared the folder away
            if self._holds(lock):
                return lock
            os.close(lock)

    def _holds(self, lock: int) -> bool:
        """False where the file is no longer the one in the folder. Raises Busy."""
        if sys.platform == "win32":
            return True
        try:
            _take(lock)
            return os.path.samestat(os.fstat(lock), (self._work / "lock").stat())
        except FileNotFoundError:
            return False
        except BlockingIOError:
            os.close(lock)
            raise Busy(f"another build writes {self.site} at this moment: wait until it has ended") from None


def _take(lock: int) -> None:
    """Raises BlockingIOError where another build goes on holding it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
