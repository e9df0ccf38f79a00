"""`spotbrief build`."""

import os
import sys
import time
from pathlib import Path

import click

from spotbrief.cli.engine import Running
from spotbrief.cli.numbers import counted, severities, size
from spotbrief.cli.progress import Progress
from spotbrief.cli.said import Said
from spotbrief.cli.settings import as_of_environment, as_of_option, config_option, settings_of
from spotbrief.cli.site_size import weigh


@click.command()
@config_option
@click.option("--strict", "-s", is_flag=True, help="Fail on warnings too.")
@click.option("--site-dir", "-d", type=click.Path(path_type=Path), help="Where the site is written.")
@click.option("--budget", default=500, show_default=True, help="The most megabytes of the site; half of it warns.")
@as_of_option
def build(config: Path, strict: bool, site_dir: Path | None, budget: int, as_of: str | None) -> None:
    """Build the site as `mkdocs build` does, and say what was built, what is wrong and what is held back."""
    settings, folders = settings_of(config)
    site = site_dir or config.parent / folders.site
    started, said = time.monotonic(), Said()
    running = Running(as_of_environment(as_of, settings), str(config), os.path.abspath(site), *(["--strict"] if strict else []))
    try:
        with Progress() as progress:
            for message in running.messages():
                said.hear(message)
                progress.show(message)
    except KeyboardInterrupt:
        if running.code():  # the engine was told, too, and clears up
            raise click.ClickException(f"interrupted: {site}/ is as it was") from None
    code = running.code()
    click.echo(_summary(said, site, time.monotonic() - started, failed=code != 0))
    sys.exit(code or _over(site, budget))


def _summary(said: Said, site: Path, seconds: float, *, failed: bool) -> str:
    found = severities(said.counts)
    if failed:
        return f"The build failed: {found or 'see above'}."
    weight = weigh(site)
    files = f"{counted(weight.pages, 'page')}, {counted(weight.files, 'file')}, {size(weight.bytes)}"
    lines = [f"{site}/ is built: {files}, in {seconds:.1f} s. {f'{found[0].upper()}{found[1:]}' if found else 'Nothing wrong'}."]
    lines += [f"  {briefing} is {moment}" for briefing, moment in said.held_back.items()]
    return "\n".join(lines)


def _over(site: Path, budget: int) -> int:
    """1 where the site is too large to be published, after saying so."""
    weight = weigh(site).bytes
    if weight > budget * 1e6:
        click.echo(f"error: the site has {size(weight)}, more than the budget of {budget} MB: take large files out", err=True)
        return 1
    if weight > budget * 1e6 / 2:
        click.echo(f"warning: the site has {size(weight)}, more than half the budget of {budget} MB", err=True)
    return 0
