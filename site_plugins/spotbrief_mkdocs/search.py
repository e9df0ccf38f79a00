"""The plugin `spotbrief/search`: MkDocs and the theme have a `search` of their own, which knows nothing of our pages."""

from spotbrief_mkdocs.sections import Section


class SearchPlugin(Section):
    """Gives the site its section `search`."""

    section = "search"
