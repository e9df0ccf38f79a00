"""A site of which only what somebody looks at is made: who saves a text sees it at once, however large the desk."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from posixpath import normpath
from threading import Lock, Timer
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from spotbrief import collector
from spotbrief.jobs import Job
from spotbrief_mkdocs.printer import Printer

_SEARCH = "search/"


class Preview:
    """Makes each page and each file when it is first asked for, and the search with the first file of it."""

    def __init__(self, printer: Printer) -> None:
        self._waiting = dict(_jobs(printer))
        self._index: Job | None = printer.index if "search" in printer.site.corpus.settings.sections else None
        self._lock, self._is_over = Lock(), False

    def make(self, path: str) -> bool:
        """Whether it is worth to look at *path* once more: it was made, or a newer preview is on its way."""
        with self._lock:
            if self._is_over:
                return True
            job = self._waiting.pop(path, None) or self._waiting.pop(f"{path}/index.html", None)
            if not job and path.startswith(_SEARCH):
                job, self._index = self._index, None
            if job:
                job()
            return bool(job)

    def leave(self) -> None:
        """Make nothing any more: another preview takes over the folder."""
        with self._lock:
            self._is_over = True
            self._waiting.clear()
            self._index = None


def tidy_up() -> None:
    """Give the memory of earlier previews back, a moment later: meanwhile, somebody looks at this one."""
    later = Timer(1, collector.tidy)
    later.daemon = True
    later.start()


def on_demand(app: WSGIApplication, mount: str, make: Callable[[str], bool]) -> WSGIApplication:
    """*app*, which serves files below *mount*, with those that *make* makes when they are missing."""

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        typed = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        path = normpath("/" + typed.removeprefix(mount)).lstrip("/") + ("/index.html" if typed.endswith("/") else "")
        while True:
            (status, *more), body = _answer(app, environ)
            if not status.startswith("404") or not make(path.lstrip("/")):
                start_response(status, *more)
                return body

    return serve


def _answer(app: WSGIApplication, environ: WSGIEnvironment) -> tuple[Any, Iterable[bytes]]:
    """How the answer of *app* starts, kept back, and its body."""
    said: list[Any] = []
    body = app(environ, lambda *what: said.append(what))  # type: ignore[arg-type]  # nobody writes by hand
    return said[0], body


def _jobs(printer: Printer) -> Iterator[tuple[str, Job]]:
    site = printer.site
    for number, plan in enumerate(site.plans):
        yield f"{plan.path}index.html", partial(printer.page, number)
    for output in (*site.outputs, *(output for plan in site.plans for output in site.beside(plan))):
        for path in output.paths:
            yield path, partial(printer.export, output)
