"""Who clears up after a build that was killed: a shell that waits for the end of the build, however that comes."""

import os
import subprocess
from pathlib import Path

_WAIT_AND_CLEAR = """
read -r _ && exit
[ -e "../$1" ] || [ ! -d old ] || mv old "../$1"
[ -e old ] && exit
rm -rf new shells gone .gitignore lock
rmdir "../$2"
"""
"""A word says that the build has cleared up itself; the end of the pipe without one, that it and all its helpers are gone.

The last site may hold what is nobody's build's: it is given back, or left for the next build to look through.
"""


class Caretaker:
    """Works in the folder that it clears away, wherever that is moved, and holds the build's *lock* until it has done so."""

    def __init__(self, work: Path, site: str, lock: int) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        if os.name != "posix":
            return
        try:
            self._process = subprocess.Popen(
                ["/bin/sh", "-c", _WAIT_AND_CLEAR, "sh", site, work.name],
                cwd=work,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(lock,),
                start_new_session=True,  # what a terminal tells the build does not concern it
            )
        except OSError:
            return  # there is no shell: the next build clears up

    def dismiss(self) -> None:
        """There is nothing to clear up."""
        if self._process and self._process.stdin:
            try:
                self._process.stdin.write(b"\n")
                self._process.stdin.close()
            except OSError:
                pass  # somebody has ended it
            self._process.wait()
            self._process = None
