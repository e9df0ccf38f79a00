"""The plugin `briefings`: what the engine calls in its build, in this order."""

import logging
import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from spotbrief.building.build import Planned, Stopped, Task, look_at, plan, write
from spotbrief.building.memory import Memory
from spotbrief.building.messages import Message
from spotbrief.building.writer import Writer
from spotbrief.console import write_any_language
from spotbrief.exports.planned.rendered import Made
from spotbrief.reading.media.refused import Refused
from spotbrief.reading.settings import Folders, as_of_from, now_from, read_site_file, settings_from
from spotbrief.reading.settings_error import SettingsError
from spotbrief_mkdocs.engine import MkDocs
from spotbrief_mkdocs.forms import navigation_in_one_form
from spotbrief_mkdocs.look import prepare
from spotbrief_mkdocs.markdown import DeskMarkdown
from spotbrief_mkdocs.pages import Pages
from spotbrief_mkdocs.preview import Preview, tidy_up
from spotbrief_mkdocs.problem_pages import ProblemPages
from spotbrief_mkdocs.sections import sections
from spotbrief_mkdocs.site_folder import SiteFolder, end_cleanly, plainly

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # it brings two web servers, which a build does without

    from spotbrief_mkdocs.served import Served

log = logging.getLogger("mkdocs.plugins.spotbrief")

_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING}


class BriefingsConfig(Config):
    """The options of the plugin; what they may hold is said by the model's settings."""

    language = c.Type(str, default="en")
    languages = c.Optional(c.Type(dict))
    untranslated = c.Type(str, default="shown")
    timezone = c.Type(str, default="UTC")
    scale = c.Type(str, default="icd203")
    audiences = c.Optional(c.Type(dict))
    per_page = c.Type(int, default=20)
    events_per_page = c.Type(int, default=80)
    folder = c.Type(str, default="briefings")
    security_contact = c.Type(str, default="")
    id_authority = c.Type(str, default="")
    cards = c.Type(bool, default=True)
    author_records = c.Type(bool, default=False)
    audit = c.Type(bool, default=False)
    rules = c.Optional(c.Type(dict))
    allow = c.Optional(c.Type((dict, list, str)))
    unguarded = c.Optional(c.Type((list, str)))


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Builds the site around the engine's own pages; all that lasts longer than a build belongs to a preview."""

    section = "briefings"
    _task: Task
    _engine: MkDocs
    _planned: Planned
    _html: Made
    _pages: Pages
    _markdown: DeskMarkdown

    def __init__(self) -> None:
        self._started = False
        self._folder: SiteFolder | None = None
        self._served: Served | None = None
        self._memory: Memory | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview; a plugin with this event also lives on between rebuilds."""
        self._started = True
        if command == "serve":
            from spotbrief_mkdocs.served import Served  # watching files and serving them is much to import

            self._served, self._memory = Served(), Memory()
        end_cleanly()
        write_any_language(sys.stdout, sys.stderr)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings; have a new site made beside the one that readers see."""
        self.on_build_error()
        if self._served:
            self._served.begin(config)
        if not config.use_directory_urls:
            raise PluginError("Spotbrief's addresses end in a slash: take use_directory_urls: false out of mkdocs.yml.")
        self._task = self._read(config)
        if not self._served:
            self._folder = SiteFolder(config, self._task.root, self._task.folders)
        self._markdown = DeskMarkdown(self.config.folder)
        config.markdown_extensions.append(self._markdown)  # type: ignore[arg-type]  # it takes extensions too
        config.nav = navigation_in_one_form(config.nav)
        prepare(config.theme)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the desk and plan the site; the engine renders its shells among its own pages."""
        shells = self._folder.shells if self._folder else Path(config.site_dir, ".shells")
        spoken, content = self._task.settings.languages, self._task.folders.content
        self._engine = MkDocs(config, files, content, shells, spoken, is_preview=bool(self._served))
        try:
            self._planned = plan(self._task, self._engine, tell, self._memory)
        except Stopped as stopped:
            raise Abort(str(stopped)) from None
        except Refused as refused:  # a picture of the desk's look
            raise PluginError(str(refused)) from None
        self._html = self._engine.pages(self._planned.site)
        self._pages = Pages(self._planned.site, config, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the navigation of each other language."""
        self._pages.navigate(nav, files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """See to its front matter."""
        self._pages.begin(page)
        self._pages.speak(page, self._markdown)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make mentions and links real."""
        self._engine.html[page.file.src_uri] = html
        return self._pages.content(html, page)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Look at what all pages became, and let the engine make them from our templates."""
        try:
            look_at(self._planned, self._html, tell)
        except Stopped as stopped:
            raise Abort(str(stopped)) from None
        self._pages.dress(env, files)
        return env

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Pour the page for addresses that lead nowhere."""
        return self._pages.poured(template_name, output_content)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Tell the templates of the page."""
        self._pages.context(context, page, nav)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Give the page its policy."""
        return self._pages.finished(output, page)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the whole site; a preview makes each file when it is asked for."""
        if self._served:
            self._show(self._served, config)
            return
        write(self._planned.site, self._engine, Path(config.site_dir), tell)
        if self._folder:
            self._folder.is_whole = True
        self._end_if_nobody_says()

    def on_build_error(self, error: Exception | None = None, **_: Any) -> None:
        """Leave what is not whole; say in a sentence what the disk or the system refused."""
        if self._folder:
            self._folder.is_whole = False
        self._end_if_nobody_says()
        if said := plainly(error):
            raise Abort(said)

    def on_shutdown(self) -> None:
        """The process ends now: a whole site takes the place of the last one, and nothing else is left."""
        if self._folder:
            self._folder.leave()

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Any) -> "LiveReloadServer":
        """Show what is made, with what is wrong."""
        if self._served:
            self._served.attach(server, config)
        return server

    def _read(self, config: MkDocsConfig) -> Task:
        """What the desk decided, with what was typed. Raises PluginError."""
        path = Path(config.config_file_path)
        root, now = path.parent, _now()
        try:
            file = read_site_file(path, os.environ) if path.is_file() else None
            settings = settings_from(
                dict(self.config.items()),
                site=config,
                root=root,
                now=now,
                preview=bool(self._served),
                sections=sections(config),
                custom_dir=config.theme.custom_dir,
                file=file,
            )
            settings = replace(settings, as_of=as_of_from(os.environ, settings.timezone))
        except SettingsError as error:
            raise PluginError(f"{path.name}: {error}") from None
        folders = Folders(briefings=self.config.folder, content=os.path.relpath(config.docs_dir, root).replace(os.sep, "/"))
        return Task(root=root, settings=settings, folders=folders, file=file)

    def _show(self, served: "Served", config: MkDocsConfig) -> None:
        site, problems = self._planned.site, self._planned.problems
        preview = Preview(Writer(site, self._engine.shell, Path(config.site_dir)))
        pages = ProblemPages(site, self._pages.addresses)
        preview.promise(pages.without(problems), self._pages.missing)
        served.show(preview, pages, problems)
        tidy_up()

    def _end_if_nobody_says(self) -> None:
        """A program that calls the engine itself never says that it ends."""
        if self._folder and not self._started:
            self._folder.leave()


def tell(message: Message) -> None:
    """Log *message*; who reads the log by program finds the message itself in the record."""
    log.log(_LEVELS.get(getattr(message, "severity", ""), logging.INFO), "%s", message, extra={"told": message})


def _now() -> datetime:
    try:
        return now_from(os.environ)
    except SettingsError as error:
        raise PluginError(str(error)) from None
