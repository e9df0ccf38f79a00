"""Documents of office programs that cannot be published, since what is packed in them cannot be read, or is too much."""

from collections.abc import Iterator, Mapping

from spotbrief.exports.planned.published import file_at, published, suffix_of
from spotbrief.exports.site import Site
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.reading.media.clean import cleaned
from spotbrief.reading.media.office import SUFFIXES
from spotbrief.reading.media.refused import Refused


def documents(site: Site, content: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    """Why, at the file; *taken* are files below the folder of pages, *content*, by their addresses."""
    for path in published(site, content, taken, lambda path: suffix_of(path) in SUFFIXES):
        name = path.rpartition("/")[2]
        try:
            cleaned(file_at(site, path).read_bytes(), path)
        except Refused as refused:
            message, hint = f"'{name}' {refused.message}", refused.hint
            yield Problem(rule="broken-document", severity="error", where=Where(file=path), message=message, hint=hint, line=1, column=1)
        except OSError:  # said elsewhere
            continue
