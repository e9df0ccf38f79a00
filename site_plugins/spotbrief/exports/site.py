"""One site being built: its plans, its shells, and what is written where."""

from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import find_target
from spotbrief.exports.formats import beside, outputs
from spotbrief.exports.logo import with_icons
from spotbrief.exports.output import Edition, Listed, Output
from spotbrief.exports.ways import Ways
from spotbrief.rendering.assets import load_assets
from spotbrief.rendering.fragments import Fragments, template_folders
from spotbrief.rendering.line_breaks import LineBreaks
from spotbrief.rendering.render_page import printed, shell_page
from spotbrief.rendering.shell import Shell, ShellPage, fill
from spotbrief.views.attachments import pictures_of_pages
from spotbrief.views.components import parts_by_depth
from spotbrief.views.front import front
from spotbrief.views.links import Links
from spotbrief.views.metadata import heads
from spotbrief.views.not_found import missing
from spotbrief.views.page import Page, Plan
from spotbrief.views.page_types import PAGES
from spotbrief.views.problems import ProblemsView


class Site:
    """The pages and files of one build, in one language; those of the other languages go with the first."""

    def __init__(self, corpus: Corpus, root: Path, others: Iterable[Corpus] = ()) -> None:
        self.corpus, self.root, self.prefix = corpus, root, corpus.settings.prefix
        at = parts_by_depth(corpus)
        self.plans: list[Plan] = [
            plan
            for name in PAGES
            if name in corpus.settings.sections
            for kind in PAGES[name]
            for plan in kind(corpus, at)
            if _is_address(plan.path)
        ]
        hubs = frozenset(plan.path for plan in self.plans if plan.depth == 1)
        self._shell_of = [shell_page(plan, hubs, self.prefix) for plan in self.plans]
        self._by_source = {shell.source: shell for shell in self._shell_of}
        self.copied = pictures_of_pages(corpus)
        self.ordinary: list[Listed] = []
        self.breaks = LineBreaks(corpus.words)
        self._fragments = Fragments(template_folders(root), corpus.words, finish=self.breaks)
        self.assets = with_icons(load_assets(template_folders(root), corpus.settings.site_name, corpus.words), corpus, root)
        self.head = heads(corpus)
        self.edition = Edition(corpus=corpus, root=root, assets=self.assets, pages=self._listed, all_pages=self._listed_in_all)
        self._beside = beside(self.edition)
        self.outputs = [output for output in outputs(self.edition) if all(map(_is_address, output.paths))]
        self.ways: Ways | None = None
        self.others = [self._in_language(other) for other in others]
        if self.others:
            self._lead_to_languages()

    def _in_language(self, corpus: Corpus) -> "Site":
        """The site in another language, without the files that this one has for both."""
        site, ours = Site(corpus, self.root), {path for output in self.outputs if output.shared for path in output.paths}
        site.outputs = [output for output in site.outputs if not (output.shared and ours.issuperset(output.paths))]
        return site

    def _lead_to_languages(self) -> None:
        sites = self.languages
        ways = Ways(self.corpus.settings, {site.prefix: {site.key(plan.path): plan.path for plan in site.plans} for site in sites})
        for site in sites:
            site.ways, site.head = ways, ways.heads(site.head, site.prefix)

    def key(self, path: str) -> str:
        """What the page at *path* is called in all languages: its path in the first, but for what only others have."""
        kind, _, step = path.rstrip("/").partition("/")
        briefing = self.corpus.briefing_at(step) if self.corpus.desk.slugs and kind == "briefings" else None
        return f"briefings/{briefing.id}/" if briefing else path

    @property
    def languages(self) -> list["Site"]:
        """The site in each of its languages, the first first."""
        return [self, *self.others]

    @property
    def shell_pages(self) -> list[ShellPage]:
        """Every shell the engine has to render, each once."""
        return [shell for site in self.languages for shell in site._by_source.values()]

    def switch(self, path: str) -> Markup:
        """The links from the page at *path* to the other languages of the site."""
        return self.ways.switch(path, self.prefix) if self.ways else Markup("")

    def shell_at(self, source: str) -> ShellPage | None:
        """The shell among the engine's source files, if this is one."""
        return next((site._by_source[source] for site in self.languages if source in site._by_source), None)

    def speaking(self, path: str) -> "Site":
        """The site in the language to which *path*, from the root of the whole site, belongs."""
        return next((site for site in self.others if path.startswith(site.prefix)), self)

    def content(self, path: str) -> Markup | None:
        """The part of the page at *path* that the desk's data gives; None where no such page is planned."""
        plan = self._by_path.get(path)
        page = plan and plan.make()
        return self._fragments.render(page.template, page.view) if page else None

    @cached_property
    def _by_path(self) -> dict[str, Plan]:
        return {plan.path: plan for plan in self.plans}

    def front(self) -> Markup:
        """What the front page shows below its own text."""
        return self._fragments.render("front.html", front(self.corpus))

    def head_of_ordinary(self, url: str, title: str, description: str, *, links: bool = True) -> Markup:
        """What machines read in the head of an ordinary page, with or without the *links* to the same in another form."""
        path = "" if url == "./" else unquote(url)
        title = Markup(title).striptags() if path else self.corpus.settings.site_name
        machines = self.head(path, Page(title=title, description=description, template="", view=None))
        return (machines.links if links else Markup("")) + machines.head + machines.data

    def missing(self, shell: str, file: str = "") -> str:
        """The page for addresses that lead nowhere, or of a *file* that cannot be read yet, poured into *shell*."""
        page = missing(self.corpus, file, [other.corpus for other in self.others])
        return fill(shell, page, self._fragments.render(page.template, page.view))

    def problems(self, view: ProblemsView) -> Markup:
        """What a preview lays over its pages."""
        return self._fragments.render("preview/problems.html", view)

    def beside_files(self, taken: Collection[str]) -> "Site":
        """The same site without what the desk has a file of its own for; *taken* has the paths of those."""
        kept = copy(self)
        kept.others = [other.beside_files([path.removeprefix(other.prefix) for path in taken]) for other in self.others]
        if self.ways and not self.prefix:
            self.ways.know(taken)
        kept.outputs = [output for output in self.outputs if not (output.gives_way and any(path in taken for path in output.paths))]
        return kept

    def claims(self) -> Iterator[tuple[str, str]]:
        """The path of everything that the desk's data gives, and what it is."""
        for plan in self.plans:
            yield f"{self.prefix}{plan.path}index.html", "a page of the desk"
        for output in (*self.outputs, *chain.from_iterable(self.beside(plan) for plan in self.plans)):
            for path in output.paths:
                yield self.path_of(output, path), output.owner
        for other in self.others:
            yield from other.claims()

    def path_of(self, output: Output, path: str) -> str:
        """Where a file of *output* lies, from the root of the whole site."""
        return path if output.shared else f"{self.prefix}{path}"

    def beside(self, plan: Plan) -> Iterable[Output]:
        """The files that are made together with a page."""
        kind, _, id = plan.path.rstrip("/").partition("/")
        briefing = self.corpus.briefing_at(id) if kind == "briefings" else None
        return self._beside(briefing) if briefing else ()

    def addresses(self, file: str, depth: int) -> Callable[[str, str], tuple[str, str]]:
        """For an ordinary page: what an address of ours leads to, and the name of what is there."""
        links = Links(self.corpus, depth)

        def address_of(kind: str, address: str) -> tuple[str, str]:
            if kind == "actor":
                return links.mention(unquote(address))
            target = find_target(unquote(address), file, self.corpus)
            return links.thing(target.kind, target.id, target.anchor) if target.to == "thing" else "", ""

        return address_of

    def printed(self, number: int, shell: Callable[[ShellPage], Shell]) -> tuple[str, bytes]:
        """The path, from the root of the whole site, and the bytes of the plan of that *number*."""
        plan = self.plans[number]
        path, made = printed(plan, shell(self._shell_of[number]), self._fragments, self.head, self.prefix, self.switch(plan.path))
        return f"{self.prefix}{path}", made

    def _listed(self) -> Iterator[Listed]:
        yield from self.ordinary
        yield from (Listed(path=plan.path, updated=plan.updated) for plan in self.plans)

    def _listed_in_all(self) -> Iterator[Listed]:
        if not self.ways:
            yield from self._listed()
            return
        for site in self.languages:
            for page in site._listed():
                yield replace(page, path=f"{site.prefix}{page.path}", languages=self.ways.same(page.path, site.prefix))


def _is_address(path: str) -> bool:
    """Whether nothing in *path* leads elsewhere; a preview goes on where an id is unsafe, and has no page for it."""
    return normpath(path) == path.rstrip("/")
