"""Pictures and documents beside the texts: published with what shows them, and only with it."""

from collections.abc import Iterable, Iterator

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.links import find_target
from spotbrief.corpus.texts import texts_of_briefing, with_body, with_image
from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.briefing import Briefing
from spotbrief.reading.markdown import read_prose
from spotbrief.views.prose import attachment_path


def outputs(edition: Edition) -> Iterator[Output]:
    """The files that public pages show, each below the address of the page; two of one address are the caller's to report."""
    corpus = edition.corpus
    published: dict[tuple[str, str], None] = {}
    for address, file in _shown(corpus):
        target = find_target(address, file, corpus)
        if target.to == "attachment":
            published[attachment_path(target.id, file, corpus), target.id] = None
    for path, source in sorted(published):
        yield one(path, (edition.root / source).read_bytes, owner=source)


def _shown(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for briefing in corpus.briefings.values():
        yield from ((address, briefing.origin.prose_file) for address in _named_in(briefing.body.images, briefing.body.links))
        yield from ((address, briefing.origin.file) for address in _of_fields(briefing))
    for thing in with_image(corpus.desk):
        if thing.image:
            yield thing.image.src, thing.origin.file
    for prosaic in with_body(corpus.desk):
        yield from ((address, prosaic.origin.file) for address in _named_in(prosaic.body.images, prosaic.body.links))


def _of_fields(briefing: Briefing) -> Iterator[str]:
    if briefing.image:
        yield briefing.image.src
    for _, text in texts_of_briefing(briefing):
        if "](" in text:
            prose = read_prose(text)
            yield from _named_in(prose.images, prose.links)


def _named_in(images: Iterable[tuple[str, str]], links: Iterable[str]) -> Iterator[str]:
    yield from (src for src, _ in images)
    yield from links
