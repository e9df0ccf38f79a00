"""Watching folders and files that may go, come back, or come later."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

INTERVAL = 0.5
"""Seconds between two looks at a folder, as the engine has them."""


class _Emitter(PollingEmitter):
    """Takes a folder that is not there for an empty one; watchdog's own stops for good when its folder goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take = self._take_snapshot
        self._take_snapshot = lambda: _taken(take)


def _taken(take: Callable[[], DirectorySnapshot]) -> DirectorySnapshot:
    try:
        return take()
    except (FileNotFoundError, NotADirectoryError):
        return EmptyDirectorySnapshot()


def watch_lastingly(server: "LiveReloadServer") -> None:
    """Let *server*, which does not run yet, watch in this way whatever it watches."""
    paths = list(server._watched_paths)  # watchdog's own list has the folder of a file instead
    for path in paths:
        server.unwatch(path)
    server.observer = BaseObserver(_Emitter, timeout=INTERVAL)  # type: ignore[assignment]  # all that is asked of it
    for path in paths:
        server.watch(path, recursive=not os.path.isfile(path))  # of a file, watchdog looks at the whole folder
