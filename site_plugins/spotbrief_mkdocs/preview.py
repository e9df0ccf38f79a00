"""A site of which only what somebody looks at is made: who saves a text sees it at once, however large the desk."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from posixpath import normpath
from threading import Lock, Timer
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from spotbrief.building.writer import Job, Writer

_SEARCH = "search/"
_TIMES = 3
"""How often a file is looked for again: another site may take the place of the one for which it was just made."""


class Preview:
    """Makes each page and each file when it is first asked for, and the search with the first file of it."""

    def __init__(self, writer: Writer) -> None:
        self.site, self.folder = writer.site, writer.folder
        self.unreadable: dict[str, str] = {}
        """Files of which nothing can be shown yet, by the addresses of their pages."""
        self._writer = writer
        self._waiting = dict(_jobs(writer))
        self._made: set[str] = set()
        self._index: Job | None = writer.index if "search" in writer.site.corpus.settings.sections else None
        self._searches = tuple(f"{site.prefix}{_SEARCH}" for site in writer.site.languages)
        self._lock = Lock()

    def promise(self, unreadable: Mapping[str, str], shell: str) -> None:
        """Show a page that says so, poured into *shell*, for each file that cannot be read."""
        for path, file in unreadable.items():
            self._waiting.setdefault(f"{path}index.html", partial(self._say_unreadable, path, file, shell))

    def make(self, path: str) -> bool:
        """Whether there is a file at *path* now that was asked for."""
        with self._lock:
            name = path if path in self._waiting or path in self._made else f"{path}/index.html"
            if job := self._waiting.get(name):
                job()
                self._made.add(name)
                del self._waiting[name]
            elif self._index and name not in self._made and path.startswith(self._searches):
                self._index()
                self._index = None
                return True
            return name in self._made

    def _say_unreadable(self, path: str, file: str, shell: str) -> None:
        self._writer.write(f"{path}index.html", self.site.missing(shell, file).encode())


def tidy_up() -> None:
    """Give the memory of earlier previews back, a moment later: meanwhile, somebody looks at this one."""
    later = Timer(1, gc.collect)
    later.daemon = True
    later.start()


def on_demand(
    app: WSGIApplication, mount: str, make: Callable[[str], bool], lay_over: Callable[[str], str], policy: Callable[[str], str]
) -> WSGIApplication:
    """*app*, which serves files below *mount*, with those that *make* makes when they are missing.

    *lay_over* has more for each page, and *policy* what a file may do that does not say so itself.
    """

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        typed = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        path = normpath("/" + typed.removeprefix(mount)).lstrip("/") + ("/index.html" if typed.endswith("/") else "")
        path = path.lstrip("/")
        (status, headers), body = _answer(app, environ)
        for _ in range(_TIMES):
            if not status.startswith("404") or not make(path):
                break
            (status, headers), body = _answer(app, environ)
        if dict(headers).get("Content-Type") == "text/html":
            whole = _with(b"".join(body), lay_over(path).encode())
            headers, body = [*(h for h in headers if h[0] != "Content-Length"), ("Content-Length", str(len(whole)))], [whole]
        if said := policy(path):
            headers = [*headers, ("Content-Security-Policy", said)]
        start_response(status, headers)
        return body

    return serve


def _with(page: bytes, more: bytes) -> bytes:
    start, end, rest = page.rpartition(b"</body>")
    return start + more + end + rest if end else page


def _answer(app: WSGIApplication, environ: WSGIEnvironment) -> tuple[Any, Iterable[bytes]]:
    """How the answer of *app* starts, kept back, and its body."""
    said: list[Any] = []
    body = app(environ, lambda *what: said.append(what))  # type: ignore[arg-type]  # nobody writes by hand
    return said[0], body


def _jobs(writer: Writer) -> Iterator[tuple[str, Job]]:
    site = writer.site
    for number, plan in enumerate(site.plans):
        yield f"{site.prefix}{plan.path}index.html", partial(writer.page, number)
    for output in (*site.outputs, *(output for plan in site.plans for output in site.beside(plan))):
        for path in output.paths:
            yield site.path_of(output, path), partial(writer.export, output)
    for other in writer.others:
        yield from _jobs(other)
