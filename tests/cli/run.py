"""Commands run in a desk's folder."""

import subprocess
from datetime import datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from spotbrief.cli import main
from spotbrief.cli.engine_config import EngineConfig
from tests.desks import NOW, Desk

_CONTEXT = click.Context(main)
COMMANDS = {name: command for name in main.list_commands(_CONTEXT) if (command := main.get_command(_CONTEXT, name))}
"""All commands; they are loaded when they are asked for."""


def run(desk: Desk | Path, *arguments: str, answer: str | None = None, now: datetime = NOW) -> Result:
    """A command with the settings of *desk*, at the usual moment or another."""
    root = desk if isinstance(desk, Path) else desk.root
    end = arguments.index("--") if "--" in arguments else len(arguments)
    config = [] if "--config" in arguments else ["--config", str(root / "mkdocs.yml")]
    command = [*arguments[:end], *config, *arguments[end:]]
    environment = {"SOURCE_DATE_EPOCH": str(int(now.timestamp()))}
    return CliRunner().invoke(main, command, env=environment, input=answer, catch_exceptions=False)


_ASKED: dict[bytes, EngineConfig] = {}


@pytest.fixture(autouse=True)
def asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder of tests takes this in, the engine is asked once about the settings that its desks share, and not by each."""

    def ask(config: Path) -> EngineConfig:
        text = config.read_bytes()
        _ASKED[text] = _ASKED.get(text) or EngineConfig(config)
        return _ASKED[text]

    monkeypatch.setattr("spotbrief.cli.desk.EngineConfig", ask)


def commit(root: Path) -> str:
    """Commit all of *root*, in a repository made for it where there is none; gives the commit."""
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "--allow-empty", "-m", "All"]):
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True).stdout.strip()
