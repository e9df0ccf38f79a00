"""The plugin `outlook`."""

from spotbrief_mkdocs.sections import Section


class OutlookPlugin(Section):
    """Gives the site its section `outlook`."""

    section = "outlook"
