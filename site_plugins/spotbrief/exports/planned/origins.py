"""Documents, sound, films and raw photographs that are published as they are, and tell of who made them, where or with what."""

from collections.abc import Iterator, Mapping
from shlex import quote

from spotbrief.exports.planned.published import file_at, published, suffix_of
from spotbrief.exports.site import Site
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.reading.media.origins import FILM, OLD_OFFICE, RAW, SOUND, TOLD, told

_OTHERWISE = "if it is meant for readers, say so in the text instead"
_HINTS = {
    **dict.fromkeys(FILM | SOUND, "take it out with: ffmpeg -i {name} -map_metadata -1 -c copy clean-{name}"),
    **dict.fromkeys(OLD_OFFICE, f"save it as DOCX, XLSX or PPTX, which are published without names; {_OTHERWISE}"),
    **dict.fromkeys(RAW, "export it as a JPEG, which browsers show, and publish that"),
    ".pdf": f"take it out in the document's properties, and export it again; {_OTHERWISE}",
}


def origins(site: Site, content: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    """What they tell, at the file; *taken* are files below the folder of pages, *content*, by their addresses."""
    known = _known(site)
    for path in published(site, content, taken, lambda path: suffix_of(path) in TOLD):
        name = path.rpartition("/")[2]
        for note in told(file_at(site, path)):
            if not note.name or note.name.casefold() not in known:
                message = f"'{name}' is published as it is, and tells of {note.words}"
                hint = _HINTS[suffix_of(path)].format(name=quote(name))
                yield Problem(
                    rule="private-notes", severity=note.severity, where=Where(file=path), message=message, hint=hint, line=1, column=1
                )


def _known(site: Site) -> set[str]:
    """Names that stand on the site as the desk's own, and are no secret."""
    desk = site.corpus.desk
    names = (site.corpus.settings.site_name, *(author.name for author in desk.authors), *(one.name for one in desk.trust if one.name))
    return {name.casefold() for name in names}
