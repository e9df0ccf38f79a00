"""Templates of the desk's own, before the engine uses them: a mistake in one has a file and a line."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.nodes import Const, Extends, FromImport, Import, Include, Template
from mkdocs.exceptions import PluginError


def refuse_broken(env: Environment, root: Path, names: Iterable[str]) -> None:
    """Raise PluginError for the first of *names* that cannot be read, or names a template that there is not."""
    for name in sorted(names):
        source, path = _source(env, name)
        file = os.path.relpath(path, root)
        try:
            wanted = list(_wanted(env.parse(source, name)))
        except TemplateSyntaxError as error:
            raise PluginError(f"{file}:{error.lineno}: this template cannot be read: {error.message}") from None
        for other, line in wanted:
            if not _source(env, other)[1]:
                raise PluginError(
                    f"{file}:{line}: neither the desk nor its theme has a template '{other}': "
                    "write it into templates/, take this line out, or name the theme that it belongs to"
                )


def _source(env: Environment, name: str) -> tuple[str, str]:
    """The text and the path of a template, both empty where there is none."""
    try:
        source, path, _ = env.loader.get_source(env, name)  # type: ignore[union-attr]  # the engine gives every environment one
    except TemplateNotFound:
        return "", ""
    return source, path or name


def _wanted(template: Template) -> Iterator[tuple[str, int]]:
    """The templates that one cannot do without, each with its line."""
    for node in template.find_all((Extends, Include, Import, FromImport)):
        named: object = node.template  # type: ignore[attr-defined]  # each of the four has one
        if isinstance(named, Const) and isinstance(named.value, str) and not getattr(node, "ignore_missing", False):
            yield named.value, node.lineno
