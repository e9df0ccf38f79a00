"""The pages that the engine makes: the ordinary ones, and our shells."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from spotbrief.building.shells import shell_globals
from spotbrief.exports.output import Listed
from spotbrief.exports.site import Site
from spotbrief.reading.markdown import with_named_rows
from spotbrief.rendering.csp import with_policy
from spotbrief.rendering.shell import TITLE
from spotbrief.views.markup_words import in_words
from spotbrief_mkdocs.languages import spoken
from spotbrief_mkdocs.look import MISSING, dress, spare_theme_files, typed_template, uses_theme
from spotbrief_mkdocs.markdown import DeskMarkdown, resolve
from spotbrief_mkdocs.own_templates import refuse_broken
from spotbrief_mkdocs.pictures import with_pictures

_HEADING = re.compile(r"\s*(<h1\b.*?</h1>)", re.DOTALL)


class Pages:
    """The pages of one build, on their way through the engine."""

    def __init__(self, site: Site, config: MkDocsConfig, files: Files) -> None:
        self._site, self._config = site, config
        self._themed: set[str] = set()
        """Pages that need the theme's styles."""
        self._front_heading = ""
        self._sources = frozenset(file.src_uri for file in files.documentation_pages()) if site.others else frozenset()
        self._navigations: dict[str, Navigation] = {}
        """Of the other languages of the site."""
        self._globals: dict[str, dict[str, Any]] = {}
        """What templates may name on all pages of those."""
        self.missing = ""
        """The shell of the page for addresses that lead nowhere."""
        content = site.corpus.desk.content_folder
        self.addresses = {f"{content}/{file.src_uri}": _address(file) for file in files.documentation_pages() if not self._is_shell(file)}
        """The addresses of ordinary pages, by their files."""

    def begin(self, page: Page) -> None:
        """Let *page* name no template that is not ours, nor have tags in its title; name a hub that the navigation does not name."""
        if typed_template(page) not in (None, *self._site.corpus.settings.templates):
            del page.meta["template"]
        if title := page.meta.get("title"):
            page.meta["title"] = escape(Markup(title).striptags())  # the theme's templates show it as HTML
        shell = self._site.shell_at(page.file.src_uri)
        if shell and shell.hub and page.title == TITLE:
            page.title = self._speaking(page).corpus.words(shell.hub.rstrip("/").capitalize())

    def speak(self, page: Page, markdown: DeskMarkdown) -> None:
        """Let the links of *page* lead to pages in its language."""
        markdown.speak(page.file.src_uri, self._speaking(page).prefix.rstrip("/"), self._sources)

    def content(self, html: str, page: Page) -> str:
        """*html* of an ordinary page with its mentions, links and pictures made real, and its lines set."""
        if self._is_shell(page.file):
            return html
        if uses_theme(html):
            self._themed.add(page.file.src_uri)
        file = f"{self._site.corpus.desk.content_folder}/{page.file.src_uri}"
        site = self._speaking(page)
        html = with_pictures(in_words(with_named_rows(html), site.corpus.words), page.url, site.corpus, site.copied)
        addresses = site.addresses(file, page.url.count("/") - site.prefix.count("/") if page.url != "./" else 0)
        return site.breaks(resolve(html, addresses))

    def dress(self, env: Environment, files: Files) -> None:
        """Let the engine make all pages from our templates. Raises PluginError for one that cannot be used."""
        dress(env, self._config, self._site)
        refuse_broken(env, self._site.root, self._site.corpus.settings.templates)
        spare_theme_files(self._config, files, self._texts(files), used=bool(self._themed))

    def context(self, context: Any, page: Page, nav: Navigation) -> None:
        """Give the templates what they need of *page*: what is lit in the navigation, the head, and the latest on the front page."""
        site = self._speaking(page)
        if site.prefix:
            nav = context["nav"] = self._navigations[site.prefix]
            context.update(self._globals[site.prefix])
        context["themed"] = page.file.src_uri in self._themed
        is_front = _is_front(page, site)
        context["front"] = site.front() if is_front else ""
        if is_front:
            self._front_heading, page.content = _parted(page.content or "")
            context["front_heading"] = self._front_heading
        if self._is_shell(page.file):
            self._light(page, nav)
            return
        settings, path = site.corpus.settings, _below(page, site)
        description = page.meta.get("description") or settings.site_description or settings.site_name
        links = not context["themed"]  # Material's script would fetch a sitemap for each; ours names languages, the foot feeds
        context["head"] = site.head_of_ordinary(path or "./", page.title or "", str(description), links=links)
        if site.ways:
            context["languages"] = site.switch(unquote(path))
        site.ordinary.append(Listed(path=path))

    def finished(self, html: str, page: Page) -> str:
        """*html* of a page with its policy."""
        return self._guarded(html, page.content or "", self._front_heading if _is_front(page, self._speaking(page)) else "")

    def poured(self, template: str, html: str) -> str:
        """*html* of a theme's page that has no text of its own; ours is for addresses that lead nowhere."""
        if template != MISSING:
            return html
        self.missing = html
        return self._guarded(self._site.missing(html))

    def _guarded(self, html: str, *written: str) -> str:
        return with_policy(html, self._site.corpus.settings.policy_here, *written, *self._copyrights())

    def navigate(self, nav: Navigation, files: Files) -> None:
        """Make the navigation of each other language out of *nav*, and what its pages have in common."""
        said = self._site.corpus.settings.languages[1:]
        self._navigations = {one.prefix: spoken(nav, files, one, language) for one, language in zip(self._site.others, said, strict=True)}
        self._globals = {one.prefix: shell_globals(one) | {"copyright": self._copyright(one)} for one in self._site.others}

    def _speaking(self, page: Page) -> Site:
        """The site in the language of *page*."""
        return self._site.speaking(page.file.dest_uri) if self._site.others else self._site

    def _copyright(self, site: Site) -> str:
        said = (one.copyright for one in self._site.corpus.settings.languages if f"{one.tag}/" == site.prefix)
        return next(said, "") or self._config.copyright or ""

    def _copyrights(self) -> list[str]:
        return [self._config.copyright or "", *(self._copyright(site) for site in self._site.others)]

    def _is_shell(self, file: File) -> bool:
        return self._site.shell_at(file.src_uri) is not None

    def _light(self, page: Page, nav: Navigation) -> None:
        """Light up in the navigation the section of a shell; nothing where the navigation does not name that."""
        shell = self._site.shell_at(page.file.src_uri)
        hub = next((hub for hub in nav.pages if shell and hub.file.src_uri == f"{shell.prefix}{shell.section}/index.md"), None)
        if hub:
            page.active = False
            page.parent = hub if hub is not page else None  # type: ignore[assignment]  # a parent only becomes active
            page.active = True

    def _texts(self, files: Files) -> Iterator[str]:
        """Whatever may name a file of the theme: pages, the desk's own templates and styles, and mkdocs.yml."""
        yield from (file.page.content or "" for file in files.documentation_pages() if file.page)
        yield Path(self._config.config_file_path).read_text("utf-8", "replace")
        for folder in {self._site.root / "templates", Path(self._config.theme.custom_dir or self._site.root / "templates")}:
            texts = (path for path in folder.rglob("*") if path.suffix in (".html", ".css", ".js") and path.is_file())
            yield from (path.read_text("utf-8", "replace") for path in texts)


def _address(file: File) -> str:
    return "" if file.url in (".", "./") else unquote(file.url)


def _below(page: Page, site: Site) -> str:
    """The path of a page below the prefix of its language."""
    return "" if page.url == "./" else page.url.removeprefix(site.prefix)


def _is_front(page: Page, site: Site) -> bool:
    return page.is_homepage or bool(site.prefix and page.file.dest_uri == f"{site.prefix}index.html")


def _parted(html: str) -> tuple[str, str]:
    """The heading with which the text of the front page begins, and the text after it: what the desk's data gives stands between them."""
    found = _HEADING.match(html)
    return (found[1], html[found.end() :]) if found else ("", html)
