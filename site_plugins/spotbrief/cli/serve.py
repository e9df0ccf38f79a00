"""`spotbrief serve`."""

import os
import subprocess
import sys
from pathlib import Path

import click

from spotbrief.cli.desk import config_option, settings_of
from spotbrief.cli.engine import command, environment


@click.command()
@config_option
@click.option("--address", "-a", default="127.0.0.1:8000", show_default=True, help="Where the preview is served.")
def serve(config: Path, address: str) -> None:
    """Preview the site with live reload; drafts and what is held back are shown, marked, and each page has its problems."""
    settings_of(config)
    engine = command("serve", "--livereload", "-f", str(config), "-a", address)
    if os.name == "posix":  # becomes the engine, so that whatever ends the one ends the other
        sys.stdout.flush()
        os.execve(engine[0], engine, environment())
    try:
        sys.exit(subprocess.call(engine, env=environment()))
    except KeyboardInterrupt:
        sys.exit(0)
