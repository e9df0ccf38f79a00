"""The engine's script that reloads a preview, let through by the policy of each page: an editor sees what readers will get."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from spotbrief.rendering.policy import hash_of

_OPENS, _CLOSES, _SOURCES = b"<script>", b"</script>", b"script-src 'self'"


def allowing_reload(app: WSGIApplication) -> WSGIApplication:
    """*app*, which puts an inline script of its own, the last, into every page, with the hash of that in the page's policy."""

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        said: list[tuple[str, list[tuple[str, str]]]] = []
        body = app(environ, lambda status, headers, *_: said.append((status, headers)))  # type: ignore[arg-type]  # nobody writes by hand
        status, headers = said[0]
        if not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return body
        page = with_last_script(b"".join(body))
        start_response(status, [(name, str(len(page)) if name == "Content-Length" else value) for name, value in headers])
        return [page]

    return serve


def with_last_script(page: bytes) -> bytes:
    """*page* with the hash of its last inline script in its policy."""
    start, end = page.rfind(_OPENS), page.rfind(_CLOSES)
    if start < 0 or end < start:
        return page
    script = page[start + len(_OPENS) : end].decode("utf-8", "replace")
    return page.replace(_SOURCES, b"%b %b" % (_SOURCES, hash_of(script).encode()), 1)
