"""The Markdown twin of each briefing: the whole of it, for those who read without a browser."""

from functools import partial

from spotbrief.exports.media import MEDIA, Telling
from spotbrief.exports.output import Beside, Edition, one
from spotbrief.model.briefing import Briefing
from spotbrief.rendering.fragments import template_folders


def beside(edition: Edition) -> Beside:
    """`/briefings/<id>/index.md`."""
    telling = Telling(MEDIA["twin"], edition.corpus, template_folders(edition.root))
    step = edition.corpus.step
    return lambda briefing: [one(f"briefings/{step(briefing.id)}/index.md", partial(_file, telling, briefing))]


def _file(telling: Telling, briefing: Briefing) -> bytes:
    return telling.text(telling.view(briefing)).encode()
