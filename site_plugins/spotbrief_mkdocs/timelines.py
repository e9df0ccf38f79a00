"""The plugin `timelines`."""

from spotbrief_mkdocs.sections import Section


class TimelinesPlugin(Section):
    """Gives the site its section `timelines`."""

    section = "timelines"
