"""What the history of a desk shows of its briefings."""

from datetime import datetime

from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.model.scale import Scale


@record
class Version:
    """What a commit left of a briefing."""

    commit: str
    """Empty for what is not committed."""
    when: datetime
    briefing: Briefing | None
    """None where it was gone."""


@record
class Life:
    """A briefing from its first commit on, under whatever names."""

    id: str
    """Its present id, or its last one."""
    versions: tuple[Version, ...]


@record
class Beside:
    """A briefing on a line of history that was merged: as the line found it, what the line made of it, and what became of that."""

    life: Life
    own: frozenset[str]
    """The commits of the line."""
    merged: str
    """The commit that merged it."""


@record
class Rescaled:
    """A commit after which a word stood for another band."""

    commit: str
    """Empty for what is not committed."""
    when: datetime
    file: str
    """The file that it changed, relative to the desk."""
    term: str
    was: str
    now: str
    """Empty where the scale has the word no more."""


@record
class Called:
    """A commit after which an author, a topic or a storyline had another name, or none."""

    kind: str
    id: str
    name: str
    """In all its languages; empty for what is gone."""
    file: str
    """Relative to the desk."""
    commit: str
    """Empty for what is not committed."""
    when: datetime


@record
class Past:
    """All briefings that there ever were."""

    lives: tuple[Life, ...]
    beside: tuple[Beside, ...] = ()
    main: frozenset[str] = frozenset()
    """The commits of the main line."""
    rescaled: tuple[Rescaled, ...] = ()
    called: tuple[Called, ...] = ()
    """What judgements are counted under, the oldest first."""
    scale: Scale | None = None
    """What words stand for by the latest commit; None where nothing is known."""
    commits: int = 0
    passed_over: int = 0
    """Texts in earlier commits that could not be read, and so never were in the site."""
    first: str = ""
    """The commit before which nothing can be known, where the clone is shallow."""
    remarks: tuple[str, ...] = ()
    """What else cannot be known, in sentences."""
