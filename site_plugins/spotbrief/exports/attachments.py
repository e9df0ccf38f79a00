"""Pictures and documents beside the texts: published with what shows them, and only with it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import find_target
from spotbrief.exports.copies import copies
from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.sorts import PICTURES
from spotbrief.reading.media.clean import clean_file
from spotbrief.views.attachments import attachment_path, copies_of, copy_of, pictures_of_pages


def outputs(edition: Edition) -> Iterator[Output]:
    """The files that public pages show, each below the address of the page; two of one address are the caller's to report."""
    corpus = edition.corpus
    published: dict[tuple[str, str], None] = {}
    for address, file in _shown(corpus):
        target = find_target(address, file, corpus)
        if target.to == "attachment":
            published[attachment_path(target.id, file, corpus), target.id] = None
    for path, source in sorted(published):
        yield one(path, partial(_published, edition.root, corpus.desk.on_disk.get(source, source)), owner=source, shared=True)
        yield from _copies(path, source, edition)
    for source in sorted(pictures_of_pages(corpus)):
        yield from _copies(source.removeprefix(f"{corpus.desk.content_folder}/"), source, edition)


def _copies(path: str, source: str, edition: Edition) -> Iterator[Output]:
    widths = copies_of(source, edition.corpus)
    if widths:
        yield Output(
            paths=tuple(copy_of(path, width) for width in widths),
            make=partial(copies, edition.root, edition.corpus.desk.on_disk.get(source, source), widths),
            owner=source,
            shared=True,
        )


def _published(root: Path, source: str) -> bytes:
    data = clean_file(root / source, source)
    return (root / source).read_bytes() if data is None else data


def _shown(corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield from ((picture.src, thing.origin.file) for thing, _, picture, _ in corpus.desk.fields(PICTURES))
    for text in corpus.written:
        if text.of[0] != "pages":  # the engine publishes what ordinary pages show
            yield from ((address, text.file) for address in (*(src for src, _ in text.prose.images), *text.prose.links))
