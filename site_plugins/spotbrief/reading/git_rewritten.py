"""What betrays that the history of a repository was rewritten, as far as a clone can know."""

from collections.abc import Iterator
from pathlib import Path

from spotbrief.reading.git import run

_SHOWN = 3


def rewritten(root: Path) -> Iterator[str]:
    """A sentence for each trace of commits that lead neither to HEAD nor to the main branch, and did once."""
    branches = _lines(root, "rev-parse", "--abbrev-ref", "origin/HEAD")
    tags = _lines(root, "tag", *(part for head in ("HEAD", *branches) for part in ("--no-merged", head)), "--format=%(refname:short)")
    if tags:
        more = f" and {len(tags) - _SHOWN} more" if len(tags) > _SHOWN else ""
        yield (
            f"Tags name commits that are not in this history ({', '.join(tags[:_SHOWN])}{more}): it was rewritten since, or they are those "
            "of other branches. What was changed between them is not told."
        )
    for branch in branches:
        for entry in _lines(root, "log", "-g", "--format=%h %gs", branch, "--"):
            commit, _, said = entry.partition(" ")
            if said.endswith("forced-update"):
                yield f"The history of {branch} was rewritten, as this clone saw at {commit}: what stood there before is not told."


def _lines(root: Path, *arguments: str) -> list[str]:
    """What git says, if it has an answer."""
    done = run(root, *arguments)
    return done.stdout.decode("utf-8", "replace").splitlines() if not done.returncode else []
