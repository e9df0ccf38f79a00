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

        *hidden* are pictures and documents of the desk that it leaves out, as it leaves out reference data (`is_data`).
        Files below `.well-known/` it takes in, and a page in another language has its address below that language.
        """
        ...

    def pages(self, site: Site) -> Made:
        """Make the ordinary pages and copy the files; gives what the text of each became.

        Each page gets its head, its links and what stands on the front page from *site*, and the policy of all pages (`with_policy`).
        It is named in `site.ordinary`, which the sitemap lists. Pictures and documents are copied
        without what tells who made them (`clean_file`).
        """
        ...

    def shell(self, page: ShellPage) -> str:
        """That page as the theme makes it: `shell.html`, with the same policy.

        Its templates may name what `shell_globals` gives; from the engine they read

        - `config.site_url`, `config.plugins`, `config.extra_css`, `config.extra_javascript`, `config.theme.features`, `config.extra`;
        - `nav.items`, each with `title`, `url`, `active` and `children`;
        - `page.title`, `page.url`, `page.meta`, `page.toc`, `page.canonical_url`, `page.content`, `page.is_homepage`;
        - the filters `url`, which leads from the page to a path of the site, and `script_tag`, which writes a script of the settings.
        """
        ...
