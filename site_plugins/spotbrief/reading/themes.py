"""Whether the theme that mkdocs.yml names is installed."""

from importlib.metadata import entry_points
from typing import Any

_GROUPS = ("mkdocs.themes", "properdocs.themes")


def theme_name(theme: Any) -> str:
    """The name of the theme, given alone or among its settings; empty for none."""
    return str((theme.get("name") if isinstance(theme, dict) else theme) or "")


def theme_missing(theme: Any) -> str:
    """How to get *theme*, as mkdocs.yml has it; empty where it is there."""
    name = theme_name(theme)
    if not name or any(entry_points(group=group, name=name) for group in _GROUPS):
        return ""
    how = 'pip install "spotbrief[material]"' if name == "material" else "install the package that it comes in"
    return f"the theme '{name}' is not installed: {how}, or write the name spotbrief"
