"""What git knows of a desk."""

import subprocess
from pathlib import Path

import click


def git(root: Path, *arguments: str) -> str:
    """What git answers in *root*. Raises ClickException with git's own words."""
    try:
        done = subprocess.run(["git", "-c", "core.quotepath=off", *arguments], cwd=root, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        raise click.ClickException(f"git cannot be started: {error.strerror}") from None
    if done.returncode:
        raise click.ClickException(f"git {arguments[0]}: {done.stderr.strip() or 'failed'}")
    return done.stdout
