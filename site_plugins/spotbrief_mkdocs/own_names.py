"""The names under which a preview answers: a page of somebody else's could have its own name lead here, and read drafts."""

import ipaddress
import socket
from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_ANYWHERE = frozenset({"0.0.0.0", "::"})
"""Addresses by which a server is told to answer the whole network."""


def under_own_names(app: WSGIApplication, host: str) -> WSGIApplication:
    """*app*, which is served at *host*, for those who ask for it by a name of this machine."""
    names = frozenset({*_HERE, host.lower(), *(_names_of_machine() if host in _ANYWHERE else ())})

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        asked = _name(environ.get("HTTP_HOST", ""))
        if asked in names or (host in _ANYWHERE and _is_number(asked)):  # no name leads to a number by mischief
            return app(environ, start_response)
        refused = HTTPStatus.MISDIRECTED_REQUEST
        start_response(f"{refused.value} {refused.phrase}", [("Content-Type", "text/plain; charset=utf-8")])
        return [f"This preview does not answer under that name: open it at the address of {host}, or at localhost.\n".encode()]

    return serve


def _names_of_machine() -> Iterable[str]:
    whole = socket.gethostname().lower()
    first = whole.partition(".")[0]
    return whole, first, f"{first}.local"


def _name(typed: str) -> str:
    """The name or the number in a header `Host`, without its port."""
    try:
        return (urlsplit(f"//{typed}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
