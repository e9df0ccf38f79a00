"""The pages and files of a site -> a folder that the engine writes to as well."""

import os
from collections.abc import Callable
from errno import ENOSPC
from functools import cache, partial
from pathlib import Path

from spotbrief.exports.output import Output
from spotbrief.exports.search.index import search_index
from spotbrief.exports.site import Site
from spotbrief.rendering.render_page import Write
from spotbrief.rendering.shell import Shell, ShellPage


class Printer:
    """Puts what is asked for into *folder*; pages are poured into the *shells* that the engine has made."""

    def __init__(self, site: Site, shells: Path, folder: Path) -> None:
        self.site, self.folder, self.write = site, folder, _writer(folder)
        self._shell: Callable[[ShellPage], Shell] = cache(partial(_shell, shells))

    def page(self, number: int) -> None:
        """The planned page of that number."""
        self.write(*self.site.printed(number, self._shell))

    def export(self, output: Output) -> None:
        """The files of *output*."""
        for path, data in zip(output.paths, output.make(), strict=True):
            self.write(path, data)

    def index(self) -> None:
        """What the search needs."""
        for output in search_index(self.site.corpus, self.site.root):
            self.export(output)


def _shell(folder: Path, shell: ShellPage) -> Shell:
    return Shell(shell.url, (folder / shell.url / "index.html").read_text("utf-8"))


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # nearly every page has a folder of its own below one that exists
    except OSError:
        os.makedirs(folder, exist_ok=True)


def _writer(site: Path) -> Write:
    root = str(site)
    made: set[str] = set()

    def write(path: str, data: bytes | bytearray) -> None:
        full = os.path.normpath(os.path.join(root, path))
        if not full.startswith(root + os.sep):
            raise ValueError(f"{path} leads out of the site")
        folder = os.path.dirname(full)
        if folder not in made:
            _make(folder)
            made.add(folder)
        with open(full, "wb", buffering=0) as file:
            if file.write(data) != len(data):
                raise OSError(ENOSPC, "there is no room for the whole file", full)

    return write
