"""What a newer version makes of the files that a desk began with."""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Literal

from spotbrief.cli.starter.files import digest
from spotbrief.model.record import record

State = Literal["same", "newer", "edited"]


@record
class Update:
    """One file that a newer version writes otherwise."""

    path: str
    state: State
    """Whether it says so already, is as it was written, or was edited by the desk since."""
    before: str
    """What it says; empty where it is gone or was never there."""
    now: str
    """What the newer version writes."""

    def diff(self) -> str:
        """From what it says to what the newer version writes, as a unified diff."""
        old, new = (text.splitlines(keepends=True) for text in (self.before, self.now))
        return "".join(unified_diff(old, new, self.path, f"{self.path} (newer)"))


def updates(root: Path, written: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Update]:
    """What differs between what was *written* (digests by path) and what would be written *now* (texts by path)."""
    for path, text in now.items():
        if written.get(path) == digest(text):
            continue
        before = read(root / path)
        if before is not None and digest(before) == digest(text):
            yield Update(path=path, state="same", before=before, now=text)
        else:
            untouched = path not in written if before is None else digest(before) == written.get(path)
            yield Update(path=path, state="newer" if untouched else "edited", before=before or "", now=text)


def read(path: Path) -> str | None:
    """What a file says; None where it is gone."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return "(no text)\n"
