"""Every text of a desk that refers to something, found in one pass."""

import posixpath
from collections.abc import Iterator

from spotbrief.corpus.corpus import Written
from spotbrief.corpus.texts import texts_of_briefing, texts_of_thing, with_body
from spotbrief.model.desk import REFERENCE_KINDS, Desk
from spotbrief.model.prose import Prose
from spotbrief.model.settings import Settings
from spotbrief.reading.markdown import read_prose


def written(desk: Desk, settings: Settings) -> Iterator[Written]:
    """All texts that hold a link, a picture, a mention or a tag; of ordinary pages, only what leads into the desk."""
    for briefing in desk.briefings:
        public = briefing.is_public(settings.now)
        yield Written(prose=briefing.body, where=briefing.origin.prose(), file=briefing.origin.prose_file, public=public)
        for pointer, text in texts_of_briefing(briefing):
            if _may_refer(text):
                yield Written(prose=read_prose(text), where=briefing.origin.at(*pointer), file=briefing.origin.file, public=public)
    for prosaic in with_body(desk):
        yield Written(prose=prosaic.body, where=prosaic.origin.prose(), file=prosaic.origin.file, public=True)
    for kind in REFERENCE_KINDS:
        for thing in getattr(desk, kind):
            for pointer, text in texts_of_thing(thing):
                if _may_refer(text):
                    yield Written(prose=read_prose(text), where=thing.origin.at(*pointer), file=thing.origin.file, public=True)
    for page in desk.pages:
        prose = _into_desk(page.body, page.origin.file, desk)
        yield Written(prose=prose, where=page.origin.prose(), file=page.origin.file, public=True)


def _may_refer(text: str) -> bool:
    return "[" in text or "<" in text or "://" in text


def _into_desk(prose: Prose, file: str, desk: Desk) -> Prose:
    """The engine checks the other links of an ordinary page."""
    return Prose(text=prose.text, cards=prose.cards, links=tuple(address for address in prose.links if _leads_in(address, file, desk)))


def _leads_in(address: str, file: str, desk: Desk) -> bool:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), address.partition("#")[0]))
    return ":" not in address and path.startswith((f"{desk.briefings_folder}/", ".."))
