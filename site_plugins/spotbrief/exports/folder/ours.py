"""What in a site's folder an earlier build wrote: a build deletes only that.

The record lies in the folder itself, so that it moves, is copied and is exchanged with it. It holds digests, not names: what
nobody links to stays unlisted.
"""

import os
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RECORD = ".build-record"
"""The file of the record, at the top of the site."""

_HEAD = "# A build wrote the files whose digests stand here, and only those may the next one delete.\n"
_NOBODYS = frozenset({RECORD, ".DS_Store", "Thumbs.db", "desktop.ini"})
"""What systems leave in folders that somebody looks at, and the record itself."""


def record(site: Path) -> None:
    """Note all that lies in *site* as written by this build."""
    lines = sorted(_digest(path) for path, _ in _entries(str(site)))
    (site / RECORD).write_text(_HEAD + "".join(f"{line}\n" for line in lines), "ascii")


def foreign(site: Path) -> list[str]:
    """What lies in *site* and no build of ours wrote: paths below it, sorted. Raises OSError."""
    if not site.is_dir():
        return []
    known = _recorded(site)
    return sorted(path for path, name in _entries(str(site)) if name not in _NOBODYS and _digest(path) not in known)


def refused_content(site: Path, shown: str, content: str) -> str | None:
    """Why a build may not replace what lies in *site*, in one sentence with the mend; None where it may.

    *shown* is what the folder is called, *content* the folder from which pages and files are published.
    """
    others = foreign(site)
    if not others:
        return None
    if (site / RECORD).is_file() and len(others) == 1:
        move = f"move it to {content}/, from where a build publishes it" if not others[0].startswith(".") else "move it elsewhere"
        return f"{shown} holds '{others[0]}', which no build wrote: {move}, or delete it"
    many = f"{len(others):,} files" if len(others) > 1 else "a file"
    return (
        f"{shown} holds {many} that no build of this version wrote, such as '{others[0]}': "
        "delete the folder if you need nothing in it, or name another one as site_dir"
    )


def _recorded(site: Path) -> frozenset[str]:
    try:
        return frozenset((site / RECORD).read_text("ascii").split("\n")[1:])
    except (OSError, UnicodeDecodeError):
        return frozenset()


def _entries(top: str, below: str = "") -> Iterator[tuple[str, str]]:
    """Files, and links of any kind, by their path below *top* and their name."""
    with os.scandir(top) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", entry.name


def _digest(path: str) -> str:
    """The same on systems that keep names in another Unicode form."""
    return blake2b(unicodedata.normalize("NFC", path).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
