"""The address of a site: what is none, and what cannot be meant for publication."""

import ipaddress
import re
from functools import lru_cache
from urllib.parse import urlsplit

_LOCAL = (".local", ".localhost", ".test", ".invalid", ".internal", ".lan", ".home.arpa")
"""Names that no public server has (RFC 6761, RFC 6762, RFC 8375)."""

_HOST = re.compile(r"(?:[\w-]+\.)*[\w-]+\.?\Z")
MEND = "write it as https://desk.example.org/"


def wrong_address(url: str) -> tuple[str, str] | None:
    """What is wrong with *url* as the address of a site, and the mend; None where nothing is."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - it raises
    except ValueError:
        return f"site_url '{url}' is no address", MEND
    if re.search(r"\s", url) or "\\" in url:
        return f"site_url '{url}' holds a blank or a backslash", "take it out, or write %20 for a blank"
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return f"site_url '{url}' is no web address", f"write it as https://{url.partition('://')[2] or url.lstrip('/')}"
    if "@" in parts.netloc:
        return (
            "site_url holds a name or a password, which every page would show",
            f"write it as {parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}",
        )
    if parts.query or parts.fragment or "?" in url or "#" in url:
        return (
            f"site_url '{url}' has something after the path, and all addresses are made by adding to it",
            f"write it as {url.split('?')[0].split('#')[0]}",
        )
    if "//" in parts.path or "/../" in f"{parts.path}/" or "/./" in f"{parts.path}/":
        return (
            f"site_url '{url}' has an empty folder or dots in its path",
            f"write it as {parts.scheme}://{parts.netloc}{_tidy(parts.path)}",
        )
    if not _is_host(parts.hostname or ""):
        return f"site_url '{url}' names no host", MEND
    return None


def own_machine(url: str) -> bool:
    """Whether *url* leads to the machine that asks, or to one of its own network, and so nowhere for readers."""
    return _is_near("/".join(url.split("/", 3)[:3]))


@lru_cache(maxsize=1024)  # the sources of a desk lie on few hosts
def _is_near(url: str) -> bool:
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(_LOCAL) or (bool(host) and "." not in host)
    return not address.is_global


def _is_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return bool(_HOST.match(host)) and all(len(part) <= 63 and part.strip("-") == part for part in host.rstrip(".").split("."))
    return True


def _tidy(path: str) -> str:
    kept = [part for part in path.split("/") if part not in ("", ".", "..")]
    return "/" + "".join(f"{part}/" for part in kept)
