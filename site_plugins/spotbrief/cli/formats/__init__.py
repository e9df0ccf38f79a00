"""How problems are printed: one form a file, each from what was examined to text."""

from collections.abc import Callable
from dataclasses import replace

from spotbrief.checks.examine import Examined
from spotbrief.cli.formats import github, json, sarif, text

FORMATS: dict[str, Callable[[Examined], str]] = {
    "text": text.written,
    "json": json.written,
    "github": github.written,
    "sarif": sarif.written,
}
"""The values of `--format`."""

OF_REPOSITORY = frozenset({"github", "sarif"})
"""Forms that are read beside the whole repository, and so name files from its top."""


def from_top(examined: Examined, way: str) -> Examined:
    """The same problems, with *way*, which leads from the top of the repository to the desk, before their files."""
    if not way:
        return examined
    problems = [replace(one, where=replace(one.where, file=way + one.where.file)) for one in examined.problems]
    return replace(examined, problems=problems)
