"""A view -> the text of its template."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from spotbrief.rendering.jinja import Compiled, Templates


@cache
def _names(kind: type[object]) -> tuple[str, ...]:
    return tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]  # every view is a dataclass


class Fragments:
    """Renders templates; what an editor typed is escaped, and never run as a template."""

    def __init__(self, folders: Sequence[Path], compiled: Compiled | None = None, text: type[Markup] = Markup) -> None:
        self._environment = Templates(folders, compiled, text)

    def render(self, template: str, view: Any) -> Markup:
        """The text of *template*, in HTML or in what the fragments are made for; the fields of *view* are all it may see."""
        kind: Any = type(view)
        values = {name: getattr(view, name) for name in _names(kind)}
        return self._environment.text(self._environment.get_template(template).render(values))


def template_folders(root: Path) -> list[Path]:
    """Where templates are looked for: the site's own folder first, then the ones that come with the package."""
    package = Path(__file__).parents[1]
    return [root / "templates", package / "templates", package.parents[1] / "templates"]
