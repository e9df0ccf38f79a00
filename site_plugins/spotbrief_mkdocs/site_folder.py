"""Where the engine writes: beside the readers' site, which changes only when a whole new one is there."""

import logging
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from spotbrief.exports.folder.refusal import refusal
from spotbrief.exports.folder.staging import Busy, Staging
from spotbrief.parallel import FAILED
from spotbrief.reading.settings import Folders
from spotbrief.reading.text import sentence

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
        try:
            if self.is_whole and sys.exc_info()[0] is None:
                self._staging.publish()
        except OSError as error:
            raise Abort(f"The site is as it was: {sentence(error)}.") from None
        finally:
            self.is_whole = False
            self._config.site_dir = self._named
            self._staging.leave()


def plainly(error: Exception | None) -> str:
    """What went wrong with the disk or with a helper, in a sentence; empty for any other error."""
    if isinstance(error, OSError):
        return f"The site is as it was: {sentence(error)}."
    return f"The site is as it was: {FAILED}." if isinstance(error, RuntimeError) and str(error) == FAILED else ""


def end_cleanly() -> None:
    """Let a build that is told to end clear up first: without this, the system ends it on the spot."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(OSError, ValueError):
                signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
