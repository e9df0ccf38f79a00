"""Where the engine writes: beside the readers' site, which changes only when a whole new one is there."""

import atexit
import logging
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from spotbrief.exports.folder.refusal import refusal
from spotbrief.exports.folder.staging import Busy, Staging
from spotbrief.parallel import FAILED, Plain
from spotbrief.reading.settings import Folders
from spotbrief.reading.text import sentence

_ENDS = ("SIGTERM", "SIGHUP")

log = logging.getLogger("mkdocs.plugins.spotbrief")


class SiteFolder:
    """The `site_dir` of one build; while it runs, *config* names the folder in which the new site is made."""

    def __init__(self, config: MkDocsConfig, root: Path, folders: Folders) -> None:
        """Raises Abort, before anything is touched, where the site may not be written there."""
        self._config, self._named = config, config.site_dir
        site = Path(self._named)
        if said := refusal(site, root, (folders.briefings, config.docs_dir, config.theme.custom_dir), folders.content):
            raise Abort(f"Nothing was built: {said}.")
        self._staging = Staging(site)
        atexit.register(self._staging.leave)  # wherever a signal strikes
        try:
            self._staging.begin()
        except Busy as busy:
            raise Abort(f"Nothing was built: {busy}.") from None
        except OSError as error:
            self._staging.leave()
            raise Abort(f"Nothing was built: {sentence(error)}; name a folder that you may write, and one around it, too.") from None
        self.shells, self.is_whole = self._staging.shells, False
        config.site_dir = str(self._staging.new)

    def leave(self) -> None:
        """Publish the new site if it is whole and nothing has gone wrong since; clear away the rest. Raises Abort."""
        is_whole, self.is_whole = self.is_whole and sys.exc_info()[0] is None, False
        with _undisturbed():
            try:
                if is_whole:
                    self._staging.publish()
            except OSError as error:
                raise Abort(f"The site is as it was: {sentence(error)}.") from None
            finally:
                self._config.site_dir = self._named
                self._staging.leave()


def plainly(error: Exception | None) -> str:
    """What went wrong with the disk or with a helper, in a sentence; empty for any other error."""
    if isinstance(error, Plain):
        return f"The site is as it was: {error}"
    if isinstance(error, OSError):
        return f"The site is as it was: {sentence(error)}."
    return f"The site is as it was: {FAILED}." if isinstance(error, RuntimeError) and str(error) == FAILED else ""


def end_cleanly() -> None:
    """Let a build that is told to end clear up first: without this, the system ends it on the spot."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in _ENDS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is left to do is short, and better done: no signal cuts it off."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [number for name in (*_ENDS, "SIGINT") if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
