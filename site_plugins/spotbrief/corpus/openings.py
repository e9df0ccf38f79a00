"""When what is held back opens, and what has opened."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.translation import Translation


class Opening(NamedTuple):
    """A briefing and the moment from which readers may see it."""

    when: datetime
    briefing: Briefing


def openings(corpus: Corpus) -> list[Opening]:
    """Of all briefings that are no drafts, and of translations that are held back longer, the next opening first among those to come."""
    ready = [Opening(one.opens(), one) for one in corpus.desk.briefings if one.status in ("published", "withdrawn")]
    ready += [opening for one in corpus.desk.translations for opening in _of_translation(one)]
    return sorted(ready, key=lambda opening: (opening.when, opening.briefing.id))


def _of_translation(translation: Translation) -> Iterator[Opening]:
    """The opening of a translation that is done and held back by itself."""
    head, thing = translation.head, translation.thing
    if head and head.embargo and head.status == "published" and isinstance(thing, Briefing) and thing.status in ("published", "withdrawn"):
        yield Opening(max(head.embargo, thing.opens()), thing)
