"""The plugin `exports`."""

from spotbrief_mkdocs.sections import Section


class ExportsPlugin(Section):
    """Gives the site its section `exports`."""

    section = "exports"
