"""The sample desk, as a desk that somebody begins with to see a full site."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from spotbrief.cli.starter.answers import Answers
from spotbrief.reading.forms import filled

_PACKAGE = Path(__file__).parents[2]
FOLDER = _PACKAGE / "sample" if (_PACKAGE / "sample").is_dir() else _PACKAGE.parents[1]
"""Where its files are: in the package, or around it where the repository itself is installed."""

_THEIRS, _OURS = "nav:", "copyright:"
"""Where the settings of a desk end that are its own, such as its name, and where those of the sample begin that belong to its texts."""

_DESCRIPTION = re.compile(r"^site_description:.*\n", re.MULTILINE)

_SECOND_PART = "## Publish for the first time"
"""The heading of the README above which it is said what a sample is."""


def with_sample(forms: Mapping[str, str], answers: Answers) -> dict[str, str]:
    """The *forms* of a desk, with the settings of the sample and without the pages that it has itself.

    Raises ClickException where this Spotbrief was built without the sample.
    """
    files = {path: text for path, text in forms.items() if not path.startswith("content/")}
    sample = _settings()
    own, described = files["mkdocs.yml"].partition(_THEIRS)[0], "".join(_DESCRIPTION.findall(sample))
    files["mkdocs.yml"] = _DESCRIPTION.sub(lambda _: described, own) + sample[sample.index(_OURS) :]
    head, heading, rest = files["README.md"].partition(_SECOND_PART)
    files["README.md"] = f"{head}{filled('sample.md', {'name': answers.name}, str)}{heading}{rest}"
    return files


def texts_of_sample() -> Iterator[tuple[str, bytes]]:
    """Its briefings, pages, data and pictures, by their paths."""
    for folder in ("briefings", "content"):
        for path in sorted((FOLDER / folder).rglob("*")):
            if path.is_file():
                yield path.relative_to(FOLDER).as_posix(), path.read_bytes()


def _settings() -> str:
    try:
        text = (FOLDER / "mkdocs.yml").read_text("utf-8")
    except FileNotFoundError:
        text = ""
    if _OURS not in text:
        raise click.ClickException("this Spotbrief was built without the sample desk: install a release of it")
    return text
