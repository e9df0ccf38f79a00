"""Names as lists sort them, and as a picture of somebody who has none."""

import unicodedata

from spotbrief.model.actor import Actor
from spotbrief.words.words import Words

MOST = 2
"""Letters that stand for a name."""

ACRONYM = range(2, 5)
"""How long a short name is that stands for itself."""


def sort_name(actor: Actor, words: Words) -> str:
    """The name of an actor as lists sort it: as its file says, else a person by the family name, and all others without an article."""
    return actor.sort_name or (words.family_first(actor.name) if actor.type == "person" else words.without_article(actor.name))


def initials(actor: Actor) -> str:
    """The letters that stand for an actor: its acronym, if it is no person; else the first of the first and of the last word."""
    if actor.type != "person" and (found := _acronym(actor)):
        return found
    parts = [part for part in actor.name.split() if part[:1].isupper() or part[:1].isdigit()] or [actor.name]
    if len(parts) == 1:
        return parts[0][:4] if parts[0].isupper() and len(parts[0]) <= 4 else parts[0][:1].upper()
    return "".join(part[:1] for part in (parts[0], parts[-1]))[:MOST]


def _acronym(actor: Actor) -> str:
    """The short name of an actor in the script of its name; of an organization else one in another script. Empty where it has none."""
    short = [name for name in (actor.name, *actor.other_names) if len(name) in ACRONYM and name.isalnum() and name.isupper()]
    alike = [name for name in short if _script(name) == _script(actor.name)]
    return next(iter(alike or (short if actor.type == "organization" else ())), "")


def _script(name: str) -> str:
    """In which script a name begins, such as LATIN."""
    return unicodedata.name(name[:1], "").partition(" ")[0]
