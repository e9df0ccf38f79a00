"""What a build asks of the engine beneath it, which may be any."""

from collections.abc import Mapping
from typing import Protocol

from spotbrief.exports.planned.rendered import Made
from spotbrief.exports.site import Site
from spotbrief.rendering.shell import ShellPage


class Engine(Protocol):
    """Makes the ordinary pages of a site, and the page of the theme into which ours are poured."""

    def files(self, hidden: frozenset[str]) -> Mapping[str, str]:
        """The paths of the site that it will write, with the files below the folder of pages that they are made of.

        *hidden* are pictures and documents of the desk that it leaves out.
        """
        ...

    def pages(self, site: Site) -> Made:
        """Make the ordinary pages and copy the files; each page gets its head and its links from *site*. Gives what each text became."""
        ...

    def shell(self, page: ShellPage) -> str:
        """That page as the theme makes it."""
        ...
