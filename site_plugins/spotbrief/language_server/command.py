"""`spotbrief lsp`."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

import click

from spotbrief.cli.settings import config_option


@click.command()
@config_option
def lsp(config: Path) -> None:
    """Help editors while they type: a language server on standard input and output, which an editor's program starts."""
    if find_spec("pygls") is None:
        raise click.ClickException('this needs the extra lsp: run pip install "spotbrief[lsp]"')
    from spotbrief.language_server.features import made

    output = _own_output()
    server = made(config)
    try:
        server.start_io(sys.stdin.buffer, output)
    finally:
        server.end()  # also where the editor has gone without a word


def _own_output() -> BinaryIO:
    """Standard output for messages alone: whatever else is printed goes to standard error from now on."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output
