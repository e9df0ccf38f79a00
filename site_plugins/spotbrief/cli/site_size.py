"""How much a built site weighs."""

import os
from pathlib import Path

from spotbrief.model.record import record


@record
class Weight:
    """Pages, files (pages among them) and bytes."""

    pages: int
    files: int
    bytes: int


def weigh(site: Path) -> Weight:
    """All files below *site*."""
    sizes = [(name.endswith(".html"), os.path.getsize(os.path.join(top, name))) for top, _, names in os.walk(site) for name in names]
    return Weight(pages=sum(page for page, _ in sizes), files=len(sizes), bytes=sum(size for _, size in sizes))
