"""Each briefing in the media that have a file for it beside its page."""

from functools import partial

from spotbrief.exports.media import MEDIA, Telling
from spotbrief.exports.output import Beside, Edition, one
from spotbrief.model.briefing import Briefing
from spotbrief.rendering.fragments import template_folders


def beside(edition: Edition) -> Beside:
    """`/briefings/<id>/index.md` and the like."""
    folders, step = template_folders(edition.root), edition.corpus.step
    tellings = [(medium.beside, Telling(medium, edition.corpus, folders)) for medium in MEDIA.values() if medium.beside]
    return lambda briefing: (one(f"briefings/{step(briefing.id)}/{name}", partial(_file, telling, briefing)) for name, telling in tellings)


def _file(telling: Telling, briefing: Briefing) -> bytes:
    return telling.text(telling.view(briefing)).encode()
