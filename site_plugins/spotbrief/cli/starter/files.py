"""The files that a desk begins with."""

import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from spotbrief.cli.starter.answers import Answers
from spotbrief.cli.starter.package import requirement
from spotbrief.cli.starter.sample import with_sample
from spotbrief.model.scale import Scale
from spotbrief.reading.forms import as_yaml, filled, form, forms_below
from spotbrief.reading.languages import language_of
from spotbrief.words.words import Words

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

_TITLES = ("Home", "Briefings", "Outlook", "Storylines", "Actors", "Timelines")
"""What the pages in the navigation are called."""

_TEXTS = ("briefings/", "content/")
"""What belongs to the desk from the first day, and is never brought up to date."""


def files_of(answers: Answers, scale: Scale, root: Path) -> dict[str, str]:
    """Everything that a desk at *root* begins with: what it says, by its path. Raises SettingsError for a language that says nothing."""
    words = Words(ZoneInfo("UTC"), answers.language, language_of(answers.language, root)["catalogues"])
    values = {
        "name": answers.name,
        "description": form(_form_in(answers.language, "content/index.md")).split("\n")[2],
        "requirement": requirement(answers.source, answers.language),
        "timezone": answers.timezone,
        "address": answers.address,
        "repository": answers.repository,
        "scale": answers.scale,
        "terms": _terms(scale, words),
        "language": answers.language,
        **{title.lower(): words(title) for title in _TITLES},
    }
    values |= {page: _title(answers.language, f"content/{page}.md") for page in ("method", "about")}
    files = dict(sorted([*_forms(values, answers.language), ("content/trust.yml", filled("trust.yml", values)), *_shared()]))
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
        text = filled(_form_in(language, path), values, said)
        yield f".{path.removeprefix(_HIDDEN)}" if path.startswith(_HIDDEN) else path, _without_empty(text)


def _form_in(language: str, path: str) -> str:
    """The form of a file in a language, or in English."""
    own = f"desk-{language.partition('-')[0]}/{path}"
    return own if own in forms_below(own.partition("/")[0]) else f"desk/{path}"


def _title(language: str, path: str) -> str:
    """What a page is called in the navigation: the heading of its form, without the name of the desk."""
    heading = form(_form_in(language, path)).partition("\n")[0]
    return heading.removeprefix("# ").replace("{name}", "").strip()


def _without_empty(text: str) -> str:
    """Settings without those that nobody has answered."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.endswith(": ''\n"))


def _terms(scale: Scale, words: Words) -> str:
    return "\n".join(f"| {words(term.term)} | {words.band(term.low, term.high)} |" for term in scale.terms)


def _shared() -> Iterator[tuple[str, str]]:
    package = Path(__file__).parents[2]
    folder = package / "starter" if (package / "starter").is_dir() else package.parents[1]
    for path in _SHARED:
        yield path, _OF_OURS.sub("", (folder / path).read_text("utf-8")).replace(_OURS, _THEIRS)
