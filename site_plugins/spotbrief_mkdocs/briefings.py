"""The plugin `briefings`: loads the corpus, has the engine render the shells, and writes the site."""

import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from spotbrief import collector
from spotbrief.building.messages import Message, Step
from spotbrief.checks.examine import examine
from spotbrief.console import write_any_language
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.last_good import LastGood
from spotbrief.corpus.linker import link
from spotbrief.corpus.public import public_desk
from spotbrief.corpus.withdrawn import take_down
from spotbrief.exports.cards.cards import unseen
from spotbrief.exports.cards.draw import can_draw
from spotbrief.exports.formats import lacks_address
from spotbrief.exports.output import Listed
from spotbrief.exports.planned.addresses import clashes
from spotbrief.exports.planned.problems import planned_problems
from spotbrief.exports.planned.rendered import rendered_problems
from spotbrief.exports.site import Site
from spotbrief.model.desk import Desk
from spotbrief.model.problem import Problem
from spotbrief.model.settings import Settings
from spotbrief.reading.desk import Earlier
from spotbrief.reading.files import WELL_KNOWN
from spotbrief.reading.markdown import with_named_boxes
from spotbrief.reading.media.refused import Refused
from spotbrief.reading.reference import meant_kind, reference_kind
from spotbrief.reading.settings import Folders, SettingsError, now_from, read_site_file, settings_from
from spotbrief.reading.site_file import SiteFile
from spotbrief.rendering.csp import with_policy
from spotbrief.rendering.jinja import Compiled
from spotbrief.rendering.shell import TITLE
from spotbrief_mkdocs.forms import name_in_one_form, navigation_in_one_form
from spotbrief_mkdocs.look import dress, prepare, spare_theme_files, typed_template, uses_theme
from spotbrief_mkdocs.markdown import DeskMarkdown, resolve
from spotbrief_mkdocs.own_templates import refuse_broken
from spotbrief_mkdocs.pictures import with_pictures
from spotbrief_mkdocs.preview import Preview, tidy_up
from spotbrief_mkdocs.printer import Printer
from spotbrief_mkdocs.problem_pages import ProblemPages
from spotbrief_mkdocs.sections import sections
from spotbrief_mkdocs.site_folder import SiteFolder, end_cleanly, plainly
from spotbrief_mkdocs.static import pass_through_gate
from spotbrief_mkdocs.writing import Writing

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # it brings two web servers, which a build does without

    from spotbrief_mkdocs.served import Served

log = logging.getLogger("mkdocs.plugins.spotbrief")

WITHIN = {"storylines": "briefings", "issues": "actors"}
"""Where a section lies that the navigation does not name."""

MISSING = "404.html"
"""The file that GitHub Pages and most servers show for an address that leads nowhere."""

_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING}


class BriefingsConfig(Config):
    """The options of the plugin; what they may hold is said by the model's settings."""

    timezone = c.Type(str, default="UTC")
    scale = c.Type(str, default="icd203")
    audiences = c.Optional(c.Type(dict))
    per_page = c.Type(int, default=20)
    events_per_page = c.Type(int, default=500)
    folder = c.Type(str, default="briefings")
    security_contact = c.Type(str, default="")
    id_authority = c.Type(str, default="")
    cards = c.Type(bool, default=True)
    allow = c.Optional(c.Type((dict, list, str)))
    unguarded = c.Optional(c.Type((list, str)))


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Loads the corpus in `on_config`; everything else reads it."""

    section = "briefings"
    corpus: Corpus
    _whole: Corpus
    """With what is not public."""
    site: Site
    hidden: frozenset[str]
    """Pictures and documents that only hidden briefings show."""

    def __init__(self) -> None:
        self._serving = False
        self._folder: SiteFolder | None = None
        self._started = False
        self._file: SiteFile | None = None
        self._themed: set[str] = set()
        self._making: Writing | Preview | None = None
        self._problems: list[Problem] = []
        self._served: Served | None = None
        self._last_good, self._missing = LastGood(), ""
        self._ordinary: dict[str, str] = {}
        self._rendered: dict[str, str] = {}
        self._in_nav: set[str] = set()
        self._earlier = Earlier()
        self._compiled = Compiled(), Compiled()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview; a plugin with this event also lives on between rebuilds."""
        self._serving, self._started = command == "serve", True
        if self._serving:
            from spotbrief_mkdocs.served import Served  # watching files and serving them is much to import

            self._served = Served()
        end_cleanly()
        write_any_language(sys.stdout, sys.stderr)
        collector.seldom()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, link, check, and cut away what is not public."""
        self._themed.clear()
        self._rendered.clear()
        if self._served:
            self._served.begin(config)
        root = Path(config.config_file_path).parent
        self.on_build_error()
        folders = Folders(briefings=self.config.folder, content=os.path.relpath(config.docs_dir, root).replace(os.sep, "/"))
        if not config.use_directory_urls:
            raise PluginError("Spotbrief's addresses end in a slash: take use_directory_urls: false out of mkdocs.yml.")
        settings = self._settings(config, root)
        if not self._serving:
            self._folder = SiteFolder(config, root, folders)
        settings = replace(settings, cards=self._draws_cards(settings))
        examined = examine(root, settings, folders, self._earlier if self._serving else None)
        self._problems, self._whole = [], examined.corpus
        self._report(examined.problems)
        count = len(examined.corpus.briefings)
        tell(Step(name="rendering", text=f"Read and checked {count:,} briefing{'s' * (count != 1)}"))
        desk = self._shown(examined.corpus.desk, settings)
        self.corpus = examined.corpus if desk is examined.corpus.desk else link(desk, settings)
        self.hidden = examined.corpus.desk.attachments - desk.attachments
        try:
            self.site = Site(self.corpus, root, self._compiled[0] if self._serving else None)
        except Refused as refused:  # a picture of the desk's look
            raise PluginError(str(refused)) from None
        if self._file:
            self._report(planned_problems(self._file, self.site, folders, examined.corpus, pages_too=False))
        if settings.cards and (signs := unseen(self.corpus)):
            some = f"{' '.join(signs[:10])}{' …' if len(signs) > 10 else ''}"
            log.info("No font on this machine has %s, so cards show boxes: install one that does, or say cards: false.", some)
        if lacks_address(self.site.edition):
            log.info("Feeds, calendars and the API need absolute addresses, and are left out: set site_url in mkdocs.yml.")
        config.markdown_extensions.append(DeskMarkdown(self.config.folder))  # type: ignore[arg-type]  # it takes extensions too
        config.nav = navigation_in_one_form(config.nav)
        prepare(config.theme, MISSING)
        return config

    def _settings(self, config: MkDocsConfig, root: Path) -> Settings:
        """What the desk decided, with what was typed. Raises PluginError."""
        file = Path(config.config_file_path)
        try:
            self._file = read_site_file(file, os.environ) if file.is_file() else None
            return settings_from(
                dict(self.config.items()),
                site=config,
                root=root,
                now=_now(),
                preview=self._serving,
                sections=sections(config),
                custom_dir=config.theme.custom_dir,
                file=self._file,
            )
        except SettingsError as error:
            raise PluginError(f"{file.name}: {error}") from None

    def _shown(self, desk: Desk, settings: Settings) -> Desk:
        """What readers of this site see: in a preview, all but what was taken down."""
        return take_down(self._last_good.fill(desk)) if self._serving else public_desk(desk, settings.now, settings.site_url)

    def _draws_cards(self, settings: Settings) -> bool:
        """Cards are for those who share a public page; a preview does without."""
        if not settings.cards or self._serving or not settings.site_url:
            return False
        if not can_draw():
            log.info("No cards are drawn for where briefings are shared: pip install 'spotbrief[cards]', or say cards: false.")
        return can_draw()

    def _report(self, problems: list[Problem]) -> None:
        for problem in problems:
            tell(problem)
        self._problems += problems
        errors = sum(problem.severity == "error" for problem in self._problems)
        if errors and not self._serving:
            raise Abort(f"Nothing was built: mend the {errors} error{'s' * (errors > 1)} above.")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take reference data, hidden pictures and the theme's sitemap out, and put the shells in."""
        name_in_one_form(files)
        for file in list(files):
            hidden = f"{self.corpus.desk.content_folder}/{file.src_uri}" in self.hidden
            data = reference_kind(file.src_uri) or meant_kind(file.src_uri)
            if data or hidden or (file.src_uri == "sitemap.xml" and file.src_dir != config.docs_dir):
                files.remove(file)
            elif file.src_uri.startswith(f"{WELL_KNOWN}/"):  # the engine leaves every dot folder out
                file.inclusion = InclusionLevel.INCLUDED
        pass_through_gate(files, config, is_preview=self._serving)
        if not files.get_file_from_path("index.md"):
            files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))
        taken = {file.dest_uri: file.src_uri for file in files if file.inclusion.is_included()}
        self.site = self.site.beside_files(taken)
        if self._file:
            said = {one.message for one in self._problems}
            found = clashes(self._file, self.site, self.corpus.desk.content_folder, taken)
            self._report([one for one in found if one.message not in said])  # other plugins may have added files
        shells = self._folder.shells if self._folder else Path(config.site_dir, ".shells")
        for shell in self.site.shell_pages:
            file = File.generated(config, shell.source, content=shell.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
            file.dest_dir = str(shells)
            files.append(file)
        printer = Printer(self.site, shells, Path(config.site_dir))
        self._making = Preview(printer) if self._serving else Writing(printer)
        self._ordinary = {f"{self.corpus.desk.content_folder}/{file.src_uri}": _address(file) for file in files.documentation_pages()}
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Let a shell light up its section in the navigation, or the one that this belongs to."""
        shell = self.site.shell_at(page.file.src_uri)
        for section in (shell.section, WITHIN.get(shell.section)) if shell else ():
            hub = files.get_file_from_path(f"{section}/index.md")
            if hub and hub.page and hub.src_uri in self._in_nav:
                page.parent = hub.page if hub.page is not page else None  # type: ignore[assignment]  # a parent only becomes active
                break
        return page

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note what the navigation names."""
        self._in_nav = {page.file.src_uri for page in nav.pages}
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let no page name a template that is not ours, nor have tags in its title; name a hub that the navigation does not name."""
        if typed_template(page) not in (None, *self.corpus.settings.templates):
            del page.meta["template"]
        if title := page.meta.get("title"):
            page.meta["title"] = escape(Markup(title).striptags())  # the theme's templates show it as HTML
        shell = self.site.shell_at(page.file.src_uri)
        if shell and shell.hub and page.title == TITLE:
            page.title = self.corpus.words(shell.hub.rstrip("/").capitalize())
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make mentions and links real."""
        if self.site.shell_at(page.file.src_uri):
            return html
        file = f"{self.corpus.desk.content_folder}/{page.file.src_uri}"
        self._rendered[page.file.src_uri] = html
        if uses_theme(html):
            self._themed.add(page.file.src_uri)
        html = with_pictures(with_named_boxes(html), page.url, self.corpus, self.site.copied)
        return resolve(html, self.site.addresses(file, page.url.count("/") if page.url != "./" else 0))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Look at what all pages became, and let the engine make them from our templates."""
        self._report(rendered_problems(self.site, self._whole, lambda page: self._rendered.get(page.path)))
        dress(env, config, self.site)
        refuse_broken(env, self.site.root, self.corpus.settings.templates)
        spare_theme_files(config, files, self._named(config, files), used=bool(self._themed))
        if self._serving:
            env.bytecode_cache = self._compiled[1]
        return env

    def _named(self, config: MkDocsConfig, files: Files) -> Iterator[str]:
        """Whatever may name a file of the theme: pages, the desk's own templates and styles, and mkdocs.yml."""
        yield from (file.page.content or "" for file in files.documentation_pages() if file.page)
        yield Path(config.config_file_path).read_text("utf-8", "replace")
        for folder in {self.site.root / "templates", Path(config.theme.custom_dir or self.site.root / "templates")}:
            texts = (path for path in folder.rglob("*") if path.suffix in (".html", ".css", ".js") and path.is_file())
            yield from (path.read_text("utf-8", "replace") for path in texts)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Pour that page."""
        if template_name != MISSING:
            return output_content
        self._missing = output_content
        return self._guarded(self.site.missing(output_content), config.copyright or "")

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Give the page its policy."""
        return self._guarded(output, page.content or "", config.copyright or "")

    def _guarded(self, html: str, *written: str) -> str:
        return with_policy(html, self.corpus.settings.policy_here, *written)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour all pages into the shells, and write every file of the site; a preview does so when they are asked for."""
        if self._folder and isinstance(self._making, Writing):
            tell(Step(name="writing", text=f"Writing {len(self.site.plans):,} pages of the desk"))
            self._making.finish()
            self._folder.is_whole = True
            if not self._started:  # by a program that calls the engine, and never says that it ends
                self._folder.leave()
        elif self._served and isinstance(self._making, Preview):
            pages = ProblemPages(self.site, self._ordinary)
            self._making.promise(pages.without(self._problems), self._missing)
            self._served.show(self._making, pages, self._problems)
            tidy_up()

    def on_build_error(self, error: Exception | None = None, **_: Any) -> None:
        """Leave what is still being made; say in a sentence what the disk or the system refused."""
        if self._making:
            self._making.leave()
        if self._folder:
            self._folder.is_whole = False
            if not self._started:
                self._folder.leave()
        if said := plainly(error):
            raise Abort(said)

    def on_shutdown(self) -> None:
        """The process ends now: a whole site takes the place of the last one, and nothing else is left."""
        if isinstance(self._making, Writing):
            self._making.leave()
        if self._folder:
            self._folder.leave()
        collector.abandon(self)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Note the ordinary pages for the sitemap, and what they need of the theme; put the latest on the front page."""
        context["themed"] = page.file.src_uri in self._themed
        context["front"] = self.site.front() if page.is_homepage else ""
        if not self.site.shell_at(page.file.src_uri):
            description = page.meta.get("description") or config.site_description or config.site_name
            context["head"] = self.site.head_of_ordinary(page.url, page.title or "", str(description))
            self.site.ordinary.append(Listed(path="" if page.url == "./" else page.url))
        return context

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Any) -> "LiveReloadServer":
        """Show what is made, with what is wrong."""
        if self._served:
            self._served.attach(server, config)
        return server


def tell(message: Message) -> None:
    """Log *message*; who reads the log by program finds the message itself in the record."""
    log.log(_LEVELS.get(getattr(message, "severity", ""), logging.INFO), "%s", message, extra={"told": message})


def _address(file: File) -> str:
    return "" if file.url in (".", "./") else unquote(file.url)


def _now() -> datetime:
    try:
        return now_from(os.environ)
    except SettingsError as error:
        raise PluginError(str(error)) from None
