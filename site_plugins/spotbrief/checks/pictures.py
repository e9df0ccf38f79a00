"""The files of pictures and documents are whole, light, and say nothing of who made them that cannot be taken out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import ceil

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import find_target
from spotbrief.model.origin import Where
from spotbrief.model.picture import HEAVY, LEGIBLE, PHONE
from spotbrief.model.sorts import PICTURES

WIDE = 4000
"""Pixels across, or down, that no screen shows."""


@rule("broken-picture", "error")
def broken_picture(corpus: Corpus) -> Iterator[Finding]:
    """The files of pictures are whole, and of the kind that their names say."""
    broken = {path: file for path, file in corpus.desk.pictures.items() if file.fault}
    places = _places(corpus) if broken else {}
    for path, file in broken.items():
        name = path.rpartition("/")[2]
        at_itself = [Where(file=path)] if path.startswith(f"{corpus.desk.content_folder}/") else []  # the engine publishes all of them
        for where in places.get(path, at_itself):
            yield where, f"the picture '{name}' {file.fault}", file.mend


@rule("heavy-picture", "advice")
def heavy_picture(corpus: Corpus) -> Iterator[Finding]:
    """A picture is not larger than a megabyte, nor than 4,000 pixels across."""
    heavy = {
        p: f for p, f in corpus.desk.pictures.items() if not f.fault and (f.bytes > HEAVY or (f.is_photo and max(f.width, f.height) > WIDE))
    }
    places = _places(corpus) if heavy else {}
    for path, file in heavy.items():
        for where in places.get(path, [])[:1]:
            size = f"{file.width:,} x {file.height:,} pixels" if file.width else ""
            weight = f"{file.bytes / 1_000_000:.1f} MB" if file.bytes > HEAVY else ""
            yield (
                where,
                f"the picture '{path.rpartition('/')[2]}' has {' and '.join(filter(None, (size, weight)))}",
                "2,000 pixels across are plenty: make it smaller, and save photographs as JPEG",
            )


@rule("small-letters", "advice")
def small_letters(corpus: Corpus) -> Iterator[Finding]:
    """The letters of a drawing (SVG) are 11 pixels or more on a phone, where it is 324 pixels wide."""
    small = {path: file.letters for path, file in corpus.desk.pictures.items() if file.letters and file.letters.size < LEGIBLE}
    places = _places(corpus) if small else {}
    for path, letters in small.items():
        for where in places.get(path, [])[:1]:
            enough = ceil(LEGIBLE * letters.width / PHONE)
            yield (
                where,
                f"the letters of the picture '{path.rpartition('/')[2]}' are {letters.size:.1f} pixels on a phone: "
                f"'{letters.text[:40]}' in its line {letters.line}",
                f"draw it narrower, or its letters larger: {enough} at least where a drawing is {letters.width:,} wide",
            )


def _places(corpus: Corpus) -> Mapping[str, list[Where]]:
    """Where each picture is shown, or linked to."""
    found: dict[str, list[Where]] = defaultdict(list)
    for address, where in _shown(corpus):
        target = find_target(address, where.file, corpus)
        if target.to == "attachment":
            found[target.id].append(where)
    return found


def _shown(corpus: Corpus) -> Iterator[tuple[str, Where]]:
    yield from ((picture.src, thing.origin.at(*at, "src")) for thing, at, picture, _ in corpus.desk.fields(PICTURES))
    for page in corpus.desk.pages:
        for src, _ in page.body.images:
            yield src, Where(file=page.origin.file, target=src)
    for text in corpus.written:
        for address in (*(src for src, _ in text.prose.images), *text.prose.links):
            yield address, text.where if text.where.pointer else Where(file=text.where.file, target=address)
