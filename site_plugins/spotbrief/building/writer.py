"""The pages and files of a site -> a folder that the engine writes to as well."""

import os
from collections.abc import Callable, Iterator
from errno import ENOSPC
from functools import cache, partial
from pathlib import Path

from spotbrief.exports.output import Output
from spotbrief.exports.search.index import search_index
from spotbrief.exports.site import Site
from spotbrief.rendering.render_page import Write
from spotbrief.rendering.shell import Shell, ShellPage

Job = Callable[[], None]


class Writer:
    """Puts what is asked for into *folder*; pages are poured into shells, of which *shell* gives the text."""

    def __init__(self, site: Site, shell: Callable[[ShellPage], str], folder: Path) -> None:
        self.site, self.folder, self.write = site, folder, _writer(folder)
        self._shell: Callable[[ShellPage], Shell] = cache(lambda page: Shell(page.url, shell(page)))
        self.others = [Writer(other, shell, folder) for other in site.others]
        """The same for the other languages of the site."""

    def files(self) -> Iterator[Job]:
        """What makes the files that belong to no page, and need no list of all pages."""
        yield from (partial(self.export, output) for output in self.site.outputs if not output.lists_pages)
        for other in self.others:
            yield from other.files()

    def pages(self) -> Iterator[Job]:
        """What makes each page with the files beside it."""
        yield from (partial(self._page_and_files, number) for number in range(len(self.site.plans)))
        for other in self.others:
            yield from other.pages()

    def lists(self) -> None:
        """The files that can only be made when all pages are known."""
        for output in self.site.outputs:
            if output.lists_pages:
                self.export(output)
        for other in self.others:
            other.lists()

    def page(self, number: int) -> None:
        """The planned page of that number."""
        self.write(*self.site.printed(number, self._shell))

    def export(self, output: Output) -> None:
        """The files of *output*."""
        for path, data in zip(output.paths, output.make(), strict=True):
            self.write(self.site.path_of(output, path), data)

    def index(self) -> None:
        """What the search needs."""
        for output in search_index(self.site.corpus, self.site.root):
            self.export(output)
        for other in self.others:
            other.index()

    def _page_and_files(self, number: int) -> None:
        self.page(number)
        for output in self.site.beside(self.site.plans[number]):
            self.export(output)


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
