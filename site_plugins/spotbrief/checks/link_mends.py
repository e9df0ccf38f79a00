"""What to write in place of an address that leads nowhere, or may not lead where it does."""

import re

from spotbrief.reading.files import PUBLISHED

SLASH = "put / between the names of folders and files"
"""For those whose system puts a backslash there."""

_HOST = re.compile(r"(?:[\w-]+\.)+(?:[a-z]{2,24})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:(?:\\|%5C|/)", re.IGNORECASE)
_OF_FILES = (
    ".md",
    ".yml",
    ".yaml",
    ".html",
    ".htm",
    ".pdf",
    ".csv",
    ".xlsx",
    ".ods",
    ".geojson",
    ".png",
    ".jpg",
    ".jpeg",
    ".svg",
    ".webp",
    ".gif",
)


def mend_of_path(address: str) -> str:
    """The mend for an address that leads nowhere on this site, where it says by itself what was meant; empty for others."""
    if "\\" in address:
        return SLASH
    host = address.partition("/")[0]
    if _HOST.fullmatch(address) and (host.startswith("www.") or "/" in address) and not host.lower().endswith((*PUBLISHED, ".html")):
        return f"write https://{address}"
    return ""


def mend_of_scheme(address: str, *, is_picture: bool) -> str:
    """The mend for an address of a scheme that is not allowed."""
    if address.startswith("data:"):
        return "save the picture as a file beside this one, and name that file"
    if _DRIVE.match(address):
        return f"put {'the picture' if is_picture else 'the file'} beside this one, and write its name alone"
    return "link to https://…, http://… or mailto:…, or to a file of the desk"
