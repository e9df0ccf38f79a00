"""The files that a desk begins with."""

import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from spotbrief.cli.starter.answers import Answers
from spotbrief.cli.starter.package import requirement
from spotbrief.cli.starter.sample import with_sample
from spotbrief.cli.starter.spoken import Spoken, form_in, with_languages
from spotbrief.model.scale import Scale
from spotbrief.reading.forms import as_yaml, filled, forms_below

_HIDDEN = "hidden/"
"""The folder of forms whose names begin with a dot in a desk, where they would mean something in this repository as well."""

_SHARED = (
    ".github/pull_request_template.md",
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/schedule.yml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
)
"""What our own repository has, too, and is the model of."""

_OURS, _THEIRS = '".[cards,material,ukrainian]"', "--requirement requirements.txt"
"""How Spotbrief is installed in our own repository, and in a desk."""

_OF_OURS = re.compile(r"      - name: Build the documentation\n(?:        .*\n)+")
"""A step of ours that no desk needs."""

_TEXTS = ("briefings/", "content/")
"""What belongs to the desk from the first day, and is never brought up to date."""


def files_of(answers: Answers, scale: Scale, root: Path) -> dict[str, str]:
    """Everything that a desk at *root* begins with: what it says, by its path. Raises SettingsError for a language that says nothing."""
    first, *others = (Spoken(tag, answers.name, scale, root) for tag in answers.languages)
    values = {
        "name": answers.name,
        "requirement": requirement(answers.source, answers.languages),
        "timezone": answers.timezone,
        "address": answers.address,
        "repository": answers.repository,
        "scale": answers.scale,
        "language": first.tag,
        "description": first.description,
        **first.titles,
    }
    trust = filled("trust.yml", values, language=first.tag)
    files = dict([*_forms(values, first.tag), ("content/trust.yml", trust), *_shared(), *first.pages()])
    for other in others:
        files |= dict(other.pages(f".{other.tag}"))
    if others:
        files["mkdocs.yml"] = with_languages(files["mkdocs.yml"], [first, *others])
    files = dict(sorted(files.items()))
    return with_sample(files, answers) if answers.texts else files


def kept_up(files: Mapping[str, str]) -> dict[str, str]:
    """Those among them that a newer version may bring up to date."""
    return {path: text for path, text in files.items() if not path.startswith(_TEXTS)}


def digest(text: str) -> str:
    """A digest by which a file is known to be as it was written, however git ends its lines."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:16]


def _forms(values: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    for name in forms_below("desk"):
        path = name.removeprefix("desk/")
        said: Callable[[str], str] = as_yaml if path.endswith(".yml") else str
        text = filled(form_in(language, path), values, said)
        yield f".{path.removeprefix(_HIDDEN)}" if path.startswith(_HIDDEN) else path, _without_empty(text)


def _without_empty(text: str) -> str:
    """Settings without those that nobody has answered."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.endswith(": ''\n"))


def _shared() -> Iterator[tuple[str, str]]:
    package = Path(__file__).parents[2]
    folder = package / "starter" if (package / "starter").is_dir() else package.parents[1]
    for path in _SHARED:
        yield path, _OF_OURS.sub("", (folder / path).read_text("utf-8")).replace(_OURS, _THEIRS)
