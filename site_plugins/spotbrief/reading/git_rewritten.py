"""What betrays that the history of a repository was rewritten, as far as a clone can know."""

from collections.abc import Iterator
from pathlib import Path

from spotbrief.reading.git import run


def rewritten(root: Path) -> Iterator[str]:
    """A sentence for each trace of commits that do not lead to HEAD, and did once."""
    for tag in _lines(root, "tag", "--no-merged", "HEAD", "--format=%(refname:short)"):
        yield (
            f"The tag '{tag}' names a commit that is not in this history: it was rewritten since, or the tag is that of a branch. "
            "What was changed between them is not told."
        )
    for branch in _lines(root, "rev-parse", "--abbrev-ref", "origin/HEAD"):
        for entry in _lines(root, "log", "-g", "--format=%h %gs", branch, "--"):
            commit, _, said = entry.partition(" ")
            if said.endswith("forced-update"):
                yield f"The history of {branch} was rewritten, as this clone saw at {commit}: what stood there before is not told."


def _lines(root: Path, *arguments: str) -> list[str]:
    """What git says, if it has an answer."""
    done = run(root, *arguments)
    return done.stdout.decode("utf-8", "replace").splitlines() if not done.returncode else []
