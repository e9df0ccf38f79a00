"""`spotbrief serve`."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import click

from spotbrief.cli.engine import command, environment
from spotbrief.cli.settings import as_of_environment, as_of_option, config_option, settings_of


@click.command()
@config_option
@click.option("--address", "-a", default="127.0.0.1:8000", show_default=True, help="Where the preview is served.")
@as_of_option
def serve(config: Path, address: str, as_of: str | None) -> None:
    """Preview the site with live reload; drafts and what is held back are shown, marked, and each page has its problems."""
    settings, _ = settings_of(config)
    told = {**environment(), **as_of_environment(as_of, settings)}
    _refuse_taken(address)
    engine = command("mkdocs", "serve", "--livereload", "-f", str(config), "-a", address)
    if os.name == "posix":  # becomes the engine, so that whatever ends the one ends the other
        sys.stdout.flush()
        os.execve(engine[0], engine, told)
    try:
        sys.exit(subprocess.call(engine, env=told))
    except KeyboardInterrupt:
        sys.exit(0)


def _refuse_taken(address: str) -> None:
    """Say at once, and not after a build, that the preview could not be served there. Raises ClickException."""
    host, _, port = address.rpartition(":")
    if not port.isdigit() or not 0 < int(port) < 65536 or not host:
        raise click.ClickException(f"'{address}' is no place for a preview: write it as 127.0.0.1:8000")
    try:
        with socket.create_server((host.strip("[]"), int(port)), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            pass
    except OSError as error:
        other = f"{host}:{int(port) % 65535 + 1}"
        said = (error.strerror or str(error)).lower()
        raise click.ClickException(f"{address} cannot be used ({said}): is another preview running? Try --address {other}") from None
