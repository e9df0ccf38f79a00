"""A view -> the text of its template."""

import traceback
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, UndefinedError
from markupsafe import Markup

from spotbrief.parallel import Plain
from spotbrief.rendering.jinja import Templates, unhurried
from spotbrief.words.words import Words


class BrokenTemplate(Plain):
    """A template of the desk's own that cannot be used, in a sentence with its file and line."""


@cache
def _names(kind: type[object]) -> tuple[str, ...]:
    return tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]  # every view is a dataclass


class Fragments:
    """Renders templates; what an editor typed is escaped, and never run as a template. *finish* sets what comes of them."""

    def __init__(self, folders: Sequence[Path], words: Words, text: type[Markup] = Markup, finish: Callable[[str], str] = str) -> None:
        self._folders, self._words, self._text, self._finish = folders, words, text, finish
        self._environment = Templates(folders, words, text)
        self._unhurried: Environment | None = None

    def render(self, template: str, view: Any) -> Markup:
        """The text of *template*, in HTML or in what the fragments are made for; the fields of *view* are all it may see."""
        kind: Any = type(view)
        values = {name: getattr(view, name) for name in _names(kind)}
        try:
            return self._text(self._finish(self._environment.get_template(template).render(values)))
        except (AttributeError, TypeError, TemplateError):  # quick ways know neither `is defined` nor dictionaries
            return self._as_jinja_does(template, values)

    def asked(self, template: str, names: frozenset[str]) -> frozenset[str]:
        """Those of *names* that a template, or one that it takes in, may ask for: all where that cannot be told."""
        try:
            stand, taken_in = self._environment.names(template)
            within = [self.asked(other, names) if other else names for other in taken_in]
        except (TemplateError, RecursionError):
            return names
        return names.intersection(chain(stand, *within))

    def _as_jinja_does(self, template: str, values: dict[str, Any]) -> Markup:
        self._unhurried = self._unhurried or unhurried(self._folders, self._words, self._text)
        try:
            return self._text(self._finish(self._unhurried.get_template(template).render(values)))
        except (ArithmeticError, LookupError, TemplateError, TypeError, ValueError) as error:
            if not (said := self._said(error, template, list(values))):
                raise
            raise BrokenTemplate(said) from None

    def _said(self, error: Exception, template: str, names: list[str]) -> str:
        """What is wrong, where; nothing where the template is none of the desk's."""
        own = self._folders[0]
        places = [(Path(frame.filename), frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
        ours = [(path, line) for path, line in places if path.is_relative_to(own) and path.suffix != ".py"]
        if not ours:
            return ""
        path, line = ours[-1]
        mend = f"this page has {', '.join(sorted(names))}; ask {{% if … is defined %}} before you use another name"
        if not isinstance(error, UndefinedError):
            mend = "compare the line with the template of that name that comes with Spotbrief"
        return f"templates/{path.relative_to(own).as_posix()}:{line}: this template cannot be used: {error}\n  hint: {mend}"


def template_folders(root: Path) -> list[Path]:
    """Where templates are looked for: the site's own folder first, then the ones that come with the package."""
    package = Path(__file__).parents[1]
    return [root / "templates", package / "templates", package.parents[1] / "templates"]
