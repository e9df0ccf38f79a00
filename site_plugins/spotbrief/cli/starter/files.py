"""The files that a desk begins with."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from spotbrief.cli.starter.answers import Answers
from spotbrief.cli.starter.package import requirement
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

_OURS, _THEIRS = '".[cards,material]"', "--requirement requirements.txt"
"""How Spotbrief is installed in our own repository, and in a desk."""

_TEXTS = ("briefings/", "content/")
"""What belongs to the desk from the first day, and is never brought up to date."""


def files_of(answers: Answers, scale: Scale) -> dict[str, str]:
    """Everything that a desk begins with: what it says, by its path."""
    values = {
        "name": answers.name,
        "description": f"Briefings by {answers.name}.",
        "requirement": requirement(answers.source),
        "timezone": answers.timezone,
        "address": answers.address,
        "repository": answers.repository,
        "scale": answers.scale,
        "terms": _terms(scale),
    }
    return dict(sorted([*_forms(values), ("content/trust.yml", filled("trust.yml", values)), *_shared()]))


def kept_up(files: Mapping[str, str]) -> dict[str, str]:
    """Those among them that a newer version may bring up to date."""
    return {path: text for path, text in files.items() if not path.startswith(_TEXTS)}


def digest(text: str) -> str:
    """A digest by which a file is known to be as it was written, however git ends its lines."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:16]


def _forms(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for form in forms_below("desk"):
        path = form.removeprefix("desk/")
        said: Callable[[str], str] = as_yaml if path.endswith(".yml") else str
        text = filled(form, values, said)
        yield f".{path.removeprefix(_HIDDEN)}" if path.startswith(_HIDDEN) else path, _without_empty(text)


def _without_empty(text: str) -> str:
    """Settings without those that nobody has answered."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.endswith(": ''\n"))


def _terms(scale: Scale) -> str:
    rows = (f"| {term.term} | {term.low * 100:g}–{term.high * 100:g}% |" for term in scale.terms)
    return "\n".join(("| term | probability |", "| --- | --- |", *rows))


def _shared() -> Iterator[tuple[str, str]]:
    package = Path(__file__).parents[2]
    folder = package / "starter" if (package / "starter").is_dir() else package.parents[1]
    for path in _SHARED:
        yield path, (folder / path).read_text("utf-8").replace(_OURS, _THEIRS)
