"""How problems are printed: one form a file, each from what was examined to text."""

from collections.abc import Callable

from spotbrief.checks.examine import Examined
from spotbrief.cli.formats import github, json, sarif, text

FORMATS: dict[str, Callable[[Examined], str]] = {
    "text": text.written,
    "json": json.written,
    "github": github.written,
    "sarif": sarif.written,
}
"""The values of `--format`."""
