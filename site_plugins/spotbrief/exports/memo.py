"""Slow work that is done once: what came of it is kept on disk by a hash of what it was made of."""

import os
from pathlib import Path


def keep(path: Path, data: bytes) -> None:
    """Keep *data* for the next build; where that is not possible, it is made again."""
    new = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(data)
        new.replace(path)  # at once, so that nobody ever reads half of it
    except OSError:
        new.unlink(missing_ok=True)
