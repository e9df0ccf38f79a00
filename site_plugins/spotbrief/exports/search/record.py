"""What can be found, one record each: its words, what a result shows, and what it can be filtered by."""

from collections.abc import Mapping
from typing import get_args

from spotbrief.model.actor import ActorType
from spotbrief.model.kinds import KINDS, SEARCH
from spotbrief.model.record import record
from spotbrief.words import labels

FACETS = {
    "kind": "Kind",
    "topic": "Topic",
    "region": "Region",
    "actor": "Actor",
    "author": "Author",
    "year": "Year",
    "likelihood": "Likelihood",
}
"""What results can be filtered by, and how it is called."""

SEARCHED = {name: kind.one for name, kind in KINDS.items() if SEARCH in kind.has}
"""The kinds of things with names, actors apart, and what the search calls one."""

RESULTS = {
    **labels.KIND,
    **{type: labels.ACTOR[type] for type in get_args(ActorType)},
    **{one: KINDS[name].label for name, one in SEARCHED.items()},
    "judgement": "Judgement",
    "event": "Event",
}
"""What a result of each kind is called."""


@record
class Finding:
    """One thing that can be found."""

    kind: str
    path: str
    """Its address below the site's root."""
    title: str
    when: str = ""
    """A date in words."""
    note: str = ""
    """What else a result says in one line."""
    lead: str = ""
    """What it says first: shown with a result."""
    names: tuple[str, ...] = ()
    """What else it is called."""
    text: str = ""
    """What else it says: found, not shown."""
    facets: Mapping[str, tuple[str, ...]]

    @property
    def shown(self) -> list[str]:
        """What search.js shows of it."""
        called = ", ".join(self.names)
        return [self.kind, self.path, self.title, self.when, self.note or called, self.lead]
