"""Published files that are too large for readers on the move, or for a push."""

from collections.abc import Iterator, Mapping
from shlex import quote

from pathspec import GitIgnoreSpec

from spotbrief.exports.planned.published import file_at, published, suffix_of
from spotbrief.exports.site import Site
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem, Severity
from spotbrief.reading.media.origins import FILM

_HEAVY, _REFUSED = 25_000_000, 100 * 2**20
_ELSEWHERE = "publish it where large files are kept, such as the releases of the repository, and link to it there"
_SMALLER = "make it smaller, or split it"
_NARROWER = "make it smaller with: ffmpeg -i {name} -vf scale=-2:720 -crf 28 small-{name}"
_MOVING = FILM - {".m4a"}


def heavy(site: Site, content: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    """Each at the file, with its size; *taken* are files below the folder of pages, *content*, by their addresses."""
    for path in published(site, content, taken, lambda path: _size(site, path) > (_REFUSED if _is_picture(site, path) else _HEAVY)):
        size, name = _size(site, path), path.rpartition("/")[2]
        is_refused = size > _REFUSED and not _is_in_lfs(site, path)
        severity: Severity = "error" if is_refused else "advice"
        why = f"{size / 2**20:,.1f} MiB: GitHub refuses a push with a file over 100 MiB" if is_refused else f"{size / 1_000_000:,.1f} MB"
        smaller = _NARROWER.format(name=quote(name)) if suffix_of(path) in _MOVING else _SMALLER
        hint = f"{smaller}; or {_ELSEWHERE}"
        yield Problem(
            rule="heavy-file", severity=severity, where=Where(file=path), message=f"'{name}' has {why}", hint=hint, line=1, column=1
        )


def _is_picture(site: Site, path: str) -> bool:
    """Whether `heavy-picture` speaks of it, where it is shown."""
    return path in site.corpus.desk.pictures


def _size(site: Site, path: str) -> int:
    if picture := site.corpus.desk.pictures.get(path):
        return picture.bytes
    try:
        return file_at(site, path).stat().st_size
    except OSError:  # said elsewhere
        return 0


def _is_in_lfs(site: Site, path: str) -> bool:
    """Whether Git keeps the file elsewhere, and pushes a note in its place."""
    try:
        lines = (site.root / ".gitattributes").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    return GitIgnoreSpec.from_lines(line.split()[0] for line in lines if "filter=lfs" in line.split()).match_file(path)
