"""A view -> the HTML of its template."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


@cache
def _names(kind: type[object]) -> tuple[str, ...]:
    return tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]  # every view is a dataclass


class Fragments:
    """Renders templates; what an editor typed is escaped, and never run as a template."""

    def __init__(self, folders: Sequence[Path]) -> None:
        loader = FileSystemLoader(folders)
        self._environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
        )

    def render(self, template: str, view: Any) -> Markup:
        """The HTML of *template*; the fields of *view* are all it may see."""
        kind: Any = type(view)
        values = {name: getattr(view, name) for name in _names(kind)}
        return Markup(self._environment.get_template(template).render(values))


def template_folders(root: Path) -> list[Path]:
    """Where templates are looked for: the site's own folder first, then the ones that come with the package."""
    package = Path(__file__).parents[1]
    return [root / "templates", package / "templates", package.parents[1] / "templates"]
