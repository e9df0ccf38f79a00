"""The plugin `actors`."""

from spotbrief_mkdocs.sections import Section


class ActorsPlugin(Section):
    """Gives the site its section `actors`."""

    section = "actors"
