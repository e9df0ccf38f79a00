"""What git knows of a desk."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import click

from spotbrief.reading.git import is_shallow, run

SHALLOW = "this clone is shallow, and lacks earlier commits: run git fetch --unshallow, or say fetch-depth: 0 below actions/checkout"


def git(root: Path, *arguments: str) -> str:
    """What git answers in *root*. Raises ClickException with git's own words, or with the mend where it has none."""
    try:
        done = _run(root, *arguments)
    except OSError as error:
        raise click.ClickException(f"git cannot be started: {error.strerror}") from None
    if done.returncode:
        raise click.ClickException(SHALLOW if is_shallow(root) else f"git {arguments[0]}: {done.stderr.strip() or 'failed'}")
    return done.stdout


def common_commit(root: Path, base: str) -> str:
    """The commit at which HEAD left *base*. Raises ClickException where there is none that git knows."""
    for name in (base, "HEAD"):
        if _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").returncode:
            git(root, "rev-parse", "--git-dir")  # where this is no repository, git says so
            missing = f"git knows no commit '{name}'"
            raise click.ClickException(SHALLOW if is_shallow(root) else f"{missing}: git log --oneline names those it knows")
    found = _run(root, "merge-base", "--end-of-options", base, "HEAD")
    if found.returncode:
        raise click.ClickException(SHALLOW if is_shallow(root) else f"'{base}' and HEAD have no commit in common")
    return found.stdout.strip()


def below_top(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The way from the top of the repository to *folder*, ending in a slash; empty at the top, and outside any repository.

    Without git, as in a container that does not trust the checkout, the workspace of GitHub Actions is taken for the top.
    """
    folder = folder.resolve()
    try:
        done = _run(folder, "rev-parse", "--show-toplevel")
        top = done.stdout.strip() if not done.returncode else ""
    except OSError:
        top = ""
    top = top or environment.get("GITHUB_WORKSPACE", "")
    if not top or not folder.is_relative_to(Path(top).resolve()) or folder == Path(top).resolve():
        return ""
    return f"{folder.relative_to(Path(top).resolve()).as_posix()}/"


def in_repository(root: Path) -> bool:
    """Whether *root* lies in a repository of git."""
    return not _run(root, "rev-parse", "--git-dir").returncode


def remote(root: Path) -> str:
    """The address of the repository that `origin` is, for a browser; empty without one, or without git."""
    try:
        done = _run(root, "remote", "get-url", "origin")
    except OSError:
        return ""
    url = "" if done.returncode else done.stdout.strip()
    if url.startswith("git@"):
        url = f"https://{url.removeprefix('git@').replace(':', '/', 1)}"
    return url if url.startswith("https://") and "@" not in url else ""


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = run(root, *arguments)
    said, wrong = (text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, said, wrong)
