"""Live reload under the policy of the site: the engine's script comes from a file, as the policy demands of every script."""

from functools import partial
from html import escape
from time import monotonic_ns
from typing import TYPE_CHECKING

from mkdocs.livereload import _SCRIPT_TEMPLATE

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

FILE = "preview-reload.js"
"""The file of a preview that no public site has."""


def script() -> str:
    """The engine's script, which finds on its own tag what the engine writes into it."""
    return _SCRIPT_TEMPLATE.substitute(epoch="document.currentScript.dataset.epoch", request_id="document.currentScript.dataset.page")


def load_from_file(server: "LiveReloadServer") -> None:
    """Let *server* name the file in each page, in place of the script itself."""
    server._inject_js_into_html = partial(_named, server.mount_path)  # type: ignore[method-assign]  # there is no other way in


def _named(mount: str, page: bytes, epoch: int) -> bytes:
    """*page* with the tag, which says which site the page is of and has a number that no other page has."""
    tag = f'<script src="{escape(mount + FILE)}" data-epoch="{epoch}" data-page="{monotonic_ns()}"></script>'.encode()
    start, end, rest = page.rpartition(b"</body>")
    return start + tag + end + rest if end else page + tag
