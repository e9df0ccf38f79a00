"""`spotbrief new desk`: from nothing, or from the sample, to a desk of one's own."""

import re
import shutil
import sys
from pathlib import Path

import click

from spotbrief.checks.examine import examine
from spotbrief.cli.formats import text
from spotbrief.cli.git import git, in_repository, remote
from spotbrief.cli.new.sample import PAGES, clear, rename
from spotbrief.cli.schema import write_schemas
from spotbrief.cli.settings import config_option, settings_of
from spotbrief.cli.starter.answers import RECORD, Answers, Begun, write_record
from spotbrief.cli.starter.files import digest, files_of, kept_up
from spotbrief.cli.starter.package import source_of_this
from spotbrief.cli.starter.sample import texts_of_sample
from spotbrief.reading.forms import filled
from spotbrief.reading.languages import catalogues
from spotbrief.reading.settings import SCALES, scale_named
from spotbrief.reading.settings_error import SettingsError
from spotbrief.reading.site_address import wrong_address
from spotbrief.reading.timezones import timezone_named

_REPOSITORY = re.compile(r"(?:https?|ssh)://[^\s/]+/\S+|[^\s/:@]+@[^\s/:]+:\S+")

_NEXT = """\
The desk is ready. Say what it is in content/index.md, about.md and trust.yml, then: spotbrief new "A first title", and spotbrief serve.
Commit, and push to the branch main of a repository on GitHub whose Settings, Pages, have the source GitHub Actions: it is published.
README.md has the steps for your editors."""

_NEXT_OF_SAMPLE = """\
The sample desk is here: look at it with spotbrief serve, change any text and look again; README.md says what is a sample in it.
A desk of your own begins in another, empty folder, by the same command without --sample."""


@click.command()
@click.argument("name")
@config_option
@click.option(
    "--language",
    default="",
    help="Of what pages say beside its texts: en, uk or de; several as uk,en, the first at the root; en if nothing is said.",
)
@click.option("--timezone", help="Of every date and hour that names none, such as Europe/Kyiv.")
@click.option("--address", help="Where readers will find the site, such as https://desk.example.org/; otherwise GitHub Pages says it.")
@click.option("--repository", help="Where its texts will be, such as https://github.com/name/desk.")
@click.option("--scale", type=click.Choice(sorted(SCALES)), default="icd203", show_default=True, help="The terms of likelihood.")
@click.option(
    "--from", "source", default="", help="Where workflows install Spotbrief from: git+https://…@v1.2.0, or the address of a wheel."
)
@click.option("--sample", is_flag=True, help="Bring the sample desk along, to see a full site: its texts, with its languages and timezone.")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing.")
def desk(
    name: str,
    config: Path,
    language: str,
    timezone: str | None,
    address: str | None,
    repository: str | None,
    scale: str,
    source: str,
    sample: bool,
    yes: bool,
) -> None:
    """Begin a desk of your own.

    In a folder without settings it writes a whole desk: settings, first pages, a model of each kind of briefing, workflows that check and
    publish, and the settings of editors. No file is ever overwritten. In a copy of this repository it takes the sample's texts out, and
    keeps the rest; what git could not bring back is never touched.
    """
    root = config.resolve().parent
    if (root / RECORD).exists():
        raise click.ClickException("this is a desk already: spotbrief upgrade brings what it began with up to date")
    if sample:
        _refuse_for_sample(config, chosen=bool(language or timezone or scale != "icd203"))
    elif config.exists():
        _from_sample(root, config, name, yes=yes)
        return
    ask = not yes and sys.stdin.isatty()
    if not ask and not yes:
        click.echo("There is no terminal, so nothing is asked. What no option says is as usual: language en, timezone UTC.")
    answers = Answers(
        name=name,
        language=language or _language(root, ask=ask and not sample),
        source=source or source_of_this(),
        timezone=_timezone(timezone, ask=ask and not sample),
        repository=(repository := _repository(root, repository, ask=ask)),
        address=_address(address, repository, ask=ask),
        scale=scale,
        texts="sample" if sample else "",
    )
    _begin(root, config, answers)


def _begin(root: Path, config: Path, answers: Answers) -> None:
    """Write a whole desk, with what pages and editors need."""
    root.mkdir(parents=True, exist_ok=True)
    files = _files(answers, root)
    if config.name != "mkdocs.yml":
        files[config.name] = files.pop("mkdocs.yml")
    whole: dict[str, str | bytes] = {**(dict(texts_of_sample()) if answers.texts else {}), **files}
    left = {path for path, said in whole.items() if not _write(root / path, said)}
    kept = {path: digest(said) for path, said in kept_up(files).items() if path not in left}
    write_record(root, Begun(answers=answers, files=kept))
    if shutil.which("git") and not in_repository(root):
        git(root, "init", "--quiet", "--initial-branch=main")
    _say_problems(config)
    write_schemas(config, root / ".vscode/schemas")
    for path in sorted(left):
        click.echo(f"left alone: {path}")
    click.echo(_NEXT_OF_SAMPLE if answers.texts else _NEXT)


def _refuse_for_sample(config: Path, *, chosen: bool) -> None:
    """Raise where there is a desk, and where something was *chosen* that the sample has of its own."""
    if config.exists():
        raise click.ClickException(f"there is {config.name} already: --sample begins in an empty folder")
    if chosen:
        raise click.UsageError("the sample has its own language, timezone and scale: leave --language, --timezone and --scale out")


def _files(answers: Answers, root: Path) -> dict[str, str]:
    """What is written. Raises BadParameter for a language that nobody has said anything in."""
    try:
        return files_of(answers, scale_named(answers.scale, root), root)
    except SettingsError as error:
        raise click.BadParameter(str(error), param_hint="--language") from None


def _from_sample(root: Path, config: Path, name: str, *, yes: bool) -> None:
    clear(root, settings_of(config)[1], config.name, yes=yes)
    rename(config, name)
    _, folders = settings_of(config)
    for page in PAGES:
        _write(root / folders.content / page, filled(f"desk/content/{page}", {"name": name}, said=str))
    _write(root / folders.content / "trust.yml", filled("trust.yml", {"name": name}))
    _write(root / folders.briefings / "README.md", filled("desk/briefings/README.md", {}))
    _say_problems(config)
    click.echo(f"The desk is ready. Say what it is in {folders.content}/index.md, about.md and trust.yml, set its timezone")
    click.echo(f'in {config.name}, then: spotbrief new "A first title", and spotbrief serve.')


def _language(root: Path, *, ask: bool) -> str:
    """The language that is answered; asked for again while nobody has said anything in it."""

    def known(typed: str) -> str:
        try:
            for tag in typed.split(","):
                catalogues(tag.strip(), root)
        except SettingsError as error:
            raise click.UsageError(str(error)) from None
        return typed

    return str(click.prompt("Language of its pages: en, uk, de, or several as uk,en", default="en", value_proc=known)) if ask else "en"


def _timezone(given: str | None, *, ask: bool) -> str:
    """The timezone that was given, or is answered until it exists. Raises BadParameter for one that was given and does not exist."""

    def known(typed: str) -> str:
        try:
            timezone_named(typed)
        except SettingsError as error:
            raise click.BadParameter(str(error), param_hint="--timezone") from None
        return typed

    if given or not ask:
        return known(given or "UTC")
    return str(click.prompt("Timezone of the desk, such as Europe/Kyiv", default="UTC", value_proc=known))


def _repository(root: Path, given: str | None, *, ask: bool) -> str:
    """The address of the repository: as given, or as git knows it."""
    known = remote(root)

    def right(typed: str) -> str:
        if (address := typed.strip()) and not _REPOSITORY.fullmatch(address):
            raise click.BadParameter(
                f"'{address}' is no address of a repository, such as https://github.com/name/desk", param_hint="--repository"
            )
        return address

    if given is None and ask:
        question = "Address of its repository, such as https://github.com/name/desk (may wait)"
        given = click.prompt(question, default=known, show_default=bool(known), value_proc=right)
    return (known if given is None else right(given)).removesuffix(".git").rstrip("/")


def _address(given: str | None, repository: str, *, ask: bool) -> str:
    """The address of the site: as given, as answered, or where GitHub Pages would publish the *repository*.

    Raises BadParameter for what was given and is none; an answer is asked for again.
    """

    def right(typed: str) -> str:
        if (address := typed.strip()) and (wrong := wrong_address(address)):
            raise click.BadParameter("; ".join(wrong), param_hint="--address")
        return address

    address = usual = _pages(repository)
    if given is not None:
        address = right(given)
    elif ask:
        address = click.prompt("Address of the site (may wait)", default=usual, show_default=bool(usual), value_proc=right)
    return address if not address or address.endswith("/") else f"{address}/"


def _pages(repository: str) -> str:
    host, _, path = repository.partition("https://github.com/")
    owner, _, name = path.partition("/")
    if host or not owner or not name or "/" in name:
        return ""
    site = f"https://{owner.lower()}.github.io/"
    return site if f"{owner.lower()}.github.io" == name.lower() else f"{site}{name}/"


def _write(path: Path, said: str | bytes) -> bool:
    """Write a file where there is none, and say whether it was."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(said.encode() if isinstance(said, str) else said)
    return True


def _say_problems(config: Path) -> None:
    settings, folders = settings_of(config)
    for problem in examine(config.resolve().parent, settings, folders).problems:
        click.echo(text.coloured(problem))
