"""A site being written, in a folder that the engine writes to as well."""

import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from spotbrief.exports.output import Output
from spotbrief.exports.search.index import search_index
from spotbrief.jobs import Jobs
from spotbrief.parallel import behind
from spotbrief.rendering.press import Write
from spotbrief.rendering.shell import Shell, ShellPage
from spotbrief_mkdocs.site import Site


class Writing:
    """Begins at once with all that needs no shell, while the engine makes the *shells*."""

    def __init__(self, site: Site, shells: Path, folder: Path) -> None:
        self._site, self._write = site, _writer(folder)
        shell = cache(partial(_shell, shells))
        soon = [output for output in site.outputs if not output.lists_pages]
        # Briefings come last, for the caller: what belongs to one lies together in memory. Lists, whose things lie everywhere, are
        # for helpers, which give back what they copied.
        last_first = reversed(range(len(site.plans)))
        self._jobs = Jobs(
            wide=[partial(self._export, output) for output in soon if output.is_wide],
            early=[partial(self._export, output) for output in soon if not output.is_wide],
            late=[partial(self._print, number, shell) for number in last_first],
        )
        self.leave = self._jobs.leave
        """Ends what is still done, at once."""

    def finish(self) -> None:
        """Write all the rest; a preview shows its pages first and can be searched a little later."""
        self._jobs.finish()
        for output in self._site.outputs:
            if output.lists_pages:
                self._export(output)
        settings = self._site.corpus.settings
        if "search" not in settings.sections:
            return
        if settings.preview:
            self.leave = behind(self._index)
        else:
            self._index()

    def _index(self) -> None:
        for output in search_index(self._site.corpus, self._site.root):
            self._export(output)

    def _export(self, output: Output) -> None:
        for path, data in zip(output.paths, output.make(), strict=True):
            self._write(path, data)

    def _print(self, number: int, shell: Callable[[ShellPage], Shell]) -> None:
        self._write(*self._site.printed(number, shell))
        for output in self._site.beside(self._site.plans[number]):
            self._export(output)


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
            file.write(data)

    return write
