"""`spotbrief check`."""

import os
import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

import click
from rich.console import Console

from spotbrief.checks.examine import examine
from spotbrief.model.problem import Problem, Severity
from spotbrief.reading.settings import SettingsError, now_from, read_config

_COLOURS = {"error": "red", "warning": "yellow", "advice": "blue"}


@click.command()
@click.option("--config", "-f", default="mkdocs.yml", show_default=True, type=click.Path(path_type=Path), help="The site's configuration.")
def check(config: Path) -> None:
    """Say everything that is wrong with the desk, each with file, line and mend. Exit 1 on errors."""
    try:
        settings, folders = read_config(config, now_from(os.environ))
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    with Console(stderr=True).status("Reading and checking …") if sys.stderr.isatty() else nullcontext():
        examined = examine(config.resolve().parent, settings, folders)
    for problem in examined.problems:
        click.echo(_coloured(problem))
    counts = Counter(problem.severity for problem in examined.problems)
    click.echo(_summary(counts, len(examined.corpus.briefings)))
    if counts["error"]:
        sys.exit(1)


def _coloured(problem: Problem) -> str:
    severity = click.style(f"{problem.severity}[{problem.rule}]", fg=_COLOURS[problem.severity], bold=True)
    return str(problem).replace(f"{problem.severity}[{problem.rule}]", severity, 1)


def _summary(counts: Counter[Severity], briefings: int) -> str:
    named: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "piece of advice"}
    said = [_plural(counts[severity], name) for severity, name in named.items() if counts[severity]]
    where = _plural(briefings, "briefing")
    return f"{', '.join(said)} in {where}." if said else f"Nothing wrong in {where}."


def _plural(count: int, name: str) -> str:
    many = name.replace("piece", "pieces") if " " in name else f"{name}s"
    return f"{count:,} {name if count == 1 else many}"
