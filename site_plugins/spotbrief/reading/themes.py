"""The theme that mkdocs.yml names, and whether it is installed."""

from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from spotbrief.reading.places import Places
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose

_GROUPS = ("mkdocs.themes", "properdocs.themes")


def theme_missing(config: Path) -> str:
    """How to get the theme that *config* names, with its place; empty where it is there, or another file must be read for it."""
    try:
        tree = compose(decode(config.read_bytes()))
    except (OSError, Unreadable):
        return ""
    keys = {key.value: value for key, value in tree.value} if tree and isinstance(tree.value, list) else {}
    theme: Any = keys.get("theme")
    if theme is None:
        return ""
    of_mapping = isinstance(theme.value, list)
    pairs = {key.value: value.value for key, value in theme.value} if of_mapping else {"name": theme.value}
    name = pairs.get("name")
    if name in (None, "", "null", "~") or any(entry_points(group=group, name=str(name)) for group in _GROUPS):
        return ""
    line, column = Places(tree).line_column(("theme", "name") if of_mapping else ("theme",))
    how = 'pip install "spotbrief[material]"' if name == "material" else "install the package that it comes in"
    return f"{config.name}:{line}:{column}: the theme '{name}' is not installed: {how}, or write the name spotbrief"
