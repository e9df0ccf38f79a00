"""Which of our plugins a site uses."""

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files


class NoOptions(Config):
    """A section has no options; MkDocs wants a class of its own all the same."""


class Section(BasePlugin[NoOptions]):
    """A part of the site; the plugin `briefings` makes its pages where this one is present."""

    section = ""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Say what is missing before anything is built."""
        if "briefings" not in sections(config):
            raise PluginError(f"The plugin '{self.section}' needs the plugin 'briefings': add it to plugins in mkdocs.yml.")


def sections(config: MkDocsConfig) -> frozenset[str]:
    """The sections of this site, by the plugins in mkdocs.yml."""
    found = (getattr(plugin, "section", "") for plugin in config.plugins.values())
    return frozenset(name for name in found if name)
