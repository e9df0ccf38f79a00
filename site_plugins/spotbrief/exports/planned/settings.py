"""Settings that mean nothing, or cannot be meant for publication."""

from collections.abc import Iterator
from importlib.metadata import entry_points

from spotbrief.model.problem import Problem
from spotbrief.reading.fields import did_you_mean, nearest
from spotbrief.reading.settings import OPTIONS
from spotbrief.reading.site_address import own_machine
from spotbrief.reading.site_file import SiteFile, plugins_of

# fmt: off
KEYS = frozenset({
    "INHERIT", "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri", "edit_uri_template", "exclude_docs", "extra",
    "extra_css", "extra_javascript", "extra_templates", "google_analytics", "hooks", "markdown_extensions", "mdx_configs", "nav",
    "not_in_nav", "pages", "plugins", "remote_branch", "remote_name", "repo_name", "repo_url", "site_author", "site_description",
    "site_dir", "site_name", "site_url", "strict", "theme", "use_directory_urls", "validation", "watch",
})
# fmt: on
"""The keys of MkDocs 1.6."""

_UNNAMED = frozenset({"my docs", "my site", "site name", "title", "untitled", "todo", "changeme"})


def settings(file: SiteFile, *, preview: bool) -> Iterator[Problem]:
    """Keys, plugins, the name and the address of a site."""
    yield from _keys(file)
    yield from _plugins(file)
    if str(file.values.get("use_directory_urls", "true")).lower() in ("false", "no", "off"):
        message = "the addresses of the site end in a slash, and with this setting they would not"
        yield file.problem("setting", "error", ("use_directory_urls",), message, "take the line out")
    name = file.values.get("site_name")
    if name is not None and (not str(name).strip() or str(name).strip().casefold() in _UNNAMED):
        yield file.problem(
            "site-name", "warning", ("site_name",), f"the site has no name of its own: '{name}'", "write what readers call you"
        )
    url = str(file.values.get("site_url") or "")
    if url and not preview and own_machine(url):
        message = f"site_url '{url}' leads to the reader's own machine or network, and so would every link in feeds and calendars"
        yield file.problem("site-url", "warning", ("site_url",), message, "write the address that readers use, or take the line out")


def _keys(file: SiteFile) -> Iterator[Problem]:
    for key in file.values:
        if str(key) in OPTIONS:
            hint = "indent it below briefings, under plugins, with a colon after briefings"
            yield file.problem("unknown-setting", "warning", (str(key),), f"'{key}' is an option of the plugin 'briefings'", hint)
        elif key not in KEYS:
            yield file.problem(
                "unknown-setting", "warning", (str(key),), f"there is no setting '{key}'", did_you_mean(str(key), sorted(KEYS))
            )


def _plugins(file: SiteFile) -> Iterator[Problem]:
    points = entry_points()  # reads what every installed package says of itself
    installed = {point.name for group in ("mkdocs.plugins", "properdocs.plugins") for point in points.select(group=group)}
    theme = file.values.get("theme")
    theme = theme.get("name") if isinstance(theme, dict) else theme
    for name in plugins_of(file.values.get("plugins")):
        if name in ("search", "material/search") and theme != "spotbrief":
            message = f"'{name}' is the engine's search, which knows nothing of briefings"
            yield file.problem("setting", "warning", ("plugins", name), message, "write spotbrief/search")
        if name in OPTIONS:
            message = f"'{name}' is an option of the plugin 'briefings', and stands beside it"
            yield file.problem(
                "unknown-plugin", "error", ("plugins", name), message, f"write {name} without a hyphen, further to the right than briefings"
            )
        elif name not in installed and f"{theme}/{name}" not in installed:
            near = nearest(name, sorted(installed))
            hint = f"did you mean '{near}'?" if near else f"install it, or take it out: pip install mkdocs-{name}"
            yield file.problem("unknown-plugin", "error", ("plugins", name), f"there is no plugin '{name}' on this machine", hint)
