"""Why a site may not be written where it should be."""

from collections.abc import Iterable
from pathlib import Path

from spotbrief.exports.folder.ours import refused_content
from spotbrief.exports.folder.places import refused_place
from spotbrief.reading.text import sentence


def refusal(site: Path, root: Path, own: Iterable[str | None], content: str) -> str | None:
    """Why no build may write to *site*, in one sentence with the mend; None where one may.

    *own* are the folders of the desk at *root* that its settings name, *content* the one with its pages.
    """
    try:
        kept = [root / folder for folder in own if folder]
        return refused_place(site, root, kept) or refused_content(site, _shown(site, root), content)
    except OSError as error:
        return sentence(error)


def _shown(site: Path, root: Path) -> str:
    return f"{site.relative_to(root).as_posix()}/" if site != root and site.is_relative_to(root) else str(site)
