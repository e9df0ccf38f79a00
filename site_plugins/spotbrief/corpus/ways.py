"""What each thing leads to: by an id it names, by a link, and by a picture it shows."""

from collections.abc import Iterator, Mapping

from spotbrief.corpus.links import path_of
from spotbrief.corpus.own_address import path_on_site
from spotbrief.corpus.references import references_of_briefing, references_of_prose, references_of_thing
from spotbrief.corpus.texts import Text, texts_of_briefing, texts_of_thing
from spotbrief.model.briefing import Briefing
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.reading.markdown import read_prose

Node = tuple[str, str]
"""A thing of the desk by kind and id; of an attachment, `attachments` and its path."""


@record
class Places:
    """By what addresses lead into the desk: what each file is, the site's own address, and what former ids are called now."""

    files: Mapping[str, Node]
    site_url: str
    former: Mapping[Node, str]

    def node(self, address: str, file: str) -> Node | None:
        """What *address*, typed in *file*, leads to; None for what is not of the desk."""
        path = path_on_site(address, self.site_url)
        if path is None:
            return self.files.get(path_of(address, file))
        kind, _, rest = path.partition("/")
        kind, id = "storylines" if kind == "timelines" else kind, rest.partition("/")[0]
        return kind, self.former.get((kind, id), id)


def ways_of_briefing(briefing: Briefing, places: Places) -> Iterator[Node]:
    """Everything that a briefing leads to."""
    yield from ((reference.kind, reference.id) for reference in references_of_briefing(briefing))
    yield from (("events", entry.id) for entry in briefing.timeline if entry.id)
    yield from _of_prose(briefing.body, briefing.origin.prose_file, places)
    yield from _of_texts(texts_of_briefing(briefing), briefing.origin.file, places)
    for told in (*briefing.sources, briefing.public_event):
        yield from _of_urls(told, briefing.origin.file, places)
    if briefing.image:
        yield from _of_address(briefing.image.src, briefing.origin.file, places)


def ways_of_thing(kind: str, thing: object, places: Places) -> Iterator[Node]:
    """Everything that a thing of the reference data, which is of *kind*, leads to."""
    yield from ((reference.kind, reference.id) for reference in references_of_thing(kind, thing))
    if not (origin := getattr(thing, "origin", None)):
        return
    yield from _of_texts(texts_of_thing(thing), origin.file, places)  # type: ignore[arg-type]  # kinds without texts give none
    if isinstance(body := getattr(thing, "body", None), Prose):
        yield from _of_prose(body, origin.prose_file, places)
    yield from _of_urls(thing, origin.file, places)
    if image := getattr(thing, "image", None):
        yield from _of_address(image.src, origin.file, places)


def ways_of_page(page: OrdinaryPage, places: Places) -> Iterator[Node]:
    """Everything that an ordinary page leads to."""
    yield from ((reference.kind, reference.id) for reference in references_of_prose(page.body))
    yield from _of_prose(page.body, page.origin.file, places)


def _of_texts(texts: Iterator[Text], file: str, places: Places) -> Iterator[Node]:
    for _, text in texts:
        if "](" in text or "]:" in text or "://" in text:
            yield from _of_prose(read_prose(text), file, places)


def _of_prose(prose: Prose, file: str, places: Places) -> Iterator[Node]:
    for address in (*prose.links, *(src for src, _ in prose.images)):
        yield from _of_address(address, file, places)


def _of_urls(thing: object, file: str, places: Places) -> Iterator[Node]:
    for name in ("url", "archive_url"):
        if url := getattr(thing, name, None):
            yield from _of_address(url, file, places)


def _of_address(address: str, file: str, places: Places) -> Iterator[Node]:
    if node := places.node(address, file):
        yield node
