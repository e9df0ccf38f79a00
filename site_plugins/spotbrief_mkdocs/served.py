"""A preview as it is served: the last site that could be made, and over each page what is wrong now."""

import os
import shutil
import socket
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from spotbrief.model.problem import Problem
from spotbrief.rendering.csp import policy_header
from spotbrief.rendering.fragments import template_folders
from spotbrief.views.problems import problems_view
from spotbrief_mkdocs.failure import failure_of
from spotbrief_mkdocs.live_reload import FILE, load_from_file, script
from spotbrief_mkdocs.own_names import under_own_names
from spotbrief_mkdocs.preview import Preview, on_demand
from spotbrief_mkdocs.problem_pages import ProblemPages
from spotbrief_mkdocs.watching import watch_lastingly

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

STYLE = "preview-problems.css"
"""The file of a preview that no public site has."""


class Served:
    """Lives as long as the preview; each site is made in a folder of its own, and shown when it is whole."""

    def __init__(self) -> None:
        self._server: LiveReloadServer | None = None
        self._preview: Preview | None = None
        self._before: Path | None = None
        self._pages: ProblemPages | None = None
        self._problems: Sequence[Problem] = ()
        self._failure: tuple[Problem, ...] = ()
        self._watched: set[str] = set()

    def begin(self, config: MkDocsConfig) -> None:
        """Give the next site a folder of its own; raises Abort where nobody could look at it."""
        if not self._preview:
            _refuse_taken(config.dev_addr.host, config.dev_addr.port)
        config.site_dir = mkdtemp(dir=config.site_dir)

    def show(self, preview: Preview, pages: ProblemPages, problems: Sequence[Problem]) -> None:
        """Take *preview* for the site from now on."""
        style = next(path for folder in template_folders(preview.site.root) if (path := folder / "preview/problems.css").is_file())
        shutil.copyfile(style, preview.folder / STYLE)
        (preview.folder / FILE).write_text(script(), "utf-8")
        if self._before:
            shutil.rmtree(self._before, ignore_errors=True)
        self._before = self._preview.folder if self._preview else None  # a request may still be reading it
        self._preview, self._pages, self._problems = preview, pages, problems
        self._take_over()

    def attach(self, server: "LiveReloadServer", config: MkDocsConfig) -> None:
        """Let *server* show it, whatever comes of later builds."""
        self._server = server
        watch_lastingly(server)
        server.builder = partial(self._build, server.builder, os.path.basename(config.config_file_path))
        server.error_handler = self._error_page
        load_from_file(server)
        app = on_demand(server.get_app(), server.mount_path, self._make, self._lay_over, self._policy)  # type: ignore[arg-type]  # it has one
        server.set_app(under_own_names(app, config.dev_addr.host))
        self._take_over()

    def _take_over(self) -> None:
        if self._server and self._preview:
            self._server.root = os.path.abspath(self._preview.folder)
            desk, root = self._preview.site.corpus.desk, self._preview.site.root
            for folder in {desk.briefings_folder, desk.content_folder, "templates"} - self._watched:
                self._server.watch(str(root / folder))
                self._watched.add(folder)

    def _build(self, build: Callable[[], None], config_file: str, *given: Any) -> None:
        self._failure = failure_of(partial(build, *given), config_file)

    def _make(self, path: str) -> bool:
        return bool(self._preview) and self._preview.make(path)  # type: ignore[union-attr]  # asked just before

    def _error_page(self, code: int) -> bytes | None:
        page = self._preview.folder / f"{code}.html" if self._preview else None
        return page.read_bytes() if page and page.is_file() else None

    def _policy(self, path: str) -> str:
        """That of the site, for a file which could do more than its pages; nothing for others."""
        if not self._preview:
            return ""
        corpus = self._preview.site.corpus
        file = f"{corpus.desk.content_folder}/{path}"
        is_told = any(one.rule == "unguarded" and one.where.file == file for one in self._problems)
        return policy_header(corpus.settings.policy_here) if is_told else ""

    def _lay_over(self, path: str) -> str:
        if not self._preview or not self._pages or not self._server or not (self._problems or self._failure):
            return ""
        page, pages, mount = path.removesuffix("index.html"), self._pages, self._server.mount_path
        here = [*self._failure, *(one for one in self._problems if pages.of(one) == page)]
        others = [one for one in self._problems if pages.of(one) != page]
        view = problems_view(here, others, self._preview.site.root, mount + STYLE, lambda one: mount + pages.of(one))
        return str(self._preview.site.problems(view))


def _refuse_taken(host: str, port: int) -> None:
    """Raise Abort, in one sentence, where no server can listen."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as free:
            if os.name == "posix":
                free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will
            free.bind(address)
            free.listen(1)
    except OSError as error:
        hint = f"take another one: --address 127.0.0.1:{port + 1 if 1023 < port < 65535 else 8001}"
        raise Abort(f"Nothing can be served at {host}:{port} ({error.strerror or error}); {hint}") from None
