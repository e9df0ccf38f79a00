"""When what is held back opens, and what has opened."""

from datetime import datetime
from typing import NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing


class Opening(NamedTuple):
    """A briefing and the moment from which readers may see it."""

    when: datetime
    briefing: Briefing


def openings(corpus: Corpus) -> list[Opening]:
    """Of all briefings that are no drafts, the next opening first among those to come."""
    ready = (one for one in corpus.desk.briefings if one.status in ("published", "withdrawn"))
    return sorted((Opening(one.opens(), one) for one in ready), key=lambda opening: (opening.when, opening.briefing.id))
