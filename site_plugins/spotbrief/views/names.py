"""Names as lists sort them, and as a picture of somebody who has none."""

from spotbrief.model.actor import Actor
from spotbrief.words.words import Words

MOST = 2
"""Letters that stand for a name."""


def sort_name(actor: Actor, words: Words) -> str:
    """The name of an actor as lists sort it: as its file says, else a person by the family name, and all others without an article."""
    return actor.sort_name or (words.family_first(actor.name) if actor.type == "person" else words.without_article(actor.name))


def initials(actor: Actor) -> str:
    """The letters that stand for an actor: the first of the first and of the last word, or a short name as it is."""
    parts = [part for part in actor.name.split() if part[:1].isupper() or part[:1].isdigit()] or [actor.name]
    if len(parts) == 1:
        return parts[0][:4] if parts[0].isupper() and len(parts[0]) <= 4 else parts[0][:1].upper()
    return "".join(part[:1] for part in (parts[0], parts[-1]))[:MOST]
