"""`spotbrief translate`."""

from pathlib import Path, PurePosixPath

import click

from spotbrief.cli.editing import finding
from spotbrief.cli.editing.asking import is_terminal
from spotbrief.cli.editing.changes import Change, Field
from spotbrief.cli.editing.text_file import TextFile
from spotbrief.cli.editing.translation import form, missing, prints
from spotbrief.cli.editing.writing import dry_run_option, write, write_beside
from spotbrief.cli.settings import config_option
from spotbrief.corpus.behind import behind
from spotbrief.model.briefing import Briefing
from spotbrief.model.countries import spoken_in
from spotbrief.model.settings import Settings, SiteLanguage
from spotbrief.model.texts import texts_of
from spotbrief.model.translation import Translation
from spotbrief.reading.fields import did_you_mean
from spotbrief.reading.languages import of_country

ALL = "all"


@click.command()
@click.argument("briefing", metavar="ID")
@click.argument("language")
@config_option
@click.option(
    "--confirm",
    multiple=True,
    metavar="TEXT",
    help="A text whose translation stands, though the original was changed since, such as key_takeaways.ceasefire.text; or all.",
)
@dry_run_option
def translate(briefing: str, language: str, config: Path, confirm: tuple[str, ...], dry_run: bool) -> None:
    """Write a translation as a draft, with the texts of the original to replace, or bring an old one up to date.

    ID is the id of the briefing, LANGUAGE the code of one of the languages of the desk. What a translation says stays as it is: texts that
    are new in the original are added to it. Of texts that were changed in the original, it is asked at a terminal whether the translation
    stands.
    """
    corpus = finding.linked(config)
    spoken, of = _language(corpus.settings, language), finding.briefing(corpus, briefing)
    if (of.language or corpus.settings.tags[0]) == spoken.tag:
        raise click.ClickException(f"{of.origin.file} is in that language")
    root = config.resolve().parent
    known = next((one for one in corpus.desk.translations if (one.kind, one.id, one.language) == ("briefings", of.id, spoken.tag)), None)
    if known and known.head:
        _bring_up_to_date(root, of, known, confirm, dry_run=dry_run)
        return
    path = f"{PurePosixPath(of.origin.file).with_suffix('')}.{spoken.tag}.md"
    write_beside(root, TextFile(path, form(of, spoken.name).encode()), {}, dry_run=dry_run)


def _language(settings: Settings, typed: str) -> SiteLanguage:
    known = {one.tag: one for one in settings.languages}
    if not known:
        example = "languages: {en: English, uk: Українська}"
        raise click.ClickException(f"this desk has one language: name several in mkdocs.yml, such as {example}")
    if typed not in known:
        meant = f"{of_country(typed)}: write {spoken_in(typed)}" if spoken_in(typed) in known else did_you_mean(typed, known)
        raise click.ClickException(f"'{typed}' is no language of this desk: {meant}")
    return known[typed]


def _bring_up_to_date(root: Path, of: Briefing, known: Translation, confirmed: tuple[str, ...], *, dry_run: bool) -> None:
    file = known.head.origin.file if known.head else ""
    added, stale = missing(of, known), behind(known, of)
    stands = [name for name, at in stale.items() if at is not None and _stands(name, of, known, confirmed)]
    changes = [*added, *_printed(of, known, stands)]
    if changes:
        write(root, {file: changes}, (file, ()), dry_run=dry_run)
    for name, at in stale.items():
        if at is None:
            click.echo(f"the original has no '{name}' any more: take it out of {file}")
        elif name not in stands:
            click.echo(f"still behind: {name}; mend it, and say --confirm {name}")
    if not changes:
        click.echo(f"{file} has every text of its original; nothing was written")


def _stands(name: str, of: Briefing, known: Translation, confirmed: tuple[str, ...]) -> bool:
    if confirmed or not is_terminal():
        return name in confirmed or ALL in confirmed
    at = behind(known, of)[name] or ()
    click.echo(f"{name}\n  original:    {texts_of(of)[at]}\n  translation: {texts_of(known.thing).get(at, '')}")
    return click.confirm("Does the translation say what the original says today?", default=False)


def _printed(of: Briefing, known: Translation, stands: list[str]) -> list[Change]:
    """The fingerprints that are new, or that stand now."""
    said = (known.head.translated_from if known.head else None) or {}
    every = prints(of, [at for at in texts_of(of) if at in known.places] + [at for at in texts_of(of) if at not in known.places])
    new = {name: digest for name, digest in every.items() if name not in said or name in stands}
    if not said:
        return [Field((), "translated_from", new)] if new else []
    return [Field(("translated_from",), name, digest) for name, digest in new.items()]
