"""What each thing leads to: by an id it names, by a link, and by a picture it shows."""

from collections.abc import Iterator, Mapping

from spotbrief.corpus.links import path_of
from spotbrief.corpus.references import references_of_briefing, references_of_prose, references_of_thing
from spotbrief.corpus.texts import Text, texts_of_briefing, texts_of_thing
from spotbrief.model.briefing import Briefing
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.prose import Prose
from spotbrief.reading.markdown import read_prose

Node = tuple[str, str]
"""A thing of the desk by kind and id; of an attachment, `attachments` and its path."""

Files = Mapping[str, Node]
"""What each file of the desk is."""


def ways_of_briefing(briefing: Briefing, files: Files) -> Iterator[Node]:
    """Everything that a briefing leads to."""
    yield from ((reference.kind, reference.id) for reference in references_of_briefing(briefing))
    yield from (("events", entry.id) for entry in briefing.timeline if entry.id)
    yield from _of_prose(briefing.body, briefing.origin.prose_file, files)
    yield from _of_texts(texts_of_briefing(briefing), briefing.origin.file, files)
    if briefing.image:
        yield from _of_address(briefing.image.src, briefing.origin.file, files)


def ways_of_thing(kind: str, thing: object, files: Files) -> Iterator[Node]:
    """Everything that a thing of the reference data, which is of *kind*, leads to."""
    yield from ((reference.kind, reference.id) for reference in references_of_thing(kind, thing))
    if not (origin := getattr(thing, "origin", None)):
        return
    yield from _of_texts(texts_of_thing(thing), origin.file, files)  # type: ignore[arg-type]  # kinds without texts give none
    if isinstance(body := getattr(thing, "body", None), Prose):
        yield from _of_prose(body, origin.prose_file, files)
    if image := getattr(thing, "image", None):
        yield from _of_address(image.src, origin.file, files)


def ways_of_page(page: OrdinaryPage, files: Files) -> Iterator[Node]:
    """Everything that an ordinary page leads to."""
    yield from ((reference.kind, reference.id) for reference in references_of_prose(page.body))
    yield from _of_prose(page.body, page.origin.file, files)


def _of_texts(texts: Iterator[Text], file: str, files: Files) -> Iterator[Node]:
    for _, text in texts:
        if "](" in text or "]:" in text:
            yield from _of_prose(read_prose(text), file, files)


def _of_prose(prose: Prose, file: str, files: Files) -> Iterator[Node]:
    for address in (*prose.links, *(src for src, _ in prose.images)):
        yield from _of_address(address, file, files)


def _of_address(address: str, file: str, files: Files) -> Iterator[Node]:
    if (path := path_of(address, file)) in files:
        yield files[path]
