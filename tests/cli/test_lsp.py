"""`spotbrief lsp` where the extra is not installed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.desks import Desk

ROOT = Path(__file__).parents[2]


def test_it_says_how_to_install_what_it_needs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one sentence; nothing else of the program needs it."""
    monkeypatch.delitem(sys.modules, "pygls", raising=False)
    monkeypatch.setattr("spotbrief.language_server.command.find_spec", lambda name: None)
    done = run(desk, "lsp")
    assert done.exit_code == 1
    assert done.output.strip() == 'Error: this needs the extra lsp: run pip install "spotbrief[lsp]"'


def test_only_the_language_server_loads_it() -> None:
    """A desk without the extra pays nothing for it."""
    code = "import sys; from tests.cli.run import COMMANDS; assert len(COMMANDS) > 10; print({'pygls', 'lsprotocol'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
