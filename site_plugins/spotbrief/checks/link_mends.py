"""What to write in place of an address that leads nowhere, or may not lead where it does."""

import re

from spotbrief.model.problem import Hint
from spotbrief.reading.fields import nearest
from spotbrief.reading.files import PUBLISHED

SLASH = "put / between the names of folders and files"
"""For those whose system puts a backslash there."""

_HOST = re.compile(r"(?:[\w-]+\.)+(?:[a-z]{2,24})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:(?:\\|%5C|/)", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[a-z]{3,7})(?::/?|//?|://+|:;//?)(?P<rest>[\w-]+\.[\w.-]+(?:[/?#]\S*)?)", re.IGNORECASE)
"""The start of a web address, or what nearly is one."""

_DOMAINS = (".com", ".org", ".net", ".int", ".eu", ".gov", ".edu", ".info", ".ua", ".uk", ".de", ".fr", ".pl")
"""Ends of a name without a path that are hardly those of a file."""

_MARKS = "“”„«»‘’\"' "


def mend_of_path(address: str) -> str:
    """The mend for an address that leads nowhere on this site, where it says by itself what was meant; empty for others."""
    if "\\" in address:
        return SLASH
    if (bare := address.strip(_MARKS)) != address and bare:
        return Hint(f"take the quotation marks out: write {bare}", address, bare)
    if mended := _with_scheme(address):
        return Hint(f"write {mended}", address, mended)
    host = address.partition("/")[0]
    is_site = host.startswith("www.") or "/" in address or host.lower().endswith(_DOMAINS)
    if _HOST.fullmatch(address) and is_site and not host.lower().endswith((*PUBLISHED, ".html", ".md")):
        return Hint(f"write https://{address}", address, f"https://{address}")
    return ""


def mend_of_url(url: str) -> str:
    """The mend for what stands in a field of web addresses, and is none."""
    if any(map(str.isspace, url.strip())) and "://" in url:
        return "write %20 for each blank in it"
    mended = _with_scheme(url) or (f"https://{url}" if _HOST.fullmatch(url) else "")
    return Hint(f"write {mended}", url, mended) if mended else "write it in full, from https:// on"


def _with_scheme(address: str) -> str:
    """*address* with the start that was meant, such as of `htps://desk.example` or `http:/desk.example`; empty where none was."""
    found = _SCHEME.fullmatch(address)
    meant = nearest(found["scheme"], ("https", "http"), 0.8) if found else None
    return f"{meant}://{found['rest']}" if found and meant else ""


def mend_of_scheme(address: str, *, is_picture: bool) -> str:
    """The mend for an address of a scheme that is not allowed."""
    if address.startswith("data:"):
        return "save the picture as a file beside this one, and name that file"
    if _DRIVE.match(address):
        return f"put {'the picture' if is_picture else 'the file'} beside this one, and write its name alone"
    if mended := _with_scheme(address):
        return Hint(f"write {mended}", address, mended)
    kind, _, id = address.partition(":")
    if kind == "actor" and id:
        return f"write [[{id}]] in place of the link"
    return "link to https://…, http://… or mailto:…, or to a file of the desk"
