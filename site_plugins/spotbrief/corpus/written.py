"""Every text of a desk that refers to something, found in one pass."""

import posixpath
from collections.abc import Iterator

from spotbrief.corpus.corpus import Written
from spotbrief.corpus.texts import texts_of_briefing, texts_of_thing
from spotbrief.model.actor import Actor
from spotbrief.model.desk import REFERENCE_KINDS, Desk
from spotbrief.model.groups import Storyline
from spotbrief.model.prose import Prose
from spotbrief.reading.markdown import read_prose


def written(desk: Desk) -> Iterator[Written]:
    """All texts that hold a link, a picture, a mention or a tag; of ordinary pages, only what leads into the desk."""
    for briefing in desk.briefings:
        yield Written(prose=briefing.body, where=briefing.origin.prose(), file=briefing.origin.prose_file, of=("briefings", briefing.id))
        for pointer, text in texts_of_briefing(briefing):
            if _may_refer(text):
                yield Written(
                    prose=read_prose(text), where=briefing.origin.at(*pointer), file=briefing.origin.file, of=("briefings", briefing.id)
                )
    for kind in REFERENCE_KINDS:
        for thing in getattr(desk, kind):
            if isinstance(thing, Actor | Storyline):
                yield Written(prose=thing.body, where=thing.origin.prose(), file=thing.origin.file, of=(kind, thing.id))
            for pointer, text in texts_of_thing(thing):
                if _may_refer(text):
                    yield Written(prose=read_prose(text), where=thing.origin.at(*pointer), file=thing.origin.file, of=(kind, thing.id))
    for page in desk.pages:
        prose = _into_desk(page.body, page.origin.file, desk)
        yield Written(prose=prose, where=page.origin.prose(), file=page.origin.file, of=("pages", page.path))


def _may_refer(text: str) -> bool:
    return "[" in text or "<" in text or "://" in text


def _into_desk(prose: Prose, file: str, desk: Desk) -> Prose:
    """The engine checks the other links of an ordinary page."""
    return Prose(text=prose.text, cards=prose.cards, links=tuple(address for address in prose.links if _leads_in(address, file, desk)))


def _leads_in(address: str, file: str, desk: Desk) -> bool:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), address.partition("#")[0]))
    return ":" not in address and path.startswith((f"{desk.briefings_folder}/", ".."))
