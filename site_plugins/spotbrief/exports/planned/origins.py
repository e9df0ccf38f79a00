"""Documents and films that are published as they are, and tell of who made them, where or with what."""

import os
from collections.abc import Iterator, Mapping

from spotbrief.exports.site import Site
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem, Severity
from spotbrief.reading.media.origins import FILM, TOLD, told

_OF_FILM = "take it out with: ffmpeg -i {name} -map_metadata -1 -c copy clean-{name}"
_OF_PDF = "take it out in the document's properties, and export it again; if it is meant for readers, say so in the text instead"


def origins(site: Site, content: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    """What they tell, at the file; *taken* are files below the folder of pages, *content*, by their addresses."""
    known = _known(site)
    for path in sorted(_published(site, content, taken)):
        suffix, name = _suffix(path), path.rpartition("/")[2]
        for found in told(site.root / site.corpus.desk.on_disk.get(path, path)):
            if found.author and found.author.casefold() in known:
                continue
            severity: Severity = "advice" if found.author else "warning"
            hint = _OF_FILM.format(name=name) if suffix in FILM else _OF_PDF
            message = f"'{name}' is published as it is, and tells of {found.words}"
            yield Problem(rule="private-notes", severity=severity, where=Where(file=path), message=message, hint=hint, line=1, column=1)


def _known(site: Site) -> set[str]:
    """Names that stand on the site as the desk's own, and are no secret."""
    desk = site.corpus.desk
    names = (site.corpus.settings.site_name, *(author.name for author in desk.authors), *(one.name for one in desk.trust if one.name))
    return {name.casefold() for name in names}


def _published(site: Site, content: str, taken: Mapping[str, str]) -> set[str]:
    """Files of the kinds that are looked into: of pages all, of briefings those that are shown."""
    of_pages = {f"{content}/{source}" for source in taken.values() if _suffix(source) in TOLD}
    beside = {path for path in site.corpus.desk.attachments if _suffix(path) in TOLD} - of_pages
    return of_pages | (beside & {owner for _, owner in site.claims()} if beside else beside)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()
